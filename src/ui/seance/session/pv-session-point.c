/* pv-session-point.c: a dossier of a séance, as a line of a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-point.h"

#include <inttypes.h>

struct _PvSessionPoint
{
  GObject parent_instance;

  gint64 id;
  char *texts[4]; /* place, numero, porteur, intitule */
  char *icon;
  char *css_class;
  char *words;
  PvCents montant;
};

enum
{
  PROP_PLACE = 1,
  PROP_NUMERO,
  PROP_PORTEUR,
  PROP_INTITULE,
  PROP_ICON_NAME,
  PROP_CSS_CLASSES,
  PROP_TOOLTIP,
  PROP_MONTANT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvSessionPoint, pv_session_point, G_TYPE_OBJECT)

/* "Rives Solidaires: En route vers l’emploi — programmé" */
static char *
make_tooltip (PvSessionPoint *self)
{
  GString *text = g_string_new (self->texts[PROP_PORTEUR - 1]);

  if (self->texts[PROP_INTITULE - 1] != NULL)
    g_string_append_printf (text, "\n%s", self->texts[PROP_INTITULE - 1]);
  if (self->words != NULL)
    g_string_append_printf (text, "\n%s", self->words);

  return g_string_free (text, FALSE);
}

static void
pv_session_point_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvSessionPoint *self = PV_SESSION_POINT (object);
  const char *css_classes[] = { self->css_class, NULL };

  switch (id)
    {
    case PROP_PLACE:
    case PROP_NUMERO:
    case PROP_PORTEUR:
    case PROP_INTITULE:
      g_value_set_string (value, self->texts[id - 1]);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon);
      break;
    case PROP_CSS_CLASSES:
      g_value_set_boxed (value, css_classes);
      break;
    case PROP_TOOLTIP:
      g_value_take_string (value, make_tooltip (self));
      break;
    case PROP_MONTANT:
      g_value_set_int64 (value, self->montant);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_session_point_finalize (GObject *object)
{
  PvSessionPoint *self = PV_SESSION_POINT (object);

  for (gsize i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_free (self->icon);
  g_free (self->css_class);
  g_free (self->words);

  G_OBJECT_CLASS (pv_session_point_parent_class)->finalize (object);
}

static void
pv_session_point_class_init (PvSessionPointClass *klass)
{
  static const char *const names[] = { "place", "numero", "porteur", "intitule", "icon-name" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = pv_session_point_get_property;
  object_class->finalize = pv_session_point_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    properties[i + 1] = g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  properties[PROP_CSS_CLASSES] = g_param_spec_boxed ("css-classes", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_TOOLTIP] = g_param_spec_string ("tooltip", NULL, NULL, NULL, flags);
  properties[PROP_MONTANT] =
      g_param_spec_int64 ("montant", NULL, NULL, G_MININT64, G_MAXINT64, PV_CENTS_NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_session_point_init (PvSessionPoint *self)
{
  self->montant = PV_CENTS_NULL;
}

static gboolean
set_text (PvSessionPoint *self, char **kept, const char *text, guint id)
{
  if (g_strcmp0 (*kept, text) == 0)
    return FALSE;
  g_free (*kept);
  *kept = g_strdup (text);
  if (id != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[id]);

  return TRUE;
}

PvSessionPoint *
pv_session_point_new (gint64 id)
{
  PvSessionPoint *self = g_object_new (PV_TYPE_SESSION_POINT, NULL);

  self->id = id;

  return self;
}

gint64
pv_session_point_get_id (PvSessionPoint *self)
{
  g_return_val_if_fail (PV_IS_SESSION_POINT (self), PV_INT_NULL);

  return self->id;
}

void
pv_session_point_set_dossier (PvSessionPoint *self,
                              gint64 place,
                              const char *numero,
                              const char *porteur,
                              const char *intitule)
{
  g_autofree char *text = g_strdup_printf ("%" PRIi64, place);
  const char *texts[] = { text, numero, porteur, intitule };
  gboolean changed = FALSE;

  g_return_if_fail (PV_IS_SESSION_POINT (self));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    changed |= set_text (self, &self->texts[i], texts[i], PROP_PLACE + i);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOLTIP]);
}

void
pv_session_point_set_decision (PvSessionPoint *self,
                               const char *icon,
                               const char *css_class,
                               const char *words,
                               PvCents montant)
{
  g_return_if_fail (PV_IS_SESSION_POINT (self));

  if (set_text (self, &self->icon, icon, PROP_ICON_NAME) |
      set_text (self, &self->css_class, css_class, PROP_CSS_CLASSES))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CSS_CLASSES]);
  set_text (self, &self->words, words, PROP_TOOLTIP);
  if (self->montant != montant)
    {
      self->montant = montant;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MONTANT]);
    }
}
