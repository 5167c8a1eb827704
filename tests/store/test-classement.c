/* test-classement.c: scores, ranks, the line and what moves it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-classement-store.h"
#include "classement/pv-sensibilite.h"
#include "programme-fixture.h"
#include "score/pv-score-store.h"

#define JOUR "2026-06-15"
#define N_DOSSIERS 80
#define N_INSTITUTIONS 4

static const char base[] =
    "INSERT INTO organisme (id, uuid, nom, nom_plie) VALUES (1, 'o1', 'Préfecture', 'prefecture'),"
    " (2, 'o2', 'Lien', 'lien');"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie) VALUES (1, 'f1', 1, 'etat');"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie) VALUES (1, 'd1', 1, "
    "'p147', 'P147', 'p147');"
    "INSERT INTO enveloppe (id, uuid, parent_id, dispositif_id, exercice, libelle, montant_cents)"
    " VALUES (1, 'e1', NULL, 1, 2026, 'Tout', 1), (2, 'e2', 1, 1, 2026, 'A', 40000),"
    " (3, 'e3', 1, 1, 2026, 'B', 30000), (4, 'e4', NULL, 1, 2025, 'Avant', 99),"
    " (5, 'e5', NULL, 1, 2027, 'Sans', NULL);"
    "INSERT INTO institution (id, uuid, nom, poids, ordre) VALUES (1, 'i1', 'État', 3, 1),"
    " (2, 'i2', 'Région', 1, 2), (3, 'i3', 'CAF', 0, 3), (4, 'i4', 'MEL', 2, 4);"
    "INSERT INTO grille (id, uuid, nom) VALUES (1, 'g1', 'Annuelle'), (2, 'g2', 'Courte'),"
    " (3, 'g3', 'Sans critère');"
    "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum) VALUES"
    " (11, 'c11', 1, 1, 'Public', 3, 5), (12, 'c12', 1, 2, 'Ancrage', 2, 5),"
    " (13, 'c13', 1, 3, 'Budget', 1, 3), (14, 'c14', 1, 4, 'Suivi', 0, 7),"
    " (21, 'c21', 2, 1, 'Public', 1, 4), (22, 'c22', 2, 2, 'Projet', 4, 6);"
    "INSERT INTO appel (id, uuid, exercice, genre, libelle, grille_id) VALUES"
    " (1, 'a1', 2026, 'aap', 'Annuel', 1), (2, 'a2', 2026, 'aap', 'Court', 2),"
    " (3, 'a3', 2026, 'aap', 'Nu', NULL), (4, 'a4', 2026, 'aap', 'Vide', 3);";

static void
add_dossier (GString *sql, int id, int appel, const char *statut)
{
  g_string_append_printf (sql,
                          "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule,"
                          " statut, exercice) VALUES (%d, 'x%d', %d, '%04d', 2, 'Action %d', '%s',"
                          " 2026);",
                          id, id, appel, id, id, statut);
}

/* Its key is 10 × dossier + institution; further versions come after 100 000. */
static void
add_instruction (GString *sql, int id, int dossier, int institution, const char *etat, int declare)
{
  g_string_append_printf (sql,
                          "INSERT INTO instruction (id, uuid, dossier_id, institution_id, version,"
                          " etat, score_declare) VALUES (%d, 'n%d', %d, %d, %d, '%s', ",
                          id, id, dossier, institution, id > 100000 ? 1 : 2, etat);
  g_string_append_printf (sql, declare < 0 ? "NULL);" : "%d);", declare);
}

/* @valeur: -1 for N/A */
static void
add_note (GString *sql, int instruction, int critere, int valeur)
{
  if (valeur < 0)
    g_string_append_printf (sql,
                            "INSERT INTO note (instruction_id, critere_id, sans_objet)"
                            " VALUES (%d, %d, 1);",
                            instruction, critere);
  else
    g_string_append_printf (sql,
                            "INSERT INTO note (instruction_id, critere_id, valeur)"
                            " VALUES (%d, %d, %d);",
                            instruction, critere, valeur);
}

