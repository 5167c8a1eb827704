/* test-stats.c: amounts by a key agree with the plain sum, to the cent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/pv-stats.h"

#include <string.h>

#include "programme-hasard.h"
#include "pv-error.h"

/* ---- the plain sums ---- */

static char *
plain_condition (const PvFiltre *filtre)
{
  g_autoptr (GString) where = g_string_new ("d.chapeau = 0");

  if (filtre != NULL && filtre->appel_id != PV_INT_NULL)
    g_string_append_printf (where, " AND d.appel_id = %d", (int)filtre->appel_id);
  if (filtre != NULL && filtre->exercice != PV_INT_NULL)
    g_string_append_printf (where, " AND d.exercice = %d", (int)filtre->exercice);
  return g_string_free (g_steal_pointer (&where), FALSE);
}

static gint64
plain_sum (ProgrammeFixture *self, PvEtape etape, const PvFiltre *filtre, const char *more)
{
  g_autofree char *where = plain_condition (filtre);
  g_autofree char *sql = NULL;

  if (etape == PV_ETAPE_VERSE)
    sql = g_strdup_printf ("SELECT SUM(CASE v.genre WHEN 'reversement' THEN -v.montant_cents"
                           " ELSE v.montant_cents END) FROM versement v"
                           " JOIN financement f ON f.id = v.financement_id"
                           " JOIN financeur fi ON fi.id = f.financeur_id"
                           " JOIN dossier d ON d.id = f.dossier_id WHERE %s AND %s",
                           where, more);
  else
    sql = g_strdup_printf ("SELECT SUM(f.%s_cents) FROM financement f"
                           " JOIN financeur fi ON fi.id = f.financeur_id"
                           " JOIN dossier d ON d.id = f.dossier_id WHERE %s AND %s",
                           pv_etape_to_id (etape), where, more);
  return programme_fixture_int (self, sql);
}

static gint64
plain_count (ProgrammeFixture *self, const PvFiltre *filtre, const char *more)
{
  g_autofree char *where = plain_condition (filtre);
  g_autofree char *sql =
      g_strdup_printf ("SELECT COUNT(*) FROM dossier d WHERE %s AND %s", where, more);

  return programme_fixture_int (self, sql);
}

static const PvStatsRow *
find_row (const PvStats *stats, const char *key)
{
  const PvStatsRow *found = NULL;

  for (guint i = 0; i < stats->rows->len; i++)
    {
      const PvStatsRow *row = g_ptr_array_index (stats->rows, i);

      if (strcmp (row->key, key) != 0)
        continue;
      g_assert_null (found);
      found = row;
    }
  return found;
}

static PvStats *
compute (ProgrammeFixture *self, PvStatsKey by, PvEtape etape, const PvFiltre *filtre)
{
  g_autoptr (GError) error = NULL;
  PvStats *stats = pv_stats_compute (self->db, by, etape, filtre, &error);

  g_assert_no_error (error);
  g_assert_nonnull (stats);
  return stats;
}

static void
assert_row (const PvStats *stats, const char *key, gint64 dossiers, gint64 amount)
{
  const PvStatsRow *row = find_row (stats, key);

  g_test_message ("%s %s", pv_stats_key_to_id (stats->by), key);
  g_assert_nonnull (row);
  g_assert_cmpint (row->dossiers, ==, dossiers);
  g_assert_cmpint (row->amount_cents, ==, amount);
}

static gint64
sum_of_rows (const PvStats *stats)
{
  gint64 sum = PV_CENTS_NULL;

  for (guint i = 0; i < stats->rows->len; i++)
    g_assert_true (
        pv_money_add (sum, ((PvStatsRow *)g_ptr_array_index (stats->rows, i))->amount_cents, &sum));
  return sum;
}

/* ---- tests ---- */

