/* pv-demonstration-suites.c: what follows the decisions of the demonstration
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demonstration/pv-demonstration-suites.h"

#include <inttypes.h>

#include "bilan/pv-bilan-service.h"
#include "convention/pv-convention-besoin.h"
#include "convention/pv-convention-service.h"
#include "convention/pv-convention-store.h"
#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossier-store.h"
#include "financement/pv-financement-store.h"
#include "financement/pv-mouvement-service.h"
#include "pv-transaction.h"

#define PREMIER 2024
#define DERNIER 2025

/* (transfer full): the dossiers of a status; @exercice: or %PV_INT_NULL. */
static GArray *
list_dossiers (PvDb *db, const char *texte, gint64 exercice, GError **error)
{
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (texte, error);
  PvFiltre filtre = PV_FILTRE_TOUT;

  filtre.exercice = exercice;

  return critere != NULL ? pv_dossier_liste_store_ids (db, &filtre, critere, NULL, NULL, error)
                         : NULL;
}

/* --- mouvements ------------------------------------------------------------------------------- */

static gboolean
add_desistement (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, error);
  g_autoptr (GPtrArray) financements =
      dossier != NULL ? pv_financement_store_list (db, dossier_id, error) : NULL;
  g_autofree char *date =
      dossier != NULL ? g_strdup_printf ("%04" PRId64 "-09-12", dossier->exercice) : NULL;

  for (guint i = 0; financements != NULL && i < financements->len; i++)
    {
      const PvFinancement *financement = financements->pdata[i];
      const PvMouvementActe acte = { .genre = PV_MOUVEMENT_GENRE_DESISTEMENT,
                                     .date_le = date,
                                     .apres_cents = PV_CENTS_NULL,
                                     .motif = dossier->statut_motif,
                                     .acte = "Lettre du porteur" };

      if (financement->notifie_cents != PV_CENTS_NULL && financement->notifie_cents > 0 &&
          !pv_mouvement_service_add (db, financement->id, &acte, date, error))
        return FALSE;
    }

  return financements != NULL;
}

