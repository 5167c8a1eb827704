/* pv-agenda-colonnes.c: the columns of an agenda
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-agenda-colonnes.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "seance/pv-agenda-item.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-status-label.h"
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

typedef enum
{
  COLONNE_RANG,
  COLONNE_NUMERO,
  COLONNE_DOSSIER,
  COLONNE_AXE,
  COLONNE_SCORE,
  COLONNE_MARQUE,
  COLONNE_STATUT,
  COLONNE_DEMANDE,
  COLONNE_PROPOSE,
  COLONNE_DEPORT,
} Colonne;

#define N_COLONNES 10

static const struct
{
  const char *titre;
  int largeur; /* at a text of 100 % */
  float xalign;
} colonnes[N_COLONNES] = {
  { NC_ ("agenda", "Rank"), 52, 1 },     { NC_ ("agenda", "No."), 52, 0 },
  { NC_ ("agenda", "Dossier"), 210, 0 }, { NC_ ("agenda", "Axe"), 44, 0 },
  { NC_ ("agenda", "Score"), 54, 1 },    { NC_ ("agenda", "W/M"), 40, 0.5F },
  { NC_ ("agenda", "Status"), 104, 0 },  { NC_ ("agenda", "Requested"), 88, 1 },
  { NC_ ("agenda", "Proposed"), 88, 1 }, { NC_ ("agenda", "Recused"), 62, 0.5F },
};

/* --- texts --------------------------------------------------------------------------------- */

static char *
score_to_text (gint64 score)
{
  return score == PV_INT_NULL
             ? g_strdup (PV_TEXT_NULL)
             : g_strdup_printf ("%" PRId64 ",%02" PRId64, score / 100, score % 100);
}

static char *
dup_text (PvAgendaItem *item, Colonne colonne)
{
  const PvDossierResume *resume = pv_agenda_item_get_resume (item);

  if (colonne == COLONNE_RANG)
    return pv_count_to_text (pv_agenda_item_get_rang (item));
  if (resume == NULL)
    return g_strdup (PV_TEXT_NULL);

  switch ((int)colonne)
    {
    case COLONNE_NUMERO:
      return g_strdup (resume->numero);
    case COLONNE_AXE:
      return g_strdup (resume->axe != NULL ? resume->axe : PV_TEXT_NULL);
    case COLONNE_SCORE:
      return score_to_text (resume->score);
    case COLONNE_DEMANDE:
      return pv_amount_to_text (resume->etapes[PV_ETAPE_SOLLICITE]);
    default:
      return pv_amount_to_text (resume->etapes[PV_ETAPE_PROPOSE]);
    }
}

/* --- cells --------------------------------------------------------------------------------- */

/* The porteur, and under it the title. */
static GtkWidget *
dossier_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *porteur = pv_table_inscription_new (0, FALSE);
  GtkWidget *intitule = pv_table_inscription_new (0, FALSE);

  gtk_widget_add_css_class (porteur, "porteur");
  gtk_widget_add_css_class (intitule, "intitule");
  gtk_box_append (GTK_BOX (box), porteur);
  gtk_box_append (GTK_BOX (box), intitule);

  return box;
}

static GtkWidget *
cell_new (guint colonne)
{
  GtkWidget *cell;

  switch (colonne)
    {
    case COLONNE_DOSSIER:
      return dossier_new ();
    case COLONNE_MARQUE:
      cell = pv_mark_badge_new (PV_MARK_BADGE_NONE);
      gtk_widget_set_halign (cell, GTK_ALIGN_CENTER);
      return cell;
    case COLONNE_STATUT:
      cell = pv_status_label_new (PV_DOSSIER_STATUT_NULL);
      g_object_set (cell, "flat", TRUE, NULL);
      return cell;
    case COLONNE_DEPORT:
      cell = gtk_image_new ();
      gtk_widget_set_halign (cell, GTK_ALIGN_CENTER);
      return cell;
    default:
      cell = pv_table_inscription_new (colonnes[colonne].xalign, colonne != COLONNE_AXE);
      if (colonne == COLONNE_RANG)
        gtk_widget_add_css_class (cell, "secondary");
      return cell;
    }
}

