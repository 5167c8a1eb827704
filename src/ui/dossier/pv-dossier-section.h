/* pv-dossier-section.h: a section of the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "controle/pv-constats-card.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIER_SECTION (pv_dossier_section_get_type ())

G_DECLARE_DERIVABLE_TYPE (PvDossierSection, pv_dossier_section, PV, DOSSIER_SECTION, AdwBin)

/**
 * PvDossierSectionClass:
 * @load: reads the dossier again and shows it: when it is opened, when another one
 *   takes its place (`dossier-id` changed), and when the file changed. It keeps the
 *   focus and what is being typed, and must not block: what may last goes through
 *   pv_context_query_async()
 * @show_field: shows and focuses the field of that row and column; %FALSE when it is
 *   not of this section
 *
 * Properties: `context`, `dossier-id` (int64), set by the page; `badge` (nullable):
 * what the side index shows beside the name of the section ("⚠ 2"), set by the section.
 */
struct _PvDossierSectionClass
{
  AdwBinClass parent_class;

  void (*load) (PvDossierSection *self);
  gboolean (*show_field) (PvDossierSection *self,
                          const char *table,
                          gint64 key,
                          const char *column);
};

/* (transfer none) */
PvContext *pv_dossier_section_get_context (PvDossierSection *self);

/* The dossier shown; PV_INT_NULL: none yet. */
gint64 pv_dossier_section_get_dossier_id (PvDossierSection *self);

const char *pv_dossier_section_get_badge (PvDossierSection *self);
void pv_dossier_section_set_badge (PvDossierSection *self, const char *badge);

/* A card of controls of the section: what it counts is the badge, and a row leads to its
 * field, here or where it is. */
void pv_dossier_section_watch_constats (PvDossierSection *self, PvConstatsCard *constats);

/* Called by the page. Nothing is done before a context and a dossier are given. */
void pv_dossier_section_set_dossier (PvDossierSection *self, PvContext *context, gint64 dossier_id);
void pv_dossier_section_load (PvDossierSection *self);
gboolean pv_dossier_section_show_field (PvDossierSection *self,
                                        const char *table,
                                        gint64 key,
                                        const char *column);

G_END_DECLS
