/* pv-convention-fiche-store.c: all of a convention, read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-fiche.h"

#include "commun/pv-entite.h"
#include "convention/pv-convention-store.h"
#include "financement/pv-cpo.h"
#include "seuil/pv-seuil-store.h"

static const char lit_noms[] =
    "SELECT fo.nom, o.nom FROM convention c JOIN financeur fi ON fi.id = c.financeur_id"
    "  JOIN organisme fo ON fo.id = fi.organisme_id JOIN organisme o ON o.id = c.organisme_id"
    " WHERE c.id = :convention";

#define FERME                                                                                      \
  "COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents, f.sollicite_cents)"

#define DOSSIERS                                                                                   \
  "SELECT d.id, d.numero, d.intitule, d.exercice, d.statut,"                                       \
  "       (SELECT SUM (" FERME ") FROM financement f"                                              \
  "         WHERE f.dossier_id = d.id AND f.financeur_id = c.financeur_id"                         \
  "           AND f.exercice BETWEEN c.annee_debut AND c.annee_fin)"                               \
  "  FROM convention c "

static const char lit_dossiers[] =
    DOSSIERS "JOIN convention_dossier x ON x.convention_id = c.id"
             "  JOIN dossier d ON d.id = x.dossier_id WHERE c.id = :convention"
             " ORDER BY d.exercice, d.numero, d.id";

static const char lit_candidats[] =
    DOSSIERS "JOIN dossier d ON d.porteur_id = c.organisme_id"
             "   AND d.exercice BETWEEN c.annee_debut AND c.annee_fin"
             " WHERE c.id = :convention AND d.chapeau = 0 AND NOT " PV_SORTI_SQL
             "   AND NOT EXISTS (SELECT 1 FROM convention_dossier x"
             "                    WHERE x.convention_id = c.id AND x.dossier_id = d.id)"
             " ORDER BY d.exercice, d.numero, d.id";

static void
annee_free (gpointer data)
{
  PvConventionAnnee *self = data;

  g_clear_pointer (&self->besoin, pv_convention_besoin_unref);
  g_free (self);
}

static void
dossier_free (gpointer data)
{
  PvConventionDossier *self = data;

  g_free (self->numero);
  g_free (self->intitule);
  g_free (self);
}

void
pv_convention_fiche_free (PvConventionFiche *self)
{
  g_clear_pointer (&self->convention, pv_convention_free);
  g_free (self->financeur);
  g_free (self->organisme);
  g_clear_pointer (&self->annees, g_ptr_array_unref);
  g_clear_pointer (&self->echeances, g_ptr_array_unref);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_free (self);
}

/* --- years ------------------------------------------------------------------------------------ */

static PvConventionAnnee *
find_annee (const PvConventionFiche *self, gint64 exercice)
{
  for (guint i = 0; i < self->annees->len; i++)
    {
      PvConventionAnnee *annee = self->annees->pdata[i];

      if (annee->exercice == exercice)
        return annee;
    }

  return NULL;
}

static void
make_annees (PvConventionFiche *self)
{
  self->annees = g_ptr_array_new_with_free_func (annee_free);
  for (gint64 e = self->convention->annee_debut; e <= self->convention->annee_fin; e++)
    {
      PvConventionAnnee *annee = g_new0 (PvConventionAnnee, 1);

      annee->exercice = e;
      annee->prevu_cents = PV_CENTS_NULL;
      annee->cents = PV_CENTS_NULL;
      annee->verse_cents = PV_CENTS_NULL;
      annee->echeances_cents = PV_CENTS_NULL;
      g_ptr_array_add (self->annees, annee);
    }
}

static void
take_montants (PvConventionFiche *self, const PvCpo *cpo)
{
  for (guint i = 0; i < cpo->financeurs->len; i++)
    {
      const PvCpoFinanceur *financeur = cpo->financeurs->pdata[i];

      if (financeur->financeur_id != self->convention->financeur_id)
        continue;
      for (guint j = 0; j < cpo->annees->len; j++)
        {
          PvConventionAnnee *annee =
              find_annee (self, ((const PvCpoAnnee *)cpo->annees->pdata[j])->exercice);

          if (annee == NULL)
            continue;
          annee->prevu_cents = financeur->montants[j].prevu_cents;
          annee->cents = financeur->montants[j].cents;
          annee->etape = financeur->montants[j].etape;
          annee->verse_cents = financeur->montants[j].verse_cents;
        }
    }
}

static void
take_besoins (PvConventionFiche *self, GPtrArray *besoins)
{
  for (guint i = 0; i < besoins->len; i++)
    {
      PvConventionBesoin *besoin = besoins->pdata[i];
      PvConventionAnnee *annee = besoin->financeur_id == self->convention->financeur_id
                                     ? find_annee (self, besoin->exercice)
                                     : NULL;

      if (annee != NULL)
        annee->besoin = pv_convention_besoin_ref (besoin);
    }
}

