/* pv-bilan-store.c: the SQL of pv-bilan
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-store.h"

#include "bilan/pv-bilan-relance.h"
#include "bilan/pv-bilan-sql.h"
#include "commun/pv-entite.h"
#include "pv-text.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, crf_du_le, crf_recu_le, crf_valide_le, realisation, debut, fin, " \
  "beneficiaires_femmes, beneficiaires_hommes, beneficiaires_non_ventiles, " \
  "beneficiaires_qpv_bp, a_recuperer_cents, commentaire"
#define VALEURS \
  ":dossier_id, :crf_du_le, :crf_recu_le, :crf_valide_le, :realisation, :debut, :fin, " \
  ":beneficiaires_femmes, :beneficiaires_hommes, :beneficiaires_non_ventiles, " \
  ":beneficiaires_qpv_bp, :a_recuperer_cents, :commentaire"
#define RELANCE_COLONNES "dossier_id, relance_le, moyen, commentaire"
#define RELANCE_VALEURS ":dossier_id, :relance_le, :moyen, :commentaire"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvBilan, "bilan", pv_bilan, COLONNES, VALEURS);
static const PvEntite relance = PV_ENTITE (PvBilanRelance,
                                           "bilan_relance",
                                           pv_bilan_relance,
                                           RELANCE_COLONNES,
                                           RELANCE_VALEURS);

static const char of_dossier[] = "SELECT id FROM bilan WHERE dossier_id = :dossier";
static const char relances[] = PV_SQL_LECTURE (
    "bilan_relance",
    RELANCE_COLONNES) "WHERE dossier_id = :dossier ORDER BY relance_le DESC, id DESC";

static const char met_reponse[] =
    "INSERT INTO bilan_reponse (bilan_id, question, reponse) VALUES (:bilan, :question, :reponse)"
    " ON CONFLICT (bilan_id, question) DO UPDATE SET reponse = excluded.reponse"
    " WHERE reponse <> excluded.reponse";
static const char retire_reponse[] =
    "DELETE FROM bilan_reponse WHERE bilan_id = :bilan AND question = :question";
static const char reponses[] =
    "SELECT r.question, r.reponse FROM bilan_reponse r JOIN bilan b ON b.id = r.bilan_id"
    " WHERE b.dossier_id = :dossier";

static const char parts[] =
    "SELECT f.financeur_id, SUM (f.notifie_cents), SUM (t.verse_cents) FROM financement f"
    "  LEFT JOIN total_financement t ON t.id = f.id WHERE f.dossier_id = :dossier"
    " GROUP BY f.financeur_id ORDER BY f.financeur_id";

/* What was paid back because the bilan says so is not to be paid again. */
static const char due[] =
    "SELECT COUNT(*) FROM (SELECT f.financeur_id FROM financement f"
    "  LEFT JOIN total_financement t ON t.id = f.id LEFT JOIN bilan b ON b.dossier_id = "
    "f.dossier_id"
    " WHERE f.dossier_id = :dossier GROUP BY f.financeur_id"
    " HAVING SUM (f.notifie_cents) > COALESCE (SUM (t.verse_cents), 0) + SUM (" PV_RENDU_SQL "))";

static const char charges[] = "SELECT " PV_BILAN_PREVU_SQL ", " PV_BILAN_REALISE_SQL
                              "  FROM dossier d JOIN total_dossier t ON t.id = d.id"
                              " WHERE d.id = :dossier";

gboolean
pv_bilan_store_insert (PvDb *db, PvBilan *bilan, GError **error)
{
  return pv_entite_insert (&entite, db, bilan, error);
}

gboolean
pv_bilan_store_update (PvDb *db, const PvBilan *bilan, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, bilan, changed, error);
}

gboolean
pv_bilan_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvBilan *
pv_bilan_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

PvBilan *
pv_bilan_store_load (PvDb *db, gint64 dossier_id, GError **error)
{
  gint64 id;
  PvBilan *bilan;

  if (!pv_sql_find (db, of_dossier, &id, error, "i", dossier_id))
    return NULL;
  if (id != PV_INT_NULL)
    return pv_bilan_store_get (db, id, error);
  bilan = pv_bilan_new ();
  bilan->dossier_id = dossier_id;

  return bilan;
}

