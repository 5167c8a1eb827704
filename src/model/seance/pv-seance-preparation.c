/* pv-seance-preparation.c: a séance is prepared
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "commun/pv-entite.h"
#include "dossier/pv-dossier-store.h"
#include "instance/pv-instance-store.h"
#include "pv-error.h"
#include "pv-transaction.h"
#include "seance/pv-decision-store.h"
#include "seance/pv-seance-private.h"
#include "seance/pv-seance-service.h"

/* --- the séance ------------------------------------------------------------------------- */

static gboolean
is_date (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *iso = text != NULL ? g_strconcat (text, "T00:00:00", NULL) : NULL;
  g_autoptr (GDateTime) date = iso != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;

  return date != NULL && strlen (text) == 10;
}

static gboolean
check (PvDb *db, const PvSeance *seance, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvInstance) instance = pv_instance_store_get (db, seance->instance_id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (instance == NULL)
    return pv_seance_fail (error, PV_RULE_ERROR_INVALID,
                           _ ("Say which committee this séance is of."));
  if (!is_date (seance->date_le))
    return pv_seance_fail (error, PV_RULE_ERROR_INVALID, _ ("A séance needs its date."));

  return seance->minuterie_min == PV_INT_NULL || seance->minuterie_min >= 1 ||
         pv_seance_fail (error, PV_RULE_ERROR_INVALID,
                         _ ("A timer is a number of minutes, from 1. Leave it empty for none."));
}

