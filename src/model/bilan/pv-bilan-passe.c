/* pv-bilan-passe.c: one pass over the dossiers, and what each brings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "bilan/pv-bilan-analyse-private.h"

/* Amounts of an exercice that follow the territories: stages, then what is granted. */
typedef struct
{
  PvStatsSommes *etapes;
  PvStatsSommes *accorde;
} Partage;

typedef struct
{
  PvBilanAnalyse *analyse;
  PvBilanSource *source;
  PvBilanCumul cumuls[PV_N_BILAN_PAR];
  GHashTable *racines;
  GHashTable *formes;
  GHashTable *categories;
  GHashTable *vus; /* payer → by place of a dossier: 1: seen, 2: financed */
  guint8 *vus_categories[PV_STATS_N_CATEGORIES];
  Partage *quartiers; /* by exercice */
  Partage *communes;
  gboolean hors_cadre; /* a node is of another frame than dossiers are sorted by */
  gboolean debordement;
} Passe;

PvBilanParts *
pv_bilan_analyse_parts (const PvBilanAnalyse *self, guint annee, guint categorie)
{
  return &self->parts[annee * PV_STATS_N_CATEGORIES + categorie];
}

/* --- what each financement brings ----------------------------------------------------------- */

static PvCents
get_accorde (const PvCents *etapes)
{
  return etapes[PV_ETAPE_VOTE] != PV_CENTS_NULL ? etapes[PV_ETAPE_VOTE] : etapes[PV_ETAPE_ARBITRE];
}

/* A dossier counts once for a payer, however many lines of credits it has of it. */
static void
count_payer (guint8 *vus, PvBilanMesure *mesure, guint place, gboolean finance)
{
  if (vus[place] == 0)
    mesure->dossiers++;
  if (vus[place] < 2 && finance)
    mesure->finances++;
  vus[place] = MAX (vus[place], finance ? 2 : 1);
}

static guint8 *
get_vus (Passe *self, gint64 financeur)
{
  guint8 *vus = g_hash_table_lookup (self->vus, GSIZE_TO_POINTER ((gsize)financeur));

  if (vus == NULL)
    {
      vus = g_new0 (guint8, self->source->dossiers->len);
      g_hash_table_insert (self->vus, GSIZE_TO_POINTER ((gsize)financeur), vus);
    }

  return vus;
}

static void
add_payer (Passe *self, PvBilanPar par, guint8 *vus, const PvBilanApport *apport, gint64 payer)
{
  PvBilanMesure *mesure = pv_bilan_cumul_get (&self->cumuls[par], payer, apport->dossier->annee);
  PvCents accorde = get_accorde (apport->etapes);
  gboolean fits = pv_bilan_add (&mesure->accorde, accorde);
  guint place = (guint)(apport->dossier - (PvBilanDossier *)self->source->dossiers->data);

  for (guint i = 0; i < PV_N_ETAPES; i++)
    fits = pv_bilan_add (&mesure->etapes[i], apport->etapes[i]) && fits;
  if (!fits)
    self->debordement = TRUE;
  count_payer (vus, mesure, place,
               accorde > 0 || apport->etapes[PV_ETAPE_NOTIFIE] > 0 ||
                   apport->etapes[PV_ETAPE_VERSE] > 0);
}

/* What is paid of it as paid, the rest under its furthest stage. */
static gboolean
add_parts (PvBilanParts *self, const PvCents *etapes)
{
  PvCents engage = PV_CENTS_NULL, verse = etapes[PV_ETAPE_VERSE];
  int etape;

  for (etape = PV_ETAPE_NOTIFIE; etape > PV_ETAPE_SOLLICITE && engage == PV_CENTS_NULL; etape--)
    engage = etapes[etape];
  if (engage == PV_CENTS_NULL)
    return TRUE;

  etape++; /* where it was found */
  verse = verse > 0 ? MIN (verse, engage) : 0;

  return pv_bilan_add (&self->cents[etape], engage - verse) &&
         (verse == 0 || pv_bilan_add (&self->cents[PV_ETAPE_VERSE], verse));
}

