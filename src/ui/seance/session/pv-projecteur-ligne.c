/* pv-projecteur-ligne.c: a line of the amounts that are projected
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-projecteur-ligne.h"

#include <string.h>

#include "widget/pv-amount-label.h"

/* Between thousands, and before the euro. */
#define ESPACE_FINE "\u202f"

struct _PvProjecteurLigne
{
  AdwBin parent_instance;

  GtkWidget *cells[PV_PROJECTEUR_N_COLONNES];
  GtkWidget *arbitre_icon;
  PvAmountLabel *arbitre;
  GtkWidget *reste_icon;
  PvAmountLabel *reste;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvProjecteurLigne, pv_projecteur_ligne, ADW_TYPE_BIN)

void
pv_projecteur_bind_colonnes (GtkWidgetClass *klass, const char *prefix, gssize offset)
{
  static const char *const names[PV_PROJECTEUR_N_COLONNES] = { "nom", "propose", "arbitre", "note",
                                                               "reste" };

  for (guint i = 0; i < PV_PROJECTEUR_N_COLONNES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%s", prefix, names[i]);

      gtk_widget_class_bind_template_child_full (klass, g_intern_string (name), FALSE,
                                                 offset + (gssize)(i * sizeof (gpointer)));
    }
}

static void
pv_projecteur_ligne_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GtkWidget *nom = PV_PROJECTEUR_LIGNE (object)->cells[PV_PROJECTEUR_COLONNE_NOM];

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (nom)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_projecteur_ligne_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TITLE:
      pv_projecteur_ligne_set_title (PV_PROJECTEUR_LIGNE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_projecteur_ligne_class_init (PvProjecteurLigneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_projecteur_ligne_get_property;
  object_class->set_property = pv_projecteur_ligne_set_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-projecteur-ligne.ui");
  pv_projecteur_bind_colonnes (widget_class, "cell", G_STRUCT_OFFSET (PvProjecteurLigne, cells));
  gtk_widget_class_bind_template_child (widget_class, PvProjecteurLigne, arbitre_icon);
  gtk_widget_class_bind_template_child (widget_class, PvProjecteurLigne, arbitre);
  gtk_widget_class_bind_template_child (widget_class, PvProjecteurLigne, reste_icon);
  gtk_widget_class_bind_template_child (widget_class, PvProjecteurLigne, reste);
}

static void
pv_projecteur_ligne_init (PvProjecteurLigne *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_projecteur_ligne_set_reste (self, PV_CENTS_NULL, FALSE);
}

GtkWidget *
pv_projecteur_ligne_new (void)
{
  return g_object_new (PV_TYPE_PROJECTEUR_LIGNE, NULL);
}

GtkWidget *
pv_projecteur_ligne_get_cell (PvProjecteurLigne *self, guint column)
{
  g_return_val_if_fail (PV_IS_PROJECTEUR_LIGNE (self), NULL);
  g_return_val_if_fail (column < PV_PROJECTEUR_N_COLONNES, NULL);

  return self->cells[column];
}

void
pv_projecteur_ligne_set_title (PvProjecteurLigne *self, const char *title)
{
  g_return_if_fail (PV_IS_PROJECTEUR_LIGNE (self));

  gtk_label_set_label (GTK_LABEL (self->cells[PV_PROJECTEUR_COLONNE_NOM]),
                       title != NULL ? title : "");
}

static void
set_class (gpointer widget, const char *css_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (widget), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (widget), css_class);
}

void
pv_projecteur_widen (GtkWidget *widget)
{
  GtkLabel *label =
      GTK_LABEL (PV_IS_AMOUNT_LABEL (widget) ? adw_bin_get_child (ADW_BIN (widget)) : widget);
  const char *text = gtk_label_get_label (label);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (const char *at = strstr (text, ESPACE_FINE); at != NULL;
       at = strstr (at + strlen (ESPACE_FINE), ESPACE_FINE))
    {
      PangoAttribute *spacing = pango_attr_letter_spacing_new (4 * PANGO_SCALE);

      spacing->start_index = (guint)(at - text);
      spacing->end_index = spacing->start_index + (guint)strlen (ESPACE_FINE);
      pango_attr_list_insert (attributes, spacing);
    }
  gtk_label_set_attributes (label, attributes);
}

void
pv_projecteur_ligne_set_montants (PvProjecteurLigne *self,
                                  PvCents propose,
                                  PvCents arbitre,
                                  const char *note,
                                  gboolean alert)
{
  g_return_if_fail (PV_IS_PROJECTEUR_LIGNE (self));

  pv_amount_label_set_cents (PV_AMOUNT_LABEL (self->cells[PV_PROJECTEUR_COLONNE_PROPOSE]), propose);
  pv_amount_label_set_cents (self->arbitre, arbitre);
  gtk_label_set_label (GTK_LABEL (self->cells[PV_PROJECTEUR_COLONNE_NOTE]),
                       note != NULL ? note : "");
  pv_projecteur_widen (self->cells[PV_PROJECTEUR_COLONNE_PROPOSE]);
  pv_projecteur_widen (GTK_WIDGET (self->arbitre));
  pv_projecteur_widen (self->cells[PV_PROJECTEUR_COLONNE_NOTE]);
  gtk_widget_set_visible (self->arbitre_icon, alert);
  gtk_widget_set_hexpand (GTK_WIDGET (self->arbitre), !alert);
  set_class (self->cells[PV_PROJECTEUR_COLONNE_ARBITRE], "manque", alert);
}

void
pv_projecteur_ligne_set_reste (PvProjecteurLigne *self, PvCents reste, gboolean shown)
{
  gboolean exceeded = shown && reste != PV_CENTS_NULL && reste < 0;

  g_return_if_fail (PV_IS_PROJECTEUR_LIGNE (self));

  if (shown)
    pv_amount_label_set_cents (self->reste, reste);
  else
    pv_amount_label_set_text (self->reste, "");
  pv_projecteur_widen (GTK_WIDGET (self->reste));
  gtk_widget_set_visible (self->reste_icon, exceeded);
  gtk_widget_set_hexpand (GTK_WIDGET (self->reste), !exceeded);
  set_class (self->cells[PV_PROJECTEUR_COLONNE_RESTE], "refus", exceeded);
}
