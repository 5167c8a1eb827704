/* pv-import-bilans.c: a row that is the compte rendu of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-notes-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bilan/pv-bilan-store.h"
#include "bilan/pv-bilan-suivi.h"
#include "pv-import-words.h"
#include "pv-text.h"

/* The answers, by the ids of pv-bilan-question.h. */
static const struct
{
  PvFieldId field;
  const char *question;
} answers[] = {
  { PV_FIELD_BILAN_MISE_EN_OEUVRE, "mise-en-oeuvre" },
  { PV_FIELD_BILAN_PUBLICS, "beneficiaires" },
  { PV_FIELD_BILAN_DATES_LIEUX, "dates-lieux" },
  { PV_FIELD_BILAN_OBJECTIFS, "objectifs" },
  { PV_FIELD_BILAN_AUTRES, "autres" },
  { PV_FIELD_BILAN_INDIRECTES, "charges-indirectes" },
  { PV_FIELD_BILAN_ECARTS, "ecarts" },
  { PV_FIELD_BILAN_VOLONTAIRES, "contributions-volontaires" },
  { PV_FIELD_BILAN_OBSERVATIONS, "observations" },
};

/* The fields of a bilan and their columns; those of texts first. */
static const struct
{
  PvFieldId field;
  int column;
  const char *champ;
} texts[] = {
  { PV_FIELD_BILAN_DU_LE, PV_COLUMN_BILAN_DU_LE, "crf_du_le" },
  { PV_FIELD_BILAN_RECU_LE, PV_COLUMN_BILAN_RECU_LE, "crf_recu_le" },
  { PV_FIELD_BILAN_VALIDE_LE, PV_COLUMN_BILAN_VALIDE_LE, "crf_valide_le" },
  { PV_FIELD_BILAN_REALISATION, PV_COLUMN_BILAN_REALISATION, "realisation" },
  { PV_FIELD_DEBUT, PV_COLUMN_BILAN_DEBUT, "debut" },
  { PV_FIELD_FIN, PV_COLUMN_BILAN_FIN, "fin" },
  { PV_FIELD_COMMENTAIRE, PV_COLUMN_BILAN_COMMENTAIRE, "commentaire" },
}, numbers[] = {
  { PV_FIELD_FEMMES, PV_COLUMN_BILAN_FEMMES, "beneficiaires_femmes" },
  { PV_FIELD_HOMMES, PV_COLUMN_BILAN_HOMMES, "beneficiaires_hommes" },
  { PV_FIELD_NON_VENTILES, PV_COLUMN_BILAN_NON_VENTILES, "beneficiaires_non_ventiles" },
  { PV_FIELD_PART_QPV, PV_COLUMN_BILAN_QPV, "beneficiaires_qpv_bp" },
  { PV_FIELD_BILAN_A_RECUPERER, PV_COLUMN_BILAN_RECUPERER, "a_recuperer_cents" },
};

static void
warn (PvImportContext *ctx,
      const PvImportRecord *record,
      PvFieldId field,
      const char *code,
      char *text)
{
  PvImportPlace place;

  pv_import_record_place (record, field, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, code,
                         pv_import_record_get (record, field)->raw, text);
}

/* --- which dossier ------------------------------------------------------------------------- */

static gboolean
is_that_one (const PvImportFields *dossier, const char *title, gint64 exercice)
{
  g_autofree char *folded = pv_text_fold (dossier->texts[PV_COLUMN_DOSSIER_INTITULE]);

  return g_strcmp0 (folded, title) == 0 && dossier->numbers[PV_COLUMN_DOSSIER_CHAPEAU] != 1 &&
         (exercice == PV_INT_NULL || dossier->numbers[PV_COLUMN_DOSSIER_EXERCICE] == exercice);
}

static gboolean
find_of_porteur (PvImportContext *ctx,
                 const PvImportRecord *record,
                 gint64 *id,
                 guint *n,
                 GError **error)
{
  g_autofree char *title = pv_text_fold (pv_import_record_get_text (record, PV_FIELD_INTITULE));
  gint64 exercice = pv_import_record_get_number (record, PV_FIELD_EXERCICE);
  g_autoptr (GArray) organismes = pv_registry_list_organismes (
      ctx->registry, pv_import_record_get_text (record, PV_FIELD_PORTEUR_NOM),
      pv_import_record_get_text (record, PV_FIELD_PORTEUR_SIRET));

  *n = 0;
  if (exercice == PV_INT_NULL)
    exercice = ctx->exercice;
  for (guint i = 0; i < organismes->len; i++)
    {
      GPtrArray *dossiers =
          pv_import_store_list (ctx->store, PV_IMPORT_TABLE_DOSSIER, PV_COLUMN_DOSSIER_PORTEUR,
                                NULL, g_array_index (organismes, gint64, i), error);

      if (dossiers == NULL)
        return FALSE;
      for (guint d = 0; d < dossiers->len; d++)
        if (is_that_one (dossiers->pdata[d], title, exercice))
          {
            *id = ((PvImportFields *)dossiers->pdata[d])->id;
            (*n)++;
          }
      pv_import_rows_free (dossiers, PV_IMPORT_TABLE_DOSSIER);
    }

  return TRUE;
}

