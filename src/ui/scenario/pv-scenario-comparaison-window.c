/* pv-scenario-comparaison-window.c: who gains and who loses between two situations
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-comparaison-private.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "scenario/pv-scenario-grille.h"
#include "scenario/pv-scenario-modele.h"
#include "widget/pv-format.h"

struct _PvScenarioComparaisonWindow
{
  AdwWindow parent_instance;

  PvContext *context;
  gint64 appel_id;
  gint64 cotes[2];
  GCancellable *cancellable;  /* of the read under way */
  PvScenarioLecture *lecture; /* (nullable) */
  GPtrArray *libelles;        /* (nullable) */
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *summary;
  GtkToggleButton *gagnants;
  GtkToggleButton *perdants;
  GtkColumnView *columns;
  PvScenarioGrille *enveloppes;
};

G_DEFINE_FINAL_TYPE (PvScenarioComparaisonWindow, pv_scenario_comparaison_window, ADW_TYPE_WINDOW)

/* --- reading -------------------------------------------------------------------------------- */

typedef struct
{
  gint64 appel_id;
  gint64 cotes[2];
} Demande;

typedef struct
{
  PvScenarioLecture *lecture;
  GPtrArray *libelles;
} Reponse;

static void
reponse_free (Reponse *reponse)
{
  g_clear_pointer (&reponse->lecture, pv_scenario_lecture_unref);
  g_clear_pointer (&reponse->libelles, g_ptr_array_unref);
  g_free (reponse);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reponse, reponse_free)

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = query_data;
  g_autoptr (Reponse) reponse = g_new0 (Reponse, 1);

  reponse->lecture =
      pv_scenario_lecture_read (db, demande->appel_id, demande->cotes[0], demande->cotes[1], error);
  if (reponse->lecture != NULL)
    reponse->libelles = pv_scenario_store_list_libelles (db, demande->appel_id, error);

  return reponse->libelles != NULL ? g_steal_pointer (&reponse) : NULL;
}

/* --- what is shown -------------------------------------------------------------------------- */

static char *
summarise (const PvScenarioComparaison *comparaison)
{
  g_autofree char *gagnants = pv_count_to_text (comparaison->n_gagnants);
  g_autofree char *perdants = pv_count_to_text (comparaison->n_perdants);
  g_autofree char *gagne = pv_amount_to_text (comparaison->gagne);
  g_autofree char *perdu = pv_amount_to_text (comparaison->perdu);
  g_autofree char *first =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s dossier gains %s", "%s dossiers gain %s",
                                    comparaison->n_gagnants),
                       gagnants, gagne);
  g_autofree char *second =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s dossier loses %s", "%s dossiers lose %s",
                                    comparaison->n_perdants),
                       perdants, perdu);

  if (comparaison->ecarts->len == 0)
    return g_strdup (_ ("Both propose the same to every dossier."));
  if (comparaison->n_gagnants == 0 && comparaison->n_perdants == 0)
    return g_strdup (_ ("No dossier gains or loses: answers change, not sums."));
  if (comparaison->n_gagnants == 0 || comparaison->n_perdants == 0)
    return g_strconcat (comparaison->n_perdants == 0 ? first : second, ".", NULL);

  /* Translators: who gains, then who loses */
  return g_strdup_printf (_ ("%s, %s."), first, second);
}

static void
show_reponse (PvScenarioComparaisonWindow *self, Reponse *reponse)
{
  g_autoptr (GListModel) rows = pv_scenario_modele_new (reponse->lecture, reponse->libelles);
  g_autofree char *summary = summarise (reponse->lecture->comparaison);
  g_autofree char *names =
      g_strdup_printf ("%s → %s", reponse->lecture->cotes[0].nom, reponse->lecture->cotes[1].nom);

  g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
  g_clear_pointer (&self->libelles, g_ptr_array_unref);
  self->lecture = g_steal_pointer (&reponse->lecture);
  self->libelles = g_steal_pointer (&reponse->libelles);
  gtk_filter_list_model_set_model (self->filtered, rows);
  adw_window_title_set_subtitle (self->title, names);
  pv_format_label (self->summary, summary);
  pv_scenario_grille_set_enveloppes (self->enveloppes, self->lecture);
  gtk_stack_set_visible_child_name (self->stack, "table");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparaison.copy", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparaison.export", TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvScenarioComparaisonWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reponse) reponse = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->filtered == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (reponse != NULL)
    show_reponse (self, reponse);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
