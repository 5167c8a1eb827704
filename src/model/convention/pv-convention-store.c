/* pv-convention-store.c: the SQL of pv-convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-store.h"

#include "commun/pv-entite.h"
#include "convention/pv-convention-besoin.h"

/* clang-format off */
#define COLONNES \
  "numero, financeur_id, organisme_id, objet, annee_debut, annee_fin, signee_le, " \
  "envoyee_le, retournee_le, notifiee_le, paiement_delai_jours, conditions_versement, commentaire"
#define VALEURS \
  ":numero, :financeur_id, :organisme_id, :objet, :annee_debut, :annee_fin, " \
  ":signee_le, :envoyee_le, :retournee_le, :notifiee_le, :paiement_delai_jours, " \
  ":conditions_versement, :commentaire"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvConvention, "convention", pv_convention, COLONNES, VALEURS);

static const char lit_echeances[] =
    "SELECT id, convention_id, echeance_le, exercice, libelle, montant_cents"
    "  FROM convention_echeance WHERE convention_id = :convention"
    " ORDER BY COALESCE (exercice, CAST (substr (echeance_le, 1, 4) AS INTEGER), 9999),"
    "          COALESCE (echeance_le, '9999'), id";

static const char met_annee[] =
    "INSERT INTO convention_annee (convention_id, exercice, prevu_cents)"
    " VALUES (:convention, :exercice, :prevu)"
    " ON CONFLICT (convention_id, exercice) DO UPDATE SET prevu_cents = excluded.prevu_cents"
    " WHERE prevu_cents IS DISTINCT FROM excluded.prevu_cents";

static const char une_annee[] = "SELECT prevu_cents FROM convention_annee"
                                " WHERE convention_id = :convention AND exercice = :exercice";

static const char ajoute_dossier[] =
    "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (:convention, :dossier)"
    " ON CONFLICT (convention_id, dossier_id) DO NOTHING";

static const char dossiers[] =
    "SELECT d.id FROM convention_dossier c JOIN dossier d ON d.id = c.dossier_id"
    " WHERE c.convention_id = :convention ORDER BY d.exercice, d.id";

static const char retire_dossier[] =
    "DELETE FROM convention_dossier WHERE convention_id = :convention AND dossier_id = :dossier";

static const char retire_annee[] =
    "DELETE FROM convention_annee WHERE convention_id = :convention AND exercice = :exercice";

static const char lit_prevu[] =
    "SELECT SUM (prevu_cents) FROM convention_annee WHERE convention_id = :convention";

static const char autre_du_dossier[] =
    "SELECT c.id FROM convention n JOIN convention c ON c.financeur_id = n.financeur_id"
    "   AND c.id <> n.id AND c.annee_debut <= n.annee_fin AND c.annee_fin >= n.annee_debut"
    "  JOIN convention_dossier x ON x.convention_id = c.id AND x.dossier_id = :dossier"
    " WHERE n.id = :convention ORDER BY c.id";

static const char ajoute_echeance[] =
    "INSERT INTO convention_echeance (convention_id, echeance_le, exercice, libelle, montant_cents)"
    " VALUES (:convention, :jour, :exercice, :libelle, :montant)";

static const char change_echeance[] =
    "UPDATE convention_echeance SET (echeance_le, exercice, libelle, montant_cents)"
    " = (:jour, :exercice, :libelle, :montant) WHERE id = :id"
    "   AND (echeance_le, exercice, libelle, montant_cents)"
    "       IS DISTINCT FROM (:jour, :exercice, :libelle, :montant)";

static const char retire_echeance[] = "DELETE FROM convention_echeance WHERE id = :id";

static const char retire_echeances[] =
    "DELETE FROM convention_echeance WHERE convention_id = :convention";

static const char accorde_annee[] =
    "SELECT SUM (" PV_ACCORDE_SQL ") FROM convention c"
    "  JOIN convention_dossier x ON x.convention_id = c.id"
    "  JOIN dossier d ON d.id = x.dossier_id AND d.chapeau = 0 AND NOT " PV_SORTI_SQL
    "  JOIN financement f ON f.dossier_id = d.id AND +f.financeur_id = c.financeur_id"
    "   AND f.exercice = :exercice WHERE c.id = :convention";

static const char hors_annees[] =
    "SELECT exercice FROM ("
    " SELECT exercice FROM convention_annee WHERE convention_id = :convention"
    "    AND prevu_cents IS NOT NULL"
    " UNION SELECT exercice FROM convention_echeance WHERE convention_id = :convention"
    "    AND exercice IS NOT NULL"
    " UNION SELECT d.exercice FROM convention_dossier x JOIN dossier d ON d.id = x.dossier_id"
    "  WHERE x.convention_id = :convention)"
    " WHERE exercice NOT BETWEEN :debut AND :fin ORDER BY exercice";

static const char retire_annees_vides[] =
    "DELETE FROM convention_annee WHERE convention_id = :convention AND prevu_cents IS NULL"
    "   AND exercice NOT BETWEEN :debut AND :fin";

static const char du_dossier[] = "SELECT convention_id FROM convention_dossier"
                                 " WHERE dossier_id = :dossier ORDER BY convention_id";

static const char par_annee[] =
    "SELECT id FROM convention WHERE financeur_id = :financeur AND organisme_id = :organisme AND "
    ":exercice BETWEEN annee_debut AND annee_fin ORDER BY id";

static const char par_numero[] =
    "SELECT id FROM convention WHERE financeur_id = :financeur AND numero = :numero ORDER BY id";

gboolean
pv_convention_store_insert (PvDb *db, PvConvention *convention, GError **error)
{
  return pv_entite_insert (&entite, db, convention, error);
}

