/* pv-reference-liste.c: what data/reference offers to a new programme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/pv-reference-liste.h"

#include "reference/pv-reference-table.h"

typedef gboolean (*ReadFunc) (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error);

void
pv_reference_ligne_free (PvReferenceLigne *self)
{
  g_free (self->territoires);
  g_free (self->parent);
  g_free (self->financeur);
  g_clear_pointer (&self->contrat, pv_contrat_free);
  g_clear_pointer (&self->cadre, pv_cadre_free);
  g_clear_pointer (&self->noeud, pv_noeud_free);
  g_clear_pointer (&self->dispositif, pv_dispositif_free);
  g_clear_pointer (&self->commune, pv_commune_free);
  g_clear_pointer (&self->quartier, pv_quartier_free);
  g_clear_pointer (&self->instance, pv_instance_free);
  g_free (self);
}

gboolean
pv_reference_ligne_is_in (const PvReferenceLigne *self, const char *territoire)
{
  g_auto (GStrv) territoires = NULL;

  if (self->territoires == NULL)
    return TRUE;
  if (territoire == NULL)
    return FALSE;
  territoires = g_strsplit (self->territoires, ";", -1);
  for (guint i = 0; territoires[i] != NULL; i++)
    if (g_str_equal (g_strstrip (territoires[i]), territoire))
      return TRUE;

  return FALSE;
}

static GPtrArray *
list (const char *name, const char *territoires, ReadFunc read, GError **error)
{
  g_autoptr (PvReferenceTable) table = pv_reference_table_open (name, error);
  g_autoptr (GPtrArray) lignes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_reference_ligne_free);
  g_autoptr (GError) local = NULL;

  if (table == NULL)
    return NULL;
  while (pv_reference_table_next (table, &local))
    {
      PvReferenceLigne *ligne = g_new0 (PvReferenceLigne, 1);

      g_ptr_array_add (lignes, ligne);
      if (territoires != NULL)
        ligne->territoires = g_strdup (pv_reference_table_get (table, territoires));
      if (!read (table, ligne, error))
        return NULL;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&lignes);
}

static gboolean
read_contrat (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->contrat = pv_contrat_new ();
  pv_champ_set_text (&ligne->contrat->epci_nom, pv_reference_table_get (table, "epci"));
  pv_champ_set_text (&ligne->contrat->epci_siren, pv_reference_table_get (table, "siren_epci"));

  return pv_reference_table_fill (table, pv_contrat_champs, ligne->contrat, error);
}

GPtrArray *
pv_reference_list_contrats (GError **error)
{
  return list ("contrats", "territoire", read_contrat, error);
}

static gboolean
read_cadre (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->cadre = pv_cadre_new ();
  ligne->cadre->code = g_strdup (pv_reference_table_get (table, "cadre"));

  return pv_reference_table_fill (table, pv_cadre_champs, ligne->cadre, error);
}

GPtrArray *
pv_reference_list_cadres (GError **error)
{
  return list ("cadres_noms", "territoire", read_cadre, error);
}

static gboolean
read_noeud (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->noeud = pv_noeud_new ();
  ligne->territoires = g_strdup (pv_reference_table_get (table, "cadre"));
  ligne->parent = g_strdup (pv_reference_table_get (table, "parent_code"));

  return pv_reference_table_fill (table, pv_noeud_champs, ligne->noeud, error);
}

GPtrArray *
pv_reference_list_noeuds (const char *cadre, GError **error)
{
  GPtrArray *lignes = list ("cadres", NULL, read_noeud, error);
  g_autoptr (GHashTable) niveaux = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; lignes != NULL && i < lignes->len; i++)
    {
      PvReferenceLigne *ligne = lignes->pdata[i];

      if (g_strcmp0 (ligne->territoires, cadre) != 0)
        {
          g_ptr_array_remove_index (lignes, i--);
          continue;
        }
      if (ligne->parent != NULL)
        ligne->niveau = 1 + GPOINTER_TO_UINT (g_hash_table_lookup (niveaux, ligne->parent));
      g_hash_table_insert (niveaux, ligne->noeud->code, GUINT_TO_POINTER (ligne->niveau));
    }

  return lignes;
}

static gboolean
read_financeur (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->financeur = g_strdup (pv_reference_table_get (table, "financeur"));

  return TRUE;
}

GPtrArray *
pv_reference_list_financeurs (GError **error)
{
  return list ("financeurs", "territoire", read_financeur, error);
}

static gboolean
read_dispositif (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->dispositif = pv_dispositif_new ();
  pv_champ_set_text (&ligne->dispositif->nom, pv_reference_table_get (table, "dispositif"));
  ligne->parent = g_strdup (pv_reference_table_get (table, "financeur"));

  return pv_reference_table_fill (table, pv_dispositif_champs, ligne->dispositif, error);
}

GPtrArray *
pv_reference_list_dispositifs (GError **error)
{
  return list ("financeurs_dispositifs", NULL, read_dispositif, error);
}

static gboolean
read_commune (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->commune = pv_commune_new ();
  pv_champ_set_text (&ligne->commune->epci_siren, pv_reference_table_get (table, "siren_epci"));
  pv_champ_set_text (&ligne->commune->epci_nom, pv_reference_table_get (table, "epci"));

  return pv_reference_table_fill (table, pv_commune_champs, ligne->commune, error);
}

GPtrArray *
pv_reference_list_communes (GError **error)
{
  return list ("communes", NULL, read_commune, error);
}

static gboolean
read_quartier (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->quartier = pv_quartier_new ();
  ligne->parent = g_strdup (pv_reference_table_get (table, "communes"));

  return pv_reference_table_fill (table, pv_quartier_champs, ligne->quartier, error);
}

GPtrArray *
pv_reference_list_quartiers (GError **error)
{
  return list ("quartiers", "territoire", read_quartier, error);
}

static gboolean
read_instance (PvReferenceTable *table, PvReferenceLigne *ligne, GError **error)
{
  ligne->instance = pv_instance_new ();
  ligne->instance->effet = PV_INSTANCE_EFFET_NULL;

  return pv_reference_table_fill (table, pv_instance_champs, ligne->instance, error);
}

GPtrArray *
pv_reference_list_instances (GError **error)
{
  GPtrArray *lignes = list ("instances", "territoire", read_instance, error);

  for (guint i = 0; lignes != NULL && i < lignes->len; i++)
    if (((PvReferenceLigne *)lignes->pdata[i])->instance->effet == PV_INSTANCE_EFFET_NULL)
      g_ptr_array_remove_index (lignes, i--);

  return lignes;
}
