/* pv-import-versements-cible.c: the financement that a row of payments pays
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-notes-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* That of the row, else the option: of a number only, a reference is of one year. */
static gint64
get_exercice (const PvImportContext *ctx, const PvImportRecord *record)
{
  gint64 exercice = pv_import_record_get_number (record, PV_FIELD_EXERCICE);

  return exercice == PV_INT_NULL && pv_import_record_get_text (record, PV_FIELD_NUMERO) != NULL
             ? ctx->exercice
             : exercice;
}

/* Candidates are narrowed in place: rows of PvImportFields of the table financement. */

static void
candidates_free (GPtrArray *candidates)
{
  pv_import_rows_free (candidates, PV_IMPORT_TABLE_FINANCEMENT);
}

/* Adds the financements under a dossier, or with a reference. */
static gboolean
add_candidates (PvImportContext *ctx,
                GPtrArray *candidates,
                int column,
                const char *text,
                gint64 number,
                GError **error)
{
  g_autoptr (GPtrArray) rows =
      pv_import_store_list (ctx->store, PV_IMPORT_TABLE_FINANCEMENT, column, text, number, error);

  if (rows == NULL)
    return FALSE;
  while (rows->len > 0)
    g_ptr_array_add (candidates, g_ptr_array_steal_index (rows, 0));

  return TRUE;
}

static gboolean
add_of_porteur (PvImportContext *ctx,
                GPtrArray *candidates,
                const char *name,
                const char *siret,
                GError **error)
{
  g_autoptr (GArray) organismes = pv_registry_list_organismes (ctx->registry, name, siret);

  for (guint i = 0; i < organismes->len; i++)
    {
      GPtrArray *dossiers =
          pv_import_store_list (ctx->store, PV_IMPORT_TABLE_DOSSIER, PV_COLUMN_DOSSIER_PORTEUR,
                                NULL, g_array_index (organismes, gint64, i), error);
      gboolean good = dossiers != NULL;

      for (guint d = 0; good && d < dossiers->len; d++)
        good = add_candidates (ctx, candidates, PV_COLUMN_FINANCEMENT_DOSSIER, NULL,
                               ((PvImportFields *)dossiers->pdata[d])->id, error);
      if (dossiers != NULL)
        pv_import_rows_free (dossiers, PV_IMPORT_TABLE_DOSSIER);
      if (!good)
        return FALSE;
    }

  return TRUE;
}

typedef gboolean (*KeepFunc) (const PvImportFields *row, gint64 value, const char *text);

static gboolean
is_of_payer (const PvImportFields *row, gint64 value, const char *text)
{
  return row->numbers[PV_COLUMN_FINANCEMENT_FINANCEUR] == value;
}

static gboolean
is_of_dispositif (const PvImportFields *row, gint64 value, const char *text)
{
  return row->numbers[PV_COLUMN_FINANCEMENT_DISPOSITIF] == value;
}

static gboolean
is_without_dispositif (const PvImportFields *row, gint64 value, const char *text)
{
  return row->numbers[PV_COLUMN_FINANCEMENT_DISPOSITIF] == PV_INT_NULL;
}

static gboolean
is_of_exercice (const PvImportFields *row, gint64 value, const char *text)
{
  return row->numbers[PV_COLUMN_FINANCEMENT_EXERCICE] == value;
}

static gboolean
has_reference (const PvImportFields *row, gint64 value, const char *text)
{
  return g_strcmp0 (row->texts[PV_COLUMN_FINANCEMENT_REFERENCE], text) == 0;
}

static gboolean
is_notified (const PvImportFields *row, gint64 value, const char *text)
{
  return row->numbers[PV_COLUMN_FINANCEMENT_NOTIFIE] != PV_INT_NULL &&
         row->numbers[PV_COLUMN_FINANCEMENT_NOTIFIE] > 0;
}

/* Keeps those that answer, unless none does. Returns whether one did. */
static gboolean
narrow (GPtrArray *candidates, KeepFunc keep, gint64 value, const char *text)
{
  gboolean some = FALSE;

  for (guint i = 0; i < candidates->len && !some; i++)
    some = keep (candidates->pdata[i], value, text);
  for (guint i = candidates->len; some && i > 0; i--)
    if (!keep (candidates->pdata[i - 1], value, text))
      pv_import_fields_free (g_ptr_array_steal_index (candidates, i - 1),
                             PV_IMPORT_TABLE_FINANCEMENT);

  return some;
}

/* --- whom the row names --------------------------------------------------------------------- */

