/* model-fixture.c: a programme file for the tests of stores
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model-fixture.h"

#include "appel/pv-appel-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financeur/pv-dispositif-store.h"
#include "financeur/pv-financeur-store.h"
#include "pv-test-folder.h"
#include "pv-totals.h"

static PvTransaction *
begin (ModelFixture *self)
{
  g_autoptr (GError) error = NULL;
  PvTransaction *transaction = pv_transaction_begin (self->db, "test", NULL, &error);

  g_assert_no_error (error);
  return transaction;
}

static void
commit (PvTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

void
model_fixture_set_up (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-11-20T08:00:00Z", 1);
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvAppel) appel = pv_appel_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("progville-model-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "essai.progville", NULL);
  self->db = pv_db_create (path, clock, &error);
  g_assert_no_error (error);

  transaction = begin (self);
  appel->exercice = 2026;
  appel->genre = PV_APPEL_GENRE_AAP;
  appel->libelle = g_strdup ("Appel à projets 2026");
  pv_appel_store_insert (self->db, appel, &error);
  g_assert_no_error (error);
  commit (transaction);
  self->appel_id = appel->id;
}

void
model_fixture_tear_down (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pv_db_close (self->db, &error);
  g_assert_no_error (error);
  g_clear_object (&self->db);
  pv_test_folder_remove (self->folder);
  g_free (self->folder);
}

gint64
model_fixture_add_organisme (ModelFixture *self, const char *nom, const char *siret)
{
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (PvOrganisme) organisme = pv_organisme_new ();
  g_autoptr (GError) error = NULL;

  organisme->nom = g_strdup (nom);
  organisme->siret = g_strdup (siret);
  pv_organisme_store_insert (self->db, organisme, &error);
  g_assert_no_error (error);
  commit (transaction);
  return organisme->id;
}

gint64
model_fixture_add_financeur (ModelFixture *self, const char *nom, const char *categorie)
{
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (GError) error = NULL;
  PvCategorie valeur;
  gint64 id;

  g_assert_true (pv_categorie_from_id (categorie, &valeur));
  pv_financeur_store_add (self->db, nom, valeur, PV_FORME_AUTRE, &id, &error);
  g_assert_no_error (error);
  commit (transaction);
  return id;
}

gint64
model_fixture_add_dossier (ModelFixture *self, const char *numero, gint64 porteur_id)
{
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (PvDossier) dossier = pv_dossier_new ();
  g_autoptr (GError) error = NULL;

  dossier->appel_id = self->appel_id;
  dossier->numero = g_strdup (numero);
  dossier->porteur_id = porteur_id;
  dossier->intitule = g_strdup ("Atelier");
  dossier->exercice = 2026;
  pv_dossier_store_insert (self->db, dossier, &error);
  g_assert_no_error (error);
  commit (transaction);
  return dossier->id;
}

gint64
model_fixture_add_financement (ModelFixture *self,
                               gint64 dossier_id,
                               gint64 financeur_id,
                               gint64 enveloppe_id,
                               PvCents sollicite,
                               PvCents propose)
{
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (PvFinancement) financement = pv_financement_new ();
  g_autoptr (GError) error = NULL;

  financement->dossier_id = dossier_id;
  financement->financeur_id = financeur_id;
  financement->enveloppe_id = enveloppe_id;
  financement->exercice = 2026;
  financement->sollicite_cents = sollicite;
  financement->propose_cents = propose;
  pv_financement_store_insert (self->db, financement, &error);
  g_assert_no_error (error);
  commit (transaction);
  return financement->id;
}

static gint64
get_dispositif (ModelFixture *self, gint64 financeur_id)
{
  g_autoptr (PvDispositif) dispositif = pv_dispositif_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  dispositif->financeur_id = financeur_id;
  dispositif->code = g_strdup_printf ("d%d", (int)financeur_id);
  dispositif->nom = g_strdup ("Ligne");
  pv_dispositif_store_find_by_code (self->db, dispositif->code, &id, &error);
  if (id == PV_INT_NULL && pv_dispositif_store_insert (self->db, dispositif, &error))
    id = dispositif->id;
  g_assert_no_error (error);
  return id;
}

gint64
model_fixture_add_enveloppe (ModelFixture *self,
                             gint64 financeur_id,
                             gint64 parent_id,
                             const char *libelle,
                             PvCents montant)
{
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (PvEnveloppe) enveloppe = pv_enveloppe_new ();
  g_autoptr (GError) error = NULL;

  enveloppe->dispositif_id = get_dispositif (self, financeur_id);
  enveloppe->parent_id = parent_id;
  enveloppe->exercice = 2026;
  enveloppe->libelle = g_strdup (libelle);
  enveloppe->montant_cents = montant;
  pv_enveloppe_store_insert (self->db, enveloppe, &error);
  g_assert_no_error (error);
  commit (transaction);
  return enveloppe->id;
}

void
model_fixture_write (ModelFixture *self, const char *sql)
{
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (GError) error = NULL;

  pv_db_execute (self->db, sql, &error);
  g_assert_no_error (error);
  commit (transaction);
}

gint64
model_fixture_query (ModelFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  pv_db_query_int (self->db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

void
model_fixture_assert_totals (ModelFixture *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (pv_totals_verify (self->db, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}
