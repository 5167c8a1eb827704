/* pv-versement-suivi.h: what of each financement is notified, paid and still due
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-statut.h"
#include "financement/pv-versement.h"

G_BEGIN_DECLS

/* The delay of payment when the file has no threshold `paiement_delai`, in days. */
#define PV_PAIEMENT_DELAI_DEFAUT 60

/* Where the payment of one financement stands. */
typedef enum
{
  PV_VERSEMENT_ETAT_A_PAYER,    /* nothing paid */
  PV_VERSEMENT_ETAT_PARTIEL,    /* paid in part */
  PV_VERSEMENT_ETAT_SOLDE,      /* nothing due */
  PV_VERSEMENT_ETAT_TROP_PERCU, /* more is paid than was notified */
} PvVersementEtat;

/* In words: “To pay”… */
const char *pv_versement_etat_to_words (PvVersementEtat etat);

/* The rows of the list of payments; those of a filter may be in another one too. */
typedef enum
{
  PV_VERSEMENT_FILTRE_TOUS,
  PV_VERSEMENT_FILTRE_A_PAYER,
  PV_VERSEMENT_FILTRE_PARTIEL,
  PV_VERSEMENT_FILTRE_EN_RETARD,
  PV_VERSEMENT_FILTRE_SOLDE,
  PV_VERSEMENT_FILTRE_TROP_PERCU, /* or something to recover after a validated bilan */
} PvVersementFiltre;

#define PV_N_VERSEMENT_FILTRES 6

typedef enum
{
  PV_VERSEMENT_TRI_DELAI, /* late first, then by days since the notification */
  PV_VERSEMENT_TRI_NUMERO,
  PV_VERSEMENT_TRI_PORTEUR,
  PV_VERSEMENT_TRI_INTITULE,
  PV_VERSEMENT_TRI_FINANCEUR,
  PV_VERSEMENT_TRI_NOTIFIE,
  PV_VERSEMENT_TRI_NOTIFIE_LE,
  PV_VERSEMENT_TRI_VERSE,
  PV_VERSEMENT_TRI_RESTE,
  PV_VERSEMENT_TRI_DERNIER,
} PvVersementTri;

/**
 * PvVersementSuivi:
 * @notifie_le: (nullable): "" when not known
 * @verse_cents: reversements taken off; %PV_CENTS_NULL: nothing was ever paid
 * @rendu_cents: what of it was paid back because the validated bilan says so; 0: nothing
 * @reste_cents: notifié − versé − rendu, never below 0: what the bilan took back is not due
 *   again; %PV_CENTS_NULL while nothing is notified
 * @trop_percu_cents: versé − notifié (else voté) when it is more, else 0
 * @a_recuperer_cents: of the whole dossier, what a validated bilan says is to be paid back
 *   and was not yet; 0: nothing
 * @echeance_le: "" or the date of the next payment of the convention's schedule
 * @echeance_cents: its amount
 * @delai: days since the notification while something is due, or %PV_INT_NULL
 * @limite: the delay that was agreed, or the threshold in force on the notification, in
 *   days; %PV_INT_NULL: none
 * @retard: days beyond the limit, or since the date of the schedule; 0: not late
 * @sorti: the dossier is refusé, abandonné… : nothing is paid to it
 *
 * One financement with something notified or paid. It holds no memory of its own.
 */
typedef struct
{
  gint64 financement_id;
  gint64 dossier_id;
  gint64 financeur_id;
  gint64 exercice;
  char notifie_le[11];
  char echeance_le[11];
  PvCents notifie_cents;
  PvCents verse_cents;
  PvCents rendu_cents;
  PvCents reste_cents;
  PvCents trop_percu_cents;
  PvCents a_recuperer_cents;
  PvCents echeance_cents;
  gint64 n_versements;
  gint64 delai;
  gint64 limite;
  gint64 retard;
  PvVersementEtat etat;
  gboolean sorti;
} PvVersementSuivi;

