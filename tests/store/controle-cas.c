/* controle-cas.c: what each control finds, and does not
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle-cas.h"

/* A grid, another one, and two institutions on dossier 2. */
#define NOTATION                                                                                   \
  "INSERT INTO grille (id, uuid, nom) VALUES (1, 'g1', 'G'), (2, 'g2', 'H');"                      \
  "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum) VALUES"               \
  " (1, 'c1', 1, 1, 'Public', 2, 5), (2, 'c2', 1, 2, 'Budget', 1, 5), (3, 'c3', 2, 1, 'X', 1, 5);" \
  "UPDATE appel SET grille_id = 1;"                                                                \
  "INSERT INTO institution (id, uuid, nom) VALUES (1, 'i1', 'DDETS'), (2, 'i2', 'Région');"       \
  "INSERT INTO instruction (id, uuid, dossier_id, institution_id, etat, score_declare) VALUES"     \
  " (1, 'n1', 2, 1, 'soumise', NULL), (2, 'n2', 2, 2, 'soumise', 5000);"

#define NULLE PV_INT_NULL

#define SEANCE(etat, jour)                                                                         \
  "INSERT INTO instance (id, uuid, nom, effet) VALUES (1, 'i', 'Copil', 'decision');"              \
  "INSERT INTO seance (id, uuid, instance_id, date_le, etat) VALUES"                               \
  " (1, 's', 1, '2026-06-01', 'preparee');"                                                        \
  "INSERT INTO seance_dossier (seance_id, dossier_id, ordre) VALUES (1, 1, 1);"                    \
  "UPDATE seance SET etat = '" etat "', ouverte_a = '" jour "T09:00:00Z'"

