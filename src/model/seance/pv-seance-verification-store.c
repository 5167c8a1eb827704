/* pv-seance-verification-store.c: what is looked at before a séance is closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-verification.h"

#include <glib/gi18n-lib.h>

#include "bilan/pv-bilan-accord.h"
#include "commun/pv-entite.h"
#include "controle/pv-controle-private.h"
#include "seance/pv-decision-store.h"
#include "seance/pv-seance-private.h"

static const char lit_depassement[] =
    "SELECT e.libelle, (SELECT motif FROM derogation WHERE controle = 'enveloppe-depassee'"
    "   AND nom_table = 'enveloppe' AND cle = e.id) FROM enveloppe e WHERE e.id = :id";

typedef struct
{
  PvDb *db;
  const PvSeanceResume *resume;
  GPtrArray *constats;
} Verification;

void
pv_seance_constat_free (PvSeanceConstat *self)
{
  if (self == NULL)
    return;
  g_free (self->texte);
  g_free (self->numero);
  g_free (self->motif);
  g_free (self);
}

/* @texte: (transfer full) */
static PvSeanceConstat *
add (Verification *self, PvSeanceConstatGenre genre, PvSeverite severite, char *texte)
{
  PvSeanceConstat *constat = g_new0 (PvSeanceConstat, 1);

  constat->genre = genre;
  constat->severite = severite;
  constat->texte = texte;
  constat->seance_dossier_id = PV_INT_NULL;
  constat->dossier_id = PV_INT_NULL;
  constat->enveloppe_id = PV_INT_NULL;
  constat->depassement_cents = PV_CENTS_NULL;
  g_ptr_array_add (self->constats, constat);

  return constat;
}

static void
add_dossier (Verification *self,
             const PvSeanceDossier *dossier,
             PvSeanceConstatGenre genre,
             PvSeverite severite,
             char *texte)
{
  PvSeanceConstat *constat = add (self, genre, severite, texte);

  constat->seance_dossier_id = dossier->id;
  constat->dossier_id = dossier->dossier_id;
  constat->numero = g_strdup (dossier->numero);
}

static void
check_seance (Verification *self)
{
  const PvSeanceResume *resume = self->resume;

  if (resume->seance->etat == PV_SEANCE_ETAT_CLOSE)
    add (self, PV_SEANCE_CONSTAT_ETAT, PV_SEVERITE_ERROR,
         g_strdup (_ ("The séance is already closed: what it decided is changed by a"
                      " rectification.")));
  else if (resume->seance->etat == PV_SEANCE_ETAT_PREPAREE)
    add (self, PV_SEANCE_CONSTAT_ETAT, PV_SEVERITE_ERROR,
         g_strdup (_ ("The séance is not open yet: open it, then decide on its dossiers.")));
  if (resume->n_dossiers == 0)
    add (self, PV_SEANCE_CONSTAT_ORDRE_VIDE, PV_SEVERITE_ERROR,
         g_strdup (_ ("No dossier is on the agenda: there is nothing to close.")));
  if (resume->n_presents == 0)
    add (self, PV_SEANCE_CONSTAT_PRESENCE, PV_SEVERITE_ERROR,
         g_strdup (_ ("Nobody is present: say who sat before closing the séance.")));
  else if (!pv_seance_resume_has_quorum (resume))
    add (self, PV_SEANCE_CONSTAT_QUORUM, PV_SEVERITE_WARNING,
         g_strdup_printf (_ ("The quorum is not reached: %u present, %u needed. The"
                             " procès-verbal will say so."),
                          resume->n_presents, (guint)resume->quorum));
}

/* As closing moves it: the table of statuses, then the bilan of the year before. */
static gboolean
check_statut (Verification *self, const PvSeanceDossier *dossier, GError **error)
{
  PvDossierStatut statut;
  const char *reason = NULL;
  g_autofree char *manque = NULL;

  if (!pv_decision_genre_get_statut (dossier->decision, self->resume->effet, &statut) ||
      statut == dossier->statut)
    return TRUE;
  if (pv_dossier_statut_can_move (dossier->statut, statut, &reason))
    {
      if (!pv_bilan_accord_get_refus (self->db, dossier->dossier_id, statut, &manque, error))
        return FALSE;
      reason = manque;
    }
  if (reason != NULL)
    add_dossier (self, dossier, PV_SEANCE_CONSTAT_STATUT, PV_SEVERITE_ERROR,
                 g_strdup_printf (_ ("Dossier %s cannot go from “%s” to “%s”. %s"), dossier->numero,
                                  pv_dossier_statut_to_libelle (dossier->statut),
                                  pv_dossier_statut_to_libelle (statut), reason));

  return TRUE;
}

