/* pv-bilan-analyse-vue.c: the bilan of the programming, with its charts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-vue-private.h"

#include "bilan/pv-bilan-layout.h"
#include "dossier/pv-wrap-layout.h"

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvBilanAnalyseVue, pv_bilan_analyse_vue, ADW_TYPE_BIN)

/* --- choices --------------------------------------------------------------------------------- */

static void
choix_cb (PvBilanAnalyseVue *self, GParamSpec *pspec, PvBilanCarte *carte)
{
  pv_bilan_analyse_vue_show_choix (self, carte);
}

static void
exercice_cb (PvBilanAnalyseVue *self, GParamSpec *pspec, GtkDropDown *choice)
{
  if (pv_bilan_analyse_vue_choose_exercice (self, choice))
    pv_bilan_analyse_vue_show_cartes (self, PV_BILAN_VOLETS);
}

static void
appel_cb (PvBilanAnalyseVue *self)
{
  if (pv_bilan_analyse_vue_choose_appel (self))
    pv_bilan_analyse_vue_read (self);
}

/* A figure is of the call that is read, not of the one in use. */
static void
dossiers_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvBilanAnalyseVue *self = PV_BILAN_ANALYSE_VUE (widget);
  const char *critere = g_variant_get_string (parameter, NULL);

  pv_context_set_appel (self->context, self->appel_id);
  gtk_widget_activate_action (widget, "win.goto", "(ss)", "dossiers",
                              *critere != '\0' ? critere : ";");
}

void
pv_bilan_analyse_vue_refresh (PvBilanAnalyseVue *self)
{
  g_return_if_fail (PV_IS_BILAN_ANALYSE_VUE (self));

  pv_bilan_analyse_vue_read_appels (self);
  pv_bilan_analyse_vue_read (self);
}

const PvBilanAnalyse *
pv_bilan_analyse_vue_get_analyse (PvBilanAnalyseVue *self)
{
  g_return_val_if_fail (PV_IS_BILAN_ANALYSE_VUE (self), NULL);

  return self->analyse;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_bilan_analyse_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_BILAN_ANALYSE_VUE (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_bilan_analyse_vue_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    PV_BILAN_ANALYSE_VUE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_bilan_analyse_vue_dispose (GObject *object)
{
  PvBilanAnalyseVue *self = PV_BILAN_ANALYSE_VUE (object);

  pv_bilan_analyse_vue_give_up (self);
  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_BILAN_ANALYSE_VUE);
  g_clear_pointer (&self->analyse, pv_bilan_analyse_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_bilan_analyse_vue_parent_class)->dispose (object);
}

static void
bind_figures (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *id;
    gsize offset;
  } cards[] = {
    { "dossiers_card", G_STRUCT_OFFSET (PvBilanFigures, dossiers_card) },
    { "porteurs_card", G_STRUCT_OFFSET (PvBilanFigures, porteurs_card) },
    { "accorde_card", G_STRUCT_OFFSET (PvBilanFigures, accorde_card) },
    { "verse_card", G_STRUCT_OFFSET (PvBilanFigures, verse_card) },
    { "realise_card", G_STRUCT_OFFSET (PvBilanFigures, realise_card) },
    { "publics_card", G_STRUCT_OFFSET (PvBilanFigures, publics_card) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, cards[i].id, FALSE,
        (gssize)(G_STRUCT_OFFSET (PvBilanAnalyseVue, figures) + cards[i].offset));
}

static void
bind_cartes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, financeurs);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, evolution);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, axes);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, territoires);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, porteurs);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, natures);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, egalite);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, publics);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, postes);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, stack);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, error_page);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, de_choice);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, a_choice);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, appel_choice);
  gtk_widget_class_bind_template_child (widget_class, PvBilanAnalyseVue, note_label);
  gtk_widget_class_bind_template_callback (widget_class, exercice_cb);
  gtk_widget_class_bind_template_callback (widget_class, appel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choix_cb);
}

static void
pv_bilan_analyse_vue_class_init (PvBilanAnalyseVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_bilan_analyse_vue_dispose;
  object_class->get_property = pv_bilan_analyse_vue_get_property;
  object_class->set_property = pv_bilan_analyse_vue_set_property;
  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  g_type_ensure (PV_TYPE_FIGURE_CARD);
  g_type_ensure (PV_TYPE_BILAN_CARTE);
  g_type_ensure (PV_TYPE_BILAN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-bilan-analyse-vue.ui");
  bind_template (widget_class);
  bind_figures (widget_class);
  bind_cartes (widget_class);
  gtk_widget_class_install_action (widget_class, "bilan.dossiers", "s", dossiers_cb);
}

static void
pv_bilan_analyse_vue_init (PvBilanAnalyseVue *self)
{
  self->appel_id = self->appel_montre = self->de = self->a = PV_INT_NULL;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->chart = PV_LINE_CHART (pv_line_chart_new ());
  pv_bilan_carte_set_drawing (self->evolution, GTK_WIDGET (self->chart));
  pv_bilan_analyse_vue_add_choices (self);
  pv_bilan_analyse_vue_add_legends (self);
}

GtkWidget *
pv_bilan_analyse_vue_new (PvContext *context)
{
  return g_object_new (PV_TYPE_BILAN_ANALYSE_VUE, "context", context, NULL);
}
