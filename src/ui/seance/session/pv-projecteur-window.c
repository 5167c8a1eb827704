/* pv-projecteur-window.c: what the committee sees of a séance, on the second screen
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-projecteur-window.h"

#include <glib/gi18n.h>

#include "seance/session/pv-projecteur-cadre.h"
#include "seance/session/pv-projecteur-ligne.h"
#include "seance/session/pv-session-mots.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-avis-summary.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"

/* More payers stand closer to each other. */
#define LIGNES_AMPLES 6

struct _PvProjecteurWindow
{
  GtkWindow parent_instance;

  GtkSizeGroup *columns[PV_PROJECTEUR_N_COLONNES];
  GtkWidget *heads[PV_PROJECTEUR_N_COLONNES];
  GtkLabel *instance_label;
  GtkLabel *seance_label;
  GtkWidget *reste_box;
  PvAmountLabel *reste_label;
  GtkLabel *place_label;
  GtkLabel *intitule_label;
  GtkLabel *porteur_label;
  GtkLabel *meta_label;
  GtkWidget *plan_box;
  GtkBox *rows;
  PvProjecteurLigne *total;
  PvProjecteurLigne *autres;
  PvProjecteurLigne *manque;
  PvProjecteurLigne *cout;
  GtkWidget *decision_box;
  GtkImage *decision_icon;
  GtkLabel *decision_label;
  GtkLabel *reserve_label;
  GtkWidget *avis_bloc;
  GtkBox *avis_box;
  GtkLabel *score_label;
  GtkWidget *score_sur;
  GtkLabel *rang_label;
  PvMarkBadge *egalite_badge;
  GtkLabel *egalite_label;
  GtkWidget *publics_bloc;
  GtkLabel *publics_label;
  GtkLabel *deports_label;
  GtkWidget *zero_label;
  GtkWindow *pilote; /* weak */
  GListModel *monitors;
  GdkMonitor *monitor; /* (nullable): that it fills */
};

G_DEFINE_FINAL_TYPE (PvProjecteurWindow, pv_projecteur_window, GTK_TYPE_WINDOW)

/* --- screens ------------------------------------------------------------------------------ */

/* (transfer full) (nullable): a screen where the pilote's window is not. */
static GdkMonitor *
find_monitor (PvProjecteurWindow *self)
{
  GdkSurface *surface =
      self->pilote != NULL ? gtk_native_get_surface (GTK_NATIVE (self->pilote)) : NULL;
  GdkMonitor *here =
      surface != NULL
          ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface)
          : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->monitors) && here != NULL; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (self->monitors, i);

      if (monitor != here && gdk_monitor_is_valid (monitor))
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

static gboolean
has_monitor (PvProjecteurWindow *self, GdkMonitor *monitor)
{

  for (guint i = 0; i < g_list_model_get_n_items (self->monitors); i++)
    {
      g_autoptr (GdkMonitor) one = g_list_model_get_item (self->monitors, i);

      if (one == monitor)
        return gdk_monitor_is_valid (monitor);
    }

  return FALSE;
}

/* A screen that goes leaves a window that can be moved; one that comes is not taken unasked. */
static void
monitors_changed_cb (PvProjecteurWindow *self)
{
  if (self->monitor == NULL || has_monitor (self, self->monitor))
    return;
  g_clear_object (&self->monitor);
  gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}

void
pv_projecteur_window_project (PvProjecteurWindow *self)
{
  g_return_if_fail (PV_IS_PROJECTEUR_WINDOW (self));

  g_clear_object (&self->monitor);
  self->monitor = find_monitor (self);
  if (self->monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), self->monitor);
  gtk_window_present (GTK_WINDOW (self));
  /* on a screen of its own it is seen as well without the keyboard */
  if (self->monitor != NULL && self->pilote != NULL)
    gtk_window_present (self->pilote);
}

GdkMonitor *
pv_projecteur_window_get_monitor (PvProjecteurWindow *self)
{
  g_return_val_if_fail (PV_IS_PROJECTEUR_WINDOW (self), NULL);

  return self->monitor;
}

