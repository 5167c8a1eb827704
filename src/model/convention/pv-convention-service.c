/* pv-convention-service.c: the actions of a user on a convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-service.h"

#include <glib/gi18n-lib.h>

#include "convention/pv-convention-store.h"
#include "dossier/pv-dossier-store.h"
#include "pv-error.h"

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, reason);

  return FALSE;
}

static PvConvention *
get (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  PvConvention *convention = pv_convention_store_get (db, id, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (convention == NULL)
    g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                         _ ("This convention is gone."));

  return convention;
}

/* --- the convention --------------------------------------------------------------------------- */

static gboolean
check_numero (PvDb *db, const PvConvention *convention, GError **error)
{
  gint64 other;
  g_autofree char *reason = NULL;

  if (convention->numero == NULL)
    return TRUE;
  if (!pv_convention_store_find_by_numero (db, convention->financeur_id, convention->numero, &other,
                                           error))
    return FALSE;
  if (other == PV_INT_NULL || other == convention->id)
    return TRUE;
  reason = g_strdup_printf (
      _ ("This payer already has a convention n° %s: give this one another number."),
      convention->numero);

  return refuse (error, reason);
}

static gboolean
check (PvDb *db, const PvConvention *convention, GError **error)
{
  const char *champ;
  g_autofree char *reason = NULL;

  if (!pv_convention_check (convention, &reason, &champ))
    return refuse (error, reason);
  if (convention->paiement_delai_jours != PV_INT_NULL && convention->paiement_delai_jours <= 0)
    return refuse (error, _ ("The delay of payment is a number of days: 30, 60… Leave it empty for "
                             "the one of the thresholds."));

  return check_numero (db, convention, error);
}

/* What is planned at first: what is granted to the dossiers it names. */
static gboolean
plan_annees (PvDb *db, const PvConvention *convention, GError **error)
{
  for (gint64 e = convention->annee_debut; e <= convention->annee_fin; e++)
    {
      PvCents cents;

      if (!pv_convention_store_get_accorde (db, convention->id, e, &cents, error) ||
          (cents != PV_CENTS_NULL &&
           !pv_convention_store_set_annee (db, convention->id, e, cents, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
name_objet (PvDb *db, PvConvention *convention, gint64 dossier_id, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, error);

  if (dossier != NULL)
    convention->objet = g_strdup (dossier->intitule);

  return dossier != NULL;
}

gboolean
pv_convention_service_create (PvDb *db,
                              PvConvention *convention,
                              const gint64 *dossiers,
                              gsize n,
                              GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (convention != NULL, FALSE);

  if (convention->objet == NULL && n == 1 && !name_objet (db, convention, dossiers[0], error))
    return FALSE;
  if (!check (db, convention, error) || !pv_convention_store_insert (db, convention, error))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!pv_convention_service_add_dossier (db, convention->id, dossiers[i], error))
      return FALSE;

  return plan_annees (db, convention, error);
}

static gboolean
check_besoins (GPtrArray *besoins, GError **error)
{
  const PvConventionBesoin *first;

  if (besoins->len == 0)
    return refuse (error, _ ("Select what a convention is to be made for."));
  first = besoins->pdata[0];
  for (guint i = 0; i < besoins->len; i++)
    {
      const PvConventionBesoin *besoin = besoins->pdata[i];

      if (besoin->financeur_id != first->financeur_id ||
          besoin->organisme_id != first->organisme_id)
        return refuse (error, _ ("A convention is of one funder and one organisme: select years of "
                                 "the same two."));
      if (besoin->convention_id != PV_INT_NULL)
        return refuse (error, _ ("One of them already has a convention: open it instead."));
    }

  return TRUE;
}

static void
widen (PvConvention *convention, gint64 exercice)
{
  if (convention->annee_debut == PV_INT_NULL || exercice < convention->annee_debut)
    convention->annee_debut = exercice;
  if (convention->annee_fin == PV_INT_NULL || exercice > convention->annee_fin)
    convention->annee_fin = exercice;
}

/* The year of the grant, and of its dossiers: what is carried over is of the year after theirs. */
static gboolean
take_besoin (PvDb *db,
             PvConvention *convention,
             const PvConventionBesoin *besoin,
             GArray *dossiers,
             GError **error)
{
  widen (convention, besoin->exercice);
  for (guint i = 0; i < besoin->parts->len; i++)
    {
      const PvConventionPart *part = besoin->parts->pdata[i];
      g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, part->dossier_id, error);

      if (dossier == NULL)
        return error != NULL && *error != NULL
                   ? FALSE
                   : refuse (error, _ ("This dossier is gone: choose another."));
      widen (convention, dossier->exercice);
      g_array_append_val (dossiers, part->dossier_id);
    }

  return TRUE;
}

gboolean
pv_convention_service_create_for (PvDb *db, GPtrArray *besoins, gint64 *id, GError **error)
{
  g_autoptr (PvConvention) convention = pv_convention_new ();
  g_autoptr (GArray) dossiers = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (besoins != NULL, FALSE);

  if (!check_besoins (besoins, error))
    return FALSE;
  for (guint i = 0; i < besoins->len; i++)
    {
      const PvConventionBesoin *besoin = besoins->pdata[i];

      convention->financeur_id = besoin->financeur_id;
      convention->organisme_id = besoin->organisme_id;
      if (!take_besoin (db, convention, besoin, dossiers, error))
        return FALSE;
    }
  if (!pv_convention_service_create (db, convention, (const gint64 *)(const void *)dossiers->data,
                                     dossiers->len, error))
    return FALSE;
  *id = convention->id;

  return TRUE;
}

static gboolean
check_hors_annees (PvDb *db, const PvConvention *convention, GError **error)
{
  gint64 exercice;
  g_autofree char *reason = NULL;

  if (!pv_convention_store_find_hors_annees (db, convention, &exercice, error))
    return FALSE;
  if (exercice == PV_INT_NULL)
    return TRUE;
  reason = g_strdup_printf (_ ("%d has an amount, a payment or a dossier in this convention: take "
                               "it away before its years leave it out."),
                            (int)exercice);

  return refuse (error, reason);
}

gboolean
pv_convention_service_update (PvDb *db,
                              const PvConvention *convention,
                              gboolean *changed,
                              GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (convention != NULL, FALSE);

  return check (db, convention, error) && check_hors_annees (db, convention, error) &&
         pv_convention_store_clean_annees (db, convention, error) &&
         pv_convention_store_update (db, convention, changed, error);
}

gboolean
pv_convention_service_set_champ (PvDb *db,
                                 gint64 id,
                                 const char *champ,
                                 const char *valeur,
                                 GError **error)
{
  g_autoptr (PvConvention) convention = NULL;
  const PvChamp *found = pv_champs_find (pv_convention_champs, champ);

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (found != NULL, FALSE);

  convention = get (db, id, error);
  if (convention == NULL)
    return FALSE;
  if (!pv_champ_from_text (found, convention, valeur))
    return refuse (error, _ ("This value cannot be kept: type it again."));

  return pv_convention_service_update (db, convention, NULL, error);
}

gboolean
pv_convention_service_remove (PvDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), FALSE);

  return pv_convention_store_delete (db, id, error);
}

