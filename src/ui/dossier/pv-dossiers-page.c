/* pv-dossiers-page.c: the page of the dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-lettres-dialog.h"
#include "dossier/pv-dossiers-page.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-nouveau.h"
#include "dossier/pv-dossiers-page-private.h"
#include "dossier/pv-facette-store.h"
#include "dossier/pv-lot-dialog.h"
#include "dossier/pv-filtre-cle.h"
#include "financement/pv-plan-window.h"
#include "instruction/pv-reprise-action.h"
#include "widget/pv-format.h"

enum
{
  PROP_PREVIEW = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvDossiersPage, pv_dossiers_page, PV_TYPE_PAGE)

static PvContext *
get_context (PvDossiersPage *self)
{
  return pv_page_get_context (PV_PAGE (self));
}

static PvDossierListe *
get_liste (PvDossiersPage *self)
{
  return pv_dossiers_view_get_liste (self->view);
}

GArray *
pv_dossiers_page_dup_ids (PvDossiersPage *self)
{
  g_autoptr (GArray) ids = pv_dossiers_view_dup_selected_ids (self->view);

  return ids->len > 0 ? g_steal_pointer (&ids) : pv_dossier_liste_dup_ids (get_liste (self));
}

/* --- the filter -------------------------------------------------------------------- */

/* Whether what is shown is no longer what the view in use says; which one is remembered. */
static void
update_modified (PvDossiersPage *self)
{
  const PvVue *vue = pv_vues_button_get_vue (self->vues);
  g_autofree char *critere =
      pv_dossier_critere_to_text (pv_filtres_bar_get_critere (self->filtres));

  pv_vues_button_set_modified (self->vues, vue != NULL && g_strcmp0 (vue->critere, critere) != 0);
  g_settings_set_string (pv_context_get_file_settings (get_context (self)), "dossiers-vue",
                         vue != NULL ? vue->uuid : "");
}

static void
apply_critere (PvDossiersPage *self)
{
  const PvDossierCritere *critere = pv_filtres_bar_get_critere (self->filtres);
  g_autofree char *text = pv_dossier_critere_to_text (critere);

  pv_dossier_liste_set_critere (get_liste (self), critere);
  g_settings_set_string (pv_context_get_file_settings (get_context (self)), "dossiers-critere",
                         text);
  update_modified (self);
}

static gboolean
show_critere (PvDossiersPage *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (text, &error);

  if (critere == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return FALSE;
    }
  pv_filtres_bar_set_critere (self->filtres, critere);
  apply_critere (self);

  return TRUE;
}

static void
filtres_changed_cb (PvDossiersPage *self)
{
  apply_critere (self);
}

static void
clear_filters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->filtres), "filtres.clear", NULL);
}

static void
pv_dossiers_page_show_detail (PvPage *page, const char *detail)
{
  show_critere (PV_DOSSIERS_PAGE (page), detail);
}

static void
pv_dossiers_page_search (PvPage *page, const char *text)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (page);
  g_autoptr (PvDossierCritere) critere =
      pv_dossier_critere_copy (pv_filtres_bar_get_critere (self->filtres));

  pv_dossier_critere_set_texte (critere, text);
  if (pv_dossier_critere_equal (critere, pv_filtres_bar_get_critere (self->filtres)))
    return;
  pv_filtres_bar_set_critere (self->filtres, critere);
  apply_critere (self);
}

/* --- saved views ------------------------------------------------------------------- */

static void
vue_chosen_cb (PvDossiersPage *self, const PvVue *vue)
{
  PvDossierColonne colonne = PV_DOSSIER_COLONNE_NUMERO;

  if (vue != NULL && vue->colonnes != NULL)
    pv_dossiers_view_set_colonnes (self->view, vue->colonnes);
  if (vue != NULL && vue->tri != NULL && pv_dossier_colonne_from_id (vue->tri, &colonne))
    pv_dossiers_view_sort (self->view, colonne, vue->decroissant);
  show_critere (self, vue != NULL && vue->critere != NULL ? vue->critere : "");
}

