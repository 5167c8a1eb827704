/* pv-convention-card.c: the conventions of a dossier, and those the law asks for
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-card.h"

#include <glib/gi18n.h>

#include "convention/pv-convention-besoin.h"
#include "convention/pv-convention-etat-label.h"
#include "convention/pv-convention-fiche.h"
#include "convention/pv-convention-service.h"
#include "convention/pv-convention-store.h"
#include "convention/pv-convention-suivi.h"
#include "dossier/pv-dossier-store.h"
#include "dossier/pv-wrap-layout.h"
#include "financement/pv-plan-rang.h"
#include "widget/pv-format.h"

struct _PvConventionCard
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  gint64 dossier_id;
  GPtrArray *besoins; /* (nullable): of PvConventionBesoin */

  GtkMenuButton *create_button;
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (PvConventionCard, pv_convention_card, ADW_TYPE_BIN)

/* --- creating --------------------------------------------------------------------------------- */

typedef struct
{
  gint64 dossier_id;
  gint64 financeur_id;
  GPtrArray *besoins; /* (nullable): the one that is answered, with all its dossiers */
  gint64 id;
} Creation;

/* The years of a CPO, as the dossier says which of them it is. */
static gboolean
create_for_dossier (PvDb *db, Creation *creation, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, creation->dossier_id, error);
  g_autoptr (PvConvention) convention = pv_convention_new ();

  if (dossier == NULL)
    return FALSE;
  convention->financeur_id = creation->financeur_id;
  convention->organisme_id = dossier->porteur_id;
  convention->annee_debut = dossier->exercice;
  convention->annee_fin = dossier->exercice;
  if (dossier->cpo_annee != PV_INT_NULL && dossier->cpo_duree != PV_INT_NULL &&
      dossier->cpo_duree >= dossier->cpo_annee)
    {
      convention->annee_debut = dossier->exercice - dossier->cpo_annee + 1;
      convention->annee_fin = convention->annee_debut + dossier->cpo_duree - 1;
    }
  if (!pv_convention_service_create (db, convention, &creation->dossier_id, 1, error))
    return FALSE;
  creation->id = convention->id;

  return TRUE;
}

static gboolean
write_creation (PvDb *db, gpointer data, GError **error)
{
  Creation *creation = data;

  if (creation->besoins != NULL)
    return pv_convention_service_create_for (db, creation->besoins, &creation->id, error);

  return create_for_dossier (db, creation, error);
}

/* @exercice: %PV_INT_NULL: of any year */
static PvConventionBesoin *
find_besoin (PvConventionCard *self, gint64 financeur_id, gint64 exercice)
{
  for (guint i = 0; self->besoins != NULL && i < self->besoins->len; i++)
    {
      PvConventionBesoin *besoin = self->besoins->pdata[i];

      if (besoin->financeur_id == financeur_id &&
          (exercice == PV_INT_NULL || besoin->exercice == exercice))
        return besoin;
    }

  return NULL;
}

