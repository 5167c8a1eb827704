"""A séance is held with the keyboard, on two screens; the machine stops in the middle of it: it goes on
where it was, and nothing of what was said is lost. It is closed, and what it decided is in the plans.

test_seance.py PROGVILLE PROGVILLE-CLI DEMONSTRATION
"""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import uuid

from desk import Desk, plain, until

program, cli, demonstration = sys.argv[1:4]
AGENDA = ["0383", "0412", "0418", "0430", "0414"]
TITLES = ["Théâtre et estime de soi", "En route vers l’emploi : mobilité et confiance en soi",
          "Un pas vers l’entreprise", "Clauses sociales", "Chantier nature"]
RESERVE = "Budget a l equilibre avant le 15 avril"

path = pathlib.Path(os.environ["HOME"]) / "seance.progville"
shutil.copy(demonstration, path)


def prepare():
    """An instance, and a séance with its agenda and its members: what the page of the séances makes."""
    with sqlite3.connect(path) as db:
        def insert(table, **columns):
            names = ", ".join(columns)
            return db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})",
                              list(columns.values())).lastrowid

        instance = insert("instance", uuid=str(uuid.uuid4()), nom="Comité de la nuit", effet="decision", quorum=2)
        seance = insert("seance", uuid=str(uuid.uuid4()), instance_id=instance, date_le="2026-06-09",
                        etat="preparee", minuterie_min=5)
        for institution, in db.execute("SELECT id FROM institution").fetchall():
            insert("instance_membre", instance_id=instance, institution_id=institution)
            insert("seance_presence", seance_id=seance, institution_id=institution, present=1)
        for ordre, numero in enumerate(AGENDA, 1):
            dossier, = db.execute("SELECT id FROM dossier WHERE numero = ?", [numero]).fetchone()
            insert("seance_dossier", seance_id=seance, dossier_id=dossier, ordre=ordre)
    db.close()
    return seance


def read(sql, *arguments):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return db.execute(sql, arguments).fetchall()
    finally:
        db.close()


def decisions():
    """What the file holds: the decision of each dossier of the agenda."""
    return [row[0] for row in read(
        "SELECT c.decision FROM seance_dossier d LEFT JOIN decision c ON c.seance_dossier_id = d.id"
        " WHERE d.seance_id = ? ORDER BY d.ordre", seance)]


def amount(numero, financeur):
    rows = read(
        "SELECT m.montant_cents FROM decision_montant m JOIN decision c ON c.id = m.decision_id"
        " JOIN seance_dossier d ON d.id = c.seance_dossier_id JOIN dossier o ON o.id = d.dossier_id"
        " JOIN financement f ON f.id = m.financement_id JOIN financeur x ON x.id = f.financeur_id"
        " JOIN organisme g ON g.id = x.organisme_id"
        " WHERE d.seance_id = ? AND o.numero = ? AND ? IN (g.nom, g.sigle)", seance, numero, financeur)
    return rows[0][0] if rows else None


def open_page(*arguments):
    desk = Desk(program, *arguments)
    desk.says("seance.progville — ouvert en écriture")
    desk.page("Séances")
    desk.click(desk.find("label", lambda name: name.startswith("Comité de la nuit")), double=True)
    return desk


def windows(desk):
    return [desk.app.getChildAtIndex(i) for i in range(desk.app.childCount)]


def projector(desk):
    """The window of the committee: the one without a button in it."""
    return next((window for window in windows(desk)
                 if next(desk.all("push button", inside=window), None) is None), None)


def project(desk):
    """The second window comes over the first, which is given the keyboard back, as a person's click does."""
    desk.keys("F5")
    until("the projector", lambda: projector(desk))
    desk._xdotool("search", "--onlyvisible", "--name", "seance.progville", "windowfocus")


def check_projected(desk, i):
    """The committee sees the same dossier, the same amounts."""
    def same():
        shown = projector(desk)
        words = [node.name for node in desk.all("label", inside=shown)]
        if TITLES[i] not in words or f"{i + 1} sur {len(AGENDA)}" not in words:
            return False
        pilote = next(window for window in windows(desk) if window != shown)
        texts = [node.queryText() for node in desk.all("text", lambda name: name.endswith(", arbitré"), pilote)]
        typed = [text.getText(0, text.characterCount) for text in texts]
        return typed and all(plain(text) in [plain(word) for word in words] for text in typed)
    until(f"{TITLES[i]} on both screens", same)


