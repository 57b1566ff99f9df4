"""A caseworker's verbs: new case, begin or go on with a document, sign it, read its history."""

from outreach_app.domain.answers import Answers, flatten
from outreach_app.domain.authority import Verb
from outreach_app.domain.casefile import CaseFile
from outreach_app.domain.casefile_values import casefile_values
from outreach_app.domain.documents import Document, Draft, Reason, Revision, Subject
from outreach_app.domain.ids import Prefix
from outreach_app.domain.labels import client_reference
from outreach_app.domain.people import Role
from outreach_app.domain.risk import RULES_VERSION
from outreach_app.engine.definition import FormDefinition
from outreach_app.engine.session import FormSession
from outreach_app.services.access import RECORD_FORMS, access_of
from outreach_app.services.case_files import load_case_file
from outreach_app.services.case_finding import NewCase, draft_cases, find_case, find_client
from outreach_app.services.casefile_xml import casefile_xml
from outreach_app.services.catalogue import Catalogue, rule_items
from outreach_app.services.draft_standing import require_newest
from outreach_app.services.errors import ForeignDraftRows, OpenConflict, Unfinished
from outreach_app.services.form_facts import attachments_in, choice_labels, sources_of
from outreach_app.services.naming import client_references, device_letter
from outreach_app.services.open_document import OpenDocument, Opened
from outreach_app.services.permission import readable_answers, require_revisable
from outreach_app.services.prefilling import begun_again, prefill
from outreach_app.services.references import reference_instances
from outreach_app.services.revising import RevisionPlan, make_revision
from outreach_app.services.rules.surroundings import RuleContext
from outreach_app.services.sitting import Signer, Sitting
from outreach_app.store.read_once import ReadOnce

CLIENT_COUNTER = "labels.client"
_SHOWN_OBSTACLES = 5
# Documents of these kinds are about different things: another one's answers say nothing here.
_EACH_FOR_ITSELF = frozenset({"agency_involvement", "consent", "safety_flag"})


