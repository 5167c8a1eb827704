/* pv-enveloppes-page-edit.c: envelopes and limits, edited from their page
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "enveloppe/pv-causes-popover.h"
#include "enveloppe/pv-enveloppe-cause.h"
#include "enveloppe/pv-enveloppe-dialog.h"
#include "enveloppe/pv-enveloppe-regle-store.h"
#include "enveloppe/pv-enveloppe-service.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "enveloppe/pv-enveloppes-page-private.h"
#include "enveloppe/pv-motif-dialog.h"
#include "enveloppe/pv-regle-dialog.h"
#include "widget/pv-format.h"

static PvContext *
get_context (PvEnveloppesPage *self)
{
  return pv_page_get_context (PV_PAGE (self));
}

static GtkWindow *
get_window (PvEnveloppesPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
tell (PvEnveloppesPage *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
present (PvEnveloppesPage *self, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), get_window (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- envelopes -----------------------------------------------------------------------------------
 */

/* Of the same line of credits as the one selected. */
static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);
  g_autoptr (PvEnveloppe) enveloppe = pv_enveloppe_new ();
  g_autofree char *today = pv_context_get_today (get_context (self));

  enveloppe->exercice =
      self->exercice != PV_INT_NULL ? self->exercice : g_ascii_strtoll (today, NULL, 10);
  if (noeud != NULL && noeud->enveloppe_id != PV_INT_NULL)
    {
      enveloppe->dispositif_id = noeud->dispositif_id;
      enveloppe->section = noeud->section;
      if (g_str_equal (name, "enveloppes.add-part"))
        enveloppe->parent_id = noeud->enveloppe_id;
    }
  present (self, pv_enveloppe_dialog_new (get_context (self), enveloppe));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvEnveloppe) enveloppe = NULL;

  if (noeud == NULL || noeud->enveloppe_id == PV_INT_NULL)
    return;
  enveloppe = pv_enveloppe_store_get (pv_context_get_reader (get_context (self)),
                                      noeud->enveloppe_id, &error);
  if (enveloppe == NULL)
    tell (self, error);
  else
    present (self, pv_enveloppe_dialog_new (get_context (self), enveloppe));
}

/* --- those of another year -----------------------------------------------------------------------
 */

typedef struct
{
  gint64 depuis;
  gint64 vers;
  gboolean avec_montants;
} Copie;

static gboolean
copy_annee (PvDb *db, gpointer data, GError **error)
{
  const Copie *copie = data;

  return pv_enveloppe_service_copy_annee (db, copie->depuis, copie->vers, copie->avec_montants,
                                          NULL, error);
}

static void
copy_answered_cb (PvEnveloppesPage *self, const char *response)
{
  Copie copie = { PV_INT_NULL, self->exercice, g_str_equal (response, "with") };
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (!copie.avec_montants && !g_str_equal (response, "without"))
    return;
  if (!pv_enveloppe_arbre_find_modele (pv_context_get_reader (get_context (self)), self->exercice,
                                       &copie.depuis, NULL))
    return;
  label = g_strdup_printf ("%d → %d", (int)copie.depuis, (int)copie.vers);
  if (!pv_context_act (get_context (self), "enveloppe-annee", label, copy_annee, &copie, &error))
    tell (self, error);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  gint64 depuis = PV_INT_NULL;
  GtkWidget *question;

  if (!pv_enveloppe_arbre_find_modele (pv_context_get_reader (get_context (self)), self->exercice,
                                       &depuis, NULL) ||
      depuis == PV_INT_NULL)
    return;
  question = adw_message_dialog_new (get_window (self), NULL, NULL);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (question),
                                     _ ("Copy the Envelopes of %d to %d?"), (int)depuis,
                                     (int)self->exercice);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (question),
                               _ ("With how they are divided, and their limits. Amounts that are "
                                  "not notified yet are better left empty."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Cancel"), "with",
                                    _ ("With the _Amounts"), "without", _ ("_Without the Amounts"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "without",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "without");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (copy_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/* --- what exceeds
 * ----------------------------------------------------------------------------------- */

static gint64
get_target (PvEnveloppesPage *self, GVariant *parameter)
{
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);

  if (parameter != NULL)
    return g_variant_get_int64 (parameter);

  return noeud != NULL ? noeud->enveloppe_id : PV_INT_NULL;
}

static void
causes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  const PvEnveloppeNoeud *noeud =
      pv_enveloppe_arbre_find (self->arbre, get_target (self, parameter));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) causes = NULL;

  if (noeud == NULL || !pv_enveloppe_situation_is_depassee (&noeud->situation))
    return;
  causes = pv_enveloppe_cause_list (pv_context_get_reader (get_context (self)), noeud->enveloppe_id,
                                    noeud->situation.montant_cents, &error);
  if (causes == NULL)
    {
      tell (self, error);
      return;
    }
  if (self->causes == NULL)
    {
      self->causes = GTK_POPOVER (pv_causes_popover_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->causes), widget);
    }
  pv_causes_popover_show (PV_CAUSES_POPOVER (self->causes), noeud, causes,
                          pv_context_can_edit (get_context (self)));
  pv_enveloppes_page_point_at_focus (self, self->causes);
  gtk_popover_popup (self->causes);
}

