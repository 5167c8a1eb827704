/* pv-egalite-page.c: the marking of dossiers on the transversal axes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-page.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "egalite/pv-egalite-actes.h"
#include "egalite/pv-egalite-choix.h"
#include "egalite/pv-egalite-lecture.h"
#include "egalite/pv-egalite-marquage.h"
#include "egalite/pv-egalite-porteur-store.h"
#include "egalite/pv-egalite-porteurs.h"
#include "egalite/pv-egalite-tableau.h"
#include "marqueur/pv-axe.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-format.h"

#define PAR_DEFAUT PV_EGALITE_PAR_AXE

struct _PvEgalitePage
{
  PvPage parent_instance;

  GCancellable *cancellable;
  PvEgaliteLecture *lecture; /* (nullable): what was read last */
  gint64 axe_id;
  gint64 dossier_id;
  guint rang; /* where the dossier shown was in the queue */
  char *mesure;
  char *base;
  gboolean filling;

  GtkStack *views;
  GtkDropDown *axe_choice;
  GtkWidget *suite_box;
  GtkLabel *count_label;
  PvChoice *dossier_choice;
  PvEgaliteMarquage *marquage;
  GtkDropDown *par_choice;
  GtkDropDown *portee_choice;
  GtkSpinButton *t0;
  GtkStack *analyse_stack;
  AdwBin *analyse_bin;
  PvEgaliteTableau *analyse;
  GtkBox *legend;
  PvEgalitePorteurs *porteurs;
};

enum
{
  PROP_MESURE = 1,
  PROP_BASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvEgalitePage, pv_egalite_page, PV_TYPE_PAGE)

static PvContext *
get_context (PvEgalitePage *self)
{
  return pv_page_get_context (PV_PAGE (self));
}

static gboolean
is_view (PvEgalitePage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), name) == 0;
}

static PvEgaliteBase
get_base (PvEgalitePage *self)
{
  return g_strcmp0 (self->base, "demande") == 0 ? PV_EGALITE_DEMANDE : PV_EGALITE_ACCORDE;
}

static gboolean
is_montant (PvEgalitePage *self)
{
  return g_strcmp0 (self->mesure, "montant") == 0;
}

/* --- showing ----------------------------------------------------------------------------- */

static void
show_axes (PvEgalitePage *self)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  for (guint i = 0; i < self->lecture->axes->len; i++)
    {
      const PvAxe *axe = self->lecture->axes->pdata[i];

      pv_choice_add (items, axe->id, axe->libelle, NULL);
    }
  pv_drop_down_show (self->axe_choice, items, self->axe_id);
  gtk_widget_set_visible (GTK_WIDGET (self->axe_choice), self->lecture->axes->len > 1);
}

/* "38 marks to decide together", and those nobody answered for. */
static void
show_count (PvEgalitePage *self)
{
  const PvEgaliteFile *file = self->lecture->file;
  guint rest = file->ids->len - file->n_preparees;
  g_autofree char *n = pv_count_to_text (file->n_preparees);
  g_autofree char *others = pv_count_to_text (rest);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s mark to decide together",
                                    "%s marks to decide together", file->n_preparees),
                       n);
  g_autofree char *tip =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %s dossier without any answer yet",
                                    "and %s dossiers without any answer yet", rest),
                       others);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count_label), rest > 0 ? tip : NULL);
  pv_page_set_count (PV_PAGE (self), file->n_preparees > 0 ? n : NULL);
}

static guint
find_rang (PvEgalitePage *self, gboolean *there)
{
  gint64 rang =
      self->lecture != NULL ? pv_egalite_lecture_find (self->lecture, self->dossier_id) : -1;

  *there = rang >= 0;
  return rang >= 0 ? (guint)rang : self->rang;
}

static void
update_suite (PvEgalitePage *self)
{
  guint n = self->lecture != NULL ? self->lecture->file->ids->len : 0;
  gboolean there;

  self->rang = find_rang (self, &there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "egalite.previous", self->rang > 0 && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "egalite.next",
                                 there ? self->rang + 1 < n : self->rang < n);
}

static void
show_dossier (PvEgalitePage *self)
{
  g_autofree char *label = NULL;

  pv_egalite_marquage_show (self->marquage, get_context (self), self->dossier_id, self->axe_id);
  label = pv_egalite_marquage_dup_label (self->marquage);
  pv_choice_set_value (self->dossier_choice, label != NULL ? self->dossier_id : PV_INT_NULL,
                       label != NULL ? label : _ ("Choose a dossier"));
  update_suite (self);
}

