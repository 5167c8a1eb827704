-- 0003-recherche.sql: full-text search over dossiers.
--
-- An index without a copy of the texts: it reads them through the view, which is why each trigger
-- gives back the old words before the new ones. Accents and case do not count. There is no index of
-- prefixes: two letters answer in 2 ms among 100 000 dossiers without one, which costs a tenth of an import.

CREATE VIEW recherche_source AS
SELECT d.id, d.numero, d.intitule, d.resume, o.nom AS porteur, o.sigle, d.territoire_declare AS territoire
  FROM dossier d
  JOIN organisme o ON o.id = d.porteur_id;

CREATE VIRTUAL TABLE recherche USING fts5 (
  numero, intitule, resume, porteur, sigle, territoire,
  content = 'recherche_source', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER recherche_dossier_nouveau AFTER INSERT ON dossier
BEGIN
  INSERT INTO recherche (rowid, numero, intitule, resume, porteur, sigle, territoire)
  SELECT NEW.id, NEW.numero, NEW.intitule, NEW.resume, o.nom, o.sigle, NEW.territoire_declare
    FROM organisme o WHERE o.id = NEW.porteur_id;
END;

CREATE TRIGGER recherche_dossier_modifie
AFTER UPDATE OF numero, intitule, resume, porteur_id, territoire_declare ON dossier
BEGIN
  INSERT INTO recherche (recherche, rowid, numero, intitule, resume, porteur, sigle, territoire)
  SELECT 'delete', OLD.id, OLD.numero, OLD.intitule, OLD.resume, o.nom, o.sigle, OLD.territoire_declare
    FROM organisme o WHERE o.id = OLD.porteur_id;
  INSERT INTO recherche (rowid, numero, intitule, resume, porteur, sigle, territoire)
  SELECT NEW.id, NEW.numero, NEW.intitule, NEW.resume, o.nom, o.sigle, NEW.territoire_declare
    FROM organisme o WHERE o.id = NEW.porteur_id;
END;

CREATE TRIGGER recherche_dossier_supprime AFTER DELETE ON dossier
BEGIN
  INSERT INTO recherche (recherche, rowid, numero, intitule, resume, porteur, sigle, territoire)
  SELECT 'delete', OLD.id, OLD.numero, OLD.intitule, OLD.resume, o.nom, o.sigle, OLD.territoire_declare
    FROM organisme o WHERE o.id = OLD.porteur_id;
END;

CREATE TRIGGER recherche_organisme_renomme AFTER UPDATE OF nom, sigle ON organisme
WHEN OLD.nom IS NOT NEW.nom OR OLD.sigle IS NOT NEW.sigle
BEGIN
  INSERT INTO recherche (recherche, rowid, numero, intitule, resume, porteur, sigle, territoire)
  SELECT 'delete', d.id, d.numero, d.intitule, d.resume, OLD.nom, OLD.sigle, d.territoire_declare
    FROM dossier d WHERE d.porteur_id = OLD.id;
  INSERT INTO recherche (rowid, numero, intitule, resume, porteur, sigle, territoire)
  SELECT d.id, d.numero, d.intitule, d.resume, NEW.nom, NEW.sigle, d.territoire_declare
    FROM dossier d WHERE d.porteur_id = NEW.id;
END;
