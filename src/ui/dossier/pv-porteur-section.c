/* pv-porteur-section.c: who carries a dossier, and what it carried before
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-porteur-section.h"

#include <glib/gi18n.h>

#include "bilan/pv-compte-rendu-memoire.h"
#include "commun/pv-etape.h"
#include "context/pv-reading.h"
#include "dossier/pv-dossier-fiche-store.h"
#include "dossier/pv-dossier-store.h"
#include "organisme/pv-contact-store.h"
#include "organisme/pv-organisme-store.h"
#include "pv-date.h"
#include "territoire/pv-commune-store.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-columns.h"
#include "widget/pv-format.h"
#include "widget/pv-status-label.h"

/* Its page has them all. */
#define MAX_DOSSIERS 40
#define MAX_FUNDERS 15

struct _PvPorteurSection
{
  PvDossierSection parent_instance;

  GCancellable *cancellable;

  GtkLabel *name_label;
  GtkGrid *identity;
  GtkGrid *funders;
  GtkGrid *dossiers;
  GtkLabel *more_label;
  PvCompteRenduMemoire *memoire;
};

G_DEFINE_FINAL_TYPE (PvPorteurSection, pv_porteur_section, PV_TYPE_DOSSIER_SECTION)

/* All that the section shows. */
typedef struct
{
  PvOrganisme *organisme;
  char *commune;
  GPtrArray *contacts;   /* PvContact */
  GPtrArray *dossiers;   /* PvDossierPasse */
  GPtrArray *funders;    /* PvFinanceurPasse */
  PvBilanMemoire bilans; /* before this exercice */
} Memory;

static void
memory_free (gpointer data)
{
  Memory *self = data;

  g_clear_pointer (&self->organisme, pv_organisme_free);
  g_free (self->commune);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->funders, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Memory, memory_free)

static gpointer
read_query (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *id = data;
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, *id, error);
  g_autoptr (Memory) self = g_new0 (Memory, 1);
  g_autoptr (PvCommune) commune = NULL;

  if (dossier == NULL)
    return NULL;
  self->organisme = pv_organisme_store_get (db, dossier->porteur_id, error);
  if (self->organisme == NULL)
    return NULL;
  if (self->organisme->commune_id != PV_INT_NULL)
    commune = pv_commune_store_get (db, self->organisme->commune_id, error);
  self->commune = g_strdup (commune != NULL ? commune->nom : self->organisme->commune_nom);
  self->contacts = pv_contact_store_list (db, dossier->porteur_id, error);
  if (self->contacts == NULL)
    return NULL;
  self->dossiers = pv_dossier_store_list_de_porteur (db, dossier->porteur_id, error);
  if (self->dossiers == NULL)
    return NULL;
  if (!pv_bilan_suivi_get_memoire (db, dossier->porteur_id, dossier->exercice, &self->bilans,
                                   error))
    return NULL;
  self->funders = pv_dossier_store_list_financeurs_de_porteur (db, dossier->porteur_id, error);

  return self->funders != NULL ? g_steal_pointer (&self) : NULL;
}

/* --- cells ------------------------------------------------------------------------------ */

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
text_cell (const char *text, gboolean selectable)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), selectable);

  return label;
}

static GtkWidget *
head_cell (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "secondary");

  return label;
}

static GtkWidget *
number_cell (const char *text)
{
  GtkWidget *label = pv_amount_label_new (PV_CENTS_NULL);

  pv_amount_label_set_text (PV_AMOUNT_LABEL (label), text);
  gtk_widget_set_halign (label, GTK_ALIGN_END);

  return label;
}

static GtkWidget *
amount_cell (PvCents cents)
{
  GtkWidget *label = pv_amount_label_new (cents);

  gtk_widget_set_halign (label, GTK_ALIGN_END);

  return label;
}

/* --- who it is --------------------------------------------------------------------------- */

static int
add_line (PvPorteurSection *self, int row, const char *name, const char *value)
{
  GtkWidget *title = text_cell (name, FALSE);
  GtkWidget *text = text_cell (value != NULL ? value : PV_TEXT_NULL, TRUE);

  gtk_widget_add_css_class (title, "secondary");
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 24);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_grid_attach (self->identity, title, 0, row, 1, 1);
  gtk_grid_attach (self->identity, text, 1, row, 1, 1);

  return row + 1;
}

