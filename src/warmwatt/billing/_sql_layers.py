"""Columns of a SQL text in layers: a layer reads those before it, and the same expression is written once."""

from collections.abc import Iterator

LAYERS = ("shared", "placed", "tiered", "split", "based", "charged", "freed", "summed", "rounded")


class Layers:
    """Gathers the columns of each layer while the text is being written."""

    def __init__(self) -> None:
        self._columns: dict[str, dict[str, str]] = {layer: {} for layer in LAYERS}
        self._numbers: dict[str, int] = {}

    def column(self, layer: str, name: str, expression: str) -> str:
        """This function will return the name under which the layer has the expression; plain ones stay as they are."""
        if expression.isidentifier() or expression.isdigit():
            return expression
        columns = self._columns[layer]
        if expression not in columns:
            # A number of its own in the whole text: `select *` would let a second column of a name pass unseen.
            self._numbers[name] = self._numbers.get(name, 0) + 1
            columns[expression] = f"{name}_{self._numbers[name]}"
        return columns[expression]

    def written(self, source: str) -> Iterator[str]:
        """This function will yield a common table expression for each layer that has columns; the last is `rated`."""
        last = source
        for layer, columns in self._columns.items():
            if columns:
                listed = ",\n    ".join(f"{expression} as {name}" for expression, name in columns.items())
                yield f"{layer} as (\n  select *,\n    {listed}\n  from {last}\n)"
                last = layer
        yield f"rated as (select * from {last})"


def product(column: str, price: int) -> str:
    """This function will return column × price."""
    return f"{column} * {price}" if price >= 0 else f"{column} * ({price})"


def total(terms: list[str]) -> str:
    """This function will return the sum of the terms, 0 for none."""
    return " + ".join(terms) if terms else "0"


def quotient(number: str, divisor: str) -> str:
    """This function will return number ÷ divisor rounded down, for a number that is not negative.

    The remainder is taken off first, so that `/` is exact whether the engine divides integers or doubles.
    """
    whole = number if number.isidentifier() or number[0] == "(" else f"({number})"
    return f"cast(({whole} - {whole} % {divisor}) / {divisor} as bigint)"
