/* pv-financement-report.c: amounts carried over to a later exercice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-service.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-financement-store.h"
#include "financement/pv-mouvement-store.h"
#include "pv-error.h"
#include "pv-transaction.h"

/* What is carried over, and to when. */
typedef struct
{
  PvDb *db;
  PvEtape etape;
  PvCents cents;
  const char *motif;
  const char *today;
} Report;

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, message);

  return FALSE;
}

static gboolean
write_mouvement (const Report *self,
                 gint64 financement_id,
                 PvMouvementGenre genre,
                 PvCents cents,
                 gint64 exercice_cible,
                 GError **error)
{
  g_autoptr (PvMouvement) mouvement = pv_mouvement_new ();

  mouvement->financement_id = financement_id;
  mouvement->etape = self->etape;
  mouvement->genre = genre;
  mouvement->montant_cents = cents;
  mouvement->exercice_cible = exercice_cible;
  pv_champ_set_text (&mouvement->date_le, self->today);
  if (genre == PV_MOUVEMENT_GENRE_REPORT)
    pv_champ_set_text (&mouvement->motif, self->motif);

  return pv_mouvement_store_insert (self->db, mouvement, error);
}

/* The first dated change of a stage says what was there before it. */
static gboolean
write_initial (const Report *self, gint64 financement_id, PvCents avant, GError **error)
{
  g_autoptr (GPtrArray) mouvements = pv_mouvement_store_list (self->db, financement_id, error);

  if (mouvements == NULL)
    return FALSE;
  for (guint i = 0; i < mouvements->len; i++)
    if (((const PvMouvement *)mouvements->pdata[i])->etape == self->etape)
      return TRUE;

  return avant == PV_CENTS_NULL ||
         write_mouvement (self, financement_id, PV_MOUVEMENT_GENRE_INITIAL, avant, PV_INT_NULL,
                          error);
}

/* @cents: signed; @autre: the year it goes to, or comes from */
static gboolean
move (const Report *self, PvFinancement *financement, PvCents cents, gint64 autre, GError **error)
{
  PvCents avant = pv_financement_get_montant (financement, self->etape);
  PvCents apres;

  if (!pv_money_add (avant, cents, &apres))
    return refuse (error, _ ("This amount is too large."));

  pv_financement_set_montant (financement, self->etape, apres);

  return write_initial (self, financement->id, avant, error) &&
         pv_financement_store_update (self->db, financement, NULL, error) &&
         write_mouvement (self, financement->id, PV_MOUVEMENT_GENRE_REPORT, cents, autre, error);
}

/* (transfer full): the same payer and line of credits in another year; made if need be. */
static PvFinancement *
find_cible (const Report *self, const PvFinancement *source, gint64 exercice, GError **error)
{
  g_autoptr (PvFinancement) cible = NULL;
  gint64 id;

  if (!pv_financement_store_find (self->db, source->dossier_id, source->financeur_id,
                                  source->dispositif_id, exercice, source->section, &id, error))
    return NULL;
  if (id != PV_INT_NULL)
    return pv_financement_store_get (self->db, id, error);

  cible = pv_financement_new ();
  cible->dossier_id = source->dossier_id;
  cible->financeur_id = source->financeur_id;
  cible->dispositif_id = source->dispositif_id;
  cible->exercice = exercice;
  cible->section = source->section;
  if (source->dispositif_id != PV_INT_NULL &&
      !pv_enveloppe_store_find_feuille (self->db, source->dispositif_id, exercice, source->section,
                                        &cible->enveloppe_id, error))
    return NULL;
  if (!pv_financement_store_insert (self->db, cible, error))
    return NULL;

  return g_steal_pointer (&cible);
}

static PvFinancement *
get (PvDb *db, gint64 id, GError **error)
{
  GError *local = NULL;
  PvFinancement *financement = pv_financement_store_get (db, id, &local);

  if (local != NULL)
    g_propagate_error (error, local);
  else if (financement == NULL)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                 _ ("There is no financement %" PRId64 " any more. Read the dossier again."), id);

  return financement;
}

static gboolean
get_reportable (PvDb *db,
                const PvFinancement *financement,
                PvEtape *etape,
                PvCents *cents,
                GError **error)
{
  PvCents verse;

  *etape = PV_ETAPE_SOLLICITE;
  *cents = 0;
  if (!pv_financement_get_fermete (financement, etape) || *etape == PV_ETAPE_SOLLICITE)
    return TRUE;
  if (!pv_financement_store_get_verse (db, financement->id, &verse, error))
    return FALSE;

  *cents = pv_financement_get_montant (financement, *etape);
  if (verse != PV_CENTS_NULL)
    *cents -= CLAMP (verse, 0, *cents);

  return TRUE;
}

gboolean
pv_financement_service_get_reportable (PvDb *db,
                                       gint64 id,
                                       PvEtape *etape,
                                       PvCents *cents,
                                       GError **error)
{
  g_autoptr (PvFinancement) financement = get (db, id, error);

  return financement != NULL && get_reportable (db, financement, etape, cents, error);
}

static gboolean
check (const Report *self,
       const PvFinancement *source,
       gint64 exercice,
       PvCents reportable,
       GError **error)
{
  if (exercice <= source->exercice)
    return refuse (error, _ ("An amount is carried over to a later year. Choose another year."));
  if (self->motif == NULL || *self->motif == '\0')
    return refuse (error, _ ("Say why it is carried over: the reason is kept."));
  if (reportable == 0)
    return refuse (error, _ ("Nothing is left to carry over: nothing is proposed yet, or all is"
                             " paid."));
  if (self->cents <= 0 || self->cents > reportable)
    return refuse (error, _ ("More is carried over than is left unpaid. Lower the amount."));

  return TRUE;
}

/* At another stage the amount would hide, or be hidden by, what that year has already. */
static gboolean
check_cible (const Report *self, const PvFinancement *cible, GError **error)
{
  PvEtape etape;

  return !pv_financement_get_fermete (cible, &etape) || etape == PV_ETAPE_SOLLICITE ||
         etape == self->etape ||
         refuse (error, _ ("In that year this payer is at another stage. Bring both to the same"
                           " stage first."));
}

gboolean
pv_financement_service_reporter (PvDb *db,
                                 gint64 id,
                                 gint64 exercice,
                                 PvCents cents,
                                 const char *motif,
                                 const char *today,
                                 GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvFinancement) source = NULL;
  g_autoptr (PvFinancement) cible = NULL;
  g_autofree char *stripped = motif != NULL ? g_strstrip (g_strdup (motif)) : NULL;
  Report report = { db, PV_ETAPE_SOLLICITE, cents, stripped, today };
  PvCents reportable;

  transaction = pv_transaction_begin (db, "financement-report", NULL, error);
  if (transaction == NULL || (source = get (db, id, error)) == NULL ||
      !get_reportable (db, source, &report.etape, &reportable, error) ||
      !check (&report, source, exercice, reportable, error) ||
      (cible = find_cible (&report, source, exercice, error)) == NULL ||
      !check_cible (&report, cible, error))
    return FALSE;

  return move (&report, source, -cents, exercice, error) &&
         move (&report, cible, cents, source->exercice, error) &&
         pv_transaction_commit (transaction, error);
}
