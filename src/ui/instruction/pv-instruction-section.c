/* pv-instruction-section.c: what the institutions said of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-section.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "instruction/pv-avis-icons.h"
#include "instruction/pv-instruction-fiche.h"
#include "instruction/pv-instruction-store.h"
#include "instruction/pv-note-store.h"
#include "instruction/pv-reprise-action.h"
#include "pv-date.h"
#include "score/pv-score-store.h"
#include "seuil/pv-seuil-store.h"
#include "seuil/pv-seuil.h"
#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"

#define INSTITUTION_KEY "pv-institution"

struct _PvInstructionSection
{
  PvDossierSection parent_instance;

  char *shown; /* what the rows say, not to make them again */

  GtkLabel *score_label;
  GtkLabel *count_label;
  GtkWidget *dispersion_box;
  GtkLabel *dispersion_label;
  GtkButton *instruct_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PvInstructionSection, pv_instruction_section, PV_TYPE_DOSSIER_SECTION)

static char *
score_to_text (gint64 score)
{
  return score == PV_INT_NULL ? g_strdup (PV_TEXT_NULL)
                              : g_strdup_printf ("%.2f", (double)score / 100);
}

/* --- what a version says ------------------------------------------------------------------- */

/* "with reservations · 72.86 · submitted on 12 March 2026 by Anne" */
static char *
dup_subtitle (const PvInstructionVersion *version)
{
  const PvInstruction *instruction = version->instruction;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day =
      instruction->soumise_a != NULL ? g_strndup (instruction->soumise_a, 10) : NULL;
  g_autofree char *date = day != NULL ? pv_date_format_french (day, PV_DATE_FORMAT_LONG) : NULL;
  g_autofree char *score = score_to_text (version->score);

  g_string_append (text, instruction->avis != PV_AVIS_NULL ? pv_avis_to_words (instruction->avis)
                                                           : _ ("no avis yet"));
  if (version->score != PV_INT_NULL)
    g_string_append_printf (text, _ (" · %s out of 100"), score);
  if (instruction->etat == PV_INSTRUCTION_ETAT_BROUILLON)
    g_string_append (text, _ (" · draft"));
  else if (date != NULL)
    g_string_append_printf (text, _ (" · submitted on %s"), date);
  if (version->agent != NULL)
    g_string_append_printf (text, _ (" by %s"), version->agent);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_notes (GString *text, const PvInstructionVersion *version)
{
  for (guint i = 0; i < version->criteres->len; i++)
    {
      const PvCritere *critere = version->criteres->pdata[i];
      const PvNote *note = pv_notes_find (version->notes, critere->id);

      if (note == NULL)
        continue;
      g_string_append_printf (text, "%s%s ", text->len > 0 ? " · " : "", critere->libelle);
      if (note->sans_objet)
        g_string_append (text, _ ("N/A"));
      else
        g_string_append_printf (text, "%" PRId64 "/%" PRId64, note->valeur, critere->maximum);
    }
}

static void
append_credits (GString *text, const PvInstructionVersion *version)
{
  for (guint i = 0; i < version->credits->len; i++)
    {
      const PvInstructionCredit *credit = &g_array_index (version->credits, PvInstructionCredit, i);
      g_autofree char *amount = pv_amount_to_text (credit->propose_cents);

      g_string_append_printf (text, "%s%s, %s", text->len > 0 ? " · " : "", credit->libelle,
                              amount);
    }
}

/* --- the rows ------------------------------------------------------------------------------ */

static void
add_line (AdwExpanderRow *row, const char *title, const char *text)
{
  GtkWidget *line;

  if (text == NULL || *text == '\0')
    return;
  line = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (line), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  adw_expander_row_add_row (row, line);
}

static void
add_version (AdwExpanderRow *row, const PvInstructionVersion *version)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) credits = g_string_new (NULL);

  append_notes (notes, version);
  append_credits (credits, version);
  add_line (row, _ ("Reserve"), version->instruction->reserves);
  add_line (row, _ ("Comment"), version->instruction->commentaire);
  add_line (row, _ ("Amounts proposed"), credits->str);
  add_line (row, _ ("Marks"), notes->str);
}

