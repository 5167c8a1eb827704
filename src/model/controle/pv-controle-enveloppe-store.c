/* pv-controle-enveloppe-store.c: checks of envelopes and their limits
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"
#include "enveloppe/pv-enveloppe-regle-etat.h"
#include "pv-langue.h"

/* ---- regle-limite ---- */

/* The envelopes with limits that the dossiers looked at use, themselves or below. */
static const char limitees[] =
    "WITH RECURSIVE utilisee (id) AS ("
    " SELECT f.enveloppe_id FROM financement f JOIN dossier d ON d.id = f.dossier_id"
    "  WHERE f.enveloppe_id IS NOT NULL AND d.chapeau = 0 AND " PV_PORTEE_SQL
    " UNION SELECT e.parent_id FROM enveloppe e JOIN utilisee u ON u.id = e.id"
    "  WHERE e.parent_id IS NOT NULL)"
    " SELECT DISTINCT r.enveloppe_id FROM enveloppe_regle r JOIN utilisee u ON u.id = "
    "r.enveloppe_id"
    "  ORDER BY r.enveloppe_id";

static void
emit_regle (PvControleRun *run, const PvEnveloppeRegleEtat *etat)
{
  g_autofree char *titre = pv_enveloppe_regle_etat_to_titre (etat);
  g_autofree char *chiffres = pv_enveloppe_regle_etat_to_chiffres (etat);
  g_autofree char *texte = NULL;
  PvConstat constat = {
    .severite = run->controle->severite,
    .dossier_id = PV_INT_NULL,
    .table = "enveloppe_regle",
    .cle = etat->regle->id,
    .champ = etat->regle->montant_cents != PV_CENTS_NULL ? "montant_cents" : "taux_bp",
  };

  /* Translators: an envelope, a limit of it, its state, then its figures */
  texte = g_strdup_printf (_ ("“%s”, limit “%s”: %s, %s."), etat->enveloppe, titre,
                           pv_regle_etat_to_words (etat->etat), chiffres);
  constat.texte = texte;
  pv_controle_emit (run, &constat);
}

static gboolean
check_regles (PvControleRun *run, gint64 enveloppe_id, GError **error)
{
  g_autoptr (GPtrArray) etats =
      pv_enveloppe_regle_etat_list (run->db, PV_INT_NULL, enveloppe_id, error);

  for (guint i = 0; etats != NULL && i < etats->len; i++)
    {
      const PvEnveloppeRegleEtat *etat = etats->pdata[i];

      if (etat->etat == PV_REGLE_ETAT_DEPASSEE || etat->etat == PV_REGLE_ETAT_NON_ATTEINTE)
        emit_regle (run, etat);
    }

  return etats != NULL;
}

gboolean
pv_controle_regle_limite (PvControleRun *run, GError **error)
{
  g_autoptr (PvStatement) rows = pv_controle_prepare (run, limitees, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;
  while (pv_controle_step (run, rows, &local))
    {
      gint64 id = pv_statement_get_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  for (guint i = 0; i < ids->len; i++)
    if (!check_regles (run, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* ---- enveloppe-absente ---- */

static char *
dire_absente (PvStatement *row, PvConstat *constat)
{
  const char *financeur = pv_statement_get_text (row, PV_CONTROLE_FIGURES);
  int exercice = (int)pv_statement_get_int (row, PV_CONTROLE_FIGURES + 1);
  g_autofree char *montant =
      pv_controle_montant (pv_statement_get_int (row, PV_CONTROLE_FIGURES + 2));
  const char *enveloppe = pv_statement_get_text (row, PV_CONTROLE_FIGURES + 3);
  gint64 autre = pv_statement_get_int (row, PV_CONTROLE_FIGURES + 4);

  if (enveloppe == NULL)
    return g_strdup_printf (_ ("%s engages %s in %d on none of the envelopes it opened that year."),
                            financeur, montant, exercice);
  if (autre != exercice)
    return g_strdup_printf (_ ("%s engages %s in %d on “%s”, which is an envelope of %d."),
                            financeur, montant, exercice, enveloppe, (int)autre);

  return g_strdup_printf (
      _ ("%s engages %s in %d on “%s”, which is an envelope of another funder."), financeur,
      montant, exercice, enveloppe);
}

gboolean
pv_controle_enveloppe_absente (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "financement", "enveloppe_id",
    "SELECT d.id, d.numero, f.id, o.nom, f.exercice, " PV_ENGAGE_SQL ", e.libelle, e.exercice"
    "  FROM dossier d JOIN financement f ON f.dossier_id = d.id"
    "  JOIN financeur p ON p.id = f.financeur_id"
    "  JOIN organisme o ON o.id = p.organisme_id"
    "  LEFT JOIN enveloppe e ON e.id = f.enveloppe_id"
    "  LEFT JOIN dispositif s ON s.id = e.dispositif_id"
    " WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL " AND " PV_ENGAGE_SQL " > 0 AND " PV_PORTEE_SQL
    "   AND ((f.enveloppe_id IS NULL AND EXISTS ("
    "          SELECT 1 FROM dispositif y JOIN enveloppe x ON x.dispositif_id = y.id"
    "           WHERE y.financeur_id = f.financeur_id AND x.exercice = f.exercice"
    "             AND (f.dispositif_id IS NULL OR y.id = f.dispositif_id)))"
    "        OR e.exercice <> f.exercice OR s.financeur_id <> f.financeur_id)"
    " ORDER BY d.id, f.id",
    dire_absente
  };

  return pv_controle_run_requete (run, &requete, error);
}
