/* pv-page.c: a page of the window
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "page/pv-page.h"

#include <glib/gi18n.h>

#include "widget/pv-amount-entry.h"
#include "widget/pv-field.h"

typedef struct
{
  PvContext *context;
  char *count;
  guint refresh_id;  /* of the idle that refreshes */
  gboolean stale;    /* to refresh when shown */
  gboolean searched; /* it was told of a search that has not ended */
} PvPagePrivate;

enum
{
  PROP_CONTEXT = 1,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PvPage, pv_page, ADW_TYPE_BIN)

static gboolean
refresh_cb (gpointer user_data)
{
  PvPage *self = user_data;
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  priv->refresh_id = 0;
  priv->stale = FALSE;
  PV_PAGE_GET_CLASS (self)->refresh (self);

  return G_SOURCE_REMOVE;
}

void
pv_page_queue_refresh (PvPage *self)
{
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  g_return_if_fail (PV_IS_PAGE (self));

  priv->stale = TRUE;
  if (priv->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_id = g_idle_add (refresh_cb, self);
}

static void
pv_page_map (GtkWidget *widget)
{
  PvPage *self = PV_PAGE (widget);
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  GTK_WIDGET_CLASS (pv_page_parent_class)->map (widget);
  if (priv->stale)
    pv_page_queue_refresh (self);
}

/* --- what is being typed -------------------------------------------------------------- */

/* The first control whose value is refused, or could not be saved. */
static GtkWidget *
find_refused (GtkWidget *widget)
{
  if (PV_IS_FIELD (widget))
    return pv_field_is_unsaved (PV_FIELD (widget)) ? widget : NULL;
  if (PV_IS_AMOUNT_ENTRY (widget))
    return pv_amount_entry_get_problem (PV_AMOUNT_ENTRY (widget)) != NULL ? widget : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_refused (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
pv_page_real_find_refused (PvPage *self)
{
  return find_refused (GTK_WIDGET (self));
}

static gboolean
pv_page_real_settle (PvPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *refused;

  /* a control saves when it is left */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
  refused = PV_PAGE_GET_CLASS (self)->find_refused (self);
  if (refused == NULL)
    return TRUE;
  pv_page_tell_refused (refused);

  return FALSE;
}

/* --- the object ------------------------------------------------------------------------ */

static void
pv_page_constructed (GObject *object)
{
  PvPage *self = PV_PAGE (object);
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  G_OBJECT_CLASS (pv_page_parent_class)->constructed (object);
  priv->stale = TRUE;
  if (priv->context != NULL)
    {
      g_signal_connect_object (priv->context, "changed", G_CALLBACK (pv_page_queue_refresh), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (priv->context, "notify::appel", G_CALLBACK (pv_page_queue_refresh),
                               self, G_CONNECT_SWAPPED);
    }
}

static void
pv_page_dispose (GObject *object)
{
  PvPagePrivate *priv = pv_page_get_instance_private (PV_PAGE (object));

  g_clear_handle_id (&priv->refresh_id, g_source_remove);

  G_OBJECT_CLASS (pv_page_parent_class)->dispose (object);
}

static void
pv_page_finalize (GObject *object)
{
  PvPagePrivate *priv = pv_page_get_instance_private (PV_PAGE (object));

  g_clear_object (&priv->context);
  g_free (priv->count);

  G_OBJECT_CLASS (pv_page_parent_class)->finalize (object);
}

static void
pv_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvPagePrivate *priv = pv_page_get_instance_private (PV_PAGE (object));

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_COUNT:
      g_value_set_string (value, priv->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvPage *self = PV_PAGE (object);
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  switch (id)
    {
    case PROP_CONTEXT:
      g_assert (priv->context == NULL);
      priv->context = g_value_dup_object (value);
      break;
    case PROP_COUNT:
      pv_page_set_count (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_page_class_init (PvPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pv_page_constructed;
  object_class->dispose = pv_page_dispose;
  object_class->finalize = pv_page_finalize;
  object_class->get_property = pv_page_get_property;
  object_class->set_property = pv_page_set_property;
  widget_class->map = pv_page_map;
  klass->settle = pv_page_real_settle;
  klass->find_refused = pv_page_real_find_refused;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] =
      g_param_spec_string ("count", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_page_init (PvPage *self)
{
}

PvContext *
pv_page_get_context (PvPage *self)
{
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  g_return_val_if_fail (PV_IS_PAGE (self), NULL);

  return priv->context;
}

const char *
pv_page_get_count (PvPage *self)
{
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  g_return_val_if_fail (PV_IS_PAGE (self), NULL);

  return priv->count;
}

void
pv_page_set_count (PvPage *self, const char *count)
{
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  g_return_if_fail (PV_IS_PAGE (self));

  if (g_strcmp0 (priv->count, count) == 0)
    return;
  g_free (priv->count);
  priv->count = g_strdup (count);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

void
pv_page_show_detail (PvPage *self, const char *detail)
{
  g_return_if_fail (PV_IS_PAGE (self));
  g_return_if_fail (detail != NULL);

  if (PV_PAGE_GET_CLASS (self)->show_detail != NULL)
    PV_PAGE_GET_CLASS (self)->show_detail (self, detail);
}

gboolean
pv_page_can_search (PvPage *self)
{
  PvPageClass *klass;

  g_return_val_if_fail (PV_IS_PAGE (self), FALSE);

  klass = PV_PAGE_GET_CLASS (self);

  return klass->search != NULL && (klass->can_search == NULL || klass->can_search (self));
}

void
pv_page_search (PvPage *self, const char *text)
{
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  g_return_if_fail (PV_IS_PAGE (self));
  g_return_if_fail (pv_page_can_search (self));

  priv->searched = *text != '\0';
  PV_PAGE_GET_CLASS (self)->search (self, text);
}

void
pv_page_end_search (PvPage *self)
{
  PvPagePrivate *priv = pv_page_get_instance_private (self);

  g_return_if_fail (PV_IS_PAGE (self));

  if (!priv->searched)
    return;
  priv->searched = FALSE;
  PV_PAGE_GET_CLASS (self)->search (self, "");
}

gboolean
pv_page_settle (PvPage *self)
{
  g_return_val_if_fail (PV_IS_PAGE (self), TRUE);

  return PV_PAGE_GET_CLASS (self)->settle (self);
}

const char *
pv_page_get_waiting (PvPage *self)
{
  g_return_val_if_fail (PV_IS_PAGE (self), NULL);

  return PV_PAGE_GET_CLASS (self)->get_waiting != NULL
             ? PV_PAGE_GET_CLASS (self)->get_waiting (self)
             : NULL;
}

void
pv_page_tell_refused (GtkWidget *control)
{
  g_return_if_fail (GTK_IS_WIDGET (control));

  gtk_widget_grab_focus (control);
  gtk_widget_activate_action (control, "win.toast", "s",
                              _ ("A value is refused: correct it, or press Escape."));
}
