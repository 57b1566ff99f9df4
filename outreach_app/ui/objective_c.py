"""Messages to objects of macOS: to its windows, and to the program as the Dock knows it.

Written from Apple's documentation and never run on a Mac; what is sent is tried with a stand-in.
"""

import ctypes
from collections.abc import Callable

Tell = Callable[..., int]
"""Sends a message: an object's address or a class's name, the selector, at most one whole number; the answer."""


def objective_c() -> Tell:
    """Return what sends messages on a Mac.

    Raises:
        OSError: This is no Mac.
    """
    library = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    for look_up in (library.sel_registerName, library.objc_getClass):
        look_up.restype = ctypes.c_void_p
        look_up.argtypes = [ctypes.c_char_p]
    # One entry for each shape: Apple's processors hand numbers over as declared.
    without = ctypes.cast(
        library.objc_msgSend, ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
    )
    with_number = ctypes.cast(
        library.objc_msgSend,
        ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_long),
    )

    def tell(whom: int | bytes, selector: bytes, *number: int) -> int:
        receiver = library.objc_getClass(whom) if isinstance(whom, bytes) else whom
        said = library.sel_registerName(selector)
        answer = with_number(receiver, said, *number) if number else without(receiver, said)
        return int(answer or 0)

    return tell
