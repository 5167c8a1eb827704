/* pv-noeud-service.c: what a person does to the tree of a frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cadre/pv-noeud-service.h"

#include <glib/gi18n-lib.h>

#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-store.h"
#include "pv-error.h"
#include "usage/pv-usage-store.h"

static gboolean
find_free_code (PvDb *db, gint64 cadre_id, const PvNoeud *parent, char **code, GError **error)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *tried =
          parent != NULL ? g_strdup_printf ("%s.%u", parent->code, i) : g_strdup_printf ("%u", i);
      gint64 taken;

      if (!pv_noeud_store_find_by_code (db, cadre_id, tried, &taken, error))
        return FALSE;
      if (taken == PV_INT_NULL)
        {
          *code = g_steal_pointer (&tried);
          return TRUE;
        }
    }
}

gboolean
pv_noeud_service_add (PvDb *db,
                      gint64 cadre_id,
                      gint64 parent_id,
                      const char *libelle,
                      gint64 *id,
                      GError **error)
{
  g_autoptr (GPtrArray) siblings = pv_noeud_store_list_children (db, cadre_id, parent_id, error);
  g_autoptr (PvNoeud) noeud = pv_noeud_new ();
  g_autoptr (PvNoeud) parent = NULL;

  if (siblings == NULL)
    return FALSE;
  if (parent_id != PV_INT_NULL)
    parent = pv_noeud_store_get (db, parent_id, error);

  noeud->cadre_id = cadre_id;
  noeud->parent_id = parent_id;
  noeud->libelle = g_strdup (libelle);
  noeud->ordre = 1;
  if (siblings->len > 0)
    {
      const PvNoeud *last = siblings->pdata[siblings->len - 1];

      noeud->niveau = g_strdup (last->niveau);
      noeud->ordre = MAX (last->ordre, (gint64)siblings->len) + 1;
    }
  if (!find_free_code (db, cadre_id, parent, &noeud->code, error) ||
      !pv_noeud_store_insert (db, noeud, error))
    return FALSE;

  *id = noeud->id;
  return TRUE;
}

static gboolean
check_place (PvDb *db, const PvNoeud *noeud, gint64 parent_id, GError **error)
{
  for (gint64 above = parent_id; above != PV_INT_NULL;)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (PvNoeud) parent = pv_noeud_store_get (db, above, &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (parent == NULL || parent->cadre_id != noeud->cadre_id || parent->id == noeud->id)
        {
          g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                       _ ("“%s” can neither go under itself nor into another frame."),
                       noeud->libelle);
          return FALSE;
        }
      above = parent->parent_id;
    }

  return TRUE;
}

gboolean
pv_noeud_service_move (PvDb *db, gint64 id, gint64 parent_id, guint rang, GError **error)
{
  g_autoptr (PvNoeud) noeud = pv_noeud_store_get (db, id, error);
  g_autoptr (GPtrArray) siblings = NULL;
  gint64 ordre = 1;

  if (noeud == NULL || !check_place (db, noeud, parent_id, error))
    return FALSE;
  siblings = pv_noeud_store_list_children (db, noeud->cadre_id, parent_id, error);
  if (siblings == NULL)
    return FALSE;

  for (guint i = 0; i < siblings->len; i++)
    if (((PvNoeud *)siblings->pdata[i])->id == id)
      g_ptr_array_remove_index (siblings, i--);
  noeud->parent_id = parent_id;
  rang = MIN (rang, siblings->len);
  g_ptr_array_insert (siblings, (int)rang, pv_noeud_copy (noeud));
  for (guint i = 0; i < siblings->len; i++)
    {
      PvNoeud *sibling = siblings->pdata[i];

      sibling->ordre = ordre++;
      if (!pv_noeud_store_update (db, sibling, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* The deepest first: a parent cannot go before its children. */
static gboolean
delete_below (PvDb *db, gint64 cadre_id, gint64 parent_id, GError **error)
{
  g_autoptr (GPtrArray) children = pv_noeud_store_list_children (db, cadre_id, parent_id, error);

  if (children == NULL)
    return FALSE;
  for (guint i = 0; i < children->len; i++)
    {
      const PvNoeud *child = children->pdata[i];

      if (!delete_below (db, cadre_id, child->id, error) ||
          !pv_noeud_store_delete (db, child->id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_noeud_service_delete (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvNoeud) noeud = NULL;

  if (!pv_usage_check_unused (db, PV_USAGE_NOEUD, id, error))
    return FALSE;
  noeud = pv_noeud_store_get (db, id, error);

  return noeud != NULL && delete_below (db, noeud->cadre_id, id, error) &&
         pv_noeud_store_delete (db, id, error);
}

gboolean
pv_noeud_service_set_principal (PvDb *db, gint64 cadre_id, GError **error)
{
  g_autoptr (GPtrArray) cadres = pv_cadre_store_list (db, error);

  if (cadres == NULL)
    return FALSE;
  for (guint i = 0; i < cadres->len; i++)
    {
      PvCadre *cadre = cadres->pdata[i];

      cadre->principal = cadre->id == cadre_id;
      if (!pv_cadre_store_update (db, cadre, NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_noeud_service_delete_cadre (PvDb *db, gint64 cadre_id, GError **error)
{
  return pv_usage_check_unused (db, PV_USAGE_CADRE, cadre_id, error) &&
         delete_below (db, cadre_id, PV_INT_NULL, error) &&
         pv_cadre_store_delete (db, cadre_id, error);
}
