/* pv-classement-store.c: reads what a ranking is made of
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-classement-store.h"

#include "pv-statement.h"
#include "seuil/pv-seuil-store.h"

static const char SQL_DOSSIERS[] =
    "SELECT d.id, " PV_SORTI_SQL "  FROM dossier d WHERE d.chapeau = 0 AND " PV_FILTRE_SQL
    " ORDER BY d.appel_id, d.numero, d.id";

/* The leaves of the one chosen, or of the years of the filter. */
#define SQL_FEUILLES                                                                               \
  "WITH RECURSIVE sous (noeud) AS ("                                                               \
  "  SELECT e.id FROM enveloppe e WHERE e.id = :enveloppe OR (:enveloppe IS NULL"                  \
  "     AND (:exercice IS NULL OR e.exercice = :exercice)"                                         \
  "     AND (:appel IS NULL OR"                                                                    \
  "          e.exercice = (SELECT a.exercice FROM appel a WHERE a.id = :appel)))"                  \
  "  UNION SELECT e.id FROM enveloppe e JOIN sous ON e.parent_id = noeud),"                        \
  " feuille (id, montant) AS ("                                                                    \
  "  SELECT e.id, e.montant_cents FROM sous JOIN enveloppe e ON e.id = noeud"                      \
  "   WHERE NOT EXISTS (SELECT 1 FROM enveloppe p WHERE p.parent_id = e.id)) "

static const char SQL_MONTANT[] = SQL_FEUILLES "SELECT SUM (montant) FROM feuille";
static const char SQL_FINANCEMENTS[] =
    SQL_FEUILLES "SELECT f.dossier_id, f.propose_cents, f.sollicite_cents FROM financement f"
                 " WHERE f.enveloppe_id IN (SELECT id FROM feuille)";
static const char SQL_FINANCEMENTS_TOUS[] =
    "SELECT f.dossier_id, f.propose_cents, f.sollicite_cents FROM financement f";

static const char SQL_GRILLES[] =
    "SELECT EXISTS (SELECT 1 FROM appel a WHERE a.grille_id IS NOT NULL"
    "  AND (:appel IS NULL OR a.id = :appel) AND (:exercice IS NULL OR a.exercice = :exercice))";

static const char SQL_CRITERE[] = "SELECT c.libelle FROM critere c WHERE c.id = :id";
static const char SQL_GRILLE[] = "SELECT g.nom FROM grille g WHERE g.id = :id";

static const char SQL_ENVELOPPES[] =
    "WITH RECURSIVE arbre (id, niveau, chemin) AS ("
    "  SELECT e.id, 0, o.nom || char (1) || e.libelle || char (1) || e.id"
    "    FROM enveloppe e JOIN dispositif p ON p.id = e.dispositif_id"
    "    JOIN financeur f ON f.id = p.financeur_id JOIN organisme o ON o.id = f.organisme_id"
    "   WHERE e.parent_id IS NULL AND (:exercice IS NULL OR e.exercice = :exercice)"
    "     AND (:appel IS NULL OR e.exercice = (SELECT a.exercice FROM appel a WHERE a.id = :appel))"
    "  UNION ALL SELECT e.id, a.niveau + 1, a.chemin || char (1) || e.libelle || char (1) || e.id"
    "    FROM arbre a JOIN enveloppe e ON e.parent_id = a.id) "
    "SELECT e.id, e.libelle || ' · ' || COALESCE (o.sigle, o.nom), e.montant_cents, a.niveau,"
    "       EXISTS (SELECT 1 FROM enveloppe c WHERE c.parent_id = e.id)"
    "  FROM arbre a JOIN enveloppe e ON e.id = a.id JOIN dispositif p ON p.id = e.dispositif_id"
    "  JOIN financeur f ON f.id = p.financeur_id JOIN organisme o ON o.id = f.organisme_id"
    " ORDER BY a.chemin";

typedef struct
{
  gint64 id;
  guint position;
} Place;

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  return left->id < right->id ? -1 : left->id > right->id;
}

