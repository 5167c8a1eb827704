/* pv-synthese-financement-store.c: the financements, one after the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-financement-store.h"

#include "commun/pv-section.h"
#include "dossier/pv-dossier.h"
#include "financeur/pv-dispositif.h"
#include "financeur/pv-financeur.h"
#include "pv-statement.h"

/* CROSS JOIN: dossiers by key, and the financements of each by their index. */
static const char SQL_FINANCEMENTS[] =
    "SELECT d.id, d.numero, o.nom, o.siret, d.intitule, dn.noeud_id, a.libelle, d.exercice,"
    "       d.statut, fi.categorie, p.nom, fi.public, s.nom, s.nature_credits, f.exercice,"
    "       f.section, e.libelle, f.reference, f.sollicite_cents, f.propose_cents,"
    "       f.arbitre_cents, f.vote_cents, f.notifie_cents, t.verse_cents"
    "  FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"
    "  CROSS JOIN organisme o ON o.id = d.porteur_id"
    "  CROSS JOIN appel a ON a.id = d.appel_id"
    "  CROSS JOIN financeur fi ON fi.id = f.financeur_id"
    "  CROSS JOIN organisme p ON p.id = fi.organisme_id"
    "  LEFT JOIN dossier_noeud dn ON dn.dossier_id = d.id AND dn.principal = 1"
    "  LEFT JOIN dispositif s ON s.id = f.dispositif_id"
    "  LEFT JOIN enveloppe e ON e.id = f.enveloppe_id"
    "  LEFT JOIN total_financement t ON t.id = f.id"
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " ORDER BY d.id, f.id";

enum
{
  COL_DOSSIER,
  COL_NUMERO,
  COL_PORTEUR,
  COL_SIRET,
  COL_INTITULE,
  COL_NOEUD,
  COL_APPEL,
  COL_EXERCICE_DOSSIER,
  COL_STATUT,
  COL_CATEGORIE,
  COL_FINANCEUR,
  COL_PUBLIC,
  COL_DISPOSITIF,
  COL_NATURE,
  COL_EXERCICE,
  COL_SECTION,
  COL_ENVELOPPE,
  COL_REFERENCE,
  COL_MONTANTS,
};

struct _PvSyntheseFinancements
{
  const PvSyntheseReferentiel *referentiel;
  PvStatement *rows;
  PvSyntheseFinancement financement;
};

static const char *
label (PvStatement *row, int column, const PvVocabulaire *vocabulaire)
{
  const char *id = pv_statement_get_text (row, column);

  return pv_vocabulaire_to_libelle (vocabulaire, pv_vocabulaire_from_id (vocabulaire, id));
}

static void
read_montants (PvSyntheseFinancement *financement, PvStatement *row)
{
  financement->etape = NULL;
  financement->etape_cents = PV_CENTS_NULL;

  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      PvCents cents = pv_statement_get_int (row, COL_MONTANTS + etape);

      financement->montants[etape] = cents;
      /* what is paid is no commitment: the furthest stage is notifié */
      if (cents != PV_CENTS_NULL && etape != PV_ETAPE_VERSE)
        {
          financement->etape = pv_etape_to_libelle (etape);
          financement->etape_cents = cents;
        }
    }
}

static void
read_financement (PvSyntheseFinancements *self)
{
  PvSyntheseFinancement *financement = &self->financement;
  PvStatement *row = self->rows;

  financement->dossier_id = pv_statement_get_int (row, COL_DOSSIER);
  financement->numero = pv_statement_get_text (row, COL_NUMERO);
  financement->porteur = pv_statement_get_text (row, COL_PORTEUR);
  financement->siret = pv_statement_get_text (row, COL_SIRET);
  financement->intitule = pv_statement_get_text (row, COL_INTITULE);
  financement->axe =
      pv_synthese_referentiel_get_axe (self->referentiel, pv_statement_get_int (row, COL_NOEUD));
  financement->appel = pv_statement_get_text (row, COL_APPEL);
  financement->exercice_dossier = pv_statement_get_int (row, COL_EXERCICE_DOSSIER);
  financement->statut = label (row, COL_STATUT, &pv_dossier_statut_vocabulaire);
  financement->categorie = label (row, COL_CATEGORIE, &pv_categorie_vocabulaire);
  financement->financeur = pv_statement_get_text (row, COL_FINANCEUR);
  financement->public = pv_statement_get_int (row, COL_PUBLIC);
  financement->dispositif = pv_statement_get_text (row, COL_DISPOSITIF);
  financement->nature_credits = label (row, COL_NATURE, &pv_nature_credits_vocabulaire);
  financement->exercice = pv_statement_get_int (row, COL_EXERCICE);
  financement->section = label (row, COL_SECTION, &pv_section_vocabulaire);
  financement->enveloppe = pv_statement_get_text (row, COL_ENVELOPPE);
  financement->reference = pv_statement_get_text (row, COL_REFERENCE);
  read_montants (financement, row);
}

PvSyntheseFinancements *
pv_synthese_financements_open (PvDb *db,
                               const PvFiltre *filtre,
                               const PvSyntheseReferentiel *referentiel,
                               GError **error)
{
  g_autoptr (PvSyntheseFinancements) self = g_new0 (PvSyntheseFinancements, 1);

  self->referentiel = referentiel;
  self->rows = pv_db_prepare (db, SQL_FINANCEMENTS, error);
  if (self->rows == NULL)
    return NULL;

  pv_filtre_bind (filtre, self->rows);
  return g_steal_pointer (&self);
}

gboolean
pv_synthese_financements_next (PvSyntheseFinancements *self,
                               const PvSyntheseFinancement **financement,
                               GError **error)
{
  *financement = NULL;

  switch (pv_statement_step (self->rows, error))
    {
    case PV_STEP_ROW:
      read_financement (self);
      *financement = &self->financement;
      return TRUE;

    case PV_STEP_DONE:
      return TRUE;

    case PV_STEP_ERROR:
    default:
      return FALSE;
    }
}

void
pv_synthese_financements_free (PvSyntheseFinancements *self)
{
  g_clear_pointer (&self->rows, pv_statement_return);
  g_free (self);
}
