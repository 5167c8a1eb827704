/* pv-grille-service.c: what may be done to a scoring grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-grille-service.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "grille/pv-critere-store.h"
#include "grille/pv-grille-store.h"
#include "pv-error.h"

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, code, message);

  return FALSE;
}

static PvGrille *
get (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  PvGrille *grille = pv_grille_store_get (db, id, &local);

  if (grille == NULL && local == NULL)
    fail (error, PV_RULE_ERROR_NOT_FOUND,
          _ ("This grid is not in the file any more. Read the list of grids again."));
  else if (grille == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return grille;
}

static gboolean
check_libre (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvGrille) grille = get (db, id, error);

  if (grille == NULL)
    return FALSE;
  if (!grille->gelee)
    return TRUE;

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
               _ ("Marks were given on version %" PRId64 " of “%s”, which is frozen. Make a new "
                  "version of it."),
               grille->version, grille->nom);
  return FALSE;
}

/* --- what makes a grid -------------------------------------------------------------------- */

gboolean
pv_grille_check_critere (const PvCritere *critere, char **reason, const char **champ)
{
  const char *wrong = NULL;

  *reason = NULL;
  if (critere->libelle == NULL || *critere->libelle == '\0')
    {
      wrong = "libelle";
      *reason = g_strdup (_ ("A criterion needs a label: what is marked, in a few words."));
    }
  else if (critere->poids < 0 || critere->poids > PV_CRITERE_POIDS_MAX)
    {
      wrong = "poids";
      *reason = g_strdup_printf (_ ("The weight goes from 0 (does not count) to %d."),
                                 PV_CRITERE_POIDS_MAX);
    }
  else if (critere->maximum < 1 || critere->maximum > PV_CRITERE_MAXIMUM_MAX)
    {
      wrong = "maximum";
      *reason = g_strdup_printf (_ ("The maximum goes from 1 to %d: with 0, nothing could be "
                                    "marked."),
                                 PV_CRITERE_MAXIMUM_MAX);
    }
  if (champ != NULL)
    *champ = wrong;

  return wrong == NULL;
}

gboolean
pv_grille_check_criteres (GPtrArray *criteres, char **reason)
{
  gint64 somme = 0;

  *reason = NULL;
  for (guint i = 0; i < criteres->len; i++)
    {
      const PvCritere *critere = g_ptr_array_index (criteres, i);

      if (!pv_grille_check_critere (critere, reason, NULL))
        return FALSE;
      somme += critere->poids;
    }

  if (criteres->len == 0)
    *reason = g_strdup (_ ("The grid has no criterion yet: nothing can be marked. Add one."));
  else if (somme == 0)
    *reason = g_strdup (_ ("The weights sum to zero, which gives no score. Give a weight to one "
                           "criterion at least."));

  return *reason == NULL;
}

gboolean
pv_critere_is_repris (const PvCritere *ancien, const PvCritere *nouveau)
{
  return ancien->maximum == nouveau->maximum && g_strcmp0 (ancien->libelle, nouveau->libelle) == 0;
}

static gboolean
check_grille (GPtrArray *criteres, GError **error)
{
  g_autofree char *reason = NULL;

  return pv_grille_check_criteres (criteres, &reason) ||
         fail (error, PV_RULE_ERROR_INVALID, reason);
}

gboolean
pv_grille_geler (PvDb *db, gint64 grille_id, GError **error)
{
  g_autoptr (PvGrille) grille = get (db, grille_id, error);
  g_autoptr (GPtrArray) criteres = NULL;

  if (grille == NULL)
    return FALSE;
  if (grille->gelee)
    return TRUE;

  criteres = pv_critere_store_list (db, grille_id, error);
  if (criteres == NULL || !check_grille (criteres, error))
    return FALSE;

  grille->gelee = TRUE;
  return pv_grille_store_update (db, grille, NULL, error);
}

/* --- grids -------------------------------------------------------------------------------- */

static gboolean
check_nom (PvDb *db, const char *nom, GError **error)
{
  gint64 version;

  if (nom == NULL || *nom == '\0')
    return fail (error, PV_RULE_ERROR_INVALID, _ ("A grid needs a name."));
  if (!pv_grille_store_get_derniere_version (db, nom, &version, error))
    return FALSE;
  if (version == PV_INT_NULL)
    return TRUE;

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
               _ ("There is a grid “%s” already. Choose another name."), nom);
  return FALSE;
}

