/* pv-dossier-lot.c: the actions of a user on several dossiers at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-lot.h"

#include <glib/gi18n-lib.h>

#include "appel/pv-appel-store.h"
#include "bilan/pv-bilan-accord.h"
#include "dossier/pv-dossier-lien-store.h"
#include "dossier/pv-dossier-lot-store.h"
#include "dossier/pv-dossier-service.h"
#include "dossier/pv-dossier-store.h"
#include "pv-error.h"
#include "pv-transaction.h"

/* --- sorting those who may from those who may not ---------------------------------- */

static void
refus_free (PvDossierRefus *self)
{
  g_free (self->numero);
  g_free (self->raison);
  g_free (self);
}

/* @numero: (nullable): of one that is gone */
static void
refuse (GPtrArray *refus, gint64 id, const char *numero, const char *raison)
{
  PvDossierRefus *self = g_new0 (PvDossierRefus, 1);

  self->id = id;
  self->numero = g_strdup (numero != NULL ? numero : "");
  self->raison = g_strdup (raison);
  g_ptr_array_add (refus, self);
}

/* Why not, in @refus; FALSE with @error on a failure. */
typedef gboolean (*Check) (PvDb *db,
                           const GArray *ids,
                           gint64 id,
                           gconstpointer data,
                           GPtrArray *refus,
                           GError **error);

static GPtrArray *
check_many (PvDb *db,
            const GArray *ids,
            Check check,
            gconstpointer data,
            GArray **permis,
            GError **error)
{
  g_autoptr (GPtrArray) refus = g_ptr_array_new_with_free_func ((GDestroyNotify)refus_free);
  g_autoptr (GArray) bons = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      guint avant = refus->len;

      if (!check (db, ids, id, data, refus, error))
        return NULL;
      if (refus->len == avant)
        g_array_append_val (bons, id);
    }

  if (permis != NULL)
    *permis = g_steal_pointer (&bons);
  return g_steal_pointer (&refus);
}

/* Fails with the first one that is refused. */
static gboolean
require_all (const GPtrArray *refus, int code, GError **error)
{
  const PvDossierRefus *premier;

  if (refus == NULL)
    return FALSE;
  if (refus->len == 0)
    return TRUE;

  premier = refus->pdata[0];
  g_set_error (error, PV_RULE_ERROR, code, _ ("Dossier %s: %s"), premier->numero, premier->raison);
  return FALSE;
}

static gboolean
check_statut (PvDb *db,
              const GArray *ids,
              gint64 id,
              gconstpointer data,
              GPtrArray *refus,
              GError **error)
{
  PvDossierStatut statut = *(const PvDossierStatut *)data, actuel;
  g_autofree char *numero = NULL;
  g_autofree char *manque = NULL;
  const char *raison = NULL;

  if (!pv_dossier_lot_store_get_statut (db, id, &numero, &actuel, error) ||
      (numero != NULL && !pv_bilan_accord_get_refus (db, id, statut, &manque, error)))
    return FALSE;
  if (numero == NULL)
    refuse (refus, id, NULL, _ ("It was deleted in the meantime."));
  else if (!pv_dossier_statut_can_move (actuel, statut, &raison))
    refuse (refus, id, numero, raison);
  else if (manque != NULL)
    refuse (refus, id, numero, manque);

  return TRUE;
}

GPtrArray *
pv_dossier_service_check_statut_many (PvDb *db,
                                      const GArray *ids,
                                      PvDossierStatut statut,
                                      GArray **permis,
                                      GError **error)
{
  g_return_val_if_fail (ids != NULL, NULL);

  return check_many (db, ids, check_statut, &statut, permis, error);
}

