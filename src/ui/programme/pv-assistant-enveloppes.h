/* pv-assistant-enveloppes.h: the first envelopes, if they are known
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "reference/pv-reference.h"

G_BEGIN_DECLS

#define PV_TYPE_ASSISTANT_ENVELOPPES (pv_assistant_enveloppes_get_type ())

G_DECLARE_FINAL_TYPE (PvAssistantEnveloppes,
                      pv_assistant_enveloppes,
                      PV,
                      ASSISTANT_ENVELOPPES,
                      AdwBin)

/* @dispositifs: (element-type PvReferenceLigne); amounts already typed are kept. */
void pv_assistant_enveloppes_set_dispositifs (PvAssistantEnveloppes *self, GPtrArray *dispositifs);

/* (transfer full) (element-type PvReferenceEnveloppe): those whose amount is known. */
GArray *pv_assistant_enveloppes_list (PvAssistantEnveloppes *self);
gboolean pv_assistant_enveloppes_check (PvAssistantEnveloppes *self);

G_END_DECLS
