/* pv-versement-suivi-store.c: the SQL of pv-versement-suivi
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-suivi.h"

#include <string.h>

#include "bilan/pv-bilan-sql.h"
#include "commun/pv-entite.h"
#include "dossier/pv-dossier-recherche.h"
#include "pv-date.h"
#include "seuil/pv-seuil-store.h"
#include "versement/pv-versement-entente-store.h"

/* Rows between two looks at the cancellable. */
#define N_ROWS_BETWEEN_LOOKS 1000

/* Its %s are where it begins, what it is joined to, the condition and the order. */
static const char sql_lignes[] =
    "SELECT f.id, f.dossier_id, f.financeur_id, f.exercice, f.notifie_le, f.notifie_cents,"
    "       CASE WHEN t.n_versements > 0 THEN t.verse_cents END, COALESCE (t.n_versements, 0),"
    "       COALESCE (f.notifie_cents, f.vote_cents), " PV_SORTI_SQL ", " PV_A_RECUPERER_SQL
    ", " PV_RENDU_SQL "  FROM %s LEFT JOIN total_financement t ON t.id = f.id"
    "  LEFT JOIN bilan b ON b.dossier_id = d.id"
    " %s WHERE %s ORDER BY %s f.id";

/* In this order: the planner has no statistics. */
#define DEPUIS_DOSSIERS "dossier d CROSS JOIN financement f ON f.dossier_id = d.id"
#define DEPUIS_FINANCEMENT "financement f JOIN dossier d ON d.id = f.dossier_id"

#define SUIVI "(f.notifie_cents > 0 OR t.n_versements > 0) AND d.chapeau = 0 AND " PV_FILTRE_SQL
#define DE_FINANCEUR " AND (:financeur IS NULL OR f.financeur_id = :financeur)"
#define TROUVE " AND d.id IN (SELECT rowid FROM recherche WHERE recherche MATCH :recherche)"

static const char sql_financeurs[] =
    "SELECT fi.id, o.nom FROM financeur fi JOIN organisme o ON o.id = fi.organisme_id"
    " WHERE EXISTS (SELECT 1 FROM financement f JOIN dossier d ON d.id = f.dossier_id"
    "                 LEFT JOIN total_financement t ON t.id = f.id"
    "                WHERE f.financeur_id = fi.id AND " SUIVI ")"
    " ORDER BY fi.ordre IS NULL, fi.ordre, o.nom_plie";

static const char sql_ligne[] =
    "SELECT d.numero, p.nom, d.intitule, COALESCE (o.sigle, o.nom), o.nom, i.nom, v.verse_le,"
    "       v.genre, d.statut, d.chapeau"
    "  FROM financement f JOIN dossier d ON d.id = f.dossier_id"
    "  JOIN organisme p ON p.id = d.porteur_id"
    "  JOIN financeur fi ON fi.id = f.financeur_id"
    "  JOIN organisme o ON o.id = fi.organisme_id"
    "  LEFT JOIN dispositif i ON i.id = f.dispositif_id"
    "  LEFT JOIN versement v ON v.id = (SELECT w.id FROM versement w WHERE w.financement_id = f.id"
    "                                    ORDER BY w.verse_le DESC, w.id DESC LIMIT 1)"
    " WHERE f.id = :financement";

/* --- the delay ----------------------------------------------------------------------------- */

/* The thresholds `paiement_delai`, of PvSeuil; it has none: the default holds. */
static GPtrArray *
list_delais (PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) all = pv_seuil_store_list (db, error);

  for (guint i = 0; all != NULL && i < all->len;)
    {
      const PvSeuil *seuil = all->pdata[i];

      if (g_strcmp0 (seuil->code, PV_SEUIL_PAIEMENT_DELAI) == 0)
        i++;
      else
        g_ptr_array_remove_index (all, i);
    }

  return g_steal_pointer (&all);
}

/* The one in force that day. */
static gint64
get_delai (GPtrArray *delais, const char *jour)
{
  const PvSeuil *best = NULL;

  if (delais->len == 0)
    return PV_PAIEMENT_DELAI_DEFAUT;
  for (guint i = 0; i < delais->len; i++)
    {
      const PvSeuil *seuil = delais->pdata[i];

      if ((seuil->valable_du == NULL || strcmp (seuil->valable_du, jour) <= 0) &&
          (seuil->valable_au == NULL || strcmp (seuil->valable_au, jour) >= 0) &&
          (best == NULL || g_strcmp0 (seuil->valable_du, best->valable_du) > 0))
        best = seuil;
    }

  return best != NULL ? best->valeur : PV_INT_NULL;
}

