# Wat een voorstel erdoor zou krijgen.

subject-carry = Wat het erdoor krijgt
target-accept = Kan ermee leven
target-support = Steunt
help-analyse = Uitrekenen wat een voorstel erdoor zou krijgen
help-analysis = Wat wordt uitgerekend
help-on-proposal = Het voorstel, met zijn code, zoals A/RES/73/27 of 73/27
help-rule = Hoe wordt besloten
help-costs = Een tabel met de kolommen party, to en cost (en desgewenst from): wat het kost om een partij te bewegen tot accept of support. Wie er niet in staat, is niet te bewegen
carry-adopts = { $proposal } haalt het bij { $rule }, wat degenen van wie niets bekend is ook doen.
carry-fails = { $proposal } haalt het nu niet bij { $rule }. Het goedkoopst te bereiken met { $moves ->
    [one] één stap,
   *[other] { $moves } stappen,
} die samen { $cost } kosten.
carry-open = { $proposal } staat open bij { $rule }: het hangt af van degenen van wie niets bekend is. Het goedkoopst te bereiken met { $moves ->
    [one] één stap,
   *[other] { $moves } stappen,
} die samen { $cost } kosten.
carry-never = { $proposal } is bij { $rule } niet te halen: geen enkele reeks stappen volstaat.
carry-nobody = Niemand in dit dossier beslist mee, dus { $proposal } heeft geen uitkomst.
carry-counts = Voor { $for }, tegen { $against }, onthouding { $abstain }, onbekend { $unknown }.
carry-in-the-way = Voor { $for }, tegen { $against }, onthouding { $abstain }, onbekend { $unknown }. { $missing ->
    [one] Eén partij staat in de weg: niemand mag bezwaar maken en van iedereen moet het standpunt bekend zijn.
   *[other] { $missing } partijen staan in de weg: niemand mag bezwaar maken en van iedereen moet het standpunt bekend zijn.
}
carry-missing = Voor { $for }, tegen { $against }, onthouding { $abstain }, onbekend { $unknown }. { $missing ->
    [one] Er ontbreekt één stem voor, als de onbekenden als tegenstemmers tellen.
   *[other] Er ontbreken { $missing } stemmen voor, als de onbekenden als tegenstemmers tellen.
}
carry-always = Bij elke goedkoopste weg nodig: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more }.
}
carry-ask-first = Het eerst te vragen, van degenen van wie niets bekend is: { $more ->
    [0] { $parties }.
   *[other] { $parties } en nog { $more }.
}
column-party = Partij
column-cost = Kosten
column-other-ways = Andere wegen, hoogstens een tiende duurder
analyse-too-many = { $deciders } partijen beslissen mee. Een exact antwoord wordt gegeven tot { $most }.
costs-no-column = In de kostentabel ontbreekt de kolom { $column }.
costs-unknown-party = Regel { $line }, kolom { $column }: ‘{ $written }’ is niet één partij van dit dossier.
costs-unknown-target = Regel { $line }, kolom { $column }: ‘{ $written }’ is geen stap. Schrijf accept of support.
costs-not-a-cost = Regel { $line }, kolom { $column }: ‘{ $written }’ is geen bedrag. Schrijf een getal, nul of meer.
costs-other-stance = Regel { $line }, kolom { $column }: ‘{ $written }’ is niet het standpunt van deze partij op die dag.
costs-contradicts = Regel { $line }, kolom { $column }: ‘{ $written }’ wijkt af van wat een eerdere regel voor dezelfde stap noemt.
costs-refused = Er is niets uitgerekend. Herstel de kostentabel, of laat die weg om de kosten te laten uitrekenen.
