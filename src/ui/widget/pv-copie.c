/* pv-copie.c: rows copied as a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-copie.h"

#include <glib/gi18n.h>
#include <string.h>

#include "context/pv-reading.h"
#include "pv-text.h"
#include "widget/pv-format.h"

PvCopie *
pv_copie_new (char *text, char *html, guint rows)
{
  PvCopie *self = g_new (PvCopie, 1);

  *self = (PvCopie){ text, html, rows };

  return self;
}

void
pv_copie_free (gpointer copie)
{
  PvCopie *self = copie;

  g_free (self->text);
  g_free (self->html);
  g_free (self);
}

void
pv_copie_set (GtkWidget *widget, const char *text, const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *parts[2];
  g_autoptr (GdkContentProvider) all = NULL;

  parts[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  parts[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
}

void
pv_copie_give (const PvCopie *copie, GtkWidget *widget)
{
  g_autofree char *count = pv_count_to_text (copie->rows);
  g_autofree char *message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s dossier copied", "%s dossiers copied", copie->rows), count);

  pv_copie_set (widget, copie->text, copie->html);
  gtk_widget_activate_action (widget, "win.toast", "s", message);
}

void
pv_copie_give_text (GtkWidget *widget, const char *text, guint rows)
{
  g_autofree char *message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u row copied", "%u rows copied", rows), rows);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  gtk_widget_activate_action (widget, "win.toast", "s", message);
}

void
pv_copie_append_cell (GString *table, const char *text)
{
  g_autofree char *clean = pv_text_neutralise (text != NULL ? text : "");

  g_strdelimit (clean, "\t\r\n", ' ');
  g_string_append (table, clean);
}

void
pv_copie_give_items (GtkWidget *widget, const PvCopieColonnes *colonnes, const GPtrArray *items)
{
  g_autoptr (GString) table = g_string_new (NULL);

  for (int c = 0; c < colonnes->n; c++)
    g_string_append_printf (table, "%s%s", c > 0 ? "\t" : "", colonnes->get_title (c));
  for (guint i = 0; i < items->len; i++)
    for (int c = 0; c < colonnes->n; c++)
      {
        g_autofree char *text = colonnes->dup_text (items->pdata[i], c);

        g_string_append_c (table, c > 0 ? '\t' : '\n');
        pv_copie_append_cell (table, text);
      }
  pv_copie_give_text (widget, table->str, items->len);
}

void
pv_copie_made_cb (GObject *context, GAsyncResult *result, gpointer widget)
{
  g_autoptr (GtkWidget) self = widget;
  PvCopie *copie = pv_reading_finish (context, result, self);

  if (copie == NULL)
    return;
  pv_copie_give (copie, self);
  pv_copie_free (copie);
}
