/* pv-fiche-nom.h: the nouns of the settings: their fields, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "parametres/pv-saisie-row.h"
#include "usage/pv-usage-store.h"

G_BEGIN_DECLS

/**
 * PvFicheChamp:
 * @champ: name of the field of the record; for one that is not of the record, any word
 * @choix: (nullable): fills the ids and labels of a %PV_SAISIE_CHOIX that refers to
 *   another noun (arrays of owned texts), or the names that a %PV_SAISIE_TEXTE may list
 * @lire, @ecrire: (nullable): of a field that is not of the record
 */
typedef struct
{
  const char *champ;
  const char *titre;
  PvSaisie saisie;
  gboolean requis;
  void (*choix) (PvDb *db, GPtrArray *ids, GPtrArray *labels);
  char *(*lire) (PvDb *db, gconstpointer record);
  gboolean (*ecrire) (PvDb *db, gpointer record, const char *texte, GError **error);
  const char *aide;
} PvFicheChamp;

/**
 * PvFicheNom:
 * @ajouter: label of the button that adds one; %NULL: none is added here
 * @list: (nullable): all of them
 * @prepare: sets what a new record begins with; @pres_de: key of the selected one, or
 *   %PV_INT_NULL; @n: grows from 1 while the name is taken
 * @check: (nullable): why the record cannot be so (transfer full), told at @champ
 *
 * A noun that is edited in the settings.
 */
typedef struct
{
  const char *id;
  const char *titre;
  const char *ajouter;
  PvUsageNom usage;
  const PvChamp *champs;
  const PvFicheChamp *fiche;
  gpointer (*creer) (void);
  void (*liberer) (gpointer record);
  GPtrArray *(*list) (PvDb *db, GError **error);
  gpointer (*get) (PvDb *db, gint64 id, GError **error);
  gboolean (*insert) (PvDb *db, gpointer record, GError **error);
  gboolean (*update) (PvDb *db, gpointer record, GError **error);
  gboolean (*supprimer) (PvDb *db, gint64 id, GError **error);
  gboolean (*prepare) (PvDb *db, gpointer record, gint64 pres_de, guint n, GError **error);
  char *(*title) (PvDb *db, gconstpointer record);
  char *(*subtitle) (PvDb *db, gconstpointer record);
  char *(*check) (PvDb *db, gconstpointer record, const char *champ);
} PvFicheNom;

/* The noun of that id: appel, contrat, cadre, noeud, axe, commune, quartier, financeur,
 * dispositif, enveloppe, seuil, agent, institution, instance. */
const PvFicheNom *pv_fiche_nom_find (const char *id);

/* Those of each file of nouns, up to one whose id is %NULL. */
extern const PvFicheNom pv_fiche_noms_cadre[];
extern const PvFicheNom pv_fiche_noms_financeur[];
extern const PvFicheNom pv_fiche_noms_acteur[];
extern const PvFicheNom pv_fiche_noms_instance[];

/* "Name 2" from the second on. */
char *pv_fiche_number (const char *nom, guint n);

/* Adds a pair of owned texts. */
void pv_fiche_add_choice (GPtrArray *ids, GPtrArray *labels, gint64 id, const char *label);

/* Text of a field, and back: as the schema keeps it. */
void pv_fiche_set_texte (const PvChamp *champ, gpointer record, const char *texte);

/* Why @texte is no code of a kind of PvIdentifierKind (transfer full) (nullable). */
char *pv_fiche_check_identifier (int kind, const char *texte);

/* Why a period is none (transfer full) (nullable). */
char *pv_fiche_check_periode (const char *debut, const char *fin);

/*
 * The functions of a noun that have only the types of its record.
 */
#define PV_FICHE_STORE(Type, prefix)                                                               \
  static gpointer prefix##_creer (void) { return prefix##_new (); }                                \
  static void prefix##_liberer (gpointer record) { prefix##_free (record); }                       \
  static gpointer prefix##_obtenir (PvDb *db, gint64 id, GError **error)                           \
  {                                                                                                \
    return prefix##_store_get (db, id, error);                                                     \
  }                                                                                                \
  static gboolean prefix##_inserer (PvDb *db, gpointer record, GError **error)                     \
  {                                                                                                \
    return prefix##_store_insert (db, record, error);                                              \
  }                                                                                                \
  static gboolean prefix##_modifier (PvDb *db, gpointer record, GError **error)                    \
  {                                                                                                \
    return prefix##_store_update (db, record, NULL, error);                                        \
  }

#define PV_FICHE_FONCTIONS(prefix)                                                                 \
  .champs = prefix##_champs, .creer = prefix##_creer, .liberer = prefix##_liberer,                 \
  .get = prefix##_obtenir, .insert = prefix##_inserer, .update = prefix##_modifier

G_END_DECLS
