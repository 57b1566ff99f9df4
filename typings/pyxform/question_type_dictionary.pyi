"""The names of the types of question."""

QUESTION_TYPE_DICT: dict[str, dict[str, object]]
