/* pv-fiche-noms-cadre.c: contrats, calls, frames and territories, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-service.h"
#include "cadre/pv-noeud-store.h"
#include "grille/pv-critere-store.h"
#include "grille/pv-grille-store.h"
#include "parametres/pv-fiche-nom.h"
#include "programme/pv-contrat-store.h"
#include "pv-date.h"
#include "pv-error.h"
#include "pv-identifier.h"
#include "marqueur/pv-axe-store.h"
#include "marqueur/pv-marqueur.h"
#include "territoire/pv-commune-store.h"
#include "territoire/pv-quartier-store.h"

PV_FICHE_STORE (PvContrat, pv_contrat)
PV_FICHE_STORE (PvAppel, pv_appel)
PV_FICHE_STORE (PvGrille, pv_grille)
PV_FICHE_STORE (PvCadre, pv_cadre)
PV_FICHE_STORE (PvNoeud, pv_noeud)
PV_FICHE_STORE (PvCommune, pv_commune)
PV_FICHE_STORE (PvAxe, pv_axe)
PV_FICHE_STORE (PvQuartier, pv_quartier)

static gint64
this_year (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (now);
}

static char *
check_year (gint64 year)
{
  return year == PV_INT_NULL || (year >= 2000 && year <= 2100)
             ? NULL
             : g_strdup (_ ("A year is expected, such as 2026."));
}

static char *
join (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return g_strdup (a != NULL ? a : b);

  return g_strdup_printf ("%s · %s", a, b);
}

/* --- contrat -------------------------------------------------------------------------- */

static const PvFicheChamp contrat_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "code", N_ ("National code"), PV_SAISIE_TEXTE },
  { "epci_nom", N_ ("EPCI"), PV_SAISIE_TEXTE },
  { "epci_siren", N_ ("SIREN of the EPCI"), PV_SAISIE_TEXTE },
  { "annee_debut", N_ ("First year"), PV_SAISIE_ENTIER },
  { "annee_fin", N_ ("Last year"), PV_SAISIE_ENTIER },
  { NULL },
};

static gboolean
contrat_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  ((PvContrat *)record)->nom = pv_fiche_number (_ ("New contrat"), n);

  return TRUE;
}

static char *
contrat_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvContrat *)record)->nom);
}

static char *
contrat_subtitle (PvDb *db, gconstpointer record)
{
  const PvContrat *contrat = record;

  return join (contrat->code, contrat->epci_nom);
}

static char *
contrat_check (PvDb *db, gconstpointer record, const char *champ)
{
  const PvContrat *contrat = record;

  if (g_str_equal (champ, "code"))
    return pv_fiche_check_identifier (PV_IDENTIFIER_CONTRAT, contrat->code);
  if (g_str_equal (champ, "epci_siren"))
    return pv_fiche_check_identifier (PV_IDENTIFIER_SIREN, contrat->epci_siren);
  if (g_str_equal (champ, "annee_debut"))
    return check_year (contrat->annee_debut);
  if (g_str_equal (champ, "annee_fin") && contrat->annee_fin != PV_INT_NULL &&
      contrat->annee_fin < contrat->annee_debut)
    return g_strdup (_ ("The end is before the beginning."));
  if (g_str_equal (champ, "annee_fin"))
    return check_year (contrat->annee_fin);

  return NULL;
}

/* --- appel ------------------------------------------------------------------------------ */

static void
contrat_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  g_autoptr (GPtrArray) contrats = pv_contrat_store_list (db, NULL);

  for (guint i = 0; contrats != NULL && i < contrats->len; i++)
    {
      const PvContrat *contrat = contrats->pdata[i];

      pv_fiche_add_choice (ids, labels, contrat->id, contrat->nom);
    }
}

static void
criteres_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  pv_fiche_add_choice (ids, labels, 1, _ ("One of the three"));
  pv_fiche_add_choice (ids, labels, 2, _ ("Two of the three"));
  pv_fiche_add_choice (ids, labels, 3, _ ("All three"));
}

static char *
grille_nom (const PvGrille *grille)
{
  return grille->version == 1
             ? g_strdup (grille->nom)
             : g_strdup_printf (_ ("%s, version %d"), grille->nom, (int)grille->version);
}

static void
grille_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  g_autoptr (GPtrArray) grilles = pv_grille_store_list (db, NULL);

  pv_fiche_add_choice (ids, labels, PV_INT_NULL, _ ("None: nothing is marked"));
  for (guint i = 0; grilles != NULL && i < grilles->len; i++)
    {
      const PvGrille *grille = grilles->pdata[i];
      g_autofree char *nom = grille_nom (grille);

      pv_fiche_add_choice (ids, labels, grille->id, nom);
    }
}