static void
creer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionCard *self = PV_CONVENTION_CARD (widget);
  Creation creation = { self->dossier_id, PV_INT_NULL, NULL, PV_INT_NULL };
  PvConventionBesoin *besoin;
  g_autoptr (PvDossier) dossier = NULL;
  g_autoptr (GPtrArray) besoins = NULL;
  g_autoptr (GError) error = NULL;
  gint64 exercice;

  if (self->context == NULL)
    return;
  g_variant_get (parameter, "(xx)", &creation.financeur_id, &exercice);
  besoin = find_besoin (self, creation.financeur_id, exercice);
  if (besoin != NULL && besoin->convention_id == PV_INT_NULL)
    {
      besoins = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_besoin_unref);
      g_ptr_array_add (besoins, pv_convention_besoin_ref (besoin));
      creation.besoins = besoins;
    }
  dossier = pv_dossier_store_get (pv_context_get_reader (self->context), self->dossier_id, NULL);
  if (!pv_context_act (self->context, "convention-new", dossier != NULL ? dossier->numero : NULL,
                       write_creation, &creation, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (widget, "win.open-convention", "x", creation.id);
}

/* --- rows ------------------------------------------------------------------------------------- */

static GtkWidget *
text_new (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  pv_format_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* "0412 · 18 000 € voté", which opens it. */
static GtkWidget *
part_new (const PvConventionPart *part, gint64 dossier_id)
{
  g_autofree char *cents = pv_amount_to_text (part->cents);
  g_autofree char *etape = g_utf8_strdown (pv_etape_to_libelle (part->etape), -1);
  g_autofree char *text = g_strdup_printf ("%s · %s %s", part->numero, cents, etape);
  GtkWidget *label = text_new (text, "dense");
  GtkWidget *button;

  if (part->dossier_id == dossier_id)
    {
      gtk_widget_add_css_class (label, "heading");
      return label;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pv-convention-link");
  gtk_widget_set_tooltip_text (button, part->intitule);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-dossier");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", part->dossier_id);

  return button;
}

static GtkWidget *
parts_new (const PvConventionBesoin *besoin, gint64 dossier_id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GtkLayoutManager) layout = g_object_new (PV_TYPE_WRAP_LAYOUT, NULL);

  gtk_widget_set_layout_manager (box, g_steal_pointer (&layout));
  for (guint i = 0; i < besoin->parts->len; i++)
    gtk_box_append (GTK_BOX (box), part_new (besoin->parts->pdata[i], dossier_id));

  return box;
}

static char *
dup_sentence (const PvConventionBesoin *besoin)
{
  g_autofree char *total = pv_amount_to_text (besoin->cents);
  g_autofree char *seuil = pv_amount_to_text (besoin->seuil_cents);
  guint n = besoin->parts->len;

  if (besoin->obligatoire)
    /* Translators: a payer, a year, an amount, how many dossiers, the threshold */
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%s, %d: %s over %u dossier, more than %s. A convention is mandatory.",
                     "%s, %d: %s over %u dossiers, more than %s. A convention is mandatory.", n),
        besoin->financeur, (int)besoin->exercice, total, n, seuil);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d: %s over %u dossier.",
                                       "%s, %d: %s over %u dossiers.", n),
                          besoin->financeur, (int)besoin->exercice, total, n);
}

/* A payer and a year. */
static GVariant *
creer_target (gint64 financeur_id, gint64 exercice)
{
  return g_variant_new ("(xx)", financeur_id, exercice);
}

static GtkWidget *
button_new (const char *label, const char *action, GVariant *target, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);

  return button;
}

static GtkWidget *
open_button_new (gint64 convention_id)
{
  return button_new (_ ("_Open"), "win.open-convention", g_variant_new_int64 (convention_id),
                     FALSE);
}

/* @texts: what is under the state; the button opens the convention, or creates it. */
static GtkWidget *
row_new (GtkWidget *etat, GtkWidget *texts, GtkWidget *button)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (row, "pv-convention-besoin");
  gtk_box_prepend (GTK_BOX (texts), etat);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);

  return row;
}

static gint64
get_retard (PvConventionCard *self, PvConventionBesoin *besoin)
{
  g_autofree char *jour = pv_context_get_today (self->context);
  PvConventionLigne *ligne = pv_convention_ligne_new ();
  gint64 retard;

  ligne->etat = besoin->etat;
  pv_convention_ligne_add (ligne, besoin);
  retard = pv_convention_ligne_get_retard (ligne, jour);
  pv_convention_ligne_free (ligne);

  return retard;
}

static void
add_besoin (PvConventionCard *self, PvConventionBesoin *besoin)
{
  GtkWidget *etat = pv_convention_etat_label_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *sentence = dup_sentence (besoin);

  pv_convention_etat_label_show (etat, besoin->etat, besoin->obligatoire,
                                 get_retard (self, besoin));
  gtk_box_append (GTK_BOX (texts), text_new (sentence, "body"));
  gtk_box_append (GTK_BOX (texts), parts_new (besoin, self->dossier_id));
  if (besoin->obligatoire)
    {
      GtkWidget *source = text_new (besoin->source, "caption");

      gtk_widget_add_css_class (source, "secondary");
      gtk_box_append (GTK_BOX (texts), source);
    }
  gtk_box_append (
      self->rows,
      row_new (etat, texts,
               besoin->convention_id != PV_INT_NULL
                   ? open_button_new (besoin->convention_id)
                   : button_new (_ ("_Create…"), "convention-card.creer",
                                 creer_target (besoin->financeur_id, besoin->exercice), TRUE)));
}

/* A convention that names it and answers no need: nothing is granted to it yet, or another
 * convention of the same payer covers it. */
