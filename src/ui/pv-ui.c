/* pv-ui.c: the screens, made ready
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-ui.h"

#include <adwaita.h>

#include "page/pv-page.h"
#include "pv-ui-resources.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-severity-icon.h"
#include "widget/pv-status-label.h"

void
pv_ui_init (void)
{
  g_resources_register (pv_ui_get_resource ());

  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/progville/Progville/icons");

  g_type_ensure (PV_TYPE_PAGE);
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  g_type_ensure (PV_TYPE_MARK_BADGE);
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  g_type_ensure (PV_TYPE_STATUS_LABEL);
}
