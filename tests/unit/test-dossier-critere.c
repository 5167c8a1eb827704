/* test-dossier-critere.c: a filter of dossiers and its text form
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-critere.h"
#include "pv-error.h"

static void
assert_text (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (text, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = pv_dossier_critere_to_text (critere);
  g_assert_cmpstr (written, ==, expected);
}

static void
test_reads_back (void)
{
  static const char *const texts[] = {
    "",
    "texte=th%C3%A9%C3%A2tre",
    "statut=depose,propose",
    "axe=E1,E2.3;commune=59512;quartier=QN05901M",
    "financeur=etat,caf;porteur=0190-ab;referent=x",
    "nature=nouvelle;cpo=oui;marque=0,2,non-evalue;avis=favorable,ne-se-prononce-pas",
    "severite=error,warning;sans=axe,siret;exercice=2025,2026;finance=oui;realise=non",
    "enveloppe=0190-ab",
    "cout=1000000..;sollicite=..500;propose=0..0;verse=-5..5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (texts[i], &error);
      g_autoptr (PvDossierCritere) copy = NULL;
      g_autoptr (PvDossierCritere) again = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      copy = pv_dossier_critere_copy (critere);
      text = pv_dossier_critere_to_text (copy);
      again = pv_dossier_critere_parse (text, &error);
      g_assert_no_error (error);
      g_assert_true (pv_dossier_critere_equal (critere, again));
      g_assert_cmpint (pv_dossier_critere_is_empty (critere), ==, *texts[i] == '\0');
    }
}

static void
test_has_one_form (void)
{
  assert_text ("cpo=oui;statut=depose", "statut=depose;cpo=oui");
  assert_text ("statut=depose,depose;;", "statut=depose");
  assert_text ("axe=a%2Cb%3Bc%3Dd", "axe=a%2Cb%3Bc%3Dd");
  assert_text ("texte=%20%20deux%20%20mots%20", "texte=deux%20mots");
  assert_text ("cout=..", "");
}

static void
test_refuses_garbage (void)
{
  static const char *const texts[] = {
    "statut",           "=",
    "statut=",          "statut=inconnu",
    "inconnu=1",        "statut=depose,",
    "marque=3",         "cpo=peut",
    "severite=fatal",   "controle=aucun",
    "sans=tout",        "cout=1",
    "cout=a..b",        "cout=2..1",
    "cout=1...2",       "cout=99999999999999999999..",
    "axe=%FF",          "axe=%00",
    "texte=%",          "axe=%zz",
    "statut=DEPOSE",    "nature=x",
    "financeur=banque", "avis=bof",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (pv_dossier_critere_parse (texts[i], &error));
      g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
    }
}

static void
test_is_edited (void)
{
  static const char *const two[] = { "depose", "", "propose", "depose", NULL };
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_new ();
  PvCents min;
  PvCents max;

  g_assert_true (pv_dossier_critere_is_empty (critere));
  pv_dossier_critere_set_valeurs (critere, PV_CRITERE_STATUT, two);
  g_assert_cmpuint (
      g_strv_length ((char **)pv_dossier_critere_get_valeurs (critere, PV_CRITERE_STATUT)), ==, 2);
  pv_dossier_critere_set_valeur (critere, PV_CRITERE_STATUT, "depose", FALSE);
  pv_dossier_critere_set_valeur (critere, PV_CRITERE_STATUT, "absent", FALSE);
  g_assert_false (pv_dossier_critere_has_valeur (critere, PV_CRITERE_STATUT, "depose"));
  g_assert_true (pv_dossier_critere_has_valeur (critere, PV_CRITERE_STATUT, "propose"));
  pv_dossier_critere_set_intervalle (critere, PV_INTERVALLE_COUT, 0, PV_CENTS_NULL);
  g_assert_true (pv_dossier_critere_get_intervalle (critere, PV_INTERVALLE_COUT, &min, &max));
  g_assert_cmpint (min, ==, 0);
  g_assert_cmpint (max, ==, PV_CENTS_NULL);
  pv_dossier_critere_set_valeurs (critere, PV_CRITERE_STATUT, NULL);
  pv_dossier_critere_set_intervalle (critere, PV_INTERVALLE_COUT, PV_CENTS_NULL, PV_CENTS_NULL);
  pv_dossier_critere_set_texte (critere, "  ");
  g_assert_true (pv_dossier_critere_is_empty (critere));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier-critere/reads-back", test_reads_back);
  g_test_add_func ("/dossier-critere/has-one-form", test_has_one_form);
  g_test_add_func ("/dossier-critere/refuses-garbage", test_refuses_garbage);
  g_test_add_func ("/dossier-critere/is-edited", test_is_edited);

  return g_test_run ();
}
