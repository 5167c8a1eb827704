/* pv-convention-page-listes.c: the years, the payments and the dossiers of a convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accueil/pv-card-cell.h"
#include "convention/pv-convention-echeance-row.h"
#include "convention/pv-convention-service.h"
#include "pv-text.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"
#include "widget/pv-status-label.h"

/* --- years ----------------------------------------------------------------------------------- */

/* The row of a year in the grid; exercice 0: the totals. */
typedef struct
{
  gint64 exercice;
  PvAmountEntry *prevu;
  PvAmountLabel *prevu_total;
  PvAmountLabel *cents;
  GtkLabel *etape;
  PvAmountLabel *verse;
  PvAmountLabel *echeances;
} Annee;

typedef struct
{
  gint64 id;
  gint64 exercice;
  PvCents cents;
} Prevu;

static gboolean
write_prevu (PvDb *db, gpointer data, GError **error)
{
  const Prevu *prevu = data;

  return pv_convention_service_set_annee (db, prevu->id, prevu->exercice, prevu->cents, error);
}

static void
prevu_cb (PvConventionPage *self, gint64 cents, PvAmountEntry *entry)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  gint64 exercice = *(gint64 *)g_object_get_data (G_OBJECT (entry), "pv-exercice");
  Prevu prevu = { self->convention_id, exercice, cents };
  g_autofree char *label = pv_convention_page_dup_label (self);
  g_autoptr (GError) error = NULL;
  PvCents kept = PV_CENTS_NULL;

  if (context == NULL ||
      pv_context_act (context, "convention-annee", label, write_prevu, &prevu, &error))
    return;
  for (guint i = 0; i < self->fiche->annees->len; i++)
    if (((const PvConventionAnnee *)self->fiche->annees->pdata[i])->exercice == exercice)
      kept = ((const PvConventionAnnee *)self->fiche->annees->pdata[i])->prevu_cents;
  pv_amount_entry_refuse (entry, kept, error->message);
}

static GtkWidget *
attach_end (PvConventionPage *self, GtkWidget *child, int column, int line)
{
  GtkWidget *cell = pv_card_cell_new (child);

  gtk_widget_set_hexpand (child, TRUE);
  gtk_widget_set_halign (child, GTK_ALIGN_END);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_grid_attach (self->annees_grid, cell, column, line, 1, 1);

  return cell;
}

static PvAmountLabel *
attach_amount (PvConventionPage *self, int column, int line, gboolean strong)
{
  GtkWidget *amount = pv_amount_label_new (PV_CENTS_NULL);
  GtkWidget *cell = attach_end (self, amount, column, line);

  if (strong)
    gtk_widget_add_css_class (cell, "strong");

  return PV_AMOUNT_LABEL (amount);
}

/* What it became, and its stage under it. */
static void
attach_became (PvConventionPage *self, Annee *annee, int line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  annee->cents = PV_AMOUNT_LABEL (pv_amount_label_new (PV_CENTS_NULL));
  annee->etape = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (annee->etape, 1);
  gtk_widget_add_css_class (GTK_WIDGET (annee->etape), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (annee->etape), "secondary");
  gtk_widget_set_halign (GTK_WIDGET (annee->cents), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (annee->cents));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (annee->etape));
  attach_end (self, box, 2, line);
}

static void
attach_prevu (PvConventionPage *self, Annee *annee, int line)
{
  GtkWidget *entry = pv_amount_entry_new ();
  /* Translators: an amount planned for a year */
  g_autofree char *name = g_strdup_printf (_ ("Planned for %d"), (int)annee->exercice);

  annee->prevu = PV_AMOUNT_ENTRY (entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (entry), "pv-exercice",
                          g_memdup2 (&annee->exercice, sizeof annee->exercice), g_free);
  g_signal_connect_object (entry, "committed", G_CALLBACK (prevu_cb), self, G_CONNECT_SWAPPED);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  attach_end (self, entry, 1, line);
}

