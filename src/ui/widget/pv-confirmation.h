/* pv-confirmation.h: remarks that are read, then confirmed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * PvConfirmation: the remarks a dialog shows, and those there were when its box was ticked.
 * Amounts may change after the tick: what is said since was not read, be there as many remarks
 * as before, and the tick falls. It falls too when nothing is left to confirm: its box is not
 * seen any more.
 */
typedef struct _PvConfirmation PvConfirmation;

PvConfirmation *pv_confirmation_new (void);
void pv_confirmation_free (PvConfirmation *self);

/* @remarks: (transfer full) (element-type utf8): a set; each what it is about and its words */
void pv_confirmation_show (PvConfirmation *self, GHashTable *remarks);

guint pv_confirmation_get_n (const PvConfirmation *self);

/* The box was ticked, or unticked: what is shown is confirmed, or is not. */
void pv_confirmation_set (PvConfirmation *self, gboolean given);

/* Whether there are remarks, and each was confirmed: the state of the box. */
gboolean pv_confirmation_is_given (const PvConfirmation *self);

/* Whether none is left to confirm. */
gboolean pv_confirmation_allows (const PvConfirmation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvConfirmation, pv_confirmation_free)

G_END_DECLS
