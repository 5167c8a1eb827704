/* pv-enveloppe-arbre.c: the envelopes of a year, by funder, with what they have given
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-arbre-private.h"

#include <glib/gi18n-lib.h>

static void
noeud_free (gpointer data)
{
  PvEnveloppeNoeud *self = data;

  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->titre);
  g_free (self->libelle);
  g_free (self->financeur);
  g_free (self->dispositif);
  g_free (self->commune);
  g_free (self->motif);
  g_free (self->motif_le);
  g_free (self->motif_agent);
  g_ptr_array_unref (self->enfants);
  g_free (self);
}

PvEnveloppeNoeud *
pv_enveloppe_noeud_new (void)
{
  PvEnveloppeNoeud *self = g_new0 (PvEnveloppeNoeud, 1);

  self->enveloppe_id = self->parent_id = self->financeur_id = self->dispositif_id = PV_INT_NULL;
  self->section = PV_SECTION_NULL;
  self->montant_propre_cents = self->situation.montant_cents = PV_CENTS_NULL;
  self->enfants = g_ptr_array_new_with_free_func (noeud_free);

  return self;
}

static void
clear (gpointer data)
{
  PvEnveloppeArbre *self = data;

  g_ptr_array_unref (self->racines);
  noeud_free (self->total);
}

PvEnveloppeArbre *
pv_enveloppe_arbre_ref (PvEnveloppeArbre *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
pv_enveloppe_arbre_unref (PvEnveloppeArbre *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* --- adding up ------------------------------------------------------------------------- */

static void
add_noeud (PvEnveloppeNoeud *to, const PvEnveloppeNoeud *from)
{
  PvEnveloppeSituation *sum = &to->situation;
  const PvEnveloppeSituation *one = &from->situation;

  pv_money_add (sum->montant_cents, one->montant_cents, &sum->montant_cents);
  sum->n_inconnus += one->n_inconnus;
  for (guint i = 0; i < PV_N_ETAPES; i++)
    {
      sum->etape_cents[i] += one->etape_cents[i];
      to->parts_cents[i] += from->parts_cents[i];
    }
  sum->engage_cents += one->engage_cents;
  sum->arbitre_ou_plus_cents += one->arbitre_ou_plus_cents;
  sum->ajourne_cents += one->ajourne_cents;
  sum->n_financements += one->n_financements;
  to->n_feuilles += from->n_feuilles;
  to->n_depassees += from->n_depassees;
}

/* A leaf counts itself, what is divided only its parts. */
static void
sum_up (PvEnveloppeNoeud *self)
{
  self->feuille = self->enveloppe_id != PV_INT_NULL && self->enfants->len == 0;
  if (self->feuille)
    {
      self->n_feuilles = 1;
      self->situation.n_inconnus = self->situation.montant_cents == PV_CENTS_NULL;
      self->n_depassees = pv_enveloppe_situation_is_depassee (&self->situation);
      return;
    }

  self->montant_propre_cents = self->situation.montant_cents;
  self->situation = (PvEnveloppeSituation){ .montant_cents = PV_CENTS_NULL };
  for (guint i = 0; i < PV_N_ETAPES; i++)
    self->parts_cents[i] = 0;
  for (guint i = 0; i < self->enfants->len; i++)
    {
      sum_up (self->enfants->pdata[i]);
      add_noeud (self, self->enfants->pdata[i]);
    }
}

/* --- the tree --------------------------------------------------------------------------- */

/* The line of the funder of an envelope, made when it is not there. */
static PvEnveloppeNoeud *
take_group (PvEnveloppeArbre *self, const PvEnveloppeNoeud *racine)
{
  PvEnveloppeNoeud *group;

  for (guint i = 0; i < self->racines->len; i++)
    if (((PvEnveloppeNoeud *)self->racines->pdata[i])->financeur_id == racine->financeur_id)
      return self->racines->pdata[i];

  group = pv_enveloppe_noeud_new ();
  group->financeur_id = racine->financeur_id;
  group->communale = racine->communale;
  group->financeur = g_strdup (racine->financeur);
  group->titre = g_strdup (racine->financeur);
  g_ptr_array_add (self->racines, group);

  return group;
}

