/* pv-import-store.h: the SQL of the import
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "pv-number.h"

G_BEGIN_DECLS

/*
 * An import writes many tables in the same way: it inserts what is new, and of
 * what is there it changes a column at a time, after asking whether an agent
 * edited that column. So rows are handled here as lists of values in the order
 * of the columns that X-macros below name, and not as the records of src/model.
 *
 * X (enumerator of the column, its name, 't'ext or 'i'nteger)
 */
#define PV_IMPORT_ORGANISME(X)                                                                     \
  X (ORGANISME_NOM, "nom", 't')                                                                    \
  X (ORGANISME_NOM_PLIE, "nom_plie", 't')                                                          \
  X (ORGANISME_SIGLE, "sigle", 't')                                                                \
  X (ORGANISME_FORME, "forme", 't')                                                                \
  X (ORGANISME_SIRET, "siret", 't')                                                                \
  X (ORGANISME_SIRET_DECLARE, "siret_declare", 't')                                                \
  X (ORGANISME_RNA, "rna", 't')                                                                    \
  X (ORGANISME_ADRESSE, "adresse", 't')                                                            \
  X (ORGANISME_CODE_POSTAL, "code_postal", 't')                                                    \
  X (ORGANISME_COMMUNE, "commune_id", 'i')                                                         \
  X (ORGANISME_COMMUNE_NOM, "commune_nom", 't')                                                    \
  X (ORGANISME_CER, "cer_signe_le", 't')
#define PV_IMPORT_FINANCEUR(X)                                                                     \
  X (FINANCEUR_ORGANISME, "organisme_id", 'i')                                                     \
  X (FINANCEUR_CATEGORIE, "categorie", 't')                                                        \
  X (FINANCEUR_PUBLIC, "public", 'i')
#define PV_IMPORT_DISPOSITIF(X)                                                                    \
  X (DISPOSITIF_FINANCEUR, "financeur_id", 'i')                                                    \
  X (DISPOSITIF_CODE, "code", 't')                                                                 \
  X (DISPOSITIF_NOM, "nom", 't')                                                                   \
  X (DISPOSITIF_NOM_PLIE, "nom_plie", 't')                                                         \
  X (DISPOSITIF_PLAFOND, "plafond_aide_publique_bp", 'i')
#define PV_IMPORT_INSTITUTION(X)                                                                   \
  X (INSTITUTION_NOM, "nom", 't')                                                                  \
  X (INSTITUTION_ORGANISME, "organisme_id", 'i')
#define PV_IMPORT_AXE(X)                                                                           \
  X (AXE_CODE, "code", 't')                                                                        \
  X (AXE_LIBELLE, "libelle", 't')                                                                  \
  X (AXE_ARBRE, "arbre", 'i')
#define PV_IMPORT_APPEL(X)                                                                         \
  X (APPEL_CONTRAT, "contrat_id", 'i')                                                             \
  X (APPEL_EXERCICE, "exercice", 'i')                                                              \
  X (APPEL_GENRE, "genre", 't')                                                                    \
  X (APPEL_LIBELLE, "libelle", 't')                                                                \
  X (APPEL_GRILLE, "grille_id", 'i')
#define PV_IMPORT_DEPOT(X)                                                                         \
  X (DEPOT_APPEL, "appel_id", 'i')                                                                 \
  X (DEPOT_SYSTEME, "source_systeme", 't')                                                         \
  X (DEPOT_CLE, "source_cle", 't')                                                                 \
  X (DEPOT_PORTEUR, "porteur_id", 'i')                                                             \
  X (DEPOT_INTITULE, "intitule", 't')                                                              \
  X (DEPOT_DEPOSE_LE, "depose_le", 't')                                                            \
  X (DEPOT_STATUT, "statut_declare", 't')                                                          \
  X (DEPOT_SOLLICITE, "sollicite_declare_cents", 'i')                                              \
  X (DEPOT_PROPOSE, "propose_declare_cents", 'i')                                                  \
  X (DEPOT_ACCORDE, "accorde_declare_cents", 'i')                                                  \
  X (DEPOT_VERSE, "verse_declare_cents", 'i')
