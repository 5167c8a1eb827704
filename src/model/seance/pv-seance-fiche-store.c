/* pv-seance-fiche-store.c: one dossier of a séance, as it is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-fiche-store.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "financement/pv-plan-store.h"
#include "marqueur/pv-axe-store.h"
#include "pv-date.h"
#include "pv-error.h"
#include "score/pv-score-store.h"
#include "seance/pv-decision-store.h"
#include "seance/pv-seance-sql.h"
#include "seance/pv-seance-store.h"
#include "seance/pv-seance-table-store.h"

/* One score read alone costs as much as so many of an appel that is read whole. */
#define SEUL 13

#define NOMS_SQL                                                                                   \
  " COALESCE (o.sigle, o.nom), p.nom || CASE f.section WHEN 'investissement' THEN"                 \
  " ' · investissement' ELSE '' END, f.enveloppe_id, e.libelle"                                   \
  "  FROM seance_dossier s JOIN financement f ON f.dossier_id = s.dossier_id"                      \
  "  JOIN financeur u ON u.id = f.financeur_id JOIN organisme o ON o.id = u.organisme_id"          \
  "  LEFT JOIN dispositif p ON p.id = f.dispositif_id"                                             \
  "  LEFT JOIN enveloppe e ON e.id = f.enveloppe_id"                                               \
  "  LEFT JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL                                       \
  "  LEFT JOIN decision_montant m ON m.decision_id = c.id AND m.financement_id = f.id"
#define ORDRE_SQL " ORDER BY u.ordre IS NULL, u.ordre, f.id"

static const char lit_lignes[] =
    "SELECT f.id, f.financeur_id, f.sollicite_cents, f.propose_cents,"
    " CASE WHEN " PV_SEANCE_VERROU_SQL " IS NOT NULL THEN " PV_SEANCE_FERME_SQL
    "      WHEN c.decision = 'ajourne' THEN NULL WHEN c.id IS NULL THEN f.propose_cents"
    "      ELSE m.montant_cents END, " PV_SEANCE_VERROU_SQL "," NOMS_SQL
    " WHERE s.id = :id" ORDRE_SQL;

/* The séance's own copy: a financement that came after is not in it. */
static const char lit_lignes_closes[] =
    "SELECT f.id, f.financeur_id, m.sollicite_cents, m.propose_cents, m.montant_cents, "
    "m.verrou," NOMS_SQL " WHERE s.id = :id AND m.id IS NOT NULL" ORDRE_SQL;

static const char lit_place[] =
    "SELECT s.seance_id, s.dossier_id, z.etat, i.effet,"
    " (SELECT COUNT (*) FROM seance_dossier x WHERE x.seance_id = s.seance_id"
    "   AND (x.ordre, x.id) <= (s.ordre, s.id)),"
    " (SELECT COUNT (*) FROM seance_dossier x WHERE x.seance_id = s.seance_id),"
    " (SELECT n.code || ' ' || n.libelle FROM dossier_noeud k JOIN cadre_noeud n ON n.id ="
    "   k.noeud_id WHERE k.dossier_id = s.dossier_id AND k.principal = 1),"
    " (SELECT SUM (COALESCE (f.vote_cents, f.arbitre_cents)) FROM dossier d JOIN financement f"
    "   ON f.dossier_id = d.precedent_id WHERE d.id = s.dossier_id),"
    " d.appel_id"
    "  FROM seance_dossier s JOIN seance z ON z.id = s.seance_id"
    "  JOIN instance i ON i.id = z.instance_id JOIN dossier d ON d.id = s.dossier_id"
    " WHERE s.id = :id";

/* 0: the agenda has dossiers of several. */
static const char compte_appel[] =
    "SELECT COUNT (*) FROM dossier WHERE appel_id = :appel AND NOT EXISTS (SELECT 1"
    "  FROM seance_dossier s JOIN dossier d ON d.id = s.dossier_id"
    "  WHERE s.seance_id = :seance AND d.appel_id <> :appel)";

