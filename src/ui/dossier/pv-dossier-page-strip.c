/* pv-dossier-page-strip.c: the title of the page of a dossier, and its strip of facts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossier-page-private.h"
#include "widget/pv-format.h"

/* The button of the strip. */
void
pv_dossier_page_show_controls_cb (PvDossierPage *self,
                                  GParamSpec *pspec,
                                  PvControlesSection *section)
{
  PvSeverite worst;
  guint n = pv_controles_section_get_count (section, &worst);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check", "%u checks", n), n);

  gtk_label_set_label (self->controls_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->controls_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  pv_severity_icon_set_severite (self->controls_icon, worst);
  gtk_widget_set_visible (self->controls_button, n > 0);
}

static void
append_fact (GString *markup, const char *name, const char *value)
{
  g_autofree char *safe_name = g_markup_escape_text (name, -1);
  g_autofree char *safe_value = g_markup_escape_text (value, -1);

  g_string_append_printf (markup, "%s<span alpha=\"62%%\">%s</span>  <b>%s</b>",
                          markup->len > 0 ? "     " : "", safe_name, safe_value);
}

/* What the institutions think of it, once they said so. */
static void
show_opinions (PvDossierPage *self, GString *markup)
{
  PvDb *db = pv_context_get_reader (pv_page_get_context (PV_PAGE (self)));
  g_autoptr (GPtrArray) lignes =
      pv_dossier_liste_store_lignes (db, &self->dossier_id, 1, PV_ETAPE_SOLLICITE, NULL);
  const PvDossierResume *resume = lignes != NULL ? g_ptr_array_index (lignes, 0) : NULL;
  gboolean marked = resume != NULL && resume->marque != PV_INT_NULL;

  gtk_widget_set_visible (self->mark_box, marked);
  if (marked)
    pv_mark_badge_set_mark (self->mark_badge, (int)resume->marque);
  if (resume != NULL && resume->score != PV_INT_NULL)
    {
      g_autofree char *score = pv_dossier_resume_to_text (resume, PV_DOSSIER_COLONNE_SCORE);

      append_fact (markup, _ ("Score"), score);
    }
  if (resume != NULL && resume->n_avis_attendus > 0)
    {
      g_autofree char *avis = pv_dossier_resume_to_text (resume, PV_DOSSIER_COLONNE_AVIS);

      append_fact (markup, _ ("Avis"), avis);
    }
}

static void
show_cost (PvDossierPage *self)
{
  g_autofree char *cost = pv_amount_to_text (self->fiche->cout_cents);
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autoptr (PangoAttrList) attributes = NULL;

  append_fact (markup, _ ("Coût total"), cost);
  if (self->fiche->valorise_cents != PV_CENTS_NULL)
    {
      g_autofree char *valued = pv_amount_to_text (self->fiche->valorise_cents);
      /* Translators: the cost with the voluntary contributions. */
      g_autofree char *text = g_strdup_printf (_ ("(%s with valuation)"), valued);

      g_string_append_printf (markup, " <span alpha=\"62%%\">%s</span>", text);
    }
  show_opinions (self, markup);
  gtk_label_set_markup (self->cost_label, markup->str);
  attributes = pv_format_attributes (gtk_label_get_text (self->cost_label));
  gtk_label_set_attributes (self->cost_label, attributes);
}

void
pv_dossier_page_show_header (PvDossierPage *self)
{
  const PvDossier *dossier = self->fiche->dossier;
  gboolean can_edit = pv_context_can_edit (pv_page_get_context (PV_PAGE (self)));
  g_autofree char *title = g_strdup_printf ("%s · %s", dossier->numero, dossier->intitule);
  g_autofree char *subtitle =
      self->fiche->commune != NULL
          ? g_strdup_printf ("%s — %s", self->fiche->porteur, self->fiche->commune)
          : g_strdup (self->fiche->porteur);

  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
  pv_status_label_set_statut (self->statut_label, dossier->statut);
  pv_status_label_set_text (self->statut_label, self->fiche->affichage);
  pv_dossier_page_fill_statuts (self, self->statut_menu);
  gtk_widget_set_sensitive (GTK_WIDGET (self->statut_button),
                            can_edit &&
                                g_menu_model_get_n_items (G_MENU_MODEL (self->statut_menu)) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.delete", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.statut", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.add-funder", can_edit);
  show_cost (self);
}