static void
copy_date (char date[11], const char *text)
{
  g_strlcpy (date, text != NULL ? text : "", 11);
}

/* --- one row ------------------------------------------------------------------------------- */

/* Paid once, whatever was taken back since. */
static PvCents
get_paid (const PvVersementSuivi *self)
{
  return (self->verse_cents == PV_CENTS_NULL ? 0 : self->verse_cents) + self->rendu_cents;
}

static PvVersementEtat
find_etat (const PvVersementSuivi *self, PvCents accorde)
{
  PvCents verse = get_paid (self);

  if (self->trop_percu_cents > 0)
    return PV_VERSEMENT_ETAT_TROP_PERCU;
  if (verse <= 0 && accorde != 0)
    return PV_VERSEMENT_ETAT_A_PAYER;

  return accorde != PV_CENTS_NULL && verse >= accorde ? PV_VERSEMENT_ETAT_SOLDE
                                                      : PV_VERSEMENT_ETAT_PARTIEL;
}

static void
find_retard (PvVersementSuivi *self,
             const PvVersementAccords *accords,
             GPtrArray *delais,
             const char *jour)
{
  gint64 agreed = pv_versement_accords_get_delai (accords, self->financement_id);
  gboolean paid = get_paid (self) > 0;
  gboolean due = self->reste_cents != PV_CENTS_NULL && self->reste_cents > 0;
  gint64 days = due ? pv_date_days_between (self->notifie_le, jour) : G_MININT64;

  self->delai = days != G_MININT64 ? days : PV_INT_NULL;
  self->limite = agreed != PV_INT_NULL ? agreed : get_delai (delais, self->notifie_le);
  if (!due || self->sorti)
    return;
  if (pv_versement_accords_follow (accords, self))
    {
      days = pv_date_days_between (self->echeance_le, jour);
      self->retard = days != G_MININT64 ? MAX (days, 0) : 0;
      return;
    }
  if (!paid && self->delai != PV_INT_NULL && self->limite != PV_INT_NULL)
    self->retard = MAX (self->delai - self->limite, 0);
}

static void
read_suivi (PvStatement *row,
            PvVersementSuivi *self,
            const PvVersementAccords *accords,
            GPtrArray *delais,
            const char *jour)
{
  PvCents accorde = pv_statement_get_int (row, 8);
  PvCents verse;

  memset (self, 0, sizeof *self);
  self->financement_id = pv_statement_get_int (row, 0);
  self->dossier_id = pv_statement_get_int (row, 1);
  self->financeur_id = pv_statement_get_int (row, 2);
  self->exercice = pv_statement_get_int (row, 3);
  copy_date (self->notifie_le, pv_statement_get_text (row, 4));
  self->notifie_cents = pv_statement_get_int (row, 5);
  self->verse_cents = pv_statement_get_int (row, 6);
  self->n_versements = pv_statement_get_int (row, 7);
  self->sorti = pv_statement_get_int (row, 9) == 1;
  self->a_recuperer_cents = pv_statement_get_int (row, 10);
  verse = self->verse_cents == PV_CENTS_NULL ? 0 : self->verse_cents;
  self->rendu_cents = pv_statement_get_int (row, 11);
  self->reste_cents =
      pv_versement_compute_reste (self->notifie_cents, self->verse_cents, self->rendu_cents);
  self->trop_percu_cents = accorde == PV_CENTS_NULL ? 0 : MAX (verse - accorde, 0);
  self->etat = find_etat (self, accorde);
  find_retard (self, accords, delais, jour);
}

/* --- the list ------------------------------------------------------------------------------ */

#define DERNIER "(SELECT MAX (w.verse_le) FROM versement w WHERE w.financement_id = f.id)"
#define JOIN_PORTEUR "JOIN organisme p ON p.id = d.porteur_id"
#define JOIN_FINANCEUR                                                                             \
  "JOIN financeur fi ON fi.id = f.financeur_id JOIN organisme p ON p.id = fi.organisme_id"

