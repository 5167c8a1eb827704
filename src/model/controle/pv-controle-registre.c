/* pv-controle-registre.c: the table of the checks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-registre.h"

#include "pv-langue.h"
#include <string.h>

/* Why these severities: docs/decisions, "Severities of the controls". */
typedef struct
{
  PvControle controle;
  PvControleRunner runner;
} Entree;

static const Entree entrees[] = {
  { { "siret-invalide", PV_SEVERITE_WARNING, N_ ("Invalid SIRET"),
      N_ ("The SIRET given for an organisme is not 14 digits with a valid key (La Poste has its "
          "own rule). What the source gave is kept beside."),
      N_ ("INSEE, Sirene; code de commerce, art. R123-220 and R123-221"),
      N_ ("Look the organisme up in the Sirene register and type its SIRET.") },
    pv_controle_siret_invalide },
  { { "siret-absent", PV_SEVERITE_WARNING, N_ ("SIRET missing"),
      N_ ("A porteur has no SIRET at all. A grant needs one."),
      N_ ("Cerfa 12156*06, identification of the association"),
      N_ ("Ask the porteur for its SIRET; an association without one asks INSEE for it.") },
    pv_controle_siret_absent },
  { { "cer-absent", PV_SEVERITE_WARNING, N_ ("Contrat d’engagement républicain missing"),
      N_ ("An association or a foundation has a dossier of 2022 or later, and the date of its "
          "contrat d’engagement républicain is not known. Communes and other public bodies are "
          "not concerned. Threshold: cer_obligatoire, dated."),
      N_ ("loi n° 2021-1109 of 24 August 2021, art. 12; décret n° 2021-1947"),
      N_ ("Have it signed, then enter the date of the signature.") },
    pv_controle_cer_absent },
  { { "double-depot", PV_SEVERITE_WARNING, N_ ("Deposited twice"),
      N_ ("Two dossiers of one porteur and one exercice have near-identical intitulés. Parts of "
          "one action, posts with a number of their own, irrecevable and abandoned dossiers are "
          "left out. Threshold: double_depot_similarite (85% when the file has none)."),
      N_ ("setting of Progville"),
      N_ ("Compare them; declare one irrecevable, or give them different intitulés.") },
    pv_controle_double_depot },
  { { "hors-geographie", PV_SEVERITE_WARNING, N_ ("Outside the priority geography"),
      N_ ("None of the territories of a dossier is a quartier prioritaire or a territoire "
          "vulnérable, nor a commune that has one. Without any territory: for information."),
      N_ ("loi n° 2014-173 of 21 February 2014, art. 5; décret n° 2023-1314"),
      N_ ("Give the quartiers where the public lives, or pass it with a reason.") },
    pv_controle_hors_geographie },
  { { "recevabilite", PV_SEVERITE_WARNING, N_ ("Recevable, with a condition not met"),
      N_ ("A dossier was declared recevable, or went further, and a condition of its appel is not "
          "met. What was answered by hand is taken as it is; what is to be verified is not told."),
      N_ ("rules of the appel"),
      N_ ("Have it corrected, answer the condition with a reason, or declare it irrecevable.") },
    pv_controle_recevabilite },
  { { "avis-externe-en-retard", PV_SEVERITE_WARNING, N_ ("Avis of a service, late"),
      N_ ("A service was asked for its avis on a dossier, and has not answered by the day it was "
          "due. Dossiers that are out are left out."),
      NULL, N_ ("Remind the service, or enter its answer.") },
    pv_controle_avis_externe_en_retard },
  { { "parts-territoires", PV_SEVERITE_WARNING, N_ ("Shares of the territories"),
      N_ ("The shares of the territories of a dossier do not make 100%, or some are given and "
          "some not: its amounts are then not shared out."),
      NULL, N_ ("Correct the shares, or leave them all empty.") },
    pv_controle_parts_territoires },
  { { "hors-periode", PV_SEVERITE_WARNING, N_ ("Outside the period"),
      N_ ("An action begins or ends outside the period of its appel (its civil year, or those of "
          "its convention, when the appel gives none), or ends before it begins."),
      N_ ("rules of the appel"), N_ ("Correct the dates, or the period of the appel.") },
    pv_controle_hors_periode },
  { { "budget-desequilibre", PV_SEVERITE_WARNING, N_ ("Unbalanced budget"),
      N_ ("Charges (60 to 69 and indirect) differ from products (70 to 79 and own resources). "
          "Only when both sides are known."),
      N_ ("Cerfa 12156*06, budget of the project"), N_ ("Ask the porteur for a balanced budget.") },
    pv_controle_budget_desequilibre },
  { { "contributions-86-87", PV_SEVERITE_WARNING, N_ ("Contributions in kind 86 and 87"),
      N_ ("The use of contributions in kind (86) differs from their origin (87)."),
      N_ ("Cerfa 12156*06; règlement ANC n° 2018-06, contributions volontaires en nature"),
      N_ ("Ask the porteur: each contribution is written once on each side.") },
    pv_controle_contributions_86_87 },
  { { "compte-74", PV_SEVERITE_WARNING, N_ ("Account 74 and what is asked"),
      N_ ("A line 74 of the budget differs from the sum asked from the funders that feed it "
          "(table compte_financeur). With the poste 74 alone, its total is compared."),
      N_ ("Cerfa 12156*06, account 74"),
      N_ ("Correct the line of the budget or the amount asked.") },
    pv_controle_compte_74 },
  { { "plan-incomplet", PV_SEVERITE_WARNING, N_ ("Incomplete plan of financing"),
      N_ ("What is asked from all funders, own resources and other income do not make the coût "
          "total, or a funder has no amount at any stage. Dossiers that are out are left out."),
      N_ ("Cerfa 12156*06, plan of financing"),
      N_ ("Complete the plan: who brings the difference?") },
    pv_controle_plan_incomplet },
  { { "taux-public", PV_SEVERITE_WARNING, N_ ("Rate of public aid"),
      N_ ("Public aid, granted by each funder or else asked of it, is over the ceiling of the "
          "dispositif (the lowest one), else of the file (threshold taux_aide_publique_max). "
          "Without a ceiling nothing is checked: no general law limits grants to actions to 80%."),
      N_ ("rules of the dispositif"), N_ ("Lower the aid, or pass it with a reason.") },
    pv_controle_taux_public },
  { { "montant-incoherent", PV_SEVERITE_WARNING, N_ ("Inconsistent amounts"),
      N_ ("A stated cost differs from the lines of its budget, from the sum of its parts, or "
          "from all the financements of a plan of several years; an amount notified is over the "
          "one voted; an amount is not what its dated changes make. What is paid has a check of its "
          "own."),
      NULL, N_ ("Ask the source which figure is right. Nothing is corrected by itself.") },
    pv_controle_montant_incoherent },
  { { "verse-superieur-au-notifie", PV_SEVERITE_WARNING, N_ ("Paid over what was notified"),
      N_ ("More is paid to a dossier by a funder than it notified, reversements taken off; than it "
          "voted, while nothing is notified."),
      NULL,
      N_ ("Correct the payment; else enter what was paid back, or the avenant that raised the "
          "amount.") },
    pv_controle_verse_superieur_au_notifie },
  { { "trop-percu", PV_SEVERITE_WARNING, N_ ("To be paid back"),
      N_ ("The validated bilan of a dossier says that a part of what was paid is to be paid back, "
          "and the reversements since do not make it."),
      N_ ("loi n° 2000-321 of 12 April 2000, art. 10 (compte rendu financier)"),
      N_ ("Ask the porteur for it, then enter the reversement.") },
    pv_controle_trop_percu },
  { { "delai-paiement", PV_SEVERITE_WARNING, N_ ("Payment late"),
      N_ ("An amount was notified, nothing of it is paid, and the delay of payment is over: that "
          "of the convention, else the threshold paiement_delai (60 days when the file has none), "
          "as it stood on the day of the notification. With a schedule in the convention, its "
          "dates alone count. Dossiers that are out are left out."),
      N_ ("loi n° 2000-321 of 12 April 2000, art. 10 (loi n° 2021-875 of 1 July 2021, art. 2)"),
      N_ ("Have it paid, or enter the payment; enter the dates of the convention if it has any.") },
    pv_controle_delai_paiement },
  { { "vote-superieur-arbitre", PV_SEVERITE_WARNING, N_ ("Voted over what was arbitrated"),
      N_ ("What a funder voted is over what the committee arbitrated for it."), NULL,
      N_ ("Ask the funder; if the committee changed its mind, rectify its decision.") },
    pv_controle_vote_superieur_arbitre },
  { { "notifie-sans-vote", PV_SEVERITE_WARNING, N_ ("Notified without a vote"),
      N_ ("A commune, an EPCI, a département or a région has notified an amount, and no vote of "
          "its "
          "assembly is entered. The other funders decide otherwise."),
      N_ ("code général des collectivités territoriales, art. L2311-7, L3312-7, L4312-11 and "
          "L5211-36"),
      N_ ("Enter the deliberation, with its date, or take the notification back.") },
    pv_controle_notifie_sans_vote },
  { { "deux-dispositifs", PV_SEVERITE_INFO, N_ ("Two lines of credits of one funder"),
      N_ ("One funder pays a dossier in one exercice on several of its dispositifs. A line that "
          "was refused does not count."),
      NULL, N_ ("Verify that its rules allow it; otherwise keep one of them.") },
    pv_controle_deux_dispositifs },
  { { "cpo-sans-annee-1", PV_SEVERITE_INFO, N_ ("CPO without its first year"),
      N_ ("A dossier is the second year of a convention pluriannuelle, or a later one, and neither "
          "the dossiers before it nor a convention of several years lead to the first."),
      NULL, N_ ("Name its dossier of the year before, or enter the convention.") },
    pv_controle_cpo_sans_annee_1 },
  { { "enveloppe-depassee", PV_SEVERITE_ERROR, N_ ("Envelope exceeded"),
      N_ ("An envelope engages more than its amount (engaged: the furthest of proposé to "
          "notifié; dossiers that are out release it). For information once it was passed with "
          "a reason."),
      N_ ("loi organique n° 2001-692, art. 9: credits are limits (State); decision that opens the "
          "envelope"),
      N_ ("Lower the amounts, raise the envelope, or pass it with a reason.") },
    pv_controle_enveloppe_depassee },
  { { "regle-limite", PV_SEVERITE_WARNING, N_ ("Limit of an envelope broken"),
      N_ ("A limit that was set on an envelope does not hold: more than the most for a kind of "
          "dossier or of territory, less than the least, a reserve that is not kept. Amounts "
          "follow the shares of the territories. For information once it was passed with a "
          "reason."),
      N_ ("decision that sets the limit, told with it"),
      N_ ("Change the amounts or the limit, or pass it with a reason.") },
    pv_controle_regle_limite },
  { { "enveloppe-absente", PV_SEVERITE_WARNING, N_ ("Engaged on no envelope of its funder"),
      N_ ("A funder opened envelopes for a year, on the line of credits that is said, and engages "
          "an amount of that year on none of them, or on one of another year or of another "
          "funder: the envelope does not see it."),
      NULL, N_ ("Choose the envelope in the plan of the dossier.") },
    pv_controle_enveloppe_absente },
  { { "seuil-convention", PV_SEVERITE_WARNING, N_ ("Convention mandatory"),
      N_ ("What one public funder grants in a year to one private-law body (association, "
          "foundation, company, SIAE), over all its dossiers, is over the threshold, and no "
          "signed convention is known. For information while the sum is only proposed; once it is "
          "voted, convention-manquante tells it. Threshold: convention_obligatoire, dated (23 000 "
          "€ "
          "when the file has none)."),
      N_ ("loi n° 2000-321 of 12 April 2000, art. 10; décret n° 2001-495, art. 1"),
      N_ ("Prepare the convention, or enter the date of its signature.") },
    pv_controle_seuil_convention },
  { { "convention-manquante", PV_SEVERITE_WARNING, N_ ("Convention missing"),
      N_ ("What one public funder voted or notified in a year to one private-law body, over all "
          "its dossiers, is over the threshold, and no convention of that year is signed. "
          "Threshold: convention_obligatoire, dated (23 000 € when the file has none)."),
      N_ ("loi n° 2000-321 of 12 April 2000, art. 10; décret n° 2001-495, art. 1"),
      N_ ("Create the convention on the page Bilans, tab Conventions, or enter the date of its "
          "signature.") },
    pv_controle_convention_manquante },
  { { "post-plusieurs-contrats", PV_SEVERITE_WARNING, N_ ("A post counted several times"),
      N_ ("The same reference of one dispositif and one exercice (a post adulte-relais or "
          "FONJEP) is on several dossiers, often of several contrats, each with the full "
          "amount."),
      NULL, N_ ("Keep the amount on one of them.") },
    pv_controle_post_plusieurs_contrats },
  { { "piece-manquante", PV_SEVERITE_WARNING, N_ ("Missing document"),
      N_ ("A document required by the appel or by the forme of the porteur is not received, nor "
          "exempted, or was no longer valid in the exercice. For information from the "
          "notification on."),
      N_ ("Cerfa 12156*06, documents to join; rules of the appel"),
      N_ ("Ask for it, or exempt from it with a reason.") },
    pv_controle_piece_manquante },
  { { "instruction-incomplete", PV_SEVERITE_WARNING, N_ ("Instruction not complete"),
      N_ ("An institution submitted an instruction where some criteria have neither a mark nor "
          "N/A: it has no score, and is not in the mean."),
      NULL, N_ ("Ask the institution for the marks that are missing.") },
    pv_controle_instruction_incomplete },
  { { "note-hors-grille", PV_SEVERITE_WARNING, N_ ("Marks out of the grid"),
      N_ ("Marks were given on another grid than that of the appel, as after a move to another "
          "appel, or one is over the highest mark of its criterion. They do not count."),
      NULL, N_ ("Mark the dossier on the grid of its appel.") },
    pv_controle_note_hors_grille },
  { { "score-absent", PV_SEVERITE_WARNING, N_ ("Proposed without a score"),
      N_ ("A dossier is proposed, its appel has a scoring grid, and no institution gave a complete "
          "score: it is not in the ranking."),
      NULL, N_ ("Have it scored, or say why in its instruction.") },
    pv_controle_score_absent },
  { { "score-dispersion", PV_SEVERITE_WARNING, N_ ("Institutions far apart"),
      N_ ("The highest and the lowest score of a dossier differ by more than the threshold "
          "score_dispersion_alerte (25 points when the file has none)."),
      N_ ("setting of Progville"), N_ ("Compare the marks together, before the committee.") },
    pv_controle_score_dispersion },
  { { "decision-sans-montant", PV_SEVERITE_WARNING, N_ ("Decision without an amount"),
      N_ ("A dossier is programmé, with or without reserve, and no amount of its plan is "
          "arbitrated, voted or notified."),
      NULL, N_ ("Enter what each payer gives, or rectify the decision.") },
    pv_controle_decision_sans_montant },
  { { "seance-ouverte", PV_SEVERITE_WARNING, N_ ("Séance left open"),
      N_ ("A séance was opened before today and is not closed: what it decided is not written in "
          "the plans yet."),
      NULL, N_ ("Decide on what is left, then close it.") },
    pv_controle_seance_ouverte },
  { { "marqueur-different", PV_SEVERITE_WARNING, N_ ("Mark apart from the tree, unexplained"),
      N_ ("The collective mark of equality is not what the decision tree gives with the common "
          "answers, and nothing says why. It may differ: it is explained."),
      N_ ("decision tree of Valenciennes Métropole, after the marker of the OECD’s DAC"),
      N_ ("Say why, or decide the mark of the tree.") },
    pv_controle_marqueur_different },
  { { "crf-en-retard", PV_SEVERITE_WARNING, N_ ("Compte rendu, late"),
      N_ ("Something was notified or paid for a dossier, and its compte rendu was not received by "
          "the day it was due: six months after the end of its exercice (of the action, when it "
          "ends in the year after), or the date agreed. Threshold: crf_delai, dated."),
      N_ ("loi n° 2000-321 of 12 April 2000, art. 10; Cerfa 15059"),
      N_ ("Remind the porteur, or enter when the compte rendu was received.") },
    pv_controle_crf_en_retard },
  { { "bilan-n-1-manquant", PV_SEVERITE_WARNING, N_ ("Bilan of the year before missing"),
      N_ ("The porteur of a dossier that may still be granted was financed the year before, and "
          "that bilan was not received: an information until its due date, a warning from the day "
          "after. Blocking then when the file says so: the dossier does not go to programmé nor "
          "notifié. Threshold: bilan_n_1 (how many years; 1)."),
      N_ ("Cerfa 15059, to be given before any new request; setting of Progville"),
      N_ ("Enter the compte rendu of the dossier named, or ask the porteur for it.") },
    pv_controle_bilan_n_1_manquant },
  { { "marqueur-non-evalue", PV_SEVERITE_INFO, N_ ("Mark not assessed"),
      N_ ("A dossier that is financed has no collective mark of equality, though its call marks "
          "others. Not assessed is not 0."),
      N_ ("decision tree of Valenciennes Métropole, after the marker of the OECD’s DAC"),
      N_ ("Decide the mark together, on the page Equality F-H.") },
    pv_controle_marqueur_non_evalue },
};

