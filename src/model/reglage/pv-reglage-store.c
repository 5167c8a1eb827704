/* pv-reglage-store.c: choices that belong to the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reglage/pv-reglage-store.h"

#include "commun/pv-entite.h"

static const char lit[] = "SELECT valeur FROM reglage WHERE cle = :cle";
static const char met[] = "INSERT INTO reglage (cle, valeur) VALUES (:cle, :valeur)"
                          " ON CONFLICT (cle) DO UPDATE SET valeur = excluded.valeur"
                          " WHERE valeur IS DISTINCT FROM excluded.valeur";
static const char retire[] = "DELETE FROM reglage WHERE cle = :cle";

gboolean
pv_reglage_store_get (PvDb *db, const char *cle, char **valeur, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, lit, error, "t", cle);
  PvStep step;

  if (statement == NULL)
    return FALSE;

  step = pv_statement_step (statement, error);
  if (step == PV_STEP_ERROR)
    return FALSE;

  *valeur = step == PV_STEP_ROW ? pv_statement_dup_text (statement, 0) : NULL;
  return TRUE;
}

gboolean
pv_reglage_store_get_int (PvDb *db, const char *cle, gint64 defaut, gint64 *valeur, GError **error)
{
  g_autofree char *texte = NULL;

  if (!pv_reglage_store_get (db, cle, &texte, error))
    return FALSE;

  if (texte == NULL ||
      !g_ascii_string_to_signed (texte, 10, G_MININT64 + 1, G_MAXINT64, valeur, NULL))
    *valeur = defaut;
  return TRUE;
}

gboolean
pv_reglage_store_set (PvDb *db,
                      const char *cle,
                      const char *valeur,
                      gboolean *changed,
                      GError **error)
{
  if (changed != NULL)
    *changed = FALSE;

  if (valeur == NULL)
    return pv_sql_write (db, retire, changed, error, "t", cle);

  return pv_sql_write (db, met, changed, error, "tt", cle, valeur);
}
