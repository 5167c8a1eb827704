/* programme-hasard.h: a programme at random, from the seed of the test run
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "programme-fixture.h"

G_BEGIN_DECLS

/* Axes, territories, payers and calls of 2025 and 2026, without a dossier. */
extern const char programme_hasard_base[];

/* The same with 300 dossiers: amounts, territories, marks and bilans at random. */
void programme_hasard_fill (ProgrammeFixture *self);

G_END_DECLS
