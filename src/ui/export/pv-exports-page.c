/* pv-exports-page.c: what can be written, and what it will hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-exports-page-private.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "context/pv-reading.h"
#include "export/pv-export-apercu.h"
#include "export/pv-exports-seances.h"
#include "financement/pv-publication-store.h"
#include "institution/pv-institution-store.h"
#include "widget/pv-format.h"

G_DEFINE_FINAL_TYPE (PvExportsPage, pv_exports_page, PV_TYPE_PAGE)

/* --- what is chosen ---------------------------------------------------------------- */

const PvExportKind *
pv_exports_page_get_kind (PvExportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  return pv_export_get_kind (selected < pv_export_get_n_kinds () ? selected : 0);
}

PvFiltre
pv_exports_page_get_filtre (PvExportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->scope_row);

  return selected < self->filtres->len ? g_array_index (self->filtres, PvFiltre, selected)
                                       : (PvFiltre)PV_FILTRE_TOUT;
}

static const char *
chosen_institution (PvExportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->institution_row);

  if (!pv_export_kind_needs_institution (pv_exports_page_get_kind (self)) ||
      self->institutions == NULL || selected >= self->institutions->len)
    return NULL;

  return ((const PvInstitution *)g_ptr_array_index (self->institutions, selected))->nom;
}

/* (nullable): all of them */
static const PvAttribuant *
chosen_attribuant (PvExportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->attribuant_row);

  return self->attribuants != NULL && selected > 0 && selected <= self->attribuants->len
             ? self->attribuants->pdata[selected - 1]
             : NULL;
}

/* --- the sheets -------------------------------------------------------------------- */

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_sheet (PvExportsPage *self, const PvExportFeuille *feuille)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *n = pv_count_to_text (feuille->n_lignes);
  g_autofree char *text =
      feuille->n_lignes == PV_INT_NULL
          ? g_strdup ("")
          : g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", (gulong)feuille->n_lignes), n);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), feuille->nom);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), feuille->description);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, feuille->n_lignes == 0 ? "dim-label" : "secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->sheets_group, row);
  g_ptr_array_add (self->sheets, row);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvExportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  g_autofree char *escaped = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;

  g_clear_object (&self->counting);
  gtk_spinner_stop (self->spinner);
  clear_rows (self->sheets_group, self->sheets);
  escaped = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;
  adw_preferences_group_set_description (self->sheets_group, escaped);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    add_sheet (self, g_ptr_array_index (sheets, i));
}

PvExportDemande *
pv_exports_page_make_demande (PvExportsPage *self, const char *path)
{
  PvExportDemande *demande =
      pv_export_demande_new (pv_exports_page_get_kind (self), pv_exports_page_get_filtre (self),
                             chosen_institution (self), path);

  if (pv_export_kind_needs_seance (pv_exports_page_get_kind (self)))
    pv_export_demande_set_seance (demande,
                                  pv_exports_seances_get (self->seance_row, self->seances));

  if (pv_export_kind_is_publication (pv_exports_page_get_kind (self)))
    pv_export_demande_set_publication (demande, chosen_attribuant (self),
                                       gtk_switch_get_active (self->tout_switch));

  return demande;
}

static void
preview_publication (PvExportsPage *self)
{
  g_autoptr (PvExportDemande) demande = pv_exports_page_make_demande (self, NULL);

  pv_exports_publication_load (self->publication_box, pv_page_get_context (PV_PAGE (self)),
                               demande);
}

static void
count_sheets (PvExportsPage *self)
{
  pv_reading_renew (&self->counting);
  gtk_spinner_start (self->spinner);
  pv_context_query_async (
      pv_page_get_context (PV_PAGE (self)), pv_export_compter,
      pv_exports_page_make_demande (self, NULL), (GDestroyNotify)pv_export_demande_unref,
      (GDestroyNotify)g_ptr_array_unref, self->counting, counted_cb, g_object_ref (self));
}

/* --- what can be chosen ------------------------------------------------------------ */

