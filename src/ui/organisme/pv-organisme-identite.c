/* pv-organisme-identite.c: who an organisme is, each field saved when it is left
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-identite.h"

#include <glib/gi18n.h>
#include <string.h>

#include "organisme/pv-organisme-store.h"
#include "pv-text.h"
#include "territoire/pv-commune-store.h"
#include "widget/pv-choice.h"
#include "widget/pv-field.h"

/* Their id in the template is their column. */
static const char *const columns[] = { "nom",     "sigle",       "siret",       "rna",
                                       "adresse", "code_postal", "cer_signe_le" };

#define N_FIELDS G_N_ELEMENTS (columns)

struct _PvOrganismeIdentite
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  gint64 organisme_id;
  char *nom;

  PvField *fields[N_FIELDS];
  PvChoice *forme;
  PvChoice *commune_id;
  GtkLabel *siret_declare;
};

G_DEFINE_FINAL_TYPE (PvOrganismeIdentite, pv_organisme_identite, ADW_TYPE_BIN)

/* --- writing ------------------------------------------------------------------------- */

typedef struct
{
  gint64 id;
  const char *column;
  const char *value;
} Edit;

static gboolean
write_edit (PvDb *db, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;

  return pv_organisme_store_set_champ (db, edit->id, edit->column, edit->value, error);
}

static gboolean
save (PvOrganismeIdentite *self, const char *column, const char *value, GError **error)
{
  Edit edit = { self->organisme_id, column, value };

  return self->context != NULL &&
         pv_context_act (self->context, "organisme-edit", self->nom, write_edit, &edit, error);
}

static void
field_committed_cb (PvField *field, const char *value, PvOrganismeIdentite *self)
{
  g_autoptr (GError) error = NULL;

  if (!save (self, gtk_buildable_get_buildable_id (GTK_BUILDABLE (field)), value, &error))
    pv_field_refuse (field, error->message);
}

static void
forme_chosen_cb (PvChoice *choice, gint64 key, const char *text, PvOrganismeIdentite *self)
{
  const char *id = key != PV_INT_NULL ? pv_forme_to_id ((PvForme)key) : NULL;
  g_autoptr (GError) error = NULL;

  if (!save (self, "forme", id, &error))
    pv_choice_refuse (choice, error->message);
}

static void
commune_chosen_cb (PvChoice *choice, gint64 key, const char *text, PvOrganismeIdentite *self)
{
  g_autofree char *id = key != PV_INT_NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, key) : NULL;
  g_autoptr (GError) error = NULL;

  if (!save (self, "commune_id", id, &error))
    pv_choice_refuse (choice, error->message);
}

/* --- choices ------------------------------------------------------------------------- */

static GPtrArray *
search_formes (const char *text, gpointer user_data)
{
  GPtrArray *items = pv_choice_items_new ();

  for (guint i = 0; i < PV_N_FORMES; i++)
    pv_choice_add (items, i, pv_forme_to_libelle ((PvForme)i), NULL);

  return items;
}

static GPtrArray *
search_communes (const char *text, gpointer user_data)
{
  PvOrganismeIdentite *self = user_data;
  GPtrArray *items = pv_choice_items_new ();
  g_autofree char *folded = pv_text_fold (text);
  g_autoptr (GPtrArray) communes =
      self->context != NULL ? pv_commune_store_list (pv_context_get_reader (self->context), NULL)
                            : NULL;

  for (guint i = 0; communes != NULL && i < communes->len && items->len < PV_CHOICE_MAX; i++)
    {
      const PvCommune *commune = communes->pdata[i];

      if (strstr (commune->nom_plie, folded) != NULL ||
          (commune->code_insee != NULL && g_str_has_prefix (commune->code_insee, text)))
        pv_choice_add (items, commune->id, commune->nom, commune->code_insee);
    }

  return items;
}

/* --- showing ------------------------------------------------------------------------- */

static void
show_commune (PvOrganismeIdentite *self, const PvOrganisme *organisme)
{
  g_autoptr (PvCommune) commune = organisme->commune_id != PV_INT_NULL
                                      ? pv_commune_store_get (pv_context_get_reader (self->context),
                                                              organisme->commune_id, NULL)
                                      : NULL;

  pv_choice_set_value (self->commune_id, organisme->commune_id,
                       commune != NULL ? commune->nom : organisme->commune_nom);
}

static void
show_declared (PvOrganismeIdentite *self, const PvOrganisme *organisme)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->siret_declare), organisme->siret_declare != NULL);
  if (organisme->siret_declare == NULL)
    return;
  text = g_strdup_printf (_ ("“%s” was given, and is not a SIRET."), organisme->siret_declare);
  gtk_label_set_text (self->siret_declare, text);
}

static void
pv_organisme_identite_dispose (GObject *object)
{
  PvOrganismeIdentite *self = PV_ORGANISME_IDENTITE (object);

  g_clear_weak_pointer (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ORGANISME_IDENTITE);

  G_OBJECT_CLASS (pv_organisme_identite_parent_class)->dispose (object);
}

static void
pv_organisme_identite_finalize (GObject *object)
{
  g_free (PV_ORGANISME_IDENTITE (object)->nom);

  G_OBJECT_CLASS (pv_organisme_identite_parent_class)->finalize (object);
}

static void
pv_organisme_identite_class_init (PvOrganismeIdentiteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_organisme_identite_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_organisme_identite_finalize;
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/organisme/pv-organisme-identite.ui");
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i], FALSE,
                                               G_STRUCT_OFFSET (PvOrganismeIdentite, fields) +
                                                   (gssize)(i * sizeof (PvField *)));
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeIdentite, forme);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeIdentite, commune_id);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeIdentite, siret_declare);
  gtk_widget_class_bind_template_callback (widget_class, field_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, forme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, commune_chosen_cb);
}

static void
pv_organisme_identite_init (PvOrganismeIdentite *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_choice_set_func (self->forme, search_formes, self);
  pv_choice_set_func (self->commune_id, search_communes, self);
}

void
pv_organisme_identite_set (PvOrganismeIdentite *self,
                           PvContext *context,
                           const PvOrganisme *organisme)
{
  gboolean can_edit;

  g_return_if_fail (PV_IS_ORGANISME_IDENTITE (self));
  g_return_if_fail (organisme != NULL);

  g_set_weak_pointer (&self->context, context);
  self->organisme_id = organisme->id;
  g_free (self->nom);
  self->nom = g_strdup (organisme->nom);
  can_edit = pv_context_can_edit (context);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const PvChamp *champ = pv_champs_find (pv_organisme_champs, columns[i]);
      g_autofree char *value = pv_champ_to_text (champ, organisme);

      pv_field_set_value (self->fields[i], value);
      pv_field_set_editable (self->fields[i], can_edit);
    }
  pv_choice_set_value (self->forme,
                       organisme->forme != PV_FORME_NULL ? (gint64)organisme->forme : PV_INT_NULL,
                       pv_forme_to_libelle (organisme->forme));
  pv_choice_set_editable (self->forme, can_edit);
  pv_choice_set_editable (self->commune_id, can_edit);
  show_commune (self, organisme);
  show_declared (self, organisme);
}
