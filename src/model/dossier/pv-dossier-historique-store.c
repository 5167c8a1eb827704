/* pv-dossier-historique-store.c: what happened to a dossier, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "bilan/pv-bilan.h"
#include "commun/pv-entite.h"
#include "dossier/pv-dossier-historique.h"
#include "dossier/pv-dossier-lien.h"
#include "dossier/pv-dossier.h"
#include "pv-date.h"
#include "pv-history-event.h"
#include "pv-text.h"

/* How a column is said. */
typedef enum
{
  TEXTE,
  DATE,
  CENTS,
  TAUX,
  NOMBRE,
  MOT,    /* of a vocabulary */
  RENVOI, /* a key, named by a query */
} Genre;

typedef struct
{
  const char *table;
  const char *colonne;
  const char *libelle;
  Genre genre;
  const PvVocabulaire *vocabulaire;
  const char *sql;
} Colonne;

#define ORGANISME_SQL "SELECT nom FROM organisme WHERE id = :id"
#define DOSSIER_SQL "SELECT numero || ' · ' || intitule FROM dossier WHERE id = :id"
#define FINANCEUR_SQL                                                                              \
  "SELECT o.nom FROM financeur f JOIN organisme o ON o.id = f.organisme_id WHERE f.id = :id"
#define COMPTE_SQL "SELECT code || ' ' || libelle FROM compte WHERE id = :id"