const ControleCas controle_cas[] = {
  /* identity */
  { "siret-invalide", "declared",
    "UPDATE organisme SET siret = NULL, siret_declare = '7,17E+13' WHERE id = 1", 1,
    PV_SEVERITE_WARNING, 1, "organisme", 1, "siret_declare", "“7,17E+13”" },
  { "siret-invalide", "key", "UPDATE organisme SET siret = '73282932000075' WHERE id = 1", 1,
    PV_SEVERITE_WARNING, 1, "organisme", 1, "siret", "(2 dossiers)" },
  { "siret-invalide", "la-poste", "UPDATE organisme SET siret = '35600000049837' WHERE id = 1", 0 },
  { "siret-invalide", "absent", "UPDATE organisme SET siret = NULL WHERE id = 1", 0 },
  { "siret-absent", "absent", "UPDATE organisme SET siret = NULL WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 3, "organisme", 2, "siret", "Ville de Roubaix (1 dossier) has no SIRET" },
  { "siret-absent", "invalid-is-another",
    "UPDATE organisme SET siret = NULL, siret_declare = '12' WHERE id = 2", 0 },
  { "cer-absent", "association", "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1", 1,
    PV_SEVERITE_WARNING, 1, "organisme", 1, "cer_signe_le", "exercice 2026" },
  { "cer-absent", "notified",
    "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1",
    1, PV_SEVERITE_WARNING, 1, "organisme", 1, "cer_signe_le", "a grant is notified already" },
  { "cer-absent", "before-2022",
    "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
    "UPDATE dossier SET exercice = 2021, appel_id = 3 WHERE porteur_id = 1",
    0 },
  { "cer-absent", "commune", "UPDATE dossier SET porteur_id = 2 WHERE id = 2;", 0 },
  { "cer-absent", "refused",
    "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
    "UPDATE dossier SET statut = 'refuse' WHERE porteur_id = 1",
    0 },
  { "cer-absent", "threshold-of-the-file",
    "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite, valable_du)"
    " VALUES ('s', 'cer_obligatoire', 'CER', 1, 'nombre', '2027-01-01')",
    0 },

  /* doubles */
  { "double-depot", "near",
    "UPDATE dossier SET intitule = 'ATELIERS de theatre a l’Alma !' WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "intitule", "100 % alike the intitulé of n° A-1" },
  { "double-depot", "one-letter",
    "UPDATE dossier SET intitule = 'Atelier de théâtre à l’Alma' WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "intitule", "n° A-1" },
  { "double-depot", "other-appel",
    "UPDATE dossier SET intitule = 'Ateliers de théâtre à l’Alma', appel_id = 2 WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "intitule", "n° A-1" },
  { "double-depot", "other-porteur",
    "UPDATE dossier SET intitule = 'Ateliers de théâtre à l’Alma', porteur_id = 2 WHERE id = 2",
    0 },
  { "double-depot", "other-exercice",
    "UPDATE dossier SET intitule = 'Ateliers de théâtre à l’Alma', exercice = 2027 WHERE id = 2",
    0 },
  { "double-depot", "irrecevable",
    "UPDATE dossier SET intitule = 'Ateliers de théâtre à l’Alma', statut = 'irrecevable'"
    " WHERE id = 2",
    0 },
  { "double-depot", "numbered-posts",
    "UPDATE dossier SET intitule = 'Ateliers de théâtre à l’Alma' WHERE id = 2;"
    "UPDATE financement SET reference = 'P' || dossier_id WHERE dossier_id IN (1, 2)",
    0 },
  { "double-depot", "threshold-of-the-file",
    "UPDATE dossier SET intitule = 'Atelier de théâtre à l’Alma' WHERE id = 2;"
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite)"
    " VALUES ('s', 'double_depot_similarite', 'x', 9900, 'bp')",
    0 },

  /* recevabilité and the avis of services */
  { "recevabilite", "failed",
    "INSERT INTO recevabilite_regle (id, uuid, appel_id, ordre, genre, libelle, valeur) VALUES"
    " (1, 'r1', 1, 1, 'cer', 'CER', NULL), (2, 'r2', 1, 2, 'part_qpv', 'Part QPV', 5000),"
    " (3, 'r3', 1, 3, 'declarative', 'À jour', NULL);"
    "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
    "UPDATE dossier SET statut = 'recevable', beneficiaires_qpv_bp = 1000 WHERE id = 2;"
    "UPDATE dossier SET statut = 'depose' WHERE id <> 2",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "recevabilite", "Not met: CER ; Part QPV." },
  { "recevabilite", "answered-by-hand",
    "INSERT INTO recevabilite_regle (id, uuid, appel_id, ordre, genre, libelle) VALUES"
    " (1, 'r1', 1, 1, 'cer', 'CER');"
    "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
    "UPDATE dossier SET statut = 'recevable' WHERE id = 2;"
    "UPDATE dossier SET statut = 'depose' WHERE id <> 2;"
    "INSERT INTO recevabilite_reponse (dossier_id, regle_id, reponse, motif) VALUES (2, 1, 1, "
    "'vu')",
    0 },
  { "recevabilite", "not-declared",
    "INSERT INTO recevabilite_regle (id, uuid, appel_id, ordre, genre, libelle) VALUES"
    " (1, 'r1', 1, 1, 'cer', 'CER');"
    "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
    "UPDATE dossier SET statut = 'depose'",
    0 },
  { "avis-externe-en-retard", "late",
    "INSERT INTO avis_externe (id, uuid, dossier_id, service, demande_le, echeance_le)"
    " VALUES (7, 'x7', 2, 'ARS', '2026-05-01', '2026-06-14')",
    1, PV_SEVERITE_WARNING, 2, "avis_externe", 7, "repondu_le",
    "ARS: the avis was due on 14 juin 2026." },
  { "avis-externe-en-retard", "today",
    "INSERT INTO avis_externe (id, uuid, dossier_id, service, echeance_le)"
    " VALUES (7, 'x7', 2, 'ARS', '2026-06-15')",
    0 },
  { "avis-externe-en-retard", "answered",
    "INSERT INTO avis_externe (id, uuid, dossier_id, service, echeance_le, avis)"
    " VALUES (7, 'x7', 2, 'ARS', '2026-06-01', 'favorable')",
    0 },

  /* comptes rendus */
  { "crf-en-retard", "late",
    "UPDATE dossier SET exercice = 2024 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1",
    1, PV_SEVERITE_WARNING, 1, "dossier", 1, "bilan",
    "was due on 30 juin 2025; the porteur was not reminded" },
  { "crf-en-retard", "reminded",
    "UPDATE dossier SET exercice = 2024 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO bilan_relance (uuid, dossier_id, relance_le) VALUES ('r', 1, '2025-09-01')",
    1, PV_SEVERITE_WARNING, 1, "dossier", 1, "bilan",
    "reminded 1 time, last on 1er septembre 2025" },
  { "crf-en-retard", "not-yet",
    "UPDATE dossier SET exercice = 2025 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1",
    0 },
  { "crf-en-retard", "agreed-later",
    "UPDATE dossier SET exercice = 2024 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO bilan (uuid, dossier_id, crf_du_le) VALUES ('b', 1, '2026-12-31')",
    0 },
  { "crf-en-retard", "received",
    "UPDATE dossier SET exercice = 2024 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO bilan (uuid, dossier_id, crf_recu_le) VALUES ('b', 1, '2025-07-12')",
    0 },
  { "crf-en-retard", "nothing-notified", "UPDATE dossier SET exercice = 2024 WHERE id = 1", 0 },
  { "bilan-n-1-manquant", "awaited",
    "UPDATE dossier SET exercice = 2025, debut = NULL, fin = NULL WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1",
    1, PV_SEVERITE_INFO, 2, "dossier", 2, "porteur_id",
    "1 bilan is awaited, due on 30 juin 2026: " },
  { "bilan-n-1-manquant", "due-today-blocks-nothing",
    "UPDATE dossier SET exercice = 2025 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO bilan (uuid, dossier_id, crf_du_le) VALUES ('b', 1, '2026-06-15');"
    "INSERT INTO reglage (cle, valeur) VALUES ('bilan_n_1', 'bloquer')",
    1, PV_SEVERITE_INFO, 2, "dossier", 2, "porteur_id", "due on 15 juin 2026" },
  { "bilan-n-1-manquant", "warned",
    "UPDATE dossier SET exercice = 2025 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO bilan (uuid, dossier_id, crf_du_le) VALUES ('b', 1, '2026-06-14')",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "porteur_id", "1 bilan is missing: " },
  { "bilan-n-1-manquant", "blocking",
    "UPDATE dossier SET exercice = 2025 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO bilan (uuid, dossier_id, crf_du_le) VALUES ('b', 1, '2026-06-14');"
    "INSERT INTO reglage (cle, valeur) VALUES ('bilan_n_1', 'bloquer')",
    1, PV_SEVERITE_ERROR, 2, "dossier", 2, "porteur_id", "(2025)" },
  { "bilan-n-1-manquant", "received",
    "UPDATE dossier SET exercice = 2025 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO bilan (uuid, dossier_id, crf_recu_le) VALUES ('b', 1, '2026-05-12')",
    0 },
  { "bilan-n-1-manquant", "two-years-before",
    "UPDATE dossier SET exercice = 2024 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1",
    0 },
  { "bilan-n-1-manquant", "two-years-asked",
    "UPDATE dossier SET exercice = 2024 WHERE id = 1;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1;"
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite)"
    " VALUES ('s', 'bilan_n_1', 'Bilans', 2, 'nombre')",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "porteur_id", "(2024)" },
  { "bilan-n-1-manquant", "granted-already",
    "UPDATE dossier SET exercice = 2025 WHERE id = 1;"
    "UPDATE dossier SET statut = 'notifie' WHERE id = 2;"
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 1",
    0 },

  /* séances */
  { "decision-sans-montant", "proposed-alone",
    "UPDATE dossier SET statut = 'programme' WHERE id = 1", 1, PV_SEVERITE_WARNING, 1, "dossier", 1,
    "statut", "no amount is arbitrated" },
  { "decision-sans-montant", "zero-is-an-amount",
    "UPDATE dossier SET statut = 'programme-sous-reserve' WHERE id = 1;"
    "UPDATE financement SET arbitre_cents = 0 WHERE id = 1",
    0 },
  { "seance-ouverte", "yesterday", SEANCE ("ouverte", "2026-06-14"), 1, PV_SEVERITE_WARNING, NULLE,
    "seance", 1, "etat", "“Copil” of 01/06/2026 is still open: 1 of 1 dossiers" },
  { "seance-ouverte", "today", SEANCE ("ouverte", "2026-06-15"), 0 },
  { "seance-ouverte", "closed", SEANCE ("close", "2026-06-14"), 0 },

  /* instruction */
  { "instruction-incomplete", "one-empty",
    NOTATION "INSERT INTO note (instruction_id, critere_id, valeur) VALUES (1, 1, 4)", 1,
    PV_SEVERITE_WARNING, 2, "instruction", 1, "note", "DDETS: 1 criterion has neither" },
  { "instruction-incomplete", "draft",
    NOTATION "INSERT INTO note (instruction_id, critere_id, valeur) VALUES (1, 1, 4);"
             "UPDATE instruction SET etat = 'brouillon'",
    0 },
  { "instruction-incomplete", "not-applicable",
    NOTATION "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet) VALUES"
             " (1, 1, 4, 0), (1, 2, NULL, 1)",
    0 },
  { "note-hors-grille", "another-grid",
    NOTATION "INSERT INTO note (instruction_id, critere_id, valeur) VALUES (1, 3, 4)", 1,
    PV_SEVERITE_WARNING, 2, "instruction", 1, "note", "1 mark is on another grid" },
  { "note-hors-grille", "too-high",
    NOTATION "INSERT INTO note (instruction_id, critere_id, valeur) VALUES (1, 1, 6), (1, 2, 1)", 1,
    PV_SEVERITE_WARNING, 2, "instruction", 1, "note", "“Public” is over its highest mark" },
  { "note-hors-grille", "marked-again",
    NOTATION "INSERT INTO note (instruction_id, critere_id, valeur) VALUES (1, 3, 4), (1, 1, 4)",
    0 },
  { "score-absent", "proposed",
    NOTATION "UPDATE instruction SET score_declare = NULL;"
             "UPDATE dossier SET statut = 'instruit';"
             "UPDATE dossier SET statut = 'propose' WHERE id = 2",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "instruction", "no institution gave a complete" },
  { "score-absent", "declared",
    NOTATION "UPDATE dossier SET statut = 'instruit';"
             "UPDATE dossier SET statut = 'propose' WHERE id = 2",
    0 },
  { "score-absent", "no-grid", "UPDATE dossier SET statut = 'propose' WHERE id = 2", 0 },
  { "score-dispersion", "above",
    NOTATION "INSERT INTO note (instruction_id, critere_id, valeur) VALUES (1, 1, 4), (1, 2, 4)", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "instruction", "30,00 points apart; the alert is at 25" },
  { "score-dispersion", "at-the-threshold",
    NOTATION "INSERT INTO seuil (uuid, code, libelle, valeur, unite) VALUES"
             " ('s', 'score_dispersion_alerte', 'D', 30, 'points');"
             "INSERT INTO note (instruction_id, critere_id, valeur) VALUES (1, 1, 4), (1, 2, 4)",
    0 },

  /* where and when */
  { "hors-geographie", "hors",
    "UPDATE dossier_territoire SET quartier_id = 2, commune_id = NULL WHERE dossier_id = 2", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "dossier_territoire", "quartier prioritaire" },
  { "hors-geographie", "veille-active",
    "DELETE FROM dossier_territoire WHERE dossier_id = 3 AND quartier_id = 1", 1,
    PV_SEVERITE_WARNING, 3, "dossier", 3, "dossier_territoire", "quartier prioritaire" },
  { "hors-geographie", "commune-without",
    "UPDATE dossier_territoire SET commune_id = 2 WHERE dossier_id = 2", 1, PV_SEVERITE_WARNING, 2,
    "dossier", 2, "dossier_territoire", "quartier prioritaire" },
  { "hors-geographie", "commune-of-a-quartier",
    "INSERT INTO quartier_commune (quartier_id, commune_id) VALUES (2, 1);"
    "UPDATE dossier_territoire SET quartier_id = 2, commune_id = 1 WHERE dossier_id = 2",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "dossier_territoire", "quartier prioritaire" },
  { "hors-geographie", "none", "DELETE FROM dossier_territoire WHERE dossier_id = 2", 1,
    PV_SEVERITE_INFO, 2, "dossier", 2, "dossier_territoire", "no territory" },
  { "hors-geographie", "declared",
    "DELETE FROM dossier_territoire WHERE dossier_id = 2;"
    "UPDATE dossier SET territoire_declare = 'Tous quartiers' WHERE id = 2",
    1, PV_SEVERITE_INFO, 2, "dossier", 2, "dossier_territoire", "“Tous quartiers”" },
  { "hors-geographie", "vulnerable",
    "UPDATE dossier_territoire SET quartier_id = 3, commune_id = NULL WHERE dossier_id = 2", 0 },
  { "parts-territoires", "sum",
    "UPDATE dossier_territoire SET part_bp = 5000 WHERE dossier_id = 1 AND quartier_id = 1", 1,
    PV_SEVERITE_WARNING, 1, "dossier", 1, "dossier_territoire", "90 %" },
  { "parts-territoires", "some",
    "UPDATE dossier_territoire SET part_bp = 10000 WHERE dossier_id = 3 AND quartier_id = 1", 1,
    PV_SEVERITE_WARNING, 3, "dossier", 3, "dossier_territoire", "1 of 2" },
  { "hors-periode", "after", "UPDATE dossier SET fin = '2027-01-01' WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "fin", "ends on 01/01/2027" },
  { "hors-periode", "before", "UPDATE dossier SET debut = '2025-12-31' WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "debut", "begins on 31/12/2025" },
  { "hors-periode", "backwards",
    "UPDATE dossier SET debut = '2026-09-01', fin = '2026-03-01' WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "fin", "ends before, on 01/03/2026" },
  { "hors-periode", "period-of-the-appel",
    "UPDATE appel SET action_debut = '2026-02-01' WHERE id = 1", 1, PV_SEVERITE_WARNING, 2,
    "dossier", 2, "debut", "from 01/02/2026 to 31/12/2026" },
  { "hors-periode", "longer-appel",
    "UPDATE appel SET action_fin = '2027-06-30' WHERE id = 1;"
    "UPDATE dossier SET fin = '2027-06-30' WHERE id = 2",
    0 },
  { "hors-periode", "convention-of-3-years",
    "UPDATE dossier SET cpo_annee = 2, cpo_duree = 3, debut = '2025-01-01', fin = '2027-12-31'"
    " WHERE id = 2",
    0 },

  /* budgets */
  { "budget-desequilibre", "charges", "UPDATE budget_ligne SET prevu_cents = 900001 WHERE id = 1",
    1, PV_SEVERITE_WARNING, 1, "dossier", 1, "budget_ligne",
    "Charges are 10 000,01 € and products 10 000 €: 0,01 € apart." },
  { "budget-desequilibre", "in-kind-apart", "UPDATE budget_ligne SET prevu_cents = 1 WHERE id = 8",
    0 },
  { "budget-desequilibre", "one-side", "DELETE FROM budget_ligne WHERE id > 2", 0 },
  { "contributions-86-87", "differ", "UPDATE budget_ligne SET prevu_cents = 40000 WHERE id = 9", 1,
    PV_SEVERITE_WARNING, 1, "dossier", 1, "budget_ligne",
    "Account 86 is 300 € and account 87 400 €: 100 € apart." },
  { "contributions-86-87", "none", "DELETE FROM budget_ligne WHERE id IN (8, 9)", 0 },
  { "compte-74", "line", "UPDATE budget_ligne SET prevu_cents = 510000 WHERE id = 3", 1,
    PV_SEVERITE_WARNING, 1, "budget_ligne", 3, "prevu_cents",
    "“État”: the budget says 5 100 € and 5 000 € is asked" },
  { "compte-74", "no-line", "DELETE FROM budget_ligne WHERE id = 4", 1, PV_SEVERITE_WARNING, 1,
    "dossier", 1, "budget_ligne", "2 000 € is asked" },
  { "compte-74", "nobody-asked", "DELETE FROM financement WHERE id = 2", 1, PV_SEVERITE_WARNING, 1,
    "budget_ligne", 4, "prevu_cents", "none of its funders" },
  { "compte-74", "two-funders-one-line",
    "UPDATE compte_financeur SET compte_id = 5 WHERE categorie = 'region';"
    "UPDATE budget_ligne SET prevu_cents = 700000 WHERE id = 3;"
    "DELETE FROM budget_ligne WHERE id = 4",
    0 },
  { "compte-74", "poste-alone",
    "DELETE FROM budget_ligne WHERE id IN (3, 4, 5);"
    "INSERT INTO budget_ligne (id, dossier_id, compte_id, prevu_cents) VALUES (20, 1, 4, 800000)",
    0 },
  { "compte-74", "poste-alone-differs",
    "DELETE FROM budget_ligne WHERE id IN (3, 4, 5);"
    "INSERT INTO budget_ligne (id, dossier_id, compte_id, prevu_cents) VALUES (20, 1, 4, 800001)",
    1, PV_SEVERITE_WARNING, 1, "budget_ligne", 20, "prevu_cents", "“Subventions”" },
  { "compte-74", "no-budget", "DELETE FROM budget_ligne", 0 },
  { "plan-incomplet", "missing", "UPDATE financement SET sollicite_cents = 100000 WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 1, "dossier", 1, "financement", "1 000 € is missing" },
  { "plan-incomplet", "too-much", "UPDATE dossier SET autres_produits_cents = 160000 WHERE id = 2",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "financement", "100 € too much" },
  { "plan-incomplet", "silent",
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice)"
    " VALUES (9, 'm9', 2, 2, 2026)",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "financement", "1 funder has not answered" },
  { "plan-incomplet", "cost-not-known",
    "UPDATE dossier SET cout_total_declare_cents = NULL, autres_produits_cents = 1 WHERE id = 2",
    0 },
  { "plan-incomplet", "refusal-is-an-answer",
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents)"
    " VALUES (9, 'm9', 2, 2, 2026, 0)",
    0 },
  { "plan-incomplet", "chapeau",
    "UPDATE dossier SET autres_produits_cents = 1, chapeau = 1 WHERE id = 2", 0 },
  { "taux-public", "ceiling", "UPDATE dispositif SET plafond_aide_publique_bp = 5000 WHERE id = 1",
    2, PV_SEVERITE_WARNING, 1, "dossier", 1, "financement",
    "Public aid is 7 000 € of a coût total of 10 000 €: 70 %, over the ceiling of "
    "50 %." },
  { "taux-public", "at-the-ceiling",
    "UPDATE dispositif SET plafond_aide_publique_bp = 7000 WHERE id = 1", 0 },
  { "taux-public", "granted-counts-before-asked",
    "UPDATE dispositif SET plafond_aide_publique_bp = 6700 WHERE id = 1;"
    "UPDATE financement SET arbitre_cents = 100000 WHERE id = 1",
    0 },
  { "taux-public", "ceiling-of-the-file",
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite)"
    " VALUES ('s', 'taux_aide_publique_max', 'x', 6000, 'bp')",
    2, PV_SEVERITE_WARNING, 1, "dossier", 1, "financement", "70 %" },
  { "taux-public", "private-is-no-public-aid",
    "UPDATE dispositif SET plafond_aide_publique_bp = 7000 WHERE id = 1;"
    "UPDATE financement SET sollicite_cents = 900000 WHERE id = 3",
    0 },

  /* plans that are odd */
  { "vote-superieur-arbitre", "over",
    "UPDATE financement SET arbitre_cents = 200000, vote_cents = 200001 WHERE id = 4", 1,
    PV_SEVERITE_WARNING, 2, "financement", 4, "vote_cents", "for 2 000 € arbitrated" },
  { "vote-superieur-arbitre", "not-arbitrated",
    "UPDATE financement SET arbitre_cents = NULL, vote_cents = 200001 WHERE id = 4", 0 },
  { "notifie-sans-vote", "region", "UPDATE financement SET notifie_cents = 150000 WHERE id = 2", 1,
    PV_SEVERITE_WARNING, 1, "financement", 2, "vote_cents", "1 500 € notified" },
  { "notifie-sans-vote", "voted",
    "UPDATE financement SET vote_cents = 150000, notifie_cents = 150000 WHERE id = 2", 0 },
  { "notifie-sans-vote", "refused", "UPDATE financement SET notifie_cents = 0 WHERE id = 2", 0 },
  { "notifie-sans-vote", "etat", "UPDATE financement SET notifie_cents = 150000 WHERE id = 1", 0 },
  { "notifie-sans-vote", "carried-over",
    "UPDATE financement SET notifie_cents = 150000 WHERE id = 2;"
    "INSERT INTO mouvement (uuid, financement_id, etape, genre, date_le, montant_cents, motif)"
    " VALUES ('r', 2, 'notifie', 'report', '2026-03-01', 150000, 'x')",
    0 },
  { "deux-dispositifs", "two",
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie) VALUES"
    " (91, 'd91', 1, 'vvv', 'VVV', 'vvv'), (92, 'd92', 1, 'pre', 'PRE', 'pre');"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    " propose_cents) VALUES (91, 'm91', 2, 1, 91, 2026, 100), (92, 'm92', 2, 1, 92, 2026, 100)",
    1, PV_SEVERITE_INFO, 2, "financement", 4, "dispositif_id", "lines of credits" },
  { "deux-dispositifs", "one-refused",
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie) VALUES"
    " (91, 'd91', 3, 'a', 'A', 'a'), (92, 'd92', 3, 'b', 'B', 'b');"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    " propose_cents) VALUES (91, 'm91', 2, 3, 91, 2026, 100), (92, 'm92', 2, 3, 92, 2026, 0)",
    0 },
  { "cpo-sans-annee-1", "alone", "UPDATE dossier SET cpo_annee = 2, cpo_duree = 3 WHERE id = 1", 1,
    PV_SEVERITE_INFO, 1, "dossier", 1, "precedent_id", "Year 2 of 3" },
  { "cpo-sans-annee-1", "first-year",
    "UPDATE dossier SET cpo_annee = 1, cpo_duree = 3 WHERE id = 1", 0 },
  { "cpo-sans-annee-1", "convention",
    "UPDATE dossier SET cpo_annee = 2, cpo_duree = 3 WHERE id = 1;"
    "INSERT INTO convention (id, uuid, financeur_id, organisme_id, annee_debut, annee_fin)"
    " VALUES (9, 'c9', 1, 1, 2025, 2027);"
    "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (9, 1)",
    0 },
  { "cpo-sans-annee-1", "the-year-before",
    "UPDATE dossier SET cpo_annee = 2, cpo_duree = 3, precedent_id = 2 WHERE id = 1;"
    "UPDATE dossier SET exercice = 2025, cpo_annee = 1, cpo_duree = 3 WHERE id = 2",
    0 },

  /* figures that contradict each other */
  { "montant-incoherent", "stated-cost",
    "UPDATE dossier SET cout_total_declare_cents = 990000 WHERE id = 1", 1, PV_SEVERITE_WARNING, 1,
    "dossier", 1, "cout_total_declare_cents", "9 900 €" },
  { "montant-incoherent", "chapeau",
    "UPDATE dossier SET chapeau = 1 WHERE id = 2; UPDATE dossier SET partie_de_id = 2 WHERE id = 1",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "cout_total_declare_cents",
    "The stated cost is 4 500 € and its 1 part makes 10 000 €" },
  { "montant-incoherent", "chapeau-agrees",
    "UPDATE dossier SET chapeau = 1, cout_total_declare_cents = 1000000 WHERE id = 2;"
    "UPDATE dossier SET partie_de_id = 2 WHERE id = 1",
    0 },
  { "montant-incoherent", "several-years",
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, vote_cents)"
    " VALUES (9, 'm9', 2, 1, 2027, 700000)",
    1, PV_SEVERITE_WARNING, 2, "dossier", 2, "cout_total_declare_cents", "from 2026 to 2027" },
  { "montant-incoherent", "several-years-agree",
    "UPDATE dossier SET cout_total_declare_cents = 500000 WHERE id = 2;"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, vote_cents)"
    " VALUES (9, 'm9', 2, 1, 2027, 50000)",
    0 },
  { "montant-incoherent", "notified-over-voted",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200001 WHERE id = 4", 1,
    PV_SEVERITE_WARNING, 2, "financement", 4, "notifie_cents", "for 2 000 € voted" },
  { "verse-superieur-au-notifie", "paid-over-notified",
    "UPDATE financement SET vote_cents = 300000, notifie_cents = 200000 WHERE id = 4;"
    "INSERT INTO versement (uuid, financement_id, genre, montant_cents) VALUES"
    " ('v', 4, 'acompte', 250000)",
    1, PV_SEVERITE_WARNING, 2, "financement", 4, "versement",
    "2 500 € paid, for 2 000 € notified" },
  { "verse-superieur-au-notifie", "paid-back",
    "UPDATE financement SET vote_cents = 300000, notifie_cents = 200000 WHERE id = 4;"
    "INSERT INTO versement (uuid, financement_id, genre, montant_cents) VALUES"
    " ('v', 4, 'acompte', 250000), ('w', 4, 'reversement', 50000)",
    0 },
  { "verse-superieur-au-notifie", "paid-over-voted",
    "UPDATE financement SET vote_cents = 200000 WHERE id = 4;"
    "INSERT INTO versement (uuid, financement_id, genre, montant_cents) VALUES"
    " ('v', 4, 'acompte', 200001)",
    1, PV_SEVERITE_WARNING, 2, "financement", 4, "versement",
    "2 000,01 € paid, for 2 000 € voted" },
  /* one fact, one finding */
  { "montant-incoherent", "paid-has-its-own",
    "UPDATE financement SET vote_cents = 300000, notifie_cents = 200000 WHERE id = 4;"
    "INSERT INTO versement (uuid, financement_id, genre, montant_cents) VALUES"
    " ('v', 4, 'acompte', 250000)",
    0 },
  { "trop-percu", "validated",
    "INSERT INTO bilan (id, uuid, dossier_id, crf_valide_le, a_recuperer_cents) VALUES"
    " (5, 'b', 2, '2026-05-01', 120000)",
    1, PV_SEVERITE_WARNING, 2, "bilan", 5, "a_recuperer_cents", "1 200 € is to be paid back" },
  { "trop-percu", "in-part",
    "INSERT INTO bilan (id, uuid, dossier_id, crf_valide_le, a_recuperer_cents) VALUES"
    " (5, 'b', 2, '2026-05-01', 120000);"
    "INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents) VALUES"
    " ('v', 4, '2026-04-01', 'acompte', 250000), ('w', 4, '2026-06-01', 'reversement', 50000)",
    1, PV_SEVERITE_WARNING, 2, "bilan", 5, "a_recuperer_cents", "700 € of the 1 200 €" },
  { "trop-percu", "paid-back",
    "INSERT INTO bilan (id, uuid, dossier_id, crf_valide_le, a_recuperer_cents) VALUES"
    " (5, 'b', 2, '2026-05-01', 50000);"
    "INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents) VALUES"
    " ('v', 4, '2026-04-01', 'acompte', 250000), ('w', 4, '2026-05-01', 'reversement', 50000)",
    0 },
  { "trop-percu", "not-validated",
    "INSERT INTO bilan (id, uuid, dossier_id, crf_recu_le, a_recuperer_cents) VALUES"
    " (5, 'b', 2, '2026-05-01', 50000)",
    0 },
  { "delai-paiement", "late",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200000, notifie_le = '2026-04-15'"
    " WHERE id = 4",
    1, PV_SEVERITE_WARNING, 2, "financement", 4, "versement",
    "2 000 € notified on 15 avril 2026 and nothing paid, 1 day beyond the 60 days." },
  { "delai-paiement", "last-day",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200000, notifie_le = '2026-04-16'"
    " WHERE id = 4",
    0 },
  { "delai-paiement", "begun",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200000, notifie_le = '2026-01-15'"
    " WHERE id = 4;"
    "INSERT INTO versement (uuid, financement_id, genre, montant_cents) VALUES"
    " ('v', 4, 'acompte', 1)",
    0 },
  { "delai-paiement", "no-date",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200000 WHERE id = 4", 0 },
  { "delai-paiement", "refused",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200000, notifie_le = '2026-01-15'"
    " WHERE id = 4; UPDATE dossier SET statut = 'abandonne' WHERE id = 2",
    0 },
  { "delai-paiement", "agreed",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200000, notifie_le = '2026-01-15'"
    " WHERE id = 4;"
    "INSERT INTO convention (id, uuid, financeur_id, organisme_id, annee_debut, annee_fin,"
    " paiement_delai_jours) SELECT 1, 'c', financeur_id, 1, 2026, 2026, 200 FROM financement"
    "  WHERE id = 4;"
    "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (1, 2)",
    0 },
  { "delai-paiement", "schedule",
    "UPDATE financement SET vote_cents = 200000, notifie_cents = 200000, notifie_le = '2026-06-01'"
    " WHERE id = 4;"
    "INSERT INTO convention (id, uuid, financeur_id, organisme_id, annee_debut, annee_fin)"
    " SELECT 1, 'c', financeur_id, 1, 2026, 2026 FROM financement WHERE id = 4;"
    "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (1, 2);"
    "INSERT INTO convention_echeance (convention_id, echeance_le, libelle, montant_cents) VALUES"
    " (1, '2026-06-10', 'Acompte', 100000), (1, '2026-12-01', 'Solde', 100000)",
    1, PV_SEVERITE_WARNING, 2, "financement", 4, "versement",
    "1 000 € was to be paid on 10 juin 2026 by the convention, 5 days ago." },
  { "montant-incoherent", "changes-differ",
    "UPDATE financement SET vote_cents = 200000 WHERE id = 4;"
    "INSERT INTO mouvement (uuid, financement_id, etape, genre, date_le, montant_cents) VALUES"
    " ('m', 4, 'vote', 'initial', '2026-03-01', 250000),"
    " ('n', 4, 'vote', 'reduction', '2026-06-01', -40000)",
    1, PV_SEVERITE_WARNING, 2, "financement", 4, "vote_cents",
    "make 2 100 € and the amount is 2 000 €" },
  { "montant-incoherent", "changes-agree",
    "UPDATE financement SET vote_cents = 210000 WHERE id = 4;"
    "INSERT INTO mouvement (uuid, financement_id, etape, genre, date_le, montant_cents) VALUES"
    " ('m', 4, 'vote', 'initial', '2026-03-01', 250000),"
    " ('n', 4, 'vote', 'reduction', '2026-06-01', -40000)",
    0 },
  { "montant-incoherent", "change-without-an-initial-amount",
    "INSERT INTO mouvement (uuid, financement_id, etape, genre, date_le, montant_cents) VALUES"
    " ('n', 4, 'vote', 'reduction', '2026-06-01', -40000)",
    0 },

  /* engagements */
  { "enveloppe-depassee", "leaf", "UPDATE financement SET propose_cents = 600001 WHERE id = 4", 1,
    PV_SEVERITE_ERROR, NULLE, "enveloppe", 2, "montant_cents",
    "0,01 € too much, by the dossiers n° A-2." },
  { "enveloppe-depassee", "by-date",
    "UPDATE financement SET vote_cents = 700000, vote_le = '2026-03-01' WHERE id = 4", 1,
    PV_SEVERITE_ERROR, NULLE, "enveloppe", 2, "montant_cents", "by the dossiers n° A-1." },
  { "enveloppe-depassee", "parent", "UPDATE enveloppe SET montant_cents = 650000 WHERE id = 1", 1,
    PV_SEVERITE_ERROR, NULLE, "enveloppe", 1, "montant_cents", "500 € too much" },
  { "enveloppe-depassee", "released",
    "UPDATE financement SET propose_cents = 600001 WHERE id = 4;"
    "UPDATE dossier SET statut = 'refuse' WHERE id = 2",
    0 },
  { "enveloppe-depassee", "full", "UPDATE financement SET propose_cents = 600000 WHERE id = 4", 0 },
  { "enveloppe-depassee", "passed-with-a-reason",
    "UPDATE financement SET propose_cents = 600001 WHERE id = 4;"
    "INSERT INTO derogation (uuid, controle, nom_table, cle, motif, faite_a) VALUES"
    " ('g', 'enveloppe-depassee', 'enveloppe', 2, 'Report attendu', '2026-06-01T00:00:00Z')",
    1, PV_SEVERITE_INFO, NULLE, "enveloppe", 2, "montant_cents", "too much" },
  { "regle-limite", "at-most",
    "INSERT INTO enveloppe_regle (id, uuid, enveloppe_id, genre, cible, taux_bp, base_libelle)"
    " VALUES (5, 'r5', 1, 'part_max', 'tout', 100, 'P147')",
    1, PV_SEVERITE_WARNING, NULLE, "enveloppe_regle", 5, "taux_bp", "too much" },
  { "regle-limite", "at-least-not-reached",
    "INSERT INTO enveloppe_regle (id, uuid, enveloppe_id, genre, cible, taux_bp, base_libelle)"
    " VALUES (5, 'r5', 1, 'part_min', 'cpo', 5000, 'P147')",
    1, PV_SEVERITE_WARNING, NULLE, "enveloppe_regle", 5, "taux_bp", "is missing" },
  { "regle-limite", "kept",
    "INSERT INTO enveloppe_regle (id, uuid, enveloppe_id, genre, cible, taux_bp, base_libelle)"
    " VALUES (5, 'r5', 1, 'part_max', 'cpo', 5000, 'P147')",
    0 },
  { "regle-limite", "passed-with-a-reason",
    "INSERT INTO enveloppe_regle (id, uuid, enveloppe_id, genre, cible, montant_cents,"
    " base_libelle) VALUES (5, 'r5', 1, 'part_min', 'cpo', 100, 'P147');"
    "INSERT INTO derogation (uuid, controle, nom_table, cle, motif, faite_a) VALUES"
    " ('g', 'regle-limite', 'enveloppe_regle', 5, 'Peu de CPO', '2026-06-01T00:00:00Z')",
    1, PV_SEVERITE_INFO, NULLE, "enveloppe_regle", 5, "montant_cents", "is missing" },
  { "enveloppe-absente", "none", "UPDATE financement SET enveloppe_id = NULL WHERE id = 4", 1,
    PV_SEVERITE_WARNING, 2, "financement", 4, "enveloppe_id", "on none of the envelopes" },
  { "enveloppe-absente", "another-year", "UPDATE financement SET exercice = 2025 WHERE id = 4", 1,
    PV_SEVERITE_WARNING, 2, "financement", 4, "enveloppe_id", "an envelope of 2026" },
  { "enveloppe-absente", "nothing-engaged",
    "UPDATE financement SET enveloppe_id = NULL, propose_cents = NULL, arbitre_cents = NULL,"
    " vote_cents = NULL WHERE id = 4",
    0 },
  { "seuil-convention", "sum", "UPDATE financement SET arbitre_cents = 1200000 WHERE id IN (1, 4)",
    1, PV_SEVERITE_WARNING, 1, "financement", 1, "notifie_cents",
    "Préfecture du Nord grants 24 000 € to Les Ateliers in 2026, over 2 dossiers: more than 23 "
    "000 €" },
  { "seuil-convention", "at-the-threshold",
    "UPDATE financement SET arbitre_cents = 1150000 WHERE id IN (1, 4)", 0 },
  { "seuil-convention", "two-funders",
    "UPDATE financement SET arbitre_cents = 1200000 WHERE id IN (1, 2)", 0 },
  { "seuil-convention", "two-years",
    "UPDATE financement SET arbitre_cents = 1200000 WHERE id IN (1, 4);"
    "UPDATE financement SET exercice = 2027 WHERE id = 4",
    0 },
  { "seuil-convention", "private-funder",
    "UPDATE financement SET arbitre_cents = 9000000 WHERE id = 3", 0 },
  { "seuil-convention", "public-body",
    "UPDATE financement SET arbitre_cents = 9000000 WHERE id = 5", 0 },
  { "seuil-convention", "only-proposed",
    "UPDATE financement SET propose_cents = 9000000 WHERE id = 2", 1, PV_SEVERITE_INFO, 1,
    "financement", 2, "notifie_cents", "a convention will be needed" },
  { "seuil-convention", "signed",
    "UPDATE financement SET arbitre_cents = 1200000 WHERE id IN (1, 4);"
    "INSERT INTO convention (uuid, financeur_id, organisme_id, annee_debut, annee_fin, signee_le)"
    " VALUES ('n', 1, 1, 2025, 2027, '2025-04-01')",
    0 },
  { "seuil-convention", "not-signed",
    "UPDATE financement SET arbitre_cents = 1200000 WHERE id IN (1, 4);"
    "INSERT INTO convention (uuid, financeur_id, organisme_id, annee_debut, annee_fin)"
    " VALUES ('n', 1, 1, 2025, 2027)",
    1, PV_SEVERITE_WARNING, 1, "financement", 1, "notifie_cents", "without a signed convention" },
  { "seuil-convention", "voted-is-told-by-another",
    "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 4)", 0 },
  { "seuil-convention", "voted-under-with-arbitrated-over",
    "UPDATE financement SET vote_cents = 1200000 WHERE id = 1;"
    "UPDATE financement SET arbitre_cents = 1200000 WHERE id = 4",
    1, PV_SEVERITE_WARNING, 1, "financement", 1, "notifie_cents", "grants 24 000 €" },
  { "seuil-convention", "dated",
    "UPDATE financement SET arbitre_cents = 1200000 WHERE id IN (1, 4);"
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite, valable_du, valable_au) VALUES"
    " ('s', 'convention_obligatoire', 'x', 2300000, 'cents', NULL, '2025-12-31'),"
    " ('t', 'convention_obligatoire', 'x', 5000000, 'cents', '2026-01-01', NULL)",
    0 },
  { "convention-manquante", "sum", "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 4)",
    1, PV_SEVERITE_WARNING, 1, "financement", 1, "notifie_cents",
    "Préfecture du Nord voted 24 000 € to Les Ateliers in 2026, over 2 dossiers: more than 23 "
    "000 €, and there is no convention." },
  { "convention-manquante", "at-the-threshold",
    "UPDATE financement SET vote_cents = 1150000 WHERE id IN (1, 4)", 0 },
  { "convention-manquante", "two-funders",
    "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 2)", 0 },
  { "convention-manquante", "two-years",
    "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 4);"
    "UPDATE financement SET exercice = 2027 WHERE id = 4",
    0 },
  { "convention-manquante", "private-funder",
    "UPDATE financement SET vote_cents = 9000000 WHERE id = 3", 0 },
  { "convention-manquante", "public-body",
    "UPDATE financement SET vote_cents = 9000000 WHERE id = 5", 0 },
  { "convention-manquante", "only-arbitrated",
    "UPDATE financement SET arbitre_cents = 9000000 WHERE id = 1", 0 },
  { "convention-manquante", "notified",
    "UPDATE financement SET vote_cents = 100, notifie_cents = 2300001 WHERE id = 1;"
    "UPDATE financement SET vote_cents = 100 WHERE id = 4",
    1, PV_SEVERITE_WARNING, 1, "financement", 1, "notifie_cents",
    "Préfecture du Nord notified 23 000,01 € to Les Ateliers in 2026, over 1 dossier: more than" },
  { "convention-manquante", "signed",
    "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 4);"
    "INSERT INTO convention (uuid, financeur_id, organisme_id, annee_debut, annee_fin, signee_le)"
    " VALUES ('n', 1, 1, 2025, 2027, '2025-04-01')",
    0 },
  { "convention-manquante", "not-signed",
    "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 4);"
    "INSERT INTO convention (uuid, financeur_id, organisme_id, annee_debut, annee_fin)"
    " VALUES ('n', 1, 1, 2025, 2027)",
    1, PV_SEVERITE_WARNING, 1, "financement", 1, "notifie_cents", "its convention is not signed." },
  { "convention-manquante", "dated",
    "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 4);"
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite, valable_du, valable_au) VALUES"
    " ('s', 'convention_obligatoire', 'x', 2300000, 'cents', NULL, '2025-12-31'),"
    " ('t', 'convention_obligatoire', 'x', 5000000, 'cents', '2026-01-01', NULL)",
    0 },
  { "post-plusieurs-contrats", "two-contrats",
    "UPDATE financement SET dispositif_id = 2, reference = 'AR-1' WHERE id = 4", 1,
    PV_SEVERITE_WARNING, 2, "financement", 4, "reference",
    "“AR-1” (Adultes-relais, 2026) is on 2 dossiers: n° A-2 (Lille, 3 000 €), B-1 (Dunkerque, "
    "20 000 €)." },
  { "post-plusieurs-contrats", "other-year",
    "UPDATE financement SET dispositif_id = 2, reference = 'AR-1', exercice = 2027 WHERE id = 4",
    0 },
  { "post-plusieurs-contrats", "other-dispositif",
    "UPDATE financement SET reference = 'AR-1' WHERE id = 4", 0 },
  { "post-plusieurs-contrats", "one-dossier",
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    "  vote_cents, reference) VALUES (9, 'm9', 3, 1, 2, 2026, 1, 'AR-1')",
    0 },

  /* documents */
  { "piece-manquante", "of-the-dossier", "DELETE FROM piece WHERE id = 2", 1, PV_SEVERITE_WARNING,
    1, "dossier", 1, "piece", "1 document is missing: RIB." },
  { "piece-manquante", "no-longer-exempted", "UPDATE piece SET dispensee = 0 WHERE id = 3", 1,
    PV_SEVERITE_WARNING, 2, "dossier", 2, "piece", "RIB" },
  { "piece-manquante", "of-the-forme", "DELETE FROM piece WHERE id = 1", 2, PV_SEVERITE_WARNING, 1,
    "dossier", 1, "piece", "Statuts" },
  { "piece-manquante", "expired", "UPDATE piece SET valable_jusque = '2026-06-14' WHERE id = 1", 2,
    PV_SEVERITE_WARNING, 1, "dossier", 1, "piece", "Statuts (expired)" },
  { "piece-manquante", "expired-since-the-exercice",
    "UPDATE piece SET valable_jusque = '2021-12-31' WHERE id = 1;"
    "UPDATE dossier SET exercice = 2021, appel_id = 3 WHERE porteur_id = 1",
    0 },
  { "piece-manquante", "notified",
    "DELETE FROM piece WHERE id = 2; UPDATE dossier SET statut = 'notifie' WHERE id = 1", 1,
    PV_SEVERITE_INFO, 1, "dossier", 1, "piece", "RIB" },
  { "piece-manquante", "refused",
    "DELETE FROM piece WHERE id = 2; UPDATE dossier SET statut = 'refuse' WHERE id = 1", 0 },
  { "piece-manquante", "other-forme",
    "UPDATE piece_requise SET forme = 'commune' WHERE appel_id = 1", 0 },

