"""Average linkage over sparse likenesses: what is most alike comes together first."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def cluster(count: int, alike: Mapping[tuple[int, int], float], least: float) -> list[int]:
    """The cluster of each of ``count`` things, named by its smallest member.

    ``alike`` holds pairs, the smaller first; those missing are not alike at all. Two clusters come together while the
    mean likeness of their members is at least ``least``; of equals those that were made first.
    """
    members = {number: [number] for number in range(count)}
    sums: dict[int, dict[int, float]] = {number: {} for number in range(count)}
    queue: list[tuple[float, int, int]] = []
    for (one, other), value in alike.items():
        sums[one][other] = sums[other][one] = value
        if value >= least:
            queue.append((-value, one, other))
    heapq.heapify(queue)
    while queue:
        _, one, other = heapq.heappop(queue)
        if one not in members or other not in members:
            continue
        made = count
        count += 1
        members[made] = members.pop(one) + members.pop(other)
        sums[made] = {}
        left, right = sums.pop(one), sums.pop(other)
        for beside in sorted((left.keys() | right.keys()) - {one, other}):
            total = left.get(beside, 0.0) + right.get(beside, 0.0)
            sums[beside].pop(one, None)
            sums[beside].pop(other, None)
            sums[beside][made] = sums[made][beside] = total
            mean = total / (len(members[beside]) * len(members[made]))
            if mean >= least:
                heapq.heappush(queue, (-mean, beside, made))
    named = {number: min(row) for row in members.values() for number in row}
    return [named[number] for number in sorted(named)]
