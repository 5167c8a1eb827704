/* pv-instruction-page-avis.c: the avis, the amounts, and what the others said
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "egalite/pv-egalite-fiche-store.h"
#include "instruction/pv-avis-icons.h"
#include "instruction/pv-credit-row.h"
#include "instruction/pv-instruction-page-private.h"
#include "instruction/pv-instruction-service.h"
#include "marqueur/pv-axe-store.h"
#include "widget/pv-undo-key.h"

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* --- the avis ------------------------------------------------------------------------------ */

static gboolean
write_avis (PvDb *db, gint64 id, gpointer user_data, GError **error)
{
  gboolean changed = FALSE;

  return pv_instruction_set_avis (db, id, GPOINTER_TO_INT (user_data), &changed, error);
}

static void
give_avis (PvInstructionPage *self, PvAvis avis)
{
  g_autoptr (GError) error = NULL;

  if (!pv_instruction_page_act (self, "instruction-avis", write_avis, GINT_TO_POINTER (avis),
                                &error))
    pv_instruction_page_tell (self, error->message);
  pv_instruction_page_load (self);
}

void
pv_instruction_page_avis_cb (PvInstructionPage *self, int avis)
{
  give_avis (self, (PvAvis)avis);
}

static void
avis_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);
  gint64 avis = g_variant_get_int64 (parameter);

  if (avis < 0 || avis > PV_AVIS_NE_SE_PRONONCE_PAS || !pv_instruction_page_can_edit (self))
    return;
  give_avis (self, (PvAvis)avis);
  if (avis == PV_AVIS_FAVORABLE_AVEC_RESERVES &&
      *gtk_editable_get_text (GTK_EDITABLE (self->reserves_entry)) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->reserves_entry));
}

/* --- what is written ----------------------------------------------------------------------- */

static gboolean
write_reserves (PvDb *db, gint64 id, gpointer user_data, GError **error)
{
  gboolean changed = FALSE;

  return pv_instruction_set_reserves (db, id, user_data, &changed, error);
}

static gboolean
write_commentaire (PvDb *db, gint64 id, gpointer user_data, GError **error)
{
  gboolean changed = FALSE;

  return pv_instruction_set_commentaire (db, id, user_data, &changed, error);
}

/* What the draft says of it, "" for nothing. */
static const char *
get_shown (GtkEntry *entry)
{
  const char *shown = g_object_get_data (G_OBJECT (entry), "pv-shown");

  return shown != NULL ? shown : "";
}

static void
set_text (GtkEntry *entry, const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
save_text (PvInstructionPage *self, GtkEntry *entry, const char *action, PvInstructionFunc func)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr (GError) error = NULL;

  if (self->fiche == NULL || !pv_instruction_page_can_edit (self))
    return;
  set_text (entry, text); /* what is kept is what is shown: nothing is being typed any more */
  if (g_str_equal (text, get_shown (entry)))
    return;
  if (pv_instruction_page_act (self, action, func, text, &error))
    g_object_set_data_full (G_OBJECT (entry), "pv-shown", g_steal_pointer (&text), g_free);
  else
    pv_instruction_page_tell (self, error->message);
}

void
pv_instruction_page_reserves_cb (PvInstructionPage *self)
{
  save_text (self, self->reserves_entry, "instruction-reserves", write_reserves);
}

void
pv_instruction_page_commentaire_cb (PvInstructionPage *self)
{
  save_text (self, self->commentaire_entry, "instruction-commentaire", write_commentaire);
}

gboolean
pv_instruction_page_text_key_cb (GtkEventControllerKey *controller,
                                 guint key,
                                 guint keycode,
                                 GdkModifierType modifiers)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkEntry *entry = GTK_ENTRY (widget);
  const char *shown = get_shown (entry);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), shown))
    return pv_undo_key (widget, key, modifiers);
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (entry), shown);

  return GDK_EVENT_STOP;
}

void
pv_instruction_page_forget_texts (PvInstructionPage *self)
{
  set_text (self->reserves_entry, get_shown (self->reserves_entry));
  set_text (self->commentaire_entry, get_shown (self->commentaire_entry));
}

/* What is being typed stays. */
static void
show_text (GtkEntry *entry, const char *text, gboolean editable)
{
  const char *now = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean typing = !g_str_equal (now, get_shown (entry));

  if (text == NULL)
    text = "";
  if (!typing)
    set_text (entry, text);
  g_object_set_data_full (G_OBJECT (entry), "pv-shown", g_strdup (text), g_free);
  gtk_editable_set_editable (GTK_EDITABLE (entry), editable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), *text != '\0' ? text : NULL);
}

/* --- amounts ------------------------------------------------------------------------------- */

static gboolean
write_montant (PvDb *db, gint64 id, gpointer user_data, GError **error)
{
  gboolean changed = FALSE;

  return pv_instruction_set_montant (db, id, user_data, &changed, error);
}

