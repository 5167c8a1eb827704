/* pv-session-mots.c: what both windows of a séance say of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-mots.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pv-date.h"
#include "pv-number.h"
#include "widget/pv-format.h"

static const struct
{
  const char *icon;
  const char *css_class;
  const char *words;
} decisions[PV_N_DECISION_GENRES] = {
  [PV_DECISION_GENRE_PROGRAMME] = { "pv-statut-programme-symbolic", "pv-success",
                                    NC_ ("decision", "Granted") },
  [PV_DECISION_GENRE_SOUS_RESERVE] = { "pv-statut-programme-sous-reserve-symbolic", "pv-warning",
                                       NC_ ("decision", "Granted with a reserve") },
  [PV_DECISION_GENRE_AJOURNE] = { "pv-statut-ajourne-symbolic", "secondary",
                                  NC_ ("decision", "Adjourned") },
  [PV_DECISION_GENRE_REFUSE] = { "pv-statut-refuse-symbolic", "pv-error",
                                 NC_ ("decision", "Refused") },
  [PV_DECISION_GENRE_REORIENTE] = { "pv-statut-reoriente-symbolic", "secondary",
                                    NC_ ("decision", "Redirected") },
};

const char *
pv_session_decision_to_icon_name (PvDecisionGenre decision)
{
  return decision == PV_DECISION_GENRE_NULL ? "pv-avis-attendu-symbolic" : decisions[decision].icon;
}

const char *
pv_session_decision_to_css_class (PvDecisionGenre decision)
{
  return decision == PV_DECISION_GENRE_NULL ? "secondary" : decisions[decision].css_class;
}

char *
pv_session_decision_dup_words (PvDecisionGenre decision)
{
  if (decision == PV_DECISION_GENRE_NULL)
    return g_strdup (_ ("Not decided yet"));

  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "decision", decisions[decision].words));
}

char *
pv_session_ecart_to_text (PvCents before, PvCents after)
{
  g_autofree char *amount = NULL;

  if (before == PV_CENTS_NULL || after == PV_CENTS_NULL)
    return g_strdup ("");
  if (before == after)
    return g_strdup ("=");
  amount = pv_amount_to_text (after - before);

  return after > before ? g_strconcat ("+", amount, NULL) : g_steal_pointer (&amount);
}

char *
pv_session_points_to_text (gint64 hundredths)
{
  return hundredths == PV_INT_NULL ? g_strdup (PV_TEXT_NULL)
                                   : g_strdup_printf ("%" G_GINT64_FORMAT ",%02d", hundredths / 100,
                                                      (int)(hundredths % 100));
}

char *
pv_session_rang_to_text (const PvSeanceFiche *fiche)
{
  if (fiche->score_rang == PV_INT_NULL)
    return NULL;

  return g_strdup_printf (_ ("%d of %d"), (int)fiche->score_rang, (int)fiche->n_scores);
}

char *
pv_session_deports_to_text (const PvSeanceFiche *fiche)
{
  guint n = fiche->deports->len;

  return n == 0
             ? NULL
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u recusal", "%u recusals", n), n);
}

char *
pv_session_deports_to_names (const PvSeanceFiche *fiche)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < fiche->deports->len; i++)
    {
      const PvDeport *deport = fiche->deports->pdata[i];

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", deport->institution);
      if (deport->motif != NULL && *deport->motif != '\0')
        g_string_append_printf (names, " (%s)", deport->motif);
    }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

char *
pv_session_suite_to_text (const PvSeanceFiche *fiche)
{
  const PvDecision *decision = fiche->decision;

  if (decision->decision == PV_DECISION_GENRE_AJOURNE && fiche->ajourne_seance != NULL)
    return g_strdup_printf (_ ("Comes back at: %s"), fiche->ajourne_seance);
  if (decision->decision == PV_DECISION_GENRE_SOUS_RESERVE && decision->reserve != NULL &&
      *decision->reserve != '\0')
    return g_strdup (decision->reserve);

  return NULL;
}

gboolean
pv_session_manque_is_alert (const PvSeanceFiche *fiche)
{
  PvDecisionGenre genre = fiche->decision->decision;

  return fiche->table.manque_cents != PV_CENTS_NULL && fiche->table.manque_cents != 0 &&
         (genre == PV_DECISION_GENRE_NULL || pv_decision_genre_finance (genre));
}

PvCents
pv_session_get_reste (const PvSeanceJournal *journal)
{
  PvCents reste = PV_CENTS_NULL;

  for (guint i = 0; i < journal->enveloppes->len; i++)
    {
      const PvSeanceEnveloppe *enveloppe = journal->enveloppes->pdata[i];

      if (enveloppe->reste_cents != PV_CENTS_NULL)
        reste = (reste == PV_CENTS_NULL ? 0 : reste) + enveloppe->reste_cents;
    }

  return reste;
}

char *
pv_session_dup_date (const PvSeanceResume *resume)
{
  g_autofree char *date = pv_date_format_french (resume->seance->date_le, PV_DATE_FORMAT_LONG);

  /* Translators: a date, then the rank of the meeting in the year. */
  return g_strdup_printf (_ ("%s, séance %d"), date, (int)resume->numero);
}