#define PV_IMPORT_DOSSIER(X)                                                                       \
  X (DOSSIER_APPEL, "appel_id", 'i')                                                               \
  X (DOSSIER_DEPOT, "depot_id", 'i')                                                               \
  X (DOSSIER_NUMERO, "numero", 't')                                                                \
  X (DOSSIER_PORTEUR, "porteur_id", 'i')                                                           \
  X (DOSSIER_INTITULE, "intitule", 't')                                                            \
  X (DOSSIER_RESUME, "resume", 't')                                                                \
  X (DOSSIER_STATUT, "statut", 't')                                                                \
  X (DOSSIER_STATUT_MOTIF, "statut_motif", 't')                                                    \
  X (DOSSIER_STATUT_DECLARE, "statut_declare", 't')                                                \
  X (DOSSIER_EXERCICE, "exercice", 'i')                                                            \
  X (DOSSIER_NATURE, "nature", 't')                                                                \
  X (DOSSIER_CPO_ANNEE, "cpo_annee", 'i')                                                          \
  X (DOSSIER_CPO_DUREE, "cpo_duree", 'i')                                                          \
  X (DOSSIER_PARTIE_DE, "partie_de_id", 'i')                                                       \
  X (DOSSIER_CHAPEAU, "chapeau", 'i')                                                              \
  X (DOSSIER_DEBUT, "debut", 't')                                                                  \
  X (DOSSIER_FIN, "fin", 't')                                                                      \
  X (DOSSIER_COUT, "cout_total_declare_cents", 'i')                                                \
  X (DOSSIER_AUTRES_PRODUITS, "autres_produits_cents", 'i')                                        \
  X (DOSSIER_FEMMES, "beneficiaires_femmes", 'i')                                                  \
  X (DOSSIER_HOMMES, "beneficiaires_hommes", 'i')                                                  \
  X (DOSSIER_NON_VENTILES, "beneficiaires_non_ventiles", 'i')                                      \
  X (DOSSIER_QPV, "beneficiaires_qpv_bp", 'i')                                                     \
  X (DOSSIER_TERRITOIRE, "territoire_declare", 't')                                                \
  X (DOSSIER_OBJECTIF, "objectif_declare", 't')                                                    \
  X (DOSSIER_DEPOSE_LE, "depose_le", 't')                                                          \
  X (DOSSIER_COMMENTAIRE, "commentaire", 't')                                                      \
  X (DOSSIER_PRECEDENT, "precedent_id", 'i')
#define PV_IMPORT_NOEUD(X)                                                                         \
  X (NOEUD_DOSSIER, "dossier_id", 'i')                                                             \
  X (NOEUD_NOEUD, "noeud_id", 'i')                                                                 \
  X (NOEUD_PRINCIPAL, "principal", 'i')
#define PV_IMPORT_TERRITOIRE(X)                                                                    \
  X (TERRITOIRE_DOSSIER, "dossier_id", 'i')                                                        \
  X (TERRITOIRE_QUARTIER, "quartier_id", 'i')                                                      \
  X (TERRITOIRE_COMMUNE, "commune_id", 'i')                                                        \
  X (TERRITOIRE_PART, "part_bp", 'i')
