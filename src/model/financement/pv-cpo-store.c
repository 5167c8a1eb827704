/* pv-cpo-store.c: the years of a convention pluriannuelle d’objectifs, side by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-cpo.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-error.h"
#include "pv-statement.h"

#define LIES                                                                                       \
  "WITH RECURSIVE lie (id) AS ("                                                                   \
  "  SELECT :dossier"                                                                              \
  "  UNION SELECT d.precedent_id FROM lie JOIN dossier d ON d.id = lie.id"                         \
  "         WHERE d.cpo_annee > 1 AND d.precedent_id IS NOT NULL"                                  \
  "  UNION SELECT d.id FROM lie JOIN dossier d ON d.precedent_id = lie.id WHERE d.cpo_annee > 1"   \
  "  UNION SELECT y.dossier_id FROM lie JOIN convention_dossier x ON x.dossier_id = lie.id"        \
  "          JOIN convention c ON c.id = x.convention_id AND c.annee_fin > c.annee_debut"          \
  "          JOIN convention_dossier y ON y.convention_id = c.id) "

#define NOMMES                                                                                     \
  "WITH lie (id) AS (SELECT dossier_id FROM convention_dossier WHERE convention_id = "             \
  ":convention) "

#define ANNEES                                                                                     \
  "SELECT d.exercice, d.id, d.numero, d.cpo_annee, d.cpo_duree"                                    \
  "  FROM dossier d WHERE d.id IN (SELECT id FROM lie) ORDER BY d.exercice, d.cpo_annee, d.id"

#define MONTANTS                                                                                   \
  "SELECT f.exercice, f.financeur_id, o.nom, f.sollicite_cents, f.propose_cents,"                  \
  "       f.arbitre_cents, f.vote_cents, f.notifie_cents,"                                         \
  "       (SELECT SUM (CASE v.genre WHEN 'reversement' THEN -v.montant_cents"                      \
  "                                 ELSE v.montant_cents END)"                                     \
  "          FROM versement v WHERE v.financement_id = f.id)"                                      \
  "  FROM financement f JOIN financeur fi ON fi.id = f.financeur_id"                               \
  "  JOIN organisme o ON o.id = fi.organisme_id"                                                   \
  " WHERE f.dossier_id IN (SELECT id FROM lie) ORDER BY o.nom, f.financeur_id, f.exercice, f.id"

#define PREVUS(quelles)                                                                            \
  "SELECT a.exercice, c.financeur_id, o.nom, SUM (a.prevu_cents)"                                  \
  "  FROM convention c JOIN convention_annee a ON a.convention_id = c.id"                          \
  "  JOIN financeur fi ON fi.id = c.financeur_id"                                                  \
  "  JOIN organisme o ON o.id = fi.organisme_id"                                                   \
  " WHERE " quelles " AND a.prevu_cents IS NOT NULL GROUP BY a.exercice, c.financeur_id, o.nom"

/* What is read: all that is linked to a dossier, or what a convention names. */
typedef struct
{
  const char *annees;
  const char *montants;
  const char *prevus;
} Lecture;

static const Lecture du_dossier = {
  LIES ANNEES,
  LIES MONTANTS,
  LIES PREVUS ("c.annee_fin > c.annee_debut AND c.id IN (SELECT x.convention_id"
               " FROM convention_dossier x JOIN lie ON lie.id = x.dossier_id)"),
};

static const Lecture de_la_convention = {
  NOMMES ANNEES,
  NOMMES MONTANTS,
  PREVUS ("c.id = :convention"),
};

static void
annee_free (gpointer data)
{
  PvCpoAnnee *self = data;

  g_free (self->numero);
  g_free (self);
}

static void
financeur_free (gpointer data)
{
  PvCpoFinanceur *self = data;

  g_free (self->nom);
  g_free (self->montants);
  g_free (self);
}

void
pv_cpo_free (PvCpo *self)
{
  g_ptr_array_unref (self->annees);
  g_ptr_array_unref (self->financeurs);
  g_free (self->totaux);
  g_free (self);
}

/* --- years ---------------------------------------------------------------------------- */

static int
find_annee (const PvCpo *self, gint64 exercice)
{
  for (guint i = 0; i < self->annees->len; i++)
    if (((const PvCpoAnnee *)self->annees->pdata[i])->exercice == exercice)
      return (int)i;

  return -1;
}

static PvCpoAnnee *
add_annee (PvCpo *self, gint64 exercice)
{
  PvCpoAnnee *annee = g_new0 (PvCpoAnnee, 1);

  annee->exercice = exercice;
  annee->dossier_id = PV_INT_NULL;
  annee->rang = PV_INT_NULL;
  annee->duree = PV_INT_NULL;
  g_ptr_array_add (self->annees, annee);

  return annee;
}

static void
read_annee (PvCpo *self, PvStatement *row)
{
  PvCpoAnnee *annee;

  if (find_annee (self, pv_statement_get_int (row, 0)) >= 0)
    return;
  annee = add_annee (self, pv_statement_get_int (row, 0));
  annee->dossier_id = pv_statement_get_int (row, 1);
  annee->numero = pv_statement_dup_text (row, 2);
  annee->rang = pv_statement_get_int (row, 3);
  annee->duree = pv_statement_get_int (row, 4);
}

