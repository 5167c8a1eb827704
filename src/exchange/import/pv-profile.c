/* pv-profile.c: what a known source of tables looks like
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-profile-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "commun/pv-etape.h"
#include "pv-error.h"
#include "pv-text.h"

#define COMMON_ID "commun"
#define CATEGORY_GROUP "categories"
#define VOCABULARY_PREFIX "vocabulaire "
#define FIELD_PREFIX "champ "

typedef struct
{
  GKeyFile *file;
  const char *path;
  PvProfile *profile;
} Loader;

static void
synonym_free (gpointer data)
{
  PvSynonym *synonym = data;

  g_free (synonym->ignored);
  g_free (synonym->band);
  g_free (synonym->name);
  g_free (synonym);
}

static void
phrase_clear (gpointer data)
{
  g_free (((PvPhrase *)data)->phrase);
}

static GArray *
phrases_new (void)
{
  GArray *phrases = g_array_new (FALSE, TRUE, sizeof (PvPhrase));

  g_array_set_clear_func (phrases, phrase_clear);
  return phrases;
}

void
pv_profile_free (PvProfile *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->source_system);
  g_strfreev (self->required);
  g_free (self->main_sheet);
  g_clear_pointer (&self->exact, g_hash_table_unref);
  g_clear_pointer (&self->synonyms, g_ptr_array_unref);
  g_clear_pointer (&self->vocabularies, g_hash_table_unref);
  g_clear_pointer (&self->field_vocabulary, g_hash_table_unref);
  g_strfreev (self->field_ids);
  g_clear_pointer (&self->key, g_array_unref);
  g_clear_pointer (&self->key_fallback, g_array_unref);
  g_free (self->appel_label);
  g_free (self->appel_kind);
  g_free (self->status);
  g_free (self->payer);
  g_free (self->payer_category);
  g_free (self->dispositif);
  g_free (self->dispositif_name);
  g_free (self->title_format);
  g_free (self->depot_from_number);
  g_clear_pointer (&self->stage_words, g_array_unref);
  g_strfreev (self->stage_exclusions);
  g_clear_pointer (&self->noise_words, g_ptr_array_unref);
  g_free (self);
}

static PvProfile *
profile_new (void)
{
  PvProfile *self = g_new0 (PvProfile, 1);

  self->synonyms = g_ptr_array_new_with_free_func (synonym_free);
  self->exact =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->vocabularies =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  self->field_vocabulary = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->key = g_array_new (FALSE, TRUE, sizeof (PvKeyPart));
  self->key_fallback = g_array_new (FALSE, TRUE, sizeof (PvKeyPart));
  self->stage_words = phrases_new ();
  self->noise_words = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gboolean
fail (Loader *loader, GError **error, const char *group, const char *key, const char *reason)
{
  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_PROFILE,
               _ ("The profile “%s” cannot be used: in [%s], “%s”: %s. Correct this file."),
               loader->path, group, key, reason);
  return FALSE;
}

/* --- vocabularies, categories, stages --- */

static GHashTable *
vocabulary_ensure (PvProfile *self, const char *name)
{
  GHashTable *words = g_hash_table_lookup (self->vocabularies, name);

  if (words == NULL)
    {
      words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_hash_table_insert (self->vocabularies, g_strdup (name), words);
    }

  return words;
}

/* `our-id=word;word`: every word leads to our id, which is a word of its own. */
static void
load_vocabulary (Loader *loader, const char *group, const char *name)
{
  g_auto (GStrv) keys = g_key_file_get_keys (loader->file, group, NULL, NULL);
  GHashTable *words = vocabulary_ensure (loader->profile, name);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) list = g_key_file_get_string_list (loader->file, group, keys[i], NULL, NULL);

      g_hash_table_insert (words, pv_text_fold (keys[i]), g_strdup (keys[i]));
      for (guint w = 0; list != NULL && list[w] != NULL; w++)
        g_hash_table_insert (words, pv_text_fold (list[w]), g_strdup (keys[i]));
    }
}