static PvControle traduits[G_N_ELEMENTS (entrees)];

static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

const PvControle *
pv_controle_registry (gsize *n)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (entrees); i++)
        {
          const PvControle *from = &entrees[i].controle;

          traduits[i] = *from;
          traduits[i].titre = translate (from->titre);
          traduits[i].description = translate (from->description);
          traduits[i].source = translate (from->source);
          traduits[i].remede = translate (from->remede);
        }
      g_once_init_leave (&ready, 1);
    }
  if (n != NULL)
    *n = G_N_ELEMENTS (entrees);
  return traduits;
}

const PvControle *
pv_controle_get_original (const PvControle *controle)
{
  gsize i = (gsize)(controle - traduits);

  g_assert (i < G_N_ELEMENTS (entrees));
  return &entrees[i].controle;
}

const PvControle *
pv_controle_by_id (const char *id)
{
  gsize n;
  const PvControle *controles = pv_controle_registry (&n);

  for (gsize i = 0; id != NULL && i < n; i++)
    if (strcmp (controles[i].id, id) == 0)
      return &controles[i];
  return NULL;
}

PvControleRunner
pv_controle_get_runner (const PvControle *controle)
{
  gsize i = (gsize)(controle - traduits);

  g_assert (i < G_N_ELEMENTS (entrees));
  return entrees[i].runner;
}
