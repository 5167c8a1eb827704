/* pv-registry-financeur.c: payers and their lines of credits found by name
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-registry-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-identifier.h"
#include "pv-text.h"

#define SIREN_LENGTH 9

static void
financeur_free (gpointer data)
{
  PvKnownFinanceur *known = data;

  g_free (known->categorie);
  g_free (known);
}

void
pv_registry_financeur_init (PvRegistry *self)
{
  self->financeurs = g_ptr_array_new_with_free_func (financeur_free);
  self->financeur_by_organisme = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->financeur_by_asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->dispositifs = g_ptr_array_new_with_free_func (g_free);
  self->dispositif_by_alias =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->dispositif_codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
pv_registry_financeur_clear (PvRegistry *self)
{
  g_hash_table_unref (self->financeur_by_organisme);
  g_hash_table_unref (self->financeur_by_asked);
  g_hash_table_unref (self->dispositif_by_alias);
  g_hash_table_unref (self->dispositif_codes);
  g_ptr_array_unref (self->dispositifs);
  g_ptr_array_unref (self->financeurs);
}

PvKnownFinanceur *
pv_registry_financeur_add (PvRegistry *self, gint64 id, gint64 organisme_id, const char *categorie)
{
  PvKnownFinanceur *known = g_new0 (PvKnownFinanceur, 1);

  known->id = id;
  known->organisme_id = organisme_id;
  known->categorie = g_strdup (categorie);
  g_ptr_array_add (self->financeurs, known);
  g_hash_table_insert (self->financeur_by_organisme, &known->organisme_id, known);
  return known;
}

/* --- payers --- */

/* Another SIREN is another person, be the names the same. */
static gboolean
is_another (const PvKnownOrganisme *known, const char *siret)
{
  const char *of_it = known->values[PV_COLUMN_ORGANISME_SIRET];

  return siret != NULL && of_it != NULL && pv_identifier_siret_is_valid (siret) &&
         strncmp (of_it, siret, SIREN_LENGTH) != 0;
}

static PvKnownOrganisme *
find_organisme (PvRegistry *self, const char *name, const char *siret)
{
  const char *folded = pv_registry_fold (self, name);
  GPtrArray *list = g_hash_table_lookup (self->organisme_by_name, folded);
  PvKnownOrganisme *found = NULL;

  if (list != NULL)
    {
      /* Among those of one name, the one that pays. */
      for (guint i = 0; i < list->len; i++)
        {
          PvKnownOrganisme *known = g_ptr_array_index (list, i);

          if (is_another (known, siret))
            continue;
          if (g_hash_table_contains (self->financeur_by_organisme, &known->id))
            return known;
          if (found == NULL)
            found = known;
        }
      return found;
    }

  return g_hash_table_lookup (self->organisme_by_sigle, folded);
}

/* A file has one région, one CAF…: the only one known is meant. There are many communes. */
static const PvKnownFinanceur *
only_of_category (PvRegistry *self, const char *category)
{
  const PvKnownFinanceur *found = NULL;

  if (g_str_equal (category, "commune"))
    return NULL;

  for (guint i = 0; i < self->financeurs->len; i++)
    {
      const PvKnownFinanceur *known = g_ptr_array_index (self->financeurs, i);

      if (!g_str_equal (known->categorie, category))
        continue;
      if (found != NULL)
        return NULL;
      found = known;
    }

  return found;
}

/* A name that is nothing but a category: `Région`, `Le Département`, `CAF`. */
static gboolean
is_bare_category (PvRegistry *self, const char *name)
{
  return pv_profile_lookup (self->profile, "categories", name) != NULL;
}

/* `Commune` in the row of one commune is that commune. */
static const char *
payer_of_row_commune (PvRegistry *self, const char *name)
{
  const char *category = pv_profile_lookup (self->profile, "categories", name);

  if (self->row_commune == PV_INT_NULL || g_strcmp0 (category, "commune") != 0)
    return NULL;

  return g_hash_table_lookup (self->commune_payers, &self->row_commune);
}

/* Certain words first, then what the organisme is, then the communes of the file. */
static const char *
category_of (PvRegistry *self, const char *name, const PvKnownOrganisme *organisme)
{
  const char *guess = pv_profile_guess_category (self->profile, name);
  const char *forme = organisme != NULL ? organisme->values[PV_COLUMN_ORGANISME_FORME] : NULL;

  if (guess != NULL)
    return guess;
  if (g_strcmp0 (forme, "commune") == 0 || g_strcmp0 (forme, "epci") == 0 ||
      g_strcmp0 (forme, "bailleur") == 0 || g_strcmp0 (forme, "etat") == 0)
    return forme;
  return pv_registry_find_commune (self, name) != PV_INT_NULL ? "commune" : NULL;
}

static gint64
is_public (const char *category)
{
  if (g_str_equal (category, "inconnu") || g_str_equal (category, "bailleur"))
    return PV_INT_NULL;

  return g_str_equal (category, "prive") ? 0 : 1;
}

