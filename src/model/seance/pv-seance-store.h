/* pv-seance-store.h: the SQL of pv-seance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-decision.h"
#include "seance/pv-seance.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. Users go through pv-seance-service. */
gboolean pv_seance_store_insert (PvDb *db, PvSeance *seance, GError **error);
gboolean
pv_seance_store_update (PvDb *db, const PvSeance *seance, gboolean *changed, GError **error);
gboolean pv_seance_store_delete (PvDb *db, gint64 id, GError **error);
PvSeance *pv_seance_store_get (PvDb *db, gint64 id, GError **error);

/**
 * PvSeanceResume:
 * @instance: its name
 * @numero: its rank by date among the séances of its instance in that civil year
 * @appel: (nullable): its name
 * @n_presents: members present, of @n_membres expected
 * @n_decides: dossiers decided, of @n_dossiers on the agenda
 * @arbitre_cents: Σ of the amounts it decided (last versions); %PV_CENTS_NULL: none
 *
 * A row of the list of séances.
 */
typedef struct
{
  PvSeance *seance;
  char *instance;
  PvInstanceEffet effet;
  gint64 quorum;
  gint64 numero;
  char *appel;
  guint n_membres;
  guint n_presents;
  guint n_dossiers;
  guint n_decides;
  PvCents arbitre_cents;
} PvSeanceResume;

void pv_seance_resume_free (PvSeanceResume *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeanceResume, pv_seance_resume_free)

/* Whether enough members are present: TRUE without a quorum. */
gboolean pv_seance_resume_has_quorum (const PvSeanceResume *self);

/**
 * pv_seance_store_list:
 * @appel_id: those of an appel, or of none; %PV_INT_NULL: all
 *
 * Returns: (transfer full) (element-type PvSeanceResume): the latest first
 */
GPtrArray *pv_seance_store_list (PvDb *db, gint64 appel_id, GError **error);

/* Returns: (transfer full) (nullable): %NULL without error when there is no such séance */
PvSeanceResume *pv_seance_store_get_resume (PvDb *db, gint64 id, GError **error);

/* --- members ---------------------------------------------------------------------------- */

/* Returns: (transfer full) (element-type PvSeancePresence): in the order of the institutions */
GPtrArray *pv_seance_store_list_presences (PvDb *db, gint64 seance_id, GError **error);

/* @presence: (out) (transfer full) (nullable): a line of the list; %NULL when it is gone */
gboolean
pv_seance_store_get_presence (PvDb *db, gint64 id, PvSeancePresence **presence, GError **error);

/* Inserts it when its key is 0, which is then set; else rewrites its row. */
gboolean pv_seance_store_set_presence (PvDb *db, PvSeancePresence *presence, GError **error);
gboolean pv_seance_store_delete_presence (PvDb *db, gint64 id, GError **error);

/* @id: (out): of that institution and person (%NULL is a person without a name), or NULL */
gboolean pv_seance_store_find_presence (PvDb *db,
                                        gint64 seance_id,
                                        gint64 institution_id,
                                        const char *personne,
                                        gint64 *id,
                                        GError **error);

/* Puts the members of its instance among those expected, absent until they come. */
gboolean pv_seance_store_copy_membres (PvDb *db, gint64 seance_id, GError **error);

/* --- agenda ----------------------------------------------------------------------------- */

/**
 * PvSeanceDossier:
 * @ordre: from 1
 * @propose_cents: Σ proposé; %PV_CENTS_NULL: no answer
 * @n_deports: institutions that are recused on it
 * @decision: of the last version
 * @version: of the last version; 0: nothing was touched yet
 * @seance_cents: Σ of what the séance decided; %PV_CENTS_NULL: nothing
 *
 * A dossier on the agenda.
 */
typedef struct
{
  gint64 id;
  gint64 seance_id;
  gint64 dossier_id;
  gint64 ordre;
  char *numero;
  char *intitule;
  char *porteur;
  PvDossierStatut statut;
  PvCents propose_cents;
  guint n_deports;
  PvDecisionGenre decision;
  gint64 version;
  PvCents seance_cents;
} PvSeanceDossier;

void pv_seance_dossier_free (PvSeanceDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeanceDossier, pv_seance_dossier_free)

/* Returns: (transfer full) (element-type PvSeanceDossier): the agenda, in its order */
GPtrArray *pv_seance_store_list_dossiers (PvDb *db, gint64 seance_id, GError **error);

/* Returns: (transfer full) (nullable): %NULL without error when it is not on an agenda */
PvSeanceDossier *pv_seance_store_get_dossier (PvDb *db, gint64 id, GError **error);

/* @id: (out): the key of that line of the agenda, or %PV_INT_NULL */
gboolean pv_seance_store_find_dossier (PvDb *db,
                                       gint64 seance_id,
                                       gint64 dossier_id,
                                       gint64 *id,
                                       GError **error);

/**
 * pv_seance_store_find_conflit:
 * @numero: (out) (transfer full) (nullable): the first dossier of the agenda that another
 *   open séance has on its own; %NULL when there is none
 * @instance: (out) (transfer full) (nullable): whose séance that is
 */
gboolean pv_seance_store_find_conflit (PvDb *db,
                                       gint64 seance_id,
                                       char **numero,
                                       char **instance,
                                       GError **error);

/* Puts a dossier last on the agenda. @id: (out) (optional) */
gboolean pv_seance_store_add_dossier (PvDb *db,
                                      gint64 seance_id,
                                      gint64 dossier_id,
                                      gint64 *id,
                                      GError **error);
gboolean pv_seance_store_delete_dossier (PvDb *db, gint64 id, GError **error);
gboolean pv_seance_store_set_ordre (PvDb *db, gint64 id, gint64 ordre, GError **error);

/* Returns: (transfer full) (element-type PvSeanceResume): the séances a dossier is on the
 * agenda of, the latest first */
GPtrArray *pv_seance_store_list_de_dossier (PvDb *db, gint64 dossier_id, GError **error);

/* --- recusals --------------------------------------------------------------------------- */

/* Returns: (transfer full) (element-type PvDeport): in the order of the institutions */
GPtrArray *pv_seance_store_list_deports (PvDb *db, gint64 seance_dossier_id, GError **error);

/* One at most for an institution: its reason is rewritten. */
gboolean pv_seance_store_set_deport (PvDb *db,
                                     gint64 seance_dossier_id,
                                     gint64 institution_id,
                                     const char *motif,
                                     GError **error);
gboolean pv_seance_store_delete_deport (PvDb *db,
                                        gint64 seance_dossier_id,
                                        gint64 institution_id,
                                        GError **error);

G_END_DECLS
