/* test-document-lettres.c: what each letter says, and when there is none
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "document/pv-document-gabarit.h"
#include "document/pv-document-modele.h"
#include "pv-error.h"
#include "pv-test-document.h"

/* Payers: 1 the État, 2 a ville. Dossiers of an association: 1 notified by both and in a
 * convention of each, of which only the first has an amount; 2 notified, then given up; 3 a
 * chapeau. 4 is the dossier of a commune. */
static const char programme[] =
    "INSERT INTO contrat (id, uuid, code, nom, epci_nom, annee_debut, annee_fin) VALUES"
    " (1, 'c', 'CN05911M', 'Contrat', 'Métropole', 2024, 2030);"
    "INSERT INTO appel (id, uuid, contrat_id, exercice, genre, libelle) VALUES"
    " (1, 'a', 1, 2026, 'aap', 'Programmation 2026');"
    "INSERT INTO organisme (id, uuid, nom, nom_plie, forme, adresse, code_postal, commune_nom)"
    " VALUES (1, 'o1', 'Les Ateliers', 'l', 'association', '3 rue Haute', '59100', 'Roubaix'),"
    " (2, 'o2', 'Commune de Lys', 'c', 'commune', '1 place', '59390', 'Lys'),"
    " (11, 'o3', 'État – Politique de la ville', 'e', 'etat', NULL, NULL, NULL),"
    " (12, 'o4', 'Ville de Roubaix', 'v', 'commune', NULL, NULL, NULL);"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie, public) VALUES"
    " (1, 'g1', 11, 'etat', 1), (2, 'g2', 12, 'commune', 1);"
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "  chapeau) VALUES (1, 'd1', 1, '01', 1, 'Un', 'notifie', 2026, 0),"
    " (2, 'd2', 1, '02', 1, 'Deux', 'abandonne', 2026, 0),"
    " (3, 'd3', 1, '03', 1, 'Trois', 'notifie', 2026, 1),"
    " (4, 'd4', 1, '04', 2, 'Quatre', 'notifie', 2026, 0);"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, notifie_cents,"
    "  notifie_le) VALUES (1, 'f1', 1, 1, 2026, 1000000, '2026-03-20'),"
    " (2, 'f2', 1, 2, 2026, 500000, '2026-03-21'), (3, 'f3', 2, 1, 2026, 300000, '2026-03-20'),"
    " (4, 'f4', 3, 1, 2026, 300000, '2026-03-20'), (5, 'f5', 4, 1, 2026, 300000, '2026-03-20');"
    "INSERT INTO convention (id, uuid, numero, financeur_id, organisme_id, annee_debut, annee_fin)"
    " VALUES (1, 'k1', '2026-01', 1, 1, 2026, 2026), (2, 'k2', '2026-02', 2, 1, 2026, 2026);"
    "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (1, 1), (2, 1);";

static void
set_up (ProgrammeFixture *self, gconstpointer data)
{
  pv_test_document_set_up (self, programme);
}

/* A dossier stands for all of its conventions, each made once. */
static void
test_conventions (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujets[] = { PV_DOCUMENT_DOSSIER (1), PV_DOCUMENT_CONVENTION (1),
                               PV_DOCUMENT_DOSSIER (4) };
  PvDocumentRequest request = {
    .db = self->db, .genre = PV_DOCUMENT_GENRE_CONVENTION, .sujets = sujets, .n_sujets = 1
  };
  g_autofree char *manque = NULL;
  g_autofree char *nom = pv_document_dup_nom_fichier (&request);
  g_autoptr (GPtrArray) pages = pv_document_preview (&request, 1, &manque, NULL);
  g_autoptr (PvDocumentResult) result =
      pv_test_document_make (self, PV_DOCUMENT_GENRE_CONVENTION, NULL, sujets, 3, NULL);

  g_assert_cmpuint (result->n_faits, ==, 2);
  g_assert_cmpuint (result->manques->len, ==, 1);
  g_assert_cmpuint (((PvDocumentManque *)result->manques->pdata[0])->sujet, ==, 2);
  g_assert_null (manque);
  g_assert_cmpuint (pages->len, >=, 1);
  g_assert_true (g_str_has_prefix (nom, "2026-02"));
}