static gint64
get_this_year (PvEgalitePage *self)
{
  g_autofree char *today = pv_context_get_today (get_context (self));

  return g_ascii_strtoll (today, NULL, 10);
}

/* The tables take the analyses; they keep them when only what is looked at changed. */
static void
show_tables (PvEgalitePage *self)
{
  PvEgaliteAnalyse *annees = g_steal_pointer (&self->lecture->annees);
  PvEgaliteAnalyse *analyse = g_steal_pointer (&self->lecture->analyse);
  gboolean liens = pv_egalite_lecture_is_egalite (self->lecture);
  gint64 t0 = self->lecture->t0;

  if (annees != NULL)
    pv_egalite_marquage_show_annees (self->marquage, annees, get_base (self), is_montant (self), t0,
                                     get_this_year (self), liens);
  if (analyse != NULL)
    {
      gtk_stack_set_visible_child_name (self->analyse_stack,
                                        analyse->lignes->len > 0 ? "table" : "empty");
      pv_egalite_tableau_show (self->analyse, analyse, get_base (self), is_montant (self), t0,
                               get_this_year (self), liens);
    }
  self->filling = TRUE;
  gtk_spin_button_set_value (self->t0,
                             t0 == PV_INT_NULL ? (double)get_this_year (self) : (double)t0);
  self->filling = FALSE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvEgalitePage) self = user_data;
  PvEgaliteLecture *lecture = pv_reading_finish (source, result, GTK_WIDGET (self));

  if (lecture == NULL)
    return;
  g_clear_pointer (&self->lecture, pv_egalite_lecture_free);
  self->lecture = lecture;
  self->axe_id = lecture->axe_id;
  show_axes (self);
  show_count (self);
  if (self->dossier_id == PV_INT_NULL && lecture->file->ids->len > 0)
    self->dossier_id = g_array_index (lecture->file->ids, gint64, 0);
  show_dossier (self);
  show_tables (self);
  if (lecture->porteurs != NULL)
    pv_egalite_porteurs_show (self->porteurs, lecture->porteurs, lecture->n_porteurs,
                              lecture->n_max, pv_egalite_lecture_is_egalite (self->lecture),
                              pv_context_can_edit (get_context (self)));
}

static PvEgalitePar
get_par (PvEgalitePage *self)
{
  return (PvEgalitePar)gtk_drop_down_get_selected (self->par_choice);
}

static gboolean
is_whole_file (PvEgalitePage *self)
{
  return gtk_drop_down_get_selected (self->portee_choice) == 1 ||
         (is_view (self, "analyse") && get_par (self) == PV_EGALITE_PAR_ANNEE);
}

static void
read_all (PvEgalitePage *self)
{
  PvContext *context = get_context (self);
  PvEgaliteDemande *demande = g_new0 (PvEgaliteDemande, 1);

  demande->axe_id = self->axe_id;
  demande->filtre = pv_context_get_filtre (context);
  demande->portee = is_whole_file (self) ? PV_FILTRE_TOUT : demande->filtre;
  demande->avec_analyse = is_view (self, "analyse");
  demande->par = get_par (self);
  demande->avec_porteurs = is_view (self, "accompagner");
  pv_reading_renew (&self->cancellable);
  pv_context_query_async (context, pv_egalite_lecture_run, demande, g_free,
                          (GDestroyNotify)pv_egalite_lecture_free, self->cancellable, read_cb,
                          g_object_ref (self));
}

static void
pv_egalite_page_refresh (PvPage *page)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (page);

  /* at once: the next key must find what this one did */
  if (self->lecture != NULL)
    show_dossier (self);
  read_all (self);
}

static void
open_dossier (PvEgalitePage *self, gint64 id)
{
  self->dossier_id = id;
  gtk_stack_set_visible_child_name (self->views, "marquage");
  if (self->lecture != NULL)
    show_dossier (self);
}

static void
pv_egalite_page_show_detail (PvPage *page, const char *detail)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (page);

  if (g_str_has_prefix (detail, "dossier="))
    open_dossier (self, g_ascii_strtoll (detail + strlen ("dossier="), NULL, 10));
  else if (gtk_stack_get_child_by_name (self->views, detail) != NULL)
    gtk_stack_set_visible_child_name (self->views, detail);
}

