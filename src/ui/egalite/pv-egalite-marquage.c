/* pv-egalite-marquage.c: the marking of one dossier: tree, answers, collective mark
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-marquage.h"

#include <glib/gi18n.h>

#include "egalite/pv-egalite-actes.h"
#include "egalite/pv-egalite-arbre.h"
#include "egalite/pv-egalite-fiche-store.h"
#include "egalite/pv-egalite-institutions.h"
#include "egalite/pv-egalite-marque.h"
#include "egalite/pv-egalite-tableau.h"
#include "widget/pv-columns.h"

struct _PvEgaliteMarquage
{
  AdwBin parent_instance;

  PvContext *context;
  gint64 dossier_id;
  gint64 axe_id;
  PvEgaliteFiche *fiche; /* (nullable) */

  GtkStack *stack;
  GtkLabel *tree_title;
  GtkLabel *tree_caption;
  GtkLabel *project;
  GtkStack *tree_stack;
  PvEgaliteArbre *arbre;
  GtkLabel *source;
  PvEgaliteInstitutions *institutions;
  PvEgaliteMarque *marque;
  AdwBin *annees_bin;
  PvEgaliteTableau *annees;
  GtkBox *legend;
};

G_DEFINE_FINAL_TYPE (PvEgaliteMarquage, pv_egalite_marquage, ADW_TYPE_BIN)

/* --- showing ----------------------------------------------------------------------------- */

static const char *
get_source (const PvEgaliteFiche *fiche)
{
  if (fiche->axe->arbre)
    return _ ("Decision tree of Valenciennes Métropole, after the marker of the OECD’s DAC. A mark "
              "of 0 penalises nobody: it opens a support.");

  return _ ("A mark of 0 penalises nobody: it opens a support.");
}

static void
show_tree (PvEgaliteMarquage *self, gboolean editable)
{
  const PvEgaliteFiche *fiche = self->fiche;

  gtk_label_set_label (self->tree_title,
                       fiche->axe->arbre ? _ ("Decision tree") : fiche->axe->libelle);
  gtk_widget_set_visible (GTK_WIDGET (self->tree_caption), fiche->axe->arbre);
  gtk_label_set_label (self->project, fiche->intitule);
  gtk_label_set_label (self->source, get_source (fiche));
  gtk_stack_set_visible_child_name (self->tree_stack, fiche->axe->arbre ? "tree" : "scale");
  gtk_widget_set_visible (GTK_WIDGET (self->institutions), fiche->axe->arbre);
  if (!fiche->axe->arbre)
    return;
  pv_egalite_arbre_allow (self->arbre, editable, TRUE);
  pv_egalite_arbre_show (self->arbre, &fiche->communes, fiche->criteres);
  pv_egalite_institutions_show (self->institutions, fiche, editable);
}

void
pv_egalite_marquage_show (PvEgaliteMarquage *self,
                          PvContext *context,
                          gint64 dossier_id,
                          gint64 axe_id)
{
  gboolean editable;

  g_return_if_fail (PV_IS_EGALITE_MARQUAGE (self));

  g_set_object (&self->context, context);
  self->dossier_id = dossier_id;
  self->axe_id = axe_id;
  g_clear_pointer (&self->fiche, pv_egalite_fiche_free);
  if (dossier_id != PV_INT_NULL && axe_id != PV_INT_NULL)
    self->fiche = pv_egalite_fiche_load (pv_context_get_reader (context), dossier_id, axe_id, NULL);
  gtk_stack_set_visible_child_name (self->stack, self->fiche != NULL ? "dossier" : "none");
  if (self->fiche == NULL)
    return;

  editable = pv_context_can_edit (context);
  show_tree (self, editable);
  pv_egalite_marque_show (self->marque, self->fiche, editable);
}

void
pv_egalite_marquage_show_annees (PvEgaliteMarquage *self,
                                 PvEgaliteAnalyse *analyse,
                                 PvEgaliteBase base,
                                 gboolean montant,
                                 gint64 t0,
                                 gint64 courante,
                                 gboolean liens)
{
  g_return_if_fail (PV_IS_EGALITE_MARQUAGE (self));

  pv_egalite_tableau_show (self->annees, analyse, base, montant, t0, courante, liens);
}

char *
pv_egalite_marquage_dup_label (PvEgaliteMarquage *self)
{
  g_return_val_if_fail (PV_IS_EGALITE_MARQUAGE (self), NULL);

  if (self->fiche == NULL)
    return NULL;

  return g_strdup_printf ("%s · %s", self->fiche->numero, self->fiche->porteur);
}

