/* pv-contact-store.c: the SQL of pv-contact
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-contact-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "organisme_id, nom, fonction, courriel, telephone"
#define VALEURS \
  ":organisme_id, :nom, :fonction, :courriel, :telephone"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvContact, "contact", pv_contact_champs, COLONNES, VALEURS);

gboolean
pv_contact_store_insert (PvDb *db, PvContact *contact, GError **error)
{
  return pv_entite_insert (&entite, db, contact, error);
}

gboolean
pv_contact_store_update (PvDb *db, const PvContact *contact, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, contact, changed, error);
}

gboolean
pv_contact_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvContact *
pv_contact_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
