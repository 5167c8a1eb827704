/* pv-liste-texte.c: a list for a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-liste-texte.h"

#include "pv-text.h"

/* "12500,50": what a French spreadsheet reads as a number; (nullable) */
static char *
number_to_text (PvListeGenre genre, gint64 nombre, char point)
{
  if (nombre == PV_INT_NULL)
    return NULL;
  if (genre != PV_LISTE_MONTANT && genre != PV_LISTE_SCORE)
    return g_strdup_printf ("%" G_GINT64_FORMAT, nombre);
  if (nombre % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, nombre / 100);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%c%02" G_GINT64_FORMAT, nombre < 0 ? "-" : "",
                          ABS (nombre) / 100, point, ABS (nombre) % 100);
}

static void
append_text_cell (GString *text, GString *html, const char *cell)
{
  g_autofree char *neutral = pv_text_neutralise (cell != NULL ? cell : "");
  g_autofree char *escaped = g_markup_escape_text (cell != NULL ? cell : "", -1);

  g_strdelimit (neutral, "\t\r\n", ' ');
  g_string_append (text, neutral);
  /* @: text, even when it looks like a number (a dossier’s “0412”) */
  g_string_append_printf (html, "<td style='mso-number-format:\"\\@\"' sdnum=\"1036;0;@\">%s</td>",
                          escaped);
}

static void
append_number_cell (GString *text, GString *html, PvListeGenre genre, gint64 nombre)
{
  g_autofree char *shown = number_to_text (genre, nombre, ',');
  g_autofree char *value = number_to_text (genre, nombre, '.');

  g_string_append (text, shown != NULL ? shown : "");
  if (shown == NULL)
    g_string_append (html, "<td></td>");
  else
    g_string_append_printf (html, "<td align=\"right\" sdval=\"%s\" sdnum=\"1036;\">%s</td>", value,
                            shown);
}

static void
append_row (const PvListe *liste, PvListeCellule *cellules, GString *text, GString *html)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < liste->n_colonnes; i++)
    {
      PvListeGenre genre = liste->colonnes[i].genre;

      if (i > 0)
        g_string_append_c (text, '\t');
      if (genre == PV_LISTE_TEXTE || genre == PV_LISTE_CODE || genre == PV_LISTE_DATE)
        append_text_cell (text, html, cellules[i].texte);
      else
        append_number_cell (text, html, genre, cellules[i].nombre);
      g_clear_pointer (&cellules[i].texte, g_free);
      cellules[i].nombre = PV_INT_NULL;
    }
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr>\n");
}

static void
append_header (const PvListe *liste, GString *text, GString *html)
{
  g_string_append (html, "<html><head><meta charset=\"utf-8\"></head><body><table>\n<tr>");
  for (guint i = 0; i < liste->n_colonnes; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (liste->colonnes[i].entete, -1);

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", liste->colonnes[i].entete);
      g_string_append_printf (html, "<th>%s</th>", escaped);
    }
  g_string_append_c (text, '\n');
  g_string_append (html, "</tr>\n");
}

static gboolean
append_rows (const PvListe *liste,
             GString *text,
             GString *html,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree PvListeCellule *cellules = g_new0 (PvListeCellule, liste->n_colonnes);

  for (guint j = 0; j < liste->n_colonnes; j++)
    cellules[j].nombre = PV_INT_NULL;
  for (guint i = 0; i < liste->n_lignes; i++)
    {
      gboolean grisee = FALSE;

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !liste->ligne (i, cellules, &grisee, liste->user_data, error))
        return FALSE;
      append_row (liste, cellules, text, html);
    }

  return TRUE;
}

char *
pv_liste_to_text (const PvListe *liste, char **html, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) table = g_string_new (NULL);

  append_header (liste, text, table);
  if (!append_rows (liste, text, table, cancellable, error))
    return NULL;

  g_string_append (table, "</table></body></html>\n");
  *html = g_strdup (table->str);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
