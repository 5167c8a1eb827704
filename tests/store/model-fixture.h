/* model-fixture.h: a programme file for the tests of stores
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-store.h"
#include "financement/pv-financement-store.h"
#include "organisme/pv-organisme-store.h"
#include "pv-transaction.h"

G_BEGIN_DECLS

/* A new file, open, with one appel of 2026. */
typedef struct
{
  char *folder;
  PvDb *db;
  gint64 appel_id;
} ModelFixture;

void model_fixture_set_up (ModelFixture *self, gconstpointer data);
void model_fixture_tear_down (ModelFixture *self, gconstpointer data);

/* Each is one transaction; they give the new key. */
gint64 model_fixture_add_organisme (ModelFixture *self, const char *nom, const char *siret);
gint64 model_fixture_add_financeur (ModelFixture *self, const char *nom, const char *categorie);
gint64 model_fixture_add_dossier (ModelFixture *self, const char *numero, gint64 porteur_id);
gint64 model_fixture_add_financement (ModelFixture *self,
                                      gint64 dossier_id,
                                      gint64 financeur_id,
                                      gint64 enveloppe_id,
                                      PvCents sollicite,
                                      PvCents propose);
gint64 model_fixture_add_enveloppe (ModelFixture *self,
                                    gint64 financeur_id,
                                    gint64 parent_id,
                                    const char *libelle,
                                    PvCents montant);

/* Runs @sql in a transaction. */
void model_fixture_write (ModelFixture *self, const char *sql);
gint64 model_fixture_query (ModelFixture *self, const char *sql);

/* Fails when a kept total differs from its recount. */
void model_fixture_assert_totals (ModelFixture *self);

G_END_DECLS
