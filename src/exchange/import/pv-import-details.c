/* pv-import-details.c: places, axes, budget, avis and marks of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-text.h"

/* --- lists of names --- */

/* A name of a list, with its share when it has one. */
typedef struct
{
  char *name;
  gint64 share;
} Item;

static void
item_clear (gpointer data)
{
  g_free (((Item *)data)->name);
}

/* `Pont de Bois 50 %` → `Pont de Bois`, 5000. */
static gint64
take_share (char *text)
{
  gsize length = strlen (text);
  char *start;
  gint64 share = PV_INT_NULL;

  if (length == 0 || text[length - 1] != '%')
    return PV_INT_NULL;
  start = text + length - 1;
  while (start > text && strchr ("0123456789,. ", start[-1]) != NULL)
    start--;
  while (start > text && start[-1] == ' ')
    start--;
  if (!pv_number_parse_percent (start, PV_NUMBER_STYLE_AUTO, PV_PERCENT_UNIT_POINTS, &share, NULL,
                                NULL) ||
      share < 0 || share > 10000)
    return PV_INT_NULL;

  *start = '\0';
  g_strchomp (g_strdelimit (start > text ? start - 1 : start, ":(", ' '));
  g_strstrip (text);
  return share;
}

static void
split_list (const char *text, const char *delimiters, GArray *items)
{
  g_auto (GStrv) parts = g_strsplit_set (text, delimiters, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      Item item = { pv_text_clean (parts[i], FALSE), PV_INT_NULL };

      item.share = take_share (item.name);
      if (*item.name == '\0')
        g_free (item.name);
      else
        g_array_append_val (items, item);
    }
}

typedef gboolean (*KnownFunc) (PvImportContext *ctx, const char *name, gpointer data);

/* Separated by `;` or line breaks; by commas or slashes when that gives a single name which is
 * not known as it stands. */
static GArray *
read_list (PvImportContext *ctx, const char *text, KnownFunc known, gpointer data)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_array_set_clear_func (items, item_clear);
  split_list (text, ";\n|", items);
  if (items->len == 1 && strpbrk (text, ",/") != NULL &&
      !known (ctx, g_array_index (items, Item, 0).name, data))
    {
      g_array_set_size (items, 0);
      split_list (text, ",/", items);
    }

  return items;
}

static void
add_unknown (GString *unknown, const char *name)
{
  g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? " ; " : "", name);
}

static void
tell_unknown (PvImportContext *ctx,
              const PvImportRecord *record,
              PvFieldId field,
              const char *code,
              const char *name,
              const char *text)
{
  PvImportPlace place;

  pv_import_record_place (record, field, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_INFO, &place, code, name, g_strdup (text));
}

/* The key of the dossier, which was not known when the row was read. */
static void
set_parent (GArray *wanted, gint64 dossier)
{
  for (guint i = 0; i < wanted->len; i++)
    pv_import_fields_set_int (&g_array_index (wanted, PvImportFields, i), 0, dossier);
}

/* --- territories --- */

static gboolean
knows_commune (PvImportContext *ctx, const char *name, gpointer data)
{
  return pv_registry_find_commune (ctx->registry, name) != PV_INT_NULL;
}

typedef struct
{
  const GArray *communes;
  gint64 exercice;
} QuartierHint;

