/* pv-bilan-analyse.c: the bilan of a programming, over the exercices of the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-private.h"
#include "dossier/pv-dossier-critere.h"

gboolean
pv_bilan_perimetre_has (const PvBilanPerimetre *self, gint64 exercice)
{
  for (guint i = 0; i < self->n_exercices; i++)
    if (self->exercices[i] == exercice)
      return TRUE;

  return self->n_exercices == 0;
}

/* --- the analysis ----------------------------------------------------------------------------- */

static void
keep_perimetre (PvBilanAnalyse *self, const PvBilanSource *source)
{
  self->perimetre.appel_id = source->appel_id;
  self->perimetre.contrat_id = source->contrat_id;
  self->complet = source->complet;
  self->perimetre.n_exercices = source->annees->len;
  self->perimetre.exercices =
      source->annees->len > 0
          ? g_memdup2 (source->annees->data, source->annees->len * sizeof (gint64))
          : NULL;
}

/* Nothing is known yet of the dossiers. */
static PvBilanAnalyse *
analyse_new (PvBilanSource *source)
{
  PvBilanAnalyse *self = g_new0 (PvBilanAnalyse, 1);

  self->source = pv_bilan_source_ref (source);
  keep_perimetre (self, source);
  self->n_annees = source->annees->len;
  self->annees = g_new0 (PvBilanChiffres, MAX (self->n_annees, 1));
  for (guint i = 0; i < self->n_annees; i++)
    pv_bilan_chiffres_init (&self->annees[i], g_array_index (source->annees, gint64, i));
  pv_bilan_chiffres_init (&self->total, PV_INT_NULL);
  self->parts = g_new (PvBilanParts, MAX (self->n_annees, 1) * PV_STATS_N_CATEGORIES);
  for (guint i = 0; i < self->n_annees * PV_STATS_N_CATEGORIES; i++)
    pv_stats_ligne_clear (self->parts[i].cents, PV_N_ETAPES);
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    {
      self->tables[par].par = (PvBilanPar)par;
      self->tables[par].lignes =
          g_ptr_array_new_with_free_func ((GDestroyNotify)pv_bilan_table_ligne_free);
    }
  self->postes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_bilan_poste_free);

  return self;
}

