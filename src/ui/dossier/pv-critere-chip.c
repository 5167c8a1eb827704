/* pv-critere-chip.c: one criterion of a filter, to change or to take away
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-critere-chip.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

struct _PvCritereChip
{
  AdwBin parent_instance;

  PvContext *context;
  PvFiltreCle cle;

  PvCriterePopover *popover; /* (transfer none) of the button */
  GtkMenuButton *button;
  GtkLabel *title;
  GtkLabel *values;
  GtkButton *remove;
};

enum
{
  EDITED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvCritereChip, pv_critere_chip, ADW_TYPE_BIN)

static void
edited_cb (PvCritereChip *self, PvCriterePopover *popover)
{
  g_signal_emit (self, signals[EDITED], 0, popover);
}

static void
closed_cb (PvCritereChip *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
delete_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PvCritereChip *self = PV_CRITERE_CHIP (widget);

  return gtk_widget_activate_action (widget, "filtres.remove", "s",
                                     pv_filtre_cle_to_id (self->cle));
}

/* Its popover is gone with the window, even when a query still holds the page: GTK would look
 * for the pointer in it, for a tooltip that was about to show. */
static void
pv_critere_chip_unroot (GtkWidget *widget)
{
  PvCritereChip *self = PV_CRITERE_CHIP (widget);

  self->popover = NULL;
  if (self->button != NULL)
    gtk_menu_button_set_popover (self->button, NULL);
  GTK_WIDGET_CLASS (pv_critere_chip_parent_class)->unroot (widget);
}

static void
pv_critere_chip_dispose (GObject *object)
{
  PvCritereChip *self = PV_CRITERE_CHIP (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CRITERE_CHIP);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_critere_chip_parent_class)->dispose (object);
}

static void
pv_critere_chip_class_init (PvCritereChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_critere_chip_dispose;
  widget_class->unroot = pv_critere_chip_unroot;

  signals[EDITED] = g_signal_new ("edited", PV_TYPE_CRITERE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, PV_TYPE_CRITERE_POPOVER);
  signals[CLOSED] = g_signal_new ("closed", PV_TYPE_CRITERE_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-critere-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCritereChip, button);
  gtk_widget_class_bind_template_child (widget_class, PvCritereChip, title);
  gtk_widget_class_bind_template_child (widget_class, PvCritereChip, values);
  gtk_widget_class_bind_template_child (widget_class, PvCritereChip, remove);
}

static void
pv_critere_chip_init (PvCritereChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_critere_chip_new (PvContext *context, PvFiltreCle cle)
{
  PvCritereChip *self = g_object_new (PV_TYPE_CRITERE_CHIP, NULL);

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self->context = g_object_ref (context);
  self->cle = cle;
  self->popover = PV_CRITERE_POPOVER (pv_critere_popover_new (context, cle));
  g_signal_connect_object (self->popover, "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s", pv_filtre_cle_to_id (cle));

  return GTK_WIDGET (self);
}

PvFiltreCle
pv_critere_chip_get_cle (PvCritereChip *self)
{
  g_return_val_if_fail (PV_IS_CRITERE_CHIP (self), PV_FILTRE_CLE_NONE);

  return self->cle;
}

void
pv_critere_chip_set_critere (PvCritereChip *self, const PvDossierCritere *critere)
{
  guint n = pv_filtre_cle_count (self->cle, critere);
  const char *title = pv_filtre_cle_to_title (self->cle, n);
  g_autofree char *values =
      pv_filtre_cle_describe (self->cle, critere, pv_context_get_reader (self->context));
  g_autofree char *name = g_strdup_printf ("%s, %s", title, values);
  g_autofree char *removal = g_strdup_printf (_ ("Remove the filter %s"), title);
  g_autoptr (PangoAttrList) attributes = pv_format_attributes (values);

  g_return_if_fail (PV_IS_CRITERE_CHIP (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->values, n > 0 ? values : "…");
  gtk_label_set_attributes (self->values, n > 0 ? attributes : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), values);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  removal, -1);
  if (self->popover != NULL)
    pv_critere_popover_set_critere (self->popover, critere);
}

void
pv_critere_chip_popup (PvCritereChip *self)
{
  g_return_if_fail (PV_IS_CRITERE_CHIP (self));

  /* a popover that has no control yet looks for the focus, which must be somewhere */
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  gtk_menu_button_popup (self->button);
}
