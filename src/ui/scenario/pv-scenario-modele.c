/* pv-scenario-modele.c: the rows of a comparison
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-modele.h"

#include <glib/gi18n.h>

#include "scenario/pv-scenario-grille.h"
#include "widget/pv-format.h"
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"

struct _PvScenarioRangee
{
  GObject parent_instance;

  PvScenarioLecture *lecture;
  GPtrArray *libelles;
  const PvScenarioLibelle *libelle; /* (nullable) */
  guint position;
};

G_DEFINE_FINAL_TYPE (PvScenarioRangee, pv_scenario_rangee, G_TYPE_OBJECT)

static void
pv_scenario_rangee_finalize (GObject *object)
{
  PvScenarioRangee *self = PV_SCENARIO_RANGEE (object);

  pv_scenario_lecture_unref (self->lecture);
  g_ptr_array_unref (self->libelles);

  G_OBJECT_CLASS (pv_scenario_rangee_parent_class)->finalize (object);
}

static void
pv_scenario_rangee_class_init (PvScenarioRangeeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_scenario_rangee_finalize;
}

static void
pv_scenario_rangee_init (PvScenarioRangee *self)
{
}

guint
pv_scenario_rangee_get_position (PvScenarioRangee *self)
{
  return self->position;
}

const PvScenarioEcart *
pv_scenario_rangee_get_ecart (PvScenarioRangee *self)
{
  return &g_array_index (self->lecture->comparaison->ecarts, PvScenarioEcart, self->position);
}

const PvScenarioDossier *
pv_scenario_rangee_get_dossier (PvScenarioRangee *self)
{
  return pv_scenario_donnees_get_dossier (self->lecture->donnees,
                                          pv_scenario_rangee_get_ecart (self)->dossier);
}

const PvScenarioLibelle *
pv_scenario_rangee_get_libelle (PvScenarioRangee *self)
{
  return self->libelle;
}

GListModel *
pv_scenario_modele_new (PvScenarioLecture *lecture, GPtrArray *libelles)
{
  GListStore *store = g_list_store_new (PV_TYPE_SCENARIO_RANGEE);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < lecture->comparaison->ecarts->len; i++)
    {
      PvScenarioRangee *row = g_object_new (PV_TYPE_SCENARIO_RANGEE, NULL);

      row->lecture = pv_scenario_lecture_ref (lecture);
      row->libelles = g_ptr_array_ref (libelles);
      row->position = i;
      row->libelle = pv_scenario_libelles_find (libelles, pv_scenario_rangee_get_dossier (row)->id);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (store);
}

/* --- columns -------------------------------------------------------------------------------- */

typedef enum
{
  COLONNE_NUMERO,
  COLONNE_INTITULE,
  COLONNE_PORTEUR,
  COLONNE_AVANT,
  COLONNE_APRES,
  COLONNE_ECART,
} Colonne;

#define N_COLONNES 6

static const struct
{
  const char *titre;
  int largeur; /* at a text of 100 % */
  gboolean montant;
} colonnes[N_COLONNES] = {
  { NC_ ("column", "No."), 64, FALSE },       { NC_ ("column", "Title"), 200, FALSE },
  { NC_ ("column", "Porteur"), 160, FALSE },  { NC_ ("comparison", "Before"), 100, TRUE },
  { NC_ ("comparison", "After"), 100, TRUE }, { NC_ ("comparison", "Difference"), 110, TRUE },
};

static char *
dup_text (PvScenarioRangee *row, Colonne colonne)
{
  const PvScenarioEcart *ecart = pv_scenario_rangee_get_ecart (row);

  switch (colonne)
    {
    case COLONNE_NUMERO:
      return g_strdup (pv_scenario_rangee_get_dossier (row)->numero);
    case COLONNE_INTITULE:
      return g_strdup (row->libelle != NULL ? row->libelle->intitule : "");
    case COLONNE_PORTEUR:
      return g_strdup (row->libelle != NULL ? row->libelle->porteur : "");
    case COLONNE_AVANT:
      return pv_amount_to_text (ecart->avant);
    case COLONNE_APRES:
      return pv_amount_to_text (ecart->apres);
    case COLONNE_ECART:
    default:
      return pv_scenario_ecart_to_text (ecart->ecart);
    }
}

static int
compare_cents (PvCents a, PvCents b)
{
  return (a > b) - (a < b);
}

/* Equal ones stay by number, which is the order they come in. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Colonne colonne = GPOINTER_TO_INT (user_data);
  PvScenarioRangee *left = (gpointer)a;
  PvScenarioRangee *right = (gpointer)b;
  const PvScenarioEcart *first = pv_scenario_rangee_get_ecart (left);
  const PvScenarioEcart *second = pv_scenario_rangee_get_ecart (right);

  switch (colonne)
    {
    case COLONNE_NUMERO:
      return compare_cents (left->position, right->position);
    case COLONNE_INTITULE:
      return g_utf8_collate (left->libelle != NULL ? left->libelle->intitule : "",
                             right->libelle != NULL ? right->libelle->intitule : "");
    case COLONNE_PORTEUR:
      return g_utf8_collate (left->libelle != NULL ? left->libelle->porteur : "",
                             right->libelle != NULL ? right->libelle->porteur : "");
    case COLONNE_AVANT:
      return compare_cents (first->avant, second->avant);
    case COLONNE_APRES:
      return compare_cents (first->apres, second->apres);
    case COLONNE_ECART:
    default:
      return compare_cents (first->ecart, second->ecart);
    }
}

static GtkWidget *
make_cell (GtkListItem *item, guint colonne)
{
  GtkWidget *cell = pv_table_inscription_new (
      colonnes[colonne].montant ? 1 : 0, colonnes[colonne].montant || colonne == COLONNE_NUMERO);

  if (colonne == COLONNE_ECART)
    gtk_widget_add_css_class (cell, "strong");

  return cell;
}

static void
show_cell (GtkListItem *item, guint colonne)
{
  g_autofree char *text = dup_text (gtk_list_item_get_item (item), colonne);

  pv_table_inscription_show (gtk_list_item_get_child (item), text,
                             colonne == COLONNE_INTITULE || colonne == COLONNE_PORTEUR ? text
                                                                                       : NULL);
}

static const PvTableKind kind = {
  .make = make_cell,
  .show = show_cell,
  .compare = compare_cb,
};

static const char *
get_titre (Colonne colonne)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, colonnes[colonne].montant ? "comparison" : "column",
                       colonnes[colonne].titre);
}

void
pv_scenario_modele_add_columns (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLONNES; i++)
    pv_table_add_column (view,
                         pv_table_column_new (&kind, i, get_titre (i),
                                              i == COLONNE_INTITULE || i == COLONNE_PORTEUR),
                         colonnes[i].largeur,
                         colonnes[i].montant ? GTK_ALIGN_END : GTK_ALIGN_START);
  pv_table_follow_text (view);
}
