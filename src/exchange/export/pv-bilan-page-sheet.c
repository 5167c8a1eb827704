/* pv-bilan-page-sheet.c: the first sheet of the bilan, one page for elected officials and partners
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-bilan-classeur.h"
#include "export/pv-bilan-mots.h"
#include "export/pv-synthese-charts.h"

#include "pv-money.h"
#include "pv-rate.h"
#include "synthese/pv-synthese-referentiel.h"

/* The last exercices are what one page holds legibly; those before a year without any are on
 * the sheet of the years. */
#define MAX_ANNEES 4

/* Years stand beside what is told of the last one, however few they are. */
enum
{
  COL_LABEL = 1,
  COL_FIRST = 2,
  COL_CHANGE = COL_FIRST + MAX_ANNEES,
  COL_ACTIONS,
  COL_SHARE,
  COL_END = COL_SHARE,
};

/* In characters and points: on paper, all of it at four fifths, figures are of 8 points; nor do
 * wider letters, where there is no Calibri, make it much smaller. */
#define WIDTH_LABEL 32
#define WIDTH_AMOUNT 11
#define WIDTH_CHANGE 8.5
#define WIDTH_OF_YEAR 11.5
#define ROW_HEIGHT 13.5
#define SECTION_HEIGHT 19
#define SPACE_HEIGHT 5

/* A chart counts rows of another height. */
#define CHART_ROWS 11
#define ROWS_UNDER_CHARTS 13

/* In pixels: the place of the label and two columns, and of the five others. */
#define LEFT_PIXELS 375
#define RIGHT_PIXELS 377

/* What the column of the labels holds. */
#define MAX_LABEL_CHARS 40

#define MAX_CATEGORIES 6
#define MAX_AXES 5
#define MAX_TERRITOIRES 6

typedef struct
{
  const PvBilanAnalyse *analyse;
  PvSheet *sheet;
  lxw_worksheet *worksheet;
  PvWorkbookFormats *formats;
  guint first; /* index of the first exercice that is shown */
  guint n;     /* how many are */
  guint row;
  gint64 cette_annee;
} Page;

static void
next_row (Page *page)
{
  page->row++;
  worksheet_set_row (page->worksheet, page->row, ROW_HEIGHT, NULL);
}

static void
write_text (Page *page, guint column, const char *text, lxw_format *format)
{
  worksheet_write_string (page->worksheet, page->row, (lxw_col_t)column, text, format);
}

static void
write_number (Page *page, guint column, gint64 value, PvSheetKind kind, lxw_format *format)
{
  double divisor = kind == PV_SHEET_AMOUNT ? 100.0 : kind == PV_SHEET_PERCENT ? 10000.0 : 1.0;

  if (value == PV_INT_NULL)
    worksheet_write_blank (page->worksheet, page->row, (lxw_col_t)column, format);
  else
    worksheet_write_number (page->worksheet, page->row, (lxw_col_t)column, (double)value / divisor,
                            format);
}

static guint
get_column (const Page *page, guint i)
{
  return COL_CHANGE - page->n + i;
}

static const PvBilanChiffres *
get_last (const Page *page)
{
  return pv_bilan_analyse_get_chiffres (page->analyse, (int)page->analyse->n_annees - 1);
}

/* (nullable): of the year before. */
static const PvBilanChiffres *
get_before (const Page *page)
{
  return page->n < 2
             ? NULL
             : pv_bilan_analyse_get_chiffres (page->analyse, (int)page->analyse->n_annees - 2);
}

/* The last exercices that follow one another. */
static guint
count_shown (const PvBilanAnalyse *analyse)
{
  guint n = 1;

  while (n < MIN (analyse->n_annees, MAX_ANNEES) &&
         analyse->annees[analyse->n_annees - n - 1].exercice + 1 ==
             analyse->annees[analyse->n_annees - n].exercice)
    n++;

  return n;
}