#define PV_IMPORT_FINANCEMENT(X)                                                                   \
  X (FINANCEMENT_DOSSIER, "dossier_id", 'i')                                                       \
  X (FINANCEMENT_FINANCEUR, "financeur_id", 'i')                                                   \
  X (FINANCEMENT_DISPOSITIF, "dispositif_id", 'i')                                                 \
  X (FINANCEMENT_EXERCICE, "exercice", 'i')                                                        \
  X (FINANCEMENT_SECTION, "section", 't')                                                          \
  X (FINANCEMENT_ENVELOPPE, "enveloppe_id", 'i')                                                   \
  X (FINANCEMENT_SOLLICITE, "sollicite_cents", 'i')                                                \
  X (FINANCEMENT_PROPOSE, "propose_cents", 'i')                                                    \
  X (FINANCEMENT_ARBITRE, "arbitre_cents", 'i')                                                    \
  X (FINANCEMENT_VOTE, "vote_cents", 'i')                                                          \
  X (FINANCEMENT_NOTIFIE, "notifie_cents", 'i')                                                    \
  X (FINANCEMENT_VOTE_LE, "vote_le", 't')                                                          \
  X (FINANCEMENT_VOTE_ACTE, "vote_acte", 't')                                                      \
  X (FINANCEMENT_NOTIFIE_LE, "notifie_le", 't')                                                    \
  X (FINANCEMENT_NOTIFIE_ACTE, "notifie_acte", 't')                                                \
  X (FINANCEMENT_REFERENCE, "reference", 't')
#define PV_IMPORT_VERSEMENT(X)                                                                     \
  X (VERSEMENT_FINANCEMENT, "financement_id", 'i')                                                 \
  X (VERSEMENT_GENRE, "genre", 't')                                                                \
  X (VERSEMENT_MONTANT, "montant_cents", 'i')                                                      \
  X (VERSEMENT_LE, "verse_le", 't')                                                                \
  X (VERSEMENT_REFERENCE, "reference", 't')
#define PV_IMPORT_ESSENTIELLE(X)                                                                   \
  X (ESSENTIELLE_FINANCEMENT, "financement_id", 'i')                                               \
  X (ESSENTIELLE_DATE, "date_convention", 't')                                                     \
  X (ESSENTIELLE_NATURE, "nature", 't')                                                            \
  X (ESSENTIELLE_CONDITIONS, "conditions_versement", 't')                                          \
  X (ESSENTIELLE_DEBUT, "versement_debut", 't')                                                    \
  X (ESSENTIELLE_FIN, "versement_fin", 't')                                                        \
  X (ESSENTIELLE_RAE, "id_rae", 't')                                                               \
  X (ESSENTIELLE_UE, "notification_ue", 'i')                                                       \
  X (ESSENTIELLE_PART, "pourcentage_bp", 'i')                                                      \
  X (ESSENTIELLE_DISPOSITIF, "dispositif_aide", 't')
#define PV_IMPORT_BUDGET(X)                                                                        \
  X (BUDGET_DOSSIER, "dossier_id", 'i')                                                            \
  X (BUDGET_COMPTE, "compte_id", 'i')                                                              \
  X (BUDGET_PREVU, "prevu_cents", 'i')                                                             \
  X (BUDGET_REALISE, "realise_cents", 'i')
#define PV_IMPORT_BILAN(X)                                                                         \
  X (BILAN_DOSSIER, "dossier_id", 'i')                                                             \
  X (BILAN_DU_LE, "crf_du_le", 't')                                                                \
  X (BILAN_RECU_LE, "crf_recu_le", 't')                                                            \
  X (BILAN_VALIDE_LE, "crf_valide_le", 't')                                                        \
  X (BILAN_REALISATION, "realisation", 't')                                                        \
  X (BILAN_DEBUT, "debut", 't')                                                                    \
  X (BILAN_FIN, "fin", 't')                                                                        \
  X (BILAN_FEMMES, "beneficiaires_femmes", 'i')                                                    \
  X (BILAN_HOMMES, "beneficiaires_hommes", 'i')                                                    \
  X (BILAN_NON_VENTILES, "beneficiaires_non_ventiles", 'i')                                        \
  X (BILAN_QPV, "beneficiaires_qpv_bp", 'i')                                                       \
  X (BILAN_RECUPERER, "a_recuperer_cents", 'i')                                                    \
  X (BILAN_COMMENTAIRE, "commentaire", 't')
