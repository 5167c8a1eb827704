/* pv-apercu-pane.c: a dossier at a glance, beside the list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-apercu-pane.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "controle/pv-controle.h"
#include "dossier/pv-dossier-apercu-store.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-avis-summary.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-severity-icon.h"
#include "widget/pv-status-label.h"

/* A selection that moves along the list does not run the controls of each row. */
#define CONTROLS_DELAY_MS 120

struct _PvApercuPane
{
  AdwBin parent_instance;

  PvContext *context;
  gint64 id;
  PvEtape etape;
  GCancellable *cancellable;
  GCancellable *controls_cancellable;
  guint controls_id;

  GtkStack *stack;
  GtkLabel *number;
  PvStatusLabel *status;
  GtkLabel *title;
  GtkLabel *porteur;
  GtkLabel *territoires;
  PvAmountLabel *cout;
  GtkLabel *score;
  PvMarkBadge *mark;
  GtkGrid *funders;
  GtkLabel *avis_title;
  GtkBox *avis;
  GtkLabel *controls_title;
  GtkBox *controls;
  GtkButton *open;
};

G_DEFINE_FINAL_TYPE (PvApercuPane, pv_apercu_pane, ADW_TYPE_BIN)

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* --- funders ----------------------------------------------------------------------- */

static void
attach_amount (GtkGrid *grid, PvCents cents, int column, int row, const char *css_class)
{
  GtkWidget *amount = pv_amount_label_new (cents);

  gtk_widget_add_css_class (amount, css_class);
  gtk_grid_attach (grid, amount, column, row, 1, 1);
}

static void
add_funder (PvApercuPane *self, const char *nom, PvCents asked, PvCents given, gboolean total)
{
  int row = 1;
  GtkWidget *name = label_new (nom, total ? "pv-strong" : NULL);

  while (gtk_grid_get_child_at (self->funders, 0, row) != NULL)
    row++;
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_attach (self->funders, name, 0, row, 1, 1);
  attach_amount (self->funders, asked, 1, row, total ? "pv-strong" : "secondary");
  attach_amount (self->funders, given, 2, row, "pv-strong");
}

static void
show_funders (PvApercuPane *self, const PvDossierApercu *apercu)
{
  GtkWidget *heading = gtk_grid_get_child_at (self->funders, 2, 0);

  while (gtk_grid_get_child_at (self->funders, 0, 1) != NULL)
    gtk_grid_remove_row (self->funders, 1);
  gtk_label_set_label (GTK_LABEL (heading), pv_etape_to_libelle (self->etape));
  for (guint i = 0; i < apercu->financeurs->len; i++)
    {
      const PvApercuFinanceur *financeur = apercu->financeurs->pdata[i];

      add_funder (self, financeur->nom, financeur->sollicite_cents, financeur->etape_cents, FALSE);
    }
  if (apercu->financeurs->len > 0)
    add_funder (self, _ ("Total"), apercu->sollicite_cents, apercu->etape_cents, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->funders), apercu->financeurs->len > 0);
}

/* --- avis -------------------------------------------------------------------------- */

static GtkWidget *
avis_row_new (const PvApercuAvis *avis)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (pv_avis_to_icon_name (avis->avis));
  GtkWidget *name = label_new (avis->institution, "dense");
  GtkWidget *words = label_new (pv_avis_to_words (avis->avis), "caption");

  gtk_widget_add_css_class (icon, pv_avis_to_css_class (avis->avis));
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (words, "secondary");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), words);

  return row;
}

static void
show_avis (PvApercuPane *self, const PvDossierApercu *apercu)
{
  g_autofree char *given = pv_count_to_text (apercu->resume->n_avis);
  g_autofree char *expected = pv_count_to_text (apercu->resume->n_avis_attendus);
  /* Translators: how many institutions answered, of how many */
  g_autofree char *title = g_strdup_printf (_ ("Avis received, %s of %s"), given, expected);

  empty_box (self->avis);
  for (guint i = 0; i < apercu->avis->len; i++)
    gtk_box_append (self->avis, avis_row_new (apercu->avis->pdata[i]));
  gtk_label_set_label (self->avis_title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->avis_title), apercu->avis->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->avis), apercu->avis->len > 0);
}

/* --- controls ---------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  GPtrArray *findings; /* (transfer none): of the query */
} Controls;

typedef struct
{
  PvSeverite severite;
  char *titre;
  char *texte;
} Finding;

static void
finding_free (Finding *self)
{
  g_free (self->titre);
  g_free (self->texte);
  g_free (self);
}

static void
finding_cb (const PvConstat *constat, gpointer user_data)
{
  Controls *controls = user_data;
  Finding *finding;

  if (constat->dossier_id != controls->id)
    return;
  finding = g_new0 (Finding, 1);
  finding->severite = constat->severite;
  finding->titre = g_strdup (constat->controle->titre);
  finding->texte = g_strdup (constat->texte);
  g_ptr_array_add (controls->findings, finding);
}

static gpointer
query_controls (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify)finding_free);
  Controls controls = { *(const gint64 *)data, findings };

  if (!pv_controles_run_dossier (db, controls.id, finding_cb, &controls, cancellable, error))
    return NULL;

  return g_steal_pointer (&findings);
}

static GtkWidget *
finding_row_new (const Finding *finding)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = pv_severity_icon_new (finding->severite);
  GtkWidget *text = label_new (finding->titre, "dense");

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_tooltip_text (row, finding->texte);
  gtk_widget_set_tooltip_text (text, finding->texte);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), text);

  return row;
}

