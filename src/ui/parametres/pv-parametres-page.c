/* pv-parametres-page.c: the settings of the programme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-parametres-page.h"

#include <glib/gi18n.h>

#include "bilan/pv-compte-rendu-reglage.h"
#include "document/pv-modeles-editor.h"
#include "grille/pv-grille-editor.h"
#include "parametres/pv-cadre-arbre.h"
#include "parametres/pv-fiche-liste.h"
#include "parametres/pv-instance-membres.h"
#include "parametres/pv-saisie-row.h"
#include "programme/pv-contrat-store.h"
#include "reference/pv-reference-liste.h"
#include "recevabilite/pv-regles-editor.h"
#include "reference/pv-reference-load.h"
#include "territoire/pv-commune-store.h"
#include "territoire/pv-quartier-store.h"

struct _PvParametresPage
{
  PvPage parent_instance;

  PvCadreArbre *arbre;
  PvGrilleEditor *grille;
  PvReglesEditor *regles;
  PvInstanceMembres *membres;
  PvCompteRenduReglage *bilans;

  GtkInfoBar *refusal_bar;
  GtkLabel *refusal;
  GtkStackSidebar *sidebar;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (PvParametresPage, pv_parametres_page, PV_TYPE_PAGE)

static const char *const nouns[] = { "appel",     "grille",      "recevabilite", "contrat",
                                     "cadre",     "axe",         "quartier",     "commune",
                                     "financeur", "dispositif",  "enveloppe",    "seuil",
                                     "agent",     "institution", "instance" };

static void
refresh_shown (PvParametresPage *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);
  const char *name;
  gint64 selected;

  if (shown == NULL)
    return;
  if (PV_IS_MODELES_EDITOR (shown))
    {
      pv_modeles_editor_refresh (PV_MODELES_EDITOR (shown));
      return;
    }
  pv_fiche_liste_refresh (PV_FICHE_LISTE (shown));
  name = gtk_stack_get_visible_child_name (self->stack);
  selected = pv_fiche_liste_get_selected (PV_FICHE_LISTE (shown));
  if (g_strcmp0 (name, "cadre") == 0)
    pv_cadre_arbre_show (self->arbre, selected);
  else if (g_strcmp0 (name, "grille") == 0)
    pv_grille_editor_show (self->grille, selected);
  else if (g_strcmp0 (name, "recevabilite") == 0)
    pv_regles_editor_show (self->regles, selected);
  else if (g_strcmp0 (name, "instance") == 0)
    pv_instance_membres_show (self->membres, selected);
  else if (g_strcmp0 (name, "seuil") == 0)
    pv_compte_rendu_reglage_refresh (self->bilans);
}

static void
visible_cb (PvParametresPage *self)
{
  if (self->regles != NULL)
    refresh_shown (self);
}

static void
cadre_selected_cb (PvParametresPage *self, gint64 id)
{
  pv_cadre_arbre_show (self->arbre, id);
}

static void
grille_selected_cb (PvParametresPage *self, gint64 id)
{
  pv_grille_editor_show (self->grille, id);
}

static void
appel_selected_cb (PvParametresPage *self, gint64 id)
{
  pv_regles_editor_show (self->regles, id);
}

static void
instance_selected_cb (PvParametresPage *self, gint64 id)
{
  pv_instance_membres_show (self->membres, id);
}

/* A grid just made is shown. */
static void
grille_made_cb (PvParametresPage *self, gint64 id)
{
  PvFicheListe *liste = PV_FICHE_LISTE (gtk_stack_get_child_by_name (self->stack, "grille"));

  pv_fiche_liste_refresh (liste);
  pv_fiche_liste_select (liste, id);
}

/* --- what the reference has ------------------------------------------------------- */

/* Where it lies, when all its communes are of the file. */
static gboolean
find_communes (PvDb *db, const PvReferenceLigne *ligne, GArray *ids, GError **error)
{
  g_auto (GStrv) noms = g_strsplit (ligne->parent != NULL ? ligne->parent : "", ";", -1);

  for (guint i = 0; noms[i] != NULL; i++)
    {
      gint64 id;

      if (!pv_commune_store_find_by_nom (db, g_strstrip (noms[i]), NULL, &id, error))
        return FALSE;
      if (id != PV_INT_NULL)
        g_array_append_val (ids, id);
    }

  return TRUE;
}

