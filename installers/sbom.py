"""The bill of materials of a frozen program, as CycloneDX 1.6 has it.

The same program gives the same bytes: its time is that of the commit, its serial number comes from its
content.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression
from cyclonedx.spdx import is_supported_id as is_licence
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from installers.inventory import Part, inventory_text
from installers.sbom_library import Kind, Library
from installers.sbom_payload import plain_name
from installers.version import BuildFault, moment

_SPACE = uuid.UUID("5f8f0d2a-6a53-4c0a-9f55-0c1c8f4a3b7e")
_KINDS = {
    Kind.PROGRAM: ComponentType.APPLICATION,
    Kind.LIBRARY: ComponentType.LIBRARY,
    Kind.DATA: ComponentType.DATA,
}
_BINARIES = (".so", ".pyd", ".dll", ".dylib", ".exe", ".zip", ".ttf")


def bill_of_materials(libraries: Sequence[Library]) -> str:
    """Return the bill of materials as JSON.

    Args:
        libraries: The program itself first, then everything else in it.
    """
    itself, *rest = libraries
    bom = Bom(serial_number=_SPACE)
    bom.metadata.timestamp = datetime.fromtimestamp(moment(), UTC)
    bom.metadata.component = _component(itself, "")
    bom.metadata.tools.components.clear()
    parts = [_component(each, "") for each in rest]
    bom.components = parts
    bom.dependencies = _dependencies(libraries, [bom.metadata.component, *parts])
    bom.serial_number = uuid.uuid5(_SPACE, hashlib.sha256(_written(bom).encode()).hexdigest())
    return _written(bom)


def _dependencies(
    libraries: Sequence[Library], components: Sequence[Component]
) -> list[Dependency]:
    refs = {
        plain_name(library.name): component.bom_ref
        for library, component in zip(libraries, components, strict=True)
    }
    asked = {each for library in libraries[1:] for each in library.needs}
    itself, *rest = libraries
    # What nobody else asks for is there for the program itself: Python, libraries of the system, fonts.
    own = {*itself.needs, *(plain_name(each.name) for each in rest)} - (asked - {*itself.needs})
    wanted = [(itself, own), *((each, {*each.needs}) for each in rest)]
    return [
        Dependency(
            refs[plain_name(library.name)],
            [Dependency(refs[name]) for name in sorted(names & refs.keys())],
        )
        for library, names in wanted
    ]


def check_bill(told: str) -> None:
    """Refuse a bill that the standard's own schema does not take.

    Raises:
        BuildFault: Why not.
    """
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(told)
    if wrong is not None:
        raise BuildFault(f"The bill of materials is not as CycloneDX wants it: {wrong}")


def _written(bom: Bom) -> str:
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    return json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _component(library: Library, above: str) -> Component:
    name = (
        f"{above}{library.name}@{library.version}" if library.version else f"{above}{library.name}"
    )
    files = [_file(each, name) for each in library.files if _is_binary(each.path)]
    inside = [_component(each, f"{name}/") for each in library.inside]
    return Component(
        name=library.name,
        type=_KINDS[library.kind],
        version=library.version or None,
        bom_ref=name,
        purl=PackageURL.from_string(library.purl) if library.purl else None,
        cpe=library.cpe or None,
        licenses=[_licence(library.licence)] if library.licence else None,
        components=[*inside, *files],
        properties=_properties(library),
    )


def _licence(expression: str) -> DisjunctiveLicense | LicenseExpression:
    if is_licence(expression):
        return DisjunctiveLicense(id=expression)
    if is_expression(expression):
        return LicenseExpression(expression)
    return DisjunctiveLicense(name=expression)


def _is_binary(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.endswith(_BINARIES) or ".so." in name or "." not in name.removeprefix("_internal")


def _file(part: Part, above: str) -> Component:
    return Component(
        name=part.path,
        type=ComponentType.FILE,
        bom_ref=f"{above}#{part.path}",
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=part.sha256)],
    )


def _properties(library: Library) -> Iterable[Property]:
    if library.files:
        # The digest of these files' lines in FILES.sha256: it names all of them, data too.
        told = hashlib.sha256(inventory_text(library.files).encode()).hexdigest()
        yield Property(name="outreach:files", value=str(len(library.files)))
        yield Property(name="outreach:files:sha256", value=told)
    if library.modules:
        yield Property(name="outreach:modules", value=str(library.modules))
    if library.lock:
        # Whichever of these was installed: the lock lets in no other.
        yield Property(name="outreach:lock:sha256", value=" ".join(library.lock))
    if library.remark:
        yield Property(name="outreach:remark", value=library.remark)