static gboolean
is_one_dossier (GPtrArray *candidates)
{
  for (guint i = 1; i < candidates->len; i++)
    if (((PvImportFields *)candidates->pdata[i])->numbers[PV_COLUMN_FINANCEMENT_DOSSIER] !=
        ((PvImportFields *)candidates->pdata[0])->numbers[PV_COLUMN_FINANCEMENT_DOSSIER])
      return FALSE;

  return TRUE;
}

/* The year is that of the appel, or of the financement: what is put off is paid a year after. */
static gboolean
add_numbered (PvImportContext *ctx,
              const PvImportRecord *record,
              GPtrArray *candidates,
              GError **error)
{
  const GArray *dossiers = pv_import_list_numbered (ctx, record, error);
  gint64 exercice = get_exercice (ctx, record);

  if (dossiers == NULL)
    return FALSE;
  for (guint i = 0; i < dossiers->len; i++)
    if (!add_candidates (ctx, candidates, PV_COLUMN_FINANCEMENT_DOSSIER, NULL,
                         g_array_index (dossiers, gint64, i), error))
      return FALSE;
  if (candidates->len == 0 && dossiers->len > 0)
    return pv_import_notes_reject (ctx, record, PV_FIELD_NUMERO, "financement-absent",
                                   g_strdup (_ ("This dossier has no financement: add it to its "
                                                "plan, or correct the row.")));
  if (dossiers->len > 1 &&
      (exercice == PV_INT_NULL || !narrow (candidates, is_of_exercice, exercice, NULL) ||
       !is_one_dossier (candidates)))
    {
      pv_import_reject_numbered (ctx, record);
      for (guint i = candidates->len; i > 0; i--)
        pv_import_fields_free (g_ptr_array_steal_index (candidates, i - 1),
                               PV_IMPORT_TABLE_FINANCEMENT);
    }

  return TRUE;
}

/* None: what is wrong was said. */
static gboolean
list_candidates (PvImportContext *ctx,
                 const PvImportRecord *record,
                 GPtrArray *candidates,
                 GError **error)
{
  const char *reference = pv_import_record_get_text (record, PV_FIELD_REFERENCE);
  const char *porteur = pv_import_record_get_text (record, PV_FIELD_PORTEUR_NOM);
  const char *siret = pv_import_record_get_text (record, PV_FIELD_PORTEUR_SIRET);

  if (pv_import_record_get_text (record, PV_FIELD_NUMERO) != NULL)
    return add_numbered (ctx, record, candidates, error);
  if (reference != NULL)
    {
      if (!add_candidates (ctx, candidates, PV_COLUMN_FINANCEMENT_REFERENCE, reference, 0, error))
        return FALSE;
      if (candidates->len == 0)
        pv_import_notes_reject (ctx, record, PV_FIELD_REFERENCE, "reference-inconnue",
                                g_strdup (_ ("No financement has this reference: add the number of "
                                             "the dossier, or write the reference in its plan.")));
      return TRUE;
    }
  if (porteur == NULL && siret == NULL)
    {
      pv_import_notes_reject (ctx, record, PV_FIELD_NUMERO, "dossier-absent",
                              g_strdup (_ ("A payment needs the number of its dossier, or the "
                                           "reference of the payer, or the porteur.")));
      return TRUE;
    }
  if (!add_of_porteur (ctx, candidates, porteur, siret, error))
    return FALSE;
  if (candidates->len == 0)
    pv_import_notes_reject (
        ctx, record, siret != NULL ? PV_FIELD_PORTEUR_SIRET : PV_FIELD_PORTEUR_NOM,
        "porteur-inconnu",
        g_strdup (_ ("No dossier of this porteur has a financement: add the number of the "
                     "dossier.")));

  return TRUE;
}

/* Whom it is paid by; FALSE: the row was refused. */
static gboolean
narrow_payer (PvImportContext *ctx, const PvImportRecord *record, GPtrArray *candidates)
{
  const char *name = pv_import_record_get_text (record, PV_FIELD_PAYEUR_NOM);
  const char *siret = pv_import_record_get_text (record, PV_FIELD_PAYEUR_SIRET);
  PvFieldId field = name != NULL ? PV_FIELD_PAYEUR_NOM : PV_FIELD_PAYEUR_SIRET;
  gint64 id;

  if (name == NULL && siret == NULL)
    return TRUE;
  id = pv_registry_find_financeur (ctx->registry, name, siret);
  if (id == PV_INT_NULL)
    {
      pv_import_notes_reject (ctx, record, field, "financeur-inconnu",
                              g_strdup (_ ("The file has no such payer: write its name as in the "
                                           "settings, or its SIRET.")));
      return FALSE;
    }
  if (!narrow (candidates, is_of_payer, id, NULL))
    {
      pv_import_notes_reject (ctx, record, field, "financement-absent",
                              g_strdup (_ ("This payer has no financement there: add it to the "
                                           "plan of the dossier, or correct the row.")));
      return FALSE;
    }

  return TRUE;
}

