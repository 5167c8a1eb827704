/* pv-import-publie.c: a published grant that the file knows already
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/pv-scdl-ligne.h"
#include "financement/pv-publication-store.h"

#define SYSTEME "scdl"

/* A line that the file would publish. */
typedef struct
{
  gint64 dossier_id;
  gint64 exercice;
  gint64 montant_cents;
  char *jour;
  char *siret;
  char *rna;
  gboolean taken;
} Publie;

static void
publie_free (gpointer data)
{
  Publie *self = data;

  g_free (self->jour);
  g_free (self->siret);
  g_free (self->rna);
  g_free (self);
}

struct _PvImportPublies
{
  GHashTable *par_cle;   /* payer and folded title → GPtrArray of Publie, borrowed */
  GHashTable *par_ligne; /* dossier and its cells without the amount → Publie, borrowed */
  GPtrArray *all;        /* of Publie */
};

void
pv_import_publies_free (PvImportPublies *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->par_cle);
  g_hash_table_unref (self->par_ligne);
  g_ptr_array_unref (self->all);
  g_free (self);
}

/* --- what the file would publish ------------------------------------------------------ */

static void
add_key (PvImportPublies *self, const char *siret, const char *titre, Publie *publie)
{
  g_autofree char *cle = g_strdup_printf ("%s\n%s", siret, titre);
  GPtrArray *of_it = g_hash_table_lookup (self->par_cle, cle);

  if (of_it == NULL)
    {
      of_it = g_ptr_array_new ();
      g_hash_table_insert (self->par_cle, g_steal_pointer (&cle), of_it);
    }
  g_ptr_array_add (of_it, publie);
}

/* Two schemes of a payer for one dossier, by one decision, are one line: as it is exported. */
static void
add (PvImportPublies *self, PvRegistry *registry, const PvPublication *p)
{
  g_autoptr (PvScdlLigne) ligne = pv_scdl_ligne_new (p);
  g_autofree char *cells = pv_scdl_ligne_to_csv (ligne);
  g_autofree char *cle = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", p->dossier_id, cells);
  const char *titre = pv_registry_fold (registry, p->intitule);
  const char *publie_titre = pv_registry_fold (registry, ligne->cellules[PV_SCDL_OBJET]);
  Publie *publie = g_hash_table_lookup (self->par_ligne, cle);

  if (publie != NULL)
    {
      publie->montant_cents += p->notifie_cents;
      return;
    }

  publie = g_new0 (Publie, 1);
  publie->dossier_id = p->dossier_id;
  publie->exercice = p->exercice;
  publie->montant_cents = p->notifie_cents;
  publie->jour = g_strdup (ligne->cellules[PV_SCDL_DATE_CONVENTION]);
  publie->siret = g_strdup (p->beneficiaire_siret);
  publie->rna = g_strdup (p->beneficiaire_rna);
  g_ptr_array_add (self->all, publie);
  g_hash_table_insert (self->par_ligne, g_steal_pointer (&cle), publie);
  add_key (self, p->attribuant_siret, titre, publie);
  if (strcmp (titre, publie_titre) != 0)
    add_key (self, p->attribuant_siret, publie_titre, publie);
}

/* The only line of a dossier that a row of this very file was before: it is that row's. */
static void
take_paired (PvImportContext *ctx, PvImportPublies *self)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      Publie *publie = self->all->pdata[i];
      const Publie *before = i > 0 ? self->all->pdata[i - 1] : NULL;
      const Publie *after = i + 1 < self->all->len ? self->all->pdata[i + 1] : NULL;

      publie->taken = (before == NULL || before->dossier_id != publie->dossier_id) &&
                      (after == NULL || after->dossier_id != publie->dossier_id) &&
                      g_hash_table_contains (ctx->paired, &publie->dossier_id);
    }
}

