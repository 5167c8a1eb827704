/* seance-fixture.h: a committee with a séance of three dossiers, for the tests
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model-fixture.h"
#include "seance/pv-decision-store.h"
#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define SEANCE_FIXTURE_DOSSIERS 3
#define SEANCE_FIXTURE_PAYEURS 3

/*
 * Three payers (État, Région, the commune), an envelope of 10 000 € each; three dossiers of
 * status proposé that ask 3 000 €, 2 000 € and 1 000 € and are proposed 2 500 €, 1 500 € and
 * nothing yet by each payer in turn; three institutions that are these payers; a séance of a
 * committee that decides.
 */
typedef struct
{
  ModelFixture base;
  gint64 payeurs[SEANCE_FIXTURE_PAYEURS];
  gint64 enveloppes[SEANCE_FIXTURE_PAYEURS];
  gint64 institutions[SEANCE_FIXTURE_PAYEURS];
  gint64 dossiers[SEANCE_FIXTURE_DOSSIERS];
  gint64 financements[SEANCE_FIXTURE_DOSSIERS][SEANCE_FIXTURE_PAYEURS];
  gint64 ordre[SEANCE_FIXTURE_DOSSIERS]; /* lines of the agenda */
  gint64 instance;
  gint64 seance;
} SeanceFixture;

void seance_fixture_set_up (SeanceFixture *self, gconstpointer data);
void seance_fixture_tear_down (SeanceFixture *self, gconstpointer data);

/* A prepared séance of its committee, without a dossier. */
gint64 seance_fixture_add_seance (SeanceFixture *self, const char *date);

/* Puts the first member there and opens it. */
void seance_fixture_open (SeanceFixture *self);

/* Opens it, decides programmé of all dossiers, and closes it. */
void seance_fixture_close (SeanceFixture *self);

void seance_fixture_decide (SeanceFixture *self, guint dossier, PvDecisionGenre decision);
void seance_fixture_set_montant (SeanceFixture *self, guint dossier, guint payeur, PvCents cents);

/* A query of one number, with @id wherever it says %d. */
gint64 seance_fixture_get (SeanceFixture *self, const char *format, gint64 id);

#define seance_fixture_assert_int(self, attendu, format, id)                                       \
  g_assert_cmpint (seance_fixture_get (self, format, id), ==, attendu)

PvSeanceFiche *seance_fixture_load_fiche (SeanceFixture *self, guint dossier);

/* "250000(vote) 150000 –": what is on the table. */
void seance_fixture_assert_table (SeanceFixture *self, guint dossier, const char *attendue);

/* What the envelope of a payer has before and after a dossier: 10 000 € each; 2 500 € × 3 and
 * 1 500 € × 3 proposed. */
void seance_fixture_assert_pot (SeanceFixture *self,
                                guint dossier,
                                guint payeur,
                                PvCents avant,
                                PvCents apres);

/* Fails unless @error is that refusal; it is cleared. */
void seance_fixture_assert_refused (GError **error, int code, const char *words);

/* Fails when a kept total differs, or the history does not hold. */
void seance_fixture_assert_sound (SeanceFixture *self);

G_END_DECLS
