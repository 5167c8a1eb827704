/* pv-enveloppe-store.c: the SQL of pv-enveloppe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-store.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "commun/pv-entite.h"
#include "pv-error.h"

/* clang-format off */
#define COLONNES \
  "parent_id, dispositif_id, exercice, section, libelle, commune_id, " \
  "quartier_genre, noeud_id, montant_cents"
#define VALEURS \
  ":parent_id, :dispositif_id, :exercice, :section, :libelle, :commune_id, " \
  ":quartier_genre, :noeud_id, :montant_cents"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvEnveloppe, "enveloppe", pv_enveloppe, COLONNES, VALEURS);

/* A parent is the sum of its leaves: its own amount is not looked at. */
static const char somme[] =
    "WITH RECURSIVE sous (noeud) AS ("
    "  SELECT id FROM enveloppe WHERE id = :id"
    "  UNION SELECT e.id FROM enveloppe e JOIN sous ON e.parent_id = noeud) "
    "SELECT COUNT (*), SUM (e.montant_cents),"
    "       SUM (CASE WHEN e.montant_cents IS NULL THEN 1 ELSE 0 END),"
    "       SUM (t.sollicite_cents), SUM (t.propose_cents), SUM (t.arbitre_cents),"
    "       SUM (t.vote_cents), SUM (t.notifie_cents), SUM (t.verse_cents),"
    "       SUM (t.engage_cents), SUM (t.arbitre_ou_plus_cents), SUM (t.ajourne_cents),"
    "       SUM (t.n_financements)"
    "  FROM sous JOIN enveloppe e ON e.id = noeud JOIN total_enveloppe t ON t.id = e.id"
    " WHERE NOT EXISTS (SELECT 1 FROM enveloppe c WHERE c.parent_id = e.id)";

static const char un_enfant[] = "SELECT id FROM enveloppe WHERE parent_id = :id LIMIT 1";

static const char par_libelle[] =
    "SELECT id FROM enveloppe WHERE dispositif_id = :dispositif AND exercice = :exercice"
    "   AND section IS NOT DISTINCT FROM :section AND libelle = :libelle ORDER BY id";

static const char seule_feuille[] =
    "SELECT CASE WHEN COUNT (*) = 1 THEN MIN (e.id) END FROM enveloppe e"
    " WHERE e.dispositif_id = :dispositif AND e.exercice = :exercice"
    "   AND (e.section IS NULL OR e.section IS NOT DISTINCT FROM :section)"
    "   AND NOT EXISTS (SELECT 1 FROM enveloppe c WHERE c.parent_id = e.id)";

static const char liste[] =
    PV_SQL_LECTURE ("enveloppe", COLONNES) "WHERE :exercice IS NULL OR exercice = :exercice ORDER "
                                           "BY exercice, dispositif_id, id";

static const char un_financement[] = "SELECT id FROM financement WHERE enveloppe_id = :id LIMIT 1";

/* A parent is never consumed: what is consumed already cannot become one. */
static gboolean
check_parent (PvDb *db, gint64 parent_id, GError **error)
{
  gint64 financement;

  if (parent_id == PV_INT_NULL)
    return TRUE;

  if (!pv_sql_find (db, un_financement, &financement, error, "i", parent_id))
    return FALSE;

  if (financement != PV_INT_NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                   _ ("Envelope %" PRId64 " is already consumed by financements, so it"
                      " cannot be divided. Move them to another envelope first."),
                   parent_id);
      return FALSE;
    }

  return TRUE;
}

gboolean
pv_enveloppe_store_insert (PvDb *db, PvEnveloppe *enveloppe, GError **error)
{
  return check_parent (db, enveloppe->parent_id, error) &&
         pv_entite_insert (&entite, db, enveloppe, error);
}

gboolean
pv_enveloppe_store_update (PvDb *db,
                           const PvEnveloppe *enveloppe,
                           gboolean *changed,
                           GError **error)
{
  return check_parent (db, enveloppe->parent_id, error) &&
         pv_entite_update (&entite, db, enveloppe, changed, error);
}

