/* pv-organismes-page.h: the organismes, what they carried, and those that are one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_ORGANISMES_PAGE (pv_organismes_page_get_type ())

/*
 * PvOrganismesPage: its id is `porteurs`. Details: `tous`, `appel` (those of the call
 * in use alone), `a-fusionner`, `siret-invalide`, `siret-absent`, `sans-cer`.
 *
 * Action: porteurs.merge: shows the merge of the two that are selected.
 */
G_DECLARE_FINAL_TYPE (PvOrganismesPage, pv_organismes_page, PV, ORGANISMES_PAGE, PvPage)

G_END_DECLS
