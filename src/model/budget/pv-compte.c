/* pv-compte.c: the plan of accounts of the Cerfa
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-compte.h"

static const PvMot cotes[] = {
  { "charge", "Charges" },
  { "produit", "Produits" },
};

PV_DEFINE_VOCABULAIRE (PvCote, pv_cote, cotes)

static const PvMot groupes[] = {
  { "exploitation", "Exploitation" },
  { "indirect", "Charges indirectes" },
  { "propres", "Ressources propres" },
  { "volontaire", "Contributions volontaires en nature" },
};

PV_DEFINE_VOCABULAIRE (PvCompteGroupe, pv_compte_groupe, groupes)

struct _PvPlanComptable
{
  GPtrArray *comptes;
  GHashTable *par_id; /* pointers into the records */
  GHashTable *par_code;
  gint64 categories[PV_N_CATEGORIES];
};

PvCompte *
pv_compte_new (void)
{
  PvCompte *self = g_new0 (PvCompte, 1);

  self->cote = PV_COTE_NULL;
  self->groupe = PV_COMPTE_GROUPE_NULL;
  self->poste_id = PV_INT_NULL;
  self->ordre = PV_INT_NULL;

  return self;
}

void
pv_compte_free (PvCompte *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->libelle);
  g_free (self);
}

PvPlanComptable *
pv_plan_comptable_new (void)
{
  PvPlanComptable *self = g_new0 (PvPlanComptable, 1);

  self->comptes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_compte_free);
  self->par_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->par_code = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < PV_N_CATEGORIES; i++)
    self->categories[i] = PV_INT_NULL;

  return self;
}

void
pv_plan_comptable_free (PvPlanComptable *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->par_id);
  g_hash_table_unref (self->par_code);
  g_ptr_array_unref (self->comptes);
  g_free (self);
}

void
pv_plan_comptable_add (PvPlanComptable *self, PvCompte *compte)
{
  g_ptr_array_add (self->comptes, compte);
  g_hash_table_insert (self->par_id, &compte->id, compte);
  g_hash_table_insert (self->par_code, compte->code, compte);
}

void
pv_plan_comptable_map (PvPlanComptable *self, PvCategorie categorie, gint64 compte_id)
{
  g_return_if_fail (categorie >= 0 && categorie < PV_N_CATEGORIES);

  self->categories[categorie] = compte_id;
}

guint
pv_plan_comptable_get_n (const PvPlanComptable *self)
{
  return self->comptes->len;
}

const PvCompte *
pv_plan_comptable_get_nth (const PvPlanComptable *self, guint i)
{
  g_return_val_if_fail (i < self->comptes->len, NULL);

  return self->comptes->pdata[i];
}

const PvCompte *
pv_plan_comptable_find (const PvPlanComptable *self, gint64 id)
{
  return g_hash_table_lookup (self->par_id, &id);
}

const PvCompte *
pv_plan_comptable_find_by_code (const PvPlanComptable *self, const char *code)
{
  return g_hash_table_lookup (self->par_code, code);
}

const PvCompte *
pv_plan_comptable_find_by_categorie (const PvPlanComptable *self, PvCategorie categorie)
{
  g_return_val_if_fail (categorie >= 0 && categorie < PV_N_CATEGORIES, NULL);

  return pv_plan_comptable_find (self, self->categories[categorie]);
}