static gboolean
contains (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* A chapeau and its parts are of one appel. */
static gboolean
check_parts (PvDb *db, const GArray *ids, gint64 chapeau, gboolean *whole, GError **error)
{
  g_autoptr (GArray) parties = pv_dossier_lot_store_list_parties (db, chapeau, error);

  if (parties == NULL)
    return FALSE;
  *whole = contains (ids, chapeau);
  for (guint i = 0; i < parties->len; i++)
    *whole = *whole && contains (ids, g_array_index (parties, gint64, i));

  return TRUE;
}

static gboolean
check_appel (PvDb *db,
             const GArray *ids,
             gint64 id,
             gconstpointer data,
             GPtrArray *refus,
             GError **error)
{
  static const char *const raisons[PV_N_DOSSIER_OBSTACLES] = {
    N_ ("It is in this call already."),
    N_ ("Another dossier bears its number in that call."),
    N_ ("It is on the agenda of a committee."),
    N_ ("The call is of another year, and its amounts count in the envelopes of their own: take "
        "these off its plan first."),
  };
  const PvAppel *appel = data;
  g_autoptr (PvDossierObstacles) obstacles =
      pv_dossier_lot_store_get_obstacles (db, id, appel->id, appel->exercice, error);
  gboolean whole = TRUE;

  if (obstacles == NULL)
    return FALSE;
  if (obstacles->numero == NULL)
    {
      refuse (refus, id, NULL, _ ("It was deleted in the meantime."));
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (raisons); i++)
    if (obstacles->obstacles[i])
      {
        refuse (refus, id, obstacles->numero, _ (raisons[i]));
        return TRUE;
      }

  if (obstacles->chapeau_id != PV_INT_NULL &&
      !check_parts (db, ids, obstacles->chapeau_id, &whole, error))
    return FALSE;
  if (!whole)
    refuse (refus, id, obstacles->numero,
            _ ("A dossier and its parts move together: select them all."));

  return TRUE;
}

/* Two of the selection may bear one number, when they come from two appels. */
static GPtrArray *
refuse_doubles (PvDb *db, GPtrArray *refus, GArray *permis, GError **error)
{
  g_autoptr (GHashTable) numeros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < permis->len;)
    {
      gint64 id = g_array_index (permis, gint64, i);
      g_autofree char *numero = NULL;
      PvDossierStatut statut;

      if (!pv_dossier_lot_store_get_statut (db, id, &numero, &statut, error))
        {
          g_ptr_array_unref (refus);
          return NULL;
        }
      if (numero != NULL && g_hash_table_add (numeros, g_strdup (numero)))
        {
          i++;
          continue;
        }
      refuse (refus, id, numero,
              numero != NULL ? _ ("Another dossier of the selection bears its number.")
                             : _ ("It was deleted in the meantime."));
      g_array_remove_index (permis, i);
    }

  return refus;
}

GPtrArray *
pv_dossier_service_check_appel_many (PvDb *db,
                                     const GArray *ids,
                                     gint64 appel_id,
                                     GArray **permis,
                                     GError **error)
{
  g_autoptr (PvAppel) appel = pv_appel_store_get (db, appel_id, error);
  g_autoptr (GArray) bons = NULL;
  GPtrArray *refus;

  g_return_val_if_fail (ids != NULL, NULL);

  if (appel == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                             _ ("There is no such call any more."));
      return NULL;
    }
  refus = check_many (db, ids, check_appel, appel, &bons, error);
  if (refus != NULL)
    refus = refuse_doubles (db, refus, bons, error);
  if (refus != NULL && permis != NULL)
    *permis = g_steal_pointer (&bons);

  return refus;
}

