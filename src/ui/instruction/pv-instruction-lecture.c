/* pv-instruction-lecture.c: a dossier read while it is instructed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-lecture.h"

#include <glib/gi18n.h>

#include "budget/pv-budget-section.h"
#include "dossier/pv-dossier-apercu-store.h"
#include "dossier/pv-dossier-store.h"
#include "dossier/pv-porteur-section.h"
#include "dossier/pv-wrap-layout.h"
#include "instruction/pv-instruction-texte.h"
#include "piece/pv-piece-store.h"
#include "piece/pv-piece-type-store.h"
#include "widget/pv-format.h"

struct _PvInstructionLecture
{
  AdwBin parent_instance;

  PvContext *context; /* (nullable): until a dossier is shown */
  gint64 dossier_id;
  gint64 porteur_id;
  char *shown_text; /* not to show it again */

  GtkLabel *what_label;
  GtkLabel *intitule_label;
  GtkBox *facts_box;
  GtkSearchEntry *search_entry;
  GtkLabel *found_label;
  GtkStack *left_stack;
  PvInstructionTexte *texte;
  PvBudgetSection *budget;
  GtkStackPage *pieces_page;
  GtkBox *pieces_box;
  PvPorteurSection *porteur;
};

G_DEFINE_FINAL_TYPE (PvInstructionLecture, pv_instruction_lecture, ADW_TYPE_BIN)

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* --- the facts ----------------------------------------------------------------------------- */

static void
add_fact (PvInstructionLecture *self, const char *text, gboolean secondary)
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
show_head (PvInstructionLecture *self, const PvDossierApercu *apercu, const PvDossier *dossier)
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

/* --- the text, and what is searched in it
 * ------------------------------------------------------------------------------ */

/* Marks what is searched, and says in how many places. */
static void
search_cb (PvInstructionLecture *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  guint n = pv_instruction_texte_search (self->texte, text);
  g_autofree char *found =
      n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n), n)
            : g_strdup (*text != '\0' ? _ ("not in the text") : "");

  gtk_label_set_label (self->found_label, found);
}

static void
stop_search_cb (PvInstructionLecture *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "instruction.criteria", NULL);
}

static void
show_texts (PvInstructionLecture *self, const PvDossierApercu *apercu, const PvDossier *dossier)
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
  search_cb (self);
}

/* --- the pieces ---------------------------------------------------------------------------- */

static void
add_piece (PvInstructionLecture *self, const char *label, const char *words, gboolean good)
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

static void
add_pieces (PvInstructionLecture *self, GPtrArray *pieces, const char *today)
{
  PvDb *reader = pv_context_get_reader (self->context);

  for (guint i = 0; i < pieces->len; i++)
    {
      const PvPiece *piece = pieces->pdata[i];
      g_autoptr (PvPieceType) type = pv_piece_type_store_get (reader, piece->piece_type_id, NULL);
      gboolean valable = pv_piece_is_valable (piece, today);

      if (type == NULL)
        continue;
      add_piece (self, type->libelle,
                 piece->dispensee          ? _ ("exempted")
                 : valable                 ? _ ("received")
                 : piece->recue_le != NULL ? _ ("out of date")
                                           : C_ ("piece", "asked"),
                 valable);
    }
}

/* A piece that was asked, or is out of date, is told already. */
static void
add_missing (PvInstructionLecture *self, GPtrArray *missing, GPtrArray *pieces)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const PvPieceType *type = missing->pdata[i];
      gboolean told = FALSE;

      for (guint j = 0; j < pieces->len; j++)
        told = told || ((PvPiece *)pieces->pdata[j])->piece_type_id == type->id;
      if (!told)
        add_piece (self, type->libelle, C_ ("piece", "missing"), FALSE);
    }
}

