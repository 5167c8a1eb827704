/* pv-document-donnees.c: what a document may say of its subject
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-donnees.h"

#include <glib/gi18n-lib.h>

#include "bilan/pv-bilan.h"
#include "convention/pv-convention-store.h"
#include "financeur/pv-financeur-store.h"
#include "programme/pv-contrat-store.h"
#include "pv-date.h"
#include "pv-error.h"
#include "seance/pv-decision.h"

void
pv_document_donnees_free (PvDocumentDonnees *self)
{
  GArray *listes[] = { self->actions, self->annees, self->echeances,  self->avis,
                       self->marques, self->budget, self->territoires };

  g_free (self->jour);
  g_clear_pointer (&self->contrat, pv_contrat_free);
  g_clear_pointer (&self->dossier, pv_document_dossier_free);
  g_clear_pointer (&self->porteur, pv_document_porteur_free);
  g_clear_pointer (&self->financeur, pv_document_porteur_free);
  g_clear_pointer (&self->rangs, g_ptr_array_unref);
  g_free (self->financeurs);
  g_free (self->vote_le);
  g_free (self->vote_acte);
  g_free (self->notifie_le);
  g_free (self->notifie_acte);
  pv_document_decision_clear (&self->decision);
  g_free (self->motif);
  pv_document_bilan_clear (&self->bilan);
  g_clear_pointer (&self->convention, pv_convention_free);
  for (gsize i = 0; i < G_N_ELEMENTS (listes); i++)
    g_clear_pointer (&listes[i], g_array_unref);
  g_free (self);
}

/* --- reading ----------------------------------------------------------------------------- */

/* Those of its year: a letter that is made again later says the same. */
static gboolean
load_seuils (PvDocumentDonnees *self, PvDb *db, gint64 financeur_id, GError **error)
{
  gint64 annee = self->convention != NULL ? self->convention->annee_debut : self->dossier->exercice;

  if (!pv_document_seuils_load (db, annee, &self->seuils, error))
    return FALSE;

  /* the delay of a compte rendu is that of the end of its action */
  if (self->convention == NULL)
    self->seuils.crf_mois = self->bilan.mois;
  if (self->genre != PV_DOCUMENT_GENRE_NOTIFICATION ||
      self->seuils.convention_cents == PV_CENTS_NULL)
    return TRUE;

  return pv_document_find_depasse (db, self->dossier->id, financeur_id,
                                   self->seuils.convention_cents, &self->depasse, error);
}

/* The payer of a convention, or of a letter of its own. */
static gboolean
load_financeur (PvDocumentDonnees *self, PvDb *db, gint64 financeur_id, GError **error)
{
  g_autoptr (PvFinanceur) financeur = NULL;

  if (financeur_id == PV_INT_NULL)
    return TRUE;

  financeur = pv_financeur_store_get (db, financeur_id, error);
  if (financeur == NULL)
    return FALSE;

  self->etat = financeur->categorie == PV_CATEGORIE_ETAT;
  self->financeur = pv_document_porteur_load (db, financeur->organisme_id, error);

  return self->financeur != NULL;
}

static void
keep_one_financeur (PvDocumentDonnees *self, gint64 financeur_id)
{
  for (guint i = self->rangs->len; i > 0; i--)
    {
      const PvPlanRang *rang = self->rangs->pdata[i - 1];

      if (rang->financement->financeur_id != financeur_id)
        g_ptr_array_remove_index (self->rangs, i - 1);
    }
}

/* The act of the latest date stands for the others. */
static void
keep_acte (char **le, char **acte, const char *nouveau_le, const char *nouvel_acte)
{
  if (nouveau_le != NULL && g_strcmp0 (nouveau_le, *le) > 0)
    {
      g_free (*le);
      *le = g_strdup (nouveau_le);
      g_free (*acte);
      *acte = g_strdup (nouvel_acte);
    }
  else if (*acte == NULL)
    *acte = g_strdup (nouvel_acte);
}

