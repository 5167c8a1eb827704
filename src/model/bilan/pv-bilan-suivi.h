/* pv-bilan-suivi.h: the comptes rendus that are expected
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan.h"
#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-statut.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvBilanLigne:
 * @prevu_cents: the coût total
 * @propose_cents: to recover, as computed
 * @recuperer_cents: to recover, as confirmed
 * @reste_a_recuperer_cents: of it, what was not paid back since the bilan was validated; 0 while
 *   it is not, or nothing is confirmed
 *
 * One dossier whose compte rendu is expected: something notified or paid > 0, or one that
 * was received anyway. A chapeau is not in it: its parts are.
 */
typedef struct
{
  gint64 dossier_id;
  char *numero;
  char *intitule;
  gint64 porteur_id;
  char *porteur;
  char *appel;
  gint64 exercice;
  PvDossierStatut statut;
  gboolean attendu;
  char *du_le;
  char *recu_le;
  char *valide_le;
  gint64 n_relances;
  char *relance_le; /* the last one */
  PvCents notifie_cents;
  PvCents verse_cents;
  PvCents prevu_cents;
  PvCents realise_cents;
  gint64 taux_bp;
  PvCents propose_cents;
  PvCents recuperer_cents;
  PvCents reste_a_recuperer_cents;
} PvBilanLigne;

/**
 * PvBilanFiltre:
 *
 * %PV_INT_NULL: all. @porteur_id: of that organisme; @financeur_id: that it notified or paid.
 */
typedef struct
{
  PvFiltre filtre;
  gint64 financeur_id;
  gint64 porteur_id;
} PvBilanFiltre;

#define PV_BILAN_FILTRE_TOUT ((PvBilanFiltre){ PV_FILTRE_TOUT, PV_INT_NULL, PV_INT_NULL })

typedef struct
{
  gint64 id;
  char *nom;
} PvBilanFinanceur;

/* (transfer full) (element-type PvBilanLigne): by due date, then porteur and number. */
GPtrArray *pv_bilan_suivi_list (PvDb *db, const PvBilanFiltre *filtre, GError **error);

/* (transfer full) (element-type PvBilanFinanceur): those that notified or paid something. */
GPtrArray *pv_bilan_suivi_list_financeurs (PvDb *db, GError **error);

/**
 * pv_bilan_suivi_list_courriels:
 * @organismes: (element-type gint64): each once
 * @without: (out): how many of them have none
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the e-mails of their professional
 *   contacts, once for each organisme, in the order of @organismes; %NULL with @error
 */
GPtrArray *
pv_bilan_suivi_list_courriels (PvDb *db, const GArray *organismes, guint *without, GError **error);

/* (nullable) (transfer full): of one dossier, whether one is expected or not. */
PvBilanLigne *pv_bilan_suivi_get (PvDb *db, gint64 dossier_id, GError **error);

PvBilanEtat pv_bilan_ligne_get_etat (const PvBilanLigne *self, const char *jour);
void pv_bilan_ligne_free (PvBilanLigne *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvBilanLigne, pv_bilan_ligne_free)

/**
 * PvBilanTotaux:
 * @n: by state
 * @recuperer_cents: Σ confirmed; @propose_cents: Σ proposed where none is confirmed
 */
typedef struct
{
  guint n[PV_N_BILAN_ETATS];
  PvCents notifie_cents;
  PvCents verse_cents;
  PvCents recuperer_cents;
  PvCents propose_cents;
} PvBilanTotaux;

/* What was confirmed, less what was paid back since the bilan was validated; %PV_CENTS_NULL: none
 * was confirmed. */
PvCents pv_bilan_ligne_get_recuperer (const PvBilanLigne *self);

void pv_bilan_totaux_init (PvBilanTotaux *self);
void pv_bilan_totaux_add (PvBilanTotaux *self, const PvBilanLigne *ligne, const char *jour);

/**
 * PvBilanMemoire:
 *
 * What the comptes rendus of an organisme say before a new grant.
 */
typedef struct
{
  guint n_attendus; /* received, or due before today, over all exercices before the one asked */
  guint n_manquants;
  gint64 taux_bp;          /* Σ realised ÷ Σ planned, of those where both are known */
  PvCents recuperer_cents; /* what was paid back since is taken off */
} PvBilanMemoire;

/* @avant: only the exercices before that one; %PV_INT_NULL: all. */
gboolean pv_bilan_suivi_get_memoire (PvDb *db,
                                     gint64 porteur_id,
                                     gint64 avant,
                                     PvBilanMemoire *memoire,
                                     GError **error);

/* (transfer full) (element-type utf8): the numbers, with their year, of the dossiers of the same
 * porteur, in the @annees exercices before that of @dossier_id, whose compte rendu was due before
 * @jour and not received; empty: none is missing. */
GPtrArray *pv_bilan_suivi_list_manquants (PvDb *db,
                                          gint64 dossier_id,
                                          gint64 annees,
                                          const char *jour,
                                          GError **error);

G_END_DECLS
