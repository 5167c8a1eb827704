/* pv-import-territoires.c: the quarters and communes of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-names.h"

#include <glib/gi18n-lib.h>

static gboolean
knows_commune_cb (PvImportContext *ctx, const char *name, gpointer data)
{
  return pv_registry_find_commune (ctx->registry, name) != PV_INT_NULL;
}

typedef struct
{
  const GArray *communes;
  gint64 exercice;
} QuartierHint;

static gboolean
knows_quartier_cb (PvImportContext *ctx, const char *name, gpointer data)
{
  const QuartierHint *hint = data;

  return pv_registry_find_quartier (ctx->registry, name, hint->communes, hint->exercice) !=
         PV_INT_NULL;
}

static void
add_territoire (GArray *wanted, gint64 quartier, gint64 commune, gint64 share)
{
  PvImportFields fields;

  for (guint i = 0; i < wanted->len; i++)
    {
      const PvImportFields *other = &g_array_index (wanted, PvImportFields, i);

      if (other->numbers[PV_COLUMN_TERRITOIRE_QUARTIER] == quartier &&
          other->numbers[PV_COLUMN_TERRITOIRE_COMMUNE] == commune)
        return;
    }

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_TERRITOIRE_QUARTIER, quartier);
  pv_import_fields_set_int (&fields, PV_COLUMN_TERRITOIRE_COMMUNE, commune);
  pv_import_fields_set_int (&fields, PV_COLUMN_TERRITOIRE_PART, share);
  g_array_append_val (wanted, fields);
}

static gboolean
has_commune (const GArray *communes, gint64 commune)
{
  for (guint i = 0; communes != NULL && i < communes->len; i++)
    {
      if (g_array_index (communes, gint64, i) == commune)
        return TRUE;
    }

  return FALSE;
}

static void
read_quartiers (PvImportContext *ctx,
                const PvImportRecord *record,
                gint64 exercice,
                GArray *communes,
                GArray *wanted,
                GString *unknown)
{
  const char *text = pv_import_record_get_text (record, PV_FIELD_QUARTIERS);
  QuartierHint hint = { communes, exercice };
  g_autoptr (GArray) items =
      text != NULL ? pv_import_names_read (ctx, text, knows_quartier_cb, &hint) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const PvImportName *item = &g_array_index (items, PvImportName, i);
      gint64 id = pv_registry_find_quartier (ctx->registry, item->name, communes, exercice);

      if (id != PV_INT_NULL)
        {
          add_territoire (wanted, id, PV_INT_NULL, item->share);
          continue;
        }
      pv_import_names_add_unknown (unknown, item->name);
      pv_import_names_tell_unknown (ctx, record, PV_FIELD_QUARTIERS, "quartier-inconnu", item->name,
                                    _ ("The file knows no such quarter: kept as stated."));
    }
}

/* The communes of a quarter that the row states. */
static GArray *
find_stated (PvImportContext *ctx, gint64 quartier, const GArray *communes)
{
  const GArray *all = pv_registry_quartier_get_communes (ctx->registry, quartier);
  GArray *stated = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      gint64 commune = g_array_index (all, gint64, i);

      if (has_commune (communes, commune))
        g_array_append_val (stated, commune);
    }

  return stated;
}

/* Then they say no more than the quarter. */
static gboolean
is_all_of (PvImportContext *ctx, const GArray *stated, gint64 quartier)
{
  const GArray *all = pv_registry_quartier_get_communes (ctx->registry, quartier);

  return all == NULL || stated->len == all->len;
}

/* Whether another quarter of the row can only lie in this commune. */
static gboolean
is_of_another (PvImportContext *ctx,
               const GArray *quartiers,
               guint index,
               const GArray *communes,
               gint64 commune)
{
  for (guint i = 0; i < quartiers->len; i++)
    {
      const PvImportFields *other = &g_array_index (quartiers, PvImportFields, i);
      g_autoptr (GArray) stated =
          find_stated (ctx, other->numbers[PV_COLUMN_TERRITOIRE_QUARTIER], communes);

      if (i != index && stated->len == 1 && g_array_index (stated, gint64, 0) == commune)
        return TRUE;
    }

  return FALSE;
}

/* Where the quarter lies, when the row says it: the communes of it that are stated, less those
 * that stand there for another quarter. */
static GArray *
find_places (PvImportContext *ctx, const GArray *quartiers, guint index, const GArray *communes)
{
  gint64 quartier =
      g_array_index (quartiers, PvImportFields, index).numbers[PV_COLUMN_TERRITOIRE_QUARTIER];
  g_autoptr (GArray) stated = find_stated (ctx, quartier, communes);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (is_all_of (ctx, stated, quartier))
    return places;

  for (guint i = 0; i < stated->len; i++)
    {
      gint64 commune = g_array_index (stated, gint64, i);

      if (!is_of_another (ctx, quartiers, index, communes, commune))
        g_array_append_val (places, commune);
    }
  if (places->len == 0)
    g_array_append_vals (places, stated->data, stated->len);

  return places;
}

