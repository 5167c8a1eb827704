/* pv-scdl-rapport.h: what keeps a grant from being published as it should
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-scdl-ligne.h"

G_BEGIN_DECLS

/**
 * PvScdlConstat:
 * @ecarte: the lines are not written; else they are, with what @raison says
 * @dossier_id: the first dossier it is about
 * @organisme_id: the payer or the body to complete; 0: the dossier is
 * @dossier: its number
 * @financeur: the payer; empty when it is about several
 * @champ: the column of the schema
 * @valeur: what the file holds, may be empty
 * @raison: what is wrong, a sentence in the user's language
 * @remede: what to do
 * @n_lignes: lines it is about: a payer without SIRET is told once
 */
typedef struct
{
  gboolean ecarte;
  gint64 dossier_id;
  gint64 organisme_id;
  char *dossier;
  char *financeur;
  const char *champ;
  char *valeur;
  const char *raison;
  const char *remede;
  guint n_lignes;
} PvScdlConstat;

/**
 * PvScdlRapport:
 * @constats: (element-type PvScdlConstat): those that keep lines out first, the most lines first
 * @n_ecrites: lines that pass the rules
 * @n_ecartees: lines that cannot be written
 * @n_sous_seuil: grants below the threshold of the law, left out unless all are asked for
 * @n_droit_public: grants to public bodies, which need no convention: left out likewise
 */
typedef struct
{
  GPtrArray *constats;
  guint n_ecrites;
  guint n_ecartees;
  guint n_sous_seuil;
  guint n_droit_public;
  GHashTable *par_cle;
} PvScdlRapport;

PvScdlRapport *pv_scdl_rapport_new (void);
void pv_scdl_rapport_free (PvScdlRapport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScdlRapport, pv_scdl_rapport_free)

/* Tells a cell that the rules refuse. */
void pv_scdl_rapport_refuser (PvScdlRapport *self,
                              const PvPublication *publication,
                              const PvScdlLigne *ligne,
                              PvScdlColonne colonne,
                              PvScdlRefus refus);

/* Tells that the beneficiary may be a natural person, whose name is not published. */
void pv_scdl_rapport_taire_personne (PvScdlRapport *self, const PvPublication *publication);

/* Tells what a line that is written supposes. */
void pv_scdl_rapport_remarquer (PvScdlRapport *self,
                                const PvPublication *publication,
                                const PvScdlLigne *ligne);

/* Puts the constats in their order: once, at the end. */
void pv_scdl_rapport_ranger (PvScdlRapport *self);

/* (transfer full): dossier, payer, column, value, reason, what to do: in a sentence. */
char *pv_scdl_constat_to_text (const PvScdlConstat *constat);

/**
 * pv_scdl_rapport_write:
 * @path: `.xlsx`, else a CSV
 *
 * Saves the report: one row per constat.
 */
gboolean pv_scdl_rapport_write (const PvScdlRapport *self, const char *path, GError **error);

G_END_DECLS
