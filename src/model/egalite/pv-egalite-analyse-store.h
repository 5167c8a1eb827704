/* pv-egalite-analyse-store.h: the queries behind the analysis of the marks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "egalite/pv-egalite-analyse.h"
#include "stats/pv-stats-somme.h"

G_BEGIN_DECLS

/* Rows with no key, and what is not shared out. */
#define PV_EGALITE_ID_NON_REPARTI (-1)

/* Sums of one base and one mark, by the id of a row. Each keeps one amount. */
typedef struct
{
  PvStatsSommes *sommes[PV_N_EGALITE_BASES][PV_N_EGALITE_MARQUES];
} PvEgaliteSommes;

/* Adds everything the filter holds. */
gboolean pv_egalite_analyse_store_sommes (PvDb *db,
                                          gint64 axe_id,
                                          PvEgalitePar par,
                                          const PvFiltre *filtre,
                                          PvEgaliteSommes *sommes,
                                          GError **error);

typedef struct
{
  char *cle;
  char *libelle;
  gint64 rang;
} PvEgaliteNom;

void pv_egalite_nom_free (PvEgaliteNom *self);

/* Returns: (transfer full) (nullable): how ids are shown (gint64 → PvEgaliteNom) */
GHashTable *pv_egalite_analyse_store_noms (PvDb *db, PvEgalitePar par, GError **error);

G_END_DECLS
