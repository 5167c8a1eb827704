/* pv-critere-popover.c: edits one criterion of a filter
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-critere-popover.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "dossier/pv-facette-store.h"
#include "pv-text.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-format.h"

/* More rows than that are found by typing. */
#define ROWS_SHOWN 200

/* Fewer values than that need no search. */
#define SEARCH_FROM 9

#define INDENT_PX 18

struct _PvCriterePopover
{
  GtkPopover parent_instance;

  PvContext *context;
  PvFiltreCle cle;
  PvDossierCritere *critere;
  GPtrArray *facettes; /* (nullable): not read yet */
  GCancellable *cancellable;
  gboolean filling;

  GtkStack *stack;
  GtkSearchEntry *search;
  GtkStack *values_stack;
  GtkBox *values;
  GtkLabel *more;
  PvAmountEntry *least;
  PvAmountEntry *most;
  GtkLabel *problem;
  GtkSearchEntry *text;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvCriterePopover, pv_critere_popover, GTK_TYPE_POPOVER)

/* --- values ------------------------------------------------------------------------ */

static void
toggled_cb (PvCriterePopover *self, GtkCheckButton *button)
{
  const char *valeur = g_object_get_data (G_OBJECT (button), "pv-valeur");

  if (self->filling)
    return;
  pv_dossier_critere_set_valeur (self->critere, (PvCritereCle)self->cle, valeur,
                                 gtk_check_button_get_active (button));
  g_signal_emit (self, signals[EDITED], 0);
}

/* What is cut. Not a tooltip text: GTK looks for the pointer as soon as it is set, in a
 * popover that may be closed by then. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));

  return TRUE;
}

static GtkWidget *
value_row_new (PvCriterePopover *self, const PvFacette *facette)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (facette->libelle);
  g_autofree char *count = pv_count_to_text (facette->n);
  GtkWidget *count_label = gtk_label_new (count);
  g_autofree char *name = g_strdup_printf ("%s, %s", facette->libelle, count);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count_label, "caption");
  gtk_widget_add_css_class (count_label, "secondary");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_set_margin_start (button, (int)facette->niveau * INDENT_PX);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (button),
      pv_dossier_critere_has_valeur (self->critere, (PvCritereCle)self->cle, facette->valeur));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pv-valeur", g_strdup (facette->valeur), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static gboolean
matches (const PvFacette *facette, const char *needle)
{
  g_autofree char *folded = NULL;

  if (*needle == '\0')
    return TRUE;
  folded = pv_text_fold (facette->libelle);

  return strstr (folded, needle) != NULL;
}

static void
fill_values (PvCriterePopover *self)
{
  g_autofree char *needle = pv_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint shown = 0, hidden = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->values))) != NULL)
    gtk_box_remove (self->values, child);

  self->filling = TRUE;
  for (guint i = 0; i < self->facettes->len; i++)
    {
      const PvFacette *facette = self->facettes->pdata[i];

      if (!matches (facette, needle))
        continue;
      if (shown < ROWS_SHOWN)
        gtk_box_append (self->values, value_row_new (self, facette));
      *(shown < ROWS_SHOWN ? &shown : &hidden) += 1;
    }
  self->filling = FALSE;

  if (hidden > 0)
    {
      g_autofree char *text =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more: type to find it",
                                        "%u more: type to find them", hidden),
                           hidden);

      gtk_label_set_label (self->more, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), hidden > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->facettes->len >= SEARCH_FROM);
  gtk_stack_set_visible_child_name (self->values_stack, shown > 0 ? "list" : "none");
}

typedef struct
{
  PvFiltre filtre;
  PvCritereCle critere;
} Query;

static gpointer
query_facettes (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return pv_facette_store_list (db, &query->filtre, query->critere, cancellable, error);
}

static void
facettes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvCriterePopover) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *facettes = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (facettes == NULL)
    return; /* cancelled: another one is under way, or the popover is gone */

  g_clear_pointer (&self->facettes, g_ptr_array_unref);
  self->facettes = facettes;
  fill_values (self);
}

static void
load_values (PvCriterePopover *self)
{
  Query *query = g_new (Query, 1);

  *query = (Query){ pv_context_get_filtre (self->context), (PvCritereCle)self->cle };
  pv_reading_renew (&self->cancellable);
  pv_context_query_async (self->context, query_facettes, query, g_free,
                          (GDestroyNotify)g_ptr_array_unref, self->cancellable, facettes_cb,
                          g_object_ref (self));
}

static void
search_changed_cb (PvCriterePopover *self)
{
  if (self->facettes != NULL)
    fill_values (self);
}

/* --- amounts ----------------------------------------------------------------------- */

