/* pv-bilan-table.c: the sums of a bilan, named and in their order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bilan/pv-bilan-analyse-private.h"
#include "dossier/pv-dossier.h"
#include "financeur/pv-financeur.h"
#include "organisme/pv-organisme.h"
#include "pv-text.h"

/* A line, until all are in their order. */
typedef struct
{
  PvBilanTableLigne *ligne;
  gint64 id;
  gint64 rang;
  char *tri;
} Entree;

static void
entree_clear (gpointer data)
{
  Entree *self = data;

  g_clear_pointer (&self->ligne, pv_bilan_table_ligne_free);
  g_clear_pointer (&self->tri, g_free);
}

const char *
pv_bilan_par_to_libelle (PvBilanPar par)
{
  static const char *const libelles[PV_N_BILAN_PAR] = {
    "Catégorie de financeurs",
    "Financeur",
    "Axe",
    "Objectif",
    "Commune",
    "Quartier",
    "Porteur",
    "Forme",
    "Nature",
    "CPO",
    "Marqueur F-H",
  };

  g_return_val_if_fail ((guint)par < PV_N_BILAN_PAR, NULL);

  return libelles[par];
}

void
pv_bilan_table_ligne_free (PvBilanTableLigne *self)
{
  if (self == NULL)
    return;
  g_free (self->cle);
  g_free (self->code);
  g_free (self->libelle);
  g_free (self->annees);
  g_free (self);
}

const PvBilanMesure *
pv_bilan_table_ligne_get_mesure (const PvBilanTableLigne *self, int annee)
{
  g_return_val_if_fail (self != NULL, NULL);

  return annee < 0 ? &self->total : &self->annees[annee];
}

/* --- names ------------------------------------------------------------------------------------ */

static void
name_marque (PvBilanTableLigne *ligne, gint64 id)
{
  static const char *const libelles[PV_N_EGALITE_MARQUES] = {
    "0 · N’intègre pas l’égalité", "1 · L’intègre", "2 · En fait son objectif", "Non évalué"
  };
  static const char *const cles[PV_N_EGALITE_MARQUES] = { "0", "1", "2", "non-evalue" };

  ligne->cle = g_strdup (cles[id]);
  ligne->code = g_strdup (cles[id]);
  ligne->libelle = g_strdup (libelles[id]);
}

/* What the domain itself names. */
static gboolean
name_known (PvBilanTableLigne *ligne, PvBilanPar par, gint64 id)
{
  switch ((int)par)
    {
    case PV_BILAN_PAR_CATEGORIE:
      ligne->cle = g_strdup (pv_categorie_to_id ((PvCategorie)id));
      ligne->libelle = g_strdup (pv_categorie_to_libelle ((PvCategorie)id));
      break;
    case PV_BILAN_PAR_FORME:
      ligne->libelle = g_strdup (pv_forme_to_libelle ((PvForme)id));
      ligne->code = g_strdup (pv_forme_to_id ((PvForme)id));
      return TRUE;
    case PV_BILAN_PAR_NATURE:
      ligne->cle = g_strdup (pv_dossier_nature_to_id ((PvDossierNature)id));
      ligne->libelle = g_strdup (pv_dossier_nature_to_libelle ((PvDossierNature)id));
      break;
    case PV_BILAN_PAR_CPO:
      ligne->cle = g_strdup (id == 0 ? "oui" : "non");
      ligne->libelle = g_strdup (id == 0 ? "En convention pluriannuelle" : "Annuelle");
      break;
    case PV_BILAN_PAR_MARQUE:
      name_marque (ligne, id);
      return TRUE;
    default:
      return FALSE;
    }
  ligne->code = g_strdup (ligne->cle);

  return TRUE;
}

static gboolean
has_own_order (PvBilanPar par)
{
  return par == PV_BILAN_PAR_CATEGORIE || par == PV_BILAN_PAR_AXE || par == PV_BILAN_PAR_OBJECTIF ||
         par == PV_BILAN_PAR_NATURE || par == PV_BILAN_PAR_CPO || par == PV_BILAN_PAR_MARQUE;
}

static void
name_entree (Entree *self, PvBilanPar par, GHashTable *noms)
{
  PvBilanTableLigne *ligne = self->ligne;
  const PvBilanNom *nom = g_hash_table_lookup (noms, GSIZE_TO_POINTER ((gsize)self->id));

  self->rang = has_own_order (par) ? self->id : 0;
  if (self->id == PV_INT_NULL)
    {
      ligne->cle = g_strdup ("");
      ligne->libelle = g_strdup ("Non renseigné");
      self->rang = G_MAXINT64 - 1;
    }
  else if (self->id == PV_STATS_ID_NON_REPARTI)
    {
      ligne->libelle = g_strdup ("Non réparti");
      self->rang = G_MAXINT64;
    }
  else if (!name_known (ligne, par, self->id) && nom != NULL)
    {
      ligne->cle = g_strdup (nom->cle);
      ligne->code = g_strdup (nom->code);
      ligne->libelle = g_strdup (nom->libelle);
      self->rang = nom->rang == PV_INT_NULL ? 0 : nom->rang;
    }
}

