/* pv-dossiers-view-totals.c: what the list of dossiers adds up to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-view-private.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "widget/pv-format.h"

gboolean
pv_dossiers_view_is_filtered (PvDossiersView *self)
{
  return !pv_dossier_critere_is_empty (pv_dossier_liste_get_critere (self->liste));
}

void
pv_dossiers_view_show_filtered (PvDossiersView *self)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *n = NULL;
  g_autofree char *total = NULL;
  gboolean filtered = pv_dossiers_view_is_filtered (self);
  gint64 count = self->totaux != NULL ? self->totaux->dossiers
                                      : g_list_model_get_n_items (G_LIST_MODEL (self->liste));

  n = pv_count_to_text (count);
  if (filtered)
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s filtered dossier", "%s filtered dossiers", (gulong)count),
        n);
  else
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s dossier", "%s dossiers", (gulong)count), n);

  total = pv_count_to_text (self->n_total);
  /* Translators: after "96 filtered dossiers". */
  detail = filtered && self->n_total > 0 ? g_strdup_printf (_ ("of %s"), total) : g_strdup ("");
  pv_dossiers_totaux_show (self->filtered, title, detail, self->totaux,
                           pv_dossier_liste_get_etape (self->liste));
}

void
pv_dossiers_view_show_selected (PvDossiersView *self)
{
  g_autofree char *n = pv_count_to_text (self->n_selected);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", self->n_selected), n);

  pv_dossiers_totaux_show (self->selected, title, "", self->totaux_selection,
                           pv_dossier_liste_get_etape (self->liste));
  gtk_widget_set_visible (GTK_WIDGET (self->selected), self->n_selected > 1);
}

typedef struct
{
  GArray *ids;
  PvFiltre filtre;
  PvEtape etape;
  gboolean toutes; /* the stages of all payers too */
  gboolean count;  /* of the whole appel too */
} Sums;

typedef struct
{
  PvDossierTotaux *totaux;
  gint64 n_total;
} Answer;

static void
sums_free (gpointer data)
{
  Sums *sums = data;

  g_array_unref (sums->ids);
  g_free (sums);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->totaux);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
find_sums (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Sums *sums = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->totaux =
      pv_dossier_liste_store_totaux (db, sums->ids, sums->etape, sums->toutes, cancellable, error);
  if (answer->totaux == NULL ||
      (sums->count && !pv_dossier_liste_store_count (db, &sums->filtre, &answer->n_total, error)))
    return NULL;

  return g_steal_pointer (&answer);
}

static void
sums_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PvDossiersView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  GCancellable *query = g_task_get_cancellable (G_TASK (result));

  if (query != self->summing && query != self->summing_selection)
    return; /* superseded, or gone */

  if (query == self->summing)
    {
      g_clear_object (&self->summing);
      if (answer == NULL)
        return;
      g_free (self->totaux);
      self->totaux = g_steal_pointer (&answer->totaux);
      self->n_total = answer->n_total;
      pv_dossiers_view_show_filtered (self);
    }
  else
    {
      g_clear_object (&self->summing_selection);
      if (answer == NULL)
        return;
      g_free (self->totaux_selection);
      self->totaux_selection = g_steal_pointer (&answer->totaux);
      pv_dossiers_view_show_selected (self);
    }
  pv_dossiers_view_size_columns (self);
}

/* Whether a column shows a stage of all payers. */
static gboolean
shows_stages (PvDossiersView *self)
{
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    if (pv_dossier_colonne_get_etape ((PvDossierColonne)i) >= 0 &&
        gtk_column_view_column_get_visible (self->of[i]))
      return TRUE;

  return FALSE;
}

static void
sum (PvDossiersView *self, GArray *ids, GCancellable **query, gboolean count)
{
  Sums *sums = g_new0 (Sums, 1);

  pv_reading_renew (query);
  sums->ids = ids;
  sums->filtre = pv_context_get_filtre (self->context);
  sums->etape = pv_dossier_liste_get_etape (self->liste);
  sums->toutes = shows_stages (self);
  sums->count = count;
  pv_context_query_async (self->context, find_sums, sums, sums_free, answer_free, *query,
                          sums_found_cb, g_object_ref (self));
}

void
pv_dossiers_view_sum_list (PvDossiersView *self)
{
  sum (self, pv_dossier_liste_dup_ids (self->liste), &self->summing, TRUE);
}

void
pv_dossiers_view_sum_selection (PvDossiersView *self)
{
  if (self->n_selected > 1)
    sum (self, pv_dossiers_view_dup_selected_ids (self), &self->summing_selection, FALSE);
}

/* What is shown was not summed: another stage, or a column that was not there. */
void
pv_dossiers_view_complete_sums (PvDossiersView *self)
{
  if (self->totaux == NULL && self->summing == NULL)
    return; /* they come after the list */
  if (self->totaux != NULL && self->totaux->etape == pv_dossier_liste_get_etape (self->liste) &&
      (self->totaux->toutes || !shows_stages (self)))
    return;
  pv_dossiers_view_sum_list (self);
  pv_dossiers_view_sum_selection (self);
}

void
pv_dossiers_view_stop_sums (PvDossiersView *self)
{
  pv_reading_stop (&self->summing);
  pv_reading_stop (&self->summing_selection);
}
