/** The audit log as its tenant's owners and administrators see it: filtered, page by page, as a file. Only reads. */
package io.painchain.backend.audit.read;
