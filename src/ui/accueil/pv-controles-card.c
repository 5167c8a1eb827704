/* pv-controles-card.c: what the checks find, the gravest first
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-controles-card.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"

/* Checks shown of each severity; the others are one row that unfolds. */
#define N_SHOWN 3

struct _PvControlesCard
{
  AdwBin parent_instance;

  GtkSpinner *spinner;
  GtkStack *stack;
  GtkListBox *list;
  GArray *controles; /* of PvAccueilControle */
  gboolean unfolded[PV_SEVERITE_ERROR + 1];
  char *shown; /* what the rows say: they are made again only when it changes */
};

G_DEFINE_FINAL_TYPE (PvControlesCard, pv_controles_card, ADW_TYPE_BIN)

/* --- what a row opens ---------------------------------------------------------------- */

/* A check of organismes finds each of them once: their list has the filter. A séance is in its own
 * list. */
static gboolean
get_target (const PvAccueilControle *compte, const char **page, char **detail)
{
  static const struct
  {
    const char *controle;
    const char *page;
    const char *filtre;
  } ailleurs[] = {
    { "siret-invalide", "porteurs", "siret-invalide" },
    { "siret-absent", "porteurs", "siret-absent" },
    { "cer-absent", "porteurs", "sans-cer" },
    { "seance-ouverte", "seances", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ailleurs); i++)
    if (g_str_equal (compte->controle->id, ailleurs[i].controle))
      {
        *page = ailleurs[i].page;
        *detail = g_strdup (ailleurs[i].filtre);
        return TRUE;
      }
  *page = "dossiers";
  *detail = g_strdup_printf ("controle=%s;severite=%s", compte->controle->id,
                             pv_severite_to_id (compte->severite));

  return compte->dossiers > 0;
}

/* --- rows ---------------------------------------------------------------------------- */

static GtkListBoxRow *
add_row (PvControlesCard *self, GtkWidget *icon, const char *title, gint64 count)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = gtk_label_new (title);
  g_autofree char *figure = pv_count_to_text (count);
  GtkWidget *number = gtk_label_new (figure);
  /* Translators: what is counted, then how many. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), title, figure);

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), icon);
  else
    gtk_widget_set_margin_start (name, 25);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  /* three cards side by side */
  gtk_label_set_max_width_chars (GTK_LABEL (name), icon == NULL ? 26 : 20);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  if (icon == NULL)
    {
      gtk_widget_add_css_class (box, "caption");
      gtk_widget_add_css_class (name, "secondary");
      gtk_widget_add_css_class (number, "secondary");
    }
  else
    gtk_widget_add_css_class (row, "severity");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);

  return GTK_LIST_BOX_ROW (row);
}

static void
set_target (GtkListBoxRow *row, gboolean activatable, const char *page, const char *detail)
{
  gtk_list_box_row_set_activatable (row, activatable);
  if (!activatable)
    return;
  g_object_set_data (G_OBJECT (row), "pv-page", (gpointer)page);
  g_object_set_data_full (G_OBJECT (row), "pv-detail", g_strdup (detail), g_free);
}

static void
add_severity (PvControlesCard *self, PvSeverite severite, GArray *controles)
{
  static const char *const titles[] = { N_ ("Informations"), N_ ("Warnings"), N_ ("Errors") };
  g_autofree char *detail = g_strdup_printf ("severite=%s", pv_severite_to_id (severite));
  gint64 constats = 0, dossiers = 0;
  GtkListBoxRow *row;

  for (guint i = 0; i < controles->len; i++)
    {
      const PvAccueilControle *compte = &g_array_index (controles, PvAccueilControle, i);

      constats += compte->severite == severite ? compte->constats : 0;
      dossiers += compte->severite == severite ? compte->dossiers : 0;
    }
  row = add_row (self, pv_severity_icon_new (severite), _ (titles[severite]), constats);
  set_target (row, dossiers > 0, "dossiers", detail);
}

