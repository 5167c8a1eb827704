/* pv-dossier-edit.c: the actions of the sections of a dossier's page
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-edit.h"

#include "dossier/pv-dossier-service.h"
#include "dossier/pv-dossier-store.h"
#include "pv-text.h"

typedef struct
{
  gint64 dossier_id;
  const char *column;
  const char *value;
} Edit;

char *
pv_dossier_edit_label (PvContext *context, gint64 dossier_id)
{
  g_autoptr (PvDossier) dossier =
      pv_dossier_store_get (pv_context_get_reader (context), dossier_id, NULL);
  g_autofree char *title = NULL;

  if (dossier == NULL)
    return NULL;
  title = pv_text_excerpt (dossier->intitule, 60);

  return g_strdup_printf ("%s · %s", dossier->numero, title);
}

static gboolean
set_champ (PvDb *db, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;
  gboolean changed = FALSE;

  return pv_dossier_service_set_champ (db, edit->dossier_id, edit->column, edit->value, &changed,
                                       error);
}

gboolean
pv_dossier_edit_champ (PvDossierSection *section,
                       const char *column,
                       const char *value,
                       GError **error)
{
  Edit edit = { pv_dossier_section_get_dossier_id (section), column, value };

  return pv_dossier_edit_act (section, "dossier-edit", set_champ, &edit, error);
}

gboolean
pv_dossier_edit_act (PvDossierSection *section,
                     const char *action,
                     PvContextFunc func,
                     gpointer user_data,
                     GError **error)
{
  PvContext *context = pv_dossier_section_get_context (section);
  g_autofree char *label =
      pv_dossier_edit_label (context, pv_dossier_section_get_dossier_id (section));

  return pv_context_act (context, action, label, func, user_data, error);
}
