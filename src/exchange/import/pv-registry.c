/* pv-registry.c: what the file knows already, found by name or number
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-registry-private.h"

#include <glib/gi18n-lib.h>

#include "dossier/pv-dossier-store.h"
#include "pv-text.h"

gint64 *
pv_registry_box (gint64 value)
{
  gint64 *box = g_new (gint64, 1);

  *box = value;
  return box;
}

gint64
pv_registry_unbox (gconstpointer boxed)
{
  return boxed == NULL ? PV_INT_NULL : *(const gint64 *)boxed;
}

GPtrArray *
pv_registry_list_of (GHashTable *table, const char *key)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), list);
    }

  return list;
}

static GHashTable *
numbers_by_text (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

PvRegistry *
pv_registry_new (PvImportStore *store,
                 const PvProfile *profile,
                 PvImportReport *report,
                 GError **error)
{
  g_autoptr (PvRegistry) self = g_new0 (PvRegistry, 1);

  self->store = store;
  self->profile = profile;
  self->report = report;
  self->contrat_id = PV_INT_NULL;
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->institutions = numbers_by_text ();
  self->axes = numbers_by_text ();
  self->comptes = numbers_by_text ();
  self->appels = numbers_by_text ();
  self->depots = numbers_by_text ();
  self->numeros = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify)g_hash_table_unref);
  self->enveloppes = g_array_new (FALSE, FALSE, sizeof (PvKnownEnveloppe));
  pv_registry_organisme_init (self);
  pv_registry_financeur_init (self);
  pv_registry_lieu_init (self);

  return pv_registry_store_load (self, error) ? g_steal_pointer (&self) : NULL;
}

void
pv_registry_free (PvRegistry *self)
{
  if (self == NULL)
    return;

  pv_registry_lieu_clear (self);
  pv_registry_financeur_clear (self);
  pv_registry_organisme_clear (self);
  g_hash_table_unref (self->institutions);
  g_hash_table_unref (self->axes);
  g_hash_table_unref (self->comptes);
  g_hash_table_unref (self->appels);
  g_hash_table_unref (self->depots);
  g_hash_table_unref (self->numeros);
  g_hash_table_unref (self->folded);
  g_array_unref (self->enveloppes);
  g_free (self);
}

const char *
pv_registry_fold (PvRegistry *self, const char *text)
{
  const char *folded;

  if (text == NULL)
    return "";

  folded = g_hash_table_lookup (self->folded, text);
  if (folded == NULL)
    {
      char *made = pv_text_fold (text);

      g_hash_table_insert (self->folded, g_strdup (text), made);
      folded = made;
    }

  return folded;
}

/* --- institutions, axes, accounts --- */

gboolean
pv_registry_institution (PvRegistry *self, const char *name, gint64 *id, GError **error)
{
  const char *folded = pv_registry_fold (self, name);
  const gint64 *known = g_hash_table_lookup (self->institutions, folded);
  PvImportFields fields;

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  pv_import_fields_init (&fields);
  pv_import_fields_set_text (&fields, PV_COLUMN_INSTITUTION_NOM, name);
  if (!pv_import_store_insert (self->store, PV_IMPORT_TABLE_INSTITUTION, &fields, error))
    return FALSE;
  g_hash_table_insert (self->institutions, g_strdup (folded), pv_registry_box (fields.id));
  *id = fields.id;
  return TRUE;
}

gboolean
pv_registry_axe (PvRegistry *self, const char *code, const char *label, gint64 *id, GError **error)
{
  const gint64 *known = g_hash_table_lookup (self->axes, code);
  PvImportFields fields;

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  pv_import_fields_init (&fields);
  pv_import_fields_set_text (&fields, PV_COLUMN_AXE_CODE, code);
  pv_import_fields_set_text (&fields, PV_COLUMN_AXE_LIBELLE, label);
  pv_import_fields_set_int (&fields, PV_COLUMN_AXE_ARBRE, g_str_equal (code, "egalite"));
  if (!pv_import_store_insert (self->store, PV_IMPORT_TABLE_AXE, &fields, error))
    return FALSE;
  g_hash_table_insert (self->axes, g_strdup (code), pv_registry_box (fields.id));
  *id = fields.id;
  return TRUE;
}

gint64
pv_registry_compte (PvRegistry *self, const char *code)
{
  return pv_registry_unbox (g_hash_table_lookup (self->comptes, code));
}

/* --- appels and the numbers of their dossiers --- */

/* The appel of a source and year is found again by the line that remembers it, even
 * when an agent renamed it. */
static gboolean
remember_appel (PvRegistry *self, gint64 exercice, gint64 id, GError **error)
{
  g_autofree char *key = g_strdup_printf ("@appel %" G_GINT64_FORMAT, exercice);
  PvImportFields line;

  pv_import_fields_init (&line);
  pv_import_fields_set_text (&line, PV_COLUMN_LIGNE_PROFIL, self->profile->id);
  pv_import_fields_set_text (&line, PV_COLUMN_LIGNE_CLE, key);
  pv_import_fields_set_int (&line, PV_COLUMN_LIGNE_RANG, 1);
  pv_import_fields_set_text (&line, PV_COLUMN_LIGNE_EMPREINTE, "");
  pv_import_fields_set_text (&line, PV_COLUMN_LIGNE_TABLE, "appel");
  pv_import_fields_set_int (&line, PV_COLUMN_LIGNE_CIBLE, id);
  return pv_import_store_insert (self->store, PV_IMPORT_TABLE_LIGNE, &line, error);
}

