/* pv-import-assistant.c: the window that brings a table into the programme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-assistant.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/pv-import-enregistrement.h"
#include "import/pv-import-etape-apercu.h"
#include "import/pv-import-etape-correspondances.h"
#include "import/pv-import-etape-fichier.h"
#include "import/pv-import-etape-profil.h"
#include "import/pv-import-etape-rapport.h"
#include "widget/pv-format.h"
#include "widget/pv-save-chooser.h"

#define MAX_RECENT 8

typedef enum
{
  FICHIER,
  PROFIL,
  CORRESPONDANCES,
  APERCU,
  RAPPORT,
  N_ETAPES
} Etape;

struct _PvImportAssistant
{
  AdwWindow parent_instance;

  PvImportSession *session;
  Etape etape;
  gboolean closing; /* once the work under way has left nothing behind */
  GtkFileChooserNative *chooser;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title_widget;
  GtkButton *abandon_button;
  GtkButton *back_button;
  AdwButtonContent *back_content;
  GtkButton *next_button;
  GtkStack *stack;
  GtkImage *lock_image;
  GtkLabel *lock_label;
  GtkWidget *steps[N_ETAPES];
  GtkWidget *ticks[N_ETAPES];
  PvImportEtapeFichier *fichier;
  PvImportEtapeProfil *profil;
  PvImportEtapeCorrespondances *correspondances;
  PvImportEtapeApercu *apercu;
  PvImportEtapeRapport *rapport;
};

G_DEFINE_FINAL_TYPE (PvImportAssistant, pv_import_assistant, ADW_TYPE_WINDOW)

static const struct
{
  const char *page;
  const char *title;
} etapes[N_ETAPES] = {
  { "fichier", N_ ("File") },
  { "profil", N_ ("Profile") },
  { "correspondances", N_ ("Correspondences") },
  { "apercu", N_ ("Preview") },
  { "rapport", N_ ("Report") },
};

static void
tell (PvImportAssistant *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* --- what the window shows --------------------------------------------------------- */

static void
update_strip (PvImportAssistant *self)
{
  for (guint i = 0; i < N_ETAPES; i++)
    {
      gboolean done = i < self->etape || self->etape == RAPPORT;
      gboolean now = i == self->etape && !done;

      (done ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->steps[i], "done");
      (now ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (self->steps[i], "now");
      gtk_widget_set_visible (self->ticks[i], done);
    }
  gtk_image_set_from_icon_name (self->lock_image, self->etape == RAPPORT
                                                      ? "object-select-symbolic"
                                                      : "changes-prevent-symbolic");
  gtk_label_set_label (self->lock_label, self->etape == RAPPORT
                                             ? _ ("Written to the programme")
                                             : _ ("Nothing is written to the programme yet"));
}

static void
update_title (PvImportAssistant *self)
{
  const PvImportLecture *lecture = pv_import_session_get_lecture (self->session);
  g_autofree char *name = pv_import_session_dup_name (self->session);
  g_autofree char *text = NULL;

  if (lecture != NULL && self->etape != FICHIER)
    text = g_strdup_printf (_ ("%s — profile: %s"), name, lecture->profile_name);
  adw_window_title_set_subtitle (self->title_widget, text != NULL ? text : name);
}

static char *
name_next (PvImportAssistant *self)
{
  guint n = pv_import_session_count_writes (self->session);
  g_autofree char *count = pv_count_to_text (n);

  if (self->etape == RAPPORT)
    return g_strdup (_ ("_Close"));
  if (self->etape == APERCU && pv_import_session_get_apercu (self->session) != NULL && n == 0)
    return g_strdup (_ ("_Finish"));
  if (self->etape == APERCU && pv_import_session_get_apercu (self->session) != NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Apply %s Row", "_Apply %s Rows", n),
                            count);

  return g_strdup (_ ("_Continue"));
}

static gboolean
can_go_next (PvImportAssistant *self)
{
  PvImportEtat etat = pv_import_session_get_etat (self->session);

  if (pv_import_session_is_busy (self->session))
    return FALSE;
  switch (self->etape)
    {
    case FICHIER:
    case PROFIL:
    case CORRESPONDANCES:
      return etat != PV_IMPORT_ETAT_VIDE;

    case APERCU:
      return etat == PV_IMPORT_ETAT_PREVU;

    case RAPPORT:
    case N_ETAPES:
    default:
      return TRUE;
    }
}

static void
update (PvImportAssistant *self)
{
  g_autofree char *next = name_next (self);
  gboolean back = self->etape > FICHIER && self->etape < RAPPORT;

  gtk_stack_set_visible_child_name (self->stack, etapes[self->etape].page);
  gtk_button_set_label (self->next_button, next);
  gtk_widget_set_visible (GTK_WIDGET (self->abandon_button), self->etape != RAPPORT);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), back);
  if (back)
    adw_button_content_set_label (self->back_content, _ (etapes[self->etape - 1].title));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", can_go_next (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back",
                                 back && !pv_import_session_is_applying (self->session));
  update_strip (self);
  update_title (self);
}

