/* test-reference.c: a new file holds what was chosen of the reference, and nothing else
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-import.h"

#include <glib/gstdio.h>

#include "pv-error.h"
#include "pv-test-folder.h"
#include "reference/pv-reference-liste.h"
#include "reference/pv-reference.h"

/* The lists that the assistant shows are whole, and belong together. */
static void
test_the_lists_hold_together (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contrats = pv_reference_list_contrats (&error);
  g_autoptr (GPtrArray) cadres = pv_reference_list_cadres (&error);
  g_autoptr (GPtrArray) financeurs = pv_reference_list_financeurs (&error);
  g_autoptr (GPtrArray) dispositifs = pv_reference_list_dispositifs (&error);
  g_autoptr (GPtrArray) communes = pv_reference_list_communes (&error);
  g_autoptr (GPtrArray) quartiers = pv_reference_list_quartiers (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (contrats->len, >, 10);
  g_assert_cmpuint (communes->len, >, 10);
  g_assert_cmpuint (quartiers->len, >, 10);
  for (guint i = 0; i < cadres->len; i++)
    {
      const PvReferenceLigne *ligne = cadres->pdata[i];
      g_autoptr (GPtrArray) noeuds = pv_reference_list_noeuds (ligne->cadre->code, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (noeuds->len, >, 0);
    }
  for (guint i = 0; i < dispositifs->len; i++)
    {
      const PvReferenceLigne *ligne = dispositifs->pdata[i];
      gboolean known = FALSE;

      for (guint j = 0; j < financeurs->len; j++)
        known |= g_str_equal (((PvReferenceLigne *)financeurs->pdata[j])->financeur, ligne->parent);
      g_assert_true (known);
    }
}

static PvDb *
create (const char *path, const PvReferenceChoice *choice, GError **error)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();

  return pv_reference_create_programme (path, choice, clock, NULL, error);
}

static void
test_only_what_was_chosen (void)
{
  static const char *const financeurs[] = { "État", NULL };
  static const PvReferenceEnveloppe enveloppes[] = {
    { "p147", PV_SECTION_FONCTIONNEMENT, 125000000 },
    { "p147", PV_SECTION_INVESTISSEMENT, PV_CENTS_NULL },
  };
  g_autoptr (GPtrArray) lignes = pv_reference_list_dispositifs (NULL);
  const char *code = NULL;
  g_autofree char *folder = g_dir_make_tmp ("progville-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "choisi.progville", NULL);
  g_autoptr (PvAppel) appel = pv_appel_new ();
  g_autoptr (GError) error = NULL;
  PvReferenceEnveloppe chosen[G_N_ELEMENTS (enveloppes)];
  const char *kept[2] = { NULL };
  PvTestProgramme p = { folder, NULL };
  PvReferenceChoice choice = {
    .contrat = "CN05911M",
    .cadre = "mel_2024",
    .exercice = 2027,
    .financeurs = financeurs,
  };

  for (guint i = 0; i < lignes->len && code == NULL; i++)
    {
      const PvReferenceLigne *ligne = lignes->pdata[i];

      if (g_str_equal (ligne->parent, "État") && ligne->dispositif->section == PV_SECTION_NULL)
        code = ligne->dispositif->code;
    }
  g_assert_nonnull (code);
  kept[0] = code;
  for (guint i = 0; i < G_N_ELEMENTS (enveloppes); i++)
    {
      chosen[i] = enveloppes[i];
      chosen[i].dispositif = code;
    }
  appel->libelle = g_strdup ("Programmation 2027");
  appel->genre = PV_APPEL_GENRE_AAP;
  choice.dispositifs = kept;
  choice.appel = appel;
  choice.enveloppes = chosen;
  choice.n_enveloppes = G_N_ELEMENTS (chosen);

  p.db = create (path, &choice, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pv_test_query (&p, "SELECT count(*) FROM financeur"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count(*) FROM dispositif"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count(*) FROM appel WHERE exercice = 2027"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count(*) FROM enveloppe"), ==, 2);
  g_assert_cmpint (
      pv_test_query (&p, "SELECT count(*) FROM enveloppe WHERE montant_cents = 125000000"), ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count(*) FROM enveloppe WHERE montant_cents IS NULL"),
                   ==, 1);
  g_assert_cmpint (pv_test_query (&p, "SELECT count(*) FROM grille"), ==, 3);
  g_assert_cmpint (pv_test_query (&p, "SELECT count(*) FROM critere c JOIN grille g"
                                      " ON g.id = c.grille_id WHERE g.nom = 'Grille générale'"
                                      " AND c.sans_objet_permis = 1"),
                   ==, 8);
  g_assert_true (pv_db_close (p.db, &error));

  /* what is there is never written over; an unknown frame leaves nothing behind */
  g_assert_null (create (path, &choice, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  choice.cadre = "nulle_part";
  g_assert_null (create (path, &choice, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  pv_test_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/the-lists-hold-together", test_the_lists_hold_together);
  g_test_add_func ("/reference/only-what-was-chosen", test_only_what_was_chosen);

  return g_test_run ();
}
