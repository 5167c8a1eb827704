/* pv-synthese-groupes-sheet.c: the sheets by territory and by axe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"
#include "synthese/pv-synthese-groupe-store.h"

typedef struct
{
  const PvMatrice *matrice;
  GHashTable *beneficiaires;
} Groupes;

static GArray *
make_columns (const char *nom, const char *code, PvEtape courante, const char *partage)
{
  GArray *columns = pv_sheet_columns_new ();
  guint visible = 1u << courante;

  pv_sheet_columns_add (columns, nom, nom, PV_SHEET_LONG_TEXT, partage)->largeur_max = 50;
  pv_sheet_columns_add (columns, nom, code, PV_SHEET_TEXT, "Code dans le cadre ou la géographie.");
  pv_sheet_columns_add (columns, nom, "Dossiers", PV_SHEET_COUNT,
                        "Nombre de dossiers distincts ; le total compte chaque dossier une fois.");
  pv_sheet_columns_add (
      columns, "Bénéficiaires prévus", "Femmes", PV_SHEET_COUNT,
      "Personnes prévues par les dossiers ; le total compte chaque dossier une fois.");
  pv_sheet_columns_add (columns, "Bénéficiaires prévus", "Hommes", PV_SHEET_COUNT,
                        "Personnes prévues par les dossiers.");
  pv_sheet_columns_add (columns, "Bénéficiaires prévus", "Total", PV_SHEET_COUNT,
                        "Femmes, hommes et non ventilés, de ce qui est connu.");
  pv_synthese_add_montants (columns, "Tous financeurs", G_MAXUINT,
                            "Somme de tous les financeurs à cette étape.");
  for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
    pv_synthese_add_montants (columns, pv_groupe_to_libelle (groupe), visible,
                              "Somme des financements de ces financeurs à cette étape.");

  return columns;
}

static void
set_totals (GArray *columns, gint64 dossiers, const PvSyntheseBeneficiaires *tous)
{
  const gint64 totals[] = { dossiers, tous->femmes, tous->hommes, tous->total };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    g_array_index (columns, PvSheetColumn, 2 + i).total_fixe = totals[i];
}

static void
write_groups (PvSheet *sheet, const PvMatriceRow *row)
{
  PvCents groupes[PV_SYNTHESE_N_GROUPES][PV_N_ETAPES];

  for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
    for (guint etape = 0; etape < PV_N_ETAPES; etape++)
      groupes[groupe][etape] = PV_CENTS_NULL;

  /* parts of a sum that was itself checked: they cannot overflow */
  for (guint categorie = 0; categorie < PV_STATS_N_CATEGORIES; categorie++)
    for (guint etape = 0; etape < PV_N_ETAPES; etape++)
      {
        PvCents *sum = &groupes[pv_categorie_to_groupe ((PvCategorie)categorie)][etape];

        pv_money_add (*sum, row->cells[categorie][etape], sum);
      }

  pv_sheet_add_numbers (sheet, row->total, PV_N_ETAPES);
  for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
    pv_sheet_add_numbers (sheet, groupes[groupe], PV_N_ETAPES);
}

/* The key is the label itself where there is no code. */
static void
write_name (PvSheet *sheet, const PvMatriceRow *row)
{
  gboolean special = g_strcmp0 (row->key, PV_STATS_NON_REPARTI) == 0 ||
                     g_strcmp0 (row->key, PV_STATS_NON_RENSEIGNE) == 0;
  g_autofree char *capitalised = special ? pv_sheet_capitalise (row->label) : NULL;

  pv_sheet_add_text (sheet, special ? capitalised : row->label);
  pv_sheet_add_text (sheet, special || g_strcmp0 (row->key, row->label) == 0 ? NULL : row->key);
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  static const PvSyntheseBeneficiaires unknown = { PV_INT_NULL, PV_INT_NULL, PV_INT_NULL };
  const Groupes *self = user_data;

  for (guint i = 0; i < self->matrice->rows->len; i++)
    {
      const PvMatriceRow *row = self->matrice->rows->pdata[i];
      const PvSyntheseBeneficiaires *people = g_hash_table_lookup (self->beneficiaires, row->key);

      if (people == NULL)
        people = &unknown;

      write_name (sheet, row);
      pv_sheet_add_number (sheet, row->dossiers);
      pv_sheet_add_number (sheet, people->femmes);
      pv_sheet_add_number (sheet, people->hommes);
      pv_sheet_add_number (sheet, people->total);
      write_groups (sheet, row);
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_sheet (PvSynthese *self,
             PvSheet *sheet,
             const PvMatrice *matrice,
             GArray *columns,
             GError **error)
{
  PvSyntheseBeneficiaires tous = { 0 };
  g_autoptr (GArray) owned = columns;
  g_autoptr (GHashTable) beneficiaires =
      pv_synthese_beneficiaires_load (self->db, matrice->by, &self->filtre, &tous, error);
  Groupes groupes = { matrice, beneficiaires };

  if (beneficiaires == NULL)
    return FALSE;

  set_totals (columns, matrice->total.dossiers, &tous);
  return pv_sheet_write_table (sheet, 2, 2, g_steal_pointer (&owned), NULL, fill, &groupes, error);
}

gboolean
pv_synthese_territoires_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  g_autoptr (PvMatrice) matrice =
      pv_stats_matrice (self->db, PV_STATS_TERRITOIRE, &self->filtre, error);

  if (matrice == NULL)
    return FALSE;

  pv_sheet_write_title (sheet, "Territoires", NULL);
  return write_sheet (self, sheet, matrice,
                      make_columns ("Territoire", "Code", self->contexte->etape_courante,
                                    "Quartier ou commune entière. Les montants suivent les parts "
                                    "du dossier, au centime près ; sans parts qui fassent 100 %, "
                                    "ils sont « non répartis »."),
                      error);
}

gboolean
pv_synthese_axes_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  pv_sheet_write_title (sheet, "Axes", NULL);
  return write_sheet (self, sheet, self->axes,
                      make_columns ("Axe", "Code", self->contexte->etape_courante,
                                    "Racine du cadre principal dont relève l’objectif principal."),
                      error);
}
