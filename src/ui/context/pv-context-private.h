/* pv-context-private.h: what the files of the context share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"

G_BEGIN_DECLS

struct _PvContext
{
  GObject parent_instance;

  char *path;
  PvClock *clock;
  GSettings *settings;
  GSettings *file_settings;
  PvDb *writer; /* NULL: read-only */
  PvDb *reader;
  char *refusal;
  GAsyncQueue *idle_readers; /* of PvDb, lent to workers */
  GCancellable *closing;
  int n_pending; /* workers' tasks not ended; atomic */
  gint64 appel;
  GListModel *suite; /* weak: its page owns it */
  gboolean busy;
  guint beat_id;
  guint watch_id;
  gint64 data_version; /* as last seen; read-only contexts follow it */
  char *problem;       /* what is wrong with the file at its path, now */
  char *damage;        /* what the integrity check found */
  char *saved_day;     /* of the last daily copy asked for */
  PvHistoryGroup *undoable;
  PvHistoryGroup *redoable;
};

/* Tells that what depends on the right to write may have changed. */
void pv_context_notify_state (PvContext *self);

/* Reads what can be undone, and tells the pages to read again: another window wrote. */
void pv_context_tell_outside_change (PvContext *self);

/* Whether the writer is lent. */
void pv_context_set_busy (PvContext *self, gboolean busy);

/* %FALSE with the reason, for the user, when nothing can be written now. */
gboolean pv_context_check_can_edit (PvContext *self, GError **error);

/* Tells the pages that the history has grown since the group @before, if it has. */
void pv_context_tell_change (PvContext *self, gint64 before);

/* Why nothing can be written now; (transfer none) (nullable). */
const char *pv_context_get_obstacle (PvContext *self);

/* Why the file cannot be opened for writing, in words for the user; (transfer full). */
char *pv_context_describe_refusal (const char *path, const GError *error);

/* pv-context-watch.c: looks after the file while it is open. */
void pv_context_start_watch (PvContext *self);
void pv_context_stop_watch (PvContext *self);

/* After the first change of the day: a copy of the file, in a worker. */
void pv_context_save_daily (PvContext *self);

G_END_DECLS
