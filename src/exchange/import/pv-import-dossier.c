/* pv-import-dossier.c: a row that is a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- porteur --- */

static void
read_porteur (const PvImportRecord *record, PvPorteur *porteur)
{
  const PvImportValue *siret = pv_import_record_get (record, PV_FIELD_PORTEUR_SIRET);

  *porteur = (PvPorteur){
    .nom = pv_import_record_get_text (record, PV_FIELD_PORTEUR_NOM),
    .sigle = pv_import_record_get_text (record, PV_FIELD_PORTEUR_SIGLE),
    .forme = pv_import_record_get_text (record, PV_FIELD_PORTEUR_FORME),
    .siret = siret->state == PV_VALUE_SET ? siret->text : NULL,
    .siret_declare = siret->bad ? siret->raw : NULL,
    .rna = pv_import_record_get_text (record, PV_FIELD_PORTEUR_RNA),
    .adresse = pv_import_record_get_text (record, PV_FIELD_PORTEUR_ADRESSE),
    .code_postal = pv_import_record_get_text (record, PV_FIELD_PORTEUR_CODE_POSTAL),
    .insee = pv_import_record_get_text (record, PV_FIELD_PORTEUR_INSEE),
    .commune = pv_import_record_get_text (record, PV_FIELD_PORTEUR_COMMUNE),
    .cer = pv_import_record_get_text (record, PV_FIELD_PORTEUR_CER),
  };
  if (porteur->nom == NULL)
    porteur->nom = porteur->siret != NULL ? porteur->siret : porteur->rna;
}

/* Money whose source names nobody is not lost: it waits under this name. */
#define PORTEUR_NON_NOMME "Porteur non nommé"

gboolean
pv_import_porteur (PvImportContext *ctx,
                   const PvImportRecord *record,
                   gboolean correcting,
                   gint64 *id,
                   GError **error)
{
  PvPorteur porteur;
  PvImportPlace place;

  *id = PV_INT_NULL;
  read_porteur (record, &porteur);
  pv_import_record_place (record, PV_FIELD_PORTEUR_NOM, &place);
  if (porteur.nom == NULL && pv_import_record_get_text (record, PV_FIELD_INTITULE) == NULL)
    {
      pv_import_report_take (
          ctx->report, PV_IMPORT_ERROR, &place, "porteur-absent", NULL,
          g_strdup (_ ("Nothing says who carries this row, nor what it is: it is "
                       "left out.")));
      return TRUE;
    }
  if (porteur.nom == NULL)
    {
      porteur.nom = PORTEUR_NON_NOMME;
      pv_import_report_take (ctx->report, PV_IMPORT_ERROR, &place, "porteur-absent", NULL,
                             g_strdup (_ ("Neither name, SIRET nor RNA says who carries this row: "
                                          "it is kept under “Porteur non nommé”.")));
    }

  return pv_registry_organisme (ctx->registry, &porteur, correcting, &place, ctx->changes, id,
                                error);
}

/* The year of a row is asked for its appel, then for its dossier: told once. */
static gboolean
is_told (const PvImportReport *report, const PvImportPlace *place, const char *code)
{
  for (guint i = report->messages->len; i > 0; i--)
    {
      const PvImportMessage *message = g_ptr_array_index (report->messages, i - 1);

      if (message->row != place->row || g_strcmp0 (message->sheet, place->sheet) != 0)
        return FALSE;
      if (g_strcmp0 (message->code, code) == 0)
        return TRUE;
    }

  return FALSE;
}

gint64
pv_import_exercice (PvImportContext *ctx, const PvImportRecord *record)
{
  gint64 year = pv_import_record_get_number (record, PV_FIELD_EXERCICE);
  PvImportPlace place;

  if (year == PV_INT_NULL)
    year = ctx->exercice;
  if (year == PV_INT_NULL)
    year = pv_import_record_year (record);
  if (year != PV_INT_NULL)
    return year;

  year = g_ascii_strtoll (ctx->now, NULL, 10);
  pv_import_record_place (record, PV_FIELD_EXERCICE, &place);
  if (is_told (ctx->report, &place, "exercice-suppose"))
    return year;
  pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "exercice-suppose", NULL,
                         g_strdup_printf (_ ("Nothing says the year of this row: %d is supposed. "
                                             "Give it with --exercice."),
                                          (int)year));
  return year;
}

/* --- fields --- */

