/* pv-session-dossier.c: the dossier that is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-dossier.h"

#include <glib/gi18n.h>

#include "dossier/pv-wrap-layout.h"
#include "seance/session/pv-session-mots.h"
#include "seance/session/pv-session-plan.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-avis-summary.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-undo-key.h"

/* Of a text at 100 %, as gtk-xft-dpi counts. */
#define DPI_NORMAL (96 * 1024)

struct _PvSessionDossier
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GtkLabel *what_label;
  GtkLabel *intitule_label;
  PvAmountLabel *cout_label;
  PvAmountLabel *score_label;
  GtkWidget *rang_box;
  PvAmountLabel *rang_label;
  GtkWidget *dispersion_box;
  PvAmountLabel *dispersion_label;
  PvMarkBadge *egalite_badge;
  GtkWidget *deports_box;
  GtkLabel *deports_label;
  GtkLabel *resume_label;
  GtkBox *avis_box;
  GtkWidget *decisions_box;
  GtkToggleButton *decisions[PV_N_DECISION_GENRES];
  GtkWidget *touches[PV_N_DECISION_GENRES]; /* the keys, where there is room */
  GtkWidget *reserve_box;
  GtkLabel *reserve_title;
  GtkEditable *reserve_entry;
  PvChoice *retour_choice;
  PvSessionPlan *plan;
  GtkToggleButton *none; /* of the group: nothing is decided */
  char *reserve;         /* as it is saved */
  gint64 id;
  gboolean showing;
};

enum
{
  SIGNAL_DECIDED,
  SIGNAL_COMMITTED,
  SIGNAL_RESERVED,
  SIGNAL_PUT_OFF,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvSessionDossier, pv_session_dossier, ADW_TYPE_BIN)

/* --- what a person wants ------------------------------------------------------------------ */

static void
toggled_cb (PvSessionDossier *self, GtkToggleButton *button)
{
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < PV_N_DECISION_GENRES; i++)
    if (self->decisions[i] == button)
      g_signal_emit (self, signals[SIGNAL_DECIDED], 0, i);
}

static void
committed_cb (PvSessionDossier *self, gint64 financement_id, gint64 cents, gpointer entry)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, financement_id, cents, entry);
}

/* Enter, and leaving the entry. */
static void
reserve_cb (PvSessionDossier *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->reserve_entry)));

  if (!self->showing && gtk_widget_get_visible (self->reserve_box) &&
      !gtk_widget_in_destruction (GTK_WIDGET (self)) &&
      g_strcmp0 (text, self->reserve != NULL ? self->reserve : "") != 0)
    g_signal_emit (self, signals[SIGNAL_RESERVED], 0, text);
}

static void
show_reserve (PvSessionDossier *self)
{
  self->showing = TRUE;
  gtk_editable_set_enable_undo (self->reserve_entry, FALSE);
  gtk_editable_set_text (self->reserve_entry, self->reserve != NULL ? self->reserve : "");
  gtk_editable_set_enable_undo (self->reserve_entry, TRUE);
  self->showing = FALSE;
}

static gboolean
is_reserve_typed (PvSessionDossier *self)
{
  return g_strcmp0 (gtk_editable_get_text (self->reserve_entry),
                    self->reserve != NULL ? self->reserve : "") != 0;
}

static gboolean
reserve_key_cb (PvSessionDossier *self, guint key, guint keycode, GdkModifierType modifiers)
{
  if (!is_reserve_typed (self))
    return pv_undo_key (GTK_WIDGET (self->reserve_entry), key, modifiers);
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  show_reserve (self);

  return GDK_EVENT_STOP;
}

static void
retour_cb (PvSessionDossier *self, gint64 key)
{
  g_signal_emit (self, signals[SIGNAL_PUT_OFF], 0, key);
}

/* --- the object --------------------------------------------------------------------------- */

static void
pv_session_dossier_dispose (GObject *object)
{
  PvSessionDossier *self = PV_SESSION_DOSSIER (object);

  self->showing = TRUE;
  g_clear_object (&self->none);

  G_OBJECT_CLASS (pv_session_dossier_parent_class)->dispose (object);
}