static void
add_financement (GString *sql, int dossier, int enveloppe, int sollicite, int propose)
{
  g_string_append_printf (sql,
                          "INSERT INTO financement (uuid, dossier_id, financeur_id, dispositif_id,"
                          " exercice, enveloppe_id, sollicite_cents, propose_cents)"
                          " VALUES ('m%d-%d', %d, 1, 1, 2026, ",
                          dossier, enveloppe, dossier);
  g_string_append_printf (sql, enveloppe == 0 ? "NULL" : "%d", enveloppe);
  g_string_append_printf (sql, sollicite < 0 ? ", NULL" : ", %d", sollicite);
  g_string_append_printf (sql, propose < 0 ? ", NULL);" : ", %d);", propose);
}

/* --- a programme at random --- */

static const struct
{
  int id;
  int grille;
  int maximum;
} criteres[] = {
  { 11, 1, 5 }, { 12, 1, 5 }, { 13, 1, 3 }, { 14, 1, 7 }, { 21, 2, 4 }, { 22, 2, 6 }
};

static void
note_at_random (GString *sql, int instruction, int grille)
{
  for (guint c = 0; c < G_N_ELEMENTS (criteres); c++)
    if (criteres[c].grille == grille)
      {
        int draw = g_test_rand_int_range (0, 30);

        if (draw > 0)
          add_note (sql, instruction, criteres[c].id,
                    draw < 4 ? -1 : g_test_rand_int_range (0, criteres[c].maximum + 1));
      }
}

static void
instruct_at_random (GString *sql, int dossier, int appel)
{
  static const char *const etats[] = { "soumise", "soumise", "soumise", "soumise", "brouillon" };

  for (int institution = 1; institution <= N_INSTITUTIONS; institution++)
    {
      int draw = g_test_rand_int_range (0, 12);
      int id = 10 * dossier + institution;

      if (draw < 2)
        continue;
      if (draw == 2) /* an older version, which must not count */
        {
          add_instruction (sql, 100000 + id, dossier, institution, "remplacee", -1);
          note_at_random (sql, 100000 + id, appel);
        }
      add_instruction (sql, id, dossier, institution,
                       etats[g_test_rand_int_range (0, G_N_ELEMENTS (etats))],
                       draw == 3 ? g_test_rand_int_range (0, 10001) : -1);
      if (draw > 3 && appel < 3)
        note_at_random (sql, id, draw == 4 ? 3 - appel : appel); /* 4: another appel's grid */
    }
}

static void
fill_at_random (ProgrammeFixture *self)
{
  static const char *const statuts[] = { "instruit", "instruit", "propose", "refuse", "abandonne" };
  g_autoptr (GString) sql = g_string_new (base);

  for (int i = 1; i <= N_DOSSIERS; i++)
    {
      int appel = g_test_rand_int_range (0, 10);

      appel = appel < 6 ? 1 : appel < 9 ? 2 : 3;
      add_dossier (sql, i, appel, statuts[g_test_rand_int_range (0, G_N_ELEMENTS (statuts))]);
      instruct_at_random (sql, i, appel);
      for (int enveloppe = 0; enveloppe < 4; enveloppe++)
        if (enveloppe != 1 && g_test_rand_bit ())
          add_financement (sql, i, enveloppe, g_test_rand_int_range (-1, 3000),
                           g_test_rand_int_range (-1500, 3000));
    }
  programme_fixture_run (self, sql->str);
}

/* --- the same, computed otherwise: one question of SQL for each thing, fractions added two by two
 * --- */

static gint64
ask (ProgrammeFixture *self, const char *format, ...)
{
  va_list arguments;
  g_autofree char *sql = NULL;

  va_start (arguments, format);
  sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return programme_fixture_int (self, sql);
}

/* The integer s such that s − ½ ≤ 10 000 × p ÷ q < s + ½. */
static gint64
plain_round (gint64 p, gint64 q, gint64 scale)
{
  gint64 s = 0;

  while (2 * p * scale >= (2 * s + 1) * q)
    s += 2 * p * scale >= (2 * s + 2001) * q ? 1000 : 1;

  return s;
}

