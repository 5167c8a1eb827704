/* pv-organisme.h: a legal person
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_FORME_NULL = -1,
  PV_FORME_ASSOCIATION,
  PV_FORME_FONDATION,
  PV_FORME_COMMUNE,
  PV_FORME_EPCI,
  PV_FORME_CCAS,
  PV_FORME_ETABLISSEMENT_SCOLAIRE,
  PV_FORME_BAILLEUR,
  PV_FORME_GIP,
  PV_FORME_ENTREPRISE,
  PV_FORME_SIAE,
  PV_FORME_ETAT,
  PV_FORME_COLLECTIVITE,
  PV_FORME_ETABLISSEMENT_PUBLIC,
  PV_FORME_AUTRE,
} PvForme;

#define PV_N_FORMES 14

PV_DECLARE_VOCABULAIRE (PvForme, pv_forme)

/**
 * PvOrganisme:
 *
 * The one who carries a dossier, pays for it, receives the money or runs it.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *nom;
  char *nom_plie; /* made by the store from the name */
  char *sigle;
  PvForme forme;
  char *siret;         /* canonical and valid, else (nullable) */
  char *siret_declare; /* what the source gave when it is no valid SIRET */
  char *rna;           /* `W` and 9 characters */
  char *adresse;
  char *code_postal;
  gint64 commune_id;
  char *commune_nom;  /* as given, when the commune is not known to the file */
  char *cer_signe_le; /* date of the signed contrat d'engagement républicain */
} PvOrganisme;

extern const PvChamp pv_organisme_champs[];

/* A record where nothing is known yet. */
PvOrganisme *pv_organisme_new (void);
PvOrganisme *pv_organisme_copy (const PvOrganisme *self);
void pv_organisme_free (PvOrganisme *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvOrganisme, pv_organisme_free)

/**
 * pv_forme_doit_cer:
 *
 * Whether an organisme of that forme signs a contrat d'engagement républicain:
 * associations and fondations only. Source: loi n° 2000-321, art. 10-1 (loi
 * n° 2021-1109, art. 12).
 */
gboolean pv_forme_doit_cer (PvForme forme);

/**
 * pv_forme_is_droit_prive:
 *
 * Whether the forme is a private-law body, to whom the threshold of the
 * mandatory convention applies (loi n° 2000-321, art. 10). A bailleur is not
 * counted: it may be an office public. A forme that is not known is not counted.
 */
gboolean pv_forme_is_droit_prive (PvForme forme);

G_END_DECLS