static void
check_mises (Verification *self, const PvSeanceDossier *dossier, const GArray *mises)
{
  gboolean funded = pv_decision_genre_finance (dossier->decision);
  guint n_connus = 0, n_muets = 0;

  for (guint i = 0; i < mises->len; i++)
    {
      const PvSeanceMise *mise = &g_array_index (mises, PvSeanceMise, i);

      if (mise->verrou == PV_SEANCE_VERROU_DEPORT && mise->montant_cents != PV_CENTS_NULL)
        add_dossier (self, dossier, PV_SEANCE_CONSTAT_DEPORT, PV_SEVERITE_ERROR,
                     g_strdup_printf (_ ("Dossier %s: an amount of a recused payer is on the"
                                         " table. Take it off."),
                                      dossier->numero));
      if ((mise->verrou == PV_SEANCE_VERROU_NULL ? mise->montant_cents : mise->ferme_cents) !=
          PV_CENTS_NULL)
        n_connus++;
      else if (mise->verrou == PV_SEANCE_VERROU_NULL && mise->sollicite_cents > 0)
        n_muets++;
    }
  if (funded && n_connus == 0)
    add_dossier (self, dossier, PV_SEANCE_CONSTAT_SANS_MONTANT, PV_SEVERITE_ERROR,
                 g_strdup_printf (_ ("Dossier %s is funded without any amount. Enter what each"
                                     " payer gives, or change the decision."),
                                  dossier->numero));
  else if (funded && n_muets > 0)
    add_dossier (self, dossier, PV_SEANCE_CONSTAT_SANS_REPONSE, PV_SEVERITE_WARNING,
                 g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                               "Dossier %s: %u payer that was asked has no"
                                               " amount; it stays without an answer.",
                                               "Dossier %s: %u payers that were asked have no"
                                               " amount; they stay without an answer.",
                                               n_muets),
                                  dossier->numero, n_muets));
}

static gboolean
check_ajournement (Verification *self,
                   const PvSeanceDossier *dossier,
                   const PvDecision *decision,
                   GError **error)
{
  g_autoptr (PvSeance) retour = NULL;

  if (decision->ajourne_seance_id == PV_INT_NULL)
    {
      add_dossier (self, dossier, PV_SEANCE_CONSTAT_SANS_RETOUR, PV_SEVERITE_INFO,
                   g_strdup_printf (_ ("Dossier %s is put off without saying to which séance."),
                                    dossier->numero));
      return TRUE;
    }
  retour = pv_seance_need (self->db, decision->ajourne_seance_id, error);
  if (retour != NULL && retour->etat == PV_SEANCE_ETAT_CLOSE)
    add_dossier (self, dossier, PV_SEANCE_CONSTAT_SANS_RETOUR, PV_SEVERITE_ERROR,
                 g_strdup_printf (_ ("Dossier %s is put off to a séance that was closed since."
                                     " Choose another."),
                                  dossier->numero));

  return retour != NULL;
}

static gboolean
check_decision (Verification *self, const PvSeanceDossier *dossier, GError **error)
{
  g_autoptr (PvDecision) decision = NULL;
  g_autoptr (GArray) mises = NULL;

  if (dossier->decision == PV_DECISION_GENRE_NULL)
    {
      add_dossier (self, dossier, PV_SEANCE_CONSTAT_NON_DECIDE, PV_SEVERITE_ERROR,
                   g_strdup_printf (_ ("Dossier %s is not decided. Decide, put it off, or take it"
                                       " off the agenda."),
                                    dossier->numero));
      return TRUE;
    }
  decision = pv_decision_store_get_derniere (self->db, dossier->id, error);
  mises = decision != NULL ? pv_seance_table_load (self->db, dossier->id, error) : NULL;
  if (mises == NULL || !check_statut (self, dossier, error))
    return FALSE;
  check_mises (self, dossier, mises);
  if (dossier->decision == PV_DECISION_GENRE_SOUS_RESERVE && decision->reserve == NULL)
    add_dossier (self, dossier, PV_SEANCE_CONSTAT_SANS_RESERVE, PV_SEVERITE_WARNING,
                 g_strdup_printf (_ ("Dossier %s is programmé sous réserve, but the reserve is not"
                                     " written."),
                                  dossier->numero));

  return dossier->decision != PV_DECISION_GENRE_AJOURNE ||
         check_ajournement (self, dossier, decision, error);
}

