/* pv-amount-entry.c: an amount that is typed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-amount-entry.h"

#include "widget/pv-format.h"
#include "widget/pv-undo-key.h"

struct _PvAmountEntry
{
  GtkEntry parent_instance;

  PvCents cents;
  char *problem;
  gboolean typed;   /* the text is a person's, and not committed */
  gboolean showing; /* the text changes by us */
};

enum
{
  PROP_CENTS = 1,
  PROP_PROBLEM,
  N_PROPS
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvAmountEntry, pv_amount_entry, GTK_TYPE_ENTRY)

static gboolean
is_focused (PvAmountEntry *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
set_problem (PvAmountEntry *self, char *problem)
{
  g_autofree char *taken = problem;
  GtkAccessible *text = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self)));

  if (g_strcmp0 (self->problem, taken) == 0)
    return;

  g_free (self->problem);
  self->problem = g_steal_pointer (&taken);
  if (self->problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (
      text, GTK_ACCESSIBLE_STATE_INVALID,
      self->problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* While typing, no sign of the euro stands in the way. */
static void
show (PvAmountEntry *self)
{
  g_autofree char *text =
      is_focused (self) ? pv_amount_to_figures (self->cents) : pv_amount_to_text (self->cents);
  g_autoptr (PangoAttrList) attributes = pv_format_attributes (text);

  self->showing = TRUE;
  /* undo takes back what is typed from here on; beyond, it is the programme's */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), TRUE);
  gtk_entry_set_attributes (GTK_ENTRY (self), attributes);
  self->showing = FALSE;
  self->typed = FALSE;
  if (self->cents == PV_CENTS_NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unknown");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unknown");
  set_problem (self, NULL);
}

static void
changed_cb (PvAmountEntry *self)
{
  PvCents cents;

  if (self->showing)
    return;

  self->typed = TRUE;
  gtk_entry_set_attributes (GTK_ENTRY (self), NULL);
  set_problem (self, pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self)), &cents));
}

static void
activate_cb (PvAmountEntry *self)
{
  if (pv_amount_entry_commit (self))
    gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

static void
state_flags_changed_cb (PvAmountEntry *self, GtkStateFlags before)
{
  gboolean focused = is_focused (self);

  if (focused == ((before & GTK_STATE_FLAG_FOCUS_WITHIN) != 0) ||
      gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  if (!focused)
    pv_amount_entry_commit (self);
  if (!self->typed)
    show (self);
  if (focused)
    gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
}

static gboolean
is_all_selected (PvAmountEntry *self)
{
  int start, end;

  return gtk_editable_get_selection_bounds (GTK_EDITABLE (self), &start, &end) && start == 0 &&
         end == (int)gtk_entry_get_text_length (GTK_ENTRY (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                gpointer user_data)
{
  PvAmountEntry *self = user_data;

  if (!self->typed && pv_undo_key (GTK_WIDGET (self), key, modifiers))
    return GDK_EVENT_STOP;
  if (key == GDK_KEY_Escape && self->typed)
    {
      pv_amount_entry_revert (self);
      gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete) && is_all_selected (self) &&
      gtk_editable_get_editable (GTK_EDITABLE (self)))
    {
      gtk_editable_set_text (GTK_EDITABLE (self), "");
      pv_amount_entry_commit (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
pv_amount_entry_constructed (GObject *object)
{
  G_OBJECT_CLASS (pv_amount_entry_parent_class)->constructed (object);

  if (!PV_AMOUNT_ENTRY (object)->typed)
    show (PV_AMOUNT_ENTRY (object));
}

static void
pv_amount_entry_finalize (GObject *object)
{
  g_free (PV_AMOUNT_ENTRY (object)->problem);

  G_OBJECT_CLASS (pv_amount_entry_parent_class)->finalize (object);
}

static void
pv_amount_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvAmountEntry *self = PV_AMOUNT_ENTRY (object);

  switch (id)
    {
    case PROP_CENTS:
      g_value_set_int64 (value, self->cents);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_amount_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CENTS:
      pv_amount_entry_set_cents (PV_AMOUNT_ENTRY (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_amount_entry_class_init (PvAmountEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = pv_amount_entry_constructed;
  object_class->finalize = pv_amount_entry_finalize;
  object_class->get_property = pv_amount_entry_get_property;
  object_class->set_property = pv_amount_entry_set_property;

  properties[PROP_CENTS] =
      g_param_spec_int64 ("cents", NULL, NULL, G_MININT64, G_MAXINT64, PV_CENTS_NULL,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROBLEM] =
      g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", PV_TYPE_AMOUNT_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
pv_amount_entry_init (PvAmountEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cents = PV_CENTS_NULL;
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_entry_set_alignment (GTK_ENTRY (self), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 10);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_NUMBER);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "activate", G_CALLBACK (activate_cb), NULL);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (state_flags_changed_cb), NULL);
}

GtkWidget *
pv_amount_entry_new (void)
{
  return g_object_new (PV_TYPE_AMOUNT_ENTRY, NULL);
}

PvCents
pv_amount_entry_get_cents (PvAmountEntry *self)
{
  g_return_val_if_fail (PV_IS_AMOUNT_ENTRY (self), PV_CENTS_NULL);

  return self->cents;
}

void
pv_amount_entry_set_cents (PvAmountEntry *self, PvCents cents)
{
  gboolean all;

  g_return_if_fail (PV_IS_AMOUNT_ENTRY (self));

  if (self->cents == cents)
    return;

  self->cents = cents;
  if (!self->typed)
    {
      all = is_focused (self);
      show (self);
      if (all)
        gtk_editable_select_region (GTK_EDITABLE (self), 0, -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CENTS]);
}

const char *
pv_amount_entry_get_problem (PvAmountEntry *self)
{
  g_return_val_if_fail (PV_IS_AMOUNT_ENTRY (self), NULL);

  return self->problem;
}

gboolean
pv_amount_entry_commit (PvAmountEntry *self)
{
  PvCents cents = PV_CENTS_NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (PV_IS_AMOUNT_ENTRY (self), FALSE);

  if (!self->typed)
    return TRUE;

  problem = pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self)), &cents);
  if (problem != NULL)
    {
      set_problem (self, g_steal_pointer (&problem));
      return FALSE;
    }

  self->typed = FALSE;
  if (cents != self->cents)
    {
      self->cents = cents;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CENTS]);
      show (self);
      g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, cents);
    }
  else
    show (self);

  return TRUE;
}

void
pv_amount_entry_refuse (PvAmountEntry *self, PvCents cents, const char *reason)
{
  g_return_if_fail (PV_IS_AMOUNT_ENTRY (self));
  g_return_if_fail (reason != NULL);

  self->cents = cents;
  self->typed = TRUE;
  set_problem (self, g_strdup (reason));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CENTS]);
}

void
pv_amount_entry_revert (PvAmountEntry *self)
{
  g_return_if_fail (PV_IS_AMOUNT_ENTRY (self));

  show (self);
}
