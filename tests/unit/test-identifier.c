/* test-identifier.c: identifiers are kept, repaired when certain, or refused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pv-identifier.h"

#define SIRET PV_IDENTIFIER_SIRET
#define SIREN PV_IDENTIFIER_SIREN
#define RNA PV_IDENTIFIER_RNA
#define INSEE PV_IDENTIFIER_INSEE
#define QPV PV_IDENTIFIER_QPV
#define CONTRAT PV_IDENTIFIER_CONTRAT

#define EMPTY PV_IDENTIFIER_EMPTY
#define VALID PV_IDENTIFIER_VALID
#define REPAIRED PV_IDENTIFIER_REPAIRED
#define INVALID PV_IDENTIFIER_INVALID

static const struct
{
  PvIdentifierKind kind;
  const char *text;
  PvIdentifierResult result;
  const char *canonical;
  const char *reason; /* a part of it */
} codes[] = {
  { SIRET, NULL, EMPTY, NULL, NULL },
  { SIRET, " \u00a0", EMPTY, NULL, NULL },
  { SIRET, "NC", EMPTY, NULL, NULL },
  { SIRET, "27010003500012", VALID, "27010003500012", NULL },
  { SIRET, " 27010003500012\u00a0", VALID, "27010003500012", NULL },
  { SIRET, "35600000049837", VALID, "35600000049837", NULL },
  { SIRET, "35600000000048", VALID, "35600000000048", NULL },
  { SIRET, "270 100 035 00012", REPAIRED, "27010003500012", "separators" },
  { SIRET, "270\u00a0100\u202f035\u00a000012", REPAIRED, "27010003500012", "separators" },
  { SIRET, "270.100.035.00012", REPAIRED, "27010003500012", "separators" },
  { SIRET, "'27010003500012", REPAIRED, "27010003500012", "separators" },
  { SIRET, "27010003500012.0", REPAIRED, "27010003500012", "“.0”" },
  { SIRET, "27010003500012,00", REPAIRED, "27010003500012", "“.0”" },
  { SIRET, "5580113000010", INVALID, NULL, "13 digits" },
  { SIRET, "7,17E+13", INVALID, NULL, "lost its digits" },
  { SIRET, "7.17e13", INVALID, NULL, "lost its digits" },
  { SIRET, "270100035", INVALID, NULL, "SIREN" },
  { SIRET, "2701000350001", INVALID, NULL, "13 digits" },
  { SIRET, "27010003500012.5", INVALID, NULL, "15 digits" },
  { SIRET, "2701000350001X", INVALID, NULL, "14 digits" },
  { SIRET, "néant", INVALID, NULL, "14 digits" },
  { SIRET, "21860194600000", INVALID, "21860194600000", "key" },
  { SIRET, "218 601 946 00000", INVALID, "21860194600000", "key" },
  { SIRET, "00000000000000", INVALID, NULL, "key" },
  { SIRET, "35600000049838", INVALID, "35600000049838", "key" },
  { SIREN, "356000000", VALID, "356000000", NULL },
  { SIREN, "270 100 035", REPAIRED, "270100035", "separators" },
  { SIREN, "5580113", INVALID, NULL, "7 digits" },
  { SIREN, "270100036", INVALID, "270100036", "key" },
  { SIREN, "27010003500012", INVALID, NULL, "SIRET" },
  { SIREN, "000000000", INVALID, NULL, "key" },
  { SIREN, "ABC", INVALID, NULL, "9 digits" },
  { SIREN, "2,7E+08", INVALID, NULL, "lost its digits" },
  { RNA, "W751234567", VALID, "W751234567", NULL },
  { RNA, "W9A1234567", VALID, "W9A1234567", NULL },
  { RNA, "w751234567", REPAIRED, "W751234567", "capitalized" },
  { RNA, "W 751 234 567", REPAIRED, "W751234567", "separators" },
  { RNA, "W75123456", INVALID, NULL, "W751234567" },
  { RNA, "751234567", INVALID, NULL, "RNA" },
  { RNA, "WA51234567", INVALID, NULL, "RNA" },
  { RNA, "", EMPTY, NULL, NULL },
  { INSEE, "02001", VALID, "02001", NULL },
  { INSEE, "2A004", VALID, "2A004", NULL },
  { INSEE, "59350", VALID, "59350", NULL },
  { INSEE, "97105", VALID, "97105", NULL },
  { INSEE, "97801", VALID, "97801", NULL },
  { INSEE, "98735", VALID, "98735", NULL },
  { INSEE, "75120", VALID, "75120", NULL },
  { INSEE, "2001", REPAIRED, "02001", "zero" },
  { INSEE, "9722", REPAIRED, "09722", "zero" },
  { INSEE, "2001.0", REPAIRED, "02001", "“.0” of a number removed, lost" },
  { INSEE, "2a004", REPAIRED, "2A004", "capitalized" },
  { INSEE, "59 350", REPAIRED, "59350", "separators" },
  { INSEE, "59000", INVALID, NULL, "postal" },
  { INSEE, "97100", INVALID, NULL, "postal" },
  { INSEE, "9000", INVALID, NULL, "postal" },
  { INSEE, "00123", INVALID, NULL, "département" },
  { INSEE, "20004", INVALID, NULL, "département" },
  { INSEE, "99138", INVALID, NULL, "département" },
  { INSEE, "97901", INVALID, NULL, "département" },
  { INSEE, "2C004", INVALID, NULL, "département" },
  { INSEE, "5935A", INVALID, NULL, "département" },
  { INSEE, "350", INVALID, NULL, "5 characters" },
  { INSEE, "593500", INVALID, NULL, "5 characters" },
  { INSEE, "Lille", INVALID, NULL, "département" },
  { INSEE, "2E+03", INVALID, NULL, "lost its digits" },
  { QPV, "QP059001", VALID, "QP059001", NULL },
  { QPV, "QP02A001", VALID, "QP02A001", NULL },
  { QPV, "QP974012", VALID, "QP974012", NULL },
  { QPV, "QP987001", VALID, "QP987001", NULL },
  { QPV, "QN05901M", VALID, "QN05901M", NULL },
  { QPV, "QN97101N", VALID, "QN97101N", NULL },
  { QPV, "qn05901m", REPAIRED, "QN05901M", "capitalized" },
  { QPV, "QP 059 001", REPAIRED, "QP059001", "separators" },
  { QPV, "QP59001", INVALID, NULL, "QP059001" },
  { QPV, "QP000001", INVALID, NULL, "QPV" },
  { QPV, "QP0590011", INVALID, NULL, "QPV" },
  { QPV, "QN059011", INVALID, NULL, "QPV" },
  { QPV, "QN99901M", INVALID, NULL, "QPV" },
  { QPV, "XP059001", INVALID, NULL, "QPV" },
  { CONTRAT, "CN00104M", VALID, "CN00104M", NULL },
  { CONTRAT, "CN02A01I", VALID, "CN02A01I", NULL },
  { CONTRAT, "CV373", VALID, "CV373", NULL },
  { CONTRAT, "cn00104m", REPAIRED, "CN00104M", "capitalized" },
  { CONTRAT, "CN00104", INVALID, NULL, "contrat" },
  { CONTRAT, "CN09904M", INVALID, NULL, "contrat" },
  { CONTRAT, "CV37", INVALID, NULL, "contrat" },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *canonical = NULL;
      g_autofree char *reason = NULL;

      g_test_message ("%s", codes[i].text);
      g_assert_cmpint (pv_identifier_check (codes[i].kind, codes[i].text, &canonical, &reason), ==,
                       codes[i].result);
      g_assert_cmpint (pv_identifier_check (codes[i].kind, codes[i].text, NULL, NULL), ==,
                       codes[i].result);
      g_assert_cmpstr (canonical, ==, codes[i].canonical);

      if (codes[i].reason == NULL)
        g_assert_null (reason);
      else
        g_assert_nonnull (strstr (reason, codes[i].reason));
    }
}

