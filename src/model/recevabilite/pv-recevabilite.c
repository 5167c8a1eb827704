/* pv-recevabilite.c: whether a dossier meets the conditions of its appel
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-recevabilite.h"

#include <string.h>

#include "appel/pv-appel-store.h"
#include "controle/pv-controle-private.h"
#include "dossier/pv-dossier-store.h"
#include "organisme/pv-organisme-store.h"
#include "piece/pv-piece-store.h"
#include "pv-date.h"
#include "pv-error.h"
#include "pv-langue.h"
#include "recevabilite/pv-recevabilite-regle-store.h"
#include "recevabilite/pv-recevabilite-store.h"

#define PART_QPV_USUELLE 5000

const char *
pv_recevabilite_etat_to_words (PvRecevabiliteEtat etat)
{
  switch (etat)
    {
    case PV_RECEVABILITE_REMPLIE:
      return _ ("met");
    case PV_RECEVABILITE_NON_REMPLIE:
      return _ ("not met");
    case PV_RECEVABILITE_A_VERIFIER:
      return _ ("to be verified");
    default:
      g_return_val_if_reached ("");
    }
}

/* --- why, in words ------------------------------------------------------------------------ */

typedef struct
{
  PvDb *db;
  PvDossier *dossier;
  PvAppel *appel;
  PvOrganisme *porteur;
  PvRecevabiliteTotaux totaux;
} Cas;

static char *
say_date (const char *iso)
{
  g_autofree char *day = iso != NULL ? g_strndup (iso, 10) : NULL;

  return day != NULL ? pv_date_format_french (day, PV_DATE_FORMAT_LONG) : g_strdup ("–");
}

static char *
say_cer (const Cas *cas)
{
  g_autofree char *date = say_date (cas->porteur->cer_signe_le);

  if (cas->porteur->forme == PV_FORME_NULL)
    return g_strdup (_ ("The forme of the porteur is not known."));
  if (!pv_forme_doit_cer (cas->porteur->forme))
    return g_strdup (_ ("Asked of associations and foundations only."));
  if (cas->porteur->cer_signe_le == NULL)
    return g_strdup (_ ("No date of signature is known for the porteur."));

  return g_strdup_printf (_ ("Signed on %s."), date);
}

static char *
say_delai (const Cas *cas)
{
  g_autofree char *date = say_date (cas->dossier->depose_le);
  g_autofree char *end = say_date (cas->appel->depot_fin);
  g_autofree char *start = say_date (cas->appel->depot_debut);

  if (cas->appel->depot_fin == NULL && cas->appel->depot_debut == NULL)
    return g_strdup (_ ("The call has no dates of deposit."));
  if (cas->dossier->depose_le == NULL)
    return g_strdup (_ ("The date of deposit is not known."));
  if (cas->appel->depot_fin == NULL)
    return g_strdup_printf (_ ("Deposited on %s; the call opens on %s."), date, start);

  return g_strdup_printf (_ ("Deposited on %s; the call closes on %s."), date, end);
}

static char *
say_periode (const Cas *cas, const PvRecevabiliteLigne *ligne)
{
  g_autofree char *debut = say_date (cas->dossier->debut);
  g_autofree char *fin = say_date (cas->dossier->fin);
  g_autofree char *du = say_date (ligne->periode_debut);
  g_autofree char *au = say_date (ligne->periode_fin);

  if (cas->dossier->debut == NULL && cas->dossier->fin == NULL)
    return g_strdup (_ ("The dates of the action are not known."));
  if (cas->dossier->debut == NULL || cas->dossier->fin == NULL)
    return g_strdup_printf (_ ("Only one date of the action is known: %s."),
                            cas->dossier->debut != NULL ? debut : fin);

  return g_strdup_printf (_ ("From %s to %s; the call is for %s to %s."), debut, fin, du, au);
}

static char *
say_minimum (const Cas *cas, const PvRecevabiliteRegle *regle)
{
  PvCents minimum =
      regle->valeur != PV_INT_NULL ? regle->valeur : cas->appel->montant_minimum_cents;
  g_autofree char *asked = pv_controle_montant (cas->totaux.sollicite_cents);
  g_autofree char *least = pv_controle_montant (minimum);

  if (minimum == PV_CENTS_NULL)
    return g_strdup (_ ("The call has no minimum amount."));
  if (cas->totaux.n_sollicite == 0)
    return g_strdup_printf (_ ("Nothing is asked yet; the minimum is %s."), least);

  return g_strdup_printf (_ ("%s asked; the minimum is %s."), asked, least);
}

