/* pv-egalite-porteurs.h: the porteurs to accompany, as a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_PORTEURS (pv_egalite_porteurs_get_type ())

G_DECLARE_FINAL_TYPE (PvEgalitePorteurs, pv_egalite_porteurs, PV, EGALITE_PORTEURS, AdwBin)

/*
 * The first porteurs that have a mark of 0, by amount granted. The number shown is a
 * setting of the file.
 *
 * Signal: limited (gint64 n): how many are to be listed.
 * Action asked of the parent: `egalite.dossiers` (s).
 */

/* @porteurs: (element-type PvEgalitePorteur): the first @n_max of @n_porteurs */
void pv_egalite_porteurs_show (PvEgalitePorteurs *self,
                               GPtrArray *porteurs,
                               gint64 n_porteurs,
                               gint64 n_max,
                               gboolean liens,
                               gboolean editable);

G_END_DECLS
