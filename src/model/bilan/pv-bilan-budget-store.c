/* pv-bilan-budget-store.c: planned against realised, by poste of the plan of accounts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bilan/pv-bilan-analyse-private.h"
#include "pv-statement.h"

/* A compte, and the poste it adds to: @place among the postes. */
typedef struct
{
  guint place;
  gboolean compte_au_cout; /* charges 60 to 69 and indirect */
} Compte;

/* One line, kept until all of its dossier is known. */
typedef struct
{
  PvBilanDossier *dossier;
  const Compte *compte;
  PvCents prevu;
  PvCents realise;
} Ligne;

typedef struct
{
  PvBilanAnalyse *analyse;
  PvBilanSource *source;
  GHashTable *comptes; /* id → Compte */
  GPtrArray *postes;   /* all of the plan */
  GArray *lignes;      /* of Ligne */
  gboolean debordement;
} Lecture;

/* Postes first, each before its lines. */
static const char SQL_COMPTES[] =
    "SELECT c.id, COALESCE (c.poste_id, c.id), c.code, c.libelle, c.cote = 'charge',"
    "       c.groupe = 'volontaire'"
    "  FROM compte c ORDER BY c.poste_id IS NOT NULL, c.ordre";

static const char SQL_LIGNES[] = "SELECT b.dossier_id, b.compte_id, b.prevu_cents, b.realise_cents"
                                 "  FROM budget_ligne b ORDER BY b.dossier_id";

void
pv_bilan_poste_free (PvBilanPoste *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->libelle);
  g_free (self->prevu);
  g_free (self->realise);
  g_free (self);
}

static PvBilanPoste *
poste_new (PvStatement *row, guint n_annees)
{
  PvBilanPoste *self = g_new0 (PvBilanPoste, 1);

  self->code = pv_statement_dup_text (row, 2);
  self->libelle = pv_statement_dup_text (row, 3);
  self->charge = pv_statement_get_int (row, 4) == 1;
  self->volontaire = pv_statement_get_int (row, 5) == 1;
  self->prevu = g_new (PvCents, MAX (n_annees, 1));
  self->realise = g_new (PvCents, MAX (n_annees, 1));
  for (guint i = 0; i < n_annees; i++)
    self->prevu[i] = self->realise[i] = PV_CENTS_NULL;
  self->prevu_total = self->realise_total = PV_CENTS_NULL;

  return self;
}

static gboolean
load_comptes (Lecture *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_COMPTES, error);
  PvStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (rows, 0), poste = pv_statement_get_int (rows, 1);
      const Compte *parent = g_hash_table_lookup (self->comptes, GSIZE_TO_POINTER ((gsize)poste));
      Compte *compte = g_new0 (Compte, 1);

      compte->place = parent != NULL ? parent->place : self->postes->len;
      compte->compte_au_cout =
          pv_statement_get_int (rows, 4) == 1 && pv_statement_get_int (rows, 5) == 0;
      if (parent == NULL)
        g_ptr_array_add (self->postes, poste_new (rows, self->analyse->n_annees));
      g_hash_table_insert (self->comptes, GSIZE_TO_POINTER ((gsize)id), compte);
    }

  return step == PV_STEP_DONE;
}

static gboolean
add_chiffres (PvBilanChiffres *self, PvCents prevu, PvCents realise)
{
  gboolean fits = pv_bilan_add (&self->realise_cents, realise);

  if (prevu == PV_CENTS_NULL || realise == PV_CENTS_NULL)
    return fits;
  self->compares++;

  return pv_bilan_add (&self->charges_prevues_cents, prevu) &&
         pv_bilan_add (&self->charges_realisees_cents, realise) && fits;
}

static gboolean
add_poste (PvBilanPoste *self, guint annee, const Ligne *ligne)
{
  return pv_bilan_add (&self->prevu[annee], ligne->prevu) &&
         pv_bilan_add (&self->realise[annee], ligne->realise) &&
         pv_bilan_add (&self->prevu_total, ligne->prevu) &&
         pv_bilan_add (&self->realise_total, ligne->realise);
}

static gboolean
load_lignes (Lecture *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_LIGNES, error);
  PvStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      Ligne ligne = {
        .dossier = pv_bilan_source_find (self->source, pv_statement_get_int (rows, 0)),
        .compte = g_hash_table_lookup (self->comptes,
                                       GSIZE_TO_POINTER ((gsize)pv_statement_get_int (rows, 1))),
        .prevu = pv_statement_get_int (rows, 2),
        .realise = pv_statement_get_int (rows, 3),
      };

      if (ligne.dossier == NULL)
        continue;
      g_array_append_val (self->lignes, ligne);
      if (ligne.compte->compte_au_cout && !pv_bilan_add (&ligne.dossier->charges, ligne.realise))
        self->debordement = TRUE;
    }

  return step == PV_STEP_DONE;
}

static void
sum_dossiers (Lecture *self)
{
  for (guint i = 0; i < self->source->dossiers->len; i++)
    {
      const PvBilanDossier *dossier = &g_array_index (self->source->dossiers, PvBilanDossier, i);

      if (dossier->charges != PV_CENTS_NULL &&
          (!add_chiffres (&self->analyse->annees[dossier->annee], dossier->cout,
                          dossier->charges) ||
           !add_chiffres (&self->analyse->total, dossier->cout, dossier->charges)))
        self->debordement = TRUE;
    }
}

/* Of the dossiers that compare alone. */
static void
sum_postes (Lecture *self)
{
  for (guint i = 0; i < self->lignes->len; i++)
    {
      const Ligne *ligne = &g_array_index (self->lignes, Ligne, i);

      if (ligne->dossier->charges != PV_CENTS_NULL && ligne->dossier->cout != PV_CENTS_NULL &&
          !add_poste (self->postes->pdata[ligne->compte->place], ligne->dossier->annee, ligne))
        self->debordement = TRUE;
    }
}

gboolean
pv_bilan_budget_load (PvBilanAnalyse *self, PvBilanSource *source, PvDb *db, GError **error)
{
  g_autoptr (GHashTable) comptes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) postes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_bilan_poste_free);
  g_autoptr (GArray) lignes = g_array_new (FALSE, FALSE, sizeof (Ligne));
  Lecture lecture = {
    .analyse = self, .source = source, .comptes = comptes, .postes = postes, .lignes = lignes
  };

  if (!load_comptes (&lecture, db, error) || !load_lignes (&lecture, db, error))
    return FALSE;
  sum_dossiers (&lecture);
  sum_postes (&lecture);
  if (lecture.debordement)
    return pv_bilan_refuse_overflow (error);
  for (guint i = 0; i < postes->len; i++)
    {
      PvBilanPoste *poste = postes->pdata[i];

      if (poste->prevu_total != PV_CENTS_NULL || poste->realise_total != PV_CENTS_NULL)
        g_ptr_array_add (self->postes, g_steal_pointer (&postes->pdata[i]));
    }

  return TRUE;
}