static char *
say_part (const Cas *cas, const PvRecevabiliteRegle *regle)
{
  gint64 part = cas->dossier->beneficiaires_qpv_bp;
  g_autofree char *planned = NULL;
  g_autofree char *expected = NULL;

  if (part == PV_INT_NULL)
    return g_strdup (_ ("The share of the public from the quartiers is not known."));

  planned = pv_controle_taux (part);
  expected = pv_controle_taux (regle->valeur);
  return g_strdup_printf (_ ("%s planned, at least %s expected."), planned, expected);
}

static char *
say_budget (const Cas *cas)
{
  PvCents gap = cas->totaux.charges_cents - cas->totaux.produits_cents;
  g_autofree char *words = pv_controle_montant (ABS (gap));

  if (cas->totaux.n_charges == 0 || cas->totaux.n_produits == 0)
    return g_strdup (_ ("The budget is not complete."));
  if (gap == 0)
    return g_strdup (_ ("Charges and products are equal."));

  return g_strdup_printf (
      gap > 0 ? _ ("Charges are %s over products.") : _ ("Products are %s over charges."), words);
}

static char *
say_pieces (const Cas *cas)
{
  g_autofree char *jour = pv_clock_today (pv_db_get_clock (cas->db));
  g_autofree char *fin = g_strdup_printf ("%04d-12-31", (int)cas->dossier->exercice);
  g_autoptr (GPtrArray) manquantes = pv_piece_store_list_manquantes (
      cas->db, cas->dossier->id, strcmp (jour, fin) < 0 ? jour : fin, NULL);
  g_autoptr (GString) noms = g_string_new (NULL);

  if (manquantes == NULL || manquantes->len == 0)
    return g_strdup (_ ("No required document is missing."));
  for (guint i = 0; i < manquantes->len; i++)
    g_string_append_printf (noms, "%s%s", i > 0 ? ", " : "",
                            ((PvPieceType *)manquantes->pdata[i])->libelle);

  return g_strdup_printf (_ ("Missing: %s."), noms->str);
}

static void
say (const Cas *cas, PvRecevabiliteLigne *ligne)
{
  const PvRecevabiliteRegle *regle = ligne->regle;

  ligne->table = "dossier";
  ligne->cle = cas->dossier->id;
  switch (regle->genre)
    {
    case PV_RECEVABILITE_GENRE_CER:
      ligne->texte = say_cer (cas);
      ligne->table = "organisme";
      ligne->cle = cas->porteur->id;
      ligne->champ = "cer_signe_le";
      break;
    case PV_RECEVABILITE_GENRE_DELAI:
      ligne->texte = say_delai (cas);
      ligne->champ = "depose_le";
      break;
    case PV_RECEVABILITE_GENRE_PERIODE:
      ligne->texte = say_periode (cas, ligne);
      ligne->champ = "debut";
      break;
    case PV_RECEVABILITE_GENRE_MONTANT_MINIMUM:
      ligne->texte = say_minimum (cas, regle);
      ligne->champ = "financement";
      break;
    case PV_RECEVABILITE_GENRE_PART_QPV:
      ligne->texte = say_part (cas, regle);
      ligne->champ = "beneficiaires_qpv_bp";
      break;
    case PV_RECEVABILITE_GENRE_BUDGET_EQUILIBRE:
      ligne->texte = say_budget (cas);
      ligne->champ = "budget_ligne";
      break;
    case PV_RECEVABILITE_GENRE_PIECES:
      ligne->texte = say_pieces (cas);
      ligne->champ = "piece";
      break;
    case PV_RECEVABILITE_GENRE_DECLARATIVE:
    case PV_RECEVABILITE_GENRE_NULL:
    default:
      ligne->texte = g_strdup (ligne->reponse == PV_INT_NULL ? _ ("Nobody has answered yet.")
                                                             : _ ("Answered by hand."));
      ligne->table = NULL;
    }
}

static gboolean
fill (Cas *cas, GPtrArray *lignes, GError **error)
{
  for (guint i = 0; i < lignes->len; i++)
    {
      PvRecevabiliteLigne *ligne = lignes->pdata[i];
      PvRecevabiliteRegle *regle =
          pv_recevabilite_regle_store_get (cas->db, ligne->regle->id, error);

      if (regle == NULL)
        return FALSE;
      pv_recevabilite_regle_free (ligne->regle);
      ligne->regle = regle;
      say (cas, ligne);
    }

  return TRUE;
}

