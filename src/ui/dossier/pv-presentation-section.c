/* pv-presentation-section.c: what a dossier is
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-presentation-section.h"

#include <glib/gi18n.h>

#include "agent/pv-agent-store.h"
#include "dossier/pv-dossier-edit.h"
#include "dossier/pv-dossier-fiche-store.h"
#include "dossier/pv-dossier-lien-store.h"
#include "dossier/pv-dossier-choix.h"
#include "dossier/pv-dossier-service.h"
#include "organisme/pv-organisme-store.h"
#include "pv-error.h"
#include "pv-text.h"
#include "widget/pv-columns.h"
#include "widget/pv-field.h"
#include "widget/pv-links.h"

/* Fields of text, dates and counts: their id in the template is their column. */
static const char *const columns[] = {
  "intitule", "resume",    "numero",    "exercice",     "depose_le",   "debut",
  "fin",      "cpo_annee", "cpo_duree", "statut_motif", "commentaire",
};

#define N_FIELDS G_N_ELEMENTS (columns)

struct _PvPresentationSection
{
  PvDossierSection parent_instance;

  PvDossierFiche *fiche;
  GArray *linked_nodes;      /* PvDossierNoeud */
  GArray *linked_organismes; /* PvDossierOrganisme */

  PvField *fields[N_FIELDS];
  PvChoice *statut;
  PvChoice *appel_id;
  PvChoice *referent_id;
  PvChoice *nature;
  PvChoice *precedent_id;
  PvChoice *porteur_id;
  PvChoice *noeud_principal;
  PvLinks *noeuds;
  PvLinks *roles[3]; /* by PvDossierRole */
  GtkLabel *objectif_declare;
};

G_DEFINE_FINAL_TYPE (PvPresentationSection, pv_presentation_section, PV_TYPE_DOSSIER_SECTION)

static PvDb *
get_reader (PvPresentationSection *self)
{
  return pv_context_get_reader (pv_dossier_section_get_context (PV_DOSSIER_SECTION (self)));
}

/* --- fields ------------------------------------------------------------------------- */

static void
field_committed_cb (PvField *field, const char *value, PvDossierSection *section)
{
  const char *column = gtk_buildable_get_buildable_id (GTK_BUILDABLE (field));
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_champ (section, column, value, &error))
    pv_field_refuse (field, error->message);
}

/* --- choices ------------------------------------------------------------------------ */

/* A thing to create, or to take, and the column that refers to it. */
typedef struct
{
  gint64 dossier_id;
  const char *column;
  gint64 key;
  const char *name; /* of what is created */
} Choice;

static gboolean
create_agent (PvDb *db, Choice *choice, GError **error)
{
  g_autoptr (PvAgent) agent = pv_agent_new ();

  agent->nom = pv_text_clean (choice->name, FALSE);
  agent->role = PV_AGENT_ROLE_INSTRUCTEUR;
  if (!pv_agent_store_find_by_nom (db, agent->nom, &choice->key, error))
    return FALSE;
  if (choice->key != PV_INT_NULL)
    return TRUE;
  if (!pv_agent_store_insert (db, agent, error))
    return FALSE;
  choice->key = agent->id;

  return TRUE;
}

static gboolean
create_organisme (PvDb *db, const char *name, gint64 *key, GError **error)
{
  g_autoptr (PvOrganisme) organisme = pv_organisme_new ();

  organisme->nom = pv_text_clean (name, FALSE);
  if (!pv_organisme_store_insert (db, organisme, error))
    return FALSE;
  *key = organisme->id;

  return TRUE;
}

static gboolean
write_choice (PvDb *db, gpointer user_data, GError **error)
{
  Choice *choice = user_data;
  g_autofree char *value = NULL;
  gboolean changed = FALSE;

  if (choice->key == PV_CHOICE_NEW)
    {
      gboolean agent = g_str_equal (choice->column, "referent_id");

      if (agent ? !create_agent (db, choice, error)
                : !create_organisme (db, choice->name, &choice->key, error))
        return FALSE;
    }
  if (choice->key != PV_INT_NULL)
    value = g_strdup_printf ("%" G_GINT64_FORMAT, choice->key);

  return pv_dossier_service_set_champ (db, choice->dossier_id, choice->column, value, &changed,
                                       error);
}