static gboolean
load_stages (Loader *loader, GError **error)
{
  const char *group = "etapes";
  g_auto (GStrv) keys = g_key_file_get_keys (loader->file, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) list = g_key_file_get_string_list (loader->file, group, keys[i], NULL, NULL);
      gboolean noise = g_str_equal (keys[i], "mots_vides");
      PvEtape etape = PV_ETAPE_SOLLICITE;

      if (g_str_equal (keys[i], "exclusions"))
        {
          g_strfreev (loader->profile->stage_exclusions);
          loader->profile->stage_exclusions = g_steal_pointer (&list);
          continue;
        }

      if (!noise && !pv_etape_from_id (keys[i], &etape))
        return fail (loader, error, group, keys[i], _ ("this is no stage"));

      for (guint w = 0; list[w] != NULL; w++)
        {
          PvPhrase phrase = { pv_text_fold (list[w]), etape };

          if (noise)
            g_ptr_array_add (loader->profile->noise_words, phrase.phrase);
          else
            g_array_append_val (loader->profile->stage_words, phrase);
        }
    }

  return TRUE;
}

/* --- headers --- */

static void
add_synonym (PvProfile *self, PvFieldId field, const char *ignored, const char *text)
{
  PvSynonym *synonym = g_new0 (PvSynonym, 1);
  const char *slash = strstr (text, " / ");
  GPtrArray *same;

  synonym->field = field;
  synonym->ignored = g_strdup (ignored);
  synonym->wildcard = g_str_has_suffix (text, "*");
  if (slash != NULL)
    {
      g_autofree char *band = g_strndup (text, slash - text);

      synonym->band = pv_text_fold (band);
      text = slash + 3;
    }
  synonym->name = pv_text_fold (text);
  g_ptr_array_add (self->synonyms, synonym);
  if (synonym->wildcard)
    return;

  same = g_hash_table_lookup (self->exact, synonym->name);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->exact, g_strdup (synonym->name), same);
    }
  g_ptr_array_add (same, synonym);
}

static gboolean
load_field (Loader *loader, const char *group, GError **error)
{
  const char *id = group + strlen (FIELD_PREFIX);
  g_auto (GStrv) list = NULL;
  g_autofree char *vocabulary = NULL;
  PvFieldId field;

  if (!pv_field_from_id (id, &field))
    return fail (loader, error, group, id, _ ("there is no such field"));

  list = g_key_file_get_string_list (loader->file, group, "synonymes", NULL, NULL);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    add_synonym (loader->profile, field, NULL, list[i]);

  vocabulary = g_key_file_get_string (loader->file, group, "vocabulaire", NULL);
  if (vocabulary != NULL)
    g_hash_table_insert (loader->profile->field_vocabulary, GINT_TO_POINTER (field + 1),
                         g_steal_pointer (&vocabulary));
  return TRUE;
}

/* `reason=header;header`, the reason in words. */
static void
load_ignored (Loader *loader)
{
  g_auto (GStrv) keys = g_key_file_get_keys (loader->file, "ignores", NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_auto (GStrv) list =
          g_key_file_get_string_list (loader->file, "ignores", keys[i], NULL, NULL);

      for (guint w = 0; list != NULL && list[w] != NULL; w++)
        add_synonym (loader->profile, PV_N_FIELDS, keys[i], list[w]);
    }
}

/* --- key --- */

/* `numero` or `porteur.siret|porteur.rna|porteur.nom`. */
static gboolean
load_key_part (Loader *loader, const char *key, const char *text, GArray *parts, GError **error)
{
  g_auto (GStrv) names = g_strsplit (text, "|", -1);
  PvKeyPart part = { { 0 }, 0 };

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (part.n_fields == G_N_ELEMENTS (part.fields) ||
          !pv_field_from_id (g_strstrip (names[i]), &part.fields[part.n_fields]))
        return fail (loader, error, "profil", key, _ ("there is no such field"));
      part.n_fields++;
    }

  g_array_append_val (parts, part);
  return TRUE;
}

static gboolean
load_key (Loader *loader, const char *key, GArray *parts, GError **error)
{
  g_auto (GStrv) list = g_key_file_get_string_list (loader->file, "profil", key, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      if (!load_key_part (loader, key, list[i], parts, error))
        return FALSE;
    }

  return TRUE;
}

/* --- [profil] --- */

static char *
get_text (Loader *loader, const char *key)
{
  return g_key_file_get_string (loader->file, "profil", key, NULL);
}