static gboolean
add_depassement (Verification *self, const PvSeancePot *pot, PvCents restant, GError **error)
{
  g_autoptr (PvStatement) row =
      pv_sql_prepare (self->db, lit_depassement, error, "i", pot->enveloppe_id);
  g_autofree char *cents = pv_controle_montant (-restant);
  const char *motif;
  PvSeanceConstat *constat;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  motif = pv_statement_get_text (row, 1);
  constat = add (
      self, PV_SEANCE_CONSTAT_ENVELOPPE, motif != NULL ? PV_SEVERITE_INFO : PV_SEVERITE_ERROR,
      g_strdup_printf (motif != NULL ? _ ("Envelope “%s” is exceeded by %s, for a reason that is"
                                          " kept.")
                                     : _ ("Envelope “%s” is exceeded by %s. Bring amounts down,"
                                          " or give the reason for passing it."),
                       pv_statement_get_text (row, 0), cents));
  constat->enveloppe_id = pot->enveloppe_id;
  constat->depassement_cents = -restant;
  constat->motif = g_strdup (motif);

  return TRUE;
}

static gboolean
check_enveloppes (Verification *self, GError **error)
{
  g_autoptr (GArray) pots =
      pv_seance_pots_load (self->db, self->resume->seance->id, PV_INT_NULL, error);

  for (guint i = 0; pots != NULL && i < pots->len; i++)
    {
      const PvSeancePot *pot = &g_array_index (pots, PvSeancePot, i);
      PvCents restant = pv_seance_pot_get_avant (pot);

      if (restant != PV_CENTS_NULL && restant < 0 && pot->seance_cents > 0 &&
          !add_depassement (self, pot, restant, error))
        return FALSE;
    }

  return pots != NULL;
}

/* The worst first; a stable sort: the agenda stays in its order. */
static void
sort_constats (GPtrArray *constats)
{
  g_autoptr (GPtrArray) tous = g_ptr_array_new ();

  for (int severite = PV_SEVERITE_ERROR; severite >= PV_SEVERITE_INFO; severite--)
    for (guint i = 0; i < constats->len; i++)
      if ((int)((const PvSeanceConstat *)constats->pdata[i])->severite == severite)
        g_ptr_array_add (tous, constats->pdata[i]);
  for (guint i = 0; i < tous->len; i++)
    constats->pdata[i] = tous->pdata[i];
}

GPtrArray *
pv_seance_verifier (PvDb *db, gint64 seance_id, GError **error)
{
  g_autoptr (PvSeance) seance = pv_seance_need (db, seance_id, error);
  g_autoptr (PvSeanceResume) resume =
      seance != NULL ? pv_seance_store_get_resume (db, seance_id, error) : NULL;
  g_autoptr (GPtrArray) constats =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_seance_constat_free);
  g_autoptr (GPtrArray) dossiers = NULL;
  Verification self = { db, resume, constats };

  if (resume == NULL)
    return NULL;
  check_seance (&self);
  if (seance->etat != PV_SEANCE_ETAT_OUVERTE)
    return g_steal_pointer (&constats);
  dossiers = pv_seance_store_list_dossiers (db, seance_id, error);
  if (dossiers == NULL)
    return NULL;
  for (guint i = 0; i < dossiers->len; i++)
    if (!check_decision (&self, dossiers->pdata[i], error))
      return NULL;
  if (!check_enveloppes (&self, error))
    return NULL;
  sort_constats (constats);

  return g_steal_pointer (&constats);
}

gboolean
pv_seance_constats_is_clorable (GPtrArray *constats, gboolean *motif_demande)
{
  gboolean clorable = TRUE;

  *motif_demande = FALSE;
  for (guint i = 0; i < constats->len; i++)
    {
      const PvSeanceConstat *constat = constats->pdata[i];

      if (constat->severite != PV_SEVERITE_ERROR)
        continue;
      if (constat->genre == PV_SEANCE_CONSTAT_ENVELOPPE)
        *motif_demande = TRUE;
      else
        clorable = FALSE;
    }

  return clorable;
}
