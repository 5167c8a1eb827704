/* pv-conventions-copie.c: conventions as a table, to paste or to keep
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-conventions-copie.h"

#include <glib/gi18n.h>

#include "convention/pv-convention-item.h"
#include "widget/pv-format.h"

static const char *
get_title (int colonne)
{
  return pv_convention_colonne_get_title ((PvConventionColonne)colonne);
}

static char *
dup_text (gpointer item, int colonne)
{
  return pv_convention_item_dup_text (item, (PvConventionColonne)colonne);
}

const PvCopieColonnes pv_conventions_copie_colonnes = { PV_N_CONVENTION_COLONNES, get_title,
                                                        dup_text };

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
