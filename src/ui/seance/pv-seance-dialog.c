/* pv-seance-dialog.c: asks for what a new séance needs
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-dialog.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "instance/pv-instance-service.h"
#include "instance/pv-instance-store.h"
#include "institution/pv-institution-store.h"
#include "programme/pv-contrat-store.h"
#include "pv-date.h"
#include "pv-text.h"
#include "reference/pv-reference-liste.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"

struct _PvSeanceDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  GPtrArray *instances; /* of PvInstance: of the file, of the reference (key 0), then another */
  GArray *appels;       /* gint64 */
  gboolean updating;

  AdwComboRow *instance;
  GtkEditable *nom;
  AdwComboRow *effet;
  GtkLabel *instance_words;
  GtkEditable *date;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;
  GtkEditable *lieu;
  AdwComboRow *appel;
  GtkSpinButton *minuterie;
  GtkLabel *problem;
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvSeanceDialog, pv_seance_dialog, ADW_TYPE_WINDOW)

/* --- what is chosen ------------------------------------------------------------------------ */

static PvInstance *
get_instance (PvSeanceDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->instance);

  return self->instances != NULL && selected < self->instances->len
             ? self->instances->pdata[selected]
             : NULL;
}

/* One whose name is still to be typed. */
static gboolean
is_other (PvSeanceDialog *self)
{
  const PvInstance *instance = get_instance (self);

  return instance != NULL && instance->nom == NULL;
}

/* (transfer full) (nullable): an ISO date */
static char *
dup_date (PvSeanceDialog *self)
{
  return pv_date_parse (gtk_editable_get_text (self->date), NULL, NULL);
}

/* (transfer none) (nullable): what is wrong; "": not filled in yet */
static const char *
find_problem (PvSeanceDialog *self)
{
  g_autofree char *nom = pv_text_clean (gtk_editable_get_text (self->nom), FALSE);
  g_autofree char *date = dup_date (self);
  gint64 known = PV_INT_NULL;

  if (is_other (self) && *nom == '\0')
    return "";
  if (is_other (self) &&
      pv_instance_store_find_by_nom (pv_context_get_reader (self->context), nom, &known, NULL) &&
      known != PV_INT_NULL)
    return _ ("An instance of the file bears this name: choose it in the list.");
  if (*gtk_editable_get_text (self->date) == '\0')
    return "";

  return date == NULL ? _ ("This is no date: write it as 17/03/2026, or choose it.") : NULL;
}

static void
update (PvSeanceDialog *self)
{
  const char *problem = self->context != NULL ? find_problem (self) : "";

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL && *problem != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preparer.create", problem == NULL);
}

/* What comes with the instance that is chosen, in words. */
static char *
describe (PvSeanceDialog *self, const PvInstance *instance)
{
  PvDb *db = pv_context_get_reader (self->context);
  g_autoptr (GPtrArray) all = instance->id != 0
                                  ? pv_instance_store_list_membres (db, instance->id, NULL)
                                  : pv_institution_store_list (db, NULL);
  guint n = all != NULL ? all->len : 0;
  const char *effet = pv_instance_effet_to_libelle (instance->effet);

  if (instance->id == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Added to the file; member: %u institution of the file (Settings, Instances)",
                     "Added to the file; members: %u institutions of the file (Settings, "
                     "Instances)",
                     n),
        n);
  if (n == 0)
    return g_strdup_printf (_ ("%s; it has no member yet"), effet);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s; %u member", "%s; %u members", n),
                          effet, n);
}

static void
instance_cb (PvSeanceDialog *self)
{
  const PvInstance *instance = get_instance (self);
  g_autofree char *words = instance != NULL ? describe (self, instance) : NULL;

  gtk_label_set_label (self->instance_words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->nom), is_other (self));
  gtk_widget_set_visible (GTK_WIDGET (self->effet), is_other (self));
  update (self);
}

