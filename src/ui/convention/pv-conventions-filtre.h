/* pv-conventions-filtre.h: which conventions a list shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convention/pv-convention-suivi.h"

G_BEGIN_DECLS

typedef enum
{
  PV_CONVENTIONS_TOUTES,
  PV_CONVENTIONS_A_CREER,
  PV_CONVENTIONS_A_REDIGER,
  PV_CONVENTIONS_SIGNATURE,
  PV_CONVENTIONS_SIGNEES,
  PV_CONVENTIONS_RETARD,
} PvConventionsFiltre;

#define PV_N_CONVENTIONS_FILTRES 6

/* "toutes", "a-creer", "a-rediger", "signature", "signees", "retard". */
const char *pv_conventions_filtre_to_id (PvConventionsFiltre filtre);

/* Of its button; and what is said when it shows nothing. */
const char *pv_conventions_filtre_get_label (PvConventionsFiltre filtre);
const char *pv_conventions_filtre_get_empty (PvConventionsFiltre filtre);

/* @jour: today */
gboolean pv_conventions_filtre_accepts (PvConventionsFiltre filtre,
                                        const PvConventionLigne *ligne,
                                        const char *jour);

/* Whether the payer, the organisme, the number, the object or a dossier contains a text.
 * @searched: folded, see pv_text_fold() */
gboolean pv_convention_ligne_contains (const PvConventionLigne *ligne, const char *searched);

G_END_DECLS