/* @id: (out): PV_INT_NULL when there is not one, and it was said */
static gboolean
find_dossier (PvImportContext *ctx, const PvImportRecord *record, gint64 *id, GError **error)
{
  gint64 appel;
  guint n;

  *id = PV_INT_NULL;
  if (pv_import_record_get_text (record, PV_FIELD_NUMERO) != NULL)
    return pv_import_find_numbered (ctx, record, id, &appel, error);
  if (pv_import_record_get_text (record, PV_FIELD_INTITULE) == NULL ||
      (pv_import_record_get_text (record, PV_FIELD_PORTEUR_NOM) == NULL &&
       pv_import_record_get_text (record, PV_FIELD_PORTEUR_SIRET) == NULL))
    return pv_import_notes_reject (
        ctx, record, PV_FIELD_NUMERO, "dossier-absent",
        g_strdup (_ ("A compte rendu needs the number of its dossier, or its porteur and its"
                     " title.")));
  if (!find_of_porteur (ctx, record, id, &n, error))
    return FALSE;
  if (n == 1)
    return TRUE;
  *id = PV_INT_NULL;

  return pv_import_notes_reject (
      ctx, record, PV_FIELD_INTITULE, n == 0 ? "dossier-inconnu" : "dossier-ambigu",
      n == 0 ? g_strdup (_ ("This porteur has no dossier of this title in that year: add the"
                            " number of the dossier, or correct the row."))
             : g_strdup (_ ("This porteur has several dossiers of this title: add the column"
                            " “Exercice”, or the number of the dossier.")));
}

/* --- the bilan ------------------------------------------------------------------------------ */

static void
read_bilan (const PvImportRecord *record,
            gint64 dossier,
            const PvImportFields *current,
            PvImportFields *fields)
{
  pv_import_fields_init (fields);
  pv_import_fields_set_int (fields, PV_COLUMN_BILAN_DOSSIER, dossier);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pv_import_record_copy_text (record, texts[i].field, fields, texts[i].column);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    pv_import_record_copy_number (record, numbers[i].field, fields, numbers[i].column);
  pv_import_record_copy_publics (record, current, fields, PV_COLUMN_BILAN_FEMMES,
                                 PV_COLUMN_BILAN_HOMMES, PV_COLUMN_BILAN_NON_VENTILES);
}

/* The bilan as it would be: what the row does not say stays. */
static PvBilan *
make_bilan (const PvImportFields *wanted, const PvImportFields *current)
{
  PvBilan *bilan = pv_bilan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const PvImportFields *from = PV_IMPORT_HAS (wanted, texts[i].column) ? wanted : current;

      if (from != NULL)
        pv_champ_from_text (pv_champs_find (pv_bilan_champs, texts[i].champ), bilan,
                            from->texts[texts[i].column]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const PvImportFields *from = PV_IMPORT_HAS (wanted, numbers[i].column) ? wanted : current;
      gint64 number = from != NULL ? from->numbers[numbers[i].column] : PV_INT_NULL;
      g_autofree char *text =
          number != PV_INT_NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;

      pv_champ_from_text (pv_champs_find (pv_bilan_champs, numbers[i].champ), bilan, text);
    }

  return bilan;
}

/* FALSE: it was refused, with where. */
static gboolean
check_bilan (PvImportContext *ctx,
             const PvImportRecord *record,
             const PvImportFields *wanted,
             const PvImportFields *current)
{
  g_autoptr (PvBilan) bilan = make_bilan (wanted, current);
  g_autofree char *jour = g_strndup (ctx->now, strlen ("2026-01-01"));
  char *reason = NULL;
  const char *champ;
  PvFieldId field;

  if (pv_bilan_check (bilan, jour, &reason, &champ))
    return TRUE;
  field = pv_import_find_field ("bilan", champ);
  pv_import_notes_reject (ctx, record, field, "bilan-impossible", reason);

  return FALSE;
}

static gboolean
write_bilan (PvImportContext *ctx,
             const PvImportRecord *record,
             PvImportFields *wanted,
             const PvImportFields *current,
             PvImportResult *result,
             GError **error)
{
  PvImportPlace place;

  if (current == NULL)
    {
      result->created = TRUE;
      if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_BILAN, wanted, error))
        return FALSE;
      result->target = wanted->id;
      return TRUE;
    }
  result->target = current->id;
  pv_import_record_place (record, PV_FIELD_BILAN_RECU_LE, &place);

  return pv_import_merge (ctx, PV_IMPORT_TABLE_BILAN, current, wanted, &place, error);
}

