/* pv-grille-editor.c: a scoring grid and its criteria, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <inttypes.h>

#include "dossier/pv-wrap-layout.h"
#include "grille/pv-critere-store.h"
#include "grille/pv-grille-editor-private.h"

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvGrilleEditor, pv_grille_editor, ADW_TYPE_BIN)

GPtrArray *
pv_grille_editor_get_criteres (PvGrilleEditor *self)
{
  GPtrArray *waiting = g_hash_table_lookup (self->attentes, &self->id);

  return waiting != NULL ? waiting : self->criteres;
}

gboolean
pv_grille_editor_act (PvGrilleEditor *self,
                      const char *action,
                      PvContextFunc func,
                      gpointer data,
                      GError **error)
{
  return pv_context_act (self->context, action, self->grille->nom, func, data, error);
}

void
pv_grille_editor_made (PvGrilleEditor *self, gint64 id)
{
  g_signal_emit (self, signals[MADE], 0, id);
}

static void
tell (PvGrilleEditor *self, const GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- what waits for a new version ----------------------------------------------------------- */

static GPtrArray *
copy_criteres (GPtrArray *criteres)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_critere_free);

  for (guint i = 0; i < criteres->len; i++)
    g_ptr_array_add (copy, pv_critere_copy (criteres->pdata[i]));

  return copy;
}

/* The criteria that may be changed here, of a frozen grid. */
static GPtrArray *
get_waiting (PvGrilleEditor *self)
{
  GPtrArray *waiting = g_hash_table_lookup (self->attentes, &self->id);

  if (waiting == NULL)
    {
      waiting = copy_criteres (self->criteres);
      g_hash_table_insert (self->attentes, g_memdup2 (&self->id, sizeof self->id), waiting);
    }

  return waiting;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const PvCritere *one = a->pdata[i];
      const PvCritere *other = b->pdata[i];

      if (one->id != other->id || one->poids != other->poids || one->maximum != other->maximum ||
          one->sans_objet_permis != other->sans_objet_permis ||
          g_strcmp0 (one->libelle, other->libelle) != 0 || g_strcmp0 (one->aide, other->aide) != 0)
        return FALSE;
    }

  return TRUE;
}

gint64
pv_grille_editor_get_waiting (PvGrilleEditor *self)
{
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (PV_IS_GRILLE_EDITOR (self), PV_INT_NULL);

  if (g_hash_table_contains (self->attentes, &self->id))
    return self->id;
  g_hash_table_iter_init (&iter, self->attentes);

  return g_hash_table_iter_next (&iter, &id, NULL) ? *(gint64 *)id : PV_INT_NULL;
}

/* Changes that came back to what is saved wait no more. */
static void
forget_equal (PvGrilleEditor *self)
{
  GPtrArray *waiting = g_hash_table_lookup (self->attentes, &self->id);

  if (waiting != NULL && is_same (waiting, self->criteres))
    g_hash_table_remove (self->attentes, &self->id);
}

/* --- editing -------------------------------------------------------------------------------- */

static gboolean
write_critere (PvDb *db, gpointer data, GError **error)
{
  return pv_grille_set_critere (db, data, error);
}

static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  return pv_grille_delete_critere (db, ((PvCritere *)data)->id, error);
}

typedef struct
{
  gint64 id;
  int steps;
} Move;

static gboolean
write_move (PvDb *db, gpointer data, GError **error)
{
  Move *move = data;

  return pv_grille_move_critere (db, move->id, move->steps, error);
}

static void show_all (PvGrilleEditor *self);