static const PvFicheChamp appel_fiche[] = {
  { "libelle", N_ ("Name of the call"), PV_SAISIE_TEXTE, TRUE },
  { "exercice", N_ ("Exercice"), PV_SAISIE_ENTIER, TRUE },
  { "genre", N_ ("Kind"), PV_SAISIE_CHOIX, TRUE },
  { "contrat_id", N_ ("Contrat de ville"), PV_SAISIE_CHOIX, FALSE, contrat_choix },
  { "depot_debut", N_ ("Applications from"), PV_SAISIE_DATE },
  { "depot_fin", N_ ("Applications until"), PV_SAISIE_DATE },
  { "action_debut", N_ ("Actions from"), PV_SAISIE_DATE, .aide = N_ ("The civil year when empty") },
  { "action_fin", N_ ("Actions until"), PV_SAISIE_DATE },
  { "theme_pivot", N_ ("Theme"), PV_SAISIE_TEXTE },
  { "montant_minimum_cents", N_ ("Minimum amount"), PV_SAISIE_MONTANT },
  { "egalite_criteres", N_ ("Equality criteria for a mark of 1"), PV_SAISIE_CHOIX, TRUE,
    criteres_choix },
  { "grille_id", N_ ("Scoring grid"), PV_SAISIE_CHOIX, FALSE, grille_choix },
  { NULL },
};

static gboolean
appel_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvAppel *appel = record;
  g_autoptr (GPtrArray) contrats = pv_contrat_store_list (db, error);

  if (contrats == NULL)
    return FALSE;
  if (contrats->len > 0)
    appel->contrat_id = ((PvContrat *)contrats->pdata[0])->id;
  appel->exercice = this_year ();
  appel->genre = PV_APPEL_GENRE_AAP;
  appel->libelle = pv_fiche_number (_ ("New call"), n);

  return TRUE;
}

static char *
appel_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvAppel *)record)->libelle);
}

static char *
appel_subtitle (PvDb *db, gconstpointer record)
{
  const PvAppel *appel = record;

  return g_strdup_printf ("%d · %s", (int)appel->exercice,
                          pv_appel_genre_to_libelle (appel->genre));
}

static char *
appel_check (PvDb *db, gconstpointer record, const char *champ)
{
  const PvAppel *appel = record;

  if (g_str_equal (champ, "exercice"))
    return check_year (appel->exercice);
  if (g_str_has_prefix (champ, "depot_"))
    return pv_fiche_check_periode (appel->depot_debut, appel->depot_fin);
  if (g_str_has_prefix (champ, "action_"))
    return pv_fiche_check_periode (appel->action_debut, appel->action_fin);

  return NULL;
}

/* --- grille ---------------------------------------------------------------------------------- */

static const PvFicheChamp grille_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { NULL },
};

static gboolean
grille_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  ((PvGrille *)record)->nom = pv_fiche_number (_ ("New grid"), n);

  return TRUE;
}

static char *
grille_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvGrille *)record)->nom);
}

static char *
grille_subtitle (PvDb *db, gconstpointer record)
{
  const PvGrille *grille = record;
  g_autoptr (GPtrArray) criteres = pv_critere_store_list (db, grille->id, NULL);
  guint n = criteres != NULL ? criteres->len : 0;
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u criterion", "%u criteria", n), n);

  return g_strdup_printf (grille->gelee ? _ ("version %d · %s · frozen") : _ ("version %d · %s"),
                          (int)grille->version, count);
}

/* --- cadre and its nodes ------------------------------------------------------------------ */

static char *
principal_lire (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvCadre *)record)->principal ? "1" : "0");
}

static gboolean
principal_ecrire (PvDb *db, gpointer record, const char *texte, GError **error)
{
  if (g_strcmp0 (texte, "1") == 0)
    return pv_noeud_service_set_principal (db, ((PvCadre *)record)->id, error);

  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                       _ ("Dossiers are sorted by one frame: choose another as the main one."));
  return FALSE;
}

static void
oui_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  pv_fiche_add_choice (ids, labels, 1, _ ("Yes"));
  pv_fiche_add_choice (ids, labels, 0, _ ("No"));
}

