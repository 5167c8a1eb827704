/* pv-votes-vue.c: the votes and the notifications, funder by funder
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-votes-vue-private.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "document/pv-lettres-dialog.h"
#include "dossier/pv-wrap-layout.h"
#include "financement/pv-financement-dialog.h"
#include "pv-text.h"
#include "vote/pv-vote-dialog.h"
#include "vote/pv-votes-colonnes.h"
#include "widget/pv-copie.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-selection.h"
#include "widget/pv-toggles.h"

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *id;
  const char *button;
  const char *label;
  const char *empty;
  const char *explanation;
} attentes[PV_N_VOTE_ATTENTES] = {
  { "a-voter", "a_voter", N_ ("To vote"), N_ ("Nothing Is to Be Voted"),
    N_ ("The amounts that a committee arbitrates come here, until a deliberation or a decision of "
        "their funder.") },
  { "a-notifier", "a_notifier", N_ ("To notify"), N_ ("Nothing Is to Be Notified"),
    N_ ("The amounts that are voted come here, until they are told to the porteurs.") },
  { "notifies", "notifies", N_ ("Notified"), N_ ("Nothing Is Notified Yet"),
    N_ ("A notified amount is changed by an avenant, a reduction or a désistement, on the page of "
        "its dossier.") },
};

G_DEFINE_FINAL_TYPE (PvVotesVue, pv_votes_vue, ADW_TYPE_BIN)

static void
update_actions (PvVotesVue *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0;
  gboolean can_edit = pv_context_can_edit (self->context);
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "votes.details",
                                 gtk_bitset_get_size (selected) == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "votes.voter",
                                 some && can_edit && self->attente == PV_VOTE_A_VOTER);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "votes.notifier",
                                 some && can_edit && self->attente != PV_VOTE_NOTIFIES);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "votes.copier", some);
}

static void
selection_cb (PvVotesVue *self)
{
  if (self->filling || self->lecture == NULL)
    return;
  pv_votes_vue_show_totals (self);
  update_actions (self);
}

/* --- showing --------------------------------------------------------------------------------- */

static gboolean
is_found (PvVotesVue *self, const PvVoteLigne *ligne)
{
  const char *texts[] = { ligne->numero, ligne->porteur, ligne->intitule };

  if (self->dossiers != NULL && !g_hash_table_contains (self->dossiers, &ligne->dossier_id))
    return FALSE;
  if (self->search == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = pv_text_fold (texts[i]);

      if (strstr (folded, self->search) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gint64
get_key (GListModel *rows, guint position)
{
  g_autoptr (PvVoteItem) item = g_list_model_get_item (rows, position);

  return pv_vote_item_get_ligne (item)->id;
}

/* What was selected stays so. */
static void
show_lignes (PvVotesVue *self)
{
  g_autoptr (GArray) selected = pv_selection_dup_keys (self->selection, get_key);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < self->lecture->lignes->len; i++)
    if (is_found (self, self->lecture->lignes->pdata[i]))
      g_ptr_array_add (items, pv_vote_item_new (self->lecture->lignes, i));
  self->filling = TRUE;
  g_list_store_splice (self->store, 0, n, items->pdata, items->len);
  pv_selection_select_keys (self->selection, get_key, selected);
  self->filling = FALSE;
  if ((self->search != NULL || self->dossiers != NULL) && self->lecture->lignes->len > 0)
    {
      adw_status_page_set_title (self->empty, _ ("No Dossier Matches"));
      adw_status_page_set_description (self->empty, NULL);
    }
  else
    {
      adw_status_page_set_title (self->empty, _ (attentes[self->attente].empty));
      adw_status_page_set_description (self->empty, _ (attentes[self->attente].explanation));
    }
  pv_votes_colonnes_set (self->view, self->lecture->attente);
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  pv_votes_vue_show_totals (self);
  pv_votes_vue_show_credits (self);
  update_actions (self);
}

static void
show_financeurs (PvVotesVue *self)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();
  gboolean there;

  for (guint i = 0; i < self->lecture->financeurs->len; i++)
    {
      const PvVoteFinanceur *financeur = self->lecture->financeurs->pdata[i];

      pv_choice_add (items, financeur->id, financeur->nom, NULL);
      if (financeur->id != self->lecture->financeur_id)
        continue;
      for (int a = 0; a < PV_N_VOTE_ATTENTES; a++)
        pv_toggle_show_count (self->buttons[a], _ (attentes[a].label), financeur->n[a]);
    }
  there = pv_drop_down_show (self->financeur, items, self->financeur_id);
  gtk_widget_set_sensitive (GTK_WIDGET (self->financeur), there);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvVotesVue) self = user_data;
  PvVotesLecture *lecture = pv_reading_finish (source, result, GTK_WIDGET (self));

  if (lecture == NULL)
    return;
  g_clear_pointer (&self->lecture, pv_votes_lecture_free);
  self->lecture = lecture;
  self->financeur_id = lecture->financeur_id;
  self->libre = FALSE;
  if (self->stack == NULL)
    return;
  show_financeurs (self);
  show_lignes (self);
}

