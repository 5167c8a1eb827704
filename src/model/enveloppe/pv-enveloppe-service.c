/* pv-enveloppe-service.c: envelopes and their limits, kept consistent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-service.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "commun/pv-entite.h"
#include "controle/pv-derogation-store.h"
#include "enveloppe/pv-enveloppe-regle-etat.h"
#include "enveloppe/pv-enveloppe-regle-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financeur/pv-dispositif-store.h"
#include "pv-error.h"
#include "pv-text.h"

#define ANNEE_MIN 2000
#define ANNEE_MAX 2100

/* Takes @reason. */
static gboolean
fail (GError **error, char *reason)
{
  g_autofree char *message = reason;

  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, message);

  return FALSE;
}

static char *
check_montant (PvCents cents)
{
  if (cents == PV_CENTS_NULL || (cents >= 0 && cents <= PV_ENVELOPPE_MONTANT_MAX))
    return NULL;
  if (cents < 0)
    return g_strdup (_ ("An envelope is never negative. To take credits back, lower its amount."));

  return g_strdup (_ ("No envelope is that large. Check the number of zeros."));
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = pv_text_clean (text != NULL ? text : "", FALSE);

  return *clean == '\0';
}

char *
pv_enveloppe_check_champ (const PvEnveloppe *enveloppe, const char *champ)
{
  g_return_val_if_fail (enveloppe != NULL && champ != NULL, NULL);

  if (g_str_equal (champ, "libelle") && is_blank (enveloppe->libelle))
    return g_strdup (_ ("Give the envelope a name."));
  if (g_str_equal (champ, "exercice") &&
      (enveloppe->exercice < ANNEE_MIN || enveloppe->exercice > ANNEE_MAX))
    return g_strdup (_ ("Enter a year between 2000 and 2100."));
  if (g_str_equal (champ, "montant_cents"))
    return check_montant (enveloppe->montant_cents);

  return NULL;
}

/* --- an envelope --------------------------------------------------------------------------- */

static gboolean
check_champs (const PvEnveloppe *enveloppe, GError **error)
{
  static const char *const champs[] = { "libelle", "exercice", "montant_cents" };

  for (guint i = 0; i < G_N_ELEMENTS (champs); i++)
    {
      char *reason = pv_enveloppe_check_champ (enveloppe, champs[i]);

      if (reason != NULL)
        return fail (error, reason);
    }

  return TRUE;
}

static gboolean
check_section (const PvEnveloppe *enveloppe, const PvDispositif *dispositif, GError **error)
{
  if (dispositif->section == PV_SECTION_NULL || enveloppe->section == dispositif->section)
    return TRUE;

  return fail (error,
               g_strdup_printf (_ ("“%s” is a line of %s only. Choose that section, or "
                                   "another line of credits."),
                                dispositif->nom, pv_section_to_libelle (dispositif->section)));
}

static gboolean
find_financeur (PvDb *db, gint64 dispositif_id, gint64 *financeur_id, GError **error)
{
  g_autoptr (PvDispositif) dispositif = pv_dispositif_store_get (db, dispositif_id, error);

  if (dispositif == NULL)
    return FALSE;
  *financeur_id = dispositif->financeur_id;

  return TRUE;
}

static gboolean
check_parent (PvDb *db, const PvEnveloppe *enveloppe, gint64 financeur_id, GError **error)
{
  g_autoptr (PvEnveloppe) parent = NULL;
  gboolean loop = FALSE;
  gint64 autre;

  if (enveloppe->parent_id == PV_INT_NULL)
    return TRUE;
  parent = pv_enveloppe_store_get (db, enveloppe->parent_id, error);
  if (parent == NULL || !find_financeur (db, parent->dispositif_id, &autre, error) ||
      (enveloppe->id != 0 &&
       !pv_enveloppe_store_is_above (db, enveloppe->id, enveloppe->parent_id, &loop, error)))
    return FALSE;
  if (loop)
    return fail (error, g_strdup (_ ("An envelope is not part of itself. Choose another one, or "
                                     "none.")));
  if (parent->exercice != enveloppe->exercice)
    return fail (error, g_strdup_printf (_ ("“%s” is of %d. Choose an envelope of the same year."),
                                         parent->libelle, (int)parent->exercice));
  if (autre != financeur_id)
    return fail (error, g_strdup_printf (_ ("“%s” is of another funder: their credits are not "
                                            "added up. Choose an envelope of the same funder."),
                                         parent->libelle));

  return TRUE;
}

