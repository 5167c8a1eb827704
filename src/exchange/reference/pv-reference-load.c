/* pv-reference-load.c: what of data/reference a programme file begins with
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/pv-reference-load.h"

#include <glib/gi18n-lib.h>

#include "budget/pv-budget-store.h"
#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-store.h"
#include "financeur/pv-dispositif-store.h"
#include "financeur/pv-financeur-store.h"
#include "grille/pv-critere-store.h"
#include "grille/pv-grille-store.h"
#include "marqueur/pv-axe-store.h"
#include "organisme/pv-organisme-store.h"
#include "piece/pv-piece-type-store.h"
#include "pv-error.h"
#include "pv-text.h"
#include "reference/pv-reference-table.h"
#include "seuil/pv-seuil-store.h"
#include "territoire/pv-commune-store.h"
#include "territoire/pv-quartier-store.h"

#define CADRE_P147 "p147_2024"

/* What the loader of a table does with each of its rows. */
typedef gboolean (*RowFunc) (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error);

static gboolean
foreach_row (PvDb *db, const char *name, RowFunc func, gpointer user_data, GError **error)
{
  g_autoptr (PvReferenceTable) table = pv_reference_table_open (name, error);
  g_autoptr (GError) local = NULL;

  if (table == NULL)
    return FALSE;
  while (pv_reference_table_next (table, &local))
    if (!func (db, table, user_data, error))
      return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

static gboolean
refer_to_nothing (PvReferenceTable *table, const char *column, GError **error)
{
  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
               _ ("The reference data refer to “%s” (column “%s”), which they do not define: "
                  "install Progville again."),
               pv_reference_table_get (table, column), column);
  return FALSE;
}

/* Frames */

typedef struct
{
  const char *principal;
  const char *territoire;
  gboolean found;
} CadreChoice;

static gboolean
load_cadre (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  CadreChoice *choice = user_data;
  const char *code = pv_reference_table_get (table, "cadre");
  g_autoptr (PvCadre) cadre = NULL;

  if (!g_str_equal (code, choice->principal) && !g_str_equal (code, CADRE_P147) &&
      g_strcmp0 (pv_reference_table_get (table, "territoire"), choice->territoire) != 0)
    return TRUE;

  cadre = pv_cadre_new ();
  cadre->code = g_strdup (code);
  cadre->principal = g_str_equal (code, choice->principal);
  choice->found |= cadre->principal;

  return pv_reference_table_fill (table, pv_cadre_champs, cadre, error) &&
         pv_cadre_store_insert (db, cadre, error);
}

static gboolean
load_noeud (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  g_autoptr (PvNoeud) noeud = pv_noeud_new ();
  const char *parent = pv_reference_table_get (table, "parent_code");

  if (!pv_cadre_store_find_by_code (db, pv_reference_table_get (table, "cadre"), &noeud->cadre_id,
                                    error))
    return FALSE;
  if (noeud->cadre_id == PV_INT_NULL)
    return TRUE;
  if (parent != NULL)
    {
      if (!pv_noeud_store_find_by_code (db, noeud->cadre_id, parent, &noeud->parent_id, error))
        return FALSE;
      if (noeud->parent_id == PV_INT_NULL)
        return refer_to_nothing (table, "parent_code", error);
    }

  return pv_reference_table_fill (table, pv_noeud_champs, noeud, error) &&
         pv_noeud_store_insert (db, noeud, error);
}

static gboolean
append_code (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  GString *codes = user_data;

  g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "",
                          pv_reference_table_get (table, "cadre"));
  return TRUE;
}

gboolean
pv_reference_load_cadres (PvDb *db, const char *principal, const char *territoire, GError **error)
{
  CadreChoice choice = { principal, territoire, FALSE };

  if (!foreach_row (db, "cadres_noms", load_cadre, &choice, error))
    return FALSE;
  if (!choice.found)
    {
      g_autoptr (GString) codes = g_string_new (NULL);

      if (foreach_row (db, "cadres_noms", append_code, codes, error))
        g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                     _ ("There is no frame “%s”. Frames: %s."), principal, codes->str);
      return FALSE;
    }

  return foreach_row (db, "cadres", load_noeud, NULL, error);
}

/* Territories */

static gboolean
load_commune (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  const char *epci_siren = user_data;
  g_autoptr (PvCommune) commune = NULL;

  if (epci_siren != NULL &&
      g_strcmp0 (epci_siren, pv_reference_table_get (table, "siren_epci")) != 0)
    return TRUE;

  commune = pv_commune_new ();
  pv_champ_set_text (&commune->epci_siren, pv_reference_table_get (table, "siren_epci"));
  pv_champ_set_text (&commune->epci_nom, pv_reference_table_get (table, "epci"));

  return pv_reference_table_fill (table, pv_commune_champs, commune, error) &&
         pv_commune_store_insert (db, commune, error);
}

