/* pv-import-depot.c: a row that is an application, or an envelope
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "enveloppe/pv-enveloppe-regle-store.h"
#include "enveloppe/pv-enveloppe-regle-texte.h"
#include "enveloppe/pv-enveloppe-service.h"

static gboolean
reject (PvImportContext *ctx,
        const PvImportRecord *record,
        PvFieldId field,
        const char *code,
        const char *text)
{
  PvImportPlace place;

  pv_import_record_place (record, field, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_ERROR, &place, code, NULL, g_strdup (text));
  return TRUE;
}

/* Inserts, or merges into the row that is there. */
static gboolean
write_row (PvImportContext *ctx,
           const PvImportRecord *record,
           PvImportTable table,
           PvImportFields *fields,
           gint64 existing,
           PvImportResult *result,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  PvImportFields *current = NULL;
  PvImportPlace place;
  gboolean done;

  pv_import_record_place (record, PV_N_FIELDS, &place);
  if (existing == PV_INT_NULL)
    {
      if (!pv_import_store_insert (ctx->store, table, fields, error))
        return FALSE;
      result->created = TRUE;
      result->target = fields->id;
      return TRUE;
    }

  result->target = existing;
  current = pv_import_store_get (ctx->store, table, existing, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (current == NULL)
    {
      pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "supprime-ici", NULL,
                             g_strdup (_ ("What this row became was deleted here since: it is not "
                                          "created again.")));
      return TRUE;
    }

  done = pv_import_merge (ctx, table, current, fields, &place, error);
  pv_import_fields_free (current, table);
  return done;
}

/* --- application: what it states is kept as declared, its actions bear the money --- */

static void
read_depot (const PvImportRecord *record, PvImportFields *fields)
{
  const PvImportValue *status = pv_import_record_get (record, PV_FIELD_STATUT);

  pv_import_record_copy_text (record, PV_FIELD_INTITULE, fields, PV_COLUMN_DEPOT_INTITULE);
  pv_import_record_copy_text (record, PV_FIELD_DEPOSE_LE, fields, PV_COLUMN_DEPOT_DEPOSE_LE);
  if (status->raw != NULL && *status->raw != '\0')
    pv_import_fields_set_text (fields, PV_COLUMN_DEPOT_STATUT, status->raw);
  pv_import_record_copy_number (record, PV_FIELD_SOLLICITE, fields, PV_COLUMN_DEPOT_SOLLICITE);
  pv_import_record_copy_number (record, PV_FIELD_PROPOSE, fields, PV_COLUMN_DEPOT_PROPOSE);
  pv_import_record_copy_number (record, PV_FIELD_VOTE, fields, PV_COLUMN_DEPOT_ACCORDE);
  pv_import_record_copy_number (record, PV_FIELD_VERSE, fields, PV_COLUMN_DEPOT_VERSE);
}

gboolean
pv_import_depot (PvImportContext *ctx,
                 const PvImportRecord *record,
                 gint64 existing,
                 PvImportResult *result,
                 GError **error)
{
  const char *number = pv_import_record_get_text (record, PV_FIELD_NUMERO);
  gint64 porteur = PV_INT_NULL;
  gint64 appel = PV_INT_NULL;
  PvImportFields fields;

  if (number == NULL)
    return reject (ctx, record, PV_FIELD_NUMERO, "numero-absent",
                   _ ("An application without its number cannot be found again: it is left out."));
  if (existing == PV_INT_NULL)
    existing = pv_registry_find_depot (ctx->registry, number);
  if (!pv_import_porteur (ctx, record, existing != PV_INT_NULL, &porteur, error))
    return FALSE;
  if (porteur == PV_INT_NULL)
    return TRUE;

  pv_import_fields_init (&fields);
  read_depot (record, &fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_DEPOT_PORTEUR, porteur);
  if (existing == PV_INT_NULL)
    {
      if (!pv_registry_appel (ctx->registry, ctx->appel, pv_import_exercice (ctx, record), &appel,
                              error))
        return FALSE;
      pv_import_fields_set_int (&fields, PV_COLUMN_DEPOT_APPEL, appel);
      pv_import_fields_set_text (&fields, PV_COLUMN_DEPOT_SYSTEME, ctx->profile->source_system);
      pv_import_fields_set_text (&fields, PV_COLUMN_DEPOT_CLE, number);
    }
  if (!write_row (ctx, record, PV_IMPORT_TABLE_DEPOT, &fields, existing, result, error))
    return FALSE;

  pv_registry_add_depot (ctx->registry, number, result->target);
  result->libelle = g_strdup (number);
  return TRUE;
}

/* --- envelope --- */

/* A dispositif that is known by its name alone gives its payer; else the payer is found first. */
static gboolean
find_credit (PvImportContext *ctx, const PvImportRecord *record, gint64 *dispositif, GError **error)
{
  const char *payer = pv_import_record_get_text (record, PV_FIELD_PAYEUR_NOM);
  const char *name = pv_import_record_get_text (record, PV_FIELD_DISPOSITIF);
  const char *label = pv_import_record_get_text (record, PV_FIELD_LIBELLE);
  gint64 financeur = PV_INT_NULL;
  PvImportPlace place;

  *dispositif = PV_INT_NULL;
  pv_import_record_place (record, PV_FIELD_PAYEUR_NOM, &place);
  if (name == NULL)
    name = label;
  if (payer == NULL && name != NULL)
    *dispositif = pv_registry_find_dispositif (ctx->registry, name, PV_INT_NULL, NULL);
  if (*dispositif != PV_INT_NULL || (payer == NULL && name == NULL))
    return TRUE;
  if (payer == NULL)
    return TRUE;

  return pv_registry_financeur (ctx->registry, payer, NULL, NULL, &place, &financeur, error) &&
         pv_registry_dispositif (ctx->registry, financeur, NULL, name != NULL ? name : payer,
                                 dispositif, error);
}

