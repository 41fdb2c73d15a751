import pytest

from tacitus.grounding.places import Gazetteer, ground_places
from tacitus.model import Place, PlacePrecision, Report, Span


def ground(text: str, *mentions: str, gazetteer: Gazetteer) -> tuple[Place | None, ...]:
    spans = [Span.of(text, text.index(mention), text.index(mention) + len(mention)) for mention in mentions]
    return ground_places(Report.of(text), spans, gazetteer=gazetteer)


@pytest.mark.parametrize(
    ("text", "mention", "name", "country", "precision"),
    [
        ("Shells fell on Aleppo in Syria.", "Aleppo", "Aleppo", "SYR", PlacePrecision.EXACT),
        ("Shells fell on Syria's Boukamal.", "Boukamal", "Ālbū Kamāl", "SYR", PlacePrecision.EXACT),
        ("SHELLS FELL ON DOWNTOWN BOGOTA.", "DOWNTOWN BOGOTA", "Bogotá", "COL", PlacePrecision.EXACT),
        ("A blast near the town of al-Bab, Syria.", "near the town of al-Bab", "Al Bāb", "SYR", PlacePrecision.NEAR),
        ("Fighting in the Donbas went on.", "the Donbas", "Donbas", "UKR", PlacePrecision.REGION),
        ("Fighting in Syria went on.", "Syria", "Syria", "SYR", PlacePrecision.COUNTRY),
        ("Ships in the Red Sea were hit.", "the Red Sea", "Red Sea", None, PlacePrecision.REGION),
        ("Aid came through the Rafah crossing.", "the Rafah crossing", "Rafah crossing", "PSE", PlacePrecision.EXACT),
        ("Unrest in the Middle East grows.", "the Middle East", "Middle East", None, PlacePrecision.COUNTRY),
        ("Unrest in the West Bank grows.", "the West Bank", "West Bank", "PSE", PlacePrecision.REGION),
        ("Calm on the Korean Peninsula.", "the Korean Peninsula", "Korean Peninsula", None, PlacePrecision.REGION),
        ("Clashes in Iraq and Syria.", "Iraq and Syria", "Iraq and Syria", None, PlacePrecision.COUNTRY),
        ("Gunmen struck Iraq's city of Mosul.", "Iraq's city of Mosul", "Mosul", "IRQ", PlacePrecision.EXACT),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_mention_finds_its_place(  # noqa: PLR0917 - one column of the table each
    gazetteer: Gazetteer, text: str, mention: str, name: str, country: str | None, precision: PlacePrecision
) -> None:
    (place,) = ground(text, mention, gazetteer=gazetteer)
    assert place is not None
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert place.rule


def test_a_region_has_a_point_and_a_country_has_none(gazetteer: Gazetteer) -> None:
    region, country = ground("From Syria to Darfur.", "Darfur", "Syria", gazetteer=gazetteer)
    assert region is not None
    assert country is not None
    assert region.lat is not None
    assert country.lat is None
    assert gazetteer.point(country) == pytest.approx((35.0, 38.5), abs=0.5)


def test_eastern_means_the_east_of_the_country(gazetteer: Gazetteer) -> None:
    (place,) = ground("Strikes hit eastern Syria.", "eastern Syria", gazetteer=gazetteer)
    assert place is not None
    assert place.lon is not None
    assert place.lon > 37.5
    assert place.precision == PlacePrecision.REGION


def test_congo_alone_is_the_larger_state(gazetteer: Gazetteer) -> None:
    (place,) = ground("Fighters raided a camp in eastern Congo on Monday.", "eastern Congo", gazetteer=gazetteer)
    assert place is not None
    assert (place.country, place.precision) == ("COD", PlacePrecision.REGION)


@pytest.mark.parametrize("words", ["the bridge", "the north", "the river"])
def test_plain_words_at_the_end_of_a_sentence_name_no_town(gazetteer: Gazetteer, words: str) -> None:
    (place,) = ground(f"Troops in Uganda moved at dawn and took {words}.", words, gazetteer=gazetteer)
    assert place is None or place.country == "UGA"


def test_a_distance_moves_the_point(gazetteer: Gazetteer) -> None:
    (place,) = ground("It fell 20 km south of Kirkuk, Iraq.", "20 km south of Kirkuk", gazetteer=gazetteer)
    assert place is not None
    assert place.lat == pytest.approx(35.47 - 0.18, abs=0.01)
    assert place.lon == pytest.approx(44.39, abs=0.01)
    assert place.precision == PlacePrecision.NEAR


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Paris, Texas, arrested two.", "USA"),
        ("Police in Paris arrested two, the French ministry said.", "FRA"),
        ("In Paris, US officials met ministers from France.", "FRA"),
        ("Officers from Dallas came to Paris. Texas lawmakers protested.", "USA"),
    ],
    ids=["by comma", "by nationality", "no holder after a comma", "by the other places"],
)
def test_places_that_share_a_name_are_told_apart(gazetteer: Gazetteer, text: str, country: str) -> None:
    (place,) = ground(text, "Paris", gazetteer=gazetteer)
    assert place is not None
    assert place.country == country


