/* pv-convention.h: a grant agreement between one payer and one organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvConventionEtat:
 * @PV_CONVENTION_ETAT_ABSENTE: there is none
 *
 * How far a convention is: the last of its dates that is known.
 */
typedef enum
{
  PV_CONVENTION_ETAT_ABSENTE,
  PV_CONVENTION_ETAT_A_REDIGER,
  PV_CONVENTION_ETAT_ENVOYEE,
  PV_CONVENTION_ETAT_RETOURNEE,
  PV_CONVENTION_ETAT_SIGNEE,
  PV_CONVENTION_ETAT_NOTIFIEE,
} PvConventionEtat;

#define PV_N_CONVENTION_ETATS 6

/* In words for the user: "to create", "to draft", "sent"… */
const char *pv_convention_etat_to_words (PvConventionEtat etat);

/* A CPO is of three or four years (circulaire of 29 September 2015); one of more is told. */
#define PV_CONVENTION_ANNEES_MAX 4

/**
 * PvConvention:
 *
 * For a year, or several (CPO).
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *numero;
  gint64 financeur_id;
  gint64 organisme_id;
  char *objet;
  gint64 annee_debut;
  gint64 annee_fin;
  char *signee_le;             /* by the payer */
  char *envoyee_le;            /* to the organisme, for signature */
  char *retournee_le;          /* signed by the organisme */
  char *notifiee_le;           /* signed by both, sent to the organisme */
  gint64 paiement_delai_jours; /* PV_INT_NULL: the threshold of the file */
  char *conditions_versement;
  char *commentaire;
} PvConvention;

extern const PvChamp pv_convention_champs[];

/* A record where nothing is known yet. */
PvConvention *pv_convention_new (void);
PvConvention *pv_convention_copy (const PvConvention *self);
void pv_convention_free (PvConvention *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvConvention, pv_convention_free)

/* Whether it binds for more than a year. */
gboolean pv_convention_is_pluriannuelle (const PvConvention *self);

PvConventionEtat pv_convention_get_etat (const PvConvention *self);

/* Whether the convention is signed by the payer, or even sent. */
gboolean pv_convention_etat_is_signee (PvConventionEtat etat);

/**
 * pv_convention_check:
 * @reason: (out) (transfer full) (nullable): why it cannot be, in words for the user
 * @champ: (out) (nullable): the field it is about
 *
 * The dates of its life follow each other: sent, returned, signed, notified; its years too. A
 * date that is not known does not count.
 */
gboolean pv_convention_check (const PvConvention *self, char **reason, const char **champ);

/* (transfer full) (nullable): what is allowed, and the user should know: more years than a CPO
 * has. */
char *pv_convention_get_avertissement (const PvConvention *self);

G_END_DECLS
