/* pv-field.c: a titled field that is saved when it is left
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-field.h"

#include "pv-number.h"
#include "widget/pv-field-private.h"

enum
{
  PROP_TITLE = 1,
  PROP_KIND,
  PROP_REQUIRED,
  PROP_EDITABLE,
  PROP_MINIMUM,
  PROP_MAXIMUM,
  PROP_MAX_LENGTH,
  PROP_LATEST,
  PROP_HIDE_TITLE,
  PROP_ACTIVATES_DEFAULT,
  N_PROPS
};

enum
{
  COMMITTED,
  TYPED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvField, pv_field, GTK_TYPE_WIDGET)

GType
pv_field_kind_get_type (void)
{
  static GType type;
  static const GEnumValue values[] = {
    { PV_FIELD_KIND_TEXT, "PV_FIELD_KIND_TEXT", "text" },
    { PV_FIELD_KIND_LINES, "PV_FIELD_KIND_LINES", "lines" },
    { PV_FIELD_KIND_DATE, "PV_FIELD_KIND_DATE", "date" },
    { PV_FIELD_KIND_COUNT, "PV_FIELD_KIND_COUNT", "count" },
    { PV_FIELD_KIND_YEAR, "PV_FIELD_KIND_YEAR", "year" },
    { PV_FIELD_KIND_PERCENT, "PV_FIELD_KIND_PERCENT", "percent" },
    { PV_FIELD_KIND_SIRET, "PV_FIELD_KIND_SIRET", "siret" },
    { PV_FIELD_KIND_RNA, "PV_FIELD_KIND_RNA", "rna" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("PvFieldKind", values));

  return type;
}

/* --- the text --------------------------------------------------------------------- */

static char *
dup_typed (PvField *self)
{
  if (GTK_IS_EDITABLE (self->input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
  else
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);

      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
}

static void
set_enable_undo (PvField *self, gboolean enable)
{
  if (GTK_IS_EDITABLE (self->input))
    gtk_editable_set_enable_undo (GTK_EDITABLE (self->input), enable);
  else
    gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)),
                                     enable);
}

/* Undo takes back what is typed from here on; beyond, it is the programme's. */
static void
show_text (PvField *self, const char *text)
{
  g_autofree char *typed = dup_typed (self);

  set_enable_undo (self, FALSE);
  if (!g_str_equal (typed, text))
    {
      self->updating = TRUE;
      if (GTK_IS_EDITABLE (self->input))
        gtk_editable_set_text (GTK_EDITABLE (self->input), text);
      else
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), text, -1);
      self->updating = FALSE;
    }
  set_enable_undo (self, TRUE);
}

gboolean
pv_field_is_dirty (PvField *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *shown = pv_field_value_to_text (self->kind, self->value);

  return !g_str_equal (typed, shown);
}

static void
show_problem (PvField *self, const char *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (self->input, "error");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->input),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem, -1);
    }
  else
    {
      gtk_widget_remove_css_class (self->input, "error");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->input),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
pv_field_restore (PvField *self)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (PV_IS_FIELD (self));

  shown = pv_field_value_to_text (self->kind, self->value);
  show_text (self, shown);
  show_problem (self, NULL);
  g_signal_emit (self, signals[TYPED], 0);
}

void
pv_field_changed_cb (PvField *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;
  g_autofree char *problem = NULL;

  if (self->updating)
    return;
  typed = dup_typed (self);
  if (pv_field_is_dirty (self))
    pv_field_value_parse (self->kind, &self->limits, typed, &value, &problem);
  show_problem (self, problem);
  g_signal_emit (self, signals[TYPED], 0);
}

gboolean
pv_field_commit (PvField *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *value = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (PV_IS_FIELD (self), FALSE);

  if (!pv_field_is_dirty (self))
    {
      show_problem (self, NULL);
      return TRUE;
    }
  typed = dup_typed (self);
  if (!pv_field_value_parse (self->kind, &self->limits, typed, &value, &problem))
    {
      show_problem (self, problem);
      return FALSE;
    }
  if (g_strcmp0 (value, self->value) != 0)
    {
      self->refused = FALSE;
      g_signal_emit (self, signals[COMMITTED], 0, value);
      if (self->refused)
        return FALSE;
      g_free (self->value);
      self->value = g_steal_pointer (&value);
    }
  pv_field_restore (self);

  return TRUE;
}

