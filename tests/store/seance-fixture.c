/* seance-fixture.c: a committee with a séance of three dossiers, for the tests
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance-fixture.h"

#include <string.h>

#include "institution/pv-institution-store.h"
#include "instance/pv-instance-service.h"
#include "pv-error.h"
#include "pv-history.h"

static const PvCents sollicites[SEANCE_FIXTURE_PAYEURS] = { 300000, 200000, 100000 };
static const PvCents proposes[SEANCE_FIXTURE_PAYEURS] = { 250000, 150000, PV_CENTS_NULL };

static void
add_payeur (SeanceFixture *self, guint i, const char *nom, const char *categorie)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvInstitution) institution = pv_institution_new ();
  g_autoptr (GError) error = NULL;

  self->payeurs[i] = model_fixture_add_financeur (&self->base, nom, categorie);
  self->enveloppes[i] =
      model_fixture_add_enveloppe (&self->base, self->payeurs[i], PV_INT_NULL, nom, 1000000);
  transaction = pv_transaction_begin (self->base.db, "test", NULL, &error);
  institution->nom = g_strdup (nom);
  institution->organisme_id = seance_fixture_get (
      self, "SELECT organisme_id FROM financeur WHERE id = %d", self->payeurs[i]);
  pv_institution_store_insert (self->base.db, institution, &error);
  g_assert_no_error (error);
  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  self->institutions[i] = institution->id;
}

static void
add_dossier (SeanceFixture *self, guint i, gint64 porteur)
{
  g_autofree char *numero = g_strdup_printf ("04%02u", i + 1);

  self->dossiers[i] = model_fixture_add_dossier (&self->base, numero, porteur);
  for (guint p = 0; p < SEANCE_FIXTURE_PAYEURS; p++)
    self->financements[i][p] =
        model_fixture_add_financement (&self->base, self->dossiers[i], self->payeurs[p],
                                       self->enveloppes[p], sollicites[p], proposes[p]);
}

static void
add_instance (SeanceFixture *self, PvInstanceEffet effet)
{
  g_autoptr (PvInstance) instance = pv_instance_new ();
  g_autoptr (GError) error = NULL;

  instance->nom = g_strdup ("Comité de pilotage");
  instance->effet = effet;
  instance->quorum = 2;
  pv_instance_service_set (self->base.db, instance, NULL, &error);
  g_assert_no_error (error);
  self->instance = instance->id;
  for (guint i = 0; i < SEANCE_FIXTURE_PAYEURS; i++)
    {
      g_autoptr (PvInstanceMembre) membre = pv_instance_membre_new ();

      membre->instance_id = instance->id;
      membre->institution_id = self->institutions[i];
      pv_instance_service_set_membre (self->base.db, membre, &error);
      g_assert_no_error (error);
    }
}

gint64
seance_fixture_add_seance (SeanceFixture *self, const char *date)
{
  g_autoptr (PvSeance) seance = pv_seance_new ();
  g_autoptr (GError) error = NULL;

  seance->instance_id = self->instance;
  seance->appel_id = self->base.appel_id;
  seance->date_le = g_strdup (date);
  pv_seance_creer (self->base.db, seance, &error);
  g_assert_no_error (error);

  return seance->id;
}

/* @data: a PvInstanceEffet; decision without one */
void
seance_fixture_set_up (SeanceFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GError) error = NULL;
  gint64 porteur;

  model_fixture_set_up (&self->base, NULL);
  add_payeur (self, 0, "État", "etat");
  add_payeur (self, 1, "Région", "region");
  add_payeur (self, 2, "Tourcoing", "commune");
  porteur = model_fixture_add_organisme (&self->base, "Rives Solidaires", NULL);
  for (guint i = 0; i < SEANCE_FIXTURE_DOSSIERS; i++)
    add_dossier (self, i, porteur);
  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'propose'");
  add_instance (self, data != NULL ? PV_INSTANCE_EFFET_AVIS : PV_INSTANCE_EFFET_DECISION);
  self->seance = seance_fixture_add_seance (self, "2026-11-20");
  g_array_append_vals (ids, self->dossiers, SEANCE_FIXTURE_DOSSIERS);
  pv_seance_ajouter_dossiers (self->base.db, self->seance, ids, NULL, &error);
  g_assert_no_error (error);
  dossiers = pv_seance_store_list_dossiers (self->base.db, self->seance, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < SEANCE_FIXTURE_DOSSIERS; i++)
    self->ordre[i] = ((const PvSeanceDossier *)dossiers->pdata[i])->id;
}

