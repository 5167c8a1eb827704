/* pv-import-words.c: what an import changes, in words for the user
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-words.h"

#include <glib/gi18n-lib.h>

#include "appel/pv-appel-store.h"
#include "cadre/pv-noeud-store.h"
#include "commun/pv-section.h"
#include "dossier/pv-dossier-statut.h"
#include "dossier/pv-dossier-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-versement.h"
#include "financeur/pv-dispositif-store.h"
#include "financeur/pv-financeur-store.h"
#include "instruction/pv-instruction.h"
#include "organisme/pv-organisme-store.h"
#include "pv-date.h"
#include "pv-money.h"
#include "territoire/pv-commune-store.h"
#include "territoire/pv-quartier-store.h"

/* --- columns --- */

static const struct
{
  const char *table;
  const char *column;
  PvFieldId field;
} columns[] = {
  { "organisme", "nom", PV_FIELD_PORTEUR_NOM },
  { "organisme", "sigle", PV_FIELD_PORTEUR_SIGLE },
  { "organisme", "forme", PV_FIELD_PORTEUR_FORME },
  { "organisme", "siret", PV_FIELD_PORTEUR_SIRET },
  { "organisme", "siret_declare", PV_FIELD_PORTEUR_SIRET },
  { "organisme", "rna", PV_FIELD_PORTEUR_RNA },
  { "organisme", "adresse", PV_FIELD_PORTEUR_ADRESSE },
  { "organisme", "code_postal", PV_FIELD_PORTEUR_CODE_POSTAL },
  { "organisme", "commune_id", PV_FIELD_PORTEUR_COMMUNE },
  { "organisme", "commune_nom", PV_FIELD_PORTEUR_COMMUNE },
  { "organisme", "cer_signe_le", PV_FIELD_PORTEUR_CER },
  { "dispositif", "plafond_aide_publique_bp", PV_FIELD_PLAFOND },
  { "depot", "porteur_id", PV_FIELD_PORTEUR_NOM },
  { "depot", "intitule", PV_FIELD_INTITULE },
  { "depot", "depose_le", PV_FIELD_DEPOSE_LE },
  { "depot", "statut_declare", PV_FIELD_STATUT },
  { "depot", "sollicite_declare_cents", PV_FIELD_SOLLICITE },
  { "depot", "propose_declare_cents", PV_FIELD_PROPOSE },
  { "depot", "accorde_declare_cents", PV_FIELD_VOTE },
  { "depot", "verse_declare_cents", PV_FIELD_VERSE },
  { "dossier", "depot_id", PV_FIELD_DEPOT_NUMERO },
  { "dossier", "numero", PV_FIELD_NUMERO },
  { "dossier", "porteur_id", PV_FIELD_PORTEUR_NOM },
  { "dossier", "intitule", PV_FIELD_INTITULE },
  { "dossier", "resume", PV_FIELD_RESUME },
  { "dossier", "statut", PV_FIELD_STATUT },
  { "dossier", "statut_motif", PV_FIELD_STATUT_MOTIF },
  { "dossier", "statut_declare", PV_FIELD_STATUT },
  { "dossier", "exercice", PV_FIELD_EXERCICE },
  { "dossier", "nature", PV_FIELD_NATURE },
  { "dossier", "cpo_annee", PV_FIELD_CPO },
  { "dossier", "cpo_duree", PV_FIELD_CPO },
  { "dossier", "partie_de_id", PV_FIELD_PARTIE_DE },
  { "dossier", "precedent_id", PV_FIELD_PRECEDENT },
  { "dossier", "debut", PV_FIELD_DEBUT },
  { "dossier", "fin", PV_FIELD_FIN },
  { "dossier", "cout_total_declare_cents", PV_FIELD_COUT_TOTAL },
  { "dossier", "autres_produits_cents", PV_FIELD_AUTRES_PRODUITS },
  { "dossier", "beneficiaires_femmes", PV_FIELD_FEMMES },
  { "dossier", "beneficiaires_hommes", PV_FIELD_HOMMES },
  { "dossier", "beneficiaires_non_ventiles", PV_FIELD_NON_VENTILES },
  { "dossier", "beneficiaires_qpv_bp", PV_FIELD_PART_QPV },
  { "dossier", "territoire_declare", PV_FIELD_TERRITOIRE },
  { "dossier", "objectif_declare", PV_FIELD_OBJECTIF },
  { "dossier", "depose_le", PV_FIELD_DEPOSE_LE },
  { "dossier", "commentaire", PV_FIELD_COMMENTAIRE },
  { "dossier_noeud", "*", PV_FIELD_OBJECTIF },
  { "dossier_territoire", "*", PV_FIELD_QUARTIERS },
  { "financement", "financeur_id", PV_FIELD_PAYEUR_NOM },
  { "financement", "dispositif_id", PV_FIELD_DISPOSITIF },
  { "financement", "exercice", PV_FIELD_EXERCICE },
  { "financement", "section", PV_FIELD_SECTION },
  { "financement", "sollicite_cents", PV_FIELD_SOLLICITE },
  { "financement", "propose_cents", PV_FIELD_PROPOSE },
  { "financement", "arbitre_cents", PV_FIELD_ARBITRE },
  { "financement", "vote_cents", PV_FIELD_VOTE },
  { "financement", "notifie_cents", PV_FIELD_NOTIFIE },
  { "financement", "vote_le", PV_FIELD_VOTE_LE },
  { "financement", "vote_acte", PV_FIELD_VOTE_ACTE },
  { "financement", "notifie_le", PV_FIELD_NOTIFIE_LE },
  { "financement", "notifie_acte", PV_FIELD_NOTIFIE_ACTE },
  { "financement", "reference", PV_FIELD_REFERENCE },
  { "versement", "montant_cents", PV_FIELD_VERSE },
  { "versement", "verse_le", PV_FIELD_VERSEMENT_LE },
  { "versement", "genre", PV_FIELD_VERSEMENT_GENRE },
  { "versement", "reference", PV_FIELD_VERSEMENT_REFERENCE },
  { "donnee_essentielle", "date_convention", PV_FIELD_DATE_CONVENTION },
  { "donnee_essentielle", "nature", PV_FIELD_AIDE_NATURE },
  { "donnee_essentielle", "conditions_versement", PV_FIELD_AIDE_CONDITIONS },
  { "donnee_essentielle", "versement_debut", PV_FIELD_AIDE_PERIODE },
  { "donnee_essentielle", "versement_fin", PV_FIELD_AIDE_PERIODE },
  { "donnee_essentielle", "id_rae", PV_FIELD_AIDE_RAE },
  { "donnee_essentielle", "notification_ue", PV_FIELD_AIDE_UE },
  { "donnee_essentielle", "pourcentage_bp", PV_FIELD_AIDE_PART },
  { "donnee_essentielle", "dispositif_aide", PV_FIELD_AIDE_DISPOSITIF },
  { "budget_ligne", "prevu_cents", PV_FIELD_BUDGET },
  { "budget_ligne", "realise_cents", PV_FIELD_BUDGET },
  { "bilan", "crf_du_le", PV_FIELD_BILAN_DU_LE },
  { "bilan", "crf_recu_le", PV_FIELD_BILAN_RECU_LE },
  { "bilan", "crf_valide_le", PV_FIELD_BILAN_VALIDE_LE },
  { "bilan", "realisation", PV_FIELD_BILAN_REALISATION },
  { "bilan", "debut", PV_FIELD_DEBUT },
  { "bilan", "fin", PV_FIELD_FIN },
  { "bilan", "beneficiaires_femmes", PV_FIELD_FEMMES },
  { "bilan", "beneficiaires_hommes", PV_FIELD_HOMMES },
  { "bilan", "beneficiaires_non_ventiles", PV_FIELD_NON_VENTILES },
  { "bilan", "beneficiaires_qpv_bp", PV_FIELD_PART_QPV },
  { "bilan", "a_recuperer_cents", PV_FIELD_BILAN_A_RECUPERER },
  { "bilan", "commentaire", PV_FIELD_COMMENTAIRE },
  { "bilan_reponse", "reponse", PV_FIELD_BILAN_OBSERVATIONS },
  { "instruction", "avis", PV_FIELD_AVIS },
  { "instruction", "score_declare", PV_FIELD_NOTE },
  { "instruction", "commentaire", PV_FIELD_COMMENTAIRE },
  { "marqueur_reponse", "reponse", PV_FIELD_EGALITE_MIXTE },
  { "marqueur_reponse_commune", "reponse", PV_FIELD_EGALITE_MIXTE },
  { "note", "valeur", PV_FIELD_CRITERE_NOTE },
  { "note", "sans_objet", PV_FIELD_CRITERE_NOTE },
  { "marqueur", "valeur", PV_FIELD_MARQUEUR },
  { "marqueur", "justification", PV_FIELD_MARQUEUR_MOTIF },
  { "avis_externe", "*", PV_FIELD_AVIS_SERVICE },
  { "enveloppe", "dispositif_id", PV_FIELD_DISPOSITIF },
  { "enveloppe", "exercice", PV_FIELD_EXERCICE },
  { "enveloppe", "section", PV_FIELD_SECTION },
  { "enveloppe", "libelle", PV_FIELD_LIBELLE },
  { "enveloppe", "commune_id", PV_FIELD_COMMUNES },
  { "enveloppe", "montant_cents", PV_FIELD_MONTANT },
};

