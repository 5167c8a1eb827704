/* pv-convention-item.c: a convention, or the want of one, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-item.h"

#include <glib/gi18n.h>

#include "convention/pv-convention-etat-label.h"
#include "pv-date.h"
#include "widget/pv-format.h"
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

struct _PvConventionItem
{
  GObject parent_instance;

  GPtrArray *lignes;
  const PvConventionLigne *ligne;
  gint64 retard;
};

G_DEFINE_FINAL_TYPE (PvConventionItem, pv_convention_item, G_TYPE_OBJECT)

static const struct
{
  const char *title;
  int width;
  gboolean number;
} colonnes[PV_N_CONVENTION_COLONNES] = {
  { N_ ("State"), 172, FALSE },
  { N_ ("Financeur"), 116, FALSE },
  { N_ ("Holder"), 104, FALSE },
  { N_ ("Years"), 84, FALSE },
  { N_ ("No."), 116, FALSE },
  { NC_ ("column", "Dossiers"), 62, TRUE },
  { NC_ ("column", "Amount"), 80, TRUE },
  { NC_ ("column", "Threshold"), 74, TRUE },
  { NC_ ("convention", "Sent"), 88, FALSE },
  { NC_ ("convention", "Returned"), 88, FALSE },
  { NC_ ("convention", "Signed"), 88, FALSE },
  { NC_ ("convention", "Notified"), 98, FALSE },
};

const char *
pv_convention_colonne_get_title (PvConventionColonne colonne)
{
  if (colonne < PV_CONVENTION_COLONNE_DOSSIERS)
    return _ (colonnes[colonne].title);

  return g_dpgettext2 (GETTEXT_PACKAGE,
                       colonne <= PV_CONVENTION_COLONNE_SEUIL ? "column" : "convention",
                       colonnes[colonne].title);
}

const PvConventionLigne *
pv_convention_item_get (PvConventionItem *self)
{
  return self->ligne;
}

gint64
pv_convention_item_get_retard (PvConventionItem *self)
{
  return self->retard;
}

gboolean
pv_convention_item_is_same (PvConventionItem *a, PvConventionItem *b)
{
  const PvConventionLigne *x = a->ligne, *y = b->ligne;

  if (x->convention != NULL || y->convention != NULL)
    return x->convention != NULL && y->convention != NULL && x->convention->id == y->convention->id;

  return x->financeur_id == y->financeur_id && x->organisme_id == y->organisme_id &&
         x->annee_debut == y->annee_debut;
}

static char *
dup_date (const char *iso)
{
  return iso != NULL ? pv_date_format_french (iso, PV_DATE_FORMAT_SHORT) : g_strdup (PV_TEXT_NULL);
}

static const char *
get_date (const PvConventionLigne *ligne, PvConventionColonne colonne)
{
  if (ligne->convention == NULL)
    return NULL;
  if (colonne == PV_CONVENTION_COLONNE_ENVOYEE)
    return ligne->convention->envoyee_le;
  if (colonne == PV_CONVENTION_COLONNE_RETOURNEE)
    return ligne->convention->retournee_le;
  if (colonne == PV_CONVENTION_COLONNE_SIGNEE)
    return ligne->convention->signee_le;

  return ligne->convention->notifiee_le;
}

/* What is granted; before that, what it plans. */
static PvCents
get_cents (const PvConventionLigne *ligne)
{
  return ligne->cents != PV_CENTS_NULL ? ligne->cents : ligne->prevu_cents;
}

static const char *
get_numero (const PvConventionLigne *ligne)
{
  return ligne->convention != NULL ? ligne->convention->numero : NULL;
}

