#!/usr/bin/env python3
#
# check_bilan.py: reads a workbook of the bilan back, cell by cell, with openpyxl
#
# Copyright 2026 The Progville authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_bilan.py layout PROGRAMME WORKBOOK   its form, its print set-up, its sums and empty cells, every exercice against SQL
   check_bilan.py fixture WORKBOOK            the cells of the small programme of test-bilan-classeur.c
   check_bilan.py one WORKBOOK                a single exercice
   check_bilan.py gap WORKBOOK en-cours|clos  an exercice of long ago, the last one under way or not
   check_bilan.py empty WORKBOOK              the sheets of a programme without dossiers
   check_bilan.py many WORKBOOK ROWS          that many financed dossiers, in order
   check_bilan.py office WORKBOOK             LibreOffice computes the totals that are kept
"""
import sqlite3
import sys

from workbook import POINTS_PER_CHAR, Table, cents, check_footer, check_legible, check_no_error, check_page, check_sheet, equal, load, office, true

TABLES = ["Catégories", "Financeurs", "Axes", "Objectifs", "Communes", "Quartiers", "Porteurs", "Formes",
          "Nouvelles et reconduites", "CPO"]
YEARS = ["Évolution", "Égalité F-H", "Publics"]
SHEETS = ["Bilan", "Évolution", *TABLES, "Égalité F-H", "Prévu et réalisé", "Publics", "Dossiers", "Lisez-moi"]
FROZEN = {**{name: "C5" for name in TABLES}, **{name: "B5" for name in YEARS}, "Prévu et réalisé": "D5", "Dossiers": "E5"}
A4_PORTRAIT = (595.3, 841.9)


def check_front(sheet):
    """One page of A4, upright, of figures that can be read, with its charts inside."""
    setup = sheet.page_setup
    equal((setup.paperSize, setup.orientation), (9, "portrait"), "Bilan: A4 portrait")
    equal((setup.fitToWidth or 1, setup.fitToHeight or 1), (1, 1), "Bilan: one page")
    equal(sheet.sheet_properties.pageSetUpPr.fitToPage, True, "Bilan: fits the page")
    area = sheet.print_area  # a list, or a text, as openpyxl is older or newer
    area = area if isinstance(area, str) else area[0]
    equal(area.replace("$", "").split("!")[-1], f"A1:I{sheet.max_row}", "Bilan: print area")
    check_footer(sheet)
    margins = sheet.page_margins
    usual = sheet.sheet_format.defaultRowHeight
    height = sum(sheet.row_dimensions[row].height or usual for row in range(1, sheet.max_row + 1))
    width = sum(d.width * (d.max - d.min + 1) for d in sheet.column_dimensions.values() if d.min <= 9) * POINTS_PER_CHAR
    scale = min(1, (A4_PORTRAIT[0] - 72 * (margins.left + margins.right)) / width,
                (A4_PORTRAIT[1] - 72 * (margins.top + margins.bottom)) / height)
    size = 10 * scale
    true(size >= 8, f"Bilan: printed at {size:.2f} points, 8 at least")
    for chart in sheet._charts:
        true(chart.anchor._from.row < sheet.max_row, "Bilan: a chart is on the page")


def rows_of(values, name):
    table = Table(values[name])
    return [[values[name].cell(row, column).value for column in range(1, len(table.headers) + 1)] for row in table.rows]


def check_exercices(db, values):
    """What SQL says of each exercice, the years table says, and the tables by year make."""
    years = Table(values["Évolution"])
    found = {years.value(row, "Exercice"): row for row in years.rows}
    for year, accorde, notifie, verse in db.execute("""SELECT d.exercice, SUM(COALESCE(f.vote_cents, f.arbitre_cents)),
            SUM(f.notifie_cents), SUM(v.cents) FROM dossier d LEFT JOIN financement f ON f.dossier_id = d.id
            LEFT JOIN (SELECT financement_id, SUM(CASE genre WHEN 'reversement' THEN -montant_cents ELSE montant_cents END)
                AS cents FROM versement GROUP BY 1) v ON v.financement_id = f.id
            WHERE d.chapeau = 0 GROUP BY 1""").fetchall():
        row = found[year]
        for header, expected in (("Accordé", accorde), ("Notifié", notifie), ("Versé", verse)):
            equal(cents(years.value(row, header)), expected, f"Évolution: {header} {year}")
            for name in TABLES:
                table = Table(values[name])
                equal(cents(table.value(table.totals, f"{header} {year}")), expected, f"{name}: {header} {year}")
    equal(len(found), len(years.rows), "Évolution: a row per exercice")


def check_rates(values):
    """A rate of the whole is a rate."""
    for sheet in values:
        for row in sheet.iter_rows(min_row=5):
            for cell in row:
                if isinstance(cell.value, (int, float)) and str(cell.number_format).endswith("%"):
                    true(abs(cell.value) < 1000, f"{sheet.title}!{cell.coordinate}: {cell.value} is no rate")
                    true('"\u2212"' in cell.number_format, f"{sheet.title}!{cell.coordinate}: a minus that is a hyphen")
    years = Table(values["Évolution"])
    accorde, sollicite = (cents(years.value(years.totals, name)) for name in ("Accordé", "Sollicité"))
    if accorde and sollicite:
        equal(round(years.value(years.totals, "Accordé sur sollicité"), 4), round(accorde / sollicite, 4), "Évolution: rate")


def layout(programme, workbook):
    values, formulas = load(workbook)
    db = sqlite3.connect(f"file:{programme}?mode=ro", uri=True)
    equal(values.sheetnames, SHEETS, "sheets")
    check_no_error(values)
    check_front(values["Bilan"])
    for name, frozen in FROZEN.items():
        check_page(values[name])
        check_sheet(values, formulas, name, frozen)
        check_legible(values[name])
        equal(values[name].print_title_rows, "$3:$4", f"{name}: repeated headers")
    for name, charts in (("Bilan", 2), ("Évolution", 1), ("Égalité F-H", 1)):
        equal(len(formulas[name]._charts), charts, f"{name}: charts")
    check_exercices(db, values)
    check_rates(values)
    guide = {row[0].value: row[1].value for row in values["Lisez-moi"].iter_rows(max_col=2)}
    true(len(guide["État du fichier (SHA-256)"]) == 64, "Lisez-moi: digest of the file")


def fixture(workbook):
    values, formulas = load(workbook)
    dossiers = Table(values["Dossiers"])
    equal([dossiers.value(row, "N°") for row in dossiers.rows], ["P-1", "A-1", "A-2"], "financed dossiers, by year")
    first, second, past = (dossiers.find(**{"N°": number}) for number in ("A-1", "A-2", "P-1"))
    equal(dossiers.value(first, "Accordé"), 4000.05, "voté, else arbitré")
    equal((dossiers.value(first, "Notifié"), dossiers.value(first, "Versé")), (3000, 700), "an amount of each stage")
    equal((dossiers.value(second, "Notifié"), dossiers.value(second, "Versé")), (None, None), "NULL is an empty cell")
    equal(dossiers.value(past, "Charges réalisées"), None, "no compte rendu")
    equal((dossiers.value(first, "Charges réalisées"), dossiers.value(first, "Taux de réalisation")), (9000, 0.9), "realised")
    equal((dossiers.value(first, "Marque F-H"), dossiers.value(second, "Marque F-H")), (0, None), "0 is not unassessed")
    title = formulas["Dossiers"].cell(second, dossiers.column("Intitulé"))
    equal((title.value[:10], title.data_type), ("=1+1 & <Ja", "s"), "text that looks like a formula")
    true(len(title.value) > 900, "a very long title is kept whole")
    true("Œuvre d’été à l’Aÿ" in [row[0] for row in rows_of(values, "Porteurs")], "accents")
    years = Table(values["Évolution"])
    old = years.find(Exercice=2025)
    equal((years.value(old, "Notifié"), years.value(old, "Versé")), (None, None), "a sum of nothing is empty")
    equal((years.value(old, "Taux de réalisation"), years.value(old, "À récupérer")), (None, None), "nor is it 0")
    table = Table(values["Catégories"])
    equal(table.value(table.totals, "Notifié 2025"), None, "a total of nothing is empty")
    equal(table.value(table.find(Code="etat"), "Évolution"), 3.0001, "change, a half up")
    front = [cell.value for row in values["Bilan"].iter_rows() for cell in row if isinstance(cell.value, str)]
    true("+300,1\u202f% sur 2025" in front, f"the change since the year before: {[t for t in front if 'sur 2025' in t]}")
    true(any(text.startswith("Bilan de la programmation 2025 à 2026") for text in front), "title")


def one(workbook):
    values, _ = load(workbook)
    equal(values.sheetnames, SHEETS, "sheets")
    check_front(values["Bilan"])
    equal(len(Table(values["Évolution"]).rows), 1, "one exercice")
    headers = Table(values["Financeurs"]).headers
    true("Évolution" not in headers and not any(header.endswith(", total") for header in headers), "nothing to compare")
    front = [cell.value for row in values["Bilan"].iter_rows() for cell in row if isinstance(cell.value, str)]
    true("Bilan de la programmation 2026" in front, "title of one year")
    true(not any(" sur 20" in text for text in front) and "Évolution" not in front, "no change of a single year")


def gap(workbook, state):
    values, _ = load(workbook)
    check_front(values["Bilan"])
    equal([Table(values["Évolution"]).value(row, "Exercice") for row in Table(values["Évolution"]).rows], [2018, 2025, 2026], "all years")
    front = [cell.value for row in values["Bilan"].iter_rows() for cell in row if isinstance(cell.value, str)]
    true("Bilan de la programmation 2025 à 2026" in front and "2018" not in front, "years that follow one another")
    for text in ("Chiffres clés de 2026", "Actions\u00a02026", "Part\u00a02026"):
        true(text in front, f"{text}: a figure says its year")
    true("Part" not in front and "Actions" not in front, "no figure of an unsaid year")
    sentence = "2026 est en cours\u00a0: ses chiffres changeront encore."
    equal(sentence in front, state == "en-cours", "a year that is not over says so")


def empty(workbook):
    values, _ = load(workbook)
    equal(values.sheetnames, SHEETS, "sheets")
    check_no_error(values)
    equal(values["Bilan"]["A1"].value, "Bilan de la programmation : aucun dossier", "a line that says so")
    for name in FROZEN:
        equal(values[name].sheet_state, "visible", name)
        true(str(values[name].cell(5, 1).value).startswith("Aucun"), f"{name}: a line that says so")


def many(workbook, rows):
    values, formulas = load(workbook)
    table = check_sheet(values, formulas, "Dossiers", FROZEN["Dossiers"])
    numbers = [(table.value(row, "Exercice"), table.value(row, "N°")) for row in table.rows]
    equal(len(numbers), int(rows), "financed dossiers")
    equal(numbers, sorted(numbers), "in their order")
    check_front(values["Bilan"])
    for name in TABLES:
        check_sheet(values, formulas, name, FROZEN[name])


if __name__ == "__main__":
    {"layout": layout, "fixture": fixture, "one": one, "gap": gap, "empty": empty, "many": many,
     "office": lambda workbook: office(workbook, SHEETS)}[sys.argv[1]](*sys.argv[2:])
