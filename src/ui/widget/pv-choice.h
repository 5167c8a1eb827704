/* pv-choice.h: a titled choice among many, searched by typing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "pv-number.h"

G_BEGIN_DECLS

#define PV_TYPE_CHOICE (pv_choice_get_type ())

G_DECLARE_FINAL_TYPE (PvChoice, pv_choice, PV, CHOICE, GtkWidget)

/* The key of “create what was typed”. */
#define PV_CHOICE_NEW G_MAXINT64

/**
 * PvChoiceItem:
 * @key: of the thing chosen, PV_INT_NULL: none
 * @detail: (nullable): under the label
 * @depth: in a tree
 * @heading: names those that follow, and is not chosen
 */
typedef struct
{
  gint64 key;
  char *label;
  char *detail;
  guint depth;
  gboolean heading;
} PvChoiceItem;

void pv_choice_item_free (PvChoiceItem *self);

/* Adds one item to a list that is being made; takes nothing. */
void pv_choice_add (GPtrArray *items, gint64 key, const char *label, const char *detail);

/* A list to fill, which frees its items. */
GPtrArray *pv_choice_items_new (void);

/* How many a search gives at most: beyond, one types more. */
#define PV_CHOICE_MAX 100

/**
 * PvChoiceFunc:
 * @text: what is searched; "" for the first ones
 *
 * Returns: (transfer full) (element-type PvChoiceItem)
 */
typedef GPtrArray *(*PvChoiceFunc) (const char *text, gpointer user_data);

/*
 * PvChoice: a title, a button that shows what is chosen, and a list in a popover.
 *
 * Properties: `title`; `optional`: offers “none”; `searchable`; `create-label`
 *   (nullable): offers to create what is typed (a format with one %s); `editable`;
 *   `button-label` (nullable): shown in place of the value, for a choice that adds.
 *
 * Signals: chosen (gint64 key, char *text): @text is what was searched. A handler that
 *   cannot save calls pv_choice_refuse().
 */

void pv_choice_set_func (PvChoice *self, PvChoiceFunc func, gpointer user_data);

/* What is chosen, and its label (nullable). */
void pv_choice_set_value (PvChoice *self, gint64 key, const char *label);
gint64 pv_choice_get_key (PvChoice *self);

void pv_choice_set_editable (PvChoice *self, gboolean editable);

/* During `chosen`: it was not saved, for that reason. */
void pv_choice_refuse (PvChoice *self, const char *reason);

/* Opens the list, as the button does. */
void pv_choice_open (PvChoice *self);

/* What the list shows for that search, chosen by its position. For tests and keys. */
void pv_choice_search (PvChoice *self, const char *text);
gboolean pv_choice_choose (PvChoice *self, guint position);

G_END_DECLS
