/* pv-fiche-noms-acteur.c: thresholds, agents and institutions, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "agent/pv-agent-store.h"
#include "financeur/pv-financeur-store.h"
#include "institution/pv-institution-store.h"
#include "organisme/pv-organisme-store.h"
#include "parametres/pv-fiche-nom.h"
#include "seuil/pv-seuil-store.h"
#include "widget/pv-format.h"

PV_FICHE_STORE (PvSeuil, pv_seuil)
PV_FICHE_STORE (PvAgent, pv_agent)
PV_FICHE_STORE (PvInstitution, pv_institution)

/* --- seuil: its value is typed in its unit -------------------------------------------------- */

static char *
valeur_lire (PvDb *db, gconstpointer record)
{
  const PvSeuil *seuil = record;

  if (seuil->valeur == PV_INT_NULL)
    return NULL;
  if (seuil->unite == PV_SEUIL_UNITE_CENTS)
    return pv_amount_to_text (seuil->valeur);
  if (seuil->unite == PV_SEUIL_UNITE_BP)
    return pv_rate_to_text (seuil->valeur);

  return pv_count_to_text (seuil->valeur);
}

static gboolean
valeur_ecrire (PvDb *db, gpointer record, const char *texte, GError **error)
{
  PvSeuil *seuil = record;
  gboolean read;

  if (seuil->unite == PV_SEUIL_UNITE_CENTS)
    read = pv_money_parse (texte, PV_NUMBER_STYLE_FRENCH, &seuil->valeur, NULL, error);
  else if (seuil->unite == PV_SEUIL_UNITE_BP)
    read = pv_number_parse_percent (texte, PV_NUMBER_STYLE_FRENCH, PV_PERCENT_UNIT_POINTS,
                                    &seuil->valeur, NULL, error);
  else
    read = pv_number_parse_count (texte, PV_NUMBER_STYLE_FRENCH, &seuil->valeur, error);

  return read && pv_seuil_store_update (db, seuil, NULL, error);
}

static void
unite_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  static const char *const words[] = { N_ ("euros"), N_ ("%"),      N_ ("months"),
                                       N_ ("days"),  N_ ("number"), N_ ("points") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_ptr_array_add (ids, g_strdup (pv_seuil_unite_to_id ((PvSeuilUnite)i)));
      g_ptr_array_add (labels, g_strdup (_ (words[i])));
    }
}

static const PvFicheChamp seuil_fiche[] = {
  { "libelle", N_ ("In words"), PV_SAISIE_TEXTE, TRUE },
  { "valeur", N_ ("Value"), PV_SAISIE_TEXTE, FALSE, NULL, valeur_lire, valeur_ecrire,
    N_ ("Empty: no threshold") },
  { "unite", N_ ("Unit"), PV_SAISIE_CHOIX, TRUE, unite_choix },
  { "valable_du", N_ ("Valid from"), PV_SAISIE_DATE },
  { "valable_au", N_ ("Valid until"), PV_SAISIE_DATE },
  { "source", N_ ("Source"), PV_SAISIE_TEXTE },
  { "code", N_ ("Code"), PV_SAISIE_TEXTE, TRUE },
  { NULL },
};

/* A threshold is added as the next value of the one that is selected. */
static gboolean
seuil_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvSeuil *seuil = record;
  g_autoptr (PvSeuil) near =
      pres_de != PV_INT_NULL ? pv_seuil_store_get (db, pres_de, error) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  seuil->libelle = near != NULL ? g_strdup (near->libelle) : g_strdup (_ ("New threshold"));
  seuil->code = near != NULL ? g_strdup (near->code) : g_strdup_printf ("seuil_%u", n);
  seuil->unite = near != NULL ? near->unite : PV_SEUIL_UNITE_CENTS;
  seuil->valable_du = g_strdup_printf ("%04d-01-01", g_date_time_get_year (now) + (int)n);

  return TRUE;
}

static char *
seuil_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvSeuil *)record)->libelle);
}

static char *
seuil_subtitle (PvDb *db, gconstpointer record)
{
  const PvSeuil *seuil = record;
  g_autofree char *valeur = valeur_lire (db, record);
  gboolean bare = valeur == NULL || seuil->unite == PV_SEUIL_UNITE_CENTS ||
                  seuil->unite == PV_SEUIL_UNITE_BP || seuil->unite == PV_SEUIL_UNITE_NOMBRE;

  return g_strdup_printf ("%s%s%s", valeur != NULL ? valeur : PV_TEXT_NULL, bare ? "" : " ",
                          bare ? "" : pv_seuil_unite_to_libelle (seuil->unite));
}

