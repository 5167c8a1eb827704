/* pv-instruction-keys.c: the keys of an instruction, and its submission
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-keys.h"

#include "dossier/pv-wrap-layout.h"

struct _PvInstructionKeys
{
  AdwBin parent_instance;

  GtkShortcutLabel *maximum_key;
};

G_DEFINE_FINAL_TYPE (PvInstructionKeys, pv_instruction_keys, ADW_TYPE_BIN)

static void
pv_instruction_keys_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_INSTRUCTION_KEYS);

  G_OBJECT_CLASS (pv_instruction_keys_parent_class)->dispose (object);
}

static void
pv_instruction_keys_class_init (PvInstructionKeysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_instruction_keys_dispose;

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-instruction-keys.ui");
  gtk_widget_class_bind_template_child (widget_class, PvInstructionKeys, maximum_key);
}

static void
pv_instruction_keys_init (PvInstructionKeys *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_instruction_keys_set_maximum (PvInstructionKeys *self, guint digit)
{
  char key[] = { '0', '\0' };

  g_return_if_fail (PV_IS_INSTRUCTION_KEYS (self));
  g_return_if_fail (digit <= 9);

  key[0] = (char)('0' + digit);
  gtk_shortcut_label_set_accelerator (self->maximum_key, key);
}
