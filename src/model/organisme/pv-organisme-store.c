/* pv-organisme-store.c: the SQL of pv-organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-store.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-error.h"
#include "pv-text.h"

/* clang-format off */
#define COLONNES \
  "nom, nom_plie, sigle, forme, siret, siret_declare, rna, adresse, code_postal, " \
  "commune_id, commune_nom, cer_signe_le"
#define VALEURS \
  ":nom, :nom_plie, :sigle, :forme, :siret, :siret_declare, :rna, :adresse, " \
  ":code_postal, :commune_id, :commune_nom, :cer_signe_le"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvOrganisme, "organisme", pv_organisme, COLONNES, VALEURS);

static const char par_nom[] =
    "SELECT o.id, o.commune_id, COALESCE (c.nom, o.commune_nom) FROM organisme o"
    "  LEFT JOIN commune c ON c.id = o.commune_id"
    " WHERE o.nom_plie = :nom ORDER BY o.id";

static const char liste[] = PV_SQL_LECTURE ("organisme", COLONNES) "ORDER BY nom_plie, id";

/* A folded text has no wildcard in it. */
static const char recherche[] = PV_SQL_LECTURE (
    "organisme",
    COLONNES) "WHERE nom_plie LIKE '%' || :texte || '%' OR siret LIKE :siret || '%'"
              " ORDER BY nom_plie NOT LIKE :texte || '%', nom_plie, id LIMIT :limite";

static const char par_uuid[] = "SELECT id FROM organisme WHERE uuid = :uuid";

static const char par_rna[] = "SELECT id FROM organisme WHERE rna = :rna ORDER BY id";

static const char par_siret[] = "SELECT id FROM organisme WHERE siret = :siret ORDER BY id";

static void
fold_name (PvOrganisme *organisme)
{
  g_free (organisme->nom_plie);
  organisme->nom_plie = pv_text_fold (organisme->nom);
}

gboolean
pv_organisme_store_insert (PvDb *db, PvOrganisme *organisme, GError **error)
{
  fold_name (organisme);
  return pv_entite_insert (&entite, db, organisme, error);
}

gboolean
pv_organisme_store_update (PvDb *db, PvOrganisme *organisme, gboolean *changed, GError **error)
{
  fold_name (organisme);
  return pv_entite_update (&entite, db, organisme, changed, error);
}

gboolean
pv_organisme_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvOrganisme *
pv_organisme_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_organisme_store_set_champ (PvDb *db,
                              gint64 id,
                              const char *nom,
                              const char *texte,
                              GError **error)
{
  const PvChamp *champ = pv_champs_find (pv_organisme_champs, nom);
  g_autoptr (GError) local = NULL;
  g_autoptr (PvOrganisme) organisme = pv_organisme_store_get (db, id, &local);

  g_return_val_if_fail (champ != NULL, FALSE);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (organisme == NULL)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                           _ ("The organisme is gone. Read the list again."));
      return FALSE;
    }
  if (!pv_champ_from_text (champ, organisme, texte) || organisme->nom == NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID, _ ("“%s” is not a value of “%s”."),
                   texte != NULL ? texte : "", nom);
      return FALSE;
    }
  if (g_str_equal (nom, "siret") && organisme->siret != NULL)
    g_clear_pointer (&organisme->siret_declare, g_free);
  if (g_str_equal (nom, "commune_id"))
    g_clear_pointer (&organisme->commune_nom, g_free);

  return pv_organisme_store_update (db, organisme, NULL, error);
}

gboolean
pv_organisme_store_find_by_siret (PvDb *db, const char *siret, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_siret, id, error, "t", siret);
}

gboolean
pv_organisme_store_find_by_rna (PvDb *db, const char *rna, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_rna, id, error, "t", rna);
}

gboolean
pv_organisme_store_find_by_uuid (PvDb *db, const char *uuid, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_uuid, id, error, "t", uuid);
}

GPtrArray *
pv_organisme_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

/* Whether the organisme of the current row is in the commune asked for. */
static gboolean
is_in_commune (PvStatement *statement, gint64 commune_id, const char *commune_pliee)
{
  g_autofree char *plie = NULL;

  if (commune_id != PV_INT_NULL && pv_statement_get_int (statement, 1) == commune_id)
    return TRUE;

  if (commune_pliee == NULL || pv_statement_is_null (statement, 2))
    return FALSE;

  plie = pv_text_fold (pv_statement_get_text (statement, 2));
  return g_str_equal (plie, commune_pliee);
}

gboolean
pv_organisme_store_find_by_nom (PvDb *db,
                                const char *nom,
                                gint64 commune_id,
                                const char *commune_nom,
                                gint64 *id,
                                GError **error)
{
  g_autofree char *plie = pv_text_fold (nom);
  g_autofree char *commune_pliee = commune_nom != NULL ? pv_text_fold (commune_nom) : NULL;
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, par_nom, error, "t", plie);
  gboolean sans_commune = commune_id == PV_INT_NULL && commune_nom == NULL;
  PvStep step;

  if (statement == NULL)
    return FALSE;

  *id = PV_INT_NULL;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gboolean inconnue = pv_statement_is_null (statement, 2);

      if (sans_commune || is_in_commune (statement, commune_id, commune_pliee))
        {
          *id = pv_statement_get_int (statement, 0);
          return TRUE;
        }

      if (inconnue && *id == PV_INT_NULL)
        *id = pv_statement_get_int (statement, 0);
    }

  return step == PV_STEP_DONE;
}

GPtrArray *
pv_organisme_store_search (PvDb *db, const char *texte, gint64 limit, GError **error)
{
  g_autofree char *plie = pv_text_fold (texte);
  g_autoptr (GString) siret = g_string_new (NULL);

  for (const char *c = texte; c != NULL && *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (siret, *c);
    else if (*c != ' ')
      g_string_append_c (siret, '?'); /* in no SIRET */

  return pv_entite_list (&entite, db, recherche, error, "tti", plie, siret->str, limit);
}
