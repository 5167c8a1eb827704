/* pv-appel.h: an appel à projets and its like, for one year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_APPEL_GENRE_NULL = -1,
  PV_APPEL_GENRE_AAP,
  PV_APPEL_GENRE_AMI,
  PV_APPEL_GENRE_CPO,
  PV_APPEL_GENRE_NQE,
  PV_APPEL_GENRE_PIC,
  PV_APPEL_GENRE_VVV,
  PV_APPEL_GENRE_CITE_EDUCATIVE,
  PV_APPEL_GENRE_AUTRE,
} PvAppelGenre;

PV_DECLARE_VOCABULAIRE (PvAppelGenre, pv_appel_genre)

/**
 * PvAppel:
 *
 * A call for one year of one contrat.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 contrat_id;
  gint64 exercice;
  PvAppelGenre genre;
  char *libelle; /* distinct in its year */
  char *depot_debut;
  char *depot_fin;
  char *action_debut; /* the period the actions must lie in; see */
  char *action_fin;   /* pv_appel_get_periode() */
  char *theme_pivot;
  PvCents montant_minimum_cents;
  gint64 egalite_criteres; /* how many of a, b, c make a mark of 1 (1 to 3) */
  gint64 grille_id;
} PvAppel;

extern const PvChamp pv_appel_champs[];

/* A record where nothing is known yet but the defaults of the schema. */
PvAppel *pv_appel_new (void);
PvAppel *pv_appel_copy (const PvAppel *self);
void pv_appel_free (PvAppel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvAppel, pv_appel_free)

/**
 * pv_appel_get_periode:
 * @debut: (out) (transfer full): first day in which actions may lie
 * @fin: (out) (transfer full): last day
 *
 * As set, else the civil year of the exercice.
 */
void pv_appel_get_periode (const PvAppel *self, char **debut, char **fin);

G_END_DECLS
