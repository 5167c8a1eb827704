/* pv-document-champ.c: the fields and tables that a template may name
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-champ.h"

#include <glib/gi18n-lib.h>

#include "imprime/pv-imprime-table.h"
#include "organisme/pv-organisme.h"
#include "dossier/pv-dossier.h"
#include "pv-date.h"
#include "seance/pv-decision.h"

/* --- forms ------------------------------------------------------------------------------- */

static char *
write_date (const char *iso)
{
  return pv_date_format_french (iso, PV_DATE_FORMAT_LONG);
}

static char *
write_amount (PvCents cents)
{
  return cents != PV_CENTS_NULL ? pv_imprime_format_amount (cents) : NULL;
}

static char *
write_words (PvCents cents)
{
  return cents != PV_CENTS_NULL ? pv_money_to_words (cents) : NULL;
}

static char *
write_number (gint64 number)
{
  return number != PV_INT_NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/* With the space of the amounts of a document. */
static char *
write_rate (gint64 bp)
{
  return bp != PV_INT_NULL ? pv_imprime_format_rate (bp) : NULL;
}

/* The sixth of a SIRET is read in groups: 830 123 456 00012. */
static char *
write_siret (const char *siret)
{
  if (siret == NULL || strlen (siret) != 14)
    return g_strdup (siret);

  return g_strdup_printf ("%.3s\302\240%.3s\302\240%.3s\302\240%s", siret, siret + 3, siret + 6,
                          siret + 9);
}

/* --- one function for each --------------------------------------------------------------- */

#define CHAMP(nom, expression)                                                                     \
  static char *lire_##nom (const PvDocumentDonnees *d) { return expression; }
#define CHAMP_DOSSIER(nom, expression) CHAMP (nom, d->dossier != NULL ? (expression) : NULL)
#define CHAMP_CONVENTION(nom, expression) CHAMP (nom, d->convention != NULL ? (expression) : NULL)
#define CHAMP_CONTRAT(nom, expression) CHAMP (nom, d->contrat != NULL ? (expression) : NULL)

CHAMP (date_longue, write_date (d->jour))
CHAMP (date_courte, pv_date_format_french (d->jour, PV_DATE_FORMAT_SHORT))
CHAMP (date_annee, g_strndup (d->jour, 4))

CHAMP_CONTRAT (contrat_nom, g_strdup (d->contrat->nom))
CHAMP_CONTRAT (contrat_epci, g_strdup (d->contrat->epci_nom))
CHAMP_CONTRAT (contrat_code, g_strdup (d->contrat->code))

static char *
lire_contrat_periode (const PvDocumentDonnees *d)
{
  if (d->contrat == NULL || d->contrat->annee_debut == PV_INT_NULL)
    return NULL;

  return d->contrat->annee_fin != PV_INT_NULL
             ? g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, d->contrat->annee_debut,
                                d->contrat->annee_fin)
             : write_number (d->contrat->annee_debut);
}

CHAMP_DOSSIER (appel_libelle, g_strdup (d->dossier->appel))

CHAMP (porteur_nom, g_strdup (d->porteur->nom))
CHAMP (porteur_sigle, g_strdup (d->porteur->sigle))
CHAMP (porteur_siret, write_siret (d->porteur->siret))
CHAMP (porteur_rna, g_strdup (d->porteur->rna))
CHAMP (porteur_rue, g_strdup (d->porteur->adresse))
CHAMP (porteur_code_postal, g_strdup (d->porteur->code_postal))
CHAMP (porteur_commune, g_strdup (d->porteur->commune))
CHAMP (porteur_contact, g_strdup (d->porteur->contact))
CHAMP (porteur_fonction, g_strdup (d->porteur->fonction))
CHAMP (porteur_courriel, g_strdup (d->porteur->courriel))
CHAMP (porteur_telephone, g_strdup (d->porteur->telephone))

static char *
lire_porteur_forme (const PvDocumentDonnees *d)
{
  PvForme forme = PV_FORME_NULL;

  return d->porteur->forme != NULL && pv_forme_from_id (d->porteur->forme, &forme)
             ? g_strdup (pv_forme_to_libelle (forme))
             : NULL;
}

