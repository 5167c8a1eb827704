/* pv-test-seance.h: a séance of any size, for the tests of its procès-verbal
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "programme-fixture.h"

G_BEGIN_DECLS

/**
 * PvTestSeance:
 * @longs: names of 120 characters and more, reserves of several lines
 */
typedef struct
{
  guint dossiers;
  guint financeurs;
  gboolean longs;
} PvTestSeance;

/**
 * pv_test_seance_fill:
 *
 * Writes an appel whose dossiers are all on the agenda of séance 1, open, that has
 * decided all of them: programmé, sous réserve, ajourné, refusé and réorienté in turn.
 * Dossier 1 has a recusal.
 */
void pv_test_seance_fill (ProgrammeFixture *self, const PvTestSeance *taille);

/* Closes it, with a reason for the envelopes it exceeds. */
void pv_test_seance_close (ProgrammeFixture *self);

/* Rectifies the decision on dossier 1: the first payer gives 1 234,56 €. */
void pv_test_seance_rectify (ProgrammeFixture *self);

G_END_DECLS
