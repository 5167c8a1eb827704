/* pv-import-notes-grille.c: the grid that a table of marks is on, or describes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "grille/pv-grille-service.h"
#include "pv-import-notes-private.h"

/* What a table that describes a grid says nothing of. */
#define POIDS_PAR_DEFAUT 1

void
pv_import_grille_free (gpointer data)
{
  PvImportGrille *self = data;

  g_hash_table_unref (self->criteres);
  g_free (self);
}

static void
add_critere (PvImportContext *ctx,
             PvImportGrille *grille,
             const char *libelle,
             const PvImportCritere *critere)
{
  g_hash_table_insert (grille->criteres, g_strdup (pv_registry_fold (ctx->registry, libelle)),
                       g_memdup2 (critere, sizeof *critere));
}

static gboolean
load_criteres (PvImportContext *ctx, PvImportGrille *grille, GError **error)
{
  GPtrArray *rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_CRITERE,
                                          PV_COLUMN_CRITERE_GRILLE, NULL, grille->id, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);
      PvImportCritere critere = { row->id, row->numbers[PV_COLUMN_CRITERE_MAXIMUM],
                                  row->numbers[PV_COLUMN_CRITERE_SANS_OBJET] == 1 };

      add_critere (ctx, grille, row->texts[PV_COLUMN_CRITERE_LIBELLE], &critere);
    }
  pv_import_rows_free (rows, PV_IMPORT_TABLE_CRITERE);

  return TRUE;
}

static const PvImportFields *
get_appel (PvImportContext *ctx, gint64 id)
{
  for (guint i = 0; i < ctx->notes->appels->len; i++)
    {
      const PvImportFields *appel = g_ptr_array_index (ctx->notes->appels, i);

      if (appel->id == id)
        return appel;
    }

  return NULL;
}

/* @id: (out): of the latest version of that name, %PV_INT_NULL when there is none */
static gboolean
find_by_name (PvImportContext *ctx, const char *nom, gint64 *id, GError **error)
{
  GPtrArray *rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_GRILLE, PV_COLUMN_GRILLE_NOM,
                                          nom, 0, error);
  gint64 version = 0;

  *id = PV_INT_NULL;
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (row->numbers[PV_COLUMN_GRILLE_VERSION] <= version)
        continue;
      version = row->numbers[PV_COLUMN_GRILLE_VERSION];
      *id = row->id;
    }
  pv_import_rows_free (rows, PV_IMPORT_TABLE_GRILLE);

  return TRUE;
}

/* A grid of that name is another one: a number tells them apart. */
static char *
find_free_name (PvImportContext *ctx, const char *nom, GError **error)
{
  g_autofree char *free_name = g_strdup (nom);

  for (guint i = 2;; i++)
    {
      gint64 id;

      if (!find_by_name (ctx, free_name, &id, error))
        return NULL;
      if (id == PV_INT_NULL)
        return g_steal_pointer (&free_name);
      g_free (free_name);
      free_name = g_strdup_printf ("%s (%u)", nom, i);
    }
}

static gboolean
attach (PvImportContext *ctx, gint64 appel, gint64 grille, GError **error)
{
  PvImportFields lien;

  pv_import_fields_init (&lien);
  pv_import_fields_set_int (&lien, PV_COLUMN_APPEL_GRILLE, grille);

  return pv_import_store_update (ctx->store, PV_IMPORT_TABLE_APPEL, appel, &lien, error);
}

static gboolean
make_grille (PvImportContext *ctx,
             const PvImportFields *appel,
             const char *wanted,
             PvImportGrille *grille,
             GError **error)
{
  g_autofree char *ours = g_strdup_printf ("Grille · %s", appel->texts[PV_COLUMN_APPEL_LIBELLE]);
  g_autofree char *nom = find_free_name (ctx, wanted != NULL ? wanted : ours, error);
  PvImportFields fields;

  if (nom == NULL)
    return FALSE;

  pv_import_fields_init (&fields);
  pv_import_fields_set_text (&fields, PV_COLUMN_GRILLE_NOM, nom);
  pv_import_fields_set_int (&fields, PV_COLUMN_GRILLE_VERSION, 1);
  pv_import_fields_set_int (&fields, PV_COLUMN_GRILLE_GELEE, 0);
  pv_import_fields_set_text (&fields, PV_COLUMN_GRILLE_SOURCE, "Table de notes importée");
  if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_GRILLE, &fields, error))
    return FALSE;

  grille->id = fields.id;
  return TRUE;
}

static gboolean
describes_grid (const PvImportRecord *record)
{
  const PvImportPart *part = g_ptr_array_index (record->parts, 0);

  return part->mapping->column_of[PV_FIELD_CRITERE_MAXIMUM] >= 0;
}

