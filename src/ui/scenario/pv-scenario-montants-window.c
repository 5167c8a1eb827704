/* pv-scenario-montants-window.c: the amounts of a dossier in a scenario, by hand
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-montants-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pv-text.h"
#include "scenario/pv-scenario-grille.h"
#include "scenario/pv-scenario-service.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-choice.h"

enum
{
  NOM,
  SOLLICITE,
  ACTUEL,
  PROPOSE,
  ECART,
  N_COLUMNS
};

struct _PvScenarioMontantsWindow
{
  AdwWindow parent_instance;

  PvContext *context;
  PvScenarioLecture *lecture;
  gint64 scenario_id;
  char *nom;
  gint64 dossier_id;   /* PV_INT_NULL: none yet */
  GPtrArray *libelles; /* (nullable): not read yet */
  GPtrArray *lignes;   /* (nullable): of PvScenarioChangement */

  AdwWindowTitle *title;
  PvChoice *choice;
  GtkStack *stack;
  GtkGrid *grid;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (PvScenarioMontantsWindow, pv_scenario_montants_window, ADW_TYPE_WINDOW)

/* --- the dossier ---------------------------------------------------------------------------- */

static gboolean
is_match (const PvScenarioDossier *dossier, const PvScenarioLibelle *libelle, const char *folded)
{
  g_autofree char *all =
      g_strconcat (dossier->numero, " ", libelle != NULL ? libelle->intitule : "", " ",
                   libelle != NULL ? libelle->porteur : "", NULL);
  g_autofree char *text = pv_text_fold (all);

  return strstr (text, folded) != NULL;
}

static char *
dup_label (const PvScenarioDossier *dossier, const PvScenarioLibelle *libelle)
{
  return libelle != NULL ? g_strdup_printf ("%s · %s", dossier->numero, libelle->intitule)
                         : g_strdup (dossier->numero);
}

static GPtrArray *
search_dossiers (const char *text, gpointer user_data)
{
  PvScenarioMontantsWindow *self = user_data;
  const PvScenarioDonnees *donnees = self->lecture->donnees;
  GPtrArray *items = pv_choice_items_new ();
  g_autofree char *folded = pv_text_fold (text);

  for (guint i = 0;
       self->libelles != NULL && i < donnees->dossiers->len && items->len < PV_CHOICE_MAX; i++)
    {
      const PvScenarioDossier *dossier = pv_scenario_donnees_get_dossier (donnees, i);
      const PvScenarioLibelle *libelle = pv_scenario_libelles_find (self->libelles, dossier->id);
      g_autofree char *label = dup_label (dossier, libelle);

      if (is_match (dossier, libelle, folded))
        pv_choice_add (items, dossier->id, label, libelle != NULL ? libelle->porteur : NULL);
    }

  return items;
}

static const PvScenarioDossier *
find_dossier (PvScenarioMontantsWindow *self, gint64 id)
{
  for (guint i = 0; i < self->lecture->donnees->dossiers->len; i++)
    if (pv_scenario_donnees_get_dossier (self->lecture->donnees, i)->id == id)
      return pv_scenario_donnees_get_dossier (self->lecture->donnees, i);

  return NULL;
}

/* --- an amount ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 scenario_id;
  gint64 financement_id;
  PvCents propose;
} Changement;

static gboolean
write_montant (PvDb *db, gpointer user_data, GError **error)
{
  const Changement *changement = user_data;

  return pv_scenario_service_set_montant (db, changement->scenario_id, changement->financement_id,
                                          changement->propose, error);
}

static PvCents
or_zero (PvCents cents)
{
  return cents == PV_CENTS_NULL ? 0 : cents;
}

static void
committed_cb (PvAmountEntry *entry, gint64 cents, PvScenarioMontantsWindow *self)
{
  gpointer key = g_object_get_data (G_OBJECT (entry), "pv-ligne");
  const PvScenarioChangement *ligne = g_ptr_array_index (self->lignes, GPOINTER_TO_UINT (key));
  Changement changement = { self->scenario_id, ligne->financement_id, cents };
  g_autofree char *label = g_strdup_printf ("%s · %s", self->nom, ligne->numero);
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (self->context, "scenario-edit", label, write_montant, &changement, &error))
    pv_amount_entry_refuse (entry, ligne->propose, error->message);
}

static void
problem_cb (PvAmountEntry *entry, GParamSpec *pspec, PvScenarioMontantsWindow *self)
{
  const char *problem = pv_amount_entry_get_problem (entry);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

/* --- the rows ------------------------------------------------------------------------------- */

static const char *
verrou_to_words (PvScenarioVerrou verrou)
{
  switch (verrou)
    {
    case PV_SCENARIO_ARBITRE:
      return _ ("Arbitrated: a scenario leaves it as it is");
    case PV_SCENARIO_VOTE:
      return _ ("Voted: a scenario leaves it as it is");
    case PV_SCENARIO_NOTIFIE:
      return _ ("Notified: a scenario leaves it as it is");
    case PV_SCENARIO_LIBRE:
    case PV_SCENARIO_SORTI:
    case PV_SCENARIO_EXERCICE:
    default:
      return _ ("The status of the dossier releases its envelopes");
    }
}