/* --- the object ---------------------------------------------------------------------- */

static void
pv_field_constructed (GObject *object)
{
  PvField *self = PV_FIELD (object);

  G_OBJECT_CLASS (pv_field_parent_class)->constructed (object);

  pv_field_make_input (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title_label), -1);
  gtk_label_set_mnemonic_widget (self->title_label, self->input);
}

static gboolean
pv_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PV_FIELD (widget)->input);
}

static void
pv_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PvField *self = PV_FIELD (widget);

  GTK_WIDGET_CLASS (pv_field_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
pv_field_dispose (GObject *object)
{
  PvField *self = PV_FIELD (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_FIELD);

  G_OBJECT_CLASS (pv_field_parent_class)->dispose (object);
}

static void
pv_field_finalize (GObject *object)
{
  PvField *self = PV_FIELD (object);

  g_free (self->value);
  g_free (self->problem);
  g_free (self->limits.latest);

  G_OBJECT_CLASS (pv_field_parent_class)->finalize (object);
}

static void
pv_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvField *self = PV_FIELD (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;
    case PROP_KIND:
      g_value_set_enum (value, (int)self->kind);
      break;
    case PROP_REQUIRED:
      g_value_set_boolean (value, self->limits.required);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    case PROP_MINIMUM:
      g_value_set_int64 (value, self->limits.minimum);
      break;
    case PROP_MAXIMUM:
      g_value_set_int64 (value, self->limits.maximum);
      break;
    case PROP_MAX_LENGTH:
      g_value_set_uint (value, self->limits.max_length);
      break;
    case PROP_LATEST:
      g_value_set_string (value, self->limits.latest);
      break;
    case PROP_HIDE_TITLE:
      g_value_set_boolean (value, !gtk_widget_get_visible (GTK_WIDGET (self->title_label)));
      break;
    case PROP_ACTIVATES_DEFAULT:
      g_value_set_boolean (value, pv_field_activates_default (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvField *self = PV_FIELD (object);

  switch (id)
    {
    case PROP_TITLE:
      pv_field_set_title (self, g_value_get_string (value));
      break;
    case PROP_KIND:
      self->kind = (PvFieldKind)g_value_get_enum (value);
      break;
    case PROP_REQUIRED:
      self->limits.required = g_value_get_boolean (value);
      break;
    case PROP_EDITABLE:
      pv_field_set_editable (self, g_value_get_boolean (value));
      break;
    case PROP_MINIMUM:
      self->limits.minimum = g_value_get_int64 (value);
      break;
    case PROP_MAXIMUM:
      self->limits.maximum = g_value_get_int64 (value);
      break;
    case PROP_MAX_LENGTH:
      self->limits.max_length = g_value_get_uint (value);
      break;
    case PROP_LATEST:
      g_free (self->limits.latest);
      self->limits.latest = g_value_dup_string (value);
      break;
    case PROP_HIDE_TITLE:
      gtk_widget_set_visible (GTK_WIDGET (self->title_label), !g_value_get_boolean (value));
      break;
    case PROP_ACTIVATES_DEFAULT:
      if (GTK_IS_ENTRY (self->input))
        gtk_entry_set_activates_default (GTK_ENTRY (self->input), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define READWRITE (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS)

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", READWRITE);
  properties[PROP_KIND] =
      g_param_spec_enum ("kind", NULL, NULL, PV_TYPE_FIELD_KIND, PV_FIELD_KIND_TEXT,
                         READWRITE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_REQUIRED] = g_param_spec_boolean ("required", NULL, NULL, FALSE, READWRITE);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, READWRITE);
  properties[PROP_MINIMUM] =
      g_param_spec_int64 ("minimum", NULL, NULL, 0, G_MAXINT64, 0, READWRITE);
  properties[PROP_MAXIMUM] =
      g_param_spec_int64 ("maximum", NULL, NULL, 0, G_MAXINT64, 100000000, READWRITE);
  properties[PROP_MAX_LENGTH] =
      g_param_spec_uint ("max-length", NULL, NULL, 1, G_MAXUINT, 200000, READWRITE);
  properties[PROP_LATEST] = g_param_spec_string ("latest", NULL, NULL, NULL, READWRITE);
  properties[PROP_HIDE_TITLE] = g_param_spec_boolean ("hide-title", NULL, NULL, FALSE, READWRITE);
  properties[PROP_ACTIVATES_DEFAULT] =
      g_param_spec_boolean ("activates-default", NULL, NULL, FALSE, READWRITE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_field_class_init (PvFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pv_field_constructed;
  object_class->dispose = pv_field_dispose;
  object_class->finalize = pv_field_finalize;
  object_class->get_property = pv_field_get_property;
  object_class->set_property = pv_field_set_property;
  widget_class->grab_focus = pv_field_grab_focus;
  widget_class->size_allocate = pv_field_size_allocate;
  install_properties (object_class);

  signals[COMMITTED] = g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (ADW_TYPE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/widget/pv-field.ui");
  gtk_widget_class_bind_template_child (widget_class, PvField, title_label);
  gtk_widget_class_bind_template_child (widget_class, PvField, slot);
  gtk_widget_class_bind_template_child (widget_class, PvField, problem_label);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pv_field_init (PvField *self)
{
  self->editable = TRUE;
  self->limits.maximum = 100000000;
  self->limits.max_length = 200000;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_field_new (PvFieldKind kind, const char *title)
{
  return g_object_new (PV_TYPE_FIELD, "kind", kind, "title", title, NULL);
}

const char *
pv_field_get_value (PvField *self)
{
  g_return_val_if_fail (PV_IS_FIELD (self), NULL);

  return self->value;
}

void
pv_field_set_value (PvField *self, const char *value)
{
  gboolean dirty;

  g_return_if_fail (PV_IS_FIELD (self));

  if (g_strcmp0 (self->value, value) == 0)
    return;
  dirty = pv_field_is_dirty (self);
  g_free (self->value);
  self->value = g_strdup (value);
  if (!dirty)
    pv_field_restore (self);
}

gint64
pv_field_get_int (PvField *self)
{
  g_return_val_if_fail (PV_IS_FIELD (self), PV_INT_NULL);

  return self->value != NULL ? g_ascii_strtoll (self->value, NULL, 10) : PV_INT_NULL;
}

void
pv_field_set_int (PvField *self, gint64 value)
{
  g_autofree char *text =
      value != PV_INT_NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, value) : NULL;

  pv_field_set_value (self, text);
}

gboolean
pv_field_get_typed_int (PvField *self, gint64 *value)
{
  g_autofree char *typed = NULL;
  g_autofree char *parsed = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (PV_IS_FIELD (self), FALSE);

  typed = dup_typed (self);
  if (!pv_field_value_parse (self->kind, &self->limits, typed, &parsed, &problem))
    return FALSE;
  *value = parsed != NULL ? g_ascii_strtoll (parsed, NULL, 10) : PV_INT_NULL;

  return TRUE;
}

void
pv_field_set_title (PvField *self, const char *title)
{
  g_return_if_fail (PV_IS_FIELD (self));

  gtk_label_set_label (self->title_label, title != NULL ? title : "");
  if (self->input != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    title != NULL ? title : "", -1);
}

void
pv_field_set_editable (PvField *self, gboolean editable)
{
  g_return_if_fail (PV_IS_FIELD (self));

  if (self->editable == editable)
    return;
  self->editable = editable;
  if (GTK_IS_EDITABLE (self->input))
    gtk_editable_set_editable (GTK_EDITABLE (self->input), editable);
  else
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->input), editable);
  if (self->kind == PV_FIELD_KIND_DATE)
    gtk_entry_set_icon_sensitive (GTK_ENTRY (self->input), GTK_ENTRY_ICON_SECONDARY, editable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

const char *
pv_field_get_problem (PvField *self)
{
  g_return_val_if_fail (PV_IS_FIELD (self), NULL);

  return self->problem;
}

gboolean
pv_field_is_unsaved (PvField *self)
{
  g_return_val_if_fail (PV_IS_FIELD (self), FALSE);

  return self->problem != NULL || pv_field_is_dirty (self);
}

void
pv_field_refuse (PvField *self, const char *reason)
{
  g_return_if_fail (PV_IS_FIELD (self));
  g_return_if_fail (reason != NULL);

  self->refused = TRUE;
  show_problem (self, reason);
}
