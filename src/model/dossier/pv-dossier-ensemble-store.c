/* pv-dossier-ensemble-store.c: the dossiers that a list is about
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-private.h"

#include <string.h>

#include "pv-text.h"

/* Each from one index. */
static const char SQL_TOUS[] = "SELECT d.id, d.appel_id, d.numero FROM appel a"
                               " CROSS JOIN dossier d ON d.appel_id = a.id"
                               " WHERE :appel IS NULL"
                               " ORDER BY a.exercice DESC, a.libelle, d.numero";
static const char SQL_APPEL[] = "SELECT id, appel_id, numero FROM dossier"
                                " WHERE appel_id = :appel ORDER BY numero";
static const char SQL_EXERCICE[] = "SELECT id FROM dossier WHERE exercice = :exercice";

typedef struct
{
  gint64 id;
  gint64 appel_id;
  char *cle; /* owned by a chunk */
} Entree;

/* Numbers are read in the order of their bytes: `10` before `9`, where a person reads
 * them the other way. */
static int
compare_numero_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entree *left = a;
  const Entree *right = b;

  return left->appel_id != right->appel_id ? 0 : strcmp (left->cle, right->cle);
}

/* Sorts each run of one appel, the runs being in their order already. */
static void
sort_runs (GArray *entrees)
{
  Entree *all = (Entree *)(gpointer)entrees->data;
  guint start = 0;

  for (guint i = 1; i <= entrees->len; i++)
    if (i == entrees->len || all[i].appel_id != all[start].appel_id)
      {
        g_qsort_with_data (all + start, (gint)(i - start), sizeof (Entree), compare_numero_cb,
                           NULL);
        start = i;
      }
}

static int
compare_key_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const PvDossierEnsemble *self = data;
  gint64 left = self->ids[*(const guint32 *)a];
  gint64 right = self->ids[*(const guint32 *)b];

  return left < right ? -1 : left > right;
}

/* Digits alone, as many of them in each number of an appel, which the years of deposit
 * give: they come in their order. FALSE: not so, or @error. */
static gboolean
read_plain (PvStatement *rows, GArray *ids, GError **error)
{
  gint64 appel_id = PV_INT_NULL;
  gsize length = 0;
  PvStep step;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (rows, 0);
      const char *numero = pv_statement_get_text (rows, 2);
      gsize digits = strspn (numero, "0123456789");

      if (pv_statement_get_int (rows, 1) != appel_id)
        {
          appel_id = pv_statement_get_int (rows, 1);
          length = digits;
        }
      if (digits != length || numero[digits] != '\0')
        return FALSE;
      g_array_append_val (ids, id);
    }

  return step == PV_STEP_DONE;
}

static PvDossierEnsemble *
ensemble_new (guint n)
{
  PvDossierEnsemble *self = g_new0 (PvDossierEnsemble, 1);

  self->n = n;
  /* never NULL, which memset() and qsort() do not take for none */
  self->ids = g_new (gint64, MAX (n, 1));
  self->gardes = g_new (guint8, MAX (n, 1));
  memset (self->gardes, 1, n);

  return self;
}

static void
index_keys (PvDossierEnsemble *self)
{
  gboolean sorted = TRUE;

  for (guint i = 1; i < self->n && sorted; i++)
    sorted = self->ids[i - 1] < self->ids[i];
  if (sorted)
    return;
  self->par_cle = g_new (guint32, self->n);
  for (guint i = 0; i < self->n; i++)
    self->par_cle[i] = i;
  g_qsort_with_data (self->par_cle, (gint)self->n, sizeof (guint32), compare_key_cb, self);
}

/* Numbers of the same length, of digits only, are in their order already. */
static gboolean
is_sorted (const GArray *entrees)
{
  const Entree *all = (const Entree *)(gconstpointer)entrees->data;

  for (guint i = 1; i < entrees->len; i++)
    if (compare_numero_cb (&all[i - 1], &all[i], NULL) > 0)
      return FALSE;

  return TRUE;
}

static PvStatement *
prepare (PvDb *db, const PvFiltre *filtre, GError **error)
{
  PvStatement *rows =
      pv_db_prepare (db, filtre->appel_id == PV_INT_NULL ? SQL_TOUS : SQL_APPEL, error);

  if (rows != NULL)
    pv_statement_bind_int (rows, ":appel", filtre->appel_id);

  return rows;
}

static GArray *
read_entrees (PvDb *db, const PvFiltre *filtre, GStringChunk *cles, GError **error)
{
  g_autoptr (GArray) entrees = g_array_new (FALSE, FALSE, sizeof (Entree));
  g_autoptr (PvStatement) rows = prepare (db, filtre, error);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      g_autofree char *cle = pv_text_sort_key (pv_statement_get_text (rows, 2));
      Entree entree = { pv_statement_get_int (rows, 0), pv_statement_get_int (rows, 1),
                        g_string_chunk_insert (cles, cle) };

      g_array_append_val (entrees, entree);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&entrees) : NULL;
}

/* Returns: (transfer full): the keys, by appel, then number */
static GArray *
read_ids (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GStringChunk) cles = NULL;
  g_autoptr (GArray) entrees = NULL;
  g_autoptr (GError) local = NULL;
  gboolean plain;

  {
    g_autoptr (PvStatement) rows = prepare (db, filtre, &local);

    plain = rows != NULL && read_plain (rows, ids, &local);
  }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (plain)
    return g_steal_pointer (&ids);

  cles = g_string_chunk_new (65536);
  entrees = read_entrees (db, filtre, cles, error);
  if (entrees == NULL)
    return NULL;
  if (!is_sorted (entrees))
    sort_runs (entrees);
  g_array_set_size (ids, 0);
  for (guint i = 0; i < entrees->len; i++)
    g_array_append_val (ids, g_array_index (entrees, Entree, i).id);

  return g_steal_pointer (&ids);
}