#define PV_IMPORT_BILAN_REPONSE(X)                                                                 \
  X (BILAN_REPONSE_BILAN, "bilan_id", 'i')                                                         \
  X (BILAN_REPONSE_QUESTION, "question", 't')                                                      \
  X (BILAN_REPONSE_REPONSE, "reponse", 't')
#define PV_IMPORT_INSTRUCTION(X)                                                                   \
  X (INSTRUCTION_DOSSIER, "dossier_id", 'i')                                                       \
  X (INSTRUCTION_INSTITUTION, "institution_id", 'i')                                               \
  X (INSTRUCTION_ETAT, "etat", 't')                                                                \
  X (INSTRUCTION_SOUMISE, "soumise_a", 't')                                                        \
  X (INSTRUCTION_AVIS, "avis", 't')                                                                \
  X (INSTRUCTION_SCORE, "score_declare", 'i')                                                      \
  X (INSTRUCTION_COMMENTAIRE, "commentaire", 't')
#define PV_IMPORT_GRILLE(X)                                                                        \
  X (GRILLE_NOM, "nom", 't')                                                                       \
  X (GRILLE_VERSION, "version", 'i')                                                               \
  X (GRILLE_GELEE, "gelee", 'i')                                                                   \
  X (GRILLE_SOURCE, "source", 't')
#define PV_IMPORT_CRITERE(X)                                                                       \
  X (CRITERE_GRILLE, "grille_id", 'i')                                                             \
  X (CRITERE_ORDRE, "ordre", 'i')                                                                  \
  X (CRITERE_LIBELLE, "libelle", 't')                                                              \
  X (CRITERE_POIDS, "poids", 'i')                                                                  \
  X (CRITERE_MAXIMUM, "maximum", 'i')                                                              \
  X (CRITERE_SANS_OBJET, "sans_objet_permis", 'i')
#define PV_IMPORT_NOTE(X)                                                                          \
  X (NOTE_INSTRUCTION, "instruction_id", 'i')                                                      \
  X (NOTE_CRITERE, "critere_id", 'i')                                                              \
  X (NOTE_VALEUR, "valeur", 'i')                                                                   \
  X (NOTE_SANS_OBJET, "sans_objet", 'i')
#define PV_IMPORT_REPONSE(X)                                                                       \
  X (REPONSE_DOSSIER, "dossier_id", 'i')                                                           \
  X (REPONSE_AXE, "axe_id", 'i')                                                                   \
  X (REPONSE_QUESTION, "question", 't')                                                            \
  X (REPONSE_REPONSE, "reponse", 'i')                                                              \
  X (REPONSE_INSTITUTION, "institution_id", 'i')
#define PV_IMPORT_COMMUNE_REPONSE(X)                                                               \
  X (COMMUNE_REPONSE_DOSSIER, "dossier_id", 'i')                                                   \
  X (COMMUNE_REPONSE_AXE, "axe_id", 'i')                                                           \
  X (COMMUNE_REPONSE_QUESTION, "question", 't')                                                    \
  X (COMMUNE_REPONSE_REPONSE, "reponse", 'i')
#define PV_IMPORT_MARQUEUR(X)                                                                      \
  X (MARQUEUR_DOSSIER, "dossier_id", 'i')                                                          \
  X (MARQUEUR_AXE, "axe_id", 'i')                                                                  \
  X (MARQUEUR_VALEUR, "valeur", 'i')                                                               \
  X (MARQUEUR_JUSTIFICATION, "justification", 't')
#define PV_IMPORT_AVIS(X)                                                                          \
  X (AVIS_DOSSIER, "dossier_id", 'i')                                                              \
  X (AVIS_SERVICE, "service", 't')                                                                 \
  X (AVIS_QUESTION, "question", 't')                                                               \
  X (AVIS_DEMANDE_LE, "demande_le", 't')                                                           \
  X (AVIS_REPONDU_LE, "repondu_le", 't')                                                           \
  X (AVIS_AVIS, "avis", 't')                                                                       \
  X (AVIS_REPONSE, "reponse", 't')