static PvCents
get_propose (PvInstructionPage *self, gint64 dispositif_id)
{
  for (guint i = 0; i < self->fiche->credits->len; i++)
    {
      const PvInstructionCredit *credit =
          &g_array_index (self->fiche->credits, PvInstructionCredit, i);

      if (credit->dispositif_id == dispositif_id)
        return credit->propose_cents;
    }

  return PV_CENTS_NULL;
}

static void
proposed_cb (PvInstructionPage *self, gint64 dispositif_id, gint64 cents, PvCreditRow *row)
{
  PvInstructionMontant montant = { dispositif_id, cents };
  g_autoptr (GError) error = NULL;

  if (pv_instruction_page_act (self, "instruction-montant", write_montant, &montant, &error))
    pv_instruction_page_load (self);
  else
    pv_credit_row_refuse (row, get_propose (self, dispositif_id), error->message);
}

static gboolean
same_credits (PvInstructionPage *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->credits_box));

  for (guint i = 0; i < self->fiche->credits->len; i++, row = gtk_widget_get_next_sibling (row))
    if (!PV_IS_CREDIT_ROW (row) ||
        pv_credit_row_get_dispositif (PV_CREDIT_ROW (row)) !=
            g_array_index (self->fiche->credits, PvInstructionCredit, i).dispositif_id)
      return FALSE;

  return row == NULL && self->fiche->credits->len > 0;
}

static void
make_credits (PvInstructionPage *self)
{
  empty_box (self->credits_box);
  for (guint i = 0; i < self->fiche->credits->len; i++)
    {
      GtkWidget *row = pv_credit_row_new (
          g_array_index (self->fiche->credits, PvInstructionCredit, i).dispositif_id);

      g_signal_connect_object (row, "proposed", G_CALLBACK (proposed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->credits_box, row);
    }
  if (self->fiche->credits->len == 0)
    {
      GtkWidget *label = gtk_label_new (
          _ ("The plan of financing asks nothing of your institution on a known line of credits. "
             "If it does, say in the settings, Institutions, which funder yours is."));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "secondary");
      gtk_widget_set_margin_top (label, 5);
      gtk_box_append (self->credits_box, label);
    }
}

static void
show_credits (PvInstructionPage *self, gboolean editable)
{
  GtkWidget *row;

  if (!same_credits (self))
    make_credits (self);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->credits_box));
  for (guint i = 0; i < self->fiche->credits->len; i++, row = gtk_widget_get_next_sibling (row))
    pv_credit_row_set (PV_CREDIT_ROW (row),
                       &g_array_index (self->fiche->credits, PvInstructionCredit, i), editable);
}

/* --- equality ------------------------------------------------------------------------------ */

static char *
egalite_words (const PvEgaliteInstitution *mine)
{
  gboolean mixte = mine->reponses.reponses[PV_EGALITE_MIXTE] == PV_EGALITE_OUI;
  const PvEgaliteResultat *resultat = &mine->resultat;

  if (mine->reponses.reponses[PV_EGALITE_OBJECTIF] == PV_EGALITE_OUI)
    return g_strdup (_ ("equality is its main objective"));
  if (mixte)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "mixed, %u criterion of three",
                                         "mixed, %u criteria of three", resultat->n_criteres),
                            resultat->n_criteres);

  return g_strdup (resultat->marque == 1 ? _ ("not mixed, which is coherent")
                                         : _ ("not mixed, without coherence"));
}

static const PvEgaliteInstitution *
find_mine (const PvEgaliteFiche *egalite, gint64 institution_id)
{
  for (guint i = 0; egalite != NULL && i < egalite->institutions->len; i++)
    {
      const PvEgaliteInstitution *one =
          &g_array_index (egalite->institutions, PvEgaliteInstitution, i);

      if (one->id == institution_id)
        return one;
    }

  return NULL;
}

