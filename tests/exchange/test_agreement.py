#!/usr/bin/env python3
"""One figure, the same everywhere: what others read of the exports agrees with `stats --json`, and with a recount of the file, to
the cent.

    test_agreement.py PROGVILLE-CLI DATADIR SHARED-DATA MAKE-PROGRAMME LOAD-ROWS

Four programmes: the demonstration, P147 in the departments 59 and 62, an invented one of 1 700 dossiers, and one of five exercices
of 340 dossiers with all that follows the decision (17 000 of each: `build-aux/bench suites`). Each workbook is read by
openpyxl, then opened by LibreOffice, whose own sums are read too; fiches are read by poppler.
"""
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

from recount import Recount

try:
    import openpyxl
except ImportError:
    print("openpyxl is not there: nothing reads the workbooks back")
    sys.exit(77)

CLI, DATA, SHARED, MAKE, LOADER = (pathlib.Path(a).resolve() for a in sys.argv[1:6])
STAGES = {"sollicite": "Sollicité", "propose": "Proposé", "arbitre": "Arbitré", "vote": "Voté", "notifie": "Notifié",
          "verse": "Versé"}
GROUPS = {"etat": "État", "region": "Région", "departement": "Département", "caf": "CAF", "epci": "EPCI",
          "commune": "Communes"}
SHEETS = ["Synthèse", "Dossiers", "Financements", "Notes", "Avis", "Égalité F-H", "Enveloppes", "Territoires", "Axes",
          "Contrôles", "Lisez-moi"]
ENVIRONMENT = {**os.environ, "PV_DATADIR": str(DATA), "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
SOFFICE = shutil.which("soffice")


def cli(*arguments, allowed=(0,)):
    done = subprocess.run([str(CLI), *map(str, arguments)], capture_output=True, text=True, encoding="utf-8",
                          timeout=600, env=ENVIRONMENT)
    assert done.returncode in allowed, (arguments, done.returncode, done.stderr[-2000:])
    return done.stdout


def half_up(dividend, divisor):
    """Rounded to the nearest integer, a half up."""
    return (2 * dividend + divisor) // (2 * divisor)


def cents(value):
    return 0 if value is None else round(value * 100)


class Table:
    """`Dossiers` or `Financements` as a reader of spreadsheets sees it."""

    def __init__(self, sheet):
        rows = list(sheet.iter_rows(min_row=4, values_only=True))
        self.headers = list(rows[0])
        end = next(i for i, row in enumerate(rows) if i > 0 and all(cell is None for cell in row))
        self.rows = rows[1:end]
        self.total = rows[end + 1]

    def column(self, header):
        index = self.headers.index(header)
        return [row[index] for row in self.rows]

    def sum(self, header):
        return sum(cents(value) for value in self.column(header))

    def stated(self, header):
        return cents(self.total[self.headers.index(header)])


def stats(file, by, stage, *more):
    return json.loads(cli("stats", file, "--by", by, "--stage", stage, *more, "--json"))


class Bilan:
    """A sheet of the workbook `bilan`: a row of headers, rows, and the totals under them."""

    def __init__(self, sheet):
        rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if any(cell is not None for cell in row)]
        self.headers = rows[0]
        self.rows = [dict(zip(rows[0], row)) for row in rows[1:] if row[0] != "Total"]
        self.total = next((dict(zip(rows[0], row)) for row in rows[1:] if row[0] == "Total"), None)

    def sum(self, header):
        return sum(cents(row[header]) for row in self.rows)


