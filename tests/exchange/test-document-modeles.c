/* test-document-modeles.c: templates read, refused, kept
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-gabarit.h"
#include "document/pv-document-modele.h"
#include "document/pv-document.h"
#include "programme-fixture.h"
#include "pv-error.h"
#include "pv-transaction.h"

static void
assert_problem (PvDocumentGenre genre,
                const char *texte,
                guint ligne,
                guint colonne,
                const char *champ,
                const char *mot)
{
  g_autoptr (PvDocumentGabarit) gabarit = pv_document_gabarit_read (genre, texte);
  GPtrArray *problemes = pv_document_gabarit_get_problemes (gabarit);
  const PvDocumentProbleme *probleme = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("line %u, column %u", ligne, colonne);

  g_assert_cmpuint (problemes->len, ==, 1);
  probleme = problemes->pdata[0];
  g_assert_cmpuint (probleme->ligne, ==, ligne);
  g_assert_cmpuint (probleme->colonne, ==, colonne);
  g_assert_cmpstr (probleme->champ, ==, champ);
  g_assert_nonnull (strstr (probleme->texte, mot));
  g_assert_false (pv_document_gabarit_check (gabarit, "Essai", &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "Essai"));
  g_assert_nonnull (strstr (error->message, place));
}

static void
test_problems (void)
{
  PvDocumentGenre lettre = PV_DOCUMENT_GENRE_NOTIFICATION;

  assert_problem (lettre, "Été\n{{porteur.non}}", 2, 1, "porteur.non", "porteur.nom");
  assert_problem (lettre, "à {{porteur.nom", 1, 3, NULL, "}}");
  assert_problem (lettre, "{{porteur.nom\n}}", 1, 1, NULL, "}}");
  assert_problem (lettre, "{{si vote.acte}}\noui", 1, 1, "vote.acte", "{{fin}}");
  assert_problem (lettre, "oui\n{{fin}}", 2, 1, NULL, "{{si");
  assert_problem (lettre, "{{sinon}}", 1, 1, NULL, "{{si");
  assert_problem (lettre, "{{si motive}}\n{{fin}}", 1, 1, "motive", "motive");
  assert_problem (lettre, "{{}}", 1, 1, "", "missing");
  assert_problem (lettre, "{{convention.numero}}", 1, 1, "convention.numero", "notification");
  assert_problem (lettre, "{{tableau financement}}", 1, 1, "financement", "financements");
  assert_problem (lettre, "Voici {{tableau financements}}", 1, 7, "tableau financements", "alone");
  assert_problem (lettre, "un\n[gauche] deux", 2, 1, NULL, "\\[");
  assert_problem (lettre, "{{si vote.acte}}[gauche]{{fin}}", 1, 17, NULL, "\\[");
  assert_problem (lettre, "un **gras", 1, 1, NULL, "**");
}

static void
test_accepted (void)
{
  static const char *const textes[] = {
    "",
    "{{Porteur.Nom}} {{ montant.notifié }} {{date longue}}",
    "\\[pas une mise en page] \\{{pas un champ}} 5 \\** 3",
    "[A DROITE] x\n[Saut de Page]\n{{si vote.acte}}a{{sinon}}b{{si pas motif}}c{{fin}}{{fin}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (textes); i++)
    {
      g_autoptr (PvDocumentGabarit) gabarit =
          pv_document_gabarit_read (PV_DOCUMENT_GENRE_FICHE, textes[i]);

      if (strstr (textes[i], "longue") != NULL)
        g_assert_cmpuint (pv_document_gabarit_get_problemes (gabarit)->len, ==, 0);
      else
        g_assert_true (pv_document_gabarit_check (gabarit, "x", NULL));
    }
}

/* Those shipped hold in every genre, and name nothing that is not there. */
static void
test_shipped (void)
{
  for (PvDocumentGenre genre = 0; genre < PV_N_DOCUMENT_GENRES; genre++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *texte = pv_document_modele_read_livre (genre, &error);
      g_autoptr (PvDocumentGabarit) gabarit = NULL;

      g_assert_no_error (error);
      gabarit = pv_document_gabarit_read (genre, texte);
      g_assert_true (pv_document_gabarit_check (gabarit, pv_document_genre_to_id (genre), &error));
      g_assert_no_error (error);
    }
}

/* Those of users, beside those shipped. */
static void
test_modeles (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_REFUS;
  const char *nom = pv_document_modele_get_nom_livre (genre);
  g_autofree char *livre = pv_document_modele_read_livre (genre, NULL);
  g_autofree char *copie = NULL;
  g_autofree char *autre = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDocumentModele) modele = NULL;
  g_autoptr (GPtrArray) tous = NULL;
  g_autoptr (PvTransaction) action = pv_transaction_begin (self->db, "modele-edit", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (pv_document_modele_save (self->db, genre, nom, "Non.", &error));
  modele = pv_document_modele_find (self->db, genre, NULL, &error);
  g_assert_cmpstr (modele->texte, ==, "Non.");
  g_assert_true (modele->livre);
  g_clear_pointer (&modele, pv_document_modele_free);

  /* written back as it is shipped, it is not kept */
  g_assert_true (pv_document_modele_save (self->db, genre, nom, livre, &error));
  g_assert_cmpint (programme_fixture_int (self, "SELECT COUNT(*) FROM modele_document"), ==, 0);

  g_assert_true (pv_document_modele_duplicate (self->db, genre, nom, &copie, &error));
  g_assert_true (pv_document_modele_duplicate (self->db, genre, nom, &autre, &error));
  g_assert_cmpstr (copie, !=, autre);
  tous = pv_document_modele_list (self->db, &error);
  g_assert_cmpuint (tous->len, ==, PV_N_DOCUMENT_GENRES + 2);
  g_assert_false (pv_document_modele_rename (self->db, genre, copie, autre, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_document_modele_rename (self->db, genre, copie, " Refus  bref ", &error));
  modele = pv_document_modele_find (self->db, genre, "Refus bref", &error);
  g_assert_no_error (error);
  g_assert_true (pv_document_modele_reset (self->db, genre, "Refus bref", &error));
  g_clear_pointer (&modele, pv_document_modele_free);
  modele = pv_document_modele_find (self->db, genre, "Refus bref", &error);
  g_assert_null (modele);
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (pv_transaction_commit (action, &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-modeles/problems", test_problems);
  g_test_add_func ("/document-modeles/accepted", test_accepted);
  g_test_add_func ("/document-modeles/shipped", test_shipped);
  g_test_add ("/document-modeles/kept", ProgrammeFixture, NULL, programme_fixture_set_up,
              test_modeles, programme_fixture_tear_down);

  return g_test_run ();
}
