# The help pages, one a screen, and the guided tour.

help-page-matrix =
    Dit scherm laat zien wie waar staat. Elke rij is een partij, elke kolom een voorstel. Teken en kleur van een cel geven het standpunt; gearceerd betekent dat een groep voor de partij spreekt.

    U beweegt met de pijltoetsen. Met + 0 - ~ of 1 tot en met 6 legt u een standpunt vast; tweemaal + of - is sterker, ? maakt het weer onbekend. Enter opent rechts de onderbouwing, een letter zoekt een partij en met Esc komen de andere terug. Met Shift en Ctrl selecteert u meer cellen, of aan de koppen meer partijen of voorstellen; de balk onderaan werkt voor alles wat is geselecteerd. Een tabel die u hier plakt, wordt aan de hand van de koppen ingepast en eerst getoond.

    De kop van een kolom geeft de uitkomst volgens de gekozen beslisregel; daarvoor tellen alleen partijen die meebeslissen. Versleep de kop om de kolom te verplaatsen, of druk op Alt met een pijltoets als hij is geselecteerd; met de rechtermuisknop verbergt u de kolom. Bij een kamp staat welk deel met het voorstel kan leven.

    Met Filter beperkt u de matrix, tot meer waarden tegelijk of tot alles behalve die; onder Weergaven bewaart u filters en volgorde met een naam.

    Een vraagteken is geen nul: 0 betekent ‘kan ermee leven’. Wat onbekend is, telt nooit als standpunt mee.

help-page-proposals =
    Voorstellen zijn de maatregelen die op tafel liggen. Klik op een voorstel om rechts te zien hoe het ervoor staat, met tekst, indieners, hindernissen en uw eigen inzet. F4 of dubbelklikken toont het op volle breedte, met ruimte voor een lange tekst; met Esc gaat u terug.

    Ctrl+Shift+N voegt een voorstel toe, Ctrl+F zoekt in de lijst en Ctrl+Delete verwijdert na een vraag wat is geselecteerd. Omstreden begrippen in de tekst zijn onderstreept. Een waarschuwingsteken bij de code betekent dat uw eigen inzet aandacht vraagt.

    De balk telt de standpunten van alle partijen; houd de aanwijzer erboven voor de aantallen. De laatste kolom is altijd de uitkomst bij consensus, welke regel in de matrix ook geldt.

    De status vult u zelf in; die volgt niet uit de uitkomst. Een voorstel kan na stemming zijn aangenomen en toch bij consensus stranden.

help-page-parties =
    Partijen zijn de staten, organisaties en anderen die een standpunt innemen. Klik op een partij om rechts kamp, groepen, standpunten en relaties met andere partijen te zien.

    Ctrl+Shift+N voegt een partij toe. Ctrl+F zoekt op naam, code of regio. Klik op de kop van een kolom om daarop te sorteren, en nog eens om de volgorde om te keren; met Shift erbij wordt het de tweede volgorde. Een kop versleept u om de kolom te verplaatsen, de rand ervan om haar breder te maken; de rechtermuisknop of Alt+pijl omlaag verbergt haar. Selecteer er meer met Shift, Ctrl of Ctrl+A: met de balk onderaan voegt u ze in één stap aan een groep toe, of wijzigt, markeert, kopieert of verwijdert u ze.

    De index is het gemiddelde van de geregistreerde stemmen van een partij: 1 met de multistakeholderkant, −1 ertegen, 0 bij onthouding. Een potlood staat bij een kamp dat u zelf hebt bepaald.

    Uw eigen oordeel over een kamp wordt alleen met een reden opgeslagen. Partijen die niet meebeslissen, staan wel in de matrix, maar tellen niet mee voor de uitkomst.

help-page-groups =
    Een groep brengt partijen bijeen, zoals een unie, een forum of de partijen bij een verdrag. Wat de groep over een voorstel zegt, telt voor elk lid dat zich niet zelf heeft uitgesproken.

    Klik op een groep en kies rechts ‘Standpunt van de groep vastleggen…’. Daar voegt u ook leden toe en vult u de data van hun lidmaatschap in. Ctrl+Shift+N voegt een groep toe.

    Het getal in de lijst telt de leden op de getoonde dag, voor zover zij als partij in dit dossier staan.

    Spreken de groepen van een partij elkaar tegen, dan staan in haar cel ? en ≠ en telt haar standpunt als onbekend. Het eigen standpunt van een partij gaat altijd voor, ook als dat ‘onbekend’ is.

