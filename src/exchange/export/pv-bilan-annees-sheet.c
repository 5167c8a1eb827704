/* pv-bilan-annees-sheet.c: key figures, égalité and people, one row per exercice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-bilan-classeur.h"
#include "export/pv-synthese-charts.h"

#include "pv-money.h"

/* One figure of an exercice, or of the whole; @detail: a stage, a mark or a base. */
typedef gint64 (*Lecture) (const PvBilanChiffres *chiffres, guint detail);

typedef struct
{
  PvBilanFeuille feuille;
  const char *bande;
  const char *entete;
  PvSheetKind kind;
  Lecture lecture;
  guint detail;
  const char *definition;
  gboolean repliee;
} Colonne;

/* --- what is read --------------------------------------------------------------------------- */

static gint64
get_dossiers (const PvBilanChiffres *chiffres, guint detail)
{
  return chiffres->mesure.dossiers;
}

static gint64
get_finances (const PvBilanChiffres *chiffres, guint detail)
{
  return chiffres->mesure.finances;
}

static gint64
get_porteurs (const PvBilanChiffres *chiffres, guint detail)
{
  return detail ? chiffres->porteurs_finances : chiffres->porteurs;
}

static gint64
get_cout (const PvBilanChiffres *chiffres, guint detail)
{
  return detail ? chiffres->cout_finances_cents : chiffres->cout_cents;
}

static gint64
get_etape (const PvBilanChiffres *chiffres, guint etape)
{
  return chiffres->mesure.etapes[etape];
}

static gint64
get_accorde (const PvBilanChiffres *chiffres, guint detail)
{
  return chiffres->mesure.accorde;
}

static gint64
get_accorde_moyen (const PvBilanChiffres *chiffres, guint detail)
{
  PvCents accorde = chiffres->mesure.accorde;
  gint64 n = chiffres->mesure.finances;

  return accorde == PV_CENTS_NULL || n == 0 ? PV_CENTS_NULL : (accorde + n / 2) / n;
}

static gint64
get_taux_accorde (const PvBilanChiffres *chiffres, guint detail)
{
  return pv_money_rate_bp (chiffres->mesure.accorde, chiffres->mesure.etapes[PV_ETAPE_SOLLICITE]);
}

static gint64
get_attendus (const PvBilanChiffres *chiffres, guint detail)
{
  const gint64 nombres[] = { chiffres->attendus, chiffres->recus, chiffres->valides,
                             chiffres->compares };

  return nombres[detail];
}

static gint64
get_charges (const PvBilanChiffres *chiffres, guint detail)
{
  const gint64 montants[] = { chiffres->charges_prevues_cents, chiffres->charges_realisees_cents,
                              chiffres->realise_cents, chiffres->recuperer_cents };

  return montants[detail];
}

static gint64
get_taux_realisation (const PvBilanChiffres *chiffres, guint detail)
{
  return pv_bilan_chiffres_get_taux_bp (chiffres);
}

/* --- people --------------------------------------------------------------------------------- */

typedef enum
{
  QUI_FEMMES,
  QUI_HOMMES,
  QUI_NON_VENTILES,
  QUI_TOTAL,
  QUI_QPV,
  QUI_DOSSIERS,
} Qui;

static gint64
get_public (const PvBilanPublic *public, guint qui)
{
  const gint64 nombres[] = { public->femmes, public->hommes, public->non_ventiles,
                             public->total,  public->qpv_bp, public->dossiers };

  return nombres[qui];
}

static gint64
get_prevus (const PvBilanChiffres *chiffres, guint qui)
{
  return get_public (&chiffres->public_prevu, qui);
}

static gint64
get_prevus_bilan (const PvBilanChiffres *chiffres, guint qui)
{
  return get_public (&chiffres->public_prevu_bilan, qui);
}

static gint64
get_realises (const PvBilanChiffres *chiffres, guint qui)
{
  return get_public (&chiffres->public_realise, qui);
}

static gint64
get_realises_bilan (const PvBilanChiffres *chiffres, guint qui)
{
  return get_public (&chiffres->public_realise_bilan, qui);
}

