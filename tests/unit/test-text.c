/* test-text.c: texts fold, sort, compare and stay harmless
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pv-text.h"

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *key;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { " - ", "" },
    { "L’Œuvre  d'Été (n°2)", "l oeuvre d ete n 2" },
    { "nº 2", "n 2" },
    { "ÉCOLE", "ecole" },
    { "e\u0301cole", "ecole" },
    { "Ça, où ? Là-bas !", "ca ou la bas" },
    { "Lætitia", "laetitia" },
    { "STRAßE", "strasse" },
    { "Łódź Øre Đorđe İı", "lodz ore dorde ii" },
    { "ﬁche", "fiche" },
    { "m²", "m2" },
    { "a\u00a0\u202fb\tc\nd", "a b c d" },
    { "co\u00adopé\u200bration", "cooperation" },
    { "ΑΘΗΝΑ", "αθηνα" },
    { "a\xff"
      "b",
      "a b" },
    { "…fin", "fin" },
    { "emoji 🎉!", "emoji" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = pv_text_fold (cases[i].text);

      g_assert_cmpstr (key, ==, cases[i].key);
    }
}

/* A short text with letters, marks, signs and bad bytes. */
static char *
random_text (void)
{
  static const char *const bits[] = {
    "a",  "B", "é",    "E\u0301", "œ",      " ",      "\u00a0", "'",  "’", "=",      "+",
    "-",  "@", "\t",   "\r",      "\n",     "0",      "07",     "12", "9", "\u200b", "ß",
    "漢", "ª", "\xe9", "\xe2",    "\u2028", "\u0301", "½",      "_",  "İ",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
    g_string_append (text, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);

  return g_string_free (text, FALSE);
}

static void
test_fold_is_stable (void)
{
  for (int n = 0; n < 3000; n++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *key = pv_text_fold (text);
      g_autofree char *again = pv_text_fold (key);

      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_cmpstr (again, ==, key);
      g_assert_null (strstr (key, "  "));
      g_assert_false (g_str_has_prefix (key, " "));
      g_assert_false (g_str_has_suffix (key, " "));
    }
}

static void
test_sort_key (void)
{
  static const char *const ordered[] = {
    "",
    "2 rues",
    "10 rues",
    "100 rues",
    "Éa",
    "eb",
    "Lot 2",
    "lot 3",
    "Lot 10",
    "lot 10 a",
    "lot 10 b",
    "Lot 0011",
    "Lot 99999999999999999999",
    "lots",
  };

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (ordered); i++)
    {
      g_autofree char *before = pv_text_sort_key (ordered[i]);
      g_autofree char *after = pv_text_sort_key (ordered[i + 1]);

      g_test_message ("%s / %s", ordered[i], ordered[i + 1]);
      g_assert_cmpstr (before, <, after);
    }
}

static void
test_sort_key_ignores_leading_zeros (void)
{
  g_autofree char *one = pv_text_sort_key ("QP 007");
  g_autofree char *other = pv_text_sort_key ("qp 7");
  g_autofree char *zero = pv_text_sort_key ("000");
  g_autofree char *null = pv_text_sort_key ("0");

  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (zero, ==, null);
}

