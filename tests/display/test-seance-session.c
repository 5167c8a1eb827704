/* test-seance-session.c: an open séance, held with keys, on two screens
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "instance/pv-instance-service.h"
#include "pv-display.h"
#include "seance/cloture/pv-cloture-dialog.h"
#include "seance/pv-deport-dialog.h"
#include "seance/pv-presence-card.h"
#include "seance/pv-seance-page.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"
#include "seance/session/pv-projecteur-ligne.h"
#include "seance/session/pv-projecteur-window.h"
#include "seance/session/pv-seance-membres-window.h"
#include "seance/session/pv-seance-session.h"
#include "seance/session/pv-session-ligne.h"
#include "seance/session/pv-session-minuterie.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-choice.h"

/* --- a séance --------------------------------------------------------------------------------- */

/* Dossiers of the demonstration, in the order of the agenda; the twelfth is the 0412. */
static const char *const agenda[] = {
  "0327", "0340", "0358", "0309", "0330", "0383", "0386", "0390", "0397", "0405", "0409",
  "0412", "0418", "0430", "0433", "0414", "0416", "0424", "0428", "0437", "0441", "0447",
  "0448", "0452", "0501", "0502", "0503", "0504", "0505", "0506", "0507", "0508", "0509",
  "0511", "0512", "0513", "0302", "0305", "0312", "0315", "0318", "0321",
};

#define DECIDES 11

typedef struct
{
  char *path;
  PvContext *context;
  GtkWidget *page;
  PvSeanceSession *session;
  GtkWindow *window;
  gint64 seance_id;
  gint64 autre_id; /* a prepared one */
  guint n;         /* dossiers on the agenda */
} Fixture;

typedef struct
{
  Fixture *fixture;
  guint decides;
} Preparation;

static gint64 query (Fixture *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gint64
query (Fixture *self, const char *format, ...)
{
  g_autofree char *sql = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);

  return pv_display_query (self->context, sql);
}

static gint64
make_seance (PvDb *db, gint64 instance_id, const char *date, GError **error)
{
  g_autoptr (PvSeance) seance = pv_seance_new ();

  seance->instance_id = instance_id;
  seance->date_le = g_strdup (date);

  return pv_seance_creer (db, seance, error) ? seance->id : 0;
}

static gboolean
add_dossiers (PvDb *db, Fixture *self, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->n; i++)
    {
      gint64 id = query (self, "SELECT id FROM dossier WHERE numero = '%s'", agenda[i]);

      if (id != PV_INT_NULL)
        g_array_append_val (keys, id);
    }

  return pv_seance_ajouter_dossiers (db, self->seance_id, keys, NULL, error);
}

static gboolean
decide_first (PvDb *db, gint64 seance_id, guint n, GError **error)
{
  g_autoptr (GPtrArray) dossiers = pv_seance_store_list_dossiers (db, seance_id, error);

  for (guint i = 0; dossiers != NULL && i < n; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];
      PvDecisionGenre genre = i == 8    ? PV_DECISION_GENRE_AJOURNE
                              : i == 9  ? PV_DECISION_GENRE_SOUS_RESERVE
                              : i == 10 ? PV_DECISION_GENRE_REFUSE
                                        : PV_DECISION_GENRE_PROGRAMME;

      if (!pv_seance_decider (db, dossier->id, genre, PV_INT_NULL, error))
        return FALSE;
    }

  return dossiers != NULL;
}

/* The CAF, on the twelfth. */
static gboolean
add_deport (PvDb *db, gint64 seance_id, GError **error)
{
  g_autoptr (GPtrArray) dossiers = pv_seance_store_list_dossiers (db, seance_id, error);

  if (dossiers == NULL || dossiers->len <= DECIDES)
    return dossiers != NULL;

  return pv_seance_set_deport (db, ((const PvSeanceDossier *)dossiers->pdata[DECIDES])->id, 4, TRUE,
                               "siège au bureau du porteur", error);
}

