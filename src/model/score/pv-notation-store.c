/* pv-notation-store.c: reads the marks of many dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-statement.h"
#include "reglage/pv-reglage-store.h"
#include "score/pv-notation.h"

#define SQL_CRITERES(grilles)                                                                      \
  "SELECT c.grille_id, c.id, c.poids, c.maximum FROM critere c"                                    \
  " WHERE c.grille_id IN (" grilles ") ORDER BY c.grille_id, c.ordre, c.id"

/* The grid of an appel, and its other versions: what was submitted stays on its own. */
#define SQL_VERSIONS " JOIN grille g ON g.id = a.grille_id JOIN grille v ON v.nom = g.nom"

static const char sql_criteres[] = SQL_CRITERES ("SELECT v.id FROM appel a" SQL_VERSIONS);
static const char sql_criteres_du_dossier[] =
    SQL_CRITERES ("SELECT v.id FROM dossier d JOIN appel a ON a.id = d.appel_id" SQL_VERSIONS
                  " WHERE d.id = :dossier");

/* The version that an instruction was marked on. */
#define SQL_GRILLE                                                                                 \
  "CASE WHEN g.version > 1 THEN COALESCE ((SELECT v.id FROM note n"                                \
  "  JOIN critere c ON c.id = n.critere_id JOIN grille v ON v.id = c.grille_id"                    \
  "  WHERE n.instruction_id = i.id AND v.nom = g.nom LIMIT 1), g.id) ELSE g.id END"

#define SQL_INSTRUCTIONS(condition)                                                                \
  "SELECT i.id, i.dossier_id, i.institution_id, s.poids, i.score_declare, " SQL_GRILLE             \
  "  FROM instruction i"                                                                           \
  "  JOIN dossier d ON d.id = i.dossier_id AND d.chapeau = 0"                                      \
  "  JOIN appel a ON a.id = d.appel_id LEFT JOIN grille g ON g.id = a.grille_id"                   \
  "  JOIN institution s ON s.id = i.institution_id"                                                \
  " WHERE i.etat = 'soumise' AND " condition " ORDER BY i.dossier_id, i.institution_id, i.id"

static const char sql_du_filtre[] = SQL_INSTRUCTIONS (PV_FILTRE_SQL);
static const char sql_du_dossier[] = SQL_INSTRUCTIONS ("i.dossier_id = :dossier");

/* From end to end the table is read three times as fast as by instruction. */
static const char SQL_NOTES[] = "SELECT instruction_id, critere_id, valeur, sans_objet FROM note";
static const char SQL_NOTES_DE[] = "SELECT instruction_id, critere_id, valeur, sans_objet FROM note"
                                   " WHERE instruction_id = :instruction";

/* Below this part of the marks, those wanted are looked up. */
#define ALL_FACTOR 3

typedef struct
{
  PvNotation *notation;
  GArray *places;       /* of Place: instructions by rising key */
  GHashTable *criteres; /* key → position + 1 */
  GHashTable *grilles;  /* key → position + 1 */
} Lecture;

typedef struct
{
  gint64 id;
  guint position;
} Place;

static void
lecture_clear (Lecture *self)
{
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->criteres, g_hash_table_unref);
  g_clear_pointer (&self->grilles, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Lecture, lecture_clear)