static void
show_egalite (PvInstructionPage *self)
{
  PvDb *reader = pv_context_get_reader (pv_page_get_context (PV_PAGE (self)));
  g_autoptr (PvEgaliteFiche) egalite = NULL;
  const PvEgaliteInstitution *mine;
  gint64 axe = PV_INT_NULL;
  gboolean known;
  g_autofree char *words = NULL;

  if (pv_axe_store_find_by_code (reader, "egalite", &axe, NULL) && axe != PV_INT_NULL)
    egalite = pv_egalite_fiche_load (reader, self->dossier_id, axe, NULL);
  mine = find_mine (egalite, self->moi->institution_id);
  known = mine != NULL && mine->resultat.marque != PV_INT_NULL;
  words = known ? egalite_words (mine) : g_strdup ("");

  gtk_image_set_from_icon_name (self->egalite_icon,
                                known ? "object-select-symbolic" : "content-loading-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->egalite_icon), known ? "secondary" : "pv-success");
  gtk_widget_add_css_class (GTK_WIDGET (self->egalite_icon), known ? "pv-success" : "secondary");
  gtk_label_set_label (self->egalite_label,
                       known ? _ ("Tree answered, result")
                       : mine != NULL && pv_egalite_reponses_count (&mine->reponses) > 0
                           ? _ ("Tree begun: a question is left")
                           : _ ("Tree not answered yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->egalite_badge), known);
  if (known)
    pv_mark_badge_set_mark (self->egalite_badge, (int)mine->resultat.marque);
  gtk_label_set_label (self->egalite_words, words);
}

/* --- what the others said ------------------------------------------------------------------ */

static char *
dup_names (PvInstructionPage *self, PvAvis avis, guint *n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < self->fiche->tous->len; i++)
    {
      const PvInstructionAvis *one = &g_array_index (self->fiche->tous, PvInstructionAvis, i);

      if (one->avis != avis || one->institution_id == self->fiche->institution_id)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", one->institution);
      (*n)++;
    }

  return *n > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

/* "CAF, MEL favorables" */
static char *
recus_text (PvAvis avis, const char *names, guint n)
{
  const char *form = NULL;
  g_auto (GStrv) parts = NULL;

  switch (avis)
    {
    case PV_AVIS_FAVORABLE:
      form = g_dngettext (GETTEXT_PACKAGE, "%s favorable", "%s all favorable", n);
      break;
    case PV_AVIS_FAVORABLE_AVEC_RESERVES:
      form = g_dngettext (GETTEXT_PACKAGE, "%s with reservations", "%s all with reservations", n);
      break;
    case PV_AVIS_DEFAVORABLE:
      form = g_dngettext (GETTEXT_PACKAGE, "%s unfavorable", "%s all unfavorable", n);
      break;
    case PV_AVIS_A_REORIENTER:
      form = g_dngettext (GETTEXT_PACKAGE, "%s to redirect", "%s all to redirect", n);
      break;
    case PV_AVIS_NE_SE_PRONONCE_PAS:
      form = g_dngettext (GETTEXT_PACKAGE, "%s without opinion", "%s all without opinion", n);
      break;
    case PV_AVIS_NULL:
      form = g_dngettext (GETTEXT_PACKAGE, "%s awaited", "%s all awaited", n);
      break;
    }
  parts = g_strsplit (form, "%s", 2);

  return g_strconcat (parts[0], names, parts[1], NULL);
}

static void
add_recus (PvInstructionPage *self, PvAvis avis)
{
  guint n = 0;
  g_autofree char *names = dup_names (self, avis, &n);
  g_autofree char *text = NULL;
  GtkWidget *box, *icon, *label;

  if (names == NULL)
    return;
  text = recus_text (avis, names, n);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  icon = gtk_image_new ();
  label = gtk_label_new (text);
  pv_avis_set_icon (GTK_IMAGE (icon), avis);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (avis == PV_AVIS_NULL)
    gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->recus_box, box);
}

static void
show_recus (PvInstructionPage *self)
{
  g_autofree char *now = pv_avis_list_to_text (self->fiche->tous);

  if (g_strcmp0 (now, g_object_get_data (G_OBJECT (self->recus_box), "pv-shown")) == 0)
    return;
  empty_box (self->recus_box);
  for (int avis = 0; avis <= PV_AVIS_NE_SE_PRONONCE_PAS; avis++)
    add_recus (self, (PvAvis)avis);
  add_recus (self, PV_AVIS_NULL);
  g_object_set_data_full (G_OBJECT (self->recus_box), "pv-shown", g_steal_pointer (&now), g_free);
}

/* --- all of it ----------------------------------------------------------------------------- */

void
pv_instruction_page_show_avis (PvInstructionPage *self)
{
  const PvInstruction *courante = self->fiche->courante;
  gboolean editable = pv_instruction_page_can_edit (self);

  pv_avis_choice_set (self->avis, courante != NULL ? courante->avis : PV_AVIS_NULL, editable);
  show_text (self->reserves_entry, courante != NULL ? courante->reserves : NULL, editable);
  show_text (self->commentaire_entry, courante != NULL ? courante->commentaire : NULL, editable);
  show_credits (self, editable);
  show_egalite (self);
  show_recus (self);
}

static void
egalite_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvInstructionPage *self = PV_INSTRUCTION_PAGE (widget);
  g_autofree char *detail = g_strdup_printf ("dossier=%" G_GINT64_FORMAT, self->dossier_id);

  gtk_widget_activate_action (widget, "win.goto", "(ss)", "egalite", detail);
}

void
pv_instruction_page_install_avis (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "instruction.avis", "x", avis_action_cb);
  gtk_widget_class_install_action (widget_class, "instruction.egalite", NULL, egalite_cb);
}
