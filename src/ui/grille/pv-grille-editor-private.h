/* pv-grille-editor-private.h: the editor of grids, for its own files
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "grille/pv-critere-row.h"
#include "grille/pv-grille-apercu.h"
#include "grille/pv-grille-editor.h"
#include "grille/pv-grille-service.h"
#include "grille/pv-grille-store.h"
#include "widget/pv-field.h"

G_BEGIN_DECLS

struct _PvGrilleEditor
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  gint64 id;
  PvGrille *grille;
  PvGrilleUsage usage;
  GPtrArray *criteres;  /* of PvCritere: as saved */
  GHashTable *attentes; /* key of a frozen grid → GPtrArray of PvCritere, not saved yet */

  GtkStack *stack;
  GtkWidget *empty, *form;
  PvField *nom;
  GtkLabel *usage_label;
  GtkWidget *frozen_bar, *pending_bar;
  GtkLabel *frozen_label, *pending_label;
  GtkListBox *list;
  GtkLabel *sum_label, *problem_label;
  GtkWidget *problem_box;
  PvGrilleApercu *apercu;
};

/* The criteria shown: those that wait, else those saved. */
GPtrArray *pv_grille_editor_get_criteres (PvGrilleEditor *self);

/* One action on the grid shown; an error is told. */
gboolean pv_grille_editor_act (PvGrilleEditor *self,
                               const char *action,
                               PvContextFunc func,
                               gpointer data,
                               GError **error);

/* Shows another grid that was just made. */
void pv_grille_editor_made (PvGrilleEditor *self, gint64 id);

/* Asks before a new version, saying what becomes of the marks. */
void pv_grille_editor_ask_version (PvGrilleEditor *self);

G_END_DECLS
