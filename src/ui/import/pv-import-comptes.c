/* pv-import-comptes.c: five figures of an import, which choose what is listed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-comptes.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

struct _PvImportComptes
{
  AdwBin parent_instance;

  char *liste;

  GtkWidget *card_lues;
  GtkWidget *card_creees;
  GtkWidget *card_maj;
  GtkWidget *card_inchangees;
  GtkWidget *card_rejetees;
  GtkLabel *count_lues;
  GtkLabel *count_creees;
  GtkLabel *count_maj;
  GtkLabel *count_inchangees;
  GtkLabel *count_rejetees;
  GtkLabel *note_lues;
  GtkLabel *note_creees;
  GtkLabel *note_maj;
  GtkLabel *note_inchangees;
  GtkLabel *note_rejetees;
};

enum
{
  PROP_LISTE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvImportComptes, pv_import_comptes, ADW_TYPE_BIN)

static void
show_count (GtkWidget *card, GtkLabel *count, GtkLabel *note, guint n, const char *name, char *text)
{
  g_autofree char *figures = pv_count_to_text (n);
  g_autofree char *words = g_strdup_printf ("%s, %s, %s", name, figures, text);

  gtk_label_set_label (count, figures);
  gtk_label_set_label (note, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_free (text);
}

/* “141 fields, 2 to settle” */
static char *
describe_changes (const PvImportApercu *apercu)
{
  g_autofree char *n = pv_count_to_text (apercu->n_changes);
  g_autofree char *fields = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s field", "%s fields", apercu->n_changes), n);
  g_autofree char *conflicts = NULL;

  if (apercu->n_conflicts == 0 || apercu->report->applied)
    return g_steal_pointer (&fields);

  conflicts = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u to settle", "%u to settle", apercu->n_conflicts),
      apercu->n_conflicts);
  return g_strdup_printf ("%s, %s", fields, conflicts);
}

static void
pv_import_comptes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_LISTE)
    g_value_set_string (value, PV_IMPORT_COMPTES (object)->liste);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
pv_import_comptes_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  PvImportComptes *self = PV_IMPORT_COMPTES (object);

  if (prop_id != PROP_LISTE)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_strcmp0 (self->liste, g_value_get_string (value)) != 0)
    {
      g_free (self->liste);
      self->liste = g_value_dup_string (value);
      g_object_notify_by_pspec (object, pspec);
    }
}

static void
pv_import_comptes_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_IMPORT_COMPTES);

  G_OBJECT_CLASS (pv_import_comptes_parent_class)->dispose (object);
}

static void
pv_import_comptes_finalize (GObject *object)
{
  g_free (PV_IMPORT_COMPTES (object)->liste);

  G_OBJECT_CLASS (pv_import_comptes_parent_class)->finalize (object);
}

static void
pv_import_comptes_class_init (PvImportComptesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_import_comptes_get_property;
  object_class->set_property = pv_import_comptes_set_property;
  object_class->dispose = pv_import_comptes_dispose;
  object_class->finalize = pv_import_comptes_finalize;

  properties[PROP_LISTE] =
      g_param_spec_string ("liste", NULL, NULL, "maj",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-comptes.ui");
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, card_lues);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, card_creees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, card_maj);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, card_inchangees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, card_rejetees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, count_lues);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, count_creees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, count_maj);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, count_inchangees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, count_rejetees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, note_lues);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, note_creees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, note_maj);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, note_inchangees);
  gtk_widget_class_bind_template_child (widget_class, PvImportComptes, note_rejetees);

  gtk_widget_class_install_property_action (widget_class, "compte.liste", "liste");
}

static void
pv_import_comptes_init (PvImportComptes *self)
{
  self->liste = g_strdup ("maj");
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_import_comptes_show (PvImportComptes *self, const PvImportApercu *apercu)
{
  const PvImportReport *report = apercu->report;
  guint warnings = pv_import_report_count (report, PV_IMPORT_WARNING);
  /* A row that only conflicts would change is told among the updates. */
  guint kept = apercu->n_updated - MIN (apercu->n_updated, report->updated);

  g_return_if_fail (PV_IS_IMPORT_COMPTES (self));

  show_count (self->card_lues, self->count_lues, self->note_lues, report->read, _ ("Rows read"),
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", warnings),
                               warnings));
  show_count (self->card_creees, self->count_creees, self->note_creees, report->created,
              _ ("Created"), g_strdup (_ ("new in the programme")));
  show_count (self->card_maj, self->count_maj, self->note_maj, report->updated + kept,
              _ ("Updated"), describe_changes (apercu));
  show_count (self->card_inchangees, self->count_inchangees, self->note_inchangees,
              report->unchanged - MIN (kept, report->unchanged), _ ("Unchanged"),
              g_strdup (_ ("same as in the programme")));
  show_count (self->card_rejetees, self->count_rejetees, self->note_rejetees, report->rejected,
              _ ("Rejected"),
              g_strdup (report->rejected > 0 ? _ ("to correct in the file") : _ ("none left out")));
}

static void
make_passive (GtkWidget *card)
{
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (card), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), NULL);
  gtk_widget_set_sensitive (card, TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), FALSE);
  gtk_widget_set_can_target (card, FALSE);
  gtk_widget_set_focusable (card, FALSE);
}

void
pv_import_comptes_set_passive (PvImportComptes *self)
{
  g_return_if_fail (PV_IS_IMPORT_COMPTES (self));

  make_passive (self->card_lues);
  make_passive (self->card_creees);
  make_passive (self->card_maj);
  make_passive (self->card_inchangees);
  make_passive (self->card_rejetees);
}
