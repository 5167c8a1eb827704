/* pv-dossier-statut.c: where a dossier is in the year, and where it may go
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-statut.h"

#include <glib/gi18n-lib.h>

static const PvMot statuts[PV_N_DOSSIER_STATUTS] = {
  { "depose", "déposé" },
  { "incomplet", "incomplet" },
  { "recevable", "recevable" },
  { "irrecevable", "irrecevable" },
  { "en-instruction", "en instruction" },
  { "instruit", "instruit" },
  { "propose", "proposé" },
  { "programme", "programmé" },
  { "programme-sous-reserve", "programmé sous réserve" },
  { "ajourne", "ajourné" },
  { "refuse", "refusé" },
  { "reoriente", "réorienté" },
  { "notifie", "notifié" },
  { "en-cours", "en cours" },
  { "bilan-recu", "bilan reçu" },
  { "solde", "soldé" },
  { "abandonne", "abandonné" },
};

PV_DEFINE_VOCABULAIRE (PvDossierStatut, pv_dossier_statut, statuts)

/* Why a move is refused: the letters of the table. */
static const struct
{
  char lettre;
  const char *raison;
} raisons[] = {
  { '=', N_ ("The dossier already has this status.") },
  { 'R', N_ ("The dossier has not been found receivable yet: decide on its recevabilité first.") },
  { 'I', N_ ("The instruction of the dossier is not finished.") },
  { 'P', N_ ("No amount has been proposed yet: a committee decides on proposed dossiers.") },
  { 'D', N_ ("No committee has decided to fund the dossier.") },
  { 'N', N_ ("The funders have not notified their grants yet.") },
  { 'C', N_ ("The action has not started.") },
  { 'B', N_ ("The bilan has not been received.") },
  { 'A', N_ ("The dossier is already further on; a mistake is corrected by undoing the change.") },
  { 'V', N_ ("The grants are notified: what changes now is an avenant, an annulation or an"
             " abandonment.") },
  { 'X', N_ ("The dossier is irrecevable: it must first be found receivable.") },
  { 'F', N_ ("The dossier is closed; a mistake is corrected by undoing the change.") },
};

/* Who may go where: a row per status it leaves, a column per status it takes, both in
 * the order of the enumeration (before the instruction; irrecevable to proposé; decisions;
 * notifié to soldé; abandonné). `+` is allowed, a letter says why not.
 *
 * What is allowed besides the order of the year: a dossier sent back to the instruction
 * or to the proposal; one found irrecevable while instructed, and receivable after all; a
 * decision rectified by another until it is notified; an ajourné that comes
 * back; a bilan sent back to its porteur; abandonment until it is closed. */
/* clang-format off */
static const char *const table[PV_N_DOSSIER_STATUTS] = {
  "=++" "+RRR" "RRRRR" "RRRR" "+", /* déposé */
  "+=+" "+RRR" "RRRRR" "RRRR" "+", /* incomplet */
  "AA=" "++II" "IIIII" "IIII" "+", /* recevable */
  "AA+" "=XXX" "XXXXX" "XXXX" "F", /* irrecevable */
  "AAA" "+=+I" "IIIII" "IIII" "+", /* en instruction */
  "AAA" "A+=+" "PPPPP" "PPPP" "+", /* instruit */
  "AAA" "AA+=" "+++++" "DDDD" "+", /* proposé */
  "AAA" "AAAA" "=++++" "+NNN" "+", /* programmé */
  "AAA" "AAAA" "+=+++" "+NNN" "+", /* programmé sous réserve */
  "AAA" "A+A+" "++=++" "DDDD" "+", /* ajourné */
  "AAA" "AAAA" "+++=+" "DDDD" "F", /* refusé */
  "AAA" "AAAA" "++++=" "DDDD" "F", /* réorienté */
  "VVV" "VVVV" "VVVVV" "=+CC" "+", /* notifié */
  "VVV" "VVVV" "VVVVV" "A=+B" "+", /* en cours */
  "VVV" "VVVV" "VVVVV" "A+=+" "+", /* bilan reçu */
  "FFF" "FFFF" "FFFFF" "FFF=" "F", /* soldé */
  "FFF" "FFFF" "FFFFF" "FFFF" "=", /* abandonné */
};
/* clang-format on */

static const char *
raison_of (char lettre)
{
  for (guint i = 0; i < G_N_ELEMENTS (raisons); i++)
    if (raisons[i].lettre == lettre)
      return _ (raisons[i].raison);

  g_return_val_if_reached (NULL);
}

gboolean
pv_dossier_statut_can_move (PvDossierStatut from, PvDossierStatut to, const char **reason)
{
  char lettre;

  g_return_val_if_fail (from >= 0 && from < PV_N_DOSSIER_STATUTS, FALSE);
  g_return_val_if_fail (to >= 0 && to < PV_N_DOSSIER_STATUTS, FALSE);

  lettre = table[from][to];
  if (reason != NULL)
    *reason = lettre == '+' ? NULL : raison_of (lettre);

  return lettre == '+';
}

gboolean
pv_dossier_statut_is_instruit_ouvert (PvDossierStatut statut)
{
  return statut == PV_DOSSIER_STATUT_RECEVABLE || statut == PV_DOSSIER_STATUT_EN_INSTRUCTION ||
         statut == PV_DOSSIER_STATUT_INSTRUIT || statut == PV_DOSSIER_STATUT_PROPOSE ||
         statut == PV_DOSSIER_STATUT_AJOURNE;
}

gboolean
pv_dossier_statut_libere_enveloppe (PvDossierStatut statut)
{
  return statut == PV_DOSSIER_STATUT_IRRECEVABLE || statut == PV_DOSSIER_STATUT_REFUSE ||
         statut == PV_DOSSIER_STATUT_REORIENTE || statut == PV_DOSSIER_STATUT_ABANDONNE;
}

gboolean
pv_dossier_statut_demande_motif (PvDossierStatut statut)
{
  return pv_dossier_statut_libere_enveloppe (statut) || statut == PV_DOSSIER_STATUT_AJOURNE;
}

char *
pv_dossier_statut_to_affichage (PvDossierStatut statut,
                                guint n_financements,
                                guint n_notifies,
                                guint n_verses)
{
  if (statut == PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE)
    return g_strdup ("sous réserve"); /* whole, in a narrow column */
  if (statut != PV_DOSSIER_STATUT_NOTIFIE || n_financements == 0)
    return g_strdup (pv_dossier_statut_to_libelle (statut));

  if (n_verses > 0)
    return g_strdup_printf ("versé %u/%u", n_verses, n_financements);

  return g_strdup_printf ("notifié %u/%u", n_notifies, n_financements);
}
