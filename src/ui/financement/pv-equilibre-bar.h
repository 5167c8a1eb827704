/* pv-equilibre-bar.h: who brings what, up to the cost
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "pv-money.h"

G_BEGIN_DECLS

#define PV_TYPE_EQUILIBRE_BAR (pv_equilibre_bar_get_type ())

/* Named segments of a cost, each with its amount below; its accessible name says them. */
G_DECLARE_FINAL_TYPE (PvEquilibreBar, pv_equilibre_bar, PV, EQUILIBRE_BAR, GtkWidget)

/* A payer: solid. Other income: lined. What is missing: a dashed outline. */
typedef enum
{
  PV_EQUILIBRE_FINANCEUR,
  PV_EQUILIBRE_AUTRES,
  PV_EQUILIBRE_MANQUE,
} PvEquilibreGenre;

/* Takes all segments away. */
void pv_equilibre_bar_begin (PvEquilibreBar *self);

/* Adds a segment at the right, named @sigle (nullable) where its name has no room; nothing
 * for an amount of 0 or not known. */
void pv_equilibre_bar_add (PvEquilibreBar *self,
                           PvEquilibreGenre genre,
                           const char *name,
                           const char *sigle,
                           PvCents cents);

/* Shows them. */
void pv_equilibre_bar_end (PvEquilibreBar *self);

G_END_DECLS
