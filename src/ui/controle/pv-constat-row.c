/* pv-constat-row.c: what a control found, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-constat-row.h"

#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"

struct _PvConstatRow
{
  GtkListBoxRow parent_instance;

  PvSeverityIcon *icon;
  GtkLabel *title;
  GtkLabel *text;
  char *table;
  char *champ;
  gint64 cle;
};

G_DEFINE_FINAL_TYPE (PvConstatRow, pv_constat_row, GTK_TYPE_LIST_BOX_ROW)

static void
pv_constat_row_finalize (GObject *object)
{
  PvConstatRow *self = PV_CONSTAT_ROW (object);

  g_free (self->table);
  g_free (self->champ);

  G_OBJECT_CLASS (pv_constat_row_parent_class)->finalize (object);
}

static void
pv_constat_row_class_init (PvConstatRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_constat_row_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/controle/pv-constat-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvConstatRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PvConstatRow, title);
  gtk_widget_class_bind_template_child (widget_class, PvConstatRow, text);
}

static void
pv_constat_row_init (PvConstatRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_constat_row_new (const PvConstat *constat)
{
  PvConstatRow *self = g_object_new (PV_TYPE_CONSTAT_ROW, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", constat->controle->titre, constat->texte);

  self->table = g_strdup (constat->table);
  self->champ = g_strdup (constat->champ);
  self->cle = constat->cle;
  pv_severity_icon_set_severite (self->icon, constat->severite);
  gtk_label_set_label (self->title, constat->controle->titre);
  pv_format_label (self->text, constat->derogation != NULL ? constat->derogation : constat->texte);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), constat->controle->remede);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

const char *
pv_constat_row_get_table (PvConstatRow *self)
{
  g_return_val_if_fail (PV_IS_CONSTAT_ROW (self), NULL);

  return self->table;
}

gint64
pv_constat_row_get_cle (PvConstatRow *self)
{
  g_return_val_if_fail (PV_IS_CONSTAT_ROW (self), PV_INT_NULL);

  return self->cle;
}

const char *
pv_constat_row_get_champ (PvConstatRow *self)
{
  g_return_val_if_fail (PV_IS_CONSTAT_ROW (self), NULL);

  return self->champ;
}