PvFieldId
pv_import_find_field (const char *table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (g_str_equal (columns[i].table, table) && g_str_equal (columns[i].column, column))
        return columns[i].field;
    }

  return PV_N_FIELDS;
}

const char *
pv_import_column_to_words (const char *table, const char *column)
{
  PvFieldId field = pv_import_find_field (table, column);

  g_return_val_if_fail (table != NULL && column != NULL, NULL);

  if (field != PV_N_FIELDS)
    return pv_field_get_name (field);
  if (g_str_equal (column, "appel_id"))
    return _ ("Appel");
  if (g_str_equal (column, "enveloppe_id"))
    return _ ("Envelope");
  if (g_str_equal (column, "chapeau"))
    return _ ("Detailed in parts");
  if (g_str_equal (table, "versement"))
    return _ ("Payment");
  if (g_str_equal (table, "financement"))
    return _ ("Financement");

  return _ ("Other data");
}

gboolean
pv_import_column_is_number (const char *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return g_str_has_suffix (column, "_cents") || g_str_has_suffix (column, "_bp") ||
         (g_str_has_prefix (column, "beneficiaires_"));
}

/* --- values --- */

static char *
name_organisme (PvDb *db, gint64 key)
{
  g_autoptr (PvOrganisme) found = pv_organisme_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->nom) : NULL;
}

