/* pv-digit-key.c: the digit of a key, where digits need Shift too
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-digit-key.h"

static guint
to_digit (guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return key - GDK_KEY_0;
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return key - GDK_KEY_KP_0;

  return G_MAXUINT;
}

guint
pv_digit_key (GtkEventControllerKey *controller,
              guint key,
              guint keycode,
              GdkModifierType modifiers)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (base);
  guint layout = event != NULL ? gdk_key_event_get_layout (event) : 0;
  guint digit = to_digit (key);
  guint shifted;

  if (digit != G_MAXUINT || (modifiers & GDK_SHIFT_MASK) != 0 ||
      !gdk_display_translate_key (gtk_widget_get_display (gtk_event_controller_get_widget (base)),
                                  keycode, GDK_SHIFT_MASK, (int)layout, &shifted, NULL, NULL, NULL))
    return digit;

  return to_digit (shifted);
}

const char *const *
pv_digit_key_get_names (guint digit)
{
  static const char *const names[][3] = {
    { "0", "agrave" },     { "1", "ampersand" }, { "2", "eacute" }, { "3", "quotedbl" },
    { "4", "apostrophe" }, { "5", "parenleft" }, { "6", "minus" },  { "7", "egrave" },
    { "8", "underscore" }, { "9", "ccedilla" },
  };

  g_return_val_if_fail (digit < G_N_ELEMENTS (names), NULL);

  return names[digit];
}
