/* pv-egalite-arbre.c: the decision tree as questions, with the path taken
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-arbre.h"

#include <glib/gi18n.h>

#include "egalite/pv-egalite-row.h"
#include "pv-number.h"
#include "widget/pv-mark-badge.h"

struct _PvEgaliteArbre
{
  GtkWidget parent_instance;

  PvEgaliteReponse reponses[PV_N_EGALITE_QUESTIONS];
  guint criteres;
  PvEgaliteResultat resultat;
  gboolean editable;
  gboolean commentable;
  PvEgaliteRow *rows[PV_N_EGALITE_QUESTIONS];

  GtkBox *box;
  GtkBox *questions;
  GtkWidget *elements_head;
  GtkLabel *elements_node;
  GtkLabel *elements_hint;
  GtkBox *elements;
  GtkBox *bis;
  GtkWidget *result;
  PvMarkBadge *badge;
  GtkLabel *result_title;
  GtkLabel *result_text;
  GtkWidget *other;
  GtkLabel *other_node;
  GtkLabel *other_text;
};

enum
{
  ANSWERED,
  COMMENTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvEgaliteArbre, pv_egalite_arbre, GTK_TYPE_WIDGET)

/* --- what the rows say ------------------------------------------------------------------- */

static const char *
get_hint (PvEgaliteArbre *self, PvEgaliteQuestion question)
{
  PvEgaliteReponse reponse = self->reponses[question];

  if (reponse == PV_EGALITE_SANS_REPONSE)
    return NULL;
  if (question == PV_EGALITE_MIXTE)
    return reponse == PV_EGALITE_OUI ? _ ("No would lead to branch 3 bis.")
                                     : _ ("Yes would lead to the three elements.");
  if (question == PV_EGALITE_OBJECTIF)
    return reponse == PV_EGALITE_OUI ? _ ("No would lead to question 3.")
                                     : _ ("Yes would give the mark 2.");

  return NULL;
}

static const char *
get_destination (PvEgaliteArbre *self, PvEgaliteQuestion question)
{
  PvEgaliteReponse reponse = self->reponses[question];
  gboolean yes = reponse == PV_EGALITE_OUI;

  if (reponse == PV_EGALITE_SANS_REPONSE)
    return NULL;
  switch (question)
    {
    case PV_EGALITE_MIXTE:
      return _ ("question 2");
    case PV_EGALITE_OBJECTIF:
      if (yes)
        return _ ("mark 2");
      return self->reponses[PV_EGALITE_MIXTE] == PV_EGALITE_NON ? _ ("question 3 bis")
                                                                : _ ("question 3");
    case PV_EGALITE_COHERENT:
      return yes ? _ ("mark 1") : _ ("mark 0");
    case PV_EGALITE_DIAGNOSTIC:
    case PV_EGALITE_PARTICIPATION:
    case PV_EGALITE_INDICATEURS:
    case PV_EGALITE_QUESTION_NULL:
    default:
      return yes ? _ ("present") : _ ("absent");
    }
}

static const char *
get_seuil_hint (guint criteres)
{
  static const char *const hints[] = {
    N_ ("Threshold of the call: one of three. All three answers are asked."),
    N_ ("Threshold of the call: two of three. All three answers are asked."),
    N_ ("Threshold of the call: three of three. All three answers are asked."),
  };

  return _ (hints[CLAMP (criteres, 1, 3) - 1]);
}

/* The branch that is not taken, in words. */
static void
show_other (PvEgaliteArbre *self, gboolean elements, gboolean bis)
{
  const char *node = elements ? _ ("3 bis") : "3";
  const char *text = NULL;

  if (elements)
    text = _ ("Branch not taken, public not mixed: equality as main objective, mark 2; else "
              "public coherent with the objectives, mark 1; else mark 0.");
  else if (bis)
    text = _ ("Branch not taken, mixed public: equality as main objective, mark 2; else enough "
              "of the three elements, mark 1; else mark 0.");
  else if (self->reponses[PV_EGALITE_OBJECTIF] == PV_EGALITE_OUI)
    text = _ ("Question not asked: equality is the main objective, whatever the elements.");
  else
    text = _ ("Mixed public: three elements are asked (3). Public not mixed: its coherence with "
              "the objectives (3 bis).");
  gtk_label_set_label (self->other_node, node);
  gtk_label_set_label (self->other_text, text);
}

static gboolean
is_on_path (PvEgaliteArbre *self, PvEgaliteQuestion question)
{
  for (guint i = 0; i < self->resultat.n_chemin; i++)
    if (self->resultat.chemin[i] == question)
      return TRUE;

  return FALSE;
}

static void
show_result (PvEgaliteArbre *self)
{
  gint64 marque = self->resultat.marque;
  g_autofree char *text = pv_egalite_raconter (self->reponses, self->criteres);
  g_autofree char *spoken = NULL;

  pv_mark_badge_set_mark (self->badge, marque == PV_INT_NULL ? PV_MARK_BADGE_NONE : (int)marque);
  gtk_label_set_label (self->result_title, pv_egalite_marque_to_titre (marque));
  gtk_label_set_label (self->result_text, text);
  spoken = g_strdup_printf ("%s. %s", pv_egalite_marque_to_titre (marque), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->result), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  if (marque == PV_INT_NULL)
    gtk_widget_add_css_class (self->result, "unknown");
  else
    gtk_widget_remove_css_class (self->result, "unknown");
}