static void
place_quartiers (PvImportContext *ctx,
                 const GArray *quartiers,
                 const GArray *communes,
                 GArray *wanted)
{
  for (guint i = 0; i < quartiers->len; i++)
    {
      const PvImportFields *row = &g_array_index (quartiers, PvImportFields, i);
      gint64 quartier = row->numbers[PV_COLUMN_TERRITOIRE_QUARTIER];
      gint64 share = row->numbers[PV_COLUMN_TERRITOIRE_PART];
      g_autoptr (GArray) places = find_places (ctx, quartiers, i, communes);

      /* Nothing tells how its share divides between several communes. */
      if (places->len == 0 || (places->len > 1 && share != PV_INT_NULL))
        add_territoire (wanted, quartier, PV_INT_NULL, share);
      else
        {
          for (guint c = 0; c < places->len; c++)
            add_territoire (wanted, quartier, g_array_index (places, gint64, c), share);
        }
    }
}

typedef enum
{
  COMMUNE_ELSEWHERE, /* in no quarter of the row */
  COMMUNE_UNTOLD,    /* in one whose row cannot bear it */
  COMMUNE_TOLD,
} CommunePlace;

static CommunePlace
place_commune (PvImportContext *ctx, GArray *wanted, const GArray *communes, gint64 commune)
{
  CommunePlace place = COMMUNE_ELSEWHERE;

  for (guint i = 0; i < wanted->len; i++)
    {
      const gint64 *numbers = g_array_index (wanted, PvImportFields, i).numbers;
      gint64 quartier = numbers[PV_COLUMN_TERRITOIRE_QUARTIER];
      g_autoptr (GArray) stated = NULL;

      if (numbers[PV_COLUMN_TERRITOIRE_COMMUNE] == commune)
        return COMMUNE_TOLD;
      if (!has_commune (pv_registry_quartier_get_communes (ctx->registry, quartier), commune))
        continue;
      stated = find_stated (ctx, quartier, communes);
      if (is_all_of (ctx, stated, quartier))
        return COMMUNE_TOLD;
      place = COMMUNE_UNTOLD;
    }

  return place;
}

static GArray *
read_communes (PvImportContext *ctx,
               const PvImportRecord *record,
               GArray *communes,
               GString *unknown)
{
  const char *text = pv_import_record_get_text (record, PV_FIELD_COMMUNES);
  GArray *items = text != NULL ? pv_import_names_read (ctx, text, knows_commune_cb, NULL) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const PvImportName *item = &g_array_index (items, PvImportName, i);
      gint64 id = pv_registry_find_commune (ctx->registry, item->name);

      if (id != PV_INT_NULL)
        {
          g_array_append_val (communes, id);
          continue;
        }
      pv_import_names_add_unknown (unknown, item->name);
      pv_import_names_tell_unknown (ctx, record, PV_FIELD_COMMUNES, "commune-inconnue", item->name,
                                    _ ("The file knows no such commune: kept as stated."));
    }

  return items;
}

/* What the row's quarters do not say of its communes. */
static void
place_communes (PvImportContext *ctx,
                GArray *items,
                const GArray *communes,
                GArray *wanted,
                GString *unknown)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const PvImportName *item = &g_array_index (items, PvImportName, i);
      gint64 id = pv_registry_find_commune (ctx->registry, item->name);
      CommunePlace place;

      if (id == PV_INT_NULL)
        continue;
      place = place_commune (ctx, wanted, communes, id);
      if (place == COMMUNE_ELSEWHERE)
        add_territoire (wanted, PV_INT_NULL, id, item->share);
      else if (place == COMMUNE_UNTOLD)
        pv_import_names_add_unknown (unknown, item->name);
    }
}

GArray *
pv_import_read_territoires (PvImportContext *ctx,
                            const PvImportRecord *record,
                            gint64 exercice,
                            GArray *communes,
                            GString *unknown)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  g_autoptr (GArray) quartiers = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  g_autoptr (GArray) items = read_communes (ctx, record, communes, unknown);
  const char *stated = pv_import_record_get_text (record, PV_FIELD_TERRITOIRE);

  if (stated != NULL)
    pv_import_names_add_unknown (unknown, stated);
  if (pv_import_record_get (record, PV_FIELD_COMMUNES)->state == PV_VALUE_ABSENT &&
      pv_import_record_get (record, PV_FIELD_QUARTIERS)->state == PV_VALUE_ABSENT)
    return NULL;

  read_quartiers (ctx, record, exercice, communes, quartiers, unknown);
  place_quartiers (ctx, quartiers, communes, wanted);
  place_communes (ctx, items, communes, wanted, unknown);
  return g_steal_pointer (&wanted);
}

gboolean
pv_import_write_territoires (PvImportContext *ctx,
                             const PvImportRecord *record,
                             gint64 dossier,
                             gboolean existing,
                             GArray *wanted,
                             GError **error)
{
  static const int keys[] = { PV_COLUMN_TERRITOIRE_QUARTIER, PV_COLUMN_TERRITOIRE_COMMUNE,
                              PV_COLUMN_TERRITOIRE_PART };
  PvImportPlace place;

  if (wanted == NULL)
    return TRUE;

  pv_import_children_set_parent (wanted, dossier);
  pv_import_record_place (record, PV_FIELD_QUARTIERS, &place);
  return pv_import_children_replace (ctx, PV_IMPORT_TABLE_TERRITOIRE, dossier, existing, wanted,
                                     keys, G_N_ELEMENTS (keys), &place, error);
}
