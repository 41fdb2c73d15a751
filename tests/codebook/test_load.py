"""A researcher's own folder: what it adds and overrides, and which line is named when it is at fault."""

from pathlib import Path

import pytest

from tacitus.codebook import load_codebook
from tacitus.errors import CodebookError


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_a_new_mode(tmp_path: Path) -> None:
    own = load_codebook(
        written(tmp_path, plover_toml='[category.COERCE.modes]\nblockade = "Roads or ports are closed off."\n')
    )
    assert own.mode("COERCE", "blockade").score == own.category("COERCE").score
    assert own.category("COERCE").modes[:-1] == load_codebook().category("COERCE").modes


def test_a_new_category_with_its_own_crosswalk(tmp_path: Path) -> None:
    plover = '[category.DISPLACE]\ndefinition = "People are driven from home."\nquad = 4\nscore = -6\n'
    crosswalk = "category,mode,actors,recipients,acled,ged\nDISPLACE,,,,Other,\nASSAULT,aerial,,,Attack,1\n"
    own = load_codebook(written(tmp_path, plover_toml=plover, crosswalk_csv=crosswalk))
    assert own.acled_for("DISPLACE") == "Other"
    assert own.acled_for("ASSAULT", ["aerial"]) == "Attack"
    assert own.acled_for("ASSAULT", ["drone"]) == "Air/drone strike"


def test_one_value_overridden_and_the_rest_kept(tmp_path: Path) -> None:
    own = load_codebook(written(tmp_path, plover_toml="[category.SANCTION]\nquad = 3\n"))
    packaged = load_codebook()
    assert own.category("SANCTION").quad == 3
    assert own.category("SANCTION").modes == packaged.category("SANCTION").modes
    assert own.categories[:12] == packaged.categories[:12]


def test_a_cameo_code_and_a_sub_event_type_of_ones_own(tmp_path: Path) -> None:
    cameo = "code,category,modes,note\n# a comment\n183,ASSAULT,suicide-attack explosives,\n"
    acled = (
        '[sub_event_type."Naval clash"]\nevent_type = "Battles"\ndisorder_type = "Political violence"\n'
        'priority = 25\ndefinition = "Ships fight."\n'
    )
    own = load_codebook(written(tmp_path, cameo_csv=cameo, acled_toml=acled))
    assert own.cameo("183").modes == ("suicide-attack", "explosives")
    assert [known.name for known in own.sub_event_types][2:4] == ["Naval clash", "Armed clash"]


def test_the_version_follows_the_bytes(tmp_path: Path) -> None:
    packaged = load_codebook().version
    first = load_codebook(written(tmp_path, plover_toml="[category.AID]\nscore = 9\n")).version
    assert first == load_codebook(tmp_path).version
    second = load_codebook(written(tmp_path, plover_toml="[category.AID]\nscore = 9 \n")).version
    assert len({packaged, first, second}) == 3
    assert len(packaged) == 12


CROSSWALK = "category,mode,actors,recipients,acled,ged\n"