static void
test_sort_key_compares_numbers (void)
{
  for (int n = 0; n < 1000; n++)
    {
      gint32 a = g_test_rand_int_range (0, 1 << g_test_rand_int_range (1, 30));
      gint32 b = g_test_rand_int_range (0, 1 << g_test_rand_int_range (1, 30));
      g_autofree char *left_text = g_strdup_printf ("n%d x", a);
      g_autofree char *right_text = g_strdup_printf ("n%d x", b);
      g_autofree char *left = pv_text_sort_key (left_text);
      g_autofree char *right = pv_text_sort_key (right_text);

      g_assert_cmpint (strcmp (left, right) < 0, ==, a < b);
      g_assert_cmpint (strcmp (left, right) > 0, ==, a > b);
    }
}

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    gboolean keep_lines;
    const char *clean;
  } cases[] = {
    { NULL, FALSE, "" },
    { "  a \u00a0\u202f b\tc ", FALSE, "a b c" },
    { "a\nb\r\nc", FALSE, "a b c" },
    { "a\x01"
      "b\x7f",
      FALSE, "a b" },
    { "\ufeffa\u200bb\u00ad", FALSE, "ab" },
    { "été  d’Ivry", FALSE, "été d’Ivry" },
    { " \n a \r\n b \r c\n\n\n\nd \n", TRUE, "a\nb\nc\n\nd" },
    { "a\u2028b\vc", TRUE, "a\nb\nc" },
    { "a\xff", FALSE, "a\ufffd" },
    { "\n\n", TRUE, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = pv_text_clean (cases[i].text, cases[i].keep_lines);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
}

static void
test_clean_is_stable (void)
{
  for (int n = 0; n < 2000; n++)
    {
      gboolean lines = g_test_rand_bit ();
      g_autofree char *text = random_text ();
      g_autofree char *clean = pv_text_clean (text, lines);
      g_autofree char *again = pv_text_clean (clean, lines);

      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_excerpt (void)
{
  g_autofree char *whole = pv_text_excerpt ("été", 3);
  g_autofree char *cut = pv_text_excerpt ("l’été\nindien", 5);
  g_autofree char *none = pv_text_excerpt (NULL, 5);

  g_assert_cmpstr (whole, ==, "été");
  g_assert_cmpstr (cut, ==, "l’été…");
  g_assert_cmpstr (none, ==, "");
}

static void
test_similarity (void)
{
  g_assert_cmpint (pv_text_similarity_bp ("Été à Mons", "ETE A MONS!"), ==, 10000);
  g_assert_cmpint (pv_text_similarity_bp ("abc", "xyz"), ==, 0);
  g_assert_cmpint (pv_text_similarity_bp ("", ""), ==, 0);
  g_assert_cmpint (pv_text_similarity_bp (NULL, "a"), ==, 0);
  g_assert_cmpint (pv_text_similarity_bp ("a", "a"), ==, 10000);
  /* " ab", "ab " and " ac", "ac ": nothing shared; with "abc": " ab". */
  g_assert_cmpint (pv_text_similarity_bp ("ab", "ac"), ==, 0);
  g_assert_cmpint (pv_text_similarity_bp ("ab", "abc"), ==, 4000);
  g_assert_cmpint (
      pv_text_similarity_bp ("Ateliers numériques pour tous", "Atelier numérique pour tous"), >,
      8000);
  g_assert_cmpint (
      pv_text_similarity_bp ("Ateliers numériques pour tous", "Accompagnement scolaire"), <, 3000);
}

static void
test_similarity_is_symmetric (void)
{
  for (int n = 0; n < 1000; n++)
    {
      g_autofree char *a = random_text ();
      g_autofree char *b = random_text ();
      int similarity = pv_text_similarity_bp (a, b);

      g_assert_cmpint (similarity, ==, pv_text_similarity_bp (b, a));
      g_assert_cmpint (similarity, >=, 0);
      g_assert_cmpint (similarity, <=, 10000);
    }
}

static void
test_formula (void)
{
  static const struct
  {
    const char *text;
    const char *neutral;
  } cases[] = {
    { "=1+1", "'=1+1" },
    { "+33 3 20 00 00 00", "'+33 3 20 00 00 00" },
    { "-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" },
    { "\r=1", "'\r=1" },
    { "\n=1", "'\n=1" },
    { "＝1+1", "'＝1+1" },
    { "a=b", "a=b" },
    { "'a", "'a" },
    { "'=1", "''=1" },
    { "", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *neutral = pv_text_neutralise (cases[i].text);

      g_assert_cmpstr (neutral, ==, cases[i].neutral);
      g_assert_false (pv_text_is_formula_like (neutral));
    }
}

static void
test_restore_undoes_neutralise (void)
{
  g_autofree char *nothing = pv_text_restore (NULL);

  g_assert_cmpstr (nothing, ==, "");

  for (int n = 0; n < 3000; n++)
    {
      g_autofree char *text = random_text ();
      g_autofree char *neutral = pv_text_neutralise (text);
      g_autofree char *restored = pv_text_restore (neutral);

      g_assert_cmpstr (restored, ==, text);
    }
}

static void
test_valid_utf8 (void)
{
  gsize offset = 42;

  g_assert_true (pv_text_valid_utf8 ("été", -1, &offset));
  g_assert_true (pv_text_valid_utf8 ("", 0, NULL));
  g_assert_cmpuint (offset, ==, 42);
  g_assert_false (pv_text_valid_utf8 ("ab\xe9", -1, &offset));
  g_assert_cmpuint (offset, ==, 2);
  g_assert_false (pv_text_valid_utf8 ("a\0b", 3, &offset));
  g_assert_cmpuint (offset, ==, 1);
  g_assert_false (pv_text_valid_utf8 ("\xff", 1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold/table", test_fold);
  g_test_add_func ("/text/fold/is-stable", test_fold_is_stable);
  g_test_add_func ("/text/sort-key/order", test_sort_key);
  g_test_add_func ("/text/sort-key/ignores-leading-zeros", test_sort_key_ignores_leading_zeros);
  g_test_add_func ("/text/sort-key/compares-numbers", test_sort_key_compares_numbers);
  g_test_add_func ("/text/clean/table", test_clean);
  g_test_add_func ("/text/clean/is-stable", test_clean_is_stable);
  g_test_add_func ("/text/excerpt", test_excerpt);
  g_test_add_func ("/text/similarity/table", test_similarity);
  g_test_add_func ("/text/similarity/is-symmetric", test_similarity_is_symmetric);
  g_test_add_func ("/text/formula/table", test_formula);
  g_test_add_func ("/text/formula/restore-undoes-neutralise", test_restore_undoes_neutralise);
  g_test_add_func ("/text/valid-utf8", test_valid_utf8);

  return g_test_run ();
}