help-page-obstacles =
    Dit scherm laat zien hoezeer de acht hindernissen elk voorstel belemmeren. Ze komen uit een artikel in de Militaire Spectator (11-2020); de schaal niet.

    U beweegt met de pijltoetsen en kiest 0 tot en met 4: bij 0 is er geen belemmering, 4 blokkeert. Met ? is de hindernis weer niet beoordeeld. Enter brengt u rechts naar de toelichting, met de vragen en de remedies.

    Het cijfer is uw eigen, gedateerde beoordeling. Een pijl vergelijkt het met de dag die u erboven kiest, of met een jaar eerder als u niets kiest. De dunne balk is wat er naar verwachting na remedies overblijft.

    Niet beoordeeld is geen 0. Een beoordeling van een latere dag komt naast de eerdere; een beoordeling van dezelfde dag wijzigt die.

help-page-remedies =
    Deze lijst laat zien wat er aan de hindernissen wordt gedaan, door wie en voor wanneer. De vroegste datum staat bovenaan; een waarschuwingsteken betekent dat de termijn is verstreken.

    Een remedie voegt u toe bij de hindernis: selecteer een cel op het scherm Hindernissen en kies rechts ‘Remedie toevoegen’ of ‘Uit de bibliotheek…’. Hier klikt u op een remedie om die te wijzigen en zoekt u met Ctrl+F. ‘Ook afgeronde en vervallen remedies’ toont wat is afgesloten.

    ‘Ernst daarna’ is uw eigen schatting. Zijn er meer remedies, dan telt die waarvan het meest wordt verwacht; effecten worden niet opgeteld, en vervallen remedies tellen niet mee.

    Een afgeronde remedie verlaagt de ernst niet. Beoordeel daarvoor de hindernis opnieuw.

help-page-engagement =
    Dit zijn de partijen in het kamp van de swing states: waar zij staan, wat de volgende stap is en wanneer het laatste contact was.

    Klik op een partij om rechts stappen met een actiehouder en een datum vast te leggen, contactpersonen, haar belangen, en wat u kunt bieden. Ctrl+F zoekt op naam, trefwoord, contactpersoon, volgende stap en actiehouder. Contactpersonen worden in de zaal nooit getoond; wie geen markering van u krijgt, is AMBER, of zo streng als het dossier.

    De index komt uit geregistreerde stemmingen. De volgende stap is de open stap die het eerst moet gebeuren; het getal erachter telt de andere open stappen. Het laatste contact is de laatste dag waarop een stap werd afgerond.

    Een stap blijft open tot u ‘Afgerond op’ invult. De lijst volgt de kampen: een partij die u in een ander kamp plaatst, verdwijnt uit de lijst en houdt haar stappen.

help-page-calendar =
    De kalender brengt alles bijeen wat een datum heeft: bijeenkomsten, uiterste data, stilteprocedures, instructies die nog moeten worden geaccordeerd, remedies en stappen met partijen.

    Ctrl+Shift+N voegt een bijeenkomst toe. Rechts kiest u of het een uiterste datum of een stilteprocedure is en zet u voorstellen op de agenda. Een klik op een andere rij opent waar die bij hoort.

    De overige data komen uit uw eigen inzet, remedies en stappen, en wijzigt u daar. Waarvan de termijn is verstreken, blijft staan met een waarschuwingsteken; ‘Ook wat voorbij is’ toont de rest.

    Een stilteprocedure die is afgelopen, wacht tot u de uitkomst invult; er wordt niet aangenomen dat de stilte niet is doorbroken. Vul de tijdzone in: zonder tijdzone geldt de tijd als UTC.

