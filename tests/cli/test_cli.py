#!/usr/bin/env python3
"""The contract of progville-cli (docs/cli.md), on the real programme.

    test_cli.py PROGVILLE-CLI DATADIR LOCALEDIR SHARED-DATA
"""
import contextlib
import csv
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unittest
import zipfile

CLI, DATA, LOCALE, SHARED = (pathlib.Path(a).resolve() for a in sys.argv[1:5])
DONE, REJECTED, USAGE, SOURCE, PROGRAMME, INTERNAL = range(6)
KEYS = ["categorie", "financeur", "axe", "territoire", "marqueur", "statut", "porteur", "exercice"]
STAGES = ["sollicite", "propose", "arbitre", "vote", "notifie", "verse"]
ENVIRONMENT = {**os.environ, "PV_DATADIR": str(DATA), "PV_LOCALEDIR": str(LOCALE), "LC_ALL": "C.UTF-8", "LANGUAGE": "C"}


def run(*arguments, environment=None, **options):
    return subprocess.run([str(CLI), *map(str, arguments)], capture_output=True, text=True, encoding="utf-8",
                          timeout=300, env={**ENVIRONMENT, **(environment or {})}, **options)


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="progville-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.file = self.folder / "essai.progville"

    def said(self, status, *arguments, **options):
        """What the command printed, after a check of its exit status."""
        done = run(*arguments, **options)
        self.assertEqual(done.returncode, status, f"{arguments}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        self.assertNotIn("CRITICAL", done.stderr)
        self.assertNotIn("WARNING **", done.stderr)
        return done.stdout if status in (DONE, REJECTED) else done.stderr

    def json(self, status, *arguments):
        return json.loads(self.said(status, *arguments, "--json"))

    def new(self, *options):
        self.said(DONE, "new", self.file, *options)
        return self.file

    def demo(self):
        return self.new("--demonstration")

    def digest(self):
        done = run("check", self.file, "--json")
        return json.loads(done.stdout)["digest"]

    def table(self, name, *rows):
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=";").writerows(rows)
        return path

    def programming(self, *rows):
        header = ["N°", "Porteur", "SIRET", "Intitulé", "Communes", "Coût total", "État sollicité", "CAF sollicité"]
        return self.table("programmation.csv", header, *rows)


class Usage(Case):
    def test_help_and_version_need_no_file(self):
        help_text = self.said(DONE, "--help")
        for command in ("new", "import", "export", "stats", "check", "profiles"):
            self.assertIn(command, help_text)
            self.assertIn("--help", self.said(DONE, command, "--help") + "--help")
        self.assertRegex(self.said(DONE, "--version"), r"^progville-cli \d+\.\d+\.\d+\n$")

    def test_help_is_french_in_a_french_session(self):
        french = self.said(DONE, "--help", environment={"LANGUAGE": "fr"})
        self.assertIn("Utilisation", french)
        self.assertNotIn("Usage:", french)

    def test_only_exports_that_exist_are_offered(self):
        text = self.said(DONE, "export", "--help")
        for kind in ("synthese", "egalite", "seance", "scdl", "fiche", "lettres"):
            self.assertRegex(text, rf"(?m)^ +{kind} ")
        self.assertNotIn("grille", text)

    def test_mistakes_of_usage_exit_2(self):
        self.new()
        for arguments in ([], ["fly"], ["new"], ["new", "a", "b"], ["stats", self.file, "--by", "colour"],
                          ["stats", self.file, "--stage", "paid"], ["stats", self.file, "--exercice", "soon"],
                          ["export", self.file, "nothing", self.folder / "o.xlsx"],
                          ["import", self.file, self.file, "--profile", "nobody"], ["stats", self.file, "--nope"],
                          ["stats", self.file, "--appel", "No such appel"],
                          ["stats", self.file, "--exercice", "0"], ["stats", self.file, "--exercice=-5"],
                          ["export", self.file, "synthese", self.folder / "o.xlsx", "--exercice", "0"],
                          ["export", self.file, "egalite", self.folder / "o.csv"],
                          ["import", self.file, self.file, "--exercice", "99999999"],
                          ["new", self.folder / "b.progville", "--exercice", "99999999"]):
            self.said(USAGE, *arguments)

    def test_json_is_utf_8_in_any_locale(self):
        self.new()
        source = self.programming(["1", "Éveil", "", "Une action", "", "", "1000", ""])
        self.said(DONE, "import", self.file, source)
        found = json.loads(self.said(DONE, "stats", self.file, "--by", "porteur", "--json", environment={"LC_ALL": "C"}))
        self.assertEqual(found["rows"][0]["label"], "Éveil")

    def test_what_cannot_be_said_exits_5(self):
        self.new()
        with open("/dev/full", "w") as full:
            for arguments in (["stats", self.file, "--json"], ["check", self.file], ["--help"]):
                done = subprocess.run([str(CLI), *map(str, arguments)], stdout=full, stderr=subprocess.PIPE, text=True,
                                      env=ENVIRONMENT)
                self.assertEqual(done.returncode, INTERNAL, done.stderr)
                self.assertIn("could not be written", done.stderr)

    def test_profiles_are_listed(self):
        ids = {profile["id"] for profile in self.json(DONE, "profiles")}
        self.assertLessEqual({"scdl", "adultes-relais", "fonjep", "osiris-dossiers", "osiris-actions", "ds",
                              "programmation", "dauphin"}, ids)


