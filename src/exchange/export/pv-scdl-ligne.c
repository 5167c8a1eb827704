/* pv-scdl-ligne.c: one published grant, as its sixteen cells
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-scdl-ligne.h"

#include <string.h>

#include "pv-date.h"
#include "pv-identifier.h"
#include "pv-text.h"

#define OBJET_MAX 256
#define RAE_MAX 5

static void
set (PvScdlLigne *self, PvScdlColonne colonne, const char *text)
{
  g_free (self->cellules[colonne]);
  self->cellules[colonne] = g_strdup (text != NULL ? text : "");
}

/* On one line, and no formula for the spreadsheet of who downloads it: as everywhere, and once
 * only, since a file that was published is imported again. */
static void
set_text (PvScdlLigne *self, PvScdlColonne colonne, const char *text)
{
  g_autofree char *clean = pv_text_clean (text, FALSE);
  g_autofree char *plain = pv_text_restore (clean);

  g_free (self->cellules[colonne]);
  self->cellules[colonne] = pv_text_neutralise (plain);
}

static void
remark (PvScdlLigne *self, PvScdlRemarque remarque)
{
  self->remarques |= 1u << remarque;
}

static const char *
first_of (const char *a, const char *b)
{
  return a != NULL && *a != '\0' ? a : b;
}

/* --- who ---------------------------------------------------------------------------- */

/* W and nine digits: the schema refuses the letters that some numbers bear overseas. */
static gboolean
is_rna_of_schema (const char *rna)
{
  return rna != NULL && rna[0] == 'W' && strspn (rna + 1, "0123456789") == 9 && strlen (rna) == 10;
}

/* One of the two does; the other is left out when it would make the line refused. */
static void
set_beneficiaire (PvScdlLigne *self, const PvPublication *p)
{
  gboolean siret = pv_identifier_siret_is_valid (p->beneficiaire_siret);
  gboolean rna = is_rna_of_schema (p->beneficiaire_rna);

  set_text (self, PV_SCDL_NOM_BENEFICIAIRE, p->beneficiaire_nom);
  set (self, PV_SCDL_ID_BENEFICIAIRE, p->beneficiaire_siret);
  set (self, PV_SCDL_RNA_BENEFICIAIRE, p->beneficiaire_rna);
  if (!siret && rna && p->beneficiaire_siret != NULL)
    {
      set (self, PV_SCDL_ID_BENEFICIAIRE, NULL);
      remark (self, PV_SCDL_TAIT_SIRET);
    }
  if (siret && !rna && p->beneficiaire_rna != NULL)
    {
      set (self, PV_SCDL_RNA_BENEFICIAIRE, NULL);
      remark (self, PV_SCDL_TAIT_RNA);
    }
}

/* --- what --------------------------------------------------------------------------- */

static void
set_objet (PvScdlLigne *self, const PvPublication *p)
{
  g_autofree char *cut = NULL;

  set_text (self, PV_SCDL_OBJET, p->intitule);
  if (g_utf8_strlen (self->cellules[PV_SCDL_OBJET], -1) <= OBJET_MAX)
    return;

  cut = pv_text_excerpt (self->cellules[PV_SCDL_OBJET], OBJET_MAX - 1);
  set (self, PV_SCDL_OBJET, cut);
  remark (self, PV_SCDL_COUPE_OBJET);
}

/* Of the only beneficiary, 1.00. */
static void
set_pourcentage (PvScdlLigne *self, gint64 bp)
{
  char text[32];

  if (bp == PV_INT_NULL)
    bp = 10000;
  g_snprintf (text, sizeof text,
              bp % 100 == 0 ? "%" G_GINT64_FORMAT ".%02d" : "%" G_GINT64_FORMAT ".%04d", bp / 10000,
              (int)(bp % 100 == 0 ? bp % 10000 / 100 : bp % 10000));
  set (self, PV_SCDL_POURCENTAGE, text);
}

static void
set_rae (PvScdlLigne *self, const char *id)
{
  g_autofree char *clean = pv_text_clean (id, FALSE);

  if (g_utf8_strlen (clean, -1) <= RAE_MAX)
    set (self, PV_SCDL_ID_RAE, clean);
  else
    {
      set (self, PV_SCDL_ID_RAE, NULL);
      remark (self, PV_SCDL_TAIT_RAE);
    }
}

/* --- how it is paid ----------------------------------------------------------------- */