/* --- dragging ------------------------------------------------------------------------------ */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *list_item)
{
  PvAgendaItem *item = gtk_list_item_get_item (list_item);

  return item != NULL ? gdk_content_provider_new_typed (G_TYPE_INT64, pv_agenda_item_get_id (item))
                      : NULL;
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkListItem *list_item)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (list_item));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autoptr (GdkPaintable) picture = row != NULL ? gtk_widget_paintable_new (row) : NULL;

  if (picture != NULL)
    gtk_drag_source_set_icon (source, picture, 24, 12);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *list_item)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  PvAgendaItem *item = gtk_list_item_get_item (list_item);
  gint64 id = g_value_get_int64 (value);

  if (item == NULL || pv_agenda_item_get_id (item) == id)
    return FALSE;

  return gtk_widget_activate_action (widget, "agenda.place", "(xu)", id,
                                     pv_agenda_item_get_rang (item));
}

static void
make_draggable (GtkWidget *cell, GtkListItem *list_item)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), list_item);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), list_item);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), list_item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (target));
}

/* --- showing ------------------------------------------------------------------------------- */

static void
show_dossier (GtkWidget *box, const PvDossierResume *resume)
{
  const char *porteur = resume != NULL ? resume->porteur : PV_TEXT_NULL;
  const char *intitule = resume != NULL ? resume->intitule : PV_TEXT_NULL;

  pv_table_inscription_show (gtk_widget_get_first_child (box), porteur, porteur);
  pv_table_inscription_show (gtk_widget_get_last_child (box), intitule, intitule);
}

static void
show_deports (GtkWidget *image, const char *deports)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (image),
                                deports != NULL ? "system-users-symbolic" : NULL);
  pv_tooltip_set (image, deports);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  deports != NULL ? deports : _ ("No recusal"), -1);
}

static void
show_cell (GtkListItem *list_item, guint colonne)
{
  PvAgendaItem *item = gtk_list_item_get_item (list_item);
  const PvDossierResume *resume = pv_agenda_item_get_resume (item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  g_autofree char *text = NULL;

  switch (colonne)
    {
    case COLONNE_DOSSIER:
      show_dossier (cell, resume);
      break;
    case COLONNE_MARQUE:
      pv_mark_badge_set_mark (PV_MARK_BADGE (cell), resume != NULL && resume->marque != PV_INT_NULL
                                                        ? (int)resume->marque
                                                        : PV_MARK_BADGE_NONE);
      break;
    case COLONNE_STATUT:
      pv_status_label_set_statut (PV_STATUS_LABEL (cell),
                                  resume != NULL ? resume->statut : PV_DOSSIER_STATUT_NULL);
      break;
    case COLONNE_DEPORT:
      show_deports (cell, pv_agenda_item_get_deports (item));
      break;
    default:
      text = dup_text (item, colonne);
      pv_table_inscription_show (
          cell, text, colonne == COLONNE_AXE && resume != NULL ? resume->axe_libelle : NULL);
    }
}

static GtkWidget *
make_cell (GtkListItem *list_item, guint colonne)
{
  GtkWidget *cell = cell_new (colonne);

  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  make_draggable (cell, list_item);

  return cell;
}

static const PvTableKind kind = { .make = make_cell, .show = show_cell, .changed = "changed" };

void
pv_agenda_colonnes_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLONNES; i++)
    {
      const char *titre = g_dpgettext2 (GETTEXT_PACKAGE, "agenda", colonnes[i].titre);
      float xalign = colonnes[i].xalign;

      pv_table_add_column (view, pv_table_column_new (&kind, i, titre, i == COLONNE_DOSSIER),
                           colonnes[i].largeur,
                           xalign >= 1  ? GTK_ALIGN_END
                           : xalign > 0 ? GTK_ALIGN_CENTER
                                        : GTK_ALIGN_START);
    }
  pv_table_follow_text (view);
}
