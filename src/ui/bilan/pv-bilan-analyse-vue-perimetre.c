/* pv-bilan-analyse-vue-perimetre.c: which dossiers and exercices the bilan shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-vue-private.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "widget/pv-drop-down.h"

/* FALSE: @key is not among the choices. */
static gboolean
fill (PvBilanAnalyseVue *self, GtkDropDown *choice, GPtrArray *items, gint64 key)
{
  gboolean there;

  self->filling = TRUE;
  there = pv_drop_down_show (choice, items, key);
  self->filling = FALSE;

  return there;
}

/* The last exercice where something is granted: the one under way may have nothing yet. */
static gint64
find_last (PvBilanAnalyseVue *self)
{
  guint n = self->analyse->n_annees;

  for (guint i = n; i > 0; i--)
    if (self->analyse->annees[i - 1].mesure.finances > 0)
      return self->analyse->annees[i - 1].exercice;

  return self->analyse->annees[n - 1].exercice;
}

/* The first of the years that follow one another up to the last shown, as many as tables have
 * room for. */
static gint64
find_first (PvBilanAnalyseVue *self)
{
  int i = pv_bilan_analyse_find_annee (self->analyse, self->a);
  int last = i;

  while (i > 0 && last - i + 1 < PV_BILAN_MAX_ANNEES &&
         self->analyse->annees[i - 1].exercice + 1 == self->analyse->annees[i].exercice)
    i--;

  return self->analyse->annees[i].exercice;
}

void
pv_bilan_analyse_vue_show_exercices (PvBilanAnalyseVue *self)
{
  g_autoptr (GPtrArray) years = pv_choice_items_new ();
  PvBilanAffichage affichage;

  if (pv_bilan_analyse_find_annee (self->analyse, self->a) < 0)
    self->a = find_last (self);
  if (pv_bilan_analyse_find_annee (self->analyse, self->de) < 0)
    self->de = find_first (self);
  affichage = pv_bilan_analyse_vue_get_affichage (self);
  for (guint i = 0; i < self->analyse->n_annees; i++)
    {
      g_autofree char *year = pv_bilan_affichage_dup_annee (&affichage, i);

      pv_choice_add (years, self->analyse->annees[i].exercice, year, NULL);
    }
  fill (self, self->de_choice, years, self->de);
  fill (self, self->a_choice, years, self->a);
  gtk_widget_set_sensitive (GTK_WIDGET (self->de_choice), self->analyse->n_annees > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->a_choice), self->analyse->n_annees > 1);
}

gboolean
pv_bilan_analyse_vue_choose_exercice (PvBilanAnalyseVue *self, GtkDropDown *choice)
{
  guint de = gtk_drop_down_get_selected (self->de_choice);
  guint a = gtk_drop_down_get_selected (self->a_choice);

  if (self->filling || self->analyse == NULL || MAX (de, a) >= self->analyse->n_annees)
    return FALSE;
  /* the other one follows, so that the range is never empty */
  if (de > a && choice == self->de_choice)
    a = de;
  else if (de > a)
    de = a;
  self->de = self->analyse->annees[de].exercice;
  self->a = self->analyse->annees[a].exercice;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->de_choice, de);
  gtk_drop_down_set_selected (self->a_choice, a);
  self->filling = FALSE;

  return TRUE;
}

void
pv_bilan_analyse_vue_read_appels (PvBilanAnalyseVue *self)
{
  g_autoptr (GPtrArray) appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  pv_choice_add (items, PV_INT_NULL, _ ("All calls"), NULL);
  for (guint i = 0; appels != NULL && i < appels->len; i++)
    {
      const PvAppel *appel = appels->pdata[i];
      g_autofree char *name =
          g_strdup_printf ("%" G_GINT64_FORMAT " · %s", appel->exercice, appel->libelle);

      pv_choice_add (items, appel->id, name, NULL);
    }
  if (!fill (self, self->appel_choice, items, self->appel_id))
    self->appel_id = PV_INT_NULL;
}

gboolean
pv_bilan_analyse_vue_choose_appel (PvBilanAnalyseVue *self)
{
  if (self->filling)
    return FALSE;
  self->appel_id = pv_drop_down_get_key (self->appel_choice);

  return TRUE;
}
