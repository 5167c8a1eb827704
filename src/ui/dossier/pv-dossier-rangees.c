/* pv-dossier-rangees.c: the rows of a list that somebody shows, by their position
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-rangees.h"

#include "dossier/pv-dossier-ligne-private.h"

/* Rows read at once, fewer at the top, which is seen first; the last pages read are kept,
 * beside the rows that are shown. */
#define PAGE_ROWS 64
#define KEPT_PAGES 4

#define NOWHERE G_MAXUINT

/* A row that somebody holds. */
typedef struct
{
  PvDossierRangees *owner;
  guint position;        /* NOWHERE: it left the list */
  guint reading;         /* the one that filled it */
  PvDossierLigne *ligne; /* not owned */
} Vivante;

struct _PvDossierRangees
{
  PvContext *context; /* not owned: the list does */
  PvDossierRangeesRead read;
  gpointer data;
  GArray *ids; /* of gint64 */
  PvEtape etape;
  guint reading;      /* rises when what was read no longer holds */
  GHashTable *lignes; /* position → Vivante */
  GHashTable *toutes; /* the set of Vivante, those that left the list too */
  GQueue pages;       /* of GPtrArray of PvDossierLigne: the last ones read, owned */
};

static gint64
get_key (PvDossierRangees *self, guint position)
{
  return g_array_index (self->ids, gint64, position);
}

static void
ligne_gone_cb (gpointer data, GObject *where)
{
  Vivante *vivante = data;
  PvDossierRangees *self = vivante->owner;

  if (vivante->position != NOWHERE)
    g_hash_table_remove (self->lignes, GUINT_TO_POINTER (vivante->position));
  g_hash_table_remove (self->toutes, vivante);
  g_free (vivante);
}

static Vivante *
find (PvDossierRangees *self, guint position)
{
  return g_hash_table_lookup (self->lignes, GUINT_TO_POINTER (position));
}

/* Returns: (transfer full) */
static PvDossierLigne *
add (PvDossierRangees *self, guint position)
{
  Vivante *vivante = g_new0 (Vivante, 1);

  vivante->owner = self;
  vivante->position = position;
  vivante->reading = self->reading - 1;
  vivante->ligne = pv_dossier_ligne_new (get_key (self, position));
  g_object_weak_ref (G_OBJECT (vivante->ligne), ligne_gone_cb, vivante);
  g_hash_table_insert (self->lignes, GUINT_TO_POINTER (position), vivante);
  g_hash_table_add (self->toutes, vivante);

  return vivante->ligne;
}

/* Reads what the file says of those rows; they are held meanwhile. */
static void
fill (PvDossierRangees *self, GPtrArray *vivantes)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) lignes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) resumes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < vivantes->len; i++)
    {
      Vivante *vivante = g_ptr_array_index (vivantes, i);
      gint64 id = get_key (self, vivante->position);

      vivante->reading = self->reading;
      g_array_append_val (ids, id);
      g_ptr_array_add (lignes, g_object_ref (vivante->ligne));
    }
  resumes = pv_dossier_liste_store_lignes (pv_context_get_reader (self->context),
                                           (const gint64 *)(gpointer)ids->data, ids->len,
                                           self->etape, &error);
  self->read (error, self->data);
  for (guint i = 0; resumes != NULL && i < lignes->len; i++)
    pv_dossier_ligne_take_resume (g_ptr_array_index (lignes, i),
                                  g_steal_pointer (&g_ptr_array_index (resumes, i)));
}

static void
forget_pages (PvDossierRangees *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify)g_ptr_array_unref);
}

static void
load_page (PvDossierRangees *self, guint position)
{
  guint first = position - position % PAGE_ROWS;
  guint end = MIN (first + PAGE_ROWS, self->ids->len);
  GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = first; i < end; i++)
    {
      Vivante *vivante = find (self, i);

      if (vivante != NULL)
        g_ptr_array_add (page, g_object_ref (vivante->ligne));
      else
        {
          g_ptr_array_add (page, add (self, i));
          g_ptr_array_add (missing, find (self, i));
        }
    }
  fill (self, missing);

  g_queue_push_head (&self->pages, page);
  if (self->pages.length > KEPT_PAGES)
    g_ptr_array_unref (g_queue_pop_tail (&self->pages));
}

static void
leave (PvDossierRangees *self, Vivante *vivante)
{
  g_hash_table_remove (self->lignes, GUINT_TO_POINTER (vivante->position));
  vivante->position = NOWHERE;
}

