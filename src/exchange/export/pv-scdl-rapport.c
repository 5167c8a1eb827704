/* pv-scdl-rapport.c: what keeps a grant from being published as it should
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-scdl-rapport.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export/pv-liste.h"

/* Whose fault it is: a payer or a body is told once for all its lines. */
typedef enum
{
  SUJET_LIGNE,
  SUJET_ATTRIBUANT,
  SUJET_BENEFICIAIRE,
  SUJET_TOUS,
} Sujet;

static const struct
{
  Sujet sujet;
  const char *absent;
  const char *faux;
  const char *remede;
} colonnes[PV_N_SCDL_COLONNES] = {
  [PV_SCDL_NOM_ATTRIBUANT] = { SUJET_ATTRIBUANT, N_ ("The funder has no name."), NULL,
                               N_ ("Name the funder in Settings, Funders.") },
  [PV_SCDL_ID_ATTRIBUANT] = { SUJET_ATTRIBUANT, N_ ("The SIRET of the funder is not known."),
                              N_ ("The SIRET of the funder is not valid."),
                              N_ ("Enter its SIRET, 14 digits, on the page of its organisme.") },
  [PV_SCDL_DATE_CONVENTION] = { SUJET_LIGNE,
                                N_ ("No convention is signed, and neither the notification nor the "
                                    "vote is dated."),
                                N_ ("The date of the decision is not a day of the calendar."),
                                N_ ("Date the notification, or the signature of the convention.") },
  [PV_SCDL_REFERENCE_DECISION] = { SUJET_LIGNE, NULL, NULL,
                                   N_ ("Correct the reference of the vote.") },
  [PV_SCDL_NOM_BENEFICIAIRE] = { SUJET_BENEFICIAIRE, N_ ("The beneficiary has no name."), NULL,
                                 N_ ("Name it on the page of the organisme.") },
  [PV_SCDL_ID_BENEFICIAIRE] = { SUJET_BENEFICIAIRE,
                                N_ ("The beneficiary has neither SIRET nor RNA number."),
                                N_ ("The SIRET of the beneficiary is not valid."),
                                N_ ("Enter its SIRET, or its RNA number, on the page of the "
                                    "organisme.") },
  [PV_SCDL_RNA_BENEFICIAIRE] = { SUJET_BENEFICIAIRE,
                                 N_ ("The beneficiary has neither SIRET nor RNA number."),
                                 N_ ("The RNA number is not W followed by nine digits."),
                                 N_ ("Correct it, or enter the SIRET, on the page of the "
                                     "organisme.") },
  [PV_SCDL_OBJET] = { SUJET_LIGNE, N_ ("The dossier has no title."), NULL,
                      N_ ("Give the dossier a title.") },
  [PV_SCDL_MONTANT] = { SUJET_LIGNE, N_ ("The amount is not known."),
                        N_ ("The amount is not a sum of money."),
                        N_ ("Correct the notified amount in the plan of the dossier.") },
  [PV_SCDL_NATURE] = { SUJET_LIGNE, N_ ("The nature of the aid is not known."),
                       N_ ("The nature of the aid is none of those of the schema."),
                       N_ ("Import the data again with “aide en numéraire”, “aide en nature” or "
                           "both.") },
  [PV_SCDL_CONDITIONS] = { SUJET_LIGNE, N_ ("The conditions of payment are not known."), NULL,
                           N_ ("Say in a few words, on the convention, how it is paid.") },
  [PV_SCDL_PERIODE] = { SUJET_LIGNE, N_ ("The period of payment is not known."),
                        N_ ("The period of payment is not two days of the calendar, the last one "
                            "not before the first."),
                        N_ ("Correct the dates of the schedule of the convention, or of the "
                            "payments.") },
  [PV_SCDL_ID_RAE] = { SUJET_LIGNE, NULL, N_ ("The RAE number has more than five characters."),
                       N_ ("Import it again with the number of the directory.") },
  [PV_SCDL_NOTIFICATION_UE] = { SUJET_LIGNE, NULL, NULL, N_ ("Answer yes or no.") },
  [PV_SCDL_POURCENTAGE] = { SUJET_LIGNE, N_ ("The share of the beneficiary is not known."),
                            N_ ("The share of the beneficiary is not between 1% and 100%."),
                            N_ ("Import it again as a fraction, such as 0.45.") },
  [PV_SCDL_DISPOSITIF] = { SUJET_LIGNE, NULL, NULL, N_ ("Correct the scheme.") },
};

