/* pv-compte-rendu-relances.c: the reminders of a compte rendu
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-relances.h"

#include <glib/gi18n.h>

#include "bilan/pv-bilan-service.h"
#include "dossier/pv-dossier-edit.h"
#include "pv-date.h"

struct _PvCompteRenduRelances
{
  AdwBin parent_instance;

  GtkBox *list;
  GtkLabel *empty;
};

G_DEFINE_FINAL_TYPE (PvCompteRenduRelances, pv_compte_rendu_relances, ADW_TYPE_BIN)

static PvDossierSection *
get_section (GtkWidget *self)
{
  return PV_DOSSIER_SECTION (gtk_widget_get_ancestor (self, PV_TYPE_DOSSIER_SECTION));
}

/* --- writing --------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id; /* of the dossier, or of the reminder */
  const char *jour;
  PvBilanMoyen moyen;
} Act;

static gboolean
write_relance (PvDb *db, gpointer data, GError **error)
{
  const Act *act = data;
  guint n;

  return pv_bilan_service_relancer (db, &act->id, 1, act->jour, act->moyen, &n, error);
}

static gboolean
delete_relance (PvDb *db, gpointer data, GError **error)
{
  return pv_bilan_service_delete_relance (db, ((const Act *)data)->id, error);
}

static void
run (GtkWidget *widget, const char *action, PvContextFunc func, Act *act)
{
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (get_section (widget), action, func, act, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
noter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierSection *section = get_section (widget);
  g_autofree char *jour = pv_context_get_today (pv_dossier_section_get_context (section));
  Act act = { pv_dossier_section_get_dossier_id (section), jour, PV_BILAN_MOYEN_NULL };

  pv_bilan_moyen_from_id (g_variant_get_string (parameter, NULL), &act.moyen);
  run (widget, "bilan-relancer", write_relance, &act);
}

static void
supprimer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Act act = { g_variant_get_int64 (parameter), NULL, PV_BILAN_MOYEN_NULL };

  run (widget, "bilan-relance-delete", delete_relance, &act);
}

/* --- showing --------------------------------------------------------------------------------- */

static char *
dup_text (const PvBilanRelance *relance)
{
  g_autofree char *date = pv_date_format_french (relance->relance_le, PV_DATE_FORMAT_LONG);
  g_autoptr (GString) text = g_string_new (date);

  if (relance->moyen != PV_BILAN_MOYEN_NULL)
    g_string_append_printf (text, " · %s", pv_bilan_moyen_to_libelle (relance->moyen));
  if (relance->commentaire != NULL)
    g_string_append_printf (text, " · %s", relance->commentaire);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
row_new (const PvBilanRelance *relance, gboolean editable)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = dup_text (relance);
  g_autofree char *remove = g_strdup_printf (_ ("Delete “%s”"), text);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_visible (button, editable);
  gtk_widget_set_tooltip_text (button, _ ("Delete This Reminder"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", relance->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "relance.supprimer");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);

  return row;
}

void
pv_compte_rendu_relances_load (PvCompteRenduRelances *self,
                               PvDossierSection *section,
                               gboolean attendu)
{
  PvContext *context = pv_dossier_section_get_context (section);
  g_autoptr (GPtrArray) relances = pv_bilan_relance_store_list (
      pv_context_get_reader (context), pv_dossier_section_get_dossier_id (section), NULL);
  GtkWidget *child;

  g_return_if_fail (PV_IS_COMPTE_RENDU_RELANCES (self));

  if (relances == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < relances->len; i++)
    gtk_box_append (self->list, row_new (relances->pdata[i], pv_context_can_edit (context)));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), relances->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "relance.noter",
                                 attendu && pv_context_can_edit (context));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_compte_rendu_relances_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_COMPTE_RENDU_RELANCES);

  G_OBJECT_CLASS (pv_compte_rendu_relances_parent_class)->dispose (object);
}

static void
pv_compte_rendu_relances_class_init (PvCompteRenduRelancesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_compte_rendu_relances_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-relances.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduRelances, list);
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduRelances, empty);
  gtk_widget_class_install_action (widget_class, "relance.noter", "s", noter_cb);
  gtk_widget_class_install_action (widget_class, "relance.supprimer", "x", supprimer_cb);
}

static void
pv_compte_rendu_relances_init (PvCompteRenduRelances *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
