/* pv-assistant-enveloppes.c: the first envelopes, if they are known
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-assistant-enveloppes.h"

#include <glib/gi18n.h>

#include "reference/pv-reference-liste.h"
#include "widget/pv-amount-entry.h"

#define N_SECTIONS 2
#define HEADER_ROW 0

struct _PvAssistantEnveloppes
{
  AdwBin parent_instance;

  GHashTable *amounts; /* "code/section" → PvCents, of what was typed before */
  GPtrArray *entries;  /* of PvAmountEntry */

  GtkGrid *grid;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (PvAssistantEnveloppes, pv_assistant_enveloppes, ADW_TYPE_BIN)

static char *
get_key (gpointer entry)
{
  return g_strdup_printf ("%s/%d", (const char *)g_object_get_data (entry, "pv-code"),
                          GPOINTER_TO_INT (g_object_get_data (entry, "pv-section")));
}

static void
show_problem (PvAssistantEnveloppes *self)
{
  const char *problem = NULL;

  for (guint i = 0; i < self->entries->len && problem == NULL; i++)
    problem = pv_amount_entry_get_problem (self->entries->pdata[i]);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
remember (PvAssistantEnveloppes *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      gint64 *cents = g_new (gint64, 1);

      *cents = pv_amount_entry_get_cents (self->entries->pdata[i]);
      g_hash_table_replace (self->amounts, get_key (self->entries->pdata[i]), cents);
    }
}

static void
add_entry (PvAssistantEnveloppes *self, const PvDispositif *dispositif, PvSection section, int row)
{
  GtkWidget *entry = pv_amount_entry_new ();
  g_autofree char *label =
      g_strdup_printf ("%s, %s", dispositif->nom, pv_section_to_libelle (section));
  g_autofree char *key = NULL;
  gint64 *cents;

  g_object_set_data_full (G_OBJECT (entry), "pv-code", g_strdup (dispositif->code), g_free);
  g_object_set_data (G_OBJECT (entry), "pv-section", GINT_TO_POINTER (section));
  key = get_key (entry);
  cents = g_hash_table_lookup (self->amounts, key);
  if (cents != NULL)
    pv_amount_entry_set_cents (PV_AMOUNT_ENTRY (entry), *cents);
  g_object_set (entry, "width-chars", 12, "max-width-chars", 12, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (entry, "notify::problem", G_CALLBACK (show_problem), self);
  gtk_grid_attach (self->grid, entry, 1 + (int)section, row, 1, 1);
  g_ptr_array_add (self->entries, entry);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_header (PvAssistantEnveloppes *self)
{
  for (int section = 0; section < N_SECTIONS; section++)
    {
      GtkWidget *label = label_new (pv_section_to_libelle ((PvSection)section), "heading");

      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_grid_attach (self->grid, label, 1 + section, HEADER_ROW, 1, 1);
    }
}

void
pv_assistant_enveloppes_set_dispositifs (PvAssistantEnveloppes *self, GPtrArray *dispositifs)
{
  const char *financeur = NULL;
  GtkWidget *child;
  int row = HEADER_ROW + 1;

  g_return_if_fail (PV_IS_ASSISTANT_ENVELOPPES (self));

  remember (self);
  g_ptr_array_set_size (self->entries, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  add_header (self);
  for (guint i = 0; i < dispositifs->len; i++)
    {
      const PvReferenceLigne *ligne = dispositifs->pdata[i];
      GtkWidget *label = label_new (ligne->dispositif->nom, NULL);

      if (g_strcmp0 (financeur, ligne->parent) != 0)
        gtk_grid_attach (self->grid, label_new (ligne->parent, "heading"), 0, row++, 1, 1);
      financeur = ligne->parent;
      gtk_widget_set_margin_start (label, 12);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (self->grid, label, 0, row, 1, 1);
      for (int section = 0; section < N_SECTIONS; section++)
        if (ligne->dispositif->section == PV_SECTION_NULL ||
            (int)ligne->dispositif->section == section)
          add_entry (self, ligne->dispositif, (PvSection)section, row);
      row++;
    }
  show_problem (self);
}

GArray *
pv_assistant_enveloppes_list (PvAssistantEnveloppes *self)
{
  GArray *enveloppes = g_array_new (FALSE, FALSE, sizeof (PvReferenceEnveloppe));

  g_return_val_if_fail (PV_IS_ASSISTANT_ENVELOPPES (self), enveloppes);

  for (guint i = 0; i < self->entries->len; i++)
    {
      gpointer entry = self->entries->pdata[i];
      PvReferenceEnveloppe enveloppe = {
        g_object_get_data (entry, "pv-code"),
        (PvSection)GPOINTER_TO_INT (g_object_get_data (entry, "pv-section")),
        pv_amount_entry_get_cents (entry),
      };

      if (enveloppe.montant_cents != PV_CENTS_NULL)
        g_array_append_val (enveloppes, enveloppe);
    }

  return enveloppes;
}

gboolean
pv_assistant_enveloppes_check (PvAssistantEnveloppes *self)
{
  g_return_val_if_fail (PV_IS_ASSISTANT_ENVELOPPES (self), FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    if (!pv_amount_entry_commit (self->entries->pdata[i]))
      {
        gtk_widget_grab_focus (self->entries->pdata[i]);
        show_problem (self);
        return FALSE;
      }

  return TRUE;
}

static void
pv_assistant_enveloppes_dispose (GObject *object)
{
  PvAssistantEnveloppes *self = PV_ASSISTANT_ENVELOPPES (object);

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    g_signal_handlers_disconnect_by_data (self->entries->pdata[i], self);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ASSISTANT_ENVELOPPES);
  g_clear_pointer (&self->amounts, g_hash_table_unref);

  G_OBJECT_CLASS (pv_assistant_enveloppes_parent_class)->dispose (object);
}

static void
pv_assistant_enveloppes_class_init (PvAssistantEnveloppesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_assistant_enveloppes_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-assistant-enveloppes.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAssistantEnveloppes, grid);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantEnveloppes, problem);
}

static void
pv_assistant_enveloppes_init (PvAssistantEnveloppes *self)
{
  self->amounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->entries = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
