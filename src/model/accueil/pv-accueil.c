/* pv-accueil.c: the figures of a call at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-accueil.h"

/* Where each status waits, or left. The rest is told by what the dossier has. */
static const PvAccueilPas pas_de_statut[PV_N_DOSSIER_STATUTS] = {
  [PV_DOSSIER_STATUT_DEPOSE] = PV_ACCUEIL_DEPOSES,
  [PV_DOSSIER_STATUT_INCOMPLET] = PV_ACCUEIL_DEPOSES,
  [PV_DOSSIER_STATUT_RECEVABLE] = PV_ACCUEIL_RECEVABLES,
  [PV_DOSSIER_STATUT_IRRECEVABLE] = PV_ACCUEIL_DEPOSES,
  [PV_DOSSIER_STATUT_EN_INSTRUCTION] = PV_ACCUEIL_RECEVABLES,
  [PV_DOSSIER_STATUT_INSTRUIT] = PV_ACCUEIL_INSTRUITS,
  [PV_DOSSIER_STATUT_PROPOSE] = PV_ACCUEIL_PROPOSES,
  [PV_DOSSIER_STATUT_PROGRAMME] = PV_ACCUEIL_PROGRAMMES,
  [PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE] = PV_ACCUEIL_PROGRAMMES,
  [PV_DOSSIER_STATUT_AJOURNE] = PV_ACCUEIL_PROPOSES,
  [PV_DOSSIER_STATUT_REFUSE] = PV_ACCUEIL_PROPOSES,
  [PV_DOSSIER_STATUT_REORIENTE] = PV_ACCUEIL_PROPOSES,
  [PV_DOSSIER_STATUT_NOTIFIE] = PV_ACCUEIL_NOTIFIES,
  [PV_DOSSIER_STATUT_EN_COURS] = PV_ACCUEIL_NOTIFIES,
  [PV_DOSSIER_STATUT_BILAN_RECU] = PV_ACCUEIL_NOTIFIES,
  [PV_DOSSIER_STATUT_SOLDE] = PV_ACCUEIL_NOTIFIES,
  [PV_DOSSIER_STATUT_ABANDONNE] = PV_ACCUEIL_DEPOSES,
};

static PvAccueilPas
pas_of_abandon (PvAccueilFaits faits)
{
  if ((faits & (PV_ACCUEIL_FAIT_NOTIFIE | PV_ACCUEIL_FAIT_VERSE)) != 0)
    return PV_ACCUEIL_NOTIFIES;
  if ((faits & PV_ACCUEIL_FAIT_DECIDE) != 0)
    return PV_ACCUEIL_PROGRAMMES;
  if ((faits & PV_ACCUEIL_FAIT_PROPOSE) != 0)
    return PV_ACCUEIL_PROPOSES;

  return PV_ACCUEIL_DEPOSES;
}

PvAccueilPas
pv_accueil_pas_de (PvDossierStatut statut, PvAccueilFaits faits, gboolean *sorti)
{
  PvAccueilPas pas;

  g_return_val_if_fail ((guint)statut < PV_N_DOSSIER_STATUTS, PV_ACCUEIL_DEPOSES);
  g_return_val_if_fail (sorti != NULL, PV_ACCUEIL_DEPOSES);

  *sorti = pv_dossier_statut_libere_enveloppe (statut);
  if (statut == PV_DOSSIER_STATUT_ABANDONNE)
    return pas_of_abandon (faits);

  pas = pas_de_statut[statut];
  if (pas == PV_ACCUEIL_NOTIFIES && (faits & PV_ACCUEIL_FAIT_VERSE) != 0)
    return PV_ACCUEIL_VERSES;

  return pas;
}

void
pv_accueil_pas_add (PvAccueilCompte *pas, PvAccueilPas ou, gboolean sorti, gint64 n)
{
  g_return_if_fail (pas != NULL);
  g_return_if_fail ((guint)ou < PV_N_ACCUEIL_PAS);

  for (guint i = 0; i <= (guint)ou; i++)
    pas[i].atteinte += n;
  if (sorti)
    pas[ou].sortis += n;
  else
    pas[ou].attente += n;
}

/* --- the lists of the funnel ----------------------------------------------------------- */