static gboolean
is_empty (const PvBilan *bilan)
{
  g_autoptr (PvBilan) nothing = pv_bilan_new ();

  nothing->dossier_id = bilan->dossier_id;

  return pv_champs_equal (pv_bilan_champs, bilan, nothing);
}

gboolean
pv_bilan_store_save (PvDb *db, PvBilan *bilan, gboolean *changed, GError **error)
{
  if (bilan->id != 0)
    return pv_bilan_store_update (db, bilan, changed, error);
  if (changed != NULL)
    *changed = !is_empty (bilan);

  return is_empty (bilan) || pv_bilan_store_insert (db, bilan, error);
}

gboolean
pv_bilan_store_set_reponse (PvDb *db,
                            gint64 dossier_id,
                            const char *question,
                            const char *reponse,
                            gboolean *changed,
                            GError **error)
{
  g_autoptr (PvBilan) bilan = pv_bilan_store_load (db, dossier_id, error);
  g_autofree char *clean = pv_text_clean (reponse, TRUE);
  gboolean blank = clean == NULL || *clean == '\0';
  gboolean written = FALSE;

  if (bilan == NULL)
    return FALSE;
  if (changed != NULL)
    *changed = FALSE;
  if (bilan->id == 0 && blank)
    return TRUE;
  if (bilan->id == 0 && !pv_bilan_store_insert (db, bilan, error))
    return FALSE;
  if (blank ? !pv_sql_write (db, retire_reponse, &written, error, "it", bilan->id, question)
            : !pv_sql_write (db, met_reponse, &written, error, "itt", bilan->id, question, clean))
    return FALSE;
  if (changed != NULL)
    *changed = written;

  return TRUE;
}

GHashTable *
pv_bilan_store_list_reponses (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, reponses, error, "i", dossier_id);
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  PvStep step = PV_STEP_ERROR;

  while (row != NULL && (step = pv_statement_step (row, error)) == PV_STEP_ROW)
    g_hash_table_replace (table, pv_statement_dup_text (row, 0), pv_statement_dup_text (row, 1));

  return step == PV_STEP_DONE ? g_steal_pointer (&table) : NULL;
}

static void
read_part (PvStatement *row, gpointer element)
{
  PvBilanPart *part = element;

  part->financeur_id = pv_statement_get_int (row, 0);
  part->notifie_cents = pv_statement_get_int (row, 1);
  part->verse_cents = pv_statement_get_int (row, 2);
}

GArray *
pv_bilan_store_list_parts (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_sql_list_rows (db, parts, sizeof (PvBilanPart), read_part, NULL, error, "i",
                           dossier_id);
}

gboolean
pv_bilan_store_has_due (PvDb *db, gint64 dossier_id, gboolean *owed, GError **error)
{
  gint64 n;

  if (!pv_sql_find (db, due, &n, error, "i", dossier_id))
    return FALSE;
  *owed = n > 0;

  return TRUE;
}

gboolean
pv_bilan_store_get_charges (PvDb *db,
                            gint64 dossier_id,
                            PvCents *prevu,
                            PvCents *realise,
                            GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, charges, error, "i", dossier_id);
  PvStep step = row != NULL ? pv_statement_step (row, error) : PV_STEP_ERROR;

  *prevu = step == PV_STEP_ROW ? pv_statement_get_int (row, 0) : PV_CENTS_NULL;
  *realise = step == PV_STEP_ROW ? pv_statement_get_int (row, 1) : PV_CENTS_NULL;

  return step != PV_STEP_ERROR;
}

gboolean
pv_bilan_relance_store_insert (PvDb *db, PvBilanRelance *enregistrement, GError **error)
{
  return pv_entite_insert (&relance, db, enregistrement, error);
}

gboolean
pv_bilan_relance_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&relance, db, id, error);
}

GPtrArray *
pv_bilan_relance_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_entite_list (&relance, db, relances, error, "i", dossier_id);
}
