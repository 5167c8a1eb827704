/* pv-seance-session-actes.c: what is decided in an open séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "pv-date.h"
#include "seance/pv-seance-service.h"
#include "seance/session/pv-seance-session-private.h"
#include "widget/pv-amount-entry.h"

/* One write, with all it may need. */
typedef struct
{
  gint64 id; /* of the line of the agenda; of the séance to take the last one back */
  gint64 key;
  PvCents cents;
  const char *text;
  PvDecisionGenre genre;
} Acte;

/* How the history names a dossier. */
static char *
dup_label (const char *numero, const char *intitule)
{
  return g_strdup_printf ("%s · %s", numero, intitule != NULL ? intitule : "");
}

/* @about: (nullable): what the history says it is about; NULL: the dossier on the table */
static gboolean
act (PvSeanceSession *self,
     const char *action,
     const char *about,
     PvContextFunc func,
     Acte *acte,
     GError **error)
{
  const PvDossier *dossier = self->fiche->dossier->dossier;
  g_autofree char *label =
      about != NULL ? g_strdup (about) : dup_label (dossier->numero, dossier->intitule);

  if (!pv_context_act (self->context, action, label, func, acte, error))
    return FALSE;
  pv_seance_session_relire (self);

  return TRUE;
}

/* --- a decision --------------------------------------------------------------------------- */

static gboolean
write_decision (PvDb *db, gpointer data, GError **error)
{
  const Acte *acte = data;

  return pv_seance_decider (db, acte->id, acte->genre, acte->key, error);
}

/* How long it was on the table since it was last said, when somebody counts. */
static gint64
take_seconds (PvSeanceSession *self)
{
  gint64 seconds = pv_session_minuterie_get_seconds (self->minuterie);
  gint64 more = seconds - self->counted;

  if (self->resume->seance->minuterie_min == PV_INT_NULL)
    return PV_INT_NULL;
  self->counted = seconds;

  return more;
}

static void
decide (PvSeanceSession *self, PvDecisionGenre genre)
{
  Acte acte = { .id = self->courant, .genre = genre };
  g_autoptr (GError) error = NULL;

  if (self->fiche == NULL || genre == self->fiche->decision->decision)
    return;
  if (!pv_seance_session_settle (self))
    {
      /* the toggle that was pressed tells what is saved */
      pv_seance_session_relire (self);
      return;
    }
  acte.key = take_seconds (self);
  if (act (self, "seance-decide", NULL, write_decision, &acte, &error))
    {
      pv_session_dossier_focus_suite (self->dossier);
      return;
    }
  pv_seance_session_tell (self, error->message);
  pv_seance_session_relire (self);
}

static void
decide_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 genre = g_variant_get_int64 (parameter);

  if (genre >= 0 && genre < PV_N_DECISION_GENRES &&
      pv_seance_session_listens (PV_SEANCE_SESSION (widget)))
    decide (PV_SEANCE_SESSION (widget), (PvDecisionGenre)genre);
}

static void
decided_cb (PvSeanceSession *self, int genre)
{
  decide (self, (PvDecisionGenre)genre);
}

static gboolean
write_undo (PvDb *db, gpointer data, GError **error)
{
  Acte *acte = data;

  return pv_seance_annuler_derniere (db, acte->id, &acte->key, error);
}

static void
undo_last_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);
  Acte acte = { .id = self->seance_id, .key = PV_INT_NULL };
  g_autofree char *about = NULL;
  g_autoptr (GError) error = NULL;

  if (self->fiche == NULL || !pv_seance_session_listens (self) || !pv_seance_session_settle (self))
    return;
  if (self->journal != NULL && self->journal->fil->len > 0)
    {
      const PvSeanceJournalLigne *last = self->journal->fil->pdata[0];

      about = dup_label (last->numero, last->intitule);
    }
  if (!act (self, "seance-undecide", about, write_undo, &acte, &error))
    pv_seance_session_tell (self, error->message);
  else if (acte.key != PV_INT_NULL)
    {
      pv_seance_session_go (self, acte.key);
      pv_session_dossier_begin (self->dossier);
    }
}