gboolean
pv_import_grille_find (PvImportContext *ctx,
                       const PvImportRecord *record,
                       gint64 appel_id,
                       PvImportGrille **found,
                       GError **error)
{
  const PvImportFields *appel = get_appel (ctx, appel_id);
  const char *nom = pv_import_record_get_text (record, PV_FIELD_GRILLE);
  gint64 id = appel->numbers[PV_COLUMN_APPEL_GRILLE];
  gint64 named = PV_INT_NULL;
  PvImportGrille *grille;

  *found = g_hash_table_lookup (ctx->notes->grilles, &appel_id);
  if (*found != NULL && (*found)->attachee)
    return TRUE;
  *found = NULL; /* the rows before named it, and none was accepted */
  if (id == PV_INT_NULL && nom != NULL && !find_by_name (ctx, nom, &named, error))
    return FALSE;
  if (id == PV_INT_NULL && named == PV_INT_NULL && !describes_grid (record))
    return TRUE;

  *found = grille = g_new0 (PvImportGrille, 1);
  grille->criteres = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  grille->id = id != PV_INT_NULL ? id : named;
  grille->attachee = id != PV_INT_NULL;
  grille->ours = grille->id == PV_INT_NULL;
  g_hash_table_replace (ctx->notes->grilles, g_memdup2 (&appel_id, sizeof appel_id), grille);

  return grille->ours || load_criteres (ctx, grille, error);
}

/* Returns: what is wrong, as a code, or %NULL */
static const char *
check_new_critere (gint64 maximum, gint64 poids)
{
  if (maximum == PV_INT_NULL || maximum < 1 || maximum > PV_CRITERE_MAXIMUM_MAX)
    return "maximum-hors-bornes";

  return poids != PV_INT_NULL && (poids < 0 || poids > PV_CRITERE_POIDS_MAX) ? "poids-hors-bornes"
                                                                             : NULL;
}

gboolean
pv_import_critere_find (PvImportContext *ctx,
                        const PvImportRecord *record,
                        const PvImportGrille *grille,
                        PvImportCritere *critere,
                        gboolean *good)
{
  const char *libelle = pv_import_record_get_text (record, PV_FIELD_CRITERE);
  gint64 maximum = pv_import_record_get_number (record, PV_FIELD_CRITERE_MAXIMUM);
  gint64 poids = pv_import_record_get_number (record, PV_FIELD_CRITERE_POIDS);
  const char *wrong;
  const PvImportCritere *known =
      g_hash_table_lookup (grille->criteres, pv_registry_fold (ctx->registry, libelle));

  *good = FALSE;
  if (known == NULL && !grille->ours)
    return pv_import_notes_reject (
        ctx, record, PV_FIELD_CRITERE, "critere-inconnu",
        g_strdup (_ ("The grid of the appel has no such criterion: write it as the grid "
                     "does, or change the grid first.")));
  wrong = known == NULL ? check_new_critere (maximum, poids) : NULL;
  if (wrong != NULL)
    return pv_import_notes_reject (
        ctx, record, *wrong == 'p' ? PV_FIELD_CRITERE_POIDS : PV_FIELD_CRITERE_MAXIMUM, wrong,
        g_strdup (_ ("A new criterion needs a highest mark from 1 to 100 and a weight "
                     "from 0 to 100.")));
  if (known != NULL && maximum != PV_INT_NULL && maximum != known->maximum)
    return pv_import_notes_reject (
        ctx, record, PV_FIELD_CRITERE_MAXIMUM, "maximum-different",
        g_strdup_printf (
            _ ("The grid marks this criterion out of %" PRId64 ": the mark is left out."),
            known->maximum));

  *good = TRUE;
  *critere = known != NULL ? *known : (PvImportCritere){ PV_INT_NULL, maximum, TRUE };
  return TRUE;
}

static gboolean
freeze (PvImportContext *ctx, PvImportGrille *grille, GError **error)
{
  PvImportFields fields;

  if (grille->gelee)
    return TRUE;

  grille->gelee = TRUE;
  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_GRILLE_GELEE, 1);

  return pv_import_store_update (ctx->store, PV_IMPORT_TABLE_GRILLE, grille->id, &fields, error);
}

static gboolean
make_critere (PvImportContext *ctx,
              const PvImportRecord *record,
              PvImportGrille *grille,
              PvImportCritere *critere,
              GError **error)
{
  const char *libelle = pv_import_record_get_text (record, PV_FIELD_CRITERE);
  gint64 poids = pv_import_record_get_number (record, PV_FIELD_CRITERE_POIDS);
  PvImportFields fields;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_GRILLE, grille->id);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_ORDRE,
                            g_hash_table_size (grille->criteres) + 1);
  pv_import_fields_set_text (&fields, PV_COLUMN_CRITERE_LIBELLE, libelle);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_POIDS,
                            poids == PV_INT_NULL ? POIDS_PAR_DEFAUT : poids);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_MAXIMUM, critere->maximum);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_SANS_OBJET, 1);
  if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_CRITERE, &fields, error))
    return FALSE;

  critere->id = fields.id;
  add_critere (ctx, grille, libelle, critere);

  return TRUE;
}

gboolean
pv_import_critere_ensure (PvImportContext *ctx,
                          const PvImportRecord *record,
                          gint64 appel,
                          PvImportGrille *grille,
                          PvImportCritere *critere,
                          GError **error)
{
  const char *nom = pv_import_record_get_text (record, PV_FIELD_GRILLE);

  if (grille->id == PV_INT_NULL && !make_grille (ctx, get_appel (ctx, appel), nom, grille, error))
    return FALSE;
  if (!grille->attachee && !attach (ctx, appel, grille->id, error))
    return FALSE;
  grille->attachee = TRUE;

  return (critere->id != PV_INT_NULL || make_critere (ctx, record, grille, critere, error)) &&
         freeze (ctx, grille, error);
}