/* A funder that has one envelope is that envelope. */
static void
merge_lonely (PvEnveloppeArbre *self)
{
  for (guint i = 0; i < self->racines->len; i++)
    {
      PvEnveloppeNoeud *group = self->racines->pdata[i];

      if (group->enfants->len == 1)
        {
          PvEnveloppeNoeud *only = g_ptr_array_steal_index (group->enfants, 0);

          g_free (only->titre);
          only->titre = g_strdup (only->financeur);
          g_ptr_array_insert (self->racines, (int)i, only);
          g_ptr_array_remove_index (self->racines, i + 1);
        }
    }
}

/* Communes are many: they come together, last. */
static void
gather_communes (PvEnveloppeArbre *self)
{
  PvEnveloppeNoeud *communes;
  guint n = 0;

  for (guint i = 0; i < self->racines->len; i++)
    n += ((PvEnveloppeNoeud *)self->racines->pdata[i])->communale ? 1 : 0;
  if (n < 2)
    return;

  communes = pv_enveloppe_noeud_new ();
  communes->financeur_id = PV_ENVELOPPE_COMMUNES;
  communes->titre = g_strdup (_ ("Communes"));
  for (guint i = 0; i < self->racines->len;)
    {
      PvEnveloppeNoeud *racine = self->racines->pdata[i];

      if (racine->communale)
        g_ptr_array_add (communes->enfants, g_ptr_array_steal_index (self->racines, i));
      else
        i++;
    }
  g_ptr_array_add (self->racines, communes);
}

PvEnveloppeArbre *
pv_enveloppe_arbre_new (gint64 exercice, GPtrArray *noeuds)
{
  PvEnveloppeArbre *self = g_atomic_rc_box_new0 (PvEnveloppeArbre);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->exercice = exercice;
  self->racines = g_ptr_array_new_with_free_func (noeud_free);
  self->total = pv_enveloppe_noeud_new ();
  for (guint i = 0; i < noeuds->len; i++)
    {
      PvEnveloppeNoeud *noeud = noeuds->pdata[i];

      g_hash_table_insert (by_id, &noeud->enveloppe_id, noeud);
    }
  for (guint i = 0; i < noeuds->len; i++)
    {
      PvEnveloppeNoeud *noeud = noeuds->pdata[i];
      PvEnveloppeNoeud *parent = g_hash_table_lookup (by_id, &noeud->parent_id);

      g_ptr_array_add (parent != NULL ? parent->enfants : take_group (self, noeud)->enfants, noeud);
    }
  merge_lonely (self);
  gather_communes (self);
  for (guint i = 0; i < self->racines->len; i++)
    {
      sum_up (self->racines->pdata[i]);
      add_noeud (self->total, self->racines->pdata[i]);
    }

  return self;
}

/* --- looking ----------------------------------------------------------------------------- */

static PvEnveloppeNoeud *
find_below (GPtrArray *noeuds, gint64 enveloppe_id)
{
  for (guint i = 0; i < noeuds->len; i++)
    {
      PvEnveloppeNoeud *noeud = noeuds->pdata[i];
      PvEnveloppeNoeud *found =
          noeud->enveloppe_id == enveloppe_id ? noeud : find_below (noeud->enfants, enveloppe_id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

PvEnveloppeNoeud *
pv_enveloppe_arbre_find (PvEnveloppeArbre *self, gint64 enveloppe_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return enveloppe_id != PV_INT_NULL ? find_below (self->racines, enveloppe_id) : NULL;
}

PvCents
pv_enveloppe_noeud_get_reste (const PvEnveloppeNoeud *self)
{
  g_return_val_if_fail (self != NULL, PV_CENTS_NULL);

  return pv_enveloppe_situation_get_restant (&self->situation);
}
