/* pv-compte-rendu-section.c: the compte rendu and the bilan of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-section.h"

#include <glib/gi18n.h>

#include "bilan/pv-bilan-piece.h"
#include "bilan/pv-bilan-question.h"
#include "bilan/pv-bilan-service.h"
#include "bilan/pv-bilan-store.h"
#include "bilan/pv-bilan-suivi.h"
#include "bilan/pv-compte-rendu-budget.h"
#include "bilan/pv-compte-rendu-publics.h"
#include "bilan/pv-compte-rendu-recuperer.h"
#include "bilan/pv-compte-rendu-relances.h"
#include "bilan/pv-comptes-rendus-colonnes.h"
#include "dossier/pv-dossier-edit.h"
#include "dossier/pv-dossier-service.h"
#include "dossier/pv-wrap-layout.h"
#include "pv-date.h"
#include "widget/pv-columns.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"

/* Their id in the template is their column. */
static const char *const columns[] = {
  "crf_du_le", "crf_recu_le", "crf_valide_le", "debut", "fin", "commentaire",
};

#define N_FIELDS G_N_ELEMENTS (columns)

struct _PvCompteRenduSection
{
  PvDossierSection parent_instance;

  gint64 forced; /* the dossier whose fields are shown although nothing is expected */
  gboolean filling;

  GtkStack *stack;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *effect;
  GtkButton *settle_button;
  PvField *fields[N_FIELDS];
  GtkDropDown *realisation;
  GtkFlowBox *pieces;
  GtkBox *questions;
  PvConstatsCard *constats;
  PvCompteRenduBudget *budget;
  PvCompteRenduPublics *publics;
  PvCompteRenduRecuperer *recuperer;
  PvCompteRenduRelances *relances;
  GPtrArray *piece_fields;    /* of PvField, not owned */
  GPtrArray *question_fields; /* the same */
};

G_DEFINE_FINAL_TYPE (PvCompteRenduSection, pv_compte_rendu_section, PV_TYPE_DOSSIER_SECTION)

static const char *const controles[] = { "crf-en-retard", "bilan-n-1-manquant", NULL };

#define KEY "pv-key"

/* --- writing --------------------------------------------------------------------------------- */

typedef struct
{
  gint64 dossier_id;
  const char *nom; /* of the column, the question or the document */
  const char *texte;
  const char *jour;
} Edit;

static gboolean
write_champ (PvDb *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return pv_bilan_service_set_champ (db, edit->dossier_id, edit->nom, edit->texte, edit->jour, NULL,
                                     error);
}

static gboolean
write_reponse (PvDb *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return pv_bilan_service_set_reponse (db, edit->dossier_id, edit->nom, edit->texte, NULL, error);
}

static gboolean
write_piece (PvDb *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return pv_bilan_piece_set_recue (db, edit->dossier_id, edit->nom, edit->texte, NULL, error);
}

static gboolean
edit (PvDossierSection *section,
      const char *action,
      PvContextFunc func,
      const char *nom,
      const char *texte,
      GError **error)
{
  g_autofree char *jour = pv_context_get_today (pv_dossier_section_get_context (section));
  Edit data = { pv_dossier_section_get_dossier_id (section), nom, texte, jour };

  return pv_dossier_edit_act (section, action, func, &data, error);
}

gboolean
pv_compte_rendu_set_champ (PvDossierSection *section,
                           const char *column,
                           const char *value,
                           GError **error)
{
  return edit (section, "bilan-edit", write_champ, column, value, error);
}

static void
champ_committed_cb (PvField *field, const char *value, PvDossierSection *section)
{
  g_autoptr (GError) error = NULL;

  if (!pv_compte_rendu_set_champ (section, gtk_buildable_get_buildable_id (GTK_BUILDABLE (field)),
                                  value, &error))
    pv_field_refuse (field, error->message);
}

static void
question_committed_cb (PvField *field, const char *value, PvDossierSection *section)
{
  g_autoptr (GError) error = NULL;

  if (!edit (section, "bilan-edit", write_reponse, g_object_get_data (G_OBJECT (field), KEY), value,
             &error))
    pv_field_refuse (field, error->message);
}

static void
piece_committed_cb (PvField *field, const char *value, PvDossierSection *section)
{
  g_autoptr (GError) error = NULL;

  if (!edit (section, "bilan-piece", write_piece, g_object_get_data (G_OBJECT (field), KEY), value,
             &error))
    pv_field_refuse (field, error->message);
}

