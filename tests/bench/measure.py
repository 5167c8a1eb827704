#!/usr/bin/python3
#
# measure.py: times the commands of Progville against their floors and peers
#
# Copyright 2026 The Progville authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""measure.py import|synthese|classeur|read|check|liste|suites

One line of JSON per measure. Every measure is the best of several, ours and the peer's in turn, so that
they share the same minute; seconds mean nothing from one machine to another, ratios do.
PV_BENCH_CLI, PV_BENCH_TOOLS: the program and the folder of the tools of this folder, as built;
PV_BENCH_DIR: where tables and programmes are kept; PV_BENCH_SIZES: dossiers, 1700,17000,100000.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLI = Path(os.environ.get("PV_BENCH_CLI", "progville-cli"))
TOOLS = Path(os.environ.get("PV_BENCH_TOOLS", "."))
DIR = Path(os.environ.get("PV_BENCH_DIR", Path(tempfile.gettempdir()) / "progville-bench"))
SIZES = [int(n) for n in os.environ.get("PV_BENCH_SIZES", "1700,17000,100000").split(",")]
PEERS = HERE / "peers.py"
PYTHON_ROWS = 10000  # rows of each sheet the Python peers write: the rest is scaled


class Run:
    """A command that was run: seconds by the clock on the wall, largest memory of it or its children."""

    def __init__(self, *command, env=None, allowed=(0,)):
        command = [str(word) for word in command]
        with tempfile.NamedTemporaryFile("r") as spent:
            if env:  # of the command, not of spend
                command = ["env", *(f"{name}={value}" for name, value in env.items()), *command]
            done = subprocess.run([TOOLS / "spend", spent.name, *command], stdin=subprocess.DEVNULL,
                                  capture_output=True, text=True, check=False)
            if done.returncode not in allowed:
                raise SystemExit(f"{' '.join(command[:3])}: exit status {done.returncode}\n{done.stderr[-2000:]}")
            spent = json.load(spent)
        self.out = done.stdout
        self.seconds, self.cpu, self.rss_mb = spent["seconds"], spent["cpu"], spent["rss_kb"] / 1024

    def inside(self):
        """What a tool of ours measured itself, without its preparation."""
        self.answer = json.loads(self.out)
        self.seconds = self.answer["seconds"]
        return self


def best(times, *works):
    """The fastest run of each work; they take turns."""
    runs = [[work() for work in works] for _ in range(times)]
    fastest = [min(column, key=lambda run: run.seconds) for column in zip(*runs)]
    return fastest if len(works) > 1 else fastest[0]


def say(bench, ours, peer=None, against=None, aim=None, **more):
    line = {"bench": bench, "seconds": round(ours.seconds, 4), "rss_mb": round(ours.rss_mb, 1)}
    if against:
        line.update(peer=peer, peer_seconds=round(against.seconds, 4), peer_rss_mb=round(against.rss_mb, 1),
                    ratio=round(ours.seconds / against.seconds, 3), faster=round(against.seconds / ours.seconds, 2))
    if aim:
        line["aim"] = aim
    print(json.dumps({**line, **more}), flush=True)


def growth(bench, seconds):
    """How time grows with dossiers: 1 is linear, below is better."""
    sizes = sorted(seconds)
    for small, large in zip(sizes, sizes[1:]):
        ratio = (seconds[large] / seconds[small]) / (large / small)
        print(json.dumps({"bench": bench, "from": small, "to": large, "growth": round(ratio, 3), "aim": "<= 1"}), flush=True)


def made(path, *sources, by):
    """Makes a file unless it is there and newer than what it is made from."""
    if not path.exists() or any(path.stat().st_mtime < Path(s).stat().st_mtime for s in sources):
        path.parent.mkdir(parents=True, exist_ok=True)
        by(path)
    return path


def table(size):
    def make(path):
        path.write_text(Run(HERE / "make-programme.py", size).out, encoding="utf-8")
    return made(DIR / f"table-{size}.csv", HERE / "make-programme.py", by=make)


def clear(path):
    for suffix in ("", "-wal", "-shm", "-journal", ".verrou", "-lock"):
        Path(str(path) + suffix).unlink(missing_ok=True)


def import_once(size, path, **env):
    source = table(size)
    clear(path)
    Run(CLI, "new", path, "--contrat", "CN05911M", "--cadre", "p147_2024", "--exercice", 2026)
    return Run(CLI, "import", path, source, "--profile", "programmation", "--json", env=env, allowed=(0, 1))


def say_where(bench, work):
    """In which statements of SQLite the time goes; the watching itself costs some."""
    with tempfile.NamedTemporaryFile("r") as spent:
        work(LD_PRELOAD=str(TOOLS / "libtap-sqlite.so"), PV_TAP_SQLITE=spent.name)
        where = json.load(spent)
    statements = {one["sql"]: one["seconds"] for one in where.pop("statements") if one["seconds"] >= where["seconds"] / 200}
    print(json.dumps({"bench": bench, **where, "statements": statements}, ensure_ascii=False), flush=True)


