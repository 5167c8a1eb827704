/* test-document.c: letters and conventions written and read back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "document/pv-document-gabarit.h"
#include "pv-error.h"
#include "pv-test-document.h"

#define NOM_LONG                                                                                         \
  "Association intercommunale pour le développement des solidarités de proximité, de l’éducation " \
  "populaire & de l’insertion <par l’activité économique> des habitantes et des habitants du "     \
  "versant nord-est"

/* Dossier 1: thirteen payers notified, a name of two hundred characters and marks of a markup.
 * 2: nothing notified. 3: refused, with its reason. 4: refused, without. 5: notified, no address.
 */
static const char programme[] =
    "INSERT INTO contrat (id, uuid, code, nom, epci_nom, annee_debut, annee_fin) VALUES"
    " (1, 'c', 'CN05911M', 'Contrat « Engagements Quartiers »', 'Métropole & Cie', 2024, 2030);"
    "INSERT INTO appel (id, uuid, contrat_id, exercice, genre, libelle) VALUES"
    " (1, 'a', 1, 2026, 'aap', 'Programmation 2026');"
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite) VALUES"
    " ('s1', 'crf_delai', 'CRF', 6, 'mois'),"
    " ('s2', 'convention_obligatoire', 'Convention', 2300000, 'cents'),"
    " ('s3', 'paiement_delai', 'Paiement', 60, 'jours');"
    "INSERT INTO organisme (id, uuid, nom, nom_plie, forme, adresse, code_postal, commune_nom)"
    " VALUES (1, 'o1', '" NOM_LONG "', 'a', 'association', '3 rue de l’Œuvre', '59100', 'Roubaix'),"
    " (2, 'o2', 'Sans adresse', 's', 'association', NULL, NULL, 'Lille');"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 13)"
    " INSERT INTO organisme (id, uuid, nom, nom_plie) SELECT 100 + i, 'f' || i,"
    "  'Financeur n° ' || i, 'f' FROM n;"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie, public)"
    " SELECT id - 100, 'g' || id, id, 'autre', 1 FROM organisme WHERE id > 100;"
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, statut_motif,"
    "  exercice, debut, fin, cout_total_declare_cents) VALUES"
    " (1, 'd1', 1, '0412', 1, '# **Café** {{porteur.nom}} & <b>ateliers</b> [petit]', 'notifie',"
    "  NULL, 2026, '2026-02-01', '2026-12-31', 4650000),"
    " (2, 'd2', 1, '0413', 1, 'Rien de notifié', 'programme', NULL, 2026, NULL, NULL, NULL),"
    " (3, 'd3', 1, '0414', 1, 'Refusé', 'refuse', 'Hors du territoire.', 2026, NULL, NULL, NULL),"
    " (4, 'd4', 1, '0415', 1, 'Refusé sans motif', 'refuse', NULL, 2026, NULL, NULL, NULL),"
    " (5, 'd5', 1, '0416', 2, 'Sans adresse', 'notifie', NULL, 2026, NULL, NULL, NULL);"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "  notifie_cents, notifie_le, notifie_acte)"
    " SELECT 'm' || id, 1, id, 2026, 300000, 200050, '2026-03-20', 'arrêté n° ' || id"
    "   FROM financeur;"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "  notifie_cents) VALUES ('n2', 2, 1, 2026, 500000, NULL), ('n5', 5, 1, 2026, 500000, 500000);"
    "INSERT INTO convention (id, uuid, numero, financeur_id, organisme_id, objet, annee_debut,"
    "  annee_fin) VALUES (1, 'k1', '2026-014', 1, 1, 'Insertion', 2026, 2028);"
    "INSERT INTO convention_annee (convention_id, exercice, prevu_cents) VALUES"
    " (1, 2026, 2300000), (1, 2027, 2300000), (1, 2028, 2400000);"
    "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (1, 1);";

static void
set_up (ProgrammeFixture *self, gconstpointer data)
{
  pv_test_document_set_up (self, programme);
}

/* --- fields ------------------------------------------------------------------------------ */