static void
add_critere (Lecture *self, PvStatement *row)
{
  PvNotation *notation = self->notation;
  gint64 grille_id = pv_statement_get_int (row, 0);
  PvNotationCritere critere = {
    .id = pv_statement_get_int (row, 1),
    .poids = MIN (pv_statement_get_int (row, 2), PV_SCORE_POIDS_MAX),
    .maximum = pv_statement_get_int (row, 3),
  };
  PvNotationGrille *grille;

  if (notation->grilles->len == 0 ||
      g_array_index (notation->grilles, PvNotationGrille, notation->grilles->len - 1).id !=
          grille_id)
    {
      PvNotationGrille nouvelle = { grille_id, notation->criteres->len, 0, 1 };

      g_array_append_val (notation->grilles, nouvelle);
      g_hash_table_insert (self->grilles, g_memdup2 (&grille_id, sizeof grille_id),
                           GUINT_TO_POINTER (notation->grilles->len));
    }
  critere.grille = notation->grilles->len - 1;
  grille = &g_array_index (notation->grilles, PvNotationGrille, critere.grille);
  grille->n++;
  grille->multiple = pv_score_multiple (grille->multiple, critere.maximum);
  g_array_append_val (notation->criteres, critere);
  g_hash_table_insert (self->criteres, g_memdup2 (&critere.id, sizeof critere.id),
                       GUINT_TO_POINTER (notation->criteres->len));
}

static gboolean
read_criteres (Lecture *self, PvDb *db, gint64 dossier_id, GError **error)
{
  const char *sql = dossier_id != PV_INT_NULL ? sql_criteres_du_dossier : sql_criteres;
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql, error);
  PvStep step;

  if (rows == NULL)
    return FALSE;

  if (dossier_id != PV_INT_NULL)
    pv_statement_bind_int (rows, ":dossier", dossier_id);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    add_critere (self, rows);

  return step == PV_STEP_DONE;
}

static void
add_instruction (Lecture *self, PvStatement *row, gboolean pondere)
{
  PvNotation *notation = self->notation;
  gint64 grille_id = pv_statement_get_int (row, 5);
  PvNotationInstruction instruction = {
    .id = pv_statement_get_int (row, 0),
    .dossier_id = pv_statement_get_int (row, 1),
    .institution_id = pv_statement_get_int (row, 2),
    .poids = pondere ? pv_statement_get_int (row, 3) : 1,
    .declare = pv_statement_get_int (row, 4),
    .grille = (gint32)GPOINTER_TO_UINT (g_hash_table_lookup (self->grilles, &grille_id)) - 1,
    .premiere = (guint)notation->n_marques,
  };
  Place place = { instruction.id, notation->instructions->len };

  /* What another programme may have written. */
  if (instruction.declare < 0 || instruction.declare > 10000)
    instruction.declare = PV_INT_NULL;
  if (instruction.grille >= 0)
    notation->n_marques +=
        g_array_index (notation->grilles, PvNotationGrille, instruction.grille).n;
  g_array_append_val (notation->instructions, instruction);
  g_array_append_val (self->places, place);
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  return left->id < right->id ? -1 : left->id > right->id;
}

static gboolean
read_instructions (Lecture *self,
                   PvDb *db,
                   const PvFiltre *filtre,
                   gint64 dossier_id,
                   GError **error)
{
  const char *sql = dossier_id != PV_INT_NULL ? sql_du_dossier : sql_du_filtre;
  g_autoptr (PvStatement) rows = NULL;
  gint64 pondere = 0;
  PvStep step;

  if (!pv_reglage_store_get_int (db, PV_REGLAGE_SCORE_PONDERE, 0, &pondere, error))
    return FALSE;

  self->notation->pondere = pondere == 1;
  rows = pv_db_prepare (db, sql, error);
  if (rows == NULL)
    return FALSE;

  if (dossier_id != PV_INT_NULL)
    pv_statement_bind_int (rows, ":dossier", dossier_id);
  else
    pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    add_instruction (self, rows, pondere == 1);
  g_array_sort (self->places, compare_place);

  return step == PV_STEP_DONE;
}

/* The marks of one instruction follow each other, mostly. */
static PvNotationInstruction *
find_instruction (Lecture *self, gint64 id, guint *last)
{
  GArray *instructions = self->notation->instructions;
  Place key = { id, 0 };
  guint match;

  if (*last < self->places->len && g_array_index (self->places, Place, *last).id == id)
    match = *last;
  else if (*last + 1 < self->places->len && g_array_index (self->places, Place, *last + 1).id == id)
    match = *last + 1;
  else if (!g_array_binary_search (self->places, &key, compare_place, &match))
    return NULL;

  *last = match;
  return &g_array_index (instructions, PvNotationInstruction,
                         g_array_index (self->places, Place, match).position);
}

