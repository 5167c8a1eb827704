/* pv-dossier-nouveau.c: asks for what a new dossier needs
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-nouveau.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "dossier/pv-dossier-store.h"
#include "organisme/pv-organisme-store.h"
#include "pv-text.h"

/* More are found by typing more. */
#define MATCHES_SHOWN 6

struct _PvDossierNouveau
{
  AdwWindow parent_instance;

  PvContext *context;
  GPtrArray *appels;
  GPtrArray *organismes;
  gint64 porteur_id; /* PV_INT_NULL: made with the name typed */
  gboolean choosing;
  char *proposed;

  GtkDropDown *appel;
  GtkEditable *numero;
  GtkEditable *intitule;
  GtkEditable *porteur;
  GtkListBox *matches;
  GtkLabel *porteur_note;
  GtkLabel *problem;
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvDossierNouveau, pv_dossier_nouveau, ADW_TYPE_WINDOW)

static const PvAppel *
get_appel (PvDossierNouveau *self)
{
  guint selected = gtk_drop_down_get_selected (self->appel);

  return self->appels != NULL && selected < self->appels->len ? self->appels->pdata[selected]
                                                              : NULL;
}

/* (transfer none) (nullable): what is wrong; "": not filled in yet */
static const char *
find_problem (PvDossierNouveau *self)
{
  g_autofree char *numero = pv_text_clean (gtk_editable_get_text (self->numero), FALSE);
  g_autofree char *intitule = pv_text_clean (gtk_editable_get_text (self->intitule), FALSE);
  g_autofree char *porteur = pv_text_clean (gtk_editable_get_text (self->porteur), FALSE);
  const PvAppel *appel = get_appel (self);
  gint64 id = PV_INT_NULL;

  if (appel == NULL)
    return _ ("There is no call yet: make one in the settings of the programme.");
  if (*numero != '\0' &&
      pv_dossier_store_find (pv_context_get_reader (self->context), appel->id, numero, &id, NULL) &&
      id != PV_INT_NULL)
    return _ ("Another dossier of this call bears this number.");

  return *numero == '\0' || *intitule == '\0' || *porteur == '\0' ? "" : NULL;
}

static void
update (PvDossierNouveau *self)
{
  const char *problem = self->context != NULL ? find_problem (self) : "";

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL && *problem != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "nouveau.create", problem == NULL);
}

/* A number that was typed is kept. */
static void
appel_cb (PvDossierNouveau *self)
{
  const PvAppel *appel = get_appel (self);
  const char *shown = gtk_editable_get_text (self->numero);

  if (appel != NULL && (*shown == '\0' || g_strcmp0 (shown, self->proposed) == 0))
    {
      g_free (self->proposed);
      self->proposed =
          pv_dossier_store_next_numero (pv_context_get_reader (self->context), appel->id, NULL);
      gtk_editable_set_text (self->numero, self->proposed != NULL ? self->proposed : "");
    }
  update (self);
}

/* --- the holder -------------------------------------------------------------------- */

static GtkWidget *
match_row_new (const PvOrganisme *organisme)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (organisme->nom, -1);
  g_autofree char *detail =
      organisme->siret != NULL ? g_strdup_printf ("SIRET %s", organisme->siret) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (detail != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "pv-organisme", (gpointer)organisme);

  return row;
}

static guint
fill_matches (PvDossierNouveau *self, const char *needle)
{
  GtkWidget *child;
  guint shown = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->matches))) != NULL)
    gtk_list_box_remove (self->matches, child);
  for (guint i = 0; *needle != '\0' && self->organismes != NULL && i < self->organismes->len; i++)
    {
      const PvOrganisme *organisme = self->organismes->pdata[i];

      if (shown < MATCHES_SHOWN && strstr (organisme->nom_plie, needle) != NULL)
        {
          gtk_list_box_append (self->matches, match_row_new (organisme));
          shown++;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->matches), shown > 0);

  return shown;
}

static void
porteur_cb (PvDossierNouveau *self)
{
  const char *typed = gtk_editable_get_text (self->porteur);
  g_autofree char *needle = pv_text_fold (typed);
  guint shown;

  if (self->choosing)
    return;
  self->porteur_id = PV_INT_NULL;
  shown = fill_matches (self, needle);
  gtk_label_set_label (self->porteur_note, *needle == '\0' ? ""
                                           : shown > 0
                                               ? _ ("Choose it below, or it will be created.")
                                               : _ ("This holder is new: it will be created."));
  gtk_widget_set_visible (GTK_WIDGET (self->porteur_note), *needle != '\0');
  update (self);
}

