/* pv-financement-store.c: the SQL of pv-financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, financeur_id, dispositif_id, exercice, section, enveloppe_id, " \
  "sollicite_cents, propose_cents, arbitre_cents, vote_cents, notifie_cents, " \
  "vote_le, vote_acte, notifie_le, notifie_acte, reference, commentaire"
#define VALEURS \
  ":dossier_id, :financeur_id, :dispositif_id, :exercice, :section, :enveloppe_id, " \
  ":sollicite_cents, :propose_cents, :arbitre_cents, :vote_cents, :notifie_cents, " \
  ":vote_le, :vote_acte, :notifie_le, :notifie_acte, :reference, :commentaire"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvFinancement, "financement", pv_financement_champs, COLONNES, VALEURS);

gboolean
pv_financement_store_insert (PvDb *db, PvFinancement *financement, GError **error)
{
  return pv_entite_insert (&entite, db, financement, error);
}

gboolean
pv_financement_store_update (PvDb *db,
                             const PvFinancement *financement,
                             gboolean *changed,
                             GError **error)
{
  return pv_entite_update (&entite, db, financement, changed, error);
}

gboolean
pv_financement_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvFinancement *
pv_financement_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
