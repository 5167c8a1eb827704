/* pv-instruction-store.c: the SQL of pv-instruction
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, institution_id, version, etat, agent_id, soumise_a, avis, reserves, " \
  "commentaire, score_declare"
#define VALEURS \
  ":dossier_id, :institution_id, :version, :etat, :agent_id, :soumise_a, :avis, " \
  ":reserves, :commentaire, :score_declare"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvInstruction, "instruction", pv_instruction, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("instruction", COLONNES) "WHERE dossier_id = :dossier AND etat <> 'remplacee' "
                                             "ORDER BY institution_id, version";

static const char courante[] =
    "SELECT id FROM instruction WHERE dossier_id = :dossier AND institution_id = :institution AND "
    "etat <> 'remplacee' ORDER BY version DESC";

static const char soumise[] = "SELECT id FROM instruction WHERE dossier_id = :dossier"
                              " AND institution_id = :institution AND etat = 'soumise'";

static const char derniere_version[] =
    "SELECT MAX(version) FROM instruction"
    " WHERE dossier_id = :dossier AND institution_id = :institution";

static const char remplace_soumise[] =
    "UPDATE instruction SET etat = 'remplacee', revision = revision + 1"
    " WHERE dossier_id = :dossier AND institution_id = :institution AND etat = 'soumise'";

gboolean
pv_instruction_store_insert (PvDb *db, PvInstruction *instruction, GError **error)
{
  return pv_entite_insert (&entite, db, instruction, error);
}

gboolean
pv_instruction_store_update (PvDb *db,
                             const PvInstruction *instruction,
                             gboolean *changed,
                             GError **error)
{
  return pv_entite_update (&entite, db, instruction, changed, error);
}

gboolean
pv_instruction_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvInstruction *
pv_instruction_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_instruction_store_find (PvDb *db,
                           gint64 dossier_id,
                           gint64 institution_id,
                           gint64 *id,
                           GError **error)
{
  return pv_sql_find (db, courante, id, error, "ii", dossier_id, institution_id);
}

gboolean
pv_instruction_store_find_soumise (PvDb *db,
                                   gint64 dossier_id,
                                   gint64 institution_id,
                                   gint64 *id,
                                   GError **error)
{
  return pv_sql_find (db, soumise, id, error, "ii", dossier_id, institution_id);
}

gboolean
pv_instruction_store_find_derniere_version (PvDb *db,
                                            gint64 dossier_id,
                                            gint64 institution_id,
                                            gint64 *version,
                                            GError **error)
{
  return pv_sql_find (db, derniere_version, version, error, "ii", dossier_id, institution_id);
}

gboolean
pv_instruction_store_replace_soumise (PvDb *db,
                                      gint64 dossier_id,
                                      gint64 institution_id,
                                      GError **error)
{
  return pv_sql_run (db, remplace_soumise, error, "ii", dossier_id, institution_id);
}

GPtrArray *
pv_instruction_store_list (PvDb *db, gint64 dossier_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", dossier_id);
}
