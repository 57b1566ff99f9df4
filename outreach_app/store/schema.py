"""The tables of a vault, version 1. `docs/vault-format.md` describes them for a reader.

Texts are UTF-8, instants read ``2026-02-03T11:00:00+00:00``, digests are hex. What can be rebuilt
from these tables stands in `list_tables`.
"""

VAULT = """
CREATE TABLE vault (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE vault_keys (
  name TEXT PRIMARY KEY,
  secret BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE journal (
  n INTEGER PRIMARY KEY,
  previous TEXT NOT NULL,
  event BLOB NOT NULL,
  hash TEXT NOT NULL
);
CREATE TABLE people (
  person_id TEXT PRIMARY KEY,
  slot_id TEXT NOT NULL UNIQUE,
  initials TEXT NOT NULL,
  full_name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,
  device_id TEXT NOT NULL,
  access_public BLOB NOT NULL,
  signing_public TEXT NOT NULL,
  signing_sealed BLOB NOT NULL,
  certificate_serial INTEGER NOT NULL,
  certificate BLOB,
  valid_until TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT
) WITHOUT ROWID;
CREATE TABLE age_identities (
  recipient TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people,
  identity TEXT NOT NULL,
  made_at TEXT NOT NULL,
  retired_at TEXT
) WITHOUT ROWID;
CREATE TABLE certificates (
  serial INTEGER NOT NULL,
  authority TEXT NOT NULL,
  person_id TEXT NOT NULL,
  certificate BLOB NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (authority, serial)
) WITHOUT ROWID;
CREATE INDEX certificates_person ON certificates (person_id);
"""

CASEWORK = """
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL UNIQUE,
  form_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  case_id TEXT NOT NULL
);
CREATE INDEX documents_case ON documents (case_id, form_id);
CREATE INDEX documents_client ON documents (client_id, form_id);
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  person_id TEXT NOT NULL,
  form_hash TEXT NOT NULL,
  base BLOB NOT NULL,
  reason TEXT NOT NULL,
  started_at TEXT NOT NULL,
  snapshot_n INTEGER NOT NULL,
  snapshot_at TEXT NOT NULL,
  answers BLOB NOT NULL,
  mac TEXT NOT NULL,
  UNIQUE (document, person_id)
);
CREATE TABLE draft_log (
  draft INTEGER NOT NULL REFERENCES drafts ON DELETE CASCADE,
  n INTEGER NOT NULL,
  mac TEXT NOT NULL,
  at TEXT NOT NULL,
  address TEXT NOT NULL,
  old TEXT NOT NULL,
  new TEXT NOT NULL,
  PRIMARY KEY (draft, n)
) WITHOUT ROWID;
CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  revision_id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents,
  form_hash TEXT NOT NULL,
  author_id TEXT NOT NULL,
  certificate_serial INTEGER NOT NULL,
  device_id TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  reason TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  flags TEXT NOT NULL,
  attachments TEXT NOT NULL,
  payload BLOB NOT NULL,
  signature BLOB NOT NULL,
  staged INTEGER NOT NULL DEFAULT 0,
  visible INTEGER NOT NULL DEFAULT 0,
  head INTEGER NOT NULL DEFAULT 0,
  counted INTEGER NOT NULL DEFAULT 1,
  not_counted TEXT NOT NULL DEFAULT ''
);
CREATE INDEX revisions_document ON revisions (document, signed_at);
CREATE INDEX revisions_not_counted ON revisions (not_counted) WHERE not_counted <> '';
CREATE TABLE revision_parents (
  revision INTEGER NOT NULL REFERENCES revisions ON DELETE CASCADE,
  parent_id TEXT NOT NULL,
  PRIMARY KEY (revision, parent_id)
) WITHOUT ROWID;
CREATE TABLE revision_parts (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL REFERENCES revisions ON DELETE CASCADE,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  salt BLOB,
  content BLOB,
  UNIQUE (revision, name)
);
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  review_id TEXT NOT NULL UNIQUE,
  revision_id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  verb TEXT NOT NULL,
  reviewer_id TEXT NOT NULL,
  certificate_serial INTEGER NOT NULL,
  device_id TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  text TEXT NOT NULL,
  comments BLOB NOT NULL,
  answers BLOB NOT NULL,
  payload BLOB NOT NULL,
  signature BLOB NOT NULL,
  counted INTEGER NOT NULL DEFAULT 1,
  not_counted TEXT NOT NULL DEFAULT ''
);
CREATE INDEX reviews_revision ON reviews (revision_id);
CREATE INDEX reviews_document ON reviews (document_id, signed_at);
CREATE INDEX reviews_not_counted ON reviews (not_counted) WHERE not_counted <> '';
CREATE TABLE attachments (
  digest TEXT PRIMARY KEY,
  file_name TEXT NOT NULL UNIQUE,
  key BLOB NOT NULL,
  media_type TEXT NOT NULL,
  description TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  stored_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE forms (
  form_hash TEXT PRIMARY KEY,
  form_id TEXT NOT NULL,
  version TEXT NOT NULL,
  title TEXT NOT NULL,
  definition BLOB NOT NULL,
  cache BLOB,
  cache_version TEXT NOT NULL,
  allowed INTEGER NOT NULL,
  stored_at TEXT NOT NULL
);
CREATE INDEX forms_name ON forms (form_id, stored_at);
"""

