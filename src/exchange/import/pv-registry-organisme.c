/* pv-registry-organisme.c: legal persons found by SIRET, RNA, or name and commune
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-registry-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Words that two spellings of one name do not share. */
static const char *const common_words[] = { "association", "assoc", "asso", "ass", "de",
                                            "des",         "du",    "d",    "la",  "le",
                                            "les",         "l",     "et",   "a",   "au",
                                            "aux",         "en",    "pour", NULL };

static void
organisme_free (gpointer data)
{
  PvKnownOrganisme *known = data;

  for (guint i = 0; i < PV_N_ORGANISME_COLUMNS; i++)
    g_free (known->values[i]);
  g_free (known->commune_plie);
  g_free (known);
}

static GHashTable *
lists_by_text (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

void
pv_registry_organisme_init (PvRegistry *self)
{
  self->organismes = g_ptr_array_new_with_free_func (organisme_free);
  self->organisme_by_siret = g_hash_table_new (g_str_hash, g_str_equal);
  self->organisme_by_rna = g_hash_table_new (g_str_hash, g_str_equal);
  self->organisme_by_name = lists_by_text ();
  self->organisme_by_words = lists_by_text ();
  self->organisme_by_sigle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->organisme_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
}

void
pv_registry_organisme_clear (PvRegistry *self)
{
  g_hash_table_unref (self->organisme_by_siret);
  g_hash_table_unref (self->organisme_by_rna);
  g_hash_table_unref (self->organisme_by_name);
  g_hash_table_unref (self->organisme_by_words);
  g_hash_table_unref (self->organisme_by_sigle);
  g_hash_table_unref (self->organisme_by_id);
  g_ptr_array_unref (self->organismes);
}

static int
compare_words_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* `association des mères du quartier` and `les meres du quartier` give the same. */
static char *
significant_words (const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !g_strv_contains (common_words, words[i]))
        g_ptr_array_add (kept, words[i]);
    }
  g_ptr_array_sort (kept, compare_words_cb);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **)kept->pdata);
}

static void
index_organisme (PvRegistry *self, PvKnownOrganisme *known)
{
  const char *siret = known->values[PV_COLUMN_ORGANISME_SIRET];
  const char *rna = known->values[PV_COLUMN_ORGANISME_RNA];
  const char *sigle = known->values[PV_COLUMN_ORGANISME_SIGLE];

  if (siret != NULL && !g_hash_table_contains (self->organisme_by_siret, siret))
    g_hash_table_insert (self->organisme_by_siret, (char *)siret, known);
  if (rna != NULL && !g_hash_table_contains (self->organisme_by_rna, rna))
    g_hash_table_insert (self->organisme_by_rna, (char *)rna, known);
  if (sigle != NULL)
    g_hash_table_insert (self->organisme_by_sigle, g_strdup (pv_registry_fold (self, sigle)),
                         known);
}

PvKnownOrganisme *
pv_registry_organisme_add (PvRegistry *self, const PvImportFields *fields)
{
  PvKnownOrganisme *known = g_new0 (PvKnownOrganisme, 1);
  const char *folded = fields->texts[PV_COLUMN_ORGANISME_NOM_PLIE];
  const char *commune = NULL;
  g_autofree char *words = significant_words (folded);

  known->id = fields->id;
  known->commune_id = PV_IMPORT_HAS (fields, PV_COLUMN_ORGANISME_COMMUNE)
                          ? fields->numbers[PV_COLUMN_ORGANISME_COMMUNE]
                          : PV_INT_NULL;
  for (int i = 0; i < PV_N_ORGANISME_COLUMNS; i++)
    {
      if (i != PV_COLUMN_ORGANISME_COMMUNE && PV_IMPORT_HAS (fields, i))
        known->values[i] = g_strdup (fields->texts[i]);
    }
  commune = known->commune_id != PV_INT_NULL
                ? g_hash_table_lookup (self->commune_names, &known->commune_id)
                : pv_registry_fold (self, known->values[PV_COLUMN_ORGANISME_COMMUNE_NOM]);
  known->commune_plie = g_strdup (commune != NULL ? commune : "");

  g_ptr_array_add (self->organismes, known);
  g_hash_table_insert (self->organisme_by_id, &known->id, known);
  g_ptr_array_add (pv_registry_list_of (self->organisme_by_name, folded), known);
  g_ptr_array_add (pv_registry_list_of (self->organisme_by_words, words), known);
  index_organisme (self, known);
  return known;
}

