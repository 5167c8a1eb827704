/* pv-import-etape-rapport.c: step Report: what was written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-etape-rapport.h"

#include <glib/gi18n.h>

#include "import/pv-import-comptes.h"
#include "import/pv-import-messages.h"
#include "widget/pv-format.h"

struct _PvImportEtapeRapport
{
  AdwBin parent_instance;

  PvImportSession *session;

  GtkLabel *summary_label;
  PvImportComptes *comptes;
  PvImportMessages *messages;
};

G_DEFINE_FINAL_TYPE (PvImportEtapeRapport, pv_import_etape_rapport, ADW_TYPE_BIN)

static char *
summarise (const PvImportReport *report)
{
  g_autofree char *created = pv_count_to_text (report->created);
  g_autofree char *updated = pv_count_to_text (report->updated);
  g_autofree char *first = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s row created", "%s rows created", report->created), created);
  g_autofree char *second = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s updated", "%s updated", report->updated), updated);

  if (report->created == 0 && report->updated == 0)
    return g_strdup (_ ("Nothing to write: the programme already says all of this"));

  return g_strdup_printf ("%s, %s", first, second);
}

static void
changed_cb (PvImportEtapeRapport *self)
{
  const PvImportApercu *apercu = pv_import_session_get_apercu (self->session);
  g_autofree char *summary = NULL;
  g_autofree char *count = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *note = NULL;
  guint n, untold;

  if (apercu == NULL || !apercu->report->applied)
    return;

  summary = summarise (apercu->report);
  gtk_label_set_label (self->summary_label, summary);
  pv_import_comptes_show (self->comptes, apercu);
  untold = pv_import_report_count_untold (apercu->report);
  n = apercu->report->messages->len + untold;
  count = pv_count_to_text (n);
  kept = pv_count_to_text (apercu->report->messages->len);
  shown = pv_count_to_text (g_list_model_get_n_items (G_LIST_MODEL (apercu->messages)));
  note = untold > 0 ? g_strdup_printf (_ ("%s of %s shown, the saved report has the first %s"),
                                       shown, count, kept)
         : n > PV_APERCU_MAX
             ? g_strdup_printf (_ ("%s of %s shown, the saved report has them all"), shown, count)
             : g_strdup (n == 0 ? _ ("nothing to tell") : count);
  pv_import_messages_show (self->messages, G_LIST_MODEL (apercu->messages), note);
}

static void
pv_import_etape_rapport_dispose (GObject *object)
{
  PvImportEtapeRapport *self = PV_IMPORT_ETAPE_RAPPORT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_IMPORT_ETAPE_RAPPORT);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pv_import_etape_rapport_parent_class)->dispose (object);
}

static void
pv_import_etape_rapport_class_init (PvImportEtapeRapportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_import_etape_rapport_dispose;

  g_type_ensure (PV_TYPE_IMPORT_COMPTES);
  g_type_ensure (PV_TYPE_IMPORT_MESSAGES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-etape-rapport.ui");
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeRapport, summary_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeRapport, comptes);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeRapport, messages);
}

static void
pv_import_etape_rapport_init (PvImportEtapeRapport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_import_comptes_set_passive (self->comptes);
}

void
pv_import_etape_rapport_set_session (PvImportEtapeRapport *self, PvImportSession *session)
{
  g_return_if_fail (PV_IS_IMPORT_ETAPE_RAPPORT (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
