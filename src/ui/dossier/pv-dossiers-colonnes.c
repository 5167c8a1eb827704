/* pv-dossiers-colonnes.c: the columns of the list of dossiers, on screen
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-colonnes.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-peintre.h"

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
  [PV_DOSSIER_COLONNE_PORTEUR] = { NC_ ("column", "Porteur"), NULL, 130, 0 },
  [PV_DOSSIER_COLONNE_INTITULE] = { NC_ ("column", "Title"), NULL, 134, 0 },
  [PV_DOSSIER_COLONNE_COMMUNE] = { NC_ ("column", "Commune"), NULL, 70, 0 },
  [PV_DOSSIER_COLONNE_QUARTIER] = { NC_ ("column", "Quartier"), NULL, 120, 0 },
  [PV_DOSSIER_COLONNE_AXE] = { NC_ ("column", "Axe"), NULL, 34, 0 },
  [PV_DOSSIER_COLONNE_COUT] = { NC_ ("column", "Total cost"), NULL, 80, 1 },
  [PV_DOSSIER_COLONNE_ETAT] = { NC_ ("column", "State"), NULL, 74, 1 },
  [PV_DOSSIER_COLONNE_REGION] = { NC_ ("column", "Region"), NULL, 70, 1 },
  [PV_DOSSIER_COLONNE_DEPARTEMENT] = { NC_ ("column", "Dept."), NC_ ("column", "Department"), 70,
                                       1 },
  [PV_DOSSIER_COLONNE_CAF] = { NC_ ("column", "CAF"), NULL, 70, 1 },
  [PV_DOSSIER_COLONNE_EPCI] = { NC_ ("column", "EPCI"), NULL, 70, 1 },
  [PV_DOSSIER_COLONNE_COMMUNES] = { NC_ ("column", "Communes"), NULL, 74, 1 },
  [PV_DOSSIER_COLONNE_AUTRES] = { NC_ ("column", "Others"), NC_ ("column", "Other funders"), 70,
                                  1 },
  [PV_DOSSIER_COLONNE_AVIS] = { NC_ ("column", "Avis"), NULL, 72, 0 },
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
  [PV_DOSSIER_COLONNE_DECISION] = { NC_ ("column", "Decision"),
                                    NC_ ("column", "Decision of a séance"), 150, 0 },
  [PV_DOSSIER_COLONNE_RESERVE] = { NC_ ("column", "Reserve"), NULL, 160, 0 },
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

gboolean
pv_dossiers_colonne_is_numeric (PvDossierColonne colonne)
{
  return colonnes[colonne].xalign > 0 || colonne == PV_DOSSIER_COLONNE_NUMERO;
}

float
pv_dossiers_colonne_get_xalign (PvDossierColonne colonne)
{
  return colonnes[colonne].xalign;
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

static void
setup_peintre_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, pv_dossier_peintre_new ());
}

static void
bind_peintre_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  pv_dossier_peintre_set_ligne (PV_DOSSIER_PEINTRE (gtk_list_item_get_child (item)),
                                gtk_list_item_get_item (item));
}

static void
unbind_peintre_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  pv_dossier_peintre_set_ligne (PV_DOSSIER_PEINTRE (gtk_list_item_get_child (item)), NULL);
}

GtkColumnViewColumn *
pv_dossiers_colonne_new (PvDossierColonne colonne)
{
  GtkColumnViewColumn *column =
      gtk_column_view_column_new (pv_dossiers_colonne_get_titre (colonne), NULL);

  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, colonne == PV_DOSSIER_COLONNE_INTITULE ||
                                                 colonne == PV_DOSSIER_COLONNE_PORTEUR);
  g_object_set_data (G_OBJECT (column), COLONNE_KEY, GINT_TO_POINTER ((int)colonne + 1));

  return column;
}

GtkColumnViewColumn *
pv_dossiers_colonne_new_peintre (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_peintre_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_peintre_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_peintre_cb), NULL);
  column = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_column_set_fixed_width (column, 1);

  return column;
}
