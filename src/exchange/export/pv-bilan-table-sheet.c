/* pv-bilan-table-sheet.c: one sheet per table of the analysis, its exercices side by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-bilan-classeur.h"

#include "pv-money.h"

static const struct
{
  PvBilanFeuille feuille;
  PvBilanPar par;
  const char *titre;
  const char *definition;
} tables[] = {
  { PV_BILAN_CATEGORIES, PV_BILAN_PAR_CATEGORIE, "Catégories de financeurs",
    "Catégorie de financeur ; un dossier de plusieurs financeurs compte pour chacun." },
  { PV_BILAN_FINANCEURS, PV_BILAN_PAR_FINANCEUR, "Financeurs",
    "Organisme qui finance ; un dossier de plusieurs financeurs compte pour chacun." },
  { PV_BILAN_AXES, PV_BILAN_PAR_AXE, "Priorités d’intervention : axes",
    "Racine du cadre principal dont relève l’objectif principal du dossier." },
  { PV_BILAN_OBJECTIFS, PV_BILAN_PAR_OBJECTIF, "Priorités d’intervention : objectifs",
    "Objectif principal du dossier dans le cadre principal." },
  { PV_BILAN_COMMUNES, PV_BILAN_PAR_COMMUNE, "Communes",
    "Les montants suivent les parts des territoires, au centime près ; sans parts qui fassent "
    "100 %, ils sont « non répartis »." },
  { PV_BILAN_QUARTIERS, PV_BILAN_PAR_QUARTIER, "Quartiers",
    "Quartier, ou commune entière. Les montants suivent les parts des territoires, au centime "
    "près ; sans parts qui fassent 100 %, ils sont « non répartis »." },
  { PV_BILAN_PORTEURS, PV_BILAN_PAR_PORTEUR, "Porteurs", "Organisme qui porte les dossiers." },
  { PV_BILAN_FORMES, PV_BILAN_PAR_FORME, "Formes des porteurs", "Forme juridique du porteur." },
  { PV_BILAN_NATURE, PV_BILAN_PAR_NATURE, "Actions nouvelles et reconduites",
    "Action nouvelle, ou reconduction d’une action d’un exercice passé." },
  { PV_BILAN_CPO, PV_BILAN_PAR_CPO, "Conventions pluriannuelles d’objectifs",
    "Dossier d’une convention pluriannuelle d’objectifs (CPO), ou annuel." },
};

typedef struct
{
  const PvBilanAnalyse *analyse;
  const PvBilanTable *table;
} Contenu;

/* --- the columns ---------------------------------------------------------------------------- */

typedef enum
{
  MESURE_FINANCES,
  MESURE_ACCORDE,
  MESURE_NOTIFIE,
  MESURE_VERSE,
  MESURE_DOSSIERS,
  MESURE_SOLLICITE,
  MESURE_PROPOSE,
  MESURE_ARBITRE,
  MESURE_VOTE,
  N_MESURES,
} Mesure;

/* Those that the paper shows come first, the others fold. */
static const struct
{
  const char *bande;
  PvSheetKind kind;
  PvEtape etape;
  gboolean repliee;
  const char *definition;
} mesures[N_MESURES] = {
  [MESURE_FINANCES] = { "Dossiers financés", PV_SHEET_COUNT, 0, FALSE,
                        "Dossiers distincts dont un montant est accordé, notifié ou versé." },
  [MESURE_ACCORDE] = { "Accordé", PV_SHEET_AMOUNT, 0, FALSE, "Montant voté ; à défaut arbitré." },
  [MESURE_NOTIFIE] = { "Notifié", PV_SHEET_AMOUNT, PV_ETAPE_NOTIFIE, FALSE,
                       "Montant notifié au porteur." },
  [MESURE_VERSE] = { "Versé", PV_SHEET_AMOUNT, PV_ETAPE_VERSE, FALSE,
                     "Acomptes, soldes et compléments, reversements déduits." },
  [MESURE_DOSSIERS] = { "Dossiers", PV_SHEET_COUNT, 0, TRUE,
                        "Dossiers distincts, financés ou non." },
  [MESURE_SOLLICITE] = { "Sollicité", PV_SHEET_AMOUNT, PV_ETAPE_SOLLICITE, TRUE,
                         "Montant demandé par le porteur." },
  [MESURE_PROPOSE] = { "Proposé", PV_SHEET_AMOUNT, PV_ETAPE_PROPOSE, TRUE,
                       "Montant proposé par l’instruction." },
  [MESURE_ARBITRE] = { "Arbitré", PV_SHEET_AMOUNT, PV_ETAPE_ARBITRE, TRUE,
                       "Montant arbitré par l’instance de décision." },
  [MESURE_VOTE] = { "Voté", PV_SHEET_AMOUNT, PV_ETAPE_VOTE, TRUE,
                    "Montant voté par l’assemblée du financeur." },
};

static gint64
get_value (const PvBilanMesure *mesure, Mesure quoi)
{
  if (quoi == MESURE_FINANCES)
    return mesure->finances;
  if (quoi == MESURE_DOSSIERS)
    return mesure->dossiers;
  if (quoi == MESURE_ACCORDE)
    return mesure->accorde;

  return mesure->etapes[mesures[quoi].etape];
}

