/* pv-causes-popover.c: the dossiers that make an envelope exceeded
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-causes-popover.h"

#include <glib/gi18n.h>

#include "enveloppe/pv-enveloppe-cause.h"
#include "pv-date.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

/* The rest is in the list of the dossiers of the envelope. */
#define SHOWN_MAX 50

struct _PvCausesPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *motif;
  GtkLabel *more;
  GtkListBox *list;
  GtkButton *pass_button;
};

G_DEFINE_FINAL_TYPE (PvCausesPopover, pv_causes_popover, GTK_TYPE_POPOVER)

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static char *
describe (const PvEnveloppeCause *cause)
{
  g_autofree char *date =
      cause->date != NULL ? pv_date_format_french (cause->date, PV_DATE_FORMAT_SHORT) : NULL;

  return date != NULL ? g_strdup_printf (_ ("%s, engaged on %s"), cause->porteur, date)
                      : g_strdup_printf (_ ("%s, not dated"), cause->porteur);
}

static void
append_row (PvCausesPopover *self, const PvEnveloppeCause *cause)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *amount = pv_amount_to_text (cause->engage_cents);
  g_autofree char *titre = g_strdup_printf ("%s · %s", cause->numero, cause->intitule);
  g_autofree char *detail = describe (cause);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", titre, amount, detail);

  gtk_box_append (GTK_BOX (texts), text_new (titre, "dense"));
  gtk_box_append (GTK_BOX (texts), text_new (detail, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "secondary");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), pv_amount_label_new (cause->engage_cents));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", cause->dossier_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-dossier");
  gtk_list_box_append (self->list, row);
}

static char *
describe_motif (const PvEnveloppeNoeud *noeud)
{
  g_autofree char *day = noeud->motif_le != NULL ? g_strndup (noeud->motif_le, 10) : NULL;
  g_autofree char *date =
      day != NULL ? pv_date_format_french (day, PV_DATE_FORMAT_SHORT) : g_strdup (PV_TEXT_NULL);

  return noeud->motif_agent != NULL ? g_strdup_printf (_ ("Passed on %s by %s: %s"), date,
                                                       noeud->motif_agent, noeud->motif)
                                    : g_strdup_printf (_ ("Passed on %s: %s"), date, noeud->motif);
}

void
pv_causes_popover_show (PvCausesPopover *self,
                        const PvEnveloppeNoeud *noeud,
                        GPtrArray *causes,
                        gboolean can_edit)
{
  g_autofree char *excess = NULL;
  g_autofree char *title = NULL;
  g_autofree char *motif = NULL;
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;
  GtkWidget *row;

  g_return_if_fail (PV_IS_CAUSES_POPOVER (self));
  g_return_if_fail (noeud != NULL && causes != NULL);

  excess = pv_amount_to_text (-pv_enveloppe_noeud_get_reste (noeud));
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s too much, by %u dossier",
                                        "%s: %s too much, by %u dossiers", causes->len),
                           noeud->titre, excess, causes->len);
  motif = noeud->motif != NULL ? describe_motif (noeud) : NULL;
  pv_format_label (self->title, title);
  gtk_label_set_label (self->motif, motif != NULL ? motif : "");
  gtk_widget_set_visible (GTK_WIDGET (self->motif), motif != NULL);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (causes->len, SHOWN_MAX); i++)
    append_row (self, causes->pdata[i]);
  more = causes->len > SHOWN_MAX ? pv_count_to_text (causes->len - SHOWN_MAX) : NULL;
  text = more != NULL ? g_strdup_printf (_ ("… and %s others, engaged before"), more) : NULL;
  gtk_label_set_label (self->more, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), text != NULL);
  gtk_button_set_label (self->pass_button,
                        motif != NULL ? _ ("Change the _Reason…") : _ ("_Pass It with a Reason…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->pass_button), "x", noeud->enveloppe_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->pass_button), "enveloppes.pass");
  gtk_widget_set_visible (GTK_WIDGET (self->pass_button), can_edit);
}

static void
left_cb (PvCausesPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
pv_causes_popover_class_init (PvCausesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/enveloppe/pv-causes-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCausesPopover, title);
  gtk_widget_class_bind_template_child (widget_class, PvCausesPopover, more);
  gtk_widget_class_bind_template_child (widget_class, PvCausesPopover, motif);
  gtk_widget_class_bind_template_child (widget_class, PvCausesPopover, list);
  gtk_widget_class_bind_template_child (widget_class, PvCausesPopover, pass_button);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
pv_causes_popover_init (PvCausesPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_causes_popover_new (void)
{
  return g_object_new (PV_TYPE_CAUSES_POPOVER, NULL);
}
