/* pv-window-pages.c: the pages of the sidebar
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-window-pages.h"

#include <glib/gi18n.h>

#include "accueil/pv-accueil-page.h"
#include "bilan/pv-bilans-page.h"
#include "dossier/pv-dossiers-page.h"
#include "egalite/pv-egalite-page.h"
#include "enveloppe/pv-enveloppes-page.h"
#include "instruction/pv-instructions-page.h"
#include "organisme/pv-organismes-page.h"
#include "export/pv-exports-page.h"
#include "parametres/pv-parametres-page.h"
#include "seance/pv-seances-page.h"

/* A page is here only when what it does is whole. */
static const PvWindowPage pages[] = {
  { "accueil", N_ ("Overview"), "go-home-symbolic", pv_accueil_page_get_type },
  { "dossiers", N_ ("Dossiers"), "view-list-symbolic", pv_dossiers_page_get_type },
  { "instruction", N_ ("Instruction"), "document-edit-symbolic", pv_instructions_page_get_type },
  { "enveloppes", N_ ("Envelopes"), "pv-enveloppe-symbolic", pv_enveloppes_page_get_type },
  { "seances", N_ ("Séances"), "x-office-calendar-symbolic", pv_seances_page_get_type },
  { "porteurs", N_ ("Holders"), "system-users-symbolic", pv_organismes_page_get_type },
  { "egalite", N_ ("Equality F-H"), "pv-egalite-symbolic", pv_egalite_page_get_type },
  { "bilans", N_ ("Bilans"), "pv-bilan-symbolic", pv_bilans_page_get_type },
  { "exports", N_ ("Exports"), "document-save-symbolic", pv_exports_page_get_type },
  { "parametres", N_ ("Settings"), "emblem-system-symbolic", pv_parametres_page_get_type },
  { NULL, NULL, NULL, NULL },
};

const PvWindowPage *
pv_window_pages (gsize *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (pages) - 1;

  return pages;
}