static GtkWidget *
locked_new (const PvScenarioChangement *ligne)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_set_halign (icon, GTK_ALIGN_END);
  gtk_widget_set_hexpand (icon, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), pv_amount_label_new (ligne->propose));
  gtk_widget_set_tooltip_text (box, verrou_to_words (ligne->verrou));

  return box;
}

static GtkWidget *
entry_new (PvScenarioMontantsWindow *self, const PvScenarioChangement *ligne, guint row)
{
  GtkWidget *entry = pv_amount_entry_new ();
  g_autofree char *name = g_strdup_printf (_ ("%s, in the scenario"), ligne->financeur);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (entry, pv_context_can_edit (self->context));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (entry), "pv-ligne", GUINT_TO_POINTER (row));
  pv_amount_entry_set_cents (PV_AMOUNT_ENTRY (entry), ligne->propose);
  g_signal_connect_object (entry, "committed", G_CALLBACK (committed_cb), self, 0);
  g_signal_connect_object (entry, "notify::problem", G_CALLBACK (problem_cb), self, 0);

  return entry;
}

static GtkWidget *
name_new (const char *nom)
{
  GtkWidget *label = gtk_label_new (nom);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

/* Rows are below the headings, which are in the template. */
static void
attach (PvScenarioMontantsWindow *self, GtkWidget *child, int column, guint row)
{
  gtk_widget_add_css_class (child, "pv-cell");
  gtk_grid_attach (self->grid, child, column, (int)row + 1, 1, 1);
}

static void
show_ecart (PvScenarioMontantsWindow *self, guint row, PvCents avant, PvCents apres)
{
  g_autofree char *text = pv_scenario_ecart_to_text (or_zero (apres) - or_zero (avant));

  pv_amount_label_set_text (
      PV_AMOUNT_LABEL (gtk_grid_get_child_at (self->grid, ECART, (int)row + 1)), text);
}

static void
add_row (PvScenarioMontantsWindow *self, guint row)
{
  const PvScenarioChangement *ligne = self->lignes->pdata[row];

  attach (self, name_new (ligne->financeur), NOM, row);
  attach (self, pv_amount_label_new (ligne->sollicite), SOLLICITE, row);
  attach (self, pv_amount_label_new (ligne->actuel), ACTUEL, row);
  attach (self,
          ligne->verrou == PV_SCENARIO_LIBRE ? entry_new (self, ligne, row) : locked_new (ligne),
          PROPOSE, row);
  attach (self, pv_amount_label_new (PV_CENTS_NULL), ECART, row);
}

static void
add_total (PvScenarioMontantsWindow *self)
{
  guint row = self->lignes->len;

  attach (self, name_new (_ ("Total")), NOM, row);
  for (int column = SOLLICITE; column < N_COLUMNS; column++)
    attach (self, pv_amount_label_new (PV_CENTS_NULL), column, row);
  for (int column = NOM; column < N_COLUMNS; column++)
    {
      GtkWidget *cell = gtk_grid_get_child_at (self->grid, column, (int)row + 1);

      gtk_widget_add_css_class (cell, "strong");
      gtk_widget_add_css_class (cell, "last");
    }
}

static void
make_rows (PvScenarioMontantsWindow *self)
{
  while (gtk_grid_get_child_at (self->grid, NOM, 1) != NULL)
    gtk_grid_remove_row (self->grid, 1);
  for (guint i = 0; i < self->lignes->len; i++)
    add_row (self, i);
  add_total (self);
}

static void
set_total (PvScenarioMontantsWindow *self, int column, PvCents cents)
{
  GtkWidget *label = gtk_grid_get_child_at (self->grid, column, (int)self->lignes->len + 1);

  pv_amount_label_set_cents (PV_AMOUNT_LABEL (label), cents);
}

static void
show_rows (PvScenarioMontantsWindow *self)
{
  PvCents sollicite = PV_CENTS_NULL, actuel = PV_CENTS_NULL, propose = PV_CENTS_NULL;

  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvScenarioChangement *ligne = self->lignes->pdata[i];
      GtkWidget *cell = gtk_grid_get_child_at (self->grid, PROPOSE, (int)i + 1);

      if (PV_IS_AMOUNT_ENTRY (cell))
        pv_amount_entry_set_cents (PV_AMOUNT_ENTRY (cell), ligne->propose);
      show_ecart (self, i, ligne->actuel, ligne->propose);
      pv_money_add (sollicite, ligne->sollicite, &sollicite);
      pv_money_add (actuel, ligne->actuel, &actuel);
      pv_money_add (propose, ligne->propose, &propose);
    }
  set_total (self, SOLLICITE, sollicite);
  set_total (self, ACTUEL, actuel);
  set_total (self, PROPOSE, propose);
  show_ecart (self, self->lignes->len, actuel, propose);
}