/* --- words ---------------------------------------------------------------------------------- */

/* « +12,5 % sur 2025 » */
static char *
say_change (const Page *page, gint64 before, gint64 after)
{
  const PvBilanChiffres *previous = get_before (page);
  gint64 bp = previous == NULL ? PV_INT_NULL : pv_bilan_evolution_bp (before, after);
  g_autofree char *rate = NULL;

  if (bp == PV_INT_NULL)
    return g_strdup ("");
  rate = pv_rate_format (bp, FALSE);

  return g_strdup_printf ("%s%s sur %" G_GINT64_FORMAT, bp > 0 ? "+" : "", rate,
                          previous->exercice);
}

static void
write_section (Page *page, const char *titre)
{
  page->row++;
  worksheet_set_row (page->worksheet, page->row, SECTION_HEIGHT, NULL);
  write_text (page, COL_LABEL, titre, page->formats->section);
}

static void
write_blanks (Page *page, guint first, guint end, lxw_format *format)
{
  for (guint column = first; column < end; column++)
    worksheet_write_blank (page->worksheet, page->row, (lxw_col_t)column, format);
}

static void
write_years (Page *page, const char *label)
{
  next_row (page);
  write_text (page, COL_LABEL, label, page->formats->header_left);
  write_blanks (page, COL_FIRST, get_column (page, 0), page->formats->header_left);
  for (guint i = 0; i < page->n; i++)
    {
      g_autofree char *annee =
          g_strdup_printf ("%" G_GINT64_FORMAT, page->analyse->annees[page->first + i].exercice);

      write_text (page, get_column (page, i), annee, page->formats->header_right);
    }
}

/* --- the cards ------------------------------------------------------------------------------ */

typedef struct
{
  const char *label;
  PvSheetKind kind;
  gint64 value;
  gint64 before; /* PV_INT_NULL: none */
  char *note;    /* instead of the change */
} Card;

static lxw_format *
card_format (const PvWorkbookFormats *formats, PvSheetKind kind)
{
  if (kind == PV_SHEET_AMOUNT)
    return formats->card_euros;

  return kind == PV_SHEET_PERCENT ? formats->card_rate : formats->card_count;
}

/* Four cards over the width of the page, their three lines one after the other. */
static void
write_cards (Page *page, Card *cards)
{
  static const guint places[4][2] = { { 1, 1 }, { 2, 3 }, { 4, 5 }, { 6, 8 } };
  static const double heights[] = { 15, 23, 14.5 };

  for (guint line = 0; line < 3; line++)
    {
      page->row++;
      worksheet_set_row (page->worksheet, page->row, heights[line], NULL);
      for (guint i = 0; i < 4; i++)
        {
          g_autofree char *change = cards[i].note != NULL
                                        ? g_strdup (cards[i].note)
                                        : say_change (page, cards[i].before, cards[i].value);
          const char *texts[] = { cards[i].label, "", change };
          lxw_format *line_formats[] = { page->formats->card_label,
                                         card_format (page->formats, cards[i].kind),
                                         page->formats->card_note };

          if (places[i][0] < places[i][1])
            worksheet_merge_range (page->worksheet, page->row, (lxw_col_t)places[i][0], page->row,
                                   (lxw_col_t)places[i][1], texts[line], line_formats[line]);
          else
            write_text (page, places[i][0], texts[line], line_formats[line]);
          if (line == 1)
            write_number (page, places[i][0], cards[i].value, cards[i].kind, line_formats[1]);
        }
    }
  for (guint i = 0; i < 4; i++)
    g_free (cards[i].note);
}

