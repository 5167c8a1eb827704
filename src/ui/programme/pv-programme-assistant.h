/* pv-programme-assistant.h: a new programme file, step by step
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_PROGRAMME_ASSISTANT (pv_programme_assistant_get_type ())

G_DECLARE_FINAL_TYPE (PvProgrammeAssistant,
                      pv_programme_assistant,
                      PV,
                      PROGRAMME_ASSISTANT,
                      AdwWindow)

/*
 * Actions: assistant.next (the last creates the file), assistant.back.
 *
 * Signal: created (GFile *file): a new programme file, to be opened. The assistant
 *   closes after it. Nothing is left of a file that was cancelled, or failed.
 */
GtkWindow *pv_programme_assistant_new (GtkWindow *parent);

G_END_DECLS
