/* pv-bilan-analyse.h: the bilan of a programming, over the exercices of the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "egalite/pv-egalite-analyse.h"
#include "financeur/pv-financeur.h"
#include "pv-db.h"

G_BEGIN_DECLS

/*
 * One computation for the page Bilans, the workbook `bilan`, the command line and the PDF.
 *
 * Everywhere: a chapeau is left out, its parts are counted. Amounts are exact;
 * %PV_CENTS_NULL: nobody answered, which is not 0. A dossier is of its own exercice, and all
 * its financements with it. "Financed": something is granted (voté, else arbitré), notified
 * or paid, above 0 (the criterion `finance=oui` of the list of dossiers). "Accordé": voté,
 * else arbitré, of each financement.
 */

/**
 * PvBilanPerimetre:
 * @contrat_id: the appels of a contrat, or %PV_INT_NULL: all
 * @appel_id: one appel, or %PV_INT_NULL: all
 * @exercices: (array length=n_exercices) (nullable): which ones; they are shown in the order
 *   of the years, and those of the file without a dossier are not
 * @n_exercices: 0: all that have a dossier
 *
 * Which dossiers.
 */
typedef struct
{
  gint64 contrat_id;
  gint64 appel_id;
  const gint64 *exercices;
  guint n_exercices;
} PvBilanPerimetre;

/* Whether dossiers of an exercice are asked for. */
gboolean pv_bilan_perimetre_has (const PvBilanPerimetre *self, gint64 exercice);

#define PV_BILAN_PERIMETRE_TOUT                                                                    \
  ((PvBilanPerimetre){ .contrat_id = PV_INT_NULL, .appel_id = PV_INT_NULL })

/**
 * PvBilanPar:
 * @PV_BILAN_PAR_CATEGORIE: category of funder
 * @PV_BILAN_PAR_FINANCEUR: funder
 * @PV_BILAN_PAR_AXE: root of the principal node of the principal cadre ("orientation")
 * @PV_BILAN_PAR_OBJECTIF: that node itself
 * @PV_BILAN_PAR_COMMUNE: amounts follow the shares of the territories; a quartier of which
 *   no commune is said counts for its commune when it has only one, else it is not shared out
 * @PV_BILAN_PAR_QUARTIER: quartier, or whole commune; amounts follow the shares
 * @PV_BILAN_PAR_PORTEUR: organisme that carries the dossier
 * @PV_BILAN_PAR_FORME: forme of that organisme
 * @PV_BILAN_PAR_NATURE: nouvelle, reconduction
 * @PV_BILAN_PAR_CPO: in a convention pluriannuelle, or not
 * @PV_BILAN_PAR_MARQUE: collective égalité mark: 0, 1, 2, not assessed
 *
 * What the lines of a table are. By categorie and financeur the numbers of dossiers are not
 * additive (a dossier has several funders), nor by commune and quartier.
 */
typedef enum
{
  PV_BILAN_PAR_CATEGORIE,
  PV_BILAN_PAR_FINANCEUR,
  PV_BILAN_PAR_AXE,
  PV_BILAN_PAR_OBJECTIF,
  PV_BILAN_PAR_COMMUNE,
  PV_BILAN_PAR_QUARTIER,
  PV_BILAN_PAR_PORTEUR,
  PV_BILAN_PAR_FORME,
  PV_BILAN_PAR_NATURE,
  PV_BILAN_PAR_CPO,
  PV_BILAN_PAR_MARQUE,
} PvBilanPar;

#define PV_N_BILAN_PAR 11

/* What a line is, in French, as a sheet heads it: « Financeur », « Quartier »… */
const char *pv_bilan_par_to_libelle (PvBilanPar par);

/**
 * PvBilanMesure:
 * @dossiers: distinct dossiers, financed or not
 * @finances: those that are financed; by funder: by this one
 * @etapes: Σ of each stage, as pv_stats_matrice()
 * @accorde: Σ of what is granted
 *
 * What is counted of the dossiers of a line and an exercice.
 */
typedef struct
{
  gint64 dossiers;
  gint64 finances;
  PvCents etapes[PV_N_ETAPES];
  PvCents accorde;
} PvBilanMesure;

