"""Order of evaluation: strongly connected components of who reads whom."""

from outreach_app.engine.compiled import CompiledForm, TargetKind
from outreach_app.engine.specs import NodeSpec

Edges = list[list[int]]


def order_targets(form: CompiledForm) -> None:
    """Give every target its rank and find the cycles.

    Two vertices for each place: whether it is relevant (even) and what it says (odd). A place's
    relevance depends on its parent's, its value as read on its relevance.
    """
    edges: Edges = [[] for _ in range(2 * len(form.specs))]
    crossing: set[tuple[int, int]] = set()
    for spec in form.specs:
        edges[2 * spec.index].append(2 * spec.index + 1)
        edges[2 * spec.index].extend(2 * child.index for child in spec.children.values())
    for target in form.targets:
        goal = 2 * target.spec.index + (1 if target.kind is TargetKind.VALUE else 0)
        for reading in target.reads:
            source = 2 * reading.spec.index + (0 if reading.counts else 1)
            if source != goal:
                edges[source].append(goal)
                if reading.anchor is not reading.spec.repeat:
                    crossing.add((source, goal))
    components = _components(edges)
    rank = {vertex: number for number, part in enumerate(reversed(components)) for vertex in part}
    cyclic = {vertex for part in components if len(part) > 1 for vertex in part}
    for target in form.targets:
        vertex = 2 * target.spec.index + (1 if target.kind is TargetKind.VALUE else 0)
        target.rank = rank[vertex]
        target.cyclic = vertex in cyclic
    for part in components:
        if len(part) > 1:
            form.cycles.append(_told(form, part, edges, crossing))


def _told(
    form: CompiledForm, part: list[int], edges: Edges, crossing: set[tuple[int, int]]
) -> tuple[tuple[str, ...], bool]:
    """Return the names along a cycle, and whether it can only be an error.

    A cycle through relevance or through other rows may settle; one of pure values cannot.
    """
    inside = set(part)
    path = [min(part)]
    seen: dict[int, int] = {path[0]: 0}
    while True:
        following = next(v for v in edges[path[-1]] if v in inside)
        if following in seen:
            path = path[seen[following] :]
            break
        seen[following] = len(path)
        path.append(following)
    steps = list(zip(path, [*path[1:], path[0]], strict=True))
    hopeless = all(v % 2 for v in path) and not any(step in crossing for step in steps)
    names: list[str] = []
    for vertex in path:
        name = _name(form.specs[vertex // 2])
        if not names or names[-1] != name:
            names.append(name)
    return (*names, names[0]), hopeless


def _name(spec: NodeSpec) -> str:
    return spec.path or spec.name


def _components(edges: Edges) -> list[list[int]]:
    """Tarjan's strongly connected components without recursion, in reverse topological order."""
    number: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[list[int]] = []
    for start in range(len(edges)):
        if start in number:
            continue
        work: list[tuple[int, int]] = [(start, 0)]
        while work:
            vertex, at = work.pop()
            if at == 0:
                number[vertex] = low[vertex] = len(number)
                stack.append(vertex)
                on_stack.add(vertex)
            descended = _descend(vertex, at, edges, (number, low, on_stack), work)
            if descended:
                continue
            if low[vertex] == number[vertex]:
                found.append(_pop_component(vertex, stack, on_stack))
            if work:
                above = work[-1][0]
                low[above] = min(low[above], low[vertex])
    return found


def _descend(
    vertex: int,
    at: int,
    edges: Edges,
    state: tuple[dict[int, int], dict[int, int], set[int]],
    work: list[tuple[int, int]],
) -> bool:
    number, low, on_stack = state
    for place in range(at, len(edges[vertex])):
        other = edges[vertex][place]
        if other not in number:
            work.append((vertex, place + 1))
            work.append((other, 0))
            return True
        if other in on_stack:
            low[vertex] = min(low[vertex], number[other])
    return False


def _pop_component(vertex: int, stack: list[int], on_stack: set[int]) -> list[int]:
    part: list[int] = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        part.append(member)
        if member == vertex:
            return part