#define PV_IMPORT_ENVELOPPE(X)                                                                     \
  X (ENVELOPPE_DISPOSITIF, "dispositif_id", 'i')                                                   \
  X (ENVELOPPE_EXERCICE, "exercice", 'i')                                                          \
  X (ENVELOPPE_SECTION, "section", 't')                                                            \
  X (ENVELOPPE_LIBELLE, "libelle", 't')                                                            \
  X (ENVELOPPE_COMMUNE, "commune_id", 'i')                                                         \
  X (ENVELOPPE_MONTANT, "montant_cents", 'i')
#define PV_IMPORT_LIGNE(X)                                                                         \
  X (LIGNE_PROFIL, "profil", 't')                                                                  \
  X (LIGNE_CLE, "cle", 't')                                                                        \
  X (LIGNE_RANG, "rang", 'i')                                                                      \
  X (LIGNE_EMPREINTE, "empreinte", 't')                                                            \
  X (LIGNE_MONTANT, "montant_cents", 'i')                                                          \
  X (LIGNE_TABLE, "nom_table", 't')                                                                \
  X (LIGNE_CIBLE, "cible_id", 'i')
#define PV_IMPORT_CORRECTION(X)                                                                    \
  X (CORRECTION_PROFIL, "profil", 't')                                                             \
  X (CORRECTION_ENTETE, "entete", 't')                                                             \
  X (CORRECTION_CHAMP, "champ", 't')

/* X (enumerator, name, its columns, whether it has a uuid, a revision). Children
 * have their parent's key as first column. */
#define PV_IMPORT_TABLES(X)                                                                        \
  X (ORGANISME, "organisme", TRUE, TRUE)                                                           \
  X (FINANCEUR, "financeur", TRUE, TRUE)                                                           \
  X (DISPOSITIF, "dispositif", TRUE, TRUE)                                                         \
  X (INSTITUTION, "institution", TRUE, TRUE)                                                       \
  X (AXE, "axe_transversal", TRUE, TRUE)                                                           \
  X (APPEL, "appel", TRUE, TRUE)                                                                   \
  X (DEPOT, "depot", TRUE, TRUE)                                                                   \
  X (DOSSIER, "dossier", TRUE, TRUE)                                                               \
  X (NOEUD, "dossier_noeud", FALSE, FALSE)                                                         \
  X (TERRITOIRE, "dossier_territoire", FALSE, FALSE)                                               \
  X (FINANCEMENT, "financement", TRUE, TRUE)                                                       \
  X (VERSEMENT, "versement", TRUE, TRUE)                                                           \
  X (ESSENTIELLE, "donnee_essentielle", FALSE, TRUE)                                               \
  X (BUDGET, "budget_ligne", FALSE, TRUE)                                                          \
  X (BILAN, "bilan", TRUE, TRUE)                                                                   \
  X (BILAN_REPONSE, "bilan_reponse", FALSE, FALSE)                                                 \
  X (INSTRUCTION, "instruction", TRUE, TRUE)                                                       \
  X (GRILLE, "grille", TRUE, TRUE)                                                                 \
  X (CRITERE, "critere", TRUE, TRUE)                                                               \
  X (NOTE, "note", FALSE, FALSE)                                                                   \
  X (REPONSE, "marqueur_reponse", FALSE, TRUE)                                                     \
  X (COMMUNE_REPONSE, "marqueur_reponse_commune", FALSE, TRUE)                                     \
  X (MARQUEUR, "marqueur", TRUE, TRUE)                                                             \
  X (AVIS, "avis_externe", TRUE, TRUE)                                                             \
  X (ENVELOPPE, "enveloppe", TRUE, TRUE)                                                           \
  X (LIGNE, "import_ligne", FALSE, FALSE)                                                          \
  X (CORRECTION, "import_correction", FALSE, FALSE)

typedef enum
{
#define X(name, sql, uuid, revision) PV_IMPORT_TABLE_##name,
  PV_IMPORT_TABLES (X)
#undef X
      PV_N_IMPORT_TABLES
} PvImportTable;

