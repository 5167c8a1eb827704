/* pv-egalite-tableau.c: the analysis of the marks as a table with bars
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-tableau.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "chart/pv-mark-bar.h"
#include "egalite/pv-egalite-ligne-item.h"
#include "widget/pv-format.h"
#include "widget/pv-tooltip.h"

typedef enum
{
  COLUMN_LIBELLE,
  COLUMN_BAR,
  COLUMN_MARQUE_0,
  COLUMN_MARQUE_1,
  COLUMN_MARQUE_2,
  COLUMN_NON_EVALUE,
  COLUMN_TOTAL,
  COLUMN_PART,
  COLUMN_COUVERTURE,
} Column;

#define N_COLUMNS 9

/* A longer name is cut; its tooltip says it whole. */
#define NAME_CHARS 44

static const struct
{
  const char *title;
  gboolean compact; /* also in a small card */
} columns[N_COLUMNS] = {
  { NULL, TRUE },
  { N_ ("Dossiers by mark"), TRUE },
  { "0", FALSE },
  { "1", FALSE },
  { "2", FALSE },
  { N_ ("Not ass."), FALSE },
  { N_ ("Total"), TRUE },
  { N_ ("1 or 2"), TRUE },
  { N_ ("Assessed"), TRUE },
};

struct _PvEgaliteTableau
{
  AdwBin parent_instance;

  gboolean compact;
  PvEgaliteAnalyse *analyse;
  PvEgaliteBase base;
  gboolean montant;
  gint64 t0;
  gint64 courante;
  gboolean liens;
  gint64 scale;
  GListStore *store;
  GtkColumnView *view;
  GtkColumnViewColumn *columns[N_COLUMNS];
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvEgaliteTableau, pv_egalite_tableau, ADW_TYPE_BIN)

/* --- figures ----------------------------------------------------------------------------- */

/* A cell and the table it is in, for the callbacks of its factory. */
typedef struct
{
  PvEgaliteTableau *self;
  Column column;
} Cell;

static gint64
get_value (PvEgaliteTableau *self, PvEgaliteMesure mesure)
{
  return self->montant ? mesure.cents : mesure.dossiers;
}

static char *
dup_value (PvEgaliteTableau *self, PvEgaliteMesure mesure)
{
  return self->montant ? pv_amount_to_text (mesure.cents) : pv_count_to_text (mesure.dossiers);
}

/* Inside of a bar there is room for thousands of euros alone. */
static char *
dup_short (PvEgaliteTableau *self, PvEgaliteMesure mesure)
{
  g_autofree char *count = NULL;

  if (!self->montant)
    return pv_count_to_text (mesure.dossiers);
  if (mesure.cents == PV_CENTS_NULL)
    return g_strdup ("");
  count = pv_count_to_text ((mesure.cents + 50000) / 100000);

  /* Translators: thousands of euros. */
  return g_strdup_printf (_ ("%s k€"), count);
}

static char *
dup_libelle (PvEgaliteTableau *self, PvEgaliteLigneItem *item)
{
  const PvEgaliteLigne *ligne = pv_egalite_ligne_item_get (item);
  gint64 year;

  if (pv_egalite_ligne_item_is_total (item))
    return g_strdup (_ ("All"));
  if (self->analyse->par != PV_EGALITE_PAR_ANNEE || ligne->cle == NULL)
    return g_strdup (ligne->libelle);

  year = g_ascii_strtoll (ligne->cle, NULL, 10);
  if (year == self->t0)
    return g_strdup_printf (_ ("%s · t0"), ligne->libelle);
  if (year == self->courante)
    return g_strdup_printf (_ ("%s under way"), ligne->libelle);

  return g_strdup (ligne->libelle);
}

static char *
dup_rate (PvEgaliteTableau *self, const PvEgaliteLigne *ligne, Column column)
{
  return pv_rate_to_text (
      column == COLUMN_PART
          ? pv_egalite_ligne_get_part_bp (ligne, self->base, self->montant)
          : pv_egalite_ligne_get_couverture_bp (ligne, self->base, self->montant));
}

static PvEgaliteMesure
get_mesure (PvEgaliteTableau *self, const PvEgaliteLigne *ligne, Column column)
{
  if (column == COLUMN_TOTAL)
    return pv_egalite_ligne_get_somme (ligne, self->base, 0, PV_EGALITE_NON_EVALUE);

  return ligne->mesures[self->base][column - COLUMN_MARQUE_0];
}

static char *
dup_critere (PvEgaliteTableau *self, PvEgaliteLigneItem *item, int marque)
{
  if (!self->liens)
    return NULL;

  return pv_egalite_analyse_dup_critere (
      self->analyse,
      pv_egalite_ligne_item_is_total (item) ? NULL : pv_egalite_ligne_item_get (item), self->base,
      marque);
}