static gint64
plain_instruction (ProgrammeFixture *self, int id)
{
  int grille = (int)ask (self,
                         "SELECT COALESCE (a.grille_id, 0) FROM instruction i JOIN dossier d"
                         " ON d.id = i.dossier_id JOIN appel a ON a.id = d.appel_id"
                         " WHERE i.id = %d",
                         id);
  gint64 p = 0, q = 1, weights = 0, marks = 0;
  gboolean complete = TRUE;

  for (guint c = 0; c < G_N_ELEMENTS (criteres); c++)
    {
      gint64 valeur, poids;

      if (criteres[c].grille != grille)
        continue;
      valeur = ask (self,
                    "SELECT COALESCE (valeur, -1) FROM note WHERE instruction_id = %d"
                    " AND critere_id = %d",
                    id, criteres[c].id);
      poids = ask (self, "SELECT poids FROM critere WHERE id = %d", criteres[c].id);
      marks += valeur != PV_INT_NULL;
      complete = complete && valeur != PV_INT_NULL;
      if (valeur < 0)
        continue;
      p = p * criteres[c].maximum + q * poids * valeur;
      q *= criteres[c].maximum;
      weights += poids;
    }

  if (marks == 0)
    return ask (self, "SELECT score_declare FROM instruction WHERE id = %d", id);

  return complete && weights > 0 ? plain_round (p, q * weights, 10000) : PV_INT_NULL;
}

static PvScore
plain_dossier (ProgrammeFixture *self, int id, gboolean pondere)
{
  gint64 sum = 0, weights = 0, low = 10001, high = -1, n = 0;
  PvScore plain = { id, PV_INT_NULL, PV_INT_NULL, PV_INT_NULL };

  for (int institution = 1; institution <= N_INSTITUTIONS; institution++)
    {
      gint64 instruction = ask (self,
                                "SELECT id FROM instruction WHERE dossier_id = %d"
                                " AND institution_id = %d AND etat = 'soumise'",
                                id, institution);
      gint64 poids =
          pondere ? ask (self, "SELECT poids FROM institution WHERE id = %d", institution) : 1;
      gint64 score;

      if (instruction == PV_INT_NULL)
        continue;
      score = plain_instruction (self, (int)instruction);
      if (score == PV_INT_NULL)
        continue;
      n++;
      sum += poids * score;
      weights += poids;
      low = MIN (low, score);
      high = MAX (high, score);
    }
  if (weights > 0)
    plain.score = plain_round (sum, weights, 1);
  if (n > 1)
    plain.dispersion = high - low;

  return plain;
}

static void
check_scores (ProgrammeFixture *self, gboolean pondere)
{
  PvFiltre tout = PV_FILTRE_TOUT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) scores = pv_score_store_load (self->db, &tout, &error);

  g_assert_no_error (error);
  for (int id = 1; id <= N_DOSSIERS; id++)
    {
      PvScore plain = plain_dossier (self, id, pondere);
      const PvScore *score = pv_scores_find (scores, id);
      PvScore alone;
      gint64 better = 0;

      g_assert_true (pv_score_store_get (self->db, id, &alone, &error));
      g_assert_cmpint (alone.score, ==, plain.score);
      if (plain.score == PV_INT_NULL)
        {
          g_assert_null (score);
          continue;
        }
      g_assert_cmpint (score->score, ==, plain.score);
      g_assert_cmpint (score->dispersion, ==, plain.dispersion);
      g_assert_cmpint (alone.dispersion, ==, plain.dispersion);
      for (guint i = 0; i < scores->len; i++)
        better += g_array_index (scores, PvScore, i).score > plain.score;
      g_assert_cmpint (score->rang, ==, better + 1);
    }
}

static void
test_scores (ProgrammeFixture *self, gconstpointer data)
{
  fill_at_random (self);
  check_scores (self, FALSE);
  programme_fixture_run (self, "INSERT INTO reglage (cle, valeur) VALUES ('score-pondere', '1')");
  check_scores (self, TRUE);
}