/* "axe E2", "Axe E2 Accès à l’emploi": the code stands before the first space. */
static char *
dup_axe (const PvSeanceFiche *fiche, gboolean court)
{
  g_autofree char *code = NULL;
  const char *space;

  if (fiche->axe == NULL)
    return NULL;
  if (!court)
    return g_strdup_printf (_ ("Axis %s"), fiche->axe);
  space = strchr (fiche->axe, ' ');
  code =
      space != NULL ? g_strndup (fiche->axe, (gsize)(space - fiche->axe)) : g_strdup (fiche->axe);

  return g_strdup_printf (_ ("axis %s"), code);
}

/* "Tourcoing, La Bourgogne et Phalempins" */
static char *
dup_lieu (const PvDossierResume *resume)
{
  if (resume->communes != NULL && resume->quartiers != NULL)
    return g_strdup_printf ("%s, %s", resume->communes, resume->quartiers);

  return g_strdup (resume->communes != NULL ? resume->communes : resume->quartiers);
}

char *
pv_session_meta_to_text (const PvSeanceFiche *fiche, const char *separator, gboolean court)
{
  const char *nature = pv_dossier_nature_to_libelle (fiche->dossier->dossier->nature);
  g_autofree char *quiet = nature != NULL ? g_utf8_strdown (nature, -1) : NULL;
  g_autofree char *lieu = dup_lieu (fiche->apercu->resume);
  g_autofree char *axe = dup_axe (fiche, court);
  const char *parts[] = { lieu, axe, court ? quiet : nature };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[i]);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* --- avis --------------------------------------------------------------------------------- */

void
pv_session_avis_clear (PvSessionAvis *self)
{
  g_clear_pointer (&self->institutions, g_free);
}

static void
append_avis (GArray *list, const GPtrArray *all, PvAvis avis)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const PvApercuAvis *given = all->pdata[i];

      if (given->avis == avis)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", given->institution);
    }
  if (names->len > 0)
    {
      PvSessionAvis line = { avis, g_string_free (g_steal_pointer (&names), FALSE) };

      g_array_append_val (list, line);
    }
}

GArray *
pv_session_list_avis (const PvSeanceFiche *fiche)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (PvSessionAvis));

  g_array_set_clear_func (list, (GDestroyNotify)pv_session_avis_clear);
  for (int i = 0; i < PV_N_AVIS; i++)
    append_avis (list, fiche->apercu->avis, (PvAvis)i);
  append_avis (list, fiche->apercu->avis, PV_AVIS_NULL);

  return list;
}

const char *
pv_session_avis_to_words (PvAvis avis)
{
  static const char *const words[PV_N_AVIS] = {
    [PV_AVIS_FAVORABLE] = NC_ ("avis", "Favorable"),
    [PV_AVIS_FAVORABLE_AVEC_RESERVES] = NC_ ("avis", "With reservations"),
    [PV_AVIS_DEFAVORABLE] = NC_ ("avis", "Unfavorable"),
    [PV_AVIS_A_REORIENTER] = NC_ ("avis", "To redirect"),
    [PV_AVIS_NE_SE_PRONONCE_PAS] = NC_ ("avis", "No opinion"),
  };

  return avis == PV_AVIS_NULL ? C_ ("avis", "Awaited")
                              : g_dpgettext2 (GETTEXT_PACKAGE, "avis", words[avis]);
}