static gboolean
get_flag (Loader *loader, const char *key)
{
  return g_key_file_get_boolean (loader->file, "profil", key, NULL);
}

static gboolean
load_target (Loader *loader, GError **error)
{
  g_autofree char *target = get_text (loader, "cible");

  if (g_strcmp0 (target, "dossier") == 0)
    loader->profile->target = PV_PROFILE_TARGET_DOSSIER;
  else if (g_strcmp0 (target, "depot") == 0)
    loader->profile->target = PV_PROFILE_TARGET_DEPOT;
  else if (g_strcmp0 (target, "enveloppe") == 0)
    loader->profile->target = PV_PROFILE_TARGET_ENVELOPPE;
  else if (g_strcmp0 (target, "note") == 0)
    loader->profile->target = PV_PROFILE_TARGET_NOTE;
  else if (g_strcmp0 (target, "egalite") == 0)
    loader->profile->target = PV_PROFILE_TARGET_EGALITE;
  else if (g_strcmp0 (target, "versement") == 0)
    loader->profile->target = PV_PROFILE_TARGET_VERSEMENT;
  else if (g_strcmp0 (target, "bilan") == 0)
    loader->profile->target = PV_PROFILE_TARGET_BILAN;
  else
    return fail (loader, error, "profil", "cible",
                 _ ("dossier, depot, enveloppe, note, egalite, versement or bilan is expected"));

  return TRUE;
}

static gboolean
load_amount_stages (Loader *loader, GError **error)
{
  g_auto (GStrv) list = g_key_file_get_string_list (loader->file, "profil", "montant", NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      PvEtape etape;

      if (!pv_etape_from_id (list[i], &etape))
        return fail (loader, error, "profil", "montant", _ ("this is no stage"));
      loader->profile->amount_stages |= 1u << etape;
    }

  return TRUE;
}

static void
load_settings (Loader *loader)
{
  PvProfile *self = loader->profile;

  self->source_system = get_text (loader, "systeme");
  self->priority = g_key_file_get_integer (loader->file, "profil", "priorite", NULL);
  self->appel_label = get_text (loader, "appel");
  self->appel_kind = get_text (loader, "appel_genre");
  self->status = get_text (loader, "statut");
  self->payer = get_text (loader, "payeur");
  self->payer_category = get_text (loader, "payeur_categorie");
  self->dispositif = get_text (loader, "dispositif");
  self->dispositif_name = get_text (loader, "dispositif_nom");
  self->title_format = get_text (loader, "intitule");
  self->depot_from_number = get_text (loader, "depot_du_numero");
  self->amounts_in_headers = get_flag (loader, "montants_par_entete");
  self->attach_enveloppe = get_flag (loader, "enveloppe_unique");
  self->single_year = get_flag (loader, "exercice_unique");
  self->strict = get_flag (loader, "formes_strictes");
  self->zero_is_doubtful = get_flag (loader, "zero_douteux");
  self->percent_is_fraction = get_flag (loader, "pourcentage_fraction");
  self->key_in_appel = get_flag (loader, "cle_dans_appel");
  self->join_by_number = get_flag (loader, "rapproche_par_numero");
  if (self->status == NULL)
    self->status = g_strdup ("depose");
  if (self->appel_kind == NULL)
    self->appel_kind = g_strdup ("autre");
  if (self->source_system == NULL)
    self->source_system = g_strdup (self->id);
}

static gboolean
load_profile_group (Loader *loader, GError **error)
{
  PvProfile *self = loader->profile;

  self->name = g_key_file_get_locale_string (loader->file, "profil", "nom", NULL, NULL);
  self->description =
      g_key_file_get_locale_string (loader->file, "profil", "description", NULL, NULL);
  if (self->name == NULL)
    return fail (loader, error, "profil", "nom", _ ("it is missing"));

  load_settings (loader);
  if (self->appel_label == NULL)
    self->appel_label = g_strdup (self->name);

  return load_target (loader, error) && load_amount_stages (loader, error) &&
         load_key (loader, "cle", self->key, error) &&
         load_key (loader, "cle_sinon", self->key_fallback, error);
}

