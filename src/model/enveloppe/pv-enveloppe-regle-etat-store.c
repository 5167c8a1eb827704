/* pv-enveloppe-regle-etat-store.c: the SQL of pv-enveloppe-regle-etat
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-entite.h"
#include "commun/pv-filtre.h"
#include "enveloppe/pv-enveloppe-regle-etat.h"
#include "enveloppe/pv-enveloppe-regle-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "pv-langue.h"

static const char regles[] =
    "SELECT r.id, e.libelle, b.libelle, x.motif"
    "  FROM enveloppe_regle r"
    "  JOIN enveloppe e ON e.id = r.enveloppe_id"
    "  LEFT JOIN enveloppe b ON b.id = r.base_enveloppe_id"
    "  LEFT JOIN derogation x ON x.controle = 'regle-limite' AND x.nom_table = 'enveloppe_regle'"
    "                        AND x.cle = r.id"
    " WHERE (:exercice IS NULL OR e.exercice = :exercice)"
    "   AND (:enveloppe IS NULL OR e.id = :enveloppe)"
    " ORDER BY e.exercice, e.dispositif_id, e.id, r.id";

#define SOUS                                                                                       \
  "WITH RECURSIVE sous (id) AS ("                                                                  \
  " SELECT id FROM enveloppe WHERE id = :id"                                                       \
  " UNION SELECT e.id FROM enveloppe e JOIN sous s ON e.parent_id = s.id)"

#define ENGAGE "COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents)"

#define COMPTE                                                                                     \
  "  FROM sous s CROSS JOIN financement f ON f.enveloppe_id = s.id"                                \
  "  JOIN dossier d ON d.id = f.dossier_id"                                                        \
  "   AND d.chapeau = 0"                                                                           \
  "   AND NOT " PV_SORTI_SQL

static const char sql_cpo[] =
    SOUS " SELECT COALESCE (SUM (" ENGAGE "), 0)" COMPTE " WHERE d.cpo_duree IS NOT NULL";

static const char sql_nature[] =
    SOUS " SELECT COALESCE (SUM (" ENGAGE "), 0)" COMPTE " WHERE d.nature = :valeur";

/* The whole of an envelope that is for that kind or that commune; else by the territories:
 * how many, how many of the kind, their shares, and those of the kind. */
#define LIEUX(entiere, convient)                                                                   \
  SOUS " SELECT " ENGAGE ", MAX (" entiere "), COUNT (t.id),"                                      \
       " COUNT (CASE WHEN " convient " THEN 1 END), COUNT (t.part_bp), SUM (t.part_bp),"           \
       " SUM (CASE WHEN " convient " THEN t.part_bp END)" COMPTE                                   \
       " JOIN enveloppe e ON e.id = s.id"                                                          \
       " LEFT JOIN dossier_territoire t ON t.dossier_id = d.id"                                    \
       " LEFT JOIN quartier q ON q.id = t.quartier_id"                                             \
       " WHERE " ENGAGE " > 0 GROUP BY f.id"

static const char sql_quartier[] = LIEUX ("e.quartier_genre IS :valeur", "q.genre = :valeur");

static const char sql_commune[] =
    LIEUX ("e.commune_id IS (SELECT id FROM commune WHERE code_insee = :valeur)",
           "(t.commune_id = (SELECT id FROM commune WHERE code_insee = :valeur)"
           " OR (t.commune_id IS NULL AND EXISTS (SELECT 1 FROM quartier_commune k"
           "      JOIN commune c ON c.id = k.commune_id"
           "     WHERE k.quartier_id = t.quartier_id AND c.code_insee = :valeur)))");

static const char sql_nom[] = "SELECT nom FROM commune WHERE code_insee = :valeur";

#define ENTIER_BP 10000

/* What of one financement is on the territories that are counted. */
static void
add_lieux (PvEnveloppeRegleEtat *self, PvStatement *row)
{
  PvCents engage = pv_statement_get_int (row, 0);
  gint64 n = pv_statement_get_int (row, 2);
  gint64 n_voulus = pv_statement_get_int (row, 3);

  if (pv_statement_get_int (row, 1) == 1 || (n > 0 && n_voulus == n))
    self->compte_cents += engage;
  else if (n > 0 && pv_statement_get_int (row, 4) == n &&
           pv_statement_get_int (row, 5) == ENTIER_BP)
    {
      if (n_voulus > 0)
        self->compte_cents += (engage * pv_statement_get_int (row, 6) + ENTIER_BP / 2) / ENTIER_BP;
    }
  else if (n == 0 || n_voulus > 0)
    self->incertain_cents += engage;
}

static gboolean
count_lieux (PvEnveloppeRegleEtat *self,
             PvDb *db,
             const char *sql,
             const char *valeur,
             GError **error)
{
  g_autoptr (PvStatement) rows =
      pv_sql_prepare (db, sql, error, "it", self->regle->enveloppe_id, valeur);
  PvStep step = PV_STEP_ERROR;

  self->compte_cents = 0;
  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    add_lieux (self, rows);

  return step == PV_STEP_DONE;
}

