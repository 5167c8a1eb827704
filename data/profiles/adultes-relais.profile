# Postes d'adultes-relais (ANCT, programme 147, données ouvertes).

[profil]
nom=Adultes-relais posts (ANCT)
nom[fr]=Postes d’adultes-relais (ANCT)
description=Open data of the programme 147: id_poste, code_tiers, code_cv
description[fr]=Données ouvertes du programme 147 : id_poste, code_tiers, code_cv
systeme=anct
cible=dossier
cle=reference;exercice;territoire;porteur.siret|porteur.nom
appel=Adultes-relais
appel_genre=autre
statut=notifie
montant=vote;notifie
payeur=État
payeur_categorie=etat
dispositif=etat_adultes_relais
dispositif_nom=Adultes-relais
intitule=Poste d'adulte-relais %s
priorite=40

[reconnaissance]
entetes=id_poste;code_tiers;code_cv
minimum=5

[champ reference]
synonymes=id_poste

[champ porteur.siret]
synonymes=code_tiers

[champ porteur.nom]
synonymes=raison_sociale

[champ exercice]
synonymes=annee

[champ montant]
synonymes=montant

[champ territoire]
synonymes=code_cv

[ignores]
se déduit du code du contrat=insee_dep;insee_reg