static Annee *
add_annee (PvConventionPage *self, gint64 exercice, int line)
{
  Annee *annee = g_new0 (Annee, 1);
  gboolean total = exercice == 0;
  g_autofree char *title = total ? g_strdup (_ ("Total")) : g_strdup_printf ("%d", (int)exercice);
  GtkWidget *head = pv_card_cell_new_text (title, 0);

  annee->exercice = exercice;
  if (total)
    gtk_widget_add_css_class (head, "strong");
  gtk_widget_add_css_class (head, "numeric");
  gtk_grid_attach (self->annees_grid, head, 0, line, 1, 1);
  if (total)
    {
      annee->prevu_total = attach_amount (self, 1, line, TRUE);
      annee->cents = attach_amount (self, 2, line, TRUE);
    }
  else
    {
      attach_prevu (self, annee, line);
      attach_became (self, annee, line);
    }
  annee->verse = attach_amount (self, 3, line, total);
  annee->echeances = attach_amount (self, 4, line, total);

  return annee;
}

static gboolean
has_rows (PvConventionPage *self)
{
  GPtrArray *annees = self->fiche->annees;

  if (self->annees == NULL || self->annees->len != annees->len + 1)
    return FALSE;

  return ((Annee *)self->annees->pdata[0])->exercice ==
         ((const PvConventionAnnee *)annees->pdata[0])->exercice;
}

static void
make_rows (PvConventionPage *self)
{
  const char *heads[] = { g_dpgettext2 (GETTEXT_PACKAGE, "column", "Year"), _ ("Planned"),
                          _ ("What it became"), _ ("Paid"), _ ("In the schedule") };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->annees_grid))) != NULL)
    gtk_grid_remove (self->annees_grid, child);
  g_clear_pointer (&self->annees, g_ptr_array_unref);
  self->annees = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->annees_grid, pv_card_head_new (heads[i], i > 0 ? 1 : 0), i, 0, 1, 1);
  for (guint i = 0; i < self->fiche->annees->len; i++)
    g_ptr_array_add (
        self->annees,
        add_annee (self, ((const PvConventionAnnee *)self->fiche->annees->pdata[i])->exercice,
                   1 + (int)i));
  g_ptr_array_add (self->annees, add_annee (self, 0, 1 + (int)self->fiche->annees->len));
}

static void
show_annee (Annee *row, const PvConventionAnnee *annee, gboolean can_edit)
{
  g_autofree char *etape = annee->cents != PV_CENTS_NULL
                               ? g_utf8_strdown (pv_etape_to_libelle (annee->etape), -1)
                               : g_strdup (_ ("nothing granted yet"));

  pv_amount_entry_set_cents (row->prevu, annee->prevu_cents);
  gtk_widget_set_sensitive (GTK_WIDGET (row->prevu), can_edit);
  pv_amount_label_set_cents (row->cents, annee->cents);
  gtk_label_set_label (row->etape, etape);
  pv_amount_label_set_cents (row->verse, annee->verse_cents);
  pv_amount_label_set_cents (row->echeances, annee->echeances_cents);
}

/* "2026: 31 000 € over 3 dossiers, more than 23 000 €: mandatory (loi…)." */
static void
show_seuil (PvConventionPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *source = NULL;

  for (guint i = 0; i < self->fiche->annees->len; i++)
    {
      const PvConventionBesoin *besoin =
          ((const PvConventionAnnee *)self->fiche->annees->pdata[i])->besoin;
      g_autofree char *total = NULL, *seuil = NULL;

      if (besoin == NULL || !besoin->obligatoire)
        continue;
      total = pv_amount_to_text (besoin->cents);
      seuil = pv_amount_to_text (besoin->seuil_cents);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a year, an amount, how many dossiers, the threshold */
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE, "%d: %s over %u dossier, more than %s: mandatory.",
                       "%d: %s over %u dossiers, more than %s: mandatory.", besoin->parts->len),
          (int)besoin->exercice, total, besoin->parts->len, seuil);
      source = besoin->source;
    }
  if (source != NULL)
    g_string_append_printf (text, "\n%s", source);
  else
    g_string_append (text, _ ("No year is over the threshold: this convention is not mandatory."));
  pv_format_label (self->seuil, text->str);
}

