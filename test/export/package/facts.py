"""What load.py makes of a package, a fact a line, as facts.R says it. Arguments: folder, plain or frame."""

import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
sys.stdout.reconfigure(encoding="utf-8", newline="\n")
import load


def say(*words):
    escaped = [str(word).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t") for word in words]
    print("\t".join(escaped))


def say_values(name, column, values):
    present = [value for value in values if value is not None]
    say(name, column, "missing", "", len(values) - len(present))
    if all(isinstance(value, (int, float)) for value in present):
        say(name, column, "sum", "", repr(float(sum(present))))
    for place, value in enumerate(values):
        if value is not None:
            say(name, column, "value", place + 1, repr(value) if isinstance(value, float) else value)


def say_rows(name, rows):
    for column in rows[0]:
        values = [row[column] for row in rows]
        say(name, column, "type", "", "/".join(sorted({type(value).__name__ for value in values if value is not None})))
        say_values(name, column, values)


def say_frame(name, frame):
    for column in frame:
        values = frame[column]
        say(name, column, "type", "", "ordered" if getattr(values.dtype, "ordered", False) else values.dtype.name)
        say(name, column, "label", "", frame.attrs["labels"][column])
        if column in frame.attrs["units"]:
            say(name, column, "unit", "", frame.attrs["units"][column])
        codes = frame.attrs["codes"].get(column)
        if codes:
            for level in values.cat.categories:
                say(name, column, "level", "", level)
        missing = values.isna()
        plain = [None if gone else value for value, gone in zip(values.tolist(), missing)]
        say_values(name, column, [codes[value] if codes and value is not None else value for value in plain])


plain = sys.argv[2] == "plain"
for name, table in load.load(plain=plain).items():
    say_rows(name, table) if plain else say_frame(name, table)