/* Each field and table is read in each genre that has it, whatever is not known. */
static void
test_fields (ProgrammeFixture *self, gconstpointer data)
{
  for (PvDocumentGenre genre = 0; genre < PV_N_DOCUMENT_GENRES; genre++)
    for (gint64 id = 1; id <= 5; id++)
      {
        PvDocumentSujet sujet = genre == PV_DOCUMENT_GENRE_CONVENTION ? PV_DOCUMENT_CONVENTION (1)
                                                                      : PV_DOCUMENT_DOSSIER (id);
        g_autoptr (GError) error = NULL;
        g_autoptr (PvDocumentDonnees) donnees =
            pv_document_donnees_load (self->db, genre, &sujet, &error);

        g_assert_no_error (error);
        for (guint i = 0; i < pv_document_champ_get_n (); i++)
          {
            const PvDocumentChamp *champ = pv_document_champ_get (i);
            g_autofree char *valeur = champ->lire != NULL ? champ->lire (donnees) : NULL;
            g_autofree char *balise = pv_document_champ_dup_balise (champ);

            g_assert_true (valeur == NULL || g_utf8_validate (valeur, -1, NULL));
            g_assert_true (g_str_has_prefix (balise, "{{"));
            g_assert_true (pv_document_champ_find (champ->id, champ->lire == NULL) == champ);
          }
      }
}

/* A value is text, whatever marks it holds; what is not known is a dash, or removes its part. */
static void
test_fill (ProgrammeFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *texte;
    const char *rempli;
  } cas[] = {
    { "{{dossier.numero}} {{vote.acte}}", "0412 –" },
    { "{{dossier.intitule}}",
      "\\# \\*\\*Café\\*\\* \\{\\{porteur.nom\\}\\} & <b>ateliers</b> \\[petit\\]" },
    { "a{{si vote.acte}}b{{fin}}c", "ac" },
    { "a{{si vote.acte}}b{{sinon}}d{{fin}}c", "adc" },
    { "a{{si pas vote.acte}}b{{fin}}c", "abc" },
    { "a\n{{si dossier.numero}}\nb\n{{fin}}\nc", "a\nb\nc" },
    { "a\n  {{si vote.acte}}  \nb\n{{fin}}\nc", "a\nc" },
    { "{{si dossier.numero}}{{si vote.acte}}x{{sinon}}y{{fin}}{{sinon}}z{{fin}}", "y" },
    { "{{montant.notifie_lettres}}", "vingt\\-six mille six euros et cinquante centimes" },
    { "{{bilan.echeance}}", "30 juin 2027" },
    { "{{financeurs.nombre}}", "13" },
  };
  PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDocumentDonnees) donnees =
      pv_document_donnees_load (self->db, PV_DOCUMENT_GENRE_NOTIFICATION, &sujet, &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (PvDocumentGabarit) gabarit =
          pv_document_gabarit_read (PV_DOCUMENT_GENRE_NOTIFICATION, cas[i].texte);
      g_autofree char *rempli = NULL;

      g_assert_true (pv_document_gabarit_check (gabarit, "x", &error));
      g_assert_no_error (error);
      rempli = pv_document_gabarit_fill (gabarit, donnees);
      g_assert_cmpstr (rempli, ==, cas[i].rempli);
    }
}

/* --- files ------------------------------------------------------------------------------- */

static void
test_notification (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujets[] = { PV_DOCUMENT_DOSSIER (1), PV_DOCUMENT_DOSSIER (2),
                               PV_DOCUMENT_DOSSIER (5) };
  g_autofree char *text = NULL;
  g_autoptr (PvDocumentResult) result =
      pv_test_document_make (self, PV_DOCUMENT_GENRE_NOTIFICATION, NULL, sujets, 3, &text);

  g_assert_cmpuint (result->n_faits, ==, 1);
  g_assert_cmpuint (result->n_pages, ==, 2);
  g_assert_cmpuint (result->manques->len, ==, 2);
  g_assert_cmpint (((PvDocumentManque *)result->manques->pdata[0])->dossier_id, ==, 2);
  pv_test_document_assert_manque (result, 0, "notified");
  g_assert_cmpstr (((PvDocumentManque *)result->manques->pdata[1])->nom, ==, "0416 · Sans adresse");
  pv_test_document_assert_manque (result, 1, "address");

  pv_test_document_assert_has (text, "Métropole & Cie");
  pv_test_document_assert_has (text, "l’activité économique>");
  pv_test_document_assert_has (text, "59100 ROUBAIX");
  pv_test_document_assert_has (text, "# **Café** {{porteur.nom}} & <b>ateliers</b> [petit]");
  pv_test_document_assert_has (text, "26 006,50 €");
  pv_test_document_assert_has (text, "vingt-six mille six euros et cinquante centimes");
  pv_test_document_assert_has (text, "Financeur n° 13");
  pv_test_document_assert_has (text, "arrêté n° 7 du 20/03/2026");
  pv_test_document_assert_has (text, "30 juin 2027");
  pv_test_document_assert_has (text, "Page 1/2");
  pv_test_document_assert_has (text, "Page 2/2");
}