static void
sum_rang (PvDocumentDonnees *self, const PvPlanRang *rang, GPtrArray *noms)
{
  const PvFinancement *f = rang->financement;

  for (PvEtape etape = 0; etape < PV_N_ETAPES; etape++)
    pv_money_add (self->montants[etape], pv_plan_rang_get_montant (rang, etape),
                  &self->montants[etape]);
  if (f->vote_cents > 0)
    keep_acte (&self->vote_le, &self->vote_acte, f->vote_le, f->vote_acte);
  if (f->notifie_cents > 0)
    {
      keep_acte (&self->notifie_le, &self->notifie_acte, f->notifie_le, f->notifie_acte);
      if (!g_ptr_array_find_with_equal_func (noms, rang->financeur_nom, g_str_equal, NULL))
        g_ptr_array_add (noms, rang->financeur_nom);
    }
}

static char *
join_noms (GPtrArray *noms)
{
  g_autoptr (GString) liste = g_string_new (NULL);

  for (guint i = 0; i < noms->len; i++)
    g_string_append_printf (liste, "%s%s",
                            i == 0               ? ""
                            : i + 1 == noms->len ? " et "
                                                 : ", ",
                            (const char *)noms->pdata[i]);

  return noms->len > 0 ? g_string_free (g_steal_pointer (&liste), FALSE) : NULL;
}

static gboolean
load_plan (PvDocumentDonnees *self, PvDb *db, gint64 financeur_id, GError **error)
{
  g_autoptr (GPtrArray) noms = g_ptr_array_new ();

  if (!pv_plan_store_load (db, self->dossier->id, &self->plan, NULL, error))
    return FALSE;
  self->rangs = pv_plan_store_list_rangs (db, self->dossier->id, &self->plan, error);
  if (self->rangs == NULL)
    return FALSE;

  if (financeur_id != PV_INT_NULL)
    keep_one_financeur (self, financeur_id);
  for (guint i = 0; i < self->rangs->len; i++)
    sum_rang (self, self->rangs->pdata[i], noms);
  self->n_financeurs = noms->len;
  self->financeurs = join_noms (noms);

  return TRUE;
}

static void
find_motif (PvDocumentDonnees *self)
{
  PvDecisionGenre genre = PV_DECISION_GENRE_NULL;
  gboolean refuse = pv_decision_genre_from_id (self->decision.decision, &genre) &&
                    !pv_decision_genre_finance (genre);

  if (self->dossier->statut_motif != NULL)
    self->motif = g_strdup (self->dossier->statut_motif);
  else if (refuse)
    self->motif = g_strdup (self->decision.reserve);
}

/* What only a fiche says. */
static gboolean
load_details (PvDocumentDonnees *self, PvDb *db, GError **error)
{
  gint64 id = self->dossier->id;

  if (self->genre != PV_DOCUMENT_GENRE_FICHE)
    return TRUE;

  self->avis = pv_document_list_avis (db, id, error);
  self->marques = self->avis != NULL ? pv_document_list_marques (db, id, error) : NULL;
  self->budget = self->marques != NULL ? pv_document_list_budget (db, id, error) : NULL;
  self->territoires = self->budget != NULL ? pv_document_list_territoires (db, id, error) : NULL;

  return self->territoires != NULL;
}

static gboolean
load_dossier (PvDocumentDonnees *self,
              PvDb *db,
              const PvDocumentSujet *sujet,
              gint64 dossier_id,
              GError **error)
{
  gint64 financeur_id =
      self->convention != NULL ? self->convention->financeur_id : sujet->financeur_id;
  g_autoptr (GError) problem = NULL;

  self->dossier = pv_document_dossier_load (db, dossier_id, &problem);
  if (self->dossier == NULL)
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                             _ ("The dossier is not in the file any more"));
      return FALSE;
    }

  pv_dossier_statut_from_id (self->dossier->statut, &self->statut);
  if (!load_plan (self, db, financeur_id, error) ||
      !pv_document_decision_load (db, dossier_id, &self->decision, error) ||
      !pv_document_bilan_load (db, dossier_id, &self->bilan, error) ||
      !load_details (self, db, error))
    return FALSE;

  find_motif (self);
  return TRUE;
}

