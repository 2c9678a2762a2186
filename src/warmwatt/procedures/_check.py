"""Checks that a flow can be walked: every step is reached, every step leads on or ends, every name exists."""

from collections.abc import Iterator

from warmwatt.handbook import Flow, Step


def check_flow(flow: Flow) -> tuple[str, ...]:
    """This function will return what is wrong with a flow, in words; nothing where all is well."""
    return (*_repeated(flow), *_unknown(flow), *_unreachable(flow), *_dead_ends(flow), *_unasked(flow))


def _repeated(flow: Flow) -> Iterator[str]:
    for kind, ids in (("step", [step.id for step in flow.steps]), ("slot", [slot.id for slot in flow.slots])):
        for each in sorted({name for name in ids if ids.count(name) > 1}):
            yield f"{flow.id}: the {kind} {each} is there twice"


def _unknown(flow: Flow) -> Iterator[str]:
    for step in flow.steps:
        for branch in step.next:
            if flow.step(branch.to) is None:
                yield f"{flow.id}.{step.id}: leads to {branch.to}, which is not a step"
            yield from (
                f"{flow.id}.{step.id}: branches on {slot}, which is not a slot"
                for slot in branch.when
                if flow.slot(slot) is None
            )
        for slot in (*step.needs, *step.any_of):
            if flow.slot(slot) is None:
                yield f"{flow.id}.{step.id}: needs {slot}, which is not a slot"


def _unreachable(flow: Flow) -> Iterator[str]:
    reached: set[str] = set()
    waiting = [flow.steps[0]]
    while waiting:
        step = waiting.pop()
        if step.id not in reached:
            reached.add(step.id)
            waiting += [found for branch in step.next if (found := flow.step(branch.to))]
    yield from (f"{flow.id}.{step.id}: is never reached" for step in flow.steps if step.id not in reached)


def _dead_ends(flow: Flow) -> Iterator[str]:
    for step in flow.steps:
        if not step.next and not step.outcome:
            yield f"{flow.id}.{step.id}: is a dead end: it leads nowhere and has no outcome"
        if step.next and step.next[-1].when:
            yield f"{flow.id}.{step.id}: has no way on where none of its conditions holds"
        if not _can_finish(step):
            yield f"{flow.id}.{step.id}: nothing finishes it: it needs no slot, act or promise"


def _can_finish(step: Step) -> bool:
    return bool(step.needs or step.any_of or step.acts or step.promises)


def _unasked(flow: Flow) -> Iterator[str]:
    for step in flow.steps:
        for name in (*step.needs, *step.any_of):
            slot = flow.slot(name)
            if slot and not slot.ask and not slot.known:
                yield f"{flow.id}.{step.id}: {name} is needed but nothing asks for it"
        if not (step.needs or step.any_of) and not step.say:
            yield f"{flow.id}.{step.id}: the agent has nothing to say there"
