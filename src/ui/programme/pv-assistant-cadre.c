/* pv-assistant-cadre.c: which strategic frame, with its tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-assistant-cadre.h"

#include <glib/gi18n.h>

#include "reference/pv-reference-liste.h"

#define INDENT 18

struct _PvAssistantCadre
{
  AdwBin parent_instance;

  GPtrArray *cadres; /* of PvReferenceLigne */
  char *contrat;
  char *territoire;

  GtkListBox *list;
  GtkLabel *title;
  GtkBox *tree;
};

G_DEFINE_FINAL_TYPE (PvAssistantCadre, pv_assistant_cadre, ADW_TYPE_BIN)

static PvReferenceLigne *
get_ligne (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "pv-ligne") : NULL;
}

/* How near a frame is to the contrat: its own, its département's, the country's, others'. */
static int
get_distance (PvAssistantCadre *self, const PvReferenceLigne *ligne)
{
  const char *departement = NULL;

  if (self->territoire != NULL && pv_reference_ligne_is_in (ligne, self->territoire))
    return 0;
  if (g_strcmp0 (ligne->cadre->code, "p147_2024") == 0)
    return 1;
  if (self->contrat != NULL && g_str_has_prefix (self->contrat, "CN059"))
    departement = "Nord";
  else if (self->contrat != NULL && g_str_has_prefix (self->contrat, "CN062"))
    departement = "Pas-de-Calais";
  if (departement != NULL && pv_reference_ligne_is_in (ligne, departement))
    return 2;
  if (g_strcmp0 (ligne->territoires, "Hauts-de-France") == 0 ||
      g_strcmp0 (ligne->territoires, "France") == 0)
    return 3;

  return 4;
}

static int
compare_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  const PvReferenceLigne *la = get_ligne (a), *lb = get_ligne (b);
  int da = get_distance (user_data, la), db = get_distance (user_data, lb);

  if (da != db)
    return da - db;
  /* the latest first */
  if (la->cadre->annee_debut != lb->cadre->annee_debut)
    return la->cadre->annee_debut > lb->cadre->annee_debut ? -1 : 1;

  return g_utf8_collate (la->cadre->nom, lb->cadre->nom);
}

static void
add_noeud (PvAssistantCadre *self, const PvReferenceLigne *ligne)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = g_strdup_printf ("%s · %s", ligne->noeud->code, ligne->noeud->libelle);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, (int)ligne->niveau * INDENT);
  gtk_widget_add_css_class (label, ligne->niveau == 0 ? "heading" : "dense");
  gtk_box_append (self->tree, label);
}

static void
row_selected_cb (PvAssistantCadre *self, GtkListBoxRow *row)
{
  PvReferenceLigne *chosen = get_ligne (row);
  g_autoptr (GPtrArray) noeuds = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *child;

  if (self->tree == NULL || self->title == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tree))) != NULL)
    gtk_box_remove (self->tree, child);
  gtk_label_set_label (self->title, chosen != NULL ? chosen->cadre->nom : "");
  if (chosen == NULL)
    return;
  noeuds = pv_reference_list_noeuds (chosen->cadre->code, &error);
  for (guint i = 0; noeuds != NULL && i < noeuds->len; i++)
    add_noeud (self, noeuds->pdata[i]);
}

void
pv_assistant_cadre_set_contrat (PvAssistantCadre *self, const char *code, const char *territoire)
{
  g_return_if_fail (PV_IS_ASSISTANT_CADRE (self));

  if (self->contrat != NULL && g_strcmp0 (self->contrat, code) == 0)
    return;
  g_free (self->contrat);
  g_free (self->territoire);
  self->contrat = g_strdup (code);
  self->territoire = g_strdup (territoire);
  gtk_list_box_invalidate_sort (self->list);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

const char *
pv_assistant_cadre_get_code (PvAssistantCadre *self)
{
  PvReferenceLigne *ligne;

  g_return_val_if_fail (PV_IS_ASSISTANT_CADRE (self), NULL);

  ligne = get_ligne (gtk_list_box_get_selected_row (self->list));

  return ligne != NULL ? ligne->cadre->code : NULL;
}

const char *
pv_assistant_cadre_get_nom (PvAssistantCadre *self)
{
  PvReferenceLigne *ligne;

  g_return_val_if_fail (PV_IS_ASSISTANT_CADRE (self), NULL);

  ligne = get_ligne (gtk_list_box_get_selected_row (self->list));

  return ligne != NULL ? ligne->cadre->nom : NULL;
}

void
pv_assistant_cadre_set_code (PvAssistantCadre *self, const char *code)
{
  GtkListBoxRow *row;

  g_return_if_fail (PV_IS_ASSISTANT_CADRE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (get_ligne (row)->cadre->code, code) == 0)
      gtk_list_box_select_row (self->list, row);
}

static void
next_cb (PvAssistantCadre *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "assistant.next", NULL);
}

static GtkWidget *
cadre_row_new (PvReferenceLigne *ligne)
{
  GtkWidget *row = adw_action_row_new ();
  const PvCadre *cadre = ligne->cadre;
  g_autofree char *years = NULL;
  g_autofree char *subtitle = NULL;

  if (cadre->annee_debut != PV_INT_NULL && cadre->annee_fin != PV_INT_NULL)
    years = g_strdup_printf (" · %d–%d", (int)cadre->annee_debut, (int)cadre->annee_fin);
  else if (cadre->annee_debut != PV_INT_NULL)
    years = g_strdup_printf (" · %d", (int)cadre->annee_debut);
  subtitle = g_strconcat (ligne->territoires, years, NULL);
  g_object_set_data (G_OBJECT (row), "pv-ligne", ligne);
  g_object_set (row, "use-markup", FALSE, "activatable", TRUE, "title", cadre->nom, "subtitle",
                subtitle, "title-lines", 3, NULL);

  return row;
}

static gboolean
pv_assistant_cadre_grab_focus (GtkWidget *widget)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (PV_ASSISTANT_CADRE (widget)->list);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
pv_assistant_cadre_dispose (GObject *object)
{
  PvAssistantCadre *self = PV_ASSISTANT_CADRE (object);

  if (self->list != NULL)
    gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ASSISTANT_CADRE);
  g_clear_pointer (&self->cadres, g_ptr_array_unref);
  g_clear_pointer (&self->contrat, g_free);
  g_clear_pointer (&self->territoire, g_free);

  G_OBJECT_CLASS (pv_assistant_cadre_parent_class)->dispose (object);
}

static void
pv_assistant_cadre_class_init (PvAssistantCadreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_assistant_cadre_dispose;
  widget_class->grab_focus = pv_assistant_cadre_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-assistant-cadre.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAssistantCadre, list);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantCadre, title);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantCadre, tree);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
pv_assistant_cadre_init (PvAssistantCadre *self)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cadres = pv_reference_list_cadres (&error);
  if (self->cadres == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; self->cadres != NULL && i < self->cadres->len; i++)
    gtk_list_box_append (self->list, cadre_row_new (self->cadres->pdata[i]));
  gtk_list_box_set_sort_func (self->list, compare_cb, self, NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}
