/* pv-dossier-page-sections.c: the sections of the page of a dossier, and their index
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <string.h>

#include "avis/pv-avis-externes-section.h"
#include "bilan/pv-compte-rendu-section.h"
#include "budget/pv-budget-section.h"
#include "dossier/pv-controles-section.h"
#include "dossier/pv-dossier-page-private.h"
#include "dossier/pv-historique-section.h"
#include "dossier/pv-porteur-section.h"
#include "dossier/pv-presentation-section.h"
#include "dossier/pv-publics-section.h"
#include "egalite/pv-egalite-section.h"
#include "financement/pv-plan-section.h"
#include "instruction/pv-instruction-section.h"
#include "recevabilite/pv-recevabilite-section.h"

/* The sections, in the order of the page and of its index. */
static const struct
{
  const char *id;
  const char *title;
  GType (*get_type) (void);
} kinds[] = {
  { "presentation", N_ ("Presentation"), pv_presentation_section_get_type },
  { "publics", N_ ("Beneficiaries and territories"), pv_publics_section_get_type },
  { "budget", N_ ("Budget"), pv_budget_section_get_type },
  { "plan", N_ ("Plan of financing"), pv_plan_section_get_type },
  { "recevabilite", N_ ("Recevabilité"), pv_recevabilite_section_get_type },
  { "instruction", N_ ("Instruction"), pv_instruction_section_get_type },
  { "avis-externes", N_ ("Avis of services"), pv_avis_externes_section_get_type },
  { "egalite", N_ ("Equality F-H"), pv_egalite_section_get_type },
  { "bilan", N_ ("Bilan"), pv_compte_rendu_section_get_type },
  { "controles", N_ ("Controls"), pv_controles_section_get_type },
  { "porteur", N_ ("Holder"), pv_porteur_section_get_type },
  { "historique", N_ ("History"), pv_historique_section_get_type },
};

/* Digits a page is wide at least when its index stands beside it. */
#define INDEX_ROOM 120

#define N_SECTIONS G_N_ELEMENTS (kinds)

/* --- the index --------------------------------------------------------------------------- */

/* The sign that a badge begins with is drawn, with its colour. */
static PvSeverite
badge_severity (const char *badge, const char **rest)
{
  static const char *const marks[] = { "ℹ ", "⚠ ", "⊖ " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (badge, marks[i]))
      {
        *rest = badge + strlen (marks[i]);
        return (PvSeverite)i;
      }
  *rest = badge;

  return (PvSeverite)-1;
}

static void
badge_cb (PvDossierSection *section, GParamSpec *pspec, GtkWidget *box)
{
  const char *badge = pv_dossier_section_get_badge (section);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  const char *rest = "";
  PvSeverite severity = badge_severity (badge != NULL ? badge : "", &rest);

  gtk_widget_set_visible (icon, severity != (PvSeverite)-1);
  if (severity != (PvSeverite)-1)
    pv_severity_icon_set_severite (PV_SEVERITY_ICON (icon), severity);
  gtk_label_set_label (GTK_LABEL (label), rest);
}

static GtkWidget *
badge_new (PvDossierSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = pv_severity_icon_new (PV_SEVERITE_WARNING);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_visible (icon, FALSE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect_object (section, "notify::badge", G_CALLBACK (badge_cb), box, 0);

  return box;
}

static GtkWidget *
row_new (PvDossierSection *section, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), badge_new (section));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return row;
}

/* --- the sections ------------------------------------------------------------------------ */

static PvDossierSection *
get_section (PvDossierPage *self, guint i)
{
  return g_ptr_array_index (self->section, i);
}

static PvDossierSection *
find_section (PvDossierPage *self, const char *id)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    if (g_str_equal (kinds[i].id, id))
      return get_section (self, i);

  return NULL;
}

static PvDossierSection *
section_new (guint i)
{
  PvDossierSection *section = g_object_new (kinds[i].get_type (), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (section), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_dgettext (GETTEXT_PACKAGE, kinds[i].title), -1);

  return section;
}

static void
make_sections (PvDossierPage *self)
{
  self->section = g_ptr_array_new ();
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      PvDossierSection *section = section_new (i);

      g_ptr_array_add (self->section, section);
      gtk_box_append (self->sections, GTK_WIDGET (section));
      gtk_list_box_append (self->index,
                           row_new (section, g_dgettext (GETTEXT_PACKAGE, kinds[i].title)));
      if (PV_IS_CONTROLES_SECTION (section))
        g_signal_connect_object (section, "notify::badge",
                                 G_CALLBACK (pv_dossier_page_show_controls_cb), self,
                                 G_CONNECT_SWAPPED);
    }
}

static void
select_section (PvDossierPage *self, guint i)
{
  self->current = i;
  gtk_list_box_select_row (self->index, gtk_list_box_get_row_at_index (self->index, (int)i));
}

static double
get_top (PvDossierPage *self, GtkWidget *widget)
{
  graphene_point_t top = GRAPHENE_POINT_INIT_ZERO;

  if (!gtk_widget_compute_point (widget, GTK_WIDGET (self->sections), &GRAPHENE_POINT_INIT (0, 0),
                                 &top))
    return 0;

  return (double)top.y;
}

