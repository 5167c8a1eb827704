/* pv-scenario-export.c: who gains and who loses, as it is shown, to a file or a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-scenario-export.h"

#include "export/pv-liste-texte.h"
#include "scenario/pv-scenario-store.h"

enum
{
  NUMERO,
  INTITULE,
  PORTEUR,
  AVANT,
  APRES,
  ECART,
};

static const PvListeColonne colonnes[] = {
  [NUMERO] = { "N°", PV_LISTE_CODE, FALSE },
  [INTITULE] = { "Intitulé", PV_LISTE_TEXTE, FALSE },
  [PORTEUR] = { "Porteur", PV_LISTE_TEXTE, FALSE },
  [AVANT] = { "Engagé avant", PV_LISTE_MONTANT, TRUE },
  [APRES] = { "Engagé après", PV_LISTE_MONTANT, TRUE },
  [ECART] = { "Écart", PV_LISTE_MONTANT, TRUE },
};

static gboolean
row_cb (guint ligne, PvListeCellule *cellules, gboolean *grisee, gpointer user_data, GError **error)
{
  const PvScenarioTableau *self = user_data;
  const PvScenarioEcart *ecart = &g_array_index (self->comparaison->ecarts, PvScenarioEcart,
                                                 g_array_index (self->ordre, guint, ligne));
  const PvScenarioDossier *dossier =
      pv_scenario_donnees_get_dossier (self->donnees, ecart->dossier);
  const PvScenarioLibelle *libelle = pv_scenario_libelles_find (self->libelles, dossier->id);

  cellules[NUMERO].texte = g_strdup (dossier->numero);
  if (libelle != NULL)
    {
      cellules[INTITULE].texte = g_strdup (libelle->intitule);
      cellules[PORTEUR].texte = g_strdup (libelle->porteur);
    }
  cellules[AVANT].nombre = ecart->avant;
  cellules[APRES].nombre = ecart->apres;
  cellules[ECART].nombre = ecart->ecart;

  return TRUE;
}

static PvListe
make_liste (const PvScenarioTableau *self)
{
  return (PvListe){ .titre = "Scénario",
                    .contexte = self->contexte,
                    .colonnes = colonnes,
                    .n_colonnes = G_N_ELEMENTS (colonnes),
                    .n_lignes = self->ordre->len,
                    .ligne = row_cb,
                    .user_data = (gpointer)self };
}

PvExportResult *
pv_scenario_export_run (const PvScenarioTableau *tableau,
                        const PvExportRequest *request,
                        GError **error)
{
  PvListe liste = make_liste (tableau);

  return pv_liste_export_run (request, &liste, error);
}

char *
pv_scenario_export_to_text (const PvScenarioTableau *tableau,
                            char **html,
                            GCancellable *cancellable,
                            GError **error)
{
  PvListe liste = make_liste (tableau);

  return pv_liste_to_text (&liste, html, cancellable, error);
}
