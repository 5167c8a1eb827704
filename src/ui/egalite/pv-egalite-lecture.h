/* pv-egalite-lecture.h: what the page of the marking reads, in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "egalite/pv-egalite-analyse.h"
#include "egalite/pv-egalite-fiche-store.h"

G_BEGIN_DECLS

/**
 * PvEgaliteDemande:
 * @axe_id: the transversal axis; %PV_INT_NULL: that of equality
 * @filtre: the appel in use
 * @portee: of the analysis, when it is not by year
 * @avec_analyse: whether the analysis by @par is wanted; by year always is
 * @avec_porteurs: whether the porteurs to accompany are
 */
typedef struct
{
  gint64 axe_id;
  PvFiltre filtre;
  PvFiltre portee;
  gboolean avec_analyse;
  PvEgalitePar par;
  gboolean avec_porteurs;
} PvEgaliteDemande;

/**
 * PvEgaliteLecture:
 * @axes: (element-type PvAxe): all of the file
 * @axe_id: the one read
 * @analyse, @porteurs: (nullable): when asked for
 * @n_porteurs: how many have a mark of 0; @n_max: how many are listed
 */
typedef struct
{
  GPtrArray *axes;
  gint64 axe_id;
  PvEgaliteFile *file;
  PvEgaliteAnalyse *annees;
  PvEgaliteAnalyse *analyse;
  GPtrArray *porteurs;
  gint64 n_porteurs;
  gint64 n_max;
  gint64 t0;
} PvEgaliteLecture;

/* A PvContextQuery; @demande: a #PvEgaliteDemande. */
gpointer
pv_egalite_lecture_run (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

/* Whether it is of equality: only its marks have a filter of dossiers. */
gboolean pv_egalite_lecture_is_egalite (const PvEgaliteLecture *self);

/* Where the dossier is among the marks to decide; -1: nowhere. */
gint64 pv_egalite_lecture_find (const PvEgaliteLecture *self, gint64 dossier_id);

void pv_egalite_lecture_free (PvEgaliteLecture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEgaliteLecture, pv_egalite_lecture_free)

G_END_DECLS