static gboolean
insert_criteres (PvDb *db, gint64 grille_id, GPtrArray *criteres, GArray *ids, GError **error)
{
  for (guint i = 0; i < criteres->len; i++)
    {
      g_autoptr (PvCritere) critere = pv_critere_copy (g_ptr_array_index (criteres, i));

      g_clear_pointer (&critere->uuid, g_free);
      critere->grille_id = grille_id;
      critere->ordre = i + 1;
      if (!pv_critere_store_insert (db, critere, error))
        return FALSE;
      if (ids != NULL)
        g_array_append_val (ids, critere->id);
    }

  return TRUE;
}

gboolean
pv_grille_create (PvDb *db,
                  const char *nom,
                  gint64 modele,
                  const char *source,
                  gint64 *id,
                  GError **error)
{
  g_autoptr (PvGrille) grille = pv_grille_new ();
  g_autoptr (GPtrArray) criteres = NULL;

  pv_champ_set_text (&grille->nom, nom);
  pv_champ_set_text (&grille->source, source);
  if (!check_nom (db, grille->nom, error) || !pv_grille_store_insert (db, grille, error))
    return FALSE;

  *id = grille->id;
  if (modele == PV_INT_NULL)
    return TRUE;

  criteres = pv_critere_store_list (db, modele, error);
  return criteres != NULL && insert_criteres (db, grille->id, criteres, NULL, error);
}

gboolean
pv_grille_rename (PvDb *db, gint64 id, const char *nom, GError **error)
{
  g_autoptr (PvGrille) grille = get (db, id, error);

  if (grille == NULL)
    return FALSE;
  if (g_strcmp0 (grille->nom, nom) == 0)
    return TRUE;

  return check_nom (db, nom, error) && pv_grille_store_rename (db, grille->nom, nom, error);
}

gboolean
pv_grille_delete (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvGrille) grille = get (db, id, error);
  PvGrilleUsage usage;

  if (grille == NULL || !pv_grille_store_get_usage (db, id, &usage, error))
    return FALSE;
  if (usage.n_appels > 0)
    return fail (error, PV_RULE_ERROR_REFUSED,
                 _ ("An appel uses this grid. Choose another one for it first."));
  if (usage.n_notes > 0)
    return fail (error, PV_RULE_ERROR_REFUSED,
                 _ ("Marks were given on this grid: it stays, so that they keep their meaning."));

  return pv_grille_store_delete (db, id, error);
}

/* --- criteria ------------------------------------------------------------------------------ */

