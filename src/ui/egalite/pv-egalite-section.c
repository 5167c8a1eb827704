/* pv-egalite-section.c: the equality mark, in the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-section.h"

#include <glib/gi18n.h>

#include "egalite/pv-egalite-actes.h"
#include "egalite/pv-egalite-arbre.h"
#include "egalite/pv-egalite-fiche-store.h"
#include "egalite/pv-egalite-institutions.h"
#include "egalite/pv-egalite-marque.h"
#include "instruction/pv-instruction-agent.h"
#include "marqueur/pv-axe-store.h"
#include "widget/pv-columns.h"

struct _PvEgaliteSection
{
  PvDossierSection parent_instance;

  gint64 axe_id;
  gint64 institution_id; /* of the agent, PV_INT_NULL: none */
  PvEgaliteFiche *fiche;

  GtkLabel *title;
  GtkLabel *nobody;
  PvEgaliteArbre *arbre;
  GtkButton *open_button;
  PvEgaliteInstitutions *institutions;
  PvEgaliteMarque *marque;
};

G_DEFINE_FINAL_TYPE (PvEgaliteSection, pv_egalite_section, PV_TYPE_DOSSIER_SECTION)

static PvContext *
get_context (PvEgaliteSection *self)
{
  return pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
}

static gint64
get_dossier (PvEgaliteSection *self)
{
  return pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self));
}

/* --- showing ----------------------------------------------------------------------------- */

static const PvEgaliteInstitution *
find_mine (PvEgaliteSection *self)
{
  for (guint i = 0; i < self->fiche->institutions->len; i++)
    {
      const PvEgaliteInstitution *institution =
          &g_array_index (self->fiche->institutions, PvEgaliteInstitution, i);

      if (institution->id == self->institution_id)
        return institution;
    }

  return NULL;
}

static void
show_mine (PvEgaliteSection *self, const PvInstructionAgent *agent, gboolean editable)
{
  const PvEgaliteInstitution *mine = find_mine (self);
  g_autofree char *title =
      mine != NULL ? g_strdup_printf (_ ("Answers: %s"), mine->nom) : g_strdup (_ ("My answers"));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->nobody, mine == NULL ? pv_instruction_agent_get_refusal (agent) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), mine == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->arbre), mine != NULL);
  pv_egalite_arbre_allow (self->arbre, editable && pv_instruction_agent_get_refusal (agent) == NULL,
                          FALSE);
  if (mine != NULL)
    pv_egalite_arbre_show (self->arbre, &mine->reponses, self->fiche->criteres);
}

static void
show_badge (PvEgaliteSection *self)
{
  gint64 marque = self->fiche->marqueur->valeur;
  g_autofree char *badge = NULL;

  if (pv_egalite_fiche_get_accord (self->fiche) == PV_EGALITE_ACCORD_DIFFERENT &&
      self->fiche->marqueur->justification == NULL)
    badge = g_strdup_printf ("⚠ %d", (int)marque);
  else
    badge = marque != PV_INT_NULL ? g_strdup_printf ("%d", (int)marque) : g_strdup ("–");
  pv_dossier_section_set_badge (PV_DOSSIER_SECTION (self), badge);
}

static void
pv_egalite_section_load (PvDossierSection *section)
{
  PvEgaliteSection *self = PV_EGALITE_SECTION (section);
  PvContext *context = get_context (self);
  PvDb *db = pv_context_get_reader (context);
  g_autoptr (PvInstructionAgent) agent = pv_instruction_agent_load (context);
  g_autofree char *detail = g_strdup_printf ("dossier=%" G_GINT64_FORMAT, get_dossier (self));
  gboolean editable = pv_context_can_edit (context);

  g_clear_pointer (&self->fiche, pv_egalite_fiche_free);
  self->institution_id = agent->institution_id;
  if (!pv_axe_store_find_by_code (db, PV_AXE_EGALITE, &self->axe_id, NULL))
    return;
  self->fiche = pv_egalite_fiche_load (db, get_dossier (self), self->axe_id, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->fiche != NULL);
  if (self->fiche == NULL)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "(ss)", "egalite", detail);
  show_mine (self, agent, editable);
  pv_egalite_institutions_show (self->institutions, self->fiche, FALSE);
  pv_egalite_marque_show (self->marque, self->fiche, editable);
  show_badge (self);
}

/* A control of the marking leads to the mark, or to why it is that. */
static gboolean
pv_egalite_section_show_field (PvDossierSection *section,
                               const char *table,
                               gint64 key,
                               const char *column)
{
  if (g_strcmp0 (table, "marqueur") != 0)
    return FALSE;
  pv_egalite_marque_focus_justification (PV_EGALITE_SECTION (section)->marque);

  return TRUE;
}

/* --- answering --------------------------------------------------------------------------- */

/* The next key must find what this one did. */
static void
answered_cb (PvEgaliteSection *self, int question, int reponse)
{
  pv_egalite_acte_repondre (GTK_WIDGET (self), get_context (self), get_dossier (self), self->axe_id,
                            self->institution_id, (PvEgaliteQuestion)question,
                            (PvEgaliteReponse)reponse);
  pv_egalite_section_load (PV_DOSSIER_SECTION (self));
}

static void
marked_cb (PvEgaliteSection *self, gint64 mark)
{
  pv_egalite_acte_marquer (GTK_WIDGET (self), get_context (self), get_dossier (self), self->axe_id,
                           mark);
  pv_egalite_section_load (PV_DOSSIER_SECTION (self));
}

static void
justified_cb (PvEgaliteSection *self, const char *text, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (!pv_egalite_acte_justifier (get_context (self), get_dossier (self), self->axe_id, text,
                                  &error))
    *reason = g_strdup (error->message);
}

static void
dated_cb (PvEgaliteSection *self, const char *day, const char *meeting, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (!pv_egalite_acte_dater (get_context (self), get_dossier (self), self->axe_id, day, meeting,
                              &error))
    *reason = g_strdup (error->message);
}

/* --- the object -------------------------------------------------------------------------- */

static void
pv_egalite_section_dispose (GObject *object)
{
  PvEgaliteSection *self = PV_EGALITE_SECTION (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_EGALITE_SECTION);
  g_clear_pointer (&self->fiche, pv_egalite_fiche_free);

  G_OBJECT_CLASS (pv_egalite_section_parent_class)->dispose (object);
}

static void
pv_egalite_section_class_init (PvEgaliteSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_egalite_section_dispose;
  section_class->load = pv_egalite_section_load;
  section_class->show_field = pv_egalite_section_show_field;

  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_EGALITE_ARBRE);
  g_type_ensure (PV_TYPE_EGALITE_INSTITUTIONS);
  g_type_ensure (PV_TYPE_EGALITE_MARQUE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteSection, title);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteSection, nobody);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteSection, arbre);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteSection, open_button);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteSection, institutions);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteSection, marque);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, marked_cb);
  gtk_widget_class_bind_template_callback (widget_class, justified_cb);
  gtk_widget_class_bind_template_callback (widget_class, dated_cb);
}

static void
pv_egalite_section_init (PvEgaliteSection *self)
{
  self->axe_id = PV_INT_NULL;
  self->institution_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}
