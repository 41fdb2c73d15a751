"""What phrases mean, sentence by sentence; all sentences are written for these tests."""

from datetime import date

import pytest

from tacitus.grounding.parties import Registry, ground_parties
from tacitus.model import Party, Report, Span


def grounded(text: str, *phrases: str, published: date | None = None) -> list[tuple[Party, ...]]:
    """The parties of phrases, "they#2" for the second occurrence."""
    spans = []
    for phrase in phrases:
        words, _, nth = phrase.partition("#")
        at = -1
        for _ in range(int(nth or 1)):
            at = text.index(words, at + 1)
        spans.append(Span.of(text, at, at + len(words)))
    return list(ground_parties(Report.of(text, published=published), spans, registry=Registry.load()))


CASES = [
    # registry
    ("Hamas fired rockets at Israel.", "Hamas", ("Hamas", "PSE", "REB")),
    ("Hamas fired rockets at Israel.", "Israel", ("Israel", "ISR", "GOV")),
    ("Two Taliban fighters died in Kunduz.", "Two Taliban fighters", ("Taliban", "AFG", "REB")),
    ("ISIL gunmen left Mosul.", "ISIL gunmen", ("Islamic State", None, "REB")),
    (
        "Members of the Shining Path burned a bus in Peru.",
        "Members of the Shining Path",
        ("Shining Path", "PER", "REB"),
    ),
    ("The Security Council met on Mali.", "The Security Council", ("United Nations Security Council", None, "IGO")),
    ("FARC sympathizers marched in Bogota.", "FARC sympathizers", ("FARC sympathizers", "COL", "CVL")),
    (
        "LIMA, PERU: NATIONAL GUARD PERSONNEL ARRESTED OMAR RUIZ AT NOON.",
        "OMAR RUIZ",
        ("OMAR RUIZ", "PER", "CRM"),
    ),
    # nations, alliances, states that are no more
    ("The Americans bombed the port.", "The Americans", ("United States", "USA", "GOV")),
    ("Ten Americans left the port.", "Ten Americans", ("Americans", "USA", "CVL")),
    ("A US-led air alliance hit Raqqa in Syria.", "A US-led air alliance", ("US-led air alliance", None, "MIL")),
    ("Russian Aerospace Forces hit Raqqa.", "Russian Aerospace Forces", ("Russian Aerospace Forces", "RUS", "MIL")),
    ("The Soviet Union sent aid to Kabul.", "The Soviet Union", ("Soviet Union", "RUS", "GOV")),
    # ranks and men
    ("An officer was shot in Lima.", "An officer", ("Peruvian police", "PER", "COP")),
    ("Army units left Lima. An officer was shot.", "An officer", ("officer", "PER", "MIL")),
    ("Two men fired on a bus in Lima.", "Two men", ("unidentified men", "PER", "UAF")),
    # things of war
    ("Jets hit a Boko Haram camp near Goza and a mortar system.", "a mortar system", ("Boko Haram", "NGA", "REB")),
    ("Jets hit FARC and ELN camps and a mortar system.", "a mortar system", ("mortar system", "COL", "MIL")),
    # states, seats, people
    ("The Kremlin rejected the plan.", "The Kremlin", ("Russia", "RUS", "GOV")),
    ("Downing Street welcomed the plan.", "Downing Street", ("United Kingdom", "GBR", "GOV")),
    ("Two Kenyans were held in Juba.", "Two Kenyans", ("Kenyans", "KEN", "CVL")),
    ("Shells fell on southern Lebanon.", "southern Lebanon", ("southern Lebanon", "LBN", None)),
    # roles with the country of the phrase, or of the report
    ("Riot police fired tear gas in Nairobi, Kenya.", "Riot police", ("Riot police", "KEN", "COP")),
    ("Police in Lahore arrested six people.", "Police in Lahore", ("Pakistani police", "PAK", "COP")),
    ("In Colombia the army shelled a camp.", "the army", ("Colombian Army", "COL", "MIL")),
    ("Chadian gendarmes closed the road.", "Chadian gendarmes", ("Chadian gendarmes", "TCD", "PRM")),
    ("Gunmen killed a judge in Honduras.", "Gunmen", ("unidentified gunmen", "HND", "UAF")),
    ("Gunmen killed a judge in Honduras.", "a judge", ("judge", "HND", "JUD")),
    ("Rebel positions near Goma in DR Congo were hit.", "Rebel positions", ("Rebel positions", "COD", "REB")),
    ("The party's MPs walked out in Uganda.", "MPs", ("MPs", "UGA", "LEG")),
    ("UN peacekeepers left Mali.", "peacekeepers", ("peacekeepers", None, "IGO")),
    # composition
    ("Israel's tanks and troops moved in.", "Israel's tanks and troops", ("Israel Defense Forces", "ISR", "MIL")),
    ("US F-16 fighter jets struck a depot.", "US F-16 fighter jets", ("United States Armed Forces", "USA", "MIL")),
    ("An Iran-backed militia fired on Erbil.", "An Iran-backed militia", ("Iran-backed militia", None, "PRM")),
    ("Off-duty soldiers rioted in Ghana.", "Off-duty soldiers", ("Ghanaian Armed Forces", "GHA", "MIL")),
    ("Government forces took a town in Chad.", "Government forces", ("Chadian Armed Forces", "TCD", "MIL")),
    ("The Houthi government fined traders.", "The Houthi government", ("Government of Yemen", "YEM", "GOV")),
    # persons
    ("Colonel Omar Diallo spoke in Mali.", "Colonel Omar Diallo", ("Omar Diallo", "MLI", "MIL")),
    ("Police chief Ana Ruiz resigned in Chile.", "Police chief Ana Ruiz", ("Ana Ruiz", "CHL", "COP")),
    ("FBI agent Joe Hale spoke.", "FBI agent Joe Hale", ("Joe Hale", "USA", "COP")),
    # spelling
    ("Hezbolah fired on Haifa.", "Hezbolah", ("Hezbollah", "LBN", "REB")),
    ("The soliders fled Bamako, Mali.", "The soliders", ("soliders", "MLI", "MIL")),
    # not in the registry: still a party, with its words
    ("The Blue Orchard Circle met in Laos.", "The Blue Orchard Circle", ("Blue Orchard Circle", "LAO", None)),
]


