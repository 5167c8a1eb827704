-- 0002-totaux.sql: totals kept by triggers.
--
-- A screen that shows a total at each key stroke reads it here instead of counting again. Each table
-- `total_X` has a view `recompte_X` that says, from the rows alone, what it must hold: the recount of
-- src/db/pv-totals.c fills the one from the other, and `progville-cli check` compares them.
--
-- A dossier that is detailed in parts (`chapeau`) is counted for itself but consumes no envelope: its
-- parts do. Amounts are sums of what is known, with the number of answers beside them: a sum of
-- no answer at all is shown as not known, not as 0.
--
-- Everything here is derived: no row of it is in the history.


-- What one dossier adds up to.
CREATE TABLE total_dossier (
  id                   INTEGER PRIMARY KEY, -- of the dossier
  sollicite_cents      INTEGER NOT NULL DEFAULT 0,
  propose_cents        INTEGER NOT NULL DEFAULT 0,
  arbitre_cents        INTEGER NOT NULL DEFAULT 0,
  vote_cents           INTEGER NOT NULL DEFAULT 0,
  notifie_cents        INTEGER NOT NULL DEFAULT 0,
  verse_cents          INTEGER NOT NULL DEFAULT 0,
  n_sollicite          INTEGER NOT NULL DEFAULT 0,
  n_propose            INTEGER NOT NULL DEFAULT 0,
  n_arbitre            INTEGER NOT NULL DEFAULT 0,
  n_vote               INTEGER NOT NULL DEFAULT 0,
  n_notifie            INTEGER NOT NULL DEFAULT 0,
  n_verse              INTEGER NOT NULL DEFAULT 0,
  charges_cents        INTEGER NOT NULL DEFAULT 0, -- classes 60 to 69 and indirect: the coût total
  produits_cents       INTEGER NOT NULL DEFAULT 0, -- classes 70 to 79 and own resources
  emplois_volontaires_cents    INTEGER NOT NULL DEFAULT 0, -- 86
  ressources_volontaires_cents INTEGER NOT NULL DEFAULT 0, -- 87
  n_charges            INTEGER NOT NULL DEFAULT 0,
  n_produits           INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What one envelope has given. Stages are sums of all its financements; `engage` is the furthest of
-- proposé … notifié of those whose dossier still counts, `arbitre_ou_plus` the furthest of
-- arbitré … notifié, `ajourne` the part of `engage` whose dossier is ajourné.
CREATE TABLE total_enveloppe (
  id                   INTEGER PRIMARY KEY, -- of the envelope
  sollicite_cents      INTEGER NOT NULL DEFAULT 0,
  propose_cents        INTEGER NOT NULL DEFAULT 0,
  arbitre_cents        INTEGER NOT NULL DEFAULT 0,
  vote_cents           INTEGER NOT NULL DEFAULT 0,
  notifie_cents        INTEGER NOT NULL DEFAULT 0,
  verse_cents          INTEGER NOT NULL DEFAULT 0,
  engage_cents          INTEGER NOT NULL DEFAULT 0,
  arbitre_ou_plus_cents INTEGER NOT NULL DEFAULT 0,
  ajourne_cents         INTEGER NOT NULL DEFAULT 0,
  n_financements        INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What was paid of one financement; no row: nothing yet.
CREATE TABLE total_financement (
  id           INTEGER PRIMARY KEY, -- of the financement
  verse_cents  INTEGER NOT NULL,
  n_versements INTEGER NOT NULL
) STRICT;


CREATE VIEW recompte_financement AS
SELECT financement_id AS id,
       SUM(CASE WHEN genre = 'reversement' THEN -montant_cents ELSE montant_cents END) AS verse_cents,
       COUNT(*) AS n_versements
  FROM versement
 GROUP BY financement_id;

CREATE VIEW recompte_dossier AS
SELECT d.id,
       COALESCE(f.sollicite, 0) AS sollicite_cents,
       COALESCE(f.propose, 0) AS propose_cents,
       COALESCE(f.arbitre, 0) AS arbitre_cents,
       COALESCE(f.vote, 0) AS vote_cents,
       COALESCE(f.notifie, 0) AS notifie_cents,
       COALESCE(f.verse, 0) AS verse_cents,
       COALESCE(f.n_sollicite, 0) AS n_sollicite,
       COALESCE(f.n_propose, 0) AS n_propose,
       COALESCE(f.n_arbitre, 0) AS n_arbitre,
       COALESCE(f.n_vote, 0) AS n_vote,
       COALESCE(f.n_notifie, 0) AS n_notifie,
       COALESCE(f.n_verse, 0) AS n_verse,
       COALESCE(b.charges, 0) AS charges_cents,
       COALESCE(b.produits, 0) AS produits_cents,
       COALESCE(b.emplois, 0) AS emplois_volontaires_cents,
       COALESCE(b.ressources, 0) AS ressources_volontaires_cents,
       COALESCE(b.n_charges, 0) AS n_charges,
       COALESCE(b.n_produits, 0) AS n_produits
  FROM dossier d
  LEFT JOIN (SELECT f.dossier_id,
                    SUM(f.sollicite_cents) AS sollicite, COUNT(f.sollicite_cents) AS n_sollicite,
                    SUM(f.propose_cents) AS propose, COUNT(f.propose_cents) AS n_propose,
                    SUM(f.arbitre_cents) AS arbitre, COUNT(f.arbitre_cents) AS n_arbitre,
                    SUM(f.vote_cents) AS vote, COUNT(f.vote_cents) AS n_vote,
                    SUM(f.notifie_cents) AS notifie, COUNT(f.notifie_cents) AS n_notifie,
                    SUM(v.verse_cents) AS verse, SUM(COALESCE(v.n_versements, 0)) AS n_verse
               FROM financement f
               LEFT JOIN recompte_financement v ON v.id = f.id
              GROUP BY f.dossier_id) f ON f.dossier_id = d.id
  LEFT JOIN (SELECT b.dossier_id,
                    SUM(CASE WHEN c.cote = 'charge' AND c.groupe <> 'volontaire' THEN b.prevu_cents END) AS charges,
                    SUM(CASE WHEN c.cote = 'produit' AND c.groupe <> 'volontaire' THEN b.prevu_cents END) AS produits,
                    SUM(CASE WHEN c.cote = 'charge' AND c.groupe = 'volontaire' THEN b.prevu_cents END) AS emplois,
                    SUM(CASE WHEN c.cote = 'produit' AND c.groupe = 'volontaire' THEN b.prevu_cents END) AS ressources,
                    COUNT(CASE WHEN c.cote = 'charge' AND c.groupe <> 'volontaire' THEN b.prevu_cents END) AS n_charges,
                    COUNT(CASE WHEN c.cote = 'produit' AND c.groupe <> 'volontaire' THEN b.prevu_cents END) AS n_produits
               FROM budget_ligne b
               JOIN compte c ON c.id = b.compte_id
              GROUP BY b.dossier_id) b ON b.dossier_id = d.id;

CREATE VIEW recompte_enveloppe AS
SELECT e.id,
       COALESCE(f.sollicite, 0) AS sollicite_cents,
       COALESCE(f.propose, 0) AS propose_cents,
       COALESCE(f.arbitre, 0) AS arbitre_cents,
       COALESCE(f.vote, 0) AS vote_cents,
       COALESCE(f.notifie, 0) AS notifie_cents,
       COALESCE(f.verse, 0) AS verse_cents,
       COALESCE(f.engage, 0) AS engage_cents,
       COALESCE(f.arbitre_ou_plus, 0) AS arbitre_ou_plus_cents,
       COALESCE(f.ajourne, 0) AS ajourne_cents,
       COALESCE(f.n, 0) AS n_financements
  FROM enveloppe e
  LEFT JOIN (SELECT f.enveloppe_id,
                    SUM(f.sollicite_cents) AS sollicite,
                    SUM(f.propose_cents) AS propose,
                    SUM(f.arbitre_cents) AS arbitre,
                    SUM(f.vote_cents) AS vote,
                    SUM(f.notifie_cents) AS notifie,
                    SUM(v.verse_cents) AS verse,
                    SUM(CASE WHEN d.statut IN ('irrecevable', 'refuse', 'reoriente', 'abandonne') THEN 0
                             ELSE COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents, 0) END) AS engage,
                    SUM(CASE WHEN d.statut IN ('irrecevable', 'refuse', 'reoriente', 'abandonne') THEN 0
                             ELSE COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, 0) END) AS arbitre_ou_plus,
                    SUM(CASE WHEN d.statut = 'ajourne'
                             THEN COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents, 0)
                             ELSE 0 END) AS ajourne,
                    COUNT(*) AS n
               FROM financement f
               JOIN dossier d ON d.id = f.dossier_id AND d.chapeau = 0
               LEFT JOIN recompte_financement v ON v.id = f.id
              WHERE f.enveloppe_id IS NOT NULL
              GROUP BY f.enveloppe_id) f ON f.enveloppe_id = e.id;

