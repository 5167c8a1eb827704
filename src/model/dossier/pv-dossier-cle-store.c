/* pv-dossier-cle-store.c: what each column of the list of dossiers is sorted by
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-private.h"

#include <string.h>

#include "dossier/pv-dossier.h"
#include "financeur/pv-financeur.h"
#include "pv-text.h"
#include "score/pv-score-store.h"

/* How the rows (dossier, value) of a column become integers that sort. */
typedef enum
{
  LECTURE_AUCUNE, /* by number: the order of the ensemble */
  LECTURE_ENTIER,
  LECTURE_NOMBRE, /* of rows */
  LECTURE_STATUT,
  LECTURE_NATURE,
  LECTURE_DATE,
  LECTURE_TEXTE,  /* rank of the text, folded */
  LECTURE_RENVOI, /* rank of the text of another row, the first of several */
  LECTURE_GROUPE, /* amount at the stage, by the group of the payer */
  LECTURE_SCORE,
} Lecture;

typedef struct
{
  Lecture lecture;
  const char *sql;
  const char *sql_noms; /* of a RENVOI: key and text */
} Colonne;

#define SQL_TOTAL(etape)                                                                           \
  "SELECT id, " etape "_cents FROM total_dossier WHERE n_" etape " > 0"                            \
  "   AND id NOT IN (SELECT id FROM dossier WHERE chapeau = 1)"

/* Versé is not a column of a financement. */
static const char *const sql_groupes[PV_N_ETAPES] = {
  [PV_ETAPE_SOLLICITE] = "SELECT dossier_id, financeur_id, sollicite_cents FROM financement",
  [PV_ETAPE_PROPOSE] = "SELECT dossier_id, financeur_id, propose_cents FROM financement",
  [PV_ETAPE_ARBITRE] = "SELECT dossier_id, financeur_id, arbitre_cents FROM financement",
  [PV_ETAPE_VOTE] = "SELECT dossier_id, financeur_id, vote_cents FROM financement",
  [PV_ETAPE_NOTIFIE] = "SELECT dossier_id, financeur_id, notifie_cents FROM financement",
  [PV_ETAPE_VERSE] = "SELECT f.dossier_id, f.financeur_id, t.verse_cents"
                     "  FROM total_financement t CROSS JOIN financement f ON f.id = t.id",
};

/* The decision in force of each dossier that has one. */
#define SQL_DECISIONS                                                                              \
  "SELECT dossier_id, decision_id FROM ("                                                          \
  "  SELECT s.dossier_id, c.id AS decision_id, ROW_NUMBER () OVER (PARTITION BY s.dossier_id"      \
  "         ORDER BY x.date_le DESC, x.id DESC, c.version DESC) AS n"                              \
  "    FROM decision c JOIN seance_dossier s ON s.id = c.seance_dossier_id"                        \
  "    JOIN seance x ON x.id = s.seance_id AND x.etat = 'close'"                                   \
  "    JOIN instance i ON i.id = x.instance_id AND i.effet = 'decision') WHERE n = 1"

