/* pv-organisme-fusion.c: organismes that are one and the same
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-fusion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "commun/pv-entite.h"
#include "organisme/pv-organisme-store.h"
#include "pv-error.h"
#include "pv-text.h"
#include "pv-transaction.h"
#include "reglage/pv-reglage-store.h"

/* The best to keep comes first: its keys are then the ones others are found by. */
static const char candidats[] =
    "SELECT o.id, o.siret, o.rna, o.nom_plie, COALESCE (c.nom, o.commune_nom), o.uuid"
    "  FROM organisme o LEFT JOIN commune c ON c.id = o.commune_id"
    " ORDER BY (SELECT COUNT (*) FROM dossier d WHERE d.porteur_id = o.id) DESC, o.id";

/* Pairs that a user said are not one, as settings of the file. */
#define ECARTEE "fusion-ecartee/"

static const char ecartees[] = "SELECT cle FROM reglage WHERE cle GLOB '" ECARTEE "*'";

/* Each has both parameters. A row that would then say the same thing twice goes first. */
static const char *const deplacements[] = {
  "DELETE FROM dossier_organisme WHERE organisme_id = :retire AND EXISTS"
  " (SELECT 1 FROM dossier_organisme g WHERE g.organisme_id = :garde"
  "    AND g.dossier_id = dossier_organisme.dossier_id AND g.role = dossier_organisme.role)",
  "UPDATE dossier_organisme SET organisme_id = :garde WHERE organisme_id = :retire",
  "UPDATE dossier SET porteur_id = :garde, revision = revision + 1 WHERE porteur_id = :retire",
  "UPDATE depot SET porteur_id = :garde, revision = revision + 1 WHERE porteur_id = :retire",
  "UPDATE piece SET organisme_id = :garde, revision = revision + 1 WHERE organisme_id = :retire",
  "UPDATE contact SET organisme_id = :garde, revision = revision + 1 WHERE organisme_id = :retire",
  "UPDATE convention SET organisme_id = :garde, revision = revision + 1"
  " WHERE organisme_id = :retire",
  "UPDATE institution SET organisme_id = :garde, revision = revision + 1"
  " WHERE organisme_id = :retire",
  "UPDATE import_ligne SET cible_id = :garde WHERE nom_table = 'organisme' AND cible_id = :retire",
  "UPDATE derogation SET cle = :garde, revision = revision + 1"
  " WHERE nom_table = 'organisme' AND cle = :retire",
};

/* The same for two payers that become one. */
static const char *const deplacements_financeur[] = {
  "UPDATE financement SET financeur_id = :garde, revision = revision + 1"
  " WHERE financeur_id = :retire",
  "UPDATE dispositif SET financeur_id = :garde, revision = revision + 1"
  " WHERE financeur_id = :retire",
  "UPDATE convention SET financeur_id = :garde, revision = revision + 1"
  " WHERE financeur_id = :retire",
  "UPDATE import_ligne SET cible_id = :garde WHERE nom_table = 'financeur' AND cible_id = :retire",
};

static const char financeur_de[] = "SELECT id FROM financeur WHERE organisme_id = :organisme";
static const char change_organisme[] =
    "UPDATE financeur SET organisme_id = :garde, revision = revision + 1 WHERE id = :financeur";
static const char supprime_financeur[] = "DELETE FROM financeur WHERE id = :id";

/* What is known of one organisme while looking for doubles. */
typedef struct
{
  gint64 id;
  char *siret;
  char *rna;
  char *uuid;
} Candidat;

static void
candidat_free (Candidat *self)
{
  g_free (self->siret);
  g_free (self->rna);
  g_free (self->uuid);
  g_free (self);
}

typedef struct
{
  GHashTable *cles; /* key → Candidat to keep, borrowed */
  GPtrArray *candidats;
  GArray *fusions;
  GHashTable *ecartees; /* keys of settings */
} Recherche;

