/* test-dossier-statut.c: every move of a dossier, allowed or refused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-statut.h"

/* The moves that are allowed, all of them; any other is refused. */
static const struct
{
  const char *from;
  const char *to;
} moves[] = {
  { "depose", "incomplet" },
  { "depose", "recevable" },
  { "depose", "irrecevable" },
  { "depose", "abandonne" },
  { "incomplet", "depose" },
  { "incomplet", "recevable" },
  { "incomplet", "irrecevable" },
  { "incomplet", "abandonne" },
  { "recevable", "irrecevable" },
  { "recevable", "en-instruction" },
  { "recevable", "abandonne" },
  { "irrecevable", "recevable" },
  { "en-instruction", "irrecevable" },
  { "en-instruction", "instruit" },
  { "en-instruction", "abandonne" },
  { "instruit", "en-instruction" },
  { "instruit", "propose" },
  { "instruit", "abandonne" },
  { "propose", "instruit" },
  { "propose", "programme" },
  { "propose", "programme-sous-reserve" },
  { "propose", "ajourne" },
  { "propose", "refuse" },
  { "propose", "reoriente" },
  { "propose", "abandonne" },
  { "programme", "programme-sous-reserve" },
  { "programme", "ajourne" },
  { "programme", "refuse" },
  { "programme", "reoriente" },
  { "programme", "notifie" },
  { "programme", "abandonne" },
  { "programme-sous-reserve", "programme" },
  { "programme-sous-reserve", "ajourne" },
  { "programme-sous-reserve", "refuse" },
  { "programme-sous-reserve", "reoriente" },
  { "programme-sous-reserve", "notifie" },
  { "programme-sous-reserve", "abandonne" },
  { "ajourne", "en-instruction" },
  { "ajourne", "propose" },
  { "ajourne", "programme" },
  { "ajourne", "programme-sous-reserve" },
  { "ajourne", "refuse" },
  { "ajourne", "reoriente" },
  { "ajourne", "abandonne" },
  { "refuse", "programme" },
  { "refuse", "programme-sous-reserve" },
  { "refuse", "ajourne" },
  { "refuse", "reoriente" },
  { "reoriente", "programme" },
  { "reoriente", "programme-sous-reserve" },
  { "reoriente", "ajourne" },
  { "reoriente", "refuse" },
  { "notifie", "en-cours" },
  { "notifie", "abandonne" },
  { "en-cours", "bilan-recu" },
  { "en-cours", "abandonne" },
  { "bilan-recu", "en-cours" },
  { "bilan-recu", "solde" },
  { "bilan-recu", "abandonne" },
};

static gboolean
is_listed (PvDossierStatut from, PvDossierStatut to)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (moves[i].from, pv_dossier_statut_to_id (from)) &&
        g_str_equal (moves[i].to, pv_dossier_statut_to_id (to)))
      return TRUE;

  return FALSE;
}

static void
test_every_pair (void)
{
  guint allowed = 0;

  for (int from = 0; from < PV_N_DOSSIER_STATUTS; from++)
    for (int to = 0; to < PV_N_DOSSIER_STATUTS; to++)
      {
        const char *reason = "unset";
        gboolean can =
            pv_dossier_statut_can_move ((PvDossierStatut)from, (PvDossierStatut)to, &reason);

        g_test_message ("%s to %s", pv_dossier_statut_to_id ((PvDossierStatut)from),
                        pv_dossier_statut_to_id ((PvDossierStatut)to));
        g_assert_cmpint (can, ==, is_listed ((PvDossierStatut)from, (PvDossierStatut)to));
        allowed += can;
        if (can)
          g_assert_null (reason);
        else
          g_assert_true (g_str_has_suffix (reason, "."));
      }

  g_assert_cmpuint (allowed, ==, G_N_ELEMENTS (moves));
}

static void
test_the_year_in_order (void)
{
  const char *year[] = { "depose",    "recevable", "en-instruction", "instruit",   "propose",
                         "programme", "notifie",   "en-cours",       "bilan-recu", "solde" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (year); i++)
    {
      PvDossierStatut from, to;

      g_assert_true (pv_dossier_statut_from_id (year[i], &from));
      g_assert_true (pv_dossier_statut_from_id (year[i + 1], &to));
      g_assert_true (pv_dossier_statut_can_move (from, to, NULL));
    }
}