void
pv_votes_vue_refresh (PvVotesVue *self)
{
  g_return_if_fail (PV_IS_VOTES_VUE (self));

  pv_reading_renew (&self->cancellable);
  pv_votes_lecture_async (self->context, self->financeur_id, self->attente, self->dossiers,
                          self->libre, self->cancellable, loaded_cb, g_object_ref (self));
}

void
pv_votes_vue_search (PvVotesVue *self, const char *text)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (PV_IS_VOTES_VUE (self));

  folded = pv_text_fold (text);
  g_free (self->search);
  self->search = folded != NULL && *folded != '\0' ? g_steal_pointer (&folded) : NULL;
  if (self->lecture != NULL)
    show_lignes (self);
}

static void
show_limit (PvVotesVue *self)
{
  guint n = self->dossiers != NULL ? g_hash_table_size (self->dossiers) : 0;
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dossier selected", "%u dossiers selected", n), n);

  gtk_label_set_label (self->limit_label, label);
  gtk_widget_set_visible (self->limit, self->dossiers != NULL);
}

void
pv_votes_vue_set_dossiers (PvVotesVue *self, const GArray *ids)
{
  g_return_if_fail (PV_IS_VOTES_VUE (self));

  g_clear_pointer (&self->dossiers, g_hash_table_unref);
  if (ids != NULL)
    self->dossiers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (self->dossiers, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  show_limit (self);
  self->libre = ids != NULL;
  pv_votes_vue_refresh (self);
}

static void
tous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_votes_vue_set_dossiers (PV_VOTES_VUE (widget), NULL);
}

/* --- actions --------------------------------------------------------------------------------- */

static void
attente_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVotesVue *self = PV_VOTES_VUE (widget);

  for (guint i = 0; i < PV_N_VOTE_ATTENTES; i++)
    if (g_str_equal (attentes[i].id, g_variant_get_string (parameter, NULL)))
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}

/* What was selected among others is not among these. */
static void
toggled_cb (PvVotesVue *self, GtkToggleButton *button)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  self->attente = (PvVoteAttente)pv_toggles_find (self->buttons, PV_N_VOTE_ATTENTES, button);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  pv_votes_vue_refresh (self);
}

static void
financeur_cb (PvVotesVue *self)
{
  gint64 id = pv_drop_down_get_key (self->financeur);

  if (self->filling || id == PV_INT_NULL || id == self->financeur_id)
    return;
  self->financeur_id = id;
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  pv_votes_vue_refresh (self);
}

void
pv_votes_vue_show (PvVotesVue *self, gint64 financeur_id, PvVoteAttente attente)
{
  g_return_if_fail (PV_IS_VOTES_VUE (self));

  self->financeur_id = financeur_id;
  self->libre = FALSE;
  self->attente = attente;
  self->filling = TRUE;
  gtk_toggle_button_set_active (self->buttons[attente], TRUE);
  self->filling = FALSE;
  pv_votes_vue_refresh (self);
}

/* Of what is shown: another one may be being read. */
static const char *
get_financeur_nom (PvVotesVue *self)
{
  for (guint i = 0; i < self->lecture->financeurs->len; i++)
    {
      const PvVoteFinanceur *financeur = self->lecture->financeurs->pdata[i];

      if (financeur->id == self->lecture->financeur_id)
        return financeur->nom;
    }

  return "";
}

/* An act over what is selected, or over all that is shown. */
static void
open_dialog (PvVotesVue *self, PvEtape etape)
{
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, TRUE);
  GtkWidget *dialog;

  if (items->len == 0)
    return;
  dialog = pv_vote_dialog_new (self->context, etape, get_financeur_nom (self), items);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
voter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (PV_VOTES_VUE (widget), PV_ETAPE_VOTE);
}

static void
notifier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_dialog (PV_VOTES_VUE (widget), PV_ETAPE_NOTIFIE);
}

/* The dates, acts, payments and changes of one amount. */
static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVotesVue *self = PV_VOTES_VUE (widget);
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, FALSE);
  const PvVoteLigne *ligne;
  GtkWidget *dialog;

  if (items->len != 1)
    return;
  ligne = pv_vote_item_get_ligne (items->pdata[0]);
  dialog = pv_financement_dialog_new (self->context, ligne->dossier_id, ligne->id);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Letters of what this funder grants: a dossier with two lines has one. */
