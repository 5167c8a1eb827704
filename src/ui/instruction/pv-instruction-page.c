/* pv-instruction-page.c: a dossier instructed: its text, and the grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-page.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "dossier/pv-dossier-edit.h"
#include "dossier/pv-wrap-layout.h"
#include "instruction/pv-instruction-page-private.h"
#include "instruction/pv-instruction-service.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"

G_DEFINE_FINAL_TYPE (PvInstructionPage, pv_instruction_page, PV_TYPE_PAGE)

void
pv_instruction_page_tell (PvInstructionPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

gboolean
pv_instruction_page_can_edit (PvInstructionPage *self)
{
  const PvInstruction *courante = self->fiche != NULL ? self->fiche->courante : NULL;

  return self->fiche != NULL && self->fiche->refus == NULL &&
         pv_instruction_agent_get_refusal (self->moi) == NULL &&
         pv_context_can_edit (pv_page_get_context (PV_PAGE (self))) &&
         (courante == NULL || courante->etat == PV_INSTRUCTION_ETAT_BROUILLON);
}

/* --- writing ------------------------------------------------------------------------------- */

typedef struct
{
  PvInstructionPage *page;
  PvInstructionFunc func;
  gpointer user_data;
} Act;

static gboolean
write_draft (PvDb *db, gpointer user_data, GError **error)
{
  const Act *act = user_data;
  gint64 id;

  return pv_instruction_brouillon (db, act->page->dossier_id, act->page->moi->institution_id,
                                   pv_instruction_agent_get_id (act->page->moi), &id, error) &&
         (act->func == NULL || act->func (db, id, act->user_data, error));
}

/* The time of day, as the draft was saved. */
static void
keep_time (PvInstructionPage *self)
{
  g_autofree char *now = pv_clock_now (pv_context_get_clock (pv_page_get_context (PV_PAGE (self))));
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;

  g_free (self->saved);
  /* Translators: a time of day, for g_date_time_format() */
  self->saved = here != NULL ? g_date_time_format (here, _ ("%H:%M")) : NULL;
}

gboolean
pv_instruction_page_act (PvInstructionPage *self,
                         const char *action,
                         PvInstructionFunc func,
                         gpointer user_data,
                         GError **error)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  Act act = { self, func, user_data };

  if (!pv_context_act (context, action, self->label, write_draft, &act, error))
    return FALSE;
  keep_time (self);
  pv_instruction_page_show_title (self);

  return TRUE;
}

/* --- reading ------------------------------------------------------------------------------- */

static void
show_actions (PvInstructionPage *self)
{
  const PvInstruction *courante = self->fiche->courante;
  gboolean editable = pv_instruction_page_can_edit (self);
  gboolean submitted = courante != NULL && courante->etat == PV_INSTRUCTION_ETAT_SOUMISE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "instruction.submit", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "instruction.discard",
                                 editable && courante != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "instruction.reopen",
                                 submitted && self->fiche->refus == NULL &&
                                     pv_instruction_agent_get_refusal (self->moi) == NULL &&
                                     pv_context_can_edit (pv_page_get_context (PV_PAGE (self))));
}

/* The first time a dossier is shown, one may type a mark at once. */
static void
begin (PvInstructionPage *self)
{
  if (!self->begin)
    return;
  self->begin = FALSE;
  if (self->fiche->criteres->len > 0)
    pv_instruction_page_focus_critere (self, PV_INT_NULL);
}

void
pv_instruction_page_load (PvInstructionPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autoptr (GError) error = NULL;
  PvInstructionFiche *fiche;

  pv_instruction_agent_free (self->moi);
  self->moi = pv_instruction_agent_load (context);
  fiche = pv_instruction_fiche_load (pv_context_get_reader (context), self->dossier_id,
                                     self->moi->institution_id, &error);
  if (fiche == NULL)
    {
      pv_instruction_page_tell (self, error->message);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
      return;
    }
  pv_instruction_fiche_free (self->fiche);
  self->fiche = fiche;
  g_free (self->label);
  self->label = pv_dossier_edit_label (context, self->dossier_id);

  pv_instruction_page_show_title (self);
  pv_instruction_lecture_show_dossier (self->lecture, context, self->dossier_id);
  pv_instruction_page_show_notice (self);
  pv_instruction_page_show_grille (self);
  pv_instruction_page_show_avis (self);
  show_actions (self);
  begin (self);
}

static void
pv_instruction_page_refresh (PvPage *page)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (page);
  gboolean first = self->moi == NULL;

  if (first)
    {
      self->moi = pv_instruction_agent_load (pv_page_get_context (page));
      pv_instruction_page_begin_file (self);
    }
  pv_instruction_page_load (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (pv_page_settle (PV_PAGE (widget)))
    gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);

  if (g_str_equal (name, "instruction.dossier"))
    gtk_widget_activate_action (widget, "win.open-dossier", "x", self->dossier_id);
  else
    gtk_widget_activate_action (widget, "win.open-organisme", "x",
                                pv_instruction_lecture_get_porteur_id (self->lecture));
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!pv_instruction_page_act (self, "instruction-version", NULL, NULL, &error))
    pv_instruction_page_tell (self, error->message);
  self->begin = TRUE;
  pv_instruction_page_load (self);
}

