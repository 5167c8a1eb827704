/* pv-compte-rendu-memoire.c: what the comptes rendus of a porteur say
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-memoire.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

struct _PvCompteRenduMemoire
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (PvCompteRenduMemoire, pv_compte_rendu_memoire, ADW_TYPE_BIN)

static char *
dup_text (const PvBilanMemoire *memoire)
{
  guint received = memoire->n_attendus - memoire->n_manquants;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u of %u bilan received",
                                       "%u of %u bilans received", memoire->n_attendus),
                          received, memoire->n_attendus);
  if (memoire->n_manquants > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, ", %u missing", ", %u missing", memoire->n_manquants),
        memoire->n_manquants);
  if (memoire->taux_bp != PV_INT_NULL)
    {
      g_autofree char *rate = pv_rate_to_text (memoire->taux_bp);

      g_string_append_printf (text, _ (" · %s of the plans realised"), rate);
    }
  if (memoire->recuperer_cents != PV_CENTS_NULL && memoire->recuperer_cents > 0)
    {
      g_autofree char *amount = pv_amount_to_text (memoire->recuperer_cents);

      g_string_append_printf (text, _ (" · %s to recover"), amount);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
pv_compte_rendu_memoire_show (PvCompteRenduMemoire *self, const PvBilanMemoire *memoire)
{
  g_autofree char *text = dup_text (memoire);
  gboolean good = memoire->n_manquants == 0 &&
                  (memoire->recuperer_cents == PV_CENTS_NULL || memoire->recuperer_cents == 0);

  g_return_if_fail (PV_IS_COMPTE_RENDU_MEMOIRE (self));

  pv_format_label (self->label, text);
  gtk_image_set_from_icon_name (self->icon,
                                good ? "object-select-symbolic" : "pv-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), good ? "pv-warning" : "pv-success");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), good ? "pv-success" : "pv-warning");
  gtk_widget_set_visible (GTK_WIDGET (self), memoire->n_attendus > 0);
}

static void
pv_compte_rendu_memoire_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_COMPTE_RENDU_MEMOIRE);

  G_OBJECT_CLASS (pv_compte_rendu_memoire_parent_class)->dispose (object);
}

static void
pv_compte_rendu_memoire_class_init (PvCompteRenduMemoireClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_compte_rendu_memoire_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-memoire.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduMemoire, icon);
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduMemoire, label);
}

static void
pv_compte_rendu_memoire_init (PvCompteRenduMemoire *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
