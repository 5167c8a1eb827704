/* pv-dossier-service.c: the actions of a user on a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-service.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "bilan/pv-bilan-accord.h"
#include "dossier/pv-dossier-lot.h"
#include "dossier/pv-dossier-store.h"
#include "pv-error.h"
#include "pv-text.h"
#include "pv-transaction.h"

static PvDossier *
get_dossier (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  PvDossier *dossier = pv_dossier_store_get (db, id, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (dossier == NULL)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                 _ ("There is no dossier %" PRId64 " any more. Read the list again."), id);

  return dossier;
}

static gboolean
check_move (const PvDossier *dossier, PvDossierStatut statut, GError **error)
{
  const char *reason;

  if (pv_dossier_statut_can_move (dossier->statut, statut, &reason))
    return TRUE;

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION,
               _ ("Dossier %s cannot go from “%s” to “%s”. %s"), dossier->numero,
               pv_dossier_statut_to_libelle (dossier->statut),
               pv_dossier_statut_to_libelle (statut), reason);
  return FALSE;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID, message);

  return FALSE;
}

gboolean
pv_dossier_service_check_motif (PvDossierStatut statut, const char *motif, GError **error)
{
  g_autofree char *clean = pv_text_clean (motif, FALSE);

  if (motif != NULL && *clean == '\0' && pv_dossier_statut_demande_motif (statut))
    return refuse (error, _ ("Say why: the reason is told to the porteur."));

  return TRUE;
}

/* When the file says so, nothing new is granted while a bilan is missing. */
static gboolean
check_bilans (PvDb *db, const PvDossier *dossier, PvDossierStatut statut, GError **error)
{
  g_autofree char *reason = NULL;

  if (!pv_bilan_accord_get_refus (db, dossier->id, statut, &reason, error))
    return FALSE;
  if (reason != NULL)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION,
                 _ ("Dossier %s cannot go from “%s” to “%s”. %s"), dossier->numero,
                 pv_dossier_statut_to_libelle (dossier->statut),
                 pv_dossier_statut_to_libelle (statut), reason);

  return reason == NULL;
}

gboolean
pv_dossier_service_set_statut (PvDb *db,
                               gint64 id,
                               PvDossierStatut statut,
                               const char *motif,
                               GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvDossier) dossier = NULL;

  transaction = pv_transaction_begin (db, "dossier-statut", NULL, error);
  if (transaction == NULL)
    return FALSE;

  dossier = get_dossier (db, id, error);
  if (dossier == NULL || !check_move (dossier, statut, error) ||
      !pv_dossier_service_check_motif (statut, motif, error) ||
      !check_bilans (db, dossier, statut, error))
    return FALSE;

  return pv_dossier_store_set_statut (db, id, statut, motif, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_dossier_service_update (PvDb *db, const PvDossier *dossier, gboolean *changed, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvDossier) avant = NULL;

  transaction = pv_transaction_begin (db, "dossier-edit", dossier->numero, error);
  if (transaction == NULL)
    return FALSE;

  avant = get_dossier (db, dossier->id, error);
  if (avant == NULL)
    return FALSE;

  if (avant->statut != dossier->statut)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION,
                   _ ("The status of dossier %s is changed by its own action."), dossier->numero);
      return FALSE;
    }

  return pv_dossier_store_update (db, dossier, changed, error) &&
         pv_transaction_commit (transaction, error);
}

/* What the schema would refuse with a code, said in words. */
static gboolean
check_fields (PvDb *db, const PvDossier *dossier, GError **error)
{
  gint64 other = PV_INT_NULL;

  if (dossier->intitule == NULL)
    return refuse (error, _ ("A dossier has a title."));
  if (dossier->numero == NULL)
    return refuse (error, _ ("A dossier has a number."));
  if (dossier->cpo_annee != PV_INT_NULL && dossier->cpo_duree != PV_INT_NULL &&
      dossier->cpo_annee > dossier->cpo_duree)
    return refuse (error, _ ("The year of the CPO goes beyond its length."));
  if (dossier->precedent_id == dossier->id)
    return refuse (error, _ ("A dossier does not continue itself."));
  if (!pv_dossier_store_find (db, dossier->appel_id, dossier->numero, &other, error))
    return FALSE;
  if (other != PV_INT_NULL && other != dossier->id)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("This appel already has a dossier %s."), dossier->numero);
      return FALSE;
    }

  return TRUE;
}

/* One dossier moves by the rules of many. */
static gboolean
move_to_appel (PvDb *db, gint64 id, gint64 appel_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);

  return pv_dossier_service_set_appel_many (db, ids, appel_id, error);
}