static gboolean
create_appel (PvRegistry *self, const char *label, gint64 exercice, gint64 *id, GError **error)
{
  PvImportFields fields;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_APPEL_CONTRAT, self->contrat_id);
  pv_import_fields_set_int (&fields, PV_COLUMN_APPEL_EXERCICE, exercice);
  pv_import_fields_set_text (&fields, PV_COLUMN_APPEL_GENRE, self->profile->appel_kind);
  pv_import_fields_set_text (&fields, PV_COLUMN_APPEL_LIBELLE, label);
  if (!pv_import_store_insert (self->store, PV_IMPORT_TABLE_APPEL, &fields, error))
    return FALSE;

  *id = fields.id;
  return TRUE;
}

gboolean
pv_registry_appel (PvRegistry *self, const char *label, gint64 exercice, gint64 *id, GError **error)
{
  g_autofree char *ours =
      g_strdup_printf ("%s %" G_GINT64_FORMAT, self->profile->appel_label, exercice);
  g_autofree char *key =
      g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", exercice, label != NULL ? label : "");
  g_autofree char *named =
      g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", exercice, label != NULL ? label : ours);
  const gint64 *known = g_hash_table_lookup (self->appels, key);

  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  known = g_hash_table_lookup (self->appels, named);
  if (known != NULL)
    *id = *known;
  else if (!create_appel (self, label != NULL ? label : ours, exercice, id, error))
    return FALSE;
  if (label == NULL && !remember_appel (self, exercice, *id, error))
    return FALSE;

  g_hash_table_insert (self->appels, g_steal_pointer (&key), pv_registry_box (*id));
  g_hash_table_insert (self->appels, g_steal_pointer (&named), pv_registry_box (*id));
  return TRUE;
}

static GHashTable *
numeros_of (PvRegistry *self, gint64 appel_id, GError **error)
{
  GHashTable *numeros = g_hash_table_lookup (self->numeros, &appel_id);

  if (numeros == NULL)
    {
      numeros = numbers_by_text ();
      g_hash_table_insert (self->numeros, pv_registry_box (appel_id), numeros);
      if (!pv_registry_store_load_numeros (self, appel_id, numeros, error))
        return NULL;
    }

  return numeros;
}

const char *
pv_registry_take_numero (PvRegistry *self,
                         gint64 appel_id,
                         const char *wanted,
                         gint64 dossier_id,
                         GError **error)
{
  GHashTable *numeros = numeros_of (self, appel_id, error);
  g_autofree char *numero = g_strdup (wanted);
  gpointer key = NULL;

  if (numeros == NULL)
    return NULL;

  for (guint i = 2; g_hash_table_contains (numeros, numero); i++)
    {
      g_free (numero);
      numero = g_strdup_printf ("%s-%u", wanted, i);
    }
  g_hash_table_insert (numeros, g_strdup (numero), pv_registry_box (dossier_id));
  g_hash_table_lookup_extended (numeros, numero, &key, NULL);
  return key;
}

gboolean
pv_registry_find_dossier (PvRegistry *self,
                          gint64 appel_id,
                          const char *numero,
                          gint64 *id,
                          GError **error)
{
  GHashTable *numeros = numeros_of (self, appel_id, error);

  if (numeros == NULL)
    return FALSE;
  *id = pv_registry_unbox (g_hash_table_lookup (numeros, numero));
  return TRUE;
}

gboolean
pv_registry_find_precedent (PvRegistry *self,
                            const char *numero,
                            gint64 exercice,
                            gint64 *id,
                            GError **error)
{
  PvDb *db = pv_import_store_get_db (self->store, error);

  return db != NULL && pv_dossier_store_find_precedent (db, numero, exercice, id, error);
}

void
pv_registry_set_dossier (PvRegistry *self, gint64 appel_id, const char *numero, gint64 id)
{
  GHashTable *numeros = g_hash_table_lookup (self->numeros, &appel_id);
  gint64 *known = numeros != NULL ? g_hash_table_lookup (numeros, numero) : NULL;

  if (known != NULL)
    *known = id;
}

gint64
pv_registry_find_depot (PvRegistry *self, const char *number)
{
  return pv_registry_unbox (g_hash_table_lookup (self->depots, number));
}

void
pv_registry_add_depot (PvRegistry *self, const char *number, gint64 id)
{
  g_hash_table_insert (self->depots, g_strdup (number), pv_registry_box (id));
}

gint64
pv_registry_find_enveloppe (PvRegistry *self,
                            gint64 financeur_id,
                            gint64 dispositif_id,
                            gint64 exercice,
                            gint64 commune_id,
                            gint64 *credit)
{
  gint64 found = PV_INT_NULL;

  for (guint i = 0; i < self->enveloppes->len; i++)
    {
      const PvKnownEnveloppe *e = &g_array_index (self->enveloppes, PvKnownEnveloppe, i);

      if (e->financeur_id != financeur_id || e->exercice != exercice ||
          (dispositif_id != PV_INT_NULL && e->dispositif_id != dispositif_id) ||
          (e->commune_id != PV_INT_NULL && e->commune_id != commune_id))
        continue;
      if (found != PV_INT_NULL)
        return PV_INT_NULL;
      found = e->id;
      *credit = e->dispositif_id;
    }

  return found;
}