void
pv_projecteur_window_set_monitors (PvProjecteurWindow *self, GListModel *monitors)
{
  g_return_if_fail (PV_IS_PROJECTEUR_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (monitors));

  if (self->monitors != NULL)
    g_signal_handlers_disconnect_by_func (self->monitors, monitors_changed_cb, self);
  g_set_object (&self->monitors, monitors);
  g_signal_connect_object (monitors, "items-changed", G_CALLBACK (monitors_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* --- actions ------------------------------------------------------------------------------ */

static void
fullscreen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

/* Whichever window has the keyboard, keys decide and go from dossier to dossier. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint keycode,
        GdkModifierType modifiers,
        PvProjecteurWindow *self)
{
  if (self->pilote == NULL || key == GDK_KEY_Escape || key == GDK_KEY_F11)
    return GDK_EVENT_PROPAGATE;

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (self->pilote));
}

/* --- the object --------------------------------------------------------------------------- */

static void
pv_projecteur_window_dispose (GObject *object)
{
  PvProjecteurWindow *self = PV_PROJECTEUR_WINDOW (object);

  g_clear_weak_pointer (&self->pilote);
  g_clear_object (&self->monitor);
  g_clear_object (&self->monitors);

  G_OBJECT_CLASS (pv_projecteur_window_parent_class)->dispose (object);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvProjecteurWindow, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  pv_projecteur_bind_colonnes (widget_class, "column",
                               G_STRUCT_OFFSET (PvProjecteurWindow, columns));
  pv_projecteur_bind_colonnes (widget_class, "head", G_STRUCT_OFFSET (PvProjecteurWindow, heads));
  bind (instance_label);
  bind (seance_label);
  bind (reste_box);
  bind (reste_label);
  bind (place_label);
  bind (intitule_label);
  bind (porteur_label);
  bind (meta_label);
  bind (plan_box);
  bind (rows);
  bind (total);
  bind (autres);
  bind (manque);
  bind (cout);
  bind (decision_box);
  bind (decision_icon);
  bind (decision_label);
  bind (reserve_label);
  bind (avis_bloc);
  bind (avis_box);
  bind (score_label);
  bind (score_sur);
  bind (rang_label);
  bind (egalite_badge);
  bind (egalite_label);
  bind (publics_bloc);
  bind (publics_label);
  bind (deports_label);
  bind (zero_label);
}

static void
pv_projecteur_window_class_init (PvProjecteurWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_projecteur_window_dispose;

  g_type_ensure (PV_TYPE_PROJECTEUR_CADRE);
  g_type_ensure (PV_TYPE_PROJECTEUR_LIGNE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-projecteur-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_install_action (widget_class, "projecteur.fullscreen", NULL, fullscreen_cb);
}

static void
align (PvProjecteurWindow *self, PvProjecteurLigne *ligne)
{
  for (guint i = 0; i < PV_PROJECTEUR_N_COLONNES; i++)
    gtk_size_group_add_widget (self->columns[i], pv_projecteur_ligne_get_cell (ligne, i));
}

static void
pv_projecteur_window_init (PvProjecteurWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < PV_PROJECTEUR_N_COLONNES; i++)
    gtk_size_group_add_widget (self->columns[i], self->heads[i]);
  align (self, self->total);
  align (self, self->autres);
  align (self, self->manque);
  align (self, self->cout);
  pv_projecteur_window_set_monitors (
      self, gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))));
}

GtkWidget *
pv_projecteur_window_new (GtkWindow *pilote)
{
  PvProjecteurWindow *self = g_object_new (PV_TYPE_PROJECTEUR_WINDOW, NULL);

  g_set_weak_pointer (&self->pilote, pilote);

  return GTK_WIDGET (self);
}

/* --- what it shows ------------------------------------------------------------------------ */

static void
show_title (PvProjecteurWindow *self, const PvSeanceResume *seance, const PvSeanceFiche *fiche)
{
  const char *intitule = fiche->dossier->dossier->intitule;
  g_autofree char *date = pv_session_dup_date (seance);
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), fiche->rang, fiche->n_dossiers);
  g_autofree char *meta = pv_session_meta_to_text (fiche, "  ·  ", FALSE);
  g_autofree char *after = meta != NULL ? g_strconcat ("  ·  ", meta, NULL) : g_strdup ("");

  gtk_label_set_label (self->instance_label, seance->instance);
  gtk_label_set_label (self->seance_label, date);
  gtk_label_set_label (self->place_label, place);
  gtk_label_set_label (self->intitule_label, intitule != NULL ? intitule : "");
  gtk_label_set_label (self->porteur_label, fiche->dossier->porteur);
  gtk_label_set_label (self->meta_label, after);
}

