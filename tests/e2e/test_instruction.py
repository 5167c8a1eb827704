"""A dossier is instructed from the keyboard alone: the institution, the queue, every mark with its running score,
the avis, its reserve, the submission, and its undo.

test_instruction.py PROGVILLE PROGVILLE-CLI DEMONSTRATION
"""
import os
import pathlib
import shutil
import sqlite3
import sys
import time

from desk import Desk, until

program, cli, demonstration = sys.argv[1:4]
path = pathlib.Path(os.environ["HOME"]) / "instruction.progville"
RESERVE = "Sous reserve de l accord du bailleur"


def ask(sql, *values):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return db.execute(sql, values).fetchall()


def running(criteria, marks):
    """The score over what is marked so far, as it is written."""
    done = list(zip(criteria, marks))
    score = sum(w * m / top for (w, top), m in done) * 100 / sum(w for (w, _), _ in done)
    return f"{score:.2f}".replace(".", ",")


shutil.copy(demonstration, path)
with sqlite3.connect(path) as db:  # nobody of the file is this user: the programme asks
    criteria = db.execute("SELECT c.poids, c.maximum FROM critere c JOIN appel a ON a.grille_id = c.grille_id"
                          " WHERE a.exercice = 2026 ORDER BY c.ordre").fetchall()
assert len(criteria) > 2, "the demonstration has a grid"

desk = Desk(program, path)
desk.page("Instruction")
# the parts of the page are not in the tree that pyatspi walks, under their titles: Tab comes to the
# institutions after the parts, the State is the last
desk.go_to("page tab", lambda name: name.startswith("Avis"))
institutions = ask("SELECT nom FROM institution ORDER BY ordre IS NULL, ordre, nom")
desk.keys(*["Tab"] * (1 + [name for name, in institutions].index("État")))
desk.keys("space")
until("the institution", lambda: ask("SELECT 1 FROM agent a JOIN institution i ON i.id = a.institution_id"
                                     " WHERE i.nom = 'État'"))
time.sleep(2)  # the queue is read in a worker

# the first of the queue
desk.keys("Home", "Return")
desk.says("Instruction pour l’État")
until("the first criterion", lambda: desk.focused() is not None and desk.focused().name.startswith("1. "))
marks = []
for i, (weight, top) in enumerate(criteria):
    mark = min(top, (4, 5, 3)[i % 3])
    marks.append(mark)
    desk.keys(str(mark))
    desk.says(running(criteria, marks))
    if i + 1 < len(criteria):
        desk.keys("Down")
desk.says("Complet")

# with reserves: refused without them, and the focus is where they are written
desk.keys("alt+2")
until("the entry of the reserve", desk.is_typing)
desk.type(RESERVE)
desk.keys("ctrl+Return")
submitted = until("the submission", lambda: ask(
    "SELECT id, dossier_id, avis, reserves FROM instruction WHERE etat = 'soumise' AND reserves = ?", RESERVE))
key, dossier, avis, reserves = submitted[0]
assert avis == "favorable-avec-reserves"
assert [m for m, in ask("SELECT n.valeur FROM note n JOIN critere c ON c.id = n.critere_id"
                        " WHERE n.instruction_id = ? ORDER BY c.ordre", key)] == marks
title, = ask("SELECT intitule FROM dossier WHERE id = ?", dossier)[0]
until("the next dossier", lambda: title not in [node.name for node in desk.all("label")])

# its undo gives the draft back, with its marks
desk.keys("ctrl+z")
until("the draft again", lambda: ask("SELECT etat FROM instruction WHERE id = ?", key) == [("brouillon",)])
assert len(ask("SELECT 1 FROM note WHERE instruction_id = ?", key)) == len(marks)

desk.quit()
