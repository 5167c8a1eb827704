/* pv-synthese-synthese-sheet.c: the first page: figures, tables and charts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"
#include "export/pv-synthese-charts.h"
#include "synthese/pv-synthese-egalite-store.h"
#include "synthese/pv-synthese-enveloppe-store.h"
#include "synthese/pv-synthese-referentiel.h"

/* Tables on the left, from the label on; charts and short tables on the right. */
enum
{
  COL_LABEL = 1,
  COL_COUNT = 2,
  COL_FIRST = 3,
  COL_LAST = COL_FIRST + PV_N_ETAPES - 1,
  COL_RIGHT = 10,
  COL_RIGHT_COUNT = 14,
  COL_RIGHT_AMOUNT = 16,
  COL_END = 17,
};

#define FIRST_CARD_ROW 3
#define FIRST_SECTION_ROW 7

/* In points: 21 pixels, as the charts count them. */
#define ROW_HEIGHT 15.75

/* So that all of it stands on one sheet of paper. */
#define MAX_ENVELOPES 8
#define MAX_AXES 14
#define FUNDERS_ROWS 12
#define ENVELOPES_ROWS 12
#define MARKS_ROWS 9

/* One line of the column of labels. */
#define LABEL_CHARS 56

/* As many cards as the width holds. */
#define N_CARDS 7

typedef struct
{
  PvSynthese *synthese;
  PvSheet *sheet;
  lxw_worksheet *worksheet;
  PvWorkbookFormats *formats;
  guint row;
} Page;

/* Rows are written once, in order; each has its height, which the charts
 * count on. */
static void
go_to (Page *page, guint row)
{
  for (guint next = page->row + 1; next <= row; next++)
    worksheet_set_row (page->worksheet, next, ROW_HEIGHT, NULL);

  page->row = row;
}

static void
next_row (Page *page)
{
  go_to (page, page->row + 1);
}

static void
write_text (Page *page, guint column, const char *text, lxw_format *format)
{
  worksheet_write_string (page->worksheet, page->row, (lxw_col_t)column, text, format);
}

static void
write_number (Page *page, guint column, gint64 value, PvSheetKind kind, gboolean total)
{
  lxw_format *format = total ? page->formats->totals[kind] : page->formats->cells[kind];
  double divisor = kind == PV_SHEET_AMOUNT ? 100.0 : kind == PV_SHEET_PERCENT ? 10000.0 : 1.0;

  if (kind == PV_SHEET_AMOUNT && value < 0 && value != PV_INT_NULL && !total)
    format = page->formats->alert;

  if (value == PV_INT_NULL)
    worksheet_write_blank (page->worksheet, page->row, (lxw_col_t)column, format);
  else
    worksheet_write_number (page->worksheet, page->row, (lxw_col_t)column, (double)value / divisor,
                            format);
}

static void
write_merged (Page *page, guint first, guint last, const char *text, lxw_format *format)
{
  worksheet_merge_range (page->worksheet, page->row, (lxw_col_t)first, page->row, (lxw_col_t)last,
                         text, format);
}

static void
write_section (Page *page, guint column, const char *title)
{
  write_text (page, column, title, page->formats->section);
}

/* In the place of a chart that would be empty. */
static void
write_absent (Page *page, const char *text)
{
  write_text (page, COL_RIGHT, text, page->formats->note);
}

static void
write_headers (Page *page, const char *label, const char *const *headers, guint n)
{
  write_text (page, COL_LABEL, label, page->formats->header_left);
  for (guint i = 0; i < n; i++)
    write_text (page, COL_COUNT + i, headers[i], page->formats->header_right);
}

/* A figure, what it is, and a word about it. */
typedef struct
{
  const char *label;
  gint64 value;
  PvSheetKind kind;
  char *note;
} Card;

static void
card_clear (Card *card)
{
  g_free (card->note);
}

/* What is not known, and an amount that nobody gave, is no key figure: the next
 * one takes the place. */
static void
take_card (GArray *cards, const char *label, gint64 value, PvSheetKind kind, char *note)
{
  Card card = { label, value, kind, note };

  if (cards->len < N_CARDS && value != PV_INT_NULL && (kind != PV_SHEET_AMOUNT || value != 0))
    g_array_append_val (cards, card);
  else
    card_clear (&card);
}

