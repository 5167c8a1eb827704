/* pv-compte-rendu-item.c: a compte rendu that is expected, or those of a porteur, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-item.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-format.h"

struct _PvCompteRenduItem
{
  GObject parent_instance;

  GPtrArray *memory;
  GPtrArray *of; /* const PvBilanLigne, not owned */
  char *jour;
};

G_DEFINE_FINAL_TYPE (PvCompteRenduItem, pv_compte_rendu_item, G_TYPE_OBJECT)

/* Names of a cell beyond which only how many there are is said. */
#define MAX_NAMES 3

static void
pv_compte_rendu_item_finalize (GObject *object)
{
  PvCompteRenduItem *self = PV_COMPTE_RENDU_ITEM (object);

  g_ptr_array_unref (self->of);
  g_ptr_array_unref (self->memory);
  g_free (self->jour);

  G_OBJECT_CLASS (pv_compte_rendu_item_parent_class)->finalize (object);
}

static void
pv_compte_rendu_item_class_init (PvCompteRenduItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_compte_rendu_item_finalize;
}

static void
pv_compte_rendu_item_init (PvCompteRenduItem *self)
{
  self->of = g_ptr_array_new ();
}

PvCompteRenduItem *
pv_compte_rendu_item_new (GPtrArray *lignes, const char *jour)
{
  PvCompteRenduItem *self = g_object_new (PV_TYPE_COMPTE_RENDU_ITEM, NULL);

  self->memory = g_ptr_array_ref (lignes);
  self->jour = g_strdup (jour);

  return self;
}

void
pv_compte_rendu_item_add (PvCompteRenduItem *self, const PvBilanLigne *ligne)
{
  g_return_if_fail (PV_IS_COMPTE_RENDU_ITEM (self));

  g_ptr_array_add (self->of, (gpointer)ligne);
}

guint
pv_compte_rendu_item_get_n (PvCompteRenduItem *self)
{
  g_return_val_if_fail (PV_IS_COMPTE_RENDU_ITEM (self), 0);

  return self->of->len;
}

const PvBilanLigne *
pv_compte_rendu_item_get_nth (PvCompteRenduItem *self, guint i)
{
  g_return_val_if_fail (PV_IS_COMPTE_RENDU_ITEM (self) && i < self->of->len, NULL);

  return self->of->pdata[i];
}

/* The states are in the order of the work. */
PvBilanEtat
pv_compte_rendu_item_get_etat (PvCompteRenduItem *self)
{
  PvBilanEtat first = PV_BILAN_NON_ATTENDU;

  for (guint i = 0; i < self->of->len; i++)
    first = MIN (first, pv_bilan_ligne_get_etat (self->of->pdata[i], self->jour));

  return first;
}

static gboolean
same_ligne (const PvBilanLigne *a, const PvBilanLigne *b)
{
  return a->dossier_id == b->dossier_id && a->exercice == b->exercice && a->statut == b->statut &&
         a->attendu == b->attendu && a->n_relances == b->n_relances &&
         a->notifie_cents == b->notifie_cents && a->verse_cents == b->verse_cents &&
         a->taux_bp == b->taux_bp && a->propose_cents == b->propose_cents &&
         pv_bilan_ligne_get_recuperer (a) == pv_bilan_ligne_get_recuperer (b) &&
         g_strcmp0 (a->numero, b->numero) == 0 && g_strcmp0 (a->intitule, b->intitule) == 0 &&
         g_strcmp0 (a->porteur, b->porteur) == 0 && g_strcmp0 (a->du_le, b->du_le) == 0 &&
         g_strcmp0 (a->recu_le, b->recu_le) == 0 && g_strcmp0 (a->valide_le, b->valide_le) == 0 &&
         g_strcmp0 (a->relance_le, b->relance_le) == 0;
}

gboolean
pv_compte_rendu_item_equal (PvCompteRenduItem *self, PvCompteRenduItem *other)
{
  if (self->of->len != other->of->len || g_strcmp0 (self->jour, other->jour) != 0)
    return FALSE;
  for (guint i = 0; i < self->of->len; i++)
    if (!same_ligne (self->of->pdata[i], other->of->pdata[i]))
      return FALSE;

  return TRUE;
}

/* --- what is summed ------------------------------------------------------------------------ */

