import pytest

from tacitus.grounding.places._names import key, skeleton
from tacitus.grounding.places._phrases import parse
from tacitus.grounding.places._words import bearing_of


@pytest.mark.parametrize(
    ("mention", "pieces", "anchors"),
    [
        ("Mazar-i-Sharif", ("Mazar-i-Sharif",), ()),
        ("the town of\nEnvigado", ("Envigado",), ()),
        ("a forest near Katlang village", (), ("Katlang village",)),
        ("Phulbari hamlet near Katlang", ("Phulbari hamlet",), ("Katlang",)),
        ("France's southern region of Provence", ("Provence", "France"), ()),
        ("Zaragoza, Antioquia", ("Zaragoza", "Antioquia"), ()),
        ("the area", (), ()),
        ("A VILLAGE NEAR METAPAN", (), ("METAPAN",)),
    ],
)
def test_a_mention_is_taken_apart(mention: str, pieces: tuple[str, ...], anchors: tuple[str, ...]) -> None:
    phrase = parse(mention)
    assert (phrase.pieces, phrase.anchors) == (pieces, anchors)


@pytest.mark.parametrize(
    ("mention", "km", "bearing"),
    [
        ("20 km south of Kirkuk", 20.0, 180.0),
        ("about ten miles north-west of Mosul", 16.09, 315.0),
        ("17 KM NORTHEAST OF OLANCHITO", 17.0, 45.0),
        ("15 km from Chiclayo", 15.0, None),
    ],
)
def test_a_distance_is_read(mention: str, km: float, bearing: float | None) -> None:
    phrase = parse(mention)
    assert phrase.km == pytest.approx(km)
    assert phrase.bearing == bearing
    assert phrase.anchors


@pytest.mark.parametrize(("word", "degrees"), [("eastern", 90.0), ("SOUTH-WEST", 225.0), ("n", 0.0), ("Kabul", None)])
def test_bearings(word: str, degrees: float | None) -> None:
    assert bearing_of(word) == degrees


@pytest.mark.parametrize("name", ["Mazar-i-Sharif", "MAZAR I SHARIF", "Mazār-i Sharīf", "Mazar  i Sharif"])
def test_spellings_share_a_key(name: str) -> None:
    assert key(name) == "mazar i sharif"


@pytest.mark.parametrize(
    ("one", "other"), [("Boukamal", "Al-Bukamal"), ("Kerkouk", "Kirkuk"), ("Deir Azzour", "Deir ez-Zor")]
)
def test_transliterations_share_a_frame(one: str, other: str) -> None:
    assert skeleton(key(one)) == skeleton(key(other)) != ""


def test_a_short_frame_names_too_much() -> None:
    assert skeleton("hit") == ""


@pytest.mark.parametrize(
    ("mention", "piece"),
    [
        ("the north of Mali", "northern Mali"),
        ("the far south-west of Chad", "south-western Chad"),
        ("the eastern part of Libya", "eastern Libya"),
    ],
)
def test_a_part_of_a_country_is_read(mention: str, piece: str) -> None:
    assert parse(mention).pieces == (piece,)


def test_beside_a_country_is_not_in_it() -> None:
    assert parse("south of Chad").anchors == ("Chad",)
