/* pv-stats.c: amounts and numbers of dossiers by a key
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/pv-stats.h"

#include <string.h>

#include "dossier/pv-dossier-statut.h"
#include "dossier/pv-dossier.h"
#include "pv-text.h"
#include "stats/pv-stats-store.h"
#include "stats/pv-stats-territoire.h"

static const char *const cles[PV_N_STATS_KEYS] = {
  "categorie", "financeur", "axe",      "territoire", "marqueur",
  "statut",    "porteur",   "exercice", "nature",     "cpo",
};

/* A sum and how it is shown, until rows are written in their order. */
typedef struct
{
  const PvStatsSomme *somme;
  char *key;
  char *label;
  char *tri;
} Entree;

static void
entree_free (Entree *entree)
{
  g_free (entree->key);
  g_free (entree->label);
  g_free (entree->tri);
  g_free (entree);
}

static void
row_free (PvStatsRow *row)
{
  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

static void
matrice_row_free (PvMatriceRow *row)
{
  g_free (row->key);
  g_free (row->label);
  g_free (row);
}

static gboolean
name_special (Entree *entree, PvStatsKey by)
{
  gint64 id = entree->somme->id;

  if (by == PV_STATS_MARQUEUR && id == PV_INT_NULL)
    {
      entree->key = g_strdup ("non-evalue");
      entree->label = g_strdup ("non évalué");
    }
  else if (id == PV_INT_NULL)
    {
      entree->key = g_strdup (PV_STATS_NON_RENSEIGNE);
      entree->label = g_strdup ("non renseigné");
    }
  else if (by == PV_STATS_CPO)
    {
      entree->key = g_strdup (id == 1 ? "oui" : "non");
      entree->label = g_strdup (id == 1 ? "convention pluriannuelle" : "annuelle");
    }
  else if (by == PV_STATS_TERRITOIRE && id == PV_STATS_ID_NON_REPARTI)
    {
      entree->key = g_strdup (PV_STATS_NON_REPARTI);
      entree->label = g_strdup ("non réparti");
    }
  else
    return FALSE;
  return TRUE;
}

/* The closed list that names a key, when there is one: labels are the field's
 * own words, in French like the sheets they head. */
static const PvVocabulaire *
words_of (PvStatsKey by)
{
  if (by == PV_STATS_CATEGORIE)
    return &pv_categorie_vocabulaire;
  if (by == PV_STATS_NATURE)
    return &pv_dossier_nature_vocabulaire;
  return by == PV_STATS_STATUT ? &pv_dossier_statut_vocabulaire : NULL;
}

static void
name_entree (Entree *entree, PvStatsKey by, GHashTable *noms)
{
  const PvVocabulaire *mots = words_of (by);
  gint64 id = entree->somme->id;
  const PvStatsNom *nom = g_hash_table_lookup (noms, &id);

  if (name_special (entree, by))
    return;
  if (mots != NULL)
    {
      entree->key = g_strdup (pv_vocabulaire_to_id (mots, (int)id));
      entree->label = g_strdup (pv_vocabulaire_to_libelle (mots, (int)id));
      return;
    }
  entree->key = nom != NULL ? g_strdup (nom->key) : g_strdup_printf ("%" G_GINT64_FORMAT, id);
  entree->label = g_strdup (nom != NULL ? nom->label : entree->key);
}

/* 0: a key; then what has none, then what is not shared out. */
static int
rank (const Entree *entree, PvStatsKey by)
{
  if (entree->somme->id == PV_INT_NULL)
    return 1;
  return by == PV_STATS_TERRITOIRE && entree->somme->id == PV_STATS_ID_NON_REPARTI ? 2 : 0;
}

static gboolean
has_own_order (PvStatsKey by)
{
  return by == PV_STATS_CATEGORIE || by == PV_STATS_STATUT || by == PV_STATS_MARQUEUR ||
         by == PV_STATS_EXERCICE || by == PV_STATS_NATURE || by == PV_STATS_CPO;
}

static int
compare_entrees_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Entree *x = *(Entree *const *)a, *y = *(Entree *const *)b;
  PvStatsKey by = *(const PvStatsKey *)user_data;
  int order = rank (x, by) - rank (y, by);
  gint64 m = x->somme->total[0], n = y->somme->total[0];

  if (order != 0)
    return order;
  if (!has_own_order (by) && m != n)
    return m > n ? -1 : 1;
  if (!has_own_order (by))
    order = strcmp (x->tri, y->tri);
  /* The last word keeps the order the same from one run to the next. */
  return order != 0 ? order : (x->somme->id > y->somme->id) - (x->somme->id < y->somme->id);
}