static void
recherche_clear (Recherche *self)
{
  g_clear_pointer (&self->cles, g_hash_table_unref);
  g_clear_pointer (&self->candidats, g_ptr_array_unref);
  g_clear_pointer (&self->fusions, g_array_unref);
  g_clear_pointer (&self->ecartees, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recherche, recherche_clear)

/* The keys an organisme is found by, one per reason. */
static void
make_cles (PvStatement *statement, char *cles[3])
{
  const char *siret = pv_statement_get_text (statement, 1);
  const char *rna = pv_statement_get_text (statement, 2);
  const char *commune = pv_statement_get_text (statement, 4);
  g_autofree char *commune_pliee = pv_text_fold (commune);

  cles[PV_FUSION_MOTIF_SIRET] = siret != NULL ? g_strconcat ("s", siret, NULL) : NULL;
  cles[PV_FUSION_MOTIF_RNA] = rna != NULL ? g_strconcat ("r", rna, NULL) : NULL;
  cles[PV_FUSION_MOTIF_NOM] =
      *commune_pliee != '\0'
          ? g_strconcat ("n", pv_statement_get_text (statement, 3), "\n", commune_pliee, NULL)
          : NULL;
}

static gboolean
differ (const char *a, const char *b)
{
  return a != NULL && b != NULL && !g_str_equal (a, b);
}

/* The setting that puts a pair aside: the same whichever comes first. */
static char *
make_cle_ecartee (const char *a, const char *b)
{
  gboolean ordonnes = strcmp (a, b) < 0;

  return g_strconcat (ECARTEE, ordonnes ? a : b, "/", ordonnes ? b : a, NULL);
}

static gboolean
is_ecartee (Recherche *self, const Candidat *a, const Candidat *b)
{
  g_autofree char *cle = make_cle_ecartee (a->uuid, b->uuid);

  return g_hash_table_contains (self->ecartees, cle);
}

/* The one to keep, for the first reason that holds. */
static const Candidat *
find_double (Recherche *self, const Candidat *candidat, char *cles[3], PvFusionMotif *motif)
{
  for (int i = 0; i < 3; i++)
    {
      const Candidat *garde = cles[i] != NULL ? g_hash_table_lookup (self->cles, cles[i]) : NULL;

      if (garde == NULL || is_ecartee (self, garde, candidat) ||
          (i == PV_FUSION_MOTIF_NOM &&
           (differ (garde->siret, candidat->siret) || differ (garde->rna, candidat->rna))))
        continue;

      *motif = (PvFusionMotif)i;
      return garde;
    }

  return NULL;
}

static void
look_at (Recherche *self, PvStatement *statement)
{
  Candidat *candidat = g_new0 (Candidat, 1);
  const Candidat *garde;
  PvFusionMotif motif;
  char *cles[3];

  candidat->id = pv_statement_get_int (statement, 0);
  candidat->siret = pv_statement_dup_text (statement, 1);
  candidat->rna = pv_statement_dup_text (statement, 2);
  candidat->uuid = pv_statement_dup_text (statement, 5);
  g_ptr_array_add (self->candidats, candidat);

  make_cles (statement, cles);
  garde = find_double (self, candidat, cles, &motif);
  if (garde != NULL)
    {
      PvFusion fusion = { garde->id, candidat->id, motif };

      g_array_append_val (self->fusions, fusion);
    }

  /* Others that resemble the one taken away are doubles of the one kept. */
  for (int i = 0; i < 3; i++)
    if (cles[i] != NULL && !g_hash_table_contains (self->cles, cles[i]))
      g_hash_table_insert (self->cles, cles[i], (gpointer)(garde != NULL ? garde : candidat));
    else
      g_free (cles[i]);
}

static gboolean
load_ecartees (Recherche *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, ecartees, error);
  PvStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_hash_table_add (self->ecartees, pv_statement_dup_text (statement, 0));

  return step == PV_STEP_DONE;
}

GArray *
pv_organisme_store_list_fusions (PvDb *db, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, candidats, error);
  g_auto (Recherche) recherche = {
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    g_ptr_array_new_with_free_func ((GDestroyNotify)candidat_free),
    g_array_new (FALSE, FALSE, sizeof (PvFusion)),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  PvStep step;

  if (statement == NULL || !load_ecartees (&recherche, db, error))
    return NULL;

  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    look_at (&recherche, statement);

  return step == PV_STEP_DONE ? g_steal_pointer (&recherche.fusions) : NULL;
}