/* `2/3`: year 2 of 3; `oui` alone does not say which. */
static void
read_cpo (PvImportContext *ctx, const PvImportRecord *record, PvImportFields *fields)
{
  const PvImportValue *value = pv_import_record_get (record, PV_FIELD_CPO);
  g_auto (GStrv) parts = NULL;
  const char *word;
  gint64 year = PV_INT_NULL;
  gint64 length = PV_INT_NULL;
  PvImportPlace place;

  if (value->state == PV_VALUE_ABSENT)
    return;
  if (value->state == PV_VALUE_NULL)
    {
      pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_CPO_ANNEE, PV_INT_NULL);
      pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_CPO_DUREE, PV_INT_NULL);
      return;
    }
  word = pv_profile_lookup (ctx->profile, "oui-non", value->text);
  parts = g_strsplit (value->text != NULL ? value->text : "", "/", 2);
  if (parts[0] != NULL && parts[1] != NULL)
    {
      pv_number_parse_count (g_strstrip (parts[0]), PV_NUMBER_STYLE_AUTO, &year, NULL);
      pv_number_parse_count (g_strstrip (parts[1]), PV_NUMBER_STYLE_AUTO, &length, NULL);
    }
  if (year != PV_INT_NULL && (year < 1 || length == PV_INT_NULL || year > length))
    year = length = PV_INT_NULL;
  if (value->state == PV_VALUE_SET && year == PV_INT_NULL && g_strcmp0 (word, "non") != 0)
    {
      pv_import_record_place (record, PV_FIELD_CPO, &place);
      pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "cpo-illisible", value->raw,
                             g_strdup (_ ("“year/number of years” is expected, such as 2/3.")));
      return;
    }

  pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_CPO_ANNEE, year);
  pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_CPO_DUREE, length);
}

static void
read_publics (const PvImportRecord *record, const PvImportFields *current, PvImportFields *fields)
{
  pv_import_record_copy_publics (record, current, fields, PV_COLUMN_DOSSIER_FEMMES,
                                 PV_COLUMN_DOSSIER_HOMMES, PV_COLUMN_DOSSIER_NON_VENTILES);
}

static void
read_fields (PvImportContext *ctx,
             const PvImportRecord *record,
             PvImportFields *fields,
             gboolean existing)
{
  pv_import_record_copy_text (record, PV_FIELD_RESUME, fields, PV_COLUMN_DOSSIER_RESUME);
  pv_import_record_copy_text (record, PV_FIELD_STATUT_MOTIF, fields,
                              PV_COLUMN_DOSSIER_STATUT_MOTIF);
  pv_import_record_copy_text (record, PV_FIELD_NATURE, fields, PV_COLUMN_DOSSIER_NATURE);
  pv_import_record_copy_text (record, PV_FIELD_DEBUT, fields, PV_COLUMN_DOSSIER_DEBUT);
  pv_import_record_copy_text (record, PV_FIELD_FIN, fields, PV_COLUMN_DOSSIER_FIN);
  pv_import_record_copy_text (record, PV_FIELD_DEPOSE_LE, fields, PV_COLUMN_DOSSIER_DEPOSE_LE);
  pv_import_record_copy_text (record, PV_FIELD_COMMENTAIRE, fields, PV_COLUMN_DOSSIER_COMMENTAIRE);
  pv_import_record_copy_number (record, PV_FIELD_COUT_TOTAL, fields, PV_COLUMN_DOSSIER_COUT);
  pv_import_record_copy_number (record, PV_FIELD_AUTRES_PRODUITS, fields,
                                PV_COLUMN_DOSSIER_AUTRES_PRODUITS);
  pv_import_record_copy_number (record, PV_FIELD_PART_QPV, fields, PV_COLUMN_DOSSIER_QPV);
  if (PV_IMPORT_HAS (fields, PV_COLUMN_DOSSIER_COUT) &&
      fields->numbers[PV_COLUMN_DOSSIER_COUT] != PV_INT_NULL &&
      fields->numbers[PV_COLUMN_DOSSIER_COUT] < 0)
    fields->set &= ~(1u << PV_COLUMN_DOSSIER_COUT);
  read_cpo (ctx, record, fields);
  pv_import_read_statut (ctx, record, fields, existing);
}

/* --- number, title --- */

static char *
wanted_numero (const PvImportRecord *record)
{
  const char *numero = pv_import_record_get_text (record, PV_FIELD_NUMERO);
  g_autofree char *hash = NULL;

  if (numero == NULL)
    numero = pv_import_record_get_text (record, PV_FIELD_REFERENCE);
  if (numero != NULL)
    return g_strdup (numero);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, record->cle, -1);
  return g_ascii_strup (hash, 8);
}