/* Whom the law of 2000 binds. */
static char *
lire_porteur_droit_prive (const PvDocumentDonnees *d)
{
  PvForme forme = PV_FORME_NULL;

  return d->porteur->forme != NULL && pv_forme_from_id (d->porteur->forme, &forme) &&
                 pv_forme_is_droit_prive (forme)
             ? g_strdup ("oui")
             : NULL;
}

/* On one line. */
static char *
lire_porteur_adresse (const PvDocumentDonnees *d)
{
  const PvDocumentPorteur *p = d->porteur;
  g_autoptr (GString) texte = g_string_new (p->adresse);

  g_string_replace (texte, "\n", ", ", 0);
  if (p->code_postal != NULL || p->commune != NULL)
    g_string_append_printf (texte, "%s%s%s%s", texte->len > 0 ? ", " : "",
                            p->code_postal != NULL ? p->code_postal : "",
                            p->code_postal != NULL && p->commune != NULL ? " " : "",
                            p->commune != NULL ? p->commune : "");

  return texte->len > 0 ? g_string_free (g_steal_pointer (&texte), FALSE) : NULL;
}

CHAMP (financeur_nom, d->financeur != NULL ? g_strdup (d->financeur->nom) : NULL)
CHAMP (financeur_representant, d->etat ? g_strdup ("le préfet de département") : NULL)

/* A service of the État is not a legal person: « l’État (DRAC) ». */
static char *
lire_financeur_designation (const PvDocumentDonnees *d)
{
  if (!d->etat)
    return lire_financeur_nom (d);

  return g_str_has_prefix (d->financeur->nom, "État")
             ? g_strconcat ("l’", d->financeur->nom, NULL)
             : g_strdup_printf ("l’État (%s)", d->financeur->nom);
}

CHAMP_DOSSIER (dossier_numero, g_strdup (d->dossier->numero))
CHAMP_DOSSIER (dossier_intitule, g_strdup (d->dossier->intitule))
CHAMP_DOSSIER (dossier_resume, g_strdup (d->dossier->resume))
CHAMP_DOSSIER (dossier_exercice, write_number (d->dossier->exercice))
CHAMP_DOSSIER (dossier_debut, write_date (d->dossier->debut))
CHAMP_DOSSIER (dossier_fin, write_date (d->dossier->fin))
CHAMP_DOSSIER (dossier_depose, write_date (d->dossier->depose_le))
CHAMP_DOSSIER (dossier_referent, g_strdup (d->dossier->referent))
CHAMP_DOSSIER (dossier_quartiers, g_strdup (d->dossier->quartiers))
CHAMP_DOSSIER (dossier_communes, g_strdup (d->dossier->communes))
CHAMP_DOSSIER (dossier_axe, g_strdup (d->dossier->axe))
CHAMP_DOSSIER (dossier_objectif, g_strdup (d->dossier->objectif))
CHAMP_DOSSIER (dossier_statut, g_strdup (pv_dossier_statut_to_libelle (d->statut)))

static char *
lire_dossier_nature (const PvDocumentDonnees *d)
{
  PvDossierNature nature = PV_DOSSIER_NATURE_NULL;

  return d->dossier != NULL && d->dossier->nature != NULL &&
                 pv_dossier_nature_from_id (d->dossier->nature, &nature)
             ? g_strdup (pv_dossier_nature_to_libelle (nature))
             : NULL;
}

static char *
lire_dossier_cpo (const PvDocumentDonnees *d)
{
  if (d->dossier == NULL || d->dossier->cpo_duree == PV_INT_NULL ||
      d->dossier->cpo_annee == PV_INT_NULL)
    return NULL;

  return g_strdup_printf ("année %" G_GINT64_FORMAT " sur %" G_GINT64_FORMAT, d->dossier->cpo_annee,
                          d->dossier->cpo_duree);
}

CHAMP_DOSSIER (beneficiaires_femmes, write_number (d->dossier->femmes))
CHAMP_DOSSIER (beneficiaires_hommes, write_number (d->dossier->hommes))
CHAMP_DOSSIER (beneficiaires_non_ventiles, write_number (d->dossier->non_ventiles))
CHAMP_DOSSIER (beneficiaires_qpv, write_rate (d->dossier->qpv_bp))

static char *
lire_beneficiaires_total (const PvDocumentDonnees *d)
{
  gint64 total = PV_INT_NULL;

  if (d->dossier == NULL)
    return NULL;

  /* sums of what is known, as of cents */
  pv_money_add (d->dossier->femmes, d->dossier->hommes, &total);
  pv_money_add (total, d->dossier->non_ventiles, &total);

  return write_number (total);
}

