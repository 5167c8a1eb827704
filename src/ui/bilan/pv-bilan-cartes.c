/* pv-bilan-cartes.c: the cards of amounts: funders, years, and every other dimension
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "bilan/pv-bilan-affichage.h"
#include "chart/pv-share-bar.h"
#include "chart/pv-stage-bar.h"
#include "widget/pv-format.h"

int
pv_bilan_affichage_get_avant (const PvBilanAffichage *self)
{
  return self->a > self->de ? (int)self->a - 1 : -1;
}

guint
pv_bilan_affichage_get_premier (const PvBilanAffichage *self, guint max)
{
  return self->a - self->de + 1 > max ? self->a + 1 - max : self->de;
}

char *
pv_bilan_affichage_dup_annee (const PvBilanAffichage *self, guint annee)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, self->analyse->annees[annee].exercice);
}

char *
pv_bilan_dup_evolution (gint64 avant, gint64 apres)
{
  gint64 bp = pv_bilan_evolution_bp (avant, apres);
  g_autofree char *rate = pv_rate_to_text (bp);

  return bp != PV_INT_NULL && bp > 0 ? g_strconcat ("+", rate, NULL) : g_steal_pointer (&rate);
}

/* "État" of the vocabulary heads a row. */
static char *
dup_capital (const char *words)
{
  char start[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words)), start);

  return g_strconcat (start, g_utf8_next_char (words), NULL);
}

void
pv_bilan_carte_add_legend (PvBilanCarte *carte, PvChartPattern pattern, const char *words)
{
  pv_card_legend_add (pv_bilan_carte_get_legend (carte), pattern, words);
}

void
pv_bilan_carte_add_line (PvBilanCarte *carte, PvLineStyle style, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_box_append (GTK_BOX (box), pv_line_swatch_new (style));
  gtk_box_append (GTK_BOX (box), gtk_label_new (words));
  gtk_box_append (pv_bilan_carte_get_legend (carte), box);
}

/* An amount that opens its dossiers. */
static void
add_amount (PvBilanCarte *carte,
            const PvBilanAffichage *affichage,
            PvBilanPar par,
            const PvBilanTableLigne *ligne,
            int annee,
            PvCents cents,
            const char *what)
{
  g_autofree char *text = pv_amount_to_text (cents);
  g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, (guint)annee);
  g_autofree char *name =
      g_strdup_printf (_ ("%s, %s: %s"), ligne != NULL ? ligne->libelle : what, year, text);
  g_autofree char *critere =
      pv_bilan_analyse_dup_critere (affichage->analyse, par, ligne, annee, PV_BILAN_LISTE_FINANCES);

  if (critere == NULL)
    critere = pv_bilan_analyse_dup_critere (affichage->analyse, par, ligne, annee,
                                            PV_BILAN_LISTE_DOSSIERS);
  pv_bilan_carte_add_link (carte, text, name, cents != PV_CENTS_NULL ? critere : NULL);
}

/* --- funders and stages ---------------------------------------------------------------------- */

static void
to_amounts (const PvBilanAffichage *affichage,
            const PvBilanTableLigne *ligne,
            guint annee,
            PvStageAmounts *amounts)
{
  static const PvEtape stages[] = { PV_ETAPE_VERSE, PV_ETAPE_NOTIFIE, PV_ETAPE_VOTE,
                                    PV_ETAPE_ARBITRE, PV_ETAPE_PROPOSE };
  PvCategorie categorie = PV_CATEGORIE_INCONNU;
  const PvBilanParts *parts;

  pv_categorie_from_id (ligne->cle, &categorie);
  parts = pv_bilan_analyse_get_parts (affichage->analyse, annee, categorie);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    amounts->parts[i] = parts->cents[stages[i]];
  amounts->sollicite = ligne->annees[annee].etapes[PV_ETAPE_SOLLICITE];
  amounts->enveloppe = PV_CENTS_NULL;
}

