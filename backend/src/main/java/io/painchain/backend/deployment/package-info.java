/**
 * Follows changed events, in the order of their transactions and behind the ingest, and brings facts and slots up to date.
 */
package io.painchain.backend.deployment;
