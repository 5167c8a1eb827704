/* pv-bilan-analyse-private.h: what the files of the analysis share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan-analyse.h"
#include "stats/pv-stats-territoire.h"

G_BEGIN_DECLS

/* --- pv-bilan-analyse-store.c: what is read ------------------------------------------------ */

/* Beneficiaries of one dossier; %PV_INT_NULL: not said. */
typedef struct
{
  gint64 femmes;
  gint64 hommes;
  gint64 non_ventiles;
  gint64 qpv_bp;
} PvBilanBeneficiaires;

/**
 * PvBilanDossier:
 * @annee: index of its exercice
 * @noeud: its principal node, or %PV_INT_NULL
 * @nature: as #PvDossierNature, -1: not said
 * @marque: 0, 1, 2, %PV_EGALITE_NON_EVALUE
 * @lieu: index of its last territory, -1: none
 *
 * All that is counted of one dossier.
 */
typedef struct
{
  gint64 id;
  gint64 exercice;
  gint64 porteur;
  gint64 noeud;
  guint annee;
  gint lieu;
  int nature;
  guint8 marque;
  guint cpo : 1;
  guint finance : 1;
  guint sorti : 1;   /* it released its envelopes */
  guint attendu : 1; /* its compte rendu is */
  guint recu : 1;
  guint valide : 1;
  PvCents cout;
  PvCents etapes[PV_N_ETAPES];
  PvCents accorde;
  PvBilanBeneficiaires prevu;
  PvBilanBeneficiaires realise;
  PvCents recuperer;
  PvCents charges; /* realised, of its budget */
} PvBilanDossier;

/* A territory of a dossier, by quartier and by commune; @avant: index of the one before. */
typedef struct
{
  gint64 rang;
  gint64 quartier;
  gint64 commune;
  gint64 part_bp;
  gint avant;
} PvBilanLieu;

/* What one financement brings. */
typedef struct
{
  PvBilanDossier *dossier;
  gint64 financeur;
  PvCents etapes[PV_N_ETAPES];
} PvBilanApport;

/* The dossiers of a perimetre, by id, and its exercices in their order. Several connections may
 * read volets of the same one at the same time: none writes but pv_bilan_source_load_suite(),
 * what its volet alone reads. */
struct _PvBilanSource
{
  gint64 appel_id;
  gint64 contrat_id;
  gboolean complet;
  GArray *dossiers; /* of PvBilanDossier */
  GArray *lieux;    /* of PvBilanLieu */
  GArray *annees;   /* of gint64 */
  gint *places;     /* by id − premier: index + 1; (nullable): ids are too far apart */
  gint64 premier;
  gsize n_places;
};

PvBilanSource *pv_bilan_source_load (PvDb *db, const PvBilanPerimetre *perimetre, GError **error);

/* (nullable): a dossier that is counted. */
PvBilanDossier *pv_bilan_source_find (PvBilanSource *self, gint64 id);

/* What the dossiers have beside their own row: nodes, marks, comptes rendus, territories. */
gboolean pv_bilan_source_load_suite (PvBilanSource *self, PvDb *db, GError **error);

typedef void (*PvBilanApportFunc) (const PvBilanApport *apport, gpointer user_data);

gboolean pv_bilan_source_each_apport (PvBilanSource *self,
                                      PvDb *db,
                                      PvBilanApportFunc func,
                                      gpointer user_data,
                                      GError **error);

/* @n_lignes and @n_postes, from the nomenclatures alone. */
gboolean pv_bilan_store_count_lignes (PvDb *db, PvBilanAnalyse *analyse, GError **error);

/* How an id is shown. @rang: its place among those of its own order. */
typedef struct
{
  char *cle;
  char *code;
  char *libelle;
  gint64 rang;
} PvBilanNom;

/* Returns: (transfer full) (nullable): gint64 → PvBilanNom, for what the file names. */
GHashTable *pv_bilan_store_noms (PvDb *db, PvBilanPar par, GError **error);

