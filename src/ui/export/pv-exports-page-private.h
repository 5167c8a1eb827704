/* pv-exports-page-private.h: what the files of the page of exports share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export-travail.h"
#include "export/pv-exports-page.h"
#include "export/pv-exports-publication.h"
#include "export/pv-exports-recents.h"
#include "modele/pv-modele-document.h"

G_BEGIN_DECLS

struct _PvExportsPage
{
  PvPage parent_instance;

  GPtrArray *appels;       /* of PvAppel */
  GArray *filtres;         /* of PvFiltre, as the rows of scope_row */
  GPtrArray *institutions; /* of PvInstitution */
  GPtrArray *seances;      /* of PvProcesVerbalChoix */
  GPtrArray *attribuants;  /* of PvAttribuant, as the rows of attribuant_row after the first */
  PvFiltre *listed;        /* (nullable): the dossiers they are, or will be, those of */
  GPtrArray *sheets;       /* rows, borrowed */
  gboolean filling;
  GCancellable *counting;
  GCancellable *listing;    /* of those who pay */
  GCancellable *choosing;   /* of the dossiers of documents */
  PvDocumentGenre document; /* of these */
  GCancellable *writing;
  PvExportDemande *demande;
  guint tick_id;
  GtkFileChooserNative *chooser;

  AdwPreferencesGroup *choice_group;
  AdwComboRow *kind_row;
  AdwComboRow *scope_row;
  AdwComboRow *institution_row;
  AdwComboRow *seance_row;
  AdwComboRow *attribuant_row;
  AdwActionRow *tout_row;
  GtkSwitch *tout_switch;
  GtkButton *export_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkLabel *step_label;
  GtkWidget *result_box;
  GtkLabel *result_label;
  GtkLabel *warning_label;
  GtkButton *open_button;
  GtkButton *folder_button;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  AdwPreferencesGroup *sheets_group;
  PvExportsPublication *publication_box;
  GtkSpinner *spinner;
  PvExportsRecents *recent_group;
};

/* What is chosen. */
const PvExportKind *pv_exports_page_get_kind (PvExportsPage *self);
PvFiltre pv_exports_page_get_filtre (PvExportsPage *self);
PvExportDemande *pv_exports_page_make_demande (PvExportsPage *self, const char *path);

/* A file about a séance needs one. */
void pv_exports_page_update_choose (PvExportsPage *self);

/* pv-exports-page-ecriture.c */
void pv_exports_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