static gboolean
prepare (PvDb *db, gpointer data, GError **error)
{
  const Preparation *preparation = data;
  Fixture *self = preparation->fixture;
  g_autoptr (PvInstance) instance = pv_instance_new ();
  gint64 autre;

  /* the demonstration may have one of that name */
  instance->nom = g_strdup (
      query (self, "SELECT id FROM instance WHERE nom = 'Comité de pilotage'") == PV_INT_NULL
          ? "Comité de pilotage"
          : "Comité de pilotage élargi");
  instance->effet = PV_INSTANCE_EFFET_DECISION;
  instance->quorum = 3;
  if (!pv_instance_service_set (db, instance, NULL, error))
    return FALSE;
  for (gint64 i = 1; i <= 5; i++)
    {
      g_autoptr (PvInstanceMembre) membre = pv_instance_membre_new ();

      membre->instance_id = instance->id;
      membre->institution_id = i;
      if (!pv_instance_service_set_membre (db, membre, error))
        return FALSE;
    }
  autre = make_seance (db, instance->id, "2026-05-12", error);
  if (autre == 0 || make_seance (db, instance->id, "2026-02-03", error) == 0)
    return FALSE;
  self->autre_id = autre;
  self->seance_id = make_seance (db, instance->id, "2026-03-17", error);
  if (self->seance_id == 0 || !add_dossiers (db, self, error))
    return FALSE;
  for (gint64 i = 1; i <= 4; i++)
    if (!pv_seance_set_presence (db, self->seance_id, i, NULL, TRUE, error))
      return FALSE;

  if (!add_deport (db, self->seance_id, error))
    return FALSE;

  return pv_seance_ouvrir (db, self->seance_id, FALSE, error) &&
         decide_first (db, self->seance_id, preparation->decides, error);
}

static void
show_session (Fixture *self)
{
  self->page = GTK_WIDGET (pv_seance_page_new (self->context, self->seance_id));
  self->window = pv_display_show (self->page);
  pv_display_settle (self->context);
  self->session =
      PV_SEANCE_SESSION (pv_display_find (self->page, PV_TYPE_SEANCE_SESSION, NULL, NULL));
}

static void
open_seance (Fixture *self, guint n, guint decides)
{
  Preparation preparation = { self, decides };
  g_autoptr (GError) error = NULL;

  self->n = n;
  pv_context_act (self->context, "seance-open", NULL, prepare, &preparation, &error);
  g_assert_no_error (error);
  show_session (self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gpointer projecteur = pv_seance_session_get_projecteur (self->session);

  if (projecteur != NULL)
    g_object_add_weak_pointer (projecteur, &projecteur);
  pv_display_end (self->window, self->page, self->context, self->path);
  g_assert_null (projecteur);
}

/* --- hands and eyes ----------------------------------------------------------------------------
 */

static gboolean
has_trigger (GtkShortcutTrigger *trigger, GtkShortcutTrigger *wanted)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      GtkAlternativeTrigger *both = GTK_ALTERNATIVE_TRIGGER (trigger);

      return has_trigger (gtk_alternative_trigger_get_first (both), wanted) ||
             has_trigger (gtk_alternative_trigger_get_second (both), wanted);
    }

  return gtk_shortcut_trigger_equal (trigger, wanted);
}

/* As a key does; it aborts the test when nothing listens to it. */
static void
press (GtkWidget *widget, PvContext *context, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, modifiers);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);

          if (!has_trigger (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                                       GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                                       gtk_shortcut_get_arguments (shortcut)));
          pv_display_settle (context);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
key (Fixture *self, guint keyval, GdkModifierType modifiers)
{
  press (GTK_WIDGET (self->session), self->context, keyval, modifiers);
}

static const char *
get_numero (Fixture *self)
{
  return pv_seance_session_get_fiche (self->session)->dossier->dossier->numero;
}

static gint64
get_courant (Fixture *self)
{
  return pv_seance_session_get_fiche (self->session)->id;
}