static char *
name_financeur (PvDb *db, gint64 key)
{
  g_autoptr (PvFinanceur) found = pv_financeur_store_get (db, key, NULL);

  return found != NULL ? name_organisme (db, found->organisme_id) : NULL;
}

static char *
name_dispositif (PvDb *db, gint64 key)
{
  g_autoptr (PvDispositif) found = pv_dispositif_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->nom) : NULL;
}

static char *
name_enveloppe (PvDb *db, gint64 key)
{
  g_autoptr (PvEnveloppe) found = pv_enveloppe_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->libelle) : NULL;
}

static char *
name_appel (PvDb *db, gint64 key)
{
  g_autoptr (PvAppel) found = pv_appel_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->libelle) : NULL;
}

static char *
name_dossier (PvDb *db, gint64 key)
{
  g_autoptr (PvDossier) found = pv_dossier_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->numero) : NULL;
}

static char *
name_commune (PvDb *db, gint64 key)
{
  g_autoptr (PvCommune) found = pv_commune_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->nom) : NULL;
}

static char *
name_quartier (PvDb *db, gint64 key)
{
  g_autoptr (PvQuartier) found = pv_quartier_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->nom) : NULL;
}

static char *
name_noeud (PvDb *db, gint64 key)
{
  g_autoptr (PvNoeud) found = pv_noeud_store_get (db, key, NULL);

  return found != NULL ? g_strdup (found->code) : NULL;
}

