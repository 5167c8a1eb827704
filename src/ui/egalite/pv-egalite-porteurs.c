/* pv-egalite-porteurs.c: the porteurs to accompany, as a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-porteurs.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "egalite/pv-egalite-porteur-store.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvEgalitePorteurs
{
  AdwBin parent_instance;

  gint64 n_max;
  gboolean filling;

  GtkStack *stack;
  GtkLabel *summary;
  GtkSpinButton *limit;
  GtkGrid *grid;
};

enum
{
  LIMITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvEgalitePorteurs, pv_egalite_porteurs, ADW_TYPE_BIN)

static GtkWidget *
link_new (const char *text, const char *words, float xalign)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  pv_format_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           xalign == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pv-figure-link");
  gtk_widget_set_halign (button, xalign == 0 ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);

  return button;
}

static void
attach (PvEgalitePorteurs *self, GtkWidget *widget, int column, int line)
{
  gtk_grid_attach (self->grid, pv_card_cell_new (widget), column, line, 1, 1);
}

static GtkWidget *
amount_new (PvCents cents)
{
  GtkWidget *label = pv_amount_label_new (cents);

  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static void
add_row (PvEgalitePorteurs *self, const PvEgalitePorteur *porteur, int line, gboolean liens)
{
  g_autofree char *rank = g_strdup_printf ("%d", line);
  g_autofree char *count = pv_count_to_text (porteur->dossiers);
  g_autofree char *words = g_strdup_printf (_ ("Page of %s"), porteur->nom);
  g_autofree char *spoken = g_strdup_printf (_ ("Dossiers of %s with the mark 0"), porteur->nom);
  g_autofree char *critere = g_strdup_printf ("porteur=%s;marque=0", porteur->uuid);
  GtkWidget *name = link_new (porteur->nom, words, 0);
  GtkWidget *dossiers = link_new (count, spoken, 1);
  GtkWidget *titles = gtk_label_new (porteur->intitules);
  GtkWidget *number = gtk_label_new (rank);

  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, "secondary");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (name), "x", porteur->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (name), "win.open-organisme");
  gtk_widget_set_can_target (dossiers, liens);
  gtk_widget_set_focusable (dossiers, liens);
  if (liens)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (dossiers), "s", critere);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (dossiers), "egalite.dossiers");
    }
  gtk_label_set_xalign (GTK_LABEL (titles), 0);
  gtk_label_set_ellipsize (GTK_LABEL (titles), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (titles, porteur->intitules);
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_widget_add_css_class (titles, "secondary");
  attach (self, number, 0, line);
  attach (self, name, 1, line);
  attach (self, titles, 2, line);
  attach (self, dossiers, 3, line);
  attach (self, amount_new (porteur->demande_cents), 4, line);
  attach (self, amount_new (porteur->accorde_cents), 5, line);
}

static void
add_heads (PvEgalitePorteurs *self)
{
  const char *heads[] = { "",
                          _ ("Holder"),
                          _ ("Actions of mark 0"),
                          C_ ("column", "Dossiers"),
                          C_ ("marks", "Asked"),
                          C_ ("marks", "Granted") };

  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    {
      GtkWidget *head = pv_card_head_new (heads[i], i < 3 ? 0 : 1);

      gtk_widget_set_hexpand (head, i == 2);
      gtk_grid_attach (self->grid, head, i, 0, 1, 1);
    }
}

void
pv_egalite_porteurs_show (PvEgalitePorteurs *self,
                          GPtrArray *porteurs,
                          gint64 n_porteurs,
                          gint64 n_max,
                          gboolean liens,
                          gboolean editable)
{
  g_autofree char *all = pv_count_to_text (n_porteurs);
  g_autofree char *shown = pv_count_to_text (porteurs->len);
  g_autofree char *summary = NULL;
  GtkWidget *child;

  g_return_if_fail (PV_IS_EGALITE_PORTEURS (self));

  summary =
      (gint64)porteurs->len < n_porteurs
          ? g_strdup_printf (_ ("the first %s of %s, by amount granted"), shown, all)
          : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s holder, by amount granted",
                                          "%s holders, by amount granted", (gulong)n_porteurs),
                             all);
  gtk_label_set_label (self->summary, summary);
  self->filling = TRUE;
  self->n_max = n_max;
  gtk_spin_button_set_value (self->limit, (double)n_max);
  gtk_widget_set_sensitive (GTK_WIDGET (self->limit), editable);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, porteurs->len > 0 ? "list" : "empty");
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  add_heads (self);
  for (guint i = 0; i < porteurs->len; i++)
    add_row (self, porteurs->pdata[i], 1 + (int)i, liens);
}

static void
limit_cb (PvEgalitePorteurs *self)
{
  gint64 n = (gint64)gtk_spin_button_get_value_as_int (self->limit);

  if (!self->filling && n != self->n_max)
    g_signal_emit (self, signals[LIMITED], 0, n);
}

static void
pv_egalite_porteurs_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_EGALITE_PORTEURS);

  G_OBJECT_CLASS (pv_egalite_porteurs_parent_class)->dispose (object);
}

static void
pv_egalite_porteurs_class_init (PvEgalitePorteursClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_egalite_porteurs_dispose;
  signals[LIMITED] = g_signal_new ("limited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-porteurs.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePorteurs, stack);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePorteurs, summary);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePorteurs, limit);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePorteurs, grid);
  gtk_widget_class_bind_template_callback (widget_class, limit_cb);
}

static void
pv_egalite_porteurs_init (PvEgalitePorteurs *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
