/* pv-avis-externe-store.c: the SQL of pv-avis-externe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "avis/pv-avis-externe-store.h"

#include "commun/pv-entite.h"
#include "dossier/pv-dossier-store.h"
#include "pv-langue.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, service, question, demande_le, echeance_le, repondu_le, avis, reponse, relance_le"
#define VALEURS \
  ":dossier_id, :service, :question, :demande_le, :echeance_le, :repondu_le, :avis, :reponse, " \
  ":relance_le"
/* clang-format on */

/* The columns of the record, in the list with the dossier. */
#define N_COLONNES 12

static const PvEntite entite =
    PV_ENTITE (PvAvisExterne, "avis_externe", pv_avis_externe, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE (
    "avis_externe",
    COLONNES) "WHERE dossier_id = :dossier ORDER BY COALESCE (demande_le, '9999'), id";

static const char services[] = "SELECT DISTINCT service FROM avis_externe ORDER BY service";

static const char suivi[] =
    "SELECT e.id, e.uuid, e.revision, e.dossier_id, e.service, e.question, e.demande_le,"
    "       e.echeance_le, e.repondu_le, e.avis, e.reponse, e.relance_le, d.numero, d.intitule,"
    "       o.nom"
    "  FROM avis_externe e JOIN dossier d ON d.id = e.dossier_id"
    "  JOIN organisme o ON o.id = d.porteur_id WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL
    "   AND " PV_FILTRE_SQL
    " ORDER BY e.repondu_le IS NOT NULL OR e.avis IS NOT NULL OR e.reponse IS NOT NULL,"
    "          COALESCE (e.echeance_le, '9999'), d.numero, e.id";

static const char relance[] =
    "UPDATE avis_externe SET (relance_le, revision) = (:jour, revision + 1)"
    " WHERE id = :id AND repondu_le IS NULL AND avis IS NULL AND reponse IS NULL"
    "   AND relance_le IS NOT :jour";

static const char en_cours[] =
    "SELECT id FROM avis_externe WHERE dossier_id = :dossier AND service = :service"
    " AND repondu_le IS NULL AND avis IS NULL AND reponse IS NULL";

gboolean
pv_avis_externe_store_insert (PvDb *db, PvAvisExterne *avis, GError **error)
{
  return pv_entite_insert (&entite, db, avis, error);
}

gboolean
pv_avis_externe_store_update (PvDb *db,
                              const PvAvisExterne *avis,
                              gboolean *changed,
                              GError **error)
{
  return pv_entite_update (&entite, db, avis, changed, error);
}

gboolean
pv_avis_externe_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvAvisExterne *
pv_avis_externe_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_avis_externe_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", dossier_id);
}

GPtrArray *
pv_avis_externe_store_list_services (PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) noms = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, services, error);
  PvStep step = PV_STEP_ERROR;

  while (statement != NULL && (step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    if (!g_strv_contains (pv_avis_externe_get_services (), pv_statement_get_text (statement, 0)))
      g_ptr_array_add (noms, pv_statement_dup_text (statement, 0));

  return step == PV_STEP_DONE ? g_steal_pointer (&noms) : NULL;
}

static void
ligne_free (gpointer data)
{
  PvAvisExterneLigne *self = data;

  pv_avis_externe_free (self->avis);
  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self);
}

GPtrArray *
pv_avis_externe_store_list_suivi (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (GPtrArray) lignes = g_ptr_array_new_with_free_func (ligne_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, suivi, error);
  PvStep step;

  if (statement == NULL)
    return NULL;
  pv_filtre_bind (filtre, statement);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      PvAvisExterneLigne *ligne = g_new0 (PvAvisExterneLigne, 1);

      ligne->avis = pv_entite_read (&entite, statement);
      ligne->numero = pv_statement_dup_text (statement, N_COLONNES);
      ligne->intitule = pv_statement_dup_text (statement, N_COLONNES + 1);
      ligne->porteur = pv_statement_dup_text (statement, N_COLONNES + 2);
      g_ptr_array_add (lignes, ligne);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&lignes) : NULL;
}

gboolean
pv_avis_externe_relancer (PvDb *db, const gint64 *ids, gsize n, const char *jour, GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (!pv_sql_run (db, relance, error, "ti", jour, ids[i]))
      return FALSE;

  return TRUE;
}

static void
refus_free (gpointer data)
{
  PvDossierRefus *self = data;

  g_free (self->numero);
  g_free (self->raison);
  g_free (self);
}

static PvDossierRefus *
refus_new (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, error);
  PvDossierRefus *self;

  if (dossier == NULL)
    return NULL;
  self = g_new0 (PvDossierRefus, 1);
  self->id = dossier_id;
  self->numero = g_strdup (dossier->numero);
  self->raison = g_strdup (_ ("The service was asked already, and has not answered."));

  return self;
}

GPtrArray *
pv_avis_externe_check_demander (PvDb *db,
                                const GArray *ids,
                                const char *service,
                                GArray **permis,
                                GError **error)
{
  g_autoptr (GPtrArray) refus = g_ptr_array_new_with_free_func (refus_free);
  g_autoptr (GArray) can = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      PvDossierRefus *one;
      gint64 awaited;

      if (!pv_sql_find (db, en_cours, &awaited, error, "it", id, service))
        return NULL;
      if (awaited == PV_INT_NULL)
        {
          g_array_append_val (can, id);
          continue;
        }
      one = refus_new (db, id, error);
      if (one == NULL)
        return NULL;
      g_ptr_array_add (refus, one);
    }
  *permis = g_steal_pointer (&can);

  return g_steal_pointer (&refus);
}

gboolean
pv_avis_externe_demander (PvDb *db,
                          const gint64 *dossiers,
                          gsize n,
                          const PvAvisExterne *modele,
                          guint *n_demandes,
                          GError **error)
{
  *n_demandes = 0;
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (PvAvisExterne) avis = pv_avis_externe_copy (modele);
      gint64 awaited;

      if (!pv_sql_find (db, en_cours, &awaited, error, "it", dossiers[i], modele->service))
        return FALSE;
      if (awaited != PV_INT_NULL)
        continue;
      g_clear_pointer (&avis->uuid, g_free);
      avis->dossier_id = dossiers[i];
      if (!pv_avis_externe_store_insert (db, avis, error))
        return FALSE;
      (*n_demandes)++;
    }

  return TRUE;
}
