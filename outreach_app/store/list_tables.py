"""The tables behind lists and search: nothing in them that cannot be rebuilt from the revisions.

`PROJECTION_VERSION` rises with every change of these tables' contents; a vault whose lists were
made by another version rebuilds them when it is opened.
"""

PROJECTION_VERSION = 6

PROJECTIONS = """
CREATE TABLE p_documents (
  document_id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  on_date TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  author_id TEXT NOT NULL,
  head_count INTEGER NOT NULL,
  revision_count INTEGER NOT NULL,
  waiting_count INTEGER NOT NULL,
  not_counted_count INTEGER NOT NULL,
  withheld INTEGER NOT NULL,
  last_verb TEXT NOT NULL,
  last_reviewed_at TEXT NOT NULL,
  approved INTEGER NOT NULL,
  countersigned INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  stale INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_documents_case ON p_documents (case_id, form_id, on_date);
CREATE INDEX p_documents_client ON p_documents (client_id, form_id, on_date);
CREATE TABLE p_clients (
  document_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  client_ref TEXT NOT NULL,
  preferred_name TEXT NOT NULL,
  full_name TEXT NOT NULL,
  first_language TEXT NOT NULL,
  jurisdiction TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_clients_client ON p_clients (client_id);
CREATE TABLE p_case_records (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  case_ref TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  service_kind TEXT NOT NULL,
  caseworker TEXT NOT NULL,
  second_worker TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_case_records_case ON p_case_records (case_id);
CREATE TABLE p_assessments (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  assessed_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  indicated_level TEXT NOT NULL,
  overall_level TEXT NOT NULL,
  effective_level TEXT NOT NULL,
  next_review TEXT NOT NULL,
  countersigned INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_assessments_case ON p_assessments (case_id, assessed_at);
CREATE TABLE p_flags (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  flag_code TEXT NOT NULL,
  set_at TEXT NOT NULL,
  cleared_at TEXT NOT NULL,
  is_open INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_flags_case ON p_flags (case_id, is_open);
CREATE TABLE p_goals (
  document_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  goal_key TEXT NOT NULL,
  goal_domain TEXT NOT NULL,
  goal_statement TEXT NOT NULL,
  goal_status TEXT NOT NULL,
  target_date TEXT NOT NULL,
  PRIMARY KEY (document_id, row_id)
) WITHOUT ROWID;
CREATE INDEX p_goals_case ON p_goals (case_id);
CREATE TABLE p_actions (
  document_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  goal_row_id TEXT NOT NULL,
  act_key TEXT NOT NULL,
  act_text TEXT NOT NULL,
  act_who_kind TEXT NOT NULL,
  act_by TEXT NOT NULL,
  act_status TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  PRIMARY KEY (document_id, row_id)
) WITHOUT ROWID;
CREATE INDEX p_actions_due ON p_actions (is_open, act_by);
CREATE INDEX p_actions_case ON p_actions (case_id);
CREATE TABLE p_reviews_due (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  form_id TEXT NOT NULL,
  due_on TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_reviews_due_date ON p_reviews_due (due_on);
CREATE TABLE p_consents (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  con_kind TEXT NOT NULL,
  con_agency TEXT NOT NULL,
  con_purpose TEXT NOT NULL,
  con_decision TEXT NOT NULL,
  con_date TEXT NOT NULL,
  con_expires TEXT NOT NULL,
  con_withdrawn_on TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_consents_case ON p_consents (case_id);
CREATE TABLE p_referrals (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  ref_key TEXT NOT NULL,
  ref_kind TEXT NOT NULL,
  ref_urgency TEXT NOT NULL,
  ref_to_agency TEXT NOT NULL,
  approved INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_referrals_case ON p_referrals (case_id);
CREATE TABLE p_exits (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  exit_kind TEXT NOT NULL,
  exit_reason TEXT NOT NULL,
  exit_date TEXT NOT NULL,
  closed INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_exits_case ON p_exits (case_id);
CREATE TABLE p_facts (
  document_id TEXT PRIMARY KEY,
  form_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  on_date TEXT NOT NULL,
  facts TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX p_facts_form ON p_facts (form_id, case_id, on_date);
CREATE TABLE p_heads (
  document_id TEXT NOT NULL,
  revision_id TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  PRIMARY KEY (document_id, revision_id)
) WITHOUT ROWID;
CREATE TABLE p_cases (
  case_id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL,
  case_ref TEXT NOT NULL,
  client_ref TEXT NOT NULL,
  preferred_name TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  service_kind TEXT NOT NULL,
  caseworker TEXT NOT NULL,
  second_worker TEXT NOT NULL,
  level TEXT NOT NULL,
  assessed_at TEXT NOT NULL,
  next_review TEXT NOT NULL,
  open_flags TEXT NOT NULL,
  last_change TEXT NOT NULL,
  document_count INTEGER NOT NULL,
  exit_date TEXT NOT NULL,
  closed INTEGER NOT NULL
) WITHOUT ROWID;
"""

SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (content_text, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
"""
