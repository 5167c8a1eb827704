/* main.c: progville-cli
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "pv-cli.h"

static const PvCliCommand commands[] = {
  { "new", N_ ("FILE"), N_ ("Make an empty programme file"), pv_cli_new },
  { "import", N_ ("FILE SOURCE"), N_ ("Read a table into a programme"), pv_cli_import },
  { "export", N_ ("FILE KIND OUT"), N_ ("Write a workbook"), pv_cli_export },
  { "stats", N_ ("FILE"), N_ ("Add up amounts and dossiers by a key"), pv_cli_stats },
  { "check", N_ ("FILE"), N_ ("Controls, integrity and history of a programme"), pv_cli_check },
  { "profiles", NULL, N_ ("The sources that import knows"), pv_cli_profiles },
};

/* By PvCliStatus. */
static const char *const statuses[] = {
  N_ ("done"),
  N_ ("done, with rejected rows or failed controls"),
  N_ ("bad usage"),
  N_ ("the source cannot be read"),
  N_ ("the programme file cannot be used"),
  N_ ("internal error, or the output cannot be written"),
};

static void
init_translations (void)
{
  const char *localedir = g_getenv ("PV_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : PV_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* asked before textdomain(), GLib does not decide for good that the session
   * has no translation: the sheets are French in any session */
  g_dgettext (GETTEXT_PACKAGE, "");
  textdomain (GETTEXT_PACKAGE);
}

static void
print_commands (void)
{
  g_print ("%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *usage = commands[i].usage;
      g_autofree char *call =
          g_strdup_printf ("%s %s", commands[i].name, usage != NULL ? _ (usage) : "");
      int missing = MAX (0, 28 - (int)g_utf8_strlen (call, -1));

      g_print ("  %s%*s %s\n", call, missing, "", _ (commands[i].summary));
    }
}

static PvCliStatus
print_help (void)
{
  g_print ("%s\n  progville-cli %s\n\n", _ ("Usage:"), _ ("COMMAND [OPTION…] ARGUMENT…"));
  print_commands ();
  g_print ("\n%s\n\n%s\n", _ ("“progville-cli COMMAND --help” tells the options of a command."),
           _ ("Exit status:"));
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    g_print ("  %u  %s\n", (guint)i, _ (statuses[i]));

  return PV_CLI_DONE;
}

/* A result that the disk or the reader did not take was not given. */
static PvCliStatus
finish (PvCliStatus status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  g_printerr ("progville-cli: %s\n",
              _ ("what it says could not be written: make room, or write it elsewhere"));
  return PV_CLI_INTERNAL;
}

static PvCliStatus
run_command (int argc, char **argv)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[0]))
      return commands[i].run (argc, argv);

  return pv_cli_misuse (_ ("there is no command “%s”"), argv[0]);
}

int
main (int argc, char **argv)
{
  init_translations ();
  signal (SIGXFSZ, SIG_IGN); /* a limit on the size of files is told as a full disk */

  if (argc < 2)
    return pv_cli_misuse (_ ("a command is missing"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return finish (print_help ());
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("progville-cli %s\n", PV_VERSION);
      return PV_CLI_DONE;
    }

  return finish (run_command (argc - 1, argv + 1));
}