static void
choice_chosen_cb (PvChoice *widget, gint64 key, const char *text, PvDossierSection *section)
{
  Choice choice = { pv_dossier_section_get_dossier_id (section),
                    gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), key, text };
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (section, "dossier-edit", write_choice, &choice, &error))
    pv_choice_refuse (widget, error->message);
}

static void
nature_chosen_cb (PvChoice *widget, gint64 key, const char *text, PvDossierSection *section)
{
  const char *id = key != PV_INT_NULL ? pv_dossier_nature_to_id ((PvDossierNature)key) : NULL;
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_champ (section, "nature", id, &error))
    pv_choice_refuse (widget, error->message);
}

static GPtrArray *
search_natures (const char *text, gpointer user_data)
{
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; i < pv_dossier_nature_vocabulaire.n; i++)
    pv_choice_add (items, i, pv_dossier_nature_to_libelle ((PvDossierNature)i), NULL);

  return items;
}

static void
statut_chosen_cb (PvChoice *widget, gint64 key, const char *text, PvDossierSection *section)
{
  gtk_widget_activate_action (GTK_WIDGET (section), "dossier.statut", "s",
                              pv_dossier_statut_to_id ((PvDossierStatut)key));
}

/* The moves that are allowed. */
static GPtrArray *
search_statuts (const char *text, gpointer user_data)
{
  PvPresentationSection *self = user_data;
  GPtrArray *items = pv_choice_items_new ();

  for (int i = 0; self->fiche != NULL && i < PV_N_DOSSIER_STATUTS; i++)
    if (pv_dossier_statut_can_move (self->fiche->dossier->statut, (PvDossierStatut)i, NULL))
      pv_choice_add (items, i, pv_dossier_statut_to_libelle ((PvDossierStatut)i), NULL);

  return items;
}

/* --- nodes of the frames -------------------------------------------------------------- */

typedef struct
{
  gint64 dossier_id;
  GArray *links;
  gint64 new_key; /* PV_CHOICE_NEW in the links stands for it */
  const char *name;
} Links;

static gboolean
write_nodes (PvDb *db, gpointer user_data, GError **error)
{
  const Links *links = user_data;
  gboolean changed = FALSE;

  return pv_dossier_store_set_noeuds (db, links->dossier_id, (PvDossierNoeud *)links->links->data,
                                      links->links->len, &changed, error);
}

static gboolean
save_nodes (PvPresentationSection *self, GArray *nodes, GError **error)
{
  Links links = { .dossier_id = self->fiche->dossier->id, .links = nodes };

  return pv_dossier_edit_act (PV_DOSSIER_SECTION (self), "dossier-edit", write_nodes, &links,
                              error);
}

/* The linked nodes but one. */
static GArray *
nodes_without (PvPresentationSection *self, gint64 key)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (PvDossierNoeud));

  for (guint i = 0; i < self->linked_nodes->len; i++)
    {
      PvDossierNoeud node = g_array_index (self->linked_nodes, PvDossierNoeud, i);

      if (node.noeud_id != key)
        g_array_append_val (nodes, node);
    }

  return nodes;
}

static void
noeud_chosen_cb (PvChoice *widget, gint64 key, const char *text, PvPresentationSection *self)
{
  g_autoptr (GArray) nodes = nodes_without (self, key);
  PvDossierNoeud chosen = { key, TRUE };
  g_autoptr (GError) error = NULL;

  for (guint i = nodes->len; i > 0; i--)
    if (g_array_index (nodes, PvDossierNoeud, i - 1).principal)
      g_array_remove_index (nodes, i - 1);
  if (key != PV_INT_NULL)
    g_array_prepend_val (nodes, chosen);
  if (!save_nodes (self, nodes, &error))
    pv_choice_refuse (widget, error->message);
}

