/* pv-egalite-institutions.c: what each institution answered to the tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-institutions.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-severity-icon.h"

struct _PvEgaliteInstitutions
{
  AdwBin parent_instance;

  GtkLabel *summary;
  GtkGrid *grid;
  GtkWidget *reprendre;
};

G_DEFINE_FINAL_TYPE (PvEgaliteInstitutions, pv_egalite_institutions, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  const char *words;
} heads[PV_N_EGALITE_QUESTIONS] = {
  { N_ ("1. Mixed"), N_ ("1. Mixed public") },
  { N_ ("2. Objective"), N_ ("2. Equality as main objective") },
  { N_ ("3 a"), N_ ("3 a. Gendered diagnosis") },
  { N_ ("3 b"), N_ ("3 b. Balanced participation") },
  { N_ ("3 c"), N_ ("3 c. Gendered indicators") },
  { N_ ("3 bis"), N_ ("3 bis. Public coherent with the objectives") },
};

static const char *
to_words (PvEgaliteReponse reponse)
{
  switch (reponse)
    {
    case PV_EGALITE_OUI:
      return C_ ("in a table", "yes");
    case PV_EGALITE_NON:
      return C_ ("in a table", "no");
    case PV_EGALITE_SANS_REPONSE:
    default:
      return PV_TEXT_NULL;
    }
}

/* A divergence is the answer that is less often given; both when as many say each. */
static gboolean
is_apart (const PvEgaliteFiche *fiche, PvEgaliteQuestion question, PvEgaliteReponse reponse)
{
  guint said[2] = { 0, 0 };

  if (reponse == PV_EGALITE_SANS_REPONSE || !pv_egalite_fiche_is_divergent (fiche, question))
    return FALSE;
  for (guint i = 0; i < fiche->institutions->len; i++)
    {
      PvEgaliteReponse given =
          g_array_index (fiche->institutions, PvEgaliteInstitution, i).reponses.reponses[question];

      if (given != PV_EGALITE_SANS_REPONSE)
        said[given]++;
    }

  return said[reponse] <= said[1 - reponse];
}

static GtkWidget *
answer_new (const PvEgaliteFiche *fiche, const PvEgaliteInstitution *who, PvEgaliteQuestion q)
{
  PvEgaliteReponse reponse = who->reponses.reponses[q];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (to_words (reponse));
  g_autofree char *words = NULL;

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  if (is_apart (fiche, q, reponse))
    {
      gtk_box_append (GTK_BOX (box), pv_severity_icon_new (PV_SEVERITE_WARNING));
      gtk_widget_add_css_class (label, "divergent");
      words = g_strdup_printf (_ ("%s says “%s”, others do not"), who->nom, to_words (reponse));
      gtk_widget_set_tooltip_text (box, words);
    }
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/* The last question is of projects that are not mixed: its column is rare. */
static guint
count_questions (const PvEgaliteFiche *fiche)
{
  for (guint i = 0; i < fiche->institutions->len; i++)
    if (g_array_index (fiche->institutions, PvEgaliteInstitution, i)
            .reponses.reponses[PV_EGALITE_COHERENT] != PV_EGALITE_SANS_REPONSE)
      return PV_N_EGALITE_QUESTIONS;

  return PV_EGALITE_COHERENT;
}

static void
attach (PvEgaliteInstitutions *self, GtkWidget *widget, int column, int line, gboolean last)
{
  GtkWidget *cell = pv_card_cell_new (widget);

  if (last)
    gtk_widget_add_css_class (cell, "last");
  gtk_grid_attach (self->grid, cell, column, line, 1, 1);
}

static void
add_row (PvEgaliteInstitutions *self, const PvEgaliteFiche *fiche, guint i, guint n)
{
  const PvEgaliteInstitution *who = &g_array_index (fiche->institutions, PvEgaliteInstitution, i);
  GtkWidget *name = gtk_label_new (who->nom);
  gint64 marque = who->resultat.marque;
  gboolean last = i + 1 == fiche->institutions->len;
  int line = 1 + (int)i;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 8);
  gtk_widget_set_tooltip_text (name, who->nom);
  gtk_widget_set_hexpand (name, TRUE);
  attach (self, name, 0, line, last);
  for (guint q = 0; q < n; q++)
    attach (self, answer_new (fiche, who, (PvEgaliteQuestion)q), 1 + (int)q, line, last);
  name = pv_mark_badge_new (marque == PV_INT_NULL ? PV_MARK_BADGE_NONE : (int)marque);
  gtk_widget_set_hexpand (name, TRUE);
  attach (self, name, 1 + (int)n, line, last);
}