gboolean
pv_convention_store_update (PvDb *db,
                            const PvConvention *convention,
                            gboolean *changed,
                            GError **error)
{
  return pv_entite_update (&entite, db, convention, changed, error);
}

gboolean
pv_convention_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvConvention *
pv_convention_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_convention_store_find_by_numero (PvDb *db,
                                    gint64 financeur_id,
                                    const char *numero,
                                    gint64 *id,
                                    GError **error)
{
  return pv_sql_find (db, par_numero, id, error, "it", financeur_id, numero);
}

gboolean
pv_convention_store_find_for_annee (PvDb *db,
                                    gint64 financeur_id,
                                    gint64 organisme_id,
                                    gint64 exercice,
                                    gint64 *id,
                                    GError **error)
{
  return pv_sql_find (db, par_annee, id, error, "iii", financeur_id, organisme_id, exercice);
}

gboolean
pv_convention_store_set_annee (PvDb *db,
                               gint64 convention_id,
                               gint64 exercice,
                               PvCents prevu_cents,
                               GError **error)
{
  return pv_sql_run (db, met_annee, error, "iii", convention_id, exercice, prevu_cents);
}

gboolean
pv_convention_store_get_annee (PvDb *db,
                               gint64 convention_id,
                               gint64 exercice,
                               PvCents *prevu_cents,
                               GError **error)
{
  return pv_sql_find (db, une_annee, prevu_cents, error, "ii", convention_id, exercice);
}

gboolean
pv_convention_store_add_dossier (PvDb *db, gint64 convention_id, gint64 dossier_id, GError **error)
{
  return pv_sql_run (db, ajoute_dossier, error, "ii", convention_id, dossier_id);
}

GArray *
pv_convention_store_list_dossiers (PvDb *db, gint64 convention_id, GError **error)
{
  return pv_sql_list_ids (db, dossiers, error, "i", convention_id);
}

PvConvention *
pv_convention_store_read (PvStatement *row)
{
  return pv_entite_read (&entite, row);
}

gboolean
pv_convention_store_get_prevu (PvDb *db, gint64 convention_id, PvCents *cents, GError **error)
{
  return pv_sql_find (db, lit_prevu, cents, error, "i", convention_id);
}

gboolean
pv_convention_store_get_accorde (PvDb *db,
                                 gint64 convention_id,
                                 gint64 exercice,
                                 PvCents *cents,
                                 GError **error)
{
  return pv_sql_find (db, accorde_annee, cents, error, "ii", exercice, convention_id);
}

gboolean
pv_convention_store_remove_annee (PvDb *db, gint64 convention_id, gint64 exercice, GError **error)
{
  return pv_sql_run (db, retire_annee, error, "ii", convention_id, exercice);
}

gboolean
pv_convention_store_find_hors_annees (PvDb *db,
                                      const PvConvention *convention,
                                      gint64 *exercice,
                                      GError **error)
{
  return pv_sql_find (db, hors_annees, exercice, error, "iii", convention->id,
                      convention->annee_debut, convention->annee_fin);
}

gboolean
pv_convention_store_clean_annees (PvDb *db, const PvConvention *convention, GError **error)
{
  return pv_sql_run (db, retire_annees_vides, error, "iii", convention->id, convention->annee_debut,
                     convention->annee_fin);
}

gboolean
pv_convention_store_remove_dossier (PvDb *db,
                                    gint64 convention_id,
                                    gint64 dossier_id,
                                    GError **error)
{
  return pv_sql_run (db, retire_dossier, error, "ii", convention_id, dossier_id);
}

gboolean
pv_convention_store_find_autre (PvDb *db,
                                gint64 convention_id,
                                gint64 dossier_id,
                                gint64 *id,
                                GError **error)
{
  return pv_sql_find (db, autre_du_dossier, id, error, "ii", dossier_id, convention_id);
}

GArray *
pv_convention_store_list_for_dossier (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_sql_list_ids (db, du_dossier, error, "i", dossier_id);
}

/* --- the schedule ---------------------------------------------------------------------------- */

static void
read_echeance (PvStatement *row, gpointer element)
{
  PvConventionEcheance *echeance = element;

  echeance->id = pv_statement_get_int (row, 0);
  echeance->convention_id = pv_statement_get_int (row, 1);
  echeance->echeance_le = pv_statement_dup_text (row, 2);
  echeance->exercice = pv_statement_get_int (row, 3);
  echeance->libelle = pv_statement_dup_text (row, 4);
  echeance->montant_cents = pv_statement_get_int (row, 5);
}

GPtrArray *
pv_convention_store_list_echeances (PvDb *db, gint64 convention_id, GError **error)
{
  return pv_sql_list_records (db, lit_echeances, sizeof (PvConventionEcheance), read_echeance,
                              (GDestroyNotify)pv_convention_echeance_free, error, "i",
                              convention_id);
}

gboolean
pv_convention_store_set_echeance (PvDb *db,
                                  const PvConventionEcheance *echeance,
                                  gboolean *changed,
                                  GError **error)
{
  if (echeance->id == 0)
    return pv_sql_write (db, ajoute_echeance, changed, error, "ititi", echeance->convention_id,
                         echeance->echeance_le, echeance->exercice, echeance->libelle,
                         echeance->montant_cents);

  return pv_sql_write (db, change_echeance, changed, error, "titii", echeance->echeance_le,
                       echeance->exercice, echeance->libelle, echeance->montant_cents,
                       echeance->id);
}

gboolean
pv_convention_store_remove_echeance (PvDb *db, gint64 id, GError **error)
{
  return pv_sql_run (db, retire_echeance, error, "i", id);
}

gboolean
pv_convention_store_clear_echeances (PvDb *db, gint64 convention_id, GError **error)
{
  return pv_sql_run (db, retire_echeances, error, "i", convention_id);
}
