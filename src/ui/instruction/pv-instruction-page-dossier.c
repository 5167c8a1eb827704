/* pv-instruction-page-dossier.c: the left pane: what the dossier says
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "dossier/pv-dossier-apercu-store.h"
#include "dossier/pv-dossier-store.h"
#include "instruction/pv-instruction-page-private.h"
#include "piece/pv-piece-store.h"
#include "piece/pv-piece-type-store.h"
#include "widget/pv-format.h"

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* --- the facts ----------------------------------------------------------------------------- */

static void
add_fact (PvInstructionPage *self, const char *text, gboolean secondary)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (NULL);
  pv_format_label (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dense");
  if (secondary)
    gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (self->facts_box, label);
}

static gint64
add_known (gint64 a, gint64 b)
{
  return a == PV_INT_NULL ? b : b == PV_INT_NULL ? a : a + b;
}

/* "60 persons: 34 W, 26 M" */
static char *
dup_persons (const PvDossier *dossier)
{
  gint64 n = add_known (add_known (dossier->beneficiaires_femmes, dossier->beneficiaires_hommes),
                        dossier->beneficiaires_non_ventiles);
  g_autofree char *count = pv_count_to_text (n);

  if (n == PV_INT_NULL)
    return NULL;
  if (dossier->beneficiaires_femmes == PV_INT_NULL || dossier->beneficiaires_hommes == PV_INT_NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s person", "%s persons", (gulong)n),
                            count);

  /* Translators: persons, women, men */
  return g_strdup_printf (_ ("%s persons: %d W, %d M"), count, (int)dossier->beneficiaires_femmes,
                          (int)dossier->beneficiaires_hommes);
}

static void
show_head (PvInstructionPage *self, const PvDossierApercu *apercu, const PvDossier *dossier)
{
  const PvDossierResume *resume = apercu->resume;
  const char *nature = dossier->nature == PV_DOSSIER_NATURE_NOUVELLE       ? _ ("new action")
                       : dossier->nature == PV_DOSSIER_NATURE_RECONDUCTION ? _ ("renewed")
                                                                           : NULL;
  /* Translators: number of a dossier */
  g_autofree char *number = g_strdup_printf (_ ("No. %s"), resume->numero);
  g_autofree char *what = nature != NULL
                              ? g_strdup_printf ("%s · %s · %s", number, resume->porteur, nature)
                              : g_strdup_printf ("%s · %s", number, resume->porteur);
  g_autofree char *axe = resume->axe != NULL ? g_strdup_printf (_ ("Axe %s"), resume->axe) : NULL;
  g_autofree char *cost = pv_amount_to_text (resume->cout_cents);
  g_autofree char *persons = dup_persons (dossier);

  gtk_label_set_label (self->what_label, what);
  gtk_label_set_label (self->intitule_label, resume->intitule);
  empty_box (self->facts_box);
  add_fact (self, resume->communes, TRUE);
  add_fact (self, axe, FALSE);
  add_fact (self, resume->cout_cents != PV_CENTS_NULL ? cost : NULL, FALSE);
  add_fact (self, persons, FALSE);
}

/* --- the text ------------------------------------------------------------------------------ */

static void
show_texts (PvInstructionPage *self, const PvDossierApercu *apercu, const PvDossier *dossier)
{
  const char *const parts[] = { dossier->resume, apercu->territoires, dossier->territoire_declare,
                                dossier->objectif_declare, dossier->commentaire };
  g_autoptr (GString) all = g_string_new (NULL);

  /* nothing and an empty text are shown alike; the same texts of another dossier begin at the top
   */
  g_string_printf (all, "%" G_GINT64_FORMAT, self->dossier_id);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (all, "\f%s", parts[i] != NULL ? parts[i] : "");
  if (g_strcmp0 (all->str, self->shown_text) == 0)
    return;
  g_free (self->shown_text);
  self->shown_text = g_string_free (g_steal_pointer (&all), FALSE);
  pv_instruction_texte_begin (self->texte);
  pv_instruction_texte_add (self->texte, _ ("Summary"), dossier->resume);
  pv_instruction_texte_add (self->texte, _ ("Territories"), apercu->territoires);
  pv_instruction_texte_add (self->texte, _ ("Territory as stated"), dossier->territoire_declare);
  pv_instruction_texte_add (self->texte, _ ("Objective as stated"), dossier->objectif_declare);
  pv_instruction_texte_add (self->texte, _ ("Comment"), dossier->commentaire);
  pv_instruction_page_search (self);
}

