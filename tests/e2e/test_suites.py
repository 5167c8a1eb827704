"""After the decision: two subsidies are voted, notified, one is announced by letter and paid in part; the machine
stops, the payment is there. A compte rendu comes in, the bilan and its workbook say all of it, and Ctrl+Z undoes it.

test_suites.py PROGVILLE PROGVILLE-CLI DEMONSTRATION
"""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import openpyxl

from desk import Desk, plain, until, written_in

program, cli, demonstration = sys.argv[1:4]
PAID, OTHER, LATE = "0401", "0324", "0211"  # dossiers of the CAF, and one whose compte rendu is late
DELIBERATION, LETTER, MANDATE = "CA 2026-118", "CAF/2026/77", "M 2026-0401"

home = pathlib.Path(os.environ["HOME"])
path = home / "suites.progville"
shutil.copy(demonstration, path)


def ask(sql, *values):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return db.execute(sql, values).fetchall()


def stages():
    """What the file holds: of each financement, payment and compte rendu, and the status of each dossier."""
    return (ask("SELECT id, arbitre_cents, vote_cents, vote_le, vote_acte, notifie_cents, notifie_le, notifie_acte"
                " FROM financement ORDER BY id"),
            ask("SELECT id, financement_id, genre, montant_cents, reference FROM versement ORDER BY id"),
            ask("SELECT dossier_id, crf_recu_le FROM bilan WHERE crf_recu_le IS NOT NULL ORDER BY 1"),
            ask("SELECT id, statut FROM dossier ORDER BY id"))


def totals():
    """Granted and paid in 2026, in euros."""
    granted, paid = ask(
        "SELECT (SELECT sum(coalesce(vote_cents, arbitre_cents)) FROM financement WHERE exercice = 2026),"
        " (SELECT sum(iif(v.genre = 'reversement', -1, 1) * v.montant_cents) FROM versement v"
        " JOIN financement f ON f.id = v.financement_id WHERE f.exercice = 2026)")[0]
    return granted // 100, paid // 100


def begins(role, words, inside):
    """What has these words first; their spaces may be narrow, and do not break."""
    return desk.find(role, lambda name: " ".join(name.split()).startswith(words), inside=inside, what=words)


def press(words, inside):
    """GTK 4.8 says what is written on a button after the same words with their mnemonic."""
    desk.click(desk.find("push button", lambda name: name == words or name.endswith(" " + words), inside=inside))


def open_tab(title, view):
    desk.click(desk.find("page tab", title, inside=desk.part("PvBilansPage")))
    return desk.part("PvBilansPage", view)


def opened(press_it):
    """The dialog that comes."""
    windows = desk.app.childCount
    press_it()
    until("the dialog", lambda: desk.app.childCount > windows)
    return desk.window()


def leave(act):
    """GTK 4.8 ends with a fault when it is asked for what is in a window that goes: only count them."""
    windows = desk.app.childCount
    act()
    until("the dialog to go", lambda: desk.app.childCount < windows)


def choose_both(view):
    for number in (OTHER, PAID):
        desk.click(desk.find("check box", f"Sélectionner le dossier {number}", inside=view))
    begins("label", "Sélection : 2 dossiers", view)


def choose_payment(state, count):
    """The line of the payments of this dossier, among those of a state."""
    view = open_tab("Versements", "PvVersementsVue")
    desk.click(begins("push button", state, view))
    begins("label", count, view)
    desk.click(desk.find("label", PAID, inside=view))
    pane = desk.part("PvBilansPage", "PvVersementsVue", "PvVersementPane")
    begins("label", f"N° {PAID}", pane)
    return view, pane


def read_bilan():
    """The figures of the year, as the first tab says them."""
    granted, paid = totals()
    view = open_tab("Bilan", "PvBilanAnalyseVue")

    def says():
        names = ["".join(node.name.split()) for node in desk.all(inside=view) if node.name.startswith("Montant ")]
        return all(any(name.startswith(f"Montant{what}:{amount}€") for name in names)
                   for what, amount in (("accordé", granted), ("versé", paid)))
    until(f"{granted} granted and {paid} paid", says)
    return granted, paid


# said at times of an entry that has the focus when what it is in is hidden; its cause is not found yet
Desk.known = "GtkText - did not receive a focus-out event"

before, (granted, paid) = stages(), totals()
desk = Desk(program, path)
desk.says("suites.progville — ouvert en écriture")
desk.page("Bilans")

# one deliberation of the CAF over two dossiers, one of them for less than was arbitrated
votes = open_tab("Votes", "PvVotesVue")
desk.click(desk.find("combo box", "Financeur", inside=votes))
desk.go_down("CAF")
begins("label", "Total : 6 dossiers", votes)
choose_both(votes)
dialog = opened(lambda: press("Voter…", votes))
desk.find("text", lambda name: name.startswith("Délibération ou décision"), inside=dialog)
desk.type(DELIBERATION)
desk.keys("Return")
desk.click(desk.find("text", f"Montant du dossier {PAID}", inside=dialog))
desk.keys("ctrl+a")
desk.type("7500")
desk.keys("Return")
begins("label", "2 dossiers · 12 500 €", dialog)
leave(lambda: desk.keys("ctrl+Return"))
until("the votes", lambda: ask("SELECT d.numero, f.vote_cents FROM financement f JOIN dossier d ON d.id = f.dossier_id"
                               " WHERE f.vote_acte = ? ORDER BY 1", DELIBERATION) == [(OTHER, 500000), (PAID, 750000)])

