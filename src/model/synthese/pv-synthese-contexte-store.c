/* pv-synthese-contexte-store.c: what a workbook is about
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-contexte-store.h"

#include "pv-statement.h"

/* The contrat of the appel, else the only one of the file. */
static const char SQL_CONTRAT[] =
    "SELECT c.nom || CASE WHEN c.code IS NULL THEN '' ELSE ' (' || c.code || ')' END"
    "  FROM contrat c"
    " WHERE CASE WHEN :appel IS NULL THEN (SELECT COUNT(*) FROM contrat) = 1"
    "            ELSE c.id = (SELECT contrat_id FROM appel WHERE id = :appel) END";

static const char SQL_APPEL[] = "SELECT libelle FROM appel WHERE id = :appel";

static const char SQL_DOSSIERS[] =
    "SELECT COUNT(*) FILTER (WHERE d.chapeau = 0), COUNT(*) FILTER (WHERE d.chapeau = 1),"
    "       COUNT(DISTINCT d.porteur_id) FILTER (WHERE d.chapeau = 0),"
    "       SUM(CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END)"
    "         FILTER (WHERE d.chapeau = 0),"
    "       COUNT(CASE WHEN t.n_charges > 0 THEN t.charges_cents"
    "                  ELSE d.cout_total_declare_cents END) FILTER (WHERE d.chapeau = 0),"
    "       MIN(d.exercice), MAX(d.exercice)"
    "  FROM dossier d LEFT JOIN total_dossier t ON t.id = d.id"
    " WHERE " PV_FILTRE_SQL;

/* What was granted unasked is no answer: it would make rates over 100 %. */
#define COMPARE "f.sollicite_cents > 0 AND COALESCE(f.vote_cents, f.arbitre_cents) IS NOT NULL"

static const char SQL_FINANCEMENTS[] =
    "SELECT COUNT(*), SUM(COALESCE(f.vote_cents, f.arbitre_cents)),"
    "       COUNT(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents,"
    "                      f.sollicite_cents)),"
    "       COUNT(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents)),"
    "       COUNT(COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents)),"
    "       COUNT(COALESCE(f.notifie_cents, f.vote_cents)), COUNT(f.notifie_cents),"
    "       COUNT(*) FILTER (WHERE " COMPARE "), SUM(f.sollicite_cents) FILTER (WHERE " COMPARE "),"
    "       SUM(COALESCE(f.vote_cents, f.arbitre_cents)) FILTER (WHERE " COMPARE ")"
    "  FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL;

static const char SQL_N_FINANCEMENTS[] =
    "SELECT COUNT(*)"
    "  FROM dossier d CROSS JOIN financement f ON f.dossier_id = d.id"
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL;

static PvStatement *
prepare (PvDb *db, const char *sql, const PvFiltre *filtre, GError **error)
{
  PvStatement *statement = pv_db_prepare (db, sql, error);

  if (statement != NULL)
    pv_filtre_bind (filtre, statement);

  return statement;
}

static gboolean
read_name (PvDb *db, const char *sql, gint64 appel_id, char **name, GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, sql, error);
  PvStep step = PV_STEP_ERROR;

  if (row == NULL)
    return FALSE;

  pv_statement_bind_int (row, ":appel", appel_id);
  step = pv_statement_step (row, error);
  if (step == PV_STEP_ROW)
    *name = pv_statement_dup_text (row, 0);

  return step != PV_STEP_ERROR;
}

static char *
describe_exercices (gint64 from, gint64 to)
{
  if (from == PV_INT_NULL)
    return NULL;

  if (from == to)
    return g_strdup_printf ("%" G_GINT64_FORMAT, from);

  return g_strdup_printf ("%" G_GINT64_FORMAT " à %" G_GINT64_FORMAT, from, to);
}

static gboolean
read_dossiers (PvSyntheseContexte *self, PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) row = prepare (db, SQL_DOSSIERS, filtre, error);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  self->n_dossiers = pv_statement_get_int (row, 0);
  self->n_chapeaux = pv_statement_get_int (row, 1);
  self->n_porteurs = pv_statement_get_int (row, 2);
  self->cout_cents = pv_statement_get_int (row, 3);
  self->n_couts = pv_statement_get_int (row, 4);
  self->exercices =
      filtre->exercice != PV_INT_NULL
          ? describe_exercices (filtre->exercice, filtre->exercice)
          : describe_exercices (pv_statement_get_int (row, 5), pv_statement_get_int (row, 6));
  return TRUE;
}

static gboolean
read_financements (PvSyntheseContexte *self, PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) row = prepare (db, SQL_FINANCEMENTS, filtre, error);
  gint64 n = 0;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  self->n_financements = pv_statement_get_int (row, 0);
  self->accorde_cents = pv_statement_get_int (row, 1);
  self->n_compares = pv_statement_get_int (row, 7);
  self->demande_compare_cents = pv_statement_get_int (row, 8);
  self->accorde_compare_cents = pv_statement_get_int (row, 9);
  self->etape_courante = PV_ETAPE_SOLLICITE;
  n = pv_statement_get_int (row, 2);
  for (guint etape = PV_ETAPE_SOLLICITE; n > 0 && etape <= PV_ETAPE_NOTIFIE; etape++)
    if (2 * pv_statement_get_int (row, 2 + etape) >= n)
      self->etape_courante = etape;

  return TRUE;
}

static gboolean
count_financements (PvSyntheseContexte *self, PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) row = prepare (db, SQL_N_FINANCEMENTS, filtre, error);

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  self->n_financements = pv_statement_get_int (row, 0);

  return TRUE;
}

/* @read_amounts: of the financements, or their number alone */
static PvSyntheseContexte *
load (PvDb *db,
      const PvFiltre *filtre,
      gboolean (*read_amounts) (PvSyntheseContexte *, PvDb *, const PvFiltre *, GError **),
      GError **error)
{
  g_autoptr (PvSyntheseContexte) self = g_new0 (PvSyntheseContexte, 1);

  if (!read_name (db, SQL_CONTRAT, filtre->appel_id, &self->contrat, error) ||
      !read_name (db, SQL_APPEL, filtre->appel_id, &self->appel, error) ||
      !read_dossiers (self, db, filtre, error) || !read_amounts (self, db, filtre, error))
    return NULL;

  return g_steal_pointer (&self);
}

PvSyntheseContexte *
pv_synthese_contexte_load (PvDb *db, const PvFiltre *filtre, GError **error)
{
  return load (db, filtre, read_financements, error);
}

PvSyntheseContexte *
pv_synthese_contexte_load_sans_montants (PvDb *db, const PvFiltre *filtre, GError **error)
{
  PvSyntheseContexte *self = load (db, filtre, count_financements, error);

  if (self != NULL)
    self->accorde_cents = self->demande_compare_cents = self->accorde_compare_cents = PV_CENTS_NULL;

  return self;
}

void
pv_synthese_contexte_free (PvSyntheseContexte *self)
{
  g_free (self->contrat);
  g_free (self->appel);
  g_free (self->exercices);
  g_free (self);
}

/* A savepoint, because a transaction may be open already. Outside of one it
 * takes no lock that stops a writer. */