static void
assert_manque (ProgrammeFixture *self,
               PvDocumentGenre genre,
               PvDocumentSujet sujet,
               const char *words)
{
  g_autoptr (PvDocumentResult) result = pv_test_document_make (self, genre, NULL, &sujet, 1, NULL);

  g_assert_cmpuint (result->manques->len, ==, words != NULL);
  g_assert_cmpuint (result->n_faits, ==, words == NULL);
  if (words != NULL)
    pv_test_document_assert_manque (result, 0, words);
}

/* No convention is printed without its amount, nor with one of another year. */
static void
test_convention_montant (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujet = PV_DOCUMENT_CONVENTION (1);
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_CONVENTION;

  assert_manque (self, genre, sujet, NULL);
  programme_fixture_run (self, "UPDATE financement SET exercice = 2025 WHERE id = 1");
  assert_manque (self, genre, sujet, "no amount");
  programme_fixture_run (self, "INSERT INTO convention_annee (convention_id, exercice, prevu_cents)"
                               " VALUES (1, 2026, 1000000)");
  assert_manque (self, genre, sujet, NULL);
  programme_fixture_run (self, "UPDATE convention SET annee_fin = 2027 WHERE id = 1");
  assert_manque (self, genre, sujet, "A year");
  programme_fixture_run (self, "INSERT INTO convention_annee (convention_id, exercice, prevu_cents)"
                               " VALUES (1, 2027, 1000000)");
  assert_manque (self, genre, sujet, NULL);
}

/* Neither a dossier that was given up nor a chapeau is written to. */
static void
test_sans_lettre (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_NOTIFICATION;

  assert_manque (self, genre, PV_DOCUMENT_DOSSIER (1), NULL);
  assert_manque (self, genre, PV_DOCUMENT_DOSSIER (2), "given up");
  assert_manque (self, genre, PV_DOCUMENT_DOSSIER (3), "chapeau");
  assert_manque (self, PV_DOCUMENT_GENRE_RELANCE, PV_DOCUMENT_DOSSIER (3), "chapeau");
  assert_manque (self, PV_DOCUMENT_GENRE_FICHE, PV_DOCUMENT_DOSSIER (3), NULL);
}

static char *
read_champ (ProgrammeFixture *self, PvDocumentGenre genre, PvDocumentSujet sujet, const char *texte)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDocumentDonnees) donnees =
      pv_document_donnees_load (self->db, genre, &sujet, &error);
  g_autoptr (PvDocumentGabarit) gabarit = pv_document_gabarit_read (genre, texte);

  g_assert_no_error (error);
  g_assert_true (pv_document_gabarit_check (gabarit, "x", NULL));
  return pv_document_gabarit_fill (gabarit, donnees);
}

static void
assert_champ (ProgrammeFixture *self,
              PvDocumentGenre genre,
              PvDocumentSujet sujet,
              const char *texte,
              const char *attendu)
{
  g_autofree char *lu = read_champ (self, genre, sujet, texte);
  g_auto (GStrv) mots = g_strsplit (lu, "\302\240", -1);
  g_autofree char *simple = g_strjoinv (" ", mots);
  g_auto (GStrv) fins = g_strsplit (simple, "\342\200\257", -1);
  g_autofree char *plus_simple = g_strjoinv (" ", fins);

  g_assert_cmpstr (plus_simple, ==, attendu);
}