static void
add_scope (PvExportsPage *self, GtkStringList *names, PvFiltre filtre, const char *name)
{
  g_array_append_val (self->filtres, filtre);
  gtk_string_list_append (names, name);
}

static gboolean
has_year (PvExportsPage *self, gint64 year)
{
  for (guint i = 0; i < self->filtres->len; i++)
    if (g_array_index (self->filtres, PvFiltre, i).exercice == year)
      return TRUE;

  return FALSE;
}

/* What a kind is about when nothing is said. */
static PvFiltre
get_usual_filtre (PvExportsPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));

  return pv_export_kind_compares_exercices (pv_exports_page_get_kind (self))
             ? (PvFiltre)PV_FILTRE_TOUT
             : (PvFiltre){ pv_context_get_appel (context), PV_INT_NULL };
}

static void
select_scope (PvExportsPage *self, PvFiltre wanted)
{
  guint selected = 0;

  for (guint i = 0; i < self->filtres->len; i++)
    {
      const PvFiltre *filtre = &g_array_index (self->filtres, PvFiltre, i);

      if (filtre->appel_id == wanted.appel_id && filtre->exercice == wanted.exercice)
        selected = i;
    }
  adw_combo_row_set_selected (self->scope_row, selected);
}

/* All, the appels, the years. */
static void
list_scopes (PvExportsPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  gint64 used = pv_context_get_appel (context);
  PvFiltre wanted =
      self->filtres->len > 0 ? pv_exports_page_get_filtre (self) : get_usual_filtre (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->filtres, 0);
  g_clear_pointer (&self->appels, g_ptr_array_unref);
  self->appels = pv_appel_store_list (pv_context_get_reader (context), NULL);
  add_scope (self, names, (PvFiltre)PV_FILTRE_TOUT, _ ("The whole programme"));
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (self->appels, i);
      g_autofree char *name =
          g_strdup_printf (appel->id == used ? _ ("%s (%d), the appel in use") : _ ("%s (%d)"),
                           appel->libelle, (int)appel->exercice);

      add_scope (self, names, (PvFiltre){ appel->id, PV_INT_NULL }, name);
    }
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (self->appels, i);
      g_autofree char *name = g_strdup_printf (_ ("Exercice %d"), (int)appel->exercice);

      if (!has_year (self, appel->exercice))
        add_scope (self, names, (PvFiltre){ PV_INT_NULL, appel->exercice }, name);
    }

  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (names));
  select_scope (self, wanted);
}

static void
list_institutions (PvExportsPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->institution_row);
  /* another may have taken its row meanwhile */
  gint64 chosen =
      self->institutions != NULL && selected < self->institutions->len
          ? ((const PvInstitution *)g_ptr_array_index (self->institutions, selected))->id
          : PV_INT_NULL;

  selected = 0;
  g_clear_pointer (&self->institutions, g_ptr_array_unref);
  self->institutions = pv_institution_store_list (pv_context_get_reader (context), NULL);
  for (guint i = 0; self->institutions != NULL && i < self->institutions->len; i++)
    {
      const PvInstitution *institution = g_ptr_array_index (self->institutions, i);

      gtk_string_list_append (names, institution->nom);
      if (institution->id == chosen)
        selected = i;
    }
  adw_combo_row_set_model (self->institution_row, G_LIST_MODEL (names));
  if (self->institutions != NULL && self->institutions->len > 0)
    adw_combo_row_set_selected (self->institution_row, selected);
}

static void
show_attribuants (PvExportsPage *self, GPtrArray *attribuants)
{
  const PvAttribuant *before = chosen_attribuant (self);
  gint64 chosen = before != NULL ? before->financeur_id : PV_INT_NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gboolean filling = self->filling;
  guint selected = 0;

  gtk_string_list_append (names, _ ("All public funders"));
  for (guint i = 0; attribuants != NULL && i < attribuants->len; i++)
    {
      const PvAttribuant *attribuant = attribuants->pdata[i];

      gtk_string_list_append (names, attribuant->nom);
      if (attribuant->financeur_id == chosen)
        selected = i + 1;
    }
  g_clear_pointer (&self->attribuants, g_ptr_array_unref);
  self->attribuants = attribuants;
  self->filling = TRUE;
  adw_combo_row_set_model (self->attribuant_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->attribuant_row, selected);
  self->filling = filling;
  /* the one that was chosen pays none of these dossiers */
  if (chosen != PV_INT_NULL && selected == 0)
    preview_publication (self);
}