char *
pv_convention_item_dup_text (PvConventionItem *self, PvConventionColonne colonne)
{
  const PvConventionLigne *ligne = self->ligne;

  switch (colonne)
    {
    case PV_CONVENTION_COLONNE_ETAT:
      return pv_convention_etat_dup_words (ligne->etat, self->retard);
    case PV_CONVENTION_COLONNE_FINANCEUR:
      return g_strdup (ligne->financeur);
    case PV_CONVENTION_COLONNE_ORGANISME:
      return g_strdup (ligne->organisme);
    case PV_CONVENTION_COLONNE_ANNEES:
      return pv_convention_ligne_dup_annees (ligne);
    case PV_CONVENTION_COLONNE_NUMERO:
      return g_strdup (get_numero (ligne) != NULL ? get_numero (ligne) : PV_TEXT_NULL);
    case PV_CONVENTION_COLONNE_DOSSIERS:
      return pv_count_to_text (ligne->n_dossiers);
    case PV_CONVENTION_COLONNE_MONTANT:
      return pv_amount_to_text (get_cents (ligne));
    case PV_CONVENTION_COLONNE_SEUIL:
      return ligne->obligatoire ? pv_amount_to_text (ligne->seuil_cents) : g_strdup (PV_TEXT_NULL);
    case PV_CONVENTION_COLONNE_ENVOYEE:
    case PV_CONVENTION_COLONNE_RETOURNEE:
    case PV_CONVENTION_COLONNE_SIGNEE:
    case PV_CONVENTION_COLONNE_NOTIFIEE:
    default:
      return dup_date (get_date (ligne, colonne));
    }
}

gboolean
pv_convention_item_is_equal (PvConventionItem *a, PvConventionItem *b)
{
  for (int c = 0; c < PV_N_CONVENTION_COLONNES; c++)
    {
      g_autofree char *left = pv_convention_item_dup_text (a, (PvConventionColonne)c);
      g_autofree char *right = pv_convention_item_dup_text (b, (PvConventionColonne)c);

      if (!g_str_equal (left, right))
        return FALSE;
    }

  return TRUE;
}

static void
pv_convention_item_finalize (GObject *object)
{
  g_ptr_array_unref (PV_CONVENTION_ITEM (object)->lignes);

  G_OBJECT_CLASS (pv_convention_item_parent_class)->finalize (object);
}

static void
pv_convention_item_class_init (PvConventionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_convention_item_finalize;
}

static void
pv_convention_item_init (PvConventionItem *self)
{
}

PvConventionItem *
pv_convention_item_new (GPtrArray *lignes, guint position, const char *jour)
{
  PvConventionItem *self = g_object_new (PV_TYPE_CONVENTION_ITEM, NULL);

  self->lignes = g_ptr_array_ref (lignes);
  self->ligne = lignes->pdata[position];
  self->retard = pv_convention_ligne_get_retard (self->ligne, jour);

  return self;
}

/* --- cells ----------------------------------------------------------------------------------- */

/* "0412, 18 000 € · 0448, 9 000 €", and where the threshold comes from. */
static char *
dup_parts (const PvConventionLigne *ligne)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ligne->besoins->len; i++)
    {
      const PvConventionBesoin *besoin = ligne->besoins->pdata[i];

      for (guint j = 0; j < besoin->parts->len; j++)
        {
          const PvConventionPart *part = besoin->parts->pdata[j];
          g_autofree char *cents = pv_amount_to_text (part->cents);
          g_autofree char *etape = g_utf8_strdown (pv_etape_to_libelle (part->etape), -1);

          g_string_append_printf (text, "%s%s · %s · %s %s", text->len > 0 ? "\n" : "",
                                  part->numero, part->intitule, cents, etape);
        }
    }

  return g_string_free (text, text->len == 0);
}

static char *
dup_tooltip (PvConventionItem *self, PvConventionColonne colonne, const char *text)
{
  const PvConventionLigne *ligne = self->ligne;

  if (colonne == PV_CONVENTION_COLONNE_DOSSIERS || colonne == PV_CONVENTION_COLONNE_MONTANT)
    return dup_parts (ligne);
  if (colonne == PV_CONVENTION_COLONNE_SEUIL)
    return ligne->obligatoire ? g_strdup (ligne->source) : NULL;
  if (colonne == PV_CONVENTION_COLONNE_SIGNEE &&
      pv_convention_ligne_get_signature_tardive (ligne) > 0)
    {
      gulong days = (gulong)pv_convention_ligne_get_signature_tardive (ligne);

      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Signed %lu day after the first grant was notified",
                       "Signed %lu days after the first grant was notified", days),
          days);
    }

  return g_str_equal (text, PV_TEXT_NULL) ? NULL : g_strdup (text);
}