/* Appends the digit that makes the key right. */
static void
append_key (GString *digits)
{
  guint sum = 0;

  for (gsize i = 0; i < digits->len; i++)
    {
      guint digit = (guint)(digits->str[digits->len - 1 - i] - '0');

      digit *= i % 2 == 0 ? 2 : 1;
      sum += digit / 10 + digit % 10;
    }

  g_string_append_c (digits, (char)('0' + (10 - sum % 10) % 10));
}

static GString *
random_number (PvIdentifierKind kind)
{
  GString *digits = g_string_new (NULL);
  gsize length = kind == SIRET ? 13 : 8;

  g_string_append_c (digits, (char)('1' + g_test_rand_int_range (0, 9)));
  while (digits->len < length)
    g_string_append_c (digits, (char)('0' + g_test_rand_int_range (0, 10)));
  append_key (digits);

  return digits;
}

/* The Luhn key sees any single wrong digit. */
static void
test_key_sees_one_wrong_digit (void)
{
  for (int n = 0; n < 2000; n++)
    {
      PvIdentifierKind kind = g_test_rand_bit () ? SIRET : SIREN;
      g_autoptr (GString) digits = random_number (kind);
      gsize at = (gsize)g_test_rand_int_range (1, (gint32)digits->len);
      int shift = g_test_rand_int_range (1, 10);

      if (g_str_has_prefix (digits->str, "35600000"))
        continue;

      g_assert_cmpint (pv_identifier_check (kind, digits->str, NULL, NULL), ==, VALID);
      digits->str[at] = (char)('0' + (digits->str[at] - '0' + shift) % 10);
      g_assert_cmpint (pv_identifier_check (kind, digits->str, NULL, NULL), ==, INVALID);
    }
}

