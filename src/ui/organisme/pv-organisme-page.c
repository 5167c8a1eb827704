/* pv-organisme-page.c: one organisme, and all it carried
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-page.h"

#include <glib/gi18n.h>

#include "bilan/pv-compte-rendu-memoire.h"
#include "accueil/pv-card-cell.h"
#include "accueil/pv-modifications-card.h"
#include "financement/pv-plan-window.h"
#include "organisme/pv-organisme-contacts.h"
#include "organisme/pv-organisme-identite.h"
#include "organisme/pv-organisme-liste-store.h"
#include "organisme/pv-organisme-montants.h"
#include "organisme/pv-organisme-store.h"
#include "pv-date.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-columns.h"
#include "widget/pv-format.h"
#include "widget/pv-status-label.h"

/* Dossiers shown here; a link opens the list of all. */
#define N_DOSSIERS 50

struct _PvOrganismePage
{
  PvPage parent_instance;

  gint64 organisme_id;
  char *uuid;
  gint64 shown_group; /* of the history: the tables are made again only after it */

  AdwWindowTitle *title_widget;
  GtkStack *stack;
  PvOrganismeIdentite *identite;
  PvOrganismeContacts *contacts;
  PvOrganismeMontants *montants;
  PvCompteRenduMemoire *memoire;
  GtkLabel *dossiers_title;
  GtkGrid *dossiers_grid;
  GtkWidget *pieces_card;
  GtkGrid *pieces_grid;
  PvModificationsCard *history;
};

G_DEFINE_FINAL_TYPE (PvOrganismePage, pv_organisme_page, PV_TYPE_PAGE)

static PvDb *
get_reader (PvOrganismePage *self)
{
  return pv_context_get_reader (pv_page_get_context (PV_PAGE (self)));
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/* --- its dossiers -------------------------------------------------------------------- */

static void
attach_amount (GtkGrid *grid, int column, int line, PvCents cents)
{
  GtkWidget *amount = pv_amount_label_new (cents);

  gtk_widget_set_hexpand (amount, TRUE);
  gtk_grid_attach (grid, pv_card_cell_new (amount), column, line, 1, 1);
}

static GtkWidget *
link_new (const PvOrganismeDossier *dossier)
{
  GtkWidget *button = NULL;
  GtkWidget *cell = pv_card_cell_new_link (&button, 0);
  g_autofree char *text = g_strdup_printf ("%s · %s", dossier->numero, dossier->intitule);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", dossier->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-dossier");
  gtk_widget_set_hexpand (cell, TRUE);

  return cell;
}

static void
add_dossier (PvOrganismePage *self, const PvOrganismeDossier *dossier, int line)
{
  g_autofree char *year = g_strdup_printf ("%d", (int)dossier->exercice);
  GtkWidget *statut = pv_status_label_new (dossier->statut);

  g_object_set (statut, "flat", TRUE, NULL);
  gtk_grid_attach (self->dossiers_grid, pv_card_cell_new_text (year, 0), 0, line, 1, 1);
  gtk_grid_attach (self->dossiers_grid, link_new (dossier), 1, line, 1, 1);
  gtk_grid_attach (self->dossiers_grid, pv_card_cell_new (statut), 2, line, 1, 1);
  attach_amount (self->dossiers_grid, 3, line, dossier->sollicite_cents);
  attach_amount (self->dossiers_grid, 4, line, dossier->accorde_cents);
  attach_amount (self->dossiers_grid, 5, line, dossier->verse_cents);
}

static void
add_link_to_all (PvOrganismePage *self, const char *count)
{
  GtkWidget *button = NULL;
  GtkWidget *cell = pv_card_cell_new_link (&button, 0);
  g_autofree char *text = g_strdup_printf (_ ("See all %s in the list"), count);
  g_autofree char *detail = g_strdup_printf ("porteur=%s", self->uuid);

  pv_card_link_set (button, text, text, "dossiers", detail);
  gtk_grid_attach (self->dossiers_grid, cell, 0, N_DOSSIERS + 1, 6, 1);
}

