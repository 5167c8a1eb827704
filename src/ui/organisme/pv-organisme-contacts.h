/* pv-organisme-contacts.h: the professional contacts of an organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_ORGANISME_CONTACTS (pv_organisme_contacts_get_type ())

/* Actions: contacts.delete (x): the key of a contact. */
G_DECLARE_FINAL_TYPE (PvOrganismeContacts, pv_organisme_contacts, PV, ORGANISME_CONTACTS, AdwBin)

/* Reads them again; what is being typed stays. */
void pv_organisme_contacts_set (PvOrganismeContacts *self, PvContext *context, gint64 organisme_id);

G_END_DECLS