static void
attribuants_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvExportsPage) self = user_data;
  g_autoptr (GPtrArray) attribuants = pv_context_query_finish (PV_CONTEXT (source), result, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->listing)
    return;

  g_clear_object (&self->listing);
  show_attribuants (self, g_steal_pointer (&attribuants));
}

static gpointer
list_in_worker (PvDb *db, gpointer filtre, GCancellable *cancellable, GError **error)
{
  return pv_publication_store_list_attribuants (db, filtre, error);
}

static void
forget_attribuants (PvExportsPage *self)
{
  pv_reading_stop (&self->listing);
  g_clear_pointer (&self->listed, g_free);
}

/* The public payers of the dossiers that are chosen, once for these dossiers as the file is; the
 * one chosen before stays. */
static void
list_attribuants (PvExportsPage *self)
{
  PvFiltre filtre = pv_exports_page_get_filtre (self);

  if (self->listed != NULL && self->listed->appel_id == filtre.appel_id &&
      self->listed->exercice == filtre.exercice)
    return;
  forget_attribuants (self);
  self->listed = g_memdup2 (&filtre, sizeof filtre);
  pv_reading_renew (&self->listing);
  pv_context_query_async (pv_page_get_context (PV_PAGE (self)), list_in_worker,
                          g_memdup2 (&filtre, sizeof filtre), g_free,
                          (GDestroyNotify)g_ptr_array_unref, self->listing, attribuants_cb,
                          g_object_ref (self));
}

/* A file about a séance needs one. */
void
pv_exports_page_update_choose (PvExportsPage *self)
{
  gboolean seance = pv_export_kind_needs_seance (pv_exports_page_get_kind (self));
  gboolean possible = !seance || pv_exports_seances_get (self->seance_row, self->seances) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exports.choose",
                                 possible && self->writing == NULL);
  adw_preferences_group_set_description (
      self->choice_group,
      pv_export_kind_is_publication (pv_exports_page_get_kind (self))
          ? _ ("To publish on a data portal. No contact and no person is named; a grant that would "
               "break the schema is not written, and is told.")
      : pv_export_kind_takes_dossiers (pv_exports_page_get_kind (self))
          ? _ ("One document for each dossier, from a template that is chosen, and seen, in the "
               "next window. Templates are changed in the settings.")
      : !seance  ? _ ("For those who work in a spreadsheet: figures are figures, totals follow the "
                       "filters.")
      : possible ? _ ("To be signed and handed out, or to work on in a spreadsheet. Before the "
                      "séance is closed, it is a draft.")
                 : _ ("No séance is prepared yet."));
}

static void
selected_cb (PvExportsPage *self)
{
  gboolean seance = pv_export_kind_needs_seance (pv_exports_page_get_kind (self));

  gboolean publication = pv_export_kind_is_publication (pv_exports_page_get_kind (self));
  gboolean documents = pv_export_kind_takes_dossiers (pv_exports_page_get_kind (self));

  if (self->filling)
    return;

  if (publication)
    list_attribuants (self);
  gtk_widget_set_visible (GTK_WIDGET (self->attribuant_row), publication);
  gtk_widget_set_visible (GTK_WIDGET (self->tout_row), publication);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets_group), !publication && !documents);
  gtk_widget_set_visible (GTK_WIDGET (self->publication_box), publication);
  gtk_widget_set_visible (GTK_WIDGET (self->institution_row),
                          pv_export_kind_needs_institution (pv_exports_page_get_kind (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->seance_row), seance);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row), !seance);
  pv_exports_page_update_choose (self);
  if (publication)
    preview_publication (self);
  else
    count_sheets (self);
}