/* Names every sum and puts them in order. */
static GPtrArray *
sort_sommes (PvDb *db, PvStatsKey by, PvStatsSommes *sommes, GError **error)
{
  g_autoptr (GPtrArray) entrees = g_ptr_array_new_with_free_func ((GDestroyNotify)entree_free);
  g_autoptr (GHashTable) noms = pv_stats_store_noms (db, by, error);
  GHashTableIter iter;
  gpointer somme;

  if (noms == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, sommes->par_id);
  while (g_hash_table_iter_next (&iter, NULL, &somme))
    {
      Entree *entree = g_new0 (Entree, 1);

      entree->somme = somme;
      name_entree (entree, by, noms);
      entree->tri = has_own_order (by) ? NULL : pv_text_sort_key (entree->label);
      g_ptr_array_add (entrees, entree);
    }
  g_ptr_array_sort_with_data (entrees, compare_entrees_cb, &by);
  return g_steal_pointer (&entrees);
}

const char *
pv_stats_key_to_id (PvStatsKey by)
{
  g_return_val_if_fail ((guint)by < PV_N_STATS_KEYS, NULL);
  return cles[by];
}

gboolean
pv_stats_key_from_id (const char *id, PvStatsKey *by)
{
  for (guint i = 0; id != NULL && i < PV_N_STATS_KEYS; i++)
    if (strcmp (cles[i], id) == 0)
      {
        *by = (PvStatsKey)i;
        return TRUE;
      }
  return FALSE;
}

void
pv_stats_free (PvStats *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

PvStats *
pv_stats_compute (PvDb *db, PvStatsKey by, PvEtape etape, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatsSommes) sommes = pv_stats_sommes_new (1, FALSE);
  g_autoptr (GPtrArray) entrees = NULL;
  g_autoptr (PvStats) self = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail ((guint)by < PV_N_STATS_KEYS && (guint)etape < PV_N_ETAPES, NULL);

  if (!pv_stats_store_sommes (db, by, etape, filtre != NULL ? filtre : &PV_FILTRE_TOUT, sommes,
                              error))
    return NULL;
  entrees = sort_sommes (db, by, sommes, error);
  if (entrees == NULL)
    return NULL;

  self = g_new0 (PvStats, 1);
  self->by = by;
  self->etape = etape;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  self->total.dossiers = sommes->total.dossiers;
  self->total.amount_cents = sommes->total.total[0];
  for (guint i = 0; i < entrees->len; i++)
    {
      Entree *entree = g_ptr_array_index (entrees, i);
      PvStatsRow *row = g_new0 (PvStatsRow, 1);

      row->key = g_steal_pointer (&entree->key);
      row->label = g_steal_pointer (&entree->label);
      row->dossiers = entree->somme->dossiers;
      row->amount_cents = entree->somme->total[0];
      g_ptr_array_add (self->rows, row);
    }
  return g_steal_pointer (&self);
}

void
pv_matrice_free (PvMatrice *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
fill_matrice_row (PvMatriceRow *row, const PvStatsSomme *somme)
{
  row->dossiers = somme->dossiers;
  memcpy (row->cells, somme->cells, sizeof row->cells);
  memcpy (row->total, somme->total, sizeof row->total);
}

PvMatrice *
pv_stats_matrice (PvDb *db, PvStatsKey by, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatsSommes) sommes = pv_stats_sommes_new (PV_N_ETAPES, TRUE);
  g_autoptr (GPtrArray) entrees = NULL;
  g_autoptr (PvMatrice) self = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail ((guint)by < PV_N_STATS_KEYS, NULL);

  if (!pv_stats_store_sommes (db, by, PV_ETAPE_SOLLICITE, filtre != NULL ? filtre : &PV_FILTRE_TOUT,
                              sommes, error))
    return NULL;
  entrees = sort_sommes (db, by, sommes, error);
  if (entrees == NULL)
    return NULL;

  self = g_new0 (PvMatrice, 1);
  self->by = by;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)matrice_row_free);
  fill_matrice_row (&self->total, &sommes->total);
  for (guint i = 0; i < entrees->len; i++)
    {
      Entree *entree = g_ptr_array_index (entrees, i);
      PvMatriceRow *row = g_new0 (PvMatriceRow, 1);

      row->key = g_steal_pointer (&entree->key);
      row->label = g_steal_pointer (&entree->label);
      fill_matrice_row (row, entree->somme);
      g_ptr_array_add (self->rows, row);
    }
  return g_steal_pointer (&self);
}
