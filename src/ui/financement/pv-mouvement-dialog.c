/* pv-mouvement-dialog.c: asks what act changes a notified amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-mouvement-dialog.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-format.h"

struct _PvMouvementDialog
{
  AdwMessageDialog parent_instance;

  PvFinancement *financement;
  PvCents verse;
  char *today;
  char *date; /* as typed, in ISO */

  GtkDropDown *genre;
  GtkEditable *date_entry;
  PvAmountEntry *amount;
  GtkEditable *motif;
  GtkEditable *acte;
  GtkLabel *change;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (PvMouvementDialog, pv_mouvement_dialog, ADW_TYPE_MESSAGE_DIALOG)

static const PvMouvementGenre genres[] = {
  PV_MOUVEMENT_GENRE_AVENANT,
  PV_MOUVEMENT_GENRE_REDUCTION,
  PV_MOUVEMENT_GENRE_ANNULATION_PARTIELLE,
  PV_MOUVEMENT_GENRE_DESISTEMENT,
};

static PvMouvementGenre
get_genre (PvMouvementDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->genre);

  return chosen < G_N_ELEMENTS (genres) ? genres[chosen] : PV_MOUVEMENT_GENRE_NULL;
}

PvMouvementActe
pv_mouvement_dialog_get_acte (PvMouvementDialog *self)
{
  PvMouvementActe acte = { .apres_cents = PV_CENTS_NULL };

  g_return_val_if_fail (PV_IS_MOUVEMENT_DIALOG (self), acte);

  acte.genre = get_genre (self);
  acte.date_le = self->date;
  g_free (pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self->amount)), &acte.apres_cents));
  acte.motif = gtk_editable_get_text (self->motif);
  acte.acte = gtk_editable_get_text (self->acte);

  return acte;
}

/* --- showing --------------------------------------------------------------------------------- */

/* "5 000 € → 3 500 € (−1 500 €)", and what follows of it. */
static void
show_change (PvMouvementDialog *self, const PvMouvementActe *acte)
{
  PvCents avant = self->financement->notifie_cents;
  PvCents apres = acte->genre == PV_MOUVEMENT_GENRE_DESISTEMENT
                      ? pv_mouvement_get_desistement (avant, self->verse)
                      : acte->apres_cents;
  g_autofree char *before = pv_amount_to_text (avant);
  g_autofree char *after = pv_amount_to_text (apres);
  g_autofree char *paid = pv_amount_to_text (self->verse);
  g_autoptr (GString) text = g_string_new (NULL);

  if (apres != PV_CENTS_NULL)
    {
      g_autofree char *difference = pv_amount_to_text (apres - avant);

      g_string_append_printf (text, _ ("%s → %s (%s%s)"), before, after, apres > avant ? "+" : "",
                              difference);
    }
  if (acte->genre == PV_MOUVEMENT_GENRE_DESISTEMENT)
    {
      g_string_append_c (text, '\n');
      if (apres > 0)
        g_string_append_printf (text, _ ("%s paid stays notified: the rest is given up."), paid);
      else
        g_string_append (text, _ ("Nothing is paid: all is given up."));
    }
  else if (self->verse != PV_CENTS_NULL && apres != PV_CENTS_NULL && apres < self->verse)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("%s is paid already: the difference is to be paid back."),
                              paid);
    }
  pv_format_label (self->change, text->str);
}

static char *
dup_problem (PvMouvementDialog *self, const PvMouvementActe *acte)
{
  PvCents cents;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->amount));
  g_autofree char *typed =
      acte->genre != PV_MOUVEMENT_GENRE_DESISTEMENT ? pv_amount_parse (text, &cents) : NULL;

  return typed != NULL
             ? g_steal_pointer (&typed)
             : pv_mouvement_service_check (self->financement, self->verse, acte, self->today);
}

static void
changed_cb (PvMouvementDialog *self)
{
  PvMouvementActe acte;
  g_autofree char *problem = NULL;

  if (self->financement == NULL)
    return;
  g_free (self->date);
  self->date = pv_date_parse (gtk_editable_get_text (self->date_entry), NULL, NULL);
  acte = pv_mouvement_dialog_get_acte (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->amount),
                            acte.genre != PV_MOUVEMENT_GENRE_DESISTEMENT);
  show_change (self, &acte);
  problem = dup_problem (self, &acte);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "keep", problem == NULL);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_mouvement_dialog_dispose (GObject *object)
{
  PvMouvementDialog *self = PV_MOUVEMENT_DIALOG (object);

  g_clear_pointer (&self->financement, pv_financement_free);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->date, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_MOUVEMENT_DIALOG);

  G_OBJECT_CLASS (pv_mouvement_dialog_parent_class)->dispose (object);
}

static void
pv_mouvement_dialog_class_init (PvMouvementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_mouvement_dialog_dispose;
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-mouvement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvMouvementDialog, genre);
  gtk_widget_class_bind_template_child (widget_class, PvMouvementDialog, date_entry);
  gtk_widget_class_bind_template_child (widget_class, PvMouvementDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, PvMouvementDialog, motif);
  gtk_widget_class_bind_template_child (widget_class, PvMouvementDialog, acte);
  gtk_widget_class_bind_template_child (widget_class, PvMouvementDialog, change);
  gtk_widget_class_bind_template_child (widget_class, PvMouvementDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
pv_mouvement_dialog_init (PvMouvementDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    gtk_string_list_append (names, pv_mouvement_genre_to_libelle (genres[i]));
  gtk_drop_down_set_model (self->genre, G_LIST_MODEL (names));
}

PvMouvementDialog *
pv_mouvement_dialog_new (GtkWindow *parent,
                         const PvFinancement *financement,
                         PvCents verse,
                         const char *today)
{
  PvMouvementDialog *self = g_object_new (PV_TYPE_MOUVEMENT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *date = pv_date_format_french (today, PV_DATE_FORMAT_SHORT);

  self->financement = pv_financement_copy (financement);
  self->verse = verse;
  self->today = g_strdup (today);
  gtk_editable_set_text (self->date_entry, date != NULL ? date : "");
  pv_amount_entry_set_cents (self->amount, financement->notifie_cents);
  changed_cb (self);

  return self;
}

void
pv_mouvement_dialog_resume (PvMouvementDialog *self,
                            const PvMouvementActe *acte,
                            const char *reason)
{
  g_autofree char *date = pv_date_format_french (acte->date_le, PV_DATE_FORMAT_SHORT);

  g_return_if_fail (PV_IS_MOUVEMENT_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    if (genres[i] == acte->genre)
      gtk_drop_down_set_selected (self->genre, i);
  gtk_editable_set_text (self->date_entry, date != NULL ? date : "");
  if (acte->apres_cents != PV_CENTS_NULL)
    pv_amount_entry_set_cents (self->amount, acte->apres_cents);
  gtk_editable_set_text (self->motif, acte->motif);
  gtk_editable_set_text (self->acte, acte->acte);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), reason);
}
