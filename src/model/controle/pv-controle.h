/* pv-controle.h: the registry of named checks, and what they find
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvSeverite:
 * @PV_SEVERITE_INFO: worth knowing, or seen and passed with a reason
 * @PV_SEVERITE_WARNING: to look at; real sources are full of them
 * @PV_SEVERITE_ERROR: money or identity is wrong; `progville-cli check` exits 1
 *
 * A finding is shown, and never refuses to save anything.
 */
typedef enum
{
  PV_SEVERITE_INFO,
  PV_SEVERITE_WARNING,
  PV_SEVERITE_ERROR,
} PvSeverite;

/* "info", "warning", "error". */
const char *pv_severite_to_id (PvSeverite severite);

/**
 * PvControle:
 * @id: stable ASCII id, as in `derogation.controle` and in `check --json`
 * @severite: of its findings. A finding may be lower (a derogation, or a case
 *   its description names), never higher
 * @titre: its name
 * @description: what is compared, and what is not
 * @source: (nullable): the law, Cerfa or contract behind it
 * @remede: what a person does about it
 *
 * Texts are in the language of the user.
 */
typedef struct
{
  const char *id;
  PvSeverite severite;
  const char *titre;
  const char *description;
  const char *source;
  const char *remede;
} PvControle;

/**
 * PvConstat:
 * @controle: the check
 * @severite: of this finding; INFO when @derogation is set
 * @dossier_id: the dossier it is about, or %PV_INT_NULL (an envelope, a porteur)
 * @dossier_numero: (nullable): its number
 * @table: the table of the row to correct…
 * @cle: … its key…
 * @champ: … and its column
 * @texte: what is wrong, in words, with figures in French form. One sentence or
 *   several, without what to do (@controle's remede says it)
 * @derogation: (nullable): the reason that was given for passing it
 *
 * A finding; it lives as long as the call that shows it.
 */
typedef struct
{
  const PvControle *controle;
  PvSeverite severite;
  gint64 dossier_id;
  const char *dossier_numero;
  const char *table;
  gint64 cle;
  const char *champ;
  const char *texte;
  const char *derogation;
} PvConstat;

typedef void (*PvControleFunc) (const PvConstat *constat, gpointer user_data);

/**
 * pv_controle_registry:
 * @n: (out): how many
 *
 * Returns: (array length=n) (transfer none): every check, in the order of the
 *   lists that show them
 */
const PvControle *pv_controle_registry (gsize *n);

/**
 * pv_controle_get_original:
 * @controle: a check of the registry
 *
 * Returns: (transfer none): the same check in the words of the sources, for
 *   who translates them to another language than the session's
 */
const PvControle *pv_controle_get_original (const PvControle *controle);

/**
 * pv_controle_by_id:
 *
 * Returns: (transfer none) (nullable): a check of the registry
 */
const PvControle *pv_controle_by_id (const char *id);

/**
 * pv_controles_run:
 * @filtre: (nullable): the dossiers looked at; %NULL for all. What is compared
 *   over several dossiers (doubles, yearly totals, envelopes) still counts the
 *   whole file, and shows what touches a dossier of the filter
 * @each: called for each finding: checks in the order of the registry, then
 *   dossiers by key
 * @cancellable: (nullable): looked at between findings and, in long
 *   statements, by the connection
 *
 * Runs all checks. Nothing is written. A finding on a row with a `derogation`
 * of the same check is shown as INFO with its reason.
 *
 * Returns: %FALSE with @error when a query failed or was cancelled
 */
gboolean pv_controles_run (PvDb *db,
                           const PvFiltre *filtre,
                           PvControleFunc each,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);

/**
 * pv_controles_run_dossier:
 *
 * As pv_controles_run(), for one dossier: what touches it, and nothing else is read.
 * A finding may bear another dossier of the same porteur, that this one doubles.
 */
gboolean pv_controles_run_dossier (PvDb *db,
                                   gint64 dossier_id,
                                   PvControleFunc each,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

/**
 * pv_controles_run_one:
 * @id: a check; an unknown one is %PV_RULE_ERROR_NOT_FOUND
 *
 * As pv_controles_run(), for one check.
 */
gboolean pv_controles_run_one (PvDb *db,
                               const char *id,
                               const PvFiltre *filtre,
                               PvControleFunc each,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