static guint
position_of (GtkWidget *row)
{
  return (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
edited_cb (PvGrilleEditor *self, PvCritere *critere, char **reason, GtkWidget *row)
{
  g_autoptr (GError) error = NULL;

  if (self->context == NULL || !pv_grille_check_critere (critere, reason, NULL))
    return;
  if (self->grille->gelee)
    {
      GPtrArray *waiting = get_waiting (self);
      guint position = position_of (row);

      pv_critere_free (waiting->pdata[position]);
      waiting->pdata[position] = pv_critere_copy (critere);
      show_all (self);
    }
  else if (!pv_grille_editor_act (self, "grille-edit", write_critere, critere, &error))
    *reason = g_strdup (error->message);
}

static void
moved_cb (PvGrilleEditor *self, int steps, GtkWidget *row)
{
  guint position = position_of (row);
  PvCritere *critere = pv_grille_editor_get_criteres (self)->pdata[position];
  GtkListBoxRow *after;
  g_autoptr (GError) error = NULL;
  Move move = { critere->id, steps };

  if (self->grille->gelee)
    {
      pv_criteres_move (get_waiting (self), position, steps);
      show_all (self);
    }
  else if (!pv_grille_editor_act (self, "grille-edit", write_move, &move, &error))
    tell (self, error);
  if (error == NULL && self->grille != NULL)
    pv_grille_editor_show (self, self->id);
  after = gtk_list_box_get_row_at_index (self->list, (int)position + steps);
  if (after != NULL)
    pv_critere_row_focus_label (PV_CRITERE_ROW (after));
}

static void
removed_cb (PvGrilleEditor *self, GtkWidget *row)
{
  guint position = position_of (row);
  g_autoptr (GError) error = NULL;

  if (self->grille->gelee)
    {
      g_ptr_array_remove_index (get_waiting (self), position);
      show_all (self);
    }
  else if (!pv_grille_editor_act (self, "grille-edit", write_removal,
                                  self->criteres->pdata[position], &error))
    tell (self, error);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvGrilleEditor *self = PV_GRILLE_EDITOR (widget);
  g_autoptr (PvCritere) critere = pv_critere_new ();
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  if (self->context == NULL || self->grille == NULL)
    return;
  critere->id = PV_INT_NULL;
  critere->grille_id = self->id;
  critere->ordre = PV_INT_NULL;
  critere->sans_objet_permis = TRUE;
  critere->libelle = g_strdup (_ ("New criterion"));
  if (self->grille->gelee)
    g_ptr_array_add (get_waiting (self), g_steal_pointer (&critere));
  else if (!pv_grille_editor_act (self, "grille-edit", write_critere, critere, &error))
    tell (self, error);
  pv_grille_editor_show (self, self->id);
  row = gtk_list_box_get_row_at_index (self->list,
                                       (int)pv_grille_editor_get_criteres (self)->len - 1);
  if (row != NULL)
    pv_critere_row_focus_label (PV_CRITERE_ROW (row));
}

typedef struct
{
  gint64 id;
  const char *nom;
  const char *source;
  gint64 made;
} Grid;

static gboolean
write_name (PvDb *db, gpointer data, GError **error)
{
  Grid *grid = data;

  return pv_grille_rename (db, grid->id, grid->nom, error);
}

static void
name_committed_cb (PvGrilleEditor *self, const char *value)
{
  Grid grid = { self->id, value, NULL, PV_INT_NULL };
  g_autoptr (GError) error = NULL;

  if (self->context != NULL &&
      !pv_grille_editor_act (self, "grille-edit", write_name, &grid, &error))
    pv_field_refuse (self->nom, error->message);
}

static gboolean
write_copy (PvDb *db, gpointer data, GError **error)
{
  Grid *grid = data;
  g_autofree char *nom = g_strdup (grid->nom);
  gint64 version;

  for (guint n = 2;; n++)
    {
      if (!pv_grille_store_get_derniere_version (db, nom, &version, error))
        return FALSE;
      if (version == PV_INT_NULL)
        return pv_grille_create (db, nom, grid->id, grid->source, &grid->made, error);
      g_free (nom);
      nom = g_strdup_printf ("%s (%u)", grid->nom, n);
    }
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvGrilleEditor *self = PV_GRILLE_EDITOR (widget);
  g_autoptr (GError) error = NULL;
  Grid grid = { .made = PV_INT_NULL };

  if (self->context == NULL || self->grille == NULL)
    return;
  grid = (Grid){ self->id, self->grille->nom, self->grille->source, PV_INT_NULL };
  if (pv_grille_editor_act (self, "grille-new", write_copy, &grid, &error))
    pv_grille_editor_made (self, grid.made);
  else
    tell (self, error);
}

static gboolean
write_deletion (PvDb *db, gpointer data, GError **error)
{
  return pv_grille_delete (db, ((Grid *)data)->id, error);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvGrilleEditor *self = PV_GRILLE_EDITOR (widget);
  Grid grid = { .id = self->id };
  g_autoptr (GError) error = NULL;

  if (self->context != NULL &&
      !pv_grille_editor_act (self, "grille-delete", write_deletion, &grid, &error))
    tell (self, error);
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvGrilleEditor *self = PV_GRILLE_EDITOR (widget);

  g_hash_table_remove (self->attentes, &self->id);
  pv_grille_editor_show (self, self->id);
}

static void
version_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_grille_editor_ask_version (PV_GRILLE_EDITOR (widget));
}

/* --- showing -------------------------------------------------------------------------------- */

static void
show_rows (PvGrilleEditor *self, gboolean editable)
{
  GPtrArray *criteres = pv_grille_editor_get_criteres (self);
  GtkListBoxRow *row;

  for (guint i = 0; i < criteres->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int)i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (pv_critere_row_new ());
          g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      pv_critere_row_show (PV_CRITERE_ROW (row), criteres->pdata[i], i, criteres->len, editable);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int)criteres->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
show_sum (PvGrilleEditor *self, gboolean editable)
{
  GPtrArray *criteres = pv_grille_editor_get_criteres (self);
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;
  gint64 sum = 0;

  for (guint i = 0; i < criteres->len; i++)
    sum += ((PvCritere *)criteres->pdata[i])->poids;
  text = g_strdup_printf (_ ("Sum of the weights: %d"), (int)sum);
  gtk_label_set_label (self->sum_label, text);
  pv_grille_check_criteres (criteres, &problem);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grille.version",
                                 editable && problem == NULL &&
                                     g_hash_table_contains (self->attentes, &self->id));
}