/* marks: the tree gives 1 with these common answers */
#define MARQUES                                                                                    \
  "INSERT INTO axe_transversal (id, uuid, code, libelle, arbre)"                                   \
  " VALUES (9, 'xe', 'egalite', 'Égalité', 1);"                                                  \
  "INSERT INTO marqueur_reponse_commune (dossier_id, axe_id, question, reponse) VALUES"            \
  " (1, 9, 'mixte', 0), (1, 9, 'objectif', 0), (1, 9, 'coherent', 1);"
  { "marqueur-different", "unexplained",
    MARQUES "INSERT INTO marqueur (id, uuid, dossier_id, axe_id, valeur) VALUES (7, 'mq', 1, 9, 0);"
            "INSERT INTO marqueur (id, uuid, dossier_id, axe_id, valeur) VALUES (8, 'mr', 2, 9, 0)",
    1, PV_SEVERITE_WARNING, 1, "marqueur", 7, "justification", "is 0, the tree gives 1" },
  { "marqueur-different", "explained",
    MARQUES "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur, justification)"
            " VALUES ('mq', 1, 9, 0, 'Suivi absent')",
    0 },
  { "marqueur-different", "as-the-tree",
    MARQUES "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur) VALUES ('mq', 1, 9, 1)", 0 },
  { "marqueur-non-evalue", "financed",
    MARQUES "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur) VALUES ('mq', 2, 9, 1);"
            "UPDATE financement SET arbitre_cents = 100, vote_cents = 100 WHERE dossier_id = 1",
    1, PV_SEVERITE_INFO, 1, "marqueur", 1, "valeur", "No collective mark" },
  { "marqueur-non-evalue", "a-call-that-does-not-mark",
    MARQUES "UPDATE financement SET arbitre_cents = 100 WHERE dossier_id = 1", 0 },
#undef MARQUES
};

const gsize controle_n_cas = G_N_ELEMENTS (controle_cas);
