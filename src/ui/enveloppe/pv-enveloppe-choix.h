/* pv-enveloppe-choix.h: what an envelope and a limit are chosen among
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "enveloppe/pv-enveloppe.h"
#include "widget/pv-choice.h"

G_BEGIN_DECLS

/* Each answers a PvChoice: (transfer full) (element-type PvChoiceItem). */

/* Lines of credits, under their funders. */
GPtrArray *pv_enveloppe_choix_dispositifs (PvDb *db, const char *text);

/* Envelopes of the same year and funder that @enveloppe may be part of. */
GPtrArray *pv_enveloppe_choix_parents (PvDb *db, const PvEnveloppe *enveloppe, const char *text);

/* Envelopes of a year, or of all of them (%PV_INT_NULL). */
GPtrArray *pv_enveloppe_choix_enveloppes (PvDb *db, gint64 exercice, const char *text);

GPtrArray *pv_enveloppe_choix_communes (PvDb *db, const char *text);

/* Nodes of the principal frame. */
GPtrArray *pv_enveloppe_choix_noeuds (PvDb *db, const char *text);

/* (transfer full) (nullable): the label of one. */
char *pv_enveloppe_choix_name_dispositif (PvDb *db, gint64 id);
char *pv_enveloppe_choix_name_enveloppe (PvDb *db, gint64 id);
char *pv_enveloppe_choix_name_commune (PvDb *db, gint64 id);
char *pv_enveloppe_choix_name_noeud (PvDb *db, gint64 id);

G_END_DECLS