def programme(size):
    return made(DIR / f"programme-{size}.progville", CLI, by=lambda path: import_once(size, path))


def sqlite_import(source, path):
    path.unlink(missing_ok=True)
    return Run("sqlite3", path, ".mode csv", ".separator ;", f".import {source} t")


def bench_import():
    seconds, path = {}, DIR / "import.progville"
    for size in SIZES:
        ours, floor = best(3, lambda: import_once(size, path), lambda: sqlite_import(table(size), DIR / "import.db"))
        done = json.loads(ours.out)
        if done["created"] != size:
            raise SystemExit(f"import: {done['created']} dossiers created of {size}")
        say(f"import-csv-{size}", ours, "sqlite3 .import", floor, aim="<= 10", dossiers=size, cpu=round(ours.cpu, 3),
            messages=len(done["messages"]), file_mb=round(path.stat().st_size / 1e6, 1))
        seconds[size] = ours.seconds
        say_where(f"import-where-{size}", lambda **env: import_once(size, path, **env))
        again = Run(CLI, "import", path, table(size), "--profile", "programmation", "--json", allowed=(0, 1))
        say(f"import-again-{size}", again, unchanged=json.loads(again.out)["unchanged"])
    clear(path)
    growth("import-growth", seconds)


def export(size, path, **env):
    return Run(CLI, "export", programme(size), "synthese", path, env=env)


def bench_synthese():
    seconds, out, cells = {}, DIR / "synthese.xlsx", DIR / "synthese.cells"
    for size in SIZES:
        export(size, out, LD_PRELOAD=str(TOOLS / "libtap-xlsx.so"), PV_TAP_CELLS=str(cells))
        ours, floor = best(3, lambda: export(size, out),
                           lambda: Run(TOOLS / "bare-xlsx", cells, DIR / "bare.xlsx").inside())
        written = floor.answer["cells"]
        say(f"synthese-{size}", ours, "bare libxlsxwriter", floor, aim="<= 1.3", dossiers=size, cells=written,
            cpu=round(ours.cpu, 3), file_mb=round(out.stat().st_size / 1e6, 1), cells_mb=round(cells.stat().st_size / 1e6, 1))
        seconds[size] = ours.seconds
        if size != 17000:
            python_writers(size, ours, cells, written)
    for name in ("bare.xlsx", "synthese.cells", "peer.xlsx", "cut.cells"):
        (DIR / name).unlink(missing_ok=True)
    growth("synthese-growth", seconds)


def bench_classeur():
    """The workbook `bilan`: a year of 1 700 dossiers, five years of 340 (as many dossiers in all), five of 1 700."""
    out, cells = DIR / "bilan.xlsx", DIR / "bilan.cells"
    for size, years in ((1700, 1), (340, 5), (1700, 5)):
        path = made(DIR / f"bilan-{size}x{years}.progville", HERE / "make-programme.py", CLI, by=lambda path: (
            clear(path), Run(HERE / "make-programme.py", size, "--exercices", years, "--programme", path, "--cli", CLI,
                             "--loader", TOOLS / "load-rows")))
        Run(CLI, "export", path, "bilan", out, env={"LD_PRELOAD": str(TOOLS / "libtap-xlsx.so"), "PV_TAP_CELLS": str(cells)})
        ours, floor, opening = best(5, lambda: Run(CLI, "export", path, "bilan", out),
                                    lambda: Run(TOOLS / "bare-xlsx", cells, DIR / "bare.xlsx").inside(),
                                    lambda: Run(CLI, "stats", path, "--json"))
        say(f"bilan-{size}x{years}", ours, "bare libxlsxwriter", floor, aim="<= 1.3", dossiers=size * years,
            cells=floor.answer["cells"], cpu=round(ours.cpu, 3), bare_cpu=round(floor.cpu, 3),
            opening_cpu=round(opening.cpu, 3), file_mb=round(out.stat().st_size / 1e6, 2))
    for name in ("bare.xlsx", "bilan.cells", "bilan.xlsx"):
        (DIR / name).unlink(missing_ok=True)


def python_writers(size, ours, cells, written):
    few = cells
    if size > PYTHON_ROWS:
        few = DIR / "cut.cells"
        Run(TOOLS / "bare-xlsx", cells, "--cut", PYTHON_ROWS, few)
    for library, aim in (("xlsxwriter", ">= 2 x faster"), ("openpyxl", ">= 2.5 x faster")):
        peer = best(3 if size < PYTHON_ROWS else 1, lambda: Run(PEERS, library, few, DIR / "peer.xlsx").inside())
        share = written / peer.answer["cells"]
        peer.seconds *= share
        say(f"synthese-{size}-{library}", ours, f"python {library}", peer, aim=aim, peer_scaled_from_cells=peer.answer["cells"],
            cells=written, peer_scale=round(share, 3))