static void
check_totals (ProgrammeFixture *self, const PvFiltre *filtre)
{
  for (guint by = 0; by < PV_N_STATS_KEYS; by++)
    for (guint etape = 0; etape < PV_N_ETAPES; etape++)
      {
        g_autoptr (PvStats) stats = compute (self, by, etape, filtre);
        gint64 sum = plain_sum (self, etape, filtre, "1");

        g_test_message ("%s %s", pv_stats_key_to_id (by), pv_etape_to_id (etape));
        g_assert_cmpint (stats->total.amount_cents, ==, sum);
        g_assert_cmpint (sum_of_rows (stats), ==, sum);
        g_assert_cmpint (stats->total.dossiers, ==, plain_count (self, filtre, "1"));
      }
}

static void
test_totals (ProgrammeFixture *self, gconstpointer data)
{
  const PvFiltre filtres[] = {
    PV_FILTRE_TOUT, { 2, PV_INT_NULL }, { PV_INT_NULL, 2026 }, { 2, 2026 }, { 2, 2025 }
  };

  programme_hasard_fill (self);
  check_totals (self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filtres); i++)
    check_totals (self, &filtres[i]);
}

/* Each row of each key against a query of its own. */
static void
test_rows (ProgrammeFixture *self, gconstpointer data)
{
  static const struct
  {
    PvStatsKey by;
    const char *key;
    const char *dossiers; /* condition on d */
    const char *amount;   /* condition on d, f, fi */
  } rows[] = {
    { PV_STATS_CATEGORIE, "etat",
      "EXISTS (SELECT 1 FROM financement f WHERE f.dossier_id = d.id AND f.financeur_id = 1)",
      "fi.categorie = 'etat'" },
    { PV_STATS_CATEGORIE, "caf",
      "EXISTS (SELECT 1 FROM financement f WHERE f.dossier_id = d.id AND f.financeur_id = 3)",
      "fi.categorie = 'caf'" },
    { PV_STATS_FINANCEUR, "73282932000074",
      "EXISTS (SELECT 1 FROM financement f WHERE f.dossier_id = d.id AND f.financeur_id = 1)",
      "fi.id = 1" },
    { PV_STATS_FINANCEUR, "MEL",
      "EXISTS (SELECT 1 FROM financement f WHERE f.dossier_id = d.id AND f.financeur_id = 4)",
      "fi.id = 4" },
    { PV_STATS_EXERCICE, "2027",
      "EXISTS (SELECT 1 FROM financement f WHERE f.dossier_id = d.id AND f.exercice = 2027)",
      "f.exercice = 2027" },
    { PV_STATS_AXE, "A",
      "d.id IN (SELECT dossier_id FROM dossier_noeud WHERE noeud_id IN (1, 3, 4))",
      "d.id IN (SELECT dossier_id FROM dossier_noeud WHERE noeud_id IN (1, 3, 4))" },
    { PV_STATS_AXE, "", "d.id NOT IN (SELECT dossier_id FROM dossier_noeud WHERE noeud_id < 5)",
      "d.id NOT IN (SELECT dossier_id FROM dossier_noeud WHERE noeud_id < 5)" },
    { PV_STATS_MARQUEUR, "1",
      "d.id IN (SELECT dossier_id FROM marqueur WHERE axe_id = 1 AND valeur = 1)",
      "d.id IN (SELECT dossier_id FROM marqueur WHERE axe_id = 1 AND valeur = 1)" },
    { PV_STATS_MARQUEUR, "non-evalue",
      "d.id NOT IN (SELECT dossier_id FROM marqueur WHERE axe_id = 1 AND valeur IS NOT NULL)",
      "d.id NOT IN (SELECT dossier_id FROM marqueur WHERE axe_id = 1 AND valeur IS NOT NULL)" },
    { PV_STATS_STATUT, "refuse", "d.statut = 'refuse'", "d.statut = 'refuse'" },
    { PV_STATS_STATUT, "notifie", "d.statut = 'notifie'", "d.statut = 'notifie'" },
    { PV_STATS_PORTEUR, "P6", "d.porteur_id = 6", "d.porteur_id = 6" },
    { PV_STATS_NATURE, "nouvelle", "d.nature = 'nouvelle'", "d.nature = 'nouvelle'" },
    { PV_STATS_NATURE, "", "d.nature IS NULL", "d.nature IS NULL" },
    { PV_STATS_CPO, "oui", "d.cpo_duree IS NOT NULL", "d.cpo_duree IS NOT NULL" },
    { PV_STATS_CPO, "non", "d.cpo_duree IS NULL", "d.cpo_duree IS NULL" },
    { PV_STATS_TERRITOIRE, "", "d.id NOT IN (SELECT dossier_id FROM dossier_territoire)",
      "d.id NOT IN (SELECT dossier_id FROM dossier_territoire)" },
  };

  programme_hasard_fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint etape = 0; etape < PV_N_ETAPES; etape++)
      {
        g_autoptr (PvStats) stats = compute (self, rows[i].by, etape, NULL);

        assert_row (stats, rows[i].key, plain_count (self, NULL, rows[i].dossiers),
                    plain_sum (self, etape, NULL, rows[i].amount));
      }
}

