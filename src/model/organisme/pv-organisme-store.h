/* pv-organisme-store.h: the SQL of pv-organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "organisme/pv-organisme.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_organisme_store_insert (PvDb *db, PvOrganisme *organisme, GError **error);
gboolean
pv_organisme_store_update (PvDb *db, PvOrganisme *organisme, gboolean *changed, GError **error);
gboolean pv_organisme_store_delete (PvDb *db, gint64 id, GError **error);
PvOrganisme *pv_organisme_store_get (PvDb *db, gint64 id, GError **error);

/**
 * pv_organisme_store_set_champ:
 * @nom: a field of pv_organisme_champs
 * @texte: (nullable): as pv_champ_to_text() gives it
 *
 * Changes one field. A valid SIRET takes the place of a declared one, a commune of the
 * file that of its name as given. %PV_RULE_ERROR_INVALID: a value that cannot be, or no
 * name; %PV_RULE_ERROR_NOT_FOUND: the organisme is gone.
 */
gboolean pv_organisme_store_set_champ (PvDb *db,
                                       gint64 id,
                                       const char *nom,
                                       const char *texte,
                                       GError **error);

gboolean pv_organisme_store_find_by_siret (PvDb *db, const char *siret, gint64 *id, GError **error);
gboolean pv_organisme_store_find_by_rna (PvDb *db, const char *rna, gint64 *id, GError **error);
gboolean pv_organisme_store_find_by_uuid (PvDb *db, const char *uuid, gint64 *id, GError **error);

/**
 * pv_organisme_store_find_by_nom:
 * @nom: compared folded
 * @commune_id: where it is, or %PV_INT_NULL
 * @commune_nom: (nullable): the same as given, compared folded; with both left
 *   out the name alone decides
 *
 * @id is the first that answers. One whose commune is not known answers any.
 */
gboolean pv_organisme_store_find_by_nom (PvDb *db,
                                         const char *nom,
                                         gint64 commune_id,
                                         const char *commune_nom,
                                         gint64 *id,
                                         GError **error);

/**
 * pv_organisme_store_search:
 * @texte: a part of the name, accents aside, or the beginning of a SIRET
 *
 * Returns: (transfer full) (element-type PvOrganisme): at most @limit, those whose
 *   name begins so first, then by folded name
 */
GPtrArray *pv_organisme_store_search (PvDb *db, const char *texte, gint64 limit, GError **error);

/* All organismes (of PvOrganisme), by folded name. */
GPtrArray *pv_organisme_store_list (PvDb *db, GError **error);

G_END_DECLS
