/* pv-instruction-page-file.c: the queue that the page walks through, and the submission
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "instruction/pv-instruction-liste.h"
#include "instruction/pv-instruction-page-private.h"
#include "instruction/pv-instruction-service.h"
#include "instruction/pv-instruction-store.h"
#include "widget/pv-format.h"

/* --- where the dossier is in the queue ----------------------------------------------------- */

static guint
find_rank (PvInstructionPage *self)
{
  for (guint i = 0; self->file != NULL && i < self->file->len; i++)
    if (g_array_index (self->file, gint64, i) == self->dossier_id)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static char *
dup_rank (PvInstructionPage *self)
{
  guint rank = find_rank (self);
  g_autofree char *at = NULL, *all = NULL;

  if (rank == GTK_INVALID_LIST_POSITION)
    return g_strdup (_ ("Out of my queue"));
  at = pv_count_to_text (rank + 1);
  all = pv_count_to_text (self->file->len);

  return g_strdup_printf (_ ("Dossier %s of %s of my queue"), at, all);
}

static char *
dup_state (PvInstructionPage *self)
{
  const PvInstruction *courante = self->fiche != NULL ? self->fiche->courante : NULL;

  if (courante == NULL)
    return NULL;
  if (courante->etat == PV_INSTRUCTION_ETAT_SOUMISE)
    return g_strdup (_ ("avis submitted"));
  if (self->saved == NULL)
    return g_strdup (_ ("draft"));

  return g_strdup_printf (_ ("draft saved at %s"), self->saved);
}

void
pv_instruction_page_show_title (PvInstructionPage *self)
{
  g_autofree char *whom =
      self->moi->institution != NULL ? pv_instruction_agent_for (self->moi->institution) : NULL;
  g_autofree char *title =
      /* Translators: whom is "for the State" */
      whom != NULL ? g_strdup_printf (_ ("Instruction %s"), whom) : g_strdup (_ ("Instruction"));
  g_autofree char *rank = dup_rank (self);
  g_autofree char *state = dup_state (self);
  g_autofree char *subtitle =
      state != NULL ? g_strdup_printf ("%s · %s", rank, state) : g_strdup (rank);
  guint at = find_rank (self);
  gboolean known = at != GTK_INVALID_LIST_POSITION;

  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "instruction.previous", known && at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "instruction.next",
                                 known && at + 1 < self->file->len);
}

/* --- the queue ----------------------------------------------------------------------------- */

static gpointer
load (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_instruction_file_load (db, data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvInstructionPage) self = user_data;
  g_autoptr (PvInstructionFile) file = pv_context_query_finish (PV_CONTEXT (source), result, NULL);

  if (file == NULL || self->file != NULL || self->title_widget == NULL)
    return;
  self->file = g_steal_pointer (&file->ids);
  pv_instruction_page_show_title (self);
}

void
pv_instruction_page_begin_file (PvInstructionPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  GListModel *suite = pv_context_get_suite (context);
  PvFiltre filtre = pv_context_get_filtre (context);
  g_autofree char *today = pv_context_get_today (context);

  if (PV_IS_INSTRUCTION_LISTE (suite) &&
      pv_instruction_liste_find (PV_INSTRUCTION_LISTE (suite), self->dossier_id) !=
          GTK_INVALID_LIST_POSITION)
    {
      self->file = pv_instruction_liste_dup_ids (PV_INSTRUCTION_LISTE (suite));
      return;
    }
  self->cancellable = g_cancellable_new ();
  pv_context_query_async (
      context, load,
      pv_file_question_new (&filtre, PV_FILE_A_REPONDRE, self->moi->institution_id,
                            pv_instruction_agent_get_id (self->moi), today),
      (GDestroyNotify)pv_file_question_free, (GDestroyNotify)pv_instruction_file_free,
      self->cancellable, loaded_cb, g_object_ref (self));
}

static void
show_dossier (PvInstructionPage *self, gint64 dossier_id)
{
  pv_instruction_page_forget_texts (self);
  self->dossier_id = dossier_id;
  self->begin = TRUE;
  g_clear_pointer (&self->saved, g_free);
  pv_instruction_page_load (self);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);
  guint rank = find_rank (self);
  gboolean next = g_str_equal (name, "instruction.next");

  if (rank == GTK_INVALID_LIST_POSITION || (next ? rank + 1 >= self->file->len : rank == 0) ||
      !pv_page_settle (PV_PAGE (self)))
    return;
  show_dossier (self, g_array_index (self->file, gint64, next ? rank + 1 : rank - 1));
}

/* --- the submission ------------------------------------------------------------------------ */

static gboolean
write_submission (PvDb *db, gint64 id, gpointer user_data, GError **error)
{
  PvInstructionPage *self = user_data;

  return pv_instruction_soumettre (db, id, pv_instruction_agent_get_id (self->moi), error);
}

/* Goes to what is missing. */
static void
show_missing (PvInstructionPage *self)
{
  const PvInstruction *courante = self->fiche->courante;
  PvInstructionManque manque = PV_INSTRUCTION_MANQUE_NOTE;
  gint64 critere_id = PV_INT_NULL;

  if (courante == NULL && self->fiche->criteres->len == 0)
    manque = PV_INSTRUCTION_MANQUE_AVIS;
  if (courante != NULL &&
      !pv_instruction_find_manque (pv_context_get_reader (pv_page_get_context (PV_PAGE (self))),
                                   courante->id, &manque, &critere_id, NULL))
    return;
  if (manque == PV_INSTRUCTION_MANQUE_NOTE)
    pv_instruction_page_focus_critere (self, critere_id);
  else if (manque == PV_INSTRUCTION_MANQUE_AVIS)
    gtk_widget_grab_focus (GTK_WIDGET (self->avis));
  else if (manque == PV_INSTRUCTION_MANQUE_RESERVES)
    gtk_widget_grab_focus (GTK_WIDGET (self->reserves_entry));
}

/* The next of the queue that the institution did not answer, the first ones after the last. */
static gint64
find_next (PvInstructionPage *self)
{
  PvDb *reader = pv_context_get_reader (pv_page_get_context (PV_PAGE (self)));
  guint rank = find_rank (self);
  guint n = self->file != NULL ? self->file->len : 0;

  for (guint i = 1; i <= n; i++)
    {
      guint at = rank == GTK_INVALID_LIST_POSITION ? i - 1 : (rank + i) % n;
      gint64 id = g_array_index (self->file, gint64, at);
      gint64 soumise = PV_INT_NULL;

      if (id != self->dossier_id &&
          pv_instruction_store_find_soumise (reader, id, self->moi->institution_id, &soumise,
                                             NULL) &&
          soumise == PV_INT_NULL && pv_instruction_can_write (reader, id, NULL))
        return id;
    }

  return PV_INT_NULL;
}

static void
submit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gint64 next;

  if (!pv_instruction_page_can_edit (self) || !pv_page_settle (PV_PAGE (self)))
    return;
  pv_instruction_page_load (self);
  if (!pv_instruction_page_act (self, "instruction-soumettre", write_submission, self, &error))
    {
      pv_instruction_page_tell (self, error->message);
      show_missing (self);
      return;
    }
  next = find_next (self);
  if (next != PV_INT_NULL)
    show_dossier (self, next);
  else
    pv_instruction_page_load (self);
}

void
pv_instruction_page_install_file (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "instruction.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "instruction.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "instruction.submit", NULL, submit_cb);
}
