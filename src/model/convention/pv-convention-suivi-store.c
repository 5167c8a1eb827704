/* pv-convention-suivi-store.c: the SQL of pv-convention-suivi
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-store.h"
#include "convention/pv-convention-suivi.h"

#include <string.h>

#include "commun/pv-entite.h"

/* The columns of the record come first. */
static const char lit_conventions[] =
    "SELECT " PV_CONVENTION_COLONNES_SQL ", fo.nom, o.nom,"
    "       (SELECT SUM (a.prevu_cents) FROM convention_annee a WHERE a.convention_id = c.id),"
    "       (SELECT COUNT (*) FROM convention_dossier x WHERE x.convention_id = c.id),"
    "       (SELECT SUM (CASE v.genre WHEN 'reversement' THEN -v.montant_cents"
    "                                 ELSE v.montant_cents END)"
    "          FROM convention_dossier x CROSS JOIN financement f ON f.dossier_id = x.dossier_id"
    "           AND +f.financeur_id = c.financeur_id"
    "           AND f.exercice BETWEEN c.annee_debut AND c.annee_fin"
    "          JOIN versement v ON v.financement_id = f.id WHERE x.convention_id = c.id),"
    "       EXISTS (SELECT 1 FROM convention_dossier x JOIN dossier d ON d.id = x.dossier_id"
    "                WHERE x.convention_id = c.id AND " PV_FILTRE_SQL ")"
    "       OR (NOT EXISTS (SELECT 1 FROM convention_dossier x WHERE x.convention_id = c.id)"
    "           AND COALESCE (:exercice, (SELECT p.exercice FROM appel p WHERE p.id = :appel),"
    "                         c.annee_debut) BETWEEN c.annee_debut AND c.annee_fin)"
    "  FROM convention c JOIN financeur fi ON fi.id = c.financeur_id"
    "  JOIN organisme fo ON fo.id = fi.organisme_id"
    "  JOIN organisme o ON o.id = c.organisme_id ORDER BY c.id";

static PvConventionLigne *
read_convention (PvStatement *row)
{
  PvConventionLigne *self = pv_convention_ligne_new ();
  int n = PV_CONVENTION_N_COLONNES;

  self->convention = pv_convention_store_read (row);
  self->etat = pv_convention_get_etat (self->convention);
  self->financeur_id = self->convention->financeur_id;
  self->organisme_id = self->convention->organisme_id;
  self->annee_debut = self->convention->annee_debut;
  self->annee_fin = self->convention->annee_fin;
  self->financeur = pv_statement_dup_text (row, n);
  self->organisme = pv_statement_dup_text (row, n + 1);
  self->prevu_cents = pv_statement_get_int (row, n + 2);
  self->n_dossiers = (guint)pv_statement_get_int (row, n + 3);
  self->verse_cents = pv_statement_get_int (row, n + 4);
  self->dans_filtre = pv_statement_get_int (row, n + 5) == 1;

  return self;
}

static GPtrArray *
list_conventions (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (GPtrArray) lignes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_ligne_free);
  g_autoptr (PvStatement) rows = pv_db_prepare (db, lit_conventions, error);
  PvStep step;

  if (rows == NULL)
    return NULL;
  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_ptr_array_add (lignes, read_convention (rows));

  return step == PV_STEP_DONE ? g_steal_pointer (&lignes) : NULL;
}

static PvConventionLigne *
ligne_new_absente (PvConventionBesoin *besoin)
{
  PvConventionLigne *self = pv_convention_ligne_new ();

  self->etat = PV_CONVENTION_ETAT_ABSENTE;
  self->financeur_id = besoin->financeur_id;
  self->financeur = g_strdup (besoin->financeur);
  self->organisme_id = besoin->organisme_id;
  self->organisme = g_strdup (besoin->organisme);
  self->annee_debut = besoin->exercice;
  self->annee_fin = besoin->exercice;

  return self;
}

/* A line, and what it is sorted by among those of its state and year. */
typedef struct
{
  PvConventionLigne *ligne;
  const char *financeur;
  const char *organisme;
} Rang;

/* The key of a name, made once: a payer has thousands of lines. */
static const char *
get_cle (GHashTable *cles, const char *nom)
{
  char *cle = g_hash_table_lookup (cles, nom);

  if (cle == NULL)
    {
      cle = g_utf8_collate_key (nom, -1);
      g_hash_table_insert (cles, (gpointer)nom, cle);
    }

  return cle;
}

static int
compare_rangs (gconstpointer a, gconstpointer b)
{
  const Rang *x = a, *y = b;
  const PvConventionLigne *left = x->ligne, *right = y->ligne;
  int order;

  if (left->etat != right->etat)
    return left->etat < right->etat ? -1 : 1;
  /* the latest first, but those that are late before all */
  order = pv_convention_ligne_compare_retard (left, right);
  if (order != 0)
    return order;
  if (left->annee_fin != right->annee_fin)
    return left->annee_fin > right->annee_fin ? -1 : 1;
  order = strcmp (x->financeur, y->financeur);

  return order != 0 ? order : strcmp (x->organisme, y->organisme);
}

/* Takes those that are shown out of @lignes, which is left without them. */
static GPtrArray *
sort (GPtrArray *lignes)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_ligne_free);
  g_autoptr (GArray) rangs = g_array_new (FALSE, FALSE, sizeof (Rang));
  g_autoptr (GHashTable) cles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < lignes->len; i++)
    {
      PvConventionLigne *ligne = lignes->pdata[i];
      Rang rang = { ligne, NULL, NULL };

      if (!ligne->dans_filtre)
        continue;
      rang.financeur = get_cle (cles, ligne->financeur);
      rang.organisme = get_cle (cles, ligne->organisme);
      g_array_append_val (rangs, rang);
      lignes->pdata[i] = NULL;
    }
  g_array_sort (rangs, compare_rangs);
  for (guint i = 0; i < rangs->len; i++)
    g_ptr_array_add (shown, g_array_index (rangs, Rang, i).ligne);

  return shown;
}

GPtrArray *
pv_convention_suivi_list (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (GPtrArray) lignes = NULL;
  g_autoptr (GPtrArray) besoins = NULL;
  g_autoptr (GHashTable) par_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_return_val_if_fail (PV_IS_DB (db), NULL);
  g_return_val_if_fail (filtre != NULL, NULL);

  lignes = list_conventions (db, filtre, error);
  besoins = lignes != NULL ? pv_convention_besoin_list (db, filtre, error) : NULL;
  if (besoins == NULL)
    return NULL;

  for (guint i = 0; i < lignes->len; i++)
    g_hash_table_insert (par_id, &((PvConventionLigne *)lignes->pdata[i])->convention->id,
                         lignes->pdata[i]);
  for (guint i = 0; i < besoins->len; i++)
    {
      PvConventionBesoin *besoin = besoins->pdata[i];
      PvConventionLigne *ligne = g_hash_table_lookup (par_id, &besoin->convention_id);

      if (ligne == NULL)
        {
          ligne = ligne_new_absente (besoin);
          g_ptr_array_add (lignes, ligne);
        }
      pv_convention_ligne_add (ligne, besoin);
    }

  return sort (lignes);
}
