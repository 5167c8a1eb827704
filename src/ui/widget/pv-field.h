/* pv-field.h: a titled field that is saved when it is left
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PV_TYPE_FIELD (pv_field_get_type ())
#define PV_TYPE_FIELD_KIND (pv_field_kind_get_type ())

G_DECLARE_FINAL_TYPE (PvField, pv_field, PV, FIELD, GtkWidget)

/**
 * PvFieldKind:
 * @PV_FIELD_KIND_TEXT: one line
 * @PV_FIELD_KIND_LINES: several; Ctrl+Enter saves, Tab leaves
 * @PV_FIELD_KIND_DATE: typed or chosen in a calendar
 * @PV_FIELD_KIND_COUNT: of people, years…
 * @PV_FIELD_KIND_YEAR: a count without spaces
 * @PV_FIELD_KIND_PERCENT: 0 to 100 %
 * @PV_FIELD_KIND_SIRET, @PV_FIELD_KIND_RNA: identifiers; what leaves no doubt is repaired
 */
typedef enum
{
  PV_FIELD_KIND_TEXT,
  PV_FIELD_KIND_LINES,
  PV_FIELD_KIND_DATE,
  PV_FIELD_KIND_COUNT,
  PV_FIELD_KIND_YEAR,
  PV_FIELD_KIND_PERCENT,
  PV_FIELD_KIND_SIRET,
  PV_FIELD_KIND_RNA,
} PvFieldKind;

GType pv_field_kind_get_type (void);

/*
 * PvField: a title, an entry, and under it the reason why what is typed is refused.
 *
 * What is typed is checked as it is typed, and offered by `committed` on Enter and when
 * the field is left; Escape brings back what is saved. A value that is refused stays in
 * the field for correction. pv_field_set_value() does not touch what is being typed.
 *
 * Values are texts as the schema keeps them: clean text, ISO date, decimal count, basis
 * points; %NULL is not known.
 *
 * Properties: `title`, `kind`, `required`, `editable`, `minimum` and `maximum` (of a
 *   count), `max-length` (characters of a text), `latest` (of a date, ISO), `hide-title`,
 *   `activates-default` (one line: Enter, once it is good, confirms the dialog).
 *
 * Signals:
 *   committed (char *value): to be saved. A handler that cannot calls pv_field_refuse();
 *     otherwise the value is taken as saved
 *   typed (): what is typed changed, for totals that follow
 */

GtkWidget *pv_field_new (PvFieldKind kind, const char *title);

/* What is saved; (nullable) (transfer none) */
const char *pv_field_get_value (PvField *self);
void pv_field_set_value (PvField *self, const char *value);

/* The value of a count or a percentage, PV_INT_NULL when not known. */
gint64 pv_field_get_int (PvField *self);
void pv_field_set_int (PvField *self, gint64 value);

/* What is typed, as a count or basis points; %FALSE when it is refused. */
gboolean pv_field_get_typed_int (PvField *self, gint64 *value);

void pv_field_set_title (PvField *self, const char *title);
void pv_field_set_editable (PvField *self, gboolean editable);

/* Why what is typed is refused, or %NULL. */
const char *pv_field_get_problem (PvField *self);

/* Whether what is typed is refused, or not saved yet. */
gboolean pv_field_is_unsaved (PvField *self);

/* During `committed`: the value was not saved, for that reason. */
void pv_field_refuse (PvField *self, const char *reason);

/* Saves what is typed, as leaving the field does; %FALSE when it is refused. */
gboolean pv_field_commit (PvField *self);

/* Forgets what is typed. */
void pv_field_restore (PvField *self);

G_END_DECLS
