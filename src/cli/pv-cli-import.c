/* pv-cli-import.c: progville-cli import
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <string.h>

#include "import/pv-import.h"
#include "pv-cli.h"
#include "pv-text.h"

static void
add_message (JsonBuilder *builder, const PvImportMessage *message)
{
  json_builder_begin_object (builder);
  pv_cli_json_add_text (builder, "sheet", message->sheet);
  pv_cli_json_add_int (builder, "row", message->row > 0 ? message->row : PV_INT_NULL);
  pv_cli_json_add_text (builder, "column", message->column);
  pv_cli_json_add_text (builder, "letters", message->letters);
  pv_cli_json_add_text (builder, "severity", pv_import_severity_to_id (message->severity));
  pv_cli_json_add_text (builder, "code", message->code);
  pv_cli_json_add_text (builder, "value", message->value);
  pv_cli_json_add_text (builder, "text", message->text);
  json_builder_end_object (builder);
}

static void
print_json (const PvImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  pv_cli_json_add_text (builder, "profile", report->profile);
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, report->applied);
  pv_cli_json_add_int (builder, "read", report->read);
  pv_cli_json_add_int (builder, "created", report->created);
  pv_cli_json_add_int (builder, "updated", report->updated);
  pv_cli_json_add_int (builder, "unchanged", report->unchanged);
  pv_cli_json_add_int (builder, "rejected", report->rejected);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->messages->len; i++)
    add_message (builder, g_ptr_array_index (report->messages, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  pv_cli_print_json (builder);
}

static const char *
severity_word (PvImportSeverity severity)
{
  switch (severity)
    {
    case PV_IMPORT_ERROR:
      return _ ("Error");
    case PV_IMPORT_WARNING:
      return _ ("Warning");
    case PV_IMPORT_INFO:
    default:
      return _ ("Remark");
    }
}

/* `Error, sheet “2024”, row 12, column B “montant”, value “abc”: …` */
static void
print_message (const PvImportMessage *message)
{
  g_autoptr (GPtrArray) where = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = pv_text_excerpt (message->value, 40);
  g_autofree char *place = NULL;

  g_ptr_array_add (where, g_strdup (severity_word (message->severity)));
  if (message->sheet != NULL)
    g_ptr_array_add (where, g_strdup_printf (_ ("sheet “%s”"), message->sheet));
  if (message->row > 0)
    g_ptr_array_add (where, g_strdup_printf (_ ("row %u"), message->row));
  if (message->column != NULL && message->letters != NULL)
    g_ptr_array_add (where,
                     g_strdup_printf (_ ("column %s “%s”"), message->letters, message->column));
  if (value[0] != '\0' && strstr (message->text, value) == NULL)
    g_ptr_array_add (where, g_strdup_printf (_ ("value “%s”"), value));
  g_ptr_array_add (where, NULL);
  place = g_strjoinv (", ", (char **)where->pdata);

  /* Translators: the place of a message and its text. */
  g_printerr (_ ("%s: %s\n"), place, message->text);
}

/* So many of one kind in one column are enough to understand it; `--verbose` lists all. */
#define N_SHOWN_OF_A_KIND 5

/* How many messages like this one came before it. */
static guint
count_kind (GHashTable *kinds, const PvImportMessage *message)
{
  char *kind = g_strdup_printf ("%s\n%s", message->code, message->letters);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (kinds, kind));

  g_hash_table_insert (kinds, kind, GUINT_TO_POINTER (before + 1));

  return before;
}

/* Returns how many were not shown. */
static guint
print_messages (GPtrArray *messages, gboolean verbose)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint silent = 0;

  for (guint i = 0; i < messages->len; i++)
    {
      const PvImportMessage *message = g_ptr_array_index (messages, i);

      if (verbose ||
          (message->severity != PV_IMPORT_INFO && count_kind (kinds, message) < N_SHOWN_OF_A_KIND))
        print_message (message);
      else
        silent++;
    }

  return silent;
}

static void
print_text (const PvImportReport *report, const char *source, gboolean verbose)
{
  guint silent = print_messages (report->messages, verbose);
  g_autofree char *counts = NULL;

  counts = pv_cli_count_remarks (pv_import_report_count (report, PV_IMPORT_ERROR),
                                 pv_import_report_count (report, PV_IMPORT_WARNING),
                                 pv_import_report_count (report, PV_IMPORT_INFO));
  g_print (_ ("%s (%s), rows read: %u; created: %u, updated: %u, unchanged: %u, rejected: %u\n"),
           source, report->profile, report->read, report->created, report->updated,
           report->unchanged, report->rejected);
  g_print ("%s\n", counts);
  if (silent > 0)
    g_print (ngettext ("%u message is not shown: --verbose and --json list all.\n",
                       "%u messages are not shown: --verbose and --json list all.\n", silent),
             silent);
  if (!report->applied)
    g_print ("%s\n", _ ("This was a preview: nothing was written."));
}

static void
progress_cb (guint done_bp, gpointer user_data)
{
  pv_cli_progress (done_bp, _ ("Reading"));
}

PvCliStatus
pv_cli_import (int argc, char **argv)
{
  g_autofree char *profile = NULL;
  g_autofree char *appel = NULL;
  int exercice = PV_CLI_NO_YEAR;
  gint64 year;
  gboolean dry_run = FALSE;
  gboolean verbose = FALSE;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_STRING, &profile,
      N_ ("Source of the table (see “profiles”); without it, it is found"), N_ ("ID") },
    { "appel", 0, 0, G_OPTION_ARG_STRING, &appel, N_ ("Appel that the rows go to"), N_ ("LABEL") },
    { "exercice", 0, 0, G_OPTION_ARG_INT, &exercice, N_ ("Year of the rows that say none"),
      N_ ("YEAR") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("Say what would change, write nothing"),
      NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, N_ ("List every message"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PvDb) db = NULL;
  g_autoptr (PvImport) import = NULL;
  g_autoptr (PvImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  PvCliStatus status;

  if (!pv_cli_parse (&argc, &argv, N_ ("FILE SOURCE"), _ ("Reads a table into a programme."),
                     entries, 2, &status))
    return status;
  if (!pv_cli_read_year (exercice, &year))
    return PV_CLI_USAGE;

  pv_cli_get_cancellable ();
  db = pv_cli_open (argv[1], dry_run ? PV_DB_OPEN_READ_ONLY : PV_DB_OPEN_READ_WRITE, &error);
  if (db == NULL)
    return pv_cli_fail (error);
  import = pv_import_new (
      db, argv[2], &(PvImportOptions){ .profile = profile, .appel = appel, .exercice = year },
      &error);
  if (import == NULL || !pv_import_run (import, !dry_run, NULL, progress_cb, NULL,
                                        pv_cli_get_cancellable (), &report, &error))
    return pv_cli_fail (error);
  pv_cli_progress_end ();

  if (json)
    print_json (report);
  else
    print_text (report, argv[2], verbose);

  return report->rejected > 0 ? PV_CLI_REJECTED : PV_CLI_DONE;
}
