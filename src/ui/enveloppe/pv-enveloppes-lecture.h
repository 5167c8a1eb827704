/* pv-enveloppes-lecture.h: what the page of envelopes reads in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe-arbre.h"
#include "enveloppe/pv-enveloppe-regle-etat.h"

G_BEGIN_DECLS

/* An exceeded envelope, and how many dossiers cross its amount. */
typedef struct
{
  gint64 enveloppe_id;
  char *titre;
  PvCents exces_cents;
  guint n_dossiers;
  char *motif;    /* (nullable) */
  char *motif_le; /* (nullable) */
} PvEnveloppeExces;

/**
 * PvEnveloppesLecture:
 * @etats: (element-type PvEnveloppeRegleEtat)
 * @exces: (element-type PvEnveloppeExces): leaves, and what is divided
 */
typedef struct
{
  GPtrArray *etats;
  GPtrArray *exces;
} PvEnveloppesLecture;

void pv_enveloppes_lecture_free (PvEnveloppesLecture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEnveloppesLecture, pv_enveloppes_lecture_free)

/* A PvContextQuery. @query_data: (gint64 *): the year */
gpointer pv_enveloppes_lecture_run (PvDb *db,
                                    gpointer query_data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
