/* pv-registry.h: what the file knows already, found by name or number
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-report.h"
#include "pv-import-store.h"
#include "pv-profile-private.h"

G_BEGIN_DECLS

/**
 * PvRegistry:
 *
 * Loaded once, in memory: an import asks it hundreds of thousands of times. What
 * it does not know and may create, it creates through the store.
 */
typedef struct _PvRegistry PvRegistry;

PvRegistry *pv_registry_new (PvImportStore *store,
                             const PvProfile *profile,
                             PvImportReport *report,
                             GError **error);
void pv_registry_free (PvRegistry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvRegistry, pv_registry_free)

/* Folded, and remembered: the same names come again on many rows. */
const char *pv_registry_fold (PvRegistry *self, const char *text);

/**
 * PvPorteur:
 * @siret_declare: what the source gave when it is no valid SIRET
 *
 * What a row says of an organisme; all but the name may be %NULL.
 */
typedef struct
{
  const char *nom;
  const char *sigle;
  const char *forme;
  const char *siret;
  const char *siret_declare;
  const char *rna;
  const char *adresse;
  const char *code_postal;
  const char *insee;
  const char *commune;
  const char *cer;
} PvPorteur;

/**
 * pv_registry_organisme:
 * @correcting: whether the source changed the row since it was imported: then
 *   what it says replaces what an import wrote
 * @changes: (nullable) (element-type PvImportChange): what changes is added
 *
 * The organisme of that SIRET, else RNA, else folded name and commune; a new one
 * when there is none. One that only looks like it is told (`porteur-proche`).
 */
gboolean pv_registry_organisme (PvRegistry *self,
                                const PvPorteur *porteur,
                                gboolean correcting,
                                const PvImportPlace *place,
                                GPtrArray *changes,
                                gint64 *id,
                                GError **error);

/**
 * pv_registry_set_row_commune:
 * @commune_id: the only commune of the row being read, or %PV_INT_NULL
 *
 * Says which commune pays when the row only says “Commune”.
 */
void pv_registry_set_row_commune (PvRegistry *self, gint64 commune_id);

/**
 * pv_registry_financeur:
 * @category: (nullable): its category when the profile knows it
 *
 * The payer of that SIRET or name: a known payer, organisme or commune; for a
 * bare category (`Région`) the only payer of that category, and for `Commune` the
 * commune of the row; else a new one, whose category is guessed from certain words or `inconnu`.
 */
gboolean pv_registry_financeur (PvRegistry *self,
                                const char *name,
                                const char *siret,
                                const char *category,
                                const PvImportPlace *place,
                                gint64 *id,
                                GError **error);

/* The same without making any; PV_INT_NULL: none is known. */
gint64 pv_registry_find_financeur (PvRegistry *self, const char *name, const char *siret);

/* (transfer full) (element-type gint64): the organismes of that SIRET, else of that name. */
GArray *pv_registry_list_organismes (PvRegistry *self, const char *name, const char *siret);

/* A payer named with a dispositif: `État - P147`, or a dispositif alone: `FIPD`. */
gboolean pv_registry_payer_of_header (PvRegistry *self,
                                      const char *payer,
                                      const char *dispositif,
                                      const PvImportPlace *place,
                                      gint64 *financeur_id,
                                      gint64 *dispositif_id,
                                      GError **error);

/* By code, name, or the acronym in its name; a new one when there is none. */
gboolean pv_registry_dispositif (PvRegistry *self,
                                 gint64 financeur_id,
                                 const char *code,
                                 const char *name,
                                 gint64 *id,
                                 GError **error);

/* PV_INT_NULL: not known, or several have this name. */
gint64 pv_registry_find_dispositif (PvRegistry *self,
                                    const char *text,
                                    gint64 financeur_id,
                                    gint64 *owner);

gboolean pv_registry_institution (PvRegistry *self, const char *name, gint64 *id, GError **error);
gboolean
pv_registry_axe (PvRegistry *self, const char *code, const char *label, gint64 *id, GError **error);

/* The account of the budget plan; PV_INT_NULL: not in the file. */
gint64 pv_registry_compte (PvRegistry *self, const char *code);

/**
 * pv_registry_appel:
 * @label: (nullable): as the user asked; %NULL: named after the source
 */
gboolean pv_registry_appel (PvRegistry *self,
                            const char *label,
                            gint64 exercice,
                            gint64 *id,
                            GError **error);

/* A number that no dossier of the appel has: @wanted, else with `-2`, `-3`… */
const char *pv_registry_take_numero (PvRegistry *self,
                                     gint64 appel_id,
                                     const char *wanted,
                                     gint64 dossier_id,
                                     GError **error);

/* The last dossier of that number before @exercice, PV_INT_NULL: none. */
gboolean pv_registry_find_precedent (PvRegistry *self,
                                     const char *numero,
                                     gint64 exercice,
                                     gint64 *id,
                                     GError **error);

/* The dossier of that number, PV_INT_NULL: none. */
gboolean pv_registry_find_dossier (PvRegistry *self,
                                   gint64 appel_id,
                                   const char *numero,
                                   gint64 *id,
                                   GError **error);
void pv_registry_set_dossier (PvRegistry *self, gint64 appel_id, const char *numero, gint64 id);

/* The application of that number in the profile's source system, PV_INT_NULL: none. */
gint64 pv_registry_find_depot (PvRegistry *self, const char *number);
void pv_registry_add_depot (PvRegistry *self, const char *number, gint64 id);

/* The only leaf envelope of a payer for the year (and commune), PV_INT_NULL: none or several.
 * @credit: (out): the line of credits it is part of. */
gint64 pv_registry_find_enveloppe (PvRegistry *self,
                                   gint64 financeur_id,
                                   gint64 dispositif_id,
                                   gint64 exercice,
                                   gint64 commune_id,
                                   gint64 *credit);

/* --- places and axes --- */

gint64 pv_registry_find_commune (PvRegistry *self, const char *name);
gint64 pv_registry_find_commune_by_insee (PvRegistry *self, const char *code);

/* @communes: (element-type gint64): tell one quarter from another of the same name. */
gint64 pv_registry_find_quartier (PvRegistry *self,
                                  const char *name,
                                  const GArray *communes,
                                  gint64 exercice);

/* (element-type gint64) (transfer none) (nullable): the communes it spans. */
const GArray *pv_registry_quartier_get_communes (PvRegistry *self, gint64 quartier);

/* By code or label; the main frame and the frames of the year come first. */
gint64 pv_registry_find_noeud (PvRegistry *self, const char *text, gint64 exercice);
gint64 pv_registry_root_of (PvRegistry *self, gint64 noeud);

G_END_DECLS