gboolean
pv_seance_creer (PvDb *db, PvSeance *seance, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-create", NULL, error);

  if (transaction == NULL || !check (db, seance, error))
    return FALSE;
  seance->etat = PV_SEANCE_ETAT_PREPAREE;
  g_clear_pointer (&seance->ouverte_a, g_free);
  g_clear_pointer (&seance->close_a, g_free);

  return pv_seance_store_insert (db, seance, error) &&
         pv_seance_store_copy_membres (db, seance->id, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_seance_modifier (PvDb *db, const PvSeance *seance, gboolean *changed, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-edit", NULL, error);
  g_autoptr (PvSeance) avant = NULL;
  g_autoptr (PvSeance) apres = pv_seance_copy (seance);

  if (transaction == NULL || !pv_seance_check_changeable (db, seance->id, error))
    return FALSE;
  avant = pv_seance_need (db, seance->id, error);
  if (avant == NULL || !check (db, seance, error))
    return FALSE;
  if (avant->etat != PV_SEANCE_ETAT_PREPAREE && avant->instance_id != seance->instance_id)
    return pv_seance_refuse (error, _ ("The séance is open: it stays one of the same committee."));
  apres->etat = avant->etat;
  pv_champ_set_text (&apres->ouverte_a, avant->ouverte_a);
  pv_champ_set_text (&apres->close_a, avant->close_a);

  return pv_seance_store_update (db, apres, changed, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_seance_supprimer (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-delete", NULL, error);
  g_autoptr (PvSeance) seance = NULL;
  gint64 n;

  if (transaction == NULL || !pv_seance_check_changeable (db, id, error))
    return FALSE;
  seance = pv_seance_need (db, id, error);
  if (seance == NULL || !pv_decision_store_count_ajournes (db, id, &n, error))
    return FALSE;
  if (seance->etat == PV_SEANCE_ETAT_OUVERTE)
    return pv_seance_refuse (error, _ ("The séance is open, so it is kept: close it, or undo its"
                                       " opening."));
  if (n > 0)
    return pv_seance_refuse (error, _ ("A closed séance put dossiers off to this one, so it is"
                                       " kept."));

  return pv_seance_store_delete (db, id, error) && pv_transaction_commit (transaction, error);
}

/* --- agenda ----------------------------------------------------------------------------- */

static gboolean
add_dossier (PvDb *db, gint64 seance_id, gint64 dossier_id, guint *n, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, &local);
  gint64 there;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (dossier == NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("There is no dossier %" PRId64 " any more. Read the list again."),
                   dossier_id);
      return FALSE;
    }
  if (!pv_seance_store_find_dossier (db, seance_id, dossier_id, &there, error))
    return FALSE;
  if (there != PV_INT_NULL || dossier->chapeau)
    return TRUE;
  (*n)++;

  return pv_seance_store_add_dossier (db, seance_id, dossier_id, NULL, error);
}

/* An agenda that is prepared may have them: its séance is not held yet. */
static gboolean
check_open_agenda (PvDb *db, gint64 seance_id, GError **error)
{
  g_autoptr (PvSeance) seance = pv_seance_need (db, seance_id, error);

  return seance != NULL &&
         (seance->etat != PV_SEANCE_ETAT_OUVERTE || pv_seance_check_seule (db, seance_id, error));
}

gboolean
pv_seance_ajouter_dossiers (PvDb *db,
                            gint64 seance_id,
                            const GArray *dossiers,
                            guint *n,
                            GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-dossiers", NULL, error);
  guint added = 0;

  if (transaction == NULL || !pv_seance_check_changeable (db, seance_id, error))
    return FALSE;
  for (guint i = 0; i < dossiers->len; i++)
    if (!add_dossier (db, seance_id, g_array_index (dossiers, gint64, i), &added, error))
      return FALSE;
  if (!check_open_agenda (db, seance_id, error))
    return FALSE;
  if (n != NULL)
    *n = added;

  return pv_transaction_commit (transaction, error);
}

/* Numbers the agenda from 1, in the order of @dossiers. */
static gboolean
renumber (PvDb *db, GPtrArray *dossiers, GError **error)
{
  for (guint i = 0; i < dossiers->len; i++)
    if (!pv_seance_store_set_ordre (db, ((const PvSeanceDossier *)dossiers->pdata[i])->id, i + 1,
                                    error))
      return FALSE;

  return TRUE;
}

gboolean
pv_seance_retirer_dossier (PvDb *db, gint64 seance_dossier_id, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvSeanceDossier) dossier = pv_seance_need_dossier (db, seance_dossier_id, error);
  g_autoptr (GPtrArray) reste = NULL;

  if (dossier == NULL || !pv_seance_check_changeable (db, dossier->seance_id, error))
    return FALSE;
  if (dossier->decision != PV_DECISION_GENRE_NULL)
    return pv_seance_refuse (error, _ ("This dossier is decided: take its decision back before it"
                                       " leaves the agenda."));
  transaction = pv_transaction_begin (db, "seance-dossiers", dossier->numero, error);
  if (transaction == NULL || !pv_seance_store_delete_dossier (db, seance_dossier_id, error))
    return FALSE;
  reste = pv_seance_store_list_dossiers (db, dossier->seance_id, error);

  return reste != NULL && renumber (db, reste, error) && pv_transaction_commit (transaction, error);
}

static guint
find_position (GPtrArray *dossiers, gint64 id)
{
  for (guint i = 0; i < dossiers->len; i++)
    if (((const PvSeanceDossier *)dossiers->pdata[i])->id == id)
      return i;

  return G_MAXUINT;
}

gboolean
pv_seance_deplacer (PvDb *db, gint64 seance_dossier_id, gint64 position, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvSeanceDossier) dossier = pv_seance_need_dossier (db, seance_dossier_id, error);
  g_autoptr (GPtrArray) dossiers = NULL;
  gpointer moved;

  if (dossier == NULL || !pv_seance_check_changeable (db, dossier->seance_id, error))
    return FALSE;
  transaction = pv_transaction_begin (db, "seance-ordre", dossier->numero, error);
  if (transaction == NULL)
    return FALSE;
  dossiers = pv_seance_store_list_dossiers (db, dossier->seance_id, error);
  if (dossiers == NULL)
    return FALSE;
  moved = g_ptr_array_steal_index (dossiers, find_position (dossiers, seance_dossier_id));
  g_ptr_array_insert (dossiers, (int)CLAMP (position - 1, 0, (gint64)dossiers->len), moved);

  return renumber (db, dossiers, error) && pv_transaction_commit (transaction, error);
}

