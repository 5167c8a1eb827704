/* pv-field-input.c: what a field is typed in: its keys, its focus, its calendar
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "widget/pv-field-private.h"
#include "widget/pv-undo-key.h"

/* --- the calendar ------------------------------------------------------------------ */

static void
day_selected_cb (PvField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *text = pv_field_value_to_text (self->kind, iso);

  gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  pv_field_commit (self);
}

static void
ensure_calendar (PvField *self)
{
  if (self->popover != NULL)
    return;
  self->popover = gtk_popover_new ();
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->calendar));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
open_calendar (PvField *self)
{
  g_autofree char *noon = g_strconcat (self->value != NULL ? self->value : "", "T12:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (noon, NULL);
  graphene_rect_t bounds;

  ensure_calendar (self);
  if (day != NULL)
    {
      g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
      gtk_calendar_select_day (self->calendar, day);
      g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
    }
  if (gtk_widget_compute_bounds (self->input, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                                                  (int)bounds.size.width,
                                                  (int)bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
icon_press_cb (PvField *self)
{
  if (self->editable)
    open_calendar (self);
}

/* --- keys and focus ------------------------------------------------------------------ */

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PvField *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (!pv_field_is_dirty (self) && pv_undo_key (GTK_WIDGET (self), keyval, state))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Escape && pv_field_is_dirty (self))
    {
      pv_field_restore (self);
      return GDK_EVENT_STOP;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) &&
      (self->kind != PV_FIELD_KIND_LINES || control))
    {
      gboolean ends =
          self->kind != PV_FIELD_KIND_LINES && (control || pv_field_activates_default (self));

      /* what ends the dialog is for it, once the line is good */
      return pv_field_commit (self) && ends ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
    }
  if (self->kind == PV_FIELD_KIND_DATE && self->editable && keyval == GDK_KEY_F4)
    {
      open_calendar (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* What was typed before the file stopped being written is offered too: its refusal is said,
 * and the words stay in the field. */
static void
leave_cb (PvField *self)
{
  pv_field_commit (self);
}

static void
watch_input (PvField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->input, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->input, focus);
}

static GtkWidget *
lines_new (PvField *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer;

  self->input = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  g_object_set (self->input, "left-margin", 9, "right-margin", 9, "top-margin", 6, "bottom-margin",
                6, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (pv_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_set (scroller, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "min-content-height", 60, "max-content-height", 150, "child", self->input, NULL);
  gtk_widget_add_css_class (scroller, "pv-lines");

  return scroller;
}

static GtkWidget *
entry_new (PvField *self)
{
  self->input = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->input),
                                self->kind == PV_FIELD_KIND_DATE ? 10 : 8);
  g_signal_connect_object (self->input, "changed", G_CALLBACK (pv_field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->kind == PV_FIELD_KIND_COUNT || self->kind == PV_FIELD_KIND_PERCENT)
    {
      gtk_editable_set_alignment (GTK_EDITABLE (self->input), 1);
      gtk_widget_add_css_class (self->input, "numeric");
    }
  if (self->kind == PV_FIELD_KIND_DATE)
    {
      gtk_widget_add_css_class (self->input, "numeric");
      gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->input), GTK_ENTRY_ICON_SECONDARY,
                                         "x-office-calendar-symbolic");
      gtk_entry_set_icon_tooltip_text (GTK_ENTRY (self->input), GTK_ENTRY_ICON_SECONDARY,
                                       _ ("Choose in a Calendar (F4)"));
      g_signal_connect_object (self->input, "icon-press", G_CALLBACK (icon_press_cb), self,
                               G_CONNECT_SWAPPED);
    }

  return self->input;
}

/* --- for the field --------------------------------------------------------------------- */

void
pv_field_make_input (PvField *self)
{
  adw_bin_set_child (self->slot,
                     self->kind == PV_FIELD_KIND_LINES ? lines_new (self) : entry_new (self));
  watch_input (self);
}

gboolean
pv_field_activates_default (PvField *self)
{
  return GTK_IS_ENTRY (self->input) && gtk_entry_get_activates_default (GTK_ENTRY (self->input));
}
