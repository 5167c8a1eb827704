/* pv-scenario-apply-dialog.c: what applying a scenario will change
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-apply-dialog.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

/* The list is read, not searched: the table of the comparison has them all. */
#define MAX_SHOWN 200

struct _PvScenarioApplyDialog
{
  AdwMessageDialog parent_instance;

  GtkLabel *locked;
  GtkWidget *since_box;
  GtkLabel *since_title;
  GtkScrolledWindow *since_window;
  GtkLabel *since;
};

G_DEFINE_FINAL_TYPE (PvScenarioApplyDialog, pv_scenario_apply_dialog, ADW_TYPE_MESSAGE_DIALOG)

typedef struct
{
  guint n;
  guint n_since;
  guint n_verrous[PV_N_SCENARIO_VERROUS];
  PvCents moins;
  PvCents plus;
} Compte;

static PvCents
or_zero (PvCents cents)
{
  return cents == PV_CENTS_NULL ? 0 : cents;
}

static void
count (const GPtrArray *changements, Compte *compte)
{
  for (guint i = 0; i < changements->len; i++)
    {
      const PvScenarioChangement *changement = changements->pdata[i];
      PvCents apart = or_zero (changement->propose) - or_zero (changement->actuel);

      compte->n_verrous[changement->verrou]++;
      if (changement->verrou != PV_SCENARIO_LIBRE)
        continue;
      compte->n++;
      compte->n_since += changement->avant != changement->actuel;
      pv_money_add (compte->plus, MAX (apart, 0), &compte->plus);
      pv_money_add (compte->moins, MAX (-apart, 0), &compte->moins);
    }
}

static char *
summarise (const Compte *compte)
{
  g_autofree char *n = pv_count_to_text (compte->n);
  g_autofree char *plus = pv_amount_to_text (compte->plus);
  g_autofree char *moins = pv_amount_to_text (compte->moins);

  if (compte->n == 0)
    return g_strdup (_ ("No proposed amount changes: the file has them all already, or they are"
                        " decided."));

  return g_strdup_printf (
      /* Translators: how many, what is added, what is taken away */
      g_dngettext (GETTEXT_PACKAGE,
                   "%s proposed amount changes: %s more, %s less. One action, which Ctrl+Z takes"
                   " back whole.",
                   "%s proposed amounts change: %s more, %s less. One action, which Ctrl+Z takes"
                   " back whole.",
                   compte->n),
      n, plus, moins);
}

/* How many stay, and why. */
static void
add_locked (GString *text, const Compte *compte, PvScenarioVerrou verrou, const char *words)
{
  g_autofree char *n = pv_count_to_text (compte->n_verrous[verrou]);

  if (compte->n_verrous[verrou] == 0)
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append_printf (text, "%s %s", n, words);
}

static char *
list_locked (const Compte *compte)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_locked (text, compte, PV_SCENARIO_ARBITRE, _ ("arbitrated"));
  add_locked (text, compte, PV_SCENARIO_VOTE, _ ("voted"));
  add_locked (text, compte, PV_SCENARIO_NOTIFIE, _ ("notified"));
  add_locked (text, compte, PV_SCENARIO_SORTI,
              _ ("of dossiers that are refused, redirected or abandoned"));
  if (text->len == 0)
    return NULL;

  return g_strdup_printf (_ ("Left as they are: %s."), text->str);
}

static char *
list_since (const GPtrArray *changements)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < changements->len && n < MAX_SHOWN; i++)
    {
      const PvScenarioChangement *changement = changements->pdata[i];
      g_autofree char *avant = pv_amount_to_text (changement->avant);
      g_autofree char *actuel = pv_amount_to_text (changement->actuel);
      g_autofree char *propose = pv_amount_to_text (changement->propose);

      if (changement->verrou != PV_SCENARIO_LIBRE || changement->avant == changement->actuel)
        continue;
      if (n++ > 0)
        g_string_append_c (text, '\n');
      /* Translators: number of a dossier, payer, then three amounts */
      g_string_append_printf (text, _ ("%s · %s: %s then, %s now, will be %s"), changement->numero,
                              changement->financeur, avant, actuel, propose);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Two lines of text for each, some of them at once. */
static int
get_height (PvScenarioApplyDialog *self, guint n)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->since));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = pango_font_metrics_get_height (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return 2 * line * (int)MIN (n, 3);
}

static void
show_since (PvScenarioApplyDialog *self, const Compte *compte, const GPtrArray *changements)
{
  g_autofree char *n = pv_count_to_text (compte->n_since);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s amount changed since the scenario was made:",
                   "%s amounts changed since the scenario was made:", compte->n_since),
      n);
  g_autofree char *list = list_since (changements);

  gtk_widget_set_visible (self->since_box, compte->n_since > 0);
  gtk_scrolled_window_set_min_content_height (self->since_window,
                                              get_height (self, compte->n_since));
  gtk_label_set_text (self->since_title, title);
  pv_format_label (self->since, list);
}

static void
pv_scenario_apply_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_SCENARIO_APPLY_DIALOG);

  G_OBJECT_CLASS (pv_scenario_apply_dialog_parent_class)->dispose (object);
}

static void
pv_scenario_apply_dialog_class_init (PvScenarioApplyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_scenario_apply_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/scenario/pv-scenario-apply-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvScenarioApplyDialog, locked);
  gtk_widget_class_bind_template_child (widget_class, PvScenarioApplyDialog, since_box);
  gtk_widget_class_bind_template_child (widget_class, PvScenarioApplyDialog, since_title);
  gtk_widget_class_bind_template_child (widget_class, PvScenarioApplyDialog, since_window);
  gtk_widget_class_bind_template_child (widget_class, PvScenarioApplyDialog, since);
}

static void
pv_scenario_apply_dialog_init (PvScenarioApplyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_scenario_apply_dialog_new (GtkWindow *parent, const char *nom, const GPtrArray *changements)
{
  PvScenarioApplyDialog *self =
      g_object_new (PV_TYPE_SCENARIO_APPLY_DIALOG, "transient-for", parent, NULL);
  Compte compte = { 0 };
  g_autofree char *heading = g_strdup_printf (_ ("Apply “%s”?"), nom);
  g_autofree char *body = NULL;
  g_autofree char *locked = NULL;

  count (changements, &compte);
  body = summarise (&compte);
  locked = list_locked (&compte);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "apply", compte.n > 0);
  gtk_label_set_text (self->locked, locked != NULL ? locked : "");
  gtk_widget_set_visible (GTK_WIDGET (self->locked), locked != NULL);
  show_since (self, &compte, changements);

  return GTK_WIDGET (self);
}
