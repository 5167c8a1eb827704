/* pv-display.c: what the tests of the screens share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-display.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "pv-application.h"
#include "pv-test-folder.h"
#include "pv-ui.h"

#define PATIENCE_SECONDS 60

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>

/* GLib's table of quarks: made before main(), and left behind on purpose when a programme
 * has more than 2048 of them, as GTK has when many pages were shown. It is known by its size,
 * since the stack of that call has no name to suppress. */
#define QUARKS_SIZE (2048 * sizeof (char *))

static const volatile void *first_quarks;

void __sanitizer_malloc_hook (const volatile void *block, size_t size);

void
__sanitizer_malloc_hook (const volatile void *block, size_t size)
{
  if (first_quarks == NULL && size == QUARKS_SIZE)
    first_quarks = block;
}
#endif

AdwApplication *
pv_display_get_application (void)
{
  static PvApplication *application;

  if (application == NULL)
    {
      g_autoptr (GError) error = NULL;

      application = pv_application_new ();
      g_application_set_flags (G_APPLICATION (application),
                               G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }

  return ADW_APPLICATION (application);
}

void
pv_display_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) plain = gtk_css_provider_new ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PV_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_dgettext (GETTEXT_PACKAGE, "");
  textdomain (GETTEXT_PACKAGE);

#ifdef __SANITIZE_ADDRESS__
  if (first_quarks != NULL)
    __lsan_ignore_object ((const void *)first_quarks);
#endif
  gtk_test_init (argc, argv);
  adw_init ();
  pv_ui_init ();
  pv_display_get_application ();
  /* no window manager draws around the windows */
  gtk_css_provider_load_from_data (
      plain, "window.solid-csd { margin: 0; padding: 0; border: none; box-shadow: none; }", -1);
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (), GTK_STYLE_PROVIDER (plain), GTK_STYLE_PROVIDER_PRIORITY_USER);
  /* pictures do not depend on when they are taken */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, "gtk-font-name", "Cantarell 11", NULL);
}

char *
pv_display_copy_demonstration (void)
{
  g_autofree char *folder = g_dir_make_tmp ("progville-XXXXXX", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("PV_DEMONSTRATION"));
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "demonstration.progville", NULL);
  g_autoptr (GFile) to = g_file_new_for_path (path);

  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

void
pv_display_remove (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  pv_test_folder_remove (folder);
  g_free (path);
}

PvContext *
pv_display_open (const char *path)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (GError) error = NULL;
  PvContext *context = pv_context_open (path, clock, &error);

  g_assert_no_error (error);

  return context;
}

GtkWindow *
pv_display_show (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return GTK_WINDOW (window);
}

PvWindow *
pv_display_show_programme (const char *path)
{
  PvWindow *window = pv_window_new (pv_display_get_application ());

  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      pv_window_open (window, file);
    }
  pv_display_settle (NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  pv_display_settle (pv_window_get_context (window));

  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

void
pv_display_close (GtkWindow *window)
{
  gpointer gone = window;
  gpointer context = PV_IS_WINDOW (window) ? pv_window_get_context (PV_WINDOW (window)) : NULL;

  g_object_add_weak_pointer (G_OBJECT (window), &gone);
  if (context != NULL)
    g_object_add_weak_pointer (context, &context);
  gtk_window_destroy (window);
  pv_display_wait (is_gone, &gone);
  pv_display_wait (is_gone, &context);
}

void
pv_display_end (GtkWindow *window, GtkWidget *child, PvContext *context, char *path)
{
  gpointer gone = child;

  g_object_add_weak_pointer (G_OBJECT (child), &gone);
  pv_display_settle (context);
  pv_display_close (window);
  pv_display_settle (context);
  g_assert_null (gone);
  g_assert_finalize_object (context);
  pv_display_remove (path);
}

static void
opened_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((PvDisplayAsked *)user_data)->opened = g_variant_get_int64 (parameter);
}

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PvDisplayAsked *asked = user_data;

  g_free (asked->toast);
  asked->toast = g_variant_dup_string (parameter, NULL);
}

void
pv_display_listen (GtkWindow *window, PvDisplayAsked *asked)
{
  static const GActionEntry entries[] = {
    { "open-dossier", opened_cb, "x", NULL, NULL, { 0 } },
    { "toast", toast_cb, "s", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), asked);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "win", G_ACTION_GROUP (group));
}

gint64
pv_display_query (PvContext *context, const char *sql)
{
  gint64 value = PV_INT_NULL;
  g_autoptr (GError) error = NULL;

  pv_db_query_int (pv_context_get_reader (context), sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

/* Whether a worker still opens the file of a window, or reads one that was just opened. */
static gboolean
is_opening (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean opening = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !opening; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      PvContext *context =
          PV_IS_WINDOW (window) ? pv_window_get_context (PV_WINDOW (window)) : NULL;

      opening = (PV_IS_WINDOW (window) && pv_window_get_opening (PV_WINDOW (window)) != NULL) ||
                (context != NULL && pv_context_is_pending (context));
    }

  return opening;
}

void
pv_display_settle (PvContext *context)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (is_opening () || (context != NULL && pv_context_is_pending (context)))
        g_usleep (1000);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  while (g_main_context_pending (NULL) || is_opening () ||
         (context != NULL && pv_context_is_pending (context)));
}

