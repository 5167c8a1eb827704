/* pv-vue.c: a saved view: a filter, an order and columns under a name
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vue/pv-vue.h"

const PvChamp pv_vue_champs[] = {
  PV_CHAMP_T (PvVue, nom),      PV_CHAMP_T (PvVue, nom_plie),
  PV_CHAMP_T (PvVue, page),     PV_CHAMP_T (PvVue, critere),
  PV_CHAMP_T (PvVue, tri),      PV_CHAMP_B (PvVue, decroissant),
  PV_CHAMP_T (PvVue, colonnes), { NULL },
};

PvVue *
pv_vue_new (void)
{
  PvVue *self = pv_champs_new (pv_vue_champs, sizeof (PvVue));

  self->critere = g_strdup ("");

  return self;
}

PvVue *
pv_vue_copy (const PvVue *self)
{
  return pv_champs_copy (pv_vue_champs, sizeof (PvVue), self);
}

void
pv_vue_free (PvVue *self)
{
  pv_champs_free (pv_vue_champs, self);
}
