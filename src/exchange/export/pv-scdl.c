/* pv-scdl.c: the essential data of grants, as the law publishes them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-scdl.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "export/pv-export-partiel.h"
#include "organisme/pv-organisme.h"
#include "pv-error.h"
#include "pv-identifier.h"
#include "pv-text.h"
#include "seuil/pv-seuil-store.h"

#define ROWS_BETWEEN_LOOKS 256
#define MAX_WARNINGS 200

typedef struct
{
  const PvExportRequest *request;
  PvScdlRegles *regles;
  PvScdl *scdl;
  GHashTable *par_texte; /* cells of a dossier without the amount → PvScdlLigne */
  GPtrArray *lignes;     /* of PvScdlLigne */
  GHashTable *seuils;    /* day → cents, boxed */
  GHashTable *annuels;   /* (nullable): when the threshold is asked for */
  gint64 dossier;        /* the last one counted */
  guint n_lues;
} Travail;

static void
travail_clear (Travail *self)
{
  g_clear_pointer (&self->regles, pv_scdl_regles_free);
  g_clear_pointer (&self->scdl, pv_scdl_free);
  g_clear_pointer (&self->par_texte, g_hash_table_unref);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  g_clear_pointer (&self->seuils, g_hash_table_unref);
  g_clear_pointer (&self->annuels, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Travail, travail_clear)

void
pv_scdl_free (PvScdl *self)
{
  g_ptr_array_unref (self->lignes);
  pv_scdl_rapport_free (self->rapport);
  g_free (self);
}

/* --- which grants ------------------------------------------------------------------- */

static gboolean
is_wanted (const PvAttribuant *attribuant, const PvExportRequest *request)
{
  g_autofree char *folded = pv_text_fold (request->attribuant);
  g_autofree char *of_it = pv_text_fold (attribuant->nom);

  if (request->attribuant_id != 0)
    return attribuant->financeur_id == request->attribuant_id;

  return g_strcmp0 (attribuant->siret, request->attribuant) == 0 || strcmp (folded, of_it) == 0;
}

static gboolean
find_attribuant (const PvExportRequest *request, gint64 *financeur_id, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  *financeur_id = PV_INT_NULL;
  if (request->attribuant == NULL)
    return TRUE;
  list = pv_publication_store_list_attribuants (request->db, &request->filtre, error);
  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const PvAttribuant *attribuant = g_ptr_array_index (list, i);

      if (is_wanted (attribuant, request))
        {
          *financeur_id = attribuant->financeur_id;
          return TRUE;
        }
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", attribuant->nom);
    }
  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
               _ ("No public funder “%s” notified anything here. Those that did: %s"),
               request->attribuant, list->len > 0 ? names->str : _ ("none"));
  return FALSE;
}

/* The threshold in force that day; the same day is asked for thousands of times. */
static gboolean
get_seuil (Travail *self, const char *jour, gint64 *seuil, GError **error)
{
  gint64 *known = g_hash_table_lookup (self->seuils, jour);

  if (known == NULL)
    {
      known = g_new (gint64, 1);
      if (!pv_seuil_store_get_valeur (self->request->db, PV_SEUIL_PUBLICATION, jour, known, error))
        {
          g_free (known);
          return FALSE;
        }
      g_hash_table_insert (self->seuils, g_strdup (jour), known);
    }
  *seuil = *known;

  return TRUE;
}

/* Whether the law asks for it. An undated decision is kept: the report tells it. */
static gboolean
is_asked (Travail *self,
          const PvPublication *p,
          const PvScdlLigne *ligne,
          gboolean *asked,
          GError **error)
{
  const char *jour = ligne->cellules[PV_SCDL_DATE_CONVENTION];
  PvForme forme = PV_FORME_NULL;
  gint64 seuil = PV_INT_NULL;

  *asked = TRUE;
  if (self->request->tout)
    return TRUE;

  if (pv_forme_from_id (p->beneficiaire_forme, &forme) && !pv_forme_is_droit_prive (forme) &&
      forme != PV_FORME_AUTRE && forme != PV_FORME_BAILLEUR)
    {
      self->scdl->rapport->n_droit_public++;
      *asked = FALSE;
      return TRUE;
    }
  if (*jour == '\0')
    return TRUE;
  if (!get_seuil (self, jour, &seuil, error))
    return FALSE;
  if (seuil == PV_INT_NULL || pv_publication_get_annuel (p, self->annuels) <= seuil)
    {
      self->scdl->rapport->n_sous_seuil++;
      *asked = FALSE;
    }

  return TRUE;
}

