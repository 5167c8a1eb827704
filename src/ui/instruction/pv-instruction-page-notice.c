/* pv-instruction-page-notice.c: what keeps from marking, and what to do
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "grille/pv-grille-service.h"
#include "instruction/pv-instruction-page-private.h"
#include "pv-date.h"

typedef struct
{
  PvSeverite severite;
  char *text;
  const char *button; /* (nullable) */
  const char *action;
  const char *page; /* of win.goto, (nullable) */
  const char *detail;
} Notice;

static char *
submitted_text (PvInstructionPage *self)
{
  const PvInstruction *soumise = self->fiche->courante;
  g_autofree char *day = soumise->soumise_a != NULL ? g_strndup (soumise->soumise_a, 10) : NULL;
  g_autofree char *date = day != NULL ? pv_date_format_french (day, PV_DATE_FORMAT_LONG) : NULL;

  if (date == NULL)
    return g_strdup (_ ("This avis is submitted. A change makes a new version; this one is "
                        "kept."));
  if (self->fiche->agent == NULL)
    return g_strdup_printf (_ ("This avis was submitted on %s. A change makes a new version; this "
                               "one is kept."),
                            date);

  return g_strdup_printf (_ ("This avis was submitted on %s by %s. A change makes a new version; "
                             "this one is kept."),
                          date, self->fiche->agent);
}

/* What is submitted is shown as it was marked, be it on a grid that no longer counts. */
static char *
submitted_elsewhere_text (PvInstructionPage *self)
{
  guint n = self->fiche->n_ailleurs;
  g_autofree char *text =
      self->fiche->refus != NULL ? g_strdup (self->fiche->refus) : submitted_text (self);
  g_autofree char *elsewhere = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Its %u mark is on the grid “%s”, which the dossier’s call does not use any "
                   "more: it is kept and does not count.",
                   "Its %u marks are on the grid “%s”, which the dossier’s call does not use any "
                   "more: they are kept and do not count.",
                   n),
      n, self->fiche->ailleurs);

  return n > 0 ? g_strdup_printf ("%s %s", text, elsewhere) : g_steal_pointer (&text);
}

static char *
elsewhere_text (PvInstructionPage *self)
{
  guint n = self->fiche->n_ailleurs;

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u mark was given on the grid “%s”, which the dossier’s call does not use any "
                   "more. It is kept and does not count: mark the grid below.",
                   "%u marks were given on the grid “%s”, which the dossier’s call does not use "
                   "any more. They are kept and do not count: mark the grid below.",
                   n),
      n, self->fiche->ailleurs);
}

static char *
grid_problem (PvInstructionPage *self)
{
  char *reason = NULL;

  if (self->fiche->grille == NULL)
    return g_strdup (_ ("The dossier’s call has no grid: only the avis and the amounts are given. "
                        "A grid is chosen in Settings, Grids."));
  if (!pv_grille_check_criteres (self->fiche->criteres, &reason))
    return reason;

  return NULL;
}

/* The first that applies. */
static gboolean
find_notice (PvInstructionPage *self, Notice *notice)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  const char *refusal = pv_instruction_agent_get_refusal (self->moi);
  const PvInstruction *courante = self->fiche->courante;

  notice->severite = PV_SEVERITE_WARNING;
  if (pv_context_get_refusal (context) != NULL)
    notice->text = g_strdup (pv_context_get_refusal (context));
  else if (refusal != NULL)
    {
      notice->text = g_strdup (refusal);
      notice->button = _ ("_Settings");
      notice->page = "parametres";
      notice->detail = "agent";
    }
  else if (courante != NULL && courante->etat == PV_INSTRUCTION_ETAT_SOUMISE)
    {
      notice->severite = self->fiche->n_ailleurs > 0 ? PV_SEVERITE_WARNING : PV_SEVERITE_INFO;
      notice->text = submitted_elsewhere_text (self);
      notice->button = self->fiche->refus == NULL ? _ ("_Change") : NULL;
      notice->action = "instruction.reopen";
    }
  else if (self->fiche->refus != NULL)
    {
      notice->text = g_strdup (self->fiche->refus);
      notice->button = _ ("Open the _Dossier");
      notice->action = "instruction.dossier";
    }
  else if ((notice->text = grid_problem (self)) != NULL)
    {
      notice->button = _ ("_Settings");
      notice->page = "parametres";
      notice->detail = "grille";
    }
  else if (self->fiche->n_ailleurs > 0)
    notice->text = elsewhere_text (self);
  else if (self->fiche->soumise != NULL)
    {
      notice->severite = PV_SEVERITE_INFO;
      notice->text = g_strdup_printf (
          _ ("Version %d in preparation: the avis submitted before counts until this one is."),
          (int)courante->version);
    }

  return notice->text != NULL;
}

void
pv_instruction_page_show_notice (PvInstructionPage *self)
{
  Notice notice = { 0 };
  gboolean some = find_notice (self, &notice);

  gtk_widget_set_visible (self->notice, some);
  if (!some)
    return;
  pv_severity_icon_set_severite (self->notice_icon, notice.severite);
  if (notice.severite == PV_SEVERITE_INFO)
    gtk_widget_add_css_class (self->notice, "info");
  else
    gtk_widget_remove_css_class (self->notice, "info");
  gtk_label_set_label (self->notice_label, notice.text);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_button), notice.button != NULL);
  if (notice.button != NULL)
    {
      gtk_button_set_label (self->notice_button, notice.button);
      gtk_button_set_use_underline (self->notice_button, TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_button), NULL);
      gtk_actionable_set_action_target_value (
          GTK_ACTIONABLE (self->notice_button),
          notice.page != NULL ? g_variant_new ("(ss)", notice.page, notice.detail) : NULL);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->notice_button),
                                      notice.page != NULL ? "win.goto" : notice.action);
    }
  g_free (notice.text);
}