gboolean
pv_enveloppe_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvEnveloppe *
pv_enveloppe_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_enveloppe_store_get_situation (PvDb *db,
                                  gint64 id,
                                  PvEnveloppeSituation *situation,
                                  GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, somme, error, "i", id);
  int colonne = 3;

  if (statement == NULL || pv_statement_step (statement, error) != PV_STEP_ROW)
    return FALSE;

  if (pv_statement_get_int (statement, 0) == 0)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("There is no envelope %" PRId64 " any more. Read the list again."), id);
      return FALSE;
    }

  situation->montant_cents = pv_statement_get_int (statement, 1);
  situation->n_inconnus = (guint)pv_statement_get_int (statement, 2);
  for (guint i = 0; i < PV_N_ETAPES; i++)
    situation->etape_cents[i] = pv_statement_get_int (statement, colonne++);
  situation->engage_cents = pv_statement_get_int (statement, colonne++);
  situation->arbitre_ou_plus_cents = pv_statement_get_int (statement, colonne++);
  situation->ajourne_cents = pv_statement_get_int (statement, colonne++);
  situation->n_financements = (guint)pv_statement_get_int (statement, colonne);

  return TRUE;
}

gboolean
pv_enveloppe_store_is_feuille (PvDb *db, gint64 id, gboolean *feuille, GError **error)
{
  gint64 enfant;

  if (!pv_sql_find (db, un_enfant, &enfant, error, "i", id))
    return FALSE;

  *feuille = enfant == PV_INT_NULL;
  return TRUE;
}

gboolean
pv_enveloppe_store_find (PvDb *db,
                         gint64 dispositif_id,
                         gint64 exercice,
                         PvSection section,
                         const char *libelle,
                         gint64 *id,
                         GError **error)
{
  return pv_sql_find (db, par_libelle, id, error, "iitt", dispositif_id, exercice,
                      pv_section_to_id (section), libelle);
}

gboolean
pv_enveloppe_store_find_feuille (PvDb *db,
                                 gint64 dispositif_id,
                                 gint64 exercice,
                                 PvSection section,
                                 gint64 *id,
                                 GError **error)
{
  return pv_sql_find (db, seule_feuille, id, error, "iit", dispositif_id, exercice,
                      pv_section_to_id (section));
}

GPtrArray *
pv_enveloppe_store_list (PvDb *db, gint64 exercice, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", exercice);
}

gboolean
pv_enveloppe_store_is_above (PvDb *db,
                             gint64 id,
                             gint64 enveloppe_id,
                             gboolean *above,
                             GError **error)
{
  static const char sql[] =
      "WITH RECURSIVE dessus (id) AS (SELECT :depart"
      " UNION SELECT e.parent_id FROM enveloppe e JOIN dessus d ON d.id = e.id"
      "   WHERE e.parent_id IS NOT NULL)"
      " SELECT id FROM dessus WHERE id = :cherche";
  gint64 found;

  if (!pv_sql_find (db, sql, &found, error, "ii", enveloppe_id, id))
    return FALSE;
  *above = found != PV_INT_NULL;

  return TRUE;
}

gboolean
pv_enveloppe_store_count_financements (PvDb *db, gint64 id, gint64 *n, GError **error)
{
  static const char sql[] =
      "WITH RECURSIVE sous (id) AS (SELECT :id"
      " UNION SELECT e.id FROM enveloppe e JOIN sous s ON e.parent_id = s.id)"
      " SELECT COUNT (*) FROM financement WHERE enveloppe_id IN (SELECT id FROM sous)";

  return pv_sql_find (db, sql, n, error, "i", id);
}

gboolean
pv_enveloppe_store_count_parties (PvDb *db, gint64 id, gint64 *n, GError **error)
{
  return pv_sql_find (db, "SELECT COUNT (*) FROM enveloppe WHERE parent_id = :id", n, error, "i",
                      id);
}

gboolean
pv_enveloppe_store_count_limites (PvDb *db, gint64 id, gint64 *n, GError **error)
{
  static const char sql[] = "SELECT COUNT (*) FROM enveloppe_regle"
                            " WHERE base_enveloppe_id = :id AND enveloppe_id <> :id";

  return pv_sql_find (db, sql, n, error, "i", id);
}
