/* pv-document-lecture-store.h: what a document says of a dossier, read at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvDocumentDossier:
 *
 * A dossier, its porteur and its contrat, by their names; ids and dates as in the schema,
 * (nullable) as there.
 */
typedef struct
{
  gint64 id;
  char *numero;
  char *intitule;
  char *resume;
  char *statut;
  char *statut_motif;
  gint64 exercice;
  char *nature;
  gint64 cpo_annee;
  gint64 cpo_duree;
  char *debut;
  char *fin;
  char *depose_le;
  char *referent;
  gint64 femmes;
  gint64 hommes;
  gint64 non_ventiles;
  gint64 qpv_bp;
  PvCents cout_cents;
  gint64 porteur_id;
  char *appel;
  gint64 appel_id;
  gint64 contrat_id;
  char *quartiers; /* names, joined by commas */
  char *communes;
  char *axe;        /* root of the principal node */
  char *objectif;   /* of the principal node, when it is not the axe itself */
  gboolean chapeau; /* holds several actions, which have their own dossiers */
} PvDocumentDossier;

/* Returns: (transfer full) (nullable): %NULL without error when there is no such dossier */
PvDocumentDossier *pv_document_dossier_load (PvDb *db, gint64 id, GError **error);
void pv_document_dossier_free (PvDocumentDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentDossier, pv_document_dossier_free)

/**
 * pv_document_find_exemple:
 * @genre: id of a #PvDocumentGenre
 * @id: (out): a dossier, or a convention, that such a document is likely to be made of, or
 *   %PV_INT_NULL
 */
gboolean pv_document_find_exemple (PvDb *db,
                                   const PvFiltre *filtre,
                                   const char *genre,
                                   gint64 *id,
                                   GError **error);

/* Returns: (transfer full) (element-type gint64): the dossiers of that number */
GArray *
pv_document_find_dossiers (PvDb *db, const PvFiltre *filtre, const char *numero, GError **error);

/**
 * PvDocumentPorteur:
 * @commune: of the file, else as given
 * @contact, @fonction, @courriel, @telephone: of its first contact
 */
typedef struct
{
  gint64 id;
  char *nom;
  char *sigle;
  char *forme;
  char *siret;
  char *rna;
  char *adresse;
  char *code_postal;
  char *commune;
  char *contact;
  char *fonction;
  char *courriel;
  char *telephone;
} PvDocumentPorteur;

PvDocumentPorteur *pv_document_porteur_load (PvDb *db, gint64 organisme_id, GError **error);
void pv_document_porteur_free (PvDocumentPorteur *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDocumentPorteur, pv_document_porteur_free)

/**
 * PvDocumentAction:
 *
 * A dossier of a convention, with what its payer grants it in the years of the convention:
 * notifié, else voté, else arbitré; nothing to a chapeau or a dossier that was given up.
 */
typedef struct
{
  gint64 dossier_id;
  char *numero;
  char *intitule;
  gint64 exercice;
  PvCents accorde_cents;
} PvDocumentAction;

/* Returns: (transfer full) (element-type PvDocumentAction): by exercice, then number */
GArray *pv_document_list_actions (PvDb *db, gint64 convention_id, GError **error);

/* A line of the years, or of the planned payments, of a convention. */
typedef struct
{
  gint64 exercice; /* or PV_INT_NULL */
  char *date_le;   /* (nullable) */
  char *libelle;   /* (nullable) of a year */
  PvCents montant_cents;
} PvDocumentEcheance;

/* Returns: (transfer full) (element-type PvDocumentEcheance): by year */
GArray *pv_document_list_annees (PvDb *db, gint64 convention_id, GError **error);
GArray *pv_document_list_echeances (PvDb *db, gint64 convention_id, GError **error);

/* Returns: (transfer full) (element-type gint64): the conventions a dossier is part of, the last
 * first: it may have one of each payer */
GArray *pv_document_list_conventions (PvDb *db, gint64 dossier_id, GError **error);

/* Thresholds, each %PV_INT_NULL when there is none. */
typedef struct
{
  PvCents convention_cents;
  gint64 paiement_jours;
  gint64 crf_mois;
} PvDocumentSeuils;

/* As they stand in that year. */
gboolean pv_document_seuils_load (PvDb *db, gint64 annee, PvDocumentSeuils *seuils, GError **error);

/**
 * pv_document_find_depasse:
 * @financeur_id: this payer alone, or %PV_INT_NULL: any that notified the dossier something
 * @seuil_cents: the threshold of the mandatory convention
 * @depasse: (out): a public payer that grants the porteur more than that in the exercice of the
 *   dossier, of all its dossiers; or %PV_INT_NULL
 */
gboolean pv_document_find_depasse (PvDb *db,
                                   gint64 dossier_id,
                                   gint64 financeur_id,
                                   PvCents seuil_cents,
                                   gint64 *depasse,
                                   GError **error);

/**
 * PvDocumentBilan:
 * @attendu: whether a compte rendu is expected
 * @du_le: (nullable): when it is due, as in the follow-up of comptes rendus; %NULL: not expected
 * @recu_le: (nullable): when it came
 * @relances: reminders sent so far
 * @relance_le: (nullable): the last one
 * @mois: months to send it, as they stood at the end of its exercice; or %PV_INT_NULL
 */
typedef struct
{
  gboolean attendu;
  char *du_le;
  char *recu_le;
  gint64 relances;
  char *relance_le;
  gint64 mois;
} PvDocumentBilan;

gboolean
pv_document_bilan_load (PvDb *db, gint64 dossier_id, PvDocumentBilan *bilan, GError **error);
void pv_document_bilan_clear (PvDocumentBilan *self);

/* The decision of the last closed committee that decides, its reserve or reason, and the
 * meeting in words: « Comité de pilotage du 17 mars 2026 »; each (transfer full) (nullable). */
typedef struct
{
  char *decision; /* id */
  char *reserve;
  char *instance;
  char *date_le;
} PvDocumentDecision;

gboolean pv_document_decision_load (PvDb *db,
                                    gint64 dossier_id,
                                    PvDocumentDecision *decision,
                                    GError **error);
void pv_document_decision_clear (PvDocumentDecision *self);

/* A mark, an avis or an account of the budget, under its name. */
typedef struct
{
  char *nom;
  char *texte;
  char *detail; /* (nullable) */
  gint64 valeur;
  gint64 autre;
} PvDocumentLigne;

/* (element-type PvDocumentLigne): @valeur is the mark, @detail its justification */
GArray *pv_document_list_marques (PvDb *db, gint64 dossier_id, GError **error);

/* @texte is the id of the avis, @detail its reserves */
GArray *pv_document_list_avis (PvDb *db, gint64 dossier_id, GError **error);

/* @texte is the side, @valeur the amount planned, @autre the one realised */
GArray *pv_document_list_budget (PvDb *db, gint64 dossier_id, GError **error);

/* @nom is the quartier or the commune, @texte its communes, @valeur its share */
GArray *pv_document_list_territoires (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
