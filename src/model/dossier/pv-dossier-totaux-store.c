/* pv-dossier-totaux-store.c: what a list of dossiers adds up to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-private.h"

#include <glib/gi18n-lib.h>

#include "pv-error.h"

/* Up to so many dossiers are read one by one; more of them, with all the others. */
#define MAX_READ_APART 4096

#define COUTS(etapes)                                                                              \
  "SELECT d.id, d.chapeau,"                                                                        \
  "       CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents "         \
  "END" etapes "  FROM dossier d LEFT JOIN total_dossier t ON t.id = d.id"
#define ETAPES                                                                                     \
  ", CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END"                                       \
  ", CASE WHEN t.n_propose > 0 THEN t.propose_cents END"                                           \
  ", CASE WHEN t.n_arbitre > 0 THEN t.arbitre_cents END"                                           \
  ", CASE WHEN t.n_vote > 0 THEN t.vote_cents END"                                                 \
  ", CASE WHEN t.n_notifie > 0 THEN t.notifie_cents END"                                           \
  ", CASE WHEN t.n_verse > 0 THEN t.verse_cents END"
#define FINANCEMENTS(cents)                                                                        \
  "SELECT dossier_id, financeur_id, " cents " FROM financement WHERE " cents " IS NOT NULL"
#define VERSES                                                                                     \
  "SELECT f.dossier_id, f.financeur_id, t.verse_cents"                                             \
  "  FROM financement f CROSS JOIN total_financement t ON t.id = f.id"
#define APART " AND dossier_id IN " PV_SQL_IDS

/* Of all dossiers, then of some of them. */
typedef struct
{
  const char *all;
  const char *some;
} Sql;

static const Sql sql_couts = { COUTS (""), COUTS ("") " WHERE d.id IN " PV_SQL_IDS };
static const Sql sql_couts_etapes = { COUTS (ETAPES), COUTS (ETAPES) " WHERE d.id IN " PV_SQL_IDS };

/* One stage alone: half the time of them all. */
static const Sql sql_etapes[PV_N_ETAPES] = {
  [PV_ETAPE_SOLLICITE] = { FINANCEMENTS ("sollicite_cents"),
                           FINANCEMENTS ("sollicite_cents") APART },
  [PV_ETAPE_PROPOSE] = { FINANCEMENTS ("propose_cents"), FINANCEMENTS ("propose_cents") APART },
  [PV_ETAPE_ARBITRE] = { FINANCEMENTS ("arbitre_cents"), FINANCEMENTS ("arbitre_cents") APART },
  [PV_ETAPE_VOTE] = { FINANCEMENTS ("vote_cents"), FINANCEMENTS ("vote_cents") APART },
  [PV_ETAPE_NOTIFIE] = { FINANCEMENTS ("notifie_cents"), FINANCEMENTS ("notifie_cents") APART },
  /* from what was paid, which is little beside what was asked for */
  [PV_ETAPE_VERSE] = { "SELECT f.dossier_id, f.financeur_id, t.verse_cents"
                       "  FROM total_financement t CROSS JOIN financement f ON f.id = t.id",
                       VERSES " WHERE f.dossier_id IN " PV_SQL_IDS },
};

/* Payers are few. */
#define N_RECENTS 64

typedef struct
{
  PvDb *db;
  PvDossierEnsemble *ensemble; /* `gardes`: those that are summed */
  GHashTable *groupes;         /* payer → its group + 1 */
  struct
  {
    gint64 financeur;
    int groupe;
  } recents[N_RECENTS];
  PvDossierTotaux *totaux;
  gint64 dossier; /* of the last row… */
  gint64 place;   /* … and where it is */
  gboolean overflow;
  GCancellable *cancellable;
} Somme;

typedef void (*SommeFunc) (Somme *self, PvStatement *row);

static void
add (Somme *self, PvCents cents, PvCents *sum)
{
  if (cents != PV_CENTS_NULL && !pv_money_add (*sum, cents, sum))
    self->overflow = TRUE;
}

static gint64
find (Somme *self, PvStatement *row)
{
  gint64 dossier = pv_statement_get_int (row, 0);

  if (dossier != self->dossier)
    {
      self->dossier = dossier;
      self->place = pv_dossier_ensemble_find (self->ensemble, dossier);
    }

  return self->place;
}

static void
add_cout (Somme *self, PvStatement *row)
{
  gint64 place = find (self, row);

  if (place < 0)
    return;
  if (pv_statement_get_int (row, 1) == 1)
    {
      self->ensemble->gardes[place] = 0; /* its parts are counted */
      self->totaux->chapeaux++;
      return;
    }
  self->totaux->dossiers++;
  add (self, pv_statement_get_int (row, 2), &self->totaux->cout_cents);
  for (int etape = 0; self->totaux->toutes && etape < PV_N_ETAPES; etape++)
    add (self, pv_statement_get_int (row, 3 + etape), &self->totaux->etapes[etape]);
}

static int
find_groupe (Somme *self, gint64 financeur)
{
  guint recent = (guint)((guint64)financeur % N_RECENTS);

  if (self->recents[recent].financeur != financeur)
    {
      self->recents[recent].financeur = financeur;
      self->recents[recent].groupe = GPOINTER_TO_INT (g_hash_table_lookup (
                                         self->groupes, GSIZE_TO_POINTER ((gsize)financeur))) -
                                     1;
    }

  return self->recents[recent].groupe;
}