static gboolean
write_discard (PvDb *db, gpointer user_data, GError **error)
{
  PvInstructionPage *self = user_data;

  return pv_instruction_abandonner (db, self->fiche->courante->id, error);
}

static void
discard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (self->fiche->courante == NULL ||
      !pv_context_act (pv_page_get_context (PV_PAGE (self)), "instruction-abandonner", self->label,
                       write_discard, self, &error))
    {
      if (error != NULL)
        pv_instruction_page_tell (self, error->message);
      return;
    }
  g_clear_pointer (&self->saved, g_free);
  pv_instruction_page_forget_texts (self);
  pv_instruction_page_load (self);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_instruction_lecture_search (PV_INSTRUCTION_PAGE (widget)->lecture);
}

static void
criteria_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);

  if (self->fiche != NULL)
    pv_instruction_page_focus_critere (self, PV_INT_NULL);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_instruction_page_constructed (GObject *object)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (object);

  G_OBJECT_CLASS (pv_instruction_page_parent_class)->constructed (object);

  gtk_size_group_add_widget (self->poids_group, self->poids_head);
  gtk_size_group_add_widget (self->notes_group, self->notes_head);
  gtk_size_group_add_widget (self->points_group, self->points_head);
  g_signal_connect_object (pv_page_get_context (PV_PAGE (self)), "notify::can-edit",
                           G_CALLBACK (pv_page_queue_refresh), self, G_CONNECT_SWAPPED);
}

static void
pv_instruction_page_dispose (GObject *object)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_INSTRUCTION_PAGE);

  G_OBJECT_CLASS (pv_instruction_page_parent_class)->dispose (object);
}

static void
pv_instruction_page_finalize (GObject *object)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (object);

  pv_instruction_agent_free (self->moi);
  pv_instruction_fiche_free (self->fiche);
  g_clear_pointer (&self->file, g_array_unref);
  g_free (self->label);
  g_free (self->saved);

  G_OBJECT_CLASS (pv_instruction_page_parent_class)->finalize (object);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvInstructionPage, name)

static void
bind_template (GtkWidgetClass *widget_class)
{
  bind (title_widget);
  bind (lecture);
  bind (score_label);
  bind (score_bar);
  bind (bilan_label);
  bind (etat_icon);
  bind (etat_label);
  bind (notice);
  bind (notice_icon);
  bind (notice_label);
  bind (notice_button);
  bind (columns_box);
  bind (poids_group);
  bind (notes_group);
  bind (points_group);
  bind (poids_head);
  bind (notes_head);
  bind (points_head);
  bind (criteres);
  bind (total_box);
  bind (total_label);
  bind (total_points);
  bind (avis);
  bind (reserves_entry);
  bind (commentaire_entry);
  bind (credits_box);
  bind (egalite_icon);
  bind (egalite_label);
  bind (egalite_badge);
  bind (egalite_words);
  bind (recus_box);
  bind (keys);
  gtk_widget_class_bind_template_callback (widget_class, pv_instruction_page_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, pv_instruction_page_avis_cb);
  gtk_widget_class_bind_template_callback (widget_class, pv_instruction_page_reserves_cb);
  gtk_widget_class_bind_template_callback (widget_class, pv_instruction_page_commentaire_cb);
  gtk_widget_class_bind_template_callback (widget_class, pv_instruction_page_text_key_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  g_type_ensure (PV_TYPE_INSTRUCTION_LECTURE);
  g_type_ensure (PV_TYPE_INSTRUCTION_KEYS);
  g_type_ensure (PV_TYPE_AVIS_CHOICE);
  g_type_ensure (PV_TYPE_MARK_BADGE);
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
}

static void
pv_instruction_page_class_init (PvInstructionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pv_instruction_page_constructed;
  object_class->dispose = pv_instruction_page_dispose;
  object_class->finalize = pv_instruction_page_finalize;
  PV_PAGE_CLASS (klass)->refresh = pv_instruction_page_refresh;

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-instruction-page.ui");
  bind_template (widget_class);
  pv_instruction_page_install_avis (widget_class);
  pv_instruction_page_install_file (widget_class);
  gtk_widget_class_install_action (widget_class, "instruction.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "instruction.dossier", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "instruction.porteur", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "instruction.reopen", NULL, reopen_cb);
  gtk_widget_class_install_action (widget_class, "instruction.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "instruction.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "instruction.criteria", NULL, criteria_cb);
}

static void
pv_instruction_page_init (PvInstructionPage *self)
{
  self->dossier_id = PV_INT_NULL;
  self->begin = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

PvInstructionPage *
pv_instruction_page_new (PvContext *context, gint64 dossier_id)
{
  PvInstructionPage *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_INSTRUCTION_PAGE, "context", context, NULL);
  self->dossier_id = dossier_id;

  return self;
}

gint64
pv_instruction_page_get_dossier_id (PvInstructionPage *self)
{
  g_return_val_if_fail (PV_IS_INSTRUCTION_PAGE (self), PV_INT_NULL);

  return self->dossier_id;
}

const char *
pv_instruction_page_get_score (PvInstructionPage *self)
{
  g_return_val_if_fail (PV_IS_INSTRUCTION_PAGE (self), NULL);

  return gtk_label_get_label (self->score_label);
}