class Casework:
    """The verbs of one sitting on documents."""

    def __init__(self, sitting: Sitting, catalogue: Catalogue) -> None:
        """Work in an unlocked vault with its forms."""
        self._sitting = sitting
        self._catalogue = catalogue
        self._case_files: ReadOnce[CaseFile] = ReadOnce(sitting.vault.database)

    @property
    def writes_at_night(self) -> bool:
        """Whether night staff sit here: they take people in and lead no case."""
        return self._sitting.me.role is Role.NIGHT_STAFF

    # ---- cases ------------------------------------------------------------------------------

    def new_case(self) -> NewCase:
        """Begin a client record and a case record; the reference is given at once.

        Raises:
            NotAllowed: The role does not write cases.
        """
        sitting = self._sitting
        subject = Subject(
            client_id=sitting.new_id(Prefix.CLIENT), case_id=sitting.new_id(Prefix.CASE)
        )
        access = access_of(sitting, subject.case_id, sitting.me.person_id, form_id="case")
        sitting.require(Verb.WRITE, access)
        reference = self._next_reference()
        client = self.begin("client", Subject(client_id=subject.client_id), reference=reference)
        case = self.begin("case", subject)
        return NewCase(
            subject=subject,
            client_ref=reference,
            reference=reference,
            client=client.document,
            case=case.document,
        )

    def further_case(self, reference: str) -> NewCase:
        """Begin another case for a client whose record is here, as for one who comes back.

        Raises:
            UnknownCase: No client goes by the reference.
            NotAllowed: The role does not write cases, or the client's cases are not this person's.
        """
        sitting = self._sitting
        client_id = find_client(sitting.vault, reference)
        access = access_of(sitting, "", sitting.me.person_id, form_id="case", client_id=client_id)
        # The new case has nobody yet: who may begin it is asked of the cases there were.
        for verb in (Verb.READ, Verb.WRITE):
            sitting.require(verb, access)
        case_id = sitting.new_id(Prefix.CASE)
        self.begin("case", Subject(client_id=client_id, case_id=case_id))
        return next(each for each in self.draft_cases() if each.subject.case_id == case_id)

    def _next_reference(self) -> str:
        sitting = self._sitting
        letter = device_letter(sitting.me.certificate_serial)
        site, year = sitting.configuration.site, sitting.today().year
        given = set(client_references(sitting.vault).values())
        counter = int(sitting.vault.properties.get(CLIENT_COUNTER, "0")) + 1
        # A vault from an older backup counts on from then, while its references came back.
        while client_reference(site, year, letter, counter) in given:
            counter += 1
        with sitting.vault.database.transaction():
            sitting.vault.properties.set(CLIENT_COUNTER, str(counter))
        return client_reference(site, year, letter, counter)

    def find_case(self, reference: str) -> Subject:
        """Return the case that goes by a reference (of the case, or of a client with one case).

        Raises:
            UnknownCase: None, or more than one.
        """
        return find_case(self._sitting.vault, reference)

    def draft_cases(self) -> tuple[NewCase, ...]:
        """Return the cases of which nothing is signed yet, from one's own drafts."""
        return draft_cases(self._sitting.vault)

    def case_file(self, subject: Subject) -> CaseFile:
        """Return the case file as it stands now."""
        return self._case_files.get(
            (subject, self._sitting.today()),
            lambda: load_case_file(self._sitting, self._catalogue, subject),
        )

    # ---- drafts -----------------------------------------------------------------------------

    def begin(
        self,
        form_id: str,
        subject: Subject,
        *,
        reference: str = "",
        previous: Answers | None = None,
    ) -> OpenDocument:
        """Begin a new document on the released form.

        Args:
            form_id: Which form.
            subject: Whom it is about.
            reference: The client's reference, for a new client record.
            previous: Answers of an earlier document of this kind, shown and not counted; those
                of the newest signed one when not given.

        Raises:
            NotAllowed: The role does not write this form.
            FormNotAllowed: The form is not released.
        """
        sitting = self._sitting
        self._require(Verb.WRITE, subject, form_id)
        definition = self._catalogue.newest(form_id)
        document = Document(
            document_id=sitting.new_id(Prefix.DOCUMENT), form_id=form_id, subject=subject
        )
        case_file = self.case_file(subject)
        casefile = self._casefile(case_file)
        known = previous or self._last_answers(case_file, form_id)
        session = self._session(definition, case_file, casefile, previous=known)
        prefill(session, sitting.me.person_id, sitting.now(), leads=not self.writes_at_night)
        if reference:
            session.set_calculated({"client_ref": reference})
        with sitting.vault.transaction(sitting.act("draft.begun", document=document.document_id)):
            draft = sitting.vault.drafts.start(
                document,
                form_hash=definition.form_hash,
                answers=session.all_answers(),
                at=sitting.instant(),
            )
        return self._opened(draft, definition, session, case_file, casefile)

    def revise(self, document_id: str, reason: Reason) -> OpenDocument:
        """Begin a draft from the newest version of a signed document.

        Raises:
            OpenConflict: There are two newest versions; they must be merged first.
            DraftExists: There is a draft already; resume it.
            NotAllowed: The role does not write this form, or may not read all of it.
        """
        sitting = self._sitting
        heads = sitting.vault.revisions.heads(document_id)
        if len(heads) != 1:
            raise OpenConflict(count=len(heads))
        head = heads[0]
        document = sitting.vault.documents.get(document_id)
        self._require(Verb.WRITE, document.subject, document.form_id)
        require_revisable(sitting, head)
        said = begun_again(document.form_id, head.answers(earlier=True), reason, sitting.today())
        with sitting.vault.transaction(sitting.act("draft.begun", document=document_id)):
            sitting.vault.drafts.start(
                document,
                form_hash=head.header.form_hash,
                answers=said,
                at=sitting.instant(),
                base=(head.revision_id,),
                reason=reason,
            )
        return self.resume(document_id)

    def resume(self, document_id: str, *, previous: Answers | None = None) -> OpenDocument:
        """Open one's own draft exactly where it was left, an earlier document's answers at hand.

        Raises:
            NoDraft: There is none.
        """
        draft = self._sitting.vault.drafts.load(document_id)
        definition = self._catalogue.definition(draft.form_hash)
        case_file = self.case_file(draft.document.subject)
        casefile = self._casefile(case_file)
        known = previous
        if known is None and not draft.base:
            known = self._last_answers(case_file, draft.document.form_id)
        session = self._session(
            definition, case_file, casefile, answers=draft.answers, previous=known
        )
        return self._opened(draft, definition, session, case_file, casefile)

    def discard(self, document_id: str) -> None:
        """Give up one's own draft; signed versions stay."""
        sitting = self._sitting
        with sitting.vault.transaction(sitting.act("draft.discarded", document=document_id)):
            sitting.vault.drafts.discard(document_id)

    def _casefile(self, case_file: CaseFile) -> bytes:
        limits = self._sitting.configuration.time_limits()
        return casefile_xml(casefile_values(case_file, limits))

    def _session(
        self,
        definition: FormDefinition,
        case_file: CaseFile,
        casefile: bytes,
        *,
        answers: Answers | None = None,
        previous: Answers | None = None,
    ) -> FormSession:
        sitting = self._sitting
        instances = {
            **reference_instances(
                sitting.vault, case_file, sitting.trust.everybody(), self._catalogue.words
            ),
            "casefile.xml": casefile,
        }
        return FormSession(
            definition,
            answers=answers,
            today=sitting.today(),
            now=sitting.now(),
            new_row_id=lambda: sitting.new_id(Prefix.ROW),
            instances=instances,
            language=self._catalogue.language_of(definition),
            previous=previous,
            preloads={"username": sitting.me.person_id, "deviceid": sitting.vault.device_id},
        )

    def _opened(
        self,
        draft: Draft,
        definition: FormDefinition,
        session: FormSession,
        case_file: CaseFile,
        casefile: bytes,
    ) -> OpenDocument:
        sitting = self._sitting
        paths = {item.name: f"{item.path}/{item.leaves[1]}" for item in definition.items()}
        history = sitting.vault.revisions.history(draft.document.document_id)
        context = RuleContext(
            case_file=case_file,
            timescales=sitting.configuration.time_limits(),
            holidays=sitting.configuration.holidays(),
            today=sitting.today(),
            items=rule_items(definition),
            people=sitting.trust.everybody(),
            is_relevant=lambda stem: session.is_relevant(paths[stem]),
            earlier=tuple(flatten(each.answers()) for each in history if each.counted),
            reference=self._client_reference(case_file, draft.document.subject),
            label_of=choice_labels(definition),
            words_of=self._catalogue.words,
            sources=sources_of(definition),
            document_id=draft.document.document_id,
            is_arrival=self.writes_at_night and definition.form_id in RECORD_FORMS,
        )
        return OpenDocument(
            sitting,
            Opened(
                draft=draft,
                definition=definition,
                session=session,
                context=context,
                casefile=casefile,
            ),
        )

    def _client_reference(self, case_file: CaseFile, subject: Subject) -> str:
        """Return the client's reference, also while the client record is only a draft."""
        signed = str(case_file.client.get("client_ref", ""))
        return signed or client_references(self._sitting.vault).get(subject.client_id, "")

    def _require(self, verb: Verb, subject: Subject, form_id: str, kind: str = "") -> None:
        sitting = self._sitting
        access = access_of(
            sitting,
            subject.case_id,
            sitting.me.person_id,
            form_id=form_id,
            kind=kind,
            client_id=subject.client_id,
        )
        sitting.require(verb, access)

    # ---- signing ----------------------------------------------------------------------------

    def sign(
        self,
        opened: OpenDocument,
        signer: Signer,
        plan: RevisionPlan | None = None,
        *,
        apart: bool = False,
    ) -> Revision:
        """Turn a draft into a signed revision; the draft is gone when the call returns.

        Args:
            opened: The draft.
            signer: The author's key.
            plan: What was shown to the person; what the draft says now when not given.
            apart: Sign beside a newer version if there is one; both wait for their merge then.

        Raises:
            Refusal: As of `require_ready`.
        """
        sitting = self._sitting
        document = opened.document
        self.require_ready(opened, apart=apart)
        revision = make_revision(plan or self.plan(opened), signer, sitting)
        act = sitting.act(
            "document.signed", document=document.document_id, revision=revision.revision_id
        )
        sitting.vault.revisions.sign_draft(revision, act)
        return revision

    def require_ready(self, opened: OpenDocument, *, apart: bool = False) -> None:
        """Refuse a draft that may not be signed as it stands.

        Raises:
            DraftOvertaken: The document has a newer version, and nobody said `apart`.
            Unfinished: Answers are missing, or a rule stands against it.
            ForeignDraftRows: Somebody else's hand is in the draft.
            NotAllowed: The role does not sign this.
        """
        sitting = self._sitting
        document = opened.document
        foreign = sitting.vault.drafts.verify(document.document_id)
        if foreign:
            raise ForeignDraftRows(count=len(foreign))
        if not apart:
            require_newest(sitting, opened.draft)
        answers = opened.answers()
        kind = str(answers.get("assessment_kind", ""))
        self._require(Verb.SIGN, document.subject, document.form_id, kind)
        obstacles = opened.obstacles()
        if obstacles:
            named = tuple(each.text for each in obstacles[:_SHOWN_OBSTACLES])
            more = ("…",) if len(obstacles) > len(named) else ()
            raise Unfinished(count=len(obstacles), questions="\n".join((*named, *more)))

    def plan(self, opened: OpenDocument) -> RevisionPlan:
        """Return exactly what signing would sign, to be shown before the passphrase is asked."""
        return RevisionPlan(
            document=opened.document,
            form_hash=opened.definition.form_hash,
            parents=opened.draft.base,
            reason=Reason(opened.draft.reason),
            parts=opened.parts(),
            attachments=attachments_in(opened.definition, opened.session.answers()),
            rules_version=RULES_VERSION,
        )

    def open_answers(self, document: Document, form_hash: str, answers: Answers) -> OpenDocument:
        """Open answers that no draft holds, with all that follows from them; for reading only."""
        definition = self._catalogue.definition(form_hash)
        draft = Draft(
            document=document,
            person_id=self._sitting.me.person_id,
            form_hash=form_hash,
            base=(),
            answers=answers,
            updated_at=self._sitting.instant(),
        )
        case_file = self.case_file(document.subject)
        casefile = self._casefile(case_file)
        session = self._session(definition, case_file, casefile, answers=answers)
        return self._opened(draft, definition, session, case_file, casefile)

    def previous_answers(self, subject: Subject, form_id: str) -> Answers | None:
        """Return the answers of the newest signed document of a kind, for carrying forward."""
        return self._last_answers(self.case_file(subject), form_id)

    def _last_answers(self, case_file: CaseFile, form_id: str) -> Answers | None:
        record = case_file.newest(form_id) if form_id not in _EACH_FOR_ITSELF else None
        return readable_answers(self._sitting, record.document_id) if record else None
