/* pv-import-ligne.h: a line of a table of the import
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "import/pv-import.h"

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_LIGNE (pv_import_ligne_get_type ())

G_DECLARE_FINAL_TYPE (PvImportLigne, pv_import_ligne, PV, IMPORT_LIGNE, GObject)

/* What a line shows; its properties, by these names. */
typedef enum
{
  PV_LIGNE_NUMERO,   /* numero */
  PV_LIGNE_PORTEUR,  /* porteur */
  PV_LIGNE_CHAMP,    /* champ */
  PV_LIGNE_AVANT,    /* avant */
  PV_LIGNE_APRES,    /* apres */
  PV_LIGNE_FLECHE,   /* fleche: between both */
  PV_LIGNE_LIEU,     /* lieu: sheet and cell */
  PV_LIGNE_REMARQUE, /* remarque */
  PV_LIGNE_DECISION, /* decision: what will be done, when nobody has to say it */
  PV_LIGNE_FEUILLE,  /* feuille */
  PV_LIGNE_RANG,     /* rang: row of the sheet */
  PV_LIGNE_LETTRES,  /* lettres: of the column */
  PV_LIGNE_ENTETE,   /* entete: its name */
  PV_LIGNE_VALEUR,   /* valeur: of the cell */
  PV_LIGNE_RAISON,   /* raison */
  PV_LIGNE_GRAVITE,  /* gravite: in words */
  PV_LIGNE_ICONE,    /* icone: name of the icon of the severity */
  PV_N_LIGNE_TEXTES
} PvLigneTexte;

/*
 * PvImportLigne: made in the worker that reads the table, then shown. Besides the
 * texts it has the property `classes` (CSS classes of its cells).
 */
PvImportLigne *pv_import_ligne_new (void);

/* @text: (transfer full) (nullable) */
void pv_import_ligne_take (PvImportLigne *self, PvLigneTexte which, char *text);
void pv_import_ligne_set (PvImportLigne *self, PvLigneTexte which, const char *text);
const char *pv_import_ligne_get (PvImportLigne *self, PvLigneTexte which);

void pv_import_ligne_add_class (PvImportLigne *self, const char *name);
void pv_import_ligne_set_class (PvImportLigne *self, const char *name, gboolean set);
const char *const *pv_import_ligne_get_classes (PvImportLigne *self);

/* Of the icon of a message. */
const char *const *pv_import_ligne_get_icon_classes (PvImportLigne *self);

/* Of a column of the file: its position, and that of its field (0: none, G_MAXUINT: the
 * column is never stored). */
guint pv_import_ligne_get_position (PvImportLigne *self);
void pv_import_ligne_set_position (PvImportLigne *self, guint position);
guint pv_import_ligne_get_field (PvImportLigne *self);
void pv_import_ligne_set_field (PvImportLigne *self, guint field);

/* The first line of a row of the source: its cells bear the class `premiere`. */
void pv_import_ligne_set_first (PvImportLigne *self);
gboolean pv_import_ligne_is_first (PvImportLigne *self);

/* A message of the import as a line. (transfer full) */
PvImportLigne *pv_import_ligne_new_message (const PvImportMessage *message);

/**
 * pv_import_ligne_set_conflict:
 *
 * Makes it a line that somebody settles: `conflit`, and what pv_import_set_choice() wants.
 */
void pv_import_ligne_set_conflict (PvImportLigne *self, const PvImportChange *change);
gboolean pv_import_ligne_is_conflict (PvImportLigne *self);
const char *pv_import_ligne_get_table (PvImportLigne *self);
const char *pv_import_ligne_get_column (PvImportLigne *self);
gint64 pv_import_ligne_get_id (PvImportLigne *self);

PvImportChoice pv_import_ligne_get_choice (PvImportLigne *self);
void pv_import_ligne_set_choice (PvImportLigne *self, PvImportChoice choice);

/* Whether one of its texts holds @folded (pv_text_fold()). */
gboolean pv_import_ligne_matches (PvImportLigne *self, const char *folded);

G_END_DECLS
