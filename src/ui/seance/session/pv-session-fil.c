/* pv-session-fil.c: what an open séance decided so far
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-fil.h"

#include <glib/gi18n.h>

#include "seance/session/pv-session-mots.h"
#include "seance/session/pv-session-point.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvSessionFil
{
  AdwBin parent_instance;

  GtkLabel *decides_label;
  GtkLabel *comptes[PV_N_DECISION_GENRES];
  PvAmountLabel *somme_label;
  GtkWidget *reste_box;
  PvAmountLabel *reste_label;
  GtkWidget *depassees_box;
  GtkLabel *depassees_label;
  GtkStack *stack;
  GtkListView *list;
  GtkNoSelection *selection;
  GListStore *points;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvSessionFil, pv_session_fil, ADW_TYPE_BIN)

static void
activate_cb (PvSessionFil *self, guint position)
{
  g_autoptr (PvSessionPoint) point = g_list_model_get_item (G_LIST_MODEL (self->points), position);

  if (point != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, pv_session_point_get_id (point));
}

static void
pv_session_fil_dispose (GObject *object)
{
  g_clear_object (&PV_SESSION_FIL (object)->points);

  G_OBJECT_CLASS (pv_session_fil_parent_class)->dispose (object);
}

static void
pv_session_fil_class_init (PvSessionFilClass *klass)
{
  static const char *const names[PV_N_DECISION_GENRES] = {
    "compte_programme", "compte_reserve", "compte_ajourne", "compte_refuse", "compte_reoriente",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_session_fil_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", PV_TYPE_SESSION_FIL, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PV_TYPE_SESSION_POINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-session-fil.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, decides_label);
  for (guint i = 0; i < PV_N_DECISION_GENRES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, names[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvSessionFil, comptes) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, somme_label);
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, reste_box);
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, reste_label);
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, depassees_box);
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, depassees_label);
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, stack);
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, list);
  gtk_widget_class_bind_template_child (widget_class, PvSessionFil, selection);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pv_session_fil_init (PvSessionFil *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->points = g_list_store_new (PV_TYPE_SESSION_POINT);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->points));
}

/* --- what it shows ------------------------------------------------------------------------ */

static void
show_line (PvSessionPoint *point, const PvSeanceJournalLigne *ligne)
{
  g_autofree char *words = pv_session_decision_dup_words (ligne->decision);

  pv_session_point_set_dossier (point, ligne->rang, ligne->numero, ligne->porteur, ligne->intitule);
  pv_session_point_set_decision (point, pv_session_decision_to_icon_name (ligne->decision),
                                 pv_session_decision_to_css_class (ligne->decision), words,
                                 ligne->cents);
}

/* Only what was added or moved is: a list of hundreds stays where it is scrolled. */
static void
show_lines (PvSessionFil *self, GPtrArray *fil)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->points));
  guint same = 0; /* of the end: the first decided come last */

  while (same < before && same < fil->len)
    {
      g_autoptr (PvSessionPoint) point =
          g_list_model_get_item (G_LIST_MODEL (self->points), before - 1 - same);
      const PvSeanceJournalLigne *ligne = fil->pdata[fil->len - 1 - same];

      if (pv_session_point_get_id (point) != ligne->id)
        break;
      show_line (point, ligne);
      same++;
    }
  for (guint i = 0; i < fil->len - same; i++)
    {
      const PvSeanceJournalLigne *ligne = fil->pdata[i];
      PvSessionPoint *point = pv_session_point_new (ligne->id);

      show_line (point, ligne);
      g_ptr_array_add (points, point);
    }
  if (before > same || points->len > 0)
    {
      g_list_store_splice (self->points, 0, before - same, points->pdata, points->len);
      /* a list keeps what it shows in its place: the latest would come above it, unseen */
      if (points->len > 0)
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
    }
  gtk_stack_set_visible_child_name (self->stack, fil->len > 0 ? "fil" : "vide");
}

/* Those that are exceeded, in words; their names in the tooltip. */
static void
show_depassees (PvSessionFil *self, const PvSeanceJournal *journal)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < journal->enveloppes->len; i++)
    {
      const PvSeanceEnveloppe *enveloppe = journal->enveloppes->pdata[i];
      g_autofree char *over = NULL;

      if (enveloppe->restant_cents == PV_CENTS_NULL || enveloppe->restant_cents >= 0)
        continue;
      over = pv_amount_to_text (enveloppe->restant_cents);
      g_string_append_printf (names, "%s%s: %s", n++ > 0 ? "\n" : "", enveloppe->libelle, over);
    }
  words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u envelope exceeded", "%u envelopes exceeded", n), n);
  gtk_widget_set_visible (self->depassees_box, n > 0);
  gtk_label_set_label (self->depassees_label, words);
  gtk_widget_set_tooltip_text (self->depassees_box, names->str);
}

/* What the envelopes of the agenda still have, in all; each of them in the tooltip. */
static void
show_reste (PvSessionFil *self, const PvSeanceJournal *journal)
{
  g_autoptr (GString) each = g_string_new (NULL);

  for (guint i = 0; i < journal->enveloppes->len; i++)
    {
      const PvSeanceEnveloppe *enveloppe = journal->enveloppes->pdata[i];
      g_autofree char *amount = pv_amount_to_text (enveloppe->reste_cents);

      g_string_append_printf (each, "%s%s: %s", i > 0 ? "\n" : "", enveloppe->libelle, amount);
    }
  gtk_widget_set_visible (self->reste_box, journal->enveloppes->len > 0);
  gtk_widget_set_tooltip_text (self->reste_box, each->str);
  pv_amount_label_set_cents (self->reste_label, pv_session_get_reste (journal));
}

void
pv_session_fil_show (PvSessionFil *self, const PvSeanceJournal *journal)
{
  g_autofree char *decides = NULL;

  g_return_if_fail (PV_IS_SESSION_FIL (self));
  g_return_if_fail (journal != NULL);

  decides = g_strdup_printf (_ ("%u of %u"), journal->n_decides, journal->n_dossiers);
  gtk_label_set_label (self->decides_label, decides);
  for (guint i = 0; i < PV_N_DECISION_GENRES; i++)
    {
      g_autofree char *count = pv_count_to_text (journal->n[i]);

      gtk_label_set_label (self->comptes[i], count);
    }
  pv_amount_label_set_cents (self->somme_label,
                             journal->arbitre_cents == PV_CENTS_NULL ? 0 : journal->arbitre_cents);
  show_reste (self, journal);
  show_depassees (self, journal);
  show_lines (self, journal->fil);
}
