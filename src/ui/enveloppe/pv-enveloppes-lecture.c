/* pv-enveloppes-lecture.c: what the page of envelopes reads in a worker
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppes-lecture.h"

#include "enveloppe/pv-enveloppe-cause.h"

static void
exces_free (gpointer data)
{
  PvEnveloppeExces *self = data;

  g_free (self->titre);
  g_free (self->motif);
  g_free (self->motif_le);
  g_free (self);
}

void
pv_enveloppes_lecture_free (PvEnveloppesLecture *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->etats, g_ptr_array_unref);
  g_clear_pointer (&self->exces, g_ptr_array_unref);
  g_free (self);
}

static gboolean
add_exces (PvEnveloppesLecture *self, PvDb *db, const PvEnveloppeNoeud *noeud, GError **error)
{
  PvEnveloppeExces *exces;
  g_autoptr (GPtrArray) causes =
      pv_enveloppe_cause_list (db, noeud->enveloppe_id, noeud->situation.montant_cents, error);

  if (causes == NULL)
    return FALSE;
  exces = g_new0 (PvEnveloppeExces, 1);
  exces->enveloppe_id = noeud->enveloppe_id;
  exces->titre = g_strdup (noeud->titre);
  exces->exces_cents = -pv_enveloppe_noeud_get_reste (noeud);
  exces->n_dossiers = causes->len;
  exces->motif = g_strdup (noeud->motif);
  exces->motif_le = g_strdup (noeud->motif_le);
  g_ptr_array_add (self->exces, exces);

  return TRUE;
}

static gboolean
add_below (PvEnveloppesLecture *self, PvDb *db, GPtrArray *noeuds, GError **error)
{
  for (guint i = 0; i < noeuds->len; i++)
    {
      const PvEnveloppeNoeud *noeud = noeuds->pdata[i];

      if (noeud->enveloppe_id != PV_INT_NULL &&
          pv_enveloppe_situation_is_depassee (&noeud->situation) &&
          !add_exces (self, db, noeud, error))
        return FALSE;
      if (!add_below (self, db, noeud->enfants, error))
        return FALSE;
    }

  return TRUE;
}

gpointer
pv_enveloppes_lecture_run (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  gint64 exercice = *(gint64 *)query_data;
  g_autoptr (PvEnveloppesLecture) self = g_new0 (PvEnveloppesLecture, 1);
  g_autoptr (PvEnveloppeArbre) arbre = pv_enveloppe_arbre_load (db, exercice, error);

  self->exces = g_ptr_array_new_with_free_func (exces_free);
  if (arbre == NULL || !add_below (self, db, arbre->racines, error))
    return NULL;
  self->etats = pv_enveloppe_regle_etat_list (db, exercice, PV_INT_NULL, error);

  return self->etats != NULL ? g_steal_pointer (&self) : NULL;
}