typedef struct
{
  PvCents notifie;
  PvCents verse;
  PvCents prevu; /* where both are known */
  PvCents realise;
  PvCents recuperer;
  PvCents propose; /* where none is confirmed */
  gint64 relances;
  const char *relance_le;
  const char *du_le; /* the first */
} Somme;

static void
add (PvCents *sum, PvCents cents)
{
  if (!pv_money_add (*sum, cents, sum))
    *sum = PV_CENTS_NULL;
}

static Somme
sum_up (PvCompteRenduItem *self)
{
  Somme somme = {
    PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, 0,
    NULL,          NULL
  };

  for (guint i = 0; i < self->of->len; i++)
    {
      const PvBilanLigne *ligne = self->of->pdata[i];

      add (&somme.notifie, ligne->notifie_cents);
      add (&somme.verse, ligne->verse_cents);
      add (&somme.recuperer, pv_bilan_ligne_get_recuperer (ligne));
      if (ligne->recuperer_cents == PV_CENTS_NULL)
        add (&somme.propose, ligne->propose_cents);
      if (ligne->taux_bp != PV_INT_NULL)
        {
          add (&somme.prevu, ligne->prevu_cents);
          add (&somme.realise, ligne->realise_cents);
        }
      somme.relances += ligne->n_relances;
      if (g_strcmp0 (ligne->relance_le, somme.relance_le) > 0)
        somme.relance_le = ligne->relance_le;
      if (ligne->du_le != NULL && (somme.du_le == NULL || strcmp (ligne->du_le, somme.du_le) < 0))
        somme.du_le = ligne->du_le;
    }

  return somme;
}

/* --- cells --------------------------------------------------------------------------------- */

/* The due date has its own column. */
static char *
dup_etat_of (const PvBilanLigne *ligne, PvBilanEtat etat, const char *jour)
{
  const char *iso = etat == PV_BILAN_VALIDE ? ligne->valide_le : ligne->recu_le;
  g_autofree char *date = iso != NULL ? pv_date_format_french (iso, PV_DATE_FORMAT_SHORT) : NULL;
  int days = ligne->du_le != NULL ? (int)pv_date_days_between (jour, ligne->du_le) : 0;

  switch (etat)
    {
    case PV_BILAN_EN_RETARD:
      /* Translators: days of a compte rendu, in a narrow column. */
      return g_strdup_printf (_ ("late %d d"), -days);
    case PV_BILAN_DU:
      return g_strdup_printf (_ ("in %d d"), days);
    case PV_BILAN_RECU:
    case PV_BILAN_VALIDE:
      return g_strdup_printf ("%s %s", pv_bilan_etat_to_libelle (etat), date);
    case PV_BILAN_A_VENIR:
    case PV_BILAN_NON_ATTENDU:
    default:
      return g_strdup (pv_bilan_etat_to_libelle (etat));
    }
}

static char *
dup_etat (PvCompteRenduItem *self)
{
  PvBilanEtat etat = pv_compte_rendu_item_get_etat (self);
  guint n = 0;

  if (self->of->len == 1)
    return dup_etat_of (self->of->pdata[0], etat, self->jour);
  for (guint i = 0; i < self->of->len; i++)
    n += pv_bilan_ligne_get_etat (self->of->pdata[i], self->jour) == etat;

  /* Translators: how many comptes rendus, then their state. */
  return g_strdup_printf (_ ("%u %s"), n, pv_bilan_etat_to_libelle (etat));
}

static char *
dup_numeros (PvCompteRenduItem *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->of->len && i < MAX_NAMES; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            pv_compte_rendu_item_get_nth (self, i)->numero);
  if (self->of->len > MAX_NAMES)
    g_string_append (text, "…");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_exercices (PvCompteRenduItem *self)
{
  gint64 from = G_MAXINT64, to = G_MININT64;

  for (guint i = 0; i < self->of->len; i++)
    {
      from = MIN (from, pv_compte_rendu_item_get_nth (self, i)->exercice);
      to = MAX (to, pv_compte_rendu_item_get_nth (self, i)->exercice);
    }

  return from == to ? g_strdup_printf ("%d", (int)from)
                    : g_strdup_printf ("%d–%d", (int)from, (int)to);
}