static const Colonne colonnes[PV_N_DOSSIER_COLONNES] = {
  [PV_DOSSIER_COLONNE_NUMERO] = { LECTURE_AUCUNE, NULL, NULL },
  [PV_DOSSIER_COLONNE_PORTEUR] = { LECTURE_RENVOI, "SELECT id, porteur_id FROM dossier",
                                   "SELECT id, nom_plie FROM organisme" },
  [PV_DOSSIER_COLONNE_INTITULE] = { LECTURE_TEXTE, "SELECT id, intitule FROM dossier", NULL },
  [PV_DOSSIER_COLONNE_COMMUNE] = { LECTURE_RENVOI,
                                   "SELECT dossier_id, commune_id FROM dossier_territoire WHERE "
                                   "commune_id IS NOT NULL"
                                   " UNION ALL "
                                   "SELECT t.dossier_id, q.commune_id FROM quartier_commune q"
                                   "  JOIN dossier_territoire t ON t.quartier_id = q.quartier_id "
                                   "AND t.commune_id IS NULL",
                                   "SELECT id, nom_plie FROM commune" },
  [PV_DOSSIER_COLONNE_QUARTIER] = { LECTURE_RENVOI,
                                    "SELECT dossier_id, quartier_id FROM dossier_territoire WHERE "
                                    "quartier_id IS NOT NULL",
                                    "SELECT id, nom_plie FROM quartier" },
  [PV_DOSSIER_COLONNE_AXE] = { LECTURE_RENVOI,
                               "SELECT dossier_id, noeud_id FROM dossier_noeud WHERE principal = 1",
                               "WITH RECURSIVE racine (id, code) AS ("
                               " SELECT n.id, n.code FROM cadre_noeud n JOIN cadre c ON c.id = "
                               "n.cadre_id"
                               "  WHERE n.parent_id IS NULL"
                               "    AND (c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE "
                               "principal = 1))"
                               " UNION"
                               " SELECT n.id, r.code FROM cadre_noeud n JOIN racine r ON r.id = "
                               "n.parent_id)"
                               " SELECT id, code FROM racine" },
  [PV_DOSSIER_COLONNE_COUT] = { LECTURE_ENTIER,
                                "SELECT d.id, CASE WHEN t.n_charges > 0 THEN t.charges_cents"
                                "             ELSE d.cout_total_declare_cents END"
                                "  FROM dossier d JOIN total_dossier t ON t.id = d.id WHERE "
                                "d.chapeau = 0",
                                NULL },
  [PV_DOSSIER_COLONNE_ETAT] = { LECTURE_GROUPE, NULL, NULL },
  [PV_DOSSIER_COLONNE_REGION] = { LECTURE_GROUPE, NULL, NULL },
  [PV_DOSSIER_COLONNE_DEPARTEMENT] = { LECTURE_GROUPE, NULL, NULL },
  [PV_DOSSIER_COLONNE_CAF] = { LECTURE_GROUPE, NULL, NULL },
  [PV_DOSSIER_COLONNE_EPCI] = { LECTURE_GROUPE, NULL, NULL },
  [PV_DOSSIER_COLONNE_COMMUNES] = { LECTURE_GROUPE, NULL, NULL },
  [PV_DOSSIER_COLONNE_AUTRES] = { LECTURE_GROUPE, NULL, NULL },
  [PV_DOSSIER_COLONNE_AVIS] = { LECTURE_NOMBRE,
                                "SELECT dossier_id FROM instruction"
                                " WHERE etat = 'soumise' AND avis IS NOT NULL",
                                NULL },
  [PV_DOSSIER_COLONNE_SCORE] = { LECTURE_SCORE, NULL, NULL },
  [PV_DOSSIER_COLONNE_MARQUE] = { LECTURE_ENTIER,
                                  "SELECT dossier_id, valeur FROM marqueur"
                                  " WHERE axe_id = (SELECT id FROM axe_transversal WHERE code = "
                                  "'egalite')",
                                  NULL },
  [PV_DOSSIER_COLONNE_STATUT] = { LECTURE_STATUT, "SELECT id, statut FROM dossier", NULL },
  [PV_DOSSIER_COLONNE_SOLLICITE] = { LECTURE_ENTIER, SQL_TOTAL ("sollicite"), NULL },
  [PV_DOSSIER_COLONNE_PROPOSE] = { LECTURE_ENTIER, SQL_TOTAL ("propose"), NULL },
  [PV_DOSSIER_COLONNE_ARBITRE] = { LECTURE_ENTIER, SQL_TOTAL ("arbitre"), NULL },
  [PV_DOSSIER_COLONNE_VOTE] = { LECTURE_ENTIER, SQL_TOTAL ("vote"), NULL },
  [PV_DOSSIER_COLONNE_NOTIFIE] = { LECTURE_ENTIER, SQL_TOTAL ("notifie"), NULL },
  [PV_DOSSIER_COLONNE_VERSE] = { LECTURE_ENTIER, SQL_TOTAL ("verse"), NULL },
  [PV_DOSSIER_COLONNE_NATURE] = { LECTURE_NATURE, "SELECT id, nature FROM dossier", NULL },
  /* of those that run longest, the first year first */
  [PV_DOSSIER_COLONNE_CPO] = { LECTURE_ENTIER,
                               "SELECT id, cpo_duree * 1000 + COALESCE(cpo_annee, 0) FROM dossier",
                               NULL },
  [PV_DOSSIER_COLONNE_REFERENT] = { LECTURE_RENVOI,
                                    "SELECT id, referent_id FROM dossier"
                                    " WHERE referent_id IS NOT NULL",
                                    "SELECT id, nom FROM agent" },
  [PV_DOSSIER_COLONNE_EXERCICE] = { LECTURE_ENTIER, "SELECT id, exercice FROM dossier", NULL },
  [PV_DOSSIER_COLONNE_DEPOSE] = { LECTURE_DATE, "SELECT id, depose_le FROM dossier", NULL },
  [PV_DOSSIER_COLONNE_DEPOT] = { LECTURE_RENVOI,
                                 "SELECT id, depot_id FROM dossier WHERE depot_id IS NOT NULL",
                                 "SELECT id, source_cle FROM depot WHERE source_cle IS NOT NULL" },
  [PV_DOSSIER_COLONNE_DECISION] = { LECTURE_RENVOI, SQL_DECISIONS,
                                    "SELECT c.id, c.decision || x.date_le FROM decision c"
                                    "  JOIN seance_dossier s ON s.id = c.seance_dossier_id"
                                    "  JOIN seance x ON x.id = s.seance_id" },
  [PV_DOSSIER_COLONNE_RESERVE] = { LECTURE_RENVOI, SQL_DECISIONS,
                                   "SELECT id, reserve FROM decision WHERE reserve IS NOT NULL" },
};

