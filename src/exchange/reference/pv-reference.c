/* pv-reference.c: a new programme file with the reference data
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/pv-reference.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "enveloppe/pv-enveloppe-store.h"
#include "financeur/pv-dispositif-store.h"
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

static void
name_contrat (PvContrat *contrat, const PvReferenceChoice *choice)
{
  if (choice->contrat_nom != NULL)
    pv_champ_set_text (&contrat->nom, choice->contrat_nom);
  if (choice->contrat_epci != NULL)
    pv_champ_set_text (&contrat->epci_nom, choice->contrat_epci);
}

static PvContrat *
find_contrat (const PvReferenceChoice *choice, char **territoire, GError **error)
{
  const char *code = choice->contrat;
  g_autoptr (PvReferenceTable) table = pv_reference_table_open ("contrats", error);
  g_autoptr (PvContrat) contrat = NULL;
  g_autoptr (GError) local = NULL;

  if (table == NULL)
    return NULL;
  while (code != NULL && pv_reference_table_next (table, &local))
    {
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
      contrat = pv_contrat_new ();
      contrat->nom = g_strdup ("Contrat de ville");
      name_contrat (contrat, choice);
      /* A contrat of its own has a territory of its own, that nothing is known of. */
      *territoire = g_strdup (choice->contrat_nom);
      return g_steal_pointer (&contrat);
    }

  *territoire = g_strdup (code);
  contrat = contrat_from_code (code, error);
  if (contrat != NULL)
    name_contrat (contrat, choice);
  return g_steal_pointer (&contrat);
}

static gboolean
set_exercice (PvDb *db, gint64 exercice, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, exercice);

  return exercice == PV_INT_NULL ||
         pv_reglage_store_set (db, PV_REGLAGE_EXERCICE, text, NULL, error);
}

static gboolean
add_enveloppe (PvDb *db, gint64 exercice, const PvReferenceEnveloppe *chosen, GError **error)
{
  g_autoptr (PvEnveloppe) enveloppe = pv_enveloppe_new ();
  g_autoptr (PvDispositif) dispositif = NULL;
  gint64 id;

  if (!pv_dispositif_store_find_by_code (db, chosen->dispositif, &id, error))
    return FALSE;
  if (id == PV_INT_NULL || exercice == PV_INT_NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("An envelope needs a year, and a line of credits of the file: “%s”."),
                   chosen->dispositif);
      return FALSE;
    }
  dispositif = pv_dispositif_store_get (db, id, error);
  if (dispositif == NULL)
    return FALSE;

  enveloppe->dispositif_id = id;
  enveloppe->exercice = exercice;
  enveloppe->section = chosen->section;
  enveloppe->montant_cents = chosen->montant_cents;
  enveloppe->libelle =
      chosen->section == PV_SECTION_NULL
          ? g_strdup (dispositif->nom)
          : g_strdup_printf ("%s (%s)", dispositif->nom, pv_section_to_id (chosen->section));

  return pv_enveloppe_store_insert (db, enveloppe, error);
}

static gboolean
add_enveloppes (PvDb *db, const PvReferenceChoice *choice, GError **error)
{
  for (gsize i = 0; i < choice->n_enveloppes; i++)
    if (!add_enveloppe (db, choice->exercice, &choice->enveloppes[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
fill_programme (PvDb *db, const PvReferenceChoice *choice, GError **error)
{
  g_autofree char *territoire = NULL;
  g_autoptr (PvContrat) contrat = find_contrat (choice, &territoire, error);
  const char *cadre = choice->cadre != NULL ? choice->cadre : CADRE_DEFAUT;
  g_autoptr (PvTransaction) transaction = NULL;

  if (contrat == NULL)
    return FALSE;
  if (choice->appel != NULL)
    choice->appel->exercice = choice->exercice;

  transaction = pv_transaction_begin (db, "programme-new", contrat->nom, error);

  return transaction != NULL && pv_programme_init (db, contrat, choice->appel, error) &&
         set_exercice (db, choice->exercice, error) &&
         pv_reference_load_cadres (db, cadre, territoire, error) &&
         pv_reference_load_territoires (db, territoire, contrat->epci_siren, error) &&
         pv_reference_load_financeurs (db, territoire, choice->financeurs, error) &&
         pv_reference_load_dispositifs (db, choice->dispositifs, error) &&
         add_enveloppes (db, choice, error) && pv_reference_load_comptes (db, error) &&
         pv_reference_load_seuils (db, error) && pv_reference_load_pieces (db, error) &&
         pv_reference_load_axes (db, error) && pv_reference_load_grilles (db, error) &&
         pv_transaction_commit (transaction, error);
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