static const char *
get_mark_words (guint marque)
{
  static const char *const words[PV_N_EGALITE_MARQUES] = {
    N_ ("mark 0"),
    N_ ("mark 1"),
    N_ ("mark 2"),
    N_ ("not assessed"),
  };

  return _ (words[marque]);
}

/* --- cells ------------------------------------------------------------------------------- */

static void
bind_bar (PvEgaliteTableau *self, GtkWidget *bar, PvEgaliteLigneItem *item)
{
  const PvEgaliteLigne *ligne = pv_egalite_ligne_item_get (item);
  g_autofree char *libelle = dup_libelle (self, item);
  gint64 whole = get_value (self, get_mesure (self, ligne, COLUMN_TOTAL));

  /* the whole has a scale of its own */
  pv_mark_bar_set_scale (PV_MARK_BAR (bar),
                         pv_egalite_ligne_item_is_total (item) ? MAX (whole, 0) : self->scale);
  for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
    {
      PvEgaliteMesure mesure = ligne->mesures[self->base][m];
      g_autofree char *inside = dup_short (self, mesure);
      g_autofree char *value = dup_value (self, mesure);
      g_autofree char *critere = dup_critere (self, item, (int)m);
      g_autofree char *words =
          g_strdup_printf (_ ("%s, %s: %s"), libelle, get_mark_words (m), value);
      gint64 length = get_value (self, mesure);

      pv_mark_bar_set (PV_MARK_BAR (bar), m, length == PV_CENTS_NULL ? 0 : length, inside, words,
                       critere);
    }
}

static void
bind_link (PvEgaliteTableau *self, GtkWidget *button, PvEgaliteLigneItem *item, Column column)
{
  const PvEgaliteLigne *ligne = pv_egalite_ligne_item_get (item);
  PvEgaliteMesure mesure = get_mesure (self, ligne, column);
  g_autofree char *value = dup_value (self, mesure);
  g_autofree char *libelle = dup_libelle (self, item);
  g_autofree char *critere =
      dup_critere (self, item, column == COLUMN_TOTAL ? -1 : (int)(column - COLUMN_MARQUE_0));
  g_autofree char *words = NULL;
  gboolean leads = critere != NULL && mesure.dossiers > 0;

  words = g_strdup_printf (
      _ ("%s, %s: %s"), libelle,
      column == COLUMN_TOTAL ? _ ("all marks") : get_mark_words (column - COLUMN_MARQUE_0), value);
  pv_format_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_can_target (button, leads);
  gtk_widget_set_focusable (button, leads);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), NULL);
  if (leads)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", critere);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "egalite.dossiers");
    }
}

static void
bind_label (PvEgaliteTableau *self, GtkWidget *label, PvEgaliteLigneItem *item, Column column)
{
  g_autofree char *text = column == COLUMN_LIBELLE
                              ? dup_libelle (self, item)
                              : dup_rate (self, pv_egalite_ligne_item_get (item), column);

  pv_format_label (GTK_LABEL (label), text);
  if (column == COLUMN_LIBELLE)
    pv_tooltip_set (label, text);
  if (column == COLUMN_PART || pv_egalite_ligne_item_is_total (item))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static GtkWidget *
label_new (gboolean number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), NAME_CHARS);
    }

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  GtkWidget *child;

  if (cell->column == COLUMN_BAR)
    {
      child = pv_mark_bar_new ("egalite.dossiers");
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
    }
  else if (cell->column >= COLUMN_MARQUE_0 && cell->column <= COLUMN_TOTAL)
    {
      child = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (child), label_new (TRUE));
      gtk_widget_set_halign (child, GTK_ALIGN_END);
      gtk_widget_add_css_class (child, "flat");
      gtk_widget_add_css_class (child, "pv-figure-link");
    }
  else
    child = label_new (cell->column != COLUMN_LIBELLE);
  gtk_list_item_set_child (item, child);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Cell *cell)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  PvEgaliteLigneItem *shown = gtk_list_item_get_item (item);

  if (cell->column == COLUMN_BAR)
    bind_bar (cell->self, child, shown);
  else if (cell->column >= COLUMN_MARQUE_0 && cell->column <= COLUMN_TOTAL)
    bind_link (cell->self, child, shown, cell->column);
  else
    bind_label (cell->self, child, shown, cell->column);
}

static void
cell_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static Cell *
cell_new (PvEgaliteTableau *self, Column column)
{
  Cell *cell = g_new (Cell, 1);

  *cell = (Cell){ self, column };

  return cell;
}

static void
add_columns (PvEgaliteTableau *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cell_new (self, (Column)i),
                             cell_free, 0);
      g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cell_new (self, (Column)i),
                             cell_free, 0);
      column = gtk_column_view_column_new (columns[i].title != NULL
                                               ? _ (columns[i].title)
                                               : pv_egalite_par_to_libelle (PV_EGALITE_PAR_ANNEE),
                                           factory);
      gtk_column_view_column_set_expand (column, i == COLUMN_BAR);
      gtk_column_view_column_set_visible (column, !self->compact || columns[i].compact);
      gtk_column_view_append_column (self->view, column);
      self->columns[i] = column;
      g_object_unref (column);
    }
}