/* Thresholds are those of the year, whatever they are today; there are some in every file. */
static void
test_seuils (ProgrammeFixture *self, gconstpointer data)
{
  static const char texte[] = "{{bilan.echeance}}, {{bilan.mois}}, {{seuil.convention}}, "
                              "{{seuil.paiement}}";
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_NOTIFICATION;
  PvDocumentSujet un = PV_DOCUMENT_DOSSIER (1);

  assert_champ (self, genre, un, texte, "30 juin 2027, 6, 23 000 €, 60");
  programme_fixture_run (
      self, "INSERT INTO seuil (uuid, code, libelle, valeur, unite, valable_du, valable_au) VALUES"
            " ('s1', 'crf_delai', 'C', 6, 'mois', NULL, '2026-12-30'),"
            " ('s2', 'crf_delai', 'C', 3, 'mois', '2026-12-31', NULL),"
            " ('s3', 'convention_obligatoire', 'C', 2300000, 'cents', NULL, '2025-12-31'),"
            " ('s4', 'convention_obligatoire', 'C', 3000000, 'cents', '2026-07-01', NULL),"
            " ('s5', 'paiement_delai', 'P', 45, 'jours', '2026-07-01', NULL)");
  assert_champ (self, genre, un, texte, "31 mars 2027, 3, 30 000 €, 45");
  programme_fixture_run (self, "UPDATE convention SET annee_debut = 2025 WHERE id = 1");
  assert_champ (self, PV_DOCUMENT_GENRE_CONVENTION, PV_DOCUMENT_CONVENTION (1),
                "{{bilan.mois}}, {{seuil.convention}}", "6, 23 000 €");
}

/* No date of a compte rendu that is not expected. */
static void
test_compte_rendu (ProgrammeFixture *self, gconstpointer data)
{
  static const char texte[] = "{{si bilan.echeance}}{{bilan.echeance}}{{sinon}}aucun{{fin}}";
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_FICHE;

  assert_champ (self, genre, PV_DOCUMENT_DOSSIER (1), texte, "30 juin 2027");
  assert_champ (self, genre, PV_DOCUMENT_DOSSIER (2), texte, "aucun");
  assert_manque (self, PV_DOCUMENT_GENRE_RELANCE, PV_DOCUMENT_DOSSIER (2), "No compte rendu");
  programme_fixture_run (self, "UPDATE financement SET notifie_cents = NULL WHERE dossier_id = 1");
  assert_champ (self, genre, PV_DOCUMENT_DOSSIER (1), texte, "aucun");
}

/* What one payer paid too much is no payment of another; nothing due says nothing. */
static void
test_reste (ProgrammeFixture *self, gconstpointer data)
{
  static const char texte[] = "{{si montant.reste}}{{montant.reste}}{{sinon}}rien{{fin}}";
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_FICHE;
  PvDocumentSujet un = PV_DOCUMENT_DOSSIER (1);

  assert_champ (self, genre, un, texte, "15 000 €");
  programme_fixture_run (
      self, "INSERT INTO versement (uuid, financement_id, genre, montant_cents, verse_le)"
            " VALUES ('v1', 1, 'solde', 1200000, '2026-04-01')");
  assert_champ (self, genre, un, texte, "5 000 €");
  programme_fixture_run (
      self, "INSERT INTO versement (uuid, financement_id, genre, montant_cents, verse_le)"
            " VALUES ('v2', 2, 'solde', 500000, '2026-04-01')");
  assert_champ (self, genre, un, texte, "rien");
}

/* (transfer full): what is made of the subject by the template that is shipped, without marks */
static char *
fill_livre (ProgrammeFixture *self, PvDocumentGenre genre, PvDocumentSujet sujet)
{
  g_autofree char *texte = pv_document_modele_read_livre (genre, NULL);
  g_autofree char *lu = read_champ (self, genre, sujet, texte);
  g_auto (GStrv) mots = g_strsplit (lu, "\\", -1);

  return g_strjoinv ("", mots);
}

static void
assert_says (ProgrammeFixture *self,
             PvDocumentGenre genre,
             PvDocumentSujet sujet,
             const char *words,
             gboolean says)
{
  g_autofree char *texte = fill_livre (self, genre, sujet);

  if ((strstr (texte, words) != NULL) != says)
    g_error ("“%s” %s in:\n%s", words, says ? "is not" : "is", texte);
}

