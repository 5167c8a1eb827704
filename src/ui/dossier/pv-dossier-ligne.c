/* pv-dossier-ligne.c: a dossier as a row of a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-ligne-private.h"

struct _PvDossierLigne
{
  GObject parent_instance;

  gint64 id;
  PvDossierResume *resume;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvDossierLigne, pv_dossier_ligne, G_TYPE_OBJECT)

static void
pv_dossier_ligne_finalize (GObject *object)
{
  PvDossierLigne *self = PV_DOSSIER_LIGNE (object);

  pv_dossier_resume_free (self->resume);

  G_OBJECT_CLASS (pv_dossier_ligne_parent_class)->finalize (object);
}

static void
pv_dossier_ligne_class_init (PvDossierLigneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_dossier_ligne_finalize;

  signals[CHANGED] = g_signal_new ("changed", PV_TYPE_DOSSIER_LIGNE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
pv_dossier_ligne_init (PvDossierLigne *self)
{
}

PvDossierLigne *
pv_dossier_ligne_new (gint64 id)
{
  PvDossierLigne *self = g_object_new (PV_TYPE_DOSSIER_LIGNE, NULL);

  self->id = id;

  return self;
}

void
pv_dossier_ligne_set_id (PvDossierLigne *self, gint64 id)
{
  g_return_if_fail (PV_IS_DOSSIER_LIGNE (self));

  self->id = id;
}

void
pv_dossier_ligne_take_resume (PvDossierLigne *self, PvDossierResume *resume)
{
  g_return_if_fail (PV_IS_DOSSIER_LIGNE (self));

  pv_dossier_resume_free (self->resume);
  self->resume = resume;
  g_signal_emit (self, signals[CHANGED], 0);
}

gint64
pv_dossier_ligne_get_id (PvDossierLigne *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LIGNE (self), 0);

  return self->id;
}

const PvDossierResume *
pv_dossier_ligne_get_resume (PvDossierLigne *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_LIGNE (self), NULL);

  return self->resume;
}
