#!/usr/bin/env python3
"""Writes a programming table of invented dossiers, the same for the same seed.

    make-programme.py DOSSIERS [--seed N] [--exercice YEAR] [--notes] > table.csv
    make-programme.py DOSSIERS --programme FILE [--exercices N] [--seed N] [--exercice YEAR]

40 columns, six funders at three stages (five of them answer on average), about one porteur for six
dossiers. It is what the profile `programmation` imports; benchmarks and tests make their programmes
of 1 700, 17 000 and 100 000 dossiers with it. With --notes: their marks instead, by 4 institutions on 8 criteria,
for the profile `notes`.

With --programme: a file of its own, of N exercices (5) of DOSSIERS dossiers each, of which YEAR is the last, with all that follows
the decision (programme_rows.py). It needs progville-cli and load-rows: PV_BENCH_CLI and PV_BENCH_TOOLS, as for measure.py,
or --cli and --loader.
"""
import argparse
import csv
import os
import pathlib
import random
import sys

FUNDERS = ["État", "Région", "Département", "CAF", "EPCI", "Commune"]
STAGES = ["sollicité", "proposé", "voté"]
SHARES = [30, 18, 10, 14, 16, 12]
HEADERS = [
    "N°", "Porteur", "SIRET", "Forme", "Commune du porteur", "Intitulé", "Résumé", "Communes", "Quartiers",
    "Axe", "Nouvelle ou reconduction", "CPO", "Début", "Fin", "Coût total", "Autres produits", "Statut",
    "Bénéficiaires femmes", "Bénéficiaires hommes", "Part QPV", "Avis État", "Marqueur F/H",
] + [f"{funder} {stage}" for funder in FUNDERS for stage in STAGES]

PLACES = {  # commune → quartiers of the reference data
    "Roubaix": ["Quartier Intercommunal Blanc Seau - Croix Bas Saint Pierre"],
    "Tourcoing": ["La Bourgogne"],
    "Lille": ["Secteur Sud", "Secteur Ouest"],
    "Wattrelos": ["Villas"],
    "Mons-en-Barœul": ["Nouveau Mons : Les Sarts - Dombrowski"],
    "Hem": [], "Loos": [], "Armentières": [], "Croix": [], "Seclin": [],
}
AXES = ["1.2", "2.1", "2.2", "2.3", "3.1", "3.3", "4.1", "4.2", "4.3", "5.1", "5.5", "6.2"]
WHAT = ["Ateliers", "Parcours", "Chantier", "Permanences", "Rencontres", "Séjours", "Tremplin", "Fabrique",
        "Jardin", "Théâtre", "Mentorat", "Lecture", "Médiation", "Accueil", "Sport"]
WHOM = ["des familles", "des jeunes", "vers l'emploi", "au féminin", "de proximité", "des habitants",
        "numérique", "des aînés", "pour tous", "en pied d'immeuble", "des parents", "de quartier"]
WHO = ["Relais", "Passerelle", "Atelier", "Maison", "Compagnie", "Club", "Régie", "Ludothèque", "Centre social",
       "Collectif", "Cordée", "Escale"]
OF = ["des Lices", "du Canal", "du Virolois", "des Trois Écluses", "de l'Alma", "du Fil d'Eau", "des Pas à Pas",
      "du Grand Large", "des Possibles", "des Hauts Champs", "de la Lys", "du Savoir"]
STATUSES = ["déposé", "recevable", "en instruction", "instruit", "proposé", "programmé",
            "programmé sous réserve", "ajourné", "refusé"]


def luhn(digits):
    total = 0
    for i, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if i % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10


def with_key(digits):
    return digits + str(-luhn(digits + "0") % 10)


def amount(cents):
    return "" if cents is None else f"{cents // 100},{cents % 100:02d}"


