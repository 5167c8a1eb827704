/* pv-rectification-dialog.c: what a closed séance decided of a dossier is rectified
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/cloture/pv-rectification-dialog.h"

#include <glib/gi18n.h>

#include "pv-text.h"
#include "seance/pv-proces-verbal.h"
#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-service.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-dialog-end.h"
#include "widget/pv-format.h"

struct _PvRectificationDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  PvSeanceFiche *fiche;
  GPtrArray *entries;    /* per line, borrowed; NULL: it is locked */
  PvDecisionGenre genre; /* the amounts shown are of that decision */

  AdwWindowTitle *title;
  AdwActionRow *before_row;
  GtkLabel *before_total;
  GtkDropDown *decision_choice;
  AdwEntryRow *reserve_row;
  AdwPreferencesGroup *amounts_group;
  AdwEntryRow *motif_row;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (PvRectificationDialog, pv_rectification_dialog, ADW_TYPE_WINDOW)

/* --- what is asked -------------------------------------------------------------------------- */

static PvDecisionGenre
get_decision (PvRectificationDialog *self)
{
  return (PvDecisionGenre)gtk_drop_down_get_selected (self->decision_choice);
}

/* (nullable) */
static char *
dup_row (AdwEntryRow *row)
{
  g_autofree char *text = pv_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), FALSE);

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const PvSeanceLigne *
get_ligne (PvRectificationDialog *self, guint i)
{
  return self->fiche->lignes->pdata[i];
}

/* What the next version says of a line, as its service will. */
static PvCents
get_after (PvRectificationDialog *self, guint i)
{
  PvAmountEntry *entry = self->entries->pdata[i];

  if (entry == NULL)
    return get_ligne (self, i)->table_cents;

  switch (get_decision (self))
    {
    case PV_DECISION_GENRE_REFUSE:
      return 0;
    case PV_DECISION_GENRE_AJOURNE:
      return PV_CENTS_NULL;
    case PV_DECISION_GENRE_PROGRAMME:
    case PV_DECISION_GENRE_SOUS_RESERVE:
    case PV_DECISION_GENRE_REORIENTE:
    case PV_DECISION_GENRE_NULL:
    default:
      return pv_amount_entry_get_cents (entry);
    }
}

static gboolean
is_changed (PvRectificationDialog *self)
{
  g_autofree char *reserve = dup_row (self->reserve_row);

  if (get_decision (self) != self->fiche->decision->decision ||
      g_strcmp0 (reserve, self->fiche->decision->reserve) != 0)
    return TRUE;
  for (guint i = 0; i < self->entries->len; i++)
    if (self->entries->pdata[i] != NULL && get_after (self, i) != get_ligne (self, i)->table_cents)
      return TRUE;

  return FALSE;
}

static void
show_totals (PvRectificationDialog *self)
{
  PvCents before = PV_CENTS_NULL, after = PV_CENTS_NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (self->entries->pdata[i] == NULL)
        continue;
      pv_money_add (before, get_ligne (self, i)->table_cents, &before);
      pv_money_add (after, get_after (self, i), &after);
    }
  was = pv_amount_to_text (before);
  is = pv_amount_to_text (after);
  pv_format_label (self->before_total, was);
  text = before == after ? g_strdup_printf (_ ("Total: %s"), is)
                         : g_strdup_printf (_ ("Total: %s in place of %s"), is, was);
  adw_preferences_group_set_description (self->amounts_group, text);
}

static void
update (PvRectificationDialog *self)
{
  gboolean typed = TRUE;
  g_autofree char *motif = NULL;

  /* while the template is made */
  if (self->fiche == NULL)
    return;

  motif = dup_row (self->motif_row);
  typed = get_decision (self) != PV_DECISION_GENRE_REFUSE &&
          get_decision (self) != PV_DECISION_GENRE_AJOURNE;
  for (guint i = 0; i < self->entries->len; i++)
    if (self->entries->pdata[i] != NULL)
      gtk_widget_set_sensitive (self->entries->pdata[i], typed);
  show_totals (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rectification.record",
                                 motif != NULL && is_changed (self) &&
                                     pv_context_can_edit (self->context));
}