static char *
dup_relances (const Somme *somme)
{
  g_autofree char *date = somme->relance_le != NULL
                              ? pv_date_format_french (somme->relance_le, PV_DATE_FORMAT_SHORT)
                              : NULL;

  if (date == NULL)
    return g_strdup (PV_TEXT_NULL);

  return g_strdup_printf ("%d · %s", (int)somme->relances, date);
}

static char *
dup_recuperer (const Somme *somme)
{
  g_autofree char *amount = NULL;

  if (somme->recuperer != PV_CENTS_NULL || somme->propose == PV_CENTS_NULL)
    return pv_amount_to_text (somme->recuperer);
  amount = pv_amount_to_text (somme->propose);

  /* a question: it was computed and not confirmed */
  return g_strdup_printf ("%s\u202F?", amount);
}

static char *
dup_intitule (PvCompteRenduItem *self)
{
  guint n = self->of->len;

  if (n == 1)
    return g_strdup (pv_compte_rendu_item_get_nth (self, 0)->intitule);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u compte rendu", "%u comptes rendus", n),
                          n);
}

char *
pv_compte_rendu_item_dup_text (PvCompteRenduItem *self, PvCrfColonne colonne)
{
  Somme somme = sum_up (self);

  switch (colonne)
    {
    case PV_CRF_COLONNE_ETAT:
      return dup_etat (self);
    case PV_CRF_COLONNE_NUMERO:
      return dup_numeros (self);
    case PV_CRF_COLONNE_EXERCICE:
      return dup_exercices (self);
    case PV_CRF_COLONNE_PORTEUR:
      return g_strdup (pv_compte_rendu_item_get_nth (self, 0)->porteur);
    case PV_CRF_COLONNE_INTITULE:
      return dup_intitule (self);
    case PV_CRF_COLONNE_NOTIFIE:
      return pv_amount_to_text (somme.notifie);
    case PV_CRF_COLONNE_VERSE:
      return pv_amount_to_text (somme.verse);
    case PV_CRF_COLONNE_DU:
      return somme.du_le != NULL ? pv_date_format_french (somme.du_le, PV_DATE_FORMAT_SHORT)
                                 : g_strdup (PV_TEXT_NULL);
    case PV_CRF_COLONNE_RELANCES:
      return dup_relances (&somme);
    case PV_CRF_COLONNE_TAUX:
      return pv_rate_to_text (pv_bilan_compute_taux (somme.realise, somme.prevu));
    case PV_CRF_COLONNE_RECUPERER:
    default:
      return dup_recuperer (&somme);
    }
}

/* --- order --------------------------------------------------------------------------------- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

int
pv_compte_rendu_item_compare (PvCompteRenduItem *self,
                              PvCompteRenduItem *other,
                              PvCrfColonne colonne)
{
  const PvBilanLigne *x = self->of->pdata[0], *y = other->of->pdata[0];
  Somme a = sum_up (self), b = sum_up (other);

  switch (colonne)
    {
    case PV_CRF_COLONNE_ETAT:
      return compare_numbers (pv_compte_rendu_item_get_etat (self),
                              pv_compte_rendu_item_get_etat (other));
    case PV_CRF_COLONNE_NUMERO:
      return g_strcmp0 (x->numero, y->numero);
    case PV_CRF_COLONNE_EXERCICE:
      return compare_numbers (x->exercice, y->exercice);
    case PV_CRF_COLONNE_PORTEUR:
      return g_utf8_collate (x->porteur, y->porteur);
    case PV_CRF_COLONNE_INTITULE:
      return g_utf8_collate (x->intitule, y->intitule);
    case PV_CRF_COLONNE_NOTIFIE:
      return compare_numbers (a.notifie, b.notifie);
    case PV_CRF_COLONNE_VERSE:
      return compare_numbers (a.verse, b.verse);
    case PV_CRF_COLONNE_DU:
      return g_strcmp0 (a.du_le, b.du_le);
    case PV_CRF_COLONNE_RELANCES:
      return compare_numbers (a.relances, b.relances);
    case PV_CRF_COLONNE_TAUX:
      return compare_numbers (pv_bilan_compute_taux (a.realise, a.prevu),
                              pv_bilan_compute_taux (b.realise, b.prevu));
    case PV_CRF_COLONNE_RECUPERER:
    default:
      return compare_numbers (a.recuperer != PV_CENTS_NULL ? a.recuperer : a.propose,
                              b.recuperer != PV_CENTS_NULL ? b.recuperer : b.propose);
    }
}
