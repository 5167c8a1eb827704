/* pv-proces-verbal-parties.h: the parts of the printed minutes, in their order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "imprime/pv-imprime.h"
#include "seance/pv-proces-verbal.h"

G_BEGIN_DECLS

/* Each writes nothing when there is nothing of it to say. */

/* Title, séance, who was there and whether the quorum was. */
void pv_proces_verbal_write_entete (PvImprime *imprime, const PvProcesVerbal *pv);

/* By decision, and by payer. */
void pv_proces_verbal_write_synthese (PvImprime *imprime, const PvProcesVerbal *pv);

/* The agenda: each dossier with what is decided of it. */
void pv_proces_verbal_write_decisions (PvImprime *imprime, const PvProcesVerbal *pv);

/* Where adjourned dossiers come back; who stood aside. */
void pv_proces_verbal_write_ajournements (PvImprime *imprime, const PvProcesVerbal *pv);
void pv_proces_verbal_write_deports (PvImprime *imprime, const PvProcesVerbal *pv);

void pv_proces_verbal_write_enveloppes (PvImprime *imprime, const PvProcesVerbal *pv);

/* Each version of a rectified decision, with its reason. */
void pv_proces_verbal_write_rectifications (PvImprime *imprime, const PvProcesVerbal *pv);

/* What the séance has said besides its decisions. */
void pv_proces_verbal_write_observations (PvImprime *imprime, const PvProcesVerbal *pv);

void pv_proces_verbal_write_signatures (PvImprime *imprime, const PvProcesVerbal *pv);

/* Amounts: payers as columns while they fit on a page on its side, else one under the
 * other. */
void pv_proces_verbal_write_montants (PvImprime *imprime, const PvProcesVerbal *pv);

G_END_DECLS
