/* pv-mouvement-dialog.h: asks what act changes a notified amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "financement/pv-mouvement-service.h"

G_BEGIN_DECLS

#define PV_TYPE_MOUVEMENT_DIALOG (pv_mouvement_dialog_get_type ())

/* PvMouvementDialog: answers `keep` only with an act that can be kept. */
G_DECLARE_FINAL_TYPE (PvMouvementDialog,
                      pv_mouvement_dialog,
                      PV,
                      MOUVEMENT_DIALOG,
                      AdwMessageDialog)

/* @verse: what is paid, %PV_CENTS_NULL: nothing; @today: ISO */
PvMouvementDialog *pv_mouvement_dialog_new (GtkWindow *parent,
                                            const PvFinancement *financement,
                                            PvCents verse,
                                            const char *today);

/* What was answered; its texts are those of the dialog. */
PvMouvementActe pv_mouvement_dialog_get_acte (PvMouvementDialog *self);

/* Shows again what was typed, and why it was not written. */
void pv_mouvement_dialog_resume (PvMouvementDialog *self,
                                 const PvMouvementActe *acte,
                                 const char *reason);

G_END_DECLS