static gboolean
check_delete (PvDb *db,
              const GArray *ids,
              gint64 id,
              gconstpointer data,
              GPtrArray *refus,
              GError **error)
{
  g_autofree char *numero = NULL;
  g_autoptr (GError) local = NULL;
  PvDossierStatut statut;

  if (!pv_dossier_lot_store_get_statut (db, id, &numero, &statut, error))
    return FALSE;
  if (pv_dossier_service_check_delete (db, id, &local))
    return TRUE;
  if (local->domain != PV_RULE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  refuse (refus, id, numero, local->message);

  return TRUE;
}

GPtrArray *
pv_dossier_service_check_delete_many (PvDb *db, const GArray *ids, GArray **permis, GError **error)
{
  g_return_val_if_fail (ids != NULL, NULL);

  return check_many (db, ids, check_delete, NULL, permis, error);
}

/* --- the actions ------------------------------------------------------------------- */

static PvTransaction *
begin (PvDb *db, const char *action, const GArray *ids, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dossier", "%u dossiers", ids->len), ids->len);

  return pv_transaction_begin (db, action, label, error);
}

gboolean
pv_dossier_service_set_statut_many (PvDb *db,
                                    const GArray *ids,
                                    PvDossierStatut statut,
                                    const char *motif,
                                    GError **error)
{
  g_autoptr (PvTransaction) transaction = begin (db, "dossier-statut", ids, error);
  g_autoptr (GPtrArray) refus = NULL;

  if (transaction == NULL)
    return FALSE;

  refus = pv_dossier_service_check_statut_many (db, ids, statut, NULL, error);
  if (!require_all (refus, PV_RULE_ERROR_TRANSITION, error) ||
      !pv_dossier_service_check_motif (statut, motif, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!pv_dossier_store_set_statut (db, g_array_index (ids, gint64, i), statut, motif, error))
      return FALSE;

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_dossier_service_set_referent_many (PvDb *db,
                                      const GArray *ids,
                                      gint64 referent_id,
                                      gint64 *n_changed,
                                      GError **error)
{
  g_autoptr (PvTransaction) transaction = begin (db, "dossier-referent", ids, error);

  if (transaction == NULL)
    return FALSE;

  *n_changed = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean changed = FALSE;

      if (!pv_dossier_store_set_referent (db, g_array_index (ids, gint64, i), referent_id, &changed,
                                          error))
        return FALSE;
      *n_changed += changed ? 1 : 0;
    }

  return pv_transaction_commit (transaction, error);
}

/* The principal first, as the store lists them; @noeud_id takes its place. */
static gboolean
set_axe (PvDb *db, gint64 id, gint64 noeud_id, gboolean *changed, GError **error)
{
  g_autoptr (GArray) avant = pv_dossier_store_list_noeuds (db, id, error);
  g_autoptr (GArray) apres = g_array_new (FALSE, FALSE, sizeof (PvDossierNoeud));
  PvDossierNoeud principal = { noeud_id, TRUE };

  if (avant == NULL)
    return FALSE;
  if (noeud_id != PV_INT_NULL)
    g_array_append_val (apres, principal);
  for (guint i = 0; i < avant->len; i++)
    {
      const PvDossierNoeud *noeud = &g_array_index (avant, PvDossierNoeud, i);

      if (!noeud->principal && noeud->noeud_id != noeud_id)
        g_array_append_val (apres, *noeud);
    }

  return pv_dossier_store_set_noeuds (db, id, (const PvDossierNoeud *)apres->data, apres->len,
                                      changed, error);
}

gboolean
pv_dossier_service_set_axe_many (PvDb *db,
                                 const GArray *ids,
                                 gint64 noeud_id,
                                 gint64 *n_changed,
                                 GError **error)
{
  g_autoptr (PvTransaction) transaction = begin (db, "dossier-axe", ids, error);

  if (transaction == NULL)
    return FALSE;

  *n_changed = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      gboolean changed = FALSE;

      if (!set_axe (db, g_array_index (ids, gint64, i), noeud_id, &changed, error))
        return FALSE;
      *n_changed += changed ? 1 : 0;
    }

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_dossier_service_set_appel_many (PvDb *db, const GArray *ids, gint64 appel_id, GError **error)
{
  g_autoptr (PvTransaction) transaction = begin (db, "dossier-appel", ids, error);
  g_autoptr (GPtrArray) refus = NULL;
  g_autoptr (PvAppel) appel = NULL;

  if (transaction == NULL)
    return FALSE;

  refus = pv_dossier_service_check_appel_many (db, ids, appel_id, NULL, error);
  if (!require_all (refus, PV_RULE_ERROR_REFUSED, error))
    return FALSE;
  appel = pv_appel_store_get (db, appel_id, error);
  if (appel == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!pv_dossier_store_set_appel (db, g_array_index (ids, gint64, i), appel_id, appel->exercice,
                                     error))
      return FALSE;

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_dossier_service_delete_many (PvDb *db, const GArray *ids, GError **error)
{
  g_autoptr (PvTransaction) transaction = begin (db, "dossier-delete", ids, error);

  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!pv_dossier_service_delete (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_dossier_service_count_pertes (PvDb *db,
                                 const GArray *ids,
                                 PvDossierPertes *pertes,
                                 GError **error)
{
  *pertes = (PvDossierPertes){ .sollicite_cents = PV_CENTS_NULL };

  for (guint i = 0; i < ids->len; i++)
    if (!pv_dossier_lot_store_add_pertes (db, g_array_index (ids, gint64, i), pertes, error))
      return FALSE;

  return TRUE;
}
