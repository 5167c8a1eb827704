"""Rows of a programme of several exercices, as they stand after the decision: make-programme.py --programme.

Votes, notifications, payments, mouvements, conventions, comptes rendus and what was realised, marks, territories with shares,
reconductions and CPO linked to the dossier of the year before. Rows go to load-rows, which writes them under the history
of the file: `progville-cli check` finds integrity, totals and history sound.
"""
import datetime
import sqlite3
import subprocess
import sys
import unicodedata

FUNDERS = [("etat", 30), ("region", 18), ("departement", 10), ("caf", 14), ("epci", 16), ("commune", 12)]
CPO_YEARS = 3
THRESHOLD = 2300000  # of a convention, decree n° 2001-495
CHARGES = [("60", 14), ("62", 21), ("64", 57)]  # percent of the cost; the rest is indirect
QUESTIONS = ["mise-en-oeuvre", "objectifs"]
SAID = ["L’action s’est déroulée comme prévu.", "Deux séances ont été reportées au printemps.",
        "Le public visé est venu, les hommes moins que les femmes.", "Le partenariat avec l’école est à reprendre."]

COLUMNS = {
    "organisme": "id uuid nom nom_plie forme siret commune_nom cer_signe_le",
    "appel": "id uuid contrat_id exercice genre libelle action_debut action_fin",
    "dispositif": "id uuid financeur_id code nom nom_plie",
    "enveloppe": "id uuid dispositif_id exercice section libelle montant_cents",
    "dossier": "id uuid appel_id numero porteur_id intitule resume statut exercice nature precedent_id cpo_annee cpo_duree "
               "debut fin beneficiaires_femmes beneficiaires_hommes beneficiaires_non_ventiles beneficiaires_qpv_bp depose_le",
    "dossier_noeud": "id dossier_id noeud_id principal",
    "dossier_territoire": "id dossier_id quartier_id commune_id part_bp",
    "budget_ligne": "id dossier_id compte_id prevu_cents realise_cents",
    "financement": "id uuid dossier_id financeur_id dispositif_id exercice section enveloppe_id sollicite_cents propose_cents "
                   "arbitre_cents vote_cents notifie_cents vote_le vote_acte notifie_le notifie_acte",
    "mouvement": "id uuid financement_id etape genre date_le montant_cents motif acte",
    "versement": "id uuid financement_id verse_le genre montant_cents reference",
    "marqueur": "id uuid dossier_id axe_id valeur decide_le",
    "bilan": "id uuid dossier_id crf_du_le crf_recu_le crf_valide_le beneficiaires_femmes beneficiaires_hommes "
             "beneficiaires_non_ventiles beneficiaires_qpv_bp a_recuperer_cents realisation debut fin",
    "bilan_reponse": "id bilan_id question reponse",
    "convention": "id uuid numero financeur_id organisme_id objet annee_debut annee_fin signee_le envoyee_le retournee_le notifiee_le",
    "convention_annee": "id convention_id exercice prevu_cents",
    "convention_dossier": "id convention_id dossier_id",
    "convention_echeance": "id convention_id echeance_le libelle montant_cents exercice",
}
WITH_UUID = {table for table, columns in COLUMNS.items() if columns.split()[1] == "uuid"}


def fold(text):
    plain = unicodedata.normalize("NFD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))


def day(year, month, number):
    return f"{year:04d}-{month:02d}-{number:02d}"


def later(date, days):
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days)).isoformat()


class Writer:
    """Rows wait by table, in the order of COLUMNS, so that each goes in one run after what it refers to."""

    def __init__(self, db, pipe):
        self.pipe = pipe
        self.last = {table: db.execute(f"SELECT COALESCE(MAX(id), 0) FROM {table}").fetchone()[0] for table in COLUMNS}
        self.waiting = {table: [] for table in COLUMNS}
        self.number = {table: i for i, table in enumerate(COLUMNS)}

    def key(self, table):
        self.last[table] += 1
        return self.last[table]

    def add(self, table, *values, key=None):
        key = key or self.key(table)
        if table in WITH_UUID:
            values = (f"0f1c7100-0000-4{self.number[table]:03x}-8000-{key:012x}", *values)
        self.waiting[table].append("\t".join(["\\N" if v is None else str(v) for v in (key, *values)]))
        return key

    def flush(self):
        for table, rows in self.waiting.items():
            if rows:
                self.pipe.write(f"@{table} {COLUMNS[table]}\n")
                self.pipe.write("\n".join(rows))
                self.pipe.write("\n")
                rows.clear()


