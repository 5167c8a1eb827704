/* pv-bilan-suivi-store.c: the SQL of pv-bilan-suivi
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-suivi.h"

#include <string.h>

#include "bilan/pv-bilan-sql.h"
#include "bilan/pv-bilan-store.h"
#include "commun/pv-entite.h"
#include "pv-clock.h"
#include "versement/pv-versement-suivi.h"

/* clang-format off */
#define LIGNE_SQL \
  "SELECT d.id, d.numero, d.intitule, d.porteur_id, o.nom, a.libelle, d.exercice, d.statut," \
  "       " PV_BILAN_ATTENDU_SQL ", " PV_BILAN_DU_SQL " AS du_le, b.crf_recu_le, b.crf_valide_le," \
  "       (SELECT COUNT(*) FROM bilan_relance r WHERE r.dossier_id = d.id)," \
  "       (SELECT MAX (relance_le) FROM bilan_relance r WHERE r.dossier_id = d.id)," \
  "       CASE WHEN t.n_notifie > 0 THEN t.notifie_cents END," \
  "       CASE WHEN t.n_verse > 0 THEN t.verse_cents END," \
  "       " PV_BILAN_PREVU_SQL ", " PV_BILAN_REALISE_SQL ", b.a_recuperer_cents," \
  "       " PV_A_RECUPERER_SQL \
  "  FROM dossier d JOIN total_dossier t ON t.id = d.id JOIN organisme o ON o.id = d.porteur_id" \
  "  JOIN appel a ON a.id = d.appel_id LEFT JOIN bilan b ON b.dossier_id = d.id"
/* clang-format on */

static const char liste[] = LIGNE_SQL
    " WHERE (" PV_BILAN_ATTENDU_SQL " OR (d.chapeau = 0 AND b.crf_recu_le IS NOT NULL))"
    "   AND " PV_FILTRE_SQL "   AND (:porteur IS NULL OR d.porteur_id = :porteur)"
    "   AND (:financeur IS NULL OR EXISTS (SELECT 1 FROM financement f"
    "     LEFT JOIN total_financement v ON v.id = f.id WHERE f.dossier_id = d.id"
    "      AND f.financeur_id = :financeur AND (f.notifie_cents > 0 OR v.verse_cents > 0)))"
    " ORDER BY du_le IS NULL, du_le, o.nom, d.exercice, d.numero, d.id";

/* One that the index of porteurs finds: a condition that may be NULL reads the whole file. */
static const char de_porteur[] =
    LIGNE_SQL " WHERE d.porteur_id = :porteur"
              "   AND (" PV_BILAN_ATTENDU_SQL " OR (d.chapeau = 0 AND b.crf_recu_le IS NOT NULL))"
              " ORDER BY du_le IS NULL, du_le, d.exercice, d.numero, d.id";

static const char une[] = LIGNE_SQL " WHERE d.id = :id";

static const char manquants[] =
    "SELECT d.numero || ' (' || d.exercice || ')' FROM dossier c"
    "  JOIN dossier d ON d.porteur_id = c.porteur_id AND d.exercice < c.exercice"
    "   AND d.exercice >= c.exercice - :annees AND d.id <> c.id"
    "  JOIN total_dossier t ON t.id = d.id LEFT JOIN bilan b ON b.dossier_id = d.id"
    " WHERE c.id = :id AND " PV_BILAN_ATTENDU_SQL " AND b.crf_recu_le IS NULL"
    "   AND b.crf_valide_le IS NULL AND " PV_BILAN_DU_SQL " < :jour"
    " ORDER BY d.exercice DESC, d.numero";

static const char financeurs[] =
    "SELECT fi.id, o.nom FROM financeur fi JOIN organisme o ON o.id = fi.organisme_id"
    " WHERE EXISTS (SELECT 1 FROM financement f LEFT JOIN total_financement v ON v.id = f.id"
    "   WHERE f.financeur_id = fi.id AND (f.notifie_cents > 0 OR v.verse_cents > 0))"
    " ORDER BY o.nom, fi.id";

static const char courriels[] =
    "SELECT c.courriel FROM json_each (:organismes) j"
    "  LEFT JOIN contact c ON c.organisme_id = j.value AND c.courriel <> ''"
    " GROUP BY j.key, c.courriel ORDER BY j.key, MIN (c.id)";

void
pv_bilan_ligne_free (PvBilanLigne *self)
{
  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self->appel);
  g_free (self->du_le);
  g_free (self->recu_le);
  g_free (self->valide_le);
  g_free (self->relance_le);
  g_free (self);
}

