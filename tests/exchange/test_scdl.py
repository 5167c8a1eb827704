#!/usr/bin/env python3
"""What is published passes the rules of the schema, read here on their own, and comes back the same.

    test_scdl.py PROGVILLE-CLI DATADIR SHARED-DATA MAKE-PROGRAMME

The demonstration, an invented programme of 1 700 dossiers and the files that local authorities publish. The rules are those of
data/reference; where the schema itself is there, both must say the same.
"""
import contextlib
import csv
import datetime
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

CLI, DATA, SHARED, MAKE = (pathlib.Path(a).resolve() for a in sys.argv[1:5])
ENVIRONMENT = {**os.environ, "PV_DATADIR": str(DATA), "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}
SCHEMA = SHARED / "scdl" / "schema_subventions_2.1.1.json"
PUBLIC = ["exemple_valide.csv", "exemple_invalide_erreurs_cellules.csv", "toulouse_2022.csv", "roques_31_subventions_2017.csv",
          "dep10_aube_2017.xlsx", "dep17_charente_maritime.xlsx", "dep46_lot_2017_cp1252.csv"]
THRESHOLD = 23_000_00


def run(*arguments):
    return subprocess.run([str(CLI), *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", timeout=300,
                          env=ENVIRONMENT)


def cli(*arguments, allowed=(0,)):
    done = run(*arguments)
    assert done.returncode in allowed, (arguments, done.returncode, done.stderr[-2000:])
    return done


# --- the rules, read again ----------------------------------------------------------------------


def luhn(digits):
    total = 0
    for i, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if i % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def siret(text):
    """Key of Luhn, or that of the post offices."""
    if not re.fullmatch(r"[0-9]{14}", text):
        return False
    return luhn(text) or (text.startswith("356000000") and sum(map(int, text)) % 5 == 0)


def rules_of_reference():
    with open(DATA / "reference" / "scdl_subventions.csv", newline="", encoding="utf-8") as file:
        return [{
            "name": row["champ"], "type": row["type"], "required": row["requis"] == "oui", "pattern": row["motif"] or None,
            "maxLength": int(row["longueur_max"]) if row["longueur_max"] else None,
            "minimum": float(row["minimum"]) if row["minimum"] else None,
            "maximum": float(row["maximum"]) if row["maximum"] else None,
            "enum": row["valeurs"].split("|") if row["valeurs"] else None,
            "siret": row["controle"] == "siret", "one_of": row["requis_sans"] or None,
        } for row in csv.DictReader(file)]


def rules_of_schema():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    checks = schema["custom_checks"]
    sirets = {check["params"]["column"] for check in checks if check["name"] == "french-siret-value"}
    others = {}
    for check in checks:
        if check["name"] == "one-of-required":
            a, b = check["params"]["column1"], check["params"]["column2"]
            others[a], others[b] = b, a
    rules = []
    for field in schema["fields"]:
        constraints = field.get("constraints", {})
        enum = constraints.get("enum")
        if field["type"] == "boolean":
            enum = field["trueValues"] + field["falseValues"]
        rules.append({
            "name": field["name"], "type": field["type"], "required": constraints.get("required", False),
            "pattern": constraints.get("pattern"), "maxLength": constraints.get("maxLength"),
            "minimum": constraints.get("minimum"), "maximum": constraints.get("maximum"), "enum": enum,
            "siret": field["name"] in sirets, "one_of": others.get(field["name"]),
        })
    return rules


RULES = rules_of_reference()


def faults_of_cell(rule, value):
    if rule["type"] == "date":
        try:
            assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
            datetime.date.fromisoformat(value)
        except (AssertionError, ValueError):
            yield "date"
    if rule["type"] == "number":
        if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
            yield "number"
        elif (rule["minimum"] is not None and float(value) < rule["minimum"]) or (
                rule["maximum"] is not None and float(value) > rule["maximum"]):
            yield "bounds"
    if rule["pattern"] and not re.fullmatch(rule["pattern"].strip("^$"), value, re.ASCII):
        yield "pattern"
    if rule["maxLength"] and len(value) > rule["maxLength"]:
        yield "length"
    if rule["enum"] and value not in rule["enum"]:
        yield "enum"
    if rule["siret"] and not siret(value):
        yield "siret"


def faults_of_row(row):
    """(column, what is wrong) of a dict of texts."""
    for rule in RULES:
        value = row.get(rule["name"]) or ""
        if value == "":
            if rule["required"]:
                yield rule["name"], "required"
            elif rule["one_of"] and not row.get(rule["one_of"]):
                yield rule["name"], "one of two"
            continue
        for fault in faults_of_cell(rule, value):
            yield rule["name"], fault


def read(path):
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert not text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert rows[0] == [rule["name"] for rule in RULES], rows[0]
    assert all(len(row) == 16 for row in rows)
    assert raw.endswith(b"\r\n") and raw.count(b"\r\n") == len(rows)
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def cents(text):
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


class Rules(unittest.TestCase):
    @unittest.skipUnless(SCHEMA.is_file(), "the schema is not there")
    def test_our_table_says_what_the_schema_says(self):
        for ours, theirs in zip(RULES, rules_of_schema(), strict=True):
            for key, value in theirs.items():
                if key == "enum" and value is not None:
                    self.assertEqual(sorted(ours[key]), sorted(value), ours["name"])
                else:
                    self.assertEqual(ours[key], value, (ours["name"], key))

    @unittest.skipUnless(SCHEMA.is_file(), "the examples are not there")
    def test_this_test_tells_valid_from_invalid(self):
        def faults(name):
            with open(SHARED / "scdl" / name, newline="", encoding="utf-8") as file:
                return [set(faults_of_row(row)) for row in csv.DictReader(file)]
        self.assertEqual([found for found in faults("exemple_valide.csv") if found], [])
        found = set().union(*faults("exemple_invalide_erreurs_cellules.csv"))
        for fault in [("dateConvention", "date"), ("idAttribuant", "pattern"), ("montant", "number"), ("montant", "required"),
                      ("notificationUE", "enum"), ("pourcentageSubvention", "bounds"), ("rnaBeneficiaire", "pattern"),
                      ("datesPeriodeVersement", "pattern"), ("idBeneficiaire", "one of two")]:
            self.assertIn(fault, found)


# --- programmes -----------------------------------------------------------------------------------


def with_key(digits):
    return next(digits + str(key) for key in range(10) if luhn(digits + str(key)))


def notify_all(path):
    """What a year of work does: every funder has its SIRET, and what it voted, else arbitrated, is notified."""
    db = sqlite3.connect(path)
    funders = [row[0] for row in db.execute("SELECT organisme_id FROM financeur ORDER BY id")]
    for i, organisme in enumerate(funders):
        db.execute("UPDATE organisme SET siret = ? WHERE id = ? AND siret IS NULL", (with_key(f"2{i:012d}"), organisme))
    db.execute("UPDATE financement SET notifie_cents = COALESCE(notifie_cents, vote_cents, arbitre_cents),"
               " notifie_le = COALESCE(notifie_le, exercice || '-04-' || SUBSTR('0' || (1 + id % 28), -2)),"
               " vote_acte = COALESCE(vote_acte, 'DEL ' || exercice || '-' || (id % 40))")
    db.commit()
    return db


class Published:
    """What must hold for any programme; a subclass makes one."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="progville-scdl-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.file = cls.folder / "essai.progville"
        cls.make()
        cls.db = notify_all(cls.file)
        cls.spoil()
        cls.db.commit()
        cls.written = {}
        for name, options in (("default", []), ("all", ["--all"])):
            out = cls.folder / f"{name}.csv"
            done = cli("export", cls.file, "scdl", out, *options)
            cls.written[name] = (out, read(out), done)

    @classmethod
    def spoil(cls):
        """What must not pass: told, and not written."""

    @classmethod
    def tearDownClass(cls):
        cls.db.close()

    def test_every_line_passes_the_rules(self):
        for name, (_out, rows, _done) in self.written.items():
            self.assertGreater(len(rows), 20 if name == "all" else 2, name)
            for row in rows:
                self.assertEqual(list(faults_of_row(row)), [], row)

    def test_what_is_written_and_what_is_told_are_all_there_is(self):
        grants = list(self.db.execute(
            "SELECT f.dossier_id, f.notifie_cents FROM financement f JOIN dossier d ON d.id = f.dossier_id"
            " JOIN financeur fi ON fi.id = f.financeur_id WHERE f.notifie_cents > 0 AND d.chapeau = 0"
            " AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente') AND COALESCE(fi.public, fi.categorie <> 'prive')"))
        _out, rows, done = self.written["all"]
        told = re.search(r"^(\d+) grants? (?:is|are) not written", done.stderr, re.M)
        left_out = int(told.group(1)) if told else 0
        self.assertLessEqual(sum(cents(row["montant"]) for row in rows), sum(amount for _dossier, amount in grants))
        if left_out == 0:
            self.assertEqual(sum(cents(row["montant"]) for row in rows), sum(amount for _dossier, amount in grants))
        self.assertLessEqual(len(rows) + left_out, len(grants))

    def test_the_threshold_is_of_a_payer_a_body_and_a_year(self):
        sums = dict(self.db.execute(
            "SELECT fa.siret || ' ' || o.siret || ' ' || f.exercice, SUM(f.notifie_cents) FROM financement f"
            " JOIN dossier d ON d.id = f.dossier_id JOIN organisme o ON o.id = d.porteur_id"
            " JOIN financeur fi ON fi.id = f.financeur_id JOIN organisme fa ON fa.id = fi.organisme_id"
            " WHERE f.notifie_cents > 0 AND d.chapeau = 0 AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente')"
            " AND o.siret IS NOT NULL GROUP BY 1"))
        by_default, all_of_them = self.written["default"][1], self.written["all"][1]
        self.assertLess(len(by_default), len(all_of_them))
        for row in by_default:
            self.assertIn(row, all_of_them)
            if row["idBeneficiaire"]:
                years = [amount for key, amount in sums.items()
                         if key.startswith(f"{row['idAttribuant']} {row['idBeneficiaire']} ")]
                self.assertGreater(max(years), THRESHOLD, row)

    def test_it_comes_back_byte_for_byte(self):
        out = self.written["all"][0]
        other = self.folder / "retour.progville"
        again = self.folder / "retour.csv"
        cli("new", other)
        cli("import", other, out)
        cli("export", other, "scdl", again, "--all")
        self.assertEqual(again.read_bytes(), out.read_bytes())
        cli("import", other, out)
        cli("export", other, "scdl", again, "--all")
        self.assertEqual(again.read_bytes(), out.read_bytes())

    def test_it_comes_back_into_its_own_file(self):
        out, rows, _done = self.written["all"]
        own, again = self.folder / "sien.progville", self.folder / "sien.csv"
        with contextlib.closing(sqlite3.connect(own)) as db:
            self.db.backup(db)
        count = "SELECT (SELECT COUNT(*) FROM dossier), (SELECT COUNT(*) FROM financement), (SELECT COUNT(*) FROM organisme)"
        before = self.db.execute(count).fetchone()
        for _ in range(2):
            report = json.loads(cli("import", own, out, "--json", allowed=(0, 1)).stdout)
            self.assertEqual((report["created"], report["updated"]), (0, 0))
            self.assertEqual(report["unchanged"] + report["rejected"], len(rows))
        cli("export", own, "scdl", again, "--all")
        self.assertEqual(again.read_bytes(), out.read_bytes())
        with contextlib.closing(sqlite3.connect(own)) as db:
            self.assertEqual(db.execute(count).fetchone(), before)

    def test_one_payer(self):
        name, key = self.db.execute(
            "SELECT o.nom, o.siret FROM financement f JOIN financeur fi ON fi.id = f.financeur_id"
            " JOIN organisme o ON o.id = fi.organisme_id WHERE f.notifie_cents > 0 AND fi.public = 1"
            " GROUP BY fi.id ORDER BY COUNT(*) DESC LIMIT 1").fetchone()
        expected = [row for row in self.written["all"][1] if row["idAttribuant"] == key]
        out = self.folder / "un.csv"
        for asked in (name, name.upper(), key):
            cli("export", self.file, "scdl", out, "--all", "--financeur", asked)
            self.assertEqual(read(out), expected)


class Demonstration(Published, unittest.TestCase):
    @classmethod
    def make(cls):
        cli("new", cls.file, "--demonstration")

    @classmethod
    def spoil(cls):
        """Two who may be persons, a contact, a payer and a body without number, titles that are long or formulas."""
        db = cls.db
        ids = [row[0] for row in db.execute(
            "SELECT d.id FROM dossier d JOIN financement f ON f.dossier_id = d.id AND f.notifie_cents > 0"
            " JOIN financeur fi ON fi.id = f.financeur_id AND fi.public = 1"
            " JOIN organisme o ON o.id = d.porteur_id AND o.siret IS NOT NULL"
            " WHERE d.statut NOT IN ('irrecevable', 'refuse', 'reoriente') AND d.chapeau = 0"
            " GROUP BY o.id ORDER BY d.id LIMIT 8")]
        cls.person, cls.nameless, cls.long, cls.formula, cls.contact, cls.merged, cls.undated, cls.unknown = ids
        body = "id = (SELECT porteur_id FROM dossier WHERE id = ?)"
        db.execute(f"UPDATE organisme SET nom = 'Zelda Quelquun', forme = 'autre', siret = NULL, rna = NULL WHERE {body}",
                   (cls.person,))
        db.execute(f"UPDATE organisme SET siret = NULL, rna = NULL WHERE {body}", (cls.nameless,))
        db.execute(f"UPDATE organisme SET nom = 'Zoé Inconnue', forme = NULL, siret = NULL, rna = NULL WHERE {body}", (cls.unknown,))
        db.execute("UPDATE dossier SET intitule = ? WHERE id = ?", ("Élan " * 60, cls.long))
        db.execute("UPDATE dossier SET intitule = '=1+1; \"Fête\", à l''Alma' WHERE id = ?", (cls.formula,))
        db.execute("INSERT INTO contact (uuid, organisme_id, nom, courriel, telephone) SELECT 'c-1', porteur_id,"
                   " 'Contact Secret', 'secret@example.org', '0320000000' FROM dossier WHERE id = ?", (cls.contact,))
        db.execute("UPDATE organisme SET adresse = '1 rue Cachée' WHERE id IN (SELECT porteur_id FROM dossier)")
        db.execute("UPDATE dossier SET intitule = 'Une seule décision' WHERE id = ?", (cls.merged,))
        db.execute("DELETE FROM versement WHERE financement_id IN (SELECT id FROM financement WHERE dossier_id = ?)",
                   (cls.merged,))
        db.execute("INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, notifie_cents, notifie_le, vote_acte)"
                   " SELECT uuid || '-2', dossier_id, financeur_id, exercice, 12345, notifie_le, vote_acte FROM financement"
                   " WHERE dossier_id = ? AND notifie_cents > 0 LIMIT 1", (cls.merged,))
        db.execute("UPDATE financement SET notifie_le = NULL, vote_le = NULL WHERE dossier_id = ?", (cls.undated,))

    def number(self, dossier):
        return self.db.execute("SELECT numero FROM dossier WHERE id = ?", (dossier,)).fetchone()[0]

    def told(self, dossier, column):
        lines = [line for line in self.written["all"][2].stderr.splitlines()
                 if line.startswith(f"Dossier {self.number(dossier)}, ") and f", {column}" in line]
        self.assertTrue(lines, (dossier, column, self.written["all"][2].stderr))
        return lines[0]

    def test_no_person_and_nothing_private_is_published(self):
        for out, _rows, done in self.written.values():
            for text in (out.read_text(encoding="utf-8"), done.stderr, done.stdout):
                for secret in ("Zelda", "Zoé", "Secret", "secret@", "0320000000", "Cachée"):
                    self.assertNotIn(secret, text)
        for dossier in (self.person, self.unknown):
            self.assertIn("natural person", self.told(dossier, "nomBeneficiaire"))

    def test_what_cannot_be_written_is_told(self):
        self.assertIn("neither SIRET nor RNA", self.told(self.nameless, "idBeneficiaire"))
        self.assertIn("is dated", self.told(self.undated, "dateConvention"))
        self.assertIn("256", self.told(self.long, "objet"))

    def test_titles_fit_and_are_no_formula(self):
        titles = {row["objet"] for row in self.written["all"][1]}
        self.assertIn("'=1+1; \"Fête\", à l'Alma", titles)
        self.assertEqual({len(title) for title in titles if title.startswith("Élan Élan")}, {256})

    def test_one_decision_for_a_dossier_is_one_line(self):
        payer, amount = self.db.execute(
            "SELECT o.siret, SUM(f.notifie_cents) FROM financement f JOIN financeur fi ON fi.id = f.financeur_id"
            " JOIN organisme o ON o.id = fi.organisme_id WHERE f.dossier_id = ? GROUP BY fi.id HAVING COUNT(*) = 2",
            (self.merged,)).fetchone()
        title = self.db.execute("SELECT intitule FROM dossier WHERE id = ?", (self.merged,)).fetchone()[0]
        self.assertEqual([cents(row["montant"]) for row in self.written["all"][1]
                          if row["idAttribuant"] == payer and row["objet"] == title], [amount])

    def test_misuse_is_refused(self):
        out = self.folder / "refus.csv"
        for arguments in (["scdl", out, "--financeur", "Personne"], ["scdl", self.folder / "refus.xlsx"],
                          ["egalite", self.folder / "refus.xlsx", "--all"]):
            done = run("export", self.file, *arguments)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertFalse(out.exists())
        self.assertIn("Those that did: ", run("export", self.file, "scdl", out, "--financeur", "Personne").stderr)


class Invented(Published, unittest.TestCase):
    @classmethod
    def make(cls):
        table = cls.folder / "programme.csv"
        with open(table, "w", encoding="utf-8") as file:
            subprocess.run([sys.executable, str(MAKE), "1700", "--seed", "7"], stdout=file, check=True, timeout=120)
        cli("new", cls.file)
        cli("import", cls.file, table, "--profile", "programmation", "--exercice", "2026", allowed=(0, 1))


@unittest.skipUnless(SCHEMA.is_file(), "the published files are not there")
class PublicFiles(unittest.TestCase):
    def test_each_passes_and_comes_back(self):
        for name in PUBLIC:
            for options in ([], ["--all"]):
                with self.subTest(name=name, options=options), tempfile.TemporaryDirectory() as folder:
                    folder = pathlib.Path(folder)
                    first, second = folder / "un.csv", folder / "deux.csv"
                    cli("new", folder / "un.progville")
                    cli("import", folder / "un.progville", SHARED / "scdl" / name, "--profile", "scdl", allowed=(0, 1))
                    cli("export", folder / "un.progville", "scdl", first, *options)
                    for row in read(first):
                        self.assertEqual(list(faults_of_row(row)), [], row)
                    cli("new", folder / "deux.progville")
                    cli("import", folder / "deux.progville", first, "--profile", "scdl")
                    cli("export", folder / "deux.progville", "scdl", second, *options)
                    self.assertEqual(first.read_bytes(), second.read_bytes())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
