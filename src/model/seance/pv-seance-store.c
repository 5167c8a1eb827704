/* pv-seance-store.c: the SQL of pv-seance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-store.h"

#include "commun/pv-entite.h"
#include "seance/pv-seance-sql.h"

/* clang-format off */
#define COLONNES \
  "instance_id, appel_id, date_le, lieu, etat, ouverte_a, close_a, proces_verbal, minuterie_min"
#define VALEURS \
  ":instance_id, :appel_id, :date_le, :lieu, :etat, :ouverte_a, :close_a, :proces_verbal," \
  " :minuterie_min"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvSeance, "seance", pv_seance, COLONNES, VALEURS);

/* clang-format off */
#define RESUME_SQL                                                                                 \
  "SELECT z.id, i.nom, i.effet, i.quorum,"                                                         \
  " (SELECT COUNT (*) FROM seance y WHERE y.instance_id = z.instance_id"                           \
  "   AND substr (y.date_le, 1, 4) = substr (z.date_le, 1, 4)"                                     \
  "   AND (y.date_le, y.id) <= (z.date_le, z.id)),"                                                \
  " a.libelle,"                                                                                    \
  " (SELECT COUNT (*) FROM seance_presence p WHERE p.seance_id = z.id),"                           \
  " (SELECT COUNT (*) FROM seance_presence p WHERE p.seance_id = z.id AND p.present = 1),"         \
  " (SELECT COUNT (*) FROM seance_dossier s WHERE s.seance_id = z.id),"                            \
  " (SELECT COUNT (c.decision) FROM seance_dossier s JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL      \
  "   WHERE s.seance_id = z.id),"                                                                  \
  " (SELECT SUM (m.montant_cents) FROM seance_dossier s JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL   \
  "   JOIN decision_montant m ON m.decision_id = c.id AND m.verrou IS NULL"                        \
  "   WHERE s.seance_id = z.id AND c.decision IS NOT NULL)"                                        \
  " FROM seance z JOIN instance i ON i.id = z.instance_id LEFT JOIN appel a ON a.id = z.appel_id "
/* clang-format on */

#define PLUS_RECENTE "ORDER BY z.date_le DESC, z.id DESC"

static const char liste[] =
    RESUME_SQL "WHERE :appel IS NULL OR z.appel_id IS NULL OR z.appel_id = :appel " PLUS_RECENTE;
static const char un_resume[] = RESUME_SQL "WHERE z.id = :id";
static const char de_dossier[] = RESUME_SQL "WHERE z.id IN (SELECT seance_id FROM seance_dossier "
                                            "WHERE dossier_id = :dossier) " PLUS_RECENTE;

#define PRESENCE_SQL                                                                               \
  "SELECT p.id, p.seance_id, p.institution_id, i.nom, p.personne, p.present"                       \
  "  FROM seance_presence p JOIN institution i ON i.id = p.institution_id "

static const char presences[] =
    PRESENCE_SQL "WHERE p.seance_id = :seance ORDER BY COALESCE (i.ordre, 1000000), i.nom, p.id";
static const char lit_presence[] = PRESENCE_SQL "WHERE p.id = :id";
static const char une_presence[] =
    "SELECT id FROM seance_presence WHERE seance_id = :seance AND institution_id = :institution"
    " AND personne IS :personne";
static const char ajoute_presence[] =
    "INSERT INTO seance_presence (seance_id, institution_id, personne, present)"
    " VALUES (:seance, :institution, :personne, :present)";
static const char change_presence[] =
    "UPDATE seance_presence SET institution_id = :institution, personne = :personne,"
    " present = :present WHERE id = :id AND (institution_id, personne, present)"
    "   IS DISTINCT FROM (:institution, :personne, :present)";
static const char retire_presence[] = "DELETE FROM seance_presence WHERE id = :id";
static const char copie_membres[] =
    "INSERT INTO seance_presence (seance_id, institution_id, personne, present)"
    " SELECT z.id, m.institution_id, m.representant, 0"
    "   FROM seance z JOIN instance_membre m ON m.instance_id = z.instance_id"
    "   JOIN institution i ON i.id = m.institution_id"
    "  WHERE z.id = :seance ORDER BY COALESCE (i.ordre, 1000000), i.nom, m.id";

#define DOSSIER_SQL                                                                                \
  "SELECT s.id, s.seance_id, s.dossier_id, s.ordre, d.numero, d.intitule,"                         \
  " COALESCE (o.sigle, o.nom), d.statut,"                                                          \
  " CASE WHEN t.n_propose > 0 THEN t.propose_cents END,"                                           \
  " (SELECT COUNT (*) FROM deport p WHERE p.seance_dossier_id = s.id), c.decision, c.version,"     \
  " (SELECT SUM (m.montant_cents) FROM decision_montant m"                                         \
  "   WHERE m.decision_id = c.id AND m.verrou IS NULL)"                                            \
  " FROM seance_dossier s JOIN dossier d ON d.id = s.dossier_id"                                   \
  " JOIN organisme o ON o.id = d.porteur_id LEFT JOIN total_dossier t ON t.id = d.id"              \
  " LEFT JOIN decision c ON c.id = " PV_SEANCE_DERNIERE_SQL " "

static const char dossiers[] = DOSSIER_SQL "WHERE s.seance_id = :seance ORDER BY s.ordre, s.id";
static const char un_dossier[] = DOSSIER_SQL "WHERE s.id = :id";
static const char cherche_dossier[] =
    "SELECT id FROM seance_dossier WHERE seance_id = :seance AND dossier_id = :dossier";
static const char conflit[] =
    "SELECT d.numero, i.nom FROM seance_dossier s"
    "  JOIN seance_dossier x ON x.dossier_id = s.dossier_id AND x.seance_id <> s.seance_id"
    "  JOIN seance y ON y.id = x.seance_id AND y.etat = 'ouverte'"
    "  JOIN instance i ON i.id = y.instance_id JOIN dossier d ON d.id = s.dossier_id"
    " WHERE s.seance_id = :seance ORDER BY s.ordre LIMIT 1";
static const char ajoute_dossier[] =
    "INSERT INTO seance_dossier (seance_id, dossier_id, ordre) VALUES (:seance, :dossier,"
    " (SELECT COALESCE (MAX (ordre), 0) + 1 FROM seance_dossier WHERE seance_id = :seance))";
static const char retire_dossier[] = "DELETE FROM seance_dossier WHERE id = :id";
static const char met_ordre[] =
    "UPDATE seance_dossier SET ordre = :ordre WHERE id = :id AND ordre <> :ordre";

static const char deports[] =
    "SELECT p.id, p.seance_dossier_id, p.institution_id, i.nom, p.motif"
    "  FROM deport p JOIN institution i ON i.id = p.institution_id"
    " WHERE p.seance_dossier_id = :id ORDER BY COALESCE (i.ordre, 1000000), i.nom";
static const char met_deport[] =
    "INSERT INTO deport (seance_dossier_id, institution_id, motif)"
    " VALUES (:id, :institution, :motif)"
    " ON CONFLICT (seance_dossier_id, institution_id) DO UPDATE SET motif = excluded.motif";
static const char retire_deport[] =
    "DELETE FROM deport WHERE seance_dossier_id = :id AND institution_id = :institution";

/* --- the séance ------------------------------------------------------------------------- */

gboolean
pv_seance_store_insert (PvDb *db, PvSeance *seance, GError **error)
{
  return pv_entite_insert (&entite, db, seance, error);
}

gboolean
pv_seance_store_update (PvDb *db, const PvSeance *seance, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, seance, changed, error);
}

