/* pv-ui.c: the screens, made ready
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-ui.h"

#include <adwaita.h>

#include "page/pv-page.h"
#include "pv-ui-resources.h"

void
pv_ui_init (void)
{
  g_resources_register (pv_ui_get_resource ());

  g_type_ensure (PV_TYPE_PAGE);
}
