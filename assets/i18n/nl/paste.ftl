paste-large = Er zijn { $count } regels geplakt.
paste-other = Iets anders plakken
paste-left = { $count ->
    [one] Er is nog één antwoord nodig.
   *[other] Er zijn nog { $count } antwoorden nodig.
}
paste-unclosed = Op regel { $line } begint een aanhalingsteken dat nergens wordt gesloten, zodat de regels erna niet te onderscheiden zijn. Er is niets gemaakt. Sluit het of haal het weg, en plak opnieuw.
paste-too-large = De tabel heeft { $cells } cellen; er passen er { $most } in één dossier. Er is niets gemaakt. Plak minder kolommen of rijen tegelijk.
paste-bare-found = Geen enkele regel lijkt de voorstellen te noemen: op regel { $line } staan al gegevens.
paste-bare = Geen kopregel: elke regel wordt gelezen.
paste-is-header = Regel { $line } is de kopregel
paste-header = De kopregel is regel { $line }.
paste-column-name = Voorstel in kolom { $letters }
paste-other-layout = Dit lijken geen partijen in de eerste kolom met voorstellen in de eerste rij. Het kan zijn: { $layout }. De import kan dat lezen en toont wat elke kolom wordt voordat er iets wordt toegevoegd.
paste-becomes = Wat het wordt
paste-import = Dossier maken en importeren…
paste-is-matrix = Als matrix lezen
paste-above = { $first ->
    [one] { $last ->
        [one] Regel 1 staat boven de kop van de tabel en wordt weggelaten.
       *[other] De regels 1 tot en met { $last } staan boven de kop van de tabel en worden weggelaten.
    }
   *[other] De regels { $first } tot en met { $last } staan boven de kop van de tabel en worden weggelaten.
}
paste-silent = { $count ->
    [one] Eén cel zegt dat er geen standpunt is ingenomen (X, afwezig).
   *[other] { $count } cellen zeggen dat er geen standpunt is ingenomen (X, afwezig).
}
paste-outside = { $count ->
    [one] Eén standpunt valt buiten de matrix en is weggelaten.
   *[other] { $count } standpunten vallen buiten de matrix en zijn weggelaten.
}
paste-doubled = De kop ‘{ $name }’ komt meer dan één keer voor; elk ervan wordt een afzonderlijk voorstel.
paste-not-a-stance = geen standpunt
paste-dash = een streepje: niets ingevuld, of een verlengd minteken?
paste-no-proposal = geen voorstel erboven
paste-no-party = geen partij ervoor
paste-accept = Deze cellen weglaten
paste-who = { $count ->
    [one] Eén naam is niet zeker
   *[other] { $count } namen zijn niet zeker
}
paste-who-about = Geef van elk aan wat het is. Alleen partijen die meebeslissen, tellen mee voor de uitkomst.
paste-choose = Kies…
paste-choose-other = Iets anders…
paste-is-state = De staat { $name }
paste-is-group = De groep { $name }, voor haar leden
paste-is-own = Een afzonderlijke partij: { $kind }
paste-leave-out = Geen partij: weglaten
paste-decides = Beslist mee
paste-more = { $count ->
    [one] Nog één naam volgt zodra deze zijn beantwoord.
   *[other] Nog { $count } namen volgen naarmate deze worden beantwoord.
}
paste-rest = Alle { $count } die openstaan, zijn…
paste-lines = { $count ->
    [one] regel { $places }
   *[other] regels { $places }
}
paste-columns = { $count ->
    [one] kolom { $places }
   *[other] kolommen { $places }
}
paste-clashes = { $count ->
    [one] Eén partij komt meer dan één keer voor en spreekt zichzelf tegen
   *[other] { $count } partijen komen meer dan één keer voor en spreken zichzelf tegen
}
paste-says = { $place } zegt { $stance }
paste-holds-row = Wat in { $place } staat
paste-neither = Geen van deze: onbekend
