"""On the keyboard alone: from the start page to a cell of the plan that is saved, and the menu.

test_clavier.py PROGVILLE PROGVILLE-CLI
"""
import os
import pathlib
import sqlite3
import subprocess
import sys

from desk import Desk, until

program, cli = sys.argv[1:3]
CELL = "Région Hauts-de-France, Proposé"
TITLE = "En route vers l’emploi"


def saved(path):
    """What the file holds of the cell, in cents."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return db.execute("""
            SELECT f.propose_cents FROM financement AS f
              JOIN financeur AS i ON i.id = f.financeur_id
              JOIN organisme AS o ON o.id = i.organisme_id
              JOIN dossier AS d ON d.id = f.dossier_id
             WHERE f.exercice = 2026 AND d.intitule LIKE ? || '%' AND o.nom = 'Région Hauts-de-France'""", (TITLE,)).fetchall()


desk = Desk(program)
desk.find(name=lambda name: name.startswith("Découvrir avec"))
desk.go_to("list item", lambda name: name.startswith("Découvrir avec"))
desk.keys("Return")
desk.says("demonstration.progville — ouvert en écriture")
path = next(pathlib.Path(os.environ["HOME"]).rglob("*.progville"))

# the menu, and out of it
desk.keys("F10")
desk.find("menu item", lambda name: name.startswith("Préférences"))
desk.keys("Down", "Up", "Escape")
desk.gone("menu item", lambda name: name.startswith("Préférences"))

# the list, the search, the dossier
desk.page("Dossiers")
desk.keys("ctrl+f")
until("the search to listen", desk.is_typing)
desk.type("route vers l emploi")
desk.find("panel", "1 dossier filtré")
desk.keys("Down")
desk.go_to("table row", lambda name: True)
desk.keys("Return")
desk.find("list", "Rubriques")

# its plan, and a cell
desk.go_to("list item", lambda name: True)
desk.go_to("list item", "Plan de financement", key="Down")
desk.keys("Return")
desk.go_to("text", lambda name: name.startswith("État, "))
desk.go_to("text", CELL)
desk.keys("ctrl+a")
desk.type("14500")
desk.keys("Return")
until("the file to hold it", lambda: saved(path) == [(1450000,)])
desk.keys("ctrl+z")
until("the file to hold what it did", lambda: saved(path) != [(1450000,)])
desk.quit()

check = subprocess.run([cli, "check", path], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
