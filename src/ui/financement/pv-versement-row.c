/* pv-versement-row.c: a payment, edited in its row
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-versement-row.h"

#include <glib/gi18n.h>

#include "financement/pv-financement-service.h"
#include "pv-date.h"
#include "versement/pv-versement-lot.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-format.h"

struct _PvVersementRow
{
  GtkListBoxRow parent_instance;

  PvContext *context;
  char *label;
  PvVersement *versement;
  PvVersement *draft; /* (nullable): as it began */
  gboolean showing;

  GtkDropDown *genre;
  PvAmountEntry *amount;
  GtkEntry *date;
  GtkEntry *reference;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *flag_box;
  GtkLabel *flag;
};

G_DEFINE_FINAL_TYPE (PvVersementRow, pv_versement_row, GTK_TYPE_LIST_BOX_ROW)

static void
tell (PvVersementRow *self, const char *reason)
{
  gtk_label_set_label (self->problem, reason != NULL ? reason : "");
  gtk_widget_set_visible (self->problem_box, reason != NULL);
}

static gboolean
write_versement (PvDb *db, gpointer data, GError **error)
{
  return pv_financement_service_set_versement (db, data, NULL, error);
}

static gboolean
save_draft (PvVersementRow *self, PvVersement *draft)
{
  g_autoptr (PvVersement) before = g_steal_pointer (&self->versement);
  g_autoptr (GError) error = NULL;

  self->versement = draft;
  if (pv_context_act (self->context, "versement-edit", self->label, write_versement, draft, &error))
    {
      tell (self, NULL);
      return TRUE;
    }

  pv_versement_free (self->versement);
  self->versement = g_steal_pointer (&before);
  tell (self, error->message);

  return FALSE;
}

static gboolean
save (PvVersementRow *self, PvVersement *taken)
{
  g_autoptr (PvVersement) versement = taken;
  g_autoptr (GError) error = NULL;

  /* a draft waits for its amount */
  if (versement->montant_cents == PV_CENTS_NULL && versement->id == 0)
    {
      pv_versement_free (self->versement);
      self->versement = g_steal_pointer (&versement);
      return TRUE;
    }
  /* the change is announced before we come back: the row is already that of the payment */
  if (versement->id == 0)
    return save_draft (self, g_steal_pointer (&versement));
  if (pv_context_act (self->context, "versement-edit", self->label, write_versement, versement,
                      &error))
    {
      tell (self, NULL);
      return TRUE;
    }
  tell (self, error->message);

  return FALSE;
}

static void
problem_cb (PvVersementRow *self)
{
  tell (self, pv_amount_entry_get_problem (self->amount));
}

static void
amount_cb (PvVersementRow *self, gint64 cents)
{
  g_autoptr (PvVersement) versement = pv_versement_copy (self->versement);
  g_autoptr (PvVersementRow) kept = g_object_ref (self);
  PvCents before = versement->montant_cents;

  versement->montant_cents = cents;
  if (!save (self, g_steal_pointer (&versement)))
    {
      g_autofree char *reason = g_strdup (gtk_label_get_label (self->problem));

      pv_amount_entry_refuse (self->amount, before, reason);
    }
}

static void
genre_cb (PvVersementRow *self)
{
  g_autoptr (PvVersement) versement = NULL;
  guint selected = gtk_drop_down_get_selected (self->genre);

  if (self->showing || self->versement == NULL || selected == GTK_INVALID_LIST_POSITION ||
      (PvVersementGenre)selected == self->versement->genre)
    return;

  versement = pv_versement_copy (self->versement);
  versement->genre = (PvVersementGenre)selected;
  if (!save (self, g_steal_pointer (&versement)))
    {
      self->showing = TRUE;
      gtk_drop_down_set_selected (self->genre, (guint)self->versement->genre);
      self->showing = FALSE;
    }
}

/* A date that is refused stays as it was typed, and keeps nothing else from being saved. */
static void
read_date (PvVersementRow *self, PvVersement *versement, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->date))));
  char *iso = *text != '\0' ? pv_date_parse (text, NULL, error) : NULL;

  if (*text != '\0' && iso == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->date), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->date), "error");
  g_free (versement->verse_le);
  versement->verse_le = iso;
}

static void
text_cb (PvVersementRow *self)
{
  g_autoptr (PvVersement) versement = pv_versement_copy (self->versement);
  g_autoptr (PvVersementRow) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;

  read_date (self, versement, &error);
  pv_champ_set_text (&versement->reference, gtk_editable_get_text (GTK_EDITABLE (self->reference)));
  tell (self, NULL);
  if (!pv_champs_equal (pv_versement_champs, versement, self->versement))
    save (self, g_steal_pointer (&versement));
  if (error != NULL)
    tell (self, error->message);
}