static PvCents
find_extent (const PvBilanAffichage *affichage, const PvBilanTable *table, guint premier)
{
  PvCents scale = 0;

  for (guint l = 0; l < table->lignes->len; l++)
    for (guint i = premier; i <= affichage->a; i++)
      {
        PvStageAmounts amounts;

        to_amounts (affichage, table->lignes->pdata[l], i, &amounts);
        scale = MAX (scale, pv_stage_amounts_get_extent (&amounts));
      }

  return scale;
}

static void
add_funder_year (PvBilanCarte *carte,
                 const PvBilanAffichage *affichage,
                 const PvBilanTableLigne *ligne,
                 guint annee,
                 gboolean first,
                 PvCents scale)
{
  g_autofree char *name = dup_capital (ligne->libelle);
  g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, annee);
  g_autofree char *critere = pv_bilan_analyse_dup_critere (
      affichage->analyse, PV_BILAN_PAR_CATEGORIE, ligne, -1, PV_BILAN_LISTE_DOSSIERS);
  GtkWidget *bar = pv_stage_bar_new ();
  PvStageAmounts amounts;
  g_autofree char *words = NULL;

  to_amounts (affichage, ligne, annee, &amounts);
  words = pv_stage_amounts_to_text (&amounts);
  pv_stage_bar_set_amounts (PV_STAGE_BAR (bar), &amounts, scale);
  pv_bilan_carte_add_row (carte, FALSE);
  if (first)
    pv_bilan_carte_add_link (carte, name, name, critere);
  else
    pv_bilan_carte_add_bar (carte, gtk_label_new (NULL), name);
  pv_bilan_carte_add_text (carte, year);
  pv_bilan_carte_add_bar (carte, bar, words);
  add_amount (carte, affichage, PV_BILAN_PAR_CATEGORIE, ligne, (int)annee,
              ligne->annees[annee].accorde, name);
  add_amount (carte, affichage, PV_BILAN_PAR_CATEGORIE, ligne, (int)annee,
              ligne->annees[annee].etapes[PV_ETAPE_VERSE], name);
}

void
pv_bilan_carte_show_financeurs (PvBilanCarte *carte, const PvBilanAffichage *affichage)
{
  const PvBilanTable *table =
      pv_bilan_analyse_get_table (affichage->analyse, PV_BILAN_PAR_CATEGORIE);
  guint premier = pv_bilan_affichage_get_premier (affichage, PV_BILAN_MAX_BARRES);
  PvCents scale = find_extent (affichage, table, premier);

  pv_bilan_carte_begin (carte);
  pv_bilan_carte_add_head (carte, _ ("Funder"), 0, FALSE);
  pv_bilan_carte_add_head (carte, _ ("Exercice"), 0, FALSE);
  pv_bilan_carte_add_head (carte, "", 0, TRUE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Granted"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Paid"), 1, FALSE);
  for (guint l = 0; l < table->lignes->len; l++)
    {
      const PvBilanTableLigne *ligne = table->lignes->pdata[l];
      gboolean first = TRUE;

      for (guint i = premier; i <= affichage->a; i++)
        {
          if (ligne->annees[i].dossiers == 0)
            continue;
          if (!first)
            pv_bilan_carte_join_row (carte);
          add_funder_year (carte, affichage, ligne, i, first, scale);
          first = FALSE;
        }
    }
  pv_bilan_carte_end (carte,
                      _ ("No financing yet. The plan of a dossier, or an import, adds them."));
}

/* --- over the years -------------------------------------------------------------------------- */

static PvCents
get_line_value (const PvBilanChiffres *chiffres, PvLineStyle style)
{
  switch (style)
    {
    case PV_LINE_SOLLICITE:
      return chiffres->mesure.etapes[PV_ETAPE_SOLLICITE];
    case PV_LINE_ACCORDE:
      return chiffres->mesure.accorde;
    case PV_LINE_NOTIFIE:
      return chiffres->mesure.etapes[PV_ETAPE_NOTIFIE];
    case PV_LINE_VERSE:
      return chiffres->mesure.etapes[PV_ETAPE_VERSE];
    case PV_LINE_REALISE:
      break;
    }

  return chiffres->realise_cents;
}

