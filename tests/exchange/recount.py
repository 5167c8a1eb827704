"""The figures of a programme file, from its rows alone: what tests and benchmarks hold the exports against."""
import sqlite3


class Recount:
    """The same figures from the rows of the file alone, in SQL and sums of our own. A chapeau is never counted."""

    def __init__(self, file):
        self.db = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        self.exercices = [row[0] for row in self.db.execute(
            "SELECT DISTINCT exercice FROM dossier WHERE chapeau = 0 ORDER BY exercice")]

    def amount_of(self, stage):
        return {"verse": "(SELECT SUM (CASE v.genre WHEN 'reversement' THEN -v.montant_cents ELSE v.montant_cents END)"
                         " FROM versement v WHERE v.financement_id = f.id)",
                "accorde": "COALESCE (f.vote_cents, f.arbitre_cents)"}.get(stage, f"f.{stage}_cents")

    def by(self, key, stage, where="1"):
        """key of the rows → cents."""
        return {row[0]: row[1] or 0 for row in self.db.execute(
            f"SELECT {key}, SUM ({self.amount_of(stage)}) FROM financement f JOIN dossier d ON d.id = f.dossier_id"
            f" JOIN financeur fi ON fi.id = f.financeur_id WHERE d.chapeau = 0 AND {where} GROUP BY 1")}

    def total(self, stage, exercice=None):
        return sum(self.by("1", stage, "1" if exercice is None else f"d.exercice = {exercice}").values())

    def charges(self, column, exercice=None):
        """Charges of 60 to 69 and the indirect ones: `prevu` or `realise`."""
        return self.db.execute(
            f"SELECT SUM (b.{column}_cents) FROM budget_ligne b JOIN dossier d ON d.id = b.dossier_id AND d.chapeau = 0"
            " JOIN compte c ON c.id = b.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'"
            " WHERE ?1 IS NULL OR d.exercice = ?1", (exercice,)).fetchone()[0] or 0

    def to_recover(self, exercice):
        return self.db.execute("SELECT SUM (a_recuperer_cents) FROM bilan b JOIN dossier d ON d.id = b.dossier_id"
                               " WHERE d.chapeau = 0 AND d.exercice = ?", (exercice,)).fetchone()[0] or 0

    def dossiers(self, exercice):
        return self.db.execute("SELECT COUNT (*) FROM dossier WHERE chapeau = 0 AND exercice = ?", (exercice,)).fetchone()[0]