EXCHANGE = """
CREATE TABLE objects (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  payload BLOB NOT NULL,
  signature BLOB NOT NULL,
  received_at TEXT NOT NULL
);
CREATE INDEX objects_kind ON objects (kind, object_id, number);
CREATE TABLE bundles_in (
  bundle_id TEXT PRIMARY KEY,
  file_digest TEXT NOT NULL,
  signer_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  recipient_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  previous TEXT NOT NULL,
  purpose TEXT NOT NULL,
  created_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  accepted_at TEXT NOT NULL DEFAULT '',
  refused_at TEXT NOT NULL DEFAULT '',
  manifest BLOB NOT NULL,
  signature BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE bundle_places (
  bundle_id TEXT NOT NULL REFERENCES bundles_in ON DELETE CASCADE,
  recipient_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  previous TEXT NOT NULL,
  PRIMARY KEY (bundle_id, recipient_id)
) WITHOUT ROWID;
CREATE INDEX bundle_places_line ON bundle_places (device_id, recipient_id, sequence);
CREATE TABLE bundle_entries (
  id INTEGER PRIMARY KEY,
  bundle_id TEXT NOT NULL,
  path TEXT NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (bundle_id, path)
);
CREATE TABLE staged_revisions (
  bundle_id TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES revisions ON DELETE CASCADE,
  PRIMARY KEY (bundle_id, revision)
) WITHOUT ROWID;
CREATE TABLE staged_parts (
  bundle_id TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES revisions ON DELETE CASCADE,
  name TEXT NOT NULL,
  salt BLOB NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (bundle_id, revision, name)
);
CREATE TABLE bundles_out (
  bundle_id TEXT NOT NULL,
  file_digest TEXT NOT NULL,
  device_id TEXT NOT NULL,
  recipient_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  previous TEXT NOT NULL,
  purpose TEXT NOT NULL,
  created_at TEXT NOT NULL,
  manifest BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (bundle_id, recipient_id)
) WITHOUT ROWID;
CREATE INDEX bundles_out_line ON bundles_out (device_id, recipient_id, sequence);
CREATE TABLE bundle_contents (
  bundle_id TEXT NOT NULL,
  outgoing INTEGER NOT NULL,
  object_id TEXT NOT NULL,
  PRIMARY KEY (bundle_id, outgoing, object_id)
) WITHOUT ROWID;
CREATE INDEX bundle_contents_object ON bundle_contents (object_id);
CREATE TABLE receipts (
  digest TEXT PRIMARY KEY,
  bundle_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  by_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  at TEXT NOT NULL,
  payload BLOB NOT NULL,
  signature BLOB NOT NULL,
  received_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX receipts_bundle ON receipts (bundle_id);
"""
