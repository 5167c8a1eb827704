/* pv-bilan-analyse-vue-lecture.c: reads the bilan, the key figures first
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-vue-private.h"

#include "context/pv-reading.h"

/* What one connection reads after the key figures. */
typedef struct
{
  PvBilanSource *source;
  PvBilanVolets volets;
} Suite;

static Suite *
suite_new (PvBilanAnalyse *analyse, PvBilanVolets volets)
{
  Suite *self = g_new (Suite, 1);

  self->source = pv_bilan_analyse_ref_source (analyse);
  self->volets = volets;

  return self;
}

static void
suite_free (gpointer data)
{
  Suite *self = data;

  pv_bilan_source_unref (self->source);
  g_free (self);
}

static gpointer
read_run (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_bilan_analyse_compute_volets (db, data, PV_BILAN_VOLET_CHIFFRES, cancellable, error);
}

static gpointer
suite_run (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Suite *suite = data;

  return pv_bilan_analyse_compute_suite (db, suite->source, suite->volets, cancellable, error);
}

static void
refuse (PvBilanAnalyseVue *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* Whether it is of the reading under way: another one was given up, even when it ended. */
static gboolean
is_current (PvBilanAnalyseVue *self, GAsyncResult *result)
{
  return self->cancellable != NULL && g_task_get_cancellable (G_TASK (result)) == self->cancellable;
}

static void
suite_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvBilanAnalyseVue) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvBilanAnalyse) suite = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  PvBilanVolets volets;

  if (!is_current (self, result))
    return;
  if (suite == NULL)
    {
      refuse (self, error);
      return;
    }
  volets = suite->volets;
  pv_bilan_analyse_take (self->analyse, g_steal_pointer (&suite));
  pv_bilan_analyse_vue_show_cartes (self, volets);
}

static void
read_suite (PvBilanAnalyseVue *self, PvBilanVolets volets)
{
  pv_context_query_async (self->context, suite_run, suite_new (self->analyse, volets), suite_free,
                          (GDestroyNotify)pv_bilan_analyse_free, self->cancellable, suite_cb,
                          g_object_ref (self));
}

static gboolean
read_rest_cb (gpointer user_data)
{
  PvBilanAnalyseVue *self = user_data;

  self->rest_source = 0;
  read_suite (self, PV_BILAN_VOLET_DIMENSIONS);
  read_suite (self, PV_BILAN_VOLET_REALISE);

  return G_SOURCE_REMOVE;
}

/* The cards in the order they are seen. The first one is read while what is known is painted, the
 * others after it: they would slow it down. */
static void
show (PvBilanAnalyseVue *self)
{
  if (self->analyse->n_annees == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  pv_bilan_analyse_vue_show_exercices (self);
  pv_bilan_analyse_vue_reserve_cartes (self);
  pv_bilan_analyse_vue_show_cartes (self, PV_BILAN_VOLET_CHIFFRES);
  gtk_stack_set_visible_child_name (self->stack, "figures");
  read_suite (self, PV_BILAN_VOLET_FINANCEURS);
  self->rest_source = g_idle_add_full (G_PRIORITY_LOW, read_rest_cb, self, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvBilanAnalyseVue) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvBilanAnalyse) analyse =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (!is_current (self, result))
    return;
  if (analyse == NULL)
    {
      refuse (self, error);
      return;
    }
  g_clear_pointer (&self->analyse, pv_bilan_analyse_free);
  self->analyse = g_steal_pointer (&analyse);
  show (self);
}

void
pv_bilan_analyse_vue_give_up (PvBilanAnalyseVue *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  pv_reading_stop (&self->cancellable);
}

void
pv_bilan_analyse_vue_read (PvBilanAnalyseVue *self)
{
  PvBilanPerimetre *perimetre = g_new (PvBilanPerimetre, 1);

  pv_bilan_analyse_vue_give_up (self);
  self->cancellable = g_cancellable_new ();
  *perimetre = PV_BILAN_PERIMETRE_TOUT;
  perimetre->appel_id = self->appel_id;
  pv_context_query_async (self->context, read_run, perimetre, g_free,
                          (GDestroyNotify)pv_bilan_analyse_free, self->cancellable, read_cb,
                          g_object_ref (self));
}
