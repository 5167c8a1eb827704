/* pv-publication-store.h: the grants whose essential data are published
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"
#include "pv-statement.h"

G_BEGIN_DECLS

/* Threshold (cents per payer, body and year) beyond which a grant is published. Source: loi
 * n° 2000-321 du 12 avril 2000, art. 10; décret n° 2017-779 du 5 mai 2017. */
#define PV_SEUIL_PUBLICATION "publication_donnees_essentielles"

/**
 * PvPublication:
 *
 * What the file knows of one notified financement, as borrowed from the row in hand: texts
 * live until the next one. Unknown: %NULL, %PV_INT_NULL, %PV_CENTS_NULL.
 */
typedef struct
{
  gint64 financement_id;
  gint64 dossier_id;
  const char *numero;
  const char *intitule;
  gint64 exercice;
  gint64 notifie_cents;
  const char *notifie_le;
  const char *notifie_acte;
  const char *vote_le;
  const char *vote_acte;

  gint64 financeur_id;
  gint64 attribuant_id; /* organisme */
  const char *attribuant_nom;
  const char *attribuant_siret;

  gint64 beneficiaire_id; /* the one that is paid, else the porteur */
  const char *beneficiaire_nom;
  const char *beneficiaire_siret;
  const char *beneficiaire_rna;
  const char *beneficiaire_forme;

  const char *convention_numero;
  const char *convention_signee_le;
  const char *convention_conditions;
  gint64 n_echeances;
  const char *echeance_debut;
  const char *echeance_fin;

  gint64 n_versements; /* what came back to the payer is no payment */
  const char *versement_debut;
  const char *versement_fin;
  gint64 verse_cents;

  const char *date_convention; /* donnee_essentielle */
  const char *nature;
  const char *conditions_versement;
  const char *periode_debut;
  const char *periode_fin;
  const char *id_rae;
  gint64 notification_ue;
  gint64 pourcentage_bp;
  const char *dispositif_aide;
} PvPublication;

/**
 * pv_publication_store_open:
 * @financeur_id: one payer, or %PV_INT_NULL for all those that are public
 *
 * What was notified (more than 0) by a public payer, dossier after dossier: neither the chapeaux,
 * whose parts are told, nor dossiers that were refused. A payer of which nobody says whether it is
 * public is one, unless its category is private.
 *
 * Returns: (transfer full): the rows, to step and read; %NULL with @error
 */
PvStatement *
pv_publication_store_open (PvDb *db, const PvFiltre *filtre, gint64 financeur_id, GError **error);

/* The current row. */
void pv_publication_store_read (PvStatement *row, PvPublication *publication);

/* Returns: (transfer full): what each payer notified to each body each year, over the whole file,
 * for pv_publication_get_annuel(); %NULL with @error */
GHashTable *pv_publication_store_load_annuels (PvDb *db, GError **error);

/* Cents: of its payer, its body and its year. */
gint64 pv_publication_get_annuel (const PvPublication *publication, GHashTable *annuels);

/**
 * PvAttribuant:
 * @siret: (nullable)
 * @n_lignes: grants it notified
 *
 * A public payer that notified something.
 */
typedef struct
{
  gint64 financeur_id;
  char *nom;
  char *siret;
  gint64 n_lignes;
} PvAttribuant;

void pv_attribuant_free (PvAttribuant *self);

/* Returns: (transfer full) (element-type PvAttribuant): by name; %NULL with @error */
GPtrArray *pv_publication_store_list_attribuants (PvDb *db, const PvFiltre *filtre, GError **error);

G_END_DECLS