class Frame:
    """What a new programme has already: payers, accounts, axes, quartiers."""

    def __init__(self, db, writer):
        self.contrat = db.execute("SELECT id FROM contrat").fetchone()[0]
        self.comptes = dict(db.execute("SELECT code, id FROM compte"))
        self.noeuds = [row[0] for row in db.execute(
            "SELECT n.id FROM cadre_noeud n JOIN cadre c ON c.id = n.cadre_id AND c.principal = 1 ORDER BY n.code")]
        self.egalite = db.execute("SELECT id FROM axe_transversal WHERE code = 'egalite'").fetchone()[0]
        self.places = db.execute(
            "SELECT q.id, c.id, c.nom FROM quartier q JOIN quartier_commune qc ON qc.quartier_id = q.id"
            " JOIN commune c ON c.id = qc.commune_id WHERE q.genre = 'qpv' GROUP BY q.id ORDER BY q.id").fetchall()
        self.funders = []
        for category, share in FUNDERS:
            financeur = db.execute("SELECT id FROM financeur WHERE categorie = ? ORDER BY id", (category,)).fetchone()[0]
            dispositif = writer.add("dispositif", financeur, f"essai_{category}", "Politique de la ville (essai)",
                                    "politique de la ville essai")
            self.funders.append((financeur, dispositif, share))


class Action:
    """What stays the same from one year to the next."""

    def __init__(self, rng, names, frame, porteurs, number):
        self.porteur = rng.choice(porteurs)
        self.title = f"{rng.choice(names.WHAT)} {rng.choice(names.WHOM)} {number}".replace("'", "’")
        self.places = rng.sample(frame.places, rng.choice([1, 1, 1, 2, 3]))
        self.shares = None
        if len(self.places) > 1 and rng.random() < 0.8:
            cut = sorted(rng.sample(range(500, 10000, 500), len(self.places) - 1))
            self.shares = [b - a for a, b in zip([0, *cut], [*cut, 10000])]
        elif len(self.places) == 1:
            self.shares = [10000]
        self.noeud = rng.choice(frame.noeuds) if rng.random() < 0.97 else None
        self.cpo = number % 7 == 0
        self.first = number % CPO_YEARS
        self.cost = rng.randrange(300, 15000) * 1000 + rng.choice([0, 0, 0, 50, 33])
        self.funders = [i for i in range(len(FUNDERS)) if rng.random() < 5 / 6] or [0]
        self.marque = rng.choice([None, 0, 1, 1, 2])
        self.dossier = None   # of the year before, when there was one
        self.refused = False