static const char lit_agenda[] =
    "SELECT dossier_id FROM seance_dossier WHERE seance_id = :seance ORDER BY dossier_id";

static const char lit_ajournement[] =
    "SELECT i.nom, z.date_le FROM seance z JOIN instance i ON i.id = z.instance_id"
    " WHERE z.id = :id";

static void
ligne_free (PvSeanceLigne *self)
{
  g_free (self->financeur);
  g_free (self->dispositif);
  g_free (self->enveloppe);
  g_free (self);
}

void
pv_seance_fiche_free (PvSeanceFiche *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->dossier, pv_dossier_fiche_free);
  g_clear_pointer (&self->apercu, pv_dossier_apercu_free);
  g_free (self->axe);
  g_clear_pointer (&self->deports, g_ptr_array_unref);
  g_clear_pointer (&self->decision, pv_decision_free);
  g_free (self->ajourne_seance);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  g_free (self);
}

/* --- what a key stroke may change --------------------------------------------------------- */

static PvSeanceLigne *
read_ligne (PvStatement *row, PvCents cout)
{
  PvSeanceLigne *ligne = g_new0 (PvSeanceLigne, 1);

  ligne->financement_id = pv_statement_get_int (row, 0);
  ligne->financeur_id = pv_statement_get_int (row, 1);
  ligne->sollicite_cents = pv_statement_get_int (row, 2);
  ligne->propose_cents = pv_statement_get_int (row, 3);
  ligne->table_cents = pv_statement_get_int (row, 4);
  ligne->verrou = (PvSeanceVerrou)pv_vocabulaire_from_id (&pv_seance_verrou_vocabulaire,
                                                          pv_statement_get_text (row, 5));
  ligne->financeur = pv_statement_dup_text (row, 6);
  ligne->dispositif = pv_statement_dup_text (row, 7);
  ligne->enveloppe_id = pv_statement_get_int (row, 8);
  ligne->enveloppe = pv_statement_dup_text (row, 9);
  ligne->taux_bp = pv_money_rate_bp (ligne->table_cents, cout);
  ligne->avant_cents = PV_CENTS_NULL;
  ligne->apres_cents = PV_CENTS_NULL;

  return ligne;
}

static gboolean
load_pots (PvSeanceFiche *self, PvDb *db, GError **error)
{
  g_autoptr (GArray) pots = pv_seance_pots_load (db, self->seance_id, self->id, error);

  for (guint i = 0; pots != NULL && i < self->lignes->len; i++)
    {
      PvSeanceLigne *ligne = self->lignes->pdata[i];
      const PvSeancePot *pot = pv_seance_pots_find (pots, ligne->enveloppe_id);

      if (pot == NULL)
        continue;
      ligne->avant_cents = pv_seance_pot_get_avant (pot);
      ligne->apres_cents = pv_seance_pot_get_apres (pot);
    }

  return pots != NULL;
}

static gboolean
load_lignes (PvSeanceFiche *self, PvDb *db, GError **error)
{
  gboolean close = self->etat == PV_SEANCE_ETAT_CLOSE;
  g_autoptr (PvStatement) row =
      pv_sql_prepare (db, close ? lit_lignes_closes : lit_lignes, error, "i", self->id);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    g_ptr_array_add (self->lignes, read_ligne (row, self->dossier->cout_cents));

  return step == PV_STEP_DONE && (close || load_pots (self, db, error));
}

/* Of the amounts that are @decalage bytes into each line. */
static gboolean
sum_lignes (PvSeanceFiche *self, gsize decalage, PvSeanceTotal *total)
{
  PvCents cout = self->dossier->cout_cents;
  gboolean complet = self->lignes->len > 0;

  *total = (PvSeanceTotal){ PV_CENTS_NULL, PV_CENTS_NULL, PV_INT_NULL };
  for (guint i = 0; i < self->lignes->len; i++)
    {
      PvCents cents = *(const PvCents *)G_STRUCT_MEMBER_P (self->lignes->pdata[i], decalage);

      complet = complet && cents != PV_CENTS_NULL;
      if (!pv_money_add (total->somme_cents, cents, &total->somme_cents))
        return FALSE;
    }
  if (complet && cout != PV_CENTS_NULL && self->autres_cents != PV_CENTS_NULL &&
      (!pv_money_add (cout, -total->somme_cents, &total->manque_cents) ||
       !pv_money_add (total->manque_cents, -self->autres_cents, &total->manque_cents)))
    return FALSE;
  total->taux_bp = pv_money_rate_bp (total->somme_cents, cout);

  return TRUE;
}

