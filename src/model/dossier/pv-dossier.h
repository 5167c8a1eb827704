/* pv-dossier.h: one action, one exercice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "dossier/pv-dossier-statut.h"

G_BEGIN_DECLS

typedef enum
{
  PV_DOSSIER_NATURE_NULL = -1,
  PV_DOSSIER_NATURE_NOUVELLE,
  PV_DOSSIER_NATURE_RECONDUCTION,
} PvDossierNature;

PV_DECLARE_VOCABULAIRE (PvDossierNature, pv_dossier_nature)

/**
 * PvDossier:
 *
 * One action of one exercice. The years of a CPO are linked by their convention.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 appel_id;
  gint64 depot_id;
  char *numero;      /* distinct in the appel */
  gint64 porteur_id; /* an organisme */
  char *intitule;
  char *resume;
  PvDossierStatut statut; /* changed by the user: pv_dossier_service_set_statut() */
  char *statut_motif;     /* why irrecevable, refusé, réorienté… */
  char *statut_declare;   /* the source's own word, when it has no exact equivalent */
  gint64 exercice;
  PvDossierNature nature;
  gint64 precedent_id; /* last year's dossier */
  gint64 cpo_annee;    /* year i… */
  gint64 cpo_duree;    /* … of n; PV_INT_NULL: not a CPO */
  gint64 partie_de_id; /* the dossier this one details a part of */
  gboolean chapeau;    /* detailed in parts: never summed with them */
  char *debut;
  char *fin;
  PvCents cout_total_declare_cents; /* as stated; budget lines, when there are any, give the coût
                                       total */
  PvCents
      autres_produits_cents; /* own resources and other income as stated, without budget lines */
  gint64 beneficiaires_femmes;
  gint64 beneficiaires_hommes;
  gint64 beneficiaires_non_ventiles; /* not broken down by sex */
  gint64 beneficiaires_qpv_bp;
  char *territoire_declare; /* as given, what of it is not known to the file */
  char *objectif_declare;   /* theme of the source that is no node of our frames */
  gint64 referent_id;       /* an agent */
  char *depose_le;
  char *commentaire;
} PvDossier;

extern const PvChamp pv_dossier_champs[];

/* A record where nothing is known yet but the defaults of the schema. */
PvDossier *pv_dossier_new (void);
PvDossier *pv_dossier_copy (const PvDossier *self);
void pv_dossier_free (PvDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossier, pv_dossier_free)

/**
 * pv_dossier_get_beneficiaires:
 *
 * Returns: women + men + not broken down, of what is known; %PV_INT_NULL when
 *   none of the three is
 */
gint64 pv_dossier_get_beneficiaires (const PvDossier *self);

G_END_DECLS