static void
write_key_figures (Page *page)
{
  const PvBilanChiffres *last = get_last (page);
  const PvBilanChiffres *before = get_before (page);
  const PvBilanChiffres none = { .mesure = { .accorde = PV_CENTS_NULL } };
  const PvBilanChiffres *old = before != NULL ? before : &none;
  Card first[] = {
    { "Actions financées", PV_SHEET_COUNT, last->mesure.finances, old->mesure.finances, NULL },
    { "Porteurs financés", PV_SHEET_COUNT, last->porteurs_finances, old->porteurs_finances, NULL },
    { "Montant accordé", PV_SHEET_AMOUNT, last->mesure.accorde, old->mesure.accorde, NULL },
    { "Montant versé", PV_SHEET_AMOUNT, last->mesure.etapes[PV_ETAPE_VERSE],
      old->mesure.etapes[PV_ETAPE_VERSE], NULL },
  };
  Card second[] = {
    { "Bénéficiaires prévus", PV_SHEET_COUNT, last->public_prevu.total, old->public_prevu.total,
      NULL },
    { "Dont femmes", PV_SHEET_COUNT, last->public_prevu.femmes, old->public_prevu.femmes, NULL },
    { "Égalité F-H : part 1 et 2", PV_SHEET_PERCENT,
      pv_egalite_ligne_get_part_bp (&last->egalite, PV_EGALITE_ACCORDE, TRUE), PV_INT_NULL,
      g_strdup ("des montants évalués") },
    { "Taux de réalisation", PV_SHEET_PERCENT, pv_bilan_chiffres_get_taux_bp (last), PV_INT_NULL,
      NULL },
  };
  g_autofree char *recus = pv_bilan_mots_say_count (last->recus, "compte rendu", "comptes rendus");
  g_autofree char *titre = g_strdup_printf ("Chiffres clés de %" G_GINT64_FORMAT, last->exercice);

  write_section (page, titre);
  if (last->exercice >= page->cette_annee)
    {
      g_autofree char *en_cours = g_strdup_printf (
          "%" G_GINT64_FORMAT " est en cours\u00a0: ses chiffres changeront encore.",
          last->exercice);

      write_text (page, COL_FIRST, en_cours, page->formats->note);
    }
  second[3].note = g_strdup_printf ("%s sur %" G_GINT64_FORMAT, recus, last->attendus);
  write_cards (page, first);
  page->row++;
  worksheet_set_row (page->worksheet, page->row, SPACE_HEIGHT, NULL);
  write_cards (page, second);
}

/* --- the sentences -------------------------------------------------------------------------- */

static void
write_sentence (Page *page, const char *text)
{
  guint lines = pv_sheet_count_lines (text, WIDTH_LABEL + MAX_ANNEES * WIDTH_AMOUNT + WIDTH_CHANGE +
                                                2 * WIDTH_OF_YEAR);

  page->row++;
  worksheet_set_row (page->worksheet, page->row, lines * ROW_HEIGHT + 1.5, NULL);
  worksheet_merge_range (page->worksheet, page->row, COL_LABEL, page->row, COL_END, text,
                         page->formats->definition);
}

static void
write_sentences (Page *page)
{
  g_autofree char *titre =
      g_strdup_printf ("L’essentiel de %" G_GINT64_FORMAT, get_last (page)->exercice);
  g_autoptr (GPtrArray) phrases = pv_bilan_mots_make_phrases (page->analyse);

  write_section (page, titre);
  for (guint i = 0; i < phrases->len; i++)
    write_sentence (page, phrases->pdata[i]);
}

/* --- the tables ----------------------------------------------------------------------------- */

static void
write_headers (Page *page, const char *titre, const char *label)
{
  gint64 exercice = get_last (page)->exercice;
  g_autofree char *actions = g_strdup_printf ("Actions\u00a0%" G_GINT64_FORMAT, exercice);
  g_autofree char *part = g_strdup_printf ("Part\u00a0%" G_GINT64_FORMAT, exercice);

  write_section (page, titre);
  write_years (page, label);
  write_text (page, COL_CHANGE, page->n > 1 ? "Évolution" : "", page->formats->header_right);
  write_text (page, COL_ACTIONS, actions, page->formats->header_right);
  write_text (page, COL_SHARE, part, page->formats->header_right);
}

