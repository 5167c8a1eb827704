/* pv-dossier-lien-store.c: the SQL of pv-dossier-lien
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-lien-store.h"

#include "commun/pv-entite.h"

static const char ajoute_territoire[] =
    "INSERT INTO dossier_territoire (dossier_id, quartier_id, commune_id, part_bp)"
    " VALUES (:dossier, :quartier, :commune, :part)";
static const char lit_territoires[] =
    "SELECT quartier_id, commune_id, part_bp FROM dossier_territoire"
    " WHERE dossier_id = :dossier ORDER BY id";
static const char retire_territoire[] = "DELETE FROM dossier_territoire WHERE dossier_id = :dossier"
                                        "   AND quartier_id IS NOT DISTINCT FROM :quartier"
                                        "   AND commune_id IS NOT DISTINCT FROM :commune";
static const char change_part[] =
    "UPDATE dossier_territoire SET part_bp = :part WHERE dossier_id = :dossier"
    "   AND quartier_id IS NOT DISTINCT FROM :quartier"
    "   AND commune_id IS NOT DISTINCT FROM :commune AND part_bp IS DISTINCT FROM :part";

static const char ajoute_noeud[] = "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal)"
                                   " VALUES (:dossier, :noeud, :principal)";
static const char lit_noeuds[] =
    "SELECT noeud_id, principal FROM dossier_noeud WHERE dossier_id = :dossier"
    " ORDER BY principal DESC, id";
static const char retire_noeud[] =
    "DELETE FROM dossier_noeud WHERE dossier_id = :dossier AND noeud_id = :noeud";
static const char change_principal[] =
    "UPDATE dossier_noeud SET principal = :principal WHERE dossier_id = :dossier"
    "   AND noeud_id = :noeud AND principal <> :principal";

static const char ajoute_organisme[] =
    "INSERT INTO dossier_organisme (dossier_id, organisme_id, role)"
    " VALUES (:dossier, :organisme, :role)"
    " ON CONFLICT (dossier_id, organisme_id, role) DO NOTHING";
static const char lit_organismes[] =
    "SELECT organisme_id, role FROM dossier_organisme WHERE dossier_id = :dossier ORDER BY id";
static const char retire_organisme[] =
    "DELETE FROM dossier_organisme WHERE dossier_id = :dossier AND organisme_id = :organisme"
    "   AND role = :role";

static const char met_age[] =
    "INSERT INTO dossier_age (dossier_id, moment, tranche, nombre)"
    " VALUES (:dossier, :moment, :tranche, :nombre)"
    " ON CONFLICT (dossier_id, moment, tranche) DO UPDATE SET nombre = excluded.nombre"
    " WHERE nombre <> excluded.nombre";
static const char retire_age[] =
    "DELETE FROM dossier_age WHERE dossier_id = :dossier AND moment = :moment"
    "   AND tranche = :tranche";
static const char lit_ages[] =
    "SELECT moment, tranche, nombre FROM dossier_age WHERE dossier_id = :dossier ORDER BY id";

/* Territories. */

gboolean
pv_dossier_store_add_territoire (PvDb *db,
                                 gint64 dossier_id,
                                 const PvDossierTerritoire *territoire,
                                 GError **error)
{
  return pv_sql_run (db, ajoute_territoire, error, "iiii", dossier_id, territoire->quartier_id,
                     territoire->commune_id, territoire->part_bp);
}

static void
read_territoire (PvStatement *row, gpointer element)
{
  PvDossierTerritoire *territoire = element;

  territoire->quartier_id = pv_statement_get_int (row, 0);
  territoire->commune_id = pv_statement_get_int (row, 1);
  territoire->part_bp = pv_statement_get_int (row, 2);
}

GArray *
pv_dossier_store_list_territoires (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_sql_list_rows (db, lit_territoires, sizeof (PvDossierTerritoire), read_territoire, NULL,
                           error, "i", dossier_id);
}

