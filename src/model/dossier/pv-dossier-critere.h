/* pv-dossier-critere.h: a filter of the list of dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvCritereCle:
 * @PV_CRITERE_STATUT: ids of statuses
 * @PV_CRITERE_AXE: codes of nodes of the principal cadre, each with its descendants
 * @PV_CRITERE_COMMUNE: INSEE codes: whole, by a quartier, or of the quartier said
 * @PV_CRITERE_QUARTIER: codes of quartiers, else their names
 * @PV_CRITERE_FINANCEUR: ids of categories of payers: one has a financement there
 * @PV_CRITERE_PORTEUR: uuid of organismes
 * @PV_CRITERE_REFERENT: uuid of agents
 * @PV_CRITERE_NATURE: `nouvelle`, `reconduction`
 * @PV_CRITERE_CPO: `oui`, `non`
 * @PV_CRITERE_MARQUE: `0`, `1`, `2`, `non-evalue`: the égalité mark
 * @PV_CRITERE_AVIS: ids of avis: a submitted instruction gives it; `divergents`: two
 *   institutions that pronounce themselves give different ones
 * @PV_CRITERE_CONTROLE: ids of controls that find something
 * @PV_CRITERE_SEVERITE: `error`, `warning`, `info`: of what they find
 * @PV_CRITERE_EXERCICE: years
 * @PV_CRITERE_FINANCE: `oui`, `non`: something is granted (voté, else arbitré), notified or paid
 * @PV_CRITERE_ENVELOPPE: uuid of envelopes: one has a financement there, or in those below
 * @PV_CRITERE_SANS: `axe`, `territoire`, `referent`, `siret`: what is missing; `pieces`: some
 *   were asked and did not come, and the dossier did not leave the year
 * @PV_CRITERE_PAS: a step of the funnel and one of its columns: `proposes-attente`: see
 *   pv_accueil_pas_valeur_parse()
 * @PV_CRITERE_REALISE: `oui`, `non`: its compte rendu says what was spent
 *
 * What a list of values filters by: one of them is enough, all criteria are
 * needed. But each value of `sans` is needed, and a control and a severity are
 * of the same finding.
 */
typedef enum
{
  PV_CRITERE_STATUT,
  PV_CRITERE_AXE,
  PV_CRITERE_COMMUNE,
  PV_CRITERE_QUARTIER,
  PV_CRITERE_FINANCEUR,
  PV_CRITERE_PORTEUR,
  PV_CRITERE_REFERENT,
  PV_CRITERE_NATURE,
  PV_CRITERE_CPO,
  PV_CRITERE_MARQUE,
  PV_CRITERE_AVIS,
  PV_CRITERE_CONTROLE,
  PV_CRITERE_SEVERITE,
  PV_CRITERE_SANS,
  PV_CRITERE_EXERCICE,
  PV_CRITERE_FINANCE,
  PV_CRITERE_ENVELOPPE,
  PV_CRITERE_PAS,
  PV_CRITERE_REALISE,
} PvCritereCle;

#define PV_N_CRITERES 19

/* (SQL): whether `dossier d` is financed. */
#define PV_CRITERE_FINANCE_SQL                                                                     \
  "(EXISTS (SELECT 1 FROM total_dossier tf WHERE tf.id = d.id"                                     \
  "          AND (tf.notifie_cents > 0 OR tf.verse_cents > 0))"                                    \
  " OR EXISTS (SELECT 1 FROM financement fi WHERE fi.dossier_id = d.id"                            \
  "  GROUP BY fi.dossier_id HAVING SUM (COALESCE (fi.vote_cents, fi.arbitre_cents)) > 0))"

/* (SQL): whether realised charges of `dossier d` are known. */
#define PV_CRITERE_REALISE_SQL                                                                     \
  "(d.chapeau = 0 AND EXISTS (SELECT 1 FROM total_bilan tb WHERE tb.id = d.id"                     \
  "                            AND tb.n_realise > 0))"

