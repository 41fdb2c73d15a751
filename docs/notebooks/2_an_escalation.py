# %% [markdown]
# # An escalation
#
# Five invented reports by two outlets tell of an attack on a police post, shelling in answer to it, and an attack in
# answer to the shelling. The ledger links what several reports tell of one happening and keeps what each of them
# claims.

# %%
import tempfile
from pathlib import Path

from tacitus import intake
from tacitus.flow import Coder, many
from tacitus.ledger import Ledger, Run
from tacitus.model import CodedReport

folder = tempfile.TemporaryDirectory()
ledger = Ledger.open(Path(folder.name) / "escalation.db")
coder = Coder.load()
run = Run.begun(coder.versions)
for coded in many(intake.read(["data/escalation.jsonl"]), coder):
    assert isinstance(coded, CodedReport), coded
    ledger.add(coded, run)
ledger.finish(run)
linked = ledger.link()
print(linked.n_events, "events,", linked.n_incidents, "incidents")

# %% [markdown]
# ## What happened, by how many reports

# %%
from tacitus.ledger import IncidentOrder

table = ledger.incidents(order=IncidentOrder.OLDEST).to_pandas()
table[["date_from", "category", "place", "actors", "recipients", "killed", "killed_low", "killed_high", "n_reports"]]

# %% [markdown]
# ## Where the reports cannot all be right
#
# No figure is averaged: each stands with who gives it. 7 and 2 contradict each other; "at least 3" and 5 would not.

# %%
for _, row in table[table["contradictions"].str.len() > 0].iterrows():
    print(row["category"], row["place"])
    for told in row["contradictions"]:
        print("   ", told)

# %% [markdown]
# ## What was done in answer to what
#
# Only where a report says so: that one thing came after another is no answer. The reader misses some of these; check
# before you draw a chain.

# %%
named = {row["id"]: f"{row['category']} {row['place']} ({', '.join(row['actors'])})" for _, row in table.iterrows()}
for _, row in table.iterrows():
    for cause in row["in_answer_to"]:
        print(named[row["id"]], "  in answer to  ", named[cause])

# %% [markdown]
# ## On the map
#
# QGIS opens this file; `place_precision` tells a site from the middle of a region.

# %%
from tacitus.export import write

written = write(ledger.incidents().entries(), Path(folder.name) / "map.geojson", to="geojson")
print(written.n_rows, "features,", written.n_aggregates, "totals,", written.n_passed_over, "passed over by the filters")

# %%
ledger.close()
folder.cleanup()
