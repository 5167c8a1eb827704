/* pv-cli.h: what the commands share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

/* The exit statuses of docs/cli.md. */
typedef enum
{
  PV_CLI_DONE = 0,
  PV_CLI_REJECTED = 1,  /* done, with rejected rows or failed controls */
  PV_CLI_USAGE = 2,     /* the command line makes no sense */
  PV_CLI_SOURCE = 3,    /* the source cannot be read */
  PV_CLI_PROGRAMME = 4, /* the programme file cannot be used */
  PV_CLI_INTERNAL = 5,
} PvCliStatus;

/**
 * PvCliCommand:
 *
 * A command of `progville-cli`. @run gets the arguments with the command's
 * name first, and speaks to the user itself.
 */
typedef struct
{
  const char *name;
  const char *usage;   /* (nullable): what follows the name, translatable */
  const char *summary; /* one line, translatable */
  PvCliStatus (*run) (int argc, char **argv);
} PvCliCommand;

PvCliStatus pv_cli_new (int argc, char **argv);
PvCliStatus pv_cli_import (int argc, char **argv);
PvCliStatus pv_cli_export (int argc, char **argv);
PvCliStatus pv_cli_stats (int argc, char **argv);
PvCliStatus pv_cli_check (int argc, char **argv);
PvCliStatus pv_cli_profiles (int argc, char **argv);

/**
 * pv_cli_parse:
 * @usage: (nullable): what follows the options, e.g. N_ ("FILE SOURCE")
 * @n_positional: how many arguments must remain
 *
 * Reads the options of one command. On bad usage it says why and returns %FALSE;
 * after `--help` it returns %FALSE too, with @status DONE.
 */
gboolean pv_cli_parse (int *argc,
                       char ***argv,
                       const char *usage,
                       const char *summary,
                       const GOptionEntry *entries,
                       int n_positional,
                       PvCliStatus *status);

/* Says @error on stderr and gives its exit status. */
PvCliStatus pv_cli_fail (const GError *error);

/* Says a mistake of usage on stderr. */
PvCliStatus pv_cli_misuse (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* --exercice when it is not given; 0 is a mistake as any other. */
#define PV_CLI_NO_YEAR G_MININT

/* Gives %PV_INT_NULL for no year; says what is no year, and returns %FALSE. */
gboolean pv_cli_read_year (int given, gint64 *year);

PvDb *pv_cli_open (const char *path, PvDbOpenMode mode, GError **error);

/**
 * pv_cli_filter:
 * @appel: (nullable): label of an appel
 * @exercice: a year, or %PV_INT_NULL
 *
 * Returns: %FALSE when no appel bears that label in that year (the message
 *   names those that exist)
 */
gboolean
pv_cli_filter (PvDb *db, const char *appel, gint64 exercice, PvFiltre *filter, GError **error);

/**
 * pv_cli_find_seance:
 * @seance: a date, a name such as “Comité de pilotage du 17 mars 2026”, or a number
 *
 * Returns: %FALSE when no séance, or several, are meant (the message names those there are)
 */
gboolean pv_cli_find_seance (PvDb *db, const char *seance, gint64 *id, GError **error);

/* Returns: (transfer full): "2 errors, 1 warning, 0 remarks" */
char *pv_cli_count_remarks (guint errors, guint warnings, guint remarks);

/* Ends what @builder holds and writes it on stdout, with a line end. */
void pv_cli_print_json (JsonBuilder *builder);

/* Adds a number of cents, or null. */
void pv_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value);

/* Adds a text, or null. */
void pv_cli_json_add_text (JsonBuilder *builder, const char *name, const char *value);

/**
 * pv_cli_get_cancellable:
 *
 * Returns: (transfer none): cancelled by Ctrl+C or a request to end, so that work under
 *   way leaves nothing half done. A second one ends at once.
 */
GCancellable *pv_cli_get_cancellable (void);

/* The progress line, on stderr when it is a terminal. @done in 0…10 000. */
void pv_cli_progress (guint done_bp, gpointer label);
void pv_cli_progress_end (void);

G_END_DECLS
