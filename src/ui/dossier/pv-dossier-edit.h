/* pv-dossier-edit.h: the actions of the sections of a dossier's page
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"

G_BEGIN_DECLS

/* Returns: (transfer full): "0412 · En route vers l’emploi", for the history and titles */
char *pv_dossier_edit_label (PvContext *context, gint64 dossier_id);

/* Writes one column of the dossier shown, one action; the error is for who typed. */
gboolean pv_dossier_edit_champ (PvDossierSection *section,
                                const char *column,
                                const char *value,
                                GError **error);

/* The same for any write on the dossier shown. */
gboolean pv_dossier_edit_act (PvDossierSection *section,
                              const char *action,
                              PvContextFunc func,
                              gpointer user_data,
                              GError **error);

G_END_DECLS
