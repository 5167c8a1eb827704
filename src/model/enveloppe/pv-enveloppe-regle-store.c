/* pv-enveloppe-regle-store.c: the SQL of pv-enveloppe-regle
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-regle-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "enveloppe_id, genre, cible, taux_bp, montant_cents, base_libelle, " \
  "base_enveloppe_id, base_cents, source"
#define VALEURS \
  ":enveloppe_id, :genre, :cible, :taux_bp, :montant_cents, :base_libelle, " \
  ":base_enveloppe_id, :base_cents, :source"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvEnveloppeRegle, "enveloppe_regle", pv_enveloppe_regle, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("enveloppe_regle", COLONNES) "WHERE enveloppe_id = :enveloppe ORDER BY id";

gboolean
pv_enveloppe_regle_store_insert (PvDb *db, PvEnveloppeRegle *enveloppe_regle, GError **error)
{
  return pv_entite_insert (&entite, db, enveloppe_regle, error);
}

gboolean
pv_enveloppe_regle_store_update (PvDb *db,
                                 const PvEnveloppeRegle *enveloppe_regle,
                                 gboolean *changed,
                                 GError **error)
{
  return pv_entite_update (&entite, db, enveloppe_regle, changed, error);
}

gboolean
pv_enveloppe_regle_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvEnveloppeRegle *
pv_enveloppe_regle_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

GPtrArray *
pv_enveloppe_regle_store_list (PvDb *db, gint64 enveloppe_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", enveloppe_id);
}
