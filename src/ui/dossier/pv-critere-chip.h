/* pv-critere-chip.h: one criterion of a filter, to change or to take away
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier/pv-critere-popover.h"

G_BEGIN_DECLS

#define PV_TYPE_CRITERE_CHIP (pv_critere_chip_get_type ())

G_DECLARE_FINAL_TYPE (PvCritereChip, pv_critere_chip, PV, CRITERE_CHIP, AdwBin)

/*
 * "Communes  Roubaix, Tourcoing ×". A click changes it in a popover; × and the Delete key
 * activate `filtres.remove` with the id of its criterion.
 *
 * Signals:
 *   edited (PvCriterePopover *): as the popover says
 *   closed: the popover is
 */
GtkWidget *pv_critere_chip_new (PvContext *context, PvFiltreCle cle);

PvFiltreCle pv_critere_chip_get_cle (PvCritereChip *self);
void pv_critere_chip_set_critere (PvCritereChip *self, const PvDossierCritere *critere);
void pv_critere_chip_popup (PvCritereChip *self);

G_END_DECLS
