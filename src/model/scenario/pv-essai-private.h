/* pv-essai-private.h: the parts of a try, for its files only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-essai.h"

G_BEGIN_DECLS

/**
 * pv_essai_reprendre:
 * @avant: (array): what was proposed before the loss
 * @montants: (array) (inout): after it
 *
 * Has what each dossier lost taken over.
 */
void pv_essai_reprendre (const PvEssai *self,
                         const PvScenarioDonnees *donnees,
                         const PvCents *avant,
                         PvCents *montants,
                         PvEssaiBilan *bilan);

G_END_DECLS
