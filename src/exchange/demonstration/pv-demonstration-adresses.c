/* pv-demonstration-adresses.c: where the invented porteurs of the demonstration are written to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demonstration/pv-demonstration-suites.h"
#include "organisme/pv-organisme-store.h"
#include "pv-text.h"
#include "pv-transaction.h"
#include "territoire/pv-commune-store.h"

/* One in so many has no address: a letter to it is told, and not made. */
#define SANS 20

/* Streets that are in no commune of the demonstration. */
static const char *const rues[] = {
  "rue des Exemples",       "rue de la Fiction",     "allée des Essais",    "place du Modèle",
  "rue des Noms-d’Emprunt", "avenue de l’Hypothèse", "impasse du Scénario", "rue de la Maquette",
};

static const struct
{
  const char *commune; /* folded */
  const char *code;
} codes[] = {
  { "armentieres", "59280" }, { "hem", "59510" },       { "lens", "62300" },
  { "lille", "59000" },       { "loos", "59120" },      { "mons en baroeul", "59370" },
  { "roubaix", "59100" },     { "tourcoing", "59200" }, { "villeneuve d ascq", "59491" },
  { "wattrelos", "59150" },
};

/* The identifiers of data/demo that are invented begin so. */
static gboolean
is_invented (const PvOrganisme *organisme)
{
  return (organisme->siret != NULL && g_str_has_prefix (organisme->siret, "999")) ||
         (organisme->rna != NULL && g_str_has_prefix (organisme->rna, "W999"));
}

static const char *
find_code (PvDb *db, const PvOrganisme *organisme)
{
  g_autoptr (PvCommune) commune = organisme->commune_id != PV_INT_NULL
                                      ? pv_commune_store_get (db, organisme->commune_id, NULL)
                                      : NULL;
  g_autofree char *plie = pv_text_fold (commune != NULL ? commune->nom : organisme->commune_nom);

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (codes[i].commune, plie))
      return codes[i].code;

  return NULL;
}

static gboolean
set_adresse (PvDb *db, PvOrganisme *organisme, guint rang, GError **error)
{
  g_free (organisme->adresse);
  organisme->adresse =
      g_strdup_printf ("%u %s", 2 + rang * 7 % 90, rues[rang % G_N_ELEMENTS (rues)]);
  pv_champ_set_text (&organisme->code_postal, find_code (db, organisme));

  return pv_organisme_store_update (db, organisme, NULL, error);
}

gboolean
pv_demonstration_add_adresses (PvDb *db, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "organisme-edit", NULL, error);
  g_autoptr (GPtrArray) organismes =
      transaction != NULL ? pv_organisme_store_list (db, error) : NULL;
  guint rang = 0;

  for (guint i = 0; organismes != NULL && i < organismes->len; i++)
    {
      PvOrganisme *organisme = organismes->pdata[i];

      if (is_invented (organisme) && organisme->adresse == NULL && ++rang % SANS != 0 &&
          !set_adresse (db, organisme, rang, error))
        return FALSE;
    }

  return organismes != NULL && pv_transaction_commit (transaction, error);
}