/* --- order ------------------------------------------------------------------------------------ */

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const Entree *x = a, *y = b;
  const PvBilanMesure *m = &x->ligne->total, *n = &y->ligne->total;

  if (x->rang != y->rang)
    return x->rang < y->rang ? -1 : 1;
  if (m->accorde != n->accorde)
    return m->accorde > n->accorde ? -1 : 1;
  if (m->etapes[PV_ETAPE_SOLLICITE] != n->etapes[PV_ETAPE_SOLLICITE])
    return m->etapes[PV_ETAPE_SOLLICITE] > n->etapes[PV_ETAPE_SOLLICITE] ? -1 : 1;
  if (strcmp (x->tri, y->tri) != 0)
    return strcmp (x->tri, y->tri);

  return (x->id > y->id) - (x->id < y->id);
}

static gboolean
take (Entree *self, const PvBilanCumul *cumul, guint place)
{
  PvBilanTableLigne *ligne = g_new0 (PvBilanTableLigne, 1);
  const PvBilanMesure *annees =
      &g_array_index (cumul->mesures, PvBilanMesure, place * cumul->n_annees);
  gboolean fits = TRUE;

  self->ligne = ligne;
  self->id = g_array_index (cumul->ids, gint64, place);
  ligne->annees = g_memdup2 (annees, cumul->n_annees * sizeof *annees);
  pv_bilan_mesure_init (&ligne->total);
  for (guint i = 0; i < cumul->n_annees; i++)
    fits = pv_bilan_mesure_add (&ligne->total, &annees[i]) && fits;

  return fits;
}

gboolean
pv_bilan_table_fill (PvBilanTable *self, PvDb *db, const PvBilanCumul *cumul, GError **error)
{
  g_autoptr (GArray) entrees = g_array_new (FALSE, TRUE, sizeof (Entree));
  g_autoptr (GHashTable) noms = NULL;

  if (cumul->ids->len == 0)
    return TRUE;
  noms = pv_bilan_store_noms (db, self->par, error);
  if (noms == NULL)
    return FALSE;
  g_array_set_clear_func (entrees, entree_clear);
  g_array_set_size (entrees, cumul->ids->len);
  for (guint i = 0; i < entrees->len; i++)
    {
      Entree *entree = &g_array_index (entrees, Entree, i);

      take (entree, cumul, i); /* no more than the whole, which fits */
      name_entree (entree, self->par, noms);
      if (entree->ligne->libelle == NULL)
        entree->ligne->libelle = g_strdup ("?");
      entree->tri = pv_text_sort_key (entree->ligne->libelle);
    }
  g_array_sort (entrees, compare_cb);
  for (guint i = 0; i < entrees->len; i++)
    g_ptr_array_add (self->lignes, g_steal_pointer (&g_array_index (entrees, Entree, i).ligne));

  return TRUE;
}

/* A dossier may have several funders, communes and quartiers: counted with each, it would count
 * several times. */
static gboolean
is_additive (PvBilanPar par)
{
  return par != PV_BILAN_PAR_CATEGORIE && par != PV_BILAN_PAR_FINANCEUR &&
         par != PV_BILAN_PAR_COMMUNE && par != PV_BILAN_PAR_QUARTIER;
}

static void
forget_counts (PvBilanMesure *self)
{
  self->dossiers = self->finances = PV_INT_NULL;
}

PvBilanTableLigne *
pv_bilan_table_sum (const PvBilanTable *self, guint n_annees, guint from)
{
  PvBilanTableLigne *sum;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  if (from >= self->lignes->len)
    return NULL;
  n = self->lignes->len - from;
  sum = g_new0 (PvBilanTableLigne, 1);
  sum->libelle = g_strdup_printf (n > 1 ? "%u autres" : "%u autre", n);
  sum->annees = g_new (PvBilanMesure, MAX (n_annees, 1));
  pv_bilan_mesure_init (&sum->total);
  for (guint i = 0; i < n_annees; i++)
    pv_bilan_mesure_init (&sum->annees[i]);
  for (guint l = from; l < self->lignes->len; l++)
    {
      const PvBilanTableLigne *ligne = self->lignes->pdata[l];

      pv_bilan_mesure_add (&sum->total, &ligne->total);
      for (guint i = 0; i < n_annees; i++)
        pv_bilan_mesure_add (&sum->annees[i], &ligne->annees[i]);
    }
  if (!is_additive (self->par))
    {
      forget_counts (&sum->total);
      for (guint i = 0; i < n_annees; i++)
        forget_counts (&sum->annees[i]);
    }

  return sum;
}