/* --- the line --- */

static PvClassement *
load (ProgrammeFixture *self, gint64 enveloppe)
{
  PvFiltre tout = PV_FILTRE_TOUT;
  g_autoptr (GError) error = NULL;
  PvClassement *classement = pv_classement_store_load (self->db, &tout, enveloppe, JOUR, &error);

  g_assert_no_error (error);
  return classement;
}

static const PvClassementLigne *
get_ligne (const PvClassement *classement, guint i)
{
  return &g_array_index (classement->lignes, PvClassementLigne, i);
}

/* The sum of all amounts of rank @rang or better. */
static PvCents
plain_needed (const PvClassement *classement, gint64 rang)
{
  PvCents sum = 0;

  for (guint i = 0; i < classement->n_classes; i++)
    if (get_ligne (classement, i)->rang <= rang &&
        get_ligne (classement, i)->montant != PV_CENTS_NULL)
      sum += get_ligne (classement, i)->montant;

  return sum;
}

static void
check_line (const PvClassement *self)
{
  g_assert_cmpuint (self->lignes->len, ==, N_DOSSIERS);
  g_assert_cmpuint (self->n_classes + self->n_sans_score, ==, N_DOSSIERS);
  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvClassementLigne *ligne = get_ligne (self, i);

      g_assert_true ((i < self->n_classes) == (ligne->rang != PV_INT_NULL));
      if (i >= self->n_classes || self->enveloppe == PV_CENTS_NULL ||
          ligne->montant == PV_CENTS_NULL)
        {
          g_assert_cmpint (ligne->cote, ==, PV_CLASSEMENT_HORS);
          continue;
        }
      g_assert_false (ligne->libere);
      /* Above if, and only if, all down to its rank fit. */
      g_assert_cmpint (ligne->cote, ==,
                       plain_needed (self, ligne->rang) <= self->enveloppe ? PV_CLASSEMENT_DESSUS
                                                                           : PV_CLASSEMENT_DESSOUS);
    }
  if (self->enveloppe != PV_CENTS_NULL && self->coupure > 0)
    g_assert_cmpint (self->consomme, ==,
                     plain_needed (self, get_ligne (self, self->coupure - 1)->rang));
}

static void
test_line (ProgrammeFixture *self, gconstpointer data)
{
  static const gint64 choices[] = {
    PV_CLASSEMENT_TOUTES, PV_CLASSEMENT_SANS_ENVELOPPE, 1, 2, 3, 5
  };

  fill_at_random (self);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autoptr (PvClassement) classement = load (self, choices[i]);

      check_line (classement);
      if (choices[i] == 1) /* a parent is its leaves, whatever is written beside it */
        g_assert_cmpint (classement->enveloppe, ==, 70000);
    }
}

