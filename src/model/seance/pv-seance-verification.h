/* pv-seance-verification.h: what is looked at before a séance is closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "controle/pv-controle.h"
#include "seance/pv-seance.h"

G_BEGIN_DECLS

typedef enum
{
  PV_SEANCE_CONSTAT_ETAT,         /* error: it is not open */
  PV_SEANCE_CONSTAT_PRESENCE,     /* error: nobody is present */
  PV_SEANCE_CONSTAT_QUORUM,       /* warning */
  PV_SEANCE_CONSTAT_ORDRE_VIDE,   /* error: no dossier */
  PV_SEANCE_CONSTAT_NON_DECIDE,   /* error: nothing decided of a dossier */
  PV_SEANCE_CONSTAT_SANS_MONTANT, /* error: programmé without any amount */
  PV_SEANCE_CONSTAT_SANS_REPONSE, /* warning: a payer that was asked has no amount */
  PV_SEANCE_CONSTAT_SANS_RESERVE, /* warning: sous réserve of what? */
  PV_SEANCE_CONSTAT_SANS_RETOUR,  /* info: ajourné to no séance */
  PV_SEANCE_CONSTAT_STATUT,       /* error: the status does not follow, with why */
  PV_SEANCE_CONSTAT_DEPORT,       /* error: an amount of a recused payer was decided */
  PV_SEANCE_CONSTAT_ENVELOPPE,    /* error, info with a reason: the envelope is exceeded */
} PvSeanceConstatGenre;

/**
 * PvSeanceConstat:
 * @severite: an error keeps the séance from being closed
 * @texte: a sentence, with what to do
 * @seance_dossier_id, @dossier_id, @numero: the dossier, or %PV_INT_NULL and %NULL
 * @enveloppe_id: or %PV_INT_NULL
 * @depassement_cents: by how much an envelope is exceeded
 * @motif: (nullable): the reason that was given for passing it
 */
typedef struct
{
  PvSeanceConstatGenre genre;
  PvSeverite severite;
  char *texte;
  gint64 seance_dossier_id;
  gint64 dossier_id;
  char *numero;
  gint64 enveloppe_id;
  PvCents depassement_cents;
  char *motif;
} PvSeanceConstat;

void pv_seance_constat_free (PvSeanceConstat *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeanceConstat, pv_seance_constat_free)

/**
 * pv_seance_verifier:
 *
 * Returns: (transfer full) (element-type PvSeanceConstat): errors first, then in the order
 *   of the agenda; empty: it can be closed
 */
GPtrArray *pv_seance_verifier (PvDb *db, gint64 seance_id, GError **error);

/* Whether only a reason for the envelopes keeps it from being closed. */
gboolean pv_seance_constats_is_clorable (GPtrArray *constats, gboolean *motif_demande);

G_END_DECLS
