/* pv-egalite-institutions.h: what each institution answered to the tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "egalite/pv-egalite-fiche-store.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_INSTITUTIONS (pv_egalite_institutions_get_type ())

G_DECLARE_FINAL_TYPE (PvEgaliteInstitutions,
                      pv_egalite_institutions,
                      PV,
                      EGALITE_INSTITUTIONS,
                      AdwBin)

/*
 * A card: a row per institution, what differs iconed and bold, never erased.
 *
 * Action asked of the parent: `egalite.reprendre`, which takes unanimous answers as
 * common ones.
 */

/* @editable: the common answers may be given */
void pv_egalite_institutions_show (PvEgaliteInstitutions *self,
                                   const PvEgaliteFiche *fiche,
                                   gboolean editable);

G_END_DECLS
