/* pv-synthese-dossiers-sheet.c: the sheet with one row per dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"
#include "institution/pv-institution.h"

/* Columns up to the intitulé stay when the sheet is scrolled. */
#define N_FROZEN 5

/* Of a row: about forty dossiers on a page. */
#define MAX_LINES 3

/* Bit of a stage. */
#define VISIBLE(etape) (1u << (etape))

typedef struct
{
  PvSynthese *synthese;
  GHashTable *descriptions; /* bits of controls → text: a few dozen */
} Dossiers;

void
pv_synthese_add_montants (GArray *columns,
                          const char *groupe,
                          guint etapes_visibles,
                          const char *definition)
{
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      g_autofree char *stage = g_utf8_strdown (pv_etape_to_libelle (etape), -1);
      g_autofree char *header = g_strdup_printf ("%s %s", groupe, stage);
      PvSheetColumn *column =
          pv_sheet_columns_add (columns, groupe, header, PV_SHEET_AMOUNT, definition);

      column->somme = TRUE;
      column->repliee = (etapes_visibles & VISIBLE (etape)) == 0;
    }
}

static void
add_identity (GArray *columns)
{
  pv_sheet_columns_add (columns, "Dossier", "N°", PV_SHEET_TEXT,
                        "Numéro du dossier dans son appel.");
  pv_sheet_columns_add (columns, "Dossier", "Porteur", PV_SHEET_LONG_TEXT,
                        "Organisme qui porte l’action.")
      ->largeur_max = 28;
  pv_sheet_columns_add (columns, "Dossier", "SIRET", PV_SHEET_CODE,
                        "SIRET du porteur ; vide quand il n’est pas connu ou pas valide.")
      ->repliee = TRUE;
  pv_sheet_columns_add (columns, "Dossier", "Forme", PV_SHEET_TEXT, "Forme juridique du porteur.")
      ->repliee = TRUE;
  pv_sheet_columns_add (
      columns, "Dossier", "Intitulé", PV_SHEET_LONG_TEXT,
      "Intitulé de l’action. En gris : dossier détaillé en parties, dont les montants "
      "sont portés par ses parties seules.")
      ->largeur_max = 36;
}

static void
add_place (GArray *columns)
{
  pv_sheet_columns_add (columns, "Lieu et cadre", "Communes", PV_SHEET_LONG_TEXT,
                        "Communes de l’action, et communes de ses quartiers.")
      ->largeur_max = 21;
  pv_sheet_columns_add (
      columns, "Lieu et cadre", "Quartiers", PV_SHEET_TEXT,
      "Quartiers de l’action avec leur code, puis le lieu déclaré qui n’a pas été "
      "reconnu.")
      ->repliee = TRUE;
  pv_sheet_columns_add (
      columns, "Lieu et cadre", "Axe", PV_SHEET_LONG_TEXT,
      "Axe du cadre stratégique dont relève l’objectif principal : son code et le "
      "début de son nom, qui est entier dans « Axes ».")
      ->largeur_max = 34;
  pv_sheet_columns_add (columns, "Lieu et cadre", "Objectif", PV_SHEET_TEXT,
                        "Objectif principal ; à défaut le thème déclaré.")
      ->repliee = TRUE;
}

static void
add_action (GArray *columns)
{
  pv_sheet_columns_add (columns, "Action", "Nouvelle / reconduction", PV_SHEET_TEXT,
                        "Action nouvelle ou reconduite.");
  pv_sheet_columns_add (columns, "Action", "CPO", PV_SHEET_TEXT,
                        "Année de la convention pluriannuelle d’objectifs ; vide hors CPO.")
      ->repliee = TRUE;
  pv_sheet_columns_add (columns, "Action", "Début", PV_SHEET_DATE, "Premier jour de l’action.")
      ->repliee = TRUE;
  pv_sheet_columns_add (columns, "Action", "Fin", PV_SHEET_DATE, "Dernier jour de l’action.")
      ->repliee = TRUE;
  pv_sheet_columns_add (
      columns, "Action", "Coût total", PV_SHEET_AMOUNT,
      "Charges prévues (comptes 60 à 69 et charges indirectes, sans les contributions "
      "volontaires 86) ; sans budget détaillé, le coût déclaré.")
      ->somme = TRUE;
}

