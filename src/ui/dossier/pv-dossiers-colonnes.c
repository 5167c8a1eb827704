/* pv-dossiers-colonnes.c: the columns of the list of dossiers, on screen
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-colonnes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dossier/pv-dossier-ligne.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-status-label.h"

#define COLONNE_KEY "pv-colonne"

typedef struct
{
  const char *titre; /* short: the header */
  const char *nom;   /* (nullable): whole, when the header is cut short */
  int largeur;
  float xalign;
} Colonne;

static const Colonne colonnes[PV_N_DOSSIER_COLONNES] = {
  [PV_DOSSIER_COLONNE_NUMERO] = { NC_ ("column", "No."), NULL, 48, 0 },
  [PV_DOSSIER_COLONNE_PORTEUR] = { NC_ ("column", "Porteur"), NULL, 138, 0 },
  [PV_DOSSIER_COLONNE_INTITULE] = { NC_ ("column", "Title"), NULL, 148, 0 },
  [PV_DOSSIER_COLONNE_COMMUNE] = { NC_ ("column", "Commune"), NULL, 74, 0 },
  [PV_DOSSIER_COLONNE_QUARTIER] = { NC_ ("column", "Quartier"), NULL, 120, 0 },
  [PV_DOSSIER_COLONNE_AXE] = { NC_ ("column", "Axe"), NULL, 34, 0 },
  [PV_DOSSIER_COLONNE_COUT] = { NC_ ("column", "Total cost"), NULL, 80, 1 },
  [PV_DOSSIER_COLONNE_ETAT] = { NC_ ("column", "State"), NULL, 80, 1 },
  [PV_DOSSIER_COLONNE_REGION] = { NC_ ("column", "Region"), NULL, 70, 1 },
  [PV_DOSSIER_COLONNE_DEPARTEMENT] = { NC_ ("column", "Dept."), NC_ ("column", "Department"), 70,
                                       1 },
  [PV_DOSSIER_COLONNE_CAF] = { NC_ ("column", "CAF"), NULL, 70, 1 },
  [PV_DOSSIER_COLONNE_EPCI] = { NC_ ("column", "EPCI"), NULL, 70, 1 },
  [PV_DOSSIER_COLONNE_COMMUNES] = { NC_ ("column", "Communes"), NULL, 74, 1 },
  [PV_DOSSIER_COLONNE_AUTRES] = { NC_ ("column", "Others"), NC_ ("column", "Other funders"), 70,
                                  1 },
  [PV_DOSSIER_COLONNE_AVIS] = { NC_ ("column", "Avis"), NULL, 36, 0.5F },
  [PV_DOSSIER_COLONNE_SCORE] = { NC_ ("column", "Score"), NULL, 48, 1 },
  [PV_DOSSIER_COLONNE_MARQUE] = { NC_ ("column", "W/M"), NC_ ("column", "Women/men mark"), 34,
                                  0.5F },
  [PV_DOSSIER_COLONNE_STATUT] = { NC_ ("column", "Status"), NULL, 106, 0 },
  [PV_DOSSIER_COLONNE_SOLLICITE] = { NC_ ("column", "Requested"),
                                     NC_ ("column", "Requested, all funders"), 80, 1 },
  [PV_DOSSIER_COLONNE_PROPOSE] = { NC_ ("column", "Proposed"),
                                   NC_ ("column", "Proposed, all funders"), 80, 1 },
  [PV_DOSSIER_COLONNE_ARBITRE] = { NC_ ("column", "Arbitrated"),
                                   NC_ ("column", "Arbitrated, all funders"), 80, 1 },
  [PV_DOSSIER_COLONNE_VOTE] = { NC_ ("column", "Voted"), NC_ ("column", "Voted, all funders"), 80,
                                1 },
  [PV_DOSSIER_COLONNE_NOTIFIE] = { NC_ ("column", "Notified"),
                                   NC_ ("column", "Notified, all funders"), 80, 1 },
  [PV_DOSSIER_COLONNE_VERSE] = { NC_ ("column", "Paid"), NC_ ("column", "Paid, all funders"), 80,
                                 1 },
  [PV_DOSSIER_COLONNE_NATURE] = { NC_ ("column", "Nature"), NULL, 92, 0 },
  [PV_DOSSIER_COLONNE_CPO] = { NC_ ("column", "CPO"), NULL, 40, 0.5F },
  [PV_DOSSIER_COLONNE_REFERENT] = { NC_ ("column", "Referent"), NULL, 110, 0 },
  [PV_DOSSIER_COLONNE_EXERCICE] = { NC_ ("column", "Year"), NULL, 52, 0.5F },
  [PV_DOSSIER_COLONNE_DEPOSE] = { NC_ ("column", "Deposited on"), NULL, 88, 1 },
  [PV_DOSSIER_COLONNE_DEPOT] = { NC_ ("column", "Deposit"), NULL, 88, 0 },
};

const char *
pv_dossiers_colonne_get_titre (PvDossierColonne colonne)
{
  return g_dpgettext2 (NULL, "column", colonnes[colonne].titre);
}

const char *
pv_dossiers_colonne_get_nom (PvDossierColonne colonne)
{
  const Colonne *self = &colonnes[colonne];

  return g_dpgettext2 (NULL, "column", self->nom != NULL ? self->nom : self->titre);
}

int
pv_dossiers_colonne_get_largeur (PvDossierColonne colonne)
{
  return colonnes[colonne].largeur;
}

gboolean
pv_dossiers_colonne_is_montant (PvDossierColonne colonne)
{
  return colonne == PV_DOSSIER_COLONNE_COUT || pv_dossier_colonne_get_groupe (colonne) >= 0 ||
         pv_dossier_colonne_get_etape (colonne) >= 0;
}

