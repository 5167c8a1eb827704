/* pv-dossier-page.c: the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "budget/pv-budget-section.h"
#include "dossier/pv-controles-section.h"
#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossier-liste.h"
#include "dossier/pv-dossier-page-private.h"
#include "dossier/pv-historique-section.h"
#include "dossier/pv-porteur-section.h"
#include "dossier/pv-presentation-section.h"
#include "dossier/pv-publics-section.h"
#include "financement/pv-plan-section.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-severity-icon.h"
#include "widget/pv-status-label.h"

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
  { "controles", N_ ("Controls"), pv_controles_section_get_type },
  { "porteur", N_ ("Holder"), pv_porteur_section_get_type },
  { "historique", N_ ("History"), pv_historique_section_get_type },
};

/* Digits a page is wide at least when its index stands beside it. */
#define INDEX_ROOM 120

#define N_SECTIONS G_N_ELEMENTS (kinds)

struct _PvDossierPage
{
  PvPage parent_instance;

  gint64 dossier_id;
  PvDossierFiche *fiche;
  gboolean gone; /* from the file */
  guint current; /* the section in view */
  guint fold_id; /* of the idle that folds the index */
  guint jump_id; /* of the idle that jumps again */
  double jumped; /* where a jump went: its section stays the current one there */

  PvDossierSection *section[N_SECTIONS];
  GtkWidget *row[N_SECTIONS];

  AdwWindowTitle *title_widget;
  GtkWidget *suite_box;
  GtkLabel *rank_label;
  AdwFlap *flap;
  GtkListBox *index;
  GtkMenuButton *statut_button;
  PvStatusLabel *statut_label;
  GtkLabel *cost_label;
  GtkWidget *mark_box;
  PvMarkBadge *mark_badge;
  GtkWidget *funder_button;
  GtkWidget *controls_button;
  PvSeverityIcon *controls_icon;
  GtkLabel *controls_label;
  GtkScrolledWindow *scroller;
  GtkBox *sections;
  GMenu *statut_menu;
};

G_DEFINE_FINAL_TYPE (PvDossierPage, pv_dossier_page, PV_TYPE_PAGE)

/* --- the sections and their index ------------------------------------------------------ */

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

/* The button of the strip. */
static void
controls_cb (PvControlesSection *section, GParamSpec *pspec, PvDossierPage *self)
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
make_sections (PvDossierPage *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      const char *title = g_dgettext (GETTEXT_PACKAGE, kinds[i].title);

      self->section[i] = g_object_new (kinds[i].get_type (), NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->section[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_box_append (self->sections, GTK_WIDGET (self->section[i]));
      if (PV_IS_CONTROLES_SECTION (self->section[i]))
        g_signal_connect_object (self->section[i], "notify::badge", G_CALLBACK (controls_cb), self,
                                 0);
      self->row[i] = row_new (self->section[i], title);
      gtk_list_box_append (self->index, self->row[i]);
    }
}

static void
select_section (PvDossierPage *self, guint i)
{
  self->current = i;
  gtk_list_box_select_row (self->index, GTK_LIST_BOX_ROW (self->row[i]));
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
    if (get_top (self, GTK_WIDGET (self->section[i])) <= line)
      found = i;
  if (found != self->current)
    select_section (self, found);
}

static void
jump (PvDossierPage *self, guint i)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double top = i == 0 ? 0 : get_top (self, GTK_WIDGET (self->section[i])) - 6;

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
    jump (self, self->current);

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

static void
row_activated_cb (PvDossierPage *self, GtkListBoxRow *row)
{
  jump (self, (guint)gtk_list_box_row_get_index (row));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
section_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < N_SECTIONS; i++)
    if (g_str_equal (kinds[i].id, id))
      jump (PV_DOSSIER_PAGE (widget), i);
}

static void
pv_dossier_page_show_detail (PvPage *page, const char *detail)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "dossier.section", "s", detail);
}

void
pv_dossier_page_show_field (PvDossierPage *self, const char *table, gint64 key, const char *column)
{
  g_return_if_fail (PV_IS_DOSSIER_PAGE (self));
  g_return_if_fail (table != NULL);

  for (guint i = 0; i < N_SECTIONS; i++)
    if (pv_dossier_section_show_field (self->section[i], table, key, column))
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

/* --- leaving ---------------------------------------------------------------------------- */

/* What is typed about a dossier that is gone keeps nobody. */
static gboolean
pv_dossier_page_real_settle (PvPage *page)
{
  return PV_DOSSIER_PAGE (page)->gone ||
         PV_PAGE_CLASS (pv_dossier_page_parent_class)->settle (page);
}

static PvDossierSection *
find_section (PvDossierPage *self, const char *id)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    if (g_str_equal (kinds[i].id, id))
      return self->section[i];

  return NULL;
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

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (pv_page_settle (PV_PAGE (widget)))
    gtk_widget_activate_action (widget, "win.back", NULL);
}

/* --- the list it was opened from ----------------------------------------------------- */

/* Where the dossier is in it, GTK_INVALID_LIST_POSITION when it is not. */
static guint
find_rank (PvDossierPage *self, PvDossierListe **liste)
{
  GListModel *suite = pv_context_get_suite (pv_page_get_context (PV_PAGE (self)));

  *liste = NULL;
  if (!PV_IS_DOSSIER_LISTE (suite))
    return GTK_INVALID_LIST_POSITION;
  *liste = PV_DOSSIER_LISTE (suite);

  return pv_dossier_liste_find (*liste, self->dossier_id);
}

