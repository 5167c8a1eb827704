/* pv-instance-service.h: the actions of a user on an instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "instance/pv-instance.h"

G_BEGIN_DECLS

/*
 * Each is a transaction: "instance-edit", "instance-delete", "instance-membre". All fail
 * with %PV_RULE_ERROR_INVALID (a value) or %PV_RULE_ERROR_REFUSED (a rule), in words.
 */

/**
 * pv_instance_service_set:
 * @instance: inserted when it has no uuid, which is then set with its key
 * @changed: (out) (optional)
 * @error: INVALID: no name, a name that is taken, a quorum below 1; REFUSED: another
 *   effect once a séance was opened, since its amounts were decided under the first
 */
gboolean
pv_instance_service_set (PvDb *db, PvInstance *instance, gboolean *changed, GError **error);

/* REFUSED when it has séances, with how many. */
gboolean pv_instance_service_delete (PvDb *db, gint64 id, GError **error);

/**
 * pv_instance_service_set_membre:
 * @membre: inserted when its key is 0, which is then set
 * @error: INVALID: that institution already sits under that name
 *
 * Séances that were prepared before keep their own list of who comes.
 */
gboolean pv_instance_service_set_membre (PvDb *db, PvInstanceMembre *membre, GError **error);
gboolean pv_instance_service_remove_membre (PvDb *db, gint64 id, GError **error);

G_END_DECLS
