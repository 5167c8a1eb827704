/* fuzz-profile.c: any headers, matched by every profile
 *
 * Each line is a column: `band<tab>name`, or a name. PV_DATADIR says where the profiles are.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "import/pv-mapping.h"
#include "pv-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static PvTableHeader *
read_header (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", 200);
  PvTableHeader *header = g_new0 (PvTableHeader, 1);

  header->row = 1;
  header->n_columns = g_strv_length (lines);
  header->columns = g_new0 (PvTableColumn, header->n_columns);
  for (guint i = 0; i < header->n_columns; i++)
    {
      PvTableColumn *column = &header->columns[i];
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", 2);
      gboolean banded = parts[0] != NULL && parts[1] != NULL;

      column->index = i;
      column->name = pv_text_clean (banded ? parts[1] : lines[i], FALSE);
      column->folded = pv_text_fold (column->name);
      column->band = banded ? pv_text_clean (parts[0], FALSE) : NULL;
      column->folded_band = banded ? pv_text_fold (parts[0]) : NULL;
      column->occurrence = 1;
    }

  return header;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GPtrArray *profiles = NULL;
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (PvTableHeader) header = NULL;

  if (!pv_text_valid_utf8 (text, -1, NULL))
    return 0;
  if (profiles == NULL)
    profiles = pv_profiles_load (NULL);
  g_assert (profiles != NULL);

  header = read_header (text);
  for (guint i = 0; i < profiles->len; i++)
    {
      g_autoptr (PvMapping) mapping =
          pv_mapping_new (g_ptr_array_index (profiles, i), header, NULL);

      g_assert (mapping->columns->len == header->n_columns);
      pv_mapping_is_recognised (mapping, header);
    }
  return 0;
}
