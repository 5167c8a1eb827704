# Postes FONJEP (ANCT, programme 147, données ouvertes). Sans SIRET.

[profil]
nom=FONJEP posts (ANCT)
nom[fr]=Postes FONJEP (ANCT)
description=Open data of the programme 147: id_poste, raison_sociale, code_cv, no SIRET
description[fr]=Données ouvertes du programme 147 : id_poste, raison_sociale, code_cv, sans SIRET
systeme=anct
cible=dossier
cle=reference;exercice;territoire;porteur.nom
appel=FONJEP
appel_genre=autre
statut=notifie
montant=vote;notifie
payeur=État
payeur_categorie=etat
dispositif=etat_fonjep
dispositif_nom=Postes FONJEP
intitule=Poste FONJEP %s
priorite=35

[reconnaissance]
entetes=id_poste;raison_sociale;code_cv
minimum=4

[champ reference]
synonymes=id_poste

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
