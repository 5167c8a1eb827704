/* pv-bilan-carte.c: a table of the bilan in a card, that can be copied
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-carte.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "widget/pv-copie.h"
#include "widget/pv-format.h"

/* A longer name is cut; its tooltip says it whole. */
#define NAME_CHARS 26

/* As high as a figure. */
#define PV_TEXT_ROOM "\302\240"

typedef struct
{
  float xalign;
  gboolean expand;
} Column;

struct _PvBilanCarte
{
  AdwBin parent_instance;

  char *choix;
  GArray *columns;
  GPtrArray *texts; /* (element-type GStrv-like GPtrArray): rows of what is copied */
  int row;
  int column;
  gboolean strong;
  gboolean filled;
  int focus_row; /* −1: no cell had the focus */
  int focus_column;

  GtkLabel *title_label;
  GtkBox *choix_box;
  GtkButton *copy_button;
  AdwBin *drawing_bin;
  GtkStack *stack;
  GtkLabel *empty_label;
  GtkGrid *grid;
  GtkBox *legend;
  GtkLabel *note_label;
};

enum
{
  PROP_TITLE = 1,
  PROP_CHOIX,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvBilanCarte, pv_bilan_carte, ADW_TYPE_BIN)

/* --- alternatives ------------------------------------------------------------------------ */

void
pv_bilan_carte_add_choix (PvBilanCarte *self, const char *id, const char *title)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (title);

  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  if (self->choix == NULL)
    self->choix = g_strdup (id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "carte.choix");
  gtk_box_append (self->choix_box, button);
  gtk_widget_show (GTK_WIDGET (self->choix_box));
}

const char *
pv_bilan_carte_get_choix (PvBilanCarte *self)
{
  g_return_val_if_fail (PV_IS_BILAN_CARTE (self), NULL);

  return self->choix;
}

/* --- the table --------------------------------------------------------------------------- */

static void
remember_focus (PvBilanCarte *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->focus_row = -1;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid)))
    return;
  while (gtk_widget_get_parent (focus) != GTK_WIDGET (self->grid))
    focus = gtk_widget_get_parent (focus);
  gtk_grid_query_child (self->grid, focus, &self->focus_column, &self->focus_row, NULL, NULL);
}

static void
restore_focus (PvBilanCarte *self)
{
  GtkWidget *cell = self->focus_row >= 0
                        ? gtk_grid_get_child_at (self->grid, self->focus_column, self->focus_row)
                        : NULL;

  if (cell != NULL)
    gtk_widget_child_focus (cell, GTK_DIR_TAB_FORWARD);
}

void
pv_bilan_carte_begin (PvBilanCarte *self)
{
  GtkWidget *child;

  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  remember_focus (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->columns, 0);
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_add (self->texts, g_ptr_array_new_with_free_func (g_free));
  self->row = 0;
  self->column = 0;
}

static void
note_text (PvBilanCarte *self, const char *text)
{
  g_ptr_array_add (self->texts->pdata[self->texts->len - 1], g_strdup (text));
}

static void
attach (PvBilanCarte *self, GtkWidget *cell)
{
  if (self->strong)
    gtk_widget_add_css_class (cell, "strong");
  gtk_grid_attach (self->grid, cell, self->column++, self->row, 1, 1);
}

void
pv_bilan_carte_add_head (PvBilanCarte *self, const char *text, float xalign, gboolean expand)
{
  GtkWidget *head = pv_card_head_new (text, xalign);
  Column column = { xalign, expand };

  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  gtk_widget_set_hexpand (head, expand);
  g_array_append_val (self->columns, column);
  gtk_grid_attach (self->grid, head, self->column++, 0, 1, 1);
  note_text (self, text);
}

void
pv_bilan_carte_add_row (PvBilanCarte *self, gboolean strong)
{
  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  self->row++;
  self->column = 0;
  self->strong = strong;
  g_ptr_array_add (self->texts, g_ptr_array_new_with_free_func (g_free));
}

static float
get_xalign (PvBilanCarte *self)
{
  return g_array_index (self->columns, Column, self->column).xalign;
}

static void
shorten (GtkLabel *label, const char *text)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, 8);
  gtk_label_set_max_width_chars (label, NAME_CHARS);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

void
pv_bilan_carte_join_row (PvBilanCarte *self)
{
  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  for (int column = 0; column < (int)self->columns->len; column++)
    {
      GtkWidget *cell = gtk_grid_get_child_at (self->grid, column, self->row);

      if (cell != NULL)
        gtk_widget_add_css_class (cell, "last");
    }
}

void
pv_bilan_carte_add_text (PvBilanCarte *self, const char *text)
{
  GtkWidget *cell;

  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  cell = pv_card_cell_new_text (text, get_xalign (self));
  if (self->column == 0)
    shorten (GTK_LABEL (cell), text);
  attach (self, cell);
  note_text (self, text);
}

void
pv_bilan_carte_add_link (PvBilanCarte *self,
                         const char *text,
                         const char *name,
                         const char *critere)
{
  GtkWidget *button, *cell;

  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  if (critere == NULL)
    {
      pv_bilan_carte_add_text (self, text);
      return;
    }
  cell = pv_card_cell_new_link (&button, get_xalign (self));
  pv_format_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  if (self->column == 0)
    shorten (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", critere);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "bilan.dossiers");
  attach (self, cell);
  note_text (self, text);
}

void
pv_bilan_carte_add_bar (PvBilanCarte *self, GtkWidget *widget, const char *text)
{
  GtkWidget *cell;

  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  gtk_widget_set_hexpand (widget, TRUE);
  cell = pv_card_cell_new (widget);
  gtk_widget_set_hexpand (cell, g_array_index (self->columns, Column, self->column).expand);
  attach (self, cell);
  note_text (self, text);
}

void
pv_bilan_carte_end (PvBilanCarte *self, const char *empty)
{
  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  for (int column = 0; self->row > 0 && column < (int)self->columns->len; column++)
    {
      GtkWidget *cell = gtk_grid_get_child_at (self->grid, column, self->row);

      if (cell != NULL)
        gtk_widget_add_css_class (cell, "last");
    }
  gtk_label_set_label (self->empty_label, empty);
  gtk_stack_set_visible_child_name (self->stack, self->row > 0 ? "table" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button), self->row > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->legend),
                          self->row > 0 &&
                              gtk_widget_get_first_child (GTK_WIDGET (self->legend)) != NULL);
  self->filled = self->row > 0;
  restore_focus (self);
}