class Exercice:
    def __init__(self, rng, frame, writer, year, last):
        self.rng, self.frame, self.writer, self.year, self.last = rng, frame, writer, year, last
        self.age = last - year  # 0: the one being decided
        self.appel = writer.add("appel", frame.contrat, year, "aap", f"Appel à projets {year}", day(year, 1, 1), day(year, 12, 31))
        self.engaged = [0] * len(FUNDERS)
        self.envelopes = [writer.key("enveloppe") for _ in FUNDERS]
        self.owed = {}  # (financeur, porteur) → [(dossier, notified)]

    def status(self):
        weights = ([4, 5, 10, 12, 24, 18, 6, 12, 5, 4, 0, 0] if self.age == 0 else
                   [0, 0, 0, 0, 0, 0, 8, 6, 20, 26, 34, 6] if self.age == 1 else [0, 0, 0, 0, 0, 0, 9, 0, 1, 5, 80, 5])
        return self.rng.choices(["depose", "en-instruction", "instruit", "propose", "programme", "programme-sous-reserve", "refuse",
                                 "notifie", "en-cours", "bilan-recu", "solde", "abandonne"], weights=weights)[0]

    def dossier(self, number, action):
        rng, w, year = self.rng, self.writer, self.year
        t = year + action.first
        follows = action.dossier is not None and not action.refused and (action.cpo or rng.random() < 0.55)
        cost = action.cost * rng.randrange(92, 112) // 100
        statut = self.status()
        if action.cpo and statut in ("refuse", "abandonne"):
            statut = "solde" if self.age else "programme"
        women, men, others = rng.randrange(0, 120), rng.randrange(0, 120), None
        if number % 11 == 5:
            women, men, others = None, None, rng.randrange(12, 200)
        qpv = rng.randrange(30, 101) * 100
        key = w.add(
            "dossier", self.appel, f"{year % 100:02d}-{number:05d}", action.porteur[0], action.title,
            "Action menée avec les partenaires du quartier.", statut, year, "reconduction" if follows else "nouvelle",
            action.dossier if follows else None, t % CPO_YEARS + 1 if action.cpo else None, CPO_YEARS if action.cpo else None,
            day(year, rng.randrange(1, 7), 1), day(year, 12, 31), women, men, others, qpv, day(year - 1, 11, rng.randrange(1, 29)))
        if action.noeud:
            w.add("dossier_noeud", key, action.noeud, 1)
        for i, place in enumerate(action.places):
            w.add("dossier_territoire", key, place[0], place[1], action.shares[i] if action.shares else None)
        if action.marque is not None:
            w.add("marqueur", key, self.frame.egalite, action.marque, day(year, 2, 10))
        notified, paid, asked = self.financements(key, action, statut, cost)
        rate = None  # thousandths of the plan that were realised; None: nobody knows
        if statut in ("bilan-recu", "solde"):
            rate = rng.choice([1000, 1000, 1013, 987, 940, 871, 655, 1072])
        self.budget(key, cost, asked, rate)
        if rate is not None:
            self.bilan(key, cost, notified, paid, rate, women, men, others, qpv, statut)
        action.dossier, action.refused = key, statut in ("refuse", "abandonne")

    def stages(self, wanted, statut):
        """sollicité … notifié of one payer, as far as the dossier has come."""
        rng = self.rng
        given = rng.choice([wanted, wanted * 8 // 10, wanted * 8 // 10, wanted // 2, wanted - wanted % 50000, 0])
        if statut in ("depose", "en-instruction", "abandonne"):
            return [wanted, None, None, None, None]
        if statut in ("instruit", "propose"):
            return [wanted, given if statut == "propose" or rng.random() < 0.5 else None, None, None, None]
        if statut == "refuse":
            return [wanted, 0, 0, None, None]
        settled = given if rng.random() < 0.9 else given * 9 // 10
        if statut in ("programme", "programme-sous-reserve"):
            return [wanted, given, settled, settled if rng.random() < 0.4 else None, None]
        if statut == "notifie" and rng.random() < 0.4:
            return [wanted, given, settled, settled if rng.random() < 0.5 else None, None]
        return [wanted, given, settled, settled, settled]

    def financements(self, key, action, statut, cost):
        rng, w, year = self.rng, self.writer, self.year
        notified = paid = asked = 0
        scale = sum(self.frame.funders[i][2] for i in action.funders)
        for i in action.funders:
            financeur, dispositif, share = self.frame.funders[i]
            wanted = cost * 80 // 100 * share // scale // 100 * 100 + rng.choice([0, 0, 0, 37])
            amounts = self.stages(wanted, statut)
            vote = day(year, 3, 10 + i) if amounts[3] is not None else None
            act = f"Délibération {year}-{i + 1:02d}{key % 9:02d}" if vote else None
            told = later(vote, rng.randrange(5, 40)) if amounts[4] is not None else None
            financement = w.key("financement")
            changed = self.mouvements(financement, amounts, told) if told and rng.random() < 0.03 else None
            if changed is not None:
                amounts[4] = changed
            w.add("financement", key, financeur, dispositif, year, "fonctionnement", self.envelopes[i], *amounts, vote, act, told,
                  f"Notification {year}-{financement}" if told else None, key=financement)
            asked += wanted
            if statut not in ("refuse", "abandonne"):
                self.engaged[i] += next((a for a in reversed(amounts[1:]) if a is not None), 0)
            if amounts[4]:
                notified += amounts[4]
                paid += self.versements(financement, amounts[4], told, statut)
                self.owed.setdefault((financeur, action.porteur), []).append((key, amounts[4]))
        return notified, paid, asked

    def mouvements(self, financement, amounts, told):
        """A notified amount that changed since: what it is now."""
        genre, change = self.rng.choice([("avenant", amounts[4] // 10), ("reduction", -(amounts[4] // 5)),
                                         ("desistement", -amounts[4])])
        self.writer.add("mouvement", financement, "notifie", "initial", told, amounts[4], None, None)
        self.writer.add("mouvement", financement, "notifie", genre, later(told, 90), change, "Budget révisé", f"Avenant {financement}")
        return amounts[4] + change

    def versements(self, financement, amount, told, statut):
        rng, w = self.rng, self.writer
        if statut == "notifie" or (statut == "en-cours" and rng.random() < 0.25):
            return 0
        pay = lambda after, genre, cents: w.add("versement", financement, later(told, after), genre, cents, f"Mandat {financement}")
        if amount < 500000 and rng.random() < 0.6:
            pay(rng.randrange(10, 95), "acompte" if statut == "en-cours" else "solde", amount)
            return amount
        first = amount * rng.choice([70, 80, 50]) // 100
        pay(rng.randrange(10, 95), "acompte", first)
        if statut != "solde":
            return first
        pay(rng.randrange(250, 330), "solde", amount - first)
        if rng.random() < 0.02:
            back = amount // 7
            pay(340, "reversement", back)
            return amount - back
        if rng.random() < 0.01:
            pay(345, "complement", 12345)
            return amount + 12345
        return amount

    def budget(self, key, cost, asked, rate):
        comptes, w = self.frame.comptes, self.writer
        charges = [(code, cost * share // 10000 * 100) for code, share in CHARGES]
        charges.append(("CHARGINDIRECT", cost - sum(cents for _code, cents in charges)))
        sales = (cost - asked) // 3
        produits = [("70", sales), ("74", asked), ("RESSPROPRES", cost - asked - sales)]
        for i, (code, cents) in enumerate([*charges, *produits]):
            spent = None if rate is None else cents * rate // 1000 + (0 if i else 1)
            w.add("budget_ligne", key, comptes[code], cents, spent)

    def bilan(self, key, cost, notified, paid, rate, women, men, others, qpv, statut):
        rng, w, year = self.rng, self.writer, self.year
        received = day(year + 1, rng.randrange(2, 9), rng.randrange(1, 29))
        checked = statut == "solde" or rng.random() < 0.4
        many = lambda n: None if n is None else n * rate // 1000
        unspent = paid - notified * min(rate, 1000) // 1000
        bilan = w.add("bilan", key, day(year + 1, 6, 30), received, later(received, 30) if checked else None,
                      many(women), many(men), many(others), qpv, max(0, unspent) if checked and unspent > 100 else None,
                      "totale" if rate >= 900 else "partielle", day(year, 2, 1), day(year, 12, 20))
        if key % 3 == 0:
            for i, question in enumerate(QUESTIONS):
                w.add("bilan_reponse", bilan, question, SAID[(key + i) % len(SAID)])

    def conventions(self):
        w, year = self.writer, self.year
        for (financeur, porteur), given in self.owed.items():
            total = sum(cents for _dossier, cents in given)
            if total <= THRESHOLD or not porteur[1] or self.rng.random() < 0.05:
                continue
            signed = day(year, 5, self.rng.randrange(1, 29))
            key = w.add("convention", f"{year}-{financeur}-{porteur[0]}", financeur, porteur[0], "Programme d’actions", year, year,
                        signed, later(signed, -30), later(signed, -10), later(signed, 5))
            w.add("convention_annee", key, year, total)
            for dossier in dict.fromkeys(dossier for dossier, _cents in given):
                w.add("convention_dossier", key, dossier)
            first = total * 8 // 10
            w.add("convention_echeance", key, later(signed, 15), "Acompte de 80 %", first, year)
            w.add("convention_echeance", key, day(year + 1, 7, 31), "Solde, au vu du compte rendu", total - first, year)

    def write(self, actions):
        for number, action in enumerate(actions, 1):
            self.dossier(number, action)
        self.conventions()
        for i, (_financeur, dispositif, _share) in enumerate(self.frame.funders):
            self.writer.add("enveloppe", dispositif, self.year, "fonctionnement", f"{FUNDERS[i][0]} {self.year}",
                            self.engaged[i] * 21 // 2000 * 100, key=self.envelopes[i])
        self.writer.flush()


def porteurs(rng, names, writer, many):
    rows = []
    for index in range(1, many):
        name, siret, forme, town = names.porteur(rng, index)
        forme = {"CCAS": "ccas"}.get(forme, forme)
        private = forme == "association"
        key = writer.add("organisme", name.replace("'", "’"), fold(name), forme, siret, town,
                         day(2021 + index % 4, 1 + index % 12, 3) if private else None)
        rows.append((key, private))
    return rows


def make(rng, options):
    names = sys.modules["__main__"]
    first = options.exercice - options.exercices + 1
    for suffix in ("", ".verrou"):
        options.programme.with_name(options.programme.name + suffix).unlink(missing_ok=True)
    subprocess.run([options.cli, "new", options.programme, "--contrat", "CN05911M", "--cadre", "mel_2024", "--exercice", str(first)],
                   check=True, stdout=subprocess.DEVNULL)
    db = sqlite3.connect(f"file:{options.programme}?mode=ro", uri=True)
    loader = subprocess.Popen([options.loader, options.programme], stdin=subprocess.PIPE, encoding="utf-8")
    writer = Writer(db, loader.stdin)
    frame = Frame(db, writer)
    db.close()
    who = porteurs(rng, names, writer, max(2, options.dossiers // 6))
    actions = [Action(rng, names, frame, who, number) for number in range(1, options.dossiers + 1)]
    for year in range(first, options.exercice + 1):
        Exercice(rng, frame, writer, year, options.exercice).write(actions)
    loader.stdin.close()
    if loader.wait() != 0:
        raise SystemExit("load-rows did not write")
