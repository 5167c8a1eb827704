/* pv-fusion-pane.c: organismes that are one, proposed two by two
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-fusion-pane.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "organisme/pv-fusion-table.h"
#include "organisme/pv-organisme-fusion.h"
#include "organisme/pv-organisme-store.h"

/* A proposal, named. */
typedef struct
{
  gint64 garde_id;
  gint64 retire_id;
  int motif; /* PvFusionMotif, or MOTIF_CHOISI */
  char *nom;
} Proposition;

#define MOTIF_CHOISI (-1)

struct _PvFusionPane
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  GCancellable *cancellable;
  GPtrArray *propositions;
  gint64 choisi_a, choisi_b; /* a pair chosen by hand, or PV_INT_NULL */
  PvFusionApercu *apercu;    /* of what is shown */

  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *reason_label;
  GtkCheckButton *keep_left;
  GtkCheckButton *keep_right;
  PvFusionTable *table;
  gint64 left_id, right_id;
};

G_DEFINE_FINAL_TYPE (PvFusionPane, pv_fusion_pane, ADW_TYPE_BIN)

static void
proposition_free (gpointer data)
{
  Proposition *self = data;

  g_free (self->nom);
  g_free (self);
}

static const char *
motif_to_words (int motif)
{
  switch (motif)
    {
    case PV_FUSION_MOTIF_SIRET:
      return _ ("Same SIRET");
    case PV_FUSION_MOTIF_RNA:
      return _ ("Same RNA number");
    case PV_FUSION_MOTIF_NOM:
      return _ ("Same name in the same commune");
    default:
      return _ ("Chosen by hand");
    }
}

/* --- the pair shown ------------------------------------------------------------------ */

static const Proposition *
get_shown (PvFusionPane *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? self->propositions->pdata[gtk_list_box_row_get_index (row)] : NULL;
}

static void
update_actions (PvFusionPane *self)
{
  gboolean can =
      self->context != NULL && self->apercu != NULL && pv_context_can_edit (self->context);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fusion.apply", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fusion.dismiss", can);
}

static void
tell (PvFusionPane *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* Reads what the merge would do, with the one that is to be kept first. */
static void
show_preview (PvFusionPane *self)
{
  g_autoptr (GError) error = NULL;
  gboolean left = gtk_check_button_get_active (self->keep_left);

  g_clear_pointer (&self->apercu, pv_fusion_apercu_free);
  self->apercu = pv_organisme_store_preview_merge (pv_context_get_reader (self->context),
                                                   left ? self->left_id : self->right_id,
                                                   left ? self->right_id : self->left_id, &error);
  if (self->apercu != NULL)
    pv_fusion_table_set (self->table, pv_context_get_reader (self->context), self->apercu, left);
  else
    tell (self, error);
  update_actions (self);
}

static void
keep_toggled_cb (PvFusionPane *self)
{
  if (self->left_id != PV_INT_NULL)
    show_preview (self);
}

static void
row_selected_cb (PvFusionPane *self)
{
  const Proposition *shown =
      self->propositions != NULL && self->list != NULL ? get_shown (self) : NULL;

  if (shown == NULL)
    return;
  self->left_id = PV_INT_NULL; /* the choice is not told twice */
  gtk_check_button_set_active (self->keep_left, TRUE);
  self->left_id = shown->garde_id;
  self->right_id = shown->retire_id;
  gtk_label_set_text (self->reason_label, motif_to_words (shown->motif));
  show_preview (self);
}

/* --- the list ------------------------------------------------------------------------ */

static GtkWidget *
row_new (const Proposition *proposition)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (proposition->nom);
  GtkWidget *reason = gtk_label_new (motif_to_words (proposition->motif));
  g_autofree char *spoken =
      g_strdup_printf ("%s, %s", proposition->nom, motif_to_words (proposition->motif));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, proposition->nom);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_ellipsize (GTK_LABEL (reason), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_add_css_class (reason, "secondary");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), reason);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static gboolean
