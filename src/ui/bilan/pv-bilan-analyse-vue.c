/* pv-bilan-analyse-vue.c: the bilan of the programming, with its charts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-vue.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "bilan/pv-bilan-figures.h"
#include "bilan/pv-bilan-layout.h"
#include "dossier/pv-wrap-layout.h"
#include "widget/pv-format.h"

/* Lines of a table before the others are one. */
#define N_LIGNES 10

struct _PvBilanAnalyseVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable;
  PvBilanAnalyse *analyse;  /* (nullable): shown */
  PvBilanAnalyse *montants; /* (nullable): read, and waits for the other half */
  PvBilanAnalyse *realise;  /* (nullable): the other half, likewise */
  GPtrArray *appels;        /* (element-type PvAppel): those of the choice, after "all" */
  gint64 appel_id;          /* that is read */
  gint64 de, a;             /* exercices shown, or PV_INT_NULL: not chosen yet */
  gboolean filling;

  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkDropDown *de_choice;
  GtkDropDown *a_choice;
  GtkDropDown *appel_choice;
  GtkLabel *note_label;
  PvBilanFigures figures;
  PvBilanCarte *financeurs;
  PvBilanCarte *evolution;
  PvBilanCarte *axes;
  PvBilanCarte *territoires;
  PvBilanCarte *porteurs;
  PvBilanCarte *natures;
  PvBilanCarte *egalite;
  PvBilanCarte *publics;
  PvBilanCarte *postes;
  PvLineChart *chart;
};

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvBilanAnalyseVue, pv_bilan_analyse_vue, ADW_TYPE_BIN)

/* --- cards --------------------------------------------------------------------------------- */

static PvBilanPar
get_par (PvBilanCarte *carte)
{
  static const struct
  {
    const char *id;
    PvBilanPar par;
  } pars[] = {
    { "axes", PV_BILAN_PAR_AXE },
    { "objectifs", PV_BILAN_PAR_OBJECTIF },
    { "communes", PV_BILAN_PAR_COMMUNE },
    { "quartiers", PV_BILAN_PAR_QUARTIER },
    { "porteurs", PV_BILAN_PAR_PORTEUR },
    { "formes", PV_BILAN_PAR_FORME },
    { "financeurs", PV_BILAN_PAR_FINANCEUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pars); i++)
    if (g_strcmp0 (pv_bilan_carte_get_choix (carte), pars[i].id) == 0)
      return pars[i].par;

  return PV_BILAN_PAR_CATEGORIE;
}

static PvBilanAffichage
get_affichage (PvBilanAnalyseVue *self)
{
  PvBilanAffichage affichage = { self->analyse, 0, self->analyse->n_annees - 1 };
  int de = pv_bilan_analyse_find_annee (self->analyse, self->de);
  int a = pv_bilan_analyse_find_annee (self->analyse, self->a);

  if (a >= 0)
    affichage.a = (guint)a;
  if (de >= 0 && (guint)de <= affichage.a)
    affichage.de = (guint)de;

  return affichage;
}

static void
show_financeurs (PvBilanAnalyseVue *self, const PvBilanAffichage *affichage)
{
  gboolean stages = get_par (self->financeurs) == PV_BILAN_PAR_CATEGORIE;

  if (stages)
    pv_bilan_carte_show_financeurs (self->financeurs, affichage);
  else
    pv_bilan_carte_show_dimension (self->financeurs, affichage, PV_BILAN_PAR_FINANCEUR, N_LIGNES);
  gtk_widget_set_visible (GTK_WIDGET (pv_bilan_carte_get_legend (self->financeurs)), stages);
}

/* What the figures are to be read with. */
static void
show_note (PvBilanAnalyseVue *self, const PvBilanAffichage *affichage)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, affichage->a);
  g_autofree char *note = NULL;

  if (self->analyse->n_annees == 1)
    note = g_strdup (_ ("Only one exercice here: import those before to see how they change."));
  else if (self->analyse->annees[affichage->a].exercice >= g_ascii_strtoll (today, NULL, 10))
    note = g_strdup_printf (_ ("%s is under way: its figures will still change."), year);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