CHAMP_DOSSIER (montant_cout, write_amount (d->dossier->cout_cents))
CHAMP_DOSSIER (montant_cout_lettres, write_words (d->dossier->cout_cents))
CHAMP (montant_sollicite, write_amount (d->montants[PV_ETAPE_SOLLICITE]))
CHAMP (montant_propose, write_amount (d->montants[PV_ETAPE_PROPOSE]))
CHAMP (montant_arbitre, write_amount (d->montants[PV_ETAPE_ARBITRE]))
CHAMP (montant_vote, write_amount (d->montants[PV_ETAPE_VOTE]))
CHAMP (montant_notifie, write_amount (d->montants[PV_ETAPE_NOTIFIE]))
CHAMP (montant_notifie_lettres, write_words (d->montants[PV_ETAPE_NOTIFIE]))
CHAMP (montant_verse, write_amount (d->montants[PV_ETAPE_VERSE]))

/* What is still due, of each payer: what one paid too much is no payment of another. Nothing:
 * not known, so that a template can leave it out. */
static PvCents
get_reste (const PvDocumentDonnees *d)
{
  PvCents reste = 0;

  for (guint i = 0; d->rangs != NULL && i < d->rangs->len; i++)
    pv_money_add (reste, ((const PvPlanRang *)d->rangs->pdata[i])->reste_cents, &reste);

  return reste > 0 ? reste : PV_CENTS_NULL;
}

CHAMP (montant_reste, write_amount (get_reste (d)))
CHAMP_DOSSIER (montant_taux,
               write_rate (pv_money_rate_bp (d->montants[PV_ETAPE_NOTIFIE],
                                             d->dossier->cout_cents)))
CHAMP (financeurs_liste, g_strdup (d->financeurs))
CHAMP (financeurs_nombre, d->n_financeurs > 0 ? write_number (d->n_financeurs) : NULL)
CHAMP (financeurs_plusieurs, d->n_financeurs > 1 ? write_number (d->n_financeurs) : NULL)
CHAMP (vote_date, write_date (d->vote_le))
CHAMP (vote_acte, g_strdup (d->vote_acte))
CHAMP (notification_date, write_date (d->notifie_le))
CHAMP (notification_acte, g_strdup (d->notifie_acte))

CHAMP (motif, g_strdup (d->motif))
CHAMP (decision_instance, g_strdup (d->decision.instance))
CHAMP (decision_date, write_date (d->decision.date_le))

static char *
lire_decision_libelle (const PvDocumentDonnees *d)
{
  PvDecisionGenre genre = PV_DECISION_GENRE_NULL;

  return d->decision.decision != NULL && pv_decision_genre_from_id (d->decision.decision, &genre)
             ? g_strdup (pv_decision_genre_to_libelle (genre))
             : NULL;
}

/* Of a dossier that is funded: else it is the reason. */
static char *
lire_decision_reserve (const PvDocumentDonnees *d)
{
  PvDecisionGenre genre = PV_DECISION_GENRE_NULL;

  return d->decision.decision != NULL && pv_decision_genre_from_id (d->decision.decision, &genre) &&
                 pv_decision_genre_finance (genre)
             ? g_strdup (d->decision.reserve)
             : NULL;
}

CHAMP_CONVENTION (convention_numero, g_strdup (d->convention->numero))
CHAMP_CONVENTION (convention_objet, g_strdup (d->convention->objet))
CHAMP_CONVENTION (convention_debut, write_number (d->convention->annee_debut))
CHAMP_CONVENTION (convention_fin, write_number (d->convention->annee_fin))
CHAMP_CONVENTION (convention_pluriannuelle,
                  pv_convention_is_pluriannuelle (d->convention)
                      ? write_number (d->convention->annee_fin - d->convention->annee_debut + 1)
                      : NULL)
CHAMP_CONVENTION (convention_signature, write_date (d->convention->signee_le))
CHAMP_CONVENTION (convention_conditions, g_strdup (d->convention->conditions_versement))
CHAMP_CONVENTION (convention_delai,
                  write_number (d->convention->paiement_delai_jours != PV_INT_NULL
                                    ? d->convention->paiement_delai_jours
                                    : d->seuils.paiement_jours))
