/* pv-note.h: the marks and the amounts of an instruction
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvNote:
 * @valeur: from 0 to the maximum of the criterion; %PV_INT_NULL when @sans_objet
 * @sans_objet: N/A, which is not 0
 *
 * One mark. A criterion that is not marked yet has none.
 */
typedef struct
{
  gint64 critere_id;
  gint64 valeur;
  gboolean sans_objet;
} PvNote;

/* What takes a mark away. */
#define PV_NOTE_VIDE ((PvNote){ .valeur = PV_INT_NULL })

/**
 * PvInstructionMontant:
 *
 * What an institution proposes on a line of credits, before anything is decided.
 */
typedef struct
{
  gint64 dispositif_id;
  PvCents montant_cents; /* 0: refused */
} PvInstructionMontant;

G_END_DECLS
