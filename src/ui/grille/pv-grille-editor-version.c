/* pv-grille-editor-version.c: asks before a grid in use gets a new version
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "grille/pv-critere-store.h"
#include "grille/pv-grille-editor-private.h"

typedef struct
{
  gint64 id;
  GPtrArray *criteres;
  gboolean reporter;
  gint64 made;
} Version;

static gboolean
write_version (PvDb *db, gpointer data, GError **error)
{
  Version *version = data;

  return pv_grille_nouvelle_version (db, version->id, version->criteres, version->reporter,
                                     &version->made, error);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  PvGrilleEditor *self = user_data;
  GtkCheckButton *take = g_object_get_data (G_OBJECT (dialog), "pv-reporter");
  g_autoptr (GPtrArray) criteres = NULL;
  g_autoptr (GError) error = NULL;
  Version version;

  if (!g_str_equal (response, "version") || self->context == NULL || self->grille == NULL)
    return;
  criteres = g_ptr_array_ref (pv_grille_editor_get_criteres (self));
  version = (Version){ self->id, criteres, take != NULL && gtk_check_button_get_active (take),
                       PV_INT_NULL };
  if (!pv_grille_editor_act (self, "grille-version", write_version, &version, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  g_hash_table_remove (self->attentes, &version.id);
  pv_grille_editor_made (self, version.made);
}

/* --- what it does, in words ------------------------------------------------------------------ */

static const PvCritere *
find_critere (GPtrArray *criteres, gint64 id)
{
  for (guint i = 0; i < criteres->len; i++)
    if (((PvCritere *)criteres->pdata[i])->id == id)
      return criteres->pdata[i];

  return NULL;
}

static void
append_name (GString *names, const PvCritere *critere)
{
  if (names->len > 0)
    g_string_append (names, ", ");
  g_string_append_printf (names, _ ("“%s”"), critere->libelle);
}

static void
append_line (GString *body, const char *intro, GString *names)
{
  if (names->len > 0)
    g_string_append_printf (body, "\n%s %s.", intro, names->str);
}

static void
describe_criteres (PvGrilleEditor *self, GString *body)
{
  GPtrArray *criteres = pv_grille_editor_get_criteres (self);
  g_autoptr (GString) added = g_string_new (NULL);
  g_autoptr (GString) changed = g_string_new (NULL);
  g_autoptr (GString) removed = g_string_new (NULL);
  guint kept = 0;

  for (guint i = 0; i < criteres->len; i++)
    {
      const PvCritere *critere = criteres->pdata[i];
      const PvCritere *old = find_critere (self->criteres, critere->id);

      if (old == NULL)
        append_name (added, critere);
      else if (pv_critere_is_repris (old, critere))
        kept++;
      else
        append_name (changed, old);
    }
  for (guint i = 0; i < self->criteres->len; i++)
    if (find_critere (criteres, ((PvCritere *)self->criteres->pdata[i])->id) == NULL)
      append_name (removed, self->criteres->pdata[i]);

  g_string_append_printf (body,
                          g_dngettext (GETTEXT_PACKAGE,
                                       "%u criterion keeps its label and its maximum.",
                                       "%u criteria keep their label and their maximum.", kept),
                          kept);
  append_line (body, _ ("Changed, to be marked again:"), changed);
  append_line (body, _ ("Added:"), added);
  append_line (body, _ ("Removed:"), removed);
}

static char *
describe (PvGrilleEditor *self)
{
  GString *body = g_string_new (NULL);
  gulong submitted = (gulong)self->usage.n_soumises;

  describe_criteres (self, body);
  g_string_append_c (body, '\n');
  if (submitted > 0)
    {
      g_string_append_c (body, '\n');
      g_string_append_printf (
          body,
          g_dngettext (GETTEXT_PACKAGE, "%lu submission keeps its marks on version %d.",
                       "%lu submissions keep their marks on version %d.", submitted),
          submitted, (int)self->grille->version);
    }
  if (self->usage.n_appels > 0)
    {
      g_string_append_c (body, '\n');
      g_string_append (body, _ ("The calls that use this grid will use the new version."));
    }

  return g_string_free (body, FALSE);
}

static GtkWidget *
choices_new (PvGrilleEditor *self, GtkWidget **take)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gulong n = (gulong)self->usage.n_brouillons;
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%lu draft has marks", "%lu drafts have marks", n), n);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *stay = gtk_check_button_new_with_label (
      g_dngettext (GETTEXT_PACKAGE, "It is marked again on the new version",
                   "They are marked again on the new version", n));

  *take = gtk_check_button_new_with_label (g_dngettext (
      GETTEXT_PACKAGE,
      "It goes on with the new version, with the marks of the criteria that are kept",
      "They go on with the new version, with the marks of the criteria that are kept", n));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (*take), GTK_CHECK_BUTTON (stay));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (*take), TRUE);
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (*take)), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), stay);
  gtk_box_append (GTK_BOX (box), *take);

  return box;
}

void
pv_grille_editor_ask_version (PvGrilleEditor *self)
{
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (self->context == NULL || self->grille == NULL)
    return;
  heading = g_strdup_printf (_ ("New version of “%s”?"), self->grille->nom);
  body = describe (self);
  dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);
  if (self->usage.n_brouillons > 0)
    {
      GtkWidget *take;

      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), choices_new (self, &take));
      g_object_set_data (G_OBJECT (dialog), "pv-reporter", take);
    }
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "version",
                                    _ ("_Make the Version"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "version",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "version");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