/* --- amounts, reserve, where it comes back ------------------------------------------------- */

static gboolean
write_montant (PvDb *db, gpointer data, GError **error)
{
  const Acte *acte = data;

  return pv_seance_set_montant (db, acte->id, acte->key, acte->cents, error);
}

static void
committed_cb (PvSeanceSession *self, gint64 financement_id, gint64 cents, PvAmountEntry *entry)
{
  const PvSeanceLigne *ligne = pv_seance_fiche_find_ligne (self->fiche, financement_id);
  PvCents kept = ligne != NULL ? ligne->table_cents : PV_CENTS_NULL;
  Acte acte = { .id = self->courant, .key = financement_id, .cents = cents };
  g_autoptr (GError) error = NULL;

  if (!act (self, "seance-montant", NULL, write_montant, &acte, &error))
    pv_amount_entry_refuse (entry, kept, error->message);
}

static gboolean
write_reserve (PvDb *db, gpointer data, GError **error)
{
  const Acte *acte = data;

  return pv_seance_set_reserve (db, acte->id, acte->text, error);
}

static void
reserved_cb (PvSeanceSession *self, const char *text)
{
  Acte acte = { .id = self->courant, .text = *text != '\0' ? text : NULL };
  g_autoptr (GError) error = NULL;

  if (self->fiche != NULL && !act (self, "seance-reserve", NULL, write_reserve, &acte, &error))
    pv_seance_session_tell (self, error->message);
}

static gboolean
write_retour (PvDb *db, gpointer data, GError **error)
{
  const Acte *acte = data;

  return pv_seance_set_ajournement (db, acte->id, acte->key, error);
}

static void
put_off_cb (PvSeanceSession *self, gint64 seance_id)
{
  Acte acte = { .id = self->courant, .key = seance_id };
  g_autoptr (GError) error = NULL;

  if (!act (self, "seance-ajourne", NULL, write_retour, &acte, &error))
    {
      pv_seance_session_tell (self, error->message);
      pv_seance_session_relire (self);
    }
}

/* The séances that are being prepared, the next one first. */
static GPtrArray *
list_retours (const char *text, gpointer user_data)
{
  PvSeanceSession *self = user_data;
  GPtrArray *items = pv_choice_items_new ();
  g_autofree char *sought = g_utf8_casefold (text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) seances =
      pv_seance_store_list (pv_context_get_reader (self->context), PV_INT_NULL, &error);

  for (guint i = seances != NULL ? seances->len : 0; i-- > 0;)
    {
      const PvSeanceResume *resume = seances->pdata[i];
      g_autofree char *date = pv_date_format_french (resume->seance->date_le, PV_DATE_FORMAT_LONG);
      g_autofree char *label = g_strdup_printf ("%s, %s", resume->instance, date);
      g_autofree char *folded = g_utf8_casefold (label, -1);

      if (resume->seance->etat == PV_SEANCE_ETAT_PREPAREE &&
          resume->seance->id != self->seance_id && strstr (folded, sought) != NULL)
        pv_choice_add (items, resume->seance->id, label, resume->seance->lieu);
    }

  return items;
}

/* --- to and from the screen ---------------------------------------------------------------- */

void
pv_seance_session_connect_actes (PvSeanceSession *self)
{
  g_signal_connect_object (self->dossier, "decided", G_CALLBACK (decided_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "committed", G_CALLBACK (committed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "reserved", G_CALLBACK (reserved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "put-off", G_CALLBACK (put_off_cb), self,
                           G_CONNECT_SWAPPED);
  pv_session_dossier_set_retours (self->dossier, list_retours, self);
}

/* --- from elsewhere ----------------------------------------------------------------------- */

/* A finding of the closing leads here. */
static void
go_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);

  if (pv_seance_session_settle (self))
    pv_seance_session_go (self, g_variant_get_int64 (parameter));
}

void
pv_seance_session_install_actes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.decide", "x", decide_cb);
  gtk_widget_class_install_action (widget_class, "session.undo-last", NULL, undo_last_cb);
  gtk_widget_class_install_action (widget_class, "session.go", "x", go_cb);
}
