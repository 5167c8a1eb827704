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