is_pair (const Proposition *proposition, gint64 a, gint64 b)
{
  return (proposition->garde_id == a && proposition->retire_id == b) ||
         (proposition->garde_id == b && proposition->retire_id == a);
}

/* The pair chosen by hand comes first, unless it is proposed or gone. */
static void
add_chosen (PvFusionPane *self)
{
  g_autoptr (PvOrganisme) a = NULL;
  g_autoptr (PvOrganisme) b = NULL;
  Proposition *chosen;

  if (self->choisi_a == PV_INT_NULL)
    return;
  for (guint i = 0; i < self->propositions->len; i++)
    if (is_pair (self->propositions->pdata[i], self->choisi_a, self->choisi_b))
      return;
  a = pv_organisme_store_get (pv_context_get_reader (self->context), self->choisi_a, NULL);
  b = pv_organisme_store_get (pv_context_get_reader (self->context), self->choisi_b, NULL);
  if (a == NULL || b == NULL)
    {
      self->choisi_a = PV_INT_NULL;
      return;
    }
  chosen = g_new0 (Proposition, 1);
  chosen->garde_id = self->choisi_a;
  chosen->retire_id = self->choisi_b;
  chosen->motif = MOTIF_CHOISI;
  chosen->nom = g_strdup_printf ("%s + %s", a->nom, b->nom);
  g_ptr_array_insert (self->propositions, 0, chosen);
}

/* @propositions: (transfer full) */
static void
show_propositions (PvFusionPane *self, GPtrArray *propositions)
{
  GtkListBoxRow *row;
  int selected = 0;

  g_clear_pointer (&self->propositions, g_ptr_array_unref);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  self->propositions = propositions;
  add_chosen (self);
  for (guint i = 0; i < propositions->len; i++)
    {
      const Proposition *proposition = propositions->pdata[i];

      gtk_list_box_append (self->list, row_new (proposition));
      if (is_pair (proposition, self->left_id, self->right_id))
        selected = (int)i;
    }
  gtk_stack_set_visible_child_name (self->stack, propositions->len > 0 ? "pair" : "empty");
  if (propositions->len > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, selected));
  else
    g_clear_pointer (&self->apercu, pv_fusion_apercu_free);
  update_actions (self);
}

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) fusions = pv_organisme_store_list_fusions (db, error);
  g_autoptr (GPtrArray) propositions = g_ptr_array_new_with_free_func (proposition_free);

  for (guint i = 0; fusions != NULL && i < fusions->len; i++)
    {
      const PvFusion *fusion = &g_array_index (fusions, PvFusion, i);
      g_autoptr (GError) local = NULL;
      g_autoptr (PvOrganisme) organisme = pv_organisme_store_get (db, fusion->garde_id, &local);
      Proposition *proposition;

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (organisme == NULL) /* gone since the list was read */
        continue;
      proposition = g_new0 (Proposition, 1);
      proposition->garde_id = fusion->garde_id;
      proposition->retire_id = fusion->retire_id;
      proposition->motif = fusion->motif;
      proposition->nom = g_strdup (organisme->nom);
      g_ptr_array_add (propositions, proposition);
    }

  return fusions != NULL ? g_steal_pointer (&propositions) : NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvFusionPane) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *propositions = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (propositions != NULL)
    show_propositions (self, propositions);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error);
}

/* --- actions ------------------------------------------------------------------------- */

static gboolean
merge (PvDb *db, gpointer user_data, GError **error)
{
  const PvFusionApercu *apercu = user_data;

  return pv_organisme_store_merge (db, apercu->garde->id, apercu->retire->id, error);
}

static gboolean
dismiss (PvDb *db, gpointer user_data, GError **error)
{
  const PvFusionApercu *apercu = user_data;

  return pv_organisme_store_dismiss_fusion (db, apercu->garde->id, apercu->retire->id, error);
}

