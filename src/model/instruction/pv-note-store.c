/* pv-note-store.c: the SQL of pv-note
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-note-store.h"

#include "commun/pv-entite.h"

static const char notes[] = "SELECT critere_id, valeur, sans_objet FROM note"
                            " WHERE instruction_id = :instruction ORDER BY critere_id";
static const char met_note[] =
    "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet)"
    " VALUES (:instruction, :critere, :valeur, :sans_objet)"
    " ON CONFLICT (instruction_id, critere_id)"
    " DO UPDATE SET valeur = excluded.valeur, sans_objet = excluded.sans_objet"
    "  WHERE (valeur, sans_objet) IS DISTINCT FROM (excluded.valeur, excluded.sans_objet)";
static const char ote_note[] =
    "DELETE FROM note WHERE instruction_id = :instruction AND critere_id = :critere";
static const char copie_notes[] =
    "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet)"
    " SELECT :vers, n.critere_id, n.valeur, n.sans_objet"
    "   FROM note n JOIN critere c ON c.id = n.critere_id AND c.grille_id = :grille"
    "  WHERE n.instruction_id = :depuis ORDER BY c.ordre, c.id";

static const char montants[] = "SELECT dispositif_id, montant_cents FROM instruction_montant"
                               " WHERE instruction_id = :instruction ORDER BY dispositif_id";
static const char met_montant[] =
    "INSERT INTO instruction_montant (instruction_id, dispositif_id, montant_cents)"
    " VALUES (:instruction, :dispositif, :montant)"
    " ON CONFLICT (instruction_id, dispositif_id)"
    " DO UPDATE SET montant_cents = excluded.montant_cents"
    "  WHERE montant_cents <> excluded.montant_cents";
static const char ote_montant[] = "DELETE FROM instruction_montant"
                                  " WHERE instruction_id = :instruction AND"
                                  "       dispositif_id = :dispositif";
static const char copie_montants[] =
    "INSERT INTO instruction_montant (instruction_id, dispositif_id, montant_cents)"
    " SELECT :vers, dispositif_id, montant_cents FROM instruction_montant"
    "  WHERE instruction_id = :depuis ORDER BY dispositif_id";

static void
read_note (PvStatement *row, gpointer element)
{
  PvNote *note = element;

  note->critere_id = pv_statement_get_int (row, 0);
  note->valeur = pv_statement_get_int (row, 1);
  note->sans_objet = pv_statement_get_int (row, 2) == 1;
}

GArray *
pv_note_store_list (PvDb *db, gint64 instruction_id, GError **error)
{
  return pv_sql_list_rows (db, notes, sizeof (PvNote), read_note, NULL, error, "i", instruction_id);
}

const PvNote *
pv_notes_find (const GArray *notes_lues, gint64 critere_id)
{
  for (guint i = 0; i < notes_lues->len; i++)
    {
      const PvNote *note = &g_array_index (notes_lues, PvNote, i);

      if (note->critere_id == critere_id)
        return note;
    }

  return NULL;
}

gboolean
pv_note_store_set (PvDb *db,
                   gint64 instruction_id,
                   const PvNote *note,
                   gboolean *changed,
                   GError **error)
{
  if (note->valeur == PV_INT_NULL && !note->sans_objet)
    return pv_sql_write (db, ote_note, changed, error, "ii", instruction_id, note->critere_id);

  return pv_sql_write (db, met_note, changed, error, "iiii", instruction_id, note->critere_id,
                       note->sans_objet ? PV_INT_NULL : note->valeur, (gint64)note->sans_objet);
}

static void
read_montant (PvStatement *row, gpointer element)
{
  PvInstructionMontant *montant = element;

  montant->dispositif_id = pv_statement_get_int (row, 0);
  montant->montant_cents = pv_statement_get_int (row, 1);
}

GArray *
pv_instruction_montant_store_list (PvDb *db, gint64 instruction_id, GError **error)
{
  return pv_sql_list_rows (db, montants, sizeof (PvInstructionMontant), read_montant, NULL, error,
                           "i", instruction_id);
}

gboolean
pv_instruction_montant_store_set (PvDb *db,
                                  gint64 instruction_id,
                                  const PvInstructionMontant *montant,
                                  gboolean *changed,
                                  GError **error)
{
  if (montant->montant_cents == PV_CENTS_NULL)
    return pv_sql_write (db, ote_montant, changed, error, "ii", instruction_id,
                         montant->dispositif_id);

  return pv_sql_write (db, met_montant, changed, error, "iii", instruction_id,
                       montant->dispositif_id, montant->montant_cents);
}

gboolean
pv_note_store_copy (PvDb *db, gint64 depuis, gint64 vers, gint64 grille_id, GError **error)
{
  return pv_sql_run (db, copie_notes, error, "iii", vers, grille_id, depuis) &&
         pv_sql_run (db, copie_montants, error, "ii", vers, depuis);
}
