/* pv-demonstration-seance.c: the committees of the demonstration, and a séance to hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-demonstration-seance.h"

#include "appel/pv-appel-store.h"
#include "dossier/pv-dossier-liste-store.h"
#include "institution/pv-institution-store.h"
#include "instance/pv-instance-service.h"
#include "pv-transaction.h"
#include "reference/pv-reference-liste.h"
#include "seance/pv-seance-service.h"

#define TERRITOIRE "MEL"
#define TECHNIQUE "Comité technique du contrat de ville"
#define PILOTAGE "Comité de pilotage du contrat de ville"

/* The amounts of this one are proposed; other appels of the file are plans. */
#define PROPOSES "statut=propose"

static gboolean
add_membres (PvDb *db, gint64 instance_id, GError **error)
{
  g_autoptr (GPtrArray) institutions = pv_institution_store_list (db, error);

  for (guint i = 0; institutions != NULL && i < institutions->len; i++)
    {
      g_autoptr (PvInstanceMembre) membre = pv_instance_membre_new ();

      membre->instance_id = instance_id;
      membre->institution_id = ((const PvInstitution *)institutions->pdata[i])->id;
      if (!pv_instance_service_set_membre (db, membre, error))
        return FALSE;
    }

  return institutions != NULL;
}

/* @pilotage: (out): key of the one that decides */
static gboolean
add_instances (PvDb *db, gint64 *pilotage, GError **error)
{
  g_autoptr (GPtrArray) lignes = pv_reference_list_instances (error);

  *pilotage = PV_INT_NULL;
  for (guint i = 0; lignes != NULL && i < lignes->len; i++)
    {
      const PvReferenceLigne *ligne = lignes->pdata[i];
      gboolean decide = g_str_equal (ligne->instance->nom, PILOTAGE);

      if (!pv_reference_ligne_is_in (ligne, TERRITOIRE) ||
          (!decide && !g_str_equal (ligne->instance->nom, TECHNIQUE)))
        continue;
      ligne->instance->quorum = decide ? 3 : PV_INT_NULL;
      if (!pv_instance_service_set (db, ligne->instance, NULL, error) ||
          !add_membres (db, ligne->instance->id, error))
        return FALSE;
      if (decide)
        *pilotage = ligne->instance->id;
    }

  return lignes != NULL;
}

/* The first appel of the file is the one that is decided. */
static GArray *
list_proposes (PvDb *db, gint64 *appel_id, GError **error)
{
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (PROPOSES, error);
  g_autoptr (GPtrArray) appels = pv_appel_store_list (db, error);
  PvFiltre filtre = PV_FILTRE_TOUT;
  g_autoptr (GArray) ids = NULL;

  *appel_id = PV_INT_NULL;
  for (guint i = 0; critere != NULL && appels != NULL && i < appels->len; i++)
    {
      filtre.appel_id = ((const PvAppel *)appels->pdata[i])->id;
      g_clear_pointer (&ids, g_array_unref);
      ids = pv_dossier_liste_store_ids (db, &filtre, critere, NULL, NULL, error);
      *appel_id = filtre.appel_id;
      if (ids == NULL || ids->len > 0)
        break;
    }

  return g_steal_pointer (&ids);
}

static char *
get_date (PvDb *db)
{
  g_autofree char *today = pv_clock_today (pv_db_get_clock (db));
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *noon = g_strconcat (today, "T12:00:00", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (noon, zone);
  g_autoptr (GDateTime) date = g_date_time_add_days (now, 7);

  return g_date_time_format (date, "%Y-%m-%d");
}

gboolean
pv_demonstration_add_seance (PvDb *db, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-create", NULL, error);
  g_autoptr (PvSeance) seance = pv_seance_new ();
  g_autoptr (GArray) ids = NULL;

  if (transaction == NULL || !add_instances (db, &seance->instance_id, error))
    return FALSE;
  ids = list_proposes (db, &seance->appel_id, error);
  if (ids == NULL)
    return FALSE;
  seance->date_le = get_date (db);
  seance->lieu = g_strdup ("Hôtel de la Métropole");
  seance->minuterie_min = 5;

  return pv_seance_creer (db, seance, error) &&
         pv_seance_ajouter_dossiers (db, seance->id, ids, NULL, error) &&
         pv_transaction_commit (transaction, error);
}
