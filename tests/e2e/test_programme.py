"""A day at the desk: start, demonstration, search, a cell of the plan, undo, a table brought in, exports,
end, and start where it ended.

test_programme.py PROGVILLE PROGVILLE-CLI
"""
import json
import os
import pathlib
import re
import subprocess
import sys

import openpyxl

from desk import Desk, plain, until

program, cli = sys.argv[1:3]
home = pathlib.Path(os.environ["HOME"])
CELL = "Région Hauts-de-France, Proposé"
APPEL = "Programmation 2026"
TABLE = """\
N°;Porteur;SIRET;Intitulé;Communes;Nouvelle/Reconduction;Début;Fin;Coût total;État sollicité;Région sollicité
F901;Tremplin Textile fictif;;Atelier de boutonnage;Roubaix;nouvelle;01/01/2026;31/12/2026;61 800;12 000,50;14 000
F902;Mains Vertes fictives;;Jardin et boutonnage;Roubaix;nouvelle;01/02/2026;31/12/2026;8 500;3 000;
"""
BROUGHT = 1200050 + 1400000 + 300000


def cents(text):
    return round(float(plain(text).replace("−", "-").replace(",", ".")) * 100)


def remaining(desk):
    """What is left of the envelope, as the bar beside the cell says it."""
    bar = desk.find("level bar", lambda name: "Crédits spécifiques" in name)
    return cents(re.search(r"reste (.*?€)", bar.name)[1])


def stats(path, stage="sollicite"):
    """What the command line counts in the appel: dossiers and cents."""
    said = subprocess.run([cli, "stats", path, "--json", "--appel", APPEL, "--stage", stage],
                          check=True, capture_output=True, text=True).stdout
    total = json.loads(said)["total"]
    return total["dossiers"], total["amount_cents"]


def columns(path, sheet):
    """The columns of a sheet written by the programme, by their header: the cells of the dossiers only."""
    rows = list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True))
    top = next(i for i, row in enumerate(rows) if "Porteur" in row)
    headers, porteur = rows[top], rows[top].index("Porteur")
    held = [row for row in rows[top + 1:] if row[porteur] is not None]
    return {header: [row[i] for row in held] for i, header in enumerate(headers) if header is not None}


def total(cells):
    return sum(round(cell * 100) for cell in cells if isinstance(cell, (int, float)))


desk = Desk(program)
desk.click(desk.find(name=lambda name: name.startswith("Découvrir avec")))
desk.says("demonstration.progville — ouvert en écriture")
desk.page("Accueil")
path = until("the file", lambda: next(home.rglob("*.progville"), None))

# a search without accents, on the keyboard
desk.page("Dossiers")
desk.keys("ctrl+f")
until("the search to listen", desk.is_typing)
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
desk.holds(CELL, f"{proposed // 100}")
desk.keys("Escape")
desk.find("panel", "1 dossier filtré")

# a table brought in by the assistant
dossiers, asked = stats(path)
(home / "table.csv").write_text(TABLE, encoding="utf-8")
desk.keys("ctrl+i")
desk.press("Choisir un fichier…")
desk.choose_file("Ouvrir", home / "table.csv")
desk.find("list", "D’où vient le tableau")
desk.choose("Appel", APPEL)
desk.press("Continuer")
desk.find("label", "Champ du programme")
desk.press("Continuer")
desk.press("Appliquer 2 lignes")
desk.find("label", "Écrit dans le programme")
desk.press("Fermer")
desk.gone("frame", "Importer un tableau")
assert stats(path) == (dossiers + 2, asked + BROUGHT), (stats(path), dossiers, asked)

# the workbook of the appel
desk.page("Exports")
desk.click(desk.beside(desk.find("combo box", "Type de fichier"), "Exporter…"))
desk.save_as(home / "tout.xlsx")
desk.says(f"« tout.xlsx » est écrit : {dossiers + 2} dossiers")
held = columns(home / "tout.xlsx", "Dossiers")
assert {"F901", "F902"} <= set(map(str, held["N°"])), held["N°"]
for stage, header in (("sollicite", "Total sollicité"), ("propose", "Total proposé"), ("vote", "Total voté")):
    counted = stats(path, stage)[1]
    assert total(held[header]) == counted, f"{header}: {total(held[header])} in the workbook, {counted} in stats"

# the list as it is shown
desk.page("Dossiers")
desk.keys("ctrl+f")
until("the search to listen", desk.is_typing)
desk.keys("ctrl+a")
desk.type("boutonnage")
desk.find("panel", "2 dossiers filtrés")
desk.click(desk.find("push button", "Nouveau dossier, plan de financement, copie, export"))
desk.find("menu item", "Exporter…")
desk.go_down("Exporter…")
desk.save_as(home / "liste.xlsx")
shown = until("the list to be written", lambda: columns(home / "liste.xlsx", "Dossiers"))
assert sorted(map(str, shown["N°"])) == ["F901", "F902"], shown["N°"]
assert total(shown["Coût total"]) == 6180000 + 850000, shown["Coût total"]

# the end, and the next day
desk.quit()
desk = Desk(program)
desk.find("panel", "2 dossiers filtrés")
desk.selected("Dossiers")
assert desk.has("frame", path.name), "another file was opened"
desk.quit()

check = subprocess.run([cli, "check", path], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