static void
show_cartes (PvBilanAnalyseVue *self)
{
  PvBilanAffichage affichage = get_affichage (self);

  pv_bilan_figures_show (&self->figures, &affichage);
  show_financeurs (self, &affichage);
  pv_bilan_carte_show_evolution (self->evolution, self->chart, &affichage);
  pv_bilan_carte_show_dimension (self->axes, &affichage, get_par (self->axes), 2 * N_LIGNES);
  pv_bilan_carte_show_dimension (self->territoires, &affichage, get_par (self->territoires),
                                 N_LIGNES);
  pv_bilan_carte_show_dimension (self->porteurs, &affichage, get_par (self->porteurs), N_LIGNES);
  pv_bilan_carte_show_natures (self->natures, &affichage);
  pv_bilan_carte_show_egalite (self->egalite, &affichage);
  pv_bilan_carte_show_publics (self->publics, &affichage);
  pv_bilan_carte_show_postes (self->postes, &affichage);
  show_note (self, &affichage);
}

static void
choix_cb (PvBilanAnalyseVue *self, GParamSpec *pspec, PvBilanCarte *carte)
{
  PvBilanAffichage affichage;

  if (self->analyse == NULL || self->analyse->n_annees == 0)
    return;
  affichage = get_affichage (self);
  if (carte == self->financeurs)
    show_financeurs (self, &affichage);
  else
    pv_bilan_carte_show_dimension (carte, &affichage, get_par (carte),
                                   carte == self->axes ? 2 * N_LIGNES : N_LIGNES);
}

/* --- scope --------------------------------------------------------------------------------- */

static void read_all (PvBilanAnalyseVue *self);

/* Shows other choices: what is open stays so when they are the same. */
static void
fill (PvBilanAnalyseVue *self, GtkDropDown *choice, GtkStringList *names, guint selected)
{
  GListModel *before = gtk_drop_down_get_model (choice);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));
  gboolean same = before != NULL && g_list_model_get_n_items (before) == n;

  for (guint i = 0; same && i < n; i++)
    same = g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (before), i),
                      gtk_string_list_get_string (names, i)) == 0;
  self->filling = TRUE;
  if (!same)
    gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (choice, selected);
  self->filling = FALSE;
}

/* The last exercice where something is granted: the one under way may have nothing yet. */
static gint64
find_last (PvBilanAnalyseVue *self)
{
  guint n = self->analyse->n_annees;

  for (guint i = n; i > 0; i--)
    if (self->analyse->annees[i - 1].mesure.finances > 0)
      return self->analyse->annees[i - 1].exercice;

  return self->analyse->annees[n - 1].exercice;
}

/* The first of the years that follow one another up to the last shown, as many as tables have
 * room for. */
static gint64
find_first (PvBilanAnalyseVue *self)
{
  int i = pv_bilan_analyse_find_annee (self->analyse, self->a);
  int last = i;

  while (i > 0 && last - i + 1 < PV_BILAN_MAX_ANNEES &&
         self->analyse->annees[i - 1].exercice + 1 == self->analyse->annees[i].exercice)
    i--;

  return self->analyse->annees[i].exercice;
}

static void
show_exercices (PvBilanAnalyseVue *self)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  PvBilanAffichage affichage;

  if (pv_bilan_analyse_find_annee (self->analyse, self->a) < 0)
    self->a = find_last (self);
  if (pv_bilan_analyse_find_annee (self->analyse, self->de) < 0)
    self->de = find_first (self);
  affichage = get_affichage (self);
  for (guint i = 0; i < self->analyse->n_annees; i++)
    {
      g_autofree char *year = pv_bilan_affichage_dup_annee (&affichage, i);

      gtk_string_list_append (years, year);
    }
  fill (self, self->de_choice, years, affichage.de);
  fill (self, self->a_choice, years, affichage.a);
  gtk_widget_set_sensitive (GTK_WIDGET (self->de_choice), self->analyse->n_annees > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->a_choice), self->analyse->n_annees > 1);
}

