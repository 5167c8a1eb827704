/* pv-egalite-lecture.c: what the page of the marking reads, in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-lecture.h"

#include "egalite/pv-egalite-porteur-store.h"
#include "marqueur/pv-axe-store.h"
#include "marqueur/pv-marqueur.h"
#include "reglage/pv-reglage-store.h"

void
pv_egalite_lecture_free (PvEgaliteLecture *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->axes, g_ptr_array_unref);
  g_clear_pointer (&self->file, pv_egalite_file_free);
  g_clear_pointer (&self->annees, pv_egalite_analyse_free);
  g_clear_pointer (&self->analyse, pv_egalite_analyse_free);
  g_clear_pointer (&self->porteurs, g_ptr_array_unref);
  g_free (self);
}

/* An axis that is gone leaves its place to that of equality. */
static gint64
choose_axe (GPtrArray *axes, gint64 wanted)
{
  gint64 found = PV_INT_NULL;

  for (guint i = 0; i < axes->len; i++)
    {
      const PvAxe *axe = axes->pdata[i];

      if (axe->id == wanted)
        return wanted;
      if (found == PV_INT_NULL || g_strcmp0 (axe->code, PV_AXE_EGALITE) == 0)
        found = axe->id;
    }

  return found;
}

static gboolean
read_porteurs (PvEgaliteLecture *self, PvDb *db, const PvEgaliteDemande *demande, GError **error)
{
  if (!pv_reglage_store_get_int (db, PV_REGLAGE_EGALITE_PORTEURS, PV_EGALITE_PORTEURS_DEFAUT,
                                 &self->n_max, error) ||
      !pv_egalite_porteur_store_count (db, self->axe_id, &demande->portee, &self->n_porteurs,
                                       error))
    return FALSE;
  self->porteurs =
      pv_egalite_porteur_store_list (db, self->axe_id, &demande->portee, self->n_max, error);

  return self->porteurs != NULL;
}

static gboolean
read_all (PvEgaliteLecture *self, PvDb *db, const PvEgaliteDemande *demande, GError **error)
{
  self->file = pv_egalite_file_load (db, &demande->filtre, self->axe_id, error);
  if (self->file == NULL)
    return FALSE;
  self->annees =
      pv_egalite_analyse_compute (db, self->axe_id, PV_EGALITE_PAR_ANNEE, &PV_FILTRE_TOUT, error);
  if (self->annees == NULL || !pv_egalite_t0_load (db, self->axe_id, &self->t0, error))
    return FALSE;
  if (demande->avec_analyse)
    {
      self->analyse =
          pv_egalite_analyse_compute (db, self->axe_id, demande->par, &demande->portee, error);
      if (self->analyse == NULL)
        return FALSE;
    }

  return !demande->avec_porteurs || read_porteurs (self, db, demande, error);
}

gpointer
pv_egalite_lecture_run (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const PvEgaliteDemande *demande = data;
  g_autoptr (PvEgaliteLecture) self = g_new0 (PvEgaliteLecture, 1);
  gboolean ok;

  self->t0 = PV_INT_NULL;
  self->axes = pv_axe_store_list (db, error);
  if (self->axes == NULL)
    return NULL;
  self->axe_id = choose_axe (self->axes, demande->axe_id);
  pv_db_set_cancellable (db, cancellable);
  ok = read_all (self, db, demande, error);
  pv_db_set_cancellable (db, NULL);

  return ok ? g_steal_pointer (&self) : NULL;
}

gboolean
pv_egalite_lecture_is_egalite (const PvEgaliteLecture *self)
{
  for (guint i = 0; i < self->axes->len; i++)
    {
      const PvAxe *axe = self->axes->pdata[i];

      if (axe->id == self->axe_id)
        return g_strcmp0 (axe->code, PV_AXE_EGALITE) == 0;
    }

  return FALSE;
}

gint64
pv_egalite_lecture_find (const PvEgaliteLecture *self, gint64 dossier_id)
{
  for (guint i = 0; i < self->file->ids->len; i++)
    if (g_array_index (self->file->ids, gint64, i) == dossier_id)
      return i;

  return -1;
}
