/* pv-egalite-porteur-store.h: the porteurs to accompany
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

/* How many porteurs are listed, and the reference year: settings of the file. */
#define PV_REGLAGE_EGALITE_PORTEURS "egalite-porteurs"
#define PV_REGLAGE_EGALITE_T0 "egalite-t0"
#define PV_EGALITE_PORTEURS_DEFAUT 10

/**
 * PvEgalitePorteur:
 * @dossiers: how many have the mark 0
 * @intitules: of the first eight of those, separated by « ; », by amount granted
 * @demande_cents, @accorde_cents: of those; %PV_CENTS_NULL when nobody answered
 */
typedef struct
{
  gint64 id;
  char *uuid;
  char *nom;
  gint64 dossiers;
  char *intitules;
  PvCents demande_cents;
  PvCents accorde_cents;
} PvEgalitePorteur;

void pv_egalite_porteur_free (PvEgalitePorteur *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEgalitePorteur, pv_egalite_porteur_free)

/**
 * pv_egalite_porteur_store_list:
 * @n: how many at most; -1 for all
 *
 * A mark of 0 penalises nobody: it opens a support. Marks 0 by porteur, by decreasing
 * amount granted (voté, else arbitré), then name.
 *
 * Returns: (transfer full) (nullable) (element-type PvEgalitePorteur)
 */
GPtrArray *pv_egalite_porteur_store_list (PvDb *db,
                                          gint64 axe_id,
                                          const PvFiltre *filtre,
                                          gint64 n,
                                          GError **error);

/* How many porteurs have a dossier of mark 0. */
gboolean pv_egalite_porteur_store_count (PvDb *db,
                                         gint64 axe_id,
                                         const PvFiltre *filtre,
                                         gint64 *n,
                                         GError **error);

/**
 * pv_egalite_t0_load:
 * @t0: (out): the setting; else the first exercice of a marked dossier; %PV_INT_NULL: none
 */
gboolean pv_egalite_t0_load (PvDb *db, gint64 axe_id, gint64 *t0, GError **error);

G_END_DECLS
