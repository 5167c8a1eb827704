/* pv-instruction-file-store.c: the SQL of the queue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "commun/pv-entite.h"
#include "dossier/pv-dossier-recherche.h"
#include "instruction/pv-instruction-file.h"
#include "pv-text.h"
#include "score/pv-score-store.h"
#include "seuil/pv-seuil-store.h"
#include "seuil/pv-seuil.h"

#define EN_COURS PV_DOSSIER_STATUTS_A_REPONDRE_SQL
#define OUVERT PV_DOSSIER_STATUTS_OUVERTS_SQL

/* The next committee of each dossier. */
#define ECHEANCE                                                                                   \
  "(SELECT MIN(s.date_le) FROM seance_dossier sd JOIN seance s ON s.id = sd.seance_id"             \
  "  WHERE sd.dossier_id = d.id AND s.etat <> 'close')"

/* Its first %s is what the queue is sorted by, its second whether the search found the row. */
static const char sql_file[] =
    "WITH i AS (SELECT dossier_id, MAX(etat = 'soumise' AND institution_id = :institution) AS "
    "mienne,"
    "                  MAX(institution_id = :institution AND agent_id = :agent) AS part,"
    "                  MAX(etat = 'soumise' AND avis IN ('favorable', 'favorable-avec-reserves'))"
    "                    AS pour,"
    "                  MAX(etat = 'soumise' AND avis IN ('defavorable', 'a-reorienter')) AS contre,"
    "                  MAX(etat = 'brouillon' AND institution_id = :institution) AS commencee,"
    "                  SUM(etat = 'soumise' AND avis IS NOT NULL) AS n_avis"
    "             FROM instruction WHERE etat <> 'remplacee' GROUP BY dossier_id)"
    "SELECT d.id, d.statut IN (" EN_COURS "), d.statut IN (" OUVERT "), COALESCE(i.mienne, 0),"
    "       COALESCE(i.part, 0) OR COALESCE(d.referent_id = :agent, 0),"
    "       COALESCE(i.pour AND i.contre, 0), " ECHEANCE " AS echeance, %s, %s"
    "  FROM dossier d LEFT JOIN i ON i.dossier_id = d.id"
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL
    " ORDER BY echeance IS NULL, echeance, d.numero, d.id";

#define SQL_TROUVE "d.id IN (SELECT rowid FROM recherche WHERE recherche MATCH :recherche)"

static const char sql_nombre[] =
    "SELECT COUNT(*) FROM dossier d"
    " WHERE d.chapeau = 0 AND d.statut IN (" EN_COURS ") AND " PV_FILTRE_SQL
    "   AND NOT EXISTS (SELECT 1 FROM instruction WHERE dossier_id = d.id"
    "                      AND institution_id = :institution AND etat = 'soumise')";

static const char sql_ligne[] =
    "SELECT d.numero, d.intitule, o.nom, d.statut, " ECHEANCE ","
    "       (SELECT id FROM instruction WHERE dossier_id = d.id AND institution_id = :institution"
    "           AND etat = 'brouillon'),"
    "       (SELECT COUNT(*) FROM critere c JOIN appel a ON a.grille_id = c.grille_id"
    "         WHERE a.id = d.appel_id)"
    "  FROM dossier d JOIN organisme o ON o.id = d.porteur_id WHERE d.id = :dossier";

static const char sql_n_notes[] =
    "SELECT COUNT(*) FROM note n JOIN critere c ON c.id = n.critere_id"
    "  JOIN instruction i ON i.id = n.instruction_id JOIN dossier d ON d.id = i.dossier_id"
    "  JOIN appel a ON a.id = d.appel_id AND a.grille_id = c.grille_id"
    " WHERE n.instruction_id = :instruction";