static void
add_apport_cb (const PvBilanApport *apport, gpointer data)
{
  Passe *self = data;
  gint64 categorie = (gint64)GPOINTER_TO_SIZE (
      g_hash_table_lookup (self->categories, GSIZE_TO_POINTER ((gsize)apport->financeur)));

  if (!pv_bilan_add (&apport->dossier->accorde, get_accorde (apport->etapes)))
    self->debordement = TRUE;
  if (!apport->dossier->sorti &&
      !add_parts (pv_bilan_analyse_parts (self->analyse, apport->dossier->annee, (guint)categorie),
                  apport->etapes))
    self->debordement = TRUE;
  if (self->vus_categories[categorie] == NULL)
    self->vus_categories[categorie] = g_new0 (guint8, self->source->dossiers->len);
  add_payer (self, PV_BILAN_PAR_FINANCEUR, get_vus (self, apport->financeur), apport,
             apport->financeur);
  add_payer (self, PV_BILAN_PAR_CATEGORIE, self->vus_categories[categorie], apport, categorie);
}

/* --- what each dossier brings ---------------------------------------------------------------- */

static void
add_one (Passe *self, PvBilanPar par, const PvBilanDossier *dossier, gint64 id)
{
  PvBilanMesure *mesure = pv_bilan_cumul_get (&self->cumuls[par], id, dossier->annee);

  if (!pv_bilan_mesure_add_dossier (mesure, dossier))
    self->debordement = TRUE;
}

/* What an id leads to, or %PV_INT_NULL. */
static gint64
follow (GHashTable *pairs, gint64 id)
{
  gpointer to = NULL;

  return g_hash_table_lookup_extended (pairs, GSIZE_TO_POINTER ((gsize)id), NULL, &to)
             ? (gint64)GPOINTER_TO_SIZE (to)
             : PV_INT_NULL;
}

static void
add_simple (Passe *self, const PvBilanDossier *dossier)
{
  gint64 racine = follow (self->racines, dossier->noeud);

  if (racine == PV_INT_NULL && dossier->noeud != PV_INT_NULL)
    self->hors_cadre = TRUE;
  add_one (self, PV_BILAN_PAR_AXE, dossier, racine);
  add_one (self, PV_BILAN_PAR_OBJECTIF, dossier,
           racine != PV_INT_NULL ? dossier->noeud : PV_INT_NULL);
  add_one (self, PV_BILAN_PAR_PORTEUR, dossier, dossier->porteur);
  add_one (self, PV_BILAN_PAR_FORME, dossier, follow (self->formes, dossier->porteur));
  add_one (self, PV_BILAN_PAR_NATURE, dossier,
           dossier->nature >= 0 ? dossier->nature : PV_INT_NULL);
  add_one (self, PV_BILAN_PAR_CPO, dossier, dossier->cpo ? 0 : 1);
  add_one (self, PV_BILAN_PAR_MARQUE, dossier, dossier->marque);
}

static void
collect_lieux (Passe *self, const PvBilanDossier *dossier, gboolean commune, GArray *lieux)
{
  g_array_set_size (lieux, 0);
  for (gint i = dossier->lieu; i >= 0;)
    {
      const PvBilanLieu *lieu = &g_array_index (self->source->lieux, PvBilanLieu, i);
      PvStatsLieu place = { lieu->rang, commune ? lieu->commune : lieu->quartier, lieu->part_bp };

      g_array_append_val (lieux, place);
      i = lieu->avant;
    }
}

static void
share (Partage *partage, const PvBilanDossier *dossier, GArray *lieux)
{
  PvStatsSomme apport = { .id = PV_INT_NULL };

  memcpy (apport.total, dossier->etapes, sizeof dossier->etapes);
  pv_stats_territoire_repartir (partage->etapes, dossier->id, lieux, &apport);
  if (!dossier->finance)
    return;
  pv_stats_ligne_clear (apport.total, PV_N_ETAPES);
  apport.total[0] = dossier->accorde;
  pv_stats_territoire_repartir (partage->accorde, dossier->id, lieux, &apport);
}

static void
add_lieux (Passe *self, const PvBilanDossier *dossier, GArray *lieux)
{
  collect_lieux (self, dossier, FALSE, lieux);
  share (&self->quartiers[dossier->annee], dossier, lieux);
  collect_lieux (self, dossier, TRUE, lieux);
  share (&self->communes[dossier->annee], dossier, lieux);
}