static GtkWidget *
find (Fixture *self, GType type, const char *id)
{
  GtkWidget *found = pv_display_find (GTK_WIDGET (self->session), type, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static const char *
label_of (GtkWidget *root, const char *id)
{
  GtkWidget *label = pv_display_find (root, GTK_TYPE_LABEL, id, NULL);

  g_assert_nonnull (label);

  return gtk_label_get_text (GTK_LABEL (label));
}

/* The line of a payer of the pilote, by its name. */
static PvSessionLigne *
find_ligne (Fixture *self, const char *financeur)
{
  GtkWidget *row = gtk_widget_get_first_child (find (self, GTK_TYPE_BOX, "rows"));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (label_of (row, "financeur"), financeur) == 0)
      return PV_SESSION_LIGNE (row);
  g_error ("no line of %s", financeur);
}

static void
type_amount (Fixture *self, const char *financeur, const char *text)
{
  PvAmountEntry *entry = pv_session_ligne_get_entry (find_ligne (self, financeur));

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  pv_amount_entry_commit (entry);
  pv_display_settle (self->context);
}

static GtkWidget *
get_projecteur (Fixture *self)
{
  GtkWindow *projecteur = pv_seance_session_get_projecteur (self->session);

  g_assert_nonnull (projecteur);

  return GTK_WIDGET (projecteur);
}

/* Both windows say the same of the dossier on the table. */
static void
check_projected (Fixture *self)
{
  GtkWidget *projecteur = get_projecteur (self);
  GtkWidget *row =
      gtk_widget_get_first_child (pv_display_find (projecteur, GTK_TYPE_BOX, "rows", NULL));
  GtkWidget *ligne = gtk_widget_get_first_child (find (self, GTK_TYPE_BOX, "rows"));

  g_assert_cmpstr (label_of (projecteur, "intitule_label"), ==,
                   label_of (GTK_WIDGET (self->session), "intitule_label"));
  for (; ligne != NULL; ligne = gtk_widget_get_next_sibling (ligne))
    {
      PvAmountEntry *entry = pv_session_ligne_get_entry (PV_SESSION_LIGNE (ligne));
      GtkWidget *arbitre, *reste, *apres;

      g_assert_nonnull (row);
      arbitre = pv_display_find (row, PV_TYPE_AMOUNT_LABEL, "arbitre", NULL);
      reste = pv_display_find (row, PV_TYPE_AMOUNT_LABEL, "reste", NULL);
      apres = pv_display_find (ligne, PV_TYPE_AMOUNT_LABEL, "apres", NULL);
      g_assert_cmpstr (label_of (row, "cell_nom"), ==, label_of (ligne, "financeur"));
      g_assert_cmpint (pv_amount_label_get_cents (PV_AMOUNT_LABEL (arbitre)), ==,
                       pv_amount_entry_get_cents (entry));
      g_assert_cmpstr (pv_amount_label_get_text (PV_AMOUNT_LABEL (reste)), ==,
                       pv_amount_label_get_text (PV_AMOUNT_LABEL (apres)));
      row = gtk_widget_get_next_sibling (row);
    }
  g_assert_null (row);
}

static gint64
get_decision (Fixture *self, const char *column)
{
  return query (self,
                "SELECT %s FROM decision WHERE seance_dossier_id = %" G_GINT64_FORMAT
                " AND version = 1",
                column, get_courant (self));
}

static gint64
count_montants (Fixture *self, PvCents cents)
{
  return query (self,
                "SELECT count(*) FROM decision_montant m JOIN decision d ON d.id = m.decision_id "
                "WHERE d.seance_dossier_id = %" G_GINT64_FORMAT
                " AND m.montant_cents = %" G_GINT64_FORMAT,
                get_courant (self), cents);
}

/* (nullable): the window of that type. */
static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;

  return NULL;
}

static void
project (Fixture *self, int width, int height)
{
  GtkWidget *projecteur;

  key (self, GDK_KEY_F5, 0);
  projecteur = get_projecteur (self);
  gtk_window_set_default_size (GTK_WINDOW (projecteur), width, height);
  gtk_window_set_decorated (GTK_WINDOW (projecteur), FALSE);
  gtk_test_widget_wait_for_draw (projecteur);
  pv_display_settle (self->context);
}

static void
picture_projecteur (Fixture *self, const char *name)
{
  pv_display_picture (GTK_WINDOW (get_projecteur (self)), self->context, name);
}

/* --- tests ---------------------------------------------------------------------------------------
 */

