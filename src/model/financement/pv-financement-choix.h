/* pv-financement-choix.h: what a person may choose for a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-financement.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvFinancementChoix:
 * @restant_cents: of an envelope: what is left, %PV_CENTS_NULL: not known, or no envelope
 */
typedef struct
{
  gint64 id;
  char *nom;
  PvCents restant_cents;
} PvFinancementChoix;

void pv_financement_choix_free (PvFinancementChoix *self);

/* All payers, by category, then name. (transfer full) (element-type PvFinancementChoix) */
GPtrArray *pv_financement_choix_list_financeurs (PvDb *db, GError **error);

/* The lines of credits of a payer, by name. */
GPtrArray *pv_financement_choix_list_dispositifs (PvDb *db, gint64 financeur_id, GError **error);

/* The leaves open for that line, year and section (one that says none takes both). */
GPtrArray *pv_financement_choix_list_enveloppes (PvDb *db,
                                                 gint64 dispositif_id,
                                                 gint64 exercice,
                                                 PvSection section,
                                                 GError **error);

G_END_DECLS