/* Once, before this import makes anything. */
static gboolean
load (PvImportContext *ctx, GError **error)
{
  g_autoptr (PvStatement) rows = NULL;
  PvImportPublies *self;
  PvDb *db = pv_import_store_get_db (ctx->store, error);
  PvPublication publication;
  PvStep step = PV_STEP_ERROR;

  rows = db != NULL ? pv_publication_store_open (db, &PV_FILTRE_TOUT, PV_INT_NULL, error) : NULL;
  if (rows == NULL)
    return FALSE;
  self = g_new0 (PvImportPublies, 1);
  self->par_cle =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->par_ligne = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->all = g_ptr_array_new_with_free_func (publie_free);
  ctx->publies = self;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      pv_publication_store_read (rows, &publication);
      if (publication.attribuant_siret != NULL && publication.intitule != NULL)
        add (self, ctx->registry, &publication);
    }
  take_paired (ctx, self);

  return step == PV_STEP_DONE;
}

/* --- a row ----------------------------------------------------------------------------- */

static gboolean
is_same (PvImportContext *ctx, const PvImportRecord *record, const Publie *publie)
{
  const char *siret = pv_import_record_get_text (record, PV_FIELD_PORTEUR_SIRET);
  const char *rna = pv_import_record_get_text (record, PV_FIELD_PORTEUR_RNA);
  const char *jour = pv_import_record_get_text (record, PV_FIELD_DATE_CONVENTION);
  gboolean body = siret != NULL && publie->siret != NULL
                      ? strcmp (siret, publie->siret) == 0
                      : rna != NULL && g_strcmp0 (rna, publie->rna) == 0;

  return !publie->taken && body && publie->montant_cents == record->montant &&
         (g_strcmp0 (jour, publie->jour) == 0 ||
          publie->exercice == pv_import_exercice (ctx, record));
}

/* (nullable): the only one; @n: how many. */
static Publie *
find (PvImportContext *ctx, const PvImportRecord *record, guint *n)
{
  const char *siret = pv_import_record_get_text (record, PV_FIELD_PAYEUR_SIRET);
  const char *titre = pv_import_record_get_text (record, PV_FIELD_INTITULE);
  g_autofree char *cle = NULL;
  const GPtrArray *of_it;
  Publie *found = NULL;

  *n = 0;
  if (siret == NULL || titre == NULL || record->montant == PV_CENTS_NULL)
    return NULL;
  cle = g_strdup_printf ("%s\n%s", siret, pv_registry_fold (ctx->registry, titre));
  of_it = g_hash_table_lookup (ctx->publies->par_cle, cle);
  for (guint i = 0; of_it != NULL && i < of_it->len; i++)
    if (is_same (ctx, record, of_it->pdata[i]))
      {
        found = of_it->pdata[i];
        (*n)++;
      }

  return found;
}

static void
tell (PvImportContext *ctx, const PvImportRecord *record, guint n)
{
  PvImportPlace place;

  pv_import_record_place (record, PV_FIELD_INTITULE, &place);
  if (n == 1)
    pv_import_report_take (ctx->report, PV_IMPORT_INFO, &place, "deja-publie", NULL,
                           g_strdup (_ ("The file knows this grant: nothing is written twice.")));
  else
    pv_import_report_take (
        ctx->report, PV_IMPORT_WARNING, &place, "deja-publie", NULL,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u grant of the file is like this one: nothing is written."
                                      " If it is another one, enter it by hand.",
                                      "%u grants of the file are like this one: nothing is written."
                                      " If it is another one, enter it by hand.",
                                      n),
                         n));
}

gboolean
pv_import_find_publie (PvImportContext *ctx,
                       const PvImportRecord *record,
                       PvImportResult *result,
                       gboolean *known,
                       GError **error)
{
  Publie *publie;
  guint n;

  *known = FALSE;
  if (g_strcmp0 (ctx->profile->source_system, SYSTEME) != 0)
    return TRUE;
  if (ctx->publies == NULL && !load (ctx, error))
    return FALSE;
  publie = find (ctx, record, &n);
  if (n == 0)
    return TRUE;

  *known = TRUE;
  tell (ctx, record, n);
  if (n > 1)
    return TRUE;
  publie->taken = TRUE;
  result->target = publie->dossier_id;
  result->libelle = g_strdup (pv_import_record_get_text (record, PV_FIELD_INTITULE));

  return TRUE;
}
