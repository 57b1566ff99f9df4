"""Exit of service: evidence read from the records, judged by the worker, closed by a supervisor."""
