#!/usr/bin/env python3
#
# check_synthese.py: reads an instruction workbook back, cell by cell, with openpyxl
#
# Copyright 2026 The Progville authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_synthese.py layout PROGRAMME WORKBOOK    its form, and every total against the file's SQL
   check_synthese.py empty PROGRAMME WORKBOOK     the sheets of a programme without dossiers
   check_synthese.py fixture WORKBOOK            the cells of the small programme of test-synthese.c
   check_synthese.py french WORKBOOK             the controls speak French, where they are and in Dossiers
   check_synthese.py same WORKBOOK WORKBOOK      the cells of two workbooks are equal
   check_synthese.py office WORKBOOK             LibreOffice computes the totals that are kept
   check_synthese.py limits WORKBOOK CSV         what did not fit is in the CSV
"""
import csv
import datetime
import sqlite3
import sys

from workbook import Table, cents, check_legible, check_no_error, check_page, check_sheet, equal, load, office, openpyxl, shown_columns, true

SHEETS = ["Synthèse", "Dossiers", "Financements", "Notes", "Avis", "Égalité F-H", "Enveloppes", "Territoires",
          "Axes", "Contrôles", "Lisez-moi"]
GROUPS = {"État": "('etat')", "Région": "('region')", "Département": "('departement')", "CAF": "('caf')",
          "EPCI": "('epci')", "Communes": "('commune')",
          "Autres": "('ars','cpam','europe','bailleur','banque_des_territoires','anru','autre','prive','inconnu')"}
STAGES = ["sollicité", "proposé", "arbitré", "voté", "notifié", "versé"]
COLUMNS = ["sollicite", "propose", "arbitre", "vote", "notifie"]
EURO = '#,##0.00 "€";"\u2212"#,##0.00 "€"'


def check_print(sheet):
    columns, _ = shown_columns(sheet)
    true(columns <= 20, f"{sheet.title}: {columns} columns are printed, 20 at most")
    check_legible(sheet)


def stage_sql(stage):
    return "v.verse_cents" if stage == "versé" else f"f.{COLUMNS[STAGES.index(stage)]}_cents"


def amount(db, stage, where):
    return db.execute(f"""SELECT COALESCE(SUM({stage_sql(stage)}), 0) FROM financement f
        JOIN dossier d ON d.id = f.dossier_id AND d.chapeau = 0
        JOIN financeur p ON p.id = f.financeur_id
        LEFT JOIN (SELECT financement_id, SUM(CASE genre WHEN 'reversement' THEN -montant_cents
                     ELSE montant_cents END) AS verse_cents FROM versement GROUP BY 1) v ON v.financement_id = f.id
        WHERE {where}""").fetchone()[0]


def check_amounts(db, tables):
    dossiers, financements = tables["Dossiers"], tables["Financements"]
    for stage in STAGES:
        whole = amount(db, stage, "1")
        for table, header in ((dossiers, f"Total {stage}"), (financements, stage.capitalize()),
                              (tables["Territoires"], f"Tous financeurs {stage}"),
                              (tables["Axes"], f"Tous financeurs {stage}")):
            equal(cents(table.value(table.totals, header)), whole, f"{table.sheet.title}: {header}")
        for group, categories in GROUPS.items():
            part = amount(db, stage, f"p.categorie IN {categories}")
            for name in ("Dossiers", "Territoires", "Axes"):
                table = tables[name]
                equal(cents(table.value(table.totals, f"{group} {stage}")), part, f"{name}: {group} {stage}")
    counted = db.execute("SELECT COUNT(*) FROM dossier WHERE chapeau = 0").fetchone()[0]
    for name in ("Territoires", "Axes"):
        equal(tables[name].value(tables[name].totals, "Dossiers"), counted, f"{name}: dossiers")
    equal(len(dossiers.rows), db.execute("SELECT COUNT(*) FROM dossier").fetchone()[0], "rows of Dossiers")
    equal(len(financements.rows), db.execute("""SELECT COUNT(*) FROM financement f JOIN dossier d
        ON d.id = f.dossier_id WHERE d.chapeau = 0""").fetchone()[0], "rows of Financements")


def check_front(values, db):
    """The first page says the same totals."""
    sheet = values["Synthèse"]
    rows = {sheet.cell(row, 2).value: row for row in range(sheet.max_row, 0, -1)}
    header = rows["Financeur"]
    for index, stage in enumerate(STAGES):
        column = 4 + index
        equal(sheet.cell(header, column).value, stage.capitalize(), "Synthèse: stage")
        equal(cents(sheet.cell(rows["Total"], column).value) or 0, amount(db, stage, "1"), f"Synthèse: total {stage}")
        for group, categories in GROUPS.items():
            equal(cents(sheet.cell(rows[group], column).value) or 0,
                  amount(db, stage, f"p.categorie IN {categories}"), f"Synthèse: {group} {stage}")
    marks = dict(db.execute("""SELECT COALESCE(m.valeur, 3), COUNT(*) FROM dossier d LEFT JOIN marqueur m
        ON m.dossier_id = d.id AND m.axe_id = (SELECT id FROM axe_transversal WHERE code = 'egalite')
        WHERE d.chapeau = 0 GROUP BY 1"""))
    for value, label in enumerate(["Marque 0", "Marque 1", "Marque 2", "Non évalué"]):
        equal(sheet.cell(rows[label], 3).value, marks.get(value, 0), f"Synthèse: {label}")
    true(len(sheet._charts) >= 2, "Synthèse: charts")


def layout(programme, workbook):
    values = openpyxl.load_workbook(workbook, data_only=True)
    formulas = openpyxl.load_workbook(workbook)
    db = sqlite3.connect(f"file:{programme}?mode=ro", uri=True)
    equal(values.sheetnames, SHEETS, "sheets")
    check_no_error(values)
    for sheet in values:
        check_page(sheet)
    tables = {name: check_sheet(values, formulas, name, frozen)
              for name, frozen in (("Dossiers", "F5"), ("Financements", "E5"), ("Territoires", "C5"), ("Axes", "C5"))}
    for name in ("Dossiers", "Financements"):
        equal(values[name].print_title_rows, "$3:$4", f"{name}: repeated headers")
    check_print(values["Dossiers"])
    check_amounts(db, tables)
    check_front(values, db)
    guide = {row[0].value: row[1].value for row in values["Lisez-moi"].iter_rows(max_col=2)}
    true(len(guide["État du fichier (SHA-256)"]) == 64, "Lisez-moi: digest of the file")


def empty(_programme, workbook):
    values = openpyxl.load_workbook(workbook, data_only=True)
    equal(values.sheetnames, SHEETS, "sheets")
    check_no_error(values)
    for name in ("Dossiers", "Financements"):
        equal(Table(values[name]).rows, [], f"{name}: no row")
        equal(values[name].cell(6, 1).value, "Total", f"{name}: totals")
    equal(values["Notes"].cell(5, 1).value,
          "Aucune note : la notation par critère n’a pas encore commencé.", "Notes: a line that says so")


def fixture(workbook):
    values = openpyxl.load_workbook(workbook, data_only=True)
    formulas = openpyxl.load_workbook(workbook)
    dossiers = Table(values["Dossiers"])
    first = dossiers.find(**{"N°": "A-1"})
    cell = dossiers.sheet.cell(first, dossiers.column("État sollicité"))
    equal((cell.value, cell.number_format), (5000, EURO), "amount as a number of euros")
    equal(dossiers.value(first, "Coût total"), 10000, "coût total of the budget lines")
    equal(dossiers.value(first, "Taux public"), 0.2, "public funders, each at its furthest stage")
    equal(dossiers.value(first, "Début"), datetime.datetime(2026, 2, 1), "a true date")
    equal(dossiers.value(first, "Région proposé"), None, "NULL is an empty cell")
    equal(dossiers.value(first, "État arbitré"), 0, "0 is written")
    equal(dossiers.value(first, "Communes"), "Roubaix", "communes of the quartiers")
    equal(dossiers.value(first, "Quartiers"), "Alma (QN05901M), Sud", "quartiers")
    equal(dossiers.value(first, "Avis DDETS"), "Favorable", "avis of an institution")
    equal(dossiers.value(first, "Score"), 66.25, "mean of the scores of two institutions")
    equal((dossiers.value(first, "Rang"), dossiers.value(first, "Dispersion")), (1, 17.5), "rank and dispersion")
    equal(dossiers.value(first, "Marqueur"), 0, "mark 0")
    equal(dossiers.value(first, "Décision"), "Programmé sous réserve", "the last version of the decision")
    equal(dossiers.value(first, "Réserve"), "sous réserve du bilan", "reserve")
    equal(dossiers.value(first, "État versé"), 700, "acompte less reversement")
    true(isinstance(dossiers.value(first, "SIRET"), str), "SIRET is text")

    second = dossiers.find(**{"N°": "A-2"})
    equal(dossiers.value(second, "Marqueur"), None, "not assessed is not 0")
    title = formulas["Dossiers"].cell(second, dossiers.column("Intitulé"))
    equal((title.value, title.data_type), ("=1+1 & <Jardin> partagé", "s"), "text that looks like a formula")
    equal(formulas["Dossiers"].cell(second, dossiers.column("Porteur")).data_type, "s", "text is text")

    chapeau = dossiers.find(**{"N°": "C-0"})
    empty = [header for header in dossiers.headers if dossiers.value(chapeau, header) is not None]
    true(not any("sollicité" in header or header in ("Coût total", "Bénéficiaires total") for header in empty),
         "a chapeau shows no amounts")
    true(dossiers.sheet.cell(chapeau, 1).font.italic, "a chapeau is told apart")
    financements = Table(values["Financements"])
    true("C-0" not in [financements.value(row, "N°") for row in financements.rows], "no financement of a chapeau")
    paid = financements.find(**{"N°": "A-1", "Catégorie": "État"})
    equal(financements.value(paid, "Étape atteinte"), "Arbitré", "firmness")
    equal(financements.value(paid, "Enveloppe"), "Nord", "envelope")
    equal(financements.value(financements.find(**{"Financeur": "Fondation Marat"}), "Public"), "Non", "private")

    envelopes = Table(values["Enveloppes"])
    parent = envelopes.find(**{"Enveloppe": "P147"})
    equal(formulas["Enveloppes"].cell(parent, envelopes.column("Montant")).value, "=SUBTOTAL(109,F6:F6)",
          "a parent is the sum of its parts")
    equal((envelopes.value(parent, "Montant"), envelopes.value(envelopes.totals, "Montant")), (10000, 10000),
          "a parent is not summed with its parts")
    equal(values["Notes"].cell(5, 6).value, "Partenariat", "Notes: criterion")
    notices = [row[4].value for row in values["Avis"].iter_rows(min_row=5, min_col=1, max_col=5)]
    true("Service consulté" in notices and "Institution" in notices, "Avis: institutions and services")


def french(workbook):
    values = openpyxl.load_workbook(workbook, data_only=True)
    controls = [[cell.value for cell in row[:5]] for row in values["Contrôles"].iter_rows(min_row=5)]
    found = [row for row in controls if row[1] == "SIRET absent"]
    true(found, f"a title in French among {controls}")
    true(found[0][3] and "SIRET" in found[0][3] and " has no " not in found[0][3], f"a finding in French: {found[0][3]}")
    true(found[0][4].startswith("Demander"), f"what to do in French: {found[0][4]}")
    dossiers = Table(values["Dossiers"])
    true(any("SIRET absent" in (dossiers.value(row, "Contrôles") or "") for row in dossiers.rows), "Dossiers: in French")


def same(left, right):
    one, other = (openpyxl.load_workbook(path) for path in (left, right))
    for sheet in one:
        cells = {c.coordinate: (c.value, c.number_format) for row in sheet.iter_rows() for c in row if c.value is not None}
        again = {c.coordinate: (c.value, c.number_format) for row in other[sheet.title].iter_rows() for c in row
                 if c.value is not None}
        equal(again, cells, sheet.title)
        equal(str(other[sheet.title].merged_cells), str(sheet.merged_cells), f"{sheet.title}: merged cells")


def limits(workbook, beside):
    values = openpyxl.load_workbook(workbook, data_only=True)
    dossiers = Table(values["Dossiers"])
    equal(len(dossiers.rows), 2, "rows that fit")
    equal(cents(dossiers.value(dossiers.totals, "Total sollicité")), 1100000, "total of the rows that fit")
    with open(beside, encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    equal([row["N°"] for row in rows], ["A-1", "A-2", "B-1", "C-0", "C-1"], "all rows are in the CSV")
    equal(rows[1]["Intitulé"], "'=1+1 & <Jardin> partagé", "formulas are neutralised")
    equal(rows[0]["État sollicité"], "5000,00", "amounts of the CSV")
    equal(rows[0]["Région proposé"], "", "NULL in the CSV")
    true(all(len(str(cell.value or "")) <= 20 for row in values["Avis"].iter_rows(min_row=5) for cell in row), "texts are cut")
    guide = [row[0].value for row in values["Lisez-moi"].iter_rows(max_col=1)]
    true("Textes coupés" in guide, "Lisez-moi lists the texts that were cut")


if __name__ == "__main__":
    {"layout": layout, "empty": empty, "fixture": fixture, "french": french, "same": same, "office": lambda workbook: office(workbook, SHEETS), "limits": limits}[sys.argv[1]](*sys.argv[2:])
