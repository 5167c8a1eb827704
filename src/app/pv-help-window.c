/* pv-help-window.c: the guide
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-help-window.h"

#include <glib/gi18n.h>

/*
 * The text: a chapter begins with a line “# Title”, a part of it with “## Title”; “- ” is
 * an item, “keys | what they do” a shortcut; other lines are paragraphs, with **strong**
 * words. Lines follow one another: a paragraph is a line.
 */
#define GUIDE "/org/progville/Progville/help/guide-fr.txt"

struct _PvHelpWindow
{
  AdwWindow parent_instance;

  AdwFlap *flap;
  GtkStack *chapters;
};

G_DEFINE_FINAL_TYPE (PvHelpWindow, pv_help_window, ADW_TYPE_WINDOW)

/* **strong** → <b>strong</b>; (transfer full) */
static char *
to_markup (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "**", -1);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (parts[i], -1);

      if (i % 2 == 1)
        g_string_append_printf (markup, "<b>%s</b>", escaped);
      else
        g_string_append (markup, escaped);
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = to_markup (text);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A bullet, or the keys of a shortcut, then the text. */
static GtkWidget *
item_new (GtkWidget *mark, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label_new (text, NULL));

  return box;
}

static GtkWidget *
keys_new (const char *keys)
{
  GtkWidget *label = label_new (keys, "pv-help-keys");

  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_hexpand (label, FALSE);

  return label;
}

static GtkWidget *
line_new (const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, " | ", 2);

  if (g_str_has_prefix (line, "## "))
    return label_new (line + 3, "pv-help-part");
  if (g_str_has_prefix (line, "- "))
    return item_new (gtk_label_new ("•"), line + 2);
  if (halves[0] != NULL && halves[1] != NULL)
    return item_new (keys_new (halves[0]), halves[1]);

  return label_new (line, NULL);
}

static GtkBox *
add_chapter (PvHelpWindow *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "pv-help-chapter");
  gtk_box_append (GTK_BOX (box), label_new (title, "title-1"));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_stack_add_titled (self->chapters, scrolled, NULL, title);

  return GTK_BOX (box);
}

static void
fill (PvHelpWindow *self)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (GUIDE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GtkBox *chapter = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "# "))
      chapter = add_chapter (self, lines[i] + 2);
    else if (*lines[i] != '\0' && chapter != NULL)
      gtk_box_append (chapter, line_new (lines[i]));
}

/* A chapter chosen in a narrow window is what one wants to see. */
static void
chapter_cb (PvHelpWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
pv_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (pv_help_window_parent_class)->dispose (object);
}

static void
pv_help_window_class_init (PvHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_help_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/app/pv-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PvHelpWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, PvHelpWindow, chapters);
  gtk_widget_class_bind_template_callback (widget_class, chapter_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_help_window_init (PvHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

GtkWindow *
pv_help_window_new (GtkApplication *application)
{
  return g_object_new (PV_TYPE_HELP_WINDOW, "application", application, NULL);
}