static void
load_recognition (Loader *loader)
{
  PvProfile *self = loader->profile;
  g_autofree char *sheet = g_key_file_get_string (loader->file, "reconnaissance", "feuille", NULL);

  self->required =
      g_key_file_get_string_list (loader->file, "reconnaissance", "entetes", NULL, NULL);
  self->minimum = g_key_file_get_integer (loader->file, "reconnaissance", "minimum", NULL);
  if (sheet != NULL)
    self->main_sheet = pv_text_fold (sheet);
}

static gboolean
load_groups (Loader *loader, GError **error)
{
  g_auto (GStrv) groups = g_key_file_get_groups (loader->file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_has_prefix (groups[i], VOCABULARY_PREFIX))
        load_vocabulary (loader, groups[i], groups[i] + strlen (VOCABULARY_PREFIX));
      else if (g_str_equal (groups[i], CATEGORY_GROUP))
        load_vocabulary (loader, groups[i], CATEGORY_GROUP);
      else if (g_str_has_prefix (groups[i], FIELD_PREFIX) && !load_field (loader, groups[i], error))
        return FALSE;
    }

  load_ignored (loader);
  return load_stages (loader, error);
}

static char **
list_field_ids (const PvProfile *self)
{
  gboolean seen[PV_N_FIELDS] = { FALSE };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < self->synonyms->len; i++)
    {
      const PvSynonym *synonym = g_ptr_array_index (self->synonyms, i);

      if (synonym->ignored == NULL)
        seen[synonym->field] = TRUE;
    }
  for (guint f = 0; f < PV_N_FIELDS; f++)
    {
      if (seen[f] || (self->amounts_in_headers && PV_FIELD_IS_STAGE (f)))
        g_ptr_array_add (ids, g_strdup (pv_field_to_id (f)));
    }

  g_ptr_array_add (ids, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static GKeyFile *
open_key_file (const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_TRANSLATIONS, &local))
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_PROFILE,
                   _ ("The profile “%s” cannot be read: %s."), path, local->message);
      return NULL;
    }

  return g_steal_pointer (&file);
}

static PvProfile *
load_one (const char *path, GKeyFile *common, GError **error)
{
  g_autoptr (GKeyFile) file = open_key_file (path, error);
  g_autofree char *base = g_path_get_basename (path);
  Loader loader = { file, path, profile_new () };
  Loader shared = { common, path, loader.profile };

  loader.profile->id = g_strndup (base, strlen (base) - strlen (".profile"));
  if (file == NULL || (common != NULL && !load_groups (&shared, error)) ||
      !load_groups (&loader, error) || !load_profile_group (&loader, error))
    {
      pv_profile_free (loader.profile);
      return NULL;
    }

  load_recognition (&loader);
  loader.profile->field_ids = list_field_ids (loader.profile);
  return loader.profile;
}

static int
compare_paths_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static GPtrArray *
list_files (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local);
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_PROFILE,
                   _ ("The import profiles cannot be read: %s. Install Progville again."),
                   local->message);
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".profile") && !g_str_equal (name, COMMON_ID ".profile"))
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }

  g_ptr_array_sort (paths, compare_paths_cb);
  return g_steal_pointer (&paths);
}

/* --- public --- */

GPtrArray *
pv_profiles_load_from (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) profiles = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_profile_free);
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GKeyFile) common = NULL;
  g_autofree char *common_path = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  paths = list_files (folder, error);
  if (paths == NULL)
    return NULL;

  common_path = g_build_filename (folder, COMMON_ID ".profile", NULL);
  if (g_file_test (common_path, G_FILE_TEST_EXISTS))
    {
      common = open_key_file (common_path, error);
      if (common == NULL)
        return NULL;
    }

  for (guint i = 0; i < paths->len; i++)
    {
      PvProfile *profile = load_one (g_ptr_array_index (paths, i), common, error);

      if (profile == NULL)
        return NULL;
      g_ptr_array_add (profiles, profile);
    }

  return g_steal_pointer (&profiles);
}

GPtrArray *
pv_profiles_load (GError **error)
{
  const char *data = g_getenv ("PV_DATADIR");
  g_autofree char *folder =
      g_build_filename (data != NULL ? data : PV_PKGDATADIR, "profiles", NULL);

  return pv_profiles_load_from (folder, error);
}

