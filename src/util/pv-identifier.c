/* pv-identifier.c: SIRET, SIREN, RNA, INSEE, QPV and contrat codes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-identifier.h"

#include "pv-langue.h"
#include <string.h>

#include "pv-number.h"
#include "pv-text.h"

#define SIREN_LENGTH 9
#define SIRET_LENGTH 14
#define INSEE_LENGTH 5
#define SIREN_LA_POSTE "356000000"
#define DIGITS "0123456789"

typedef enum
{
  REPAIR_SEPARATORS = 1 << 0,
  REPAIR_TAIL = 1 << 1,
  REPAIR_CASE = 1 << 2,
  REPAIR_ZERO = 1 << 3,
} Repairs;

/* Reads a cleaned code, may add a lost zero to it. Returns NULL when it is one
 * of its kind, else why not; @keep is set when only its key is wrong. */
typedef char *(*CheckFunc) (GString *code, Repairs *repairs, gboolean *keep);

static gboolean
is_digits (const char *text)
{
  return *text != '\0' && text[strspn (text, DIGITS)] == '\0';
}

/* Shape: 0 a digit, x a digit or capital, l a capital; others as they are. */
static gboolean
has_shape (const char *text, const char *shape)
{
  for (; *shape != '\0'; shape++, text++)
    {
      gboolean digit = g_ascii_isdigit (*text);
      gboolean capital = g_ascii_isupper (*text);

      if (*shape == '0'   ? !digit
          : *shape == 'x' ? !digit && !capital
          : *shape == 'l' ? !capital
                          : *text != *shape)
        return FALSE;
    }

  return *text == '\0';
}

static gboolean
luhn_is_valid (const char *digits)
{
  gsize length = strlen (digits);
  guint sum = 0;

  for (gsize i = 0; i < length; i++)
    {
      guint digit = (guint)(digits[length - 1 - i] - '0') << (i & 1);

      sum += digit > 9 ? digit - 9 : digit;
    }

  return sum % 10 == 0;
}

static guint
sum_digits (const char *digits)
{
  guint sum = 0;

  for (; *digits != '\0'; digits++)
    sum += (guint)(*digits - '0');

  return sum;
}

/* Zeros pass the key, and are what an empty cell becomes. */
static gboolean
siret_key_is_valid (const char *siret)
{
  if (g_str_has_prefix (siret, "000000000"))
    return FALSE;

  return luhn_is_valid (siret) ||
         (g_str_has_prefix (siret, SIREN_LA_POSTE) && sum_digits (siret) % 5 == 0);
}

static gboolean
siren_key_is_valid (const char *siren)
{
  return strcmp (siren, "000000000") != 0 && luhn_is_valid (siren);
}

/* One leading zero that a spreadsheet dropped, when the key proves it. */
static void
restore_zero (GString *code, gsize length, gboolean (*is_valid) (const char *), Repairs *repairs)
{
  g_autofree char *longer = g_strconcat ("0", code->str, NULL);

  if (code->len != length - 1 || !is_digits (code->str) || !is_valid (longer))
    return;

  g_string_assign (code, longer);
  *repairs |= REPAIR_ZERO;
}

static char *
describe_length (const GString *code, guint expected)
{
  if (!is_digits (code->str))
    return g_strdup_printf (_ ("it must be %u digits and nothing else"), expected);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "it has %u digit instead of %u",
                                       "it has %u digits instead of %u", (gulong)code->len),
                          (guint)code->len, expected);
}

static char *
check_siret (GString *code, Repairs *repairs, gboolean *keep)
{
  restore_zero (code, SIRET_LENGTH, siret_key_is_valid, repairs);

  if (code->len == SIREN_LENGTH && is_digits (code->str))
    return g_strdup (_ ("it is a SIREN (9 digits): the SIRET adds the 5 digits of the place"));
  if (code->len != SIRET_LENGTH || !is_digits (code->str))
    return describe_length (code, SIRET_LENGTH);
  if (siret_key_is_valid (code->str))
    return NULL;

  *keep = !g_str_has_prefix (code->str, "000000000");
  return g_strdup (_ ("its key is wrong: a digit was mistyped"));
}

static char *
check_siren (GString *code, Repairs *repairs, gboolean *keep)
{
  restore_zero (code, SIREN_LENGTH, siren_key_is_valid, repairs);

  if (code->len == SIRET_LENGTH && is_digits (code->str))
    return g_strdup (_ ("it is a SIRET (14 digits): the SIREN is its first 9 digits"));
  if (code->len != SIREN_LENGTH || !is_digits (code->str))
    return describe_length (code, SIREN_LENGTH);
  if (siren_key_is_valid (code->str))
    return NULL;

  *keep = strcmp (code->str, "000000000") != 0;
  return g_strdup (_ ("its key is wrong: a digit was mistyped"));
}

