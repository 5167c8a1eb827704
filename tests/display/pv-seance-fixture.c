/* pv-seance-fixture.c: an open séance of the demonstration, held with keys
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-seance-fixture.h"

#include "instance/pv-instance-service.h"
#include "seance/pv-seance-page.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"
#include "widget/pv-amount-label.h"

/* --- a séance --------------------------------------------------------------------------------- */

/* Dossiers of the demonstration, in the order of the agenda; the twelfth is the 0412. */
static const char *const agenda[] = {
  "0327", "0340", "0358", "0309", "0330", "0383", "0386", "0390", "0397", "0405", "0409",
  "0412", "0418", "0430", "0433", "0414", "0416", "0424", "0428", "0437", "0441", "0447",
  "0448", "0452", "0501", "0502", "0503", "0504", "0505", "0506", "0507", "0508", "0509",
  "0511", "0512", "0513", "0302", "0305", "0312", "0315", "0318", "0321",
};

G_STATIC_ASSERT (G_N_ELEMENTS (agenda) == PV_SEANCE_FIXTURE_DOSSIERS);

typedef struct
{
  PvSeanceFixture *fixture;
  guint decides;
} Preparation;

gint64
pv_seance_fixture_query (PvSeanceFixture *self, const char *format, ...)
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
add_dossiers (PvDb *db, PvSeanceFixture *self, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->n; i++)
    {
      gint64 id =
          pv_seance_fixture_query (self, "SELECT id FROM dossier WHERE numero = '%s'", agenda[i]);

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

  if (dossiers == NULL || dossiers->len <= PV_SEANCE_FIXTURE_DECIDES)
    return dossiers != NULL;

  return pv_seance_set_deport (
      db, ((const PvSeanceDossier *)dossiers->pdata[PV_SEANCE_FIXTURE_DECIDES])->id, 4, TRUE,
      "siège au bureau du porteur", error);
}

