"""The machine stops: what the screen said was written is there, and nothing is asked.

test_crash.py PROGVILLE PROGVILLE-CLI DEMONSTRATION
"""
import os
import pathlib
import shutil
import subprocess
import sys

from desk import Desk, until

program, cli, demonstration = sys.argv[1:4]
TITLE = "En route vers l’emploi : mobilité et confiance en soi"
CELLS = [("État, Proposé", "21 000"), ("Région Hauts-de-France, Proposé", "14 500"),
         ("CAF du Nord, Proposé", "7 250"), ("Métropole européenne de Lille, Proposé", "9 000"),
         ("Ville de Tourcoing, Sollicité", "6 500")]

path = pathlib.Path(os.environ["HOME"]) / "coupure.progville"
shutil.copy(demonstration, path)


def open_plan(*arguments):
    desk = Desk(program, *arguments)
    desk.says("coupure.progville — ouvert en écriture")
    assert not desk.has("push button", lambda name: "Sauvegardes" in name), "a repair is asked for"
    desk.page("Dossiers")
    desk.keys("ctrl+f")
    until("the search to listen", lambda: desk.focused() is not None and desk.focused().getRoleName() in ("text", "entry"))
    desk.keys("ctrl+a")
    desk.type("route vers l emploi")
    desk.find("panel", "1 dossier filtré")
    desk.click(desk.find("table cell", TITLE), double=True)
    desk.find("list", "Rubriques")
    desk.click(desk.find("list item", "Plan de financement"))
    return desk


def bars(desk):
    """What the sums of the plan say."""
    return [node.name for node in desk.all("level bar")] + [node.name for node in desk.all("label")]


desk = open_plan(path)
for name, value in CELLS:
    before = bars(desk)
    desk.write(name, value)
    until("the sums to follow", lambda: bars(desk) != before)
    desk.kill()
    desk = open_plan(path)
    desk.holds(name, value)
desk.quit()

check = subprocess.run([cli, "check", str(path)], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
