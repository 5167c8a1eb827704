/* pv-avis-externes-section.c: what was asked of services about a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "avis/pv-avis-externes-section.h"

#include <glib/gi18n.h>

#include "avis/pv-avis-externe-row.h"
#include "avis/pv-avis-externe-store.h"
#include "dossier/pv-dossier-edit.h"
#include "pv-date.h"

struct _PvAvisExternesSection
{
  PvDossierSection parent_instance;

  GtkListBox *list;
  GtkWidget *empty_label;
  GtkMenuButton *ask_button;
};

G_DEFINE_FINAL_TYPE (PvAvisExternesSection, pv_avis_externes_section, PV_TYPE_DOSSIER_SECTION)

/* --- writing --------------------------------------------------------------------------------- */

static gboolean
write_avis (PvDb *db, gpointer data, GError **error)
{
  PvAvisExterne *avis = data;

  return avis->uuid != NULL ? pv_avis_externe_store_update (db, avis, NULL, error)
                            : pv_avis_externe_store_insert (db, avis, error);
}

static gboolean
write_deletion (PvDb *db, gpointer data, GError **error)
{
  return pv_avis_externe_store_delete (db, ((PvAvisExterne *)data)->id, error);
}

static void
edited_cb (PvAvisExternesSection *self, PvAvisExterne *avis, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (PV_DOSSIER_SECTION (self), "avis-externe-edit", write_avis, avis,
                            &error))
    *reason = g_strdup (error->message);
}

static void
removed_cb (PvAvisExternesSection *self, PvAvisExterne *avis)
{
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (PV_DOSSIER_SECTION (self), "avis-externe-delete", write_deletion, avis,
                            &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
ask_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAvisExternesSection *self = PV_AVIS_EXTERNES_SECTION (widget);
  PvDossierSection *section = PV_DOSSIER_SECTION (self);
  const char *service = g_variant_get_string (parameter, NULL);
  g_autoptr (PvAvisExterne) avis = pv_avis_externe_new ();
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  avis->dossier_id = pv_dossier_section_get_dossier_id (section);
  avis->service = g_strdup (*service != '\0' ? service : _ ("Other service"));
  avis->demande_le = pv_context_get_today (pv_dossier_section_get_context (section));
  avis->echeance_le = pv_date_add_days (avis->demande_le, PV_AVIS_EXTERNE_DELAI);
  if (!pv_dossier_edit_act (section, "avis-externe-new", write_avis, avis, &error))
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }
  pv_dossier_section_load (section);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (pv_avis_externe_row_get_id (PV_AVIS_EXTERNE_ROW (row)) == avis->id)
      pv_avis_externe_row_open (PV_AVIS_EXTERNE_ROW (row), *service == '\0');
}

/* --- showing --------------------------------------------------------------------------------- */

static GMenu *
services_menu (PvDb *db)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) known = g_menu_new ();
  g_autoptr (GMenu) other = g_menu_new ();
  g_autoptr (GPtrArray) more = pv_avis_externe_store_list_services (db, NULL);
  const char *const *services = pv_avis_externe_get_services ();

  for (guint i = 0; services[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("avis.ask('%s')", services[i]);

      g_menu_append (known, services[i], action);
    }
  for (guint i = 0; more != NULL && i < more->len; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (more->pdata[i], NULL);

      g_menu_item_set_action_and_target (item, "avis.ask", "s", more->pdata[i]);
      g_menu_append_item (known, item);
    }
  g_menu_append (other, _ ("Other Service"), "avis.ask('')");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (known));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (other));

  return menu;
}

static GtkListBoxRow *
find_row (PvAvisExternesSection *self, guint position, gint64 id)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)position);

  /* rows before it are of avis that are gone */
  while (row != NULL && pv_avis_externe_row_get_id (PV_AVIS_EXTERNE_ROW (row)) != id)
    {
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
      row = gtk_list_box_get_row_at_index (self->list, (int)position);
    }
  if (row != NULL)
    return row;

  row = GTK_LIST_BOX_ROW (pv_avis_externe_row_new ());
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (row));

  return row;
}

static void
show_badge (PvAvisExternesSection *self, GPtrArray *avis, const char *jour)
{
  guint late = 0, answered = 0;
  g_autofree char *badge = NULL;

  for (guint i = 0; i < avis->len; i++)
    {
      PvAvisExterneEtat etat = pv_avis_externe_get_etat (avis->pdata[i], jour);

      late += etat == PV_AVIS_EXTERNE_EN_RETARD;
      answered += etat == PV_AVIS_EXTERNE_REPONDU;
    }
  if (late > 0)
    badge = g_strdup_printf ("⚠ %u", late);
  else if (avis->len > 0)
    badge = g_strdup_printf ("%u/%u", answered, avis->len);
  pv_dossier_section_set_badge (PV_DOSSIER_SECTION (self), badge);
}

static void
pv_avis_externes_section_load (PvDossierSection *section)
{
  PvAvisExternesSection *self = PV_AVIS_EXTERNES_SECTION (section);
  PvContext *context = pv_dossier_section_get_context (section);
  PvDb *db = pv_context_get_reader (context);
  gboolean editable = pv_context_can_edit (context);
  g_autofree char *jour = pv_context_get_today (context);
  g_autoptr (GPtrArray) avis =
      pv_avis_externe_store_list (db, pv_dossier_section_get_dossier_id (section), NULL);
  g_autoptr (GMenu) menu = services_menu (db);
  GtkListBoxRow *row;

  if (avis == NULL)
    return;
  for (guint i = 0; i < avis->len; i++)
    {
      const PvAvisExterne *one = avis->pdata[i];

      pv_avis_externe_row_show (PV_AVIS_EXTERNE_ROW (find_row (self, i, one->id)), one, jour,
                                editable);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int)avis->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->empty_label, avis->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), avis->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "avis.ask", editable);
  gtk_menu_button_set_menu_model (self->ask_button, G_MENU_MODEL (menu));
  show_badge (self, avis, jour);
}

static gboolean
pv_avis_externes_section_show_field (PvDossierSection *section,
                                     const char *table,
                                     gint64 key,
                                     const char *column)
{
  PvAvisExternesSection *self = PV_AVIS_EXTERNES_SECTION (section);
  GtkListBoxRow *row;

  if (!g_str_equal (table, "avis_externe"))
    return FALSE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (pv_avis_externe_row_get_id (PV_AVIS_EXTERNE_ROW (row)) == key)
      {
        pv_avis_externe_row_open (PV_AVIS_EXTERNE_ROW (row), FALSE);
        return gtk_widget_grab_focus (GTK_WIDGET (row));
      }

  return FALSE;
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_avis_externes_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_AVIS_EXTERNES_SECTION);

  G_OBJECT_CLASS (pv_avis_externes_section_parent_class)->dispose (object);
}

static void
pv_avis_externes_section_class_init (PvAvisExternesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_avis_externes_section_dispose;
  section_class->load = pv_avis_externes_section_load;
  section_class->show_field = pv_avis_externes_section_show_field;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/avis/pv-avis-externes-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAvisExternesSection, list);
  gtk_widget_class_bind_template_child (widget_class, PvAvisExternesSection, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PvAvisExternesSection, ask_button);
  gtk_widget_class_install_action (widget_class, "avis.ask", "s", ask_cb);
}

static void
pv_avis_externes_section_init (PvAvisExternesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
