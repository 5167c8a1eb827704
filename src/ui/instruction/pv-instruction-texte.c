/* pv-instruction-texte.c: the text of a dossier, searched
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-texte.h"

#include <glib/gi18n.h>
#include <string.h>

/* A heading is no longer. */
#define HEADING_MAX 48

struct _PvInstructionTexte
{
  AdwBin parent_instance;

  GtkWidget *empty_label;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (PvInstructionTexte, pv_instruction_texte, ADW_TYPE_BIN)

/* --- the texts ----------------------------------------------------------------------------- */

static void
append (PvInstructionTexte *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  if (g_str_equal (css_class, "heading"))
    gtk_widget_set_margin_top (label, 10);
  gtk_box_append (self->box, label);
}

static gboolean
is_heading (const char *paragraph, const char *next)
{
  gsize length = strlen (paragraph);

  return next != NULL && length > 0 && g_utf8_strlen (paragraph, -1) <= HEADING_MAX &&
         strchr (".;!?,…", paragraph[length - 1]) == NULL && strchr ("-–•*", *paragraph) == NULL;
}

void
pv_instruction_texte_begin (PvInstructionTexte *self)
{
  GtkWidget *child;

  g_return_if_fail (PV_IS_INSTRUCTION_TEXTE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  gtk_widget_set_visible (self->empty_label, TRUE);
}

void
pv_instruction_texte_add (PvInstructionTexte *self, const char *heading, const char *text)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  g_return_if_fail (PV_IS_INSTRUCTION_TEXTE (self));

  if (text == NULL || *text == '\0')
    return;
  gtk_widget_set_visible (self->empty_label, FALSE);
  append (self, heading, "heading");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (paragraphs, lines[i]);
  g_ptr_array_add (paragraphs, NULL);
  for (guint i = 0; paragraphs->pdata[i] != NULL; i++)
    append (self, paragraphs->pdata[i],
            is_heading (paragraphs->pdata[i], paragraphs->pdata[i + 1]) ? "heading" : "body");
}

/* --- the search ---------------------------------------------------------------------------- */

/* The letter without its accent nor its case. */
static gunichar
fold (gunichar letter)
{
  gunichar base[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (letter == 0x2019)
    return '\'';
  if (g_unichar_fully_decompose (letter, FALSE, base, G_N_ELEMENTS (base)) > 0)
    letter = base[0];

  return g_unichar_tolower (letter);
}

/* How many bytes of @text begin as @searched, 0 when they do not. */
static gsize
match (const char *text, const char *searched)
{
  const char *at = text;

  for (; *searched != '\0'; searched = g_utf8_next_char (searched))
    {
      if (*at == '\0' || fold (g_utf8_get_char (at)) != fold (g_utf8_get_char (searched)))
        return 0;
      at = g_utf8_next_char (at);
    }

  return (gsize)(at - text);
}

static void
mark (PangoAttrList *attributes, guint start, guint end)
{
  PangoAttribute *ground = pango_attr_background_new (0xf9f9, 0xe2e2, 0x7070);
  PangoAttribute *ink = pango_attr_foreground_new (0x2000, 0x2000, 0x2000);

  ground->start_index = ink->start_index = start;
  ground->end_index = ink->end_index = end;
  pango_attr_list_insert (attributes, ground);
  pango_attr_list_insert (attributes, ink);
}

static guint
search_label (GtkLabel *label, const char *searched)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  guint n = 0;

  for (const char *at = text; *searched != '\0' && *at != '\0';)
    {
      gsize length = match (at, searched);

      if (length == 0)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      mark (attributes, (guint)(at - text), (guint)((gsize)(at - text) + length));
      at += length;
      n++;
    }
  gtk_label_set_attributes (label, n > 0 ? attributes : NULL);

  return n;
}

/* Scrolls to where it is found first. */
static void
reveal (PvInstructionTexte *self, GtkWidget *label)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->box), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double y;

  if (scrolled == NULL ||
      !gtk_widget_translate_coordinates (label, GTK_WIDGET (self->box), 0, 0, NULL, &y))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (label));
}

guint
pv_instruction_texte_search (PvInstructionTexte *self, const char *text)
{
  g_autofree char *searched = g_strstrip (g_strdup (text));
  guint n = 0;

  g_return_val_if_fail (PV_IS_INSTRUCTION_TEXTE (self), 0);

  for (GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->box)); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      guint found = search_label (GTK_LABEL (label), searched);

      if (found > 0 && n == 0)
        reveal (self, label);
      n += found;
    }

  return n;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_instruction_texte_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_INSTRUCTION_TEXTE);

  G_OBJECT_CLASS (pv_instruction_texte_parent_class)->dispose (object);
}

static void
pv_instruction_texte_class_init (PvInstructionTexteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_instruction_texte_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-instruction-texte.ui");
  gtk_widget_class_bind_template_child (widget_class, PvInstructionTexte, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PvInstructionTexte, box);
}

static void
pv_instruction_texte_init (PvInstructionTexte *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
