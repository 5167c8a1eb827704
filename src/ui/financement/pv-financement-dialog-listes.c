/* pv-financement-dialog-listes.c: the payments of a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-dialog-private.h"
#include "financement/pv-versement-row.h"
#include "financement/pv-versement-store.h"
#include "versement/pv-versement-words.h"
#include "widget/pv-format.h"

static gboolean
has_versement (GPtrArray *versements, gint64 id)
{
  for (guint i = 0; i < versements->len; i++)
    if (((PvVersement *)versements->pdata[i])->id == id)
      return TRUE;

  return FALSE;
}

static PvVersementRow *
find_versement_row (PvFinancementDialog *self, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->versements, i)) != NULL; i++)
    if (PV_IS_VERSEMENT_ROW (row) && pv_versement_row_get_id (PV_VERSEMENT_ROW (row)) == id)
      return PV_VERSEMENT_ROW (row);

  return NULL;
}

/* Rows of the same payment stay, and so does a draft. */
static void
load_versements (PvFinancementDialog *self)
{
  g_autoptr (GPtrArray) versements =
      pv_versement_store_list (pv_context_get_reader (self->context), self->financement->id, NULL);
  g_autofree char *label = pv_financement_dialog_dup_label (self);
  GtkListBoxRow *row;

  if (versements == NULL)
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->versements, i)) != NULL;)
    {
      gint64 id = pv_versement_row_get_id (PV_VERSEMENT_ROW (row));

      if (id != 0 && !has_versement (versements, id))
        gtk_list_box_remove (self->versements, GTK_WIDGET (row));
      else
        i++;
    }
  for (guint i = 0; i < versements->len; i++)
    {
      const PvVersement *versement = versements->pdata[i];
      PvVersementRow *shown = find_versement_row (self, versement->id);

      if (shown != NULL)
        pv_versement_row_show (shown, versement);
      else
        gtk_list_box_insert (self->versements,
                             pv_versement_row_new (self->context, label, versement), (int)i);
    }
}

void
pv_financement_dialog_add_versement_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PvFinancementDialog *self = PV_FINANCEMENT_DIALOG (widget);
  g_autoptr (PvVersement) draft = pv_versement_new ();
  g_autofree char *label = pv_financement_dialog_dup_label (self);
  PvVersementRow *row = find_versement_row (self, 0);

  if (row == NULL)
    {
      draft->financement_id = self->financement->id;
      draft->genre = PV_VERSEMENT_GENRE_ACOMPTE;
      draft->verse_le = pv_context_get_today (self->context);
      row = PV_VERSEMENT_ROW (pv_versement_row_new (self->context, label, draft));
      gtk_list_box_append (self->versements, GTK_WIDGET (row));
    }
  pv_versement_row_focus (row);
}

gboolean
pv_financement_dialog_settle_lists (PvFinancementDialog *self)
{
  GtkListBoxRow *row;
  gboolean settled = TRUE;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->versements, i)) != NULL; i++)
    settled = pv_versement_row_settle (PV_VERSEMENT_ROW (row)) && settled;

  return settled;
}

/* What is due, and since when. */
static void
load_suivi (PvFinancementDialog *self)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *sentences = NULL;
  PvVersementSuivi suivi = { 0 };

  if (pv_versement_suivi_find (pv_context_get_reader (self->context), self->financement->id, today,
                               &suivi, NULL))
    sentences = pv_versement_suivi_to_sentences (&suivi);
  pv_format_label (self->suivi, sentences != NULL ? sentences : "");
  gtk_widget_set_visible (self->suivi_box, sentences != NULL);
  gtk_widget_set_visible (self->suivi_icon, suivi.retard > 0 || suivi.trop_percu_cents > 0 ||
                                                suivi.a_recuperer_cents > 0);
}

void
pv_financement_dialog_load_lists (PvFinancementDialog *self)
{
  load_suivi (self);
  load_versements (self);
  pv_financement_dialog_load_mouvements (self);
}
