/* pv-axe-store.c: the SQL of pv-axe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "marqueur/pv-axe-store.h"

#include "commun/pv-entite.h"
#include "marqueur/pv-marqueur.h"

/* clang-format off */
#define COLONNES \
  "code, libelle, arbre, ordre, source"
#define VALEURS \
  ":code, :libelle, :arbre, :ordre, :source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvAxe, "axe_transversal", pv_axe, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("axe_transversal", COLONNES) "ORDER BY COALESCE (ordre, 1000000), code";

static const char par_code[] = "SELECT id FROM axe_transversal WHERE code = :code";

gboolean
pv_axe_store_insert (PvDb *db, PvAxe *axe, GError **error)
{
  return pv_entite_insert (&entite, db, axe, error);
}

gboolean
pv_axe_store_update (PvDb *db, const PvAxe *axe, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, axe, changed, error);
}

gboolean
pv_axe_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvAxe *
pv_axe_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_axe_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_code, id, error, "t", code);
}

GPtrArray *
pv_axe_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

gboolean
pv_axe_store_get_egalite (PvDb *db, gint64 *id, GError **error)
{
  g_autoptr (PvAxe) axe = NULL;

  if (!pv_axe_store_find_by_code (db, PV_AXE_EGALITE, id, error))
    return FALSE;

  if (*id != PV_INT_NULL)
    return TRUE;

  axe = pv_axe_new ();
  axe->code = g_strdup (PV_AXE_EGALITE);
  axe->libelle = g_strdup ("Égalité entre les femmes et les hommes");
  axe->arbre = TRUE;
  axe->ordre = 1;
  if (!pv_axe_store_insert (db, axe, error))
    return FALSE;

  *id = axe->id;
  return TRUE;
}
