//! The headings under which columns are found: as people write them in English and Dutch, and as
//! the data sets of the General Assembly name them. All are folded, with spaces in place of other
//! signs.

pub(super) const PARTY: &[&str] = &[
    "name in english",
    "naam in het engels",
    "parties",
    "state",
    "states",
    "country",
    "countries",
    "country name",
    "countryname",
    "member state",
    "member states",
    "delegation",
    "delegations",
    "member",
    "members",
    "name",
    "actor",
    "stakeholder",
    "who",
    "partij",
    "partijen",
    "staat",
    "staten",
    "land",
    "landen",
    "lidstaat",
    "lidstaten",
    "delegatie",
    "delegaties",
    "lid",
    "leden",
    "naam",
    "name en",
    "english name",
    "wie",
    "speaker",
    "spreker",
    "pays",
];
pub(super) const VOTER: &[&str] = &[
    "countryname",
    "country name",
    "ms name",
    "parties",
    "state",
    "states",
    "country",
    "countries",
    "member state",
    "member states",
    "delegation",
    "ms",
    "ms code",
    "ccode",
    "country code",
    "countrycode",
    "iso3",
    "iso3c",
    "member",
    "partij",
    "staat",
    "land",
    "lidstaat",
    "delegatie",
    "naam",
    "name",
    "voter",
    "pays",
];
pub(super) const MEMBER: &[&str] = &[
    "state",
    "country",
    "country name",
    "member state",
    "member",
    "members",
    "iso3",
    "partij",
    "staat",
    "land",
    "lidstaat",
    "lid",
    "leden",
    "name",
    "naam",
];
pub(super) const CONTACT_PARTY: &[&str] = &[
    "state",
    "country",
    "country name",
    "member state",
    "delegation",
    "organisation",
    "organization",
    "partij",
    "staat",
    "land",
    "lidstaat",
    "delegatie",
    "organisatie",
];
pub(super) const PROPOSAL: &[&str] = &[
    "proposals",
    "measure",
    "measures",
    "cbm",
    "cbms",
    "resolution",
    "text",
    "topic",
    "issue",
    "what",
    "voorstel",
    "voorstellen",
    "maatregel",
    "maatregelen",
    "resolutie",
    "onderwerp",
    "tekst",
    "wat",
];
pub(super) const RESOLUTION: &[&str] = &[
    "resolution",
    "res",
    "unres",
    "symbol",
    "resolution symbol",
    "document",
    "draft",
    "resolutie",
    "voorstel",
    "symbool",
];
pub(super) const STANCE: &[&str] = &[
    "stances",
    "position",
    "positions",
    "opinion",
    "view",
    "how",
    "standpunt",
    "standpunten",
    "positie",
    "houding",
    "opvatting",
    "mening",
    "hoe",
];
pub(super) const VOTE: &[&str] = &[
    "vote",
    "votes",
    "ms vote",
    "ballot",
    "voting",
    "vote cast",
    "stem",
    "stemming",
    "stemgedrag",
    "uitgebrachte stem",
];
pub(super) const NUMBER: &[&str] = &[
    "rcid",
    "undl id",
    "undl",
    "undlid",
    "roll call",
    "rollcall",
    "roll call id",
    "vote id",
    "voteid",
    "vote number",
    "voting record",
    "hoofdelijke stemming",
    "stemming nr",
    "stemmingnr",
    "nr",
];
pub(super) const DATE: &[&str] =
    &["day", "on", "when", "vote date", "date of vote", "datum", "dag", "stemdatum", "wanneer"];
pub(super) const SOURCE: &[&str] =
    &["reference", "evidence", "document", "undl link", "bron", "bronnen", "verwijzing"];
pub(super) const CONFIDENCE: &[&str] =
    &["certainty", "how known", "zekerheid", "betrouwbaarheid", "bekend door"];
pub(super) const MARKING: &[&str] =
    &["tlp", "classification", "markering", "rubricering", "vertrouwelijkheid"];
pub(super) const FORUM: &[&str] = &["venue", "setting", "said where", "waar gezegd"];
// A weight may be that of a state, so only our own word for it is accepted.
pub(super) const SALIENCE: &[&str] = &["gewicht"];
pub(super) const CONDITION: &[&str] =
    &["would move if", "conditions", "moves if", "zou opschuiven als", "voorwaarde", "voorwaarden"];