static const char *
forme_of (const char *category)
{
  if (g_str_equal (category, "commune") || g_str_equal (category, "epci") ||
      g_str_equal (category, "etat") || g_str_equal (category, "bailleur"))
    return category;
  if (g_str_equal (category, "region") || g_str_equal (category, "departement"))
    return "collectivite";

  return NULL;
}

static gboolean
create_financeur (PvRegistry *self,
                  const char *name,
                  const char *siret,
                  gint64 organisme_id,
                  const char *category,
                  const PvImportPlace *place,
                  gint64 *id,
                  GError **error)
{
  PvImportFields fields;
  PvPorteur organisme = { .nom = name, .forme = forme_of (category) };
  gboolean valid = siret != NULL && pv_identifier_siret_is_valid (siret);

  organisme.siret = valid ? siret : NULL;
  organisme.siret_declare = valid ? NULL : siret;
  if (organisme_id == PV_INT_NULL &&
      !pv_registry_organisme (self, &organisme, FALSE, place, NULL, &organisme_id, error))
    return FALSE;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_FINANCEUR_ORGANISME, organisme_id);
  pv_import_fields_set_text (&fields, PV_COLUMN_FINANCEUR_CATEGORIE, category);
  pv_import_fields_set_int (&fields, PV_COLUMN_FINANCEUR_PUBLIC, is_public (category));
  if (!pv_import_store_insert (self->store, PV_IMPORT_TABLE_FINANCEUR, &fields, error))
    return FALSE;

  pv_registry_financeur_add (self, fields.id, organisme_id, category);
  *id = fields.id;
  return TRUE;
}

static gint64
find_financeur (PvRegistry *self,
                const char *name,
                const char *siret,
                const PvKnownOrganisme **organisme)
{
  PvKnownOrganisme *known =
      siret != NULL ? g_hash_table_lookup (self->organisme_by_siret, siret) : NULL;
  const PvKnownFinanceur *financeur = NULL;

  if (known == NULL && name != NULL)
    known = find_organisme (self, name, siret);
  *organisme = known;
  if (known != NULL)
    financeur = g_hash_table_lookup (self->financeur_by_organisme, &known->id);
  else if (name != NULL && is_bare_category (self, name))
    financeur = only_of_category (self, pv_profile_lookup (self->profile, "categories", name));

  return financeur != NULL ? financeur->id : PV_INT_NULL;
}

gint64
pv_registry_find_financeur (PvRegistry *self, const char *name, const char *siret)
{
  const PvKnownOrganisme *organisme = NULL;

  return find_financeur (self, name, siret, &organisme);
}

/* A payer of the reference data is known by its name alone, until a source says its SIRET. */
static gboolean
complete_siret (PvRegistry *self, gint64 id, const char *siret, GError **error)
{
  if (siret == NULL || !pv_identifier_siret_is_valid (siret) ||
      g_hash_table_contains (self->organisme_by_siret, siret))
    return TRUE;

  for (guint i = 0; i < self->financeurs->len; i++)
    {
      const PvKnownFinanceur *known = g_ptr_array_index (self->financeurs, i);

      if (known->id == id)
        return pv_registry_organisme_give_siret (self, known->organisme_id, siret, error);
    }

  return TRUE;
}

void
pv_registry_set_row_commune (PvRegistry *self, gint64 commune_id)
{
  self->row_commune = commune_id;
}

gboolean
pv_registry_financeur (PvRegistry *self,
                       const char *name,
                       const char *siret,
                       const char *category,
                       const PvImportPlace *place,
                       gint64 *id,
                       GError **error)
{
  const char *commune = name != NULL ? payer_of_row_commune (self, name) : NULL;
  g_autofree char *asked = NULL;
  const gint64 *known;
  const PvKnownOrganisme *organisme = NULL;

  if (commune != NULL)
    name = commune;
  asked = g_strdup_printf ("%s\n%s", name != NULL ? name : "", siret != NULL ? siret : "");
  known = g_hash_table_lookup (self->financeur_by_asked, asked);
  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  if (name == NULL)
    name = siret != NULL ? siret : "Financeur inconnu";
  *id = find_financeur (self, name, siret, &organisme);
  if (*id == PV_INT_NULL)
    {
      if (category == NULL)
        category = category_of (self, name, organisme);
      if (category == NULL)
        pv_import_report_take (
            self->report, PV_IMPORT_INFO, place, "financeur-inconnu", name,
            g_strdup (_ ("No word of its name says its category: “inconnu” until you choose.")));
      if (!create_financeur (self, name, siret, organisme != NULL ? organisme->id : PV_INT_NULL,
                             category != NULL ? category : "inconnu", place, id, error))
        return FALSE;
    }
  if (!complete_siret (self, *id, siret, error))
    return FALSE;

  g_hash_table_insert (self->financeur_by_asked, g_steal_pointer (&asked), pv_registry_box (*id));
  return TRUE;
}

/* --- lines of credits --- */

static void
add_alias (PvRegistry *self, const char *text, gsize length, PvKnownDispositif *known)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *folded = pv_text_fold (part);

  if (*folded != '\0')
    g_ptr_array_add (pv_registry_list_of (self->dispositif_by_alias, folded), known);
}

