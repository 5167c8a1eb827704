/* pv-convention-suivi.h: the conventions there are, and those that are missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convention/pv-convention-besoin.h"

G_BEGIN_DECLS

/**
 * PvConventionLigne:
 * @convention: (nullable): %NULL: what is granted needs one, and there is none
 * @besoins: (element-type PvConventionBesoin): the years it covers, earliest first; empty when
 *   nothing is granted yet
 * @n_dossiers: those that are granted something, else those it names
 * @cents: Σ of @besoins, %PV_CENTS_NULL: nothing is granted yet
 * @prevu_cents: Σ of what it plans, %PV_CENTS_NULL: it does not say
 * @verse_cents: what was paid of its dossiers by that payer
 * @seuil_cents: the lowest threshold of its years, or %PV_CENTS_NULL
 * @source: (nullable): where the threshold comes from
 * @obligatoire: one of the years is over it
 * @notifie_le: (nullable): when the first of the grants was notified
 */
typedef struct
{
  PvConvention *convention;
  PvConventionEtat etat;
  gint64 financeur_id;
  char *financeur;
  gint64 organisme_id;
  char *organisme;
  gint64 annee_debut;
  gint64 annee_fin;
  GPtrArray *besoins;
  guint n_dossiers;
  PvCents cents;
  PvCents prevu_cents;
  PvCents verse_cents;
  PvCents seuil_cents;
  char *source;
  gboolean obligatoire;
  char *notifie_le;
  gboolean dans_filtre;
} PvConventionLigne;

PvConventionLigne *pv_convention_ligne_new (void);
void pv_convention_ligne_free (PvConventionLigne *self); /* %NULL does nothing */

/* Counts one of its years. */
void pv_convention_ligne_add (PvConventionLigne *self, PvConventionBesoin *besoin);

/**
 * pv_convention_ligne_get_retard:
 * @jour: today
 *
 * Returns: for how many days a grant is notified that needs a convention, and none is signed;
 *   0: none is late
 */
gint64 pv_convention_ligne_get_retard (const PvConventionLigne *self, const char *jour);

/* The one that is late for longer comes first; 0 when neither is. */
int pv_convention_ligne_compare_retard (const PvConventionLigne *a, const PvConventionLigne *b);

/* How many days after the notification of the first grant it was signed; 0: before, or not known,
 * or it was not mandatory. */
gint64 pv_convention_ligne_get_signature_tardive (const PvConventionLigne *self);

/* (transfer full): "2026", "2024–2026". */
char *pv_convention_ligne_dup_annees (const PvConventionLigne *self);

/**
 * pv_convention_suivi_list:
 * @filtre: the needs with a dossier of the filter, and the conventions of its year, or of one of
 *   its dossiers
 *
 * Returns: (transfer full) (element-type PvConventionLigne): missing ones first, then as they
 *   are far; of each, those that are late, then the latest year
 */
GPtrArray *pv_convention_suivi_list (PvDb *db, const PvFiltre *filtre, GError **error);

G_END_DECLS
