/* pv-versement-copie.h: rows of the list of payments, copied as a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

/**
 * pv_versement_copie_give:
 * @lignes: (element-type PvVersementSuivi) (transfer full)
 *
 * Puts them in the clipboard of @widget, columns apart by tabs, once a worker has read their
 * words; then says how many.
 */
void pv_versement_copie_give (PvContext *context, GArray *lignes, GtkWidget *widget);

G_END_DECLS