/* Another kind begins with what it is usually about. */
static void
kind_cb (PvExportsPage *self)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  select_scope (self, get_usual_filtre (self));
  self->filling = FALSE;
  selected_cb (self);
}

/* --- class ------------------------------------------------------------------------- */

static void
pv_exports_page_refresh (PvPage *page)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (page);

  self->filling = TRUE;
  list_scopes (self);
  list_institutions (self);
  self->seances = pv_exports_seances_list (self->seance_row, g_steal_pointer (&self->seances),
                                           pv_context_get_reader (pv_page_get_context (page)));
  pv_exports_recents_show (self->recent_group,
                           pv_context_get_settings (pv_page_get_context (page)));
  self->filling = FALSE;
  forget_attribuants (self);
  selected_cb (self);
}

/* The lists of the current choices are controls of their own, inside. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_VIEW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

/* The workers hold the page: they end with its window. */
static void
pv_exports_page_unroot (GtkWidget *widget)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_cancellable_cancel (self->listing);
  g_cancellable_cancel (self->choosing);
  pv_exports_publication_cancel (self->publication_box);
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);

  GTK_WIDGET_CLASS (pv_exports_page_parent_class)->unroot (widget);
}

static void
pv_exports_page_dispose (GObject *object)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (object);

  self->filling = TRUE;
  g_clear_object (&self->counting);
  g_clear_object (&self->choosing);
  g_clear_object (&self->writing);
  forget_attribuants (self);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->demande, pv_export_demande_unref);
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_EXPORTS_PAGE);
  g_clear_pointer (&self->appels, g_ptr_array_unref);
  g_clear_pointer (&self->filtres, g_array_unref);
  g_clear_pointer (&self->institutions, g_ptr_array_unref);
  g_clear_pointer (&self->seances, g_ptr_array_unref);
  g_clear_pointer (&self->attribuants, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_exports_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, choice_group);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, scope_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, institution_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, seance_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, attribuant_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, tout_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, tout_switch);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, step_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, result_box);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, result_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, warning_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, folder_button);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, sheets_group);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, publication_box);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, recent_group);
}

static void
pv_exports_page_class_init (PvExportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_exports_page_dispose;
  widget_class->unroot = pv_exports_page_unroot;
  PV_PAGE_CLASS (klass)->refresh = pv_exports_page_refresh;

  g_type_ensure (PV_TYPE_EXPORTS_PUBLICATION);
  g_type_ensure (PV_TYPE_EXPORTS_RECENTS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/export/pv-exports-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);

  pv_exports_page_install_actions (widget_class);
}

static void
pv_exports_page_init (PvExportsPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->filling = TRUE;
  self->filtres = g_array_new (FALSE, FALSE, sizeof (PvFiltre));
  self->sheets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_attribuants (self, NULL);
  for (guint i = 0; i < pv_export_get_n_kinds (); i++)
    gtk_string_list_append (kinds, pv_export_kind_get_title (pv_export_get_kind (i)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  /* nothing to choose: it is said above what is written */
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), pv_export_get_n_kinds () > 1);
  if (pv_export_get_n_kinds () == 1)
    {
      g_autofree char *text =
          g_strdup_printf ("%s. %s", pv_export_kind_get_title (pv_export_get_kind (0)),
                           adw_preferences_group_get_description (self->choice_group));

      adw_preferences_group_set_description (self->choice_group, text);
    }
  name_lists (GTK_WIDGET (self->kind_row), _ ("Kind of file"));
  name_lists (GTK_WIDGET (self->scope_row), _ ("Dossiers"));
  name_lists (GTK_WIDGET (self->institution_row), _ ("Institution"));
  name_lists (GTK_WIDGET (self->seance_row), _ ("Séance"));
  name_lists (GTK_WIDGET (self->attribuant_row), _ ("Funder"));
}

gboolean
pv_exports_page_is_busy (PvExportsPage *self)
{
  g_return_val_if_fail (PV_IS_EXPORTS_PAGE (self), FALSE);

  return self->writing != NULL;
}
