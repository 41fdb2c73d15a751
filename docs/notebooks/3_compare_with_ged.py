# %% [markdown]
# # Compare with GED
#
# How do coded reports compare with what people coded? `data/ged_like.csv` has some columns of UCDP GED and three rows
# that were **invented** for this notebook; put a real GED file in its place. `tacitus compare` does the same with
# better matching and writes a page; this shows what is behind it.

# %%
import tempfile
from pathlib import Path

import pandas as pd

from tacitus import intake
from tacitus.export import write
from tacitus.flow import Coder, many
from tacitus.ledger import IncidentOrder, Ledger, Run
from tacitus.model import CodedReport

theirs = pd.read_csv("data/ged_like.csv", parse_dates=["date_start", "date_end"])
theirs[["date_start", "where_coordinates", "side_a", "side_b", "low", "best", "high"]]

# %% [markdown]
# ## Our side, in GED's columns
#
# GED records an event only with a day, a death and two sides that can be told; the rest is left out, with the reason.
# What the reader did not date, or to which it gave no side, is therefore missing here; that may be all of it.

# %%
folder = tempfile.TemporaryDirectory()
coder = Coder.load()
with Ledger.open(Path(folder.name) / "war.db") as ledger:
    run = Run.begun(coder.versions)
    for coded in many(intake.read(["data/escalation.jsonl"]), coder):
        assert isinstance(coded, CodedReport), coded
        ledger.add(coded, run)
    ledger.link()
    incidents = ledger.incidents(order=IncidentOrder.OLDEST)
    written = write(incidents.entries(), Path(folder.name) / "ged.csv", to="ged")
print(written.left_out)
ours = pd.read_csv(Path(folder.name) / "ged.csv")
ours["date_start"] = pd.to_datetime(ours["date_start"])  # also where there is no row
ours[["date_start", "where_coordinates", "side_a", "side_b", "low", "best", "high"]]

# %% [markdown]
# ## Pairs: near in time and place
#
# At most one day and 50 km apart.

# %%
from tacitus.earth import kilometres

pairs = ours.merge(theirs, how="cross")
points = pairs[["latitude_x", "longitude_x", "latitude_y", "longitude_y"]].itertuples(index=False)
pairs["km"] = pd.Series([kilometres(point[:2], point[2:]) for point in points], dtype=float)
pairs["days"] = (pairs["date_start_x"] - pairs["date_start_y"]).abs().dt.days
pairs = pairs[(pairs["km"] <= 50) & (pairs["days"] <= 1)]
pairs[["where_coordinates_x", "where_coordinates_y", "days", "km", "best_x", "low_x", "high_x", "best_y"]]

# %% [markdown]
# ## What only one side has
#
# An event that only GED has may be one that our reports do not tell, one that the reader missed, or one that was left
# out above. An event that only we have may be an error of the reader's. Neither is the truth about the other.

# %%
only_theirs = theirs[~theirs["id"].isin(pairs["id_y"])]
only_ours = ours[~ours["id"].isin(pairs["id_x"])]
print(len(pairs), "in both,", len(only_theirs), "only in GED,", len(only_ours), "only here")
only_theirs[["date_start", "where_coordinates", "best"]]

# %%
folder.cleanup()
