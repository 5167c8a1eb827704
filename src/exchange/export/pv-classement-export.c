/* pv-classement-export.c: a ranking, as it is shown, to a file or a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-classement-export.h"

#include "dossier/pv-dossier-liste-store.h"
#include "export/pv-liste-texte.h"

/* Rows read at once. */
#define PAGE 256

enum
{
  RANG,
  NUMERO,
  INTITULE,
  PORTEUR,
  SCORE,
  DISPERSION,
  AVIS,
  MARQUE,
  SOLLICITE,
  PROPOSE,
  MONTANT,
  BASE,
  CUMUL,
  COTE,
};

static const PvListeColonne colonnes[] = {
  [RANG] = { "Rang", PV_LISTE_NOMBRE, FALSE },
  [NUMERO] = { "N°", PV_LISTE_CODE, FALSE },
  [INTITULE] = { "Intitulé", PV_LISTE_TEXTE, FALSE },
  [PORTEUR] = { "Porteur", PV_LISTE_TEXTE, FALSE },
  [SCORE] = { "Score", PV_LISTE_SCORE, FALSE },
  [DISPERSION] = { "Dispersion", PV_LISTE_SCORE, FALSE },
  [AVIS] = { "Avis", PV_LISTE_CODE, FALSE },
  [MARQUE] = { "Marqueur F/H", PV_LISTE_NOMBRE, FALSE },
  [SOLLICITE] = { "Sollicité", PV_LISTE_MONTANT, TRUE },
  [PROPOSE] = { "Proposé", PV_LISTE_MONTANT, TRUE },
  [MONTANT] = { "Montant compté", PV_LISTE_MONTANT, TRUE },
  [BASE] = { "Base du montant", PV_LISTE_TEXTE, FALSE },
  [CUMUL] = { "Cumul", PV_LISTE_MONTANT, FALSE },
  [COTE] = { "Enveloppe", PV_LISTE_TEXTE, FALSE },
};

static const char *const bases[] = {
  [PV_CLASSEMENT_SANS_MONTANT] = NULL,
  [PV_CLASSEMENT_PROPOSE] = "proposé",
  [PV_CLASSEMENT_SOLLICITE] = "sollicité",
  [PV_CLASSEMENT_MIXTE] = "proposé et sollicité",
};

static const char *const cotes[] = {
  [PV_CLASSEMENT_HORS] = NULL,
  [PV_CLASSEMENT_DESSUS] = "dans l’enveloppe",
  [PV_CLASSEMENT_DESSOUS] = "au-delà",
};

typedef struct
{
  const PvClassement *classement;
  PvDb *db;
  GPtrArray *page; /* of PvDossierResume, may hold NULL */
  guint debut;
} Lecture;

static const PvClassementLigne *
get_ligne (const Lecture *self, guint i)
{
  return &g_array_index (self->classement->lignes, PvClassementLigne, i);
}

static gboolean
read_page (Lecture *self, guint ligne, GError **error)
{
  gint64 ids[PAGE];
  guint n;

  if (self->page != NULL && ligne >= self->debut && ligne < self->debut + self->page->len)
    return TRUE;

  g_clear_pointer (&self->page, g_ptr_array_unref);
  self->debut = ligne - ligne % PAGE;
  n = MIN (PAGE, self->classement->lignes->len - self->debut);
  for (guint i = 0; i < n; i++)
    ids[i] = get_ligne (self, self->debut + i)->dossier_id;
  self->page = pv_dossier_liste_store_lignes (self->db, ids, n, PV_ETAPE_PROPOSE, error);

  return self->page != NULL;
}

static gboolean
row_cb (guint ligne, PvListeCellule *cellules, gboolean *grisee, gpointer user_data, GError **error)
{
  Lecture *self = user_data;
  const PvClassementLigne *rang = get_ligne (self, ligne);
  const PvDossierResume *resume;

  if (!read_page (self, ligne, error))
    return FALSE;

  cellules[RANG].nombre = rang->rang;
  cellules[SCORE].nombre = rang->score;
  cellules[DISPERSION].nombre = rang->dispersion;
  cellules[MONTANT].nombre = rang->montant;
  cellules[CUMUL].nombre = rang->cumul;
  cellules[BASE].texte = g_strdup (bases[rang->base]);
  cellules[COTE].texte = g_strdup (rang->libere ? "libérée" : cotes[rang->cote]);
  resume = self->page->pdata[ligne - self->debut];
  if (resume == NULL)
    return TRUE;

  cellules[NUMERO].texte = g_strdup (resume->numero);
  cellules[INTITULE].texte = g_strdup (resume->intitule);
  cellules[PORTEUR].texte = g_strdup (resume->porteur);
  cellules[AVIS].texte = pv_dossier_resume_to_text (resume, PV_DOSSIER_COLONNE_AVIS);
  cellules[MARQUE].nombre = resume->marque;
  cellules[SOLLICITE].nombre = resume->etapes[PV_ETAPE_SOLLICITE];
  cellules[PROPOSE].nombre = resume->etapes[PV_ETAPE_PROPOSE];

  return TRUE;
}

static PvListe
make_liste (Lecture *lecture, const char *contexte)
{
  return (PvListe){ .titre = "Classement",
                    .contexte = contexte,
                    .colonnes = colonnes,
                    .n_colonnes = G_N_ELEMENTS (colonnes),
                    .n_lignes = lecture->classement->lignes->len,
                    .ligne = row_cb,
                    .user_data = lecture };
}

PvExportResult *
pv_classement_export_run (const PvClassement *classement,
                          const char *contexte,
                          const PvExportRequest *request,
                          GError **error)
{
  Lecture lecture = { .classement = classement, .db = request->db };
  PvListe liste = make_liste (&lecture, contexte);
  PvExportResult *result = pv_liste_export_run (request, &liste, error);

  g_clear_pointer (&lecture.page, g_ptr_array_unref);

  return result;
}

char *
pv_classement_export_to_text (const PvClassement *classement,
                              PvDb *db,
                              char **html,
                              GCancellable *cancellable,
                              GError **error)
{
  Lecture lecture = { .classement = classement, .db = db };
  PvListe liste = make_liste (&lecture, NULL);
  char *text = pv_liste_to_text (&liste, html, cancellable, error);

  g_clear_pointer (&lecture.page, g_ptr_array_unref);

  return text;
}
