from io import BytesIO

class ImageReader:
    def __init__(self, fileName: BytesIO) -> None: ...
