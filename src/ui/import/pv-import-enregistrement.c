/* pv-import-enregistrement.c: what an import said, as a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-enregistrement.h"

#include <glib/gi18n.h>

#include "export/pv-liste.h"
#include "widget/pv-severity-icon.h"

#define N_COLUMNS 7

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static char **
row_of_message (const PvImportMessage *message)
{
  char **row = g_new0 (char *, N_COLUMNS + 1);
  const char *texts[N_COLUMNS] = { pv_severite_to_words ((PvSeverite)message->severity),
                                   message->sheet,
                                   NULL,
                                   message->letters,
                                   message->column,
                                   message->value,
                                   message->text };

  for (guint i = 0; i < N_COLUMNS; i++)
    row[i] = g_strdup (texts[i] != NULL ? texts[i] : "");
  if (message->row > 0)
    {
      g_free (row[2]);
      row[2] = g_strdup_printf ("%u", message->row);
    }

  return row;
}

static void
add_count (GPtrArray *rows, const char *source, const char *name, guint n)
{
  g_autofree char *text = g_strdup_printf ("%s: %u", name, n);
  const char *texts[] = { _ ("Count"), source, "", "", "", "", text, NULL };

  g_ptr_array_add (rows, g_strdupv ((char **)texts));
}

static void
add_counts (GPtrArray *rows, const PvImportReport *report, const char *source)
{
  add_count (rows, source, _ ("Rows read"), report->read);
  add_count (rows, source, _ ("Created"), report->created);
  add_count (rows, source, _ ("Updated"), report->updated);
  add_count (rows, source, _ ("Unchanged"), report->unchanged);
  add_count (rows, source, _ ("Rejected"), report->rejected);
}

gboolean
pv_import_enregistrer (const PvImportApercu *apercu,
                       const char *source,
                       gboolean report,
                       const char *path,
                       GError **error)
{
  const char *headers[] = { _ ("Severity"), _ ("Sheet"),      _ ("Row"),    _ ("Letters"),
                            _ ("Column"),   _ ("Value read"), _ ("Reason"), NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  const GPtrArray *messages;

  g_return_val_if_fail (apercu != NULL && path != NULL, FALSE);

  messages = apercu->report->messages;
  if (report)
    add_counts (rows, apercu->report, source);
  for (guint i = 0; i < messages->len; i++)
    {
      const PvImportMessage *message = g_ptr_array_index (messages, i);

      if (report || message->severity == PV_IMPORT_ERROR)
        g_ptr_array_add (rows, row_of_message (message));
    }

  if (pv_import_report_count_untold (apercu->report) > 0)
    add_count (rows, source, _ ("Other messages, not kept"),
               pv_import_report_count_untold (apercu->report));

  return pv_liste_write (path, report ? _ ("Import report") : _ ("Rejected"), headers, rows, error);
}