static void
pv_session_dossier_finalize (GObject *object)
{
  g_free (PV_SESSION_DOSSIER (object)->reserve);

  G_OBJECT_CLASS (pv_session_dossier_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[SIGNAL_DECIDED] = g_signal_new ("decided", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_COMMITTED] =
      g_signal_new ("committed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                    G_TYPE_INT64, G_TYPE_INT64, PV_TYPE_AMOUNT_ENTRY);
  signals[SIGNAL_RESERVED] = g_signal_new ("reserved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_PUT_OFF] = g_signal_new ("put-off", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvSessionDossier, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const names[PV_N_DECISION_GENRES] = { "programme", "reserve", "ajourne",
                                                           "refuse", "reoriente" };

  bind (scrolled);
  bind (what_label);
  bind (intitule_label);
  bind (cout_label);
  bind (score_label);
  bind (rang_box);
  bind (rang_label);
  bind (dispersion_box);
  bind (dispersion_label);
  bind (egalite_badge);
  bind (deports_box);
  bind (deports_label);
  bind (resume_label);
  bind (avis_box);
  bind (decisions_box);
  for (guint i = 0; i < PV_N_DECISION_GENRES; i++)
    {
      g_autofree char *decision = g_strconcat ("decision_", names[i], NULL);
      g_autofree char *touche = g_strconcat ("touche_", names[i], NULL);

      gtk_widget_class_bind_template_child_full (
          widget_class, g_intern_string (decision), FALSE,
          (gssize)(G_STRUCT_OFFSET (PvSessionDossier, decisions) + i * sizeof (gpointer)));
      gtk_widget_class_bind_template_child_full (
          widget_class, g_intern_string (touche), FALSE,
          (gssize)(G_STRUCT_OFFSET (PvSessionDossier, touches) + i * sizeof (gpointer)));
    }
  bind (reserve_box);
  bind (reserve_title);
  bind (reserve_entry);
  bind (retour_choice);
  bind (plan);
}

static void
pv_session_dossier_class_init (PvSessionDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_session_dossier_dispose;
  object_class->finalize = pv_session_dossier_finalize;
  install_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  g_type_ensure (PV_TYPE_CHOICE);
  g_type_ensure (PV_TYPE_SESSION_PLAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-session-dossier.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, reserve_cb);
  gtk_widget_class_bind_template_callback (widget_class, reserve_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, retour_cb);
}

/* A large text needs the room of the keys, which the tooltips and the bar below tell as well. */
static void
show_touches (PvSessionDossier *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  for (guint i = 0; i < PV_N_DECISION_GENRES; i++)
    gtk_widget_set_visible (self->touches[i], dpi <= DPI_NORMAL * 5 / 4);
}

static void
pv_session_dossier_init (PvSessionDossier *self)
{
  self->id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->none = g_object_ref_sink (GTK_TOGGLE_BUTTON (gtk_toggle_button_new ()));
  gtk_toggle_button_set_group (self->none, self->decisions[0]);
  g_signal_connect_object (self->plan, "committed", G_CALLBACK (committed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (show_touches), self, G_CONNECT_SWAPPED);
  show_touches (self);
}

/* --- what it shows ------------------------------------------------------------------------ */

static void
show_title (PvSessionDossier *self, const PvSeanceFiche *fiche)
{
  const PvDossier *dossier = fiche->dossier->dossier;
  g_autofree char *meta = pv_session_meta_to_text (fiche, " · ", TRUE);
  g_autofree char *what =
      g_strdup_printf (_ ("No. %s · %s%s%s"), dossier->numero, fiche->dossier->porteur,
                       meta != NULL ? " · " : "", meta != NULL ? meta : "");

  gtk_label_set_label (self->what_label, what);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->what_label), what);
  gtk_label_set_label (self->intitule_label, dossier->intitule != NULL ? dossier->intitule : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->intitule_label), dossier->intitule);
}

static void
show_fact (GtkWidget *box, PvAmountLabel *label, const char *text)
{
  if (box != NULL)
    gtk_widget_set_visible (box, text != NULL);
  pv_amount_label_set_text (label, text != NULL ? text : PV_TEXT_NULL);
}

static void
show_facts (PvSessionDossier *self, const PvSeanceFiche *fiche)
{
  g_autofree char *score = pv_session_points_to_text (fiche->score);
  g_autofree char *rang = pv_session_rang_to_text (fiche);
  g_autofree char *dispersion =
      fiche->dispersion != PV_INT_NULL ? pv_session_points_to_text (fiche->dispersion) : NULL;
  g_autofree char *deports = pv_session_deports_to_text (fiche);
  g_autofree char *names = pv_session_deports_to_names (fiche);

  pv_amount_label_set_cents (self->cout_label, fiche->dossier->cout_cents);
  show_fact (NULL, self->score_label, score);
  show_fact (self->rang_box, self->rang_label, rang);
  show_fact (self->dispersion_box, self->dispersion_label, dispersion);
  pv_mark_badge_set_mark (self->egalite_badge, fiche->marqueur == PV_INT_NULL
                                                   ? PV_MARK_BADGE_NONE
                                                   : (int)fiche->marqueur);
  gtk_widget_set_visible (self->deports_box, deports != NULL);
  gtk_label_set_label (self->deports_label, deports != NULL ? deports : "");
  gtk_widget_set_tooltip_text (self->deports_box, names);
}

/* What it is about, and what it was given last year. */
static void
show_resume (PvSessionDossier *self, const PvSeanceFiche *fiche)
{
  const PvDossier *dossier = fiche->dossier->dossier;
  g_autoptr (GString) text = g_string_new (dossier->resume);

  if (fiche->precedent_cents != PV_CENTS_NULL)
    {
      g_autofree char *amount = pv_amount_to_text (fiche->precedent_cents);

      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("In %d: %s granted."), (int)dossier->exercice - 1, amount);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->resume_label), text->len > 0);
  pv_format_label (self->resume_label, text->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->resume_label), text->str);
}

