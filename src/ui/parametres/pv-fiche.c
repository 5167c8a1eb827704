/* pv-fiche.c: the form of one record of the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-fiche.h"

#include <glib/gi18n.h>

#include "pv-error.h"

#define NAMES_TRIED 100

struct _PvFiche
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  const PvFicheNom *nom;
  gint64 id;
  GPtrArray *rows; /* of PvSaisieRow, one for each field */

  GtkStack *stack;
  GtkWidget *empty, *form;
  GtkListBox *list;
  AdwBin *below;
  GtkLabel *usage;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (PvFiche, pv_fiche, ADW_TYPE_BIN)

static gpointer
read_record (PvFiche *self)
{
  return self->context != NULL && self->nom != NULL && self->id != PV_INT_NULL
             ? self->nom->get (pv_context_get_reader (self->context), self->id, NULL)
             : NULL;
}

/* A constraint of the schema, in words for who types. */
static void
put_in_words (GError **error)
{
  if (g_error_matches (*error, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT))
    {
      g_clear_error (error);
      g_set_error_literal (
          error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
          _ ("Another one already has this value, or it is in use: choose another."));
    }
}

/* --- saving a field ------------------------------------------------------------------- */

typedef struct
{
  const PvFicheNom *nom;
  const PvFicheChamp *champ;
  gint64 id;
  const char *texte;
} Edit;

static gboolean
write_field (PvDb *db, gpointer user_data, GError **error)
{
  Edit *edit = user_data;
  gpointer record = edit->nom->get (db, edit->id, error);
  g_autofree char *problem = NULL;
  gboolean done;

  if (record == NULL)
    return FALSE;
  if (edit->champ->ecrire != NULL)
    done = edit->champ->ecrire (db, record, edit->texte, error);
  else
    {
      pv_fiche_set_texte (pv_champs_find (edit->nom->champs, edit->champ->champ), record,
                          edit->texte);
      if (edit->nom->check != NULL)
        problem = edit->nom->check (db, record, edit->champ->champ);
      if (problem != NULL)
        g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID, problem);
      done = problem == NULL && edit->nom->update (db, record, error);
    }
  edit->nom->liberer (record);

  return done;
}

static char *
label_of (PvFiche *self)
{
  gpointer record = read_record (self);
  char *label;

  if (record == NULL)
    return NULL;
  label = self->nom->title (pv_context_get_reader (self->context), record);
  self->nom->liberer (record);

  return label;
}

static void
committed_cb (PvFiche *self, PvSaisieRow *row)
{
  const PvFicheChamp *champ = g_object_get_data (G_OBJECT (row), "pv-champ");
  g_autofree char *texte = pv_saisie_row_dup_value (row);
  g_autofree char *label = label_of (self);
  g_autoptr (GError) error = NULL;
  Edit edit = { self->nom, champ, self->id, texte };

  if (self->context == NULL)
    return;
  if (!pv_context_act (self->context, "parametre-edit", label, write_field, &edit, &error))
    {
      put_in_words (&error);
      pv_saisie_row_set_problem (row, error->message);
    }
}

/* --- showing -------------------------------------------------------------------------- */

static void
fill_choices (PvFiche *self, PvSaisieRow *row, const PvFicheChamp *champ)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  const PvChamp *field = pv_champs_find (self->nom->champs, champ->champ);

  if (champ->choix != NULL)
    champ->choix (pv_context_get_reader (self->context), ids, labels);
  else if (!champ->requis)
    pv_fiche_add_choice (ids, labels, PV_INT_NULL,
                         g_str_equal (champ->champ, "section") ? _ ("Both") : _ ("Not known"));
  for (guint i = 0; champ->choix == NULL && i < field->vocabulaire->n; i++)
    {
      g_ptr_array_add (ids, g_strdup (field->vocabulaire->mots[i].id));
      g_ptr_array_add (labels, g_strdup (field->vocabulaire->mots[i].libelle));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  if (champ->saisie == PV_SAISIE_TEXTE)
    pv_saisie_row_set_names (row, (const char *const *)labels->pdata);
  else
    pv_saisie_row_set_choices (row, (const char *const *)ids->pdata,
                               (const char *const *)labels->pdata);
}

static char *
value_of (PvFiche *self, const PvFicheChamp *champ, gconstpointer record)
{
  if (champ->lire != NULL)
    return champ->lire (pv_context_get_reader (self->context), record);

  return pv_champ_to_text (pv_champs_find (self->nom->champs, champ->champ), record);
}

