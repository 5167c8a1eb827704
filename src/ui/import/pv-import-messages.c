/* pv-import-messages.c: what an import has to say, cell by cell
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-messages.h"

#include <glib/gi18n.h>

#include "import/pv-import-table.h"

/* Beyond, the list scrolls in its card under the differences. */
#define MAX_HEIGHT 220

struct _PvImportMessages
{
  AdwBin parent_instance;

  gboolean report;

  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkButton *save_button;
  GtkScrolledWindow *scroller;
  GtkColumnView *view;
};

enum
{
  PROP_TITLE = 1,
  PROP_REPORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvImportMessages, pv_import_messages, ADW_TYPE_BIN)

static void
set_report (PvImportMessages *self, gboolean report)
{
  GtkWidget *content = gtk_button_get_child (self->save_button);

  self->report = report;
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content),
                                report ? _ ("_Save the Report…") : _ ("_Save the List…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save_button),
                                  report ? "import.save-report" : "import.save-list");
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), report);
  gtk_scrolled_window_set_max_content_height (self->scroller, report ? -1 : MAX_HEIGHT);
}

static void
pv_import_messages_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PvImportMessages *self = PV_IMPORT_MESSAGES (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title_label));
      break;

    case PROP_REPORT:
      g_value_set_boolean (value, self->report);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pv_import_messages_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  PvImportMessages *self = PV_IMPORT_MESSAGES (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      break;

    case PROP_REPORT:
      set_report (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pv_import_messages_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_IMPORT_MESSAGES);

  G_OBJECT_CLASS (pv_import_messages_parent_class)->dispose (object);
}

static void
pv_import_messages_class_init (PvImportMessagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_import_messages_get_property;
  object_class->set_property = pv_import_messages_set_property;
  object_class->dispose = pv_import_messages_dispose;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REPORT] = g_param_spec_boolean ("report", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-messages.ui");
  gtk_widget_class_bind_template_child (widget_class, PvImportMessages, title_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportMessages, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportMessages, save_button);
  gtk_widget_class_bind_template_child (widget_class, PvImportMessages, scroller);
  gtk_widget_class_bind_template_child (widget_class, PvImportMessages, view);
}

static const guint cellules[] = {
  PV_LIGNE_ICONE,
  PV_LIGNE_FEUILLE,
  PV_LIGNE_RANG | PV_CELLULE_END | PV_CELLULE_NUMERIC,
  PV_LIGNE_LETTRES | PV_CELLULE_END | PV_CELLULE_NUMERIC | PV_CELLULE_SECONDARY,
  PV_LIGNE_ENTETE | PV_CELLULE_SECONDARY,
  PV_LIGNE_VALEUR | PV_CELLULE_FORT,
  PV_LIGNE_RAISON,
};

static void
pv_import_messages_init (PvImportMessages *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_import_table_prepare (self->view, cellules);
  set_report (self, FALSE);
}

void
pv_import_messages_show (PvImportMessages *self, GListModel *lignes, const char *subtitle)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (PV_IS_IMPORT_MESSAGES (self));

  selection = gtk_no_selection_new (g_object_ref (lignes));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_label_set_label (self->subtitle_label, subtitle);
}