/* Returns: (transfer container): the rows alive that are in the list */
static GPtrArray *
list_vivantes (PvDossierRangees *self)
{
  GPtrArray *vivantes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->lignes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (vivantes, value);

  return vivantes;
}

PvDossierRangees *
pv_dossier_rangees_new (PvContext *context, PvDossierRangeesRead read, gpointer data)
{
  PvDossierRangees *self = g_new0 (PvDossierRangees, 1);

  self->context = context;
  self->read = read;
  self->data = data;
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->etape = PV_ETAPE_PROPOSE;
  self->lignes = g_hash_table_new (NULL, NULL);
  self->toutes = g_hash_table_new (NULL, NULL);
  g_queue_init (&self->pages);

  return self;
}

void
pv_dossier_rangees_free (PvDossierRangees *self)
{
  GHashTableIter iter;
  gpointer key;

  if (self == NULL)
    return;

  forget_pages (self);
  g_hash_table_iter_init (&iter, self->toutes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      Vivante *vivante = key;

      g_object_weak_unref (G_OBJECT (vivante->ligne), ligne_gone_cb, vivante);
      g_hash_table_iter_remove (&iter);
      g_free (vivante);
    }
  g_hash_table_unref (self->toutes);
  g_hash_table_unref (self->lignes);
  g_array_unref (self->ids);
  g_free (self);
}

GArray *
pv_dossier_rangees_get_ids (PvDossierRangees *self)
{
  return self->ids;
}

static void
take_ids (PvDossierRangees *self, GArray *ids)
{
  g_array_ref (ids);
  g_array_unref (self->ids);
  self->ids = ids;
}

void
pv_dossier_rangees_set_ids (PvDossierRangees *self, GArray *ids)
{
  g_autoptr (GPtrArray) vivantes = NULL;

  take_ids (self, ids);
  self->reading++;
  forget_pages (self);
  vivantes = list_vivantes (self);
  for (guint i = 0; i < vivantes->len; i++)
    {
      Vivante *vivante = g_ptr_array_index (vivantes, i);

      if (vivante->position >= ids->len)
        leave (self, vivante);
      else
        pv_dossier_ligne_set_id (vivante->ligne, get_key (self, vivante->position));
    }
}

void
pv_dossier_rangees_splice (PvDossierRangees *self,
                           GArray *ids,
                           guint start,
                           guint removed,
                           guint added)
{
  g_autoptr (GPtrArray) vivantes = list_vivantes (self);

  take_ids (self, ids);
  g_hash_table_remove_all (self->lignes);
  for (guint i = 0; i < vivantes->len; i++)
    {
      Vivante *vivante = g_ptr_array_index (vivantes, i);

      if (vivante->position >= start + removed)
        vivante->position += added - removed;
      else if (vivante->position >= start)
        vivante->position = NOWHERE;
      if (vivante->position != NOWHERE)
        g_hash_table_insert (self->lignes, GUINT_TO_POINTER (vivante->position), vivante);
    }
}

void
pv_dossier_rangees_set_stale (PvDossierRangees *self, PvEtape etape)
{
  self->etape = etape;
  self->reading++;
  forget_pages (self);
}

static int
compare_position_cb (gconstpointer a, gconstpointer b)
{
  const Vivante *const *left = a;
  const Vivante *const *right = b;

  return (*left)->position < (*right)->position ? -1 : 1;
}

gboolean
pv_dossier_rangees_read (PvDossierRangees *self, guint n)
{
  g_autoptr (GPtrArray) vivantes = list_vivantes (self);
  gboolean more;

  for (guint i = vivantes->len; i > 0; i--)
    if (((Vivante *)g_ptr_array_index (vivantes, i - 1))->reading == self->reading)
      g_ptr_array_remove_index_fast (vivantes, i - 1);
  g_ptr_array_sort (vivantes, compare_position_cb);
  more = vivantes->len > n;
  if (more)
    g_ptr_array_set_size (vivantes, (gint)n);
  if (vivantes->len > 0)
    fill (self, vivantes);

  return more;
}

PvDossierLigne *
pv_dossier_rangees_get (PvDossierRangees *self, guint position)
{
  Vivante *vivante = find (self, position);

  g_return_val_if_fail (position < self->ids->len, NULL);

  if (vivante == NULL)
    {
      load_page (self, position);
      vivante = find (self, position);
    }
  else if (vivante->reading != self->reading)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, vivante);
      fill (self, one);
    }

  return g_object_ref (vivante->ligne);
}
