/* pv-proces-verbal-pdf.c: the minutes of a séance as a PDF file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv/pv-proces-verbal-pdf.h"

#include <glib/gstdio.h>

#include "export/pv-export-partiel.h"
#include "pv-date.h"
#include "pv/pv-proces-verbal-parties.h"
#include "pv/pv-proces-verbal-texte.h"

typedef struct
{
  const PvExportRequest *request;
  const PvProcesVerbal *pv;
  char *titre;
  char *sujet;
  char *cree_le;
} Travail;

static void
travail_clear (Travail *self)
{
  g_free (self->titre);
  g_free (self->sujet);
  g_free (self->cree_le);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Travail, travail_clear)

typedef void (*Partie) (PvImprime *imprime, const PvProcesVerbal *pv);

/* The amounts come last: they may be on pages of another direction. */
static const Partie parties[] = {
  pv_proces_verbal_write_entete,         pv_proces_verbal_write_synthese,
  pv_proces_verbal_write_decisions,      pv_proces_verbal_write_ajournements,
  pv_proces_verbal_write_deports,        pv_proces_verbal_write_enveloppes,
  pv_proces_verbal_write_rectifications, pv_proces_verbal_write_observations,
  pv_proces_verbal_write_signatures,     pv_proces_verbal_write_montants,
};

/* Writes it all; from and to: how much of the work it is. */
static gboolean
write_parts (Travail *self, PvImprime *imprime, guint from_bp, guint to_bp, GError **error)
{
  const PvExportRequest *request = self->request;

  pv_imprime_begin_page (imprime, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      parties[i](imprime, self->pv);
      if (g_cancellable_set_error_if_cancelled (request->cancellable, error))
        return FALSE;
      if (request->progress != NULL)
        request->progress (NULL, from_bp + (to_bp - from_bp) * (i + 1) / G_N_ELEMENTS (parties),
                           request->progress_data);
    }

  return TRUE;
}

/* The number of pages is at the foot of each: they are counted first. */
static gboolean
count_pages (Travail *self, const PvImprimeDescription *description, guint *n, GError **error)
{
  g_autoptr (PvImprime) imprime = pv_imprime_new (NULL, description, 0, self->request->cancellable);

  if (!write_parts (self, imprime, 500, 5000, error))
    return FALSE;

  *n = pv_imprime_get_n_pages (imprime);
  return TRUE;
}

static gboolean
write_file (Travail *self, const char *partial, GError **error)
{
  PvImprimeDescription description = {
    .titre = self->titre,
    .sujet = self->sujet,
    .auteur = self->pv->contrat,
    .filigrane = self->pv->close ? NULL : "PROJET",
    .cree_le = self->cree_le,
  };
  g_autoptr (PvImprime) imprime = NULL;
  const char *reason = NULL;
  guint n = 0;

  if (!count_pages (self, &description, &n, error))
    return FALSE;

  imprime = pv_imprime_new (partial, &description, n, self->request->cancellable);
  if (!write_parts (self, imprime, 5000, 9800, error))
    return FALSE;

  reason = pv_imprime_end (imprime);
  if (reason != NULL)
    pv_export_set_write_error (error, self->request->path, reason);

  return reason == NULL;
}

static PvExportResult *
make_result (const Travail *self)
{
  PvExportResult *result = g_new0 (PvExportResult, 1);

  result->files = g_ptr_array_new_with_free_func (g_free);
  result->warnings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (result->files, g_strdup (self->request->path));
  result->n_dossiers = self->pv->dossiers->len;
  for (guint i = 0; i < self->pv->dossiers->len; i++)
    result->n_financements +=
        ((const PvProcesVerbalDossier *)self->pv->dossiers->pdata[i])->lignes->len;

  return result;
}

static void
describe (Travail *self)
{
  g_autofree char *titre = pv_proces_verbal_texte_titre (self->pv);
  g_autofree char *nom = pv_proces_verbal_dup_nom (self->pv);
  g_autofree char *today = pv_clock_today (pv_db_get_clock (self->request->db));
  g_autofree char *edited = pv_date_format_french (today, PV_DATE_FORMAT_LONG);
  g_autoptr (GDateTime) now =
      g_date_time_new_from_unix_utc (pv_clock_now_unix (pv_db_get_clock (self->request->db)));

  self->titre = g_strdup_printf ("%s, %s", titre, nom);
  self->sujet = self->pv->contrat != NULL
                    ? g_strdup_printf ("%s · édité le %s", self->pv->contrat, edited)
                    : g_strdup_printf ("Édité le %s", edited);
  self->cree_le = g_date_time_format_iso8601 (now);
}

PvExportResult *
pv_proces_verbal_pdf_run (const PvExportRequest *request, const PvProcesVerbal *pv, GError **error)
{
  g_auto (Travail) self = { .request = request, .pv = pv };
  g_autofree char *partial = pv_export_make_partial (request->path, error);
  PvExportResult *result = NULL;

  if (partial == NULL)
    return NULL;

  describe (&self);
  if (write_file (&self, partial, error) && pv_export_publish (partial, request->path, error))
    result = make_result (&self);
  else
    g_unlink (partial);
  if (result != NULL && request->progress != NULL)
    request->progress (NULL, 10000, request->progress_data);

  return result;
}
