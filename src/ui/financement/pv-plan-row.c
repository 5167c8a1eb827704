/* pv-plan-row.c: a payer in the plan of financing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-row.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "versement/pv-versement-words.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvPlanRow
{
  AdwBin parent_instance;

  gint64 id;
  GtkWidget *cells[PV_PLAN_N_COLUMNS];
  GtkLabel *financeur;
  GtkLabel *dispositif;
  PvAmountEntry *entries[PV_N_ETAPES_MONTANT];
  GtkLabel *captions[PV_N_ETAPES];
  PvAmountLabel *verse;
  GtkLevelBar *niveau;
  GtkWidget *sans_enveloppe;
  GtkWidget *depassee;
  PvAmountLabel *reste;
  GtkWidget *problem_box;
  GtkWidget *problem_spacer;
  GtkLabel *problem;
  GtkLabel *caption_reste;
  GtkWidget *motif_box;
  GtkLabel *motif_label;
  GtkEditable *motif_entry;
  GtkWidget *motif_button;
};

enum
{
  SIGNAL_COMMITTED,
  SIGNAL_MOTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvPlanRow, pv_plan_row, ADW_TYPE_BIN)

static void
committed_cb (PvPlanRow *self, gint64 cents, PvAmountEntry *entry)
{
  for (int i = 0; i < PV_N_ETAPES_MONTANT; i++)
    if (self->entries[i] == entry)
      g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, i, cents);
}

/* The reason stands below the row, with the stage it is about. */
static void
problem_cb (PvPlanRow *self)
{
  for (int i = 0; i < PV_N_ETAPES_MONTANT; i++)
    {
      const char *problem =
          self->entries[i] != NULL ? pv_amount_entry_get_problem (self->entries[i]) : NULL;

      if (problem != NULL)
        {
          /* Translators: a stage ("Proposé"), then why its amount is refused. */
          g_autofree char *text =
              g_strdup_printf (_ ("%s: %s"), pv_etape_to_libelle ((PvEtape)i), problem);

          gtk_label_set_label (self->problem, text);
          gtk_widget_set_visible (self->problem_box, TRUE);
          return;
        }
    }
  gtk_widget_set_visible (self->problem_box, FALSE);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static void
motif_changed_cb (PvPlanRow *self)
{
  gtk_widget_set_sensitive (self->motif_button,
                            !is_blank (gtk_editable_get_text (self->motif_entry)));
}

static void
motif_cb (PvPlanRow *self)
{
  g_autofree char *motif = g_strstrip (g_strdup (gtk_editable_get_text (self->motif_entry)));

  if (*motif != '\0')
    g_signal_emit (self, signals[SIGNAL_MOTIVATED], 0, motif);
}

static void
set_caption (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), text);
}

/* "12 février": the year only when it is not that of the financing. */
static char *
date_to_text (const char *iso, gint64 exercice)
{
  g_autofree char *year = g_strdup_printf (" %" G_GINT64_FORMAT, exercice);
  char *text;

  if (iso == NULL)
    return NULL;

  text = pv_date_format_french (iso, PV_DATE_FORMAT_LONG);
  if (text != NULL && g_str_has_suffix (text, year))
    text[strlen (text) - strlen (year)] = '\0';

  return text;
}

static char *
caption_of (const PvFinancement *financement, PvEtape etape)
{
  const char *le = etape == PV_ETAPE_VOTE      ? financement->vote_le
                   : etape == PV_ETAPE_NOTIFIE ? financement->notifie_le
                                               : NULL;
  const char *acte = etape == PV_ETAPE_VOTE      ? financement->vote_acte
                     : etape == PV_ETAPE_NOTIFIE ? financement->notifie_acte
                                                 : NULL;
  g_autofree char *date = date_to_text (le, financement->exercice);

  if (pv_financement_get_montant (financement, etape) == 0)
    return g_strdup (_ ("refused"));
  if (date != NULL && acte != NULL)
    return g_strdup_printf ("%s, %s", date, acte);
  if (date != NULL)
    return g_steal_pointer (&date);

  return g_strdup (acte);
}

static void
show_etape (PvPlanRow *self,
            const PvPlanRang *rang,
            PvEtape etape,
            gboolean furthest,
            gboolean edit)
{
  PvAmountEntry *entry = self->entries[etape];
  g_autofree char *caption = caption_of (rang->financement, etape);
  g_autofree char *name =
      g_strdup_printf ("%s, %s", rang->financeur_nom, pv_etape_to_libelle (etape));

  pv_amount_entry_set_cents (entry, pv_financement_get_montant (rang->financement, etape));
  gtk_editable_set_editable (GTK_EDITABLE (entry), edit);
  if (furthest)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "furthest");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "furthest");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_caption (self->captions[etape], caption);
}