static GtkWidget *
version_row_new (const PvInstructionVersion *version, const char *title)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new ();
  g_autofree char *subtitle = dup_subtitle (version);

  pv_avis_set_icon (GTK_IMAGE (icon), version->instruction->avis);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  add_version (ADW_EXPANDER_ROW (row), version);

  return row;
}

/* The version that counts, what replaces it and what it replaced under it. */
static GtkWidget *
institution_row_new (GPtrArray *versions, guint first, guint n)
{
  const PvInstructionVersion *shown = versions->pdata[first];
  GtkWidget *row;

  for (guint i = first; i < first + n; i++)
    {
      const PvInstructionVersion *version = versions->pdata[i];

      if (version->instruction->etat == PV_INSTRUCTION_ETAT_SOUMISE)
        shown = version;
    }
  row = version_row_new (shown, shown->institution);
  for (guint i = first; i < first + n; i++)
    {
      const PvInstructionVersion *version = versions->pdata[i];
      g_autofree char *title =
          g_strdup_printf (version->instruction->etat == PV_INSTRUCTION_ETAT_REMPLACEE
                               ? _ ("Version %d, replaced")
                               : _ ("Version %d, in preparation"),
                           (int)version->instruction->version);

      if (version != shown)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), version_row_new (version, title));
    }

  return row;
}

static GtkWidget *
awaited_row_new (const char *institution)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new ();

  pv_avis_set_icon (GTK_IMAGE (icon), PV_AVIS_NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), institution);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pv_avis_to_words (PV_AVIS_NULL));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/* The lists inside an AdwExpanderRow have no names of their own. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_BOX (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

static void
show_rows (PvInstructionSection *self, GPtrArray *versions, GArray *tous)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < tous->len; i++)
    {
      const PvInstructionAvis *avis = &g_array_index (tous, PvInstructionAvis, i);
      guint first = 0, n = 0;
      GtkWidget *made;

      for (guint k = 0; k < versions->len; k++)
        if (((PvInstructionVersion *)versions->pdata[k])->instruction->institution_id ==
                avis->institution_id &&
            n++ == 0)
          first = k;
      made = n > 0 ? institution_row_new (versions, first, n) : awaited_row_new (avis->institution);
      name_lists (made, avis->institution);
      g_object_set_data (G_OBJECT (made), INSTITUTION_KEY,
                         GSIZE_TO_POINTER ((gsize)avis->institution_id));
      gtk_list_box_append (self->list, made);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), tous->len > 0);
}

static char *
dup_signature (GPtrArray *versions, GArray *tous)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const PvInstructionVersion *version = versions->pdata[i];
      g_autofree char *subtitle = dup_subtitle (version);

      g_string_append_printf (text, "%s|%s|%s|%s|", version->institution, subtitle,
                              version->instruction->reserves, version->instruction->commentaire);
      append_notes (text, version);
      append_credits (text, version);
    }
  for (guint i = 0; i < tous->len; i++)
    g_string_append (text, g_array_index (tous, PvInstructionAvis, i).institution);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- the head ------------------------------------------------------------------------------ */

static void
show_dispersion (PvInstructionSection *self, const PvScore *score)
{
  PvContext *context = pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
  g_autofree char *today = pv_context_get_today (context);
  g_autofree char *points = score_to_text (score->dispersion);
  g_autofree char *text = NULL;
  gint64 seuil = PV_INT_NULL;
  gboolean far;

  pv_seuil_store_get_valeur (pv_context_get_reader (context), PV_SEUIL_DISPERSION, today, &seuil,
                             NULL);
  far = seuil != PV_INT_NULL && score->dispersion != PV_INT_NULL && score->dispersion > seuil * 100;
  gtk_widget_set_visible (self->dispersion_box, far);
  if (!far)
    return;
  text = g_strdup_printf (_ ("Scores are %s points apart: beyond %d, the institutions talk it "
                             "over."),
                          points, (int)seuil);
  gtk_label_set_label (self->dispersion_label, text);
}

static void
show_head (PvInstructionSection *self, const PvScore *score, GArray *tous)
{
  guint n = 0;
  g_autofree char *points = score_to_text (score->score);
  g_autofree char *text = score->score != PV_INT_NULL
                              ? g_strdup_printf (_ ("Score %s out of 100"), points)
                              : g_strdup (_ ("No score yet"));
  g_autofree char *count = NULL;
  g_autofree char *badge = NULL;

  for (guint i = 0; i < tous->len; i++)
    if (g_array_index (tous, PvInstructionAvis, i).avis != PV_AVIS_NULL)
      n++;
  count = g_strdup_printf (_ ("Avis %u of %u"), n, tous->len);
  badge = n > 0 ? g_strdup_printf ("%u/%u", n, tous->len) : NULL;
  gtk_label_set_label (self->score_label, text);
  gtk_label_set_label (self->count_label, count);
  pv_dossier_section_set_badge (PV_DOSSIER_SECTION (self), badge);
}

