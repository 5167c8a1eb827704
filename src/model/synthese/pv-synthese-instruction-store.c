/* pv-synthese-instruction-store.c: marks and avis, one after the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-instruction-store.h"

static const char SQL_NOTES[] =
    "SELECT d.numero, o.nom, d.intitule, s.nom, i.etat, c.libelle, c.poids, c.maximum, n.valeur,"
    "       n.sans_objet"
    "  FROM dossier d CROSS JOIN instruction i ON i.dossier_id = d.id"
    "  CROSS JOIN note n ON n.instruction_id = i.id"
    "  JOIN organisme o ON o.id = d.porteur_id"
    "  JOIN institution s ON s.id = i.institution_id"
    "  JOIN critere c ON c.id = n.critere_id"
    " WHERE i.etat <> 'remplacee' AND " PV_FILTRE_SQL
    " ORDER BY d.id, s.ordre, s.nom, c.ordre, c.id";

static const char SQL_AVIS[] =
    "SELECT d.numero, o.nom, d.intitule, a.qui, a.genre, a.etat, a.avis, a.date_le, a.question,"
    "       a.reserves, a.texte, a.score, CASE a.genre WHEN 'institution' THEN a.id END"
    "  FROM (SELECT i.dossier_id, s.nom AS qui, 'institution' AS genre, i.etat, i.avis,"
    "               SUBSTR(i.soumise_a, 1, 10) AS date_le, NULL AS question, i.reserves,"
    "               i.commentaire AS texte, i.score_declare AS score, 0 AS rang, s.ordre, i.id"
    "          FROM instruction i JOIN institution s ON s.id = i.institution_id"
    "         WHERE i.etat <> 'remplacee'"
    "         UNION ALL"
    "        SELECT e.dossier_id, e.service, 'service', NULL, e.avis, e.repondu_le, e.question,"
    "               NULL, e.reponse, NULL, 1, NULL, e.id"
    "          FROM avis_externe e) a"
    "  JOIN dossier d ON d.id = a.dossier_id"
    "  JOIN organisme o ON o.id = d.porteur_id"
    " WHERE " PV_FILTRE_SQL " ORDER BY d.id, a.rang, a.ordre, a.qui, a.id";

static PvStatement *
open_rows (PvDb *db, const char *sql, const PvFiltre *filtre, GError **error)
{
  PvStatement *rows = pv_db_prepare (db, sql, error);

  if (rows != NULL)
    pv_filtre_bind (filtre, rows);

  return rows;
}

PvStatement *
pv_synthese_notes_open (PvDb *db, const PvFiltre *filtre, GError **error)
{
  return open_rows (db, SQL_NOTES, filtre, error);
}

PvStatement *
pv_synthese_avis_open (PvDb *db, const PvFiltre *filtre, GError **error)
{
  return open_rows (db, SQL_AVIS, filtre, error);
}