static void
test_ties_stay_together (ProgrammeFixture *self, gconstpointer data)
{
  static const int scores[] = { 9000, 8000, 8000, 7000, 6000 };
  static const int amounts[] = { 10000, 10000, 30000, 100, 100 };
  g_autoptr (GString) sql = g_string_new (base);
  g_autoptr (PvClassement) classement = NULL;

  for (int i = 0; i < 5; i++)
    {
      add_dossier (sql, i + 1, 3, i == 3 ? "refuse" : "instruit");
      add_instruction (sql, 10 * i + 1, i + 1, 1, "soumise", scores[i]);
      add_instruction (sql, 10 * i + 2, i + 1, 2, "soumise", i == 0 ? scores[i] - 3000 : scores[i]);
      add_financement (sql, i + 1, 2, amounts[i], i == 0 ? -1 : amounts[i]);
    }
  programme_fixture_run (self, sql->str);
  programme_fixture_run (self, "INSERT INTO seuil (uuid, code, libelle, valeur, unite) VALUES"
                               " ('s', 'score_dispersion_alerte', 'D', 25, 'points')");
  classement = load (self, 2);

  g_assert_cmpuint (classement->n_classes, ==, 5);
  /* 1: 9000 and 6000, so 7500, rank 3; 2 and 3: rank 1; 4 is refused: it takes nothing. */
  g_assert_cmpint (get_ligne (classement, 0)->dossier_id, ==, 2);
  g_assert_cmpint (get_ligne (classement, 0)->rang, ==, 1);
  g_assert_cmpint (get_ligne (classement, 1)->dossier_id, ==, 3);
  g_assert_cmpint (get_ligne (classement, 1)->rang, ==, 1);
  g_assert_cmpint (get_ligne (classement, 2)->rang, ==, 3);
  g_assert_cmpint (get_ligne (classement, 2)->base, ==, PV_CLASSEMENT_SOLLICITE);
  g_assert_cmpint (get_ligne (classement, 2)->cote, ==, PV_CLASSEMENT_DESSOUS);
  g_assert_true (get_ligne (classement, 3)->libere);
  g_assert_cmpint (get_ligne (classement, 3)->montant, ==, PV_CENTS_NULL);
  g_assert_cmpuint (classement->coupure, ==, 2); /* 40 000: all of it */
  g_assert_cmpint (classement->consomme, ==, 40000);
  g_assert_cmpint (classement->demande, ==, 50100);
  g_assert_cmpuint (classement->n_sollicites, ==, 1);
  g_assert_cmpuint (classement->n_dessous, ==, 2);
  g_assert_cmpuint (classement->n_divergents, ==, 1);
  g_assert_true (pv_classement_is_divergent (classement, get_ligne (classement, 2)));
  g_assert_cmpuint (classement->n_ex_aequo, ==, 0);

  /* One cent less: neither of the two. */
  programme_fixture_run (self, "UPDATE enveloppe SET montant_cents = 39999 WHERE id = 2");
  g_clear_pointer (&classement, pv_classement_unref);
  classement = load (self, 2);
  g_assert_cmpuint (classement->coupure, ==, 0);
  g_assert_cmpint (classement->consomme, ==, 0);
  g_assert_cmpuint (classement->n_ex_aequo, ==, 2);
}

/* What the weights say, written in the file: the dossiers above the line. */
static GHashTable *
list_above (ProgrammeFixture *self, const char *sql, gint64 enveloppe)
{
  GHashTable *above = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (PvClassement) classement = NULL;

  programme_fixture_run (self, sql);
  classement = load (self, enveloppe);
  for (guint i = 0; i < classement->n_classes; i++)
    {
      const PvClassementLigne *ligne = get_ligne (classement, i);

      if (ligne->cote == PV_CLASSEMENT_DESSUS)
        g_hash_table_add (above, g_memdup2 (&ligne->dossier_id, sizeof (gint64)));
    }

  return above;
}

static void
count_cb (guint done, guint total, gpointer data)
{
  guint *calls = data;

  g_assert_cmpuint (done, ==, ++*calls);
  g_assert_cmpuint (total, ==, 2 * G_N_ELEMENTS (criteres));
}

static void
check_cas (ProgrammeFixture *self, const PvSensibiliteCas *cas, guint c, GHashTable *before)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE critere SET poids = 5 * poids;"
                                          "UPDATE critere SET poids = poids / 5 * %d WHERE id = %d",
                                          cas->hausse ? 6 : 4, criteres[c].id);
  g_autofree char *back =
      g_strdup_printf ("UPDATE critere SET poids = poids / %d * 5 WHERE id = %d;"
                       "UPDATE critere SET poids = poids / 5",
                       cas->hausse ? 6 : 4, criteres[c].id);
  g_autoptr (GHashTable) after = list_above (self, sql, 1);
  guint common = 0;

  programme_fixture_run (self, back);
  for (guint i = 0; i < cas->entrants->len; i++)
    {
      gint64 *id = &g_array_index (cas->entrants, gint64, i);

      g_assert_false (g_hash_table_contains (before, id));
      g_assert_true (g_hash_table_contains (after, id));
    }
  for (guint i = 0; i < cas->sortants->len; i++)
    {
      gint64 *id = &g_array_index (cas->sortants, gint64, i);

      g_assert_true (g_hash_table_contains (before, id));
      g_assert_false (g_hash_table_contains (after, id));
    }
  common = g_hash_table_size (before) - cas->sortants->len;
  g_assert_cmpuint (g_hash_table_size (after), ==, common + cas->entrants->len);
}