/* --- égalité -------------------------------------------------------------------------------- */

static gint64
get_demandes (const PvBilanChiffres *chiffres, guint marque)
{
  return chiffres->egalite.mesures[PV_EGALITE_DEMANDE][marque].dossiers;
}

static gint64
get_finances_marque (const PvBilanChiffres *chiffres, guint marque)
{
  return chiffres->egalite.mesures[PV_EGALITE_ACCORDE][marque].dossiers;
}

static gint64
get_accorde_marque (const PvBilanChiffres *chiffres, guint marque)
{
  return chiffres->egalite.mesures[PV_EGALITE_ACCORDE][marque].cents;
}

static gint64
get_part (const PvBilanChiffres *chiffres, guint montant)
{
  return pv_egalite_ligne_get_part_bp (&chiffres->egalite, PV_EGALITE_ACCORDE, montant != 0);
}

static gint64
get_couverture (const PvBilanChiffres *chiffres, guint montant)
{
  return pv_egalite_ligne_get_couverture_bp (&chiffres->egalite, PV_EGALITE_ACCORDE, montant != 0);
}

/* --- the columns ---------------------------------------------------------------------------- */

/* clang-format off */
static const Colonne colonnes[] = {
  { PV_BILAN_EVOLUTION, "Actions", "Dossiers", PV_SHEET_COUNT, get_dossiers, 0,
    "Dossiers distincts, financés ou non." },
  { PV_BILAN_EVOLUTION, "Actions", "Dossiers financés", PV_SHEET_COUNT, get_finances, 0,
    "Dossiers dont un montant est accordé, notifié ou versé." },
  { PV_BILAN_EVOLUTION, "Actions", "Porteurs", PV_SHEET_COUNT, get_porteurs, 0,
    "Organismes qui portent un dossier ; le total compte chacun une fois." },
  { PV_BILAN_EVOLUTION, "Actions", "Porteurs financés", PV_SHEET_COUNT, get_porteurs, 1,
    "Organismes qui portent un dossier financé ; le total compte chacun une fois." },
  { PV_BILAN_EVOLUTION, "Coût total", "Tous les dossiers", PV_SHEET_AMOUNT, get_cout, 0,
    "Charges prévues, hors contributions volontaires (86 et 87).", TRUE },
  { PV_BILAN_EVOLUTION, "Coût total", "Des dossiers financés", PV_SHEET_AMOUNT, get_cout, 1,
    "Charges prévues, hors contributions volontaires (86 et 87)." },
  { PV_BILAN_EVOLUTION, "Montants", "Sollicité", PV_SHEET_AMOUNT, get_etape, PV_ETAPE_SOLLICITE,
    "Somme de tous les financeurs à cette étape." },
  { PV_BILAN_EVOLUTION, "Montants", "Proposé", PV_SHEET_AMOUNT, get_etape, PV_ETAPE_PROPOSE,
    "Somme de tous les financeurs à cette étape.", TRUE },
  { PV_BILAN_EVOLUTION, "Montants", "Arbitré", PV_SHEET_AMOUNT, get_etape, PV_ETAPE_ARBITRE,
    "Somme de tous les financeurs à cette étape.", TRUE },
  { PV_BILAN_EVOLUTION, "Montants", "Voté", PV_SHEET_AMOUNT, get_etape, PV_ETAPE_VOTE,
    "Somme de tous les financeurs à cette étape.", TRUE },
  { PV_BILAN_EVOLUTION, "Montants", "Notifié", PV_SHEET_AMOUNT, get_etape, PV_ETAPE_NOTIFIE,
    "Somme de tous les financeurs à cette étape." },
  { PV_BILAN_EVOLUTION, "Montants", "Versé", PV_SHEET_AMOUNT, get_etape, PV_ETAPE_VERSE,
    "Acomptes, soldes et compléments, reversements déduits." },
  { PV_BILAN_EVOLUTION, "Montants", "Accordé", PV_SHEET_AMOUNT, get_accorde, 0,
    "Montant voté ; à défaut arbitré." },
  { PV_BILAN_EVOLUTION, "Montants", "Accordé moyen", PV_SHEET_AMOUNT, get_accorde_moyen, 0,
    "Montant accordé par dossier financé, arrondi au centime.", TRUE },
  { PV_BILAN_EVOLUTION, "Montants", "Accordé sur sollicité", PV_SHEET_PERCENT, get_taux_accorde, 0,
    "Montant accordé rapporté au montant sollicité." },
  { PV_BILAN_EVOLUTION, "Comptes rendus", "Attendus", PV_SHEET_COUNT, get_attendus, 0,
    "Dossiers dont un montant est notifié ou versé." },
  { PV_BILAN_EVOLUTION, "Comptes rendus", "Reçus", PV_SHEET_COUNT, get_attendus, 1,
    "Comptes rendus attendus qui sont reçus." },
  { PV_BILAN_EVOLUTION, "Comptes rendus", "Validés", PV_SHEET_COUNT, get_attendus, 2,
    "Comptes rendus reçus qui sont validés." },
  { PV_BILAN_EVOLUTION, "Réalisé", "Dossiers comparés", PV_SHEET_COUNT, get_attendus, 3,
    "Dossiers dont les charges prévues et réalisées sont connues." },
  { PV_BILAN_EVOLUTION, "Réalisé", "Charges prévues", PV_SHEET_AMOUNT, get_charges, 0,
    "Des dossiers comparés, hors contributions volontaires." },
  { PV_BILAN_EVOLUTION, "Réalisé", "Charges réalisées", PV_SHEET_AMOUNT, get_charges, 1,
    "Des dossiers comparés, hors contributions volontaires." },
  { PV_BILAN_EVOLUTION, "Réalisé", "Taux de réalisation", PV_SHEET_PERCENT, get_taux_realisation, 0,
    "Charges réalisées rapportées aux charges prévues des dossiers comparés." },
  { PV_BILAN_EVOLUTION, "Réalisé", "À récupérer", PV_SHEET_AMOUNT, get_charges, 3,
    "Montants à récupérer confirmés dans les bilans." },

  { PV_BILAN_EGALITE, "Dossiers déposés", "Marque 0", PV_SHEET_COUNT, get_demandes, 0,
    "Nombre de dossiers, par marque décidée en commun." },
  { PV_BILAN_EGALITE, "Dossiers déposés", "Marque 1", PV_SHEET_COUNT, get_demandes, 1,
    "Nombre de dossiers, par marque décidée en commun." },
  { PV_BILAN_EGALITE, "Dossiers déposés", "Marque 2", PV_SHEET_COUNT, get_demandes, 2,
    "Nombre de dossiers, par marque décidée en commun." },
  { PV_BILAN_EGALITE, "Dossiers déposés", "Non évalués", PV_SHEET_COUNT, get_demandes,
    PV_EGALITE_NON_EVALUE, "Dossiers sans marque décidée, ce qui n’est pas la marque 0." },
  { PV_BILAN_EGALITE, "Dossiers financés", "Financés, marque 0", PV_SHEET_COUNT, get_finances_marque,
    0, "Nombre de dossiers financés, par marque décidée en commun." },
  { PV_BILAN_EGALITE, "Dossiers financés", "Financés, marque 1", PV_SHEET_COUNT, get_finances_marque,
    1, "Nombre de dossiers financés, par marque décidée en commun." },
  { PV_BILAN_EGALITE, "Dossiers financés", "Financés, marque 2", PV_SHEET_COUNT, get_finances_marque,
    2, "Nombre de dossiers financés, par marque décidée en commun." },
  { PV_BILAN_EGALITE, "Dossiers financés", "Financés, non évalués", PV_SHEET_COUNT,
    get_finances_marque, PV_EGALITE_NON_EVALUE, "Dossiers financés sans marque décidée." },
  { PV_BILAN_EGALITE, "Montant accordé", "Accordé, marque 0", PV_SHEET_AMOUNT, get_accorde_marque, 0,
    "Montant accordé aux dossiers financés de cette marque." },
  { PV_BILAN_EGALITE, "Montant accordé", "Accordé, marque 1", PV_SHEET_AMOUNT, get_accorde_marque, 1,
    "Montant accordé aux dossiers financés de cette marque." },
  { PV_BILAN_EGALITE, "Montant accordé", "Accordé, marque 2", PV_SHEET_AMOUNT, get_accorde_marque, 2,
    "Montant accordé aux dossiers financés de cette marque." },
  { PV_BILAN_EGALITE, "Montant accordé", "Accordé, non évalués", PV_SHEET_AMOUNT, get_accorde_marque,
    PV_EGALITE_NON_EVALUE, "Montant accordé aux dossiers financés sans marque." },
  { PV_BILAN_EGALITE, "Part 1 et 2", "Part des dossiers", PV_SHEET_PERCENT, get_part, 0,
    "Marques 1 et 2 parmi les dossiers financés évalués." },
  { PV_BILAN_EGALITE, "Part 1 et 2", "Part des montants", PV_SHEET_PERCENT, get_part, 1,
    "Marques 1 et 2 parmi les montants accordés évalués." },
  { PV_BILAN_EGALITE, "Couverture", "Dossiers évalués", PV_SHEET_PERCENT, get_couverture, 0,
    "Dossiers financés évalués sur dossiers financés." },
  { PV_BILAN_EGALITE, "Couverture", "Montants évalués", PV_SHEET_PERCENT, get_couverture, 1,
    "Montants accordés évalués sur montants accordés." },

  { PV_BILAN_PUBLICS, "Prévus, dossiers financés", "Femmes prévues", PV_SHEET_COUNT, get_prevus,
    QUI_FEMMES, "Bénéficiaires prévus par les dossiers financés." },
  { PV_BILAN_PUBLICS, "Prévus, dossiers financés", "Hommes prévus", PV_SHEET_COUNT, get_prevus,
    QUI_HOMMES, "Bénéficiaires prévus par les dossiers financés." },
  { PV_BILAN_PUBLICS, "Prévus, dossiers financés", "Non ventilés prévus", PV_SHEET_COUNT, get_prevus,
    QUI_NON_VENTILES, "Bénéficiaires prévus par les dossiers financés." },
  { PV_BILAN_PUBLICS, "Prévus, dossiers financés", "Total prévu", PV_SHEET_COUNT, get_prevus,
    QUI_TOTAL, "Bénéficiaires prévus par les dossiers financés." },
  { PV_BILAN_PUBLICS, "Prévus, dossiers financés", "Part QPV prévue", PV_SHEET_PERCENT, get_prevus,
    QUI_QPV, "Part des habitants de QPV, pondérée par le nombre de bénéficiaires." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Prévus, au compte rendu", PV_SHEET_COUNT,
    get_prevus_bilan, QUI_TOTAL,
    "Bénéficiaires prévus par les seuls dossiers dont le compte rendu les dit réalisés." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Réalisés, des mêmes dossiers", PV_SHEET_COUNT,
    get_realises_bilan, QUI_TOTAL,
    "Bénéficiaires réalisés par les dossiers qui en prévoyaient, à comparer aux prévus." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Femmes", PV_SHEET_COUNT, get_realises, QUI_FEMMES,
    "Bénéficiaires réalisés, selon les comptes rendus." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Hommes", PV_SHEET_COUNT, get_realises, QUI_HOMMES,
    "Bénéficiaires réalisés, selon les comptes rendus." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Non ventilés", PV_SHEET_COUNT, get_realises,
    QUI_NON_VENTILES, "Bénéficiaires réalisés, selon les comptes rendus." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Total réalisé", PV_SHEET_COUNT, get_realises,
    QUI_TOTAL, "Bénéficiaires réalisés, selon les comptes rendus." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Part QPV réalisée", PV_SHEET_PERCENT, get_realises,
    QUI_QPV, "Part des habitants de QPV, pondérée par le nombre de bénéficiaires." },
  { PV_BILAN_PUBLICS, "Selon les comptes rendus : prévus, puis réalisés", "Dossiers qui les disent", PV_SHEET_COUNT,
    get_realises, QUI_DOSSIERS, "Dossiers dont le compte rendu dit des bénéficiaires." },
};
/* clang-format on */

