/* pv-regle-dialog.c: all of one limit
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-regle-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "enveloppe/pv-enveloppe-choix.h"
#include "enveloppe/pv-enveloppe-regle-etat.h"
#include "enveloppe/pv-enveloppe-service.h"
#include "enveloppe/pv-montant-field.h"
#include "enveloppe/pv-motif-dialog.h"
#include "territoire/pv-commune-store.h"
#include "widget/pv-dialog-end.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"

struct _PvRegleDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  PvEnveloppeRegle *regle;
  gint64 exercice;
  char *motif; /* (nullable): why it is passed */

  AdwWindowTitle *title;
  GtkLabel *refus;
  PvChoice *enveloppe;
  PvChoice *genre;
  PvChoice *cible;
  PvField *taux;
  PvMontantField *montant;
  PvChoice *base_enveloppe;
  PvField *base_libelle;
  PvMontantField *base;
  PvField *source;
  GtkLabel *apercu;
};

G_DEFINE_FINAL_TYPE (PvRegleDialog, pv_regle_dialog, ADW_TYPE_WINDOW)

/* What may be counted: these, then each commune, by its key. */
static const struct
{
  const char *cible;
  const char *words;
} cibles[] = {
  { "cpo", N_ ("Dossiers of a multi-year agreement (CPO)") },
  { "nouvelle", N_ ("New actions") },
  { "reconduction", N_ ("Renewed actions") },
  { "genre:qpv", N_ ("On quartiers prioritaires") },
  { "genre:qva", N_ ("On quartiers de veille active") },
  { "genre:vulnerable", N_ ("On territoires vulnérables") },
  { "genre:hors", N_ ("Outside of the priority geography") },
  { "tout", N_ ("All dossiers") },
};

#define CLE_COMMUNE 1000

static const char *const genres[] = {
  [PV_REGLE_GENRE_PART_MAX] = N_ ("At most"),
  [PV_REGLE_GENRE_PART_MIN] = N_ ("At least"),
  [PV_REGLE_GENRE_RESERVE] = N_ ("Reserve to keep"),
};

static PvDb *
get_reader (PvRegleDialog *self)
{
  return pv_context_get_reader (self->context);
}

static void
tell (PvRegleDialog *self, const char *reason)
{
  gtk_label_set_label (self->refus, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refus), reason != NULL);
}

/* --- choices ------------------------------------------------------------------------------------
 */

static void
add_communes (GPtrArray *items, PvDb *db, const char *text)
{
  g_autoptr (GPtrArray) communes = pv_enveloppe_choix_communes (db, text);

  for (guint i = 0; i < communes->len; i++)
    {
      const PvChoiceItem *commune = communes->pdata[i];

      if (commune->detail != NULL)
        pv_choice_add (items, CLE_COMMUNE + commune->key, commune->label, commune->detail);
    }
}

static GPtrArray *
list_cibles_cb (const char *text, gpointer user_data)
{
  PvRegleDialog *self = user_data;
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cibles) && *text == '\0'; i++)
    pv_choice_add (items, i, _ (cibles[i].words), NULL);
  add_communes (items, get_reader (self), text);

  return items;
}

static GPtrArray *
list_genres_cb (const char *text, gpointer user_data)
{
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    pv_choice_add (items, i, _ (genres[i]), NULL);

  return items;
}

static GPtrArray *
list_enveloppes_cb (const char *text, gpointer user_data)
{
  PvRegleDialog *self = user_data;

  return pv_enveloppe_choix_enveloppes (get_reader (self), self->exercice, text);
}

/* Chooses what the rule counts by its words, or its commune. */
static void
show_cible (PvRegleDialog *self)
{
  gint64 commune = PV_INT_NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cibles); i++)
    if (g_strcmp0 (self->regle->cible, cibles[i].cible) == 0)
      {
        pv_choice_set_value (self->cible, i, _ (cibles[i].words));
        return;
      }
  if (self->regle->cible != NULL && g_str_has_prefix (self->regle->cible, "commune:"))
    pv_commune_store_find_by_insee (get_reader (self), self->regle->cible + strlen ("commune:"),
                                    &commune, NULL);
  name = pv_enveloppe_choix_name_commune (get_reader (self), commune);
  pv_choice_set_value (self->cible, commune != PV_INT_NULL ? CLE_COMMUNE + commune : PV_INT_NULL,
                       name != NULL ? name : self->regle->cible);
}

static void
show_choices (PvRegleDialog *self)
{
  const PvEnveloppeRegle *regle = self->regle;
  gboolean reserve = regle->genre == PV_REGLE_GENRE_RESERVE;
  g_autofree char *enveloppe =
      pv_enveloppe_choix_name_enveloppe (get_reader (self), regle->enveloppe_id);
  g_autofree char *base =
      pv_enveloppe_choix_name_enveloppe (get_reader (self), regle->base_enveloppe_id);

  pv_choice_set_value (self->enveloppe, regle->enveloppe_id, enveloppe);
  pv_choice_set_value (self->base_enveloppe, regle->base_enveloppe_id, base);
  pv_choice_set_value (self->genre, (gint64)regle->genre, _ (genres[regle->genre]));
  gtk_widget_set_visible (GTK_WIDGET (self->cible), !reserve);
  gtk_widget_set_visible (GTK_WIDGET (self->base_libelle), regle->base_enveloppe_id == PV_INT_NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->base), regle->base_enveloppe_id == PV_INT_NULL);
  show_cible (self);
}

