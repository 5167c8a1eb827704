/* pv-comptes-rendus-vue-actes.c: what is done with the comptes rendus of the list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "bilan/pv-bilan-service.h"
#include "bilan/pv-comptes-rendus-colonnes.h"
#include "bilan/pv-comptes-rendus-vue-private.h"
#include "document/pv-lettres-dialog.h"
#include "widget/pv-field.h"
#include "widget/pv-save-chooser.h"
#include "widget/pv-selection.h"

static void
toast (PvComptesRendusVue *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", message);
}

/* --- writing ------------------------------------------------------------------------------- */

/* The dossiers selected, of one of these states. */
static GArray *
get_ids (PvComptesRendusVue *self, PvBilanEtat from, PvBilanEtat to)
{
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, FALSE);
  g_autofree char *jour = pv_context_get_today (self->context);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < pv_compte_rendu_item_get_n (items->pdata[i]); j++)
      {
        const PvBilanLigne *ligne = pv_compte_rendu_item_get_nth (items->pdata[i], j);
        PvBilanEtat etat = pv_bilan_ligne_get_etat (ligne, jour);

        if (etat >= from && etat <= to)
          g_array_append_val (ids, ligne->dossier_id);
      }

  return ids;
}

/* Written so many at a time: the bar moves, and the batch stays one. */
#define TRANCHE 25

/* Of the worker alone. */
typedef struct Act Act;

typedef gboolean (*ActFunc) (PvDb *db, const Act *act, const gint64 *ids, guint n, GError **error);

struct Act
{
  ActFunc func;
  GArray *ids;
  char *jour;
  char *aujourdhui;
  PvBilanMoyen moyen;
};

static void
act_free (gpointer data)
{
  Act *act = data;

  g_array_unref (act->ids);
  g_free (act->jour);
  g_free (act->aujourdhui);
  g_free (act);
}

static gboolean
write_recevoir (PvDb *db, const Act *act, const gint64 *ids, guint n, GError **error)
{
  guint n_faits;

  return pv_bilan_service_recevoir (db, ids, n, act->jour, act->aujourdhui, &n_faits, error);
}

static gboolean
write_valider (PvDb *db, const Act *act, const gint64 *ids, guint n, GError **error)
{
  guint n_faits;

  return pv_bilan_service_valider (db, ids, n, act->jour, &n_faits, error);
}

static gboolean
write_relancer (PvDb *db, const Act *act, const gint64 *ids, guint n, GError **error)
{
  guint n_faits;

  return pv_bilan_service_relancer (db, ids, n, act->jour, act->moyen, &n_faits, error);
}

static gboolean
write_act (PvDb *db, gpointer data, PvProgres progres, gpointer progres_data, GError **error)
{
  const Act *act = data;
  const gint64 *ids = (const gint64 *)(gconstpointer)act->ids->data;

  for (guint i = 0; i < act->ids->len; i += TRANCHE)
    {
      guint n = MIN (TRANCHE, act->ids->len - i);

      if (!act->func (db, act, ids + i, n, error))
        return FALSE;
      progres (i + n, act->ids->len, progres_data);
    }

  return TRUE;
}

static void
written_cb (GtkWidget *widget, const char *reason)
{
  pv_comptes_rendus_vue_update_actes (PV_COMPTES_RENDUS_VUE (widget));
  if (reason != NULL)
    toast (PV_COMPTES_RENDUS_VUE (widget), reason);
}

/* @ids: (transfer full) */
static void
run (PvComptesRendusVue *self,
     const char *action,
     ActFunc func,
     GArray *ids,
     const char *jour,
     PvBilanMoyen moyen)
{
  guint n = ids->len;
  g_autofree char *label =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u compte rendu", "%u comptes rendus", n), n);
  Act *act = g_new (Act, 1);

  *act = (Act){ func, ids, g_strdup (jour), pv_context_get_today (self->context), moyen };
  pv_travail_run (self->travail, self->context, action, label, write_act, act, act_free, written_cb,
                  GTK_WIDGET (self));
  pv_comptes_rendus_vue_update_actes (self);
}

