#!/usr/bin/env python3
"""Fails when a library's header is seen outside its room.

The layers link only what they may know, but the system's headers all lie in one folder: the compiler's
own dependency records (ninja -t deps) say who really included what.
"""
import pathlib
import re
import subprocess
import sys

# header → the source folders that may include it
ROOMS = {
    r"/sqlite3\.h$": ("src/db/",),
    r"/xlsxwriter(\.h$|/)": ("src/exchange/export/",),
    r"/archive(_entry)?\.h$": ("src/exchange/table/",),
    r"/freexl\.h$": ("src/exchange/table/",),
    r"/libxml2?/": ("src/exchange/table/",),
    r"/nettle/": ("src/db/",),
    r"/json-glib/": ("src/db/", "src/exchange/", "src/cli/"),
    r"/cairo/|/pango-1\.0/": ("src/exchange/document/", "src/exchange/imprime/", "src/exchange/pv/", "src/ui/", "src/app/"),
    r"/gtk-4\.0/|/libadwaita-1/": ("src/ui/", "src/app/"),
}
# our own layers, lowest first: a file includes its own layer and those below
LAYERS = ["util", "db", "model", "exchange", "cli", "ui", "app"]


def layer_of(path):
    found = re.search(r"src/(util|db|model|exchange|cli|ui|app)/", path)
    return found.group(1) if found else None


def main(build):
    out = subprocess.run(["ninja", "-C", build, "-t", "deps"], check=True, capture_output=True, text=True).stdout
    wrong, seen = [], 0
    target = None
    for line in out.splitlines():
        if line and not line.startswith(" "):
            target = line.split(":")[0]
            source = None
            continue
        path = line.strip()
        if not path or target is None:
            continue
        if source is None:
            source = path
            seen += 1
        mine = layer_of(source)
        if mine is None:
            continue
        for pattern, rooms in ROOMS.items():
            if re.search(pattern, path) and not any(room in source for room in rooms):
                wrong.append(f"{source} includes {path}: allowed only in {', '.join(rooms)}")
        other = layer_of(path)
        if other and LAYERS.index(other) > LAYERS.index(mine):
            wrong.append(f"{source} ({mine}) includes {path} ({other}): arrows only go down")
    print("\n".join(sorted(set(wrong))) or f"{seen} objects, every header in its room")
    return 1 if wrong or not seen else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
