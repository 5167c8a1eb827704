/* pv-xls-child.c: runs freexl in a process of its own
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-xls-child.h"

#include <errno.h>
#include <fcntl.h>
#include <freexl.h>
#include <glib-unix.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pv-table-limits.h"
#include "pv-table-private.h"

/* A file of 64 MiB takes a second or two. */
#define CHILD_SECONDS 60
#define CHILD_BYTES (G_GUINT64_CONSTANT (2) << 30)
#define END_OF_ROWS G_MAXUINT32
#define BLOCK_SIZE 65536

struct _PvXlsChild
{
  char *basename;
  GPid pid;
  int fd;
  guchar *block;
  gsize start;
  gsize end;
  guint n_rows;
};

/* The child: from here to run_child() nothing uses GLib, for another thread may
 * have held its locks at the fork. */

static void
put (FILE *out, const void *bytes, size_t size)
{
  if (fwrite (bytes, 1, size, out) != size)
    _exit (1);
}

static void
put_uint (FILE *out, guint32 value)
{
  put (out, &value, sizeof (value));
}

static void
put_text (FILE *out, const char *text)
{
  size_t length = text != NULL ? strlen (text) : 0;

  if (length > PV_TABLE_MAX_CELL_BYTES)
    length = PV_TABLE_MAX_CELL_BYTES;
  put_uint (out, (guint32)length);
  if (length > 0)
    put (out, text, length);
}

static void
put_number (FILE *out, double number)
{
  put_uint (out, PV_XLS_NUMBER);
  put (out, &number, sizeof (number));
}

static void
put_cell (FILE *out, const FreeXL_CellValue *cell)
{
  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      put_number (out, cell->value.int_value);
      return;
    case FREEXL_CELL_DOUBLE:
      put_number (out, cell->value.double_value);
      return;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      put_uint (out, PV_XLS_TEXT);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      put_uint (out, PV_XLS_DATE);
      break;
    case FREEXL_CELL_TIME:
      put_uint (out, PV_XLS_TIME);
      break;
    default:
      put_uint (out, PV_XLS_EMPTY);
      return;
    }
  put_text (out, cell->value.text_value);
}

static void
put_sheet (FILE *out, const void *handle, unsigned short sheet)
{
  unsigned int n_rows = 0;
  unsigned short n_columns = 0;

  if (freexl_select_active_worksheet (handle, sheet) != FREEXL_OK ||
      freexl_worksheet_dimensions (handle, &n_rows, &n_columns) != FREEXL_OK)
    _exit (1);
  put_uint (out, n_rows);
  for (unsigned int row = 0; row < n_rows; row++)
    {
      put_uint (out, n_columns);
      for (unsigned short column = 0; column < n_columns; column++)
        {
          FreeXL_CellValue cell = { 0 };

          if (freexl_get_cell_value (handle, row, column, &cell) != FREEXL_OK)
            _exit (1);
          put_cell (out, &cell);
        }
    }
  put_uint (out, END_OF_ROWS);
}

static void
put_file (FILE *out, const char *path, int sheet)
{
  const void *handle = NULL;
  unsigned int n_sheets = 0, password = FREEXL_BIFF_PLAIN;
  int status = freexl_open (path, &handle);

  put_uint (out, (guint32)status);
  if (status != FREEXL_OK)
    return;
  freexl_get_info (handle, FREEXL_BIFF_PASSWORD, &password);
  freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &n_sheets);
  put_uint (out, password == FREEXL_BIFF_OBFUSCATED);
  put_uint (out, n_sheets);
  for (unsigned int i = 0; i < n_sheets && n_sheets <= PV_TABLE_MAX_SHEETS; i++)
    {
      const char *name = NULL;

      freexl_get_worksheet_name (handle, (unsigned short)i, &name);
      put_text (out, name);
    }
  if (sheet >= 0 && (unsigned int)sheet < n_sheets)
    put_sheet (out, handle, (unsigned short)sheet);
}

static void
set_limits (void)
{
  const struct rlimit none = { 0, 0 };
  const struct rlimit seconds = { CHILD_SECONDS, CHILD_SECONDS };

  setrlimit (RLIMIT_CORE, &none);
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_FSIZE, &none);
#if !defined(__SANITIZE_ADDRESS__)
  {
    const struct rlimit bytes = { CHILD_BYTES, CHILD_BYTES };

    setrlimit (RLIMIT_DATA, &bytes);
  }
#endif
}

static void
run_child (int fd, const char *path, int sheet)
{
  int null = open ("/dev/null", O_RDWR);
  FILE *out;

  set_limits ();
  signal (SIGPIPE, SIG_DFL);
  if (null >= 0)
    {
      dup2 (null, STDOUT_FILENO);
      dup2 (null, STDERR_FILENO);
    }
  out = fdopen (fd, "wb");
  if (out == NULL)
    _exit (1);
  put_file (out, path, sheet);
  _exit (fclose (out) == 0 ? 0 : 1);
}

/* The parent. */

static gboolean
damaged (const PvXlsChild *self, GError **error)
{
  return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_DAMAGED);
}

