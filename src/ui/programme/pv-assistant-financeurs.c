/* pv-assistant-financeurs.c: which payers, which lines of credits, which first call
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-assistant-financeurs.h"

#include <glib/gi18n.h>

#include "parametres/pv-saisie-row.h"
#include "reference/pv-reference-liste.h"

struct _PvAssistantFinanceurs
{
  AdwBin parent_instance;

  GPtrArray *financeurs; /* of PvReferenceLigne */
  GPtrArray *dispositifs;
  GPtrArray *rows; /* AdwExpanderRow of each payer that is offered */
  char *shown;     /* territory */
  gboolean filled;

  AdwPreferencesGroup *appel;
  AdwPreferencesGroup *financeurs_group;
  PvSaisieRow *libelle, *genre, *depot_debut, *depot_fin;
};

G_DEFINE_FINAL_TYPE (PvAssistantFinanceurs, pv_assistant_financeurs, ADW_TYPE_BIN)

static GtkWidget *
check_new (const char *label, gpointer data)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (check), "pv-ligne", data);

  return check;
}

static void
add_dispositif (GtkWidget *expander, GtkWidget *above, PvReferenceLigne *ligne, GPtrArray *checks)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = check_new (ligne->dispositif->nom, ligne);
  const char *nature = pv_nature_credits_to_libelle (ligne->dispositif->nature_credits);

  g_object_set (row, "use-markup", FALSE, "title", ligne->dispositif->nom, "subtitle",
                nature != NULL ? nature : "", "title-lines", 2, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_bind_property (above, "active", row, "sensitive", G_BINDING_SYNC_CREATE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  g_ptr_array_add (checks, check);
}

/* The lists an AdwExpanderRow is made of have no names of their own. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static void
add_financeur (PvAssistantFinanceurs *self, PvReferenceLigne *financeur)
{
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *check = check_new (financeur->financeur, financeur);
  GPtrArray *checks = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->dispositifs->len; i++)
    {
      PvReferenceLigne *ligne = self->dispositifs->pdata[i];

      if (g_strcmp0 (ligne->parent, financeur->financeur) == 0)
        add_dispositif (expander, check, ligne, checks);
    }
  subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u line of credits", "%u lines of credits", checks->len),
      checks->len);
  g_object_set (expander, "use-markup", FALSE, "title", financeur->financeur, "subtitle", subtitle,
                NULL);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (expander), check);
  g_object_set_data (G_OBJECT (expander), "pv-check", check);
  g_object_set_data_full (G_OBJECT (expander), "pv-checks", checks,
                          (GDestroyNotify)g_ptr_array_unref);
  name_lists (expander, financeur->financeur);
  adw_preferences_group_add (self->financeurs_group, expander);
  g_ptr_array_add (self->rows, expander);
}

static void
propose_libelle (PvAssistantFinanceurs *self, gint64 exercice)
{
  g_autofree char *typed = pv_saisie_row_dup_value (self->libelle);
  g_autofree char *proposed = g_strdup_printf (_ ("Call for projects %d"), (int)exercice);

  if (typed == NULL || !self->filled)
    pv_saisie_row_set_value (self->libelle, proposed);
}

void
pv_assistant_financeurs_set_territoire (PvAssistantFinanceurs *self,
                                        const char *territoire,
                                        gint64 exercice)
{
  g_return_if_fail (PV_IS_ASSISTANT_FINANCEURS (self));

  propose_libelle (self, exercice);
  if (self->filled && g_strcmp0 (self->shown, territoire) == 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->financeurs_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_free (self->shown);
  self->shown = g_strdup (territoire);
  for (guint i = 0; i < self->financeurs->len; i++)
    if (pv_reference_ligne_is_in (self->financeurs->pdata[i], territoire))
      add_financeur (self, self->financeurs->pdata[i]);
  self->filled = TRUE;
}

static gboolean
is_kept (gpointer check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

GPtrArray *
pv_assistant_financeurs_list_financeurs (PvAssistantFinanceurs *self)
{
  GPtrArray *kept = g_ptr_array_new ();

  g_return_val_if_fail (PV_IS_ASSISTANT_FINANCEURS (self), kept);

  for (guint i = 0; i < self->rows->len; i++)
    {
      gpointer check = g_object_get_data (self->rows->pdata[i], "pv-check");

      if (is_kept (check))
        g_ptr_array_add (kept,
                         ((PvReferenceLigne *)g_object_get_data (check, "pv-ligne"))->financeur);
    }

  return kept;
}

GPtrArray *
pv_assistant_financeurs_list_dispositifs (PvAssistantFinanceurs *self)
{
  GPtrArray *kept = g_ptr_array_new ();

  g_return_val_if_fail (PV_IS_ASSISTANT_FINANCEURS (self), kept);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *checks = g_object_get_data (self->rows->pdata[i], "pv-checks");

      for (guint j = 0;
           is_kept (g_object_get_data (self->rows->pdata[i], "pv-check")) && j < checks->len; j++)
        if (is_kept (checks->pdata[j]))
          g_ptr_array_add (kept, g_object_get_data (checks->pdata[j], "pv-ligne"));
    }

  return kept;
}

PvAppel *
pv_assistant_financeurs_dup_appel (PvAssistantFinanceurs *self)
{
  PvAppel *appel = pv_appel_new ();
  g_autofree char *genre = NULL;

  g_return_val_if_fail (PV_IS_ASSISTANT_FINANCEURS (self), appel);

  genre = pv_saisie_row_dup_value (self->genre);
  appel->libelle = pv_saisie_row_dup_value (self->libelle);
  appel->depot_debut = pv_saisie_row_dup_value (self->depot_debut);
  appel->depot_fin = pv_saisie_row_dup_value (self->depot_fin);
  if (!pv_appel_genre_from_id (genre, &appel->genre))
    appel->genre = PV_APPEL_GENRE_AAP;

  return appel;
}

gboolean
pv_assistant_financeurs_check (PvAssistantFinanceurs *self)
{
  PvSaisieRow *rows[] = { self->libelle, self->depot_debut, self->depot_fin };
  g_autoptr (PvAppel) appel = NULL;

  g_return_val_if_fail (PV_IS_ASSISTANT_FINANCEURS (self), FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (pv_saisie_row_check (rows[i]) != NULL)
      {
        gtk_widget_grab_focus (pv_saisie_row_get_control (rows[i]));
        return FALSE;
      }
  appel = pv_assistant_financeurs_dup_appel (self);
  if (appel->depot_debut != NULL && appel->depot_fin != NULL &&
      g_strcmp0 (appel->depot_debut, appel->depot_fin) > 0)
    {
      pv_saisie_row_set_problem (self->depot_fin, _ ("The end is before the beginning."));
      gtk_widget_grab_focus (pv_saisie_row_get_control (self->depot_fin));
      return FALSE;
    }

  return TRUE;
}

static PvSaisieRow *
add_row (PvAssistantFinanceurs *self, PvSaisie saisie, const char *title, gboolean required)
{
  GtkWidget *row = pv_saisie_row_new (saisie, title, required);

  adw_preferences_group_add (self->appel, row);
  pv_saisie_row_set_activates_default (PV_SAISIE_ROW (row));

  return PV_SAISIE_ROW (row);
}

static void
fill_genres (PvSaisieRow *row)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < pv_appel_genre_vocabulaire.n; i++)
    {
      g_ptr_array_add (ids, (gpointer)pv_appel_genre_vocabulaire.mots[i].id);
      g_ptr_array_add (labels, (gpointer)pv_appel_genre_vocabulaire.mots[i].libelle);
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  pv_saisie_row_set_choices (row, (const char *const *)ids->pdata,
                             (const char *const *)labels->pdata);
  pv_saisie_row_set_value (row, pv_appel_genre_to_id (PV_APPEL_GENRE_AAP));
}

static void
pv_assistant_financeurs_dispose (GObject *object)
{
  PvAssistantFinanceurs *self = PV_ASSISTANT_FINANCEURS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ASSISTANT_FINANCEURS);
  g_clear_pointer (&self->financeurs, g_ptr_array_unref);
  g_clear_pointer (&self->dispositifs, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (pv_assistant_financeurs_parent_class)->dispose (object);
}

static void
pv_assistant_financeurs_class_init (PvAssistantFinanceursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_assistant_financeurs_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-assistant-financeurs.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAssistantFinanceurs, appel);
  gtk_widget_class_bind_template_child_full (
      widget_class, "financeurs", FALSE, G_STRUCT_OFFSET (PvAssistantFinanceurs, financeurs_group));
}

static void
pv_assistant_financeurs_init (PvAssistantFinanceurs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->financeurs = pv_reference_list_financeurs (NULL);
  self->dispositifs = pv_reference_list_dispositifs (NULL);
  if (self->financeurs == NULL)
    self->financeurs = g_ptr_array_new ();
  if (self->dispositifs == NULL)
    self->dispositifs = g_ptr_array_new ();
  self->libelle = add_row (self, PV_SAISIE_TEXTE, _ ("Name of the call"), TRUE);
  self->genre = add_row (self, PV_SAISIE_CHOIX, _ ("Kind"), TRUE);
  self->depot_debut = add_row (self, PV_SAISIE_DATE, _ ("Applications from"), FALSE);
  self->depot_fin = add_row (self, PV_SAISIE_DATE, _ ("Applications until"), FALSE);
  fill_genres (self->genre);
}