/* --- dossiers --------------------------------------------------------------------------------- */

static gboolean
check_dossier (const PvConvention *convention, const PvDossier *dossier, GError **error)
{
  g_autofree char *reason = NULL;

  if (dossier->porteur_id != convention->organisme_id)
    reason = g_strdup_printf (
        _ ("Dossier n° %s is carried by another organisme: it needs a convention of its own."),
        dossier->numero);
  else if (dossier->exercice < convention->annee_debut || dossier->exercice > convention->annee_fin)
    reason = g_strdup_printf (
        _ ("Dossier n° %s is of %d, out of the years of this convention: change its years first."),
        dossier->numero, (int)dossier->exercice);

  return reason == NULL || refuse (error, reason);
}

static gboolean
check_autre (PvDb *db, gint64 id, const PvDossier *dossier, GError **error)
{
  g_autoptr (PvConvention) other = NULL;
  g_autofree char *reason = NULL;
  gint64 other_id;

  if (!pv_convention_store_find_autre (db, id, dossier->id, &other_id, error))
    return FALSE;
  if (other_id == PV_INT_NULL)
    return TRUE;
  other = get (db, other_id, error);
  if (other == NULL)
    return FALSE;
  reason =
      other->numero != NULL
          ? g_strdup_printf (_ ("Dossier n° %s is already in the convention n° %s of this payer: "
                                "take it out of it first."),
                             dossier->numero, other->numero)
          : g_strdup_printf (_ ("Dossier n° %s is already in another convention of this payer: "
                                "take it out of it first."),
                             dossier->numero);

  return refuse (error, reason);
}

gboolean
pv_convention_service_add_dossier (PvDb *db, gint64 id, gint64 dossier_id, GError **error)
{
  g_autoptr (PvConvention) convention = NULL;
  g_autoptr (PvDossier) dossier = NULL;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);

  convention = get (db, id, error);
  dossier = convention != NULL ? pv_dossier_store_get (db, dossier_id, error) : NULL;
  if (dossier == NULL)
    return error != NULL && *error != NULL
               ? FALSE
               : refuse (error, _ ("This dossier is gone: choose another."));

  return check_dossier (convention, dossier, error) && check_autre (db, id, dossier, error) &&
         pv_convention_store_add_dossier (db, id, dossier_id, error);
}