/* « en 315 financements » */
static char *
say (const char *before, gint64 n, const char *one, const char *many)
{
  /* grouped as amounts are, without their unit */
  g_autofree char *number =
      pv_money_format (n * 100, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
  char *unit = g_strrstr (number, "\u202f€");

  if (unit != NULL)
    *unit = '\0';

  return g_strdup_printf ("%s%s %s", before, number, n < 2 ? one : many);
}

/* The amounts of the stages that were reached, and what they are set against. */
static void
take_amounts (GArray *cards, const PvSyntheseContexte *contexte, const PvMatriceRow *total)
{
  take_card (cards, "Coût total", contexte->cout_cents, PV_SHEET_AMOUNT,
             say ("de ", contexte->n_couts, "dossier au coût connu", "dossiers au coût connu"));
  take_card (cards, "Sollicité", total->total[PV_ETAPE_SOLLICITE], PV_SHEET_AMOUNT,
             g_strdup ("tous financeurs"));
  take_card (cards, "Accordé", contexte->accorde_cents, PV_SHEET_AMOUNT,
             g_strdup ("voté, à défaut arbitré"));
  take_card (cards, "Accordé sur sollicité",
             pv_money_rate_bp (contexte->accorde_compare_cents, contexte->demande_compare_cents),
             PV_SHEET_PERCENT,
             say ("pour ", contexte->n_compares, "financement qui a les deux",
                  "financements qui ont les deux"));
  take_card (cards, "Notifié", total->total[PV_ETAPE_NOTIFIE], PV_SHEET_AMOUNT,
             g_strdup ("tous financeurs"));
  take_card (cards, "Versé", total->total[PV_ETAPE_VERSE], PV_SHEET_AMOUNT,
             g_strdup ("reversements déduits"));
}

/* A file that comes from one funder has one stage only. */
static void
take_others (GArray *cards, const PvSyntheseContexte *contexte, const PvMatriceRow *total)
{
  g_autofree char *share = g_utf8_strdown (pv_etape_to_libelle (contexte->etape_courante), -1);
  PvCents amount = total->total[contexte->etape_courante];

  take_card (cards, "Proposé", total->total[PV_ETAPE_PROPOSE], PV_SHEET_AMOUNT,
             g_strdup ("tous financeurs"));
  if (amount != PV_CENTS_NULL && contexte->n_financements > 0)
    take_card (cards, "Financement moyen", amount / contexte->n_financements, PV_SHEET_AMOUNT,
               g_strdup_printf ("%s, par financement", share));
  take_card (cards, "Financements", contexte->n_financements, PV_SHEET_COUNT,
             g_strdup ("tous financeurs"));
  take_card (cards, "Organismes porteurs", contexte->n_porteurs, PV_SHEET_COUNT, NULL);
}

static lxw_format *
card_format (const PvWorkbookFormats *formats, PvSheetKind kind)
{
  if (kind == PV_SHEET_AMOUNT)
    return formats->card_value;

  return kind == PV_SHEET_PERCENT ? formats->card_rate : formats->card_count;
}

static void
write_card_line (Page *page, const Card *card, const guint *place, guint line)
{
  PvWorkbookFormats *formats = page->formats;
  lxw_format *line_formats[] = { formats->card_label, card_format (formats, card->kind),
                                 formats->card_note };
  const char *texts[] = { card->label, "", card->note != NULL ? card->note : "" };
  double divisor = card->kind == PV_SHEET_AMOUNT    ? 100.0
                   : card->kind == PV_SHEET_PERCENT ? 10000.0
                                                    : 1.0;

  page->row = FIRST_CARD_ROW + line;
  if (place[0] < place[1])
    write_merged (page, place[0], place[1], texts[line], line_formats[line]);
  else
    write_text (page, place[0], texts[line], line_formats[line]);

  if (line == 1)
    worksheet_write_number (page->worksheet, page->row, (lxw_col_t)place[0],
                            (double)card->value / divisor, line_formats[line]);
}

static void
write_cards (Page *page)
{
  static const double heights[] = { 17, 26, 16 };
  static const guint places[N_CARDS][2] = { { 1, 1 },   { 2, 4 },   { 5, 6 },  { 7, 8 },
                                            { 10, 12 }, { 13, 15 }, { 16, 17 } };
  const PvSyntheseContexte *contexte = page->synthese->contexte;
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (Card));

  g_array_set_clear_func (cards, (GDestroyNotify)card_clear);
  take_card (cards, "Dossiers", contexte->n_dossiers, PV_SHEET_COUNT,
             say (contexte->n_dossiers < 2 ? "porté par " : "portés par ", contexte->n_porteurs,
                  "organisme", "organismes"));
  take_amounts (cards, contexte, &page->synthese->axes->total);
  take_others (cards, contexte, &page->synthese->axes->total);

  for (guint line = 0; line < G_N_ELEMENTS (heights); line++)
    {
      worksheet_set_row (page->worksheet, FIRST_CARD_ROW + line, heights[line], NULL);
      for (guint i = 0; i < cards->len; i++)
        write_card_line (page, &g_array_index (cards, Card, i), places[i], line);
    }
}

