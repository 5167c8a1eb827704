/* pv-conventions-copie.c: conventions as a table, to paste or to keep
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-conventions-copie.h"

#include <glib/gi18n.h>

#include "convention/pv-convention-item.h"
#include "export/pv-liste.h"
#include "widget/pv-format.h"
#include "widget/pv-save-chooser.h"

static GPtrArray *
make_rows (GPtrArray *items)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < items->len; i++)
    {
      char **row = g_new0 (char *, PV_N_CONVENTION_COLONNES + 1);

      for (int c = 0; c < PV_N_CONVENTION_COLONNES; c++)
        row[c] = pv_convention_item_dup_text (items->pdata[i], (PvConventionColonne)c);
      g_ptr_array_add (rows, row);
    }

  return rows;
}

char *
pv_conventions_copie_to_text (GPtrArray *items)
{
  g_autoptr (GPtrArray) rows = make_rows (items);
  GString *text = g_string_new (NULL);

  for (int c = 0; c < PV_N_CONVENTION_COLONNES; c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "",
                            pv_convention_colonne_get_title ((PvConventionColonne)c));
  for (guint i = 0; i < rows->len; i++)
    for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
      {
        g_strdelimit (*cell, "\t\r\n", ' ');
        g_string_append_printf (text, "%c%s", cell == rows->pdata[i] ? '\n' : '\t', *cell);
      }

  return g_string_free (text, FALSE);
}

char *
pv_conventions_copie_write (GPtrArray *items, GFile *file, GError **error)
{
  const char *headers[PV_N_CONVENTION_COLONNES + 1] = { NULL };
  g_autoptr (GPtrArray) rows = make_rows (items);
  g_autofree char *path = pv_save_dup_path (file, ".xlsx", error);

  for (int c = 0; c < PV_N_CONVENTION_COLONNES; c++)
    headers[c] = pv_convention_colonne_get_title ((PvConventionColonne)c);
  if (path == NULL || !pv_liste_write (path, _ ("Conventions"), headers, rows, error))
    return NULL;

  return g_filename_display_basename (path);
}

char *
pv_conventions_copie_dup_totals (GPtrArray *items)
{
  PvCents due = 0, signee = 0;
  guint n_due = 0, n_signee = 0;
  g_autofree char *due_text = NULL, *signee_text = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const PvConventionLigne *ligne = pv_convention_item_get (items->pdata[i]);

      if (!ligne->obligatoire)
        continue;
      n_due++;
      pv_money_add (due, ligne->cents, &due);
      if (!pv_convention_etat_is_signee (ligne->etat))
        continue;
      n_signee++;
      pv_money_add (signee, ligne->cents, &signee);
    }
  due_text = pv_amount_to_text (due);
  signee_text = pv_amount_to_text (signee);
  /* Translators: how many conventions are mandatory, what is granted with them; the same of
   * those that are signed */
  return g_strdup_printf (_ ("Mandatory: %u, for %s · signed: %u, for %s"), n_due, due_text,
                          n_signee, signee_text);
}
