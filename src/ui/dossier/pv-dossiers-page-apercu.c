/* pv-dossiers-page-apercu.c: the preview of the page of the dossiers, and its place
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-page-private.h"

/* Characters across the page below which the preview does not fit beside the list. */
#define NARROW_CHARS 100

void
pv_dossiers_page_update_preview (PvDossiersPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->apercu), self->preview);
  pv_apercu_pane_show (self->apercu, self->preview ? pv_dossiers_page_get_current_id (self) : 0,
                       (PvEtape)gtk_drop_down_get_selected (self->etape));
}

static void
set_preview (PvDossiersPage *self, gboolean preview)
{
  if (self->preview == preview)
    return;
  self->preview = preview;
  pv_dossiers_page_update_preview (self);
  g_object_notify (G_OBJECT (self), "preview");
}

static GSettings *
get_settings (PvDossiersPage *self)
{
  return pv_context_get_file_settings (pv_page_get_context (PV_PAGE (self)));
}

/* The user's choice; in a narrow page, for this time only. */
void
pv_dossiers_page_choose_preview (PvDossiersPage *self, gboolean preview)
{
  set_preview (self, preview);
  if (!self->narrow)
    g_settings_set_boolean (get_settings (self), "dossiers-apercu", preview);
}

/* In a narrow page the preview folds; asked for, it comes below the list. */
static gboolean
narrow_cb (gpointer user_data)
{
  PvDossiersPage *self = user_data;

  self->narrow_id = 0;
  self->last_max = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->paned), self->narrow
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->hint, !self->narrow);
  set_preview (self,
               !self->narrow && g_settings_get_boolean (get_settings (self), "dossiers-apercu"));

  return G_SOURCE_REMOVE;
}

static int
get_char_width (GtkWidget *widget)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (width, 1);
}

/* The preview is as narrow as it can be, whatever the width of the window, until the user
 * moves the divider. */
void
pv_dossiers_page_place_divider_cb (PvDossiersPage *self)
{
  int most = 0;

  g_object_get (self->paned, "max-position", &most, NULL);
  if (most <= 1 || most == G_MAXINT)
    return;
  if (self->last_max == 0 || gtk_paned_get_position (self->paned) >= MIN (self->last_max, most))
    gtk_paned_set_position (self->paned, self->narrow ? most / 2 : most);
  self->last_max = most;
}

GtkSizeRequestMode
pv_dossiers_page_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

void
pv_dossiers_page_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

void
pv_dossiers_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  gboolean narrow = width < NARROW_CHARS * get_char_width (widget);

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      if (self->narrow_id == 0)
        self->narrow_id = g_idle_add (narrow_cb, self); /* not while it is being laid out */
    }
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->context_menu));
}

void
pv_dossiers_page_restore_preview (PvDossiersPage *self)
{
  set_preview (self, g_settings_get_boolean (get_settings (self), "dossiers-apercu"));
}

void
pv_dossiers_page_stop_preview (PvDossiersPage *self)
{
  g_clear_handle_id (&self->narrow_id, g_source_remove);
}