static const Colonne colonnes[] = {
  { "dossier", "intitule", N_ ("Title"), TEXTE, NULL, NULL },
  { "dossier", "resume", N_ ("Summary"), TEXTE, NULL, NULL },
  { "dossier", "numero", N_ ("Number"), TEXTE, NULL, NULL },
  { "dossier", "statut", N_ ("Status"), MOT, &pv_dossier_statut_vocabulaire, NULL },
  { "dossier", "statut_motif", N_ ("Reason of the status"), TEXTE, NULL, NULL },
  { "dossier", "exercice", N_ ("Year of the budget"), TEXTE, NULL, NULL },
  { "dossier", "nature", N_ ("New or renewed"), MOT, &pv_dossier_nature_vocabulaire, NULL },
  { "dossier", "precedent_id", N_ ("Continues"), RENVOI, NULL, DOSSIER_SQL },
  { "dossier", "cpo_annee", N_ ("CPO: year"), NOMBRE, NULL, NULL },
  { "dossier", "cpo_duree", N_ ("CPO: number of years"), NOMBRE, NULL, NULL },
  { "dossier", "debut", N_ ("Begins on"), DATE, NULL, NULL },
  { "dossier", "fin", N_ ("Ends on"), DATE, NULL, NULL },
  { "dossier", "depose_le", N_ ("Deposited on"), DATE, NULL, NULL },
  { "dossier", "commentaire", N_ ("Comment"), TEXTE, NULL, NULL },
  { "dossier", "porteur_id", N_ ("Holder"), RENVOI, NULL, ORGANISME_SQL },
  { "dossier", "referent_id", N_ ("Person in charge"), RENVOI, NULL,
    "SELECT nom FROM agent WHERE id = :id" },
  { "dossier", "appel_id", N_ ("Call"), RENVOI, NULL, "SELECT libelle FROM appel WHERE id = :id" },
  { "dossier", "cout_total_declare_cents", N_ ("Stated cost"), CENTS, NULL, NULL },
  { "dossier", "autres_produits_cents", N_ ("Other income"), CENTS, NULL, NULL },
  { "dossier", "beneficiaires_femmes", N_ ("Women"), NOMBRE, NULL, NULL },
  { "dossier", "beneficiaires_hommes", N_ ("Men"), NOMBRE, NULL, NULL },
  { "dossier", "beneficiaires_non_ventiles", N_ ("Not broken down"), NOMBRE, NULL, NULL },
  { "dossier", "beneficiaires_qpv_bp", N_ ("Share from a QPV"), TAUX, NULL, NULL },
  { "dossier", "territoire_declare", N_ ("Stated territory"), TEXTE, NULL, NULL },
  { "dossier_territoire", "part_bp", N_ ("share"), TAUX, NULL, NULL },
  { "dossier_age", "nombre", N_ ("number"), NOMBRE, NULL, NULL },
  { "dossier_noeud", "principal", N_ ("main objective"), NOMBRE, NULL, NULL },
  { "budget_ligne", "prevu_cents", N_ ("planned"), CENTS, NULL, NULL },
  { "budget_ligne", "realise_cents", N_ ("realised"), CENTS, NULL, NULL },
  { "financement", "sollicite_cents", N_ ("sollicité"), CENTS, NULL, NULL },
  { "financement", "propose_cents", N_ ("proposé"), CENTS, NULL, NULL },
  { "financement", "arbitre_cents", N_ ("arbitré"), CENTS, NULL, NULL },
  { "financement", "vote_cents", N_ ("voté"), CENTS, NULL, NULL },
  { "financement", "notifie_cents", N_ ("notifié"), CENTS, NULL, NULL },
  { "financement", "vote_le", N_ ("voted on"), DATE, NULL, NULL },
  { "financement", "vote_acte", N_ ("act of the vote"), TEXTE, NULL, NULL },
  { "financement", "notifie_le", N_ ("notified on"), DATE, NULL, NULL },
  { "financement", "notifie_acte", N_ ("act of the notification"), TEXTE, NULL, NULL },
  { "financement", "reference", N_ ("reference"), TEXTE, NULL, NULL },
  { "financement", "commentaire", N_ ("comment"), TEXTE, NULL, NULL },
  { "financement", "financeur_id", N_ ("funder"), RENVOI, NULL, FINANCEUR_SQL },
  { "financement", "dispositif_id", N_ ("line of credits"), RENVOI, NULL,
    "SELECT nom FROM dispositif WHERE id = :id" },
  { "financement", "enveloppe_id", N_ ("envelope"), RENVOI, NULL,
    "SELECT libelle FROM enveloppe WHERE id = :id" },
  { "versement", "montant_cents", N_ ("amount"), CENTS, NULL, NULL },
  { "versement", "verse_le", N_ ("paid on"), DATE, NULL, NULL },
  { "mouvement", "montant_cents", N_ ("amount"), CENTS, NULL, NULL },
  { "bilan", "crf_du_le", N_ ("compte rendu due on"), DATE, NULL, NULL },
  { "bilan", "crf_recu_le", N_ ("compte rendu received on"), DATE, NULL, NULL },
  { "bilan", "crf_valide_le", N_ ("compte rendu validated on"), DATE, NULL, NULL },
  { "bilan", "realisation", N_ ("realisation"), MOT, &pv_bilan_realisation_vocabulaire, NULL },
  { "bilan", "debut", N_ ("began on"), DATE, NULL, NULL },
  { "bilan", "fin", N_ ("ended on"), DATE, NULL, NULL },
  { "bilan", "beneficiaires_femmes", N_ ("women, realised"), NOMBRE, NULL, NULL },
  { "bilan", "beneficiaires_hommes", N_ ("men, realised"), NOMBRE, NULL, NULL },
  { "bilan", "beneficiaires_non_ventiles", N_ ("not broken down, realised"), NOMBRE, NULL, NULL },
  { "bilan", "beneficiaires_qpv_bp", N_ ("share from a QPV, realised"), TAUX, NULL, NULL },
  { "bilan", "a_recuperer_cents", N_ ("amount to recover"), CENTS, NULL, NULL },
  { "bilan", "commentaire", N_ ("comment"), TEXTE, NULL, NULL },
  { "bilan_reponse", "reponse", N_ ("answer"), TEXTE, NULL, NULL },
  { "bilan_relance", "relance_le", N_ ("reminded on"), DATE, NULL, NULL },
  { "marqueur", "valeur", N_ ("mark"), NOMBRE, NULL, NULL },
  { "marqueur", "justification", N_ ("justification"), TEXTE, NULL, NULL },
  { "piece", "recue_le", N_ ("received on"), DATE, NULL, NULL },
  { "piece", "valable_jusque", N_ ("valid until"), DATE, NULL, NULL },
};