GPtrArray *
pv_recevabilite_evaluer (PvDb *db, gint64 dossier_id, GError **error)
{
  Cas cas = { .db = db };
  g_autoptr (GPtrArray) lignes = pv_recevabilite_store_list (db, dossier_id, &cas.totaux, error);
  g_autoptr (PvDossier) dossier = NULL;
  g_autoptr (PvAppel) appel = NULL;
  g_autoptr (PvOrganisme) porteur = NULL;

  if (lignes == NULL || lignes->len == 0)
    return g_steal_pointer (&lignes);
  dossier = pv_dossier_store_get (db, dossier_id, error);
  appel = dossier != NULL ? pv_appel_store_get (db, dossier->appel_id, error) : NULL;
  porteur = appel != NULL ? pv_organisme_store_get (db, dossier->porteur_id, error) : NULL;
  if (porteur == NULL)
    return NULL;
  cas.dossier = dossier;
  cas.appel = appel;
  cas.porteur = porteur;

  return fill (&cas, lignes, error) ? g_steal_pointer (&lignes) : NULL;
}

char *
pv_recevabilite_to_motif (GPtrArray *lignes)
{
  g_autoptr (GString) motif = g_string_new (NULL);

  for (guint i = 0; i < lignes->len; i++)
    {
      const PvRecevabiliteLigne *ligne = lignes->pdata[i];
      const char *why = ligne->motif != NULL ? ligne->motif : ligne->texte;

      if (ligne->etat != PV_RECEVABILITE_NON_REMPLIE)
        continue;
      g_string_append_printf (motif, "%s%s", motif->len > 0 ? "\n" : "", ligne->regle->libelle);
      if (ligne->table != NULL || ligne->motif != NULL)
        g_string_append_printf (motif, " (%.*s)",
                                (int)strlen (why) - (g_str_has_suffix (why, ".") ? 1 : 0), why);
    }

  return motif->len > 0 ? g_string_free (g_steal_pointer (&motif), FALSE) : NULL;
}

/* --- actions ------------------------------------------------------------------------------- */

static gboolean
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, code, message);

  return FALSE;
}

