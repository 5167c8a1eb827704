/* pv-usage-store.c: what refers to a row, before it is deleted
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "usage/pv-usage-store.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-error.h"

typedef struct
{
  PvUsageNom nom;
  const char *singular;
  const char *plural;
  const char *sql; /* a count, by :id */
} Usage;

#define SOUS                                                                                       \
  "WITH RECURSIVE sous (noeud) AS (SELECT id FROM cadre_noeud WHERE id = :id"                      \
  "  UNION SELECT n.id FROM cadre_noeud n JOIN sous ON n.parent_id = noeud) "
#define DU_CADRE "WITH sous (noeud) AS (SELECT id FROM cadre_noeud WHERE cadre_id = :id) "
#define NOEUD_DOSSIERS                                                                             \
  "SELECT COUNT (DISTINCT dossier_id) FROM dossier_noeud WHERE noeud_id IN (SELECT noeud FROM "    \
  "sous)"
#define NOEUD_ENVELOPPES                                                                           \
  "SELECT COUNT (*) FROM enveloppe WHERE noeud_id IN (SELECT noeud FROM sous)"

#define DOSSIERS N_ ("dossier"), N_ ("dossiers")
#define DEPOTS N_ ("application"), N_ ("applications")
#define APPELS N_ ("call"), N_ ("calls")
#define SEANCES N_ ("meeting"), N_ ("meetings")
#define ENVELOPPES N_ ("envelope"), N_ ("envelopes")
#define QUARTIERS N_ ("quartier"), N_ ("quartiers")
#define ORGANISMES N_ ("organisation"), N_ ("organisations")
#define FINANCEMENTS N_ ("financing"), N_ ("financings")
#define DISPOSITIFS N_ ("line of credits"), N_ ("lines of credits")
#define CONVENTIONS N_ ("agreement"), N_ ("agreements")
#define INSTRUCTIONS N_ ("assessment"), N_ ("assessments")
#define REGLES N_ ("limit rule"), N_ ("limit rules")
#define AGENTS N_ ("agent"), N_ ("agents")
#define INSTANCES N_ ("committee"), N_ ("committees")