help-page-roll-calls =
    Hier staan geregistreerde stemmingen. De kampen worden daaruit berekend, en uit niets anders.

    Ctrl+Shift+N voegt een geregistreerde stemming toe. Rechts vult u in welke kant een stem vóór steunt en hoe elke partij stemde. Een stemming zonder kant telt niet mee.

    De drie getallen zijn voor, tegen en onthouding. Een stem met de multistakeholderkant is 1, ertegen −1, een onthouding 0; de kampindex is het gemiddelde van de uitgebrachte stemmen. Boven 0,5 is multistakeholder, onder −0,5 staatsgeoriënteerd, daartussen swing states, en met minder dan vijf stemmen is een partij niet ingedeeld. Met ‘Over dit dossier’ wijzigt u deze grenzen.

    De sjablonen gaan uit van twaalf stemmingen in de Algemene Vergadering van de VN van 2018 tot en met 2023: 53 partijen zijn multistakeholder, 121 swing state, 14 staatsgeoriënteerd en 5 niet ingedeeld. Hoe Turkije over 78/16 en 78/237 stemde, is in de bron verloren gegaan: dat staat er als onbekend, niet als afwezig, en telt niet mee.

    Hoe goed meet dit? De index van de negen stemmingen tot en met 77/37 komt overeen met de ideaalpunten van de 74e zitting die Bailey, Strezhnev en Voeten uit alle stemmingen schatten: Pearson 0,867 en Spearman 0,812, voor 183 staten. Met twaalf stemmingen wordt Burundi staatsgeoriënteerd, de Centraal-Afrikaanse Republiek een swing state en Liberia multistakeholder; Kameroen, de Comoren, Congo en Zuid-Sudan hebben nu genoeg stemmen en zijn swing states.

    Een stemming legt geen standpunt vast, en een standpunt verandert geen kamp. Een stem die u toevoegt, begint als onthouding.

screen-pairs = Concurrerende teksten
hint-pairs = Klik op een getal om te zien welke partijen het zijn
pairs-about = Twee teksten over hetzelfde onderwerp, en hoe de stemmen daarover zijn verdeeld. Veel staten stemmen voor beide.
pairs-empty = Er zijn nog geen concurrerende voorstellen. Selecteer een voorstel en kies rechts ‘Concurrerende tekst toevoegen’.
pairs-more = en nog { $count }

help-page-pairs =
    Dit scherm toont telkens twee teksten over hetzelfde onderwerp, zoals de resoluties van 2018 over normen en over een werkgroep, en hoe de partijen die beslissen daarover verdeeld zijn: in totaal en per kamp.

    Vóór is wie voortrekker van een tekst is of die steunt. Onder ‘Onbekend’ vallen partijen van wie een van beide standpunten ontbreekt; die tellen in de andere getallen niet mee. Een staat die voor beide is, wil dat er iets wordt geregeld en laat in het midden door wie: daar valt voor beide kampen nog iets te winnen.

    Klik op een getal om te zien welke partijen het zijn, en op een partij om te zien wat zij heeft gezegd. Klik op de code van een tekst om die te openen; daar kunt u rechts ook een concurrerende tekst toevoegen of verwijderen.

help-page-sources =
    Bronnen zijn de stukken en gesprekken waarop vermeldingen berusten. Klik op een bron om die te wijzigen en om rechts te zien wat erop berust.

    Ctrl+Shift+N voegt een bron toe en Ctrl+F zoekt. ‘Vermeldingen zonder bron’ toont in plaats daarvan de standpunten waarbij geen bron staat; klik er een aan en kies rechts de bron.

    Het getal erachter telt vermeldingen van partijen en groepen van alle dagen. Gecorrigeerde vermeldingen, en vermeldingen die onbekend zeggen, tellen niet mee.

    Een standpunt dat u met één toets vastlegt, heeft geen bron, tenzij het er een van dezelfde dag corrigeert. Verwijdert u een bron, dan blijft staan wat erop berustte, zonder bron.

    U kunt een tabel met elke indeling importeren: via Bestand › Tabel importeren…, door het bestand naar het venster te slepen, of vanaf het klembord. Links staat de tabel zoals die is, rechts wat ervan wordt gemaakt. Klik op een regel als de kop daar staat, of geef aan dat er geen kopregel is; met de knop boven een kolom geeft u aan wat erin staat. Eerst komen de vragen, met het waarschijnlijke antwoord onder Enter; er wordt niets geïmporteerd voordat u dat zegt. Met Ctrl+Z maakt u alles in één keer ongedaan.

