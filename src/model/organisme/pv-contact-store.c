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

static const PvEntite entite = PV_ENTITE (PvContact, "contact", pv_contact, COLONNES, VALEURS);

static const char liste[] =
    PV_SQL_LECTURE ("contact", COLONNES) "WHERE organisme_id = :organisme ORDER BY id";

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

GPtrArray *
pv_contact_store_list (PvDb *db, gint64 organisme_id, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "i", organisme_id);
}