refresh (PvScenarioComparaisonWindow *self)
{
  Demande *demande = g_new (Demande, 1);

  *demande = (Demande){ self->appel_id, { self->cotes[0], self->cotes[1] } };
  pv_reading_renew (&self->cancellable);
  pv_context_query_async (self->context, read_in_worker, demande, g_free,
                          (GDestroyNotify)reponse_free, self->cancellable, read_cb,
                          g_object_ref (self));
}

/* --- the table ------------------------------------------------------------------------------ */

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  PvScenarioComparaisonWindow *self = user_data;
  PvCents ecart = pv_scenario_rangee_get_ecart (item)->ecart;

  if (gtk_toggle_button_get_active (self->gagnants))
    return ecart > 0;
  if (gtk_toggle_button_get_active (self->perdants))
    return ecart < 0;

  return TRUE;
}

static void
filter_cb (PvScenarioComparaisonWindow *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
activate_cb (PvScenarioComparaisonWindow *self, guint position)
{
  g_autoptr (PvScenarioRangee) row =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (row == NULL || parent == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-dossier", "x",
                              pv_scenario_rangee_get_dossier (row)->id);
  gtk_window_present (parent);
}

static void
make_table (PvScenarioComparaisonWindow *self)
{
  GtkSortListModel *sorted;

  pv_scenario_modele_add_columns (self->columns);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (gtk_column_view_get_sorter (self->columns)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (self->selection));
}

/* --- class ---------------------------------------------------------------------------------- */

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PvScenarioComparaisonWindow *self = user_data;

  adw_toast_overlay_add_toast (self->toasts,
                               adw_toast_new (g_variant_get_string (parameter, NULL)));
}

/* What this window is told stays in it. */
static void
add_toasts (PvScenarioComparaisonWindow *self)
{
  static const GActionEntry entries[] = { { "toast", toast_cb, "s", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (group));
}

static void
pv_scenario_comparaison_window_dispose (GObject *object)
{
  PvScenarioComparaisonWindow *self = PV_SCENARIO_COMPARAISON_WINDOW (object);

  pv_reading_stop (&self->cancellable);
  if (self->columns != NULL)
    gtk_column_view_set_model (self->columns, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
  g_clear_pointer (&self->libelles, g_ptr_array_unref);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SCENARIO_COMPARAISON_WINDOW);

  G_OBJECT_CLASS (pv_scenario_comparaison_window_parent_class)->dispose (object);
}

static void
pv_scenario_comparaison_window_class_init (PvScenarioComparaisonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_scenario_comparaison_window_dispose;
  g_type_ensure (PV_TYPE_SCENARIO_GRILLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/scenario/pv-scenario-comparaison-window.ui");
#define BIND(child)                                                                                \
  gtk_widget_class_bind_template_child (widget_class, PvScenarioComparaisonWindow, child)
  BIND (title);
  BIND (toasts);
  BIND (stack);
  BIND (summary);
  BIND (gagnants);
  BIND (perdants);
  BIND (columns);
  BIND (enveloppes);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "comparaison.copy", NULL,
                                   pv_scenario_comparaison_copy_cb);
  gtk_widget_class_install_action (widget_class, "comparaison.export", NULL,
                                   pv_scenario_comparaison_export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "comparaison.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_scenario_comparaison_window_init (PvScenarioComparaisonWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_toasts (self);
  make_table (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparaison.copy", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "comparaison.export", FALSE);
}

GtkWindow *
pv_scenario_comparaison_window_new (PvContext *context,
                                    GtkWindow *parent,
                                    const PvScenarioLecture *lecture)
{
  PvScenarioComparaisonWindow *self =
      g_object_new (PV_TYPE_SCENARIO_COMPARAISON_WINDOW, "transient-for", parent,
                    "destroy-with-parent", TRUE, NULL);

  self->context = g_object_ref (context);
  self->appel_id = lecture->donnees->appel_id;
  for (guint i = 0; i < 2; i++)
    self->cotes[i] = lecture->cotes[i].id;
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WINDOW (self);
}

PvContext *
pv_scenario_comparaison_window_get_context (PvScenarioComparaisonWindow *self)
{
  return self->context;
}

PvScenarioLecture *
pv_scenario_comparaison_window_get_lecture (PvScenarioComparaisonWindow *self)
{
  return self->lecture;
}

GPtrArray *
pv_scenario_comparaison_window_get_libelles (PvScenarioComparaisonWindow *self)
{
  return self->libelles;
}

GListModel *
pv_scenario_comparaison_window_get_rows (PvScenarioComparaisonWindow *self)
{
  return G_LIST_MODEL (self->selection);
}
