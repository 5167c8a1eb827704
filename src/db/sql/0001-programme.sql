-- 0001-programme.sql: everything a programme file holds.
--
-- How to read it
--   * Names are the field's own French words; data/reference/dictionnaire.md is the glossary.
--   * Every row has an integer key `id`. What is an entity of its own also bears a `uuid` that
--     never changes (it leaves the file in grids and exports) and a `revision` that grows at each
--     change. Rows that only join two others, or detail one, are known by their parents.
--   * `…_cents` is an exact amount in euro cents. `…_bp` is a rate in basis points (10 000 = 100 %).
--     `…_le` and `…_debut`/`…_fin` are ISO 8601 dates, `…_a` an UTC instant, as text.
--   * NULL means "not known", "not answered", "not assessed". It is never 0: a funder that has not
--     answered is NULL, a funder that refused is 0.
--   * Codes kept in a CHECK are the ASCII ids of the command line (docs/cli.md).
--   * Rules that need more than one row live in src/model/, not here.
--   * Tables whose name begins with `total_` or `recherche` are derived (0002, 0003) and can be
--     recounted at any time; `historique_` is written by the connection alone (src/db/pv-history.c).


-- =========================================================================================
-- 1. The frame: contrat, cadre, territories
-- =========================================================================================

-- A contrat de ville: the agreement signed by the Etat, an EPCI, its communes and partners.
CREATE TABLE contrat (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  code        TEXT UNIQUE,               -- national code, `CN…`; NULL when there is none
  nom         TEXT NOT NULL,
  epci_nom    TEXT,
  epci_siren  TEXT,
  annee_debut INTEGER,
  annee_fin   INTEGER
) STRICT;

-- A strategic frame. Several live side by side: the local one, the P147 nomenclature, the priorities
-- of the Région. A frame is versioned by its years.
CREATE TABLE cadre (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  code        TEXT NOT NULL UNIQUE,      -- `mel_2015`, `p147_2024`…
  nom         TEXT NOT NULL,
  annee_debut INTEGER,
  annee_fin   INTEGER,
  principal   INTEGER NOT NULL DEFAULT 0 CHECK (principal IN (0, 1)), -- the frame dossiers are sorted by
  source      TEXT
) STRICT;