static void
recevoir_le_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);
  g_autoptr (GArray) ids = get_ids (self, PV_BILAN_EN_RETARD, PV_BILAN_A_VENIR);

  if (ids->len == 0)
    toast (self, _ ("All that is selected was received already."));
  else
    run (self, "bilan-recevoir", write_recevoir, g_steal_pointer (&ids),
         g_variant_get_string (parameter, NULL), PV_BILAN_MOYEN_NULL);
}

static void
valider_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);
  g_autoptr (GArray) ids = get_ids (self, PV_BILAN_RECU, PV_BILAN_RECU);
  g_autofree char *jour = pv_context_get_today (self->context);

  if (ids->len == 0)
    toast (self, _ ("Nothing that is selected is to be validated: a compte rendu is received"
                    " first."));
  else
    run (self, "bilan-valider", write_valider, g_steal_pointer (&ids), jour, PV_BILAN_MOYEN_NULL);
}

static void
relancer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);
  g_autoptr (GArray) ids = get_ids (self, PV_BILAN_EN_RETARD, PV_BILAN_A_VENIR);
  g_autofree char *jour = pv_context_get_today (self->context);
  PvBilanMoyen moyen = PV_BILAN_MOYEN_NULL;

  pv_bilan_moyen_from_id (g_variant_get_string (parameter, NULL), &moyen);
  if (ids->len == 0)
    toast (self, _ ("All that is selected was received: nobody is to be reminded."));
  else
    run (self, "bilan-relancer", write_relancer, g_steal_pointer (&ids), jour, moyen);
}

/* The letters of the reminder; that they were sent is noted apart. */
static void
lettres_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);
  GArray *ids = get_ids (self, PV_BILAN_EN_RETARD, PV_BILAN_A_VENIR);

  if (ids->len > 0)
    {
      pv_lettres_dialog_present_dossiers (widget, self->context, PV_DOCUMENT_GENRE_RELANCE, ids);
      return;
    }
  g_array_unref (ids);
  toast (self, _ ("All that is selected was received: nobody is to be reminded."));
}

/* --- when they were received ---------------------------------------------------------------- */

static void
received_cb (AdwMessageDialog *dialog, const char *response, GtkWidget *vue)
{
  PvField *field = PV_FIELD (adw_message_dialog_get_extra_child (dialog));

  if (g_str_equal (response, "received") && pv_field_commit (field) &&
      pv_field_get_value (field) != NULL)
    gtk_widget_activate_action (vue, "crf.recevoir-le", "s", pv_field_get_value (field));
}

static void
date_typed_cb (PvField *field, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "received",
                                           pv_field_get_problem (field) == NULL);
}

static void
recevoir_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);
  g_autoptr (GArray) ids = get_ids (self, PV_BILAN_EN_RETARD, PV_BILAN_A_VENIR);
  guint n = ids->len;
  GtkWidget *field = pv_field_new (PV_FIELD_KIND_DATE, _ ("Received on"));
  g_autofree char *jour = pv_context_get_today (self->context);
  g_autofree char *body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u compte rendu that was awaited. Its dossier goes to “%s”.",
                   "%u comptes rendus that were awaited. Their dossiers go to “%s”.", n),
      n, pv_dossier_statut_to_libelle (PV_DOSSIER_STATUT_BILAN_RECU));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Comptes Rendus Received"), body);

  g_object_set (field, "required", TRUE, "latest", jour, "activates-default", TRUE, NULL);
  pv_field_set_value (PV_FIELD (field), jour);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), field);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "received", _ ("Note as _Received"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "received",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "received");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (field, "typed", G_CALLBACK (date_typed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (received_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- copies and files ----------------------------------------------------------------------- */

static const char *
get_title (int colonne)
{
  return pv_crf_colonne_get_title ((PvCrfColonne)colonne);
}

static char *
dup_text (gpointer item, int colonne)
{
  return pv_compte_rendu_item_dup_text (item, (PvCrfColonne)colonne);
}

static const PvCopieColonnes colonnes = { PV_N_CRF_COLONNES, get_title, dup_text };

static void
copier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, TRUE);

  pv_copie_give_items (widget, &colonnes, items);
}

/* The porteurs of the rows, each once. */
static GArray *
list_porteurs (PvComptesRendusVue *self)
{
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, TRUE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *porteurs = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < items->len; i++)
    {
      const PvBilanLigne *ligne = pv_compte_rendu_item_get_nth (items->pdata[i], 0);

      if (g_hash_table_add (seen, (gpointer)&ligne->porteur_id))
        g_array_append_val (porteurs, ligne->porteur_id);
    }

  return porteurs;
}