static guint
check_sensitivity (ProgrammeFixture *self, int enveloppe)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE enveloppe SET montant_cents = %d WHERE id = 2", enveloppe);
  g_autoptr (GHashTable) before = list_above (self, sql, 1);
  g_autoptr (PvClassement) classement = load (self, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cas = NULL;
  guint calls = 0;
  guint moved = 0;

  cas = pv_sensibilite_compute (classement, count_cb, &calls, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cas->len, ==, 2 * G_N_ELEMENTS (criteres));
  for (guint i = 0; i < cas->len; i++)
    {
      const PvSensibiliteCas *un = g_ptr_array_index (cas, i);

      g_assert_cmpint (un->hausse, ==, i % 2 == 1);
      check_cas (self, un, i / 2, before);
      moved += un->entrants->len + un->sortants->len;
    }

  return moved;
}

static void
test_sensitivity (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PvClassement) classement = NULL;
  guint moved = 0;

  fill_at_random (self);
  for (int enveloppe = 0; enveloppe <= 60000; enveloppe += 15000)
    moved += check_sensitivity (self, enveloppe);
  g_test_message ("%u moved", moved);

  classement = load (self, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (pv_sensibilite_compute (classement, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- what may go wrong --- */

static PvScore
score_of (ProgrammeFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PvScore score;

  g_assert_true (pv_score_store_get (self->db, id, &score, &error));
  g_assert_no_error (error);

  return score;
}

static void
test_odd_grids (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GString) sql = g_string_new (base);

  for (int i = 1; i <= 4; i++)
    {
      add_dossier (sql, i, i, "instruit");
      add_instruction (sql, 10 * i + 1, i, 1, "soumise", -1);
    }
  add_note (sql, 11, 11, 5);
  add_note (sql, 11, 12, 4);
  add_note (sql, 11, 13, -1);
  add_note (sql, 11, 14, 0);
  add_note (sql, 21, 21, 4);
  programme_fixture_run (self, sql->str);

  g_assert_cmpint (score_of (self, 1).score, ==, 9200);
  g_assert_cmpint (score_of (self, 1).dispersion, ==, PV_INT_NULL); /* one institution */
  g_assert_cmpint (score_of (self, 2).score, ==, PV_INT_NULL);      /* a criterion is empty */
  g_assert_cmpint (score_of (self, 3).score, ==, PV_INT_NULL);      /* an appel without grid */
  g_assert_cmpint (score_of (self, 4).score, ==, PV_INT_NULL);      /* a grid without criteria */

  /* Out of bounds: as not given, never more than 100. */
  programme_fixture_run (self, "UPDATE note SET valeur = 6 WHERE critere_id = 11");
  g_assert_cmpint (score_of (self, 1).score, ==, PV_INT_NULL);
  programme_fixture_run (self, "UPDATE note SET valeur = 5 WHERE critere_id = 11");

  programme_fixture_run (self, "UPDATE critere SET poids = 0 WHERE grille_id = 1");
  g_assert_cmpint (score_of (self, 1).score, ==, PV_INT_NULL);
  programme_fixture_run (self, "UPDATE critere SET poids = 1 WHERE grille_id = 1");
  g_assert_cmpint (score_of (self, 1).score, ==, 6000);
}

static void
test_another_appel_in_between (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GString) sql = g_string_new (base);

  add_dossier (sql, 1, 2, "instruit");
  add_instruction (sql, 11, 1, 1, "soumise", -1);
  add_note (sql, 11, 21, 4);
  add_note (sql, 11, 22, 3);
  programme_fixture_run (self, sql->str);
  g_assert_cmpint (score_of (self, 1).score, ==, 6000);

  programme_fixture_run (self, "UPDATE dossier SET appel_id = 1");
  g_assert_cmpint (score_of (self, 1).score, ==, PV_INT_NULL);
  programme_fixture_run (self, "INSERT INTO note (instruction_id, critere_id, valeur) VALUES"
                               " (11, 11, 5), (11, 12, 5), (11, 13, 3), (11, 14, 7)");
  g_assert_cmpint (score_of (self, 1).score, ==, 10000);
  programme_fixture_run (self, "UPDATE dossier SET appel_id = 2");
  g_assert_cmpint (score_of (self, 1).score, ==, 6000);
}

/* The marks belong to the institution, not to its name; two that become one keep their rows. */
static void
test_institutions_renamed_and_merged (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GString) sql = g_string_new (base);

  add_dossier (sql, 1, 3, "instruit");
  add_instruction (sql, 11, 1, 1, "soumise", 8000);
  add_instruction (sql, 12, 1, 2, "soumise", 6000);
  programme_fixture_run (self, sql->str);
  g_assert_cmpint (score_of (self, 1).score, ==, 7000);

  programme_fixture_run (self, "UPDATE institution SET nom = 'Préfecture' WHERE id = 1");
  g_assert_cmpint (score_of (self, 1).score, ==, 7000);
  programme_fixture_run (self,
                         "UPDATE instruction SET institution_id = 4 WHERE institution_id = 2");
  programme_fixture_run (self, "DELETE FROM institution WHERE id = 2");
  g_assert_cmpint (score_of (self, 1).score, ==, 7000);
  g_assert_cmpint (score_of (self, 1).dispersion, ==, 2000);

  /* Weighed: 3 and 2; then nobody weighs. */
  programme_fixture_run (self, "INSERT INTO reglage (cle, valeur) VALUES ('score-pondere', '1')");
  g_assert_cmpint (score_of (self, 1).score, ==, 7200);
  programme_fixture_run (self, "UPDATE institution SET poids = 0");
  g_assert_cmpint (score_of (self, 1).score, ==, PV_INT_NULL);
}

