/* pv-publics-section.c: where a dossier acts, and for whom
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-publics-section.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-edit.h"
#include "dossier/pv-dossier-lien-store.h"
#include "dossier/pv-dossier-choix.h"
#include "dossier/pv-dossier-store.h"
#include "widget/pv-columns.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"

/* Their id in the template is their column. */
static const char *const columns[] = {
  "beneficiaires_femmes",
  "beneficiaires_hommes",
  "beneficiaires_non_ventiles",
  "beneficiaires_qpv_bp",
};

#define N_FIELDS G_N_ELEMENTS (columns)
#define N_PEOPLE 3 /* the first of them: their sum is the total */

struct _PvPublicsSection
{
  PvDossierSection parent_instance;

  GArray *territoires; /* PvDossierTerritoire, as read */
  GPtrArray *shares;   /* PvField of each, in their order */
  GPtrArray *classes;  /* PvField of each class of age */

  PvField *fields[N_FIELDS];
  GtkLabel *territoire_declare;
  GtkBox *places;
  GtkWidget *total_box;
  GtkImage *total_icon;
  GtkLabel *total_label;
  GtkWidget *share_button;
  PvChoice *add_choice;
  GtkLabel *people_label;
  GtkFlowBox *ages;
  GtkLabel *ages_label;
};

G_DEFINE_FINAL_TYPE (PvPublicsSection, pv_publics_section, PV_TYPE_DOSSIER_SECTION)

static PvContext *
get_context (PvPublicsSection *self)
{
  return pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
}

/* --- people --------------------------------------------------------------------------- */

/* Sum of what is typed in fields; what is refused counts as saved. */
static gint64
sum_typed (PvField **fields, guint n)
{
  gint64 sum = PV_INT_NULL;

  for (guint i = 0; i < n; i++)
    {
      gint64 value = PV_INT_NULL;

      if (!pv_field_get_typed_int (fields[i], &value))
        value = pv_field_get_int (fields[i]);
      if (value != PV_INT_NULL)
        sum = (sum != PV_INT_NULL ? sum : 0) + value;
    }

  return sum;
}

static void
show_people (PvPublicsSection *self, gint64 total)
{
  gint64 women = sum_typed (self->fields, 1);
  gint64 men = sum_typed (self->fields + 1, 1);
  g_autofree char *count = pv_count_to_text (total);
  gint64 known = (women != PV_INT_NULL ? women : 0) + (men != PV_INT_NULL ? men : 0);
  g_autofree char *share = pv_rate_to_text (
      women != PV_INT_NULL && known > 0 ? pv_number_mul_div (women, 10000, known) : PV_INT_NULL);
  g_autofree char *text =
      total != PV_INT_NULL
          /* Translators: of the beneficiaries; the share is of those broken down by sex. */
          ? g_strdup_printf (_ ("Total: %s · Share of women: %s"), count, share)
          : g_strdup (_ ("The number of beneficiaries is not known."));

  gtk_label_set_label (self->people_label, text);
}

static void
show_ages (PvPublicsSection *self, gint64 announced)
{
  gint64 total = sum_typed ((PvField **)self->classes->pdata, self->classes->len);
  g_autofree char *count = pv_count_to_text (total);
  g_autofree char *expected = pv_count_to_text (announced);
  gboolean same = total == PV_INT_NULL || announced == PV_INT_NULL || total == announced;
  g_autofree char *text = NULL;

  if (total == PV_INT_NULL)
    text = g_strdup (_ ("Ages are not known."));
  else if (announced == PV_INT_NULL)
    text = g_strdup_printf (_ ("Total: %s"), count);
  else if (same)
    text = g_strdup_printf (_ ("Total: %s, as announced"), count);
  else
    text = g_strdup_printf (_ ("⚠ Total: %s, and %s are announced"), count, expected);
  gtk_label_set_label (self->ages_label, text);
  if (same)
    gtk_widget_remove_css_class (GTK_WIDGET (self->ages_label), "pv-warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->ages_label), "pv-warning");
}

static void
update_totals (PvPublicsSection *self)
{
  gint64 total = sum_typed (self->fields, N_PEOPLE);

  show_people (self, total);
  show_ages (self, total);
}

static void
field_committed_cb (PvField *field, const char *value, PvDossierSection *section)
{
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_champ (section, gtk_buildable_get_buildable_id (GTK_BUILDABLE (field)),
                              value, &error))
    pv_field_refuse (field, error->message);
}

typedef struct
{
  gint64 dossier_id;
  const char *tranche;
  gint64 nombre;
} Age;