static void
test_lost_zero_is_put_back (void)
{
  for (int n = 0; n < 500; n++)
    {
      PvIdentifierKind kind = g_test_rand_bit () ? SIRET : SIREN;
      g_autoptr (GString) digits = random_number (kind);
      g_autofree char *canonical = NULL;
      g_autofree char *reason = NULL;

      /* A key does not see a leading zero: take one digit less. */
      g_string_truncate (digits, digits->len - 2);
      append_key (digits);

      g_assert_cmpint (pv_identifier_check (kind, digits->str, &canonical, &reason), ==, REPAIRED);
      g_assert_cmpstr (canonical + 1, ==, digits->str);
      g_assert_cmpint (canonical[0], ==, '0');
      g_assert_nonnull (strstr (reason, canonical));
    }
}

static void
test_canonical_is_valid (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *again = NULL;

      if (codes[i].canonical == NULL || codes[i].result == INVALID)
        continue;

      g_assert_cmpint (pv_identifier_check (codes[i].kind, codes[i].canonical, &again, NULL), ==,
                       VALID);
      g_assert_cmpstr (again, ==, codes[i].canonical);
    }
}

static void
test_siret_helpers (void)
{
  g_autofree char *siren = pv_identifier_siren_of_siret ("27010003500012");

  g_assert_cmpstr (siren, ==, "270100035");
  g_assert_null (pv_identifier_siren_of_siret ("270100035"));
  g_assert_null (pv_identifier_siren_of_siret (NULL));

  g_assert_true (pv_identifier_siret_is_valid ("35600000049837"));
  g_assert_false (pv_identifier_siret_is_valid ("21860194600000"));
  g_assert_false (pv_identifier_siret_is_valid ("270 100 035 00012"));
  g_assert_false (pv_identifier_siret_is_valid (""));
  g_assert_false (pv_identifier_siret_is_valid (NULL));
}

static void
test_qpv_generation (void)
{
  g_assert_cmpint (pv_identifier_qpv_generation ("QP059001"), ==, 2014);
  g_assert_cmpint (pv_identifier_qpv_generation ("QN05901M"), ==, 2024);
  g_assert_cmpint (pv_identifier_qpv_generation ("QN0"), ==, 0);
  g_assert_cmpint (pv_identifier_qpv_generation (""), ==, 0);
  g_assert_cmpint (pv_identifier_qpv_generation (NULL), ==, 0);
}

/* Every code in column @column of an official file passes. */
static void
check_official_file (const char *name, guint column, PvIdentifierKind kind, guint least)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_checked = 0;

  path = g_build_filename (g_getenv ("PV_SHARED_DATA") ?: "", name, NULL);

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the public data is not there");
      return;
    }

  lines = g_strsplit (text, "\n", -1);

  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, ",", -1);

      g_assert_cmpuint (g_strv_length (cells), >, column);
      if (pv_identifier_check (kind, cells[column], NULL, NULL) != VALID)
        g_error ("%s: %s", name, cells[column]);
      n_checked++;
    }

  g_assert_cmpuint (n_checked, >=, least);
}

static void
test_official_communes (void)
{
  check_official_file ("geo/communes_epci_hauts_de_france_2024.csv", 0, INSEE, 3700);
}

static void
test_official_sirens (void)
{
  check_official_file ("geo/communes_epci_hauts_de_france_2024.csv", 3, SIREN, 3700);
}

static void
test_official_contrats (void)
{
  check_official_file ("p147/contrats_de_ville_2024.csv", 0, CONTRAT, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identifier/check", test_check);
  g_test_add_func ("/identifier/key-sees-one-wrong-digit", test_key_sees_one_wrong_digit);
  g_test_add_func ("/identifier/lost-zero-is-put-back", test_lost_zero_is_put_back);
  g_test_add_func ("/identifier/canonical-is-valid", test_canonical_is_valid);
  g_test_add_func ("/identifier/siret-helpers", test_siret_helpers);
  g_test_add_func ("/identifier/qpv-generation", test_qpv_generation);
  g_test_add_func ("/identifier/official/communes", test_official_communes);
  g_test_add_func ("/identifier/official/sirens", test_official_sirens);
  g_test_add_func ("/identifier/official/contrats", test_official_contrats);

  return g_test_run ();
}
