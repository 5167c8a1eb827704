/* pv-seuil-store.h: the SQL of pv-seuil
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seuil/pv-seuil.h"

G_BEGIN_DECLS

/**
 * PV_SEUIL_SQL:
 * @code: of the threshold
 * @defaut: (SQL): when the file has no row of that code
 * @annee: (SQL): the threshold as it stands in that year
 */
#define PV_SEUIL_SQL(code, defaut, annee)                                                          \
  "(CASE WHEN NOT EXISTS (SELECT 1 FROM seuil WHERE code = '" code "') THEN " defaut               \
  " ELSE (SELECT s.valeur FROM seuil s WHERE s.code = '" code "'"                                  \
  "   AND COALESCE (s.valable_du, '') <= " annee " || '-12-31'"                                    \
  "   AND COALESCE (s.valable_au, '9999') >= " annee " || '-01-01'"                                \
  "   ORDER BY COALESCE (s.valable_du, '') DESC LIMIT 1) END)"

/* What each does: see PvEntite. */
gboolean pv_seuil_store_insert (PvDb *db, PvSeuil *seuil, GError **error);
gboolean pv_seuil_store_update (PvDb *db, const PvSeuil *seuil, gboolean *changed, GError **error);
gboolean pv_seuil_store_delete (PvDb *db, gint64 id, GError **error);
PvSeuil *pv_seuil_store_get (PvDb *db, gint64 id, GError **error);

/**
 * pv_seuil_store_get_valeur:
 * @jour: an ISO date
 * @valeur: (out): the value in force that day (the one that began last), or
 *   %PV_INT_NULL: no threshold
 */
gboolean pv_seuil_store_get_valeur (PvDb *db,
                                    const char *code,
                                    const char *jour,
                                    gint64 *valeur,
                                    GError **error);

/* The one of that code that begins that day (NULL: always was). */
gboolean pv_seuil_store_find (PvDb *db,
                              const char *code,
                              const char *valable_du,
                              gint64 *id,
                              GError **error);
GPtrArray *pv_seuil_store_list (PvDb *db, GError **error);

G_END_DECLS