static void
realisation_cb (PvCompteRenduSection *self)
{
  guint selected = gtk_drop_down_get_selected (self->realisation);
  g_autoptr (GError) error = NULL;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (!pv_compte_rendu_set_champ (
          PV_DOSSIER_SECTION (self), "realisation",
          selected > 0 ? pv_bilan_realisation_to_id ((PvBilanRealisation)(selected - 1)) : NULL,
          &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- actions --------------------------------------------------------------------------------- */

static gboolean
write_recu (PvDb *db, gpointer data, GError **error)
{
  const Edit *of = data;
  guint n;

  return pv_bilan_service_recevoir (db, &of->dossier_id, 1, of->jour, of->jour, &n, error);
}

static gboolean
write_valide (PvDb *db, gpointer data, GError **error)
{
  const Edit *of = data;
  guint n;

  return pv_bilan_service_valider (db, &of->dossier_id, 1, of->jour, &n, error);
}

static gboolean
write_solde (PvDb *db, gpointer data, GError **error)
{
  const Edit *of = data;

  return pv_dossier_service_set_statut (db, of->dossier_id, PV_DOSSIER_STATUT_SOLDE, NULL, error);
}

static void
run (GtkWidget *widget, const char *action, PvContextFunc func)
{
  g_autoptr (GError) error = NULL;

  if (!edit (PV_DOSSIER_SECTION (widget), action, func, NULL, NULL, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
recevoir_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (widget, "bilan-recevoir", write_recu);
}

static void
valider_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (widget, "bilan-valider", write_valide);
}

static void
solder_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  run (widget, "dossier-statut", write_solde);
}

static void
saisir_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvCompteRenduSection *self = PV_COMPTE_RENDU_SECTION (widget);

  self->forced = pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self));
  pv_dossier_section_load (PV_DOSSIER_SECTION (self));
}

/* --- state ----------------------------------------------------------------------------------- */

static void
show_state (PvCompteRenduSection *self, const PvBilanLigne *ligne, const char *jour)
{
  PvBilanEtat etat = pv_bilan_ligne_get_etat (ligne, jour);
  g_autofree char *words =
      pv_bilan_etat_to_words (etat, ligne->du_le, ligne->recu_le, ligne->valide_le, jour);
  g_autofree char *due = ligne->du_le != NULL && ligne->recu_le == NULL && etat != PV_BILAN_A_VENIR
                             ? pv_date_format_french (ligne->du_le, PV_DATE_FORMAT_SHORT)
                             : NULL;
  /* Translators: the state of a compte rendu, then when it is due. */
  g_autofree char *text =
      due != NULL ? g_strdup_printf (_ ("%s (it is due on %s)"), words, due) : g_strdup (words);
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  g_autofree char *sentence = g_strconcat (upper, text + strlen (first), NULL);

  for (int i = 0; i < PV_N_BILAN_ETATS; i++)
    gtk_widget_remove_css_class (self->state_box, pv_compte_rendu_get_style ((PvBilanEtat)i));
  gtk_widget_add_css_class (self->state_box, pv_compte_rendu_get_style (etat));
  gtk_image_set_from_icon_name (self->state_icon, pv_compte_rendu_get_icon (etat));
  gtk_label_set_label (self->state, sentence);
}

/* What a validation does, and what keeps the dossier from being settled. */
static void
show_effect (PvCompteRenduSection *self, PvDb *db, const PvBilanLigne *ligne, gboolean editable)
{
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  gboolean can = FALSE, closed = ligne->statut == PV_DOSSIER_STATUT_SOLDE;

  if (!pv_bilan_service_can_solder (db, ligne->dossier_id, &can, &reason, NULL))
    return;
  if (ligne->recu_le == NULL)
    text = g_strdup_printf (_ ("Once it is received the dossier goes to “%s”."),
                            pv_dossier_statut_to_libelle (PV_DOSSIER_STATUT_BILAN_RECU));
  else if (ligne->valide_le == NULL)
    text = g_strdup (_ ("Validate it once it is read; the dossier keeps its status, and may then"
                        " be settled."));
  else if (closed)
    text = g_strdup (_ ("The dossier is settled."));
  else
    text = can ? g_strdup (_ ("Nothing is due nor to be recovered: the dossier may be settled."))
               : g_steal_pointer (&reason);
  gtk_label_set_label (self->effect, text);
  gtk_widget_set_visible (GTK_WIDGET (self->settle_button), ligne->valide_le != NULL && !closed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bilan.solder", editable && can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bilan.recevoir",
                                 editable && ligne->recu_le == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bilan.valider",
                                 editable && ligne->recu_le != NULL && ligne->valide_le == NULL);
}

