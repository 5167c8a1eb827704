/* pv-egalite-actes.h: what the screens of the marking write
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"
#include "egalite/pv-egalite.h"

G_BEGIN_DECLS

/*
 * Each is one action of the user, undone at once. What is refused is said in a toast of
 * the window of @widget, or in @error beside the field it was typed in; then FALSE.
 */

/* @institution_id: whose answer; %PV_INT_NULL: the common one */
gboolean pv_egalite_acte_repondre (GtkWidget *widget,
                                   PvContext *context,
                                   gint64 dossier_id,
                                   gint64 axe_id,
                                   gint64 institution_id,
                                   PvEgaliteQuestion question,
                                   PvEgaliteReponse reponse);

gboolean pv_egalite_acte_commenter (PvContext *context,
                                    gint64 dossier_id,
                                    gint64 axe_id,
                                    PvEgaliteQuestion question,
                                    const char *commentaire,
                                    GError **error);

/* Takes the answers nobody contradicts as common ones. */
gboolean
pv_egalite_acte_reprendre (GtkWidget *widget, PvContext *context, gint64 dossier_id, gint64 axe_id);

gboolean pv_egalite_acte_marquer (GtkWidget *widget,
                                  PvContext *context,
                                  gint64 dossier_id,
                                  gint64 axe_id,
                                  gint64 valeur);

gboolean pv_egalite_acte_justifier (PvContext *context,
                                    gint64 dossier_id,
                                    gint64 axe_id,
                                    const char *justification,
                                    GError **error);

gboolean pv_egalite_acte_dater (PvContext *context,
                                gint64 dossier_id,
                                gint64 axe_id,
                                const char *decide_le,
                                const char *decide_par,
                                GError **error);

/* A setting of the file: how many porteurs are listed, the reference year. */
gboolean
pv_egalite_acte_regler (GtkWidget *widget, PvContext *context, const char *cle, gint64 valeur);

G_END_DECLS
