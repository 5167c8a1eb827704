/* pv-classement.h: dossiers by score, and where an envelope is exhausted
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-money.h"
#include "score/pv-notation.h"

G_BEGIN_DECLS

/**
 * PvClassementCote:
 * @PV_CLASSEMENT_HORS: the line does not concern it: no score, no amount there, released
 *
 * The side of the line a dossier is on.
 */
typedef enum
{
  PV_CLASSEMENT_HORS,
  PV_CLASSEMENT_DESSUS,
  PV_CLASSEMENT_DESSOUS,
} PvClassementCote;

/**
 * PvClassementBase:
 *
 * What the amount of a dossier is made of: each financement counts for what is proposé,
 * else for what is sollicité.
 */
typedef enum
{
  PV_CLASSEMENT_SANS_MONTANT,
  PV_CLASSEMENT_PROPOSE,
  PV_CLASSEMENT_SOLLICITE,
  PV_CLASSEMENT_MIXTE,
} PvClassementBase;

/**
 * PvClassementLigne:
 * @score: hundredths of a point; this, @dispersion and @rang are %PV_INT_NULL without a score
 * @montant: what it takes from the envelope; %PV_CENTS_NULL: nothing asked there
 * @cumul: Σ of the amounts down to this row; %PV_CENTS_NULL without a rank or a known sum
 * @libere: its status releases the envelope (refusé, abandonné…): it takes nothing
 */
typedef struct
{
  gint64 dossier_id;
  gint64 score;
  gint64 dispersion;
  gint64 rang;
  PvCents montant;
  PvCents cumul;
  PvClassementBase base;
  PvClassementCote cote;
  gboolean libere;
} PvClassementLigne;

/**
 * PvClassement:
 * @lignes: (element-type PvClassementLigne): by rank, then number; those without a score last
 * @n_classes: how many have a rank
 * @enveloppe: the amount to walk down; %PV_CENTS_NULL: no line
 * @coupure: how many rows are above the line; @n_classes when all fit
 * @consomme: Σ of the amounts above the line
 * @demande: Σ of the amounts of all ranked rows
 * @n_ex_aequo: how many share the first rank under the line, when more than one
 * @n_sollicites: ranked rows whose amount is, at least in part, only sollicité
 * @n_dessous: rows under the line that ask for an amount
 * @n_sans_score: dossiers without a score
 * @n_divergents: dossiers whose dispersion is above @seuil
 * @seuil: points; %PV_INT_NULL: none
 * @a_grille: whether an appel of the filter has a scoring grid
 *
 * The line never passes between equal ranks: they are above together or under together.
 * The walk stops at the first rank that does not fit, even when a lower one would.
 */
typedef struct
{
  GArray *lignes;
  guint n_classes;
  PvCents enveloppe;
  guint coupure;
  PvCents consomme;
  PvCents demande;
  guint n_ex_aequo;
  guint n_sollicites;
  guint n_dessous;
  guint n_sans_score;
  guint n_divergents;
  gint64 seuil;
  gboolean a_grille;
  /*< private >*/
  PvNotation *notation;
  GPtrArray *criteres; /* (element-type char*): label of each criterion of @notation */
  GPtrArray *grilles;  /* (element-type char*): name of each grid */
  GArray *dossiers;    /* (element-type PvClassementDossier): by number */
  GArray *positions;   /* (element-type guint): those dossiers by rising key */
} PvClassement;

/* A dossier before it is ranked. */
typedef struct
{
  gint64 id;
  PvCents montant;
  PvClassementBase base;
  gboolean libere;
} PvClassementDossier;

PvClassement *pv_classement_ref (PvClassement *self);
void pv_classement_unref (PvClassement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvClassement, pv_classement_unref)

/* For the store: an empty one, whose fields are then filled. */
PvClassement *pv_classement_new (void);

/* Ranks what the private fields, @enveloppe and @seuil say. */
void pv_classement_compute (PvClassement *self);

/* Whether a row is flagged: its dispersion is above the threshold. */
gboolean pv_classement_is_divergent (const PvClassement *self, const PvClassementLigne *ligne);

/**
 * PvClassementOrdre:
 * @ordre: (array): positions in the dossiers of the ranking, by falling score
 * @scores: (array): of each dossier, by position; %PV_INT_NULL: none
 * @n: how many are ranked
 * @coupure: see #PvClassement
 *
 * A ranking reduced to what the sensitivity needs.
 */
typedef struct
{
  guint *ordre;
  gint64 *scores;
  guint n;
  guint coupure;
  PvCents consomme;
} PvClassementOrdre;

void pv_classement_ordre_init (PvClassementOrdre *self, const PvClassement *classement);
void pv_classement_ordre_clear (PvClassementOrdre *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PvClassementOrdre, pv_classement_ordre_clear)

/* @resultats: (element-type PvScore): see pv_notation_resume() */
void pv_classement_ordre_compute (PvClassementOrdre *self,
                                  const PvClassement *classement,
                                  const GArray *resultats);

G_END_DECLS