static void
add_amounts (GArray *columns, PvEtape courante)
{
  for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
    pv_synthese_add_montants (columns, pv_groupe_to_libelle (groupe), VISIBLE (courante),
                              groupe == PV_GROUPE_AUTRES
                                  ? "ARS, CPAM, Europe, bailleurs, Banque des Territoires, ANRU, "
                                    "autres publics, privés et inconnus. 0 : refus ; vide : pas de "
                                    "réponse."
                                  : "Somme des financements de ces financeurs à cette étape. 0 : "
                                    "refus ; vide : pas de réponse.");

  pv_synthese_add_montants (columns, "Total", VISIBLE (PV_ETAPE_SOLLICITE) | VISIBLE (courante),
                            "Somme de tous les financeurs à cette étape.");
  pv_sheet_columns_add (
      columns, "Total", "Taux public", PV_SHEET_PERCENT,
      "Financeurs publics, chacun à son étape la plus avancée (sollicité à notifié), "
      "rapportés au coût total.");
}

static void
add_assessment (GArray *columns, GPtrArray *institutions)
{
  pv_sheet_columns_add (
      columns, "Notation", "Score", PV_SHEET_SCORE,
      "Moyenne sur 100 des scores des institutions qui ont rendu leur instruction.")
      ->repliee = TRUE;
  pv_sheet_columns_add (columns, "Notation", "Rang", PV_SHEET_YEAR,
                        "Rang par score décroissant ; à score égal, rang égal.")
      ->repliee = TRUE;
  pv_sheet_columns_add (columns, "Notation", "Dispersion", PV_SHEET_SCORE,
                        "Écart entre le score le plus haut et le plus bas.")
      ->repliee = TRUE;

  for (guint i = 0; i < institutions->len; i++)
    {
      const PvInstitution *institution = institutions->pdata[i];
      g_autofree char *header = g_strdup_printf ("Avis %s", institution->nom);

      pv_sheet_columns_add (columns, "Avis", header, PV_SHEET_TEXT,
                            "Avis rendu par cette institution.")
          ->repliee = TRUE;
    }

  pv_sheet_columns_add (
      columns, "Égalité F-H", "Marqueur", PV_SHEET_YEAR,
      "Marque collective d’égalité femmes-hommes : 0, 1 ou 2 ; vide : non évalué.");
}

static void
add_word (GArray *columns, const char *entete, const char *definition)
{
  PvSheetColumn *column =
      pv_sheet_columns_add (columns, "Suite donnée", entete, PV_SHEET_LONG_TEXT, definition);

  column->largeur_max = 16;
  column->capitale = TRUE;
}

static void
add_people_and_status (GArray *columns)
{
  static const char *const people[] = { "Bénéficiaires femmes", "Bénéficiaires hommes",
                                        "Bénéficiaires total" };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      PvSheetColumn *column =
          pv_sheet_columns_add (columns, "Bénéficiaires prévus", people[i], PV_SHEET_COUNT,
                                i == 2 ? "Femmes, hommes et non ventilés, de ce qui est connu."
                                       : "Personnes prévues par le porteur.");

      column->somme = TRUE;
      column->repliee = TRUE;
    }
  pv_sheet_columns_add (columns, "Bénéficiaires prévus", "Part QPV", PV_SHEET_PERCENT,
                        "Part des bénéficiaires qui habitent un quartier prioritaire.")
      ->repliee = TRUE;
  add_word (columns, "Statut", "Où en est le dossier.");
  add_word (columns, "Décision", "Dernière décision d’une instance qui décide.");
  pv_sheet_columns_add (columns, "Suite donnée", "Réserve", PV_SHEET_TEXT,
                        "Réserve qui accompagne la décision.")
      ->repliee = TRUE;
  pv_sheet_columns_add (
      columns, "Suite donnée", "Contrôles", PV_SHEET_TEXT,
      "Contrôles qui ont relevé quelque chose ; le détail est dans « Contrôles ».")
      ->repliee = TRUE;
}

static const char *
describe_constats (Dossiers *self, gint64 dossier_id)
{
  const guint64 *bits = g_hash_table_lookup (self->synthese->constats, &dossier_id);
  char *text = NULL;

  if (bits == NULL)
    return NULL;

  text = g_hash_table_lookup (self->descriptions, bits);
  if (text == NULL)
    {
      text = pv_synthese_describe_constats (*bits);
      g_hash_table_insert (self->descriptions, g_memdup2 (bits, sizeof *bits), text);
    }

  return text;
}