/* `Programme de réussite éducative (PRE, DRE)` is also found as `PRE`, `DRE` and without
 * its bracket. */
void
pv_registry_dispositif_add (PvRegistry *self,
                            gint64 id,
                            gint64 financeur_id,
                            const char *code,
                            const char *nom)
{
  PvKnownDispositif *known = g_new0 (PvKnownDispositif, 1);
  const char *open = strchr (nom, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;

  known->id = id;
  known->financeur_id = financeur_id;
  g_ptr_array_add (self->dispositifs, known);
  g_hash_table_insert (self->dispositif_codes, g_strdup (code), known);
  add_alias (self, code, strlen (code), known);
  add_alias (self, nom, strlen (nom), known);
  if (close == NULL)
    return;

  add_alias (self, nom, open - nom, known);
  for (const char *p = open + 1; p < close;)
    {
      gsize length = strcspn (p, ",)");

      add_alias (self, p, length, known);
      p += length + 1;
    }
}

gint64
pv_registry_find_dispositif (PvRegistry *self, const char *text, gint64 financeur_id, gint64 *owner)
{
  GPtrArray *list = g_hash_table_lookup (self->dispositif_by_alias, pv_registry_fold (self, text));
  const PvKnownDispositif *found = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PvKnownDispositif *known = g_ptr_array_index (list, i);

      if (financeur_id != PV_INT_NULL && known->financeur_id != financeur_id)
        continue;
      if (found != NULL && found->id != known->id)
        return PV_INT_NULL;
      found = known;
    }
  if (found == NULL)
    return PV_INT_NULL;

  if (owner != NULL)
    *owner = found->financeur_id;
  return found->id;
}

static char *
make_code (PvRegistry *self, const char *name)
{
  const char *folded = pv_registry_fold (self, name);
  g_autofree char *code = g_strdelimit (g_strndup (folded, 40), " ", '_');
  char *unique = g_strdup (code);

  for (guint i = 2; g_hash_table_contains (self->dispositif_codes, unique); i++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s_%u", code, i);
    }

  return unique;
}

gboolean
pv_registry_dispositif (PvRegistry *self,
                        gint64 financeur_id,
                        const char *code,
                        const char *name,
                        gint64 *id,
                        GError **error)
{
  const PvKnownDispositif *known =
      code != NULL ? g_hash_table_lookup (self->dispositif_codes, code) : NULL;
  g_autofree char *made = NULL;
  PvImportFields fields;

  *id = known != NULL ? known->id : pv_registry_find_dispositif (self, name, financeur_id, NULL);
  if (*id != PV_INT_NULL)
    return TRUE;

  made = code != NULL ? g_strdup (code) : make_code (self, name);
  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_DISPOSITIF_FINANCEUR, financeur_id);
  pv_import_fields_set_text (&fields, PV_COLUMN_DISPOSITIF_CODE, made);
  pv_import_fields_set_text (&fields, PV_COLUMN_DISPOSITIF_NOM, name);
  pv_import_fields_set_text (&fields, PV_COLUMN_DISPOSITIF_NOM_PLIE, pv_registry_fold (self, name));
  if (!pv_import_store_insert (self->store, PV_IMPORT_TABLE_DISPOSITIF, &fields, error))
    return FALSE;

  pv_registry_dispositif_add (self, fields.id, financeur_id, made, name);
  *id = fields.id;
  return TRUE;
}

/* --- a payer in a header --- */

/* `État - P147`, `Union européenne (Interreg NWE)`: a payer, then its line of credits. */
static gboolean
split_payer (const char *text, char **payer, char **dispositif)
{
  const char *dash = strstr (text, " - ");
  const char *open = strstr (text, " (");

  if (dash != NULL)
    {
      *payer = g_strndup (text, dash - text);
      *dispositif = g_strdup (dash + 3);
      return TRUE;
    }
  if (open != NULL && g_str_has_suffix (text, ")"))
    {
      *payer = g_strndup (text, open - text);
      *dispositif = g_strndup (open + 2, strlen (open) - 3);
      return TRUE;
    }

  return FALSE;
}

gboolean
pv_registry_payer_of_header (PvRegistry *self,
                             const char *payer,
                             const char *dispositif,
                             const PvImportPlace *place,
                             gint64 *financeur_id,
                             gint64 *dispositif_id,
                             GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const PvKnownOrganisme *organisme = NULL;

  *dispositif_id = PV_INT_NULL;
  if (find_financeur (self, payer, NULL, &organisme) == PV_INT_NULL && organisme == NULL)
    {
      *dispositif_id = pv_registry_find_dispositif (self, payer, PV_INT_NULL, financeur_id);
      if (*dispositif_id != PV_INT_NULL)
        return TRUE;
      if (dispositif == NULL && split_payer (payer, &first, &second))
        {
          payer = first;
          dispositif = second;
        }
    }

  if (!pv_registry_financeur (self, payer, NULL, NULL, place, financeur_id, error))
    return FALSE;
  return dispositif == NULL ||
         pv_registry_dispositif (self, *financeur_id, NULL, dispositif, dispositif_id, error);
}