/* --- ranks of texts ------------------------------------------------------------------ */

/* Many short texts: they are not allocated one by one. */
typedef struct
{
  const char *cle; /* owned by the chunk */
  guint64 debut;   /* of its first bytes: most comparisons end there */
  gint64 place;    /* whose rank it is: of a dossier, or in the list of the texts */
} Texte;

typedef struct
{
  GStringChunk *chunk;
  GArray *textes; /* of Texte */
} Textes;

static void
textes_init (Textes *self)
{
  self->chunk = g_string_chunk_new (65536);
  self->textes = g_array_new (FALSE, FALSE, sizeof (Texte));
}

static void
textes_clear (Textes *self)
{
  g_string_chunk_free (self->chunk);
  g_array_unref (self->textes);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Textes, textes_clear)

static guint64
read_debut (const char *cle)
{
  guint64 debut = 0;

  for (guint i = 0; i < sizeof debut; i++)
    {
      debut = debut << 8 | (guchar)*cle;
      cle += *cle != '\0';
    }

  return debut;
}

static void
textes_add (Textes *self, const char *text, gint64 place)
{
  g_autofree char *cle = pv_text_sort_key (text);
  Texte texte = { g_string_chunk_insert (self->chunk, cle), read_debut (cle), place };

  g_array_append_val (self->textes, texte);
}

/* The same text as the one before: read once. */
static void
textes_add_same (Textes *self, gint64 place)
{
  Texte texte = g_array_index (self->textes, Texte, self->textes->len - 1);

  texte.place = place;
  g_array_append_val (self->textes, texte);
}

static int
compare_textes (const Texte *left, const Texte *right)
{
  if (left->debut != right->debut)
    return left->debut < right->debut ? -1 : 1;

  return left->cle == right->cle ? 0 : strcmp (left->cle, right->cle);
}

static int
compare_texte_cb (gconstpointer a, gconstpointer b)
{
  return compare_textes (a, b);
}

/* Into @rangs, by place: texts that read the same have the same rank. */
static void
textes_rank (Textes *self, gint64 *rangs)
{
  const Texte *avant = NULL;
  gint64 rang = 0;

  g_array_sort (self->textes, compare_texte_cb);
  for (guint i = 0; i < self->textes->len; i++)
    {
      const Texte *texte = &g_array_index (self->textes, Texte, i);

      rang += avant != NULL && compare_textes (avant, texte) != 0;
      rangs[texte->place] = rang;
      avant = texte;
    }
}

/* They come from an index of them: the same ones follow each other. */
static gboolean
read_textes (PvStatement *rows, const PvDossierEnsemble *ensemble, gint64 *cles, GError **error)
{
  g_auto (Textes) textes = { NULL };
  g_autoptr (GString) avant = g_string_new (NULL);
  PvStep step;

  textes_init (&textes);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 place = pv_dossier_ensemble_find (ensemble, pv_statement_get_int (rows, 0));
      const char *text = place >= 0 ? pv_statement_get_text (rows, 1) : NULL;

      if (text == NULL)
        continue;
      if (textes.textes->len > 0 && g_str_equal (avant->str, text))
        textes_add_same (&textes, place);
      else
        textes_add (&textes, text, place);
      g_string_assign (avant, text);
    }
  textes_rank (&textes, cles);

  return step == PV_STEP_DONE;
}