static gboolean
write_age (PvDb *db, gpointer user_data, GError **error)
{
  const Age *age = user_data;
  gboolean changed = FALSE;

  return pv_dossier_store_set_age (db, age->dossier_id, PV_MOMENT_PREVU, age->tranche, age->nombre,
                                   &changed, error);
}

static void
age_committed_cb (PvField *field, const char *value, PvDossierSection *section)
{
  Age age = { pv_dossier_section_get_dossier_id (section),
              g_object_get_data (G_OBJECT (field), "pv-tranche"),
              value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL };
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (section, "dossier-publics", write_age, &age, &error))
    pv_field_refuse (field, error->message);
}

static void
make_ages (PvPublicsSection *self)
{
  for (guint i = 0; i < pv_tranche_age_vocabulaire.n; i++)
    {
      const PvMot *mot = &pv_tranche_age_vocabulaire.mots[i];
      GtkWidget *field = pv_field_new (PV_FIELD_KIND_COUNT, mot->libelle);
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), field);
      gtk_widget_set_focusable (child, FALSE);
      g_object_set_data (G_OBJECT (field), "pv-tranche", (gpointer)mot->id);
      g_signal_connect_object (field, "committed", G_CALLBACK (age_committed_cb), self, 0);
      g_signal_connect_object (field, "typed", G_CALLBACK (update_totals), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->classes, field);
      gtk_flow_box_insert (self->ages, child, -1);
    }
}

/* --- territories ---------------------------------------------------------------------- */

typedef struct
{
  gint64 dossier_id;
  GArray *territoires;
} Territoires;

static gboolean
write_territoires (PvDb *db, gpointer user_data, GError **error)
{
  const Territoires *all = user_data;
  gboolean changed = FALSE;

  return pv_dossier_store_set_territoires (db, all->dossier_id,
                                           (PvDossierTerritoire *)all->territoires->data,
                                           all->territoires->len, &changed, error);
}

static gboolean
save_territoires (PvPublicsSection *self, GArray *territoires, GError **error)
{
  PvDossierSection *section = PV_DOSSIER_SECTION (self);
  Territoires all = { pv_dossier_section_get_dossier_id (section), territoires };

  return pv_dossier_edit_act (section, "dossier-publics", write_territoires, &all, error);
}

static void
share_committed_cb (PvField *field, const char *value, PvPublicsSection *self)
{
  g_autoptr (GArray) territoires = g_array_copy (self->territoires);
  guint position = 0;
  g_autoptr (GError) error = NULL;

  if (!g_ptr_array_find (self->shares, field, &position) || position >= territoires->len)
    return;
  g_array_index (territoires, PvDossierTerritoire, position).part_bp =
      value != NULL ? g_ascii_strtoll (value, NULL, 10) : PV_INT_NULL;
  if (!save_territoires (self, territoires, &error))
    pv_field_refuse (field, error->message);
}

static void
share_cb (PvPublicsSection *self)
{
  g_autoptr (GArray) territoires = g_array_copy (self->territoires);
  g_autofree gint64 *weights = g_new (gint64, territoires->len);
  g_autofree PvCents *parts = g_new (PvCents, territoires->len);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < territoires->len; i++)
    weights[i] = 1;
  if (!pv_money_allocate (10000, weights, territoires->len, parts))
    return;
  for (guint i = 0; i < territoires->len; i++)
    {
      pv_field_restore (g_ptr_array_index (self->shares, i));
      g_array_index (territoires, PvDossierTerritoire, i).part_bp = parts[i];
    }
  if (!save_territoires (self, territoires, &error))
    pv_choice_refuse (self->add_choice, error->message);
}

static void
territoire_added_cb (PvPublicsSection *self, gint64 key)
{
  g_autoptr (GArray) territoires = g_array_copy (self->territoires);
  PvDossierTerritoire added = { key > 0 ? key : PV_INT_NULL, key < 0 ? -key : PV_INT_NULL,
                                PV_INT_NULL };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < territoires->len; i++)
    {
      const PvDossierTerritoire *other = &g_array_index (territoires, PvDossierTerritoire, i);

      if (other->quartier_id == added.quartier_id &&
          (added.quartier_id != PV_INT_NULL || other->commune_id == added.commune_id))
        {
          pv_choice_refuse (self->add_choice, _ ("The dossier already has this territory."));
          return;
        }
    }
  g_array_append_val (territoires, added);
  if (!save_territoires (self, territoires, &error))
    pv_choice_refuse (self->add_choice, error->message);
}

static void
remove_cb (PvPublicsSection *self, GtkWidget *button)
{
  g_autoptr (GArray) territoires = g_array_copy (self->territoires);
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pv-position"));
  g_autoptr (GError) error = NULL;

  if (position >= territoires->len)
    return;
  g_array_remove_index (territoires, position);
  if (!save_territoires (self, territoires, &error))
    pv_choice_refuse (self->add_choice, error->message);
}

