/* pv-demonstration-seance.h: the committees of the demonstration, and a séance to hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_demonstration_add_seance:
 *
 * The two committees that the reference knows of the territory's present contrat, where
 * every institution of the file sits; a séance of the one that decides, prepared with
 * the proposed dossiers, in a week.
 */
gboolean pv_demonstration_add_seance (PvDb *db, GError **error);

G_END_DECLS