/* The preview is set aside: the change that follows shows another one. */
static void
act (PvFusionPane *self, const char *action, PvContextFunc func)
{
  g_autoptr (PvFusionApercu) apercu = g_steal_pointer (&self->apercu);
  g_autoptr (GError) error = NULL;

  if (apercu == NULL)
    return;
  if (pv_context_act (self->context, action, apercu->garde->nom, func, apercu, &error))
    {
      if (self->choisi_a != PV_INT_NULL)
        self->choisi_a = self->choisi_b = PV_INT_NULL;
    }
  else
    {
      self->apercu = g_steal_pointer (&apercu);
      tell (self, error);
    }
  update_actions (self);
}

static void
apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (PV_FUSION_PANE (widget), "organisme-merge", merge);
}

static void
dismiss_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  act (PV_FUSION_PANE (widget), "organisme-distinct", dismiss);
}

static void
keep_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFusionPane *self = PV_FUSION_PANE (widget);
  gboolean left = g_variant_get_boolean (parameter);

  gtk_check_button_set_active (left ? self->keep_left : self->keep_right, TRUE);
}

static void
pv_fusion_pane_dispose (GObject *object)
{
  PvFusionPane *self = PV_FUSION_PANE (object);

  pv_reading_stop (&self->cancellable);
  g_clear_weak_pointer (&self->context);
  self->left_id = PV_INT_NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_FUSION_PANE);

  G_OBJECT_CLASS (pv_fusion_pane_parent_class)->dispose (object);
}

static void
pv_fusion_pane_finalize (GObject *object)
{
  PvFusionPane *self = PV_FUSION_PANE (object);

  g_clear_pointer (&self->propositions, g_ptr_array_unref);
  g_clear_pointer (&self->apercu, pv_fusion_apercu_free);

  G_OBJECT_CLASS (pv_fusion_pane_parent_class)->finalize (object);
}

static void
pv_fusion_pane_class_init (PvFusionPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_fusion_pane_dispose;
  object_class->finalize = pv_fusion_pane_finalize;
  g_type_ensure (PV_TYPE_FUSION_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/organisme/pv-fusion-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PvFusionPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PvFusionPane, list);
  gtk_widget_class_bind_template_child (widget_class, PvFusionPane, reason_label);
  gtk_widget_class_bind_template_child (widget_class, PvFusionPane, keep_left);
  gtk_widget_class_bind_template_child (widget_class, PvFusionPane, keep_right);
  gtk_widget_class_bind_template_child (widget_class, PvFusionPane, table);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_toggled_cb);
  gtk_widget_class_install_action (widget_class, "fusion.apply", NULL, apply_cb);
  gtk_widget_class_install_action (widget_class, "fusion.dismiss", NULL, dismiss_cb);
  gtk_widget_class_install_action (widget_class, "fusion.keep", "b", keep_cb);
}

static void
pv_fusion_pane_init (PvFusionPane *self)
{
  self->choisi_a = self->choisi_b = PV_INT_NULL;
  self->left_id = self->right_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

void
pv_fusion_pane_set_context (PvFusionPane *self, PvContext *context)
{
  g_return_if_fail (PV_IS_FUSION_PANE (self));
  g_return_if_fail (PV_IS_CONTEXT (context));

  g_set_weak_pointer (&self->context, context);
  g_signal_connect_object (context, "notify::can-edit", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

void
pv_fusion_pane_refresh (PvFusionPane *self)
{
  g_return_if_fail (PV_IS_FUSION_PANE (self));

  pv_reading_renew (&self->cancellable);
  pv_context_query_async (self->context, read_in_worker, NULL, NULL,
                          (GDestroyNotify)g_ptr_array_unref, self->cancellable, read_cb,
                          g_object_ref (self));
}

void
pv_fusion_pane_propose (PvFusionPane *self, gint64 a_id, gint64 b_id)
{
  g_return_if_fail (PV_IS_FUSION_PANE (self));

  self->choisi_a = a_id;
  self->choisi_b = b_id;
  self->left_id = a_id;
  self->right_id = b_id;
  pv_fusion_pane_refresh (self);
}
