/* pv-action-words.c: the actions of the history, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "context/pv-action-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *action;
  const char *words;
} actions[] = {
  { "appel-courant", N_ ("Call in use chosen") },
  { "avis-externe-ask", N_ ("Avis asked about several dossiers") },
  { "avis-externe-delete", N_ ("Question to a service deleted") },
  { "avis-externe-edit", N_ ("Avis of a service changed") },
  { "avis-externe-new", N_ ("Avis asked of a service") },
  { "avis-externe-remind", N_ ("Services reminded") },
  { "bilan-copie", N_ ("Planned budget copied as realised") },
  { "bilan-edit", N_ ("Compte rendu changed") },
  { "bilan-piece", N_ ("Document of a compte rendu received") },
  { "bilan-recevoir", N_ ("Comptes rendus received") },
  { "bilan-reglage", N_ ("Setting of the comptes rendus changed") },
  { "bilan-relance-delete", N_ ("Reminder deleted") },
  { "bilan-relancer", N_ ("Porteurs reminded of their comptes rendus") },
  { "bilan-valider", N_ ("Comptes rendus validated") },
  { "budget-74", N_ ("Grant line taken from the plan") },
  { "budget-edit", N_ ("Budget changed") },
  { "contact-delete", N_ ("Contact deleted") },
  { "contact-edit", N_ ("Contact changed") },
  { "contact-new", N_ ("Contact added") },
  { "controle-derogation", N_ ("Control passed with a reason") },
  { "convention-annee", N_ ("Amount of a convention changed") },
  { "convention-delete", N_ ("Convention deleted") },
  { "convention-dossier", N_ ("Dossiers of a convention changed") },
  { "convention-echeance", N_ ("Planned payment changed") },
  { "convention-echeance-delete", N_ ("Planned payment deleted") },
  { "convention-echeancier", N_ ("Payment schedule proposed") },
  { "convention-edit", N_ ("Convention changed") },
  { "convention-new", N_ ("Convention created") },
  { "dossier-appel", N_ ("Moved to another call") },
  { "dossier-axe", N_ ("Axe changed") },
  { "dossier-delete", N_ ("Dossier deleted") },
  { "dossier-edit", N_ ("Dossier changed") },
  { "dossier-new", N_ ("Dossier made") },
  { "dossier-part", N_ ("Parts of a dossier changed") },
  { "dossier-publics", N_ ("Beneficiaries or territories changed") },
  { "dossier-referent", N_ ("Referent changed") },
  { "dossier-statut", N_ ("Status changed") },
  { "egalite-commune", N_ ("Common answer on equality") },
  { "egalite-reglage", N_ ("Setting of the marking changed") },
  { "egalite-reponse", N_ ("Answer on equality") },
  { "enveloppe-annee", N_ ("Envelopes of a year copied") },
  { "enveloppe-delete", N_ ("Envelope deleted") },
  { "enveloppe-edit", N_ ("Envelope changed") },
  { "enveloppe-new", N_ ("Envelope added") },
  { "enveloppe-regle-delete", N_ ("Limit deleted") },
  { "enveloppe-regle-edit", N_ ("Limit changed") },
  { "enveloppe-regle-new", N_ ("Limit added") },
  { "financement-add", N_ ("Financeur added") },
  { "financement-delete", N_ ("Financeur removed") },
  { "financement-edit", N_ ("Financing changed") },
  { "financement-montant", N_ ("Amount changed") },
  { "financement-report", N_ ("Amount carried over") },
  { "grille-delete", N_ ("Grid deleted") },
  { "grille-edit", N_ ("Grid changed") },
  { "grille-new", N_ ("Grid copied") },
  { "grille-version", N_ ("New version of a grid") },
  { "import", N_ ("Table imported") },
  { "instance-delete", N_ ("Committee deleted") },
  { "instance-edit", N_ ("Committee changed") },
  { "instance-membre", N_ ("Members of a committee changed") },
  { "instruction-abandonner", N_ ("Draft thrown away") },
  { "instruction-avis", N_ ("Avis chosen") },
  { "instruction-commentaire", N_ ("Comment of the instruction changed") },
  { "instruction-montant", N_ ("Proposed amount changed") },
  { "instruction-note", N_ ("Mark given") },
  { "instruction-reprise", N_ ("Amounts of the avis proposed") },
  { "instruction-reserves", N_ ("Reserve changed") },
  { "instruction-soumettre", N_ ("Avis submitted") },
  { "instruction-version", N_ ("New version of an avis begun") },
  { "marqueur-edit", N_ ("Collective mark changed") },
  { "modele-duplicate", N_ ("Template copied") },
  { "modele-edit", N_ ("Template changed") },
  { "modele-rename", N_ ("Template renamed") },
  { "modele-reset", N_ ("Template reset") },
  { "mouvement-add", N_ ("Notified amount changed by an act") },
  { "mouvement-delete", N_ ("Act on a notified amount taken back") },
  { "organisme-distinct", N_ ("Organisations told apart") },
  { "organisme-edit", N_ ("Organisation changed") },
  { "organisme-merge", N_ ("Organisations merged") },
  { "parametre-add", N_ ("Added to the settings") },
  { "parametre-delete", N_ ("Deleted from the settings") },
  { "parametre-edit", N_ ("Setting changed") },
  { "parametre-move", N_ ("Moved in the frame") },
  { "programme-new", N_ ("Programme made") },
  { "recevabilite-regles", N_ ("Conditions of a call changed") },
  { "recevabilite-reponse", N_ ("Condition answered") },
  { "redo", N_ ("Done again") },
  { "scenario-appliquer", N_ ("Scenario applied") },
  { "scenario-delete", N_ ("Scenario deleted") },
  { "scenario-edit", N_ ("Scenario changed") },
  { "scenario-new", N_ ("Scenario made") },
  { "score-ponderer", N_ ("Weights of institutions in the score changed") },
  { "seance-ajourne", N_ ("Séance chosen for an adjourned dossier") },
  { "seance-close", N_ ("Séance closed") },
  { "seance-create", N_ ("Séance made") },
  { "seance-decide", N_ ("Decision taken") },
  { "seance-delete", N_ ("Séance deleted") },
  { "seance-deport", N_ ("Recusal changed") },
  { "seance-dossiers", N_ ("Agenda changed") },
  { "seance-edit", N_ ("Séance changed") },
  { "seance-montant", N_ ("Amount decided in a séance") },
  { "seance-open", N_ ("Séance opened") },
  { "seance-ordre", N_ ("Order of the agenda changed") },
  { "seance-presence", N_ ("Presence changed") },
  { "seance-rectify", N_ ("Decision rectified") },
  { "seance-reserve", N_ ("Reserve changed") },
  { "seance-undecide", N_ ("Decision taken back") },
  { "undo", N_ ("Undone") },
  { "versement-delete", N_ ("Payment deleted") },
  { "versement-edit", N_ ("Payment changed") },
  { "versement-lot", N_ ("Paid") },
  { "vote-notifier", N_ ("Grants notified") },
  { "vote-voter", N_ ("Grants voted") },
  { "vue-delete", N_ ("View deleted") },
  { "vue-edit", N_ ("View changed") },
  { "vue-new", N_ ("View saved") },
};

const char *
pv_action_to_words (const char *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].action, action))
      return _ (actions[i].words);

  return _ ("Change");
}

gboolean
pv_action_is_quiet (const char *action)
{
  static const char *const quiet[] = { "instruction-avis",
                                       "instruction-commentaire",
                                       "instruction-montant",
                                       "instruction-note",
                                       "instruction-reserves",
                                       "seance-ajourne",
                                       "seance-decide",
                                       "seance-montant",
                                       "seance-reserve",
                                       "seance-undecide",
                                       NULL };

  return g_strv_contains (quiet, action);
}

gboolean
pv_action_is_final (const char *action)
{
  return g_strcmp0 (action, "seance-close") == 0 || g_strcmp0 (action, "seance-rectify") == 0;
}

char *
pv_history_group_to_words (const PvHistoryGroup *group)
{
  const char *words;

  g_return_val_if_fail (group != NULL, NULL);

  words = pv_action_to_words (group->action);
  if (group->label == NULL || *group->label == '\0')
    return g_strdup (words);

  /* Translators: an action, then what it was done on. */
  return g_strdup_printf (_ ("%s: %s"), words, group->label);
}
