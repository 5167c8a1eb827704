# démarches-simplifiées : export standard (CSV : 31 colonnes Établissement / Entreprise / Association) ou
# classeur (feuilles Dossiers, Etablissements, Avis et blocs répétés reliés par Dossier ID).

[profil]
nom=démarches-simplifiées
nom[fr]=démarches-simplifiées
description=ID or N° dossier, État du dossier, Déposé le; several sheets
description[fr]=ID ou N° dossier, État du dossier, Déposé le ; plusieurs feuilles
systeme=ds
cible=dossier
cle=numero
appel=démarches-simplifiées
appel_genre=aap
statut=depose
montant=sollicite
montants_par_entete=true
# Un tableau est celui d'une année, même quand une action commence en décembre.
exercice_unique=true
# Un nombre vide y est écrit 0.
zero_douteux=true
priorite=40

[reconnaissance]
entetes=ID|N° dossier|Numéro de dossier;État du dossier|Etat du dossier;Déposé le|Date de dépôt
minimum=4
feuille=Dossiers

[champ lien]
synonymes=dossier id

[champ numero]
synonymes=id;n dossier;numéro de dossier

[champ statut]
synonymes=état du dossier
vocabulaire=ds

[champ statut_motif]
synonymes=motivation de la décision

[champ depose_le]
synonymes=déposé le;date de dépôt

[champ porteur.siret]
synonymes=établissement siret;siret;siret du porteur

[champ porteur.nom]
synonymes=entreprise raison sociale;association titre;raison sociale;nom de la structure;nom du porteur;porteur;nom de l'association

[champ porteur.sigle]
synonymes=entreprise nom commercial;sigle

[champ porteur.rna]
synonymes=association rna;rna

[champ porteur.adresse]
synonymes=établissement adresse;adresse

[champ porteur.code_postal]
synonymes=établissement code postal;code postal

[champ porteur.insee]
synonymes=établissement code insee localité;code insee localité

[champ porteur.commune]
synonymes=établissement localité;localité

[champ intitule]
synonymes=intitulé;intitulé du projet;intitulé de l'action;titre du projet;nom du projet;nom de l'action

[champ resume]
synonymes=résumé;résumé du projet;description;description du projet;description de l'action

[champ communes]
synonymes=commune;communes;communes concernées;commune concernée;commune de l'action

[champ quartiers]
synonymes=quartier;quartiers;quartiers concernés;qpv;quartier prioritaire;quartiers prioritaires

[champ axe]
synonymes=axe;thématique;thématique principale;pilier;enjeu

[champ objectif]
synonymes=objectif;objectifs;objectif principal

[champ nature]
synonymes=nouvelle action ou reconduction;nouvelle ou reconduction;nature de la demande
vocabulaire=natures

[champ debut]
synonymes=date de début;début;date de début de l'action

[champ fin]
synonymes=date de fin;fin;date de fin de l'action

[champ cout_total]
synonymes=budget total;coût total;coût total du projet;coût total de l'action;budget prévisionnel

[champ beneficiaires.femmes]
synonymes=nombre de femmes;bénéficiaires femmes

[champ beneficiaires.hommes]
synonymes=nombre d'hommes;bénéficiaires hommes

[champ beneficiaires.total]
synonymes=nombre de bénéficiaires;nombre de participants

[champ payeur.nom]
synonymes=financeur;nom du financeur;cofinanceur

[champ montant]
synonymes=montant;montant demandé;montant sollicité;montant de la subvention demandée;subvention demandée

[champ avis.service]
synonymes=expert

[champ avis.question]
synonymes=introduction

[champ avis.reponse]
synonymes=réponse

[champ avis.oui_non]
synonymes=réponse oui non
vocabulaire=avis

[champ avis.demande_le]
synonymes=créé le

[champ avis.repondu_le]
synonymes=répondu le

[vocabulaire ds]
depose=En construction;en_construction
en-instruction=En instruction;en_instruction
programme=Accepté;accepte
refuse=Refusé;refuse
abandonne=Classé sans suite;sans_suite

[ignores]
personne physique, jamais conservée=email;adresse électronique;civilité;nom;prénom;instructeurs;instructeur;courriel