static void
test_refus (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujets[] = { PV_DOCUMENT_DOSSIER (1), PV_DOCUMENT_DOSSIER (3),
                               PV_DOCUMENT_DOSSIER (4) };
  g_autofree char *text = NULL;
  g_autoptr (PvDocumentResult) result =
      pv_test_document_make (self, PV_DOCUMENT_GENRE_REFUS, NULL, sujets, 3, &text);

  g_assert_cmpuint (result->n_faits, ==, 1);
  pv_test_document_assert_manque (result, 0, "neither");
  pv_test_document_assert_manque (result, 1, "reason");
  pv_test_document_assert_has (text, "Hors du territoire.");
  pv_test_document_assert_has (text, "deux mois");
  pv_test_document_assert_has (text, "tribunal");
  g_assert_null (strstr (text, "Page 1")); /* one page bears no number */
}

static void
test_convention (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujets[] = { PV_DOCUMENT_CONVENTION (1), PV_DOCUMENT_DOSSIER (1),
                               PV_DOCUMENT_DOSSIER (2) };
  g_autofree char *text = NULL;
  g_autoptr (PvDocumentResult) result =
      pv_test_document_make (self, PV_DOCUMENT_GENRE_CONVENTION, NULL, sujets, 3, &text);

  g_assert_cmpuint (result->n_faits, ==, 1); /* dossier 1 is in the same */
  g_assert_cmpuint (result->manques->len, ==, 1);
  pv_test_document_assert_manque (result, 0, "convention");
  pv_test_document_assert_has (text, "Convention pluriannuelle d’objectifs n° 2026-014");
  pv_test_document_assert_has (text, "70 000 €");
  pv_test_document_assert_has (text, "(soixante-dix");
  pv_test_document_assert_has (text, "Financeur n° 1");
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *article = g_strdup_printf ("Article %u – ", i);

      pv_test_document_assert_has (text, article);
    }
}

/* Late, or nearly due; not before. */
static void
test_relance (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujets[] = { PV_DOCUMENT_DOSSIER (1), PV_DOCUMENT_DOSSIER (2) };
  g_autofree char *text = NULL;
  g_autoptr (PvDocumentResult) result =
      pv_test_document_make (self, PV_DOCUMENT_GENRE_RELANCE, NULL, sujets, 2, &text);

  g_assert_null (result->path);
  pv_test_document_assert_manque (result, 0, "not due");
  pv_test_document_assert_manque (result, 1, "No compte rendu");
  g_clear_pointer (&result, pv_document_result_free);

  programme_fixture_run (self, "INSERT INTO bilan (uuid, dossier_id, crf_du_le) VALUES"
                               " ('b', 1, '2026-05-16')");
  result = pv_test_document_make (self, PV_DOCUMENT_GENRE_RELANCE, NULL, sujets, 2, &text);
  g_assert_cmpuint (result->n_faits, ==, 1);
  pv_test_document_assert_has (text, "soit 30 jours après cette date");
  pv_test_document_assert_has (text, "16 mai 2026");
  g_clear_pointer (&result, pv_document_result_free);

  programme_fixture_run (self, "UPDATE bilan SET crf_recu_le = '2026-06-01'");
  result = pv_test_document_make (self, PV_DOCUMENT_GENRE_RELANCE, NULL, sujets, 1, NULL);
  pv_test_document_assert_manque (result, 0, "received");
}

static void
test_fiche (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujets[] = { PV_DOCUMENT_DOSSIER (1), PV_DOCUMENT_DOSSIER (2),
                               PV_DOCUMENT_DOSSIER (3) };
  g_autofree char *text = NULL;
  g_autoptr (PvDocumentResult) result =
      pv_test_document_make (self, PV_DOCUMENT_GENRE_FICHE, NULL, sujets, 3, &text);

  g_assert_cmpuint (result->n_faits, ==, 3);
  g_assert_cmpuint (result->manques->len, ==, 0);
  pv_test_document_assert_has (text, "26 006,50 €");
  pv_test_document_assert_has (text, "Hors du territoire.");
  pv_test_document_assert_has (text, "Aucune institution n’a rendu d’avis.");
}