static const PvMatriceRow *
find_matrice_row (const PvMatrice *matrice, const char *key)
{
  for (guint i = 0; i < matrice->rows->len; i++)
    {
      const PvMatriceRow *row = g_ptr_array_index (matrice->rows, i);
      if (strcmp (row->key, key) == 0)
        return row;
    }
  return NULL;
}

static void
check_cells (const PvMatriceRow *row)
{
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      PvCents sum = PV_CENTS_NULL;

      for (guint c = 0; c < PV_STATS_N_CATEGORIES; c++)
        g_assert_true (pv_money_add (sum, row->cells[c][etape], &sum));
      g_assert_cmpint (sum, ==, row->total[etape]);
    }
}

static void
check_matrice_stage (ProgrammeFixture *self,
                     const PvMatrice *matrice,
                     PvEtape etape,
                     const PvFiltre *filtre)
{
  g_autoptr (PvStats) stats = compute (self, matrice->by, etape, filtre);

  g_assert_cmpuint (stats->rows->len, ==, matrice->rows->len);
  g_assert_cmpint (stats->total.amount_cents, ==, matrice->total.total[etape]);
  g_assert_cmpint (stats->total.dossiers, ==, matrice->total.dossiers);
  for (guint i = 0; i < stats->rows->len; i++)
    {
      const PvStatsRow *row = g_ptr_array_index (stats->rows, i);
      const PvMatriceRow *other = find_matrice_row (matrice, row->key);

      g_assert_nonnull (other);
      g_assert_cmpstr (row->label, ==, other->label);
      g_assert_cmpint (row->dossiers, ==, other->dossiers);
      g_assert_cmpint (row->amount_cents, ==, other->total[etape]);
    }
}

static void
test_matrice (ProgrammeFixture *self, gconstpointer data)
{
  const PvFiltre filtre = { PV_INT_NULL, 2026 };

  programme_hasard_fill (self);
  for (guint by = 0; by < PV_N_STATS_KEYS; by++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PvMatrice) matrice = pv_stats_matrice (self->db, by, &filtre, &error);

      g_assert_no_error (error);
      g_test_message ("%s", pv_stats_key_to_id (by));
      check_cells (&matrice->total);
      for (guint i = 0; i < matrice->rows->len; i++)
        check_cells (g_ptr_array_index (matrice->rows, i));
      for (guint etape = 0; etape < PV_N_ETAPES; etape++)
        check_matrice_stage (self, matrice, etape, &filtre);
      for (guint c = 0; c < PV_STATS_N_CATEGORIES; c++)
        {
          g_autofree char *of_category =
              g_strdup_printf ("fi.categorie = '%s'", pv_categorie_to_id ((PvCategorie)c));
          g_assert_cmpint (matrice->total.cells[c][PV_ETAPE_VOTE], ==,
                           plain_sum (self, PV_ETAPE_VOTE, &filtre, of_category));
        }
    }
}

/* 100,00 € over three thirds; a cent left goes to the largest remainder, then
 * to the first. */
