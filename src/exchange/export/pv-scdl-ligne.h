/* pv-scdl-ligne.h: one published grant, as its sixteen cells
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-scdl-regles.h"
#include "financement/pv-publication-store.h"

G_BEGIN_DECLS

/* What is written without being known, or is not written though it is: told in the report. */
typedef enum
{
  PV_SCDL_SUPPOSE_CONDITIONS,
  PV_SCDL_SUPPOSE_PERIODE,
  PV_SCDL_COUPE_OBJET,
  PV_SCDL_TAIT_SIRET, /* not valid, and the RNA does */
  PV_SCDL_TAIT_RNA,   /* not of the form of the schema, and the SIRET does */
  PV_SCDL_TAIT_RAE,
} PvScdlRemarque;

#define PV_N_SCDL_REMARQUES 6

/* Written when nothing says how a grant is paid: the schema takes any description. */
#define PV_SCDL_CONDITIONS_INCONNUES "selon la décision d’attribution"

/**
 * PvScdlLigne:
 * @cellules: (transfer full): texts without line breaks, empty for none; the amount is written
 *   at the end, by pv_scdl_ligne_finir()
 * @remarques: bits of #PvScdlRemarque
 */
typedef struct
{
  char *cellules[PV_N_SCDL_COLONNES];
  gint64 montant_cents;
  guint remarques;
} PvScdlLigne;

/**
 * pv_scdl_ligne_new:
 *
 * What the file says of a grant, in the words of the schema. No contact, and no other person than
 * the payer and the body that is paid.
 */
PvScdlLigne *pv_scdl_ligne_new (const PvPublication *publication);
void pv_scdl_ligne_free (PvScdlLigne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScdlLigne, pv_scdl_ligne_free)

/* Writes the amount in its cell. */
void pv_scdl_ligne_finir (PvScdlLigne *self);

/* Returns: (transfer full): the cells as a line of CSV (RFC 4180), with its end */
char *pv_scdl_ligne_to_csv (const PvScdlLigne *self);

G_END_DECLS
