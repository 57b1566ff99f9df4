"""Plays the steps in which a case changes hands: one person hands it over, another accepts it."""

from outreach_app.services.demonstration.stage import Stage
from outreach_app.services.demonstration.writing import Memory, Step, StoryDiffers
from outreach_app.services.handing_over.answering import begin_answer, sign_answer
from outreach_app.services.handing_over.giving import begin, sign, take_stock
from outreach_app.services.handing_over.standing import lead_of


class CaseGiver:
    """Plays handovers to a colleague on a stage."""

    def __init__(self, stage: Stage, memory: Memory) -> None:
        """Hand over on a stage, remembering keys."""
        self._stage = stage
        self._memory = memory

    def hand_over(self, step: Step) -> str:
        """Play one handover: the inventory is made from the record, the giver signs."""
        workspace = self._stage.at(step["vault"], step["by"], step["at"])
        opened = begin(workspace, self._memory.subject(step["case"]), "colleague")
        self._memory.documents[step["document"]] = opened.document.document_id
        opened.set_answer("ho_to", self._stage.person_ids[step["to"]])
        for name, value in step["answers"].items():
            opened.set_answer(name, value)
        stock = take_stock(workspace, opened)
        signer = workspace.sitting.signer(self._stage.players[step["by"]].passphrase)
        revision = sign(workspace, opened, signer)
        return (
            f"handed to {step['to']}, {len(stock.open)} things open, {revision.revision_id[7:15]}"
        )

    def answer(self, step: Step) -> str:
        """Play the answer of whoever takes a case over; who accepts leads it from then on."""
        workspace = self._stage.at(step["vault"], step["by"], step["at"])
        opened = begin_answer(workspace, self._memory.documents[step["document"]], step["answer"])
        for name, value in step.get("answers", {}).items():
            opened.set_answer(name, value)
        signer = workspace.sitting.signer(self._stage.players[step["by"]].passphrase)
        revision = sign_answer(workspace, opened, signer)
        return f"{step['answer']} signed, {revision.revision_id[7:15]}{self._lead(step)}"

    def _lead(self, step: Step) -> str:
        """Return who leads the case now, and insist that it is who the story says."""
        workspace = self._stage.at(step["vault"], step["by"], step["at"])
        lead = lead_of(workspace.casework.case_file(self._memory.subject(step["case"])))
        if lead != self._stage.person_ids[step["leads"]]:
            raise StoryDiffers(f"{step['leads']} does not lead {step['case']}")
        return f", {step['leads']} leads the case"
