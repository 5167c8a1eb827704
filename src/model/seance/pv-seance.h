/* pv-seance.h: a meeting of an instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "instance/pv-instance.h"

G_BEGIN_DECLS

/**
 * PvSeanceEtat:
 * @PV_SEANCE_ETAT_PREPAREE: agenda, members, recusals
 * @PV_SEANCE_ETAT_OUVERTE: being held; decisions are made one by one
 * @PV_SEANCE_ETAT_CLOSE: frozen; only a rectification changes what it decided
 */
typedef enum
{
  PV_SEANCE_ETAT_NULL = -1,
  PV_SEANCE_ETAT_PREPAREE,
  PV_SEANCE_ETAT_OUVERTE,
  PV_SEANCE_ETAT_CLOSE,
} PvSeanceEtat;

PV_DECLARE_VOCABULAIRE (PvSeanceEtat, pv_seance_etat)

/**
 * PvSeance:
 *
 * One meeting.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 instance_id;
  gint64 appel_id; /* PV_INT_NULL: of several */
  char *date_le;   /* ISO date */
  char *lieu;
  PvSeanceEtat etat;
  char *ouverte_a; /* UTC instants */
  char *close_a;
  char *proces_verbal;  /* what the procès-verbal says besides */
  gint64 minuterie_min; /* minutes a dossier may take; PV_INT_NULL: no timer */
} PvSeance;

extern const PvChamp pv_seance_champs[];

/* A record where nothing is known yet but that it is prepared. */
PvSeance *pv_seance_new (void);
PvSeance *pv_seance_copy (const PvSeance *self);
void pv_seance_free (PvSeance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeance, pv_seance_free)

/**
 * PvSeancePresence:
 * @institution: its name, when it is read; not written
 * @personne: (nullable): who comes for it
 *
 * Who is expected, and whether they are there.
 */
typedef struct
{
  gint64 id;
  gint64 seance_id;
  gint64 institution_id;
  char *institution;
  char *personne;
  gboolean present;
} PvSeancePresence;

void pv_seance_presence_free (PvSeancePresence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeancePresence, pv_seance_presence_free)

/**
 * PvDeport:
 * @institution: its name, when it is read; not written
 *
 * A recusal: the institution takes no part in the decision on that dossier, and the
 * amounts of the payer it is (the same organisme, else one of its name) are locked.
 */
typedef struct
{
  gint64 id;
  gint64 seance_dossier_id;
  gint64 institution_id;
  char *institution;
  char *motif;
} PvDeport;

void pv_deport_free (PvDeport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDeport, pv_deport_free)

G_END_DECLS