void
pv_egalite_arbre_show (PvEgaliteArbre *self, const PvEgaliteReponses *reponses, guint criteres)
{
  gboolean elements, bis;

  g_return_if_fail (PV_IS_EGALITE_ARBRE (self));

  self->criteres = criteres;
  memcpy (self->reponses, reponses->reponses, sizeof self->reponses);
  pv_egalite_decide (self->reponses, criteres, &self->resultat);
  elements = is_on_path (self, PV_EGALITE_DIAGNOSTIC);
  bis = is_on_path (self, PV_EGALITE_COHERENT);
  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    pv_egalite_row_show (self->rows[q], self->reponses[q], get_hint (self, (PvEgaliteQuestion)q),
                         get_destination (self, (PvEgaliteQuestion)q), reponses->commentaires[q],
                         self->editable && self->resultat.manquante == (PvEgaliteQuestion)q);
  gtk_widget_set_visible (self->elements_head, elements);
  gtk_widget_set_visible (GTK_WIDGET (self->elements), elements);
  gtk_widget_set_visible (GTK_WIDGET (self->bis), bis);
  gtk_label_set_label (self->elements_hint, get_seuil_hint (criteres));
  if (elements)
    gtk_widget_add_css_class (GTK_WIDGET (self->elements_node), "answered");
  show_result (self);
  show_other (self, elements, bis);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
pv_egalite_arbre_allow (PvEgaliteArbre *self, gboolean editable, gboolean commentable)
{
  g_return_if_fail (PV_IS_EGALITE_ARBRE (self));

  self->editable = editable;
  self->commentable = commentable;
  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    pv_egalite_row_allow (self->rows[q], editable, commentable && q >= PV_EGALITE_DIAGNOSTIC);
}

/* --- the rail ---------------------------------------------------------------------------- */

static gboolean
get_centre (PvEgaliteArbre *self, GtkWidget *node, double *x, double *y)
{
  graphene_rect_t place;

  if (!gtk_widget_get_mapped (node) || !gtk_widget_compute_bounds (node, GTK_WIDGET (self), &place))
    return FALSE;
  *x = (double)(place.origin.x + place.size.width / 2);
  *y = (double)(place.origin.y + place.size.height / 2);

  return TRUE;
}

typedef struct
{
  double x;
  double from;     /* the first node */
  double answered; /* the rail is whole down to here */
  double end;      /* and dashed to here */
} Rail;

/* Through the nodes of the path; a, b, c hang on it by a spur. */
static void
measure_rail (PvEgaliteArbre *self, cairo_t *cr, Rail *rail)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < self->resultat.n_chemin; i++)
    {
      PvEgaliteQuestion q = self->resultat.chemin[i];
      double x, y;

      if (!get_centre (self, pv_egalite_row_get_node (self->rows[q]), &x, &y))
        continue;
      if (i == 0)
        *rail = (Rail){ x, y, y, y };
      whole = whole && self->reponses[q] != PV_EGALITE_SANS_REPONSE;
      if (q >= PV_EGALITE_DIAGNOSTIC && q <= PV_EGALITE_INDICATEURS)
        {
          cairo_move_to (cr, rail->x, y);
          cairo_line_to (cr, x, y);
        }
      rail->end = y;
      if (whole)
        rail->answered = y;
    }
}

static void
draw_rail (PvEgaliteArbre *self, cairo_t *cr)
{
  GdkRGBA colour = { 0.11f, 0.44f, 0.85f, 1 };
  Rail rail = { 0 };
  graphene_rect_t result;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color",
                                  &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2);
  measure_rail (self, cr, &rail);
  if (gtk_widget_compute_bounds (self->result, GTK_WIDGET (self), &result) &&
      self->resultat.marque != PV_INT_NULL)
    rail.end = rail.answered = (double)result.origin.y;
  cairo_move_to (cr, rail.x, rail.from);
  cairo_line_to (cr, rail.x, rail.answered);
  cairo_stroke (cr);
  if (rail.end <= rail.answered)
    return;
  cairo_set_dash (cr, (const double[]){ 3, 4 }, 2, 0);
  cairo_move_to (cr, rail.x, rail.answered);
  cairo_line_to (cr, rail.x, rail.end);
  cairo_stroke (cr);
}

static void
pv_egalite_arbre_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  float width = (float)gtk_widget_get_width (widget),
        height = (float)gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width > 0 && height > 0)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      draw_rail (PV_EGALITE_ARBRE (widget), cr);
      cairo_destroy (cr);
    }

  GTK_WIDGET_CLASS (pv_egalite_arbre_parent_class)->snapshot (widget, snapshot);
}

/* --- keys -------------------------------------------------------------------------------- */

