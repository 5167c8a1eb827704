/* pv-registry-store.c: what the file knows, read once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-registry-private.h"

static const char sql_financeurs[] =
    "SELECT id, organisme_id, categorie FROM financeur ORDER BY id";
static const char sql_dispositifs[] =
    "SELECT id, financeur_id, code, nom FROM dispositif ORDER BY id";
static const char sql_institutions[] = "SELECT id, nom FROM institution ORDER BY id";
static const char sql_axes[] = "SELECT id, code FROM axe_transversal";
static const char sql_comptes[] = "SELECT id, code FROM compte";
static const char sql_appels[] = "SELECT id, exercice, libelle FROM appel ORDER BY id";
static const char sql_appels_of_source[] =
    "SELECT l.cible_id, a.exercice FROM import_ligne l JOIN appel a ON a.id = l.cible_id"
    " WHERE l.profil = :texte AND l.nom_table = 'appel'";
static const char sql_contrat[] = "SELECT CASE WHEN count (*) = 1 THEN max (id) END FROM contrat";
static const char sql_depots[] =
    "SELECT id, source_cle FROM depot WHERE source_systeme = :texte AND source_cle IS NOT NULL"
    " ORDER BY id";
static const char sql_enveloppes[] =
    "SELECT e.id, d.financeur_id, e.dispositif_id, e.exercice, e.commune_id"
    " FROM enveloppe e JOIN dispositif d ON d.id = e.dispositif_id"
    " WHERE NOT EXISTS (SELECT 1 FROM enveloppe p WHERE p.parent_id = e.id) ORDER BY e.id";
static const char sql_communes[] = "SELECT id, code_insee, nom_plie, nom FROM commune ORDER BY id";
static const char sql_quartiers[] =
    "SELECT id, code, nom_plie, generation FROM quartier ORDER BY id";
static const char sql_quartier_communes[] = "SELECT quartier_id, commune_id FROM quartier_commune";
static const char sql_noeuds[] =
    "SELECT n.id, n.parent_id, c.annee_debut, c.annee_fin, c.principal, n.code, n.libelle"
    " FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id ORDER BY c.id, n.id";
static const char sql_numeros[] = "SELECT id, numero FROM dossier WHERE appel_id = :nombre";

typedef void (*RowFunc) (PvRegistry *self, PvStatement *row, gpointer data);

static gboolean
foreach_row (PvRegistry *self,
             const char *sql,
             const char *text,
             gint64 number,
             RowFunc func,
             gpointer data,
             GError **error)
{
  PvDb *db = pv_import_store_get_db (self->store, error);
  g_autoptr (PvStatement) statement = db != NULL ? pv_db_prepare (db, sql, error) : NULL;
  PvStep step;

  if (statement == NULL)
    return FALSE;
  if (text != NULL)
    pv_statement_bind_text (statement, ":texte", text);
  if (number != PV_INT_NULL)
    pv_statement_bind_int (statement, ":nombre", number);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    func (self, statement, data);

  return step == PV_STEP_DONE;
}

static void
add_financeur (PvRegistry *self, PvStatement *row, gpointer data)
{
  pv_registry_financeur_add (self, pv_statement_get_int (row, 0), pv_statement_get_int (row, 1),
                             pv_statement_get_text (row, 2));
}

static void
add_dispositif (PvRegistry *self, PvStatement *row, gpointer data)
{
  pv_registry_dispositif_add (self, pv_statement_get_int (row, 0), pv_statement_get_int (row, 1),
                              pv_statement_get_text (row, 2), pv_statement_get_text (row, 3));
}

static void
add_institution (PvRegistry *self, PvStatement *row, gpointer data)
{
  const char *folded = pv_registry_fold (self, pv_statement_get_text (row, 1));

  g_hash_table_insert (self->institutions, g_strdup (folded),
                       pv_registry_box (pv_statement_get_int (row, 0)));
}

/* Tables of a number under a text. */
static void
add_code (PvRegistry *self, PvStatement *row, gpointer data)
{
  g_hash_table_insert (data, pv_statement_dup_text (row, 1),
                       pv_registry_box (pv_statement_get_int (row, 0)));
}

static void
add_appel (PvRegistry *self, PvStatement *row, gpointer data)
{
  g_hash_table_insert (self->appels,
                       g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", pv_statement_get_int (row, 1),
                                        pv_statement_get_text (row, 2)),
                       pv_registry_box (pv_statement_get_int (row, 0)));
}

