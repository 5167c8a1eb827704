/* pv-dossier-critere.c: a filter of the list of dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-critere.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "accueil/pv-accueil.h"
#include "controle/pv-controle.h"
#include "dossier/pv-dossier.h"
#include "financeur/pv-financeur.h"
#include "instruction/pv-instruction.h"
#include "pv-error.h"
#include "pv-text.h"

#define TEXTE "texte"

typedef struct
{
  PvCents min;
  PvCents max;
} Intervalle;

struct _PvDossierCritere
{
  char *texte;
  GPtrArray *valeurs[PV_N_CRITERES]; /* NULL-terminated */
  Intervalle intervalles[PV_N_INTERVALLES];
};

static const char *const ids_criteres[PV_N_CRITERES] = {
  "statut",   "axe",     "commune",   "quartier", "financeur", "porteur",  "referent",
  "nature",   "cpo",     "marque",    "avis",     "controle",  "severite", "sans",
  "exercice", "finance", "enveloppe", "pas",      "realise",
};

static const char *const ids_intervalles[PV_N_INTERVALLES] = {
  "cout", "sollicite", "propose", "arbitre", "vote", "notifie", "verse",
};

/* The values a criterion may have, where the list is ours to close. */
static const char *const valeurs_oui_non[] = { "oui", "non", NULL };
static const char *const valeurs_marque[] = { "0", "1", "2", "non-evalue", NULL };
static const char *const valeurs_severite[] = { "error", "warning", "info", NULL };
static const char *const valeurs_sans[] = {
  "axe", "territoire", "referent", "siret", "pieces", NULL
};

const char *
pv_critere_cle_to_id (PvCritereCle critere)
{
  g_return_val_if_fail (critere < PV_N_CRITERES, NULL);

  return ids_criteres[critere];
}

const char *
pv_intervalle_to_id (PvIntervalleMontant montant)
{
  g_return_val_if_fail (montant < PV_N_INTERVALLES, NULL);

  return ids_intervalles[montant];
}

static gboolean
is_valeur (PvCritereCle critere, const char *valeur)
{
  switch (critere)
    {
    case PV_CRITERE_STATUT:
      return pv_vocabulaire_from_id (&pv_dossier_statut_vocabulaire, valeur) >= 0;
    case PV_CRITERE_FINANCEUR:
      return pv_vocabulaire_from_id (&pv_categorie_vocabulaire, valeur) >= 0;
    case PV_CRITERE_NATURE:
      return pv_vocabulaire_from_id (&pv_dossier_nature_vocabulaire, valeur) >= 0;
    case PV_CRITERE_AVIS:
      return pv_vocabulaire_from_id (&pv_avis_vocabulaire, valeur) >= 0 ||
             g_str_equal (valeur, "divergents");
    case PV_CRITERE_CPO:
    case PV_CRITERE_FINANCE:
    case PV_CRITERE_REALISE:
      return g_strv_contains (valeurs_oui_non, valeur);
    case PV_CRITERE_EXERCICE:
      return strlen (valeur) == 4 && strspn (valeur, "0123456789") == 4;
    case PV_CRITERE_MARQUE:
      return g_strv_contains (valeurs_marque, valeur);
    case PV_CRITERE_SEVERITE:
      return g_strv_contains (valeurs_severite, valeur);
    case PV_CRITERE_SANS:
      return g_strv_contains (valeurs_sans, valeur);
    case PV_CRITERE_CONTROLE:
      return pv_controle_by_id (valeur) != NULL;
    case PV_CRITERE_PAS:
      return pv_accueil_pas_valeur_parse (valeur, NULL, NULL);
    case PV_CRITERE_AXE:
    case PV_CRITERE_COMMUNE:
    case PV_CRITERE_QUARTIER:
    case PV_CRITERE_PORTEUR:
    case PV_CRITERE_REFERENT:
    case PV_CRITERE_ENVELOPPE:
      return *valeur != '\0';
    }

  return FALSE;
}

static GPtrArray *
valeurs_new (void)
{
  GPtrArray *valeurs = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (valeurs, NULL);

  return valeurs;
}

/* Where the value is, or the place of the final NULL. */
static guint
find_valeur (const GPtrArray *valeurs, const char *valeur)
{
  guint i = 0;

  while (i + 1 < valeurs->len && !g_str_equal (g_ptr_array_index (valeurs, i), valeur))
    i++;

  return i;
}

