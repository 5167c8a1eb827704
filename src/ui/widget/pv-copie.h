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

/*
 * Gives what a pv_context_query_async() made, or says why it could not: a #GAsyncReadyCallback
 * whose @widget is (transfer full).
 */
void pv_copie_made_cb (GObject *context, GAsyncResult *result, gpointer widget);

G_END_DECLS