static char *
seuil_check (PvDb *db, gconstpointer record, const char *champ)
{
  const PvSeuil *seuil = record;

  return g_str_has_prefix (champ, "valable_")
             ? pv_fiche_check_periode (seuil->valable_du, seuil->valable_au)
             : NULL;
}

/* --- agent and institution ------------------------------------------------------------------- */

static void
institution_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  g_autoptr (GPtrArray) institutions = pv_institution_store_list (db, NULL);

  pv_fiche_add_choice (ids, labels, PV_INT_NULL, _ ("None"));
  for (guint i = 0; institutions != NULL && i < institutions->len; i++)
    {
      const PvInstitution *institution = institutions->pdata[i];

      pv_fiche_add_choice (ids, labels, institution->id, institution->nom);
    }
}

static const PvFicheChamp agent_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "institution_id", N_ ("Institution"), PV_SAISIE_CHOIX, FALSE, institution_choix },
  { "role", N_ ("Role"), PV_SAISIE_CHOIX, TRUE },
  { NULL },
};

static gboolean
agent_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvAgent *agent = record;

  agent->nom = pv_fiche_number (_ ("New agent"), n);
  agent->role = PV_AGENT_ROLE_INSTRUCTEUR;

  return TRUE;
}

static char *
agent_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvAgent *)record)->nom);
}

static char *
agent_subtitle (PvDb *db, gconstpointer record)
{
  const PvAgent *agent = record;
  g_autoptr (PvInstitution) institution =
      agent->institution_id != PV_INT_NULL
          ? pv_institution_store_get (db, agent->institution_id, NULL)
          : NULL;
  const char *role = pv_agent_role_to_libelle (agent->role);

  return institution != NULL ? g_strdup_printf ("%s · %s", role, institution->nom)
                             : g_strdup (role);
}

/* The payers: what an institution that is recused does not decide is its own money. */
static void
organisme_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  g_autoptr (GPtrArray) financeurs = pv_financeur_store_list (db, NULL);

  pv_fiche_add_choice (ids, labels, PV_INT_NULL, _ ("No funder"));
  for (guint i = 0; financeurs != NULL && i < financeurs->len; i++)
    {
      const PvFinanceur *financeur = financeurs->pdata[i];
      g_autoptr (PvOrganisme) organisme =
          financeur->organisme_id != PV_INT_NULL
              ? pv_organisme_store_get (db, financeur->organisme_id, NULL)
              : NULL;

      if (organisme != NULL)
        pv_fiche_add_choice (ids, labels, organisme->id, organisme->nom);
    }
}

static const PvFicheChamp institution_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "organisme_id", N_ ("Payer that it is"), PV_SAISIE_CHOIX, FALSE, organisme_choix, NULL, NULL,
    N_ ("Recused on a dossier, it leaves the money of this payer as it is") },
  { "poids", N_ ("Weight in the mean of scores"), PV_SAISIE_ENTIER, TRUE },
  { "ordre", N_ ("Order in the tables"), PV_SAISIE_ENTIER },
  { NULL },
};

static gboolean
institution_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  ((PvInstitution *)record)->nom = pv_fiche_number (_ ("New institution"), n);

  return TRUE;
}

static char *
institution_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvInstitution *)record)->nom);
}

static char *
institution_subtitle (PvDb *db, gconstpointer record)
{
  return g_strdup_printf (_ ("Weight %d"), (int)((const PvInstitution *)record)->poids);
}

const PvFicheNom pv_fiche_noms_acteur[] = {
  { "seuil", N_ ("Thresholds"), N_ ("Add a Value"), PV_USAGE_SEUIL, PV_FICHE_FONCTIONS (pv_seuil),
    .fiche = seuil_fiche, .list = pv_seuil_store_list, .supprimer = pv_seuil_store_delete,
    .prepare = seuil_prepare, .title = seuil_title, .subtitle = seuil_subtitle,
    .check = seuil_check },
  { "agent", N_ ("Agents"), N_ ("Add an Agent"), PV_USAGE_AGENT, PV_FICHE_FONCTIONS (pv_agent),
    .fiche = agent_fiche, .list = pv_agent_store_list, .supprimer = pv_agent_store_delete,
    .prepare = agent_prepare, .title = agent_title, .subtitle = agent_subtitle },
  { "institution", N_ ("Institutions"), N_ ("Add an Institution"), PV_USAGE_INSTITUTION,
    PV_FICHE_FONCTIONS (pv_institution), .fiche = institution_fiche,
    .list = pv_institution_store_list, .supprimer = pv_institution_store_delete,
    .prepare = institution_prepare, .title = institution_title, .subtitle = institution_subtitle },
  { NULL },
};
