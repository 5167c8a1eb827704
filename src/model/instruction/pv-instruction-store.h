/* pv-instruction-store.h: the SQL of pv-instruction
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "instruction/pv-instruction.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_instruction_store_insert (PvDb *db, PvInstruction *instruction, GError **error);
gboolean pv_instruction_store_update (PvDb *db,
                                      const PvInstruction *instruction,
                                      gboolean *changed,
                                      GError **error);
gboolean pv_instruction_store_delete (PvDb *db, gint64 id, GError **error);
PvInstruction *pv_instruction_store_get (PvDb *db, gint64 id, GError **error);

/* The current one (not replaced) of an institution on a dossier, or %PV_INT_NULL. */
gboolean pv_instruction_store_find (PvDb *db,
                                    gint64 dossier_id,
                                    gint64 institution_id,
                                    gint64 *id,
                                    GError **error);

/* The one submitted, which counts, of an institution on a dossier, or %PV_INT_NULL. */
gboolean pv_instruction_store_find_soumise (PvDb *db,
                                            gint64 dossier_id,
                                            gint64 institution_id,
                                            gint64 *id,
                                            GError **error);

/* The highest version that the institution wrote of a dossier, or %PV_INT_NULL. */
gboolean pv_instruction_store_find_derniere_version (PvDb *db,
                                                     gint64 dossier_id,
                                                     gint64 institution_id,
                                                     gint64 *version,
                                                     GError **error);

/* The one submitted is replaced, if there is one: another is about to be. */
gboolean pv_instruction_store_replace_soumise (PvDb *db,
                                               gint64 dossier_id,
                                               gint64 institution_id,
                                               GError **error);

/* The current ones of a dossier (of PvInstruction), by institution. */
GPtrArray *pv_instruction_store_list (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