static void
set_title (PvImportContext *ctx,
           const PvImportRecord *record,
           const char *numero,
           PvImportFields *fields)
{
  const char *title = pv_import_record_get_text (record, PV_FIELD_INTITULE);
  g_auto (GStrv) around = NULL;
  g_autofree char *made = NULL;
  PvImportPlace place;

  if (title == NULL && ctx->profile->title_format != NULL)
    {
      around = g_strsplit (ctx->profile->title_format, "%s", 2);
      made = g_strjoinv (numero, around);
    }
  else if (title == NULL)
    {
      made = g_strdup ("Sans intitulé");
      pv_import_record_place (record, PV_FIELD_INTITULE, &place);
      pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "intitule-absent", NULL,
                             g_strdup (_ ("The row has no title: give the dossier one.")));
    }

  pv_import_fields_set_text (fields, PV_COLUMN_DOSSIER_INTITULE,
                             title != NULL ? title : pv_cell_reader_keep (record->reader, made));
}

/* --- the application it belongs to --- */

static char *
depot_number (PvImportContext *ctx, const PvImportRecord *record)
{
  const char *number = pv_import_record_get_text (record, PV_FIELD_DEPOT_NUMERO);
  const char *own = pv_import_record_get_text (record, PV_FIELD_NUMERO);
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (number != NULL)
    return g_strdup (number);
  if (ctx->profile->depot_from_number == NULL || own == NULL)
    return NULL;

  regex = g_regex_new (ctx->profile->depot_from_number, 0, 0, NULL);
  if (regex == NULL || !g_regex_match (regex, own, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}

/* One that was not imported yet is begun here: its own table completes it. */
static gboolean
find_depot (PvImportContext *ctx,
            const PvImportRecord *record,
            gint64 appel,
            gint64 porteur,
            gint64 *id,
            GError **error)
{
  g_autofree char *number = depot_number (ctx, record);
  PvImportFields fields;

  *id = PV_INT_NULL;
  if (number == NULL)
    return TRUE;
  *id = pv_registry_find_depot (ctx->registry, number);
  if (*id != PV_INT_NULL)
    return TRUE;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_DEPOT_APPEL, appel);
  pv_import_fields_set_text (&fields, PV_COLUMN_DEPOT_SYSTEME, ctx->profile->source_system);
  pv_import_fields_set_text (&fields, PV_COLUMN_DEPOT_CLE, number);
  pv_import_fields_set_int (&fields, PV_COLUMN_DEPOT_PORTEUR, porteur);
  if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_DEPOT, &fields, error))
    return FALSE;
  pv_registry_add_depot (ctx->registry, number, fields.id);
  *id = fields.id;
  return TRUE;
}

/* --- the row --- */

/* What is read of a row before its dossier is known. */
typedef struct
{
  PvImportFields fields;
  gint64 exercice;
  gint64 appel;
  GArray *communes;
  GArray *territoires;
  GArray *noeuds;
  char *unknown_places;
  char *unknown_axes;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->communes, g_array_unref);
  g_clear_pointer (&draft->territoires, g_array_unref);
  g_clear_pointer (&draft->noeuds, g_array_unref);
  g_free (draft->unknown_places);
  g_free (draft->unknown_axes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
read_details (PvImportContext *ctx, const PvImportRecord *record, Draft *draft)
{
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GString) axes = g_string_new (NULL);

  draft->communes = g_array_new (FALSE, FALSE, sizeof (gint64));
  draft->territoires =
      pv_import_read_territoires (ctx, record, draft->exercice, draft->communes, places);
  draft->noeuds = pv_import_read_noeuds (ctx, record, draft->exercice, axes);
  draft->unknown_places = g_string_free (g_steal_pointer (&places), FALSE);
  draft->unknown_axes = g_string_free (g_steal_pointer (&axes), FALSE);
  if (draft->territoires != NULL || *draft->unknown_places != '\0')
    pv_import_fields_set_text (&draft->fields, PV_COLUMN_DOSSIER_TERRITOIRE,
                               *draft->unknown_places != '\0' ? draft->unknown_places : NULL);
  if (draft->noeuds != NULL)
    pv_import_fields_set_text (&draft->fields, PV_COLUMN_DOSSIER_OBJECTIF,
                               *draft->unknown_axes != '\0' ? draft->unknown_axes : NULL);
}