static void
show_reste (PvProjecteurWindow *self, const PvSeanceJournal *journal)
{
  PvCents reste = pv_session_get_reste (journal);

  gtk_widget_set_visible (self->reste_box, reste != PV_CENTS_NULL);
  pv_amount_label_set_cents (self->reste_label, reste);
  pv_projecteur_widen (GTK_WIDGET (self->reste_label));
}

/* "déjà voté", "refusé", "+2 000 €". */
static char *
note_of (const PvSeanceLigne *ligne)
{
  if (ligne->verrou != PV_SEANCE_VERROU_NULL)
    return g_strdup (pv_seance_verrou_to_libelle (ligne->verrou));
  if (ligne->table_cents == 0)
    return g_strdup (_ ("refused"));
  if (ligne->table_cents == ligne->propose_cents)
    return NULL;

  return pv_session_ecart_to_text (ligne->propose_cents, ligne->table_cents);
}

static void
show_lignes (PvProjecteurWindow *self, const PvSeanceFiche *fiche)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  gboolean zero = FALSE;

  for (guint i = 0; i < fiche->lignes->len; i++)
    {
      const PvSeanceLigne *ligne = fiche->lignes->pdata[i];
      g_autofree char *note = note_of (ligne);

      if (row == NULL)
        {
          row = pv_projecteur_ligne_new ();
          align (self, PV_PROJECTEUR_LIGNE (row));
          gtk_box_append (self->rows, row);
        }
      zero |= ligne->table_cents == 0;
      pv_projecteur_ligne_set_title (PV_PROJECTEUR_LIGNE (row), ligne->financeur);
      pv_projecteur_ligne_set_montants (PV_PROJECTEUR_LIGNE (row), ligne->propose_cents,
                                        ligne->table_cents, note, FALSE);
      pv_projecteur_ligne_set_reste (PV_PROJECTEUR_LIGNE (row), ligne->apres_cents, TRUE);
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *gone = row;

      row = gtk_widget_get_next_sibling (row);
      gtk_box_remove (self->rows, gone);
    }
  if (fiche->lignes->len > LIGNES_AMPLES)
    gtk_widget_add_css_class (self->plan_box, "serre");
  else
    gtk_widget_remove_css_class (self->plan_box, "serre");
  gtk_widget_set_visible (self->zero_label, zero);
}

static void
show_totals (PvProjecteurWindow *self, const PvSeanceFiche *fiche)
{
  PvCents cout = fiche->dossier->cout_cents;
  PvCents manque = fiche->table.manque_cents;
  g_autofree char *taux = pv_rate_to_text (fiche->table.taux_bp);
  g_autofree char *note =
      fiche->table.taux_bp != PV_INT_NULL ? g_strdup_printf (_ ("%s of the cost"), taux) : NULL;

  pv_projecteur_ligne_set_montants (self->total, fiche->propose.somme_cents,
                                    fiche->table.somme_cents, note, FALSE);
  pv_projecteur_ligne_set_montants (self->autres, fiche->autres_cents, fiche->autres_cents, NULL,
                                    FALSE);
  pv_projecteur_ligne_set_montants (self->manque, fiche->propose.manque_cents, manque, NULL,
                                    pv_session_manque_is_alert (fiche));
  pv_projecteur_ligne_set_montants (self->cout, cout, cout, NULL, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->autres),
                          fiche->autres_cents != PV_CENTS_NULL && fiche->autres_cents != 0);
}

static void
show_decision (PvProjecteurWindow *self, const PvSeanceFiche *fiche)
{
  static const char *const css_classes[] = { "pv-success", "pv-warning", "pv-error" };
  PvDecisionGenre genre = fiche->decision->decision;
  g_autofree char *words = pv_session_decision_dup_words (genre);
  g_autofree char *suite = pv_session_suite_to_text (fiche);

  for (guint i = 0; i < G_N_ELEMENTS (css_classes); i++)
    if (g_str_equal (css_classes[i], pv_session_decision_to_css_class (genre)))
      gtk_widget_add_css_class (self->decision_box, css_classes[i]);
    else
      gtk_widget_remove_css_class (self->decision_box, css_classes[i]);
  gtk_image_set_from_icon_name (self->decision_icon, pv_session_decision_to_icon_name (genre));
  gtk_label_set_label (self->decision_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->reserve_label), suite != NULL);
  pv_format_label (self->reserve_label, suite != NULL ? suite : "");
}

