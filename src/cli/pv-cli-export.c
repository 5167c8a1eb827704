/* pv-cli-export.c: progville-cli export
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "export/pv-export.h"
#include "modele/pv-document-lecture-store.h"
#include "pv-cli.h"
#include "pv-error.h"

/* `synthese`, … as the kinds that exist here, for the help and for a mistake. */
static char *
list_kinds (void)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint i = 0; i < pv_export_get_n_kinds (); i++)
    {
      const PvExportKind *kind = pv_export_get_kind (i);

      g_string_append_printf (kinds, "%s  %-12s %s (.%s", i > 0 ? "\n" : "",
                              pv_export_kind_get_id (kind), pv_export_kind_get_title (kind),
                              pv_export_kind_get_extension (kind));
      if (pv_export_kind_get_other_extension (kind) != NULL)
        g_string_append_printf (kinds, ", .%s", pv_export_kind_get_other_extension (kind));
      g_string_append_c (kinds, ')');
    }

  return g_string_free (g_steal_pointer (&kinds), FALSE);
}

/* The dossiers of those numbers, in the appel and the year that were chosen. */
static GArray *
find_dossiers (PvDb *db, const PvFiltre *filtre, char **numeros, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; numeros != NULL && numeros[i] != NULL; i++)
    {
      g_autoptr (GArray) trouves = pv_document_find_dossiers (db, filtre, numeros[i], error);

      if (trouves == NULL)
        return NULL;
      if (trouves->len != 1)
        {
          g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
                       trouves->len == 0
                           ? _ ("there is no dossier %s in the file")
                           : _ ("several dossiers have the number %s: say which with --appel"),
                       numeros[i]);
          return NULL;
        }
      g_array_append_vals (ids, trouves->data, trouves->len);
    }

  return g_steal_pointer (&ids);
}