static const char thirds[] =
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
    " VALUES (1, 'x1', 1, 'N1', 5, 'A', 'depose', 2025), (2, 'x2', 1, 'N2', 5, 'B', 'depose', "
    "2025),"
    " (3, 'x3', 1, 'N3', 5, 'C', 'depose', 2025), (4, 'x4', 1, 'N4', 5, 'D', 'depose', 2025);"
    "INSERT INTO dossier_territoire (dossier_id, quartier_id, commune_id, part_bp) VALUES"
    " (1, 2, NULL, 3333), (1, 1, NULL, 3333), (1, NULL, 1, 3334),"
    " (2, 1, NULL, NULL), (3, 1, NULL, NULL), (3, 2, NULL, NULL);"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    " propose_cents) VALUES"
    " (1, 'm1', 1, 1, 2025, 5, NULL), (2, 'm2', 1, 2, 2025, 6, NULL),"
    " (3, 'm3', 2, 1, 2025, 700, NULL), (4, 'm4', 3, 1, 2025, 90, NULL),"
    " (5, 'm5', 4, 1, 2025, 8, NULL);";

static void
test_shares (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvStats) stats = NULL;
  g_autoptr (PvMatrice) matrice = NULL;
  const PvMatriceRow *alma;

  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, thirds);
  stats = compute (self, PV_STATS_TERRITOIRE, PV_ETAPE_SOLLICITE, NULL);

  /* 11 cents: 3.6663, 3.6663, 3.6674: the largest remainder is Roubaix, then the
   * first of the two others in the order they were given, which is Sud. */
  assert_row (stats, "59512", 1, 4);
  assert_row (stats, "QN05902M", 2, 4);
  assert_row (stats, "QN05901M", 3, 3 + 700);
  assert_row (stats, PV_STATS_NON_REPARTI, 1, 90);
  assert_row (stats, PV_STATS_NON_RENSEIGNE, 1, 8);
  g_assert_cmpuint (stats->rows->len, ==, 5);
  g_assert_cmpint (stats->total.amount_cents, ==, 809);
  g_assert_cmpint (stats->total.dossiers, ==, 4);

  /* By decreasing amount; what has no key, then what is not shared, last. */
  g_assert_cmpstr (((PvStatsRow *)g_ptr_array_index (stats->rows, 0))->key, ==, "QN05901M");
  g_assert_cmpstr (((PvStatsRow *)g_ptr_array_index (stats->rows, 3))->label, ==, "non renseigné");
  g_assert_cmpstr (((PvStatsRow *)g_ptr_array_index (stats->rows, 4))->label, ==, "non réparti");

  matrice = pv_stats_matrice (self->db, PV_STATS_TERRITOIRE, NULL, NULL);
  alma = find_matrice_row (matrice, "QN05901M");
  g_assert_cmpint (alma->total[PV_ETAPE_SOLLICITE], ==, 703);
  check_cells (alma);
}

/* The same dossiers, whose quartiers now say in which commune of theirs they lie. */
static void
test_a_commune_of_a_quartier_changes_nothing (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvStats) before = NULL;
  g_autoptr (PvStats) after = NULL;

  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, thirds);
  before = compute (self, PV_STATS_TERRITOIRE, PV_ETAPE_SOLLICITE, NULL);
  programme_fixture_run (
      self, "INSERT INTO quartier_commune (quartier_id, commune_id) SELECT q.id, c.id"
            "  FROM quartier q, commune c;"
            "UPDATE dossier_territoire SET commune_id = 2 WHERE quartier_id IS NOT NULL;"
            "INSERT INTO dossier_territoire (dossier_id, quartier_id, commune_id) VALUES"
            " (2, 1, 1), (3, 2, 1);");
  after = compute (self, PV_STATS_TERRITOIRE, PV_ETAPE_SOLLICITE, NULL);

  g_assert_cmpuint (after->rows->len, ==, before->rows->len);
  for (guint i = 0; i < before->rows->len; i++)
    {
      const PvStatsRow *row = g_ptr_array_index (before->rows, i);

      assert_row (after, row->key, row->dossiers, row->amount_cents);
    }
  g_assert_cmpint (after->total.amount_cents, ==, before->total.amount_cents);
}

