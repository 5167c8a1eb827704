/* pv-organisme-liste-store.h: organismes with what they carried over the years
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-statut.h"
#include "organisme/pv-organisme.h"

G_BEGIN_DECLS

/**
 * PvOrganismeResume:
 * @commune: (nullable): its name, known to the file or as given
 * @cherche: folded, what a search looks in: name, acronym, commune, SIRET, RNA
 * @sans_cer: it must sign a contrat d'engagement républicain, and no date is known
 * @dossiers: those it carries; a chapeau is not counted, its parts are
 * @accorde_cents: Σ of voté, else arbitré
 * @annee: the last year it carried a dossier, or %PV_INT_NULL
 *
 * One organisme of a list. A sum of no answer is %PV_CENTS_NULL.
 */
typedef struct
{
  gint64 id;
  char *nom;
  char *sigle;
  PvForme forme;
  char *siret;
  char *siret_declare;
  char *commune;
  char *cherche;
  gboolean sans_cer;
  gint64 dossiers;
  PvCents sollicite_cents;
  PvCents accorde_cents;
  PvCents verse_cents;
  gint64 annee;
} PvOrganismeResume;

void pv_organisme_resume_free (PvOrganismeResume *self);
PvOrganismeResume *pv_organisme_resume_copy (const PvOrganismeResume *self);
gboolean pv_organisme_resume_equal (const PvOrganismeResume *a, const PvOrganismeResume *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvOrganismeResume, pv_organisme_resume_free)

/**
 * pv_organisme_store_list_resumes:
 * @filtre: the dossiers that count
 * @porteurs_seuls: only those that carry a dossier of the filter; else also those
 *   that carry none, unless they are there as payers alone
 *
 * Returns: (transfer full) (element-type PvOrganismeResume): by folded name
 */
GPtrArray *pv_organisme_store_list_resumes (PvDb *db,
                                            const PvFiltre *filtre,
                                            gboolean porteurs_seuls,
                                            GError **error);

/* How many organismes carry a dossier of the filter. */
gboolean
pv_organisme_store_count_porteurs (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error);

/* What one payer brought in one year; as #PvOrganismeResume. */
typedef struct
{
  gint64 exercice; /* of the financement */
  gint64 financeur_id;
  char *financeur;
  PvCents sollicite_cents;
  PvCents accorde_cents;
  PvCents verse_cents;
} PvOrganismeCumul;

/**
 * pv_organisme_store_list_cumuls:
 *
 * Returns: (transfer full) (element-type PvOrganismeCumul): over all the dossiers it
 *   carries; by payer, in their order, then by year
 */
GPtrArray *pv_organisme_store_list_cumuls (PvDb *db, gint64 organisme_id, GError **error);

/* A dossier it carries. */
typedef struct
{
  gint64 id;
  char *numero;
  char *intitule;
  gint64 exercice;
  PvDossierStatut statut;
  PvCents sollicite_cents;
  PvCents accorde_cents;
  PvCents verse_cents;
} PvOrganismeDossier;

/* Returns: (transfer full) (element-type PvOrganismeDossier): the last year first. */
GPtrArray *pv_organisme_store_list_dossiers (PvDb *db, gint64 organisme_id, GError **error);

/* A document of the organisme itself. */
typedef struct
{
  gint64 id;
  char *libelle;
  char *recue_le;
  char *valable_jusque;
  gboolean dispensee;
} PvOrganismePiece;

/* Returns: (transfer full) (element-type PvOrganismePiece): by name of document. */
GPtrArray *pv_organisme_store_list_pieces (PvDb *db, gint64 organisme_id, GError **error);

G_END_DECLS