static gboolean
add_desistements (PvDb *db, GError **error)
{
  g_autoptr (GArray) ids = list_dossiers (db, "statut=abandonne", PV_INT_NULL, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_desistement (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

/* The last dossier that is still going on was given a little less. */
static gboolean
add_reduction (PvDb *db, GArray *en_cours, GError **error)
{
  g_autoptr (GPtrArray) financements = NULL;
  const PvFinancement *first;

  if (en_cours->len == 0)
    return TRUE;
  financements =
      pv_financement_store_list (db, g_array_index (en_cours, gint64, en_cours->len - 1), error);
  if (financements == NULL)
    return FALSE;
  first = financements->pdata[0];

  return pv_mouvement_service_add (
      db, first->id,
      &(PvMouvementActe){ .genre = PV_MOUVEMENT_GENRE_REDUCTION,
                          .date_le = "2025-10-06",
                          .apres_cents = first->notifie_cents - 50000,
                          .motif = "Une séance de moins par semaine à partir de septembre.",
                          .acte = "Avenant n° 1" },
      "2025-10-06", error);
}

/* --- conventions ------------------------------------------------------------------------------ */

/* Sent, come back, signed, notified. */
static void
set_dates (PvConvention *convention, gint64 annee, gboolean signee)
{
  convention->envoyee_le = g_strdup_printf ("%04" PRId64 "-05-12", annee);
  if (!signee)
    return;
  convention->retournee_le = g_strdup_printf ("%04" PRId64 "-05-28", annee);
  convention->signee_le = g_strdup_printf ("%04" PRId64 "-06-11", annee);
  convention->notifiee_le = g_strdup_printf ("%04" PRId64 "-06-16", annee);
}

/* The convention pluriannuelle of the first payer of a dossier, from its first year. */
static gboolean
add_cpo (PvDb *db, const PvDossier *dossier, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) financements = pv_financement_store_list (db, dossier->id, error);
  g_autoptr (PvConvention) convention = pv_convention_new ();
  const PvFinancement *first;

  if (financements == NULL)
    return FALSE;
  first = financements->pdata[0];
  convention->numero = g_strdup_printf ("CPO-%" PRId64 "-%s", dossier->exercice, dossier->numero);
  convention->financeur_id = first->financeur_id;
  convention->organisme_id = dossier->porteur_id;
  convention->objet = g_strdup (dossier->intitule);
  convention->annee_debut = dossier->exercice;
  convention->annee_fin = dossier->exercice + dossier->cpo_duree - 1;
  set_dates (convention, dossier->exercice, TRUE);
  if (!pv_convention_service_create (db, convention, &dossier->id, 1, error))
    return FALSE;
  *id = convention->id;
  /* the later years were planned as the first one */
  for (gint64 annee = convention->annee_debut + 1; annee <= convention->annee_fin; annee++)
    if (!pv_convention_service_set_annee (db, convention->id, annee, first->notifie_cents, error))
      return FALSE;

  return pv_convention_service_apply_echeancier (db, convention->id, PV_ECHEANCIER_SOLDE_20, error);
}

/* @conventions: dossier → convention; the dossiers of the years after join the one that they
 * continue. */
static gboolean
follow_cpo (PvDb *db, gint64 dossier_id, GHashTable *conventions, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, error);
  gint64 *avant;
  gint64 id = 0;

  if (dossier == NULL)
    return FALSE;
  avant = g_hash_table_lookup (conventions, &dossier->precedent_id);
  if (dossier->cpo_annee == 1 && dossier->exercice <= DERNIER)
    {
      if (!add_cpo (db, dossier, &id, error))
        return FALSE;
    }
  else if (avant != NULL)
    {
      id = *avant;
      if (!pv_convention_service_add_dossier (db, id, dossier_id, error))
        return FALSE;
    }
  if (id != 0)
    g_hash_table_insert (conventions, g_memdup2 (&dossier_id, sizeof dossier_id),
                         g_memdup2 (&id, sizeof id));

  return TRUE;
}

static gboolean
add_cpos (PvDb *db, GError **error)
{
  g_autoptr (GHashTable) conventions =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (gint64 annee = PREMIER; annee <= DERNIER + 1; annee++)
    {
      g_autoptr (GArray) ids = list_dossiers (db, "cpo=oui", annee, error);

      for (guint i = 0; ids != NULL && i < ids->len; i++)
        if (!follow_cpo (db, g_array_index (ids, gint64, i), conventions, error))
          return FALSE;
      if (ids == NULL)
        return FALSE;
    }

  return TRUE;
}

/* One of the past exercices is missing, one of the last waits for its signature. */
static gboolean
add_convention (PvDb *db, PvConventionBesoin *besoin, guint rang, GError **error)
{
  g_autoptr (GPtrArray) besoins = g_ptr_array_new ();
  g_autoptr (PvConvention) convention = NULL;
  gboolean changed;
  gint64 id;

  g_ptr_array_add (besoins, besoin);
  if (!pv_convention_service_create_for (db, besoins, &id, error))
    return FALSE;
  convention = pv_convention_store_get (db, id, error);
  if (convention == NULL)
    return FALSE;
  g_free (convention->numero);
  convention->numero = g_strdup_printf ("%" PRId64 "-%02u", besoin->exercice, rang + 1);
  set_dates (convention, besoin->exercice, besoin->exercice < DERNIER || rang != 1);

  return pv_convention_service_update (db, convention, &changed, error) &&
         pv_convention_service_apply_echeancier (db, id, PV_ECHEANCIER_SOLDE_20, error);
}

static gboolean
add_conventions (PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) besoins = pv_convention_besoin_list (db, NULL, error);
  guint rang = 0;

  for (guint i = 0; besoins != NULL && i < besoins->len; i++)
    {
      PvConventionBesoin *besoin = besoins->pdata[i];

      if (!besoin->obligatoire || besoin->convention_id != PV_INT_NULL ||
          besoin->exercice < PREMIER || besoin->exercice > DERNIER)
        continue;
      /* the third is what the control shows */
      if (rang++ != 2 && !add_convention (db, besoin, rang - 1, error))
        return FALSE;
    }

  return besoins != NULL;
}

/* --- reminders -------------------------------------------------------------------------------- */

static gboolean
add_relances (PvDb *db, GArray *en_cours, GError **error)
{
  const gint64 *ids = (const gint64 *)(gpointer)en_cours->data;
  guint n = en_cours->len;
  guint n_faits;

  return pv_bilan_service_relancer (db, ids, n, "2026-07-20", PV_BILAN_MOYEN_COURRIEL, &n_faits,
                                    error) &&
         pv_bilan_service_relancer (db, ids, MIN (n, 2), "2026-09-15", PV_BILAN_MOYEN_COURRIER,
                                    &n_faits, error);
}

gboolean
pv_demonstration_add_suites (PvDb *db, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GArray) en_cours = NULL;

  g_return_val_if_fail (PV_IS_DB (db), FALSE);

  if (!pv_demonstration_add_actes (db, error) || !pv_demonstration_add_adresses (db, error))
    return FALSE;
  en_cours = list_dossiers (db, "statut=en-cours", DERNIER, error);
  transaction = en_cours != NULL ? pv_transaction_begin (db, "convention-add", NULL, error) : NULL;

  return transaction != NULL && add_desistements (db, error) &&
         add_reduction (db, en_cours, error) && add_cpos (db, error) &&
         add_conventions (db, error) && add_relances (db, en_cours, error) &&
         pv_transaction_commit (transaction, error);
}