static void
add_convention (PvConventionCard *self, gint64 id)
{
  g_autoptr (PvConventionFiche) fiche =
      pv_convention_fiche_load (pv_context_get_reader (self->context), id, NULL);
  GtkWidget *etat = pv_convention_etat_label_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *sentence = NULL;

  g_object_ref_sink (etat);
  g_object_ref_sink (texts);
  if (fiche != NULL)
    {
      sentence =
          find_besoin (self, fiche->convention->financeur_id, PV_INT_NULL) == NULL
              ? g_strdup_printf (_ ("%s, %d: nothing is granted yet."), fiche->financeur,
                                 (int)fiche->convention->annee_debut)
              : g_strdup_printf ("%s, %d", fiche->financeur, (int)fiche->convention->annee_debut);
      pv_convention_etat_label_show (etat, pv_convention_get_etat (fiche->convention), FALSE, 0);
      gtk_box_append (GTK_BOX (texts), text_new (sentence, "body"));
      gtk_box_append (self->rows, row_new (etat, texts, open_button_new (id)));
    }
  g_object_unref (etat);
  g_object_unref (texts);
}

static gboolean
is_covered (PvConventionCard *self, gint64 convention_id)
{
  for (guint i = 0; i < self->besoins->len; i++)
    if (((const PvConventionBesoin *)self->besoins->pdata[i])->convention_id == convention_id)
      return TRUE;

  return FALSE;
}

/* The payers a convention may be made with, that the law does not ask for. */
static guint
show_menu (PvConventionCard *self, GPtrArray *rangs)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rangs->len; i++)
    {
      const PvPlanRang *rang = rangs->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (rang->financeur_nom, NULL);

      if (find_besoin (self, rang->financement->financeur_id, PV_INT_NULL) != NULL ||
          !g_hash_table_add (seen, &rang->financement->financeur_id))
        continue;
      g_menu_item_set_action_and_target_value (
          item, "convention-card.creer",
          creer_target (rang->financement->financeur_id, PV_INT_NULL));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->create_button, G_MENU_MODEL (menu));

  return (guint)g_menu_model_get_n_items (G_MENU_MODEL (menu));
}

static void
show_rows (PvConventionCard *self)
{
  g_autoptr (GArray) named = pv_convention_store_list_for_dossier (
      pv_context_get_reader (self->context), self->dossier_id, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < self->besoins->len; i++)
    add_besoin (self, self->besoins->pdata[i]);
  for (guint i = 0; named != NULL && i < named->len; i++)
    if (!is_covered (self, g_array_index (named, gint64, i)))
      add_convention (self, g_array_index (named, gint64, i));
  if (gtk_widget_get_first_child (GTK_WIDGET (self->rows)) == NULL)
    gtk_box_append (self->rows,
                    text_new (_ ("None is mandatory: no public funder is over the threshold with "
                                 "this organisme."),
                              "secondary"));
}

void
pv_convention_card_show (PvConventionCard *self,
                         PvContext *context,
                         gint64 dossier_id,
                         GPtrArray *rangs)
{
  gboolean can_edit;
  guint n;

  g_return_if_fail (PV_IS_CONVENTION_CARD (self));
  g_return_if_fail (rangs != NULL);

  g_set_weak_pointer (&self->context, context);
  self->dossier_id = dossier_id;
  g_clear_pointer (&self->besoins, g_ptr_array_unref);
  self->besoins =
      pv_convention_besoin_list_for_dossier (pv_context_get_reader (context), dossier_id, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), self->besoins != NULL && rangs->len > 0);
  if (self->besoins == NULL)
    return;

  can_edit = pv_context_can_edit (context);
  n = show_menu (self, rangs);
  gtk_widget_set_visible (GTK_WIDGET (self->create_button), can_edit && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "convention-card.creer", can_edit);
  show_rows (self);
}

static void
pv_convention_card_dispose (GObject *object)
{
  PvConventionCard *self = PV_CONVENTION_CARD (object);

  g_clear_weak_pointer (&self->context);
  g_clear_pointer (&self->besoins, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CONVENTION_CARD);

  G_OBJECT_CLASS (pv_convention_card_parent_class)->dispose (object);
}

static void
pv_convention_card_class_init (PvConventionCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_convention_card_dispose;
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/convention/pv-convention-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvConventionCard, create_button);
  gtk_widget_class_bind_template_child (widget_class, PvConventionCard, rows);
  gtk_widget_class_install_action (widget_class, "convention-card.creer", "(xx)", creer_cb);
}

static void
pv_convention_card_init (PvConventionCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