static void
add_controle (PvControlesCard *self, const PvAccueilControle *compte)
{
  const char *page = NULL;
  g_autofree char *detail = NULL;
  gboolean opens = get_target (compte, &page, &detail);
  GtkListBoxRow *row = add_row (self, NULL, compte->controle->titre, compte->constats);

  gtk_widget_set_tooltip_text (GTK_WIDGET (row), compte->controle->description);
  set_target (row, opens, page, detail);
}

/* Where the checks of a severity end. */
static guint
find_end (GArray *controles, guint start)
{
  PvSeverite severite = g_array_index (controles, PvAccueilControle, start).severite;
  guint end = start;

  while (end < controles->len &&
         g_array_index (controles, PvAccueilControle, end).severite == severite)
    end++;

  return end;
}

static void
add_others (PvControlesCard *self, guint start, guint end)
{
  gint64 constats = 0;
  GtkListBoxRow *row;

  for (guint i = start; i < end; i++)
    constats += g_array_index (self->controles, PvAccueilControle, i).constats;
  row = add_row (self, NULL, _ ("Others…"), constats);
  g_object_set_data (
      G_OBJECT (row), "pv-others",
      GUINT_TO_POINTER (1 + g_array_index (self->controles, PvAccueilControle, start).severite));
}

/* The checks of one severity, from @start on. Returns: where they end */
static guint
add_group (PvControlesCard *self, guint start)
{
  guint end = find_end (self->controles, start);
  PvSeverite severite = g_array_index (self->controles, PvAccueilControle, start).severite;
  gboolean folds = end - start > N_SHOWN + 1 && !self->unfolded[severite];
  guint last = folds ? start + N_SHOWN : end;

  add_severity (self, severite, self->controles);
  for (guint i = start; i < last; i++)
    add_controle (self, &g_array_index (self->controles, PvAccueilControle, i));
  if (folds)
    add_others (self, last, end);

  return end;
}

static void
make_rows (PvControlesCard *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->controles->len;)
    i = add_group (self, i);
}

static void
unfold (PvControlesCard *self, PvSeverite severite, int index)
{
  self->unfolded[severite] = TRUE;
  make_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index)));
}

static void
row_activated_cb (PvControlesCard *self, GtkListBoxRow *row)
{
  const char *page = g_object_get_data (G_OBJECT (row), "pv-page");
  const char *detail = g_object_get_data (G_OBJECT (row), "pv-detail");
  guint others = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pv-others"));

  if (others > 0)
    unfold (self, (PvSeverite)(others - 1), gtk_list_box_row_get_index (row));
  else if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.goto", "(ss)", page, detail);
}

static char *
describe (GArray *controles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < controles->len; i++)
    {
      const PvAccueilControle *compte = &g_array_index (controles, PvAccueilControle, i);

      g_string_append_printf (text, "%s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                              compte->controle->id, (int)compte->severite, compte->constats,
                              compte->dossiers);
    }

  return g_string_free (text, FALSE);
}

static void
pv_controles_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_CONTROLES_CARD);

  G_OBJECT_CLASS (pv_controles_card_parent_class)->dispose (object);
}

static void
pv_controles_card_finalize (GObject *object)
{
  PvControlesCard *self = PV_CONTROLES_CARD (object);

  g_clear_pointer (&self->controles, g_array_unref);
  g_free (self->shown);

  G_OBJECT_CLASS (pv_controles_card_parent_class)->finalize (object);
}

static void
pv_controles_card_class_init (PvControlesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_controles_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_controles_card_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-controles-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvControlesCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvControlesCard, stack);
  gtk_widget_class_bind_template_child (widget_class, PvControlesCard, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pv_controles_card_init (PvControlesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_controles_card_set (PvControlesCard *self, GArray *controles)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PV_IS_CONTROLES_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), controles == NULL);
  gtk_spinner_set_spinning (self->spinner, controles == NULL);
  if (controles == NULL)
    return;

  text = describe (controles);
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);

  g_clear_pointer (&self->controles, g_array_unref);
  self->controles = g_array_ref (controles);
  make_rows (self);
  gtk_stack_set_visible_child_name (self->stack, controles->len > 0 ? "list" : "empty");
}