/* As any page, it holds in half a screen. */
static void
check_width (Fixture *self)
{
  int minimum;

  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_test_message ("session: %d", minimum);
  g_assert_cmpint (minimum, <=, 640);
}

/* It goes on after the last decided dossier; keys decide, amounts are typed, the thread follows. */
static void
test_hold (Fixture *self, gconstpointer data)
{
  gint64 rives;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  g_assert_cmpstr (get_numero (self), ==, "0412");
  rives = get_courant (self);
  pv_display_check_names (self->page);
  check_width (self);
  project (self, 1920, 1080);
  check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-non-decide");
  picture_projecteur (self, "projecteur-non-decide");

  type_amount (self, "État", "22000");
  type_amount (self, "Région Hauts-de-France", "10000");
  check_projected (self);
  key (self, GDK_KEY_2, GDK_ALT_MASK);
  g_assert_cmpint (get_decision (self, "decision = 'programme-sous-reserve'"), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (find (self, GTK_TYPE_ENTRY, "reserve_entry")),
                         "Budget ramené à l’équilibre, 14 000 € à trouver avant le 15 avril 2026.");
  type_amount (self, "Région Hauts-de-France", "10000");
  g_assert_cmpint (get_decision (self, "reserve LIKE 'Budget%'"), ==, 1);
  check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-sous-reserve");
  picture_projecteur (self, "projecteur-sous-reserve");

  /* a French keyboard has no digit without Shift */
  key (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (get_numero (self), ==, "0418");
  check_projected (self);
  key (self, GDK_KEY_apostrophe, GDK_ALT_MASK);
  g_assert_cmpint (get_decision (self, "decision = 'refuse'"), ==, 1);
  check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-refuse");
  picture_projecteur (self, "projecteur-refuse");

  /* the latest is taken back, from wherever one is */
  key (self, GDK_KEY_Page_Up, 0);
  g_assert_cmpint (get_courant (self), ==, rives);
  key (self, GDK_KEY_BackSpace, GDK_CONTROL_MASK);
  g_assert_cmpstr (get_numero (self), ==, "0418");
  g_assert_cmpint (get_decision (self, "decision IS NULL"), ==, 1);
  g_assert_true (g_str_has_prefix (pv_context_get_undoable (self->context)->label, "0418 · "));

  /* Escape ends the projection, and the toggle says so */
  press (get_projecteur (self), self->context, GDK_KEY_Escape, 0);
  g_assert_null (pv_seance_session_get_projecteur (self->session));
  g_assert_false (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (find (self, GTK_TYPE_TOGGLE_BUTTON, "project_button"))));
}

/* Put off to another séance; the amounts leave the table. */
static void
test_adjourn (Fixture *self, gconstpointer data)
{
  PvChoice *choice;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  project (self, 1920, 1080);
  key (self, GDK_KEY_3, GDK_ALT_MASK);
  choice = PV_CHOICE (find (self, PV_TYPE_CHOICE, "retour_choice"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (choice)));
  pv_choice_search (choice, "12 mai");
  g_assert_true (pv_choice_choose (choice, 0));
  pv_display_settle (self->context);
  g_assert_cmpint (get_decision (self, "ajourne_seance_id"), ==, self->autre_id);
  g_assert_cmpint (query (self,
                          "SELECT count(*) FROM decision_montant m JOIN decision d ON d.id = "
                          "m.decision_id WHERE d.seance_dossier_id = %" G_GINT64_FORMAT,
                          get_courant (self)),
                   ==, 0);
  pv_display_picture (self->window, self->context, "seance-session-ajourne");
  picture_projecteur (self, "projecteur-ajourne");
}

