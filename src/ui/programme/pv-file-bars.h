/* pv-file-bars.h: what the user must know of the open file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_FILE_BARS (pv_file_bars_get_type ())

G_DECLARE_FINAL_TYPE (PvFileBars, pv_file_bars, PV, FILE_BARS, AdwBin)

/*
 * PvFileBars: a bar for each of the context's refusal (with `win.retry`), problem
 * (`win.save-copy`, `win.reopen`) and damage (`win.backups`, `win.save-copy`).
 */

void pv_file_bars_set_context (PvFileBars *self, PvContext *context);

G_END_DECLS