/* --- key figures ------------------------------------------------------------------------------ */

static void
add_egalite (PvEgaliteLigne *self, const PvBilanDossier *dossier)
{
  PvEgaliteMesure *demande = &self->mesures[PV_EGALITE_DEMANDE][dossier->marque];
  PvEgaliteMesure *accorde = &self->mesures[PV_EGALITE_ACCORDE][dossier->marque];

  demande->dossiers++;
  pv_bilan_add (&demande->cents, dossier->etapes[PV_ETAPE_SOLLICITE]);
  if (dossier->accorde == PV_CENTS_NULL || dossier->accorde <= 0)
    return;
  accorde->dossiers++;
  pv_bilan_add (&accorde->cents, dossier->accorde);
}

/* Means under way of the four publics of an exercice. */
typedef struct
{
  PvBilanMoyenne demande;
  PvBilanMoyenne prevu;
  PvBilanMoyenne prevu_bilan;
  PvBilanMoyenne realise;
} Moyennes;

static void
add_publics (PvBilanChiffres *self, Moyennes *moyennes, const PvBilanDossier *dossier)
{
  pv_bilan_public_add (&self->public_demande, &moyennes->demande, &dossier->prevu);
  if (dossier->finance)
    pv_bilan_public_add (&self->public_prevu, &moyennes->prevu, &dossier->prevu);
  if (pv_bilan_beneficiaires_get_total (&dossier->realise) == PV_INT_NULL)
    return;
  pv_bilan_public_add (&self->public_prevu_bilan, &moyennes->prevu_bilan, &dossier->prevu);
  pv_bilan_public_add (&self->public_realise, &moyennes->realise, &dossier->realise);
}

static gboolean
add_chiffres (PvBilanChiffres *self, Moyennes *moyennes, const PvBilanDossier *dossier)
{
  gboolean attendu = dossier->etapes[PV_ETAPE_VERSE] > 0 ||
                     (dossier->etapes[PV_ETAPE_NOTIFIE] > 0 && !dossier->sorti);
  gboolean fits = pv_bilan_mesure_add_dossier (&self->mesure, dossier) &&
                  pv_bilan_add (&self->cout_cents, dossier->cout) &&
                  pv_bilan_add (&self->recuperer_cents, dossier->recuperer);

  if (dossier->finance)
    fits = pv_bilan_add (&self->cout_finances_cents, dossier->cout) && fits;
  self->attendus += attendu;
  self->recus += attendu && (dossier->recu || dossier->valide);
  self->valides += attendu && dossier->valide;
  add_publics (self, moyennes, dossier);
  add_egalite (&self->egalite, dossier);

  return fits;
}

static void
init_chiffres (PvBilanChiffres *self, gint64 exercice)
{
  self->exercice = exercice;
  pv_bilan_mesure_init (&self->mesure);
  self->cout_cents = self->cout_finances_cents = PV_CENTS_NULL;
  self->charges_prevues_cents = self->charges_realisees_cents = PV_CENTS_NULL;
  self->realise_cents = self->recuperer_cents = PV_CENTS_NULL;
  pv_bilan_public_init (&self->public_demande);
  pv_bilan_public_init (&self->public_prevu);
  pv_bilan_public_init (&self->public_prevu_bilan);
  pv_bilan_public_init (&self->public_realise);
  for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
    for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
      self->egalite.mesures[b][m] = (PvEgaliteMesure){ 0, PV_CENTS_NULL };
}

static void
end_chiffres (PvBilanChiffres *self, const Moyennes *moyennes)
{
  pv_bilan_public_end (&self->public_demande, &moyennes->demande);
  pv_bilan_public_end (&self->public_prevu, &moyennes->prevu);
  pv_bilan_public_end (&self->public_prevu_bilan, &moyennes->prevu_bilan);
  pv_bilan_public_end (&self->public_realise, &moyennes->realise);
}

/* --- the passes ------------------------------------------------------------------------------- */

static gboolean
is_finance (const PvBilanDossier *dossier)
{
  return dossier->accorde > 0 || dossier->etapes[PV_ETAPE_NOTIFIE] > 0 ||
         dossier->etapes[PV_ETAPE_VERSE] > 0;
}