static void
sum_groups (const PvMatriceRow *row, PvCents groupes[][PV_N_ETAPES], guint *visibles)
{
  *visibles = 0;
  for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
    for (guint etape = 0; etape < PV_N_ETAPES; etape++)
      groupes[groupe][etape] = PV_CENTS_NULL;

  /* parts of a total that was itself checked: they cannot overflow */
  for (guint categorie = 0; categorie < PV_STATS_N_CATEGORIES; categorie++)
    for (guint etape = 0; etape < PV_N_ETAPES; etape++)
      {
        PvGroupe groupe = pv_categorie_to_groupe ((PvCategorie)categorie);
        PvCents *sum = &groupes[groupe][etape];

        pv_money_add (*sum, row->cells[categorie][etape], sum);
        if (*sum != PV_CENTS_NULL && *sum != 0)
          *visibles |= 1u << groupe;
      }
}

static void
write_funders (Page *page)
{
  const PvSyntheseContexte *contexte = page->synthese->contexte;
  const PvMatriceRow *total = &page->synthese->axes->total;
  PvCents groupes[PV_SYNTHESE_N_GROUPES][PV_N_ETAPES];
  PvEtape courante = contexte->etape_courante;
  const char *headers[1 + PV_N_ETAPES];
  g_autofree char *share = g_utf8_strdown (pv_etape_to_libelle (courante), -1);
  g_autofree char *note = g_strdup_printf ("Part : dans le total %s.", share);
  guint visibles = 0;
  guint first = page->row;
  PvChartRange range = { first + 1, first + 2, first + 1 + PV_SYNTHESE_N_GROUPES,
                         COL_LABEL, COL_FIRST, COL_LAST };
  PvChartPlace place = { first, COL_RIGHT, FUNDERS_ROWS, "Financeurs par étape" };

  headers[0] = "Part";
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    headers[1 + etape] = pv_etape_to_libelle (etape);
  sum_groups (total, groupes, &visibles);

  write_section (page, COL_LABEL, "Montants par financeur et par étape");
  if (visibles == 0)
    write_absent (page, "Pas de graphique : aucun montant n’est encore connu.");
  next_row (page);
  write_headers (page, "Financeur", headers, G_N_ELEMENTS (headers));
  for (guint groupe = 0; groupe < PV_SYNTHESE_N_GROUPES; groupe++)
    {
      next_row (page);
      write_text (page, COL_LABEL, pv_groupe_to_libelle (groupe),
                  page->formats->cells[PV_SHEET_TEXT]);
      write_number (page, COL_COUNT,
                    pv_money_rate_bp (groupes[groupe][courante], total->total[courante]),
                    PV_SHEET_PERCENT, FALSE);
      for (guint etape = 0; etape < PV_N_ETAPES; etape++)
        write_number (page, COL_FIRST + etape, groupes[groupe][etape], PV_SHEET_AMOUNT, FALSE);
    }

  next_row (page);
  write_text (page, COL_LABEL, "Total", page->formats->totals[PV_SHEET_TEXT]);
  write_number (page, COL_COUNT, PV_INT_NULL, PV_SHEET_PERCENT, TRUE);
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    write_number (page, COL_FIRST + etape, total->total[etape], PV_SHEET_AMOUNT, TRUE);

  next_row (page);
  write_text (page, COL_LABEL, note, page->formats->note);

  if (visibles != 0)
    pv_synthese_chart_funders (page->sheet, &range, visibles, &place);

  go_to (page, first + FUNDERS_ROWS + 1);
}