/* What is reoriented starts from nothing, as in the session; other decisions from what held. */
static void
reset_amounts (PvRectificationDialog *self, PvDecisionGenre genre)
{
  gboolean none = genre == PV_DECISION_GENRE_REORIENTE &&
                  self->fiche->decision->decision != PV_DECISION_GENRE_REORIENTE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      PvAmountEntry *entry = self->entries->pdata[i];

      if (entry == NULL)
        continue;
      pv_amount_entry_revert (entry);
      pv_amount_entry_set_cents (entry, none ? 0 : get_ligne (self, i)->table_cents);
    }
}

/* The field inside bears no name of its own. */
static void
name_field (AdwEntryRow *row, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What is not funded has no reserve: its text says why. */
static void
name_reserve (PvRectificationDialog *self, PvDecisionGenre genre)
{
  gboolean funded = pv_decision_genre_finance (genre);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reserve_row),
                                 funded ? _ ("R_eserve") : _ ("Rea_son of the decision"));
  name_field (self->reserve_row, funded ? _ ("Reserve") : _ ("Reason of the decision"));
}

static void
choose_cb (PvRectificationDialog *self)
{
  PvDecisionGenre genre = get_decision (self);

  /* while the template is made */
  if (self->fiche == NULL)
    return;

  if ((genre == PV_DECISION_GENRE_REORIENTE) != (self->genre == PV_DECISION_GENRE_REORIENTE))
    reset_amounts (self, genre);
  self->genre = genre;
  name_reserve (self, genre);
  update (self);
}

/* --- recorded ------------------------------------------------------------------------------- */

static gboolean
rectify (PvDb *db, gpointer user_data, GError **error)
{
  PvRectificationDialog *self = user_data;
  g_autofree char *reserve = dup_row (self->reserve_row);
  g_autofree char *motif = dup_row (self->motif_row);
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (PvSeanceMontant));

  for (guint i = 0; i < self->entries->len; i++)
    {
      PvSeanceMontant amount = { get_ligne (self, i)->financement_id, get_after (self, i) };

      if (self->entries->pdata[i] != NULL)
        g_array_append_val (amounts, amount);
    }

  return pv_seance_rectifier (db, self->fiche->id, get_decision (self), reserve,
                              (const PvSeanceMontant *)(gpointer)amounts->data, amounts->len, motif,
                              error);
}

static void
tell (PvRectificationDialog *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static gboolean
commit_entries (PvRectificationDialog *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (self->entries->pdata[i] != NULL && !pv_amount_entry_commit (self->entries->pdata[i]))
      {
        gtk_widget_grab_focus (self->entries->pdata[i]);
        tell (self, pv_amount_entry_get_problem (self->entries->pdata[i]));
        return FALSE;
      }

  return TRUE;
}

static void
record_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvRectificationDialog *self = PV_RECTIFICATION_DIALOG (widget);
  const PvDossier *dossier = self->fiche->dossier->dossier;
  g_autofree char *label = g_strdup_printf ("%s · %s", dossier->numero, dossier->intitule);
  g_autoptr (GError) error = NULL;

  if (!commit_entries (self))
    return;
  if (pv_context_act (self->context, "seance-rectify", label, rectify, self, &error))
    pv_dialog_end (GTK_WINDOW (self));
  else
    tell (self, error->message);
}

/* --- filled --------------------------------------------------------------------------------- */

static GtkWidget *
locked_new (const PvSeanceLigne *ligne)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *amount = pv_amount_to_text (ligne->table_cents);
  g_autofree char *text =
      g_strdup_printf ("%s, %s", amount, pv_seance_verrou_to_libelle (ligne->verrou));

  pv_format_label (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
entry_new (PvRectificationDialog *self, const PvSeanceLigne *ligne, GtkWidget *row)
{
  GtkWidget *entry = pv_amount_entry_new ();
  g_autofree char *name = g_strdup_printf (_ ("Amount of %s"), ligne->financeur);

  pv_amount_entry_set_cents (PV_AMOUNT_ENTRY (entry), ligne->table_cents);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "committed", G_CALLBACK (update), self);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);

  return entry;
}