static gboolean
run (PvBilanAnalyse *self,
     PvDb *db,
     PvBilanVolets volets,
     GCancellable *cancellable,
     GError **error)
{
  if ((volets & PV_BILAN_VOLET_CHIFFRES) != 0 && !pv_bilan_chiffres_compute (self, self->source))
    return pv_bilan_refuse_overflow (error);
  if ((volets & PV_BILAN_VOLET_CHIFFRES) != 0 && !pv_bilan_store_count_lignes (db, self, error))
    return FALSE;
  if (((volets & PV_BILAN_VOLET_FINANCEURS) != 0 &&
       !pv_bilan_payeurs_run (self, self->source, db, cancellable, error)) ||
      ((volets & PV_BILAN_VOLET_DIMENSIONS) != 0 &&
       !pv_bilan_passe_run (self, self->source, db, cancellable, error)) ||
      ((volets & PV_BILAN_VOLET_REALISE) != 0 &&
       !pv_bilan_budget_load (self, self->source, db, error)))
    return FALSE;
  self->volets = volets;
  if (volets == PV_BILAN_VOLETS)
    g_clear_pointer (&self->source, pv_bilan_source_unref);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

PvBilanAnalyse *
pv_bilan_analyse_compute (PvDb *db,
                          const PvBilanPerimetre *perimetre,
                          GCancellable *cancellable,
                          GError **error)
{
  return pv_bilan_analyse_compute_volets (db, perimetre, PV_BILAN_VOLETS, cancellable, error);
}

PvBilanAnalyse *
pv_bilan_analyse_compute_volets (PvDb *db,
                                 const PvBilanPerimetre *perimetre,
                                 PvBilanVolets volets,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (PvBilanSource) source = NULL;
  const PvBilanPerimetre tout = PV_BILAN_PERIMETRE_TOUT;

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  source = pv_bilan_source_load (db, perimetre != NULL ? perimetre : &tout, error);
  if (source == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return pv_bilan_analyse_compute_suite (db, source, volets | PV_BILAN_VOLET_CHIFFRES, cancellable,
                                         error);
}

PvBilanAnalyse *
pv_bilan_analyse_compute_suite (PvDb *db,
                                PvBilanSource *source,
                                PvBilanVolets volets,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (PvBilanAnalyse) self = NULL;

  g_return_val_if_fail (PV_IS_DB (db) && source != NULL, NULL);

  self = analyse_new (source);

  return run (self, db, volets, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

PvBilanSource *
pv_bilan_analyse_ref_source (const PvBilanAnalyse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source != NULL ? pv_bilan_source_ref (self->source) : NULL;
}

static void
take_tables (PvBilanAnalyse *self, PvBilanAnalyse *suite, guint from, guint to)
{
  for (guint par = from; par <= to; par++)
    {
      GPtrArray *lignes = self->tables[par].lignes;

      self->tables[par].lignes = suite->tables[par].lignes;
      suite->tables[par].lignes = lignes;
    }
}

static void
take_egalite (PvBilanAnalyse *self, const PvBilanAnalyse *suite)
{
  for (guint i = 0; i < self->n_annees; i++)
    self->annees[i].egalite = suite->annees[i].egalite;
  self->total.egalite = suite->total.egalite;
}

void
pv_bilan_analyse_take (PvBilanAnalyse *self, PvBilanAnalyse *suite)
{
  g_autoptr (PvBilanAnalyse) other = suite;

  g_return_if_fail (self != NULL && suite != NULL && self->source == suite->source);

  if ((suite->volets & PV_BILAN_VOLET_FINANCEURS) != 0)
    {
      take_tables (self, suite, PV_BILAN_PAR_CATEGORIE, PV_BILAN_PAR_FINANCEUR);
      g_free (self->parts);
      self->parts = g_steal_pointer (&suite->parts);
    }
  if ((suite->volets & PV_BILAN_VOLET_DIMENSIONS) != 0)
    {
      take_tables (self, suite, PV_BILAN_PAR_AXE, PV_N_BILAN_PAR - 1);
      take_egalite (self, suite);
    }
  if ((suite->volets & PV_BILAN_VOLET_REALISE) != 0)
    {
      g_ptr_array_unref (self->postes);
      self->postes = g_ptr_array_ref (suite->postes);
    }
  self->volets |= suite->volets;
  if (self->volets == PV_BILAN_VOLETS)
    g_clear_pointer (&self->source, pv_bilan_source_unref);
}

void
pv_bilan_analyse_free (PvBilanAnalyse *self)
{
  if (self == NULL)
    return;
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    g_clear_pointer (&self->tables[par].lignes, g_ptr_array_unref);
  g_clear_pointer (&self->source, pv_bilan_source_unref);
  g_ptr_array_unref (self->postes);
  g_free (self->annees);
  g_free (self->parts);
  g_free ((gint64 *)self->perimetre.exercices);
  g_free (self);
}

const PvBilanTable *
pv_bilan_analyse_get_table (const PvBilanAnalyse *self, PvBilanPar par)
{
  g_return_val_if_fail (self != NULL && (guint)par < PV_N_BILAN_PAR, NULL);

  return &self->tables[par];
}

int
pv_bilan_analyse_find_annee (const PvBilanAnalyse *self, gint64 exercice)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_annees; i++)
    if (self->annees[i].exercice == exercice)
      return (int)i;

  return -1;
}

const PvBilanChiffres *
pv_bilan_analyse_get_chiffres (const PvBilanAnalyse *self, int annee)
{
  g_return_val_if_fail (self != NULL && annee < (int)self->n_annees, NULL);

  return annee < 0 ? &self->total : &self->annees[annee];
}

const PvBilanParts *
pv_bilan_analyse_get_parts (const PvBilanAnalyse *self, guint annee, PvCategorie categorie)
{
  g_return_val_if_fail (self != NULL && annee < self->n_annees, NULL);

  return pv_bilan_analyse_parts (self, annee, (guint)categorie);
}

gint64
pv_bilan_chiffres_get_taux_bp (const PvBilanChiffres *self)
{
  g_return_val_if_fail (self != NULL, PV_INT_NULL);

  return pv_money_rate_bp (self->charges_realisees_cents, self->charges_prevues_cents);
}

gint64
pv_bilan_evolution_bp (gint64 avant, gint64 apres)
{
  gint64 ecart;

  if (avant == PV_INT_NULL || apres == PV_INT_NULL || __builtin_sub_overflow (apres, avant, &ecart))
    return PV_INT_NULL;

  return pv_money_rate_bp (ecart, avant);
}

/* --- lists ------------------------------------------------------------------------------------ */

/* Whether a criterion says the line. */
static gboolean
add_ligne (PvDossierCritere *critere, PvBilanPar par, const PvBilanTableLigne *ligne)
{
  static const struct
  {
    int cle;
    const char *sans; /* (nullable): what is missing of a line without a key */
  } criteres[PV_N_BILAN_PAR] = {
    { PV_CRITERE_FINANCEUR, NULL },
    { PV_CRITERE_FINANCEUR, NULL },
    { PV_CRITERE_AXE, "axe" },
    { PV_CRITERE_AXE, "axe" },
    { PV_CRITERE_COMMUNE, "territoire" },
    { PV_CRITERE_QUARTIER, "territoire" },
    { PV_CRITERE_PORTEUR, NULL },
    { -1, NULL },
    { PV_CRITERE_NATURE, NULL },
    { PV_CRITERE_CPO, NULL },
    { PV_CRITERE_MARQUE, NULL },
  };

  if (ligne->cle == NULL || criteres[par].cle < 0 ||
      (*ligne->cle == '\0' && criteres[par].sans == NULL))
    return FALSE;
  if (*ligne->cle == '\0')
    pv_dossier_critere_set_valeur (critere, PV_CRITERE_SANS, criteres[par].sans, TRUE);
  else
    pv_dossier_critere_set_valeur (critere, (PvCritereCle)criteres[par].cle, ligne->cle, TRUE);

  return TRUE;
}

static void
add_annees (PvDossierCritere *critere, const PvBilanAnalyse *self, int annee)
{
  for (guint i = 0; i < self->n_annees; i++)
    {
      g_autofree char *exercice = g_strdup_printf ("%" G_GINT64_FORMAT, self->annees[i].exercice);

      if (annee < 0 ? !self->complet : (guint)annee == i)
        pv_dossier_critere_set_valeur (critere, PV_CRITERE_EXERCICE, exercice, TRUE);
    }
}

char *
pv_bilan_analyse_dup_critere (const PvBilanAnalyse *self,
                              PvBilanPar par,
                              const PvBilanTableLigne *ligne,
                              int annee,
                              PvBilanListe liste)
{
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_new ();

  g_return_val_if_fail (self != NULL && annee < (int)self->n_annees, NULL);

  if (ligne != NULL && !add_ligne (critere, par, ligne))
    return NULL;
  add_annees (critere, self, annee);
  /* what this payer gave is not what others did */
  if (ligne != NULL && liste != PV_BILAN_LISTE_DOSSIERS &&
      (par == PV_BILAN_PAR_CATEGORIE || par == PV_BILAN_PAR_FINANCEUR))
    return NULL;
  if (liste == PV_BILAN_LISTE_FINANCES)
    pv_dossier_critere_set_valeur (critere, PV_CRITERE_FINANCE, "oui", TRUE);
  else if (liste == PV_BILAN_LISTE_NOTIFIES)
    pv_dossier_critere_set_intervalle (critere, PV_INTERVALLE_NOTIFIE, 1, PV_CENTS_NULL);
  else if (liste == PV_BILAN_LISTE_VERSES)
    pv_dossier_critere_set_intervalle (critere, PV_INTERVALLE_VERSE, 1, PV_CENTS_NULL);
  else if (liste == PV_BILAN_LISTE_REALISES)
    pv_dossier_critere_set_valeur (critere, PV_CRITERE_REALISE, "oui", TRUE);

  return pv_dossier_critere_to_text (critere);
}
