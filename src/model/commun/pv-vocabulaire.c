/* pv-vocabulaire.c: closed lists of words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-vocabulaire.h"

const char *
pv_vocabulaire_to_id (const PvVocabulaire *self, int valeur)
{
  g_return_val_if_fail (valeur >= -1 && valeur < (int)self->n, NULL);

  return valeur < 0 ? NULL : self->mots[valeur].id;
}

const char *
pv_vocabulaire_to_libelle (const PvVocabulaire *self, int valeur)
{
  g_return_val_if_fail (valeur >= -1 && valeur < (int)self->n, NULL);

  return valeur < 0 ? NULL : self->mots[valeur].libelle;
}

int
pv_vocabulaire_from_id (const PvVocabulaire *self, const char *id)
{
  for (guint i = 0; i < self->n; i++)
    if (g_strcmp0 (self->mots[i].id, id) == 0)
      return (int)i;

  return -1;
}