static const char *
get_line_words (PvLineStyle style)
{
  static const char *const words[PV_N_LINE_STYLES] = {
    NC_ ("bilan", "Requested"), NC_ ("bilan", "Granted"),          NC_ ("bilan", "Notified"),
    NC_ ("bilan", "Paid"),      NC_ ("bilan", "Realised charges"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "bilan", words[style]);
}

static char *
dup_line_critere (const PvBilanAffichage *affichage, PvLineStyle style, int annee)
{
  static const PvBilanListe listes[PV_N_LINE_STYLES] = {
    PV_BILAN_LISTE_DOSSIERS, PV_BILAN_LISTE_FINANCES, PV_BILAN_LISTE_NOTIFIES,
    PV_BILAN_LISTE_VERSES,   PV_BILAN_LISTE_REALISES,
  };

  return pv_bilan_analyse_dup_critere (affichage->analyse, PV_BILAN_PAR_AXE, NULL, annee,
                                       listes[style]);
}

static void
add_stage (PvBilanCarte *carte,
           PvLineChart *chart,
           const PvBilanAffichage *affichage,
           guint premier,
           PvLineStyle style)
{
  const PvBilanChiffres *annees = affichage->analyse->annees;
  g_autofree PvCents *values = g_new (PvCents, affichage->a - affichage->de + 1);
  int avant = pv_bilan_affichage_get_avant (affichage);

  for (guint i = affichage->de; i <= affichage->a; i++)
    values[i - affichage->de] = get_line_value (&annees[i], style);
  pv_line_chart_add (chart, style, values);
  pv_bilan_carte_add_row (carte, style == PV_LINE_ACCORDE);
  pv_bilan_carte_add_text (carte, get_line_words (style));
  for (guint i = premier; i <= affichage->a; i++)
    {
      PvCents cents = get_line_value (&annees[i], style);
      g_autofree char *text = pv_amount_to_text (cents);
      g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, i);
      g_autofree char *critere = dup_line_critere (affichage, style, (int)i);
      g_autofree char *name =
          g_strdup_printf (_ ("%s, %s: %s"), get_line_words (style), year, text);

      pv_bilan_carte_add_link (carte, text, name, cents != PV_CENTS_NULL ? critere : NULL);
    }
  if (avant >= 0)
    {
      g_autofree char *evolution = pv_bilan_dup_evolution (
          get_line_value (&annees[avant], style), get_line_value (&annees[affichage->a], style));

      pv_bilan_carte_add_text (carte, evolution);
    }
}