static void
day_cb (PvSeanceDialog *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *text = pv_date_format_french (iso, PV_DATE_FORMAT_SHORT);

  if (self->updating)
    return;
  gtk_editable_set_text (self->date, text);
  gtk_popover_popdown (self->calendar_popover);
}

/* --- the instances ------------------------------------------------------------------------- */

static gboolean
has_instance (PvSeanceDialog *self, const char *nom)
{
  for (guint i = 0; i < self->instances->len; i++)
    if (g_strcmp0 (((PvInstance *)self->instances->pdata[i])->nom, nom) == 0)
      return TRUE;

  return FALSE;
}

/* (transfer full) (nullable): the reference's own word (MEL, CALL…) for a contrat of the file */
static char *
find_territoire (PvSeanceDialog *self)
{
  g_autoptr (GPtrArray) contrats =
      pv_contrat_store_list (pv_context_get_reader (self->context), NULL);
  g_autoptr (GPtrArray) lignes = pv_reference_list_contrats (NULL);

  for (guint i = 0; contrats != NULL && lignes != NULL && i < lignes->len; i++)
    {
      const PvReferenceLigne *ligne = lignes->pdata[i];

      for (guint j = 0; j < contrats->len; j++)
        if (ligne->territoires != NULL && ligne->contrat->code != NULL &&
            g_strcmp0 (ligne->contrat->code, ((PvContrat *)contrats->pdata[j])->code) == 0)
          return g_strdup (ligne->territoires);
    }

  return NULL;
}

static void
add_references (PvSeanceDialog *self)
{
  g_autofree char *territoire = find_territoire (self);
  g_autoptr (GPtrArray) lignes = territoire != NULL ? pv_reference_list_instances (NULL) : NULL;

  for (guint i = 0; lignes != NULL && i < lignes->len; i++)
    {
      const PvReferenceLigne *ligne = lignes->pdata[i];

      if (pv_reference_ligne_is_in (ligne, territoire) &&
          !has_instance (self, ligne->instance->nom))
        g_ptr_array_add (self->instances, pv_instance_copy (ligne->instance));
    }
}

static void
fill_instances (PvSeanceDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->instances = pv_instance_store_list (pv_context_get_reader (self->context), NULL);
  if (self->instances == NULL)
    self->instances = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_instance_free);
  add_references (self);
  g_ptr_array_add (self->instances, pv_instance_new ());
  for (guint i = 0; i < self->instances->len; i++)
    {
      const PvInstance *instance = self->instances->pdata[i];
      g_autofree char *label = instance->nom == NULL ? g_strdup (_ ("Another instance…"))
                               : instance->id == 0
                                   ? g_strdup_printf (_ ("%s (reference)"), instance->nom)
                                   : g_strdup (instance->nom);

      gtk_string_list_append (labels, label);
    }
  adw_combo_row_set_model (self->instance, G_LIST_MODEL (labels));
}

static void
fill_appels (PvSeanceDialog *self)
{
  g_autoptr (GPtrArray) appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  gint64 none = PV_INT_NULL;
  guint selected = 0;

  for (guint i = 0; appels != NULL && i < appels->len; i++)
    {
      const PvAppel *appel = appels->pdata[i];
      g_autofree char *label =
          g_strdup_printf ("%" G_GINT64_FORMAT " · %s", appel->exercice, appel->libelle);

      gtk_string_list_append (labels, label);
      g_array_append_val (self->appels, appel->id);
      if (appel->id == pv_context_get_appel (self->context))
        selected = i;
    }
  gtk_string_list_append (labels, _ ("Several calls"));
  g_array_append_val (self->appels, none);
  adw_combo_row_set_model (self->appel, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->appel, selected);
}

/* --- making it ----------------------------------------------------------------------------- */

typedef struct
{
  PvInstance *instance;
  PvSeance *seance;
} Making;