/* --- what the user chooses --------------------------------------------------------------- */

static void
reread_cb (PvEgalitePage *self)
{
  if (!self->filling && self->lecture != NULL)
    read_all (self);
}

static void
view_cb (PvEgalitePage *self)
{
  gtk_widget_set_visible (self->suite_box, is_view (self, "marquage"));
  reread_cb (self);
}

static void
par_cb (PvEgalitePage *self)
{
  /* years are those of the whole programme */
  gtk_widget_set_sensitive (GTK_WIDGET (self->portee_choice),
                            get_par (self) != PV_EGALITE_PAR_ANNEE);
  reread_cb (self);
}

static void
axe_cb (PvEgalitePage *self)
{
  gint64 id = pv_drop_down_get_key (self->axe_choice);

  if (self->filling || id == PV_INT_NULL || id == self->axe_id)
    return;
  self->axe_id = id;
  self->dossier_id = PV_INT_NULL;
  self->rang = 0;
  read_all (self);
}

static GPtrArray *
search_dossiers (const char *text, gpointer user_data)
{
  PvEgalitePage *self = user_data;

  return pv_egalite_choix_search (get_context (self),
                                  self->lecture != NULL ? self->lecture->file : NULL, text);
}

static void
dossier_chosen_cb (PvEgalitePage *self, gint64 key)
{
  if (!pv_page_settle (PV_PAGE (self)))
    {
      show_dossier (self);
      return;
    }
  open_dossier (self, key);
  pv_egalite_marquage_focus (self->marquage);
}

/* --- settings ---------------------------------------------------------------------------- */

static void
limited_cb (PvEgalitePage *self, gint64 n)
{
  pv_egalite_acte_regler (GTK_WIDGET (self), get_context (self), PV_REGLAGE_EGALITE_PORTEURS, n);
}

static void
t0_cb (PvEgalitePage *self)
{
  if (!self->filling && self->lecture != NULL &&
      gtk_spin_button_get_value_as_int (self->t0) != self->lecture->t0)
    pv_egalite_acte_regler (GTK_WIDGET (self), get_context (self), PV_REGLAGE_EGALITE_T0,
                            gtk_spin_button_get_value_as_int (self->t0));
}

/* --- actions and keys -------------------------------------------------------------------- */

static void
walk (PvEgalitePage *self, int step)
{
  GArray *ids;
  gboolean there;
  guint rang;
  gint64 next;

  /* what is typed is of the dossier that is left */
  if (self->lecture == NULL || !pv_page_settle (PV_PAGE (self)))
    return;
  ids = self->lecture->file->ids;
  rang = find_rang (self, &there);
  next = (gint64)rang + (step < 0 ? -1 : there ? 1 : 0);
  if (next < 0 || next >= (gint64)ids->len)
    return;
  self->rang = (guint)next;
  open_dossier (self, g_array_index (ids, gint64, self->rang));
  pv_egalite_marquage_focus (self->marquage);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk (PV_EGALITE_PAGE (widget), -1);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk (PV_EGALITE_PAGE (widget), 1);
}

/* A figure of the whole programme is not one of the appel in use. */
static void
dossiers_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (widget);
  const char *critere = g_variant_get_string (parameter, NULL);

  if (is_whole_file (self) || is_view (self, "marquage"))
    pv_context_set_appel (get_context (self), PV_INT_NULL);
  gtk_widget_activate_action (widget, "win.goto", "(ss)", "dossiers", critere);
}

static gboolean
answer_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (widget);

  return is_view (self, "marquage") &&
         pv_egalite_marquage_answer (self->marquage, (PvEgaliteReponse)g_variant_get_int32 (args));
}

static gboolean
mark_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (widget);

  return is_view (self, "marquage") &&
         pv_egalite_marquage_mark (self->marquage, g_variant_get_int32 (args));
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  /* the last ones: where digits need Shift, as on a French keyboard */
  static const guint digits[][3] = { { GDK_KEY_0, GDK_KEY_KP_0, GDK_KEY_agrave },
                                     { GDK_KEY_1, GDK_KEY_KP_1, GDK_KEY_ampersand },
                                     { GDK_KEY_2, GDK_KEY_KP_2, GDK_KEY_eacute } };

  gtk_widget_class_add_binding (widget_class, GDK_KEY_o, 0, answer_key_cb, "i", PV_EGALITE_OUI);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_n, 0, answer_key_cb, "i", PV_EGALITE_NON);
  for (int i = 0; i < (int)G_N_ELEMENTS (digits); i++)
    for (int j = 0; j < 3; j++)
      gtk_widget_class_add_binding (widget_class, digits[i][j], 0, mark_key_cb, "i", i);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "egalite.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "egalite.next",
                                       NULL);
}

