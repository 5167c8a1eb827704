/* pv-controle.c: runs the checks of the registry
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle.h"

#include "pv-langue.h"

#include "controle/pv-controle-registre.h"
#include "pv-error.h"

static char *
derogation_key (const char *controle, const char *table, gint64 cle)
{
  return g_strdup_printf ("%s/%s/%" G_GINT64_FORMAT, controle, table, cle);
}

static GHashTable *
load_derogations (PvDb *db, GError **error)
{
  static const char sql[] = "SELECT controle, nom_table, cle, motif FROM derogation ORDER BY id";
  g_autoptr (GHashTable) derogations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PvStatement) statement = pv_db_prepare (db, sql, error);
  PvStep step;

  if (statement == NULL)
    return NULL;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_hash_table_replace (derogations,
                          derogation_key (pv_statement_get_text (statement, 0),
                                          pv_statement_get_text (statement, 1),
                                          pv_statement_get_int (statement, 2)),
                          pv_statement_dup_text (statement, 3));
  return step == PV_STEP_DONE ? g_steal_pointer (&derogations) : NULL;
}

PvStatement *
pv_controle_prepare (PvControleRun *run, const char *sql, GError **error)
{
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (run->db));
  g_autoptr (GString) alone = NULL;
  PvStatement *statement;

  /* For one dossier the planner must see an equality, not a choice. */
  if (run->dossier_id != PV_INT_NULL)
    {
      alone = g_string_new (sql);
      g_string_replace (alone, ":dossier IS NULL OR ", "", 0);
    }
  statement = pv_db_prepare (run->db, alone != NULL ? alone->str : sql, error);
  if (statement != NULL)
    {
      pv_filtre_bind (&run->filtre, statement);
      pv_statement_bind_int (statement, ":dossier", run->dossier_id);
      if (strstr (sql, ":jour") != NULL)
        pv_statement_bind_text (statement, ":jour", jour);
    }
  return statement;
}

gboolean
pv_controle_step (PvControleRun *run, PvStatement *statement, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  return pv_statement_step (statement, error) == PV_STEP_ROW;
}

void
pv_controle_emit (PvControleRun *run, PvConstat *constat)
{
  g_autofree char *key = derogation_key (run->controle->id, constat->table, constat->cle);

  constat->controle = run->controle;
  constat->derogation = g_hash_table_lookup (run->derogations, key);
  if (constat->derogation != NULL)
    constat->severite = PV_SEVERITE_INFO;
  run->each (constat, run->user_data);
}

gboolean
pv_controle_run_requete (PvControleRun *run, const PvControleRequete *requete, GError **error)
{
  g_autoptr (PvStatement) statement = pv_controle_prepare (run, requete->sql, error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  while (pv_controle_step (run, statement, &local))
    {
      PvConstat constat = {
        .severite = run->controle->severite,
        .dossier_id = pv_statement_get_int (statement, 0),
        .dossier_numero = pv_statement_get_text (statement, 1),
        .table = requete->table,
        .cle = pv_statement_get_int (statement, 2),
        .champ = requete->champ,
      };
      g_autofree char *texte = requete->dire (statement, &constat);

      constat.texte = texte;
      if (texte != NULL)
        pv_controle_emit (run, &constat);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

char *
pv_controle_montant (PvCents cents)
{
  if (cents == PV_CENTS_NULL)
    return g_strdup (_ ("not known"));
  return pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
}

char *
pv_controle_taux (gint64 bp)
{
  if (bp == PV_INT_NULL)
    return g_strdup (_ ("not known"));
  if (bp % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "\u202f%%", bp / 100);
  if (bp % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ",%d\u202f%%", bp / 100,
                            (int)(ABS (bp) % 100 / 10));

  return g_strdup_printf ("%" G_GINT64_FORMAT ",%02d\u202f%%", bp / 100, (int)(ABS (bp) % 100));
}

void
pv_controle_liste_add (GString *liste, guint rang, const char *nom)
{
  if (rang >= PV_CONTROLE_LISTE_MAX)
    return;
  if (rang > 0)
    g_string_append (liste, ", ");
  g_string_append (liste, nom);
}

void
pv_controle_liste_end (GString *liste, guint n)
{
  if (n <= PV_CONTROLE_LISTE_MAX)
    return;
  g_string_append_c (liste, ' ');
  g_string_append_printf (
      liste,
      g_dngettext (GETTEXT_PACKAGE, "and %u other", "and %u others", n - PV_CONTROLE_LISTE_MAX),
      n - PV_CONTROLE_LISTE_MAX);
}

static gboolean
run_controle (PvControleRun *run, const PvControle *controle, GError **error)
{
  run->controle = controle;
  return !g_cancellable_set_error_if_cancelled (run->cancellable, error) &&
         pv_controle_get_runner (controle) (run, error);
}

static gboolean
run_controles (PvDb *db,
               const PvControle *controles,
               gsize n,
               const PvFiltre *filtre,
               gint64 dossier_id,
               PvControleFunc each,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GHashTable) derogations = load_derogations (db, error);
  PvControleRun run = {
    .db = db,
    .filtre = filtre != NULL ? *filtre : PV_FILTRE_TOUT,
    .dossier_id = dossier_id,
    .each = each,
    .user_data = user_data,
    .cancellable = cancellable,
    .derogations = derogations,
  };

  if (derogations == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (!run_controle (&run, &controles[i], error))
      return FALSE;
  return TRUE;
}

const char *
pv_severite_to_id (PvSeverite severite)
{
  static const char *const ids[] = { "info", "warning", "error" };

  g_return_val_if_fail ((guint)severite < G_N_ELEMENTS (ids), NULL);
  return ids[severite];
}

gboolean
pv_controles_run (PvDb *db,
                  const PvFiltre *filtre,
                  PvControleFunc each,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  gsize n;
  const PvControle *controles = pv_controle_registry (&n);

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (each != NULL, FALSE);
  return run_controles (db, controles, n, filtre, PV_INT_NULL, each, user_data, cancellable, error);
}

gboolean
pv_controles_run_one (PvDb *db,
                      const char *id,
                      const PvFiltre *filtre,
                      PvControleFunc each,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  const PvControle *controle = pv_controle_by_id (id);

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (each != NULL, FALSE);
  if (controle == NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("There is no control “%s”. Take one from the list of controls."), id);
      return FALSE;
    }
  return run_controles (db, controle, 1, filtre, PV_INT_NULL, each, user_data, cancellable, error);
}

gboolean
pv_controles_run_dossier (PvDb *db,
                          gint64 dossier_id,
                          PvControleFunc each,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  gsize n;
  const PvControle *controles = pv_controle_registry (&n);

  g_return_val_if_fail (PV_IS_DB (db), FALSE);
  g_return_val_if_fail (each != NULL, FALSE);
  return run_controles (db, controles, n, NULL, dossier_id, each, user_data, cancellable, error);
}
