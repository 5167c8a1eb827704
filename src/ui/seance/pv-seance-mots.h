/* pv-seance-mots.h: a séance in words and icons
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

/* The state: an icon, its colour class (nullable) and a word that begins a cell. */
const char *pv_seance_etat_to_icon_name (PvSeanceEtat etat);
const char *pv_seance_etat_to_css_class (PvSeanceEtat etat);
const char *pv_seance_etat_to_words (PvSeanceEtat etat);

/* (transfer full): "Comité de pilotage, séance 2". */
char *pv_seance_dup_title (const PvSeanceResume *resume);

/* (transfer full): "Comité de pilotage, 17 mars 2026": for the history and in sentences. */
char *pv_seance_dup_label (const PvSeanceResume *resume);

/* (transfer full): "17 mars 2026 · préparée · 42 dossiers · 9 présents sur 11". */
char *pv_seance_dup_subtitle (const PvSeanceResume *resume);

/* (transfer full): "9 présents sur 11, quorum 6 atteint". */
char *pv_seance_dup_quorum (const PvSeanceResume *resume);

/* (transfer full): "11 sur 42"; "–" before it is opened. */
char *pv_seance_dup_decides (const PvSeanceResume *resume);

G_END_DECLS