/**
 * Table:
 * @pluriel: what many of them are called
 * @nom_sql: names a row that is there
 * @renvoi, @renvoi_sql: the column that tells a deleted one apart, and what it names
 */
typedef struct
{
  PvHistoryScope scope;
  const char *libelle;
  const char *pluriel;
  const char *nom_sql;
  const char *renvoi;
  const char *renvoi_sql;
} Table;

static const Table tables[] = {
  { { "dossier", NULL, NULL }, N_ ("Dossier"), N_ ("dossiers"), NULL, NULL, NULL },
  { { "financement", "dossier_id", NULL },
    N_ ("Funder"),
    N_ ("funders"),
    "SELECT o.nom || COALESCE (' (' || di.nom || ')', '') FROM financement x"
    "  JOIN financeur f ON f.id = x.financeur_id JOIN organisme o ON o.id = f.organisme_id"
    "  LEFT JOIN dispositif di ON di.id = x.dispositif_id WHERE x.id = :id",
    "financeur_id",
    FINANCEUR_SQL },
  { { "budget_ligne", "dossier_id", NULL },
    N_ ("Line of the budget"),
    N_ ("lines of the budget"),
    "SELECT c.code || ' ' || c.libelle FROM budget_ligne x JOIN compte c ON c.id = x.compte_id"
    " WHERE x.id = :id",
    "compte_id",
    COMPTE_SQL },
  { { "dossier_territoire", "dossier_id", NULL },
    N_ ("Territory"),
    N_ ("territories"),
    "SELECT COALESCE (q.nom, c.nom) FROM dossier_territoire x"
    "  LEFT JOIN quartier q ON q.id = x.quartier_id LEFT JOIN commune c ON c.id = x.commune_id"
    " WHERE x.id = :id",
    "quartier_id",
    "SELECT nom FROM quartier WHERE id = :id" },
  { { "dossier_noeud", "dossier_id", NULL },
    N_ ("Objective"),
    N_ ("objectives"),
    "SELECT n.code || ' ' || n.libelle FROM dossier_noeud x JOIN cadre_noeud n"
    " ON n.id = x.noeud_id WHERE x.id = :id",
    "noeud_id",
    "SELECT code || ' ' || libelle FROM cadre_noeud WHERE id = :id" },
  { { "dossier_organisme", "dossier_id", NULL },
    N_ ("Partner"),
    N_ ("partners"),
    "SELECT o.nom FROM dossier_organisme x JOIN organisme o ON o.id = x.organisme_id"
    " WHERE x.id = :id",
    "organisme_id",
    ORGANISME_SQL },
  { { "dossier_age", "dossier_id", NULL },
    N_ ("Age class"),
    N_ ("age classes"),
    "SELECT tranche FROM dossier_age WHERE id = :id",
    "tranche",
    NULL },
  { { "marqueur", "dossier_id", NULL },
    N_ ("Mark"),
    N_ ("marks"),
    "SELECT a.libelle FROM marqueur x JOIN axe_transversal a ON a.id = x.axe_id WHERE x.id = :id",
    "axe_id",
    "SELECT libelle FROM axe_transversal WHERE id = :id" },
  { { "instruction", "dossier_id", NULL },
    N_ ("Instruction"),
    N_ ("instructions"),
    "SELECT i.nom FROM instruction x JOIN institution i ON i.id = x.institution_id"
    " WHERE x.id = :id",
    "institution_id",
    "SELECT nom FROM institution WHERE id = :id" },
  { { "piece", "dossier_id", NULL },
    N_ ("Document"),
    N_ ("documents"),
    "SELECT t.libelle FROM piece x JOIN piece_type t ON t.id = x.piece_type_id WHERE x.id = :id",
    "piece_type_id",
    "SELECT libelle FROM piece_type WHERE id = :id" },
  { { "bilan", "dossier_id", NULL }, N_ ("Bilan"), N_ ("bilans"), NULL, NULL, NULL },
  { { "bilan_reponse", "bilan_id", "bilan" },
    N_ ("Answer of the compte rendu"),
    N_ ("answers of the compte rendu"),
    NULL,
    "question",
    NULL },
  { { "bilan_relance", "dossier_id", NULL },
    N_ ("Reminder"),
    N_ ("reminders"),
    "SELECT strftime ('%d/%m/%Y', relance_le) FROM bilan_relance WHERE id = :id",
    "relance_le",
    NULL },
  { { "versement", "financement_id", "financement" },
    N_ ("Payment"),
    N_ ("payments"),
    "SELECT o.nom FROM versement x JOIN financement g ON g.id = x.financement_id"
    "  JOIN financeur f ON f.id = g.financeur_id JOIN organisme o ON o.id = f.organisme_id"
    " WHERE x.id = :id",
    NULL,
    NULL },
  { { "mouvement", "financement_id", "financement" },
    N_ ("Dated change"),
    N_ ("dated changes"),
    "SELECT o.nom FROM mouvement x JOIN financement g ON g.id = x.financement_id"
    "  JOIN financeur f ON f.id = g.financeur_id JOIN organisme o ON o.id = f.organisme_id"
    " WHERE x.id = :id",
    NULL,
    NULL },
};