static void
write_identity (PvSheet *sheet, const PvSyntheseDossier *dossier)
{
  if (dossier->chapeau)
    pv_sheet_mute_row (sheet);

  pv_sheet_add_text (sheet, dossier->numero);
  pv_sheet_add_text (sheet, dossier->porteur);
  pv_sheet_add_text (sheet, dossier->siret);
  pv_sheet_add_text (sheet, dossier->forme);
  pv_sheet_add_text (sheet, dossier->intitule);
  pv_sheet_add_text (sheet, dossier->communes);
  pv_sheet_add_text (sheet, dossier->quartiers);
  pv_sheet_add_text (sheet, dossier->axe);
  pv_sheet_add_text (sheet, dossier->objectif);
  pv_sheet_add_text (sheet, dossier->nature);
  pv_sheet_add_text (sheet, dossier->cpo);
  pv_sheet_add_date (sheet, dossier->debut);
  pv_sheet_add_date (sheet, dossier->fin);
}

static void
write_dossier (Dossiers *self, PvSheet *sheet, const PvSyntheseDossier *dossier)
{
  write_identity (sheet, dossier);
  pv_sheet_add_number (sheet, dossier->cout_cents);
  for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
    pv_sheet_add_numbers (sheet, dossier->montants[groupe], PV_N_ETAPES);
  pv_sheet_add_numbers (sheet, dossier->totaux, PV_N_ETAPES);
  pv_sheet_add_number (sheet, dossier->taux_public_bp);
  pv_sheet_add_number (sheet, dossier->score);
  pv_sheet_add_number (sheet, dossier->rang);
  pv_sheet_add_number (sheet, dossier->dispersion);
  for (guint i = 0; i < self->synthese->institutions->len; i++)
    pv_sheet_add_text (sheet, dossier->avis[i]);
  pv_sheet_add_number (sheet, dossier->marqueur);
  pv_sheet_add_number (sheet, dossier->femmes);
  pv_sheet_add_number (sheet, dossier->hommes);
  pv_sheet_add_number (sheet, dossier->beneficiaires);
  pv_sheet_add_number (sheet, dossier->qpv_bp);
  pv_sheet_add_text (sheet, dossier->statut);
  pv_sheet_add_text (sheet, dossier->decision);
  pv_sheet_add_text (sheet, dossier->reserve);
  pv_sheet_add_text (sheet, describe_constats (self, dossier->id));
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  Dossiers *self = user_data;
  PvSynthese *synthese = self->synthese;
  g_autoptr (PvSyntheseDossiers) dossiers = pv_synthese_dossiers_open (
      synthese->db, &synthese->filtre, synthese->institutions, synthese->referentiel, error);
  const PvSyntheseDossier *dossier = NULL;

  if (dossiers == NULL)
    return FALSE;

  while (pv_synthese_dossiers_next (dossiers, &dossier, error))
    {
      if (dossier == NULL)
        return TRUE;

      write_dossier (self, sheet, dossier);
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return FALSE;
}

char *
pv_synthese_describe_repliees (PvSynthese *self)
{
  return g_strdup_printf ("%s   ▪   Colonnes repliées : bouton 2 en haut à gauche pour tout voir, "
                          "+ pour un groupe.",
                          self->workbook->contexte);
}

gboolean
pv_synthese_dossiers_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  g_autoptr (GHashTable) descriptions =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Dossiers dossiers = { self, descriptions };
  GArray *columns = pv_sheet_columns_new ();
  g_autofree char *context = pv_synthese_describe_repliees (self);

  add_identity (columns);
  add_place (columns);
  add_action (columns);
  add_amounts (columns, self->contexte->etape_courante);
  add_assessment (columns, self->institutions);
  add_people_and_status (columns);

  pv_sheet_set_max_lines (sheet, MAX_LINES);
  pv_sheet_set_progress (sheet, 1500, 3500, self->contexte->n_dossiers);
  pv_sheet_write_title (sheet, "Dossiers", context);
  return pv_sheet_write_table (sheet, 2, N_FROZEN, columns, NULL, fill, &dossiers, error);
}