static gboolean
has_same_rows (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const PvScenarioChangement *left = a->pdata[i];
      const PvScenarioChangement *right = b->pdata[i];

      if (left->financement_id != right->financement_id || left->verrou != right->verrou ||
          left->sollicite != right->sollicite || left->actuel != right->actuel)
        return FALSE;
    }

  return TRUE;
}

static void
refresh (PvScenarioMontantsWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lignes = NULL;
  gboolean same;

  if (self->dossier_id == PV_INT_NULL)
    return;

  lignes = pv_scenario_store_list_dossier (pv_context_get_reader (self->context), self->scenario_id,
                                           self->dossier_id, &error);
  if (lignes == NULL)
    {
      gtk_label_set_text (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  same = has_same_rows (self->lignes, lignes);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  self->lignes = g_steal_pointer (&lignes);
  if (!same)
    make_rows (self);
  show_rows (self);
  gtk_stack_set_visible_child_name (self->stack, self->lignes->len > 0 ? "lines" : "none");
}

void
pv_scenario_montants_window_show (PvScenarioMontantsWindow *self, gint64 dossier_id)
{
  const PvScenarioDossier *dossier;
  g_autofree char *label = NULL;

  g_return_if_fail (PV_IS_SCENARIO_MONTANTS_WINDOW (self));

  dossier = find_dossier (self, dossier_id);
  if (dossier == NULL)
    return;
  label = dup_label (dossier, self->libelles != NULL
                                  ? pv_scenario_libelles_find (self->libelles, dossier_id)
                                  : NULL);
  self->dossier_id = dossier_id;
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  pv_choice_set_value (self->choice, dossier_id, label);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  refresh (self);
}

/* --- class ---------------------------------------------------------------------------------- */

static void
chosen_cb (PvScenarioMontantsWindow *self, gint64 key, const char *text)
{
  pv_scenario_montants_window_show (self, key);
}

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  return pv_scenario_store_list_libelles (db, *(const gint64 *)query_data, error);
}

/* Begins with the first dossier that the scenario changes. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvScenarioMontantsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *libelles = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  const GArray *ecarts;

  if (libelles == NULL || self->lecture == NULL)
    {
      g_clear_pointer (&libelles, g_ptr_array_unref);
      return;
    }
  self->libelles = libelles;
  ecarts = self->lecture->comparaison->ecarts;
  if (self->dossier_id == PV_INT_NULL && ecarts->len > 0)
    pv_scenario_montants_window_show (
        self, pv_scenario_donnees_get_dossier (self->lecture->donnees,
                                               g_array_index (ecarts, PvScenarioEcart, 0).dossier)
                  ->id);
}

static void
pv_scenario_montants_window_dispose (GObject *object)
{
  PvScenarioMontantsWindow *self = PV_SCENARIO_MONTANTS_WINDOW (object);

  g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
  g_clear_pointer (&self->libelles, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SCENARIO_MONTANTS_WINDOW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_scenario_montants_window_parent_class)->dispose (object);
}

static void
pv_scenario_montants_window_finalize (GObject *object)
{
  PvScenarioMontantsWindow *self = PV_SCENARIO_MONTANTS_WINDOW (object);

  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  g_free (self->nom);

  G_OBJECT_CLASS (pv_scenario_montants_window_parent_class)->finalize (object);
}

static void
pv_scenario_montants_window_class_init (PvScenarioMontantsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_scenario_montants_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_scenario_montants_window_finalize;
  g_type_ensure (PV_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/scenario/pv-scenario-montants-window.ui");
#define BIND(child)                                                                                \
  gtk_widget_class_bind_template_child (widget_class, PvScenarioMontantsWindow, child)
  BIND (title);
  BIND (choice);
  BIND (stack);
  BIND (grid);
  BIND (problem);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_scenario_montants_window_init (PvScenarioMontantsWindow *self)
{
  self->dossier_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_choice_set_func (self->choice, search_dossiers, self);
}

GtkWindow *
pv_scenario_montants_window_new (PvContext *context,
                                 GtkWindow *parent,
                                 PvScenarioLecture *lecture,
                                 const PvScenarioCote *cote)
{
  PvScenarioMontantsWindow *self = g_object_new (PV_TYPE_SCENARIO_MONTANTS_WINDOW, "transient-for",
                                                 parent, "destroy-with-parent", TRUE, NULL);

  self->context = g_object_ref (context);
  self->lecture = pv_scenario_lecture_ref (lecture);
  self->scenario_id = cote->id;
  self->nom = g_strdup (cote->nom);
  adw_window_title_set_subtitle (self->title, self->nom);
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  pv_context_query_async (context, read_in_worker,
                          g_memdup2 (&lecture->donnees->appel_id, sizeof (gint64)), g_free,
                          (GDestroyNotify)g_ptr_array_unref, NULL, read_cb, g_object_ref (self));

  return GTK_WINDOW (self);
}
