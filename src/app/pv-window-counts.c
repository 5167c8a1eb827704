/* pv-window-counts.c: the counts of the sidebar, before their pages are seen
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-echeance.h"
#include "dossier/pv-dossier-liste-store.h"
#include "egalite/pv-egalite-fiche-store.h"
#include "instruction/pv-instruction-agent.h"
#include "instruction/pv-instruction-file.h"
#include "marqueur/pv-axe-store.h"
#include "marqueur/pv-marqueur.h"
#include "organisme/pv-organisme-liste-store.h"
#include "pv-window-private.h"
#include "widget/pv-format.h"

typedef struct
{
  PvFiltre filtre;
  gint64 institution_id; /* of the user */
  char *today;
} Question;

static void
question_free (gpointer data)
{
  g_free (((Question *)data)->today);
  g_free (data);
}

typedef struct
{
  gint64 dossiers;
  gint64 instruction;
  gint64 seances; /* not closed */
  gint64 porteurs;
  gint64 marques;
  gint64 crf; /* porteurs whose compte rendu is late */
} Counts;

/* Marks that somebody answered for, to be decided together. */
static gboolean
count_marks (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error)
{
  g_autoptr (PvEgaliteFile) file = NULL;
  gint64 axe = PV_INT_NULL;

  if (!pv_axe_store_find_by_code (db, PV_AXE_EGALITE, &axe, error))
    return FALSE;
  file = pv_egalite_file_load (db, filtre, axe, error);
  *n = file != NULL ? file->n_preparees : 0;

  return file != NULL;
}

static gpointer
count (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  const PvFiltre *filtre = &question->filtre;
  g_autofree Counts *counts = g_new0 (Counts, 1);

  if (!pv_dossier_liste_store_count (db, filtre, &counts->dossiers, error) ||
      !pv_organisme_store_count_porteurs (db, filtre, &counts->porteurs, error) ||
      !count_marks (db, filtre, &counts->marques, error) ||
      !pv_echeances_count_seances (db, filtre, &counts->seances, error) ||
      !pv_echeances_count_crf_retard (db, question->today, &counts->crf, error) ||
      (question->institution_id != PV_INT_NULL &&
       !pv_instruction_file_count (db, filtre, question->institution_id, &counts->instruction,
                                   error)))
    return NULL;

  return g_steal_pointer (&counts);
}

/* A page that was made tells its count itself. */
static void
show_count (PvWindow *self, const char *id, gint64 n)
{
  g_autofree char *text = n > 0 ? pv_count_to_text (n) : NULL;

  if (gtk_stack_get_child_by_name (self->pages, id) == NULL)
    pv_window_set_row_count (self, id, text);
}

/* One that has none of its own shows this one. */
static void
give_count (PvWindow *self, const char *id, gint64 n)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, id);
  g_autofree char *text = n > 0 ? pv_count_to_text (n) : NULL;

  if (page != NULL)
    pv_page_set_count (PV_PAGE (page), text);
  else
    pv_window_set_row_count (self, id, text);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvWindow) self = user_data;
  g_autofree Counts *counts = pv_context_query_finish (PV_CONTEXT (source), result, NULL);

  if (counts == NULL || self->pages == NULL)
    return;
  show_count (self, "dossiers", counts->dossiers);
  show_count (self, "instruction", counts->instruction);
  show_count (self, "porteurs", counts->porteurs);
  show_count (self, "egalite", counts->marques);
  give_count (self, "seances", counts->seances);
  give_count (self, "bilans", counts->crf);
}

void
pv_window_update_counts (PvWindow *self)
{
  g_autoptr (PvInstructionAgent) moi = pv_instruction_agent_load (self->context);
  Question question = { pv_context_get_filtre (self->context), moi->institution_id,
                        pv_context_get_today (self->context) };

  pv_context_query_async (self->context, count, g_memdup2 (&question, sizeof question),
                          question_free, g_free, NULL, counted_cb, g_object_ref (self));
}