pub(super) const REASON: &[&str] = &["why it blocks", "reasons", "waarom niet", "reden", "redenen"];
pub(super) const HOLD: &[&str] = &[
    "waits for its capital (hold)",
    "waits for its capital",
    "waits for capital",
    "wacht op de hoofdstad",
];
pub(super) const NOTE: &[&str] = &[
    "aantekeningen",
    "woorden",
    "notes",
    "remark",
    "remarks",
    "comment",
    "comments",
    "explanation",
    "words",
    "statement",
    "opmerking",
    "opmerkingen",
    "toelichting",
    "notitie",
    "aantekening",
    "verklaring",
];
pub(super) const TITLE: &[&str] =
    &["title", "descr", "description", "short", "short title", "subject", "titel", "onderwerp"];
pub(super) const TITLE_NL: &[&str] = &[
    "title in dutch",
    "titel in het nederlands",
    "title nl",
    "dutch title",
    "titel nl",
    "nederlandse titel",
    "titel nederlands",
];
pub(super) const NAME_NL: &[&str] = &[
    "name in dutch",
    "naam in het nederlands",
    "dutch name",
    "dutch",
    "naam nl",
    "nederlandse naam",
    "name dutch",
];
pub(super) const PARTY_CODE: &[&str] = &[
    "iso3",
    "iso 3",
    "iso3c",
    "alpha 3",
    "alpha3",
    "iso",
    "iso code",
    "country code",
    "countrycode",
    "abbreviation",
    "afkorting",
];
pub(super) const ISO2: &[&str] =
    &["two letter code", "tweeletterige code", "iso 2", "iso2c", "alpha 2", "alpha2"];
pub(super) const KIND: &[&str] = &["type", "category", "soort", "categorie"];
pub(super) const DECIDES: &[&str] = &[
    "takes part in decisions",
    "beslist mee",
    "votes",
    "has a vote",
    "voting",
    "decision maker",
    "beslist",
    "stemrecht",
];
pub(super) const REGION: &[&str] = &["regio", "continent", "werelddeel", "m49 region"];
pub(super) const SUBREGION: &[&str] = &["sub region", "subregio", "deelregio", "m49 subregion"];
pub(super) const ALIAS: &[&str] = &[
    "aliases",
    "other name",
    "other names",
    "also known as",
    "aka",
    "andere naam",
    "ook bekend als",
];
pub(super) const PROPOSAL_CODE: &[&str] = &[
    "proposal",
    "symbol",
    "id",
    "no",
    "number",
    "nr",
    "nummer",
    "resolution",
    "voorstel",
    "symbool",
];
pub(super) const PROPOSAL_TITLE: &[&str] = &[
    "title in english",
    "titel in het engels",
    "title",
    "proposals",
    "measure",
    "cbm",
    "subject",
    "titel",
    "maatregel",
    "onderwerp",
    "naam",
    "title en",
];
pub(super) const SUMMARY: &[&str] =
    &["description", "abstract", "what it asks", "samenvatting", "omschrijving", "beschrijving"];
pub(super) const TEXT: &[&str] = &["wording", "full text", "draft text", "tekst", "bewoording"];
pub(super) const STATUS: &[&str] = &["state of play", "stage", "stand", "stand van zaken", "fase"];
pub(super) const MEASURE: &[&str] =
    &["kind of measure", "type", "measure kind", "soort", "soort maatregel"];
pub(super) const BINDINGNESS: &[&str] = &["bindend karakter", "binding", "bindend", "bindendheid"];
pub(super) const SCOPE: &[&str] = &["reach", "reikwijdte", "bereik"];
pub(super) const SPONSOR: &[&str] =
    &["sponsors", "main sponsor", "proposed by", "tabled by", "indiener", "indieners"];
pub(super) const GROUP: &[&str] = &[
    "groups",
    "organisation",
    "organization",
    "bloc",
    "body",
    "treaty",
    "groep",
    "groepering",
    "organisatie",
    "blok",
    "verdrag",
];
pub(super) const SINCE: &[&str] = &[
    "from",
    "joined",
    "start",
    "begin",
    "accession",
    "accession date",
    "date of accession",
    "date joined",
    "member since",
    "sinds",
    "vanaf",
    "toegetreden",
    "toetredingsdatum",
    "datum van toetreding",
    "lid sinds",
];
pub(super) const UNTIL: &[&str] = &["to", "left", "end", "through", "tot", "tot en met", "einde"];
pub(super) const SYMBOL: &[&str] = &["symbol", "document", "reference", "symbool", "kenmerk"];
pub(super) const SOURCE_TITLE: &[&str] = &["title", "source", "titel", "bron"];
pub(super) const ISSUER: &[&str] =
    &["afkomstig van", "author", "issued by", "publisher", "by", "auteur", "uitgever", "afzender"];
