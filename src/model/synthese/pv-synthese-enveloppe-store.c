/* pv-synthese-enveloppe-store.c: the envelopes and what is left of them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-enveloppe-store.h"

#include "enveloppe/pv-enveloppe-regle-etat.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "pv-statement.h"

/* `rang` sorts the tree: parts come under their parent. */
static const char SQL_ENVELOPPES[] =
    "WITH RECURSIVE arbre (id, niveau, rang) AS ("
    " SELECT e.id, 0, printf('%06d/%010d', e.exercice, e.id) FROM enveloppe e"
    "  WHERE e.parent_id IS NULL"
    " UNION ALL"
    " SELECT e.id, a.niveau + 1, a.rang || printf('/%010d', e.id)"
    "   FROM enveloppe e JOIN arbre a ON a.id = e.parent_id)"
    " SELECT e.id, a.niveau, NOT EXISTS (SELECT 1 FROM enveloppe p WHERE p.parent_id = e.id),"
    "        e.libelle, o.nom, s.nom, e.exercice, e.section"
    "   FROM arbre a JOIN enveloppe e ON e.id = a.id"
    "   JOIN dispositif s ON s.id = e.dispositif_id"
    "   JOIN financeur f ON f.id = s.financeur_id"
    "   JOIN organisme o ON o.id = f.organisme_id"
    "  WHERE :exercice IS NULL OR e.exercice = :exercice"
    "  ORDER BY a.rang";

static void
enveloppe_free (PvSyntheseEnveloppe *self)
{
  g_free (self->libelle);
  g_free (self->financeur);
  g_free (self->dispositif);
  g_free (self->regles);
  g_free (self);
}

static PvSyntheseEnveloppe *
read_enveloppe (PvStatement *row)
{
  PvSyntheseEnveloppe *self = g_new0 (PvSyntheseEnveloppe, 1);
  PvSection section = PV_SECTION_NULL;

  self->id = pv_statement_get_int (row, 0);
  self->niveau = pv_statement_get_int (row, 1);
  self->feuille = pv_statement_get_int (row, 2) == 1;
  self->libelle = pv_statement_dup_text (row, 3);
  self->financeur = pv_statement_dup_text (row, 4);
  self->dispositif = pv_statement_dup_text (row, 5);
  self->exercice = pv_statement_get_int (row, 6);
  pv_section_from_id (pv_statement_get_text (row, 7), &section);
  self->section = pv_section_to_libelle (section);

  return self;
}

/* One limit per line: what it is, whether it holds, its figures. */
static gboolean
read_regles (PvDb *db, PvSyntheseEnveloppe *self, GError **error)
{
  g_autoptr (GPtrArray) etats = pv_enveloppe_regle_etat_list (db, PV_INT_NULL, self->id, error);
  g_autoptr (GString) words = g_string_new (NULL);

  if (etats == NULL)
    return FALSE;
  for (guint i = 0; i < etats->len; i++)
    {
      const PvEnveloppeRegleEtat *etat = etats->pdata[i];
      g_autofree char *titre = pv_enveloppe_regle_etat_to_titre (etat);
      g_autofree char *chiffres = pv_enveloppe_regle_etat_to_chiffres (etat);

      g_string_append_printf (words, "%s%s\u00a0: %s, %s", words->len > 0 ? "\n" : "", titre,
                              pv_regle_etat_to_words (etat->etat), chiffres);
      if (etat->motif != NULL && etat->etat != PV_REGLE_ETAT_RESPECTEE)
        g_string_append_printf (words, " (%s)", etat->motif);
    }
  if (words->len > 0)
    self->regles = g_strdup (words->str);

  return TRUE;
}

GPtrArray *
pv_synthese_enveloppes_load (PvDb *db, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_ENVELOPPES, error);
  g_autoptr (GPtrArray) enveloppes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)enveloppe_free);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return NULL;

  pv_statement_bind_int (rows, ":exercice", filtre->exercice);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    g_ptr_array_add (enveloppes, read_enveloppe (rows));

  if (step == PV_STEP_ERROR)
    return NULL;

  for (guint i = 0; i < enveloppes->len; i++)
    {
      PvSyntheseEnveloppe *enveloppe = enveloppes->pdata[i];

      if (!pv_enveloppe_store_get_situation (db, enveloppe->id, &enveloppe->situation, error) ||
          !read_regles (db, enveloppe, error))
        return NULL;
    }

  return g_steal_pointer (&enveloppes);
}
