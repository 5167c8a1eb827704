"""The machine stops while 20 000 rows are written: the file opens again, with all of the import or nothing.

test_import_coupe.py PROGVILLE PROGVILLE-CLI DEMONSTRATION
"""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys

from desk import Desk, until

program, cli, demonstration = sys.argv[1:4]
ROWS = 20000
home = pathlib.Path(os.environ["HOME"])
path, table = home / "coupure.progville", home / "table.csv"
journal = home / "coupure.progville-wal"


def dossiers():
    with sqlite3.connect(path) as db:
        return db.execute("SELECT count(*) FROM dossier").fetchone()[0]


shutil.copy(demonstration, path)
before = dossiers()
with table.open("w", encoding="utf-8") as rows:
    rows.write("N°;Porteur;Intitulé;Communes;Début;Fin;Coût total;État sollicité;Région sollicité\n")
    for i in range(ROWS):
        rows.write(f"G{i:05};Porteur fictif {i % 400};Action fictive {i};Roubaix;01/01/2026;31/12/2026;"
                   f"{1000 + i};{500 + i % 300};{i % 200}\n")

desk = Desk(program, path)
desk.says("coupure.progville — ouvert en écriture")
desk.keys("ctrl+i")
desk.press("Choisir un fichier…")
desk.choose_file("Ouvrir", table)
desk.find("list", "D’où vient le tableau")
desk.press("Continuer")
desk.find("label", "Champ du programme")
desk.press("Continuer")
apply = until("the preview", lambda: next(desk.all("push button", lambda name: name.startswith("A_ppliquer")), None))
size = journal.stat().st_size
desk.click(apply)
until("rows to be written", lambda: journal.stat().st_size > size + (1 << 20))
desk.kill()
after = dossiers()
assert after in (before, before + ROWS), f"{after - before} of {ROWS} rows are there"

check = subprocess.run([cli, "check", path], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
desk = Desk(program, path)
desk.says("coupure.progville — ouvert en écriture")
assert not desk.has("push button", lambda name: "Sauvegardes" in name), "a repair is asked for"
desk.page("Dossiers")
desk.find("panel", lambda name: name.endswith(" dossiers"))
desk.quit()
assert dossiers() == after