static void
test_ids_and_labels (void)
{
  PvDossierStatut statut;

  g_assert_cmpstr (pv_dossier_statut_to_libelle (PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE), ==,
                   "programmé sous réserve");
  g_assert_null (pv_dossier_statut_to_id (PV_DOSSIER_STATUT_NULL));
  g_assert_false (pv_dossier_statut_from_id ("programmé", &statut));
  g_assert_false (pv_dossier_statut_from_id (NULL, &statut));
  for (int i = 0; i < PV_N_DOSSIER_STATUTS; i++)
    {
      g_assert_true (
          pv_dossier_statut_from_id (pv_dossier_statut_to_id ((PvDossierStatut)i), &statut));
      g_assert_cmpint (statut, ==, i);
    }
}

static void
test_who_releases_its_envelope (void)
{
  guint n = 0;

  for (int i = 0; i < PV_N_DOSSIER_STATUTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("'%s'", pv_dossier_statut_to_id ((PvDossierStatut)i));

      n += pv_dossier_statut_libere_enveloppe ((PvDossierStatut)i);
      /* queries say the same */
      g_assert_cmpint (strstr (PV_SORTI_SQL, id) != NULL, ==,
                       pv_dossier_statut_libere_enveloppe ((PvDossierStatut)i));
    }

  g_assert_cmpuint (n, ==, 4);
  g_assert_true (pv_dossier_statut_libere_enveloppe (PV_DOSSIER_STATUT_IRRECEVABLE));
  g_assert_true (pv_dossier_statut_libere_enveloppe (PV_DOSSIER_STATUT_REFUSE));
  g_assert_true (pv_dossier_statut_libere_enveloppe (PV_DOSSIER_STATUT_REORIENTE));
  g_assert_true (pv_dossier_statut_libere_enveloppe (PV_DOSSIER_STATUT_ABANDONNE));
  g_assert_false (pv_dossier_statut_libere_enveloppe (PV_DOSSIER_STATUT_AJOURNE));

  n = 0;
  for (int i = 0; i < PV_N_DOSSIER_STATUTS; i++)
    n += pv_dossier_statut_demande_motif ((PvDossierStatut)i);
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (pv_dossier_statut_demande_motif (PV_DOSSIER_STATUT_AJOURNE));
}

static void
test_shown_with_what_funders_did (void)
{
  static const struct
  {
    PvDossierStatut statut;
    guint n, notifies, verses;
    const char *texte;
  } cas[] = {
    { PV_DOSSIER_STATUT_PROGRAMME, 4, 2, 0, "programmé" },
    { PV_DOSSIER_STATUT_NOTIFIE, 4, 2, 0, "notifié 2/4" },
    { PV_DOSSIER_STATUT_NOTIFIE, 4, 2, 1, "versé 1/4" },
    { PV_DOSSIER_STATUT_NOTIFIE, 0, 0, 0, "notifié" },
    { PV_DOSSIER_STATUT_SOLDE, 4, 4, 4, "soldé" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autofree char *texte =
          pv_dossier_statut_to_affichage (cas[i].statut, cas[i].n, cas[i].notifies, cas[i].verses);

      g_assert_cmpstr (texte, ==, cas[i].texte);
    }
}

/* The list of SQL and the function say the same. */
static void
test_who_may_be_given_an_avis (void)
{
  guint n = 0;

  for (int i = 0; i <= PV_DOSSIER_STATUT_ABANDONNE; i++)
    {
      PvDossierStatut statut = (PvDossierStatut)i;
      g_autofree char *quoted = g_strdup_printf ("'%s'", pv_dossier_statut_to_id (statut));
      gboolean ouvert = pv_dossier_statut_is_instruit_ouvert (statut);

      g_assert_cmpint (strstr (PV_DOSSIER_STATUTS_OUVERTS_SQL, quoted) != NULL, ==, ouvert);
      n += ouvert;
    }
  g_assert_cmpuint (n, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dossier-statut/every-pair", test_every_pair);
  g_test_add_func ("/dossier-statut/the-year-in-order", test_the_year_in_order);
  g_test_add_func ("/dossier-statut/ids-and-labels", test_ids_and_labels);
  g_test_add_func ("/dossier-statut/who-releases-its-envelope", test_who_releases_its_envelope);
  g_test_add_func ("/dossier-statut/who-may-be-given-an-avis", test_who_may_be_given_an_avis);
  g_test_add_func ("/dossier-statut/shown-with-what-funders-did", test_shown_with_what_funders_did);
  return g_test_run ();
}
