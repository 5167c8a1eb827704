/* pv-dispositif-store.c: the SQL of pv-dispositif
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financeur/pv-dispositif-store.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-error.h"
#include "pv-text.h"

/* clang-format off */
#define COLONNES \
  "financeur_id, code, nom, nom_plie, nature_credits, section, " \
  "plafond_aide_publique_bp, description, source"
#define VALEURS \
  ":financeur_id, :code, :nom, :nom_plie, :nature_credits, :section, " \
  ":plafond_aide_publique_bp, :description, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvDispositif, "dispositif", pv_dispositif, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("dispositif",
                    COLONNES) "WHERE :financeur IS NULL OR financeur_id = :financeur ORDER BY code";

static const char par_nom[] =
    "SELECT id FROM dispositif WHERE nom_plie = :nom"
    "   AND (:financeur IS NULL OR financeur_id = :financeur) ORDER BY id";

static const char par_code[] = "SELECT id FROM dispositif WHERE code = :code";

static void
fold_name (PvDispositif *dispositif)
{
  g_free (dispositif->nom_plie);
  dispositif->nom_plie = pv_text_fold (dispositif->nom);
}

gboolean
pv_dispositif_store_insert (PvDb *db, PvDispositif *dispositif, GError **error)
{
  fold_name (dispositif);
  return pv_entite_insert (&entite, db, dispositif, error);
}

static const char utilise[] =
    "SELECT COUNT (*) FROM dispositif s JOIN financement f ON f.dispositif_id = s.id"
    " WHERE s.id = :id AND s.financeur_id <> :financeur";

/* Its financements are of its payer: it does not go to another one with them. */
static gboolean
check_financeur (PvDb *db, const PvDispositif *dispositif, GError **error)
{
  gint64 n = 0;

  if (!pv_sql_find (db, utilise, &n, error, "ii", dispositif->id, dispositif->financeur_id))
    return FALSE;
  if (n == 0)
    return TRUE;
  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%d financing of its funder uses this line of credits: it cannot go to "
                            "another one. Add a line of credits to that funder instead.",
                            "%d financings of its funder use this line of credits: it cannot go to "
                            "another one. Add a line of credits to that funder instead.",
                            (gulong)n),
               (int)n);

  return FALSE;
}

gboolean
pv_dispositif_store_update (PvDb *db, PvDispositif *dispositif, gboolean *changed, GError **error)
{
  if (!check_financeur (db, dispositif, error))
    return FALSE;
  fold_name (dispositif);
  return pv_entite_update (&entite, db, dispositif, changed, error);
}

gboolean
pv_dispositif_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvDispositif *
pv_dispositif_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_dispositif_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_code, id, error, "t", code);
}

gboolean
pv_dispositif_store_find_by_nom (PvDb *db,
                                 gint64 financeur_id,
                                 const char *nom,
                                 gint64 *id,
                                 GError **error)
{
  g_autofree char *plie = pv_text_fold (nom);

  return pv_sql_find (db, par_nom, id, error, "ti", plie, financeur_id);
}

GPtrArray *
pv_dispositif_store_list (PvDb *db, gint64 financeur_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", financeur_id);
}