/**
 * PvBilanTableLigne:
 * @cle: value of the criterion of the list of dossiers, "" for what has none; %NULL: no
 *   filter says it (not shared out, a sum of others)
 * @code: (nullable): SIRET of a funder or porteur, code of a node, quartier or commune, ASCII id
 *   of a category, forme, nature or mark
 * @libelle: its name, in French
 * @annees: (array length=n_annees): by exercice, in the order of the analysis
 * @total: over the exercices
 */
typedef struct
{
  char *cle;
  char *code;
  char *libelle;
  PvBilanMesure *annees;
  PvBilanMesure total;
} PvBilanTableLigne;

/**
 * PvBilanTable:
 * @lignes: (element-type PvBilanTableLigne): categories, nodes, natures and marks in their own
 *   order, others by decreasing amount granted, then asked, then name; what has no key, then
 *   what is not shared out, last
 */
typedef struct
{
  PvBilanPar par;
  GPtrArray *lignes;
} PvBilanTable;

/**
 * PvBilanPublic:
 * @femmes, @hommes, @non_ventiles: Σ of what is known; %PV_INT_NULL: nobody said
 * @total: Σ of the three
 * @dossiers: how many dossiers say at least one of them
 * @qpv_bp: share of inhabitants of QPV: the mean of the dossiers that say it, by their
 *   number of beneficiaries, rounded half up; %PV_INT_NULL: none does
 */
typedef struct
{
  gint64 femmes;
  gint64 hommes;
  gint64 non_ventiles;
  gint64 total;
  gint64 dossiers;
  gint64 qpv_bp;
} PvBilanPublic;

/**
 * PvBilanChiffres:
 * @exercice: or %PV_INT_NULL for the whole
 * @mesure: numbers of dossiers, six stages and accordé
 * @porteurs: distinct organismes that carry a dossier
 * @porteurs_finances: those that carry a financed one
 * @cout_cents: Σ of the coûts totaux of all dossiers (86 and 87 left out)
 * @cout_finances_cents: the same of the financed ones
 * @public_demande: beneficiaries planned by all dossiers
 * @public_prevu: planned by the financed ones
 * @public_realise: realised, by the dossiers whose compte rendu says beneficiaries
 * @public_prevu_bilan: planned by those of them that planned some
 * @public_realise_bilan: realised, by the same: they compare
 * @attendus: comptes rendus expected: dossiers with something paid above 0, or notified and not
 *   given up
 * @recus, @valides: of those, received (or validated), validated
 * @compares: dossiers with planned and realised charges (60 to 69 and indirect)
 * @charges_prevues_cents, @charges_realisees_cents: of those alone: they compare
 * @realise_cents: Σ of all the realised charges
 * @recuperer_cents: Σ of the amounts to recover that were confirmed
 * @egalite: marks by number and amount: of PvEgaliteAnalyse, whose functions give shares and
 *   coverage
 *
 * The key figures of an exercice, or of the whole.
 */
typedef struct
{
  gint64 exercice;
  PvBilanMesure mesure;
  gint64 porteurs;
  gint64 porteurs_finances;
  PvCents cout_cents;
  PvCents cout_finances_cents;
  PvBilanPublic public_demande;
  PvBilanPublic public_prevu;
  PvBilanPublic public_realise;
  PvBilanPublic public_prevu_bilan;
  PvBilanPublic public_realise_bilan;
  gint64 attendus;
  gint64 recus;
  gint64 valides;
  gint64 compares;
  PvCents charges_prevues_cents;
  PvCents charges_realisees_cents;
  PvCents realise_cents;
  PvCents recuperer_cents;
  PvEgaliteLigne egalite;
} PvBilanChiffres;

/**
 * PvBilanPoste:
 * @code, @libelle: of a poste of the plan of accounts (60, 61… 79, 86, 87, indirect), its
 *   lines with it
 * @charge: a charge, else a product
 * @volontaire: 86 and 87, outside the coût total
 * @prevu, @realise: (array length=n_annees): by exercice, over the dossiers that have both
 *   planned and realised charges
 * @prevu_total, @realise_total: over the exercices
 */
typedef struct
{
  char *code;
  char *libelle;
  gboolean charge;
  gboolean volontaire;
  PvCents *prevu;
  PvCents *realise;
  PvCents prevu_total;
  PvCents realise_total;
} PvBilanPoste;

