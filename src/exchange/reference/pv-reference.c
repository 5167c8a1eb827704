/* pv-reference.c: a new programme file with the reference data
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/pv-reference.h"

#include <gio/gio.h>

#include "programme/pv-programme.h"
#include "pv-error.h"
#include "pv-identifier.h"
#include "pv-transaction.h"
#include "reference/pv-reference-load.h"
#include "reference/pv-reference-table.h"
#include "reglage/pv-reglage-store.h"

#define CADRE_DEFAUT "p147_2024"

/* A contrat that data/reference does not list is kept with its code alone. */
static PvContrat *
contrat_from_code (const char *code, GError **error)
{
  g_autoptr (PvContrat) contrat = pv_contrat_new ();
  g_autofree char *canonical = NULL;
  g_autofree char *reason = NULL;

  if (pv_identifier_check (PV_IDENTIFIER_CONTRAT, code, &canonical, &reason) ==
      PV_IDENTIFIER_INVALID)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID, reason);
      return NULL;
    }
  contrat->code = g_steal_pointer (&canonical);
  contrat->nom = g_strdup_printf ("Contrat de ville %s", contrat->code);

  return g_steal_pointer (&contrat);
}

static PvContrat *
find_contrat (const char *code, char **territoire, GError **error)
{
  g_autoptr (PvReferenceTable) table = pv_reference_table_open ("contrats", error);
  g_autoptr (GError) local = NULL;

  if (table == NULL)
    return NULL;
  while (code != NULL && pv_reference_table_next (table, &local))
    {
      g_autoptr (PvContrat) contrat = NULL;

      if (g_ascii_strcasecmp (pv_reference_table_get (table, "code"), code) != 0)
        continue;

      contrat = pv_contrat_new ();
      if (!pv_reference_table_fill (table, pv_contrat_champs, contrat, error))
        return NULL;
      pv_champ_set_text (&contrat->epci_nom, pv_reference_table_get (table, "epci"));
      pv_champ_set_text (&contrat->epci_siren, pv_reference_table_get (table, "siren_epci"));
      /* A contrat we know nothing else of has a territory of its own: nobody else's
       * quartiers are offered to it. */
      *territoire = g_strdup (pv_reference_table_get (table, "territoire"));
      if (*territoire == NULL)
        *territoire = g_strdup (contrat->code);
      return g_steal_pointer (&contrat);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (code == NULL)
    {
      g_autoptr (PvContrat) contrat = pv_contrat_new ();

      contrat->nom = g_strdup ("Contrat de ville");
      return g_steal_pointer (&contrat);
    }

  *territoire = g_strdup (code);
  return contrat_from_code (code, error);
}

static gboolean
set_exercice (PvDb *db, gint64 exercice, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, exercice);

  return exercice == PV_INT_NULL ||
         pv_reglage_store_set (db, PV_REGLAGE_EXERCICE, text, NULL, error);
}

static gboolean
fill_programme (PvDb *db, const PvReferenceChoice *choice, GError **error)
{
  g_autofree char *territoire = NULL;
  g_autoptr (PvContrat) contrat = find_contrat (choice->contrat, &territoire, error);
  const char *cadre = choice->cadre != NULL ? choice->cadre : CADRE_DEFAUT;
  g_autoptr (PvTransaction) transaction = NULL;

  if (contrat == NULL)
    return FALSE;

  transaction = pv_transaction_begin (db, "programme-new", contrat->nom, error);

  return transaction != NULL && pv_programme_init (db, contrat, NULL, error) &&
         set_exercice (db, choice->exercice, error) &&
         pv_reference_load_cadres (db, cadre, territoire, error) &&
         pv_reference_load_territoires (db, territoire, contrat->epci_siren, error) &&
         pv_reference_load_financeurs (db, territoire, error) &&
         pv_reference_load_dispositifs (db, error) && pv_reference_load_comptes (db, error) &&
         pv_reference_load_seuils (db, error) && pv_reference_load_pieces (db, error) &&
         pv_reference_load_axes (db, error) && pv_transaction_commit (transaction, error);
}

static void
remove_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_file_delete (file, NULL, NULL);
}

PvDb *
pv_reference_create_programme (const char *path,
                               const PvReferenceChoice *choice,
                               PvClock *clock,
                               const char *agent,
                               GError **error)
{
  g_autoptr (PvDb) db = pv_db_create (path, clock, error);

  if (db == NULL)
    return NULL;

  pv_db_set_agent (db, agent);
  if (!fill_programme (db, choice, error))
    {
      pv_db_close (db, NULL);
      remove_file (path);
      return NULL;
    }

  return g_steal_pointer (&db);
}
