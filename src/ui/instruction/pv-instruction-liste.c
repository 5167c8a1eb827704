/* pv-instruction-liste.c: the dossiers of a queue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-liste.h"

#include <gtk/gtk.h>

struct _PvInstructionListe
{
  PvRowList parent_instance;

  PvContext *context;
  gint64 institution_id;
};

G_DEFINE_FINAL_TYPE (PvInstructionListe, pv_instruction_liste, PV_TYPE_ROW_LIST)

const PvInstructionLigne *
pv_instruction_row_get (PvRow *row)
{
  return pv_row_get_words (row);
}

static gpointer
read_words (PvRowList *list, gconstpointer found)
{
  PvInstructionListe *self = PV_INSTRUCTION_LISTE (list);
  const gint64 *id = found;

  return pv_instruction_ligne_load (pv_context_get_reader (self->context), *id,
                                    self->institution_id, NULL);
}

static void
pv_instruction_liste_finalize (GObject *object)
{
  g_clear_object (&PV_INSTRUCTION_LISTE (object)->context);

  G_OBJECT_CLASS (pv_instruction_liste_parent_class)->finalize (object);
}

static void
pv_instruction_liste_class_init (PvInstructionListeClass *klass)
{
  PvRowListClass *list_class = PV_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_instruction_liste_finalize;
  list_class->found_size = sizeof (gint64);
  list_class->read_words = read_words;
  list_class->free_words = (GDestroyNotify)pv_instruction_ligne_free;
}

static void
pv_instruction_liste_init (PvInstructionListe *self)
{
  self->institution_id = PV_INT_NULL;
}

PvInstructionListe *
pv_instruction_liste_new (PvContext *context)
{
  PvInstructionListe *self = g_object_new (PV_TYPE_INSTRUCTION_LISTE, NULL);

  self->context = g_object_ref (context);

  return self;
}

void
pv_instruction_liste_take (PvInstructionListe *self, GArray *ids, gint64 institution_id)
{
  g_return_if_fail (PV_IS_INSTRUCTION_LISTE (self));

  self->institution_id = institution_id;
  pv_row_list_take (PV_ROW_LIST (self), ids);
}

guint
pv_instruction_liste_find (PvInstructionListe *self, gint64 dossier_id)
{
  const GArray *ids = pv_row_list_get_found (PV_ROW_LIST (self));

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == dossier_id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

GArray *
pv_instruction_liste_dup_ids (PvInstructionListe *self)
{
  return g_array_copy ((GArray *)pv_row_list_get_found (PV_ROW_LIST (self)));
}