static void
add_appel_of_source (PvRegistry *self, PvStatement *row, gpointer data)
{
  g_hash_table_insert (self->appels,
                       g_strdup_printf ("%" G_GINT64_FORMAT "\n", pv_statement_get_int (row, 1)),
                       pv_registry_box (pv_statement_get_int (row, 0)));
}

static void
set_contrat (PvRegistry *self, PvStatement *row, gpointer data)
{
  self->contrat_id = pv_statement_get_int (row, 0);
}

static void
add_enveloppe (PvRegistry *self, PvStatement *row, gpointer data)
{
  PvKnownEnveloppe enveloppe = {
    .id = pv_statement_get_int (row, 0),
    .financeur_id = pv_statement_get_int (row, 1),
    .dispositif_id = pv_statement_get_int (row, 2),
    .exercice = pv_statement_get_int (row, 3),
    .commune_id = pv_statement_get_int (row, 4),
  };

  g_array_append_val (self->enveloppes, enveloppe);
}

static void
add_commune (PvRegistry *self, PvStatement *row, gpointer data)
{
  pv_registry_commune_add (self, pv_statement_get_int (row, 0), pv_statement_get_text (row, 1),
                           pv_statement_get_text (row, 2), pv_statement_get_text (row, 3));
}

static void
add_quartier (PvRegistry *self, PvStatement *row, gpointer data)
{
  pv_registry_quartier_add (self, pv_statement_get_int (row, 0), pv_statement_get_text (row, 1),
                            pv_statement_get_text (row, 2), pv_statement_get_int (row, 3));
}

static void
add_quartier_commune (PvRegistry *self, PvStatement *row, gpointer data)
{
  pv_registry_quartier_add_commune (self, pv_statement_get_int (row, 0),
                                    pv_statement_get_int (row, 1));
}

static void
add_noeud (PvRegistry *self, PvStatement *row, gpointer data)
{
  PvKnownNoeud noeud = {
    .id = pv_statement_get_int (row, 0),
    .parent = pv_statement_get_int (row, 1),
    .debut = pv_statement_get_int (row, 2),
    .fin = pv_statement_get_int (row, 3),
    .principal = pv_statement_get_int (row, 4) == 1,
  };

  pv_registry_noeud_add (self, &noeud, pv_statement_get_text (row, 5),
                         pv_statement_get_text (row, 6));
}

static gboolean
load_organismes (PvRegistry *self, GError **error)
{
  g_autoptr (GPtrArray) rows =
      pv_import_store_list (self->store, PV_IMPORT_TABLE_ORGANISME, -1, NULL, PV_INT_NULL, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      PvImportFields *fields = g_ptr_array_index (rows, i);

      pv_registry_organisme_add (self, fields);
      pv_import_fields_free (fields, PV_IMPORT_TABLE_ORGANISME);
    }

  return TRUE;
}

#define LOAD(sql, text, func, data) foreach_row (self, sql, text, PV_INT_NULL, func, data, error)

gboolean
pv_registry_store_load (PvRegistry *self, GError **error)
{
  return LOAD (sql_communes, NULL, add_commune, NULL) && load_organismes (self, error) &&
         LOAD (sql_financeurs, NULL, add_financeur, NULL) &&
         LOAD (sql_dispositifs, NULL, add_dispositif, NULL) &&
         LOAD (sql_institutions, NULL, add_institution, NULL) &&
         LOAD (sql_axes, NULL, add_code, self->axes) &&
         LOAD (sql_comptes, NULL, add_code, self->comptes) &&
         LOAD (sql_appels, NULL, add_appel, NULL) &&
         LOAD (sql_appels_of_source, self->profile->id, add_appel_of_source, NULL) &&
         LOAD (sql_contrat, NULL, set_contrat, NULL) &&
         LOAD (sql_depots, self->profile->source_system, add_code, self->depots) &&
         LOAD (sql_enveloppes, NULL, add_enveloppe, NULL) &&
         LOAD (sql_quartiers, NULL, add_quartier, NULL) &&
         LOAD (sql_quartier_communes, NULL, add_quartier_commune, NULL) &&
         LOAD (sql_noeuds, NULL, add_noeud, NULL);
}

gboolean
pv_registry_store_load_numeros (PvRegistry *self,
                                gint64 appel_id,
                                GHashTable *numeros,
                                GError **error)
{
  return foreach_row (self, sql_numeros, NULL, appel_id, add_code, numeros, error);
}