static void
show_dossiers (PvOrganismePage *self)
{
  const char *heads[] = { g_dpgettext2 (GETTEXT_PACKAGE, "column", "Year"),
                          _ ("Dossier"),
                          _ ("Status"),
                          _ ("Asked"),
                          _ ("Granted"),
                          _ ("Paid") };
  g_autoptr (GPtrArray) dossiers =
      pv_organisme_store_list_dossiers (get_reader (self), self->organisme_id, NULL);
  guint n = dossiers != NULL ? dossiers->len : 0;
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s dossier carried", "%s dossiers carried", n), count);

  clear_grid (self->dossiers_grid);
  gtk_label_set_text (self->dossiers_title, title);
  for (int i = 0; n > 0 && i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->dossiers_grid, pv_card_head_new (heads[i], i < 3 ? 0 : 1), i, 0, 1, 1);
  for (guint i = 0; i < MIN (n, N_DOSSIERS); i++)
    add_dossier (self, dossiers->pdata[i], 1 + (int)i);
  if (n > N_DOSSIERS)
    add_link_to_all (self, count);
}

/* --- its documents ------------------------------------------------------------------- */

static char *
describe_piece (const PvOrganismePiece *piece)
{
  g_autofree char *received = piece->recue_le != NULL
                                  ? pv_date_format_french (piece->recue_le, PV_DATE_FORMAT_SHORT)
                                  : NULL;
  g_autofree char *until = piece->valable_jusque != NULL
                               ? pv_date_format_french (piece->valable_jusque, PV_DATE_FORMAT_SHORT)
                               : NULL;

  if (piece->dispensee)
    return g_strdup (_ ("not required"));
  if (received == NULL)
    return g_strdup (_ ("asked, not received"));
  if (until != NULL)
    return g_strdup_printf (_ ("received on %s, valid until %s"), received, until);

  return g_strdup_printf (_ ("received on %s"), received);
}

static void
show_pieces (PvOrganismePage *self)
{
  g_autoptr (GPtrArray) pieces =
      pv_organisme_store_list_pieces (get_reader (self), self->organisme_id, NULL);
  guint n = pieces != NULL ? pieces->len : 0;

  clear_grid (self->pieces_grid);
  gtk_widget_set_visible (self->pieces_card, n > 0);
  for (guint i = 0; i < n; i++)
    {
      const PvOrganismePiece *piece = pieces->pdata[i];
      g_autofree char *state = describe_piece (piece);
      GtkWidget *name = pv_card_cell_new_text (piece->libelle, 0);

      gtk_label_set_wrap (GTK_LABEL (name), TRUE);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_grid_attach (self->pieces_grid, name, 0, (int)i, 1, 1);
      gtk_grid_attach (self->pieces_grid, pv_card_cell_new_text (state, 1), 1, (int)i, 1, 1);
    }
}

/* --- the page ------------------------------------------------------------------------ */

static void
show_title (PvOrganismePage *self, const PvOrganisme *organisme)
{
  const char *siret = organisme->siret != NULL ? organisme->siret : organisme->siret_declare;
  const char *forme = pv_forme_to_libelle (organisme->forme);
  g_autofree char *subtitle =
      g_strdup_printf ("%s%s%s", forme != NULL ? forme : "",
                       forme != NULL && siret != NULL ? " · " : "", siret != NULL ? siret : "");

  adw_window_title_set_title (self->title_widget, organisme->nom);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
}

