-- 0004-vues.sql: saved views, and what sorts the list of dossiers.

-- A filter, an order and columns under a name, for all who use the file.
CREATE TABLE vue (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  nom         TEXT NOT NULL,
  nom_plie    TEXT NOT NULL,             -- folded, to match and to sort
  page        TEXT NOT NULL,             -- id of the page it is a view of: `dossiers`
  critere     TEXT NOT NULL,             -- text form of the filter (src/model/dossier/pv-dossier-critere.h)
  tri         TEXT,                      -- id of the column the list is sorted by; NULL: the page's own order
  decroissant INTEGER NOT NULL DEFAULT 0 CHECK (decroissant IN (0, 1)),
  colonnes    TEXT,                      -- ids of the columns shown, comma separated; NULL: those of the page
  UNIQUE (page, nom_plie)
) STRICT;

-- Titles without the rest of the row, ten times wider: what a sort by title reads.
CREATE INDEX dossier_intitule ON dossier (intitule);