gboolean
pv_recevabilite_repondre (PvDb *db,
                          gint64 dossier_id,
                          gint64 regle_id,
                          gint64 reponse,
                          const char *motif,
                          GError **error)
{
  g_autoptr (PvRecevabiliteRegle) regle = NULL;
  g_autoptr (GError) local = NULL;

  if (reponse == PV_INT_NULL)
    return pv_recevabilite_store_delete_reponse (db, dossier_id, regle_id, error);

  regle = pv_recevabilite_regle_store_get (db, regle_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (regle == NULL)
    return fail (error, PV_RULE_ERROR_NOT_FOUND,
                 _ ("This condition is not in the call any more. Read the dossier again."));
  if (regle->genre != PV_RECEVABILITE_GENRE_DECLARATIVE && (motif == NULL || *motif == '\0'))
    return fail (error, PV_RULE_ERROR_INVALID,
                 _ ("What is answered in place of what is computed needs a reason."));

  return pv_recevabilite_store_set_reponse (db, dossier_id, regle_id, reponse, motif, error);
}

gboolean
pv_recevabilite_regle_check (const PvRecevabiliteRegle *regle, char **reason, const char **champ)
{
  *reason = NULL;
  *champ = NULL;
  if (regle->libelle == NULL || *regle->libelle == '\0')
    {
      *champ = "libelle";
      *reason = g_strdup (_ ("A condition needs words: what the dossier must meet."));
    }
  else if (regle->genre == PV_RECEVABILITE_GENRE_PART_QPV &&
           (regle->valeur == PV_INT_NULL || regle->valeur < 1 || regle->valeur > 10000))
    {
      *champ = "valeur";
      *reason = g_strdup (_ ("Say which share of the public is expected, from 1 to 100."));
    }

  return *champ == NULL;
}

gboolean
pv_recevabilite_set_regle (PvDb *db, PvRecevabiliteRegle *regle, GError **error)
{
  g_autofree char *reason = NULL;
  const char *champ;

  if (regle->genre != PV_RECEVABILITE_GENRE_PART_QPV &&
      regle->genre != PV_RECEVABILITE_GENRE_MONTANT_MINIMUM)
    regle->valeur = PV_INT_NULL;
  if (!pv_recevabilite_regle_check (regle, &reason, &champ))
    return fail (error, PV_RULE_ERROR_INVALID, reason);
  if (regle->uuid != NULL)
    return pv_recevabilite_regle_store_update (db, regle, NULL, error);
  if (regle->ordre == PV_INT_NULL)
    {
      g_autoptr (GPtrArray) regles = pv_recevabilite_regle_store_list (db, regle->appel_id, error);

      if (regles == NULL)
        return FALSE;
      regle->ordre =
          regles->len > 0 ? ((PvRecevabiliteRegle *)regles->pdata[regles->len - 1])->ordre + 1 : 1;
    }

  return pv_recevabilite_regle_store_insert (db, regle, error);
}

/* 1, 2, 3… in the order of @regles. */
static gboolean
renumber (PvDb *db, GPtrArray *regles, GError **error)
{
  for (guint i = 0; i < regles->len; i++)
    {
      PvRecevabiliteRegle *regle = regles->pdata[i];

      if (regle->ordre == i + 1)
        continue;
      regle->ordre = i + 1;
      if (!pv_recevabilite_regle_store_update (db, regle, NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_recevabilite_move_regle (PvDb *db, gint64 appel_id, gint64 regle_id, int pas, GError **error)
{
  g_autoptr (GPtrArray) regles = pv_recevabilite_regle_store_list (db, appel_id, error);
  int de = 0, vers;

  if (regles == NULL)
    return FALSE;
  while (de < (int)regles->len && ((PvRecevabiliteRegle *)regles->pdata[de])->id != regle_id)
    de++;
  if (de == (int)regles->len)
    return fail (error, PV_RULE_ERROR_NOT_FOUND, _ ("This condition is not in the call any more."));
  vers = CLAMP (de + pas, 0, (int)regles->len - 1);
  g_ptr_array_insert (regles, vers, g_ptr_array_steal_index (regles, (guint)de));

  return renumber (db, regles, error);
}

gboolean
pv_recevabilite_delete_regle (PvDb *db, gint64 regle_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvRecevabiliteRegle) regle = pv_recevabilite_regle_store_get (db, regle_id, &local);
  g_autoptr (GPtrArray) regles = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (regle == NULL)
    return fail (error, PV_RULE_ERROR_NOT_FOUND, _ ("This condition is not in the call any more."));
  if (!pv_recevabilite_regle_store_delete (db, regle_id, error))
    return FALSE;
  regles = pv_recevabilite_regle_store_list (db, regle->appel_id, error);

  return regles != NULL && renumber (db, regles, error);
}

static gboolean
has_genre (GPtrArray *regles, PvRecevabiliteGenre genre)
{
  for (guint i = 0; i < regles->len; i++)
    if (((PvRecevabiliteRegle *)regles->pdata[i])->genre == genre)
      return TRUE;

  return FALSE;
}

static gboolean
add_usual (PvDb *db, const PvAppel *appel, PvRecevabiliteGenre genre, GError **error)
{
  g_autoptr (PvRecevabiliteRegle) regle = pv_recevabilite_regle_new ();

  if (genre == PV_RECEVABILITE_GENRE_MONTANT_MINIMUM &&
      appel->montant_minimum_cents == PV_CENTS_NULL)
    return TRUE;
  regle->appel_id = appel->id;
  regle->ordre = PV_INT_NULL;
  regle->genre = genre;
  regle->libelle = g_strdup (pv_recevabilite_genre_to_libelle (genre));
  regle->valeur = genre == PV_RECEVABILITE_GENRE_PART_QPV ? PART_QPV_USUELLE : PV_INT_NULL;
  regle->source = g_strdup (genre == PV_RECEVABILITE_GENRE_CER
                                ? "loi n°\u00a02021-1109 du 24 août 2021, art. 12"
                                : "réglage de Progville");

  return pv_recevabilite_set_regle (db, regle, error);
}

gboolean
pv_recevabilite_proposer (PvDb *db, gint64 appel_id, GError **error)
{
  g_autoptr (PvAppel) appel = pv_appel_store_get (db, appel_id, error);
  g_autoptr (GPtrArray) regles = NULL;

  if (appel == NULL)
    return FALSE;
  regles = pv_recevabilite_regle_store_list (db, appel_id, error);
  if (regles == NULL)
    return FALSE;
  for (int genre = 0; genre < PV_RECEVABILITE_GENRE_DECLARATIVE; genre++)
    if (!has_genre (regles, (PvRecevabiliteGenre)genre) &&
        !add_usual (db, appel, (PvRecevabiliteGenre)genre, error))
      return FALSE;

  return TRUE;
}

gboolean
pv_recevabilite_copier (PvDb *db, gint64 de_appel_id, gint64 vers_appel_id, GError **error)
{
  g_autoptr (GPtrArray) own = pv_recevabilite_regle_store_list (db, vers_appel_id, error);
  g_autoptr (GPtrArray) others =
      own != NULL ? pv_recevabilite_regle_store_list (db, de_appel_id, error) : NULL;

  for (guint i = 0; others != NULL && i < own->len; i++)
    if (!pv_recevabilite_regle_store_delete (db, ((PvRecevabiliteRegle *)own->pdata[i])->id, error))
      return FALSE;
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      g_autoptr (PvRecevabiliteRegle) regle = pv_recevabilite_regle_copy (others->pdata[i]);

      g_clear_pointer (&regle->uuid, g_free);
      regle->appel_id = vers_appel_id;
      if (!pv_recevabilite_regle_store_insert (db, regle, error))
        return FALSE;
    }

  return others != NULL;
}