static gboolean
sum (PvSeanceFiche *self, GError **error)
{
  gboolean fits =
      sum_lignes (self, G_STRUCT_OFFSET (PvSeanceLigne, sollicite_cents), &self->sollicite) &&
      sum_lignes (self, G_STRUCT_OFFSET (PvSeanceLigne, propose_cents), &self->propose) &&
      sum_lignes (self, G_STRUCT_OFFSET (PvSeanceLigne, table_cents), &self->table);

  self->seance_cents = PV_CENTS_NULL;
  for (guint i = 0; fits && i < self->lignes->len; i++)
    {
      const PvSeanceLigne *ligne = self->lignes->pdata[i];

      if (ligne->verrou == PV_SEANCE_VERROU_NULL)
        fits = pv_money_add (self->seance_cents, ligne->table_cents, &self->seance_cents);
    }
  if (!fits)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                 _ ("The financements of dossier %s are too large to be summed."),
                 self->dossier->dossier->numero);

  return fits;
}

static gboolean
load_ajournement (PvSeanceFiche *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row = NULL;
  PvStep step;

  g_clear_pointer (&self->ajourne_seance, g_free);
  if (self->decision->ajourne_seance_id == PV_INT_NULL)
    return TRUE;
  row = pv_sql_prepare (db, lit_ajournement, error, "i", self->decision->ajourne_seance_id);
  if (row == NULL)
    return FALSE;
  step = pv_statement_step (row, error);
  if (step == PV_STEP_ROW)
    {
      g_autofree char *date =
          pv_date_format_french (pv_statement_get_text (row, 1), PV_DATE_FORMAT_LONG);

      self->ajourne_seance = g_strdup_printf ("%s, %s", pv_statement_get_text (row, 0), date);
    }

  return step != PV_STEP_ERROR;
}

gboolean
pv_seance_fiche_relire (PvSeanceFiche *self, PvDb *db, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvDecision) decision = pv_decision_store_get_derniere (db, self->id, &local);
  g_autoptr (GPtrArray) deports = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  deports = pv_seance_store_list_deports (db, self->id, error);
  if (deports == NULL)
    return FALSE;

  g_clear_pointer (&self->decision, pv_decision_free);
  self->decision = decision != NULL ? g_steal_pointer (&decision) : pv_decision_new ();
  g_clear_pointer (&self->deports, g_ptr_array_unref);
  self->deports = g_steal_pointer (&deports);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  self->lignes = g_ptr_array_new_with_free_func ((GDestroyNotify)ligne_free);

  return load_ajournement (self, db, error) && load_lignes (self, db, error) && sum (self, error);
}

/* --- the dossier -------------------------------------------------------------------------- */

static gboolean
load_place (PvSeanceFiche *self, PvDb *db, gint64 *appel_id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_place, error, "i", self->id);
  PvStep step;

  if (row == NULL)
    return FALSE;
  step = pv_statement_step (row, error);
  if (step == PV_STEP_DONE)
    g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                         _ ("This dossier is not on the agenda any more."));
  if (step != PV_STEP_ROW)
    return FALSE;
  self->seance_id = pv_statement_get_int (row, 0);
  self->dossier_id = pv_statement_get_int (row, 1);
  pv_seance_etat_from_id (pv_statement_get_text (row, 2), &self->etat);
  pv_instance_effet_from_id (pv_statement_get_text (row, 3), &self->effet);
  self->rang = (guint)pv_statement_get_int (row, 4);
  self->n_dossiers = (guint)pv_statement_get_int (row, 5);
  self->axe = pv_statement_dup_text (row, 6);
  self->precedent_cents = pv_statement_get_int (row, 7);
  *appel_id = pv_statement_get_int (row, 8);

  return TRUE;
}