/* The words of a decision are its own: a reserve is not why it is then refused. */
static void
test_reason (Fixture *self, gconstpointer data)
{
  GtkEditable *entry;
  GtkWidget *box;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  box = find (self, GTK_TYPE_BOX, "reserve_box");
  entry = GTK_EDITABLE (find (self, GTK_TYPE_ENTRY, "reserve_entry"));
  g_assert_false (gtk_widget_get_visible (box));
  key (self, GDK_KEY_2, GDK_ALT_MASK);
  g_assert_cmpstr (label_of (box, "reserve_title"), ==, "Réserve");
  gtk_editable_set_text (entry, "Budget à équilibrer.");
  key (self, GDK_KEY_4, GDK_ALT_MASK);
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_cmpstr (label_of (box, "reserve_title"), ==, "Motif");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpint (get_decision (self, "reserve IS NULL"), ==, 1);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, "Hors des priorités du contrat de ville pour 2026.");
  pv_display_picture (self->window, self->context, "seance-session-motif");
  key (self, GDK_KEY_Page_Down, 0);
  key (self, GDK_KEY_Page_Up, 0);
  g_assert_cmpint (get_decision (self, "reserve LIKE 'Hors%'"), ==, 1);
  key (self, GDK_KEY_1, GDK_ALT_MASK);
  g_assert_false (gtk_widget_get_visible (box));
}

/* What is refused is told under its line, and keeps one there. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  PvAmountEntry *entry;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  entry = pv_session_ligne_get_entry (find_ligne (self, "État"));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "vingt");
  pv_amount_entry_commit (entry);
  g_assert_nonnull (pv_amount_entry_get_problem (entry));
  key (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpstr (get_numero (self), ==, "0412");
  key (self, GDK_KEY_1, GDK_ALT_MASK);
  g_assert_cmpint (get_decision (self, "decision"), ==, PV_INT_NULL);
  pv_amount_entry_revert (entry);
  key (self, GDK_KEY_1, GDK_ALT_MASK);
  g_assert_cmpint (get_decision (self, "decision = 'programme'"), ==, 1);
}

/* What is typed is saved, or keeps one there, before a finding leads away and before the end. */
static void
test_settled (Fixture *self, gconstpointer data)
{
  GtkWidget *session, *entry;
  gint64 rives, first;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  session = GTK_WIDGET (self->session);
  rives = get_courant (self);
  first = query (self,
                 "SELECT id FROM seance_dossier WHERE seance_id = %" G_GINT64_FORMAT
                 " ORDER BY ordre LIMIT 1",
                 self->seance_id);
  entry = GTK_WIDGET (pv_session_ligne_get_entry (find_ligne (self, "État")));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "vingt");
  pv_display_act (session, self->context, "session.go", g_variant_new_int64 (first));
  g_assert_cmpint (get_courant (self), ==, rives);
  pv_display_act (session, self->context, "seance.clore", NULL);
  g_assert_null (find_dialog (PV_TYPE_CLOTURE_DIALOG));

  gtk_editable_set_text (GTK_EDITABLE (entry), "21000");
  pv_display_act (session, self->context, "session.go", g_variant_new_int64 (first));
  g_assert_cmpint (get_courant (self), ==, first);
  pv_display_act (session, self->context, "session.go", g_variant_new_int64 (rives));
  g_assert_cmpint (count_montants (self, 2100000), ==, 1);
}

/* What no séance decides is told under its line too. */
static void
test_absurd (Fixture *self, gconstpointer data)
{
  PvSessionLigne *ligne;
  GtkWidget *problem;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  type_amount (self, "État", "99999999999999");
  ligne = find_ligne (self, "État");
  g_assert_nonnull (pv_amount_entry_get_problem (pv_session_ligne_get_entry (ligne)));
  problem = pv_display_find (GTK_WIDGET (ligne), GTK_TYPE_BOX, "problem_box", NULL);
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpint (get_decision (self, "count(*)"), ==, 0);
  pv_display_picture (self->window, self->context, "seance-session-refus");
  pv_amount_entry_revert (pv_session_ligne_get_entry (ligne));
  g_assert_false (gtk_widget_get_visible (problem));
}

static gboolean
recuse (PvDb *db, gpointer data, GError **error)
{
  const gint64 *id = data;

  return pv_seance_set_deport (db, *id, 5, TRUE, NULL, error);
}