/* What a reader hears of the chart: its table says the rest. */
static char *
dup_chart_text (const PvBilanAffichage *affichage)
{
  g_autoptr (GString) text = g_string_new (_ ("Granted amounts over the exercices"));

  for (guint i = affichage->de; i <= affichage->a; i++)
    {
      g_autofree char *amount = pv_amount_to_text (affichage->analyse->annees[i].mesure.accorde);
      g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, i);

      g_string_append_printf (text, ", %s %s", year, amount);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
pv_bilan_carte_show_evolution (PvBilanCarte *carte,
                               PvLineChart *chart,
                               const PvBilanAffichage *affichage)
{
  guint premier = pv_bilan_affichage_get_premier (affichage, PV_BILAN_MAX_BARRES);
  guint n = affichage->a - affichage->de + 1;
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = dup_chart_text (affichage);

  for (guint i = affichage->de; i <= affichage->a; i++)
    g_ptr_array_add (labels, pv_bilan_affichage_dup_annee (affichage, i));
  pv_line_chart_begin (chart, (const char *const *)labels->pdata, n);
  pv_line_chart_set_text (chart, text);
  pv_bilan_carte_begin (carte);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Stage"), 0, TRUE);
  for (guint i = premier; i <= affichage->a; i++)
    pv_bilan_carte_add_head (carte, labels->pdata[i - affichage->de], 1, FALSE);
  if (n > 1)
    pv_bilan_carte_add_head (carte, C_ ("bilan", "Change"), 1, FALSE);
  for (PvLineStyle style = PV_LINE_SOLLICITE; style <= PV_LINE_REALISE; style++)
    add_stage (carte, chart, affichage, premier, style);
  pv_bilan_carte_end (carte, "");
}

/* --- any dimension --------------------------------------------------------------------------- */

static PvCents
get_weight (const PvBilanTableLigne *ligne, guint annee)
{
  return ligne->annees[annee].accorde != PV_CENTS_NULL
             ? ligne->annees[annee].accorde
             : PV_CENTS_NULL + 1 + ligne->annees[annee].dossiers;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PvBilanTableLigne *x = *(PvBilanTableLigne *const *)a, *y = *(PvBilanTableLigne *const *)b;
  guint annee = GPOINTER_TO_UINT (user_data);
  PvCents m = get_weight (x, annee), n = get_weight (y, annee);

  return (n > m) - (n < m);
}

/* What has no key, or is not shared out, stays last. */
static gboolean
is_rest (const PvBilanTableLigne *ligne)
{
  return ligne->code == NULL && (ligne->cle == NULL || *ligne->cle == '\0');
}

static gboolean
has_grant (const PvBilanTableLigne *ligne, int annee)
{
  return annee >= 0 &&
         (ligne->annees[annee].finances > 0 || ligne->annees[annee].accorde != PV_CENTS_NULL);
}

/* The lines of the years shown; of what has no order of its own, by amount of the last one. */
static PvBilanTable
pick (const PvBilanAffichage *affichage, PvBilanPar par)
{
  const PvBilanTable *table = pv_bilan_analyse_get_table (affichage->analyse, par);
  int avant = pv_bilan_affichage_get_avant (affichage);
  gboolean sorted = par == PV_BILAN_PAR_PORTEUR || par == PV_BILAN_PAR_FORME ||
                    par == PV_BILAN_PAR_COMMUNE || par == PV_BILAN_PAR_QUARTIER ||
                    par == PV_BILAN_PAR_FINANCEUR;
  PvBilanTable picked = { par, g_ptr_array_new () };

  for (guint l = 0; l < table->lignes->len; l++)
    {
      PvBilanTableLigne *ligne = table->lignes->pdata[l];

      if (has_grant (ligne, (int)affichage->a) || has_grant (ligne, avant))
        g_ptr_array_add (picked.lignes, ligne);
    }
  if (sorted)
    {
      guint n = picked.lignes->len;

      while (n > 0 && par != PV_BILAN_PAR_PORTEUR && is_rest (picked.lignes->pdata[n - 1]))
        n--;
      g_qsort_with_data (picked.lignes->pdata, (int)n, sizeof (gpointer), compare_cb,
                         GUINT_TO_POINTER (affichage->a));
    }

  return picked;
}

static void
add_dimension_heads (PvBilanCarte *carte, const PvBilanAffichage *affichage, PvBilanPar par)
{
  int avant = pv_bilan_affichage_get_avant (affichage);
  g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, affichage->a);
  g_autofree char *before =
      avant >= 0 ? pv_bilan_affichage_dup_annee (affichage, (guint)avant) : NULL;

  pv_bilan_carte_add_head (carte, pv_bilan_par_to_libelle (par), 0, FALSE);
  pv_bilan_carte_add_head (carte, "", 0, TRUE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Financed"), 1, FALSE);
  if (before != NULL)
    pv_bilan_carte_add_head (carte, before, 1, FALSE);
  pv_bilan_carte_add_head (carte, year, 1, FALSE);
  pv_bilan_carte_add_head (carte, before != NULL ? C_ ("bilan", "Change") : C_ ("bilan", "Share"),
                           1, FALSE);
}

static void
add_dimension_count (PvBilanCarte *carte,
                     const PvBilanAffichage *affichage,
                     PvBilanPar par,
                     const PvBilanTableLigne *ligne,
                     const PvBilanMesure *mesure)
{
  g_autofree char *text = pv_count_to_text (mesure->finances);
  g_autofree char *critere = pv_bilan_analyse_dup_critere (
      affichage->analyse, par, ligne, (int)affichage->a, PV_BILAN_LISTE_FINANCES);
  g_autofree char *name =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %s financed dossier",
                                    "%s: %s financed dossiers", (gulong)MAX (mesure->finances, 0)),
                       ligne != NULL ? ligne->libelle : _ ("All"), text);

  pv_bilan_carte_add_link (carte, text, name, mesure->finances > 0 ? critere : NULL);
}

