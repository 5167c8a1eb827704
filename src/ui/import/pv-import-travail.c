/* pv-import-travail.c: what the workers of an import do
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-travail.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-store.h"
#include "import/pv-import-ligne.h"
#include "import/pv-import-words.h"
#include "organisme/pv-organisme-store.h"
#include "pv-date.h"
#include "pv-error.h"
#include "pv-text.h"
#include "widget/pv-format.h"

/* What a table that no profile knows is most often: its columns are matched by hand. */
#define PROFILE_BY_HAND "programmation"

/* Characters of a long text that a cell of the table shows. */
#define MAX_CHARS 160

/* --- what is asked ----------------------------------------------------------------- */

PvImportDemande *
pv_import_demande_new (void)
{
  PvImportDemande *self = g_new0 (PvImportDemande, 1);

  g_atomic_ref_count_init (&self->refs);
  self->exercice = PV_INT_NULL;
  self->corrections = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

PvImportDemande *
pv_import_demande_ref (PvImportDemande *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
pv_import_demande_unref (PvImportDemande *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_free (self->path);
  g_free (self->profile);
  g_free (self->appel);
  g_hash_table_unref (self->corrections);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/* @unknown: (out) (optional): whether no profile knows the columns */
static PvImport *
open_import (PvDb *db, const PvImportDemande *demande, gboolean *unknown, GError **error)
{
  PvImportOptions options = { demande->profile, demande->appel, demande->exercice,
                              demande->profile != NULL };
  g_autoptr (GError) local = NULL;
  g_autoptr (PvImport) import = pv_import_new (db, demande->path, &options, &local);
  gboolean by_hand = options.profile == NULL &&
                     g_error_matches (local, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_PROFILE);
  GHashTableIter iter;
  gpointer column, field;

  if (unknown != NULL)
    *unknown = by_hand;
  if (by_hand)
    {
      options.profile = PROFILE_BY_HAND;
      options.by_hand = TRUE;
      g_clear_error (&local);
      import = pv_import_new (db, demande->path, &options, &local);
    }
  if (import == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  g_hash_table_iter_init (&iter, demande->corrections);
  while (g_hash_table_iter_next (&iter, &column, &field))
    if (!pv_import_set_column_field (import, GPOINTER_TO_UINT (column),
                                     *(const char *)field != '\0' ? field : NULL, error))
      return NULL;
  for (guint i = 0; i < demande->choices->len; i++)
    {
      PvImportLigne *ligne = g_ptr_array_index (demande->choices, i);

      pv_import_set_choice (import, pv_import_ligne_get_table (ligne),
                            pv_import_ligne_get_id (ligne), pv_import_ligne_get_column (ligne),
                            PV_IMPORT_CHOICE_REPLACE);
    }

  return g_steal_pointer (&import);
}

/* --- what is read ------------------------------------------------------------------ */

static void
column_free (gpointer data)
{
  PvImportColumn *column = data;

  g_free (column->name);
  g_free (column->letters);
  g_free (column->sheet_name);
  g_free (column->repeats);
  g_free (column->field);
  g_free (column->detail);
  g_free (column->ignored);
  g_strfreev (column->samples);
  g_free (column);
}

static PvImportColumn *
column_copy (const PvImportColumn *column)
{
  PvImportColumn *copy = g_memdup2 (column, sizeof *column);

  copy->name = g_strdup (column->name);
  copy->letters = g_strdup (column->letters);
  copy->sheet_name = g_strdup (column->sheet_name);
  copy->repeats = g_strdup (column->repeats);
  copy->field = g_strdup (column->field);
  copy->detail = g_strdup (column->detail);
  copy->ignored = g_strdup (column->ignored);
  copy->samples = g_strdupv (column->samples);

  return copy;
}

void
pv_import_lecture_free (PvImportLecture *self)
{
  g_free (self->profile);
  g_free (self->profile_name);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->field_ids);
  g_ptr_array_unref (self->field_names);
  g_free (self);
}

gpointer
pv_import_lire (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gboolean unknown = FALSE;
  g_autoptr (PvImport) import = open_import (db, data, &unknown, error);
  PvImportLecture *self;
  const PvProfile *profile;
  const GPtrArray *columns;
  const char *const *fields;

  if (import == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  profile = pv_import_get_profile (import);
  columns = pv_import_get_columns (import);
  fields = pv_profile_get_fields (profile);
  self = g_new0 (PvImportLecture, 1);
  self->unknown = unknown;
  self->profile = g_strdup (pv_profile_get_id (profile));
  self->profile_name = g_strdup (pv_profile_get_name (profile));
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->field_ids = g_ptr_array_new_with_free_func (g_free);
  self->field_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (self->columns, column_copy (g_ptr_array_index (columns, i)));
  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_ptr_array_add (self->field_ids, g_strdup (fields[i]));
      g_ptr_array_add (self->field_names,
                       g_strdup (pv_profile_get_field_name (profile, fields[i])));
    }

  return self;
}

/* --- what it would do -------------------------------------------------------------- */

typedef struct
{
  PvDb *db;
  PvImportDemande *demande;
  PvImportApercu *apercu;
  gboolean dossiers; /* else the rows become something else */
  gint64 first;      /* the first dossier that was written */
} Execution;

static PvImportApercu *
apercu_new (void)
{
  PvImportApercu *self = g_new0 (PvImportApercu, 1);

  for (guint i = 0; i < PV_N_APERCU_LISTES; i++)
    self->listes[i] = g_list_store_new (PV_TYPE_IMPORT_LIGNE);
  self->erreurs = g_list_store_new (PV_TYPE_IMPORT_LIGNE);
  self->messages = g_list_store_new (PV_TYPE_IMPORT_LIGNE);
  self->appel = PV_INT_NULL;

  return self;
}

void
pv_import_apercu_free (PvImportApercu *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < PV_N_APERCU_LISTES; i++)
    g_object_unref (self->listes[i]);
  g_object_unref (self->erreurs);
  g_object_unref (self->messages);
  pv_import_report_free (self->report);
  g_free (self);
}

/* “Région, sollicité”, “Ligne du budget, 60”. */
static char *
name_change (const PvImportChange *change)
{
  const char *name = pv_import_column_to_words (change->table, change->column);
  g_autofree char *lower = NULL;

  if (change->subject == NULL || *change->subject == '\0')
    return g_strdup (name);
  if (!g_str_equal (change->table, "financement") && !g_str_equal (change->table, "versement"))
    return g_strdup_printf ("%s, %s", name, change->subject);

  lower = g_utf8_strdown (name, -1);
  return g_strdup_printf ("%s, %s", change->subject, lower);
}

/* One line, short enough for a cell. */
static char *
say_value (Execution *self, const PvImportChange *change, const char *value)
{
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (g_str_equal (change->column, "*"))
    words = g_strdup (value);
  else
    words = pv_import_value_to_words (self->db, change->table, change->column, value);
  /* The key of what this import would create. */
  if (words == NULL && value != NULL && value == change->new_value)
    words = g_strdup (change->raw);
  if (words == NULL || *words == '\0')
    return g_strdup (PV_TEXT_NULL);

  line = pv_text_clean (words, FALSE);
  return pv_text_excerpt (line, MAX_CHARS);
}

/* A CSV has one sheet, which bears the name of the file: it is not said again. */
static char *
say_place (Execution *self, const PvImportRow *row, const PvImportChange *change)
{
  g_autofree char *file = g_path_get_basename (self->demande->path);
  gboolean alone = g_str_has_prefix (file, row->sheet);

  if (change != NULL && change->letters != NULL)
    return alone ? g_strdup_printf (_ ("cell %s%u"), change->letters, row->row)
                 : g_strdup_printf ("%s, %s%u", row->sheet, change->letters, row->row);

  return alone ? g_strdup_printf (_ ("row %u"), row->row)
               : g_strdup_printf (_ ("%s, row %u"), row->sheet, row->row);
}

static char *
say_edit (const PvImportChange *change)
{
  g_autofree char *day = change->edited_at != NULL ? g_strndup (change->edited_at, 10) : NULL;
  g_autofree char *date = day != NULL ? pv_date_format_french (day, PV_DATE_FORMAT_SHORT) : NULL;

  return date != NULL ? g_strdup_printf (_ ("edited here on %s"), date)
                      : g_strdup (_ ("edited here since the last import"));
}

/* What the source leaves out is looked up: it is the same row. */
static void
identify (Execution *self, const PvImportRow *row, PvImportLigne *ligne)
{
  g_autoptr (PvDossier) dossier = NULL;
  g_autoptr (PvOrganisme) porteur = NULL;

  pv_import_ligne_set (ligne, PV_LIGNE_NUMERO, row->numero);
  pv_import_ligne_set (ligne, PV_LIGNE_PORTEUR, row->porteur);
  if ((row->numero != NULL && row->porteur != NULL) || row->target == PV_INT_NULL ||
      !self->dossiers || row->outcome == PV_IMPORT_CREATED || self->demande->apply)
    return;

  dossier = pv_dossier_store_get (self->db, row->target, NULL);
  if (dossier == NULL)
    return;
  pv_import_ligne_set (ligne, PV_LIGNE_NUMERO, dossier->numero);
  porteur = pv_organisme_store_get (self->db, dossier->porteur_id, NULL);
  if (porteur != NULL)
    pv_import_ligne_set (ligne, PV_LIGNE_PORTEUR, porteur->nom);
}

static PvImportLigne *
add_line (Execution *self, const PvImportRow *row, PvApercuListe liste)
{
  g_autoptr (PvImportLigne) ligne = pv_import_ligne_new ();

  g_list_store_append (self->apercu->listes[liste], ligne);
  return ligne;
}

static void
add_change (Execution *self, const PvImportRow *row, const PvImportChange *change, guint index)
{
  PvImportLigne *ligne = add_line (self, row, PV_APERCU_MISES_A_JOUR);
  gboolean settled = change->conflict && index < row->changes->len;

  if (index == 0)
    {
      identify (self, row, ligne);
      pv_import_ligne_set_first (ligne);
    }
  pv_import_ligne_take (ligne, PV_LIGNE_CHAMP, name_change (change));
  pv_import_ligne_take (ligne, PV_LIGNE_AVANT, say_value (self, change, change->old_value));
  pv_import_ligne_set (ligne, PV_LIGNE_FLECHE, "go-next-symbolic");
  pv_import_ligne_take (ligne, PV_LIGNE_APRES, say_value (self, change, change->new_value));
  pv_import_ligne_take (ligne, PV_LIGNE_LIEU, say_place (self, row, change));
  pv_import_ligne_set (ligne, PV_LIGNE_DECISION, _ ("replace"));
  if (!change->conflict)
    return;

  pv_import_ligne_take (ligne, PV_LIGNE_REMARQUE, say_edit (change));
  pv_import_ligne_set_conflict (ligne, change);
  if (settled)
    pv_import_ligne_set_choice (ligne, PV_IMPORT_CHOICE_REPLACE);
}

static void
add_changes (Execution *self, const PvImportRow *row)
{
  GListModel *liste = G_LIST_MODEL (self->apercu->listes[PV_APERCU_MISES_A_JOUR]);
  guint n = 0;

  self->apercu->n_updated++;
  self->apercu->n_changes += row->changes->len + row->conflicts->len;
  self->apercu->n_conflicts += row->conflicts->len;
  for (guint i = 0; i < row->changes->len; i++)
    self->apercu->n_conflicts +=
        ((const PvImportChange *)g_ptr_array_index (row->changes, i))->conflict;
  /* What somebody has to settle is always shown. */
  if (g_list_model_get_n_items (liste) >= PV_APERCU_MAX && row->conflicts->len == 0)
    return;

  self->apercu->n_shown++;
  for (guint i = 0; i < row->changes->len; i++)
    add_change (self, row, g_ptr_array_index (row->changes, i), n++);
  for (guint i = 0; i < row->conflicts->len; i++)
    add_change (self, row, g_ptr_array_index (row->conflicts, i), n++);
}

static void
add_row (Execution *self, const PvImportRow *row, PvApercuListe liste, const char *decision)
{
  PvImportLigne *ligne;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->apercu->listes[liste])) >= PV_APERCU_MAX)
    return;

  ligne = add_line (self, row, liste);
  identify (self, row, ligne);
  pv_import_ligne_set_first (ligne);
  if (row->libelle != NULL)
    {
      pv_import_ligne_set (ligne, PV_LIGNE_CHAMP, _ ("Title"));
      pv_import_ligne_set (ligne, PV_LIGNE_APRES, row->libelle);
    }
  pv_import_ligne_take (ligne, PV_LIGNE_LIEU, say_place (self, row, NULL));
  pv_import_ligne_set (ligne, PV_LIGNE_DECISION, decision);
}

