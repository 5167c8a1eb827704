/* pv-instruction-page-private.h: what the files of the page of an instruction share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "instruction/pv-avis-choice.h"
#include "instruction/pv-instruction-agent.h"
#include "instruction/pv-instruction-fiche.h"
#include "instruction/pv-instruction-keys.h"
#include "instruction/pv-instruction-lecture.h"
#include "instruction/pv-instruction-page.h"
#include "instruction/pv-note-row.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-severity-icon.h"

G_BEGIN_DECLS

struct _PvInstructionPage
{
  PvPage parent_instance;

  gint64 dossier_id;
  char *label; /* "0394 · École du numérique", for the history */
  char *saved; /* (nullable): when the draft was saved last, in words */
  PvInstructionAgent *moi;
  PvInstructionFiche *fiche;
  gboolean begin; /* the first criterion to mark gets the focus */

  GArray *file; /* (nullable) of gint64: the queue walked through */
  GCancellable *cancellable;

  AdwWindowTitle *title_widget;
  PvInstructionLecture *lecture;

  GtkLabel *score_label;
  GtkProgressBar *score_bar;
  GtkLabel *bilan_label;
  GtkImage *etat_icon;
  GtkLabel *etat_label;
  GtkWidget *notice;
  PvSeverityIcon *notice_icon;
  GtkLabel *notice_label;
  GtkButton *notice_button;
  GtkWidget *columns_box;
  GtkSizeGroup *poids_group;
  GtkSizeGroup *notes_group;
  GtkSizeGroup *points_group;
  GtkWidget *poids_head;
  GtkWidget *notes_head;
  GtkWidget *points_head;
  GtkListBox *criteres;
  GtkWidget *total_box;
  GtkLabel *total_label;
  GtkLabel *total_points;
  PvAvisChoice *avis;
  GtkEntry *reserves_entry;
  GtkEntry *commentaire_entry;
  GtkBox *credits_box;
  GtkImage *egalite_icon;
  GtkLabel *egalite_label;
  PvMarkBadge *egalite_badge;
  GtkLabel *egalite_words;
  GtkBox *recus_box;
  PvInstructionKeys *keys;
};

/* (pv-instruction-page.c) whether marks can be given now. */
gboolean pv_instruction_page_can_edit (PvInstructionPage *self);

/* Reads and shows the instruction again. */
void pv_instruction_page_load (PvInstructionPage *self);

/**
 * pv_instruction_page_act:
 * @func: is given the draft of the institution
 *
 * One action on the draft, which is made when there is none. Says why it is refused.
 */
typedef gboolean (*PvInstructionFunc) (PvDb *db, gint64 id, gpointer user_data, GError **error);
gboolean pv_instruction_page_act (PvInstructionPage *self,
                                  const char *action,
                                  PvInstructionFunc func,
                                  gpointer user_data,
                                  GError **error);

void pv_instruction_page_tell (PvInstructionPage *self, const char *text);

/* "Dossier 5 of 12 of my queue · draft saved at 10:42" (pv-instruction-page-file.c). */
void pv_instruction_page_show_title (PvInstructionPage *self);
void pv_instruction_page_begin_file (PvInstructionPage *self);
void pv_instruction_page_install_file (GtkWidgetClass *widget_class);

/* The score, the rows, their keys (pv-instruction-page-grille.c). */
void pv_instruction_page_show_grille (PvInstructionPage *self);
void pv_instruction_page_show_score (PvInstructionPage *self);
gboolean pv_instruction_page_key_cb (PvInstructionPage *self,
                                     guint key,
                                     guint keycode,
                                     GdkModifierType modifiers,
                                     GtkEventControllerKey *controller);
/* Focuses a criterion, or with PV_INT_NULL the first without a mark. */
void pv_instruction_page_focus_critere (PvInstructionPage *self, gint64 critere_id);

/* The avis, the amounts, what others said (pv-instruction-page-avis.c). */
void pv_instruction_page_show_avis (PvInstructionPage *self);
void pv_instruction_page_avis_cb (PvInstructionPage *self, int avis);
void pv_instruction_page_reserves_cb (PvInstructionPage *self);
void pv_instruction_page_commentaire_cb (PvInstructionPage *self);
/* What was typed and not saved is for no other dossier, and no other draft. */
void pv_instruction_page_forget_texts (PvInstructionPage *self);
gboolean pv_instruction_page_text_key_cb (GtkEventControllerKey *controller,
                                          guint key,
                                          guint keycode,
                                          GdkModifierType modifiers);
void pv_instruction_page_install_avis (GtkWidgetClass *widget_class);

/* What keeps from marking, in words, and what to do (pv-instruction-page-notice.c). */
void pv_instruction_page_show_notice (PvInstructionPage *self);

G_END_DECLS
