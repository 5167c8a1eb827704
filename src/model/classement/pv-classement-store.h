/* pv-classement-store.h: reads what a ranking is made of
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "classement/pv-classement.h"
#include "pv-db.h"

G_BEGIN_DECLS

/* What the ranking is measured against, beside the key of an envelope. */
#define PV_CLASSEMENT_TOUTES PV_INT_NULL /* all the envelopes of the years of the filter */
#define PV_CLASSEMENT_SANS_ENVELOPPE 0   /* none: whole amounts, no line */

/**
 * pv_classement_store_load:
 * @enveloppe_id: a leaf, a parent (its leaves), %PV_CLASSEMENT_TOUTES or
 *   %PV_CLASSEMENT_SANS_ENVELOPPE
 * @jour: the ISO date whose thresholds apply
 *
 * Long: for a worker. Chapeaux are not ranked. The égalité mark never counts.
 *
 * Returns: (transfer full): the ranking, or %NULL with @error
 */
PvClassement *pv_classement_store_load (PvDb *db,
                                        const PvFiltre *filtre,
                                        gint64 enveloppe_id,
                                        const char *jour,
                                        GError **error);

/**
 * PvClassementEnveloppe:
 * @montant: Σ of what is known of its leaves; %PV_CENTS_NULL: not notified yet
 * @niveau: depth, 0 for a root
 */
typedef struct
{
  gint64 id;
  char *libelle; /* "P147, actions annuelles · État" */
  PvCents montant;
  guint niveau;
} PvClassementEnveloppe;

/**
 * pv_classement_store_enveloppes:
 *
 * Returns: (transfer full) (element-type PvClassementEnveloppe): those of the years of
 *   @filtre to choose from, by payer and label
 */
GPtrArray *pv_classement_store_enveloppes (PvDb *db, const PvFiltre *filtre, GError **error);

G_END_DECLS
