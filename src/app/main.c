/* main.c: progville
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>

#include "pv-application.h"

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

int
main (int argc, char **argv)
{
  g_autoptr (PvApplication) application = NULL;

  init_translations ();
  signal (SIGXFSZ, SIG_IGN); /* a limit on the size of files is told as a full disk */
  application = pv_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