/* Returns: (transfer full) (element-type Place): by rising key */
static GArray *
load_dossiers (PvClassement *self, PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_DOSSIERS, error);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  PvStep step;

  if (rows == NULL)
    return NULL;

  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvClassementDossier dossier = {
        .id = pv_statement_get_int (rows, 0),
        .montant = PV_CENTS_NULL,
        .libere = pv_statement_get_int (rows, 1) == 1,
      };
      Place place = { dossier.id, self->dossiers->len };

      g_array_append_val (self->dossiers, dossier);
      g_array_append_val (places, place);
    }
  if (step == PV_STEP_ERROR)
    return NULL;

  g_array_sort (places, compare_place);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (self->positions, g_array_index (places, Place, i).position);

  return g_steal_pointer (&places);
}

static void
add_montant (PvClassementDossier *dossier, PvCents propose, PvCents sollicite)
{
  PvCents montant = propose != PV_CENTS_NULL ? propose : sollicite;
  PvClassementBase base =
      propose != PV_CENTS_NULL ? PV_CLASSEMENT_PROPOSE : PV_CLASSEMENT_SOLLICITE;

  if (montant == PV_CENTS_NULL || dossier->libere)
    return;

  dossier->base = dossier->base == PV_CLASSEMENT_SANS_MONTANT || dossier->base == base
                      ? base
                      : PV_CLASSEMENT_MIXTE;
  if (dossier->montant == PV_CENTS_NULL)
    dossier->montant = 0;
  if (!pv_money_add (dossier->montant, montant, &dossier->montant))
    dossier->montant = PV_NUMBER_LIMIT; /* more than any envelope */
}

static void
bind_enveloppe (PvStatement *statement, const PvFiltre *filtre, gint64 enveloppe_id)
{
  pv_filtre_bind (filtre, statement);
  if (enveloppe_id == PV_CLASSEMENT_TOUTES)
    pv_statement_bind_null (statement, ":enveloppe");
  else
    pv_statement_bind_int (statement, ":enveloppe", enveloppe_id);
}

static gboolean
load_montants (PvClassement *self,
               PvDb *db,
               const GArray *places,
               const PvFiltre *filtre,
               gint64 enveloppe_id,
               GError **error)
{
  gboolean whole = enveloppe_id == PV_CLASSEMENT_SANS_ENVELOPPE;
  g_autoptr (PvStatement) rows =
      pv_db_prepare (db, whole ? SQL_FINANCEMENTS_TOUS : SQL_FINANCEMENTS, error);
  PvStep step;

  if (rows == NULL)
    return FALSE;

  if (!whole)
    bind_enveloppe (rows, filtre, enveloppe_id);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      Place key = { pv_statement_get_int (rows, 0), 0 };
      guint match;

      if (g_array_binary_search ((GArray *)places, &key, compare_place, &match))
        add_montant (&g_array_index (self->dossiers, PvClassementDossier,
                                     g_array_index (places, Place, match).position),
                     pv_statement_get_int (rows, 1), pv_statement_get_int (rows, 2));
    }

  return step == PV_STEP_DONE;
}

static gboolean
load_enveloppe (PvClassement *self,
                PvDb *db,
                const PvFiltre *filtre,
                gint64 enveloppe_id,
                GError **error)
{
  g_autoptr (PvStatement) row = NULL;

  if (enveloppe_id == PV_CLASSEMENT_SANS_ENVELOPPE)
    return TRUE;

  row = pv_db_prepare (db, SQL_MONTANT, error);
  if (row == NULL)
    return FALSE;

  bind_enveloppe (row, filtre, enveloppe_id);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  self->enveloppe = pv_statement_get_int (row, 0);

  return TRUE;
}

static gboolean
load_grilles (PvClassement *self, PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, SQL_GRILLES, error);

  if (row == NULL)
    return FALSE;

  pv_filtre_bind (filtre, row);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  self->a_grille = pv_statement_get_int (row, 0) == 1;

  return TRUE;
}

