/* pv-contact.h: a professional contact of an organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

/**
 * PvContact:
 *
 * No private telephone and no bank reference is ever stored.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 organisme_id;
  char *nom;
  char *fonction;
  char *courriel;
  char *telephone; /* professional; a private one is never kept */
} PvContact;

extern const PvChamp pv_contact_champs[];

/* A record where nothing is known yet. */
PvContact *pv_contact_new (void);
PvContact *pv_contact_copy (const PvContact *self);
void pv_contact_free (PvContact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvContact, pv_contact_free)

G_END_DECLS