GtkAlign
pv_dossiers_colonne_get_align (PvDossierColonne colonne)
{
  float xalign = colonnes[colonne].xalign;

  return xalign >= 1 ? GTK_ALIGN_END : xalign > 0 ? GTK_ALIGN_CENTER : GTK_ALIGN_START;
}

PvDossierColonne
pv_dossiers_colonne_of (GtkColumnViewColumn *column)
{
  return (PvDossierColonne)(GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), COLONNE_KEY)) -
                            1);
}

/* --- cells --------------------------------------------------------------------------- */

static const PvDossierResume *
get_resume (GtkListItem *item)
{
  PvDossierLigne *ligne = gtk_list_item_get_item (item);

  return ligne != NULL ? pv_dossier_ligne_get_resume (ligne) : NULL;
}

static char *
cell_to_text (const PvDossierResume *resume, PvDossierColonne colonne)
{
  if (resume == NULL)
    return g_strdup ("");
  if (pv_dossiers_colonne_is_montant (colonne))
    return pv_amount_to_text (pv_dossier_resume_get_montant (resume, colonne));

  return pv_dossier_resume_to_text (resume, colonne);
}

static void
show_text (GtkInscription *cell, const char *text, gboolean montant)
{
  gtk_inscription_set_text (cell, text);
  /* a layout made anew: only for what needs it */
  if (!montant || strstr (text, "\u202f") == NULL)
    gtk_inscription_set_attributes (cell, NULL);
  else
    {
      g_autoptr (PangoAttrList) attributes = pv_format_attributes (text);

      gtk_inscription_set_attributes (cell, attributes);
    }
  if (g_str_equal (text, PV_TEXT_NULL))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "secondary");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "secondary");
}

static void
show_cell (GtkListItem *item, PvDossierColonne colonne)
{
  const PvDossierResume *resume = get_resume (item);
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (PV_IS_STATUS_LABEL (cell))
    {
      pv_status_label_set_statut (PV_STATUS_LABEL (cell),
                                  resume != NULL ? resume->statut : PV_DOSSIER_STATUT_NULL);
      pv_status_label_set_text (PV_STATUS_LABEL (cell), resume != NULL ? resume->affichage : NULL);
    }
  else if (PV_IS_MARK_BADGE (cell))
    pv_mark_badge_set_mark (PV_MARK_BADGE (cell), resume != NULL && resume->marque != PV_INT_NULL
                                                      ? (int)resume->marque
                                                      : PV_MARK_BADGE_NONE);
  else
    {
      g_autofree char *text = cell_to_text (resume, colonne);

      show_text (GTK_INSCRIPTION (cell), text, pv_dossiers_colonne_is_montant (colonne));
    }
}

/* What a narrow cell cuts, and the words of a code. */
static gboolean
query_tooltip_cb (GtkWidget *cell,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer data)
{
  GtkListItem *item = data;
  const PvDossierResume *resume = get_resume (item);
  PvDossierColonne colonne =
      (PvDossierColonne)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), COLONNE_KEY));
  g_autofree char *text = NULL;

  if (resume == NULL)
    return FALSE;
  if (colonne == PV_DOSSIER_COLONNE_AXE)
    text = g_strdup (resume->axe_libelle);
  else
    text = cell_to_text (resume, colonne);
  if (text == NULL || *text == '\0' || g_str_equal (text, PV_TEXT_NULL))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static GtkWidget *
text_cell_new (PvDossierColonne colonne)
{
  const Colonne *self = &colonnes[colonne];
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), self->xalign);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  if (self->xalign > 0 || colonne == PV_DOSSIER_COLONNE_NUMERO)
    gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  PvDossierColonne colonne = (PvDossierColonne)GPOINTER_TO_INT (data);
  GtkWidget *cell;

  if (colonne == PV_DOSSIER_COLONNE_STATUT)
    cell = g_object_new (PV_TYPE_STATUS_LABEL, "flat", TRUE, NULL);
  else if (colonne == PV_DOSSIER_COLONNE_MARQUE)
    {
      cell = pv_mark_badge_new (PV_MARK_BADGE_NONE);
      gtk_widget_set_halign (cell, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
    }
  else
    cell = text_cell_new (colonne);
  if (colonnes[colonne].xalign == 0)
    {
      g_object_set_data (G_OBJECT (cell), COLONNE_KEY, GINT_TO_POINTER ((int)colonne));
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), item);
    }
  gtk_list_item_set_child (item, cell);
}

static void
ligne_changed_cb (PvDossierLigne *ligne, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  PvDossierColonne colonne =
      (PvDossierColonne)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), COLONNE_KEY));

  if (cell != NULL)
    show_cell (item, colonne);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_object_set_data (G_OBJECT (item), COLONNE_KEY, data);
  g_signal_connect (gtk_list_item_get_item (item), "changed", G_CALLBACK (ligne_changed_cb), item);
  show_cell (item, (PvDossierColonne)GPOINTER_TO_INT (data));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), ligne_changed_cb, item);
}

GtkColumnViewColumn *
pv_dossiers_colonne_new (PvDossierColonne colonne)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER ((int)colonne));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER ((int)colonne));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GINT_TO_POINTER ((int)colonne));
  column = gtk_column_view_column_new (pv_dossiers_colonne_get_titre (colonne), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, colonne == PV_DOSSIER_COLONNE_INTITULE ||
                                                 colonne == PV_DOSSIER_COLONNE_PORTEUR);
  g_object_set_data (G_OBJECT (column), COLONNE_KEY, GINT_TO_POINTER ((int)colonne + 1));

  return column;
}