static void
exercice_cb (PvBilanAnalyseVue *self, GParamSpec *pspec, GtkDropDown *choice)
{
  guint de = gtk_drop_down_get_selected (self->de_choice);
  guint a = gtk_drop_down_get_selected (self->a_choice);

  if (self->filling || self->analyse == NULL || MAX (de, a) >= self->analyse->n_annees)
    return;
  /* the other one follows, so that the range is never empty */
  if (de > a && choice == self->de_choice)
    a = de;
  else if (de > a)
    de = a;
  self->de = self->analyse->annees[de].exercice;
  self->a = self->analyse->annees[a].exercice;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->de_choice, de);
  gtk_drop_down_set_selected (self->a_choice, a);
  self->filling = FALSE;
  show_cartes (self);
}

static void
read_appels (PvBilanAnalyseVue *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_clear_pointer (&self->appels, g_ptr_array_unref);
  self->appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);
  gtk_string_list_append (names, _ ("All calls"));
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = self->appels->pdata[i];
      g_autofree char *name =
          g_strdup_printf ("%" G_GINT64_FORMAT " · %s", appel->exercice, appel->libelle);

      gtk_string_list_append (names, name);
      if (appel->id == self->appel_id)
        selected = i + 1;
    }
  if (selected == 0)
    self->appel_id = PV_INT_NULL;
  fill (self, self->appel_choice, names, selected);
}

