/* pv-lot-dialog.h: changes several dossiers at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

typedef enum
{
  PV_LOT_STATUT,
  PV_LOT_REFERENT,
  PV_LOT_AXE,
  PV_LOT_APPEL,
  PV_LOT_AVIS,   /* asks a service */
  PV_LOT_SEANCE, /* puts on the agenda of a committee */
} PvLotGenre;

#define PV_TYPE_LOT_DIALOG (pv_lot_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PvLotDialog, pv_lot_dialog, PV, LOT_DIALOG, AdwMessageDialog)

/*
 * Asks for the new value, says for which dossiers it is refused and why, and applies it
 * to the others: one action, one undo. Destroys itself.
 *
 * @ids: (transfer full) (element-type gint64)
 */
PvLotDialog *
pv_lot_dialog_new (GtkWindow *parent, PvContext *context, PvLotGenre genre, GArray *ids);

/* Chooses a value as a person does; FALSE when it is not among the choices. */
gboolean pv_lot_dialog_choose (PvLotDialog *self, const char *label);

G_END_DECLS
