/* pv-usage-store.h: what refers to a row, before it is deleted
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/* The nouns of the settings. */
typedef enum
{
  PV_USAGE_CONTRAT,
  PV_USAGE_APPEL,
  PV_USAGE_GRILLE,
  PV_USAGE_CADRE,
  PV_USAGE_NOEUD,
  PV_USAGE_COMMUNE,
  PV_USAGE_QUARTIER,
  PV_USAGE_FINANCEUR,
  PV_USAGE_DISPOSITIF,
  PV_USAGE_ENVELOPPE,
  PV_USAGE_SEUIL,
  PV_USAGE_INSTITUTION,
  PV_USAGE_AGENT,
  PV_USAGE_AXE,
  PV_USAGE_INSTANCE,
} PvUsageNom;

/**
 * pv_usage_describe:
 * @id: key of a row of @nom
 * @words: (out) (transfer full) (nullable): "12 dossiers, 1 envelope", for the user; %NULL
 *   when nothing uses it
 *
 * Counts what a deletion would break or silently change. A node is used by what uses
 * those below it too.
 */
gboolean pv_usage_describe (PvDb *db, PvUsageNom nom, gint64 id, char **words, GError **error);

/**
 * pv_usage_check_unused:
 *
 * Errors: %PV_RULE_ERROR_REFUSED that says what uses the row
 */
gboolean pv_usage_check_unused (PvDb *db, PvUsageNom nom, gint64 id, GError **error);

G_END_DECLS