/* What is used stays with its funder and its year: its financements are of them. */
static gboolean
check_used (PvDb *db, const PvEnveloppe *enveloppe, gint64 financeur_id, GError **error)
{
  g_autoptr (PvEnveloppe) avant = pv_enveloppe_store_get (db, enveloppe->id, error);
  gint64 n = 0, ancien;

  if (avant == NULL || !find_financeur (db, avant->dispositif_id, &ancien, error) ||
      !pv_enveloppe_store_count_financements (db, enveloppe->id, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  if (avant->exercice != enveloppe->exercice)
    return fail (error,
                 g_strdup_printf (
                     g_dngettext (GETTEXT_PACKAGE,
                                  "%d financing of %d uses it: it stays in that year. Make another "
                                  "envelope for %d.",
                                  "%d financings of %d use it: it stays in that year. Make another "
                                  "envelope for %d.",
                                  (gulong)n),
                     (int)n, (int)avant->exercice, (int)enveloppe->exercice));
  if (ancien != financeur_id)
    return fail (
        error, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%d financing of its funder uses it: it cannot go to "
                                             "another one. Move it to another envelope first.",
                                             "%d financings of its funder use it: it cannot go to "
                                             "another one. Move them to another envelope first.",
                                             (gulong)n),
                                (int)n));

  return TRUE;
}

gboolean
pv_enveloppe_service_save (PvDb *db, PvEnveloppe *enveloppe, GError **error)
{
  g_autoptr (PvDispositif) dispositif = NULL;

  g_return_val_if_fail (enveloppe != NULL, FALSE);

  if (!check_champs (enveloppe, error))
    return FALSE;
  if (enveloppe->dispositif_id == PV_INT_NULL)
    return fail (error, g_strdup (_ ("Choose the line of credits that opens the envelope.")));
  dispositif = pv_dispositif_store_get (db, enveloppe->dispositif_id, error);
  if (dispositif == NULL || !check_section (enveloppe, dispositif, error) ||
      !check_parent (db, enveloppe, dispositif->financeur_id, error))
    return FALSE;
  if (enveloppe->id == 0)
    return pv_enveloppe_store_insert (db, enveloppe, error);

  return check_used (db, enveloppe, dispositif->financeur_id, error) &&
         pv_enveloppe_store_update (db, enveloppe, NULL, error);
}

static gboolean
check_unused (PvDb *db, gint64 id, GError **error)
{
  gint64 n = 0;

  if (!pv_enveloppe_store_count_parties (db, id, &n, error))
    return FALSE;
  if (n > 0)
    return fail (
        error, g_strdup_printf (
                   g_dngettext (
                       GETTEXT_PACKAGE, "%d envelope is part of this one. Delete or move it first.",
                       "%d envelopes are part of this one. Delete or move them first.", (gulong)n),
                   (int)n));
  if (!pv_enveloppe_store_count_financements (db, id, &n, error))
    return FALSE;
  if (n > 0)
    return fail (error, g_strdup_printf (
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%d financing uses this envelope. Move it to another one "
                                         "first.",
                                         "%d financings use this envelope. Move them to another "
                                         "one first.",
                                         (gulong)n),
                            (int)n));
  if (!pv_enveloppe_store_count_limites (db, id, &n, error))
    return FALSE;

  return n == 0 ||
         fail (error,
               g_strdup_printf (
                   g_dngettext (
                       GETTEXT_PACKAGE,
                       "%d limit of another envelope is computed on this one. Change it first.",
                       "%d limits of other envelopes are computed on this one. Change them first.",
                       (gulong)n),
                   (int)n));
}

