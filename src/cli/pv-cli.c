/* pv-cli.c: what the commands share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-cli.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "appel/pv-appel-store.h"
#include "pv-error.h"

static GOptionContext *
option_context_new (const char *name,
                    const char *usage,
                    const char *summary,
                    const GOptionEntry *entries)
{
  g_autofree char *program = g_strdup_printf ("progville-cli %s", name);
  GOptionContext *context = g_option_context_new (usage != NULL ? _ (usage) : NULL);

  g_set_prgname (program); /* the help begins with it */
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

static gboolean
asks_for_help (int argc, char **argv)
{
  for (int i = 1; i < argc && g_strcmp0 (argv[i], "--") != 0; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;

  return FALSE;
}

gboolean
pv_cli_parse (int *argc,
              char ***argv,
              const char *usage,
              const char *summary,
              const GOptionEntry *entries,
              int n_positional,
              PvCliStatus *status)
{
  g_autoptr (GOptionContext) context = option_context_new ((*argv)[0], usage, summary, entries);
  g_autoptr (GError) error = NULL;

  if (asks_for_help (*argc, *argv))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_print ("%s", help);
      *status = PV_CLI_DONE;
      return FALSE;
    }

  *status = PV_CLI_USAGE;
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      pv_cli_misuse ("%s", error->message);
      return FALSE;
    }
  if (*argc - 1 != n_positional)
    {
      if (usage != NULL)
        pv_cli_misuse (_ ("“%s” takes: %s"), (*argv)[0], _ (usage));
      else
        pv_cli_misuse (_ ("“%s” takes options only"), (*argv)[0]);
      return FALSE;
    }

  return TRUE;
}

PvCliStatus
pv_cli_misuse (const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_printerr ("progville-cli: %s\n", message);
  g_printerr ("%s\n", _ ("“progville-cli --help” lists the commands."));

  return PV_CLI_USAGE;
}

gboolean
pv_cli_read_year (int given, gint64 *year)
{
  *year = given == PV_CLI_NO_YEAR ? PV_INT_NULL : given;
  if (given == PV_CLI_NO_YEAR || (given >= 1900 && given <= 2200))
    return TRUE;

  pv_cli_misuse (_ ("“%d” is no year for --exercice: write one such as 2026"), given);
  return FALSE;
}

static PvCliStatus
status_of_exchange (int code)
{
  switch ((PvExchangeError)code)
    {
    case PV_EXCHANGE_ERROR_USAGE:
      return PV_CLI_USAGE;
    case PV_EXCHANGE_ERROR_WRITE:
      return PV_CLI_INTERNAL;
    case PV_EXCHANGE_ERROR_FAILED:
    case PV_EXCHANGE_ERROR_UNREADABLE:
    case PV_EXCHANGE_ERROR_EMPTY:
    case PV_EXCHANGE_ERROR_FORMAT:
    case PV_EXCHANGE_ERROR_ENCRYPTED:
    case PV_EXCHANGE_ERROR_LIMIT:
    case PV_EXCHANGE_ERROR_PROFILE:
    default:
      return PV_CLI_SOURCE;
    }
}

PvCliStatus
pv_cli_fail (const GError *error)
{
  pv_cli_progress_end ();
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_printerr ("%s\n", _ ("progville-cli: interrupted; nothing was changed."));
      return PV_CLI_INTERNAL;
    }
  g_printerr ("progville-cli: %s\n", error->message);

  /* A row that the schema refuses is a mistake of ours: nothing is wrong with the file. */
  if (g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT))
    return PV_CLI_INTERNAL;
  if (error->domain == PV_DB_ERROR)
    return PV_CLI_PROGRAMME;
  if (error->domain == PV_EXCHANGE_ERROR)
    return status_of_exchange (error->code);
  if (error->domain == PV_RULE_ERROR)
    return PV_CLI_USAGE;

  return PV_CLI_INTERNAL;
}

PvDb *
pv_cli_open (const char *path, PvDbOpenMode mode, GError **error)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  PvDb *db = pv_db_open (path, mode, clock, error);

  if (db != NULL)
    pv_db_set_agent (db, g_get_real_name ());

  return db;
}

char *
pv_cli_count_remarks (guint errors, guint warnings, guint remarks)
{
  g_autofree char *a = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  g_autofree char *b = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);
  g_autofree char *c = g_strdup_printf (ngettext ("%u remark", "%u remarks", remarks), remarks);

  return g_strjoin (", ", a, b, c, NULL);
}

void
pv_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout); /* JSON is UTF-8 in any locale; g_print would convert it */
  fputc ('\n', stdout);
}

void
pv_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  if (value == PV_INT_NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, value);
}

void
pv_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    json_builder_add_string_value (builder, value);
}

void
pv_cli_progress (guint done_bp, gpointer label)
{
  static guint last = G_MAXUINT;
  guint percent = done_bp / 100;

  if (percent == last || !isatty (STDERR_FILENO))
    return;

  last = percent;
  g_printerr ("\r%s %3u %%", (const char *)label, percent);
}

void
pv_cli_progress_end (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}

/* Those that bear the label, and the labels there are, for a mistake. */
static gint64
find_appel (GPtrArray *appels, const char *label, gint64 exercice, GString *labels)
{
  gint64 found = PV_INT_NULL;

  for (guint i = 0; i < appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (appels, i);

      g_string_append_printf (labels, "\n  %s (%d)", appel->libelle, (int)appel->exercice);
      if (g_str_equal (appel->libelle, label) &&
          (exercice == PV_INT_NULL || appel->exercice == exercice))
        found = found == PV_INT_NULL ? appel->id : G_MAXINT64;
    }

  return found;
}

gboolean
pv_cli_filter (PvDb *db, const char *appel, gint64 exercice, PvFiltre *filter, GError **error)
{
  g_autoptr (GPtrArray) appels = NULL;
  g_autoptr (GString) labels = NULL;

  *filter = (PvFiltre){ PV_INT_NULL, exercice };
  if (appel == NULL)
    return TRUE;

  appels = pv_appel_store_list (db, error);
  if (appels == NULL)
    return FALSE;
  labels = g_string_new (NULL);
  filter->appel_id = find_appel (appels, appel, filter->exercice, labels);
  if (filter->appel_id == G_MAXINT64)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_AMBIGUOUS,
                   _ ("Several appels are called “%s”: add --exercice. Appels:%s"), appel,
                   labels->str);
      return FALSE;
    }
  if (filter->appel_id == PV_INT_NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("There is no appel “%s”. Appels:%s"), appel, labels->str);
      return FALSE;
    }

  return TRUE;
}

static gpointer
wait_for_signal_cb (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t ends;
  int signal = 0;

  sigemptyset (&ends);
  sigaddset (&ends, SIGINT);
  sigaddset (&ends, SIGTERM);
  sigwait (&ends, &signal);
  g_cancellable_cancel (cancellable);
  sigwait (&ends, &signal);
  _exit (128 + signal);
}

GCancellable *
pv_cli_get_cancellable (void)
{
  static GCancellable *cancellable = NULL;
  sigset_t ends;

  if (cancellable != NULL)
    return cancellable;

  /* Blocked here and so in every thread to come: one thread alone waits for them. */
  cancellable = g_cancellable_new ();
  sigemptyset (&ends);
  sigaddset (&ends, SIGINT);
  sigaddset (&ends, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &ends, NULL);
  g_thread_unref (g_thread_new ("signals", wait_for_signal_cb, cancellable));

  return cancellable;
}