def bench_read():
    largest = max(SIZES)
    small = made(DIR / "table-10000.xlsx", PEERS, by=lambda path: Run(PEERS, "make", table(10000), path))
    path = made(DIR / f"table-{largest}.xlsx", PEERS, by=lambda path: Run(PEERS, "make", table(largest), path))
    office = ["soffice", f"-env:UserInstallation=file://{DIR}/office", "--headless", "--convert-to", "csv", "--outdir", DIR / "csv"]
    Run(*office, small)  # makes its profile
    ours, peer = best(2, lambda: Run(TOOLS / "read-table", path).inside(), lambda: Run(*office, path))
    few = best(3, lambda: Run(TOOLS / "read-table", small).inside())
    say(f"read-xlsx-{largest}", ours, "LibreOffice to CSV", peer, aim=">= 2.5 x faster, <= 1/20 of the memory",
        rows=ours.answer["rows"], cells=ours.answer["cells"], memory_ratio=round(ours.rss_mb / peer.rss_mb, 4),
        rss_mb_10000=round(few.rss_mb, 1), file_mb=round(path.stat().st_size / 1e6, 1))
    say(f"read-xlsx-{largest}-openpyxl", ours, "python openpyxl read_only", Run(PEERS, "read", path).inside())
    csv = best(3, lambda: Run(TOOLS / "read-table", table(largest)).inside())
    say(f"read-csv-{largest}", csv, cells=csv.answer["cells"])
    growth("read-xlsx-growth", {10000: few.seconds, largest: ours.seconds})


def bench_check():
    seconds = {}
    for size in SIZES:
        path = programme(size)
        say(f"stats-open-{size}", best(3, lambda: Run(CLI, "stats", path, "--json")))
        ours = best(2, lambda: Run(CLI, "check", path, "--json", allowed=(0, 1)))
        found = json.loads(ours.out)
        say(f"check-{size}", ours, controls=len(found["controls"]), dossiers=size)
        for part in ("integrity", "totals", "history"):
            if not found[part]["ok"]:
                raise SystemExit(f"check: {part} does not hold: {found[part]['problems'][:3]}")
        seconds[size] = ours.seconds
    growth("check-growth", seconds)


def bench_suites():
    """Five exercices with all that follows the decision: they are made, hold together, and add up to the cent."""
    sys.path.insert(0, str(HERE.parent / "exchange"))
    from recount import Recount
    size, path = sorted(SIZES)[len(SIZES) // 2], DIR / "suites.progville"
    clear(path)
    ours = Run(HERE / "make-programme.py", size, "--programme", path, "--cli", CLI, "--loader", TOOLS / "load-rows")
    say(f"make-{size}x5", ours, aim="<= 60", dossiers=5 * size, file_mb=round(path.stat().st_size / 1e6, 1))
    ours = Run(CLI, "check", path, "--json", allowed=(0, 1))
    found = json.loads(ours.out)
    for part in ("integrity", "totals", "history"):
        if not found[part]["ok"]:
            raise SystemExit(f"suites: {part} does not hold: {found[part]['problems'][:3]}")
    say(f"check-{size}x5", ours, controls=len(found["controls"]))
    recount = Recount(path)
    for stage in ("sollicite", "propose", "arbitre", "vote", "notifie", "verse"):
        ours = Run(CLI, "stats", path, "--by", "exercice", "--stage", stage, "--json")
        years = {int(row["key"]): row["amount_cents"] for row in json.loads(ours.out)["rows"]}
        if years != recount.by("f.exercice", stage):
            raise SystemExit(f"suites: {stage} differs from the recount: {years}")
        say(f"stats-{stage}-{size}x5", ours, cents=sum(years.values()))


def bench_liste():
    """On an X server of its own; what is painted is told by the tool itself."""
    largest = max(SIZES)
    path, empty = programme(largest), DIR / "empty.progville"
    clear(empty)
    Run(CLI, "new", empty, "--contrat", "CN05911M", "--cadre", "p147_2024", "--exercice", 2026)
    screen = HERE.parent / "display" / "on-a-screen"
    sys.stdout.write(Run(screen, TOOLS / "bench-liste", path).out)
    changed = DIR / "changed.progville"
    clear(changed)
    shutil.copyfile(path, changed)
    sys.stdout.write(Run(screen, TOOLS / "bench-liste", "--lot", changed).out)
    clear(changed)

    def memory(file):
        return min(int(Run(screen, TOOLS / "bench-liste", "--memory", file).out) for _ in range(3)) / 1024

    few, many = memory(empty), memory(path)
    print(json.dumps({"bench": "list-memory", "rss_mb": round(many, 1), "empty_file_mb": round(few, 1),
                      "more_mb": round(many - few, 1), "aim": "<= 20 MB more", "dossiers": largest}), flush=True)


if __name__ == "__main__":
    BENCHES = {"import": bench_import, "synthese": bench_synthese, "classeur": bench_classeur, "read": bench_read, "check": bench_check,
               "liste": bench_liste, "suites": bench_suites}
    DIR.mkdir(parents=True, exist_ok=True)
    BENCHES[sys.argv[1]]()
