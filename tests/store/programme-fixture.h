/* programme-fixture.h: a small programme where nothing is wrong
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/* An empty programme file in a folder of its own, on 2026-06-15. */
typedef struct
{
  char *folder;
  char *path;
  PvDb *db;
} ProgrammeFixture;

void programme_fixture_set_up (ProgrammeFixture *self, gconstpointer data);
void programme_fixture_tear_down (ProgrammeFixture *self, gconstpointer data);

/* Runs statements as one action of a user; a failure ends the test. */
void programme_fixture_run (ProgrammeFixture *self, const char *sql);

/* One integer, or PV_INT_NULL. */
gint64 programme_fixture_int (ProgrammeFixture *self, const char *sql);

/* Writes a programme where no control finds anything: association 1 carries
 * dossiers 1 and 2 of 2026, paid by the Etat (1), the Région (2) and a
 * foundation (3); see the statements for the rest. */
void programme_fixture_fill (ProgrammeFixture *self);

G_END_DECLS