pub(super) const LINK: &[&str] =
    &["vindplaats", "url", "address", "web", "website", "koppeling", "adres"];
pub(super) const PERSON: &[&str] = &[
    "name",
    "full name",
    "contact",
    "contact person",
    "point of contact",
    "poc",
    "naam",
    "contactpersoon",
    "aanspreekpunt",
    "last name",
    "surname",
    "family name",
    "achternaam",
];
pub(super) const FIRST_NAME: &[&str] = &[
    "given name",
    "given names",
    "first names",
    "forename",
    "voornaam",
    "voornamen",
    "voorletters",
];
pub(super) const INFIX: &[&str] = &["tussenvoegsel", "tussenvoegsels", "voorvoegsel"];
pub(super) const FUNCTION: &[&str] =
    &["title", "role", "position", "job title", "post", "functie", "titel", "rol"];
pub(super) const EMAIL: &[&str] =
    &["e mail", "mail", "email address", "e mail address", "mailadres", "e mailadres"];
pub(super) const PHONE: &[&str] =
    &["telephone", "tel", "mobile", "phone number", "telefoon", "mobiel", "telefoonnummer"];
pub(super) const ORGANISATION: &[&str] = &[
    "organization",
    "ministry",
    "department",
    "agency",
    "institution",
    "office",
    "unit",
    "organisatie",
    "ministerie",
    "departement",
    "directie",
    "afdeling",
    "dienst",
    "instelling",
];
pub(super) const LANGUAGE: &[&str] =
    &["languages", "spoken languages", "taal", "talen", "voertaal", "spreekt"];
pub(super) const ECONOMIC: &[&str] =
    &["economy", "economic interests", "economie", "economisch", "economische belangen"];
pub(super) const SOCIAL: &[&str] =
    &["society", "social interests", "maatschappelijk", "maatschappelijke belangen", "sociaal"];
pub(super) const SECURITY: &[&str] = &["security interests", "veiligheid", "veiligheidsbelangen"];
pub(super) const DEVELOPMENT: &[&str] =
    &["development interests", "ontwikkeling", "ontwikkelingsbelangen"];
pub(super) const TAGS: &[&str] = &["labels", "keywords", "trefwoorden"];
pub(super) const OFFER: &[&str] = &["offers", "can offer", "aanbod", "wat wij bieden"];
pub(super) const ARGUMENT: &[&str] = &["arguments", "argument for them", "argumenten"];
pub(super) const STEP: &[&str] =
    &["next step", "action", "to do", "todo", "volgende stap", "actie", "stap", "te doen"];
pub(super) const OWNER: &[&str] =
    &["responsible", "who", "by whom", "verantwoordelijke", "actiehouder", "door wie", "wie"];
pub(super) const DUE: &[&str] = &["deadline", "by", "due date", "uiterlijk", "voor", "vervaldatum"];
// A proposal that an obstacle hinders: a text, a measure or a topic may be what is done about it.
pub(super) const HINDERED: &[&str] =
    &["proposals", "cbm", "cbms", "resolution", "voorstel", "voorstellen", "resolutie"];
pub(super) const OBSTACLE: &[&str] =
    &["obstacles", "barrier", "hindernis", "hindernissen", "belemmering", "obstakel"];
pub(super) const SEVERITY: &[&str] = &["severities", "how severe", "ernst", "zwaarte"];
pub(super) const RATIONALE: &[&str] = &[
    "why",
    "reason",
    "reasons",
    "explanation",
    "note",
    "notes",
    "remarks",
    "comment",
    "toelichting",
    "waarom",
    "reden",
    "redenen",
    "opmerking",
    "opmerkingen",
];
pub(super) const REMEDY: &[&str] =
    &["remedy", "remedies", "title", "remedie", "titel", "name", "naam", "what", "wat"];
pub(super) const REMEDY_TEXT: &[&str] = &[
    "description",
    "what is to be done",
    "wording",
    "tekst",
    "omschrijving",
    "beschrijving",
    "wat te doen",
];
pub(super) const AFTER: &[&str] = &[
    "severity afterwards",
    "severity after",
    "expected severity",
    "ernst daarna",
    "verwachte ernst",
];
pub(super) const PRECEDENT: &[&str] = &["builds on", "precedents", "bouwt voort op", "precedenten"];