/* A quartier of the territory may touch a commune of the EPCI next door. */
static gboolean
find_or_add_commune (PvDb *db, const char *nom, gint64 *id, GError **error)
{
  g_autoptr (PvCommune) commune = NULL;

  if (!pv_commune_store_find_by_nom (db, nom, NULL, id, error))
    return FALSE;
  if (*id != PV_INT_NULL)
    return TRUE;

  commune = pv_commune_new ();
  commune->nom = g_strdup (nom);
  if (!pv_commune_store_insert (db, commune, error))
    return FALSE;

  *id = commune->id;
  return TRUE;
}

static gboolean
load_quartier (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  const char *territoire = user_data;
  g_autoptr (PvQuartier) quartier = pv_quartier_new ();
  g_auto (GStrv) communes = pv_reference_table_get_list (table, "communes");
  const char *annee = pv_reference_table_get (table, "annee_population");

  if (territoire != NULL &&
      g_strcmp0 (territoire, pv_reference_table_get (table, "territoire")) != 0)
    return TRUE;
  if (annee != NULL)
    quartier->population_annee = g_ascii_strtoll (annee, NULL, 10);
  if (!pv_reference_table_fill (table, pv_quartier_champs, quartier, error) ||
      !pv_quartier_store_insert (db, quartier, error))
    return FALSE;

  for (guint i = 0; communes[i] != NULL && *communes[i] != '\0'; i++)
    {
      gint64 commune;

      if (!find_or_add_commune (db, communes[i], &commune, error) ||
          !pv_quartier_store_add_commune (db, quartier->id, commune, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_reference_load_territoires (PvDb *db,
                               const char *territoire,
                               const char *epci_siren,
                               GError **error)
{
  /* With a contrat of which nothing is known, no commune is its own. */
  const char *siren = epci_siren != NULL ? epci_siren : territoire;

  return foreach_row (db, "communes", load_commune, (gpointer)siren, error) &&
         foreach_row (db, "quartiers", load_quartier, (gpointer)territoire, error);
}

/* Payers and their lines of credits */

typedef struct
{
  const char *territoire;
  const char *const *noms;
} PayerChoice;

/* A payer without territory pays everywhere. */
static gboolean
pays_in (PvReferenceTable *table, const char *territoire)
{
  g_auto (GStrv) territoires = NULL;

  if (territoire == NULL || pv_reference_table_get (table, "territoire") == NULL)
    return TRUE;
  territoires = pv_reference_table_get_list (table, "territoire");

  return g_strv_contains ((const char *const *)territoires, territoire);
}

static gboolean
load_financeur (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  g_autoptr (PvOrganisme) organisme = pv_organisme_new ();
  g_autoptr (PvFinanceur) financeur = pv_financeur_new ();

  const PayerChoice *choice = user_data;
  const char *nom = pv_reference_table_get (table, "financeur");

  if (!pays_in (table, choice->territoire) ||
      (choice->noms != NULL && (nom == NULL || !g_strv_contains (choice->noms, nom))))
    return TRUE;
  pv_champ_set_text (&organisme->nom, nom);
  if (!pv_reference_table_fill (table, pv_organisme_champs, organisme, error) ||
      !pv_organisme_store_insert (db, organisme, error))
    return FALSE;

  financeur->organisme_id = organisme->id;

  return pv_reference_table_fill (table, pv_financeur_champs, financeur, error) &&
         pv_financeur_store_insert (db, financeur, error);
}

gboolean
pv_reference_load_financeurs (PvDb *db,
                              const char *territoire,
                              const char *const *noms,
                              GError **error)
{
  PayerChoice choice = { territoire, noms };

  return foreach_row (db, "financeurs", load_financeur, &choice, error);
}

static gboolean
load_dispositif (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  g_autoptr (PvDispositif) dispositif = pv_dispositif_new ();
  const char *const *codes = user_data;
  const char *code = pv_reference_table_get (table, "code");

  if (codes != NULL && (code == NULL || !g_strv_contains (codes, code)))
    return TRUE;
  pv_champ_set_text (&dispositif->nom, pv_reference_table_get (table, "dispositif"));
  if (!pv_financeur_store_find_by_nom (db, pv_reference_table_get (table, "financeur"),
                                       &dispositif->financeur_id, error))
    return FALSE;
  if (dispositif->financeur_id == PV_INT_NULL)
    return TRUE; /* its payer is of another territory */

  return pv_reference_table_fill (table, pv_dispositif_champs, dispositif, error) &&
         pv_dispositif_store_insert (db, dispositif, error);
}

gboolean
pv_reference_load_dispositifs (PvDb *db, const char *const *codes, GError **error)
{
  return foreach_row (db, "financeurs_dispositifs", load_dispositif, (gpointer)codes, error);
}

/* Accounts */

static gboolean
load_compte (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  GHashTable *keys = user_data;
  g_autoptr (PvCompte) compte = pv_compte_new ();
  const char *poste = pv_reference_table_get (table, "poste");
  gint64 *key;

  if (poste != NULL)
    {
      key = g_hash_table_lookup (keys, poste);
      if (key == NULL)
        return refer_to_nothing (table, "poste", error);
      compte->poste_id = *key;
    }
  compte->code = g_strdup (pv_reference_table_get (table, "code"));
  compte->libelle = g_strdup (pv_reference_table_get (table, "libelle"));
  compte->ordre = g_ascii_strtoll (pv_reference_table_get (table, "ordre"), NULL, 10);
  if (!pv_cote_from_id (pv_reference_table_get (table, "cote"), &compte->cote))
    return refer_to_nothing (table, "cote", error);
  if (!pv_compte_groupe_from_id (pv_reference_table_get (table, "groupe"), &compte->groupe))
    return refer_to_nothing (table, "groupe", error);
  if (!pv_compte_store_insert (db, compte, error))
    return FALSE;

  key = g_new (gint64, 1);
  *key = compte->id;
  g_hash_table_insert (keys, g_strdup (compte->code), key);
  return TRUE;
}

static gboolean
load_mapping (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  GHashTable *keys = user_data;
  const char *compte = pv_reference_table_get (table, "compte");
  gint64 *key = compte != NULL ? g_hash_table_lookup (keys, compte) : NULL;
  PvCategorie categorie;

  if (compte == NULL)
    return TRUE;
  if (key == NULL)
    return refer_to_nothing (table, "compte", error);
  if (!pv_categorie_from_id (pv_reference_table_get (table, "categorie"), &categorie))
    return refer_to_nothing (table, "categorie", error);

  return pv_compte_store_map (db, categorie, *key, error);
}

gboolean
pv_reference_load_comptes (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return foreach_row (db, "comptes", load_compte, keys, error) &&
         foreach_row (db, "comptes_financeurs", load_mapping, keys, error);
}

/* Thresholds, pieces, axes */

static gboolean
load_seuil (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  g_autoptr (PvSeuil) seuil = pv_seuil_new ();

  return pv_reference_table_fill (table, pv_seuil_champs, seuil, error) &&
         pv_seuil_store_insert (db, seuil, error);
}

gboolean
pv_reference_load_seuils (PvDb *db, GError **error)
{
  return foreach_row (db, "seuils", load_seuil, NULL, error);
}

static gboolean
load_piece_type (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  g_autoptr (PvPieceType) piece_type = pv_piece_type_new ();

  return pv_reference_table_fill (table, pv_piece_type_champs, piece_type, error) &&
         pv_piece_type_store_insert (db, piece_type, error);
}

gboolean
pv_reference_load_pieces (PvDb *db, GError **error)
{
  return foreach_row (db, "pieces", load_piece_type, NULL, error);
}

/* `egalite` is there already: pv_programme_init() makes it. */
static gboolean
load_axe (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  g_autoptr (PvAxe) axe = pv_axe_new ();
  gint64 id;

  if (!pv_reference_table_fill (table, pv_axe_champs, axe, error) ||
      !pv_axe_store_find_by_code (db, axe->code, &id, error))
    return FALSE;
  if (id == PV_INT_NULL)
    return pv_axe_store_insert (db, axe, error);

  axe->id = id;
  return pv_axe_store_update (db, axe, NULL, error);
}

gboolean
pv_reference_load_axes (PvDb *db, GError **error)
{
  return foreach_row (db, "axes_transversaux", load_axe, NULL, error);
}

/* Each row is a criterion; its grid is made with the first of them. A grid that was there
 * before is left alone. */
static gboolean
load_critere (PvDb *db, PvReferenceTable *table, gpointer user_data, GError **error)
{
  GHashTable *made = user_data;
  g_autoptr (PvCritere) critere = pv_critere_new ();
  const char *nom = pv_reference_table_get (table, "nom");

  if (!pv_grille_store_find (db, nom, 1, &critere->grille_id, error))
    return FALSE;
  if (critere->grille_id == PV_INT_NULL)
    {
      g_autoptr (PvGrille) grille = pv_grille_new ();

      pv_champ_set_text (&grille->nom, nom);
      pv_champ_set_text (&grille->source, pv_reference_table_get (table, "source"));
      if (!pv_grille_store_insert (db, grille, error))
        return FALSE;
      critere->grille_id = grille->id;
      g_hash_table_add (made, g_strdup (nom));
    }
  else if (!g_hash_table_contains (made, nom))
    return TRUE;
  if (!pv_reference_table_fill (table, pv_critere_champs, critere, error))
    return FALSE;
  critere->sans_objet_permis = g_strcmp0 (pv_reference_table_get (table, "na_admis"), "oui") == 0;

  return pv_critere_store_insert (db, critere, error);
}

gboolean
pv_reference_load_grilles (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return foreach_row (db, "grilles", load_critere, made, error);
}