static void
lettres_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVotesVue *self = PV_VOTES_VUE (widget);
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, TRUE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) sujets = g_array_new (FALSE, FALSE, sizeof (PvDocumentSujet));

  for (guint i = 0; i < items->len; i++)
    {
      const PvVoteLigne *ligne = pv_vote_item_get_ligne (items->pdata[i]);
      PvDocumentSujet sujet = { ligne->dossier_id, PV_INT_NULL, self->lecture->financeur_id };

      if (g_hash_table_add (seen, (gpointer)&ligne->dossier_id))
        g_array_append_val (sujets, sujet);
    }
  if (sujets->len > 0)
    pv_lettres_dialog_present (widget, self->context, PV_DOCUMENT_GENRE_NOTIFICATION,
                               g_steal_pointer (&sujets));
}

/* The tick is no column of a table. */
static const char *
get_title (int colonne)
{
  return pv_vote_colonne_get_title ((PvVoteColonne)(PV_VOTE_COLONNE_NUMERO + colonne));
}

static char *
dup_text (gpointer item, int colonne)
{
  return pv_vote_colonne_dup_text ((PvVoteColonne)(PV_VOTE_COLONNE_NUMERO + colonne),
                                   pv_vote_item_get_ligne (item));
}

static const PvCopieColonnes colonnes = { PV_N_VOTE_COLONNES - PV_VOTE_COLONNE_NUMERO, get_title,
                                          dup_text };

static void
copier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) items = pv_selection_list (PV_VOTES_VUE (widget)->selection, TRUE);

  pv_copie_give_items (widget, &colonnes, items);
}

static void
activate_cb (PvVotesVue *self, guint position)
{
  g_autoptr (PvVoteItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x",
                                pv_vote_item_get_ligne (item)->dossier_id);
}

/* --- the object ------------------------------------------------------------------------------ */

static gboolean
pv_votes_vue_grab_focus (GtkWidget *widget)
{
  PvVotesVue *self = PV_VOTES_VUE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view)) ||
         gtk_widget_grab_focus (GTK_WIDGET (self->financeur));
}

static void
pv_votes_vue_dispose (GObject *object)
{
  PvVotesVue *self = PV_VOTES_VUE (object);

  self->filling = TRUE;
  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_VOTES_VUE);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lecture, pv_votes_lecture_free);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->dossiers, g_hash_table_unref);

  G_OBJECT_CLASS (pv_votes_vue_parent_class)->dispose (object);
}

static void
pv_votes_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_VOTES_VUE (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_votes_vue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    PV_VOTES_VUE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, stack);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, view);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, empty);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, financeur);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, limit);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, limit_label);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, total);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, selected);
  gtk_widget_class_bind_template_child (widget_class, PvVotesVue, credits);
  for (guint i = 0; i < PV_N_VOTE_ATTENTES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, attentes[i].button, FALSE,
        (gssize)(G_STRUCT_OFFSET (PvVotesVue, buttons) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, financeur_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pv_votes_vue_class_init (PvVotesVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_votes_vue_dispose;
  object_class->get_property = pv_votes_vue_get_property;
  object_class->set_property = pv_votes_vue_set_property;
  widget_class->grab_focus = pv_votes_vue_grab_focus;
  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/vote/pv-votes-vue.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "votes.attente", "s", attente_cb);
  gtk_widget_class_install_action (widget_class, "votes.voter", NULL, voter_cb);
  gtk_widget_class_install_action (widget_class, "votes.notifier", NULL, notifier_cb);
  gtk_widget_class_install_action (widget_class, "votes.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "votes.lettres", NULL, lettres_cb);
  gtk_widget_class_install_action (widget_class, "votes.tous", NULL, tous_cb);
  gtk_widget_class_install_action (widget_class, "votes.copier", NULL, copier_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "votes.details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "votes.copier",
                                       NULL);
}

static void
pv_votes_vue_init (PvVotesVue *self)
{
  self->filling = TRUE;
  self->financeur_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (PV_TYPE_VOTE_ITEM);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  pv_votes_colonnes_set (self->view, PV_VOTE_A_VOTER);
  for (guint i = 0; i < PV_N_VOTE_ATTENTES; i++)
    gtk_button_set_label (GTK_BUTTON (self->buttons[i]), _ (attentes[i].label));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  self->filling = FALSE;
}

GtkWidget *
pv_votes_vue_new (PvContext *context)
{
  return g_object_new (PV_TYPE_VOTES_VUE, "context", context, NULL);
}