static void
take_note (Lecture *self, PvStatement *row, guint *last)
{
  PvNotation *notation = self->notation;
  PvNotationInstruction *instruction = find_instruction (self, pv_statement_get_int (row, 0), last);
  gint64 critere_id = pv_statement_get_int (row, 1);
  gint64 valeur = pv_statement_get_int (row, 2);
  const PvNotationCritere *critere;
  const PvNotationGrille *grille;
  guint position;
  gint32 *marque;

  if (instruction == NULL || instruction->grille < 0)
    return;

  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->criteres, &critere_id));
  if (position == 0)
    return;

  critere = &g_array_index (notation->criteres, PvNotationCritere, position - 1);
  if ((gint32)critere->grille != instruction->grille)
    return;

  grille = &g_array_index (notation->grilles, PvNotationGrille, critere->grille);
  marque = &notation->marques[instruction->premiere + position - 1 - grille->premier];
  instruction->notee = TRUE;
  if (pv_statement_get_int (row, 3) == 1)
    *marque = PV_NOTATION_SANS_OBJET;
  else if (valeur >= 0 && valeur <= critere->maximum)
    *marque = (gint32)pv_score_part (valeur, critere->maximum, grille->multiple);
}

static gboolean
read_rows (Lecture *self, PvStatement *rows, GError **error)
{
  guint last = 0;
  PvStep step;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    take_note (self, rows, &last);

  return step == PV_STEP_DONE;
}

static gboolean
read_notes (Lecture *self, PvDb *db, GError **error)
{
  PvNotation *notation = self->notation;
  g_autoptr (PvStatement) rows = NULL;
  gint64 largest = 0;

  notation->marques = g_new (gint32, notation->n_marques + 1);
  for (gsize i = 0; i < notation->n_marques; i++)
    notation->marques[i] = PV_NOTATION_VIDE;
  if (notation->n_marques == 0)
    return TRUE;

  if (!pv_db_query_int (db, "SELECT MAX(id) FROM note", &largest, error))
    return FALSE;

  if (largest != PV_INT_NULL && (gsize)largest / ALL_FACTOR <= notation->n_marques)
    {
      rows = pv_db_prepare (db, SQL_NOTES, error);
      return rows != NULL && read_rows (self, rows, error);
    }

  rows = pv_db_prepare (db, SQL_NOTES_DE, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < self->places->len; i++)
    {
      pv_statement_reset (rows);
      pv_statement_bind_int (rows, ":instruction", g_array_index (self->places, Place, i).id);
      if (!read_rows (self, rows, error))
        return FALSE;
    }

  return TRUE;
}

PvNotation *
pv_notation_load (PvDb *db, const PvFiltre *filtre, gint64 dossier_id, GError **error)
{
  g_autoptr (PvNotation) notation = g_new0 (PvNotation, 1);
  g_auto (Lecture) lecture = {
    .notation = notation,
    .places = g_array_new (FALSE, FALSE, sizeof (Place)),
    .criteres = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .grilles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
  };

  notation->criteres = g_array_new (FALSE, FALSE, sizeof (PvNotationCritere));
  notation->grilles = g_array_new (FALSE, FALSE, sizeof (PvNotationGrille));
  notation->instructions = g_array_new (FALSE, FALSE, sizeof (PvNotationInstruction));

  if (!read_criteres (&lecture, db, dossier_id, error) ||
      !read_instructions (&lecture, db, filtre, dossier_id, error) ||
      !read_notes (&lecture, db, error))
    return NULL;

  return g_steal_pointer (&notation);
}