/* The amount granted in each exercice; then of the last one its change, actions and share. */
static void
write_line (Page *page, const char *label, const PvBilanMesure *annees, gboolean total)
{
  const PvWorkbookFormats *formats = page->formats;
  lxw_format *const *kinds = total ? formats->totals : formats->cells;
  guint n = page->analyse->n_annees;
  const PvBilanMesure *last = &annees[n - 1];
  gint64 change =
      page->n < 2 ? PV_INT_NULL : pv_bilan_evolution_bp (annees[n - 2].accorde, last->accorde);

  next_row (page);
  write_text (page, COL_LABEL, label, kinds[PV_SHEET_TEXT]);
  if (total)
    write_blanks (page, COL_FIRST, get_column (page, 0), kinds[PV_SHEET_TEXT]);
  for (guint i = 0; i < page->n; i++)
    write_number (page, get_column (page, i), annees[page->first + i].accorde, PV_SHEET_AMOUNT,
                  formats->euros[total ? 1 : 0]);
  write_number (page, COL_CHANGE, change, PV_SHEET_PERCENT, formats->change[total ? 1 : 0]);
  write_number (page, COL_ACTIONS, last->finances, PV_SHEET_COUNT, kinds[PV_SHEET_COUNT]);
  write_number (page, COL_SHARE, pv_money_rate_bp (last->accorde, get_last (page)->mesure.accorde),
                PV_SHEET_PERCENT, kinds[PV_SHEET_PERCENT]);
}

static void
write_total (Page *page)
{
  g_autofree PvBilanMesure *annees = g_new0 (PvBilanMesure, page->analyse->n_annees);

  for (guint i = 0; i < page->analyse->n_annees; i++)
    annees[i] = page->analyse->annees[i].mesure;
  write_line (page, "Total", annees, TRUE);
}

static gboolean
has_amount (const Page *page, const PvBilanMesure *annees)
{
  for (guint i = page->first; i < page->first + page->n; i++)
    if (annees[i].accorde != PV_CENTS_NULL && annees[i].accorde != 0)
      return TRUE;

  return FALSE;
}

/* The first lines of a table, then the others as one, then the total. Returns bits of the lines
 * that have an amount. */
static guint
write_table (Page *page, const char *titre, PvBilanPar par, guint max)
{
  const PvBilanTable *table = pv_bilan_analyse_get_table (page->analyse, par);
  guint shown = table->lignes->len > max + 1 ? max : table->lignes->len;
  guint visibles = 0;

  write_headers (page, titre, pv_bilan_par_to_libelle (par));
  for (guint i = 0; i < shown; i++)
    {
      const PvBilanTableLigne *ligne = table->lignes->pdata[i];
      g_autofree char *court = pv_synthese_make_nom_court (NULL, ligne->libelle, MAX_LABEL_CHARS);
      g_autofree char *nom = pv_sheet_capitalise (court);

      write_line (page, nom, ligne->annees, FALSE);
      if (has_amount (page, ligne->annees))
        visibles |= 1u << i;
    }
  if (shown < table->lignes->len)
    {
      PvBilanTableLigne *others = pv_bilan_table_sum (table, page->analyse->n_annees, shown);

      if (others != NULL)
        write_line (page, others->libelle, others->annees, FALSE);
      g_clear_pointer (&others, pv_bilan_table_ligne_free);
      visibles |= 1u << shown;
    }
  write_total (page);

  return visibles;
}

/* A table that a chart draws, and its rows that have an amount. */
typedef struct
{
  PvChartRange range;
  guint visibles;
} Drawn;

static Drawn
write_categories (Page *page)
{
  Drawn drawn = { 0 };
  guint header = page->row + 2;

  drawn.visibles =
      write_table (page, "Montant accordé par financeur", PV_BILAN_PAR_CATEGORIE, MAX_CATEGORIES);
  drawn.range = (PvChartRange){ header,    header + 1,           page->row - 1,
                                COL_LABEL, get_column (page, 0), COL_CHANGE - 1 };

  return drawn;
}