static void
go_to (PvImportAssistant *self, Etape etape)
{
  self->etape = etape;
  update (self);
}

/* --- the session ------------------------------------------------------------------- */

static void
remember_source (PvImportAssistant *self)
{
  GSettings *settings = pv_context_get_settings (pv_import_session_get_context (self->session));
  const char *path = pv_import_session_get_path (self->session);
  g_auto (GStrv) before = g_settings_get_strv (settings, "import-sources");
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  g_ptr_array_add (after, (gpointer)path);
  for (guint i = 0; before[i] != NULL && after->len < MAX_RECENT; i++)
    if (!g_str_equal (before[i], path))
      g_ptr_array_add (after, before[i]);
  g_ptr_array_add (after, NULL);
  g_settings_set_strv (settings, "import-sources", (const char *const *)after->pdata);
}

static void
changed_cb (PvImportAssistant *self)
{
  PvImportEtat etat = pv_import_session_get_etat (self->session);
  gboolean busy = pv_import_session_is_busy (self->session);

  if (self->closing && !busy)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (busy)
    {
      update (self);
      return;
    }

  if (self->etape == FICHIER && etat == PV_IMPORT_ETAT_LU)
    {
      remember_source (self);
      self->etape = PROFIL;
    }
  else if (self->etape == APERCU && etat == PV_IMPORT_ETAT_FAIT)
    self->etape = RAPPORT;
  else if (self->etape == APERCU && etat == PV_IMPORT_ETAT_LU &&
           pv_import_session_get_problem (self->session) == NULL)
    self->etape = CORRESPONDANCES; /* the preview was cancelled */
  update (self);
}

/* --- actions ----------------------------------------------------------------------- */

static void
close_on_dossiers (PvImportAssistant *self)
{
  PvContext *context = pv_import_session_get_context (self->session);
  const PvImportApercu *apercu = pv_import_session_get_apercu (self->session);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (apercu->appel != PV_INT_NULL)
    {
      if (pv_context_get_appel (context) != PV_INT_NULL)
        pv_context_set_appel (context, apercu->appel);
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.goto", "(ss)", "dossiers", "");
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvImportAssistant *self = PV_IMPORT_ASSISTANT (widget);

  switch (self->etape)
    {
    case FICHIER:
    case PROFIL:
      go_to (self, self->etape + 1);
      break;

    case CORRESPONDANCES:
      self->etape = APERCU;
      pv_import_session_preview (self->session);
      break;

    case APERCU:
      pv_import_session_apply (self->session);
      break;

    case RAPPORT:
    case N_ETAPES:
    default:
      close_on_dossiers (self);
      break;
    }
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvImportAssistant *self = PV_IMPORT_ASSISTANT (widget);

  pv_import_session_cancel (self->session);
  go_to (self, self->etape - 1);
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_import_session_cancel (PV_IMPORT_ASSISTANT (widget)->session);
}

static void
retry_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_import_session_preview (PV_IMPORT_ASSISTANT (widget)->session);
}

static void
count_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  update (PV_IMPORT_ASSISTANT (widget));
}

static void
open_path (PvImportAssistant *self, const char *path)
{
  if (pv_import_session_is_applying (self->session))
    return;

  self->etape = FICHIER;
  pv_import_session_open (self->session, path);
}

static void
open_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_path (PV_IMPORT_ASSISTANT (widget), g_variant_get_string (parameter, NULL));
}

static void
chosen_cb (PvImportAssistant *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL)
    pv_import_assistant_open (self, file);
}