static void
set_conditions (PvScdlLigne *self, const PvPublication *p)
{
  const char *told = first_of (p->conditions_versement, p->convention_conditions);
  gboolean paid = p->n_versements > 0;

  if (told != NULL && *told != '\0')
    set_text (self, PV_SCDL_CONDITIONS, told);
  else if (p->n_echeances > 1 || (p->n_echeances <= 0 && paid &&
                                  (p->n_versements > 1 || p->verse_cents < p->notifie_cents)))
    set (self, PV_SCDL_CONDITIONS, "échelonné");
  else if (p->n_echeances == 1 || paid)
    set (self, PV_SCDL_CONDITIONS, "unique");
  else
    {
      set (self, PV_SCDL_CONDITIONS, PV_SCDL_CONDITIONS_INCONNUES);
      remark (self, PV_SCDL_SUPPOSE_CONDITIONS);
    }
}

/* The end of the exercice, or later when a payment was. */
static char *
suppose_fin (const PvPublication *p, const char *debut)
{
  g_autofree char *fin = g_strdup_printf ("%04d-12-31", (int)CLAMP (p->exercice, 1, 9999));

  if (strcmp (debut, fin) > 0)
    return g_strdup (p->versement_fin != NULL && strcmp (p->versement_fin, debut) > 0
                         ? p->versement_fin
                         : debut);
  if (p->versement_fin != NULL && strcmp (p->versement_fin, fin) > 0)
    return g_strdup (p->versement_fin);

  return g_steal_pointer (&fin);
}

static void
set_periode (PvScdlLigne *self, const PvPublication *p)
{
  const char *debut = p->periode_debut;
  const char *fin = first_of (p->periode_fin, p->periode_debut);
  g_autofree char *supposed = NULL;
  g_autofree char *text = NULL;

  if (debut == NULL && p->echeance_debut != NULL)
    {
      debut = p->echeance_debut;
      fin = p->echeance_fin;
    }
  else if (debut == NULL && p->versement_debut != NULL && p->verse_cents >= p->notifie_cents)
    {
      debut = p->versement_debut;
      fin = p->versement_fin;
    }
  else if (debut == NULL)
    {
      debut = first_of (p->versement_debut, self->cellules[PV_SCDL_DATE_CONVENTION]);
      fin = supposed = suppose_fin (p, debut);
      if (*debut != '\0')
        remark (self, PV_SCDL_SUPPOSE_PERIODE);
    }

  if (*debut != '\0')
    text = strcmp (debut, fin) == 0 ? g_strdup (debut) : g_strconcat (debut, "/", fin, NULL);
  set (self, PV_SCDL_PERIODE, text);
}

/* --- the line ----------------------------------------------------------------------- */

PvScdlLigne *
pv_scdl_ligne_new (const PvPublication *p)
{
  PvScdlLigne *self = g_new0 (PvScdlLigne, 1);
  const char *signed_on = first_of (p->date_convention, p->convention_signee_le);

  set_text (self, PV_SCDL_NOM_ATTRIBUANT, p->attribuant_nom);
  set (self, PV_SCDL_ID_ATTRIBUANT, p->attribuant_siret);
  set (self, PV_SCDL_DATE_CONVENTION, first_of (signed_on, first_of (p->notifie_le, p->vote_le)));
  set_text (self, PV_SCDL_REFERENCE_DECISION,
            first_of (p->vote_acte, first_of (p->notifie_acte, p->convention_numero)));
  set_beneficiaire (self, p);
  set_objet (self, p);
  self->montant_cents = p->notifie_cents;
  set (self, PV_SCDL_MONTANT, NULL);
  set (self, PV_SCDL_NATURE, first_of (p->nature, "aide en numéraire"));
  set_conditions (self, p);
  set_periode (self, p);
  set_rae (self, p->id_rae);
  set (self, PV_SCDL_NOTIFICATION_UE, p->notification_ue == 1 ? "oui" : "non");
  set_pourcentage (self, p->pourcentage_bp);
  set_text (self, PV_SCDL_DISPOSITIF, p->dispositif_aide);

  return self;
}

void
pv_scdl_ligne_free (PvScdlLigne *self)
{
  for (guint i = 0; i < PV_N_SCDL_COLONNES; i++)
    g_free (self->cellules[i]);
  g_free (self);
}

void
pv_scdl_ligne_finir (PvScdlLigne *self)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT,
                                           self->montant_cents / 100, self->montant_cents % 100);

  set (self, PV_SCDL_MONTANT, text);
}

static void
append_cell (GString *csv, const char *text)
{
  if (strpbrk (text, ",\"") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

char *
pv_scdl_ligne_to_csv (const PvScdlLigne *self)
{
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < PV_N_SCDL_COLONNES; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_cell (csv, self->cellules[i]);
    }
  g_string_append (csv, "\r\n");

  return g_string_free (csv, FALSE);
}