static const struct
{
  Sujet sujet;
  PvScdlColonne colonne;
  const char *raison;
  const char *remede;
} remarques[PV_N_SCDL_REMARQUES] = {
  [PV_SCDL_SUPPOSE_CONDITIONS] = { SUJET_TOUS, PV_SCDL_CONDITIONS,
                                   N_ ("Nothing says how it is paid: “selon la décision "
                                       "d’attribution” is written."),
                                   N_ ("Say it on the convention, or enter its schedule or the "
                                       "payments.") },
  [PV_SCDL_SUPPOSE_PERIODE] = { SUJET_TOUS, PV_SCDL_PERIODE,
                                N_ ("The period of payment is supposed: from the decision, or the "
                                    "first payment, to the end of the exercice."),
                                N_ ("Enter the schedule of the convention, or the payments.") },
  [PV_SCDL_COUPE_OBJET] = { SUJET_LIGNE, PV_SCDL_OBJET,
                            N_ ("The title is longer than 256 characters: it is cut."),
                            N_ ("Shorten the title of the dossier.") },
  [PV_SCDL_TAIT_SIRET] = { SUJET_BENEFICIAIRE, PV_SCDL_ID_BENEFICIAIRE,
                           N_ ("The SIRET is not valid: only the RNA number is written."),
                           N_ ("Correct it on the page of the organisme.") },
  [PV_SCDL_TAIT_RNA] = { SUJET_BENEFICIAIRE, PV_SCDL_RNA_BENEFICIAIRE,
                         N_ ("The RNA number is not W followed by nine digits: only the SIRET is "
                             "written."),
                         N_ ("Correct it on the page of the organisme, if it is wrong.") },
  [PV_SCDL_TAIT_RAE] = { SUJET_LIGNE, PV_SCDL_ID_RAE,
                         N_ ("The RAE number has more than five characters: it is not written."),
                         N_ ("Import it again with the number of the directory.") },
};

static void
constat_free (gpointer data)
{
  PvScdlConstat *constat = data;

  g_free (constat->dossier);
  g_free (constat->financeur);
  g_free (constat->valeur);
  g_free (constat);
}