typedef struct
{
  const char *libelle;
  PvEtape etape; /* PV_N_ETAPES: accordé */
} Etape;

static PvCents
get_stage (const Page *page, guint annee, PvEtape etape)
{
  const PvBilanMesure *mesure = &page->analyse->annees[annee].mesure;

  return etape == PV_N_ETAPES ? mesure->accorde : mesure->etapes[etape];
}

/* Rows, the columns are the exercices. */
static Drawn
write_stages (Page *page)
{
  static const Etape etapes[] = { { "Sollicité", PV_ETAPE_SOLLICITE },
                                  { "Accordé", PV_N_ETAPES },
                                  { "Notifié", PV_ETAPE_NOTIFIE },
                                  { "Versé", PV_ETAPE_VERSE } };
  guint n = page->analyse->n_annees;
  Drawn drawn = { 0 };

  write_section (page, "Du montant demandé au montant versé");
  write_years (page, "Étape");
  write_text (page, COL_CHANGE, page->n > 1 ? "Évolution" : "", page->formats->header_right);
  write_blanks (page, COL_ACTIONS, COL_END + 1, page->formats->header_right);
  drawn.range = (PvChartRange){ page->row, page->row + 1,        page->row + G_N_ELEMENTS (etapes),
                                COL_LABEL, get_column (page, 0), COL_CHANGE - 1 };
  for (guint line = 0; line < G_N_ELEMENTS (etapes); line++)
    {
      next_row (page);
      write_text (page, COL_LABEL, etapes[line].libelle, page->formats->cells[PV_SHEET_TEXT]);
      for (guint i = 0; i < page->n; i++)
        {
          PvCents cents = get_stage (page, page->first + i, etapes[line].etape);

          write_number (page, get_column (page, i), cents, PV_SHEET_AMOUNT,
                        page->formats->euros[0]);
          if (cents != PV_CENTS_NULL && cents != 0)
            drawn.visibles |= 1u << line;
        }
      if (page->n > 1)
        write_number (page, COL_CHANGE,
                      pv_bilan_evolution_bp (get_stage (page, n - 2, etapes[line].etape),
                                             get_stage (page, n - 1, etapes[line].etape)),
                      PV_SHEET_PERCENT, page->formats->change[0]);
    }

  return drawn;
}

static void
draw (Page *page, const Drawn *funders, const Drawn *stages)
{
  guint row = page->row + 1;
  PvChartPlace left = { row, COL_LABEL, CHART_ROWS, "Accordé, par financeur", LEFT_PIXELS };
  PvChartPlace right = { row, COL_FIRST + 2, CHART_ROWS, "Du demandé au versé", RIGHT_PIXELS };

  if (funders->visibles == 0 && stages->visibles == 0)
    return;
  if (funders->visibles != 0)
    pv_synthese_chart_rows (page->sheet, TRUE, &funders->range, funders->visibles, &left,
                            "Montant accordé par exercice, empilé par financeur");
  if (stages->visibles != 0)
    pv_synthese_chart_rows (page->sheet, FALSE, &stages->range, stages->visibles, &right,
                            "Montants sollicité, accordé, notifié et versé par exercice");
  for (guint i = 0; i < ROWS_UNDER_CHARTS; i++)
    next_row (page);
}

/* What is beyond tens of millions needs more room. */
static double
get_amount_width (const Page *page)
{
  const PvBilanMesure *total = &page->analyse->total.mesure;
  PvCents largest = MAX (total->accorde, total->etapes[PV_ETAPE_SOLLICITE]);
  double width = WIDTH_AMOUNT;

  for (largest /= G_GINT64_CONSTANT (10000000000); largest > 0; largest /= 10)
    width += 1.4;

  return width;
}