typedef struct
{
  gint64 id;
  const char *motif;
} Passage;

static gboolean
pass (PvDb *db, gpointer data, GError **error)
{
  const Passage *passage = data;

  return pv_enveloppe_service_pass (db, passage->id, passage->motif, error);
}

static void
passed_cb (PvEnveloppesPage *self, const char *motif, GObject *dialog)
{
  const gint64 *id = g_object_get_data (dialog, "pv-enveloppe");
  const PvEnveloppeNoeud *noeud = pv_enveloppe_arbre_find (self->arbre, *id);
  Passage passage = { *id, motif };
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (get_context (self), "controle-derogation",
                       noeud != NULL ? noeud->libelle : NULL, pass, &passage, &error))
    tell (self, error);
}

static void
pass_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  gint64 id = get_target (self, parameter);
  const PvEnveloppeNoeud *noeud = pv_enveloppe_arbre_find (self->arbre, id);
  g_autofree char *excess = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  if (noeud == NULL || !pv_enveloppe_situation_is_depassee (&noeud->situation))
    return;
  excess = pv_amount_to_text (-pv_enveloppe_noeud_get_reste (noeud));
  heading = g_strdup_printf (_ ("Exceed “%s” by %s?"), noeud->titre, excess);
  dialog = pv_motif_dialog_new (
      get_window (self), heading,
      _ ("The envelope stays shown as exceeded, with the reason, who gave it and when."),
      noeud->motif);
  g_object_set_data_full (G_OBJECT (dialog), "pv-enveloppe", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (passed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- limits
 * -------------------------------------------------------------------------------------------- */

static void
add_regle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);
  g_autoptr (PvEnveloppeRegle) regle = pv_enveloppe_regle_new ();

  if (noeud != NULL)
    regle->enveloppe_id = noeud->enveloppe_id;
  present (self, pv_regle_dialog_new (get_context (self), regle, self->exercice));
}

static void
edit_regle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvEnveloppeRegle) regle = pv_enveloppe_regle_store_get (
      pv_context_get_reader (get_context (self)), g_variant_get_int64 (parameter), &error);

  if (regle == NULL)
    tell (self, error);
  else
    present (self, pv_regle_dialog_new (get_context (self), regle, self->exercice));
}

/* --- all of them
 * --------------------------------------------------------------------------------------- */

void
pv_enveloppes_page_update_edit (PvEnveloppesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const PvEnveloppeNoeud *noeud = pv_enveloppes_page_get_noeud (self);
  gboolean can_edit = pv_context_can_edit (get_context (self));
  gboolean one = noeud != NULL && noeud->enveloppe_id != PV_INT_NULL;
  gint64 modele = PV_INT_NULL;
  g_autofree char *label = NULL;

  gtk_widget_action_set_enabled (widget, "enveloppes.add", can_edit);
  gtk_widget_action_set_enabled (widget, "enveloppes.add-part", can_edit && one);
  gtk_widget_action_set_enabled (widget, "enveloppes.edit", one);
  gtk_widget_action_set_enabled (widget, "enveloppes.add-regle",
                                 can_edit && self->arbre->racines->len > 0);
  gtk_widget_action_set_enabled (widget, "enveloppes.why",
                                 one && pv_enveloppe_situation_is_depassee (&noeud->situation));
  if (self->arbre->racines->len == 0)
    pv_enveloppe_arbre_find_modele (pv_context_get_reader (get_context (self)), self->exercice,
                                    &modele, NULL);
  gtk_widget_action_set_enabled (widget, "enveloppes.copy-annee",
                                 can_edit && modele != PV_INT_NULL);
  gtk_widget_set_visible (self->copy_button, modele != PV_INT_NULL);
  label = g_strdup_printf (_ ("_Copy Those of %d…"), (int)modele);
  gtk_button_set_label (GTK_BUTTON (self->copy_button), label);
}

void
pv_enveloppes_page_install_edit (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc func;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "enveloppes.add", NULL, add_cb, GDK_KEY_Insert, 0 },
    { "enveloppes.add-part", NULL, add_cb, GDK_KEY_Insert, GDK_SHIFT_MASK },
    { "enveloppes.edit", NULL, edit_cb, GDK_KEY_F2, 0 },
    { "enveloppes.copy-annee", NULL, copy_cb, 0, 0 },
    { "enveloppes.why", NULL, causes_cb, GDK_KEY_d, GDK_CONTROL_MASK },
    { "enveloppes.causes", "x", causes_cb, 0, 0 },
    { "enveloppes.pass", "x", pass_cb, 0, 0 },
    { "enveloppes.add-regle", NULL, add_regle_cb, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "enveloppes.edit-regle", "x", edit_regle_cb, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                       actions[i].func);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "enveloppes.edit",
                                       NULL);
}