void
pv_convention_page_show_annees (PvConventionPage *self, gboolean can_edit)
{
  const Annee *total;

  if (!has_rows (self))
    make_rows (self);
  for (guint i = 0; i < self->fiche->annees->len; i++)
    show_annee (self->annees->pdata[i], self->fiche->annees->pdata[i], can_edit);
  total = self->annees->pdata[self->annees->len - 1];
  pv_amount_label_set_cents (total->prevu_total, self->fiche->prevu_cents);
  pv_amount_label_set_cents (total->cents, self->fiche->cents);
  pv_amount_label_set_cents (total->verse, self->fiche->verse_cents);
  pv_amount_label_set_cents (total->echeances, self->fiche->echeances_cents);
  show_seuil (self);
}

/* --- payments --------------------------------------------------------------------------------- */

static void
show_somme (PvConventionPage *self)
{
  PvCents attendu = pv_convention_fiche_get_attendu (self->fiche);
  PvCents sum = self->fiche->echeances_cents;
  g_autofree char *sum_text = pv_amount_to_text (sum);
  g_autofree char *attendu_text = pv_amount_to_text (attendu);
  gboolean shown = self->fiche->echeances->len > 0 && attendu != PV_CENTS_NULL;
  gboolean exact = sum == attendu;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->somme_box, shown);
  if (!shown)
    return;
  if (exact)
    text = g_strdup_printf (_ ("These payments make %s, the whole amount."), sum_text);
  else
    {
      PvCents gap = attendu - (sum != PV_CENTS_NULL ? sum : 0);
      g_autofree char *gap_text = pv_amount_to_text (ABS (gap));

      text = gap > 0 ? g_strdup_printf (_ ("These payments make %s of %s: %s is missing."),
                                        sum_text, attendu_text, gap_text)
                     : g_strdup_printf (_ ("These payments make %s for %s: %s too much."), sum_text,
                                        attendu_text, gap_text);
    }
  pv_format_label (self->somme, text);
  gtk_image_set_from_icon_name (self->somme_icon,
                                exact ? "object-select-symbolic" : "pv-warning-symbolic");
  gtk_widget_remove_css_class (self->somme_box, exact ? "pv-warning" : "pv-success");
  gtk_widget_add_css_class (self->somme_box, exact ? "pv-success" : "pv-warning");
}

static PvConventionEcheanceRow *
get_row (PvConventionPage *self, int i)
{
  return (PvConventionEcheanceRow *)gtk_list_box_get_row_at_index (self->echeances, i);
}

/* Rows of payments that are still there stay, with what is typed in them. */
void
pv_convention_page_show_echeances (PvConventionPage *self, gboolean can_edit)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  gboolean annee = pv_convention_is_pluriannuelle (self->fiche->convention);
  g_autofree char *label = pv_convention_page_dup_label (self);
  PvConventionEcheanceRow *row;
  int i;

  for (i = 0; i < (int)self->fiche->echeances->len; i++)
    {
      const PvConventionEcheance *echeance = self->fiche->echeances->pdata[i];

      while ((row = get_row (self, i)) != NULL &&
             pv_convention_echeance_row_get_id (row) != echeance->id)
        gtk_list_box_remove (self->echeances, GTK_WIDGET (row));
      if (row == NULL)
        {
          row = PV_CONVENTION_ECHEANCE_ROW (pv_convention_echeance_row_new (context, label));
          gtk_list_box_append (self->echeances, GTK_WIDGET (row));
        }
      pv_convention_echeance_row_show (row, echeance, annee, can_edit);
    }
  while ((row = get_row (self, i)) != NULL)
    gtk_list_box_remove (self->echeances, GTK_WIDGET (row));
  show_somme (self);
}

/* --- dossiers --------------------------------------------------------------------------------- */

static GtkWidget *
link_new (const PvConventionDossier *dossier)
{
  GtkWidget *button = NULL;
  GtkWidget *cell = pv_card_cell_new_link (&button, 0);
  g_autofree char *text = g_strdup_printf ("%s · %s", dossier->numero, dossier->intitule);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", dossier->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-dossier");
  gtk_widget_set_hexpand (cell, TRUE);

  return cell;
}