/* Of amounts that are not those granted, the paper shows the sum of the exercices; of the others,
 * the last ones and the sum. @annee: n_annees: the sum */
static gboolean
is_folded (const PvBilanAnalyse *analyse, Mesure quoi, guint annee)
{
  gboolean paper = quoi == MESURE_FINANCES || quoi == MESURE_ACCORDE;
  gboolean old = annee + PV_BILAN_MAX_ANNEES_IMPRIMEES < analyse->n_annees;

  return mesures[quoi].repliee || old ||
         (!paper && annee < analyse->n_annees && analyse->n_annees > 1);
}

static void
add_measure (GArray *columns, const PvBilanAnalyse *analyse, Mesure quoi)
{
  for (guint i = 0; i <= analyse->n_annees; i++)
    {
      gboolean total = i == analyse->n_annees;
      gint64 of_all =
          get_value (&pv_bilan_analyse_get_chiffres (analyse, total ? -1 : (int)i)->mesure, quoi);
      g_autofree char *entete = total
                                    ? g_strdup_printf ("%s, total", mesures[quoi].bande)
                                    : g_strdup_printf ("%s %" G_GINT64_FORMAT, mesures[quoi].bande,
                                                       analyse->annees[i].exercice);
      PvSheetColumn *column;

      if (total && analyse->n_annees == 1)
        continue;
      column = pv_sheet_columns_add (columns, mesures[quoi].bande, entete, mesures[quoi].kind,
                                     mesures[quoi].definition);
      column->repliee = is_folded (analyse, quoi, i);
      /* a sum of nothing is not known, which is not 0 */
      if (mesures[quoi].kind == PV_SHEET_AMOUNT && of_all != PV_CENTS_NULL)
        column->somme = TRUE;
      else
        column->total_fixe = of_all;
    }
}

static GArray *
make_columns (const PvBilanAnalyse *analyse, PvBilanPar par, const char *definition)
{
  GArray *columns = pv_sheet_columns_new ();
  const char *nom = pv_bilan_par_to_libelle (par);

  pv_sheet_columns_add (columns, nom, nom, PV_SHEET_LONG_TEXT, definition)->largeur_max = 50;
  pv_sheet_columns_add (columns, nom, "Code", PV_SHEET_TEXT,
                        "SIRET, code du cadre, code INSEE ou code du quartier.");
  pv_sheet_columns_add (columns, nom, "Part", PV_SHEET_PERCENT,
                        "Part dans le total accordé des exercices.");
  for (guint quoi = 0; quoi < N_MESURES; quoi++)
    {
      add_measure (columns, analyse, quoi);
      if (quoi == MESURE_ACCORDE && analyse->n_annees > 1)
        pv_sheet_columns_add (columns, mesures[quoi].bande, "Évolution", PV_SHEET_PERCENT,
                              "Du montant accordé, d’un exercice au suivant, pour les deux "
                              "derniers.");
    }

  return columns;
}

/* --- the rows ------------------------------------------------------------------------------- */

static void
write_measure (PvSheet *sheet,
               const PvBilanAnalyse *analyse,
               const PvBilanTableLigne *ligne,
               Mesure quoi)
{
  for (guint i = 0; i < analyse->n_annees; i++)
    pv_sheet_add_number (sheet, get_value (&ligne->annees[i], quoi));
  if (analyse->n_annees > 1)
    pv_sheet_add_number (sheet, get_value (&ligne->total, quoi));
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  const Contenu *self = user_data;
  const PvBilanAnalyse *analyse = self->analyse;
  guint n = analyse->n_annees;

  for (guint i = 0; i < self->table->lignes->len; i++)
    {
      const PvBilanTableLigne *ligne = self->table->lignes->pdata[i];
      g_autofree char *nom = pv_sheet_capitalise (ligne->libelle);

      pv_sheet_add_text (sheet, nom);
      pv_sheet_add_text (sheet, ligne->code);
      pv_sheet_add_number (sheet,
                           pv_money_rate_bp (ligne->total.accorde, analyse->total.mesure.accorde));
      for (guint quoi = 0; quoi < N_MESURES; quoi++)
        {
          write_measure (sheet, analyse, ligne, quoi);
          if (quoi == MESURE_ACCORDE && n > 1)
            pv_sheet_add_number (sheet, pv_bilan_evolution_bp (ligne->annees[n - 2].accorde,
                                                               ligne->annees[n - 1].accorde));
        }
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static guint
find_table (PvBilanFeuille feuille)
{
  guint i = 0;

  while (tables[i].feuille != feuille)
    i++;

  return i;
}

PvBilanPar
pv_bilan_feuille_get_par (PvBilanFeuille feuille)
{
  return tables[find_table (feuille)].par;
}

gboolean
pv_bilan_table_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error)
{
  PvSheet *sheet = self->sheets[feuille];
  guint i = find_table (feuille);
  Contenu contenu = { self->analyse, pv_bilan_analyse_get_table (self->analyse, tables[i].par) };

  pv_sheet_write_title (sheet, tables[i].titre, NULL);
  return pv_sheet_write_table (sheet, 2, 2,
                               make_columns (self->analyse, tables[i].par, tables[i].definition),
                               "Aucun dossier.", fill, &contenu, error);
}