FAULTS = {
    "unknown quad": ("plover.toml", "[category.AID]\n\nquad = 7\n", 3, "no quad 7; known: 1, 2, 3, 4"),
    "quad of a wrong type": ("plover.toml", '[category.AID]\nquad = "2"\n', 2, "give it a whole number"),
    "score of a wrong type": ("plover.toml", "[category.AID]\nscore = true\n", 2, "give it a number"),
    "mode twice": ("plover.toml", '[category.AID.modes]\nfood = "a"\nfood = "b"\n', 3, "stands twice"),
    "category twice": ("plover.toml", "[category.AID]\nscore = 9\n[category.AID]\nscore = 8\n", 3, "stands twice"),
    "incomplete category": ("plover.toml", '# mine\n[category.NEW]\ndefinition = "New."\n', 2, "`quad` is missing"),
    "incomplete mode": ("plover.toml", "[category.AID.modes]\nfood = { score = 3 }\n", 2, "`definition` is missing"),
    "empty definition": ("plover.toml", '[category.AID]\ndefinition = " "\n', 2, "give it a text"),
    "misspelt key": ("plover.toml", "[category.AID]\nscroe = 9\n", 2, "unknown key 'scroe'"),
    "misspelt table": ("plover.toml", "[category.AID]\nscore = 9\n[categroy.AID]\nscore = 9\n", 3, "unknown table"),
    "entry that is a number": ("plover.toml", "[category]\nAID = 3\n", 2, "give it a definition"),
    "modes that are no table": ("plover.toml", "[category.AID]\nmodes = 3\n", 2, "make it a table"),
    "flag of a wrong type": ("plover.toml", '[sector.GOV]\nstate = "yes"\n', 2, "write true or false"),
    "broken TOML": ("plover.toml", "[category.AID]\nscore = \n", 2, "mend the TOML"),
    "unclosed text at the end": ("plover.toml", '[category.AID]\ndefinition = """x\n', 3, "mend the TOML"),
    "unknown event type": (
        "acled.toml",
        '[sub_event_type."Attack"]\nevent_type = "Battle"\n',
        2,
        "known: Battles, Pro",
    ),
    "scales that are no table": ("acled.toml", "scale = 5\n", 1, "scale is 5; make it a table"),
    "code that is no number": ("ged.toml", '[scale.date_prec]\nfirst = "one day"\n', 2, "is not a number"),
    "unknown sides": ("ged.toml", '[type.2]\nsides = ["rebels rebels"]\n', 2, "write two of state, armed, unarmed"),
    "sides of a wrong type": ("ged.toml", '[type.2]\nsides = "armed armed"\n', 2, "give it a list"),
    "crosswalk without head": ("crosswalk.csv", "# mine\nAID,,,,,\n", 2, "the first row is not"),
    "empty crosswalk": ("crosswalk.csv", "", 1, "the first row is not"),
    "crosswalk to a missing category": ("crosswalk.csv", CROSSWALK + "AIDE,,,,,\n", 2, "no category 'AIDE'"),
    "crosswalk to a missing mode": ("crosswalk.csv", CROSSWALK + "AID,food,,,,\n", 2, "known: none"),
    "crosswalk to a missing type": ("crosswalk.csv", CROSSWALK + "\nAID,,,,Gift,\n", 3, "no sub-event type 'Gift'"),
    "crosswalk to a missing GED type": ("crosswalk.csv", CROSSWALK + "AID,,,,,4\n", 2, "no GED type '4'"),
    "unknown condition": ("crosswalk.csv", CROSSWALK + "AID,,rebels,,,\n", 2, "no condition on actors 'rebels'"),
    "too few cells": ("crosswalk.csv", CROSSWALK + "AID,,\n", 2, "3 cells, not 6"),
    "CAMEO code twice": ("cameo.csv", "code,category,modes,note\n07,AID,,\n07,AID,,\n", 3, "07 stands twice"),
    "bad CAMEO code": ("cameo.csv", "code,category,modes,note\n7,AID,,\n", 2, "leading zero kept"),
    "CAMEO to a missing mode": (
        "cameo.csv",
        "code,category,modes,note\n195,ASSAULT,air,\n",
        2,
        "no mode of ASSAULT 'air'",
    ),
}


@pytest.mark.parametrize(("name", "text", "line", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, name: str, text: str, line: int, words: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(tmp_path)
    message = str(caught.value)
    assert message.startswith(f"C-01: {tmp_path / name}:{line}: ")
    assert words in message
    assert "\n" not in message


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "plover.toml").write_bytes(b'[category.AID]\ndefinition = "r\xe9lief"\n')
    with pytest.raises(CodebookError, match=r"plover\.toml:2: not UTF-8; save"):
        load_codebook(tmp_path)


def test_a_folder_without_codebook_files(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"holds no codebook file; give a folder with any of plover\.toml"):
        load_codebook(tmp_path)


def test_a_codebook_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "ged.toml").mkdir()
    with pytest.raises(CodebookError, match="cannot be read"):
        load_codebook(tmp_path)