/* --- the lines ---------------------------------------------------------------------- */

/* A name that may be a person's is not even looked at by the rules: only a body has a known form,
 * or a number of its own. */
static gboolean
may_be_a_person (const PvPublication *p)
{
  if (pv_identifier_siret_is_valid (p->beneficiaire_siret))
    return FALSE;
  if (p->beneficiaire_forme == NULL || *p->beneficiaire_forme == '\0')
    return pv_identifier_check (PV_IDENTIFIER_RNA, p->beneficiaire_rna, NULL, NULL) !=
           PV_IDENTIFIER_VALID;

  return strcmp (p->beneficiaire_forme, "autre") == 0;
}

static gboolean
passes (Travail *self, const PvPublication *p, const PvScdlLigne *ligne)
{
  gboolean passed = TRUE;

  for (guint i = 0; i < PV_N_SCDL_COLONNES; i++)
    {
      PvScdlRefus refus = PV_SCDL_PASSE;

      /* the amount comes at the end; the beneficiary is told once */
      if (i != PV_SCDL_MONTANT)
        refus = pv_scdl_regles_verifier (self->regles, i, (const char *const *)ligne->cellules);
      if (refus == PV_SCDL_PASSE)
        continue;
      passed = FALSE;
      if (i != PV_SCDL_RNA_BENEFICIAIRE || refus != PV_SCDL_ABSENT_TOUS_DEUX)
        pv_scdl_rapport_refuser (self->scdl->rapport, p, ligne, i, refus);
    }

  return passed;
}

/* Two schemes of a payer for one dossier, by one decision, are one grant. */
static void
keep (Travail *self, const PvPublication *p, PvScdlLigne *kept)
{
  g_autoptr (PvScdlLigne) ligne = kept;
  g_autofree char *text = pv_scdl_ligne_to_csv (ligne);
  g_autofree char *cle = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", p->dossier_id, text);
  PvScdlLigne *same;

  if (self->dossier != p->dossier_id)
    {
      self->dossier = p->dossier_id;
      self->scdl->n_dossiers++;
      g_hash_table_remove_all (self->par_texte);
    }
  same = g_hash_table_lookup (self->par_texte, cle);
  if (same != NULL)
    {
      same->montant_cents += ligne->montant_cents;
      return;
    }

  g_hash_table_insert (self->par_texte, g_steal_pointer (&cle), ligne);
  g_ptr_array_add (self->lignes, g_steal_pointer (&ligne));
}

static gboolean
take (Travail *self, const PvPublication *p, GError **error)
{
  g_autoptr (PvScdlLigne) ligne = pv_scdl_ligne_new (p);
  gboolean asked = FALSE;

  if (!is_asked (self, p, ligne, &asked, error))
    return FALSE;
  if (!asked)
    return TRUE;

  if (may_be_a_person (p))
    pv_scdl_rapport_taire_personne (self->scdl->rapport, p);
  else if (passes (self, p, ligne))
    {
      pv_scdl_rapport_remarquer (self->scdl->rapport, p, ligne);
      keep (self, p, g_steal_pointer (&ligne));
      return TRUE;
    }
  self->scdl->rapport->n_ecartees++;

  return TRUE;
}

static gboolean
look_up (Travail *self, GError **error)
{
  if (self->n_lues++ % ROWS_BETWEEN_LOOKS != 0)
    return TRUE;

  return !g_cancellable_set_error_if_cancelled (self->request->cancellable, error);
}

static gboolean
read_all (Travail *self, gint64 financeur_id, GError **error)
{
  g_autoptr (PvStatement) rows =
      pv_publication_store_open (self->request->db, &self->request->filtre, financeur_id, error);
  PvPublication publication;
  PvStep step;

  if (rows == NULL)
    return FALSE;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      pv_publication_store_read (rows, &publication);
      if (!look_up (self, error) || !take (self, &publication, error))
        return FALSE;
    }

  return step == PV_STEP_DONE;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
finish (Travail *self)
{
  PvScdl *scdl = self->scdl;

  for (guint i = 0; i < self->lignes->len; i++)
    {
      PvScdlLigne *ligne = g_ptr_array_index (self->lignes, i);

      pv_scdl_ligne_finir (ligne);
      scdl->total_cents += ligne->montant_cents;
      g_ptr_array_add (scdl->lignes, pv_scdl_ligne_to_csv (ligne));
    }
  g_ptr_array_sort (scdl->lignes, compare_cb);
  scdl->rapport->n_ecrites = scdl->lignes->len;
  pv_scdl_rapport_ranger (scdl->rapport);
}

