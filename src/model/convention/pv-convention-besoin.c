/* pv-convention-besoin.c: where the law asks for a convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-besoin.h"

static void
besoin_clear (gpointer data)
{
  PvConventionBesoin *self = data;

  g_free (self->financeur);
  g_free (self->organisme);
  g_free (self->source);
  g_free (self->notifie_le);
  g_free (self->convention_numero);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

PvConventionBesoin *
pv_convention_besoin_ref (PvConventionBesoin *self)
{
  return g_rc_box_acquire (self);
}

void
pv_convention_besoin_unref (PvConventionBesoin *self)
{
  g_rc_box_release_full (self, besoin_clear);
}

gboolean
pv_convention_besoin_has_dossier (const PvConventionBesoin *self, gint64 dossier_id)
{
  for (guint i = 0; i < self->parts->len; i++)
    if (((const PvConventionPart *)self->parts->pdata[i])->dossier_id == dossier_id)
      return TRUE;

  return FALSE;
}