/* Two different valid SIRETs, or RNAs, are two different persons. */
static gboolean
contradicts (const PvKnownOrganisme *known, const PvPorteur *porteur)
{
  const char *siret = known->values[PV_COLUMN_ORGANISME_SIRET];
  const char *rna = known->values[PV_COLUMN_ORGANISME_RNA];

  return (siret != NULL && porteur->siret != NULL && strcmp (siret, porteur->siret) != 0) ||
         (rna != NULL && porteur->rna != NULL && strcmp (rna, porteur->rna) != 0);
}

static const char *
folded_commune (PvRegistry *self, const PvPorteur *porteur)
{
  gint64 id = pv_registry_find_commune_by_insee (self, porteur->insee);
  const char *name = id != PV_INT_NULL ? g_hash_table_lookup (self->commune_names, &id) : NULL;

  return name != NULL ? name : pv_registry_fold (self, porteur->commune);
}

static PvKnownOrganisme *
find_by_name (PvRegistry *self, const PvPorteur *porteur)
{
  GPtrArray *list =
      g_hash_table_lookup (self->organisme_by_name, pv_registry_fold (self, porteur->nom));
  const char *commune = folded_commune (self, porteur);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      PvKnownOrganisme *known = g_ptr_array_index (list, i);

      if (g_str_equal (known->commune_plie, commune) && !contradicts (known, porteur))
        return known;
    }

  return NULL;
}

static PvKnownOrganisme *
find (PvRegistry *self, const PvPorteur *porteur)
{
  PvKnownOrganisme *known = NULL;

  if (porteur->siret != NULL)
    known = g_hash_table_lookup (self->organisme_by_siret, porteur->siret);
  if (known == NULL && porteur->rna != NULL)
    {
      known = g_hash_table_lookup (self->organisme_by_rna, porteur->rna);
      if (known != NULL && contradicts (known, porteur))
        known = NULL; /* another établissement of the same association */
    }

  return known != NULL ? known : find_by_name (self, porteur);
}

static void
propose_near (PvRegistry *self, const PvPorteur *porteur, const PvImportPlace *place)
{
  g_autofree char *words = significant_words (pv_registry_fold (self, porteur->nom));
  GPtrArray *list = g_hash_table_lookup (self->organisme_by_words, words);
  const PvKnownOrganisme *near = NULL;
  const char *nom = NULL;
  const char *siret = NULL;
  char *text = NULL;

  if (list == NULL || list->len == 0 || *words == '\0')
    return;

  near = g_ptr_array_index (list, 0);
  nom = near->values[PV_COLUMN_ORGANISME_NOM];
  siret = near->values[PV_COLUMN_ORGANISME_SIRET];
  if (siret != NULL)
    text = g_strdup_printf (_ ("Looks like “%s”, SIRET %s, which is kept apart: merge them if "
                               "they are one."),
                            nom, siret);
  else
    text = g_strdup_printf (_ ("Looks like “%s”, which is kept apart: merge them if they are one."),
                            nom);
  pv_import_report_take (self->report, PV_IMPORT_INFO, place, "porteur-proche", porteur->nom, text);
}

static void
fill (PvRegistry *self, const PvPorteur *porteur, PvImportFields *fields)
{
  gint64 commune = pv_registry_find_commune_by_insee (self, porteur->insee);

  if (commune == PV_INT_NULL && porteur->commune != NULL)
    commune = pv_registry_find_commune (self, porteur->commune);

  pv_import_fields_init (fields);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_NOM, porteur->nom);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_NOM_PLIE,
                             pv_registry_fold (self, porteur->nom));
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_SIGLE, porteur->sigle);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_FORME, porteur->forme);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_SIRET, porteur->siret);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_SIRET_DECLARE, porteur->siret_declare);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_RNA, porteur->rna);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_ADRESSE, porteur->adresse);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_CODE_POSTAL, porteur->code_postal);
  pv_import_fields_set_int (fields, PV_COLUMN_ORGANISME_COMMUNE, commune);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_COMMUNE_NOM,
                             commune == PV_INT_NULL ? porteur->commune : NULL);
  pv_import_fields_set_text (fields, PV_COLUMN_ORGANISME_CER, porteur->cer);
}

/* Whether the source may write this column of an organisme that is there. */
static gboolean
may_write (PvRegistry *self,
           const PvKnownOrganisme *known,
           int column,
           const char *value,
           gboolean correcting,
           gboolean *write,
           GError **error)
{
  gboolean edited = FALSE;
  g_autofree char *imported = NULL;

  *write = known->values[column] == NULL;
  if (*write || !correcting)
    return TRUE;
  if (!pv_import_store_agent_edited (self->store, PV_IMPORT_TABLE_ORGANISME, known->id, column,
                                     &edited, &imported, error))
    return FALSE;
  *write = !edited;
  return TRUE;
}

