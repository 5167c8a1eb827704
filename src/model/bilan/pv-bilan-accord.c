/* pv-bilan-accord.c: a new grant while a bilan is missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-accord.h"

#include "bilan/pv-bilan-suivi.h"
#include "dossier/pv-dossier-store.h"
#include "pv-langue.h"
#include "pv-transaction.h"
#include "reglage/pv-reglage-store.h"
#include "seuil/pv-seuil-store.h"

#define BLOQUER "bloquer"
#define AVERTIR "avertir"

/* Years looked back when the file has no threshold. */
#define ANNEES 1

#define MAX_NAMES 3

gboolean
pv_bilan_accord_get_bloquant (PvDb *db, gboolean *bloquant, GError **error)
{
  g_autofree char *value = NULL;

  if (!pv_reglage_store_get (db, PV_REGLAGE_BILAN_N_1, &value, error))
    return FALSE;
  *bloquant = g_strcmp0 (value, BLOQUER) == 0;

  return TRUE;
}

gboolean
pv_bilan_accord_set_bloquant (PvDb *db, gboolean bloquant, gboolean *changed, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-reglage", NULL, error);

  return transaction != NULL &&
         pv_reglage_store_set (db, PV_REGLAGE_BILAN_N_1, bloquant ? BLOQUER : AVERTIR, changed,
                               error) &&
         pv_transaction_commit (transaction, error);
}

GPtrArray *
pv_bilan_accord_list_manquants (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, error);
  g_autofree char *jour = NULL;
  g_autofree char *today = pv_clock_today (pv_db_get_clock (db));
  gint64 annees;

  if (dossier == NULL)
    return NULL;
  jour = g_strdup_printf ("%04d-12-31", (int)dossier->exercice);
  if (!pv_seuil_store_get_valeur (db, PV_SEUIL_BILAN_N_1, jour, &annees, error))
    return NULL;

  return pv_bilan_suivi_list_manquants (db, dossier_id, annees != PV_INT_NULL ? annees : ANNEES,
                                        today, error);
}

static char *
join (const GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint more = names->len > MAX_NAMES ? names->len - MAX_NAMES : 0;

  for (guint i = 0; i < names->len && i < MAX_NAMES; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (const char *)names->pdata[i]);
  if (more > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, " and %u other", " and %u others", more), more);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_accord (PvDossierStatut statut)
{
  return statut == PV_DOSSIER_STATUT_PROGRAMME ||
         statut == PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE || statut == PV_DOSSIER_STATUT_NOTIFIE;
}

gboolean
pv_bilan_accord_get_refus (PvDb *db,
                           gint64 dossier_id,
                           PvDossierStatut statut,
                           char **raison,
                           GError **error)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *names = NULL;
  gboolean bloquant = FALSE;

  *raison = NULL;
  if (!is_accord (statut))
    return TRUE;
  if (!pv_bilan_accord_get_bloquant (db, &bloquant, error))
    return FALSE;
  if (!bloquant)
    return TRUE;
  missing = pv_bilan_accord_list_manquants (db, dossier_id, error);
  if (missing == NULL)
    return FALSE;
  if (missing->len == 0)
    return TRUE;
  names = join (missing);
  *raison = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The bilan of dossier %s of the same porteur is missing. Enter its compte"
                   " rendu, or let the file warn only (Settings, Thresholds).",
                   "The bilans of dossiers %s of the same porteur are missing. Enter their comptes"
                   " rendus, or let the file warn only (Settings, Thresholds).",
                   missing->len),
      names);

  return TRUE;
}
