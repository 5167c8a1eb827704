/* pv-import-etape-profil.c: step Profile: where the table comes from, and where its rows go
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-etape-profil.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"

/* Years around this one that may be chosen. */
#define YEARS_BEFORE 8
#define YEARS_AFTER 2

struct _PvImportEtapeProfil
{
  AdwBin parent_instance;

  PvImportSession *session;
  GPtrArray *profiles; /* of PvProfile */
  GPtrArray *appels;   /* of PvAppel */
  gint64 first_year;
  gboolean filling;

  AdwPreferencesGroup *profile_group;
  AdwComboRow *profile_row;
  AdwActionRow *known_row;
  GtkSpinner *spinner;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  AdwComboRow *appel_row;
  AdwComboRow *exercice_row;
};

G_DEFINE_FINAL_TYPE (PvImportEtapeProfil, pv_import_etape_profil, ADW_TYPE_BIN)

/* --- what may be chosen ------------------------------------------------------------ */

static void
list_profiles (PvImportEtapeProfil *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->profiles = pv_profiles_load (NULL);
  for (guint i = 0; self->profiles != NULL && i < self->profiles->len; i++)
    gtk_string_list_append (names, pv_profile_get_name (g_ptr_array_index (self->profiles, i)));
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (names));
}

static void
list_appels (PvImportEtapeProfil *self)
{
  PvContext *context = pv_import_session_get_context (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("The one of the source and its year"));
  self->appels = pv_appel_store_list (pv_context_get_reader (context), NULL);
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (self->appels, i);
      g_autofree char *name =
          g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", appel->libelle, appel->exercice);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->appel_row, G_LIST_MODEL (names));
}

static void
list_years (PvImportEtapeProfil *self)
{
  g_autofree char *today = pv_context_get_today (pv_import_session_get_context (self->session));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->first_year = g_ascii_strtoll (today, NULL, 10) - YEARS_BEFORE;
  gtk_string_list_append (names, _ ("Found in the table"));
  for (gint64 i = 0; i <= YEARS_BEFORE + YEARS_AFTER; i++)
    {
      g_autofree char *year = g_strdup_printf ("%" G_GINT64_FORMAT, self->first_year + i);

      gtk_string_list_append (names, year);
    }
  adw_combo_row_set_model (self->exercice_row, G_LIST_MODEL (names));
}

/* --- what is chosen ---------------------------------------------------------------- */

static guint
find_profile (PvImportEtapeProfil *self, const char *id)
{
  for (guint i = 0; self->profiles != NULL && i < self->profiles->len; i++)
    if (g_str_equal (pv_profile_get_id (g_ptr_array_index (self->profiles, i)), id))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
describe_profile (PvImportEtapeProfil *self)
{
  guint selected = adw_combo_row_get_selected (self->profile_row);

  if (self->profiles != NULL && selected < self->profiles->len)
    adw_preferences_group_set_description (
        self->profile_group,
        pv_profile_get_description (g_ptr_array_index (self->profiles, selected)));
}

static void
profile_selected_cb (PvImportEtapeProfil *self)
{
  guint selected = adw_combo_row_get_selected (self->profile_row);

  describe_profile (self);
  if (self->filling || self->session == NULL || selected >= self->profiles->len)
    return;

  pv_import_session_set_profile (self->session,
                                 pv_profile_get_id (g_ptr_array_index (self->profiles, selected)));
}

static void
target_selected_cb (PvImportEtapeProfil *self)
{
  guint appel = adw_combo_row_get_selected (self->appel_row);
  guint year = adw_combo_row_get_selected (self->exercice_row);
  const PvAppel *chosen = NULL;
  gint64 exercice = PV_INT_NULL;

  if (self->session == NULL || self->appels == NULL)
    return;

  if (appel != GTK_INVALID_LIST_POSITION && appel > 0)
    chosen = g_ptr_array_index (self->appels, appel - 1);
  if (year != GTK_INVALID_LIST_POSITION && year > 0)
    exercice = self->first_year + year - 1;
  else if (chosen != NULL) /* its own year: another one would make another appel */
    exercice = chosen->exercice;
  pv_import_session_set_target (self->session, chosen != NULL ? chosen->libelle : NULL, exercice);
}

static void
describe_columns (PvImportEtapeProfil *self, const PvImportLecture *lecture)
{
  guint matched = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < lecture->columns->len; i++)
    matched += ((const PvImportColumn *)g_ptr_array_index (lecture->columns, i))->field != NULL;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u column", "%u of %u columns", lecture->columns->len),
      matched, lecture->columns->len);
  adw_action_row_set_subtitle (self->known_row, text);
}

static void
changed_cb (PvImportEtapeProfil *self)
{
  const PvImportLecture *lecture = pv_import_session_get_lecture (self->session);
  const char *problem = pv_import_session_get_problem (self->session);
  gboolean busy = pv_import_session_is_busy (self->session);

  gtk_spinner_set_spinning (self->spinner, busy);
  if (problem == NULL && lecture != NULL && lecture->unknown)
    problem = _ ("No profile knows the columns of this table. Choose the nearest one, then match "
                 "the columns by hand in the next step: they are remembered.");
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL && !busy);
  if (lecture == NULL || pv_import_session_get_etat (self->session) == PV_IMPORT_ETAT_VIDE)
    {
      adw_action_row_set_subtitle (self->known_row, "–");
      return;
    }

  self->filling = TRUE;
  adw_combo_row_set_selected (self->profile_row, find_profile (self, lecture->profile));
  self->filling = FALSE;
  describe_profile (self);
  describe_columns (self, lecture);
}

static void
pv_import_etape_profil_dispose (GObject *object)
{
  PvImportEtapeProfil *self = PV_IMPORT_ETAPE_PROFIL (object);

  self->filling = TRUE;
  g_clear_object (&self->session);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_IMPORT_ETAPE_PROFIL);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->appels, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_import_etape_profil_parent_class)->dispose (object);
}

static void
pv_import_etape_profil_class_init (PvImportEtapeProfilClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_import_etape_profil_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-etape-profil.ui");
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, profile_group);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, profile_row);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, known_row);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, appel_row);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeProfil, exercice_row);
  gtk_widget_class_bind_template_callback (widget_class, profile_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_selected_cb);
}

/* The list of the current choice is a control of its own, inside. */
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

static void
pv_import_etape_profil_init (PvImportEtapeProfil *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  name_lists (GTK_WIDGET (self->profile_row), _ ("Profile"));
  name_lists (GTK_WIDGET (self->appel_row), _ ("Appel"));
  name_lists (GTK_WIDGET (self->exercice_row), _ ("Exercice"));
}

void
pv_import_etape_profil_set_session (PvImportEtapeProfil *self, PvImportSession *session)
{
  g_return_if_fail (PV_IS_IMPORT_ETAPE_PROFIL (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  list_profiles (self);
  list_appels (self);
  list_years (self);
  self->filling = FALSE;
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
