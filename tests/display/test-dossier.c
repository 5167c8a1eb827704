/* test-dossier.c: the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-page.h"
#include "dossier/pv-dossier-store.h"
#include "pv-display.h"
#include "pv-statement.h"
#include "widget/pv-choice.h"
#include "widget/pv-field.h"

/* The real window on the demonstration, and the page of one of its dossiers. */
typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  PvDossierPage *page;
} Fixture;

static void
open_dossier (Fixture *self, gint64 id)
{
  self->page = pv_dossier_page_new (self->context, id);
  pv_window_push (self->window, PV_PAGE (self->page));
  pv_display_settle (self->context);
}

static gint64
find_dossier (Fixture *self, const char *numero)
{
  gint64 id = PV_INT_NULL;

  pv_dossier_store_find (pv_context_get_reader (self->context),
                         pv_context_get_appel (self->context), numero, &id, NULL);
  g_assert_cmpint (id, >, 0);

  return id;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  open_dossier (self, find_dossier (self, "0412"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer page = self->page;

  g_object_add_weak_pointer (G_OBJECT (page), &page);
  pv_display_close (GTK_WINDOW (self->window));
  g_assert_null (page);
  pv_display_remove (self->path);
}

static void
test_presentation (Fixture *self, gconstpointer data)
{
  pv_display_check_names (GTK_WIDGET (self->page));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-presentation");
}

static void
test_publics (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("publics"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-publics");
}

static void
test_controles (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("controles"));
  pv_display_check_names (GTK_WIDGET (self->page));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-controles");
}

static void
test_porteur (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("porteur"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-porteur");
}

static void
test_historique (Fixture *self, gconstpointer data)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, "dossier.section",
                  g_variant_new_string ("historique"));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-historique");
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add ("/dossier/presentation", Fixture, NULL, set_up, test_presentation, tear_down);
  g_test_add ("/dossier/publics", Fixture, NULL, set_up, test_publics, tear_down);
  g_test_add ("/dossier/controles", Fixture, NULL, set_up, test_controles, tear_down);
  g_test_add ("/dossier/porteur", Fixture, NULL, set_up, test_porteur, tear_down);
  g_test_add ("/dossier/historique", Fixture, NULL, set_up, test_historique, tear_down);

  return g_test_run ();
}