-- A node of a frame: pilier, axe or enjeu → ambition or orientation → objectif.
CREATE TABLE cadre_noeud (
  id        INTEGER PRIMARY KEY,
  uuid      TEXT NOT NULL UNIQUE,
  revision  INTEGER NOT NULL DEFAULT 1,
  cadre_id  INTEGER NOT NULL REFERENCES cadre (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES cadre_noeud (id) ON DELETE RESTRICT, -- NULL: a root, called "axe" in reports
  code      TEXT NOT NULL,
  niveau    TEXT,                        -- the frame's own word: pilier, axe, enjeu, theme, objectif…
  ordre     INTEGER,
  libelle   TEXT NOT NULL,
  source    TEXT,
  UNIQUE (cadre_id, code)
) STRICT;

CREATE INDEX cadre_noeud_parent ON cadre_noeud (parent_id);

-- A commune of the Code officiel géographique.
CREATE TABLE commune (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  revision   INTEGER NOT NULL DEFAULT 1,
  code_insee TEXT UNIQUE,                -- text: `02001`, `2A004`; NULL for an associated commune
  nom        TEXT NOT NULL,
  nom_plie   TEXT NOT NULL,              -- folded, to match and to sort
  code_dep   TEXT,
  epci_siren TEXT,
  epci_nom   TEXT
) STRICT;

CREATE INDEX commune_nom ON commune (nom_plie);

-- A quartier of the priority geography, or near it.
CREATE TABLE quartier (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  revision   INTEGER NOT NULL DEFAULT 1,
  code       TEXT UNIQUE,                -- QPV 2014 `QP059001`, QPV 2024 `QN05901A`, local, or NULL
  nom        TEXT NOT NULL,
  nom_plie   TEXT NOT NULL,
  genre      TEXT NOT NULL CHECK (genre IN ('qpv', 'qva', 'vulnerable', 'hors')),
  generation INTEGER,                    -- 2014 or 2024
  population INTEGER,
  population_annee INTEGER,
  source     TEXT
) STRICT;

CREATE INDEX quartier_nom ON quartier (nom_plie);

-- A quartier spans one commune or several.
CREATE TABLE quartier_commune (
  id          INTEGER PRIMARY KEY,
  quartier_id INTEGER NOT NULL REFERENCES quartier (id) ON DELETE CASCADE,
  commune_id  INTEGER NOT NULL REFERENCES commune (id) ON DELETE CASCADE,
  UNIQUE (quartier_id, commune_id)
) STRICT;


-- =========================================================================================
-- 2. Who: organismes, financeurs, dispositifs, institutions, agents
-- =========================================================================================

-- Any legal person: the one who carries a dossier, pays for it, receives the money or runs it.
CREATE TABLE organisme (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  nom         TEXT NOT NULL,
  nom_plie    TEXT NOT NULL,
  sigle       TEXT,
  forme       TEXT CHECK (forme IN ('association', 'fondation', 'commune', 'epci', 'ccas',
                                    'etablissement_scolaire', 'bailleur', 'gip', 'entreprise', 'siae',
                                    'etat', 'collectivite', 'etablissement_public', 'autre')),
  siret       TEXT,                      -- 14 digits, canonical; an invalid one is kept in siret_declare
  siret_declare TEXT,                    -- what the source gave when it is no valid SIRET
  rna         TEXT,                      -- `W` and 9 characters; none in Alsace-Moselle
  adresse     TEXT,
  code_postal TEXT,
  commune_id  INTEGER REFERENCES commune (id) ON DELETE SET NULL,
  commune_nom TEXT,                      -- as given, when the commune is not known to the file
  cer_signe_le TEXT                      -- contrat d'engagement républicain (loi n° 2021-1109, art. 12)
) STRICT;

CREATE INDEX organisme_siret ON organisme (siret);
CREATE INDEX organisme_rna ON organisme (rna);
CREATE INDEX organisme_nom ON organisme (nom_plie);

-- A professional contact. No private telephone, no bank reference is ever stored.
CREATE TABLE contact (
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE,
  revision     INTEGER NOT NULL DEFAULT 1,
  organisme_id INTEGER NOT NULL REFERENCES organisme (id) ON DELETE CASCADE,
  nom          TEXT NOT NULL,
  fonction     TEXT,
  courriel     TEXT,
  telephone    TEXT
) STRICT;

CREATE INDEX contact_organisme ON contact (organisme_id);

-- An organisme in its role of payer.
CREATE TABLE financeur (
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE,
  revision     INTEGER NOT NULL DEFAULT 1,
  organisme_id INTEGER NOT NULL UNIQUE REFERENCES organisme (id) ON DELETE RESTRICT,
  categorie    TEXT NOT NULL CHECK (categorie IN ('etat', 'region', 'departement', 'caf', 'epci',
                                                  'commune', 'ars', 'cpam', 'europe', 'bailleur',
                                                  'banque_des_territoires', 'anru', 'autre', 'prive',
                                                  'inconnu')),
  public       INTEGER CHECK (public IN (0, 1)), -- counts in the rate of public aid; NULL: not known
  ordre        INTEGER
) STRICT;

CREATE INDEX financeur_categorie ON financeur (categorie);

-- A line of credits of a payer: P147, PRE, SREI, NQE…
CREATE TABLE dispositif (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  revision       INTEGER NOT NULL DEFAULT 1,
  financeur_id   INTEGER NOT NULL REFERENCES financeur (id) ON DELETE RESTRICT,
  code           TEXT NOT NULL UNIQUE,
  nom            TEXT NOT NULL,
  nom_plie       TEXT NOT NULL,
  nature_credits TEXT CHECK (nature_credits IN ('specifique', 'droit_commun', 'mixte')), -- NULL: unknown
  section        TEXT CHECK (section IN ('fonctionnement', 'investissement')),           -- NULL: both
  plafond_aide_publique_bp INTEGER,      -- beyond it a warning; NULL: no ceiling (there is no general law)
  description    TEXT,
  source         TEXT
) STRICT;

CREATE INDEX dispositif_financeur ON dispositif (financeur_id);

-- An institution that instructs, gives avis and sits in committees. Often a payer too.
CREATE TABLE institution (
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE,
  revision     INTEGER NOT NULL DEFAULT 1,
  nom          TEXT NOT NULL UNIQUE,
  organisme_id INTEGER REFERENCES organisme (id) ON DELETE SET NULL,
  poids        INTEGER NOT NULL DEFAULT 1 CHECK (poids >= 0), -- in the mean of scores, when weighted
  ordre        INTEGER
) STRICT;

-- A person who uses the file.
CREATE TABLE agent (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  revision       INTEGER NOT NULL DEFAULT 1,
  nom            TEXT NOT NULL UNIQUE,
  institution_id INTEGER REFERENCES institution (id) ON DELETE SET NULL,
  role           TEXT NOT NULL CHECK (role IN ('pilote', 'instructeur', 'lecture'))
) STRICT;


-- =========================================================================================
-- 3. What money there is: envelopes and their limits
-- =========================================================================================

-- Credits open for a year. Only leaves are consumed; a parent is the sum of its leaves.
CREATE TABLE enveloppe (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  revision       INTEGER NOT NULL DEFAULT 1,
  parent_id      INTEGER REFERENCES enveloppe (id) ON DELETE RESTRICT,
  dispositif_id  INTEGER NOT NULL REFERENCES dispositif (id) ON DELETE RESTRICT,
  exercice       INTEGER NOT NULL,
  section        TEXT CHECK (section IN ('fonctionnement', 'investissement')),
  libelle        TEXT NOT NULL,
  commune_id     INTEGER REFERENCES commune (id) ON DELETE RESTRICT,
  quartier_genre TEXT CHECK (quartier_genre IN ('qpv', 'qva', 'vulnerable', 'hors')),
  noeud_id       INTEGER REFERENCES cadre_noeud (id) ON DELETE RESTRICT,
  montant_cents  INTEGER CHECK (montant_cents >= 0) -- NULL: not notified yet
) STRICT;

CREATE INDEX enveloppe_dispositif ON enveloppe (dispositif_id, exercice);
CREATE INDEX enveloppe_parent ON enveloppe (parent_id);

-- A limit, as data: at most 2.5 % for territoires vulnérables, at least 50 % in CPO, a reserve…
-- The base the rate applies to is named: an envelope of the file, or an amount outside it.
CREATE TABLE enveloppe_regle (
  id                INTEGER PRIMARY KEY,
  uuid              TEXT NOT NULL UNIQUE,
  revision          INTEGER NOT NULL DEFAULT 1,
  enveloppe_id      INTEGER NOT NULL REFERENCES enveloppe (id) ON DELETE CASCADE,
  genre             TEXT NOT NULL CHECK (genre IN ('part_max', 'part_min', 'reserve')),
  cible             TEXT NOT NULL,       -- what is counted: `genre:vulnerable`, `cpo`, `nouvelle`, `commune:59512`…
  taux_bp           INTEGER,
  montant_cents     INTEGER,
  base_libelle      TEXT NOT NULL,
  base_enveloppe_id INTEGER REFERENCES enveloppe (id) ON DELETE SET NULL,
  base_cents        INTEGER,
  source            TEXT
) STRICT;

CREATE INDEX enveloppe_regle_enveloppe ON enveloppe_regle (enveloppe_id);


-- =========================================================================================
-- 4. The call: appel, grid, pieces, what is deposited
-- =========================================================================================

-- A scoring grid, versioned. One that is in use does not change: a change makes the next version.
CREATE TABLE grille (
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE,
  revision     INTEGER NOT NULL DEFAULT 1,
  nom          TEXT NOT NULL,
  version      INTEGER NOT NULL DEFAULT 1,
  remplace_id  INTEGER REFERENCES grille (id) ON DELETE SET NULL,
  gelee        INTEGER NOT NULL DEFAULT 0 CHECK (gelee IN (0, 1)),
  source       TEXT,
  UNIQUE (nom, version)
) STRICT;

CREATE TABLE critere (
  id        INTEGER PRIMARY KEY,
  uuid      TEXT NOT NULL UNIQUE,
  revision  INTEGER NOT NULL DEFAULT 1,
  grille_id INTEGER NOT NULL REFERENCES grille (id) ON DELETE CASCADE,
  ordre     INTEGER NOT NULL,
  libelle   TEXT NOT NULL,
  aide      TEXT,
  poids     INTEGER NOT NULL CHECK (poids >= 0),
  maximum   INTEGER NOT NULL CHECK (maximum > 0),
  sans_objet_permis INTEGER NOT NULL DEFAULT 0 CHECK (sans_objet_permis IN (0, 1)) -- N/A allowed
) STRICT;

CREATE INDEX critere_grille ON critere (grille_id);

-- An appel à projets and its like, for one year.
CREATE TABLE appel (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  contrat_id  INTEGER REFERENCES contrat (id) ON DELETE RESTRICT,
  exercice    INTEGER NOT NULL,
  genre       TEXT NOT NULL CHECK (genre IN ('aap', 'ami', 'cpo', 'nqe', 'pic', 'vvv',
                                             'cite_educative', 'autre')),
  libelle     TEXT NOT NULL,
  depot_debut TEXT,
  depot_fin   TEXT,
  action_debut TEXT,                     -- the period in which the actions must lie;
  action_fin   TEXT,                     -- NULL: the civil year of the exercice
  theme_pivot TEXT,
  montant_minimum_cents INTEGER,
  egalite_criteres INTEGER NOT NULL DEFAULT 3 CHECK (egalite_criteres BETWEEN 1 AND 3),
              -- how many of the criteria a, b, c of the égalité tree make a mark of 1
  grille_id   INTEGER REFERENCES grille (id) ON DELETE RESTRICT,
  UNIQUE (exercice, libelle)
) STRICT;

-- A kind of document asked from a porteur.
CREATE TABLE piece_type (
  id      INTEGER PRIMARY KEY,
  uuid    TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  code    TEXT NOT NULL UNIQUE,
  libelle TEXT NOT NULL,
  source  TEXT
) STRICT;

-- Which pieces are required: by the forme of the porteur (appel NULL: in every appel) or by the appel.
CREATE TABLE piece_requise (
  id            INTEGER PRIMARY KEY,
  piece_type_id INTEGER NOT NULL REFERENCES piece_type (id) ON DELETE CASCADE,
  appel_id      INTEGER REFERENCES appel (id) ON DELETE CASCADE,
  forme         TEXT                     -- a forme of organisme; NULL: all
) STRICT;

CREATE INDEX piece_requise_appel ON piece_requise (appel_id);

-- One application as it was received: it groups the actions deposited together. Amounts stated for
-- the whole are kept as declared and never summed: money is counted on the actions (dossiers) alone.
CREATE TABLE depot (
  id                     INTEGER PRIMARY KEY,
  uuid                   TEXT NOT NULL UNIQUE,
  revision               INTEGER NOT NULL DEFAULT 1,
  appel_id               INTEGER NOT NULL REFERENCES appel (id) ON DELETE RESTRICT,
  source_systeme         TEXT NOT NULL,  -- `osiris`, `ds`, `dauphin`, `saisie`…
  source_cle             TEXT,           -- its number there
  porteur_id             INTEGER REFERENCES organisme (id) ON DELETE RESTRICT,
  intitule               TEXT,
  depose_le              TEXT,
  statut_declare         TEXT,           -- the source's own word
  sollicite_declare_cents INTEGER,
  propose_declare_cents  INTEGER,
  accorde_declare_cents  INTEGER,
  verse_declare_cents    INTEGER
) STRICT;

CREATE INDEX depot_source ON depot (source_systeme, source_cle);
CREATE INDEX depot_porteur ON depot (porteur_id);


-- =========================================================================================
-- 5. The dossier: one action, one exercice
-- =========================================================================================

CREATE TABLE dossier (
  id               INTEGER PRIMARY KEY,
  uuid             TEXT NOT NULL UNIQUE,
  revision         INTEGER NOT NULL DEFAULT 1,
  appel_id         INTEGER NOT NULL REFERENCES appel (id) ON DELETE RESTRICT,
  depot_id         INTEGER REFERENCES depot (id) ON DELETE SET NULL,
  numero           TEXT NOT NULL,        -- in the appel
  porteur_id       INTEGER NOT NULL REFERENCES organisme (id) ON DELETE RESTRICT,
  intitule         TEXT NOT NULL,
  resume           TEXT,
  statut           TEXT NOT NULL CHECK (statut IN (
                     'depose', 'incomplet', 'recevable', 'irrecevable', 'en-instruction', 'instruit',
                     'propose', 'programme', 'programme-sous-reserve', 'ajourne', 'refuse', 'reoriente',
                     'notifie', 'en-cours', 'bilan-recu', 'solde', 'abandonne')),
  statut_motif     TEXT,                 -- why irrecevable, refusé, réorienté…
  statut_declare   TEXT,                 -- the source's own word, when it has no exact equivalent
  exercice         INTEGER NOT NULL,
  nature           TEXT CHECK (nature IN ('nouvelle', 'reconduction')),
  precedent_id     INTEGER REFERENCES dossier (id) ON DELETE SET NULL, -- last year's dossier
  cpo_annee        INTEGER CHECK (cpo_annee >= 1), -- year i…
  cpo_duree        INTEGER CHECK (cpo_duree >= 1), -- … of n of a convention pluriannuelle; NULL: not a CPO
  partie_de_id     INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
                   -- this dossier details a part of that one
  chapeau          INTEGER NOT NULL DEFAULT 0 CHECK (chapeau IN (0, 1)),
                   -- detailed in parts: like a parent envelope it is never summed with them
  debut            TEXT,
  fin              TEXT,
  cout_total_declare_cents INTEGER CHECK (cout_total_declare_cents >= 0),
                   -- as stated; the budget lines, when there are any, give the coût total
  autres_produits_cents INTEGER,         -- own resources and other income as stated, without budget lines
  beneficiaires_femmes    INTEGER CHECK (beneficiaires_femmes >= 0),
  beneficiaires_hommes    INTEGER CHECK (beneficiaires_hommes >= 0),
  beneficiaires_non_ventiles INTEGER CHECK (beneficiaires_non_ventiles >= 0),
  beneficiaires_qpv_bp    INTEGER CHECK (beneficiaires_qpv_bp BETWEEN 0 AND 10000),
  territoire_declare TEXT,               -- as given, what of it is not known to the file
  objectif_declare   TEXT,               -- theme of the source that is no node of our frames
  referent_id      INTEGER REFERENCES agent (id) ON DELETE SET NULL,
  depose_le        TEXT,
  commentaire      TEXT,
  UNIQUE (appel_id, numero)
) STRICT;

CREATE INDEX dossier_porteur ON dossier (porteur_id);
CREATE INDEX dossier_depot ON dossier (depot_id) WHERE depot_id IS NOT NULL;
CREATE INDEX dossier_partie_de ON dossier (partie_de_id) WHERE partie_de_id IS NOT NULL;
CREATE INDEX dossier_precedent ON dossier (precedent_id) WHERE precedent_id IS NOT NULL;
CREATE INDEX dossier_exercice ON dossier (exercice, statut);

-- Other roles than the porteur's.
CREATE TABLE dossier_organisme (
  id           INTEGER PRIMARY KEY,
  dossier_id   INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  organisme_id INTEGER NOT NULL REFERENCES organisme (id) ON DELETE RESTRICT,
  role         TEXT NOT NULL CHECK (role IN ('co_porteur', 'beneficiaire_versement', 'operateur')),
  UNIQUE (dossier_id, organisme_id, role)
) STRICT;

CREATE INDEX dossier_organisme_organisme ON dossier_organisme (organisme_id);

-- Nodes of the frames the dossier answers: one principal, others secondary.
CREATE TABLE dossier_noeud (
  id         INTEGER PRIMARY KEY,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  noeud_id   INTEGER NOT NULL REFERENCES cadre_noeud (id) ON DELETE RESTRICT,
  principal  INTEGER NOT NULL CHECK (principal IN (0, 1)),
  UNIQUE (dossier_id, noeud_id)
) STRICT;

CREATE UNIQUE INDEX dossier_noeud_principal ON dossier_noeud (dossier_id) WHERE principal = 1;
CREATE INDEX dossier_noeud_noeud ON dossier_noeud (noeud_id);

-- Where: a quartier, or a whole commune. Beside a quartier, commune_id is the commune of it where
-- the action lies, when it is said; a quartier of which several are said has a row for each.
-- Shares sum to 100 % or are all NULL.
CREATE TABLE dossier_territoire (
  id          INTEGER PRIMARY KEY,
  dossier_id  INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  quartier_id INTEGER REFERENCES quartier (id) ON DELETE RESTRICT,
  commune_id  INTEGER REFERENCES commune (id) ON DELETE RESTRICT,
  part_bp     INTEGER CHECK (part_bp BETWEEN 0 AND 10000),
  CHECK (quartier_id IS NOT NULL OR commune_id IS NOT NULL),
  UNIQUE (dossier_id, quartier_id, commune_id),
  FOREIGN KEY (quartier_id, commune_id)
    REFERENCES quartier_commune (quartier_id, commune_id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX dossier_territoire_quartier ON dossier_territoire (quartier_id) WHERE quartier_id IS NOT NULL;
CREATE INDEX dossier_territoire_commune ON dossier_territoire (commune_id) WHERE commune_id IS NOT NULL;

-- Beneficiaries by age, planned and realised.
CREATE TABLE dossier_age (
  id         INTEGER PRIMARY KEY,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  moment     TEXT NOT NULL CHECK (moment IN ('prevu', 'realise')),
  tranche    TEXT NOT NULL,              -- a code of data/reference/tranches_age.csv
  nombre     INTEGER NOT NULL CHECK (nombre >= 0),
  UNIQUE (dossier_id, moment, tranche)
) STRICT;

-- A document of a dossier or of its porteur.
CREATE TABLE piece (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL UNIQUE,
  revision      INTEGER NOT NULL DEFAULT 1,
  piece_type_id INTEGER NOT NULL REFERENCES piece_type (id) ON DELETE RESTRICT,
  organisme_id  INTEGER REFERENCES organisme (id) ON DELETE CASCADE,
  dossier_id    INTEGER REFERENCES dossier (id) ON DELETE CASCADE,
  demandee_le   TEXT,
  recue_le      TEXT,
  valable_jusque TEXT,
  dispensee     INTEGER NOT NULL DEFAULT 0 CHECK (dispensee IN (0, 1)),
  motif         TEXT,
  reference     TEXT,                    -- where the document is kept; never the document itself
  CHECK ((organisme_id IS NULL) <> (dossier_id IS NULL))
) STRICT;

CREATE INDEX piece_organisme ON piece (organisme_id);
CREATE INDEX piece_dossier ON piece (dossier_id);


-- =========================================================================================
-- 6. Budget and co-financing
-- =========================================================================================

-- The plan of accounts of Cerfa 12156*06 (data/reference/comptes.csv).
CREATE TABLE compte (
  id       INTEGER PRIMARY KEY,
  code     TEXT NOT NULL UNIQUE,         -- `60`, `604`, `74etat`, `CHARGINDIRECT`…
  cote     TEXT NOT NULL CHECK (cote IN ('charge', 'produit')),
  poste_id INTEGER REFERENCES compte (id) ON DELETE RESTRICT, -- NULL: a poste; otherwise a line of it
  libelle  TEXT NOT NULL,
  groupe   TEXT NOT NULL CHECK (groupe IN ('exploitation', 'indirect', 'propres', 'volontaire')),
           -- coût total = exploitation + indirect; `volontaire` is 86 and 87
  ordre    INTEGER NOT NULL
) STRICT;

-- The 74 lines are per category of funder: which category feeds which line. A category without a line
-- of its own (ARS, CPAM, bailleurs) is mapped to one by this table, not by code.
CREATE TABLE compte_financeur (
  id        INTEGER PRIMARY KEY,
  categorie TEXT NOT NULL UNIQUE,
  compte_id INTEGER NOT NULL REFERENCES compte (id) ON DELETE RESTRICT
) STRICT;

-- One line of a dossier's budget. A poste may be given alone (its lines unknown) or by its lines,
-- not both.
CREATE TABLE budget_ligne (
  id            INTEGER PRIMARY KEY,
  revision      INTEGER NOT NULL DEFAULT 1,
  dossier_id    INTEGER NOT NULL REFERENCES dossier (id), -- deleted before it: totals follow (0002)
  compte_id     INTEGER NOT NULL REFERENCES compte (id) ON DELETE RESTRICT,
  prevu_cents   INTEGER,
  realise_cents INTEGER,
  UNIQUE (dossier_id, compte_id)
) STRICT;

CREATE INDEX budget_ligne_compte ON budget_ligne (compte_id);

-- What one payer brings to one dossier on one line of credits, for one year. A row holds the current
-- amount of each stage; a stage never copies itself into the next. 0 = refused, NULL = not answered.
CREATE TABLE financement (
  id              INTEGER PRIMARY KEY,
  uuid            TEXT NOT NULL,
  revision        INTEGER NOT NULL DEFAULT 1,
  dossier_id      INTEGER NOT NULL REFERENCES dossier (id), -- deleted before it: totals follow (0002)
  financeur_id    INTEGER NOT NULL REFERENCES financeur (id) ON DELETE RESTRICT,
  dispositif_id   INTEGER REFERENCES dispositif (id) ON DELETE RESTRICT,
  exercice        INTEGER NOT NULL,
  section         TEXT CHECK (section IN ('fonctionnement', 'investissement')),
  enveloppe_id    INTEGER REFERENCES enveloppe (id) ON DELETE RESTRICT, -- at most one leaf, chosen
  sollicite_cents INTEGER,
  propose_cents   INTEGER,
  arbitre_cents   INTEGER,
  vote_cents      INTEGER,
  notifie_cents   INTEGER,
  vote_le         TEXT,
  vote_acte       TEXT,                  -- deliberation or decision
  notifie_le      TEXT,
  notifie_acte    TEXT,
  reference       TEXT,                  -- the payer's own number (post, engagement…)
  commentaire     TEXT
) STRICT;

CREATE INDEX financement_dossier ON financement (dossier_id);
CREATE INDEX financement_enveloppe ON financement (enveloppe_id) WHERE enveloppe_id IS NOT NULL;
CREATE INDEX financement_financeur ON financement (financeur_id);
CREATE INDEX financement_dispositif ON financement (dispositif_id) WHERE dispositif_id IS NOT NULL;

-- From notifié on every change of a stage is a dated act:
-- initial amount + Σ mouvements = current amount (a control checks it).
CREATE TABLE mouvement (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  revision       INTEGER NOT NULL DEFAULT 1,
  financement_id INTEGER NOT NULL REFERENCES financement (id) ON DELETE CASCADE,
  etape          TEXT NOT NULL CHECK (etape IN ('sollicite', 'propose', 'arbitre', 'vote', 'notifie')),
  genre          TEXT NOT NULL CHECK (genre IN ('initial', 'avenant', 'reduction', 'annulation_partielle',
                                                'desistement', 'report')),
  date_le        TEXT NOT NULL,
  montant_cents  INTEGER NOT NULL,       -- signed change; `initial` bears the amount itself
  exercice_cible INTEGER,                -- of a report
  motif          TEXT,
  acte           TEXT
) STRICT;

CREATE INDEX mouvement_financement ON mouvement (financement_id);

-- Money really paid. Versé = acomptes + soldes + compléments − reversements.
CREATE TABLE versement (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL UNIQUE,
  revision       INTEGER NOT NULL DEFAULT 1,
  financement_id INTEGER NOT NULL REFERENCES financement (id),
  verse_le       TEXT,
  genre          TEXT NOT NULL CHECK (genre IN ('acompte', 'solde', 'complement', 'reversement')),
  montant_cents  INTEGER NOT NULL CHECK (montant_cents >= 0),
  reference      TEXT
) STRICT;

CREATE INDEX versement_financement ON versement (financement_id);

-- What the law asks to publish of a grant and no other table holds (SCDL 2.1.1;
-- décret n° 2017-779). One row at most per financement.
CREATE TABLE donnee_essentielle (
  id                INTEGER PRIMARY KEY,
  revision          INTEGER NOT NULL DEFAULT 1,
  financement_id    INTEGER NOT NULL UNIQUE REFERENCES financement (id) ON DELETE CASCADE,
  date_convention   TEXT,
  nature            TEXT,                -- `aide en numéraire`, `aide en nature`, or both joined by `;`
  conditions_versement TEXT,
  versement_debut   TEXT,
  versement_fin     TEXT,
  id_rae            TEXT,
  notification_ue   INTEGER CHECK (notification_ue IN (0, 1)),
  pourcentage_bp    INTEGER,
  dispositif_aide   TEXT
) STRICT;


-- =========================================================================================
-- 7. Instruction: marks, avis, égalité
-- =========================================================================================

-- What one institution says of one dossier. A submitted one changes only by a new version.
CREATE TABLE instruction (
  id             INTEGER PRIMARY KEY,
  uuid           TEXT NOT NULL,
  revision       INTEGER NOT NULL DEFAULT 1,
  dossier_id     INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  institution_id INTEGER NOT NULL REFERENCES institution (id) ON DELETE RESTRICT,
  version        INTEGER NOT NULL DEFAULT 1,
  etat           TEXT NOT NULL CHECK (etat IN ('brouillon', 'soumise', 'remplacee')),
  agent_id       INTEGER REFERENCES agent (id) ON DELETE SET NULL,
  soumise_a      TEXT,
  avis           TEXT CHECK (avis IN ('favorable', 'favorable-avec-reserves', 'defavorable',
                                      'a-reorienter', 'ne-se-prononce-pas')),
  reserves       TEXT,
  commentaire    TEXT,
  score_declare  INTEGER,                -- hundredths of a point, as given by a source without its marks
  UNIQUE (dossier_id, institution_id, version)
) STRICT;

CREATE INDEX instruction_institution ON instruction (institution_id);

-- One mark. N/A is not 0, and no row is "not marked yet".
CREATE TABLE note (
  id             INTEGER PRIMARY KEY,
  instruction_id INTEGER NOT NULL REFERENCES instruction (id) ON DELETE CASCADE,
  critere_id     INTEGER NOT NULL REFERENCES critere (id) ON DELETE RESTRICT,
  valeur         INTEGER CHECK (valeur >= 0),
  sans_objet     INTEGER NOT NULL DEFAULT 0 CHECK (sans_objet IN (0, 1)),
  CHECK ((valeur IS NULL) = (sans_objet = 1)),
  UNIQUE (instruction_id, critere_id)
) STRICT;

-- The amount an institution proposes on a line of credits, before anything is decided.
CREATE TABLE instruction_montant (
  id             INTEGER PRIMARY KEY,
  instruction_id INTEGER NOT NULL REFERENCES instruction (id) ON DELETE CASCADE,
  dispositif_id  INTEGER NOT NULL REFERENCES dispositif (id) ON DELETE RESTRICT,
  montant_cents  INTEGER NOT NULL CHECK (montant_cents >= 0),
  UNIQUE (instruction_id, dispositif_id)
) STRICT;

-- A question put to a service: ARS, DRAC, CAF, délégué du préfet, conseil citoyen.
CREATE TABLE avis_externe (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  dossier_id  INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  service     TEXT NOT NULL,
  question    TEXT,
  demande_le  TEXT,
  echeance_le TEXT,
  repondu_le  TEXT,
  avis        TEXT CHECK (avis IN ('favorable', 'favorable-avec-reserves', 'defavorable',
                                   'a-reorienter', 'ne-se-prononce-pas')),
  reponse     TEXT
) STRICT;

CREATE INDEX avis_externe_dossier ON avis_externe (dossier_id);

-- A transversal axis marked 0, 1 or 2. `egalite` has the decision tree of Valenciennes Métropole.
CREATE TABLE axe_transversal (
  id       INTEGER PRIMARY KEY,
  uuid     TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  code     TEXT NOT NULL UNIQUE,
  libelle  TEXT NOT NULL,
  arbre    INTEGER NOT NULL DEFAULT 0 CHECK (arbre IN (0, 1)),
  ordre    INTEGER,
  source   TEXT
) STRICT;

-- The collective mark of a dossier on an axis. No row, or a NULL value: not assessed, which is not 0.
CREATE TABLE marqueur (
  id            INTEGER PRIMARY KEY,
  uuid          TEXT NOT NULL,
  revision      INTEGER NOT NULL DEFAULT 1,
  dossier_id    INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  axe_id        INTEGER NOT NULL REFERENCES axe_transversal (id) ON DELETE RESTRICT,
  valeur        INTEGER CHECK (valeur IN (0, 1, 2)),
  justification TEXT,
  decide_le     TEXT,
  UNIQUE (dossier_id, axe_id)
) STRICT;

-- The answers of one institution to the questions of the tree, to prepare the common decision.
CREATE TABLE marqueur_reponse (
  id             INTEGER PRIMARY KEY,
  revision       INTEGER NOT NULL DEFAULT 1,
  dossier_id     INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  axe_id         INTEGER NOT NULL REFERENCES axe_transversal (id) ON DELETE RESTRICT,
  institution_id INTEGER NOT NULL REFERENCES institution (id) ON DELETE RESTRICT,
  question       TEXT NOT NULL,          -- `mixte`, `objectif`, `a`, `b`, `c`, `coherent`
  reponse        INTEGER NOT NULL CHECK (reponse IN (0, 1)),
  UNIQUE (dossier_id, axe_id, institution_id, question)
) STRICT;


-- =========================================================================================
-- 8. Committees: instance, séance, décision
-- =========================================================================================

CREATE TABLE instance (
  id       INTEGER PRIMARY KEY,
  uuid     TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  nom      TEXT NOT NULL UNIQUE,
  effet    TEXT NOT NULL CHECK (effet IN ('avis', 'decision')),
           -- closing writes proposé (avis) or arbitré (décision)
  quorum   INTEGER,
  source   TEXT
) STRICT;

CREATE TABLE instance_membre (
  id             INTEGER PRIMARY KEY,
  instance_id    INTEGER NOT NULL REFERENCES instance (id) ON DELETE CASCADE,
  institution_id INTEGER NOT NULL REFERENCES institution (id) ON DELETE RESTRICT,
  representant   TEXT,
  UNIQUE (instance_id, institution_id, representant)
) STRICT;

-- One meeting. A closed one is frozen: it holds its own copy of the amounts (decision_montant).
CREATE TABLE seance (
  id          INTEGER PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE,
  revision    INTEGER NOT NULL DEFAULT 1,
  instance_id INTEGER NOT NULL REFERENCES instance (id) ON DELETE RESTRICT,
  appel_id    INTEGER REFERENCES appel (id) ON DELETE RESTRICT,
  date_le     TEXT NOT NULL,
  lieu        TEXT,
  etat        TEXT NOT NULL CHECK (etat IN ('preparee', 'ouverte', 'close')),
  ouverte_a   TEXT,
  close_a     TEXT,
  proces_verbal TEXT
) STRICT;

CREATE TABLE seance_presence (
  id         INTEGER PRIMARY KEY,
  seance_id  INTEGER NOT NULL REFERENCES seance (id) ON DELETE CASCADE,
  institution_id INTEGER NOT NULL REFERENCES institution (id) ON DELETE RESTRICT,
  personne   TEXT,
  present    INTEGER NOT NULL CHECK (present IN (0, 1)),
  UNIQUE (seance_id, institution_id, personne)
) STRICT;

-- The agenda: which dossiers, in which order.
CREATE TABLE seance_dossier (
  id         INTEGER PRIMARY KEY,
  seance_id  INTEGER NOT NULL REFERENCES seance (id) ON DELETE CASCADE,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  ordre      INTEGER NOT NULL,
  UNIQUE (seance_id, dossier_id)
) STRICT;

CREATE INDEX seance_dossier_dossier ON seance_dossier (dossier_id);

-- A déport: this institution takes no part in the decision on that dossier.
CREATE TABLE deport (
  id                INTEGER PRIMARY KEY,
  seance_dossier_id INTEGER NOT NULL REFERENCES seance_dossier (id) ON DELETE CASCADE,
  institution_id    INTEGER NOT NULL REFERENCES institution (id) ON DELETE RESTRICT,
  motif             TEXT,
  UNIQUE (seance_dossier_id, institution_id)
) STRICT;

-- What the séance decided of a dossier. A rectification is a new version; both are kept.
CREATE TABLE decision (
  id                INTEGER PRIMARY KEY,
  uuid              TEXT NOT NULL UNIQUE,
  revision          INTEGER NOT NULL DEFAULT 1,
  seance_dossier_id INTEGER NOT NULL REFERENCES seance_dossier (id) ON DELETE CASCADE,
  version           INTEGER NOT NULL DEFAULT 1,
  decision          TEXT NOT NULL CHECK (decision IN ('programme', 'programme-sous-reserve', 'ajourne',
                                                      'refuse', 'reoriente')),
  reserve           TEXT,
  rectification_motif TEXT,
  UNIQUE (seance_dossier_id, version)
) STRICT;

-- The amounts of that decision, copied: later changes of the financement never alter them.
CREATE TABLE decision_montant (
  id             INTEGER PRIMARY KEY,
  decision_id    INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
  financement_id INTEGER NOT NULL REFERENCES financement (id) ON DELETE RESTRICT,
  montant_cents  INTEGER NOT NULL CHECK (montant_cents >= 0),
  UNIQUE (decision_id, financement_id)
) STRICT;


-- =========================================================================================
-- 9. After the decision: convention, bilan
-- =========================================================================================

-- A grant agreement between one payer and one organisme, for a year or several (CPO).
CREATE TABLE convention (
  id           INTEGER PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE,
  revision     INTEGER NOT NULL DEFAULT 1,
  numero       TEXT,
  financeur_id INTEGER NOT NULL REFERENCES financeur (id) ON DELETE RESTRICT,
  organisme_id INTEGER NOT NULL REFERENCES organisme (id) ON DELETE RESTRICT,
  objet        TEXT,
  annee_debut  INTEGER NOT NULL,
  annee_fin    INTEGER NOT NULL,
  signee_le    TEXT,
  CHECK (annee_fin >= annee_debut)
) STRICT;

CREATE INDEX convention_organisme ON convention (organisme_id);

CREATE TABLE convention_annee (
  id            INTEGER PRIMARY KEY,
  convention_id INTEGER NOT NULL REFERENCES convention (id) ON DELETE CASCADE,
  exercice      INTEGER NOT NULL,
  prevu_cents   INTEGER,
  UNIQUE (convention_id, exercice)
) STRICT;

-- The dossiers of a convention: for a CPO, one per year.
CREATE TABLE convention_dossier (
  id            INTEGER PRIMARY KEY,
  convention_id INTEGER NOT NULL REFERENCES convention (id) ON DELETE CASCADE,
  dossier_id    INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  UNIQUE (convention_id, dossier_id)
) STRICT;

CREATE INDEX convention_dossier_dossier ON convention_dossier (dossier_id);

-- The planned payments.
CREATE TABLE convention_echeance (
  id            INTEGER PRIMARY KEY,
  convention_id INTEGER NOT NULL REFERENCES convention (id) ON DELETE CASCADE,
  echeance_le   TEXT,
  libelle       TEXT NOT NULL,
  montant_cents INTEGER
) STRICT;

-- What was realised (compte rendu financier, Cerfa 15059). The realised budget is in budget_ligne.
CREATE TABLE bilan (
  id                      INTEGER PRIMARY KEY,
  uuid                    TEXT NOT NULL UNIQUE,
  revision                INTEGER NOT NULL DEFAULT 1,
  dossier_id              INTEGER NOT NULL UNIQUE REFERENCES dossier (id) ON DELETE CASCADE,
  crf_du_le               TEXT,
  crf_recu_le             TEXT,
  crf_valide_le           TEXT,
  beneficiaires_femmes    INTEGER CHECK (beneficiaires_femmes >= 0),
  beneficiaires_hommes    INTEGER CHECK (beneficiaires_hommes >= 0),
  beneficiaires_non_ventiles INTEGER CHECK (beneficiaires_non_ventiles >= 0),
  beneficiaires_qpv_bp    INTEGER CHECK (beneficiaires_qpv_bp BETWEEN 0 AND 10000),
  a_recuperer_cents       INTEGER CHECK (a_recuperer_cents >= 0),
  commentaire             TEXT
) STRICT;

CREATE TABLE bilan_reponse (
  id       INTEGER PRIMARY KEY,
  bilan_id INTEGER NOT NULL REFERENCES bilan (id) ON DELETE CASCADE,
  question TEXT NOT NULL,
  reponse  TEXT NOT NULL,
  UNIQUE (bilan_id, question)
) STRICT;


-- =========================================================================================
-- 10. Settings, reasons, and where rows came from
-- =========================================================================================

-- A dated threshold with its legal or contractual source (data/reference/seuils.csv).
CREATE TABLE seuil (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  revision   INTEGER NOT NULL DEFAULT 1,
  code       TEXT NOT NULL,              -- `convention_obligatoire`, `crf_delai`…
  libelle    TEXT NOT NULL,
  valeur     INTEGER,                    -- in its unit; NULL: no threshold
  unite      TEXT NOT NULL CHECK (unite IN ('cents', 'bp', 'mois', 'jours', 'nombre', 'points')),
  valable_du TEXT,
  valable_au TEXT,
  source     TEXT,
  UNIQUE (code, valable_du)
) STRICT;

-- Choices that belong to the file, not to the person who opens it.
CREATE TABLE reglage (
  id     INTEGER PRIMARY KEY,
  cle    TEXT NOT NULL UNIQUE,
  valeur TEXT
) STRICT;

-- A control that was seen and passed with a reason (an envelope exceeded, for instance).
CREATE TABLE derogation (
  id         INTEGER PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE,
  revision   INTEGER NOT NULL DEFAULT 1,
  controle   TEXT NOT NULL,              -- id of the control
  nom_table  TEXT NOT NULL,
  cle        INTEGER NOT NULL,
  motif      TEXT NOT NULL,
  agent_nom  TEXT,
  faite_a    TEXT NOT NULL
) STRICT;

-- A correction of the column mapping by the user, remembered for the next file of that profile.
CREATE TABLE import_correction (
  id     INTEGER PRIMARY KEY,
  profil TEXT NOT NULL,
  entete TEXT NOT NULL,                  -- folded header
  champ  TEXT,                           -- field of ours; NULL: ignore this column
  UNIQUE (profil, entete)
) STRICT;

-- Which row of which source each thing came from, so that importing again updates instead of adding.
-- Keys repeat in real files: `rang` numbers the rows that share one.
CREATE TABLE import_ligne (
  id         INTEGER PRIMARY KEY,
  profil     TEXT NOT NULL,
  cle        TEXT NOT NULL,
  rang       INTEGER NOT NULL,
  empreinte  TEXT NOT NULL,              -- SHA-256 of what was read of the row, to pair and to skip
  montant_cents INTEGER,                 -- the amount rows of one key are paired by
  nom_table  TEXT NOT NULL,              -- dossier, depot, enveloppe…
  cible_id   INTEGER NOT NULL,
  UNIQUE (profil, cle, rang)
) STRICT;

CREATE INDEX import_ligne_cible ON import_ligne (nom_table, cible_id);


-- =========================================================================================
-- 11. History (written by src/db/pv-history.c alone)
-- =========================================================================================

-- One user action. Groups are chained: each hash covers the one before.
CREATE TABLE historique_groupe (
  id                   INTEGER PRIMARY KEY,
  fait_le              TEXT NOT NULL,
  agent                TEXT,
  action               TEXT NOT NULL,
  libelle              TEXT,
  annule_groupe_id     INTEGER REFERENCES historique_groupe (id),
  sceaux               TEXT,             -- JSON: the seal of each table touched, after this group
  empreinte_precedente TEXT,
  empreinte            TEXT
) STRICT;

-- What the action did to one row, or to a run of rows inserted one after the other.
CREATE TABLE historique_entree (
  id         INTEGER PRIMARY KEY,
  groupe_id  INTEGER NOT NULL,
  nom_table  TEXT NOT NULL,
  cle        INTEGER NOT NULL,
  cle_fin    INTEGER NOT NULL,
  operation  TEXT NOT NULL CHECK (operation IN ('insertion', 'modification', 'suppression')),
  avant      TEXT,                       -- JSON
  apres      TEXT,                       -- JSON
  empreinte  TEXT NOT NULL
) STRICT;

CREATE INDEX historique_entree_ligne ON historique_entree (nom_table, cle);
CREATE INDEX historique_entree_groupe ON historique_entree (groupe_id);
-- A row's past is its own entries and the runs it was inserted in, which are few.
CREATE INDEX historique_entree_serie ON historique_entree (nom_table, cle_fin) WHERE cle_fin > cle;
CREATE INDEX historique_groupe_annule ON historique_groupe (annule_groupe_id)
 WHERE annule_groupe_id IS NOT NULL;

-- The current seal of each table: the sum of the SHA-256 of its rows.
CREATE TABLE historique_sceau (
  nom_table TEXT PRIMARY KEY,
  somme     TEXT NOT NULL
) STRICT;