static char *
check_rna (GString *code, Repairs *repairs, gboolean *keep)
{
  if (has_shape (code->str, "W0x0000000"))
    return NULL;

  return g_strdup (_ ("it must be W, then 9 characters such as W751234567"));
}

/* Département of a code: 01 to 95, 2A and 2B for Corsica (20 until 1976), 971
 * to 978 overseas, 986 to 988 in the Pacific. */
static gboolean
is_departement (const char *code)
{
  int number = (int)g_ascii_strtoll (code, NULL, 10);

  if (strcmp (code, "2A") == 0 || strcmp (code, "2B") == 0)
    return TRUE;

  if (has_shape (code, "00"))
    return number >= 1 && number <= 95 && number != 20;

  return has_shape (code, "000") &&
         ((number >= 971 && number <= 978) || (number >= 986 && number <= 988));
}

static char *
check_insee (GString *code, Repairs *repairs, gboolean *keep)
{
  gboolean overseas = g_str_has_prefix (code->str, "97") || g_str_has_prefix (code->str, "98");
  g_autofree char *departement = NULL;
  const char *order;

  if (has_shape (code->str, "0000"))
    {
      g_string_prepend_c (code, '0');
      overseas = FALSE;
      *repairs |= REPAIR_ZERO;
    }

  if (code->len != INSEE_LENGTH)
    return g_strdup (_ ("it must have 5 characters such as 02001 or 2A004"));

  departement = g_strndup (code->str, overseas ? 3 : 2);
  order = code->str + strlen (departement);

  if (!is_departement (departement) || !is_digits (order))
    return g_strdup (_ ("it does not start with a département: write the INSEE code of the "
                        "commune, such as 02001 or 2A004"));

  if (strspn (order, "0") == strlen (order))
    return g_strdup (_ ("it looks like a postal code: write the INSEE code of the commune"));

  return NULL;
}

/* The three characters of département in QPV and contrat codes: 059, 02A, 974. */
static gboolean
has_departement (const char *code)
{
  g_autofree char *departement =
      g_strndup (code[0] == '0' ? code + 1 : code, code[0] == '0' ? 2 : 3);

  return is_departement (departement);
}

static char *
check_qpv (GString *code, Repairs *repairs, gboolean *keep)
{
  if (pv_identifier_qpv_generation (code->str) != 0)
    return NULL;

  return g_strdup (_ ("it must be a code such as QP059001 (2014) or QN05901M (2024)"));
}

static char *
check_contrat (GString *code, Repairs *repairs, gboolean *keep)
{
  if ((has_shape (code->str, "CNxxx00l") && has_departement (code->str + 2)) ||
      has_shape (code->str, "CV000"))
    return NULL;

  return g_strdup (_ ("it must be a code such as CN05901M, or CV373 before 2024"));
}

/* @separators: what people or spreadsheets put inside and that means nothing */
static const struct
{
  CheckFunc check;
  gboolean number;
  const char *separators;
} kinds[] = {
  [PV_IDENTIFIER_SIRET] = { check_siret, TRUE, " .-'" },
  [PV_IDENTIFIER_SIREN] = { check_siren, TRUE, " .-'" },
  [PV_IDENTIFIER_RNA] = { check_rna, FALSE, " " },
  [PV_IDENTIFIER_INSEE] = { check_insee, TRUE, " '" },
  [PV_IDENTIFIER_QPV] = { check_qpv, FALSE, " " },
  [PV_IDENTIFIER_CONTRAT] = { check_contrat, FALSE, " " },
};

/* `7,17E+13`: what a spreadsheet leaves of a long number. */
static gboolean
is_scientific (const char *text)
{
  const char *p = text + strspn (text, DIGITS);

  if (p == text)
    return FALSE;

  if (*p == '.' || *p == ',')
    p += 1 + strspn (p + 1, DIGITS);

  return (*p == 'e' || *p == 'E') && is_digits (p[1] == '+' ? p + 2 : p + 1);
}

/* `83012345600012.0`: a code that was read as a number. */
static void
drop_tail (GString *code, Repairs *repairs)
{
  gsize length = strspn (code->str, DIGITS);
  const char *tail = code->str + length;

  if (length == 0 || (*tail != '.' && *tail != ','))
    return;

  if (strcmp (tail + 1, "0") == 0 || strcmp (tail + 1, "00") == 0)
    {
      g_string_truncate (code, length);
      *repairs |= REPAIR_TAIL;
    }
}

