/* pv-dossier-store.c: the SQL of pv-dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "appel_id, depot_id, numero, porteur_id, intitule, resume, statut, statut_motif, " \
  "statut_declare, exercice, nature, precedent_id, cpo_annee, cpo_duree, " \
  "partie_de_id, chapeau, debut, fin, cout_total_declare_cents, " \
  "autres_produits_cents, beneficiaires_femmes, beneficiaires_hommes, " \
  "beneficiaires_non_ventiles, beneficiaires_qpv_bp, territoire_declare, " \
  "objectif_declare, referent_id, depose_le, commentaire"
#define VALEURS \
  ":appel_id, :depot_id, :numero, :porteur_id, :intitule, :resume, :statut, " \
  ":statut_motif, :statut_declare, :exercice, :nature, :precedent_id, :cpo_annee, " \
  ":cpo_duree, :partie_de_id, :chapeau, :debut, :fin, :cout_total_declare_cents, " \
  ":autres_produits_cents, :beneficiaires_femmes, :beneficiaires_hommes, " \
  ":beneficiaires_non_ventiles, :beneficiaires_qpv_bp, :territoire_declare, " \
  ":objectif_declare, :referent_id, :depose_le, :commentaire"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvDossier, "dossier", pv_dossier, COLONNES, VALEURS);

static const char cout_total[] =
    "SELECT CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END"
    "  FROM dossier d JOIN total_dossier t ON t.id = d.id WHERE d.id = :id";

/* Numbers of digits only; 15 of them fit an integer with room to spare. */
static const char dernier_numero[] =
    "SELECT COALESCE (MAX (CAST (numero AS INTEGER)), 0) FROM dossier"
    " WHERE appel_id = :appel AND numero NOT GLOB '*[^0-9]*' AND LENGTH (numero) BETWEEN 1 AND 15";

/* What has to go before the dossier: kept totals follow each step (0002). */
static const char *const suppressions[] = {
  "DELETE FROM versement WHERE financement_id IN"
  " (SELECT id FROM financement WHERE dossier_id = :id)",
  "DELETE FROM financement WHERE dossier_id = :id",
  "DELETE FROM budget_ligne WHERE dossier_id = :id",
  "DELETE FROM import_ligne WHERE nom_table = 'dossier' AND cible_id = :id",
  "DELETE FROM derogation WHERE nom_table = 'dossier' AND cle = :id",
};

static const char parties[] =
    PV_SQL_LECTURE ("dossier", COLONNES) "WHERE partie_de_id = :chapeau ORDER BY numero";

static const char par_uuid[] = "SELECT id FROM dossier WHERE uuid = :uuid";

static const char par_numero[] =
    "SELECT id FROM dossier WHERE appel_id = :appel AND numero = :numero";

static const char par_numero_avant[] =
    "SELECT d.id FROM appel a JOIN dossier d ON d.appel_id = a.id AND d.numero = :numero"
    " WHERE d.exercice < :exercice ORDER BY d.exercice DESC, d.id DESC LIMIT 1";

static const char met_statut[] =
    "UPDATE dossier SET statut = :statut, statut_motif = :motif, revision = revision + 1"
    " WHERE id = :id";
static const char met_referent[] =
    "UPDATE dossier SET referent_id = :referent, revision = revision + 1"
    " WHERE id = :id AND referent_id IS DISTINCT FROM :referent";
static const char met_appel[] =
    "UPDATE dossier SET appel_id = :appel, exercice = :exercice, revision = revision + 1"
    " WHERE id = :id";
static const char met_partie[] =
    "UPDATE dossier SET partie_de_id = :chapeau, revision = revision + 1"
    " WHERE id = :id AND partie_de_id IS DISTINCT FROM :chapeau";
static const char met_chapeau[] = "UPDATE dossier SET chapeau = :chapeau, revision = revision + 1"
                                  " WHERE id = :id AND chapeau <> :chapeau";

