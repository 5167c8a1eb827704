-- 0006-seances.sql: scenarios of the proposed amounts, and séances that are held, then frozen.

-- A named copy of the proposed amounts, to try something without touching them. It holds only the
-- amounts it changes; what it does not name is the present situation.
CREATE TABLE scenario (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  appel_id    INTEGER NOT NULL REFERENCES appel (id) ON DELETE CASCADE,
  nom         TEXT NOT NULL,
  commentaire TEXT,
  cree_a      TEXT NOT NULL,
  applique_a  TEXT,                      -- when it became the proposed amounts; NULL: never
  UNIQUE (appel_id, nom)
) STRICT;

CREATE TABLE scenario_montant (
  id             INTEGER PRIMARY KEY,
  scenario_id    INTEGER NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
  financement_id INTEGER NOT NULL REFERENCES financement (id) ON DELETE CASCADE,
  propose_cents  INTEGER,                -- in the scenario; 0: refused, NULL: no answer
  avant_cents    INTEGER,                -- proposé when it was written: says what changed since
  UNIQUE (scenario_id, financement_id)
) STRICT;

CREATE INDEX scenario_montant_financement ON scenario_montant (financement_id);

-- While a séance is open a decision is being made: its amounts may be on the table before it is
-- (NULL). Closing seals it; so does a rectification, which is a next version.
CREATE TABLE decision_nouvelle (
  id                INTEGER PRIMARY KEY,
  uuid              TEXT NOT NULL UNIQUE,
  revision          INTEGER NOT NULL DEFAULT 1,
  seance_dossier_id INTEGER NOT NULL REFERENCES seance_dossier (id) ON DELETE CASCADE,
  version           INTEGER NOT NULL DEFAULT 1,
  decision          TEXT CHECK (decision IN ('programme', 'programme-sous-reserve', 'ajourne',
                                             'refuse', 'reoriente')),
  reserve           TEXT,
  rectification_motif TEXT,
  ajourne_seance_id INTEGER REFERENCES seance (id) ON DELETE SET NULL, -- where it comes back
  decidee_a         TEXT,                -- instant, UTC
  duree_s           INTEGER,             -- how long it was on the table, in seconds
  scellee           INTEGER NOT NULL DEFAULT 0 CHECK (scellee IN (0, 1)),
  UNIQUE (seance_dossier_id, version)
) STRICT;

INSERT INTO decision_nouvelle (id, uuid, revision, seance_dossier_id, version, decision, reserve,
                               rectification_motif, scellee)
  SELECT c.id, c.uuid, c.revision, c.seance_dossier_id, c.version, c.decision, c.reserve,
         c.rectification_motif, s.etat = 'close'
    FROM decision c
    JOIN seance_dossier d ON d.id = c.seance_dossier_id
    JOIN seance s ON s.id = d.seance_id;

DROP TABLE decision;
ALTER TABLE decision_nouvelle RENAME TO decision;

CREATE INDEX decision_ajourne_seance ON decision (ajourne_seance_id)
  WHERE ajourne_seance_id IS NOT NULL;

-- The amounts. While the séance is open: those on the table, one row for each that is known. Sealed:
-- the séance's own copy of the whole plan, so that what it decided reads the same for ever.
CREATE TABLE decision_montant_nouvelle (
  id              INTEGER PRIMARY KEY,
  decision_id     INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  financement_id  INTEGER NOT NULL REFERENCES financement (id) ON DELETE RESTRICT,
  montant_cents   INTEGER CHECK (montant_cents >= 0), -- NULL: this payer has not answered
  verrou          TEXT CHECK (verrou IN ('vote', 'notifie', 'deport')),
                  -- why the séance did not decide this amount; NULL: it did
  sollicite_cents INTEGER,               -- as they stood when it was sealed
  propose_cents   INTEGER,
  UNIQUE (decision_id, financement_id)
) STRICT;

INSERT INTO decision_montant_nouvelle (id, decision_id, financement_id, montant_cents)
  SELECT id, decision_id, financement_id, montant_cents FROM decision_montant;

DROP TABLE decision_montant;
ALTER TABLE decision_montant_nouvelle RENAME TO decision_montant;