/* By PvVersementTri. Those without an order are sorted by a figure that is computed. */
static const struct
{
  const char *join;
  const char *ascending;
  const char *descending;
} ordres[] = {
  [PV_VERSEMENT_TRI_DELAI] = { "", "", "" },
  [PV_VERSEMENT_TRI_NUMERO] = { "", "d.numero,", "d.numero DESC," },
  [PV_VERSEMENT_TRI_PORTEUR] = { JOIN_PORTEUR, "p.nom_plie, d.numero,",
                                 "p.nom_plie DESC, d.numero," },
  [PV_VERSEMENT_TRI_INTITULE] = { "", "d.intitule COLLATE NOCASE, d.numero,",
                                  "d.intitule COLLATE NOCASE DESC, d.numero," },
  [PV_VERSEMENT_TRI_FINANCEUR] = { JOIN_FINANCEUR, "p.nom_plie, d.numero,",
                                   "p.nom_plie DESC, d.numero," },
  [PV_VERSEMENT_TRI_NOTIFIE] = { "", "", "" },
  [PV_VERSEMENT_TRI_NOTIFIE_LE] = { "", "f.notifie_le IS NULL, f.notifie_le, d.numero,",
                                    "f.notifie_le DESC, d.numero," },
  [PV_VERSEMENT_TRI_VERSE] = { "", "", "" },
  [PV_VERSEMENT_TRI_RESTE] = { "", "", "" },
  [PV_VERSEMENT_TRI_DERNIER] = { "", DERNIER " IS NULL, " DERNIER ", d.numero,",
                                 DERNIER " DESC, d.numero," },
};

static gint64
get_figure (const PvVersementSuivi *self, PvVersementTri tri)
{
  if (tri == PV_VERSEMENT_TRI_NOTIFIE)
    return self->notifie_cents;
  if (tri == PV_VERSEMENT_TRI_VERSE)
    return self->verse_cents;

  return tri == PV_VERSEMENT_TRI_RESTE ? self->reste_cents : self->delai;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const PvVersementSuivi *first = a;
  const PvVersementSuivi *second = b;
  const PvVersementQuestion *question = data;
  int sign = question->descendant ? -1 : 1;
  gint64 x = get_figure (first, question->tri), y = get_figure (second, question->tri);

  if (question->tri == PV_VERSEMENT_TRI_DELAI && first->retard != second->retard)
    return first->retard < second->retard ? -sign : sign;
  if (x != y)
    {
      /* what is not known comes last both ways */
      if (x == PV_INT_NULL || y == PV_INT_NULL)
        return x == PV_INT_NULL ? 1 : -1;
      return x < y ? -sign : sign;
    }

  return (first->financement_id > second->financement_id) -
         (first->financement_id < second->financement_id);
}

static PvStatement *
prepare (PvDb *db, const PvVersementQuestion *question, const char *condition, GError **error)
{
  g_autofree char *match =
      question->recherche != NULL ? pv_dossier_recherche_to_match (question->recherche) : NULL;
  g_autofree char *where =
      g_strdup_printf ("%s%s%s%s", condition, DE_FINANCEUR,
                       question->dossier_id != PV_INT_NULL ? " AND d.id = :dossier" : "",
                       match != NULL ? TROUVE : "");
  const char *order =
      question->descendant ? ordres[question->tri].descending : ordres[question->tri].ascending;
  g_autofree char *sql =
      g_strdup_printf (sql_lignes, DEPUIS_DOSSIERS, ordres[question->tri].join, where, order);
  PvStatement *row = pv_db_prepare (db, sql, error);

  if (row == NULL)
    return NULL;
  pv_filtre_bind (&question->filtre, row);
  pv_statement_bind_int (row, ":financeur", question->financeur_id);
  if (question->dossier_id != PV_INT_NULL)
    pv_statement_bind_int (row, ":dossier", question->dossier_id);
  if (match != NULL)
    pv_statement_bind_text (row, ":recherche", match);

  return row;
}

static void
take_row (PvVersementSuivis *self, const PvVersementQuestion *question, PvVersementSuivi *suivi)
{
  for (int f = 0; f < PV_N_VERSEMENT_FILTRES; f++)
    self->n[f] += pv_versement_suivi_is (suivi, (PvVersementFiltre)f);
  if (!pv_versement_suivi_is (suivi, question->etat))
    return;
  g_array_append_vals (self->lignes, suivi, 1);
  pv_versement_totaux_add (&self->totaux, suivi);
}