PvScdlRapport *
pv_scdl_rapport_new (void)
{
  PvScdlRapport *self = g_new0 (PvScdlRapport, 1);

  self->constats = g_ptr_array_new_with_free_func (constat_free);
  self->par_cle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
pv_scdl_rapport_free (PvScdlRapport *self)
{
  g_ptr_array_unref (self->constats);
  g_hash_table_unref (self->par_cle);
  g_free (self);
}

static gint64
id_of (Sujet sujet, const PvPublication *p)
{
  switch (sujet)
    {
    case SUJET_ATTRIBUANT:
      return p->attribuant_id;
    case SUJET_BENEFICIAIRE:
      return p->beneficiaire_id;
    case SUJET_LIGNE:
      return p->financement_id;
    case SUJET_TOUS:
    default:
      return 0;
    }
}

static void
add (PvScdlRapport *self,
     const PvPublication *p,
     gboolean ecarte,
     Sujet sujet,
     PvScdlColonne colonne,
     const char *valeur,
     const char *raison,
     const char *remede)
{
  g_autofree char *cle = g_strdup_printf ("%d/%d/%d/%" G_GINT64_FORMAT "/%s", ecarte, sujet,
                                          colonne, id_of (sujet, p), raison);
  PvScdlConstat *constat = g_hash_table_lookup (self->par_cle, cle);

  if (constat == NULL)
    {
      constat = g_new0 (PvScdlConstat, 1);
      constat->ecarte = ecarte;
      constat->dossier_id = p->dossier_id;
      constat->organisme_id = sujet == SUJET_ATTRIBUANT     ? p->attribuant_id
                              : sujet == SUJET_BENEFICIAIRE ? p->beneficiaire_id
                                                            : 0;
      constat->dossier = g_strdup (p->numero);
      constat->financeur = g_strdup (sujet == SUJET_TOUS ? "" : p->attribuant_nom);
      constat->champ = pv_scdl_colonne_get_nom (colonne);
      constat->valeur = g_strdup (valeur);
      constat->raison = raison;
      constat->remede = remede;
      g_ptr_array_add (self->constats, constat);
      g_hash_table_insert (self->par_cle, g_steal_pointer (&cle), constat);
    }
  constat->n_lignes++;
}

void
pv_scdl_rapport_refuser (PvScdlRapport *self,
                         const PvPublication *publication,
                         const PvScdlLigne *ligne,
                         PvScdlColonne colonne,
                         PvScdlRefus refus)
{
  const char *raison = colonnes[colonne].faux;

  if (refus == PV_SCDL_ABSENT || refus == PV_SCDL_ABSENT_TOUS_DEUX)
    raison = colonnes[colonne].absent;
  else if (refus == PV_SCDL_TROP_LONG && raison == NULL)
    raison = N_ ("The text is longer than 256 characters.");
  if (raison == NULL)
    raison = N_ ("The schema does not accept this value.");

  add (self, publication, TRUE, colonnes[colonne].sujet, colonne, ligne->cellules[colonne],
       _ (raison), _ (colonnes[colonne].remede));
}

void
pv_scdl_rapport_taire_personne (PvScdlRapport *self, const PvPublication *publication)
{
  add (self, publication, TRUE, SUJET_BENEFICIAIRE, PV_SCDL_NOM_BENEFICIAIRE, "",
       _ ("The beneficiary may be a natural person, whose name is not published: its legal form is "
          "“other” or not known, and it has no SIRET."),
       _ ("If it is a legal person, enter its SIRET, or its legal form, on the page of the "
          "organisme."));
}

void
pv_scdl_rapport_remarquer (PvScdlRapport *self,
                           const PvPublication *publication,
                           const PvScdlLigne *ligne)
{
  for (guint i = 0; i < PV_N_SCDL_REMARQUES; i++)
    {
      PvScdlColonne colonne = remarques[i].colonne;
      const char *valeur = i == PV_SCDL_TAIT_SIRET    ? publication->beneficiaire_siret
                           : i == PV_SCDL_TAIT_RNA    ? publication->beneficiaire_rna
                           : i == PV_SCDL_TAIT_RAE    ? publication->id_rae
                           : i == PV_SCDL_COUPE_OBJET ? ligne->cellules[colonne]
                                                      : "";

      if (ligne->remarques & (1u << i))
        add (self, publication, FALSE, remarques[i].sujet, colonne, valeur, _ (remarques[i].raison),
             _ (remarques[i].remede));
    }
}

/* What keeps lines out first, the most lines first, then as they came. */
static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const PvScdlConstat *first = *(PvScdlConstat *const *)a;
  const PvScdlConstat *second = *(PvScdlConstat *const *)b;

  if (first->ecarte != second->ecarte)
    return first->ecarte ? -1 : 1;
  if (first->n_lignes != second->n_lignes)
    return first->n_lignes > second->n_lignes ? -1 : 1;
  if (first->dossier_id != second->dossier_id)
    return first->dossier_id < second->dossier_id ? -1 : 1;

  return strcmp (first->champ, second->champ);
}

void
pv_scdl_rapport_ranger (PvScdlRapport *self)
{
  g_ptr_array_sort (self->constats, compare_cb);
}

/* --- in words ----------------------------------------------------------------------- */

char *
pv_scdl_constat_to_text (const PvScdlConstat *constat)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _ ("Dossier %s"), constat->dossier);
  if (*constat->financeur != '\0')
    g_string_append_printf (text, ", %s", constat->financeur);
  g_string_append_printf (text, ", %s", constat->champ);
  if (*constat->valeur != '\0')
    g_string_append_printf (text, _ (" “%s”"), constat->valeur);
  g_string_append_printf (text, _ (": %s %s"), constat->raison, constat->remede);
  if (constat->n_lignes > 1)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "(%u line)", "(%u lines)", constat->n_lignes),
          constat->n_lignes);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_row (GPtrArray *rows, const PvScdlConstat *constat)
{
  char **row = g_new0 (char *, 9);

  row[0] = g_strdup (constat->ecarte ? _ ("Not written") : _ ("Written, to check"));
  row[1] = g_strdup (constat->dossier);
  row[2] = g_strdup (constat->financeur);
  row[3] = g_strdup (constat->champ);
  row[4] = g_strdup (constat->valeur);
  row[5] = g_strdup (constat->raison);
  row[6] = g_strdup (constat->remede);
  row[7] = g_strdup_printf ("%u", constat->n_lignes);
  g_ptr_array_add (rows, row);
}

gboolean
pv_scdl_rapport_write (const PvScdlRapport *self, const char *path, GError **error)
{
  const char *const headers[] = { _ ("Line"),       _ ("Dossier"), _ ("Funder"),
                                  _ ("Field"),      _ ("Value"),   _ ("Reason"),
                                  _ ("What to Do"), _ ("Lines"),   NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  for (guint i = 0; i < self->constats->len; i++)
    append_row (rows, g_ptr_array_index (self->constats, i));

  return pv_liste_write (path, _ ("Publication"), headers, rows, error);
}
