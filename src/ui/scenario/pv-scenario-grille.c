/* pv-scenario-grille.c: two situations side by side, payer by payer
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-grille.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

enum
{
  NOM,
  ENGAGE_AVANT,
  RESTE_AVANT,
  ENGAGE_APRES,
  RESTE_APRES,
  ECART,
  N_COLUMNS
};

/* Lines of headings, and under the payers the total and the dossiers. */
#define N_HEADS 2
#define N_FEET 2

/* The least of a name that is shown. */
#define NOM_CHARS 16

struct _PvScenarioGrille
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkLabel *titles[2];
  GtkLabel *head;
  GPtrArray *cells; /* of GtkWidget, N_COLUMNS per row; not owned */
};

G_DEFINE_FINAL_TYPE (PvScenarioGrille, pv_scenario_grille, ADW_TYPE_BIN)

/* --- cells ---------------------------------------------------------------------------------- */

/* A mark, shown when something is exceeded, and a text. */
static GtkWidget *
cell_new (guint column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *image = gtk_image_new_from_icon_name ("pv-error-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_visible (image, FALSE);
  gtk_widget_set_halign (image, GTK_ALIGN_END);
  gtk_widget_set_hexpand (image, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_label_set_xalign (GTK_LABEL (label), column == NOM ? 0 : 1);
  if (column == NOM)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), NOM_CHARS);
    }
  else
    gtk_widget_add_css_class (box, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (box, "pv-cell");
  if (column == ENGAGE_APRES)
    gtk_widget_add_css_class (box, "apart");

  return box;
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static GtkWidget *
get_cell (PvScenarioGrille *self, guint row, guint column)
{
  return self->cells->pdata[row * N_COLUMNS + column];
}

static void
set_text (PvScenarioGrille *self, guint row, guint column, const char *text)
{
  GtkWidget *label = gtk_widget_get_last_child (get_cell (self, row, column));

  pv_format_label (GTK_LABEL (label), text);
  set_class (label, "secondary", g_str_equal (text, PV_TEXT_NULL) || g_str_equal (text, "="));
  if (column == NOM)
    gtk_widget_set_tooltip_text (label, text);
}

static void
set_amount (PvScenarioGrille *self, guint row, guint column, PvCents cents)
{
  GtkWidget *cell = get_cell (self, row, column);
  GtkWidget *image = gtk_widget_get_first_child (cell);
  gboolean exceeded =
      (column == RESTE_AVANT || column == RESTE_APRES) && cents < 0 && cents != PV_CENTS_NULL;
  g_autofree char *text = pv_amount_to_text (cents);

  set_text (self, row, column, text);
  gtk_widget_set_visible (image, exceeded);
  gtk_widget_set_hexpand (gtk_widget_get_last_child (cell), !exceeded);
  set_class (cell, "pv-error", exceeded);
  set_class (cell, "exceeded", exceeded);
  gtk_widget_set_tooltip_text (cell, exceeded ? _ ("Exceeded") : NULL);
}

char *
pv_scenario_ecart_to_text (PvCents ecart)
{
  g_autofree char *text = pv_amount_to_text (ecart);

  if (ecart == 0)
    return g_strdup ("=");

  return ecart > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static void
set_ecart (PvScenarioGrille *self, guint row, const char *text)
{
  set_text (self, row, ECART, text);
  set_class (get_cell (self, row, ECART), "strong", !g_str_equal (text, "="));
}

/* --- rows ----------------------------------------------------------------------------------- */

static void
add_row (PvScenarioGrille *self, guint row, guint n_rows)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *cell = cell_new (column);

      set_class (cell, "last", row + 1 == n_rows);
      set_class (cell, "strong", row + N_FEET == n_rows);
      gtk_grid_attach (self->grid, cell, (int)column, (int)(row + N_HEADS), 1, 1);
      g_ptr_array_add (self->cells, cell);
    }
}

static void
set_rows (PvScenarioGrille *self, guint n_rows)
{
  if (self->cells->len == n_rows * N_COLUMNS)
    return;

  for (guint i = 0; i < self->cells->len; i++)
    gtk_grid_remove (self->grid, self->cells->pdata[i]);
  g_ptr_array_set_size (self->cells, 0);
  for (guint row = 0; row < n_rows; row++)
    add_row (self, row, n_rows);
}

