/* pv-financeur-store.c: the SQL of pv-financeur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financeur/pv-financeur-store.h"

#include "commun/pv-entite.h"
#include "organisme/pv-organisme-store.h"
#include "pv-text.h"

/* clang-format off */
#define COLONNES \
  "organisme_id, categorie, public, ordre"
#define VALEURS \
  ":organisme_id, :categorie, :public, :ordre"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvFinanceur, "financeur", pv_financeur, COLONNES, VALEURS);

static const char par_nom[] =
    "SELECT f.id FROM organisme o JOIN financeur f ON f.organisme_id = o.id"
    " WHERE o.nom_plie = :nom ORDER BY f.id";

static const char liste[] =
    PV_SQL_LECTURE ("financeur", COLONNES) "ORDER BY COALESCE (ordre, 1000000), id";

static const char par_organisme[] = "SELECT id FROM financeur WHERE organisme_id = :organisme";

gboolean
pv_financeur_store_insert (PvDb *db, PvFinanceur *financeur, GError **error)
{
  return pv_entite_insert (&entite, db, financeur, error);
}

gboolean
pv_financeur_store_update (PvDb *db,
                           const PvFinanceur *financeur,
                           gboolean *changed,
                           GError **error)
{
  return pv_entite_update (&entite, db, financeur, changed, error);
}

gboolean
pv_financeur_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvFinanceur *
pv_financeur_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_financeur_store_find_by_organisme (PvDb *db, gint64 organisme_id, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_organisme, id, error, "i", organisme_id);
}

gboolean
pv_financeur_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error)
{
  g_autofree char *plie = pv_text_fold (nom);

  return pv_sql_find (db, par_nom, id, error, "t", plie);
}

static int
compare_categories_cb (gconstpointer a, gconstpointer b)
{
  const PvFinanceur *fa = *(const PvFinanceur *const *)a;
  const PvFinanceur *fb = *(const PvFinanceur *const *)b;

  return (int)fa->categorie - (int)fb->categorie;
}

GPtrArray *
pv_financeur_store_list (PvDb *db, GError **error)
{
  GPtrArray *financeurs = pv_entite_list (&entite, db, liste, error, "");

  /* The order of categories is ours, not the alphabet's; the sort is stable. */
  if (financeurs != NULL)
    g_ptr_array_sort (financeurs, compare_categories_cb);

  return financeurs;
}

/* The organisme of that name, made when there is none. */
static gboolean
add_organisme (PvDb *db, const char *nom, PvForme forme, gint64 *id, GError **error)
{
  g_autoptr (PvOrganisme) organisme = NULL;

  if (!pv_organisme_store_find_by_nom (db, nom, PV_INT_NULL, NULL, id, error))
    return FALSE;

  if (*id != PV_INT_NULL)
    return TRUE;

  organisme = pv_organisme_new ();
  organisme->nom = g_strdup (nom);
  organisme->forme = forme;
  if (!pv_organisme_store_insert (db, organisme, error))
    return FALSE;

  *id = organisme->id;
  return TRUE;
}

gboolean
pv_financeur_store_add (PvDb *db,
                        const char *nom,
                        PvCategorie categorie,
                        PvForme forme,
                        gint64 *id,
                        GError **error)
{
  g_autoptr (PvFinanceur) financeur = pv_financeur_new ();

  if (!add_organisme (db, nom, forme, &financeur->organisme_id, error) ||
      !pv_financeur_store_find_by_organisme (db, financeur->organisme_id, id, error))
    return FALSE;

  if (*id != PV_INT_NULL)
    return TRUE;

  financeur->categorie = categorie;
  financeur->public = pv_categorie_get_public (categorie);
  if (!pv_financeur_store_insert (db, financeur, error))
    return FALSE;

  *id = financeur->id;
  return TRUE;
}
