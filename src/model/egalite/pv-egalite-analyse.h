/* pv-egalite-analyse.h: the marks of a transversal axis, by number and by amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvEgalitePar:
 * @PV_EGALITE_PAR_ANNEE: exercice of the dossier
 * @PV_EGALITE_PAR_AXE: root of the principal node of the principal cadre
 * @PV_EGALITE_PAR_QUARTIER: quartier, or whole commune; amounts follow the shares
 * @PV_EGALITE_PAR_COMMUNE: the same by commune
 * @PV_EGALITE_PAR_FINANCEUR: category of funder
 * @PV_EGALITE_PAR_PORTEUR: organisme that carries the dossier
 */
typedef enum
{
  PV_EGALITE_PAR_ANNEE,
  PV_EGALITE_PAR_AXE,
  PV_EGALITE_PAR_QUARTIER,
  PV_EGALITE_PAR_COMMUNE,
  PV_EGALITE_PAR_FINANCEUR,
  PV_EGALITE_PAR_PORTEUR,
} PvEgalitePar;

#define PV_N_EGALITE_PAR 6

/* What a row is, in French, as a sheet heads it: « Exercice », « Quartier »… */
const char *pv_egalite_par_to_libelle (PvEgalitePar par);

/**
 * PvEgaliteBase:
 * @PV_EGALITE_DEMANDE: all dossiers, and what they ask
 * @PV_EGALITE_ACCORDE: financed dossiers, and what they are granted: voté, else
 *   arbitré. The reference measure (t0) is on those
 */
typedef enum
{
  PV_EGALITE_DEMANDE,
  PV_EGALITE_ACCORDE,
} PvEgaliteBase;

#define PV_N_EGALITE_BASES 2

/* Index of the dossiers that are not assessed, which is not the mark 0. */
#define PV_EGALITE_NON_EVALUE 3
#define PV_N_EGALITE_MARQUES 4

/* A number of dossiers, and their amount (%PV_CENTS_NULL: nobody answered). */
typedef struct
{
  gint64 dossiers;
  PvCents cents;
} PvEgaliteMesure;

/**
 * PvEgaliteLigne:
 * @cle: (nullable): value of the filter of dossiers; %NULL: no filter says it
 * @mesures: by base and mark
 */
typedef struct
{
  char *cle;
  char *libelle;
  PvEgaliteMesure mesures[PV_N_EGALITE_BASES][PV_N_EGALITE_MARQUES];
} PvEgaliteLigne;

/**
 * PvEgaliteAnalyse:
 * @lignes: (element-type PvEgaliteLigne): years in their order, axes and categories in
 *   theirs, others by decreasing amount asked; what has no key, then what is not shared
 *   out, last
 * @total: each dossier once; `cle` and `libelle` are %NULL
 */
typedef struct
{
  PvEgalitePar par;
  GPtrArray *lignes;
  PvEgaliteLigne total;
} PvEgaliteAnalyse;

void pv_egalite_analyse_free (PvEgaliteAnalyse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEgaliteAnalyse, pv_egalite_analyse_free)

/**
 * pv_egalite_analyse_compute:
 * @axe_id: the transversal axis
 * @filtre: which dossiers
 *
 * Counts collective marks only. Chapeaux are left out: their parts are counted. By
 * quartier and commune an amount follows the shares of the territories by largest
 * remainder, as `stats` does: figures are equal to the cent.
 *
 * Returns: (transfer full) (nullable)
 */
PvEgaliteAnalyse *pv_egalite_analyse_compute (PvDb *db,
                                              gint64 axe_id,
                                              PvEgalitePar par,
                                              const PvFiltre *filtre,
                                              GError **error);

/* The sum of marks @de to @a, both inside. */
PvEgaliteMesure
pv_egalite_ligne_get_somme (const PvEgaliteLigne *self, PvEgaliteBase base, guint de, guint a);

/* Share of marks 1 and 2 over assessed ones, of the number or of the amount;
 * %PV_INT_NULL: nothing is assessed. */
gint64
pv_egalite_ligne_get_part_bp (const PvEgaliteLigne *self, PvEgaliteBase base, gboolean montant);

/* Assessed over all. */
gint64 pv_egalite_ligne_get_couverture_bp (const PvEgaliteLigne *self,
                                           PvEgaliteBase base,
                                           gboolean montant);

/**
 * pv_egalite_analyse_dup_critere:
 * @ligne: (nullable): of @self, or %NULL: all dossiers
 * @marque: 0, 1, 2, %PV_EGALITE_NON_EVALUE, or -1: any
 *
 * The filter of the list of dossiers that shows what a figure counts.
 *
 * Returns: (transfer full) (nullable): as pv_dossier_critere_to_text(); %NULL: none says it
 */
char *pv_egalite_analyse_dup_critere (const PvEgaliteAnalyse *self,
                                      const PvEgaliteLigne *ligne,
                                      PvEgaliteBase base,
                                      int marque);

G_END_DECLS