/* The préfet stands for the État; a collectivité has its act; a letter of one payer is its own. */
static void
test_signataires (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentGenre convention = PV_DOCUMENT_GENRE_CONVENTION;
  PvDocumentGenre lettre = PV_DOCUMENT_GENRE_NOTIFICATION;
  PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (1);

  programme_fixture_run (self, "UPDATE financement SET vote_cents = notifie_cents,"
                               " vote_acte = 'délibération n° 12', vote_le = '2026-03-06'");
  assert_says (self, convention, PV_DOCUMENT_CONVENTION (1),
               "représenté par le préfet de département,", TRUE);
  assert_says (self, convention, PV_DOCUMENT_CONVENTION (1), "délibération", FALSE);
  assert_says (self, convention, PV_DOCUMENT_CONVENTION (2),
               "habilité par l’acte suivant : délibération n° 12 du 6 mars 2026", TRUE);
  assert_says (self, lettre, sujet, "Pour les partenaires", TRUE);
  sujet.financeur_id = 1;
  assert_says (self, lettre, sujet, "Pour l’État – Politique de la ville, le préfet", TRUE);
  sujet.financeur_id = 2;
  assert_says (self, lettre, sujet, "Pour Ville de Roubaix", TRUE);
  assert_says (self, lettre, sujet, "Pour les partenaires", FALSE);
}

/* The law of 2000 binds a private-law body; a grant with a reserve can be contested. */
static void
test_droit (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentGenre relance = PV_DOCUMENT_GENRE_RELANCE;
  PvDocumentGenre lettre = PV_DOCUMENT_GENRE_NOTIFICATION;
  PvDocumentSujet un = PV_DOCUMENT_DOSSIER (1);
  PvDocumentSujet quatre = PV_DOCUMENT_DOSSIER (4);

  assert_says (self, relance, un, "article 10 de la loi", TRUE);
  assert_says (self, relance, quatre, "article 10 de la loi", FALSE);
  assert_says (self, relance, quatre, "décision attributive", TRUE);
  assert_says (self, lettre, un, "délais de recours", FALSE);
  programme_fixture_run (
      self, "INSERT INTO instance (id, uuid, nom, effet) VALUES"
            " (1, 'i', 'Comité', 'decision');"
            "INSERT INTO seance (id, uuid, instance_id, appel_id, date_le, etat) VALUES"
            " (1, 's', 1, 1, '2026-03-17', 'ouverte');"
            "INSERT INTO seance_dossier (id, seance_id, dossier_id, ordre) VALUES (1, 1, 1, 1);"
            "INSERT INTO decision (uuid, seance_dossier_id, version, decision, reserve) VALUES"
            " ('e', 1, 1, 'programme-sous-reserve', 'Préciser le calendrier.');"
            "UPDATE seance SET etat = 'close'");
  assert_says (self, lettre, un, "Préciser le calendrier", TRUE);
  assert_says (self, lettre, un, "délais de recours", TRUE);
}

/* What is not known is left out of a sentence, not written as a dash. */
static void
test_inconnus (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentGenre lettre = PV_DOCUMENT_GENRE_NOTIFICATION;
  PvDocumentGenre fiche = PV_DOCUMENT_GENRE_FICHE;
  PvDocumentGenre relance = PV_DOCUMENT_GENRE_RELANCE;
  PvDocumentSujet un = PV_DOCUMENT_DOSSIER (1);

  assert_says (self, lettre, un, "au projet présenté, et n’employer", TRUE);
  programme_fixture_run (self, "UPDATE dossier SET debut = '2026-03-01' WHERE id = 1");
  assert_says (self, lettre, un, "au projet présenté, à compter du 1er mars 2026, et", TRUE);
  assert_says (self, fiche, un, "Période | à compter du 1er mars 2026\n", TRUE);
  programme_fixture_run (self, "UPDATE dossier SET fin = '2026-12-31' WHERE id = 1");
  assert_says (self, lettre, un, "entre le 1er mars 2026 et le 31 décembre 2026, et", TRUE);
  assert_says (self, fiche, un, "Période | du 1er mars 2026 au 31 décembre 2026\n", TRUE);

  assert_says (self, relance, un, "Une subvention de 15", TRUE);
  programme_fixture_run (
      self, "UPDATE financement SET notifie_cents = NULL, notifie_le = NULL WHERE dossier_id = 1;"
            "INSERT INTO versement (uuid, financement_id, genre, montant_cents, verse_le)"
            " VALUES ('v1', 1, 'acompte', 200000, '2026-04-01')");
  assert_says (self, relance, un, "Une subvention vous a été accordée au titre", TRUE);
}

