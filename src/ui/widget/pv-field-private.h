/* pv-field-private.h: what the files of a field share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "widget/pv-field-value.h"
#include "widget/pv-field.h"

G_BEGIN_DECLS

struct _PvField
{
  GtkWidget parent_instance;

  PvFieldKind kind;
  PvFieldLimits limits;
  gboolean editable;
  char *value; /* saved */
  char *problem;
  gboolean refused;  /* by a handler of `committed` */
  gboolean updating; /* the text is being set, not typed */

  GtkLabel *title_label;
  AdwBin *slot;
  GtkLabel *problem_label;
  GtkWidget *input;   /* GtkEntry or GtkTextView */
  GtkWidget *popover; /* of the calendar, once it was asked */
  GtkCalendar *calendar;
};

/* Whether something else than the saved value is typed. */
gboolean pv_field_is_dirty (PvField *self);

/* The text changed. */
void pv_field_changed_cb (PvField *self);

/* pv-field-input.c: makes the entry, or the lines, of the kind of the field. */
void pv_field_make_input (PvField *self);
gboolean pv_field_activates_default (PvField *self);

G_END_DECLS