#define X(name, sql, kind) PV_COLUMN_##name,
enum
{
  PV_IMPORT_ORGANISME (X) PV_N_ORGANISME_COLUMNS
};
enum
{
  PV_IMPORT_FINANCEUR (X) PV_N_FINANCEUR_COLUMNS
};
enum
{
  PV_IMPORT_DISPOSITIF (X) PV_N_DISPOSITIF_COLUMNS
};
enum
{
  PV_IMPORT_INSTITUTION (X) PV_N_INSTITUTION_COLUMNS
};
enum
{
  PV_IMPORT_AXE (X) PV_N_AXE_COLUMNS
};
enum
{
  PV_IMPORT_APPEL (X) PV_N_APPEL_COLUMNS
};
enum
{
  PV_IMPORT_DEPOT (X) PV_N_DEPOT_COLUMNS
};
enum
{
  PV_IMPORT_DOSSIER (X) PV_N_DOSSIER_COLUMNS
};
enum
{
  PV_IMPORT_NOEUD (X) PV_N_NOEUD_COLUMNS
};
enum
{
  PV_IMPORT_TERRITOIRE (X) PV_N_TERRITOIRE_COLUMNS
};
enum
{
  PV_IMPORT_FINANCEMENT (X) PV_N_FINANCEMENT_COLUMNS
};
enum
{
  PV_IMPORT_VERSEMENT (X) PV_N_VERSEMENT_COLUMNS
};
enum
{
  PV_IMPORT_ESSENTIELLE (X) PV_N_ESSENTIELLE_COLUMNS
};
enum
{
  PV_IMPORT_BUDGET (X) PV_N_BUDGET_COLUMNS
};
enum
{
  PV_IMPORT_BILAN (X) PV_N_BILAN_COLUMNS
};
enum
{
  PV_IMPORT_BILAN_REPONSE (X) PV_N_BILAN_REPONSE_COLUMNS
};
enum
{
  PV_IMPORT_INSTRUCTION (X) PV_N_INSTRUCTION_COLUMNS
};
enum
{
  PV_IMPORT_GRILLE (X) PV_N_GRILLE_COLUMNS
};
enum
{
  PV_IMPORT_CRITERE (X) PV_N_CRITERE_COLUMNS
};
enum
{
  PV_IMPORT_NOTE (X) PV_N_NOTE_COLUMNS
};
enum
{
  PV_IMPORT_REPONSE (X) PV_N_REPONSE_COLUMNS
};
enum
{
  PV_IMPORT_COMMUNE_REPONSE (X) PV_N_COMMUNE_REPONSE_COLUMNS
};
enum
{
  PV_IMPORT_MARQUEUR (X) PV_N_MARQUEUR_COLUMNS
};
enum
{
  PV_IMPORT_AVIS (X) PV_N_AVIS_COLUMNS
};
enum
{
  PV_IMPORT_ENVELOPPE (X) PV_N_ENVELOPPE_COLUMNS
};
enum
{
  PV_IMPORT_LIGNE (X) PV_N_LIGNE_COLUMNS
};
enum
{
  PV_IMPORT_CORRECTION (X) PV_N_CORRECTION_COLUMNS
};
#undef X

#define PV_MAX_IMPORT_COLUMNS PV_N_DOSSIER_COLUMNS
G_STATIC_ASSERT (PV_N_DOSSIER_COLUMNS <= 32);

/**
 * PvImportFields:
 * @id: key of the row; %PV_INT_NULL: not written yet
 * @source: the column of the table that is read, in its mapping; -1: not known
 * @set: bit of each column that is given
 * @numbers: of integer columns, %PV_INT_NULL for NULL
 * @texts: of text columns, %NULL for NULL; borrowed
 *
 * Values of one row. A column that is not given is NULL in a new row and stays as
 * it is in a row that is there.
 */
