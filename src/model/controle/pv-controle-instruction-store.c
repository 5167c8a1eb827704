/* pv-controle-instruction-store.c: marks that do not count, scores that are missing or far apart
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include <inttypes.h>

#include "pv-langue.h"
#include "score/pv-score-store.h"

#define PV_DISPERSION_PAR_DEFAUT "25"

static char *
dire_incomplete (PvStatement *row, PvConstat *constat)
{
  const char *institution = pv_statement_get_text (row, 3);
  gint64 n = pv_statement_get_int (row, 4);

  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE,
          "%s: %" PRId64 " criterion has neither a mark nor N/A: its score does not count.",
          "%s: %" PRId64 " criteria have neither a mark nor N/A: its score does not count.",
          (gulong)n),
      institution, n);
}

gboolean
pv_controle_instruction_incomplete (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "instruction", "note",
    "SELECT d.id, d.numero, i.id, s.nom,"
    "       (SELECT COUNT(*) FROM critere g WHERE g.grille_id = a.grille_id) - COUNT(n.id) AS vides"
    "  FROM dossier d JOIN appel a ON a.id = d.appel_id"
    "  JOIN instruction i ON i.dossier_id = d.id JOIN institution s ON s.id = i.institution_id"
    "  JOIN note n ON n.instruction_id = i.id"
    "  JOIN critere c ON c.id = n.critere_id AND c.grille_id = a.grille_id"
    " WHERE i.etat = 'soumise' AND d.chapeau = 0 AND NOT " PV_SORTI_SQL " AND " PV_PORTEE_SQL
    " GROUP BY i.id HAVING vides > 0 ORDER BY d.id, i.id",
    dire_incomplete
  };

  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_hors_grille (PvStatement *row, PvConstat *constat)
{
  const char *institution = pv_statement_get_text (row, 3);
  gint64 ailleurs = pv_statement_get_int (row, 4);
  const char *critere = pv_statement_get_text (row, 5);

  if (critere != NULL)
    return g_strdup_printf (_ ("%s: the mark on “%s” is over its highest mark."), institution,
                            critere);

  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%s: %" PRId64 " mark is on another grid than that of the appel.",
          "%s: %" PRId64 " marks are on another grid than that of the appel.", (gulong)ailleurs),
      institution, ailleurs);
}

/* Those on another grid matter only while the one of the appel has no mark. */
gboolean
pv_controle_note_hors_grille (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "instruction", "note",
    "SELECT d.id, d.numero, i.id, s.nom, SUM(c.grille_id IS NOT a.grille_id) AS ailleurs,"
    "       MIN(CASE WHEN c.grille_id = a.grille_id AND n.valeur > c.maximum THEN c.libelle END)"
    "         AS hors"
    "  FROM dossier d JOIN appel a ON a.id = d.appel_id"
    "  JOIN instruction i ON i.dossier_id = d.id JOIN institution s ON s.id = i.institution_id"
    "  JOIN note n ON n.instruction_id = i.id JOIN critere c ON c.id = n.critere_id"
    " WHERE i.etat = 'soumise' AND d.chapeau = 0 AND NOT " PV_SORTI_SQL " AND " PV_PORTEE_SQL
    " GROUP BY i.id HAVING hors IS NOT NULL OR ailleurs = COUNT(*) ORDER BY d.id, i.id",
    dire_hors_grille
  };

  return pv_controle_run_requete (run, &requete, error);
}

/* The score of each dossier of the run; %NULL with @error. */
static GArray *
load_scores (PvControleRun *run, GError **error)
{
  g_autoptr (GArray) scores = NULL;
  PvScore score;

  if (run->dossier_id == PV_INT_NULL)
    return pv_score_store_load (run->db, &run->filtre, error);
  if (!pv_score_store_get (run->db, run->dossier_id, &score, error))
    return NULL;

  scores = g_array_new (FALSE, FALSE, sizeof (PvScore));
  if (score.score != PV_INT_NULL)
    g_array_append_val (scores, score);

  return g_steal_pointer (&scores);
}

static void
emit (PvControleRun *run, PvStatement *row, const char *texte)
{
  PvConstat constat = {
    .severite = run->controle->severite,
    .dossier_id = pv_statement_get_int (row, 0),
    .dossier_numero = pv_statement_get_text (row, 1),
    .table = "dossier",
    .cle = pv_statement_get_int (row, 0),
    .champ = "instruction",
    .texte = texte,
  };

  pv_controle_emit (run, &constat);
}

typedef char *(*Dire) (PvStatement *row, const PvScore *score);

static gboolean
run_on_scores (PvControleRun *run, const char *sql, Dire dire, GError **error)
{
  g_autoptr (GArray) scores = load_scores (run, error);
  g_autoptr (PvStatement) rows = scores != NULL ? pv_controle_prepare (run, sql, error) : NULL;
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;

  while (pv_controle_step (run, rows, &local))
    {
      g_autofree char *texte = dire (rows, pv_scores_find (scores, pv_statement_get_int (rows, 0)));

      if (texte != NULL)
        emit (run, rows, texte);
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static char *
points (gint64 hundredths)
{
  return g_strdup_printf ("%" PRId64 ",%02" PRId64, hundredths / 100, hundredths % 100);
}

static char *
dire_dispersion (PvStatement *row, const PvScore *score)
{
  gint64 seuil = pv_statement_get_int (row, 2);
  g_autofree char *ecart = NULL;

  if (score == NULL || !pv_score_is_divergent (score->dispersion, seuil))
    return NULL;

  ecart = points (score->dispersion);
  return g_strdup_printf (_ ("The scores of the institutions are %s points apart; the alert is at "
                             "%" PRId64 "."),
                          ecart, seuil);
}

gboolean
pv_controle_score_dispersion (PvControleRun *run, GError **error)
{
  return run_on_scores (
      run,
      "SELECT d.id, d.numero, " PV_SEUIL_SQL (
          "score_dispersion_alerte", PV_DISPERSION_PAR_DEFAUT,
          "d.exercice") " FROM dossier d WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL
                        " AND EXISTS (SELECT 1 FROM instruction i WHERE i.dossier_id = d.id"
                        "  AND i.etat = 'soumise') AND " PV_PORTEE_SQL " ORDER BY d.id",
      dire_dispersion, error);
}

static char *
dire_absent (PvStatement *row, const PvScore *score)
{
  return score == NULL ? g_strdup (_ ("It is proposed, and no institution gave a complete score."))
                       : NULL;
}

/* Without a grid nobody is expected to score. */
gboolean
pv_controle_score_absent (PvControleRun *run, GError **error)
{
  return run_on_scores (run,
                        "SELECT d.id, d.numero FROM dossier d JOIN appel a ON a.id = d.appel_id"
                        " WHERE a.grille_id IS NOT NULL AND d.statut = 'propose'"
                        "   AND d.chapeau = 0 AND " PV_PORTEE_SQL " ORDER BY d.id",
                        dire_absent, error);
}