/* --- the sheet ------------------------------------------------------------------------------ */

typedef struct
{
  const PvBilanAnalyse *analyse;
  PvBilanFeuille feuille;
} Contenu;

static GArray *
make_columns (const Contenu *self)
{
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, "Exercice", "Exercice", PV_SHEET_YEAR, "Exercice du dossier.");
  for (guint i = 0; i < G_N_ELEMENTS (colonnes); i++)
    if (colonnes[i].feuille == self->feuille)
      {
        PvSheetColumn *column =
            pv_sheet_columns_add (columns, colonnes[i].bande, colonnes[i].entete, colonnes[i].kind,
                                  colonnes[i].definition);

        /* a dossier, a porteur and a rate of the whole are no sums */
        column->total_fixe = colonnes[i].lecture (&self->analyse->total, colonnes[i].detail);
        column->repliee = colonnes[i].repliee;
      }

  return columns;
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  const Contenu *self = user_data;

  for (guint annee = 0; annee < self->analyse->n_annees; annee++)
    {
      const PvBilanChiffres *chiffres = &self->analyse->annees[annee];

      pv_sheet_add_number (sheet, chiffres->exercice);
      for (guint i = 0; i < G_N_ELEMENTS (colonnes); i++)
        if (colonnes[i].feuille == self->feuille)
          pv_sheet_add_number (sheet, colonnes[i].lecture (chiffres, colonnes[i].detail));
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

/* --- its chart ------------------------------------------------------------------------------ */

/* Title and context, bands, headers; one blank row around the totals. */
#define FIRST_ROW 4
#define ROWS_AROUND_TOTALS 3
#define CHART_ROWS 16

static guint
find_column (PvSheet *sheet, const char *entete)
{
  const GArray *columns = pv_sheet_get_columns (sheet);
  guint i = 0;

  while (i < columns->len &&
         !g_str_equal (g_array_index (columns, PvSheetColumn, i).entete, entete))
    i++;

  return i;
}

static void
draw (PvBilanClasseur *self, PvBilanFeuille feuille)
{
  static const struct
  {
    const char *titre;
    const char *entetes[4];
  } graphiques[PV_N_BILAN_FEUILLES] = {
    [PV_BILAN_EVOLUTION] = { "Du montant demandé au montant versé",
                             { "Sollicité", "Accordé", "Notifié", "Versé" } },
    [PV_BILAN_EGALITE] = { "Montant accordé par marque",
                           { "Accordé, marque 0", "Accordé, marque 1", "Accordé, marque 2",
                             "Accordé, non évalués" } },
  };
  PvSheet *sheet = self->sheets[feuille];
  guint n = self->analyse->n_annees;
  PvChartRange range = { .titre_ligne = FIRST_ROW - 1,
                         .premiere = FIRST_ROW,
                         .derniere = FIRST_ROW + n - 1 };
  PvChartPlace place = { .ligne = FIRST_ROW + n + ROWS_AROUND_TOTALS,
                         .n_lignes = CHART_ROWS,
                         .titre = graphiques[feuille].titre };
  guint columns[4];

  if (n == 0 || place.titre == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = find_column (sheet, graphiques[feuille].entetes[i]);
  pv_synthese_chart_columns (sheet, feuille == PV_BILAN_EGALITE, &range, columns,
                             G_N_ELEMENTS (columns), &place, place.titre);
}

gboolean
pv_bilan_annees_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error)
{
  static const char *const titres[PV_N_BILAN_FEUILLES] = {
    [PV_BILAN_EVOLUTION] = "Évolution d’un exercice à l’autre",
    [PV_BILAN_EGALITE] = "Égalité femmes-hommes",
    [PV_BILAN_PUBLICS] = "Publics prévus et réalisés",
  };
  Contenu contenu = { self->analyse, feuille };

  pv_sheet_write_title (self->sheets[feuille], titres[feuille], NULL);
  if (!pv_sheet_write_table (self->sheets[feuille], 2, 1, make_columns (&contenu), "Aucun dossier.",
                             fill, &contenu, error))
    return FALSE;

  draw (self, feuille);
  return TRUE;
}
