"""A day at the desk: start, demonstration, search, a cell of the plan, undo, end, and start where it ended.

test_programme.py PROGVILLE PROGVILLE-CLI
"""
import os
import pathlib
import re
import subprocess
import sys

from desk import Desk, plain, until

program, cli = sys.argv[1:3]
CELL = "Région Hauts-de-France, Proposé"


def cents(text):
    digits = plain(text).replace("−", "-").removesuffix("€")
    return round(float(digits.replace(",", ".")) * 100)


def remaining(desk):
    """What is left of the envelope, as the bar beside the cell says it."""
    bar = desk.find("level bar", lambda name: "Crédits spécifiques" in name)
    return cents(re.search(r"reste (.*?€)", bar.name)[1])


desk = Desk(program)
desk.click(desk.find(name=lambda name: name.startswith("Découvrir avec")))
desk.says("demonstration.progville — ouvert en écriture")
desk.page(1, "Accueil")
path = until("the file", lambda: next(pathlib.Path(os.environ["HOME"]).rglob("*.progville"), None))

# a search without accents, on the keyboard
desk.page(2, "Dossiers")
desk.keys("ctrl+f")
until("the search to listen", lambda: desk.focused() is not None and desk.focused().getRoleName() in ("text", "entry"))
desk.type("route vers l emploi")
desk.find("panel", "1 dossier filtré")
desk.click(desk.find("table cell", lambda name: name.startswith("En route vers l’emploi")), double=True)
desk.find("list", "Rubriques")
desk.click(desk.find("list item", "Plan de financement"))

# a cell, and the envelope beside it
proposed, left = cents(desk.value(CELL)), remaining(desk)
desk.write(CELL, "14500")
until("the envelope to follow", lambda: remaining(desk) == left - (1450000 - proposed))
desk.holds(CELL, "14500")
desk.keys("ctrl+z")
until("the envelope as before", lambda: remaining(desk) == left)
assert cents(desk.value(CELL)) == proposed

# the end, and the next day
desk.keys("Escape")
desk.find("panel", "1 dossier filtré")
desk.quit()
desk = Desk(program)
desk.find("panel", "1 dossier filtré")
desk.selected("Dossiers")
assert desk.has("frame", path.name), "another file was opened"
desk.quit()

check = subprocess.run([cli, "check", str(path)], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
