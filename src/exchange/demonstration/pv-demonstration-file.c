/* pv-demonstration-file.c: a programme file made of data/demo
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "demonstration/pv-demonstration-file.h"

#include <glib/gstdio.h>

#include "demonstration/pv-demonstration-suites.h"
#include "import/pv-import.h"
#include "reference/pv-reference.h"

/* A dossier comes before what was paid of it and what became of it, and a year before the one that
 * continues it. */
static const char *const tables[] = {
  "enveloppes-2024-2025.csv",       "programmation-2024.csv",   "programmation-2025.csv",
  "versements-2024-2025.csv",       "bilans-2024-2025.csv",     "enveloppes-2026.csv",
  "appel-fictif-2026.csv",          "notes-2026.csv",           "egalite-2026.csv",
  "plan-actions-mel-2018-2021.csv", "enveloppes-reference.csv",
};

/* Parts of the work: the file itself, the tables, what follows them. */
#define N_PARTS (G_N_ELEMENTS (tables) + 2)

typedef struct
{
  PvDemonstrationFunc func;
  gpointer user_data;
  guint part;
} Work;

static void
done_cb (guint done_bp, gpointer user_data)
{
  const Work *self = user_data;

  if (self->func != NULL)
    self->func ((self->part * 10000 + done_bp) / N_PARTS, self->user_data);
}

static gboolean
import_table (Work *self, PvDb *db, const char *name, GCancellable *cancellable, GError **error)
{
  const char *data = g_getenv ("PV_DATADIR");
  g_autofree char *path =
      g_build_filename (data != NULL ? data : PV_PKGDATADIR, "demo", name, NULL);
  g_autoptr (PvImport) import = pv_import_new (db, path, NULL, error);
  g_autoptr (PvImportReport) report = NULL;

  /* some cells are refused, as the fictitious data means them to be */
  return import != NULL &&
         pv_import_run (import, TRUE, NULL, done_cb, self, cancellable, &report, error);
}

static gboolean
fill (Work *self, PvDb *db, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      self->part = i + 1;
      done_cb (0, self);
      if (!import_table (self, db, tables[i], cancellable, error))
        return FALSE;
    }
  self->part++;
  done_cb (0, self);

  return pv_demonstration_add_suites (db, error);
}

PvDb *
pv_demonstration_file_create (const char *path,
                              PvClock *clock,
                              const char *agent,
                              PvDemonstrationFunc func,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error)
{
  const PvReferenceChoice choice = { "CN05911M", "mel_2024", 2026 };
  Work work = { func, user_data, 0 };
  g_autoptr (PvDb) db = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  db = pv_reference_create_programme (path, &choice, clock, agent, error);
  if (db != NULL && !fill (&work, db, cancellable, error))
    {
      pv_db_close (db, NULL);
      g_clear_object (&db);
      g_unlink (path);
    }

  return g_steal_pointer (&db);
}