# both are notified; the last key is pressed in the entry of the reference
desk.click(begins("push button", "À notifier 3", votes))
begins("label", "Total : 3 dossiers", votes)
choose_both(votes)
dialog = opened(lambda: press("Notifier…", votes))
reference = desk.find("text", lambda name: name.startswith("Lettre ou décision"), inside=dialog)
desk.type(LETTER)
until("the reference to be typed", lambda: written_in(reference) == LETTER)
leave(lambda: desk.keys("ctrl+Return"))
until("the notifications", lambda: ask("SELECT notifie_cents FROM financement WHERE notifie_acte = ? ORDER BY 1",
                                       LETTER) == [(500000,), (750000,)])

# the letter of one of them
desk.click(begins("push button", "Notifiés 5", votes))
begins("label", "Total : 5 dossiers", votes)
desk.click(desk.find("check box", f"Sélectionner le dossier {PAID}", inside=votes))
begins("label", "Sélection : 1 dossier", votes)
dialog = opened(lambda: press("Lettres", votes))
desk.find("label", "Lettre de notification", inside=dialog)
opened(lambda: desk.keys("ctrl+Return"))
desk.save_as(home / "lettre.pdf")
begins("label", "1 document", dialog)
leave(lambda: desk.keys("Escape"))
letter = " ".join(subprocess.run(["pdftotext", "-layout", str(home / "lettre.pdf"), "-"], check=True,
                                 capture_output=True, text=True).stdout.split())
for words in (f"dossier n° {PAID}", "Lire et parler en famille", "7 500 € (sept mille cinq cents euros)", LETTER):
    assert words in letter, f"“{words}” is not in the letter: {letter}"

# its dossier says that one of three funders notified
view, pane = choose_payment("À verser 14", "14 financements")
press("Ouvrir le dossier", pane)
dossier = desk.part("PvDossierPage")
desk.find("label", "notifié 1/3", inside=dossier)
desk.keys("Escape")

# a part of it is paid, and the machine stops
view = desk.part("PvBilansPage", "PvVersementsVue")
desk.click(desk.find("label", PAID, inside=view))
dialog = opened(lambda: press("Verser…", view))
desk.click(desk.find("text", lambda name: name.startswith(f"Montant versé à {PAID}"), inside=dialog))
desk.keys("ctrl+a")
desk.type("4000")
desk.keys("Return")
begins("label", "Acompte", dialog)
reference = desk.find("text", lambda name: name.startswith("Référence"), inside=dialog)
desk.click(reference)
desk.type(MANDATE)
until("the reference to be typed", lambda: written_in(reference) == MANDATE)
leave(lambda: desk.keys("ctrl+Return"))
PAYMENT = [("acompte", 400000)]
until("the payment", lambda: ask("SELECT genre, montant_cents FROM versement WHERE reference = ?", MANDATE) == PAYMENT)
desk.kill()

# it is there
desk = Desk(program, path)
desk.says("suites.progville — ouvert en écriture")
desk.page("Bilans")
view, pane = choose_payment("Versé en partie 7", "7 financements")
assert ask("SELECT genre, montant_cents FROM versement WHERE reference = ?", MANDATE) == PAYMENT
desk.find("label", lambda name: plain(name) == "3500", "what is left to pay", pane)
press("Ouvrir le dossier", pane)
dossier = desk.part("PvDossierPage")
desk.find("label", "versé 1/3", inside=dossier)
desk.find("push button", lambda name: plain(name) == "CAFduNord,Versé:4000", "what the CAF paid", dossier)
desk.keys("Escape")

# a compte rendu that was late is received
reports = open_tab("Comptes rendus", "PvComptesRendusVue")
begins("push button", "En retard 7", reports)
desk.click(desk.find("label", LATE, inside=reports))
dialog = opened(lambda: press("Reçus…", reports))
received = desk.find("push button", lambda name: name.endswith(" Noter comme reçus"), inside=dialog)
leave(lambda: desk.click(received))
until("the compte rendu", lambda: ask("SELECT b.crf_recu_le IS NOT NULL, d.statut FROM bilan b JOIN dossier d"
                                      " ON d.id = b.dossier_id WHERE d.numero = ?", LATE) == [(1, "bilan-recu")])
begins("push button", "En retard 6", reports)

# the bilan, on the screen and as a workbook
assert read_bilan() == (granted - 500, paid + 4000)
desk.keys("ctrl+9")
exports = desk.part("PvExportsPage")
desk.click(desk.find("combo box", "Type de fichier", inside=exports))
desk.go_down("Bilan de la programmation")
begins("label", "Bilan de la programmation", exports)
opened(lambda: press("Exporter…", exports))
desk.save_as(home / "bilan.xlsx")
begins("label", "« bilan.xlsx » est écrit : 126 dossiers", exports)  # of the three exercices
book = openpyxl.load_workbook(home / "bilan.xlsx", data_only=True)
held = {cell for row in book["Bilan"].iter_rows(values_only=True) for cell in row}
assert {granted - 500, paid + 4000} <= held, "the totals of the year are not on its first page"

# all of it is undone, in the bilan too, though the machine stopped
desk.keys("ctrl+8")
for left in (3, 2, 1, 0):
    changed = stages()
    desk.keys("ctrl+z")
    until(f"{left} acts left", lambda: stages() != changed)
assert stages() == before, "undone, the file is not what it was"
assert read_bilan() == (granted, paid)
desk.quit()

check = subprocess.run([cli, "check", str(path)], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