static gboolean
knows_quartier (PvImportContext *ctx, const char *name, gpointer data)
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
  g_autoptr (GArray) items = text != NULL ? read_list (ctx, text, knows_quartier, &hint) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      gint64 id = pv_registry_find_quartier (ctx->registry, item->name, communes, exercice);

      if (id != PV_INT_NULL)
        {
          add_territoire (wanted, id, PV_INT_NULL, item->share);
          continue;
        }
      add_unknown (unknown, item->name);
      tell_unknown (ctx, record, PV_FIELD_QUARTIERS, "quartier-inconnu", item->name,
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
  GArray *items = text != NULL ? read_list (ctx, text, knows_commune, NULL) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      gint64 id = pv_registry_find_commune (ctx->registry, item->name);

      if (id != PV_INT_NULL)
        {
          g_array_append_val (communes, id);
          continue;
        }
      add_unknown (unknown, item->name);
      tell_unknown (ctx, record, PV_FIELD_COMMUNES, "commune-inconnue", item->name,
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
      const Item *item = &g_array_index (items, Item, i);
      gint64 id = pv_registry_find_commune (ctx->registry, item->name);
      CommunePlace place;

      if (id == PV_INT_NULL)
        continue;
      place = place_commune (ctx, wanted, communes, id);
      if (place == COMMUNE_ELSEWHERE)
        add_territoire (wanted, PV_INT_NULL, id, item->share);
      else if (place == COMMUNE_UNTOLD)
        add_unknown (unknown, item->name);
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
    add_unknown (unknown, stated);
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

  set_parent (wanted, dossier);
  pv_import_record_place (record, PV_FIELD_QUARTIERS, &place);
  return pv_import_children_replace (ctx, PV_IMPORT_TABLE_TERRITOIRE, dossier, existing, wanted,
                                     keys, G_N_ELEMENTS (keys), &place, error);
}

/* --- axes --- */

typedef struct
{
  gint64 exercice;
} NoeudHint;

static gboolean
knows_noeud (PvImportContext *ctx, const char *name, gpointer data)
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
  g_autoptr (GArray) items = text != NULL ? read_list (ctx, text, knows_noeud, &hint) : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const char *name = g_array_index (items, Item, i).name;
      gint64 id = pv_registry_find_noeud (ctx->registry, name, exercice);

      if (id != PV_INT_NULL)
        {
          g_array_append_val (found, id);
          continue;
        }
      add_unknown (unknown, name);
      tell_unknown (ctx, record, field, "axe-inconnu", name,
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

  set_parent (wanted, dossier);
  pv_import_record_place (record, PV_FIELD_AXE, &place);
  return pv_import_children_replace (ctx, PV_IMPORT_TABLE_NOEUD, dossier, existing, wanted, keys,
                                     G_N_ELEMENTS (keys), &place, error);
}

/* --- budget --- */

static gboolean
has_compte (GArray *wanted, gint64 compte)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (g_array_index (wanted, PvImportFields, i).numbers[PV_COLUMN_BUDGET_COMPTE] == compte)
        return TRUE;
    }

  return FALSE;
}

gboolean
pv_import_budget (PvImportContext *ctx,
                  const PvImportRecord *record,
                  gint64 dossier,
                  gboolean existing,
                  GError **error)
{
  const PvImportPart *part = g_ptr_array_index (record->parts, 0);
  g_autoptr (GArray) wanted = NULL;
  PvImportPlace place;

  if (part->mapping->column_of[PV_FIELD_BUDGET] < 0)
    return TRUE;

  wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  for (guint i = 0; i < part->mapping->columns->len; i++)
    {
      const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);
      const PvImportValue *value = &part->values[i];
      gint64 compte = PV_INT_NULL;
      PvImportFields fields;

      if (column->field != PV_FIELD_BUDGET || value->state != PV_VALUE_SET)
        continue;
      if (column->detail != NULL)
        compte = pv_registry_compte (ctx->registry, column->detail);
      if (compte == PV_INT_NULL)
        {
          pv_import_part_place (part, i, &place);
          pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "compte-inconnu",
                                 value->raw, g_strdup (_ ("The budget plan has no such account.")));
          continue;
        }
      if (has_compte (wanted, compte))
        {
          pv_import_part_place (part, i, &place);
          pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "compte-double",
                                 value->raw,
                                 g_strdup (_ ("Another column of this row gives the same account "
                                              "of the budget: the first one is kept. Choose which "
                                              "of the two to read.")));
          continue;
        }
      pv_import_fields_init (&fields);
      pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_DOSSIER, dossier);
      pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_COMPTE, compte);
      pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_PREVU, value->number);
      g_array_append_val (wanted, fields);
    }

  pv_import_record_place (record, PV_FIELD_BUDGET, &place);
  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_BUDGET, dossier, existing, wanted,
                                   PV_COLUMN_BUDGET_COMPTE, &place, error);
}

