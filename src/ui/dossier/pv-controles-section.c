/* pv-controles-section.c: what the controls find in a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-controles-section.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "controle/pv-derogation-store.h"
#include "dossier/pv-dossier-edit.h"
#include "widget/pv-severity-icon.h"

/* A finding, kept. */
typedef struct
{
  const PvControle *controle;
  PvSeverite severite;
  gint64 dossier_id;
  char *table;
  gint64 cle;
  char *champ;
  char *texte;
  char *derogation;
} Finding;

struct _PvControlesSection
{
  PvDossierSection parent_instance;

  GCancellable *cancellable; /* of the run under way */
  GPtrArray *findings;       /* of Finding */

  GtkSpinner *spinner;
  GtkWidget *empty_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PvControlesSection, pv_controles_section, PV_TYPE_DOSSIER_SECTION)

static void
finding_free (gpointer data)
{
  Finding *self = data;

  g_free (self->table);
  g_free (self->champ);
  g_free (self->texte);
  g_free (self->derogation);
  g_free (self);
}

/* --- the derogation ------------------------------------------------------------------- */

typedef struct
{
  const Finding *finding;
  const char *motif;
} Derogation;

static gboolean
write_derogation (PvDb *db, gpointer user_data, GError **error)
{
  const Derogation *derogation = user_data;
  const Finding *finding = derogation->finding;

  return pv_derogation_store_set (db, finding->controle->id, finding->table, finding->cle,
                                  derogation->motif, error);
}

static void
save_derogation (PvControlesSection *self, const Finding *finding, const char *motif)
{
  Derogation derogation = { finding, motif };
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (PV_DOSSIER_SECTION (self), "controle-derogation", write_derogation,
                            &derogation, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* The finding of a row, while the row is shown. */
static const Finding *
find_finding (PvControlesSection *self, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  int i = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  return i >= 0 && (guint)i < self->findings->len ? g_ptr_array_index (self->findings, (guint)i)
                                                  : NULL;
}

static void
reason_response_cb (AdwMessageDialog *dialog, const char *response, GtkWidget *row)
{
  GtkWidget *section = gtk_widget_get_ancestor (row, PV_TYPE_CONTROLES_SECTION);
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  const Finding *finding =
      section != NULL ? find_finding (PV_CONTROLES_SECTION (section), row) : NULL;
  const char *motif = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (finding != NULL && g_str_equal (response, "pass") && *motif != '\0')
    save_derogation (PV_CONTROLES_SECTION (section), finding, motif);
}

static void
reason_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "pass", *gtk_editable_get_text (entry) != '\0');
}

static void
ask_reason (GtkWidget *row, const Finding *finding)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (row)),
                                              finding->controle->titre, finding->texte);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Why it is passed"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Why it is passed"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "pass",
                                    _ ("_Pass with This Reason"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "pass",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "pass", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "pass");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reason_response_cb), row, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
pass_cb (PvControlesSection *self, GtkWidget *button)
{
  const Finding *finding = find_finding (self, button);

  if (finding == NULL)
    return;
  if (finding->derogation != NULL)
    save_derogation (self, finding, NULL);
  else
    ask_reason (gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW), finding);
}

/* --- the rows ------------------------------------------------------------------------- */

static void
row_activated_cb (PvControlesSection *self, GtkListBoxRow *row)
{
  const Finding *finding = find_finding (self, GTK_WIDGET (row));
  gint64 id = pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self));

  if (finding == NULL)
    return;
  if (g_str_equal (finding->table, "organisme"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-organisme", "x", finding->cle);
  else if (g_str_equal (finding->table, "dossier") && finding->cle != id)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x", finding->cle);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "dossier.field", "(sxs)", finding->table,
                                finding->cle, finding->champ != NULL ? finding->champ : "");
}

static char *
row_detail (const Finding *finding)
{
  g_autoptr (GString) detail = g_string_new (finding->texte);

  if (finding->derogation != NULL)
    {
      g_string_append_c (detail, '\n');
      g_string_append_printf (detail, _ ("Passed: %s"), finding->derogation);
    }
  else if (finding->controle->remede != NULL)
    g_string_append_printf (detail, "\n→ %s", finding->controle->remede);

  return g_string_free (g_steal_pointer (&detail), FALSE);
}

static GtkWidget *
row_new (PvControlesSection *self, const Finding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = pv_severity_icon_new (finding->severite);
  GtkWidget *pass =
      gtk_button_new_with_mnemonic (finding->derogation != NULL ? _ ("_Take Back") : _ ("_Pass…"));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *detail = row_detail (finding);
  PvContext *context = pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finding->controle->titre);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_set_valign (pass, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (pass, "flat");
  gtk_widget_set_sensitive (pass, pv_context_can_edit (context));
  g_signal_connect_object (pass, "clicked", G_CALLBACK (pass_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pass);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, finding->controle->source);

  return row;
}

