/* pv-demonstration-actes.c: the acts of the funders
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include "appel/pv-appel-store.h"
#include "demonstration/pv-demonstration-suites.h"
#include "dossier/pv-dossier-liste-store.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-financement-store.h"
#include "financeur/pv-financeur-store.h"
#include "pv-transaction.h"

/* When each decides and tells it, every year (MM-DD), and what it calls its decision. */
static const struct
{
  PvCategorie categorie;
  const char *vote;
  const char *notifie;
  const char *avant; /* the year comes between both */
  const char *apres;
} actes[] = {
  { PV_CATEGORIE_ETAT, "04-15", "05-06", "Décision préfectorale n° ", "-147" },
  { PV_CATEGORIE_REGION, "05-28", "06-18", "Délibération n° ", ".00412" },
  { PV_CATEGORIE_DEPARTEMENT, "05-12", "06-03", "Délibération n° DDS/", "/118" },
  { PV_CATEGORIE_CAF, "04-28", "05-15", "Décision n° ", "-036 du conseil d’administration" },
  { PV_CATEGORIE_EPCI, "05-16", "05-27", "Délibération n° ", " C 0173" },
  { PV_CATEGORIE_COMMUNE, "06-19", "07-02", "Délibération n° ", "/064" },
  { PV_CATEGORIE_ARS, "05-04", "05-20", "Décision n° DOS-", "-088" },
};

static char *
make_date (gint64 exercice, const char *day)
{
  return g_strdup_printf ("%04" PRId64 "-%s", exercice, day);
}

static gboolean
set_acte (PvDb *db, PvFinancement *financement, guint i, GError **error)
{
  gint64 exercice = financement->exercice;
  gboolean changed;

  if (financement->vote_cents != PV_CENTS_NULL)
    {
      financement->vote_le = make_date (exercice, actes[i].vote);
      financement->vote_acte =
          g_strdup_printf ("%s%" PRId64 "%s", actes[i].avant, exercice, actes[i].apres);
    }
  if (financement->notifie_cents != PV_CENTS_NULL)
    {
      financement->notifie_le = make_date (exercice, actes[i].notifie);
      financement->notifie_acte = g_strdup_printf ("Notification n° %" PRId64 "-%03" PRId64,
                                                   exercice, financement->dossier_id);
    }

  return pv_financement_service_update (db, financement,
                                        financement->notifie_le != NULL ? financement->notifie_le
                                                                        : financement->vote_le,
                                        &changed, error);
}

/* What the payers of that category decided of a dossier. */
static gboolean
set_actes_of (PvDb *db, gint64 dossier_id, guint i, GError **error)
{
  g_autoptr (GPtrArray) financements = pv_financement_store_list (db, dossier_id, error);

  for (guint f = 0; financements != NULL && f < financements->len; f++)
    {
      PvFinancement *financement = financements->pdata[f];
      g_autoptr (PvFinanceur) financeur =
          pv_financeur_store_get (db, financement->financeur_id, error);

      if (financeur == NULL)
        return FALSE;
      if (financeur->categorie == actes[i].categorie && financement->vote_cents != PV_CENTS_NULL &&
          financement->vote_le == NULL && !set_acte (db, financement, i, error))
        return FALSE;
    }

  return financements != NULL;
}

static gboolean
add_actes_of (PvDb *db, gint64 appel_id, guint i, GError **error)
{
  PvFiltre filtre = PV_FILTRE_TOUT;
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GArray) ids = NULL;

  filtre.appel_id = appel_id;
  ids = pv_dossier_liste_store_ids (db, &filtre, NULL, NULL, NULL, error);
  transaction = ids != NULL ? pv_transaction_begin (db, "vote-voter", NULL, error) : NULL;
  if (transaction == NULL)
    return FALSE;
  for (guint d = 0; d < ids->len; d++)
    if (!set_actes_of (db, g_array_index (ids, gint64, d), i, error))
      return FALSE;

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_demonstration_add_actes (PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) appels = pv_appel_store_list (db, error);

  /* the latest year comes first: the history tells them in their order */
  for (guint a = appels != NULL ? appels->len : 0; a > 0; a--)
    for (guint i = 0; i < G_N_ELEMENTS (actes); i++)
      if (!add_actes_of (db, ((const PvAppel *)appels->pdata[a - 1])->id, i, error))
        return FALSE;

  return appels != NULL;
}