/* A year that only an amount is of. */
static void
note_annee (PvCpo *self, PvStatement *row)
{
  if (find_annee (self, pv_statement_get_int (row, 0)) < 0)
    add_annee (self, pv_statement_get_int (row, 0));
}

static int
compare_annees (gconstpointer a, gconstpointer b)
{
  const PvCpoAnnee *left = *(const PvCpoAnnee *const *)a;
  const PvCpoAnnee *right = *(const PvCpoAnnee *const *)b;

  return (left->exercice > right->exercice) - (left->exercice < right->exercice);
}

/* --- amounts ---------------------------------------------------------------------------- */

static PvCpoFinanceur *
find_financeur (PvCpo *self, PvStatement *row)
{
  PvCpoFinanceur *financeur;

  for (guint i = 0; i < self->financeurs->len; i++)
    {
      financeur = self->financeurs->pdata[i];
      if (financeur->financeur_id == pv_statement_get_int (row, 1))
        return financeur;
    }

  financeur = g_new0 (PvCpoFinanceur, 1);
  financeur->financeur_id = pv_statement_get_int (row, 1);
  financeur->nom = pv_statement_dup_text (row, 2);
  financeur->montants = g_new (PvCpoMontant, MAX (self->annees->len, 1));
  for (guint i = 0; i < self->annees->len; i++)
    financeur->montants[i] =
        (PvCpoMontant){ PV_CENTS_NULL, PV_ETAPE_SOLLICITE, PV_CENTS_NULL, PV_CENTS_NULL };
  financeur->total_cents = PV_CENTS_NULL;
  g_ptr_array_add (self->financeurs, financeur);

  return financeur;
}

/* The stage of a year is the one that all its financements reached. */
static void
add_montant (PvCpo *self, PvStatement *row)
{
  PvCpoMontant *montant =
      &find_financeur (self, row)->montants[find_annee (self, pv_statement_get_int (row, 0))];

  pv_money_add (montant->verse_cents, pv_statement_get_int (row, 3 + PV_N_ETAPES_MONTANT),
                &montant->verse_cents);
  for (int etape = PV_N_ETAPES_MONTANT - 1; etape >= 0; etape--)
    {
      PvCents cents = pv_statement_get_int (row, 3 + etape);

      if (cents == PV_CENTS_NULL)
        continue;
      montant->etape =
          montant->cents == PV_CENTS_NULL ? (PvEtape)etape : MIN (montant->etape, (PvEtape)etape);
      pv_money_add (montant->cents, cents, &montant->cents);
      return;
    }
}

static void
add_prevu (PvCpo *self, PvStatement *row)
{
  int annee = find_annee (self, pv_statement_get_int (row, 0));

  find_financeur (self, row)->montants[annee].prevu_cents = pv_statement_get_int (row, 3);
}

static gboolean
each (PvCpo *self,
      PvDb *db,
      const char *sql,
      gint64 id,
      void (*func) (PvCpo *, PvStatement *),
      GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, sql, error, "i", id);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    func (self, rows);

  return step == PV_STEP_DONE;
}

static gboolean
sum (PvCpo *self, GError **error)
{
  gboolean fits = TRUE;

  self->totaux = g_new (PvCents, MAX (self->annees->len, 1));
  for (guint i = 0; i < self->annees->len; i++)
    {
      self->totaux[i] = PV_CENTS_NULL;
      for (guint j = 0; j < self->financeurs->len; j++)
        {
          PvCpoFinanceur *financeur = self->financeurs->pdata[j];
          PvCents cents = financeur->montants[i].cents;

          fits = fits && pv_money_add (financeur->total_cents, cents, &financeur->total_cents) &&
                 pv_money_add (self->totaux[i], cents, &self->totaux[i]) &&
                 pv_money_add (self->total_cents, cents, &self->total_cents);
        }
    }
  if (!fits)
    g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                         _ ("These amounts are too large to be added up: correct them first"));

  return fits;
}

static PvCpo *
load (PvDb *db, const Lecture *lecture, gint64 id, GError **error)
{
  g_autoptr (PvCpo) self = g_new0 (PvCpo, 1);

  self->annees = g_ptr_array_new_with_free_func (annee_free);
  self->financeurs = g_ptr_array_new_with_free_func (financeur_free);
  self->total_cents = PV_CENTS_NULL;
  if (!each (self, db, lecture->annees, id, read_annee, error) ||
      !each (self, db, lecture->montants, id, note_annee, error) ||
      !each (self, db, lecture->prevus, id, note_annee, error))
    return NULL;
  g_ptr_array_sort (self->annees, compare_annees);
  if (!each (self, db, lecture->montants, id, add_montant, error) ||
      !each (self, db, lecture->prevus, id, add_prevu, error) || !sum (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

PvCpo *
pv_cpo_store_load (PvDb *db, gint64 dossier_id, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), NULL);

  return load (db, &du_dossier, dossier_id, error);
}

PvCpo *
pv_cpo_store_load_convention (PvDb *db, gint64 convention_id, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), NULL);

  return load (db, &de_la_convention, convention_id, error);
}