-- Rows come and go with what they count.
CREATE TRIGGER total_dossier_nouveau AFTER INSERT ON dossier
BEGIN
  INSERT INTO total_dossier (id) VALUES (NEW.id);
END;

CREATE TRIGGER total_dossier_supprime AFTER DELETE ON dossier
BEGIN
  DELETE FROM total_dossier WHERE id = OLD.id;
END;

CREATE TRIGGER total_enveloppe_nouvelle AFTER INSERT ON enveloppe
BEGIN
  INSERT INTO total_enveloppe (id) VALUES (NEW.id);
END;

CREATE TRIGGER total_enveloppe_supprimee AFTER DELETE ON enveloppe
BEGIN
  DELETE FROM total_enveloppe WHERE id = OLD.id;
END;

-- Financements.
CREATE TRIGGER total_financement_nouveau AFTER INSERT ON financement
BEGIN
  UPDATE total_dossier
     SET sollicite_cents = sollicite_cents + COALESCE(NEW.sollicite_cents, 0),
         propose_cents = propose_cents + COALESCE(NEW.propose_cents, 0),
         arbitre_cents = arbitre_cents + COALESCE(NEW.arbitre_cents, 0),
         vote_cents = vote_cents + COALESCE(NEW.vote_cents, 0),
         notifie_cents = notifie_cents + COALESCE(NEW.notifie_cents, 0),
         n_sollicite = n_sollicite + CASE WHEN NEW.sollicite_cents IS NULL THEN 0 ELSE 1 END,
         n_propose = n_propose + CASE WHEN NEW.propose_cents IS NULL THEN 0 ELSE 1 END,
         n_arbitre = n_arbitre + CASE WHEN NEW.arbitre_cents IS NULL THEN 0 ELSE 1 END,
         n_vote = n_vote + CASE WHEN NEW.vote_cents IS NULL THEN 0 ELSE 1 END,
         n_notifie = n_notifie + CASE WHEN NEW.notifie_cents IS NULL THEN 0 ELSE 1 END
   WHERE id = NEW.dossier_id;
  UPDATE total_enveloppe
     SET sollicite_cents = sollicite_cents + COALESCE(NEW.sollicite_cents, 0),
         propose_cents = propose_cents + COALESCE(NEW.propose_cents, 0),
         arbitre_cents = arbitre_cents + COALESCE(NEW.arbitre_cents, 0),
         vote_cents = vote_cents + COALESCE(NEW.vote_cents, 0),
         notifie_cents = notifie_cents + COALESCE(NEW.notifie_cents, 0),
         verse_cents = verse_cents + COALESCE((SELECT verse_cents FROM total_financement WHERE id = NEW.id), 0),
         engage_cents = engage_cents + COALESCE((SELECT COALESCE(NEW.notifie_cents, NEW.vote_cents, NEW.arbitre_cents, NEW.propose_cents, 0) FROM dossier d
            WHERE d.id = NEW.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         arbitre_ou_plus_cents = arbitre_ou_plus_cents + COALESCE((SELECT COALESCE(NEW.notifie_cents, NEW.vote_cents, NEW.arbitre_cents, 0) FROM dossier d
            WHERE d.id = NEW.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         ajourne_cents = ajourne_cents + COALESCE((SELECT COALESCE(NEW.notifie_cents, NEW.vote_cents, NEW.arbitre_cents, NEW.propose_cents, 0) FROM dossier d
            WHERE d.id = NEW.dossier_id AND d.statut = 'ajourne'), 0),
         n_financements = n_financements + 1
   WHERE id = NEW.enveloppe_id
     AND (SELECT chapeau FROM dossier WHERE id = NEW.dossier_id) = 0;
END;

CREATE TRIGGER total_financement_modifie AFTER UPDATE ON financement
BEGIN
  UPDATE total_dossier
     SET sollicite_cents = sollicite_cents - COALESCE(OLD.sollicite_cents, 0),
         propose_cents = propose_cents - COALESCE(OLD.propose_cents, 0),
         arbitre_cents = arbitre_cents - COALESCE(OLD.arbitre_cents, 0),
         vote_cents = vote_cents - COALESCE(OLD.vote_cents, 0),
         notifie_cents = notifie_cents - COALESCE(OLD.notifie_cents, 0),
         n_sollicite = n_sollicite - CASE WHEN OLD.sollicite_cents IS NULL THEN 0 ELSE 1 END,
         n_propose = n_propose - CASE WHEN OLD.propose_cents IS NULL THEN 0 ELSE 1 END,
         n_arbitre = n_arbitre - CASE WHEN OLD.arbitre_cents IS NULL THEN 0 ELSE 1 END,
         n_vote = n_vote - CASE WHEN OLD.vote_cents IS NULL THEN 0 ELSE 1 END,
         n_notifie = n_notifie - CASE WHEN OLD.notifie_cents IS NULL THEN 0 ELSE 1 END
   WHERE id = OLD.dossier_id;
  UPDATE total_dossier
     SET verse_cents = verse_cents - COALESCE((SELECT verse_cents FROM total_financement WHERE id = OLD.id), 0),
         n_verse = n_verse - COALESCE((SELECT n_versements FROM total_financement WHERE id = OLD.id), 0)
   WHERE id = OLD.dossier_id;
  UPDATE total_dossier
     SET sollicite_cents = sollicite_cents + COALESCE(NEW.sollicite_cents, 0),
         propose_cents = propose_cents + COALESCE(NEW.propose_cents, 0),
         arbitre_cents = arbitre_cents + COALESCE(NEW.arbitre_cents, 0),
         vote_cents = vote_cents + COALESCE(NEW.vote_cents, 0),
         notifie_cents = notifie_cents + COALESCE(NEW.notifie_cents, 0),
         n_sollicite = n_sollicite + CASE WHEN NEW.sollicite_cents IS NULL THEN 0 ELSE 1 END,
         n_propose = n_propose + CASE WHEN NEW.propose_cents IS NULL THEN 0 ELSE 1 END,
         n_arbitre = n_arbitre + CASE WHEN NEW.arbitre_cents IS NULL THEN 0 ELSE 1 END,
         n_vote = n_vote + CASE WHEN NEW.vote_cents IS NULL THEN 0 ELSE 1 END,
         n_notifie = n_notifie + CASE WHEN NEW.notifie_cents IS NULL THEN 0 ELSE 1 END
   WHERE id = NEW.dossier_id;
  UPDATE total_dossier
     SET verse_cents = verse_cents + COALESCE((SELECT verse_cents FROM total_financement WHERE id = NEW.id), 0),
         n_verse = n_verse + COALESCE((SELECT n_versements FROM total_financement WHERE id = NEW.id), 0)
   WHERE id = NEW.dossier_id;
  UPDATE total_enveloppe
     SET sollicite_cents = sollicite_cents - COALESCE(OLD.sollicite_cents, 0),
         propose_cents = propose_cents - COALESCE(OLD.propose_cents, 0),
         arbitre_cents = arbitre_cents - COALESCE(OLD.arbitre_cents, 0),
         vote_cents = vote_cents - COALESCE(OLD.vote_cents, 0),
         notifie_cents = notifie_cents - COALESCE(OLD.notifie_cents, 0),
         verse_cents = verse_cents - COALESCE((SELECT verse_cents FROM total_financement WHERE id = OLD.id), 0),
         engage_cents = engage_cents - COALESCE((SELECT COALESCE(OLD.notifie_cents, OLD.vote_cents, OLD.arbitre_cents, OLD.propose_cents, 0) FROM dossier d
            WHERE d.id = OLD.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         arbitre_ou_plus_cents = arbitre_ou_plus_cents - COALESCE((SELECT COALESCE(OLD.notifie_cents, OLD.vote_cents, OLD.arbitre_cents, 0) FROM dossier d
            WHERE d.id = OLD.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         ajourne_cents = ajourne_cents - COALESCE((SELECT COALESCE(OLD.notifie_cents, OLD.vote_cents, OLD.arbitre_cents, OLD.propose_cents, 0) FROM dossier d
            WHERE d.id = OLD.dossier_id AND d.statut = 'ajourne'), 0),
         n_financements = n_financements - 1
   WHERE id = OLD.enveloppe_id
     AND (SELECT chapeau FROM dossier WHERE id = OLD.dossier_id) = 0;
  UPDATE total_enveloppe
     SET sollicite_cents = sollicite_cents + COALESCE(NEW.sollicite_cents, 0),
         propose_cents = propose_cents + COALESCE(NEW.propose_cents, 0),
         arbitre_cents = arbitre_cents + COALESCE(NEW.arbitre_cents, 0),
         vote_cents = vote_cents + COALESCE(NEW.vote_cents, 0),
         notifie_cents = notifie_cents + COALESCE(NEW.notifie_cents, 0),
         verse_cents = verse_cents + COALESCE((SELECT verse_cents FROM total_financement WHERE id = NEW.id), 0),
         engage_cents = engage_cents + COALESCE((SELECT COALESCE(NEW.notifie_cents, NEW.vote_cents, NEW.arbitre_cents, NEW.propose_cents, 0) FROM dossier d
            WHERE d.id = NEW.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         arbitre_ou_plus_cents = arbitre_ou_plus_cents + COALESCE((SELECT COALESCE(NEW.notifie_cents, NEW.vote_cents, NEW.arbitre_cents, 0) FROM dossier d
            WHERE d.id = NEW.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         ajourne_cents = ajourne_cents + COALESCE((SELECT COALESCE(NEW.notifie_cents, NEW.vote_cents, NEW.arbitre_cents, NEW.propose_cents, 0) FROM dossier d
            WHERE d.id = NEW.dossier_id AND d.statut = 'ajourne'), 0),
         n_financements = n_financements + 1
   WHERE id = NEW.enveloppe_id
     AND (SELECT chapeau FROM dossier WHERE id = NEW.dossier_id) = 0;
END;

CREATE TRIGGER total_financement_supprime AFTER DELETE ON financement
BEGIN
  UPDATE total_dossier
     SET sollicite_cents = sollicite_cents - COALESCE(OLD.sollicite_cents, 0),
         propose_cents = propose_cents - COALESCE(OLD.propose_cents, 0),
         arbitre_cents = arbitre_cents - COALESCE(OLD.arbitre_cents, 0),
         vote_cents = vote_cents - COALESCE(OLD.vote_cents, 0),
         notifie_cents = notifie_cents - COALESCE(OLD.notifie_cents, 0),
         n_sollicite = n_sollicite - CASE WHEN OLD.sollicite_cents IS NULL THEN 0 ELSE 1 END,
         n_propose = n_propose - CASE WHEN OLD.propose_cents IS NULL THEN 0 ELSE 1 END,
         n_arbitre = n_arbitre - CASE WHEN OLD.arbitre_cents IS NULL THEN 0 ELSE 1 END,
         n_vote = n_vote - CASE WHEN OLD.vote_cents IS NULL THEN 0 ELSE 1 END,
         n_notifie = n_notifie - CASE WHEN OLD.notifie_cents IS NULL THEN 0 ELSE 1 END
   WHERE id = OLD.dossier_id;
  UPDATE total_enveloppe
     SET sollicite_cents = sollicite_cents - COALESCE(OLD.sollicite_cents, 0),
         propose_cents = propose_cents - COALESCE(OLD.propose_cents, 0),
         arbitre_cents = arbitre_cents - COALESCE(OLD.arbitre_cents, 0),
         vote_cents = vote_cents - COALESCE(OLD.vote_cents, 0),
         notifie_cents = notifie_cents - COALESCE(OLD.notifie_cents, 0),
         verse_cents = verse_cents - COALESCE((SELECT verse_cents FROM total_financement WHERE id = OLD.id), 0),
         engage_cents = engage_cents - COALESCE((SELECT COALESCE(OLD.notifie_cents, OLD.vote_cents, OLD.arbitre_cents, OLD.propose_cents, 0) FROM dossier d
            WHERE d.id = OLD.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         arbitre_ou_plus_cents = arbitre_ou_plus_cents - COALESCE((SELECT COALESCE(OLD.notifie_cents, OLD.vote_cents, OLD.arbitre_cents, 0) FROM dossier d
            WHERE d.id = OLD.dossier_id AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')), 0),
         ajourne_cents = ajourne_cents - COALESCE((SELECT COALESCE(OLD.notifie_cents, OLD.vote_cents, OLD.arbitre_cents, OLD.propose_cents, 0) FROM dossier d
            WHERE d.id = OLD.dossier_id AND d.statut = 'ajourne'), 0),
         n_financements = n_financements - 1
   WHERE id = OLD.enveloppe_id
     AND (SELECT chapeau FROM dossier WHERE id = OLD.dossier_id) = 0;
END;

-- The status of a dossier releases its envelopes or takes them again; so does becoming a chapeau.
CREATE TRIGGER total_dossier_statut AFTER UPDATE OF statut, chapeau ON dossier
WHEN OLD.statut <> NEW.statut OR OLD.chapeau <> NEW.chapeau
BEGIN
  UPDATE total_enveloppe
     SET sollicite_cents = sollicite_cents - CASE WHEN OLD.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.sollicite_cents) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         propose_cents = propose_cents - CASE WHEN OLD.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.propose_cents) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         arbitre_cents = arbitre_cents - CASE WHEN OLD.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.arbitre_cents) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         vote_cents = vote_cents - CASE WHEN OLD.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.vote_cents) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         notifie_cents = notifie_cents - CASE WHEN OLD.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.notifie_cents) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         verse_cents = verse_cents - CASE WHEN OLD.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM((SELECT t.verse_cents FROM total_financement t WHERE t.id = f.id)) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         engage_cents = engage_cents - CASE WHEN OLD.chapeau = 1 OR OLD.statut IN ('irrecevable', 'refuse', 'reoriente', 'abandonne') THEN 0 ELSE 1 END * COALESCE((SELECT SUM(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents, 0)) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         arbitre_ou_plus_cents = arbitre_ou_plus_cents - CASE WHEN OLD.chapeau = 1 OR OLD.statut IN ('irrecevable', 'refuse', 'reoriente', 'abandonne') THEN 0 ELSE 1 END * COALESCE((SELECT SUM(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, 0)) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         ajourne_cents = ajourne_cents - CASE WHEN OLD.chapeau = 0 AND OLD.statut = 'ajourne' THEN 1 ELSE 0 END * COALESCE((SELECT SUM(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents, 0)) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0),
         n_financements = n_financements - CASE WHEN OLD.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(1) FROM financement f WHERE f.dossier_id = OLD.id AND f.enveloppe_id = total_enveloppe.id), 0)
   WHERE id IN (SELECT enveloppe_id FROM financement WHERE dossier_id = OLD.id);
  UPDATE total_enveloppe
     SET sollicite_cents = sollicite_cents + CASE WHEN NEW.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.sollicite_cents) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         propose_cents = propose_cents + CASE WHEN NEW.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.propose_cents) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         arbitre_cents = arbitre_cents + CASE WHEN NEW.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.arbitre_cents) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         vote_cents = vote_cents + CASE WHEN NEW.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.vote_cents) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         notifie_cents = notifie_cents + CASE WHEN NEW.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(f.notifie_cents) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         verse_cents = verse_cents + CASE WHEN NEW.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM((SELECT t.verse_cents FROM total_financement t WHERE t.id = f.id)) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         engage_cents = engage_cents + CASE WHEN NEW.chapeau = 1 OR NEW.statut IN ('irrecevable', 'refuse', 'reoriente', 'abandonne') THEN 0 ELSE 1 END * COALESCE((SELECT SUM(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents, 0)) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         arbitre_ou_plus_cents = arbitre_ou_plus_cents + CASE WHEN NEW.chapeau = 1 OR NEW.statut IN ('irrecevable', 'refuse', 'reoriente', 'abandonne') THEN 0 ELSE 1 END * COALESCE((SELECT SUM(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, 0)) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         ajourne_cents = ajourne_cents + CASE WHEN NEW.chapeau = 0 AND NEW.statut = 'ajourne' THEN 1 ELSE 0 END * COALESCE((SELECT SUM(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents, 0)) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0),
         n_financements = n_financements + CASE WHEN NEW.chapeau = 1 THEN 0 ELSE 1 END * COALESCE((SELECT SUM(1) FROM financement f WHERE f.dossier_id = NEW.id AND f.enveloppe_id = total_enveloppe.id), 0)
   WHERE id IN (SELECT enveloppe_id FROM financement WHERE dossier_id = NEW.id);
END;

-- Budget lines.
CREATE TRIGGER total_budget_nouveau AFTER INSERT ON budget_ligne
BEGIN
  UPDATE total_dossier
     SET charges_cents = charges_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         produits_cents = produits_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0),
         emplois_volontaires_cents = emplois_volontaires_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe = 'volontaire'), 0),
         ressources_volontaires_cents = ressources_volontaires_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'produit' AND c.groupe = 'volontaire'), 0),
         n_charges = n_charges + COALESCE((SELECT CASE WHEN NEW.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         n_produits = n_produits + COALESCE((SELECT CASE WHEN NEW.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0)
   WHERE id = NEW.dossier_id;
END;

CREATE TRIGGER total_budget_modifie AFTER UPDATE ON budget_ligne
BEGIN
  UPDATE total_dossier
     SET charges_cents = charges_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         produits_cents = produits_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0),
         emplois_volontaires_cents = emplois_volontaires_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe = 'volontaire'), 0),
         ressources_volontaires_cents = ressources_volontaires_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'produit' AND c.groupe = 'volontaire'), 0),
         n_charges = n_charges - COALESCE((SELECT CASE WHEN OLD.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         n_produits = n_produits - COALESCE((SELECT CASE WHEN OLD.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0)
   WHERE id = OLD.dossier_id;
  UPDATE total_dossier
     SET charges_cents = charges_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         produits_cents = produits_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0),
         emplois_volontaires_cents = emplois_volontaires_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe = 'volontaire'), 0),
         ressources_volontaires_cents = ressources_volontaires_cents + COALESCE((SELECT COALESCE(NEW.prevu_cents, 0) FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'produit' AND c.groupe = 'volontaire'), 0),
         n_charges = n_charges + COALESCE((SELECT CASE WHEN NEW.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         n_produits = n_produits + COALESCE((SELECT CASE WHEN NEW.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = NEW.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0)
   WHERE id = NEW.dossier_id;
END;

CREATE TRIGGER total_budget_supprime AFTER DELETE ON budget_ligne
BEGIN
  UPDATE total_dossier
     SET charges_cents = charges_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         produits_cents = produits_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0),
         emplois_volontaires_cents = emplois_volontaires_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe = 'volontaire'), 0),
         ressources_volontaires_cents = ressources_volontaires_cents - COALESCE((SELECT COALESCE(OLD.prevu_cents, 0) FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'produit' AND c.groupe = 'volontaire'), 0),
         n_charges = n_charges - COALESCE((SELECT CASE WHEN OLD.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'charge' AND c.groupe <> 'volontaire'), 0),
         n_produits = n_produits - COALESCE((SELECT CASE WHEN OLD.prevu_cents IS NULL THEN 0 ELSE 1 END FROM compte c WHERE c.id = OLD.compte_id AND c.cote = 'produit' AND c.groupe <> 'volontaire'), 0)
   WHERE id = OLD.dossier_id;
END;

-- Versements.
CREATE TRIGGER total_versement_nouveau AFTER INSERT ON versement
BEGIN
  INSERT INTO total_financement (id, verse_cents, n_versements)
  VALUES (NEW.financement_id, CASE WHEN NEW.genre = 'reversement' THEN -NEW.montant_cents ELSE NEW.montant_cents END, 1)
  ON CONFLICT (id) DO UPDATE SET verse_cents = verse_cents + excluded.verse_cents,
                                 n_versements = n_versements + 1;
  UPDATE total_dossier
     SET verse_cents = verse_cents + CASE WHEN NEW.genre = 'reversement' THEN -NEW.montant_cents ELSE NEW.montant_cents END,
         n_verse = n_verse + 1
   WHERE id = (SELECT dossier_id FROM financement WHERE id = NEW.financement_id);
  UPDATE total_enveloppe
     SET verse_cents = verse_cents + CASE WHEN NEW.genre = 'reversement' THEN -NEW.montant_cents ELSE NEW.montant_cents END
   WHERE id = (SELECT f.enveloppe_id FROM financement f JOIN dossier d ON d.id = f.dossier_id
                WHERE f.id = NEW.financement_id AND d.chapeau = 0);
END;

CREATE TRIGGER total_versement_modifie AFTER UPDATE ON versement
BEGIN
  UPDATE total_financement
     SET verse_cents = verse_cents - CASE WHEN OLD.genre = 'reversement' THEN -OLD.montant_cents ELSE OLD.montant_cents END,
         n_versements = n_versements - 1
   WHERE id = OLD.financement_id;
  DELETE FROM total_financement WHERE id = OLD.financement_id AND n_versements = 0;
  UPDATE total_dossier
     SET verse_cents = verse_cents - CASE WHEN OLD.genre = 'reversement' THEN -OLD.montant_cents ELSE OLD.montant_cents END,
         n_verse = n_verse - 1
   WHERE id = (SELECT dossier_id FROM financement WHERE id = OLD.financement_id);
  UPDATE total_enveloppe
     SET verse_cents = verse_cents - CASE WHEN OLD.genre = 'reversement' THEN -OLD.montant_cents ELSE OLD.montant_cents END
   WHERE id = (SELECT f.enveloppe_id FROM financement f JOIN dossier d ON d.id = f.dossier_id
                WHERE f.id = OLD.financement_id AND d.chapeau = 0);
  INSERT INTO total_financement (id, verse_cents, n_versements)
  VALUES (NEW.financement_id, CASE WHEN NEW.genre = 'reversement' THEN -NEW.montant_cents ELSE NEW.montant_cents END, 1)
  ON CONFLICT (id) DO UPDATE SET verse_cents = verse_cents + excluded.verse_cents,
                                 n_versements = n_versements + 1;
  UPDATE total_dossier
     SET verse_cents = verse_cents + CASE WHEN NEW.genre = 'reversement' THEN -NEW.montant_cents ELSE NEW.montant_cents END,
         n_verse = n_verse + 1
   WHERE id = (SELECT dossier_id FROM financement WHERE id = NEW.financement_id);
  UPDATE total_enveloppe
     SET verse_cents = verse_cents + CASE WHEN NEW.genre = 'reversement' THEN -NEW.montant_cents ELSE NEW.montant_cents END
   WHERE id = (SELECT f.enveloppe_id FROM financement f JOIN dossier d ON d.id = f.dossier_id
                WHERE f.id = NEW.financement_id AND d.chapeau = 0);
END;

CREATE TRIGGER total_versement_supprime AFTER DELETE ON versement
BEGIN
  UPDATE total_financement
     SET verse_cents = verse_cents - CASE WHEN OLD.genre = 'reversement' THEN -OLD.montant_cents ELSE OLD.montant_cents END,
         n_versements = n_versements - 1
   WHERE id = OLD.financement_id;
  DELETE FROM total_financement WHERE id = OLD.financement_id AND n_versements = 0;
  UPDATE total_dossier
     SET verse_cents = verse_cents - CASE WHEN OLD.genre = 'reversement' THEN -OLD.montant_cents ELSE OLD.montant_cents END,
         n_verse = n_verse - 1
   WHERE id = (SELECT dossier_id FROM financement WHERE id = OLD.financement_id);
  UPDATE total_enveloppe
     SET verse_cents = verse_cents - CASE WHEN OLD.genre = 'reversement' THEN -OLD.montant_cents ELSE OLD.montant_cents END
   WHERE id = (SELECT f.enveloppe_id FROM financement f JOIN dossier d ON d.id = f.dossier_id
                WHERE f.id = OLD.financement_id AND d.chapeau = 0);
END;
