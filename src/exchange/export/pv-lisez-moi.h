/* pv-lisez-moi.h: the last sheet of a workbook, which explains it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-empreinte-store.h"
#include "export/pv-sheet.h"
#include "synthese/pv-synthese-contexte-store.h"

G_BEGIN_DECLS

/* How something is to be read: « Cellule vide », « Non connu… ». */
typedef struct
{
  const char *nom;
  const char *texte;
} PvLisezMoiRegle;

/**
 * PvLisezMoi:
 * @sheets: (array length=n_sheets): those whose columns are defined
 *
 * What it is about.
 */
typedef struct
{
  PvDb *db;
  PvEmpreinte *empreinte;
  const PvFiltre *filtre;
  PvWorkbook *workbook;
  const PvSyntheseContexte *contexte;
  PvSheet *const *sheets;
  guint n_sheets;
  const PvLisezMoiRegle *regles;
  guint n_regles;
} PvLisezMoi;

/* Where the workbook comes from, how to read it, its columns, and the texts that were cut: written
 * after all the other sheets. */
gboolean pv_lisez_moi_write (const PvLisezMoi *self, PvSheet *sheet, GError **error);

G_END_DECLS
