/* pv-egalite.c: the decision tree of the égalité femmes-hommes mark
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite.h"

#include <glib/gi18n-lib.h>

#include "pv-number.h"

static const PvMot questions[PV_N_EGALITE_QUESTIONS] = {
  { "mixte", "Le projet vise-t-il un public mixte ?" },
  { "objectif",
    "L’objectif principal est-il de réduire les inégalités entre les femmes et les hommes,"
    " ou de promouvoir l’égalité ?" },
  { "a", "Contient-il des éléments de diagnostic sexué ?" },
  { "b", "Prévoit-il une participation équilibrée des femmes et des hommes ?" },
  { "c", "Prévoit-il des indicateurs d’évaluation sexués ?" },
  { "coherent", "Le public non mixte est-il cohérent avec les objectifs de l’action ?" },
};

PV_DEFINE_VOCABULAIRE (PvEgaliteQuestion, pv_egalite_question, questions)

/* Goes through a question of the path; PV_EGALITE_SANS_REPONSE ends the way. */
static PvEgaliteReponse
ask (PvEgaliteResultat *resultat, const PvEgaliteReponse *reponses, PvEgaliteQuestion question)
{
  resultat->chemin[resultat->n_chemin++] = question;
  if (reponses[question] == PV_EGALITE_SANS_REPONSE &&
      resultat->manquante == PV_EGALITE_QUESTION_NULL)
    resultat->manquante = question;

  return reponses[question];
}

/*
 *   mixed public?
 *   ├─ yes: is equality the main objective?
 *   │       ├─ yes ………………………………………………………………… 2
 *   │       └─ no: how many of (a) diagnosis, (b) participation, (c) indicators?
 *   │              ├─ at least @criteres …………………………………… 1
 *   │              └─ fewer ………………………………………………………… 0
 *   └─ no: is equality the main objective?
 *           ├─ yes ………………………………………………………………… 2
 *           └─ no: is the public coherent with the objectives?
 *                  ├─ yes ……………………………………………………………… 1
 *                  └─ no ………………………………………………………………… 0
 */
void
pv_egalite_decide (const PvEgaliteReponse *reponses, guint criteres, PvEgaliteResultat *resultat)
{
  PvEgaliteReponse mixte, objectif;

  g_return_if_fail (reponses != NULL && resultat != NULL);
  g_return_if_fail (criteres >= 1 && criteres <= 3);

  *resultat = (PvEgaliteResultat){ .marque = PV_INT_NULL, .manquante = PV_EGALITE_QUESTION_NULL };

  mixte = ask (resultat, reponses, PV_EGALITE_MIXTE);
  if (mixte == PV_EGALITE_SANS_REPONSE)
    return;
  objectif = ask (resultat, reponses, PV_EGALITE_OBJECTIF);
  if (objectif == PV_EGALITE_SANS_REPONSE)
    return;

  if (objectif == PV_EGALITE_OUI)
    resultat->marque = 2;
  else if (mixte == PV_EGALITE_NON)
    {
      PvEgaliteReponse coherent = ask (resultat, reponses, PV_EGALITE_COHERENT);

      if (coherent != PV_EGALITE_SANS_REPONSE)
        resultat->marque = coherent == PV_EGALITE_OUI ? 1 : 0;
    }
  else
    {
      for (int i = PV_EGALITE_DIAGNOSTIC; i <= PV_EGALITE_INDICATEURS; i++)
        if (ask (resultat, reponses, (PvEgaliteQuestion)i) == PV_EGALITE_OUI)
          resultat->n_criteres++;
      if (resultat->manquante == PV_EGALITE_QUESTION_NULL)
        resultat->marque = resultat->n_criteres >= criteres ? 1 : 0;
    }
}

/* What the answer to the question, once given, says of the project. */
static const char *
say_step (PvEgaliteQuestion question, PvEgaliteReponse reponse)
{
  static const char *const said[PV_N_EGALITE_QUESTIONS][2] = {
    { N_ ("the public is not mixed"), N_ ("the public is mixed") },
    { N_ ("equality is not the main objective"), N_ ("equality is the main objective") },
    { N_ ("no gendered diagnosis"), N_ ("a gendered diagnosis") },
    { N_ ("no balanced participation"), N_ ("a balanced participation") },
    { N_ ("no gendered indicators"), N_ ("gendered indicators") },
    { N_ ("the public is not coherent with the objectives"),
      N_ ("the public is coherent with the objectives") },
  };

  return _ (said[question][reponse == PV_EGALITE_OUI]);
}