CREATE INDEX decision_montant_financement ON decision_montant (financement_id);
CREATE INDEX seance_dossier_seance ON seance_dossier (seance_id, ordre);

-- What a dossier has on one envelope is found by the dossier, of which there are few rows: by the
-- envelope, each move of a status read all that the envelope bears.
DROP INDEX financement_dossier;
CREATE INDEX financement_dossier ON financement (dossier_id, enveloppe_id);

-- How many minutes a dossier may take; NULL: no timer.
ALTER TABLE seance ADD COLUMN minuterie_min INTEGER CHECK (minuterie_min > 0);


-- =========================================================================================
-- The freeze: what a closed séance holds is changed by nothing but a rectification
-- =========================================================================================

CREATE TRIGGER gel_seance_update BEFORE UPDATE ON seance WHEN OLD.etat = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_seance_delete BEFORE DELETE ON seance WHEN OLD.etat = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;

-- What it decided was decided under the effect its instance had.
CREATE TRIGGER gel_instance_effet BEFORE UPDATE OF effet ON instance
WHEN NEW.effet <> OLD.effet
 AND EXISTS (SELECT 1 FROM seance WHERE instance_id = OLD.id AND etat = 'close')
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;

CREATE TRIGGER gel_seance_presence_insert BEFORE INSERT ON seance_presence
WHEN (SELECT etat FROM seance WHERE id = NEW.seance_id) = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_seance_presence_update BEFORE UPDATE ON seance_presence
WHEN 'close' IN (SELECT etat FROM seance WHERE id IN (OLD.seance_id, NEW.seance_id))
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_seance_presence_delete BEFORE DELETE ON seance_presence
WHEN (SELECT etat FROM seance WHERE id = OLD.seance_id) = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;

CREATE TRIGGER gel_seance_dossier_insert BEFORE INSERT ON seance_dossier
WHEN (SELECT etat FROM seance WHERE id = NEW.seance_id) = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_seance_dossier_update BEFORE UPDATE ON seance_dossier
WHEN 'close' IN (SELECT etat FROM seance WHERE id IN (OLD.seance_id, NEW.seance_id))
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_seance_dossier_delete BEFORE DELETE ON seance_dossier
WHEN (SELECT etat FROM seance WHERE id = OLD.seance_id) = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;

CREATE TRIGGER gel_deport_insert BEFORE INSERT ON deport
WHEN (SELECT s.etat FROM seance_dossier d JOIN seance s ON s.id = d.seance_id
       WHERE d.id = NEW.seance_dossier_id) = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_deport_update BEFORE UPDATE ON deport
WHEN 'close' IN (SELECT s.etat FROM seance_dossier d JOIN seance s ON s.id = d.seance_id
                  WHERE d.id IN (OLD.seance_dossier_id, NEW.seance_dossier_id))
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_deport_delete BEFORE DELETE ON deport
WHEN (SELECT s.etat FROM seance_dossier d JOIN seance s ON s.id = d.seance_id
       WHERE d.id = OLD.seance_dossier_id) = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;

-- A version more, with its reason, is what a rectification is; it is sealed once its amounts are in.
CREATE TRIGGER gel_decision_insert BEFORE INSERT ON decision
WHEN (NEW.version = 1 OR NEW.rectification_motif IS NULL)
 AND (SELECT s.etat FROM seance_dossier d JOIN seance s ON s.id = d.seance_id
       WHERE d.id = NEW.seance_dossier_id) = 'close'
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_decision_update BEFORE UPDATE ON decision WHEN OLD.scellee = 1
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_decision_delete BEFORE DELETE ON decision WHEN OLD.scellee = 1
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;

CREATE TRIGGER gel_decision_montant_insert BEFORE INSERT ON decision_montant
WHEN (SELECT scellee FROM decision WHERE id = NEW.decision_id) = 1
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_decision_montant_update BEFORE UPDATE ON decision_montant
WHEN 1 IN (SELECT scellee FROM decision WHERE id IN (OLD.decision_id, NEW.decision_id))
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
CREATE TRIGGER gel_decision_montant_delete BEFORE DELETE ON decision_montant
WHEN (SELECT scellee FROM decision WHERE id = OLD.decision_id) = 1
BEGIN SELECT RAISE (ABORT, 'seance-close'); END;
