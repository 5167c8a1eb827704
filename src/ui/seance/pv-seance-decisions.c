/* pv-seance-decisions.c: what a séance decided
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-decisions.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "dossier/pv-wrap-layout.h"
#include "pv-date.h"
#include "seance/pv-seance-journal.h"
#include "seance/pv-seance-mots.h"
#include "seance/session/pv-session-mots.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvSeanceDecisions
{
  AdwBin parent_instance;

  PvContext *context;

  GtkLabel *frozen_label;
  GtkBox *sums;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (PvSeanceDecisions, pv_seance_decisions, ADW_TYPE_BIN)

static GtkWidget *
icon_new (PvDecisionGenre decision)
{
  GtkWidget *image = gtk_image_new_from_icon_name (pv_session_decision_to_icon_name (decision));
  const char *css_class = pv_session_decision_to_css_class (decision);

  if (css_class != NULL)
    gtk_widget_add_css_class (image, css_class);

  return image;
}

/* --- the sums ------------------------------------------------------------------------------ */

static GtkWidget *
sum_new (PvDecisionGenre decision, guint n, PvCents cents)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *amount = pv_amount_to_text (cents);
  g_autofree char *words = pv_session_decision_dup_words (decision);
  g_autofree char *text = pv_decision_genre_finance (decision)
                              ? g_strdup_printf ("%s %u · %s", words, n, amount)
                              : g_strdup_printf ("%s %u", words, n);

  pv_format_label (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (box), icon_new (decision));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
total_new (const PvSeanceJournal *journal, PvInstanceEffet effet)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *amount = pv_amount_to_text (journal->arbitre_cents);
  g_autofree char *text =
      g_strdup_printf (effet == PV_INSTANCE_EFFET_AVIS ? _ ("Proposed in the séance: %s")
                                                       : _ ("Arbitrated in the séance: %s"),
                       amount);

  pv_format_label (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static void
show_sums (PvSeanceDecisions *self, const PvSeanceJournal *journal, PvInstanceEffet effet)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sums))) != NULL)
    gtk_box_remove (self->sums, child);
  for (int i = 0; i < PV_N_DECISION_GENRES; i++)
    gtk_box_append (self->sums, sum_new ((PvDecisionGenre)i, journal->n[i], journal->cents[i]));
  gtk_box_append (self->sums, total_new (journal, effet));
}

static void
show_frozen (PvSeanceDecisions *self, const PvSeanceResume *resume)
{
  g_autofree char *quorum = pv_seance_dup_quorum (resume);
  g_autofree char *text = g_strdup_printf (
      _ ("This séance is closed: what it decided is frozen, and a mistake is rectified. %s."),
      quorum);

  gtk_label_set_label (self->frozen_label, text);
}

/* --- the table ----------------------------------------------------------------------------- */

static GtkWidget *
dossier_new (const PvSeanceJournalLigne *ligne)
{
  GtkWidget *button = NULL;
  GtkWidget *cell = pv_card_cell_new_link (&button, 0);
  g_autofree char *text =
      g_strdup_printf ("%s · %s · %s", ligne->numero, ligne->porteur, ligne->intitule);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", ligne->dossier_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-dossier");
  gtk_widget_set_hexpand (cell, TRUE);

  return cell;
}

/* The decision, its reserve, and whether it was rectified. */
static GtkWidget *
decision_new (const PvSeanceJournalLigne *ligne)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *words = pv_session_decision_dup_words (ligne->decision);
  g_autofree char *text =
      ligne->version > 1 ? g_strdup_printf (_ ("%s, rectified"), words) : g_strdup (words);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_box_append (GTK_BOX (box), icon_new (ligne->decision));
  gtk_box_append (GTK_BOX (box), label);

  return pv_card_cell_new (box);
}

static GtkWidget *
reserve_new (const PvSeanceJournalLigne *ligne)
{
  GtkWidget *label =
      gtk_label_new (ligne->reserve != NULL && *ligne->reserve != '\0' ? ligne->reserve : "");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  if (ligne->reserve != NULL)
    gtk_label_set_width_chars (GTK_LABEL (label), 28);

  return pv_card_cell_new (label);
}

