/* pv-registry-lieu.c: communes, quarters and axes found by name or code
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-registry-private.h"

#include <string.h>

#include "pv-text.h"
#include "territoire/pv-commune.h"

/* Quarters of the decree of 2023 apply from then on (décret n° 2023-1314). */
#define FIRST_YEAR_2024 2024

static void
quartier_free (gpointer data)
{
  PvKnownQuartier *quartier = data;

  g_free (quartier->nom_plie);
  g_array_unref (quartier->communes);
  g_free (quartier);
}

void
pv_registry_lieu_init (PvRegistry *self)
{
  self->communes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->communes_by_insee = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->commune_names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->commune_payers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->row_commune = PV_INT_NULL;
  self->quartiers = g_ptr_array_new_with_free_func (quartier_free);
  self->quartier_by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->quartier_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->noeud_by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->noeud_by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

void
pv_registry_lieu_clear (PvRegistry *self)
{
  g_hash_table_unref (self->communes);
  g_hash_table_unref (self->communes_by_insee);
  g_hash_table_unref (self->commune_names);
  g_hash_table_unref (self->commune_payers);
  g_hash_table_unref (self->quartier_by_name);
  g_hash_table_unref (self->quartier_by_id);
  g_ptr_array_unref (self->quartiers);
  g_hash_table_unref (self->noeud_by_name);
  g_hash_table_unref (self->noeud_by_id);
}

void
pv_registry_commune_add (PvRegistry *self,
                         gint64 id,
                         const char *insee,
                         const char *nom_plie,
                         const char *nom)
{
  gint64 *known = g_hash_table_lookup (self->communes, nom_plie);

  if (known != NULL)
    *known = PV_INT_NULL; /* several communes bear this name */
  else
    g_hash_table_insert (self->communes, g_strdup (nom_plie), pv_registry_box (id));
  g_hash_table_insert (self->commune_names, pv_registry_box (id), g_strdup (nom_plie));
  g_hash_table_insert (self->commune_payers, pv_registry_box (id),
                       pv_commune_nom_collectivite (nom));
  if (insee != NULL)
    g_hash_table_insert (self->communes_by_insee, g_strdup (insee), pv_registry_box (id));
}

void
pv_registry_quartier_add (PvRegistry *self,
                          gint64 id,
                          const char *code,
                          const char *nom_plie,
                          gint64 generation)
{
  PvKnownQuartier *quartier = g_new0 (PvKnownQuartier, 1);

  quartier->id = id;
  quartier->nom_plie = g_strdup (nom_plie);
  quartier->generation = generation;
  quartier->communes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->quartiers, quartier);
  g_hash_table_insert (self->quartier_by_id, &quartier->id, quartier);
  g_ptr_array_add (pv_registry_list_of (self->quartier_by_name, nom_plie), quartier);
  if (code != NULL)
    {
      g_autofree char *folded = pv_text_fold (code);

      g_ptr_array_add (pv_registry_list_of (self->quartier_by_name, folded), quartier);
    }
}

void
pv_registry_quartier_add_commune (PvRegistry *self, gint64 quartier, gint64 commune)
{
  PvKnownQuartier *known = g_hash_table_lookup (self->quartier_by_id, &quartier);

  if (known != NULL)
    g_array_append_val (known->communes, commune);
}

void
pv_registry_noeud_add (PvRegistry *self,
                       const PvKnownNoeud *noeud,
                       const char *code,
                       const char *libelle)
{
  PvKnownNoeud *known = g_memdup2 (noeud, sizeof *noeud);
  g_autofree char *folded_code = pv_text_fold (code);
  g_autofree char *folded = pv_text_fold (libelle);
  g_autofree char *both = g_strconcat (folded_code, " ", folded, NULL);

  g_hash_table_insert (self->noeud_by_id, &known->id, known);
  g_ptr_array_add (pv_registry_list_of (self->noeud_by_name, folded_code), known);
  g_ptr_array_add (pv_registry_list_of (self->noeud_by_name, folded), known);
  g_ptr_array_add (pv_registry_list_of (self->noeud_by_name, both), known);
}

gint64
pv_registry_find_commune (PvRegistry *self, const char *name)
{
  return pv_registry_unbox (g_hash_table_lookup (self->communes, pv_registry_fold (self, name)));
}

gint64
pv_registry_find_commune_by_insee (PvRegistry *self, const char *code)
{
  return code == NULL ? PV_INT_NULL
                      : pv_registry_unbox (g_hash_table_lookup (self->communes_by_insee, code));
}

static gboolean
is_in_one_of (const PvKnownQuartier *quartier, const GArray *communes)
{
  for (guint i = 0; i < quartier->communes->len; i++)
    {
      for (guint c = 0; communes != NULL && c < communes->len; c++)
        {
          if (g_array_index (quartier->communes, gint64, i) == g_array_index (communes, gint64, c))
            return TRUE;
        }
    }

  return FALSE;
}

gint64
pv_registry_find_quartier (PvRegistry *self,
                           const char *name,
                           const GArray *communes,
                           gint64 exercice)
{
  GPtrArray *list = g_hash_table_lookup (self->quartier_by_name, pv_registry_fold (self, name));
  gint64 wanted = exercice >= FIRST_YEAR_2024 ? 2024 : 2014;
  gint64 best = PV_INT_NULL;
  int best_score = -1;
  gboolean tie = FALSE;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PvKnownQuartier *quartier = g_ptr_array_index (list, i);
      int score = (is_in_one_of (quartier, communes) ? 2 : 0) + (quartier->generation == wanted);

      tie = score == best_score;
      if (score > best_score)
        {
          best = quartier->id;
          best_score = score;
        }
    }

  return tie ? PV_INT_NULL : best;
}

const GArray *
pv_registry_quartier_get_communes (PvRegistry *self, gint64 quartier)
{
  const PvKnownQuartier *known = g_hash_table_lookup (self->quartier_by_id, &quartier);

  return known != NULL ? known->communes : NULL;
}

static gboolean
covers (const PvKnownNoeud *noeud, gint64 exercice)
{
  return (noeud->debut == PV_INT_NULL || noeud->debut <= exercice) &&
         (noeud->fin == PV_INT_NULL || exercice <= noeud->fin);
}

gint64
pv_registry_find_noeud (PvRegistry *self, const char *text, gint64 exercice)
{
  GPtrArray *list = g_hash_table_lookup (self->noeud_by_name, pv_registry_fold (self, text));
  gint64 best = PV_INT_NULL;
  int best_score = -1;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PvKnownNoeud *noeud = g_ptr_array_index (list, i);
      int score = (covers (noeud, exercice) ? 2 : 0) + (noeud->principal ? 1 : 0);

      if (score > best_score)
        {
          best = noeud->id;
          best_score = score;
        }
    }

  return best;
}

gint64
pv_registry_root_of (PvRegistry *self, gint64 noeud)
{
  const PvKnownNoeud *known = g_hash_table_lookup (self->noeud_by_id, &noeud);
  guint depth = 0;

  while (known != NULL && known->parent != PV_INT_NULL && depth++ < 32)
    known = g_hash_table_lookup (self->noeud_by_id, &known->parent);

  return known != NULL ? known->id : PV_INT_NULL;
}