static gboolean
load_nom (PvDb *db, const char *sql, gint64 id, GPtrArray *noms, GError **error)
{
  g_autoptr (PvStatement) row = pv_db_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;

  pv_statement_bind_int (row, ":id", id);
  if (pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  g_ptr_array_add (noms, pv_statement_dup_text (row, 0));

  return TRUE;
}

static gboolean
load_noms (PvClassement *self, PvDb *db, GError **error)
{
  for (guint i = 0; i < self->notation->criteres->len; i++)
    if (!load_nom (db, SQL_CRITERE,
                   g_array_index (self->notation->criteres, PvNotationCritere, i).id,
                   self->criteres, error))
      return FALSE;
  for (guint i = 0; i < self->notation->grilles->len; i++)
    if (!load_nom (db, SQL_GRILLE, g_array_index (self->notation->grilles, PvNotationGrille, i).id,
                   self->grilles, error))
      return FALSE;

  return TRUE;
}

static gboolean
load (PvClassement *self,
      PvDb *db,
      const PvFiltre *filtre,
      gint64 enveloppe_id,
      const char *jour,
      GError **error)
{
  g_autoptr (GArray) places = load_dossiers (self, db, filtre, error);

  if (places == NULL || !load_montants (self, db, places, filtre, enveloppe_id, error) ||
      !load_enveloppe (self, db, filtre, enveloppe_id, error) ||
      !load_grilles (self, db, filtre, error) ||
      !pv_seuil_store_get_valeur (db, PV_SEUIL_DISPERSION, jour, &self->seuil, error))
    return FALSE;

  self->notation = pv_notation_load (db, filtre, PV_INT_NULL, error);

  return self->notation != NULL && load_noms (self, db, error);
}

PvClassement *
pv_classement_store_load (PvDb *db,
                          const PvFiltre *filtre,
                          gint64 enveloppe_id,
                          const char *jour,
                          GError **error)
{
  g_autoptr (PvClassement) self = pv_classement_new ();
  gboolean loaded;

  if (!pv_db_begin_snapshot (db, error))
    return NULL;

  loaded = load (self, db, filtre, enveloppe_id, jour, error);
  pv_db_end_snapshot (db);
  if (!loaded)
    return NULL;

  pv_classement_compute (self);

  return g_steal_pointer (&self);
}

static void
enveloppe_free (gpointer data)
{
  PvClassementEnveloppe *self = data;

  g_free (self->libelle);
  g_free (self);
}

/* A parent is the sum of its leaves, which follow it. */
static void
sum_parents (GPtrArray *enveloppes, const GArray *parents)
{
  for (guint i = 0; i < enveloppes->len; i++)
    {
      PvClassementEnveloppe *parent = g_ptr_array_index (enveloppes, i);

      if (!g_array_index (parents, gboolean, i))
        continue;
      parent->montant = PV_CENTS_NULL;
      for (guint j = i + 1; j < enveloppes->len; j++)
        {
          const PvClassementEnveloppe *child = g_ptr_array_index (enveloppes, j);

          if (child->niveau <= parent->niveau)
            break;
          if (g_array_index (parents, gboolean, j) || child->montant == PV_CENTS_NULL)
            continue;
          parent->montant =
              child->montant + (parent->montant == PV_CENTS_NULL ? 0 : parent->montant);
        }
    }
}

GPtrArray *
pv_classement_store_enveloppes (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_ENVELOPPES, error);
  g_autoptr (GPtrArray) enveloppes = g_ptr_array_new_with_free_func (enveloppe_free);
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (gboolean));
  PvStep step;

  if (rows == NULL)
    return NULL;

  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvClassementEnveloppe *enveloppe = g_new0 (PvClassementEnveloppe, 1);
      gboolean parent = pv_statement_get_int (rows, 4) == 1;

      enveloppe->id = pv_statement_get_int (rows, 0);
      enveloppe->libelle = pv_statement_dup_text (rows, 1);
      enveloppe->montant = pv_statement_get_int (rows, 2);
      enveloppe->niveau = (guint)pv_statement_get_int (rows, 3);
      g_ptr_array_add (enveloppes, enveloppe);
      g_array_append_val (parents, parent);
    }
  if (step == PV_STEP_ERROR)
    return NULL;

  sum_parents (enveloppes, parents);

  return g_steal_pointer (&enveloppes);
}
