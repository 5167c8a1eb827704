/* pv-cli-stats.c: progville-cli stats
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "pv-cli.h"
#include "stats/pv-stats.h"

/* The sum of no answer at all is 0: it is a sum, not an answer. */
static PvCents
amount_or_zero (const PvStatsRow *row)
{
  return row->amount_cents != PV_CENTS_NULL ? row->amount_cents : 0;
}

static void
add_row (JsonBuilder *builder, const PvStatsRow *row)
{
  json_builder_begin_object (builder);
  if (row->key != NULL)
    {
      pv_cli_json_add_text (builder, "key", row->key);
      pv_cli_json_add_text (builder, "label", row->label);
    }
  pv_cli_json_add_int (builder, "dossiers", row->dossiers);
  pv_cli_json_add_int (builder, "amount_cents", amount_or_zero (row));
  json_builder_end_object (builder);
}

static void
print_json (const PvStats *stats)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  pv_cli_json_add_text (builder, "by", pv_stats_key_to_id (stats->by));
  pv_cli_json_add_text (builder, "stage", pv_etape_to_id (stats->etape));
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stats->rows->len; i++)
    add_row (builder, g_ptr_array_index (stats->rows, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "total");
  add_row (builder, &stats->total);
  json_builder_end_object (builder);

  pv_cli_print_json (builder);
}

/* Pads to @width columns of a terminal, which printf would count in bytes. */
static void
print_cell (const char *text, glong width, gboolean to_the_right)
{
  glong missing = MAX (0, width - g_utf8_strlen (text, -1));

  g_print ("%*s%s%*s", to_the_right ? (int)missing : 0, "", text, to_the_right ? 0 : (int)missing,
           "");
}

static void
print_line (const char *label, glong width, const char *dossiers, const char *amount)
{
  print_cell (label, width, FALSE);
  print_cell (dossiers, 12, TRUE);
  print_cell (amount, 20, TRUE);
  g_print ("\n");
}

static void
print_row (const PvStatsRow *row, const char *label, glong width)
{
  g_autofree char *dossiers = g_strdup_printf ("%" G_GINT64_FORMAT, row->dossiers);
  g_autofree char *amount = pv_money_format (amount_or_zero (row), PV_MONEY_FORMAT_FRENCH);

  print_line (label, width, dossiers, amount);
}

static void
print_table (const PvStats *stats)
{
  glong width = g_utf8_strlen (_ ("Total"), -1);

  for (guint i = 0; i < stats->rows->len; i++)
    {
      const PvStatsRow *row = g_ptr_array_index (stats->rows, i);

      width = MAX (width, g_utf8_strlen (row->label, -1));
    }

  print_line ("", width, _ ("Dossiers"), pv_etape_to_libelle (stats->etape));
  for (guint i = 0; i < stats->rows->len; i++)
    {
      const PvStatsRow *row = g_ptr_array_index (stats->rows, i);

      print_row (row, row->label, width);
    }
  print_row (&stats->total, _ ("Total"), width);
}

static gboolean
read_key_and_stage (const char *by, const char *stage, PvStatsKey *key, PvEtape *etape)
{
  *key = PV_STATS_CATEGORIE;
  *etape = PV_ETAPE_SOLLICITE;
  if (by != NULL && !pv_stats_key_from_id (by, key))
    {
      pv_cli_misuse (
          _ ("“%s” is no key of --by: use categorie, financeur, axe, territoire, marqueur, "
             "statut, porteur, exercice, nature or cpo"),
          by);
      return FALSE;
    }
  if (stage != NULL && !pv_etape_from_id (stage, etape))
    {
      pv_cli_misuse (
          _ ("“%s” is no stage: use sollicite, propose, arbitre, vote, notifie or verse"), stage);
      return FALSE;
    }

  return TRUE;
}

PvCliStatus
pv_cli_stats (int argc, char **argv)
{
  g_autofree char *by = NULL;
  g_autofree char *stage = NULL;
  g_autofree char *appel = NULL;
  int exercice = PV_CLI_NO_YEAR;
  gint64 year;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by,
      N_ ("categorie (default), financeur, axe, territoire, marqueur, statut, porteur, exercice, "
          "nature, cpo"),
      N_ ("KEY") },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage,
      N_ ("sollicite (default), propose, arbitre, vote, notifie, verse"), N_ ("STAGE") },
    { "appel", 0, 0, G_OPTION_ARG_STRING, &appel, N_ ("Only the dossiers of this appel"),
      N_ ("LABEL") },
    { "exercice", 0, 0, G_OPTION_ARG_INT, &exercice, N_ ("Only the dossiers of this year"),
      N_ ("YEAR") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PvDb) db = NULL;
  g_autoptr (PvStats) stats = NULL;
  g_autoptr (GError) error = NULL;
  PvFiltre filter = PV_FILTRE_TOUT;
  PvStatsKey key;
  PvEtape etape;
  PvCliStatus status;

  if (!pv_cli_parse (&argc, &argv, N_ ("FILE"), _ ("Adds up amounts and dossiers by a key."),
                     entries, 1, &status))
    return status;
  if (!read_key_and_stage (by, stage, &key, &etape) || !pv_cli_read_year (exercice, &year))
    return PV_CLI_USAGE;

  db = pv_cli_open (argv[1], PV_DB_OPEN_READ_ONLY, &error);
  if (db == NULL || !pv_cli_filter (db, appel, year, &filter, &error))
    return pv_cli_fail (error);
  stats = pv_stats_compute (db, key, etape, &filter, &error);
  if (stats == NULL)
    return pv_cli_fail (error);

  if (json)
    print_json (stats);
  else
    print_table (stats);

  return PV_CLI_DONE;
}