/* Beyond so many rows of one table an action says how many there are. */
#define MAX_ROWS 4

static void
evenement_free (gpointer data)
{
  PvDossierEvenement *self = data;

  pv_history_group_free (self->group);
  g_ptr_array_unref (self->lignes);
  g_free (self);
}

/* (nullable): the text a query gives for a key. */
static char *
lookup (PvDb *db, const char *sql, gint64 id)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, sql, NULL, "i", id);

  return row != NULL && pv_statement_step (row, NULL) == PV_STEP_ROW
             ? pv_statement_dup_text (row, 0)
             : NULL;
}

/* --- values --------------------------------------------------------------------------- */

static char *
rate_text (gint64 bp)
{
  return g_strdup_printf ("%d,%02d\u202F%%", (int)(bp / 100), (int)(bp % 100));
}

static char *
value_text (PvDb *db, const Colonne *colonne, const char *value)
{
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
  g_autofree char *excerpt = NULL;
  char *text = NULL;

  if (value == NULL)
    return g_strdup ("–");
  switch (colonne->genre)
    {
    case DATE:
      text = pv_date_format_french (value, PV_DATE_FORMAT_SHORT);
      break;
    case CENTS:
      text = pv_money_format (number, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
      break;
    case TAUX:
      text = rate_text (number);
      break;
    case MOT:
      text = g_strdup (pv_vocabulaire_to_libelle (
          colonne->vocabulaire, pv_vocabulaire_from_id (colonne->vocabulaire, value)));
      break;
    case RENVOI:
      text = lookup (db, colonne->sql, number);
      break;
    case TEXTE:
    case NOMBRE:
    default:
      break;
    }
  if (text != NULL)
    return text;
  excerpt = pv_text_excerpt (value, 120);

  return g_steal_pointer (&excerpt);
}

static const Colonne *
find_column (const char *table, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (colonnes); i++)
    if (g_str_equal (colonnes[i].table, table) && g_str_equal (colonnes[i].colonne, name))
      return &colonnes[i];

  return NULL;
}

static const Table *
find_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].scope.table, name))
      return &tables[i];

  g_return_val_if_reached (&tables[0]);
}

/* --- sentences -------------------------------------------------------------------------- */

/* (nullable): of the row of a change, there or deleted. */
static char *
row_name (PvDb *db, const Table *table, const PvHistoryChange *change)
{
  char *name = table->nom_sql != NULL ? lookup (db, table->nom_sql, change->key) : NULL;

  for (guint i = 0; name == NULL && table->renvoi != NULL && i < change->values->len; i++)
    {
      const PvHistoryValue *value = g_ptr_array_index (change->values, i);

      if (!g_str_equal (value->column, table->renvoi) || value->before == NULL)
        continue;
      name = table->renvoi_sql != NULL
                 ? lookup (db, table->renvoi_sql, g_ascii_strtoll (value->before, NULL, 10))
                 : g_strdup (value->before);
    }

  return name;
}

