/* pv-fiche-noms-financeur.c: payers, lines of credits and envelopes, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "enveloppe/pv-enveloppe-service.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financeur/pv-dispositif-store.h"
#include "financeur/pv-financeur-store.h"
#include "organisme/pv-organisme-store.h"
#include "parametres/pv-fiche-nom.h"
#include "pv-error.h"
#include "reglage/pv-reglage-store.h"
#include "widget/pv-format.h"

PV_FICHE_STORE (PvFinanceur, pv_financeur)
PV_FICHE_STORE (PvDispositif, pv_dispositif)
static gpointer
pv_enveloppe_creer (void)
{
  return pv_enveloppe_new ();
}

static void
pv_enveloppe_liberer (gpointer record)
{
  pv_enveloppe_free (record);
}

static gpointer
pv_enveloppe_obtenir (PvDb *db, gint64 id, GError **error)
{
  return pv_enveloppe_store_get (db, id, error);
}

static gboolean
pv_enveloppe_inserer (PvDb *db, gpointer record, GError **error)
{
  return pv_enveloppe_store_insert (db, record, error);
}

/* What keeps envelopes consistent holds here too. */
static gboolean
enveloppe_modifier (PvDb *db, gpointer record, GError **error)
{
  return pv_enveloppe_service_save (db, record, error);
}

static char *
nom_of (PvDb *db, gint64 organisme_id)
{
  g_autoptr (PvOrganisme) organisme = pv_organisme_store_get (db, organisme_id, NULL);

  return g_strdup (organisme != NULL ? organisme->nom : "");
}

/* --- financeur ------------------------------------------------------------------------- */

static char *
nom_lire (PvDb *db, gconstpointer record)
{
  return nom_of (db, ((const PvFinanceur *)record)->organisme_id);
}

static gboolean
nom_ecrire (PvDb *db, gpointer record, const char *texte, GError **error)
{
  g_autoptr (PvOrganisme) organisme =
      pv_organisme_store_get (db, ((PvFinanceur *)record)->organisme_id, error);

  if (organisme == NULL)
    return FALSE;
  pv_champ_set_text (&organisme->nom, texte);

  return pv_organisme_store_update (db, organisme, NULL, error);
}

static void
public_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  pv_fiche_add_choice (ids, labels, PV_INT_NULL, _ ("Not known"));
  pv_fiche_add_choice (ids, labels, 1, _ ("Yes"));
  pv_fiche_add_choice (ids, labels, 0, _ ("No"));
}

static const PvFicheChamp financeur_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE, NULL, nom_lire, nom_ecrire },
  { "categorie", N_ ("Category"), PV_SAISIE_CHOIX, TRUE },
  { "public", N_ ("Public funder"), PV_SAISIE_CHOIX, FALSE, public_choix,
    .aide = N_ ("Counts in the rate of public aid") },
  { "ordre", N_ ("Order in the tables"), PV_SAISIE_ENTIER },
  { NULL },
};

static gboolean
financeur_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvFinanceur *financeur = record;
  g_autoptr (PvOrganisme) organisme = pv_organisme_new ();

  organisme->nom = pv_fiche_number (_ ("New funder"), n);
  organisme->forme = PV_FORME_AUTRE;
  if (!pv_organisme_store_insert (db, organisme, error))
    return FALSE;
  financeur->organisme_id = organisme->id;
  financeur->categorie = PV_CATEGORIE_AUTRE;
  financeur->public = pv_categorie_get_public (PV_CATEGORIE_AUTRE);

  return TRUE;
}

static char *
financeur_subtitle (PvDb *db, gconstpointer record)
{
  return g_strdup (pv_categorie_to_libelle (((const PvFinanceur *)record)->categorie));
}

/* --- dispositif ------------------------------------------------------------------------- */

static void
financeur_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  g_autoptr (GPtrArray) financeurs = pv_financeur_store_list (db, NULL);

  for (guint i = 0; financeurs != NULL && i < financeurs->len; i++)
    {
      const PvFinanceur *financeur = financeurs->pdata[i];
      g_autofree char *nom = nom_of (db, financeur->organisme_id);

      pv_fiche_add_choice (ids, labels, financeur->id, nom);
    }
}

static const PvFicheChamp dispositif_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "code", N_ ("Code"), PV_SAISIE_TEXTE, TRUE },
  { "financeur_id", N_ ("Funder"), PV_SAISIE_CHOIX, TRUE, financeur_choix },
  { "nature_credits", N_ ("Nature of the credits"), PV_SAISIE_CHOIX },
  { "section", N_ ("Section"), PV_SAISIE_CHOIX },
  { "plafond_aide_publique_bp", N_ ("Ceiling of public aid"), PV_SAISIE_TAUX,
    .aide = N_ ("Beyond it, a warning; none when empty") },
  { "description", N_ ("Description"), PV_SAISIE_TEXTE },
  { "source", N_ ("Source"), PV_SAISIE_TEXTE },
  { NULL },
};

static gboolean
refuse_first (const char *words, GError **error)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, words);
  return FALSE;
}

static gboolean
dispositif_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvDispositif *dispositif = record;
  g_autoptr (PvDispositif) near =
      pres_de != PV_INT_NULL ? pv_dispositif_store_get (db, pres_de, error) : NULL;
  g_autoptr (GPtrArray) financeurs = pv_financeur_store_list (db, error);

  if (financeurs == NULL)
    return FALSE;
  if (financeurs->len == 0)
    return refuse_first (_ ("Add a funder first."), error);
  dispositif->financeur_id =
      near != NULL ? near->financeur_id : ((PvFinanceur *)financeurs->pdata[0])->id;
  dispositif->nom = pv_fiche_number (_ ("New line of credits"), n);
  dispositif->code = g_strdup_printf ("dispositif_%u", n);

  return TRUE;
}

