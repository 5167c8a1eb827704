/* pv-import-report.c: collects what an import has to say
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-report.h"

static void
message_free (gpointer data)
{
  PvImportMessage *message = data;

  g_free (message->sheet);
  g_free (message->column);
  g_free (message->letters);
  g_free (message->code);
  g_free (message->value);
  g_free (message->text);
  g_free (message);
}

const char *
pv_import_severity_to_id (PvImportSeverity severity)
{
  static const char *const ids[] = { "info", "warning", "error" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (ids), NULL);
  return ids[severity];
}

const char *
pv_import_outcome_to_id (PvImportOutcome outcome)
{
  static const char *const ids[] = { "created", "updated", "unchanged", "rejected" };

  g_return_val_if_fail (outcome < G_N_ELEMENTS (ids), NULL);
  return ids[outcome];
}

PvImportReport *
pv_import_report_new (const char *profile)
{
  PvImportReport *self = g_new0 (PvImportReport, 1);

  self->profile = g_strdup (profile);
  self->messages = g_ptr_array_new_with_free_func (message_free);
  return self;
}

void
pv_import_report_free (PvImportReport *self)
{
  if (self == NULL)
    return;

  g_free (self->profile);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

void
pv_import_report_take (PvImportReport *self,
                       PvImportSeverity severity,
                       const PvImportPlace *place,
                       const char *code,
                       const char *value,
                       char *text)
{
  PvImportMessage *message;

  if (self->messages->len >= PV_IMPORT_MESSAGES_MAX)
    {
      self->n_untold[severity]++;
      g_free (text);
      return;
    }

  message = g_new0 (PvImportMessage, 1);
  message->severity = severity;
  message->sheet = g_strdup (place->sheet);
  message->row = place->row;
  message->column = g_strdup (place->column);
  message->letters = g_strdup (place->letters);
  message->code = g_strdup (code);
  message->value = g_strdup (value);
  message->text = text;
  g_ptr_array_add (self->messages, message);
}

guint
pv_import_report_count (const PvImportReport *self, PvImportSeverity severity)
{
  guint n = self->n_untold[severity];

  for (guint i = 0; i < self->messages->len; i++)
    n += ((const PvImportMessage *)g_ptr_array_index (self->messages, i))->severity == severity;

  return n;
}

guint
pv_import_report_count_untold (const PvImportReport *self)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->n_untold); i++)
    n += self->n_untold[i];

  return n;
}

char *
pv_import_choice_key (const char *table, gint64 id, const char *column)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT ":%s", table, id, column);
}

PvImportChange *
pv_import_change_new (const char *table,
                      gint64 id,
                      const char *column,
                      const char *old_value,
                      const char *new_value)
{
  PvImportChange *self = g_new0 (PvImportChange, 1);

  self->table = g_strdup (table);
  self->id = id;
  self->column = g_strdup (column);
  self->old_value = g_strdup (old_value);
  self->new_value = g_strdup (new_value);
  return self;
}

void
pv_import_change_free (PvImportChange *self)
{
  g_free (self->table);
  g_free (self->column);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self->subject);
  g_free (self->letters);
  g_free (self->header);
  g_free (self->raw);
  g_free (self->edited_at);
  g_free (self);
}
