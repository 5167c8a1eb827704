/* pv-exports-recents.h: the files last written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_EXPORTS_RECENTS (pv_exports_recents_get_type ())

G_DECLARE_FINAL_TYPE (PvExportsRecents,
                      pv_exports_recents,
                      PV,
                      EXPORTS_RECENTS,
                      AdwPreferencesGroup)

/* Those of the key “exports” of @settings that are still there; hidden if none. */
void pv_exports_recents_show (PvExportsRecents *self, GSettings *settings);

/**
 * pv_exports_recents_add:
 * @path: the file that was written
 * @scope: the dossiers it holds, in words
 * @day: an ISO date
 *
 * Keeps it first in @settings, and shows it.
 */
void pv_exports_recents_add (PvExportsRecents *self,
                             GSettings *settings,
                             const char *path,
                             const char *scope,
                             const char *day);

G_END_DECLS
