/* pv-seance-private.c: what the services of a séance share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-private.h"

#include <glib/gi18n-lib.h>

#include "pv-error.h"

gboolean
pv_seance_fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, code, message);

  return FALSE;
}

gboolean
pv_seance_refuse (GError **error, const char *message)
{
  return pv_seance_fail (error, PV_RULE_ERROR_REFUSED, message);
}

gboolean
pv_seance_refuse_close (GError **error)
{
  return pv_seance_refuse (error, _ ("The séance is closed: what it decided no longer changes but"
                                     " by a rectification."));
}

PvSeance *
pv_seance_need (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  PvSeance *seance = pv_seance_store_get (db, id, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (seance == NULL)
    pv_seance_fail (error, PV_RULE_ERROR_NOT_FOUND,
                    _ ("This séance is not in the file any more. Read the list again."));

  return seance;
}

PvSeanceDossier *
pv_seance_need_dossier (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  PvSeanceDossier *dossier = pv_seance_store_get_dossier (db, id, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (dossier == NULL)
    pv_seance_fail (error, PV_RULE_ERROR_NOT_FOUND,
                    _ ("This dossier is not on the agenda any more."));

  return dossier;
}

gboolean
pv_seance_check_changeable (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvSeance) seance = pv_seance_need (db, id, error);

  return seance != NULL && (seance->etat != PV_SEANCE_ETAT_CLOSE || pv_seance_refuse_close (error));
}

gboolean
pv_seance_check_ouverte (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvSeance) seance = pv_seance_need (db, id, error);

  if (seance == NULL)
    return FALSE;
  if (seance->etat == PV_SEANCE_ETAT_CLOSE)
    return pv_seance_refuse_close (error);

  return seance->etat == PV_SEANCE_ETAT_OUVERTE ||
         pv_seance_refuse (error, _ ("The séance is not open yet: open it before deciding."));
}

gboolean
pv_seance_check_seule (PvDb *db, gint64 id, GError **error)
{
  g_autofree char *numero = NULL;
  g_autofree char *instance = NULL;

  if (!pv_seance_store_find_conflit (db, id, &numero, &instance, error))
    return FALSE;
  if (numero == NULL)
    return TRUE;
  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
               _ ("Dossier %s is being decided by another open séance, of “%s”: close that one, or"
                  " take the dossier off one of the agendas."),
               numero, instance);

  return FALSE;
}
