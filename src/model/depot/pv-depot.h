/* pv-depot.h: one application as it was received
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvDepot:
 *
 * Groups the actions (dossiers) deposited together.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 appel_id;
  char *source_systeme; /* `osiris`, `ds`, `dauphin`, `saisie`… */
  char *source_cle;     /* its number there */
  gint64 porteur_id;
  char *intitule;
  char *depose_le;
  char *statut_declare;            /* the source's own word */
  PvCents sollicite_declare_cents; /* as declared for the whole; */
  PvCents propose_declare_cents;   /* never summed: money is counted */
  PvCents accorde_declare_cents;   /* on the dossiers alone */
  PvCents verse_declare_cents;
} PvDepot;

extern const PvChamp pv_depot_champs[];

/* A record where nothing is known yet. */
PvDepot *pv_depot_new (void);
PvDepot *pv_depot_copy (const PvDepot *self);
void pv_depot_free (PvDepot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDepot, pv_depot_free)

G_END_DECLS
