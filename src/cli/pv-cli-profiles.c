/* pv-cli-profiles.c: progville-cli profiles
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "import/pv-profile.h"
#include "pv-cli.h"

static void
print_json (GPtrArray *profiles)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < profiles->len; i++)
    {
      const PvProfile *profile = g_ptr_array_index (profiles, i);

      json_builder_begin_object (builder);
      pv_cli_json_add_text (builder, "id", pv_profile_get_id (profile));
      pv_cli_json_add_text (builder, "name", pv_profile_get_name (profile));
      pv_cli_json_add_text (builder, "description", pv_profile_get_description (profile));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  pv_cli_print_json (builder);
}

PvCliStatus
pv_cli_profiles (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (GError) error = NULL;
  PvCliStatus status;

  if (!pv_cli_parse (&argc, &argv, NULL, _ ("Lists the sources that import knows."), entries, 0,
                     &status))
    return status;
  profiles = pv_profiles_load (&error);
  if (profiles == NULL)
    return pv_cli_fail (error);

  if (json)
    {
      print_json (profiles);
      return PV_CLI_DONE;
    }
  for (guint i = 0; i < profiles->len; i++)
    {
      const PvProfile *profile = g_ptr_array_index (profiles, i);

      g_print ("%-18s %s\n%-18s %s\n", pv_profile_get_id (profile), pv_profile_get_name (profile),
               "", pv_profile_get_description (profile));
    }

  return PV_CLI_DONE;
}