def split(rng, total):
    """Parts of `total` (cents), in tens of euros but for the last; None: this funder was not asked."""
    asked = [rng.random() < 5 / 6 for _ in FUNDERS]
    weights = [share * rng.uniform(0.5, 1.5) if ok else 0 for share, ok in zip(SHARES, asked)]
    scale = sum(weights) or 1
    parts = [int(total * 0.85 * w / scale) // 1000 * 1000 if ok else None for w, ok in zip(weights, asked)]
    return parts


def stages(rng, asked, rank):
    """sollicité, proposé, voté of one funder, as far as the dossier has come."""
    proposed = voted = None
    if asked is not None and rank >= 4:
        proposed = rng.choice([asked, asked * 8 // 10 // 1000 * 1000, asked // 2 // 1000 * 1000, 0])
    if proposed is not None and rank >= 5 and rng.random() < 0.6:
        voted = proposed
    return [asked, proposed, voted]


def porteur(rng, index):
    siren = with_key(f"9990{index:04d}"[-8:].rjust(8, "9"))
    name = f"{rng.choice(WHO)} {rng.choice(OF)} {index}"
    return name, with_key(siren + "0001"), rng.choice(["association"] * 8 + ["commune", "CCAS"]), rng.choice(list(PLACES))


def row(rng, number, porteurs, exercice):
    name, siret, forme, town = rng.choice(porteurs)
    place = rng.choice(list(PLACES))
    rank = rng.choices(range(len(STATUSES)), weights=[2, 2, 6, 6, 20, 40, 8, 6, 10])[0]
    total = rng.randrange(300, 15000) * 1000 + rng.choice([0, 0, 0, 50])
    parts = split(rng, total)
    own = total - sum(part or 0 for part in parts)
    women, men = rng.randrange(0, 120), rng.randrange(0, 120)
    cells = [
        f"{number:06d}", name, siret, forme, town, f"{rng.choice(WHAT)} {rng.choice(WHOM)} {number}",
        f"Action {rng.choice(WHOM)} avec les partenaires du quartier, {rng.randrange(5, 40)} séances sur l'année.",
        place, rng.choice(PLACES[place] or [""]), rng.choice(AXES),
        rng.choice(["nouvelle", "reconduction"]), rng.choice(["", "", "", f"{rng.randrange(1, 4)}/3"]),
        f"01/0{rng.randrange(1, 10)}/{exercice}", f"31/12/{exercice}", amount(total), amount(own), STATUSES[rank],
        women, men, f"{rng.randrange(30, 101)} %",
        rng.choice(["", "favorable", "favorable avec réserves", "défavorable"]) if rank >= 3 else "",
        rng.choice(["", "0", "1", "2"]),
    ]
    for part in parts:
        cells += [amount(cents) for cents in stages(rng, part, rank)]
    return cells


def notes(rng, dossiers, exercice):
    """One mark in a hundred is missing, one in twenty does not apply."""
    yield ["Dossier", "Exercice", "Institution", "Critère", "Poids", "Note maximale", "Note"]
    for number in range(1, dossiers + 1):
        for institution in FUNDERS[:4]:
            for criterion in range(1, 9):
                draw = rng.random()
                if draw >= 0.01:
                    mark = "N/A" if draw < 0.06 else rng.randrange(0, 6)
                    yield [f"{number:06d}", exercice, institution, f"Critère {criterion}", criterion % 3 + 1, 5, mark]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossiers", type=int)
    parser.add_argument("--seed", type=int, default=147)
    parser.add_argument("--exercice", type=int, default=2026)
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--programme", type=pathlib.Path)
    parser.add_argument("--exercices", type=int, default=5)
    parser.add_argument("--cli", default=os.environ.get("PV_BENCH_CLI", "progville-cli"))
    parser.add_argument("--loader", default=os.path.join(os.environ.get("PV_BENCH_TOOLS", "."), "load-rows"))
    options = parser.parse_args()
    rng = random.Random(options.seed)
    if options.programme:
        import programme_rows
        programme_rows.make(rng, options)
        return
    out = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    if options.notes:
        out.writerows(notes(rng, options.dossiers, options.exercice))
        return
    porteurs = [porteur(rng, i) for i in range(1, max(2, options.dossiers // 6))]
    out.writerow(HEADERS)
    for number in range(1, options.dossiers + 1):
        out.writerow(row(rng, number, porteurs, options.exercice))


if __name__ == "__main__":
    main()