static void
appel_cb (PvBilanAnalyseVue *self)
{
  guint selected = gtk_drop_down_get_selected (self->appel_choice);

  if (self->filling || self->appels == NULL || selected > self->appels->len)
    return;
  self->appel_id =
      selected == 0 ? PV_INT_NULL : ((const PvAppel *)self->appels->pdata[selected - 1])->id;
  read_all (self);
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

/* --- reading ------------------------------------------------------------------------------- */

/* Both halves are read at the same time, each on its connection. */
static gpointer
read_run (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_bilan_analyse_compute_volets (db, data, PV_BILAN_VOLET_MONTANTS, cancellable, error);
}

static gpointer
read_realise_run (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_bilan_analyse_compute_volets (db, data, PV_BILAN_VOLET_REALISE, cancellable, error);
}

static void
show (PvBilanAnalyseVue *self)
{
  if (self->analyse->n_annees == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  show_exercices (self);
  show_cartes (self);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
refuse (PvBilanAnalyseVue *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

/* Shown once both halves are there; the budgets are often the last. */
static void
join (PvBilanAnalyseVue *self)
{
  if (self->montants == NULL || self->realise == NULL)
    return;
  g_clear_pointer (&self->analyse, pv_bilan_analyse_free);
  self->analyse = g_steal_pointer (&self->montants);
  pv_bilan_analyse_take_realise (self->analyse, self->realise);
  g_clear_pointer (&self->realise, pv_bilan_analyse_free);
  show (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvBilanAnalyseVue) self = user_data;
  g_autoptr (GError) error = NULL;
  PvBilanAnalyse *montants = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (montants == NULL)
    {
      refuse (self, error);
      return;
    }
  g_clear_pointer (&self->montants, pv_bilan_analyse_free);
  self->montants = montants;
  join (self);
}

static void
read_realise_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvBilanAnalyseVue) self = user_data;
  g_autoptr (GError) error = NULL;
  PvBilanAnalyse *realise = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (realise == NULL)
    {
      refuse (self, error);
      return;
    }
  g_clear_pointer (&self->realise, pv_bilan_analyse_free);
  self->realise = realise;
  join (self);
}

static void
read_half (PvBilanAnalyseVue *self, PvContextQuery query, GAsyncReadyCallback done)
{
  PvBilanPerimetre *perimetre = g_new (PvBilanPerimetre, 1);

  *perimetre = PV_BILAN_PERIMETRE_TOUT;
  perimetre->appel_id = self->appel_id;
  pv_context_query_async (self->context, query, perimetre, g_free,
                          (GDestroyNotify)pv_bilan_analyse_free, self->cancellable, done,
                          g_object_ref (self));
}

static void
read_all (PvBilanAnalyseVue *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->montants, pv_bilan_analyse_free);
  g_clear_pointer (&self->realise, pv_bilan_analyse_free);
  self->cancellable = g_cancellable_new ();
  read_half (self, read_run, read_cb);
  read_half (self, read_realise_run, read_realise_cb);
}

void
pv_bilan_analyse_vue_refresh (PvBilanAnalyseVue *self)
{
  g_return_if_fail (PV_IS_BILAN_ANALYSE_VUE (self));

  read_appels (self);
  read_all (self);
}

const PvBilanAnalyse *
pv_bilan_analyse_vue_get_analyse (PvBilanAnalyseVue *self)
{
  g_return_val_if_fail (PV_IS_BILAN_ANALYSE_VUE (self), NULL);

  return self->analyse;
}

/* --- the object ---------------------------------------------------------------------------- */

static void
add_legends (PvBilanAnalyseVue *self)
{
  for (PvChartPattern i = PV_CHART_VERSE; i <= PV_CHART_PROPOSE; i++)
    pv_bilan_carte_add_legend (self->financeurs, i, NULL);
  pv_bilan_carte_add_legend (self->financeurs, PV_CHART_SOLLICITE, NULL);
  pv_bilan_carte_add_line (self->evolution, PV_LINE_SOLLICITE, C_ ("bilan", "requested"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_ACCORDE, C_ ("bilan", "granted"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_NOTIFIE, C_ ("bilan", "notified"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_VERSE, C_ ("bilan", "paid"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_REALISE, C_ ("bilan", "realised charges"));
  pv_bilan_carte_add_legend (self->natures, PV_CHART_NOTIFIE, C_ ("bilan", "new"));
  pv_bilan_carte_add_legend (self->natures, PV_CHART_PROPOSE, C_ ("bilan", "renewed"));
  pv_bilan_carte_add_legend (self->natures, PV_CHART_RESTE, C_ ("bilan", "not said"));
  for (PvChartPattern i = PV_CHART_MARQUE_0; i <= PV_CHART_NON_EVALUE; i++)
    pv_bilan_carte_add_legend (self->egalite, i, NULL);
  pv_bilan_carte_add_legend (self->publics, PV_CHART_NOTIFIE, C_ ("bilan", "women"));
  pv_bilan_carte_add_legend (self->publics, PV_CHART_PROPOSE, C_ ("bilan", "men"));
  pv_bilan_carte_add_legend (self->publics, PV_CHART_RESTE, C_ ("bilan", "not broken down"));
  pv_bilan_carte_add_legend (self->postes, PV_CHART_NOTIFIE, C_ ("bilan", "spent"));
  pv_bilan_carte_add_legend (self->postes, PV_CHART_RESTE, C_ ("bilan", "not realised"));
  pv_bilan_carte_add_legend (self->postes, PV_CHART_DEPASSEMENT, C_ ("bilan", "beyond the plan"));
}

static void
add_choices (PvBilanAnalyseVue *self)
{
  pv_bilan_carte_add_choix (self->financeurs, "categories", C_ ("bilan", "Categories"));
  pv_bilan_carte_add_choix (self->financeurs, "financeurs", C_ ("bilan", "Funders"));
  pv_bilan_carte_add_choix (self->axes, "axes", C_ ("bilan", "Axes"));
  pv_bilan_carte_add_choix (self->axes, "objectifs", C_ ("bilan", "Objectifs"));
  pv_bilan_carte_add_choix (self->territoires, "communes", C_ ("bilan", "Communes"));
  pv_bilan_carte_add_choix (self->territoires, "quartiers", C_ ("bilan", "Quartiers"));
  pv_bilan_carte_add_choix (self->porteurs, "porteurs", C_ ("bilan", "Holders"));
  pv_bilan_carte_add_choix (self->porteurs, "formes", C_ ("bilan", "Legal Forms"));
}

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

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_BILAN_ANALYSE_VUE);
  g_clear_pointer (&self->analyse, pv_bilan_analyse_free);
  g_clear_pointer (&self->montants, pv_bilan_analyse_free);
  g_clear_pointer (&self->realise, pv_bilan_analyse_free);
  g_clear_pointer (&self->appels, g_ptr_array_unref);
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
  self->appel_id = self->de = self->a = PV_INT_NULL;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  self->chart = PV_LINE_CHART (pv_line_chart_new ());
  pv_bilan_carte_set_drawing (self->evolution, GTK_WIDGET (self->chart));
  add_choices (self);
  add_legends (self);
}

GtkWidget *
pv_bilan_analyse_vue_new (PvContext *context)
{
  return g_object_new (PV_TYPE_BILAN_ANALYSE_VUE, "context", context, NULL);
}