static gboolean
keep_exercice (PvDossierEnsemble *self, PvDb *db, gint64 exercice, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, SQL_EXERCICE, error);
  PvStep step;

  if (statement == NULL)
    return FALSE;

  memset (self->gardes, 0, self->n);
  pv_statement_bind_int (statement, ":exercice", exercice);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      gint64 place = pv_dossier_ensemble_find (self, pv_statement_get_int (statement, 0));

      if (place >= 0)
        self->gardes[place] = 1;
    }

  return step == PV_STEP_DONE;
}

PvDossierEnsemble *
pv_dossier_ensemble_new_from_ids (const GArray *ids)
{
  PvDossierEnsemble *self = ensemble_new (ids->len);

  if (ids->len > 0)
    memcpy (self->ids, ids->data, ids->len * sizeof (gint64));
  index_keys (self);

  return self;
}

void
pv_dossier_ensemble_free (PvDossierEnsemble *self)
{
  if (self == NULL)
    return;

  g_free (self->ids);
  g_free (self->gardes);
  g_free (self->par_cle);
  g_free (self);
}

static PvDossierEnsemble *
ensemble_read (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvDossierEnsemble) self = NULL;
  g_autoptr (GArray) ids = read_ids (db, filtre, error);

  if (ids == NULL)
    return NULL;

  self = pv_dossier_ensemble_new_from_ids (ids);
  if (filtre->exercice != PV_INT_NULL && !keep_exercice (self, db, filtre->exercice, error))
    return NULL;

  return g_steal_pointer (&self);
}

static PvDossierEnsemble *
ensemble_copy (const PvDossierEnsemble *other)
{
  PvDossierEnsemble *self = g_new0 (PvDossierEnsemble, 1);

  self->n = other->n;
  self->ids = g_memdup2 (other->ids, other->n * sizeof *self->ids);
  self->gardes = g_memdup2 (other->gardes, other->n * sizeof *self->gardes);
  if (other->par_cle != NULL)
    self->par_cle = g_memdup2 (other->par_cle, other->n * sizeof *self->par_cle);

  return self;
}

/* --- the last one read ------------------------------------------------------------------- */

#define MEMOIRE_KEY "pv-dossier-ensemble"

/* What a connection that only reads found: it holds as long as no other one writes. */
typedef struct
{
  gint64 version; /* of the file, as this connection sees it */
  PvFiltre filtre;
  PvDossierEnsemble *ensemble;
} Memoire;

static void
memoire_free (gpointer data)
{
  Memoire *self = data;

  pv_dossier_ensemble_free (self->ensemble);
  g_free (self);
}

PvDossierEnsemble *
pv_dossier_ensemble_load (PvDb *db, const PvFiltre *filtre, GError **error)
{
  const Memoire *known = g_object_get_data (G_OBJECT (db), MEMOIRE_KEY);
  Memoire *memoire;
  PvDossierEnsemble *self;
  gint64 version;

  if (!pv_db_is_read_only (db))
    return ensemble_read (db, filtre, error);

  if (!pv_db_query_int (db, "PRAGMA data_version", &version, error))
    return NULL;
  if (known != NULL && known->version == version && known->filtre.appel_id == filtre->appel_id &&
      known->filtre.exercice == filtre->exercice)
    return ensemble_copy (known->ensemble);

  self = ensemble_read (db, filtre, error);
  if (self == NULL)
    return NULL;
  memoire = g_new0 (Memoire, 1);
  memoire->version = version;
  memoire->filtre = *filtre;
  memoire->ensemble = ensemble_copy (self);
  g_object_set_data_full (G_OBJECT (db), MEMOIRE_KEY, memoire, memoire_free);

  return self;
}

/* Position of the key that comes @nth by rising keys. */
static inline guint
get_place (const PvDossierEnsemble *self, guint nth)
{
  return self->par_cle != NULL ? self->par_cle[nth] : nth;
}

static inline gint64
get_id (const PvDossierEnsemble *self, guint nth)
{
  return self->ids[get_place (self, nth)];
}

/* Keys are given one after the other: the first guess is right for a whole file, and
 * near it where some are missing. */
gint64
pv_dossier_ensemble_find (const PvDossierEnsemble *self, gint64 id)
{
  guint low = 0;
  guint high = self->n;
  gint64 first = self->n > 0 ? get_id (self, 0) : 0;

  if (self->n == 0 || id < first || id > get_id (self, high - 1))
    return -1;
  if (id - first < self->n)
    {
      guint guess = (guint)(id - first);

      if (get_id (self, guess) == id)
        return get_place (self, guess);
      high = guess; /* distinct keys: it is before */
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 there = get_id (self, middle);

      if (there == id)
        return get_place (self, middle);
      if (there < id)
        low = middle + 1;
      else
        high = middle;
    }

  return -1;
}

PvStatement *
pv_dossier_ids_prepare (PvDb *db, const char *sql, const gint64 *ids, guint n_ids, GError **error)
{
  PvStatement *statement = pv_db_prepare (db, sql, error);

  g_assert (n_ids <= PV_SQL_N_IDS);
  for (guint i = 0; statement != NULL && i < PV_SQL_N_IDS; i++)
    pv_statement_bind_int_at (statement, (int)i + 1, i < n_ids ? ids[i] : PV_INT_NULL);

  return statement;
}
