/* pv-egalite-analyse.c: the marks of a transversal axis, by number and by amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-analyse.h"

#include <glib/gi18n-lib.h>

#include "dossier/pv-dossier-critere.h"
#include "egalite/pv-egalite-analyse-store.h"
#include "financeur/pv-financeur.h"
#include "pv-error.h"
#include "pv-text.h"

static const char *const libelles[PV_N_EGALITE_PAR] = {
  "Exercice", "Axe", "Quartier", "Commune", "Financeur", "Porteur",
};

/* A row and what it is sorted by, until all are in their order. */
typedef struct
{
  PvEgaliteLigne *ligne;
  gint64 rang;
  PvCents poids;
  char *tri;
} Entree;

const char *
pv_egalite_par_to_libelle (PvEgalitePar par)
{
  g_return_val_if_fail ((guint)par < PV_N_EGALITE_PAR, NULL);

  return libelles[par];
}

static void
ligne_free (PvEgaliteLigne *ligne)
{
  g_free (ligne->cle);
  g_free (ligne->libelle);
  g_free (ligne);
}

void
pv_egalite_analyse_free (PvEgaliteAnalyse *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lignes);
  g_free (self);
}

static void
clear_mesures (PvEgaliteLigne *ligne)
{
  for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
    for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
      ligne->mesures[b][m] = (PvEgaliteMesure){ 0, PV_CENTS_NULL };
}

static void
entree_clear (gpointer data)
{
  g_free (((Entree *)data)->tri);
}

static void
name_row (PvEgaliteLigne *ligne, Entree *entree, PvEgalitePar par, gint64 id, GHashTable *noms)
{
  const PvEgaliteNom *nom = g_hash_table_lookup (noms, &id);

  if (id == PV_INT_NULL || id == PV_EGALITE_ID_NON_REPARTI)
    {
      ligne->libelle = g_strdup (id == PV_INT_NULL ? "Non renseigné" : "Non réparti");
      entree->rang = G_MAXINT64 - (id == PV_INT_NULL ? 1 : 0);
      return;
    }
  if (par == PV_EGALITE_PAR_ANNEE)
    {
      ligne->cle = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      ligne->libelle = g_strdup (ligne->cle);
      entree->rang = id;
    }
  else if (par == PV_EGALITE_PAR_FINANCEUR)
    {
      ligne->cle = g_strdup (pv_categorie_to_id ((PvCategorie)id));
      ligne->libelle = g_strdup (pv_categorie_to_libelle ((PvCategorie)id));
      entree->rang = id;
    }
  else if (nom != NULL)
    {
      ligne->cle = g_strdup (nom->cle);
      ligne->libelle = g_strdup (nom->libelle);
      entree->rang = nom->rang == PV_INT_NULL ? 0 : nom->rang;
    }
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const Entree *x = a, *y = b;

  if (x->rang != y->rang)
    return x->rang < y->rang ? -1 : 1;
  if (x->poids != y->poids)
    return x->poids > y->poids ? -1 : 1;

  return g_strcmp0 (x->tri, y->tri);
}

/* Sums of one base and mark go to the rows of the same id. */
static void
place (PvEgaliteAnalyse *self, GHashTable *par_id, PvStatsSommes *sommes, guint base, guint marque)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, sommes->par_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PvStatsSomme *somme = value;
      PvEgaliteLigne *ligne = g_hash_table_lookup (par_id, &somme->id);

      if (ligne == NULL)
        {
          ligne = g_new0 (PvEgaliteLigne, 1);
          clear_mesures (ligne);
          g_hash_table_insert (par_id, g_memdup2 (&somme->id, sizeof somme->id), ligne);
        }
      ligne->mesures[base][marque] = (PvEgaliteMesure){ somme->dossiers, somme->total[0] };
    }
  self->total.mesures[base][marque] =
      (PvEgaliteMesure){ sommes->total.dossiers, sommes->total.total[0] };
}

static void
sort_rows (PvEgaliteAnalyse *self, GHashTable *par_id, GHashTable *noms)
{
  g_autoptr (GArray) entrees = g_array_new (FALSE, TRUE, sizeof (Entree));
  GHashTableIter iter;
  gpointer key, value;

  g_array_set_clear_func (entrees, entree_clear);
  g_hash_table_iter_init (&iter, par_id);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Entree entree = { .ligne = value };
      PvCents demande =
          pv_egalite_ligne_get_somme (value, PV_EGALITE_DEMANDE, 0, PV_EGALITE_NON_EVALUE).cents;

      name_row (value, &entree, self->par, *(const gint64 *)key, noms);
      entree.poids = demande == PV_CENTS_NULL ? -1 : demande;
      entree.tri = pv_text_sort_key (entree.ligne->libelle);
      g_array_append_val (entrees, entree);
    }
  g_array_sort (entrees, compare_cb);
  for (guint i = 0; i < entrees->len; i++)
    g_ptr_array_add (self->lignes, g_array_index (entrees, Entree, i).ligne);
}

