/* pv-echeances-card.c: what is awaited, and by when
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-echeances-card.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "pv-date.h"
#include "widget/pv-format.h"

struct _PvEcheancesCard
{
  AdwBin parent_instance;

  GtkButton *file_button;
  GtkStack *stack;
  GtkListBox *list;
  char *shown; /* what the rows say: they are made again only when it changes */
};

G_DEFINE_FINAL_TYPE (PvEcheancesCard, pv_echeances_card, ADW_TYPE_BIN)

/* --- in words ------------------------------------------------------------------------ */

/* "20 mars", "16 déc.": short enough for a column; with its year when it is far. */
static char *
format_day (const char *iso, const char *today)
{
  static const char *const months[] = { "janv.", "févr.", "mars",  "avril", "mai",  "juin",
                                        "juil.", "août",  "sept.", "oct.",  "nov.", "déc." };
  int year = 0, month = 0, day = 0;
  g_autofree char *text = NULL;

  if (!pv_date_is_valid (iso) || sscanf (iso, "%d-%d-%d", &year, &month, &day) != 3)
    return g_strdup (iso);
  text = g_strdup_printf ("%d%s %s", day, day == 1 ? "er" : "", months[month - 1]);
  if (ABS (pv_date_days_between (today, iso)) < 300)
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s %d", text, year);
}

static char *
make_when (const PvEcheance *echeance, const char *today)
{
  if (echeance->en_retard)
    return g_strdup (_ ("Late"));
  if (echeance->jour == NULL)
    return g_strdup (PV_TEXT_NULL);

  return strcmp (echeance->jour, today) == 0 ? g_strdup (_ ("Today"))
                                             : format_day (echeance->jour, today);
}

static char *
make_years (const PvEcheance *echeance)
{
  if (echeance->annee_debut == echeance->annee_fin)
    return g_strdup_printf ("%d", (int)echeance->annee_debut);

  return g_strdup_printf ("%d–%d", (int)echeance->annee_debut, (int)echeance->annee_fin);
}

static char *
make_title (const PvEcheance *echeance)
{
  g_autofree char *years = NULL;

  switch (echeance->genre)
    {
    case PV_ECHEANCE_CRF_RETARD:
      if (echeance->annee_debut != echeance->annee_fin)
        return g_strdup (_ ("CRF not received"));
      years = make_years (echeance);
      /* Translators: CRF: compte rendu financier; then its year, or years. */
      return g_strdup_printf (_ ("CRF %s not received"), years);
    case PV_ECHEANCE_SEANCE:
      /* Translators: an instance, then the rank of the séance in the year. */
      return g_strdup_printf (_ ("%s, séance %d"), echeance->nom, (int)echeance->numero);
    case PV_ECHEANCE_AVIS:
      return g_strdup_printf (_ ("Avis awaited (%s)"), echeance->nom);
    case PV_ECHEANCE_PIECES:
      return g_strdup (_ ("Pieces asked"));
    case PV_ECHEANCE_RESERVES:
      return g_strdup (_ ("Reserves to lift"));
    case PV_ECHEANCE_CRF:
    default:
      years = make_years (echeance);
      return g_strdup_printf (_ ("CRF %s to receive"), years);
    }
}

static char *
make_count (const PvEcheance *echeance)
{
  g_autofree char *n = pv_count_to_text (echeance->n);
  gulong many = (gulong)echeance->n;

  switch (echeance->genre)
    {
    case PV_ECHEANCE_CRF_RETARD:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s porteur", "%s porteurs", many), n);
    case PV_ECHEANCE_AVIS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s avis", "%s avis", many), n);
    case PV_ECHEANCE_CRF:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s action", "%s actions", many), n);
    case PV_ECHEANCE_SEANCE:
    case PV_ECHEANCE_PIECES:
    case PV_ECHEANCE_RESERVES:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s dossier", "%s dossiers", many), n);
    }
}

static char *
make_tooltip (const PvEcheance *echeance, const char *title)
{
  const char *iso = echeance->genre == PV_ECHEANCE_PIECES ? echeance->nom : echeance->jour;
  g_autofree char *date = pv_date_format_french (iso, PV_DATE_FORMAT_LONG);

  if (date == NULL)
    return g_strdup (title);
  if (echeance->genre == PV_ECHEANCE_PIECES)
    return g_strdup_printf (_ ("%s: the oldest since %s"), title, date);
  if (echeance->genre == PV_ECHEANCE_RESERVES)
    return g_strdup_printf (_ ("%s: the first action begins on %s"), title, date);

  if (echeance->annee_debut != echeance->annee_fin)
    {
      g_autofree char *years = make_years (echeance);

      return g_strdup_printf (_ ("%s (%s): the first was due on %s"), title, years, date);
    }

  return g_strdup_printf (_ ("%s: %s"), title, date);
}

/* --- rows ------------------------------------------------------------------------------ */

/* Late in red with a cross, today in the accent with a calendar, the others plain. */
static GtkWidget *
make_icon (const PvEcheance *echeance, gboolean today)
{
  const char *name = echeance->en_retard                     ? "task-past-due-symbolic"
                     : echeance->genre == PV_ECHEANCE_SEANCE ? "x-office-calendar-symbolic"
                                                             : "task-due-symbolic";
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  if (echeance->en_retard)
    gtk_widget_add_css_class (icon, "pv-error");
  else if (today)
    gtk_widget_add_css_class (icon, "accent");

  return icon;
}

