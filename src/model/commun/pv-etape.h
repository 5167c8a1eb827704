/* pv-etape.h: the stages of a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvEtape:
 *
 * The stages an amount goes through, in order. A stage never copies itself
 * into the next one.
 */
typedef enum
{
  PV_ETAPE_SOLLICITE, /* asked by the porteur */
  PV_ETAPE_PROPOSE,   /* by the instruction */
  PV_ETAPE_ARBITRE,   /* by the committee that decides */
  PV_ETAPE_VOTE,      /* by the funder's own assembly */
  PV_ETAPE_NOTIFIE,   /* told to the porteur */
  PV_ETAPE_VERSE,     /* paid: acomptes + soldes + compléments − reversements */
} PvEtape;

#define PV_N_ETAPES 6
#define PV_N_ETAPES_MONTANT 5 /* those that are columns of a financement: all but versé */

/* The ASCII id of the command line and of the columns: "sollicite"… */
const char *pv_etape_to_id (PvEtape etape);

/**
 * pv_etape_from_id:
 *
 * Returns: %FALSE when @id is no stage
 */
gboolean pv_etape_from_id (const char *id, PvEtape *etape);

/* "Sollicité", "Proposé"…: the French column headings of every sheet. */
const char *pv_etape_to_libelle (PvEtape etape);

G_END_DECLS