static gboolean
write_answers (PvImportContext *ctx,
               const PvImportRecord *record,
               const PvImportResult *result,
               GError **error)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  PvImportPlace place;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      const char *text = pv_import_record_get_text (record, answers[i].field);
      PvImportFields fields;

      if (text == NULL || *text == '\0')
        continue;
      pv_import_fields_init (&fields);
      pv_import_fields_set_int (&fields, PV_COLUMN_BILAN_REPONSE_BILAN, result->target);
      pv_import_fields_set_text (&fields, PV_COLUMN_BILAN_REPONSE_QUESTION, answers[i].question);
      pv_import_fields_set_text (&fields, PV_COLUMN_BILAN_REPONSE_REPONSE, text);
      g_array_append_val (wanted, fields);
    }
  pv_import_record_place (record, PV_FIELD_BILAN_OBSERVATIONS, &place);

  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_BILAN_REPONSE, result->target,
                                   !result->created, wanted, PV_COLUMN_BILAN_REPONSE_QUESTION,
                                   &place, error);
}

/* --- the dossier ----------------------------------------------------------------------------- */

/* One whose compte rendu came goes to bilan reçu, as by hand. */
static gboolean
move_dossier (PvImportContext *ctx,
              const PvImportFields *dossier,
              const PvImportFields *wanted,
              const PvImportFields *current,
              GError **error)
{
  const char *statut = dossier->texts[PV_COLUMN_DOSSIER_STATUT];
  PvImportFields update;

  if (wanted->texts[PV_COLUMN_BILAN_RECU_LE] == NULL ||
      (current != NULL && current->texts[PV_COLUMN_BILAN_RECU_LE] != NULL) ||
      (g_strcmp0 (statut, "notifie") != 0 && g_strcmp0 (statut, "en-cours") != 0))
    return TRUE;
  pv_import_fields_init (&update);
  pv_import_fields_set_text (&update, PV_COLUMN_DOSSIER_STATUT, "bilan-recu");

  return pv_import_store_update (ctx->store, PV_IMPORT_TABLE_DOSSIER, dossier->id, &update, error);
}

/* Said, and written all the same: the grant may be notified later in the file. */
static gboolean
check_expected (PvImportContext *ctx, const PvImportRecord *record, gint64 dossier, GError **error)
{
  PvDb *db = pv_import_store_get_db (ctx->store, error);
  g_autoptr (PvBilanLigne) ligne = db != NULL ? pv_bilan_suivi_get (db, dossier, error) : NULL;

  if (ligne == NULL)
    return FALSE;
  if (!ligne->attendu)
    warn (ctx, record, PV_FIELD_NUMERO, "bilan-non-attendu",
          g_strdup (_ ("Nothing is notified nor paid for this dossier: no compte rendu was"
                       " expected. Enter the grant, or check the number.")));

  return TRUE;
}

static PvImportFields *
find_current (PvImportContext *ctx, gint64 dossier, gboolean *good, GError **error)
{
  GPtrArray *rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_BILAN,
                                          PV_COLUMN_BILAN_DOSSIER, NULL, dossier, error);
  PvImportFields *current = NULL;

  *good = rows != NULL;
  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    current = g_ptr_array_steal_index (rows, 0);
  pv_import_rows_free (rows, PV_IMPORT_TABLE_BILAN);

  return current;
}

static gboolean
write_all (PvImportContext *ctx,
           const PvImportRecord *record,
           const PvImportFields *dossier,
           const PvImportFields *current,
           PvImportResult *result,
           GError **error)
{
  PvImportFields wanted;

  read_bilan (record, dossier->id, current, &wanted);
  if (!check_bilan (ctx, record, &wanted, current))
    return TRUE;
  result->libelle = g_strdup_printf ("%s · %s", dossier->texts[PV_COLUMN_DOSSIER_NUMERO],
                                     dossier->texts[PV_COLUMN_DOSSIER_INTITULE]);

  return check_expected (ctx, record, dossier->id, error) &&
         write_bilan (ctx, record, &wanted, current, result, error) &&
         write_answers (ctx, record, result, error) &&
         pv_import_realise (ctx, record, dossier->id, error) &&
         move_dossier (ctx, dossier, &wanted, current, error);
}

gboolean
pv_import_bilan (PvImportContext *ctx,
                 const PvImportRecord *record,
                 PvImportResult *result,
                 GError **error)
{
  PvImportFields *dossier, *current;
  gboolean good;
  gint64 id;

  if (!find_dossier (ctx, record, &id, error))
    return FALSE;
  if (id == PV_INT_NULL)
    return TRUE;
  current = find_current (ctx, id, &good, error);
  if (!good)
    return FALSE;
  dossier = pv_import_store_get (ctx->store, PV_IMPORT_TABLE_DOSSIER, id, error);
  good = dossier != NULL && write_all (ctx, record, dossier, current, result, error);
  if (dossier != NULL)
    pv_import_fields_free (dossier, PV_IMPORT_TABLE_DOSSIER);
  if (current != NULL)
    pv_import_fields_free (current, PV_IMPORT_TABLE_BILAN);

  return good;
}
