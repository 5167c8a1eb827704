/* pv-dossier-choix.c: what the choices of a dossier's page search
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-choix.h"

#include <string.h>

#include "agent/pv-agent-store.h"
#include "appel/pv-appel-store.h"
#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-store.h"
#include "dossier/pv-dossier-fiche-store.h"
#include "organisme/pv-organisme-store.h"
#include "pv-text.h"
#include "territoire/pv-commune-store.h"
#include "territoire/pv-quartier-store.h"

static PvDb *
get_reader (gpointer section)
{
  return pv_context_get_reader (pv_dossier_section_get_context (section));
}

/* @folded: of the search; "" answers all. */
static gboolean
answers (const char *folded, const char *text)
{
  g_autofree char *other = *folded != '\0' ? pv_text_fold (text) : NULL;

  return other == NULL || strstr (other, folded) != NULL;
}

GPtrArray *
pv_dossier_choix_organismes (const char *text, gpointer section)
{
  PvDb *db = get_reader (section);
  g_autoptr (GPtrArray) found = pv_organisme_store_search (db, text, PV_CHOICE_MAX + 1, NULL);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PvOrganisme *organisme = g_ptr_array_index (found, i);
      const char *forme = pv_forme_to_libelle (organisme->forme);
      const char *identity = organisme->siret != NULL ? organisme->siret : organisme->rna;
      g_autofree char *detail = forme != NULL && identity != NULL
                                    ? g_strdup_printf ("%s · %s", forme, identity)
                                    : g_strdup (forme != NULL ? forme : identity);

      pv_choice_add (items, organisme->id, organisme->nom, detail);
    }

  return items;
}

GPtrArray *
pv_dossier_choix_agents (const char *text, gpointer section)
{
  g_autoptr (GPtrArray) agents = pv_agent_store_list (get_reader (section), NULL);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; agents != NULL && i < agents->len; i++)
    {
      const PvAgent *agent = g_ptr_array_index (agents, i);

      if (answers (folded, agent->nom))
        pv_choice_add (items, agent->id, agent->nom, NULL);
    }

  return items;
}

GPtrArray *
pv_dossier_choix_appels (const char *text, gpointer section)
{
  g_autoptr (GPtrArray) appels = pv_appel_store_list (get_reader (section), NULL);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; appels != NULL && i < appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (appels, i);
      g_autofree char *label =
          g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", appel->libelle, appel->exercice);

      if (answers (folded, label))
        pv_choice_add (items, appel->id, label, NULL);
    }

  return items;
}

GPtrArray *
pv_dossier_choix_candidats (const char *text, gpointer section)
{
  gint64 id = pv_dossier_section_get_dossier_id (section);
  g_autoptr (GPtrArray) dossiers = pv_dossier_store_list_candidats (get_reader (section), id, NULL);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; dossiers != NULL && i < dossiers->len; i++)
    {
      const PvDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *label = g_strdup_printf ("%s · %s (%" G_GINT64_FORMAT ")", dossier->numero,
                                                dossier->intitule, dossier->exercice);

      if (answers (folded, label))
        pv_choice_add (items, dossier->id, label, NULL);
    }

  return items;
}

/* --- the frames ------------------------------------------------------------------------ */

static char *
node_label (const PvNoeud *noeud)
{
  return g_strdup_printf ("%s %s", noeud->code, noeud->libelle);
}

static void
add_node (GPtrArray *items, PvDb *db, const PvNoeud *noeud, guint depth, const char *folded)
{
  g_autoptr (GPtrArray) children =
      pv_noeud_store_list_children (db, noeud->cadre_id, noeud->id, NULL);
  g_autofree char *label = node_label (noeud);

  if (answers (folded, label))
    {
      pv_choice_add (items, noeud->id, label, NULL);
      ((PvChoiceItem *)g_ptr_array_index (items, items->len - 1))->depth = depth;
    }
  for (guint i = 0; children != NULL && i < children->len; i++)
    add_node (items, db, g_ptr_array_index (children, i), depth + 1, folded);
}