static void
show_problem (PvCriterePopover *self)
{
  const char *problem = pv_amount_entry_get_problem (self->least);
  PvCents least = pv_amount_entry_get_cents (self->least);
  PvCents most = pv_amount_entry_get_cents (self->most);

  if (problem == NULL)
    problem = pv_amount_entry_get_problem (self->most);
  if (problem == NULL && least != PV_CENTS_NULL && most != PV_CENTS_NULL && least > most)
    problem = _ ("No amount is both: the first one is above the second one.");
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
committed_cb (PvCriterePopover *self)
{
  show_problem (self);
  pv_dossier_critere_set_intervalle (
      self->critere, (PvIntervalleMontant)(self->cle - PV_FILTRE_CLE_INTERVALLE),
      pv_amount_entry_get_cents (self->least), pv_amount_entry_get_cents (self->most));
  g_signal_emit (self, signals[EDITED], 0);
}

/* --- text -------------------------------------------------------------------------- */

static void
text_changed_cb (PvCriterePopover *self)
{
  const char *shown = gtk_editable_get_text (GTK_EDITABLE (self->text));
  const char *known = pv_dossier_critere_get_texte (self->critere);

  if (self->filling || g_strcmp0 (shown, known != NULL ? known : "") == 0)
    return;
  pv_dossier_critere_set_texte (self->critere, shown);
  g_signal_emit (self, signals[EDITED], 0);
}

/* --- all --------------------------------------------------------------------------- */

/* Ticks follow what was changed elsewhere: a chip removed, a saved view. */
static void
update_ticks (PvCriterePopover *self)
{
  self->filling = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->values)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (row),
        pv_dossier_critere_has_valeur (self->critere, (PvCritereCle)self->cle,
                                       g_object_get_data (G_OBJECT (row), "pv-valeur")));
  self->filling = FALSE;
}

static void
update (PvCriterePopover *self)
{
  PvCents least = PV_CENTS_NULL, most = PV_CENTS_NULL;
  const char *texte = pv_dossier_critere_get_texte (self->critere);

  if (pv_filtre_cle_is_valeurs (self->cle))
    update_ticks (self);
  else if (pv_filtre_cle_is_intervalle (self->cle))
    {
      pv_dossier_critere_get_intervalle (
          self->critere, (PvIntervalleMontant)(self->cle - PV_FILTRE_CLE_INTERVALLE), &least,
          &most);
      pv_amount_entry_set_cents (self->least, least);
      pv_amount_entry_set_cents (self->most, most);
    }
  else if (!gtk_widget_has_focus (
               GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->text)))))
    {
      self->filling = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->text), texte != NULL ? texte : "");
      self->filling = FALSE;
    }
}

static void
pv_critere_popover_show (GtkWidget *widget)
{
  PvCriterePopover *self = PV_CRITERE_POPOVER (widget);

  if (pv_filtre_cle_is_valeurs (self->cle))
    load_values (self);
  GTK_WIDGET_CLASS (pv_critere_popover_parent_class)->show (widget);
}

/* Values that come late would fill what is no longer shown. */
static void
pv_critere_popover_unmap (GtkWidget *widget)
{
  PvCriterePopover *self = PV_CRITERE_POPOVER (widget);

  g_cancellable_cancel (self->cancellable);
  GTK_WIDGET_CLASS (pv_critere_popover_parent_class)->unmap (widget);
}

/* What was typed counts, even without Enter. */
static void
pv_critere_popover_closed (GtkPopover *popover)
{
  PvCriterePopover *self = PV_CRITERE_POPOVER (popover);

  if (pv_filtre_cle_is_intervalle (self->cle))
    {
      pv_amount_entry_commit (self->least);
      pv_amount_entry_commit (self->most);
    }
  if (GTK_POPOVER_CLASS (pv_critere_popover_parent_class)->closed != NULL)
    GTK_POPOVER_CLASS (pv_critere_popover_parent_class)->closed (popover);
}

static void
pv_critere_popover_dispose (GObject *object)
{
  PvCriterePopover *self = PV_CRITERE_POPOVER (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CRITERE_POPOVER);
  g_clear_pointer (&self->facettes, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_critere_popover_parent_class)->dispose (object);
}

static void
pv_critere_popover_finalize (GObject *object)
{
  pv_dossier_critere_free (PV_CRITERE_POPOVER (object)->critere);

  G_OBJECT_CLASS (pv_critere_popover_parent_class)->finalize (object);
}

static void
pv_critere_popover_class_init (PvCriterePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_critere_popover_dispose;
  object_class->finalize = pv_critere_popover_finalize;
  widget_class->show = pv_critere_popover_show;
  widget_class->unmap = pv_critere_popover_unmap;
  GTK_POPOVER_CLASS (klass)->closed = pv_critere_popover_closed;

  signals[EDITED] = g_signal_new ("edited", PV_TYPE_CRITERE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-critere-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, stack);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, search);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, values_stack);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, values);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, more);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, least);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, most);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, problem);
  gtk_widget_class_bind_template_child (widget_class, PvCriterePopover, text);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_problem);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
pv_critere_popover_init (PvCriterePopover *self)
{
  self->critere = pv_dossier_critere_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_critere_popover_new (PvContext *context, PvFiltreCle cle)
{
  PvCriterePopover *self = g_object_new (PV_TYPE_CRITERE_POPOVER, NULL);

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self->context = g_object_ref (context);
  self->cle = cle;
  gtk_stack_set_visible_child_name (self->stack, pv_filtre_cle_is_valeurs (cle)      ? "values"
                                                 : pv_filtre_cle_is_intervalle (cle) ? "amounts"
                                                                                     : "text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pv_filtre_cle_to_title (cle, 2), -1);

  return GTK_WIDGET (self);
}

const PvDossierCritere *
pv_critere_popover_get_critere (PvCriterePopover *self)
{
  g_return_val_if_fail (PV_IS_CRITERE_POPOVER (self), NULL);

  return self->critere;
}

void
pv_critere_popover_set_critere (PvCriterePopover *self, const PvDossierCritere *critere)
{
  g_return_if_fail (PV_IS_CRITERE_POPOVER (self));
  g_return_if_fail (critere != NULL);

  if (self->critere != critere)
    {
      pv_dossier_critere_free (self->critere);
      self->critere = pv_dossier_critere_copy (critere);
    }
  update (self);
}