static void
pass_dossiers (Passe *self)
{
  PvBilanAnalyse *analyse = self->analyse;
  g_autofree Moyennes *moyennes = g_new0 (Moyennes, analyse->n_annees + 1);
  g_autoptr (GArray) lieux = g_array_new (FALSE, FALSE, sizeof (PvStatsLieu));

  for (guint i = 0; i < self->source->dossiers->len; i++)
    {
      PvBilanDossier *dossier = &g_array_index (self->source->dossiers, PvBilanDossier, i);
      guint annee = dossier->annee;

      dossier->finance = is_finance (dossier);
      if (!add_chiffres (&analyse->annees[annee], &moyennes[annee], dossier) ||
          !add_chiffres (&analyse->total, &moyennes[analyse->n_annees], dossier))
        self->debordement = TRUE;
      add_simple (self, dossier);
      add_lieux (self, dossier, lieux);
    }
  for (guint i = 0; i < analyse->n_annees; i++)
    end_chiffres (&analyse->annees[i], &moyennes[i]);
  end_chiffres (&analyse->total, &moyennes[analyse->n_annees]);
}

/* The parts of an exercice become sums like others. */
static void
take_partage (Passe *self, PvBilanPar par, Partage *partage, guint annee)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, partage->etapes->par_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PvStatsSomme *somme = value;
      PvBilanMesure *mesure = pv_bilan_cumul_get (&self->cumuls[par], somme->id, annee);

      mesure->dossiers = somme->dossiers;
      memcpy (mesure->etapes, somme->total, sizeof mesure->etapes);
    }
  g_hash_table_iter_init (&iter, partage->accorde->par_id);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PvStatsSomme *somme = value;
      PvBilanMesure *mesure = pv_bilan_cumul_get (&self->cumuls[par], somme->id, annee);

      mesure->finances = somme->dossiers;
      mesure->accorde = somme->total[0];
    }
  if (partage->etapes->debordement || partage->accorde->debordement)
    self->debordement = TRUE;
}

/* A porteur is a line: those that carry something in the exercice. */
static void
count_porteurs (Passe *self)
{
  PvBilanAnalyse *analyse = self->analyse;
  const PvBilanCumul *cumul = &self->cumuls[PV_BILAN_PAR_PORTEUR];

  for (guint p = 0; p < cumul->ids->len; p++)
    {
      gboolean finance = FALSE;

      for (guint i = 0; i < analyse->n_annees; i++)
        {
          const PvBilanMesure *mesure =
              &g_array_index (cumul->mesures, PvBilanMesure, p * cumul->n_annees + i);

          analyse->annees[i].porteurs += mesure->dossiers > 0;
          analyse->annees[i].porteurs_finances += mesure->finances > 0;
          finance = finance || mesure->finances > 0;
        }
      analyse->total.porteurs++;
      analyse->total.porteurs_finances += finance;
    }
}

static void
init_partages (Passe *self)
{
  guint n = self->analyse->n_annees;

  self->quartiers = g_new0 (Partage, n);
  self->communes = g_new0 (Partage, n);
  for (guint i = 0; i < n; i++)
    {
      self->quartiers[i].etapes = pv_stats_sommes_new (PV_N_ETAPES, FALSE);
      self->quartiers[i].accorde = pv_stats_sommes_new (1, FALSE);
      self->communes[i].etapes = pv_stats_sommes_new (PV_N_ETAPES, FALSE);
      self->communes[i].accorde = pv_stats_sommes_new (1, FALSE);
    }
}

