/* pv-convention-store.c: the SQL of pv-convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-store.h"

#include "commun/pv-entite.h"

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