static void
test_null_is_not_0 (ProgrammeFixture *self, gconstpointer data)
{
  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, thirds);
  for (guint by = 0; by < PV_N_STATS_KEYS; by++)
    {
      g_autoptr (PvStats) none = compute (self, by, PV_ETAPE_PROPOSE, NULL);

      g_assert_cmpint (none->total.amount_cents, ==, PV_CENTS_NULL);
      g_assert_cmpint (sum_of_rows (none), ==, PV_CENTS_NULL);
      g_assert_cmpint (none->total.dossiers, ==, 4);
    }

  programme_fixture_run (self, "UPDATE financement SET propose_cents = 0 WHERE id = 5");
  for (guint by = 0; by < PV_N_STATS_KEYS; by++)
    {
      g_autoptr (PvStats) refused = compute (self, by, PV_ETAPE_PROPOSE, NULL);

      g_assert_cmpint (refused->total.amount_cents, ==, 0);
      g_assert_cmpint (sum_of_rows (refused), ==, 0);
    }
}

static void
test_chapeau (ProgrammeFixture *self, gconstpointer data)
{
  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, thirds);
  programme_fixture_run (self, "UPDATE dossier SET chapeau = 1 WHERE id = 2;"
                               "UPDATE dossier SET partie_de_id = 2 WHERE id = 3");
  for (guint by = 0; by < PV_N_STATS_KEYS; by++)
    {
      g_autoptr (PvStats) stats = compute (self, by, PV_ETAPE_SOLLICITE, NULL);

      g_assert_cmpint (stats->total.amount_cents, ==, 109);
      g_assert_cmpint (stats->total.dossiers, ==, 3);
    }
}

static void
test_orders (ProgrammeFixture *self, gconstpointer data)
{
  static const struct
  {
    PvStatsKey by;
    const char *keys;
  } cases[] = {
    { PV_STATS_CATEGORIE, "etat region " },   { PV_STATS_STATUT, "depose instruit refuse " },
    { PV_STATS_MARQUEUR, "0 2 non-evalue " }, { PV_STATS_EXERCICE, "2025 2026 " },
    { PV_STATS_PORTEUR, "P5 P7 P6 " },
  };

  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, thirds);
  programme_fixture_run (self,
                         "UPDATE dossier SET statut = 'refuse', porteur_id = 6 WHERE id = 1;"
                         "UPDATE dossier SET statut = 'instruit', porteur_id = 7 WHERE id = 3;"
                         "UPDATE financement SET exercice = 2026 WHERE id = 3;"
                         "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur) VALUES"
                         " ('a', 1, 1, 0), ('b', 2, 1, 2)");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PvStats) stats = compute (self, cases[i].by, PV_ETAPE_SOLLICITE, NULL);
      g_autoptr (GString) keys = g_string_new (NULL);

      for (guint j = 0; j < stats->rows->len; j++)
        g_string_append_printf (keys, "%s ",
                                ((PvStatsRow *)g_ptr_array_index (stats->rows, j))->key);
      g_assert_cmpstr (keys->str, ==, cases[i].keys);
    }
}

static void
test_empty (ProgrammeFixture *self, gconstpointer data)
{
  for (guint by = 0; by < PV_N_STATS_KEYS; by++)
    {
      g_autoptr (PvStats) stats = compute (self, by, PV_ETAPE_VERSE, NULL);
      g_autoptr (PvMatrice) matrice = pv_stats_matrice (self->db, by, NULL, NULL);

      g_assert_cmpuint (stats->rows->len, ==, 0);
      g_assert_cmpint (stats->total.dossiers, ==, 0);
      g_assert_cmpint (stats->total.amount_cents, ==, PV_CENTS_NULL);
      g_assert_cmpuint (matrice->rows->len, ==, 0);
    }
}