static void
sum_convention (PvDocumentDonnees *self)
{
  for (guint i = 0; i < self->annees->len; i++)
    pv_money_add (self->convention_cents,
                  g_array_index (self->annees, PvDocumentEcheance, i).montant_cents,
                  &self->convention_cents);
  if (self->convention_cents != PV_CENTS_NULL)
    return;
  for (guint i = 0; i < self->actions->len; i++)
    pv_money_add (self->convention_cents,
                  g_array_index (self->actions, PvDocumentAction, i).accorde_cents,
                  &self->convention_cents);
}

static gboolean
load_convention (PvDocumentDonnees *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (id == PV_INT_NULL)
    return TRUE;

  self->convention = pv_convention_store_get (db, id, &problem);
  if (self->convention == NULL)
    {
      if (problem != NULL)
        g_propagate_error (error, g_steal_pointer (&problem));
      else
        g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                             _ ("The convention is not in the file any more"));
      return FALSE;
    }

  self->actions = pv_document_list_actions (db, id, error);
  self->annees = self->actions != NULL ? pv_document_list_annees (db, id, error) : NULL;
  self->echeances = self->annees != NULL ? pv_document_list_echeances (db, id, error) : NULL;
  if (self->echeances == NULL)
    return FALSE;

  sum_convention (self);
  return TRUE;
}

static gboolean
find_subject (PvDocumentDonnees *self,
              PvDb *db,
              const PvDocumentSujet *sujet,
              gint64 *dossier_id,
              GError **error)
{
  *dossier_id = sujet->dossier_id;
  if (!load_convention (self, db, sujet->convention_id, error))
    return FALSE;

  /* a convention of several years is that of its first dossier, whichever it is asked from */
  if (self->actions != NULL && self->actions->len > 0)
    *dossier_id = g_array_index (self->actions, PvDocumentAction, 0).dossier_id;

  return TRUE;
}

static gboolean
load_people (PvDocumentDonnees *self, PvDb *db, const PvDocumentSujet *sujet, GError **error)
{
  gint64 porteur_id =
      self->convention != NULL ? self->convention->organisme_id : self->dossier->porteur_id;
  gint64 contrat_id = self->dossier != NULL ? self->dossier->contrat_id : PV_INT_NULL;

  self->porteur = pv_document_porteur_load (db, porteur_id, error);
  if (self->porteur == NULL)
    return FALSE;
  if (!load_financeur (
          self, db, self->convention != NULL ? self->convention->financeur_id : sujet->financeur_id,
          error))
    return FALSE;

  if (contrat_id == PV_INT_NULL)
    {
      g_autoptr (GPtrArray) contrats = pv_contrat_store_list (db, error);

      if (contrats == NULL)
        return FALSE;
      if (contrats->len > 0)
        contrat_id = ((const PvContrat *)contrats->pdata[0])->id;
    }
  self->contrat = contrat_id != PV_INT_NULL ? pv_contrat_store_get (db, contrat_id, error) : NULL;

  return self->contrat != NULL || contrat_id == PV_INT_NULL;
}

