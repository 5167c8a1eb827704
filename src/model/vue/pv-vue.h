/* pv-vue.h: a saved view: a filter, an order and columns under a name
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvVue:
 *
 * Kept in the file, for all who use it.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *nom;      /* distinct on its page, when folded */
  char *nom_plie; /* made by the store from the name */
  char *page;     /* id of the page: "dossiers" */
  char *critere;  /* text form of the filter; of PvDossierCritere for the dossiers */
  char *tri;      /* (nullable): id of the column the list is sorted by */
  gboolean decroissant;
  char *colonnes; /* (nullable): ids of the columns shown, in order, comma separated */
} PvVue;

extern const PvChamp pv_vue_champs[];

/* A record where nothing is known yet but an empty filter. */
PvVue *pv_vue_new (void);
PvVue *pv_vue_copy (const PvVue *self);
void pv_vue_free (PvVue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvVue, pv_vue_free)

G_END_DECLS
