/* pv-organisme-fusion-apercu.c: what a merge would do, before it does it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-fusion.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "organisme/pv-organisme-store.h"
#include "pv-error.h"

static const char *const comptes[PV_N_FUSION_PARTS] = {
  [PV_FUSION_DOSSIERS] = "SELECT COUNT (*) FROM dossier WHERE porteur_id = :id",
  [PV_FUSION_ROLES] = "SELECT COUNT (*) FROM dossier_organisme WHERE organisme_id = :id",
  [PV_FUSION_DEPOTS] = "SELECT COUNT (*) FROM depot WHERE porteur_id = :id",
  [PV_FUSION_CONTACTS] = "SELECT COUNT (*) FROM contact WHERE organisme_id = :id",
  [PV_FUSION_PIECES] = "SELECT COUNT (*) FROM piece WHERE organisme_id = :id",
  [PV_FUSION_CONVENTIONS] = "SELECT COUNT (*) FROM convention WHERE organisme_id = :id",
  [PV_FUSION_FINANCEMENTS] = "SELECT COUNT (*) FROM financement f"
                             "  JOIN financeur p ON p.id = f.financeur_id"
                             " WHERE p.organisme_id = :id",
};

void
pv_fusion_apercu_free (PvFusionApercu *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->garde, pv_organisme_free);
  g_clear_pointer (&self->retire, pv_organisme_free);
  g_clear_pointer (&self->resultat, pv_organisme_free);
  g_free (self);
}

static gboolean
load (PvDb *db, gint64 id, PvOrganisme **organisme, gint64 *parts, GError **error)
{
  g_autoptr (GError) local = NULL;

  *organisme = pv_organisme_store_get (db, id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (*organisme == NULL)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                           _ ("One of the two organismes is gone. Read the list again."));
      return FALSE;
    }
  for (guint i = 0; i < PV_N_FUSION_PARTS; i++)
    if (!pv_sql_find (db, comptes[i], &parts[i], error, "i", id))
      return FALSE;

  return TRUE;
}

PvFusionApercu *
pv_organisme_store_preview_merge (PvDb *db, gint64 garde_id, gint64 retire_id, GError **error)
{
  g_autoptr (PvFusionApercu) self = g_new0 (PvFusionApercu, 1);

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  if (!load (db, garde_id, &self->garde, self->parts_garde, error) ||
      !load (db, retire_id, &self->retire, self->parts_retire, error))
    return NULL;
  self->resultat = pv_organisme_copy (self->garde);
  pv_organisme_complete (self->resultat, self->retire);

  return g_steal_pointer (&self);
}
