/* pv-convention.h: a grant agreement between one payer and one organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

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

G_END_DECLS