static void
set_up (Page *page)
{
  worksheet_set_portrait (page->worksheet);
  worksheet_set_paper (page->worksheet, 9); /* A4 */
  worksheet_fit_to_pages (page->worksheet, 1, 1);
  worksheet_set_margins (page->worksheet, 0.4, 0.4, 0.4, 0.5);
  worksheet_center_horizontally (page->worksheet);
  worksheet_set_column (page->worksheet, 0, 0, 1.5, NULL);
  worksheet_set_column (page->worksheet, COL_LABEL, COL_LABEL, WIDTH_LABEL, NULL);
  worksheet_set_column (page->worksheet, COL_FIRST, COL_CHANGE - 1, get_amount_width (page), NULL);
  worksheet_set_column (page->worksheet, COL_CHANGE, COL_CHANGE, WIDTH_CHANGE, NULL);
  worksheet_set_column (page->worksheet, COL_ACTIONS, COL_END, WIDTH_OF_YEAR, NULL);
}

static void
write_head (Page *page, const char *contexte)
{
  const PvBilanAnalyse *analyse = page->analyse;
  gint64 de = analyse->annees[page->first].exercice;
  gint64 a = analyse->annees[analyse->n_annees - 1].exercice;
  g_autofree char *titre =
      de == a ? g_strdup_printf ("Bilan de la programmation %" G_GINT64_FORMAT, a)
              : g_strdup_printf (
                    "Bilan de la programmation %" G_GINT64_FORMAT " à %" G_GINT64_FORMAT, de, a);

  worksheet_set_row (page->worksheet, 0, 28, NULL);
  write_text (page, COL_LABEL, titre, page->formats->big_title);
  next_row (page);
  write_text (page, COL_LABEL, contexte, page->formats->context);
}

static void
write_note (Page *page)
{
  const PvBilanChiffres *before = get_before (page);
  g_autofree char *evolution =
      before == NULL
          ? g_strdup ("")
          : g_strdup_printf (" Évolution\u00a0: de %" G_GINT64_FORMAT " à %" G_GINT64_FORMAT ".",
                             before->exercice, get_last (page)->exercice);
  g_autofree char *note = g_strdup_printf (
      "Accordé\u00a0: montant voté, à défaut arbitré, affiché à l’euro près.%s%s", evolution,
      page->first > 0 ? " Exercices antérieurs\u00a0: feuille «\u00a0Évolution\u00a0»." : "");

  next_row (page);
  write_text (page, COL_LABEL, note, page->formats->note);
}

gboolean
pv_bilan_page_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error)
{
  PvSheet *sheet = self->sheets[feuille];
  g_autofree char *today = pv_clock_today (pv_db_get_clock (self->db));
  Page page = {
    .analyse = self->analyse,
    .sheet = sheet,
    .worksheet = pv_sheet_get_worksheet (sheet),
    .formats = self->workbook->formats,
    .cette_annee = g_ascii_strtoll (today, NULL, 10), /* its first digits */
  };
  Drawn funders, stages;

  set_up (&page);
  if (self->analyse->n_annees == 0)
    {
      pv_sheet_write_title (sheet, "Bilan de la programmation : aucun dossier", NULL);
      return TRUE;
    }
  page.n = count_shown (self->analyse);
  page.first = self->analyse->n_annees - page.n;

  write_head (&page, self->workbook->contexte);
  write_key_figures (&page);
  write_sentences (&page);
  funders = write_categories (&page);
  stages = write_stages (&page);
  draw (&page, &funders, &stages);
  write_table (&page, "Priorités d’intervention", PV_BILAN_PAR_AXE, MAX_AXES);
  write_table (&page, "Territoires", PV_BILAN_PAR_COMMUNE, MAX_TERRITOIRES);
  write_note (&page);
  worksheet_print_area (page.worksheet, 0, 0, page.row, COL_END);

  return TRUE;
}
