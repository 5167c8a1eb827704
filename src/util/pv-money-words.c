/* pv-money-words.c: amounts in French words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-money.h"

static const char *const petits[] = {
  "zéro",     "un",     "deux",  "trois",    "quatre",   "cinq",     "six",
  "sept",     "huit",   "neuf",  "dix",      "onze",     "douze",    "treize",
  "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
};

static const char *const dizaines[] = {
  "",          "",         "vingt",    "trente",       "quarante",
  "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt",
};

/* 0 to 99. @accord: « quatre-vingts » when nothing follows it */
static void
append_tens (GString *words, guint n, gboolean accord)
{
  guint unit = n % 10;

  if (n < 20)
    {
      g_string_append (words, petits[n]);
      return;
    }

  /* soixante-dix, quatre-vingt-dix: on the ten below */
  if (n / 10 == 7 || n / 10 == 9)
    unit += 10;
  g_string_append (words, dizaines[n / 10]);
  if (unit == 0)
    g_string_append (words, n == 80 && accord ? "s" : "");
  else if ((unit == 1 || unit == 11) && n < 80)
    g_string_append_printf (words, " et %s", petits[unit]);
  else
    g_string_append_printf (words, "-%s", petits[unit]);
}

/* 1 to 999 */
static void
append_hundreds (GString *words, guint n, gboolean accord)
{
  if (n >= 200)
    g_string_append_printf (words, "%s ", petits[n / 100]);
  if (n >= 100)
    g_string_append_printf (words, "cent%s", n >= 200 && n % 100 == 0 && accord ? "s" : "");
  if (n >= 100 && n % 100 > 0)
    g_string_append_c (words, ' ');
  if (n % 100 > 0)
    append_tens (words, n % 100, accord);
}

static void
append_number (GString *words, guint64 n)
{
  static const struct
  {
    guint64 valeur;
    const char *nom;
  } grands[] = {
    { G_GUINT64_CONSTANT (1000000000), "milliard" },
    { G_GUINT64_CONSTANT (1000000), "million" },
  };

  if (n == 0)
    g_string_append (words, petits[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (grands); i++)
    if (n >= grands[i].valeur)
      {
        guint64 fois = n / grands[i].valeur;

        append_number (words, fois);
        g_string_append_printf (words, " %s%s", grands[i].nom, fois > 1 ? "s" : "");
        n %= grands[i].valeur;
        if (n == 0)
          return;
        g_string_append_c (words, ' ');
      }
  /* mille never changes, and nothing agrees before it */
  if (n >= 2000)
    {
      append_hundreds (words, (guint)(n / 1000), FALSE);
      g_string_append_c (words, ' ');
    }
  if (n >= 1000)
    g_string_append (words, n % 1000 > 0 ? "mille " : "mille");
  if (n % 1000 > 0)
    append_hundreds (words, (guint)(n % 1000), TRUE);
}

char *
pv_money_to_words (PvCents cents)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint64 total = cents < 0 ? 0 - (guint64)cents : (guint64)cents;
  guint64 euros = total / 100;
  guint64 reste = total % 100;

  if (cents == PV_CENTS_NULL)
    return g_strdup ("");

  if (cents < 0)
    g_string_append (words, "moins ");
  if (euros > 0 || reste == 0)
    {
      append_number (words, euros);
      g_string_append (words, euros >= 1000000 && euros % 1000000 == 0 ? " d’euros"
                              : euros > 1                              ? " euros"
                                                                       : " euro");
    }
  if (reste > 0)
    {
      if (euros > 0)
        g_string_append (words, " et ");
      append_tens (words, (guint)reste, TRUE);
      g_string_append (words, reste > 1 ? " centimes" : " centime");
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
