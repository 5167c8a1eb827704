/* pv-cli-check.c: progville-cli check
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "controle/pv-controle.h"
#include "pv-cli.h"
#include "pv-history.h"
#include "pv-totals.h"

/* What a check found; the two outputs are made from it. */
typedef struct
{
  GArray *findings; /* of Finding */
  guint counts[3];  /* by severity */
  GPtrArray *integrity;
  GPtrArray *totals;
  GPtrArray *history;
  char *digest;
} Outcome;

typedef struct
{
  const PvControle *control;
  PvSeverite severity;
  char *dossier;
  const char *field;
  char *text;
} Finding;

static void
finding_clear (gpointer data)
{
  Finding *self = data;

  g_free (self->dossier);
  g_free (self->text);
}

static void
outcome_free (Outcome *self)
{
  g_array_unref (self->findings);
  g_clear_pointer (&self->integrity, g_ptr_array_unref);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self->digest);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static Outcome *
outcome_new (void)
{
  Outcome *self = g_new0 (Outcome, 1);

  self->findings = g_array_new (FALSE, FALSE, sizeof (Finding));
  g_array_set_clear_func (self->findings, finding_clear);

  return self;
}

static void
add_finding_cb (const PvConstat *constat, gpointer user_data)
{
  Outcome *outcome = user_data;
  Finding finding = {
    .control = constat->controle,
    .severity = constat->severite,
    .dossier = g_strdup (constat->dossier_numero),
    .field = g_intern_string (constat->champ),
    .text = g_strdup (constat->texte),
  };

  outcome->counts[constat->severite]++;
  g_array_append_val (outcome->findings, finding);
}

static gboolean
is_sound (const Outcome *outcome)
{
  return outcome->integrity->len == 0 && outcome->totals->len == 0 && outcome->history->len == 0;
}

static gboolean
is_ok (const Outcome *outcome)
{
  return is_sound (outcome) && outcome->counts[PV_SEVERITE_ERROR] == 0;
}

static Outcome *
check (PvDb *db, GError **error)
{
  g_autoptr (Outcome) outcome = outcome_new ();
  const PvFiltre everything = PV_FILTRE_TOUT;

  if (!pv_db_begin_snapshot (db, error))
    return NULL;
  if (!pv_db_check_integrity (db, &outcome->integrity, error) ||
      !pv_totals_verify (db, &outcome->totals, error) ||
      !pv_history_verify (db, &outcome->history, error) ||
      !pv_controles_run (db, &everything, add_finding_cb, outcome, NULL, error))
    return NULL;

  outcome->digest = pv_history_digest (db, error);
  pv_db_end_snapshot (db);

  return outcome->digest != NULL ? g_steal_pointer (&outcome) : NULL;
}

static void
add_problems (JsonBuilder *builder, const char *name, GPtrArray *problems)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, problems->len == 0);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_findings (JsonBuilder *builder, GArray *findings)
{
  json_builder_set_member_name (builder, "controls");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = &g_array_index (findings, Finding, i);

      json_builder_begin_object (builder);
      pv_cli_json_add_text (builder, "id", finding->control->id);
      pv_cli_json_add_text (builder, "severity", pv_severite_to_id (finding->severity));
      pv_cli_json_add_text (builder, "dossier", finding->dossier);
      pv_cli_json_add_text (builder, "field", finding->field);
      pv_cli_json_add_text (builder, "text", finding->text);
      pv_cli_json_add_text (builder, "remedy", finding->control->remede);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const Outcome *outcome)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, is_ok (outcome));
  add_findings (builder, outcome->findings);
  add_problems (builder, "integrity", outcome->integrity);
  add_problems (builder, "totals", outcome->totals);
  add_problems (builder, "history", outcome->history);
  pv_cli_json_add_text (builder, "digest", outcome->digest);
  json_builder_end_object (builder);

  pv_cli_print_json (builder);
}

static void
print_problems (const char *sound, const char *unsound, GPtrArray *problems)
{
  g_print ("%s\n", problems->len == 0 ? sound : unsound);
  for (guint i = 0; i < problems->len; i++)
    g_print ("  ✗ %s\n", (const char *)g_ptr_array_index (problems, i));
}

static const char *
severity_sign (PvSeverite severity)
{
  switch (severity)
    {
    case PV_SEVERITE_ERROR:
      return "⊖";
    case PV_SEVERITE_WARNING:
      return "▲";
    case PV_SEVERITE_INFO:
    default:
      return "·";
    }
}

/* The findings of one control, under its name and what to do about them. */
static void
print_findings (GArray *findings)
{
  const PvControle *control = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = &g_array_index (findings, Finding, i);

      if (finding->control != control)
        {
          control = finding->control;
          g_print ("\n%s (%s). %s\n", control->titre, control->id, control->remede);
        }
      g_print ("  %s %-8s %s\n", severity_sign (finding->severity),
               finding->dossier != NULL ? finding->dossier : "", finding->text);
    }
}

static void
print_text (const Outcome *outcome)
{
  g_autofree char *counts = pv_cli_count_remarks (outcome->counts[PV_SEVERITE_ERROR],
                                                  outcome->counts[PV_SEVERITE_WARNING],
                                                  outcome->counts[PV_SEVERITE_INFO]);

  print_findings (outcome->findings);
  g_print ("\n");
  g_print (_ ("Controls: %s\n"), counts);
  print_problems (_ ("Integrity: sound"), _ ("Integrity: the file is damaged"), outcome->integrity);
  print_problems (_ ("Totals: equal to their recount"), _ ("Totals: different from their recount"),
                  outcome->totals);
  print_problems (_ ("History: unbroken"), _ ("History: altered outside Progville"),
                  outcome->history);
  g_print (_ ("Digest: %s\n"), outcome->digest);
}

PvCliStatus
pv_cli_check (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (PvDb) db = NULL;
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  PvCliStatus status;

  if (!pv_cli_parse (&argc, &argv, N_ ("FILE"),
                     _ ("Runs the controls, and checks the file’s integrity, totals and history."),
                     entries, 1, &status))
    return status;

  db = pv_cli_open (argv[1], PV_DB_OPEN_READ_ONLY, &error);
  if (db == NULL)
    return pv_cli_fail (error);
  outcome = check (db, &error);
  if (outcome == NULL)
    return pv_cli_fail (error);

  if (json)
    print_json (outcome);
  else
    print_text (outcome);

  return is_ok (outcome) ? PV_CLI_DONE : PV_CLI_REJECTED;
}
