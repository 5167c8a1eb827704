/* pv-classement-colonnes.c: the columns of a ranking
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-classement-colonnes.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "classement/pv-classement-modele.h"
#include "widget/pv-avis-summary.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

typedef enum
{
  COLONNE_RANG,
  COLONNE_NUMERO,
  COLONNE_INTITULE,
  COLONNE_PORTEUR,
  COLONNE_SCORE,
  COLONNE_DISPERSION,
  COLONNE_AVIS,
  COLONNE_MARQUE,
  COLONNE_SOLLICITE,
  COLONNE_PROPOSE,
  COLONNE_MONTANT,
  COLONNE_CUMUL,
  COLONNE_COTE,
} Colonne;

#define N_COLONNES 13

static const struct
{
  const char *titre;
  int largeur; /* at a text of 100 % */
  float xalign;
} colonnes[N_COLONNES] = {
  { NC_ ("ranking", "Rank"), 46, 1 },     { NC_ ("column", "No."), 48, 0 },
  { NC_ ("column", "Title"), 150, 0 },    { NC_ ("column", "Porteur"), 128, 0 },
  { NC_ ("column", "Score"), 52, 1 },     { NC_ ("ranking", "Gap"), 64, 1 },
  { NC_ ("column", "Avis"), 84, 0 },      { NC_ ("column", "W/M"), 34, 0.5F },
  { NC_ ("column", "Requested"), 78, 1 }, { NC_ ("column", "Proposed"), 78, 1 },
  { NC_ ("ranking", "Counted"), 86, 1 },  { NC_ ("ranking", "Running total"), 92, 1 },
  { NC_ ("ranking", "Envelope"), 84, 0 },
};

static const struct
{
  const char *icon;
  const char *css_class;
  const char *words;
} cotes[] = {
  [PV_CLASSEMENT_HORS] = { NULL, "secondary", NULL },
  [PV_CLASSEMENT_DESSUS] = { "object-select-symbolic", "pv-success", N_ ("within") },
  [PV_CLASSEMENT_DESSOUS] = { "pv-avis-defavorable-symbolic", "pv-error", N_ ("beyond") },
};

/* --- texts --------------------------------------------------------------------------------- */

static char *
hundredths_to_text (gint64 value)
{
  return value == PV_INT_NULL
             ? g_strdup (PV_TEXT_NULL)
             : g_strdup_printf ("%" PRId64 ",%02" PRId64, value / 100, value % 100);
}

/* What is only sollicité bears a star, explained by the tooltip. */
static char *
montant_to_text (const PvClassementLigne *ligne)
{
  g_autofree char *text = pv_amount_to_text (ligne->montant);

  return ligne->base == PV_CLASSEMENT_SOLLICITE || ligne->base == PV_CLASSEMENT_MIXTE
             ? g_strconcat (text, "*", NULL)
             : g_steal_pointer (&text);
}

static char *
resume_to_text (const PvDossierResume *resume, Colonne colonne)
{
  if (resume == NULL)
    return g_strdup ("");

  switch ((int)colonne)
    {
    case COLONNE_NUMERO:
      return g_strdup (resume->numero);
    case COLONNE_INTITULE:
      return g_strdup (resume->intitule);
    case COLONNE_PORTEUR:
      return g_strdup (resume->porteur);
    case COLONNE_SOLLICITE:
      return pv_amount_to_text (resume->etapes[PV_ETAPE_SOLLICITE]);
    default:
      return pv_amount_to_text (resume->etapes[PV_ETAPE_PROPOSE]);
    }
}

static char *
dup_text (PvClassementRang *rang, Colonne colonne)
{
  const PvClassementLigne *ligne = pv_classement_rang_get_ligne (rang);

  switch ((int)colonne)
    {
    case COLONNE_RANG:
      return ligne->rang == PV_INT_NULL ? g_strdup (PV_TEXT_NULL) : pv_count_to_text (ligne->rang);
    case COLONNE_SCORE:
      return hundredths_to_text (ligne->score);
    case COLONNE_MONTANT:
      return montant_to_text (ligne);
    case COLONNE_CUMUL:
      return pv_amount_to_text (ligne->cumul);
    default:
      return resume_to_text (pv_classement_rang_get_resume (rang), colonne);
    }
}

static char *
dup_tooltip (PvClassementRang *rang, Colonne colonne)
{
  const PvClassementLigne *ligne = pv_classement_rang_get_ligne (rang);

  if (colonne == COLONNE_MONTANT && ligne->libere)
    return g_strdup (_ ("Its status releases the envelope"));
  if (colonne == COLONNE_MONTANT && ligne->base == PV_CLASSEMENT_PROPOSE)
    return g_strdup (_ ("What is proposed"));
  if (colonne == COLONNE_MONTANT && ligne->base == PV_CLASSEMENT_SOLLICITE)
    return g_strdup (_ ("What is requested: nothing is proposed yet"));
  if (colonne == COLONNE_MONTANT && ligne->base == PV_CLASSEMENT_MIXTE)
    return g_strdup (_ ("What is proposed, and what is requested where nothing is proposed yet"));

  return colonne == COLONNE_INTITULE || colonne == COLONNE_PORTEUR ? dup_text (rang, colonne)
                                                                   : NULL;
}

/* --- cells --------------------------------------------------------------------------------- */