static gboolean
has_territoire (const PvDossierTerritoire *territoires, guint n, const PvDossierTerritoire *cherche)
{
  for (guint i = 0; i < n; i++)
    if (territoires[i].quartier_id == cherche->quartier_id &&
        territoires[i].commune_id == cherche->commune_id)
      return TRUE;

  return FALSE;
}

static gboolean
put_territoire (PvDb *db,
                gint64 dossier_id,
                GArray *avant,
                const PvDossierTerritoire *territoire,
                gboolean *changed,
                GError **error)
{
  if (has_territoire ((gpointer)avant->data, avant->len, territoire))
    return pv_sql_write (db, change_part, changed, error, "iiii", territoire->part_bp, dossier_id,
                         territoire->quartier_id, territoire->commune_id);

  *changed = TRUE;
  return pv_dossier_store_add_territoire (db, dossier_id, territoire, error);
}

gboolean
pv_dossier_store_set_territoires (PvDb *db,
                                  gint64 dossier_id,
                                  const PvDossierTerritoire *territoires,
                                  guint n,
                                  gboolean *changed,
                                  GError **error)
{
  g_autoptr (GArray) avant = pv_dossier_store_list_territoires (db, dossier_id, error);
  gboolean written = FALSE;

  if (avant == NULL)
    return FALSE;

  for (guint i = 0; i < avant->len; i++)
    {
      const PvDossierTerritoire *ancien = &g_array_index (avant, PvDossierTerritoire, i);

      if (!has_territoire (territoires, n, ancien) &&
          !pv_sql_write (db, retire_territoire, &written, error, "iii", dossier_id,
                         ancien->quartier_id, ancien->commune_id))
        return FALSE;
    }

  for (guint i = 0; i < n; i++)
    if (!put_territoire (db, dossier_id, avant, &territoires[i], &written, error))
      return FALSE;

  if (changed != NULL)
    *changed = written;
  return TRUE;
}

/* Nodes. */

gboolean
pv_dossier_store_add_noeud (PvDb *db,
                            gint64 dossier_id,
                            const PvDossierNoeud *noeud,
                            GError **error)
{
  return pv_sql_run (db, ajoute_noeud, error, "iii", dossier_id, noeud->noeud_id,
                     (gint64)(noeud->principal != 0));
}

static void
read_noeud (PvStatement *row, gpointer element)
{
  PvDossierNoeud *noeud = element;

  noeud->noeud_id = pv_statement_get_int (row, 0);
  noeud->principal = pv_statement_get_int (row, 1) == 1;
}

GArray *
pv_dossier_store_list_noeuds (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_sql_list_rows (db, lit_noeuds, sizeof (PvDossierNoeud), read_noeud, NULL, error, "i",
                           dossier_id);
}

static gboolean
has_noeud (const PvDossierNoeud *noeuds, guint n, gint64 noeud_id)
{
  for (guint i = 0; i < n; i++)
    if (noeuds[i].noeud_id == noeud_id)
      return TRUE;

  return FALSE;
}