static void
drop_separators (GString *code, const char *separators, Repairs *repairs)
{
  gsize length = 0;

  for (gsize i = 0; i < code->len; i++)
    {
      char c = code->str[i];

      if (strchr (separators, c) != NULL)
        *repairs |= REPAIR_SEPARATORS;
      else
        {
          if (g_ascii_islower (c))
            *repairs |= REPAIR_CASE;
          code->str[length++] = g_ascii_toupper (c);
        }
    }

  g_string_truncate (code, length);
}

static char *
describe_repairs (const char *text, const char *code, Repairs repairs)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (repairs & REPAIR_SEPARATORS)
    g_ptr_array_add (done, (gpointer)_ ("separators removed"));
  if (repairs & REPAIR_TAIL)
    g_ptr_array_add (done, (gpointer)_ ("“.0” of a number removed"));
  if (repairs & REPAIR_CASE)
    g_ptr_array_add (done, (gpointer)_ ("small letters capitalized"));
  if (repairs & REPAIR_ZERO)
    g_ptr_array_add (done, (gpointer)_ ("lost leading zero put back"));
  g_ptr_array_add (done, NULL);

  list = g_strjoinv (", ", (char **)done->pdata);

  return g_strdup_printf (_ ("“%s” was read as %s: %s"), text, code, list);
}

static char *
describe_fault (PvIdentifierKind kind, const char *text, const char *fault)
{
  switch (kind)
    {
    case PV_IDENTIFIER_SIRET:
      return g_strdup_printf (_ ("“%s” is not a SIRET: %s"), text, fault);
    case PV_IDENTIFIER_SIREN:
      return g_strdup_printf (_ ("“%s” is not a SIREN: %s"), text, fault);
    case PV_IDENTIFIER_RNA:
      return g_strdup_printf (_ ("“%s” is not an RNA number: %s"), text, fault);
    case PV_IDENTIFIER_INSEE:
      return g_strdup_printf (_ ("“%s” is not an INSEE code: %s"), text, fault);
    case PV_IDENTIFIER_QPV:
      return g_strdup_printf (_ ("“%s” is not a QPV code: %s"), text, fault);
    case PV_IDENTIFIER_CONTRAT:
    default:
      return g_strdup_printf (_ ("“%s” is not a contrat de ville code: %s"), text, fault);
    }
}

/* Returns what is wrong with @code, NULL for nothing. */
static char *
find_fault (PvIdentifierKind kind, GString *code, Repairs *repairs, gboolean *keep)
{
  if (kinds[kind].number)
    {
      if (is_scientific (code->str))
        return g_strdup (_ ("the spreadsheet has lost its digits; format the column as text "
                            "and enter it again"));
      drop_tail (code, repairs);
    }

  drop_separators (code, kinds[kind].separators, repairs);

  return kinds[kind].check (code, repairs, keep);
}

PvIdentifierResult
pv_identifier_check (PvIdentifierKind kind, const char *text, char **canonical, char **reason)
{
  g_autofree char *clean = pv_text_clean (text, FALSE);
  g_autofree char *excerpt = pv_text_excerpt (clean, 40);
  g_autofree char *fault = NULL;
  g_autoptr (GString) code = g_string_new (clean);
  PvIdentifierResult result = PV_IDENTIFIER_VALID;
  Repairs repairs = 0;
  gboolean keep = FALSE;
  g_autofree char *why = NULL;

  if (canonical != NULL)
    *canonical = NULL;
  if (reason != NULL)
    *reason = NULL;

  if (pv_number_is_null_word (clean))
    return PV_IDENTIFIER_EMPTY;

  fault = find_fault (kind, code, &repairs, &keep);

  if (fault != NULL)
    {
      result = PV_IDENTIFIER_INVALID;
      why = describe_fault (kind, excerpt, fault);
    }
  else if (repairs != 0)
    {
      result = PV_IDENTIFIER_REPAIRED;
      why = describe_repairs (excerpt, code->str, repairs);
    }

  if (canonical != NULL && (fault == NULL || keep))
    *canonical = g_strdup (code->str);
  if (reason != NULL)
    *reason = g_steal_pointer (&why);

  return result;
}

gboolean
pv_identifier_siret_is_valid (const char *siret)
{
  return siret != NULL && has_shape (siret, "00000000000000") && siret_key_is_valid (siret);
}

char *
pv_identifier_siren_of_siret (const char *siret)
{
  if (siret == NULL || !has_shape (siret, "00000000000000"))
    return NULL;

  return g_strndup (siret, SIREN_LENGTH);
}

int
pv_identifier_qpv_generation (const char *code)
{
  if (code == NULL)
    return 0;

  if (has_shape (code, "QPxxx000") && has_departement (code + 2))
    return 2014;

  return has_shape (code, "QNxxx00l") && has_departement (code + 2) ? 2024 : 0;
}
