/* pv-bilan-payeurs.c: one pass over the financements, by payer and category
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-private.h"
#include "stats/pv-stats-parts.h"

/* What is summed of a payer, or of a category of them. */
typedef struct
{
  gint64 id;
  guint categorie;
  PvBilanMesure *annees;
  guint8 *vus; /* by place of a dossier: 1: seen, 2: financed */
} Payeur;

typedef struct
{
  PvBilanAnalyse *analyse;
  PvBilanSource *source;
  GHashTable *payeurs; /* id → Payeur */
  Payeur *categories[PV_STATS_N_CATEGORIES];
  Payeur *dernier;
  gboolean debordement;
} Passe;

PvBilanParts *
pv_bilan_analyse_parts (const PvBilanAnalyse *self, guint annee, guint categorie)
{
  return &self->parts[annee * PV_STATS_N_CATEGORIES + categorie];
}

static Payeur *
payeur_new (Passe *self, gint64 id, guint categorie)
{
  Payeur *payeur = g_new0 (Payeur, 1);

  payeur->id = id;
  payeur->categorie = categorie;
  payeur->annees = g_new (PvBilanMesure, MAX (self->analyse->n_annees, 1));
  for (guint i = 0; i < self->analyse->n_annees; i++)
    pv_bilan_mesure_init (&payeur->annees[i]);
  payeur->vus = g_new0 (guint8, self->source->dossiers->len);

  return payeur;
}

static void
payeur_free (gpointer data)
{
  Payeur *self = data;

  if (self == NULL)
    return;
  g_free (self->annees);
  g_free (self->vus);
  g_free (self);
}

static PvCents
get_accorde (const PvCents *etapes)
{
  return etapes[PV_ETAPE_VOTE] != PV_CENTS_NULL ? etapes[PV_ETAPE_VOTE] : etapes[PV_ETAPE_ARBITRE];
}

/* A dossier counts once for a payer, however many lines of credits it has of it. */
static gboolean
add_payer (Payeur *self, const PvBilanApport *apport, guint place, gboolean finance)
{
  PvBilanMesure *mesure = &self->annees[apport->dossier->annee];
  gboolean fits = pv_bilan_add (&mesure->accorde, get_accorde (apport->etapes));

  for (guint i = 0; i < PV_N_ETAPES; i++)
    fits = pv_bilan_add (&mesure->etapes[i], apport->etapes[i]) && fits;
  if (self->vus[place] == 0)
    mesure->dossiers++;
  if (self->vus[place] < 2 && finance)
    mesure->finances++;
  self->vus[place] = MAX (self->vus[place], finance ? 2 : 1);

  return fits;
}

static Payeur *
get_payeur (Passe *self, gint64 id)
{
  if (self->dernier == NULL || self->dernier->id != id)
    self->dernier = g_hash_table_lookup (self->payeurs, GSIZE_TO_POINTER ((gsize)id));

  return self->dernier;
}

static void
add_apport_cb (const PvBilanApport *apport, gpointer data)
{
  Passe *self = data;
  Payeur *payeur = get_payeur (self, apport->financeur);
  guint place = (guint)(apport->dossier - (const PvBilanDossier *)self->source->dossiers->data);
  gboolean finance = get_accorde (apport->etapes) > 0 || apport->etapes[PV_ETAPE_NOTIFIE] > 0 ||
                     apport->etapes[PV_ETAPE_VERSE] > 0;
  gboolean fits = add_payer (payeur, apport, place, finance) &&
                  add_payer (self->categories[payeur->categorie], apport, place, finance);

  if (!apport->dossier->sorti)
    fits = pv_stats_parts_add (
               pv_bilan_analyse_parts (self->analyse, apport->dossier->annee, payeur->categorie)
                   ->cents,
               apport->etapes) &&
           fits;
  if (!fits)
    self->debordement = TRUE;
}

static gboolean
passe_init (Passe *self, PvDb *db, GError **error)
{
  g_autoptr (GHashTable) categories = pv_bilan_store_categories (db, error);
  GHashTableIter iter;
  gpointer id, categorie;

  self->payeurs = g_hash_table_new_full (NULL, NULL, NULL, payeur_free);
  if (categories == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, categories);
  while (g_hash_table_iter_next (&iter, &id, &categorie))
    {
      guint place = GPOINTER_TO_UINT (categorie);

      g_hash_table_insert (self->payeurs, id,
                           payeur_new (self, (gint64)GPOINTER_TO_SIZE (id), place));
      if (self->categories[place] == NULL)
        self->categories[place] = payeur_new (self, place, place);
    }

  return TRUE;
}

static void
take (PvBilanCumul *cumul, const Payeur *payeur, guint n_annees)
{
  gint64 dossiers = 0;

  for (guint i = 0; payeur != NULL && i < n_annees; i++)
    dossiers += payeur->annees[i].dossiers;
  for (guint i = 0; dossiers > 0 && i < n_annees; i++)
    *pv_bilan_cumul_get (cumul, payeur->id, i) = payeur->annees[i];
}

static gboolean
fill_tables (Passe *self, PvDb *db, GError **error)
{
  PvBilanAnalyse *analyse = self->analyse;
  PvBilanCumul financeurs, categories;
  GHashTableIter iter;
  gpointer payeur;
  gboolean done;

  pv_bilan_cumul_init (&financeurs, analyse->n_annees);
  pv_bilan_cumul_init (&categories, analyse->n_annees);
  g_hash_table_iter_init (&iter, self->payeurs);
  while (g_hash_table_iter_next (&iter, NULL, &payeur))
    take (&financeurs, payeur, analyse->n_annees);
  for (guint i = 0; i < PV_STATS_N_CATEGORIES; i++)
    take (&categories, self->categories[i], analyse->n_annees);
  done = pv_bilan_table_fill (&analyse->tables[PV_BILAN_PAR_FINANCEUR], db, &financeurs, error) &&
         pv_bilan_table_fill (&analyse->tables[PV_BILAN_PAR_CATEGORIE], db, &categories, error);
  pv_bilan_cumul_clear (&financeurs);
  pv_bilan_cumul_clear (&categories);

  return done;
}

gboolean
pv_bilan_payeurs_run (PvBilanAnalyse *analyse,
                      PvBilanSource *source,
                      PvDb *db,
                      GCancellable *cancellable,
                      GError **error)
{
  Passe passe = { .analyse = analyse, .source = source };
  gboolean done = passe_init (&passe, db, error) &&
                  pv_bilan_source_each_apport (source, db, add_apport_cb, &passe, error) &&
                  !g_cancellable_set_error_if_cancelled (cancellable, error) &&
                  fill_tables (&passe, db, error);

  g_hash_table_unref (passe.payeurs);
  for (guint i = 0; i < PV_STATS_N_CATEGORIES; i++)
    payeur_free (passe.categories[i]);

  return done && (!passe.debordement || pv_bilan_refuse_overflow (error));
}