static const Usage usages[] = {
  { PV_USAGE_CONTRAT, APPELS, "SELECT COUNT (*) FROM appel WHERE contrat_id = :id" },
  { PV_USAGE_APPEL, DOSSIERS, "SELECT COUNT (*) FROM dossier WHERE appel_id = :id" },
  { PV_USAGE_APPEL, DEPOTS, "SELECT COUNT (*) FROM depot WHERE appel_id = :id" },
  { PV_USAGE_APPEL, SEANCES, "SELECT COUNT (*) FROM seance WHERE appel_id = :id" },
  { PV_USAGE_GRILLE, APPELS, "SELECT COUNT (*) FROM appel WHERE grille_id = :id" },
  { PV_USAGE_GRILLE, INSTRUCTIONS,
    "SELECT COUNT (DISTINCT n.instruction_id) FROM critere c JOIN note n ON n.critere_id = c.id"
    " WHERE c.grille_id = :id" },
  { PV_USAGE_CADRE, DOSSIERS, DU_CADRE NOEUD_DOSSIERS },
  { PV_USAGE_CADRE, ENVELOPPES, DU_CADRE NOEUD_ENVELOPPES },
  { PV_USAGE_NOEUD, DOSSIERS, SOUS NOEUD_DOSSIERS },
  { PV_USAGE_NOEUD, ENVELOPPES, SOUS NOEUD_ENVELOPPES },
  { PV_USAGE_COMMUNE, DOSSIERS,
    "SELECT COUNT (DISTINCT dossier_id) FROM dossier_territoire WHERE commune_id = :id" },
  { PV_USAGE_COMMUNE, QUARTIERS, "SELECT COUNT (*) FROM quartier_commune WHERE commune_id = :id" },
  { PV_USAGE_COMMUNE, ORGANISMES, "SELECT COUNT (*) FROM organisme WHERE commune_id = :id" },
  { PV_USAGE_COMMUNE, ENVELOPPES, "SELECT COUNT (*) FROM enveloppe WHERE commune_id = :id" },
  { PV_USAGE_QUARTIER, DOSSIERS,
    "SELECT COUNT (DISTINCT dossier_id) FROM dossier_territoire WHERE quartier_id = :id" },
  { PV_USAGE_FINANCEUR, DOSSIERS,
    "SELECT COUNT (DISTINCT dossier_id) FROM financement WHERE financeur_id = :id" },
  { PV_USAGE_FINANCEUR, DISPOSITIFS, "SELECT COUNT (*) FROM dispositif WHERE financeur_id = :id" },
  { PV_USAGE_FINANCEUR, CONVENTIONS, "SELECT COUNT (*) FROM convention WHERE financeur_id = :id" },
  { PV_USAGE_DISPOSITIF, DOSSIERS,
    "SELECT COUNT (DISTINCT dossier_id) FROM financement WHERE dispositif_id = :id" },
  { PV_USAGE_DISPOSITIF, ENVELOPPES, "SELECT COUNT (*) FROM enveloppe WHERE dispositif_id = :id" },
  { PV_USAGE_DISPOSITIF, INSTRUCTIONS,
    "SELECT COUNT (*) FROM instruction_montant WHERE dispositif_id = :id" },
  { PV_USAGE_ENVELOPPE, FINANCEMENTS,
    "SELECT COUNT (*) FROM financement WHERE enveloppe_id = :id" },
  { PV_USAGE_ENVELOPPE, ENVELOPPES, "SELECT COUNT (*) FROM enveloppe WHERE parent_id = :id" },
  { PV_USAGE_ENVELOPPE, REGLES,
    "SELECT COUNT (*) FROM enveloppe_regle WHERE enveloppe_id = :id OR base_enveloppe_id = :id" },
  { PV_USAGE_INSTITUTION, AGENTS, "SELECT COUNT (*) FROM agent WHERE institution_id = :id" },
  { PV_USAGE_INSTITUTION, INSTRUCTIONS,
    "SELECT COUNT (*) FROM instruction WHERE institution_id = :id" },
  { PV_USAGE_INSTITUTION, INSTANCES,
    "SELECT COUNT (DISTINCT instance_id) FROM instance_membre WHERE institution_id = :id" },
  { PV_USAGE_INSTITUTION, SEANCES,
    "SELECT COUNT (*) FROM (SELECT seance_id FROM seance_presence WHERE institution_id = :id"
    " UNION SELECT s.seance_id FROM deport p JOIN seance_dossier s ON s.id = p.seance_dossier_id"
    "  WHERE p.institution_id = :id)" },
  { PV_USAGE_INSTANCE, SEANCES, "SELECT COUNT (*) FROM seance WHERE instance_id = :id" },
  { PV_USAGE_AGENT, DOSSIERS, "SELECT COUNT (*) FROM dossier WHERE referent_id = :id" },
  { PV_USAGE_AXE, DOSSIERS,
    "SELECT COUNT (DISTINCT dossier_id) FROM (SELECT dossier_id FROM marqueur WHERE axe_id = :id"
    " UNION SELECT dossier_id FROM marqueur_reponse WHERE axe_id = :id"
    " UNION SELECT dossier_id FROM marqueur_reponse_commune WHERE axe_id = :id)" },
  { PV_USAGE_AGENT, INSTRUCTIONS, "SELECT COUNT (*) FROM instruction WHERE agent_id = :id" },
};

gboolean
pv_usage_describe (PvDb *db, PvUsageNom nom, gint64 id, char **words, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  *words = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (usages); i++)
    {
      gint64 n = 0;

      if (usages[i].nom != nom)
        continue;
      if (!pv_sql_find (db, usages[i].sql, &n, error, "i", id))
        return FALSE;
      if (n <= 0)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append_printf (text, "%u\u00a0%s", (guint)n,
                              n == 1 ? _ (usages[i].singular) : _ (usages[i].plural));
    }
  if (text->len > 0)
    *words = g_string_free (g_steal_pointer (&text), FALSE);

  return TRUE;
}

gboolean
pv_usage_check_unused (PvDb *db, PvUsageNom nom, gint64 id, GError **error)
{
  g_autofree char *words = NULL;

  if (!pv_usage_describe (db, nom, id, &words, error))
    return FALSE;
  if (words == NULL)
    return TRUE;

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, _ ("Used by %s: it cannot be deleted."),
               words);
  return FALSE;
}
