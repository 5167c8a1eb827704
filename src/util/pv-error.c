/* pv-error.c: the error domains of the application
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-error.h"

G_DEFINE_QUARK (pv-db-error-quark, pv_db_error)
G_DEFINE_QUARK (pv-rule-error-quark, pv_rule_error)
G_DEFINE_QUARK (pv-exchange-error-quark, pv_exchange_error)