CHAMP (convention_montant, write_amount (d->convention_cents))
CHAMP (convention_montant_lettres, write_words (d->convention_cents))
CHAMP (convention_echeancier,
       d->echeances != NULL && d->echeances->len > 0 ? write_number (d->echeances->len) : NULL)

CHAMP (seuil_convention, write_amount (d->seuils.convention_cents))

/* A body of public law signs no convention by that law. */
static char *
lire_seuil_depasse (const PvDocumentDonnees *d)
{
  g_autofree char *prive = lire_porteur_droit_prive (d);

  return prive != NULL && d->depasse != PV_INT_NULL ? lire_seuil_convention (d) : NULL;
}

CHAMP (seuil_paiement, write_number (d->seuils.paiement_jours))
CHAMP (bilan_echeance, write_date (d->bilan.du_le))
CHAMP (bilan_mois, write_number (d->seuils.crf_mois))
CHAMP (bilan_relances, d->bilan.relances > 0 ? write_number (d->bilan.relances) : NULL)
CHAMP (bilan_relance_date, write_date (d->bilan.relance_le))

static char *
lire_bilan_retard (const PvDocumentDonnees *d)
{
  gint64 jours = d->bilan.du_le != NULL ? pv_date_days_between (d->bilan.du_le, d->jour) : 0;

  return jours > 0 ? write_number (jours) : NULL;
}

/* --- the list ---------------------------------------------------------------------------- */

#define LETTRES PV_DOCUMENT_LETTRES
#define TOUS PV_DOCUMENT_TOUS
#define NOTIFICATION (1u << PV_DOCUMENT_GENRE_NOTIFICATION)
#define CONVENTION (1u << PV_DOCUMENT_GENRE_CONVENTION)
#define FICHE (1u << PV_DOCUMENT_GENRE_FICHE)
#define RELANCE (1u << PV_DOCUMENT_GENRE_RELANCE)
#define REFUS (1u << PV_DOCUMENT_GENRE_REFUS)

