/* pv-classement-phrase.c: where the line passes, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "classement/pv-classement-vue-private.h"
#include "widget/pv-format.h"

static const PvClassementLigne *
get_ligne (const PvClassement *self, guint i)
{
  return &g_array_index (self->lignes, PvClassementLigne, i);
}

static PvCents
sum_beyond (const PvClassement *self)
{
  return self->demande == PV_CENTS_NULL ? PV_CENTS_NULL : self->demande - self->consomme;
}

static void
append_all_fit (GString *text, const PvClassement *self)
{
  g_autofree char *enveloppe = pv_amount_to_text (self->enveloppe);
  g_autofree char *consomme = pv_amount_to_text (self->consomme);
  g_autofree char *reste = pv_amount_to_text (self->enveloppe - self->consomme);

  /* Translators: three amounts: of the envelope, taken, left. */
  g_string_append_printf (text,
                          _ ("%s is enough for all ranked dossiers: they take %s, %s is left."),
                          enveloppe, consomme, reste);
}

static void
append_line (GString *text, const PvClassement *self)
{
  g_autofree char *enveloppe = pv_amount_to_text (self->enveloppe);
  g_autofree char *consomme = pv_amount_to_text (self->consomme);
  g_autofree char *dela = pv_amount_to_text (sum_beyond (self));
  g_autofree char *n = pv_count_to_text (self->n_dessous);
  g_autofree char *rang =
      self->coupure > 0 ? pv_count_to_text (get_ligne (self, self->coupure - 1)->rang) : NULL;

  if (rang == NULL)
    g_string_append_printf (text, _ ("The first rank already asks for more than %s."), enveloppe);
  else
    /* Translators: a rank, then two amounts: taken, of the envelope. */
    g_string_append_printf (text, _ ("The line passes after rank %s: %s of %s."), rang, consomme,
                            enveloppe);
  g_string_append_c (text, ' ');
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s dossier is beyond it, for %s.",
                                       "%s dossiers are beyond it, for %s.", self->n_dessous),
                          n, dela);
  if (self->n_ex_aequo > 1)
    {
      g_autofree char *ex_aequo = pv_count_to_text (self->n_ex_aequo);
      g_autofree char *suivant = pv_count_to_text (get_ligne (self, self->coupure)->rang);

      g_string_append_c (text, ' ');
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE, "%s dossier of rank %s does not fit: to decide.",
                       "The %s dossiers of rank %s do not fit together: to decide.",
                       self->n_ex_aequo),
          ex_aequo, suivant);
    }
}

char *
pv_classement_to_phrase (const PvClassement *classement)
{
  GString *text = g_string_new (NULL);

  if (classement->enveloppe == PV_CENTS_NULL)
    g_string_append (text, _ ("No amount to compare with: no line is drawn."));
  else if (classement->coupure == classement->n_classes)
    append_all_fit (text, classement);
  else
    append_line (text, classement);

  g_string_append_c (text, ' ');
  if (classement->n_sollicites == 0)
    g_string_append (text, _ ("Amounts: proposed."));
  else
    {
      g_autofree char *n = pv_count_to_text (classement->n_sollicites);

      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE, "Amounts: proposed, else requested (%s dossier, with a *).",
                       "Amounts: proposed, else requested (%s dossiers, with a *).",
                       classement->n_sollicites),
          n);
    }

  return g_string_free (text, FALSE);
}