static gboolean
write_details (PvImportContext *ctx,
               const PvImportRecord *record,
               Draft *draft,
               gint64 dossier,
               gboolean existing,
               GError **error)
{
  gint64 commune =
      draft->communes->len == 1 ? g_array_index (draft->communes, gint64, 0) : PV_INT_NULL;

  pv_registry_set_row_commune (ctx->registry, commune);

  return pv_import_write_territoires (ctx, record, dossier, existing, draft->territoires, error) &&
         pv_import_write_noeuds (ctx, record, dossier, existing, draft->noeuds, error) &&
         pv_import_budget (ctx, record, dossier, existing, error) &&
         pv_import_financements (ctx, record, draft->exercice, dossier, existing, commune, error) &&
         pv_import_instructions (ctx, record, dossier, existing, error) &&
         pv_import_marqueur (ctx, record, dossier, existing, error) &&
         pv_import_avis (ctx, record, dossier, existing, error);
}

static void
note_part_of (PvImportContext *ctx, const PvImportRecord *record, gint64 dossier, gint64 appel)
{
  const char *numero = pv_import_record_get_text (record, PV_FIELD_PARTIE_DE);
  PvImportPlace place;
  PvImportPartOf *part;

  if (numero == NULL)
    return;

  pv_import_record_place (record, PV_FIELD_PARTIE_DE, &place);
  part = g_new0 (PvImportPartOf, 1);
  part->dossier = dossier;
  part->appel = appel;
  part->numero = g_strdup (numero);
  part->sheet = g_strdup (place.sheet);
  part->row = place.row;
  g_ptr_array_add (ctx->parts_of, part);
}

static gboolean
insert_dossier (PvImportContext *ctx,
                const PvImportRecord *record,
                Draft *draft,
                gint64 depot,
                GError **error)
{
  PvImportFields *fields = &draft->fields;
  g_autofree char *wanted = wanted_numero (record);
  const char *numero =
      pv_registry_take_numero (ctx->registry, draft->appel, wanted, PV_INT_NULL, error);

  if (numero == NULL)
    return FALSE;
  pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_APPEL, draft->appel);
  pv_import_fields_set_text (fields, PV_COLUMN_DOSSIER_NUMERO, numero);
  pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_DEPOT, depot);
  pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_CHAPEAU, 0);
  set_title (ctx, record, numero, fields);
  read_publics (record, NULL, fields);
  if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_DOSSIER, fields, error))
    return FALSE;

  pv_registry_set_dossier (ctx->registry, draft->appel, numero, fields->id);
  return TRUE;
}

static gboolean
update_dossier (PvImportContext *ctx,
                const PvImportRecord *record,
                Draft *draft,
                const PvImportFields *current,
                gint64 depot,
                GError **error)
{
  PvImportPlace place;

  if (depot != PV_INT_NULL)
    pv_import_fields_set_int (&draft->fields, PV_COLUMN_DOSSIER_DEPOT, depot);
  if (pv_import_record_get (record, PV_FIELD_INTITULE)->state == PV_VALUE_SET)
    set_title (ctx, record, "", &draft->fields);
  read_publics (record, current, &draft->fields);
  draft->appel = current->numbers[PV_COLUMN_DOSSIER_APPEL];
  pv_import_record_place (record, PV_FIELD_INTITULE, &place);
  place.column = place.letters = NULL;
  return pv_import_check_statut (ctx, record, current, &draft->fields, error) &&
         pv_import_merge (ctx, PV_IMPORT_TABLE_DOSSIER, current, &draft->fields, &place, error);
}

/* A dossier that was deleted here is not made again behind the agent's back. */
static void
tell_deleted (PvImportContext *ctx, const PvImportRecord *record)
{
  PvImportPlace place;

  pv_import_record_place (record, PV_N_FIELDS, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "supprime-ici", NULL,
                         g_strdup (_ ("What this row became was deleted here since: it is not "
                                      "created again.")));
}

/* The dossier of that number may have come another way. */
static gboolean
join_existing (PvImportContext *ctx,
               const PvImportRecord *record,
               gint64 appel,
               gint64 *existing,
               GError **error)
{
  const char *numero = pv_import_record_get_text (record, PV_FIELD_NUMERO);
  PvImportPlace place;

  if (!ctx->profile->join_by_number || *existing != PV_INT_NULL || numero == NULL)
    return TRUE;
  if (!pv_registry_find_dossier (ctx->registry, appel, numero, existing, error))
    return FALSE;
  /* One that another row of the source is already is not this one. */
  if (*existing != PV_INT_NULL && g_hash_table_contains (ctx->claimed, existing))
    *existing = PV_INT_NULL;
  if (*existing == PV_INT_NULL)
    return TRUE;

  pv_import_record_place (record, PV_FIELD_NUMERO, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_INFO, &place, "dossier-rattache", numero,
                         g_strdup (_ ("The appel has a dossier of this number: it is completed.")));
  return TRUE;
}

