-- 0005-instruction.sql: what makes a dossier recevable, and the answers given together to the
-- tree of a transversal axis.

-- A condition of an appel, as data. `declarative` is answered by hand; the others are computed.
CREATE TABLE recevabilite_regle (
  id       INTEGER PRIMARY KEY,
  uuid     TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  appel_id INTEGER NOT NULL REFERENCES appel (id) ON DELETE CASCADE,
  ordre    INTEGER NOT NULL,
  genre    TEXT NOT NULL CHECK (genre IN ('cer', 'delai', 'periode', 'montant_minimum', 'part_qpv',
                                          'budget_equilibre', 'pieces', 'declarative')),
  libelle  TEXT NOT NULL,                -- the condition, in words
  valeur   INTEGER,                      -- of `montant_minimum`, cents (NULL: that of the appel);
                                         -- of `part_qpv`, basis points; of the others NULL
  source   TEXT
) STRICT;

CREATE INDEX recevabilite_regle_appel ON recevabilite_regle (appel_id);

-- What somebody answered to a condition: of a declarative one, or in place of what was computed,
-- which then needs a reason.
CREATE TABLE recevabilite_reponse (
  id         INTEGER PRIMARY KEY,
  revision   INTEGER NOT NULL DEFAULT 1,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  regle_id   INTEGER NOT NULL REFERENCES recevabilite_regle (id) ON DELETE CASCADE,
  reponse    INTEGER NOT NULL CHECK (reponse IN (0, 1)),
  motif      TEXT,
  UNIQUE (dossier_id, regle_id)
) STRICT;

CREATE INDEX recevabilite_reponse_regle ON recevabilite_reponse (regle_id);

-- The common answers to the questions of the tree, given in the meeting that decides the mark.
-- Those of each institution stay beside (marqueur_reponse).
CREATE TABLE marqueur_reponse_commune (
  id          INTEGER PRIMARY KEY,
  revision    INTEGER NOT NULL DEFAULT 1,
  dossier_id  INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  axe_id      INTEGER NOT NULL REFERENCES axe_transversal (id) ON DELETE RESTRICT,
  question    TEXT NOT NULL,             -- `mixte`, `objectif`, `a`, `b`, `c`, `coherent`
  reponse     INTEGER NOT NULL CHECK (reponse IN (0, 1)),
  commentaire TEXT,                      -- what of the dossier says so
  UNIQUE (dossier_id, axe_id, question)
) STRICT;

-- When the service was last reminded that its avis is awaited.
ALTER TABLE avis_externe ADD COLUMN relance_le TEXT;

-- Who decided the collective mark: the name of the meeting.
ALTER TABLE marqueur ADD COLUMN decide_par TEXT;

-- A queue is read by what an institution still has to answer.
CREATE INDEX instruction_etat ON instruction (institution_id, etat);