class New(Case):
    def test_a_new_file_is_private_sound_and_complete(self):
        self.new("--contrat", "CN05911M", "--cadre", "mel_2024", "--exercice", "2026")
        self.assertEqual(stat.S_IMODE(self.file.stat().st_mode), 0o600)
        found = self.json(DONE, "check", self.file)
        self.assertEqual((found["ok"], found["controls"]), (True, []))
        with contextlib.closing(sqlite3.connect(self.file)) as db:
            count = lambda table: db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            self.assertEqual(count("compte"), 74)
            self.assertGreater(count("quartier"), 20)
            self.assertGreater(count("dispositif"), 100)
            self.assertEqual(db.execute("SELECT code FROM cadre WHERE principal").fetchall(), [("mel_2024",)])
            self.assertEqual(db.execute("SELECT COUNT(*) FROM historique_groupe").fetchone()[0], 1)

    def test_an_existing_file_is_never_replaced(self):
        self.new()
        before = self.digest()
        self.said(PROGRAMME, "new", self.file)
        self.assertEqual(self.digest(), before)

    def test_an_unknown_frame_leaves_no_file(self):
        self.assertIn("mel_2024", self.said(USAGE, "new", self.file, "--cadre", "nulle_part"))
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_the_demonstration_is_made_alone_and_its_tables_change_nothing(self):
        self.said(USAGE, "new", self.file, "--demonstration", "--cadre", "mel_2024")
        self.assertEqual(list(self.folder.iterdir()), [])
        self.demo()
        before = self.digest()
        for table in sorted((DATA / "demo").glob("*.csv")):
            found = json.loads(run("import", self.file, table, "--json").stdout)
            self.assertEqual((found["created"], found["updated"], found["rejected"]), (0, 0, 0), table.name)
            self.assertEqual(found["unchanged"], found["read"], table.name)
        self.assertEqual(self.digest(), before)

    def test_any_contrat_of_france_is_accepted(self):
        self.new("--contrat", "CN07501M")
        self.said(USAGE, "new", self.folder / "b.progville", "--contrat", "Paris")


