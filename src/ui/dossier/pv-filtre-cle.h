/* pv-filtre-cle.h: what the list of dossiers may be filtered by
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-critere.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvFiltreCle:
 *
 * One chip: a #PvCritereCle, then the amounts of #PvIntervalleMontant, then the text that
 * is searched for.
 */
typedef int PvFiltreCle;

#define PV_FILTRE_CLE_INTERVALLE PV_N_CRITERES
#define PV_FILTRE_CLE_TEXTE (PV_N_CRITERES + PV_N_INTERVALLES)
#define PV_N_FILTRE_CLES (PV_FILTRE_CLE_TEXTE + 1)
#define PV_FILTRE_CLE_NONE (-1)

/* As in the text form of a filter: "commune", "cout", "texte". */
const char *pv_filtre_cle_to_id (PvFiltreCle cle);
PvFiltreCle pv_filtre_cle_from_id (const char *id);

/* Of a chip that shows @n values: "Communes", "Coût total". */
const char *pv_filtre_cle_to_title (PvFiltreCle cle, guint n);

gboolean pv_filtre_cle_is_valeurs (PvFiltreCle cle);
gboolean pv_filtre_cle_is_intervalle (PvFiltreCle cle);

/* Whether @critere filters by it; takes that away. */
gboolean pv_filtre_cle_is_set (PvFiltreCle cle, const PvDossierCritere *critere);
void pv_filtre_cle_clear (PvFiltreCle cle, PvDossierCritere *critere);
guint pv_filtre_cle_count (PvFiltreCle cle, const PvDossierCritere *critere);

/* (transfer full): "Roubaix, Tourcoing", "≥ 10 000 €". */
char *pv_filtre_cle_describe (PvFiltreCle cle, const PvDossierCritere *critere, PvDb *db);

/* (transfer full): the whole filter in words, for an export: "Communes : Roubaix ; …" */
char *pv_filtre_describe (const PvDossierCritere *critere, PvDb *db);

G_END_DECLS
