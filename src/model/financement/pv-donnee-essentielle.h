/* pv-donnee-essentielle.h: what the law asks to publish of a grant
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvDonneeEssentielle:
 *
 * What no other table holds of SCDL 2.1.1 (décret n° 2017-779). One row at most
 * per financement. Its uuid stays %NULL: it is known by its financement.
 */
typedef struct
{
  gint64 id;
  char *uuid;
  gint64 revision;
  gint64 financement_id;
  char *date_convention;
  char *nature; /* `aide en numéraire`, `aide en nature`, or both joined by `;` */
  char *conditions_versement;
  char *versement_debut;
  char *versement_fin;
  char *id_rae;
  gint64 notification_ue; /* 1, 0, PV_INT_NULL */
  gint64 pourcentage_bp;
  char *dispositif_aide;
} PvDonneeEssentielle;

extern const PvChamp pv_donnee_essentielle_champs[];

PvDonneeEssentielle *pv_donnee_essentielle_new (void);
void pv_donnee_essentielle_free (PvDonneeEssentielle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDonneeEssentielle, pv_donnee_essentielle_free)

/* Inserts, or replaces what differs of the row of its financement. */
gboolean pv_donnee_essentielle_store_set (PvDb *db,
                                          const PvDonneeEssentielle *donnee,
                                          gboolean *changed,
                                          GError **error);

/* (nullable) without error: the financement has none. */
PvDonneeEssentielle *
pv_donnee_essentielle_store_get (PvDb *db, gint64 financement_id, GError **error);

G_END_DECLS
