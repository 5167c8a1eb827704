/* pv-dossiers-export.c: the list of dossiers, as it is shown, to a file or a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-dossiers-export.h"

#include "dossier/pv-dossier-liste-store.h"
#include "export/pv-liste-texte.h"

/* Rows read at once. */
#define PAGE 256

/* A list under way: the page in hand. */
typedef struct
{
  const PvDossiersExport *export;
  PvDb *db;
  GPtrArray *page; /* of PvDossierResume, may hold NULL */
  guint debut;
  PvListeColonne *colonnes;
  GPtrArray *entetes;
} Lecture;

PvDossiersExport *
pv_dossiers_export_new (GArray *ids, const char *colonnes, PvEtape etape, const char *contexte)
{
  PvDossiersExport *self = g_new0 (PvDossiersExport, 1);
  g_auto (GStrv) noms = g_strsplit (colonnes, ",", -1);

  self->ids = ids;
  self->etape = etape;
  self->contexte = g_strdup (contexte);
  self->colonnes = g_array_new (FALSE, FALSE, sizeof (PvDossierColonne));
  for (char **nom = noms; *nom != NULL; nom++)
    {
      PvDossierColonne colonne;

      if (pv_dossier_colonne_from_id (*nom, &colonne))
        g_array_append_val (self->colonnes, colonne);
    }

  return self;
}

void
pv_dossiers_export_free (PvDossiersExport *self)
{
  g_array_unref (self->ids);
  g_array_unref (self->colonnes);
  g_free (self->contexte);
  g_free (self);
}

/* --- cells ------------------------------------------------------------------------- */

static PvDossierColonne
get_colonne (const PvDossiersExport *self, guint index)
{
  return g_array_index (self->colonnes, PvDossierColonne, index);
}

static gboolean
is_montant (PvDossierColonne colonne)
{
  return colonne == PV_DOSSIER_COLONNE_COUT || pv_dossier_colonne_get_groupe (colonne) >= 0 ||
         pv_dossier_colonne_get_etape (colonne) >= 0;
}

static PvListeGenre
get_genre (PvDossierColonne colonne)
{
  if (is_montant (colonne))
    return PV_LISTE_MONTANT;
  if (colonne == PV_DOSSIER_COLONNE_SCORE)
    return PV_LISTE_SCORE;
  if (colonne == PV_DOSSIER_COLONNE_MARQUE)
    return PV_LISTE_NOMBRE;
  if (colonne == PV_DOSSIER_COLONNE_EXERCICE)
    return PV_LISTE_ANNEE;
  if (colonne == PV_DOSSIER_COLONNE_DEPOSE)
    return PV_LISTE_DATE;
  if (colonne == PV_DOSSIER_COLONNE_AVIS || colonne == PV_DOSSIER_COLONNE_AXE)
    return PV_LISTE_CODE;

  return PV_LISTE_TEXTE;
}

/* "État – proposé": an amount says its stage. */
static char *
make_entete (const PvDossiersExport *self, PvDossierColonne colonne)
{
  const char *libelle = pv_dossier_colonne_to_libelle (colonne);
  g_autofree char *etape = NULL;

  if (pv_dossier_colonne_get_groupe (colonne) < 0)
    return g_strdup (libelle);
  etape = g_utf8_strdown (pv_etape_to_libelle (self->etape), -1);

  return g_strdup_printf ("%s – %s", libelle, etape);
}

static void
fill_cell (PvListeCellule *cellule, PvDossierColonne colonne, const PvDossierResume *resume)
{
  if (is_montant (colonne))
    cellule->nombre = pv_dossier_resume_get_montant (resume, colonne);
  else if (colonne == PV_DOSSIER_COLONNE_SCORE)
    cellule->nombre = resume->score;
  else if (colonne == PV_DOSSIER_COLONNE_MARQUE)
    cellule->nombre = resume->marque;
  else if (colonne == PV_DOSSIER_COLONNE_EXERCICE)
    cellule->nombre = resume->exercice;
  else if (colonne == PV_DOSSIER_COLONNE_DEPOSE)
    cellule->texte = g_strdup (resume->depose_le);
  else
    {
      cellule->texte = pv_dossier_resume_to_text (resume, colonne);
      if (g_strcmp0 (cellule->texte, "–") == 0)
        g_clear_pointer (&cellule->texte, g_free);
    }
}

static gboolean
read_page (Lecture *self, guint ligne, GError **error)
{
  const GArray *ids = self->export->ids;

  if (self->page != NULL && ligne >= self->debut && ligne < self->debut + self->page->len)
    return TRUE;

  g_clear_pointer (&self->page, g_ptr_array_unref);
  self->debut = ligne - ligne % PAGE;
  self->page = pv_dossier_liste_store_lignes (self->db, &g_array_index (ids, gint64, self->debut),
                                              MIN (PAGE, ids->len - self->debut),
                                              self->export->etape, error);

  return self->page != NULL;
}

static gboolean
row_cb (guint ligne, PvListeCellule *cellules, gboolean *grisee, gpointer user_data, GError **error)
{
  Lecture *self = user_data;
  const PvDossierResume *resume;

  if (!read_page (self, ligne, error))
    return FALSE;

  resume = self->page->pdata[ligne - self->debut];
  if (resume == NULL)
    return TRUE;
  *grisee = resume->chapeau;
  for (guint i = 0; i < self->export->colonnes->len; i++)
    fill_cell (&cellules[i], get_colonne (self->export, i), resume);

  return TRUE;
}

static void
begin (Lecture *self, PvListe *liste)
{
  guint n = self->export->colonnes->len;

  self->colonnes = g_new0 (PvListeColonne, n);
  self->entetes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      PvDossierColonne colonne = get_colonne (self->export, i);
      char *entete = make_entete (self->export, colonne);

      g_ptr_array_add (self->entetes, entete);
      self->colonnes[i] = (PvListeColonne){ entete, get_genre (colonne), is_montant (colonne) };
    }

  *liste = (PvListe){ .titre = "Dossiers",
                      .contexte = self->export->contexte,
                      .colonnes = self->colonnes,
                      .n_colonnes = n,
                      .n_lignes = self->export->ids->len,
                      .ligne = row_cb,
                      .user_data = self };
}

static void
end (Lecture *self)
{
  g_clear_pointer (&self->page, g_ptr_array_unref);
  g_clear_pointer (&self->entetes, g_ptr_array_unref);
  g_clear_pointer (&self->colonnes, g_free);
}

PvExportResult *
pv_dossiers_export_run (const PvDossiersExport *self,
                        const PvExportRequest *request,
                        GError **error)
{
  Lecture lecture = { .export = self, .db = request->db };
  PvListe liste;
  PvExportResult *result;

  begin (&lecture, &liste);
  result = pv_liste_export_run (request, &liste, error);
  end (&lecture);

  return result;
}

/* --- clipboard --------------------------------------------------------------------- */

char *
pv_dossiers_export_to_text (const PvDossiersExport *self,
                            PvDb *db,
                            char **html,
                            GCancellable *cancellable,
                            GError **error)
{
  Lecture lecture = { .export = self, .db = db };
  PvListe liste;
  char *text;

  begin (&lecture, &liste);
  text = pv_liste_to_text (&liste, html, cancellable, error);
  end (&lecture);

  return text;
}