static void
noeud_added_cb (PvLinks *widget, gint64 key, const char *text, PvPresentationSection *self)
{
  g_autoptr (GArray) nodes = NULL;
  PvDossierNoeud added = { key, FALSE };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->linked_nodes->len; i++)
    if (g_array_index (self->linked_nodes, PvDossierNoeud, i).noeud_id == key)
      {
        pv_links_refuse (widget, _ ("The dossier already has this objective."));
        return;
      }
  nodes = nodes_without (self, key);
  g_array_append_val (nodes, added);
  if (!save_nodes (self, nodes, &error))
    pv_links_refuse (widget, error->message);
}

static void
noeud_removed_cb (PvLinks *widget, gint64 key, PvPresentationSection *self)
{
  g_autoptr (GArray) nodes = nodes_without (self, key);
  g_autoptr (GError) error = NULL;

  if (!save_nodes (self, nodes, &error))
    pv_links_refuse (widget, error->message);
}

/* --- roles ------------------------------------------------------------------------------ */

static gboolean
write_roles (PvDb *db, gpointer user_data, GError **error)
{
  Links *links = user_data;
  gboolean changed = FALSE;

  for (guint i = 0; i < links->links->len; i++)
    {
      PvDossierOrganisme *role = &g_array_index (links->links, PvDossierOrganisme, i);

      if (role->organisme_id == PV_CHOICE_NEW &&
          !create_organisme (db, links->name, &role->organisme_id, error))
        return FALSE;
    }

  return pv_dossier_store_set_organismes (db, links->dossier_id,
                                          (PvDossierOrganisme *)links->links->data,
                                          links->links->len, &changed, error);
}

static PvDossierRole
role_of (PvLinks *widget)
{
  PvDossierRole role = PV_DOSSIER_ROLE_NULL;

  pv_dossier_role_from_id (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), &role);

  return role;
}

static void
save_roles (PvPresentationSection *self, PvLinks *widget, GArray *roles, const char *name)
{
  Links links = { .dossier_id = self->fiche->dossier->id, .links = roles, .name = name };
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (PV_DOSSIER_SECTION (self), "dossier-edit", write_roles, &links, &error))
    pv_links_refuse (widget, error->message);
}

static GArray *
roles_without (PvPresentationSection *self, gint64 key, PvDossierRole role)
{
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (PvDossierOrganisme));

  for (guint i = 0; i < self->linked_organismes->len; i++)
    {
      PvDossierOrganisme link = g_array_index (self->linked_organismes, PvDossierOrganisme, i);

      if (link.organisme_id != key || link.role != role)
        g_array_append_val (roles, link);
    }

  return roles;
}

static void
role_added_cb (PvLinks *widget, gint64 key, const char *text, PvPresentationSection *self)
{
  PvDossierOrganisme added = { key, role_of (widget) };
  g_autoptr (GArray) roles = roles_without (self, key, added.role);

  g_array_append_val (roles, added);
  save_roles (self, widget, roles, text);
}

static void
role_removed_cb (PvLinks *widget, gint64 key, PvPresentationSection *self)
{
  g_autoptr (GArray) roles = roles_without (self, key, role_of (widget));

  save_roles (self, widget, roles, NULL);
}

/* --- reading ---------------------------------------------------------------------------- */

static void
show_fields (PvPresentationSection *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const PvChamp *champ = pv_champs_find (pv_dossier_champs, columns[i]);
      g_autofree char *value = pv_champ_to_text (champ, self->fiche->dossier);

      pv_field_set_value (self->fields[i], value);
      if (g_str_equal (columns[i], "statut_motif"))
        gtk_widget_set_visible (GTK_WIDGET (self->fields[i]), value != NULL);
    }
}