gboolean
pv_seance_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvSeance *
pv_seance_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

void
pv_seance_resume_free (PvSeanceResume *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->seance, pv_seance_free);
  g_free (self->instance);
  g_free (self->appel);
  g_free (self);
}

gboolean
pv_seance_resume_has_quorum (const PvSeanceResume *self)
{
  return self->quorum == PV_INT_NULL || self->n_presents >= self->quorum;
}

static PvSeanceResume *
read_resume (PvDb *db, PvStatement *row, GError **error)
{
  g_autoptr (PvSeanceResume) resume = g_new0 (PvSeanceResume, 1);

  resume->seance = pv_seance_store_get (db, pv_statement_get_int (row, 0), error);
  if (resume->seance == NULL)
    return NULL;
  resume->instance = pv_statement_dup_text (row, 1);
  pv_instance_effet_from_id (pv_statement_get_text (row, 2), &resume->effet);
  resume->quorum = pv_statement_get_int (row, 3);
  resume->numero = pv_statement_get_int (row, 4);
  resume->appel = pv_statement_dup_text (row, 5);
  resume->n_membres = (guint)pv_statement_get_int (row, 6);
  resume->n_presents = (guint)pv_statement_get_int (row, 7);
  resume->n_dossiers = (guint)pv_statement_get_int (row, 8);
  resume->n_decides = (guint)pv_statement_get_int (row, 9);
  resume->arbitre_cents = pv_statement_get_int (row, 10);

  return g_steal_pointer (&resume);
}

