/* pv-field.h: what a column of a source can be
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvFieldType:
 * @PV_FIELD_TYPE_TEXT: one line
 * @PV_FIELD_TYPE_LINES: several lines are kept
 * @PV_FIELD_TYPE_LIST: names joined by `;`, `,`, `/` or line breaks
 * @PV_FIELD_TYPE_VOCABULARY: a word, translated by the profile's vocabulary
 * @PV_FIELD_TYPE_SCORE: points on 100, in hundredths of a point
 * @PV_FIELD_TYPE_MARK: a whole number, or “N/A”: -1, which is not empty
 */
typedef enum
{
  PV_FIELD_TYPE_TEXT,
  PV_FIELD_TYPE_LINES,
  PV_FIELD_TYPE_LIST,
  PV_FIELD_TYPE_VOCABULARY,
  PV_FIELD_TYPE_MONEY,
  PV_FIELD_TYPE_DATE,
  PV_FIELD_TYPE_PERIOD,
  PV_FIELD_TYPE_SIRET,
  PV_FIELD_TYPE_RNA,
  PV_FIELD_TYPE_INSEE,
  PV_FIELD_TYPE_YEAR,
  PV_FIELD_TYPE_COUNT,
  PV_FIELD_TYPE_PERCENT,
  PV_FIELD_TYPE_BOOLEAN,
  PV_FIELD_TYPE_SCORE,
  PV_FIELD_TYPE_MARK,
} PvFieldType;

/* X (enumerator, id in the profiles, type, name for the user). Those from
 * SOLLICITE to BUDGET can be several columns. */