/* --- avis and scores of the institutions --- */

static PvImportFields *
instruction_of (PvImportContext *ctx, GArray *wanted, gint64 dossier, gint64 institution)
{
  PvImportFields fields;

  for (guint i = 0; i < wanted->len; i++)
    {
      PvImportFields *other = &g_array_index (wanted, PvImportFields, i);

      if (other->numbers[PV_COLUMN_INSTRUCTION_INSTITUTION] == institution)
        return other;
    }

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_INSTRUCTION_DOSSIER, dossier);
  pv_import_fields_set_int (&fields, PV_COLUMN_INSTRUCTION_INSTITUTION, institution);
  g_array_append_val (wanted, fields);
  return &g_array_index (wanted, PvImportFields, wanted->len - 1);
}

static gboolean
read_instruction (PvImportContext *ctx,
                  const PvMappedColumn *column,
                  const PvImportValue *value,
                  gint64 dossier,
                  GArray *wanted,
                  GError **error)
{
  PvImportFields *fields;
  gint64 institution = PV_INT_NULL;

  if (value->state != PV_VALUE_SET)
    return TRUE;
  if (!pv_registry_institution (ctx->registry, column->detail != NULL ? column->detail : "Comité",
                                &institution, error))
    return FALSE;

  fields = instruction_of (ctx, wanted, dossier, institution);
  if (column->field == PV_FIELD_AVIS)
    pv_import_fields_set_text (fields, PV_COLUMN_INSTRUCTION_AVIS, value->text);
  else
    pv_import_fields_set_int (fields, PV_COLUMN_INSTRUCTION_SCORE, value->number);
  return TRUE;
}

/* An instruction that is new is submitted now; one that is there keeps its day. */
static void
submit_new (PvImportContext *ctx, GArray *wanted, GPtrArray *rows)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      PvImportFields *fields = &g_array_index (wanted, PvImportFields, i);
      gboolean there = FALSE;

      for (guint r = 0; rows != NULL && r < rows->len; r++)
        there |= ((PvImportFields *)g_ptr_array_index (rows, r))
                     ->numbers[PV_COLUMN_INSTRUCTION_INSTITUTION] ==
                 fields->numbers[PV_COLUMN_INSTRUCTION_INSTITUTION];
      if (there)
        continue;
      pv_import_fields_set_text (fields, PV_COLUMN_INSTRUCTION_ETAT, "soumise");
      pv_import_fields_set_text (fields, PV_COLUMN_INSTRUCTION_SOUMISE, ctx->now);
    }
}

gboolean
pv_import_instructions (PvImportContext *ctx,
                        const PvImportRecord *record,
                        gint64 dossier,
                        gboolean existing,
                        GError **error)
{
  const PvImportPart *part = g_ptr_array_index (record->parts, 0);
  g_autoptr (GArray) wanted = NULL;
  GPtrArray *rows = NULL;
  PvImportPlace place;

  if (part->mapping->column_of[PV_FIELD_AVIS] < 0 && part->mapping->column_of[PV_FIELD_NOTE] < 0)
    return TRUE;

  wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  for (guint i = 0; i < part->mapping->columns->len; i++)
    {
      const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);

      if ((column->field == PV_FIELD_AVIS || column->field == PV_FIELD_NOTE) &&
          !read_instruction (ctx, column, &part->values[i], dossier, wanted, error))
        return FALSE;
    }
  if (existing)
    {
      rows =
          pv_import_store_list (ctx->store, PV_IMPORT_TABLE_INSTRUCTION, 0, NULL, dossier, error);
      if (rows == NULL)
        return FALSE;
    }
  submit_new (ctx, wanted, rows);
  if (rows != NULL)
    pv_import_rows_free (rows, PV_IMPORT_TABLE_INSTRUCTION);

  pv_import_record_place (record, PV_FIELD_AVIS, &place);
  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_INSTRUCTION, dossier, existing, wanted,
                                   PV_COLUMN_INSTRUCTION_INSTITUTION, &place, error);
}

