/* pv-bilan-postes-sheet.c: the sheet « Prévu et réalisé », by poste of the budget
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-bilan-classeur.h"

#include "pv-money.h"

#define COMPARES "Des dossiers dont les charges prévues et réalisées sont connues."

/* @repliee: the paper shows what was realised and its rate alone; nothing when @ancien. */
static void
add_couple (GArray *columns, const char *bande, gboolean repliee, gboolean ancien)
{
  g_autofree char *prevu = g_strdup_printf ("Prévu %s", bande);
  g_autofree char *realise = g_strdup_printf ("Réalisé %s", bande);
  g_autofree char *ecart = g_strdup_printf ("Écart %s", bande);
  g_autofree char *taux = g_strdup_printf ("Taux %s", bande);

  pv_sheet_columns_add (columns, bande, prevu, PV_SHEET_AMOUNT, COMPARES)->repliee = repliee;
  pv_sheet_columns_add (columns, bande, realise, PV_SHEET_AMOUNT, COMPARES)->repliee = ancien;
  pv_sheet_columns_add (columns, bande, ecart, PV_SHEET_AMOUNT, "Réalisé moins prévu.")->repliee =
      repliee;
  pv_sheet_columns_add (columns, bande, taux, PV_SHEET_PERCENT, "Réalisé rapporté au prévu.")
      ->repliee = ancien;
}

static GArray *
make_columns (const PvBilanAnalyse *analyse)
{
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, "Poste", "Côté", PV_SHEET_CODE, "Charge ou produit.");
  pv_sheet_columns_add (columns, "Poste", "Compte", PV_SHEET_CODE,
                        "Poste du plan de financement (Cerfa 12156).");
  pv_sheet_columns_add (columns, "Poste", "Poste", PV_SHEET_LONG_TEXT,
                        "Libellé du poste ; 86 et 87 sont hors du coût total.")
      ->largeur_max = 50;
  for (guint i = 0; i < analyse->n_annees; i++)
    {
      g_autofree char *bande = g_strdup_printf ("%" G_GINT64_FORMAT, analyse->annees[i].exercice);

      add_couple (columns, bande, analyse->n_annees > 1,
                  i + PV_BILAN_MAX_ANNEES_IMPRIMEES < analyse->n_annees);
    }
  if (analyse->n_annees > 1)
    add_couple (columns, "total", FALSE, FALSE);

  return columns;
}

static void
write_couple (PvSheet *sheet, PvCents prevu, PvCents realise)
{
  gboolean both = prevu != PV_CENTS_NULL && realise != PV_CENTS_NULL;

  pv_sheet_add_number (sheet, prevu);
  pv_sheet_add_number (sheet, realise);
  pv_sheet_add_number (sheet, both ? realise - prevu : PV_CENTS_NULL);
  pv_sheet_add_number (sheet, pv_money_rate_bp (realise, prevu));
}

static gboolean
write_poste (PvSheet *sheet,
             const PvBilanAnalyse *analyse,
             const PvBilanPoste *poste,
             GError **error)
{
  pv_sheet_add_text (sheet, poste->charge ? "Charge" : "Produit");
  /* a poste without a number has a code of ours */
  pv_sheet_add_text (sheet, g_ascii_isdigit (poste->code[0]) ? poste->code : NULL);
  pv_sheet_add_text (sheet, poste->libelle);
  for (guint annee = 0; annee < analyse->n_annees; annee++)
    write_couple (sheet, poste->prevu[annee], poste->realise[annee]);
  if (analyse->n_annees > 1)
    write_couple (sheet, poste->prevu_total, poste->realise_total);

  return pv_sheet_end_row (sheet, error);
}

/* The charges, then the products. */
static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  const PvBilanAnalyse *analyse = user_data;

  for (int produits = 0; produits < 2; produits++)
    for (guint i = 0; i < analyse->postes->len; i++)
      {
        const PvBilanPoste *poste = analyse->postes->pdata[i];

        if (poste->charge != (produits == 0))
          continue;
        if (!write_poste (sheet, analyse, poste, error))
          return FALSE;
      }

  return TRUE;
}

/* Charges and products are not summed together: the totals row says those of the charges. */
static void
set_totals (GArray *columns, const PvBilanAnalyse *analyse)
{
  for (guint i = 0; i <= analyse->n_annees; i++)
    {
      const PvBilanChiffres *chiffres =
          pv_bilan_analyse_get_chiffres (analyse, i == analyse->n_annees ? -1 : (int)i);
      PvCents prevu = chiffres->charges_prevues_cents;
      PvCents realise = chiffres->charges_realisees_cents;
      gboolean both = prevu != PV_CENTS_NULL && realise != PV_CENTS_NULL;
      const gint64 totals[] = { prevu, realise, both ? realise - prevu : PV_CENTS_NULL,
                                pv_bilan_chiffres_get_taux_bp (chiffres) };

      for (guint j = 0; j < G_N_ELEMENTS (totals) && 3 + 4 * i + j < columns->len; j++)
        g_array_index (columns, PvSheetColumn, 3 + 4 * i + j).total_fixe = totals[j];
    }
}

gboolean
pv_bilan_postes_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error)
{
  GArray *columns = make_columns (self->analyse);

  set_totals (columns, self->analyse);
  pv_sheet_write_title (
      self->sheets[feuille],
      "Prévu et réalisé, des dossiers dont le compte rendu dit les charges ; total : les charges, "
      "hors contributions volontaires",
      NULL);
  return pv_sheet_write_table (self->sheets[feuille], 2, 3, columns,
                               "Aucun compte rendu ne dit encore de charges réalisées.", fill,
                               self->analyse, error);
}
