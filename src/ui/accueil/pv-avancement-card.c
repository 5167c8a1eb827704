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

/* The statuses that wait at each step: what its list filters by. */
static const struct
{
  const char *name;
  const char *waiting;
} steps[PV_N_ACCUEIL_PAS] = {
  { NC_ ("funnel", "Deposited"), "statut=depose,incomplet" },
  { NC_ ("funnel", "Receivable"), "statut=recevable,en-instruction" },
  { NC_ ("funnel", "Instructed"), "statut=instruit" },
  { NC_ ("funnel", "Proposed"), "statut=propose,ajourne" },
  { NC_ ("funnel", "Programmed"), "statut=programme,programme-sous-reserve" },
  { NC_ ("funnel", "Notified"), "statut=notifie,en-cours,bilan-recu,solde" },
  { NC_ ("funnel", "Paid"), "statut=notifie,en-cours,bilan-recu,solde;verse=1.." },
};

typedef struct
{
  GtkWidget *name;
  PvShareBar *bar;
  GtkWidget *reached;
  GtkWidget *waiting; /* a link, but at the last step */
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

static void
add_row (PvAvancementCard *self, guint step)
{
  Row *row = &self->rows[step];
  GtkWidget *bar = pv_share_bar_new ();
  GtkWidget *bar_cell;

  row->name = pv_card_cell_new_text (g_dpgettext2 (GETTEXT_PACKAGE, "funnel", steps[step].name), 0);
  row->bar = PV_SHARE_BAR (bar);
  gtk_widget_set_hexpand (bar, TRUE);
  row->reached = pv_card_cell_new_text ("", 1);
  gtk_widget_add_css_class (row->reached, "strong");
  row->left = pv_card_cell_new_text ("", 1);
  attach (self, row->name, 0, step);
  bar_cell = pv_card_cell_new (bar);
  gtk_widget_set_hexpand (bar_cell, TRUE);
  attach (self, bar_cell, 1, step);
  attach (self, row->reached, 2, step);
  if (step == PV_ACCUEIL_VERSES)
    attach (self, pv_card_cell_new_text (PV_TEXT_NULL, 1), 3, step);
  else
    attach (self, pv_card_cell_new_link (&row->waiting, 1), 3, step);
  attach (self, row->left, 4, step);
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

static void
update_row (const Row *row, guint step, const PvAccueilCompte *pas)
{
  const PvAccueilCompte *compte = &pas[step];
  const char *name = gtk_label_get_text (GTK_LABEL (row->name));
  g_autofree char *reached = pv_count_to_text (compte->atteinte);
  g_autofree char *waiting = pv_count_to_text (compte->attente);
  g_autofree char *left = pv_count_to_text (compte->sortis);

  update_bar (row, step, pas);
  gtk_label_set_text (GTK_LABEL (row->reached), reached);
  gtk_label_set_text (GTK_LABEL (row->left), step == PV_ACCUEIL_VERSES ? PV_TEXT_NULL : left);
  if (row->waiting != NULL)
    {
      /* Translators: a step of the year, then how many dossiers wait there. */
      g_autofree char *spoken = g_strdup_printf (_ ("%s, waiting: %s"), name, waiting);

      pv_card_link_set (row->waiting, waiting, spoken, "dossiers", steps[step].waiting);
      if (step == PV_ACCUEIL_NOTIFIES)
        gtk_widget_set_tooltip_text (row->waiting,
                                     _ ("Opens the notified dossiers, those that are paid too"));
    }
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
