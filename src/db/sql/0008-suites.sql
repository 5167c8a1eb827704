-- 0008-suites.sql: after the decision: conventions, comptes rendus, documents.

-- The life of a convention before and after its signature by the payer (signee_le), and what it
-- says of the payment.
ALTER TABLE convention ADD COLUMN envoyee_le TEXT;    -- sent to the organisme for signature
ALTER TABLE convention ADD COLUMN retournee_le TEXT;  -- came back signed by the organisme
ALTER TABLE convention ADD COLUMN notifiee_le TEXT;   -- signed by both, sent to the organisme
ALTER TABLE convention ADD COLUMN paiement_delai_jours INTEGER CHECK (paiement_delai_jours > 0);
                                 -- agreed delay of payment; NULL: the threshold paiement_delai
ALTER TABLE convention ADD COLUMN conditions_versement TEXT;
ALTER TABLE convention ADD COLUMN commentaire TEXT;

-- The year of a CPO a planned payment belongs to; its date may not be known.
ALTER TABLE convention_echeance ADD COLUMN exercice INTEGER;

CREATE INDEX convention_annee_exercice ON convention_annee (exercice);
CREATE INDEX convention_echeance_convention ON convention_echeance (convention_id);
CREATE INDEX convention_financeur ON convention (financeur_id, organisme_id);

-- What became of the action (Cerfa 15059, compte rendu financier, part 1).
ALTER TABLE bilan ADD COLUMN realisation TEXT
  CHECK (realisation IN ('totale', 'partielle', 'non-realisee'));
ALTER TABLE bilan ADD COLUMN debut TEXT;              -- when it really began
ALTER TABLE bilan ADD COLUMN fin TEXT;                -- and ended

-- A reminder sent to a porteur whose compte rendu is awaited.
CREATE TABLE bilan_relance (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  dossier_id  INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  relance_le  TEXT NOT NULL,
  moyen       TEXT CHECK (moyen IN ('courriel', 'courrier', 'telephone')),
  commentaire TEXT
) STRICT;

CREATE INDEX bilan_relance_dossier ON bilan_relance (dossier_id);

-- A template of a document, as plain text with named fields (docs/documents.md). Those shipped
-- with the application are files; a row here is what the users of this programme made of one.
CREATE TABLE modele_document (
  id       INTEGER PRIMARY KEY,
  uuid     TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  genre    TEXT NOT NULL CHECK (genre IN ('notification', 'refus', 'convention', 'fiche', 'relance')),
  nom      TEXT NOT NULL,
  texte    TEXT NOT NULL,
  UNIQUE (genre, nom)
) STRICT;