gboolean
pv_seance_set_ordre (PvDb *db, gint64 seance_id, const GArray *seance_dossiers, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-ordre", NULL, error);
  g_autoptr (GPtrArray) dossiers = NULL;
  g_autoptr (GPtrArray) ordre =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_seance_dossier_free);

  if (transaction == NULL || !pv_seance_check_changeable (db, seance_id, error))
    return FALSE;
  dossiers = pv_seance_store_list_dossiers (db, seance_id, error);
  if (dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < seance_dossiers->len; i++)
    {
      guint position = find_position (dossiers, g_array_index (seance_dossiers, gint64, i));

      if (position != G_MAXUINT)
        g_ptr_array_add (ordre, g_ptr_array_steal_index (dossiers, position));
    }
  while (dossiers->len > 0)
    g_ptr_array_add (ordre, g_ptr_array_steal_index (dossiers, 0));

  return renumber (db, ordre, error) && pv_transaction_commit (transaction, error);
}

/* --- members ---------------------------------------------------------------------------- */

gboolean
pv_seance_set_presence (PvDb *db,
                        gint64 seance_id,
                        gint64 institution_id,
                        const char *personne,
                        gboolean present,
                        GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-presence", NULL, error);
  g_autoptr (PvSeancePresence) presence = g_new0 (PvSeancePresence, 1);
  gint64 id;

  if (transaction == NULL || !pv_seance_check_changeable (db, seance_id, error))
    return FALSE;
  presence->seance_id = seance_id;
  presence->institution_id = institution_id;
  presence->personne = personne != NULL && *personne != '\0' ? g_strdup (personne) : NULL;
  presence->present = present;
  if (!pv_seance_store_find_presence (db, seance_id, institution_id, presence->personne, &id,
                                      error))
    return FALSE;
  presence->id = id != PV_INT_NULL ? id : 0;

  return pv_seance_store_set_presence (db, presence, error) &&
         pv_transaction_commit (transaction, error);
}

/* (transfer full) (nullable): a line of the list, of a séance that may change. */
static PvSeancePresence *
need_presence (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvSeancePresence) presence = NULL;

  if (!pv_seance_store_get_presence (db, id, &presence, error))
    return NULL;
  if (presence == NULL)
    {
      pv_seance_fail (error, PV_RULE_ERROR_NOT_FOUND,
                      _ ("This member is not expected any more. Read the list again."));
      return NULL;
    }
  if (!pv_seance_check_changeable (db, presence->seance_id, error))
    return NULL;

  return g_steal_pointer (&presence);
}

gboolean
pv_seance_set_personne (PvDb *db, gint64 presence_id, const char *personne, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-presence", NULL, error);
  g_autoptr (PvSeancePresence) presence =
      transaction != NULL ? need_presence (db, presence_id, error) : NULL;
  gint64 other;

  if (presence == NULL)
    return FALSE;
  pv_champ_set_text (&presence->personne, personne != NULL && *personne != '\0' ? personne : NULL);
  if (!pv_seance_store_find_presence (db, presence->seance_id, presence->institution_id,
                                      presence->personne, &other, error))
    return FALSE;
  if (other != PV_INT_NULL && other != presence_id)
    return pv_seance_fail (error, PV_RULE_ERROR_INVALID,
                           _ ("This person is already expected for this institution."));

  return pv_seance_store_set_presence (db, presence, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_seance_retirer_presence (PvDb *db, gint64 presence_id, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-presence", NULL, error);
  g_autoptr (PvSeancePresence) presence =
      transaction != NULL ? need_presence (db, presence_id, error) : NULL;

  return presence != NULL && pv_seance_store_delete_presence (db, presence_id, error) &&
         pv_transaction_commit (transaction, error);
}
