/**
 * What each operation asks of its caller, checked in one place, and whose tenant the request is then. Knows operations
 * by their ids only.
 */
package io.painchain.backend.access;