GPtrArray *
pv_dossier_choix_noeuds (const char *text, gpointer section)
{
  PvDb *db = get_reader (section);
  g_autoptr (GPtrArray) cadres = pv_cadre_store_list (db, NULL);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; cadres != NULL && i < cadres->len; i++)
    {
      const PvCadre *cadre = g_ptr_array_index (cadres, i);
      g_autoptr (GPtrArray) roots = pv_noeud_store_list_children (db, cadre->id, PV_INT_NULL, NULL);
      guint before = items->len;
      PvChoiceItem *heading;

      pv_choice_add (items, PV_INT_NULL, cadre->nom, NULL);
      heading = g_ptr_array_index (items, before);
      heading->heading = TRUE;
      for (guint j = 0; roots != NULL && j < roots->len; j++)
        add_node (items, db, g_ptr_array_index (roots, j), 0, folded);
      if (items->len == before + 1)
        g_ptr_array_remove_index (items, before);
    }

  return items;
}

char *
pv_dossier_noeud_label (PvDb *db, gint64 noeud_id, char **detail)
{
  g_autoptr (PvNoeud) noeud = pv_noeud_store_get (db, noeud_id, NULL);
  g_autoptr (PvNoeud) above = NULL;

  if (detail != NULL)
    *detail = NULL;
  if (noeud == NULL)
    return NULL;
  if (detail != NULL && noeud->parent_id != PV_INT_NULL &&
      (above = pv_noeud_store_get (db, noeud->parent_id, NULL)) != NULL)
    *detail = node_label (above);

  return node_label (noeud);
}

/* --- the territories ------------------------------------------------------------------- */

static char *
communes_of (PvDb *db, gint64 quartier_id)
{
  g_autoptr (GArray) ids = pv_quartier_store_list_communes (db, quartier_id, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (PvCommune) commune =
          pv_commune_store_get (db, g_array_index (ids, gint64, i), NULL);

      if (commune != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", commune->nom);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
quartier_detail (PvDb *db, const PvQuartier *quartier, const char *commune)
{
  g_autofree char *communes = commune != NULL ? g_strdup (commune) : communes_of (db, quartier->id);
  const char *genre = pv_quartier_genre_to_libelle (quartier->genre);
  g_autoptr (GString) detail = g_string_new (genre);

  if (quartier->code != NULL)
    g_string_append_printf (detail, " %s", quartier->code);
  if (*communes != '\0')
    g_string_append_printf (detail, " · %s", communes);

  return g_string_free (g_steal_pointer (&detail), FALSE);
}

static void
add_quartiers (GPtrArray *items, PvDb *db, const char *folded)
{
  g_autoptr (GPtrArray) quartiers = pv_quartier_store_list (db, NULL);

  for (guint i = 0; quartiers != NULL && i < quartiers->len && items->len <= PV_CHOICE_MAX; i++)
    {
      const PvQuartier *quartier = g_ptr_array_index (quartiers, i);
      g_autofree char *detail = quartier_detail (db, quartier, NULL);
      g_autofree char *all = g_strdup_printf ("%s %s", quartier->nom, detail);

      if (answers (folded, all))
        pv_choice_add (items, quartier->id, quartier->nom, detail);
    }
}

static void
add_communes (GPtrArray *items, PvDb *db, const char *folded)
{
  g_autoptr (GPtrArray) communes = pv_commune_store_list (db, NULL);

  for (guint i = 0; communes != NULL && i < communes->len && items->len <= PV_CHOICE_MAX; i++)
    {
      const PvCommune *commune = g_ptr_array_index (communes, i);

      if (strstr (commune->nom_plie, folded) != NULL)
        pv_choice_add (items, -commune->id, commune->nom, commune->code_insee);
    }
}

GPtrArray *
pv_dossier_choix_territoires (const char *text, gpointer section)
{
  PvDb *db = get_reader (section);
  g_autofree char *folded = pv_text_fold (text);
  GPtrArray *items = pv_choice_items_new ();

  add_quartiers (items, db, folded);
  add_communes (items, db, folded);

  return items;
}

char *
pv_dossier_territoire_label (PvDb *db, gint64 quartier_id, gint64 commune_id)
{
  g_autoptr (PvCommune) commune =
      commune_id != PV_INT_NULL ? pv_commune_store_get (db, commune_id, NULL) : NULL;
  g_autoptr (PvQuartier) quartier = NULL;
  g_autofree char *detail = NULL;

  if (quartier_id == PV_INT_NULL)
    return g_strdup (commune != NULL ? commune->nom : "");
  quartier = pv_quartier_store_get (db, quartier_id, NULL);
  if (quartier == NULL)
    return g_strdup ("");
  detail = quartier_detail (db, quartier, commune != NULL ? commune->nom : NULL);

  return g_strdup_printf ("%s (%s)", quartier->nom, detail);
}
