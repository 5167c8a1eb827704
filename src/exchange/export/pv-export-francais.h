/* pv-export-francais.h: the French of the sheets, whatever the session speaks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-langue.h"

G_BEGIN_DECLS

/**
 * PvExportFrancais:
 *
 * While one lives, the messages of this thread are French, from the catalogue that
 * was bound with bindtextdomain(); without a catalogue they stay those of the
 * session. Other threads, the environment and the locale are left alone.
 *
 * It holds for the files that include pv-langue.h: the controls, the dates and
 * the identifiers.
 */
typedef struct
{
  const PvLangue *previous;
  gboolean begun;
} PvExportFrancais;

/**
 * pv_export_francais_begin:
 * @self: (out caller-allocates)
 *
 * Ends by pv_export_francais_end(), in the same thread; g_auto() does it. They
 * may be nested, and several threads may each have one.
 */
void pv_export_francais_begin (PvExportFrancais *self);
void pv_export_francais_end (PvExportFrancais *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PvExportFrancais, pv_export_francais_end)

G_END_DECLS