void
pv_egalite_marquage_focus (PvEgaliteMarquage *self)
{
  g_return_if_fail (PV_IS_EGALITE_MARQUAGE (self));

  if (self->fiche != NULL && self->fiche->axe->arbre)
    pv_egalite_arbre_focus (self->arbre, self->fiche->resultat.manquante != PV_EGALITE_QUESTION_NULL
                                             ? self->fiche->resultat.manquante
                                             : PV_EGALITE_MIXTE);
}

/* --- answering --------------------------------------------------------------------------- */

/* The next key must find what this one did. */
static void
show_again (PvEgaliteMarquage *self)
{
  pv_egalite_marquage_show (self, self->context, self->dossier_id, self->axe_id);
}

static void
answered_cb (PvEgaliteMarquage *self, int question, int reponse)
{
  pv_egalite_acte_repondre (GTK_WIDGET (self), self->context, self->dossier_id, self->axe_id,
                            PV_INT_NULL, (PvEgaliteQuestion)question, (PvEgaliteReponse)reponse);
  show_again (self);
}

static void
commented_cb (PvEgaliteMarquage *self, int question, const char *text, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (!pv_egalite_acte_commenter (self->context, self->dossier_id, self->axe_id,
                                  (PvEgaliteQuestion)question, text, &error))
    *reason = g_strdup (error->message);
}

static void
marked_cb (PvEgaliteMarquage *self, gint64 mark)
{
  pv_egalite_acte_marquer (GTK_WIDGET (self), self->context, self->dossier_id, self->axe_id, mark);
  show_again (self);
}

static void
justified_cb (PvEgaliteMarquage *self, const char *text, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (!pv_egalite_acte_justifier (self->context, self->dossier_id, self->axe_id, text, &error))
    *reason = g_strdup (error->message);
}

static void
dated_cb (PvEgaliteMarquage *self, const char *day, const char *meeting, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (!pv_egalite_acte_dater (self->context, self->dossier_id, self->axe_id, day, meeting, &error))
    *reason = g_strdup (error->message);
}

static void
reprendre_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEgaliteMarquage *self = PV_EGALITE_MARQUAGE (widget);

  if (self->fiche == NULL)
    return;
  pv_egalite_acte_reprendre (widget, self->context, self->dossier_id, self->axe_id);
  show_again (self);
}

gboolean
pv_egalite_marquage_answer (PvEgaliteMarquage *self, PvEgaliteReponse reponse)
{
  g_return_val_if_fail (PV_IS_EGALITE_MARQUAGE (self), FALSE);

  return self->fiche != NULL && self->fiche->axe->arbre &&
         pv_egalite_arbre_answer (self->arbre, reponse);
}

gboolean
pv_egalite_marquage_mark (PvEgaliteMarquage *self, gint64 valeur)
{
  g_return_val_if_fail (PV_IS_EGALITE_MARQUAGE (self), FALSE);

  if (self->fiche == NULL || !pv_context_can_edit (self->context))
    return FALSE;
  marked_cb (self, valeur);

  return TRUE;
}

/* --- the object -------------------------------------------------------------------------- */

static void
pv_egalite_marquage_dispose (GObject *object)
{
  PvEgaliteMarquage *self = PV_EGALITE_MARQUAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_EGALITE_MARQUAGE);
  g_clear_pointer (&self->fiche, pv_egalite_fiche_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_egalite_marquage_parent_class)->dispose (object);
}

static void
pv_egalite_marquage_class_init (PvEgaliteMarquageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_egalite_marquage_dispose;

  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_EGALITE_ARBRE);
  g_type_ensure (PV_TYPE_EGALITE_INSTITUTIONS);
  g_type_ensure (PV_TYPE_EGALITE_MARQUE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-marquage.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, stack);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, tree_title);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, tree_caption);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, project);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, tree_stack);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, arbre);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, source);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, institutions);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, marque);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, annees_bin);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteMarquage, legend);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, commented_cb);
  gtk_widget_class_bind_template_callback (widget_class, marked_cb);
  gtk_widget_class_bind_template_callback (widget_class, justified_cb);
  gtk_widget_class_bind_template_callback (widget_class, dated_cb);

  gtk_widget_class_install_action (widget_class, "egalite.reprendre", NULL, reprendre_cb);
}

static void
pv_egalite_marquage_init (PvEgaliteMarquage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->dossier_id = PV_INT_NULL;
  self->axe_id = PV_INT_NULL;
  self->annees = PV_EGALITE_TABLEAU (pv_egalite_tableau_new (TRUE));
  adw_bin_set_child (self->annees_bin, GTK_WIDGET (self->annees));
  pv_egalite_tableau_add_legend (self->legend);
}