static void
adresses_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);
  g_autoptr (GArray) porteurs = list_porteurs (self);
  g_autoptr (GError) error = NULL;
  guint without = 0;
  g_autoptr (GPtrArray) courriels = pv_bilan_suivi_list_courriels (
      pv_context_get_reader (self->context), porteurs, &without, &error);
  g_autoptr (GString) message = g_string_new (NULL);
  guint n = courriels != NULL ? courriels->len : 0;

  if (courriels == NULL)
    {
      toast (self, error->message);
      return;
    }
  if (n > 0)
    {
      g_autofree char *text = NULL;

      g_ptr_array_add (courriels, NULL);
      text = g_strjoinv ("; ", (char **)courriels->pdata);
      gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
    }
  g_string_append_printf (
      message, g_dngettext (GETTEXT_PACKAGE, "%u address copied", "%u addresses copied", n), n);
  if (without > 0)
    g_string_append_printf (message,
                            g_dngettext (GETTEXT_PACKAGE, "; %u porteur has no contact",
                                         "; %u porteurs have no contact", without),
                            without);
  toast (self, message->str);
}

void
pv_comptes_rendus_vue_export_to (PvComptesRendusVue *self, GFile *file)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (PV_IS_COMPTES_RENDUS_VUE (self));
  g_return_if_fail (G_IS_FILE (file));

  items = pv_selection_list (self->selection, TRUE);
  pv_save_items (GTK_WIDGET (self), self->context, file, pv_crf_filtre_get_label (self->filtre),
                 &colonnes, items);
}

static void
save_cb (GtkWidget *widget, GFile *file)
{
  pv_comptes_rendus_vue_export_to (PV_COMPTES_RENDUS_VUE (widget), file);
}

static void
exporter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_save_ask (widget, _ ("Export the Comptes Rendus"), _ ("_Export"), "comptes rendus.xlsx",
               save_cb);
}

/* --- which are possible ---------------------------------------------------------------------- */

void
pv_comptes_rendus_vue_update_actes (PvComptesRendusVue *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0;
  gboolean can = !gtk_bitset_is_empty (selected) && pv_context_can_edit (self->context) &&
                 !pv_travail_is_running (self->travail);

  gtk_widget_action_set_enabled (widget, "crf.recevoir", can);
  gtk_widget_action_set_enabled (widget, "crf.recevoir-le", can);
  gtk_widget_action_set_enabled (widget, "crf.valider", can);
  gtk_widget_action_set_enabled (widget, "crf.relancer", can);
  gtk_widget_action_set_enabled (widget, "crf.lettres", !gtk_bitset_is_empty (selected));
  gtk_widget_action_set_enabled (widget, "crf.copier", some);
  gtk_widget_action_set_enabled (widget, "crf.adresses", some);
  gtk_widget_action_set_enabled (widget, "crf.exporter", some);
}

void
pv_comptes_rendus_vue_install_actes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "crf.recevoir", NULL, recevoir_cb);
  gtk_widget_class_install_action (widget_class, "crf.recevoir-le", "s", recevoir_le_cb);
  gtk_widget_class_install_action (widget_class, "crf.valider", NULL, valider_cb);
  gtk_widget_class_install_action (widget_class, "crf.relancer", "s", relancer_cb);
  gtk_widget_class_install_action (widget_class, "crf.lettres", NULL, lettres_cb);
  gtk_widget_class_install_action (widget_class, "crf.copier", NULL, copier_cb);
  gtk_widget_class_install_action (widget_class, "crf.adresses", NULL, adresses_cb);
  gtk_widget_class_install_action (widget_class, "crf.exporter", NULL, exporter_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "crf.copier",
                                       NULL);
}