static void
vue_describe_cb (PvDossiersPage *self, PvVue *vue)
{
  g_autofree char *critere =
      pv_dossier_critere_to_text (pv_filtres_bar_get_critere (self->filtres));
  g_autofree char *colonnes = pv_dossiers_view_dup_colonnes (self->view);

  g_free (vue->critere);
  vue->critere = g_steal_pointer (&critere); /* empty is a filter too: all dossiers */
  pv_champ_set_text (&vue->tri,
                     pv_dossier_colonne_to_id (pv_dossier_liste_get_colonne (get_liste (self))));
  vue->decroissant = pv_dossier_liste_get_descending (get_liste (self));
  pv_champ_set_text (&vue->colonnes, colonnes);
}

/* --- preview and selection --------------------------------------------------------- */

gint64
pv_dossiers_page_get_current_id (PvDossiersPage *self)
{
  gint64 id = 0;

  g_object_get (self->view, "current-id", &id, NULL);
  return id;
}

static guint
get_n_selected (PvDossiersPage *self)
{
  guint n = 0;

  g_object_get (self->view, "n-selected", &n, NULL);
  return n;
}

static void
update_actions (PvDossiersPage *self)
{
  static const char *const edits[] = { "dossiers.statut",  "dossiers.referent", "dossiers.axe",
                                       "dossiers.appel",   "dossiers.avis",     "dossiers.seance",
                                       "dossiers.propose", "dossiers.delete" };
  gboolean selected = get_n_selected (self) > 0;
  gboolean can_edit = pv_context_can_edit (get_context (self));

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i], selected && can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossiers.votes", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossiers.new", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossiers.open",
                                 pv_dossiers_page_get_current_id (self) != 0);
  gtk_action_bar_set_revealed (self->selection_bar, selected);
}

static void
selection_cb (PvDossiersPage *self)
{
  update_actions (self);
  pv_dossiers_page_update_preview (self);
}

static void
etape_cb (PvDossiersPage *self)
{
  pv_dossiers_page_update_preview (self);
}

/* --- keys and menu ----------------------------------------------------------------- */

/* The list comes before its filters. */
static gboolean
pv_dossiers_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PV_DOSSIERS_PAGE (widget)->view));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id = pv_dossiers_page_get_current_id (PV_DOSSIERS_PAGE (widget));

  if (id != 0)
    gtk_widget_activate_action (widget, "win.open-dossier", "x", id);
}

static void
select_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_select_all (pv_dossiers_view_get_selection (PV_DOSSIERS_PAGE (widget)->view));
}

static void
unselect_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_selection_model_unselect_all (
      pv_dossiers_view_get_selection (PV_DOSSIERS_PAGE (widget)->view));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);

  if (get_n_selected (self) == 0)
    return FALSE;
  unselect_cb (widget, NULL, NULL);

  return TRUE;
}

static void
popup_menu (PvDossiersPage *self, double x, double y)
{
  GdkRectangle point = { (int)x, (int)y, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &point);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)) ||
      !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;
  popup_menu (self, bounds.origin.x + 60, bounds.origin.y + bounds.size.height / 2);

  return TRUE;
}

/* The row under the pointer is selected first, unless it is in the selection. */
static void
right_click_cb (PvDossiersPage *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (picked == NULL)
    return;
  for (GtkWidget *w = picked; w != GTK_WIDGET (self->view); w = gtk_widget_get_parent (w))
    if ((gtk_widget_get_state_flags (w) & GTK_STATE_FLAG_SELECTED) != 0)
      picked = NULL;
    else if (picked == NULL)
      break;
  if (picked != NULL)
    gtk_widget_activate_action (picked, "listitem.select", "(bb)", FALSE, FALSE);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    return;
  popup_menu (self, point.x, point.y);
}

/* Typing in the list searches, as the header's entry does. */
static gboolean
key_cb (PvDossiersPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  char text[7] = { 0 };
  GtkWidget *focus;

  if (!g_unichar_isalnum (c) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL))
    return FALSE;

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (!GTK_IS_EDITABLE (focus))
    return FALSE;
  g_unichar_to_utf8 (c, text);
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  gtk_editable_set_position (GTK_EDITABLE (focus), -1);

  return TRUE;
}

/* --- actions on dossiers ----------------------------------------------------------- */