PvDocumentDonnees *
pv_document_donnees_load (PvDb *db,
                          PvDocumentGenre genre,
                          const PvDocumentSujet *sujet,
                          GError **error)
{
  g_autoptr (PvDocumentDonnees) self = g_new0 (PvDocumentDonnees, 1);
  gint64 dossier_id = PV_INT_NULL;

  self->db = db;
  self->genre = genre;
  self->jour = pv_clock_today (pv_db_get_clock (db));
  self->statut = PV_DOSSIER_STATUT_NULL;
  self->convention_cents = PV_CENTS_NULL;
  self->depasse = PV_INT_NULL;
  for (guint i = 0; i < PV_N_ETAPES; i++)
    self->montants[i] = PV_CENTS_NULL;
  if (!find_subject (self, db, sujet, &dossier_id, error))
    return NULL;
  if ((dossier_id != PV_INT_NULL || self->convention == NULL) &&
      !load_dossier (self, db, sujet, dossier_id, error))
    return NULL;
  if (!load_seuils (self, db, sujet->financeur_id, error) || !load_people (self, db, sujet, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* --- what is missing --------------------------------------------------------------------- */

static const char *
check_adresse (const PvDocumentDonnees *self)
{
  return self->porteur->adresse != NULL && self->porteur->commune != NULL
             ? NULL
             : N_ ("The porteur has no full address: enter its street and commune on its page");
}

static const char *
check_notification (const PvDocumentDonnees *self)
{
  if (pv_dossier_statut_libere_enveloppe (self->statut))
    return N_ ("The dossier is refused or given up: it is notified of no grant; change its status "
               "first if it is a mistake");

  return self->montants[PV_ETAPE_NOTIFIE] > 0
             ? NULL
             : N_ ("Nothing is notified yet: enter the notification first");
}

static const char *
check_refus (const PvDocumentDonnees *self)
{
  if (self->statut != PV_DOSSIER_STATUT_REFUSE && self->statut != PV_DOSSIER_STATUT_IRRECEVABLE &&
      self->statut != PV_DOSSIER_STATUT_REORIENTE)
    return N_ ("The dossier is neither refused, irrecevable nor reoriented: change its status "
               "first");

  return self->motif != NULL
             ? NULL
             : N_ ("The reason of the refusal is not known: enter it with the status of the "
                   "dossier");
}

static const char *
check_relance (const PvDocumentDonnees *self)
{
  if (self->bilan.recu_le != NULL)
    return N_ ("The compte rendu was received: there is nothing to ask for");

  if (!self->bilan.attendu)
    return N_ ("No compte rendu is expected: nothing was paid, and nothing is notified or the "
               "dossier was given up");

  return self->bilan.du_le == NULL ||
                 pv_date_days_between (self->jour, self->bilan.du_le) > PV_BILAN_DU_JOURS
             ? N_ ("The compte rendu is not due yet: it is asked for from a month before its date")
             : NULL;
}

/* Nothing is signed for an amount that is not known, in all or of a year. */
static const char *
check_convention (const PvDocumentDonnees *self)
{
  gint64 n_prevus = 0;

  if (self->convention == NULL)
    return N_ ("The dossier is in no convention: prepare it on the page of conventions");

  for (guint i = 0; i < self->annees->len; i++)
    n_prevus += g_array_index (self->annees, PvDocumentEcheance, i).montant_cents != PV_CENTS_NULL;
  if (pv_convention_is_pluriannuelle (self->convention) &&
      n_prevus <= self->convention->annee_fin - self->convention->annee_debut)
    return N_ ("A year of the convention has no amount: enter what it plans, year by year");

  return self->convention_cents > 0
             ? NULL
             : N_ ("The convention has no amount: enter what it plans, year by year");
}

char *
pv_document_donnees_check (const PvDocumentDonnees *self)
{
  const char *manque = NULL;

  if (self->genre != PV_DOCUMENT_GENRE_FICHE && self->convention == NULL && self->dossier->chapeau)
    return g_strdup (_ ("The dossier is a chapeau: its parts have their own letters"));

  switch (self->genre)
    {
    case PV_DOCUMENT_GENRE_NOTIFICATION:
      manque = check_notification (self);
      break;
    case PV_DOCUMENT_GENRE_REFUS:
      manque = check_refus (self);
      break;
    case PV_DOCUMENT_GENRE_RELANCE:
      manque = check_relance (self);
      break;
    case PV_DOCUMENT_GENRE_CONVENTION:
      manque = check_convention (self);
      break;
    case PV_DOCUMENT_GENRE_FICHE:
    case PV_DOCUMENT_GENRE_NULL:
    default:
      break;
    }
  if (manque == NULL && self->genre != PV_DOCUMENT_GENRE_FICHE)
    manque = check_adresse (self);

  return manque != NULL ? g_strdup (_ (manque)) : NULL;
}

char *
pv_document_donnees_dup_nom (const PvDocumentDonnees *self)
{
  if (self->convention != NULL)
    return g_strdup_printf (
        "%s · %s", self->convention->numero != NULL ? self->convention->numero : "Convention",
        self->porteur->nom);

  return g_strdup_printf ("%s · %s", self->dossier->numero, self->dossier->intitule);
}