/* A header aligns as its column; GTK 4.8 only lets its child be found. */
static void
align_headers (PvEgaliteTableau *self)
{
  GtkWidget *title =
      gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->view)));

  for (guint i = 0; i < N_COLUMNS && title != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (i > COLUMN_BAR)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      if (GTK_IS_BOX (box))
        gtk_box_set_spacing (GTK_BOX (box), 0);
      title = gtk_widget_get_next_sibling (title);
    }
}

/* --- the table --------------------------------------------------------------------------- */

static gint64
find_scale (PvEgaliteTableau *self)
{
  gint64 scale = 0;

  for (guint i = 0; i < self->analyse->lignes->len; i++)
    scale = MAX (
        scale, get_value (self, get_mesure (self, self->analyse->lignes->pdata[i], COLUMN_TOTAL)));

  return scale;
}

static void
fit_columns (PvEgaliteTableau *self)
{
  gtk_column_view_column_set_title (self->columns[COLUMN_LIBELLE],
                                    pv_egalite_par_to_libelle (self->analyse->par));
  gtk_column_view_column_set_title (self->columns[COLUMN_BAR],
                                    self->montant ? _ ("Amount by mark") : _ ("Dossiers by mark"));
}

void
pv_egalite_tableau_show (PvEgaliteTableau *self,
                         PvEgaliteAnalyse *analyse,
                         PvEgaliteBase base,
                         gboolean montant,
                         gint64 t0,
                         gint64 courante,
                         gboolean liens)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  PvEgaliteAnalyse *before;

  g_return_if_fail (PV_IS_EGALITE_TABLEAU (self));

  before = self->analyse;
  self->analyse = analyse;
  self->base = base;
  self->montant = montant;
  self->t0 = t0;
  self->courante = courante;
  self->liens = liens;
  self->scale = find_scale (self);
  fit_columns (self);
  for (guint i = 0; i < analyse->lignes->len; i++)
    g_ptr_array_add (items, pv_egalite_ligne_item_new (analyse->lignes->pdata[i], FALSE));
  if (!self->compact && analyse->lignes->len > 1)
    g_ptr_array_add (items, pv_egalite_ligne_item_new (&analyse->total, TRUE));
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  if (before != analyse)
    pv_egalite_analyse_free (before);
}

const PvEgaliteAnalyse *
pv_egalite_tableau_get_analyse (PvEgaliteTableau *self)
{
  g_return_val_if_fail (PV_IS_EGALITE_TABLEAU (self), NULL);

  return self->analyse;
}

static void
pv_egalite_tableau_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPACT:
      PV_EGALITE_TABLEAU (object)->compact = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_egalite_tableau_constructed (GObject *object)
{
  PvEgaliteTableau *self = PV_EGALITE_TABLEAU (object);
  GtkSelectionModel *model;

  G_OBJECT_CLASS (pv_egalite_tableau_parent_class)->constructed (object);

  self->store = g_list_store_new (PV_TYPE_EGALITE_LIGNE_ITEM);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (model));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "pv-tableau");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "dense");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Marks, by number and by amount"), -1);
  add_columns (self);
  align_headers (self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->view));
}

static void
pv_egalite_tableau_dispose (GObject *object)
{
  PvEgaliteTableau *self = PV_EGALITE_TABLEAU (object);

  if (self->store != NULL)
    g_list_store_remove_all (self->store);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->analyse, pv_egalite_analyse_free);

  G_OBJECT_CLASS (pv_egalite_tableau_parent_class)->dispose (object);
}

static void
pv_egalite_tableau_class_init (PvEgaliteTableauClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pv_egalite_tableau_set_property;
  object_class->constructed = pv_egalite_tableau_constructed;
  object_class->dispose = pv_egalite_tableau_dispose;

  properties[PROP_COMPACT] =
      g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_egalite_tableau_init (PvEgaliteTableau *self)
{
}

GtkWidget *
pv_egalite_tableau_new (gboolean compact)
{
  return g_object_new (PV_TYPE_EGALITE_TABLEAU, "compact", compact, NULL);
}

void
pv_egalite_tableau_add_legend (GtkBox *legend)
{
  g_return_if_fail (GTK_IS_BOX (legend));

  pv_card_legend_add (legend, PV_CHART_MARQUE_0, "0");
  pv_card_legend_add (legend, PV_CHART_MARQUE_1, "1");
  pv_card_legend_add (legend, PV_CHART_MARQUE_2, "2");
  pv_card_legend_add (legend, PV_CHART_NON_EVALUE, NULL);
}