gboolean
pv_dossier_service_set_champ (PvDb *db,
                              gint64 id,
                              const char *nom,
                              const char *texte,
                              gboolean *changed,
                              GError **error)
{
  const PvChamp *champ = pv_champs_find (pv_dossier_champs, nom);
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvDossier) dossier = NULL;
  gint64 appel_id;

  g_return_val_if_fail (champ != NULL, FALSE);

  transaction = pv_transaction_begin (db, "dossier-edit", NULL, error);
  if (transaction == NULL)
    return FALSE;

  dossier = get_dossier (db, id, error);
  if (dossier == NULL)
    return FALSE;
  appel_id = dossier->appel_id;
  if (!pv_champ_from_text (champ, dossier, texte))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID, _ ("“%s” is not a value of “%s”."),
                   texte, nom);
      return FALSE;
    }
  if (dossier->appel_id != appel_id)
    {
      *changed = TRUE;
      return move_to_appel (db, id, dossier->appel_id, error) &&
             pv_transaction_commit (transaction, error);
    }

  return check_fields (db, dossier, error) &&
         pv_dossier_service_update (db, dossier, changed, error) &&
         pv_transaction_commit (transaction, error);
}

/* What keeps a dossier from being deleted. */
static gboolean
check_deletable (PvDb *db, const PvDossier *dossier, GError **error)
{
  static const struct
  {
    gboolean (*find) (PvDb *db, gint64 id, gint64 *found, GError **error);
    const char *message;
  } obstacles[] = {
    { pv_dossier_store_find_partie,
      N_ ("Dossier %s is detailed in parts. Delete or detach them first.") },
    { pv_dossier_store_find_versement,
      N_ ("Money was paid for dossier %s, so it is kept. Set it “abandonné” instead.") },
    { pv_dossier_store_find_seance, N_ ("Dossier %s is on the agenda of a committee, so it is kept."
                                        " Set it “abandonné” instead.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (obstacles); i++)
    {
      gint64 found;

      if (!obstacles[i].find (db, dossier->id, &found, error))
        return FALSE;

      if (found != PV_INT_NULL)
        {
          g_autoptr (GString) message = g_string_new (_ (obstacles[i].message));

          g_string_replace (message, "%s", dossier->numero, 1);
          g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, message->str);
          return FALSE;
        }
    }

  return TRUE;
}

/* A dossier without parts left is no chapeau. */
static gboolean
refresh_chapeau (PvDb *db, gint64 id, GError **error)
{
  gint64 partie;

  if (id == PV_INT_NULL)
    return TRUE;

  return pv_dossier_store_find_partie (db, id, &partie, error) &&
         pv_dossier_store_set_chapeau (db, id, partie != PV_INT_NULL, error);
}

gboolean
pv_dossier_service_check_delete (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvDossier) dossier = get_dossier (db, id, error);

  return dossier != NULL && check_deletable (db, dossier, error);
}

gboolean
pv_dossier_service_delete (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvDossier) dossier = NULL;

  transaction = pv_transaction_begin (db, "dossier-delete", NULL, error);
  if (transaction == NULL)
    return FALSE;

  dossier = get_dossier (db, id, error);
  if (dossier == NULL || !check_deletable (db, dossier, error))
    return FALSE;

  return pv_dossier_store_delete (db, id, error) &&
         refresh_chapeau (db, dossier->partie_de_id, error) &&
         pv_transaction_commit (transaction, error);
}

/* One level: a part has no parts, a chapeau is no part. */
static gboolean
check_attach (PvDb *db, const PvDossier *partie, gint64 chapeau_id, GError **error)
{
  g_autoptr (PvDossier) chapeau = get_dossier (db, chapeau_id, error);
  gint64 sous_partie;

  if (chapeau == NULL || !pv_dossier_store_find_partie (db, partie->id, &sous_partie, error))
    return FALSE;

  if (chapeau->id != partie->id && chapeau->partie_de_id == PV_INT_NULL &&
      sous_partie == PV_INT_NULL)
    return TRUE;

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
               _ ("Dossier %s cannot be a part of dossier %s: a dossier is detailed in parts that"
                  " have no parts themselves."),
               partie->numero, chapeau->numero);
  return FALSE;
}

gboolean
pv_dossier_store_attach (PvDb *db, gint64 partie_id, gint64 chapeau_id, GError **error)
{
  g_autoptr (PvDossier) partie = get_dossier (db, partie_id, error);

  if (partie == NULL ||
      (chapeau_id != PV_INT_NULL && !check_attach (db, partie, chapeau_id, error)))
    return FALSE;

  return pv_dossier_store_set_partie_de (db, partie_id, chapeau_id, error) &&
         refresh_chapeau (db, partie->partie_de_id, error) &&
         refresh_chapeau (db, chapeau_id, error);
}

gboolean
pv_dossier_service_attach (PvDb *db, gint64 partie_id, gint64 chapeau_id, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;

  transaction = pv_transaction_begin (db, "dossier-part", NULL, error);
  if (transaction == NULL)
    return FALSE;

  return pv_dossier_store_attach (db, partie_id, chapeau_id, error) &&
         pv_transaction_commit (transaction, error);
}
