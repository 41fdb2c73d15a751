"""What can be wrong with places that someone brings: permanent codes G-10 to G-13."""

from tacitus.errors import GroundingError


class PlaceIndexError(GroundingError):
    """G-10: the place index cannot be written to, or read from, its directory."""

    code = "G-10"

    def __init__(self, directory: object, cause: object) -> None:
        super().__init__(
            f"{self.code}: no usable place index in {str(directory)!r} ({cause}). "
            "Set TACITUS_CACHE to a folder that can be written, or remove the folder so that it is built anew."
        )


class PlaceFileMissingError(GroundingError):
    """G-11: a file or address with places cannot be opened."""

    code = "G-11"

    def __init__(self, source: object, cause: object) -> None:
        super().__init__(
            f"{self.code}: cannot read places from {str(source)!r} ({cause}). "
            "Give a file that exists or an http(s) address."
        )


class PlaceFileInvalidError(GroundingError):
    """G-12: a file with places breaks its format; the text names the line."""

    code = "G-12"

    def __init__(self, source: object, line: int, fault: str) -> None:
        super().__init__(f"{self.code}: {source}:{line}: {fault}. Mend that line and add the file again.")


class PlaceFileEmptyError(GroundingError):
    """G-13: a file with places holds none."""

    code = "G-13"

    def __init__(self, source: object) -> None:
        super().__init__(
            f"{self.code}: {str(source)!r} holds no places. "
            "Give a GeoNames country dump (txt or zip) or a CSV with a header."
        )
