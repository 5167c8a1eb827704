/* pv-field-value.h: what is typed in a field, read and shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "widget/pv-field.h"

G_BEGIN_DECLS

/**
 * PvFieldLimits:
 * @minimum, @maximum: of a count
 * @max_length: of a text, in characters
 * @latest: (nullable): the last day that a date may be
 */
typedef struct
{
  gboolean required;
  gint64 minimum;
  gint64 maximum;
  guint max_length;
  char *latest;
} PvFieldLimits;

/* Returns: (transfer full): a value (nullable) as it is shown and typed */
char *pv_field_value_to_text (PvFieldKind kind, const char *value);

/**
 * pv_field_value_parse:
 * @value: (out) (nullable) (transfer full): %NULL when nothing is typed
 * @problem: (out) (transfer full): why it is refused, in words
 */
gboolean pv_field_value_parse (PvFieldKind kind,
                               const PvFieldLimits *limits,
                               const char *typed,
                               char **value,
                               char **problem);

G_END_DECLS
