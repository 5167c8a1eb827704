/* pv-section-fixture.c: a section of the page of a dossier, alone in its window
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-section-fixture.h"

#define MARGIN 18

static GtkWidget *
host_new (GtkWidget *section)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (section, MARGIN);
  gtk_widget_set_margin_end (section, MARGIN);
  gtk_widget_set_margin_top (section, MARGIN);
  gtk_widget_set_margin_bottom (section, MARGIN);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), section);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);

  return scrolled;
}

void
pv_section_fixture_set_up (PvSectionFixture *self, GType type)
{
  PvDossierSection *section = g_object_new (type, NULL);

  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  self->dossier = pv_display_query (self->context, "SELECT id FROM dossier WHERE numero = '0412'");
  self->section = GTK_WIDGET (section);
  pv_dossier_section_set_dossier (section, self->context, self->dossier);
  pv_dossier_section_load (section);
  g_signal_connect_object (self->context, "changed", G_CALLBACK (pv_dossier_section_load), section,
                           G_CONNECT_SWAPPED);
  self->window = pv_display_show (host_new (self->section));
  gtk_window_set_default_size (self->window, 1080, 740);
  pv_display_settle (self->context);
}

void
pv_section_fixture_tear_down (PvSectionFixture *self, gconstpointer data)
{
  pv_display_end (self->window, self->section, self->context, self->path);
}