static void
show_avis (PvSessionDossier *self, const PvSeanceFiche *fiche)
{
  g_autoptr (GArray) avis = pv_session_list_avis (fiche);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->avis_box))) != NULL)
    gtk_box_remove (self->avis_box, child);
  for (guint i = 0; i < avis->len; i++)
    {
      const PvSessionAvis *one = &g_array_index (avis, PvSessionAvis, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *image = gtk_image_new_from_icon_name (pv_avis_to_icon_name (one->avis));
      GtkWidget *words = gtk_label_new (pv_session_avis_to_words (one->avis));
      GtkWidget *names = gtk_label_new (one->institutions);

      gtk_widget_add_css_class (image, pv_avis_to_css_class (one->avis));
      gtk_widget_add_css_class (words, "secondary");
      gtk_widget_add_css_class (names, "heading");
      gtk_label_set_ellipsize (GTK_LABEL (names), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (names, one->institutions);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), words);
      gtk_box_append (GTK_BOX (box), names);
      gtk_box_append (self->avis_box, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->avis_box), avis->len > 0);
}

/* What goes with a decision in words is a reserve, or why. */
static void
show_reserve_box (PvSessionDossier *self, PvDecisionGenre genre)
{
  gboolean reserve = genre == PV_DECISION_GENRE_SOUS_RESERVE;

  gtk_label_set_label (self->reserve_title, reserve ? _ ("_Reserve") : _ ("_Reason"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reserve_entry),
                                  reserve ? _ ("What has to be done, and before when")
                                          : _ ("Why, as the procès-verbal will say it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reserve_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reserve ? _ ("Reserve") : _ ("Reason"), -1);
  gtk_widget_set_visible (self->reserve_box,
                          genre != PV_DECISION_GENRE_NULL && genre != PV_DECISION_GENRE_PROGRAMME);
}

static void
show_decision (PvSessionDossier *self, const PvSeanceFiche *fiche, gboolean can_edit)
{
  const PvDecision *decision = fiche->decision;
  PvDecisionGenre genre = decision->decision;
  gboolean typed = is_reserve_typed (self) && self->id == fiche->id;

  self->showing = TRUE;
  gtk_toggle_button_set_active (
      genre == PV_DECISION_GENRE_NULL ? self->none : self->decisions[genre], TRUE);
  gtk_widget_set_sensitive (self->decisions_box, can_edit);
  show_reserve_box (self, genre);
  gtk_widget_set_visible (GTK_WIDGET (self->retour_choice), genre == PV_DECISION_GENRE_AJOURNE);
  gtk_editable_set_editable (self->reserve_entry, can_edit);
  pv_choice_set_editable (self->retour_choice, can_edit);
  pv_choice_set_value (self->retour_choice, decision->ajourne_seance_id, fiche->ajourne_seance);
  self->showing = FALSE;

  g_free (self->reserve);
  self->reserve = g_strdup (decision->reserve);
  if (!typed)
    show_reserve (self);
}

void
pv_session_dossier_show (PvSessionDossier *self, const PvSeanceFiche *fiche, gboolean can_edit)
{
  PvDecisionGenre genre;

  g_return_if_fail (PV_IS_SESSION_DOSSIER (self));
  g_return_if_fail (fiche != NULL);

  genre = fiche->decision->decision;
  show_title (self, fiche);
  show_facts (self, fiche);
  show_resume (self, fiche);
  show_avis (self, fiche);
  show_decision (self, fiche, can_edit);
  pv_session_plan_show (self->plan, fiche,
                        can_edit && genre != PV_DECISION_GENRE_REFUSE &&
                            genre != PV_DECISION_GENRE_AJOURNE);
  self->id = fiche->id;
}

void
pv_session_dossier_set_retours (PvSessionDossier *self, PvChoiceFunc func, gpointer user_data)
{
  g_return_if_fail (PV_IS_SESSION_DOSSIER (self));

  pv_choice_set_func (self->retour_choice, func, user_data);
}

void
pv_session_dossier_begin (PvSessionDossier *self)
{
  g_return_if_fail (PV_IS_SESSION_DOSSIER (self));

  if (!pv_session_plan_focus_first (self->plan))
    gtk_widget_grab_focus (GTK_WIDGET (self->decisions[0]));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

void
pv_session_dossier_focus_suite (PvSessionDossier *self)
{
  g_return_if_fail (PV_IS_SESSION_DOSSIER (self));

  if (gtk_toggle_button_get_active (self->decisions[PV_DECISION_GENRE_SOUS_RESERVE]))
    gtk_widget_grab_focus (GTK_WIDGET (self->reserve_entry));
  else if (gtk_widget_get_visible (GTK_WIDGET (self->retour_choice)))
    gtk_widget_child_focus (GTK_WIDGET (self->retour_choice), GTK_DIR_TAB_FORWARD);
  else
    for (guint i = 0; i < PV_N_DECISION_GENRES; i++)
      if (gtk_toggle_button_get_active (self->decisions[i]))
        gtk_widget_grab_focus (GTK_WIDGET (self->decisions[i]));
}

void
pv_session_dossier_refuse_reserve (PvSessionDossier *self)
{
  g_return_if_fail (PV_IS_SESSION_DOSSIER (self));

  show_reserve (self);
}