static void
update_suite (PvDossierPage *self)
{
  PvDossierListe *liste;
  guint rank = find_rank (self, &liste);
  guint n = liste != NULL ? g_list_model_get_n_items (G_LIST_MODEL (liste)) : 0;
  gboolean known = rank != GTK_INVALID_LIST_POSITION;

  gtk_widget_set_visible (self->suite_box, known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.previous", known && rank > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.next", known && rank + 1 < n);
  if (known)
    {
      g_autofree char *at = pv_count_to_text (rank + 1);
      g_autofree char *all = pv_count_to_text (n);
      /* Translators: the rank of a dossier in a list. */
      g_autofree char *text = g_strdup_printf (_ ("%s of %s"), at, all);

      gtk_label_set_label (self->rank_label, text);
    }
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (widget);
  PvDossierListe *liste;
  guint rank = find_rank (self, &liste);
  gint64 id;

  if (rank == GTK_INVALID_LIST_POSITION || !pv_page_settle (PV_PAGE (self)))
    return;
  id = pv_dossier_liste_get_id (liste, g_str_equal (name, "dossier.next") ? rank + 1 : rank - 1);
  if (id > 0)
    pv_dossier_page_set_dossier_id (self, id);
}

/* --- reading ----------------------------------------------------------------------------- */

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

static void
show_header (PvDossierPage *self)
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

static void
pv_dossier_page_refresh (PvPage *page)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (page);
  PvContext *context = pv_page_get_context (page);
  g_autoptr (GError) error = NULL;
  PvDossierFiche *fiche =
      pv_dossier_fiche_store_get (pv_context_get_reader (context), self->dossier_id, &error);

  if (fiche == NULL)
    {
      self->gone = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  error != NULL ? error->message
                                                : _ ("This dossier is no longer in the file."));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
      return;
    }
  pv_dossier_fiche_free (self->fiche);
  self->fiche = fiche;
  show_header (self);
  update_suite (self);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      pv_dossier_section_set_dossier (self->section[i], context, self->dossier_id);
      pv_dossier_section_load (self->section[i]);
    }
}

/* --- the object ----------------------------------------------------------------------------- */

static void
pv_dossier_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (pv_dossier_page_parent_class)->constructed (object);

  g_signal_connect_object (pv_page_get_context (PV_PAGE (object)), "notify::can-edit",
                           G_CALLBACK (pv_page_queue_refresh), object, G_CONNECT_SWAPPED);
}

static void
pv_dossier_page_dispose (GObject *object)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (object);

  g_clear_handle_id (&self->jump_id, g_source_remove);
  g_clear_handle_id (&self->fold_id, g_source_remove);
  if (self->scroller != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_vadjustment (self->scroller),
                                            self);
      g_signal_handlers_disconnect_by_data (gtk_scrolled_window_get_hadjustment (self->scroller),
                                            self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_DOSSIER_PAGE);

  G_OBJECT_CLASS (pv_dossier_page_parent_class)->dispose (object);
}

static void
pv_dossier_page_finalize (GObject *object)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (object);

  g_clear_pointer (&self->fiche, pv_dossier_fiche_free);

  G_OBJECT_CLASS (pv_dossier_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, suite_box);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, rank_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, flap);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, index);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, statut_button);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, statut_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, cost_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, mark_box);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, mark_badge);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, funder_button);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, controls_button);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, controls_icon);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, controls_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, sections);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, statut_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pv_dossier_page_class_init (PvDossierPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  object_class->constructed = pv_dossier_page_constructed;
  object_class->dispose = pv_dossier_page_dispose;
  object_class->finalize = pv_dossier_page_finalize;
  page_class->refresh = pv_dossier_page_refresh;
  page_class->show_detail = pv_dossier_page_show_detail;
  page_class->settle = pv_dossier_page_real_settle;

  g_type_ensure (PV_TYPE_STATUS_LABEL);
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  g_type_ensure (PV_TYPE_MARK_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-dossier-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "dossier.section", "s", section_cb);
  gtk_widget_class_install_action (widget_class, "dossier.field", "(sxs)", field_cb);
  gtk_widget_class_install_action (widget_class, "dossier.add-funder", NULL, add_funder_cb);
  gtk_widget_class_install_action (widget_class, "dossier.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "dossier.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "dossier.next", NULL, step_cb);
  pv_dossier_page_install_actions (widget_class);
}

static void
pv_dossier_page_init (PvDossierPage *self)
{
  self->dossier_id = PV_INT_NULL;
  self->jumped = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_sections (self);
  gtk_widget_set_visible (self->funder_button, find_section (self, "plan") != NULL);
  select_section (self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (resized_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (queue_fold), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (queue_fold), self, G_CONNECT_SWAPPED);
}

PvDossierPage *
pv_dossier_page_new (PvContext *context, gint64 dossier_id)
{
  PvDossierPage *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_DOSSIER_PAGE, "context", context, NULL);
  self->dossier_id = dossier_id;

  return self;
}

gint64
pv_dossier_page_get_dossier_id (PvDossierPage *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_PAGE (self), PV_INT_NULL);

  return self->dossier_id;
}

void
pv_dossier_page_set_dossier_id (PvDossierPage *self, gint64 dossier_id)
{
  g_return_if_fail (PV_IS_DOSSIER_PAGE (self));

  if (self->dossier_id == dossier_id)
    return;
  self->dossier_id = dossier_id;
  jump (self, 0);
  pv_page_queue_refresh (PV_PAGE (self));
}

const PvDossierFiche *
pv_dossier_page_get_fiche (PvDossierPage *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_PAGE (self), NULL);

  return self->fiche;
}