PvScdl *
pv_scdl_compose (const PvExportRequest *request, GError **error)
{
  g_auto (Travail) self = { .request = request };
  gint64 financeur_id = PV_INT_NULL;

  g_return_val_if_fail (PV_IS_DB (request->db), NULL);

  self.scdl = g_new0 (PvScdl, 1);
  self.scdl->lignes = g_ptr_array_new_with_free_func (g_free);
  self.scdl->rapport = pv_scdl_rapport_new ();
  self.par_texte = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.lignes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_scdl_ligne_free);
  self.seuils = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.regles = pv_scdl_regles_load (error);
  if (!request->tout)
    {
      self.annuels = pv_publication_store_load_annuels (request->db, error);
      if (self.annuels == NULL)
        return NULL;
    }
  if (self.regles == NULL || !find_attribuant (request, &financeur_id, error) ||
      !read_all (&self, financeur_id, error))
    return NULL;

  finish (&self);
  return g_steal_pointer (&self.scdl);
}

/* --- the file ----------------------------------------------------------------------- */

static gboolean
write_text (const char *partial, const char *path, const GString *csv, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (partial);
  g_autoptr (GFileOutputStream) stream =
      g_file_append_to (file, G_FILE_CREATE_PRIVATE, NULL, &local);

  if (stream != NULL &&
      g_output_stream_write_all (G_OUTPUT_STREAM (stream), csv->str, csv->len, NULL, NULL,
                                 &local) &&
      g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &local))
    return pv_export_publish (partial, path, error);

  pv_export_set_write_error (error, path, local->message);
  return FALSE;
}

static GString *
make_csv (const PvScdl *scdl)
{
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < PV_N_SCDL_COLONNES; i++)
    g_string_append_printf (csv, "%s%s", i > 0 ? "," : "", pv_scdl_colonne_get_nom (i));
  g_string_append (csv, "\r\n");
  for (guint i = 0; i < scdl->lignes->len; i++)
    g_string_append (csv, g_ptr_array_index (scdl->lignes, i));

  return csv;
}

static void
warn (GPtrArray *warnings, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (warnings, text);
  else
    g_free (text);
}

static void
add_warnings (GPtrArray *warnings, const PvScdlRapport *rapport)
{
  guint n = MIN (rapport->constats->len, MAX_WARNINGS);
  guint others = rapport->constats->len - n;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (warnings, pv_scdl_constat_to_text (g_ptr_array_index (rapport->constats, i)));
  warn (warnings, others,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE, "%u other remark: see the report on the page Exports.",
                         "%u other remarks: see the report on the page Exports.", others),
            others));
  warn (warnings, rapport->n_ecartees,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u grant is not written: its line would break the schema.",
                                      "%u grants are not written: their lines would break the "
                                      "schema.",
                                      rapport->n_ecartees),
                         rapport->n_ecartees));
  warn (warnings, rapport->n_sous_seuil,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u grant below the threshold of the law is left out.",
                                      "%u grants below the threshold of the law are left out.",
                                      rapport->n_sous_seuil),
                         rapport->n_sous_seuil));
  warn (warnings, rapport->n_droit_public,
        g_strdup_printf (
            g_dngettext (GETTEXT_PACKAGE,
                         "%u grant to a public body, which needs no convention, is left out.",
                         "%u grants to public bodies, which need no convention, are left out.",
                         rapport->n_droit_public),
            rapport->n_droit_public));
}

PvExportResult *
pv_scdl_run (const PvExportRequest *request, GError **error)
{
  g_autoptr (PvScdl) scdl = pv_scdl_compose (request, error);
  g_autoptr (GString) csv = NULL;
  g_autofree char *partial = NULL;
  PvExportResult *result;

  if (scdl == NULL)
    return NULL;
  partial = pv_export_make_partial (request->path, error);
  if (partial == NULL)
    return NULL;
  csv = make_csv (scdl);
  if (!write_text (partial, request->path, csv, error))
    {
      g_unlink (partial);
      return NULL;
    }

  result = g_new0 (PvExportResult, 1);
  result->files = g_ptr_array_new_with_free_func (g_free);
  result->warnings = g_ptr_array_new_with_free_func (g_free);
  result->n_dossiers = scdl->n_dossiers;
  result->n_financements = scdl->lignes->len;
  g_ptr_array_add (result->files, g_strdup (request->path));
  add_warnings (result->warnings, scdl->rapport);

  return result;
}