static guint
count_pages (ProgrammeFixture *self, PvDocumentGenre genre, PvDocumentSujet sujet)
{
  g_autoptr (PvDocumentResult) result = pv_test_document_make (self, genre, NULL, &sujet, 1, NULL);

  g_assert_cmpuint (result->n_faits, ==, 1);
  return result->n_pages;
}

/* The convention is spoken of to whom it is mandatory; a letter of two payers is one page. */
static void
test_seuil_depasse (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_NOTIFICATION;
  PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (1);

  assert_says (self, genre, sujet, "signature d’une convention", FALSE);
  programme_fixture_run (self, "UPDATE financement SET notifie_cents = 2300000 WHERE id = 1");
  assert_says (self, genre, sujet, "signature d’une convention", FALSE);
  /* of all its dossiers, but those that were given up */
  programme_fixture_run (self, "UPDATE dossier SET porteur_id = 1 WHERE id = 4;"
                               "UPDATE financement SET notifie_cents = 1 WHERE id = 5");
  assert_says (self, genre, sujet, "signature d’une convention", TRUE);
  g_assert_cmpuint (count_pages (self, genre, sujet), ==, 1);
  sujet.financeur_id = 2;
  assert_says (self, genre, sujet, "signature d’une convention", FALSE);
  sujet.financeur_id = PV_INT_NULL;
  programme_fixture_run (self, "UPDATE organisme SET forme = 'commune' WHERE id = 1");
  assert_says (self, genre, sujet, "signature d’une convention", FALSE);
}

/* A text that is no letter is told or written at once, whatever it is. */
static void
test_bad_text (ProgrammeFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *mot;
    guint n;
    guint n_problemes;
  } cas[] = {
    { "{{a}}", 11000, 50 }, { "{{", 30000, 1 },    { "\n", 60000, 0 },           { "M", 60000, 0 },
    { "[x]\n", 15000, 50 }, { "**\n", 20000, 50 }, { "{{si motif}}", 5000, 50 }, { "M", 60001, 1 },
    { "mot ", 15000, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (GString) texte = g_string_new (NULL);
      g_autoptr (PvDocumentGabarit) gabarit = NULL;
      PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (1);
      PvDocumentRequest request = {
        .db = self->db, .genre = PV_DOCUMENT_GENRE_FICHE, .sujets = &sujet, .n_sujets = 1
      };
      g_autofree char *manque = NULL;
      g_autoptr (GPtrArray) pages = NULL;
      gint64 debut = g_get_monotonic_time ();

      for (guint j = 0; j < cas[i].n; j++)
        g_string_append (texte, cas[i].mot);
      gabarit = pv_document_gabarit_read (PV_DOCUMENT_GENRE_FICHE, texte->str);
      g_assert_cmpuint (pv_document_gabarit_get_problemes (gabarit)->len, ==, cas[i].n_problemes);
      request.texte = texte->str;
      pages = pv_document_preview (&request, 1, &manque, NULL);
      g_assert_true ((pages != NULL) == (cas[i].n_problemes == 0));
      g_printerr ("case %d: %.2f s\n", (int)i, (double)(g_get_monotonic_time () - debut) / 1e6);
      /* far more than it needs, on any machine */
      g_assert_cmpint (g_get_monotonic_time () - debut, <, 20 * G_USEC_PER_SEC);
    }
}

