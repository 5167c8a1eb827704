/* pv-dossier-fiche-store.c: a dossier with the names of what it is linked to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-fiche-store.h"

#include "commun/pv-entite.h"
#include "commun/pv-etape.h"
#include "dossier/pv-dossier-payeurs.h"
#include "dossier/pv-dossier-store.h"

static const char fiche[] =
    "SELECT o.nom,"
    "       COALESCE ((SELECT c.nom FROM dossier_territoire t"
    "                    LEFT JOIN quartier_commune q ON q.quartier_id = t.quartier_id"
    "                    JOIN commune c ON c.id = COALESCE (t.commune_id, q.commune_id)"
    "                   WHERE t.dossier_id = d.id ORDER BY t.id LIMIT 1),"
    "                 k.nom, o.commune_nom),"
    "       a.libelle || ' (' || a.exercice || ')', r.nom,"
    "       p.numero || ' · ' || p.intitule || ' (' || p.exercice || ')',"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       NULLIF (t.emplois_volontaires_cents, 0)"
    "  FROM dossier d"
    "  JOIN organisme o ON o.id = d.porteur_id"
    "  JOIN appel a ON a.id = d.appel_id"
    "  JOIN total_dossier t ON t.id = d.id"
    "  LEFT JOIN commune k ON k.id = o.commune_id"
    "  LEFT JOIN agent r ON r.id = d.referent_id"
    "  LEFT JOIN dossier p ON p.id = d.precedent_id"
    " WHERE d.id = :id";

static const char candidats[] =
    "SELECT c.id FROM dossier c JOIN dossier d ON d.id = :id"
    " WHERE c.porteur_id = d.porteur_id AND c.exercice < d.exercice AND c.chapeau = 0"
    " ORDER BY c.exercice DESC, c.numero LIMIT 500";

static const char passes[] =
    "SELECT d.id, d.numero, d.intitule, d.exercice, d.statut,"
    "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END,"
    "       CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END,"
    "       CASE WHEN t.n_propose > 0 THEN t.propose_cents END,"
    "       CASE WHEN t.n_arbitre > 0 THEN t.arbitre_cents END,"
    "       CASE WHEN t.n_vote > 0 THEN t.vote_cents END,"
    "       CASE WHEN t.n_notifie > 0 THEN t.notifie_cents END,"
    "       CASE WHEN t.n_verse > 0 THEN t.verse_cents END"
    "  FROM dossier d JOIN total_dossier t ON t.id = d.id"
    " WHERE d.porteur_id = :porteur AND d.chapeau = 0"
    " ORDER BY d.exercice DESC, d.numero";

static const char financeurs[] =
    "SELECT o.nom, COUNT(DISTINCT d.id), MIN(d.exercice), MAX(d.exercice),"
    "       SUM(f.sollicite_cents), SUM(COALESCE (f.vote_cents, f.arbitre_cents)),"
    "       SUM(v.verse_cents)"
    "  FROM dossier d"
    "  JOIN financement f ON f.dossier_id = d.id"
    "  JOIN financeur fi ON fi.id = f.financeur_id"
    "  JOIN organisme o ON o.id = fi.organisme_id"
    "  LEFT JOIN total_financement v ON v.id = f.id"
    " WHERE d.porteur_id = :porteur AND d.chapeau = 0"
    " GROUP BY o.id, o.nom"
    " ORDER BY SUM(COALESCE (f.vote_cents, f.arbitre_cents)) DESC NULLS LAST, o.nom_plie";

void
pv_dossier_fiche_free (PvDossierFiche *self)
{
  if (self == NULL)
    return;
  pv_dossier_free (self->dossier);
  g_free (self->porteur);
  g_free (self->commune);
  g_free (self->appel);
  g_free (self->referent);
  g_free (self->precedent);
  g_free (self->affichage);
  g_free (self);
}

static gboolean
read_names (PvDossierFiche *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, fiche, error, "i", id);
  PvDossierPayeurs payeurs;
  PvCents volontaires;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  self->porteur = pv_statement_dup_text (row, 0);
  self->commune = pv_statement_dup_text (row, 1);
  self->appel = pv_statement_dup_text (row, 2);
  self->referent = pv_statement_dup_text (row, 3);
  self->precedent = pv_statement_dup_text (row, 4);
  self->cout_cents = pv_statement_get_int (row, 5);
  volontaires = pv_statement_get_int (row, 6);
  self->valorise_cents = PV_CENTS_NULL;
  if (self->cout_cents != PV_CENTS_NULL && volontaires != PV_CENTS_NULL)
    pv_money_add (self->cout_cents, volontaires, &self->valorise_cents);
  if (!pv_dossier_payeurs_store_get (db, id, &payeurs, error))
    return FALSE;
  self->affichage = pv_dossier_payeurs_to_affichage (&payeurs, self->dossier->statut);

  return TRUE;
}

PvDossierFiche *
pv_dossier_fiche_store_get (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvDossierFiche) self = g_new0 (PvDossierFiche, 1);

  self->dossier = pv_dossier_store_get (db, id, error);
  if (self->dossier == NULL || !read_names (self, db, id, error))
    return NULL;

  return g_steal_pointer (&self);
}

GPtrArray *
pv_dossier_store_list_candidats (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_dossier_free);
  g_autoptr (GArray) ids = pv_sql_list_ids (db, candidats, error, "i", id);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      PvDossier *dossier = pv_dossier_store_get (db, g_array_index (ids, gint64, i), error);

      if (dossier == NULL)
        return NULL;
      g_ptr_array_add (dossiers, dossier);
    }

  return ids != NULL ? g_steal_pointer (&dossiers) : NULL;
}

static void
passe_free (gpointer data)
{
  PvDossierPasse *self = data;

  g_free (self->numero);
  g_free (self->intitule);
  g_free (self);
}

static gpointer
passe_read (PvStatement *row)
{
  PvDossierPasse *self = g_new0 (PvDossierPasse, 1);

  self->id = pv_statement_get_int (row, 0);
  self->numero = pv_statement_dup_text (row, 1);
  self->intitule = pv_statement_dup_text (row, 2);
  self->exercice = pv_statement_get_int (row, 3);
  pv_dossier_statut_from_id (pv_statement_get_text (row, 4), &self->statut);
  self->cout_cents = pv_statement_get_int (row, 5);
  for (int i = 0; i < PV_N_ETAPES; i++)
    self->montants[i] = pv_statement_get_int (row, 6 + i);

  return self;
}

static void
financeur_free (gpointer data)
{
  PvFinanceurPasse *self = data;

  g_free (self->nom);
  g_free (self);
}

static gpointer
financeur_read (PvStatement *row)
{
  PvFinanceurPasse *self = g_new0 (PvFinanceurPasse, 1);

  self->nom = pv_statement_dup_text (row, 0);
  self->n_dossiers = pv_statement_get_int (row, 1);
  self->premier = pv_statement_get_int (row, 2);
  self->dernier = pv_statement_get_int (row, 3);
  self->sollicite_cents = pv_statement_get_int (row, 4);
  self->accorde_cents = pv_statement_get_int (row, 5);
  self->verse_cents = pv_statement_get_int (row, 6);

  return self;
}

static GPtrArray *
list_rows (PvDb *db,
           const char *sql,
           gint64 id,
           gpointer (*read) (PvStatement *row),
           GDestroyNotify free_func,
           GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_func);
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, sql, error, "i", id);
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_ptr_array_add (rows, read (statement));

  return step == PV_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
pv_dossier_store_list_de_porteur (PvDb *db, gint64 organisme_id, GError **error)
{
  return list_rows (db, passes, organisme_id, passe_read, passe_free, error);
}

GPtrArray *
pv_dossier_store_list_financeurs_de_porteur (PvDb *db, gint64 organisme_id, GError **error)
{
  return list_rows (db, financeurs, organisme_id, financeur_read, financeur_free, error);
}