static void
show_right (GtkWidget *widget, gboolean known, gboolean right)
{
  gtk_widget_remove_css_class (widget, "pv-success");
  gtk_widget_remove_css_class (widget, "pv-warning");
  if (known)
    gtk_widget_add_css_class (widget, right ? "pv-success" : "pv-warning");
}

static void
show_total (PvPublicsSection *self)
{
  guint n = self->shares->len, known = 0;
  gint64 sum = sum_typed ((PvField **)self->shares->pdata, n);
  g_autofree char *rate = pv_rate_to_text (sum);
  g_autofree char *text = NULL;
  gboolean right;

  for (guint i = 0; i < n; i++)
    {
      gint64 value = PV_INT_NULL;

      if (pv_field_get_typed_int (g_ptr_array_index (self->shares, i), &value) &&
          value != PV_INT_NULL)
        known++;
    }
  right = known == 0 || (known == n && sum == 10000);
  if (known == 0)
    text = g_strdup (_ ("Shares are not known."));
  else if (known < n)
    text = g_strdup_printf (_ ("Total: %s, with shares for %u of %u"), rate, known, n);
  else if (sum == 10000)
    text = g_strdup_printf (_ ("Total: %s"), rate);
  else
    text = g_strdup_printf (_ ("Total: %s, and 100%% is expected"), rate);
  gtk_label_set_label (self->total_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->total_icon), known > 0);
  gtk_image_set_from_icon_name (self->total_icon,
                                right ? "object-select-symbolic" : "pv-warning-symbolic");
  show_right (GTK_WIDGET (self->total_icon), known > 0, right);
  show_right (GTK_WIDGET (self->total_label), known > 0, right);
  gtk_widget_set_visible (self->total_box, n > 0);
}

static GtkWidget *
row_new (PvPublicsSection *self, guint position, const char *name)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  /* Translators: the share of a territory. */
  g_autofree char *title = g_strdup_printf (_ ("Share of %s"), name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), name);
  GtkWidget *field = pv_field_new (PV_FIELD_KIND_PERCENT, title);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_set (field, "hide-title", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
  g_object_set_data (G_OBJECT (button), "pv-position", GUINT_TO_POINTER (position));
  g_signal_connect_object (field, "committed", G_CALLBACK (share_committed_cb), self, 0);
  g_signal_connect_object (field, "typed", G_CALLBACK (show_total), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), field);
  gtk_box_append (GTK_BOX (row), button);
  g_ptr_array_add (self->shares, field);

  return row;
}

static void
make_rows (PvPublicsSection *self)
{
  PvDb *db = pv_context_get_reader (get_context (self));
  GtkWidget *row;

  g_ptr_array_set_size (self->shares, 0);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->places))) != NULL)
    gtk_box_remove (self->places, row);
  for (guint i = 0; i < self->territoires->len; i++)
    {
      const PvDossierTerritoire *territoire =
          &g_array_index (self->territoires, PvDossierTerritoire, i);
      g_autofree char *name =
          pv_dossier_territoire_label (db, territoire->quartier_id, territoire->commune_id);

      gtk_box_append (self->places, row_new (self, i, name));
    }
}

/* --- reading ---------------------------------------------------------------------------- */

static gboolean
same_places (GArray *a, GArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const PvDossierTerritoire *one = &g_array_index (a, PvDossierTerritoire, i);
      const PvDossierTerritoire *other = &g_array_index (b, PvDossierTerritoire, i);

      if (one->quartier_id != other->quartier_id || one->commune_id != other->commune_id)
        return FALSE;
    }

  return TRUE;
}

static void
read_territoires (PvPublicsSection *self, PvDb *db, gint64 id)
{
  g_autoptr (GArray) read = pv_dossier_store_list_territoires (db, id, NULL);
  gboolean editable = pv_context_can_edit (get_context (self));
  gboolean same;

  if (read == NULL)
    return;
  same = same_places (self->territoires, read);
  g_clear_pointer (&self->territoires, g_array_unref);
  self->territoires = g_steal_pointer (&read);
  if (!same)
    make_rows (self);
  for (guint i = 0; i < self->territoires->len; i++)
    {
      PvField *field = g_ptr_array_index (self->shares, i);

      pv_field_set_int (field, g_array_index (self->territoires, PvDossierTerritoire, i).part_bp);
      pv_field_set_editable (field, editable);
      gtk_widget_set_sensitive (gtk_widget_get_next_sibling (GTK_WIDGET (field)), editable);
    }
  gtk_widget_set_sensitive (self->share_button, editable);
  pv_choice_set_editable (self->add_choice, editable);
  show_total (self);
}