static char *
contact_text (const PvContact *contact)
{
  g_autoptr (GString) text = g_string_new (contact->nom);
  const char *const parts[] = { contact->fonction, contact->courriel, contact->telephone };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (text, " · %s", parts[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
address_text (const Memory *memory)
{
  const PvOrganisme *organisme = memory->organisme;
  g_autoptr (GString) text = g_string_new (organisme->adresse);

  if (organisme->code_postal != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", organisme->code_postal);
  if (memory->commune != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", memory->commune);

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
cer_text (const PvOrganisme *organisme)
{
  g_autofree char *date = NULL;

  if (organisme->cer_signe_le == NULL)
    return g_strdup (pv_forme_doit_cer (organisme->forme) ? _ ("⚠ not signed")
                                                          : _ ("not asked of this form"));
  date = pv_date_format_french (organisme->cer_signe_le, PV_DATE_FORMAT_LONG);

  return g_strdup_printf (_ ("signed on %s"), date);
}

static void
show_identity (PvPorteurSection *self, const Memory *memory)
{
  const PvOrganisme *organisme = memory->organisme;
  g_autofree char *address = address_text (memory);
  g_autofree char *cer = cer_text (organisme);
  int row = 0;

  clear_grid (self->identity);
  gtk_label_set_label (self->name_label, organisme->nom);
  row = add_line (self, row, _ ("Legal form"), pv_forme_to_libelle (organisme->forme));
  row = add_line (self, row, _ ("SIRET"),
                  organisme->siret != NULL ? organisme->siret : organisme->siret_declare);
  row = add_line (self, row, _ ("RNA"), organisme->rna);
  row = add_line (self, row, _ ("Address"), address);
  row = add_line (self, row, _ ("CER"), cer);
  for (guint i = 0; i < memory->contacts->len; i++)
    {
      g_autofree char *contact = contact_text (g_ptr_array_index (memory->contacts, i));

      row = add_line (self, row, i == 0 ? _ ("Contacts") : "", contact);
    }
}

/* --- funders ------------------------------------------------------------------------------ */

static void
show_funders (PvPorteurSection *self, const Memory *memory)
{
  const char *const heads[] = { _ ("Funder"), _ ("Years"), pv_etape_to_libelle (PV_ETAPE_SOLLICITE),
                                _ ("Granted"), pv_etape_to_libelle (PV_ETAPE_VERSE) };

  clear_grid (self->funders);
  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->funders, head_cell (heads[i], i == 0 ? 0 : 1), i, 0, 1, 1);
  for (guint i = 0; i < memory->funders->len && i < MAX_FUNDERS; i++)
    {
      const PvFinanceurPasse *funder = g_ptr_array_index (memory->funders, i);
      GtkWidget *name = text_cell (funder->nom, TRUE);
      g_autofree char *years =
          funder->premier == funder->dernier
              ? g_strdup_printf ("%d", (int)funder->premier)
              : g_strdup_printf ("%d–%d", (int)funder->premier, (int)funder->dernier);
      int row = (int)i + 1;

      gtk_widget_set_hexpand (name, TRUE);
      gtk_grid_attach (self->funders, name, 0, row, 1, 1);
      gtk_grid_attach (self->funders, number_cell (years), 1, row, 1, 1);
      gtk_grid_attach (self->funders, amount_cell (funder->sollicite_cents), 2, row, 1, 1);
      gtk_grid_attach (self->funders, amount_cell (funder->accorde_cents), 3, row, 1, 1);
      gtk_grid_attach (self->funders, amount_cell (funder->verse_cents), 4, row, 1, 1);
    }
}

/* --- dossiers ------------------------------------------------------------------------------ */

static GtkWidget *
link_new (PvPorteurSection *self, const PvDossierPasse *dossier)
{
  GtkWidget *button = gtk_button_new_with_label (dossier->numero);
  gboolean here = dossier->id == pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pv-compact");
  gtk_widget_set_sensitive (button, !here);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, here ? NULL : _ ("Open This Dossier"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-dossier");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", dossier->id);

  return button;
}

static void
add_dossier (PvPorteurSection *self, const PvDossierPasse *dossier, int row)
{
  GtkWidget *title = text_cell (dossier->intitule, FALSE);
  GtkWidget *statut = pv_status_label_new (dossier->statut);
  g_autofree char *year = g_strdup_printf ("%d", (int)dossier->exercice);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), 16);
  gtk_widget_set_tooltip_text (title, dossier->intitule);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_halign (statut, GTK_ALIGN_START);
  gtk_grid_attach (self->dossiers, link_new (self, dossier), 0, row, 1, 1);
  gtk_grid_attach (self->dossiers, title, 1, row, 1, 1);
  gtk_grid_attach (self->dossiers, number_cell (year), 2, row, 1, 1);
  gtk_grid_attach (self->dossiers, statut, 3, row, 1, 1);
  gtk_grid_attach (self->dossiers, amount_cell (dossier->cout_cents), 4, row, 1, 1);
  for (int i = 0; i < PV_N_ETAPES; i++)
    gtk_grid_attach (self->dossiers, amount_cell (dossier->montants[i]), 5 + i, row, 1, 1);
}

static void
show_dossiers (PvPorteurSection *self, const Memory *memory)
{
  const char *const heads[] = { _ ("No."), _ ("Title"), _ ("Year"), _ ("Status"),
                                _ ("Coût total") };
  guint n = memory->dossiers->len;

  clear_grid (self->dossiers);
  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->dossiers, head_cell (heads[i], i == 2 || i == 4 ? 1 : 0), i, 0, 1, 1);
  for (int i = 0; i < PV_N_ETAPES; i++)
    gtk_grid_attach (self->dossiers, head_cell (pv_etape_to_libelle ((PvEtape)i), 1), 5 + i, 0, 1,
                     1);
  for (guint i = 0; i < n && i < MAX_DOSSIERS; i++)
    add_dossier (self, g_ptr_array_index (memory->dossiers, i), (int)i + 1);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n > MAX_DOSSIERS);
  if (n > MAX_DOSSIERS)
    {
      g_autofree char *text =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u other, on its page.",
                                        "And %u others, on its page.", n - MAX_DOSSIERS),
                           n - MAX_DOSSIERS);

      gtk_label_set_label (self->more_label, text);
    }
}