static gboolean
passe_init (Passe *self, PvDb *db, GError **error)
{
  PvBilanAnalyse *analyse = self->analyse;

  analyse->n_annees = self->source->annees->len;
  analyse->annees = g_new0 (PvBilanChiffres, MAX (analyse->n_annees, 1));
  for (guint i = 0; i < analyse->n_annees; i++)
    init_chiffres (&analyse->annees[i], g_array_index (self->source->annees, gint64, i));
  init_chiffres (&analyse->total, PV_INT_NULL);
  analyse->parts = g_new (PvBilanParts, MAX (analyse->n_annees, 1) * PV_STATS_N_CATEGORIES);
  for (guint i = 0; i < analyse->n_annees * PV_STATS_N_CATEGORIES; i++)
    pv_stats_ligne_clear (analyse->parts[i].cents, PV_N_ETAPES);
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    pv_bilan_cumul_init (&self->cumuls[par], analyse->n_annees);
  init_partages (self);
  self->vus = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return (self->racines = pv_bilan_store_racines (db, error)) != NULL &&
         (self->formes = pv_bilan_store_formes (db, error)) != NULL &&
         (self->categories = pv_bilan_store_categories (db, error)) != NULL;
}

static void
clear_partages (Partage *partages, guint n)
{
  for (guint i = 0; partages != NULL && i < n; i++)
    {
      pv_stats_sommes_free (partages[i].etapes);
      pv_stats_sommes_free (partages[i].accorde);
    }
  g_free (partages);
}

static void
passe_clear (Passe *self)
{
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    pv_bilan_cumul_clear (&self->cumuls[par]);
  g_clear_pointer (&self->racines, g_hash_table_unref);
  g_clear_pointer (&self->formes, g_hash_table_unref);
  g_clear_pointer (&self->categories, g_hash_table_unref);
  g_clear_pointer (&self->vus, g_hash_table_unref);
  for (guint i = 0; i < PV_STATS_N_CATEGORIES; i++)
    g_free (self->vus_categories[i]);
  clear_partages (self->quartiers, self->analyse->n_annees);
  clear_partages (self->communes, self->analyse->n_annees);
}

/* "Without an axe" in the list is without any node: another frame's is not one. */
static void
forget_key (PvBilanTable *table)
{
  for (guint i = 0; i < table->lignes->len; i++)
    {
      PvBilanTableLigne *ligne = table->lignes->pdata[i];

      if (ligne->cle != NULL && *ligne->cle == '\0')
        g_clear_pointer (&ligne->cle, g_free);
    }
}

static gboolean
fill_tables (Passe *self, PvDb *db, GError **error)
{
  for (guint par = 0; par < PV_N_BILAN_PAR; par++)
    {
      PvBilanTable *table = &self->analyse->tables[par];

      table->par = (PvBilanPar)par;
      table->lignes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_bilan_table_ligne_free);
      if (!pv_bilan_table_fill (table, db, &self->cumuls[par], error))
        return FALSE;
      if (self->hors_cadre && (par == PV_BILAN_PAR_AXE || par == PV_BILAN_PAR_OBJECTIF))
        forget_key (table);
    }

  return TRUE;
}

static gboolean
run_montants (Passe *self, PvDb *db, GCancellable *cancellable, GError **error)
{
  if (!pv_bilan_source_load_suite (self->source, db, error) ||
      !pv_bilan_source_each_apport (self->source, db, add_apport_cb, self, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  pass_dossiers (self);
  for (guint i = 0; i < self->analyse->n_annees; i++)
    {
      take_partage (self, PV_BILAN_PAR_QUARTIER, &self->quartiers[i], i);
      take_partage (self, PV_BILAN_PAR_COMMUNE, &self->communes[i], i);
    }
  count_porteurs (self);

  return TRUE;
}

static gboolean
run (Passe *self, PvDb *db, PvBilanVolets volets, GCancellable *cancellable, GError **error)
{
  if (!passe_init (self, db, error) ||
      ((volets & PV_BILAN_VOLET_MONTANTS) != 0 && !run_montants (self, db, cancellable, error)) ||
      !fill_tables (self, db, error))
    return FALSE;
  if ((volets & PV_BILAN_VOLET_REALISE) != 0 &&
      !pv_bilan_budget_load (self->analyse, self->source, db, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return !self->debordement || pv_bilan_refuse_overflow (error);
}

gboolean
pv_bilan_passe_run (PvBilanAnalyse *analyse,
                    PvBilanSource *source,
                    PvDb *db,
                    PvBilanVolets volets,
                    GCancellable *cancellable,
                    GError **error)
{
  Passe passe = { .analyse = analyse, .source = source };
  gboolean done = run (&passe, db, volets, cancellable, error);

  passe_clear (&passe);

  return done;
}
