/* pv-table-problem.c: what is said of a file that cannot be read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  PvExchangeError code;
  const char *format; /* one %s, the name of the file */
} Problem;

static const Problem problems[] = {
  [PV_TABLE_PROBLEM_EMPTY] = { PV_EXCHANGE_ERROR_EMPTY,
                               N_ ("“%s” is empty: ask for the file again.") },
  [PV_TABLE_PROBLEM_DAMAGED] = { PV_EXCHANGE_ERROR_UNREADABLE,
                                 N_ ("“%s” is damaged or cut short: ask for the file again, or "
                                     "open it in a spreadsheet and "
                                     "save it anew.") },
  [PV_TABLE_PROBLEM_NOT_A_TABLE] = { PV_EXCHANGE_ERROR_FORMAT, N_ ("“%s” is not a table: give a "
                                                                   "CSV, XLSX, XLS or ODS file.") },
  [PV_TABLE_PROBLEM_WEB_PAGE] = { PV_EXCHANGE_ERROR_FORMAT,
                                  N_ ("“%s” is a web page, whatever its name: open it in a "
                                      "spreadsheet and save it as XLSX.") },
  [PV_TABLE_PROBLEM_XML] = { PV_EXCHANGE_ERROR_FORMAT, N_ ("“%s” is an XML document: open it in a "
                                                           "spreadsheet and save it as XLSX.") },
  [PV_TABLE_PROBLEM_COMPRESSED] = { PV_EXCHANGE_ERROR_FORMAT,
                                    N_ ("“%s” is an archive, not a workbook: extract it and give "
                                        "the file inside.") },
  [PV_TABLE_PROBLEM_BINARY_WORKBOOK] = { PV_EXCHANGE_ERROR_FORMAT,
                                         N_ ("“%s” is a binary workbook (XLSB): open it in a "
                                             "spreadsheet and save it as XLSX.") },
  [PV_TABLE_PROBLEM_ENCRYPTED] = { PV_EXCHANGE_ERROR_ENCRYPTED,
                                   N_ ("“%s” is protected by a password: open it in a spreadsheet, "
                                       "remove the password and save "
                                       "it.") },
  [PV_TABLE_PROBLEM_DOCTYPE] = { PV_EXCHANGE_ERROR_FORMAT,
                                 N_ ("“%s” declares a document type or entities, which no "
                                     "spreadsheet writes: it is refused. "
                                     "Ask where the file comes from.") },
  [PV_TABLE_PROBLEM_NO_SHEET] = { PV_EXCHANGE_ERROR_EMPTY, N_ ("“%s” has no sheet of cells: check "
                                                               "that it is the right file.") },
  [PV_TABLE_PROBLEM_FILE_SIZE] = { PV_EXCHANGE_ERROR_LIMIT,
                                   N_ ("“%s” is too big to be read: split it.") },
  [PV_TABLE_PROBLEM_PART_SIZE] = { PV_EXCHANGE_ERROR_LIMIT,
                                   N_ ("“%s” is too big once inflated: split it.") },
  [PV_TABLE_PROBLEM_RATIO] = { PV_EXCHANGE_ERROR_LIMIT,
                               N_ ("“%s” inflates beyond what a real workbook does: it is refused. "
                                   "Ask where the file comes "
                                   "from, or save it anew from a spreadsheet.") },
  [PV_TABLE_PROBLEM_PARTS] = { PV_EXCHANGE_ERROR_LIMIT,
                               N_ ("“%s” has too many parts: save its sheet alone as CSV.") },
  [PV_TABLE_PROBLEM_SHEETS] = { PV_EXCHANGE_ERROR_LIMIT,
                                N_ ("“%s” has too many sheets: save the needed one alone.") },
  [PV_TABLE_PROBLEM_ROWS] = { PV_EXCHANGE_ERROR_LIMIT, N_ ("“%s” has too many rows: split it.") },
  [PV_TABLE_PROBLEM_COLUMNS] = { PV_EXCHANGE_ERROR_LIMIT,
                                 N_ ("“%s” has more than 16384 columns: keep the needed ones in a "
                                     "new file.") },
  [PV_TABLE_PROBLEM_CELLS] = { PV_EXCHANGE_ERROR_LIMIT,
                               N_ ("“%s” has too many cells: keep the needed columns and rows.") },
  [PV_TABLE_PROBLEM_CELL_SIZE] = { PV_EXCHANGE_ERROR_LIMIT,
                                   N_ ("“%s” has a cell of more than 1 MiB: shorten it in a "
                                       "spreadsheet.") },
  [PV_TABLE_PROBLEM_ROW_SIZE] = { PV_EXCHANGE_ERROR_LIMIT, N_ ("“%s” has a row of more than 16 "
                                                               "MiB: check that it is a table.") },
  [PV_TABLE_PROBLEM_STRINGS] = { PV_EXCHANGE_ERROR_LIMIT,
                                 N_ ("“%s” holds too much text: save its sheet alone as CSV.") },
  [PV_TABLE_PROBLEM_FORMATS] = { PV_EXCHANGE_ERROR_LIMIT,
                                 N_ ("“%s” has too many cell formats: save its sheet as CSV.") },
};

gboolean
pv_table_set_problem (GError **error, const char *basename, PvTableProblem problem)
{
  g_autoptr (GString) message = NULL;

  g_return_val_if_fail (problem < G_N_ELEMENTS (problems), FALSE);

  message = g_string_new (_ (problems[problem].format));
  g_string_replace (message, "%s", basename, 1);
  g_set_error_literal (error, PV_EXCHANGE_ERROR, problems[problem].code, message->str);
  return FALSE;
}