static const char *const ids_pas[PV_N_ACCUEIL_PAS] = {
  "deposes", "recevables", "instruits", "proposes", "programmes", "notifies", "verses",
};
static const char *const ids_colonnes[PV_N_ACCUEIL_COLONNES] = { "atteinte", "attente", "sortis" };

char *
pv_accueil_pas_valeur (PvAccueilPas pas, PvAccueilColonne colonne)
{
  g_return_val_if_fail ((guint)pas < PV_N_ACCUEIL_PAS && colonne < PV_N_ACCUEIL_COLONNES, NULL);

  return g_strdup_printf ("%s-%s", ids_pas[pas], ids_colonnes[colonne]);
}

static int
find_id (const char *const *ids, guint n, const char *id)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (int)i;

  return -1;
}

gboolean
pv_accueil_pas_valeur_parse (const char *valeur, PvAccueilPas *pas, PvAccueilColonne *colonne)
{
  g_auto (GStrv) parts = g_strsplit (valeur, "-", 2);
  int step = find_id (ids_pas, PV_N_ACCUEIL_PAS, parts[0]);
  int column = parts[0] != NULL ? find_id (ids_colonnes, PV_N_ACCUEIL_COLONNES, parts[1]) : -1;

  if (step < 0 || column < 0)
    return FALSE;
  if (pas != NULL)
    *pas = (PvAccueilPas)step;
  if (colonne != NULL)
    *colonne = (PvAccueilColonne)column;

  return TRUE;
}

gboolean
pv_accueil_pas_valeur_has (const char *valeur, PvDossierStatut statut, PvAccueilFaits faits)
{
  PvAccueilPas asked = PV_ACCUEIL_DEPOSES;
  PvAccueilColonne colonne = PV_ACCUEIL_ATTEINTE;
  gboolean sorti = FALSE;
  PvAccueilPas pas = pv_accueil_pas_de (statut, faits, &sorti);

  if (!pv_accueil_pas_valeur_parse (valeur, &asked, &colonne))
    return FALSE;
  if (colonne == PV_ACCUEIL_ATTEINTE)
    return pas >= asked;

  return pas == asked && sorti == (colonne == PV_ACCUEIL_SORTIS);
}

/* --- checks -------------------------------------------------------------------------- */

typedef struct
{
  GArray *comptes;
  gint64 dernier; /* dossier counted: a check's findings come dossier after dossier */
  const PvControle *controle;
} Comptage;

static PvAccueilControle *
get_compte (Comptage *self, const PvConstat *constat)
{
  PvAccueilControle neuf = { constat->controle, constat->severite, 0, 0,
                             g_intern_string (constat->table) };

  for (guint i = 0; i < self->comptes->len; i++)
    {
      PvAccueilControle *compte = &g_array_index (self->comptes, PvAccueilControle, i);

      if (compte->controle == constat->controle && compte->severite == constat->severite)
        return compte;
    }
  g_array_append_val (self->comptes, neuf);

  return &g_array_index (self->comptes, PvAccueilControle, self->comptes->len - 1);
}

static void
count_cb (const PvConstat *constat, gpointer user_data)
{
  Comptage *self = user_data;
  PvAccueilControle *compte = get_compte (self, constat);

  compte->constats++;
  if (constat->dossier_id != PV_INT_NULL &&
      (constat->controle != self->controle || constat->dossier_id != self->dernier))
    compte->dossiers++;
  self->controle = constat->controle;
  self->dernier = constat->dossier_id;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const PvAccueilControle *x = a, *y = b;

  if (x->severite != y->severite)
    return x->severite > y->severite ? -1 : 1;
  if (x->constats != y->constats)
    return x->constats > y->constats ? -1 : 1;

  return (x->controle > y->controle) - (x->controle < y->controle);
}

GArray *
pv_accueil_load_controles (PvDb *db,
                           const PvFiltre *filtre,
                           GCancellable *cancellable,
                           GError **error)
{
  Comptage comptage = { NULL, PV_INT_NULL, NULL };
  g_autoptr (GArray) comptes = g_array_new (FALSE, FALSE, sizeof (PvAccueilControle));

  comptage.comptes = comptes;
  if (!pv_controles_run (db, filtre, count_cb, &comptage, cancellable, error))
    return NULL;
  g_array_sort (comptes, compare_cb);

  return g_steal_pointer (&comptes);
}