void
pv_display_wait (gboolean (*until) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!until (data))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
}

/* --- the tree of widgets ------------------------------------------------------------ */

static gboolean
has_label (GtkWidget *widget, const char *label)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label);

  return problem == NULL;
}

static gboolean
matches (GtkWidget *widget, GType type, const char *id, const char *label)
{
  return (type == G_TYPE_NONE || g_type_is_a (G_OBJECT_TYPE (widget), type)) &&
         (id == NULL ||
          g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0) &&
         (label == NULL || has_label (widget, label));
}

GtkWidget *
pv_display_find (GtkWidget *root, GType type, const char *id, const char *label)
{
  if (matches (root, type, id, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = pv_display_find (child, type, id, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
pv_display_press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean found = FALSE;
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      found = TRUE;
      g_signal_emit_by_name (controller, "key-pressed", key, 0u, (GdkModifierType)0, &handled);
    }
  g_assert_true (found);

  return handled;
}

gboolean
pv_display_has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && gtk_widget_get_visible (widget) &&
         (GTK_IS_BUTTON (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget) ||
          GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget) ||
          GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_BASE (widget) || GTK_IS_DROP_DOWN (widget));
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL) ||
         gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* A part of a compound control is named by it: the text of an entry, the button of a
 * menu button or of a drop down. */
static gboolean
is_named_through (GtkWidget *widget)
{
  for (int i = 0; i < 3 && widget != NULL; i++, widget = gtk_widget_get_parent (widget))
    if (is_named (widget))
      return TRUE;

  return FALSE;
}

void
pv_display_check_names (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (is_control (root))
    {
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (root)), !=,
                       GTK_ACCESSIBLE_ROLE_WIDGET);
      if (!is_named_through (root))
        {
          GtkWidget *parent = gtk_widget_get_parent (root);

          g_test_message ("a %s in a %s (%s) has no accessible name", G_OBJECT_TYPE_NAME (root),
                          G_OBJECT_TYPE_NAME (parent),
                          gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)));
          g_test_fail ();
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    pv_display_check_names (child);
}

void
pv_display_act (GtkWidget *widget, PvContext *context, const char *action, GVariant *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (widget, action, parameter));
  pv_display_settle (context);
}

/* --- pictures ------------------------------------------------------------------------ */

/* Between two frames something may ask for room or to be drawn anew (a cursor that blinks, a
 * toast that goes): what a window shows is whole only when it has just been painted. */
typedef struct
{
  GtkWindow *window;
  GskRenderNode *node;
} Frame;

static void
painted_cb (GdkFrameClock *clock, Frame *frame)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (frame->window));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  if (frame->node != NULL)
    return;
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (frame->window)),
                          gtk_widget_get_height (GTK_WIDGET (frame->window)));
  frame->node = gtk_snapshot_to_node (snapshot);
}

static gboolean
is_painted (gpointer data)
{
  const Frame *frame = data;

  if (frame->node != NULL)
    return TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (frame->window));

  return FALSE;
}

static GskRenderNode *
take_frame (GtkWindow *window)
{
  Frame frame = { window, NULL };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gulong handler = g_signal_connect_after (clock, "after-paint", G_CALLBACK (painted_cb), &frame);

  pv_display_wait (is_painted, &frame);
  g_signal_handler_disconnect (clock, handler);

  return frame.node;
}

static void
write_png (GtkWindow *window, const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GskRenderNode) node = take_frame (window);
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (window)),
                           gtk_widget_get_height (GTK_WIDGET (window))));

  g_mkdir_with_parents (folder, 0755);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}

static void
write_picture (GtkWindow *window, const char *name, const char *variant)
{
  const char *chosen = g_getenv ("PV_PICTURES");
  g_autofree char *folder = chosen != NULL
                                ? g_strdup (chosen)
                                : g_test_build_filename (G_TEST_BUILT, "display", "pictures", NULL);
  g_autofree char *file = g_strdup_printf ("%s/%s-%s.png", folder, name, variant);

  write_png (window, file);
}

static void
redraw (GtkWindow *window, PvContext *context)
{
  pv_display_settle (context);
  /* no window manager says which window is the active one */
  gtk_widget_unset_state_flags (GTK_WIDGET (window), GTK_STATE_FLAG_BACKDROP);
  /* twice: a page may fold once it knows its new size */
  for (int i = 0; i < 2; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (window));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      pv_display_settle (context);
    }
}

void
pv_display_draw (GtkWindow *window, PvContext *context, const char *file)
{
  redraw (window, context);
  write_png (window, file);
}

void
pv_display_picture (GtkWindow *window, PvContext *context, const char *name)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = 0;

  redraw (window, context);
  write_picture (window, name, "clair");

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  redraw (window, context);
  write_picture (window, name, "sombre");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  redraw (window, context);
  write_picture (window, name, "200");
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  redraw (window, context);
}