static void
show_verse (PvPlanRow *self, const PvPlanRang *rang)
{
  g_autofree char *date = date_to_text (rang->verse_le, rang->financement->exercice);
  g_autofree char *caption = NULL;
  g_autofree char *genre = NULL;
  g_autofree char *amount = pv_amount_to_text (rang->verse_cents);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", rang->financeur_nom,
                                           pv_etape_to_libelle (PV_ETAPE_VERSE), amount);

  if (rang->n_versements == 1)
    genre = g_utf8_strdown (pv_versement_genre_to_libelle (rang->verse_genre), -1);
  if (rang->n_versements > 1)
    caption = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u payment", "%u payments", rang->n_versements),
        rang->n_versements);
  else if (rang->n_versements == 1 && date != NULL)
    caption = g_strdup_printf ("%s, %s", genre, date);
  else if (rang->n_versements == 1)
    caption = g_steal_pointer (&genre);

  pv_amount_label_set_cents (self->verse, rang->verse_cents);
  if (rang->verse_cents != PV_CENTS_NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->verse), "furthest");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->verse), "furthest");
  set_caption (self->captions[PV_ETAPE_VERSE], caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[PV_ETAPE_VERSE + 1]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Late or overpaid in words and colour; the tooltip says all of it. */
void
pv_plan_row_show_suivi (PvPlanRow *self, const PvVersementSuivi *suivi)
{
  GtkLabel *caption = self->captions[PV_ETAPE_VERSE];
  g_autofree char *words = suivi != NULL ? pv_versement_suivi_to_caption (suivi) : NULL;
  g_autofree char *sentences = suivi != NULL ? pv_versement_suivi_to_sentences (suivi) : NULL;
  gboolean wrong = suivi != NULL && (suivi->retard > 0 || suivi->trop_percu_cents > 0);

  g_return_if_fail (PV_IS_PLAN_ROW (self));

  if (words != NULL)
    set_caption (caption, words);
  gtk_widget_set_tooltip_text (self->cells[PV_ETAPE_VERSE + 1], sentences);
  gtk_widget_set_tooltip_text (GTK_WIDGET (caption), sentences);
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (caption), "pv-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (caption), "pv-warning");
}

/* "Crédits spécifiques: 85 500 € left of 295 000 €", for a tooltip and a reader. */
static char *
enveloppe_to_text (const PvPlanRang *rang)
{
  g_autofree char *left = NULL;
  g_autofree char *amount = pv_amount_to_text (rang->enveloppe_cents);

  if (rang->restant_cents == PV_CENTS_NULL)
    return g_strdup_printf (_ ("Envelope “%s”: its amount is not known yet"), rang->enveloppe_nom);
  if (rang->restant_cents < 0)
    {
      left = pv_amount_to_text (-rang->restant_cents);
      return g_strdup_printf (_ ("Envelope “%s”: exceeded by %s, of %s"), rang->enveloppe_nom, left,
                              amount);
    }
  left = pv_amount_to_text (rang->restant_cents);

  return g_strdup_printf (_ ("Envelope “%s”: %s left of %s"), rang->enveloppe_nom, left, amount);
}

static void
show_enveloppe (PvPlanRow *self, const PvPlanRang *rang)
{
  gboolean known = rang->enveloppe_nom != NULL;
  gboolean exceeded = rang->restant_cents != PV_CENTS_NULL && rang->restant_cents < 0;
  g_autofree char *text = known ? enveloppe_to_text (rang) : g_strdup (_ ("No envelope"));
  double used = 0;

  if (rang->restant_cents != PV_CENTS_NULL && rang->enveloppe_cents > 0)
    used = (double)(rang->enveloppe_cents - rang->restant_cents) / (double)rang->enveloppe_cents;
  if (exceeded)
    used = 1;

  gtk_widget_set_visible (GTK_WIDGET (self->niveau), known);
  gtk_widget_set_visible (self->sans_enveloppe, !known);
  gtk_level_bar_set_value (self->niveau, CLAMP (used, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->niveau), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  if (exceeded)
    gtk_widget_add_css_class (GTK_WIDGET (self->niveau), "depassee");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->niveau), "depassee");
  gtk_widget_set_visible (self->depassee, exceeded);
  pv_amount_label_set_cents (self->reste, known ? rang->restant_cents : PV_CENTS_NULL);
  if (exceeded)
    gtk_widget_add_css_class (GTK_WIDGET (self->reste), "plan-depassee");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->reste), "plan-depassee");
  gtk_widget_set_tooltip_text (self->cells[PV_PLAN_N_COLUMNS - 2], text);
  gtk_widget_set_tooltip_text (self->cells[PV_PLAN_N_COLUMNS - 1], text);
}

/* The reason is asked where the amount was typed, and waits: nothing else is in its way. */
static void
show_motif (PvPlanRow *self, const PvPlanRang *rang, gboolean can_edit)
{
  gboolean asked = can_edit && rang->derogation == NULL && pv_plan_rang_depasse (rang);

  gtk_label_set_label (self->caption_reste,
                       rang->derogation != NULL ? _ ("exceeded, with a reason") : _ ("exceeded"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->caption_reste), rang->derogation);
  if (asked)
    {
      g_autofree char *more = pv_amount_to_text (-rang->restant_cents);
      g_autofree char *text = g_strdup_printf (
          _ ("“%s” is exceeded by %s: confirm with a reason, or correct the amount."),
          rang->enveloppe_nom, more);

      pv_format_label (self->motif_label, text);
    }
  else
    gtk_editable_set_text (self->motif_entry, "");
  gtk_widget_set_visible (self->motif_box, asked);
}