static void
write_enveloppe (Page *page, const PvSyntheseEnveloppe *enveloppe)
{
  const PvEnveloppeSituation *situation = &enveloppe->situation;

  next_row (page);
  write_text (page, COL_LABEL, enveloppe->libelle, page->formats->cells[PV_SHEET_TEXT]);
  write_number (page, COL_COUNT, enveloppe->exercice, PV_SHEET_YEAR, FALSE);
  write_number (page, COL_FIRST, situation->montant_cents, PV_SHEET_AMOUNT, FALSE);
  write_number (page, COL_FIRST + 1, situation->engage_cents, PV_SHEET_AMOUNT, FALSE);
  write_number (page, COL_FIRST + 2, pv_enveloppe_situation_get_restant (situation),
                PV_SHEET_AMOUNT, FALSE);
  write_number (page, COL_FIRST + 3, pv_enveloppe_situation_get_reste_a_arbitrer (situation),
                PV_SHEET_AMOUNT, FALSE);
  write_number (page, COL_FIRST + 4,
                pv_money_rate_bp (situation->engage_cents, situation->montant_cents),
                PV_SHEET_PERCENT, FALSE);
}

static gboolean
has_enveloppe_amount (GPtrArray *enveloppes)
{
  for (guint i = 0; i < enveloppes->len; i++)
    {
      const PvEnveloppeSituation *situation =
          &((const PvSyntheseEnveloppe *)enveloppes->pdata[i])->situation;

      if (situation->engage_cents > 0 || situation->montant_cents > 0)
        return TRUE;
    }

  return FALSE;
}

static void
write_enveloppes (Page *page)
{
  static const char *const headers[] = { "Exercice", "Montant",          "Engagé",
                                         "Restant",  "Reste à arbitrer", "Engagement" };
  GPtrArray *enveloppes = page->synthese->enveloppes;
  guint first = page->row;
  guint n = 0;
  guint rest = 0;
  PvChartRange range = { first + 1, first + 2, 0, COL_LABEL, COL_FIRST + 1, COL_FIRST + 2 };
  PvChartPlace place = { first, COL_RIGHT, ENVELOPES_ROWS, "Enveloppes : engagé et restant" };
  gboolean drawable = has_enveloppe_amount (enveloppes);

  write_section (page, COL_LABEL, "Enveloppes");
  if (enveloppes->len > 0 && !drawable)
    write_absent (page, "Pas de graphique : aucune enveloppe n’a encore de montant.");
  next_row (page);
  if (enveloppes->len == 0)
    {
      write_text (page, COL_LABEL, "Aucune enveloppe n’est encore saisie.", page->formats->note);
      go_to (page, page->row + 2);
      return;
    }

  write_headers (page, "Enveloppe", headers, G_N_ELEMENTS (headers));
  for (guint i = 0; i < enveloppes->len; i++)
    {
      const PvSyntheseEnveloppe *enveloppe = enveloppes->pdata[i];

      if (enveloppe->niveau > 0)
        continue;
      if (n < MAX_ENVELOPES)
        write_enveloppe (page, enveloppe);
      else
        rest++;
      n++;
    }

  range.derniere = page->row;
  next_row (page);
  {
    g_autofree char *note =
        rest > 0 ? g_strdup_printf ("et %u autres : voir la feuille « Enveloppes ».", rest)
                 : g_strdup ("Tous les dossiers de la base. En rouge : enveloppe dépassée.");

    write_text (page, COL_LABEL, note, page->formats->note);
  }
  if (drawable)
    {
      place.n_lignes = MIN (MAX (n, 4), MAX_ENVELOPES) + 4;
      pv_synthese_chart_envelopes (page->sheet, &range, &place);
    }

  go_to (page, MAX (page->row + 1, first + (drawable ? place.n_lignes : 0)) + 1);
}

