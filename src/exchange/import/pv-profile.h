/* pv-profile.h: what a known source of tables looks like
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvProfile:
 *
 * A known source, described by a file of data/profiles/ (its README.md says
 * how): how it is recognised, the synonyms of its headers, its vocabularies and
 * the key that identifies a row again. Immutable.
 */
typedef struct _PvProfile PvProfile;

/**
 * pv_profiles_load:
 *
 * Reads every profile of the folder `profiles` under the environment's
 * PV_DATADIR, else under the installed data folder.
 *
 * Errors: %PV_EXCHANGE_ERROR_PROFILE naming the file and the group or key at
 * fault.
 *
 * Returns: (transfer container) (element-type PvProfile) (nullable): sorted by id
 */
GPtrArray *pv_profiles_load (GError **error);

/**
 * pv_profiles_load_from:
 * @folder: where the `.profile` files are
 */
GPtrArray *pv_profiles_load_from (const char *folder, GError **error);

/* (transfer none) (nullable): the profile of that id. */
const PvProfile *pv_profiles_find (const GPtrArray *profiles, const char *id);

const char *pv_profile_get_id (const PvProfile *self);

/* The name for the user, in the language of the session. */
const char *pv_profile_get_name (const PvProfile *self);

/* What it recognises the source by, in words. */
const char *pv_profile_get_description (const PvProfile *self);

/* The table whose rows its lines become: "dossier", "depot", "enveloppe", "note"
 * or "marqueur_reponse". */
const char *pv_profile_get_table (const PvProfile *self);

/* (transfer none) (array zero-terminated=1): ids of the fields a column can be. */
const char *const *pv_profile_get_fields (const PvProfile *self);

/* (nullable): the name of a field for the user; %NULL when there is no such field. */
const char *pv_profile_get_field_name (const PvProfile *self, const char *field);

G_END_DECLS