static GPtrArray *
list_resumes (PvDb *db, const char *sql, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) resumes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_seance_resume_free);
  g_autoptr (PvStatement) row = pv_sql_prepare (db, sql, error, "i", id);
  PvStep step;

  if (row == NULL)
    return NULL;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvSeanceResume *resume = read_resume (db, row, error);

      if (resume == NULL)
        return NULL;
      g_ptr_array_add (resumes, resume);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&resumes) : NULL;
}

GPtrArray *
pv_seance_store_list (PvDb *db, gint64 appel_id, GError **error)
{
  return list_resumes (db, liste, appel_id, error);
}

GPtrArray *
pv_seance_store_list_de_dossier (PvDb *db, gint64 dossier_id, GError **error)
{
  return list_resumes (db, de_dossier, dossier_id, error);
}

PvSeanceResume *
pv_seance_store_get_resume (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) resumes = list_resumes (db, un_resume, id, error);

  return resumes != NULL && resumes->len > 0 ? g_ptr_array_steal_index (resumes, 0) : NULL;
}

/* --- members ---------------------------------------------------------------------------- */

static void
read_presence (PvStatement *row, gpointer element)
{
  PvSeancePresence *presence = element;

  presence->id = pv_statement_get_int (row, 0);
  presence->seance_id = pv_statement_get_int (row, 1);
  presence->institution_id = pv_statement_get_int (row, 2);
  presence->institution = pv_statement_dup_text (row, 3);
  presence->personne = pv_statement_dup_text (row, 4);
  presence->present = pv_statement_get_int (row, 5) != 0;
}

static GPtrArray *
list_presences (PvDb *db, const char *sql, gint64 id, GError **error)
{
  return pv_sql_list_records (db, sql, sizeof (PvSeancePresence), read_presence,
                              (GDestroyNotify)pv_seance_presence_free, error, "i", id);
}

GPtrArray *
pv_seance_store_list_presences (PvDb *db, gint64 seance_id, GError **error)
{
  return list_presences (db, presences, seance_id, error);
}

gboolean
pv_seance_store_get_presence (PvDb *db, gint64 id, PvSeancePresence **presence, GError **error)
{
  g_autoptr (GPtrArray) resultat = list_presences (db, lit_presence, id, error);

  if (resultat != NULL)
    *presence = resultat->len > 0 ? g_ptr_array_steal_index (resultat, 0) : NULL;

  return resultat != NULL;
}

gboolean
pv_seance_store_set_presence (PvDb *db, PvSeancePresence *presence, GError **error)
{
  gint64 present = presence->present ? 1 : 0;

  if (presence->id != 0)
    return pv_sql_run (db, change_presence, error, "itii", presence->institution_id,
                       presence->personne, present, presence->id);
  if (!pv_sql_run (db, ajoute_presence, error, "iiti", presence->seance_id,
                   presence->institution_id, presence->personne, present))
    return FALSE;
  presence->id = pv_db_get_last_insert_id (db);

  return TRUE;
}

gboolean
pv_seance_store_delete_presence (PvDb *db, gint64 id, GError **error)
{
  return pv_sql_run (db, retire_presence, error, "i", id);
}

gboolean
pv_seance_store_find_presence (PvDb *db,
                               gint64 seance_id,
                               gint64 institution_id,
                               const char *personne,
                               gint64 *id,
                               GError **error)
{
  return pv_sql_find (db, une_presence, id, error, "iit", seance_id, institution_id, personne);
}

gboolean
pv_seance_store_copy_membres (PvDb *db, gint64 seance_id, GError **error)
{
  return pv_sql_run (db, copie_membres, error, "i", seance_id);
}

/* --- agenda ----------------------------------------------------------------------------- */

void
pv_seance_dossier_free (PvSeanceDossier *self)
{
  if (self == NULL)
    return;
  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_free (self);
}

