/* pv-convention-page.h: one convention: its life, its years, its payments, its dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_CONVENTION_PAGE (pv_convention_page_get_type ())

/*
 * PvConventionPage: with a header of its own; `win.back` leaves it. Each field is saved when it
 * is left.
 *
 * Actions: convention.echeancier (s: see pv_echeancier_to_id()), convention.ajouter-echeance,
 * convention.retirer-dossier (x), convention.imprimer, convention.supprimer.
 */
G_DECLARE_FINAL_TYPE (PvConventionPage, pv_convention_page, PV, CONVENTION_PAGE, PvPage)

PvPage *pv_convention_page_new (PvContext *context, gint64 convention_id);

gint64 pv_convention_page_get_convention_id (PvConventionPage *self);

G_END_DECLS
