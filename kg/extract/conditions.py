"""What waits for a ratification: "once ratified, it will replace ...", "takes effect after ratification"."""

from collections.abc import Sequence

from kg.extract.bind import Finding
from kg.languages import role_forms
from kg.model import Event, Status

ONCE_REACH = 6
WAITING = frozenset([Event.ENTRY_INTO_FORCE, Event.REPLACEMENT])


def settle_conditions(findings: Sequence[Finding]) -> None:
    """Plan a ratification and what waits for it where either is planned, or told in the present without a day."""
    for finding in findings:
        if finding.event is not Event.RATIFICATION or finding.date is not None:
            continue
        beside = [f for f in findings if f.scene is finding.scene and f is not finding]
        same = [f for f in beside if f.agreement == finding.agreement]
        if not is_once(finding) and not any(waits(f) for f in same):
            continue
        if finding.status == Status.DONE and any(is_coming(f, finding) for f in same):
            finding.status = Status.PLANNED
        for other in same if finding.status == Status.PLANNED else ():
            if other.status == Status.DONE and other.date is None and other.event in WAITING:
                other.status = Status.PLANNED


def is_coming(finding: Finding, first: Finding) -> bool:
    """Tell whether an act is to follow the ratification `first`: it is planned, or takes effect without a day."""
    if finding.status == Status.PLANNED and finding.at > first.at:
        return True
    if finding.event is not Event.ENTRY_INTO_FORCE or finding.date is not None or finding.status != Status.DONE:
        return False
    form = finding.entry.form
    presents = finding.scene.pack.settings.presents
    return any(text.startswith(presents) for text in (form.text, form.first or "") if presents)


def is_once(finding: Finding) -> bool:
    """Tell whether "once" or "after" stands beside the act of a finding, before it or, where particles do, behind."""
    near = finding.scene.items[max(0, finding.at - ONCE_REACH) : finding.at]
    if finding.scene.pack.settings.boundary == "none" or finding.scene.pack.settings.order == "sov":
        near = finding.scene.items[finding.at + 1 : finding.at + ONCE_REACH]
    return any("once" in item.roles for item in near)


def waits(finding: Finding) -> bool:
    """Tell whether the form of a finding itself says that it comes after something (批准手続きの完了後に発効する)."""
    words = role_forms(finding.scene.pack.settings.code, "once")
    is_han = finding.scene.pack.settings.boundary == "none"
    return is_han and any(word in finding.entry.form.text for word in words)
