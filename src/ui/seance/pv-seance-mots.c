/* pv-seance-mots.c: a séance in words and icons
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-mots.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-format.h"

static const struct
{
  const char *icon;
  const char *css_class;
  const char *words;
} etats[] = {
  [PV_SEANCE_ETAT_PREPAREE] = { "document-edit-symbolic", NULL, NC_ ("séance", "Prepared") },
  [PV_SEANCE_ETAT_OUVERTE] = { "media-playback-start-symbolic", "pv-success",
                               NC_ ("séance", "Open") },
  [PV_SEANCE_ETAT_CLOSE] = { "changes-prevent-symbolic", "secondary", NC_ ("séance", "Closed") },
};

const char *
pv_seance_etat_to_icon_name (PvSeanceEtat etat)
{
  return etat == PV_SEANCE_ETAT_NULL ? NULL : etats[etat].icon;
}

const char *
pv_seance_etat_to_css_class (PvSeanceEtat etat)
{
  return etat == PV_SEANCE_ETAT_NULL ? NULL : etats[etat].css_class;
}

const char *
pv_seance_etat_to_words (PvSeanceEtat etat)
{
  return etat == PV_SEANCE_ETAT_NULL ? PV_TEXT_NULL
                                     : g_dpgettext2 (GETTEXT_PACKAGE, "séance", etats[etat].words);
}

char *
pv_seance_dup_title (const PvSeanceResume *resume)
{
  g_return_val_if_fail (resume != NULL, NULL);

  /* Translators: an instance, then the rank of its meeting in the year. */
  return g_strdup_printf (_ ("%s, séance %d"), resume->instance, (int)resume->numero);
}

char *
pv_seance_dup_label (const PvSeanceResume *resume)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (resume != NULL, NULL);

  date = pv_date_format_french (resume->seance->date_le, PV_DATE_FORMAT_LONG);

  return g_strdup_printf ("%s, %s", resume->instance, date);
}

static char *
dup_presents (const PvSeanceResume *resume)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member present of %u",
                                       "%u members present of %u", resume->n_presents),
                          resume->n_presents, resume->n_membres);
}

char *
pv_seance_dup_subtitle (const PvSeanceResume *resume)
{
  g_autofree char *date = NULL;
  g_autofree char *presents = NULL;
  g_autofree char *dossiers = NULL;

  g_return_val_if_fail (resume != NULL, NULL);

  date = pv_date_format_french (resume->seance->date_le, PV_DATE_FORMAT_LONG);
  presents = dup_presents (resume);
  dossiers = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dossier", "%u dossiers", resume->n_dossiers),
      resume->n_dossiers);

  return g_strdup_printf ("%s · %s · %s · %s", date,
                          pv_seance_etat_to_libelle (resume->seance->etat), dossiers, presents);
}

char *
pv_seance_dup_quorum (const PvSeanceResume *resume)
{
  g_autofree char *presents = NULL;

  g_return_val_if_fail (resume != NULL, NULL);

  presents = dup_presents (resume);
  if (resume->quorum == PV_INT_NULL)
    return g_strdup_printf (_ ("%s, no quorum is asked"), presents);
  if (pv_seance_resume_has_quorum (resume))
    return g_strdup_printf (_ ("%s, quorum of %d reached"), presents, (int)resume->quorum);

  return g_strdup_printf (_ ("%s, quorum of %d not reached"), presents, (int)resume->quorum);
}

char *
pv_seance_dup_decides (const PvSeanceResume *resume)
{
  g_return_val_if_fail (resume != NULL, NULL);

  return resume->seance->etat == PV_SEANCE_ETAT_PREPAREE || resume->n_dossiers == 0
             ? g_strdup (PV_TEXT_NULL)
             : g_strdup_printf (_ ("%u of %u"), resume->n_decides, resume->n_dossiers);
}
