/* test-francais.c: the sheets are French whatever the session speaks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <libintl.h>
#include <locale.h>

#include "export/pv-export-francais.h"
#include "pv-test-folder.h"
#include "synthese/pv-synthese-referentiel.h"

#define ENGLISH "SIRET missing"
#define FRENCH "SIRET absent"

static const char *
say (void)
{
  return pv_langue_gettext (ENGLISH);
}

/* gettext remembers what it found; naming the domain again makes it look again. */
static void
speak_english (void)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  textdomain (textdomain (NULL));
}

static void
test_any_session (void)
{
  static const struct
  {
    const char *locale;
    const char *language; /* NULL: not set */
    const char *before;
  } sessions[] = {
    { "C", NULL, ENGLISH },       { "C", "en", ENGLISH },          { "C.UTF-8", NULL, ENGLISH },
    { "C.UTF-8", "en", ENGLISH }, { "C.UTF-8", "en_GB", ENGLISH }, { "C.UTF-8", "de:it", ENGLISH },
    { "C.UTF-8", "fr", FRENCH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      PvExportFrancais francais = { 0 };

      if (sessions[i].language != NULL)
        g_setenv ("LANGUAGE", sessions[i].language, TRUE);
      else
        g_unsetenv ("LANGUAGE");
      g_assert_nonnull (setlocale (LC_ALL, sessions[i].locale));
      g_assert_cmpstr (say (), ==, sessions[i].before);

      pv_export_francais_begin (&francais);
      g_assert_cmpstr (say (), ==, FRENCH);
      pv_export_francais_end (&francais);

      g_assert_cmpstr (say (), ==, sessions[i].before);
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, sessions[i].language);
      g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, sessions[i].locale);
    }
}

static void
test_nested (void)
{
  PvExportFrancais outer = { 0 };
  PvExportFrancais inner = { 0 };

  speak_english ();
  pv_export_francais_begin (&outer);
  pv_export_francais_begin (&inner);
  g_assert_cmpstr (say (), ==, FRENCH);
  pv_export_francais_end (&inner);
  g_assert_cmpstr (say (), ==, FRENCH);
  pv_export_francais_end (&outer);
  g_assert_cmpstr (say (), ==, ENGLISH);
}

/* As a window draws itself while a sheet is written. */
static gpointer
speak_english_thread (gpointer data)
{
  const int *done = data;

  while (!g_atomic_int_get (done))
    {
      g_assert_cmpstr (say (), ==, ENGLISH);
      g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, ENGLISH), ==, ENGLISH);
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "en");
    }

  return NULL;
}

static gpointer
speak_french_thread (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_auto (PvExportFrancais) francais = { 0 };

      pv_export_francais_begin (&francais);
      g_assert_cmpstr (say (), ==, FRENCH);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];
  GThread *window;
  int done = FALSE;

  speak_english ();
  window = g_thread_new (NULL, speak_english_thread, &done);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, speak_french_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_atomic_int_set (&done, TRUE);
  g_thread_join (window);
  g_assert_cmpstr (say (), ==, ENGLISH);
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "en");
}

static void
test_plurals (void)
{
  static const struct
  {
    gulong n;
    const char *text;
  } cases[] = { { 0, "%s (%u dossier)" }, { 1, "%s (%u dossier)" }, { 2, "%s (%u dossiers)" } };
  g_auto (PvExportFrancais) francais = { 0 };

  pv_export_francais_begin (&francais);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (
        g_dngettext (GETTEXT_PACKAGE, "%s (%u dossier)", "%s (%u dossiers)", cases[i].n), ==,
        cases[i].text);
  g_assert_cmpstr (pv_langue_gettext ("no such message"), ==, "no such message");
  g_assert_cmpstr (pv_langue_gettext (""), ==, "");
}

/* A folder without a catalogue, and one with a file that is none. */
static void
test_without_a_catalogue (void)
{
  g_autofree char *before = g_strdup (bindtextdomain (GETTEXT_PACKAGE, NULL));
  g_autofree char *folder = g_dir_make_tmp ("francais-XXXXXX", NULL);
  g_autofree char *messages = g_build_filename (folder, "fr", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);

  speak_english ();
  bindtextdomain (GETTEXT_PACKAGE, "/nowhere");
  g_assert_null (pv_langue_get_french ());
  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "\xde\x12\x04\x95____________________", 24, NULL));
  bindtextdomain (GETTEXT_PACKAGE, folder);
  for (guint i = 0; i < 2; i++)
    {
      g_auto (PvExportFrancais) francais = { 0 };

      pv_export_francais_begin (&francais);
      g_assert_cmpstr (say (), ==, ENGLISH);
    }

  bindtextdomain (GETTEXT_PACKAGE, before);
  pv_test_folder_remove (folder);
}

static void
test_short_names (void)
{
  static const struct
  {
    const char *code;
    const char *label;
    guint max;
    const char *expected;
  } cases[] = {
    { "E2", "Amplifier l’accès à l’emploi", 40, "E2 · Amplifier l’accès à l’emploi" },
    { "E4", "Œuvrer pour le vivre ensemble (gestion urbaine, habitat)", 50,
      "E4 · Œuvrer pour le vivre ensemble…" },
    { "E1", "Lutter contre les inégalités, dès l’enfance", 36,
      "E1 · Lutter contre les inégalités…" },
    { NULL, "Santé", 40, "Santé" },
    { "Santé", "Santé", 40, "Santé" },
    { "", "Santé", 40, "Santé" },
    { NULL, "Anticonstitutionnellement", 10, "Anticonst…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name =
          pv_synthese_make_nom_court (cases[i].code, cases[i].label, cases[i].max);

      g_assert_cmpstr (name, ==, cases[i].expected);
      g_assert_cmpint (g_utf8_strlen (name, -1), <=, cases[i].max);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogues = NULL;

  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  g_test_add_func ("/francais/in-any-session", test_any_session);
  g_test_add_func ("/francais/nested", test_nested);
  g_test_add_func ("/francais/several-threads", test_threads);
  g_test_add_func ("/francais/plurals", test_plurals);
  g_test_add_func ("/francais/english-without-a-catalogue", test_without_a_catalogue);
  g_test_add_func ("/synthese/short-names-are-cut-between-words", test_short_names);

  return g_test_run ();
}
