/* pv-exports-seances.c: which séance is exported, and in which format
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-exports-seances.h"

#include <glib/gi18n.h>
#include <string.h>

#include "seance/pv-proces-verbal-store.h"

static const PvProcesVerbalChoix *
get_choix (AdwComboRow *row, GPtrArray *seances)
{
  guint selected = adw_combo_row_get_selected (row);

  return seances != NULL && selected < seances->len ? seances->pdata[selected] : NULL;
}

gint64
pv_exports_seances_get (AdwComboRow *row, GPtrArray *seances)
{
  const PvProcesVerbalChoix *choix = get_choix (row, seances);

  return choix != NULL ? choix->id : 0;
}

/* Only what a closed one says is no draft. */
static char *
describe (const PvProcesVerbalChoix *choix)
{
  return choix->close ? g_strdup (choix->nom) : g_strdup_printf (_ ("%s, draft"), choix->nom);
}

GPtrArray *
pv_exports_seances_list (AdwComboRow *row, GPtrArray *seances, PvDb *db)
{
  gint64 chosen = pv_exports_seances_get (row, seances);
  GPtrArray *list = pv_proces_verbal_store_list (db, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&seances, g_ptr_array_unref);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PvProcesVerbalChoix *choix = list->pdata[i];
      g_autofree char *name = describe (choix);

      gtk_string_list_append (names, name);
      if (choix->id == chosen)
        selected = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  if (list != NULL && list->len > 0)
    adw_combo_row_set_selected (row, selected);

  return list;
}

char *
pv_exports_seances_dup_name (AdwComboRow *row, GPtrArray *seances)
{
  const PvProcesVerbalChoix *choix = get_choix (row, seances);

  return choix != NULL ? g_strdup_printf ("PV %s %s.pdf", choix->instance, choix->date_le)
                       : g_strdup ("PV.pdf");
}

/* --- formats ------------------------------------------------------------------------- */

static void
add_format (GtkFileChooser *chooser, const char *name, const char *extension)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, extension);
  g_object_set_data (G_OBJECT (filter), "pv-extension", (gpointer)extension);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
pv_exports_seances_add_formats (GtkFileChooser *chooser, const PvExportKind *kind)
{
  if (pv_export_kind_get_other_extension (kind) == NULL)
    return;

  add_format (chooser, _ ("PDF document (.pdf)"), "pdf");
  add_format (chooser, _ ("Excel workbook (.xlsx)"), "xlsx");
}

char *
pv_exports_seances_complete (GtkFileChooser *chooser, const PvExportKind *kind, const char *path)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *usual = pv_export_kind_get_extension (kind);
  const char *other = pv_export_kind_get_other_extension (kind);
  const char *extension =
      filter != NULL ? g_object_get_data (G_OBJECT (filter), "pv-extension") : NULL;
  const char *dot = strrchr (path, '.');
  g_autofree char *base = NULL;

  if (other == NULL || (dot != NULL && g_ascii_strcasecmp (dot + 1, other) == 0))
    return g_strdup (path);

  base = dot != NULL && g_ascii_strcasecmp (dot + 1, usual) == 0 ? g_strndup (path, dot - path)
                                                                 : g_strdup (path);

  return g_strdup_printf ("%s.%s", base, extension != NULL ? extension : usual);
}