/* @ligne: %NULL: the whole, of @whole */
static void
add_dimension_row (PvBilanCarte *carte,
                   const PvBilanAffichage *affichage,
                   PvBilanPar par,
                   const PvBilanTableLigne *ligne,
                   PvCents scale)
{
  const PvBilanAnalyse *analyse = affichage->analyse;
  int avant = pv_bilan_affichage_get_avant (affichage);
  const PvBilanMesure *whole = &analyse->annees[affichage->a].mesure;
  const PvBilanMesure *now = ligne != NULL ? &ligne->annees[affichage->a] : whole;
  const PvBilanMesure *before = avant < 0       ? NULL
                                : ligne != NULL ? &ligne->annees[avant]
                                                : &analyse->annees[avant].mesure;
  g_autofree char *share = pv_rate_to_text (pv_money_rate_bp (now->accorde, whole->accorde));
  g_autofree char *evolution =
      before != NULL ? pv_bilan_dup_evolution (before->accorde, now->accorde) : NULL;
  const char *name = ligne != NULL ? ligne->libelle : _ ("Total");
  GtkWidget *bar = pv_share_bar_new ();

  pv_bilan_carte_add_row (carte, ligne == NULL);
  pv_bilan_carte_add_text (carte, name);
  pv_share_bar_begin (PV_SHARE_BAR (bar), MAX (scale, 1));
  if (ligne != NULL)
    pv_share_bar_add (PV_SHARE_BAR (bar), PV_CHART_NOTIFIE, now->accorde);
  pv_share_bar_set_text (PV_SHARE_BAR (bar), share);
  pv_bilan_carte_add_bar (carte, bar, share);
  add_dimension_count (carte, affichage, par, ligne, now);
  if (before != NULL)
    add_amount (carte, affichage, par, ligne, avant, before->accorde, name);
  add_amount (carte, affichage, par, ligne, (int)affichage->a, now->accorde, name);
  pv_bilan_carte_add_text (carte, evolution != NULL ? evolution : share);
}

void
pv_bilan_carte_show_dimension (PvBilanCarte *carte,
                               const PvBilanAffichage *affichage,
                               PvBilanPar par,
                               guint n_max)
{
  PvBilanTable picked = pick (affichage, par);
  g_autoptr (GPtrArray) lignes = picked.lignes;
  PvBilanTableLigne *others =
      lignes->len > n_max + 1 ? pv_bilan_table_sum (&picked, affichage->analyse->n_annees, n_max)
                              : NULL;
  guint n = others != NULL ? n_max : lignes->len;
  PvCents scale = others != NULL ? others->annees[affichage->a].accorde : 0;

  for (guint l = 0; l < n; l++)
    scale = MAX (scale, ((PvBilanTableLigne *)lignes->pdata[l])->annees[affichage->a].accorde);
  pv_bilan_carte_begin (carte);
  add_dimension_heads (carte, affichage, par);
  for (guint l = 0; l < n; l++)
    add_dimension_row (carte, affichage, par, lignes->pdata[l], scale);
  if (others != NULL)
    add_dimension_row (carte, affichage, par, others, scale);
  if (n > 0)
    add_dimension_row (carte, affichage, par, NULL, scale);
  pv_bilan_carte_end (carte, _ ("Nothing is granted yet in these exercices."));
  pv_bilan_table_ligne_free (others);
}