static gboolean
make_instance (PvDb *db, PvInstance *instance, GError **error)
{
  g_autoptr (GPtrArray) institutions = NULL;

  if (!pv_instance_service_set (db, instance, NULL, error))
    return FALSE;
  institutions = pv_institution_store_list (db, error);
  for (guint i = 0; institutions != NULL && i < institutions->len; i++)
    {
      g_autoptr (PvInstanceMembre) membre = pv_instance_membre_new ();

      membre->instance_id = instance->id;
      membre->institution_id = ((PvInstitution *)institutions->pdata[i])->id;
      if (!pv_instance_service_set_membre (db, membre, error))
        return FALSE;
    }

  return institutions != NULL;
}

static gboolean
make_cb (PvDb *db, gpointer data, GError **error)
{
  Making *making = data;

  if (making->instance->id == 0 && !make_instance (db, making->instance, error))
    return FALSE;
  making->seance->instance_id = making->instance->id;

  return pv_seance_creer (db, making->seance, error);
}

static PvInstance *
dup_instance (PvSeanceDialog *self)
{
  PvInstance *instance = pv_instance_copy (get_instance (self));

  if (is_other (self))
    {
      g_autofree char *nom = pv_text_clean (gtk_editable_get_text (self->nom), FALSE);

      pv_champ_set_text (&instance->nom, nom);
      instance->effet = (PvInstanceEffet)adw_combo_row_get_selected (self->effet);
    }

  return instance;
}

static void
create_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceDialog *self = PV_SEANCE_DIALOG (widget);
  g_autoptr (PvInstance) instance = dup_instance (self);
  g_autoptr (PvSeance) seance = pv_seance_new ();
  g_autofree char *date = dup_date (self);
  g_autofree char *lieu = pv_text_clean (gtk_editable_get_text (self->lieu), FALSE);
  g_autofree char *day = pv_date_format_french (date, PV_DATE_FORMAT_LONG);
  g_autofree char *label = g_strdup_printf ("%s, %s", instance->nom, day);
  int minutes = gtk_spin_button_get_value_as_int (self->minuterie);
  g_autoptr (GError) error = NULL;
  Making making = { instance, seance };

  pv_champ_set_text (&seance->date_le, date);
  pv_champ_set_text (&seance->lieu, lieu);
  seance->appel_id = g_array_index (self->appels, gint64, adw_combo_row_get_selected (self->appel));
  seance->minuterie_min = minutes > 0 ? minutes : PV_INT_NULL;
  if (!pv_context_act (self->context, "seance-create", label, make_cb, &making, &error))
    {
      gtk_label_set_label (self->problem, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }

  g_signal_emit (self, signals[CREATED], 0, seance->id);
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_seance_dialog_dispose (GObject *object)
{
  PvSeanceDialog *self = PV_SEANCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SEANCE_DIALOG);
  g_clear_pointer (&self->instances, g_ptr_array_unref);
  g_clear_pointer (&self->appels, g_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_seance_dialog_parent_class)->dispose (object);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvSeanceDialog, name)

static void
pv_seance_dialog_class_init (PvSeanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_seance_dialog_dispose;

  signals[CREATED] = g_signal_new ("created", PV_TYPE_SEANCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_install_action (widget_class, "preparer.create", NULL, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-seance-dialog.ui");
  bind (instance);
  bind (nom);
  bind (effet);
  bind (instance_words);
  bind (date);
  bind (calendar_popover);
  bind (calendar);
  bind (lieu);
  bind (appel);
  bind (minuterie);
  bind (problem);
  gtk_widget_class_bind_template_callback (widget_class, instance_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

#undef bind

/* The text of a row bears the name of the row. */
static void
name_row (GtkEditable *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
}

static void
pv_seance_dialog_init (PvSeanceDialog *self)
{
  self->appels = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_selected (self->effet, PV_INSTANCE_EFFET_DECISION);
  name_row (self->nom);
  name_row (self->date);
  name_row (self->lieu);
  self->updating = FALSE;
}

PvSeanceDialog *
pv_seance_dialog_new (GtkWindow *parent, PvContext *context)
{
  PvSeanceDialog *self = g_object_new (PV_TYPE_SEANCE_DIALOG, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  fill_instances (self);
  fill_appels (self);
  instance_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->date));

  return self;
}
