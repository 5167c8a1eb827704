/* pv-severity-icon.h: how serious a finding is
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "controle/pv-controle.h"

G_BEGIN_DECLS

#define PV_TYPE_SEVERITY_ICON (pv_severity_icon_get_type ())

G_DECLARE_FINAL_TYPE (PvSeverityIcon, pv_severity_icon, PV, SEVERITY_ICON, AdwBin)

/*
 * A shape and a colour: error ⊖, warning ▲, information bulb.
 *
 * Properties: `severite` (int: PvSeverite).
 */
GtkWidget *pv_severity_icon_new (PvSeverite severite);

PvSeverite pv_severity_icon_get_severite (PvSeverityIcon *self);
void pv_severity_icon_set_severite (PvSeverityIcon *self, PvSeverite severite);

/* The parts of it, for who draws its own: "pv-warning-symbolic", "pv-warning", "Warning". */
const char *pv_severite_to_icon_name (PvSeverite severite);
const char *pv_severite_to_css_class (PvSeverite severite);
const char *pv_severite_to_words (PvSeverite severite);

G_END_DECLS