/* Where the focus is among the questions of the path; -1: in none. */
static int
get_focused (PvEgaliteArbre *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < self->resultat.n_chemin; i++)
    {
      GtkWidget *row = GTK_WIDGET (self->rows[self->resultat.chemin[i]]);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return (int)i;
    }

  return -1;
}

gboolean
pv_egalite_arbre_focus (PvEgaliteArbre *self, PvEgaliteQuestion question)
{
  g_return_val_if_fail (PV_IS_EGALITE_ARBRE (self), FALSE);

  if (question == PV_EGALITE_QUESTION_NULL || !is_on_path (self, question))
    return FALSE;
  pv_egalite_row_focus (self->rows[question]);

  return TRUE;
}

/* After an answer the next question without one, else the next of the path. */
static void
move_on (PvEgaliteArbre *self, PvEgaliteQuestion from)
{
  if (pv_egalite_arbre_focus (self, self->resultat.manquante))
    return;
  for (guint i = 0; i + 1 < self->resultat.n_chemin; i++)
    if (self->resultat.chemin[i] == from)
      {
        pv_egalite_arbre_focus (self, self->resultat.chemin[i + 1]);
        return;
      }
}

gboolean
pv_egalite_arbre_answer (PvEgaliteArbre *self, PvEgaliteReponse reponse)
{
  PvEgaliteQuestion question;
  int place;

  g_return_val_if_fail (PV_IS_EGALITE_ARBRE (self), FALSE);

  place = get_focused (self);
  question = place >= 0 ? self->resultat.chemin[place] : self->resultat.manquante;
  if (!self->editable || question == PV_EGALITE_QUESTION_NULL)
    return FALSE;
  pv_egalite_row_answer (self->rows[question], reponse);
  if (reponse != PV_EGALITE_SANS_REPONSE)
    move_on (self, question);

  return TRUE;
}

static gboolean
answer_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return pv_egalite_arbre_answer (PV_EGALITE_ARBRE (widget),
                                  (PvEgaliteReponse)g_variant_get_int32 (args));
}

static gboolean
move_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PvEgaliteArbre *self = PV_EGALITE_ARBRE (widget);
  int place = get_focused (self) + g_variant_get_int32 (args);

  if (get_focused (self) < 0 || place < 0 || place >= (int)self->resultat.n_chemin)
    return FALSE;

  return pv_egalite_arbre_focus (self, self->resultat.chemin[place]);
}

/* --- the object -------------------------------------------------------------------------- */

static void
answered_cb (PvEgaliteRow *row, int reponse, PvEgaliteArbre *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, (int)pv_egalite_row_get_question (row), reponse);
}

static void
commented_cb (PvEgaliteRow *row, const char *text, char **reason, PvEgaliteArbre *self)
{
  g_signal_emit (self, signals[COMMENTED], 0, (int)pv_egalite_row_get_question (row), text, reason);
}

static void
pv_egalite_arbre_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_EGALITE_ARBRE);

  G_OBJECT_CLASS (pv_egalite_arbre_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int reponse;
  } answers[] = {
    { GDK_KEY_o, PV_EGALITE_OUI },
    { GDK_KEY_O, PV_EGALITE_OUI },
    { GDK_KEY_n, PV_EGALITE_NON },
    { GDK_KEY_N, PV_EGALITE_NON },
    { GDK_KEY_Delete, PV_EGALITE_SANS_REPONSE },
    { GDK_KEY_BackSpace, PV_EGALITE_SANS_REPONSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_widget_class_add_binding (widget_class, answers[i].key, 0, answer_key_cb, "i",
                                  answers[i].reponse);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, move_key_cb, "i", 1);
}

static void
pv_egalite_arbre_class_init (PvEgaliteArbreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_egalite_arbre_dispose;
  widget_class->snapshot = pv_egalite_arbre_snapshot;
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[COMMENTED] =
      g_signal_new ("commented", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_STRING, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/egalite/pv-egalite-arbre.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, box);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, questions);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, elements_head);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, elements_node);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, elements_hint);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, elements);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, bis);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, result);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, badge);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, result_title);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, result_text);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, other);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, other_node);
  gtk_widget_class_bind_template_child (widget_class, PvEgaliteArbre, other_text);
  add_keys (widget_class);
}

static void
pv_egalite_arbre_init (PvEgaliteArbre *self)
{
  PvEgaliteReponses none;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    {
      GtkWidget *row = pv_egalite_row_new ((PvEgaliteQuestion)q);
      GtkBox *where = q < PV_EGALITE_DIAGNOSTIC  ? self->questions
                      : q == PV_EGALITE_COHERENT ? self->bis
                                                 : self->elements;

      self->rows[q] = PV_EGALITE_ROW (row);
      g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
      g_signal_connect_object (row, "commented", G_CALLBACK (commented_cb), self, 0);
      gtk_box_append (where, row);
    }
  pv_egalite_reponses_init (&none);
  pv_egalite_arbre_show (self, &none, PV_EGALITE_CRITERES_DEFAUT);
}
