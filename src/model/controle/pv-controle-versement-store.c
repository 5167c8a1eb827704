/* pv-controle-versement-store.c: what was paid, too much or too late
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-clock.h"
#include "pv-date.h"
#include "pv-langue.h"
#include "bilan/pv-bilan-sql.h"
#include "versement/pv-versement-suivi.h"

/* --- over what was notified ----------------------------------------------------------------- */

static char *
dire_superieur (PvStatement *row, PvConstat *constat)
{
  PvCents notifie = pv_statement_get_int (row, 5);
  const char *financeur = pv_statement_get_text (row, 3);
  g_autofree char *plus = pv_controle_montant (pv_statement_get_int (row, 6));
  g_autofree char *moins =
      pv_controle_montant (notifie != PV_CENTS_NULL ? notifie : pv_statement_get_int (row, 4));

  if (notifie != PV_CENTS_NULL)
    return g_strdup_printf (_ ("%s: %s paid, for %s notified."), financeur, plus, moins);

  return g_strdup_printf (_ ("%s: %s paid, for %s voted."), financeur, plus, moins);
}

gboolean
pv_controle_verse_superieur_au_notifie (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "financement", "versement",
    "SELECT d.id, d.numero, f.id, o.nom, f.vote_cents, f.notifie_cents, v.verse_cents"
    "  FROM total_financement v"
    "  JOIN financement f ON f.id = v.id"
    "  JOIN dossier d ON d.id = f.dossier_id"
    "  JOIN financeur fi ON fi.id = f.financeur_id"
    "  JOIN organisme o ON o.id = fi.organisme_id"
    " WHERE v.verse_cents > COALESCE(f.notifie_cents, f.vote_cents) AND " PV_PORTEE_SQL
    " ORDER BY d.id, f.id",
    dire_superieur
  };

  return pv_controle_run_requete (run, &requete, error);
}

/* --- to be paid back ------------------------------------------------------------------------ */

static char *
dire_trop_percu (PvStatement *row, PvConstat *constat)
{
  g_autofree char *reste = pv_controle_montant (pv_statement_get_int (row, 3));
  g_autofree char *date =
      pv_date_format_french (pv_statement_get_text (row, 5), PV_DATE_FORMAT_LONG);
  g_autofree char *tout = pv_controle_montant (pv_statement_get_int (row, 4));

  if (pv_statement_get_int (row, 3) == pv_statement_get_int (row, 4))
    return g_strdup_printf (_ ("%s is to be paid back, says the bilan validated on %s."), reste,
                            date);

  return g_strdup_printf (_ ("%s of the %s to be paid back, says the bilan validated on %s, is "
                             "still awaited."),
                          reste, tout, date);
}

gboolean
pv_controle_trop_percu (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "bilan", "a_recuperer_cents",
    "SELECT d.id, d.numero, b.id, " PV_A_RECUPERER_SQL
    " AS reste, b.a_recuperer_cents, b.crf_valide_le"
    "  FROM bilan b JOIN dossier d ON d.id = b.dossier_id"
    " WHERE b.crf_valide_le IS NOT NULL AND b.a_recuperer_cents > 0 AND reste > 0"
    "   AND " PV_PORTEE_SQL " ORDER BY d.id",
    dire_trop_percu
  };

  return pv_controle_run_requete (run, &requete, error);
}

/* --- late ----------------------------------------------------------------------------------- */

static char *
dire_retard (const PvVersementSuivi *suivi, const char *financeur)
{
  g_autofree char *date = pv_date_format_french (
      suivi->echeance_le[0] != '\0' ? suivi->echeance_le : suivi->notifie_le, PV_DATE_FORMAT_LONG);
  g_autofree char *montant = NULL;

  if (suivi->echeance_le[0] != '\0')
    {
      montant = pv_controle_montant (suivi->echeance_cents);
      return g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE, "%s: %s was to be paid on %s by the convention, %d day ago.",
              "%s: %s was to be paid on %s by the convention, %d days ago.", (gulong)suivi->retard),
          financeur, montant, date, (int)suivi->retard);
    }

  montant = pv_controle_montant (suivi->notifie_cents);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s: %s notified on %s and nothing paid, %d day beyond the %d days.",
                   "%s: %s notified on %s and nothing paid, %d days beyond the %d days.",
                   (gulong)suivi->retard),
      financeur, montant, date, (int)suivi->retard, (int)suivi->limite);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const PvVersementSuivi *first = a;
  const PvVersementSuivi *second = b;

  if (first->dossier_id != second->dossier_id)
    return first->dossier_id < second->dossier_id ? -1 : 1;

  return (first->financement_id > second->financement_id) -
         (first->financement_id < second->financement_id);
}

static gboolean
tell_retard (PvControleRun *run, const PvVersementSuivi *suivi, GError **error)
{
  g_autoptr (PvVersementLigne) ligne =
      pv_versement_ligne_load (run->db, suivi->financement_id, error);
  g_autofree char *texte = ligne != NULL ? dire_retard (suivi, ligne->financeur_nom) : NULL;
  PvConstat constat = {
    .severite = run->controle->severite,
    .dossier_id = suivi->dossier_id,
    .dossier_numero = ligne != NULL ? ligne->numero : NULL,
    .table = "financement",
    .cle = suivi->financement_id,
    .champ = "versement",
    .texte = texte,
  };

  if (ligne == NULL || g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  pv_controle_emit (run, &constat);

  return TRUE;
}

/* The same reading as the list of payments: what it says late is what is told. */
gboolean
pv_controle_delai_paiement (PvControleRun *run, GError **error)
{
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (run->db));
  g_autoptr (PvVersementQuestion) question = pv_versement_question_new (&run->filtre, jour);
  g_autoptr (PvVersementSuivis) suivis = NULL;

  question->dossier_id = run->dossier_id;
  question->etat = PV_VERSEMENT_FILTRE_EN_RETARD;
  suivis = pv_versement_suivis_load (run->db, question, run->cancellable, error);
  if (suivis == NULL)
    return FALSE;
  g_array_sort (suivis->lignes, compare_cb);
  for (guint i = 0; i < suivis->lignes->len; i++)
    if (!tell_retard (run, &g_array_index (suivis->lignes, PvVersementSuivi, i), error))
      return FALSE;

  return TRUE;
}
