/* test-nouns-store.c: every noun is written and read back whole
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "agent/pv-agent-store.h"
#include "appel/pv-appel-store.h"
#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-store.h"
#include "convention/pv-convention-store.h"
#include "depot/pv-depot-store.h"
#include "enveloppe/pv-enveloppe-regle-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-mouvement-store.h"
#include "financement/pv-versement-store.h"
#include "financeur/pv-dispositif-store.h"
#include "financeur/pv-financeur-store.h"
#include "institution/pv-institution-store.h"
#include "instruction/pv-instruction-store.h"
#include "marqueur/pv-axe-store.h"
#include "marqueur/pv-marqueur-store.h"
#include "model-fixture.h"
#include "modele/pv-modele-document-store.h"
#include "organisme/pv-contact-store.h"
#include "piece/pv-piece-store.h"
#include "piece/pv-piece-type-store.h"
#include "programme/pv-contrat-store.h"
#include "pv-error.h"
#include "pv-history.h"
#include "seuil/pv-seuil-store.h"
#include "territoire/pv-commune-store.h"
#include "territoire/pv-quartier-store.h"
#include "vue/pv-vue-store.h"

/* Fields left unknown: references to a row of the same table, or to the other of two. */
static const char *const left_out[] = { "parent_id", "precedent_id",     "partie_de_id",
                                        "grille_id", "dossier_id@piece", "commune_id@enveloppe" };

static gboolean
is_left_out (const char *noun, const char *nom)
{
  g_autofree char *precise = g_strconcat (nom, "@", noun, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_str_equal (left_out[i], nom) || g_str_equal (left_out[i], precise))
      return TRUE;

  return FALSE;
}

/* Gives each field a value the schema takes; keys are 1, the first row of each table. */
static void
fill (const PvChamp *champs, gpointer record, const char *noun)
{
  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++)
    {
      gpointer place = G_STRUCT_MEMBER_P (record, champ->decalage);

      if (is_left_out (noun, champ->nom))
        continue;

      switch (champ->genre)
        {
        case PV_CHAMP_TEXTE:
          g_free (*(char **)place); /* a default */
          *(char **)place = g_strdup_printf ("é %s", champ->nom);
          break;
        case PV_CHAMP_ENTIER:
          *(gint64 *)place = 1;
          break;
        case PV_CHAMP_OUI:
          *(gboolean *)place = TRUE;
          break;
        case PV_CHAMP_MOT:
          *(int *)place = (int)champ->vocabulaire->n - 1;
          break;
        case PV_CHAMP_FIN:
        default:
          g_assert_not_reached ();
        }
    }
}

/* The first text a user may change. */
static char **
find_text (const PvChamp *champs, gpointer record)
{
  for (const PvChamp *champ = champs; champ->genre != PV_CHAMP_FIN; champ++)
    if (champ->genre == PV_CHAMP_TEXTE && strcmp (champ->nom, "nom_plie") != 0)
      return (char **)G_STRUCT_MEMBER_P (record, champ->decalage);

  return NULL;
}