static gboolean
fill (PvEgaliteAnalyse *self, PvDb *db, PvEgaliteSommes *sommes, GError **error)
{
  g_autoptr (GHashTable) par_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) noms = pv_egalite_analyse_store_noms (db, self->par, error);

  if (noms == NULL)
    return FALSE;
  for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
    for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
      {
        if (sommes->sommes[b][m]->debordement)
          {
            g_set_error_literal (
                error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                _ ("A sum of amounts is larger than what can be kept exactly. Run the "
                   "controls to find the amount that is wrong."));
            return FALSE;
          }
        place (self, par_id, sommes->sommes[b][m], b, m);
      }
  sort_rows (self, par_id, noms);

  return TRUE;
}

PvEgaliteAnalyse *
pv_egalite_analyse_compute (PvDb *db,
                            gint64 axe_id,
                            PvEgalitePar par,
                            const PvFiltre *filtre,
                            GError **error)
{
  g_autoptr (PvEgaliteAnalyse) self = g_new0 (PvEgaliteAnalyse, 1);
  PvEgaliteSommes sommes;
  gboolean ok;

  g_return_val_if_fail ((guint)par < PV_N_EGALITE_PAR, NULL);

  self->par = par;
  self->lignes = g_ptr_array_new_with_free_func ((GDestroyNotify)ligne_free);
  clear_mesures (&self->total);
  for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
    for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
      sommes.sommes[b][m] = pv_stats_sommes_new (1, FALSE);

  ok = pv_egalite_analyse_store_sommes (db, axe_id, par, filtre, &sommes, error) &&
       fill (self, db, &sommes, error);

  for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
    for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
      pv_stats_sommes_free (sommes.sommes[b][m]);

  return ok ? g_steal_pointer (&self) : NULL;
}

PvEgaliteMesure
pv_egalite_ligne_get_somme (const PvEgaliteLigne *self, PvEgaliteBase base, guint de, guint a)
{
  PvEgaliteMesure somme = { 0, PV_CENTS_NULL };

  for (guint m = de; m <= a && m < PV_N_EGALITE_MARQUES; m++)
    {
      somme.dossiers += self->mesures[base][m].dossiers;
      pv_money_add (somme.cents, self->mesures[base][m].cents, &somme.cents);
    }

  return somme;
}

static gint64
rate (PvEgaliteMesure part, PvEgaliteMesure whole, gboolean montant)
{
  if (!montant)
    return pv_money_rate_bp (part.dossiers, whole.dossiers);
  if (whole.cents == PV_CENTS_NULL)
    return PV_INT_NULL;

  return pv_money_rate_bp (part.cents == PV_CENTS_NULL ? 0 : part.cents, whole.cents);
}

gint64
pv_egalite_ligne_get_part_bp (const PvEgaliteLigne *self, PvEgaliteBase base, gboolean montant)
{
  return rate (pv_egalite_ligne_get_somme (self, base, 1, 2),
               pv_egalite_ligne_get_somme (self, base, 0, 2), montant);
}

gint64
pv_egalite_ligne_get_couverture_bp (const PvEgaliteLigne *self,
                                    PvEgaliteBase base,
                                    gboolean montant)
{
  return rate (pv_egalite_ligne_get_somme (self, base, 0, 2),
               pv_egalite_ligne_get_somme (self, base, 0, PV_EGALITE_NON_EVALUE), montant);
}

char *
pv_egalite_analyse_dup_critere (const PvEgaliteAnalyse *self,
                                const PvEgaliteLigne *ligne,
                                PvEgaliteBase base,
                                int marque)
{
  static const PvCritereCle criteres[PV_N_EGALITE_PAR] = {
    PV_CRITERE_EXERCICE, PV_CRITERE_AXE,       PV_CRITERE_QUARTIER,
    PV_CRITERE_COMMUNE,  PV_CRITERE_FINANCEUR, PV_CRITERE_PORTEUR,
  };
  static const char *const marques[PV_N_EGALITE_MARQUES] = { "0", "1", "2", "non-evalue" };
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_new ();

  if (ligne != NULL && ligne->cle == NULL)
    return NULL;
  if (ligne != NULL)
    pv_dossier_critere_set_valeur (critere, criteres[self->par], ligne->cle, TRUE);
  if (marque >= 0)
    pv_dossier_critere_set_valeur (critere, PV_CRITERE_MARQUE, marques[marque], TRUE);
  if (base == PV_EGALITE_ACCORDE)
    pv_dossier_critere_set_valeur (critere, PV_CRITERE_FINANCE, "oui", TRUE);

  return pv_dossier_critere_to_text (critere);
}