/* --- fields ---------------------------------------------------------------------------------- */

static void
show_fields (PvCompteRenduSection *self, const PvBilan *bilan, gboolean editable)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *value =
          pv_champ_to_text (pv_champs_find (pv_bilan_champs, columns[i]), bilan);

      pv_field_set_value (self->fields[i], value);
      pv_field_set_editable (self->fields[i], editable);
    }
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->realisation, (guint)(bilan->realisation + 1));
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->realisation), editable);
}

static void
show_questions (PvCompteRenduSection *self, PvDb *db, gint64 dossier_id, gboolean editable)
{
  g_autoptr (GHashTable) reponses = pv_bilan_store_list_reponses (db, dossier_id, NULL);

  for (guint i = 0; reponses != NULL && i < self->question_fields->len; i++)
    {
      PvField *field = self->question_fields->pdata[i];

      pv_field_set_value (
          field, g_hash_table_lookup (reponses, g_object_get_data (G_OBJECT (field), KEY)));
      pv_field_set_editable (field, editable);
    }
}

static void
show_pieces (PvCompteRenduSection *self, PvDb *db, gint64 dossier_id, gboolean editable)
{
  for (guint i = 0; i < self->piece_fields->len; i++)
    {
      PvField *field = self->piece_fields->pdata[i];
      g_autofree char *received = NULL;

      pv_bilan_piece_get_recue (db, dossier_id, g_object_get_data (G_OBJECT (field), KEY),
                                &received, NULL);
      pv_field_set_value (field, received);
      pv_field_set_editable (field, editable);
    }
}

/* --- section --------------------------------------------------------------------------------- */

static void
pv_compte_rendu_section_load (PvDossierSection *section)
{
  PvCompteRenduSection *self = PV_COMPTE_RENDU_SECTION (section);
  PvContext *context = pv_dossier_section_get_context (section);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  PvDb *db = pv_context_get_reader (context);
  gboolean editable = pv_context_can_edit (context);
  g_autofree char *jour = pv_context_get_today (context);
  g_autoptr (PvBilanLigne) ligne = pv_bilan_suivi_get (db, id, NULL);
  g_autoptr (PvBilan) bilan = pv_bilan_store_load (db, id, NULL);
  gboolean shown;

  if (ligne == NULL || bilan == NULL)
    return;
  shown = ligne->attendu || bilan->id != 0 || ligne->realise_cents != PV_CENTS_NULL ||
          self->forced == id;
  gtk_stack_set_visible_child_name (self->stack, shown ? "fields" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bilan.saisir", editable);
  pv_constats_card_load (self->constats, context, id, controles);
  if (!shown)
    return;
  show_state (self, ligne, jour);
  show_effect (self, db, ligne, editable);
  show_fields (self, bilan, editable);
  show_questions (self, db, id, editable);
  show_pieces (self, db, id, editable);
  pv_compte_rendu_budget_load (self->budget, section);
  pv_compte_rendu_publics_load (self->publics, section);
  pv_compte_rendu_recuperer_load (self->recuperer, section);
  pv_compte_rendu_relances_load (self->relances, section, ligne->attendu && ligne->recu_le == NULL);
}

static gboolean
pv_compte_rendu_section_show_field (PvDossierSection *section,
                                    const char *table,
                                    gint64 key,
                                    const char *column)
{
  PvCompteRenduSection *self = PV_COMPTE_RENDU_SECTION (section);

  if (g_str_equal (table, "dossier") && g_strcmp0 (column, "bilan") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->fields[1]));
  if (!g_str_equal (table, "bilan"))
    return FALSE;
  if (g_strcmp0 (column, "a_recuperer_cents") == 0)
    return pv_compte_rendu_recuperer_focus (self->recuperer);
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (columns[i], column) == 0)
      return gtk_widget_grab_focus (GTK_WIDGET (self->fields[i]));

  return pv_compte_rendu_publics_show_field (self->publics, table, column);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
