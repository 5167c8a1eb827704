/* pv-export-francais.h: the French of the sheets, whatever the session speaks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/**
 * PvExportFrancais:
 *
 * While one lives, `_()` gives French in this thread, from the catalogue that
 * was bound with bindtextdomain(); without a catalogue it gives English.
 *
 * Limits: gettext takes the language from the environment, which is one for
 * the process. Between begin and end, `LANGUAGE` is `fr` for every thread: one
 * that translates in between under a locale other than `C` gets French, and
 * one that reads the environment without GLib races with the change. Keep it
 * short, and start threads that translate before or after. Nothing but the
 * language of messages changes: numbers and dates stay those of the session.
 */
typedef struct
{
  locale_t previous;
  locale_t french;
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
