# %% [markdown]
# # First steps
#
# One report in, its events out, and then a table of several reports. Everything runs on this machine; nothing is sent
# anywhere. The reports are invented (see `examples/README.md`).

# %%
from pathlib import Path

import tacitus

report = (
    "Rebels shelled the town of Harim on Monday, killing at least four people, the governor said. "
    "The army answered with air strikes on Tuesday."
)
coded = tacitus.code(report, published="2016-11-09")
coded

# %% [markdown]
# Each value knows its words, and each number its bounds. "At least four" is four or more:

# %%
for event in coded.events:
    print(
        event.category, "|", event.trigger.text, "|", event.killed, "|", [source.text for source in event.attribution]
    )

# %% [markdown]
# ## Many reports
#
# `tacitus code examples/ > coded.jsonl` does this on the command line.

# %%
from tacitus import intake, records
from tacitus.flow import Coder, many
from tacitus.model import CodedReport

examples = Path("../../examples")
found = many(intake.read([examples / "air-strike-2019.txt", examples / "briefs.jsonl"]), Coder.load())
lines = [records.as_line(one) for one in found if isinstance(one, CodedReport)]
coded_file = Path("coded.jsonl")
coded_file.write_text("\n".join(lines) + "\n", encoding="utf-8")

# %% [markdown]
# ## A table
#
# A row an event, with pandas or polars. Plans, denials and totals are among them: look at `realis` and `kind` before
# counting anything.

# %%
from tacitus.tables import events

table = events(coded_file)
table[["date_from", "place", "category", "realis", "kind", "actors", "recipients", "killed", "attribution"]].head(8)

# %%
table.groupby(["realis", "category"]).size().unstack(0, fill_value=0)

# %% [markdown]
# ## Out to other programs
#
# Only single events that occurred are written; what ACLED's rules leave out is told with the reason.

# %%
from tacitus.export import write
from tacitus.tables import entries_of_file

written = write(entries_of_file(coded_file), "events.csv", to="acled")
print(written.n_rows, "rows;", "left out:", written.left_out)

# %%
for path in (coded_file, *written.files):
    path.unlink()