/* --- texts of other rows --------------------------------------------------------------- */

typedef struct
{
  GHashTable *places; /* key of the row → its place + 1 */
  gint64 *rangs;
} Noms;

static void
noms_clear (Noms *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->rangs, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Noms, noms_clear)

static gboolean
noms_read (Noms *self, PvDb *db, const char *sql, GError **error)
{
  g_auto (Textes) textes = { NULL };
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql, error);
  PvStep step = PV_STEP_ERROR;

  textes_init (&textes);
  self->places = g_hash_table_new (NULL, NULL);
  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      g_hash_table_insert (self->places, GSIZE_TO_POINTER ((gsize)pv_statement_get_int (rows, 0)),
                           GUINT_TO_POINTER (textes.textes->len + 1));
      textes_add (&textes, pv_statement_get_text (rows, 1), textes.textes->len);
    }
  self->rangs = g_new (gint64, textes.textes->len);
  textes_rank (&textes, self->rangs);

  return step == PV_STEP_DONE;
}

static gint64
noms_find (const Noms *self, gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, GSIZE_TO_POINTER ((gsize)id)));

  return place > 0 ? self->rangs[place - 1] : PV_INT_NULL;
}

static gboolean
read_renvois (PvDb *db,
              const Colonne *colonne,
              PvStatement *rows,
              const PvDossierEnsemble *ensemble,
              gint64 *cles,
              GError **error)
{
  g_auto (Noms) noms = { NULL };
  PvStep step;

  if (!noms_read (&noms, db, colonne->sql_noms, error))
    return FALSE;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 place = pv_dossier_ensemble_find (ensemble, pv_statement_get_int (rows, 0));
      gint64 rang = place >= 0 ? noms_find (&noms, pv_statement_get_int (rows, 1)) : PV_INT_NULL;

      if (rang != PV_INT_NULL && (cles[place] == PV_INT_NULL || rang < cles[place]))
        cles[place] = rang;
    }

  return step == PV_STEP_DONE;
}

/* --- amounts of a group of payers ----------------------------------------------------- */

/* Returns: (transfer full): keys of the payers of a group, as a set */
static GHashTable *
read_financeurs (PvDb *db, PvGroupe groupe, GError **error)
{
  g_autoptr (GHashTable) financeurs = g_hash_table_new (NULL, NULL);
  g_autoptr (PvStatement) rows = pv_db_prepare (db, "SELECT id, categorie FROM financeur", error);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (rows, 0);
      PvCategorie categorie = PV_CATEGORIE_INCONNU;

      pv_categorie_from_id (pv_statement_get_text (rows, 1), &categorie);
      if (pv_categorie_to_groupe (categorie) == groupe)
        g_hash_table_add (financeurs, GSIZE_TO_POINTER ((gsize)id));
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&financeurs) : NULL;
}

static gboolean
read_chapeaux (PvDb *db, const PvDossierEnsemble *ensemble, gint64 *cles, GError **error)
{
  g_autoptr (PvStatement) rows =
      pv_db_prepare (db, "SELECT id FROM dossier WHERE chapeau = 1", error);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 place = pv_dossier_ensemble_find (ensemble, pv_statement_get_int (rows, 0));

      if (place >= 0)
        cles[place] = PV_INT_NULL; /* its parts are counted */
    }

  return step == PV_STEP_DONE;
}

static gboolean
read_groupe (PvDb *db,
             PvGroupe groupe,
             PvStatement *rows,
             const PvDossierEnsemble *ensemble,
             gint64 *cles,
             GError **error)
{
  g_autoptr (GHashTable) financeurs = read_financeurs (db, groupe, error);
  PvStep step;

  if (financeurs == NULL)
    return FALSE;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 financeur = pv_statement_get_int (rows, 1);
      gint64 cents;
      gint64 place;

      if (!g_hash_table_contains (financeurs, GSIZE_TO_POINTER ((gsize)financeur)))
        continue;
      cents = pv_statement_get_int (rows, 2);
      place = cents != PV_INT_NULL
                  ? pv_dossier_ensemble_find (ensemble, pv_statement_get_int (rows, 0))
                  : -1;
      /* beyond what is kept exactly, a sort keeps what it has */
      if (place >= 0)
        (void)pv_money_add (cles[place], cents, &cles[place]);
    }

  return step == PV_STEP_DONE && read_chapeaux (db, ensemble, cles, error);
}