/* Returns: (transfer full) (nullable): key → key, and an absent one means none. */
GHashTable *pv_bilan_store_racines (PvDb *db, GError **error);    /* node → root */
GHashTable *pv_bilan_store_formes (PvDb *db, GError **error);     /* porteur → PvForme */
GHashTable *pv_bilan_store_categories (PvDb *db, GError **error); /* funder → PvCategorie */

/* --- pv-bilan-cumul.c: sums under way ------------------------------------------------------ */

/**
 * PvBilanCumul:
 * @ids: by place
 * @mesures: by place, then exercice
 *
 * Sums by an id and an exercice.
 */
typedef struct
{
  GHashTable *places;
  GArray *ids;
  GArray *mesures;
  guint n_annees;
  gint64 dernier;
  guint derniere_place;
  gboolean debordement;
} PvBilanCumul;

void pv_bilan_cumul_init (PvBilanCumul *self, guint n_annees);
void pv_bilan_cumul_clear (PvBilanCumul *self);

/* (transfer none): until the next call. */
PvBilanMesure *pv_bilan_cumul_get (PvBilanCumul *self, gint64 id, guint annee);

void pv_bilan_mesure_init (PvBilanMesure *self);

/* %FALSE: an amount does not fit. */
gboolean pv_bilan_mesure_add (PvBilanMesure *self, const PvBilanMesure *other);
gboolean pv_bilan_mesure_add_dossier (PvBilanMesure *self, const PvBilanDossier *dossier);

/* %FALSE, with an error that says what to do. */
gboolean pv_bilan_refuse_overflow (GError **error);

/* Adds an amount that may not be known. */
gboolean pv_bilan_add (PvCents *sum, PvCents amount);

/* --- pv-bilan-chiffres.c: the key figures -------------------------------------------------- */

void pv_bilan_chiffres_init (PvBilanChiffres *self, gint64 exercice);

/* %FALSE: an amount does not fit. */
gboolean pv_bilan_chiffres_compute (PvBilanAnalyse *self, const PvBilanSource *source);

/* --- pv-bilan-passe.c: the pass over the dossiers ------------------------------------------ */

gboolean pv_bilan_passe_run (PvBilanAnalyse *analyse,
                             PvBilanSource *source,
                             PvDb *db,
                             GCancellable *cancellable,
                             GError **error);

/* --- pv-bilan-payeurs.c: the pass over the financements ------------------------------------ */

gboolean pv_bilan_payeurs_run (PvBilanAnalyse *analyse,
                               PvBilanSource *source,
                               PvDb *db,
                               GCancellable *cancellable,
                               GError **error);
PvBilanParts *pv_bilan_analyse_parts (const PvBilanAnalyse *self, guint annee, guint categorie);

/* --- pv-bilan-table.c: sums, named and in their order -------------------------------------- */

gboolean
pv_bilan_table_fill (PvBilanTable *self, PvDb *db, const PvBilanCumul *cumul, GError **error);

/* --- pv-bilan-public.c --------------------------------------------------------------------- */

/* A mean under way. */
typedef struct
{
  gint64 poids;
  gint64 somme;
} PvBilanMoyenne;

void pv_bilan_public_init (PvBilanPublic *self);
gint64 pv_bilan_beneficiaires_get_total (const PvBilanBeneficiaires *self);
void pv_bilan_public_add (PvBilanPublic *self,
                          PvBilanMoyenne *moyenne,
                          const PvBilanBeneficiaires *dossier);
void pv_bilan_public_end (PvBilanPublic *self, const PvBilanMoyenne *moyenne);

/* --- pv-bilan-budget-store.c ---------------------------------------------------------------- */

/* Planned against realised, by @postes. */
void pv_bilan_poste_free (PvBilanPoste *self);
gboolean
pv_bilan_budget_load (PvBilanAnalyse *self, PvBilanSource *source, PvDb *db, GError **error);

G_END_DECLS
