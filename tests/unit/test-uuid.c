/* test-uuid.c: identifiers are version 7, distinct and in order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-uuid.h"

#include <string.h>

static void
test_is_version_7 (void)
{
  for (int i = 0; i < 100; i++)
    {
      g_autofree char *uuid = pv_uuid_new ();

      g_assert_true (g_uuid_string_is_valid (uuid));
      g_assert_cmpint (uuid[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", uuid[19]));
    }
}

static void
test_tells_the_time (void)
{
  gint64 before = g_get_real_time () / 1000;
  g_autofree char *uuid = pv_uuid_new ();
  g_autofree char *high = g_strndup (uuid, 8);
  g_autofree char *low = g_strndup (uuid + 9, 4);
  gint64 ms = (g_ascii_strtoll (high, NULL, 16) << 16) | g_ascii_strtoll (low, NULL, 16);

  g_assert_cmpint (ms, >=, before);
  g_assert_cmpint (ms, <=, g_get_real_time () / 1000 + 1);
}

static void
test_each_sorts_after_the_last (void)
{
  g_autofree char *last = pv_uuid_new ();

  for (int i = 0; i < 100000; i++)
    {
      char *uuid = pv_uuid_new ();

      g_assert_cmpstr (last, <, uuid);
      g_free (last);
      last = uuid;
    }
}

static gpointer
make_some_cb (gpointer data)
{
  GPtrArray *made = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 10000; i++)
    g_ptr_array_add (made, pv_uuid_new ());

  return made;
}

static void
test_threads_never_share_one (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("uuid", make_some_cb, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      GPtrArray *made = g_thread_join (threads[i]);

      g_ptr_array_add (all, made);
      for (guint j = 0; j < made->len; j++)
        g_assert_true (g_hash_table_add (seen, made->pdata[j]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uuid/is-version-7", test_is_version_7);
  g_test_add_func ("/uuid/tells-the-time", test_tells_the_time);
  g_test_add_func ("/uuid/each-sorts-after-the-last", test_each_sorts_after_the_last);
  g_test_add_func ("/uuid/threads-never-share-one", test_threads_never_share_one);
  return g_test_run ();
}