static void
pv_organisme_page_refresh (PvPage *page)
{
  PvOrganismePage *self = PV_ORGANISME_PAGE (page);
  PvContext *context = pv_page_get_context (page);
  g_autoptr (PvOrganisme) organisme =
      pv_organisme_store_get (get_reader (self), self->organisme_id, NULL);
  g_autoptr (GPtrArray) cumuls = NULL;
  gint64 group = pv_history_last_group (get_reader (self));
  PvBilanMemoire bilans;

  gtk_stack_set_visible_child_name (self->stack, organisme != NULL ? "organisme" : "gone");
  if (organisme == NULL)
    return;
  g_free (self->uuid);
  self->uuid = g_strdup (organisme->uuid);
  show_title (self, organisme);
  pv_organisme_identite_set (self->identite, context, organisme);
  pv_organisme_contacts_set (self->contacts, context, self->organisme_id);
  pv_modifications_card_refresh (self->history, context, "organisme", self->organisme_id);
  if (group == self->shown_group)
    return;
  self->shown_group = group;
  cumuls = pv_organisme_store_list_cumuls (get_reader (self), self->organisme_id, NULL);
  if (cumuls != NULL)
    pv_organisme_montants_set (self->montants, cumuls);
  if (pv_bilan_suivi_get_memoire (get_reader (self), self->organisme_id, PV_INT_NULL, &bilans,
                                  NULL))
    pv_compte_rendu_memoire_show (self->memoire, &bilans);
  show_dossiers (self);
  show_pieces (self);
}

/* Nobody can correct what is typed of an organisme that is gone. */
static GtkWidget *
pv_organisme_page_find_refused (PvPage *page)
{
  PvOrganismePage *self = PV_ORGANISME_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "gone") == 0)
    return NULL;

  return PV_PAGE_CLASS (pv_organisme_page_parent_class)->find_refused (page);
}

static void
pv_organisme_page_dispose (GObject *object)
{
  PvOrganismePage *self = PV_ORGANISME_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ORGANISME_PAGE);

  G_OBJECT_CLASS (pv_organisme_page_parent_class)->dispose (object);
}

static void
pv_organisme_page_finalize (GObject *object)
{
  g_free (PV_ORGANISME_PAGE (object)->uuid);

  G_OBJECT_CLASS (pv_organisme_page_parent_class)->finalize (object);
}

/* Of all it carries. */
static void
plan_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvOrganismePage *self = PV_ORGANISME_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dossiers =
      pv_organisme_store_list_dossiers (get_reader (self), self->organisme_id, &error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (dossiers == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }

  for (guint i = 0; i < dossiers->len; i++)
    g_array_append_val (ids, ((const PvOrganismeDossier *)dossiers->pdata[i])->id);
  pv_plan_window_present (widget, pv_page_get_context (PV_PAGE (self)), g_steal_pointer (&ids),
                          adw_window_title_get_title (self->title_widget));
}

static void
pv_organisme_page_class_init (PvOrganismePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_organisme_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_organisme_page_finalize;
  PV_PAGE_CLASS (klass)->refresh = pv_organisme_page_refresh;
  PV_PAGE_CLASS (klass)->find_refused = pv_organisme_page_find_refused;

  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_MODIFICATIONS_CARD);
  g_type_ensure (PV_TYPE_ORGANISME_CONTACTS);
  g_type_ensure (PV_TYPE_ORGANISME_IDENTITE);
  g_type_ensure (PV_TYPE_COMPTE_RENDU_MEMOIRE);
  g_type_ensure (PV_TYPE_ORGANISME_MONTANTS);
  gtk_widget_class_install_action (widget_class, "organisme.plan", NULL, plan_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/organisme/pv-organisme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, identite);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, contacts);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, montants);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, memoire);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, dossiers_title);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, dossiers_grid);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, pieces_card);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, pieces_grid);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismePage, history);
}

static void
pv_organisme_page_init (PvOrganismePage *self)
{
  self->shown_group = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

PvPage *
pv_organisme_page_new (PvContext *context, gint64 organisme_id)
{
  PvOrganismePage *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_ORGANISME_PAGE, "context", context, NULL);
  self->organisme_id = organisme_id;

  return PV_PAGE (self);
}

gint64
pv_organisme_page_get_organisme_id (PvOrganismePage *self)
{
  g_return_val_if_fail (PV_IS_ORGANISME_PAGE (self), PV_INT_NULL);

  return self->organisme_id;
}