static void
add_montant (Somme *self, PvStatement *row)
{
  gint64 cents = pv_statement_get_int (row, 2);
  gint64 place;
  int groupe;

  if (cents == PV_CENTS_NULL)
    return;
  place = find (self, row);
  if (place < 0 || !self->ensemble->gardes[place])
    return;
  groupe = find_groupe (self, pv_statement_get_int (row, 1));
  /* of a payer that was written after the payers were read: the next reading has both */
  if (groupe < 0)
    return;
  add (self, cents, &self->totaux->montants[groupe]);
}

static gboolean
add_rows (Somme *self, PvStatement *rows, SommeFunc each, GError **error)
{
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    each (self, rows);

  return step == PV_STEP_DONE && !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
add_table (Somme *self, const Sql *sql, SommeFunc each, GError **error)
{
  const PvDossierEnsemble *ensemble = self->ensemble;

  if (ensemble->n > MAX_READ_APART)
    {
      g_autoptr (PvStatement) rows = pv_db_prepare (self->db, sql->all, error);

      return add_rows (self, rows, each, error);
    }

  for (guint i = 0; i < ensemble->n; i += PV_SQL_N_IDS)
    {
      g_autoptr (PvStatement) rows = pv_dossier_ids_prepare (
          self->db, sql->some, ensemble->ids + i, MIN (ensemble->n - i, PV_SQL_N_IDS), error);

      if (!add_rows (self, rows, each, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_groupes (Somme *self, GError **error)
{
  g_autoptr (PvStatement) rows =
      pv_db_prepare (self->db, "SELECT id, categorie FROM financeur", error);
  PvStep step = PV_STEP_ERROR;

  self->groupes = g_hash_table_new (NULL, NULL);
  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvCategorie categorie = PV_CATEGORIE_INCONNU;

      pv_categorie_from_id (pv_statement_get_text (rows, 1), &categorie);
      g_hash_table_insert (self->groupes, GSIZE_TO_POINTER ((gsize)pv_statement_get_int (rows, 0)),
                           GINT_TO_POINTER ((int)pv_categorie_to_groupe (categorie) + 1));
    }

  return step == PV_STEP_DONE;
}

static gboolean
add_all (Somme *self, GError **error)
{
  PvDossierTotaux *totaux = self->totaux;

  if (!read_groupes (self, error) ||
      !add_table (self, totaux->toutes ? &sql_couts_etapes : &sql_couts, add_cout, error) ||
      !add_table (self, &sql_etapes[totaux->etape], add_montant, error))
    return FALSE;

  if (self->overflow)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                           _ ("These amounts are too large to be added up: correct them first"));
      return FALSE;
    }

  return TRUE;
}

static PvDossierTotaux *
totaux_new (PvEtape etape, gboolean toutes)
{
  PvDossierTotaux *totaux = g_new0 (PvDossierTotaux, 1);

  totaux->etape = etape;
  totaux->toutes = toutes;
  totaux->cout_cents = PV_CENTS_NULL;
  for (int i = 0; i < PV_N_GROUPES; i++)
    totaux->montants[i] = PV_CENTS_NULL;
  for (int i = 0; i < PV_N_ETAPES; i++)
    totaux->etapes[i] = PV_CENTS_NULL;

  return totaux;
}

PvDossierTotaux *
pv_dossier_liste_store_totaux (PvDb *db,
                               const GArray *ids,
                               PvEtape etape,
                               gboolean toutes,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (PvDossierEnsemble) ensemble = pv_dossier_ensemble_new_from_ids (ids);
  g_autofree PvDossierTotaux *totaux = totaux_new (etape, toutes);
  Somme somme = { .db = db, .ensemble = ensemble, .totaux = totaux, .cancellable = cancellable };
  gboolean added = add_all (&somme, error);

  g_clear_pointer (&somme.groupes, g_hash_table_unref);

  return added ? g_steal_pointer (&totaux) : NULL;
}

PvCents
pv_dossier_totaux_get_montant (const PvDossierTotaux *self, PvDossierColonne colonne)
{
  int groupe = pv_dossier_colonne_get_groupe (colonne);
  int toutes = pv_dossier_colonne_get_etape (colonne);

  g_return_val_if_fail (self != NULL, PV_CENTS_NULL);

  if (groupe >= 0)
    return self->montants[groupe];
  if (toutes >= 0)
    return self->etapes[toutes];

  return colonne == PV_DOSSIER_COLONNE_COUT ? self->cout_cents : PV_CENTS_NULL;
}

gboolean
pv_dossier_liste_store_count (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error)
{
  static const char sql[] = "SELECT COUNT(*) FROM dossier d WHERE d.chapeau = 0 AND " PV_FILTRE_SQL;
  g_autoptr (PvStatement) statement = pv_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  pv_filtre_bind (filtre, statement);
  if (pv_statement_step (statement, error) != PV_STEP_ROW)
    return FALSE;
  *n = pv_statement_get_int (statement, 0);

  return TRUE;
}
