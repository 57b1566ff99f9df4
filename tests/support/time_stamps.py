"""A time stamp service for a test: `python -m tests.support.time_stamps FOLDER` prints its port.

FOLDER holds `tsa.pem`, `tsa.key`, `root.pem` and `ca.cnf` with a section `stamps`; OpenSSL answers.
"""

import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


def main(folder: Path) -> None:
    """Answer until it is ended."""

    class Stamps(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            (folder / "asked").write_bytes(asked)
            command = ["openssl", "ts", "-reply", "-queryfile", "asked", "-section", "stamps"]
            command += ["-signer", "tsa.pem", "-inkey", "tsa.key", "-chain", "root.pem"]
            command += ["-config", "ca.cnf", "-out", "answer"]
            subprocess.run(command, cwd=folder, capture_output=True, check=True)
            answer = (folder / "answer").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Stamps)
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