static const struct
{
  const char *column;
  char *(*name) (PvDb *db, gint64 key);
} references[] = {
  { "porteur_id", name_organisme },   { "organisme_id", name_organisme },
  { "financeur_id", name_financeur }, { "dispositif_id", name_dispositif },
  { "enveloppe_id", name_enveloppe }, { "appel_id", name_appel },
  { "partie_de_id", name_dossier },   { "commune_id", name_commune },
  { "quartier_id", name_quartier },   { "noeud_id", name_noeud },
  { "precedent_id", name_dossier },
};

char *
pv_import_key_to_words (PvDb *db, const char *column, gint64 key)
{
  g_return_val_if_fail (PV_IS_DB (db) && column != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      if (g_str_equal (references[i].column, column))
        return references[i].name (db, key);
    }

  return NULL;
}

static const PvVocabulaire *
find_vocabulary (const char *table, const char *column)
{
  static const struct
  {
    const char *table;
    const char *column;
    const PvVocabulaire *words;
  } known[] = {
    { "dossier", "statut", &pv_dossier_statut_vocabulaire },
    { "dossier", "nature", &pv_dossier_nature_vocabulaire },
    { "organisme", "forme", &pv_forme_vocabulaire },
    { "financement", "section", &pv_section_vocabulaire },
    { "enveloppe", "section", &pv_section_vocabulaire },
    { "versement", "genre", &pv_versement_genre_vocabulaire },
    { "instruction", "avis", &pv_avis_vocabulaire },
    { "instruction", "etat", &pv_instruction_etat_vocabulaire },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (g_str_equal (known[i].table, table) && g_str_equal (known[i].column, column))
        return known[i].words;
    }

  return NULL;
}

/* Basis points, or hundredths: `66,5`. */
static char *
hundredths_to_words (gint64 value, const char *unit)
{
  g_autofree char *decimals = value % 100 == 0 ? g_strdup ("")
                              : value % 10 == 0
                                  ? g_strdup_printf (",%d", (int)(ABS (value) % 100 / 10))
                                  : g_strdup_printf (",%02d", (int)(ABS (value) % 100));

  return g_strdup_printf ("%s%" G_GINT64_FORMAT "%s%s", value < 0 ? "−" : "", ABS (value) / 100,
                          decimals, unit);
}

static gboolean
is_date (const char *column, const char *value)
{
  return (g_str_has_suffix (column, "_le") || g_str_has_suffix (column, "debut") ||
          g_str_has_suffix (column, "fin") || g_str_has_prefix (column, "date_")) &&
         pv_date_is_valid (value);
}

char *
pv_import_value_to_words (PvDb *db, const char *table, const char *column, const char *value)
{
  const PvVocabulaire *words;

  g_return_val_if_fail (PV_IS_DB (db) && table != NULL && column != NULL, NULL);

  if (value == NULL || *value == '\0')
    return NULL;
  if (g_str_has_suffix (column, "_cents"))
    return pv_money_format (g_ascii_strtoll (value, NULL, 10),
                            PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
  if (g_str_has_suffix (column, "_bp"))
    return hundredths_to_words (g_ascii_strtoll (value, NULL, 10), " %");
  if (g_str_equal (column, "score_declare"))
    return hundredths_to_words (g_ascii_strtoll (value, NULL, 10), " / 100");
  if (g_str_has_suffix (column, "_id"))
    return pv_import_key_to_words (db, column, g_ascii_strtoll (value, NULL, 10));
  if (is_date (column, value))
    return pv_date_format_french (value, PV_DATE_FORMAT_SHORT);
  if (g_str_equal (column, "notification_ue") || g_str_equal (column, "chapeau"))
    return g_strdup (g_str_equal (value, "0") ? _ ("no") : _ ("yes"));

  words = find_vocabulary (table, column);
  if (words != NULL)
    {
      const char *word = pv_vocabulaire_to_libelle (words, pv_vocabulaire_from_id (words, value));

      return g_strdup (word != NULL ? word : value);
    }

  return g_strdup (value);
}