class Import(Case):
    def test_a_file_imported_twice_changes_nothing(self):
        self.new()
        source = self.programming(["1", "Les Amis", "", "Lire", "Lille", "1 000,50 €", "500", "0"],
                                  ["2", "Le Club", "", "Courir", "Roubaix", "2000", "", "1000"])
        first = self.json(DONE, "import", self.file, source)
        self.assertEqual([first[k] for k in ("profile", "read", "created", "unchanged", "rejected")],
                         ["programmation", 2, 2, 0, 0])
        before = self.digest()
        second = self.json(DONE, "import", self.file, source)
        self.assertEqual([second[k] for k in ("read", "created", "updated", "unchanged")], [2, 0, 0, 2])
        self.assertEqual(self.digest(), before)

    def test_a_dry_run_writes_nothing(self):
        self.new()
        before = self.digest()
        source = self.programming(["1", "Les Amis", "", "Lire", "Lille", "1000", "500", ""])
        report = self.json(DONE, "import", self.file, source, "--dry-run")
        self.assertEqual(report["created"], 1)
        self.assertEqual(self.digest(), before)

    def test_zero_is_refused_and_empty_is_not_answered(self):
        self.new()
        self.said(DONE, "import", self.file, self.programming(["1", "A", "", "X", "Lille", "1000", "500", "0"],
                                                              ["2", "B", "", "Y", "Lille", "1000", "500", ""]))
        with contextlib.closing(sqlite3.connect(self.file)) as db:
            rows = db.execute("SELECT sollicite_cents, COUNT(*) FROM financement GROUP BY 1 ORDER BY 1").fetchall()
        self.assertEqual(rows, [(0, 1), (50000, 2)])

    def test_a_row_without_porteur_is_rejected_and_named(self):
        self.new()
        report = self.json(REJECTED, "import", self.file, self.programming(
            ["1", "A", "", "X", "Lille", "1000", "500", ""], ["2", "", "", "", "", "", "700", ""]))
        self.assertEqual((report["created"], report["rejected"]), (1, 1))
        message = next(m for m in report["messages"] if m["severity"] == "error")
        self.assertEqual(message["row"], 3)
        self.assertTrue(message["code"] and message["text"])

    def test_a_bad_cell_is_named_and_its_row_kept(self):
        self.new()
        report = self.json(DONE, "import", self.file, self.programming(
            ["1", "A", "7,17E+13", "X", "Lille", "beaucoup", "500", ""]))
        self.assertEqual(report["created"], 1)
        named = {(m["row"], m["value"]) for m in report["messages"] if m["severity"] == "error"}
        self.assertEqual(named, {(2, "7,17E+13"), (2, "beaucoup")})

    def test_negative_and_repeated_amounts_are_told(self):
        self.new()
        source = self.table("programmation.csv", ["N°", "Porteur", "Intitulé", "Coût total", "État sollicité", "État sollicité"],
                            ["1", "A", "X", "-5", "-2", "7"], ["2", "B", "Y", "10", "3", ""])
        report = self.json(DONE, "import", self.file, source)
        told = {(m["code"], m["letters"], m["severity"]) for m in report["messages"]}
        self.assertLessEqual({("montant-negatif", "D", "error"), ("montant-negatif", "E", "warning"),
                              ("colonne-repetee", "F", "warning")}, told)
        self.assertEqual(self.json(DONE, "stats", self.file)["total"]["amount_cents"], 100)

    def test_sources_that_cannot_be_read_exit_3(self):
        self.new()
        before = self.digest()
        empty = self.folder / "vide.csv"
        empty.write_bytes(b"")
        noise = self.folder / "bruit.xlsx"
        noise.write_bytes(b"PK\x03\x04" + b"\x00" * 200)
        strange = self.table("inconnu.csv", ["alpha", "beta"], ["1", "2"])
        for source in (empty, noise, strange, self.folder, self.folder / "absent.csv"):
            self.assertIn(source.name, self.said(SOURCE, "import", self.file, source))
        self.assertEqual(self.digest(), before)

    def test_a_table_that_bears_the_wrong_ending_is_read_as_what_it_is(self):
        self.new()
        source = self.programming(["1", "A", "", "X", "Lille", "1000", "500", ""])
        wrong = source.rename(self.folder / "programmation.xlsx")
        self.assertEqual(self.json(DONE, "import", self.file, wrong)["created"], 1)

    def test_a_supposed_year_is_told_once_a_row(self):
        self.new()
        source = self.programming(["1", "A", "", "Une", "", "", "1", ""], ["2", "B", "", "Deux", "", "", "x", ""])
        told = [m["row"] for m in self.json(DONE, "import", self.file, source)["messages"] if m["code"] == "exercice-suppose"]
        self.assertEqual(told, [2, 3])

    def test_the_appel_is_named_or_chosen(self):
        self.new()
        source = self.programming(["1", "A", "", "X", "Lille", "1000", "500", ""])
        self.said(DONE, "import", self.file, source, "--appel", "AAP 2025", "--exercice", "2025")
        self.assertEqual(self.json(DONE, "stats", self.file, "--appel", "AAP 2025")["total"]["amount_cents"], 50000)
        self.assertEqual(self.json(DONE, "stats", self.file, "--exercice", "2024")["total"]["dossiers"], 0)

    def test_public_tables(self):
        if not SHARED.is_dir():
            self.skipTest("the public files are not there")
        for path, count in (("p147/postes_fonjep_2024.csv", 1547), ("scdl/toulouse_2022.csv", 396),
                            ("scdl/roques_31_subventions_2017.csv", 69), ("scdl/dep46_lot_2017_cp1252.csv", 13),
                            ("scdl/dep10_aube_2017.xlsx", 7), ("scdl/dep17_charente_maritime.xlsx", 101),
                            ("scdl/exemple_valide.csv", 29), ("exports/osiris_SuiviActions_test.xls", 1),
                            ("exports/osiris_SuiviDossiers_test.xls", 1), ("p147/adultes_relais_2024.csv", 4949)):
            with self.subTest(path):
                self.file = self.folder / (pathlib.Path(path).stem + ".progville")
                self.new()
                first = json.loads(run("import", self.file, SHARED / path, "--json").stdout)
                self.assertEqual((first["read"], first["rejected"]), (count, 0))
                before = self.digest()
                second = json.loads(run("import", self.file, SHARED / path, "--json").stdout)
                self.assertEqual((second["read"], second["unchanged"]), (count, count))
                self.assertEqual(self.digest(), before)


