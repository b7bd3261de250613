/**
 * Tenants as operators see them: created, suspended, exported, erased. Goes over all tables by the catalogue, so that it
 * knows no feature but keys, members and the audit log.
 */
package io.painchain.backend.operator;