/* `P147` is the programme 147 of the State’s budget. */
static char *
spell_programme (const char *name)
{
  const char *number = name + 1;

  if ((*name != 'P' && *name != 'p') || *number == '\0' ||
      strspn (number, "0123456789") != strlen (number))
    return NULL;

  return g_strdup_printf ("Programme %s", number);
}

/* Of any payer, else of the one of the candidates. */
static gint64
find_dispositif (PvImportContext *ctx, const char *name, gint64 payer)
{
  g_autofree char *spelled = spell_programme (name);
  const char *const names[] = { name, spelled, NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 id = pv_registry_find_dispositif (ctx->registry, names[i], PV_INT_NULL, NULL);

      if (id == PV_INT_NULL)
        id = pv_registry_find_dispositif (ctx->registry, names[i], payer, NULL);
      if (id != PV_INT_NULL)
        return id;
    }

  return PV_INT_NULL;
}

static gboolean
narrow_dispositif (PvImportContext *ctx, const PvImportRecord *record, GPtrArray *candidates)
{
  const char *name = pv_import_record_get_text (record, PV_FIELD_DISPOSITIF);
  gint64 payer = ((PvImportFields *)candidates->pdata[0])->numbers[PV_COLUMN_FINANCEMENT_FINANCEUR];
  gint64 id;

  if (name == NULL)
    return TRUE;
  id = find_dispositif (ctx, name, payer);
  if (id != PV_INT_NULL && (narrow (candidates, is_of_dispositif, id, NULL) ||
                            narrow (candidates, is_without_dispositif, 0, NULL)))
    return TRUE;

  pv_import_notes_reject (ctx, record, PV_FIELD_DISPOSITIF,
                          id == PV_INT_NULL ? "dispositif-inconnu" : "financement-absent",
                          id == PV_INT_NULL
                              ? g_strdup (_ ("The file has no such dispositif: write its name or "
                                             "its code as in the settings."))
                              : g_strdup (_ ("This payer gives nothing there on this dispositif: "
                                             "correct the row, or the plan.")));
  return FALSE;
}

/* Without a number the year tells which dossier; with one it may be another year's. */
static gboolean
narrow_exercice (PvImportContext *ctx, const PvImportRecord *record, GPtrArray *candidates)
{
  gint64 exercice = get_exercice (ctx, record);
  PvImportPlace place;

  if (exercice == PV_INT_NULL || narrow (candidates, is_of_exercice, exercice, NULL))
    return TRUE;
  if (pv_import_record_get_text (record, PV_FIELD_NUMERO) == NULL)
    {
      pv_import_notes_reject (ctx, record, PV_FIELD_EXERCICE, "financement-absent",
                              g_strdup (_ ("Nothing is financed there in this exercice: correct "
                                           "the exercice, or the plan.")));
      return FALSE;
    }
  pv_import_record_place (record, PV_FIELD_EXERCICE, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "autre-exercice",
                         pv_import_record_get (record, PV_FIELD_EXERCICE)->raw,
                         g_strdup (_ ("The financement is of another exercice: the payment is "
                                      "written on it.")));
  return TRUE;
}

gboolean
pv_import_find_financement (PvImportContext *ctx,
                            const PvImportRecord *record,
                            PvImportFields **financement,
                            GError **error)
{
  const char *reference = pv_import_record_get_text (record, PV_FIELD_REFERENCE);
  GPtrArray *candidates = g_ptr_array_new ();
  gboolean done = list_candidates (ctx, record, candidates, error);

  *financement = NULL;
  if (done && candidates->len > 0 && narrow_payer (ctx, record, candidates) &&
      narrow_dispositif (ctx, record, candidates) && narrow_exercice (ctx, record, candidates))
    {
      if (reference != NULL)
        narrow (candidates, has_reference, 0, reference);
      if (candidates->len > 1)
        narrow (candidates, is_notified, 0, NULL);
      if (candidates->len == 1)
        *financement = g_ptr_array_steal_index (candidates, 0);
      else
        pv_import_notes_reject (
            ctx, record, PV_FIELD_NUMERO, "financement-ambigu",
            g_strdup_printf (_ ("%u financements answer this row: add the columns “Financeur”, "
                                "“Dispositif” or “Exercice” that tell them apart."),
                             candidates->len));
    }
  candidates_free (candidates);

  return done;
}