static gboolean
write_marks (Page *page, GError **error)
{
  static const char *const headers[] = { "Dossiers", "Demandé", "Accordé", "Part des dossiers" };
  static const char *const labels[] = { "Marque 0", "Marque 1", "Marque 2", "Non évalué" };
  PvSyntheseMarque marks[PV_SYNTHESE_N_MARQUES];
  guint first = page->row;
  gint64 dossiers = page->synthese->contexte->n_dossiers;
  gboolean drawable = FALSE;
  PvChartRange range = { first + 1, first + 2, first + 1 + PV_SYNTHESE_N_MARQUES,
                         COL_LABEL, COL_COUNT, COL_COUNT };
  PvChartPlace place = { first, COL_RIGHT, MARKS_ROWS, "Dossiers par marque collective" };

  if (!pv_synthese_marques_load (page->synthese->db, &page->synthese->filtre, marks, error))
    return FALSE;

  write_section (page, COL_LABEL, "Égalité entre les femmes et les hommes");
  drawable = marks[PV_SYNTHESE_MARQUE_NON_EVALUE].dossiers < dossiers;
  if (!drawable)
    write_absent (page, "Pas de graphique : aucun dossier n’a encore de marque collective.");
  next_row (page);
  write_headers (page, "Marque collective", headers, G_N_ELEMENTS (headers));
  for (guint i = 0; i < PV_SYNTHESE_N_MARQUES; i++)
    {
      next_row (page);
      write_text (page, COL_LABEL, labels[i], page->formats->cells[PV_SHEET_TEXT]);
      write_number (page, COL_COUNT, marks[i].dossiers, PV_SHEET_COUNT, FALSE);
      write_number (page, COL_FIRST, marks[i].demande_cents, PV_SHEET_AMOUNT, FALSE);
      write_number (page, COL_FIRST + 1, marks[i].accorde_cents, PV_SHEET_AMOUNT, FALSE);
      write_number (page, COL_FIRST + 2, pv_money_rate_bp (marks[i].dossiers, dossiers),
                    PV_SHEET_PERCENT, FALSE);
    }

  next_row (page);
  write_text (page, COL_LABEL, "« Non évalué » n’est pas 0.", page->formats->note);
  if (drawable)
    pv_synthese_chart_marks (page->sheet, &range, &place);
  go_to (page, MAX (page->row + 1, first + (drawable ? MARKS_ROWS : 0)) + 1);
  return TRUE;
}

static void
write_axe (Page *page, const PvMatriceRow *row, gboolean total)
{
  gboolean special = !total && g_strcmp0 (row->key, PV_STATS_NON_RENSEIGNE) == 0;
  g_autofree char *label = total ? g_strdup ("Total")
                           : special
                               ? pv_sheet_capitalise (row->label)
                               : pv_synthese_make_nom_court (row->key, row->label, LABEL_CHARS);

  write_text (page, COL_LABEL, label,
              total ? page->formats->totals[PV_SHEET_TEXT] : page->formats->cells[PV_SHEET_TEXT]);
  write_number (page, COL_COUNT, row->dossiers, PV_SHEET_COUNT, total);
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    write_number (page, COL_FIRST + etape, row->total[etape], PV_SHEET_AMOUNT, total);
}

/* On the left: the axes, how many are left out when they are many, the total. */
static void
write_axe_line (Page *page, guint line)
{
  const PvMatrice *axes = page->synthese->axes;
  guint shown = axes->rows->len > MAX_AXES ? MAX_AXES - 1 : axes->rows->len;
  guint left_out = axes->rows->len - shown;

  if (line < shown)
    write_axe (page, axes->rows->pdata[line], FALSE);
  else if (left_out > 0 && line == shown)
    {
      g_autofree char *note =
          g_strdup_printf ("et %u autres : voir la feuille « Axes ».", left_out);

      write_text (page, COL_LABEL, note, page->formats->note);
    }
  else if (line == shown + (left_out > 0 ? 1 : 0))
    write_axe (page, &axes->total, TRUE);
}