static gboolean
is_on (const GArray *ids, gint64 id)
{
  guint low = 0, high = ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ids, gint64, middle) < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < ids->len && g_array_index (ids, gint64, low) == id;
}

/* (transfer full) (element-type PvScore): of the dossiers of the agenda, at least. */
static GArray *
load_scores (PvDb *db, gint64 seance_id, const GArray *ids, gint64 appel_id, GError **error)
{
  g_autoptr (GArray) scores = NULL;
  gint64 n;

  if (!pv_sql_find (db, compte_appel, &n, error, "ii", appel_id, seance_id))
    return NULL;
  if (n > 0 && n < (gint64)ids->len * SEUL)
    return pv_score_store_load (db, &(PvFiltre){ appel_id, PV_INT_NULL }, error);
  scores = g_array_new (FALSE, FALSE, sizeof (PvScore));
  for (guint i = 0; i < ids->len; i++)
    {
      PvScore score;

      if (!pv_score_store_get (db, g_array_index (ids, gint64, i), &score, error))
        return NULL;
      g_array_append_val (scores, score);
    }

  return g_steal_pointer (&scores);
}

static gboolean
load_rang (PvSeanceFiche *self, PvDb *db, gint64 appel_id, GError **error)
{
  g_autoptr (GArray) ids = pv_sql_list_ids (db, lit_agenda, error, "i", self->seance_id);
  g_autoptr (GArray) scores = NULL;
  PvScore propre;

  if (ids == NULL || !pv_score_store_get (db, self->dossier_id, &propre, error))
    return FALSE;
  self->score = propre.score;
  self->dispersion = propre.dispersion;
  self->score_rang = PV_INT_NULL;
  scores = load_scores (db, self->seance_id, ids, appel_id, error);
  if (scores == NULL)
    return FALSE;
  if (propre.score != PV_INT_NULL)
    self->score_rang = 1;
  for (guint i = 0; i < scores->len; i++)
    {
      const PvScore *score = &g_array_index (scores, PvScore, i);

      if (score->score == PV_INT_NULL || !is_on (ids, score->dossier_id))
        continue;
      self->n_scores++;
      if (self->score_rang != PV_INT_NULL && score->score > propre.score)
        self->score_rang++;
    }

  return TRUE;
}

static gboolean
load_dossier (PvSeanceFiche *self, PvDb *db, GError **error)
{
  PvPlan plan;

  self->dossier = pv_dossier_fiche_store_get (db, self->dossier_id, error);
  if (self->dossier == NULL)
    return FALSE;
  self->apercu = pv_dossier_apercu_store_load (db, self->dossier_id, PV_ETAPE_PROPOSE, error);
  if (self->apercu == NULL || !pv_plan_store_load (db, self->dossier_id, &plan, NULL, error))
    return FALSE;
  self->marqueur = self->apercu->resume->marque;
  self->autres_cents = plan.autres_produits_cents;

  return TRUE;
}

PvSeanceFiche *
pv_seance_fiche_load (PvDb *db, gint64 seance_dossier_id, GError **error)
{
  g_autoptr (PvSeanceFiche) self = g_new0 (PvSeanceFiche, 1);
  gint64 appel_id;

  self->id = seance_dossier_id;
  if (!load_place (self, db, &appel_id, error) || !load_dossier (self, db, error) ||
      !load_rang (self, db, appel_id, error) || !pv_seance_fiche_relire (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

const PvSeanceLigne *
pv_seance_fiche_find_ligne (const PvSeanceFiche *self, gint64 financement_id)
{
  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvSeanceLigne *ligne = self->lignes->pdata[i];

      if (ligne->financement_id == financement_id)
        return ligne;
    }

  return NULL;
}