gboolean
pv_convention_service_remove_dossier (PvDb *db, gint64 id, gint64 dossier_id, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), FALSE);

  return pv_convention_store_remove_dossier (db, id, dossier_id, error);
}

/* --- amounts ---------------------------------------------------------------------------------- */

static gboolean
check_annee (const PvConvention *convention, gint64 exercice, GError **error)
{
  g_autofree char *reason = NULL;

  if (exercice >= convention->annee_debut && exercice <= convention->annee_fin)
    return TRUE;
  reason =
      g_strdup_printf (_ ("%d is out of the years of this convention, %d to %d: change its "
                          "years first."),
                       (int)exercice, (int)convention->annee_debut, (int)convention->annee_fin);

  return refuse (error, reason);
}

gboolean
pv_convention_service_set_annee (PvDb *db,
                                 gint64 id,
                                 gint64 exercice,
                                 PvCents prevu_cents,
                                 GError **error)
{
  g_autoptr (PvConvention) convention = NULL;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);

  convention = get (db, id, error);
  if (convention == NULL || !check_annee (convention, exercice, error))
    return FALSE;
  if (prevu_cents == PV_CENTS_NULL)
    return pv_convention_store_remove_annee (db, id, exercice, error);
  if (prevu_cents < 0)
    return refuse (error, _ ("What is planned cannot be less than nothing."));

  return pv_convention_store_set_annee (db, id, exercice, prevu_cents, error);
}

gboolean
pv_convention_service_set_echeance (PvDb *db,
                                    const PvConventionEcheance *echeance,
                                    gboolean *changed,
                                    GError **error)
{
  g_autoptr (PvConvention) convention = NULL;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (echeance != NULL, FALSE);

  convention = get (db, echeance->convention_id, error);
  if (convention == NULL ||
      (echeance->exercice != PV_INT_NULL && !check_annee (convention, echeance->exercice, error)))
    return FALSE;
  if (echeance->libelle == NULL || *echeance->libelle == '\0')
    return refuse (error, _ ("Name the payment: “Acompte”, “Solde”…"));
  if (echeance->montant_cents != PV_CENTS_NULL && echeance->montant_cents < 0)
    return refuse (error, _ ("What is planned cannot be less than nothing."));

  return pv_convention_store_set_echeance (db, echeance, changed, error);
}

gboolean
pv_convention_service_remove_echeance (PvDb *db, gint64 id, GError **error)
{
  g_return_val_if_fail (PV_IS_DB (db), FALSE);

  return pv_convention_store_remove_echeance (db, id, error);
}

static gboolean
propose_annee (PvDb *db,
               gint64 id,
               gint64 exercice,
               PvEcheancier echeancier,
               GPtrArray *echeances,
               GError **error)
{
  PvCents cents;
  gint64 known;

  if (!pv_convention_store_get_annee (db, id, exercice, &known, error))
    return FALSE;
  cents = known;
  if (cents == PV_CENTS_NULL && !pv_convention_store_get_accorde (db, id, exercice, &cents, error))
    return FALSE;
  if (cents != PV_CENTS_NULL && cents > 0)
    pv_echeancier_propose (echeancier, exercice, cents, echeances);

  return TRUE;
}

gboolean
pv_convention_service_apply_echeancier (PvDb *db,
                                        gint64 id,
                                        PvEcheancier echeancier,
                                        GError **error)
{
  g_autoptr (PvConvention) convention = NULL;
  g_autoptr (GPtrArray) echeances =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_echeance_free);

  g_return_val_if_fail (PV_IS_DB (db), FALSE);

  convention = get (db, id, error);
  if (convention == NULL)
    return FALSE;
  for (gint64 e = convention->annee_debut; e <= convention->annee_fin; e++)
    if (!propose_annee (db, id, e, echeancier, echeances, error))
      return FALSE;
  if (echeances->len == 0)
    return refuse (error, _ ("Neither an amount is planned, nor one granted to its dossiers: enter "
                             "what it plans first."));
  if (!pv_convention_store_clear_echeances (db, id, error))
    return FALSE;
  for (guint i = 0; i < echeances->len; i++)
    {
      PvConventionEcheance *echeance = echeances->pdata[i];

      echeance->convention_id = id;
      if (!pv_convention_store_set_echeance (db, echeance, NULL, error))
        return FALSE;
    }

  return TRUE;
}