static GtkWidget *
make_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
set_target (GtkWidget *row, const PvEcheance *echeance)
{
  static const char *const details[] = {
    [PV_ECHEANCE_CRF_RETARD] = "comptes-rendus:retard/porteurs",
    [PV_ECHEANCE_AVIS] = "avis-externes",
    [PV_ECHEANCE_PIECES] = "sans=pieces",
    [PV_ECHEANCE_RESERVES] = "statut=programme-sous-reserve",
  };
  GtkActionable *actionable = GTK_ACTIONABLE (row);
  g_autofree char *year = NULL;

  switch (echeance->genre)
    {
    case PV_ECHEANCE_SEANCE:
      gtk_actionable_set_action_target (actionable, "x", echeance->id);
      gtk_actionable_set_action_name (actionable, "win.open-seance");
      break;
    case PV_ECHEANCE_CRF_RETARD:
      gtk_actionable_set_action_target (actionable, "s", details[echeance->genre]);
      gtk_actionable_set_action_name (actionable, "win.open-bilans");
      break;
    case PV_ECHEANCE_CRF:
      year = g_strdup_printf ("comptes-rendus:attente/%d", (int)echeance->annee_debut);
      gtk_actionable_set_action_target (actionable, "s", year);
      gtk_actionable_set_action_name (actionable, "win.open-bilans");
      break;
    case PV_ECHEANCE_AVIS:
      gtk_actionable_set_action_target (actionable, "(ss)", "instruction",
                                        details[echeance->genre]);
      gtk_actionable_set_action_name (actionable, "win.goto");
      break;
    case PV_ECHEANCE_PIECES:
    case PV_ECHEANCE_RESERVES:
    default:
      gtk_actionable_set_action_target (actionable, "(ss)", "dossiers", details[echeance->genre]);
      gtk_actionable_set_action_name (actionable, "win.goto");
      break;
    }
}

static void
add_row (PvEcheancesCard *self, GtkSizeGroup *dates, const PvEcheance *echeance, const char *today)
{
  gboolean is_today = g_strcmp0 (echeance->jour, today) == 0;
  g_autofree char *when = make_when (echeance, today);
  g_autofree char *title = make_title (echeance);
  g_autofree char *count = make_count (echeance);
  g_autofree char *tooltip = make_tooltip (echeance, title);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", when, title, count);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *day = make_label (when, 0, echeance->en_retard ? "pv-error" : "secondary");
  GtkWidget *what = make_label (title, 0, NULL);

  gtk_widget_add_css_class (day, "when");
  gtk_size_group_add_widget (dates, day);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  /* short enough for three cards side by side */
  gtk_label_set_max_width_chars (GTK_LABEL (what), 8);
  gtk_box_append (GTK_BOX (box), make_icon (echeance, is_today));
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), make_label (count, 1, "secondary"));
  gtk_widget_add_css_class (box, "dense");
  if (echeance->en_retard)
    gtk_widget_add_css_class (row, "late");
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  set_target (row, echeance);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (self->list, row);
}

static char *
describe (GPtrArray *echeances, const char *today)
{
  GString *text = g_string_new (today);

  for (guint i = 0; i < echeances->len; i++)
    {
      const PvEcheance *echeance = echeances->pdata[i];

      g_string_append_printf (text, "\n%d %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %d %d",
                              (int)echeance->genre, echeance->jour != NULL ? echeance->jour : "",
                              echeance->n, echeance->id, echeance->nom != NULL ? echeance->nom : "",
                              (int)echeance->annee_debut, (int)echeance->annee_fin);
    }

  return g_string_free (text, FALSE);
}

static void
show_file (PvEcheancesCard *self, gint64 file)
{
  g_autofree char *n = pv_count_to_text (file);
  g_autofree char *text = g_strdup_printf (_ ("My queue: %s"), n);

  gtk_widget_set_visible (GTK_WIDGET (self->file_button), file != PV_INT_NULL);
  gtk_button_set_label (self->file_button, text);
}

void
pv_echeances_card_set (PvEcheancesCard *self, GPtrArray *echeances, gint64 file, const char *today)
{
  g_autoptr (GtkSizeGroup) dates = NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (PV_IS_ECHEANCES_CARD (self));
  g_return_if_fail (echeances != NULL && today != NULL);

  show_file (self, file);
  text = describe (echeances, today);
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  dates = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < echeances->len; i++)
    add_row (self, dates, echeances->pdata[i], today);
  gtk_stack_set_visible_child_name (self->stack, echeances->len > 0 ? "list" : "empty");
}

static void
pv_echeances_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_ECHEANCES_CARD);

  G_OBJECT_CLASS (pv_echeances_card_parent_class)->dispose (object);
}

static void
pv_echeances_card_finalize (GObject *object)
{
  g_free (PV_ECHEANCES_CARD (object)->shown);

  G_OBJECT_CLASS (pv_echeances_card_parent_class)->finalize (object);
}

static void
pv_echeances_card_class_init (PvEcheancesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_echeances_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_echeances_card_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-echeances-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEcheancesCard, file_button);
  gtk_widget_class_bind_template_child (widget_class, PvEcheancesCard, stack);
  gtk_widget_class_bind_template_child (widget_class, PvEcheancesCard, list);
}

static void
pv_echeances_card_init (PvEcheancesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