static gboolean
write_dossier (PvImportContext *ctx,
               const PvImportRecord *record,
               Draft *draft,
               gint64 existing,
               PvImportResult *result,
               GError **error)
{
  gint64 depot = PV_INT_NULL;
  PvImportFields *current = NULL;
  gboolean done;

  if (!find_depot (ctx, record, draft->appel, draft->fields.numbers[PV_COLUMN_DOSSIER_PORTEUR],
                   &depot, error))
    return FALSE;
  if (existing == PV_INT_NULL)
    {
      result->created = TRUE;
      done = insert_dossier (ctx, record, draft, depot, error);
      result->target = draft->fields.id;
    }
  else
    {
      g_autoptr (GError) local = NULL;

      current = pv_import_store_get (ctx->store, PV_IMPORT_TABLE_DOSSIER, existing, &local);
      result->target = existing;
      if (current == NULL)
        {
          if (local != NULL)
            {
              g_propagate_error (error, g_steal_pointer (&local));
              return FALSE;
            }
          tell_deleted (ctx, record);
          return TRUE;
        }
      done = update_dossier (ctx, record, draft, current, depot, error);
      pv_import_fields_free (current, PV_IMPORT_TABLE_DOSSIER);
    }

  if (!done || !write_details (ctx, record, draft, result->target, existing != PV_INT_NULL, error))
    return FALSE;
  note_part_of (ctx, record, result->target, draft->appel);
  return TRUE;
}

gboolean
pv_import_dossier (PvImportContext *ctx,
                   const PvImportRecord *record,
                   gint64 existing,
                   PvImportResult *result,
                   GError **error)
{
  g_auto (Draft) draft = { .communes = NULL };
  gint64 porteur = PV_INT_NULL;
  gboolean known = FALSE;

  if (existing == PV_INT_NULL && !pv_import_find_publie (ctx, record, result, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  if (!pv_import_porteur (ctx, record, existing != PV_INT_NULL, &porteur, error))
    return FALSE;
  if (porteur == PV_INT_NULL)
    return TRUE;

  draft.exercice = pv_import_exercice (ctx, record);
  if (!pv_registry_appel (ctx->registry, ctx->appel, draft.exercice, &draft.appel, error) ||
      !join_existing (ctx, record, draft.appel, &existing, error))
    return FALSE;

  pv_import_fields_init (&draft.fields);
  pv_import_fields_set_int (&draft.fields, PV_COLUMN_DOSSIER_PORTEUR, porteur);
  if (existing == PV_INT_NULL ||
      pv_import_record_get (record, PV_FIELD_EXERCICE)->state == PV_VALUE_SET)
    pv_import_fields_set_int (&draft.fields, PV_COLUMN_DOSSIER_EXERCICE, draft.exercice);
  read_fields (ctx, record, &draft.fields, existing != PV_INT_NULL);
  read_details (ctx, record, &draft);
  if (!pv_import_precedent (ctx, record, draft.exercice, &draft.fields, error) ||
      !write_dossier (ctx, record, &draft, existing, result, error))
    return FALSE;

  result->libelle = g_strdup (pv_import_record_get_text (record, PV_FIELD_INTITULE));
  return TRUE;
}

/* --- parts and chapeaux --- */

static gboolean
link_part (PvImportContext *ctx, const PvImportPartOf *part, GError **error)
{
  PvImportPlace place = { part->sheet, part->row, NULL, NULL };
  PvImportFields child;
  PvImportFields parent;
  gint64 id = PV_INT_NULL;

  if (!pv_registry_find_dossier (ctx->registry, part->appel, part->numero, &id, error))
    return FALSE;
  if (id == PV_INT_NULL || id == part->dossier)
    {
      pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "partie-sans-tout",
                             part->numero,
                             g_strdup (_ ("The dossier that this one details is not there.")));
      return TRUE;
    }

  pv_import_fields_init (&child);
  pv_import_fields_set_int (&child, PV_COLUMN_DOSSIER_PARTIE_DE, id);
  pv_import_fields_init (&parent);
  pv_import_fields_set_int (&parent, PV_COLUMN_DOSSIER_CHAPEAU, 1);
  return pv_import_store_update (ctx->store, PV_IMPORT_TABLE_DOSSIER, part->dossier, &child,
                                 error) &&
         pv_import_store_update (ctx->store, PV_IMPORT_TABLE_DOSSIER, id, &parent, error);
}

gboolean
pv_import_link_parts (PvImportContext *ctx, GError **error)
{
  for (guint i = 0; i < ctx->parts_of->len; i++)
    {
      if (!link_part (ctx, g_ptr_array_index (ctx->parts_of, i), error))
        return FALSE;
    }

  return TRUE;
}