/* A payer that is a recused institution is locked, and both screens say why. */
static void
test_recused (Fixture *self, gconstpointer data)
{
  gint64 id;
  GtkWidget *row;
  g_autoptr (GError) error = NULL;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  project (self, 1280, 720);
  g_assert_true (pv_session_ligne_can_edit (find_ligne (self, "MEL")));
  id = get_courant (self);
  pv_context_act (self->context, "seance-deport", NULL, recuse, &id, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  g_assert_false (pv_session_ligne_can_edit (find_ligne (self, "MEL")));
  g_assert_cmpstr (label_of (GTK_WIDGET (self->session), "deports_label"), ==, "2 déports");
  row = gtk_widget_get_last_child (
      pv_display_find (get_projecteur (self), GTK_TYPE_BOX, "rows", NULL));
  row = gtk_widget_get_prev_sibling (row);
  g_assert_cmpstr (label_of (row, "cell_nom"), ==, "MEL");
  g_assert_cmpstr (label_of (row, "cell_note"), ==, "déport");
}

/* What the latest action did. */
static void
undo (Fixture *self)
{
  pv_context_undo_async (self->context, pv_context_get_undoable (self->context)->id, NULL, NULL,
                         NULL);
  pv_display_settle (self->context);
}

/* Withdrawn while it is held: it leaves the agenda with its decision, and one undo brings both. */
static void
test_remove (Fixture *self, gconstpointer data)
{
  gint64 removed;

  open_seance (self, 3, 3);
  removed = get_courant (self);
  g_assert_cmpint (get_decision (self, "decision IS NOT NULL"), ==, 1);
  key (self, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (get_courant (self), !=, removed);
  g_assert_cmpint (query (self,
                          "SELECT count(*) FROM seance_dossier WHERE seance_id = %" G_GINT64_FORMAT,
                          self->seance_id),
                   ==, 2);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "seance-dossiers");

  undo (self);
  pv_display_act (GTK_WIDGET (self->session), self->context, "session.go",
                  g_variant_new_int64 (removed));
  g_assert_cmpint (get_courant (self), ==, removed);
  g_assert_cmpint (get_decision (self, "decision IS NOT NULL"), ==, 1);

  /* the last one stays */
  key (self, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  key (self, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  gtk_widget_activate_action (GTK_WIDGET (self->session), "session.remove", NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (query (self,
                          "SELECT count(*) FROM seance_dossier WHERE seance_id = %" G_GINT64_FORMAT,
                          self->seance_id),
                   ==, 1);
}

/* A recusal, and a latecomer, while it is held. */
static void
test_people (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog, *row;
  gint64 deports;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  deports = query (self, "SELECT count(*) FROM deport");
  key (self, GDK_KEY_F7, 0);
  dialog = find_dialog (PV_TYPE_DEPORT_DIALOG);
  g_assert_nonnull (dialog);
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (pv_display_find (dialog, GTK_TYPE_DROP_DOWN, "institution", NULL)), 1);
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (dialog, GTK_TYPE_EDITABLE, "motif", NULL)),
                         "lien");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "record");
  gtk_window_destroy (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT count(*) FROM deport"), ==, deports + 1);
  g_assert_cmpstr (label_of (GTK_WIDGET (self->session), "deports_label"), ==, "2 déports");

  key (self, GDK_KEY_F6, 0);
  dialog = find_dialog (PV_TYPE_SEANCE_MEMBRES_WINDOW);
  g_assert_nonnull (dialog);
  pv_display_settle (self->context);
  pv_display_check_names (dialog);
  pv_display_picture (GTK_WINDOW (dialog), self->context, "seance-session-membres");
  g_assert_cmpint (query (self,
                          "SELECT count(*) FROM seance_presence WHERE present = 1 AND seance_id = "
                          "%" G_GINT64_FORMAT,
                          self->seance_id),
                   ==, 4);
  row = pv_display_find (dialog, PV_TYPE_PRESENCE_CARD, NULL, NULL);
  pv_display_act (row, self->context, "presence.all", NULL);
  g_assert_cmpint (query (self,
                          "SELECT count(*) FROM seance_presence WHERE present = 1 AND seance_id = "
                          "%" G_GINT64_FORMAT,
                          self->seance_id),
                   ==, 5);
  pv_display_act (dialog, self->context, "window.close", NULL);
  g_assert_null (find_dialog (PV_TYPE_SEANCE_MEMBRES_WINDOW));
}

/* An envelope that the amounts exceed, in red and with a shape, on both screens. */
static void
test_exceeded (Fixture *self, gconstpointer data)
{
  GtkWidget *ligne, *icon;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  project (self, 1920, 1080);
  type_amount (self, "État", "400000");
  ligne = GTK_WIDGET (find_ligne (self, "État"));
  icon = pv_display_find (ligne, GTK_TYPE_IMAGE, "apres_icon", NULL);
  g_assert_true (gtk_widget_get_visible (icon));
  check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-depassee");
  picture_projecteur (self, "projecteur-depassee");
}

/* An undo of the window is seen at once on both screens. */
static void
test_undo (Fixture *self, gconstpointer data)
{
  const PvHistoryGroup *group;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  project (self, 1280, 720);
  type_amount (self, "Région Hauts-de-France", "1000");
  key (self, GDK_KEY_1, GDK_ALT_MASK);
  group = pv_context_get_undoable (self->context);
  pv_context_undo_async (self->context, group->id, NULL, NULL, NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (get_decision (self, "decision IS NULL"), ==, 1);
  g_assert_cmpint (pv_amount_entry_get_cents (
                       pv_session_ligne_get_entry (find_ligne (self, "Région Hauts-de-France"))),
                   ==, 100000);
  check_projected (self);
}

/* One dossier alone, then all decided: there is nowhere to go but to close. */
static void
test_all_decided (Fixture *self, gconstpointer data)
{
  GtkWidget *close;

  open_seance (self, 1, 0);
  pv_display_picture (self->window, self->context, "seance-session-un-seul");
  key (self, GDK_KEY_1, GDK_ALT_MASK);
  close = find (self, GTK_TYPE_BUTTON, "close_button");
  g_assert_true (gtk_widget_has_css_class (close, "suggested-action"));
  pv_display_picture (self->window, self->context, "seance-session-tout-decide");
}

/* It warns, and stops nothing. */
static void
test_timer (Fixture *self, gconstpointer data)
{
  PvSessionMinuterie *minuterie;
  g_autoptr (GError) error = NULL;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  minuterie = PV_SESSION_MINUTERIE (find (self, PV_TYPE_SESSION_MINUTERIE, NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (minuterie)));
  pv_session_minuterie_set_minutes (minuterie, 5);
  pv_session_minuterie_advance (minuterie, 161);
  g_assert_cmpstr (label_of (GTK_WIDGET (minuterie), "label"), ==, "2\302\240min\302\24041 sur 5");
  pv_session_minuterie_advance (minuterie, 200);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (minuterie), "depassee"));
  pv_display_picture (self->window, self->context, "seance-session-minuterie");
  key (self, GDK_KEY_Page_Down, 0);
  g_assert_cmpint (pv_session_minuterie_get_seconds (minuterie), <, 60);
}