/* Amounts by stage: what is paid, the rest notified, else voted, else arbitrated, else
 * proposed. */
typedef struct
{
  PvCents cents[PV_N_ETAPES];
} PvBilanParts;

/**
 * PvBilanVolets:
 * @PV_BILAN_VOLET_CHIFFRES: the key figures, from kept totals, without @egalite
 * @PV_BILAN_VOLET_FINANCEURS: the tables by category and funder, and the parts
 * @PV_BILAN_VOLET_DIMENSIONS: the other tables, and @egalite
 * @PV_BILAN_VOLET_REALISE: the postes
 *
 * Parts of the analysis, that connections read one after the other, or at the same time.
 */
typedef enum
{
  PV_BILAN_VOLET_CHIFFRES = 1 << 0,
  PV_BILAN_VOLET_FINANCEURS = 1 << 1,
  PV_BILAN_VOLET_DIMENSIONS = 1 << 2,
  PV_BILAN_VOLET_REALISE = 1 << 3,
} PvBilanVolets;

#define PV_BILAN_VOLETS                                                                            \
  (PV_BILAN_VOLET_CHIFFRES | PV_BILAN_VOLET_FINANCEURS | PV_BILAN_VOLET_DIMENSIONS |               \
   PV_BILAN_VOLET_REALISE)

typedef struct _PvBilanSource PvBilanSource;

/**
 * PvBilanAnalyse:
 * @volets: what is known
 * @source: (nullable): while some are not
 * @perimetre: what was asked; its @exercices are those of @annees
 * @complet: no exercice was left out by it
 * @annees: (array length=n_annees): key figures of each exercice, in their order
 * @total: the same over all of them; each dossier and porteur once
 * @n_lignes: by #PvBilanPar: about how many lines its table will have: the room it takes
 * @n_postes: likewise, without 86 and 87
 * @tables: by #PvBilanPar
 * @parts: what each category of funders engages in each exercice, each financement once, under
 *   its furthest stage: see pv_bilan_analyse_get_parts()
 * @postes: (element-type PvBilanPoste): in the order of the plan of accounts; those without
 *   any amount are left out
 */
typedef struct
{
  PvBilanVolets volets;
  PvBilanSource *source;
  PvBilanPerimetre perimetre;
  gboolean complet;
  PvBilanChiffres *annees;
  guint n_annees;
  PvBilanChiffres total;
  guint n_lignes[PV_N_BILAN_PAR];
  guint n_postes;
  PvBilanTable tables[PV_N_BILAN_PAR];
  PvBilanParts *parts;
  GPtrArray *postes;
} PvBilanAnalyse;

void pv_bilan_analyse_free (PvBilanAnalyse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvBilanAnalyse, pv_bilan_analyse_free)

/**
 * pv_bilan_analyse_compute:
 * @perimetre: (nullable): %NULL: the whole file
 * @cancellable: (nullable)
 *
 * Reads everything, in one pass over the dossiers and one over their financements. It may
 * last: call it in a worker.
 *
 * Returns: (transfer full) (nullable): without an exercice when there is no dossier; %NULL
 *   with %PV_RULE_ERROR_OVERFLOW when a sum cannot be kept exactly, with a #PV_DB_ERROR, or
 *   cancelled
 */
PvBilanAnalyse *pv_bilan_analyse_compute (PvDb *db,
                                          const PvBilanPerimetre *perimetre,
                                          GCancellable *cancellable,
                                          GError **error);

/* As pv_bilan_analyse_compute(), for a page: what is not asked for is not known, and
 * %PV_BILAN_VOLET_CHIFFRES always is. The first ones are quick. */
PvBilanAnalyse *pv_bilan_analyse_compute_volets (PvDb *db,
                                                 const PvBilanPerimetre *perimetre,
                                                 PvBilanVolets volets,
                                                 GCancellable *cancellable,
                                                 GError **error);

/* (transfer full) (nullable): the dossiers that were read, while volets are left. */
PvBilanSource *pv_bilan_analyse_ref_source (const PvBilanAnalyse *self);
PvBilanSource *pv_bilan_source_ref (PvBilanSource *self);
void pv_bilan_source_unref (PvBilanSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvBilanSource, pv_bilan_source_unref)