gboolean
pv_enveloppe_service_delete (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) regles = NULL;

  if (!check_unused (db, id, error))
    return FALSE;
  regles = pv_enveloppe_regle_store_list (db, id, error);
  if (regles == NULL)
    return FALSE;
  for (guint i = 0; i < regles->len; i++)
    if (!pv_enveloppe_service_delete_regle (db, ((PvEnveloppeRegle *)regles->pdata[i])->id, error))
      return FALSE;

  return pv_enveloppe_service_pass (db, id, NULL, error) &&
         pv_enveloppe_store_delete (db, id, error);
}

/* --- another year -------------------------------------------------------------------------- */

static gint64
map (GHashTable *copies, gint64 id)
{
  const gint64 *copie = g_hash_table_lookup (copies, &id);

  return copie != NULL ? *copie : PV_INT_NULL;
}

static gboolean
copy_enveloppes (PvDb *db,
                 GPtrArray *enveloppes,
                 gint64 vers,
                 gboolean avec_montants,
                 GHashTable *copies,
                 GError **error)
{
  /* parents first: a part may be older than what it is a part of */
  while (g_hash_table_size (copies) < enveloppes->len)
    {
      guint before = g_hash_table_size (copies);

      for (guint i = 0; i < enveloppes->len; i++)
        {
          const PvEnveloppe *from = enveloppes->pdata[i];
          g_autoptr (PvEnveloppe) copie = pv_enveloppe_copy (from);

          if (g_hash_table_contains (copies, &from->id) ||
              (from->parent_id != PV_INT_NULL && map (copies, from->parent_id) == PV_INT_NULL))
            continue;
          copie->id = 0;
          g_clear_pointer (&copie->uuid, g_free);
          copie->exercice = vers;
          copie->parent_id = map (copies, from->parent_id);
          if (!avec_montants)
            copie->montant_cents = PV_CENTS_NULL;
          if (!pv_enveloppe_store_insert (db, copie, error))
            return FALSE;
          g_hash_table_insert (copies, g_memdup2 (&from->id, sizeof from->id),
                               g_memdup2 (&copie->id, sizeof copie->id));
        }
      if (g_hash_table_size (copies) == before)
        break; /* what is left is part of another year */
    }

  return TRUE;
}

static gboolean
copy_regles (PvDb *db, gint64 depuis, GHashTable *copies, GError **error)
{
  g_autoptr (GPtrArray) regles = pv_enveloppe_regle_store_list (db, depuis, error);

  for (guint i = 0; regles != NULL && i < regles->len; i++)
    {
      g_autoptr (PvEnveloppeRegle) copie = pv_enveloppe_regle_copy (regles->pdata[i]);

      copie->id = 0;
      g_clear_pointer (&copie->uuid, g_free);
      copie->enveloppe_id = map (copies, depuis);
      copie->base_enveloppe_id = map (copies, copie->base_enveloppe_id);
      if (!pv_enveloppe_regle_store_insert (db, copie, error))
        return FALSE;
    }

  return regles != NULL;
}

gboolean
pv_enveloppe_service_copy_annee (PvDb *db,
                                 gint64 depuis,
                                 gint64 vers,
                                 gboolean avec_montants,
                                 guint *n,
                                 GError **error)
{
  g_autoptr (GPtrArray) enveloppes = pv_enveloppe_store_list (db, depuis, error);
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GHashTable) copies =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id;

  if (enveloppes == NULL || (there = pv_enveloppe_store_list (db, vers, error)) == NULL)
    return FALSE;
  if (enveloppes->len == 0)
    return fail (error, g_strdup_printf (_ ("There is no envelope in %d. Choose another year."),
                                         (int)depuis));
  if (there->len > 0)
    return fail (error, g_strdup_printf (_ ("There are envelopes in %d already. Add those that are "
                                            "missing one by one."),
                                         (int)vers));
  if (!copy_enveloppes (db, enveloppes, vers, avec_montants, copies, error))
    return FALSE;
  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!copy_regles (db, *(gint64 *)id, copies, error))
      return FALSE;
  if (n != NULL)
    *n = g_hash_table_size (copies);

  return TRUE;
}

