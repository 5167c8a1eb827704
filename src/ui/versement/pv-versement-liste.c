/* pv-versement-liste.c: the rows of the list of payments, read when they are shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-liste.h"

#include <gtk/gtk.h>

/* A list view holds about 205 rows; beyond, those nobody holds are forgotten. */
#define MAX_KEPT 400

/* --- a row --------------------------------------------------------------------------------- */

struct _PvVersementItem
{
  GObject parent_instance;

  PvVersementSuivi suivi;
  PvVersementLigne *ligne;
  guint revision;
};

enum
{
  PROP_REVISION = 1,
};

static GParamSpec *revision_property;

G_DEFINE_FINAL_TYPE (PvVersementItem, pv_versement_item, G_TYPE_OBJECT)

static void
pv_versement_item_finalize (GObject *object)
{
  pv_versement_ligne_free (PV_VERSEMENT_ITEM (object)->ligne);

  G_OBJECT_CLASS (pv_versement_item_parent_class)->finalize (object);
}

static void
pv_versement_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, PV_VERSEMENT_ITEM (object)->revision);
}

static void
pv_versement_item_class_init (PvVersementItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pv_versement_item_finalize;
  object_class->get_property = pv_versement_item_get_property;
  revision_property = g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_REVISION, revision_property);
}

static void
pv_versement_item_init (PvVersementItem *self)
{
}

const PvVersementSuivi *
pv_versement_item_get_suivi (PvVersementItem *self)
{
  g_return_val_if_fail (PV_IS_VERSEMENT_ITEM (self), NULL);

  return &self->suivi;
}

const PvVersementLigne *
pv_versement_item_get_ligne (PvVersementItem *self)
{
  g_return_val_if_fail (PV_IS_VERSEMENT_ITEM (self), NULL);

  return self->ligne;
}

/* --- the list ------------------------------------------------------------------------------ */

struct _PvVersementListe
{
  GObject parent_instance;

  PvContext *context;
  GArray *lignes;   /* of PvVersementSuivi */
  GHashTable *kept; /* of PvVersementItem, by key of the financement */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PvVersementListe,
                               pv_versement_liste,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
read_item (PvVersementListe *self, PvVersementItem *item, const PvVersementSuivi *suivi)
{
  item->suivi = *suivi;
  pv_versement_ligne_free (item->ligne);
  item->ligne =
      pv_versement_ligne_load (pv_context_get_reader (self->context), suivi->financement_id, NULL);
  item->revision++;
  g_object_notify_by_pspec (G_OBJECT (item), revision_property);
}

/* Those the view does not hold. */
static void
forget (PvVersementListe *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (G_OBJECT (item)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
}

static GType
get_item_type (GListModel *model)
{
  return PV_TYPE_VERSEMENT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PV_VERSEMENT_LISTE (model)->lignes->len;
}

static const PvVersementSuivi *
get_at (const GArray *lignes, guint position)
{
  return &g_array_index (lignes, PvVersementSuivi, position);
}

static gpointer
get_item (GListModel *model, guint position)
{
  PvVersementListe *self = PV_VERSEMENT_LISTE (model);
  const PvVersementSuivi *suivi =
      position < self->lignes->len ? get_at (self->lignes, position) : NULL;
  PvVersementItem *item =
      suivi != NULL ? g_hash_table_lookup (self->kept, &suivi->financement_id) : NULL;

  if (suivi == NULL)
    return NULL;
  if (item == NULL)
    {
      if (g_hash_table_size (self->kept) >= MAX_KEPT)
        forget (self);
      item = g_object_new (PV_TYPE_VERSEMENT_ITEM, NULL);
      g_hash_table_insert (self->kept,
                           g_memdup2 (&suivi->financement_id, sizeof suivi->financement_id), item);
      read_item (self, item, suivi);
    }

  return g_object_ref (item);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pv_versement_liste_finalize (GObject *object)
{
  PvVersementListe *self = PV_VERSEMENT_LISTE (object);

  g_hash_table_unref (self->kept);
  g_array_unref (self->lignes);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_versement_liste_parent_class)->finalize (object);
}

static void
pv_versement_liste_class_init (PvVersementListeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_versement_liste_finalize;
}

static void
pv_versement_liste_init (PvVersementListe *self)
{
  self->lignes = g_array_new (FALSE, FALSE, sizeof (PvVersementSuivi));
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

PvVersementListe *
pv_versement_liste_new (PvContext *context)
{
  PvVersementListe *self = g_object_new (PV_TYPE_VERSEMENT_LISTE, NULL);

  self->context = g_object_ref (context);

  return self;
}

static void
read_again (PvVersementListe *self)
{
  forget (self);
  if (g_hash_table_size (self->kept) == 0)
    return;
  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvVersementSuivi *suivi = get_at (self->lignes, i);
      PvVersementItem *item = g_hash_table_lookup (self->kept, &suivi->financement_id);

      if (item != NULL)
        read_item (self, item, suivi);
    }
}

static GArray *
without_middle (const GArray *lignes, guint start, guint end)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (PvVersementSuivi));

  g_array_append_vals (rest, lignes->data, start);
  g_array_append_vals (rest, lignes->data + (lignes->len - end) * sizeof (PvVersementSuivi), end);

  return rest;
}

static gboolean
is_same (const GArray *a, guint i, const GArray *b, guint j)
{
  return get_at (a, i)->financement_id == get_at (b, j)->financement_id;
}

/* Only what differs between the rows that stay is told: the selection and the scroll stay.
 * Much is told in two steps: GTK asks for every row of what is replaced. */
static void
replace_lignes (PvVersementListe *self, GArray *lignes)
{
  g_autoptr (GArray) before = self->lignes;
  guint old = before->len, new = lignes->len, start = 0, end = 0;

  while (start < MIN (old, new) && is_same (before, start, lignes, start))
    start++;
  while (end < MIN (old, new) - start && is_same (before, old - 1 - end, lignes, new - 1 - end))
    end++;

  old -= start + end;
  new -= start + end;
  if (old > 0 && new > 0 && old + new > MAX_KEPT)
    {
      g_autoptr (GArray) rest = without_middle (before, start, end);

      self->lignes = rest;
      g_list_model_items_changed (G_LIST_MODEL (self), start, old, 0);
      old = 0;
    }
  self->lignes = lignes;
  if (old > 0 || new > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old, new);
}

void
pv_versement_liste_take (PvVersementListe *self, GArray *lignes)
{
  g_return_if_fail (PV_IS_VERSEMENT_LISTE (self));

  replace_lignes (self, lignes);
  read_again (self);
}

const PvVersementSuivi *
pv_versement_liste_get_suivi (PvVersementListe *self, guint position)
{
  g_return_val_if_fail (PV_IS_VERSEMENT_LISTE (self), NULL);
  g_return_val_if_fail (position < self->lignes->len, NULL);

  return get_at (self->lignes, position);
}