static const PvFicheChamp cadre_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "code", N_ ("Code"), PV_SAISIE_TEXTE, TRUE },
  { "annee_debut", N_ ("First year"), PV_SAISIE_ENTIER },
  { "annee_fin", N_ ("Last year"), PV_SAISIE_ENTIER },
  { "principal", N_ ("Main frame"), PV_SAISIE_CHOIX, TRUE, oui_choix, principal_lire,
    principal_ecrire, N_ ("The one dossiers are sorted by") },
  { NULL },
};

static const PvFicheChamp noeud_fiche[] = {
  { "libelle", N_ ("Label"), PV_SAISIE_TEXTE, TRUE },
  { "code", N_ ("Code"), PV_SAISIE_TEXTE, TRUE },
  { "niveau", N_ ("Level"), PV_SAISIE_TEXTE, .aide = N_ ("Pilier, axe, enjeu, objectif…") },
  { "source", N_ ("Source"), PV_SAISIE_TEXTE },
  { NULL },
};

static gboolean
cadre_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvCadre *cadre = record;

  cadre->nom = pv_fiche_number (_ ("New frame"), n);
  cadre->code = g_strdup_printf ("cadre_%u", n);

  return TRUE;
}

static char *
cadre_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvCadre *)record)->nom);
}

static char *
cadre_subtitle (PvDb *db, gconstpointer record)
{
  const PvCadre *cadre = record;

  return join (cadre->principal ? _ ("Main frame") : NULL, cadre->code);
}

static char *
cadre_check (PvDb *db, gconstpointer record, const char *champ)
{
  const PvCadre *cadre = record;

  if (g_str_equal (champ, "annee_debut"))
    return check_year (cadre->annee_debut);
  if (g_str_equal (champ, "annee_fin"))
    return check_year (cadre->annee_fin);

  return NULL;
}

static char *
noeud_title (PvDb *db, gconstpointer record)
{
  const PvNoeud *noeud = record;

  return join (noeud->code, noeud->libelle);
}

/* --- territories ---------------------------------------------------------------------------- */

static const PvFicheChamp commune_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "code_insee", N_ ("INSEE code"), PV_SAISIE_TEXTE },
  { "code_dep", N_ ("Département"), PV_SAISIE_TEXTE },
  { "epci_nom", N_ ("EPCI"), PV_SAISIE_TEXTE },
  { "epci_siren", N_ ("SIREN of the EPCI"), PV_SAISIE_TEXTE },
  { NULL },
};

static gboolean
commune_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  ((PvCommune *)record)->nom = pv_fiche_number (_ ("New commune"), n);

  return TRUE;
}

static char *
commune_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvCommune *)record)->nom);
}

static char *
commune_subtitle (PvDb *db, gconstpointer record)
{
  const PvCommune *commune = record;

  return join (commune->code_insee, commune->epci_nom);
}

static char *
commune_check (PvDb *db, gconstpointer record, const char *champ)
{
  const PvCommune *commune = record;

  if (g_str_equal (champ, "code_insee"))
    return pv_fiche_check_identifier (PV_IDENTIFIER_INSEE, commune->code_insee);
  if (g_str_equal (champ, "epci_siren"))
    return pv_fiche_check_identifier (PV_IDENTIFIER_SIREN, commune->epci_siren);

  return NULL;
}

static char *
communes_lire (PvDb *db, gconstpointer record)
{
  g_autoptr (GArray) ids =
      pv_quartier_store_list_communes (db, ((const PvQuartier *)record)->id, NULL);
  g_autoptr (GString) noms = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (PvCommune) commune =
          pv_commune_store_get (db, g_array_index (ids, gint64, i), NULL);

      g_string_append_printf (noms, "%s%s", i > 0 ? ", " : "", commune->nom);
    }

  return noms->len > 0 ? g_string_free (g_steal_pointer (&noms), FALSE) : NULL;
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static gboolean
read_communes (PvDb *db, const char *texte, GArray *wanted, GError **error)
{
  g_auto (GStrv) noms = g_strsplit_set (texte != NULL ? texte : "", ",;", -1);

  for (guint i = 0; noms[i] != NULL; i++)
    {
      gint64 id;

      if (*g_strstrip (noms[i]) == '\0')
        continue;
      if (!pv_commune_store_find_by_nom (db, noms[i], NULL, &id, error))
        return FALSE;
      if (id == PV_INT_NULL)
        {
          g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                       _ ("“%s” is no commune of the file."), noms[i]);
          return FALSE;
        }
      g_array_append_val (wanted, id);
    }

  return TRUE;
}

