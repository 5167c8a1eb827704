/* pv-reprise.h: the amounts of the avis become the proposed ones
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvReprise:
 * @n_repris: amounts that became the proposed ones
 * @n_identiques: already proposed so
 * @n_arretes: left out: arbitrated, voted or notified since, or the dossier is out
 * @n_ambigus: left out: institutions differ, or several lines of the plan answer to it
 * @n_sans_ligne: left out: the plan has no line of those credits for the year
 */
typedef struct
{
  guint n_repris;
  guint n_identiques;
  guint n_arretes;
  guint n_ambigus;
  guint n_sans_ligne;
} PvReprise;

/**
 * pv_reprise_apply:
 * @ids: (element-type gint64): keys of dossiers
 * @today: ISO date
 * @reprise: (out caller-allocates)
 *
 * A stage never copies itself into the next: this is how the amounts that institutions
 * submitted with their avis, each on its own lines of credits, become proposé when the user
 * says so. "instruction-reprise": one transaction.
 */
gboolean pv_reprise_apply (PvDb *db,
                           const GArray *ids,
                           const char *today,
                           PvReprise *reprise,
                           GError **error);

G_END_DECLS