static const char sql_avis[] =
    "SELECT s.id, s.nom, i.avis, i.id IS NOT NULL FROM institution s"
    "  LEFT JOIN instruction i ON i.institution_id = s.id AND i.dossier_id = :dossier"
    "                         AND i.etat = 'soumise'"
    " ORDER BY s.ordre IS NULL, s.ordre, s.id";

void
pv_instruction_file_free (PvInstructionFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

void
pv_instruction_ligne_free (PvInstructionLigne *self)
{
  if (self == NULL)
    return;
  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self->echeance);
  g_clear_pointer (&self->tous, g_array_unref);
  g_free (self);
}

PvFileQuestion *
pv_file_question_new (const PvFiltre *filtre,
                      PvFileGenre genre,
                      gint64 institution_id,
                      gint64 agent_id,
                      const char *jour)
{
  PvFileQuestion *self = g_new0 (PvFileQuestion, 1);

  self->filtre = *filtre;
  self->genre = genre;
  self->institution_id = institution_id;
  self->agent_id = agent_id;
  self->jour = g_strdup (jour);

  return self;
}

void
pv_file_question_free (PvFileQuestion *self)
{
  g_free (self->jour);
  g_free (self->recherche);
  g_free (self);
}

/* --- the queue ----------------------------------------------------------------------------- */

static gboolean
diverges (const GArray *scores, gint64 dossier_id, gint64 seuil)
{
  const PvScore *score = pv_scores_find (scores, dossier_id);

  return score != NULL && pv_score_is_divergent (score->dispersion, seuil);
}

/* A row of the queue, with what it is sorted by. */
typedef struct
{
  gint64 id;
  char *texte; /* (nullable) */
  gint64 nombre;
  guint rang;
} Cle;

static void
cle_clear (gpointer data)
{
  g_free (((Cle *)data)->texte);
}

static gboolean
is_texte (PvFileTri tri)
{
  return tri == PV_FILE_TRI_ECHEANCE || tri == PV_FILE_TRI_NUMERO || tri == PV_FILE_TRI_INTITULE ||
         tri == PV_FILE_TRI_PORTEUR;
}

/* Of texts and of numbers: what has none is last. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const PvFileQuestion *question = data;
  const Cle *left = a;
  const Cle *right = b;
  gboolean no_left = is_texte (question->tri) ? !left->texte : left->nombre == PV_INT_NULL;
  gboolean no_right = is_texte (question->tri) ? !right->texte : right->nombre == PV_INT_NULL;
  int order = 0;

  if (no_left != no_right)
    return no_left ? 1 : -1;
  if (!no_left)
    order = is_texte (question->tri)
                ? strcmp (left->texte, right->texte)
                : (left->nombre > right->nombre) - (left->nombre < right->nombre);
  if (order != 0)
    return question->descendant ? -order : order;

  return (left->rang > right->rang) - (left->rang < right->rang);
}

static const char *
get_cle_sql (PvFileTri tri)
{
  switch (tri)
    {
    case PV_FILE_TRI_NUMERO:
      return "d.numero";
    case PV_FILE_TRI_INTITULE:
      return "d.intitule";
    case PV_FILE_TRI_PORTEUR:
      return "(SELECT nom FROM organisme WHERE id = d.porteur_id)";
    case PV_FILE_TRI_REPONSE:
      return "COALESCE(2 * i.mienne, 0) + COALESCE(i.commencee, 0)";
    case PV_FILE_TRI_AVIS:
      return "COALESCE(i.n_avis, 0)";
    case PV_FILE_TRI_ECHEANCE: /* is read already */
    case PV_FILE_TRI_SCORE:    /* is computed */
      break;
    }

  return "NULL";
}

static Cle
read_cle (PvStatement *row, const GArray *scores, const PvFileQuestion *question)
{
  Cle cle = { .id = pv_statement_get_int (row, 0), .nombre = PV_INT_NULL };
  const PvScore *score;

  if (question->tri == PV_FILE_TRI_ECHEANCE)
    cle.texte = pv_statement_dup_text (row, 6);
  else if (is_texte (question->tri))
    cle.texte = pv_text_sort_key (pv_statement_get_text (row, 7));
  else if (question->tri != PV_FILE_TRI_SCORE)
    cle.nombre = pv_statement_get_int (row, 7);
  else if ((score = pv_scores_find (scores, cle.id)) != NULL)
    cle.nombre = score->score;

  return cle;
}

