/* pv-organisme-identite.h: who an organisme is, each field saved when it is left
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "organisme/pv-organisme.h"

G_BEGIN_DECLS

#define PV_TYPE_ORGANISME_IDENTITE (pv_organisme_identite_get_type ())

G_DECLARE_FINAL_TYPE (PvOrganismeIdentite, pv_organisme_identite, PV, ORGANISME_IDENTITE, AdwBin)

/* Shows it again; what is being typed stays. */
void pv_organisme_identite_set (PvOrganismeIdentite *self,
                                PvContext *context,
                                const PvOrganisme *organisme);

G_END_DECLS
