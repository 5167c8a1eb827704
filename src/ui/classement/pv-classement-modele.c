/* pv-classement-modele.c: the rows of a ranking, read by pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-classement-modele.h"

#include <gtk/gtk.h>

#include "dossier/pv-dossier-liste-store.h"

/* Rows read at once, and how many pages are kept: more than a screen of them. */
#define PAGE 64
#define PAGES_KEPT 8

struct _PvClassementRang
{
  GObject parent_instance;

  PvClassement *classement;
  guint position;
  GPtrArray *page; /* of PvDossierResume, may hold NULL */
};

G_DEFINE_FINAL_TYPE (PvClassementRang, pv_classement_rang, G_TYPE_OBJECT)

struct _PvClassementModele
{
  GObject parent_instance;

  PvContext *context; /* not owned: its page is */
  PvClassement *classement;
  GHashTable *pages; /* number of the page → GPtrArray of PvDossierResume */
};

static void pv_classement_modele_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PvClassementModele,
                               pv_classement_modele,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      pv_classement_modele_list_model_init))

/* --- a row --------------------------------------------------------------------------------- */

static void
pv_classement_rang_finalize (GObject *object)
{
  PvClassementRang *self = PV_CLASSEMENT_RANG (object);

  pv_classement_unref (self->classement);
  g_clear_pointer (&self->page, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_classement_rang_parent_class)->finalize (object);
}

static void
pv_classement_rang_class_init (PvClassementRangClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_classement_rang_finalize;
}

static void
pv_classement_rang_init (PvClassementRang *self)
{
}

const PvClassementLigne *
pv_classement_rang_get_ligne (PvClassementRang *self)
{
  g_return_val_if_fail (PV_IS_CLASSEMENT_RANG (self), NULL);

  return &g_array_index (self->classement->lignes, PvClassementLigne, self->position);
}

const PvDossierResume *
pv_classement_rang_get_resume (PvClassementRang *self)
{
  guint place;

  g_return_val_if_fail (PV_IS_CLASSEMENT_RANG (self), NULL);

  place = self->position % PAGE;

  return self->page != NULL && place < self->page->len ? self->page->pdata[place] : NULL;
}

gboolean
pv_classement_rang_is_divergent (PvClassementRang *self)
{
  g_return_val_if_fail (PV_IS_CLASSEMENT_RANG (self), FALSE);

  return pv_classement_is_divergent (self->classement, pv_classement_rang_get_ligne (self));
}

gboolean
pv_classement_rang_is_coupure (PvClassementRang *self)
{
  g_return_val_if_fail (PV_IS_CLASSEMENT_RANG (self), FALSE);

  return self->classement->enveloppe != PV_CENTS_NULL &&
         self->classement->coupure < self->classement->n_classes &&
         self->position == self->classement->coupure;
}

/* --- the rows ------------------------------------------------------------------------------ */

static GPtrArray *
read_page (PvClassementModele *self, guint number)
{
  GPtrArray *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));
  gint64 ids[PAGE];
  guint n = MIN (PAGE, self->classement->lignes->len - number * PAGE);

  if (page != NULL)
    return page;

  for (guint i = 0; i < n; i++)
    ids[i] =
        g_array_index (self->classement->lignes, PvClassementLigne, number * PAGE + i).dossier_id;
  page = pv_dossier_liste_store_lignes (pv_context_get_reader (self->context), ids, n,
                                        PV_ETAPE_PROPOSE, NULL);
  if (page == NULL)
    return NULL;

  if (g_hash_table_size (self->pages) >= PAGES_KEPT)
    g_hash_table_remove_all (self->pages);
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);

  return page;
}

static GType
get_item_type (GListModel *model)
{
  return PV_TYPE_CLASSEMENT_RANG;
}

static guint
get_n_items (GListModel *model)
{
  PvClassementModele *self = PV_CLASSEMENT_MODELE (model);

  return self->classement != NULL ? self->classement->lignes->len : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PvClassementModele *self = PV_CLASSEMENT_MODELE (model);
  PvClassementRang *rang;
  GPtrArray *page;

  if (position >= get_n_items (model))
    return NULL;

  page = read_page (self, position / PAGE);
  rang = g_object_new (PV_TYPE_CLASSEMENT_RANG, NULL);
  rang->classement = pv_classement_ref (self->classement);
  rang->position = position;
  rang->page = page != NULL ? g_ptr_array_ref (page) : NULL;

  return rang;
}

static void
pv_classement_modele_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pv_classement_modele_finalize (GObject *object)
{
  PvClassementModele *self = PV_CLASSEMENT_MODELE (object);

  g_clear_pointer (&self->classement, pv_classement_unref);
  g_hash_table_unref (self->pages);

  G_OBJECT_CLASS (pv_classement_modele_parent_class)->finalize (object);
}

static void
pv_classement_modele_class_init (PvClassementModeleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_classement_modele_finalize;
}

static void
pv_classement_modele_init (PvClassementModele *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
}

PvClassementModele *
pv_classement_modele_new (PvContext *context)
{
  PvClassementModele *self = g_object_new (PV_TYPE_CLASSEMENT_MODELE, NULL);

  self->context = context;

  return self;
}

void
pv_classement_modele_set (PvClassementModele *self, PvClassement *classement)
{
  guint before;

  g_return_if_fail (PV_IS_CLASSEMENT_MODELE (self));

  before = get_n_items (G_LIST_MODEL (self));
  g_clear_pointer (&self->classement, pv_classement_unref);
  g_hash_table_remove_all (self->pages);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  if (classement == NULL || classement->lignes->len == 0)
    return;

  self->classement = pv_classement_ref (classement);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, classement->lignes->len);
}

guint
pv_classement_modele_find (PvClassementModele *self, gint64 dossier_id)
{
  g_return_val_if_fail (PV_IS_CLASSEMENT_MODELE (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < get_n_items (G_LIST_MODEL (self)); i++)
    if (g_array_index (self->classement->lignes, PvClassementLigne, i).dossier_id == dossier_id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}
