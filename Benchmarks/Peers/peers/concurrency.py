"""What a table engine can say: how many sessions run at once, as if nobody were ever refused.

That is a proxy. Its peak is the real one, but a pool that refuses somebody is less busy later, and
the proxy doesn't know it, so at a smaller size it counts too many as refused.
"""

import duckdb
import numpy as np
import polars

from .traffic import Traffic

BUSY_AT_STARTS = """
    SELECT busy, count(*) AS sessions
    FROM (
        SELECT change, sum(change) OVER (ORDER BY moment, change ROWS UNBOUNDED PRECEDING) AS busy
        FROM (
            SELECT started AS moment, 1 AS change FROM sessions
            UNION ALL
            SELECT ended AS moment, -1 AS change FROM sessions
        )
    )
    WHERE change = 1
    GROUP BY busy
    ORDER BY busy
"""
"""Of two changes at one moment the release comes first."""


class DuckDB:
    def __init__(self, traffic: Traffic) -> None:
        self._database = duckdb.connect()
        self._database.register("columns", {"started": traffic.starts, "ended": traffic.ends})
        self._database.execute("CREATE TABLE sessions AS SELECT * FROM columns")

    def overflow(self) -> np.ndarray:
        columns = self._database.execute(BUSY_AT_STARTS).fetchnumpy()
        return _left(columns["busy"], columns["sessions"])


class Polars:
    def __init__(self, traffic: Traffic) -> None:
        self._sessions = polars.DataFrame({"started": traffic.starts, "ended": traffic.ends})

    def overflow(self) -> np.ndarray:
        starts = self._sessions.select(moment="started", change=polars.lit(1, polars.Int32))
        ends = self._sessions.select(moment="ended", change=polars.lit(-1, polars.Int32))
        counts = (
            polars.concat([starts, ends])
            .sort("moment", "change")
            .with_columns(busy=polars.col("change").cum_sum())
            .filter(polars.col("change") == 1)
            .group_by("busy")
            .len()
        )
        return _left(counts["busy"].to_numpy(), counts["len"].to_numpy())


def _left(busy: np.ndarray, sessions: np.ndarray) -> np.ndarray:
    """The sessions that would find each size, from 0 to the peak, exhausted."""
    counts = np.bincount(busy.astype(np.int64), weights=sessions).astype(np.int64)
    return counts.sum() - np.cumsum(counts)
