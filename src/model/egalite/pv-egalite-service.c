/* pv-egalite-service.c: the decisions of those who mark
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-service.h"

#include <glib/gi18n-lib.h>

#include "marqueur/pv-marqueur-store.h"
#include "pv-error.h"

/* The mark of the dossier, made when it is not there. */
static PvMarqueur *
find_or_new (PvDb *db, gint64 dossier_id, gint64 axe_id, GError **error)
{
  PvMarqueur *marqueur;
  gint64 id;

  if (!pv_marqueur_store_find (db, dossier_id, axe_id, &id, error))
    return NULL;
  if (id != PV_INT_NULL)
    return pv_marqueur_store_get (db, id, error);

  marqueur = pv_marqueur_new ();
  marqueur->id = PV_INT_NULL;
  marqueur->dossier_id = dossier_id;
  marqueur->axe_id = axe_id;
  return marqueur;
}

/* A mark that says nothing leaves no row. */
static gboolean
write_marqueur (PvDb *db, PvMarqueur *marqueur, GError **error)
{
  gboolean changed = FALSE;
  gboolean empty = marqueur->valeur == PV_INT_NULL && marqueur->justification == NULL;

  if (empty)
    return marqueur->id == PV_INT_NULL || pv_marqueur_store_delete (db, marqueur->id, error);
  if (marqueur->id == PV_INT_NULL)
    return pv_marqueur_store_insert (db, marqueur, error);

  return pv_marqueur_store_update (db, marqueur, &changed, error);
}

gboolean
pv_egalite_service_marquer (PvDb *db,
                            gint64 dossier_id,
                            gint64 axe_id,
                            gint64 valeur,
                            GError **error)
{
  g_autoptr (PvMarqueur) marqueur = NULL;

  if (valeur != PV_INT_NULL && (valeur < 0 || valeur > 2))
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                           _ ("A mark is 0, 1 or 2, or not assessed."));
      return FALSE;
    }
  marqueur = find_or_new (db, dossier_id, axe_id, error);
  if (marqueur == NULL)
    return FALSE;
  if (marqueur->valeur == valeur)
    return TRUE;

  marqueur->valeur = valeur;
  g_clear_pointer (&marqueur->decide_le, g_free);
  if (valeur != PV_INT_NULL)
    marqueur->decide_le = pv_clock_today (pv_db_get_clock (db));
  else
    g_clear_pointer (&marqueur->decide_par, g_free);

  return write_marqueur (db, marqueur, error);
}

gboolean
pv_egalite_service_justifier (PvDb *db,
                              gint64 dossier_id,
                              gint64 axe_id,
                              const char *justification,
                              GError **error)
{
  g_autoptr (PvMarqueur) marqueur = find_or_new (db, dossier_id, axe_id, error);

  if (marqueur == NULL)
    return FALSE;
  g_free (marqueur->justification);
  marqueur->justification =
      justification != NULL && *justification != '\0' ? g_strdup (justification) : NULL;

  return write_marqueur (db, marqueur, error);
}

gboolean
pv_egalite_service_dater (PvDb *db,
                          gint64 dossier_id,
                          gint64 axe_id,
                          const char *decide_le,
                          const char *decide_par,
                          GError **error)
{
  g_autoptr (PvMarqueur) marqueur = find_or_new (db, dossier_id, axe_id, error);

  if (marqueur == NULL)
    return FALSE;
  if (marqueur->valeur == PV_INT_NULL)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                           _ ("Choose the mark before saying who decided it."));
      return FALSE;
    }
  g_free (marqueur->decide_le);
  marqueur->decide_le = g_strdup (decide_le);
  g_free (marqueur->decide_par);
  marqueur->decide_par = g_strdup (decide_par);

  return write_marqueur (db, marqueur, error);
}

gboolean
pv_egalite_service_reprendre (PvDb *db, gint64 dossier_id, gint64 axe_id, GError **error)
{
  g_autoptr (PvEgaliteFiche) fiche = pv_egalite_fiche_load (db, dossier_id, axe_id, error);
  PvEgaliteReponse unanimes[PV_N_EGALITE_QUESTIONS];

  if (fiche == NULL)
    return FALSE;
  pv_egalite_fiche_get_unanimes (fiche, unanimes);
  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    if (fiche->communes.reponses[q] == PV_EGALITE_SANS_REPONSE &&
        unanimes[q] != PV_EGALITE_SANS_REPONSE &&
        !pv_egalite_reponse_store_set (db, dossier_id, axe_id, PV_INT_NULL, (PvEgaliteQuestion)q,
                                       unanimes[q], error))
      return FALSE;

  return TRUE;
}
