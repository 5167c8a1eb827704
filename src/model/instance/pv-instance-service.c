/* pv-instance-service.c: the actions of a user on an instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instance/pv-instance-service.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "instance/pv-instance-store.h"
#include "pv-error.h"
#include "pv-transaction.h"

static gboolean
fail (GError **error, PvRuleError code, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, code, message);

  return FALSE;
}

static gboolean
check_nom (PvDb *db, const PvInstance *instance, GError **error)
{
  gint64 other;

  if (instance->nom == NULL || *instance->nom == '\0')
    return fail (error, PV_RULE_ERROR_INVALID, _ ("A committee needs a name."));
  if (!pv_instance_store_find_by_nom (db, instance->nom, &other, error))
    return FALSE;

  return other == PV_INT_NULL || (instance->uuid != NULL && other == instance->id) ||
         fail (error, PV_RULE_ERROR_INVALID,
               _ ("There is a committee of this name already. Give it another."));
}

/* What was decided was decided under the effect it had. */
static gboolean
check_effet (PvDb *db, const PvInstance *instance, GError **error)
{
  g_autoptr (PvInstance) avant = pv_instance_store_get (db, instance->id, error);
  gint64 n_seances, n_ouvertes;

  if (avant == NULL)
    {
      if (error == NULL || *error == NULL)
        fail (error, PV_RULE_ERROR_NOT_FOUND,
              _ ("This committee is not in the file any more. Read the list again."));
      return FALSE;
    }
  if (avant->effet == instance->effet)
    return TRUE;
  if (!pv_instance_store_count_seances (db, instance->id, &n_seances, &n_ouvertes, error))
    return FALSE;

  return n_ouvertes == 0 ||
         fail (error, PV_RULE_ERROR_REFUSED,
               _ ("A séance of this committee was already opened, so it keeps its effect. Make"
                  " another committee for the other effect."));
}

gboolean
pv_instance_service_set (PvDb *db, PvInstance *instance, gboolean *changed, GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "instance-edit", instance->nom, error);

  if (transaction == NULL || !check_nom (db, instance, error))
    return FALSE;
  if (instance->effet == PV_INSTANCE_EFFET_NULL)
    return fail (error, PV_RULE_ERROR_INVALID,
                 _ ("Say whether this committee gives an avis or decides."));
  if (instance->quorum != PV_INT_NULL && instance->quorum < 1)
    return fail (error, PV_RULE_ERROR_INVALID,
                 _ ("A quorum is a number of members, from 1. Leave it empty when there is none."));
  if (instance->uuid == NULL)
    {
      if (!pv_instance_store_insert (db, instance, error))
        return FALSE;
      if (changed != NULL)
        *changed = TRUE;
    }
  else if (!check_effet (db, instance, error) ||
           !pv_instance_store_update (db, instance, changed, error))
    return FALSE;

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_instance_service_delete (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "instance-delete", NULL, error);
  gint64 n_seances, n_ouvertes;

  if (transaction == NULL ||
      !pv_instance_store_count_seances (db, id, &n_seances, &n_ouvertes, error))
    return FALSE;
  if (n_seances > 0)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                   g_dngettext (GETTEXT_PACKAGE,
                                "This committee has %" PRId64 " séance: it cannot be deleted.",
                                "This committee has %" PRId64 " séances: it cannot be deleted.",
                                (gulong)n_seances),
                   n_seances);
      return FALSE;
    }

  return pv_instance_store_delete (db, id, error) && pv_transaction_commit (transaction, error);
}

gboolean
pv_instance_service_set_membre (PvDb *db, PvInstanceMembre *membre, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "instance-membre", NULL, error);
  gint64 other;

  if (membre->representant != NULL && *membre->representant == '\0')
    g_clear_pointer (&membre->representant, g_free);
  if (transaction == NULL ||
      !pv_instance_store_find_membre (db, membre->instance_id, membre->institution_id,
                                      membre->representant, &other, error))
    return FALSE;
  if (other != PV_INT_NULL && other != membre->id)
    return fail (error, PV_RULE_ERROR_INVALID,
                 _ ("This institution already sits in the committee under that name."));

  return pv_instance_store_set_membre (db, membre, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_instance_service_remove_membre (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "instance-membre", NULL, error);

  return transaction != NULL && pv_instance_store_delete_membre (db, id, error) &&
         pv_transaction_commit (transaction, error);
}
