/* pv-versement-liste.c: the rows of the list of payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-liste.h"

struct _PvVersementListe
{
  PvRowList parent_instance;

  PvContext *context;
};

G_DEFINE_FINAL_TYPE (PvVersementListe, pv_versement_liste, PV_TYPE_ROW_LIST)

const PvVersementSuivi *
pv_versement_row_get_suivi (PvRow *row)
{
  return pv_row_get_found (row);
}

const PvVersementLigne *
pv_versement_row_get_ligne (PvRow *row)
{
  return pv_row_get_words (row);
}

static gpointer
read_words (PvRowList *list, gconstpointer found)
{
  PvContext *context = PV_VERSEMENT_LISTE (list)->context;
  const PvVersementSuivi *suivi = found;

  return pv_versement_ligne_load (pv_context_get_reader (context), suivi->financement_id, NULL);
}

static void
pv_versement_liste_finalize (GObject *object)
{
  g_clear_object (&PV_VERSEMENT_LISTE (object)->context);

  G_OBJECT_CLASS (pv_versement_liste_parent_class)->finalize (object);
}

static void
pv_versement_liste_class_init (PvVersementListeClass *klass)
{
  PvRowListClass *list_class = PV_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_versement_liste_finalize;
  list_class->found_size = sizeof (PvVersementSuivi);
  list_class->read_words = read_words;
  list_class->free_words = (GDestroyNotify)pv_versement_ligne_free;
}

static void
pv_versement_liste_init (PvVersementListe *self)
{
}

PvVersementListe *
pv_versement_liste_new (PvContext *context)
{
  PvVersementListe *self = g_object_new (PV_TYPE_VERSEMENT_LISTE, NULL);

  self->context = g_object_ref (context);

  return self;
}

const PvVersementSuivi *
pv_versement_liste_get_suivi (PvVersementListe *self, guint position)
{
  const GArray *found = pv_row_list_get_found (PV_ROW_LIST (self));

  g_return_val_if_fail (position < found->len, NULL);

  return &g_array_index (found, PvVersementSuivi, position);
}
