# Les crédits ouverts : une enveloppe par ligne.

[profil]
nom=Envelopes
nom[fr]=Enveloppes
description=Financeur, Dispositif, Exercice, Section, Commune, Plafond d’aide publique, Montant, Libellé, Règles de limite
description[fr]=Financeur, Dispositif, Exercice, Section, Commune, Plafond d’aide publique, Montant, Libellé, Règles de limite
systeme=enveloppes
cible=enveloppe
cle=payeur.nom;dispositif;exercice;section;communes;libelle
priorite=20

[reconnaissance]
entetes=Financeur;Exercice;Montant;Dispositif|Libellé
minimum=4

[champ payeur.nom]
synonymes=financeur

[champ dispositif]
synonymes=dispositif

[champ exercice]
synonymes=exercice;année

[champ section]
synonymes=section
vocabulaire=sections

[champ communes]
synonymes=commune

[champ plafond]
synonymes=plafond d'aide publique;plafond;taux maximum d'aide publique

[champ montant]
synonymes=montant

[champ regles]
synonymes=règles de limite;limites;règles

[champ libelle]
synonymes=libellé