class ProgrammeFile(Case):
    def every_command_refuses(self, path):
        source = self.programming(["1", "A", "", "X", "Lille", "1000", "500", ""])
        for arguments in (["import", path, source], ["stats", path], ["check", path],
                          ["export", path, "synthese", self.folder / "o.xlsx"]):
            self.assertIn(path.name, self.said(PROGRAMME, *arguments))
        self.assertFalse((self.folder / "o.xlsx").exists())

    def test_missing(self):
        self.every_command_refuses(self.folder / "absent.progville")

    def test_not_ours(self):
        for name, content in (("texte.progville", b"Bonjour\n" * 200), ("vide.progville", b"")):
            path = self.folder / name
            path.write_bytes(content)
            self.every_command_refuses(path)
        path = self.folder / "autre.progville"
        with contextlib.closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE t (a)")
        self.every_command_refuses(path)

    def test_newer(self):
        with contextlib.closing(sqlite3.connect(self.new())) as db:
            db.execute("PRAGMA user_version = 9999")
        self.every_command_refuses(self.file)

    def test_corrupt(self):
        data = bytearray(self.new().read_bytes())
        data[200:12000] = b"\xff" * 11800
        self.file.write_bytes(data)
        self.every_command_refuses(self.file)

    def test_a_foreign_trigger_never_runs(self):
        with contextlib.closing(sqlite3.connect(self.new())) as db:
            db.execute("CREATE TRIGGER intrus AFTER INSERT ON dossier BEGIN DELETE FROM organisme; END")
        self.every_command_refuses(self.file)

    @unittest.skipIf(os.geteuid() == 0, "root writes to anything")
    def test_read_only(self):
        self.new().chmod(0o400)
        source = self.programming(["1", "A", "", "X", "Lille", "1000", "500", ""])
        self.said(PROGRAMME, "import", self.file, source)
        self.said(DONE, "check", self.file)

    def test_a_full_disk_loses_nothing(self):
        self.new()
        before = self.digest()
        rows = [[str(i), f"Porteur {i}", "", "Une action " + "longue " * 50, "Lille", "1000", "500", ""] for i in range(3000)]
        source = self.programming(*rows)
        limit = self.file.stat().st_size + 65536

        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        self.assertNotEqual(self.said(PROGRAMME, "import", self.file, source, preexec_fn=small_disk), "")
        self.assertEqual(self.digest(), before)
        self.assertTrue(self.json(DONE, "check", self.file)["integrity"]["ok"])

    def test_an_interrupted_import_changes_nothing(self):
        self.new()
        before = self.digest()
        source = self.programming(*[[str(i), f"Porteur {i}", "", f"Action {i}", "Lille", "1000", "500", ""] for i in range(30000)])
        process = subprocess.Popen([str(CLI), "import", str(self.file), str(source)], env=ENVIRONMENT,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        wal = self.folder / "essai.progville-wal"
        while process.poll() is None and not wal.exists():
            pass
        process.terminate()
        said = process.communicate(timeout=60)[1]
        self.assertEqual(process.returncode, INTERNAL, said)
        self.assertIn("nothing was changed", said)
        self.assertEqual(self.digest(), before)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["essai.progville", "programmation.csv"])

    def test_a_full_disk_leaves_no_half_workbook(self):
        self.demo()
        out = self.folder / "synthese.xlsx"

        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000))

        self.assertIn("synthese.xlsx", self.said(INTERNAL, "export", self.file, "synthese", out, preexec_fn=small_disk))
        self.assertEqual([p.name for p in self.folder.iterdir() if "xlsx" in p.name], [])


