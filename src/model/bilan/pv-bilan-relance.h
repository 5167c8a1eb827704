/* pv-bilan-relance.h: a reminder of a compte rendu that is awaited
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "pv-db.h"

G_BEGIN_DECLS

typedef enum
{
  PV_BILAN_MOYEN_NULL = -1,
  PV_BILAN_MOYEN_COURRIEL,
  PV_BILAN_MOYEN_COURRIER,
  PV_BILAN_MOYEN_TELEPHONE,
} PvBilanMoyen;

PV_DECLARE_VOCABULAIRE (PvBilanMoyen, pv_bilan_moyen)

typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 dossier_id;
  char *relance_le;
  PvBilanMoyen moyen;
  char *commentaire;
} PvBilanRelance;

extern const PvChamp pv_bilan_relance_champs[];

/* A record where nothing is known yet. */
PvBilanRelance *pv_bilan_relance_new (void);
void pv_bilan_relance_free (PvBilanRelance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvBilanRelance, pv_bilan_relance_free)

/* What each does: see PvEntite. */
gboolean pv_bilan_relance_store_insert (PvDb *db, PvBilanRelance *relance, GError **error);
gboolean pv_bilan_relance_store_delete (PvDb *db, gint64 id, GError **error);

/* The reminders of a dossier (of PvBilanRelance), the last first. */
GPtrArray *pv_bilan_relance_store_list (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