static void
show_choices (PvPresentationSection *self)
{
  const PvDossierFiche *fiche = self->fiche;
  const PvDossier *dossier = fiche->dossier;
  g_autofree char *declared = NULL;

  pv_choice_set_value (self->statut, dossier->statut, fiche->affichage);
  pv_choice_set_value (self->appel_id, dossier->appel_id, fiche->appel);
  pv_choice_set_value (self->referent_id, dossier->referent_id, fiche->referent);
  pv_choice_set_value (self->nature,
                       dossier->nature == PV_DOSSIER_NATURE_NULL ? PV_INT_NULL
                                                                 : (gint64)dossier->nature,
                       pv_dossier_nature_to_libelle (dossier->nature));
  pv_choice_set_value (self->precedent_id, dossier->precedent_id, fiche->precedent);
  pv_choice_set_value (self->porteur_id, dossier->porteur_id, fiche->porteur);
  if (dossier->objectif_declare != NULL)
    declared = g_strdup_printf (_ ("Stated in the application: %s"), dossier->objectif_declare);
  gtk_label_set_label (self->objectif_declare, declared != NULL ? declared : "");
  gtk_widget_set_visible (GTK_WIDGET (self->objectif_declare), declared != NULL);
}

static void
show_nodes (PvPresentationSection *self)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();
  gint64 main_key = PV_INT_NULL;
  g_autofree char *main_label = NULL;

  for (guint i = 0; i < self->linked_nodes->len; i++)
    {
      const PvDossierNoeud *node = &g_array_index (self->linked_nodes, PvDossierNoeud, i);
      g_autofree char *detail = NULL;
      g_autofree char *label = pv_dossier_noeud_label (get_reader (self), node->noeud_id, &detail);

      if (node->principal)
        {
          main_key = node->noeud_id;
          main_label = g_steal_pointer (&label);
        }
      else
        pv_choice_add (items, node->noeud_id, label, detail);
    }
  pv_choice_set_value (self->noeud_principal, main_key, main_label);
  pv_links_set_items (self->noeuds, items);
}

static void
show_roles (PvPresentationSection *self)
{
  for (int role = 0; role < (int)G_N_ELEMENTS (self->roles); role++)
    {
      g_autoptr (GPtrArray) items = pv_choice_items_new ();

      for (guint i = 0; i < self->linked_organismes->len; i++)
        {
          const PvDossierOrganisme *link =
              &g_array_index (self->linked_organismes, PvDossierOrganisme, i);
          g_autoptr (PvOrganisme) organisme = NULL;

          if ((int)link->role != role)
            continue;
          organisme = pv_organisme_store_get (get_reader (self), link->organisme_id, NULL);
          if (organisme != NULL)
            pv_choice_add (items, organisme->id, organisme->nom, organisme->siret);
        }
      pv_links_set_items (self->roles[role], items);
    }
}

static void
set_editable (PvPresentationSection *self, gboolean editable)
{
  PvChoice *choices[] = { self->statut,       self->appel_id,   self->referent_id,    self->nature,
                          self->precedent_id, self->porteur_id, self->noeud_principal };

  for (guint i = 0; i < N_FIELDS; i++)
    pv_field_set_editable (self->fields[i], editable);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    pv_choice_set_editable (choices[i], editable);
  pv_links_set_editable (self->noeuds, editable);
  for (guint i = 0; i < G_N_ELEMENTS (self->roles); i++)
    pv_links_set_editable (self->roles[i], editable);
}