/* The ceiling of public aid belongs to the line of credits. A preview that would make
 * this one has no row to compare with. */
static gboolean
write_plafond (PvImportContext *ctx,
               const PvImportRecord *record,
               gint64 dispositif,
               GError **error)
{
  gint64 plafond = pv_import_record_get_number (record, PV_FIELD_PLAFOND);
  g_autoptr (GError) local = NULL;
  PvImportFields *current = NULL;
  PvImportFields wanted;
  PvImportPlace place;
  gboolean done;

  if (plafond == PV_INT_NULL)
    return TRUE;

  current = pv_import_store_get (ctx->store, PV_IMPORT_TABLE_DISPOSITIF, dispositif, &local);
  if (current == NULL)
    {
      if (local == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  pv_import_fields_init (&wanted);
  wanted.id = dispositif;
  pv_import_fields_set_int (&wanted, PV_COLUMN_DISPOSITIF_PLAFOND, plafond);
  pv_import_record_place (record, PV_FIELD_PLAFOND, &place);
  done = pv_import_merge (ctx, PV_IMPORT_TABLE_DISPOSITIF, current, &wanted, &place, error);
  pv_import_fields_free (current, PV_IMPORT_TABLE_DISPOSITIF);
  return done;
}

static gboolean
has_regle (GPtrArray *regles, const PvEnveloppeRegle *wanted)
{
  for (guint i = 0; i < regles->len; i++)
    {
      const PvEnveloppeRegle *regle = regles->pdata[i];

      if (regle->genre == wanted->genre && g_strcmp0 (regle->cible, wanted->cible) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Adds the limits that are not there; what was changed here since is left alone. */
static gboolean
write_regles (PvImportContext *ctx,
              const PvImportRecord *record,
              const PvImportResult *result,
              GError **error)
{
  const char *texte = pv_import_record_get_text (record, PV_FIELD_REGLES);
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) local = NULL;
  PvDb *db;

  if (texte == NULL || result->target == PV_INT_NULL)
    return TRUE;
  wanted = pv_enveloppe_regle_parse (texte, &local);
  if (wanted == NULL)
    return reject (ctx, record, PV_FIELD_REGLES, "regle-incomprise", local->message);
  if (!pv_import_store_applies (ctx->store))
    return TRUE;
  db = pv_import_store_get_db (ctx->store, error);
  if (db == NULL)
    return FALSE;
  there = pv_enveloppe_regle_store_list (db, result->target, error);
  for (guint i = 0; there != NULL && i < wanted->len; i++)
    {
      PvEnveloppeRegle *regle = wanted->pdata[i];

      regle->enveloppe_id = result->target;
      if (!has_regle (there, regle) && !pv_enveloppe_service_save_regle (db, regle, error))
        return FALSE;
    }

  return there != NULL;
}

gboolean
pv_import_enveloppe (PvImportContext *ctx,
                     const PvImportRecord *record,
                     gint64 existing,
                     PvImportResult *result,
                     GError **error)
{
  const char *label = pv_import_record_get_text (record, PV_FIELD_LIBELLE);
  const char *credit = pv_import_record_get_text (record, PV_FIELD_DISPOSITIF);
  const char *commune = pv_import_record_get_text (record, PV_FIELD_COMMUNES);
  gint64 montant = pv_import_record_get_number (record, PV_FIELD_MONTANT);
  gint64 dispositif = PV_INT_NULL;
  gint64 place_id = PV_INT_NULL;
  PvImportFields fields;

  if (montant != PV_INT_NULL && montant < 0)
    return reject (ctx, record, PV_FIELD_MONTANT, "montant-negatif",
                   _ ("An envelope is not negative: it is left out."));
  if (commune != NULL)
    place_id = pv_registry_find_commune (ctx->registry, commune);
  if (commune != NULL && place_id == PV_INT_NULL)
    return reject (ctx, record, PV_FIELD_COMMUNES, "commune-inconnue",
                   _ ("The file knows no such commune: the envelope is left out, as it would be "
                      "open to all."));
  pv_registry_set_row_commune (ctx->registry, place_id);
  if (!find_credit (ctx, record, &dispositif, error))
    return FALSE;
  if (dispositif == PV_INT_NULL)
    return reject (ctx, record, PV_FIELD_PAYEUR_NOM, "financeur-absent",
                   _ ("Neither funder nor known dispositif: the envelope is left out."));

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_ENVELOPPE_DISPOSITIF, dispositif);
  pv_import_fields_set_int (&fields, PV_COLUMN_ENVELOPPE_EXERCICE,
                            pv_import_exercice (ctx, record));
  pv_import_record_copy_text (record, PV_FIELD_SECTION, &fields, PV_COLUMN_ENVELOPPE_SECTION);
  pv_import_fields_set_text (&fields, PV_COLUMN_ENVELOPPE_LIBELLE,
                             label != NULL ? label : (credit != NULL ? credit : ""));
  pv_import_fields_set_int (&fields, PV_COLUMN_ENVELOPPE_COMMUNE, place_id);
  pv_import_record_copy_number (record, PV_FIELD_MONTANT, &fields, PV_COLUMN_ENVELOPPE_MONTANT);
  result->libelle = g_strdup (label);
  return write_row (ctx, record, PV_IMPORT_TABLE_ENVELOPPE, &fields, existing, result, error) &&
         write_plafond (ctx, record, dispositif, error) &&
         write_regles (ctx, record, result, error);
}
