/* pv-import-noeuds.c: the axes and objectives of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-names.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 exercice;
} NoeudHint;

static gboolean
knows_noeud_cb (PvImportContext *ctx, const char *name, gpointer data)
{
  return pv_registry_find_noeud (ctx->registry, name, ((NoeudHint *)data)->exercice) != PV_INT_NULL;
}

static void
read_noeuds (PvImportContext *ctx,
             const PvImportRecord *record,
             PvFieldId field,
             gint64 exercice,
             GArray *found,
             GString *unknown)
{
  const char *text = pv_import_record_get_text (record, field);
  NoeudHint hint = { exercice };
  g_autoptr (GArray) items =
      text != NULL ? pv_import_names_read (ctx, text, knows_noeud_cb, &hint) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const char *name = g_array_index (items, PvImportName, i).name;
      gint64 id = pv_registry_find_noeud (ctx->registry, name, exercice);

      if (id != PV_INT_NULL)
        {
          g_array_append_val (found, id);
          continue;
        }
      pv_import_names_add_unknown (unknown, name);
      pv_import_names_tell_unknown (
          ctx, record, field, "axe-inconnu", name,
          _ ("No axis or objective of the file has this code or label: kept as stated."));
    }
}

static void
add_noeud (GArray *wanted, gint64 noeud, gboolean principal)
{
  PvImportFields fields;

  for (guint i = 0; i < wanted->len; i++)
    {
      if (g_array_index (wanted, PvImportFields, i).numbers[PV_COLUMN_NOEUD_NOEUD] == noeud)
        return;
    }

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_NOEUD_NOEUD, noeud);
  pv_import_fields_set_int (&fields, PV_COLUMN_NOEUD_PRINCIPAL, principal);
  g_array_append_val (wanted, fields);
}

/* The principal node is the objective when it lies under the axis, else the axis. */
static gint64
choose_principal (PvImportContext *ctx, GArray *axes, GArray *objectifs)
{
  gint64 axe = axes->len > 0 ? g_array_index (axes, gint64, 0) : PV_INT_NULL;
  gint64 objectif = objectifs->len > 0 ? g_array_index (objectifs, gint64, 0) : PV_INT_NULL;

  if (axe == PV_INT_NULL)
    return objectif;

  return objectif != PV_INT_NULL && pv_registry_root_of (ctx->registry, objectif) ==
                                        pv_registry_root_of (ctx->registry, axe)
             ? objectif
             : axe;
}

GArray *
pv_import_read_noeuds (PvImportContext *ctx,
                       const PvImportRecord *record,
                       gint64 exercice,
                       GString *unknown)
{
  g_autoptr (GArray) wanted = NULL;
  g_autoptr (GArray) axes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) objectifs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 principal;

  if (pv_import_record_get (record, PV_FIELD_AXE)->state == PV_VALUE_ABSENT &&
      pv_import_record_get (record, PV_FIELD_OBJECTIF)->state == PV_VALUE_ABSENT)
    return NULL;

  read_noeuds (ctx, record, PV_FIELD_AXE, exercice, axes, unknown);
  read_noeuds (ctx, record, PV_FIELD_OBJECTIF, exercice, objectifs, unknown);
  principal = choose_principal (ctx, axes, objectifs);

  wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  if (principal != PV_INT_NULL)
    add_noeud (wanted, principal, TRUE);
  for (guint i = 0; i < objectifs->len; i++)
    add_noeud (wanted, g_array_index (objectifs, gint64, i), FALSE);
  for (guint i = 0; i < axes->len; i++)
    {
      gint64 axe = g_array_index (axes, gint64, i);

      if (pv_registry_root_of (ctx->registry, principal) != axe)
        add_noeud (wanted, axe, FALSE);
    }

  return g_steal_pointer (&wanted);
}

gboolean
pv_import_write_noeuds (PvImportContext *ctx,
                        const PvImportRecord *record,
                        gint64 dossier,
                        gboolean existing,
                        GArray *wanted,
                        GError **error)
{
  static const int keys[] = { PV_COLUMN_NOEUD_NOEUD, PV_COLUMN_NOEUD_PRINCIPAL };
  PvImportPlace place;

  if (wanted == NULL)
    return TRUE;

  pv_import_children_set_parent (wanted, dossier);
  pv_import_record_place (record, PV_FIELD_AXE, &place);
  return pv_import_children_replace (ctx, PV_IMPORT_TABLE_NOEUD, dossier, existing, wanted, keys,
                                     G_N_ELEMENTS (keys), &place, error);
}