static gboolean
prepare (PvDb *db, gpointer data, GError **error)
{
  const Preparation *preparation = data;
  PvSeanceFixture *self = preparation->fixture;
  g_autoptr (PvInstance) instance = pv_instance_new ();
  gint64 autre;

  /* the demonstration may have one of that name */
  instance->nom =
      g_strdup (pv_seance_fixture_query (
                    self, "SELECT id FROM instance WHERE nom = 'Comité de pilotage'") == PV_INT_NULL
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
show_session (PvSeanceFixture *self)
{
  self->page = GTK_WIDGET (pv_seance_page_new (self->context, self->seance_id));
  self->window = pv_display_show (self->page);
  pv_display_settle (self->context);
  self->session =
      PV_SEANCE_SESSION (pv_display_find (self->page, PV_TYPE_SEANCE_SESSION, NULL, NULL));
}

void
pv_seance_fixture_open (PvSeanceFixture *self, guint n, guint decides)
{
  Preparation preparation = { self, decides };
  g_autoptr (GError) error = NULL;

  self->n = n;
  pv_context_act (self->context, "seance-open", NULL, prepare, &preparation, &error);
  g_assert_no_error (error);
  show_session (self);
}

void
pv_seance_fixture_set_up (PvSeanceFixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
}

void
pv_seance_fixture_tear_down (PvSeanceFixture *self, gconstpointer data)
{
  gpointer projecteur = pv_seance_session_get_projecteur (self->session);

  if (projecteur != NULL)
    g_object_add_weak_pointer (projecteur, &projecteur);
  pv_display_end (self->window, self->page, self->context, self->path);
  g_assert_null (projecteur);
}

/* --- hands and eyes --------------------------------------------------------------------------- */

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

void
pv_seance_fixture_press_on (GtkWidget *widget,
                            PvContext *context,
                            guint key,
                            GdkModifierType modifiers)
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

void
pv_seance_fixture_press (PvSeanceFixture *self, guint keyval, GdkModifierType modifiers)
{
  pv_seance_fixture_press_on (GTK_WIDGET (self->session), self->context, keyval, modifiers);
}

gint64
pv_seance_fixture_get_courant (PvSeanceFixture *self)
{
  return pv_seance_session_get_fiche (self->session)->id;
}

GtkWidget *
pv_seance_fixture_find (PvSeanceFixture *self, GType type, const char *id)
{
  GtkWidget *found = pv_display_find (GTK_WIDGET (self->session), type, id, NULL);

  g_assert_nonnull (found);

  return found;
}

const char *
pv_seance_fixture_label_of (GtkWidget *root, const char *id)
{
  GtkWidget *label = pv_display_find (root, GTK_TYPE_LABEL, id, NULL);

  g_assert_nonnull (label);

  return gtk_label_get_text (GTK_LABEL (label));
}

PvSessionLigne *
pv_seance_fixture_find_ligne (PvSeanceFixture *self, const char *financeur)
{
  GtkWidget *row = gtk_widget_get_first_child (pv_seance_fixture_find (self, GTK_TYPE_BOX, "rows"));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (pv_seance_fixture_label_of (row, "financeur"), financeur) == 0)
      return PV_SESSION_LIGNE (row);
  g_error ("no line of %s", financeur);
}

void
pv_seance_fixture_type_amount (PvSeanceFixture *self, const char *financeur, const char *text)
{
  PvAmountEntry *entry =
      pv_session_ligne_get_entry (pv_seance_fixture_find_ligne (self, financeur));

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  pv_amount_entry_commit (entry);
  pv_display_settle (self->context);
}

GtkWidget *
pv_seance_fixture_get_projecteur (PvSeanceFixture *self)
{
  GtkWindow *projecteur = pv_seance_session_get_projecteur (self->session);

  g_assert_nonnull (projecteur);

  return GTK_WIDGET (projecteur);
}

void
pv_seance_fixture_check_projected (PvSeanceFixture *self)
{
  GtkWidget *projecteur = pv_seance_fixture_get_projecteur (self);
  GtkWidget *row =
      gtk_widget_get_first_child (pv_display_find (projecteur, GTK_TYPE_BOX, "rows", NULL));
  GtkWidget *ligne =
      gtk_widget_get_first_child (pv_seance_fixture_find (self, GTK_TYPE_BOX, "rows"));

  g_assert_cmpstr (pv_seance_fixture_label_of (projecteur, "intitule_label"), ==,
                   pv_seance_fixture_label_of (GTK_WIDGET (self->session), "intitule_label"));
  for (; ligne != NULL; ligne = gtk_widget_get_next_sibling (ligne))
    {
      PvAmountEntry *entry = pv_session_ligne_get_entry (PV_SESSION_LIGNE (ligne));
      GtkWidget *arbitre, *reste, *apres;

      g_assert_nonnull (row);
      arbitre = pv_display_find (row, PV_TYPE_AMOUNT_LABEL, "arbitre", NULL);
      reste = pv_display_find (row, PV_TYPE_AMOUNT_LABEL, "reste", NULL);
      apres = pv_display_find (ligne, PV_TYPE_AMOUNT_LABEL, "apres", NULL);
      g_assert_cmpstr (pv_seance_fixture_label_of (row, "cell_nom"), ==,
                       pv_seance_fixture_label_of (ligne, "financeur"));
      g_assert_cmpint (pv_amount_label_get_cents (PV_AMOUNT_LABEL (arbitre)), ==,
                       pv_amount_entry_get_cents (entry));
      g_assert_cmpstr (pv_amount_label_get_text (PV_AMOUNT_LABEL (reste)), ==,
                       pv_amount_label_get_text (PV_AMOUNT_LABEL (apres)));
      row = gtk_widget_get_next_sibling (row);
    }
  g_assert_null (row);
}

gint64
pv_seance_fixture_get_decision (PvSeanceFixture *self, const char *column)
{
  return pv_seance_fixture_query (
      self,
      "SELECT %s FROM decision WHERE seance_dossier_id = %" G_GINT64_FORMAT " AND version = 1",
      column, pv_seance_fixture_get_courant (self));
}

void
pv_seance_fixture_project (PvSeanceFixture *self, int width, int height)
{
  GtkWidget *projecteur;

  pv_seance_fixture_press (self, GDK_KEY_F5, 0);
  projecteur = pv_seance_fixture_get_projecteur (self);
  gtk_window_set_default_size (GTK_WINDOW (projecteur), width, height);
  gtk_window_set_decorated (GTK_WINDOW (projecteur), FALSE);
  gtk_test_widget_wait_for_draw (projecteur);
  pv_display_settle (self->context);
}

void
pv_seance_fixture_picture_projecteur (PvSeanceFixture *self, const char *name)
{
  pv_display_picture (GTK_WINDOW (pv_seance_fixture_get_projecteur (self)), self->context, name);
}