static void
pv_presentation_section_load (PvDossierSection *section)
{
  PvPresentationSection *self = PV_PRESENTATION_SECTION (section);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  PvDb *db = get_reader (self);
  PvDossierFiche *fiche = pv_dossier_fiche_store_get (db, id, NULL);

  if (fiche == NULL)
    return;
  pv_dossier_fiche_free (self->fiche);
  self->fiche = fiche;
  g_clear_pointer (&self->linked_nodes, g_array_unref);
  g_clear_pointer (&self->linked_organismes, g_array_unref);
  self->linked_nodes = pv_dossier_store_list_noeuds (db, id, NULL);
  self->linked_organismes = pv_dossier_store_list_organismes (db, id, NULL);

  set_editable (self, pv_context_can_edit (pv_dossier_section_get_context (section)));
  show_fields (self);
  show_choices (self);
  if (self->linked_nodes != NULL)
    show_nodes (self);
  if (self->linked_organismes != NULL)
    show_roles (self);
}

static gboolean
pv_presentation_section_show_field (PvDossierSection *section,
                                    const char *table,
                                    gint64 key,
                                    const char *column)
{
  PvPresentationSection *self = PV_PRESENTATION_SECTION (section);
  GtkWidget *found = NULL;

  if (g_str_equal (table, "dossier_noeud"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->noeud_principal));
  if (!g_str_equal (table, "dossier") || column == NULL)
    return FALSE;
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_str_equal (columns[i], column))
      found = GTK_WIDGET (self->fields[i]);
  if (found == NULL && g_str_equal (column, "porteur_id"))
    found = GTK_WIDGET (self->porteur_id);
  if (found == NULL && g_str_equal (column, "statut"))
    found = GTK_WIDGET (self->statut);

  return found != NULL && gtk_widget_grab_focus (found);
}

/* --- the object -------------------------------------------------------------------------- */

static void
pv_presentation_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_PRESENTATION_SECTION);

  G_OBJECT_CLASS (pv_presentation_section_parent_class)->dispose (object);
}

static void
pv_presentation_section_finalize (GObject *object)
{
  PvPresentationSection *self = PV_PRESENTATION_SECTION (object);

  g_clear_pointer (&self->fiche, pv_dossier_fiche_free);
  g_clear_pointer (&self->linked_nodes, g_array_unref);
  g_clear_pointer (&self->linked_organismes, g_array_unref);

  G_OBJECT_CLASS (pv_presentation_section_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, columns[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvPresentationSection, fields) + i * sizeof (gpointer)));
  for (guint i = 0; i < pv_dossier_role_vocabulaire.n; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, pv_dossier_role_to_id ((PvDossierRole)i), FALSE,
        (gssize)(G_STRUCT_OFFSET (PvPresentationSection, roles) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, statut);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, appel_id);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, referent_id);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, nature);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, precedent_id);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, porteur_id);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, noeud_principal);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, noeuds);
  gtk_widget_class_bind_template_child (widget_class, PvPresentationSection, objectif_declare);
}

static void
pv_presentation_section_class_init (PvPresentationSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  object_class->dispose = pv_presentation_section_dispose;
  object_class->finalize = pv_presentation_section_finalize;
  section_class->load = pv_presentation_section_load;
  section_class->show_field = pv_presentation_section_show_field;

  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_CHOICE);
  g_type_ensure (PV_TYPE_LINKS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-presentation-section.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, field_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, nature_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, statut_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, noeud_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, noeud_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, noeud_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, role_removed_cb);
}

static void
pv_presentation_section_init (PvPresentationSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  pv_choice_set_func (self->statut, search_statuts, self);
  pv_choice_set_func (self->appel_id, pv_dossier_choix_appels, self);
  pv_choice_set_func (self->referent_id, pv_dossier_choix_agents, self);
  pv_choice_set_func (self->nature, search_natures, self);
  pv_choice_set_func (self->precedent_id, pv_dossier_choix_candidats, self);
  pv_choice_set_func (self->porteur_id, pv_dossier_choix_organismes, self);
  pv_choice_set_func (self->noeud_principal, pv_dossier_choix_noeuds, self);
  pv_links_set_func (self->noeuds, pv_dossier_choix_noeuds, self);
  for (guint i = 0; i < G_N_ELEMENTS (self->roles); i++)
    pv_links_set_func (self->roles[i], pv_dossier_choix_organismes, self);
}
