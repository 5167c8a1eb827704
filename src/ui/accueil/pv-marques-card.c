/* pv-marques-card.c: the égalité marks that were decided
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-marques-card.h"

#include <glib/gi18n.h>

#include "chart/pv-share-bar.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"

/* 0, 1, 2, not assessed: in the order of the rows. */
#define N_MARQUES 4

static const struct
{
  const char *key;
  int mark;
  PvChartPattern pattern;
  const char *words;
} marques[N_MARQUES] = {
  { "0", 0, PV_CHART_MARQUE_0, NC_ ("mark", "Does not take equality in") },
  { "1", 1, PV_CHART_MARQUE_1, NC_ ("mark", "Takes it in") },
  { "2", 2, PV_CHART_MARQUE_2, NC_ ("mark", "Makes it its aim") },
  { "non-evalue", PV_MARK_BADGE_NONE, PV_CHART_NON_EVALUE, NC_ ("mark", "Not assessed") },
};

struct _PvMarquesCard
{
  AdwBin parent_instance;

  GtkBox *bar_box;
  GtkListBox *list;
  GtkLabel *share_label;
  GtkLabel *coverage_label;
  PvShareBar *bar;
  GtkWidget *rows[N_MARQUES];
  GtkLabel *counts[N_MARQUES];
  GtkLabel *rates[N_MARQUES];
};

G_DEFINE_FINAL_TYPE (PvMarquesCard, pv_marques_card, ADW_TYPE_BIN)

static GtkLabel *
append_number (GtkBox *box, GtkSizeGroup *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_size_group_add_widget (column, label);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
add_row (PvMarquesCard *self, guint i, GtkSizeGroup *counts, GtkSizeGroup *rates)
{
  g_autofree char *detail = g_strconcat ("marque=", marques[i].key, NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "mark", marques[i].words));

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 20);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), pv_mark_badge_new (marques[i].mark));
  gtk_box_append (GTK_BOX (box), words);
  self->counts[i] = append_number (GTK_BOX (box), counts);
  self->rates[i] = append_number (GTK_BOX (box), rates);
  gtk_widget_set_margin_start (GTK_WIDGET (self->rates[i]), 6);
  gtk_widget_add_css_class (box, "dense");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", "dossiers", detail);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.goto");
  gtk_list_box_append (self->list, row);
  self->rows[i] = row;
}

static gint64
count_of (const PvStats *stats, const char *key)
{
  for (guint i = 0; i < stats->rows->len; i++)
    {
      const PvStatsRow *row = stats->rows->pdata[i];

      if (g_str_equal (row->key, key))
        return row->dossiers;
    }

  return 0;
}

static void
update_row (PvMarquesCard *self, guint i, gint64 n, gint64 total)
{
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *rate = pv_rate_to_text (pv_money_rate_bp (n, total));
  g_autofree char *spoken = g_strdup_printf (
      "%s, %s, %s", g_dpgettext2 (GETTEXT_PACKAGE, "mark", marques[i].words), count, rate);

  gtk_label_set_label (self->counts[i], count);
  pv_format_label (self->rates[i], rate);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

void
pv_marques_card_set (PvMarquesCard *self, const PvStats *stats)
{
  gint64 n[N_MARQUES];
  gint64 assessed = 0, total = 0;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *share = NULL;
  g_autofree char *coverage = NULL;

  g_return_if_fail (PV_IS_MARQUES_CARD (self));
  g_return_if_fail (stats != NULL && stats->by == PV_STATS_MARQUEUR);

  for (guint i = 0; i < N_MARQUES; i++)
    {
      n[i] = count_of (stats, marques[i].key);
      total += n[i];
      assessed += marques[i].mark != PV_MARK_BADGE_NONE ? n[i] : 0;
    }
  pv_share_bar_begin (self->bar, total);
  for (guint i = 0; i < N_MARQUES; i++)
    {
      pv_share_bar_add (self->bar, marques[i].pattern, n[i]);
      update_row (self, i, n[i], total);
      g_string_append_printf (words, "%s%s: %d", i > 0 ? ", " : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "mark", marques[i].words), (int)n[i]);
    }
  pv_share_bar_set_text (self->bar, words->str);
  share = pv_rate_to_text (pv_money_rate_bp (n[1] + n[2], assessed));
  coverage = pv_rate_to_text (pv_money_rate_bp (assessed, total));
  pv_format_label (self->share_label, share);
  pv_format_label (self->coverage_label, coverage);
}

static void
pv_marques_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_MARQUES_CARD);

  G_OBJECT_CLASS (pv_marques_card_parent_class)->dispose (object);
}

static void
pv_marques_card_class_init (PvMarquesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_marques_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-marques-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvMarquesCard, bar_box);
  gtk_widget_class_bind_template_child (widget_class, PvMarquesCard, list);
  gtk_widget_class_bind_template_child (widget_class, PvMarquesCard, share_label);
  gtk_widget_class_bind_template_child (widget_class, PvMarquesCard, coverage_label);
}

static void
pv_marques_card_init (PvMarquesCard *self)
{
  g_autoptr (GtkSizeGroup) counts = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) rates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *bar = pv_share_bar_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (self->bar_box, bar);
  self->bar = PV_SHARE_BAR (bar);
  for (guint i = 0; i < N_MARQUES; i++)
    add_row (self, i, counts, rates);
}