void
seance_fixture_tear_down (SeanceFixture *self, gconstpointer data)
{
  seance_fixture_assert_sound (self);
  model_fixture_tear_down (&self->base, NULL);
}

void
seance_fixture_open (SeanceFixture *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      pv_seance_set_presence (self->base.db, self->seance, self->institutions[i], NULL, TRUE,
                              &error);
      g_assert_no_error (error);
    }
  pv_seance_ouvrir (self->base.db, self->seance, FALSE, &error);
  g_assert_no_error (error);
}

void
seance_fixture_close (SeanceFixture *self)
{
  g_autoptr (GError) error = NULL;

  seance_fixture_open (self);
  for (guint i = 0; i < SEANCE_FIXTURE_DOSSIERS; i++)
    seance_fixture_decide (self, i, PV_DECISION_GENRE_PROGRAMME);
  pv_seance_clore (self->base.db, self->seance, NULL, &error);
  g_assert_no_error (error);
}

void
seance_fixture_decide (SeanceFixture *self, guint dossier, PvDecisionGenre decision)
{
  g_autoptr (GError) error = NULL;

  pv_seance_decider (self->base.db, self->ordre[dossier], decision, PV_INT_NULL, &error);
  g_assert_no_error (error);
}

void
seance_fixture_set_montant (SeanceFixture *self, guint dossier, guint payeur, PvCents cents)
{
  g_autoptr (GError) error = NULL;

  pv_seance_set_montant (self->base.db, self->ordre[dossier], self->financements[dossier][payeur],
                         cents, &error);
  g_assert_no_error (error);
}

gint64
seance_fixture_get (SeanceFixture *self, const char *format, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autoptr (GString) sql = g_string_new (format);

  g_string_replace (sql, "%d", key, 0);

  return model_fixture_query (&self->base, sql->str);
}

void
seance_fixture_assert_refused (GError **error, int code, const char *words)
{
  g_assert_error (*error, PV_RULE_ERROR, code);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not say “%s”", (*error)->message, words);
  g_clear_error (error);
}

void
seance_fixture_assert_sound (SeanceFixture *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_assert_totals (&self->base);
  pv_history_verify (self->base.db, &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (const char *)problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

PvSeanceFiche *
seance_fixture_load_fiche (SeanceFixture *self, guint dossier)
{
  g_autoptr (GError) error = NULL;
  PvSeanceFiche *fiche = pv_seance_fiche_load (self->base.db, self->ordre[dossier], &error);

  g_assert_no_error (error);
  return fiche;
}

static char *
dup_table (SeanceFixture *self, guint dossier)
{
  g_autoptr (PvSeanceFiche) fiche = seance_fixture_load_fiche (self, dossier);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fiche->lignes->len; i++)
    {
      const PvSeanceLigne *ligne = fiche->lignes->pdata[i];

      g_string_append (text, i > 0 ? " " : "");
      if (ligne->table_cents == PV_CENTS_NULL)
        g_string_append (text, "–");
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, ligne->table_cents);
      if (ligne->verrou != PV_SEANCE_VERROU_NULL)
        g_string_append_printf (text, "(%s)", pv_seance_verrou_to_id (ligne->verrou));
    }

  return g_string_free (text, FALSE);
}

void
seance_fixture_assert_table (SeanceFixture *self, guint dossier, const char *attendue)
{
  g_autofree char *table = dup_table (self, dossier);

  g_assert_cmpstr (table, ==, attendue);
}

void
seance_fixture_assert_pot (SeanceFixture *self,
                           guint dossier,
                           guint payeur,
                           PvCents avant,
                           PvCents apres)
{
  g_autoptr (PvSeanceFiche) fiche = seance_fixture_load_fiche (self, dossier);
  const PvSeanceLigne *ligne =
      pv_seance_fiche_find_ligne (fiche, self->financements[dossier][payeur]);

  g_assert_cmpint (ligne->avant_cents, ==, avant);
  g_assert_cmpint (ligne->apres_cents, ==, apres);
}