static gboolean
renumber (PvDb *db, GPtrArray *criteres, GError **error)
{
  for (guint i = 0; i < criteres->len; i++)
    {
      PvCritere *critere = g_ptr_array_index (criteres, i);

      critere->ordre = i + 1;
      if (!pv_critere_store_update (db, critere, NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_grille_set_critere (PvDb *db, PvCritere *critere, GError **error)
{
  g_autofree char *reason = NULL;

  if (!check_libre (db, critere->grille_id, error))
    return FALSE;
  if (!pv_grille_check_critere (critere, &reason, NULL))
    return fail (error, PV_RULE_ERROR_INVALID, reason);
  if (critere->uuid != NULL)
    return pv_critere_store_update (db, critere, NULL, error);

  if (critere->ordre == PV_INT_NULL)
    {
      g_autoptr (GPtrArray) criteres = pv_critere_store_list (db, critere->grille_id, error);

      if (criteres == NULL)
        return FALSE;
      critere->ordre = criteres->len + 1;
    }

  return pv_critere_store_insert (db, critere, error);
}

static PvCritere *
get_critere (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvCritere) critere = pv_critere_store_get (db, id, &local);

  if (critere == NULL && local == NULL)
    fail (error, PV_RULE_ERROR_NOT_FOUND,
          _ ("This criterion is not in the grid any more. Read the grid again."));
  else if (critere == NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return g_steal_pointer (&critere);
}

gboolean
pv_grille_delete_critere (PvDb *db, gint64 critere_id, GError **error)
{
  g_autoptr (PvCritere) critere = get_critere (db, critere_id, error);
  g_autoptr (GPtrArray) criteres = NULL;

  if (critere == NULL || !check_libre (db, critere->grille_id, error) ||
      !pv_critere_store_delete (db, critere_id, error))
    return FALSE;

  criteres = pv_critere_store_list (db, critere->grille_id, error);
  return criteres != NULL && renumber (db, criteres, error);
}

gboolean
pv_grille_move_critere (PvDb *db, gint64 critere_id, int pas, GError **error)
{
  g_autoptr (PvCritere) critere = get_critere (db, critere_id, error);
  g_autoptr (GPtrArray) criteres = NULL;
  int de = 0;

  if (critere == NULL || !check_libre (db, critere->grille_id, error))
    return FALSE;
  criteres = pv_critere_store_list (db, critere->grille_id, error);
  if (criteres == NULL)
    return FALSE;

  while (((PvCritere *)g_ptr_array_index (criteres, de))->id != critere_id)
    de++;
  pv_criteres_move (criteres, de, pas);

  return renumber (db, criteres, error);
}

void
pv_criteres_move (GPtrArray *criteres, guint position, int pas)
{
  int vers = CLAMP ((int)position + pas, 0, (int)criteres->len - 1);
  gpointer critere = criteres->pdata[position];
  int sens = vers < (int)position ? -1 : 1;

  for (int i = (int)position; i != vers; i += sens)
    criteres->pdata[i] = criteres->pdata[i + sens];
  criteres->pdata[vers] = critere;
}

/* --- versions ------------------------------------------------------------------------------ */

static gboolean
move_notes (PvDb *db, GPtrArray *criteres, GArray *ids, GError **error)
{
  for (guint i = 0; i < criteres->len; i++)
    {
      const PvCritere *nouveau = g_ptr_array_index (criteres, i);
      g_autoptr (PvCritere) ancien = NULL;

      if (nouveau->id == PV_INT_NULL || nouveau->id == 0)
        continue;
      ancien = get_critere (db, nouveau->id, error);
      if (ancien == NULL)
        return FALSE;
      if (pv_critere_is_repris (ancien, nouveau) &&
          !pv_grille_store_move_notes (db, ancien->id, g_array_index (ids, gint64, i), error))
        return FALSE;
    }

  return TRUE;
}

/* Drafts go on with the new version, which is frozen at once when they have marks on it. */
static gboolean
report (PvDb *db,
        gint64 de,
        gint64 vers,
        GPtrArray *criteres,
        GArray *ids,
        gboolean reporter,
        GError **error)
{
  PvGrilleUsage usage;

  return (!reporter || move_notes (db, criteres, ids, error)) &&
         pv_grille_store_delete_notes (db, de, error) &&
         pv_grille_store_get_usage (db, vers, &usage, error) &&
         (usage.n_notes == 0 || pv_grille_geler (db, vers, error));
}

gboolean
pv_grille_nouvelle_version (PvDb *db,
                            gint64 grille_id,
                            GPtrArray *criteres,
                            gboolean reporter,
                            gint64 *id,
                            GError **error)
{
  g_autoptr (PvGrille) grille = get (db, grille_id, error);
  g_autoptr (PvGrille) nouvelle = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 derniere;

  if (grille == NULL || !check_grille (criteres, error) ||
      !pv_grille_store_get_derniere_version (db, grille->nom, &derniere, error))
    return FALSE;

  nouvelle = pv_grille_new ();
  pv_champ_set_text (&nouvelle->nom, grille->nom);
  pv_champ_set_text (&nouvelle->source, grille->source);
  nouvelle->version = derniere + 1;
  nouvelle->remplace_id = grille_id;
  if (!pv_grille_store_insert (db, nouvelle, error) ||
      !insert_criteres (db, nouvelle->id, criteres, ids, error) ||
      !pv_grille_store_replace_in_appels (db, grille_id, nouvelle->id, error))
    return FALSE;

  *id = nouvelle->id;
  return report (db, grille_id, nouvelle->id, criteres, ids, reporter, error);
}