/* --- the object -------------------------------------------------------------------------- */

static void
pv_egalite_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (object);

  switch (id)
    {
    case PROP_MESURE:
      g_value_set_string (value, self->mesure);
      break;
    case PROP_BASE:
      g_value_set_string (value, self->base);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_text (PvEgalitePage *self, char **where, const GValue *value, guint id)
{
  if (g_strcmp0 (*where, g_value_get_string (value)) == 0)
    return;
  g_free (*where);
  *where = g_value_dup_string (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
  reread_cb (self);
}

static void
pv_egalite_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (object);

  switch (id)
    {
    case PROP_MESURE:
      set_text (self, &self->mesure, value, id);
      break;
    case PROP_BASE:
      set_text (self, &self->base, value, id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_egalite_page_dispose (GObject *object)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (object);

  pv_reading_stop (&self->cancellable);
  if (self->dossier_choice != NULL)
    pv_choice_set_func (self->dossier_choice, NULL, NULL);
  self->filling = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_EGALITE_PAGE);
  g_clear_pointer (&self->lecture, pv_egalite_lecture_free);

  G_OBJECT_CLASS (pv_egalite_page_parent_class)->dispose (object);
}

static void
pv_egalite_page_finalize (GObject *object)
{
  PvEgalitePage *self = PV_EGALITE_PAGE (object);

  g_free (self->mesure);
  g_free (self->base);

  G_OBJECT_CLASS (pv_egalite_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, views);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, axe_choice);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, suite_box);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, dossier_choice);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, marquage);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, par_choice);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, portee_choice);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, t0);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, analyse_stack);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, analyse_bin);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, legend);
  gtk_widget_class_bind_template_child (widget_class, PvEgalitePage, porteurs);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, axe_cb);
  gtk_widget_class_bind_template_callback (widget_class, par_cb);
  gtk_widget_class_bind_template_callback (widget_class, reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, dossier_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, limited_cb);
  gtk_widget_class_bind_template_callback (widget_class, t0_cb);
}

static void
pv_egalite_page_class_init (PvEgalitePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  object_class->get_property = pv_egalite_page_get_property;
  object_class->set_property = pv_egalite_page_set_property;
  object_class->dispose = pv_egalite_page_dispose;
  object_class->finalize = pv_egalite_page_finalize;
  page_class->refresh = pv_egalite_page_refresh;
  page_class->show_detail = pv_egalite_page_show_detail;

  properties[PROP_MESURE] =
      g_param_spec_string ("mesure", NULL, NULL, "nombre",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BASE] =
      g_param_spec_string ("base", NULL, NULL, "accorde",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_CHOICE);
  g_type_ensure (PV_TYPE_EGALITE_MARQUAGE);
  g_type_ensure (PV_TYPE_EGALITE_PORTEURS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "egalite.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "egalite.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "egalite.dossiers", "s", dossiers_cb);
  gtk_widget_class_install_property_action (widget_class, "egalite.mesure", "mesure");
  gtk_widget_class_install_property_action (widget_class, "egalite.base", "base");
  add_keys (widget_class);
}

static void
pv_egalite_page_init (PvEgalitePage *self)
{
  self->mesure = g_strdup ("nombre");
  self->base = g_strdup ("accorde");
  self->axe_id = PV_INT_NULL;
  self->dossier_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->par_choice, PAR_DEFAUT);
  self->filling = FALSE;
  pv_egalite_choix_shorten (self->axe_choice);
  self->analyse = PV_EGALITE_TABLEAU (pv_egalite_tableau_new (FALSE));
  adw_bin_set_child (self->analyse_bin, GTK_WIDGET (self->analyse));
  pv_choice_set_func (self->dossier_choice, search_dossiers, self);
  /* the button says what is chosen; the title is for those who cannot see it */
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self->dossier_choice)), FALSE);
  pv_egalite_tableau_add_legend (self->legend);
  update_suite (self);
}
