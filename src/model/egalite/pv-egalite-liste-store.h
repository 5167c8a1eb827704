/* pv-egalite-liste-store.h: the dossiers and their answers, for a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "egalite/pv-egalite.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvEgaliteDossier:
 * @par_institution: (array): answers by institution, in the order of the list
 *
 * A dossier of the list; texts are of the current row.
 */
typedef struct
{
  const char *numero;
  const char *porteur;
  const char *intitule;
  gint64 exercice;
  guint criteres;
  gint64 marque;
  const char *justification;
  const char *decide_le;
  const char *decide_par;
  PvCents demande_cents;
  PvCents accorde_cents; /* voté, else arbitré */
  PvEgaliteReponse communes[PV_N_EGALITE_QUESTIONS];
  PvEgaliteReponse (*par_institution)[PV_N_EGALITE_QUESTIONS];
} PvEgaliteDossier;

/* A stream of all dossiers of a filter but chapeaux, by key. */
typedef struct _PvEgaliteListe PvEgaliteListe;

PvEgaliteListe *
pv_egalite_liste_open (PvDb *db, gint64 axe_id, const PvFiltre *filtre, GError **error);
void pv_egalite_liste_free (PvEgaliteListe *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEgaliteListe, pv_egalite_liste_free)

/* (element-type PvInstitution): those whose answers are given, in this order */
GPtrArray *pv_egalite_liste_get_institutions (PvEgaliteListe *self);

/* The next dossier, until the call after; %NULL at the end, or with an error. */
const PvEgaliteDossier *pv_egalite_liste_next (PvEgaliteListe *self, GError **error);

G_END_DECLS
