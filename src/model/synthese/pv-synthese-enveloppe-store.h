/* pv-synthese-enveloppe-store.h: the envelopes and what is left of them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "enveloppe/pv-enveloppe.h"

G_BEGIN_DECLS

/**
 * PvSyntheseEnveloppe:
 * @niveau: 0 for one that is in no other, 1 for its parts…
 * @feuille: only leaves are consumed, and only they are summed
 * @regles: (nullable): its limits in words, one per line
 */
typedef struct
{
  gint64 id;
  guint niveau;
  gboolean feuille;
  char *libelle;
  char *financeur;
  char *dispositif;
  gint64 exercice;
  const char *section;
  PvEnveloppeSituation situation;
  char *regles;
} PvSyntheseEnveloppe;

/**
 * pv_synthese_enveloppes_load:
 * @filtre: envelopes of that exercice only, when it has one. What they have
 *   given counts every dossier of the file: an envelope is not cut by a filter
 *
 * Returns: (transfer full) (element-type PvSyntheseEnveloppe): parents before
 *   their parts, then by exercice, funder and label
 */
GPtrArray *pv_synthese_enveloppes_load (PvDb *db, const PvFiltre *filtre, GError **error);

G_END_DECLS
