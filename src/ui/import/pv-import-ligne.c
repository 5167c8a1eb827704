/* pv-import-ligne.c: a line of a table of the import
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-ligne.h"

#include <string.h>

#include "pv-text.h"
#include "widget/pv-severity-icon.h"

struct _PvImportLigne
{
  GObject parent_instance;

  char *texts[PV_N_LIGNE_TEXTES];
  GStrv classes;
  GStrv icon_classes;
  char *table; /* NULL: nothing to settle */
  char *column;
  gint64 id;
  PvImportChoice choice;
  guint position;
  guint field;
};

static const char *const names[PV_N_LIGNE_TEXTES] = {
  "numero",  "porteur", "champ",   "avant",  "apres",  "fleche", "lieu",    "remarque", "decision",
  "feuille", "rang",    "lettres", "entete", "valeur", "raison", "gravite", "icone",
};

enum
{
  PROP_CLASSES = PV_N_LIGNE_TEXTES + 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvImportLigne, pv_import_ligne, G_TYPE_OBJECT)

static void
pv_import_ligne_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PvImportLigne *self = PV_IMPORT_LIGNE (object);

  if (prop_id == PROP_CLASSES)
    g_value_set_boxed (value, self->classes);
  else if (prop_id >= 1 && prop_id <= PV_N_LIGNE_TEXTES)
    g_value_set_string (value, pv_import_ligne_get (self, prop_id - 1));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
pv_import_ligne_finalize (GObject *object)
{
  PvImportLigne *self = PV_IMPORT_LIGNE (object);

  for (guint i = 0; i < PV_N_LIGNE_TEXTES; i++)
    g_free (self->texts[i]);
  g_strfreev (self->classes);
  g_strfreev (self->icon_classes);
  g_free (self->table);
  g_free (self->column);

  G_OBJECT_CLASS (pv_import_ligne_parent_class)->finalize (object);
}

static void
pv_import_ligne_class_init (PvImportLigneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pv_import_ligne_get_property;
  object_class->finalize = pv_import_ligne_finalize;

  for (guint i = 0; i < PV_N_LIGNE_TEXTES; i++)
    properties[i + 1] =
        g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CLASSES] = g_param_spec_boxed ("classes", NULL, NULL, G_TYPE_STRV,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_import_ligne_init (PvImportLigne *self)
{
  self->classes = g_strsplit ("pv-cellule", " ", -1);
  self->id = PV_INT_NULL;
}

PvImportLigne *
pv_import_ligne_new (void)
{
  return g_object_new (PV_TYPE_IMPORT_LIGNE, NULL);
}

void
pv_import_ligne_take (PvImportLigne *self, PvLigneTexte which, char *text)
{
  g_return_if_fail (PV_IS_IMPORT_LIGNE (self));
  g_return_if_fail (which < PV_N_LIGNE_TEXTES);

  if (g_strcmp0 (self->texts[which], text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (self->texts[which]);
  self->texts[which] = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[which + 1]);
}

void
pv_import_ligne_set (PvImportLigne *self, PvLigneTexte which, const char *text)
{
  pv_import_ligne_take (self, which, g_strdup (text));
}

const char *
pv_import_ligne_get (PvImportLigne *self, PvLigneTexte which)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), NULL);
  g_return_val_if_fail (which < PV_N_LIGNE_TEXTES, NULL);

  return self->texts[which] != NULL ? self->texts[which] : "";
}

void
pv_import_ligne_add_class (PvImportLigne *self, const char *name)
{
  pv_import_ligne_set_class (self, name, TRUE);
}

void
pv_import_ligne_set_class (PvImportLigne *self, const char *name, gboolean set)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_if_fail (PV_IS_IMPORT_LIGNE (self));

  if (g_strv_contains ((const char *const *)self->classes, name) != set)
    {
      builder = g_strv_builder_new ();
      for (guint i = 0; self->classes[i] != NULL; i++)
        if (!g_str_equal (self->classes[i], name))
          g_strv_builder_add (builder, self->classes[i]);
      if (set)
        g_strv_builder_add (builder, name);
      g_strfreev (self->classes);
      self->classes = g_strv_builder_end (builder);
    }
}