static void
count_row (PvInstructionFile *file,
           GArray *cles,
           PvStatement *row,
           const GArray *scores,
           gint64 seuil,
           const PvFileQuestion *question)
{
  gint64 id = pv_statement_get_int (row, 0);
  gboolean in[PV_N_FILES];

  in[PV_FILE_A_REPONDRE] = pv_statement_get_int (row, 1) && !pv_statement_get_int (row, 3);
  in[PV_FILE_MIENNE] = pv_statement_get_int (row, 2) && pv_statement_get_int (row, 4);
  in[PV_FILE_INSTITUTION] = pv_statement_get_int (row, 2) == 1;
  in[PV_FILE_DIVERGENTE] = pv_statement_get_int (row, 2) &&
                           (pv_statement_get_int (row, 5) || diverges (scores, id, seuil));
  in[PV_FILE_TOUTES] = TRUE;

  for (int i = 0; i < PV_N_FILES; i++)
    file->n[i] += in[i] ? 1 : 0;
  if (in[question->genre] && pv_statement_get_int (row, 8))
    {
      Cle cle = read_cle (row, scores, question);

      cle.rang = cles->len;
      g_array_append_val (cles, cle);
    }
}

/* (transfer full) */
static GArray *
sort_ids (GArray *cles, const PvFileQuestion *question)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), cles->len);

  if (question->tri != PV_FILE_TRI_ECHEANCE || question->descendant) /* else SQL did it */
    g_array_sort_with_data (cles, compare_cb, (gpointer)question);
  for (guint i = 0; i < cles->len; i++)
    g_array_append_val (ids, g_array_index (cles, Cle, i).id);

  return ids;
}

static PvStatement *
prepare_file (PvDb *db, const PvFileQuestion *question, GError **error)
{
  g_autofree char *match = pv_dossier_recherche_to_match (question->recherche);
  g_autofree char *sql = NULL;
  PvStatement *rows;

  sql = g_strdup_printf (sql_file, get_cle_sql (question->tri), match != NULL ? SQL_TROUVE : "1");
  rows = pv_db_prepare (db, sql, error);
  if (rows == NULL)
    return NULL;
  pv_filtre_bind (&question->filtre, rows);
  pv_statement_bind_int (rows, ":institution", question->institution_id);
  pv_statement_bind_int (rows, ":agent", question->agent_id);
  if (match != NULL)
    pv_statement_bind_text (rows, ":recherche", match);

  return rows;
}

PvInstructionFile *
pv_instruction_file_load (PvDb *db, const PvFileQuestion *question, GError **error)
{
  g_autoptr (PvInstructionFile) file = g_new0 (PvInstructionFile, 1);
  g_autoptr (GArray) scores = pv_score_store_load (db, &question->filtre, error);
  g_autoptr (GArray) cles = g_array_new (FALSE, FALSE, sizeof (Cle));
  g_autoptr (PvStatement) rows = NULL;
  gint64 seuil;
  PvStep step;

  g_array_set_clear_func (cles, cle_clear);
  if (scores == NULL ||
      !pv_seuil_store_get_valeur (db, PV_SEUIL_DISPERSION, question->jour, &seuil, error) ||
      (rows = prepare_file (db, question, error)) == NULL)
    return NULL;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    count_row (file, cles, rows, scores, seuil, question);
  file->ids = sort_ids (cles, question);

  return step == PV_STEP_DONE ? g_steal_pointer (&file) : NULL;
}