/* The key of the text form: "statut"… */
const char *pv_critere_cle_to_id (PvCritereCle critere);

/**
 * PvIntervalleMontant:
 *
 * Amounts that a range filters by: the coût total, then what all payers together
 * bring at a stage, in the order of #PvEtape.
 */
typedef enum
{
  PV_INTERVALLE_COUT,
  PV_INTERVALLE_SOLLICITE,
  PV_INTERVALLE_PROPOSE,
  PV_INTERVALLE_ARBITRE,
  PV_INTERVALLE_VOTE,
  PV_INTERVALLE_NOTIFIE,
  PV_INTERVALLE_VERSE,
} PvIntervalleMontant;

#define PV_N_INTERVALLES 7

const char *pv_intervalle_to_id (PvIntervalleMontant montant);

/**
 * PvDossierCritere:
 *
 * Which dossiers of the appel in use a list shows. A new one keeps them all. An
 * amount that is not known is in no range.
 */
typedef struct _PvDossierCritere PvDossierCritere;

PvDossierCritere *pv_dossier_critere_new (void);
PvDossierCritere *pv_dossier_critere_copy (const PvDossierCritere *self);
void pv_dossier_critere_free (PvDossierCritere *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierCritere, pv_dossier_critere_free)

/* Whether both keep the same dossiers by the same criteria; the order of values counts. */
gboolean pv_dossier_critere_equal (const PvDossierCritere *a, const PvDossierCritere *b);

/* Whether it keeps them all. */
gboolean pv_dossier_critere_is_empty (const PvDossierCritere *self);

/* (nullable): what is searched for, cleaned; %NULL or empty: nothing. */
const char *pv_dossier_critere_get_texte (const PvDossierCritere *self);
void pv_dossier_critere_set_texte (PvDossierCritere *self, const char *texte);

/**
 * pv_dossier_critere_get_valeurs:
 *
 * Returns: (transfer none) (array zero-terminated=1): empty: no such criterion
 */
const char *const *pv_dossier_critere_get_valeurs (const PvDossierCritere *self,
                                                   PvCritereCle critere);

/* @valeurs: (nullable): kept without empty and repeated ones; none removes the criterion. */
void pv_dossier_critere_set_valeurs (PvDossierCritere *self,
                                     PvCritereCle critere,
                                     const char *const *valeurs);
gboolean pv_dossier_critere_has_valeur (const PvDossierCritere *self,
                                        PvCritereCle critere,
                                        const char *valeur);

/* Adds or takes away one value. */
void pv_dossier_critere_set_valeur (PvDossierCritere *self,
                                    PvCritereCle critere,
                                    const char *valeur,
                                    gboolean presente);

/* Bounds in cents, both inside; %PV_CENTS_NULL: none. FALSE when both are none. */
gboolean pv_dossier_critere_get_intervalle (const PvDossierCritere *self,
                                            PvIntervalleMontant montant,
                                            PvCents *min,
                                            PvCents *max);
void pv_dossier_critere_set_intervalle (PvDossierCritere *self,
                                        PvIntervalleMontant montant,
                                        PvCents min,
                                        PvCents max);

/**
 * pv_dossier_critere_to_text:
 *
 * Returns: (transfer full): `key=value,value;key=value`, values percent-escaped;
 *   always the same for equal filters, empty when it keeps all
 */
char *pv_dossier_critere_to_text (const PvDossierCritere *self);

/**
 * pv_dossier_critere_parse:
 * @text: as pv_dossier_critere_to_text() writes it; from a setting, a saved view,
 *   a person: anything
 *
 * Returns: (transfer full): the filter, or %NULL with %PV_RULE_ERROR_INVALID when
 *   a key is unknown or a value cannot be
 */
PvDossierCritere *pv_dossier_critere_parse (const char *text, GError **error);

G_END_DECLS
