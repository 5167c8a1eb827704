/* pv-saisie-row.c: a field with its name, its value and why it is refused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-saisie-row.h"

#include <glib/gi18n.h>

#include "parametres/pv-noms-button.h"
#include "pv-date.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"
#include "widget/pv-tooltip.h"

struct _PvSaisieRow
{
  AdwActionRow parent_instance;

  PvSaisie saisie;
  gboolean required;
  gboolean setting; /* what changes is not typed */
  char *value;      /* last set or committed */
  char *hint;
  char *problem;
  GStrv ids;

  GtkStack *stack;
  GtkEntry *entry;
  GtkDropDown *choice;
  PvNomsButton *noms; /* (nullable) */
};

enum
{
  COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvSaisieRow, pv_saisie_row, ADW_TYPE_ACTION_ROW)

static void
show_problem (PvSaisieRow *self, char *problem)
{
  g_free (self->problem);
  self->problem = problem;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), problem != NULL      ? problem
                                                      : self->hint != NULL ? self->hint
                                                                           : "");
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "problem");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
}

/* --- reading and writing a value --------------------------------------------------- */

static char *
parse_number (const char *text, guint decimals, char **value)
{
  g_autofree char *bare = g_strdup (text);
  gint64 number;

  g_strdelimit (bare, "%", ' ');
  if (!pv_number_parse (g_strstrip (bare), PV_NUMBER_STYLE_FRENCH, decimals, &number, NULL, NULL) ||
      number == PV_INT_NULL || number < 0)
    return g_strdup (decimals == 0 ? _ ("A whole number is expected, such as 12.")
                                   : _ ("A percentage is expected, such as 2.5."));

  *value = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return NULL;
}

/* Returns: (transfer full) (nullable): why @text is refused */
static char *
parse (PvSaisieRow *self, const char *typed, char **value)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  *value = NULL;
  if (*text == '\0')
    return NULL;
  if (self->saisie == PV_SAISIE_DATE)
    {
      *value = pv_date_parse (text, NULL, NULL);
      return *value != NULL ? NULL : g_strdup (_ ("A date is expected, such as 31/01/2026."));
    }
  if (self->saisie == PV_SAISIE_ENTIER)
    return parse_number (text, 0, value);
  if (self->saisie == PV_SAISIE_TAUX)
    return parse_number (text, 2, value);
  if (self->saisie == PV_SAISIE_MONTANT)
    {
      PvCents cents;
      char *problem = pv_amount_parse (text, &cents);

      if (problem == NULL && cents != PV_CENTS_NULL)
        *value = g_strdup_printf ("%" G_GINT64_FORMAT, cents);
      return problem;
    }

  *value = g_steal_pointer (&text);
  return NULL;
}

static char *
to_text (PvSaisieRow *self, const char *value)
{
  gint64 number;

  if (value == NULL)
    return g_strdup ("");
  if (self->saisie == PV_SAISIE_DATE)
    {
      char *date = pv_date_format_french (value, PV_DATE_FORMAT_SHORT);

      return date != NULL ? date : g_strdup (value);
    }
  number = g_ascii_strtoll (value, NULL, 10);
  if (self->saisie == PV_SAISIE_MONTANT)
    return pv_amount_to_text (number);
  if (self->saisie == PV_SAISIE_TAUX)
    return g_strdup_printf (number % 100 == 0 ? "%.0f\u202f%%" : "%.2f\u202f%%",
                            (double)number / 100);

  return g_strdup (value);
}

static void
read_entry (PvSaisieRow *self, gboolean complete)
{
  g_autofree char *value = NULL;
  char *problem = parse (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value);

  if (problem == NULL && complete && self->required && value == NULL)
    problem = g_strdup (_ ("This field must be filled."));
  show_problem (self, problem);
}

char *
pv_saisie_row_dup_value (PvSaisieRow *self)
{
  char *value = NULL;

  g_return_val_if_fail (PV_IS_SAISIE_ROW (self), NULL);

  if (self->saisie == PV_SAISIE_CHOIX)
    {
      guint selected = gtk_drop_down_get_selected (self->choice);

      if (self->ids == NULL || selected >= g_strv_length (self->ids) ||
          *self->ids[selected] == '\0')
        return NULL;
      return g_strdup (self->ids[selected]);
    }
  g_free (parse (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value));

  return value;
}

