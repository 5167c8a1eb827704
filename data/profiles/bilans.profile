# Les comptes rendus, une ligne par dossier du fichier : ce qui a été réalisé, pour qui, et les réponses
# du Cerfa 15059. Un dossier se dit par son numéro, ou par porteur, intitulé et exercice. Rien d’autre n’est créé.

[profil]
nom=Comptes rendus
nom[fr]=Comptes rendus (bilans)
description=One row per dossier: dates, realised amounts by account, beneficiaries, answers
description[fr]=Une ligne par dossier : dates, montants réalisés par compte, bénéficiaires, réponses
systeme=bilans
cible=bilan
cle=numero|porteur.siret|porteur.nom;exercice;intitule
priorite=25

[reconnaissance]
entetes=CRF reçu le|Compte rendu reçu le|Bilan reçu le|Charges réalisées|Total des charges réalisées|Réalisation|Femmes réalisées|Bénéficiaires réalisés
minimum=3

[champ numero]
synonymes=n dossier;n;no;numéro;dossier;numéro de dossier;n de dossier;numéro du dossier

[champ porteur.nom]
synonymes=porteur;organisme;association;nom du porteur;bénéficiaire

[champ porteur.siret]
synonymes=siret;siret du porteur;n siret

[champ intitule]
synonymes=intitulé;action;intitulé de l'action;titre

[champ exercice]
synonymes=exercice;année

[champ bilan.recu_le]
synonymes=crf reçu le;compte rendu reçu le;bilan reçu le;reçu le;date de réception

[champ bilan.valide_le]
synonymes=crf validé le;compte rendu validé le;bilan validé le;validé le;date de validation

[champ bilan.du_le]
synonymes=crf dû le;compte rendu dû le;bilan dû le;dû le;échéance

[champ bilan.realisation]
synonymes=réalisation;réalisation de l'action;action réalisée
vocabulaire=realisations

[champ debut]
synonymes=début réel;commencée le;date de début réelle

[champ fin]
synonymes=fin réelle;terminée le;date de fin réelle

[champ beneficiaires.femmes]
synonymes=femmes;femmes réalisées;bénéficiaires femmes;nombre de femmes;nb femmes

[champ beneficiaires.hommes]
synonymes=hommes;hommes réalisés;bénéficiaires hommes;nombre d'hommes;nb hommes

[champ beneficiaires.non_ventiles]
synonymes=non ventilés;bénéficiaires non ventilés

[champ beneficiaires.total]
synonymes=bénéficiaires;bénéficiaires réalisés;nombre de bénéficiaires;total bénéficiaires

[champ beneficiaires.part_qpv]
synonymes=part qpv;part en qpv;bénéficiaires qpv (%);% qpv

[champ bilan.charges]
synonymes=charges réalisées;total des charges réalisées;total charges;total des charges;coût réalisé;coût total réalisé;dépenses réalisées

[champ bilan.produits]
synonymes=produits réalisés;total des produits réalisés;total produits;total des produits;recettes réalisées

[champ bilan.a_recuperer]
synonymes=à récupérer;montant à récupérer;reversement demandé;à reverser

[champ commentaire]
synonymes=commentaire;remarques

[champ bilan.mise_en_oeuvre]
synonymes=mise en œuvre;mise en oeuvre;description de la mise en œuvre;description de la réalisation

[champ bilan.publics]
synonymes=publics;publics bénéficiaires;description des bénéficiaires

[champ bilan.dates_lieux]
synonymes=dates et lieux;dates et lieux de réalisation

[champ bilan.objectifs]
synonymes=objectifs atteints;objectifs;résultats;atteinte des objectifs

[champ bilan.autres]
synonymes=autres informations

[champ bilan.charges_indirectes]
synonymes=règle de répartition des charges indirectes;répartition des charges indirectes

[champ bilan.ecarts]
synonymes=écarts;explication des écarts;justification des écarts

[champ bilan.volontaires]
synonymes=contributions volontaires;contributions volontaires en nature

[champ bilan.observations]
synonymes=observations

# Les montants réalisés portent leur compte du Cerfa 12156 en tête : « 60 », « 64 réalisé ».
[champ budget]
synonymes=60 *;61 *;62 *;63 *;64 *;65 *;66 *;67 *;68 *;69 *;70 *;73 *;74 *;75 *;76 *;77 *;78 *;79 *;86 *;87 *;charges indirectes;ressources propres

[vocabulaire realisations]
totale=total;oui;réalisée;entièrement réalisée;complète
partielle=partiel;en partie;partiellement réalisée;partiellement
non-realisee=non;non réalisée;pas réalisée;annulée;abandonnée