static void
read_dossier (PvStatement *row, gpointer element)
{
  PvSeanceDossier *self = element;
  const char *decision = pv_statement_get_text (row, 10);

  self->id = pv_statement_get_int (row, 0);
  self->seance_id = pv_statement_get_int (row, 1);
  self->dossier_id = pv_statement_get_int (row, 2);
  self->ordre = pv_statement_get_int (row, 3);
  self->numero = pv_statement_dup_text (row, 4);
  self->intitule = pv_statement_dup_text (row, 5);
  self->porteur = pv_statement_dup_text (row, 6);
  pv_dossier_statut_from_id (pv_statement_get_text (row, 7), &self->statut);
  self->propose_cents = pv_statement_get_int (row, 8);
  self->n_deports = (guint)pv_statement_get_int (row, 9);
  self->decision = PV_DECISION_GENRE_NULL;
  if (decision != NULL)
    pv_decision_genre_from_id (decision, &self->decision);
  self->version = pv_statement_is_null (row, 11) ? 0 : pv_statement_get_int (row, 11);
  self->seance_cents = pv_statement_get_int (row, 12);
}

static GPtrArray *
list_dossiers (PvDb *db, const char *sql, gint64 id, GError **error)
{
  return pv_sql_list_records (db, sql, sizeof (PvSeanceDossier), read_dossier,
                              (GDestroyNotify)pv_seance_dossier_free, error, "i", id);
}

GPtrArray *
pv_seance_store_list_dossiers (PvDb *db, gint64 seance_id, GError **error)
{
  return list_dossiers (db, dossiers, seance_id, error);
}

PvSeanceDossier *
pv_seance_store_get_dossier (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) resultat = list_dossiers (db, un_dossier, id, error);

  return resultat != NULL && resultat->len > 0 ? g_ptr_array_steal_index (resultat, 0) : NULL;
}

gboolean
pv_seance_store_find_dossier (PvDb *db,
                              gint64 seance_id,
                              gint64 dossier_id,
                              gint64 *id,
                              GError **error)
{
  return pv_sql_find (db, cherche_dossier, id, error, "ii", seance_id, dossier_id);
}

gboolean
pv_seance_store_find_conflit (PvDb *db,
                              gint64 seance_id,
                              char **numero,
                              char **instance,
                              GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, conflit, error, "i", seance_id);
  PvStep step;

  *numero = NULL;
  *instance = NULL;
  if (row == NULL)
    return FALSE;
  step = pv_statement_step (row, error);
  if (step == PV_STEP_ROW)
    {
      *numero = pv_statement_dup_text (row, 0);
      *instance = pv_statement_dup_text (row, 1);
    }

  return step != PV_STEP_ERROR;
}

gboolean
pv_seance_store_add_dossier (PvDb *db,
                             gint64 seance_id,
                             gint64 dossier_id,
                             gint64 *id,
                             GError **error)
{
  if (!pv_sql_run (db, ajoute_dossier, error, "ii", seance_id, dossier_id))
    return FALSE;
  if (id != NULL)
    *id = pv_db_get_last_insert_id (db);

  return TRUE;
}

gboolean
pv_seance_store_delete_dossier (PvDb *db, gint64 id, GError **error)
{
  return pv_sql_run (db, retire_dossier, error, "i", id);
}

gboolean
pv_seance_store_set_ordre (PvDb *db, gint64 id, gint64 ordre, GError **error)
{
  return pv_sql_run (db, met_ordre, error, "ii", ordre, id);
}

/* --- recusals --------------------------------------------------------------------------- */

GPtrArray *
pv_seance_store_list_deports (PvDb *db, gint64 seance_dossier_id, GError **error)
{
  g_autoptr (GPtrArray) resultat = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_deport_free);
  g_autoptr (PvStatement) row = pv_sql_prepare (db, deports, error, "i", seance_dossier_id);
  PvStep step;

  if (row == NULL)
    return NULL;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvDeport *deport = g_new0 (PvDeport, 1);

      deport->id = pv_statement_get_int (row, 0);
      deport->seance_dossier_id = pv_statement_get_int (row, 1);
      deport->institution_id = pv_statement_get_int (row, 2);
      deport->institution = pv_statement_dup_text (row, 3);
      deport->motif = pv_statement_dup_text (row, 4);
      g_ptr_array_add (resultat, deport);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&resultat) : NULL;
}

gboolean
pv_seance_store_set_deport (PvDb *db,
                            gint64 seance_dossier_id,
                            gint64 institution_id,
                            const char *motif,
                            GError **error)
{
  return pv_sql_run (db, met_deport, error, "iit", seance_dossier_id, institution_id, motif);
}

gboolean
pv_seance_store_delete_deport (PvDb *db,
                               gint64 seance_dossier_id,
                               gint64 institution_id,
                               GError **error)
{
  return pv_sql_run (db, retire_deport, error, "ii", seance_dossier_id, institution_id);
}