/* A screen reader says where a figure stands. */
static void
name_cells (PvScenarioGrille *self, guint row, const char *nom)
{
  const char *heads[N_COLUMNS] = { NULL,          _ ("Engaged"),   _ ("Remaining"),
                                   _ ("Engaged"), _ ("Remaining"), _ ("Difference") };

  for (guint column = ENGAGE_AVANT; column < N_COLUMNS; column++)
    {
      GtkWidget *label = gtk_widget_get_last_child (get_cell (self, row, column));
      const char *text = gtk_label_get_text (GTK_LABEL (label));
      const char *title =
          column == ECART ? NULL : gtk_label_get_text (self->titles[column >= ENGAGE_APRES]);
      g_autofree char *name = g_strjoin (", ", nom, heads[column], text, title, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
}

static void
show_chiffres (PvScenarioGrille *self,
               guint row,
               const char *nom,
               const PvScenarioChiffres *avant,
               const PvScenarioChiffres *apres)
{
  g_autofree char *ecart = pv_scenario_ecart_to_text (apres->engage - avant->engage);

  set_text (self, row, NOM, nom);
  set_amount (self, row, ENGAGE_AVANT, avant->engage);
  set_amount (self, row, RESTE_AVANT, pv_scenario_chiffres_get_reste (avant));
  set_amount (self, row, ENGAGE_APRES, apres->engage);
  set_amount (self, row, RESTE_APRES, pv_scenario_chiffres_get_reste (apres));
  set_ecart (self, row, ecart);
  name_cells (self, row, nom);
}

/* The counts stand under the amounts they go with. */
static void
show_desequilibres (PvScenarioGrille *self, guint row, guint avant, guint apres)
{
  g_autofree char *before = pv_count_to_text (avant);
  g_autofree char *after = pv_count_to_text (apres);
  g_autofree char *apart = pv_count_to_text ((gint64)apres - (gint64)avant);
  g_autofree char *more = g_strconcat ("+", apart, NULL);

  set_text (self, row, NOM, _ ("Dossiers out of balance"));
  gtk_widget_set_tooltip_text (
      gtk_widget_get_last_child (get_cell (self, row, NOM)),
      _ ("What their payers propose, or were asked where nothing is proposed, with their other"
         " income, does not make their coût total"));
  set_text (self, row, ENGAGE_AVANT, before);
  set_text (self, row, ENGAGE_APRES, after);
  set_text (self, row, RESTE_AVANT, "");
  set_text (self, row, RESTE_APRES, "");
  set_ecart (self, row, avant == apres ? "=" : apres > avant ? more : apart);
}

static void
show_ends (PvScenarioGrille *self, guint row, const PvScenarioLecture *lecture)
{
  const PvScenarioSituation *avant = lecture->cotes[0].situation;
  const PvScenarioSituation *apres = lecture->cotes[1].situation;

  show_chiffres (self, row, _ ("Total"), &avant->total, &apres->total);
  show_desequilibres (self, row + 1, avant->n_desequilibres, apres->n_desequilibres);
}

static void
begin (PvScenarioGrille *self, const PvScenarioLecture *lecture, guint n, const char *head)
{
  for (guint i = 0; i < 2; i++)
    gtk_label_set_text (self->titles[i], lecture->cotes[i].nom);
  gtk_label_set_text (self->head, head);
  set_rows (self, n + N_FEET);
}

void
pv_scenario_grille_set (PvScenarioGrille *self, const PvScenarioLecture *lecture)
{
  guint n = lecture->donnees->groupes->len;

  g_return_if_fail (PV_IS_SCENARIO_GRILLE (self));

  begin (self, lecture, n, _ ("Funder"));
  for (guint i = 0; i < n; i++)
    show_chiffres (self, i, pv_scenario_donnees_get_groupe (lecture->donnees, i)->nom,
                   &g_array_index (lecture->cotes[0].situation->groupes, PvScenarioChiffres, i),
                   &g_array_index (lecture->cotes[1].situation->groupes, PvScenarioChiffres, i));
  show_ends (self, n, lecture);
}

void
pv_scenario_grille_set_enveloppes (PvScenarioGrille *self, const PvScenarioLecture *lecture)
{
  const PvScenarioDonnees *donnees = lecture->donnees;
  guint n_groupes = donnees->groupes->len;
  gboolean hors = n_groupes > 0 && pv_scenario_donnees_get_groupe (donnees, n_groupes - 1)->hors;
  guint n = donnees->enveloppes->len;

  g_return_if_fail (PV_IS_SCENARIO_GRILLE (self));

  begin (self, lecture, n + hors, _ ("Envelope"));
  for (guint i = 0; i < n; i++)
    {
      const PvScenarioEnveloppe *enveloppe = pv_scenario_donnees_get_enveloppe (donnees, i);
      g_autofree char *nom =
          g_strdup_printf ("%s · %s", enveloppe->libelle,
                           pv_scenario_donnees_get_financeur (donnees, enveloppe->financeur)->nom);

      show_chiffres (
          self, i, nom,
          &g_array_index (lecture->cotes[0].situation->enveloppes, PvScenarioChiffres, i),
          &g_array_index (lecture->cotes[1].situation->enveloppes, PvScenarioChiffres, i));
    }
  if (hors)
    show_chiffres (
        self, n, pv_scenario_donnees_get_groupe (donnees, n_groupes - 1)->nom,
        &g_array_index (lecture->cotes[0].situation->groupes, PvScenarioChiffres, n_groupes - 1),
        &g_array_index (lecture->cotes[1].situation->groupes, PvScenarioChiffres, n_groupes - 1));
  show_ends (self, n + hors, lecture);
}

/* --- class ---------------------------------------------------------------------------------- */

static void
pv_scenario_grille_finalize (GObject *object)
{
  g_ptr_array_unref (PV_SCENARIO_GRILLE (object)->cells);

  G_OBJECT_CLASS (pv_scenario_grille_parent_class)->finalize (object);
}

static void
pv_scenario_grille_class_init (PvScenarioGrilleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_scenario_grille_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/scenario/pv-scenario-grille.ui");
  gtk_widget_class_bind_template_child (widget_class, PvScenarioGrille, grid);
  gtk_widget_class_bind_template_child (widget_class, PvScenarioGrille, head);
  gtk_widget_class_bind_template_child_full (widget_class, "avant", FALSE,
                                             G_STRUCT_OFFSET (PvScenarioGrille, titles[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "apres", FALSE,
                                             G_STRUCT_OFFSET (PvScenarioGrille, titles[1]));
}

static void
pv_scenario_grille_init (PvScenarioGrille *self)
{
  self->cells = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
