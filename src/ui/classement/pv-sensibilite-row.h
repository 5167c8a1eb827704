/* pv-sensibilite-row.h: a criterion and what its weight moves
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "classement/pv-sensibilite.h"

G_BEGIN_DECLS

/**
 * PvSensibiliteReponse:
 * @cas: (element-type PvSensibiliteCas): two for each criterion
 * @numeros: key of a dossier that moves → its number
 * @n_sensibles: criteria that move a dossier, of @n_criteres
 * @n_mobiles: dossiers that one of them moves
 */
typedef struct
{
  PvClassement *classement;
  GPtrArray *cas;
  GHashTable *numeros;
  guint n_criteres;
  guint n_sensibles;
  guint n_mobiles;
} PvSensibiliteReponse;

/* In a worker: reads the numbers of those that move. */
PvSensibiliteReponse *
pv_sensibilite_reponse_new (PvClassement *classement, GPtrArray *cas, PvDb *db, GError **error);
void pv_sensibilite_reponse_free (PvSensibiliteReponse *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSensibiliteReponse, pv_sensibilite_reponse_free)

#define PV_TYPE_SENSIBILITE_ROW (pv_sensibilite_row_get_type ())

G_DECLARE_FINAL_TYPE (PvSensibiliteRow, pv_sensibilite_row, PV, SENSIBILITE_ROW, GtkListBoxRow)

/* @baisse, @hausse: the two cases of a criterion */
GtkWidget *pv_sensibilite_row_new (const PvSensibiliteReponse *reponse,
                                   const PvSensibiliteCas *baisse,
                                   const PvSensibiliteCas *hausse);

G_END_DECLS
