/* pv-convention-echeance-row.c: a planned payment, edited in its row
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-echeance-row.h"

#include <glib/gi18n.h>

#include "convention/pv-convention-service.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-field.h"

struct _PvConventionEcheanceRow
{
  GtkListBoxRow parent_instance;

  PvContext *context; /* weak */
  char *label;
  PvConventionEcheance *echeance;

  PvField *libelle;
  PvField *exercice;
  PvField *echeance_le;
  PvAmountEntry *montant;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (PvConventionEcheanceRow, pv_convention_echeance_row, GTK_TYPE_LIST_BOX_ROW)

static void
tell (PvConventionEcheanceRow *self, const char *reason)
{
  gtk_label_set_label (self->problem, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), reason != NULL);
}

static gboolean
write_echeance (PvDb *db, gpointer data, GError **error)
{
  return pv_convention_service_set_echeance (db, data, NULL, error);
}

static gboolean
save (PvConventionEcheanceRow *self, PvConventionEcheance *echeance, GError **error)
{
  return self->context != NULL && pv_context_act (self->context, "convention-echeance", self->label,
                                                  write_echeance, echeance, error);
}

static void
field_committed_cb (PvField *field, const char *value, PvConventionEcheanceRow *self)
{
  g_autoptr (PvConventionEcheance) echeance = pv_convention_echeance_copy (self->echeance);
  g_autoptr (GError) error = NULL;

  if (field == self->libelle)
    {
      g_free (echeance->libelle);
      echeance->libelle = g_strdup (value);
    }
  else if (field == self->echeance_le)
    {
      g_free (echeance->echeance_le);
      echeance->echeance_le = g_strdup (value);
    }
  else
    echeance->exercice = value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL;

  if (!save (self, echeance, &error))
    pv_field_refuse (field, error->message);
}

static void
amount_cb (PvConventionEcheanceRow *self, gint64 cents)
{
  g_autoptr (PvConventionEcheance) echeance = pv_convention_echeance_copy (self->echeance);
  g_autoptr (GError) error = NULL;

  echeance->montant_cents = cents;
  if (!save (self, echeance, &error))
    pv_amount_entry_refuse (self->montant, self->echeance->montant_cents, error->message);
}

static void
problem_cb (PvConventionEcheanceRow *self)
{
  tell (self, pv_amount_entry_get_problem (self->montant));
}

static gboolean
remove_echeance (PvDb *db, gpointer data, GError **error)
{
  return pv_convention_service_remove_echeance (db, *(gint64 *)data, error);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PvConventionEcheanceRow *self = PV_CONVENTION_ECHEANCE_ROW (widget);
  g_autoptr (PvConventionEcheanceRow) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  gint64 id = self->echeance->id;

  if (self->context != NULL && !pv_context_act (self->context, "convention-echeance-delete",
                                                self->label, remove_echeance, &id, &error))
    tell (self, error->message);
}

static void
pv_convention_echeance_row_dispose (GObject *object)
{
  PvConventionEcheanceRow *self = PV_CONVENTION_ECHEANCE_ROW (object);

  g_clear_weak_pointer (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CONVENTION_ECHEANCE_ROW);

  G_OBJECT_CLASS (pv_convention_echeance_row_parent_class)->dispose (object);
}

static void
pv_convention_echeance_row_finalize (GObject *object)
{
  PvConventionEcheanceRow *self = PV_CONVENTION_ECHEANCE_ROW (object);

  g_free (self->label);
  g_clear_pointer (&self->echeance, pv_convention_echeance_free);

  G_OBJECT_CLASS (pv_convention_echeance_row_parent_class)->finalize (object);
}

static void
pv_convention_echeance_row_class_init (PvConventionEcheanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_convention_echeance_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_convention_echeance_row_finalize;
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/convention/pv-convention-echeance-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvConventionEcheanceRow, libelle);
  gtk_widget_class_bind_template_child (widget_class, PvConventionEcheanceRow, exercice);
  gtk_widget_class_bind_template_child (widget_class, PvConventionEcheanceRow, echeance_le);
  gtk_widget_class_bind_template_child (widget_class, PvConventionEcheanceRow, montant);
  gtk_widget_class_bind_template_child (widget_class, PvConventionEcheanceRow, problem);
  gtk_widget_class_bind_template_callback (widget_class, field_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_install_action (widget_class, "echeance.supprimer", NULL, remove_cb);
}

/* A field is as wide as any text: a year and a day leave the room to the name. */
static void
narrow (GtkWidget *widget, int chars)
{
  if (GTK_IS_ENTRY (widget))
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (widget), chars);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (widget), chars);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    narrow (child, chars);
}

static void
pv_convention_echeance_row_init (PvConventionEcheanceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  narrow (GTK_WIDGET (self->exercice), 5);
  narrow (GTK_WIDGET (self->echeance_le), 10);
}

GtkWidget *
pv_convention_echeance_row_new (PvContext *context, const char *label)
{
  PvConventionEcheanceRow *self = g_object_new (PV_TYPE_CONVENTION_ECHEANCE_ROW, NULL);

  g_set_weak_pointer (&self->context, context);
  self->label = g_strdup (label);

  return GTK_WIDGET (self);
}

void
pv_convention_echeance_row_show (PvConventionEcheanceRow *self,
                                 const PvConventionEcheance *echeance,
                                 gboolean annee,
                                 gboolean can_edit)
{
  PvConventionEcheance *before = self->echeance;

  g_return_if_fail (PV_IS_CONVENTION_ECHEANCE_ROW (self));
  g_return_if_fail (echeance != NULL);

  self->echeance = pv_convention_echeance_copy (echeance);
  g_clear_pointer (&before, pv_convention_echeance_free);
  pv_field_set_value (self->libelle, echeance->libelle);
  pv_field_set_int (self->exercice, echeance->exercice);
  pv_field_set_value (self->echeance_le, echeance->echeance_le);
  pv_amount_entry_set_cents (self->montant, echeance->montant_cents);
  gtk_widget_set_visible (GTK_WIDGET (self->exercice), annee);
  pv_field_set_editable (self->libelle, can_edit);
  pv_field_set_editable (self->exercice, can_edit);
  pv_field_set_editable (self->echeance_le, can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->montant), can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "echeance.supprimer", can_edit);
}

gint64
pv_convention_echeance_row_get_id (PvConventionEcheanceRow *self)
{
  g_return_val_if_fail (PV_IS_CONVENTION_ECHEANCE_ROW (self), 0);

  return self->echeance->id;
}