static void
show_pieces (PvInstructionLecture *self)
{
  PvDb *reader = pv_context_get_reader (self->context);
  g_autofree char *today = pv_context_get_today (self->context);
  g_autoptr (GPtrArray) pieces = pv_piece_store_list (reader, self->dossier_id, NULL);
  g_autoptr (GPtrArray) requises = pv_piece_store_list_requises (reader, self->dossier_id, NULL);
  g_autoptr (GPtrArray) missing =
      pv_piece_store_list_manquantes (reader, self->dossier_id, today, NULL);
  g_autofree char *title = NULL;

  empty_box (self->pieces_box);
  if (pieces == NULL || requises == NULL || missing == NULL)
    return;
  add_pieces (self, pieces, today);
  add_missing (self, missing, pieces);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->pieces_box)) == NULL)
    {
      GtkWidget *label = gtk_label_new (_ ("No document is required of this dossier."));

      gtk_widget_add_css_class (label, "secondary");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->pieces_box, label);
    }
  /* Translators: documents received of those required */
  title = requises->len > 0
              ? g_strdup_printf (_ ("Pieces %u/%u"), requises->len - missing->len, requises->len)
              : g_strdup (_ ("Pieces"));
  gtk_stack_page_set_title (self->pieces_page, title);
}

/* --- all of it ----------------------------------------------------------------------------- */

/* The parts that are read when they are shown. */
static void
left_cb (PvInstructionLecture *self)
{
  const char *part = gtk_stack_get_visible_child_name (self->left_stack);
  PvDossierSection *section = g_strcmp0 (part, "budget") == 0 ? PV_DOSSIER_SECTION (self->budget)
                              : g_strcmp0 (part, "porteur") == 0
                                  ? PV_DOSSIER_SECTION (self->porteur)
                                  : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), g_strcmp0 (part, "texte") == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->found_label), g_strcmp0 (part, "texte") == 0);
  if (section == NULL || self->context == NULL)
    return;
  pv_dossier_section_set_dossier (section, self->context, self->dossier_id);
  pv_dossier_section_load (section);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_instruction_lecture_dispose (GObject *object)
{
  PvInstructionLecture *self = PV_INSTRUCTION_LECTURE (object);

  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_INSTRUCTION_LECTURE);

  G_OBJECT_CLASS (pv_instruction_lecture_parent_class)->dispose (object);
}

static void
pv_instruction_lecture_finalize (GObject *object)
{
  g_free (PV_INSTRUCTION_LECTURE (object)->shown_text);

  G_OBJECT_CLASS (pv_instruction_lecture_parent_class)->finalize (object);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvInstructionLecture, name)

static void
pv_instruction_lecture_class_init (PvInstructionLectureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_instruction_lecture_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_instruction_lecture_finalize;

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  g_type_ensure (PV_TYPE_INSTRUCTION_TEXTE);
  g_type_ensure (PV_TYPE_BUDGET_SECTION);
  g_type_ensure (PV_TYPE_PORTEUR_SECTION);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-instruction-lecture.ui");
  bind (what_label);
  bind (intitule_label);
  bind (facts_box);
  bind (search_entry);
  bind (found_label);
  bind (left_stack);
  bind (texte);
  bind (budget);
  bind (pieces_page);
  bind (pieces_box);
  bind (porteur);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
pv_instruction_lecture_init (PvInstructionLecture *self)
{
  self->dossier_id = PV_INT_NULL;
  self->porteur_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_instruction_lecture_show_dossier (PvInstructionLecture *self,
                                     PvContext *context,
                                     gint64 dossier_id)
{
  PvDb *reader;
  g_autoptr (PvDossierApercu) apercu = NULL;
  g_autoptr (PvDossier) dossier = NULL;

  g_return_if_fail (PV_IS_INSTRUCTION_LECTURE (self));
  g_return_if_fail (PV_IS_CONTEXT (context));

  reader = pv_context_get_reader (context);
  apercu = pv_dossier_apercu_store_load (reader, dossier_id, PV_ETAPE_PROPOSE, NULL);
  dossier = pv_dossier_store_get (reader, dossier_id, NULL);
  if (apercu == NULL || dossier == NULL)
    return;
  g_set_object (&self->context, context);
  self->dossier_id = dossier_id;
  self->porteur_id = dossier->porteur_id;
  show_head (self, apercu, dossier);
  show_texts (self, apercu, dossier);
  show_pieces (self);
  left_cb (self);
}

gint64
pv_instruction_lecture_get_porteur_id (PvInstructionLecture *self)
{
  g_return_val_if_fail (PV_IS_INSTRUCTION_LECTURE (self), PV_INT_NULL);

  return self->porteur_id;
}

void
pv_instruction_lecture_search (PvInstructionLecture *self)
{
  g_return_if_fail (PV_IS_INSTRUCTION_LECTURE (self));

  gtk_stack_set_visible_child_name (self->left_stack, "texte");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
