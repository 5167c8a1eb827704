/* pv-fiche.h: the form of one record of the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "parametres/pv-fiche-nom.h"

G_BEGIN_DECLS

#define PV_TYPE_FICHE (pv_fiche_get_type ())

G_DECLARE_FINAL_TYPE (PvFiche, pv_fiche, PV, FICHE, AdwBin)

/*
 * Each field is saved when it is left, as one action. Action: fiche.delete.
 */
void pv_fiche_set_context (PvFiche *self, PvContext *context);

/* @id: %PV_INT_NULL: nothing to show. */
void pv_fiche_show (PvFiche *self, const PvFicheNom *nom, gint64 id);

/* Reads the record again. */
void pv_fiche_refresh (PvFiche *self);

/* What is shown under the fields; (transfer floating). */
void pv_fiche_add_below (PvFiche *self, GtkWidget *below);

/* To name what was just added. */
void pv_fiche_focus_first (PvFiche *self);

/**
 * pv_fiche_add:
 * @pres_de: the record selected, or %PV_INT_NULL
 *
 * Adds a record of that noun. Returns its key, or %PV_INT_NULL with an error.
 */
gint64 pv_fiche_add (PvContext *context, const PvFicheNom *nom, gint64 pres_de, GError **error);

G_END_DECLS
