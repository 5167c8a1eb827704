/* pv-egalite-marque.c: the collective mark and why it is that
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-marque.h"

#include <glib/gi18n.h>

#include "dossier/pv-wrap-layout.h"
#include "egalite/pv-egalite-retenue.h"
#include "pv-date.h"
#include "widget/pv-field.h"
#include "widget/pv-mark-badge.h"

#define N_BUTTONS 4

struct _PvEgaliteMarque
{
  AdwBin parent_instance;

  gint64 dossier_id;
  gint64 axe_id;
  gint64 valeur;

  GtkLabel *pending_label;
  GtkMenuButton *date_button;
  GtkLabel *date_label;
  PvField *date_field;
  PvField *par_field;
  GtkToggleButton *mark_0;
  GtkToggleButton *mark_1;
  GtkToggleButton *mark_2;
  GtkToggleButton *mark_none;
  GtkWidget *accord_box;
  GtkImage *accord_icon;
  GtkLabel *accord_label;
  PvField *justification;
};

enum
{
  MARKED,
  JUSTIFIED,
  DATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvEgaliteMarque, pv_egalite_marque, ADW_TYPE_BIN)

static void
get_buttons (PvEgaliteMarque *self, GtkToggleButton **buttons)
{
  buttons[0] = self->mark_0;
  buttons[1] = self->mark_1;
  buttons[2] = self->mark_2;
  buttons[3] = self->mark_none;
}

static gint64
to_mark (guint button)
{
  return button == 3 ? PV_INT_NULL : (gint64)button;
}

static void
show_mark (PvEgaliteMarque *self)
{
  GtkToggleButton *buttons[N_BUTTONS];

  get_buttons (self, buttons);
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_toggle_button_set_active (buttons[i], to_mark (i) == self->valeur);
}

static void
clicked_cb (GtkToggleButton *button, PvEgaliteMarque *self)
{
  GtkToggleButton *buttons[N_BUTTONS];

  get_buttons (self, buttons);
  for (guint i = 0; i < N_BUTTONS; i++)
    if (buttons[i] == button && to_mark (i) != self->valeur)
      {
        g_signal_emit (self, signals[MARKED], 0, to_mark (i));
        break;
      }
  show_mark (self);
}

static void
justified_cb (PvEgaliteMarque *self, const char *value, PvField *field)
{
  g_autofree char *reason = NULL;

  g_signal_emit (self, signals[JUSTIFIED], 0, value, &reason);
  if (reason != NULL)
    pv_field_refuse (field, reason);
}

static void
dated_cb (PvEgaliteMarque *self, const char *value, PvField *field)
{
  g_autofree char *day =
      g_strdup (field == self->date_field ? value : pv_field_get_value (self->date_field));
  g_autofree char *meeting =
      g_strdup (field == self->par_field ? value : pv_field_get_value (self->par_field));
  g_autofree char *reason = NULL;

  g_signal_emit (self, signals[DATED], 0, day, meeting, &reason);
  if (reason != NULL)
    pv_field_refuse (field, reason);
}

static void
closed_cb (PvEgaliteMarque *self)
{
  gboolean day = pv_field_commit (self->date_field);
  gboolean meeting = pv_field_commit (self->par_field);

  if (!day || !meeting)
    pv_egalite_retenir (self->date_button);
}

/* "decided on 11 March 2026, COTECH" */
static char *
dup_decision (const PvMarqueur *marqueur)
{
  g_autofree char *day = pv_date_format_french (marqueur->decide_le, PV_DATE_FORMAT_LONG);

  if (day == NULL)
    return g_strdup (marqueur->decide_par != NULL ? marqueur->decide_par : _ ("day not known"));
  if (marqueur->decide_par == NULL)
    return g_strdup_printf (_ ("decided on %s"), day);

  return g_strdup_printf (_ ("decided on %s, %s"), day, marqueur->decide_par);
}

static void
show_accord (PvEgaliteMarque *self, const PvEgaliteFiche *fiche)
{
  PvEgaliteAccord accord = pv_egalite_fiche_get_accord (fiche);
  gboolean same = accord == PV_EGALITE_ACCORD_CONFORME;
  g_autofree char *differs =
      g_strdup_printf (_ ("differs from the tree, which gives %d"), (int)fiche->resultat.marque);

  gtk_widget_set_visible (self->accord_box, accord != PV_EGALITE_ACCORD_INCONNU);
  if (accord == PV_EGALITE_ACCORD_INCONNU)
    return;
  gtk_image_set_from_icon_name (self->accord_icon,
                                same ? "object-select-symbolic" : "pv-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->accord_icon), same ? "pv-warning" : "pv-success");
  gtk_widget_add_css_class (GTK_WIDGET (self->accord_icon), same ? "pv-success" : "pv-warning");
  gtk_label_set_label (self->accord_label, same ? _ ("as the tree says") : differs);
}

/* What was refused of another dossier is not offered to this one. */
static void
set_mark (PvEgaliteMarque *self, gint64 dossier_id, gint64 axe_id)
{
  if (self->dossier_id == dossier_id && self->axe_id == axe_id)
    return;
  self->dossier_id = dossier_id;
  self->axe_id = axe_id;
  pv_field_restore (self->date_field);
  pv_field_restore (self->par_field);
  pv_field_restore (self->justification);
}

void
pv_egalite_marque_show (PvEgaliteMarque *self, const PvEgaliteFiche *fiche, gboolean editable)
{
  GtkToggleButton *buttons[N_BUTTONS];
  const PvMarqueur *marqueur = fiche->marqueur;
  g_autofree char *decision = dup_decision (marqueur);

  g_return_if_fail (PV_IS_EGALITE_MARQUE (self));

  set_mark (self, fiche->dossier_id, fiche->axe->id);
  self->valeur = marqueur->valeur;
  show_mark (self);
  show_accord (self, fiche);
  get_buttons (self, buttons);
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (buttons[i]), editable);
  gtk_label_set_label (self->date_label, decision);
  gtk_widget_set_visible (GTK_WIDGET (self->date_button), marqueur->valeur != PV_INT_NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->pending_label), marqueur->valeur == PV_INT_NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->date_button), editable);
  pv_field_set_value (self->date_field, marqueur->decide_le);
  pv_field_set_value (self->par_field, marqueur->decide_par);
  pv_field_set_value (self->justification, marqueur->justification);
  pv_field_set_editable (self->justification, editable);
}

void
pv_egalite_marque_focus_justification (PvEgaliteMarque *self)
{
  g_return_if_fail (PV_IS_EGALITE_MARQUE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->justification));
}

static void
pv_egalite_marque_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_EGALITE_MARQUE);

  G_OBJECT_CLASS (pv_egalite_marque_parent_class)->dispose (object);
}

static void
pv_egalite_marque_class_init (PvEgaliteMarqueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_egalite_marque_dispose;
  signals[MARKED] = g_signal_new ("marked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[JUSTIFIED] =
      g_signal_new ("justified", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);
  signals[DATED] =
      g_signal_new ("dated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_POINTER);

  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  g_type_ensure (PV_TYPE_MARK_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-marque.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, pending_label);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, date_button);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, date_label);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, date_field);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, par_field);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, mark_0);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, mark_1);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, mark_2);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, mark_none);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, accord_box);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, accord_icon);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, accord_label);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarque, justification);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, justified_cb);
  gtk_widget_class_bind_template_callback (widget_class, dated_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
pv_egalite_marque_init (PvEgaliteMarque *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->dossier_id = PV_INT_NULL;
  self->axe_id = PV_INT_NULL;
  self->valeur = PV_INT_NULL;
}
