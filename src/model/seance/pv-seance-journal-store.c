/* pv-seance-journal-store.c: what a séance decided so far
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-journal.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-error.h"
#include "seance/pv-seance-sql.h"
#include "seance/pv-seance-table-store.h"

/* While it is open a locked line is shown as it stands; once it is sealed its copy says it. */
static const char lit_fil[] =
    "SELECT s.id, s.dossier_id, d.numero, d.intitule, COALESCE (o.sigle, o.nom), c.decision,"
    " c.reserve, c.decidee_a, c.duree_s, c.version,"
    " s.rang,"
    " (SELECT SUM (m.montant_cents) FROM decision_montant m JOIN financement f"
    "   ON f.id = m.financement_id WHERE m.decision_id = c.id"
    "    AND CASE WHEN c.scellee = 1 THEN m.verrou IS NULL ELSE " PV_SEANCE_VERROU_SQL
    " IS NULL END),"
    " (SELECT SUM (CASE WHEN c.scellee = 1 THEN m.montant_cents"
    "                   WHEN " PV_SEANCE_VERROU_SQL " IS NOT NULL THEN " PV_SEANCE_FERME_SQL
    "                   ELSE m.montant_cents END)"
    "    FROM financement f LEFT JOIN decision_montant m"
    "      ON m.decision_id = c.id AND m.financement_id = f.id"
    "   WHERE f.dossier_id = s.dossier_id)"
    "  FROM (SELECT id, seance_id, dossier_id, ordre, ROW_NUMBER () OVER (ORDER BY ordre, id) AS"
    "          rang FROM seance_dossier WHERE seance_id = :seance) s"
    "  JOIN dossier d ON d.id = s.dossier_id"
    "  JOIN organisme o ON o.id = d.porteur_id"
    "  JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL " WHERE c.decision IS NOT NULL"
    " ORDER BY (SELECT MIN (x.decidee_a) FROM decision x WHERE x.seance_dossier_id = s.id) DESC,"
    "   s.ordre DESC, s.id DESC";

static const char compte_dossiers[] =
    "SELECT COUNT (*) FROM seance_dossier WHERE seance_id = :seance";

static const char lit_enveloppe[] =
    "SELECT COALESCE (o.sigle, o.nom) || ' · ' || k.nom || CASE WHEN e.libelle = k.nom THEN ''"
    " ELSE ' · ' || e.libelle END"
    "  FROM enveloppe e JOIN dispositif k ON k.id = e.dispositif_id"
    "  JOIN financeur u ON u.id = k.financeur_id JOIN organisme o ON o.id = u.organisme_id"
    " WHERE e.id = :id";

static void
ligne_free (PvSeanceJournalLigne *self)
{
  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self->reserve);
  g_free (self->decidee_a);
  g_free (self);
}

static void
enveloppe_free (PvSeanceEnveloppe *self)
{
  g_free (self->libelle);
  g_free (self);
}

void
pv_seance_journal_free (PvSeanceJournal *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->fil, g_ptr_array_unref);
  g_clear_pointer (&self->enveloppes, g_ptr_array_unref);
  g_free (self);
}

static PvSeanceJournalLigne *
read_ligne (PvStatement *row)
{
  PvSeanceJournalLigne *ligne = g_new0 (PvSeanceJournalLigne, 1);

  ligne->id = pv_statement_get_int (row, 0);
  ligne->dossier_id = pv_statement_get_int (row, 1);
  ligne->numero = pv_statement_dup_text (row, 2);
  ligne->intitule = pv_statement_dup_text (row, 3);
  ligne->porteur = pv_statement_dup_text (row, 4);
  pv_decision_genre_from_id (pv_statement_get_text (row, 5), &ligne->decision);
  ligne->reserve = pv_statement_dup_text (row, 6);
  ligne->decidee_a = pv_statement_dup_text (row, 7);
  ligne->duree_s = pv_statement_get_int (row, 8);
  ligne->version = pv_statement_get_int (row, 9);
  ligne->rang = (guint)pv_statement_get_int (row, 10);
  ligne->cents = pv_statement_get_int (row, 11);
  ligne->total_cents = pv_statement_get_int (row, 12);

  return ligne;
}

static gboolean
load_fil (PvSeanceJournal *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_fil, error, "i", self->seance_id);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvSeanceJournalLigne *ligne = read_ligne (row);

      g_ptr_array_add (self->fil, ligne);
      self->n_decides++;
      self->n[ligne->decision]++;
      if (!pv_money_add (self->cents[ligne->decision], ligne->cents,
                         &self->cents[ligne->decision]) ||
          !pv_money_add (self->arbitre_cents, ligne->cents, &self->arbitre_cents))
        {
          g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                               _ ("The amounts of this séance are too large to be summed."));
          return FALSE;
        }
    }

  return step == PV_STEP_DONE;
}

static gboolean
add_enveloppe (PvSeanceJournal *self, PvDb *db, const PvSeancePot *pot, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_enveloppe, error, "i", pot->enveloppe_id);
  PvSeanceEnveloppe *enveloppe;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  enveloppe = g_new0 (PvSeanceEnveloppe, 1);
  enveloppe->id = pot->enveloppe_id;
  enveloppe->libelle = pv_statement_dup_text (row, 0);
  enveloppe->montant_cents = pot->montant_cents;
  enveloppe->restant_cents = pv_seance_pot_get_avant (pot);
  enveloppe->reste_cents = pv_seance_pot_get_reste (pot);
  enveloppe->seance_cents = pot->seance_cents;
  g_ptr_array_add (self->enveloppes, enveloppe);

  return TRUE;
}

static gboolean
load_enveloppes (PvSeanceJournal *self, PvDb *db, GError **error)
{
  g_autoptr (GArray) pots = pv_seance_pots_load (db, self->seance_id, PV_INT_NULL, error);

  for (guint i = 0; pots != NULL && i < pots->len; i++)
    if (!add_enveloppe (self, db, &g_array_index (pots, PvSeancePot, i), error))
      return FALSE;

  return pots != NULL;
}

PvSeanceJournal *
pv_seance_journal_load (PvDb *db, gint64 seance_id, GError **error)
{
  g_autoptr (PvSeanceJournal) self = g_new0 (PvSeanceJournal, 1);
  gint64 n;

  self->seance_id = seance_id;
  self->arbitre_cents = PV_CENTS_NULL;
  for (guint i = 0; i < PV_N_DECISION_GENRES; i++)
    self->cents[i] = PV_CENTS_NULL;
  self->fil = g_ptr_array_new_with_free_func ((GDestroyNotify)ligne_free);
  self->enveloppes = g_ptr_array_new_with_free_func ((GDestroyNotify)enveloppe_free);
  if (!pv_sql_find (db, compte_dossiers, &n, error, "i", seance_id) ||
      !load_fil (self, db, error) || !load_enveloppes (self, db, error))
    return NULL;
  self->n_dossiers = (guint)n;

  return g_steal_pointer (&self);
}
