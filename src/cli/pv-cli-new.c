/* pv-cli-new.c: progville-cli new
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "demonstration/pv-demonstration-file.h"
#include "pv-cli.h"
#include "reference/pv-reference.h"

PvCliStatus
pv_cli_new (int argc, char **argv)
{
  g_autofree char *contrat = NULL;
  g_autofree char *cadre = NULL;
  int exercice = PV_CLI_NO_YEAR;
  gboolean demonstration = FALSE;
  gint64 year;
  const GOptionEntry entries[] = {
    { "contrat", 0, 0, G_OPTION_ARG_STRING, &contrat, N_ ("National code of the contrat de ville"),
      N_ ("CODE") },
    { "cadre", 0, 0, G_OPTION_ARG_STRING, &cadre, N_ ("Frame that dossiers are sorted by"),
      N_ ("ID") },
    { "exercice", 0, 0, G_OPTION_ARG_INT, &exercice, N_ ("Year of the programme"), N_ ("YEAR") },
    { "demonstration", 0, 0, G_OPTION_ARG_NONE, &demonstration,
      N_ ("Fill it with the fictitious demonstration; no other option then"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (PvDb) db = NULL;
  g_autoptr (GError) error = NULL;
  PvCliStatus status;

  if (!pv_cli_parse (&argc, &argv, N_ ("FILE"),
                     _ ("Makes an empty programme file with the reference data."), entries, 1,
                     &status))
    return status;
  if (!pv_cli_read_year (exercice, &year))
    return PV_CLI_USAGE;

  if (demonstration && (contrat != NULL || cadre != NULL || year != PV_INT_NULL))
    return pv_cli_misuse (_ ("--demonstration has its own contrat, frame and year: give it alone"));

  db = demonstration
           ? pv_demonstration_file_create (argv[1], clock, g_get_real_name (), NULL, NULL,
                                           pv_cli_get_cancellable (), &error)
           : pv_reference_create_programme (
                 argv[1],
                 &(PvReferenceChoice){ .contrat = contrat, .cadre = cadre, .exercice = year },
                 clock, g_get_real_name (), &error);
  if (db == NULL || !pv_db_close (db, &error))
    {
      /* It reads our own reference data: that they are missing is no mistake of the user. */
      status = pv_cli_fail (error);
      return status == PV_CLI_SOURCE ? PV_CLI_INTERNAL : status;
    }

  g_print (_ ("“%s” is ready.\n"), argv[1]);
  return PV_CLI_DONE;
}