/* --- other columns ---------------------------------------------------------------------- */

static gint64
read_date (const char *text)
{
  gint64 date = 0;

  if (text == NULL)
    return PV_INT_NULL;
  for (; *text != '\0' && date < 100000000; text++)
    if (g_ascii_isdigit (*text))
      date = date * 10 + g_ascii_digit_value (*text);

  return date;
}

static gint64
read_mot (const PvVocabulaire *vocabulaire, const char *id)
{
  int mot = id != NULL ? pv_vocabulaire_from_id (vocabulaire, id) : -1;

  return mot >= 0 ? mot : PV_INT_NULL;
}

static gint64
read_cle (Lecture lecture, PvStatement *row, gint64 avant)
{
  if (lecture == LECTURE_NOMBRE)
    return avant == PV_INT_NULL ? 1 : avant + 1;
  if (lecture == LECTURE_STATUT)
    return read_mot (&pv_dossier_statut_vocabulaire, pv_statement_get_text (row, 1));
  if (lecture == LECTURE_NATURE)
    return read_mot (&pv_dossier_nature_vocabulaire, pv_statement_get_text (row, 1));
  if (lecture == LECTURE_DATE)
    return read_date (pv_statement_get_text (row, 1));

  return pv_statement_get_int (row, 1);
}

static gboolean
read_cles (const Colonne *colonne,
           PvStatement *rows,
           const PvDossierEnsemble *ensemble,
           gint64 *cles,
           GError **error)
{
  PvStep step;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 place = pv_dossier_ensemble_find (ensemble, pv_statement_get_int (rows, 0));

      if (place >= 0)
        cles[place] = read_cle (colonne->lecture, rows, cles[place]);
    }

  return step == PV_STEP_DONE;
}

static gboolean
read_scores (PvDb *db,
             const PvFiltre *filtre,
             const PvDossierEnsemble *ensemble,
             gint64 *cles,
             GError **error)
{
  g_autoptr (GArray) scores = pv_score_store_load (db, filtre, error);

  if (scores == NULL)
    return FALSE;

  for (guint i = 0; i < scores->len; i++)
    {
      const PvScore *score = &g_array_index (scores, PvScore, i);
      gint64 place = pv_dossier_ensemble_find (ensemble, score->dossier_id);

      if (place >= 0)
        cles[place] = score->score;
    }

  return TRUE;
}

static gboolean
read_colonne (PvDb *db,
              const PvDossierEnsemble *ensemble,
              PvDossierColonne id,
              PvEtape etape,
              gint64 *cles,
              GError **error)
{
  const Colonne *colonne = &colonnes[id];
  const char *sql = colonne->lecture == LECTURE_GROUPE ? sql_groupes[etape] : colonne->sql;
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql, error);

  if (rows == NULL)
    return FALSE;

  if (colonne->lecture == LECTURE_TEXTE)
    return read_textes (rows, ensemble, cles, error);
  if (colonne->lecture == LECTURE_RENVOI)
    return read_renvois (db, colonne, rows, ensemble, cles, error);
  if (colonne->lecture == LECTURE_GROUPE)
    return read_groupe (db, (PvGroupe)pv_dossier_colonne_get_groupe (id), rows, ensemble, cles,
                        error);

  return read_cles (colonne, rows, ensemble, cles, error);
}

gint64 *
pv_dossier_cles_load (PvDb *db,
                      const PvDossierEnsemble *ensemble,
                      PvDossierColonne colonne,
                      PvEtape etape,
                      const PvFiltre *filtre,
                      GError **error)
{
  g_autofree gint64 *cles = g_new (gint64, ensemble->n);
  Lecture lecture = colonnes[colonne].lecture;
  gboolean read;

  for (guint i = 0; i < ensemble->n; i++)
    cles[i] = PV_INT_NULL;

  if (lecture == LECTURE_AUCUNE)
    {
      for (guint i = 0; i < ensemble->n; i++)
        cles[i] = i;
      read = TRUE;
    }
  else if (lecture == LECTURE_SCORE)
    read = read_scores (db, filtre, ensemble, cles, error);
  else
    read = read_colonne (db, ensemble, colonne, etape, cles, error);

  return read ? g_steal_pointer (&cles) : NULL;
}