static void
pv_plan_row_class_init (PvPlanRowClass *klass)
{
  static const char *const columns[PV_PLAN_N_COLUMNS] = {
    "cell_nom",     "cell_sollicite", "cell_propose", "cell_arbitre",   "cell_vote",
    "cell_notifie", "cell_verse",     "cell_taux",    "cell_enveloppe", "cell_reste",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_COMMITTED] =
      g_signal_new ("committed", PV_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);

  signals[SIGNAL_MOTIVATED] = g_signal_new ("motivated", PV_TYPE_PLAN_ROW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-plan-row.ui");
  for (guint i = 0; i < PV_PLAN_N_COLUMNS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, columns[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvPlanRow, cells) + i * sizeof (GtkWidget *)));
  for (guint i = 0; i < PV_N_ETAPES; i++)
    {
      g_autofree char *entry = g_strconcat ("entry_", pv_etape_to_id ((PvEtape)i), NULL);
      g_autofree char *caption = g_strconcat ("caption_", pv_etape_to_id ((PvEtape)i), NULL);

      if (i < PV_N_ETAPES_MONTANT)
        gtk_widget_class_bind_template_child_full (
            widget_class, g_intern_string (entry), FALSE,
            (gssize)(G_STRUCT_OFFSET (PvPlanRow, entries) + i * sizeof (GtkWidget *)));
      gtk_widget_class_bind_template_child_full (
          widget_class, g_intern_string (caption), FALSE,
          (gssize)(G_STRUCT_OFFSET (PvPlanRow, captions) + i * sizeof (GtkWidget *)));
    }
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, financeur);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, dispositif);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, verse);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, niveau);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, sans_enveloppe);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, depassee);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, reste);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, problem_spacer);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, problem);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, caption_reste);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, motif_box);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, motif_label);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, motif_entry);
  gtk_widget_class_bind_template_child (widget_class, PvPlanRow, motif_button);
  gtk_widget_class_bind_template_callback (widget_class, motif_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, motif_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
}

static void
pv_plan_row_init (PvPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->id = PV_INT_NULL;
}

GtkWidget *
pv_plan_row_new (void)
{
  return g_object_new (PV_TYPE_PLAN_ROW, NULL);
}

void
pv_plan_row_show (PvPlanRow *self, const PvPlanRang *rang, gboolean can_edit)
{
  g_autofree char *taux = NULL;
  g_autofree char *name = NULL;
  PvEtape furthest = PV_ETAPE_SOLLICITE;
  gboolean answered;

  g_return_if_fail (PV_IS_PLAN_ROW (self));
  g_return_if_fail (rang != NULL);

  answered = pv_plan_rang_get_fermete (rang, &furthest);
  taux = pv_rate_to_text (rang->taux_bp);
  name = g_strdup_printf (_ ("Details of %s"), rang->financeur_nom);
  self->id = rang->financement->id;
  gtk_label_set_label (self->financeur, rang->financeur_nom);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->financeur), rang->financeur_nom);
  gtk_label_set_label (self->dispositif, rang->dispositif_nom != NULL ? rang->dispositif_nom
                                                                      : _ ("credits not known"));
  gtk_widget_set_tooltip_text (self->cells[0], name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->cells[0]), "x", self->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->cells[PV_ETAPE_VERSE + 1]), "x",
                                    self->id);
  for (guint i = 0; i < PV_N_ETAPES_MONTANT; i++)
    show_etape (self, rang, (PvEtape)i, answered && furthest == (PvEtape)i, can_edit);
  show_verse (self, rang);
  pv_amount_label_set_text (PV_AMOUNT_LABEL (self->cells[PV_ETAPE_VERSE + 2]), taux);
  show_enveloppe (self, rang);
  show_motif (self, rang, can_edit);
}

gint64
pv_plan_row_get_id (PvPlanRow *self)
{
  g_return_val_if_fail (PV_IS_PLAN_ROW (self), PV_INT_NULL);

  return self->id;
}

GtkWidget *
pv_plan_row_get_cell (PvPlanRow *self, guint column)
{
  g_return_val_if_fail (PV_IS_PLAN_ROW (self), NULL);
  g_return_val_if_fail (column < PV_PLAN_N_COLUMNS, NULL);

  return self->cells[column];
}

GtkWidget *
pv_plan_row_get_spacer (PvPlanRow *self)
{
  g_return_val_if_fail (PV_IS_PLAN_ROW (self), NULL);

  return self->problem_spacer;
}

PvAmountEntry *
pv_plan_row_get_entry (PvPlanRow *self, PvEtape etape)
{
  g_return_val_if_fail (PV_IS_PLAN_ROW (self), NULL);
  g_return_val_if_fail (etape < PV_N_ETAPES_MONTANT, NULL);

  return self->entries[etape];
}