/* A text that has not been saved, page breaks, long words and lists. */
static void
test_pages (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (1);
  g_autofree char *path = g_build_filename (self->folder, "refuse.pdf", NULL);
  g_autofree char *mot = g_strnfill (400, 'M');
  g_autoptr (GString) texte = g_string_new ("Un\n[saut de page]\nDeux\n[saut de page]\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDocumentResult) result = NULL;
  PvDocumentRequest request = {
    .db = self->db,
    .genre = PV_DOCUMENT_GENRE_FICHE,
    .texte = "{{porteur.non}}",
    .sujets = &sujet,
    .n_sujets = 1,
    .path = path,
  };

  g_string_append (texte, mot);
  for (guint i = 0; i < 200; i++)
    g_string_append_printf (texte, "\n- élément %u", i);
  g_string_append (texte, "\n[ligne] Nom | {{porteur.nom}}\n[signatures] a | b | c\n[filet]\nfin");
  result = pv_test_document_make (self, PV_DOCUMENT_GENRE_FICHE, texte->str, &sujet, 1, NULL);
  g_assert_cmpuint (result->n_pages, >=, 6);

  g_assert_null (pv_document_run (&request, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_FORMAT);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
cancel_cb (const char *step, guint done_bp, gpointer user_data)
{
  if (done_bp > 3000)
    g_cancellable_cancel (user_data);
}

static void
test_folder (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujets[] = { PV_DOCUMENT_DOSSIER (1), PV_DOCUMENT_DOSSIER (2),
                               PV_DOCUMENT_DOSSIER (3), PV_DOCUMENT_DOSSIER (1) };
  g_autofree char *path = g_build_filename (self->folder, "fiches", NULL);
  g_autofree char *file = g_build_filename (path, "0413 fiche.pdf", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint before = count_files (self->folder);
  PvDocumentRequest request = {
    .db = self->db,
    .genre = PV_DOCUMENT_GENRE_FICHE,
    .sujets = sujets,
    .n_sujets = 4,
    .path = path,
    .par_sujet = TRUE,
    .progress = cancel_cb,
    .progress_data = cancellable,
    .cancellable = cancellable,
  };
  g_autoptr (PvDocumentResult) result = NULL;

  /* cancelled under way, in a folder then in a file: nothing is left */
  g_assert_null (pv_document_run (&request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self->folder), ==, before);
  g_clear_error (&error);
  g_cancellable_reset (cancellable);
  request.par_sujet = FALSE;
  g_assert_null (pv_document_run (&request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self->folder), ==, before);
  g_clear_error (&error);

  /* the same dossier twice has two files */
  request.progress = NULL;
  request.cancellable = NULL;
  request.par_sujet = TRUE;
  result = pv_document_run (&request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_faits, ==, 4);
  g_assert_cmpuint (count_files (path), ==, 4);

  /* a folder with files in it is left alone */
  g_clear_pointer (&result, pv_document_result_free);
  request.n_sujets = 1;
  g_assert_null (pv_document_run (&request, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE);
  g_assert_cmpuint (count_files (path), ==, 4);
  g_assert_cmpuint (count_files (self->folder), ==, before + 1);
  g_clear_error (&error);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      g_autofree char *left = g_build_filename (path, g_dir_read_name (dir), NULL);

      g_unlink (left);
    }
  g_rmdir (path);

  /* nothing to make writes nothing */
  request.genre = PV_DOCUMENT_GENRE_REFUS;
  request.n_sujets = 2;
  result = pv_document_run (&request, &error);
  g_assert_no_error (error);
  g_assert_null (result->path);
  g_assert_cmpuint (count_files (self->folder), ==, before);
}

static void
test_preview (ProgrammeFixture *self, gconstpointer data)
{
  PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (5);
  PvDocumentRequest request = {
    .db = self->db,
    .genre = PV_DOCUMENT_GENRE_NOTIFICATION,
    .sujets = &sujet,
    .n_sujets = 1,
  };
  g_autofree char *manque = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pages = pv_document_preview (&request, 1.5, &manque, &error);
  const PvDocumentPage *page = NULL;

  g_assert_no_error (error);
  pv_test_document_assert_has (manque, "address");
  g_assert_cmpuint (pages->len, >=, 1);
  page = pages->pdata[0];
  g_assert_cmpint (page->largeur, ==, 893);
  g_assert_cmpuint (g_bytes_get_size (page->pixels), ==,
                    (gsize)page->stride * (gsize)page->hauteur);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/document/" path, ProgrammeFixture, NULL, set_up, test, programme_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("fields", test_fields);
  ADD ("fill", test_fill);
  ADD ("notification", test_notification);
  ADD ("refus", test_refus);
  ADD ("convention", test_convention);
  ADD ("relance", test_relance);
  ADD ("fiche", test_fiche);
  ADD ("pages", test_pages);
  ADD ("folder", test_folder);
  ADD ("preview", test_preview);

  return g_test_run ();
}