gboolean pv_versement_suivi_is (const PvVersementSuivi *self, PvVersementFiltre filtre);

/* Sums of rows; an amount that is not known adds nothing. */
typedef struct
{
  gint64 n;
  PvCents notifie_cents;
  PvCents verse_cents;
  PvCents reste_cents;
  PvCents trop_percu_cents;
} PvVersementTotaux;

void pv_versement_totaux_add (PvVersementTotaux *self, const PvVersementSuivi *suivi);

/**
 * PvVersementQuestion:
 * @dossier_id: one dossier, or %PV_INT_NULL
 * @financement_id: one financement, or %PV_INT_NULL
 * @financeur_id: one payer, or %PV_INT_NULL
 * @recherche: (nullable): what was typed: words of the dossier, of its porteur
 * @jour: today, as an ISO date
 */
typedef struct
{
  PvFiltre filtre;
  gint64 dossier_id;
  gint64 financement_id;
  gint64 financeur_id;
  PvVersementFiltre etat;
  char *recherche;
  PvVersementTri tri;
  gboolean descendant;
  char *jour;
} PvVersementQuestion;

/* Of all financements, the late ones first. */
PvVersementQuestion *pv_versement_question_new (const PvFiltre *filtre, const char *jour);
void pv_versement_question_free (PvVersementQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvVersementQuestion, pv_versement_question_free)

/* A payer that a filter may choose. */
typedef struct
{
  gint64 id;
  char *nom;
} PvVersementFinanceur;

/**
 * PvVersementSuivis:
 * @lignes: (element-type PvVersementSuivi): those of the question, in its order
 * @totaux: of @lignes
 * @n: how many rows each filter has, of the payer and the search of the question
 * @financeurs: (element-type PvVersementFinanceur): who notified or paid something, in
 *   their order, whatever the payer asked for
 */
typedef struct
{
  GArray *lignes;
  PvVersementTotaux totaux;
  gint64 n[PV_N_VERSEMENT_FILTRES];
  GPtrArray *financeurs;
} PvVersementSuivis;

void pv_versement_suivis_free (PvVersementSuivis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvVersementSuivis, pv_versement_suivis_free)

/**
 * pv_versement_suivis_load:
 *
 * A dossier that is detailed in parts (`chapeau`) is left out: its parts are there.
 *
 * Returns: (transfer full) (nullable)
 */
PvVersementSuivis *pv_versement_suivis_load (PvDb *db,
                                             const PvVersementQuestion *question,
                                             GCancellable *cancellable,
                                             GError **error);

/**
 * pv_versement_suivi_find:
 * @suivi: (out)
 *
 * Where one financement stands, even when nothing is notified or paid, or its dossier is
 * a chapeau.
 *
 * Returns: %FALSE with an error, or without when there is no such financement
 */
gboolean pv_versement_suivi_find (PvDb *db,
                                  gint64 financement_id,
                                  const char *jour,
                                  PvVersementSuivi *suivi,
                                  GError **error);

/**
 * PvVersementLigne:
 * @financeur: its acronym, else its name
 * @dernier_le: (nullable): the date of the last payment that has one
 *
 * What a row of the list writes beside the figures.
 */
typedef struct
{
  char *numero;
  char *porteur;
  char *intitule;
  char *financeur;
  char *financeur_nom;
  char *dispositif; /* (nullable) */
  PvDossierStatut statut;
  gboolean chapeau; /* detailed in parts, which are paid */
  char *dernier_le;
  PvVersementGenre dernier_genre;
} PvVersementLigne;

void pv_versement_ligne_free (PvVersementLigne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvVersementLigne, pv_versement_ligne_free)

/* Returns: (transfer full) (nullable): %NULL when it is gone */
PvVersementLigne *pv_versement_ligne_load (PvDb *db, gint64 financement_id, GError **error);

G_END_DECLS