static void
set_cible (PvRegleDialog *self, gint64 key)
{
  g_autoptr (PvCommune) commune = NULL;
  g_autofree char *cible = NULL;

  if (key < CLE_COMMUNE)
    {
      pv_champ_set_text (&self->regle->cible, cibles[key].cible);
      return;
    }
  commune = pv_commune_store_get (get_reader (self), key - CLE_COMMUNE, NULL);
  cible = commune != NULL ? g_strconcat ("commune:", commune->code_insee, NULL) : NULL;
  pv_champ_set_text (&self->regle->cible, cible);
}

static void
chosen_cb (PvRegleDialog *self, gint64 key, const char *text, PvChoice *choice)
{
  if (choice == self->enveloppe)
    self->regle->enveloppe_id = key;
  else if (choice == self->base_enveloppe)
    {
      self->regle->base_enveloppe_id = key;
      if (key != PV_INT_NULL)
        self->regle->base_cents = PV_CENTS_NULL;
      pv_montant_field_set_cents (self->base, self->regle->base_cents);
    }
  else if (choice == self->genre)
    self->regle->genre = (PvRegleGenre)key;
  else
    set_cible (self, key);
  show_choices (self);
  tell (self, NULL);
}

/* --- what is typed -------------------------------------------------------------------------------
 */

static void
taux_cb (PvRegleDialog *self, const char *value)
{
  g_autoptr (PvEnveloppeRegle) typed = pv_enveloppe_regle_copy (self->regle);
  g_autofree char *reason = NULL;

  typed->taux_bp = value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL;
  reason = pv_enveloppe_regle_check_champ (typed, "taux_bp");
  if (reason != NULL)
    pv_field_refuse (self->taux, reason);
  else
    self->regle->taux_bp = typed->taux_bp;
}

static void
base_libelle_cb (PvRegleDialog *self, const char *value)
{
  pv_champ_set_text (&self->regle->base_libelle, value);
}

static void
source_cb (PvRegleDialog *self, const char *value)
{
  pv_champ_set_text (&self->regle->source, value);
}

static void
montant_typed_cb (PvRegleDialog *self, PvMontantField *field)
{
  g_autoptr (PvEnveloppeRegle) typed = pv_enveloppe_regle_copy (self->regle);
  PvAmountEntry *entry = pv_montant_field_get_entry (field);
  g_autofree char *problem =
      pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &typed->montant_cents);
  g_autofree char *reason =
      problem == NULL ? pv_enveloppe_regle_check_champ (typed, "montant_cents") : NULL;

  pv_montant_field_set_reason (field, reason);
  tell (self, NULL);
}

/* --- saving --------------------------------------------------------------------------------------
 */

static gboolean
write_regle (PvDb *db, gpointer data, GError **error)
{
  return pv_enveloppe_service_save_regle (db, data, error);
}

static char *
dup_label (PvRegleDialog *self)
{
  return pv_enveloppe_choix_name_enveloppe (get_reader (self), self->regle->enveloppe_id);
}

static gboolean
commit (PvRegleDialog *self)
{
  gboolean own_base = gtk_widget_get_visible (GTK_WIDGET (self->base));

  return pv_field_commit (self->taux) &&
         pv_montant_field_commit (self->montant, &self->regle->montant_cents) &&
         (!own_base || (pv_field_commit (self->base_libelle) &&
                        pv_montant_field_commit (self->base, &self->regle->base_cents))) &&
         pv_field_commit (self->source);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvRegleDialog *self = PV_REGLE_DIALOG (widget);
  g_autofree char *label = dup_label (self);
  g_autoptr (GError) error = NULL;

  if (!commit (self))
    return;
  if (pv_context_act (self->context,
                      self->regle->id == 0 ? "enveloppe-regle-new" : "enveloppe-regle-edit", label,
                      write_regle, self->regle, &error))
    pv_dialog_end (GTK_WINDOW (self));
  else
    tell (self, error->message);
}

static gboolean
delete_regle (PvDb *db, gpointer data, GError **error)
{
  return pv_enveloppe_service_delete_regle (db, *(gint64 *)data, error);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvRegleDialog *self = PV_REGLE_DIALOG (widget);
  g_autofree char *label = dup_label (self);
  g_autoptr (GError) error = NULL;

  if (pv_context_act (self->context, "enveloppe-regle-delete", label, delete_regle,
                      &self->regle->id, &error))
    pv_dialog_end (GTK_WINDOW (self));
  else
    tell (self, error->message);
}

typedef struct
{
  PvEnveloppeRegle *regle;
  const char *motif;
} Passage;