void
pv_organisme_complete (PvOrganisme *garde, const PvOrganisme *retire)
{
  gboolean siret_connu, lieu_connu;

  g_return_if_fail (garde != NULL && retire != NULL);

  siret_connu = garde->siret != NULL || retire->siret != NULL;
  lieu_connu = garde->commune_id != PV_INT_NULL || garde->commune_nom != NULL;

  for (const PvChamp *champ = pv_organisme_champs; champ->genre != PV_CHAMP_FIN; champ++)
    {
      gboolean commune = g_str_has_prefix (champ->nom, "commune_");

      if (pv_champ_is_null (champ, garde) && !(commune && lieu_connu) &&
          !(siret_connu && g_str_equal (champ->nom, "siret_declare")))
        pv_champ_copy (champ, garde, retire);
    }

  if (siret_connu)
    g_clear_pointer (&garde->siret_declare, g_free);
}

static gboolean
fill (PvDb *db, gint64 garde_id, const PvOrganisme *retire, GError **error)
{
  g_autoptr (PvOrganisme) garde = pv_organisme_store_get (db, garde_id, error);

  if (garde == NULL)
    return FALSE;
  pv_organisme_complete (garde, retire);

  return pv_organisme_store_update (db, garde, NULL, error);
}

static gboolean
run_all (PvDb *db,
         const char *const *statements,
         guint n,
         gint64 garde_id,
         gint64 retire_id,
         GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PvStatement) statement = pv_db_prepare (db, statements[i], error);

      if (statement == NULL)
        return FALSE;

      pv_statement_bind_int (statement, ":garde", garde_id);
      pv_statement_bind_int (statement, ":retire", retire_id);
      if (!pv_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* An organisme is one payer at most. */
static gboolean
merge_financeurs (PvDb *db, gint64 garde_id, gint64 retire_id, GError **error)
{
  gint64 garde, retire;

  if (!pv_sql_find (db, financeur_de, &garde, error, "i", garde_id) ||
      !pv_sql_find (db, financeur_de, &retire, error, "i", retire_id))
    return FALSE;

  if (retire == PV_INT_NULL)
    return TRUE;

  if (garde == PV_INT_NULL)
    return pv_sql_run (db, change_organisme, error, "ii", garde_id, retire);

  return run_all (db, deplacements_financeur, G_N_ELEMENTS (deplacements_financeur), garde, retire,
                  error) &&
         pv_sql_run (db, supprime_financeur, error, "i", retire);
}

gboolean
pv_organisme_store_merge (PvDb *db, gint64 garde_id, gint64 retire_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvOrganisme) garde = pv_organisme_store_get (db, garde_id, &local);
  g_autoptr (PvOrganisme) retire =
      local == NULL ? pv_organisme_store_get (db, retire_id, &local) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (garde == NULL || retire == NULL || garde_id == retire_id)
    {
      g_set_error_literal (
          error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
          _ ("Two different organismes are needed to merge. Read the list again."));
      return FALSE;
    }

  return merge_financeurs (db, garde_id, retire_id, error) &&
         run_all (db, deplacements, G_N_ELEMENTS (deplacements), garde_id, retire_id, error) &&
         pv_organisme_store_delete (db, retire_id, error) && fill (db, garde_id, retire, error);
}

gboolean
pv_organisme_service_merge (PvDb *db, gint64 garde_id, gint64 retire_id, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;

  transaction = pv_transaction_begin (db, "organisme-merge", NULL, error);
  if (transaction == NULL)
    return FALSE;

  return pv_organisme_store_merge (db, garde_id, retire_id, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_organisme_store_dismiss_fusion (PvDb *db, gint64 a_id, gint64 b_id, GError **error)
{
  g_autoptr (PvOrganisme) a = pv_organisme_store_get (db, a_id, error);
  g_autoptr (PvOrganisme) b = a != NULL ? pv_organisme_store_get (db, b_id, error) : NULL;
  g_autofree char *cle = NULL;

  if (a == NULL || b == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                             _ ("One of the two organismes is gone. Read the list again."));
      return FALSE;
    }
  cle = make_cle_ecartee (a->uuid, b->uuid);

  return pv_reglage_store_set (db, cle, "1", NULL, error);
}