static gboolean
remove_versement (PvDb *db, gpointer data, GError **error)
{
  return pv_financement_service_remove_versement (db, *(gint64 *)data, error);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PvVersementRow *self = PV_VERSEMENT_ROW (widget);
  g_autoptr (PvVersementRow) kept = g_object_ref (self);
  g_autoptr (GError) error = NULL;
  gint64 id = self->versement->id;

  if (id == 0)
    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (widget)), widget);
  else if (!pv_context_act (self->context, "versement-delete", self->label, remove_versement, &id,
                            &error))
    tell (self, error->message);
}

static void
left_cb (PvVersementRow *self)
{
  if (self->versement != NULL && gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    text_cb (self);
}

static void
pv_versement_row_finalize (GObject *object)
{
  PvVersementRow *self = PV_VERSEMENT_ROW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->versement, pv_versement_free);
  g_clear_pointer (&self->draft, pv_versement_free);
  g_free (self->label);

  G_OBJECT_CLASS (pv_versement_row_parent_class)->finalize (object);
}

static void
pv_versement_row_class_init (PvVersementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_versement_row_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-versement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, genre);
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, amount);
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, date);
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, reference);
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, problem);
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, flag_box);
  gtk_widget_class_bind_template_child (widget_class, PvVersementRow, flag);
  gtk_widget_class_bind_template_callback (widget_class, amount_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, genre_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_install_action (widget_class, "versement.remove", NULL, remove_cb);
}

static void
pv_versement_row_init (PvVersementRow *self)
{
  g_autoptr (GtkStringList) genres = gtk_string_list_new (NULL);

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < pv_versement_genre_vocabulaire.n; i++)
    gtk_string_list_append (genres, pv_versement_genre_to_libelle ((PvVersementGenre)i));
  gtk_drop_down_set_model (self->genre, G_LIST_MODEL (genres));
  self->showing = FALSE;
}

GtkWidget *
pv_versement_row_new (PvContext *context, const char *label, const PvVersement *versement)
{
  PvVersementRow *self = g_object_new (PV_TYPE_VERSEMENT_ROW, NULL);

  self->context = g_object_ref (context);
  self->label = g_strdup (label);
  pv_versement_row_show (self, versement);
  if (versement->id == 0)
    self->draft = pv_versement_copy (versement);

  return GTK_WIDGET (self);
}

/* More than what is notified is kept, and said. */
static void
show_flag (PvVersementRow *self)
{
  g_autofree char *words = self->versement->id != 0
                               ? pv_versement_object_to_written (
                                     pv_context_get_reader (self->context), self->versement, NULL)
                               : NULL;

  pv_format_label (self->flag, words != NULL ? words : "");
  gtk_widget_set_visible (self->flag_box, words != NULL);
}

void
pv_versement_row_show (PvVersementRow *self, const PvVersement *versement)
{
  g_autofree char *date = NULL;

  g_return_if_fail (PV_IS_VERSEMENT_ROW (self));

  pv_versement_free (self->versement);
  self->versement = pv_versement_copy (versement);
  if (versement->verse_le != NULL)
    date = pv_date_format_french (versement->verse_le, PV_DATE_FORMAT_SHORT);
  self->showing = TRUE;
  gtk_drop_down_set_selected (self->genre, (guint)versement->genre);
  pv_amount_entry_set_cents (self->amount, versement->montant_cents);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->date), "error"))
    gtk_editable_set_text (GTK_EDITABLE (self->date), date != NULL ? date : "");
  gtk_editable_set_text (GTK_EDITABLE (self->reference),
                         versement->reference != NULL ? versement->reference : "");
  self->showing = FALSE;
  show_flag (self);
}

gint64
pv_versement_row_get_id (PvVersementRow *self)
{
  g_return_val_if_fail (PV_IS_VERSEMENT_ROW (self), 0);

  return self->versement->id;
}

void
pv_versement_row_focus (PvVersementRow *self)
{
  g_return_if_fail (PV_IS_VERSEMENT_ROW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
}

gboolean
pv_versement_row_settle (PvVersementRow *self)
{
  g_autoptr (PvVersementRow) kept = NULL;

  g_return_val_if_fail (PV_IS_VERSEMENT_ROW (self), TRUE);

  kept = g_object_ref (self);
  /* before the amount, whose saving shows the payment again */
  text_cb (self);
  if (!pv_amount_entry_commit (self->amount) || pv_amount_entry_get_problem (self->amount) != NULL)
    return FALSE;
  text_cb (self);
  if (self->versement->id == 0 &&
      !pv_champs_equal (pv_versement_champs, self->versement, self->draft))
    tell (self, _ ("A payment is saved once it has an amount."));

  return !gtk_widget_get_visible (self->problem_box);
}
