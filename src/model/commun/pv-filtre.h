/* pv-filtre.h: which dossiers an analysis, a list or an export is about
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvFiltre:
 * @appel_id: an appel, or %PV_INT_NULL for all
 * @exercice: a year of dossiers, or %PV_INT_NULL for all
 *
 * A financement is counted with its dossier, whatever its own exercice.
 */
typedef struct
{
  gint64 appel_id;
  gint64 exercice;
} PvFiltre;

#define PV_FILTRE_TOUT ((PvFiltre){ PV_INT_NULL, PV_INT_NULL })

/**
 * PV_FILTRE_SQL:
 *
 * The condition of a filter on a `dossier d`, with the parameters :appel and
 * :exercice that pv_filtre_bind() gives. A chapeau (a dossier detailed in
 * parts) is not in it: each user says what it does of them.
 */
#define PV_FILTRE_SQL                                                                              \
  "(:appel IS NULL OR d.appel_id = :appel) AND (:exercice IS NULL OR d.exercice = :exercice)"

/* Whether a `dossier d` releases what it was given, or never got anything: the SQL of
 * pv_dossier_statut_libere_enveloppe(). */
#define PV_SORTI_SQL "d.statut IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')"

typedef struct _PvStatement PvStatement;

void pv_filtre_bind (const PvFiltre *self, PvStatement *statement);

G_END_DECLS