/* A workbook named as a CSV opens nowhere. An end that says nothing is left as it is. */
static gboolean
is_misnamed (const PvExportKind *kind, const char *out)
{
  static const char *const others[] = { "csv", "ods", "pdf", "xls", "xlsx" };
  g_autofree char *name = g_path_get_basename (out);
  const char *dot = strrchr (name, '.');

  if (dot == NULL || g_ascii_strcasecmp (dot + 1, pv_export_kind_get_extension (kind)) == 0 ||
      (pv_export_kind_get_other_extension (kind) != NULL &&
       g_ascii_strcasecmp (dot + 1, pv_export_kind_get_other_extension (kind)) == 0))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strcasecmp (dot + 1, others[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
progress_cb (const char *step, guint done_bp, gpointer user_data)
{
  pv_cli_progress (done_bp, (gpointer)(step != NULL ? step : _ ("Writing")));
}

static void
print_result (const PvExportResult *result)
{
  guint n = (guint)result->n_dossiers;
  guint m = (guint)MAX (result->n_financements, 0);
  g_autofree char *dossiers = g_strdup_printf (ngettext ("%u dossier", "%u dossiers", n), n);
  g_autofree char *financements =
      g_strdup_printf (ngettext ("%u financement", "%u financements", m), m);

  for (guint i = 0; i < result->warnings->len; i++)
    g_printerr ("%s\n", (const char *)g_ptr_array_index (result->warnings, i));
  for (guint i = 0; i < result->files->len; i++)
    g_print ("%s\n", (const char *)g_ptr_array_index (result->files, i));
  if (result->n_financements >= 0)
    g_print ("%s, %s\n", dossiers, financements);
  else
    g_print ("%s\n", dossiers);
}

static PvCliStatus export(const PvExportKind *kind,
                          const char *programme,
                          const char *out,
                          const char *appel,
                          gint64 exercice,
                          const char *institution,
                          const char *seance,
                          const char *financeur,
                          gboolean all,
                          char **numeros,
                          const char *modele)
{
  g_autoptr (PvDb) db = NULL;
  g_autoptr (GArray) dossiers = NULL;
  g_autoptr (PvExportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  PvExportRequest request = {
    .institution = institution,
    .attribuant = financeur,
    .tout = all,
    .modele = modele,
    .path = out,
    .progress = progress_cb,
    .cancellable = pv_cli_get_cancellable (),
  };

  db = pv_cli_open (programme, PV_DB_OPEN_READ_ONLY, &error);
  if (db == NULL || !pv_cli_filter (db, appel, exercice, &request.filtre, &error) ||
      (seance != NULL && !pv_cli_find_seance (db, seance, &request.seance_id, &error)))
    return pv_cli_fail (error);
  dossiers = find_dossiers (db, &request.filtre, numeros, &error);
  if (dossiers == NULL)
    return pv_cli_fail (error);
  request.db = db;
  request.dossiers = (const gint64 *)(gpointer)dossiers->data;
  request.n_dossiers = dossiers->len;
  result = pv_export_run (kind, &request, &error);
  if (result == NULL)
    return pv_cli_fail (error);

  pv_cli_progress_end ();
  print_result (result);
  return PV_CLI_DONE;
}

PvCliStatus
pv_cli_export (int argc, char **argv)
{
  g_autofree char *appel = NULL;
  g_autofree char *institution = NULL;
  g_autofree char *seance = NULL;
  g_autofree char *financeur = NULL;
  g_autofree char *modele = NULL;
  g_auto (GStrv) dossiers = NULL;
  gboolean all = FALSE;
  int exercice = PV_CLI_NO_YEAR;
  gint64 year;
  const GOptionEntry entries[] = {
    { "appel", 0, 0, G_OPTION_ARG_STRING, &appel, N_ ("Only the dossiers of this appel"),
      N_ ("LABEL") },
    { "exercice", 0, 0, G_OPTION_ARG_INT, &exercice, N_ ("Only the dossiers of this year"),
      N_ ("YEAR") },
    { "institution", 0, 0, G_OPTION_ARG_STRING, &institution,
      N_ ("Institution that the file is for"), N_ ("NAME") },
    { "seance", 0, 0, G_OPTION_ARG_STRING, &seance,
      N_ ("Séance that the file is about: its date, its name or its number"), N_ ("SÉANCE") },
    { "financeur", 0, 0, G_OPTION_ARG_STRING, &financeur,
      N_ ("Only the grants of this public funder: its name or its SIRET"), N_ ("NAME") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all,
      N_ ("Also the grants that the law does not ask to publish"), NULL },
    { "dossier", 0, 0, G_OPTION_ARG_STRING_ARRAY, &dossiers,
      N_ ("Only the dossier of this number; may be given several times"), N_ ("N°") },
    { "modele", 0, 0, G_OPTION_ARG_STRING, &modele,
      N_ ("Template of the letters: notification, refus, convention, fiche, relance, or the name "
          "of one of yours"),
      N_ ("TEMPLATE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *kinds = list_kinds ();
  g_autofree char *summary = g_strdup_printf (_ ("Writes a file. Kinds:\n%s"), kinds);
  const PvExportKind *kind;
  PvCliStatus status;

  if (!pv_cli_parse (&argc, &argv, N_ ("FILE KIND OUT"), summary, entries, 3, &status))
    return status;
  if (!pv_cli_read_year (exercice, &year))
    return PV_CLI_USAGE;
  kind = pv_export_find_kind (argv[2]);
  if (kind == NULL)
    return pv_cli_misuse (_ ("there is no export “%s”. Kinds:\n%s"), argv[2], kinds);
  if (pv_export_kind_needs_institution (kind) && institution == NULL)
    return pv_cli_misuse (_ ("the export “%s” needs --institution"), argv[2]);

  if (is_misnamed (kind, argv[3]))
    return pv_cli_misuse (_ ("the export “%s” is a .%s file: give its name this end"), argv[2],
                          pv_export_kind_get_extension (kind));
  if (pv_export_kind_needs_seance (kind) && seance == NULL)
    return pv_cli_misuse (_ ("the export “%s” needs --seance"), argv[2]);
  if (!pv_export_kind_needs_seance (kind) && seance != NULL)
    return pv_cli_misuse (_ ("the export “%s” is not about a séance: leave --seance out"), argv[2]);
  if (!pv_export_kind_is_publication (kind) && (financeur != NULL || all))
    return pv_cli_misuse (_ ("the export “%s” is not a publication of grants: leave --financeur "
                             "and --all out"),
                          argv[2]);

  if (!pv_export_kind_takes_dossiers (kind) && dossiers != NULL)
    return pv_cli_misuse (_ ("the export “%s” is about all dossiers: leave --dossier out"),
                          argv[2]);
  if (pv_export_kind_takes_modele (kind) && modele == NULL)
    return pv_cli_misuse (_ ("the export “%s” needs --modele"), argv[2]);
  if (!pv_export_kind_takes_modele (kind) && modele != NULL)
    return pv_cli_misuse (_ ("the export “%s” has no template: leave --modele out"), argv[2]);

  return export(kind, argv[1], argv[3], appel, year, institution, seance, financeur, all, dossiers,
                modele);
}