static void
lot_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const names[] = {
    [PV_LOT_STATUT] = "dossiers.statut", [PV_LOT_REFERENT] = "dossiers.referent",
    [PV_LOT_AXE] = "dossiers.axe",       [PV_LOT_APPEL] = "dossiers.appel",
    [PV_LOT_AVIS] = "dossiers.avis",     [PV_LOT_SEANCE] = "dossiers.seance",
  };
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  g_autoptr (GArray) ids = pv_dossiers_view_dup_selected_ids (self->view);

  if (ids->len == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      gtk_window_present (
          GTK_WINDOW (pv_lot_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                         get_context (self), (PvLotGenre)i, g_array_ref (ids))));
}

static void
created_cb (PvDossiersPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x", id);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  PvDossierNouveau *dialog =
      pv_dossier_nouveau_new (GTK_WINDOW (gtk_widget_get_root (widget)), get_context (self));

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  g_autoptr (GArray) ids = pv_dossiers_view_dup_selected_ids (self->view);

  if (ids->len > 0)
    pv_reprise_action_run (widget, get_context (self), g_steal_pointer (&ids));
}

/* Letters to those that are selected, else to all that are shown. */
static void
lettres_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  g_autoptr (GArray) ids = pv_dossiers_page_dup_ids (self);

  if (ids->len > 0)
    pv_lettres_dialog_present_dossiers (widget, get_context (self), PV_DOCUMENT_GENRE_NULL,
                                        g_steal_pointer (&ids));
}

/* The plan of financing of those that are selected, else of all that are shown. */
static void
plan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  g_autoptr (GArray) selected = pv_dossiers_view_dup_selected_ids (self->view);
  g_autofree char *filtre = pv_filtre_describe (pv_filtres_bar_get_critere (self->filtres),
                                                pv_context_get_reader (get_context (self)));
  g_autofree char *several = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dossier selected", "%u dossiers selected", selected->len),
      selected->len);

  pv_plan_window_present (widget, get_context (self), pv_dossiers_page_dup_ids (self),
                          selected->len > 0 ? several : filtre);
}

/* What the funders have to vote and to notify of those that are selected. */
static void
votes_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  g_autoptr (GArray) ids = pv_dossiers_view_dup_selected_ids (self->view);

  gtk_widget_activate_action_variant (
      widget, "win.open-votes",
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids->data, ids->len, sizeof (gint64)));
}

/* --- the page ---------------------------------------------------------------------- */

static void
update_count (PvDossiersPage *self)
{
  PvFiltre filtre = pv_context_get_filtre (get_context (self));
  g_autofree char *text = NULL;
  gint64 n = 0;

  if (!pv_facette_store_count (pv_context_get_reader (get_context (self)), &filtre, &n, NULL))
    return;
  text = pv_count_to_text (n);
  pv_page_set_count (PV_PAGE (self), text);
}

static void
pv_dossiers_page_refresh (PvPage *page)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (page);

  pv_context_set_suite (get_context (self), G_LIST_MODEL (get_liste (self)));
  pv_vues_button_refresh (self->vues);
  pv_filtres_bar_set_critere (self->filtres, pv_filtres_bar_get_critere (self->filtres));
  update_modified (self);
  pv_dossiers_view_refresh (self->view);
  update_count (self);
  pv_dossiers_page_update_preview (self);
}

static void
restore (PvDossiersPage *self)
{
  GSettings *settings = pv_context_get_file_settings (get_context (self));
  g_autofree char *text = g_settings_get_string (settings, "dossiers-critere");
  g_autofree char *uuid = g_settings_get_string (settings, "dossiers-vue");
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (text, NULL);

  pv_vues_button_restore (self->vues, uuid);
  if (critere != NULL)
    pv_filtres_bar_set_critere (self->filtres, critere);
  apply_critere (self);
  pv_dossiers_page_restore_preview (self);
}