static GtkWidget *
amount_new (PvCents cents)
{
  GtkWidget *amount = pv_amount_label_new (cents);

  gtk_widget_set_hexpand (amount, TRUE);

  return pv_card_cell_new (amount);
}

static GtkWidget *
rectify_new (const PvSeanceJournalLigne *ligne)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Rectify what was decided of %s"), ligne->numero);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", ligne->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "seance.rectifier");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return pv_card_cell_new (button);
}

static void
add_line (PvSeanceDecisions *self, const PvSeanceJournalLigne *ligne, int row)
{
  g_autofree char *rang = g_strdup_printf ("%u", ligne->rang);

  gtk_grid_attach (self->grid, pv_card_cell_new_text (rang, 1), 0, row, 1, 1);
  gtk_grid_attach (self->grid, dossier_new (ligne), 1, row, 1, 1);
  gtk_grid_attach (self->grid, decision_new (ligne), 2, row, 1, 1);
  gtk_grid_attach (self->grid, reserve_new (ligne), 3, row, 1, 1);
  gtk_grid_attach (self->grid, amount_new (ligne->cents), 4, row, 1, 1);
  gtk_grid_attach (self->grid, amount_new (ligne->total_cents), 5, row, 1, 1);
  gtk_grid_attach (self->grid, rectify_new (ligne), 6, row, 1, 1);
}

static int
compare_rang (gconstpointer a, gconstpointer b)
{
  const PvSeanceJournalLigne *one = *(const PvSeanceJournalLigne *const *)a;
  const PvSeanceJournalLigne *other = *(const PvSeanceJournalLigne *const *)b;

  return (one->rang > other->rang) - (one->rang < other->rang);
}

static void
show_lines (PvSeanceDecisions *self, PvSeanceJournal *journal, PvInstanceEffet effet)
{
  const char *heads[] = { g_dpgettext2 (GETTEXT_PACKAGE, "agenda", "Rank"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "agenda", "Dossier"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "decision", "Decision"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "decision", "Reserve"),
                          effet == PV_INSTANCE_EFFET_AVIS
                              ? g_dpgettext2 (GETTEXT_PACKAGE, "decision", "Proposed")
                              : g_dpgettext2 (GETTEXT_PACKAGE, "decision", "Arbitrated"),
                          g_dpgettext2 (GETTEXT_PACKAGE, "decision", "All payers"),
                          "" };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->grid, pv_card_head_new (heads[i], i == 0 || i > 3), i, 0, 1, 1);
  g_ptr_array_sort (journal->fil, compare_rang);
  for (guint i = 0; i < journal->fil->len; i++)
    add_line (self, journal->fil->pdata[i], 1 + (int)i);
}

void
pv_seance_decisions_show (PvSeanceDecisions *self, const PvSeanceResume *resume)
{
  g_autoptr (PvSeanceJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PV_IS_SEANCE_DECISIONS (self));
  g_return_if_fail (resume != NULL);

  journal =
      pv_seance_journal_load (pv_context_get_reader (self->context), resume->seance->id, &error);
  if (journal == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  show_frozen (self, resume);
  show_sums (self, journal, resume->effet);
  show_lines (self, journal, resume->effet);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_seance_decisions_dispose (GObject *object)
{
  PvSeanceDecisions *self = PV_SEANCE_DECISIONS (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SEANCE_DECISIONS);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_seance_decisions_parent_class)->dispose (object);
}

static void
pv_seance_decisions_class_init (PvSeanceDecisionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_seance_decisions_dispose;

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-seance-decisions.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSeanceDecisions, frozen_label);
  gtk_widget_class_bind_template_child (widget_class, PvSeanceDecisions, sums);
  gtk_widget_class_bind_template_child (widget_class, PvSeanceDecisions, grid);
}

static void
pv_seance_decisions_init (PvSeanceDecisions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_seance_decisions_new (PvContext *context)
{
  PvSeanceDecisions *self = g_object_new (PV_TYPE_SEANCE_DECISIONS, NULL);

  self->context = g_object_ref (context);

  return GTK_WIDGET (self);
}
