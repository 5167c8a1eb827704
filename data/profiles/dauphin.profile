# Dauphin / GISPRO, extraction de suivi, pour ce qu'on en connaît.

[profil]
nom=Dauphin (GISPRO)
nom[fr]=Dauphin (GISPRO)
description=Action - Code dossier, Projet - Code dossier, Montant engagé
description[fr]=Action - Code dossier, Projet - Code dossier, Montant engagé
systeme=dauphin
cible=dossier
cle=numero
appel=Dauphin
appel_genre=aap
statut=depose
payeur=État
payeur_categorie=etat
dispositif=etat_p147
dispositif_nom=Programme 147
priorite=40

[reconnaissance]
entetes=Action - Code dossier
minimum=3

[champ numero]
synonymes=action - code dossier

[champ depot.numero]
synonymes=projet - code dossier

[champ porteur.siret]
synonymes=code siret;siret

[champ porteur.nom]
synonymes=nom du tiers;tiers;porteur;nom du porteur;raison sociale;demandeur

[champ intitule]
synonymes=action - intitulé;action - objet;intitulé de l'action;intitulé

[champ statut]
synonymes=statut;action - statut;état
vocabulaire=dauphin

[champ exercice]
synonymes=exercice;exercice budgétaire;année

[champ sollicite]
synonymes=montant demandé;montant sollicité

[champ vote]
synonymes=montant voté;montant accordé

[champ notifie]
synonymes=montant engagé

[champ verse]
synonymes=montant versé;montant payé

# Les autres statuts de Dauphin n'ont pas d'équivalent exact : ils sont gardés tels quels.
[vocabulaire dauphin]
depose=Transmise
en-instruction=Prise en charge
recevable=Recevable
irrecevable=Non recevable
refuse=Rejetée
solde=Cloturée;Clôturée