static void
commit_cb (PvSaisieRow *self)
{
  g_autofree char *value = NULL;
  g_autofree char *saved = NULL;

  if (self->setting)
    return;
  if (self->saisie != PV_SAISIE_CHOIX)
    read_entry (self, TRUE);
  if (self->problem != NULL)
    return;
  value = pv_saisie_row_dup_value (self);
  if (g_strcmp0 (value, self->value) == 0)
    return;

  saved = g_steal_pointer (&self->value);
  self->value = g_steal_pointer (&value);
  g_signal_emit (self, signals[COMMITTED], 0);
  /* refused, it can be tried again */
  if (self->problem != NULL)
    {
      g_free (self->value);
      self->value = g_steal_pointer (&saved);
    }
}

static void
changed_cb (PvSaisieRow *self)
{
  if (!self->setting)
    read_entry (self, FALSE);
}

static void
selected_cb (PvSaisieRow *self)
{
  if (self->saisie == PV_SAISIE_CHOIX)
    {
      if (!self->setting)
        show_problem (self, NULL);
      commit_cb (self);
    }
}

static void
show_value (PvSaisieRow *self)
{
  self->setting = TRUE;
  if (self->saisie == PV_SAISIE_CHOIX)
    {
      guint selected = GTK_INVALID_LIST_POSITION;

      for (guint i = 0; self->ids != NULL && self->ids[i] != NULL; i++)
        if (g_str_equal (self->ids[i], self->value != NULL ? self->value : ""))
          selected = i;
      gtk_drop_down_set_selected (self->choice, selected);
    }
  else
    {
      g_autofree char *text = to_text (self, self->value);

      if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
        gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
    }
  self->setting = FALSE;
  show_problem (self, NULL);
}

static gboolean
key_pressed_cb (PvSaisieRow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  show_value (self);

  return GDK_EVENT_STOP;
}

/* A long choice is cut on its button, whole in the list. */
static void
setup_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_list_item_set_child (item, label);
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  pv_tooltip_set (gtk_list_item_get_child (item), text);
}

static void
set_factories (PvSaisieRow *self)
{
  GtkListItemFactory *list = gtk_drop_down_get_factory (self->choice);
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();

  gtk_drop_down_set_list_factory (self->choice, list);
  g_signal_connect (button, "setup", G_CALLBACK (setup_button_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_button_cb), NULL);
  gtk_drop_down_set_factory (self->choice, button);
}