static GtkWidget *
remove_button_new (const PvConventionDossier *dossier)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *name =
      g_strdup_printf (_ ("Take dossier %s out of the convention"), dossier->numero);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", dossier->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "convention.retirer-dossier");

  return button;
}

static void
add_dossier (PvConventionPage *self, const PvConventionDossier *dossier, int line)
{
  g_autofree char *year = g_strdup_printf ("%d", (int)dossier->exercice);
  GtkWidget *statut = pv_status_label_new (dossier->statut);
  GtkWidget *amount = pv_amount_label_new (dossier->cents);

  g_object_set (statut, "flat", TRUE, NULL);
  gtk_grid_attach (self->dossiers_grid, pv_card_cell_new_text (year, 0), 0, line, 1, 1);
  gtk_grid_attach (self->dossiers_grid, link_new (dossier), 1, line, 1, 1);
  gtk_grid_attach (self->dossiers_grid, pv_card_cell_new (statut), 2, line, 1, 1);
  gtk_grid_attach (self->dossiers_grid, pv_card_cell_new (amount), 3, line, 1, 1);
  gtk_grid_attach (self->dossiers_grid, pv_card_cell_new (remove_button_new (dossier)), 4, line, 1,
                   1);
}

static gboolean
is_shown (PvConventionPage *self)
{
  g_autoptr (GString) now = g_string_new (NULL);
  const char *shown = g_object_get_data (G_OBJECT (self->dossiers_grid), "pv-shown");
  gboolean same;

  for (guint i = 0; i < self->fiche->dossiers->len; i++)
    {
      const PvConventionDossier *dossier = self->fiche->dossiers->pdata[i];

      g_string_append_printf (now, "%" G_GINT64_FORMAT " %s %s %d %d %" G_GINT64_FORMAT "\n",
                              dossier->id, dossier->numero, dossier->intitule,
                              (int)dossier->exercice, (int)dossier->statut, dossier->cents);
    }
  same = shown != NULL && g_str_equal (shown, now->str);
  g_object_set_data_full (G_OBJECT (self->dossiers_grid), "pv-shown", g_strdup (now->str), g_free);

  return same;
}

void
pv_convention_page_show_dossiers (PvConventionPage *self, gboolean can_edit)
{
  GPtrArray *dossiers = self->fiche->dossiers;
  GtkWidget *child;

  pv_choice_set_editable (self->dossier_choice, can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "convention.retirer-dossier", can_edit);
  if (is_shown (self))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dossiers_grid))) != NULL)
    gtk_grid_remove (self->dossiers_grid, child);
  for (guint i = 0; i < dossiers->len; i++)
    add_dossier (self, dossiers->pdata[i], (int)i);
  if (dossiers->len == 0)
    {
      child = pv_card_cell_new_text (_ ("It names no dossier yet."), 0);
      gtk_widget_add_css_class (child, "secondary");
      gtk_widget_add_css_class (child, "last");
      gtk_grid_attach (self->dossiers_grid, child, 0, 0, 1, 1);
    }
}

GPtrArray *
pv_convention_page_search_dossiers (const char *text, gpointer user_data)
{
  PvConventionPage *self = user_data;
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  GPtrArray *items = pv_choice_items_new ();
  g_autofree char *folded = pv_text_fold (text);
  g_autoptr (GPtrArray) dossiers =
      context != NULL ? pv_convention_fiche_list_candidats (pv_context_get_reader (context),
                                                            self->convention_id, NULL)
                      : NULL;

  for (guint i = 0; dossiers != NULL && i < dossiers->len && items->len < PV_CHOICE_MAX; i++)
    {
      const PvConventionDossier *dossier = dossiers->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s · %s", dossier->numero, dossier->intitule);
      g_autofree char *name_folded = pv_text_fold (name);
      g_autofree char *cents = pv_amount_to_text (dossier->cents);
      g_autofree char *detail = g_strdup_printf ("%d · %s", (int)dossier->exercice, cents);

      if (strstr (name_folded, folded) != NULL)
        pv_choice_add (items, dossier->id, name, detail);
    }

  return items;
}