PvDossierCritere *
pv_dossier_critere_new (void)
{
  PvDossierCritere *self = g_new0 (PvDossierCritere, 1);

  for (guint i = 0; i < PV_N_CRITERES; i++)
    self->valeurs[i] = valeurs_new ();
  for (guint i = 0; i < PV_N_INTERVALLES; i++)
    self->intervalles[i] = (Intervalle){ PV_CENTS_NULL, PV_CENTS_NULL };

  return self;
}

PvDossierCritere *
pv_dossier_critere_copy (const PvDossierCritere *self)
{
  PvDossierCritere *copy = pv_dossier_critere_new ();

  g_return_val_if_fail (self != NULL, copy);

  copy->texte = g_strdup (self->texte);
  for (guint i = 0; i < PV_N_CRITERES; i++)
    pv_dossier_critere_set_valeurs (copy, i, pv_dossier_critere_get_valeurs (self, i));
  for (guint i = 0; i < PV_N_INTERVALLES; i++)
    copy->intervalles[i] = self->intervalles[i];

  return copy;
}

void
pv_dossier_critere_free (PvDossierCritere *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < PV_N_CRITERES; i++)
    g_ptr_array_unref (self->valeurs[i]);
  g_free (self->texte);
  g_free (self);
}

gboolean
pv_dossier_critere_equal (const PvDossierCritere *a, const PvDossierCritere *b)
{
  g_autofree char *left = pv_dossier_critere_to_text (a);
  g_autofree char *right = pv_dossier_critere_to_text (b);

  return g_str_equal (left, right);
}

gboolean
pv_dossier_critere_is_empty (const PvDossierCritere *self)
{
  g_autofree char *text = pv_dossier_critere_to_text (self);

  return *text == '\0';
}

const char *
pv_dossier_critere_get_texte (const PvDossierCritere *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texte;
}

void
pv_dossier_critere_set_texte (PvDossierCritere *self, const char *texte)
{
  char *clean;

  g_return_if_fail (self != NULL);

  clean = pv_text_clean (texte, FALSE);
  g_free (self->texte);
  self->texte = clean;
}

const char *const *
pv_dossier_critere_get_valeurs (const PvDossierCritere *self, PvCritereCle critere)
{
  g_return_val_if_fail (self != NULL && critere < PV_N_CRITERES, NULL);

  return (const char *const *)self->valeurs[critere]->pdata;
}

void
pv_dossier_critere_set_valeurs (PvDossierCritere *self,
                                PvCritereCle critere,
                                const char *const *valeurs)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (self != NULL && critere < PV_N_CRITERES);

  before = self->valeurs[critere];
  self->valeurs[critere] = valeurs_new ();
  for (guint i = 0; valeurs != NULL && valeurs[i] != NULL; i++)
    if (*valeurs[i] != '\0')
      pv_dossier_critere_set_valeur (self, critere, valeurs[i], TRUE);
}

gboolean
pv_dossier_critere_has_valeur (const PvDossierCritere *self,
                               PvCritereCle critere,
                               const char *valeur)
{
  g_return_val_if_fail (self != NULL && critere < PV_N_CRITERES && valeur != NULL, FALSE);

  return find_valeur (self->valeurs[critere], valeur) + 1 < self->valeurs[critere]->len;
}

void
pv_dossier_critere_set_valeur (PvDossierCritere *self,
                               PvCritereCle critere,
                               const char *valeur,
                               gboolean presente)
{
  GPtrArray *valeurs;
  guint place;
  gboolean there;

  g_return_if_fail (self != NULL && critere < PV_N_CRITERES && valeur != NULL);

  valeurs = self->valeurs[critere];
  place = find_valeur (valeurs, valeur);
  there = place + 1 < valeurs->len;
  if (presente && !there)
    g_ptr_array_insert (valeurs, (int)place, g_strdup (valeur));
  else if (!presente && there)
    g_ptr_array_remove_index (valeurs, place);
}

gboolean
pv_dossier_critere_get_intervalle (const PvDossierCritere *self,
                                   PvIntervalleMontant montant,
                                   PvCents *min,
                                   PvCents *max)
{
  g_return_val_if_fail (self != NULL && montant < PV_N_INTERVALLES, FALSE);

  *min = self->intervalles[montant].min;
  *max = self->intervalles[montant].max;

  return *min != PV_CENTS_NULL || *max != PV_CENTS_NULL;
}

void
pv_dossier_critere_set_intervalle (PvDossierCritere *self,
                                   PvIntervalleMontant montant,
                                   PvCents min,
                                   PvCents max)
{
  g_return_if_fail (self != NULL && montant < PV_N_INTERVALLES);

  self->intervalles[montant] = (Intervalle){ min, max };
}

/* --- the text form ------------------------------------------------------------------ */