/* The last one whose top is in the upper third of the view. */
static void
scrolled_cb (PvDossierPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double value = gtk_adjustment_get_value (adjustment);
  double line = value + gtk_adjustment_get_page_size (adjustment) / 3;
  guint found = 0;

  if (value == self->jumped)
    return;
  self->jumped = -1;
  for (guint i = 0; i < N_SECTIONS; i++)
    if (get_top (self, GTK_WIDGET (get_section (self, i))) <= line)
      found = i;
  if (found != self->current)
    select_section (self, found);
}

void
pv_dossier_page_jump (PvDossierPage *self, guint i)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double top = i == 0 ? 0 : get_top (self, GTK_WIDGET (get_section (self, i))) - 6;

  self->jumped = CLAMP (top, 0, MAX (most, 0));
  gtk_adjustment_set_value (adjustment, self->jumped);
  select_section (self, i);
}

static gboolean
jump_again_cb (gpointer user_data)
{
  PvDossierPage *self = user_data;

  self->jump_id = 0;
  if (self->jumped > 0)
    pv_dossier_page_jump (self, self->current);

  return G_SOURCE_REMOVE;
}

/* What is read later, or drawn larger, does not move away the section jumped to: once
 * the sections have their new places. */
static void
resized_cb (PvDossierPage *self)
{
  if (self->jumped > 0 && self->jump_id == 0)
    self->jump_id = g_idle_add_full (G_PRIORITY_LOW, jump_again_cb, self, NULL);
}

void
pv_dossier_page_row_activated_cb (PvDossierPage *self, GtkListBoxRow *row)
{
  guint i = (guint)gtk_list_box_row_get_index (row);

  /* Tab goes on from there, not through the sections before it */
  gtk_widget_child_focus (GTK_WIDGET (get_section (self, i)), GTK_DIR_TAB_FORWARD);
  pv_dossier_page_jump (self, i);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < N_SECTIONS; i++)
    if (g_str_equal (kinds[i].id, id))
      pv_dossier_page_jump (PV_DOSSIER_PAGE (widget), i);
}

void
pv_dossier_page_show_field (PvDossierPage *self, const char *table, gint64 key, const char *column)
{
  g_return_if_fail (PV_IS_DOSSIER_PAGE (self));
  g_return_if_fail (table != NULL);

  for (guint i = 0; i < N_SECTIONS; i++)
    if (pv_dossier_section_show_field (get_section (self, i), table, key, column))
      {
        self->jumped =
            gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller));
        select_section (self, i);
        return;
      }
}

static void
field_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *table, *column;
  gint64 key;

  g_variant_get (parameter, "(&sx&s)", &table, &key, &column);
  pv_dossier_page_show_field (PV_DOSSIER_PAGE (widget), table, key, column);
}

static void
add_funder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (widget);

  if (!pv_page_settle (PV_PAGE (self)))
    return;
  gtk_widget_activate_action (widget, "dossier.section", "s", "plan");
  gtk_widget_activate_action (GTK_WIDGET (find_section (self, "plan")), "plan.add", NULL);
}

/* --- room ------------------------------------------------------------------------------- */

/* The room is counted in digits: it depends on the size of the text too. */
static void
fold_index (PvDossierPage *self, int width)
{
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (pango, NULL, NULL);
  int digit = pango_font_metrics_get_approximate_digit_width (metrics);
  gboolean narrow = width < PANGO_PIXELS (INDEX_ROOM * digit);

  pango_font_metrics_unref (metrics);
  adw_flap_set_fold_policy (self->flap,
                            narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_AUTO);
}

static gboolean
fold_cb (gpointer user_data)
{
  PvDossierPage *self = user_data;

  self->fold_id = 0;
  fold_index (self, gtk_widget_get_width (GTK_WIDGET (self)));

  return G_SOURCE_REMOVE;
}

/* Not while sizes are given. */
static void
queue_fold (PvDossierPage *self)
{
  if (self->fold_id == 0)
    self->fold_id = g_idle_add (fold_cb, self);
}

/* --- for the page ------------------------------------------------------------------------ */

void
pv_dossier_page_init_sections (PvDossierPage *self)
{
  GtkAdjustment *vertical = gtk_scrolled_window_get_vadjustment (self->scroller);
  GtkAdjustment *horizontal = gtk_scrolled_window_get_hadjustment (self->scroller);

  make_sections (self);
  gtk_widget_set_visible (self->funder_button, find_section (self, "plan") != NULL);
  self->jumped = -1;
  select_section (self, 0);
  g_signal_connect_object (vertical, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (vertical, "changed", G_CALLBACK (queue_fold), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (horizontal, "changed", G_CALLBACK (queue_fold), self, G_CONNECT_SWAPPED);
}

void
pv_dossier_page_stop_sections (PvDossierPage *self)
{
  g_clear_handle_id (&self->jump_id, g_source_remove);
  g_clear_handle_id (&self->fold_id, g_source_remove);
  if (self->scroller == NULL)
    return;
  g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroller), self);
  g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_hadjustment (self->scroller), self);
}

void
pv_dossier_page_load_sections (PvDossierPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));

  for (guint i = 0; i < self->section->len; i++)
    {
      pv_dossier_section_set_dossier (get_section (self, i), context, self->dossier_id);
      pv_dossier_section_load (get_section (self, i));
    }
}

void
pv_dossier_page_install_section_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "dossier.section", "s", section_cb);
  gtk_widget_class_install_action (widget_class, "dossier.field", "(sxs)", field_cb);
  gtk_widget_class_install_action (widget_class, "dossier.add-funder", NULL, add_funder_cb);
}