typedef struct
{
  gint64 id;
  int source;
  guint32 set;
  gint64 numbers[PV_MAX_IMPORT_COLUMNS];
  const char *texts[PV_MAX_IMPORT_COLUMNS];
} PvImportFields;

void pv_import_fields_init (PvImportFields *self);
void pv_import_fields_set_int (PvImportFields *self, int column, gint64 value);
void pv_import_fields_set_text (PvImportFields *self, int column, const char *value);

#define PV_IMPORT_HAS(fields, column) (((fields)->set & (1u << (column))) != 0)

const char *pv_import_table_get_name (PvImportTable table);
const char *pv_import_table_get_column (PvImportTable table, int column);
gboolean pv_import_table_column_is_text (PvImportTable table, int column);

/**
 * PvImportStore:
 *
 * Writes, or in a preview only hands out keys that no row has. New rows are
 * written by a thread while the next ones are read: whoever uses the connection
 * otherwise drains first, as pv_import_store_get_db() and all that follows do.
 */
typedef struct _PvImportStore PvImportStore;

PvImportStore *pv_import_store_new (PvDb *db, gboolean apply);

/* Waits until what was inserted is written: it may say what failed only then. */
gboolean pv_import_store_drain (PvImportStore *self, GError **error);

/* Gives its statements back: after a drain, before the commit. */
void pv_import_store_free (PvImportStore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImportStore, pv_import_store_free)

/* (nullable): %NULL with the error of pv_import_store_drain() */
PvDb *pv_import_store_get_db (PvImportStore *self, GError **error);
gboolean pv_import_store_applies (PvImportStore *self);

/* How many rows were written so far. */
guint pv_import_store_get_n_writes (PvImportStore *self);

/* Sets the key of @fields. */
gboolean pv_import_store_insert (PvImportStore *self,
                                 PvImportTable table,
                                 PvImportFields *fields,
                                 GError **error);

/* Writes the columns of @fields that are given; adds one to the revision. */
gboolean pv_import_store_update (PvImportStore *self,
                                 PvImportTable table,
                                 gint64 id,
                                 const PvImportFields *fields,
                                 GError **error);
gboolean
pv_import_store_delete (PvImportStore *self, PvImportTable table, gint64 id, GError **error);

/**
 * pv_import_store_list:
 * @column: by which column, -1 for all rows
 * @text: (nullable): its value when it is a text
 * @number: its value when it is a number
 *
 * Returns: (transfer full) (element-type PvImportFields): by key, texts owned
 */
GPtrArray *pv_import_store_list (PvImportStore *self,
                                 PvImportTable table,
                                 int column,
                                 const char *text,
                                 gint64 number,
                                 GError **error);

/* The row of that key in @fields, texts owned by the result; %NULL without error: none. */
PvImportFields *
pv_import_store_get (PvImportStore *self, PvImportTable table, gint64 id, GError **error);

/* Frees what list and get give. */
void pv_import_fields_free (PvImportFields *self, PvImportTable table);

/**
 * pv_import_store_agent_edited:
 * @imported: (out) (transfer full) (nullable): what the last import left there, when known
 *
 * Returns: whether the column holds the work of an agent, not of an import
 */
gboolean pv_import_store_agent_edited (PvImportStore *self,
                                       PvImportTable table,
                                       gint64 id,
                                       int column,
                                       gboolean *edited,
                                       char **imported,
                                       GError **error);

/**
 * pv_import_store_last_edit:
 * @at: (out) (transfer full) (nullable): UTC instant when something but an import last
 *   touched the row
 */
gboolean pv_import_store_last_edit (PvImportStore *self,
                                    PvImportTable table,
                                    gint64 id,
                                    char **at,
                                    GError **error);

/* Whether anything but an import ever touched the row. */
gboolean pv_import_store_agent_touched (PvImportStore *self,
                                        PvImportTable table,
                                        gint64 id,
                                        gboolean *touched,
                                        GError **error);

G_END_DECLS