static char *
say_path (const PvEgaliteResultat *resultat, const PvEgaliteReponse *reponses)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < resultat->n_chemin; i++)
    {
      PvEgaliteQuestion question = resultat->chemin[i];

      if (reponses[question] == PV_EGALITE_SANS_REPONSE)
        continue;
      if (path->len > 0)
        g_string_append (path, ", ");
      g_string_append (path, say_step (question, reponses[question]));
    }

  return g_string_free (path, FALSE);
}

char *
pv_egalite_expliquer (const PvEgaliteReponse *reponses, guint criteres)
{
  PvEgaliteResultat resultat;
  g_autofree char *path = NULL;

  pv_egalite_decide (reponses, criteres, &resultat);
  path = say_path (&resultat, reponses);
  if (resultat.marque == PV_INT_NULL)
    return *path != '\0' ? g_strdup_printf (_ ("Not assessed yet: %s, and a question"
                                               " of the path has no answer"),
                                            path)
                         : g_strdup (_ ("Not assessed: no question has an answer"));
  if (resultat.n_chemin > 3)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Mark %d: %s: %u criterion of 3, %u needed",
                     "Mark %d: %s: %u criteria of 3, %u needed", resultat.n_criteres),
        (int)resultat.marque, path, resultat.n_criteres, criteres);

  return g_strdup_printf (_ ("Mark %d: %s"), (int)resultat.marque, path);
}

const char *
pv_egalite_marque_to_titre (gint64 marque)
{
  static const char *const titres[] = {
    N_ ("Mark 0: the project does not include equality yet"),
    N_ ("Mark 1: the project includes equality"),
    N_ ("Mark 2: equality is the object of the project"),
  };

  if (marque < 0 || marque > 2)
    return _ ("Not assessed yet");

  return _ (titres[marque]);
}

static const char *
say_criteres (guint n)
{
  static const char *const said[] = {
    N_ ("no element of the three is present"),
    N_ ("one element of the three is present"),
    N_ ("two elements of the three are present"),
    N_ ("all three elements are present"),
  };

  return _ (said[MIN (n, 3)]);
}

static const char *
say_seuil (guint criteres)
{
  static const char *const said[] = {
    N_ ("for a threshold of one"),
    N_ ("for a threshold of two"),
    N_ ("for a threshold of three"),
  };

  return _ (said[CLAMP (criteres, 1, 3) - 1]);
}

static const char *
say_manquante (PvEgaliteQuestion question)
{
  static const char *const said[PV_N_EGALITE_QUESTIONS] = {
    N_ ("Is the public mixed? Question 1 is waiting for an answer."),
    N_ ("Is equality the main objective? Question 2 is waiting for an answer."),
    N_ ("All three elements are asked: the gendered diagnosis is waiting for an answer."),
    N_ ("All three elements are asked: the balanced participation is waiting for an answer."),
    N_ ("All three elements are asked: the gendered indicators are waiting for an answer."),
    N_ ("Is the public coherent with the objectives? Question 3 bis is waiting for an answer."),
  };

  return _ (said[question]);
}

char *
pv_egalite_raconter (const PvEgaliteReponse *reponses, guint criteres)
{
  PvEgaliteResultat resultat;
  const char *mixte, *objectif;

  pv_egalite_decide (reponses, criteres, &resultat);
  if (resultat.marque == PV_INT_NULL)
    return g_strdup (say_manquante (resultat.manquante));

  mixte =
      reponses[PV_EGALITE_MIXTE] == PV_EGALITE_OUI ? _ ("Mixed public") : _ ("Public not mixed");
  objectif = reponses[PV_EGALITE_OBJECTIF] == PV_EGALITE_OUI
                 ? _ ("equality is the main objective")
                 : _ ("equality is not the main objective");
  if (reponses[PV_EGALITE_OBJECTIF] == PV_EGALITE_OUI)
    /* Translators: is the public mixed; is equality the objective. */
    return g_strdup_printf (_ ("%s; %s."), mixte, objectif);
  if (reponses[PV_EGALITE_MIXTE] == PV_EGALITE_NON)
    return g_strdup_printf (_ ("%s; %s; %s."), mixte, objectif,
                            say_step (PV_EGALITE_COHERENT, reponses[PV_EGALITE_COHERENT]));

  /* Translators: public; objective; how many elements, for what threshold. */
  return g_strdup_printf (_ ("%s; %s; %s, %s."), mixte, objectif,
                          say_criteres (resultat.n_criteres), say_seuil (criteres));
}
