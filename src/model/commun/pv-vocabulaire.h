/* pv-vocabulaire.h: closed lists of words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvMot:
 * @id: the ASCII id of the schema, the command line and the exchanges
 * @libelle: the French label of every sheet
 */
typedef struct
{
  const char *id;
  const char *libelle;
} PvMot;

/**
 * PvVocabulaire:
 *
 * The words of one enumeration, in its order. A value of -1 (`…_NULL`) is "not
 * known": SQL NULL, no id, no label.
 */
typedef struct
{
  const PvMot *mots;
  guint n;
} PvVocabulaire;

/* (nullable): %NULL for a value that is not known. */
const char *pv_vocabulaire_to_id (const PvVocabulaire *self, int valeur);
const char *pv_vocabulaire_to_libelle (const PvVocabulaire *self, int valeur);

/* The value of @id, or -1. */
int pv_vocabulaire_from_id (const PvVocabulaire *self, const char *id);

/**
 * PV_DECLARE_VOCABULAIRE:
 *
 * Declares, for an enumeration whose first value is 0 and whose "not known" is
 * -1:
 * - `prefix_to_id()` and `prefix_to_libelle()`: static texts, %NULL when not known;
 * - `prefix_from_id()`: %FALSE when the id is none of them;
 * - `prefix_vocabulaire`: the whole list.
 */
#define PV_DECLARE_VOCABULAIRE(Type, prefix)                                                       \
  extern const PvVocabulaire prefix##_vocabulaire;                                                 \
  const char *prefix##_to_id (Type valeur);                                                        \
  const char *prefix##_to_libelle (Type valeur);                                                   \
  gboolean prefix##_from_id (const char *id, Type *valeur);

#define PV_DEFINE_VOCABULAIRE(Type, prefix, liste)                                                 \
  const PvVocabulaire prefix##_vocabulaire = { liste, G_N_ELEMENTS (liste) };                      \
                                                                                                   \
  const char *prefix##_to_id (Type valeur)                                                         \
  {                                                                                                \
    return pv_vocabulaire_to_id (&prefix##_vocabulaire, (int)valeur);                              \
  }                                                                                                \
                                                                                                   \
  const char *prefix##_to_libelle (Type valeur)                                                    \
  {                                                                                                \
    return pv_vocabulaire_to_libelle (&prefix##_vocabulaire, (int)valeur);                         \
  }                                                                                                \
                                                                                                   \
  gboolean prefix##_from_id (const char *id, Type *valeur)                                         \
  {                                                                                                \
    int trouve = pv_vocabulaire_from_id (&prefix##_vocabulaire, id);                               \
                                                                                                   \
    if (trouve < 0)                                                                                \
      return FALSE;                                                                                \
                                                                                                   \
    *valeur = (Type)trouve;                                                                        \
    return TRUE;                                                                                   \
  }

G_END_DECLS
