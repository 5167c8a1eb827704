/* pv-avis-summary.c: how many avis were given, and which, at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-avis-summary.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PvAvisSummary
{
  GtkWidget parent_instance;

  GtkInscription *count;
  GtkImage *icons[PV_N_AVIS];
  guint avis[PV_N_AVIS];
  guint attendus;
};

G_DEFINE_FINAL_TYPE (PvAvisSummary, pv_avis_summary, GTK_TYPE_WIDGET)

static const struct
{
  const char *icon;
  const char *css_class;
  const char *color; /* (nullable): that of the text */
  const char *words;
} valeurs[PV_N_AVIS] = {
  [PV_AVIS_FAVORABLE] = { "pv-avis-favorable-symbolic", "pv-success", "pv_success",
                          N_ ("favorable") },
  [PV_AVIS_FAVORABLE_AVEC_RESERVES] = { "pv-avis-favorable-reserves-symbolic", "pv-warning",
                                        "pv_warning", N_ ("with reservations") },
  [PV_AVIS_DEFAVORABLE] = { "pv-avis-defavorable-symbolic", "pv-error", "pv_error",
                            N_ ("unfavorable") },
  [PV_AVIS_A_REORIENTER] = { "pv-avis-reorienter-symbolic", "pv-warning", "pv_warning",
                             N_ ("to redirect") },
  [PV_AVIS_NE_SE_PRONONCE_PAS] = { "pv-avis-sans-symbolic", "secondary", NULL, N_ ("no opinion") },
};

const char *
pv_avis_to_icon_name (PvAvis avis)
{
  return avis == PV_AVIS_NULL ? "pv-avis-attendu-symbolic" : valeurs[avis].icon;
}

const char *
pv_avis_to_css_class (PvAvis avis)
{
  return avis == PV_AVIS_NULL ? "secondary" : valeurs[avis].css_class;
}

const char *
pv_avis_to_color_name (PvAvis avis)
{
  return avis == PV_AVIS_NULL ? NULL : valeurs[avis].color;
}

const char *
pv_avis_to_words (PvAvis avis)
{
  return avis == PV_AVIS_NULL ? _ ("awaited") : _ (valeurs[avis].words);
}

static guint
count_given (const guint *avis)
{
  guint n = 0;

  for (guint i = 0; i < PV_N_AVIS; i++)
    n += avis[i];

  return n;
}

char *
pv_avis_summary_to_words (const guint *avis, guint attendus)
{
  guint given = count_given (avis);
  g_autoptr (GString) words = g_string_new (NULL);

  if (attendus == 0)
    return g_strdup (_ ("No institution instructs"));
  if (given == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "No avis yet, of %u", "No avis yet, of %u", attendus),
        attendus);

  g_string_append_printf (words,
                          g_dngettext (GETTEXT_PACKAGE, "%u avis of %u:", "%u avis of %u:", given),
                          given, attendus);
  for (guint i = 0, shown = 0; i < PV_N_AVIS; i++)
    if (avis[i] > 0)
      g_string_append_printf (words, "%s %u %s", shown++ > 0 ? "," : "", avis[i],
                              _ (valeurs[i].words));

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
pv_avis_summary_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard,
                               GtkTooltip *tooltip)
{
  PvAvisSummary *self = PV_AVIS_SUMMARY (widget);
  g_autofree char *words = pv_avis_summary_to_words (self->avis, self->attendus);

  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
pv_avis_summary_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pv_avis_summary_parent_class)->dispose (object);
}

static void
pv_avis_summary_class_init (PvAvisSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_avis_summary_dispose;
  widget_class->query_tooltip = pv_avis_summary_query_tooltip;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "avis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
pv_avis_summary_init (PvAvisSummary *self)
{
  GtkWidget *count = gtk_inscription_new (NULL);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              2);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (count), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (count), 3);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (count), 1);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (count, GTK_WIDGET (self));
  self->count = GTK_INSCRIPTION (count);
  for (guint i = 0; i < PV_N_AVIS; i++)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (valeurs[i].icon);

      gtk_widget_add_css_class (icon, valeurs[i].css_class);
      gtk_widget_set_visible (icon, FALSE);
      gtk_widget_set_parent (icon, GTK_WIDGET (self));
      self->icons[i] = GTK_IMAGE (icon);
    }
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
pv_avis_summary_new (void)
{
  return g_object_new (PV_TYPE_AVIS_SUMMARY, NULL);
}

void
pv_avis_summary_set (PvAvisSummary *self, const guint *avis, guint attendus)
{
  char text[24];
  g_autofree char *words = NULL;

  g_return_if_fail (PV_IS_AVIS_SUMMARY (self));

  memcpy (self->avis, avis, sizeof self->avis);
  self->attendus = attendus;
  g_snprintf (text, sizeof text, attendus > 0 ? "%u/%u" : "–", count_given (avis), attendus);
  gtk_inscription_set_text (self->count, text);
  for (guint i = 0; i < PV_N_AVIS; i++)
    gtk_widget_set_visible (GTK_WIDGET (self->icons[i]), avis[i] > 0);
  words = pv_avis_summary_to_words (avis, attendus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