static void
note_change (GPtrArray *changes, gint64 id, int column, const char *before, const char *after)
{
  if (changes != NULL)
    g_ptr_array_add (changes, pv_import_change_new (
                                  "organisme", id,
                                  pv_import_table_get_column (PV_IMPORT_TABLE_ORGANISME, column),
                                  before, after));
}

/* Fills what is not known of an organisme; a correction also replaces what an import wrote. */
static gboolean
complete (PvRegistry *self,
          PvKnownOrganisme *known,
          const PvPorteur *porteur,
          gboolean correcting,
          GPtrArray *changes,
          GError **error)
{
  PvImportFields given;
  PvImportFields update;

  fill (self, porteur, &given);
  pv_import_fields_init (&update);
  for (int i = 0; i < PV_N_ORGANISME_COLUMNS; i++)
    {
      gboolean write = FALSE;

      if (i == PV_COLUMN_ORGANISME_COMMUNE || given.texts[i] == NULL ||
          g_strcmp0 (known->values[i], given.texts[i]) == 0)
        continue;
      if (i == PV_COLUMN_ORGANISME_COMMUNE_NOM && known->commune_id != PV_INT_NULL)
        continue;
      if (i == PV_COLUMN_ORGANISME_SIRET_DECLARE &&
          known->values[PV_COLUMN_ORGANISME_SIRET] != NULL)
        continue;
      if (!may_write (self, known, i, given.texts[i], correcting, &write, error))
        return FALSE;
      if (!write)
        continue;
      note_change (changes, known->id, i, known->values[i], given.texts[i]);
      pv_import_fields_set_text (&update, i, given.texts[i]);
      g_free (known->values[i]);
      known->values[i] = g_strdup (given.texts[i]);
    }
  if (known->commune_id == PV_INT_NULL && given.numbers[PV_COLUMN_ORGANISME_COMMUNE] != PV_INT_NULL)
    {
      known->commune_id = given.numbers[PV_COLUMN_ORGANISME_COMMUNE];
      pv_import_fields_set_int (&update, PV_COLUMN_ORGANISME_COMMUNE, known->commune_id);
      note_change (changes, known->id, PV_COLUMN_ORGANISME_COMMUNE_NOM, NULL, porteur->commune);
    }

  index_organisme (self, known);
  return pv_import_store_update (self->store, PV_IMPORT_TABLE_ORGANISME, known->id, &update, error);
}

gboolean
pv_registry_organisme_give_siret (PvRegistry *self, gint64 id, const char *siret, GError **error)
{
  PvKnownOrganisme *known = g_hash_table_lookup (self->organisme_by_id, &id);
  const PvPorteur porteur = { .siret = siret };

  if (known == NULL || known->values[PV_COLUMN_ORGANISME_SIRET] != NULL)
    return TRUE;

  return complete (self, known, &porteur, FALSE, NULL, error);
}

gboolean
pv_registry_organisme (PvRegistry *self,
                       const PvPorteur *porteur,
                       gboolean correcting,
                       const PvImportPlace *place,
                       GPtrArray *changes,
                       gint64 *id,
                       GError **error)
{
  PvKnownOrganisme *known = find (self, porteur);
  PvImportFields fields;

  if (known != NULL)
    {
      *id = known->id;
      return complete (self, known, porteur, correcting, changes, error);
    }

  propose_near (self, porteur, place);
  fill (self, porteur, &fields);
  if (!pv_import_store_insert (self->store, PV_IMPORT_TABLE_ORGANISME, &fields, error))
    return FALSE;
  pv_registry_organisme_add (self, &fields);
  *id = fields.id;
  return TRUE;
}

GArray *
pv_registry_list_organismes (PvRegistry *self, const char *name, const char *siret)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const PvKnownOrganisme *known =
      siret != NULL ? g_hash_table_lookup (self->organisme_by_siret, siret) : NULL;
  const GPtrArray *list =
      name != NULL ? g_hash_table_lookup (self->organisme_by_name, pv_registry_fold (self, name))
                   : NULL;

  if (known != NULL)
    g_array_append_val (ids, known->id);
  for (guint i = 0; known == NULL && list != NULL && i < list->len; i++)
    {
      const PvKnownOrganisme *named = g_ptr_array_index (list, i);

      g_array_append_val (ids, named->id);
    }

  return ids;
}
