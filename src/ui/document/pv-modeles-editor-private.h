/* pv-modeles-editor-private.h: what the files of the editor of templates share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/pv-champs-list.h"
#include "document/pv-document-apercu.h"
#include "document/pv-document-modele.h"
#include "document/pv-modeles-editor.h"

G_BEGIN_DECLS

struct _PvModelesEditor
{
  AdwBin parent_instance;

  PvContext *context;
  GPtrArray *modeles; /* of PvDocumentModele, as the rows of liste */
  PvDocumentGenre genre;
  char *nom; /* of the one that is shown */
  gboolean filling;
  guint apercu_id;
  guint save_id;

  GtkListBox *liste;
  GtkLabel *titre;
  GtkLabel *etat;
  GtkTextView *texte;
  GtkTextBuffer *buffer;
  GtkWidget *problemes_box;
  GtkListBox *problemes;
  PvDocumentApercu *apercu;
  GtkEditable *numero;
  PvChampsList *champs;
};

/* What is shown is the template of that name; what is typed of another is saved before. */
void pv_modeles_editor_choose (PvModelesEditor *self, PvDocumentGenre genre, const char *nom);

/* pv-modeles-editor-actes.c */
void pv_modeles_editor_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
