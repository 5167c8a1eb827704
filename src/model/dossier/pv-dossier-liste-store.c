/* pv-dossier-liste-store.c: the keys of the dossiers of a filter, in an order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-private.h"

typedef struct
{
  const gint64 *cles;
  gboolean decroissant;
} Comparaison;

/* What has no value comes last either way; the sort being stable, equals keep their order. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Comparaison *self = data;
  gint64 left = self->cles[*(const guint32 *)a];
  gint64 right = self->cles[*(const guint32 *)b];

  if (left == right)
    return 0;
  if (left == PV_INT_NULL || right == PV_INT_NULL)
    return left == PV_INT_NULL ? 1 : -1;

  return (left < right) != self->decroissant ? -1 : 1;
}

/* The positions that are kept. */
static GArray *
list_places (const PvDossierEnsemble *ensemble)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < ensemble->n; i++)
    if (ensemble->gardes[i])
      g_array_append_val (places, i);

  return places;
}

static gboolean
sort_places (GArray *places,
             PvDb *db,
             const PvDossierEnsemble *ensemble,
             const PvDossierOrdre *ordre,
             const PvFiltre *filtre,
             GError **error)
{
  g_autofree gint64 *cles =
      pv_dossier_cles_load (db, ensemble, ordre->colonne, ordre->etape, filtre, error);
  Comparaison comparaison = { cles, ordre->decroissant };

  if (cles == NULL)
    return FALSE;
  g_qsort_with_data (places->data, (gint)places->len, sizeof (guint32), compare_cb, &comparaison);

  return TRUE;
}

GArray *
pv_dossier_liste_store_ids (PvDb *db,
                            const PvFiltre *filtre,
                            const PvDossierCritere *critere,
                            const PvDossierOrdre *ordre,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (PvDossierEnsemble) ensemble = pv_dossier_ensemble_load (db, filtre, error);
  g_autoptr (GArray) places = NULL;
  GArray *ids;

  if (ensemble == NULL ||
      (critere != NULL &&
       !pv_dossier_critere_apply (critere, db, ensemble, filtre, cancellable, error)))
    return NULL;

  places = list_places (ensemble);
  if (ordre != NULL && (ordre->colonne != PV_DOSSIER_COLONNE_NUMERO || ordre->decroissant) &&
      !sort_places (places, db, ensemble, ordre, filtre, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), places->len);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (ids, ensemble->ids[g_array_index (places, guint32, i)]);

  return ids;
}
