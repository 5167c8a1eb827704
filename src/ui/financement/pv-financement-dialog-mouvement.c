/* pv-financement-dialog-mouvement.c: the acts that changed an amount, one more, the last taken back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-dialog-private.h"

#include <glib/gi18n.h>

#include "financement/pv-financement-store.h"
#include "financement/pv-mouvement-dialog.h"
#include "financement/pv-mouvement-store.h"
#include "pv-date.h"
#include "widget/pv-format.h"

/* --- the list -------------------------------------------------------------------------------- */

/* "notifié, 12 mars 2026 · Délibération 14 · action réduite" */
static char *
describe (const PvMouvement *mouvement)
{
  g_autofree char *date = pv_date_format_french (mouvement->date_le, PV_DATE_FORMAT_LONG);
  GString *text = g_string_new (pv_etape_to_libelle (mouvement->etape));

  g_string_append_printf (text, ", %s", date != NULL ? date : mouvement->date_le);
  if (mouvement->exercice_cible != PV_INT_NULL)
    g_string_append_printf (text, " · %d", (int)mouvement->exercice_cible);
  if (mouvement->acte != NULL)
    g_string_append_printf (text, " · %s", mouvement->acte);
  if (mouvement->motif != NULL)
    g_string_append_printf (text, "\n%s", mouvement->motif);

  return g_string_free (text, FALSE);
}

/* The amount itself, or what it changed by, with its sign. */
static char *
dup_amount (const PvMouvement *mouvement)
{
  g_autofree char *amount = pv_amount_to_text (mouvement->montant_cents);

  return mouvement->genre != PV_MOUVEMENT_GENRE_INITIAL && mouvement->montant_cents > 0
             ? g_strconcat ("+", amount, NULL)
             : g_steal_pointer (&amount);
}

static GtkWidget *
take_back_new (const PvMouvement *mouvement)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *words =
      g_strdup_printf (_ ("Take Back: %s"), pv_mouvement_genre_to_libelle (mouvement->genre));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take This Act Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", mouvement->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "financement.retirer-mouvement");

  return button;
}

static GtkWidget *
row_new (const PvMouvement *mouvement, gboolean removable)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *amount = dup_amount (mouvement);
  g_autofree char *subtitle = describe (mouvement);
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 pv_mouvement_genre_to_libelle (mouvement->genre));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  pv_format_label (GTK_LABEL (label), amount);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  if (removable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), take_back_new (mouvement));

  return row;
}

void
pv_financement_dialog_load_mouvements (PvFinancementDialog *self)
{
  g_autoptr (GPtrArray) mouvements =
      pv_mouvement_store_list (pv_context_get_reader (self->context), self->financement->id, NULL);
  gboolean notified = self->financement->notifie_cents != PV_CENTS_NULL;
  GtkListBoxRow *row;

  if (mouvements == NULL)
    return;

  while ((row = gtk_list_box_get_row_at_index (self->mouvements, 0)) != NULL)
    gtk_list_box_remove (self->mouvements, GTK_WIDGET (row));
  for (guint i = 0; i < mouvements->len; i++)
    gtk_list_box_append (self->mouvements,
                         row_new (mouvements->pdata[i],
                                  pv_mouvement_is_removable (mouvements->pdata[i], mouvements)));
  gtk_widget_set_visible (GTK_WIDGET (self->mouvements), mouvements->len > 0);
  gtk_widget_set_visible (self->mouvements_group, notified || mouvements->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "financement.mouvement",
                                 notified && pv_context_can_edit (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "financement.retirer-mouvement",
                                 pv_context_can_edit (self->context));
}

/* --- one more -------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  PvMouvementActe acte;
  const char *today;
} Ajout;

static gboolean
write_acte (PvDb *db, gpointer data, GError **error)
{
  const Ajout *ajout = data;

  return pv_mouvement_service_add (db, ajout->id, &ajout->acte, ajout->today, error);
}

static PvMouvementDialog *ask (PvFinancementDialog *self);

/* One that is not written is asked for again, as it was typed: what changed may be mended there. */
static void
answered_cb (PvFinancementDialog *self, const char *response, PvMouvementDialog *dialog)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *payer = pv_financement_dialog_dup_label (self);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  Ajout ajout = { self->financement->id, pv_mouvement_dialog_get_acte (dialog), today };
  PvMouvementDialog *again;

  if (g_strcmp0 (response, "keep") != 0)
    return;
  label = g_strdup_printf ("%s, %s", payer, pv_mouvement_genre_to_libelle (ajout.acte.genre));
  if (pv_context_act (self->context, "mouvement-add", label, write_acte, &ajout, &error))
    return;
  again = ask (self);
  if (again != NULL)
    pv_mouvement_dialog_resume (again, &ajout.acte, error->message);
  else
    pv_financement_dialog_tell (self, error->message);
}

/* (nullable): it was told why */
static PvMouvementDialog *
ask (PvFinancementDialog *self)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_autoptr (GError) error = NULL;
  PvMouvementDialog *dialog;
  PvCents verse;

  if (!pv_financement_store_get_verse (pv_context_get_reader (self->context), self->financement->id,
                                       &verse, &error))
    {
      pv_financement_dialog_tell (self, error->message);
      return NULL;
    }
  dialog = pv_mouvement_dialog_new (GTK_WINDOW (self), self->financement, verse, today);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

void
pv_financement_dialog_mouvement_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (PV_FINANCEMENT_DIALOG (widget));
}

/* --- the last one taken back ----------------------------------------------------------------- */

static gboolean
remove_acte (PvDb *db, gpointer data, GError **error)
{
  return pv_mouvement_service_remove (db, *(const gint64 *)data, error);
}

void
pv_financement_dialog_retirer_mouvement_cb (GtkWidget *widget,
                                            const char *action,
                                            GVariant *parameter)
{
  PvFinancementDialog *self = PV_FINANCEMENT_DIALOG (widget);
  g_autofree char *label = pv_financement_dialog_dup_label (self);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (self->context, "mouvement-delete", label, remove_acte, &id, &error))
    pv_financement_dialog_tell (self, error->message);
}