gboolean
pv_instruction_file_count (PvDb *db,
                           const PvFiltre *filtre,
                           gint64 institution_id,
                           gint64 *n,
                           GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, sql_nombre, error);

  if (row == NULL)
    return FALSE;
  pv_filtre_bind (filtre, row);
  pv_statement_bind_int (row, ":institution", institution_id);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  *n = pv_statement_get_int (row, 0);

  return TRUE;
}

/* --- a row --------------------------------------------------------------------------------- */

static void
avis_clear (gpointer data)
{
  PvInstructionAvis *avis = data;

  g_free (avis->institution);
}

GArray *
pv_instruction_avis_list (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (GArray) tous = g_array_new (FALSE, FALSE, sizeof (PvInstructionAvis));
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, sql_avis, error, "i", dossier_id);
  PvStep step;

  g_array_set_clear_func (tous, avis_clear);
  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      const char *word = pv_statement_get_text (rows, 2);
      PvInstructionAvis avis = {
        pv_statement_get_int (rows, 0),
        pv_statement_dup_text (rows, 1),
        PV_AVIS_NULL,
        pv_statement_get_int (rows, 3) == 1,
      };

      if (word != NULL)
        pv_avis_from_id (word, &avis.avis);
      g_array_append_val (tous, avis);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&tous) : NULL;
}

static void
read_avis (PvInstructionLigne *ligne, gint64 institution_id)
{
  for (guint i = 0; i < ligne->tous->len; i++)
    {
      const PvInstructionAvis *avis = &g_array_index (ligne->tous, PvInstructionAvis, i);

      if (avis->avis != PV_AVIS_NULL)
        ligne->n_avis++;
      if (avis->institution_id != institution_id || !avis->soumise)
        continue;
      ligne->avis = avis->avis;
      if (ligne->etat == PV_INSTRUCTION_ETAT_NULL)
        ligne->etat = PV_INSTRUCTION_ETAT_SOUMISE;
    }
}

static gboolean
read_ligne (PvInstructionLigne *ligne,
            gint64 institution_id,
            gint64 *brouillon,
            PvDb *db,
            GError **error)
{
  g_autoptr (PvStatement) row =
      pv_sql_prepare (db, sql_ligne, error, "ii", institution_id, ligne->id);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  ligne->numero = pv_statement_dup_text (row, 0);
  ligne->intitule = pv_statement_dup_text (row, 1);
  ligne->porteur = pv_statement_dup_text (row, 2);
  pv_dossier_statut_from_id (pv_statement_get_text (row, 3), &ligne->statut);
  ligne->echeance = pv_statement_dup_text (row, 4);
  *brouillon = pv_statement_get_int (row, 5);
  ligne->n_criteres = pv_statement_get_int (row, 6);

  return TRUE;
}

PvInstructionLigne *
pv_instruction_ligne_load (PvDb *db, gint64 dossier_id, gint64 institution_id, GError **error)
{
  g_autoptr (PvInstructionLigne) ligne = g_new0 (PvInstructionLigne, 1);
  gint64 brouillon = PV_INT_NULL;
  PvScore score;

  ligne->id = dossier_id;
  ligne->etat = PV_INSTRUCTION_ETAT_NULL;
  ligne->avis = PV_AVIS_NULL;
  if (!read_ligne (ligne, institution_id, &brouillon, db, error) ||
      (ligne->tous = pv_instruction_avis_list (db, dossier_id, error)) == NULL ||
      !pv_score_store_get (db, dossier_id, &score, error))
    return NULL;

  ligne->score = score.score;
  ligne->dispersion = score.dispersion;
  if (brouillon != PV_INT_NULL)
    ligne->etat = PV_INSTRUCTION_ETAT_BROUILLON;
  read_avis (ligne, institution_id);
  if (brouillon != PV_INT_NULL &&
      !pv_sql_find (db, sql_n_notes, &ligne->n_notes, error, "i", brouillon))
    return NULL;

  return g_steal_pointer (&ligne);
}
