/* pv-versement-words.h: what is due and since when, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "versement/pv-versement-suivi.h"

G_BEGIN_DECLS

/* (transfer full): "5 000 €"; "0 €" of what is paid in full or too much; "–". */
char *pv_versement_reste_to_text (const PvVersementSuivi *suivi);

/* (transfer full) (nullable): "overpaid 20 €"; %NULL: nothing is */
char *pv_versement_trop_percu_to_text (const PvVersementSuivi *suivi);

/* (transfer full): "42 d", "83 d late", "–" while nothing is due. */
char *pv_versement_delai_to_text (const PvVersementSuivi *suivi);

/* (transfer full): the same with its rule: "Notified 143 days ago, to be paid within 60 days:
 * 83 days late". */
char *pv_versement_delai_to_sentence (const PvVersementSuivi *suivi);

/* (transfer full) (nullable): the next date of the convention's schedule */
char *pv_versement_echeance_to_sentence (const PvVersementSuivi *suivi);

/* (transfer full) (nullable): what is to be paid back, and why */
char *pv_versement_trop_percu_to_sentence (const PvVersementSuivi *suivi);

/* (transfer full) (nullable): all of it, one sentence after the other; %NULL while nothing is
 * notified nor paid */
char *pv_versement_suivi_to_sentences (const PvVersementSuivi *suivi);

/* (transfer full) (nullable): what is to be seen at once under what is paid: "30 d late", "450 €
 * left"; %NULL: nothing */
char *pv_versement_suivi_to_caption (const PvVersementSuivi *suivi);

G_END_DECLS