const PvProfile *
pv_profiles_find (const GPtrArray *profiles, const char *id)
{
  g_return_val_if_fail (profiles != NULL && id != NULL, NULL);

  for (guint i = 0; i < profiles->len; i++)
    {
      const PvProfile *profile = g_ptr_array_index (profiles, i);

      if (g_str_equal (profile->id, id))
        return profile;
    }

  return NULL;
}

const char *
pv_profile_get_id (const PvProfile *self)
{
  return self->id;
}

const char *
pv_profile_get_name (const PvProfile *self)
{
  return self->name;
}

const char *
pv_profile_get_description (const PvProfile *self)
{
  return self->description != NULL ? self->description : "";
}

const char *
pv_profile_get_table (const PvProfile *self)
{
  static const char *const names[] = { "dossier",          "depot",     "enveloppe", "note",
                                       "marqueur_reponse", "versement", "bilan" };

  g_return_val_if_fail (self != NULL, NULL);

  return names[self->target];
}

const char *const *
pv_profile_get_fields (const PvProfile *self)
{
  return (const char *const *)self->field_ids;
}

const char *
pv_profile_get_field_name (const PvProfile *self, const char *field)
{
  PvFieldId id;

  if (!g_strv_contains ((const char *const *)self->field_ids, field) ||
      !pv_field_from_id (field, &id))
    return NULL;

  return pv_field_get_name (id);
}

const char *
pv_profile_get_vocabulary (const PvProfile *self, PvFieldId field)
{
  return g_hash_table_lookup (self->field_vocabulary, GINT_TO_POINTER (field + 1));
}

const char *
pv_profile_lookup (const PvProfile *self, const char *vocabulary, const char *word)
{
  GHashTable *words = g_hash_table_lookup (self->vocabularies, vocabulary);
  g_autofree char *folded = pv_text_fold (word);

  return words != NULL && *folded != '\0' ? g_hash_table_lookup (words, folded) : NULL;
}

/* The longest phrase that stands in the name as whole words. */
const char *
pv_profile_guess_category (const PvProfile *self, const char *name)
{
  GHashTable *phrases = g_hash_table_lookup (self->vocabularies, CATEGORY_GROUP);
  g_autofree char *folded = pv_text_fold (name);
  g_autofree char *padded = g_strdup_printf (" %s ", folded);
  const char *best = NULL;
  gsize best_length = 0;
  GHashTableIter iter;
  gpointer phrase;
  gpointer category;

  if (phrases == NULL)
    return NULL;

  g_hash_table_iter_init (&iter, phrases);
  while (g_hash_table_iter_next (&iter, &phrase, &category))
    {
      g_autofree char *word = g_strdup_printf (" %s ", (const char *)phrase);

      if (strlen (word) > best_length && strstr (padded, word) != NULL)
        {
          best = category;
          best_length = strlen (word);
        }
    }

  return best;
}

static gboolean
has_stage_word (const PvProfile *self, const char *folded)
{
  g_autofree char *padded = g_strdup_printf (" %s ", folded);

  for (guint i = 0; i < self->stage_words->len; i++)
    {
      const PvPhrase *phrase = &g_array_index (self->stage_words, PvPhrase, i);
      g_autofree char *word = g_strdup_printf (" %s ", phrase->phrase);

      if (strstr (padded, word) != NULL)
        return TRUE;
    }

  return FALSE;
}

gboolean
pv_profile_knows_header (const PvProfile *self, const char *folded)
{
  if (g_hash_table_contains (self->exact, folded))
    return TRUE;

  for (guint i = 0; i < self->synonyms->len; i++)
    {
      const PvSynonym *synonym = g_ptr_array_index (self->synonyms, i);

      if (synonym->wildcard && g_str_has_prefix (folded, synonym->name))
        return TRUE;
    }

  return self->amounts_in_headers && has_stage_word (self, folded);
}

guint
pv_profiles_score (const char *const *names, guint n_names, gpointer profiles)
{
  const GPtrArray *list = profiles;
  guint best = 0;

  for (guint p = 0; p < list->len; p++)
    {
      guint known = 0;

      for (guint i = 0; i < n_names; i++)
        known +=
            *names[i] != '\0' && pv_profile_knows_header (g_ptr_array_index (list, p), names[i]);
      best = MAX (best, known);
    }

  return best;
}
