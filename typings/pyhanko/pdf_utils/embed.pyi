from pyhanko.pdf_utils.writer import PdfFileWriter

class EmbeddedFileObject:
    @classmethod
    def from_file_data(
        cls, pdf_writer: PdfFileWriter, data: bytes, *, mime_type: str | None = ...
    ) -> EmbeddedFileObject: ...

class FileSpec:
    def __init__(
        self,
        file_spec_string: str,
        file_name: str | None = ...,
        embedded_data: EmbeddedFileObject | None = ...,
    ) -> None: ...

def embed_file(pdf_writer: PdfFileWriter, spec: FileSpec) -> None: ...
