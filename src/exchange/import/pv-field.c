/* pv-field.c: what a column of a source can be
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-field.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  PvFieldType type;
  const char *name;
} FieldInfo;

static const FieldInfo fields[PV_N_FIELDS] = {
#define X(name, id, type, label) [PV_FIELD_##name] = { id, PV_FIELD_TYPE_##type, label },
  PV_FIELDS (X)
#undef X
};

gboolean
pv_field_from_id (const char *id, PvFieldId *field)
{
  g_return_val_if_fail (id != NULL && field != NULL, FALSE);

  for (guint i = 0; i < PV_N_FIELDS; i++)
    {
      if (g_str_equal (fields[i].id, id))
        {
          *field = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
pv_field_to_id (PvFieldId field)
{
  g_return_val_if_fail (field < PV_N_FIELDS, NULL);

  return fields[field].id;
}

PvFieldType
pv_field_get_value_type (PvFieldId field)
{
  g_return_val_if_fail (field < PV_N_FIELDS, PV_FIELD_TYPE_TEXT);

  return fields[field].type;
}

const char *
pv_field_get_name (PvFieldId field)
{
  g_return_val_if_fail (field < PV_N_FIELDS, NULL);

  return _ (fields[field].name);
}
