/* pv-export-travail.c: what the workers of an export do
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-export-travail.h"

#include "export/pv-export-apercu.h"
#include "export/pv-scdl.h"

struct _PvExportDemande
{
  gatomicrefcount refs;
  const PvExportKind *kind;
  PvFiltre filtre;
  char *institution;
  gint64 seance_id; /* 0: none */
  char *attribuant; /* (nullable) */
  gint64 attribuant_id;
  gboolean tout;
  char *path;
  int done_bp; /* atomic */
  GMutex lock; /* of the step */
  char *step;
};

PvExportDemande *
pv_export_demande_new (const PvExportKind *kind,
                       PvFiltre filtre,
                       const char *institution,
                       const char *path)
{
  PvExportDemande *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_new0 (PvExportDemande, 1);
  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->kind = kind;
  self->filtre = filtre;
  self->institution = g_strdup (institution);
  self->path = g_strdup (path);

  return self;
}

void
pv_export_demande_set_seance (PvExportDemande *self, gint64 seance_id)
{
  g_return_if_fail (self != NULL);

  self->seance_id = seance_id;
}

void
pv_export_demande_set_publication (PvExportDemande *self,
                                   const PvAttribuant *attribuant,
                                   gboolean tout)
{
  g_return_if_fail (self != NULL);

  g_free (self->attribuant);
  self->attribuant = attribuant != NULL ? g_strdup (attribuant->nom) : NULL;
  self->attribuant_id = attribuant != NULL ? attribuant->financeur_id : 0;
  self->tout = tout;
}

PvExportDemande *
pv_export_demande_ref (PvExportDemande *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
pv_export_demande_unref (PvExportDemande *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_mutex_clear (&self->lock);
  g_free (self->institution);
  g_free (self->attribuant);
  g_free (self->path);
  g_free (self->step);
  g_free (self);
}

char *
pv_export_demande_dup_step (PvExportDemande *self)
{
  char *step;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->lock);
  step = g_strdup (self->step);
  g_mutex_unlock (&self->lock);

  return step;
}

double
pv_export_demande_get_progress (PvExportDemande *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_atomic_int_get (&self->done_bp) / 10000.0;
}

gpointer
pv_export_compter (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PvExportDemande *demande = data;

  if (pv_export_kind_needs_seance (demande->kind))
    return pv_export_apercu_seance (db, demande->seance_id, error);

  return pv_export_apercu (demande->kind, db, &demande->filtre, cancellable, error);
}

gpointer
pv_export_publier_apercu (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PvExportDemande *demande = data;
  const PvExportRequest request = {
    .db = db,
    .filtre = demande->filtre,
    .attribuant = demande->attribuant,
    .attribuant_id = demande->attribuant_id,
    .tout = demande->tout,
    .cancellable = cancellable,
  };

  return pv_scdl_compose (&request, error);
}

static void
progress_cb (const char *step, guint done_bp, gpointer user_data)
{
  PvExportDemande *demande = user_data;

  g_atomic_int_set (&demande->done_bp, (int)done_bp);
  g_mutex_lock (&demande->lock);
  if (step != NULL && g_strcmp0 (step, demande->step) != 0)
    {
      g_free (demande->step);
      demande->step = g_strdup (step);
    }
  g_mutex_unlock (&demande->lock);
}

gpointer
pv_export_ecrire (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  PvExportDemande *demande = data;
  PvExportRequest request = {
    .db = db,
    .filtre = demande->filtre,
    .institution = demande->institution,
    .seance_id = demande->seance_id,
    .attribuant = demande->attribuant,
    .attribuant_id = demande->attribuant_id,
    .tout = demande->tout,
    .path = demande->path,
    .progress = progress_cb,
    .progress_data = demande,
    .cancellable = cancellable,
  };

  return pv_export_run (demande->kind, &request, error);
}
