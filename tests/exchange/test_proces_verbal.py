#!/usr/bin/env python3
"""The procès-verbal of a séance, written by progville-cli, agrees with `stats --json` to the cent.

    test_proces_verbal.py PROGVILLE-CLI MAKE-SEANCE LOCALEDIR
"""
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

import openpyxl

CLI, MAKE, LOCALE = (pathlib.Path(a).resolve() for a in sys.argv[1:4])
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C", "PV_LOCALEDIR": str(LOCALE)}


def run(*arguments, **environment):
    return subprocess.run([str(a) for a in arguments], capture_output=True, text=True, encoding="utf-8", timeout=300,
                          env={**ENVIRONMENT, **environment})


def euros(text):
    """Cents of « 12 500,50 € »."""
    whole, _, part = text.replace("€", "").replace("\u2212", "-").partition(",")
    digits = re.sub(r"\s", "", whole)
    return int(digits) * 100 + (int(part.strip().ljust(2, "0")) if part.strip() else 0)


class ProcesVerbal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="progville-pv-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.file = cls.folder / "essai.progville"
        made = run(MAKE, cls.file, 42, 6, "rectified")
        assert made.returncode == 0, made.stderr
        cls.stats = json.loads(run(CLI, "stats", cls.file, "--by", "financeur", "--stage", "arbitre", "--json").stdout)
        cls.expected = {row["label"]: row["amount_cents"] for row in cls.stats["rows"]}

    def export(self, name, seance="2026-03-17"):
        out = self.folder / name
        done = run(CLI, "export", self.file, "seance", out, "--seance", seance)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("42 dossiers", done.stdout)
        return out

    def refused(self, status, *arguments, **environment):
        done = run(CLI, "export", self.file, *arguments, **environment)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stderr

    def test_the_pdf_agrees_with_stats_to_the_cent(self):
        text = run("pdftotext", "-layout", self.export("pv.pdf"), "-").stdout
        rows = text.split("Bilan par financeur")[1].split("Ordre du jour")[0]
        amounts = {}
        for line in rows.splitlines():
            cells = re.split(r"\s{2,}|(?<=€) ", line.strip())
            if len(cells) >= 4 and "€" in cells[3]:
                amounts[cells[0]] = euros(cells[3])
        self.assertEqual(amounts.pop("Total"), self.stats["total"]["amount_cents"])
        self.assertEqual(amounts, {name: cents for name, cents in self.expected.items() if cents})

    def test_the_workbook_agrees_with_stats_to_the_cent(self):
        book = openpyxl.load_workbook(self.export("pv.xlsx"), data_only=True)
        self.assertEqual(book.sheetnames, ["Ordre du jour et décisions", "Montants par financeur", "Présences",
                                           "Enveloppes", "Rectifications"])
        rows = list(book["Montants par financeur"].iter_rows(min_row=3, values_only=True))
        headers = next(row for row in rows if row[0] == "Ordre")
        data = [row for row in rows if isinstance(row[0], (int, float))]
        self.assertEqual(len(data), 42)
        for name, cents in self.expected.items():
            index = headers.index(name)
            self.assertEqual(sum(round((row[index] or 0) * 100) for row in data), cents, name)
        total = headers.index("Total des financeurs")
        self.assertEqual(sum(round((row[total] or 0) * 100) for row in data), self.stats["total"]["amount_cents"])
        self.assertEqual(sum(1 for row in book["Rectifications"].iter_rows(min_row=3, values_only=True)
                             if isinstance(row[0], (int, float))), 2)

    def test_each_page_is_drawn(self):
        out = self.export("pages.pdf")
        done = run("pdftoppm", "-r", "40", "-gray", out, self.folder / "page")
        self.assertEqual(done.returncode, 0, done.stderr)
        pages = sorted(self.folder.glob("page-*.pgm"))
        self.assertGreaterEqual(len(pages), 5)
        for page in pages:
            self.assertLess(min(page.read_bytes()[20:]), 100, page.name)

    def test_the_same_bytes_again(self):
        first = self.export("un.pdf").read_bytes()
        strip = lambda data: re.sub(rb"/(CreationDate|ModDate) \(.*?\)", b"", data)
        self.assertEqual(strip(first), strip(self.export("deux.pdf").read_bytes()))

    def test_a_full_disk_leaves_nothing(self):
        out = self.folder / "plein.pdf"

        def small_disk():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000))

        done = subprocess.run([str(CLI), "export", str(self.file), "seance", str(out), "--seance", "1"],
                              capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, preexec_fn=small_disk)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertIn("could not be written", done.stderr)
        self.assertEqual([p.name for p in self.folder.iterdir() if "plein" in p.name], [])

    def test_which_seance(self):
        for seance in ("1", "17/03/2026", "Comité de pilotage du 17 mars 2026"):
            self.export("laquelle.pdf", seance)
        said = self.refused(2, "seance", self.folder / "x.pdf", "--seance", "2020-01-01")
        self.assertIn("Comité de pilotage du 17 mars 2026 (closed)", said)
        said = self.refused(2, "seance", self.folder / "x.pdf", "--seance", "Comité de pilotage")
        self.assertIn("Several séances", said)
        self.assertFalse((self.folder / "x.pdf").exists())

    def test_mistakes_are_told_in_french(self):
        said = self.refused(2, "seance", self.folder / "x.pdf", LANGUAGE="fr", LC_ALL="fr_FR.UTF-8")
        self.assertIn("--seance", said)
        self.assertEqual(self.refused(2, "synthese", self.folder / "x.xlsx", "--seance", "1").count("séance"), 1)
        said = self.refused(2, "seance", self.folder / "x.docx", "--seance", "1")
        self.assertIn(".pdf", said)
        self.assertEqual([p.name for p in self.folder.glob("x.*")], [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