/* Names that are too long are cut with an ellipsis, never the amounts. */
static gboolean
lengthen (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (
      db,
      "UPDATE dossier SET intitule = 'Accompagnement renforcé vers l’emploi des habitantes et des "
      "habitants des quartiers prioritaires, par la mobilité, la garde d’enfants, la langue et la "
      "confiance en soi, avec les entreprises du territoire' WHERE numero = '0412';"
      "UPDATE organisme SET nom = 'Association intercommunale pour la promotion de l’insertion "
      "sociale et professionnelle des quartiers nord et est' WHERE nom = 'Rives Solidaires';",
      error);
}

static void
test_long_names (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  project (self, 1920, 1080);
  pv_context_act (self->context, "dossier-edit", NULL, lengthen, NULL, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-noms-longs");
  picture_projecteur (self, "projecteur-noms-longs");
}

static gboolean
add_payers (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (
      db,
      "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
      "                         propose_cents)"
      "  SELECT lower (hex (randomblob (16))), d.id, x.id, d.exercice, 100000 * x.id, 50000 * x.id"
      "    FROM dossier d, financeur x"
      "   WHERE d.numero = '0412'"
      "     AND x.id NOT IN (SELECT financeur_id FROM financement WHERE dossier_id = d.id)"
      "   LIMIT 7;",
      error);
}

/* More payers than a screen holds: all is smaller, and nothing is left out. */
static void
test_many_payers (Fixture *self, gconstpointer data)
{
  GtkWidget *rows;
  guint n = 0;
  g_autoptr (GError) error = NULL;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  project (self, 1920, 1080);
  pv_context_act (self->context, "financement-add", NULL, add_payers, NULL, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  check_projected (self);
  rows = pv_display_find (get_projecteur (self), GTK_TYPE_BOX, "rows", NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  g_assert_cmpint (n, ==,
                   query (self, "SELECT count(*) FROM financement f JOIN dossier d ON d.id = "
                                "f.dossier_id WHERE d.numero = '0412'"));
  pv_display_picture (self->window, self->context, "seance-session-nombreux");
  picture_projecteur (self, "projecteur-nombreux");
}

/* The screen of the committee is unplugged: it comes back as a window, and shows on. */
static void
test_unplug (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) monitors = g_list_store_new (GDK_TYPE_MONITOR);
  PvProjecteurWindow *projecteur;
  GdkMonitor *second;

  open_seance (self, 3, 0);
  project (self, 1280, 720);
  projecteur = PV_PROJECTEUR_WINDOW (get_projecteur (self));
  g_assert_null (pv_projecteur_window_get_monitor (projecteur));

  second = g_object_new (GDK_TYPE_MONITOR, "display", gdk_display_get_default (), NULL);
  g_list_store_append (monitors, second);
  g_object_unref (second);
  pv_projecteur_window_set_monitors (projecteur, G_LIST_MODEL (monitors));
  g_assert_null (pv_projecteur_window_get_monitor (projecteur));
  pv_projecteur_window_project (projecteur);
  g_assert_true (pv_projecteur_window_get_monitor (projecteur) == second);

  g_list_store_remove_all (monitors);
  pv_display_settle (self->context);
  g_assert_null (pv_projecteur_window_get_monitor (projecteur));
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (projecteur)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (projecteur)));
  key (self, GDK_KEY_Page_Down, 0);
  check_projected (self);
}

