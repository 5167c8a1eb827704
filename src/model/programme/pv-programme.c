/* pv-programme.c: a programme file as a whole
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-programme.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "appel/pv-appel-store.h"
#include "commun/pv-entite.h"
#include "marqueur/pv-axe-store.h"
#include "programme/pv-contrat-store.h"
#include "pv-error.h"
#include "pv-transaction.h"
#include "reglage/pv-reglage-store.h"

static const char un_contrat[] = "SELECT id FROM contrat ORDER BY id LIMIT 1";
static const char appel_recent[] = "SELECT id FROM appel ORDER BY exercice DESC, id DESC LIMIT 1";

static gboolean
check_empty (PvDb *db, GError **error)
{
  gint64 contrat;

  if (!pv_sql_find (db, un_contrat, &contrat, error, ""))
    return FALSE;

  if (contrat != PV_INT_NULL)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                           _ ("This file already holds a programme. Create a new file."));
      return FALSE;
    }

  return TRUE;
}

gboolean
pv_programme_init (PvDb *db, PvContrat *contrat, PvAppel *appel, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  gint64 egalite;

  transaction = pv_transaction_begin (db, "programme-new", contrat->nom, error);
  if (transaction == NULL || !check_empty (db, error) ||
      !pv_contrat_store_insert (db, contrat, error) ||
      !pv_axe_store_get_egalite (db, &egalite, error))
    return FALSE;

  if (appel != NULL)
    {
      appel->contrat_id = contrat->id;
      if (!pv_appel_store_insert (db, appel, error) ||
          !pv_reglage_store_set (db, PV_REGLAGE_APPEL_COURANT, appel->uuid, NULL, error))
        return FALSE;
    }

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_programme_get_appel_courant (PvDb *db, gint64 *id, GError **error)
{
  g_autofree char *uuid = NULL;

  if (!pv_reglage_store_get (db, PV_REGLAGE_APPEL_COURANT, &uuid, error))
    return FALSE;

  *id = PV_INT_NULL;
  if (uuid != NULL && !pv_appel_store_find_by_uuid (db, uuid, id, error))
    return FALSE;

  return *id != PV_INT_NULL || pv_sql_find (db, appel_recent, id, error, "");
}

gboolean
pv_programme_set_appel_courant (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvAppel) appel = NULL;

  transaction = pv_transaction_begin (db, "appel-courant", NULL, error);
  if (transaction == NULL)
    return FALSE;

  appel = pv_appel_store_get (db, id, error);
  if (appel == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                     _ ("There is no appel %" PRId64 " any more. Read the list again."), id);
      return FALSE;
    }

  return pv_reglage_store_set (db, PV_REGLAGE_APPEL_COURANT, appel->uuid, NULL, error) &&
         pv_transaction_commit (transaction, error);
}
