/* pv-egalite-row.c: one question of the decision tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-row.h"

#include <glib/gi18n.h>

#include "egalite/pv-egalite-retenue.h"
#include "widget/pv-field.h"

struct _PvEgaliteRow
{
  GtkWidget parent_instance;

  PvEgaliteQuestion question;
  PvEgaliteReponse reponse;
  gboolean editable;

  GtkWidget *box;
  GtkLabel *node;
  GtkLabel *text;
  GtkLabel *hint;
  GtkLabel *comment;
  GtkMenuButton *comment_button;
  GtkPopover *comment_popover;
  PvField *comment_field;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkWidget *destination_box;
  GtkLabel *destination;
};

enum
{
  ANSWERED,
  COMMENTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvEgaliteRow, pv_egalite_row, GTK_TYPE_WIDGET)

static const struct
{
  const char *node;
  const char *text;
  gboolean element; /* one of a, b, c */
} kinds[PV_N_EGALITE_QUESTIONS] = {
  { "1", N_ ("Does the project aim at a mixed public?"), FALSE },
  { "2",
    N_ ("Is its main objective to reduce inequalities between women and men, or to promote "
        "equality?"),
    FALSE },
  { "a", N_ ("A gendered diagnosis"), TRUE },
  { "b", N_ ("A balanced participation, organised"), TRUE },
  { "c", N_ ("Gendered evaluation indicators"), TRUE },
  { "3b", N_ ("Is the public that is not mixed coherent with the objectives of the action?"),
    FALSE },
};

/* The state of the buttons follows the answer that is kept, not the press. */
static void
show_answer (PvEgaliteRow *self)
{
  gtk_toggle_button_set_active (self->yes, self->reponse == PV_EGALITE_OUI);
  gtk_toggle_button_set_active (self->no, self->reponse == PV_EGALITE_NON);
}

void
pv_egalite_row_answer (PvEgaliteRow *self, PvEgaliteReponse reponse)
{
  g_return_if_fail (PV_IS_EGALITE_ROW (self));

  if (self->editable && reponse != self->reponse)
    g_signal_emit (self, signals[ANSWERED], 0, (int)reponse);
  show_answer (self);
}

static void
yes_cb (PvEgaliteRow *self)
{
  pv_egalite_row_answer (self, self->reponse == PV_EGALITE_OUI ? PV_EGALITE_SANS_REPONSE
                                                               : PV_EGALITE_OUI);
}

static void
no_cb (PvEgaliteRow *self)
{
  pv_egalite_row_answer (self, self->reponse == PV_EGALITE_NON ? PV_EGALITE_SANS_REPONSE
                                                               : PV_EGALITE_NON);
}

static void
committed_cb (PvEgaliteRow *self, const char *value)
{
  g_autofree char *reason = NULL;

  g_signal_emit (self, signals[COMMENTED], 0, value, &reason);
  if (reason != NULL)
    pv_field_refuse (self->comment_field, reason);
}

static void
closed_cb (PvEgaliteRow *self)
{
  if (!pv_field_commit (self->comment_field))
    pv_egalite_retenir (self->comment_button);
}

static void
pv_egalite_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_EGALITE_ROW);

  G_OBJECT_CLASS (pv_egalite_row_parent_class)->dispose (object);
}

static void
pv_egalite_row_class_init (PvEgaliteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_egalite_row_dispose;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[COMMENTED] =
      g_signal_new ("commented", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);

  g_type_ensure (PV_TYPE_FIELD);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, box);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, node);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, text);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, hint);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, comment);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, comment_button);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, comment_popover);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, comment_field);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, yes);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, no);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, destination_box);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteRow, destination);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
pv_egalite_row_init (PvEgaliteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->reponse = PV_EGALITE_SANS_REPONSE;
}

/* Each answer says the question it answers. */
static void
name_answers (PvEgaliteRow *self)
{
  const char *text = _ (kinds[self->question].text);
  g_autofree char *yes = g_strdup_printf (_ ("%s Yes"), text);
  g_autofree char *no = g_strdup_printf (_ ("%s No"), text);
  g_autofree char *comment = g_strdup_printf (_ ("%s What says so"), text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->yes), GTK_ACCESSIBLE_PROPERTY_LABEL, yes,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->no), GTK_ACCESSIBLE_PROPERTY_LABEL, no, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->comment_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, comment, -1);
}

GtkWidget *
pv_egalite_row_new (PvEgaliteQuestion question)
{
  PvEgaliteRow *self = g_object_new (PV_TYPE_EGALITE_ROW, NULL);

  self->question = question;
  gtk_label_set_label (self->node,
                       question == PV_EGALITE_COHERENT ? _ ("3 bis") : kinds[question].node);
  gtk_label_set_label (self->text, _ (kinds[question].text));
  if (kinds[question].element)
    gtk_widget_add_css_class (GTK_WIDGET (self), "element");
  if (question == PV_EGALITE_COHERENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "bis");
  name_answers (self);

  return GTK_WIDGET (self);
}

PvEgaliteQuestion
pv_egalite_row_get_question (PvEgaliteRow *self)
{
  g_return_val_if_fail (PV_IS_EGALITE_ROW (self), PV_EGALITE_QUESTION_NULL);

  return self->question;
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
pv_egalite_row_show (PvEgaliteRow *self,
                     PvEgaliteReponse reponse,
                     const char *hint,
                     const char *destination,
                     const char *comment,
                     gboolean current)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (PV_IS_EGALITE_ROW (self));

  self->reponse = reponse;
  show_answer (self);
  show_text (self->hint, hint);
  show_text (self->comment, comment);
  pv_field_set_value (self->comment_field, comment);
  gtk_label_set_label (self->destination, destination != NULL ? destination : "");
  gtk_widget_set_opacity (self->destination_box, destination != NULL ? 1 : 0);
  if (reponse != PV_EGALITE_SANS_REPONSE)
    gtk_widget_add_css_class (widget, "answered");
  else
    gtk_widget_remove_css_class (widget, "answered");
  if (current)
    gtk_widget_add_css_class (widget, "current");
  else
    gtk_widget_remove_css_class (widget, "current");
  gtk_widget_set_sensitive (GTK_WIDGET (self->comment_button), reponse != PV_EGALITE_SANS_REPONSE);
}

void
pv_egalite_row_allow (PvEgaliteRow *self, gboolean editable, gboolean commentable)
{
  g_return_if_fail (PV_IS_EGALITE_ROW (self));

  self->editable = editable;
  gtk_widget_set_sensitive (GTK_WIDGET (self->yes), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->no), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->comment_button), commentable && editable);
}

GtkWidget *
pv_egalite_row_get_node (PvEgaliteRow *self)
{
  g_return_val_if_fail (PV_IS_EGALITE_ROW (self), NULL);

  return GTK_WIDGET (self->node);
}

void
pv_egalite_row_focus (PvEgaliteRow *self)
{
  g_return_if_fail (PV_IS_EGALITE_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->reponse == PV_EGALITE_NON ? self->no : self->yes));
}