seance = prepare()
desk = open_page(path)
desk.press("Ouvrir la séance")
desk.find("label", "Fil de la séance")
desk.find("label", TITLES[0])
assert read("SELECT etat FROM seance WHERE id = ?", seance) == [("ouverte",)]

project(desk)
check_projected(desk, 0)

desk.keys("alt+1")
until("the first decision", lambda: decisions()[0] == "programme")
desk.keys("Next")
check_projected(desk, 1)
desk.type("22000")
desk.keys("Tab")
until("the amount", lambda: amount("0412", "État") == 2200000)
check_projected(desk, 1)
desk.keys("alt+2")
until("the reserve to be asked", desk.is_typing)
desk.type(RESERVE)
desk.keys("Return")
until("the reserve", lambda: read("SELECT reserve FROM decision WHERE decision = 'programme-sous-reserve'"
                                  " AND reserve = ?", RESERVE))

# an amount is on the table, nothing is decided of it: the machine stops
desk.keys("Next")
check_projected(desk, 2)
desk.keys("alt+4")
until("a refusal", lambda: decisions()[2] == "refuse")
desk.keys("ctrl+BackSpace")
until("it to be taken back", lambda: decisions()[2] is None)
desk.type("9000")
desk.keys("Tab")
until("the amount", lambda: amount("0418", "État") == 900000)
before = read("SELECT d.ordre, c.decision, c.reserve, m.financement_id, m.montant_cents FROM seance_dossier d"
              " JOIN decision c ON c.seance_dossier_id = d.id JOIN decision_montant m ON m.decision_id = c.id"
              " WHERE d.seance_id = ? ORDER BY 1, 4", seance)
desk.kill()

desk = open_page(path)
desk.find("label", "Fil de la séance")
desk.find("label", TITLES[2])
desk.find("label", f"3 sur {len(AGENDA)}")
assert before == read(
    "SELECT d.ordre, c.decision, c.reserve, m.financement_id, m.montant_cents FROM seance_dossier d"
    " JOIN decision c ON c.seance_dossier_id = d.id JOIN decision_montant m ON m.decision_id = c.id"
    " WHERE d.seance_id = ? ORDER BY 1, 4", seance)
project(desk)
check_projected(desk, 2)
desk.keys("alt+1")
until("the third decision", lambda: decisions()[2] == "programme")
assert amount("0418", "État") == 900000
desk.keys("Next")
check_projected(desk, 3)
desk.keys("alt+3")
until("it to be put off", lambda: decisions()[3] == "ajourne")
desk.keys("Next")
desk.find("label", TITLES[4])
desk.keys("alt+5")
until("the last decision", lambda: decisions() == [
    "programme", "programme-sous-reserve", "programme", "ajourne", "reoriente"])
desk.says("Tout est décidé")

desk.keys("F5")
until("the projector to go", lambda: projector(desk) is None)

# the envelope of the Département was exceeded before: closing asks why
desk.press("Clore…")
desk.says("Clore la séance")
reason = next(desk.all("text", lambda name: "Motif du dépassement" in name), None)
if reason is not None:
    desk.click(reason)
    desk.type("Virement attendu en juin")
desk.press("Clore la séance")
desk.says("La séance est close")
assert read("SELECT etat FROM seance WHERE id = ?", seance) == [("close",)]
assert read("SELECT statut FROM dossier WHERE numero IN ('0383', '0412', '0418', '0414') ORDER BY numero") == [
    ("programme",), ("programme-sous-reserve",), ("reoriente",), ("programme",)]
assert read("SELECT f.arbitre_cents FROM financement f JOIN dossier d ON d.id = f.dossier_id"
            " JOIN decision_montant m ON m.financement_id = f.id WHERE d.numero = '0412' AND m.montant_cents = 2200000"
            ) == [(2200000,)]
desk.press("Terminé")
desk.quit()

check = subprocess.run([cli, "check", str(path)], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