static const PvDocumentChamp champs[] = {
  { "date.longue", N_ ("Date"), N_ ("today, in words"), "21 novembre 2026", TOUS,
    lire_date_longue },
  { "date.courte", N_ ("Date"), N_ ("today, in figures"), "21/11/2026", TOUS, lire_date_courte },
  { "date.annee", N_ ("Date"), N_ ("the year"), "2026", TOUS, lire_date_annee },

  { "contrat.nom", N_ ("Contrat"), N_ ("name of the contrat de ville"),
    "Métropole Européenne de Lille", TOUS, lire_contrat_nom },
  { "contrat.epci", N_ ("Contrat"), N_ ("who leads the contrat"), "Métropole Européenne de Lille",
    TOUS, lire_contrat_epci },
  { "contrat.code", N_ ("Contrat"), N_ ("national code of the contrat"), "CN05911M", TOUS,
    lire_contrat_code },
  { "contrat.periode", N_ ("Contrat"), N_ ("years of the contrat"), "2024–2030", TOUS,
    lire_contrat_periode },
  { "appel.libelle", N_ ("Contrat"), N_ ("the appel à projets"), "Programmation 2026", TOUS,
    lire_appel_libelle },

  { "porteur.nom", N_ ("Porteur"), N_ ("name of the porteur"), "Les Ateliers du Faubourg", TOUS,
    lire_porteur_nom },
  { "porteur.sigle", N_ ("Porteur"), N_ ("sigle of the porteur"), "ADF", TOUS, lire_porteur_sigle },
  { "porteur.forme", N_ ("Porteur"), N_ ("legal form"), "Association", TOUS, lire_porteur_forme },
  { "porteur.droit_prive", N_ ("Porteur"), N_ ("only when the porteur is a private-law body"),
    "oui", TOUS, lire_porteur_droit_prive },
  { "porteur.siret", N_ ("Porteur"), N_ ("SIRET"), "830 123 456 00012", TOUS, lire_porteur_siret },
  { "porteur.rna", N_ ("Porteur"), N_ ("number in the RNA"), "W595001234", TOUS, lire_porteur_rna },
  { "porteur.adresse", N_ ("Porteur"), N_ ("full address, on a line"),
    "12 rue des Postes, 59000 Lille", TOUS, lire_porteur_adresse },
  { "porteur.rue", N_ ("Porteur"), N_ ("street"), "12 rue des Postes", TOUS, lire_porteur_rue },
  { "porteur.code_postal", N_ ("Porteur"), N_ ("postal code"), "59000", TOUS,
    lire_porteur_code_postal },
  { "porteur.commune", N_ ("Porteur"), N_ ("commune of the porteur"), "Lille", TOUS,
    lire_porteur_commune },
  { "porteur.contact", N_ ("Porteur"), N_ ("name of the contact"), "Camille Martin", TOUS,
    lire_porteur_contact },
  { "porteur.fonction", N_ ("Porteur"), N_ ("function of the contact"), "présidente", TOUS,
    lire_porteur_fonction },
  { "porteur.courriel", N_ ("Porteur"), N_ ("e-mail of the contact"), "contact@exemple.fr", TOUS,
    lire_porteur_courriel },
  { "porteur.telephone", N_ ("Porteur"), N_ ("telephone of the contact"), "03 20 00 00 00", TOUS,
    lire_porteur_telephone },

  { "dossier.numero", N_ ("Dossier"), N_ ("number of the dossier"), "0412", TOUS,
    lire_dossier_numero },
  { "dossier.intitule", N_ ("Dossier"), N_ ("title of the action"), "En route vers l’emploi", TOUS,
    lire_dossier_intitule },
  { "dossier.resume", N_ ("Dossier"), N_ ("summary of the action"), "L’action propose…", TOUS,
    lire_dossier_resume },
  { "dossier.exercice", N_ ("Dossier"), N_ ("year of the dossier"), "2026", TOUS,
    lire_dossier_exercice },
  { "dossier.debut", N_ ("Dossier"), N_ ("first day of the action"), "1er février 2026", TOUS,
    lire_dossier_debut },
  { "dossier.fin", N_ ("Dossier"), N_ ("last day of the action"), "31 décembre 2026", TOUS,
    lire_dossier_fin },
  { "dossier.depose", N_ ("Dossier"), N_ ("date of the deposit"), "3 novembre 2025", TOUS,
    lire_dossier_depose },
  { "dossier.nature", N_ ("Dossier"), N_ ("nouvelle or reconduction"), "reconduction", TOUS,
    lire_dossier_nature },
  { "dossier.cpo", N_ ("Dossier"), N_ ("year of the CPO"), "année 2 sur 3", TOUS,
    lire_dossier_cpo },
  { "dossier.statut", N_ ("Dossier"), N_ ("status of the dossier"), "notifié", TOUS,
    lire_dossier_statut },
  { "dossier.referent", N_ ("Dossier"), N_ ("who follows it"), "Anne Lefèvre", TOUS,
    lire_dossier_referent },
  { "dossier.axe", N_ ("Dossier"), N_ ("axe of the contrat"), "Emploi et insertion", TOUS,
    lire_dossier_axe },
  { "dossier.objectif", N_ ("Dossier"), N_ ("objectif of the contrat"), "Lever les freins…", TOUS,
    lire_dossier_objectif },
  { "dossier.quartiers", N_ ("Dossier"), N_ ("quartiers of the action"), "Lille-Sud, Moulins", TOUS,
    lire_dossier_quartiers },
  { "dossier.communes", N_ ("Dossier"), N_ ("communes of the action"), "Lille", TOUS,
    lire_dossier_communes },

  { "beneficiaires.total", N_ ("Public"), N_ ("beneficiaries planned"), "60", TOUS,
    lire_beneficiaires_total },
  { "beneficiaires.femmes", N_ ("Public"), N_ ("women planned"), "35", TOUS,
    lire_beneficiaires_femmes },
  { "beneficiaires.hommes", N_ ("Public"), N_ ("men planned"), "25", TOUS,
    lire_beneficiaires_hommes },
  { "beneficiaires.non_ventiles", N_ ("Public"), N_ ("not broken down by sex"), "10", TOUS,
    lire_beneficiaires_non_ventiles },
  { "beneficiaires.qpv", N_ ("Public"), N_ ("share from the QPV"), "80 %", TOUS,
    lire_beneficiaires_qpv },

  { "montant.cout_total", N_ ("Amounts"), N_ ("coût total of the action"), "46 500 €", TOUS,
    lire_montant_cout },
  { "montant.cout_total_lettres", N_ ("Amounts"), N_ ("the same in words"),
    "quarante-six mille cinq cents euros", TOUS, lire_montant_cout_lettres },
  { "montant.sollicite", N_ ("Amounts"), N_ ("amount asked, of all payers"), "30 000 €", TOUS,
    lire_montant_sollicite },
  { "montant.propose", N_ ("Amounts"), N_ ("amount proposed"), "25 000 €", TOUS,
    lire_montant_propose },
  { "montant.arbitre", N_ ("Amounts"), N_ ("amount arbitrated"), "23 000 €", TOUS,
    lire_montant_arbitre },
  { "montant.vote", N_ ("Amounts"), N_ ("amount voted"), "23 000 €", TOUS, lire_montant_vote },
  { "montant.notifie", N_ ("Amounts"), N_ ("amount notified"), "23 000 €", TOUS,
    lire_montant_notifie },
  { "montant.notifie_lettres", N_ ("Amounts"), N_ ("the same in words"), "vingt-trois mille euros",
    TOUS, lire_montant_notifie_lettres },
  { "montant.verse", N_ ("Amounts"), N_ ("amount paid"), "11 500 €", TOUS, lire_montant_verse },
  { "montant.reste", N_ ("Amounts"), N_ ("amount still to be paid, only when there is some"),
    "11 500 €", TOUS, lire_montant_reste },
  { "montant.taux", N_ ("Amounts"), N_ ("notified ÷ coût total"), "49,5 %", TOUS,
    lire_montant_taux },
  { "financeurs.liste", N_ ("Amounts"), N_ ("payers who notified"), "État et Ville de Lille", TOUS,
    lire_financeurs_liste },
  { "financeurs.nombre", N_ ("Amounts"), N_ ("how many payers notified"), "2", TOUS,
    lire_financeurs_nombre },
  { "financeurs.plusieurs", N_ ("Amounts"), N_ ("only when several payers notified"), "2", TOUS,
    lire_financeurs_plusieurs },
  { "financeur.nom", N_ ("Amounts"), N_ ("the payer of the convention or of the letter"),
    "Ville de Lille", NOTIFICATION | CONVENTION, lire_financeur_nom },
  { "financeur.designation", N_ ("Amounts"), N_ ("the legal person it is part of"), "l’État (DRAC)",
    NOTIFICATION | CONVENTION, lire_financeur_designation },
  { "financeur.representant", N_ ("Amounts"), N_ ("who stands for it, only of the État"),
    "le préfet de département", NOTIFICATION | CONVENTION, lire_financeur_representant },

  { "vote.date", N_ ("Decision"), N_ ("date of the vote"), "6 mars 2026", TOUS, lire_vote_date },
  { "vote.acte", N_ ("Decision"), N_ ("deliberation"), "délibération n° 26-C-0112", TOUS,
    lire_vote_acte },
  { "notification.date", N_ ("Decision"), N_ ("date of the notification"), "20 mars 2026", TOUS,
    lire_notification_date },
  { "notification.acte", N_ ("Decision"), N_ ("act of the notification"), "arrêté n° 2026-118",
    TOUS, lire_notification_acte },
  { "motif", N_ ("Decision"), N_ ("reason of the refusal"), "Action hors du territoire…",
    REFUS | FICHE, lire_motif },
  { "decision.libelle", N_ ("Decision"), N_ ("what the committee decided"), "programmé", TOUS,
    lire_decision_libelle },
  { "decision.instance", N_ ("Decision"), N_ ("the committee"), "Comité de pilotage", TOUS,
    lire_decision_instance },
  { "decision.date", N_ ("Decision"), N_ ("date of the committee"), "17 mars 2026", TOUS,
    lire_decision_date },
  { "decision.reserve", N_ ("Decision"), N_ ("its reserve"), "sous réserve de…", TOUS,
    lire_decision_reserve },

  { "convention.numero", N_ ("Convention"), N_ ("number of the convention"), "2026-014", CONVENTION,
    lire_convention_numero },
  { "convention.objet", N_ ("Convention"), N_ ("its object"), "Insertion par l’activité",
    CONVENTION, lire_convention_objet },
  { "convention.debut", N_ ("Convention"), N_ ("first year"), "2026", CONVENTION,
    lire_convention_debut },
  { "convention.fin", N_ ("Convention"), N_ ("last year"), "2028", CONVENTION,
    lire_convention_fin },
  { "convention.pluriannuelle", N_ ("Convention"), N_ ("years, only when there are several"), "3",
    CONVENTION, lire_convention_pluriannuelle },
  { "convention.montant", N_ ("Convention"), N_ ("amount of the convention"), "69 000 €",
    CONVENTION, lire_convention_montant },
  { "convention.montant_lettres", N_ ("Convention"), N_ ("the same in words"),
    "soixante-neuf mille euros", CONVENTION, lire_convention_montant_lettres },
  { "convention.signature", N_ ("Convention"), N_ ("date of signature"), "2 avril 2026", CONVENTION,
    lire_convention_signature },
  { "convention.conditions", N_ ("Convention"), N_ ("conditions of payment"),
    "50 % à la signature…", CONVENTION, lire_convention_conditions },
  { "convention.delai", N_ ("Convention"), N_ ("days to pay"), "60", CONVENTION,
    lire_convention_delai },
  { "convention.echeancier", N_ ("Convention"), N_ ("planned payments, only when there are some"),
    "2", CONVENTION, lire_convention_echeancier },
  { "seuil.convention", N_ ("Convention"), N_ ("amount above which a convention is mandatory"),
    "23 000 €", TOUS, lire_seuil_convention },
  { "seuil.depasse", N_ ("Convention"),
    N_ ("only when a payer grants the porteur more than that in the year"), "23 000 €",
    NOTIFICATION, lire_seuil_depasse },
  { "seuil.paiement", N_ ("Convention"), N_ ("legal days to pay"), "60", TOUS,
    lire_seuil_paiement },

  { "bilan.echeance", N_ ("Compte rendu"), N_ ("when it is due"), "30 juin 2027", TOUS,
    lire_bilan_echeance },
  { "bilan.mois", N_ ("Compte rendu"), N_ ("months to send it"), "6", TOUS, lire_bilan_mois },
  { "bilan.retard", N_ ("Compte rendu"), N_ ("days late"), "34", RELANCE | FICHE,
    lire_bilan_retard },
  { "bilan.relances", N_ ("Compte rendu"), N_ ("reminders sent before"), "1", RELANCE | FICHE,
    lire_bilan_relances },
  { "bilan.relance_date", N_ ("Compte rendu"), N_ ("date of the last reminder"), "12 juillet 2027",
    RELANCE | FICHE, lire_bilan_relance_date },

  { "financements", N_ ("Tables"), N_ ("what each payer notified, with its act"), NULL, TOUS,
    NULL },
  { "plan", N_ ("Tables"), N_ ("each payer, from asked to paid"), NULL, TOUS, NULL },
  { "versements", N_ ("Tables"), N_ ("what each payer paid and still owes"), NULL, TOUS, NULL },
  { "budget", N_ ("Tables"), N_ ("the planned budget"), NULL, FICHE, NULL },
  { "territoires", N_ ("Tables"), N_ ("quartiers and communes, with their shares"), NULL, FICHE,
    NULL },
  { "avis", N_ ("Tables"), N_ ("avis of the institutions"), NULL, FICHE, NULL },
  { "marqueurs", N_ ("Tables"), N_ ("marks of the transversal axes"), NULL, FICHE, NULL },
  { "actions", N_ ("Tables"), N_ ("dossiers of the convention"), NULL, CONVENTION, NULL },
  { "annees", N_ ("Tables"), N_ ("amount of each year of the convention"), NULL, CONVENTION, NULL },
  { "echeancier", N_ ("Tables"), N_ ("planned payments of the convention"), NULL, CONVENTION,
    NULL },
};

guint
pv_document_champ_get_n (void)
{
  return G_N_ELEMENTS (champs);
}

const PvDocumentChamp *
pv_document_champ_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (champs), NULL);

  return &champs[index];
}

const char *
pv_document_champ_get_groupe (const PvDocumentChamp *self)
{
  return _ (self->groupe);
}

const char *
pv_document_champ_get_libelle (const PvDocumentChamp *self)
{
  return _ (self->libelle);
}

gboolean
pv_document_champ_is_tableau (const PvDocumentChamp *self)
{
  return self->lire == NULL;
}

char *
pv_document_champ_dup_balise (const PvDocumentChamp *self)
{
  return g_strdup_printf (self->lire == NULL ? "{{tableau %s}}" : "{{%s}}", self->id);
}