static void
read_people (PvPublicsSection *self, const PvDossier *dossier)
{
  gboolean editable = pv_context_can_edit (get_context (self));
  g_autofree char *declared = NULL;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *value =
          pv_champ_to_text (pv_champs_find (pv_dossier_champs, columns[i]), dossier);

      pv_field_set_value (self->fields[i], value);
      pv_field_set_editable (self->fields[i], editable);
    }
  if (dossier->territoire_declare != NULL)
    declared = g_strdup_printf (_ ("Stated in the application: %s"), dossier->territoire_declare);
  gtk_label_set_label (self->territoire_declare, declared != NULL ? declared : "");
  gtk_widget_set_visible (GTK_WIDGET (self->territoire_declare), declared != NULL);
}

static void
read_ages (PvPublicsSection *self, PvDb *db, gint64 id)
{
  g_autoptr (GArray) ages = pv_dossier_store_list_ages (db, id, NULL);

  for (guint i = 0; i < self->classes->len; i++)
    {
      PvField *field = g_ptr_array_index (self->classes, i);
      const char *tranche = g_object_get_data (G_OBJECT (field), "pv-tranche");
      gint64 number = PV_INT_NULL;

      for (guint j = 0; ages != NULL && j < ages->len; j++)
        {
          const PvDossierAge *age = &g_array_index (ages, PvDossierAge, j);

          if (age->moment == PV_MOMENT_PREVU && g_str_equal (age->tranche, tranche))
            number = age->nombre;
        }
      pv_field_set_int (field, number);
      pv_field_set_editable (field, pv_context_can_edit (get_context (self)));
    }
}

static void
pv_publics_section_load (PvDossierSection *section)
{
  PvPublicsSection *self = PV_PUBLICS_SECTION (section);
  PvDb *db = pv_context_get_reader (pv_dossier_section_get_context (section));
  gint64 id = pv_dossier_section_get_dossier_id (section);
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, id, NULL);

  if (dossier == NULL)
    return;
  read_territoires (self, db, id);
  read_people (self, dossier);
  read_ages (self, db, id);
  update_totals (self);
}

static gboolean
pv_publics_section_show_field (PvDossierSection *section,
                               const char *table,
                               gint64 key,
                               const char *column)
{
  PvPublicsSection *self = PV_PUBLICS_SECTION (section);

  if (g_str_equal (table, "dossier_age"))
    return gtk_widget_grab_focus (g_ptr_array_index (self->classes, 0));
  if (g_str_equal (table, "dossier_territoire") || g_strcmp0 (column, "dossier_territoire") == 0 ||
      g_strcmp0 (column, "territoire_declare") == 0)
    return gtk_widget_grab_focus (self->shares->len > 0 ? g_ptr_array_index (self->shares, 0)
                                                        : GTK_WIDGET (self->add_choice));
  if (!g_str_equal (table, "dossier"))
    return FALSE;
  for (guint i = 0; i < N_FIELDS; i++)
    if (g_strcmp0 (columns[i], column) == 0)
      return gtk_widget_grab_focus (GTK_WIDGET (self->fields[i]));

  return FALSE;
}

/* --- the object -------------------------------------------------------------------------- */

static void
pv_publics_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_PUBLICS_SECTION);

  G_OBJECT_CLASS (pv_publics_section_parent_class)->dispose (object);
}

static void
pv_publics_section_finalize (GObject *object)
{
  PvPublicsSection *self = PV_PUBLICS_SECTION (object);

  g_clear_pointer (&self->territoires, g_array_unref);
  g_ptr_array_unref (self->shares);
  g_ptr_array_unref (self->classes);

  G_OBJECT_CLASS (pv_publics_section_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, columns[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvPublicsSection, fields) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, territoire_declare);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, places);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, total_box);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, total_icon);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, total_label);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, share_button);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, add_choice);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, people_label);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, ages);
  gtk_widget_class_bind_template_child (widget_class, PvPublicsSection, ages_label);
}

static void
pv_publics_section_class_init (PvPublicsSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  object_class->dispose = pv_publics_section_dispose;
  object_class->finalize = pv_publics_section_finalize;
  section_class->load = pv_publics_section_load;
  section_class->show_field = pv_publics_section_show_field;

  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-publics-section.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, field_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_totals);
  gtk_widget_class_bind_template_callback (widget_class, share_cb);
  gtk_widget_class_bind_template_callback (widget_class, territoire_added_cb);
}

static void
pv_publics_section_init (PvPublicsSection *self)
{
  self->shares = g_ptr_array_new ();
  self->classes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_ages (self);
  pv_choice_set_func (self->add_choice, pv_dossier_choix_territoires, self);
}