static void
choose_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvImportAssistant *self = PV_IMPORT_ASSISTANT (widget);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  static const char *const suffixes[] = { "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods" };

  gtk_file_filter_set_name (tables, _ ("Tables (CSV, Excel, LibreOffice)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (tables, suffixes[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");

  g_clear_object (&self->chooser);
  self->chooser =
      gtk_file_chooser_native_new (_ ("Choose the Table to Import"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- what is saved ----------------------------------------------------------------- */

static void
save (PvImportAssistant *self, gboolean report, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = pv_import_session_dup_name (self->session);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *done = g_strdup_printf (_ ("Saved as “%s”"), name);

  if (pv_import_enregistrer (pv_import_session_get_apercu (self->session), source, report, path,
                             &error))
    tell (self, done);
  else
    tell (self, error->message);
}

static void
save_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean report = FALSE;
  const char *path = NULL;

  g_variant_get (parameter, "(b&s)", &report, &path);
  save (PV_IMPORT_ASSISTANT (widget), report, path);
}

static void
save_chosen_cb (PvImportAssistant *self, int response, GtkNativeDialog *dialog)
{
  gboolean report = self->etape == RAPPORT;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT
                              ? pv_save_chooser_dup_path (GTK_FILE_CHOOSER (dialog), &error)
                              : NULL;

  g_clear_object (&self->chooser);
  if (error != NULL)
    tell (self, error->message);
  else if (path != NULL)
    save (self, report, path);
}

static void
choose_target_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvImportAssistant *self = PV_IMPORT_ASSISTANT (widget);
  g_autofree char *source = pv_import_session_dup_name (self->session);
  char *dot = strrchr (source, '.');
  g_autofree char *proposed = NULL;

  if (dot != NULL && dot != source)
    *dot = '\0';
  proposed = g_strdup_printf (
      self->etape == RAPPORT ? _ ("%s, import report.xlsx") : _ ("%s, rejected.xlsx"), source);

  g_clear_object (&self->chooser);
  self->chooser = pv_save_chooser_new (widget, _ ("Save as XLSX or CSV"), _ ("_Save"), proposed);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (save_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- class ------------------------------------------------------------------------- */

/* What is being written is taken back before the window goes. */
static gboolean
pv_import_assistant_close_request (GtkWindow *window)
{
  PvImportAssistant *self = PV_IMPORT_ASSISTANT (window);

  pv_import_session_cancel (self->session);
  if (!pv_import_session_is_applying (self->session))
    return GTK_WINDOW_CLASS (pv_import_assistant_parent_class)->close_request (window);

  self->closing = TRUE;
  return TRUE;
}

static void
pv_import_assistant_dispose (GObject *object)
{
  PvImportAssistant *self = PV_IMPORT_ASSISTANT (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      pv_import_session_cancel (self->session);
    }
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_IMPORT_ASSISTANT);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pv_import_assistant_parent_class)->dispose (object);
}

static void
bind_steps (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *step;
    const char *tick;
  } ids[N_ETAPES] = { { "step_0", "done_0" },
                      { "step_1", "done_1" },
                      { "step_2", "done_2" },
                      { "step_3", "done_3" },
                      { "step_4", "done_4" } };

  for (guint i = 0; i < N_ETAPES; i++)
    {
      gtk_widget_class_bind_template_child_full (widget_class, ids[i].step, FALSE,
                                                 G_STRUCT_OFFSET (PvImportAssistant, steps) +
                                                     (gssize)(i * sizeof (GtkWidget *)));
      gtk_widget_class_bind_template_child_full (widget_class, ids[i].tick, FALSE,
                                                 G_STRUCT_OFFSET (PvImportAssistant, ticks) +
                                                     (gssize)(i * sizeof (GtkWidget *)));
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, toasts);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, abandon_button);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, back_content);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, next_button);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, lock_image);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, lock_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, fichier);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, profil);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, correspondances);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, apercu);
  gtk_widget_class_bind_template_child (widget_class, PvImportAssistant, rapport);
  bind_steps (widget_class);
}

static void
pv_import_assistant_class_init (PvImportAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_import_assistant_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pv_import_assistant_close_request;

  g_type_ensure (PV_TYPE_IMPORT_ETAPE_APERCU);
  g_type_ensure (PV_TYPE_IMPORT_ETAPE_CORRESPONDANCES);
  g_type_ensure (PV_TYPE_IMPORT_ETAPE_FICHIER);
  g_type_ensure (PV_TYPE_IMPORT_ETAPE_PROFIL);
  g_type_ensure (PV_TYPE_IMPORT_ETAPE_RAPPORT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-assistant.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "import.retry", NULL, retry_cb);
  gtk_widget_class_install_action (widget_class, "import.count", NULL, count_cb);
  gtk_widget_class_install_action (widget_class, "import.open-file", "s", open_file_cb);
  gtk_widget_class_install_action (widget_class, "import.choose-file", NULL, choose_file_cb);
  gtk_widget_class_install_action (widget_class, "import.save-list", NULL, choose_target_cb);
  gtk_widget_class_install_action (widget_class, "import.save-report", NULL, choose_target_cb);
  gtk_widget_class_install_action (widget_class, "import.save-to", "(bs)", save_to_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "import.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back",
                                       NULL);
}

static void
pv_import_assistant_init (PvImportAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_ETAPES; i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ (etapes[i].title), -1);
}

GtkWidget *
pv_import_assistant_new (PvContext *context, GtkWindow *parent)
{
  PvImportAssistant *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);
  self->session = pv_import_session_new (context);
  pv_import_etape_fichier_set_session (self->fichier, self->session);
  pv_import_etape_profil_set_session (self->profil, self->session);
  pv_import_etape_correspondances_set_session (self->correspondances, self->session);
  pv_import_etape_apercu_set_session (self->apercu, self->session);
  pv_import_etape_rapport_set_session (self->rapport, self->session);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

void
pv_import_assistant_open (PvImportAssistant *self, GFile *file)
{
  g_return_if_fail (PV_IS_IMPORT_ASSISTANT (self));
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_peek_path (file) != NULL)
    open_path (self, g_file_peek_path (file));
  else
    tell (self, _ ("This place is not on this computer: copy the file into a folder first"));
}

PvImportSession *
pv_import_assistant_get_session (PvImportAssistant *self)
{
  g_return_val_if_fail (PV_IS_IMPORT_ASSISTANT (self), NULL);

  return self->session;
}