/* --- the pieces ---------------------------------------------------------------------------- */

static void
add_piece (PvInstructionPage *self, const char *label, const char *words, gboolean good)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (good ? "object-select-symbolic" : "pv-warning-symbolic");
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *state = gtk_label_new (words);

  gtk_widget_add_css_class (icon, good ? "pv-success" : "pv-warning");
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (state, "secondary");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), state);
  gtk_box_append (self->pieces_box, row);
}

static guint
add_pieces (PvInstructionPage *self, PvDb *reader, const char *today)
{
  g_autoptr (GPtrArray) pieces = pv_piece_store_list (reader, self->dossier_id, NULL);
  guint good = 0;

  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      const PvPiece *piece = pieces->pdata[i];
      g_autoptr (PvPieceType) type = pv_piece_type_store_get (reader, piece->piece_type_id, NULL);
      gboolean valable = pv_piece_is_valable (piece, today);

      if (type == NULL)
        continue;
      if (valable)
        good++;
      add_piece (self, type->libelle,
                 piece->dispensee          ? _ ("exempted")
                 : valable                 ? _ ("received")
                 : piece->recue_le != NULL ? _ ("out of date")
                                           : _ ("asked"),
                 valable);
    }

  return good;
}

static void
show_pieces (PvInstructionPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  PvDb *reader = pv_context_get_reader (context);
  g_autofree char *today = pv_context_get_today (context);
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *title = NULL;
  guint good, all;

  empty_box (self->pieces_box);
  good = add_pieces (self, reader, today);
  missing = pv_piece_store_list_manquantes (reader, self->dossier_id, today, NULL);
  for (guint i = 0; missing != NULL && i < missing->len; i++)
    add_piece (self, ((PvPieceType *)missing->pdata[i])->libelle, _ ("missing"), FALSE);
  all = good + (missing != NULL ? missing->len : 0);
  if (all == 0)
    {
      GtkWidget *label = gtk_label_new (_ ("No document is required of this dossier."));

      gtk_widget_add_css_class (label, "secondary");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->pieces_box, label);
    }
  /* Translators: documents received of those required */
  title = all > 0 ? g_strdup_printf (_ ("Pieces %u/%u"), good, all) : g_strdup (_ ("Pieces"));
  gtk_stack_page_set_title (self->pieces_page, title);
}

/* --- all of it ----------------------------------------------------------------------------- */

/* The parts that are read when they are shown. */
void
pv_instruction_page_load_left (PvInstructionPage *self)
{
  const char *part = gtk_stack_get_visible_child_name (self->left_stack);
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  PvDossierSection *section = g_strcmp0 (part, "budget") == 0 ? PV_DOSSIER_SECTION (self->budget)
                              : g_strcmp0 (part, "porteur") == 0
                                  ? PV_DOSSIER_SECTION (self->porteur)
                                  : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), g_strcmp0 (part, "texte") == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->found_label), g_strcmp0 (part, "texte") == 0);
  if (section == NULL || context == NULL || self->dossier_id == PV_INT_NULL)
    return;
  pv_dossier_section_set_dossier (section, context, self->dossier_id);
  pv_dossier_section_load (section);
}

void
pv_instruction_page_show_dossier (PvInstructionPage *self)
{
  PvDb *reader = pv_context_get_reader (pv_page_get_context (PV_PAGE (self)));
  g_autoptr (PvDossierApercu) apercu =
      pv_dossier_apercu_store_load (reader, self->dossier_id, PV_ETAPE_PROPOSE, NULL);
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (reader, self->dossier_id, NULL);

  if (apercu == NULL || dossier == NULL)
    return;
  self->porteur_id = dossier->porteur_id;
  show_head (self, apercu, dossier);
  show_texts (self, apercu, dossier);
  show_pieces (self);
  pv_instruction_page_load_left (self);
}