/* In half a screen the panes fold, and come by their keys. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  AdwFlap *agenda_flap, *fil_flap;

  open_seance (self, G_N_ELEMENTS (agenda), DECIDES);
  agenda_flap = ADW_FLAP (find (self, ADW_TYPE_FLAP, "agenda_flap"));
  fil_flap = ADW_FLAP (find (self, ADW_TYPE_FLAP, "fil_flap"));
  gtk_window_set_default_size (self->window, 640, 800);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pv_display_settle (self->context);
  g_assert_true (adw_flap_get_folded (agenda_flap));
  g_assert_true (adw_flap_get_folded (fil_flap));
  g_assert_false (adw_flap_get_reveal_flap (agenda_flap));
  g_assert_false (adw_flap_get_reveal_flap (fil_flap));
  key (self, GDK_KEY_F9, 0);
  g_assert_true (adw_flap_get_reveal_flap (agenda_flap));
  key (self, GDK_KEY_F9, 0);
  g_assert_false (adw_flap_get_reveal_flap (agenda_flap));
  key (self, GDK_KEY_F8, 0);
  g_assert_true (adw_flap_get_reveal_flap (fil_flap));
  key (self, GDK_KEY_F8, 0);
  pv_display_picture (self->window, self->context, "seance-session-etroit");
}

/* Leaving the page ends the projection with it: see tear_down(). */
static void
test_leave (Fixture *self, gconstpointer data)
{
  open_seance (self, 3, 0);
  project (self, 1280, 720);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "hold", test_hold },
    { "adjourn", test_adjourn },
    { "refused", test_refused },
    { "exceeded", test_exceeded },
    { "undo", test_undo },
    { "all-decided", test_all_decided },
    { "timer", test_timer },
    { "long-names", test_long_names },
    { "many-payers", test_many_payers },
    { "unplug", test_unplug },
    { "narrow", test_narrow },
    { "absurd", test_absurd },
    { "recused", test_recused },
    { "leave", test_leave },
    { "settled", test_settled },
    { "reason", test_reason },
    { "remove", test_remove },
    { "people", test_people },
  };

  pv_display_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/seance-session/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }

  return g_test_run ();
}
