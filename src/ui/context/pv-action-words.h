/* pv-action-words.h: the actions of the history, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-history.h"

G_BEGIN_DECLS

/**
 * pv_action_to_words:
 * @action: id of an action, such as "dossier-statut"
 *
 * Returns: (transfer none): what was done, in the user's language: "Status changed";
 *   of an unknown id, a general word
 */
const char *pv_action_to_words (const char *action);

/* Whether it is done by the dozen, on a page that says itself that it is saved: a toast at
 * each key would only be in the way. */
gboolean pv_action_is_quiet (const char *action);

/* Whether it is never undone: what is closed is rectified. */
gboolean pv_action_is_final (const char *action);

/* Returns: (transfer full): the same with what it was done on. */
char *pv_history_group_to_words (const PvHistoryGroup *group);

G_END_DECLS
