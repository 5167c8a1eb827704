/* test-agenda.c: what may go on an agenda, and who should be recused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance-fixture.h"
#include "seance/pv-agenda-store.h"

static PvAgendaTri *
trier (SeanceFixture *self, gint64 seance, const gint64 *ids, guint n)
{
  g_autoptr (GArray) dossiers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  PvAgendaTri *tri;

  g_array_append_vals (dossiers, ids, n);
  tri = pv_agenda_store_trier (self->base.db, seance, dossiers, &error);
  g_assert_no_error (error);

  return tri;
}

/* A prepared séance keeps no dossier from another; an open one does, and says so. */
static void
test_trier (SeanceFixture *self, gconstpointer data)
{
  gint64 other = seance_fixture_add_seance (self, "2026-04-02");
  gint64 organisme = model_fixture_add_organisme (&self->base, "Passerelle", NULL);
  gint64 ids[] = { self->dossiers[0], self->dossiers[1], self->dossiers[2], 0, 0, 123456 };
  g_autoptr (PvAgendaTri) before = NULL;
  g_autoptr (PvAgendaTri) after = NULL;
  g_autoptr (PvAgendaTri) own = NULL;

  ids[3] = model_fixture_add_dossier (&self->base, "0501", organisme);
  ids[4] = model_fixture_add_dossier (&self->base, "0502", organisme);
  model_fixture_write (&self->base, "UPDATE dossier SET chapeau = 1 WHERE numero = '0502'");

  before = trier (self, other, ids, G_N_ELEMENTS (ids));
  g_assert_cmpuint (before->permis->len, ==, 4);
  g_assert_cmpuint (before->n_chapeaux, ==, 1);
  g_assert_cmpuint (before->n_deja, ==, 0);
  g_assert_cmpuint (before->refus->len, ==, 0);

  seance_fixture_open (self);
  after = trier (self, other, ids, G_N_ELEMENTS (ids));
  g_assert_cmpuint (after->permis->len, ==, 1);
  g_assert_cmpint (g_array_index (after->permis, gint64, 0), ==, ids[3]);
  g_assert_cmpuint (after->refus->len, ==, SEANCE_FIXTURE_DOSSIERS);
  g_assert_cmpstr (((PvDossierRefus *)after->refus->pdata[0])->numero, ==, "0401");
  g_assert_nonnull (strstr (((PvDossierRefus *)after->refus->pdata[0])->raison, "Comité"));

  own = trier (self, self->seance, ids, G_N_ELEMENTS (ids));
  g_assert_cmpuint (own->n_deja, ==, SEANCE_FIXTURE_DOSSIERS);
  g_assert_cmpuint (own->permis->len, ==, 1);
}

static GPtrArray *
list_suggeres (SeanceFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *suggeres = pv_agenda_store_list_deports_suggeres (self->base.db, self->seance, &error);

  g_assert_no_error (error);

  return suggeres;
}

/* A member that carries a dossier, until its recusal is recorded; not one that is not there. */
static void
test_suggeres (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = list_suggeres (self);
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) recorded = NULL;
  g_autoptr (GPtrArray) absent = NULL;
  g_autoptr (GError) error = NULL;
  const PvDeport *deport;

  g_assert_cmpuint (none->len, ==, 0);
  model_fixture_write (&self->base,
                       "UPDATE dossier SET porteur_id = (SELECT organisme_id FROM institution"
                       " WHERE nom = 'État') WHERE numero = '0402'");
  one = list_suggeres (self);
  g_assert_cmpuint (one->len, ==, 1);
  deport = one->pdata[0];
  g_assert_cmpint (deport->seance_dossier_id, ==, self->ordre[1]);
  g_assert_cmpint (deport->institution_id, ==, self->institutions[0]);
  g_assert_cmpstr (deport->institution, ==, "État");

  g_assert_true (pv_seance_set_deport (self->base.db, self->ordre[1], self->institutions[0], TRUE,
                                       "Porte l’action", &error));
  recorded = list_suggeres (self);
  g_assert_cmpuint (recorded->len, ==, 0);
  g_assert_true (pv_seance_set_deport (self->base.db, self->ordre[1], self->institutions[0], FALSE,
                                       NULL, &error));
  model_fixture_write (&self->base, "DELETE FROM seance_presence");
  absent = list_suggeres (self);
  g_assert_cmpuint (absent->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(path, func)                                                                           \
  g_test_add ("/store/agenda/" path, SeanceFixture, NULL, seance_fixture_set_up, func,             \
              seance_fixture_tear_down)

  TEST ("trier", test_trier);
  TEST ("deports-suggeres", test_suggeres);

  return g_test_run ();
}