static gboolean
fill (PvXlsChild *self)
{
  struct pollfd wait = { self->fd, POLLIN, 0 };
  gssize n;
  int ready;

  do
    ready = poll (&wait, 1, CHILD_SECONDS * 1000);
  while (ready < 0 && errno == EINTR);
  if (ready <= 0)
    return FALSE;
  do
    n = read (self->fd, self->block, BLOCK_SIZE);
  while (n < 0 && errno == EINTR);
  self->start = 0;
  self->end = n > 0 ? (gsize)n : 0;
  return n > 0;
}

static gboolean
get (PvXlsChild *self, gpointer bytes, gsize size, GError **error)
{
  guchar *out = bytes;

  while (size > 0)
    {
      gsize n = MIN (size, self->end - self->start);

      if (n == 0 && !fill (self))
        return damaged (self, error);
      n = MIN (size, self->end - self->start);
      memcpy (out, self->block + self->start, n);
      self->start += n;
      out += n;
      size -= n;
    }
  return TRUE;
}

static gboolean
get_uint (PvXlsChild *self, guint32 *value, GError **error)
{
  return get (self, value, sizeof (*value), error);
}

static gboolean
get_text (PvXlsChild *self, GString *text, GError **error)
{
  g_autofree char *valid = NULL;
  guint32 length;

  if (!get_uint (self, &length, error))
    return FALSE;
  if (length > PV_TABLE_MAX_CELL_BYTES)
    return damaged (self, error);
  g_string_set_size (text, length);
  if (length > 0 && !get (self, text->str, length, error))
    return FALSE;
  if (g_utf8_validate_len (text->str, text->len, NULL))
    return TRUE;
  valid = g_utf8_make_valid (text->str, (gssize)text->len);
  g_string_assign (text, valid);
  return TRUE;
}

static gboolean
read_status (PvXlsChild *self, GError **error)
{
  guint32 status, password;

  if (!get_uint (self, &status, error))
    return FALSE;
  if ((gint32)status == FREEXL_BIFF_WORKBOOK_NOT_FOUND)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_NOT_A_TABLE);
  if ((gint32)status == FREEXL_INSUFFICIENT_MEMORY)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_CELLS);
  if ((gint32)status != FREEXL_OK)
    return damaged (self, error);
  if (!get_uint (self, &password, error))
    return FALSE;
  if (password != 0)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_ENCRYPTED);
  return TRUE;
}

static gboolean
read_names (PvXlsChild *self, GPtrArray *names, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint32 n_sheets;

  if (!get_uint (self, &n_sheets, error))
    return FALSE;
  if (n_sheets > PV_TABLE_MAX_SHEETS)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_SHEETS);
  for (guint i = 0; i < n_sheets; i++)
    {
      if (!get_text (self, name, error))
        return FALSE;
      if (names != NULL)
        g_ptr_array_add (names, g_strdup (name->str));
    }
  return TRUE;
}

static gboolean
spawn (PvXlsChild *self, const char *path, int sheet, GError **error)
{
  int fds[2];

  if (!g_unix_open_pipe (fds, FD_CLOEXEC, NULL))
    return damaged (self, error);
  self->fd = fds[0];
  self->pid = fork ();
  if (self->pid == 0)
    run_child (fds[1], path, sheet);
  close (fds[1]);
  return self->pid > 0 || damaged (self, error);
}

PvXlsChild *
pv_xls_child_start (const char *path,
                    const char *basename,
                    int sheet,
                    GPtrArray *names,
                    GError **error)
{
  g_autoptr (PvXlsChild) self = g_new0 (PvXlsChild, 1);

  self->basename = g_strdup (basename);
  self->block = g_malloc (BLOCK_SIZE);
  self->fd = -1;
  if (!spawn (self, path, sheet, error) || !read_status (self, error) ||
      !read_names (self, names, error))
    return NULL;
  if (sheet >= 0 && !get_uint (self, &self->n_rows, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
pv_xls_child_free (PvXlsChild *child)
{
  if (child == NULL)
    return;
  if (child->fd >= 0)
    close (child->fd);
  if (child->pid > 0)
    {
      kill (child->pid, SIGKILL);
      while (waitpid (child->pid, NULL, 0) < 0 && errno == EINTR)
        ;
    }
  g_free (child->block);
  g_free (child->basename);
  g_free (child);
}

guint
pv_xls_child_get_n_rows (const PvXlsChild *child)
{
  return child->n_rows;
}

gboolean
pv_xls_child_begin_row (PvXlsChild *child, guint *n_cells, GError **error)
{
  guint32 n;

  if (!get_uint (child, &n, error) || n == END_OF_ROWS)
    return FALSE;
  if (n > PV_TABLE_MAX_COLUMNS)
    return damaged (child, error);
  *n_cells = n;
  return TRUE;
}

gboolean
pv_xls_child_read_value (PvXlsChild *child, PvXlsValue *value, GError **error)
{
  guint32 type;

  if (!get_uint (child, &type, error))
    return FALSE;
  value->type = type;
  g_string_truncate (value->text, 0);
  switch (type)
    {
    case PV_XLS_EMPTY:
      return TRUE;
    case PV_XLS_NUMBER:
      if (!get (child, &value->number, sizeof (value->number), error))
        return FALSE;
      return isfinite (value->number) || damaged (child, error);
    case PV_XLS_TEXT:
    case PV_XLS_DATE:
    case PV_XLS_TIME:
      return get_text (child, value->text, error);
    default:
      return damaged (child, error);
    }
}