static void
match_cb (PvDossierNouveau *self, GtkListBoxRow *row)
{
  const PvOrganisme *organisme = g_object_get_data (G_OBJECT (row), "pv-organisme");

  self->choosing = TRUE;
  gtk_editable_set_text (self->porteur, organisme->nom);
  self->choosing = FALSE;
  self->porteur_id = organisme->id;
  gtk_widget_set_visible (GTK_WIDGET (self->matches), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->porteur_note), FALSE);
  update (self);
}

/* --- making it --------------------------------------------------------------------- */

typedef struct
{
  PvDossier *dossier;
  const char *porteur;
} Making;

static gboolean
make_cb (PvDb *db, gpointer data, GError **error)
{
  Making *making = data;

  if (making->dossier->porteur_id == PV_INT_NULL)
    {
      g_autoptr (PvOrganisme) organisme = pv_organisme_new ();

      pv_champ_set_text (&organisme->nom, making->porteur);
      if (!pv_organisme_store_insert (db, organisme, error))
        return FALSE;
      making->dossier->porteur_id = organisme->id;
    }

  return pv_dossier_store_insert (db, making->dossier, error);
}

static void
create_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierNouveau *self = PV_DOSSIER_NOUVEAU (widget);
  g_autoptr (PvDossier) dossier = pv_dossier_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *numero = pv_text_clean (gtk_editable_get_text (self->numero), FALSE);
  g_autofree char *intitule = pv_text_clean (gtk_editable_get_text (self->intitule), FALSE);
  g_autofree char *porteur = pv_text_clean (gtk_editable_get_text (self->porteur), FALSE);
  g_autofree char *label = g_strdup_printf ("%s · %s", numero, intitule);
  const PvAppel *appel = get_appel (self);
  Making making = { dossier, porteur };

  dossier->appel_id = appel->id;
  dossier->exercice = appel->exercice;
  dossier->porteur_id = self->porteur_id;
  dossier->statut = PV_DOSSIER_STATUT_DEPOSE;
  dossier->depose_le = pv_context_get_today (self->context);
  pv_champ_set_text (&dossier->numero, numero);
  pv_champ_set_text (&dossier->intitule, intitule);
  if (!pv_context_act (self->context, "dossier-new", label, make_cb, &making, &error))
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, dossier->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
pv_dossier_nouveau_dispose (GObject *object)
{
  PvDossierNouveau *self = PV_DOSSIER_NOUVEAU (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_DOSSIER_NOUVEAU);
  g_clear_pointer (&self->appels, g_ptr_array_unref);
  g_clear_pointer (&self->organismes, g_ptr_array_unref);
  g_clear_pointer (&self->proposed, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_dossier_nouveau_parent_class)->dispose (object);
}

static void
pv_dossier_nouveau_class_init (PvDossierNouveauClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_dossier_nouveau_dispose;

  signals[CREATED] = g_signal_new ("created", PV_TYPE_DOSSIER_NOUVEAU, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "nouveau.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-dossier-nouveau.ui");
  gtk_widget_class_bind_template_child (widget_class, PvDossierNouveau, appel);
  gtk_widget_class_bind_template_child (widget_class, PvDossierNouveau, numero);
  gtk_widget_class_bind_template_child (widget_class, PvDossierNouveau, intitule);
  gtk_widget_class_bind_template_child (widget_class, PvDossierNouveau, porteur);
  gtk_widget_class_bind_template_child (widget_class, PvDossierNouveau, matches);
  gtk_widget_class_bind_template_child (widget_class, PvDossierNouveau, porteur_note);
  gtk_widget_class_bind_template_child (widget_class, PvDossierNouveau, problem);
  gtk_widget_class_bind_template_callback (widget_class, appel_cb);
  gtk_widget_class_bind_template_callback (widget_class, porteur_cb);
  gtk_widget_class_bind_template_callback (widget_class, match_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

/* The text of a row bears the name of the row. */
static void
name_row (GtkEditable *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
pv_dossier_nouveau_init (PvDossierNouveau *self)
{
  self->porteur_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  name_row (self->numero);
  name_row (self->intitule);
  name_row (self->porteur);
}

PvDossierNouveau *
pv_dossier_nouveau_new (GtkWindow *parent, PvContext *context)
{
  PvDossierNouveau *self = g_object_new (PV_TYPE_DOSSIER_NOUVEAU, "transient-for", parent, NULL);
  PvDb *db = pv_context_get_reader (context);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  self->context = g_object_ref (context);
  self->appels = pv_appel_store_list (db, NULL);
  self->organismes = pv_organisme_store_list (db, NULL);
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = self->appels->pdata[i];
      g_autofree char *label =
          g_strdup_printf ("%" G_GINT64_FORMAT " · %s", appel->exercice, appel->libelle);

      gtk_string_list_append (labels, label);
      if (appel->id == pv_context_get_appel (context))
        selected = i;
    }
  gtk_drop_down_set_model (self->appel, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->appel, selected);
  appel_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->intitule));

  return self;
}
