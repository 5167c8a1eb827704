/* pv-synthese-referentiel-store.c: the names that many rows share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-referentiel.h"

#include <string.h>

#include "pv-statement.h"

/* The same as what the statistics by axe count under: see pv-stats-store.c. */
static const char SQL_NOEUDS[] =
    "SELECT n.id, n.libelle, n.parent_id,"
    "       c.principal = 1 OR NOT EXISTS (SELECT 1 FROM cadre WHERE principal = 1), n.code"
    "  FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id";

static const char SQL_QUARTIERS[] =
    "SELECT id, CASE WHEN code IS NULL THEN nom ELSE nom || ' (' || code || ')' END FROM quartier";

static const char SQL_QUARTIER_COMMUNES[] =
    "SELECT quartier_id, commune_id FROM quartier_commune ORDER BY quartier_id, id";

/* A frame is three levels deep; this only stops a loop in a damaged file. */
#define PROFONDEUR_MAX 32

/* Two lines of a printed list. */
#define AXE_CHARS_MAX 56

/* Words in brackets that begin after so many characters are the first to go. */
#define BRACKET_CHARS_MIN 20

typedef struct
{
  char *libelle;
  char *court;
  gint64 parent_id;
  gboolean principal; /* of the frame that the dossiers are sorted by */
} Noeud;

typedef struct
{
  char *nom;
  GArray *communes;
} Quartier;

struct _PvSyntheseReferentiel
{
  GHashTable *noeuds;
  GHashTable *quartiers;
  GHashTable *communes;
};

static void
noeud_free (Noeud *noeud)
{
  g_free (noeud->libelle);
  g_free (noeud->court);
  g_free (noeud);
}

static void
quartier_free (Quartier *quartier)
{
  g_free (quartier->nom);
  g_array_unref (quartier->communes);
  g_free (quartier);
}

static gint64 *
key_new (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GHashTable *
table_new (GDestroyNotify free_func)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_func);
}

/* The beginning of @text, of @max characters at most with what says that it
 * was cut. */
static char *
cut_words (const char *text, guint max)
{
  g_autofree char *start = g_utf8_substring (text, 0, max - 1);
  const char *bracket = g_utf8_strchr (start, -1, '(');
  char *end = strrchr (start, ' ');

  if (bracket != NULL && g_utf8_pointer_to_offset (start, bracket) > BRACKET_CHARS_MIN)
    end = (char *)bracket;
  if (end != NULL)
    *end = '\0';

  for (gsize size = strlen (start); size > 0 && strchr (" ,;:(-", start[size - 1]) != NULL; size--)
    start[size - 1] = '\0';

  return g_strconcat (start, "…", NULL);
}

static void
take_noeud (PvSyntheseReferentiel *self, PvStatement *row)
{
  Noeud *noeud = g_new0 (Noeud, 1);

  noeud->libelle = pv_statement_dup_text (row, 1);
  noeud->court =
      pv_synthese_make_nom_court (pv_statement_get_text (row, 4), noeud->libelle, AXE_CHARS_MAX);
  noeud->parent_id = pv_statement_get_int (row, 2);
  noeud->principal = pv_statement_get_int (row, 3) == 1;
  g_hash_table_insert (self->noeuds, key_new (pv_statement_get_int (row, 0)), noeud);
}

static void
take_commune (PvSyntheseReferentiel *self, PvStatement *row)
{
  g_hash_table_insert (self->communes, key_new (pv_statement_get_int (row, 0)),
                       pv_statement_dup_text (row, 1));
}

static void
take_quartier (PvSyntheseReferentiel *self, PvStatement *row)
{
  Quartier *quartier = g_new0 (Quartier, 1);

  quartier->nom = pv_statement_dup_text (row, 1);
  quartier->communes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_insert (self->quartiers, key_new (pv_statement_get_int (row, 0)), quartier);
}

static void
take_quartier_commune (PvSyntheseReferentiel *self, PvStatement *row)
{
  gint64 quartier_id = pv_statement_get_int (row, 0);
  gint64 commune_id = pv_statement_get_int (row, 1);
  Quartier *quartier = g_hash_table_lookup (self->quartiers, &quartier_id);

  if (quartier != NULL)
    g_array_append_val (quartier->communes, commune_id);
}

static gboolean
load (PvSyntheseReferentiel *self,
      PvDb *db,
      const char *sql,
      void (*take) (PvSyntheseReferentiel *self, PvStatement *row),
      GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql, error);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return FALSE;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    take (self, rows);

  return step == PV_STEP_DONE;
}

char *
pv_synthese_make_nom_court (const char *code, const char *libelle, guint max)
{
  gboolean coded = code != NULL && *code != '\0' && g_strcmp0 (code, libelle) != 0;
  g_autofree char *nom = coded ? g_strconcat (code, " · ", libelle, NULL) : g_strdup (libelle);

  return g_utf8_strlen (nom, -1) > max ? cut_words (nom, max) : g_steal_pointer (&nom);
}

PvSyntheseReferentiel *
pv_synthese_referentiel_load (PvDb *db, GError **error)
{
  g_autoptr (PvSyntheseReferentiel) self = g_new0 (PvSyntheseReferentiel, 1);

  self->noeuds = table_new ((GDestroyNotify)noeud_free);
  self->quartiers = table_new ((GDestroyNotify)quartier_free);
  self->communes = table_new (g_free);

  if (!load (self, db, SQL_NOEUDS, take_noeud, error) ||
      !load (self, db, "SELECT id, nom FROM commune", take_commune, error) ||
      !load (self, db, SQL_QUARTIERS, take_quartier, error) ||
      !load (self, db, SQL_QUARTIER_COMMUNES, take_quartier_commune, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
pv_synthese_referentiel_free (PvSyntheseReferentiel *self)
{
  g_hash_table_unref (self->noeuds);
  g_hash_table_unref (self->quartiers);
  g_hash_table_unref (self->communes);
  g_free (self);
}

const char *
pv_synthese_referentiel_get_axe (const PvSyntheseReferentiel *self, gint64 noeud_id)
{
  const Noeud *noeud = g_hash_table_lookup (self->noeuds, &noeud_id);

  if (noeud == NULL || !noeud->principal)
    return NULL;

  for (guint i = 0; noeud != NULL && noeud->parent_id != PV_INT_NULL && i < PROFONDEUR_MAX; i++)
    noeud = g_hash_table_lookup (self->noeuds, &noeud->parent_id);

  return noeud != NULL ? noeud->court : NULL;
}

const char *
pv_synthese_referentiel_get_objectif (const PvSyntheseReferentiel *self, gint64 noeud_id)
{
  const Noeud *noeud = g_hash_table_lookup (self->noeuds, &noeud_id);

  if (noeud == NULL || (noeud->principal && noeud->parent_id == PV_INT_NULL))
    return NULL;

  return noeud->libelle;
}

const char *
pv_synthese_referentiel_get_quartier (const PvSyntheseReferentiel *self, gint64 id)
{
  const Quartier *quartier = g_hash_table_lookup (self->quartiers, &id);

  return quartier != NULL ? quartier->nom : NULL;
}

const GArray *
pv_synthese_referentiel_get_communes (const PvSyntheseReferentiel *self, gint64 quartier_id)
{
  const Quartier *quartier = g_hash_table_lookup (self->quartiers, &quartier_id);

  return quartier != NULL ? quartier->communes : NULL;
}

const char *
pv_synthese_referentiel_get_commune (const PvSyntheseReferentiel *self, gint64 id)
{
  return g_hash_table_lookup (self->communes, &id);
}