static void
say_update (PvDb *db, const Table *table, const PvHistoryChange *change, GPtrArray *lines)
{
  g_autofree char *name = row_name (db, table, change);

  for (guint i = 0; i < change->values->len; i++)
    {
      const PvHistoryValue *value = g_ptr_array_index (change->values, i);
      const Colonne *column = find_column (change->table, value->column);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (column == NULL)
        continue;
      before = value_text (db, column, value->before);
      after = value_text (db, column, value->after);
      if (name != NULL)
        /* Translators: a thing, its field, the old value and the new one. */
        g_ptr_array_add (lines, g_strdup_printf (_ ("%s, %s: %s → %s"), name, _ (column->libelle),
                                                 before, after));
      else
        /* Translators: a field, the old value and the new one. */
        g_ptr_array_add (lines,
                         g_strdup_printf (_ ("%s: %s → %s"), _ (column->libelle), before, after));
    }
}

static void
say_row (PvDb *db, const Table *table, const PvHistoryChange *change, GPtrArray *lines)
{
  g_autofree char *name = row_name (db, table, change);
  gboolean added = change->operation == PV_HISTORY_INSERTED;

  if (name == NULL)
    g_ptr_array_add (
        lines, g_strdup_printf (added ? _ ("%s added") : _ ("%s removed"), _ (table->libelle)));
  else
    g_ptr_array_add (lines, g_strdup_printf (added ? _ ("%s added: %s") : _ ("%s removed: %s"),
                                             _ (table->libelle), name));
}

static guint
count_rows (GPtrArray *changes, const PvHistoryChange *like)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const PvHistoryChange *change = g_ptr_array_index (changes, i);

      n += change->operation == like->operation && g_str_equal (change->table, like->table);
    }

  return n;
}

static void
say_changes (PvDb *db, GPtrArray *changes, GPtrArray *lines)
{
  g_autoptr (GHashTable) counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const PvHistoryChange *change = g_ptr_array_index (changes, i);
      const Table *table = find_table (change->table);
      guint n = count_rows (changes, change);
      char *key;

      if (change->operation == PV_HISTORY_UPDATED)
        {
          say_update (db, table, change, lines);
          continue;
        }
      if (n <= MAX_ROWS)
        {
          say_row (db, table, change, lines);
          continue;
        }
      key = g_strdup_printf ("%s %d", change->table, change->operation);
      if (g_hash_table_add (counted, key))
        g_ptr_array_add (lines, g_strdup_printf (change->operation == PV_HISTORY_INSERTED
                                                     ? _ ("%u %s added")
                                                     : _ ("%u %s removed"),
                                                 n, _ (table->pluriel)));
    }
}

GPtrArray *
pv_dossier_historique_list (PvDb *db, gint64 dossier_id, guint limit, GError **error)
{
  PvHistoryScope scopes[G_N_ELEMENTS (tables)];
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (evenement_free);
  g_autoptr (GPtrArray) events = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    scopes[i] = tables[i].scope;
  events = pv_history_list_events (db, scopes, G_N_ELEMENTS (scopes), dossier_id, limit, error);
  if (events == NULL)
    return NULL;
  for (guint i = 0; i < events->len; i++)
    {
      PvHistoryEvent *event = g_ptr_array_index (events, i);
      PvDossierEvenement *evenement = g_new0 (PvDossierEvenement, 1);

      evenement->group = g_steal_pointer (&event->group);
      evenement->lignes = g_ptr_array_new_with_free_func (g_free);
      say_changes (db, event->changes, evenement->lignes);
      g_ptr_array_add (told, evenement);
    }

  return g_steal_pointer (&told);
}
