/* pv-proces-verbal-texte.c: the words of the minutes of a séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv/pv-proces-verbal-texte.h"

#include "imprime/pv-imprime.h"

char *
pv_proces_verbal_texte_titre (const PvProcesVerbal *self)
{
  return g_strdup (self->close ? "Procès-verbal" : "Projet de procès-verbal");
}

/* « 14 h 04 », on the clock of the reader. */
static char *
format_heure (const char *instant)
{
  g_autoptr (GDateTime) utc = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_strdup_printf ("%d\302\240h\302\240%02d", g_date_time_get_hour (local),
                                          g_date_time_get_minute (local))
                       : NULL;
}

char *
pv_proces_verbal_texte_heures (const PvProcesVerbal *self)
{
  g_autofree char *ouverte = format_heure (self->ouverte_a);
  g_autofree char *close = format_heure (self->close_a);

  if (ouverte == NULL)
    return NULL;

  return close != NULL ? g_strdup_printf ("ouverte à %s, close à %s", ouverte, close)
                       : g_strdup_printf ("ouverte à %s", ouverte);
}

char *
pv_proces_verbal_texte_nombre (guint n, const char *un, const char *plusieurs)
{
  return g_strdup_printf ("%u\302\240%s", n, n < 2 ? un : plusieurs);
}

char *
pv_proces_verbal_texte_quorum (const PvProcesVerbal *self)
{
  g_autofree char *presents =
      pv_proces_verbal_texte_nombre (self->n_presents, "membre présent", "membres présents");

  if (self->quorum == PV_INT_NULL)
    return g_strdup_printf ("%s sur %u. Aucun quorum n’est fixé.", presents, self->presences->len);

  return g_strdup_printf ("%s sur %u. Quorum de %" G_GINT64_FORMAT "\302\240: %s.", presents,
                          self->presences->len, self->quorum,
                          self->n_presents >= self->quorum ? "atteint" : "non atteint");
}

const char *
pv_proces_verbal_texte_montant (const PvProcesVerbal *self)
{
  return self->effet_decision ? "Arbitré" : "Avis";
}

const char *
pv_proces_verbal_texte_presence (const PvProcesVerbalPresence *presence)
{
  if (presence->present == PV_INT_NULL)
    return "non relevé";

  return presence->present == 1 ? "présent" : "absent";
}

char *
pv_proces_verbal_texte_deports (const PvProcesVerbalDossier *dossier)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dossier->deports->len; i++)
    {
      const PvProcesVerbalDeport *deport = dossier->deports->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", deport->institution);
      if (deport->motif != NULL)
        g_string_append_printf (text, " (%s)", deport->motif);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

const char *
pv_proces_verbal_texte_reserve (guint decision)
{
  static const char *const titres[PV_N_PROCES_VERBAL_DECISIONS] = {
    "Réserve", "Réserve", "Motif", "Motif", "Motif", "Réserve",
  };

  g_return_val_if_fail (decision < PV_N_PROCES_VERBAL_DECISIONS, NULL);

  return titres[decision];
}

const char *
pv_proces_verbal_texte_encre (guint decision)
{
  static const char *const encres[PV_N_PROCES_VERBAL_DECISIONS] = {
    PV_ENCRE_SUCCES, PV_ENCRE_RESERVE, PV_ENCRE_ACCENT,
    PV_ENCRE_ERREUR, PV_ENCRE_VIOLET,  PV_ENCRE_SECONDAIRE,
  };

  g_return_val_if_fail (decision < PV_N_PROCES_VERBAL_DECISIONS, NULL);

  return encres[decision];
}