static void
controls_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvApercuPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (findings == NULL)
    return;

  empty_box (self->controls);
  for (guint i = 0; i < findings->len; i++)
    gtk_box_append (self->controls, finding_row_new (findings->pdata[i]));
  if (findings->len == 0)
    {
      GtkWidget *none = label_new (_ ("Nothing to report"), "dense");

      gtk_widget_add_css_class (none, "secondary");
      gtk_box_append (self->controls, none);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->controls_title), TRUE);
}

static gboolean
run_controls_cb (gpointer user_data)
{
  PvApercuPane *self = user_data;

  self->controls_id = 0;
  self->controls_cancellable = g_cancellable_new ();
  pv_context_query_async (self->context, query_controls, g_memdup2 (&self->id, sizeof self->id),
                          g_free, (GDestroyNotify)g_ptr_array_unref, self->controls_cancellable,
                          controls_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

/* --- the dossier ------------------------------------------------------------------- */

static void
show_apercu (PvApercuPane *self, const PvDossierApercu *apercu)
{
  const PvDossierResume *resume = apercu->resume;
  const char *nature = pv_dossier_nature_to_libelle (resume->nature);
  g_autofree char *lower = nature != NULL ? g_utf8_strdown (nature, -1) : NULL;
  g_autofree char *number =
      g_strdup_printf (lower != NULL ? "N° %s · %s" : "N° %s", resume->numero, lower);
  g_autofree char *score = resume->score == PV_INT_NULL
                               ? g_strdup ("–")
                               : g_strdup_printf ("%" G_GINT64_FORMAT ",%02" G_GINT64_FORMAT,
                                                  resume->score / 100, resume->score % 100);
  g_autofree char *opening = g_strdup_printf (_ ("Open dossier %s"), resume->numero);

  gtk_label_set_label (self->number, number);
  pv_status_label_set_statut (self->status, resume->statut);
  pv_status_label_set_text (self->status, resume->affichage);
  gtk_label_set_label (self->title, resume->intitule);
  gtk_label_set_label (self->porteur, resume->porteur);
  gtk_label_set_label (self->territoires, apercu->territoires != NULL ? apercu->territoires : "");
  gtk_widget_set_visible (GTK_WIDGET (self->territoires), apercu->territoires != NULL);
  pv_amount_label_set_cents (self->cout, resume->cout_cents);
  gtk_label_set_label (self->score, score);
  pv_mark_badge_set_mark (self->mark,
                          resume->marque == PV_INT_NULL ? PV_MARK_BADGE_NONE : (int)resume->marque);
  show_funders (self, apercu);
  show_avis (self, apercu);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "x", self->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  opening, -1);
  gtk_stack_set_visible_child_name (self->stack, "dossier");
}

typedef struct
{
  gint64 id;
  PvEtape etape;
} Query;

static gpointer
query_apercu (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return pv_dossier_apercu_store_load (db, query->id, query->etape, error);
}

static void
apercu_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvApercuPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossierApercu) apercu =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (apercu == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  show_apercu (self, apercu);
  self->controls_id = g_timeout_add (CONTROLS_DELAY_MS, run_controls_cb, self);
}

static void
give_up (PvApercuPane *self)
{
  pv_reading_stop (&self->cancellable);
  pv_reading_stop (&self->controls_cancellable);
  g_clear_handle_id (&self->controls_id, g_source_remove);
}

static void
pv_apercu_pane_dispose (GObject *object)
{
  PvApercuPane *self = PV_APERCU_PANE (object);

  give_up (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_APERCU_PANE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_apercu_pane_parent_class)->dispose (object);
}

static void
pv_apercu_pane_class_init (PvApercuPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_apercu_pane_dispose;

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  g_type_ensure (PV_TYPE_MARK_BADGE);
  g_type_ensure (PV_TYPE_STATUS_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-apercu-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, stack);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, number);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, status);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, title);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, porteur);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, territoires);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, cout);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, score);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, mark);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, funders);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, avis_title);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, avis);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, controls_title);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, controls);
  gtk_widget_class_bind_template_child (widget_class, PvApercuPane, open);
}

static void
pv_apercu_pane_init (PvApercuPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_apercu_pane_set_context (PvApercuPane *self, PvContext *context)
{
  g_return_if_fail (PV_IS_APERCU_PANE (self));

  g_set_object (&self->context, context);
}

void
pv_apercu_pane_show (PvApercuPane *self, gint64 id, PvEtape etape)
{
  Query *query;

  g_return_if_fail (PV_IS_APERCU_PANE (self));

  give_up (self);
  if (self->id != id)
    {
      empty_box (self->controls);
      gtk_widget_set_visible (GTK_WIDGET (self->controls_title), FALSE);
    }
  self->id = id;
  /* beside what was asked for, never that itself */
  self->etape = etape == PV_ETAPE_SOLLICITE ? PV_ETAPE_PROPOSE : etape;
  if (id == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  query = g_new (Query, 1);
  *query = (Query){ id, self->etape };
  self->cancellable = g_cancellable_new ();
  pv_context_query_async (self->context, query_apercu, query, g_free,
                          (GDestroyNotify)pv_dossier_apercu_free, self->cancellable, apercu_cb,
                          g_object_ref (self));
}