void
pv_bilan_carte_reserve (PvBilanCarte *self, guint n)
{
  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  pv_bilan_carte_begin (self);
  pv_bilan_carte_add_head (self, PV_TEXT_ROOM, 0, TRUE);
  for (guint i = 0; i < n; i++)
    {
      pv_bilan_carte_add_row (self, FALSE);
      attach (self, pv_card_cell_new_text (PV_TEXT_ROOM, 0));
    }
  pv_bilan_carte_end (self, "");
  gtk_widget_hide (GTK_WIDGET (self->copy_button));
  self->filled = FALSE;
}

gboolean
pv_bilan_carte_is_filled (PvBilanCarte *self)
{
  g_return_val_if_fail (PV_IS_BILAN_CARTE (self), FALSE);

  return self->filled;
}

/* --- copying ----------------------------------------------------------------------------- */

/* Figures as a spreadsheet reads them. */
static char *
dup_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == 0x2212)
        g_string_append_c (plain, '-');
      else if (letter != 0x202F && letter != '\t' && letter != '\n')
        g_string_append_unichar (plain, letter == 0xA0 ? ' ' : letter);
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static char *
join (PvBilanCarte *self, const char *open, const char *cell, const char *close)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const GPtrArray *row = self->texts->pdata[i];

      g_string_append (text, open);
      for (guint j = 0; j < row->len; j++)
        {
          g_autofree char *plain = dup_plain (row->pdata[j]);
          g_autofree char *escaped = *open != '\0' ? g_markup_escape_text (plain, -1) : NULL;

          if (j > 0)
            g_string_append (text, cell);
          g_string_append (text, escaped != NULL ? escaped : plain);
        }
      g_string_append (text, close);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
pv_bilan_carte_to_text (PvBilanCarte *self)
{
  g_return_val_if_fail (PV_IS_BILAN_CARTE (self), NULL);

  return join (self, "", "\t", "\n");
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvBilanCarte *self = PV_BILAN_CARTE (widget);
  g_autofree char *text = pv_bilan_carte_to_text (self);
  g_autofree char *rows = join (self, "<tr><td>", "</td><td>", "</td></tr>");
  g_autofree char *html = g_strconcat ("<table>", rows, "</table>", NULL);
  g_autofree char *message = NULL;

  if (self->row == 0)
    return;
  pv_copie_set (widget, text, html);
  message = g_strdup_printf (_ ("Table copied: %s"), gtk_label_get_text (self->title_label));
  gtk_widget_activate_action (widget, "win.toast", "s", message);
}

/* --- the object -------------------------------------------------------------------------- */

void
pv_bilan_carte_set_drawing (PvBilanCarte *self, GtkWidget *widget)
{
  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  adw_bin_set_child (self->drawing_bin, widget);
  /* what is drawn takes the height, not the space under the table */
  gtk_widget_set_vexpand (GTK_WIDGET (self->drawing_bin), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_show (GTK_WIDGET (self->drawing_bin));
}

GtkBox *
pv_bilan_carte_get_legend (PvBilanCarte *self)
{
  g_return_val_if_fail (PV_IS_BILAN_CARTE (self), NULL);

  return self->legend;
}

void
pv_bilan_carte_set_note (PvBilanCarte *self, const char *note)
{
  g_return_if_fail (PV_IS_BILAN_CARTE (self));

  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

static void
pv_bilan_carte_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvBilanCarte *self = PV_BILAN_CARTE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_CHOIX:
      g_value_set_string (value, self->choix);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_bilan_carte_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvBilanCarte *self = PV_BILAN_CARTE (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      break;
    case PROP_CHOIX:
      if (g_strcmp0 (self->choix, g_value_get_string (value)) == 0)
        break;
      g_free (self->choix);
      self->choix = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_bilan_carte_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_BILAN_CARTE);

  G_OBJECT_CLASS (pv_bilan_carte_parent_class)->dispose (object);
}

static void
pv_bilan_carte_finalize (GObject *object)
{
  PvBilanCarte *self = PV_BILAN_CARTE (object);

  g_free (self->choix);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->texts);

  G_OBJECT_CLASS (pv_bilan_carte_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, title_label);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, choix_box);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, drawing_bin);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, stack);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, grid);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, legend);
  gtk_widget_class_bind_template_child (widget_class, PvBilanCarte, note_label);
}

static void
pv_bilan_carte_class_init (PvBilanCarteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_bilan_carte_get_property;
  object_class->set_property = pv_bilan_carte_set_property;
  object_class->dispose = pv_bilan_carte_dispose;
  object_class->finalize = pv_bilan_carte_finalize;
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHOIX] =
      g_param_spec_string ("choix", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/bilan/pv-bilan-carte.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "carte.copy", NULL, copy_cb);
  gtk_widget_class_install_property_action (widget_class, "carte.choix", "choix");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "carte.copy",
                                       NULL);
}

static void
pv_bilan_carte_init (PvBilanCarte *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  self->focus_row = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}