static void
write_status (Page *page, const char *label, const PvStatsRow *row, gboolean total)
{
  PvWorkbookFormats *formats = page->formats;
  g_autofree char *capitalised = pv_sheet_capitalise (label);

  write_merged (page, COL_RIGHT, COL_RIGHT_COUNT - 1, capitalised,
                total ? formats->totals[PV_SHEET_TEXT] : formats->cells[PV_SHEET_TEXT]);
  write_merged (page, COL_RIGHT_COUNT, COL_RIGHT_AMOUNT - 1, "",
                total ? formats->totals[PV_SHEET_COUNT] : formats->cells[PV_SHEET_COUNT]);
  write_number (page, COL_RIGHT_COUNT, row->dossiers, PV_SHEET_COUNT, total);
  write_merged (page, COL_RIGHT_AMOUNT, COL_END, "",
                total ? formats->totals[PV_SHEET_AMOUNT] : formats->cells[PV_SHEET_AMOUNT]);
  write_number (page, COL_RIGHT_AMOUNT, row->amount_cents, PV_SHEET_AMOUNT, total);
}

static void
write_axes_header (Page *page, PvEtape status_stage)
{
  const char *headers[1 + PV_N_ETAPES];

  headers[0] = "Dossiers";
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    headers[1 + etape] = pv_etape_to_libelle (etape);

  write_section (page, COL_LABEL, "Axes");
  write_section (page, COL_RIGHT, "Statuts");
  next_row (page);
  write_headers (page, "Axe", headers, G_N_ELEMENTS (headers));
  write_merged (page, COL_RIGHT, COL_RIGHT_COUNT - 1, "Statut", page->formats->header_left);
  write_merged (page, COL_RIGHT_COUNT, COL_RIGHT_AMOUNT - 1, "Dossiers",
                page->formats->header_right);
  write_merged (page, COL_RIGHT_AMOUNT, COL_END, pv_etape_to_libelle (status_stage),
                page->formats->header_right);
}

/* What was asked tells most of a status, if it is known at all. */
static PvEtape
choose_status_stage (const PvSynthese *synthese)
{
  return synthese->axes->total.total[PV_ETAPE_SOLLICITE] > 0 ? PV_ETAPE_SOLLICITE
                                                             : synthese->contexte->etape_courante;
}

/* Side by side, row after row: rows are written once. */
static gboolean
write_axes_and_statuses (Page *page, GError **error)
{
  PvEtape stage = choose_status_stage (page->synthese);
  guint n_axes = MIN (page->synthese->axes->rows->len, MAX_AXES);
  g_autoptr (PvStats) statuses =
      pv_stats_compute (page->synthese->db, PV_STATS_STATUT, stage, &page->synthese->filtre, error);

  if (statuses == NULL)
    return FALSE;

  write_axes_header (page, stage);
  for (guint i = 0; i <= MAX (n_axes, statuses->rows->len); i++)
    {
      next_row (page);
      write_axe_line (page, i);
      if (i < statuses->rows->len)
        write_status (page, ((PvStatsRow *)statuses->rows->pdata[i])->label,
                      statuses->rows->pdata[i], FALSE);
      else if (i == statuses->rows->len)
        write_status (page, "Total", &statuses->total, TRUE);
    }

  return TRUE;
}

static void
set_up (Page *page)
{
  lxw_worksheet *worksheet = page->worksheet;

  worksheet_set_column (worksheet, 0, 0, 1.5, NULL);
  worksheet_set_column (worksheet, COL_LABEL, COL_LABEL, 48, NULL);
  worksheet_set_column (worksheet, COL_COUNT, COL_COUNT, 10, NULL);
  worksheet_set_column (worksheet, COL_FIRST, COL_LAST, 15.5, NULL);
  worksheet_set_column (worksheet, COL_LAST + 1, COL_LAST + 1, 2, NULL);
  worksheet_set_column (worksheet, COL_RIGHT, COL_END, 13, NULL);
  worksheet_center_horizontally (worksheet);
  worksheet_fit_to_pages (worksheet, 1, 1);
}

gboolean
pv_synthese_synthese_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  Page page = { self, sheet, pv_sheet_get_worksheet (sheet), self->workbook->formats, 0 };

  set_up (&page);
  worksheet_set_row (page.worksheet, 0, 34, NULL);
  write_text (&page, COL_LABEL, "Synthèse de l’instruction", page.formats->big_title);
  page.row = 1;
  write_text (&page, COL_LABEL, self->workbook->contexte, page.formats->context);

  write_cards (&page);
  go_to (&page, FIRST_SECTION_ROW);
  write_funders (&page);
  write_enveloppes (&page);

  return write_marks (&page, error) && write_axes_and_statuses (&page, error);
}
