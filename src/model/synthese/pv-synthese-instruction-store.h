/* pv-synthese-instruction-store.h: marks and avis, one after the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-statement.h"

G_BEGIN_DECLS

/* Columns of pv_synthese_notes_open(). */
enum
{
  PV_SYNTHESE_NOTES_NUMERO,
  PV_SYNTHESE_NOTES_PORTEUR,
  PV_SYNTHESE_NOTES_INTITULE,
  PV_SYNTHESE_NOTES_INSTITUTION,
  PV_SYNTHESE_NOTES_ETAT, /* id of PvInstructionEtat */
  PV_SYNTHESE_NOTES_CRITERE,
  PV_SYNTHESE_NOTES_POIDS,
  PV_SYNTHESE_NOTES_MAXIMUM,
  PV_SYNTHESE_NOTES_VALEUR,
  PV_SYNTHESE_NOTES_SANS_OBJET,
};

/**
 * pv_synthese_notes_open:
 *
 * The marks of the current instructions (drafts too, which their state says),
 * by dossier, institution, then criterion.
 *
 * Returns: (transfer full): the rows, to step
 */
PvStatement *pv_synthese_notes_open (PvDb *db, const PvFiltre *filtre, GError **error);

/* Columns of pv_synthese_avis_open(). */
enum
{
  PV_SYNTHESE_AVIS_NUMERO,
  PV_SYNTHESE_AVIS_PORTEUR,
  PV_SYNTHESE_AVIS_INTITULE,
  PV_SYNTHESE_AVIS_QUI,   /* institution or service */
  PV_SYNTHESE_AVIS_GENRE, /* `institution` or `service` */
  PV_SYNTHESE_AVIS_ETAT,  /* id of PvInstructionEtat; NULL for a service */
  PV_SYNTHESE_AVIS_AVIS,  /* id of PvAvis */
  PV_SYNTHESE_AVIS_DATE,  /* ISO date */
  PV_SYNTHESE_AVIS_QUESTION,
  PV_SYNTHESE_AVIS_RESERVES,
  PV_SYNTHESE_AVIS_TEXTE,
  PV_SYNTHESE_AVIS_SCORE,       /* as declared, hundredths of a point */
  PV_SYNTHESE_AVIS_INSTRUCTION, /* its key; NULL for a service */
};

/**
 * pv_synthese_avis_open:
 *
 * What each institution, then each service asked, says of each dossier.
 * Replaced versions are left out.
 *
 * Returns: (transfer full): the rows, to step
 */
PvStatement *pv_synthese_avis_open (PvDb *db, const PvFiltre *filtre, GError **error);

G_END_DECLS