@pytest.mark.parametrize(("holder", "region"), [("Massachusetts", "Massachusetts"), ("Ill.", "Illinois")])
def test_what_holds_a_place_decides(gazetteer: Gazetteer, holder: str, region: str) -> None:
    (place,) = ground(f"A fire in Springfield, {holder}, was put out.", "Springfield", gazetteer=gazetteer)
    assert place is not None
    assert place.region == region


def test_a_quarter_of_a_known_city_lies_there(gazetteer: Gazetteer) -> None:
    (place,) = ground(
        "A bomb in the Sahat neighborhood of Mosul.", "the Sahat neighborhood of Mosul", gazetteer=gazetteer
    )
    assert place is not None
    assert place.name == "Sahat neighborhood, Mosul"
    assert place.lat == pytest.approx(36.34, abs=0.01)


def test_a_place_not_found_stays_named_with_what_the_text_gives(gazetteer: Gazetteer) -> None:
    text = "Gunmen raided Zuqaqiyya village in Helmand Province, Afghanistan."
    (place,) = ground(text, "Zuqaqiyya village in Helmand Province", gazetteer=gazetteer)
    assert place is not None
    assert place.name.startswith("Zuqaqiyya")
    assert place.country == "AFG"
    assert place.region
    assert place.precision == PlacePrecision.REGION


