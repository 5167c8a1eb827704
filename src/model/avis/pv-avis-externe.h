/* pv-avis-externe.h: a question put to a service
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "instruction/pv-instruction.h"

G_BEGIN_DECLS

/**
 * PvAvisExterne:
 *
 * ARS, DRAC, CAF, délégué du préfet, conseil citoyen or another is asked what it thinks of
 * a dossier. It is answered as soon as there is an answer, its date or an avis.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 dossier_id;
  char *service;
  char *question;
  char *demande_le;
  char *echeance_le;
  char *repondu_le;
  PvAvis avis;
  char *reponse;
  char *relance_le; /* when it was last reminded */
} PvAvisExterne;

extern const PvChamp pv_avis_externe_champs[];

/* A record where nothing is known yet. */
PvAvisExterne *pv_avis_externe_new (void);
PvAvisExterne *pv_avis_externe_copy (const PvAvisExterne *self);
void pv_avis_externe_free (PvAvisExterne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvAvisExterne, pv_avis_externe_free)

/* Days a service has to answer, when nothing else is said. */
#define PV_AVIS_EXTERNE_DELAI 21

/* In the order of the list of reminders. */
typedef enum
{
  PV_AVIS_EXTERNE_EN_RETARD,
  PV_AVIS_EXTERNE_BIENTOT, /* due within seven days */
  PV_AVIS_EXTERNE_ATTENDU,
  PV_AVIS_EXTERNE_REPONDU,
} PvAvisExterneEtat;

#define PV_N_AVIS_EXTERNE_ETATS 4

/* @jour: today, ISO */
PvAvisExterneEtat pv_avis_externe_get_etat (const PvAvisExterne *self, const char *jour);

/* (transfer full): "late by 3 days", "due in 5 days", "awaited", "answered", for the user. */
char *pv_avis_externe_etat_to_words (const PvAvisExterne *self, const char *jour);

/* The services that are asked most, up to %NULL. */
const char *const *pv_avis_externe_get_services (void);

/**
 * pv_avis_externe_check:
 * @reason: (out) (transfer full): what is wrong, in words for the user
 * @champ: (out): name of the field it is about
 */
gboolean pv_avis_externe_check (const PvAvisExterne *self, char **reason, const char **champ);

G_END_DECLS