/* Without a principal frame the roots of any frame are the axes. */
static void
test_no_principal_frame (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvStats) stats = NULL;

  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, thirds);
  programme_fixture_run (
      self, "UPDATE cadre SET principal = 0;"
            "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal) VALUES (1, 5, 1),"
            " (2, 4, 1), (3, 4, 0)");
  stats = compute (self, PV_STATS_AXE, PV_ETAPE_SOLLICITE, NULL);
  assert_row (stats, "A", 1, 700);
  assert_row (stats, "T1", 1, 11);
  assert_row (stats, "", 2, 98);
}

/* Two amounts that each fit and whose sum does not. */
static void
test_overflow (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  programme_fixture_run (self, programme_hasard_base);
  programme_fixture_run (self, thirds);
  programme_fixture_run (
      self, "UPDATE financement SET vote_cents = 9000000000000000000 WHERE id IN (3, 4)");
  g_assert_null (pv_stats_compute (self->db, PV_STATS_CATEGORIE, PV_ETAPE_VOTE, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_null (pv_stats_compute (self->db, PV_STATS_TERRITOIRE, PV_ETAPE_VOTE, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_null (pv_stats_compute (self->db, PV_STATS_STATUT, PV_ETAPE_VOTE, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_ids (void)
{
  PvStatsKey by;

  for (guint i = 0; i < PV_N_STATS_KEYS; i++)
    {
      g_assert_true (pv_stats_key_from_id (pv_stats_key_to_id (i), &by));
      g_assert_cmpuint (by, ==, i);
    }
  g_assert_false (pv_stats_key_from_id ("autre", &by));
  g_assert_false (pv_stats_key_from_id (NULL, &by));
}

/* Every status the schema allows has a place and a label. */
static void
test_all_statuses (ProgrammeFixture *self, gconstpointer data)
{
  static const char *const statuts[] = { "depose",      "incomplet",      "recevable",
                                         "irrecevable", "en-instruction", "instruit",
                                         "propose",     "programme",      "programme-sous-reserve",
                                         "ajourne",     "refuse",         "reoriente",
                                         "notifie",     "en-cours",       "bilan-recu",
                                         "solde",       "abandonne" };
  g_autoptr (PvStats) stats = NULL;

  programme_fixture_run (self, programme_hasard_base);
  for (guint i = 0; i < G_N_ELEMENTS (statuts); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
          " VALUES (%u, 'x%u', 1, 'N%u', 5, 'A', '%s', 2025)",
          i + 1, i, i, statuts[G_N_ELEMENTS (statuts) - 1 - i]);
      programme_fixture_run (self, sql);
    }
  stats = compute (self, PV_STATS_STATUT, PV_ETAPE_SOLLICITE, NULL);
  g_assert_cmpuint (stats->rows->len, ==, G_N_ELEMENTS (statuts));
  for (guint i = 0; i < G_N_ELEMENTS (statuts); i++)
    g_assert_cmpstr (((PvStatsRow *)g_ptr_array_index (stats->rows, i))->key, ==, statuts[i]);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, ProgrammeFixture, NULL, programme_fixture_set_up, test,                        \
              programme_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/ids-go-both-ways", test_ids);
  ADD ("/stats/every-total-is-the-plain-sum", test_totals);
  ADD ("/stats/every-row-is-its-own-plain-sum", test_rows);
  ADD ("/stats/matrix-agrees-with-each-stage", test_matrice);
  ADD ("/stats/shares-are-exact-to-the-cent", test_shares);
  ADD ("/stats/a-commune-of-a-quartier-changes-nothing",
       test_a_commune_of_a_quartier_changes_nothing);
  ADD ("/stats/not-known-is-not-0", test_null_is_not_0);
  ADD ("/stats/chapeau-is-left-out", test_chapeau);
  ADD ("/stats/rows-have-their-order", test_orders);
  ADD ("/stats/all-statuses-have-a-place", test_all_statuses);
  ADD ("/stats/empty-file-has-no-row", test_empty);
  ADD ("/stats/without-a-principal-frame", test_no_principal_frame);
  ADD ("/stats/too-large-a-sum-is-refused", test_overflow);
  return g_test_run ();
}
