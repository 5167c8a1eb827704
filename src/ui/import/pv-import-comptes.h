/* pv-import-comptes.h: five figures of an import, which choose what is listed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_COMPTES (pv_import_comptes_get_type ())

G_DECLARE_FINAL_TYPE (PvImportComptes, pv_import_comptes, PV, IMPORT_COMPTES, AdwBin)

/*
 * PvImportComptes: rows read, created, updated, unchanged, rejected.
 *
 * Properties: `liste` (string): which one is chosen: "lues", "creees", "maj",
 * "inchangees", "rejetees"; another one: none.
 */

void pv_import_comptes_show (PvImportComptes *self, const PvImportApercu *apercu);

/* Shows figures that choose nothing. */
void pv_import_comptes_set_passive (PvImportComptes *self);

G_END_DECLS
