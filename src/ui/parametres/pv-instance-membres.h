/* pv-instance-membres.h: who sits in an instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_INSTANCE_MEMBRES (pv_instance_membres_get_type ())

G_DECLARE_FINAL_TYPE (PvInstanceMembres, pv_instance_membres, PV, INSTANCE_MEMBRES, AdwBin)

/* An institution is chosen, or made with the name that is typed; who sits for it is typed. */
GtkWidget *pv_instance_membres_new (PvContext *context);

/* @instance_id: %PV_INT_NULL: nothing to show. */
void pv_instance_membres_show (PvInstanceMembres *self, gint64 instance_id);

G_END_DECLS