/* The row of an institution, open. */
static gboolean
show_institution (PvInstructionSection *self, gint64 institution_id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_object_get_data (G_OBJECT (row), INSTITUTION_KEY) ==
        GSIZE_TO_POINTER ((gsize)institution_id))
      {
        if (ADW_IS_EXPANDER_ROW (row))
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
        return gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
      }

  return FALSE;
}

/* A control of the marks leads to those of its institution; one of the score, to the marking. */
static gboolean
pv_instruction_section_show_field (PvDossierSection *section,
                                   const char *table,
                                   gint64 key,
                                   const char *column)
{
  PvInstructionSection *self = PV_INSTRUCTION_SECTION (section);
  PvDb *reader = pv_context_get_reader (pv_dossier_section_get_context (section));
  g_autoptr (PvInstruction) instruction = NULL;

  if (g_strcmp0 (table, "dossier") == 0 && g_strcmp0 (column, "instruction") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->instruct_button));
  if (g_strcmp0 (table, "instruction") != 0)
    return FALSE;

  instruction = pv_instruction_store_get (reader, key, NULL);
  if (instruction == NULL || !show_institution (self, instruction->institution_id))
    gtk_widget_grab_focus (GTK_WIDGET (self->instruct_button));

  return TRUE;
}

static void
pv_instruction_section_load (PvDossierSection *section)
{
  PvInstructionSection *self = PV_INSTRUCTION_SECTION (section);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  PvDb *reader = pv_context_get_reader (pv_dossier_section_get_context (section));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = pv_instruction_version_list (reader, id, &error);
  g_autoptr (GArray) tous = versions != NULL ? pv_instruction_avis_list (reader, id, &error) : NULL;
  g_autofree char *shown = NULL;
  PvScore score;

  if (tous == NULL || !pv_score_store_get (reader, id, &score, &error))
    {
      gtk_label_set_label (self->score_label, error->message);
      return;
    }
  show_head (self, &score, tous);
  show_dispersion (self, &score);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->instruct_button), "x", id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "instruction-section.propose",
                                 pv_context_can_edit (pv_dossier_section_get_context (section)));
  shown = dup_signature (versions, tous);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  show_rows (self, versions, tous);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_instruction_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_INSTRUCTION_SECTION);

  G_OBJECT_CLASS (pv_instruction_section_parent_class)->dispose (object);
}

static void
pv_instruction_section_finalize (GObject *object)
{
  g_free (PV_INSTRUCTION_SECTION (object)->shown);

  G_OBJECT_CLASS (pv_instruction_section_parent_class)->finalize (object);
}

/* The amounts submitted with the avis become the proposed ones of the plan. */
static void
propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierSection *section = PV_DOSSIER_SECTION (widget);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, id);
  pv_reprise_action_run (widget, pv_dossier_section_get_context (section), ids);
}

static void
pv_instruction_section_class_init (PvInstructionSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_instruction_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_instruction_section_finalize;
  PV_DOSSIER_SECTION_CLASS (klass)->load = pv_instruction_section_load;
  PV_DOSSIER_SECTION_CLASS (klass)->show_field = pv_instruction_section_show_field;

  gtk_widget_class_install_action (widget_class, "instruction-section.propose", NULL, propose_cb);
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-instruction-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PvInstructionSection, score_label);
  gtk_widget_class_bind_template_child (widget_class, PvInstructionSection, count_label);
  gtk_widget_class_bind_template_child (widget_class, PvInstructionSection, dispersion_box);
  gtk_widget_class_bind_template_child (widget_class, PvInstructionSection, dispersion_label);
  gtk_widget_class_bind_template_child (widget_class, PvInstructionSection, instruct_button);
  gtk_widget_class_bind_template_child (widget_class, PvInstructionSection, list);
}

static void
pv_instruction_section_init (PvInstructionSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
