/* pv-versement-copie.c: rows of the list of payments, copied as a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-copie.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "versement/pv-versement-suivi.h"
#include "widget/pv-copie.h"

typedef struct
{
  GArray *lignes;
  char *header;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_array_unref (self->lignes);
  g_free (self->header);
  g_free (self);
}

static void
add_text (GString *table, const char *text, char end)
{
  pv_copie_append_cell (table, text);
  g_string_append_c (table, end);
}

/* As a spreadsheet takes them for figures. */
static void
add_cents (GString *table, PvCents cents, char end)
{
  g_autofree char *text = pv_money_format (cents, PV_MONEY_FORMAT_FRENCH);

  add_text (table, text, end);
}

static void
add_ligne (GString *table, const PvVersementSuivi *suivi, const PvVersementLigne *ligne)
{
  g_autofree char *days =
      suivi->delai != PV_INT_NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, suivi->delai) : NULL;

  add_text (table, ligne->numero, '\t');
  add_text (table, ligne->porteur, '\t');
  add_text (table, ligne->intitule, '\t');
  add_text (table, ligne->financeur_nom, '\t');
  add_text (table, ligne->dispositif, '\t');
  add_cents (table, suivi->notifie_cents, '\t');
  add_text (table, suivi->notifie_le, '\t');
  add_cents (table, suivi->verse_cents, '\t');
  add_cents (table, suivi->reste_cents, '\t');
  add_cents (table, suivi->trop_percu_cents, '\t');
  add_text (table, days, '\t');
  add_text (table, ligne->dernier_le, '\n');
}

static gpointer
make (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *self = data;
  GString *table = g_string_new (self->header);

  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvVersementSuivi *suivi = &g_array_index (self->lignes, PvVersementSuivi, i);
      g_autoptr (PvVersementLigne) ligne =
          pv_versement_ligne_load (db, suivi->financement_id, NULL);

      if (ligne != NULL)
        add_ligne (table, suivi, ligne);
    }

  return g_string_free (table, FALSE);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autofree char *text = pv_reading_finish (source, result, widget);
  guint n = 0;

  if (text == NULL)
    return;
  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  pv_copie_give_text (widget, text, n - 1);
}

static char *
make_header (void)
{
  const char *titles[] = { _ ("No."),
                           _ ("Holder"),
                           _ ("Title"),
                           _ ("Financeur"),
                           _ ("Dispositif"),
                           C_ ("column", "Notified"),
                           _ ("Notified on"),
                           _ ("Paid"),
                           _ ("Left to pay"),
                           _ ("Overpaid"),
                           _ ("Delay"),
                           _ ("Last paid on"),
                           NULL };
  g_autofree char *joined = g_strjoinv ("\t", (char **)titles);

  return g_strconcat (joined, "\n", NULL);
}

void
pv_versement_copie_give (PvContext *context, GArray *lignes, GtkWidget *widget)
{
  Request *request = g_new (Request, 1);

  request->lignes = lignes;
  request->header = make_header ();
  pv_context_query_async (context, make, request, request_free, g_free, NULL, made_cb,
                          g_object_ref (widget));
}
