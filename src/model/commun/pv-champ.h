/* pv-champ.h: the fields of a record, as a table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-vocabulaire.h"
#include "pv-statement.h"

G_BEGIN_DECLS

typedef enum
{
  PV_CHAMP_FIN,    /* ends a table of fields */
  PV_CHAMP_TEXTE,  /* char *, owned, (nullable) */
  PV_CHAMP_ENTIER, /* gint64: integer, cents, basis points, key; PV_INT_NULL */
  PV_CHAMP_OUI,    /* gboolean: 0 or 1, never NULL */
  PV_CHAMP_MOT,    /* an enumeration with its vocabulary; -1 for NULL */
} PvChampGenre;

/**
 * PvChamp:
 * @nom: the name of the field, which is the name of the column
 * @decalage: where it is in the record
 * @vocabulaire: (nullable): of a %PV_CHAMP_MOT
 *
 * One field of a record. Each record has its table `pv_<noun>_champs`: all that
 * a user may edit, in the order its store writes them; the key, the uuid and the
 * revision, that every record begins with, are not in it. The stores, an
 * import that tells old from new field by field, and the tests work from it.
 */
typedef struct
{
  const char *nom;
  PvChampGenre genre;
  gsize decalage;
  const PvVocabulaire *vocabulaire;
} PvChamp;

#define PV_CHAMP_T(Type, nom)                                                                      \
  {                                                                                                \
#nom, PV_CHAMP_TEXTE, G_STRUCT_OFFSET(Type, nom), NULL                                         \
  }
#define PV_CHAMP_I(Type, nom)                                                                      \
  {                                                                                                \
#nom, PV_CHAMP_ENTIER, G_STRUCT_OFFSET(Type, nom), NULL                                        \
  }
#define PV_CHAMP_B(Type, nom)                                                                      \
  {                                                                                                \
#nom, PV_CHAMP_OUI, G_STRUCT_OFFSET(Type, nom), NULL                                           \
  }
#define PV_CHAMP_E(Type, nom, vocabulaire)                                                         \
  {                                                                                                \
#nom, PV_CHAMP_MOT, G_STRUCT_OFFSET(Type, nom), &vocabulaire                                   \
  }

/**
 * PvEnregistrement:
 *
 * What every record with a uuid begins with.
 */
typedef struct
{
  gint64 id;
  char *uuid;
  gint64 revision;
} PvEnregistrement;

/**
 * pv_champs_new:
 *
 * Returns: (transfer full): a record of @taille bytes where nothing is known
 *   yet (key and revision are 0)
 */
gpointer pv_champs_new (const PvChamp *champs, gsize taille);

/* Frees the record, its uuid and its texts. */
void pv_champs_free (const PvChamp *champs, gpointer enregistrement);

/* Returns: (transfer full): a copy, key, uuid and revision included */
gpointer pv_champs_copy (const PvChamp *champs, gsize taille, gconstpointer enregistrement);

gboolean pv_champ_equal (const PvChamp *self, gconstpointer a, gconstpointer b);

/* Whether all fields are equal; key, uuid and revision are not compared. */
gboolean pv_champs_equal (const PvChamp *champs, gconstpointer a, gconstpointer b);

/* Whether the field is not known (a yes or no always is). */
gboolean pv_champ_is_null (const PvChamp *self, gconstpointer enregistrement);

/* Copies one field. */
void pv_champ_copy (const PvChamp *self, gpointer vers, gconstpointer depuis);

/* Returns: (nullable): the field of that name */
const PvChamp *pv_champs_find (const PvChamp *champs, const char *nom);

/**
 * pv_champ_to_text:
 *
 * Returns: (transfer full) (nullable): the value as the schema keeps it: a
 *   text, a decimal integer, `0` or `1`, an id; %NULL when not known
 */
char *pv_champ_to_text (const PvChamp *self, gconstpointer enregistrement);

/**
 * pv_champ_from_text:
 * @texte: (nullable): as pv_champ_to_text() gives it
 *
 * Sets a field. Returns: %FALSE when the text is none of its values; the field is
 *   then untouched
 */
gboolean pv_champ_from_text (const PvChamp *self, gpointer enregistrement, const char *texte);

/* Sets a text field to a copy of @texte; an empty one is not known. */
void pv_champ_set_text (char **champ, const char *texte);

/* Binds all the fields from @position on; returns the position after the last. */
int pv_champs_bind (const PvChamp *champs,
                    gconstpointer enregistrement,
                    PvStatement *statement,
                    int position);

/* Reads all the fields from @colonne on into an empty record. */
void pv_champs_read (const PvChamp *champs,
                     gpointer enregistrement,
                     PvStatement *statement,
                     int colonne);

G_END_DECLS