static void
show_bars (PvGrilleEditor *self)
{
  gboolean waiting = g_hash_table_contains (self->attentes, &self->id);
  g_autofree char *frozen = NULL;
  g_autofree char *pending = NULL;

  if (self->grille->gelee)
    frozen = g_strdup_printf (_ ("Marks were given on version %d: it is frozen. What you change "
                                 "here makes a new version."),
                              (int)self->grille->version);
  pending = g_strdup_printf (_ ("These changes are not in version %d. They wait for a new one."),
                             (int)self->grille->version);
  gtk_label_set_label (self->frozen_label, frozen != NULL ? frozen : "");
  gtk_widget_set_visible (self->frozen_bar, frozen != NULL && !waiting);
  gtk_label_set_label (self->pending_label, pending);
  gtk_widget_set_visible (self->pending_bar, waiting);
}

static void
show_usage (PvGrilleEditor *self)
{
  g_autoptr (GPtrArray) appels =
      pv_grille_store_list_appels (pv_context_get_reader (self->context), self->id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  g_string_append_printf (text, _ ("Version %d"), (int)self->grille->version);
  for (guint i = 0; appels != NULL && i < appels->len; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ",
                            ((PvAppel *)appels->pdata[i])->libelle);
  g_string_append (text, " · ");
  if (names->len == 0)
    g_string_append (text, _ ("no call uses it"));
  else
    g_string_append_printf (text, _ ("used by: %s"), names->str);
  if (self->usage.n_notes > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%d submission", "%d submissions",
                                           (gulong)self->usage.n_soumises),
                              (int)self->usage.n_soumises);
      g_string_append (text, " · ");
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE, "%d draft", "%d drafts", (gulong)self->usage.n_brouillons),
          (int)self->usage.n_brouillons);
    }
  gtk_label_set_label (self->usage_label, text->str);
}

static void
show_all (PvGrilleEditor *self)
{
  gboolean editable = pv_context_can_edit (self->context);
  GtkWidget *widget = GTK_WIDGET (self);

  forget_equal (self);
  pv_field_set_value (self->nom, self->grille->nom);
  pv_field_set_editable (self->nom, editable);
  show_usage (self);
  show_bars (self);
  show_rows (self, editable);
  show_sum (self, editable);
  pv_grille_apercu_show (self->apercu, pv_grille_editor_get_criteres (self));
  gtk_widget_action_set_enabled (widget, "grille.add", editable);
  gtk_widget_action_set_enabled (widget, "grille.copy", editable);
  gtk_widget_action_set_enabled (widget, "grille.delete",
                                 editable && self->usage.n_appels == 0 && self->usage.n_notes == 0);
}

static void
read_grille (PvGrilleEditor *self)
{
  PvDb *db = pv_context_get_reader (self->context);

  g_clear_pointer (&self->grille, pv_grille_free);
  g_clear_pointer (&self->criteres, g_ptr_array_unref);
  if (self->id == PV_INT_NULL)
    return;
  self->grille = pv_grille_store_get (db, self->id, NULL);
  self->criteres = pv_critere_store_list (db, self->id, NULL);
  if (self->criteres == NULL || !pv_grille_store_get_usage (db, self->id, &self->usage, NULL))
    g_clear_pointer (&self->grille, pv_grille_free);
}

void
pv_grille_editor_show (PvGrilleEditor *self, gint64 id)
{
  g_return_if_fail (PV_IS_GRILLE_EDITOR (self));

  if (self->context == NULL)
    return;
  if (id != self->id)
    pv_field_restore (self->nom);
  self->id = id;
  read_grille (self);
  gtk_stack_set_visible_child (self->stack, self->grille != NULL ? self->form : self->empty);
  if (self->grille != NULL)
    show_all (self);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_grille_editor_dispose (GObject *object)
{
  PvGrilleEditor *self = PV_GRILLE_EDITOR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_GRILLE_EDITOR);
  g_clear_weak_pointer (&self->context);
  g_clear_pointer (&self->grille, pv_grille_free);
  g_clear_pointer (&self->criteres, g_ptr_array_unref);
  g_clear_pointer (&self->attentes, g_hash_table_unref);

  G_OBJECT_CLASS (pv_grille_editor_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, empty);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, form);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, nom);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, usage_label);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, frozen_bar);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, frozen_label);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, pending_bar);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, pending_label);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, list);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, sum_label);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvGrilleEditor, apercu);
  gtk_widget_class_bind_template_callback (widget_class, name_committed_cb);
}

static void
pv_grille_editor_class_init (PvGrilleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_grille_editor_dispose;

  signals[MADE] = g_signal_new ("made", PV_TYPE_GRILLE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_GRILLE_APERCU);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/grille/pv-grille-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "grille.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "grille.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "grille.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "grille.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "grille.version", NULL, version_cb);
}

static void
pv_grille_editor_init (PvGrilleEditor *self)
{
  self->id = PV_INT_NULL;
  self->attentes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                          (GDestroyNotify)g_ptr_array_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_grille_editor_new (PvContext *context)
{
  PvGrilleEditor *self = g_object_new (PV_TYPE_GRILLE_EDITOR, NULL);

  g_set_weak_pointer (&self->context, context);

  return GTK_WIDGET (self);
}