/* Writes the nodes of one rank. */
static gboolean
put_noeuds (PvDb *db,
            gint64 dossier_id,
            GArray *avant,
            const PvDossierNoeud *noeuds,
            guint n,
            gboolean principal,
            gboolean *changed,
            GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      if (!noeuds[i].principal != !principal)
        continue;

      if (has_noeud ((gpointer)avant->data, avant->len, noeuds[i].noeud_id))
        {
          if (!pv_sql_write (db, change_principal, changed, error, "iii", (gint64)principal,
                             dossier_id, noeuds[i].noeud_id))
            return FALSE;
          continue;
        }

      *changed = TRUE;
      if (!pv_dossier_store_add_noeud (db, dossier_id, &noeuds[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_dossier_store_set_noeuds (PvDb *db,
                             gint64 dossier_id,
                             const PvDossierNoeud *noeuds,
                             guint n,
                             gboolean *changed,
                             GError **error)
{
  g_autoptr (GArray) avant = pv_dossier_store_list_noeuds (db, dossier_id, error);
  gboolean written = FALSE;

  if (avant == NULL)
    return FALSE;

  for (guint i = 0; i < avant->len; i++)
    {
      gint64 ancien = g_array_index (avant, PvDossierNoeud, i).noeud_id;

      if (!has_noeud (noeuds, n, ancien) &&
          !pv_sql_write (db, retire_noeud, &written, error, "ii", dossier_id, ancien))
        return FALSE;
    }

  /* The old principal steps down before the new one comes: there is never more than one. */
  if (!put_noeuds (db, dossier_id, avant, noeuds, n, FALSE, &written, error) ||
      !put_noeuds (db, dossier_id, avant, noeuds, n, TRUE, &written, error))
    return FALSE;

  if (changed != NULL)
    *changed = written;
  return TRUE;
}

/* Organismes. */

static void
read_organisme (PvStatement *row, gpointer element)
{
  PvDossierOrganisme *organisme = element;

  organisme->organisme_id = pv_statement_get_int (row, 0);
  organisme->role = PV_DOSSIER_ROLE_NULL;
  pv_dossier_role_from_id (pv_statement_get_text (row, 1), &organisme->role);
}

GArray *
pv_dossier_store_list_organismes (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_sql_list_rows (db, lit_organismes, sizeof (PvDossierOrganisme), read_organisme, NULL,
                           error, "i", dossier_id);
}

static gboolean
has_organisme (const PvDossierOrganisme *organismes, guint n, const PvDossierOrganisme *cherche)
{
  for (guint i = 0; i < n; i++)
    if (organismes[i].organisme_id == cherche->organisme_id && organismes[i].role == cherche->role)
      return TRUE;

  return FALSE;
}

gboolean
pv_dossier_store_set_organismes (PvDb *db,
                                 gint64 dossier_id,
                                 const PvDossierOrganisme *organismes,
                                 guint n,
                                 gboolean *changed,
                                 GError **error)
{
  g_autoptr (GArray) avant = pv_dossier_store_list_organismes (db, dossier_id, error);
  gboolean written = FALSE;

  if (avant == NULL)
    return FALSE;

  for (guint i = 0; i < avant->len; i++)
    {
      const PvDossierOrganisme *ancien = &g_array_index (avant, PvDossierOrganisme, i);

      if (!has_organisme (organismes, n, ancien) &&
          !pv_sql_write (db, retire_organisme, &written, error, "iit", dossier_id,
                         ancien->organisme_id, pv_dossier_role_to_id (ancien->role)))
        return FALSE;
    }

  for (guint i = 0; i < n; i++)
    if (!pv_sql_write (db, ajoute_organisme, &written, error, "iit", dossier_id,
                       organismes[i].organisme_id, pv_dossier_role_to_id (organismes[i].role)))
      return FALSE;

  if (changed != NULL)
    *changed = written;
  return TRUE;
}

/* Age classes. */

gboolean
pv_dossier_store_set_age (PvDb *db,
                          gint64 dossier_id,
                          PvMoment moment,
                          const char *tranche,
                          gint64 nombre,
                          gboolean *changed,
                          GError **error)
{
  const char *id = pv_moment_to_id (moment);

  if (changed != NULL)
    *changed = FALSE;

  if (nombre == PV_INT_NULL)
    return pv_sql_write (db, retire_age, changed, error, "itt", dossier_id, id, tranche);

  return pv_sql_write (db, met_age, changed, error, "itti", dossier_id, id, tranche, nombre);
}

static void
clear_age_cb (gpointer data)
{
  g_free (((PvDossierAge *)data)->tranche);
}

static void
read_age (PvStatement *row, gpointer element)
{
  PvDossierAge *age = element;

  age->moment = PV_MOMENT_NULL;
  pv_moment_from_id (pv_statement_get_text (row, 0), &age->moment);
  age->tranche = pv_statement_dup_text (row, 1);
  age->nombre = pv_statement_get_int (row, 2);
}

GArray *
pv_dossier_store_list_ages (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_sql_list_rows (db, lit_ages, sizeof (PvDossierAge), read_age, clear_age_cb, error, "i",
                           dossier_id);
}
