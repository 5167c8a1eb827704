/* pv-regle-row.c: a condition of an appel, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-regle-row.h"

#include <glib/gi18n.h>

#include "widget/pv-field.h"

struct _PvRegleRow
{
  GtkListBoxRow parent_instance;

  PvRecevabiliteRegle *regle;

  PvField *libelle, *part, *minimum;
  GtkLabel *genre;
  GtkWidget *remove;
};

enum
{
  EDITED,
  MOVED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvRegleRow, pv_regle_row, GTK_TYPE_LIST_BOX_ROW)

static void
committed_cb (PvRegleRow *self, const char *value, PvField *field)
{
  g_autoptr (PvRecevabiliteRegle) regle = pv_recevabilite_regle_copy (self->regle);
  g_autofree char *reason = NULL;
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL;

  if (field == self->libelle)
    pv_champ_set_text (&regle->libelle, value);
  else if (field == self->minimum && number != PV_INT_NULL)
    regle->valeur = number * 100;
  else
    regle->valeur = number;
  g_signal_emit (self, signals[EDITED], 0, regle, &reason);
  if (reason != NULL)
    {
      pv_field_refuse (field, reason);
      return;
    }
  /* the row is shown again only later: a second edit starts from this one */
  pv_recevabilite_regle_free (self->regle);
  self->regle = g_steal_pointer (&regle);
}

static gboolean
commit (PvRegleRow *self)
{
  return pv_field_commit (self->libelle) && pv_field_commit (self->part) &&
         pv_field_commit (self->minimum);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (commit (PV_REGLE_ROW (widget)))
    g_signal_emit (widget, signals[MOVED], 0, g_str_equal (name, "regle.up") ? -1 : 1);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

void
pv_regle_row_show (PvRegleRow *self,
                   const PvRecevabiliteRegle *regle,
                   guint position,
                   guint n,
                   gboolean editable)
{
  PvField *fields[] = { self->libelle, self->part, self->minimum };
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), regle->libelle);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (self->regle == NULL || self->regle->id != regle->id)
        pv_field_restore (fields[i]);
      pv_field_set_editable (fields[i], editable);
    }
  g_clear_pointer (&self->regle, pv_recevabilite_regle_free);
  self->regle = pv_recevabilite_regle_copy (regle);
  pv_field_set_value (self->libelle, regle->libelle);
  pv_field_set_int (self->part,
                    regle->genre == PV_RECEVABILITE_GENRE_PART_QPV ? regle->valeur : PV_INT_NULL);
  pv_field_set_int (self->minimum, regle->genre == PV_RECEVABILITE_GENRE_MONTANT_MINIMUM &&
                                           regle->valeur != PV_INT_NULL
                                       ? regle->valeur / 100
                                       : PV_INT_NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->part), regle->genre == PV_RECEVABILITE_GENRE_PART_QPV);
  gtk_widget_set_visible (GTK_WIDGET (self->minimum),
                          regle->genre == PV_RECEVABILITE_GENRE_MONTANT_MINIMUM);
  gtk_label_set_label (self->genre, regle->genre == PV_RECEVABILITE_GENRE_DECLARATIVE
                                        ? _ ("Answered by hand")
                                        : _ ("Computed from the dossier"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  regle->libelle, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regle.up", editable && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regle.down", editable && position + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regle.remove", editable);
}

void
pv_regle_row_focus_label (PvRegleRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->libelle));
}

static void
pv_regle_row_dispose (GObject *object)
{
  PvRegleRow *self = PV_REGLE_ROW (object);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_REGLE_ROW);
  g_clear_pointer (&self->regle, pv_recevabilite_regle_free);

  G_OBJECT_CLASS (pv_regle_row_parent_class)->dispose (object);
}

static void
pv_regle_row_class_init (PvRegleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
    guint key;
  } actions[] = {
    { "regle.up", move_cb, GDK_KEY_Up },
    { "regle.down", move_cb, GDK_KEY_Down },
    { "regle.remove", remove_cb, GDK_KEY_Delete },
  };

  G_OBJECT_CLASS (klass)->dispose = pv_regle_row_dispose;
  signals[EDITED] = g_signal_new ("edited", PV_TYPE_REGLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[MOVED] = g_signal_new ("moved", PV_TYPE_REGLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", PV_TYPE_REGLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (PV_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/recevabilite/pv-regle-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvRegleRow, libelle);
  gtk_widget_class_bind_template_child (widget_class, PvRegleRow, part);
  gtk_widget_class_bind_template_child (widget_class, PvRegleRow, minimum);
  gtk_widget_class_bind_template_child (widget_class, PvRegleRow, genre);
  gtk_widget_class_bind_template_child (widget_class, PvRegleRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, GDK_ALT_MASK,
                                           actions[i].name, NULL);
    }
}

static void
pv_regle_row_init (PvRegleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_regle_row_new (void)
{
  return g_object_new (PV_TYPE_REGLE_ROW, NULL);
}