/* --- reading --------------------------------------------------------------------------------- */

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvPorteurSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Memory) memory = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (memory == NULL)
    return;
  show_identity (self, memory);
  show_funders (self, memory);
  show_dossiers (self, memory);
  pv_compte_rendu_memoire_show (self->memoire, &memory->bilans);
}

static void
pv_porteur_section_load (PvDossierSection *section)
{
  PvPorteurSection *self = PV_PORTEUR_SECTION (section);
  gint64 id = pv_dossier_section_get_dossier_id (section);

  pv_reading_renew (&self->cancellable);
  pv_context_query_async (pv_dossier_section_get_context (section), read_query,
                          g_memdup2 (&id, sizeof id), g_free, memory_free, self->cancellable,
                          read_done_cb, g_object_ref (self));
}

static gboolean
pv_porteur_section_show_field (PvDossierSection *section,
                               const char *table,
                               gint64 key,
                               const char *column)
{
  if (!g_str_equal (table, "organisme"))
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (section), GTK_DIR_TAB_FORWARD);
}

static void
pv_porteur_section_dispose (GObject *object)
{
  PvPorteurSection *self = PV_PORTEUR_SECTION (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_PORTEUR_SECTION);

  G_OBJECT_CLASS (pv_porteur_section_parent_class)->dispose (object);
}

static void
pv_porteur_section_class_init (PvPorteurSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_porteur_section_dispose;
  PV_DOSSIER_SECTION_CLASS (klass)->load = pv_porteur_section_load;
  PV_DOSSIER_SECTION_CLASS (klass)->show_field = pv_porteur_section_show_field;

  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_COMPTE_RENDU_MEMOIRE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-porteur-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PvPorteurSection, name_label);
  gtk_widget_class_bind_template_child (widget_class, PvPorteurSection, identity);
  gtk_widget_class_bind_template_child (widget_class, PvPorteurSection, funders);
  gtk_widget_class_bind_template_child (widget_class, PvPorteurSection, dossiers);
  gtk_widget_class_bind_template_child (widget_class, PvPorteurSection, more_label);
  gtk_widget_class_bind_template_child (widget_class, PvPorteurSection, memoire);
}

static void
pv_porteur_section_init (PvPorteurSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