#define PV_FIELDS(X)                                                                               \
  X (LIEN, "lien", TEXT, N_ ("Number of the dossier it details"))                                  \
  X (NUMERO, "numero", TEXT, N_ ("Number"))                                                        \
  X (PARTIE_DE, "partie_de", TEXT, N_ ("Part of"))                                                 \
  X (PRECEDENT, "precedent", TEXT, N_ ("Number of the dossier it continues"))                      \
  X (DEPOT_NUMERO, "depot.numero", TEXT, N_ ("Number of the application"))                         \
  X (PORTEUR_NOM, "porteur.nom", TEXT, N_ ("Porteur"))                                             \
  X (PORTEUR_SIGLE, "porteur.sigle", TEXT, N_ ("Sigle of the porteur"))                            \
  X (PORTEUR_SIRET, "porteur.siret", SIRET, N_ ("SIRET of the porteur"))                           \
  X (PORTEUR_RNA, "porteur.rna", RNA, N_ ("RNA of the porteur"))                                   \
  X (PORTEUR_FORME, "porteur.forme", VOCABULARY, N_ ("Legal form of the porteur"))                 \
  X (PORTEUR_ADRESSE, "porteur.adresse", TEXT, N_ ("Address of the porteur"))                      \
  X (PORTEUR_CODE_POSTAL, "porteur.code_postal", TEXT, N_ ("Postal code of the porteur"))          \
  X (PORTEUR_INSEE, "porteur.insee", INSEE, N_ ("INSEE code of the porteur"))                      \
  X (PORTEUR_COMMUNE, "porteur.commune", TEXT, N_ ("Commune of the porteur"))                      \
  X (PORTEUR_CER, "porteur.cer_signe_le", DATE, N_ ("CER signed on"))                              \
  X (INTITULE, "intitule", TEXT, N_ ("Title"))                                                     \
  X (RESUME, "resume", LINES, N_ ("Summary"))                                                      \
  X (COMMENTAIRE, "commentaire", LINES, N_ ("Comment"))                                            \
  X (COMMUNES, "communes", LIST, N_ ("Communes"))                                                  \
  X (QUARTIERS, "quartiers", LIST, N_ ("Quarters"))                                                \
  X (TERRITOIRE, "territoire", TEXT, N_ ("Territory, as stated"))                                  \
  X (AXE, "axe", LIST, N_ ("Axis"))                                                                \
  X (OBJECTIF, "objectif", LIST, N_ ("Objective"))                                                 \
  X (NATURE, "nature", VOCABULARY, N_ ("New or renewed"))                                          \
  X (CPO, "cpo", TEXT, N_ ("Year of the CPO"))                                                     \
  X (DEBUT, "debut", DATE, N_ ("Start"))                                                           \
  X (FIN, "fin", DATE, N_ ("End"))                                                                 \
  X (STATUT, "statut", VOCABULARY, N_ ("Status"))                                                  \
  X (STATUT_MOTIF, "statut_motif", LINES, N_ ("Reason of the decision"))                           \
  X (EXERCICE, "exercice", YEAR, N_ ("Exercice"))                                                  \
  X (DEPOSE_LE, "depose_le", DATE, N_ ("Deposited on"))                                            \
  X (COUT_TOTAL, "cout_total", MONEY, N_ ("Total cost"))                                           \
  X (AUTRES_PRODUITS, "autres_produits", MONEY, N_ ("Other income"))                               \
  X (FEMMES, "beneficiaires.femmes", COUNT, N_ ("Beneficiaries, women"))                           \
  X (HOMMES, "beneficiaires.hommes", COUNT, N_ ("Beneficiaries, men"))                             \
  X (NON_VENTILES, "beneficiaires.non_ventiles", COUNT, N_ ("Beneficiaries, not broken down"))     \
  X (BENEFICIAIRES, "beneficiaires.total", COUNT, N_ ("Beneficiaries, total"))                     \
  X (PART_QPV, "beneficiaires.part_qpv", PERCENT, N_ ("Share from QPV"))                           \
  X (MARQUEUR, "marqueur", COUNT, N_ ("Mark of equality"))                                         \
  X (MARQUEUR_MOTIF, "marqueur.justification", LINES, N_ ("Reason of the mark"))                   \
  X (PAYEUR_NOM, "payeur.nom", TEXT, N_ ("Payer"))                                                 \
  X (PAYEUR_SIRET, "payeur.siret", SIRET, N_ ("SIRET of the payer"))                               \
  X (DISPOSITIF, "dispositif", TEXT, N_ ("Dispositif"))                                            \
  X (SECTION, "section", VOCABULARY, N_ ("Section"))                                               \
  X (PLAFOND, "plafond", PERCENT, N_ ("Ceiling of public aid"))                                    \
  X (REGLES, "regles", TEXT, N_ ("Limits"))                                                        \
  X (REFERENCE, "reference", TEXT, N_ ("Reference of the payer"))                                  \
  X (VOTE_LE, "vote_le", DATE, N_ ("Voted on"))                                                    \
  X (VOTE_ACTE, "vote_acte", TEXT, N_ ("Act of the vote"))                                         \
  X (NOTIFIE_LE, "notifie_le", DATE, N_ ("Notified on"))                                           \
  X (NOTIFIE_ACTE, "notifie_acte", TEXT, N_ ("Act of the notification"))                           \
  X (DATE_CONVENTION, "convention.date", DATE, N_ ("Date of the convention"))                      \
  X (AIDE_NATURE, "aide.nature", VOCABULARY, N_ ("Nature of the aid"))                             \
  X (AIDE_CONDITIONS, "aide.conditions", TEXT, N_ ("Conditions of payment"))                       \
  X (AIDE_PERIODE, "aide.periode", PERIOD, N_ ("Period of payment"))                               \
  X (AIDE_RAE, "aide.rae", TEXT, N_ ("RAE number"))                                                \
  X (AIDE_UE, "aide.notification_ue", BOOLEAN, N_ ("Notified to the EU"))                          \
  X (AIDE_PART, "aide.pourcentage", PERCENT, N_ ("Share given to the beneficiary"))                \
  X (AIDE_DISPOSITIF, "aide.dispositif", TEXT, N_ ("Aid scheme"))                                  \
  X (AVIS_SERVICE, "avis.service", TEXT, N_ ("Service asked"))                                     \
  X (AVIS_QUESTION, "avis.question", LINES, N_ ("Question"))                                       \
  X (AVIS_REPONSE, "avis.reponse", LINES, N_ ("Answer"))                                           \
  X (AVIS_OUI_NON, "avis.oui_non", VOCABULARY, N_ ("Answer, yes or no"))                           \
  X (AVIS_DEMANDE_LE, "avis.demande_le", DATE, N_ ("Asked on"))                                    \
  X (AVIS_REPONDU_LE, "avis.repondu_le", DATE, N_ ("Answered on"))                                 \
  X (LIBELLE, "libelle", TEXT, N_ ("Label"))                                                       \
  X (INSTITUTION, "institution", TEXT, N_ ("Institution"))                                         \
  X (GRILLE, "grille", TEXT, N_ ("Scoring grid"))                                                  \
  X (CRITERE, "critere", TEXT, N_ ("Criterion"))                                                   \
  X (EGALITE_MIXTE, "egalite.mixte", BOOLEAN, N_ ("Mixed public"))                                 \
  X (EGALITE_OBJECTIF, "egalite.objectif", BOOLEAN, N_ ("Equality as main objective"))             \
  X (EGALITE_A, "egalite.a", BOOLEAN, N_ ("Gendered diagnosis"))                                   \
  X (EGALITE_B, "egalite.b", BOOLEAN, N_ ("Balanced participation"))                               \
  X (EGALITE_C, "egalite.c", BOOLEAN, N_ ("Gendered indicators"))                                  \
  X (EGALITE_COHERENT, "egalite.coherent", BOOLEAN, N_ ("Public coherent with the objectives"))    \
  X (CRITERE_POIDS, "critere.poids", COUNT, N_ ("Weight of the criterion"))                        \
  X (CRITERE_MAXIMUM, "critere.maximum", COUNT, N_ ("Highest mark of the criterion"))              \
  X (CRITERE_NOTE, "critere.note", MARK, N_ ("Mark on the criterion"))                             \
  X (VERSEMENT_LE, "versement.date", DATE, N_ ("Date of the payment"))                             \
  X (VERSEMENT_GENRE, "versement.genre", VOCABULARY, N_ ("Kind of payment"))                       \
  X (VERSEMENT_REFERENCE, "versement.reference", TEXT, N_ ("Reference of the payment"))            \
  X (BILAN_DU_LE, "bilan.du_le", DATE, N_ ("Compte rendu due on"))                                 \
  X (BILAN_RECU_LE, "bilan.recu_le", DATE, N_ ("Compte rendu received on"))                        \
  X (BILAN_VALIDE_LE, "bilan.valide_le", DATE, N_ ("Compte rendu validated on"))                   \
  X (BILAN_REALISATION, "bilan.realisation", VOCABULARY, N_ ("Realisation"))                       \
  X (BILAN_CHARGES, "bilan.charges", MONEY, N_ ("Realised charges"))                               \
  X (BILAN_PRODUITS, "bilan.produits", MONEY, N_ ("Realised produits"))                            \
  X (BILAN_A_RECUPERER, "bilan.a_recuperer", MONEY, N_ ("Amount to recover"))                      \
  X (BILAN_MISE_EN_OEUVRE, "bilan.mise_en_oeuvre", LINES, N_ ("How it was carried out"))           \
  X (BILAN_PUBLICS, "bilan.publics", LINES, N_ ("Which publics"))                                  \
  X (BILAN_DATES_LIEUX, "bilan.dates_lieux", LINES, N_ ("When and where"))                         \
  X (BILAN_OBJECTIFS, "bilan.objectifs", LINES, N_ ("Whether it met its objectives"))              \
  X (BILAN_AUTRES, "bilan.autres", LINES, N_ ("Other information"))                                \
  X (BILAN_INDIRECTES, "bilan.charges_indirectes", LINES, N_ ("Rule of the indirect charges"))     \
  X (BILAN_ECARTS, "bilan.ecarts", LINES, N_ ("Why it differs from the plan"))                     \
  X (BILAN_VOLONTAIRES, "bilan.volontaires", LINES, N_ ("Contributions in kind"))                  \
  X (BILAN_OBSERVATIONS, "bilan.observations", LINES, N_ ("Observations"))                         \
  X (MONTANT, "montant", MONEY, N_ ("Amount"))                                                     \
  X (SOLLICITE, "sollicite", MONEY, N_ ("Sollicité"))                                              \
  X (PROPOSE, "propose", MONEY, N_ ("Proposé"))                                                    \
  X (ARBITRE, "arbitre", MONEY, N_ ("Arbitré"))                                                    \
  X (VOTE, "vote", MONEY, N_ ("Voté"))                                                             \
  X (NOTIFIE, "notifie", MONEY, N_ ("Notifié"))                                                    \
  X (VERSE, "verse", MONEY, N_ ("Versé"))                                                          \
  X (AVIS, "avis", VOCABULARY, N_ ("Avis of an institution"))                                      \
  X (NOTE, "note", SCORE, N_ ("Score by an institution"))                                          \
  X (BUDGET, "budget", MONEY, N_ ("Line of the budget"))

typedef enum
{
#define X(name, id, type, label) PV_FIELD_##name,
  PV_FIELDS (X)
#undef X
      PV_N_FIELDS
} PvFieldId;

/* Fields that several columns of one row may give. */
#define PV_FIELD_IS_MULTIPLE(field) ((field) >= PV_FIELD_SOLLICITE)

/* The stages, in the order of PvEtape. */
#define PV_FIELD_IS_STAGE(field) ((field) >= PV_FIELD_SOLLICITE && (field) <= PV_FIELD_VERSE)

/**
 * pv_field_from_id:
 *
 * Returns: %FALSE when no field has this id
 */
gboolean pv_field_from_id (const char *id, PvFieldId *field);

const char *pv_field_to_id (PvFieldId field);
PvFieldType pv_field_get_value_type (PvFieldId field);

/* In the language of the session. */
const char *pv_field_get_name (PvFieldId field);

G_END_DECLS