static void
row_cb (const PvImportRow *row, gpointer user_data)
{
  Execution *self = user_data;

  if (self->first == PV_INT_NULL && row->target != PV_INT_NULL)
    self->first = row->target;
  if (row->changes->len > 0 || row->conflicts->len > 0)
    {
      add_changes (self, row);
      return;
    }

  switch (row->outcome)
    {
    case PV_IMPORT_CREATED:
      add_row (self, row, PV_APERCU_CREEES, _ ("create"));
      break;

    case PV_IMPORT_UPDATED:
    case PV_IMPORT_UNCHANGED:
      add_row (self, row, PV_APERCU_INCHANGEES, _ ("nothing to do"));
      break;

    case PV_IMPORT_REJECTED:
    default:
      add_row (self, row, PV_APERCU_REJETEES, _ ("leave out"));
      break;
    }
}

static void
progress_cb (guint done_bp, gpointer user_data)
{
  Execution *self = user_data;

  g_atomic_int_set (&self->demande->done_bp, (int)done_bp);
}

static void
list_messages (PvImportApercu *self)
{
  for (guint i = 0; i < self->report->messages->len; i++)
    {
      const PvImportMessage *message = g_ptr_array_index (self->report->messages, i);
      gboolean error = message->severity == PV_IMPORT_ERROR;
      g_autoptr (PvImportLigne) ligne = NULL;

      self->n_erreurs += error;
      if (i >= PV_APERCU_MAX && (!error || self->n_erreurs > PV_APERCU_MAX))
        continue;
      ligne = pv_import_ligne_new_message (message);
      if (i < PV_APERCU_MAX)
        g_list_store_append (self->messages, ligne);
      if (error && self->n_erreurs <= PV_APERCU_MAX)
        g_list_store_append (self->erreurs, ligne);
    }
}

gpointer
pv_import_executer (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PvImportDemande *demande = data;
  g_autoptr (PvImport) import = open_import (db, demande, NULL, error);
  PvImportApercu *apercu;
  Execution execution = { .db = db, .demande = demande, .first = PV_INT_NULL };
  g_autoptr (PvDossier) first = NULL;

  if (import == NULL)
    return NULL;

  apercu = apercu_new ();
  execution.apercu = apercu;
  execution.dossiers =
      g_str_equal (pv_profile_get_table (pv_import_get_profile (import)), "dossier");
  if (!pv_import_run (import, demande->apply, row_cb, progress_cb, &execution, cancellable,
                      &apercu->report, error))
    {
      pv_import_apercu_free (apercu);
      return NULL;
    }

  list_messages (apercu);
  if (demande->apply && execution.dossiers && execution.first != PV_INT_NULL)
    first = pv_dossier_store_get (db, execution.first, NULL);
  if (first != NULL)
    apercu->appel = first->appel_id;

  return apercu;
}