static gboolean
name_commune (PvEnveloppeRegleEtat *self, PvDb *db, const char *valeur, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, sql_nom, error, "t", valeur);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  self->cible = step == PV_STEP_ROW ? pv_statement_dup_text (row, 0) : g_strdup (valeur);

  return step != PV_STEP_ERROR;
}

static gboolean
count_cible (PvEnveloppeRegleEtat *self,
             PvDb *db,
             const PvEnveloppeSituation *situation,
             GError **error)
{
  gint64 id = self->regle->enveloppe_id;
  PvQuartierGenre quartier = PV_QUARTIER_GENRE_NULL;
  PvRegleCibleGenre genre;
  const char *valeur;

  if (self->regle->genre == PV_REGLE_GENRE_RESERVE)
    {
      self->cible = g_strdup (_ ("All dossiers"));
      self->compte_cents = pv_enveloppe_situation_get_restant (situation);
      return TRUE;
    }
  if (!pv_regle_cible_parse (self->regle->cible, &genre, &valeur))
    {
      self->cible = g_strdup (self->regle->cible);
      return TRUE;
    }
  switch (genre)
    {
    case PV_REGLE_CIBLE_CPO:
      self->cible = g_strdup (_ ("CPO"));
      return pv_sql_find (db, sql_cpo, &self->compte_cents, error, "i", id);
    case PV_REGLE_CIBLE_NATURE:
      self->cible =
          g_strdup (g_str_equal (valeur, "nouvelle") ? _ ("New actions") : _ ("Renewed actions"));
      return pv_sql_find (db, sql_nature, &self->compte_cents, error, "it", id, valeur);
    case PV_REGLE_CIBLE_QUARTIER:
      pv_quartier_genre_from_id (valeur, &quartier);
      self->cible = g_strdup (pv_quartier_genre_to_libelle (quartier));
      return count_lieux (self, db, sql_quartier, valeur, error);
    case PV_REGLE_CIBLE_COMMUNE:
      return name_commune (self, db, valeur, error) &&
             count_lieux (self, db, sql_commune, valeur, error);
    case PV_REGLE_CIBLE_TOUT:
    default:
      self->cible = g_strdup (_ ("All dossiers"));
      self->compte_cents = situation->engage_cents;
      return TRUE;
    }
}

/* A limit is not judged on a part of its base. */
static PvCents
get_montant (const PvEnveloppeSituation *situation)
{
  return situation->n_inconnus > 0 ? PV_CENTS_NULL : situation->montant_cents;
}

/* An envelope of the file, else an amount outside of it, else the envelope itself. */
static gboolean
find_base (PvEnveloppeRegleEtat *self,
           PvDb *db,
           const PvEnveloppeSituation *situation,
           GError **error)
{
  PvEnveloppeSituation base;

  self->base_cents = self->regle->base_cents;
  if (self->regle->base_enveloppe_id != PV_INT_NULL)
    {
      if (!pv_enveloppe_store_get_situation (db, self->regle->base_enveloppe_id, &base, error))
        return FALSE;
      self->base_cents = get_montant (&base);
    }
  else if (self->base_cents == PV_CENTS_NULL)
    self->base_cents = get_montant (situation);

  return TRUE;
}

static gboolean
evaluate (PvEnveloppeRegleEtat *self, PvDb *db, GError **error)
{
  PvEnveloppeSituation situation;

  self->regle = pv_enveloppe_regle_store_get (db, self->regle->id, error);
  if (self->regle == NULL ||
      !pv_enveloppe_store_get_situation (db, self->regle->enveloppe_id, &situation, error) ||
      !find_base (self, db, &situation, error) || !count_cible (self, db, &situation, error))
    return FALSE;
  if (self->base == NULL)
    self->base = g_strdup (self->regle->base_libelle);
  pv_enveloppe_regle_etat_settle (self);

  return TRUE;
}

static PvEnveloppeRegleEtat *
read_etat (PvStatement *row)
{
  PvEnveloppeRegleEtat *self = g_new0 (PvEnveloppeRegleEtat, 1);

  self->regle = pv_enveloppe_regle_new ();
  self->regle->id = pv_statement_get_int (row, 0);
  self->enveloppe = pv_statement_dup_text (row, 1);
  self->base = pv_statement_dup_text (row, 2);
  self->motif = pv_statement_dup_text (row, 3);
  self->base_cents = self->compte_cents = self->limite_cents = self->ecart_cents = PV_CENTS_NULL;

  return self;
}

GPtrArray *
pv_enveloppe_regle_etat_list (PvDb *db, gint64 exercice, gint64 enveloppe_id, GError **error)
{
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, regles, error, "ii", exercice, enveloppe_id);
  g_autoptr (GPtrArray) etats =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_enveloppe_regle_etat_free);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_ptr_array_add (etats, read_etat (rows));
  if (step != PV_STEP_DONE)
    return NULL;
  for (guint i = 0; i < etats->len; i++)
    {
      PvEnveloppeRegleEtat *etat = etats->pdata[i];
      g_autoptr (PvEnveloppeRegle) key = etat->regle;

      if (!evaluate (etat, db, error))
        return NULL;
    }

  return g_steal_pointer (&etats);
}