gboolean
pv_import_marqueur (PvImportContext *ctx,
                    const PvImportRecord *record,
                    gint64 dossier,
                    gboolean existing,
                    GError **error)
{
  const PvImportValue *value = pv_import_record_get (record, PV_FIELD_MARQUEUR);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  PvImportFields fields;
  PvImportPlace place;
  gint64 axe = PV_INT_NULL;

  if (value->state != PV_VALUE_SET)
    return TRUE;
  pv_import_record_place (record, PV_FIELD_MARQUEUR, &place);
  if (value->number > 2)
    {
      pv_import_report_take (ctx->report, PV_IMPORT_ERROR, &place, "marqueur-invalide", value->raw,
                             g_strdup (_ ("A mark is 0, 1 or 2.")));
      return TRUE;
    }
  if (!pv_registry_axe (ctx->registry, "egalite", "Égalité entre les femmes et les hommes", &axe,
                        error))
    return FALSE;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_MARQUEUR_DOSSIER, dossier);
  pv_import_fields_set_int (&fields, PV_COLUMN_MARQUEUR_AXE, axe);
  pv_import_fields_set_int (&fields, PV_COLUMN_MARQUEUR_VALEUR, value->number);
  if (pv_import_record_get (record, PV_FIELD_MARQUEUR_MOTIF)->state != PV_VALUE_ABSENT)
    pv_import_fields_set_text (&fields, PV_COLUMN_MARQUEUR_JUSTIFICATION,
                               pv_import_record_get_text (record, PV_FIELD_MARQUEUR_MOTIF));
  g_array_append_val (wanted, fields);
  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_MARQUEUR, dossier, existing, wanted,
                                   PV_COLUMN_MARQUEUR_AXE, &place, error);
}

/* --- avis of services, one per row of a sheet that details --- */

static const char *
text_of (const PvImportPart *part, PvFieldId field)
{
  int column = part->mapping->column_of[field];

  return column >= 0 && part->values[column].state == PV_VALUE_SET ? part->values[column].text
                                                                   : NULL;
}

gboolean
pv_import_avis (PvImportContext *ctx,
                const PvImportRecord *record,
                gint64 dossier,
                gboolean existing,
                GError **error)
{
  static const int keys[] = { PV_COLUMN_AVIS_SERVICE,    PV_COLUMN_AVIS_QUESTION,
                              PV_COLUMN_AVIS_DEMANDE_LE, PV_COLUMN_AVIS_REPONDU_LE,
                              PV_COLUMN_AVIS_AVIS,       PV_COLUMN_AVIS_REPONSE };
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  gboolean any = FALSE;
  PvImportPlace place;

  pv_import_record_place (record, PV_N_FIELDS, &place);
  for (guint i = 0; i < record->parts->len; i++)
    {
      const PvImportPart *part = g_ptr_array_index (record->parts, i);
      const char *service = text_of (part, PV_FIELD_AVIS_SERVICE);
      PvImportFields fields;

      if (part->mapping->column_of[PV_FIELD_AVIS_SERVICE] < 0)
        continue;
      any = TRUE;
      pv_import_fields_init (&fields);
      pv_import_fields_set_int (&fields, PV_COLUMN_AVIS_DOSSIER, dossier);
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_SERVICE,
                                 service != NULL ? service : "Non précisé");
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_QUESTION,
                                 text_of (part, PV_FIELD_AVIS_QUESTION));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_DEMANDE_LE,
                                 text_of (part, PV_FIELD_AVIS_DEMANDE_LE));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_REPONDU_LE,
                                 text_of (part, PV_FIELD_AVIS_REPONDU_LE));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_AVIS,
                                 text_of (part, PV_FIELD_AVIS_OUI_NON));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_REPONSE,
                                 text_of (part, PV_FIELD_AVIS_REPONSE));
      g_array_append_val (wanted, fields);
    }

  return !any || pv_import_children_replace (ctx, PV_IMPORT_TABLE_AVIS, dossier, existing, wanted,
                                             keys, G_N_ELEMENTS (keys), &place, error);
}
