/* pv-profile-private.h: the content of a profile, for the folder only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-field.h"
#include "pv-profile.h"

G_BEGIN_DECLS

typedef enum
{
  PV_PROFILE_TARGET_DOSSIER,
  PV_PROFILE_TARGET_DEPOT,
  PV_PROFILE_TARGET_ENVELOPPE,
  PV_PROFILE_TARGET_NOTE,
  PV_PROFILE_TARGET_EGALITE,
  PV_PROFILE_TARGET_VERSEMENT,
  PV_PROFILE_TARGET_BILAN,
} PvProfileTarget;

/**
 * PvSynonym:
 * @field: what the header is
 * @ignored: (nullable): set for a column that is never stored: the reason
 * @band: (nullable): folded band it must stand under
 * @name: folded name; of a wildcard, what comes before the `*`
 * @wildcard: whether more words may follow
 */
typedef struct
{
  PvFieldId field;
  char *ignored;
  char *band;
  char *name;
  gboolean wildcard;
} PvSynonym;

/* One word of a stage or of a category: folded phrase → number. */
typedef struct
{
  char *phrase;
  int value;
} PvPhrase;

/**
 * PvKeyPart:
 * @fields: tried in order, the first that holds something counts
 */
typedef struct
{
  PvFieldId fields[4];
  guint n_fields;
} PvKeyPart;

struct _PvProfile
{
  char *id;
  char *name;
  char *description;
  char *source_system;
  int priority;
  PvProfileTarget target;

  char **required;  /* folded headers that must all be there; alternatives joined by `|` */
  guint minimum;    /* how many columns must be known */
  char *main_sheet; /* (nullable) folded name of the sheet with one row per dossier */

  GPtrArray *synonyms;          /* of PvSynonym */
  GHashTable *exact;            /* folded name → GPtrArray of PvSynonym */
  GHashTable *vocabularies;     /* name → GHashTable folded word → value */
  GHashTable *field_vocabulary; /* field id + 1 → name of its vocabulary */
  char **field_ids;

  GArray *key;             /* of PvKeyPart */
  GArray *key_fallback;    /* of PvKeyPart */
  gboolean key_in_appel;   /* a number is unique in its appel only */
  gboolean join_by_number; /* a dossier of that number in the appel is the same one */

  char *appel_label;
  char *appel_kind;
  char *status;          /* default status of a new dossier */
  guint amount_stages;   /* bits of PvEtape that `montant` feeds */
  char *payer;           /* (nullable) the payer of every row */
  char *payer_category;  /* (nullable) */
  char *dispositif;      /* (nullable) code of its line of credits */
  char *dispositif_name; /* (nullable) */
  char *title_format;    /* (nullable) title of a dossier without one: `%s` is the number */
  char *
      depot_from_number; /* (nullable) regular expression: its group 1 is the number of the depot */
  gboolean amounts_in_headers; /* headers name funder, stage and year */
  gboolean attach_enveloppe;   /* a payer's only envelope of the year is chosen */
  gboolean single_year;        /* all rows are of one exercice */
  gboolean strict;             /* the source has a schema: a form outside it is told */
  gboolean zero_is_doubtful;   /* 0 may be an empty number */
  gboolean percent_is_fraction;
  GArray *stage_words;     /* of PvPhrase → PvEtape */
  char **stage_exclusions; /* words that a header of an amount never bears */
  GPtrArray *noise_words;  /* words of no meaning in a header of an amount */
};

/* Words of the categories of payers and of the legal forms, shared by all profiles
 * (data/profiles/commun.profile). */

/**
 * pv_profile_guess_category:
 * @name: (nullable): name of a payer
 *
 * Guesses from certain words only (`Commune de`, `Ville de`, `Département`…).
 *
 * Returns: (transfer none) (nullable): a category, %NULL when no word is certain
 */
const char *pv_profile_guess_category (const PvProfile *self, const char *name);

/**
 * pv_profile_lookup:
 * @vocabulary: its name
 * @word: (nullable): as written
 *
 * Returns: (transfer none) (nullable): our value of that word
 */
const char *pv_profile_lookup (const PvProfile *self, const char *vocabulary, const char *word);

const char *pv_profile_get_vocabulary (const PvProfile *self, PvFieldId field);

/* Whether a header (folded) is known to the profile, whatever its band. */
gboolean pv_profile_knows_header (const PvProfile *self, const char *folded);

/* How many of the names are known headers of some profile: see PvHeaderScoreFunc. */
guint pv_profiles_score (const char *const *names, guint n_names, gpointer profiles);

void pv_profile_free (PvProfile *self);

G_END_DECLS
