/* pv-synthese-lisez-moi-sheet.c: how the instruction workbook is to be read
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-lisez-moi.h"
#include "export/pv-synthese.h"

static const PvLisezMoiRegle regles[] = {
  { "Cellule vide", "Non connu, pas de réponse ou non évalué. Ce n’est jamais 0." },
  { "0,00 €", "Le financeur a refusé." },
  { "Accordé", "Montant voté ; à défaut arbitré." },
  { "Dossier en gris",
    "Dossier détaillé en parties : il n’est ni compté ni sommé, ses parties le sont." },
  { "Totaux",
    "Les totaux suivent les filtres (SOUS.TOTAL) ; sans filtre, ils sont égaux au centime "
    "aux totaux de la base." },
  { "Ordre des lignes", "Celui de la saisie ou de l’import." },
};

gboolean
pv_synthese_lisez_moi_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  const PvLisezMoi contenu = {
    .db = self->db,
    .empreinte = self->empreinte,
    .filtre = &self->filtre,
    .workbook = self->workbook,
    .contexte = self->contexte,
    .sheets = self->sheets,
    .n_sheets = PV_SYNTHESE_N_FEUILLES,
    .regles = regles,
    .n_regles = G_N_ELEMENTS (regles),
  };

  return pv_lisez_moi_write (&contenu, sheet, error);
}