gboolean
pv_enveloppe_service_pass (PvDb *db, gint64 id, const char *motif, GError **error)
{
  return pv_derogation_store_set (db, "enveloppe-depassee", "enveloppe", id, motif, error);
}

/* --- limits ---------------------------------------------------------------------------------- */

static char *
check_limite (const PvEnveloppeRegle *regle)
{
  if (regle->genre == PV_REGLE_GENRE_RESERVE && regle->taux_bp == PV_INT_NULL &&
      regle->montant_cents == PV_CENTS_NULL)
    return g_strdup (_ ("Enter the amount, or the share, to keep."));
  if (regle->taux_bp == PV_INT_NULL && regle->montant_cents == PV_CENTS_NULL)
    return g_strdup (_ ("Enter a share, or an amount."));
  if (regle->taux_bp != PV_INT_NULL && regle->montant_cents != PV_CENTS_NULL)
    return g_strdup (_ ("Enter a share or an amount, not both."));

  return NULL;
}

char *
pv_enveloppe_regle_check_champ (const PvEnveloppeRegle *regle, const char *champ)
{
  PvRegleCibleGenre genre;
  const char *valeur;

  g_return_val_if_fail (regle != NULL && champ != NULL, NULL);

  if (g_str_equal (champ, "taux_bp") && regle->taux_bp != PV_INT_NULL &&
      (regle->taux_bp <= 0 || regle->taux_bp > 10000))
    return g_strdup (_ ("Enter a share above 0 and up to 100%."));
  if (g_str_equal (champ, "montant_cents"))
    return check_montant (regle->montant_cents);
  if (g_str_equal (champ, "base_cents"))
    return check_montant (regle->base_cents);
  if (g_str_equal (champ, "cible") && regle->genre != PV_REGLE_GENRE_RESERVE &&
      !pv_regle_cible_parse (regle->cible, &genre, &valeur))
    return g_strdup (_ ("Choose what the limit counts."));

  return NULL;
}

gboolean
pv_enveloppe_service_save_regle (PvDb *db, PvEnveloppeRegle *regle, GError **error)
{
  static const char *const champs[] = { "taux_bp", "montant_cents", "base_cents", "cible" };
  g_autoptr (PvEnveloppe) enveloppe = NULL;
  char *reason;

  g_return_val_if_fail (regle != NULL, FALSE);

  if (regle->enveloppe_id == PV_INT_NULL)
    return fail (error, g_strdup (_ ("Choose the envelope the limit is about.")));
  for (guint i = 0; i < G_N_ELEMENTS (champs); i++)
    if ((reason = pv_enveloppe_regle_check_champ (regle, champs[i])) != NULL)
      return fail (error, reason);
  if ((reason = check_limite (regle)) != NULL)
    return fail (error, reason);
  enveloppe = pv_enveloppe_store_get (db, regle->enveloppe_id, error);
  if (enveloppe == NULL)
    return FALSE;
  if (regle->genre == PV_REGLE_GENRE_RESERVE)
    pv_champ_set_text (&regle->cible, "tout");
  if (is_blank (regle->base_libelle))
    pv_champ_set_text (&regle->base_libelle, enveloppe->libelle);

  return regle->id == 0 ? pv_enveloppe_regle_store_insert (db, regle, error)
                        : pv_enveloppe_regle_store_update (db, regle, NULL, error);
}

gboolean
pv_enveloppe_service_pass_regle (PvDb *db, gint64 id, const char *motif, GError **error)
{
  return pv_derogation_store_set (db, "regle-limite", "enveloppe_regle", id, motif, error);
}

gboolean
pv_enveloppe_service_delete_regle (PvDb *db, gint64 id, GError **error)
{
  return pv_enveloppe_service_pass_regle (db, id, NULL, error) &&
         pv_enveloppe_regle_store_delete (db, id, error);
}
