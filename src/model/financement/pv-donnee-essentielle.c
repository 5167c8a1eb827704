/* pv-donnee-essentielle.c: what the law asks to publish of a grant
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-donnee-essentielle.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "financement_id, date_convention, nature, conditions_versement, versement_debut, " \
  "versement_fin, id_rae, notification_ue, pourcentage_bp, dispositif_aide"
#define VALEURS \
  ":financement_id, :date_convention, :nature, :conditions_versement, :versement_debut, " \
  ":versement_fin, :id_rae, :notification_ue, :pourcentage_bp, :dispositif_aide"
/* clang-format on */

static const char insertion[] = "INSERT INTO donnee_essentielle (" COLONNES ") VALUES (" VALEURS ")"
                                " ON CONFLICT (financement_id) DO NOTHING";

static const char modification[] =
    "UPDATE donnee_essentielle SET (" COLONNES ", revision) = (" VALEURS ", revision + 1)"
    " WHERE financement_id = :financement_id AND (" COLONNES ") IS DISTINCT FROM (" VALEURS ")";

static const char lecture[] =
    "SELECT id, revision, " COLONNES " FROM donnee_essentielle WHERE financement_id = :financement";

const PvChamp pv_donnee_essentielle_champs[] = {
  PV_CHAMP_I (PvDonneeEssentielle, financement_id),
  PV_CHAMP_T (PvDonneeEssentielle, date_convention),
  PV_CHAMP_T (PvDonneeEssentielle, nature),
  PV_CHAMP_T (PvDonneeEssentielle, conditions_versement),
  PV_CHAMP_T (PvDonneeEssentielle, versement_debut),
  PV_CHAMP_T (PvDonneeEssentielle, versement_fin),
  PV_CHAMP_T (PvDonneeEssentielle, id_rae),
  PV_CHAMP_I (PvDonneeEssentielle, notification_ue),
  PV_CHAMP_I (PvDonneeEssentielle, pourcentage_bp),
  PV_CHAMP_T (PvDonneeEssentielle, dispositif_aide),
  { NULL },
};

PvDonneeEssentielle *
pv_donnee_essentielle_new (void)
{
  return pv_champs_new (pv_donnee_essentielle_champs, sizeof (PvDonneeEssentielle));
}

void
pv_donnee_essentielle_free (PvDonneeEssentielle *self)
{
  pv_champs_free (pv_donnee_essentielle_champs, self);
}

static gboolean
write_with (PvDb *db,
            const char *sql,
            const PvDonneeEssentielle *donnee,
            gboolean *written,
            GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;

  pv_champs_bind (pv_donnee_essentielle_champs, donnee, statement, 1);
  if (!pv_statement_run (statement, error))
    return FALSE;

  *written = pv_db_get_changes (db) > 0;
  return TRUE;
}

gboolean
pv_donnee_essentielle_store_set (PvDb *db,
                                 const PvDonneeEssentielle *donnee,
                                 gboolean *changed,
                                 GError **error)
{
  gboolean written;

  if (!write_with (db, insertion, donnee, &written, error) ||
      (!written && !write_with (db, modification, donnee, &written, error)))
    return FALSE;

  if (changed != NULL)
    *changed = written;
  return TRUE;
}

PvDonneeEssentielle *
pv_donnee_essentielle_store_get (PvDb *db, gint64 financement_id, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, lecture, error, "i", financement_id);
  PvDonneeEssentielle *donnee;

  if (statement == NULL || pv_statement_step (statement, error) != PV_STEP_ROW)
    return NULL;

  donnee = pv_donnee_essentielle_new ();
  donnee->id = pv_statement_get_int (statement, 0);
  donnee->revision = pv_statement_get_int (statement, 1);
  pv_champs_read (pv_donnee_essentielle_champs, donnee, statement, 2);

  return donnee;
}
