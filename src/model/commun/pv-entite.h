/* pv-entite.h: insert, update, read and delete, the same for every noun
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvEntite:
 *
 * A table whose rows have a key, a uuid and a revision, and its SQL. For the
 * stores of this layer; each gives it typed functions:
 *
 * - `pv_x_store_insert()` gives the record its key and, when it has none, its
 *   uuid; it reads nothing;
 * - `pv_x_store_update()` writes, and raises the revision, only when a field
 *   differs from the row (`changed`), so that the history stays clean;
 * - `pv_x_store_delete()` removes the row;
 * - `pv_x_store_get()` gives %NULL without error when there is no such row;
 * - `pv_x_store_find_by_…()` gives a key, %PV_INT_NULL when nothing is found.
 *
 * All fail with a #PV_DB_ERROR; an update of a row that is gone, with
 * %PV_RULE_ERROR_NOT_FOUND. None opens a transaction: services do.
 */
typedef struct
{
  const char *table;
  const PvChamp *champs;
  gsize taille;
  GDestroyNotify liberation;
  const char *insertion;    /* uuid, then the fields */
  const char *modification; /* the fields, then the key */
  const char *lecture;      /* by :id; key, uuid, revision, then the fields */
  const char *suppression;  /* by :id */
} PvEntite;

#define PV_SQL_COLONNES(colonnes) "id, uuid, revision, " colonnes
#define PV_SQL_INSERTION(table, colonnes, valeurs)                                                 \
  "INSERT INTO " table " (uuid, " colonnes ") VALUES (:uuid, " valeurs ")"
#define PV_SQL_MODIFICATION(table, colonnes, valeurs)                                              \
  "UPDATE " table " SET (" colonnes ", revision) = (" valeurs ", revision + 1)"                    \
  " WHERE id = :id AND (" colonnes ") IS DISTINCT FROM (" valeurs ")"
#define PV_SQL_LECTURE(table, colonnes) "SELECT " PV_SQL_COLONNES (colonnes) " FROM " table " "
#define PV_SQL_SUPPRESSION(table) "DELETE FROM " table " WHERE id = :id"

/* All of a #PvEntite whose columns and parameters are given in the order of its fields. */
#define PV_ENTITE(Type, nom_table, prefix, colonnes, valeurs)                                      \
  {                                                                                                \
    .table = nom_table, .champs = prefix##_champs, .taille = sizeof (Type),                        \
    .liberation = (GDestroyNotify)prefix##_free,                                                   \
    .insertion = PV_SQL_INSERTION (nom_table, colonnes, valeurs),                                  \
    .modification = PV_SQL_MODIFICATION (nom_table, colonnes, valeurs),                            \
    .lecture = PV_SQL_LECTURE (nom_table, colonnes) "WHERE id = :id",                              \
    .suppression = PV_SQL_SUPPRESSION (nom_table),                                                 \
  }

gboolean pv_entite_insert (const PvEntite *self, PvDb *db, gpointer enregistrement, GError **error);
gboolean pv_entite_update (const PvEntite *self,
                           PvDb *db,
                           gconstpointer enregistrement,
                           gboolean *changed,
                           GError **error);
gboolean pv_entite_delete (const PvEntite *self, PvDb *db, gint64 id, GError **error);
gpointer pv_entite_get (const PvEntite *self, PvDb *db, gint64 id, GError **error);

/* Returns: (transfer full): the record of the current row, read from column 0 */
gpointer pv_entite_read (const PvEntite *self, PvStatement *statement);

/*
 * The parameters of the following are given in the order their names first
 * appear in the SQL: @genres has `i` for each gint64 and `t` for each text
 * (an int would be read wrong: cast it).
 */

/**
 * pv_entite_list:
 * @sql: begins with PV_SQL_LECTURE()
 *
 * Returns: (transfer full): the record of every row
 */
GPtrArray *pv_entite_list (const PvEntite *self,
                           PvDb *db,
                           const char *sql,
                           GError **error,
                           const char *genres,
                           ...);

/**
 * pv_sql_find:
 * @id: (out): first column of the first row, or %PV_INT_NULL when there is none
 */
gboolean
pv_sql_find (PvDb *db, const char *sql, gint64 *id, GError **error, const char *genres, ...);

/* Runs a statement that gives no row. */
gboolean pv_sql_run (PvDb *db, const char *sql, GError **error, const char *genres, ...);

/* The same; @changed is raised, never lowered, when a row was written. */
gboolean pv_sql_write (PvDb *db,
                       const char *sql,
                       gboolean *changed,
                       GError **error,
                       const char *genres,
                       ...);

/* Returns: (transfer full): the first column of every row, as gint64 */
GArray *pv_sql_list_ids (PvDb *db, const char *sql, GError **error, const char *genres, ...);

/* Fills @element, which is zeroes, with a row. */
typedef void (*PvSqlRead) (PvStatement *row, gpointer element);

/**
 * pv_sql_list_rows:
 * @size: of an element
 * @clear: (nullable): what frees what an element holds
 *
 * Returns: (transfer full): an element for every row
 */
GArray *pv_sql_list_rows (PvDb *db,
                          const char *sql,
                          guint size,
                          PvSqlRead read,
                          GDestroyNotify clear,
                          GError **error,
                          const char *genres,
                          ...);

/* The same, each in memory of its own, which @liberation frees with all it holds. */
GPtrArray *pv_sql_list_records (PvDb *db,
                                const char *sql,
                                gsize size,
                                PvSqlRead read,
                                GDestroyNotify liberation,
                                GError **error,
                                const char *genres,
                                ...);

/* Borrows a statement with its parameters bound. */
PvStatement *pv_sql_prepare (PvDb *db, const char *sql, GError **error, const char *genres, ...);

G_END_DECLS
