/* pv-page.h: a page of the window
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_PAGE (pv_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (PvPage, pv_page, PV, PAGE, AdwBin)

/**
 * PvPageClass:
 * @refresh: reads again what the page shows. Called once the page is on screen for
 *   the first time, and then when the file changed; a hidden page waits until it is
 *   shown. It must not block: what may be long goes through pv_context_query_async()
 * @show_detail: shows a part of the page (a filter, a row), as `win.goto` names it:
 *   the text after the page's id; %NULL is never given
 * @search: (nullable): filters the page by the text of the header's search entry.
 *   A page without it leaves Ctrl+F to the list of dossiers
 * @can_search: (nullable): whether what the page shows now is searched by @search; without
 *   it, it always is. The end of a search, as "", is told whatever the page shows
 * @settle: saves what is being typed, before the page is left. The one of this class
 *   is enough for fields and amounts
 * @find_refused: the first control whose value is refused, where the page has others
 * @get_waiting: the detail (see @show_detail) where changes wait that are lost with the
 *   window, or %NULL; a page without it saves all at once
 *
 * Properties: `context` (construct only), `count` (nullable): what the sidebar shows
 * beside the page's name.
 */
struct _PvPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (PvPage *self);
  void (*show_detail) (PvPage *self, const char *detail);
  void (*search) (PvPage *self, const char *text);
  gboolean (*can_search) (PvPage *self);
  gboolean (*settle) (PvPage *self);
  GtkWidget *(*find_refused) (PvPage *self);
  const char *(*get_waiting) (PvPage *self);
};

/* (transfer none) */
PvContext *pv_page_get_context (PvPage *self);

/* What the sidebar shows beside the name of the page; %NULL: nothing. */
const char *pv_page_get_count (PvPage *self);
void pv_page_set_count (PvPage *self, const char *count);

/* Asks for a refresh: soon, or when the page is shown next. */
void pv_page_queue_refresh (PvPage *self);

void pv_page_show_detail (PvPage *self, const char *detail);
gboolean pv_page_can_search (PvPage *self);
void pv_page_search (PvPage *self, const char *text);

/* Ends the search the page was told of, if it was: shown or not, it forgets its text. */
void pv_page_end_search (PvPage *self);

/*
 * Saves what is being typed. Returns: %FALSE when a value is refused: it is then said,
 * and has the focus; who leaves the page loses it.
 */
gboolean pv_page_settle (PvPage *self);

/* The detail where changes wait to be saved, or %NULL. */
const char *pv_page_get_waiting (PvPage *self);

/* Says that a value is refused, and gives the focus to its control. */
void pv_page_tell_refused (GtkWidget *control);

G_END_DECLS
