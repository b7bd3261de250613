package io.painchain.backend.security;

/** What an operation asks of its caller where keys are asked for. */
public enum Right {
    /** No identity: the request proves itself in another way, or is how one signs in. */
    NONE,
    /** Anybody who proved who they are. */
    ANY,
    /** Look at events and at what is configured. */
    READ,
    /** Write events, change saved views. */
    WRITE,
    /** Integrations, teams, fields, retention, tasks, and what is done with the integrations' tokens. */
    CONFIGURE,
    /** API keys. */
    KEYS,
    /** Who belongs to the tenant: members and invitations. */
    MEMBERS,
    /** Tenants: created, suspended, exported, erased. */
    TENANTS,
    /** The audit log. */
    AUDIT,
    /** Read configurations in clear, report. */
    CONNECT
}
