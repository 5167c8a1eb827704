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
} Compte;

typedef struct
{
  PvBilanAnalyse *analyse;
  PvBilanSource *source;
  GHashTable *comptes; /* id → Compte */
  GPtrArray *postes;   /* all of the plan */
  gboolean debordement;
} Lecture;

/* Postes first, each before its lines. */
static const char SQL_COMPTES[] =
    "SELECT c.id, COALESCE (c.poste_id, c.id), c.code, c.libelle, c.cote = 'charge',"
    "       c.groupe = 'volontaire'"
    "  FROM compte c ORDER BY c.poste_id IS NOT NULL, c.ordre";

static const char SQL_LIGNES[] = "SELECT b.dossier_id, b.compte_id, b.prevu_cents, b.realise_cents"
                                 "  FROM budget_ligne b";

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
      if (parent == NULL)
        g_ptr_array_add (self->postes, poste_new (rows, self->analyse->n_annees));
      g_hash_table_insert (self->comptes, GSIZE_TO_POINTER ((gsize)id), compte);
    }

  return step == PV_STEP_DONE;
}

static gboolean
add_poste (PvBilanPoste *self, guint annee, PvCents prevu, PvCents realise)
{
  return pv_bilan_add (&self->prevu[annee], prevu) &&
         pv_bilan_add (&self->realise[annee], realise) &&
         pv_bilan_add (&self->prevu_total, prevu) && pv_bilan_add (&self->realise_total, realise);
}

/* Of the dossiers that compare alone. */
static gboolean
sum_lignes (Lecture *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_LIGNES, error);
  PvStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      const PvBilanDossier *dossier =
          pv_bilan_source_find (self->source, pv_statement_get_int (rows, 0));
      const Compte *compte;

      if (dossier == NULL || dossier->charges == PV_CENTS_NULL || dossier->cout == PV_CENTS_NULL)
        continue;
      compte = g_hash_table_lookup (self->comptes,
                                    GSIZE_TO_POINTER ((gsize)pv_statement_get_int (rows, 1)));
      if (!add_poste (self->postes->pdata[compte->place], dossier->annee,
                      pv_statement_get_int (rows, 2), pv_statement_get_int (rows, 3)))
        self->debordement = TRUE;
    }

  return step == PV_STEP_DONE;
}

gboolean
pv_bilan_budget_load (PvBilanAnalyse *self, PvBilanSource *source, PvDb *db, GError **error)
{
  g_autoptr (GHashTable) comptes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) postes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_bilan_poste_free);
  Lecture lecture = { .analyse = self, .source = source, .comptes = comptes, .postes = postes };

  if (!load_comptes (&lecture, db, error) || !sum_lignes (&lecture, db, error))
    return FALSE;
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