static gboolean
pass_regle (PvDb *db, gpointer data, GError **error)
{
  const Passage *passage = data;

  /* the reason is of the limit as it is seen */
  return write_regle (db, passage->regle, error) &&
         pv_enveloppe_service_pass_regle (db, passage->regle->id, passage->motif, error);
}

static void
passed_cb (PvRegleDialog *self, const char *motif)
{
  Passage passage = { self->regle, motif };
  g_autofree char *label = dup_label (self);
  g_autoptr (GError) error = NULL;

  if (!commit (self))
    return;
  if (pv_context_act (self->context, "controle-derogation", label, pass_regle, &passage, &error))
    pv_dialog_end (GTK_WINDOW (self));
  else
    tell (self, error->message);
}

static void
pass_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvRegleDialog *self = PV_REGLE_DIALOG (widget);
  GtkWidget *dialog =
      pv_motif_dialog_new (GTK_WINDOW (self), _ ("Pass This Limit?"),
                           _ ("It stays shown as broken, with the reason beside it."), self->motif);

  g_signal_connect_object (dialog, "answered", G_CALLBACK (passed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the object ----------------------------------------------------------------------------------
 */

static void
pv_regle_dialog_finalize (GObject *object)
{
  PvRegleDialog *self = PV_REGLE_DIALOG (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->regle, pv_enveloppe_regle_free);
  g_clear_pointer (&self->motif, g_free);

  G_OBJECT_CLASS (pv_regle_dialog_parent_class)->finalize (object);
}

static void
pv_regle_dialog_class_init (PvRegleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_regle_dialog_finalize;
  g_type_ensure (PV_TYPE_CHOICE);
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_MONTANT_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/enveloppe/pv-regle-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvRegleDialog, child)
  BIND (title);
  BIND (refus);
  BIND (enveloppe);
  BIND (genre);
  BIND (cible);
  BIND (taux);
  BIND (montant);
  BIND (base_enveloppe);
  BIND (base_libelle);
  BIND (base);
  BIND (source);
  BIND (apercu);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, taux_cb);
  gtk_widget_class_bind_template_callback (widget_class, montant_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, base_libelle_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_install_action (widget_class, "regle.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "regle.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "regle.pass", NULL, pass_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "regle.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_regle_dialog_init (PvRegleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* How it stands now. */
static PvRegleEtat
show_etat (PvRegleDialog *self)
{
  g_autoptr (GPtrArray) etats = pv_enveloppe_regle_etat_list (get_reader (self), self->exercice,
                                                              self->regle->enveloppe_id, NULL);

  for (guint i = 0; etats != NULL && i < etats->len; i++)
    {
      const PvEnveloppeRegleEtat *etat = etats->pdata[i];
      g_autofree char *chiffres = pv_enveloppe_regle_etat_to_chiffres (etat);
      g_autofree char *text = NULL;

      if (etat->regle->id != self->regle->id)
        continue;
      /* Translators: a state, then its figures: "Kept: 12 000 € for 15 000 €" */
      text = g_strdup_printf (_ ("%s: %s"), pv_regle_etat_to_words (etat->etat), chiffres);
      pv_format_label (self->apercu, text);
      self->motif = g_strdup (etat->motif);
      return etat->etat;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->apercu), FALSE);

  return PV_REGLE_ETAT_RESPECTEE;
}

GtkWidget *
pv_regle_dialog_new (PvContext *context, const PvEnveloppeRegle *regle, gint64 exercice)
{
  PvRegleDialog *self = g_object_new (PV_TYPE_REGLE_DIALOG, NULL);
  gboolean can_edit = pv_context_can_edit (context);
  gboolean adding = regle->id == 0;
  PvRegleEtat etat;

  self->context = g_object_ref (context);
  self->regle = pv_enveloppe_regle_copy (regle);
  self->exercice = exercice;
  if (self->regle->genre == PV_REGLE_GENRE_NULL)
    self->regle->genre = PV_REGLE_GENRE_PART_MAX;
  pv_choice_set_func (self->enveloppe, list_enveloppes_cb, self);
  pv_choice_set_func (self->base_enveloppe, list_enveloppes_cb, self);
  pv_choice_set_func (self->genre, list_genres_cb, self);
  pv_choice_set_func (self->cible, list_cibles_cb, self);
  show_choices (self);
  pv_field_set_int (self->taux, regle->taux_bp);
  pv_montant_field_set_cents (self->montant, regle->montant_cents);
  pv_field_set_value (self->base_libelle, regle->base_libelle);
  pv_montant_field_set_cents (self->base, regle->base_cents);
  pv_field_set_value (self->source, regle->source);
  etat = show_etat (self);
  adw_window_title_set_title (self->title, adding ? _ ("New Limit") : _ ("Limit"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regle.save", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regle.delete", can_edit && !adding);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regle.pass",
                                 can_edit && !adding &&
                                     (etat != PV_REGLE_ETAT_RESPECTEE || self->motif != NULL));

  return GTK_WIDGET (self);
}
