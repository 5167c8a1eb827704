/* pv-saisie-row.h: a field with its name, its value and why it is refused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  PV_SAISIE_TEXTE,
  PV_SAISIE_DATE,    /* an ISO date; written as it is said here */
  PV_SAISIE_ENTIER,  /* a count, a year */
  PV_SAISIE_MONTANT, /* cents */
  PV_SAISIE_TAUX,    /* basis points */
  PV_SAISIE_CHOIX,   /* one of the ids of pv_saisie_row_set_choices() */
} PvSaisie;

#define PV_TYPE_SAISIE_ROW (pv_saisie_row_get_type ())

G_DECLARE_FINAL_TYPE (PvSaisieRow, pv_saisie_row, PV, SAISIE_ROW, AdwActionRow)

/*
 * A row of a form. What is typed is read as one types; the reason why it is refused is
 * told below the name of the field. Enter, and leaving the field, commit; Escape takes
 * the typing back.
 *
 * Values are texts as the schema keeps them: "2026-01-31", cents, an id; %NULL: nothing.
 *
 * Signal: committed: a value that is not the one that was set last
 */
GtkWidget *pv_saisie_row_new (PvSaisie saisie, const char *title, gboolean required);

/* The choices of a %PV_SAISIE_CHOIX; the first id may be "": nothing chosen. */
void
pv_saisie_row_set_choices (PvSaisieRow *self, const char *const *ids, const char *const *labels);

/* Shows a value (nullable); leaves alone what is being typed and what was refused. */
void pv_saisie_row_set_value (PvSaisieRow *self, const char *value);

/* (transfer full) (nullable): what is typed, when it is not refused. */
char *pv_saisie_row_dup_value (PvSaisieRow *self);

/* A refusal that the row cannot see by itself; %NULL: none. */
void pv_saisie_row_set_problem (PvSaisieRow *self, const char *problem);

/* Reads the field as it is; a field that must be filled and is not is told now. */
const char *pv_saisie_row_check (PvSaisieRow *self);

/* (transfer none) (nullable): the first control under @root whose text is refused. */
GtkWidget *pv_saisie_row_find_refused (GtkWidget *root);

/* A help under the name, where there is no problem to tell. */
void pv_saisie_row_set_hint (PvSaisieRow *self, const char *hint);
void pv_saisie_row_set_editable (PvSaisieRow *self, gboolean editable);

/* What a text that lists names, separated by commas, may hold: chosen from a button. */
void pv_saisie_row_set_names (PvSaisieRow *self, const char *const *names);

/* Enter commits the value, then activates the default button of the window. */
void pv_saisie_row_set_activates_default (PvSaisieRow *self);

/* The entry or the drop down. */
GtkWidget *pv_saisie_row_get_control (PvSaisieRow *self);

G_END_DECLS