help-page-library =
    De bibliotheek bevat de feiten waarmee u kunt beginnen: maatregelen en normen, resoluties, initiatieven, de acht hindernissen, eerder toegepaste remedies, omstreden begrippen en staten.

    Kies bovenaan een onderwerp; Ctrl+F zoekt daarin. De feiten zijn niet te wijzigen. Onder ‘Omstreden begrippen’ voegt u met Ctrl+Shift+N begrippen van dit dossier toe; ook daarnaar wordt dan gezocht in de tekst van voorstellen.

    Onder een feit staan de bron en de betrouwbaarheid; alleen de lijst van staten heeft die niet. De drie getallen bij een resolutie zijn voor, tegen en onthouding.

    Maatregelen zijn in eigen woorden weergegeven. Lees het document voordat u eruit citeert.

help-page-comments =
    Deze lijst toont de openstaande opmerkingen bij alles in het dossier, de nieuwste eerst.

    Om een opmerking te schrijven selecteert u waar die over gaat en kiest u ‘Opmerkingen hierbij’, rechts onderaan. Een klik in deze lijst brengt u daarheen. Ctrl+F zoekt; ‘Ook afgehandelde opmerkingen’ toont ook de gesloten opmerkingen.

    Het getal telt opmerkingen zonder de reacties erop. Een nieuwe opmerking is ten minste zo streng gemarkeerd als datgene waar die over gaat.

    Een opmerking verandert niets aan waar die over gaat. Een reactie sluit een opmerking niet; ‘Afhandelen’ wel. Bij een standpunt hoort een opmerking bij één vermelding; een nieuwere begint dus zonder opmerkingen.

help-page-markings =
    Een markering zegt hoe ruim iets mag worden verspreid: TLP:CLEAR mag openbaar worden, TLP:RED is alleen voor wie het persoonlijk kreeg. Deze lijst toont de markering van alles wat er een kan hebben.

    Filter op soort, op markering of met Ctrl+F op woorden. Daarna markeert ‘De … getoonde markeren’ alles in één stap. U ziet eerst hoeveel gegevens minder vertrouwelijk worden, en Ctrl+Z maakt het ongedaan.

    Wat geen eigen markering heeft, heeft die van het dossier; die stelt u in bij ‘Over dit dossier’.

    In de zaal helpt dat niet: wat geen eigen markering heeft, is daar niet te zien, ook niet als het dossier zelf TLP:CLEAR is.

    Ctrl+E schrijft een pagina naar een bestand, tot en met een markering die u kiest. Ctrl+P opent de pagina van het scherm als PDF, in het programma dat deze computer daarvoor heeft, om af te drukken. Die PDF heeft geen wachtwoordzin: het bestand staat in een map die alleen u kunt lezen en wordt verwijderd zodra het dossier wordt gesloten of vergrendeld, en anders bij de volgende start. Het programma dat de PDF toont, kan zelf een kopie bewaren of de naam onthouden.

help-page-room =
    De zaal is een tweede venster, voor het zaalscherm. F5 vraagt tot en met welke markering het mag tonen en opent het; Shift+F5 sluit het. De afbeelding toont het zaalscherm.

    Op de afbeelding bladert u met Page Down en Page Up; B maakt leeg, F bevriest, T start of stopt de timer en S kiest de spreker. Op een leeg zaalscherm staat alleen de resterende tijd, groot. Een teken of cijfer legt een standpunt vast; neem 1 of 5 voor het sterkste, want tweemaal hetzelfde teken versterkt hier niet. C laat namen weg: dan worden standpunten alleen geteld, en krijgt het dossier één telling zodra u de dia verlaat, zonder volgorde of tijd.

    Een tekst staat er alinea voor alinea: wat er sinds de vorige versie is gewijzigd, hoe hij luidt, of allebei, met genummerde amendementen, zodat de zaal het over ‘2’ kan hebben. Wie om haken vraagt, staat er alleen bij als u daarvoor kiest. Andere woorden typt u onder de afbeelding: die staan meteen op het zaalscherm als voorstel van de voorzitter, en in de tekst zodra u ze overneemt.

    Totalen tellen alleen wat mag worden getoond en kunnen afwijken van de matrix.

    Wat niet gemarkeerd, in vertrouwen verteld of afgeleid is, komt niet op het zaalscherm, net als uw eigen inzet, tenzij u het bij naam vrijgeeft.

    Over wat door ongedaan maken, samenvoegen, importeren of een lagere markering op het zaalscherm zou komen, wordt eerst een vraag gesteld. Tot u antwoordt, is het zaalscherm leeg.

