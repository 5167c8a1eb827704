/* pv-enveloppe-dialog.c: all of one envelope
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-dialog.h"

#include <glib/gi18n.h>

#include "enveloppe/pv-enveloppe-choix.h"
#include "enveloppe/pv-enveloppe-service.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "enveloppe/pv-montant-field.h"
#include "widget/pv-dialog-end.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"

struct _PvEnveloppeDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  PvEnveloppe *enveloppe;

  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkLabel *refus;
  PvChoice *dispositif;
  PvField *libelle;
  PvField *exercice;
  PvChoice *section;
  PvMontantField *montant;
  GtkLabel *somme;
  PvChoice *parent;
  PvChoice *commune;
  PvChoice *quartier;
  PvChoice *noeud;
};

G_DEFINE_FINAL_TYPE (PvEnveloppeDialog, pv_enveloppe_dialog, ADW_TYPE_WINDOW)

static PvDb *
get_reader (PvEnveloppeDialog *self)
{
  return pv_context_get_reader (self->context);
}

static void
tell (PvEnveloppeDialog *self, const char *reason)
{
  gtk_label_set_label (self->refus, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refus), reason != NULL);
}

/* --- choices ------------------------------------------------------------------------------------
 */

static GPtrArray *
list_cb (const char *text, gpointer user_data)
{
  PvEnveloppeDialog *self = PV_ENVELOPPE_DIALOG (gtk_widget_get_root (user_data));
  PvDb *db = get_reader (self);

  if (user_data == self->dispositif)
    return pv_enveloppe_choix_dispositifs (db, text);
  if (user_data == self->parent)
    return pv_enveloppe_choix_parents (db, self->enveloppe, text);
  if (user_data == self->commune)
    return pv_enveloppe_choix_communes (db, text);

  return pv_enveloppe_choix_noeuds (db, text);
}

static GPtrArray *
list_words_cb (const char *text, gpointer user_data)
{
  const PvVocabulaire *vocabulaire = user_data;
  GPtrArray *items = pv_choice_items_new ();

  for (gsize i = 0; i < vocabulaire->n; i++)
    pv_choice_add (items, (gint64)i, vocabulaire->mots[i].libelle, NULL);

  return items;
}

static void
show_choices (PvEnveloppeDialog *self)
{
  const PvEnveloppe *enveloppe = self->enveloppe;
  PvDb *db = get_reader (self);
  g_autofree char *dispositif = pv_enveloppe_choix_name_dispositif (db, enveloppe->dispositif_id);
  g_autofree char *parent = pv_enveloppe_choix_name_enveloppe (db, enveloppe->parent_id);
  g_autofree char *commune = pv_enveloppe_choix_name_commune (db, enveloppe->commune_id);
  g_autofree char *noeud = pv_enveloppe_choix_name_noeud (db, enveloppe->noeud_id);

  pv_choice_set_value (self->dispositif, enveloppe->dispositif_id, dispositif);
  pv_choice_set_value (self->parent, enveloppe->parent_id, parent);
  pv_choice_set_value (self->commune, enveloppe->commune_id, commune);
  pv_choice_set_value (self->noeud, enveloppe->noeud_id, noeud);
  pv_choice_set_value (
      self->section,
      enveloppe->section == PV_SECTION_NULL ? PV_INT_NULL : (gint64)enveloppe->section,
      enveloppe->section == PV_SECTION_NULL ? _ ("Both")
                                            : pv_section_to_libelle (enveloppe->section));
  pv_choice_set_value (self->quartier,
                       enveloppe->quartier_genre == PV_QUARTIER_GENRE_NULL
                           ? PV_INT_NULL
                           : (gint64)enveloppe->quartier_genre,
                       pv_quartier_genre_to_libelle (enveloppe->quartier_genre));
}

static void
chosen_cb (PvEnveloppeDialog *self, gint64 key, const char *text, PvChoice *choice)
{
  PvEnveloppe *enveloppe = self->enveloppe;

  if (choice == self->dispositif)
    enveloppe->dispositif_id = key;
  else if (choice == self->parent)
    enveloppe->parent_id = key;
  else if (choice == self->commune)
    enveloppe->commune_id = key;
  else if (choice == self->noeud)
    enveloppe->noeud_id = key;
  else if (choice == self->section)
    enveloppe->section = key == PV_INT_NULL ? PV_SECTION_NULL : (PvSection)key;
  else
    enveloppe->quartier_genre = key == PV_INT_NULL ? PV_QUARTIER_GENRE_NULL : (PvQuartierGenre)key;
  show_choices (self);
  tell (self, NULL);
}

/* --- what is typed -------------------------------------------------------------------------------
 */

static void
libelle_cb (PvEnveloppeDialog *self, const char *value)
{
  pv_champ_set_text (&self->enveloppe->libelle, value);
}

static void
exercice_cb (PvEnveloppeDialog *self, const char *value)
{
  g_autoptr (PvEnveloppe) typed = pv_enveloppe_copy (self->enveloppe);
  g_autofree char *reason = NULL;

  typed->exercice = value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
  reason = pv_enveloppe_check_champ (typed, "exercice");
  if (reason != NULL)
    pv_field_refuse (self->exercice, reason);
  else
    self->enveloppe->exercice = typed->exercice;
}

