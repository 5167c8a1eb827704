/* pv-derogation-store.c: controls that were seen and passed with a reason
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-derogation-store.h"

#include "commun/pv-entite.h"
#include "pv-text.h"
#include "pv-uuid.h"

static const char retire[] = "DELETE FROM derogation"
                             " WHERE controle = :controle AND nom_table = :nom AND cle = :cle";

static const char ajoute[] =
    "INSERT INTO derogation (uuid, controle, nom_table, cle, motif, agent_nom, faite_a)"
    " VALUES (:uuid, :controle, :nom, :cle, :motif, :agent, :instant)";

gboolean
pv_derogation_store_set (PvDb *db,
                         const char *controle,
                         const char *table,
                         gint64 cle,
                         const char *motif,
                         GError **error)
{
  g_autofree char *clean = pv_text_clean (motif, FALSE);
  g_autofree char *uuid = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (controle != NULL && table != NULL, FALSE);

  if (!pv_sql_run (db, retire, error, "tti", controle, table, cle))
    return FALSE;
  if (*clean == '\0')
    return TRUE;
  uuid = pv_uuid_new ();
  now = pv_clock_now (pv_db_get_clock (db));

  return pv_sql_run (db, ajoute, error, "tttittt", uuid, controle, table, cle, clean,
                     pv_db_get_agent (db), now);
}