static void
read_ligne (PvStatement *row, gpointer element)
{
  PvBilanLigne *self = element;

  self->dossier_id = pv_statement_get_int (row, 0);
  self->numero = pv_statement_dup_text (row, 1);
  self->intitule = pv_statement_dup_text (row, 2);
  self->porteur_id = pv_statement_get_int (row, 3);
  self->porteur = pv_statement_dup_text (row, 4);
  self->appel = pv_statement_dup_text (row, 5);
  self->exercice = pv_statement_get_int (row, 6);
  self->statut = PV_DOSSIER_STATUT_NULL;
  pv_dossier_statut_from_id (pv_statement_get_text (row, 7), &self->statut);
  self->attendu = pv_statement_get_int (row, 8) == 1;
  self->du_le = pv_statement_dup_text (row, 9);
  self->recu_le = pv_statement_dup_text (row, 10);
  self->valide_le = pv_statement_dup_text (row, 11);
  self->n_relances = pv_statement_get_int (row, 12);
  self->relance_le = pv_statement_dup_text (row, 13);
  self->notifie_cents = pv_statement_get_int (row, 14);
  self->verse_cents = pv_statement_get_int (row, 15);
  self->prevu_cents = pv_statement_get_int (row, 16);
  self->realise_cents = pv_statement_get_int (row, 17);
  self->recuperer_cents = pv_statement_get_int (row, 18);
  self->reste_a_recuperer_cents = pv_statement_get_int (row, 19);
  self->taux_bp = pv_bilan_compute_taux (self->realise_cents, self->prevu_cents);
  self->propose_cents = PV_CENTS_NULL;
}

/* What is to recover is computed where it can be said. */
static gboolean
propose (PvDb *db, PvBilanLigne *ligne, GError **error)
{
  g_autoptr (GArray) parts = NULL;

  if (ligne->realise_cents == PV_CENTS_NULL || ligne->prevu_cents == PV_CENTS_NULL)
    return TRUE;
  parts = pv_bilan_store_list_parts (db, ligne->dossier_id, error);
  if (parts == NULL)
    return FALSE;
  ligne->propose_cents =
      pv_bilan_compute_a_recuperer ((const PvBilanPart *)(gconstpointer)parts->data, parts->len,
                                    ligne->prevu_cents, ligne->realise_cents);

  return TRUE;
}

static gboolean
propose_all (PvDb *db, GPtrArray *lignes, GError **error)
{
  for (guint i = 0; i < lignes->len; i++)
    if (!propose (db, lignes->pdata[i], error))
      return FALSE;

  return TRUE;
}

GPtrArray *
pv_bilan_suivi_list (PvDb *db, const PvBilanFiltre *filtre, GError **error)
{
  g_autoptr (GPtrArray) lignes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_bilan_ligne_free);
  g_autoptr (PvStatement) row = pv_db_prepare (db, liste, error);
  PvStep step;

  if (row == NULL)
    return NULL;
  pv_filtre_bind (&filtre->filtre, row);
  pv_statement_bind_int (row, ":porteur", filtre->porteur_id);
  pv_statement_bind_int (row, ":financeur", filtre->financeur_id);
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvBilanLigne *ligne = g_new0 (PvBilanLigne, 1);

      read_ligne (row, ligne);
      g_ptr_array_add (lignes, ligne);
    }

  return step == PV_STEP_DONE && propose_all (db, lignes, error) ? g_steal_pointer (&lignes) : NULL;
}

PvBilanLigne *
pv_bilan_suivi_get (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (GPtrArray) lignes =
      pv_sql_list_records (db, une, sizeof (PvBilanLigne), read_ligne,
                           (GDestroyNotify)pv_bilan_ligne_free, error, "i", dossier_id);

  if (lignes == NULL || !propose_all (db, lignes, error) || lignes->len == 0)
    return NULL;

  return g_ptr_array_steal_index (lignes, 0);
}

PvBilanEtat
pv_bilan_ligne_get_etat (const PvBilanLigne *self, const char *jour)
{
  return pv_bilan_compute_etat (self->attendu, self->du_le, self->recu_le, self->valide_le, jour);
}

PvCents
pv_bilan_ligne_get_recuperer (const PvBilanLigne *self)
{
  return self->recuperer_cents != PV_CENTS_NULL && self->valide_le != NULL
             ? self->reste_a_recuperer_cents
             : self->recuperer_cents;
}

void
pv_bilan_totaux_init (PvBilanTotaux *self)
{
  *self = (PvBilanTotaux){ .notifie_cents = PV_CENTS_NULL,
                           .verse_cents = PV_CENTS_NULL,
                           .recuperer_cents = PV_CENTS_NULL,
                           .propose_cents = PV_CENTS_NULL };
}

