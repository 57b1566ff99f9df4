"""The launcher: a small process without Qt and without a secret that runs the window as its child."""
