/* pv-avancement-card.c: how far the dossiers are in the year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-avancement-card.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "chart/pv-share-bar.h"
#include "pv-date.h"
#include "widget/pv-format.h"

static const char *const steps[PV_N_ACCUEIL_PAS] = {
  NC_ ("funnel", "Deposited"), NC_ ("funnel", "Receivable"), NC_ ("funnel", "Instructed"),
  NC_ ("funnel", "Proposed"),  NC_ ("funnel", "Programmed"), NC_ ("funnel", "Notified"),
  NC_ ("funnel", "Paid"),
};

typedef struct
{
  GtkWidget *name;
  PvShareBar *bar;
  GtkWidget *reached; /* links, but what nobody waits for nor leaves at the last step */
  GtkWidget *waiting;
  GtkWidget *left;
} Row;

struct _PvAvancementCard
{
  AdwBin parent_instance;

  GtkLabel *today_label;
  GtkGrid *grid;
  GtkBox *legend;
  Row rows[PV_N_ACCUEIL_PAS];
};

G_DEFINE_FINAL_TYPE (PvAvancementCard, pv_avancement_card, ADW_TYPE_BIN)

static void
attach (PvAvancementCard *self, GtkWidget *cell, int column, guint step)
{
  if (step == PV_N_ACCUEIL_PAS - 1)
    gtk_widget_add_css_class (cell, "last");
  gtk_grid_attach (self->grid, cell, column, 1 + (int)step, 1, 1);
}

/* Where a dossier waits for nothing, or cannot leave, there is no list. */
static GtkWidget *
attach_link (PvAvancementCard *self, int column, guint step)
{
  GtkWidget *link = NULL;
  GtkWidget *cell = column > 2 && step == PV_ACCUEIL_VERSES
                        ? pv_card_cell_new_text (PV_TEXT_NULL, 1)
                        : pv_card_cell_new_link (&link, 1);

  if (column == 2)
    gtk_widget_add_css_class (cell, "strong");
  attach (self, cell, column, step);

  return link;
}

static void
add_row (PvAvancementCard *self, guint step)
{
  Row *row = &self->rows[step];
  GtkWidget *bar = pv_share_bar_new ();
  GtkWidget *bar_cell;

  row->name = pv_card_cell_new_text (g_dpgettext2 (GETTEXT_PACKAGE, "funnel", steps[step]), 0);
  row->bar = PV_SHARE_BAR (bar);
  gtk_widget_set_hexpand (bar, TRUE);
  attach (self, row->name, 0, step);
  bar_cell = pv_card_cell_new (bar);
  gtk_widget_set_hexpand (bar_cell, TRUE);
  attach (self, bar_cell, 1, step);
  row->reached = attach_link (self, 2, step);
  row->waiting = attach_link (self, 3, step);
  row->left = attach_link (self, 4, step);
}

static void
update_bar (const Row *row, guint step, const PvAccueilCompte *pas)
{
  const PvAccueilCompte *compte = &pas[step];
  gint64 waiting = step == PV_ACCUEIL_VERSES ? 0 : compte->attente;
  g_autofree char *gone_text = pv_count_to_text (compte->atteinte - waiting - compte->sortis);
  g_autofree char *waiting_text = pv_count_to_text (waiting);
  g_autofree char *left_text = pv_count_to_text (compte->sortis);
  /* Translators: three numbers of dossiers. */
  g_autofree char *text =
      g_strdup_printf (_ ("%s went on, %s waiting, %s left"), gone_text, waiting_text, left_text);

  pv_share_bar_begin (row->bar, pas[0].atteinte);
  pv_share_bar_add (row->bar, PV_CHART_NOTIFIE, compte->atteinte - waiting - compte->sortis);
  pv_share_bar_add (row->bar, PV_CHART_PROPOSE, waiting);
  pv_share_bar_add (row->bar, PV_CHART_RESTE, compte->sortis);
  pv_share_bar_set_text (row->bar, text);
}

/* Translators: a step of the year, then how many dossiers came there, wait there, left there. */
static char *
make_spoken (PvAccueilColonne colonne, const char *name, const char *n)
{
  switch (colonne)
    {
    case PV_ACCUEIL_ATTENTE:
      return g_strdup_printf (_ ("%s, waiting: %s"), name, n);
    case PV_ACCUEIL_SORTIS:
      return g_strdup_printf (_ ("%s, left: %s"), name, n);
    case PV_ACCUEIL_ATTEINTE:
    default:
      return g_strdup_printf (_ ("%s, reached: %s"), name, n);
    }
}

static void
update_link (GtkWidget *link, PvAccueilColonne colonne, const Row *row, guint step, gint64 n)
{
  const char *name = gtk_label_get_text (GTK_LABEL (row->name));
  g_autofree char *text = pv_count_to_text (n);
  g_autofree char *valeur = pv_accueil_pas_valeur ((PvAccueilPas)step, colonne);
  g_autofree char *detail = g_strconcat ("pas=", valeur, NULL);
  g_autofree char *spoken = NULL;

  if (link == NULL)
    return;
  spoken = make_spoken (colonne, name, text);
  pv_card_link_set (link, text, spoken, "dossiers", detail);
}

static void
update_row (const Row *row, guint step, const PvAccueilCompte *pas)
{
  const PvAccueilCompte *compte = &pas[step];

  update_bar (row, step, pas);
  update_link (row->reached, PV_ACCUEIL_ATTEINTE, row, step, compte->atteinte);
  update_link (row->waiting, PV_ACCUEIL_ATTENTE, row, step, compte->attente);
  update_link (row->left, PV_ACCUEIL_SORTIS, row, step, compte->sortis);
}

static void
pv_avancement_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_AVANCEMENT_CARD);

  G_OBJECT_CLASS (pv_avancement_card_parent_class)->dispose (object);
}

static void
pv_avancement_card_class_init (PvAvancementCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_avancement_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-avancement-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAvancementCard, today_label);
  gtk_widget_class_bind_template_child (widget_class, PvAvancementCard, grid);
  gtk_widget_class_bind_template_child (widget_class, PvAvancementCard, legend);
}

static void
pv_avancement_card_init (PvAvancementCard *self)
{
  static const PvAccueilCompte none[PV_N_ACCUEIL_PAS] = { { 0, 0, 0 } };

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < PV_N_ACCUEIL_PAS; i++)
    add_row (self, i);
  pv_card_legend_add (self->legend, PV_CHART_NOTIFIE, C_ ("funnel", "went on"));
  pv_card_legend_add (self->legend, PV_CHART_PROPOSE, C_ ("funnel", "waiting"));
  pv_card_legend_add (self->legend, PV_CHART_RESTE, C_ ("funnel", "left"));
  pv_avancement_card_set (self, none, NULL);
}

void
pv_avancement_card_set (PvAvancementCard *self, const PvAccueilCompte *pas, const char *today)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (PV_IS_AVANCEMENT_CARD (self));
  g_return_if_fail (pas != NULL);

  for (guint i = 0; i < PV_N_ACCUEIL_PAS; i++)
    update_row (&self->rows[i], i, pas);
  date = today != NULL ? pv_date_format_french (today, PV_DATE_FORMAT_LONG) : NULL;
  text = date != NULL ? g_strdup_printf (_ ("on %s"), date) : g_strdup ("");
  gtk_label_set_text (self->today_label, text);
}
