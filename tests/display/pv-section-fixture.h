/* pv-section-fixture.h: a section of the page of a dossier, alone in its window
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"
#include "pv-display.h"

G_BEGIN_DECLS

/* The demonstration programme, and the section on its dossier 0412. */
typedef struct
{
  char *path;
  PvContext *context;
  gint64 dossier;
  GtkWidget *section;
  GtkWindow *window;
} PvSectionFixture;

/* @type: of the section; a derived type of PvDossierSection */
void pv_section_fixture_set_up (PvSectionFixture *self, GType type);
void pv_section_fixture_tear_down (PvSectionFixture *self, gconstpointer data);

G_END_DECLS
