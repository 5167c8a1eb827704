/* pv-copie.h: rows copied as a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PvCopie:
 * @text: columns apart by tabs
 * @html: the same as a table, for a spreadsheet
 * @rows: how many dossiers
 *
 * What a worker made for the clipboard.
 */
typedef struct
{
  char *text;
  char *html;
  guint rows;
} PvCopie;

/* @text, @html: (transfer full): */
PvCopie *pv_copie_new (char *text, char *html, guint rows);
void pv_copie_free (gpointer copie);

/* Puts it in the clipboard of @widget, and says how many dossiers were copied. */
void pv_copie_give (const PvCopie *copie, GtkWidget *widget);

/* Puts @text in the clipboard of @widget, and the same as @html, for a spreadsheet. */
void pv_copie_set (GtkWidget *widget, const char *text, const char *html);

/* Puts a table of so many @rows, whose columns are apart by tabs, in the clipboard of @widget,
 * and says how many were copied. */
void pv_copie_give_text (GtkWidget *widget, const char *text, guint rows);

/* Adds a cell to such a table: its tabs and ends of lines become spaces, and no spreadsheet takes
 * it for a formula. @text: (nullable) */
void pv_copie_append_cell (GString *table, const char *text);

/**
 * PvCopieColonnes:
 * @n: how many
 * @get_title: of a column, from 0
 * @dup_text: (transfer full): what it shows of an item
 *
 * The columns of a list as texts, to copy it or to write it to a file.
 */
typedef struct
{
  int n;
  const char *(*get_title) (int colonne);
  char *(*dup_text) (gpointer item, int colonne);
} PvCopieColonnes;

/**
 * pv_copie_give_items:
 * @items: rows of the table, under the titles
 *
 * As pv_copie_give_text().
 */
void
pv_copie_give_items (GtkWidget *widget, const PvCopieColonnes *colonnes, const GPtrArray *items);

/*
 * Gives what a pv_context_query_async() made, or says why it could not: a #GAsyncReadyCallback
 * whose @widget is (transfer full).
 */
void pv_copie_made_cb (GObject *context, GAsyncResult *result, gpointer widget);

G_END_DECLS
