/* pv-cli-seance.c: which séance is meant
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "pv-cli.h"
#include "pv-date.h"
#include "pv-error.h"
#include "seance/pv-proces-verbal-store.h"

static const char *
describe_etat (const PvProcesVerbalChoix *choix)
{
  if (choix->close)
    return _ ("closed");

  return choix->preparee ? _ ("being prepared") : _ ("open");
}

static gboolean
is_meant (const PvProcesVerbalChoix *choix, const char *seance, const char *date)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, choix->id);
  g_autofree char *asked = g_utf8_casefold (seance, -1);
  g_autofree char *name = g_utf8_casefold (choix->nom, -1);
  g_autofree char *instance = g_utf8_casefold (choix->instance, -1);

  return g_strcmp0 (choix->date_le, date) == 0 || g_str_equal (number, seance) ||
         g_str_equal (name, asked) || g_str_equal (instance, asked);
}

gboolean
pv_cli_find_seance (PvDb *db, const char *seance, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) list = pv_proces_verbal_store_list (db, error);
  g_autofree char *date = pv_date_parse (seance, NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const PvProcesVerbalChoix *choix = list->pdata[i];

      g_string_append_printf (names, "\n  %" G_GINT64_FORMAT "  %s (%s)", choix->id, choix->nom,
                              describe_etat (choix));
      if (!is_meant (choix, seance, date))
        continue;
      n++;
      *id = choix->id;
    }
  if (n == 1)
    return TRUE;

  if (list->len == 0)
    g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                         _ ("There is no séance in this programme"));
  else if (n == 0)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                 _ ("There is no séance “%s”. Séances:%s"), seance, names->str);
  else
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_AMBIGUOUS,
                 _ ("Several séances are meant by “%s”: give the number. Séances:%s"), seance,
                 names->str);

  return FALSE;
}
