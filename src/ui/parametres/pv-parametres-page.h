/* pv-parametres-page.h: the settings of the programme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_PARAMETRES_PAGE (pv_parametres_page_get_type ())

/* Details (win.goto): the id of a noun of pv_fiche_nom_find(): "appel", "cadre"… */
G_DECLARE_FINAL_TYPE (PvParametresPage, pv_parametres_page, PV, PARAMETRES_PAGE, PvPage)

G_END_DECLS
