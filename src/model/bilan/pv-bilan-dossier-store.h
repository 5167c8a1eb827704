/* pv-bilan-dossier-store.h: the financed dossiers, one after the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan-analyse.h"

G_BEGIN_DECLS

/**
 * PvBilanDossierLigne:
 * @noeud_id: the principal node, or %PV_INT_NULL
 * @communes: (nullable): names of the communes and quartiers, joined by commas
 * @nature, @forme: (nullable): ASCII ids
 * @accorde_cents: voté, else arbitré, of each financement
 * @realise_cents: Σ of the realised charges, 86 left out
 * @realises: beneficiaries realised, all together
 *
 * What became of one financed dossier. Texts live until the next row.
 */
typedef struct
{
  gint64 exercice;
  const char *numero;
  const char *porteur;
  const char *siret;
  const char *intitule;
  gint64 noeud_id;
  const char *territoires;
  const char *nature;
  gint64 cpo_annee;
  gint64 cpo_duree;
  PvCents cout_cents;
  PvCents etapes[PV_N_ETAPES];
  PvCents accorde_cents;
  PvCents realise_cents;
  gint64 femmes;
  gint64 hommes;
  gint64 prevus;
  gint64 realises;
  gint64 marque;
  const char *recu_le;
  const char *valide_le;
  PvCents recuperer_cents;
} PvBilanDossierLigne;

/* Returns: %FALSE stops, with @error set */
typedef gboolean (*PvBilanDossierFunc) (const PvBilanDossierLigne *ligne,
                                        gpointer user_data,
                                        GError **error);

/* The financed dossiers of @perimetre (chapeaux left out), by exercice and number. */
gboolean pv_bilan_dossier_store_foreach (PvDb *db,
                                         const PvBilanPerimetre *perimetre,
                                         PvBilanDossierFunc func,
                                         gpointer user_data,
                                         GError **error);

G_END_DECLS
