/* pv-controle-registre.h: the table of the checks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "controle/pv-controle-private.h"

G_BEGIN_DECLS

/* The function of a check of the registry. */
PvControleRunner pv_controle_get_runner (const PvControle *controle);

G_END_DECLS