static void
show_avis (PvProjecteurWindow *self, const PvSeanceFiche *fiche)
{
  g_autoptr (GArray) avis = pv_session_list_avis (fiche);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->avis_box))) != NULL)
    gtk_box_remove (self->avis_box, child);
  for (guint i = 0; i < avis->len; i++)
    {
      const PvSessionAvis *one = &g_array_index (avis, PvSessionAvis, i);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
      GtkWidget *image = gtk_image_new_from_icon_name (pv_avis_to_icon_name (one->avis));
      GtkWidget *words = gtk_label_new (pv_session_avis_to_words (one->avis));
      GtkWidget *names = gtk_label_new (one->institutions);

      gtk_widget_add_css_class (box, "projecteur-avis");
      gtk_widget_add_css_class (image, pv_avis_to_css_class (one->avis));
      gtk_widget_add_css_class (names, "heading");
      gtk_widget_set_hexpand (names, TRUE);
      gtk_label_set_xalign (GTK_LABEL (names), 1);
      gtk_label_set_justify (GTK_LABEL (names), GTK_JUSTIFY_RIGHT);
      gtk_label_set_wrap (GTK_LABEL (names), TRUE);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), words);
      gtk_box_append (GTK_BOX (box), names);
      gtk_box_append (self->avis_box, box);
    }
  gtk_widget_set_visible (self->avis_bloc, avis->len > 0);
}

/* What a mark says, under the name of the axis. */
static const char *
mark_to_words (int mark)
{
  switch (mark)
    {
    case 0:
      return C_ ("equality", "Not part of it yet");
    case 1:
      return C_ ("equality", "Part of it");
    case 2:
      return C_ ("equality", "Its object");
    default:
      return pv_mark_to_words (mark);
    }
}

static void
show_score (PvProjecteurWindow *self, const PvSeanceFiche *fiche)
{
  int mark = fiche->marqueur == PV_INT_NULL ? PV_MARK_BADGE_NONE : (int)fiche->marqueur;
  g_autofree char *score = pv_session_points_to_text (fiche->score);
  g_autofree char *place = pv_session_rang_to_text (fiche);
  g_autofree char *rang = place != NULL ? g_strdup_printf (_ ("rank %s"), place) : g_strdup ("");

  gtk_label_set_label (self->score_label, score);
  gtk_widget_set_visible (self->score_sur, fiche->score != PV_INT_NULL);
  gtk_label_set_label (self->rang_label, rang);
  pv_mark_badge_set_mark (self->egalite_badge, mark);
  gtk_label_set_label (self->egalite_label, mark_to_words (mark));
}

/* "<b>48</b> personnes, dont <b>26</b> femmes" */
static void
show_publics (PvProjecteurWindow *self, const PvSeanceFiche *fiche)
{
  const PvDossier *dossier = fiche->dossier->dossier;
  gint64 n = pv_dossier_get_beneficiaires (dossier);
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *women = pv_count_to_text (dossier->beneficiaires_femmes);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->publics_bloc, n != PV_INT_NULL);
  if (n == PV_INT_NULL)
    return;
  if (dossier->beneficiaires_femmes != PV_INT_NULL)
    text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "<b>%s</b> person, of whom <b>%s</b> women",
                                      "<b>%s</b> persons, of whom <b>%s</b> women", (gulong)n),
                         count, women);
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "<b>%s</b> person", "<b>%s</b> persons", (gulong)n), count);
  gtk_label_set_markup (self->publics_label, text);
}

static void
show_deports (PvProjecteurWindow *self, const PvSeanceFiche *fiche)
{
  g_autofree char *deports = pv_session_deports_to_text (fiche);
  g_autofree char *names = pv_session_deports_to_names (fiche);
  g_autofree char *text = NULL;

  if (deports != NULL)
    {
      text = g_strdup_printf (_ ("%s: %s"), deports, names);
      g_strdelimit (text, "\n", ',');
    }
  gtk_label_set_label (self->deports_label, text != NULL ? text : "");
}

void
pv_projecteur_window_show (PvProjecteurWindow *self,
                           const PvSeanceResume *seance,
                           const PvSeanceJournal *journal,
                           const PvSeanceFiche *fiche)
{
  g_return_if_fail (PV_IS_PROJECTEUR_WINDOW (self));
  g_return_if_fail (seance != NULL && journal != NULL && fiche != NULL);

  show_title (self, seance, fiche);
  show_reste (self, journal);
  show_lignes (self, fiche);
  show_totals (self, fiche);
  show_decision (self, fiche);
  show_avis (self, fiche);
  show_score (self, fiche);
  show_publics (self, fiche);
  show_deports (self, fiche);
}