/* The year of a payment, of its day when it does not say. */
static void
take_echeances (PvConventionFiche *self)
{
  for (guint i = 0; i < self->echeances->len; i++)
    {
      const PvConventionEcheance *echeance = self->echeances->pdata[i];
      gint64 exercice = echeance->exercice;
      PvConventionAnnee *annee;

      if (exercice == PV_INT_NULL && echeance->echeance_le != NULL)
        exercice = g_ascii_strtoll (echeance->echeance_le, NULL, 10);
      annee = find_annee (self, exercice);
      if (annee != NULL)
        pv_money_add (annee->echeances_cents, echeance->montant_cents, &annee->echeances_cents);
    }
}

static void
sum_annees (PvConventionFiche *self)
{
  self->prevu_cents = PV_CENTS_NULL;
  self->cents = PV_CENTS_NULL;
  self->verse_cents = PV_CENTS_NULL;
  self->echeances_cents = PV_CENTS_NULL;
  for (guint i = 0; i < self->annees->len; i++)
    {
      const PvConventionAnnee *annee = self->annees->pdata[i];

      pv_money_add (self->prevu_cents, annee->prevu_cents, &self->prevu_cents);
      pv_money_add (self->cents, annee->cents, &self->cents);
      pv_money_add (self->verse_cents, annee->verse_cents, &self->verse_cents);
    }
  pv_convention_echeances_sum (self->echeances, &self->echeances_cents);
}

PvCents
pv_convention_fiche_get_attendu (const PvConventionFiche *self)
{
  return self->prevu_cents != PV_CENTS_NULL ? self->prevu_cents : self->cents;
}

/* --- reading ---------------------------------------------------------------------------------- */

static void
read_dossier (PvStatement *row, gpointer element)
{
  PvConventionDossier *dossier = element;

  dossier->id = pv_statement_get_int (row, 0);
  dossier->numero = pv_statement_dup_text (row, 1);
  dossier->intitule = pv_statement_dup_text (row, 2);
  dossier->exercice = pv_statement_get_int (row, 3);
  if (!pv_dossier_statut_from_id (pv_statement_get_text (row, 4), &dossier->statut))
    dossier->statut = PV_DOSSIER_STATUT_NULL;
  dossier->cents = pv_statement_get_int (row, 5);
}

static GPtrArray *
list_dossiers (PvDb *db, const char *sql, gint64 id, GError **error)
{
  return pv_sql_list_records (db, sql, sizeof (PvConventionDossier), read_dossier, dossier_free,
                              error, "i", id);
}

GPtrArray *
pv_convention_fiche_list_candidats (PvDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), NULL);

  return list_dossiers (db, lit_candidats, id, error);
}

static gboolean
load_noms (PvConventionFiche *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, lit_noms, error, "i", self->convention->id);
  PvStep step = rows != NULL ? pv_statement_step (rows, error) : PV_STEP_ERROR;

  if (step == PV_STEP_ROW)
    {
      self->financeur = pv_statement_dup_text (rows, 0);
      self->organisme = pv_statement_dup_text (rows, 1);
    }

  return step != PV_STEP_ERROR;
}

static gboolean
load_delai (PvConventionFiche *self, PvDb *db, GError **error)
{
  g_autofree char *jour = g_strdup_printf ("%04d-12-31", (int)self->convention->annee_debut);

  return pv_seuil_store_get_valeur (db, PV_SEUIL_PAIEMENT_DELAI, jour, &self->delai_jours, error);
}

PvConventionFiche *
pv_convention_fiche_load (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvConventionFiche) self = g_new0 (PvConventionFiche, 1);
  g_autoptr (PvCpo) cpo = NULL;
  g_autoptr (GPtrArray) besoins = NULL;

  g_return_val_if_fail (PV_IS_DB (db), NULL);

  self->convention = pv_convention_store_get (db, id, error);
  if (self->convention == NULL)
    return NULL;
  if (!load_noms (self, db, error) || !load_delai (self, db, error) ||
      (self->dossiers = list_dossiers (db, lit_dossiers, id, error)) == NULL ||
      (self->echeances = pv_convention_store_list_echeances (db, id, error)) == NULL ||
      (cpo = pv_cpo_store_load_convention (db, id, error)) == NULL ||
      (besoins = pv_convention_besoin_list_for_organisme (db, self->convention->organisme_id,
                                                          error)) == NULL)
    return NULL;

  make_annees (self);
  take_montants (self, cpo);
  take_besoins (self, besoins);
  take_echeances (self);
  sum_annees (self);

  return g_steal_pointer (&self);
}
