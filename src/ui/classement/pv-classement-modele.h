/* pv-classement-modele.h: the rows of a ranking, read by pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "classement/pv-classement.h"
#include "context/pv-context.h"
#include "dossier/pv-dossier-resume.h"

G_BEGIN_DECLS

#define PV_TYPE_CLASSEMENT_RANG (pv_classement_rang_get_type ())
#define PV_TYPE_CLASSEMENT_MODELE (pv_classement_modele_get_type ())

/* A row of a ranking. */
G_DECLARE_FINAL_TYPE (PvClassementRang, pv_classement_rang, PV, CLASSEMENT_RANG, GObject)

const PvClassementLigne *pv_classement_rang_get_ligne (PvClassementRang *self);

/* (nullable): what the file says of the dossier; %NULL when it is gone. */
const PvDossierResume *pv_classement_rang_get_resume (PvClassementRang *self);

/* Whether its dispersion is above the threshold. */
gboolean pv_classement_rang_is_divergent (PvClassementRang *self);

/* Whether it is the first under the line. */
gboolean pv_classement_rang_is_coupure (PvClassementRang *self);

/* A GListModel of #PvClassementRang. */
G_DECLARE_FINAL_TYPE (PvClassementModele, pv_classement_modele, PV, CLASSEMENT_MODELE, GObject)

PvClassementModele *pv_classement_modele_new (PvContext *context);

/* @classement: (nullable): %NULL for an empty model */
void pv_classement_modele_set (PvClassementModele *self, PvClassement *classement);

/* Where a dossier is, GTK_INVALID_LIST_POSITION when it is not there. */
guint pv_classement_modele_find (PvClassementModele *self, gint64 dossier_id);

G_END_DECLS