class Figures(Case):
    def test_every_key_gives_the_same_total(self):
        self.demo()
        for stage in STAGES:
            totals = {self.json(DONE, "stats", self.file, "--by", key, "--stage", stage)["total"]["amount_cents"]
                      for key in KEYS}
            self.assertEqual(len(totals), 1, stage)
        for key in KEYS:
            found = self.json(DONE, "stats", self.file, "--by", key, "--stage", "arbitre")
            self.assertEqual(sum(row["amount_cents"] for row in found["rows"]), found["total"]["amount_cents"], key)

    def test_a_detailed_engagement_is_never_summed_with_its_parts(self):
        self.new("--contrat", "CN05911M", "--cadre", "mel_eco_emploi_2018")
        run("import", self.file, DATA / "demo" / "plan-actions-mel-2018-2021.csv")
        with (DATA / "demo" / "plan-actions-mel-2018-2021.csv").open(encoding="utf-8") as table:
            self.assertEqual(sum(1 for row in csv.reader(table) if row[0].startswith("5")), 4)
        found = self.json(DONE, "stats", self.file, "--by", "statut", "--stage", "arbitre")
        self.assertEqual(found["total"]["dossiers"], 22)
        controls = json.loads(run("check", self.file, "--json").stdout)["controls"]
        self.assertIn(("montant-incoherent", "5"), {(c["id"], c["dossier"]) for c in controls})

    def test_the_demonstration_shows_each_control_it_was_made_for(self):
        self.demo()
        found = json.loads(run("check", self.file, "--json").stdout)
        seen = {(control["id"], control["dossier"]) for control in found["controls"]}
        for control, dossier in (("budget-desequilibre", "0501"), ("compte-74", "0502"), ("contributions-86-87", "0503"),
                                 ("parts-territoires", "0504"), ("siret-invalide", "0505"), ("siret-absent", "0506"),
                                 ("cer-absent", "0507"), ("double-depot", "0509"), ("hors-geographie", "0510"),
                                 ("hors-periode", "0511"), ("plan-incomplet", "0512"), ("taux-public", "0513"), ("seuil-convention", "0412"),
                                 ("verse-superieur-au-notifie", "0515"), ("verse-superieur-au-notifie", "0219"),
                                 ("delai-paiement", "0245"), ("trop-percu", "0206"), ("crf-en-retard", "0207"),
                                 ("bilan-n-1-manquant", "0330"), ("convention-manquante", "0227")):
            self.assertIn((control, dossier), seen)
        self.assertIn("enveloppe-depassee", {control for control, _ in seen})
        self.assertEqual((found["integrity"]["ok"], found["totals"]["ok"], found["history"]["ok"]), (True, True, True))

    def test_a_change_made_by_another_program_is_found(self):
        self.demo()
        with contextlib.closing(sqlite3.connect(self.file)) as db:
            db.execute("UPDATE financement SET vote_cents = vote_cents + 1 WHERE id = (SELECT MIN(id) FROM financement WHERE vote_cents IS NOT NULL)")
            db.commit()
        found = self.json(REJECTED, "check", self.file)
        self.assertFalse(found["ok"])
        self.assertFalse(found["history"]["ok"])
        self.assertIn("financement", " ".join(found["history"]["problems"]))

    def test_the_workbook_is_written_and_named(self):
        self.demo()
        out = self.folder / "synthese.xlsx"
        self.assertIn(str(out), self.said(DONE, "export", self.file, "synthese", out))
        self.assertEqual(out.read_bytes()[:4], b"PK\x03\x04")
        self.assertIn("absent", self.said(INTERNAL, "export", self.file, "synthese", self.folder / "absent" / "o.xlsx"))

    def test_fiches_and_letters(self):
        self.demo()
        with sqlite3.connect(self.file) as db:
            number = db.execute("SELECT numero FROM dossier d JOIN total_dossier t ON t.id = d.id"
                                " WHERE t.notifie_cents > 0 ORDER BY d.id").fetchone()[0]
        out = self.folder / "fiche.pdf"
        text = self.said(DONE, "export", self.file, "fiche", out, "--dossier", number)
        self.assertIn("1 dossier", text)
        self.assertEqual(out.read_bytes()[:5], b"%PDF-")
        folder = self.folder / "fiches"
        self.said(DONE, "export", self.file, "lettres", folder, "--modele", "fiche", "--dossier", number,
                  "--dossier", number)
        self.assertEqual(len(list(folder.glob("*.pdf"))), 2)
        # a folder with files is left alone; what is granted is not refused: nothing is written
        self.assertIn("holds files", self.said(INTERNAL, "export", self.file, "lettres", folder, "--modele", "fiche"))
        letters = self.folder / "lettres.pdf"
        self.assertIn("neither", self.said(USAGE, "export", self.file, "lettres", letters, "--modele", "refus",
                                           "--dossier", number))
        self.assertFalse(letters.exists())
        for arguments in (["fiche", out, "--dossier", "nobody"], ["fiche", out, "--modele", "refus"],
                          ["lettres", out], ["lettres", out, "--modele", "poème"],
                          ["synthese", self.folder / "o.xlsx", "--dossier", number], ["fiche", self.folder / "o.xlsx"]):
            self.said(USAGE, "export", self.file, *arguments)

    def test_the_equality_workbook_says_what_stats_say(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest("python3-openpyxl is not installed")
        self.demo()
        out = self.folder / "egalite.xlsx"
        self.said(DONE, "export", self.file, "egalite", out)
        book = openpyxl.load_workbook(out, data_only=True)
        self.assertEqual(book.sheetnames, ["Analyse", "Dossiers", "Porteurs à accompagner"])
        analyse = [dict(zip((c.value for c in book["Analyse"][4]), row))
                   for row in book["Analyse"].iter_rows(min_row=5, values_only=True) if row[0]]
        said = {r["key"]: r for r in self.json(DONE, "stats", self.file, "--by", "marqueur")["rows"]}
        for name, key in (("marque 0", "0"), ("marque 1", "1"), ("marque 2", "2"), ("non évalué", "non-evalue")):
            self.assertEqual(analyse[0][f"Demandé, dossiers, {name}"], said[key]["dossiers"])
            self.assertEqual(round(analyse[0][f"Demandé, montant, {name}"] * 100), said[key]["amount_cents"])
            for by in ("Axe", "Quartier", "Commune", "Porteur"):
                rows = [r[f"Demandé, montant, {name}"] or 0 for r in analyse if r["Par"] == by]
                self.assertEqual(round(sum(rows) * 100), said[key]["amount_cents"], by)
        dossiers = [dict(zip((c.value for c in book["Dossiers"][4]), row))
                    for row in book["Dossiers"].iter_rows(min_row=5, values_only=True) if row[0]]
        mobilite = next(d for d in dossiers if d["N°"] == "0412")
        self.assertEqual((mobilite["Marque"], mobilite["Commun : résultat de l’arbre"], mobilite["Accord"]),
                         (1, 1, "conforme à l’arbre"))
        self.assertEqual((mobilite["Région : c indicateurs"], mobilite["Région : résultat de l’arbre"]), ("Non", 0))
        self.assertIsNone(mobilite["Département : public mixte"])
        apart = next(d for d in dossiers if d["N°"] == "0361")
        self.assertEqual(apart["Accord"], "diffère de l’arbre")
        self.assertLessEqual(book["Porteurs à accompagner"].max_row, 4 + 10 + 2)

    def test_numbers_of_a_workbook_have_dots_in_a_french_session(self):
        made = subprocess.run(["localedef", "-i", "fr_FR", "-f", "UTF-8", self.folder / "fr_FR.UTF-8"],
                              capture_output=True, check=False) if shutil.which("localedef") else None
        if made is None or not (self.folder / "fr_FR.UTF-8").exists():
            self.skipTest("the French locale cannot be made: package locales is missing")
        self.new()
        source = self.programming(["1", "Éveil", "", "Une action", "", "1234,56", "1000,25", ""])
        self.said(DONE, "import", self.file, source)
        out = self.folder / "synthese.xlsx"
        session = {"LOCPATH": str(self.folder), "LC_ALL": "fr_FR.UTF-8", "LANGUAGE": ""}
        self.assertIn("1\u202f000,25", self.said(DONE, "stats", self.file, environment=session))
        self.said(DONE, "export", self.file, "synthese", out, environment=session)
        with zipfile.ZipFile(out) as book:
            sheets = [book.read(n).decode() for n in book.namelist() if n.startswith("xl/worksheets/sheet")]
        values = [v for sheet in sheets for v in re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")?>(?:<f>[^<]*</f>)?<v>([^<]*)</v>', sheet)]
        self.assertIn("1000.25", values)
        self.assertEqual([v for v in values if "," in v], [])
        self.assertNotIn(",", "".join(re.findall(r'(?:width|ht|left|right|top|bottom)="([^"]*)"', "".join(sheets))))

    def test_an_export_never_replaces_a_programme_nor_a_device(self):
        self.new()
        before = self.file.read_bytes()
        other = self.folder / "autre.progville"
        shutil.copy(self.file, other)
        link = self.folder / "lien.xlsx"
        link.symlink_to(self.file)
        fifo = self.folder / "tube"
        os.mkfifo(fifo)
        for target in (self.file, other, link, pathlib.Path(f"{self.file}-wal"), fifo):
            with contextlib.closing(sqlite3.connect(self.file)) as db:  # keeps the log beside the file
                db.execute("SELECT COUNT(*) FROM dossier")
                self.said(INTERNAL, "export", self.file, "synthese", target)
        self.assertEqual(self.file.read_bytes(), before)
        self.assertEqual(other.read_bytes(), before)
        self.assertTrue(link.is_symlink() and stat.S_ISFIFO(fifo.stat().st_mode))
        self.said(DONE, "check", self.file)

    def test_an_amount_of_too_many_digits_is_refused(self):
        self.new()
        source = self.programming(["1", "A", "", "Une action", "", "", "9" * 40, "12"])
        found = self.json(DONE, "import", self.file, source)
        self.assertIn("montant-illisible", [m["code"] for m in found["messages"]])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[5:]], verbosity=2)
