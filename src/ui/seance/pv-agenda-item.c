/* pv-agenda-item.c: a dossier on an agenda, in the tables of a séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-agenda-item.h"

struct _PvAgendaItem
{
  GObject parent_instance;

  gint64 id;
  gint64 dossier_id;
  guint rang;
  GPtrArray *resumes;
  guint position;
  char *deports;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvAgendaItem, pv_agenda_item, G_TYPE_OBJECT)

static void
pv_agenda_item_finalize (GObject *object)
{
  PvAgendaItem *self = PV_AGENDA_ITEM (object);

  g_clear_pointer (&self->resumes, g_ptr_array_unref);
  g_free (self->deports);

  G_OBJECT_CLASS (pv_agenda_item_parent_class)->finalize (object);
}

static void
pv_agenda_item_class_init (PvAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_agenda_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", PV_TYPE_AGENDA_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
pv_agenda_item_init (PvAgendaItem *self)
{
}

PvAgendaItem *
pv_agenda_item_new (gint64 id, gint64 dossier_id)
{
  PvAgendaItem *self = g_object_new (PV_TYPE_AGENDA_ITEM, NULL);

  self->id = id;
  self->dossier_id = dossier_id;

  return self;
}

gint64
pv_agenda_item_get_id (PvAgendaItem *self)
{
  g_return_val_if_fail (PV_IS_AGENDA_ITEM (self), 0);

  return self->id;
}

gint64
pv_agenda_item_get_dossier_id (PvAgendaItem *self)
{
  g_return_val_if_fail (PV_IS_AGENDA_ITEM (self), 0);

  return self->dossier_id;
}

static gboolean
is_same (const PvDossierResume *a, const PvDossierResume *b)
{
  return a != NULL && b != NULL && g_strcmp0 (a->numero, b->numero) == 0 &&
         g_strcmp0 (a->porteur, b->porteur) == 0 && g_strcmp0 (a->intitule, b->intitule) == 0 &&
         g_strcmp0 (a->axe, b->axe) == 0 && a->score == b->score && a->marque == b->marque &&
         a->statut == b->statut && a->etapes[PV_ETAPE_SOLLICITE] == b->etapes[PV_ETAPE_SOLLICITE] &&
         a->etapes[PV_ETAPE_PROPOSE] == b->etapes[PV_ETAPE_PROPOSE];
}

void
pv_agenda_item_set_rang (PvAgendaItem *self, guint rang)
{
  g_return_if_fail (PV_IS_AGENDA_ITEM (self));

  if (self->rang == rang)
    return;
  self->rang = rang;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
pv_agenda_item_set (PvAgendaItem *self,
                    guint rang,
                    GPtrArray *resumes,
                    guint position,
                    const char *deports)
{
  gboolean same;

  g_return_if_fail (PV_IS_AGENDA_ITEM (self));
  g_return_if_fail (resumes != NULL && position < resumes->len);

  same = self->rang == rang && g_strcmp0 (self->deports, deports) == 0 &&
         is_same (pv_agenda_item_get_resume (self), resumes->pdata[position]);
  g_clear_pointer (&self->resumes, g_ptr_array_unref);
  self->resumes = g_ptr_array_ref (resumes);
  self->position = position;
  self->rang = rang;
  g_free (self->deports);
  self->deports = g_strdup (deports);
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

guint
pv_agenda_item_get_rang (PvAgendaItem *self)
{
  g_return_val_if_fail (PV_IS_AGENDA_ITEM (self), 0);

  return self->rang;
}

const PvDossierResume *
pv_agenda_item_get_resume (PvAgendaItem *self)
{
  g_return_val_if_fail (PV_IS_AGENDA_ITEM (self), NULL);

  return self->resumes != NULL && self->position < self->resumes->len
             ? self->resumes->pdata[self->position]
             : NULL;
}

const char *
pv_agenda_item_get_deports (PvAgendaItem *self)
{
  g_return_val_if_fail (PV_IS_AGENDA_ITEM (self), NULL);

  return self->deports;
}

/* --- the smallest change ------------------------------------------------------------------- */

static gboolean
is_at (GListStore *store, guint position, gpointer item)
{
  g_autoptr (GObject) there = g_list_model_get_item (G_LIST_MODEL (store), position);

  return there == item;
}

static void
put (GListStore *store, guint position, guint removed, GPtrArray *items, guint from, guint n)
{
  g_list_store_splice (store, position, removed, items->pdata + from, n);
}

/* Whether @n items of @items, from @from, are in the store from @position. */
static gboolean
are_at (GListStore *store, guint position, GPtrArray *items, guint from, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!is_at (store, position + i, items->pdata[from + i]))
      return FALSE;

  return TRUE;
}

/* One item went over its neighbours: they move around it. */
static gboolean
turn (GListStore *store, GPtrArray *items, guint first, guint n, guint garde)
{
  guint last = first + n - 1;

  if (garde == first && is_at (store, first, items->pdata[last]) &&
      are_at (store, first + 1, items, first, n - 1))
    {
      put (store, first + 1, n - 1, items, first, 0);
      put (store, first, 0, items, first, n - 1);
      return TRUE;
    }
  if (garde == last && is_at (store, last, items->pdata[first]) &&
      are_at (store, first, items, first + 1, n - 1))
    {
      put (store, first, n - 1, items, first, 0);
      put (store, first + 1, 0, items, first + 1, n - 1);
      return TRUE;
    }

  return FALSE;
}

void
pv_agenda_sync (GListStore *store, GPtrArray *items, guint garde)
{
  guint before, head = 0, tail = 0, removed, added;

  g_return_if_fail (G_IS_LIST_STORE (store));
  g_return_if_fail (items != NULL);

  before = g_list_model_get_n_items (G_LIST_MODEL (store));
  while (head < before && head < items->len && is_at (store, head, items->pdata[head]))
    head++;
  while (tail < before - head && tail < items->len - head &&
         is_at (store, before - 1 - tail, items->pdata[items->len - 1 - tail]))
    tail++;
  removed = before - head - tail;
  added = items->len - head - tail;
  if (removed == 0 && added == 0)
    return;
  if (removed == added && turn (store, items, head, added, garde))
    return;
  put (store, head, removed, items, head, added);
}