static gboolean
load_lignes (PvDb *db,
             const PvVersementQuestion *question,
             PvVersementSuivis *self,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) delais = list_delais (db, error);
  g_auto (PvVersementAccords) accords = { NULL };
  g_autoptr (PvStatement) row = NULL;
  PvVersementSuivi suivi;
  PvStep step;
  guint n = 0;

  if (delais == NULL)
    return FALSE;
  if (!pv_versement_accords_load (db, question, &accords, error))
    return FALSE;
  row = prepare (db, question, SUIVI, error);
  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      if (n++ % N_ROWS_BETWEEN_LOOKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_suivi (row, &suivi, &accords, delais, question->jour);
      take_row (self, question, &suivi);
    }

  return step == PV_STEP_DONE;
}

static void
financeur_free (gpointer data)
{
  PvVersementFinanceur *self = data;

  g_free (self->nom);
  g_free (self);
}

static gboolean
load_financeurs (PvDb *db, const PvFiltre *filtre, PvVersementSuivis *self, GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, sql_financeurs, error);
  PvStep step;

  if (row == NULL)
    return FALSE;
  pv_filtre_bind (filtre, row);
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvVersementFinanceur *financeur = g_new0 (PvVersementFinanceur, 1);

      financeur->id = pv_statement_get_int (row, 0);
      financeur->nom = pv_statement_dup_text (row, 1);
      g_ptr_array_add (self->financeurs, financeur);
    }

  return step == PV_STEP_DONE;
}

PvVersementSuivis *
pv_versement_suivis_load (PvDb *db,
                          const PvVersementQuestion *question,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (PvVersementSuivis) self = g_new0 (PvVersementSuivis, 1);

  self->lignes = g_array_new (FALSE, FALSE, sizeof (PvVersementSuivi));
  self->financeurs = g_ptr_array_new_with_free_func (financeur_free);
  self->totaux =
      (PvVersementTotaux){ 0, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL };
  if (!load_lignes (db, question, self, cancellable, error) ||
      (question->dossier_id == PV_INT_NULL &&
       !load_financeurs (db, &question->filtre, self, error)))
    return NULL;
  if (*ordres[question->tri].ascending == '\0')
    g_array_sort_with_data (self->lignes, compare_cb, (gpointer)question);

  return g_steal_pointer (&self);
}

gboolean
pv_versement_suivi_find (PvDb *db,
                         gint64 financement_id,
                         const char *jour,
                         PvVersementSuivi *suivi,
                         GError **error)
{
  g_autoptr (PvVersementQuestion) question = pv_versement_question_new (&PV_FILTRE_TOUT, jour);
  g_autofree char *sql =
      g_strdup_printf (sql_lignes, DEPUIS_FINANCEMENT, "", "f.id = :financement", "");
  g_autoptr (GPtrArray) delais = list_delais (db, error);
  g_auto (PvVersementAccords) accords = { NULL };
  g_autoptr (PvStatement) row = NULL;

  if (delais == NULL)
    return FALSE;
  question->financement_id = financement_id;
  if (!pv_versement_accords_load (db, question, &accords, error))
    return FALSE;
  row = pv_sql_prepare (db, sql, error, "i", financement_id);
  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  read_suivi (row, suivi, &accords, delais, jour);

  return TRUE;
}

PvVersementLigne *
pv_versement_ligne_load (PvDb *db, gint64 financement_id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, sql_ligne, error, "i", financement_id);
  PvVersementLigne *self;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return NULL;

  self = g_new0 (PvVersementLigne, 1);
  self->numero = pv_statement_dup_text (row, 0);
  self->porteur = pv_statement_dup_text (row, 1);
  self->intitule = pv_statement_dup_text (row, 2);
  self->financeur = pv_statement_dup_text (row, 3);
  self->financeur_nom = pv_statement_dup_text (row, 4);
  self->dispositif = pv_statement_dup_text (row, 5);
  self->dernier_le = pv_statement_dup_text (row, 6);
  self->dernier_genre = PV_VERSEMENT_GENRE_NULL;
  if (!pv_statement_is_null (row, 7))
    pv_versement_genre_from_id (pv_statement_get_text (row, 7), &self->dernier_genre);
  self->statut = PV_DOSSIER_STATUT_NULL;
  pv_dossier_statut_from_id (pv_statement_get_text (row, 8), &self->statut);
  self->chapeau = pv_statement_get_int (row, 9) != 0;

  return self;
}
