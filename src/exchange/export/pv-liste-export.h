/* pv-liste-export.h: a list of the screen as a file: what is shown, and no more
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"

G_BEGIN_DECLS

/* What a column holds. */
typedef enum
{
  PV_LISTE_TEXTE,
  PV_LISTE_CODE,    /* short, centred */
  PV_LISTE_MONTANT, /* cents */
  PV_LISTE_NOMBRE,
  PV_LISTE_SCORE, /* hundredths */
  PV_LISTE_ANNEE,
  PV_LISTE_DATE, /* ISO text */
} PvListeGenre;

/**
 * PvListeColonne:
 * @entete: its heading, unique in the list
 * @somme: whether the totals row sums it
 */
typedef struct
{
  const char *entete;
  PvListeGenre genre;
  gboolean somme;
} PvListeColonne;

/**
 * PvListeCellule:
 * @texte: (transfer full) (nullable): of a text, a code or a date
 * @nombre: of the others; %PV_INT_NULL: empty
 */
typedef struct
{
  char *texte;
  gint64 nombre;
} PvListeCellule;

/**
 * PvListeLigne:
 * @ligne: from 0
 * @cellules: (array): one per column, to fill: empty when called
 * @grisee: (out): whether the row is not counted (a chapeau)
 *
 * Gives a row; they are asked for in order.
 */
typedef gboolean (*PvListeLigne) (guint ligne,
                                  PvListeCellule *cellules,
                                  gboolean *grisee,
                                  gpointer user_data,
                                  GError **error);

/**
 * PvListe:
 * @titre: what the list is: "Dossiers"
 * @contexte: what was filtered, in words
 */
typedef struct
{
  const char *titre;
  const char *contexte;
  const PvListeColonne *colonnes;
  guint n_colonnes;
  guint n_lignes;
  PvListeLigne ligne;
  gpointer user_data;
} PvListe;

/**
 * pv_liste_export_run:
 *
 * Writes a list as one sheet when the path ends in `.xlsx`: title, context, header, rows,
 * totals; else as CSV: UTF-8 with its mark, semicolons, decimal commas, no totals.
 * Texts are never formulas. Otherwise as pv_export_run().
 */
PvExportResult *
pv_liste_export_run (const PvExportRequest *request, const PvListe *liste, GError **error);

G_END_DECLS