static gboolean
add_quartier (PvDb *db, const PvReferenceLigne *ligne, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PvQuartier) quartier = NULL;
  gint64 known;

  if (!find_communes (db, ligne, ids, error))
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  if (!pv_quartier_store_find_by_nom (db, ligne->quartier->nom, g_array_index (ids, gint64, 0),
                                      ligne->quartier->generation, &known, error))
    return FALSE;
  if (known != PV_INT_NULL)
    return TRUE;

  quartier = pv_quartier_copy (ligne->quartier);
  if (!pv_quartier_store_insert (db, quartier, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!pv_quartier_store_add_commune (db, quartier->id, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
add_quartiers (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) lignes = pv_reference_list_quartiers (error);

  for (guint i = 0; lignes != NULL && i < lignes->len; i++)
    if (!add_quartier (db, lignes->pdata[i], error))
      return FALSE;

  return lignes != NULL;
}

/* Whether the file has a commune or a contrat of its EPCI. */
static gboolean
is_of_file (PvDb *db, const PvCommune *commune, GPtrArray *contrats, GPtrArray *communes)
{
  for (guint i = 0; i < contrats->len; i++)
    if (commune->epci_siren != NULL &&
        g_strcmp0 (((PvContrat *)contrats->pdata[i])->epci_siren, commune->epci_siren) == 0)
      return TRUE;
  for (guint i = 0; i < communes->len; i++)
    if (commune->epci_siren != NULL &&
        g_strcmp0 (((PvCommune *)communes->pdata[i])->epci_siren, commune->epci_siren) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
add_commune (PvDb *db, const PvCommune *commune, GError **error)
{
  g_autoptr (PvCommune) copy = NULL;
  gint64 known = PV_INT_NULL;

  if (commune->code_insee != NULL &&
      !pv_commune_store_find_by_insee (db, commune->code_insee, &known, error))
    return FALSE;
  if (known == PV_INT_NULL && !pv_commune_store_find_by_nom (db, commune->nom, NULL, &known, error))
    return FALSE;
  if (known != PV_INT_NULL)
    return TRUE;
  copy = pv_commune_copy (commune);

  return pv_commune_store_insert (db, copy, error);
}

static gboolean
add_communes (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) lignes = pv_reference_list_communes (error);
  g_autoptr (GPtrArray) contrats = lignes != NULL ? pv_contrat_store_list (db, error) : NULL;
  g_autoptr (GPtrArray) communes = contrats != NULL ? pv_commune_store_list (db, error) : NULL;

  for (guint i = 0; communes != NULL && i < lignes->len; i++)
    {
      const PvReferenceLigne *ligne = lignes->pdata[i];

      if (is_of_file (db, ligne->commune, contrats, communes) &&
          !add_commune (db, ligne->commune, error))
        return FALSE;
    }

  return communes != NULL;
}

static gboolean
add_grilles (PvDb *db, gpointer user_data, GError **error)
{
  return pv_reference_load_grilles (db, error);
}

static const struct
{
  const char *noun;
  const char *label;
  PvContextFunc func;
} references[] = {
  { "commune", N_ ("Communes of the reference"), add_communes },
  { "quartier", N_ ("Quartiers of the reference"), add_quartiers },
  { "grille", N_ ("Ready-made grids"), add_grilles },
};

static void
reference_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvContext *context = pv_page_get_context (PV_PAGE (widget));
  const char *noun = g_variant_get_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  gsize i = 0;

  while (!g_str_equal (references[i].noun, noun))
    i++;
  if (!pv_context_act (context, "parametre-add", _ (references[i].label), references[i].func, NULL,
                       &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
  else
    pv_page_queue_refresh (PV_PAGE (widget));
}

static void
add_reference_button (PvParametresPage *self, const char *noun, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add from the _Reference"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "parametres.reference");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", noun);
  gtk_widget_set_tooltip_text (button, tooltip);
  pv_fiche_liste_add_button (PV_FICHE_LISTE (gtk_stack_get_child_by_name (self->stack, noun)),
                             button);
}

static void
pv_parametres_page_refresh (PvPage *page)
{
  PvParametresPage *self = PV_PARAMETRES_PAGE (page);
  const char *refusal = pv_context_get_refusal (pv_page_get_context (page));

  gtk_label_set_label (self->refusal, refusal != NULL ? refusal : "");
  gtk_info_bar_set_revealed (self->refusal_bar, refusal != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "parametres.reference",
                                 pv_context_can_edit (pv_page_get_context (page)));
  refresh_shown (self);
}

/* What is refused may be of another list than the one that is shown. */
static GtkWidget *
pv_parametres_page_find_refused (PvPage *page)
{
  PvParametresPage *self = PV_PARAMETRES_PAGE (page);

  for (GtkWidget *liste = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); liste != NULL;
       liste = gtk_widget_get_next_sibling (liste))
    {
      GtkWidget *refused = pv_saisie_row_find_refused (liste);

      if (refused != NULL)
        {
          gtk_stack_set_visible_child (self->stack, liste);
          return refused;
        }
    }

  return NULL;
}

static void
pv_parametres_page_show_detail (PvPage *page, const char *detail)
{
  PvParametresPage *self = PV_PARAMETRES_PAGE (page);

  if (gtk_stack_get_child_by_name (self->stack, detail) != NULL)
    gtk_stack_set_visible_child_name (self->stack, detail);
  if (g_str_equal (detail, "grille") && pv_grille_editor_get_waiting (self->grille) != PV_INT_NULL)
    pv_fiche_liste_select (PV_FICHE_LISTE (gtk_stack_get_visible_child (self->stack)),
                           pv_grille_editor_get_waiting (self->grille));
}

static const char *
pv_parametres_page_get_waiting (PvPage *page)
{
  PvParametresPage *self = PV_PARAMETRES_PAGE (page);

  return pv_grille_editor_get_waiting (self->grille) != PV_INT_NULL ? "grille" : NULL;
}

/* The lists inside a GtkStackSidebar have no names of their own. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

/* What is shown beside a list, in place of the form. */
static void
set_detail (PvParametresPage *self, const char *noun, GtkWidget *detail, GCallback selected)
{
  GtkWidget *liste = gtk_stack_get_child_by_name (self->stack, noun);

  pv_fiche_liste_set_detail (PV_FICHE_LISTE (liste), detail);
  g_signal_connect_object (liste, "selected", selected, self, G_CONNECT_SWAPPED);
}

/* What is shown under the form. */
static void
add_below (PvParametresPage *self, const char *noun, GtkWidget *below, GCallback selected)
{
  PvFicheListe *liste = PV_FICHE_LISTE (gtk_stack_get_child_by_name (self->stack, noun));

  pv_fiche_liste_add_below (liste, below);
  g_signal_connect_object (liste, "selected", selected, self, G_CONNECT_SWAPPED);
}

static void
pv_parametres_page_constructed (GObject *object)
{
  PvParametresPage *self = PV_PARAMETRES_PAGE (object);
  PvContext *context = pv_page_get_context (PV_PAGE (self));

  G_OBJECT_CLASS (pv_parametres_page_parent_class)->constructed (object);

  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      const PvFicheNom *nom = pv_fiche_nom_find (nouns[i]);
      GtkWidget *liste = pv_fiche_liste_new (context, nom);

      gtk_stack_add_titled (self->stack, liste, nom->id, _ (nom->titre));
    }
  gtk_stack_add_titled (self->stack, pv_modeles_editor_new (context), "modele",
                        _ ("Templates of documents"));
  self->arbre = PV_CADRE_ARBRE (pv_cadre_arbre_new (context));
  set_detail (self, "cadre", GTK_WIDGET (self->arbre), G_CALLBACK (cadre_selected_cb));
  self->grille = PV_GRILLE_EDITOR (pv_grille_editor_new (context));
  set_detail (self, "grille", GTK_WIDGET (self->grille), G_CALLBACK (grille_selected_cb));
  self->regles = PV_REGLES_EDITOR (pv_regles_editor_new (context));
  set_detail (self, "recevabilite", GTK_WIDGET (self->regles), G_CALLBACK (appel_selected_cb));
  self->membres = PV_INSTANCE_MEMBRES (pv_instance_membres_new (context));
  add_below (self, "instance", GTK_WIDGET (self->membres), G_CALLBACK (instance_selected_cb));
  self->bilans = PV_COMPTE_RENDU_REGLAGE (pv_compte_rendu_reglage_new (context));
  pv_fiche_liste_add_below (PV_FICHE_LISTE (gtk_stack_get_child_by_name (self->stack, "seuil")),
                            GTK_WIDGET (self->bilans));
  g_signal_connect_object (self->grille, "made", G_CALLBACK (grille_made_cb), self,
                           G_CONNECT_SWAPPED);
  add_reference_button (self, "grille", _ ("The ready-made grids that are not in the file yet"));
  add_reference_button (self, "quartier",
                        _ ("The quartiers of the communes of the file that are not in it yet"));
  add_reference_button (self, "commune",
                        _ ("The communes of the EPCIs of the file that are not in it yet"));
  name_lists (GTK_WIDGET (self->sidebar), _ ("Settings of the programme"));
}

static void
pv_parametres_page_dispose (GObject *object)
{
  PvParametresPage *self = PV_PARAMETRES_PAGE (object);

  self->arbre = NULL;
  self->grille = NULL;
  self->regles = NULL;
  self->membres = NULL;
  self->bilans = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_PARAMETRES_PAGE);

  G_OBJECT_CLASS (pv_parametres_page_parent_class)->dispose (object);
}

static void
pv_parametres_page_class_init (PvParametresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = pv_parametres_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = pv_parametres_page_dispose;
  page_class->refresh = pv_parametres_page_refresh;
  page_class->show_detail = pv_parametres_page_show_detail;
  page_class->find_refused = pv_parametres_page_find_refused;
  page_class->get_waiting = pv_parametres_page_get_waiting;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/parametres/pv-parametres-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvParametresPage, refusal_bar);
  gtk_widget_class_bind_template_child (widget_class, PvParametresPage, refusal);
  gtk_widget_class_bind_template_child (widget_class, PvParametresPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PvParametresPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, visible_cb);
  gtk_widget_class_install_action (widget_class, "parametres.reference", "s", reference_cb);
}

static void
pv_parametres_page_init (PvParametresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