static void
test_empty (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvClassement) classement = load (self, PV_CLASSEMENT_TOUTES);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cas = pv_sensibilite_compute (classement, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (classement->lignes->len, ==, 0);
  g_assert_cmpint (classement->enveloppe, ==, PV_CENTS_NULL);
  g_assert_cmpuint (cas->len, ==, 0);
}

static void
test_enveloppes (ProgrammeFixture *self, gconstpointer data)
{
  PvFiltre filtre = { PV_INT_NULL, 2026 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) enveloppes = NULL;
  const PvClassementEnveloppe *first;

  programme_fixture_run (self, base);
  enveloppes = pv_classement_store_enveloppes (self->db, &filtre, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (enveloppes->len, ==, 3);
  first = g_ptr_array_index (enveloppes, 0);
  g_assert_cmpstr (first->libelle, ==, "Tout · Préfecture");
  g_assert_cmpint (first->montant, ==, 70000);
  g_assert_cmpuint (first->niveau, ==, 0);
  g_assert_cmpuint (((PvClassementEnveloppe *)g_ptr_array_index (enveloppes, 2))->niveau, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/classement/" name, ProgrammeFixture, NULL, programme_fixture_set_up, func,         \
              programme_fixture_tear_down)
  ADD ("scores-agree-with-a-plain-calculation", test_scores);
  ADD ("line-is-where-the-envelope-is-exhausted", test_line);
  ADD ("ties-stay-together", test_ties_stay_together);
  ADD ("sensitivity-is-what-other-weights-give", test_sensitivity);
  ADD ("odd-grids", test_odd_grids);
  ADD ("another-appel-in-between", test_another_appel_in_between);
  ADD ("institutions-renamed-and-merged", test_institutions_renamed_and_merged);
  ADD ("empty", test_empty);
  ADD ("envelopes-to-choose-from", test_enveloppes);

  return g_test_run ();
}