static gboolean
communes_ecrire (PvDb *db, gpointer record, const char *texte, GError **error)
{
  gint64 id = ((PvQuartier *)record)->id;
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) known = pv_quartier_store_list_communes (db, id, error);

  if (known == NULL || !read_communes (db, texte, wanted, error))
    return FALSE;
  for (guint i = 0; i < wanted->len; i++)
    if (!contains (known, g_array_index (wanted, gint64, i)) &&
        !pv_quartier_store_add_commune (db, id, g_array_index (wanted, gint64, i), error))
      return FALSE;
  for (guint i = 0; i < known->len; i++)
    if (!contains (wanted, g_array_index (known, gint64, i)) &&
        !pv_quartier_store_remove_commune (db, id, g_array_index (known, gint64, i), error))
      return FALSE;

  return TRUE;
}

static void
communes_choix (PvDb *db, GPtrArray *ids, GPtrArray *labels)
{
  g_autoptr (GPtrArray) communes = pv_commune_store_list (db, NULL);

  for (guint i = 0; communes != NULL && i < communes->len; i++)
    {
      const PvCommune *commune = communes->pdata[i];

      pv_fiche_add_choice (ids, labels, commune->id, commune->nom);
    }
}

static const PvFicheChamp quartier_fiche[] = {
  { "nom", N_ ("Name"), PV_SAISIE_TEXTE, TRUE },
  { "code", N_ ("Code"), PV_SAISIE_TEXTE },
  { "genre", N_ ("Kind"), PV_SAISIE_CHOIX, TRUE },
  { "generation", N_ ("Generation"), PV_SAISIE_ENTIER, .aide = N_ ("2014 or 2024") },
  { "communes", N_ ("Communes"), PV_SAISIE_TEXTE, FALSE, communes_choix, communes_lire,
    communes_ecrire, N_ ("Separated by commas") },
  { "population", N_ ("Population"), PV_SAISIE_ENTIER },
  { "population_annee", N_ ("Year of the population"), PV_SAISIE_ENTIER },
  { "source", N_ ("Source"), PV_SAISIE_TEXTE },
  { NULL },
};

static gboolean
quartier_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvQuartier *quartier = record;

  quartier->nom = pv_fiche_number (_ ("New quartier"), n);
  quartier->genre = PV_QUARTIER_GENRE_QPV;
  quartier->generation = 2024;

  return TRUE;
}

static char *
quartier_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvQuartier *)record)->nom);
}

static char *
quartier_subtitle (PvDb *db, gconstpointer record)
{
  const PvQuartier *quartier = record;
  g_autofree char *communes = communes_lire (db, record);

  return join (communes, pv_quartier_genre_to_libelle (quartier->genre));
}

static char *
quartier_check (PvDb *db, gconstpointer record, const char *champ)
{
  const PvQuartier *quartier = record;

  if (g_str_equal (champ, "generation") && quartier->generation != PV_INT_NULL &&
      quartier->generation != 2014 && quartier->generation != 2024)
    return g_strdup (_ ("2014 or 2024 is expected."));

  return NULL;
}

/* --- transversal axes ------------------------------------------------------------------------- */

static char *
arbre_lire (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvAxe *)record)->arbre ? "1" : "0");
}

static gboolean
arbre_ecrire (PvDb *db, gpointer record, const char *texte, GError **error)
{
  if (g_strcmp0 (texte, ((const PvAxe *)record)->arbre ? "1" : "0") == 0)
    return TRUE;

  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                       _ ("The decision tree is that of equality: other axes have the scale "
                          "alone."));
  return FALSE;
}

static const PvFicheChamp axe_fiche[] = {
  { "libelle", N_ ("Name of the axis"), PV_SAISIE_TEXTE, TRUE },
  { "code", N_ ("Code"), PV_SAISIE_TEXTE, TRUE },
  { "ordre", N_ ("Place in the list"), PV_SAISIE_ENTIER },
  { "arbre", N_ ("Decision tree"), PV_SAISIE_CHOIX, TRUE, oui_choix, arbre_lire, arbre_ecrire,
    N_ ("Equality alone has one") },
  { "source", N_ ("Source"), PV_SAISIE_TEXTE },
  { NULL },
};

static gboolean
axe_prepare (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error)
{
  PvAxe *axe = record;

  axe->libelle = pv_fiche_number (_ ("New axis"), n);
  axe->code = g_strdup_printf ("axe_%u", n);
  axe->ordre = 100 + n;

  return TRUE;
}

static char *
axe_title (PvDb *db, gconstpointer record)
{
  return g_strdup (((const PvAxe *)record)->libelle);
}

