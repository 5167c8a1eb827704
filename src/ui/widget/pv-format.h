/* pv-format.h: amounts, rates and counts as the screens write them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "pv-money.h"

G_BEGIN_DECLS

/* What is not known; never 0. */
#define PV_TEXT_NULL "–"

/* (transfer full): "12 500 €", "−7,50 €", "–". */
char *pv_amount_to_text (PvCents cents);

/* (transfer full): the same without the sign of the euro, as it is typed. */
char *pv_amount_to_figures (PvCents cents);

/* (transfer full): "25,0 %" of 2500 basis points, "–". */
char *pv_rate_to_text (gint64 basis_points);

/* (transfer full): "1 250", "–". */
char *pv_count_to_text (gint64 count);

/**
 * pv_amount_parse:
 * @text: what a person typed: "12500", "12 500,50 €"; empty or a dash: not known
 * @cents: (out): untouched when refused
 *
 * Reads an amount of a budget or of a financing: never negative, to the cent.
 *
 * Returns: (transfer full) (nullable): why @text is refused, for the person who
 *   typed it; %NULL when it is not
 */
char *pv_amount_parse (const char *text, PvCents *cents);

/**
 * pv_format_attributes:
 * @text: what a label shows
 *
 * Narrow no-break spaces are too narrow in fonts that lack them (Cantarell): one pixel
 * is added to each.
 *
 * Returns: (transfer full)
 */
PangoAttrList *pv_format_attributes (const char *text);

/* Shows a text with amounts in a label, with those attributes. */
void pv_format_label (GtkLabel *label, const char *text);

G_END_DECLS