def test_a_place_not_found_lies_in_the_neighbourhood_of_the_others(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Dimkat. Syrian units left Ālbū Kamāl; others held Deir ez-Zor, Syria, and Abu Kamal again."
    (place,) = ground(text, "Dimkat", gazetteer=gazetteer)
    assert place is not None
    assert (place.name, place.country, place.precision) == ("Dimkat", "SYR", PlacePrecision.REGION)
    assert place.lon == pytest.approx(40.5, abs=0.6)
    assert "not in the gazetteer" in place.rule


def test_where_a_report_was_filed_is_no_neighbour(gazetteer: Gazetteer) -> None:
    (place,) = ground("KABUL, Afghanistan — Shells fell on Dimkat.", "Dimkat", gazetteer=gazetteer)
    assert place is not None
    assert place.lat is None


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("A fire in Worcester and Norfolk counties near Boston.", "Norfolk", "Norfolk County"),
        ("A fire in Boston, Mass., was put out.", "Mass.", "Massachusetts"),
        ("Lawmakers and the Texans went home to Dallas.", "Texans", "Texas"),
        ("South Ossetian troops moved.", "South Ossetian", "South Ossetia"),
        ("Students left the Texas State University.", "the Texas State University", "Texas"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_short_and_derived_names_are_read(gazetteer: Gazetteer, text: str, mention: str, name: str) -> None:
    (place,) = ground(text, mention, gazetteer=gazetteer)
    assert place is not None
    assert place.name == name


def test_no_guess_in_another_country(gazetteer: Gazetteer) -> None:
    text = (
        "Syrian troops left Springfield. "
        "Syria's army said that in Syria, from Aleppo to Damascus, Syria was calm: only Syria, said Syria's envoy."
    )
    (place,) = ground(text, "Springfield", gazetteer=gazetteer)
    assert place is not None
    assert place.country == "SYR"
    assert place.lat is None


@pytest.mark.parametrize(
    ("mention", "name", "precision"),
    [
        ("the area", "Al Bāb", PlacePrecision.EXACT),
        ("the country", "Syria", PlacePrecision.COUNTRY),
        ("the capital", "Damascus", PlacePrecision.EXACT),
    ],
)
def test_a_mention_without_a_name_points_back(
    gazetteer: Gazetteer, mention: str, name: str, precision: PlacePrecision
) -> None:
    text = f"Shells hit al-Bab in Syria. Later {mention} was quiet."
    _, place = ground(text, "al-Bab", mention, gazetteer=gazetteer)
    assert place is not None
    assert (place.name, place.precision) == (name, precision)
    assert place.text == mention


def test_a_site_word_does_not_make_a_country_of_a_consulate(gazetteer: Gazetteer) -> None:
    (place,) = ground("Men fired at the Syria consulate in Kabul.", "the Syria consulate", gazetteer=gazetteer)
    assert place is not None
    assert place.precision != PlacePrecision.COUNTRY


def test_nothing_to_point_back_to_is_none(gazetteer: Gazetteer) -> None:
    assert ground("The scene was quiet.", "The scene", gazetteer=gazetteer) == (None,)


@pytest.mark.parametrize("mention", ["Bajaur Agency", "Bajaur"])
def test_second_level_regions_are_known(gazetteer: Gazetteer, mention: str) -> None:
    (place,) = ground(f"Shells fell in {mention} in Pakistan.", mention, gazetteer=gazetteer)
    assert place is not None
    assert (place.country, place.precision) == ("PAK", PlacePrecision.REGION)
    assert place.lat == pytest.approx(34.8, abs=0.3)


@pytest.mark.parametrize("mention", ["the capital of Sudan", "Sudan's capital", "the country's capital"])
def test_the_capital_of_a_country_is_its_city(gazetteer: Gazetteer, mention: str) -> None:
    (place,) = ground(f"Two people were shot dead in {mention}, Sudanese police said.", mention, gazetteer=gazetteer)
    assert place is not None
    assert (place.name, place.precision) == ("Khartoum", PlacePrecision.EXACT)


def test_the_north_of_a_country_is_its_northern_part(gazetteer: Gazetteer) -> None:
    (place,) = ground("Strikes hit the north of Syria.", "the north of Syria", gazetteer=gazetteer)
    assert place is not None
    assert (place.name, place.rule) == ("northern Syria", "part of a region")


def test_a_district_is_no_town_of_its_name_abroad(gazetteer: Gazetteer) -> None:
    (place,) = ground("Fighters in Syria held Lyon district.", "Lyon district", gazetteer=gazetteer)
    assert place is not None
    assert place.country == "SYR"


def test_a_site_is_not_put_into_a_city_abroad(gazetteer: Gazetteer) -> None:
    (place,) = ground(
        "Gunmen in Syria burnt the Lyon Textile factory.", "the Lyon Textile factory", gazetteer=gazetteer
    )
    assert place is not None
    assert place.country == "SYR"


def test_a_place_not_found_lies_in_what_is_told_beside_it(gazetteer: Gazetteer) -> None:
    text = "Baghdad and Mosul were calm, but mortars fell on Kasabra in Syria."
    (place,) = ground(text, "Kasabra", gazetteer=gazetteer)
    assert place is not None
    assert (place.country, place.rule) == ("SYR", "not in the gazetteer; held by a known region")


def test_a_place_not_found_lies_where_the_greater_part_of_the_others_do(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Aleppo, Al Bab and Kasabra in Syria. Damascus was calm. So was Latakia."
    (place,) = ground(text, "Kasabra", gazetteer=gazetteer)
    assert place is not None
    assert (place.region, place.precision) == ("Aleppo", PlacePrecision.REGION)


def test_a_body_is_no_misspelt_town(gazetteer: Gazetteer) -> None:
    (place,) = ground("Crowds in Boston left the Springfeild Center.", "Springfeild Center", gazetteer=gazetteer)
    assert place is not None
    assert place.name == "Springfeild Center"


def test_a_street_is_not_in_the_town_of_its_name(gazetteer: Gazetteer) -> None:
    text = "Shots were fired on Paris Street in Boston. Police in Boston said so."
    (place,) = ground(text, "Paris Street in Boston", gazetteer=gazetteer)
    assert place is not None
    assert (place.name, place.rule) == ("Paris Street, Boston", "site in a known place")