/* Insert, copy, read, update with and without a change, read, update what is gone. */
#define ROUND_TRIP(Type, noun)                                                                     \
  static gint64 round_trip_##noun (PvDb *db)                                                       \
  {                                                                                                \
    g_autoptr (Type) record = pv_##noun##_new ();                                                  \
    g_autoptr (Type) copy = NULL;                                                                  \
    g_autoptr (Type) read = NULL;                                                                  \
    g_autoptr (Type) changed_read = NULL;                                                          \
    g_autoptr (Type) none = NULL;                                                                  \
    g_autoptr (GError) error = NULL;                                                               \
    gboolean changed = TRUE;                                                                       \
    char **text;                                                                                   \
                                                                                                   \
    fill (pv_##noun##_champs, record, #noun);                                                      \
    pv_##noun##_store_insert (db, record, &error);                                                 \
    g_assert_no_error (error);                                                                     \
    g_assert_cmpint (record->id, >, 0);                                                            \
    g_assert_nonnull (record->uuid);                                                               \
                                                                                                   \
    copy = pv_##noun##_copy (record);                                                              \
    g_assert_cmpint (copy->id, ==, record->id);                                                    \
    g_assert_cmpstr (copy->uuid, ==, record->uuid);                                                \
    g_assert_true (copy->uuid != record->uuid);                                                    \
    g_assert_true (pv_champs_equal (pv_##noun##_champs, copy, record));                            \
                                                                                                   \
    read = pv_##noun##_store_get (db, record->id, &error);                                         \
    g_assert_no_error (error);                                                                     \
    g_assert_cmpstr (read->uuid, ==, record->uuid);                                                \
    g_assert_cmpint (read->revision, ==, 1);                                                       \
    g_assert_true (pv_champs_equal (pv_##noun##_champs, read, record));                            \
                                                                                                   \
    pv_##noun##_store_update (db, read, &changed, &error);                                         \
    g_assert_no_error (error);                                                                     \
    g_assert_false (changed);                                                                      \
                                                                                                   \
    text = find_text (pv_##noun##_champs, read);                                                   \
    if (text != NULL)                                                                              \
      {                                                                                            \
        pv_champ_set_text (text, "autre");                                                         \
        pv_##noun##_store_update (db, read, &changed, &error);                                     \
        g_assert_no_error (error);                                                                 \
        g_assert_true (changed);                                                                   \
        changed_read = pv_##noun##_store_get (db, record->id, &error);                             \
        g_assert_cmpint (changed_read->revision, ==, 2);                                           \
        g_assert_true (pv_champs_equal (pv_##noun##_champs, read, changed_read));                  \
      }                                                                                            \
                                                                                                   \
    none = pv_##noun##_store_get (db, 987654, &error);                                             \
    g_assert_no_error (error);                                                                     \
    g_assert_null (none);                                                                          \
    read->id = 987654;                                                                             \
    g_assert_false (pv_##noun##_store_update (db, read, &changed, &error));                        \
    g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);                                \
    g_assert_nonnull (strstr (error->message, "987654"));                                          \
    return record->id;                                                                             \
  }                                                                                                \
                                                                                                   \
  static void delete_##noun (PvDb *db, gint64 id)                                                  \
  {                                                                                                \
    g_autoptr (Type) record = NULL;                                                                \
    g_autoptr (GError) error = NULL;                                                               \
                                                                                                   \
    pv_##noun##_store_delete (db, id, &error);                                                     \
    g_assert_no_error (error);                                                                     \
    record = pv_##noun##_store_get (db, id, &error);                                               \
    g_assert_no_error (error);                                                                     \
    g_assert_null (record);                                                                        \
  }

ROUND_TRIP (PvContrat, contrat)
ROUND_TRIP (PvCadre, cadre)
ROUND_TRIP (PvNoeud, noeud)
ROUND_TRIP (PvCommune, commune)
ROUND_TRIP (PvQuartier, quartier)
ROUND_TRIP (PvOrganisme, organisme)
ROUND_TRIP (PvContact, contact)
ROUND_TRIP (PvFinanceur, financeur)
ROUND_TRIP (PvDispositif, dispositif)
ROUND_TRIP (PvInstitution, institution)
ROUND_TRIP (PvAgent, agent)
ROUND_TRIP (PvEnveloppe, enveloppe)
ROUND_TRIP (PvEnveloppeRegle, enveloppe_regle)
ROUND_TRIP (PvAppel, appel)
ROUND_TRIP (PvDepot, depot)
ROUND_TRIP (PvDossier, dossier)
ROUND_TRIP (PvFinancement, financement)
ROUND_TRIP (PvVersement, versement)
ROUND_TRIP (PvMouvement, mouvement)
ROUND_TRIP (PvInstruction, instruction)
ROUND_TRIP (PvAxe, axe)
ROUND_TRIP (PvMarqueur, marqueur)
ROUND_TRIP (PvPieceType, piece_type)
ROUND_TRIP (PvPiece, piece)
ROUND_TRIP (PvSeuil, seuil)
ROUND_TRIP (PvConvention, convention)
ROUND_TRIP (PvVue, vue)
ROUND_TRIP (PvModeleDocument, modele_document)

/* In the order of their references. */
static const struct
{
  gint64 (*round_trip) (PvDb *db);
  void (*supprime) (PvDb *db, gint64 id);
} noms[] = {
  { round_trip_contrat, delete_contrat },
  { round_trip_cadre, delete_cadre },
  { round_trip_noeud, delete_noeud },
  { round_trip_commune, delete_commune },
  { round_trip_quartier, delete_quartier },
  { round_trip_organisme, delete_organisme },
  { round_trip_contact, delete_contact },
  { round_trip_financeur, delete_financeur },
  { round_trip_dispositif, delete_dispositif },
  { round_trip_institution, delete_institution },
  { round_trip_agent, delete_agent },
  { round_trip_enveloppe, delete_enveloppe },
  { round_trip_enveloppe_regle, delete_enveloppe_regle },
  { round_trip_appel, delete_appel },
  { round_trip_depot, delete_depot },
  { round_trip_dossier, delete_dossier },
  { round_trip_financement, delete_financement },
  { round_trip_versement, delete_versement },
  { round_trip_mouvement, delete_mouvement },
  { round_trip_instruction, delete_instruction },
  { round_trip_axe, delete_axe },
  { round_trip_marqueur, delete_marqueur },
  { round_trip_piece_type, delete_piece_type },
  { round_trip_piece, delete_piece },
  { round_trip_seuil, delete_seuil },
  { round_trip_convention, delete_convention },
  { round_trip_vue, delete_vue },
  { round_trip_modele_document, delete_modele_document },
};

static void
test_every_noun_comes_back_whole (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  transaction = pv_transaction_begin (self->db, "test", NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (noms); i++)
    noms[i].round_trip (self->db);
  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  model_fixture_assert_totals (self);
}

static void
test_every_noun_is_deleted_and_comes_back_by_undo (ModelFixture *self, gconstpointer data)
{
  gint64 ids[G_N_ELEMENTS (noms)];
  g_autofree char *vide = pv_history_digest (self->db, NULL);
  g_autofree char *plein = NULL;
  g_autofree char *efface = NULL;
  g_autofree char *revenu = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvHistoryGroup) group = NULL;
  g_autoptr (PvTransaction) ecrit = pv_transaction_begin (self->db, "test", NULL, &error);
  g_autoptr (PvTransaction) efface_tout = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (noms); i++)
    ids[i] = noms[i].round_trip (self->db);
  pv_transaction_commit (ecrit, &error);
  g_assert_no_error (error);
  plein = pv_history_digest (self->db, NULL);

  efface_tout = pv_transaction_begin (self->db, "test", NULL, &error);
  for (guint i = G_N_ELEMENTS (noms); i-- > 0;)
    noms[i].supprime (self->db, ids[i]);
  pv_transaction_commit (efface_tout, &error);
  g_assert_no_error (error);
  efface = pv_history_digest (self->db, NULL);
  g_assert_cmpstr (efface, ==, vide);
  model_fixture_assert_totals (self);

  group = pv_history_last_undoable (self->db, &error);
  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  g_assert_no_error (error);
  revenu = pv_history_digest (self->db, NULL);
  g_assert_cmpstr (revenu, ==, plein);
  model_fixture_assert_totals (self);
}

static void
test_thresholds_are_dated (ModelFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *jour;
    gint64 valeur;
  } cas[] = {
    { "1999-12-31", 10 }, { "2001-06-30", 10 },          { "2001-07-01", 20 },
    { "2010-01-01", 20 }, { "2024-01-01", PV_INT_NULL }, { "2026-01-01", 30 },
  };

  model_fixture_write (
      self, "INSERT INTO seuil (uuid, code, libelle, valeur, unite, valable_du, valable_au) VALUES"
            " ('a', 's', 'S', 10, 'cents', NULL, NULL),"
            " ('b', 's', 'S', 20, 'cents', '2001-07-01', '2023-12-31'),"
            " ('c', 's', 'S', NULL, 'cents', '2024-01-01', NULL),"
            " ('d', 's', 'S', 30, 'cents', '2026-01-01', NULL),"
            " ('e', 'autre', 'S', 99, 'cents', NULL, NULL)");

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 valeur;

      g_assert_true (pv_seuil_store_get_valeur (self->db, "s", cas[i].jour, &valeur, &error));
      g_assert_no_error (error);
      g_assert_cmpint (valeur, ==, cas[i].valeur);
    }
}

static void
test_places_are_found_by_code_and_folded_name (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) communes = NULL;
  gint64 id;

  model_fixture_write (self,
                       "INSERT INTO commune (uuid, code_insee, nom, nom_plie, code_dep) VALUES"
                       " ('a', '59512', 'Roubaix', 'roubaix', '59'), ('b', '59009', 'Saint-Rémy', "
                       "'saint remy', '59'),"
                       " ('c', '71475', 'Saint-Rémy', 'saint remy', '71');"
                       "INSERT INTO quartier (uuid, code, nom, nom_plie, genre, generation) VALUES"
                       " ('a', 'QP059001', 'L’Épeule', 'l epeule', 'qpv', 2014),"
                       " ('b', 'QN05901M', 'L’Épeule', 'l epeule', 'qpv', 2024)");

  g_assert_true (pv_commune_store_find_by_insee (self->db, "59512", &id, &error));
  g_assert_cmpint (id, ==, 1);
  pv_commune_store_find_by_nom (self->db, "ROUBAIX", NULL, &id, &error);
  g_assert_cmpint (id, ==, 1);
  pv_commune_store_find_by_nom (self->db, "Saint Remy", NULL, &id, &error);
  g_assert_cmpint (id, ==, PV_INT_NULL);
  pv_commune_store_find_by_nom (self->db, "Saint Remy", "71", &id, &error);
  g_assert_cmpint (id, ==, 3);

  pv_quartier_store_find_by_code (self->db, "QP059001", &id, &error);
  g_assert_cmpint (id, ==, 1);
  pv_quartier_store_find_by_nom (self->db, "L'Epeule", PV_INT_NULL, PV_INT_NULL, &id, &error);
  g_assert_cmpint (id, ==, PV_INT_NULL);
  pv_quartier_store_find_by_nom (self->db, "L'Epeule", PV_INT_NULL, 2024, &id, &error);
  g_assert_cmpint (id, ==, 2);
  model_fixture_write (self,
                       "INSERT INTO quartier_commune (quartier_id, commune_id) VALUES (1, 1)");
  pv_quartier_store_find_by_nom (self->db, "L'Epeule", 1, PV_INT_NULL, &id, &error);
  g_assert_cmpint (id, ==, 1);
  communes = pv_quartier_store_list_communes (self->db, 1, &error);
  g_assert_cmpuint (communes->len, ==, 1);
  g_assert_no_error (error);
}

static void
test_nodes_know_their_axe (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tout = NULL;
  g_autoptr (GPtrArray) racines = NULL;
  g_autoptr (GString) ordre = g_string_new (NULL);
  gint64 id;

  model_fixture_write (
      self, "INSERT INTO cadre (uuid, code, nom, principal) VALUES ('a', 'c', 'C', 1);"
            "INSERT INTO cadre_noeud (uuid, cadre_id, parent_id, code, ordre, libelle) VALUES"
            " ('a', 1, NULL, 'P2', 2, 'Cohésion'), ('b', 1, NULL, 'P1', 1, 'Emploi'),"
            " ('c', 1, 2, 'P1.1', 1, 'Accès à l’emploi'), ('d', 1, 3, 'P1.1.1', 1, 'Cohésion')");

  pv_noeud_store_get_racine (self->db, 4, &id, &error);
  g_assert_cmpint (id, ==, 2);
  pv_noeud_store_get_racine (self->db, 1, &id, &error);
  g_assert_cmpint (id, ==, 1);
  pv_noeud_store_find_by_code (self->db, 1, "P1.1", &id, &error);
  g_assert_cmpint (id, ==, 3);
  pv_noeud_store_find_by_libelle (self->db, 1, "acces a l'EMPLOI", &id, &error);
  g_assert_cmpint (id, ==, 3);
  pv_noeud_store_find_by_libelle (self->db, PV_INT_NULL, "Cohesion", &id, &error);
  g_assert_cmpint (id, ==, PV_INT_NULL);
  pv_cadre_store_find_principal (self->db, &id, &error);
  g_assert_cmpint (id, ==, 1);

  racines = pv_noeud_store_list_children (self->db, 1, PV_INT_NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (racines->len, ==, 2);
  tout = pv_noeud_store_list (self->db, 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < tout->len; i++)
    g_string_append_printf (ordre, "%s ", ((PvNoeud *)tout->pdata[i])->code);
  g_assert_cmpstr (ordre->str, ==, "P1 P1.1 P1.1.1 P2 ");
}

static void
test_missing_pieces (ModelFixture *self, gconstpointer data)
{
  gint64 porteur = model_fixture_add_organisme (self, "Rives", NULL);
  gint64 dossier = model_fixture_add_dossier (self, "1", porteur);
  g_autoptr (GPtrArray) avant = NULL;
  g_autoptr (GPtrArray) apres = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_write (
      self, "UPDATE organisme SET forme = 'association' WHERE id = 1;"
            "INSERT INTO piece_type (uuid, code, libelle) VALUES ('a', 'a', 'A'), ('b', 'b', 'B'),"
            " ('c', 'c', 'C'), ('d', 'd', 'D');"
            "INSERT INTO piece_requise (piece_type_id, appel_id, forme) VALUES"
            " (1, NULL, 'association'), (2, 1, NULL), (3, NULL, 'commune');");
  avant = pv_piece_store_list_manquantes (self->db, dossier, "2026-06-01", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (avant->len, ==, 2);
  g_assert_cmpstr (((PvPieceType *)avant->pdata[1])->code, ==, "b");

  model_fixture_write (
      self, "INSERT INTO piece (uuid, piece_type_id, organisme_id, recue_le, valable_jusque) VALUES"
            " ('a', 1, 1, '2026-01-01', '2026-05-31'), ('b', 2, 1, '2026-01-01', NULL);");
  apres = pv_piece_store_list_manquantes (self->db, dossier, "2026-06-01", &error);
  g_assert_cmpuint (apres->len, ==, 1);
  g_assert_cmpstr (((PvPieceType *)apres->pdata[0])->code, ==, "a");
}

#define ADD(name, func)                                                                            \
  g_test_add (name, ModelFixture, NULL, model_fixture_set_up, func, model_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/nouns-store/every-noun-comes-back-whole", test_every_noun_comes_back_whole);
  ADD ("/nouns-store/every-noun-is-deleted-and-comes-back-by-undo",
       test_every_noun_is_deleted_and_comes_back_by_undo);
  ADD ("/nouns-store/thresholds-are-dated", test_thresholds_are_dated);
  ADD ("/nouns-store/places-are-found-by-code-and-folded-name",
       test_places_are_found_by_code_and_folded_name);
  ADD ("/nouns-store/nodes-know-their-axe", test_nodes_know_their_axe);
  ADD ("/nouns-store/missing-pieces", test_missing_pieces);
  return g_test_run ();
}