static char *
axe_subtitle (PvDb *db, gconstpointer record)
{
  const PvAxe *axe = record;

  return join (axe->arbre ? _ ("Decision tree") : _ ("Marks 0, 1 and 2"), axe->code);
}

/* The programme finds the tree by the code of its axis. */
static char *
axe_check (PvDb *db, gconstpointer record, const char *champ)
{
  const PvAxe *axe = record;

  if (g_str_equal (champ, "code") && axe->arbre != (g_strcmp0 (axe->code, PV_AXE_EGALITE) == 0))
    return g_strdup (_ ("The code “egalite” is that of the axis with the tree, and of no other."));

  return NULL;
}

static gboolean
axe_supprimer (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvAxe) axe = pv_axe_store_get (db, id, error);

  if (axe == NULL)
    return FALSE;
  if (axe->arbre)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                           _ ("The axis of equality stays: its marks have a page and a tree."));
      return FALSE;
    }

  return pv_usage_check_unused (db, PV_USAGE_AXE, id, error) && pv_axe_store_delete (db, id, error);
}

const PvFicheNom pv_fiche_noms_cadre[] = {
  { "contrat", N_ ("Contrats"), N_ ("Add a Contrat"), PV_USAGE_CONTRAT,
    PV_FICHE_FONCTIONS (pv_contrat), .fiche = contrat_fiche, .list = pv_contrat_store_list,
    .supprimer = pv_contrat_store_delete, .prepare = contrat_prepare, .title = contrat_title,
    .subtitle = contrat_subtitle, .check = contrat_check },
  { "appel", N_ ("Calls"), N_ ("Add a Call"), PV_USAGE_APPEL, PV_FICHE_FONCTIONS (pv_appel),
    .fiche = appel_fiche, .list = pv_appel_store_list, .supprimer = pv_appel_store_delete,
    .prepare = appel_prepare, .title = appel_title, .subtitle = appel_subtitle,
    .check = appel_check },
  { "recevabilite", N_ ("Recevabilité"), NULL, PV_USAGE_APPEL, PV_FICHE_FONCTIONS (pv_appel),
    .fiche = appel_fiche, .list = pv_appel_store_list, .supprimer = pv_appel_store_delete,
    .prepare = appel_prepare, .title = appel_title, .subtitle = appel_subtitle,
    .check = appel_check },
  { "grille", N_ ("Scoring grids"), N_ ("Add a Grid"), PV_USAGE_GRILLE,
    PV_FICHE_FONCTIONS (pv_grille), .fiche = grille_fiche, .list = pv_grille_store_list,
    .supprimer = pv_grille_store_delete, .prepare = grille_prepare, .title = grille_title,
    .subtitle = grille_subtitle },
  { "cadre", N_ ("Frames"), N_ ("Add a Frame"), PV_USAGE_CADRE, PV_FICHE_FONCTIONS (pv_cadre),
    .fiche = cadre_fiche, .list = pv_cadre_store_list, .supprimer = pv_noeud_service_delete_cadre,
    .prepare = cadre_prepare, .title = cadre_title, .subtitle = cadre_subtitle,
    .check = cadre_check },
  { "noeud", N_ ("Nodes"), NULL, PV_USAGE_NOEUD, PV_FICHE_FONCTIONS (pv_noeud),
    .fiche = noeud_fiche, .supprimer = pv_noeud_service_delete, .title = noeud_title },
  { "axe", N_ ("Transversal axes"), N_ ("Add an Axis"), PV_USAGE_AXE, PV_FICHE_FONCTIONS (pv_axe),
    .fiche = axe_fiche, .list = pv_axe_store_list, .supprimer = axe_supprimer,
    .prepare = axe_prepare, .title = axe_title, .subtitle = axe_subtitle, .check = axe_check },
  { "commune", N_ ("Communes"), N_ ("Add a Commune"), PV_USAGE_COMMUNE,
    PV_FICHE_FONCTIONS (pv_commune), .fiche = commune_fiche, .list = pv_commune_store_list,
    .supprimer = pv_commune_store_delete, .prepare = commune_prepare, .title = commune_title,
    .subtitle = commune_subtitle, .check = commune_check },
  { "quartier", N_ ("Quartiers"), N_ ("Add a Quartier"), PV_USAGE_QUARTIER,
    PV_FICHE_FONCTIONS (pv_quartier), .fiche = quartier_fiche, .list = pv_quartier_store_list,
    .supprimer = pv_quartier_store_delete, .prepare = quartier_prepare, .title = quartier_title,
    .subtitle = quartier_subtitle, .check = quartier_check },
  { NULL },
};