class Agreement:
    """What must hold for any programme; a subclass makes one."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="progville-agreement-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.file = cls.folder / "essai.progville"
        cls.make()
        cls.workbook = cls.folder / "synthese.xlsx"
        cli("export", cls.file, "synthese", cls.workbook)
        cls.stats = {stage: stats(cls.file, "categorie", stage) for stage in STAGES}
        cls.recount = Recount(cls.file)
        cls.book = openpyxl.load_workbook(cls.workbook, data_only=True)
        cli("export", cls.file, "bilan", cls.folder / "bilan.xlsx")
        cls.bilan = openpyxl.load_workbook(cls.folder / "bilan.xlsx", data_only=True)

    @classmethod
    def tearDownClass(cls):
        cls.recount.db.close()

    def expected(self, stage):
        """Cents per group of columns of the workbook."""
        sums = dict.fromkeys([*GROUPS.values(), "Autres"], 0)
        for row in self.stats[stage]["rows"]:
            sums[GROUPS.get(row["key"], "Autres")] += row["amount_cents"]
        return sums

    def agree(self, book):
        dossiers, financements = Table(book["Dossiers"]), Table(book["Financements"])
        for stage, label in STAGES.items():
            total = self.stats[stage]["total"]["amount_cents"]
            for group, amount in self.expected(stage).items():
                header = f"{group} {label.lower()}"
                self.assertEqual((dossiers.sum(header), dossiers.stated(header)), (amount, amount), header)
            header = f"Total {label.lower()}"
            self.assertEqual((dossiers.sum(header), dossiers.stated(header)), (total, total), header)
            self.assertEqual((financements.sum(label), financements.stated(label)), (total, total), label)
        return dossiers

    def test_sheets_and_headers(self):
        self.assertEqual(self.book.sheetnames, SHEETS)
        for name in ("Dossiers", "Financements"):
            headers = Table(self.book[name]).headers
            self.assertEqual(len(headers), len(set(headers)))
            self.assertNotIn(None, headers)
            self.assertEqual(Table(self.book[name]).total[0], "Total")

    def test_the_workbook_agrees_with_stats_to_the_cent(self):
        dossiers = self.agree(self.book)
        shown = [row for row in dossiers.rows if row is not None]
        self.assertGreaterEqual(len(shown), self.stats["sollicite"]["total"]["dossiers"])

    def test_the_rows_of_the_file_make_the_same_totals(self):
        for stage in STAGES:
            self.assertEqual({row["key"]: row["amount_cents"] for row in self.stats[stage]["rows"]},
                             self.recount.by("fi.categorie", stage), stage)
            self.assertEqual(self.stats[stage]["total"]["amount_cents"], self.recount.total(stage), stage)

    def test_the_exercices_add_up(self):
        for stage in STAGES:
            years = {row["key"]: row["amount_cents"] for row in stats(self.file, "exercice", stage)["rows"]}
            self.assertEqual(years, {str(y): cents for y, cents in self.recount.by("f.exercice", stage).items()}, stage)
            each = {year: stats(self.file, "statut", stage, "--exercice", year)["total"]["amount_cents"]
                    for year in self.recount.exercices}
            self.assertEqual(each, {year: self.recount.total(stage, year) for year in self.recount.exercices}, stage)
            total = self.stats[stage]["total"]["amount_cents"]
            self.assertEqual((sum(years.values()), sum(each.values())), (total, total), stage)

    def test_the_bilan_says_the_same_of_each_exercice(self):
        rows = {row["Exercice"]: row for row in Bilan(self.bilan["Évolution"]).rows}
        self.assertEqual(sorted(rows), self.recount.exercices)
        for year, row in rows.items():
            self.assertEqual(row["Dossiers"], self.recount.dossiers(year), year)
            for stage, label in {**STAGES, "accorde": "Accordé"}.items():
                self.assertEqual(cents(row[label]), self.recount.total(stage, year), (year, label))
            self.assertEqual(cents(row["Charges réalisées"]), self.recount.charges("realise", year), year)
            self.assertEqual(cents(row["À récupérer"]), self.recount.to_recover(year), year)

    def test_every_dimension_of_the_bilan_makes_the_same_totals(self):
        seen = 0
        for sheet in self.bilan:
            bilan = Bilan(sheet)
            years = [year for year in self.recount.exercices if f"Accordé {year}" in bilan.headers]
            if not years or bilan.total is None:
                continue
            seen += 1
            self.assertEqual(years, self.recount.exercices, sheet.title)
            for year in years:
                for stage, label in (("accorde", "Accordé"), ("notifie", "Notifié"), ("verse", "Versé")):
                    header, expected = f"{label} {year}", self.recount.total(stage, year)
                    self.assertEqual((bilan.sum(header), cents(bilan.total[header])), (expected, expected), (sheet.title, header))
        self.assertGreaterEqual(seen, 10)

    def test_the_bilan_by_category_is_that_of_stats(self):
        bilan = Bilan(self.bilan["Catégories"])
        for year in self.recount.exercices:
            for stage, label in (("accorde", "Accordé"), ("notifie", "Notifié"), ("verse", "Versé")):
                found = {row["Code"]: cents(row[f"{label} {year}"]) for row in bilan.rows}
                expected = self.recount.by("fi.categorie", stage, f"d.exercice = {year}")
                self.assertEqual({k: v for k, v in found.items() if v}, {k: v for k, v in expected.items() if v}, (year, label))
        for stage, label in (("notifie", "Notifié"), ("verse", "Versé")):
            found = {row["Code"]: sum(cents(row[f"{label} {year}"]) for year in self.recount.exercices) for row in bilan.rows}
            expected = {row["key"]: row["amount_cents"] for row in self.stats[stage]["rows"]}
            self.assertEqual({k: v for k, v in found.items() if v}, {k: v for k, v in expected.items() if v}, label)

    def test_planned_and_realised_charges_agree(self):
        """Poste by poste, the charges outside the contributions in kind make those of the evolution."""
        sheet = Bilan(self.bilan["Prévu et réalisé"])
        evolution = {row["Exercice"]: row for row in Bilan(self.bilan["Évolution"]).rows}
        for year in self.recount.exercices:
            for column, total in (("Prévu", "Charges prévues"), ("Réalisé", "Charges réalisées")):
                found = sum(cents(row.get(f"{column} {year}")) for row in sheet.rows if row["Côté"] == "Charge" and row["Compte"] != "86")
                compared = evolution[year]["Dossiers comparés"] or 0
                if compared:
                    self.assertEqual(found, cents(evolution[year][total]), (year, column))

    def test_the_fiches_say_the_same_amounts(self):
        """Dossier by dossier, on paper."""
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext is not there: nothing reads the fiches back")
        for year in self.recount.exercices[-3:]:
            numbers = [row[0] for row in self.recount.db.execute(
                "SELECT d.numero FROM dossier d WHERE d.exercice = ? AND d.chapeau = 0 AND EXISTS"
                " (SELECT 1 FROM financement f WHERE f.dossier_id = d.id) ORDER BY d.id LIMIT 25", (year,))]
            chosen = [word for number in numbers for word in ("--dossier", number)]
            out = self.folder / f"fiches-{year}.pdf"
            cli("export", self.file, "fiche", out, "--exercice", year, *chosen)
            text = subprocess.run(["pdftotext", "-layout", out, "-"], capture_output=True, text=True, check=True).stdout
            fiches = re.split(r"Dossier n° ", text)[1:]
            self.assertEqual(len(fiches), len(numbers))
            for number, fiche in zip(numbers, fiches):
                self.assertTrue(fiche.startswith(f"{number} ·"), number)
                found = re.search(r"^ *Total +(.+)$", fiche, re.MULTILINE)
                said = [None if cell == "–" else round(float(re.sub(r"[^\d,-]", "", cell.replace("−", "-")).replace(",", ".")) * 100)
                        for cell in re.split(r"\s{2,}", found.group(1).strip())]
                expected = [self.recount.by("1", stage, f"d.numero = '{number}' AND d.exercice = {year}")[1] for stage in STAGES]
                self.assertEqual([cents or 0 for cents in said], expected, number)

    def test_no_cell_is_an_error(self):
        for sheet in [*self.book, *self.bilan]:
            for row in sheet.iter_rows():
                for cell in row:
                    self.assertNotEqual(cell.data_type, "e", f"{sheet.title}!{cell.coordinate}")

    @unittest.skipUnless(SOFFICE, "LibreOffice is not there")
    def test_another_office_opens_it_and_computes_the_same(self):
        out = self.folder / "libreoffice"
        done = subprocess.run([SOFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to",
                               "xlsx:Calc MS Excel 2007 XML", "--outdir", out, self.workbook],
                              capture_output=True, text=True, timeout=600, env={**os.environ, "HOME": str(self.folder)})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("repair", (done.stdout + done.stderr).lower())
        again = openpyxl.load_workbook(out / "synthese.xlsx", data_only=True)
        self.assertEqual(again.sheetnames, SHEETS)
        self.agree(again)


class Demonstration(Agreement, unittest.TestCase):
    @classmethod
    def make(cls):
        cli("new", cls.file, "--demonstration")

    def test_scores_and_ranks_follow_from_the_marks_of_the_sheet(self):
        rows = [row for row in self.book["Notes"].iter_rows(min_row=4, values_only=True) if row[0] is not None]
        head, rows = rows[0], rows[1:]
        at = {name: head.index(name) for name in head}
        self.assertEqual(len(rows), 1853)
        marks = {}
        for row in rows:
            self.assertEqual(row[at["État"]], "Soumise")
            marks.setdefault((row[at["N°"]], row[at["Institution"]]), []).append(row)
        scores = {}
        for (number, _institution), given in marks.items():
            weighed = [(row[at["Poids"]], Fraction(row[at["Note"]], row[at["Maximum"]]))
                       for row in given if row[at["Sans objet"]] is None]
            if len(given) == 8:
                scores.setdefault(number, []).append(half_up(Fraction(10000) * sum(w * n for w, n in weighed),
                                                             sum(w for w, _n in weighed)))
        means = {number: half_up(sum(each), len(each)) for number, each in scores.items()}
        dossiers = Table(self.book["Dossiers"])
        read = {}
        for number, score, rank, spread in zip(*(dossiers.column(h) for h in ("N°", "Score", "Rang", "Dispersion"))):
            if score is not None:
                read[number] = (cents(score), rank, None if spread is None else cents(spread))
        self.assertEqual(read, {
            number: (mean, 1 + sum(other > mean for other in means.values()),
                     max(scores[number]) - min(scores[number]) if len(scores[number]) > 1 else None)
            for number, mean in means.items()})
        self.assertEqual(read["0412"][0], 7571)
        avis = [row for row in self.book["Avis"].iter_rows(min_row=4, values_only=True) if row[0] is not None]
        at = {name: avis[0].index(name) for name in avis[0]}
        of_each = {}
        for row in avis[1:]:
            if row[at["Score"]] is not None:
                of_each.setdefault(row[at["N°"]], []).append(cents(row[at["Score"]]))
        self.assertEqual({number: sorted(each) for number, each in of_each.items()},
                         {number: sorted(each) for number, each in scores.items()})

    def test_avis_of_the_sheet_are_those_of_the_columns(self):
        rows = [row for row in self.book["Avis"].iter_rows(min_row=4, values_only=True) if row[0] is not None]
        at = {name: rows[0].index(name) for name in rows[0]}
        told = {(row[at["N°"]], row[at["Institution ou service"]]): row[at["Avis"]] for row in rows[1:]
                if row[at["Avis"]] is not None}
        dossiers = Table(self.book["Dossiers"])
        shown = {}
        for header in [h for h in dossiers.headers if h.startswith("Avis ")]:
            for number, avis in zip(dossiers.column("N°"), dossiers.column(header)):
                if avis is not None:
                    shown[number, header.removeprefix("Avis ")] = avis
        self.assertEqual(shown, told)
        self.assertEqual(len(told), 256)


@unittest.skipUnless((SHARED / "p147").is_dir(), "the public files of P147 are not there")
class P147(Agreement, unittest.TestCase):
    @classmethod
    def make(cls):
        cli("new", cls.file)
        for name in ("adultes_relais_2024", "postes_fonjep_2024"):
            with (SHARED / "p147" / f"{name}.csv").open(encoding="utf-8") as source:
                rows = list(csv.DictReader(source))
            kept = [row for row in rows if row["insee_dep"] in ("59", "62")]
            with (cls.folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, rows[0])
                writer.writeheader()
                writer.writerows(kept)
            cli("import", cls.file, cls.folder / f"{name}.csv", allowed=(0, 1))

    def test_the_total_is_that_of_the_source(self):
        expected = 0
        for name in ("adultes_relais_2024", "postes_fonjep_2024"):
            with (cls_file := self.folder / f"{name}.csv").open(encoding="utf-8") as source:
                expected += sum(round(float(row["montant"]) * 100) for row in csv.DictReader(source))
        self.assertGreater(expected, 0, cls_file)
        self.assertEqual(self.stats["notifie"]["total"]["amount_cents"], expected)


class Generated(Agreement, unittest.TestCase):
    @classmethod
    def make(cls):
        table = cls.folder / "programmation.csv"
        with table.open("w", encoding="utf-8") as out:
            subprocess.run([sys.executable, MAKE, "1700"], stdout=out, check=True)
        cli("new", cls.file, "--contrat", "CN05911M")
        cli("import", cls.file, table, allowed=(0, 1))

    def test_the_totals_are_those_of_the_table(self):
        with (self.folder / "programmation.csv").open(encoding="utf-8") as source:
            rows = list(csv.DictReader(source, delimiter=";"))
        self.assertEqual(len(rows), 1700)
        self.assertEqual(self.stats["sollicite"]["total"]["dossiers"], 1700)
        for key, funder in GROUPS.items():
            funder = {"Communes": "Commune"}.get(funder, funder)
            for stage, label in (("sollicite", "sollicité"), ("propose", "proposé"), ("vote", "voté")):
                expected = sum(int(row[f"{funder} {label}"].replace(",", "") or 0) for row in rows)
                found = [row["amount_cents"] for row in self.stats[stage]["rows"] if row["key"] == key]
                self.assertEqual(sum(found), expected, f"{funder} {label}")


class Years(Agreement, unittest.TestCase):
    """Votes, payments, mouvements, bilans, conventions of five exercices, in cents that do not round."""

    @classmethod
    def make(cls):
        subprocess.run([sys.executable, MAKE, "340", "--programme", cls.file, "--cli", CLI, "--loader", LOADER], check=True,
                       env=ENVIRONMENT)

    def test_the_file_is_sound(self):
        found = json.loads(cli("check", self.file, "--json", allowed=(0, 1)))
        self.assertEqual([found[part]["problems"] for part in ("integrity", "totals", "history")], [[], [], []])
        self.assertEqual(len(self.recount.exercices), 5)
        for stage in STAGES:
            self.assertNotEqual(self.recount.total(stage, self.recount.exercices[0]) % 100, 0, stage)
        self.assertGreater(self.recount.charges("realise"), 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[6:]], verbosity=2)
