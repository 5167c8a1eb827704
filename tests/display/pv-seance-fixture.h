/* pv-seance-fixture.h: an open séance of the demonstration, held with keys
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-display.h"
#include "seance/session/pv-seance-session.h"
#include "seance/session/pv-session-ligne.h"

G_BEGIN_DECLS

/* Dossiers of the agenda, and how many come before the one that is told of: the 0412. */
#define PV_SEANCE_FIXTURE_DOSSIERS 42
#define PV_SEANCE_FIXTURE_DECIDES 11

typedef struct
{
  char *path;
  PvContext *context;
  GtkWidget *page;
  PvSeanceSession *session;
  GtkWindow *window;
  gint64 seance_id;
  gint64 autre_id; /* a prepared one */
  guint n;         /* dossiers on the agenda */
} PvSeanceFixture;

/* The demonstration programme; no séance is shown yet. */
void pv_seance_fixture_set_up (PvSeanceFixture *self, gconstpointer data);

/* Fails when the projection outlives the page. */
void pv_seance_fixture_tear_down (PvSeanceFixture *self, gconstpointer data);

/* Holds a séance of the @n first dossiers of the agenda, whose @decides first are decided. */
void pv_seance_fixture_open (PvSeanceFixture *self, guint n, guint decides);

gint64 pv_seance_fixture_query (PvSeanceFixture *self, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* As a key does, in the session; it aborts the test when nothing listens to it. */
void pv_seance_fixture_press (PvSeanceFixture *self, guint keyval, GdkModifierType modifiers);
void pv_seance_fixture_press_on (GtkWidget *widget,
                                 PvContext *context,
                                 guint key,
                                 GdkModifierType modifiers);

/* The line of the agenda that is on the table. */
gint64 pv_seance_fixture_get_courant (PvSeanceFixture *self);

/* A column of its decision. */
gint64 pv_seance_fixture_get_decision (PvSeanceFixture *self, const char *column);

/* A widget of the session; it is there. */
GtkWidget *pv_seance_fixture_find (PvSeanceFixture *self, GType type, const char *id);
const char *pv_seance_fixture_label_of (GtkWidget *root, const char *id);

/* The line of a payer of the pilote, by its name. */
PvSessionLigne *pv_seance_fixture_find_ligne (PvSeanceFixture *self, const char *financeur);
void pv_seance_fixture_type_amount (PvSeanceFixture *self, const char *financeur, const char *text);

/* Shows the projection, in a window of that size. */
void pv_seance_fixture_project (PvSeanceFixture *self, int width, int height);
GtkWidget *pv_seance_fixture_get_projecteur (PvSeanceFixture *self);
void pv_seance_fixture_picture_projecteur (PvSeanceFixture *self, const char *name);

/* Both windows say the same of the dossier on the table. */
void pv_seance_fixture_check_projected (PvSeanceFixture *self);

G_END_DECLS
