/* pv-error.h: the error domains of the application
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PV_DB_ERROR:
 *
 * What went wrong with the programme file. `progville-cli` exits 4 on any of
 * them.
 */
#define PV_DB_ERROR (pv_db_error_quark ())

typedef enum
{
  PV_DB_ERROR_FAILED,
  PV_DB_ERROR_NOT_FOUND,      /* no such file */
  PV_DB_ERROR_NOT_OURS,       /* not a programme file */
  PV_DB_ERROR_SCHEMA_TOO_NEW, /* written by a newer Progville */
  PV_DB_ERROR_CORRUPT,        /* damaged, or its schema was altered */
  PV_DB_ERROR_LOCKED,         /* another Progville writes to it */
  PV_DB_ERROR_BUSY,           /* a short lock did not end in time */
  PV_DB_ERROR_READ_ONLY,
  PV_DB_ERROR_NO_SPACE,
  PV_DB_ERROR_CONSTRAINT, /* a rule of the schema refuses the row */
  PV_DB_ERROR_CONFLICT,   /* the row was changed since (undo, revision) */
  PV_DB_ERROR_EXISTS,     /* the file to create is already there */
} PvDbError;

GQuark pv_db_error_quark (void);

/**
 * PV_RULE_ERROR:
 *
 * A refusal told to the user: the message says what, where and what to do.
 */
#define PV_RULE_ERROR (pv_rule_error_quark ())

typedef enum
{
  PV_RULE_ERROR_INVALID,    /* a value that cannot be */
  PV_RULE_ERROR_AMBIGUOUS,  /* a value that could be several things */
  PV_RULE_ERROR_OVERFLOW,   /* a sum beyond what is kept exactly */
  PV_RULE_ERROR_TRANSITION, /* a status that does not follow */
  PV_RULE_ERROR_NOT_FOUND,
  PV_RULE_ERROR_REFUSED,
} PvRuleError;

GQuark pv_rule_error_quark (void);

/**
 * PV_EXCHANGE_ERROR:
 *
 * What went wrong with a file that comes in or goes out. `progville-cli`
 * exits 3 when a source cannot be read.
 */
#define PV_EXCHANGE_ERROR (pv_exchange_error_quark ())

typedef enum
{
  PV_EXCHANGE_ERROR_FAILED,
  PV_EXCHANGE_ERROR_UNREADABLE, /* missing, no permission, truncated */
  PV_EXCHANGE_ERROR_EMPTY,      /* no row of data */
  PV_EXCHANGE_ERROR_FORMAT,     /* not a table, or not what its name says */
  PV_EXCHANGE_ERROR_ENCRYPTED,  /* protected by a password */
  PV_EXCHANGE_ERROR_LIMIT,      /* beyond a stated limit (bomb) */
  PV_EXCHANGE_ERROR_PROFILE,    /* no profile, or unknown, for this table */
  PV_EXCHANGE_ERROR_WRITE,      /* the output could not be written */
  PV_EXCHANGE_ERROR_USAGE,      /* an option that has no sense here */
} PvExchangeError;

GQuark pv_exchange_error_quark (void);

G_END_DECLS
