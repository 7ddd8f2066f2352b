/**
 * load.py, the same for every export: it reads labels and types from datapackage.json, so no word of a request ever
 * stands in code.
 */
export const loadPython = `"""Loads the tables of this folder, wherever it is run from.

    from load import load
    tables = load()            # with pandas: DataFrames; coded fields are Categoricals with labels
    tables = load(plain=True)  # lists of rows as dicts, with codes, None where empty; needs Python alone

DataFrames have attrs["labels"] (field: label), attrs["units"] and attrs["codes"] (field: {label: code}).
"""

import csv
import json
import pathlib

try:
    import pandas
except ImportError:
    pandas = None

FOLDER = pathlib.Path(__file__).resolve().parent
TYPES = {"integer": int, "number": float, "string": str}


def load(folder=FOLDER, plain=pandas is None):
    """Tables by name."""
    folder = pathlib.Path(folder)
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    names = {resource["name"] for resource in resources}
    tables = {}
    for resource in resources:
        if resource["name"] + ".parquet" in names:
            fields = resource["schema"]["fields"]
            rows = read_rows(folder / resource["path"], fields)
            tables[resource["name"]] = rows if plain else frame_of(rows, fields)
    return tables


def read_rows(path, fields):
    """Rows as dicts; an empty cell is None."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        if next(reader) != [field["name"] for field in fields]:
            raise ValueError(f"{path.name}: expected the columns that datapackage.json names")
        return [row_of(cells, fields) for cells in reader]


def row_of(cells, fields):
    if len(cells) != len(fields):
        raise ValueError("expected a cell for each column")
    return {field["name"]: TYPES[field["type"]](cell) if cell else None for field, cell in zip(fields, cells)}


def labels_of(field):
    """Labels by code, in order; empty for a field without codes."""
    return {category["value"]: category["label"] for category in field.get("categories", [])}


def frame_of(rows, fields):
    """Rows as a DataFrame."""
    frame = pandas.DataFrame({field["name"]: column_of(rows, field) for field in fields})
    frame.attrs["labels"] = {field["name"]: field["title"] for field in fields}
    frame.attrs["units"] = {field["name"]: field["unit"] for field in fields if "unit" in field}
    frame.attrs["codes"] = {
        field["name"]: {label: code for code, label in labels_of(field).items()} for field in fields if labels_of(field)
    }
    return frame


def column_of(rows, field):
    values = [row[field["name"]] for row in rows]
    labels = labels_of(field)
    if labels:
        texts = [None if value is None else labels[value] for value in values]
        return pandas.Categorical(texts, categories=list(labels.values()), ordered=field["categoriesOrdered"])
    if field["type"] == "string":
        return pandas.array(values, dtype="string")
    if field["type"] == "integer":
        return pandas.array(values, dtype="Int64")
    return pandas.Series(values, dtype="float64")


if __name__ == "__main__":
    for name, table in load().items():
        print(f"{name}: {len(table)} rows")
`;
