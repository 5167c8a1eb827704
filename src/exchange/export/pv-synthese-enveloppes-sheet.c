/* pv-synthese-enveloppes-sheet.c: the sheet of the envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"
#include "synthese/pv-synthese-enveloppe-store.h"

#define N_FROZEN 1

/* First row of data, first and last column of amounts. */
#define FIRST_ROW 4
#define COL_MONTANT 5
#define COL_AJOURNE (COL_MONTANT + PV_N_ETAPES + 4)

static PvSheetColumn *
add_amount (GArray *columns, const char *bande, const char *entete, const char *definition)
{
  PvSheetColumn *column =
      pv_sheet_columns_add (columns, bande, entete, PV_SHEET_AMOUNT, definition);

  column->somme = TRUE;
  return column;
}

static GArray *
make_columns (void)
{
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, "Enveloppe", "Enveloppe", PV_SHEET_TEXT,
                        "En gris : enveloppe qui en réunit d’autres, somme de celles-ci.")
      ->largeur_max = 44;
  pv_sheet_columns_add (columns, "Enveloppe", "Financeur", PV_SHEET_LONG_TEXT,
                        "Qui ouvre les crédits.")
      ->largeur_max = 28;
  pv_sheet_columns_add (columns, "Enveloppe", "Dispositif", PV_SHEET_LONG_TEXT, "Ligne de crédits.")
      ->largeur_max = 28;
  pv_sheet_columns_add (columns, "Enveloppe", "Exercice", PV_SHEET_YEAR, "Année des crédits.");
  pv_sheet_columns_add (columns, "Enveloppe", "Section", PV_SHEET_TEXT,
                        "Fonctionnement ou investissement ; vide : les deux.");
  add_amount (columns, "Enveloppe", "Montant", "Crédits ouverts ; vide : pas encore notifiés.");
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    add_amount (columns, "Consommé par étape", pv_etape_to_libelle (etape),
                "Somme des financements de l’enveloppe à cette étape, tous dossiers de la base.");
  add_amount (columns, "Situation", "Engagé",
              "Chaque financement à son étape la plus avancée, de proposé à notifié ; les "
              "dossiers irrecevables, refusés, réorientés et abandonnés n’y sont pas.");
  add_amount (columns, "Situation", "Restant",
              "Montant moins engagé ; négatif : l’enveloppe est dépassée.");
  add_amount (columns, "Situation", "Reste à arbitrer",
              "Montant moins ce qui est arbitré, voté ou notifié.");
  add_amount (columns, "Situation", "Dont ajourné",
              "Part de l’engagé dont le dossier est ajourné.");
  pv_sheet_columns_add (columns, "Situation", "Taux d’engagement", PV_SHEET_PERCENT,
                        "Engagé rapporté au montant.");
  pv_sheet_columns_add (columns, "Limites", "Limites et état", PV_SHEET_LONG_TEXT,
                        "Dépassement, puis règles de l’enveloppe : leur état, ce qui est compté "
                        "pour quelle limite, et ce qui manque ou excède.");

  return columns;
}

static guint
count_below (GPtrArray *enveloppes, guint index)
{
  const PvSyntheseEnveloppe *parent = enveloppes->pdata[index];
  guint last = index + 1;

  while (last < enveloppes->len &&
         ((PvSyntheseEnveloppe *)enveloppes->pdata[last])->niveau > parent->niveau)
    last++;

  return last - index - 1;
}

static void
add_cents (PvSheet *sheet, PvCents cents, guint n_below)
{
  if (n_below > 0)
    pv_sheet_add_subtotal (sheet, cents, n_below);
  else
    pv_sheet_add_number (sheet, cents);
}

static char *
describe_limits (const PvSyntheseEnveloppe *enveloppe)
{
  g_autofree char *exces = NULL;
  g_autofree char *state = NULL;

  if (!pv_enveloppe_situation_is_depassee (&enveloppe->situation))
    return g_strdup (enveloppe->regles);
  exces = pv_money_format (-pv_enveloppe_situation_get_restant (&enveloppe->situation),
                           PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
  state = g_strdup_printf ("Dépassée de %s", exces);

  return enveloppe->regles == NULL ? g_steal_pointer (&state)
                                   : g_strdup_printf ("%s\n%s", state, enveloppe->regles);
}

static void
write_enveloppe (PvSheet *sheet, const PvSyntheseEnveloppe *enveloppe, guint n_below)
{
  const PvEnveloppeSituation *situation = &enveloppe->situation;
  g_autofree char *indent = g_strnfill (3 * (gsize)enveloppe->niveau, ' ');
  g_autofree char *label = g_strconcat (indent, enveloppe->libelle, NULL);
  g_autofree char *limits = describe_limits (enveloppe);

  if (!enveloppe->feuille)
    pv_sheet_mute_row (sheet);

  pv_sheet_add_text (sheet, label);
  pv_sheet_add_text (sheet, enveloppe->financeur);
  pv_sheet_add_text (sheet, enveloppe->dispositif);
  pv_sheet_add_number (sheet, enveloppe->exercice);
  pv_sheet_add_text (sheet, enveloppe->section);
  add_cents (sheet, situation->montant_cents, n_below);
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    add_cents (sheet, situation->etape_cents[etape], n_below);
  add_cents (sheet, situation->engage_cents, n_below);
  add_cents (sheet, pv_enveloppe_situation_get_restant (situation), n_below);
  add_cents (sheet, pv_enveloppe_situation_get_reste_a_arbitrer (situation), n_below);
  add_cents (sheet, situation->ajourne_cents, n_below);
  pv_sheet_add_number (sheet, pv_money_rate_bp (situation->engage_cents, situation->montant_cents));
  pv_sheet_add_text (sheet, limits);
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  PvSynthese *self = user_data;

  for (guint i = 0; i < self->enveloppes->len; i++)
    {
      write_enveloppe (sheet, self->enveloppes->pdata[i], count_below (self->enveloppes, i));
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

/* What is negative was given twice: it is told in red, and in words. */
static void
alert_negatives (PvSheet *sheet, guint n_rows)
{
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                  .criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN,
                                  .value = 0,
                                  .format = pv_sheet_get_workbook (sheet)->formats->negative };

  if (n_rows > 0)
    worksheet_conditional_format_range (pv_sheet_get_worksheet (sheet), FIRST_ROW, COL_MONTANT,
                                        FIRST_ROW + n_rows - 1, COL_AJOURNE, &rule);
}

gboolean
pv_synthese_enveloppes_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  alert_negatives (sheet, self->enveloppes->len);
  pv_sheet_write_title (sheet, "Enveloppes", NULL);
  return pv_sheet_write_table (sheet, 2, N_FROZEN, make_columns (),
                               "Aucune enveloppe n’est encore saisie.", fill, self, error);
}