static void
build (PvFiche *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (const PvFicheChamp *champ = self->nom->fiche; champ->champ != NULL; champ++)
    {
      GtkWidget *row = pv_saisie_row_new (champ->saisie, _ (champ->titre), champ->requis);

      if (champ->aide != NULL)
        pv_saisie_row_set_hint (PV_SAISIE_ROW (row), _ (champ->aide));
      g_object_set_data (G_OBJECT (row), "pv-champ", (gpointer)champ);
      g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
show_usage (PvFiche *self, gboolean can_edit)
{
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  pv_usage_describe (pv_context_get_reader (self->context), self->nom->usage, self->id, &words,
                     NULL);
  if (words != NULL)
    text = g_strdup_printf (_ ("Used by %s: it cannot be deleted."), words);
  gtk_label_set_label (self->usage, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->usage), text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fiche.delete", can_edit && words == NULL);
}

void
pv_fiche_refresh (PvFiche *self)
{
  gboolean can_edit;
  gpointer record;

  g_return_if_fail (PV_IS_FICHE (self));

  record = read_record (self);
  gtk_stack_set_visible_child (self->stack, record != NULL ? self->form : self->empty);
  if (record == NULL)
    return;
  can_edit = pv_context_can_edit (self->context);
  for (guint i = 0; i < self->rows->len; i++)
    {
      PvSaisieRow *row = self->rows->pdata[i];
      const PvFicheChamp *champ = &self->nom->fiche[i];
      g_autofree char *value = value_of (self, champ, record);

      if (champ->saisie == PV_SAISIE_CHOIX || champ->choix != NULL)
        fill_choices (self, row, champ);
      pv_saisie_row_set_value (row, value);
      pv_saisie_row_set_editable (row, can_edit);
    }
  show_usage (self, can_edit);
  self->nom->liberer (record);
}

void
pv_fiche_show (PvFiche *self, const PvFicheNom *nom, gint64 id)
{
  g_return_if_fail (PV_IS_FICHE (self));

  if (nom != self->nom || id != self->id)
    {
      self->nom = nom;
      self->id = id;
      build (self);
    }
  pv_fiche_refresh (self);
}

void
pv_fiche_add_below (PvFiche *self, GtkWidget *below)
{
  g_return_if_fail (PV_IS_FICHE (self));

  adw_bin_set_child (self->below, below);
  gtk_widget_set_visible (GTK_WIDGET (self->below), TRUE);
}

void
pv_fiche_focus_first (PvFiche *self)
{
  g_return_if_fail (PV_IS_FICHE (self));

  if (self->rows->len > 0)
    gtk_widget_grab_focus (pv_saisie_row_get_control (self->rows->pdata[0]));
}

void
pv_fiche_set_context (PvFiche *self, PvContext *context)
{
  g_return_if_fail (PV_IS_FICHE (self));

  g_set_weak_pointer (&self->context, context);
}

/* --- adding and deleting ----------------------------------------------------------------- */

typedef struct
{
  const PvFicheNom *nom;
  gint64 pres_de;
  gint64 id;
} Add;

static gboolean
write_new (PvDb *db, gpointer user_data, GError **error)
{
  Add *add = user_data;

  for (guint n = 1; n <= NAMES_TRIED; n++)
    {
      g_autoptr (GError) local = NULL;
      gpointer record = add->nom->creer ();
      gboolean done = add->nom->prepare (db, record, add->pres_de, n, &local) &&
                      add->nom->insert (db, record, &local);

      add->id = ((PvEnregistrement *)record)->id;
      add->nom->liberer (record);
      if (done)
        return TRUE;
      if (n == NAMES_TRIED || !g_error_matches (local, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  return FALSE;
}

gint64
pv_fiche_add (PvContext *context, const PvFicheNom *nom, gint64 pres_de, GError **error)
{
  Add add = { nom, pres_de, PV_INT_NULL };

  g_return_val_if_fail (PV_IS_CONTEXT (context), PV_INT_NULL);

  return pv_context_act (context, "parametre-add", _ (nom->titre), write_new, &add, error)
             ? add.id
             : PV_INT_NULL;
}

static gboolean
write_deletion (PvDb *db, gpointer user_data, GError **error)
{
  Edit *edit = user_data;

  return pv_usage_check_unused (db, edit->nom->usage, edit->id, error) &&
         edit->nom->supprimer (db, edit->id, error);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFiche *self = PV_FICHE (widget);
  Edit edit = { self->nom, NULL, self->id, NULL };
  g_autofree char *label = label_of (self);
  g_autoptr (GError) error = NULL;

  if (self->context == NULL || label == NULL)
    return;
  if (!pv_context_act (self->context, "parametre-delete", label, write_deletion, &edit, &error))
    {
      put_in_words (&error);
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
    }
}

static void
pv_fiche_dispose (GObject *object)
{
  PvFiche *self = PV_FICHE (object);

  /* the child of the bin is of the template: the bin must let it go first */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_FICHE);
  g_clear_weak_pointer (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_fiche_parent_class)->dispose (object);
}

static void
pv_fiche_class_init (PvFicheClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_fiche_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/parametres/pv-fiche.ui");
  gtk_widget_class_bind_template_child (widget_class, PvFiche, stack);
  gtk_widget_class_bind_template_child (widget_class, PvFiche, empty);
  gtk_widget_class_bind_template_child (widget_class, PvFiche, form);
  gtk_widget_class_bind_template_child (widget_class, PvFiche, list);
  gtk_widget_class_bind_template_child (widget_class, PvFiche, below);
  gtk_widget_class_bind_template_child (widget_class, PvFiche, usage);
  gtk_widget_class_bind_template_child (widget_class, PvFiche, delete_button);
  gtk_widget_class_install_action (widget_class, "fiche.delete", NULL, delete_cb);
}

static void
pv_fiche_init (PvFiche *self)
{
  self->id = PV_INT_NULL;
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