/* An absurd amount is said as it is typed. */
static void
montant_typed_cb (PvEnveloppeDialog *self)
{
  g_autoptr (PvEnveloppe) typed = pv_enveloppe_copy (self->enveloppe);
  PvAmountEntry *entry = pv_montant_field_get_entry (self->montant);
  g_autofree char *problem =
      pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &typed->montant_cents);
  g_autofree char *reason =
      problem == NULL ? pv_enveloppe_check_champ (typed, "montant_cents") : NULL;

  pv_montant_field_set_reason (self->montant, reason);
  tell (self, NULL);
}

/* --- saving --------------------------------------------------------------------------------------
 */

static gboolean
write_enveloppe (PvDb *db, gpointer data, GError **error)
{
  return pv_enveloppe_service_save (db, data, error);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppeDialog *self = PV_ENVELOPPE_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gboolean adding = self->enveloppe->id == 0;

  if (!pv_field_commit (self->libelle) || !pv_field_commit (self->exercice))
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->montant)) &&
      !pv_montant_field_commit (self->montant, &self->enveloppe->montant_cents))
    return;
  if (pv_context_act (self->context, adding ? "enveloppe-new" : "enveloppe-edit",
                      self->enveloppe->libelle, write_enveloppe, self->enveloppe, &error))
    pv_dialog_end (GTK_WINDOW (self));
  else
    tell (self, error->message);
}

static gboolean
delete_enveloppe (PvDb *db, gpointer data, GError **error)
{
  return pv_enveloppe_service_delete (db, *(gint64 *)data, error);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEnveloppeDialog *self = PV_ENVELOPPE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (pv_context_act (self->context, "enveloppe-delete", self->enveloppe->libelle, delete_enveloppe,
                      &self->enveloppe->id, &error))
    pv_dialog_end (GTK_WINDOW (self));
  else
    tell (self, error->message);
}

/* --- the object ----------------------------------------------------------------------------------
 */

static void
pv_enveloppe_dialog_finalize (GObject *object)
{
  PvEnveloppeDialog *self = PV_ENVELOPPE_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->enveloppe, pv_enveloppe_free);

  G_OBJECT_CLASS (pv_enveloppe_dialog_parent_class)->finalize (object);
}

static void
pv_enveloppe_dialog_class_init (PvEnveloppeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_enveloppe_dialog_finalize;
  g_type_ensure (PV_TYPE_CHOICE);
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_MONTANT_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/enveloppe/pv-enveloppe-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvEnveloppeDialog, child)
  BIND (title);
  BIND (save_button);
  BIND (refus);
  BIND (dispositif);
  BIND (libelle);
  BIND (exercice);
  BIND (section);
  BIND (montant);
  BIND (somme);
  BIND (parent);
  BIND (commune);
  BIND (quartier);
  BIND (noeud);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, libelle_cb);
  gtk_widget_class_bind_template_callback (widget_class, exercice_cb);
  gtk_widget_class_bind_template_callback (widget_class, montant_typed_cb);
  gtk_widget_class_install_action (widget_class, "enveloppe.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "enveloppe.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "enveloppe.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_enveloppe_dialog_init (PvEnveloppeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_divided (PvEnveloppeDialog *self)
{
  gboolean feuille = TRUE;

  return self->enveloppe->id != 0 &&
         pv_enveloppe_store_is_feuille (get_reader (self), self->enveloppe->id, &feuille, NULL) &&
         !feuille;
}

GtkWidget *
pv_enveloppe_dialog_new (PvContext *context, const PvEnveloppe *enveloppe)
{
  PvEnveloppeDialog *self = g_object_new (PV_TYPE_ENVELOPPE_DIALOG, NULL);
  gboolean adding = enveloppe->id == 0;
  PvChoice *choices[] = { self->dispositif, self->parent, self->commune, self->noeud };
  gboolean divided;

  self->context = g_object_ref (context);
  self->enveloppe = pv_enveloppe_copy (enveloppe);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    pv_choice_set_func (choices[i], list_cb, choices[i]);
  pv_choice_set_func (self->section, list_words_cb, (gpointer)&pv_section_vocabulaire);
  pv_choice_set_func (self->quartier, list_words_cb, (gpointer)&pv_quartier_genre_vocabulaire);
  divided = is_divided (self);
  show_choices (self);
  pv_field_set_value (self->libelle, enveloppe->libelle);
  pv_field_set_int (self->exercice, enveloppe->exercice);
  pv_montant_field_set_cents (self->montant, enveloppe->montant_cents);
  gtk_widget_set_visible (GTK_WIDGET (self->montant), !divided);
  gtk_widget_set_visible (GTK_WIDGET (self->somme), divided);
  adw_window_title_set_title (self->title, adding ? _ ("New Envelope") : _ ("Envelope"));
  adw_window_title_set_subtitle (self->title, adding ? "" : enveloppe->libelle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "enveloppe.save",
                                 pv_context_can_edit (context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "enveloppe.delete",
                                 pv_context_can_edit (context) && !adding);

  return GTK_WIDGET (self);
}