make_questions (PvCompteRenduSection *self)
{
  const char *partie = NULL;
  guint n;
  const PvBilanQuestion *questions = pv_bilan_questions_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *field = pv_field_new (PV_FIELD_KIND_LINES, questions[i].texte);

      if (g_strcmp0 (partie, questions[i].partie) != 0)
        {
          GtkWidget *head = gtk_label_new (questions[i].partie);

          gtk_label_set_xalign (GTK_LABEL (head), 0);
          gtk_widget_add_css_class (head, "heading");
          gtk_box_append (self->questions, head);
        }
      partie = questions[i].partie;
      g_object_set_data (G_OBJECT (field), KEY, (gpointer)questions[i].id);
      g_signal_connect_object (field, "committed", G_CALLBACK (question_committed_cb), self, 0);
      g_ptr_array_add (self->question_fields, field);
      gtk_box_append (self->questions, field);
    }
}

static void
make_pieces (PvCompteRenduSection *self)
{
  guint n;
  const PvBilanPiece *pieces = pv_bilan_pieces_get (&n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *field = pv_field_new (PV_FIELD_KIND_DATE, pieces[i].libelle);
      GtkWidget *child = gtk_flow_box_child_new ();

      g_object_set_data (G_OBJECT (field), KEY, (gpointer)pieces[i].code);
      g_signal_connect_object (field, "committed", G_CALLBACK (piece_committed_cb), self, 0);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), field);
      gtk_widget_set_focusable (child, FALSE);
      g_ptr_array_add (self->piece_fields, field);
      gtk_flow_box_insert (self->pieces, child, -1);
    }
}

static void
make_realisations (PvCompteRenduSection *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, PV_TEXT_NULL);
  for (guint i = 0; i < pv_bilan_realisation_vocabulaire.n; i++)
    gtk_string_list_append (names, pv_bilan_realisation_vocabulaire.mots[i].libelle);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->realisation, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
pv_compte_rendu_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_COMPTE_RENDU_SECTION);

  G_OBJECT_CLASS (pv_compte_rendu_section_parent_class)->dispose (object);
}

static void
pv_compte_rendu_section_finalize (GObject *object)
{
  PvCompteRenduSection *self = PV_COMPTE_RENDU_SECTION (object);

  g_ptr_array_unref (self->piece_fields);
  g_ptr_array_unref (self->question_fields);

  G_OBJECT_CLASS (pv_compte_rendu_section_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvCompteRenduSection, child)
  BIND (stack);
  BIND (state_box);
  BIND (state_icon);
  BIND (state);
  BIND (effect);
  BIND (settle_button);
  BIND (realisation);
  BIND (pieces);
  BIND (questions);
  BIND (constats);
  BIND (budget);
  BIND (publics);
  BIND (recuperer);
  BIND (relances);
#undef BIND
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, columns[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvCompteRenduSection, fields) + i * sizeof (gpointer)));
}

static void
pv_compte_rendu_section_class_init (PvCompteRenduSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_compte_rendu_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_compte_rendu_section_finalize;
  section_class->load = pv_compte_rendu_section_load;
  section_class->show_field = pv_compte_rendu_section_show_field;

  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_CONSTATS_CARD);
  g_type_ensure (PV_TYPE_COMPTE_RENDU_BUDGET);
  g_type_ensure (PV_TYPE_COMPTE_RENDU_PUBLICS);
  g_type_ensure (PV_TYPE_COMPTE_RENDU_RECUPERER);
  g_type_ensure (PV_TYPE_COMPTE_RENDU_RELANCES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-section.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, champ_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, realisation_cb);
  gtk_widget_class_install_action (widget_class, "bilan.recevoir", NULL, recevoir_cb);
  gtk_widget_class_install_action (widget_class, "bilan.valider", NULL, valider_cb);
  gtk_widget_class_install_action (widget_class, "bilan.solder", NULL, solder_cb);
  gtk_widget_class_install_action (widget_class, "bilan.saisir", NULL, saisir_cb);
}

static void
pv_compte_rendu_section_init (PvCompteRenduSection *self)
{
  self->forced = PV_INT_NULL;
  self->piece_fields = g_ptr_array_new ();
  self->question_fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_realisations (self);
  make_questions (self);
  make_pieces (self);
  pv_dossier_section_watch_constats (PV_DOSSIER_SECTION (self), self->constats);
}
