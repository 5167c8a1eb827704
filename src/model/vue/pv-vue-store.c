/* pv-vue-store.c: the SQL of pv-vue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vue/pv-vue-store.h"

#include "commun/pv-entite.h"
#include "pv-text.h"

#define COLONNES "nom, nom_plie, page, critere, tri, decroissant, colonnes"
#define VALEURS ":nom, :nom_plie, :page, :critere, :tri, :decroissant, :colonnes"

static const PvEntite entite = PV_ENTITE (PvVue, "vue", pv_vue, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("vue", COLONNES) "WHERE page = :page ORDER BY nom_plie, id";

static const char par_nom[] = "SELECT id FROM vue WHERE page = :page AND nom_plie = :nom";

static void
fold_name (PvVue *vue)
{
  g_free (vue->nom_plie);
  vue->nom_plie = pv_text_fold (vue->nom);
}

gboolean
pv_vue_store_insert (PvDb *db, PvVue *vue, GError **error)
{
  fold_name (vue);

  return pv_entite_insert (&entite, db, vue, error);
}

gboolean
pv_vue_store_update (PvDb *db, PvVue *vue, gboolean *changed, GError **error)
{
  fold_name (vue);

  return pv_entite_update (&entite, db, vue, changed, error);
}

gboolean
pv_vue_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvVue *
pv_vue_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_vue_store_find (PvDb *db, const char *page, const char *nom, gint64 *id, GError **error)
{
  g_autofree char *plie = pv_text_fold (nom);

  return pv_sql_find (db, par_nom, id, error, "tt", page, plie);
}

GPtrArray *
pv_vue_store_list (PvDb *db, const char *page, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "t", page);
}