/* A dossier on an axe itself does not say it twice. */
static void
test_objectif (ProgrammeFixture *self, gconstpointer data)
{
  static const char texte[] = "{{dossier.axe}}/{{dossier.objectif}}";
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_FICHE;
  PvDocumentSujet un = PV_DOCUMENT_DOSSIER (1);

  programme_fixture_run (self, "UPDATE dossier SET objectif_declare = 'Dit' WHERE id = 1");
  assert_champ (self, genre, un, texte, "–/Dit");
  programme_fixture_run (
      self, "INSERT INTO cadre (id, uuid, code, nom) VALUES (1, 'k', 'c', 'Cadre');"
            "INSERT INTO cadre_noeud (id, uuid, cadre_id, parent_id, code, libelle) VALUES"
            " (1, 'n1', 1, NULL, 'A', 'Axe'), (2, 'n2', 1, 1, 'A1', 'Objectif');"
            "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal) VALUES (1, 2, 1)");
  assert_champ (self, genre, un, texte, "Axe/Objectif");
  programme_fixture_run (self, "UPDATE dossier_noeud SET noeud_id = 1");
  assert_champ (self, genre, un, texte, "Axe/–");
}

/* A rate is rounded, as the window and the workbook round it. */
static void
test_taux (ProgrammeFixture *self, gconstpointer data)
{
  static const char texte[] = "{{montant.taux}}, {{beneficiaires.qpv}}";
  PvDocumentGenre genre = PV_DOCUMENT_GENRE_FICHE;
  PvDocumentSujet un = PV_DOCUMENT_DOSSIER (1);

  programme_fixture_run (self, "UPDATE dossier SET cout_total_declare_cents = 3032700,"
                               " beneficiaires_qpv_bp = 8000 WHERE id = 1");
  assert_champ (self, genre, un, texte, "49,5 %, 80 %");
}

static void
never_cb (const char *step, guint done_bp, gpointer user_data)
{
  g_assert_not_reached ();
}

/* A folder may be written with its separator; one that holds files is refused before any work. */
static void
test_folder (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (1);
  g_autofree char *folder = g_build_filename (self->folder, "courriers", NULL);
  g_autofree char *path = g_strconcat (folder, "//", NULL);
  g_autofree char *file = g_build_filename (folder, "01 fiche Les Ateliers.pdf", NULL);
  g_autoptr (GError) error = NULL;
  PvDocumentRequest request = { .db = self->db,
                                .genre = PV_DOCUMENT_GENRE_FICHE,
                                .sujets = &sujet,
                                .n_sujets = 1,
                                .path = path,
                                .par_sujet = TRUE };
  g_autoptr (PvDocumentResult) result = pv_document_run (&request, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->path, ==, folder);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));

  request.progress = never_cb;
  g_assert_null (pv_document_run (&request, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE);
  g_unlink (file);
  g_rmdir (folder);
}

static void
test_sinon (void)
{
  static const char *const textes[] = { "{{si motif}}a{{sinon}}b{{sinon}}c{{fin}}",
                                        "{{si motif}}a{{sinon}}{{si motif}}b{{sinon}}c{{fin}}"
                                        "{{fin}}" };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PvDocumentGabarit) gabarit =
          pv_document_gabarit_read (PV_DOCUMENT_GENRE_FICHE, textes[i]);
      GPtrArray *problemes = pv_document_gabarit_get_problemes (gabarit);

      g_assert_cmpuint (problemes->len, ==, 1 - i);
      if (problemes->len > 0)
        g_assert_cmpuint (((PvDocumentProbleme *)problemes->pdata[0])->colonne, ==, 24);
    }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/document-lettres/" path, ProgrammeFixture, NULL, set_up, test,                     \
              programme_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("conventions", test_conventions);
  ADD ("convention-montant", test_convention_montant);
  ADD ("sans-lettre", test_sans_lettre);
  ADD ("seuils", test_seuils);
  ADD ("compte-rendu", test_compte_rendu);
  ADD ("reste", test_reste);
  ADD ("signataires", test_signataires);
  ADD ("droit", test_droit);
  ADD ("inconnus", test_inconnus);
  ADD ("seuil-depasse", test_seuil_depasse);
  ADD ("bad-text", test_bad_text);
  ADD ("objectif", test_objectif);
  ADD ("taux", test_taux);
  ADD ("folder", test_folder);
  g_test_add_func ("/document-lettres/sinon", test_sinon);

  return g_test_run ();
}
