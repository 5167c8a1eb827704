/* pv-scdl-regles.c: the columns of the published grants, and what each accepts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-scdl-regles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-date.h"
#include "pv-error.h"
#include "pv-identifier.h"
#include "reference/pv-reference-table.h"

static const char *const noms[PV_N_SCDL_COLONNES] = {
  "nomAttribuant",   "idAttribuant",   "dateConvention",        "referenceDecision",
  "nomBeneficiaire", "idBeneficiaire", "rnaBeneficiaire",       "objet",
  "montant",         "nature",         "conditionsVersement",   "datesPeriodeVersement",
  "idRAE",           "notificationUE", "pourcentageSubvention", "dispositifAide",
};

typedef enum
{
  TYPE_TEXTE,
  TYPE_DATE,
  TYPE_NOMBRE,
} Type;

typedef struct
{
  Type type;
  gboolean requis;
  gboolean siret;
  GRegex *motif;
  glong longueur_max; /* 0: none */
  double minimum, maximum;
  int requis_sans; /* required when that column is empty; -1 */
  char **valeurs;  /* (nullable) */
} Regle;

struct _PvScdlRegles
{
  Regle regles[PV_N_SCDL_COLONNES];
};

const char *
pv_scdl_colonne_get_nom (PvScdlColonne colonne)
{
  return noms[colonne];
}

static int
find_colonne (const char *nom)
{
  for (int i = 0; nom != NULL && i < PV_N_SCDL_COLONNES; i++)
    if (strcmp (noms[i], nom) == 0)
      return i;

  return -1;
}

static double
read_bound (PvReferenceTable *table, const char *column, double without)
{
  const char *text = pv_reference_table_get (table, column);

  return text != NULL ? g_ascii_strtod (text, NULL) : without;
}

static gboolean
read_regle (PvReferenceTable *table, Regle *regle, GError **error)
{
  const char *type = pv_reference_table_get (table, "type");
  const char *motif = pv_reference_table_get (table, "motif");
  const char *longueur = pv_reference_table_get (table, "longueur_max");
  const char *valeurs = pv_reference_table_get (table, "valeurs");

  regle->type = g_strcmp0 (type, "date") == 0     ? TYPE_DATE
                : g_strcmp0 (type, "number") == 0 ? TYPE_NOMBRE
                                                  : TYPE_TEXTE;
  regle->requis = g_strcmp0 (pv_reference_table_get (table, "requis"), "oui") == 0;
  regle->siret = g_strcmp0 (pv_reference_table_get (table, "controle"), "siret") == 0;
  regle->longueur_max = longueur != NULL ? (glong)g_ascii_strtoll (longueur, NULL, 10) : 0;
  regle->minimum = read_bound (table, "minimum", -G_MAXDOUBLE);
  regle->maximum = read_bound (table, "maximum", G_MAXDOUBLE);
  regle->requis_sans = find_colonne (pv_reference_table_get (table, "requis_sans"));
  regle->valeurs = valeurs != NULL ? g_strsplit (valeurs, "|", -1) : NULL;
  if (motif != NULL)
    regle->motif = g_regex_new (motif, G_REGEX_DOLLAR_ENDONLY, 0, error);

  return motif == NULL || regle->motif != NULL;
}

PvScdlRegles *
pv_scdl_regles_load (GError **error)
{
  g_autoptr (PvScdlRegles) self = g_new0 (PvScdlRegles, 1);
  g_autoptr (PvReferenceTable) table = pv_reference_table_open ("scdl_subventions", error);
  g_autoptr (GError) local = NULL;
  guint n = 0;

  if (table == NULL)
    return NULL;
  while (pv_reference_table_next (table, &local))
    {
      if (n >= PV_N_SCDL_COLONNES ||
          g_strcmp0 (pv_reference_table_get (table, "champ"), noms[n]) != 0)
        {
          g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_FORMAT,
                       _ ("The reference table “%s” is not that of this version: install Progville "
                          "again."),
                       "scdl_subventions");
          return NULL;
        }
      if (!read_regle (table, &self->regles[n], error))
        return NULL;
      n++;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
pv_scdl_regles_free (PvScdlRegles *self)
{
  for (guint i = 0; i < PV_N_SCDL_COLONNES; i++)
    {
      g_clear_pointer (&self->regles[i].motif, g_regex_unref);
      g_strfreev (self->regles[i].valeurs);
    }
  g_free (self);
}

/* Digits, and decimals after a dot. */
static gboolean
is_number (const char *text)
{
  gsize whole = strspn (text, "0123456789");
  gsize decimals;

  if (whole == 0 || text[whole] == '\0')
    return whole > 0;
  if (text[whole] != '.')
    return FALSE;
  decimals = strspn (text + whole + 1, "0123456789");

  return decimals > 0 && text[whole + 1 + decimals] == '\0';
}

/* More than the pattern: days of the calendar, the last one not before the first. */
static gboolean
is_period (const char *text)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  return pv_period_parse (text, &from, &to, NULL, NULL);
}

static PvScdlRefus
verify_value (const Regle *regle, const char *text)
{
  if (regle->siret && !pv_identifier_siret_is_valid (text))
    return PV_SCDL_SIRET;
  if (regle->type == TYPE_DATE && !pv_date_is_valid (text))
    return PV_SCDL_FORME;
  if (regle->type == TYPE_NOMBRE && !is_number (text))
    return PV_SCDL_FORME;
  if (regle->type == TYPE_NOMBRE && (g_ascii_strtod (text, NULL) < regle->minimum ||
                                     g_ascii_strtod (text, NULL) > regle->maximum))
    return PV_SCDL_BORNES;
  if (regle->longueur_max > 0 && g_utf8_strlen (text, -1) > regle->longueur_max)
    return PV_SCDL_TROP_LONG;
  if (regle->valeurs != NULL && !g_strv_contains ((const char *const *)regle->valeurs, text))
    return PV_SCDL_FORME;
  if (regle->motif != NULL && !g_regex_match (regle->motif, text, 0, NULL))
    return PV_SCDL_FORME;

  return PV_SCDL_PASSE;
}

PvScdlRefus
pv_scdl_regles_verifier (const PvScdlRegles *self,
                         PvScdlColonne colonne,
                         const char *const *cellules)
{
  const Regle *regle = &self->regles[colonne];
  const char *text = cellules[colonne];

  if (*text != '\0' && colonne == PV_SCDL_PERIODE && !is_period (text))
    return PV_SCDL_FORME;
  if (*text != '\0')
    return verify_value (regle, text);
  if (regle->requis)
    return PV_SCDL_ABSENT;
  if (regle->requis_sans >= 0 && *cellules[regle->requis_sans] == '\0')
    return PV_SCDL_ABSENT_TOUS_DEUX;

  return PV_SCDL_PASSE;
}
