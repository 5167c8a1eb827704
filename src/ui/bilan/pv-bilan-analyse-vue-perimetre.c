/* pv-bilan-analyse-vue-perimetre.c: which dossiers and exercices the bilan shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-vue-private.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"

/* Shows other choices: what is open stays so when they are the same. */
static void
fill (PvBilanAnalyseVue *self, GtkDropDown *choice, GtkStringList *names, guint selected)
{
  GListModel *before = gtk_drop_down_get_model (choice);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));
  gboolean same = before != NULL && g_list_model_get_n_items (before) == n;

  for (guint i = 0; same && i < n; i++)
    same = g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (before), i),
                      gtk_string_list_get_string (names, i)) == 0;
  self->filling = TRUE;
  if (!same)
    gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, selected);
  self->filling = FALSE;
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
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  PvBilanAffichage affichage;

  if (pv_bilan_analyse_find_annee (self->analyse, self->a) < 0)
    self->a = find_last (self);
  if (pv_bilan_analyse_find_annee (self->analyse, self->de) < 0)
    self->de = find_first (self);
  affichage = pv_bilan_analyse_vue_get_affichage (self);
  for (guint i = 0; i < self->analyse->n_annees; i++)
    {
      g_autofree char *year = pv_bilan_affichage_dup_annee (&affichage, i);

      gtk_string_list_append (years, year);
    }
  fill (self, self->de_choice, years, affichage.de);
  fill (self, self->a_choice, years, affichage.a);
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
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->appels, g_ptr_array_unref);
  self->appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);
  gtk_string_list_append (names, _ ("All calls"));
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = self->appels->pdata[i];
      g_autofree char *name =
          g_strdup_printf ("%" G_GINT64_FORMAT " · %s", appel->exercice, appel->libelle);

      gtk_string_list_append (names, name);
      if (appel->id == self->appel_id)
        selected = i + 1;
    }
  if (selected == 0)
    self->appel_id = PV_INT_NULL;
  fill (self, self->appel_choice, names, selected);
}

gboolean
pv_bilan_analyse_vue_choose_appel (PvBilanAnalyseVue *self)
{
  guint selected = gtk_drop_down_get_selected (self->appel_choice);

  if (self->filling || self->appels == NULL || selected > self->appels->len)
    return FALSE;
  self->appel_id =
      selected == 0 ? PV_INT_NULL : ((const PvAppel *)self->appels->pdata[selected - 1])->id;

  return TRUE;
}