static GtkWidget *
make_cell (GtkListItem *item, guint colonne)
{
  if (colonne == PV_CONVENTION_COLONNE_ETAT)
    return pv_convention_etat_label_new ();

  return pv_table_label_new (colonnes[colonne].number ? 1 : 0, TRUE);
}

static void
show_cell (GtkListItem *item, guint colonne)
{
  PvConventionItem *self = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = pv_convention_item_dup_text (self, colonne);
  g_autofree char *tooltip = dup_tooltip (self, colonne, text);

  if (colonne == PV_CONVENTION_COLONNE_ETAT)
    {
      pv_convention_etat_label_show (child, self->ligne->etat, self->ligne->obligatoire,
                                     self->retard);
      return;
    }
  pv_format_label (GTK_LABEL (child), text);
  pv_tooltip_set (child, tooltip);
  gtk_widget_remove_css_class (child, "pv-warning");
  gtk_widget_remove_css_class (child, "secondary");
  if (g_str_equal (text, PV_TEXT_NULL))
    gtk_widget_add_css_class (child, "secondary");
  else if (colonne == PV_CONVENTION_COLONNE_SIGNEE &&
           pv_convention_ligne_get_signature_tardive (self->ligne) > 0)
    gtk_widget_add_css_class (child, "pv-warning");
}

/* --- order ----------------------------------------------------------------------------------- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  PvConventionColonne colonne = GPOINTER_TO_INT (user_data);
  PvConventionItem *left = (PvConventionItem *)a, *right = (PvConventionItem *)b;
  const PvConventionLigne *x = left->ligne, *y = right->ligne;

  switch (colonne)
    {
    case PV_CONVENTION_COLONNE_ETAT:
      return x->etat != y->etat ? compare_numbers (x->etat, y->etat)
                                : compare_numbers (right->retard, left->retard);
    case PV_CONVENTION_COLONNE_FINANCEUR:
      return g_utf8_collate (x->financeur, y->financeur);
    case PV_CONVENTION_COLONNE_ORGANISME:
      return g_utf8_collate (x->organisme, y->organisme);
    case PV_CONVENTION_COLONNE_ANNEES:
      return x->annee_debut != y->annee_debut ? compare_numbers (x->annee_debut, y->annee_debut)
                                              : compare_numbers (x->annee_fin, y->annee_fin);
    case PV_CONVENTION_COLONNE_NUMERO:
      return g_strcmp0 (get_numero (x), get_numero (y));
    case PV_CONVENTION_COLONNE_DOSSIERS:
      return compare_numbers (x->n_dossiers, y->n_dossiers);
    case PV_CONVENTION_COLONNE_MONTANT:
      return compare_numbers (get_cents (x), get_cents (y));
    case PV_CONVENTION_COLONNE_SEUIL:
      return compare_numbers (x->obligatoire ? x->seuil_cents : 0,
                              y->obligatoire ? y->seuil_cents : 0);
    case PV_CONVENTION_COLONNE_ENVOYEE:
    case PV_CONVENTION_COLONNE_RETOURNEE:
    case PV_CONVENTION_COLONNE_SIGNEE:
    case PV_CONVENTION_COLONNE_NOTIFIEE:
    default:
      return g_strcmp0 (get_date (x, colonne), get_date (y, colonne));
    }
}

static const PvTableKind kind = {
  .make = make_cell,
  .show = show_cell,
  .compare = compare_cb,
};

void
pv_convention_colonnes_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  /* when it came back, its state tells; the page and the exports give the day */
  for (guint i = 0; i < PV_N_CONVENTION_COLONNES; i++)
    if (i != PV_CONVENTION_COLONNE_RETOURNEE)
      pv_table_add_column (view,
                           pv_table_column_new (&kind, i, pv_convention_colonne_get_title (i),
                                                i == PV_CONVENTION_COLONNE_ORGANISME),
                           colonnes[i].width, colonnes[i].number ? GTK_ALIGN_END : GTK_ALIGN_START);
  pv_table_follow_text (view);
}