/* Words longer than the room for them. */
static gboolean
query_tooltip_cb (PvSaisieRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (entry, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (gtk_widget_get_first_child (entry)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* --- public ------------------------------------------------------------------------ */

static gboolean
is_being_typed (PvSaisieRow *self)
{
  g_autofree char *shown = to_text (self, self->value);

  if (self->saisie == PV_SAISIE_CHOIX)
    return FALSE;

  return self->problem != NULL ||
         ((gtk_widget_get_state_flags (GTK_WIDGET (self->entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) &&
          !g_str_equal (shown, gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

void
pv_saisie_row_set_value (PvSaisieRow *self, const char *value)
{
  gboolean typed;

  g_return_if_fail (PV_IS_SAISIE_ROW (self));

  typed = is_being_typed (self);
  if (self->value != value)
    {
      g_free (self->value);
      self->value = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
    }
  if (!typed)
    show_value (self);
}

void
pv_saisie_row_set_choices (PvSaisieRow *self, const char *const *ids, const char *const *labels)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  g_return_if_fail (PV_IS_SAISIE_ROW (self));

  self->setting = TRUE;
  g_strfreev (self->ids);
  self->ids = g_strdupv ((GStrv)ids);
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (model));
  gtk_drop_down_set_enable_search (self->choice, g_strv_length (self->ids) > 12);
  self->setting = FALSE;
  show_value (self);
}

void
pv_saisie_row_set_problem (PvSaisieRow *self, const char *problem)
{
  g_return_if_fail (PV_IS_SAISIE_ROW (self));

  show_problem (self, g_strdup (problem));
}

const char *
pv_saisie_row_check (PvSaisieRow *self)
{
  g_return_val_if_fail (PV_IS_SAISIE_ROW (self), NULL);

  if (self->saisie != PV_SAISIE_CHOIX)
    read_entry (self, TRUE);

  return self->problem;
}

GtkWidget *
pv_saisie_row_find_refused (GtkWidget *root)
{
  g_return_val_if_fail (GTK_IS_WIDGET (root), NULL);

  if (PV_IS_SAISIE_ROW (root))
    {
      PvSaisieRow *self = PV_SAISIE_ROW (root);

      return self->problem != NULL && self->saisie != PV_SAISIE_CHOIX ? GTK_WIDGET (self->entry)
                                                                      : NULL;
    }
  if (PV_IS_FIELD (root))
    return pv_field_is_unsaved (PV_FIELD (root)) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pv_saisie_row_find_refused (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
pv_saisie_row_set_hint (PvSaisieRow *self, const char *hint)
{
  g_return_if_fail (PV_IS_SAISIE_ROW (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  if (self->problem == NULL)
    show_problem (self, NULL);
}

void
pv_saisie_row_set_editable (PvSaisieRow *self, gboolean editable)
{
  g_return_if_fail (PV_IS_SAISIE_ROW (self));

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), editable);
}

static void
names_changed_cb (PvSaisieRow *self)
{
  g_autofree char *text = pv_noms_button_dup_text (self->noms);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  commit_cb (self);
}

void
pv_saisie_row_set_names (PvSaisieRow *self, const char *const *names)
{
  g_return_if_fail (PV_IS_SAISIE_ROW (self));

  if (self->noms == NULL)
    {
      self->noms = PV_NOMS_BUTTON (
          pv_noms_button_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self))));
      adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->noms));
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
      g_object_bind_property (self->entry, "text", self->noms, "text", G_BINDING_SYNC_CREATE);
      g_object_bind_property (self->entry, "editable", self->noms, "sensitive",
                              G_BINDING_SYNC_CREATE);
      g_signal_connect_object (self->noms, "changed", G_CALLBACK (names_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  pv_noms_button_set_names (self->noms, names);
}

void
pv_saisie_row_set_activates_default (PvSaisieRow *self)
{
  g_return_if_fail (PV_IS_SAISIE_ROW (self));

  gtk_entry_set_activates_default (self->entry, TRUE);
}

GtkWidget *
pv_saisie_row_get_control (PvSaisieRow *self)
{
  g_return_val_if_fail (PV_IS_SAISIE_ROW (self), NULL);

  return gtk_stack_get_visible_child (self->stack);
}

static void
pv_saisie_row_finalize (GObject *object)
{
  PvSaisieRow *self = PV_SAISIE_ROW (object);

  g_free (self->value);
  g_free (self->hint);
  g_free (self->problem);
  g_strfreev (self->ids);

  G_OBJECT_CLASS (pv_saisie_row_parent_class)->finalize (object);
}

static void
pv_saisie_row_dispose (GObject *object)
{
  PV_SAISIE_ROW (object)->setting = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_SAISIE_ROW);

  G_OBJECT_CLASS (pv_saisie_row_parent_class)->dispose (object);
}

static void
pv_saisie_row_class_init (PvSaisieRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_saisie_row_dispose;
  object_class->finalize = pv_saisie_row_finalize;

  signals[COMMITTED] = g_signal_new ("committed", PV_TYPE_SAISIE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/parametres/pv-saisie-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSaisieRow, stack);
  gtk_widget_class_bind_template_child (widget_class, PvSaisieRow, entry);
  gtk_widget_class_bind_template_child (widget_class, PvSaisieRow, choice);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
pv_saisie_row_init (PvSaisieRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_factories (self);
}

GtkWidget *
pv_saisie_row_new (PvSaisie saisie, const char *title, gboolean required)
{
  PvSaisieRow *self = g_object_new (PV_TYPE_SAISIE_ROW, "title", title, NULL);

  self->saisie = saisie;
  self->required = required;
  gtk_stack_set_visible_child (self->stack, saisie == PV_SAISIE_CHOIX ? GTK_WIDGET (self->choice)
                                                                      : GTK_WIDGET (self->entry));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), saisie == PV_SAISIE_CHOIX);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), saisie != PV_SAISIE_CHOIX);
  if (saisie != PV_SAISIE_TEXTE && saisie != PV_SAISIE_CHOIX)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return GTK_WIDGET (self);
}