static void
add_heads (PvEgaliteInstitutions *self, guint n)
{
  gtk_grid_attach (self->grid, pv_card_head_new (_ ("Institution"), 0), 0, 0, 1, 1);
  for (guint q = 0; q < n; q++)
    {
      GtkWidget *head = pv_card_head_new (_ (heads[q].title), 0.5f);

      gtk_widget_set_hexpand (head, TRUE);
      gtk_widget_set_tooltip_text (head, _ (heads[q].words));
      gtk_grid_attach (self->grid, head, 1 + (int)q, 0, 1, 1);
    }
  gtk_grid_attach (self->grid, pv_card_head_new (_ ("Result"), 0.5f), 1 + (int)n, 0, 1, 1);
}

/* "4 of 5 · 1 difference" */
static char *
dup_summary (const PvEgaliteFiche *fiche)
{
  g_autofree char *answered =
      g_strdup_printf (_ ("%u of %u"), fiche->n_repondantes, fiche->institutions->len);
  g_autofree char *apart = NULL;

  if (fiche->institutions->len == 0)
    return g_strdup (_ ("no institution in this programme"));
  if (fiche->n_repondantes == 0)
    return g_strdup (_ ("no answer yet"));
  if (fiche->n_divergences > 0)
    apart = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u difference", "%u differences", fiche->n_divergences),
        fiche->n_divergences);
  else if (fiche->n_repondantes > 1)
    apart = g_strdup (_ ("they agree"));

  return apart != NULL ? g_strdup_printf ("%s · %s", answered, apart) : g_steal_pointer (&answered);
}

/* Whether taking the unanimous answers would give a common one. */
static gboolean
can_take (const PvEgaliteFiche *fiche)
{
  PvEgaliteReponse unanimes[PV_N_EGALITE_QUESTIONS];

  pv_egalite_fiche_get_unanimes (fiche, unanimes);
  for (guint q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    if (unanimes[q] != PV_EGALITE_SANS_REPONSE &&
        fiche->communes.reponses[q] == PV_EGALITE_SANS_REPONSE)
      return TRUE;

  return FALSE;
}

void
pv_egalite_institutions_show (PvEgaliteInstitutions *self,
                              const PvEgaliteFiche *fiche,
                              gboolean editable)
{
  g_autofree char *summary = NULL;
  guint n;

  g_return_if_fail (PV_IS_EGALITE_INSTITUTIONS (self));

  n = count_questions (fiche);
  summary = dup_summary (fiche);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (self->reprendre, editable && can_take (fiche));
  clear (self->grid);
  if (fiche->institutions->len == 0)
    return;
  add_heads (self, n);
  for (guint i = 0; i < fiche->institutions->len; i++)
    add_row (self, fiche, i, n);
}

static void
pv_egalite_institutions_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_EGALITE_INSTITUTIONS);

  G_OBJECT_CLASS (pv_egalite_institutions_parent_class)->dispose (object);
}

static void
pv_egalite_institutions_class_init (PvEgaliteInstitutionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_egalite_institutions_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-institutions.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteInstitutions, summary);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteInstitutions, grid);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteInstitutions, reprendre);
}

static void
pv_egalite_institutions_init (PvEgaliteInstitutions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
