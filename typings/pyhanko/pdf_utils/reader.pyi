from io import BytesIO

class PdfFileReader:
    def __init__(self, stream: BytesIO) -> None: ...