-- What the bilan needs of each dossier beside total_dossier: what is granted (voted, else
-- arbitrated, of each financement) and the realised charges (classes 60 to 69 and indirect).
-- Kept like the totals of 0002, so that the page opens at once over many exercices.
CREATE TABLE total_bilan (
  id            INTEGER PRIMARY KEY, -- of the dossier
  accorde_cents INTEGER NOT NULL DEFAULT 0,
  n_accorde     INTEGER NOT NULL DEFAULT 0,
  realise_cents INTEGER NOT NULL DEFAULT 0,
  n_realise     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE VIEW recompte_bilan AS
SELECT d.id,
       COALESCE(f.accorde, 0) AS accorde_cents,
       COALESCE(f.n, 0) AS n_accorde,
       COALESCE(b.realise, 0) AS realise_cents,
       COALESCE(b.n, 0) AS n_realise
  FROM dossier d
  LEFT JOIN (SELECT dossier_id, SUM(COALESCE(vote_cents, arbitre_cents)) AS accorde,
                    COUNT(COALESCE(vote_cents, arbitre_cents)) AS n
               FROM financement GROUP BY dossier_id) f ON f.dossier_id = d.id
  LEFT JOIN (SELECT l.dossier_id, SUM(l.realise_cents) AS realise, COUNT(l.realise_cents) AS n
               FROM budget_ligne l
               JOIN compte c ON c.id = l.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'
              GROUP BY l.dossier_id) b ON b.dossier_id = d.id;

CREATE TRIGGER total_bilan_dossier_nouveau AFTER INSERT ON dossier
BEGIN
  INSERT INTO total_bilan (id) VALUES (NEW.id);
END;

CREATE TRIGGER total_bilan_dossier_supprime AFTER DELETE ON dossier
BEGIN
  DELETE FROM total_bilan WHERE id = OLD.id;
END;

CREATE TRIGGER total_bilan_financement_nouveau AFTER INSERT ON financement
BEGIN
  UPDATE total_bilan
     SET accorde_cents = accorde_cents + COALESCE(NEW.vote_cents, NEW.arbitre_cents, 0),
         n_accorde = n_accorde + (COALESCE(NEW.vote_cents, NEW.arbitre_cents) IS NOT NULL)
   WHERE id = NEW.dossier_id;
END;

CREATE TRIGGER total_bilan_financement_modifie
AFTER UPDATE OF dossier_id, arbitre_cents, vote_cents ON financement
BEGIN
  UPDATE total_bilan
     SET accorde_cents = accorde_cents - COALESCE(OLD.vote_cents, OLD.arbitre_cents, 0),
         n_accorde = n_accorde - (COALESCE(OLD.vote_cents, OLD.arbitre_cents) IS NOT NULL)
   WHERE id = OLD.dossier_id;
  UPDATE total_bilan
     SET accorde_cents = accorde_cents + COALESCE(NEW.vote_cents, NEW.arbitre_cents, 0),
         n_accorde = n_accorde + (COALESCE(NEW.vote_cents, NEW.arbitre_cents) IS NOT NULL)
   WHERE id = NEW.dossier_id;
END;

CREATE TRIGGER total_bilan_financement_supprime AFTER DELETE ON financement
BEGIN
  UPDATE total_bilan
     SET accorde_cents = accorde_cents - COALESCE(OLD.vote_cents, OLD.arbitre_cents, 0),
         n_accorde = n_accorde - (COALESCE(OLD.vote_cents, OLD.arbitre_cents) IS NOT NULL)
   WHERE id = OLD.dossier_id;
END;

CREATE TRIGGER total_bilan_budget_nouveau AFTER INSERT ON budget_ligne
WHEN NEW.realise_cents IS NOT NULL
BEGIN
  UPDATE total_bilan
     SET realise_cents = realise_cents + NEW.realise_cents, n_realise = n_realise + 1
   WHERE id = NEW.dossier_id
     AND EXISTS (SELECT 1 FROM compte c
                  WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire');
END;

CREATE TRIGGER total_bilan_budget_modifie
AFTER UPDATE OF dossier_id, compte_id, realise_cents ON budget_ligne
BEGIN
  UPDATE total_bilan
     SET realise_cents = realise_cents - COALESCE(OLD.realise_cents, 0),
         n_realise = n_realise - (OLD.realise_cents IS NOT NULL)
   WHERE id = OLD.dossier_id
     AND EXISTS (SELECT 1 FROM compte c
                  WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire');
  UPDATE total_bilan
     SET realise_cents = realise_cents + COALESCE(NEW.realise_cents, 0),
         n_realise = n_realise + (NEW.realise_cents IS NOT NULL)
   WHERE id = NEW.dossier_id
     AND EXISTS (SELECT 1 FROM compte c
                  WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire');
END;

CREATE TRIGGER total_bilan_budget_supprime AFTER DELETE ON budget_ligne
WHEN OLD.realise_cents IS NOT NULL
BEGIN
  UPDATE total_bilan
     SET realise_cents = realise_cents - OLD.realise_cents, n_realise = n_realise - 1
   WHERE id = OLD.dossier_id
     AND EXISTS (SELECT 1 FROM compte c
                  WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire');
END;

-- The files of before.
INSERT INTO total_bilan SELECT * FROM recompte_bilan;
