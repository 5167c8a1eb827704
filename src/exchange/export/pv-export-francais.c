/* pv-export-francais.c: the French of the sheets, whatever the session speaks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-export-francais.h"

#include <libintl.h>

/* LANGUAGE as it was before the first of those that live. */
static GMutex lock;
static guint n_living;
static char *language;

/* gettext remembers what it found, by text and by name of locale: LANGUAGE is
 * not in it. Naming the domain again makes it look again. */
static void
forget_translations (void)
{
  textdomain (textdomain (NULL));
}

static void
speak_french (void)
{
  g_mutex_lock (&lock);
  if (n_living++ == 0)
    {
      language = g_strdup (g_getenv ("LANGUAGE"));
      g_setenv ("LANGUAGE", "fr", TRUE);
      forget_translations ();
    }
  g_mutex_unlock (&lock);
}

static void
speak_as_before (void)
{
  g_mutex_lock (&lock);
  if (--n_living == 0)
    {
      if (language != NULL)
        g_setenv ("LANGUAGE", language, TRUE);
      else
        g_unsetenv ("LANGUAGE");
      g_clear_pointer (&language, g_free);
      forget_translations ();
    }
  g_mutex_unlock (&lock);
}

void
pv_export_francais_begin (PvExportFrancais *self)
{
  locale_t base = duplocale (uselocale ((locale_t)0));

  /* in the locale C, gettext does not look at LANGUAGE; C.UTF-8 is in the C
   * library, where a French locale may not be installed */
  self->french = base != (locale_t)0 ? newlocale (LC_MESSAGES_MASK, "C.UTF-8", base) : (locale_t)0;
  if (self->french == (locale_t)0 && base != (locale_t)0)
    self->french = base;

  self->previous = self->french != (locale_t)0 ? uselocale (self->french) : (locale_t)0;
  speak_french ();
}

void
pv_export_francais_end (PvExportFrancais *self)
{
  speak_as_before ();
  if (self->french == (locale_t)0)
    return;

  uselocale (self->previous);
  freelocale (self->french);
  self->french = (locale_t)0;
}