static void
append_key (GString *text, const char *key)
{
  if (text->len > 0)
    g_string_append_c (text, ';');
  g_string_append (text, key);
  g_string_append_c (text, '=');
}

static void
append_intervalle (GString *text, const Intervalle *intervalle, const char *key)
{
  if (intervalle->min == PV_CENTS_NULL && intervalle->max == PV_CENTS_NULL)
    return;

  append_key (text, key);
  if (intervalle->min != PV_CENTS_NULL)
    g_string_append_printf (text, "%" PRId64, intervalle->min);
  g_string_append (text, "..");
  if (intervalle->max != PV_CENTS_NULL)
    g_string_append_printf (text, "%" PRId64, intervalle->max);
}

char *
pv_dossier_critere_to_text (const PvDossierCritere *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  if (self->texte != NULL && *self->texte != '\0')
    {
      append_key (text, TEXTE);
      g_string_append_uri_escaped (text, self->texte, NULL, TRUE);
    }
  for (guint i = 0; i < PV_N_CRITERES; i++)
    for (guint j = 0; j + 1 < self->valeurs[i]->len; j++)
      {
        if (j == 0)
          append_key (text, ids_criteres[i]);
        else
          g_string_append_c (text, ',');
        g_string_append_uri_escaped (text, g_ptr_array_index (self->valeurs[i], j), NULL, TRUE);
      }
  for (guint i = 0; i < PV_N_INTERVALLES; i++)
    append_intervalle (text, &self->intervalles[i], ids_intervalles[i]);

  return g_string_free (text, FALSE);
}

static int
find_id (const char *const *ids, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (ids[i], id))
      return (int)i;

  return -1;
}

/* Returns: (transfer full) (nullable): NULL when it is no text of ours */
static char *
unescape (const char *value)
{
  g_autofree char *text = g_uri_unescape_string (value, NULL);

  return text != NULL && pv_text_valid_utf8 (text, -1, NULL) ? g_steal_pointer (&text) : NULL;
}

static gboolean
parse_valeurs (PvDossierCritere *self, PvCritereCle critere, const char *text)
{
  g_auto (GStrv) values = g_strsplit (text, ",", -1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autofree char *valeur = unescape (values[i]);

      if (valeur == NULL || !is_valeur (critere, valeur))
        return FALSE;
      pv_dossier_critere_set_valeur (self, critere, valeur, TRUE);
    }

  return values[0] != NULL;
}

static gboolean
parse_bound (const char *text, PvCents *bound)
{
  *bound = PV_CENTS_NULL;

  return *text == '\0' ||
         g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, bound, NULL);
}

static gboolean
parse_intervalle (PvDossierCritere *self, PvIntervalleMontant montant, const char *text)
{
  g_auto (GStrv) bounds = g_strsplit (text, "..", 2);
  PvCents min;
  PvCents max;

  if (g_strv_length (bounds) != 2 || !parse_bound (bounds[0], &min) ||
      !parse_bound (bounds[1], &max))
    return FALSE;
  if (min != PV_CENTS_NULL && max != PV_CENTS_NULL && min > max)
    return FALSE;

  pv_dossier_critere_set_intervalle (self, montant, min, max);

  return TRUE;
}

static gboolean
parse_texte (PvDossierCritere *self, const char *text)
{
  g_autofree char *texte = unescape (text);

  if (texte == NULL)
    return FALSE;
  pv_dossier_critere_set_texte (self, texte);

  return TRUE;
}

static gboolean
parse_part (PvDossierCritere *self, const char *part)
{
  const char *equals = strchr (part, '=');
  g_autofree char *key = equals != NULL ? g_strndup (part, (gsize)(equals - part)) : NULL;
  int critere;
  int montant;

  if (key == NULL)
    return FALSE;
  if (g_str_equal (key, TEXTE))
    return parse_texte (self, equals + 1);

  critere = find_id (ids_criteres, PV_N_CRITERES, key);
  if (critere >= 0)
    return parse_valeurs (self, (PvCritereCle)critere, equals + 1);
  montant = find_id (ids_intervalles, PV_N_INTERVALLES, key);

  return montant >= 0 && parse_intervalle (self, (PvIntervalleMontant)montant, equals + 1);
}

PvDossierCritere *
pv_dossier_critere_parse (const char *text, GError **error)
{
  g_autoptr (PvDossierCritere) self = pv_dossier_critere_new ();
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !parse_part (self, parts[i]))
      {
        g_autofree char *excerpt = pv_text_excerpt (parts[i], 60);

        g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                     _ ("“%s” is no filter of dossiers: choose the filter again"), excerpt);
        return NULL;
      }

  return g_steal_pointer (&self);
}