help-page-history =
    Elke wijziging staat hier als stap, met de auteur en het tijdstip. Ctrl+Z maakt de laatste stap ongedaan en Ctrl+Y doet die opnieuw, ook op een latere dag.

    Een klik op een stap toont het dossier zoals het vlak daarna was; met ‘Terug naar nu’ keert u terug, en ‘Dit terughalen’ maakt het hele dossier weer zo, in één stap die ongedaan te maken is. Voor stappen die met een commentaarversie meekwamen, kan dat niet.

    ‘Wat is er veranderd?’ laat zien wie van standpunt veranderde sinds een dag of sinds de vorige bijeenkomst; kiest u niets, dan sinds een jaar. Dat staat per voorstel, per partij of per dag; in een tekst zijn nieuwe woorden onderstreept en geschrapte doorgehaald. Dichter bij het standpunt van uw eigen delegatie heet onze kant op; heeft zij geen standpunt, dan telt de afstand tot aanvaarding. Wat eerst onbekend was, is niet opgeschoven. Standpunten en hindernissen staan daar onder de datum van de vermelding, niet onder de dag van het typen.

    Terugkijken maakt niets ongedaan. Wilt u één veld van een voorstel terugzetten, selecteer dan het voorstel en kies rechts onderaan ‘Wijzigingen’.

tour-1-title = De matrix als geheel
tour-1 = Elke rij is een partij en elke kolom een voorstel; het teken en de kleur van een cel geven het standpunt, van ++ voortrekker tot −− maakt bezwaar. Wat onbekend is, krijgt een vraagteken en telt nooit als nul.
tour-2-title = De kop van een kolom
tour-2 = De balk laat zien hoeveel partijen waar staan. Daaronder staat of het voorstel slaagt, strandt of open is bij consensus (C), twee derde (⅔) en gewone meerderheid (½); open betekent dat wat onbekend is de doorslag nog kan geven.
tour-3-title = De drie kampen
tour-3 = Kampen worden berekend uit geregistreerde stemmingen, nooit uit standpunten. U mag van het kamp van een partij afwijken als u een reden geeft; er staat dan een potlood bij, en de partij toont beide oordelen.
tour-4-title = Een standpunt vastleggen
tour-4 = Selecteer een cel en druk op + 0 - of een cijfer van 1 tot en met 6; het is meteen opgeslagen. Elke stap is met Ctrl+Z ongedaan te maken, ook morgen nog.
tour-5-title = De onderbouwing
tour-5 = Het detailpaneel rechts toont de onderbouwing: de woorden, de bron, hoe zeker het is en onder welke voorwaarde de partij zou opschuiven. Elk standpunt is een gedateerde vermelding; een nieuwe komt erbij en niets wordt overschreven.
tour-6-title = Voorstellen en eigen inzet
tour-6 = Klik op de kop van een kolom voor het voorstel met samenvatting, tekst en indieners. Uw eigen inzet daarbij, met doel, rode lijn en instructie, is RED gemarkeerd tenzij u anders kiest.
tour-7-title = Acht hindernissen en hun remedies
tour-7 = Op het scherm Hindernissen beoordeelt u hoezeer elk van de acht een voorstel belemmert, van 0 tot en met 4, of ? voor niet beoordeeld. Een remedie zegt wat eraan wordt gedaan, door wie, voor wanneer en wat er overblijft.
tour-text-title = Wat er van onze formulering geworden is
tour-text = Het scherm Tekst bewaart de versies van een tekst, met de haken en wie erom vraagt. Na elke versie staat er wat er van uw eigen formuleringen geworden is en wie u opnieuw moet vragen. Het voorbeeld ‘Mondiaal mechanisme van de VN’ bevat een verzonnen tekst om mee te oefenen, in drie versies: van drie formuleringen is er één overgenomen en één afgezwakt, en één rode lijn is overschreden.
tour-8-title = De zaal, en verder
tour-8 = F5 opent een venster voor het zaalscherm, dat alleen toont wat tot en met de hoogste toegestane markering is gemarkeerd of wat u bij naam vrijgeeft. Daarna helpen F1, met uitleg bij elk scherm, en Ctrl+K, met alle opdrachten.
