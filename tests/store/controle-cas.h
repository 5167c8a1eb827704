/* controle-cas.h: what each control finds, and does not
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "controle/pv-controle.h"

G_BEGIN_DECLS

/* What is written in the programme where nothing is wrong, and what the control then finds. */
typedef struct
{
  const char *controle;
  const char *nom;
  const char *sql;
  guint n;
  PvSeverite severite;
  gint64 dossier;
  const char *table;
  gint64 cle;
  const char *champ;
  const char *texte; /* a part of it */
} ControleCas;

extern const ControleCas controle_cas[];
extern const gsize controle_n_cas;

G_END_DECLS
