/* pv-regles-card.c: the limits of the envelopes, and whether they hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-regles-card.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-format.h"

struct _PvReglesCard
{
  AdwBin parent_instance;

  char *shown; /* what the rows say: they are made again when it changes */

  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PvReglesCard, pv_regles_card, ADW_TYPE_BIN)

typedef struct
{
  const char *icon;
  const char *css_class;
} Aspect;

static const Aspect aspects[] = {
  [PV_REGLE_ETAT_RESPECTEE] = { "object-select-symbolic", "pv-success" },
  [PV_REGLE_ETAT_NON_ATTEINTE] = { "pv-warning-symbolic", "pv-warning" },
  [PV_REGLE_ETAT_DEPASSEE] = { "pv-error-symbolic", "pv-error" },
  [PV_REGLE_ETAT_INCONNUE] = { "dialog-question-symbolic", "secondary" },
};

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  pv_format_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
icon_new (const Aspect *aspect)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (aspect->icon);

  gtk_widget_add_css_class (icon, aspect->css_class);
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);

  return icon;
}

static void
append_row (PvReglesCard *self,
            const Aspect *aspect,
            const char *titre,
            const char *chiffres,
            const char *state,
            const char *action,
            gint64 key)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *state_label = text_new (state, "caption-heading");
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s, %s"), titre, state, chiffres);

  gtk_widget_add_css_class (state_label, aspect->css_class);
  gtk_label_set_wrap (GTK_LABEL (state_label), FALSE);
  gtk_box_append (GTK_BOX (texts), text_new (titre, "dense"));
  gtk_box_append (GTK_BOX (texts), text_new (chiffres, "caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "secondary");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon_new (aspect));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), state_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (self->list, row);
}

/* The envelope, then the figures of the limit. */
static char *
describe_etat (const PvEnveloppeRegleEtat *etat)
{
  g_autofree char *chiffres = pv_enveloppe_regle_etat_to_chiffres (etat);

  if (etat->motif == NULL || etat->etat == PV_REGLE_ETAT_RESPECTEE)
    /* Translators: an envelope, then the figures of a limit of it */
    return g_strdup_printf (_ ("%s: %s"), etat->enveloppe, chiffres);

  return g_strdup_printf (_ ("%s: %s; passed: %s"), etat->enveloppe, chiffres, etat->motif);
}

static void
append_etat (PvReglesCard *self, const PvEnveloppeRegleEtat *etat)
{
  g_autofree char *titre = pv_enveloppe_regle_etat_to_titre (etat);
  g_autofree char *chiffres = describe_etat (etat);

  append_row (self, &aspects[etat->etat], titre, chiffres, pv_regle_etat_to_words (etat->etat),
              "enveloppes.edit-regle", etat->regle->id);
}

static void
append_exces (PvReglesCard *self, const PvEnveloppeExces *exces)
{
  g_autofree char *titre = g_strdup_printf (_ ("%s: ceiling of the envelope"), exces->titre);
  g_autofree char *amount = pv_amount_to_text (exces->exces_cents);
  g_autofree char *day = exces->motif_le != NULL ? g_strndup (exces->motif_le, 10) : NULL;
  g_autofree char *date = day != NULL ? pv_date_format_french (day, PV_DATE_FORMAT_SHORT) : NULL;
  g_autofree char *chiffres =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s too much, %u dossier",
                                    "%s too much, %u dossiers", exces->n_dossiers),
                       amount, exces->n_dossiers);
  g_autofree char *whole = exces->motif != NULL
                               ? g_strdup_printf (_ ("%s; passed on %s: %s"), chiffres,
                                                  date != NULL ? date : PV_TEXT_NULL, exces->motif)
                               : g_steal_pointer (&chiffres);

  append_row (self, &aspects[PV_REGLE_ETAT_DEPASSEE], titre, whole,
              pv_regle_etat_to_words (PV_REGLE_ETAT_DEPASSEE), "enveloppes.causes",
              exces->enveloppe_id);
}

/* --- the same rows again --------------------------------------------------------------------- */

static char *
sign (const PvEnveloppesLecture *lecture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lecture->etats->len; i++)
    {
      const PvEnveloppeRegleEtat *etat = lecture->etats->pdata[i];
      g_autofree char *titre = pv_enveloppe_regle_etat_to_titre (etat);
      g_autofree char *chiffres = describe_etat (etat);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s %s %d\n", etat->regle->id,
                              etat->enveloppe, titre, chiffres, (int)etat->etat);
    }
  for (guint i = 0; i < lecture->exces->len; i++)
    {
      const PvEnveloppeExces *exces = lecture->exces->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %u %s\n",
                              exces->enveloppe_id, exces->titre, exces->exces_cents,
                              exces->n_dossiers, exces->motif != NULL ? exces->motif : "");
    }

  return g_string_free (text, FALSE);
}

void
pv_regles_card_show (PvReglesCard *self, const PvEnveloppesLecture *lecture)
{
  g_autofree char *text = NULL;
  GtkWidget *focus, *row;
  int place = -1;

  g_return_if_fail (PV_IS_REGLES_CARD (self));
  g_return_if_fail (lecture != NULL);

  text = sign (lecture);
  if (g_strcmp0 (text, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  if (GTK_IS_LIST_BOX_ROW (focus))
    place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus));
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < lecture->etats->len; i++)
    append_etat (self, lecture->etats->pdata[i]);
  for (guint i = 0; i < lecture->exces->len; i++)
    append_exces (self, lecture->exces->pdata[i]);
  gtk_stack_set_visible_child_name (
      self->stack, lecture->etats->len + lecture->exces->len > 0 ? "list" : "empty");
  if (place >= 0 && gtk_list_box_get_row_at_index (self->list, place) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, place)));
}

static void
pv_regles_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_REGLES_CARD);

  G_OBJECT_CLASS (pv_regles_card_parent_class)->dispose (object);
}

static void
pv_regles_card_finalize (GObject *object)
{
  g_free (PV_REGLES_CARD (object)->shown);

  G_OBJECT_CLASS (pv_regles_card_parent_class)->finalize (object);
}

static void
pv_regles_card_class_init (PvReglesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_regles_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_regles_card_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/enveloppe/pv-regles-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvReglesCard, stack);
  gtk_widget_class_bind_template_child (widget_class, PvReglesCard, list);
}

static void
pv_regles_card_init (PvReglesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
