/* pv-recevabilite-store.c: the SQL of pv-recevabilite
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-recevabilite-store.h"

#include "commun/pv-entite.h"
#include "recevabilite/pv-recevabilite-sql.h"

static const char un_dossier[] = "WITH " PV_RECEVABILITE_MANQUE_SQL (
    "d.id = :dossier") "SELECT r.id, " PV_RECEVABILITE_CALCUL_SQL
                       ", p.reponse, p.motif, t.n_sollicite, t.n_charges, t.n_produits, "
                       "t.sollicite_cents,"
                       " t.charges_cents, t.produits_cents,"
                       " " PV_PERIODE_DEBUT_SQL ", " PV_PERIODE_FIN_SQL PV_RECEVABILITE_FROM_SQL
                       "WHERE d.id = :dossier ORDER BY r.ordre, r.id";

static const char tous[] = "WITH " PV_RECEVABILITE_MANQUE_SQL (
    PV_FILTRE_SQL) ", etat (dossier_id, etat) AS (SELECT d.id,"
                   " COALESCE (p.reponse, " PV_RECEVABILITE_CALCUL_SQL ")" PV_RECEVABILITE_FROM_SQL
                   "WHERE d.chapeau = 0 AND " PV_FILTRE_SQL ")"
                   "SELECT dossier_id, COUNT (*), COUNT (*) FILTER (WHERE etat = 0),"
                   "       COUNT (*) FILTER (WHERE etat IS NULL)"
                   "  FROM etat GROUP BY dossier_id ORDER BY dossier_id";

static const char met_reponse[] =
    "INSERT INTO recevabilite_reponse (dossier_id, regle_id, reponse, motif)"
    " VALUES (:dossier, :regle, :reponse, :motif)"
    " ON CONFLICT (dossier_id, regle_id) DO UPDATE"
    "   SET reponse = excluded.reponse, motif = excluded.motif, revision = revision + 1";

static const char ote_reponse[] =
    "DELETE FROM recevabilite_reponse WHERE dossier_id = :dossier AND regle_id = :regle";

static const char compte_reponses[] =
    "SELECT COUNT (*) FROM recevabilite_reponse WHERE regle_id = :regle";

void
pv_recevabilite_ligne_free (PvRecevabiliteLigne *self)
{
  g_clear_pointer (&self->regle, pv_recevabilite_regle_free);
  g_free (self->texte);
  g_free (self->motif);
  g_free (self->periode_debut);
  g_free (self->periode_fin);
  g_free (self);
}

static PvRecevabiliteEtat
etat_of (gint64 valeur)
{
  return valeur == PV_INT_NULL ? PV_RECEVABILITE_A_VERIFIER : (PvRecevabiliteEtat)valeur;
}

static PvRecevabiliteLigne *
read_ligne (PvStatement *row)
{
  PvRecevabiliteLigne *ligne = g_new0 (PvRecevabiliteLigne, 1);

  ligne->regle = pv_recevabilite_regle_new ();
  ligne->regle->id = pv_statement_get_int (row, 0);
  ligne->calcule = etat_of (pv_statement_get_int (row, 1));
  ligne->reponse = pv_statement_get_int (row, 2);
  ligne->motif = pv_statement_dup_text (row, 3);
  ligne->periode_debut = pv_statement_dup_text (row, 10);
  ligne->periode_fin = pv_statement_dup_text (row, 11);
  ligne->etat = ligne->reponse != PV_INT_NULL ? etat_of (ligne->reponse) : ligne->calcule;

  return ligne;
}

GPtrArray *
pv_recevabilite_store_list (PvDb *db,
                            gint64 dossier_id,
                            PvRecevabiliteTotaux *totaux,
                            GError **error)
{
  g_autoptr (GPtrArray) lignes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_recevabilite_ligne_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, un_dossier, error);
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (db));
  PvStep step;

  if (statement == NULL)
    return NULL;
  pv_statement_bind_int (statement, ":dossier", dossier_id);
  pv_statement_bind_text (statement, ":jour", jour);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      g_ptr_array_add (lignes, read_ligne (statement));
      *totaux = (PvRecevabiliteTotaux){
        MAX (pv_statement_get_int (statement, 4), 0), MAX (pv_statement_get_int (statement, 5), 0),
        MAX (pv_statement_get_int (statement, 6), 0), pv_statement_get_int (statement, 7),
        pv_statement_get_int (statement, 8),          pv_statement_get_int (statement, 9),
      };
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&lignes) : NULL;
}

GArray *
pv_recevabilite_compter (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (GArray) comptes = g_array_new (FALSE, FALSE, sizeof (PvRecevabiliteCompte));
  g_autoptr (PvStatement) statement = pv_db_prepare (db, tous, error);
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (db));
  PvStep step;

  if (statement == NULL)
    return NULL;
  pv_filtre_bind (filtre, statement);
  pv_statement_bind_text (statement, ":jour", jour);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvRecevabiliteCompte compte = { pv_statement_get_int (statement, 0),
                                      pv_statement_get_int (statement, 1),
                                      pv_statement_get_int (statement, 2),
                                      pv_statement_get_int (statement, 3) };

      g_array_append_val (comptes, compte);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&comptes) : NULL;
}

gboolean
pv_recevabilite_store_set_reponse (PvDb *db,
                                   gint64 dossier_id,
                                   gint64 regle_id,
                                   gint64 reponse,
                                   const char *motif,
                                   GError **error)
{
  return pv_sql_run (db, met_reponse, error, "iiit", dossier_id, regle_id, reponse, motif);
}

gboolean
pv_recevabilite_store_delete_reponse (PvDb *db, gint64 dossier_id, gint64 regle_id, GError **error)
{
  return pv_sql_run (db, ote_reponse, error, "ii", dossier_id, regle_id);
}

gboolean
pv_recevabilite_count_reponses (PvDb *db, gint64 regle_id, gint64 *n, GError **error)
{
  return pv_sql_find (db, compte_reponses, n, error, "i", regle_id);
}