/* An icon and a text. */
static GtkWidget *
pair_new (gboolean icon_first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_hexpand (label, !icon_first);
  gtk_label_set_xalign (GTK_LABEL (label), icon_first ? 0 : 1);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
make_cell (GtkListItem *item, guint colonne)
{
  GtkWidget *cell;

  if (colonne == COLONNE_AVIS)
    cell = pv_avis_summary_new ();
  else if (colonne == COLONNE_MARQUE)
    {
      cell = pv_mark_badge_new (PV_MARK_BADGE_NONE);
      gtk_widget_set_halign (cell, GTK_ALIGN_CENTER);
    }
  else if (colonne == COLONNE_DISPERSION || colonne == COLONNE_COTE)
    cell = pair_new (colonne == COLONNE_COTE);
  else
    cell = pv_table_inscription_new (colonnes[colonne].xalign,
                                     colonnes[colonne].xalign > 0 || colonne == COLONNE_NUMERO);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);

  return cell;
}

static void
show_pair (GtkWidget *box, const char *icon, const char *css_class, const char *text)
{
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
  gtk_widget_set_visible (image, icon != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cotes); i++)
    gtk_widget_remove_css_class (image, cotes[i].css_class);
  gtk_widget_remove_css_class (image, "pv-warning");
  gtk_widget_add_css_class (image, css_class);
  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
show_dispersion (GtkWidget *box, PvClassementRang *rang)
{
  const PvClassementLigne *ligne = pv_classement_rang_get_ligne (rang);
  gboolean flagged = pv_classement_rang_is_divergent (rang);
  g_autofree char *text = hundredths_to_text (ligne->dispersion);

  show_pair (box, flagged ? "pv-warning-symbolic" : NULL, "pv-warning", text);
  pv_tooltip_set (box, flagged ? _ ("The institutions are further apart than the alert threshold")
                               : NULL);
}

static void
show_cote (GtkWidget *box, PvClassementRang *rang)
{
  const PvClassementLigne *ligne = pv_classement_rang_get_ligne (rang);
  const char *words = cotes[ligne->cote].words;

  show_pair (box, cotes[ligne->cote].icon, cotes[ligne->cote].css_class,
             words != NULL   ? _ (words)
             : ligne->libere ? _ ("released")
                             : PV_TEXT_NULL);
}

static void
show_text (GtkWidget *cell, PvClassementRang *rang, Colonne colonne)
{
  g_autofree char *text = dup_text (rang, colonne);
  g_autofree char *tooltip = dup_tooltip (rang, colonne);

  pv_table_inscription_show (cell, text, tooltip);
  if (g_str_equal (text, PV_TEXT_NULL))
    gtk_widget_add_css_class (cell, "secondary");
  else
    gtk_widget_remove_css_class (cell, "secondary");
}

/* The line is drawn over the cells of the first row under it. */
static void
mark_line (GtkWidget *child, PvClassementRang *rang)
{
  GtkWidget *cell = gtk_widget_get_parent (child);

  if (cell == NULL)
    return;
  if (pv_classement_rang_is_coupure (rang))
    gtk_widget_add_css_class (cell, "coupure");
  else
    gtk_widget_remove_css_class (cell, "coupure");
}

static void
show_cell (GtkListItem *item, guint colonne)
{
  PvClassementRang *rang = gtk_list_item_get_item (item);
  const PvDossierResume *resume = pv_classement_rang_get_resume (rang);
  GtkWidget *cell = gtk_list_item_get_child (item);
  static const guint sans_avis[PV_N_AVIS];

  if (colonne == COLONNE_AVIS)
    pv_avis_summary_set (PV_AVIS_SUMMARY (cell), resume != NULL ? resume->avis : sans_avis,
                         resume != NULL ? (guint)resume->n_avis_attendus : 0);
  else if (colonne == COLONNE_MARQUE)
    pv_mark_badge_set_mark (PV_MARK_BADGE (cell), resume != NULL && resume->marque != PV_INT_NULL
                                                      ? (int)resume->marque
                                                      : PV_MARK_BADGE_NONE);
  else if (colonne == COLONNE_DISPERSION)
    show_dispersion (cell, rang);
  else if (colonne == COLONNE_COTE)
    show_cote (cell, rang);
  else
    show_text (cell, rang, colonne);
  mark_line (cell, rang);
}

/* --- columns ------------------------------------------------------------------------------- */

static const char *
get_titre (Colonne colonne)
{
  gboolean ours =
      colonne == COLONNE_RANG || colonne == COLONNE_DISPERSION || colonne >= COLONNE_MONTANT;

  return g_dpgettext2 (GETTEXT_PACKAGE, ours ? "ranking" : "column", colonnes[colonne].titre);
}

static const PvTableKind kind = { .make = make_cell, .show = show_cell };

static GtkAlign
get_align (guint colonne)
{
  if (colonnes[colonne].xalign > 0)
    return colonnes[colonne].xalign < 1 ? GTK_ALIGN_CENTER : GTK_ALIGN_END;

  return GTK_ALIGN_START;
}

void
pv_classement_colonnes_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLONNES; i++)
    pv_table_add_column (view,
                         pv_table_column_new (&kind, i, get_titre (i),
                                              i == COLONNE_INTITULE || i == COLONNE_PORTEUR),
                         colonnes[i].largeur, get_align (i));
  pv_table_follow_text (view);
}