/**
 * pv_bilan_analyse_compute_suite:
 * @source: of the quick ones; several connections may read from it at the same time, each volet
 *   once
 * @volets: others
 *
 * Returns: (transfer full) (nullable): for pv_bilan_analyse_take()
 */
PvBilanAnalyse *pv_bilan_analyse_compute_suite (PvDb *db,
                                                PvBilanSource *source,
                                                PvBilanVolets volets,
                                                GCancellable *cancellable,
                                                GError **error);

/* Takes the volets of @suite, (transfer full), of the same source. What @self has stays. */
void pv_bilan_analyse_take (PvBilanAnalyse *self, PvBilanAnalyse *suite);

/* (transfer none): the lines of one table. */
const PvBilanTable *pv_bilan_analyse_get_table (const PvBilanAnalyse *self, PvBilanPar par);

/* Index of an exercice among @annees, or -1. */
int pv_bilan_analyse_find_annee (const PvBilanAnalyse *self, gint64 exercice);

/* (transfer none): the figures of an index of @annees; of the whole: -1. */
const PvBilanChiffres *pv_bilan_analyse_get_chiffres (const PvBilanAnalyse *self, int annee);

/**
 * pv_bilan_analyse_get_parts:
 *
 * What a category of funders engages in an exercice (index of @annees), each financement once:
 * dossiers that released their envelopes do not count, and sollicité is not used. As
 * pv_accueil_load_financeurs().
 *
 * Returns: (transfer none)
 */
const PvBilanParts *
pv_bilan_analyse_get_parts (const PvBilanAnalyse *self, guint annee, PvCategorie categorie);

/* (transfer none): what a line counts in an exercice (index of @annees), or in all: -1. */
const PvBilanMesure *pv_bilan_table_ligne_get_mesure (const PvBilanTableLigne *self, int annee);

/**
 * pv_bilan_table_sum:
 * @from: index of the first line that is summed
 *
 * The lines from there on as one, "12 autres": for a table of porteurs that shows the first
 * ones. Where a dossier may be of several lines (categorie, financeur, commune, quartier), its
 * numbers of dossiers are %PV_INT_NULL.
 *
 * Returns: (transfer full) (nullable): %NULL: there are none; free by pv_bilan_table_ligne_free()
 */
PvBilanTableLigne *pv_bilan_table_sum (const PvBilanTable *self, guint n_annees, guint from);
void pv_bilan_table_ligne_free (PvBilanTableLigne *self);

/* Realised over planned charges, in basis points, rounded half up; %PV_INT_NULL: not known. */
gint64 pv_bilan_chiffres_get_taux_bp (const PvBilanChiffres *self);

/* From @avant to @apres, in basis points of @avant, signed; %PV_INT_NULL when either is not
 * known or @avant is 0. Shares: pv_money_rate_bp(). */
gint64 pv_bilan_evolution_bp (gint64 avant, gint64 apres);

/**
 * PvBilanListe:
 * @PV_BILAN_LISTE_DOSSIERS: all those of the figure
 * @PV_BILAN_LISTE_FINANCES: those that are financed
 * @PV_BILAN_LISTE_NOTIFIES: those with something notified
 * @PV_BILAN_LISTE_VERSES: those with something paid
 * @PV_BILAN_LISTE_REALISES: those whose realised charges are known
 */
typedef enum
{
  PV_BILAN_LISTE_DOSSIERS,
  PV_BILAN_LISTE_FINANCES,
  PV_BILAN_LISTE_NOTIFIES,
  PV_BILAN_LISTE_VERSES,
  PV_BILAN_LISTE_REALISES,
} PvBilanListe;

/**
 * pv_bilan_analyse_dup_critere:
 * @par: what @ligne is of
 * @ligne: (nullable): %NULL: all dossiers
 * @annee: index of @annees, or -1: all those of the analysis
 *
 * The filter of the list of dossiers that shows what a figure counts.
 *
 * Returns: (transfer full) (nullable): as pv_dossier_critere_to_text(); %NULL: none says it
 */
char *pv_bilan_analyse_dup_critere (const PvBilanAnalyse *self,
                                    PvBilanPar par,
                                    const PvBilanTableLigne *ligne,
                                    int annee,
                                    PvBilanListe liste);

G_END_DECLS