static void
add (PvCents *sum, PvCents cents)
{
  if (!pv_money_add (*sum, cents, sum))
    *sum = PV_CENTS_NULL;
}

void
pv_bilan_totaux_add (PvBilanTotaux *self, const PvBilanLigne *ligne, const char *jour)
{
  self->n[pv_bilan_ligne_get_etat (ligne, jour)]++;
  add (&self->notifie_cents, ligne->notifie_cents);
  add (&self->verse_cents, ligne->verse_cents);
  add (&self->recuperer_cents, pv_bilan_ligne_get_recuperer (ligne));
  if (ligne->recuperer_cents == PV_CENTS_NULL)
    add (&self->propose_cents, ligne->propose_cents);
}

/* Of those that are received, or due before @jour. */
static void
remember (PvBilanMemoire *memoire, const PvBilanLigne *ligne, const char *jour)
{
  gboolean la = ligne->recu_le != NULL || ligne->valide_le != NULL;
  gboolean passe = ligne->du_le != NULL && strcmp (ligne->du_le, jour) < 0;

  if (ligne->attendu && (la || passe))
    {
      memoire->n_attendus++;
      memoire->n_manquants += la ? 0 : 1;
    }
  add (&memoire->recuperer_cents, pv_bilan_ligne_get_recuperer (ligne));
}

gboolean
pv_bilan_suivi_get_memoire (PvDb *db,
                            gint64 porteur_id,
                            gint64 avant,
                            PvBilanMemoire *memoire,
                            GError **error)
{
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (db));
  g_autoptr (GPtrArray) lignes = NULL;
  PvCents prevu = PV_CENTS_NULL, realise = PV_CENTS_NULL;

  *memoire = (PvBilanMemoire){ 0, 0, PV_INT_NULL, PV_CENTS_NULL };
  lignes = pv_sql_list_records (db, de_porteur, sizeof (PvBilanLigne), read_ligne,
                                (GDestroyNotify)pv_bilan_ligne_free, error, "i", porteur_id);
  if (lignes == NULL)
    return FALSE;
  for (guint i = 0; i < lignes->len; i++)
    {
      const PvBilanLigne *ligne = lignes->pdata[i];

      if (avant != PV_INT_NULL && ligne->exercice >= avant)
        continue;
      remember (memoire, ligne, jour);
      if (ligne->taux_bp == PV_INT_NULL)
        continue;
      add (&prevu, ligne->prevu_cents);
      add (&realise, ligne->realise_cents);
    }
  memoire->taux_bp = pv_bilan_compute_taux (realise, prevu);

  return TRUE;
}

static void
financeur_free (gpointer data)
{
  PvBilanFinanceur *self = data;

  g_free (self->nom);
  g_free (self);
}

static void
read_financeur (PvStatement *row, gpointer element)
{
  PvBilanFinanceur *self = element;

  self->id = pv_statement_get_int (row, 0);
  self->nom = pv_statement_dup_text (row, 1);
}

GPtrArray *
pv_bilan_suivi_list_financeurs (PvDb *db, GError **error)
{
  return pv_sql_list_records (db, financeurs, sizeof (PvBilanFinanceur), read_financeur,
                              financeur_free, error, "");
}

/* The first column of every row. */
static GPtrArray *
list_texts (PvStatement *row, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  PvStep step = PV_STEP_ERROR;

  while (row != NULL && (step = pv_statement_step (row, error)) == PV_STEP_ROW)
    g_ptr_array_add (texts, pv_statement_dup_text (row, 0));

  return step == PV_STEP_DONE ? g_steal_pointer (&texts) : NULL;
}

GPtrArray *
pv_bilan_suivi_list_courriels (PvDb *db, const GArray *organismes, guint *without, GError **error)
{
  g_autoptr (GString) ids = g_string_new ("[");
  g_autoptr (PvStatement) row = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  for (guint i = 0; i < organismes->len; i++)
    g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (organismes, gint64, i));
  g_string_append_c (ids, ']');
  row = pv_sql_prepare (db, courriels, error, "t", ids->str);
  texts = list_texts (row, error);
  *without = 0;
  for (guint i = texts != NULL ? texts->len : 0; i > 0; i--)
    if (texts->pdata[i - 1] == NULL)
      {
        (*without)++;
        g_ptr_array_remove_index (texts, i - 1);
      }

  return g_steal_pointer (&texts);
}

GPtrArray *
pv_bilan_suivi_list_manquants (PvDb *db,
                               gint64 dossier_id,
                               gint64 annees,
                               const char *jour,
                               GError **error)
{
  g_autoptr (PvStatement) row =
      pv_sql_prepare (db, manquants, error, "iit", annees, dossier_id, jour);

  return list_texts (row, error);
}
