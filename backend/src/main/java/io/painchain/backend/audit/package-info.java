/**
 * The audit log: who changed what, chained by digests, one chain a tenant. Features that change something call
 * {@link io.painchain.backend.audit.AuditLog}; what none of them recorded, the filter here does. Knows no feature.
 */
package io.painchain.backend.audit;