static void
pv_dossiers_page_constructed (GObject *object)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (object);
  PvContext *context = get_context (self);
  g_autoptr (GtkStringList) etapes = gtk_string_list_new (NULL);

  G_OBJECT_CLASS (pv_dossiers_page_parent_class)->constructed (object);

  self->view = PV_DOSSIERS_VIEW (pv_dossiers_view_new (context));
  adw_bin_set_child (self->view_bin, GTK_WIDGET (self->view));
  for (int i = 0; i < PV_N_ETAPES; i++)
    gtk_string_list_append (etapes, pv_etape_to_libelle ((PvEtape)i));
  gtk_drop_down_set_model (self->etape, G_LIST_MODEL (etapes));
  g_object_bind_property (self->view, "etape", self->etape, "selected",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "liste",
                                  pv_dossiers_view_get_actions (self->view));
  pv_colonnes_popover_set_view (self->columns_popover, self->view);
  pv_filtres_bar_set_context (self->filtres, context);
  pv_vues_button_set_context (self->vues, context, "dossiers");
  pv_apercu_pane_set_context (self->apercu, context);
  restore (self);

  g_signal_connect_object (self->view, "notify::current-id", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::n-selected", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::can-edit", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  selection_cb (self);
}

static void
pv_dossiers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PREVIEW:
      g_value_set_boolean (value, PV_DOSSIERS_PAGE (object)->preview);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_dossiers_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PREVIEW:
      pv_dossiers_page_choose_preview (PV_DOSSIERS_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_dossiers_page_dispose (GObject *object)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (object);

  pv_dossiers_page_stop_export (self);
  pv_dossiers_page_stop_preview (self);
  if (self->context_menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->context_menu)));
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_DOSSIERS_PAGE);

  G_OBJECT_CLASS (pv_dossiers_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "dossiers.clear-filters", clear_filters_cb },
    { "dossiers.copy", pv_dossiers_page_copy },
    { "dossiers.export", pv_dossiers_page_export },
    { "dossiers.export-cancel", pv_dossiers_page_export_cancel },
    { "dossiers.statut", lot_cb },
    { "dossiers.referent", lot_cb },
    { "dossiers.axe", lot_cb },
    { "dossiers.appel", lot_cb },
    { "dossiers.avis", lot_cb },
    { "dossiers.seance", lot_cb },
    { "dossiers.delete", pv_dossiers_page_delete },
    { "dossiers.new", new_cb },
    { "dossiers.open", open_cb },
    { "dossiers.plan", plan_cb },
    { "dossiers.lettres", lettres_cb },
    { "dossiers.propose", propose_cb },
    { "dossiers.select-all", select_all_cb },
    { "dossiers.unselect", unselect_cb },
    { "dossiers.votes", votes_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_property_action (widget_class, "dossiers.preview", "preview");

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "dossiers.preview", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "dossiers.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "dossiers.select-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "dossiers.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "dossiers.plan", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "dossiers.delete", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
pv_dossiers_page_class_init (PvDossiersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  widget_class->grab_focus = pv_dossiers_page_grab_focus;
  widget_class->get_request_mode = pv_dossiers_page_get_request_mode;
  widget_class->measure = pv_dossiers_page_measure;
  widget_class->size_allocate = pv_dossiers_page_size_allocate;
  object_class->constructed = pv_dossiers_page_constructed;
  object_class->dispose = pv_dossiers_page_dispose;
  object_class->get_property = pv_dossiers_page_get_property;
  object_class->set_property = pv_dossiers_page_set_property;
  page_class->refresh = pv_dossiers_page_refresh;
  page_class->show_detail = pv_dossiers_page_show_detail;
  page_class->search = pv_dossiers_page_search;

  properties[PROP_PREVIEW] =
      g_param_spec_boolean ("preview", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);

  g_type_ensure (PV_TYPE_VUES_BUTTON);
  g_type_ensure (PV_TYPE_FILTRES_BAR);
  g_type_ensure (PV_TYPE_APERCU_PANE);
  g_type_ensure (PV_TYPE_COLONNES_POPOVER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-dossiers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, vues);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, filtres);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, etape);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, columns_popover);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, paned);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, view_bin);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, hint);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, export_bar);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, export_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, export_progress);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, apercu);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersPage, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, filtres_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, vue_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, vue_describe_cb);
  gtk_widget_class_bind_template_callback (widget_class, etape_cb);
  gtk_widget_class_bind_template_callback (widget_class, pv_dossiers_page_place_divider_cb);
  gtk_widget_class_bind_template_callback (widget_class, right_click_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

static void
pv_dossiers_page_init (PvDossiersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* how wide it is matters */
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
}