/* Its line of credits, and what the decision that holds gives: markup. */
static char *
describe_ligne (const PvSeanceLigne *ligne, gboolean locked)
{
  g_autofree char *amount = pv_amount_to_text (ligne->table_cents);
  g_autofree char *was = g_strdup_printf (_ ("was %s"), amount);

  if (locked)
    return g_markup_escape_text (ligne->dispositif != NULL ? ligne->dispositif : "", -1);

  return ligne->dispositif != NULL ? g_markup_printf_escaped ("%s · %s", ligne->dispositif, was)
                                   : g_markup_escape_text (was, -1);
}

static void
add_ligne (PvRectificationDialog *self, const PvSeanceLigne *ligne)
{
  GtkWidget *row = adw_action_row_new ();
  gboolean locked = ligne->verrou != PV_SEANCE_VERROU_NULL;
  GtkWidget *suffix = locked ? locked_new (ligne) : entry_new (self, ligne, row);
  g_autofree char *subtitle = describe_ligne (ligne, locked);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ligne->financeur);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_preferences_group_add (self->amounts_group, row);
  g_ptr_array_add (self->entries, locked ? NULL : suffix);
}

static void
fill_before (PvRectificationDialog *self)
{
  const PvDecision *decision = self->fiche->decision;
  g_autofree char *reserve =
      decision->reserve != NULL ? g_markup_escape_text (decision->reserve, -1) : NULL;
  const char *words = pv_proces_verbal_decision_to_libelle ((guint)decision->decision);
  g_autofree char *text =
      decision->version > 1 ? g_strdup_printf (_ ("%s, version %d"), words, (int)decision->version)
                            : g_strdup (words);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->before_row), text);
  adw_action_row_set_subtitle (self->before_row, reserve != NULL ? reserve : "");
}

static void
fill_after (PvRectificationDialog *self)
{
  const PvDecision *decision = self->fiche->decision;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < PV_N_DECISION_GENRES; i++)
    gtk_string_list_append (names, pv_proces_verbal_decision_to_libelle (i));
  gtk_drop_down_set_model (self->decision_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->decision_choice, (guint)decision->decision);
  gtk_editable_set_text (GTK_EDITABLE (self->reserve_row),
                         decision->reserve != NULL ? decision->reserve : "");
  for (guint i = 0; i < self->fiche->lignes->len; i++)
    add_ligne (self, get_ligne (self, i));
}

static void
fill (PvRectificationDialog *self)
{
  const PvDossier *dossier = self->fiche->dossier->dossier;
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", dossier->numero, dossier->intitule);

  adw_window_title_set_subtitle (self->title, subtitle);
  fill_before (self);
  fill_after (self);
  update (self);
}

/* --- the object ----------------------------------------------------------------------------- */

static void
pv_rectification_dialog_dispose (GObject *object)
{
  PvRectificationDialog *self = PV_RECTIFICATION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_RECTIFICATION_DIALOG);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->fiche, pv_seance_fiche_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_rectification_dialog_parent_class)->dispose (object);
}

static void
pv_rectification_dialog_class_init (PvRectificationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_rectification_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/cloture/pv-rectification-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, before_row);
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, before_total);
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, decision_choice);
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, reserve_row);
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, amounts_group);
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, motif_row);
  gtk_widget_class_bind_template_child (widget_class, PvRectificationDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "rectification.record", NULL, record_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_rectification_dialog_init (PvRectificationDialog *self)
{
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  name_reserve (self, PV_DECISION_GENRE_PROGRAMME);
  name_field (self->motif_row, _ ("Reason"));
}

PvRectificationDialog *
pv_rectification_dialog_new (GtkWindow *parent,
                             PvContext *context,
                             gint64 seance_dossier_id,
                             GError **error)
{
  g_autoptr (PvSeanceFiche) fiche =
      pv_seance_fiche_load (pv_context_get_reader (context), seance_dossier_id, error);
  PvRectificationDialog *self = NULL;

  if (fiche == NULL)
    return NULL;

  self = g_object_new (PV_TYPE_RECTIFICATION_DIALOG, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  self->fiche = g_steal_pointer (&fiche);
  g_signal_connect_object (context, "notify::can-edit", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  fill (self);

  return self;
}
