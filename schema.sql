-- The whole schema as it stands: what a fresh database gets.
--
-- Written once for both engines: BIGINT, BOOLEAN and BYTEA are put into the engine's own words on
-- the way in (src/store/migrate.rs). Times are microseconds since 1970, UTC; ids are UUIDv7 as text.

CREATE TABLE schema_info (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL,
    oldest_reader BIGINT NOT NULL
);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value BYTEA NOT NULL
);

CREATE TABLE signing_keys (
    id TEXT PRIMARY KEY,
    public_key TEXT NOT NULL,
    sealed_secret BYTEA NOT NULL,
    not_before BIGINT NOT NULL,
    retired_at BIGINT
);

CREATE TABLE users (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    name_first TEXT NOT NULL,
    name_last TEXT NOT NULL,
    name_normalized TEXT NOT NULL,
    username TEXT,
    username_normalized TEXT UNIQUE,
    email_address TEXT NOT NULL,
    email_normalized TEXT NOT NULL UNIQUE,
    email_verified_at BIGINT,
    email_added_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    state_changed_at BIGINT NOT NULL,
    state_error TEXT,
    password_hash TEXT,
    password_generated BOOLEAN NOT NULL,
    operator BOOLEAN NOT NULL,
    allow_support_login BOOLEAN NOT NULL,
    two_factor BOOLEAN NOT NULL,
    locale TEXT,
    activated_at BIGINT,
    terms_accepted_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    last_login_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX users_operators ON users (id) WHERE operator = TRUE;

CREATE TABLE orgs (
    id TEXT PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_normalized TEXT NOT NULL,
    country TEXT,
    sign_up_domain_id TEXT,
    require_two_factor BOOLEAN NOT NULL,
    allowed_email_domains TEXT NOT NULL,
    invitations_need_approval BOOLEAN NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX orgs_by_name ON orgs (name_normalized);

CREATE TABLE memberships (
    id TEXT NOT NULL UNIQUE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    org_id TEXT NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    requested_role TEXT,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, org_id)
);
CREATE INDEX memberships_by_org ON memberships (org_id, user_id);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    operator_id TEXT,
    org_id TEXT,
    token_generation BIGINT NOT NULL,
    token_id TEXT NOT NULL,
    token_key_id TEXT NOT NULL,
    token_org_id TEXT,
    token_role TEXT,
    token_issued_at BIGINT NOT NULL,
    token_expires_at BIGINT NOT NULL,
    rotated_at BIGINT,
    device TEXT,
    ip TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX sessions_by_user ON sessions (user_id, id);
CREATE INDEX sessions_by_operator ON sessions (operator_id) WHERE operator_id IS NOT NULL;
CREATE INDEX sessions_by_last_use ON sessions (last_used_at);
CREATE INDEX sessions_by_end ON sessions (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE logins (
    id TEXT NOT NULL,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    ip TEXT NOT NULL,
    device TEXT,
    kind TEXT NOT NULL,
    operator_id TEXT,
    refusal TEXT,
    place TEXT NOT NULL,
    PRIMARY KEY (user_id, id)
);
CREATE INDEX logins_by_place ON logins (user_id, place);
CREATE INDEX logins_by_time ON logins (at);
CREATE INDEX logins_by_operator ON logins (operator_id) WHERE operator_id IS NOT NULL;

CREATE TABLE authenticators (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    sealed_secret BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    enabled_at BIGINT,
    last_step BIGINT NOT NULL
);
CREATE INDEX authenticators_by_user ON authenticators (user_id);

CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_digest BYTEA NOT NULL,
    spent_at BIGINT,
    PRIMARY KEY (user_id, code_digest)
);

CREATE TABLE passkeys (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    credential_id BYTEA NOT NULL UNIQUE,
    credential BYTEA NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT
);
CREATE INDEX passkeys_by_user ON passkeys (user_id, id);

CREATE TABLE lockouts (
    account TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    locked_until BIGINT,
    last_failed_at BIGINT NOT NULL
);
CREATE INDEX lockouts_by_time ON lockouts (last_failed_at);

-- How often something was tried on an account: when all of it is let through again. The digest tells nobody whose.
CREATE TABLE rate_limits (
    account_digest BYTEA PRIMARY KEY,
    restored_at BIGINT NOT NULL
);
CREATE INDEX rate_limits_by_time ON rate_limits (restored_at);

CREATE TABLE api_keys (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    org_id TEXT REFERENCES orgs (id) ON DELETE CASCADE,
    key_digest BYTEA NOT NULL UNIQUE,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    prefix TEXT NOT NULL,
    ip_allowlist TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    last_used_at BIGINT,
    last_refused_at BIGINT
);
CREATE INDEX api_keys_by_user ON api_keys (user_id, id);
CREATE INDEX api_keys_by_org ON api_keys (org_id);
CREATE INDEX api_keys_by_expiry ON api_keys (expires_at);

-- The one key of a person that is shown beside their account; whole, where it is sealed.
CREATE TABLE profile_keys (
    user_id TEXT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    api_key_id TEXT NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
    sealed_secret BYTEA
);
CREATE INDEX profile_keys_by_api_key ON profile_keys (api_key_id);

CREATE TABLE sign_up_domains (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    help TEXT NOT NULL,
    allow_signup BOOLEAN NOT NULL,
    sign_up_url TEXT,
    version_id TEXT NOT NULL,
    version_title TEXT NOT NULL,
    version_description TEXT NOT NULL
);

CREATE TABLE invitations (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
    email_address TEXT NOT NULL,
    email_normalized TEXT NOT NULL,
    role TEXT NOT NULL,
    message TEXT,
    locale TEXT,
    inviter_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    letter_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    accepted_by TEXT,
    declined_at BIGINT,
    revoked_at BIGINT
);
-- One open invitation per org and address, whatever runs at the same time.
CREATE UNIQUE INDEX invitations_org_id_email_normalized_key ON invitations (org_id, email_normalized)
    WHERE accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL;
CREATE INDEX invitations_by_org ON invitations (org_id, id);
CREATE INDEX invitations_by_email ON invitations (email_normalized, id);
CREATE INDEX invitations_by_inviter ON invitations (inviter_id, id);
CREATE INDEX invitations_by_accepter ON invitations (accepted_by) WHERE accepted_by IS NOT NULL;

CREATE TABLE ownership_transfers (
    id TEXT PRIMARY KEY,
    org_id TEXT NOT NULL REFERENCES orgs (id) ON DELETE CASCADE,
    owner_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    successor_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    letter_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    outcome TEXT
);
-- One open transfer per org and owner, whatever runs at the same time.
CREATE UNIQUE INDEX ownership_transfers_org_id_owner_id_key ON ownership_transfers (org_id, owner_id)
    WHERE outcome IS NULL;
CREATE INDEX ownership_transfers_by_org ON ownership_transfers (org_id, id);
CREATE INDEX ownership_transfers_by_owner ON ownership_transfers (owner_id);
CREATE INDEX ownership_transfers_by_successor ON ownership_transfers (successor_id);
CREATE INDEX ownership_transfers_by_expiry ON ownership_transfers (expires_at);

CREATE TABLE sign_ups (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL,
    email_address TEXT NOT NULL,
    email_normalized TEXT NOT NULL,
    name_first TEXT NOT NULL,
    name_last TEXT NOT NULL,
    username TEXT,
    username_normalized TEXT,
    username_generated BOOLEAN NOT NULL,
    password_hash TEXT NOT NULL,
    sealed_password BYTEA,
    org_id TEXT,
    org_name TEXT,
    org_country TEXT,
    domain_id TEXT,
    invitation_id TEXT,
    locale TEXT,
    terms_accepted_at BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sign_ups_by_email ON sign_ups (email_normalized, id);
CREATE INDEX sign_ups_by_username ON sign_ups (username_normalized, id);
CREATE INDEX sign_ups_by_expiry ON sign_ups (expires_at);

CREATE TABLE email_changes (
    id TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL,
    old_address TEXT NOT NULL,
    old_verified_at BIGINT,
    old_added_at BIGINT NOT NULL,
    new_address TEXT NOT NULL,
    new_normalized TEXT NOT NULL,
    agreement TEXT NOT NULL,
    accepted_at BIGINT,
    confirmed_at BIGINT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX email_changes_by_user ON email_changes (user_id);
CREATE INDEX email_changes_by_new ON email_changes (new_normalized);
CREATE INDEX email_changes_by_expiry ON email_changes (expires_at);

CREATE TABLE one_time_tokens (
    id TEXT PRIMARY KEY,
    token_digest BYTEA NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    user_id TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT
);
CREATE INDEX one_time_tokens_by_user ON one_time_tokens (user_id) WHERE spent_at IS NULL;
CREATE INDEX one_time_tokens_by_subject ON one_time_tokens (subject_id);
CREATE INDEX one_time_tokens_by_expiry ON one_time_tokens (expires_at);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    recipient_normalized TEXT NOT NULL,
    user_id TEXT,
    sealed BYTEA,
    transient BOOLEAN NOT NULL,
    stage TEXT NOT NULL,
    claimed BOOLEAN NOT NULL,
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT,
    detail TEXT,
    dialogue TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE stage = 'queued';
CREATE INDEX outbox_finished ON outbox (finished_at);
CREATE INDEX outbox_failed ON outbox (id) WHERE stage = 'failed';
CREATE INDEX outbox_by_recipient ON outbox (recipient_normalized);
CREATE INDEX outbox_by_user ON outbox (user_id);

CREATE TABLE idempotency_keys (
    id TEXT PRIMARY KEY,
    key_digest BYTEA NOT NULL UNIQUE,
    request_digest BYTEA NOT NULL,
    sealed_answer BYTEA NOT NULL,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL
);
CREATE INDEX idempotency_keys_by_user ON idempotency_keys (user_id);
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at, id);

CREATE TABLE inbox (
    id TEXT PRIMARY KEY,
    recipient TEXT NOT NULL,
    recipient_normalized TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- What is done later: ids alone, so that a deletion leaves nothing personal here.
CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    requested_by TEXT NOT NULL,
    token_id TEXT NOT NULL,
    state TEXT NOT NULL,
    failure TEXT,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    claimed_until BIGINT
);
-- One thing is done to one subject once at a time.
CREATE UNIQUE INDEX jobs_kind_subject_id_key ON jobs (kind, subject_id) WHERE finished_at IS NULL;
CREATE INDEX jobs_failed ON jobs (id) WHERE state = 'failed';
CREATE INDEX jobs_by_requester ON jobs (requested_by, id);
CREATE INDEX jobs_by_end ON jobs (finished_at);

CREATE TABLE job_steps (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    step TEXT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    PRIMARY KEY (job_id, position)
);

CREATE TABLE audit_events (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL,
    org_id TEXT,
    actor_id TEXT,
    action TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id TEXT NOT NULL,
    personal_digest BYTEA,
    position BIGINT,
    hash BYTEA
);
CREATE UNIQUE INDEX audit_events_by_position ON audit_events (position) WHERE position IS NOT NULL;
CREATE INDEX audit_events_unchained ON audit_events (id) WHERE position IS NULL;
CREATE INDEX audit_events_by_org ON audit_events (org_id, id) WHERE org_id IS NOT NULL;
CREATE INDEX audit_events_by_actor ON audit_events (actor_id, id);
CREATE INDEX audit_events_by_target ON audit_events (target_id, id);

-- What an event tells of a person beyond their id: apart, so that it can be erased and the event stays.
CREATE TABLE audit_personal (
    event_id TEXT PRIMARY KEY REFERENCES audit_events (id) ON DELETE CASCADE,
    user_id TEXT,
    ip TEXT NOT NULL,
    kept_until BIGINT,
    salt BYTEA NOT NULL
);
CREATE INDEX audit_personal_by_user ON audit_personal (user_id, event_id);
CREATE INDEX audit_personal_by_end ON audit_personal (kept_until) WHERE kept_until IS NOT NULL;

-- Where the chain of audit events ends: the one row that says how many there are, vouched for by the key file.
CREATE TABLE audit_chain (
    name TEXT PRIMARY KEY,
    length BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    proof BYTEA NOT NULL
);