static gboolean
same_findings (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Finding *one = g_ptr_array_index (a, i);
      const Finding *other = g_ptr_array_index (b, i);

      if (one->controle != other->controle || one->cle != other->cle ||
          g_strcmp0 (one->texte, other->texte) != 0 ||
          g_strcmp0 (one->derogation, other->derogation) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
show_findings (PvControlesSection *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->findings->len; i++)
    gtk_list_box_append (self->list, row_new (self, g_ptr_array_index (self->findings, i)));
}

guint
pv_controles_section_get_count (PvControlesSection *self, PvSeverite *worst)
{
  guint n = 0;

  g_return_val_if_fail (PV_IS_CONTROLES_SECTION (self), 0);

  *worst = PV_SEVERITE_INFO;
  for (guint i = 0; i < self->findings->len; i++)
    {
      const Finding *finding = g_ptr_array_index (self->findings, i);

      if (finding->derogation != NULL)
        continue;
      *worst = MAX (*worst, finding->severite);
      n++;
    }

  return n;
}

static void
show_badge (PvControlesSection *self)
{
  PvSeverite worst;
  guint n = pv_controles_section_get_count (self, &worst);
  static const char *const marks[] = { "ℹ", "⚠", "⊖" };
  g_autofree char *badge = n > 0 ? g_strdup_printf ("%s %u", marks[worst], n) : NULL;

  pv_dossier_section_set_badge (PV_DOSSIER_SECTION (self), badge);
}

/* --- running ------------------------------------------------------------------------- */

static void
keep_cb (const PvConstat *constat, gpointer user_data)
{
  Finding *finding = g_new0 (Finding, 1);

  finding->controle = constat->controle;
  finding->severite = constat->severite;
  finding->dossier_id = constat->dossier_id;
  finding->table = g_strdup (constat->table);
  finding->cle = constat->cle;
  finding->champ = g_strdup (constat->champ);
  finding->texte = g_strdup (constat->texte);
  finding->derogation = g_strdup (constat->derogation);
  g_ptr_array_add (user_data, finding);
}

/* The worst first; within a severity, in the order of the registry. */
static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const Finding *one = *(const Finding *const *)a;
  const Finding *other = *(const Finding *const *)b;

  return (int)other->severite - (int)one->severite;
}

static gpointer
run_query (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *id = data;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (finding_free);

  if (!pv_controles_run_dossier (db, *id, keep_cb, findings, cancellable, error))
    return NULL;
  g_ptr_array_sort (findings, compare_findings);

  return g_steal_pointer (&findings);
}

static void
run_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvControlesSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_stop (self->spinner);
  if (findings == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->empty_label), error->message);
      gtk_widget_set_visible (self->empty_label, TRUE);
      return;
    }
  if (!same_findings (self->findings, findings))
    {
      g_ptr_array_unref (self->findings);
      self->findings = g_steal_pointer (&findings);
      show_findings (self);
    }
  gtk_label_set_label (GTK_LABEL (self->empty_label), _ ("No control finds anything to look at."));
  gtk_widget_set_visible (self->empty_label, self->findings->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->findings->len > 0);
  show_badge (self);
}

static void
pv_controles_section_load (PvDossierSection *section)
{
  PvControlesSection *self = PV_CONTROLES_SECTION (section);
  gint64 id = pv_dossier_section_get_dossier_id (section);

  pv_reading_renew (&self->cancellable);
  gtk_spinner_start (self->spinner);
  pv_context_query_async (pv_dossier_section_get_context (section), run_query,
                          g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify)g_ptr_array_unref,
                          self->cancellable, run_done_cb, g_object_ref (self));
}

/* --- the object -------------------------------------------------------------------------- */

static void
pv_controles_section_dispose (GObject *object)
{
  PvControlesSection *self = PV_CONTROLES_SECTION (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_CONTROLES_SECTION);

  G_OBJECT_CLASS (pv_controles_section_parent_class)->dispose (object);
}

static void
pv_controles_section_finalize (GObject *object)
{
  g_ptr_array_unref (PV_CONTROLES_SECTION (object)->findings);

  G_OBJECT_CLASS (pv_controles_section_parent_class)->finalize (object);
}

static void
pv_controles_section_class_init (PvControlesSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_controles_section_dispose;
  object_class->finalize = pv_controles_section_finalize;
  PV_DOSSIER_SECTION_CLASS (klass)->load = pv_controles_section_load;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-controles-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PvControlesSection, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvControlesSection, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PvControlesSection, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pv_controles_section_init (PvControlesSection *self)
{
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
