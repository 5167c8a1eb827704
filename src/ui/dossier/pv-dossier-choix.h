/* pv-dossier-choix.h: what the choices of a dossier's page search
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-section.h"
#include "widget/pv-choice.h"

G_BEGIN_DECLS

/* Each is a #PvChoiceFunc whose user data is the #PvDossierSection. */

GPtrArray *pv_dossier_choix_organismes (const char *text, gpointer section);
GPtrArray *pv_dossier_choix_agents (const char *text, gpointer section);
GPtrArray *pv_dossier_choix_appels (const char *text, gpointer section);

/* The dossiers that this one may continue. */
GPtrArray *pv_dossier_choix_candidats (const char *text, gpointer section);

/* The nodes of every frame, as trees. */
GPtrArray *pv_dossier_choix_noeuds (const char *text, gpointer section);

/* The quartiers (their key), then the communes (less their key). */
GPtrArray *pv_dossier_choix_territoires (const char *text, gpointer section);

/* Returns: (transfer full): "1.2 Objectif" and, in @detail, the nodes above it */
char *pv_dossier_noeud_label (PvDb *db, gint64 noeud_id, char **detail);

/* Returns: (transfer full): "Les Oliveaux (QPV) – Loos", or the name of the commune */
char *pv_dossier_territoire_label (PvDb *db, gint64 quartier_id, gint64 commune_id);

G_END_DECLS