static const char une_partie[] = "SELECT id FROM dossier WHERE partie_de_id = :id LIMIT 1";
static const char un_versement[] =
    "SELECT v.id FROM versement v JOIN financement f ON f.id = v.financement_id"
    " WHERE f.dossier_id = :id LIMIT 1";
static const char une_seance[] = "SELECT id FROM seance_dossier WHERE dossier_id = :id LIMIT 1";

gboolean
pv_dossier_store_insert (PvDb *db, PvDossier *dossier, GError **error)
{
  return pv_entite_insert (&entite, db, dossier, error);
}

gboolean
pv_dossier_store_update (PvDb *db, const PvDossier *dossier, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, dossier, changed, error);
}

gboolean
pv_dossier_store_delete (PvDb *db, gint64 id, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (suppressions); i++)
    if (!pv_sql_run (db, suppressions[i], error, "i", id))
      return FALSE;

  return pv_entite_delete (&entite, db, id, error);
}

PvDossier *
pv_dossier_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_dossier_store_find (PvDb *db, gint64 appel_id, const char *numero, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_numero, id, error, "it", appel_id, numero);
}

gboolean
pv_dossier_store_find_by_uuid (PvDb *db, const char *uuid, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_uuid, id, error, "t", uuid);
}

gboolean
pv_dossier_store_find_precedent (PvDb *db,
                                 const char *numero,
                                 gint64 exercice,
                                 gint64 *id,
                                 GError **error)
{
  return pv_sql_find (db, par_numero_avant, id, error, "ti", numero, exercice);
}

GPtrArray *
pv_dossier_store_list_parties (PvDb *db, gint64 chapeau_id, GError **error)
{
  return pv_entite_list (&entite, db, parties, error, "i", chapeau_id);
}

gboolean
pv_dossier_store_get_cout_total (PvDb *db, gint64 id, PvCents *cents, GError **error)
{
  return pv_sql_find (db, cout_total, cents, error, "i", id);
}

char *
pv_dossier_store_next_numero (PvDb *db, gint64 appel_id, GError **error)
{
  gint64 dernier;

  if (!pv_sql_find (db, dernier_numero, &dernier, error, "i", appel_id))
    return NULL;

  return g_strdup_printf ("%04" G_GINT64_FORMAT, dernier + 1);
}

gboolean
pv_dossier_store_set_statut (PvDb *db,
                             gint64 id,
                             PvDossierStatut statut,
                             const char *motif,
                             GError **error)
{
  return pv_sql_run (db, met_statut, error, "tti", pv_dossier_statut_to_id (statut), motif, id);
}

gboolean
pv_dossier_store_set_referent (PvDb *db,
                               gint64 id,
                               gint64 referent_id,
                               gboolean *changed,
                               GError **error)
{
  return pv_sql_write (db, met_referent, changed, error, "ii", referent_id, id);
}

gboolean
pv_dossier_store_set_appel (PvDb *db, gint64 id, gint64 appel_id, gint64 exercice, GError **error)
{
  return pv_sql_run (db, met_appel, error, "iii", appel_id, exercice, id);
}

gboolean
pv_dossier_store_set_partie_de (PvDb *db, gint64 id, gint64 chapeau_id, GError **error)
{
  return pv_sql_run (db, met_partie, error, "ii", chapeau_id, id);
}

gboolean
pv_dossier_store_set_chapeau (PvDb *db, gint64 id, gboolean chapeau, GError **error)
{
  return pv_sql_run (db, met_chapeau, error, "ii", (gint64)(chapeau ? 1 : 0), id);
}

gboolean
pv_dossier_store_find_partie (PvDb *db, gint64 id, gint64 *found, GError **error)
{
  return pv_sql_find (db, une_partie, found, error, "i", id);
}

gboolean
pv_dossier_store_find_versement (PvDb *db, gint64 id, gint64 *found, GError **error)
{
  return pv_sql_find (db, un_versement, found, error, "i", id);
}

gboolean
pv_dossier_store_find_seance (PvDb *db, gint64 id, gint64 *found, GError **error)
{
  return pv_sql_find (db, une_seance, found, error, "i", id);
}
