/* pv-versement-lot-item.c: a financement that is paid, in the list of the dialog
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-lot-item.h"

#include "widget/pv-format.h"

struct _PvVersementLotItem
{
  GObject parent_instance;

  PvVersementSuivi suivi;
  PvVersementLigne *ligne;
  PvVersementLotLigne demande;
  gboolean chosen; /* the kind: it does not follow the amount any more */
  char *text;      /* (nullable) */
  char *problem;   /* (nullable) */
  char *objection;
  PvVersementGravite gravite;
};

enum
{
  CHANGED,
  CHECKED,
  LEFT_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvVersementLotItem, pv_versement_lot_item, G_TYPE_OBJECT)

static void
pv_versement_lot_item_finalize (GObject *object)
{
  PvVersementLotItem *self = PV_VERSEMENT_LOT_ITEM (object);

  pv_versement_ligne_free (self->ligne);
  g_free (self->text);
  g_free (self->problem);
  g_free (self->objection);

  G_OBJECT_CLASS (pv_versement_lot_item_parent_class)->finalize (object);
}

static void
pv_versement_lot_item_class_init (PvVersementLotItemClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_versement_lot_item_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHECKED] =
      g_signal_new ("checked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT_OUT] =
      g_signal_new ("left-out", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pv_versement_lot_item_init (PvVersementLotItem *self)
{
  self->objection = g_strdup ("");
}

PvVersementLotItem *
pv_versement_lot_item_new (const PvVersementSuivi *suivi, PvVersementLigne *ligne)
{
  PvVersementLotItem *self = g_object_new (PV_TYPE_VERSEMENT_LOT_ITEM, NULL);

  self->suivi = *suivi;
  self->ligne = ligne;
  pv_versement_propose (suivi, PV_CENTS_NULL, &self->demande);
  if (self->demande.montant_cents <= 0)
    self->demande.montant_cents = PV_CENTS_NULL;

  return self;
}

const PvVersementSuivi *
pv_versement_lot_item_get_suivi (PvVersementLotItem *self)
{
  return &self->suivi;
}

const PvVersementLigne *
pv_versement_lot_item_get_ligne (PvVersementLotItem *self)
{
  return self->ligne;
}

void
pv_versement_lot_item_get (PvVersementLotItem *self, PvVersementLotLigne *demande)
{
  *demande = self->demande;
}

const char *
pv_versement_lot_item_get_text (PvVersementLotItem *self)
{
  return self->text;
}

const char *
pv_versement_lot_item_get_problem (PvVersementLotItem *self)
{
  return self->problem;
}

void
pv_versement_lot_item_type (PvVersementLotItem *self, const char *text)
{
  PvCents cents = PV_CENTS_NULL;

  g_free (self->problem);
  self->problem = pv_amount_parse (text, &cents);
  self->demande.montant_cents = self->problem == NULL ? cents : PV_CENTS_NULL;
  g_free (self->text);
  self->text = self->problem != NULL ? g_strdup (text) : NULL;
  if (!self->chosen && self->demande.montant_cents != PV_CENTS_NULL)
    {
      PvVersementLotLigne propose;

      pv_versement_propose (&self->suivi, self->demande.montant_cents, &propose);
      self->demande.genre = propose.genre;
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
pv_versement_lot_item_choose (PvVersementLotItem *self, PvVersementGenre genre)
{
  self->chosen = TRUE;
  self->demande.genre = genre;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
pv_versement_lot_item_leave_out (PvVersementLotItem *self)
{
  g_signal_emit (self, signals[LEFT_OUT], 0);
}

void
pv_versement_lot_item_set_objections (PvVersementLotItem *self,
                                      const GPtrArray *objections,
                                      int index)
{
  g_autoptr (GString) text = g_string_new (self->problem);

  self->gravite = self->problem != NULL ? PV_VERSEMENT_REFUSE : PV_VERSEMENT_SIGNALE;
  for (guint i = 0; self->problem == NULL && i < objections->len; i++)
    {
      const PvVersementObjection *objection = objections->pdata[i];

      if (objection->ligne != index)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", objection->texte);
      self->gravite = MAX (self->gravite, objection->gravite);
    }
  g_free (self->objection);
  self->objection = g_string_free (g_steal_pointer (&text), FALSE);
  g_signal_emit (self, signals[CHECKED], 0);
}

const char *
pv_versement_lot_item_get_objection (PvVersementLotItem *self, PvVersementGravite *gravite)
{
  *gravite = self->gravite;

  return self->objection;
}