const char *const *
pv_import_ligne_get_classes (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), NULL);

  return (const char *const *)self->classes;
}

const char *const *
pv_import_ligne_get_icon_classes (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), NULL);

  return (const char *const *)self->icon_classes;
}

guint
pv_import_ligne_get_position (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), 0);

  return self->position;
}

void
pv_import_ligne_set_position (PvImportLigne *self, guint position)
{
  g_return_if_fail (PV_IS_IMPORT_LIGNE (self));

  self->position = position;
}

guint
pv_import_ligne_get_field (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), 0);

  return self->field;
}

void
pv_import_ligne_set_field (PvImportLigne *self, guint field)
{
  g_return_if_fail (PV_IS_IMPORT_LIGNE (self));

  self->field = field;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASSES]);
}

void
pv_import_ligne_set_first (PvImportLigne *self)
{
  pv_import_ligne_add_class (self, "premiere");
}

gboolean
pv_import_ligne_is_first (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), FALSE);

  return g_strv_contains ((const char *const *)self->classes, "premiere");
}

PvImportLigne *
pv_import_ligne_new_message (const PvImportMessage *message)
{
  PvImportLigne *self = pv_import_ligne_new ();
  PvSeverite severite = (PvSeverite)message->severity;

  G_STATIC_ASSERT ((int)PV_IMPORT_INFO == (int)PV_SEVERITE_INFO);
  G_STATIC_ASSERT ((int)PV_IMPORT_ERROR == (int)PV_SEVERITE_ERROR);

  pv_import_ligne_set (self, PV_LIGNE_GRAVITE, pv_severite_to_words (severite));
  pv_import_ligne_set (self, PV_LIGNE_ICONE, pv_severite_to_icon_name (severite));
  pv_import_ligne_set (self, PV_LIGNE_FEUILLE, message->sheet);
  if (message->row > 0)
    pv_import_ligne_take (self, PV_LIGNE_RANG, g_strdup_printf ("%u", message->row));
  pv_import_ligne_set (self, PV_LIGNE_LETTRES, message->letters);
  pv_import_ligne_set (self, PV_LIGNE_ENTETE, message->column);
  pv_import_ligne_set (self, PV_LIGNE_VALEUR, message->value);
  pv_import_ligne_set (self, PV_LIGNE_RAISON, message->text);
  self->icon_classes = g_new0 (char *, 2);
  self->icon_classes[0] = g_strdup (pv_severite_to_css_class (severite));

  return self;
}

void
pv_import_ligne_set_conflict (PvImportLigne *self, const PvImportChange *change)
{
  g_return_if_fail (PV_IS_IMPORT_LIGNE (self));
  g_return_if_fail (self->table == NULL);

  self->table = g_strdup (change->table);
  self->column = g_strdup (change->column);
  self->id = change->id;
  pv_import_ligne_add_class (self, "a-trancher");
}

gboolean
pv_import_ligne_is_conflict (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), FALSE);

  return self->table != NULL;
}

const char *
pv_import_ligne_get_table (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), NULL);

  return self->table;
}

const char *
pv_import_ligne_get_column (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), NULL);

  return self->column;
}

gint64
pv_import_ligne_get_id (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), PV_INT_NULL);

  return self->id;
}

PvImportChoice
pv_import_ligne_get_choice (PvImportLigne *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), PV_IMPORT_CHOICE_KEEP);

  return self->choice;
}

void
pv_import_ligne_set_choice (PvImportLigne *self, PvImportChoice choice)
{
  g_return_if_fail (PV_IS_IMPORT_LIGNE (self));

  self->choice = choice;
}

gboolean
pv_import_ligne_matches (PvImportLigne *self, const char *folded)
{
  g_return_val_if_fail (PV_IS_IMPORT_LIGNE (self), FALSE);

  for (guint i = 0; i < PV_N_LIGNE_TEXTES; i++)
    {
      g_autofree char *text = self->texts[i] != NULL ? pv_text_fold (self->texts[i]) : NULL;

      if (text != NULL && strstr (text, folded) != NULL)
        return TRUE;
    }

  return FALSE;
}