static GPtrArray *
dispositif_list (PvDb *db, GError **error)
{
  return pv_dispositif_store_list (db, PV_INT_NULL, error);
}

static char *
dispositif_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvDispositif *)record)->nom);
}

static char *
dispositif_subtitle (PvDb *db, gconstpointer record)
{
  const PvDispositif *dispositif = record;
  g_autoptr (PvFinanceur) financeur = pv_financeur_store_get (db, dispositif->financeur_id, NULL);
  const char *nature = pv_nature_credits_to_libelle (dispositif->nature_credits);
  g_autofree char *nom = nom_of (db, financeur->organisme_id);

  return nature != NULL ? g_strdup_printf ("%s · %s", nom, nature) : g_steal_pointer (&nom);
}

/* --- enveloppe ---------------------------------------------------------------------------- */

static void
dispositif_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  g_autoptr (GPtrArray) dispositifs = pv_dispositif_store_list (db, PV_INT_NULL, NULL);

  for (guint i = 0; dispositifs != NULL && i < dispositifs->len; i++)
    {
      const PvDispositif *dispositif = dispositifs->pdata[i];

      pv_fiche_add_choice (ids, labels, dispositif->id, dispositif->nom);
    }
}

static const PvFicheChamp enveloppe_fiche[] = {
  { "libelle", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "dispositif_id", N_ ("Line of credits"), PV_SAISIE_CHOIX, TRUE, dispositif_choix },
  { "exercice", N_ ("Exercice"), PV_SAISIE_ENTIER, TRUE },
  { "section", N_ ("Section"), PV_SAISIE_CHOIX },
  { "montant_cents", N_ ("Amount"), PV_SAISIE_MONTANT, .aide = N_ ("Empty: not notified yet") },
  { NULL },
};

static GPtrArray *
enveloppe_list (PvDb *db, GError **error)
{
  return pv_enveloppe_store_list (db, PV_INT_NULL, error);
}

static gint64
get_exercice (PvDb *db)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gint64 exercice = g_date_time_get_year (now);

  pv_reglage_store_get_int (db, PV_REGLAGE_EXERCICE, exercice, &exercice, NULL);

  return exercice;
}

static gboolean
enveloppe_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvEnveloppe *enveloppe = record;
  g_autoptr (PvEnveloppe) near =
      pres_de != PV_INT_NULL ? pv_enveloppe_store_get (db, pres_de, error) : NULL;
  g_autoptr (GPtrArray) dispositifs = pv_dispositif_store_list (db, PV_INT_NULL, error);

  if (dispositifs == NULL)
    return FALSE;
  if (dispositifs->len == 0)
    return refuse_first (_ ("Add a line of credits first."), error);
  enveloppe->dispositif_id =
      near != NULL ? near->dispositif_id : ((PvDispositif *)dispositifs->pdata[0])->id;
  enveloppe->section =
      near != NULL ? near->section : ((PvDispositif *)dispositifs->pdata[0])->section;
  enveloppe->exercice = near != NULL ? near->exercice : get_exercice (db);
  enveloppe->libelle = pv_fiche_number (_ ("New envelope"), n);

  return TRUE;
}

static char *
enveloppe_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvEnveloppe *)record)->libelle);
}

static char *
enveloppe_subtitle (PvDb *db, gconstpointer record)
{
  const PvEnveloppe *enveloppe = record;
  g_autofree char *montant = pv_amount_to_text (enveloppe->montant_cents);

  return g_strdup_printf ("%d · %s", (int)enveloppe->exercice, montant);
}

static char *
enveloppe_check (PvDb *db, gconstpointer record, const char *champ)
{
  return pv_enveloppe_check_champ (record, champ);
}

const PvFicheNom pv_fiche_noms_financeur[] = {
  { "financeur", N_ ("Funders"), N_ ("Add a Funder"), PV_USAGE_FINANCEUR,
    PV_FICHE_FONCTIONS (pv_financeur), .fiche = financeur_fiche, .list = pv_financeur_store_list,
    .supprimer = pv_financeur_store_delete, .prepare = financeur_prepare, .title = nom_lire,
    .subtitle = financeur_subtitle },
  { "dispositif", N_ ("Lines of credits"), N_ ("Add a Line of Credits"), PV_USAGE_DISPOSITIF,
    PV_FICHE_FONCTIONS (pv_dispositif), .fiche = dispositif_fiche, .list = dispositif_list,
    .supprimer = pv_dispositif_store_delete, .prepare = dispositif_prepare,
    .title = dispositif_title, .subtitle = dispositif_subtitle },
  { "enveloppe", N_ ("Envelopes"), N_ ("Add an Envelope"), PV_USAGE_ENVELOPPE,
    .champs = pv_enveloppe_champs, .creer = pv_enveloppe_creer, .liberer = pv_enveloppe_liberer,
    .get = pv_enveloppe_obtenir, .insert = pv_enveloppe_inserer, .update = enveloppe_modifier,
    .fiche = enveloppe_fiche, .list = enveloppe_list, .supprimer = pv_enveloppe_service_delete,
    .prepare = enveloppe_prepare, .title = enveloppe_title, .subtitle = enveloppe_subtitle,
    .check = enveloppe_check },
  { NULL },
};
