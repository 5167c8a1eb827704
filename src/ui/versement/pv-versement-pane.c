/* pv-versement-pane.c: one financement beside the list: its figures and its payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-pane.h"

#include <glib/gi18n.h>

#include "financement/pv-financement-dialog.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-versement-store.h"
#include "pv-date.h"
#include "versement/pv-versement-words.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"

struct _PvVersementPane
{
  AdwBin parent_instance;

  PvContext *context;
  PvVersementSuivi suivi;
  char *label; /* of the financement, for the history */

  GtkStack *stack;
  GtkLabel *numero;
  GtkLabel *etat;
  GtkLabel *intitule;
  GtkLabel *porteur;
  GtkLabel *financeur;
  PvAmountLabel *notifie;
  PvAmountLabel *verse;
  PvAmountLabel *reste;
  GtkWidget *late_icon;
  GtkLabel *delai;
  GtkLabel *echeance;
  GtkWidget *trop_percu_box;
  GtkLabel *trop_percu;
  GtkWidget *history;
  GtkListBox *versements;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (PvVersementPane, pv_versement_pane, ADW_TYPE_BIN)

/* --- payments ------------------------------------------------------------------------------ */

static GtkWidget *
delete_button_new (gint64 id, const char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Delete the payment “%s”"), title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Delete this payment"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "versement-pane.delete");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
versement_row_new (const PvVersement *versement)
{
  GtkWidget *row = adw_action_row_new ();
  PvCents cents = versement->genre == PV_VERSEMENT_GENRE_REVERSEMENT ? -versement->montant_cents
                                                                     : versement->montant_cents;
  g_autofree char *amount = pv_amount_to_text (cents);
  g_autofree char *date = versement->verse_le != NULL
                              ? pv_date_format_french (versement->verse_le, PV_DATE_FORMAT_SHORT)
                              : NULL;
  g_autofree char *title =
      g_strdup_printf ("%s · %s", pv_versement_genre_to_libelle (versement->genre), amount);
  g_autofree char *subtitle =
      g_strdup_printf ("%s%s%s", date != NULL ? date : _ ("without a date"),
                       versement->reference != NULL ? " · " : "",
                       versement->reference != NULL ? versement->reference : "");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete_button_new (versement->id, title));

  return row;
}

static void
show_versements (PvVersementPane *self)
{
  g_autoptr (GPtrArray) versements = pv_versement_store_list (pv_context_get_reader (self->context),
                                                              self->suivi.financement_id, NULL);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->versements, 0)) != NULL)
    gtk_list_box_remove (self->versements, GTK_WIDGET (row));
  /* the last one first */
  for (guint i = versements != NULL ? versements->len : 0; i > 0; i--)
    gtk_list_box_append (self->versements, versement_row_new (versements->pdata[i - 1]));
  gtk_widget_set_visible (self->history, versements != NULL && versements->len > 0);
  gtk_widget_set_visible (self->none, versements == NULL || versements->len == 0);
}

/* --- figures ------------------------------------------------------------------------------- */

static void
show_sentence (GtkLabel *label, GtkWidget *box, char *taken)
{
  g_autofree char *sentence = taken;

  pv_format_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (box, sentence != NULL);
}

static void
show_words (PvVersementPane *self, const PvVersementLigne *ligne)
{
  g_autofree char *numero = g_strdup_printf (_ ("No. %s"), ligne->numero);
  g_autofree char *financeur =
      ligne->dispositif != NULL
          ? g_strdup_printf ("%s · %s", ligne->financeur_nom, ligne->dispositif)
          : g_strdup (ligne->financeur_nom);

  g_free (self->label);
  self->label = g_strdup_printf ("%s · %s", ligne->numero, ligne->financeur);
  gtk_label_set_text (self->numero, numero);
  gtk_label_set_text (self->etat, pv_versement_etat_to_words (self->suivi.etat));
  gtk_label_set_text (self->intitule, ligne->intitule);
  gtk_label_set_text (self->porteur, ligne->porteur);
  gtk_label_set_text (self->financeur, financeur);
}

static void
show_figures (PvVersementPane *self)
{
  const PvVersementSuivi *suivi = &self->suivi;

  pv_amount_label_set_cents (self->notifie, suivi->notifie_cents);
  pv_amount_label_set_cents (self->verse, suivi->verse_cents);
  pv_amount_label_set_cents (self->reste, suivi->reste_cents);
  show_sentence (self->delai, GTK_WIDGET (self->delai), pv_versement_delai_to_sentence (suivi));
  gtk_widget_set_visible (self->late_icon, suivi->retard > 0);
  show_sentence (self->echeance, GTK_WIDGET (self->echeance),
                 pv_versement_echeance_to_sentence (suivi));
  show_sentence (self->trop_percu, self->trop_percu_box,
                 pv_versement_trop_percu_to_sentence (suivi));
}

void
pv_versement_pane_show (PvVersementPane *self, const PvVersementSuivi *suivi)
{
  g_autoptr (PvVersementLigne) ligne = NULL;

  g_return_if_fail (PV_IS_VERSEMENT_PANE (self));

  if (suivi != NULL)
    ligne = pv_versement_ligne_load (pv_context_get_reader (self->context), suivi->financement_id,
                                     NULL);
  gtk_stack_set_visible_child_name (self->stack, ligne != NULL ? "shown" : "none");
  if (ligne == NULL)
    return;

  self->suivi = *suivi;
  show_words (self, ligne);
  show_figures (self);
  show_versements (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versement-pane.delete",
                                 pv_context_can_edit (self->context));
}

/* --- actions ------------------------------------------------------------------------------- */

static gboolean
remove_versement (PvDb *db, gpointer data, GError **error)
{
  return pv_financement_service_remove_versement (db, *(gint64 *)data, error);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVersementPane *self = PV_VERSEMENT_PANE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (self->context, "versement-delete", self->label, remove_versement, &id,
                       &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVersementPane *self = PV_VERSEMENT_PANE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog =
      pv_financement_dialog_new (self->context, self->suivi.dossier_id, self->suivi.financement_id);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_versement_pane_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_VERSEMENT_PANE);
  g_clear_object (&PV_VERSEMENT_PANE (object)->context);

  G_OBJECT_CLASS (pv_versement_pane_parent_class)->dispose (object);
}

static void
pv_versement_pane_finalize (GObject *object)
{
  g_free (PV_VERSEMENT_PANE (object)->label);

  G_OBJECT_CLASS (pv_versement_pane_parent_class)->finalize (object);
}

static void
pv_versement_pane_class_init (PvVersementPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_versement_pane_dispose;
  object_class->finalize = pv_versement_pane_finalize;

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/versement/pv-versement-pane.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvVersementPane, child)
  BIND (stack);
  BIND (numero);
  BIND (etat);
  BIND (intitule);
  BIND (porteur);
  BIND (financeur);
  BIND (notifie);
  BIND (verse);
  BIND (reste);
  BIND (late_icon);
  BIND (delai);
  BIND (echeance);
  BIND (trop_percu_box);
  BIND (trop_percu);
  BIND (history);
  BIND (versements);
  BIND (none);
#undef BIND
  gtk_widget_class_install_action (widget_class, "versement-pane.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "versement-pane.delete", "x", delete_cb);
}

static void
pv_versement_pane_init (PvVersementPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_versement_pane_set_context (PvVersementPane *self, PvContext *context)
{
  g_return_if_fail (PV_IS_VERSEMENT_PANE (self));

  g_set_object (&self->context, context);
}
