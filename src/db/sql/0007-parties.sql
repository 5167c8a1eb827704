-- 0007-parties.sql: what each envelope has engaged, each amount once, under its furthest stage.
--
-- The columns of the page of envelopes and their bars. Kept like the totals of 0002, so that they
-- follow each key stroke: they add up to `engage_cents` of total_enveloppe. What is paid of a
-- financement is under `verse`, the rest of it under the furthest of proposé … notifié.

CREATE TABLE total_partie (
  id            INTEGER PRIMARY KEY, -- of the envelope
  propose_cents INTEGER NOT NULL DEFAULT 0,
  arbitre_cents INTEGER NOT NULL DEFAULT 0,
  vote_cents    INTEGER NOT NULL DEFAULT 0,
  notifie_cents INTEGER NOT NULL DEFAULT 0, -- and not yet paid
  verse_cents   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What one financement puts in its envelope, as it stands.
CREATE VIEW partie_financement AS
SELECT f.id, f.enveloppe_id, f.dossier_id,
       CASE WHEN f.notifie_cents IS NULL AND f.vote_cents IS NULL AND f.arbitre_cents IS NULL
            THEN f.propose_cents - MIN(MAX(COALESCE(t.verse_cents, 0), 0), f.propose_cents)
       END AS propose_cents,
       CASE WHEN f.notifie_cents IS NULL AND f.vote_cents IS NULL
            THEN f.arbitre_cents - MIN(MAX(COALESCE(t.verse_cents, 0), 0), f.arbitre_cents)
       END AS arbitre_cents,
       CASE WHEN f.notifie_cents IS NULL
            THEN f.vote_cents - MIN(MAX(COALESCE(t.verse_cents, 0), 0), f.vote_cents)
       END AS vote_cents,
       f.notifie_cents - MIN(MAX(COALESCE(t.verse_cents, 0), 0), f.notifie_cents) AS notifie_cents,
       MIN(MAX(COALESCE(t.verse_cents, 0), 0),
           COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents)) AS verse_cents
  FROM financement f
  JOIN dossier d ON d.id = f.dossier_id
  LEFT JOIN total_financement t ON t.id = f.id
 WHERE f.enveloppe_id IS NOT NULL AND d.chapeau = 0
   AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne');

CREATE VIEW recompte_partie AS
SELECT e.id,
       COALESCE(SUM(CASE WHEN f.notifie_cents IS NULL AND f.vote_cents IS NULL AND f.arbitre_cents IS NULL
                         THEN f.propose_cents - f.paye END), 0) AS propose_cents,
       COALESCE(SUM(CASE WHEN f.notifie_cents IS NULL AND f.vote_cents IS NULL
                         THEN f.arbitre_cents - f.paye END), 0) AS arbitre_cents,
       COALESCE(SUM(CASE WHEN f.notifie_cents IS NULL THEN f.vote_cents - f.paye END), 0) AS vote_cents,
       COALESCE(SUM(f.notifie_cents - f.paye), 0) AS notifie_cents,
       COALESCE(SUM(f.paye), 0) AS verse_cents
  FROM enveloppe e
  LEFT JOIN (SELECT f.enveloppe_id, f.propose_cents, f.arbitre_cents, f.vote_cents, f.notifie_cents,
                    MIN(MAX(COALESCE(v.verse_cents, 0), 0),
                        COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents)) AS paye
               FROM financement f
               JOIN dossier d ON d.id = f.dossier_id AND d.chapeau = 0
                AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')
               LEFT JOIN recompte_financement v ON v.id = f.id
              WHERE f.enveloppe_id IS NOT NULL) f ON f.enveloppe_id = e.id
 GROUP BY e.id;

CREATE TRIGGER total_partie_enveloppe_nouvelle AFTER INSERT ON enveloppe
BEGIN
  INSERT INTO total_partie (id) VALUES (NEW.id);
END;

CREATE TRIGGER total_partie_enveloppe_supprimee AFTER DELETE ON enveloppe
BEGIN
  DELETE FROM total_partie WHERE id = OLD.id;
END;

-- Where the triggers write: a row puts its amounts in its envelope (signe 1), or takes them out (−1).
CREATE VIEW partie_mouvement AS
SELECT 1 AS signe, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
  FROM partie_financement;

CREATE TRIGGER total_partie_mouvement INSTEAD OF INSERT ON partie_mouvement
BEGIN
  UPDATE total_partie
     SET propose_cents = propose_cents + NEW.signe * COALESCE(NEW.propose_cents, 0),
         arbitre_cents = arbitre_cents + NEW.signe * COALESCE(NEW.arbitre_cents, 0),
         vote_cents = vote_cents + NEW.signe * COALESCE(NEW.vote_cents, 0),
         notifie_cents = notifie_cents + NEW.signe * COALESCE(NEW.notifie_cents, 0),
         verse_cents = verse_cents + NEW.signe * COALESCE(NEW.verse_cents, 0)
   WHERE id = NEW.enveloppe_id;
END;

-- Each change takes away what the rows said, then adds what they say.
CREATE TRIGGER total_partie_financement_nouveau AFTER INSERT ON financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT 1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = NEW.id;
END;

CREATE TRIGGER total_partie_financement_avant BEFORE UPDATE ON financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT -1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = OLD.id;
END;

CREATE TRIGGER total_partie_financement_apres AFTER UPDATE ON financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT 1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = NEW.id;
END;

CREATE TRIGGER total_partie_financement_supprime BEFORE DELETE ON financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT -1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = OLD.id;
END;

-- Payments move total_financement (0002), which moves the parts.
CREATE TRIGGER total_partie_paiement_nouveau_avant BEFORE INSERT ON total_financement
WHEN NOT EXISTS (SELECT 1 FROM total_financement WHERE id = NEW.id)
BEGIN
  INSERT INTO partie_mouvement
    SELECT -1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = NEW.id;
END;

CREATE TRIGGER total_partie_paiement_nouveau AFTER INSERT ON total_financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT 1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = NEW.id;
END;

CREATE TRIGGER total_partie_paiement_avant BEFORE UPDATE ON total_financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT -1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = OLD.id;
END;

CREATE TRIGGER total_partie_paiement_apres AFTER UPDATE ON total_financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT 1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = NEW.id;
END;

CREATE TRIGGER total_partie_paiement_supprime_avant BEFORE DELETE ON total_financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT -1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = OLD.id;
END;

CREATE TRIGGER total_partie_paiement_supprime AFTER DELETE ON total_financement
BEGIN
  INSERT INTO partie_mouvement
    SELECT 1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE id = OLD.id;
END;

-- The status of a dossier releases what it engaged, or takes it again.
CREATE TRIGGER total_partie_dossier_avant BEFORE UPDATE OF statut, chapeau ON dossier
WHEN OLD.statut <> NEW.statut OR OLD.chapeau <> NEW.chapeau
BEGIN
  INSERT INTO partie_mouvement
    SELECT -1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE dossier_id = OLD.id;
END;

CREATE TRIGGER total_partie_dossier_apres AFTER UPDATE OF statut, chapeau ON dossier
WHEN OLD.statut <> NEW.statut OR OLD.chapeau <> NEW.chapeau
BEGIN
  INSERT INTO partie_mouvement
    SELECT 1, enveloppe_id, propose_cents, arbitre_cents, vote_cents, notifie_cents, verse_cents
      FROM partie_financement WHERE dossier_id = NEW.id;
END;

-- The files of before.
INSERT INTO total_partie SELECT * FROM recompte_partie;
