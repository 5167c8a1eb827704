/* pv-registry-private.h: the content of the registry, for its files only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-registry.h"
#include "pv-statement.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *values[PV_N_ORGANISME_COLUMNS]; /* texts; the commune apart */
  gint64 commune_id;
  char *commune_plie; /* "" when not known */
} PvKnownOrganisme;

typedef struct
{
  gint64 id;
  gint64 organisme_id;
  char *categorie;
} PvKnownFinanceur;

typedef struct
{
  gint64 id;
  gint64 financeur_id;
} PvKnownDispositif;

typedef struct
{
  gint64 id;
  char *nom_plie;
  gint64 generation;
  GArray *communes;
} PvKnownQuartier;

typedef struct
{
  gint64 id;
  gint64 parent;
  gint64 debut;
  gint64 fin;
  gboolean principal;
} PvKnownNoeud;

typedef struct
{
  gint64 financeur_id;
  gint64 dispositif_id;
  gint64 exercice;
  gint64 commune_id;
  gint64 id;
} PvKnownEnveloppe;

struct _PvRegistry
{
  PvImportStore *store;
  const PvProfile *profile;
  PvImportReport *report;

  GHashTable *folded; /* text → folded */

  GPtrArray *organismes;
  GHashTable *organisme_by_siret;
  GHashTable *organisme_by_rna;
  GHashTable *organisme_by_name;  /* folded → GPtrArray */
  GHashTable *organisme_by_words; /* words without the common ones, sorted → GPtrArray */
  GHashTable *organisme_by_sigle; /* folded → organisme */
  GHashTable *organisme_by_id;    /* gint64 → organisme */

  GPtrArray *financeurs;
  GHashTable *financeur_by_organisme; /* gint64 → financeur */
  GHashTable *financeur_by_asked;     /* what was asked → gint64 */

  GPtrArray *dispositifs;
  GHashTable *dispositif_by_alias; /* folded → GPtrArray */
  GHashTable *dispositif_codes;    /* code → dispositif */

  GHashTable *institutions; /* folded → gint64 */
  GHashTable *axes;         /* code → gint64 */
  GHashTable *comptes;      /* code → gint64 */
  GHashTable *appels;       /* "exercice\nlabel" → gint64 */
  GHashTable *numeros;      /* gint64 appel → GHashTable numero → gint64 dossier */
  GHashTable *depots;       /* number → gint64 */
  GArray *enveloppes;       /* of PvKnownEnveloppe */
  gint64 contrat_id;

  GHashTable *communes;          /* folded → gint64, PV_INT_NULL when several */
  GHashTable *communes_by_insee; /* code → gint64 */
  GHashTable *commune_names;     /* gint64 → folded */
  GHashTable *commune_payers;    /* gint64 → name of the commune as a payer */
  gint64 row_commune;            /* of the row being read */
  GPtrArray *quartiers;
  GHashTable *quartier_by_name; /* folded name or code → GPtrArray */
  GHashTable *quartier_by_id;
  GHashTable *noeud_by_name; /* folded code or label → GPtrArray */
  GHashTable *noeud_by_id;
};

/* A key of hash tables that hold numbers. */
gint64 *pv_registry_box (gint64 value);
gint64 pv_registry_unbox (gconstpointer boxed);

/* A list under a key, made when it is not there. */
GPtrArray *pv_registry_list_of (GHashTable *table, const char *key);

/* pv-registry-store.c: the reading. */
gboolean pv_registry_store_load (PvRegistry *self, GError **error);
gboolean pv_registry_store_load_numeros (PvRegistry *self,
                                         gint64 appel_id,
                                         GHashTable *numeros,
                                         GError **error);

/* Gives its SIRET, which is valid, to an organisme that has none. */
gboolean
pv_registry_organisme_give_siret (PvRegistry *self, gint64 id, const char *siret, GError **error);

/* pv-registry-organisme.c, pv-registry-financeur.c, pv-registry-lieu.c: what each keeps. */
void pv_registry_organisme_init (PvRegistry *self);
void pv_registry_organisme_clear (PvRegistry *self);
PvKnownOrganisme *pv_registry_organisme_add (PvRegistry *self, const PvImportFields *fields);
void pv_registry_financeur_init (PvRegistry *self);
void pv_registry_financeur_clear (PvRegistry *self);
PvKnownFinanceur *
pv_registry_financeur_add (PvRegistry *self, gint64 id, gint64 organisme_id, const char *categorie);
void pv_registry_dispositif_add (PvRegistry *self,
                                 gint64 id,
                                 gint64 financeur_id,
                                 const char *code,
                                 const char *nom);
void pv_registry_lieu_init (PvRegistry *self);
void pv_registry_lieu_clear (PvRegistry *self);
void pv_registry_commune_add (PvRegistry *self,
                              gint64 id,
                              const char *insee,
                              const char *nom_plie,
                              const char *nom);
void pv_registry_quartier_add (PvRegistry *self,
                               gint64 id,
                               const char *code,
                               const char *nom_plie,
                               gint64 generation);
void pv_registry_quartier_add_commune (PvRegistry *self, gint64 quartier, gint64 commune);
void pv_registry_noeud_add (PvRegistry *self,
                            const PvKnownNoeud *noeud,
                            const char *code,
                            const char *libelle);

G_END_DECLS
