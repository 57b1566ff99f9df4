"""Export classes: which part of a signed revision an answer belongs to.

A calculation belongs to the strictest part of anything it was made from, directly or through other
calculations; otherwise a form could copy what a recipient must not have into what they get.
"""

from collections.abc import Mapping

from outreach_app.engine.compiled import CompiledForm
from outreach_app.engine.expressions.places import Reading
from outreach_app.engine.faults import Fault
from outreach_app.engine.model import FormModel
from outreach_app.engine.specs import NodeSpec

STRICTNESS = ("main", "third_party", "special", "location", "staff", "internal")
_APART = frozenset({"staff", "internal"})
"""Neither is stricter: each has readers whom the other is kept from."""


def strictest(parts: list[str]) -> str:
    """Return the strictest of some parts, ``main`` for none."""
    return max(parts, key=STRICTNESS.index, default=STRICTNESS[0])


def assign_parts(
    model: FormModel, form: CompiledForm, reads: Mapping[int, list[Reading]], faults: list[Fault]
) -> list[str]:
    """Return the part of every place by index; faults tell where a form says a weaker one."""
    written = [_written(model, spec) for spec in form.specs]
    for spec in form.specs:
        own = written[spec.index]
        if own and own not in STRICTNESS:
            faults.append(
                _fault(
                    model,
                    spec,
                    f"There is no part {own}.",
                    "main, third_party, special, location, staff or internal",
                )
            )
            written[spec.index] = ""
    parts = list(STRICTNESS[:1]) * len(form.specs)
    for spec in form.specs:
        parts[spec.index] = _from_above(spec, written)
    _raise_by_inputs(parts, reads)
    faults += _mixtures(model, form, parts, reads)
    for spec in form.specs:
        own = written[spec.index]
        if own and STRICTNESS.index(parts[spec.index]) > STRICTNESS.index(own):
            needed = parts[spec.index]
            what = f"It is made from answers of the part {needed} but says {own}."
            faults.append(_fault(model, spec, what, f"Write {needed}, or leave the cell empty."))
    return parts


def _written(model: FormModel, spec: NodeSpec) -> str:
    bind = model.binds.get(spec.full_path()) if spec.depth else None
    return bind.extras.get("part", "") if bind is not None else ""


def _from_above(spec: NodeSpec, written: list[str]) -> str:
    place: NodeSpec | None = spec
    while place is not None:
        if written[place.index]:
            return written[place.index]
        place = place.parent
    return STRICTNESS[0]


def _raise_by_inputs(parts: list[str], reads: Mapping[int, list[Reading]]) -> None:
    """Lift every calculated place to its inputs until nothing changes."""
    moved = True
    while moved:
        moved = False
        for index, readings in reads.items():
            inputs = [parts[r.spec.index] for r in readings if r.spec.is_leaf]
            needed = strictest([parts[index], *inputs])
            if needed != parts[index]:
                parts[index] = needed
                moved = True


def _mixtures(
    model: FormModel,
    form: CompiledForm,
    parts: list[str],
    reads: Mapping[int, list[Reading]],
) -> list[Fault]:
    """Return a fault for each calculation that is made from two parts with different readers."""
    specs = {spec.index: spec for spec in form.specs}
    return [
        _fault(
            model,
            specs[index],
            "It is made from answers of the parts staff and internal, which have different readers.",
            "Make two calculations of it.",
        )
        for index, readings in reads.items()
        if {parts[r.spec.index] for r in readings if r.spec.is_leaf} >= _APART
    ]


def _fault(model: FormModel, spec: NodeSpec, what: str, how: str) -> Fault:
    bind = model.binds.get(spec.full_path())
    return Fault("xml", bind.line if bind else 0, "part", what, how, field=spec.full_path())