@pytest.mark.parametrize(("text", "phrase", "expected"), CASES, ids=[case[1] for case in CASES])
def test_a_phrase_means(text: str, phrase: str, expected: tuple[str, str | None, str | None]) -> None:
    ((party,),) = grounded(text, phrase)
    assert (party.name, party.country, party.sector) == expected
    assert party.text == phrase


def test_capitals_change_nothing() -> None:
    text = "THE ARMY OF PERU KILLED TWO SHINING PATH GUERRILLAS NEAR AYACUCHO."
    (army,), (guerrillas,) = grounded(text, "THE ARMY OF PERU", "TWO SHINING PATH GUERRILLAS")
    assert (army.name, army.country, army.sector) == ("Peruvian Army", "PER", "MIL")
    assert (guerrillas.name, guerrillas.sector) == ("Shining Path", "REB")


def test_one_phrase_may_name_two_parties() -> None:
    (parties,) = grounded("Afghan and German security forces met.", "Afghan and German security forces")
    assert [(party.country, party.sector) for party in parties] == [("AFG", "MIL"), ("DEU", "MIL")]
    assert {party.text for party in parties} == {"Afghan and German security forces"}


def test_two_of_one_kind_are_one_party() -> None:
    (parties,) = grounded("In Haiti, doctors and nurses fled.", "doctors and nurses")
    assert [(party.country, party.sector) for party in parties] == [("HTI", "HLH")]


def test_an_abbreviation_stands_for_what_the_report_says() -> None:
    text = "The Desert Liberation Front (DLF) took a town in Niger. The DLF then left. The group said it would return."
    full, short, group, it = grounded(text, "The Desert Liberation Front", "The DLF", "The group", "it")
    for (party,) in (full, short, group, it):
        assert (party.name, party.country, party.sector) == ("Desert Liberation Front", "NER", "REB")
    assert [parties[0].rule for parties in (short, group, it)] == [
        "registry: introduced in the report",
        "reference: description",
        "reference: pronoun",
    ]


def test_a_surname_has_the_title_told_before() -> None:
    text = "Farid Omar, a rebel commander, was held in Mali. Omar had led raids. Mayor Aissa Keita spoke. Keita wept."
    farid, omar, keita = grounded(text, "Farid Omar", "Omar#2", "Keita#2")
    assert [parties[0].sector for parties in (farid, omar, keita)] == ["REB", "REB", "GOV"]
    assert keita[0].name == "Aissa Keita"


def test_an_office_holder_is_known_by_title_and_surname_in_office_alone() -> None:
    text = "President Garcia met miners in Peru."
    ((in_office,),) = grounded(text, "President Garcia", published=date(1989, 5, 1))
    ((later,),) = grounded(text, "President Garcia", published=date(2001, 5, 1))
    assert in_office.name == "Alan Garcia"
    assert later.name == "Garcia"


def test_rebels_are_the_group_named_before() -> None:
    text = "The FMLN struck San Miguel in El Salvador. The guerrillas then left. Several guerrillas stayed."
    known, new = grounded(text, "The guerrillas", "Several guerrillas")
    assert known[0].name == "Farabundo Marti National Liberation Front"
    assert new[0].name == "guerrillas"


def test_two_groups_of_one_name_are_told_apart_by_the_country() -> None:
    ((first,),) = grounded("In Skopje, Macedonia, the NLA attacked.", "the NLA", published=date(2001, 5, 1))
    assert (first.name, first.country) == ("National Liberation Army (Macedonia)", "MKD")
    ((second,),) = grounded("In Papua New Guinea, the BRA attacked.", "the BRA", published=date(1991, 5, 1))
    assert second.country == "PNG"
    ((third,),) = grounded("In Quetta, Pakistan, the BRA attacked.", "the BRA", published=date(2012, 5, 1))
    assert third.country == "PAK"


@pytest.mark.parametrize(
    ("told", "sector", "country"),
    [
        ("FMLN commander Omar Ruiz spoke in San Salvador.", "REB", "SLV"),
        ("Papers in San Salvador ran it. Omar Ruiz, leader of the FMLN, spoke.", "REB", "SLV"),
        ("Lima heard it from media outlets. Their spokesman Omar Ruiz spoke.", "GOV", "PER"),
    ],
)
def test_a_name_has_the_title_that_stands_with_it(told: str, sector: str, country: str) -> None:
    ((ruiz,),) = grounded(f"{told} Ruiz denied the raid.", "Ruiz#2")
    assert (ruiz.sector, ruiz.country) == (sector, country)


def test_the_opening_tells_most_of_where_a_report_is() -> None:
    text = "PERU: a mine closed. " + "The quarrel went on for days. " * 12 + "Aid came from Chile. Police said so."
    ((police,),) = grounded(text, "Police")
    assert police.country == "PER"
